import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';

import type { Statement } from '../model/index.ts';

/** The lines of a comment that decide something (docs/decisions/0287). */

/** A line that begins with one of our words, with what it says; null where it cannot be read. */
export interface Line {
  readonly text: string;
  readonly statement: Statement | null;
  /** Why it loosens nothing. A denial, and a withdrawal that ends an approval, count all the same. */
  readonly flaw?: 'malformed' | 'unclear-text';
}

/** The longest reason, in characters. */
const maxReason = 500;
/** GitHub's own limit of a comment: what is longer did not come from it. */
const maxBody = 65_536;
/**
 * Characters that mark something in Markdown. Reading them costs their square: 65,000 of them take minutes, and anybody can write
 * them. Fifty lines of ours with a reason each have a few.
 */
const maxMarks = 1000;
const mark = /[*_~[\]<>`&]/g;
/** Marks of lists, quotes and headings: each costs something on every line that follows. */
const maxBlocks = 300;
const maxBlockLines = 50_000;
const maxLines = 5000;
const blockMark = /(?<![^\s>])(?:[-+*]|\d{1,9}[.)]|=+|--+|#{1,6})(?=\s|$)|>/gm;
/** Of what begins like a decision and is none, the report shows this much. */
const maxShown = 200;

/**
 * The decisions that a comment says. What loosens counts alone, from the start of a line, in a paragraph of the comment itself,
 * as a CommonMark reader sees it: code, quotes, lists, HTML and what is struck out approve nothing, and neither does any line of
 * a comment that GitHub may show otherwise than it is written. What tightens is read wherever a line outside code and quotes
 * begins with it. Other tools' commands of the same word (`/approve` alone) are no lines of ours.
 */
export function linesOf(body: string, isCheap = true): readonly Line[] {
  if (!mayDecide(body) || body.length > maxBody) return [];
  const rows = body.split(/\r\n|\r|\n/);
  if (!isCheap || !isQuick(body, rows.length)) return scanned(rows);
  const tree = fromMarkdown(body, {
    extensions: [gfmStrikethrough()],
    mdastExtensions: [gfmStrikethroughFromMarkdown()],
  });
  const hidden = hiddenRows(tree);
  const isUnclear = isUnclearTree(tree) || isUnclearText(rows.filter((_, row) => !hidden.code.has(row)).join('\n'));
  const plain = new Map(tree.children.flatMap((block) => plainRows(block, rows)));
  return rows.flatMap((raw, row): readonly Line[] => {
    const found = plain.get(row);
    const loosening = found?.statement ?? null;
    const tightening = hidden.all.has(row) ? undefined : tighteningIn(raw);
    if (tightening !== undefined && tightening.statement?.say !== 'withdraw') return [tightening];
    if (tightening !== undefined) {
      if (loosening?.say !== 'withdraw') return [tightening];
      return [{ text: tightening.text, statement: loosening, ...(isUnclear && { flaw: 'unclear-text' }) }];
    }
    if (found === undefined || !/^\/approve/.test(found.text)) return [];
    if (isUnclear) return [{ ...found, statement: null, flaw: 'unclear-text' }];
    return [found];
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
    const tightening = tighteningIn(raw);
    if (tightening !== undefined) {
      return [tightening.statement?.say === 'withdraw' ? { ...tightening, flaw: 'unclear-text' } : tightening];
    }
    const text = trimmed(raw);
    return isLine(text) ? [{ text: text.slice(0, maxShown), statement: null, flaw: 'unclear-text' }] : [];
  });
}

/** Cheap: whether any line of a body could be one of ours. It loads no reader. */
export const mayDecide = (body: string): boolean => ours.test(body) || tightens.test(body);

const ours = /^ {0,3}\/(?:approve|approve-file|deny|withdraw)[ \t]/m;
const tightens = /^[^\S\r\n]*(?:(?:[-+*]|\d{1,9}[.)])[^\S\r\n]+)*(?:#{1,6}[^\S\r\n]+)?\/(?:deny|withdraw)[^\S\r\n]/im;
const tightening =
  /^[^\S\r\n]*(?:(?:[-+*]|\d{1,9}[.)])[^\S\r\n]+)*(?:#{1,6}[^\S\r\n]+)?(\/(deny|withdraw)[^\S\r\n]+(\S{1,600})(.*))$/i;

/** A denial or a withdrawal, read generously: whoever meant one is to be heard. */
function tighteningIn(raw: string): Line | undefined {
  const [, text = '', word = '', subject = '', rest = ''] = tightening.exec(raw) ?? [];
  if (!/[@/.]/.test(subject) && !/^\s+v?\d+\.\d/.test(rest)) return undefined;
  const shown = text.trimEnd().slice(0, maxShown);
  const spelled = subject
    .replaceAll(/\\([_*~])/g, '$1')
    .replaceAll('`', '')
    .replace(/@v(?=\d)/, '@');
  const [, name, version] = named.exec(spelled.replace(/[:,.;!]{1,9}$/, '')) ?? [];
  if (name === undefined || version === undefined || name.length > 214 || version.length > 256) {
    return { text: shown, statement: null, flaw: 'malformed' };
  }
  if (word.toLowerCase() === 'withdraw') {
    return { text: shown, statement: { say: 'withdraw', name, version }, flaw: 'malformed' };
  }
  return { text: shown, statement: { say: 'deny', name, version, reason: rest.trim().slice(0, maxReason) } };
}

