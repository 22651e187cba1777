import { lockedSha512 } from '../decisions/preimage.ts';
import { purlOf } from '../model/identity.ts';
import type { Change, EnteredVersion, Instant, LedgerEntry } from '../model/index.ts';
import { commitSnapshot } from '../repository/git.ts';
import type { GitRepository } from '../repository/git.ts';
import { lockfileHistory } from '../repository/git-history.ts';
import type { HistoryCommit } from '../repository/git-history.ts';
import type { VerifiedAdmission } from '../trust/verify-admission.ts';
import { groupBy } from '../text/group-by.ts';
import type { Opened } from './open.ts';

/** Commits that are compared; more is told. */
const MAX_COMMITS = 2_000;

export interface ListEntered {
  readonly repository: GitRepository;
  readonly tip: string;
  readonly opened: Opened;
  readonly entries: readonly LedgerEntry[];
  readonly repositoryId: number | undefined;
  readonly since: Instant | undefined;
  /** Undefined: none were given, and so it is not known whether there was a verdict. */
  readonly admissions: readonly VerifiedAdmission[] | undefined;
}

/**
 * Every version that entered the lockfiles of a branch, by its first parents, the newest first, and what let it in: a record that
 * was in force when it came, or an admission of that very commit.
 * @throws GateFailure where git fails; what is wrong with the lockfiles of one commit is a note
 */
export async function enteredVersions(
  asked: ListEntered,
): Promise<{ readonly entered: readonly EnteredVersion[]; readonly notes: readonly string[] }> {
  const { repository, tip, opened, since } = asked;
  const history = await lockfileHistory(repository, tip, { most: MAX_COMMITS, isGated: opened.policy.isGated });
  const wanted = history.commits.filter(
    ({ committedAt }) => since === undefined || Date.parse(committedAt) >= Date.parse(since),
  );
  const entered: EnteredVersion[] = [];
  const unread: string[] = [];
  for (const commit of wanted) {
    const { changes, errors } = await opened.compare(
      commitSnapshot(repository, commit.id),
      commitSnapshot(repository, commit.parent),
    );
    if (errors.length > 0) unread.push(commit.id.slice(0, 12));
    const coming = changes.filter(({ kind, source }) => kind !== 'removed' && source.kind !== 'workspace');
    for (const same of groupBy(coming, keyOf).values()) entered.push(enteredOf(same, commit, asked));
  }
  const isAll = wanted.length === history.commits.length;
  const isCut = isAll && (history.isCut || history.commits.length >= MAX_COMMITS);
  return {
    entered,
    notes: [
      ...(isAll ? [isCut ? 'Older history is not here: fetch more of it.' : firstCommitWords] : []),
      ...(unread.length === 0
        ? []
        : [`Lockfiles could not be read in ${unread.join(', ')}: what they brought is missing.`]),
      ...(asked.admissions === undefined
        ? ['Whether a check let in what nobody decided about is not known here: name its admissions (`--admissions`).']
        : []),
    ],
  };
}

const firstCommitWords =
  'What the first commit of the branch has in its lockfiles entered with nothing before it, and is not listed.';

const keyOf = (change: Change): string =>
  JSON.stringify([change.name, change.version, lockedSha512(change) ?? change.source]);

function enteredOf(
  same: readonly Change[],
  { id: commit, committedAt }: HistoryCommit,
  { entries, repositoryId, admissions }: ListEntered,
): EnteredVersion {
  const [{ name, version, ...first }] = same as [Change];
  const sha512 = lockedSha512(first) ?? null;
  const purl = purlOf(name, version);
  const at = Date.parse(committedAt);
  const isThen = ({ record }: LedgerEntry) =>
    Date.parse(record.issuedAt) <= at && (record.expiresAt === null || at <= Date.parse(record.expiresAt));
  const about = (decision: 'approve' | 'deny') =>
    entries.filter(
      ({ record }) =>
        record.decision === decision &&
        record.about.purl === purl &&
        record.about.sha512 === sha512 &&
        (repositoryId === undefined || record.about.repositoryId === repositoryId),
    );
  const revoked = new Set(
    entries.flatMap(({ record }) =>
      record.decision === 'revoke' && Date.parse(record.issuedAt) <= at ? [record.about.record] : [],
    ),
  );
  const approving = about('approve').filter((entry) => isThen(entry) && !revoked.has(entry.sha256));
  const isAdmitted = admissions?.some(
    (one) => one.commit === commit && one.subjects.some((each) => each.name === purl && each.sha512 === sha512),
  );
  const without = admissions === undefined ? 'not-known' : 'none';
  return {
    ...{ commit, committedAt, name, version, lockfiles: same.map(({ lockfile }) => lockfile), sha512 },
    by: approving.length > 0 ? 'decision' : isAdmitted === true ? 'admission' : without,
    records: approving.map(({ path }) => path),
    people: [...new Set(approving.flatMap(({ record }) => record.by.map(({ login }) => login)))],
    denied: about('deny')
      .filter((entry) => isThen(entry) && !revoked.has(entry.sha256))
      .map(({ path }) => path),
  };
}
