import { GateFailure } from '../errors.ts';
import type { Comparison, Instant, Snapshot } from '../model/index.ts';
import type { GitRepository } from '../repository/git.ts';
import { gitAuthorship } from '../repository/git-authorship.ts';
import type { HistoryCommit } from '../repository/git-history.ts';
import type { RegistrySession } from '../registry/session.ts';
import { type Opened, openSubject } from './open.ts';
import { runGate } from './pipeline.ts';
import { type Judged, outcomeOf } from './rehearsal-outcome.ts';
import type { GateRequest } from './request.ts';

/** What a rehearsal takes from the operator: everything of a check but the states and the time. */
export type RehearsedRequest = Omit<
  GateRequest,
  'mode' | 'base' | 'head' | 'trusted' | 'now' | 'recorded' | 'session' | 'compared' | 'authorship' | 'progress'
>;

/** One policy, and what it says of each change. */
export interface RehearsedPolicy {
  readonly opened: Opened;
  /** Compares what this policy gates of a commit with its parent, once; what fails is said by the run that judges it. */
  readonly compare: (commit: HistoryCommit) => Promise<void>;
  /** Those that could be made. */
  readonly comparisons: () => Iterable<Comparison>;
  readonly judge: (commit: HistoryCommit, session: RegistrySession, instead?: Partial<GateRequest>) => Promise<Judged>;
}

interface Place {
  readonly repository: GitRepository;
  readonly snapshotOf: (commit: string) => Snapshot;
  /** The branch as it is now. */
  readonly trusted: Snapshot;
  /** The time now: no change is judged as of later. */
  readonly clock: Instant;
}

/**
 * Opens the policy that a request names, or the branch's.
 * @throws GateFailure as `openSubject` does
 */
export async function openRehearsed(
  request: RehearsedRequest,
  { repository, snapshotOf, trusted, clock }: Place,
): Promise<RehearsedPolicy> {
  const opened = await openSubject({ ...request, mode: 'check', head: trusted, trusted, now: clock });
  const requestFor = (commit: HistoryCommit): GateRequest => ({
    ...request,
    mode: 'check',
    base: snapshotOf(commit.parent),
    head: snapshotOf(commit.id),
    trusted,
    now: commit.committedAt < clock ? commit.committedAt : clock,
    authorship: () => gitAuthorship(repository, commit.parent, commit.id),
  });
  const compared = new Map<HistoryCommit, Comparison>();
  return {
    opened,
    compare: async (commit) => {
      const comparison = await comparisonOf(requestFor(commit));
      if (comparison !== undefined) compared.set(commit, comparison);
    },
    comparisons: () => compared.values(),
    judge: async (commit, session, instead = {}) => {
      const comparison = compared.get(commit);
      const asked = { ...requestFor(commit), session, ...(comparison && { compared: comparison }), ...instead };
      const run = await runGate(asked);
      // What is wrong with the request is wrong with every row.
      const wrong = run.comparison.errors.find(({ code }) => code === 'usage');
      if (wrong !== undefined) throw new GateFailure('usage', wrong.message);
      const { id, parent, committedAt, subject } = commit;
      const change = { commit: id, parent, committedAt, judgedAt: asked.now, subject, ...outcomeOf(run, asked.now) };
      return { commit, change, run };
    },
  };
}

/** Undefined where it cannot be made: then the run that judges it says why. */
async function comparisonOf(request: GateRequest): Promise<Comparison | undefined> {
  try {
    const { compare } = await openSubject(request);
    return await compare();
  } catch {
    return undefined;
  }
}
