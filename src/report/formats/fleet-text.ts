import type { Fleet, FleetState, VerdictWord } from '../../model/index.ts';
import { quoted, visible } from '../../text/visible.ts';
import { logText } from '../escape.ts';
import {
  headline,
  lineWords,
  nextWords,
  stateTitles,
  totalsWords,
  unreadWords,
  workflowWords,
} from '../fleet/words.ts';
import { painter } from './paint.ts';
import { wrap } from './wrap.ts';

const colourOf: Readonly<Record<FleetState, VerdictWord | undefined>> = {
  ...{ open: 'fail', unknown: 'warn', protected: 'pass', 'no-lockfile': undefined, archived: undefined },
};

/** Columns of names are no wider than this; a longer name moves its own line only. */
const maxName = 40;
const gap = 2;

const show = (text: string, max?: number) => quoted(text, max);

/** A fleet as text: a line for each repository, which a terminal breaks below its last column. */
export function fleetText(fleet: Fleet, { colour, width }: { colour: boolean; width: number }): string {
  const paint = painter(colour);
  const { repositories } = fleet;
  const states = Math.max(...repositories.map(({ state }) => stateTitles[state].length)) + gap;
  const names = Math.min(maxName, Math.max(...repositories.map(({ repository }) => repository.length))) + gap;
  const rows = repositories.flatMap((each) => {
    const title = stateTitles[each.state];
    const start = `${title.padEnd(states)}${visible(each.repository).padEnd(names - gap)}${' '.repeat(gap)}`;
    const [first = '', ...rest] = wrap(`${start}${lineWords(each, show)}`, '', width, ' '.repeat(states + gap));
    const verdict = colourOf[each.state];
    const head = verdict === undefined ? paint.faint(title) : paint.verdict(verdict, title);
    return [`${head}${first.slice(title.length)}`, ...rest];
  });
  const next = nextWords(fleet, show);
  const lines = [
    ...wrap(headline(fleet, show), '', width, ''),
    '',
    ...rows,
    '',
    ...wrap(paint.strong(`In all: ${totalsWords(fleet)}`), '', width, ''),
    ...workflowWords(fleet, show).flatMap((words) => wrap(words, '', width)),
    ...unreadWords(fleet, show).flatMap((words, at) => [
      ...(at === 0 ? ['', paint.strong('Not known, and what to grant')] : []),
      ...wrap(words, '  ', width),
    ]),
    ...(next === undefined ? [] : ['', ...wrap(`Next: ${next}`, '', width)]),
    '',
  ];
  return logText(lines.join('\n'));
}
