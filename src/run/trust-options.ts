import type { Capability } from '../model/index.ts';
import type { Demand, Demands } from '../registry/capabilities.ts';
import { defaultDemand } from '../registry/capabilities.ts';
import type { RegistryMap } from '../registry/registry-map.ts';
import { scopeOf } from '../registry/registry-map.ts';
import type { TrustOptions } from '../trust/trust-options.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import type { TrustSettings } from './trust-settings.ts';
import { expectedIssuers } from './trusted-issuers.ts';

/**
 * The trust options for `collect`. What a registry must provide for a package is decided in this order: the operator's
 * keys, which are the default registry's; what the policy's entry for that package says; the keys that this entry names.
 * Otherwise the public registry must provide everything, and any other is asked whether it does.
 */
export function trustOptions(
  policy: EffectivePolicy,
  { trustedRoot, registryKeys, refreshed }: TrustSettings,
): TrustOptions {
  const issuers = expectedIssuers(policy);
  const hasOperatorKeys = (registry: string, { defaultRegistry }: RegistryMap) =>
    registryKeys !== undefined && registry === defaultRegistry;
  const demand: Demands = (capability, registry, registries, name) => {
    const isSigning = capability === 'signatures' || capability === 'attestations';
    if (isSigning && hasOperatorKeys(registry, registries)) return 'required';
    const entry = entryFor(policy, registry, name);
    if (entry === undefined) return defaultDemand(capability, registry, registries, name);
    const said = saidOf(entry, capability);
    if (said !== 'auto') return said;
    const mustSign = isSigning && entry.keys !== undefined;
    return mustSign || entry.mirrors === 'public' ? 'required' : defaultDemand(capability, registry, registries, name);
  };
  return {
    demand,
    registryKeys: (registry, registries, name) => {
      if (hasOperatorKeys(registry, registries)) return { keys: registryKeys, alone: false };
      const { keys, mirrors, scopes = [] } = entryFor(policy, registry, name) ?? {};
      // A scope with keys of its own is signed by these alone: else a public package of the same name would verify.
      if (keys !== undefined) return { keys: { keys }, alone: scopes.length > 0 };
      return mirrors;
    },
    ...(trustedRoot === undefined ? {} : { trustedRoot }),
    ...(refreshed === undefined ? {} : { refreshed }),
    ...(issuers === undefined ? {} : { issuers }),
  };
}

type Entry = EffectivePolicy['registries'][number];

/** The entry that speaks for a package at a registry: the one with its scope, else the one without scopes. */
function entryFor({ registries }: EffectivePolicy, registry: string, name: string): Entry | undefined {
  const own = registries.filter(({ url }) => url === registry);
  const scope = scopeOf(name);
  const scoped = scope === undefined ? undefined : own.find(({ scopes }) => scopes.includes(scope));
  return scoped ?? own.find(({ scopes }) => scopes.length === 0);
}

/** Who does not sign does not attest either, unless the entry says so. */
function saidOf(entry: Entry, capability: Capability): Demand {
  const otherwise = capability === 'attestations' && entry.signatures === 'none' ? 'none' : 'auto';
  const word = entry[capability] ?? otherwise;
  return word === 'unsupported' ? 'none' : word;
}
