import type { Rehearsal } from '../../model/index.ts';
import { visible } from '../../text/visible.ts';
import { logText } from '../escape.ts';
import {
  adviceWords,
  caveat,
  emptyWords,
  headline,
  legendWords,
  notAnsweredLines,
  restCommands,
  restWords,
  totalsWords,
  verdictWords,
} from '../history/words.ts';
import { colourOf, historyCompareText, longestSubject } from './history-compare-text.ts';
import { painter } from './paint.ts';
import { wrap } from './wrap.ts';

const indented = (lines: string) => lines.split('\n').map((line) => `    ${line}`);

/** A rehearsal as text for a terminal, a pipe or a file: two lines for a change, what it is and how it would have fared. */
export function historyText(rehearsal: Rehearsal, { colour, width }: { colour: boolean; width: number }): string {
  if (rehearsal.changes.length === 0) {
    return logText(`${wrap(emptyWords(rehearsal, visible), '', width, '').join('\n')}\n`);
  }
  const { compared } = rehearsal;
  if (compared !== undefined) return historyCompareText({ ...rehearsal, compared }, { colour, width });
  const paint = painter(colour);
  const { changes, totals, advice, together } = rehearsal;
  const rest = restWords(rehearsal);
  const legend = legendWords(rehearsal);
  const several = advice.filter(({ kind }) => kind === 'policy').length > 1;
  const rows = changes.flatMap((change) => {
    const { commit, committedAt, subject, outcome } = change;
    const [first = '', ...rest] = wrap(verdictWords(change, visible), '             ', width, '');
    const words = [first, ...rest].map((line) =>
      line.replace(/\S.*/, (text) => paint.verdict(colourOf[outcome], text)),
    );
    return [`${commit.slice(0, 10)}  ${committedAt.slice(0, 10)}  ${visible(subject, longestSubject)}`, ...words];
  });
  const lines = [
    ...wrap(headline(rehearsal, visible), '', width, ''),
    '',
    ...rows,
    '',
    paint.strong(`In all: ${totalsWords(totals)}.`),
    ...(legend === undefined ? [] : wrap(legend, '', width, '').map(paint.faint)),
    ...notAnsweredLines(rehearsal, visible).flatMap((line) => wrap(line, '', width, '')),
    ...(advice.length === 0 ? [] : ['', paint.strong('What would have let changes through, and its cost')]),
    ...advice.flatMap((each) => ['', ...indented(each.lines), ...wrap(adviceWords(each), '  ', width, '')]),
    ...(rest === undefined ? [] : ['', ...wrap(rest, '', width, ''), ...restCommands(rehearsal).flatMap(indented)]),
    ...(together === null
      ? []
      : ['', `With ${several ? 'all of these' : 'these'} lines in the policy: ${totalsWords(together.totals)}.`]),
    ...(together === null || !several ? [] : indented(together.lines)),
    '',
    ...wrap(caveat, '', width, '').map(paint.faint),
    '',
  ];
  return logText(lines.join('\n'));
}
