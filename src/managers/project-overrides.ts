import { GateFailure } from '../errors.ts';
import type { ManagerId } from '../model/index.ts';
import { JsonObject } from '../text/json-object.ts';
import { manifestSettings } from './manifest-settings.ts';
import type { Overrides } from './overrides.ts';
import { noOverrides } from './overrides.ts';
import type { ProjectFiles, ReadFile } from './settings-file.ts';
import { filled, regular } from './settings-file.ts';
import { managerOf, managers } from './index.ts';

/** No honest project has more entries, and each is checked for each requirement. */
const MAX_ENTRIES = 1_000;

/**
 * The effective overrides of a project of the head, by its package manager: the one of its lockfile or, if it has
 * none, the one that its manifest names, else npm. The head's settings decide what will be installed, whatever the
 * settings of the base were.
 * @param format of its lockfile; undefined if it has none
 * @throws GateFailure `manifest-invalid`; `budget` for more entries than any project has
 */
export async function projectOverrides(format: ManagerId | undefined, files: ProjectFiles): Promise<Overrides> {
  const manifest = regular(await files.at('package.json'));
  if (!(manifest?.value.value instanceof JsonObject)) return noOverrides;
  const manager = await managerOfProject(format, files);
  const found = await managerOf(manager).settings.overrides(manifest, files);
  const others = format === undefined && manager === 'npm' ? othersOf(manifest) : [];
  const overrides = { ...found, unapplied: [...found.unapplied, ...others] };
  const { replacements, ofWorkspaces, unapplied } = overrides;
  if (replacements.length + ofWorkspaces.length + unapplied.length <= MAX_ENTRIES * 2) return overrides;
  throw new GateFailure(
    'budget',
    `There are more than ${MAX_ENTRIES} overrides, so nothing was resolved; remove some.`,
    {
      path: manifest.path,
    },
  );
}

/**
 * The package manager of a project: the one of its lockfile or, if it has none, the one that its manifest names, else npm.
 * @param format of its lockfile; undefined if it has none
 * @throws GateFailure `manifest-invalid`
 */
export async function managerOfProject(format: ManagerId | undefined, files: ProjectFiles): Promise<ManagerId> {
  if (format !== undefined) return format;
  const root = regular(await files.at('package.json'))?.value.value;
  const named = root instanceof JsonObject ? namedManager(root) : undefined;
  return named ?? ((await hasWorkspaceFile(files)) ? 'pnpm' : 'npm');
}

/** @throws GateFailure `manifest-invalid` for an empty file */
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

/** What another manager would read: nothing says which manager installs. */
function othersOf({ path, value }: ReadFile<'package.json'>): Overrides['unapplied'] {
  const keys = [['override', 'resolutions'] as const, ['override', 'pnpm', 'overrides'] as const];
  return manifestSettings(value, keys).flatMap(({ key, line }) => {
    const entry = /^(?:resolutions|pnpm\.overrides)\.(.+)$/s.exec(key)?.[1];
    if (entry === undefined) return [];
    const name = /(?:^|[/>])((?:@[^/@>*]+\/)?[^/@>*]+)(?:@[^/>]*)?$/.exec(entry)?.[1];
    return [{ path, line, key, ...(name !== undefined && { name }) }];
  });
}
