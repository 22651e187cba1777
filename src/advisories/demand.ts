import type { RegistryMap } from '../registry/registry-map.ts';

/** `required`: it must keep advisories. `auto`: it may have no endpoint for them. `none`: it is not asked. */
export type AdvisoryDemand = 'required' | 'auto' | 'none';

export function defaultAdvisoryDemand(registry: string, { publicRegistry }: RegistryMap): AdvisoryDemand {
  return registry === publicRegistry ? 'required' : 'auto';
}
