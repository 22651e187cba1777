import type { FindingLevel, VerdictWord } from '../../model/index.ts';

/** What colours a terminal's text may have. Without colour every function gives its text back. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly level: (level: FindingLevel, text: string) => string;
  readonly verdict: (verdict: VerdictWord, text: string) => string;
}

const green = '32';
const yellow = '33';
const red = '31';
const blue = '34';
const verdictColour: Readonly<Record<VerdictWord, string>> = { pass: green, warn: yellow, fail: red, error: red };

const levelColour: Readonly<Record<FindingLevel, string>> = { error: red, warn: yellow, note: blue };

/** SGR sequences (ECMA-48, 8.3.117), always closed on the same line. */
export function painter(colour: boolean): Paint {
  const sgr = (code: string) => (text: string) => (colour ? `\u001B[${code}m${text}\u001B[0m` : text);
  return {
    strong: sgr('1'),
    faint: sgr('2'),
    level: (level, text) => sgr(`1;${levelColour[level]}`)(text),
    verdict: (verdict, text) => sgr(`1;${verdictColour[verdict]}`)(text),
  };
}
