import type { Environment, NamedRegistry, Read } from '../named-registry.ts';
import { scoped } from '../named-registry.ts';
import type { SettingEntry } from '../setting-entry.ts';

/** One line of an `.npmrc` that is neither blank nor a comment, as written and as npm's own parser reads it. */
export interface NpmrcLine {
  /** 1-based. */
  readonly line: number;
  /** The text before the first `=`. */
  readonly key: string;
  /** The text after it; undefined if there is no `=`. */
  readonly value?: string;
  /** How npm reads it: one key and its value, or a section; empty if npm ignores it. */
  readonly meant: Readonly<Record<string, unknown>>;
  /** `header`: begins a section; `entry`: is in one, from which npm reads no settings. */
  readonly section?: 'header' | 'entry';
}

/** npm's grammar, with the line of each entry. A carriage return also ends a line. */
export async function readNpmrc(text: string): Promise<readonly NpmrcLine[]> {
  const { default: ini } = await import('ini');
  let inSection = false;
  return text.split(/\r\n|[\r\n]/).flatMap((raw, at): readonly NpmrcLine[] => {
    const content = raw.trim();
    if (content === '' || /^[;#]/.test(content)) return [];
    const isHeader = /^\[[^\]]*\]\s*$/.test(raw);
    inSection ||= isHeader;
    const sign = content.indexOf('=');
    const written =
      sign < 0
        ? { key: content }
        : { key: content.slice(0, sign).trimEnd(), value: content.slice(sign + 1).trimStart() };
    return [
      { line: at + 1, ...written, meant: ini.parse(raw), ...(inSection && { section: isHeader ? 'header' : 'entry' }) },
    ];
  });
}

/** The settings of an `.npmrc` as npm reads them, each key with the line where it first appears. */
export function npmrcValues(
  lines: readonly NpmrcLine[],
): ReadonlyMap<string, { readonly value: unknown; readonly line: number }> {
  const values = new Map<string, { readonly value: unknown; readonly line: number }>();
  for (const { line, meant, section } of lines) {
    if (section === 'entry') continue;
    for (const [key, value] of Object.entries(meant)) {
      const before = values.get(key);
      // As in npm: `key[]` makes a list, and further values are added to it.
      const isList = before !== undefined && (Array.isArray(value) || Array.isArray(before.value));
      values.set(key, { line: before?.line ?? line, value: isList ? [before.value, value].flat() : value });
    }
  }
  return values;
}

/** `registry=` and `@scope:registry=`. */
export async function npmrcRegistries(
  { path, value }: Read<readonly NpmrcLine[]>,
  env: Environment,
): Promise<readonly NamedRegistry[]> {
  const { default: envReplace } = await import('@npmcli/config/lib/env-replace.js');
  return [...npmrcValues(value)].flatMap(([raw, { value: said, line }]) => {
    const key = envReplace(raw, { ...env });
    const scope = /^(@.+):registry$/.exec(key)?.[1];
    if (scope === undefined && key !== 'registry') return [];
    const url = typeof said === 'string' ? envReplace(said, { ...env }) : '';
    return [{ ...scoped(scope), url, path, line }];
  });
}

/** Keys about which packages may run scripts, or that take settings from elsewhere: what they come to is not known here. */
const scriptLists: ReadonlySet<string> = new Set([
  ...['allow-scripts', 'dangerously-allow-all-scripts', 'strict-allow-scripts', 'allow-builds', 'userconfig'],
  ...['dangerously-allow-all-builds', 'only-built-dependencies', 'only-built-dependencies-file'],
  ...['never-built-dependencies', 'ignored-built-dependencies', 'globalconfig', 'npmrc-auth-file'],
]);

/**
 * Whether an `.npmrc` says `ignore-scripts=true`. Undefined if its script settings cannot be interpreted here: sections,
 * keys that managers read otherwise, lists of packages, or anything but `true` and `false`.
 */
export function npmrcIgnoresScripts(lines: readonly NpmrcLine[]): boolean | undefined {
  const values = npmrcValues(lines);
  // The header of a section is no plain key.
  if (!lines.every(isPlain) || [...values.keys()].some((key) => scriptLists.has(kebab(key)))) return undefined;
  const ignores = values.get('ignore-scripts')?.value ?? false;
  return typeof ignores === 'boolean' ? ignores : undefined;
}

const kebab = (key: string): string =>
  key
    .replaceAll(/(?<=[a-z])[A-Z]/g, '-$&')
    .replaceAll('_', '-')
    .toLowerCase();

/**
 * Whether every manager reads the key of a line as it is written: without an escape, a comment, quotes that change it
 * or, except for a registry's own settings, a variable.
 */
function isPlain({ key: raw, value, meant }: NpmrcLine): boolean {
  // `split` and not a pattern with blanks before the sign, which takes quadratic time.
  const key = value === undefined ? (raw.split(/[;#]/, 1)[0] ?? '').trimEnd() : raw;
  if (key.includes('\\') || (key.includes('${') && !/^["']?\/\//.test(key))) return false;
  const name = key.replace(/^(["'])(.*)\1$/s, '$2').replace(/(?<=.)\[\]$/s, '');
  return Object.keys(meant).every((each) => each === name);
}

/**
 * The settings of an `.npmrc` as npm reads them, and as pnpm 12 does, which also reads those in sections. Undefined if
 * a key is not plain.
 */
export function npmrcEntries(lines: readonly NpmrcLine[]): readonly SettingEntry[] | undefined {
  if (!lines.every((line) => line.section === 'header' || isPlain(line))) return undefined;
  return lines.flatMap(({ line, key, value = '', meant, section }): readonly SettingEntry[] => {
    const [name = key] = Object.keys(meant);
    return section === 'header' ? [] : [{ key: name, value, line }];
  });
}
