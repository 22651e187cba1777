import { quoted } from '../text/visible.ts';
import type { Args } from '../model/rule.ts';

/** Room for eight keys of a hundred characters. */
const longest = 1_000;

/** The added, changed and removed keys of a settings file, in words. Values are never shown, because one may be a secret. */
export function inKeys({ added, changed, removed }: Args): string {
  const list = (what: string, keys: string | number | undefined) =>
    keys === undefined ? [] : [`${what} ${quoted(keys, longest)}`];
  return [...list('added', added), ...list('changed', changed), ...list('removed', removed)].join('; ');
}
