import type { Collected } from '../evidence/collect.ts';
import { groupBy } from '../text/group-by.ts';
import type { Address, Change, Comparison, Dossier, EvidenceKind, FileObservation, Pin } from '../model/index.ts';
import { inOrder } from '../compare/observations.ts';
import { compareBytes, isSameByRegistry } from '../rules/same-bytes.ts';

/** Collects evidence about the changes of a comparison. */
export type Collect = (comparison: Comparison, needs: ReadonlySet<EvidenceKind>) => Promise<Collected>;

export interface Settled {
  readonly comparison: Comparison;
  /** The answers that were asked for; absent if there are none. */
  readonly asked?: Collected;
}

/**
 * A comparison without the unchanged packages that were only rewritten by a lockfile format conversion: the same name,
 * version and bytes, from the registry that is trusted for it (docs/decisions/0112). If the two formats have no digest in
 * common, the registry is asked for its own, and one observation per lockfile says for how many packages. What a pin
 * of the same format merely gained is no change either, if the registry confirms it. What the registry cannot confirm stays
 * a change.
 */
export async function dropReformatted(comparison: Comparison, collect: Collect): Promise<Settled> {
  const gains = gainsOf(comparison);
  const candidates = candidatesOf(comparison);
  if (candidates.length + gains.length === 0) return { comparison };
  const unknown = candidates.filter((change) =>
    change.pins.some((pin) => compareBytes(pin, change.basePins) === 'unknown'),
  );
  const known = candidates.filter((change) => !unknown.includes(change));
  const about = (changes: readonly Change[]): Comparison => ({ ...comparison, changes });
  const placed = known.length === 0 ? [] : (await collect(about(known), new Set())).dossiers;
  const open = [...unknown, ...gains];
  const needs: readonly EvidenceKind[] = gains.length === 0 ? ['release'] : ['release', 'registrySignature'];
  const asked = open.length === 0 ? undefined : await collect(about(open), new Set(needs));
  const gained = new Set(gains);
  const bridged = (asked?.dossiers ?? []).filter((each) => !gained.has(each.change) && isReformatted(each));
  const filled = (asked?.dossiers ?? []).filter((each) => gained.has(each.change) && isFilledIn(each));
  const gone = new Set([...placed.filter(isReformatted), ...bridged, ...filled].map(({ change }) => change));
  return {
    comparison: {
      ...comparison,
      changes: comparison.changes.filter((change) => !gone.has(change)),
      observations: [...comparison.observations, ...notComparable(comparison, bridged)].sort(inOrder),
    },
    ...(asked && { asked }),
  };
}

/** Changes that only the rules about URLs and bytes could report, in a lockfile that was converted to another format. */
function candidatesOf({ lockfiles, changes }: Comparison): readonly Change[] {
  const reformatted = new Set(
    lockfiles.flatMap(({ path, format, former }) => (former === undefined || former.format === format ? [] : path)),
  );
  return changes.filter(
    ({ lockfile, source, changed, basePins, pins }) =>
      reformatted.has(lockfile) &&
      source.kind === 'registry' &&
      basePins.length > 0 &&
      changed.length > 0 &&
      changed.every((aspect) => aspect === 'resolved' || aspect === 'integrity') &&
      pins.every((pin) => compareBytes(pin, basePins) !== 'other'),
  );
}

/**
 * What gained an address or a digest that the base's pin lacked, or a stronger digest, in a lockfile of the base's own
 * format, and differs in nothing else (docs/decisions/0189).
 */
function gainsOf({ lockfiles, changes }: Comparison): readonly Change[] {
  const same = new Set(lockfiles.flatMap(({ path, former }) => (former === undefined ? [path] : [])));
  return changes.filter(
    ({ lockfile, source, changed, basePins, pins }) =>
      same.has(lockfile) &&
      source.kind === 'registry' &&
      basePins.length > 0 &&
      changed.length > 0 &&
      changed.every((aspect) => aspect === 'resolved' || aspect === 'integrity') &&
      pins.every((pin) => basePins.some((base) => fillsIn(pin, base))),
  );
}

/** Whether a pin only adds to the base's pin: never another address, never other bytes. */
function fillsIn(pin: Pin, base: Pin): boolean {
  const sameAddress = base.resolved === undefined || base.resolved === pin.resolved;
  const sameBytes =
    base.integrity === undefined || base.integrity === pin.integrity || compareBytes(pin, [base]) !== 'other';
  return sameAddress && sameBytes && base.checksum === pin.checksum;
}

/** Whether what was gained is what the registry states for the version. */
function isFilledIn({ change, addresses, evidence: { release, registrySignature } }: Dossier): boolean {
  if (release.state !== 'present') return false;
  // A registry that signs can state any digest in its document; only its signature shows which bytes were published.
  const isVouchedFor = registrySignature.state === 'present' && registrySignature.value.state !== 'invalid';
  return change.pins.every((pin, at) => {
    if (!isVouchedFor && compareBytes(pin, change.basePins) !== 'same') return false;
    const isKnown = change.basePins.some((base) => base.resolved === pin.resolved);
    if (!isKnown && !isPlain(addresses[at] as Address, change)) return false;
    // If the base had no digest, the registry chose the bytes: the pin is compared with the registry's alone.
    const stated = change.basePins.filter(({ integrity }) => integrity !== undefined);
    return isSameByRegistry(pin, stated.length > 0 ? stated : [pin], release.value);
  });
}

function isReformatted({ change, addresses, evidence: { release } }: Dossier): boolean {
  return change.pins.every((pin, at) => {
    if (!isPlain(addresses[at] as Address, change)) return false;
    if (compareBytes(pin, change.basePins) === 'same') return true;
    return release.state === 'present' && isSameByRegistry(pin, change.basePins, release.value);
  });
}

/** Whether an address is omitted, or is the registry's default URL for the version's tarball. */
function isPlain({ verdict, path }: Address, { name, version }: Change): boolean {
  const usual = `${name}/-/${name.slice(name.lastIndexOf('/') + 1)}-${version}.tgz`;
  return verdict === 'omitted' || (verdict === 'trusted' && path === usual);
}

function notComparable({ lockfiles }: Comparison, bridged: readonly Dossier[]): readonly FileObservation[] {
  const formers = new Map(lockfiles.map(({ path, former }) => [path, former?.path ?? path]));
  return [...groupBy(bridged, ({ change }) => change.lockfile)].map(([path, { length: packages }]) => {
    const former = formers.get(path) ?? path;
    return { code: 'not-comparable', path, line: 1, args: { former, packages }, otherFiles: [former] };
  });
}
