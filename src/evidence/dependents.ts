import type { Bringer, Change, Evidence } from '../model/index.ts';
import { absent, present, unavailable } from '../model/evidence-values.ts';
import type { Proofs } from './verification.ts';

/**
 * Where the packages of the same change were built that ask for a name which the base did not have: of each change the
 * verified builds of those that its why-paths name right before it.
 * @param proofs what was verified of each change that a registry answered for
 */
export function bringersOf(
  changes: readonly Change[],
  proofs: ReadonlyMap<Change, Proofs>,
): (change: Change) => Evidence<readonly Bringer[]> {
  const byName = new Map<string, Change[]>();
  for (const change of proofs.keys()) {
    const key = keyOf(change.lockfile, change.name);
    const same = byName.get(key);
    if (same === undefined) byName.set(key, [change]);
    else same.push(change);
  }
  const known = new Map(changes.map((change) => [change, bringersAmong(askingFor(change, byName), proofs)]));
  return (change) => known.get(change) ?? absent;
}

const keyOf = (lockfile: string, name: string) => `${lockfile}\n${name}`;

function askingFor({ baseVersions, via, lockfile }: Change, byName: ReadonlyMap<string, readonly Change[]>) {
  if (baseVersions.length > 0) return [];
  const names = new Set(via.flatMap((path) => path.at(-2) ?? []));
  return [...names].flatMap((name) => byName.get(keyOf(lockfile, name)) ?? []);
}

function bringersAmong(asking: readonly Change[], proofs: ReadonlyMap<Change, Proofs>): Evidence<readonly Bringer[]> {
  const provenances = asking.map(({ name, version }, at) => {
    const provenance = proofs.get(asking[at] as Change)?.provenance ?? absent;
    return { name, version, provenance };
  });
  const built = provenances.flatMap(({ name, version, provenance }) =>
    provenance.state === 'present' && provenance.value.state === 'verified'
      ? [{ name, version, build: provenance.value.identity }]
      : [],
  );
  if (built.length > 0) return present(built);
  const unknown = provenances.find(({ provenance }) => provenance.state === 'unavailable');
  return unknown === undefined
    ? absent
    : unavailable('not-provided', 'the provenance of what brings it in is not known', 'attestations');
}
