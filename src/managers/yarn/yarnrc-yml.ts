import { GateFailure } from '../../errors.ts';
import type { TextFaults } from '../../text/decode.ts';
import type { Environment, NamedRegistry, Read } from '../named-registry.ts';
import { notUnderstood, scoped, withVariables } from '../named-registry.ts';
import { emptyObject } from '../object-of.ts';
import type { JsonValue } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import type { SettingsYaml } from '../settings-yaml.ts';
import { readYaml } from '../settings-yaml.ts';

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

/** By this line, Yarn 2 and later read a file by the grammar of Yarn 1's lockfiles, and not as YAML. */
const CLASSIC = /^\s*#\s*yarn\s+lockfile\s+v1\s*$/im;

/** @throws GateFailure with the code that `faults` names, also for a file that Yarn does not read as YAML */
export function readYarnrcYml(text: string, path: string, faults: TextFaults): SettingsYaml {
  if (CLASSIC.test(text)) {
    throw new GateFailure(
      faults.syntax,
      'With the comment `yarn lockfile v1` Yarn does not read this file as YAML; remove the comment.',
      { path },
    );
  }
  return readYaml(text, path, faults, 'failsafe');
}
