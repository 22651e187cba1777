import type {
  Account,
  Approvals,
  Blocked,
  Counted,
  Instant,
  ProposerMark,
  Proposers,
  Refusal,
} from '../model/index.ts';
import type { Rule } from '../model/rule.ts';
import type { Decidable } from './apply.ts';
import { isApproved } from './apply.ts';
import type { Hearing } from './count.ts';
import { count } from './count.ts';
import { sayingsOf } from './statements.ts';
import { isCandidate, mayDeny } from './who.ts';

/** Counting on several pull requests that come together: a merge group, or a push. */

/** Where something that blocks comes from, by numbers of pull requests. */
export interface Origin {
  /** For each lockfile that has it, those whose words cover it there; a file has one place. */
  readonly covering: readonly (readonly number[])[];
  /** All that bring any of it in, or have it in their own head. */
  readonly proposing: readonly number[];
  /** Whether somebody pushed it, or it is not known who brings it in: then nothing counts. */
  readonly isUnknown: boolean;
}

/** What was said on one of them. */
export interface Words extends Pick<
  Hearing,
  'comments' | 'deleted' | 'reviews' | 'standings' | 'tampered' | 'mergedAt'
> {
  readonly number: number;
}

export interface Each {
  readonly pulls: readonly Words[];
  readonly approvals: Approvals;
  readonly blocked: readonly Blocked[];
  /** By digest. What is missing is not known. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** `name@version` of what each pull request brings in. */
  readonly brought: ReadonlyMap<number, ReadonlySet<string>>;
  /** Who proposed each; of which it is missing, nobody asked, and nothing is let in that it proposes. */
  readonly proposers: ReadonlyMap<number, Proposers>;
  readonly now: Instant;
  readonly rules: readonly Rule[];
}

/** The pull requests of which it matters who proposed them, and to whom: somebody has approved what they bring in. */
export function proposersToAsk({ pulls, approvals, origins }: Pick<Each, 'pulls' | 'approvals' | 'origins'>): {
  readonly pulls: readonly number[];
  readonly settle: ReadonlySet<number>;
} {
  const asked = new Set<number>();
  const settle = new Set<number>();
  for (const { number, comments, standings } of pulls) {
    const { said } = sayingsOf(comments, ({ author }) => mayDeny(author, approvals, standings));
    for (const { statement, comment } of said) {
      const origin = 'digest' in statement ? origins.get(statement.digest) : undefined;
      if (origin?.covering.flat().includes(number) !== true || origin.isUnknown) continue;
      if (!isCandidate(comment.author, approvals)) continue;
      settle.add(comment.author.id);
      for (const pull of origin.proposing) asked.add(pull);
    }
  }
  return { pulls: [...asked], settle };
}

export interface CountedEach {
  /** Of all together, for words. What is let in says `letsIn` alone. */
  readonly counted: Counted;
  readonly proposers: Proposers;
  readonly letsIn: (entry: Decidable) => boolean;
}

/**
 * What the comments on each come to. Words on a pull request cover what it brings in itself, in each lockfile; the proposers of
 * what several bring in are those of all of them; a denial on any of them is one of all.
 */
export function countEach(each: Each): CountedEach {
  const { pulls, approvals, blocked, origins, brought, proposers: known, now, rules } = each;
  const proposersOf = (digest: string): Proposers =>
    together((origins.get(digest)?.proposing ?? []).flatMap((pull) => known.get(pull) ?? []));
  const counted = new Map(
    pulls.map(({ number, ...words }) => {
      const own = brought.get(number) ?? new Set();
      const covered = blocked.filter((entry) =>
        entry.kind === 'undecidable'
          ? own.has(`${entry.name ?? ''}@${entry.version ?? ''}`)
          : origins.get(entry.digest)?.isUnknown === false &&
            origins.get(entry.digest)?.covering.flat().includes(number),
      );
      const said = count({
        ...{ ...words, approvals, blocked: covered, brought: own, now, rules },
        ...{ proposers: known.get(number) ?? together([]), proposersOf },
      });
      return [number, said] as const;
    }),
  );
  const letsIn = (entry: Decidable): boolean => {
    const origin = origins.get(entry.digest);
    if (origin === undefined || origin.isUnknown || origin.covering.length === 0) return false;
    if (!origin.proposing.every((pull) => known.has(pull))) return false;
    const required = approvals.required + proposersOf(entry.digest).extra;
    return origin.covering.every((numbers) => {
      const given = numbers.flatMap((pull) => counted.get(pull)?.approvals ?? []);
      return isApproved(entry, { counted: { approvals: given, denials: [], required }, rules });
    });
  };
  const all = [...counted.values()];
  const proposers = together([...known.values()]);
  return {
    ...{ letsIn, proposers },
    counted: {
      approvals: all.flatMap((one) => one.approvals),
      denials: all.flatMap((one) => one.denials),
      refusals: [...counted].flatMap(([pull, { refusals }]) => refusals.map((one): Refusal => ({ ...one, pull }))),
      required: approvals.required + proposers.extra,
      deleted: all.flatMap((one) => one.deleted),
    },
  };
}

/** Those of all of them. */
export function together(all: readonly Proposers[]): Proposers {
  const marks = new Map<string, ProposerMark>();
  const keyOf = ({ account, as }: { readonly account: Account; readonly as: string }) => `${account.id} ${as}`;
  for (const mark of all.flatMap((one) => one.marks)) marks.set(keyOf(mark), marks.get(keyOf(mark)) ?? mark);
  const unknown = all.find(({ extra }) => extra === 1);
  return {
    ...{ marks: [...marks.values()], extra: unknown?.extra ?? 0 },
    ...(unknown?.because === undefined ? {} : { because: unknown.because }),
  };
}
