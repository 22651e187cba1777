import type { Agreement, LimitRow } from '../../policy/agreement.ts';
import { quoted, visible } from '../../text/visible.ts';
import { inColumns } from './columns.ts';
import { wrap } from './wrap.ts';

const columns = [
  ['who', 'who'],
  ['waiting', 'waiting time'],
  ['scripts', 'install scripts'],
  ['sources', 'git sources'],
  ['trust', 'trust'],
] as const satisfies readonly (readonly [keyof LimitRow, string])[];

/** Columns of text are no wider than this: a longer cell goes on in the next line. */
const MAX_CELL = 20;

/** The table of what the policy, the managers and the bots keep out by themselves, and the lines that make them agree. */
export function limitsText({ rows, fixes }: Agreement, width: number): readonly string[] {
  const cells = [columns.map(([, title]) => [title]), ...rows.map((row) => columns.map(([key]) => split(row[key])))];
  const table = inColumns(cells);
  const lines = fixes.flatMap(({ file, why, lines: added, isChange }) => [
    '',
    ...wrap(`${isChange === true ? 'Change in' : 'Add to'} ${quoted(file)}, so that ${why}:`, '', width),
    ...added.map((line) => `    ${visible(line)}`),
  ]);
  const agreed =
    fixes.length === 0 ? ['', 'They agree: nothing that the policy makes wait is offered earlier.'] : lines;
  return [...table, ...agreed];
}

const unread = 'The policy or a file cannot be read: what package managers and update bots keep out was not compared.';

/** The same, or that it could not be compared. */
export const limitsOrWhyNot = (agreement: Agreement | undefined, width: number): readonly string[] =>
  agreement === undefined ? [unread] : limitsText(agreement, width);

/** A cell in lines of words. */
const split = (text: string): readonly string[] => wrap(visible(text), '', MAX_CELL, '');
