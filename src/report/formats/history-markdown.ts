import type { Rehearsal } from '../../model/index.ts';
import { codeSpan, logText, tableCell } from '../escape.ts';
import { caveat, headline, totalsWords, verdictWords } from '../history/words.ts';
import { plural } from '../view/words.ts';

const row = (cells: readonly string[]) => `| ${cells.map(tableCell).join(' | ')} |`;
const block = (lines: string) => ['```yaml', lines, '```'];
const longestSubject = 80;

/** A rehearsal as a Markdown document. */
export function historyMarkdown(rehearsal: Rehearsal): string {
  const { changes, totals, advice, together } = rehearsal;
  const lines = [
    '## Rehearsal',
    '',
    headline(rehearsal, codeSpan),
    '',
    ...(changes.length === 0
      ? ['No change of a lockfile was found.']
      : [row(['Commit', 'Date', 'Change', 'Would have been']), row(['---', '---', '---', '---'])]),
    ...changes.map((change) =>
      row([
        codeSpan(change.commit.slice(0, 10)),
        change.committedAt.slice(0, 10),
        codeSpan(change.subject, longestSubject),
        verdictWords(change, codeSpan),
      ]),
    ),
    '',
    ...(changes.length === 0 ? [] : [`**In all: ${totalsWords(totals)}.**`, '']),
    ...(advice.length === 0 ? [] : ['### What would have let changes through, and its cost', '']),
    ...advice.flatMap(({ lines: text, letsThrough, changes: affected, findings, rule, cost }) => [
      ...block(text),
      `lets through ${plural(letsThrough, 'change')} by itself; covers ${plural(findings, 'finding')} in ${plural(affected, 'change')}; weakens ${rule}. ${cost}`,
      '',
    ]),
    ...(together === null
      ? []
      : [`With all of these lines in the policy: ${totalsWords(together.totals)}.`, '', ...block(together.lines), '']),
    caveat,
    '',
  ];
  return logText(lines.join('\n'));
}
