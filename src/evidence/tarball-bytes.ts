import type { Pin, Release } from '../model/index.ts';
import { parseIntegrity, statedIntegrity } from '../model/sri.ts';
import type { Integrity } from '../model/sri.ts';
import { bindingsOf } from './binding.ts';

/** Digests of received bytes, in SRI form. */
interface Bytes {
  /** SHA-512. */
  readonly integrity: string;
  /** Absent: the recording is older than this digest. */
  readonly sha1?: string;
}

/** `unstated`: no digest says which bytes are meant. `unrecorded`: the recording lacks the digest that it takes. */
type Answer = 'same' | 'other' | 'unrecorded' | 'unstated';

/**
 * Whether the bytes of a tarball are those that are meant: of each pin by the digest that it has, as package managers compare
 * them, and by the SHA-512 that the registry states. Bytes that the registry states are meant even where a pin differs from
 * what it states: the rule `integrity` says so.
 */
export function compareTarball(bytes: Bytes, release: Release, pins: readonly Pin[]): Answer {
  const stated = sha512sOf(release.integrity);
  const statedSha1s = sha1sOf(statedIntegrity(release));
  const isStated = stated.includes(bytes.integrity);
  const byRegistry = stated.length === 0 || isStated ? 'same' : 'other';
  const bySha1 = (digests: readonly string[]): Answer => {
    if (bytes.sha1 === undefined) return 'unrecorded';
    return digests.every((digest) => digest === bytes.sha1) ? byRegistry : 'other';
  };
  const places = pins.length === 0 ? [''] : pins.map(({ integrity = '' }) => integrity);
  const answers = places.map((pinned): Answer => {
    const strong = sha512sOf(pinned);
    if (strong.length > 0) return isStated || strong.every((digest) => digest === bytes.integrity) ? 'same' : 'other';
    const weak = sha1sOf(parseIntegrity(pinned));
    if (weak.length > 0) return isStated && contradicts(weak, statedSha1s) ? 'same' : bySha1(weak);
    if (stated.length > 0) return byRegistry;
    return statedSha1s.length > 0 ? bySha1(statedSha1s) : 'unstated';
  });
  return (['other', 'unrecorded', 'unstated'] as const).find((answer) => answers.includes(answer)) ?? 'same';
}

const contradicts = (digests: readonly string[], stated: readonly string[]): boolean =>
  stated.length > 0 && digests.some((digest) => !stated.includes(digest));

const sha512sOf = (text: string | undefined): readonly string[] =>
  bindingsOf([], text).flatMap((binding) => binding?.integrity ?? []);

const sha1sOf = ({ digests }: Integrity): readonly string[] =>
  [...(digests.get('sha1') ?? [])].map((digest) => `sha1-${digest}`);
