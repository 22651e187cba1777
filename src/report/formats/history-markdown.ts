import type { Rehearsal } from '../../model/index.ts';
import { codeSpan, logText } from '../escape.ts';
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
import { historyCompareMarkdown, longestSubject, row } from './history-compare-markdown.ts';

const block = (lines: string, language = 'yaml') => [`\`\`\`${language}`, lines, '```'];

/** A rehearsal as a Markdown document. */
export function historyMarkdown(rehearsal: Rehearsal): string {
  if (rehearsal.changes.length === 0) return logText(`## Rehearsal\n\n${emptyWords(rehearsal, codeSpan)}\n`);
  const { changes, totals, advice, together, compared } = rehearsal;
  if (compared !== undefined) return historyCompareMarkdown({ ...rehearsal, compared });
  const rest = restWords(rehearsal);
  const legend = legendWords(rehearsal);
  const several = advice.filter(({ kind }) => kind === 'policy').length > 1;
  const lines = [
    '## Rehearsal',
    '',
    headline(rehearsal, codeSpan),
    '',
    row(['Commit', 'Date', 'Change', 'Would have been']),
    row(['---', '---', '---', '---']),
    ...changes.map((change) =>
      row([
        codeSpan(change.commit.slice(0, 10)),
        change.committedAt.slice(0, 10),
        codeSpan(change.subject, longestSubject),
        verdictWords(change, codeSpan),
      ]),
    ),
    '',
    `**In all: ${totalsWords(totals)}.**`,
    '',
    ...(legend === undefined ? [] : [legend, '']),
    ...notAnsweredLines(rehearsal, codeSpan).flatMap((line) => [line, '']),
    ...(advice.length === 0 ? [] : ['### What would have let changes through, and its cost', '']),
    ...advice.flatMap((each) => [...block(each.lines, each.kind === 'bot' ? 'text' : 'yaml'), adviceWords(each), '']),
    ...(rest === undefined ? [] : [rest, '', ...block(restCommands(rehearsal).join('\n'), 'sh'), '']),
    ...(together === null
      ? []
      : [`With ${several ? 'all of these' : 'these'} lines in the policy: ${totalsWords(together.totals)}.`, '']),
    ...(together === null || !several ? [] : [...block(together.lines), '']),
    caveat,
    '',
  ];
  return logText(lines.join('\n'));
}
