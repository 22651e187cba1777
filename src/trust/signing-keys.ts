import type { Unavailable } from '../model/index.ts';
import type { Broker } from '../registry/broker.ts';
import { unavailable } from '../model/evidence-values.ts';
import type { RegistryMap } from '../registry/registry-map.ts';
import type { KeyRefusal, RegistryKeys } from './registry-keys.ts';
import { type TrustOptions, defaultDemand } from './trust-options.ts';

/** The keys that a registry signs with, as far as they are known. */
export type SigningKeys =
  | {
      readonly state: 'keys';
      readonly keys: RegistryKeys;
      /** Keyids that it lists for keys that cannot be used, each with the reason; see `KeyList`. */
      readonly unusable: ReadonlyMap<string, KeyRefusal>;
    }
  /** The policy says that it does not sign. */
  | { readonly state: 'unsupported' }
  /** It serves no keys, and does not have to. */
  | { readonly state: 'none' }
  | Unavailable;

/**
 * The keys of one registry: those that were given for it, the embedded ones of the public registry, else what its own
 * endpoint lists. That there are none is believed of a 404 and of an empty list, and of nothing else.
 */
export async function signingKeys(
  registry: string,
  registries: RegistryMap,
  options: TrustOptions,
  broker: Broker,
): Promise<SigningKeys> {
  const demand = (options.signatures ?? defaultDemand)(registry, registries);
  if (demand === 'unsupported') return { state: 'unsupported' };
  const { embeddedRegistryKeys, parseRegistryKeys } = await import('./registry-keys.ts');
  const given = options.registryKeys?.(registry, registries);
  const { refreshed } = options;
  if (given === undefined && registry === registries.publicRegistry && refreshed === undefined) {
    return { state: 'keys', keys: embeddedRegistryKeys(), unusable: new Map() };
  }
  const document = given ?? (registry === registries.publicRegistry ? refreshed?.registryKeys : undefined);
  const answer = document === undefined ? await broker.keys(registry) : { state: 'document' as const, document };
  const none: SigningKeys =
    demand === 'required'
      ? unavailable('not-provided', 'the registry must sign, but serves no keys', 'keys')
      : { state: 'none' };
  switch (answer.state) {
    case 'absent':
      return none;
    case 'refused':
      return unavailable('unauthorized', `HTTP ${answer.status} for the registry's keys`, 'keys');
    case 'unavailable':
      return unavailable(answer.reason, `the registry's keys: ${answer.detail}`, 'keys');
    case 'document': {
      const list = parseRegistryKeys(answer.document);
      if (list.state === 'malformed') {
        return unavailable('malformed', "the registry's keys are not a list of keys", 'keys');
      }
      const { keys, refused, unusable } = list;
      if (keys.size > 0) return { state: 'keys', keys, unusable };
      const [first] = refused;
      return first === undefined
        ? none
        : unavailable(
            'not-provided',
            `no key that the registry lists can be used: the first ${why[first.reason]}`,
            'keys',
          );
    }
  }
}

/** Why a listed key cannot be used, after `the key`. */
const why: Readonly<Record<KeyRefusal, string>> = {
  shape: 'lacks a field',
  algorithm: 'is not of the type ecdsa-sha2-nistp256',
  material: 'is no public key on P-256',
  period: 'has a date of validity that is no instant',
  conflict: 'shares its keyid with another key',
  duplicate: 'is listed twice',
};

/** That a signature names a listed key that cannot be used. */
export function unusableKey(reason: KeyRefusal): Unavailable {
  return unavailable('not-provided', `the key that it names is listed by the registry, but ${why[reason]}`, 'keys');
}
