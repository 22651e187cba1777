import type { Programs, Program, PublishedVersion } from '../evidence/programs.ts';
import type { Collected } from '../evidence/collect.ts';
import { managers } from '../managers/index.ts';
import type { Manager } from '../managers/manager.ts';
import { managerChange } from '../compare/manager-change.ts';
import { inOrder } from '../compare/observations.ts';
import type { Change, Comparison, FileObservation, Observation } from '../model/index.ts';
import { type Digests, hashAlgorithms, normalisedDigest } from '../registry/program-digests.ts';
import type { State, States } from '../repository/state.ts';
import { folderOf, join } from '../text/paths.ts';

/** Asks the registry what it publishes. */
export type CollectPrograms = (questions: readonly PublishedVersion[]) => Promise<Programs>;

export interface Verified {
  readonly comparison: Comparison;
  /** The answers that were needed; absent if none were. */
  readonly asked?: Collected;
}

interface Question {
  readonly observation: FileObservation;
  readonly manager: Manager;
  readonly version: string;
}

/**
 * A comparison in which each release of a package manager that the repository commits, and each hash of one that a
 * manifest has, was compared with what the registry publishes (docs/decisions/0198). Equal: a note, and the version is
 * judged like a package. Different: an error. Unknown: it stays unverified.
 */
export async function verifyManagers(
  comparison: Comparison,
  states: States,
  collect: CollectPrograms,
): Promise<Verified> {
  const open = comparison.observations.filter(({ code }) => code === 'manager-unverified');
  const named = comparison.changes.filter(isNamedManager);
  if (open.length + named.length === 0) return { comparison };
  const questions = open.flatMap((observation) => questionsOf(observation));
  const { programs, answers, registries } = await collect([
    ...questions.map(publishedBy),
    ...named.map(({ name, version }) => ({ name, version, isNameOnly: true as const })),
  ]);
  const strangers = new Set(named.filter((_, at) => programs[questions.length + at]?.state === 'absent'));
  const settled = await Promise.all(
    open.map(async (observation) => {
      const asked = questions.flatMap((each, at) =>
        each.observation === observation ? [{ ...each, program: programs[at] as Program }] : [],
      );
      const { hash } = observation.args;
      return typeof hash === 'string' ? withHash(observation, asked, hash) : withBytes(observation, asked, states.head);
    }),
  );
  const known = new Set(comparison.changes.map(({ lockfile, name, version }) => `${lockfile}\n${name}\n${version}`));
  const changes = settled
    .flatMap(({ release }) => (release === undefined ? [] : releaseChange(release, states)))
    .filter(({ lockfile, name, version }) => !known.has(`${lockfile}\n${name}\n${version}`));
  const rest = comparison.observations.filter((each) => !open.includes(each));
  return {
    comparison: {
      ...comparison,
      changes: [...comparison.changes.filter((change) => !strangers.has(change)), ...changes],
      observations: [
        ...rest
          .filter((each) => !settled.some(({ release }) => release !== undefined && isToldBy(each, release)))
          .map((each) => withStranger(each, strangers)),
        ...settled.map(({ observation }) => observation),
      ].sort(inOrder),
    },
    asked: { dossiers: [], answers, registries },
  };
}

/** A version of a package manager that a manifest names, without a hash that says more. */
const isNamedManager = ({ lockfile, name, pins, kind }: Change): boolean =>
  kind !== 'removed' &&
  pins.length === 0 &&
  /(?:^|\/)package\.json$/.test(lockfile) &&
  managers.some(({ published }) => published.name === name);

/** A registry that has no package of the manager's name may not be where managers come from: the version is not judged, which is a warning. */
function withStranger(observation: FileObservation, strangers: ReadonlySet<Change>): FileObservation {
  const { code, path, args } = observation;
  const isOne = [...strangers].some(({ lockfile, version }) => lockfile === path && version === args.version);
  return code === 'manager-updated' && isOne ? { ...observation, code: 'manager-unjudged' } : observation;
}

