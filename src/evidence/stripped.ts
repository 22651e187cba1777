import type { Evidence, SignatureOutcome } from '../model/index.ts';
import { absent, present } from '../model/evidence-values.ts';
import type { ListedSignature } from '../registry/claims.ts';
import type { Packument } from '../registry/packument.ts';
import type { RegistryKeys } from '../trust/registry-keys.ts';

type Listed = readonly ListedSignature[] | 'malformed' | undefined;

/** The keyids that the signatures of one version name. */
export const signersOf = (signatures: Listed): readonly string[] =>
  typeof signatures === 'object' ? signatures.map(({ keyid }) => keyid) : [];

/**
 * A version of a registry without keys of its own, by what its packument says of the other versions: beside signed ones, one
 * without a signature was stripped. Undefined: its signatures are to be verified by the public registry's keys, for these
 * signed it or another version of the package (docs/decisions/0258-what-the-packument-shows.md).
 * @param passedOn the public registry's keys
 */
export function withoutOwnKeys(
  { signed, signers = [] }: Packument,
  signatures: Listed,
  passedOn: RegistryKeys,
): Evidence<SignatureOutcome> | undefined {
  if (signatures === undefined) return signed ? absent : present({ state: 'not-applicable' });
  const isPublic = [...signersOf(signatures), ...signers].some((keyid) => passedOn.has(keyid));
  return isPublic ? undefined : present({ state: 'not-applicable' });
}

/**
 * Whether a registry without keys of its own shows nothing of how a package was built: it claims attestations of no version,
 * and is not known to sign what it serves of it.
 */
export function claimsNothing({ signed, attested }: Packument, mirrorsKeys: boolean): boolean {
  return attested.length === 0 && !(signed && mirrorsKeys);
}
