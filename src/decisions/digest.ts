import { fingerprintOf } from '../judge/fingerprint.ts';
import type { FilePreimage, PackagePreimage } from '../model/decision.ts';
import type { Json } from '../model/json.ts';

/**
 * SHA-256 of the preimage as RFC 8785 JSON, as 64 hex digits. Undefined where a text of it holds a lone surrogate, which the
 * RFC refuses: another reader would come to no digest, or to another.
 */
export function digestOf(preimage: PackagePreimage | FilePreimage): string | undefined {
  const value = preimage as unknown as Json;
  return isWellFormed(value) ? fingerprintOf(value) : undefined;
}

function isWellFormed(value: Json): boolean {
  if (typeof value === 'string') return !/\p{Surrogate}/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, member]) => isWellFormed(key) && isWellFormed(member));
}
