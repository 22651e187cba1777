/**
 * One sentence as lines of at most `width` columns, broken at spaces; a line that goes on is set in by two more
 * columns. Words longer than a line stay whole: a cut address or name could not be copied.
 */
export function wrap(text: string, indent: string, width: number): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + word.length > width) {
      lines.push(line.trimEnd());
      line = `${indent}  `;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
