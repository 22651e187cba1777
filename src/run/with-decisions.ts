import type { Decidable } from '../decisions/apply.ts';
import { applyDecisions, isApproved, reportedDecision } from '../decisions/apply.ts';
import { blockedOf } from '../decisions/blocked.ts';
import { pathsOf } from '../decisions/blocked-file.ts';
import type { Hearing } from '../decisions/count.ts';
import { count } from '../decisions/count.ts';
import { decidableEverywhere } from '../decisions/elsewhere.ts';
import { offeredLine } from '../decisions/offer.ts';
import type { Proposing } from '../decisions/ledger/match.ts';
import type {
  Approvals,
  Blocked,
  Comparison,
  Counted,
  Dossier,
  Proposers,
  RecordedDenial,
  ReportedDecisions,
  ReportedLedger,
  ReportedProof,
} from '../model/index.ts';
import type { DecisionPort, Heard, HeardEach, HearOrder } from '../platform/port.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { contextUnder } from '../policy/settings-in-force.ts';
import { rules } from '../rules/index.ts';
import { asGateError, GateFailure } from '../errors.ts';
import { quoted } from '../text/visible.ts';
import { bytesIn } from './bytes-in.ts';
import type { Decided } from './decided-each.ts';
import { decidedEach } from './decided-each.ts';
import type { Opened } from './open.ts';
import { permittedIn } from './permitted.ts';
import { writtenRecords } from './written-records.ts';
import { admittedRecords, provenIn, takenBackByOne, signersIn, withoutProven } from './admitted-records.ts';
import { riding } from './proven-records.ts';
import type { Recorded } from './recorded.ts';
import { isDenied, isMentioned, recordedAbout } from './recorded.ts';
import type { GateRequest, Run } from './request.ts';
import { withFirstAlone } from './policy-change.ts';
import { concluded, judge, judgedEach } from './verdict.ts';
import { behindLinks, watching } from './watched-paths.ts';

/**
 * A run with what people have decided about it: what enough of them approved no longer blocks, and what one of them denied does.
 * The records of the trusted state come first; what they let in needs no words on the pull request.
 * Those are asked only if something blocks, or if a package comes in that could be denied. Where the platform does not say, that is an error of
 * the run, and what the rules found stands: a denial may be among the words that were not read.
 */
export async function withDecisions(run: Run, request: GateRequest, opened: Opened): Promise<Run> {
  return decidedUnder(run, request, opened, undefined);
}

