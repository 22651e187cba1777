import { isExact, lockedPackage } from '../../lockfile/entry.ts';
import { isPackageName } from '../../lockfile/names.ts';
import type { Importer, LockedPackage, Lockfile, Requirement } from '../../model/index.ts';
import type { JsonValue } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import type { PinnedSetting, WithImporters } from '../importers.ts';
import { objectOf } from '../object-of.ts';
import type { ProjectFiles } from '../settings-file.ts';
import { CONFIG_FOLDER } from './lockfile.ts';

/** One entry of `configDependencies`, of which settings file. */
interface Declared {
  readonly name: string;
  readonly value: JsonValue | undefined;
  readonly at: PinnedSetting;
}

/**
 * Adds the packages that `configDependencies` pin in the settings themselves, as pnpm 10 has it: pnpm downloads them before all
 * others and runs their pnpmfile. Each is a package like those of a lockfile's first document, under the same importer.
 */
export async function withConfigDependencies(
  stated: WithImporters,
  files: ProjectFiles | undefined,
): Promise<WithImporters> {
  const declared = files === undefined ? [] : await declaredIn(files);
  if (declared.length === 0) return stated;
  const { lockfile } = stated;
  const own = lockfile.importers.find(({ path }) => path === CONFIG_FOLDER);
  const locked = new Map(own?.requires.map(({ name, spec }) => [name, spec]));
  const pinned: LockedPackage[] = [];
  const settings: PinnedSetting[] = [];
  for (const { name, value, at } of declared) {
    const made = packageOf(name, value, at);
    // pnpm 11 keeps the pin in the lockfile, for the version that the settings name.
    if (made === undefined && !(typeof value === 'string' && locked.get(name) === value)) continue;
    if (made !== undefined && !locked.has(name)) pinned.push(made);
    settings.push(at);
  }
  return { ...stated, lockfile: withPinned(lockfile, own, pinned), settings };
}

async function declaredIn(files: ProjectFiles): Promise<readonly Declared[]> {
  const [workspace, manifest] = [await files.at('pnpm-workspace.yaml'), await files.at('package.json')];
  const maps = [
    ...(workspace.state === 'read' && workspace.value.isOneMapping
      ? [{ path: workspace.path, key: '', root: workspace.value.root }]
      : []),
    ...(manifest.state === 'read'
      ? [{ path: manifest.path, key: 'pnpm.', root: objectOf(objectOf(manifest.value.value).get('pnpm')) }]
      : []),
  ];
  return maps.flatMap(({ path, key, root }) => {
    const entries = objectOf(root.get('configDependencies'));
    return entries.keys.map((name) => ({
      ...{ name, value: entries.get(name) },
      at: { path, key: `${key}configDependencies.${name}` },
    }));
  });
}

/** `1.0.0+sha512-…`, or a map of that with the address of its tarball; undefined for anything else. */
function packageOf(name: string, value: JsonValue | undefined, { path }: PinnedSetting): LockedPackage | undefined {
  const map = value instanceof JsonObject ? value : undefined;
  const pin = map === undefined ? value : map.get('integrity');
  const tarball = map?.get('tarball') ?? undefined;
  const [, version = '', integrity = ''] = (typeof pin === 'string' && /^([^+]*)\+(.+)$/s.exec(pin)) || [];
  if (!isPackageName(name) || !isExact(version) || (tarball !== undefined && typeof tarball !== 'string')) {
    return undefined;
  }
  const made = {
    key: `settings:${path}:${name}`,
    name,
    version,
    source: { kind: 'registry' },
    line: 1,
    requires: [],
    claims: {},
  } as const;
  return lockedPackage(made, name, tarball, integrity);
}

function withPinned(lockfile: Lockfile, own: Importer | undefined, pinned: readonly LockedPackage[]): Lockfile {
  if (pinned.length === 0) return lockfile;
  const asked = pinned.map(({ name, version, key }): Requirement => ({ name, spec: version, type: 'prod', to: key }));
  const importer = { path: CONFIG_FOLDER, line: 1, requires: [...(own?.requires ?? []), ...asked] };
  return {
    ...lockfile,
    packages: [...lockfile.packages, ...pinned],
    importers: [...lockfile.importers.filter((each) => each !== own), importer],
  };
}
