import type { Bundling, Dossier, Evidence, Pin } from '../model/index.ts';
import type { Violation } from '../model/rule.ts';
import { flawsOf, isStrong, parseIntegrity, spellDigests } from '../model/sri.ts';
import type { Integrity } from '../model/sri.ts';

/** How the pins of a package version relate to what its registry states and to what the base branch pinned. */

/** Violations of one pin against what the registry states. */
export function judgePin(
  pinned: Integrity,
  pin: Pin,
  stated: Integrity,
  basePins: readonly Pin[],
): readonly { code: string; args?: Violation['args'] }[] {
  // A format without integrities (Yarn berry) misses none: its evidence is bound to the registry's digests.
  if (pin.integrity === undefined) return pin.checksum === undefined ? [{ code: 'missing' }] : [];
  return flawsOf(pinned, stated).map((flaw) => {
    const { code } = flaw;
    switch (code) {
      case 'malformed':
        return { code };
      case 'differs':
        return { code, args: { expected: spellDigests(stated, flaw.algorithm) } };
      case 'weak':
        return { code, args: { algorithm: flaw.algorithm } };
      case 'sha1':
        // Whoever takes a strong digest out of a lockfile wants other bytes to be possible.
        if (wasStrong(basePins)) return { code: 'weak', args: { algorithm: 'sha1' } };
        return { code: flaw.isAlone ? 'sha1-alone' : code };
      case 'unbound': {
        const known = stated.algorithms.length === 0 ? 'no digest' : `only ${stated.algorithms.join(' and ')}`;
        return { code, args: { algorithm: flaw.algorithm, stated: known } };
      }
      case 'several-algorithms':
        return { code, args: { algorithms: pinned.algorithms.join(' and ') } };
    }
  });
}

/** Whether the base bound the bytes of this very version by more than a SHA-1. */
const wasStrong = (basePins: readonly Pin[]): boolean =>
  basePins.some(
    ({ integrity = '', checksum }) => checksum !== undefined || parseIntegrity(integrity).algorithms.some(isStrong),
  );

/** Whether the base pinned other bytes for this version: a digest that the base lacks, of an algorithm that both use. */
export function changedSince(basePins: readonly Pin[], pinned: Integrity): boolean {
  const before = basePins.map((pin) => parseIntegrity(pin.integrity ?? ''));
  return pinned.algorithms.some((algorithm) => {
    const known = before.flatMap((integrity) => [...(integrity.digests.get(algorithm) ?? [])]);
    return known.length > 0 && [...(pinned.digests.get(algorithm) ?? [])].some((digest) => !known.includes(digest));
  });
}

/** Whether the base pinned bytes for this version and the head pins none, in a format that has integrities. */
export function droppedSince(basePins: readonly Pin[], { integrity, checksum }: Pin): boolean {
  const isBound = ({ integrity: text = '' }: Pin): boolean => parseIntegrity(text).algorithms.length > 0;
  const isUnbound = integrity === undefined && checksum === undefined;
  // An entry without a pin that the base already had is carried, even beside a pinned entry.
  const isCarried = basePins.some((base) => base.integrity === undefined && base.checksum === undefined);
  return isUnbound && !isCarried && basePins.some(isBound);
}

/**
 * Whether every entry without address and integrity is bundled in the tarball of another package. Its bytes are then bound
 * by the pin of that package, and the rule `bundled` reports it.
 * @param bundling read only where it is needed, because it may be unavailable
 */
export function isBundledElsewhere(pin: Pin, bundling: () => Evidence<Bundling>): boolean {
  if (pin.resolved !== undefined || pin.integrity !== undefined || pin.checksum !== undefined) return false;
  const read = bundling();
  if (read.state !== 'present') return false;
  return read.value.claims.filter(({ pinned, held }) => held && !pinned).length >= pin.places;
}

/** Whether the package manager's own checksum, the only pin of its format, differs from the base's. */
export function otherChecksum({ changed, basePins }: Dossier['change'], { checksum }: Pin): boolean {
  if (!changed.includes('integrity') || checksum === undefined || checksum === '') return false;
  // A lockfile of another package manager has no checksum, which is not a different checksum.
  const before = basePins.filter((base) => base.checksum !== undefined && base.checksum !== '');
  return before.length > 0 && before.every((base) => base.checksum !== checksum);
}
