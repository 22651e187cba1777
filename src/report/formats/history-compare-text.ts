import type { Rehearsal, RehearsedChange, RehearsedComparison, VerdictWord } from '../../model/index.ts';
import { visible } from '../../text/visible.ts';
import { logText } from '../escape.ts';
import {
  agreementWords,
  differenceWords,
  differentChanges,
  onlyTitles,
  policyWords,
  totalsRows,
} from '../history/difference-words.ts';
import { caveat, headline, legendWords, notAnsweredLines, verdictWords } from '../history/words.ts';
import { painter } from './paint.ts';
import { wrap } from './wrap.ts';

/** How an outcome is coloured. */
export const colourOf: Readonly<Record<RehearsedChange['outcome'], VerdictWord>> = {
  ...{ passed: 'pass', waits: 'warn', decision: 'warn', 'past-judging': 'warn' },
  ...{ blocked: 'fail', unanswered: 'error' },
};

export const longestSubject = 60;

/** Where what is said of a change begins. */
const column = 13;

/**
 * A rehearsal of two policies as text: three lines for each change that they judge differently, what it is and what each says;
 * then the totals and what each of them stops alone.
 */
export function historyCompareText(
  rehearsal: Rehearsal & { readonly compared: RehearsedComparison },
  { colour, width }: { readonly colour: boolean; readonly width: number },
): string {
  const paint = painter(colour);
  const { changes, compared } = rehearsal;
  const legend = legendWords(rehearsal);
  const said = (letter: string, change: RehearsedChange) => {
    const [first = '', ...rest] = wrap(verdictWords(change, visible), ' '.repeat(column), width, '');
    return [`${`          ${letter}`.padEnd(column)}${first.trimStart()}`, ...rest].map((line) =>
      line.replace(/(?<=^ {10}[AB] {2}| {13})\S.*/u, (text) => paint.verdict(colourOf[change.outcome], text)),
    );
  };
  const rows = differentChanges(changes, compared).flatMap(({ a, b }) => [
    `${a.commit.slice(0, 10)}  ${a.committedAt.slice(0, 10)}  ${visible(a.subject, longestSubject)}`,
    ...said('A', a),
    ...said('B', b),
  ]);
  const only = (['stops', 'letsIn'] as const).flatMap((which) =>
    compared[which].length === 0
      ? []
      : [
          '',
          paint.strong(onlyTitles[which]),
          ...compared[which].flatMap((each) => wrap(differenceWords(each, visible), '  ', width, '  ')),
        ],
  );
  const totals = [['', 'A', 'B'], ...totalsRows(rehearsal)].map(
    ([title = '', ...counts]) => `  ${title.padEnd(18)}${counts.map((count) => count.padStart(6)).join('')}`,
  );
  const lines = [
    ...wrap(headline(rehearsal, visible), '', width, ''),
    ...wrap(`A: ${policyWords(compared.a, visible)}`, '  ', width, '   '),
    ...wrap(`B: ${policyWords(compared.b, visible)}`, '  ', width, '   '),
    '',
    ...rows,
    ...(rows.length === 0 ? [] : ['']),
    ...wrap(changes.length === 0 ? 'No change of a lockfile was found.' : agreementWords(compared), '', width, '').map(
      paint.strong,
    ),
    ...(changes.length === 0 ? [] : ['', ...totals]),
    ...(legend === undefined ? [] : ['', ...wrap(legend, '', width, '').map(paint.faint)]),
    ...notAnsweredLines(rehearsal, visible).flatMap((line) => wrap(line, '', width, '')),
    ...only,
    '',
    ...wrap(caveat, '', width, '').map(paint.faint),
    '',
  ];
  return logText(lines.join('\n'));
}
