import type { RegistryMap } from '../registry/registry-map.ts';
import { defaultDemand } from '../trust/trust-options.ts';
import type { TrustOptions } from '../trust/trust-options.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import type { TrustSettings } from './trust-settings.ts';
import { expectedIssuers } from './trusted-issuers.ts';

/**
 * The trust options for `collect`. Whether a registry must sign is decided in this order: the operator's keys, which are
 * the default registry's; the policy's `signatures` for it; the policy's `keys` for it. Otherwise the public registry must
 * sign, and any other is asked whether it does.
 */
export function trustOptions(
  policy: EffectivePolicy,
  { trustedRoot, registryKeys, refreshed }: TrustSettings,
): TrustOptions {
  const issuers = expectedIssuers(policy);
  const entryOf = (registry: string) => policy.registries.find(({ url }) => url === registry);
  const hasOperatorKeys = (registry: string, { defaultRegistry }: RegistryMap) =>
    registryKeys !== undefined && registry === defaultRegistry;
  return {
    signatures: (registry, registries) => {
      if (hasOperatorKeys(registry, registries)) return 'required';
      const { signatures = 'auto', keys } = entryOf(registry) ?? {};
      if (signatures !== 'auto') return signatures;
      return keys === undefined ? defaultDemand(registry, registries) : 'required';
    },
    registryKeys: (registry, registries) => {
      if (hasOperatorKeys(registry, registries)) return registryKeys;
      const keys = entryOf(registry)?.keys;
      return keys === undefined ? undefined : { keys };
    },
    ...(trustedRoot === undefined ? {} : { trustedRoot }),
    ...(refreshed === undefined ? {} : { refreshed }),
    ...(issuers === undefined ? {} : { issuers }),
  };
}
