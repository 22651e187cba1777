const colours = { 1: 'font-weight="bold"', 2: 'fill="#8b949e"', 31: 'fill="#ff7b72"', 32: 'fill="#7ee787"', 33: 'fill="#e3b341"' };
const columns = 118;
const lineHeight = 19;
const letter = 8.05;

/**
 * A terminal's text as an SVG picture: readable in light and dark, and text for a screen reader.
 * @param output with SGR colours, every sequence closed on its line.
 */
export function terminalPicture(command, output) {
  const rows = [`$ ${command}`, ...output.trimEnd().split('\n')].flatMap(fold);
  const width = Math.ceil(columns * letter) + 32;
  const height = rows.length * lineHeight + 32;
  const lines = rows.map((row, index) => `<text x="16" y="${16 + (index + 0.75) * lineHeight}">${spans(row)}</text>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>What lockgate prints for the example pull request</title>`,
    `<rect width="100%" height="100%" rx="8" fill="#0d1117"/>`,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="13.4" fill="#e6edf3" xml:space="preserve">`,
    ...lines,
    `</g></svg>`,
    '',
  ].join('\n');
}

/** Rows of at most `columns` visible characters, broken at spaces, set in like the row that they go on from. */
function fold(row) {
  const indent = `${/^ */.exec(row)[0]}    `;
  const rows = [];
  let line = '';
  for (const word of row.split(/(?<= )/)) {
    if (visibleLength(line + word.trimEnd()) > columns && line.trim() !== '') {
      rows.push(line.trimEnd());
      line = indent;
    }
    line += word;
  }
  return [...rows, line.trimEnd()];
}

const sgr = /\u001B\[([\d;]*)m/;
const visibleLength = (text) => text.replaceAll(new RegExp(sgr, 'g'), '').length;

function spans(row) {
  let open = false;
  const parts = row.split(sgr).map((part, index) => {
    if (index % 2 === 0) return part.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const end = open ? '</tspan>' : '';
    const style = part.split(';').map((code) => colours[code]).filter(Boolean).join(' ');
    open = style !== '';
    return open ? `${end}<tspan ${style}>` : end;
  });
  return parts.join('') + (open ? '</tspan>' : '');
}
