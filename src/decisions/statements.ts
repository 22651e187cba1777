import type { PullComment, Statement } from '../model/index.ts';
import { linesOf } from './lines.ts';
import type { Line } from './lines.ts';

/** A decision, and the comment that says it. */
export interface Said<S extends Statement = Statement> {
  readonly statement: S;
  readonly text: string;
  readonly comment: PullComment;
}

/** What the comments say, before anybody asks who may say it. */
export interface Sayings {
  /** In the order in which they were said. */
  readonly said: readonly Said[];
  /** Lines that begin with one of our words and cannot be read. */
  readonly malformed: readonly { readonly text: string; readonly comment: PullComment }[];
  /** Lines of a comment that approves and denies the same. */
  readonly contradicting: readonly Said[];
}

/**
 * Reads every comment. What tightens also counts from a former text: a `/deny` stands as long as any version of its comment
 * held the line.
 */
export function sayingsOf(comments: readonly PullComment[]): Sayings {
  const read = [...comments].sort(inOrder).map((comment) => ({ comment, lines: knownLines(comment.body) }));
  const said: Said[] = [];
  const malformed: { text: string; comment: PullComment }[] = [];
  const contradicting: Said[] = [];
  for (const { comment, lines } of read) {
    const isEdited = comment.lastEditedAt !== null || comment.edits.length > 0;
    const former = isEdited ? comment.edits.flatMap(({ body }) => knownLines(body ?? '')).filter(isDenial) : [];
    const all = distinct([...lines, ...former]).flatMap(({ text, statement }) => {
      if (statement === null) malformed.push({ text, comment });
      return statement === null ? [] : [{ statement, text, comment }];
    });
    const torn = new Set(all.filter((one) => all.some((other) => contradict(one.statement, other.statement))));
    contradicting.push(...torn);
    said.push(...all.filter((one) => !torn.has(one)));
  }
  return { said, malformed, contradicting };
}

/** A text is read once in a run. */
function knownLines(body: string): readonly Line[] {
  const known = texts.get(body) ?? linesOf(body);
  texts.set(body, known);
  return known;
}
const texts = new Map<string, readonly Line[]>();

/** By when they were written, then by their numbers. */
export function inOrder(a: PullComment, b: PullComment): number {
  const [first, second] = [BigInt(a.id), BigInt(b.id)];
  return Date.parse(a.createdAt) - Date.parse(b.createdAt) || (first < second ? -1 : first > second ? 1 : 0);
}

const isDenial = ({ statement }: Line) => statement?.say === 'deny';

function distinct(lines: readonly Line[]): readonly Line[] {
  return [...new Map(lines.map((line) => [line.text, line])).values()];
}

function contradict(one: Statement, other: Statement): boolean {
  if ('path' in one || 'path' in other) return false;
  const isSame = one.name === other.name && one.version === other.version;
  return isSame && one.say !== other.say && [one.say, other.say].includes('approve');
}
