import type { Decidable } from '../decisions/apply.ts';
import { applyDecisions } from '../decisions/apply.ts';
import { blockedOf } from '../decisions/blocked.ts';
import { pathsOf } from '../decisions/blocked-file.ts';
import type { Hearing } from '../decisions/count.ts';
import { decidableEverywhere } from '../decisions/elsewhere.ts';
import type { Blocked, Comparison, Counted, Dossier, Proposers, ReportedDecisions } from '../model/index.ts';
import type { HeardEach } from '../platform/port.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { approvalsOf } from '../policy/approvals.ts';
import { contextUnder } from '../policy/settings-in-force.ts';
import { rules } from '../rules/index.ts';
import { asGateError, GateFailure } from '../errors.ts';
import { bytesIn } from './bytes-in.ts';
import { decidedAlone } from './decided-alone.ts';
import { decidedEach } from './decided-each.ts';
import type { Opened } from './open.ts';
import { permittedIn } from './permitted.ts';
import { writtenRecords } from './written-records.ts';
import type { ProvenIn } from './admitted-records.ts';
import { reportedDecisions } from './reported-decisions.ts';
import { admittedRecords, provenIn, takenBackByOne, signersIn, withoutProven } from './admitted-records.ts';
import { riding } from './proven-records.ts';
import { isMentioned, recordedAbout } from './recorded.ts';
import type { GateRequest, Run } from './request.ts';
import { withFirstAlone } from './policy-change.ts';
import { concluded, judge, judgedEach } from './verdict.ts';
import { watchedIn } from './watched-paths.ts';

/**
 * A run with what people have decided about it: what enough of them approved no longer blocks, and what one of them denied does.
 * The records of the trusted state come first; what they let in needs no words on the pull request.
 * Those are asked only if something blocks, or if a package comes in that could be denied. Where the platform does not say, that is an error of
 * the run, and what the rules found stands: a denial may be among the words that were not read.
 */
export async function withDecisions(run: Run, request: GateRequest, opened: Opened): Promise<Run> {
  const { effective: policy } = run;
  if (policy === undefined) return run;
  const approvals = policy.approvals ?? approvalsOf({});
  const proof = await provenIn(run, request, { policy, approvals, opened });
  return decidedUnder(run, request, opened, { proof });
}

/** What is known before people are heard. */
interface Before {
  /** Of the records that the change brings along. */
  readonly proof: ProvenIn;
  /** Fingerprints of what its proposers may propose without a decision; absent: not asked yet. */
  readonly permitted?: ReadonlySet<string>;
}

