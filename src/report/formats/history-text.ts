import type { Rehearsal, RehearsedChange, VerdictWord } from '../../model/index.ts';
import { visible } from '../../text/visible.ts';
import { logText } from '../escape.ts';
import { caveat, headline, totalsWords, verdictWords } from '../history/words.ts';
import { plural } from '../view/words.ts';
import { painter } from './paint.ts';
import { wrap } from './wrap.ts';

const colourOf: Readonly<Record<RehearsedChange['outcome'], VerdictWord>> = {
  ...{ passed: 'pass', waits: 'warn', decision: 'warn', 'past-judging': 'warn' },
  ...{ blocked: 'fail', unanswered: 'error' },
};

const longestSubject = 60;

/** A rehearsal as text for a terminal, a pipe or a file: two lines for a change, what it is and how it would have fared. */
export function historyText(rehearsal: Rehearsal, { colour, width }: { colour: boolean; width: number }): string {
  const paint = painter(colour);
  const { changes, totals, advice, together } = rehearsal;
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
    ...(rows.length === 0 ? [] : ['']),
    paint.strong(changes.length === 0 ? 'No change of a lockfile was found.' : `In all: ${totalsWords(totals)}.`),
    ...(advice.length === 0 ? [] : ['', paint.strong('What would have let changes through, and its cost')]),
    ...advice.flatMap(({ lines: text, letsThrough, changes: affected, findings, rule, cost }) => [
      '',
      ...text.split('\n').map((line) => `    ${line}`),
      ...wrap(
        `lets through ${plural(letsThrough, 'change')} by itself; covers ${plural(findings, 'finding')} in ${plural(affected, 'change')}; weakens ${rule}. ${cost}`,
        '  ',
        width,
        '',
      ),
    ]),
    ...(together === null
      ? []
      : [
          '',
          `With all of these lines in the policy: ${totalsWords(together.totals)}.`,
          ...together.lines.split('\n').map((line) => `    ${line}`),
        ]),
    '',
    ...wrap(caveat, '', width, '').map(paint.faint),
    '',
  ];
  return logText(lines.join('\n'));
}
