import type { Fleet } from '../../model/index.ts';
import { quoted } from '../../text/visible.ts';
import { codeSpan, logText, prose, tableCell } from '../escape.ts';
import {
  headline,
  lineWords,
  nextWords,
  stateTitles,
  totalsWords,
  unreadWords,
  workflowWords,
} from '../fleet/words.ts';

/** `prose` makes code spans of what is quoted. */
const show = (text: string, max?: number) => quoted(text, max);
const row = (cells: readonly string[]) => `| ${cells.map(tableCell).join(' | ')} |`;

/** A fleet as a Markdown document, for an issue or a job's summary. */
export function fleetMarkdown(fleet: Fleet): string {
  const { repositories } = fleet;
  const unread = unreadWords(fleet, show);
  const next = nextWords(fleet, show);
  const lines = [
    '## Repositories that the gate protects',
    '',
    prose(headline(fleet, show)),
    '',
    row(['State', 'Repository', 'Required, bypass, installs']),
    row(['---', '---', '---']),
    ...repositories.map((each) =>
      row([stateTitles[each.state], codeSpan(each.repository), prose(lineWords(each, show))]),
    ),
    '',
    `**In all: ${totalsWords(fleet)}**`,
    ...workflowWords(fleet, show).flatMap((words) => ['', prose(words)]),
    ...(unread.length === 0
      ? []
      : ['', 'Not known, and what to grant:', '', ...unread.map((words) => `- ${prose(words)}`)]),
    ...(next === undefined ? [] : ['', prose(`Next: ${next}`)]),
    '',
  ];
  return logText(lines.join('\n'));
}