function questionsOf(observation: Observation): readonly Question[] {
  const { program, version, versions = version } = observation.args;
  return String(versions)
    .split(' ')
    .flatMap((each) => {
      const manager = managers.find(({ isNamedBy }) => isNamedBy(String(program), Number.parseInt(each, 10)));
      return manager === undefined ? [] : [{ observation, manager, version: each }];
    });
}

const publishedBy = ({ manager: { published }, version }: Question): PublishedVersion => ({
  ...{ name: published.name, version },
  ...(published.member !== undefined && { member: published.member }),
});

interface Answered extends Question {
  readonly program: Program;
}

interface Settled {
  readonly observation: FileObservation;
  /** The release that a committed file is. */
  readonly release?: Answered;
}

/** A committed file against the file that runs in the published tarball, whatever the ends of its lines. */
async function withBytes(
  observation: FileObservation,
  asked: readonly Answered[],
  { files, reader }: State,
): Promise<Settled> {
  const file = files.get(observation.path);
  if (file === undefined) return { observation };
  const own = normalisedDigest(await reader.read(file));
  reader.forget(file);
  const same = asked.find(({ program }) => program.state === 'read' && program.program?.normalised === own);
  if (same !== undefined) {
    const { by, in: where, program } = observation.args;
    return {
      observation: {
        ...observation,
        code: 'manager-updated',
        args: { program, version: same.version, by, in: where } as Observation['args'],
      },
      release: same,
    };
  }
  return asked.length > 0 && asked.every(({ program }) => program.state === 'read')
    ? { observation: { ...observation, code: 'manager-replaced', args: { why: 'differs', ...observation.args } } }
    : unknown(observation, asked);
}

/** A hash in a manifest against that of the tarball or, as corepack computes it for some, of the file that runs. */
function withHash(observation: FileObservation, asked: readonly Answered[], hash: string): Settled {
  const [first] = asked;
  const [algorithm, digits] = hash.split('.');
  const known = hashAlgorithms.find((each) => each === algorithm);
  if (first?.program.state !== 'read' || known === undefined) return unknown(observation, asked);
  const { program, manager } = first;
  const of: Digests | undefined = manager.published.isHashOfMember === true ? program.program : program.tarball;
  const { key, program: name, version } = observation.args;
  return of?.[known] === digits
    ? {
        observation: {
          ...observation,
          code: 'manager-updated',
          args: { key, program: name, version } as Observation['args'],
        },
      }
    : { observation: { ...observation, code: 'manager-replaced', args: { why: 'hash', ...observation.args } } };
}

function unknown(observation: FileObservation, asked: readonly Answered[]): Settled {
  const [failed] = asked.filter(({ program }) => program.state !== 'read');
  if (failed === undefined) return { observation };
  const reason = failed.program.state === 'unavailable' ? failed.program.reason : 'not published';
  return { observation: { ...observation, args: { ...observation.args, reason } } };
}

/** The manifest that a committed release goes with: that of the folder of the settings that name it. */
const manifestOf = ({ observation }: Question) => join(folderOf(String(observation.args.in)), 'package.json');

/** A manifest that names the same version is told with the release. */
const isToldBy = ({ code, path, args }: Observation, release: Answered): boolean =>
  code === 'manager-updated' &&
  path === manifestOf(release) &&
  args.program === release.observation.args.program &&
  args.version === release.version;

/** The release as a change of the manifest's project. What the base branch had is known only by the file's name. */
function releaseChange(release: Answered, { base }: States): readonly Change[] {
  const { manager, version, observation } = release;
  const { name } = manager.published;
  const folder = folderOf(observation.path);
  const former = [...base.files.keys()]
    .filter((path) => folderOf(path) === folder)
    .flatMap((path) => /-(\d+\.\d+\.\d+[^/]*)\.c?js$/.exec(path.slice(path.lastIndexOf('/') + 1))?.[1] ?? [])
    .find((each) => manager.isNamedBy(String(observation.args.program), Number.parseInt(each, 10)) && each !== version);
  return managerChange(manifestOf(release), 1, former === undefined ? undefined : { name, version: former }, {
    name,
    version,
  });
}
