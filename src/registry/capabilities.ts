import type { Capability } from '../model/index.ts';
import type { RegistryMap } from './registry-map.ts';

/**
 * Whether a registry must provide something for a package.
 * - `required`: it must; what is left out is evidence that is unavailable.
 * - `auto`: it is judged where the registry offers it.
 * - `none`: it is not asked for, and the rules that rest on it are not applicable.
 */
export type Demand = 'required' | 'auto' | 'none';

/** The demand that applies to one package name: entries of a policy speak for their scopes only. */
export type Demands = (capability: Capability, registry: string, registries: RegistryMap, name: string) => Demand;

export const defaultDemand: Demands = (_capability, registry, { publicRegistry }) =>
  registry === publicRegistry ? 'required' : 'auto';
