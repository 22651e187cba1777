import { reportedPolicy } from '../report/view/words.ts';
import type { Comparison, Instant, Rehearsal } from '../model/index.ts';
import type { EvidenceFile } from '../recording/evidence-types.ts';
import { subjectOf } from '../registry/answer.ts';
import type { RegistrySession } from '../registry/session.ts';
import { openSession } from '../registry/session.ts';
import { type GitRepository, commitSnapshot } from '../repository/git.ts';
import { gitAuthorship } from '../repository/git-authorship.ts';
import { branchTip, type HistoryCommit, lockfileHistory } from '../repository/git-history.ts';
import { type Opened, openSubject } from './open.ts';
import { runGate } from './pipeline.ts';
import { demandSameRegistries, demandSameTrust } from './recorded-trust.ts';
import { adviceOf } from './rehearsal-advice.ts';
import { rehearsalEvidence } from './rehearsal-evidence.ts';
import { type Judged, outcomeOf } from './rehearsal-outcome.ts';
import { totalsOf } from './rehearsal-totals.ts';
import type { GateRequest, Run } from './request.ts';
import { snapshotCache } from './snapshot-cache.ts';

/** What a rehearsal takes from the operator: everything of a check but the states and the time. */
export type RehearsedRequest = Omit<
  GateRequest,
  'mode' | 'base' | 'head' | 'trusted' | 'now' | 'recorded' | 'session' | 'compared' | 'authorship' | 'progress'
>;

export interface RehearseOptions {
  readonly repository: GitRepository;
  /** Default: the default branch. */
  readonly branch?: string | undefined;
  /** How many changes, at most. */
  readonly most: number;
  /** What is used instead of requests; what it lacks is requested, unless the request is offline. */
  readonly evidence?: EvidenceFile | undefined;
  /** The time now: no change is judged as of later. */
  readonly clock: Instant;
  readonly progress?: (stage: 'compared' | 'judged', done: number, total: number, soFar?: SoFar) => void;
  /** Called after each change, with what has been answered so far. */
  readonly onJudged?: (evidence: () => EvidenceFile) => Promise<void>;
}

/** What a reader may be told while changes are judged. */
export interface SoFar {
  readonly totals: Rehearsal['totals'];
  /** Packages that the change being judged asks about. */
  readonly asked?: { readonly done: number; readonly total: number };
}

export interface Rehearsed {
  readonly rehearsal: Rehearsal;
  readonly evidence: EvidenceFile;
}

/**
 * What the gate would have said of the last changes of a branch: each commit that changed a lockfile, compared with its first
 * parent and judged as of its commit time, by the policy that its branch has now or the operator gives. It admits nothing.
 *
 * All are compared first, so that each name is asked about once, with the versions of all changes.
 * @throws GateFailure where the policy, the evidence or the branch cannot be used; what is wrong with one commit is in its row
 */
export async function rehearse(request: RehearsedRequest, options: RehearseOptions): Promise<Rehearsed> {
  const { repository, most, evidence, clock, progress } = options;
  const { branch, tip } = await branchTip(repository, options.branch);
  const trusted = commitSnapshot(repository, tip);
  const opened = await openSubject({ ...request, mode: 'check', head: trusted, trusted, now: clock });
  if (evidence !== undefined) demandSameTrust(opened.trust, evidence.trust ?? {});
  const { commits, isCut } = await lockfileHistory(repository, tip, { most, isGated: opened.policy.isGated });

  const snapshotOf = snapshotCache(repository, (await trusted.list()).length);
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
  for (const [at, commit] of commits.entries()) {
    const comparison = await comparisonOf(requestFor(commit));
    if (comparison !== undefined) compared.set(commit, comparison);
    progress?.('compared', at + 1, commits.length);
  }

  const session = openSession({
    answers: (evidence?.answers ?? []).map((answer) => [subjectOf(answer), answer] as const),
    versionsOf: versionsIn(compared.values()),
    limits: request.limits,
  });
  const record = recorder(session, opened, clock);
  const judged: Judged[] = [];
  const tell = (asked?: SoFar['asked']) =>
    progress?.('judged', judged.length, commits.length, {
      totals: totalsOf(judged.map(({ change }) => change)),
      ...(asked && { asked }),
    });
  const judge = async (commit: HistoryCommit, instead: Partial<GateRequest> = {}): Promise<Judged> => {
    const comparison = compared.get(commit);
    const asked = { ...requestFor(commit), session, ...(comparison && { compared: comparison }), ...instead };
    const run = await runGate(asked);
    if (evidence !== undefined && run.collected.registries !== undefined) {
      demandSameRegistries(run.collected.registries, evidence, []);
    }
    const { id, parent, committedAt, subject } = commit;
    const change = { commit: id, parent, committedAt, judgedAt: asked.now, subject, ...outcomeOf(run, asked.now) };
    return { commit, change, run };
  };

  try {
    for (const commit of commits) {
      const one = await judge(commit, { progress: (done, total) => tell({ done, total }) });
      judged.push(one);
      record.add(one.run);
      tell();
      await options.onJudged?.(record.file);
    }
    const changes = judged.map(({ change }) => change);
    const rehearsal: Rehearsal = {
      schema: 'lockgate-history/1',
      ...{
        branch,
        tip,
        evaluatedAt: clock,
        policy: reportedPolicy({ ...opened.policy, ...opened.policy.from }),
        asked: most,
        isCut,
      },
      ...{ changes, totals: totalsOf(changes) },
      ...(await adviceOf(judged, opened, (commit, instead) => judge(commit, { ...instead, offline: true }))),
    };
    return { rehearsal, evidence: record.file() };
  } finally {
    session.close();
    await repository.close();
  }
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

/** By name, the versions that any comparison asks about, those of the bases among them. */
function versionsIn(comparisons: Iterable<Comparison>): RegistrySession['versionsOf'] {
  const versions = new Map<string, Set<string>>();
  const add = (name: string, more: readonly string[]) => {
    const known = versions.get(name) ?? new Set();
    versions.set(name, known);
    for (const version of more) known.add(version);
  };
  for (const { changes, bundles = [] } of comparisons) {
    for (const { name, version, baseVersions } of changes) add(name, [version, ...baseVersions]);
    for (const { by } of bundles) if (by !== undefined) add(by.name, [by.version]);
  }
  return (name) => [...(versions.get(name) ?? [])];
}

/** What was answered so far, as an evidence file. */
function recorder(session: RegistrySession, opened: Opened, clock: Instant) {
  let last: Run | undefined;
  return {
    add: (run: Run) => {
      if (last === undefined || run.collected.registries !== undefined) last = run;
    },
    file: () => rehearsalEvidence(session.answers.values(), opened, { clock, run: last }),
  };
}
