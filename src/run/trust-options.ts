import type { RegistryMap } from '../registry/registry-map.ts';
import { defaultDemand } from '../trust/trust-options.ts';
import type { TrustOptions } from '../trust/trust-options.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import type { TrustSettings } from './trust-settings.ts';
import { expectedIssuers } from './trusted-issuers.ts';

/**
 * What `collect` has to know of whom to trust. What is demanded of a registry, in this order: the operator's keys, which
 * are the default registry's; what the policy says of it; keys that the policy has for it. Then the public registry must
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
