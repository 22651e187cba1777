import type { Environment, NamedRegistry, Read } from '../named-registry.ts';
import { notUnderstood, scoped, withVariables } from '../named-registry.ts';
import { emptyObject } from '../object-of.ts';
import type { JsonValue } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import type { SettingsYaml } from '../settings-yaml.ts';
import { yamlSettings } from '../settings-yaml.ts';

/** Yarn 2 and later: `npmRegistryServer`, also below `npmScopes`, whose keys have no `@`. */
export function yarnrcYmlRegistries(
  { path, value: { root, line, isOneMapping } }: Read<SettingsYaml>,
  env: Environment,
): readonly NamedRegistry[] {
  if (!isOneMapping) throw notUnderstood(path);
  const server = (of: JsonObject, scope?: string) => {
    const value = of.get('npmRegistryServer');
    if (value === undefined) return [];
    const place = { path, line: line(of.offsetOf('npmRegistryServer')) };
    return [{ ...scoped(scope), url: withVariables(value, env), ...place }];
  };
  const mapOf = (value: JsonValue | undefined): JsonObject => {
    if (value === undefined || value === null) return emptyObject;
    if (value instanceof JsonObject) return value;
    throw notUnderstood(path);
  };
  const scopes = mapOf(root.get('npmScopes'));
  return [...server(root), ...scopes.keys.flatMap((key) => server(mapOf(scopes.get(key)), `@${key}`))];
}

export const yarnrcYmlSettings = yamlSettings(
  /^npm|registr|auth|proxy|^ca|cert|ssl|^http|unsafe|script|yarnPath|plugins|checksum|immutable|hardened|network|^enableNetwork|AgeGate|Preapproved|ignorePath|cacheMigration|injectEnvironment|initScope|dependenciesMeta/i,
);
