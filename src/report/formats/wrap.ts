/**
 * One sentence as lines of at most `width` columns, broken at spaces; a line that goes on is set in by two columns
 * more, or by what `hang` says. Words longer than a line stay whole: a cut address or name could not be copied.
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
