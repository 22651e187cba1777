import type { Instant } from '../model/index.ts';
import type { ListedSignature } from '../registry/claims.ts';
import { createLimiter } from '../net/limiter.ts';
import type { Attestations } from './attestation.ts';
import { loadTrust } from './load-trust.ts';
import type { RegistryKeys } from './registry-keys.ts';
import type { RegistrySignature } from './registry-signature.ts';
import { publicKeys } from './signing-keys.ts';
import type { Trust } from './trust-material.ts';
import type { TrustOptions } from './trust-options.ts';

/** One package version, as its registry lists it, and the bytes that it is to be held against. */
export interface Subject {
  readonly registry: string;
  readonly name: string;
  readonly version: string;
  /** `sha512-<base64>`. */
  readonly integrity: string;
}

/** The crypto, loaded when there is something to verify. */
export interface Verifying {
  readonly signature: (
    subject: Subject,
    signatures: readonly ListedSignature[] | 'malformed',
    publishedAt: Instant | undefined,
    keys: RegistryKeys,
  ) => Promise<RegistrySignature>;
  /** @param keys undefined: the registry offers none, and the public registry's are tried: it may be a mirror of that. */
  readonly attestations: (subject: Subject, document: unknown, keys: RegistryKeys | undefined) => Promise<Attestations>;
}

/**
 * Verifies each thing once, one at a time and with a turn of the event loop between two, so that requests under way are
 * not kept waiting for longer than one verification takes (about 10 ms).
 */
export function createVerifying({ trustedRoot, refreshed, issuers, now }: TrustOptions): Verifying {
  const signatures = new Map<string, Promise<RegistrySignature>>();
  const attestations = new Map<string, Promise<Attestations>>();
  const oneAtATime = createLimiter(1);
  let trust: Promise<Trust> | undefined;

  return {
    signature: (subject, listed, publishedAt, keys) =>
      once(signatures, subject, async () => {
        const { verifyRegistrySignature } = await import('./registry-signature.ts');
        return inTurn(() => verifyRegistrySignature({ ...subject, signatures: listed, publishedAt, now, keys }));
      }),
    attestations: (subject, document, keys) =>
      once(attestations, subject, async () => {
        const [{ verifyAttestations }, trusted, registryKeys] = await Promise.all([
          import('./attestation.ts'),
          (trust ??= loadTrust({ trustedRoot, refreshed })),
          keys ?? publicKeys({ ...(refreshed && { refreshed }) }),
        ]);
        const also = issuers?.(subject.name, subject.version) ?? [];
        const trustFor = also.length === 0 ? trusted : { ...trusted, issuers: [...trusted.issuers, ...also] };
        return inTurn(() => verifyAttestations({ ...subject, document, trust: trustFor, registryKeys }));
      }),
  };

  function inTurn<T>(verify: () => T): Promise<T> {
    return oneAtATime(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return verify();
    });
  }
}

function once<T>(done: Map<string, Promise<T>>, subject: Subject, verify: () => Promise<T>): Promise<T> {
  const key = `${subject.registry} ${subject.name} ${subject.version} ${subject.integrity}`;
  const before = done.get(key);
  if (before !== undefined) return before;
  const outcome = verify();
  done.set(key, outcome);
  return outcome;
}
