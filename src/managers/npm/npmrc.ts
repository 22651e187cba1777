import type { Environment, NamedRegistry, Read } from '../named-registry.ts';
import { scoped } from '../named-registry.ts';
import type { Setting } from '../setting.ts';

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

/**
 * Whether an `.npmrc` says `ignore-scripts=true`. Undefined if its script settings cannot be interpreted here: sections,
 * lists of packages, or anything that lets all of them run.
 */
export function npmrcIgnoresScripts(lines: readonly NpmrcLine[]): boolean | undefined {
  let ignores = false;
  for (const { key, value = 'true' } of lines) {
    if (/^\[|allow-.*(?:script|build)|(?:built|builds?)-?dep|["'\\]|\$\{/i.test(key)) return undefined;
    if (key === 'ignore-scripts') ignores = value === 'true';
  }
  return ignores;
}

/** Keys (pnpm reads this file too) for where packages come from, with which credentials, and what is run. */
const watched =
  /^(?:@[^:]*:)?registry$|^\/\/|auth|^username$|^email$|password|^otp$|proxy|^ca$|cafile|^cert|^key|strict-ssl|ignore-scripts|^scripts?-|script-shell|allow-scripts|replace-registry-host|^before$|min-release-age|minimum-release-age|^git$|node-options|^userconfig$|^globalconfig$|^prefix$|only-built|never-built|allow-all-builds|allow-builds|trust-policy|block-exotic|pnpmfile|^package-lock$|lockfile|shrinkwrap|omit-lockfile|install-strategy|^node-version$|use-node-version|manage-package-manager|config-dependencies|verify-deps|^dry-run$|allow-git|allow-remote|allow-file|allow-directory/i;

/** The settings of an `.npmrc` that affect the gate, by the keys as written and as npm reads them. */
export function npmrcSettings(lines: readonly NpmrcLine[]): readonly Setting[] {
  return lines.flatMap(({ line, key, value = '', meant, section }): readonly Setting[] => {
    const name = key
      .replace(/\[\]$/, '')
      .trim()
      .replaceAll(/^["']|["']$/g, '');
    const counting = [name, ...(section === 'header' ? [] : Object.keys(meant))].find((each) => watched.test(each));
    return counting === undefined ? [] : [{ affects: 'gate', key: counting, value, line }];
  });
}
