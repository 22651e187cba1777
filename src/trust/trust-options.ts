import type { Instant } from '../model/index.ts';
import type { Demands } from '../registry/capabilities.ts';
import type { RegistryMap } from '../registry/registry-map.ts';
import type { RefreshedTrust } from './recorded-trust.ts';
import type { TrustedIssuer } from './trust-material.ts';

/** The keys that were given for some packages of a registry. */
export type GivenKeys =
  /** As a keys endpoint lists them. `alone`: no other key counts there, not even a built-in one. */
  | { readonly keys: unknown; readonly alone: boolean }
  /** The policy says that it passes on what the public registry signed. */
  | 'public';

/** Trust roots, keys and issuers. Everything has a default: the public registry must sign, any other is asked whether it does. */
export interface TrustOptions {
  /** What must be provided for a package. Default: everything by the public registry, nothing by any other. */
  readonly demand?: Demands;
  /** The keys that were given for a package of a registry; undefined: none were. */
  readonly registryKeys?: (registry: string, registries: RegistryMap, name: string) => GivenKeys | undefined;
  /** False: what a registry lists as its keys comes from recorded evidence, and vouches for nothing. Default: true. */
  readonly trustsServedKeys?: boolean;
  /** The text of another Sigstore's `trusted_root.json`; its path is for messages. */
  readonly trustedRoot?: { readonly path: string; readonly text: string };
  /** Replaces the embedded trust seeds: another root, other keys of the public registry. */
  readonly refreshed?: Pick<RefreshedTrust, 'trustedRoot' | 'registryKeys'>;
  /** OIDC issuers that count for one package version beside the public ones. */
  readonly issuers?: (name: string, version: string) => readonly TrustedIssuer[];
  /** Judge as of then: settles the validity of a key that has an end, where no publish time is known. */
  readonly now?: Instant;
}