async function decidedUnder(
  run: Run,
  request: GateRequest,
  opened: Opened,
  { proof, permitted }: Before,
): Promise<Run> {
  const { compare, locked } = opened;
  const { decisions: port, ledger, focus } = request;
  const { effective: policy, comparison, collected, now } = run;
  if (policy === undefined || locked === undefined || (port !== undefined && focus !== undefined)) return run;
  const { dossiers } = collected;
  const { observations } = comparison;
  // What is asked about one package is answered about it alone.
  const judged = { comparison, dossiers, policy, now, ...(focus !== undefined && { isPart: true }) };
  const approvals = policy.approvals ?? approvalsOf({});
  const found = judgedEach(judged).filter(({ fingerprint }) => permitted?.has(fingerprint) !== true);
  const findings = withoutProven(found, proof.records, ['derived', 'kept']);
  const blocking = { findings, observations, policy, rules };
  if (port === undefined && !(await isMentioned(request.trusted, dossiers))) return run;
  const repositoryId = port?.repositoryId ?? (await ledger?.repositoryId());
  const author = port?.author ?? noProposers;
  const paths = pathsOf(blocking);
  const bytesOf = await bytesIn(request.head, paths);
  const blocked = takenBackByOne(
    decidableEverywhere(
      blockedOf({ ...blocking, dossiers, repositoryId, bytesOf }),
      blockedElsewhere(run, policy, repositoryId),
    ),
    proof.records,
  );
  const brought = broughtIn(dossiers);
  if (blocked.length === 0 && dossiers.length === 0 && proof.records.length === 0) return run;
  const files = blocked.flatMap((one) => (one.kind === 'file' ? [one.path] : []));
  const place = { policyPath: request.policyPath, extended: run.policy?.extended };
  const isWatched = await watchedIn([request.base, request.head], place, [...new Set([...paths, ...files])]);
  const known = {
    ...{ approvals, blocked, isLocal: port === undefined, repositoryId },
    cannotAskTeams: port?.cannotAskTeams === true,
  };
  const sides = { base: request.base, head: request.head, compare };
  try {
    if (proof.failure !== undefined) throw proof.failure;
    const carried = riding(proof.records);
    const about = { blocked, dossiers, policy, approvals, repositoryId, now, riding: carried, locked };
    const records = await recordedAbout(request, about);
    const signers = signersIn(proof.records, approvals);
    const settle = new Set([...records.people, ...signers]);
    const order = { approvals, isWatched, settle, patience: patienceFor(known) };
    const isAsked = blocked.length > 0 || brought.size > 0;
    const each = isAsked ? await port?.hearEach?.(order) : undefined;
    const settled = each === undefined ? undefined : await settledBy(each, run);
    if (port !== undefined && settled !== undefined && each !== undefined) {
      const heard = { ...request, decisions: { ...port, hearEach: () => Promise.resolve(each) } };
      const judgement = judge({ ...judged, comparison: settled.comparison });
      return await decidedUnder({ ...settled, judgement }, heard, opened, { proof, ...(permitted && { permitted }) });
    }
    if (port !== undefined && each !== undefined && permitted === undefined) {
      const lifted = await permittedIn({
        ...sides,
        heard: each,
        findings,
        observations,
        dossiers,
        policy,
        now,
        blocked,
      });
      const heard = { ...request, decisions: { ...port, hearEach: () => Promise.resolve(each) } };
      if (lifted.size > 0) return await decidedUnder(run, heard, opened, { proof, permitted: lifted });
    }
    const decided =
      each === undefined
        ? await decidedAlone(port, order, { ...known, records, author, brought, now, isAsked, signers })
        : await decidedEach(each, {
            ...{ ...known, records, brought, findings, observations, dossiers, policy, now, ...sides },
            ...{
              signers,
              signed: new Set(proof.records.flatMap(({ path, state }) => (state === 'signed' ? [path] : []))),
            },
          });
    const { counted, recorded, proposing = () => 'unknown' as const, unproposed } = decided;
    const admitted = admittedRecords({ ...known, judged: proof.records, decided, policy, now });
    const letsIn = (entry: Decidable) => decided.letsIn(entry) && admitted.isAsNamed(entry);
    const signed = withoutProven(findings, admitted.signed, ['signed']);
    const context = contextUnder(policy, { now, mode: comparison.mode });
    const covering = { ...counted, approvals: [...counted.approvals, ...records.approvalsOf(recorded)] };
    const after = applyDecisions({
      ...{ findings: signed, blocked, counted: covering, recorded: records.denials },
      ...{ letsIn, dossiers, policy, context, rules },
    });
    const told = records.report(recorded, proposing, unproposed);
    const decisions = reportedDecisions({
      ...{ ...known, ...decided, letsIn, counted: covering, ledger: told, denied: records.denials },
      proofs: admitted.proofs,
    });
    const written = writtenRecords({ ...known, decided, letsIn, dossiers, policy, repositoryId, pull: port?.pull });
    const ended = { ...run, judgement: concluded(judged, after), ...(decisions && { decisions }) };
    return written.length === 0 ? ended : { ...ended, records: written };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    const unknown = { ...known, ...nothingDecided, proposers: author };
    return unheard(run, cause, reportedDecisions(unknown));
  }
}

/** The run with the first approvers free, where the step that brings them in changes nothing else. */
async function settledBy(each: HeardEach, run: Run): Promise<Run | undefined> {
  const comparison = await withFirstAlone(run.comparison, each);
  return comparison && { ...run, comparison, whole: (await withFirstAlone(run.whole, each)) ?? run.whole };
}

/** A denial turns what passes; approvals turn what blocks, if somebody may give them and nothing else blocks. */
function patienceFor({ approvals, blocked }: Pick<Hearing, 'approvals' | 'blocked'>): 'long' | 'short' | 'none' {
  if (blocked.length === 0) return 'short';
  const isOpen = approvals.users.length + approvals.teams.length > 0;
  return isOpen && blocked.every(({ kind }) => kind !== 'undecidable') ? 'long' : 'none';
}

/** What blocks in the other comparisons of the same head, each package by itself. */
function blockedElsewhere(
  { looks = [], now }: Run,
  policy: EffectivePolicy,
  repositoryId: number | undefined,
): readonly Blocked[] {
  return looks.flatMap(({ comparison, collected: { dossiers } }) => {
    const findings = judgedEach({ comparison, dossiers, policy, now });
    const { observations } = comparison;
    return blockedOf({ findings, observations, policy, rules, dossiers, repositoryId, bytesOf: () => undefined });
  });
}

/** What a platform does not tell must not look like a no: the run is in error, and keeps its findings. */
function unheard(run: Run, cause: GateFailure, decisions: ReportedDecisions | undefined): Run {
  const failed = (comparison: Comparison): Comparison => ({
    ...comparison,
    errors: [...comparison.errors, asGateError(cause)],
  });
  const { findings } = run.judgement;
  return {
    ...{ ...run, comparison: failed(run.comparison), whole: failed(run.whole) },
    judgement: { verdict: 'error', findings },
    ...(decisions && { decisions }),
  };
}

/** `name@version` of all that comes in from a registry. */
const broughtIn = (dossiers: readonly Dossier[]): ReadonlySet<string> =>
  new Set(
    dossiers.flatMap(({ change: { kind, source, name, version } }) =>
      kind === 'removed' || source.kind !== 'registry' ? [] : [`${name}@${version}`],
    ),
  );

const noProposers: Proposers = { marks: [], extra: 0 };

const nothing: Counted = { approvals: [], denials: [], refusals: [], required: 1, deleted: [] };
const nothingDecided = { asked: false, counted: nothing, letsIn: () => false, recorded: new Set<string>() };
