import type { Advisory } from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import type { Args } from '../model/rule.ts';

/** What the rules on advisories say of a record: its ids and what is known of its reach, never a word of its own. */

export function advisoryArgs({ id, aliases = [], unread = false }: Advisory): Args {
  return {
    advisory: id,
    ...(aliases.length === 0 ? {} : { aliases: aliases.slice(0, shown).join(' ') }),
    ...(unread ? { unread: 1 } : {}),
  };
}

const shown = 5;

/** Its id, and what else it is called. */
export function advisoryIds({ advisory, aliases }: Args): string {
  const others =
    aliases === undefined
      ? []
      : String(aliases)
          .split(' ')
          .map((one) => quoted(one));
  return others.length === 0 ? quoted(advisory) : `${quoted(advisory)} (also ${others.join(', ')})`;
}

/** Why it counts, where that is not for what it says. */
export function reach({ unread }: Args): string {
  return unread === undefined ? '' : ', whose affected versions cannot be read, so that it counts for this one';
}
