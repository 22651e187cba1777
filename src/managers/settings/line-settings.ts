import type { ReadSettings, Setting } from './setting.ts';

/**
 * Settings files are compared by their lines and not parsed: no parser's leniency stands between what a package manager
 * reads and what is seen here, and hostile YAML or TOML costs nothing (docs/decisions/0110). What does not look like the
 * files that people write makes the file count as a whole.
 */

/** Keys of `.npmrc` (and of pnpm, which reads it too) that say where from, with which credentials, and what is run. */
const npmKey =
  /^(?:@[^:]*:)?registry$|^\/\/|auth|^username$|^email$|password|^otp$|proxy|^ca$|cafile|^cert|^key|strict-ssl|ignore-scripts|^scripts?-|script-shell|allow-scripts|replace-registry-host|^before$|min-release-age|minimum-release-age|^git$|node-options|^userconfig$|^globalconfig$|^prefix$|only-built|never-built|allow-all-builds|allow-builds|trust-policy|block-exotic|pnpmfile|^package-lock$|lockfile|shrinkwrap|omit-lockfile|install-strategy|^node-version$|use-node-version|manage-package-manager|config-dependencies|verify-deps|^dry-run$|allow-git|allow-remote|allow-file|allow-directory/i;

export const npmrcSettings: ReadSettings = (text) =>
  linesOf(text).flatMap(({ line, content }): readonly Setting[] => {
    if (/^[;#]/.test(content)) return [];
    const { key, value } = parted(content);
    const name = unquoted(key.replace(/\[\]$/, ''));
    return npmKey.test(name) ? [{ bears: 'gate', key: name, value, line }] : [];
  });

const yarnKey =
  /registry$|proxy|strict-ssl|cafile|^ca$|auth|ignore-scripts|yarn-path|offline-mirror|unsafe-|^--|lockfile|^plugin|^env$/i;

/** Yarn classic: `key value`, either of them quoted. */
export const yarnrcSettings: ReadSettings = (text) =>
  linesOf(text).flatMap(({ line, content }): readonly Setting[] => {
    if (content.startsWith('#')) return [];
    const [, key = content, value = ''] = /^("[^"]*"|[^\s:]+(?::registry)?):?\s+(.*)$/s.exec(content) ?? [];
    return yarnKey.test(unquoted(key)) ? [{ bears: 'gate', key: unquoted(key), value, line }] : [];
  });

/** bun: every key of `[install]` and of the tables below it, and dotted keys of the same meaning. */
export const bunfigSettings: ReadSettings = (text) => {
  const settings: Setting[] = [];
  let table = '';
  for (const { line, content } of linesOf(text)) {
    if (content.startsWith('#')) continue;
    const header = /^\[\[?\s*([^\]]*?)\s*\]/.exec(content)?.[1];
    if (header !== undefined) {
      table = header.replaceAll(/["'\s]/g, '');
      continue;
    }
    const { key, value } = parted(content);
    const last = settings.at(-1);
    if (!content.includes('=')) {
      // A value that goes on over several lines belongs to the key above it.
      if (last !== undefined) settings[settings.length - 1] = { ...last, value: `${last.value}\n${content}` };
      continue;
    }
    const name = [table, key.replaceAll(/["'\s]/g, '')].filter((part) => part !== '').join('.');
    settings.push({ bears: 'gate', key: name, value, line });
  }
  return settings.filter(({ key }) => /^(?:install|run)(?:\.|$)|^preload$|registry/.test(key));
};

/** Each line that is not blank, trimmed. A carriage return ends a line too, as npm's reader has it. */
function linesOf(text: string): readonly { readonly line: number; readonly content: string }[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\r\n]/)
    .map((content, at) => ({ line: at + 1, content: content.trim() }))
    .filter(({ content }) => content !== '');
}

/** `key = value` at its first sign; by hand, because a pattern for it takes seconds on a line of many blanks. */
function parted(content: string): { readonly key: string; readonly value: string } {
  const at = content.indexOf('=');
  return at < 0
    ? { key: content, value: '' }
    : { key: content.slice(0, at).trimEnd(), value: content.slice(at + 1).trimStart() };
}

const unquoted = (text: string): string => text.trim().replaceAll(/^["']|["']$/g, '');
