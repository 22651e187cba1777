import type { Instant } from '../model/index.ts';
import type { RegistryMap } from '../registry/registry-map.ts';
import type { RefreshedTrust } from './recorded-trust.ts';
import type { TrustedIssuer } from './trust-material.ts';

/**
 * Whether a registry signs what it serves.
 * - `required`: it must, with the keys that were given for it, else the embedded ones (the public registry), else its own.
 * - `auto`: it is asked for its keys, and signs if it has some.
 * - `unsupported`: it does not; neither signatures nor attestations are asked for.
 */
export type SignatureDemand = 'required' | 'auto' | 'unsupported';

/** Trust roots, keys and issuers. Everything has a default: the public registry must sign, any other is asked whether it does. */
export interface TrustOptions {
  readonly signatures?: (registry: string, registries: RegistryMap) => SignatureDemand;
  /** The keys that were given for a registry, as a keys endpoint lists them; undefined: none were. */
  readonly registryKeys?: (registry: string, registries: RegistryMap) => unknown;
  /** The text of another Sigstore's `trusted_root.json`; its path is for messages. */
  readonly trustedRoot?: { readonly path: string; readonly text: string };
  /** Replaces the embedded trust seeds: another root, other keys of the public registry. */
  readonly refreshed?: Pick<RefreshedTrust, 'trustedRoot' | 'registryKeys'>;
  /** OIDC issuers that count for one package version beside the public ones. */
  readonly issuers?: (name: string, version: string) => readonly TrustedIssuer[];
  /** Judge as of then: settles the validity of a key that has an end, where no publish time is known. */
  readonly now?: Instant;
}

export function defaultDemand(registry: string, { publicRegistry }: RegistryMap): SignatureDemand {
  return registry === publicRegistry ? 'required' : 'auto';
}
