import type { Instant, PullComment, Statement } from '../model/index.ts';
import type { Line } from './line.ts';
import { linesOf } from './lines.ts';

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
  /** Comments of which not all texts were looked at: there is too much. */
  readonly unread: readonly PullComment[];
}

/** What is read as Markdown of each person whose word may count, and of all others together, in characters. */
const maxOwn = 150_000;
const maxOthers = 300_000;
/** What is looked at in one pull request, former texts too: two seconds of the worst. */
const maxSeen = 8_000_000;

/**
 * Reads every comment. What tightens also counts from a former text: a `/deny` stands as long as any version of its comment
 * held the line. What would take too long to read as Markdown is read for what tightens alone.
 * @param mayCount whose comments come first, with a bound of their own for each person; nobody else can take it from them
 */
export function sayingsOf(
  comments: readonly PullComment[],
  mayCount: (comment: PullComment) => boolean = () => true,
): Sayings {
  const { read, unread } = readAll(comments, mayCount);
  const said: Said[] = [];
  const malformed: Pick<Said, 'text' | 'comment' | 'flaw'>[] = [];
  const contradicting: Said[] = [];
  for (const comment of comments) {
    const versions = versionsOf(comment).map(({ body, at, isCurrent }) => ({
      at,
      lines: (read.get(body) ?? []).filter((line) => isCurrent || isTightening(line)),
    }));
    const all = versions.flatMap(({ lines }) => lines);
    for (const found of newestOf(versions)) {
      const line = { ...found, comment };
      const { statement } = line;
      if (statement === null) malformed.push(line);
      else if (all.some((other) => contradict(statement, other.statement))) contradicting.push({ ...line, statement });
      else said.push({ ...line, statement });
    }
  }
  return { said: said.sort(bySaying), malformed, contradicting, unread };
}

/** Every text of a comment, the oldest first, and when it was written. One that is gone said nothing. */
function versionsOf({ body, createdAt, lastEditedAt, edits }: PullComment) {
  const former = edits.map((edit) => ({ body: edit.body ?? '', at: edit.editedAt, isCurrent: edit.body === body }));
  const at = lastEditedAt ?? edits.at(-1)?.editedAt ?? createdAt;
  return [...former, { body, at, isCurrent: true }];
}

/** Each line once, as the newest version says it that brought it in, or back. */
function newestOf(versions: readonly { readonly at: Instant; readonly lines: readonly Line[] }[]) {
  const found = new Map<string, Line & Pick<Said, 'at'>>();
  let before = new Set<string>();
  for (const { at, lines } of versions) {
    const here = new Set<string>();
    for (const line of lines) {
      const key = keyOf(line);
      if (!before.has(key) && !here.has(key)) found.set(key, { ...line, at });
      here.add(key);
    }
    before = here;
  }
  return [...found.values()];
}

/**
 * A text is read once. Short ones come first, and of each author as much as of the others: who writes much keeps nobody's word
 * from being read.
 */
function readAll(comments: readonly PullComment[], mayCount: (comment: PullComment) => boolean) {
  const read = new Map<string, readonly Line[]>();
  const unread = new Set<PullComment>();
  const spent = new Map<number | string, number>();
  let seen = 0;
  for (const { body, comment, by, isOwn } of inTurn(comments, mayCount)) {
    if (read.has(body)) continue;
    seen += body.length;
    if (seen > maxSeen) {
      unread.add(comment);
      continue;
    }
    const purse = isOwn ? by : 'others';
    const cost = (spent.get(purse) ?? 0) + body.length;
    const lines = linesRead(body, cost <= (isOwn ? maxOwn : maxOthers));
    if (lines.length > 0) spent.set(purse, cost);
    read.set(body, lines);
  }
  return { read, unread: [...unread] };
}

function inTurn(comments: readonly PullComment[], mayCount: (comment: PullComment) => boolean) {
  const written = new Map<number, number>();
  return comments
    .flatMap((comment) =>
      versionsOf(comment).map(({ body }) => ({ body, comment, by: comment.author?.id ?? 0, isOwn: mayCount(comment) })),
    )
    .sort((a, b) => a.body.length - b.body.length)
    .map((one) => {
      const turn = (written.get(one.by) ?? 0) + one.body.length;
      written.set(one.by, turn);
      return { ...one, turn };
    })
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || a.turn - b.turn);
}

const texts = new Map<string, { markdown?: readonly Line[]; scanned?: readonly Line[] }>();

function linesRead(body: string, isMarkdown: boolean): readonly Line[] {
  const known = texts.get(body) ?? {};
  texts.set(body, known);
  if (isMarkdown) return (known.markdown ??= linesOf(body));
  return (known.scanned ??= linesOf(body, false));
}

/** By when it was said. */
export function bySaying(a: Pick<Said, 'at' | 'comment'>, b: Pick<Said, 'at' | 'comment'>): number {
  const [first, second] = [BigInt(a.comment.id), BigInt(b.comment.id)];
  return Date.parse(a.at) - Date.parse(b.at) || (first < second ? -1 : first > second ? 1 : 0);
}

const isTightening = ({ statement }: Line) => statement?.say === 'deny' || statement?.say === 'withdraw';

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
