import type { Line } from './line.ts';
import { maxReason, maxShown, named } from './line.ts';

/** Lines that keep something out, read generously: whoever meant one is to be heard, however it is written. */

/** What no person sees: marks of width zero, of direction, of joining; and control characters but the tab. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?!\t)\p{Cc}/gu;
/** What some show as the end of a line, and Markdown does not. */
const breaks = /[\v\f\u0085\u2028\u2029]/;
/** A row is looked at this far: the longest name, version and reason fit. */
const maxRow = 2000;

/** Without the flag `m`, on one row that is cut: each takes as long as the row is. */
const tightening =
  /^(?:(?:[-+*]|\d{1,9}[.)])\s+)*(?:#{1,6}\s+)?[*_]{0,3}\\?(\/(deny|withdraw)\s+(\S{1,600})(?:\s(.*))?)$/isu;
const word = /\/(?:deny|withdraw)/i;

/** Whether a row may begin with one of the words. */
export const mayTighten = (raw: string): boolean => partsOf(raw).some((part) => tightening.test(part));

/** The denials and withdrawals of a row: several where it has line breaks that Markdown does not know. */
export const tighteningIn = (raw: string): readonly Line[] =>
  partsOf(raw).flatMap((part) => {
    const [, text = '', said = '', subject = '', rest = ''] = tightening.exec(part) ?? [];
    return text === '' ? [] : [lineOf(text, said.toLowerCase(), subject, rest)];
  });

function partsOf(raw: string): readonly string[] {
  if (!raw.includes('/')) return [];
  return raw.split(breaks).flatMap((part) => {
    const seen = part.includes('/') ? part.replaceAll(invisible, '').trim().slice(0, maxRow) : '';
    return word.test(seen) ? [seen] : [];
  });
}

function lineOf(text: string, said: string, subject: string, rest: string): Line {
  const shown = text.trimEnd().slice(0, maxShown);
  const spelled = subject
    .replaceAll(/\\([_*~])/g, '$1')
    .replaceAll('`', '')
    .replace(/@v(?=\d)/, '@');
  const [, name, version] = named.exec(spelled.replace(/[:,.;!*_]{1,9}$/, '')) ?? [];
  if (name === undefined || version === undefined || name.length > 214 || version.length > 256) {
    return { text: shown, statement: null, flaw: 'malformed' };
  }
  if (said === 'withdraw') {
    return { text: shown, statement: { say: 'withdraw', name, version }, flaw: 'malformed' };
  }
  return { text: shown, statement: { say: 'deny', name, version, reason: rest.trim().slice(0, maxReason) } };
}
