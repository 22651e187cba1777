/**
 * One sentence as lines of at most `width` columns, broken at spaces; continuation lines are indented by two more
 * columns, or by `hang`. Words longer than a line stay whole: a cut URL or name could not be copied.
 */
export function wrap(text: string, indent: string, width: number, hang = '  '): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + word.length > width) {
      lines.push(line.trimEnd());
      line = `${indent}${hang}`;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
