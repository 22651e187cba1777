import type { Dependent, Change, Evidence, ProvenanceOutcome } from '../model/index.ts';
import { absent, present, unavailable } from '../model/evidence-values.ts';
import { type Read, type Run, provider } from './provider.ts';

/**
 * Where the dependents of a name that the base did not have were built, if they are in the same change: for each change, the
 * verified builds of the packages right before it in its why-paths.
 */
export const dependents = provider({
  kinds: ['bringers'],
  needs: ['provenance'],
  onlyFor: ['bringers'],
  collect: (run, read) => {
    let builds: Promise<Builds> | undefined;
    return async (change) => ({ bringers: dependentsOf(change, await (builds ??= buildsIn(run, read))) });
  },
});

interface Build {
  readonly name: string;
  readonly version: string;
  readonly provenance: Evidence<ProvenanceOutcome>;
}

/** Of what a registry has a packument of, by lockfile and name. */
type Builds = ReadonlyMap<string, readonly Build[]>;

async function buildsIn({ changes, packuments }: Run, read: Read<'provenance'>): Promise<Builds> {
  const builds = new Map<string, Build[]>();
  for (const change of changes) {
    if ((await packuments.find(change)) === undefined) continue;
    const { lockfile, name, version } = change;
    const build = { name, version, provenance: await read('provenance', change) };
    const same = builds.get(keyOf(lockfile, name));
    if (same === undefined) builds.set(keyOf(lockfile, name), [build]);
    else same.push(build);
  }
  return builds;
}

const keyOf = (lockfile: string, name: string) => `${lockfile}\n${name}`;

function dependentsOf({ baseVersions, via, lockfile }: Change, builds: Builds): Evidence<readonly Dependent[]> {
  const names = baseVersions.length > 0 ? [] : new Set(via.flatMap((path) => path.at(-2) ?? []));
  const dependents = [...names].flatMap((name) => builds.get(keyOf(lockfile, name)) ?? []);
  const verified = dependents.flatMap(({ name, version, provenance }) =>
    provenance.state === 'present' && provenance.value.state === 'verified'
      ? [{ name, version, build: provenance.value.identity }]
      : [],
  );
  if (verified.length > 0) return present(verified);
  return dependents.some(({ provenance }) => provenance.state === 'unavailable')
    ? unavailable('not-provided', 'the provenance of its dependent is not known', 'attestations')
    : absent;
}
