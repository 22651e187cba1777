import { quoted } from '../text/visible.ts';
import type { Args } from '../model/rule.ts';

/** Room for eight keys of a hundred characters. */
const longest = 1_000;

/** Which keys of a settings file were added, changed and removed, in words. Values are never shown: one may be a secret. */
export function inKeys({ added, changed, removed }: Args): string {
  const said = (what: string, keys: string | number | undefined) =>
    keys === undefined ? [] : [`${what} ${quoted(keys, longest)}`];
  return [...said('added', added), ...said('changed', changed), ...said('removed', removed)].join('; ');
}
