import type { FindingLevel, VerdictWord } from '../../model/index.ts';
import { ruleUrl } from '../view/project.ts';

/** What colours a terminal's text may have. Without colour every function gives its text back. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly level: (level: FindingLevel, text: string) => string;
  readonly verdict: (verdict: VerdictWord, text: string) => string;
  /** Text that stands for a rule, linked to its page where the terminal shows links. */
  readonly rule: (rule: string, text: string) => string;
  /** Text that is linked to an address of ours; undefined where the terminal does not show links. */
  readonly link?: (text: string, url: string) => string;
}

const green = '32';
const yellow = '33';
const red = '31';
const blue = '34';
const verdictColour: Readonly<Record<VerdictWord, string>> = { pass: green, warn: yellow, fail: red, error: red };

const levelColour: Readonly<Record<FindingLevel, string>> = { error: red, warn: yellow, note: blue };

/**
 * SGR sequences (ECMA-48, 8.3.117) and hyperlinks (OSC 8), always closed on the same line.
 * @param rulesUrl the folder with the rules' pages, of validated parts, where the terminal shows links
 */
export function painter(colour: boolean, rulesUrl?: string): Paint {
  const sgr = (code: string) => (text: string) => (colour ? `\u001B[${code}m${text}\u001B[0m` : text);
  return {
    strong: sgr('1'),
    faint: sgr('2'),
    level: (level, text) => sgr(`1;${levelColour[level]}`)(text),
    verdict: (verdict, text) => sgr(`1;${verdictColour[verdict]}`)(text),
    rule: (rule, text) => {
      const url = ruleUrl(rule, rulesUrl);
      return url === undefined ? text : hyperlink(text, url);
    },
    ...(rulesUrl !== undefined && { link: hyperlink }),
  };
}

const hyperlink = (text: string, url: string) => `\u001B]8;;${url}\u001B\\${text}\u001B]8;;\u001B\\`;
