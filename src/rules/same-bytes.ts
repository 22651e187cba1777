import type { Pin, Release } from '../model/index.ts';
import { algorithms, isStrong, parseIntegrity, statedIntegrity } from '../model/sri.ts';
import type { Algorithm, Integrity } from '../model/sri.ts';

/**
 * Whether a pin has the bytes that the base pinned for the same name and version: `same` or `other` where they use a common
 * algorithm, `unknown` where only the digests that the registry states can connect them (see `isSameByRegistry`).
 */
export function compareBytes({ integrity, checksum }: Pin, basePins: readonly Pin[]): 'same' | 'other' | 'unknown' {
  if (integrity === undefined) return checksum === undefined ? 'other' : 'unknown';
  const pinned = parseIntegrity(integrity);
  const [algorithm, another] = pinned.algorithms;
  // With several algorithms, each package manager compares the one that it prefers.
  if (algorithm === undefined || another !== undefined || pinned.malformed) return 'other';
  const known = basePins.map((pin) => parseIntegrity(pin.integrity ?? '')).filter((base) => base.algorithms.length > 0);
  const alike = known.filter((base) => base.algorithms[0] === algorithm);
  const digests = [...(pinned.digests.get(algorithm) ?? [])];
  if (alike.length > 0) {
    return digests.every((digest) => alike.some((base) => base.digests.get(algorithm)?.has(digest))) ? 'same' : 'other';
  }
  // A weaker digest than before is a change, whatever its bytes.
  const isWeaker = known.some(({ algorithms: [base] }) => rankOf(algorithm) > rankOf(base as Algorithm));
  return isStrong(algorithm) && !isWeaker ? 'unknown' : 'other';
}

/**
 * Whether a pin and the base's pins all have the bytes that the registry states for this exact version. A pin without a
 * digest (Yarn berry's checksum is of an archive that it packs itself) leaves the choice to the registry, so it has these
 * bytes; so does such a pin of the base, if it has no address of its own.
 */
export function isSameByRegistry({ integrity }: Pin, basePins: readonly Pin[], release: Release): boolean {
  if (!release.documentMatches) return false;
  const stated = statedIntegrity(release);
  if (!stated.algorithms.some(isStrong)) return false;
  const isStated = (text: string): boolean => agrees(parseIntegrity(text), stated);
  const vouching = basePins.filter((pin) => pin.integrity !== undefined || isLeftToRegistry(pin));
  return (
    (integrity === undefined || isStated(integrity)) &&
    vouching.length > 0 &&
    vouching.every((pin) => pin.integrity === undefined || isStated(pin.integrity))
  );
}

/** 0 is the strongest. */
const rankOf = (algorithm: Algorithm): number => algorithms.indexOf(algorithm);

const isLeftToRegistry = ({ checksum, resolved }: Pin): boolean => checksum !== undefined && resolved === undefined;

/** Whether the registry states all of the strongest digests. */
function agrees({ algorithms: [algorithm], digests, malformed }: Integrity, stated: Integrity): boolean {
  if (algorithm === undefined || malformed) return false;
  return [...(digests.get(algorithm) ?? [])].every((digest) => stated.digests.get(algorithm)?.has(digest) === true);
}
