import { GateFailure } from '../errors.ts';
import type { ManagerId } from '../model/index.ts';
import { JsonObject } from '../text/json-object.ts';
import { manifestSettings } from './manifest-settings.ts';
import type { Overrides } from './overrides.ts';
import { noOverrides } from './overrides.ts';
import type { ProjectFiles, ReadFile } from './settings-file.ts';
import { filled, regular } from './settings-file.ts';
import { managerOf, managers } from './index.ts';

/** More entries are in no honest project, and each is looked at for each requirement. */
const MAX_ENTRIES = 1_000;

/**
 * What the overrides of a project of the head come to, by its package manager: the one of its lockfile or, where it has
 * none, the one that its manifest names, else npm. What will be installed is decided by the head's settings, whatever the
 * base's were.
 * @param format of its lockfile; undefined where it has none
 * @throws GateFailure `manifest-invalid`; `budget` for more entries than any project has
 */
export async function projectOverrides(format: ManagerId | undefined, files: ProjectFiles): Promise<Overrides> {
  const manifest = regular(await files.at('package.json'));
  if (!(manifest?.value.value instanceof JsonObject)) return noOverrides;
  const unnamed = (await hasWorkspaceFile(files)) ? 'pnpm' : 'npm';
  const manager = format ?? namedManager(manifest.value.value) ?? unnamed;
  const found = await managerOf(manager).settings.overrides(manifest, files);
  const others = format === undefined && manager === 'npm' ? othersOf(manifest) : [];
  const overrides = { ...found, unapplied: [...found.unapplied, ...others] };
  const { replacements, ofWorkspaces, unapplied } = overrides;
  if (replacements.length + ofWorkspaces.length + unapplied.length <= MAX_ENTRIES * 2) return overrides;
  throw new GateFailure('budget', 'There are more overrides than in any honest project; nothing was resolved.', {
    path: manifest.path,
  });
}

/** @throws GateFailure `manifest-invalid` for one that holds nothing */
async function hasWorkspaceFile(files: ProjectFiles): Promise<boolean> {
  const file = await files.at('pnpm-workspace.yaml');
  const isMalformed = file.state === 'unreadable' && file.why === 'malformed';
  return isMalformed || filled(regular(file)) !== undefined;
}

function namedManager(root: JsonObject): ManagerId | undefined {
  const said = root.get('packageManager');
  const [, program = '', major = ''] = (typeof said === 'string' && /^([a-z]+)@(\d+)/.exec(said)) || [];
  return managers.find(({ isNamedBy }) => isNamedBy(program, Number(major)))?.id;
}

/** What another manager than npm would read: nothing says who installs. */
function othersOf({ path, value }: ReadFile<'package.json'>): Overrides['unapplied'] {
  const keys = [['override', 'resolutions'] as const, ['override', 'pnpm', 'overrides'] as const];
  return manifestSettings(value, keys).flatMap(({ key, line }) => {
    const entry = /^(?:resolutions|pnpm\.overrides)\.(.+)$/s.exec(key)?.[1];
    if (entry === undefined) return [];
    const name = /(?:^|[/>])((?:@[^/@>*]+\/)?[^/@>*]+)(?:@[^/>]*)?$/.exec(entry)?.[1];
    return [{ path, line, key, ...(name !== undefined && { name }) }];
  });
}
