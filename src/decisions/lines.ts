import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';

import type { Statement } from '../model/index.ts';
import type { Line } from './line.ts';
import { maxReason, maxShown, named, rowsOf } from './line.ts';
import type { Block } from './shown.ts';
import { hasTilde, hiddenRows, isUnclearText, isUnclearTree } from './shown.ts';
import { mayTighten, tighteningIn } from './tightening.ts';

/** The lines of a comment that decide something (docs/decisions/0287). */

/** GitHub's own limit of a comment is 65,536 characters, each of them one or two units: what is longer is not read as Markdown. */
const maxBody = 131_072;
/**
 * Characters that mark something in Markdown. Reading them costs their square: 65,000 of them take minutes, and anybody can write
 * them. Fifty lines of ours with a reason each have a few.
 */
const maxMarks = 1000;
const mark = /[*_~[\]<>`&\\]/g;
/** Marks of lists, quotes and headings: each costs something on every line that follows. */
const maxBlocks = 300;
const maxBlockLines = 50_000;
const maxLines = 5000;
const blockMark = /(?<![^\s>])(?:[-+*]|\d{1,9}[.)]|=+|--+|#{1,6})(?=\s|$)|>/g;

/**
 * The decisions that a comment says. What loosens counts alone, from the start of a line, in a paragraph of the comment itself,
 * as a CommonMark reader sees it: code, quotes, lists, HTML and what is struck out approve nothing, and neither does any line of
 * a comment that GitHub may show otherwise than it is written. What tightens is read wherever a line outside code and quotes
 * begins with it. Other tools' commands of the same word (`/approve` alone) are no lines of ours.
 */
export function linesOf(body: string, isCheap = true): readonly Line[] {
  if (!mayDecide(body)) return [];
  const rows = rowsOf(body);
  if (!isCheap || body.length > maxBody || !isQuick(body, rows.length)) return scanned(rows);
  const tree = fromMarkdown(body, {
    extensions: [gfmStrikethrough()],
    mdastExtensions: [gfmStrikethroughFromMarkdown()],
  });
  const hidden = hiddenRows(tree, rows);
  const isUnclear = isUnclearTree(tree) || isUnclearText(rows.filter((_, row) => !hidden.code.has(row)));
  const plain = new Map(tree.children.flatMap((block) => plainRows(block, rows, body)));
  return rows.flatMap((raw, row): readonly Line[] => {
    const found = plain.get(row);
    if (hidden.all.has(row)) return found?.text.startsWith('/approve') === true ? [found] : [];
    const said = tighteningIn(raw);
    const [tightening] = said;
    if (tightening !== undefined) {
      if (tightening.statement?.say !== 'withdraw' || found?.statement?.say !== 'withdraw') return said;
      const flaw = isUnclear ? 'unclear-text' : found.flaw;
      return [{ text: tightening.text, statement: found.statement, ...(flaw && { flaw }) }, ...said.slice(1)];
    }
    if (found === undefined) {
      if (hidden.odd.has(row)) return [];
      const text = raw.replace(item, '').trimEnd();
      if (!text.startsWith('/approve') || !isLine(text)) return [];
      return [{ text: text.slice(0, maxShown), statement: null, flaw: isUnclear ? 'unclear-text' : 'not-alone' }];
    }
    if (!found.text.startsWith('/approve')) return [];
    const flaw = isUnclear ? 'unclear-text' : found.flaw;
    return [flaw === undefined ? found : { ...found, statement: null, flaw }];
  });
}

/** Whether a body is read as Markdown in no time. */
function isQuick(body: string, lines: number): boolean {
  const blocks = body.match(blockMark)?.length ?? 0;
  const marks = body.match(mark)?.length ?? 0;
  return marks <= maxMarks && blocks <= maxBlocks && blocks * lines <= maxBlockLines && lines <= maxLines;
}

/** Of a body that is not read as Markdown, what only tightens counts; of the rest it is said that it was not read. */
function scanned(rows: readonly string[]): readonly Line[] {
  let fence: string | undefined;
  return rows.flatMap((raw): readonly Line[] => {
    const ticks = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(raw)?.[1];
    if (fence !== undefined) {
      if (ticks?.startsWith(fence) === true && raw.trim() === ticks) fence = undefined;
      return [];
    }
    fence = ticks;
    if (ticks !== undefined || /^(?: {4}| {0,3}\t)/.test(raw)) return [];
    const said = tighteningIn(raw);
    if (said.length > 0) {
      return said.map((one) => (one.statement?.say === 'withdraw' ? { ...one, flaw: 'unclear-text' } : one));
    }
    const text = trimmed(raw);
    return isLine(text) ? [{ text: text.slice(0, maxShown), statement: null, flaw: 'unclear-text' }] : [];
  });
}

/** Cheap: whether any line of a body could be one of ours. It loads no reader. */
export const mayDecide = (body: string): boolean =>
  body.includes('/') && rowsOf(body).some((row) => approving.test(row) || mayTighten(row));

const approving = /^\s*(?:(?:[-+*]|\d{1,9}[.)])\s+)*\/approve(?:-file)?[ \t]/;
/** What stands before a line in a list. */
const item = /^\s*(?:(?:[-+*]|\d{1,9}[.)])\s+)*/;

/** Whole lines of a paragraph of which every character is plain text: what a person sees is what is written. */
function plainRows(block: Block, rows: readonly string[], body: string): readonly (readonly [number, Line])[] {
  const { position } = block;
  if (position === undefined || (block.type !== 'paragraph' && block.type !== 'heading')) return [];
  const marked = new Set<number>();
  for (const { type, position: at } of block.children) {
    if (type === 'text' || type === 'break' || at === undefined) continue;
    for (let row = at.start.line - 1; row < at.end.line; row += 1) marked.add(row);
  }
  const isStruck = hasTilde(block.children, body);
  return rows.slice(position.start.line - 1, position.end.line).flatMap((raw, index) => {
    const row = position.start.line - 1 + index;
    const text = trimmed(raw);
    if (!isLine(text)) return [];
    const isPlain = block.type === 'paragraph' && !marked.has(row);
    const statement = isPlain ? statementOf(text.replaceAll(/\\([_*~])/g, '$1')) : null;
    const flaw = statement === null ? 'malformed' : isStruck ? 'unclear-text' : undefined;
    return [[row, { text: text.slice(0, maxShown), statement, ...(flaw && { flaw }) }]];
  });
}

const trimmed = (raw: string): string => raw.replace(/^ {0,3}/, '').trimEnd();
const isLine = (text: string): boolean => ours.test(`${text} `) && /^\/\S+ +\S*[@/.]/.test(text);
const ours = /^\/(?:approve|approve-file|deny|withdraw)[ \t]/;

const printable = /^[\x20-\x7e]+$/;
const codes = /^[a-z0-9-]+\/[a-z0-9-]+(?:,[a-z0-9-]+\/[a-z0-9-]+)*$/;
const hex = /^[0-9a-f]{64}$/;

/** What a line says; null for one that is not written as it has to be. */
function statementOf(text: string): Statement | null {
  if (!printable.test(text)) return null;
  const [word, subject = '', ...rest] = text.split(/ +/);
  if (word === '/approve-file') {
    const [digest = '', ...why] = rest;
    const reason = why.join(' ');
    return hex.test(digest) && reason.length <= maxReason
      ? { say: 'approve-file', path: subject, digest, reason }
      : null;
  }
  const [, name, version] = named.exec(subject) ?? [];
  if (name === undefined || version === undefined || name.length > 214 || version.length > 256) return null;
  if (word === '/withdraw') return rest.join('') === '' ? { say: 'withdraw', name, version } : null;
  if (word !== '/approve') return null;
  const [list = '', digest = '', ...why] = rest;
  const reason = why.join(' ');
  if (!codes.test(list) || !hex.test(digest) || reason.length > maxReason) return null;
  return { say: 'approve', name, version, codes: [...new Set(list.split(','))].sort(), digest, reason };
}
