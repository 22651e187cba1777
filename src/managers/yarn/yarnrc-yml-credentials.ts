import type { Environment } from '../named-registry.ts';
import { withVariables } from '../named-registry.ts';
import type { NamedCredential } from '../named-credential.ts';
import { credentialOf } from '../named-credential.ts';
import { objectOf } from '../object-of.ts';
import type { JsonObject } from '../../text/json-object.ts';
import type { ReadFile } from '../settings-file.ts';

/**
 * Yarn 2 and later: `npmAuthToken` and `npmAuthIdent`, for `npmRegistryServer` beside them, also below `npmScopes`, and below
 * `npmRegistries` for the address that is the key. Only the registry that the same file names gets a token of it.
 */
export function yarnrcYmlCredentials(
  { value: { root, isOneMapping } }: ReadFile<'.yarnrc.yml'>,
  env: Environment,
): readonly NamedCredential[] {
  if (!isOneMapping) return [];
  const text = (of: JsonObject, key: string) => {
    const value = of.get(key);
    return typeof value === 'string' ? withVariables(value, env) : undefined;
  };
  const own = (of: JsonObject, registry: string | undefined) =>
    credentialOf(registry, text(of, 'npmAuthToken'), text(of, 'npmAuthIdent'));
  const server = text(root, 'npmRegistryServer');
  const [registries, scopes] = [objectOf(root.get('npmRegistries')), objectOf(root.get('npmScopes'))];
  return [
    ...registries.keys.flatMap((key) => own(objectOf(registries.get(key)), key)),
    ...scopes.keys.flatMap((key) => {
      const scope = objectOf(scopes.get(key));
      return own(scope, text(scope, 'npmRegistryServer') ?? server);
    }),
    ...own(root, server),
  ];
}
