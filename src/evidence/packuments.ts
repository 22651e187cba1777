import { GateFailure } from '../errors.ts';
import type { Change, EvidenceKind, Instant } from '../model/index.ts';
import { unneeded } from '../model/evidence-values.ts';
import { type Answer, type RecordedPackument, packumentSubject } from '../registry/answer.ts';
import type { Broker } from '../registry/broker.ts';
import type { Packument } from '../registry/packument.ts';
import { type RegistryMap, registryOf } from '../registry/registry-map.ts';
import { packumentAsOf } from '../registry/as-of.ts';
import { coversVersions } from '../registry/session.ts';
import { predecessorVersion } from './predecessor.ts';

/** A change, and the packument of its name. */
export interface Found {
  readonly change: Change;
  readonly registry: string;
  readonly packument: Packument;
}

/** What the registries answer about the names of a run, each asked for once. */
export interface Packuments {
  /** Requests all of them; done once all are answered. */
  readonly ask: () => Promise<unknown>;
  /** Undefined for a name that is not requested. */
  readonly answerAbout: (name: string) => Promise<Answer> | undefined;
  /** Undefined if the registry gave no packument. */
  readonly find: (change: Change) => Promise<Found | undefined>;
  readonly recordable: () => Promise<readonly RecordedPackument[]>;
}

export interface PackumentOptions {
  readonly needs: ReadonlySet<EvidenceKind>;
  readonly changes: readonly Change[];
  /** Versions that are requested because others claim to be in their tarballs. */
  readonly bundlers: readonly { readonly name: string; readonly version: string }[];
  /** Names of folders of the repository, which may be taken there too. */
  readonly namesakes: readonly string[];
  readonly registries: RegistryMap;
  readonly broker: Broker;
  /** Whether the registry is asked who published what. */
  readonly namesPublishers: (registry: string, name: string) => boolean;
  /** Whether requests are made at all. */
  readonly asks: boolean;
  readonly maxRequests: number;
  /** What was published later does not count, unless it is asked about. */
  readonly now?: Instant | undefined;
  /** Names answered so far, and in all. */
  readonly progress: ((done: number, total: number) => void) | undefined;
}

/** One name at one registry, with the versions that are asked about. */
interface Question {
  readonly registry: string;
  readonly name: string;
  readonly versions: string[];
}

/** @throws GateFailure `budget` where more names would have to be asked for than one run may. */
export function createPackuments(options: PackumentOptions): Packuments {
  const { needs, registries, broker, asks, maxRequests, progress, namesPublishers, now } = options;
  const questions = questionsOf(options);
  const subjectOf = (name: string) => packumentSubject(registryOf(registries, name), name);
  const open = [...questions].filter((question) => knownAnswer(...question) === undefined).length;
  if (asks) demandBudget(open, maxRequests);
  const answers = new Map<string, Promise<Answer>>();
  const views = new Map<string, Promise<Answer>>();
  let done = 0;

  return {
    ask: () => Promise.all([...questions].map(([subject, question]) => answered(subject, question))),
    answerAbout: (name) => answerTo(subjectOf(name)),
    find: async (change) => {
      const answer = await answerTo(subjectOf(change.name));
      if (answer?.state !== 'packument') return undefined;
      const registry = registryOf(registries, change.name);
      const { packument } = answer;
      return { change, registry, packument: namesPublishers(registry, change.name) ? packument : unnamed(packument) };
    },
    recordable: () =>
      Promise.all(
        [...questions].map(async ([subject, question]) => {
          const { registry, name } = question;
          return { registry, name, answer: await answered(subject, question) };
        }),
      ),
  };

  function answerTo(subject: string): Promise<Answer> | undefined {
    const question = questions.get(subject);
    if (question === undefined) return undefined;
    const view = views.get(subject) ?? answered(subject, question).then((answer) => asOfThen(answer, question));
    views.set(subject, view);
    return view;
  }

  function asOfThen(answer: Answer, { versions }: Question): Answer {
    if (now === undefined || answer.state !== 'packument') return answer;
    const packument = packumentAsOf(answer.packument, now, versions);
    return packument === answer.packument ? answer : { ...answer, packument };
  }

  function answered(subject: string, question: Question): Promise<Answer> {
    const answer = answers.get(subject) ?? request(subject, question);
    answers.set(subject, answer);
    return answer;
  }

  async function request(subject: string, { registry, name, versions }: Question): Promise<Answer> {
    const known = knownAnswer(subject, { registry, name, versions });
    if (known !== undefined) return known;
    if (needs.size === 0) return unneeded;
    const answer = await broker.packument(registry, name, versions);
    broker.share({ registry, name, answer });
    if (asks) progress?.((done += 1), open);
    return answer;
  }

  /** What is known says nothing of versions that were not asked about: then the registry is asked again, if it may be. */
  function knownAnswer(subject: string, { versions }: Question): Answer | undefined {
    const known = broker.known(subject);
    if (known === undefined || !('answer' in known)) return undefined;
    return !asks || coversVersions(known.answer, versions) ? known.answer : undefined;
  }
}

const withoutPublishers = new WeakMap<Packument, Packument>();

/** One object for all versions of a name, as histories are kept by it. */
function unnamed(packument: Packument): Packument {
  const known = withoutPublishers.get(packument) ?? { ...packument, publishers: {} };
  withoutPublishers.set(packument, known);
  return known;
}

function questionsOf({ changes, bundlers, namesakes, registries }: PackumentOptions): ReadonlyMap<string, Question> {
  const questions = new Map<string, Question>();
  const askAbout = (name: string, ...versions: readonly (string | undefined)[]) => {
    const registry = registryOf(registries, name);
    const subject = packumentSubject(registry, name);
    const question = questions.get(subject) ?? { registry, name, versions: [] };
    questions.set(subject, question);
    question.versions.push(...versions.filter((version) => version !== undefined));
  };
  for (const change of changes) askAbout(change.name, change.version, predecessorVersion(change));
  for (const { name, version } of bundlers) askAbout(name, version);
  for (const name of namesakes) askAbout(name);
  return questions;
}

function demandBudget(open: number, bound: number): void {
  if (open <= bound) return;
  throw new GateFailure(
    'budget',
    `The change needs ${open} packuments, and one run requests at most ${bound}; split the change.`,
  );
}
