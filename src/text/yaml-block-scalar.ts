import type { YamlCursor } from './yaml-cursor.ts';
import { joinBlock } from './yaml-scalar.ts';

const HEADER = /[|>](?:([1-9])([-+]?)|([-+])([1-9]?))?/y;
const CHOMPING = { '': 'clip', '-': 'strip', '+': 'keep' } as const;

/**
 * Reads a block scalar from its `|` or `>` to the start of the line behind it.
 * @param parent column of what it belongs to: its lines are indented further
 */
export function readBlockScalar(cursor: YamlCursor, parent: number): string {
  const { text } = cursor;
  HEADER.lastIndex = cursor.at;
  const header = HEADER.exec(text) as RegExpExecArray;
  const folded = header[0].startsWith('>');
  const digit = header[1] ?? header[4] ?? '';
  const chomping = CHOMPING[(header[2] ?? header[3] ?? '') as keyof typeof CHOMPING];
  cursor.at += header[0].length;
  cursor.endLine();
  let indent = digit === '' ? -1 : parent + Number(digit);
  let widestBlank = 0;
  const lines: string[] = [];
  while (cursor.at < text.length) {
    const start = cursor.at;
    const feed = text.indexOf('\n', start);
    const stop = feed < 0 ? text.length : feed;
    const end = text[stop - 1] === '\r' && stop > start ? stop - 1 : stop;
    let content = start;
    while (content < end && text[content] === ' ') content++;
    const width = content - start;
    if (content === end) {
      // Readers disagree whether what breaks off like this is a line.
      if (feed < 0) cursor.refuse('The YAML breaks off in a blank line of a text', start);
      if (indent < 0) widestBlank = Math.max(widestBlank, width);
      else if (width > indent) cursor.refuse('The YAML has a text with a blank line of more spaces', start);
      lines.push('');
    } else {
      if (indent < 0 && width > parent) {
        if (widestBlank > width) cursor.refuse('The YAML has a text that begins with a blank line of more spaces');
        indent = width;
      }
      // Behind a document, or what is no deeper than its parent, the text is over.
      if (width < indent || indent < 0) break;
      lines.push(text.slice(start + indent, end));
    }
    cursor.at = feed < 0 ? text.length : feed + 1;
  }
  return joinBlock(lines, { folded, chomping });
}
