/** A part of a `.yarnrc`. Comments and the blanks between parts are left out. */
export interface YarnrcToken {
  readonly is: 'newline' | 'indent' | 'comma' | 'colon' | 'text' | 'scalar' | 'invalid';
  readonly value: string;
  /** 1-based. */
  readonly line: number;
  /** Of a text: whether it has no escape. */
  readonly isPlain: boolean;
}

/** A text that is not of Yarn 1's grammar. */
export class NotYarnrc extends Error {
  readonly line: number;

  constructor(line: number) {
    super('not of the grammar of a .yarnrc');
    this.line = line;
  }
}

/** A newline, a comment up to the line feed, blanks, a quote, a number, a boolean, a colon, a comma, a bare text. */
const TOKEN =
  /(?<newline>\r?\n|\r)|(?<comment>#[^\n]*)|(?<blank> +)|(?<quote>")|(?<scalar>[0-9]+|true|false)|(?<colon>:)|(?<comma>,)|(?<text>[a-zA-Z/.-][^: \n\r,]*)/sy;

/**
 * The tokens of Yarn 1's lockfile grammar (its `lockfile/parse.js`). What is none of them is the last token: Yarn 1 may
 * stop before it.
 */
export function yarnrcTokens(text: string): readonly YarnrcToken[] {
  const tokens: YarnrcToken[] = [];
  let line = 1;
  let isLineStart = false;
  let end = 0;
  for (let at = 0; at < text.length; at = end) {
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(text)?.groups;
    const { newline, blank, quote, scalar, colon, comma, text: bare } = groups ?? {};
    end = quote === undefined ? TOKEN.lastIndex : endOfString(text, at);
    const string = quote === undefined ? undefined : unquoted(text.slice(at, end));
    const isOdd = blank !== undefined && isLineStart && blank.length % 2 !== 0;
    if (groups === undefined || isOdd || (quote !== undefined && string === undefined)) {
      return [...tokens, { is: 'invalid', value: '', line, isPlain: false }];
    }
    const add = (is: YarnrcToken['is'], value: string, isPlain = true) => tokens.push({ is, value, line, isPlain });
    if (newline !== undefined) {
      add('newline', '');
      line++;
    } else if (blank !== undefined && isLineStart) {
      add('indent', '');
    } else if (string !== undefined) add('text', string, !text.slice(at, end).includes('\\'));
    else if (scalar !== undefined) add('scalar', scalar);
    else if (colon !== undefined) add('colon', colon);
    else if (comma !== undefined) add('comma', comma);
    else if (bare !== undefined) add('text', bare, !bare.includes('\\'));
    // A carriage return alone ends a line, but begins none.
    isLineStart = newline?.endsWith('\n') === true;
  }
  return tokens;
}

/** Yarn 1 looks at no more than two characters before a quote. */
function endOfString(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text[at - 1] === '\\' && text[at - 2] !== '\\') at = text.indexOf('"', at + 1);
  return at < 0 ? text.length : at + 1;
}

function unquoted(string: string): string | undefined {
  try {
    return JSON.parse(string) as string;
  } catch {
    return undefined;
  }
}
