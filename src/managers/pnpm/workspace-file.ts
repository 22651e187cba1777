import type { Environment, NamedRegistry, Read } from '../named-registry.ts';
import { notUnderstood, scoped, withVariables } from '../named-registry.ts';
import { emptyObject } from '../object-of.ts';
import { JsonObject } from '../../text/json-object.ts';
import type { ProjectFiles } from '../settings-file.ts';
import type { SettingsYaml } from '../settings-yaml.ts';

/** `registry`, and `registries` with `default` and scopes. */
export function workspaceRegistries(
  { path, value: { root, line, isOneMapping } }: Read<SettingsYaml>,
  env: Environment,
): readonly NamedRegistry[] {
  const listed = root.get('registries') ?? emptyObject;
  if (!isOneMapping || !(listed instanceof JsonObject)) throw notUnderstood(path);
  const named = (of: JsonObject, key: string, scope?: string): NamedRegistry => ({
    ...scoped(scope),
    ...{ url: withVariables(of.get(key), env), path, line: line(of.offsetOf(key)) },
  });
  return [
    ...(root.has('registry') ? [named(root, 'registry')] : []),
    ...listed.keys.map((key) => named(listed, key, key === 'default' ? undefined : key)),
  ];
}

/**
 * The globs of `packages`; one that matches every folder for a file of which it is not known what pnpm makes of it. pnpm
 * asks a lockfile about a folder only if that has dependencies, and runs its scripts anyway.
 */
export async function pnpmWorkspaces(files: ProjectFiles): Promise<readonly string[]> {
  const file = await files.at('pnpm-workspace.yaml');
  if (file.state === 'absent') return [];
  if (file.state === 'unreadable' || !file.value.isOneMapping) return ['**'];
  const { root } = file.value;
  const globs = root.get('packages') ?? [];
  return Array.isArray(globs) ? globs.filter((each) => typeof each === 'string') : ['**'];
}
