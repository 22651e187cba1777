import { GateFailure } from '../errors.ts';
import type { Comparison, Instant, Rehearsal } from '../model/index.ts';
import type { EvidenceFile } from '../recording/evidence-types.ts';
import { subjectOf } from '../registry/answer.ts';
import { registryOf } from '../registry/registry-map.ts';
import type { RegistrySession } from '../registry/session.ts';
import { openSession } from '../registry/session.ts';
import { type GitRepository, commitSnapshot } from '../repository/git.ts';
import { branchTip, type HistoryCommit, lockfileHistory } from '../repository/git-history.ts';
import { reportedPolicy } from '../report/view/words.ts';
import { quoted } from '../text/visible.ts';
import type { Opened } from './open.ts';
import { demandSameRegistries, demandSameTrust } from './recorded-trust.ts';
import { adviceOf } from './rehearsal-advice.ts';
import { comparedPolicies } from './rehearsal-difference.ts';
import { rehearsalEvidence } from './rehearsal-evidence.ts';
import type { Judged } from './rehearsal-outcome.ts';
import { type RehearsedPolicy, type RehearsedRequest, openRehearsed } from './rehearsal-policy.ts';
import { gapsIn } from './rehearsal-unanswered.ts';
import { totalsOf } from './rehearsal-totals.ts';
import type { GateRequest, Run } from './request.ts';
import { snapshotCache } from './snapshot-cache.ts';

export type { RehearsedRequest } from './rehearsal-policy.ts';

/** The operator's choice of a policy: a file of his own, a preset instead of what it extends, or the branch's policy. */
export type PolicyChoice = Pick<GateRequest, 'policy' | 'preset'>;

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
  /** A second policy that judges the same changes. */
  readonly against?: PolicyChoice | undefined;
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
 * All are compared first, so that each name is asked about once, with the versions of all changes, also where two policies
 * judge them.
 * @throws GateFailure where a policy, the evidence or the branch cannot be used; what is wrong with one commit is in its row
 */
export async function rehearse(request: RehearsedRequest, options: RehearseOptions): Promise<Rehearsed> {
  const { repository, most, evidence, clock, progress, against } = options;
  const { branch, tip } = await branchTip(repository, options.branch);
  const trusted = commitSnapshot(repository, tip);
  const place = { repository, trusted, clock, snapshotOf: snapshotCache(repository, (await trusted.list()).length) };
  const own = await openRehearsed(request, place);
  if (evidence !== undefined) demandSameTrust(own.opened.trust, evidence.trust ?? {});
  // As a rehearsal of its own would take it: nothing of the first choice stays.
  const { policy, preset } = against ?? {};
  const other = against && (await openRehearsed({ ...request, policy, preset }, place));
  const policies = other === undefined ? [own] : [own, other];
  const isGated = (path: string) => policies.some(({ opened }) => opened.policy.isGated(path));
  const { commits, isCut } = await lockfileHistory(repository, tip, { most, isGated });

  for (const [at, commit] of commits.entries()) {
    for (const each of policies) await each.compare(commit);
    progress?.('compared', at + 1, commits.length);
  }
  const session = openSession({
    answers: (evidence?.answers ?? []).map((answer) => [subjectOf(answer), answer] as const),
    versionsOf: versionsIn(policies.flatMap(({ comparisons }) => [...comparisons()])),
    limits: request.limits,
  });
  const record = recorder(session, own.opened, clock);
  const judge = async (policy: RehearsedPolicy, commit: HistoryCommit, instead?: Partial<GateRequest>) => {
    const judged = await policy.judge(commit, session, instead);
    const { registries } = judged.run.collected;
    if (evidence !== undefined && registries !== undefined) demandSameRegistries(registries, evidence, []);
    return judged;
  };

  const judged: Judged[] = [];
  const tell = (asked?: SoFar['asked']) =>
    progress?.('judged', judged.length, commits.length, {
      totals: totalsOf(judged.map(({ change }) => change)),
      ...(asked && { asked }),
    });

  try {
    const again: Judged[] = [];
    for (const commit of commits) {
      const one = await judge(own, commit, { progress: (done, total) => tell({ done, total }) });
      judged.push(one);
      record.add(one.run);
      if (other !== undefined) {
        const two = await judge(other, commit);
        demandOneRegistry(one.run, two.run);
        again.push(two);
        record.add(two.run, false);
      }
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
        policy: reportedPolicy({ ...own.opened.policy, ...own.opened.policy.from }),
        asked: most,
        isCut,
      },
      ...{ changes, totals: totalsOf(changes), notAnswered: gapsIn([...judged, ...again]) },
      ...(await adviceOf(judged, own.opened, (commit, instead) => judge(own, commit, { ...instead, offline: true }))),
      ...(other && { compared: comparedPolicies([own.opened, judged], [other.opened, again]) }),
    };
    return { rehearsal, evidence: record.file() };
  } finally {
    session.close();
    await repository.close();
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

/**
 * Both are judged by one set of answers, which one evidence file keeps.
 * @throws GateFailure `usage` where the second policy has another registry for a package
 */
function demandOneRegistry(one: Run, two: Run): void {
  const [first, second] = [one.collected.registries, two.collected.registries];
  if (first === undefined || second === undefined) return;
  for (const { name } of [...one.comparison.changes, ...two.comparison.changes]) {
    const [here, there] = [registryOf(first, name), registryOf(second, name)];
    if (here === there && first.publicRegistry === second.publicRegistry) continue;
    throw new GateFailure(
      'usage',
      `The two policies name different registries for ${quoted(name, 200)}, ${quoted(here, 200)} and ${quoted(there, 200)}, so that they cannot be judged by the same evidence: rehearse each by itself`,
    );
  }
}

/** What was answered so far, as an evidence file of the first policy. */
function recorder(session: RegistrySession, opened: Opened, clock: Instant) {
  let registries: Run['collected']['registries'];
  let extended: NonNullable<Run['effective']>['extended'];
  return {
    add: ({ collected, effective }: Run, isOwn = true) => {
      registries ??= collected.registries;
      if (isOwn) extended ??= effective?.extended;
    },
    file: () => rehearsalEvidence(session.answers.values(), opened, { clock, registries, extended }),
  };
}
