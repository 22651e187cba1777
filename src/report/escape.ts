/**
 * The one escape module: every text that did not come from lockgate's own source passes through here before it
 * reaches a log or a Markdown document. `src/text/visible.ts` has made single strings visible; this makes them inert.
 */
import { limits, visible } from '../text/visible.ts';

/**
 * Lines for a log that a runner reads. GitHub's runner obeys `::command::` at the start of a line, leading white
 * space aside, and `##[command]` anywhere in one (actions/runner, `ActionCommand.cs`); other runners obey
 * `##name[command]`. Line feeds are assumed to be our own: third-party text must already be `visible`.
 */
export function logText(text: string): string {
  return text.replace(/^([^\S\n]*):(?=:)/gmu, '$1\\u{3A}').replace(/##(?=[\w.]*\[)/gu, '#\\u{23}');
}

/** A code span (CommonMark 0.31, 6.1) that shows `text`. No text can end it: its fence is longer than any run of backticks inside. */
export function codeSpan(text: string | number, max: number = limits.path): string {
  const shown = visible(String(text), max)
    .replace(/^ | $/gu, '\\u{20}')
    .replace(/ (?= )/gu, '\\u{20}');
  if (shown === '') return '`""`';
  const runs = shown.match(/`+/gu) ?? [];
  const fence = '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 0) + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/**
 * Finished Markdown for a table's cell. GFM splits cells before it looks for code spans, and readers disagree about
 * a backslash before the escaped pipe, so such a backslash is shown by its code point.
 */
export function tableCell(markdown: string): string {
  return markdown.replace(/\\+(?=\|)/gu, (run) => '\\u{5C}'.repeat(run.length)).replaceAll('|', '\\|');
}

/**
 * What may appear in Markdown as plain words: ASCII letters and digits with light punctuation. GitHub finds mentions,
 * references, commit ids and addresses in the text that is left when Markdown is gone, so a backslash before `@` or
 * `#` does not help; only code spans are safe.
 */
const plainWord = /^[("'“]*(?:[a-z\d]+(?:[-.,:/'’+%][a-z\d]+)*%?|[-–—=+/&→]|\.{3}|…)[)"'”.,;:!?…]*$/iu;
const looksLinked = /www\.|\b(?:gh|ghsa|cve)-|\b[\da-f]{7,64}\b|:[\w+-]+:|\/\//iu;
const startsBlock = /^(?:[-+=]|\d+[.)])/u;
const opensBeforeCode = /^[("'“]+$/u;
const followsCode = /^(?:'s)?[)"'”.,;:!?…]*$|^[-/]$/u;

interface Part {
  readonly code: boolean;
  readonly text: string;
}

function isPlain(word: string, before: Part | undefined): boolean {
  if (before?.code === true) return followsCode.test(word);
  if (before === undefined && startsBlock.test(word)) return false;
  return opensBeforeCode.test(word) || (plainWord.test(word) && !looksLinked.test(word));
}

/**
 * A rule's message, or any other sentence with third-party text inside, as inline Markdown on one line: what stands
 * between backticks becomes code spans, our plain words stay words, and every other word becomes a code span whole.
 * Code spans that touch would run into each other, so they become one.
 */
export function prose(message: string, max: number = limits.message): string {
  const parts: Part[] = [];
  for (const [token, span] of visible(message, max)
    .trim()
    .matchAll(/`([^`]+)`|[^\s`]+|\s+|`/gu)) {
    const before = parts.at(-1);
    const code = span !== undefined || (token.trim() !== '' && !isPlain(token, before));
    const text = token.trim() === '' ? ' ' : (span ?? token);
    if (code && before?.code === true) parts[parts.length - 1] = { code, text: before.text + text };
    else parts.push({ code, text });
  }
  return parts.map(({ code, text }) => (code ? codeSpan(text, Infinity) : text)).join('');
}
