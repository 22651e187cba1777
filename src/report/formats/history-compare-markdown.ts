import type { Rehearsal, RehearsedChange, RehearsedComparison } from '../../model/index.ts';
import { codeSpan, logText, tableCell } from '../escape.ts';
import {
  agreementWords,
  differenceWords,
  differentChanges,
  onlyTitles,
  policyWords,
  totalsRows,
} from '../history/difference-words.ts';
import { caveat, headline, legendWords, notAnsweredLines, shortVerdictWords, verdictWords } from '../history/words.ts';

/** A row of a table. */
export const row = (cells: readonly string[]): string => `| ${cells.map(tableCell).join(' | ')} |`;

export const longestSubject = 80;
/** Beside two verdicts. */
const shortSubject = 40;

/** Without packages and reasons, unless these are the difference. */
function cells(...both: readonly [RehearsedChange, RehearsedChange]): readonly string[] {
  const [a, b] = both.map(shortVerdictWords);
  return a === b ? both.map((each) => verdictWords(each, codeSpan)) : both.map(shortVerdictWords);
}

/** A rehearsal of two policies as a Markdown document: the changes that they judge differently. */
export function historyCompareMarkdown(rehearsal: Rehearsal & { readonly compared: RehearsedComparison }): string {
  const { changes, compared } = rehearsal;
  const legend = legendWords(rehearsal);
  const different = differentChanges(changes, compared).map(({ a, b }) =>
    row([
      ...[codeSpan(a.commit.slice(0, 10)), a.committedAt.slice(0, 10), codeSpan(a.subject, shortSubject)],
      ...cells(a, b),
    ]),
  );
  const only = (['stops', 'letsIn'] as const).flatMap((which) =>
    compared[which].length === 0
      ? []
      : [`### ${onlyTitles[which]}`, '', ...compared[which].map((each) => `- ${differenceWords(each, codeSpan)}`), ''],
  );
  const lines = [
    ...['## Rehearsal of two policies', '', headline(rehearsal, codeSpan), ''],
    `- A: ${policyWords(compared.a, codeSpan)}`,
    `- B: ${policyWords(compared.b, codeSpan)}`,
    '',
    ...(changes.length === 0 ? ['No change of a lockfile was found.'] : [`**${agreementWords(compared)}**`]),
    '',
    ...(different.length === 0
      ? []
      : [row(['Commit', 'Date', 'Change', 'A', 'B']), row(Array<string>(5).fill('---')), ...different, '']),
    ...(changes.length === 0
      ? []
      : [row(['', 'A', 'B']), row(['---', '--:', '--:']), ...totalsRows(rehearsal).map(row), '']),
    ...(legend === undefined ? [] : [legend, '']),
    ...notAnsweredLines(rehearsal, codeSpan).flatMap((line) => [line, '']),
    ...only,
    caveat,
    '',
  ];
  return logText(lines.join('\n'));
}
