import { registryOf, scopeOf } from '../registry/registry-map.ts';
import type { Run } from './provider.ts';

/**
 * Whether a name may be sent to other services: one of the public registry or of a mirror of it, or one that any registry could
 * serve. The names of a scope that has a registry of its own may be private, and another package may have the same.
 */
export function isPublicName(
  name: string,
  { registries, registryKeys }: Pick<Run, 'registries' | 'registryKeys'>,
): boolean {
  const scope = scopeOf(name);
  const own = registries.scopes.find((entry) => entry.scope === scope)?.url;
  if (own === undefined || own === registries.publicRegistry) return true;
  return registryKeys?.(registryOf(registries, name), registries, name) === 'public';
}