type Tree = ReturnType<typeof fromMarkdown>;
type Block = Tree['children'][number];
type Paragraph = Extract<Block, { type: 'paragraph' }>;

/** Rows that say nothing whatever stands there: code, and HTML comments. */
function hiddenRows(tree: Tree): { readonly all: ReadonlySet<number>; readonly code: ReadonlySet<number> } {
  const all = new Set<number>();
  const code = new Set<number>();
  for (const { type, position, ...node } of nodesOf(tree)) {
    if (position === undefined) continue;
    const isComment = type === 'html' && 'value' in node && node.value.startsWith('<!--');
    if (type !== 'code' && type !== 'inlineCode' && !isComment) continue;
    const from = type === 'inlineCode' ? position.start.line : position.start.line - 1;
    for (let row = from; row < position.end.line; row += 1) {
      all.add(row);
      if (type === 'code') code.add(row);
    }
  }
  return { all, code };
}

function nodesOf(tree: Tree): readonly (Block | Paragraph['children'][number])[] {
  const found: Block[] = [];
  const open: Block[] = [...tree.children];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    found.push(node);
    if ('children' in node) for (const child of node.children) open.push(child);
  }
  return found;
}

const isUnclearTree = (tree: Tree): boolean =>
  nodesOf(tree).some(({ type }) => type === 'html' || type === 'definition');

/** What GitHub knows beyond CommonMark, and a reader of CommonMark takes for text: footnotes, tables, mathematics, boxes. */
const isUnclearText = (text: string): boolean =>
  /\[\^|\[![a-z]+\]|\$[^$]*\$/i.test(text) ||
  /^[^\S\r\n]*(?:>[^\S\r\n]*)*(?:[-+*]|\d{1,9}[.)])[ \t]+\[[ x]\]/im.test(text) ||
  text.split('\n').some((row) => /^[\s>|:-]+$/.test(row) && row.includes('-') && /[|:]/.test(row));

/** Whole lines of a paragraph of which every character is plain text: what a person sees is what is written. */
function plainRows(block: Block, rows: readonly string[]): readonly (readonly [number, Line])[] {
  const { position } = block;
  if (position === undefined || (block.type !== 'paragraph' && block.type !== 'heading')) return [];
  const marked = new Set<number>();
  for (const { type, position: at } of block.children) {
    if (type === 'text' || type === 'break' || at === undefined) continue;
    for (let row = at.start.line - 1; row < at.end.line; row += 1) marked.add(row);
  }
  return rows.slice(position.start.line - 1, position.end.line).flatMap((raw, index) => {
    const row = position.start.line - 1 + index;
    const text = trimmed(raw);
    if (!isLine(text)) return [];
    const isPlain = block.type === 'paragraph' && !marked.has(row);
    const statement = isPlain ? statementOf(text.replaceAll(/\\([_*~])/g, '$1')) : null;
    return [[row, { text: text.slice(0, maxShown), statement, ...(statement === null && { flaw: 'malformed' }) }]];
  });
}

const trimmed = (raw: string): string => raw.replace(/^ {0,3}/, '').trimEnd();
const isLine = (text: string): boolean => ours.test(`${text} `) && /^\/\S+ +\S*[@/.]/.test(text);

const printable = /^[\x20-\x7e]+$/;
const named = /^((?:@[a-z0-9~'!()._-]+\/)?[A-Za-z0-9~'!()._-]+)@([0-9A-Za-z.+-]+)$/;
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
