import { overrideTarget } from '../lockfile/locked-settings.ts';
import { isPackageName } from '../lockfile/names.ts';
import type { DeclaredSettings } from './declared.ts';
import type { Overrides, Unapplied } from './overrides.ts';
import type { Replacement } from './replacing.ts';
import { removed } from './replacing.ts';
import type { Setting } from './setting.ts';

/** `name`, `name@range`, `parent>name`, `parent@range>name@range`: a `>` that belongs to a range follows a blank, a bar or the `@`. */
export const OVERRIDE_KEY = /^(?:((?:@[^/@>]+\/)?[^/@>]+)(?:@(.*?[^ |@]))?>)?((?:@[^/@>]+\/)?[^/@>]+)(?:@(.+))?$/s;

/** The path of a file and its settings; undefined if it counts as a whole. */
type SettingsIn = readonly [path: string, settings: readonly Setting[] | undefined];

/**
 * Overrides of pnpm and bun, with references and catalogs resolved. pnpm applies them instead of what each manifest says.
 * For bun only overrides of a plain name count: what it does with others depends on its version.
 */
export function declaredOverrides(
  manager: 'pnpm' | 'bun',
  declared: DeclaredSettings,
  files: readonly SettingsIn[],
): Overrides {
  const replacements: Replacement[] = [];
  const unapplied: Unapplied[] = [];
  for (const [key, { value, file }] of declared.overrides) {
    const [, parent, parentRange, name = '', asked] = OVERRIDE_KEY.exec(key) ?? [];
    const isSimple = manager === 'pnpm' || isPackageName(key);
    if (value === undefined || !isSimple || !isPackageName(name) || (manager === 'bun' && value === '-')) {
      const target = overrideTarget(key);
      const place = placeOf(files, file, key);
      unapplied.push({ path: file, ...place, ...(isPackageName(target) && { name: target }) });
      continue;
    }
    replacements.push({
      name,
      ...(asked !== undefined && { asked: { spec: asked, exactly: false } }),
      ...(parent !== undefined && {
        parent: { name: parent, ...(parentRange !== undefined && { range: parentRange }) },
      }),
      spec: value === '-' ? removed : value,
    });
  }
  return { replacements, ofWorkspaces: replacements, unapplied };
}

/** The key and line of an entry in its file; line 1 if it has no line of its own. */
function placeOf(
  files: readonly SettingsIn[],
  path: string,
  key: string,
): { readonly key: string; readonly line: number } {
  const settings = files.find(([file]) => file === path)?.[1] ?? [];
  const found = settings.find(({ affects, key: full }) => affects === 'override' && full.endsWith(`.${key}`));
  return { key: found?.key ?? `overrides.${key}`, line: found?.line ?? 1 };
}
