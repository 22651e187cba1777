/**
 * Makes third-party text safe to use inside lockgate's own sentences. Every module may use it; what the output
 * format needs beyond that (Markdown, log lines) is the business of `report/escape.ts`.
 */

/** Longest forms that are shown, in UTF-16 units. Longer text ends in an ellipsis. */
export const limits = { name: 214, version: 256, path: 512, message: 4096 } as const;

/**
 * Characters that a reader cannot see, or that move or hide what is around them: controls (C0, DEL, C1, and with
 * them ANSI sequences), format characters (bidi, zero width, tags), line and paragraph separators, surrogates
 * without a partner, private use, every space but U+0020, and what Unicode calls default-ignorable (fillers,
 * variation selectors). U+2800 is a letter to Unicode and a blank to the eye.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/u;
const mark = /\p{M}/u;

/** More combining marks than this on one letter paint over the lines around them. */
const marksPerLetter = 4;

/** Nearly all text there is, for which there is nothing to do. */
const printable = /^[ -~]*$/u;
const printableWords = /^[!-_a-~]+(?: [!-_a-~]+)*$/u;

const codePoint = (character: string) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;

interface Place {
  readonly before: string;
  readonly last: boolean;
}

function bounded(text: string, max: number, isHidden: (character: string, place: Place) => boolean): string {
  let shown = '';
  let keep = 0; // length of the longest start of `shown` that leaves room for the ellipsis
  let marks = marksPerLetter; // nothing to combine with yet
  let before = '';
  let read = 0;
  for (const character of text) {
    read += character.length;
    marks = mark.test(character) ? marks + 1 : 0;
    const hidden =
      unseen.test(character) || marks > marksPerLetter || isHidden(character, { before, last: read === text.length });
    shown += hidden ? codePoint(character) : character;
    if (shown.length > max) return `${shown.slice(0, keep)}…`;
    if (shown.length < max) keep = shown.length;
    before = character;
  }
  return shown;
}

/**
 * One line of at most `max` UTF-16 units that shows every character there is: what cannot be seen stands as
 * `\u{XXXX}`. Applying it twice changes nothing.
 */
export function visible(text: string, max: number = limits.message): string {
  return text.length <= max && printable.test(text) ? text : bounded(text, max, () => false);
}

/**
 * `visible` text between backticks, for use inside a message. It holds no backtick of its own, so a reader of the
 * message can tell lockgate's words from what is between backticks. Spaces at the ends or in a row are shown, and
 * empty text as `""`.
 * @throws TypeError for `undefined`: a message that lacks one of its arguments is a defect of the rule.
 */
export function quoted(text: string | number | undefined, max: number = limits.path): string {
  if (text === undefined) throw new TypeError('a message lacks one of its arguments');
  if (text === '') return '`""`';
  const whole = String(text);
  if (whole.length <= max && printableWords.test(whole)) return `\`${whole}\``;
  const inner = bounded(
    whole,
    max,
    (character, { before, last }) =>
      character === '`' || (character === ' ' && (before === ' ' || before === '' || last)),
  );
  return `\`${inner}\``;
}
