import type { Instant, PullComment, Statement } from '../model/index.ts';
import { linesOf, mayDecide } from './lines.ts';
import type { Line } from './lines.ts';

/** A decision, and the comment that says it. */
export interface Said<S extends Statement = Statement> {
  readonly statement: S;
  readonly text: string;
  readonly comment: PullComment;
  /** When it was said: what an edit brought in, by that edit. */
  readonly at: Instant;
  /** Why it loosens nothing, as it is written. */
  readonly flaw?: Line['flaw'];
}

/** What the comments say, before anybody asks who may say it. */
export interface Sayings {
  /** In the order in which they were said. */
  readonly said: readonly Said[];
  /** Lines that begin with one of our words and cannot be read. */
  readonly malformed: readonly Pick<Said, 'text' | 'comment' | 'flaw'>[];
  /** Approvals of a comment that says otherwise of the same: what it denies or withdraws counts. */
  readonly contradicting: readonly Said[];
}

/** What is read as Markdown in all comments together, in characters: anybody can write them. */
const maxRead = 300_000;

/**
 * Reads every comment. What tightens also counts from a former text: a `/deny` stands as long as any version of its comment
 * held the line. Of what would take too long to read, the comments of those who may be asked come first, and short ones.
 */
export function sayingsOf(
  comments: readonly PullComment[],
  isFirst: (comment: PullComment) => boolean = () => true,
): Sayings {
  const read = readAll(comments, isFirst);
  const said: Said[] = [];
  const malformed: Pick<Said, 'text' | 'comment' | 'flaw'>[] = [];
  const contradicting: Said[] = [];
  for (const comment of comments) {
    const all = versionsOf(comment).flatMap(({ body, at, isCurrent }) =>
      (read.get(body) ?? [])
        .filter((line) => isCurrent || isTightening(line))
        .map((line) => ({ ...line, at, comment })),
    );
    for (const line of distinct(all)) {
      const { statement } = line;
      if (statement === null) malformed.push(line);
      else if (all.some((other) => contradict(statement, other.statement))) contradicting.push({ ...line, statement });
      else said.push({ ...line, statement });
    }
  }
  return { said: said.sort(bySaying), malformed, contradicting };
}

/** Every text of a comment, the oldest first, and when it was written. */
function versionsOf({ body, createdAt, lastEditedAt, edits }: PullComment) {
  const former = edits.flatMap((edit) =>
    edit.body === null ? [] : [{ body: edit.body, at: edit.editedAt, isCurrent: edit.body === body }],
  );
  const at = lastEditedAt ?? edits.at(-1)?.editedAt ?? createdAt;
  return [...former, { body, at, isCurrent: true }];
}

/** A text is read once in a run. */
function readAll(comments: readonly PullComment[], isFirst: (comment: PullComment) => boolean) {
  const found = new Map<string, readonly Line[]>();
  const order = [...comments].map((comment) => ({ comment, rank: isFirst(comment) ? 0 : 1 }));
  const bodies = order.flatMap(({ comment, rank }) => versionsOf(comment).map(({ body }) => ({ body, rank })));
  let left = maxRead;
  for (const { body } of bodies.sort((a, b) => a.rank - b.rank || a.body.length - b.body.length)) {
    if (found.has(body)) continue;
    if (mayDecide(body)) left -= body.length;
    const lines = left < 0 ? linesOf(body, false) : (texts.get(body) ?? linesOf(body));
    if (left >= 0) texts.set(body, lines);
    found.set(body, lines);
  }
  return found;
}
const texts = new Map<string, readonly Line[]>();

/** By when it was said. */
export function bySaying(a: Pick<Said, 'at' | 'comment'>, b: Pick<Said, 'at' | 'comment'>): number {
  const [first, second] = [BigInt(a.comment.id), BigInt(b.comment.id)];
  return Date.parse(a.at) - Date.parse(b.at) || (first < second ? -1 : first > second ? 1 : 0);
}

const isTightening = ({ statement }: Line) => statement?.say === 'deny' || statement?.say === 'withdraw';

/** Each line once, as it was first said. */
function distinct<L extends Line>(lines: readonly L[]): readonly L[] {
  return [...new Map([...lines].reverse().map((line) => [keyOf(line), line])).values()].reverse();
}

/** A denial stays one whatever its reason becomes. */
const keyOf = ({ text, statement, flaw }: Line): string =>
  statement === null
    ? text
    : JSON.stringify(statement.say === 'deny' ? ['deny', statement.name, statement.version] : [statement, flaw]);

/** Whether an approval is contradicted in its own comment. */
function contradict(one: Statement, other: Statement | null): boolean {
  if (one.say !== 'approve' || other === null || (other.say !== 'deny' && other.say !== 'withdraw')) return false;
  return one.name === other.name && one.version === other.version;
}
