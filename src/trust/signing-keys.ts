import type { Unavailable } from '../model/index.ts';
import type { Broker } from '../registry/broker.ts';
import { unavailable } from '../model/evidence-values.ts';
import type { RegistryMap } from '../registry/registry-map.ts';
import type { RegistryKeys } from './registry-keys.ts';
import { type TrustOptions, defaultDemand } from './trust-options.ts';

/** The keys that a registry signs with, as far as they are known. */
export type SigningKeys =
  | { readonly state: 'keys'; readonly keys: RegistryKeys }
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
    return { state: 'keys', keys: embeddedRegistryKeys() };
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
      if (list.keys.size > 0) return { state: 'keys', keys: list.keys };
      return list.refused.length === 0
        ? none
        : unavailable('malformed', "none of the registry's keys can be used to verify", 'keys');
    }
  }
}
