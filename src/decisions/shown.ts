import type { fromMarkdown } from 'mdast-util-from-markdown';

/** What a reader sees of a comment, and what GitHub may show otherwise than it is written. */

type Tree = ReturnType<typeof fromMarkdown>;
export type Block = Tree['children'][number];
type Paragraph = Extract<Block, { type: 'paragraph' }>;

/** Rows that say nothing whatever stands there: code, and HTML comments; and in `odd` what is no text that a person wrote for others. */
export function hiddenRows(
  tree: Tree,
  rows: readonly string[],
): { readonly all: ReadonlySet<number>; readonly code: ReadonlySet<number>; readonly odd: ReadonlySet<number> } {
  const all = new Set<number>();
  const code = new Set<number>();
  const odd = new Set<number>();
  for (const { type, position, ...node } of nodesOf(tree)) {
    if (position === undefined) continue;
    if (type === 'html' || type === 'definition') {
      for (let row = position.start.line - 1; row < position.end.line; row += 1) odd.add(row);
    }
    const isComment = type === 'html' && 'value' in node && node.value.startsWith('<!--');
    if (type !== 'code' && type !== 'inlineCode' && !isComment) continue;
    // What begins behind other text of its row leaves that row to be read.
    const { line, column } = position.start;
    const isBehind = type !== 'code' && (rows[line - 1] ?? '').slice(0, column - 1).trim() !== '';
    const from = isBehind || type === 'inlineCode' ? line : line - 1;
    for (let row = from; row < position.end.line; row += 1) {
      all.add(row);
      if (type === 'code') code.add(row);
    }
  }
  return { all, code, odd };
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

export const isUnclearTree = (tree: Tree): boolean =>
  nodesOf(tree).some(({ type }) => type === 'html' || type === 'definition');

/** What GitHub knows beyond CommonMark, and a reader of CommonMark takes for text: footnotes, tables, mathematics, boxes. */
export const isUnclearText = (rows: readonly string[]): boolean =>
  /\[\^|\[![a-z]+\]|\$[^$]*\$/i.test(rows.join('\n')) ||
  rows.some((row) => task.test(row) || (/^[\s>|:-]+$/.test(row) && row.includes('-') && /[|:]/.test(row)));
const task = /^\s*(?:>\s*)*(?:[-+*]|\d{1,9}[.)])[ \t]+\[[ x]\]/i;

/**
 * Whether a paragraph has a tilde outside code. What GitHub strikes out depends on what it takes for punctuation beside it,
 * and that is not what our reader takes for it.
 */
export const hasTilde = (children: Paragraph['children'], body: string): boolean =>
  children.some(({ type, position }) => {
    if (type === 'inlineCode' || position === undefined) return false;
    const source = body.slice(position.start.offset, position.end.offset);
    return source.includes('~') && source.replaceAll(/\\[^]/g, '').includes('~');
  });
