import { wrap } from '../formats/wrap.ts';
import type { Paint } from '../formats/paint.ts';

/** What a page of ours consists of. The texts are our own, with code between backticks and titles between `**`. */
export type Block =
  | { readonly kind: 'heading'; readonly depth: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph' | 'quote'; readonly text: string }
  | { readonly kind: 'code'; readonly language?: string; readonly text: string }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** Links to other pages, which a terminal does not need. */
  | { readonly kind: 'footer'; readonly text: string };

export const heading = (depth: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', depth, text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** The page as Markdown. */
export const blocksMarkdown = (blocks: readonly Block[]): string => `${blocks.map(markdownOf).join('\n\n')}\n`;

function markdownOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.depth)} ${block.text}`;
    case 'quote':
      return `> ${block.text}`;
    case 'code':
      return `\`\`\`${block.language ?? ''}\n${block.text}\n\`\`\``;
    case 'table': {
      const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
      return [row(block.head), row(block.head.map(() => '---')), ...block.rows.map(row)].join('\n');
    }
    default:
      return block.text;
  }
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The page for a terminal: what stands under a heading is indented, and a table's rows are one entry each. */
export function blocksText(blocks: readonly Block[], paint: Paint, width: number): string {
  const shown = blocks.filter(({ kind }) => kind !== 'footer');
  return `${shown.map((block) => linesOf(block, paint, width).join('\n')).join('\n\n')}\n`;
}

const indent = '  ';

function linesOf(block: Block, paint: Paint, width: number): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${block.depth === 3 ? indent : ''}${paint.strong(plain(block.text))}`];
    case 'quote':
      return wrap(block.text, `${indent}${indent}`, width, '');
    case 'code':
      return block.text.split('\n').map((line) => `${indent}${indent}${line}`);
    case 'table':
      return block.rows.flatMap(([first = '', ...cells]) => {
        const [says = '', ...facts] = cells.reverse();
        const named = facts.reverse().map((fact, index) => `${block.head[index + 1] ?? ''} ${fact}`);
        return [
          ...wrap(`${first}: ${named.join('; ')}`, indent, width),
          ...wrap(says, `${indent}${indent}`, width, ''),
        ];
      });
    default:
      return wrap(plain(block.text), indent, width, '');
  }
}

const plain = (text: string) => text.replace(/^\*\*(.+?)\*\*/u, '$1').replace(/^`([^`]*)`$/u, '$1');
