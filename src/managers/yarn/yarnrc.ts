import { GateFailure } from '../../errors.ts';
import type { TextFaults } from '../../text/decode.ts';
import type { NamedRegistry, Read } from '../named-registry.ts';
import { notUnderstood, scoped } from '../named-registry.ts';
import type { SettingEntry } from '../setting-entry.ts';
import { readYaml, yamlEntries } from '../settings-yaml.ts';
import type { YarnrcToken } from './yarnrc-tokens.ts';
import { NotYarnrc, yarnrcTokens } from './yarnrc-tokens.ts';

/** One setting at the top of a `.yarnrc`, as Yarn 1 reads it. */
export interface YarnrcLine extends SettingEntry {
  /** Of a mapping, the text of all its tokens. */
  readonly value: string;
  /** Whether the key is written as it is read: without an escape. */
  readonly isPlain: boolean;
}

/**
 * The settings of a `.yarnrc` by Yarn 1's own grammar, that of its lockfile; one that is not of this grammar, Yarn 1 reads
 * as YAML.
 * @throws GateFailure with the code that `faults` names, for a text that is neither
 */
export function readYarnrc(text: string, path: string, faults: TextFaults): readonly YarnrcLine[] {
  try {
    return settingsIn(yarnrcTokens(text));
  } catch (cause) {
    if (!(cause instanceof NotYarnrc)) throw cause;
    // Yarn 1 then has no settings: an address without quotes makes the whole file one word of YAML.
    if (isWords(text)) return [unread(cause.line)];
    const entries = yamlEntries(readYaml(text, path, faults, 'failsafe'));
    if (entries !== undefined && entries.length > 0) return entries.map(fromYaml);
    throw new GateFailure(faults.syntax, `This is not what Yarn 1 reads; ${faults.fix}.`, { path, line: cause.line });
  }
}

/** Whether a text is a plain scalar of YAML, perhaps over several lines: nothing in it can make a mapping. */
function isWords(text: string): boolean {
  const said = text.replaceAll(/^[ \t]*#.*$/gm, '').trim();
  return /^[a-z]/i.test(said) && !/[{?]|:(?:\s|$)/.test(said);
}

/** Stands for a part of a file that Yarn 1 does not read. */
const unread = (line: number): YarnrcLine => ({ key: '', value: '', line, isPlain: false });

const fromYaml = (entry: SettingEntry): YarnrcLine => {
  const value: unknown = JSON.parse(entry.value);
  return { ...entry, value: typeof value === 'string' ? value : entry.value, isPlain: true };
};

/**
 * The settings that tokens make, several in a line too. Yarn 1 ignores all that follows a line which is indented where no
 * mapping begins.
 * @throws NotYarnrc
 */
function settingsIn(tokens: readonly YarnrcToken[]): readonly YarnrcLine[] {
  const settings: YarnrcLine[] = [];
  let at = 0;
  const next = (): YarnrcToken => tokens[at++] ?? END;
  const isValue = (token = END) => token.is === 'text' || token.is === 'scalar';
  while (at < tokens.length) {
    const keys = [next()];
    if (keys[0]?.is === 'newline') continue;
    while (tokens[at]?.is === 'comma') {
      at++;
      keys.push(next());
    }
    if (keys[0]?.is === 'indent') return [...settings, unread(keys[0].line)];
    for (const { is, value, line } of keys) if (is !== 'text' || value === '') throw new NotYarnrc(line);
    const hasColon = tokens[at]?.is === 'colon';
    if (hasColon) at++;
    const first = at;
    if (isValue(tokens[at])) at++;
    else if (hasColon) at = endOfMapping(tokens, at);
    else throw new NotYarnrc(tokens[at]?.line ?? keys.at(-1)?.line ?? 1);
    const invalid = tokens.slice(first, at).find(({ is }) => is === 'invalid');
    if (invalid !== undefined) throw new NotYarnrc(invalid.line);
    const value = tokens
      .slice(first, at)
      .map((token) => token.value)
      .join(' ')
      .trim();
    settings.push(...keys.map(({ value: key, line, isPlain }) => ({ key, value, line, isPlain })));
  }
  return settings;
}

const END: YarnrcToken = { is: 'newline', value: '', line: 1, isPlain: true };

/** Every line below the key of a mapping that is indented. */
function endOfMapping(tokens: readonly YarnrcToken[], from: number): number {
  let at = from;
  while (tokens[at]?.is === 'newline') {
    let below = at;
    while (tokens[below]?.is === 'newline') below++;
    if (tokens[below]?.is !== 'indent') return at;
    while (below < tokens.length && tokens[below]?.is !== 'newline') below++;
    at = below;
  }
  return at;
}

/** `registry "https://…"`, `"@scope:registry" "https://…"`. */
export function yarnrcRegistries({ path, value: settings }: Read<readonly YarnrcLine[]>): readonly NamedRegistry[] {
  // Of several, Yarn takes the last.
  const last = new Map(settings.map((setting) => [setting.key, setting]));
  return [...last.values()].flatMap(({ key, value, line }) => {
    const [, scope] = /^(?:(@.+):)?registry$/s.exec(key) ?? [];
    if (scope === undefined && key !== 'registry') return [];
    if (!/^\S+$/.test(value)) throw notUnderstood(path, line);
    return [{ ...scoped(scope), url: value, path, line }];
  });
}

export const yarnrcEntries = (settings: readonly YarnrcLine[]): readonly SettingEntry[] | undefined =>
  settings.every(({ isPlain }) => isPlain) ? settings.map(({ key, value, line }) => ({ key, value, line })) : undefined;
