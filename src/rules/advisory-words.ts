import type { Advisory } from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import type { Args } from '../model/rule.ts';

/** The parts of messages about an advisory record: its ids and its affected versions, never its own prose. */

export function advisoryArgs({ id, aliases = [], unread = false }: Advisory): Args {
  return {
    advisory: id,
    ...(aliases.length === 0 ? {} : { aliases: aliases.slice(0, shown).join(' ') }),
    ...(unread ? { unread: 1 } : {}),
  };
}

const shown = 5;

/** The id of the record and its aliases. */
export function advisoryIds({ advisory, aliases }: Args): string {
  const others =
    aliases === undefined
      ? []
      : String(aliases)
          .split(' ')
          .map((one) => quoted(one));
  return others.length === 0 ? quoted(advisory) : `${quoted(advisory)} (also ${others.join(', ')})`;
}

/** Why the record counts, where its affected versions cannot be read. */
export function unreadableRange({ unread }: Args): string {
  return unread === undefined ? '' : ' (its affected versions cannot be read, so it counts for this version)';
}
