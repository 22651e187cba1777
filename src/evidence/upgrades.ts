import semver from 'semver';

import { aliasTarget } from '../lockfile/spec.ts';
import { absent, present } from '../model/evidence-values.ts';
import { fixedBy } from '../model/fixed-advisories.ts';
import type { Change, Dependence, Evidence, Release, Upgrade } from '../model/index.ts';
import { predecessorVersion } from './predecessor.ts';
import { type Read, type Run, provider } from './provider.ts';

/**
 * Which upgrades pull in a name that the base did not have. It counts only where every path to the name goes through a package
 * that the base has in a lower version, and where each package on the way says in its published manifest that it needs the
 * next: what a lockfile links, an override or a package extension can be the work of whoever opened the pull request.
 */
export const upgrades = provider({
  kinds: ['upgrades'],
  needs: ['release', 'advisories', 'predecessorAdvisories'],
  onlyFor: ['upgrades'],
  collect: (run, read) => {
    const changes = new Map(run.changes.map((change) => [keyOf(change.lockfile, change.name, change.version), change]));
    return async (change) => ({ upgrades: await upgradesOf(change, changes, run, read) });
  },
});

type Needed = 'release' | 'advisories' | 'predecessorAdvisories';

const keyOf = (lockfile: string, name: string, version: string) => JSON.stringify([lockfile, name, version]);

async function upgradesOf(
  change: Change,
  changes: ReadonlyMap<string, Change>,
  { packuments }: Run,
  read: Read<Needed>,
): Promise<Evidence<readonly Upgrade[]>> {
  const found = new Map<Change, Upgrade>();
  const seen = new Set([change]);
  // The set grows while it is walked: names that are new themselves are walked on from.
  for (const each of seen) {
    if (each.dependents === undefined) return absent;
    for (const dependence of each.dependents) {
      const by = changes.get(keyOf(each.lockfile, dependence.name, dependence.version));
      if (by === undefined) return absent;
      if ((await packuments.find(by)) === undefined) return absent;
      if (!needs(await read('release', by), dependence, each.name)) return absent;
      const previous = predecessorVersion(by);
      if (previous === undefined) seen.add(by);
      else if (!isHigher(by, previous)) return absent;
      else found.set(by, await upgradeOf(by, previous, read));
    }
  }
  return found.size === 0 ? absent : present([...found.values()]);
}

async function upgradeOf(change: Change, previous: string, read: Read<Needed>): Promise<Upgrade> {
  const { name, version } = change;
  const fixes = fixedBy(await read('predecessorAdvisories', change), await read('advisories', change));
  return { name, version, previous, fixes };
}

/** A version that the base has already was no reason to pull anything in, and neither is a step back. */
const isHigher = ({ version, baseVersions }: Change, previous: string): boolean =>
  !baseVersions.includes(version) &&
  semver.valid(version) !== null &&
  semver.valid(previous) !== null &&
  semver.gt(version, previous);

/** Whether the published manifest itself means the package of this name: an alias can be an override's or the lockfile's. */
function needs(release: Evidence<Release>, { as }: Dependence, name: string): boolean {
  if (release.state !== 'present' || !release.value.documentMatches) return false;
  const { dependencies, optionalDependencies, peerDependencies } = release.value;
  return [dependencies, optionalDependencies, peerDependencies].some((each) => {
    const spec = Object.hasOwn(each, as) ? each[as] : undefined;
    return spec !== undefined && (aliasTarget(spec)?.name ?? as) === name;
  });
}