/** @param permitted fingerprints of what its proposers may propose without a decision; undefined: not asked yet */
async function decidedUnder(
  run: Run,
  request: GateRequest,
  opened: Opened,
  permitted: ReadonlySet<string> | undefined,
): Promise<Run> {
  const { compare, locked } = opened;
  const { decisions: port, ledger, focus } = request;
  const { effective: policy, comparison, collected, now } = run;
  if (policy === undefined || locked === undefined || (port !== undefined && focus !== undefined)) return run;
  const { dossiers } = collected;
  const { observations } = comparison;
  // What is asked about one package is answered about it alone.
  const judged = { comparison, dossiers, policy, now, ...(focus !== undefined && { isPart: true }) };
  const approvals = policy.approvals ?? nobody;
  const proof = await provenIn(run, request, { policy, approvals, opened });
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
  const { extended } = run.policy ?? {};
  const beside = extended !== undefined && 'source' in extended ? [extended.source] : [];
  const policyPaths = [request.policyPath, ...beside];
  const named = [...new Set([...paths, ...files])];
  const isWatched = watching(policyPaths, [
    ...named,
    ...(await behindLinks([request.base, request.head], named, policyPaths)),
  ]);
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
      return await decidedUnder({ ...settled, judgement }, heard, opened, permitted);
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
      if (lifted.size > 0) return await decidedUnder(run, heard, opened, lifted);
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
    const decisions = reported({
      ...{ ...known, ...decided, letsIn, counted: covering, ledger: told, denied: records.denials },
      proofs: admitted.proofs,
    });
    const written = writtenRecords({ ...known, decided, letsIn, dossiers, policy, repositoryId, pull: port?.pull });
    const ended = { ...run, judgement: concluded(judged, after), ...(decisions && { decisions }) };
    return written.length === 0 ? ended : { ...ended, records: written };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    const unknown = { ...known, ...nothingDecided, proposers: author };
    return unheard(run, cause, reported(unknown));
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

interface Alone extends Pick<Hearing, 'approvals' | 'blocked' | 'brought' | 'now'> {
  readonly records: Recorded;
  readonly author: Proposers;
  readonly isAsked: boolean;
  /** Who signed a record that the change brings along: whether they proposed it matters though nobody says anything. */
  readonly signers: readonly number[];
}

/** On one pull request, whose words are about all that it brings in; or where there is none. */
async function decidedAlone(
  port: DecisionPort | undefined,
  order: HearOrder,
  { author, records, isAsked, signers, ...known }: Alone,
): Promise<Decided> {
  const isOpen = records.open.size + signers.length > 0;
  const { heard, why } = isAsked ? await heardBy(port, order, isOpen) : {};
  const proposers = heard?.proposers ?? author;
  const proposing: Proposing = heard !== undefined && isOpen ? proposers : 'unknown';
  const recorded = new Set(
    known.blocked.flatMap((entry) =>
      entry.kind !== 'undecidable' && records.letsIn(entry, proposing) ? [entry.digest] : [],
    ),
  );
  const blocked = known.blocked.filter((entry) => entry.kind === 'undecidable' || !recorded.has(entry.digest));
  const counted = count({ ...silence, ...heard, ...known, blocked, proposers, rules });
  return {
    ...{ asked: heard !== undefined, counted, proposers, recorded },
    ...(heard && { said: { ...heard, now: known.now }, standings: heard.standings }),
    ...{ proposing: () => proposing, ...(why === undefined ? {} : { unproposed: why }) },
    letsIn: (entry) => recorded.has(entry.digest) || isApproved(entry, { counted, rules }),
  };
}

/**
 * Where nobody has said anything, only who proposed it is asked, for the records: what they do not let in blocks, and is no error.
 * @throws GateFailure where somebody has said something and that cannot be read
 */
async function heardBy(
  port: DecisionPort | undefined,
  order: HearOrder,
  isOpen: boolean,
): Promise<{ readonly heard?: Heard; readonly why?: string }> {
  if (port?.hear === undefined || (port.isSilent === true && !isOpen)) return {};
  if (port.isSilent !== true) return { heard: await port.hear(order) };
  try {
    return { heard: await port.hear(order) };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return { why: `Records did not count, because it is not known who proposed the change: ${cause.message}` };
  }
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

/** Where the policy does not say: nobody may approve, and whoever may write may deny. */
const nobody: Approvals = {
  ...({ accept: ['comment'], users: [], teams: [], minimumPermission: 'write', never: [], required: 1 } as const),
  ...({ keys: [], ownChanges: 'never', maximumAge: 180 * 86_400_000 } as const),
};

const silence = { comments: [], deleted: [], reviews: [], standings: new Map(), tampered: [] } as const;

const noProposers: Proposers = { marks: [], extra: 0 };

const nothing: Counted = { approvals: [], denials: [], refusals: [], required: 1, deleted: [] };
const nothingDecided = { asked: false, counted: nothing, letsIn: () => false, recorded: new Set<string>() };

interface Known extends Decided {
  readonly approvals: Approvals;
  readonly blocked: readonly Blocked[];
  /** Whether nobody could write a comment about it. */
  readonly isLocal: boolean;
  /** Whether members of teams cannot count in this run. */
  readonly cannotAskTeams: boolean;
  readonly repositoryId: number | undefined;
  readonly ledger?: ReportedLedger | undefined;
  readonly denied?: readonly RecordedDenial[];
  /** What became of the records that the change brings along. */
  readonly proofs?: readonly ReportedProof[];
}

function notCountedWords(words: string | undefined, teams: Approvals['teams']): Pick<ReportedDecisions, 'notCounted'> {
  const of = teams.map(({ slug }) => quoted(slug)).join(', ');
  const ofTeams = `Members of ${of} do not count in this run: who is in a team is asked only where an organisation requires the workflow. Accounts that the policy lists by their ids count.`;
  const all = [...(words === undefined ? [] : [words]), ...(teams.length === 0 ? [] : [ofTeams])];
  return all.length === 0 ? {} : { notCounted: all.join(' ') };
}

/** What the report says of it; undefined where there is nothing to say. */
function reported({
  approvals,
  blocked,
  counted,
  proposers,
  letsIn,
  ledger,
  ...said
}: Known): ReportedDecisions | undefined {
  const { refusals, deleted, denials, required } = counted;
  const { asked, repositoryId, pulls, notCounted, isMerged = false, isLocal, denied = [], proofs = [] } = said;
  const { users, keys, ownChanges } = approvals;
  const unasked = said.cannotAskTeams ? approvals.teams : [];
  const teams = approvals.teams.filter((team) => !unasked.includes(team));
  // Where the policy names nobody there is nothing to offer, and what only people who look for it would miss is not said.
  const isOpen = !isLocal && users.length + approvals.teams.length > 0 && blocked.length > 0;
  const isSaid =
    refusals.length + deleted.length + denials.length + proofs.length > 0 || (notCounted ?? ledger) !== undefined;
  if (!isOpen && !isSaid) return undefined;
  return {
    ...{ asked, required },
    ...(repositoryId === undefined ? {} : { repositoryId }),
    ...(pulls === undefined ? {} : { pulls }),
    ...notCountedWords(notCounted, isOpen ? unasked : []),
    ...(proposers.because === undefined ? {} : { because: proposers.because }),
    approvers: { users, teams },
    ...(keys.length === 0
      ? {}
      : {
          keyHolders: { ids: [...new Set(keys.map(({ id: holder }) => holder))], own: ownChanges === 'security-key' },
        }),
    proposers: proposers.marks,
    offers: blocked.flatMap((entry) => {
      if (entry.kind === 'undecidable') return [];
      const { digest, codes, unread } = entry;
      const named = entry.kind === 'file' ? null : entry;
      const isLetIn = letsIn(entry);
      const isUseless = isLocal || (isMerged && !isLetIn) || (entry.kind === 'package' && isDenied(entry, denied));
      const line = isUseless ? null : (offeredLine(entry) ?? null);
      return {
        ...{ kind: entry.kind, name: named?.name ?? null, version: named?.version ?? null },
        ...{ path: entry.kind === 'file' ? entry.path : null, digest, codes, line, unread },
        ...(entry.kind === 'file' && entry.byOne === true ? { byOne: true } : {}),
        approvals: counted.approvals.filter((one) => one.digest === digest).map(reportedDecision),
        isApproved: isLetIn,
      };
    }),
    undecidable: blocked.flatMap((entry) => {
      if (entry.kind !== 'undecidable') return [];
      const { name, version, lockfile, codes, why } = entry;
      return { name, version, lockfile, codes, why };
    }),
    denials: denials.map((denial) => ({ ...reportedDecision(denial), name: denial.name, version: denial.version })),
    ...{ refusals, deleted },
    ...(ledger === undefined ? {} : { ledger }),
    ...(proofs.length === 0 ? {} : { proofs }),
  };
}
