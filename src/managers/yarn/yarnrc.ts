import type { NamedRegistry, Read } from '../named-registry.ts';
import { notUnderstood, scoped } from '../named-registry.ts';
import type { Setting } from '../setting.ts';

/** One line of a `.yarnrc` that is neither blank nor a comment. */
export interface YarnrcLine {
  /** 1-based. */
  readonly line: number;
  readonly content: string;
  /** Without quotes. */
  readonly key: string;
  readonly value: string;
}

/** Yarn classic: `key value`, either of them quoted. */
export function readYarnrc(text: string): readonly YarnrcLine[] {
  return text.split(/\r\n|[\r\n]/).flatMap((raw, at): readonly YarnrcLine[] => {
    const content = raw.trim();
    if (content === '' || content.startsWith('#')) return [];
    const [, key = content, value = ''] = /^("[^"]*"|[^\s:]+(?::registry)?):?\s+(.*)$/s.exec(content) ?? [];
    return [{ line: at + 1, content, key: key.trim().replaceAll(/^["']|["']$/g, ''), value }];
  });
}

/** `registry "https://…"`, `"@scope:registry" "https://…"`. */
export function yarnrcRegistries({ path, value: lines }: Read<readonly YarnrcLine[]>): readonly NamedRegistry[] {
  return lines.flatMap(({ line, content }) => {
    if (!/^"?(?:@[^"]*:)?registry\b/.test(content)) return [];
    const found = /^"?(?:(@[^:"\s]+):)?registry"?:?\s+"?([^"\s]+)"?\s*(?:#.*)?$/.exec(content);
    if (found === null) throw notUnderstood(path, line);
    return [{ ...scoped(found[1]), url: found[2] ?? '', path, line }];
  });
}

const watched =
  /registry$|proxy|strict-ssl|cafile|^ca$|auth|ignore-scripts|yarn-path|offline-mirror|unsafe-|^--|lockfile|^plugin|^env$/i;

export const yarnrcSettings = (lines: readonly YarnrcLine[]): readonly Setting[] =>
  lines.flatMap(({ line, key, value }) => (watched.test(key) ? [{ affects: 'gate', key, value, line }] : []));
