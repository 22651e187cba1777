/** What the sections of a Markdown document share. */
import type { Report, ReportedChange } from '../../model/index.ts';
import { codeSpan, tableCell } from '../escape.ts';
import type { Item, Section } from '../view/fit.ts';
import { compareUrlOf } from '../view/links.ts';
import type { Named } from '../view/words.ts';
import { changeWords, packageTitle, plural } from '../view/words.ts';

/** Characters of a message or a remedy; the JSON report has all of it. */
export const longest = 1000;

/** A section that is never cut. */
export const text = (open: string): Section => ({ open, items: [], close: '', more: () => '' });

/** One row of a table, of finished Markdown. */
export const tableRow = (cells: readonly string[]): string => `| ${cells.map(tableCell).join(' | ')} |\n`;

/** Space that a long section leaves for those below it. */
export const reserve = 4000;

/** A section of items that may be cut, with how many of what it counts are left out. */
export function list(open: string, items: readonly Item[], close: string, counted = 'finding'): Section {
  const more = (_left: number, findings: number) =>
    `- … left out here for length: ${plural(findings, counted)}; the JSON report has them all.\n`;
  return items.length === 0 ? text('') : { open, items, close: `\n${close}`, more, reserve };
}

/** The summary of a folded part is HTML and contains only our own words. */
export const folded = (summary: string) => `<details><summary>${summary}</summary>\n\n`;
export const foldedEnd = '</details>\n\n';

/** A package version as Markdown shows it. */
export const packageSpan = (named: Named): string => packageTitle(named, codeSpan);

/** How a package changed, with the page that compares the source of both versions where that is certain. */
export function changeMarkdown(change: ReportedChange, mode: Report['mode']): string {
  const words = changeWords(change, mode, codeSpan);
  const url = compareUrlOf(change);
  return words === '' || url === undefined ? words : `${words} ([compare](${url}))`;
}
