import type { Report } from '../../model/index.ts';

/**
 * The report as JSON text: two spaces, keys in the order of `buildReport`, a line feed at the end. The same report
 * gives the same bytes. Characters that cannot be seen, and `##[`, which a runner obeys wherever it is printed, are
 * `\u` escapes: another spelling of the same JSON (RFC 8259, section 7).
 */
export function jsonReport(report: Report): string {
  return jsonText(report);
}

/** Any other JSON output of lockgate, written in the same way. */
export function jsonText(contract: object): string {
  const text = JSON.stringify(contract, undefined, 2)
    .replace(/[\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u007F-\u009F]/gu, escaped)
    .replace(/##(?=[\w.]*\[)/gu, '#\\u0023');
  return `${text}\n`;
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) =>
    character.charCodeAt(index).toString(16).padStart(4, '0'),
  )
    .map((hex) => `\\u${hex}`)
    .join('');
}
