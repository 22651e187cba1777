import type { Loosening, OwnLimit } from '../model/loosening.ts';
import { readLoosenings } from '../model/loosening.ts';
import { limits, quoted, visible } from '../text/visible.ts';

const subjects: Readonly<Record<OwnLimit, string>> = {
  waiting: 'waiting time',
  scripts: 'limit on install scripts',
  sources: 'limit on git repositories and addresses',
  trust: 'check of trust',
};

const verbs: Readonly<Record<Loosening['how'], string>> = {
  off: 'is switched off',
  lower: 'is lowered',
  wider: 'has more exceptions',
  unset: 'is no longer set here',
  changed: 'is changed',
};

/** What a change does to the tools' own limits: one sentence each, in front of the rest of a message. */
export function looseningWords(text: string | number | undefined): string {
  const { named, more } = readLoosenings(String(text ?? ''));
  const sentences = named.map(({ limit, how, of, key, before, after }) => {
    const who = visible(of.join(', '), limits.name);
    return `The ${subjects[limit]} of ${who} ${verbs[how]}: ${quoted(key)} ${shown(before)} → ${shown(after)}. `;
  });
  return [...sentences, ...(more > 0 ? [`${more} more of such settings are changed. `] : [])].join('');
}

const shown = (value: string | undefined): string =>
  value === undefined ? 'not set' : value === '?' ? 'a value that is not shown' : quoted(value);
