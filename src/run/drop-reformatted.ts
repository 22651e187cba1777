import type { Collected } from '../evidence/collect.ts';
import { groupBy } from '../text/group-by.ts';
import type { Address, Change, Comparison, Dossier, EvidenceKind, Observation } from '../model/index.ts';
import { inOrder } from '../compare/observations.ts';
import { compareBytes, isSameByRegistry } from '../rules/same-bytes.ts';

/** Collects evidence about the changes of a comparison. */
export type Collect = (comparison: Comparison, needs: ReadonlySet<EvidenceKind>) => Promise<Collected>;

export interface Settled {
  readonly comparison: Comparison;
  /** What was asked for; absent where nothing was. */
  readonly asked?: Collected;
}

/**
 * A comparison without the changes that a format conversion only wrote differently: the same name and version, of the same bytes, from
 * the registry that is trusted for it (docs/decisions/0112). Where the two formats have no digest in common, the
 * registry is asked for the ones that it states, and one observation for each lockfile tells how many that were. What
 * cannot be asked for stays a change.
 */
export async function dropReformatted(comparison: Comparison, collect: Collect): Promise<Settled> {
  const candidates = candidatesOf(comparison);
  if (candidates.length === 0) return { comparison };
  const unknown = candidates.filter((change) =>
    change.pins.some((pin) => compareBytes(pin, change.basePins) === 'unknown'),
  );
  const known = candidates.filter((change) => !unknown.includes(change));
  const about = (changes: readonly Change[]): Comparison => ({ ...comparison, changes });
  const placed = known.length === 0 ? [] : (await collect(about(known), new Set())).dossiers;
  const asked = unknown.length === 0 ? undefined : await collect(about(unknown), new Set(['release']));
  const bridged = (asked?.dossiers ?? []).filter(isRespelled);
  const gone = new Set([...placed.filter(isRespelled), ...bridged].map(({ change }) => change));
  return {
    comparison: {
      ...comparison,
      changes: comparison.changes.filter((change) => !gone.has(change)),
      observations: [...comparison.observations, ...told(comparison, bridged)].sort(inOrder),
    },
    ...(asked && { asked }),
  };
}

/** What no rule but those of addresses and bytes could object to, in a lockfile of another format than the base's. */
function candidatesOf({ lockfiles, changes }: Comparison): readonly Change[] {
  const respelling = new Set(
    lockfiles.flatMap(({ path, format, former }) => (former === undefined || former.format === format ? [] : path)),
  );
  return changes.filter(
    ({ lockfile, source, changed, basePins, pins }) =>
      respelling.has(lockfile) &&
      source.kind === 'registry' &&
      basePins.length > 0 &&
      changed.length > 0 &&
      changed.every((aspect) => aspect === 'resolved' || aspect === 'integrity') &&
      pins.every((pin) => compareBytes(pin, basePins) !== 'other'),
  );
}

function isRespelled({ change, addresses, evidence: { release } }: Dossier): boolean {
  return change.pins.every((pin, at) => {
    if (!isPlain(addresses[at] as Address, change)) return false;
    if (compareBytes(pin, change.basePins) === 'same') return true;
    return release.state === 'present' && isSameByRegistry(pin, change.basePins, release.value);
  });
}

/** Whether an address is omitted, or where the registry of the name keeps the tarballs of a version by default. */
function isPlain({ verdict, path }: Address, { name, version }: Change): boolean {
  const usual = `${name}/-/${name.slice(name.lastIndexOf('/') + 1)}-${version}.tgz`;
  return verdict === 'omitted' || (verdict === 'trusted' && path === usual);
}

function told({ lockfiles }: Comparison, bridged: readonly Dossier[]): readonly Observation[] {
  const formers = new Map(lockfiles.map(({ path, former }) => [path, former?.path ?? path]));
  return [...groupBy(bridged, ({ change }) => change.lockfile)].map(([path, { length: packages }]) => {
    const args = { former: formers.get(path) ?? path, packages };
    return { code: 'not-comparable', path, line: 1, args };
  });
}
