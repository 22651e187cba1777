import type { Statement } from '../model/index.ts';

/** A line that begins with one of our words, with what it says; null where it cannot be read. */
export interface Line {
  readonly text: string;
  readonly statement: Statement | null;
  /** Why it loosens nothing. A denial, and a withdrawal that ends an approval, count all the same. */
  readonly flaw?: 'malformed' | 'unclear-text' | 'not-alone';
}

/** The longest reason, in characters. */
export const maxReason = 500;
/** Of what begins like a decision and is none, the report shows this much. */
export const maxShown = 200;
/** A name and an exact version. */
export const named = /^((?:@[a-z0-9~'!()._-]+\/)?[A-Za-z0-9~'!()._-]+)@([0-9A-Za-z.+-]+)$/;

/** The rows of a text as CommonMark has them. No expression is let run over more than one of them: the flag `m` knows other ends. */
export const rowsOf = (body: string): readonly string[] => body.split(/\r\n|\r|\n/);
