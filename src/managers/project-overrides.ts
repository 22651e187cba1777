import { decodeText, oneFault } from '../text/decode.ts';
import { parseJson } from '../text/json.ts';
import type { JsonDocument } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';
import { overrideTarget } from '../lockfile/locked-settings.ts';
import { join } from '../text/paths.ts';
import { GateFailure } from '../errors.ts';
import type { LockfileFormat, SnapshotFile } from '../model/index.ts';
import type { FileReader } from '../repository/reader.ts';
import type { TextFile } from './settings/declared.ts';
import { bunDeclares, pnpmDeclares } from './settings/declared.ts';
import { PNPMFILES } from '../compare/settings-agreement.ts';
import { wholeFile } from './settings/changed-settings.ts';
import { manifestSettings } from './settings/manifest-settings.ts';
import type { ReadSettings } from './settings/setting.ts';
import { yamlSettings } from './settings/yaml-settings.ts';
import { declaredOverrides } from './declared-overrides.ts';
import { npmOverrides } from './npm/overrides.ts';
import type { Overrides } from './overrides.ts';
import { noOverrides } from './overrides.ts';
import { yarnResolutions } from './yarn/resolutions.ts';

/** More entries are in no honest project, and each is looked at for each requirement. */
const MAX_ENTRIES = 1_000;
const faults = oneFault('manifest-invalid', 'mend the file');

/** A project of the head: what will be installed is decided by its settings, whatever the base's were. */
export interface Project {
  /** Of its lockfile; undefined where it has none. */
  readonly format: LockfileFormat | undefined;
  readonly folder: string;
  readonly files: ReadonlyMap<string, SnapshotFile>;
  readonly reader: FileReader;
}

/**
 * What the overrides of a project come to, by its package manager: the one of its lockfile or, where it has none, the one
 * that its manifest names, else npm.
 * @throws GateFailure `manifest-invalid`; `budget` for more entries than any project has
 */
export async function projectOverrides({ format, folder, files, reader }: Project): Promise<Overrides> {
  const textAt = async (name: string): Promise<TextFile | undefined> => {
    const file = files.get(join(folder, name));
    return file?.mode === 'file'
      ? { path: file.path, text: decodeText(await reader.read(file), file.path, faults) }
      : undefined;
  };
  const manifest = await textAt('package.json');
  if (manifest === undefined) return noOverrides;
  const document = parseJson(manifest.text, manifest.path, faults);
  if (!(document.value instanceof JsonObject)) return noOverrides;
  const workspace = await textAt('pnpm-workspace.yaml');
  const manager = format ?? namedManager(document.value) ?? (workspace === undefined ? 'npm' : 'pnpm');
  const found = of(manager, manifest, document, document.value, workspace);
  const programs = manager === 'pnpm' ? PNPMFILES.filter((name) => files.has(join(folder, name))) : [];
  const overrides = {
    ...found,
    unapplied: [
      ...found.unapplied,
      ...programs.map((name) => ({ path: join(folder, name), line: 1, key: name })),
      ...(format === undefined && manager === 'npm' ? othersOf(manifest) : []),
      ...(manager === 'pnpm' ? extensionsOf(manifest, manifestSettings) : []),
      ...(manager === 'pnpm' ? extensionsOf(workspace, yamlSettings('pnpm')) : []),
      ...(manager === 'yarn-berry' ? extensionsOf(await textAt('.yarnrc.yml'), yamlSettings('yarn')) : []),
    ],
  };
  const { replacements, ofWorkspaces, unapplied } = overrides;
  if (replacements.length + ofWorkspaces.length + unapplied.length <= MAX_ENTRIES * 2) return overrides;
  throw new GateFailure('budget', 'There are more overrides than in any honest project; nothing was resolved.', {
    path: manifest.path,
  });
}

function of(
  manager: LockfileFormat,
  manifest: TextFile,
  document: JsonDocument,
  root: JsonObject,
  workspace: TextFile | undefined,
): Overrides {
  const { path } = manifest;
  switch (manager) {
    case 'npm':
      return npmOverrides(path, document, root);
    case 'yarn-classic':
    case 'yarn-berry':
      return yarnResolutions(path, document, root, manager === 'yarn-classic');
    case 'bun':
      return declaredOverrides('bun', bunDeclares(manifest, []), [manifest]);
    case 'pnpm': {
      const files = workspace === undefined ? [manifest] : [manifest, workspace];
      const declared = pnpmDeclares(manifest, workspace);
      if (declared !== undefined) return declaredOverrides('pnpm', declared, files);
      const file = workspace ?? manifest;
      return { ...noOverrides, unapplied: [{ path: file.path, line: 1, key: 'configDependencies' }] };
    }
  }
}

function namedManager(root: JsonObject): LockfileFormat | undefined {
  const said = root.get('packageManager');
  const named = typeof said === 'string' ? /^(npm|pnpm|yarn|bun)@(\d+)/.exec(said) : null;
  if (named?.[1] === 'yarn') return named[2] === '1' || named[2] === '0' ? 'yarn-classic' : 'yarn-berry';
  return named?.[1] as 'npm' | 'pnpm' | 'bun' | undefined;
}

/** `packageExtensions` add to what a package asks for: each is told, where its package comes in. */
function extensionsOf(file: TextFile | undefined, read: ReadSettings): Overrides['unapplied'] {
  const settings = file === undefined ? [] : (read(file.text) ?? [wholeFile(file.text)]);
  return settings.flatMap(({ key, line }) => {
    const entry = /^(?:pnpm\.)?packageExtensions(?:\.(.+))?$/s.exec(key);
    if (entry === null && key !== wholeFile('').key) return [];
    const name = entry?.[1] === undefined ? undefined : overrideTarget(entry[1]);
    return [{ path: file?.path ?? '', line, key, ...(name !== undefined && { name }) }];
  });
}

/** What another manager than npm would read: nothing says who installs. */
function othersOf({ path, text }: TextFile): Overrides['unapplied'] {
  return (manifestSettings(text) ?? []).flatMap(({ key, line }) => {
    const entry = /^(?:resolutions|pnpm\.overrides)\.(.+)$/s.exec(key)?.[1];
    if (entry === undefined) return [];
    const name = /(?:^|[/>])((?:@[^/@>*]+\/)?[^/@>*]+)(?:@[^/>]*)?$/.exec(entry)?.[1];
    return [{ path, line, key, ...(name !== undefined && { name }) }];
  });
}
