import type { HealthDocument, Instant, LedgerEntry, PersonHealth, RecordedPerson } from '../../model/index.ts';
import { compareText } from '../../text/order.ts';

/** Whether decisions are more than a formality. It counts what the records say, and invents nothing. */

export interface HealthOf {
  readonly entries: readonly LedgerEntry[];
  readonly repositoryId: number | undefined;
  readonly since: Instant | undefined;
  /** When each pull request was opened, as far as that is known. */
  readonly openedAt: ReadonlyMap<number, Instant>;
}

type Health = Omit<HealthDocument, 'schema' | 'branch' | 'commit' | 'since' | 'notes'>;

/** One person's part in one record. */
interface Part {
  readonly person: RecordedPerson;
  readonly isYes: boolean;
  readonly seconds: number | undefined;
}

/** Reasons that are named; more would be a list of the ledger. */
const namedReasons = 10;

export function healthOf({ entries, repositoryId, since, openedAt }: HealthOf): Health {
  const counted = entries.filter(
    ({ record }) =>
      record.decision !== 'revoke' &&
      (repositoryId === undefined || record.about.repositoryId === repositoryId) &&
      (since === undefined || Date.parse(record.issuedAt) >= Date.parse(since)),
  );
  const parts = counted.flatMap(({ record }) =>
    record.by.map((person): Part => {
      const opened = record.pull === null ? undefined : openedAt.get(record.pull);
      const seconds = opened === undefined ? NaN : (Date.parse(person.at) - Date.parse(opened)) / 1000;
      return { person, isYes: record.decision !== 'deny', seconds: seconds >= 0 ? seconds : undefined };
    }),
  );
  const denied = counted.filter(({ record }) => record.decision === 'deny').length;
  const approved = counted.length - denied;
  const times = timesOf(parts);
  return {
    ...{ approved, denied, shareOfYes: counted.length === 0 ? null : approved / counted.length },
    timeToYes:
      times.length === 0
        ? null
        : { of: times.length, medianSeconds: median(times), withinAMinute: times.filter((one) => one < 60).length },
    people: peopleIn(parts),
    mostInOneComment: mostIn(parts),
    repeatedReasons: reasonsIn(parts),
  };
}

const timesOf = (parts: readonly Part[]): readonly number[] =>
  parts.flatMap(({ isYes, seconds }) => (isYes && seconds !== undefined ? [seconds] : []));

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return Math.round(sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2);
}

function peopleIn(parts: readonly Part[]): readonly PersonHealth[] {
  const ids = [...new Set(parts.map(({ person }) => person.id))];
  return ids
    .map((id): PersonHealth => {
      const own = parts.filter(({ person }) => person.id === id);
      const times = timesOf(own);
      const approved = own.filter(({ isYes }) => isYes).length;
      return {
        ...{ id, login: own.at(-1)?.person.login ?? '', approved, denied: own.length - approved },
        medianSeconds: times.length === 0 ? null : median(times),
      };
    })
    .sort((a, b) => b.approved + b.denied - a.approved - a.denied || a.id - b.id);
}

function mostIn(parts: readonly Part[]): HealthDocument['mostInOneComment'] {
  const counts = new Map<string, { readonly login: string; decisions: number }>();
  for (const { person } of parts) {
    if (person.comment === null) continue;
    const found = counts.get(person.comment) ?? { login: person.login, decisions: 0 };
    found.decisions += 1;
    counts.set(person.comment, found);
  }
  const [first] = [...counts].sort(([a, one], [b, other]) => other.decisions - one.decisions || compareText(a, b));
  return first === undefined ? null : { comment: first[0], ...first[1] };
}

function reasonsIn(parts: readonly Part[]): HealthDocument['repeatedReasons'] {
  const counts = new Map<string, number>();
  for (const { person } of parts) counts.set(person.reason.trim(), (counts.get(person.reason.trim()) ?? 0) + 1);
  return [...counts]
    .filter(([, times]) => times > 1)
    .sort(([a, one], [b, other]) => other - one || compareText(a, b))
    .slice(0, namedReasons)
    .map(([reason, times]) => ({ reason, times }));
}
