import type { EvidenceFile } from '../recording/evidence-file.ts';
import type { ClientLimits } from '../registry/limits.ts';
import { asGateError } from '../errors.ts';
import { openingOf } from './extended-policy.ts';
import type { Authorship, Comparison, Evidence, Instant, Report, Requirement, Snapshot } from '../model/index.ts';
import type { PolicyText, Preset } from '../policy/load.ts';
import { outlinePolicy } from '../policy/open.ts';
import type { PolicyOutline, ReadExtended } from '../policy/open.ts';
import { record } from './evidence-recording.ts';
import { buildReport } from '../report/view/build.ts';
import { compareSnapshots } from '../compare/compare.ts';
import { readSettings } from './base-files.ts';
import { readTrust } from './trust-settings.ts';
import type { GivenTrust, TrustSettings } from './trust-settings.ts';
import { verdictOf } from './verdict-of.ts';

export interface GateRequest {
  readonly mode: 'check' | 'audit';
  /** Absent in an audit, and where a check has nothing to compare with: then everything is new. */
  readonly base?: Snapshot;
  readonly head: Snapshot;
  /** Where policy and registry settings are read: never a state that the proposer can write. */
  readonly trusted: Snapshot;
  /** The policy's path in the trusted snapshot. */
  readonly policyPath: string;
  /** The operator's own policy, in the place of the trusted snapshot's. */
  readonly policy?: PolicyText;
  readonly preset?: Preset;
  /** Reads the policy of another repository that the policy extends; absent where there is no GitHub to ask. */
  readonly readExtended?: ReadExtended;
  /** Replaces the public registry. */
  readonly registry?: string;
  /** Where OSV is asked, should the policy name it as a source. Absent: its public API, and nowhere with a `registry`. */
  readonly osv?: string;
  /** The operator's own trusted root and registry keys, in the place of the policy's. */
  readonly trust?: GivenTrust;
  /** Specs to judge as if they were added to the head. */
  readonly vet?: readonly Requirement[];
  /** Which of the gated lockfiles this run is about. Default: all. */
  readonly isLookedAt?: (path: string) => boolean;
  readonly now: Instant;
  readonly offline: boolean;
  /** Evidence to use in the place of requests. */
  readonly recorded?: EvidenceFile;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the folder that the proposer may have written to: no certificate is read from there. */
  readonly workTree: string;
  /** Reads who made the change; asked only where a change brings in a direct dependency. */
  readonly authorship?: () => Promise<Evidence<Authorship>>;
  /** Packages that a registry has answered for, and in all. */
  readonly progress?: (done: number, total: number) => void;
  /** Shorter bounds of the conversation with registries, for a caller that drives slow ones. */
  readonly limits?: Partial<ClientLimits>;
  /** Told what was thrown and not meant to be. */
  readonly onDefect?: (cause: unknown) => void;
}

export interface Outcome {
  readonly report: Report;
  /** All that the report was judged from; absent where nothing was judged. */
  readonly evidence?: EvidenceFile;
  /** Whether the policy asks for a review of the pull request; absent where nothing was judged. */
  readonly review?: boolean;
}

/** The whole pipeline, from two snapshots to a report. Never throws: what goes wrong is among the report's errors. */
export async function runGate(request: GateRequest): Promise<Outcome> {
  const { mode, base, head, trusted, policyPath } = request;
  let policy: PolicyOutline | undefined;
  try {
    const settings = await readSettings(trusted, policyPath);
    const file = request.policy ?? (settings.policy && { source: policyPath, text: settings.policy });
    policy = await outlinePolicy(file, openingOf(request));
    const trust = await readTrust(request.trust ?? {}, policy, trusted, request.recorded?.trust);
    const isGated = lookedAt(request, policy);
    const { isJudgedAlike } = policy;
    const compared = await compareSnapshots(base, head, { mode, isGated, isJudgedAlike, policyPath });
    if (isQuiet(compared, request, policy)) return nothingToJudge(compared, policy, trust, request);
    const { judgeComparison } = await import('./stages.ts');
    const given = { settings, file, policy: await policy.compose(), trust };
    return { ...(await judgeComparison(compared, request, given)), review: policy.review };
  } catch (cause) {
    if (asGateError(cause).code === 'internal') request.onDefect?.(cause);
    return { report: failed(cause, request, policy) };
  }
}

function lookedAt({ isLookedAt }: GateRequest, { isGated }: PolicyOutline): (path: string) => boolean {
  return isLookedAt === undefined ? isGated : (path) => isLookedAt(path) && isGated(path);
}

/** Whether nothing is there that a rule, an exception or a person could have a word about. */
function isQuiet({ changes, observations }: Comparison, { vet }: GateRequest, policy: PolicyOutline): boolean {
  return policy.isPreset && vet === undefined && changes.length === 0 && observations.length === 0;
}

/** What judging nothing comes to, without loading what judges. */
function nothingToJudge(
  comparison: Comparison,
  policy: PolicyOutline,
  trust: TrustSettings,
  { preset, now }: GateRequest,
): Outcome {
  const judgement = { verdict: verdictOf(comparison, [], policy.mode), findings: [] };
  const report = buildReport({ comparison, dossiers: [], judgement, policy, now });
  return { report, evidence: record(undefined, preset, trust, comparison, { dossiers: [], answers: [] }, now) };
}

/** The report of a run that came to no judgement. */
function failed(cause: unknown, { mode, base, head, now }: GateRequest, policy: PolicyOutline | undefined): Report {
  const comparison: Comparison = {
    ...{ mode, head: head.label, lockfiles: [], changes: [], observations: [], errors: [asGateError(cause)] },
    ...(base === undefined ? {} : { base: base.label }),
  };
  return buildReport({
    comparison,
    dossiers: [],
    judgement: { verdict: 'error', findings: [] },
    policy: policy ?? { source: 'none', digest: '', mode: 'enforce' },
    now,
  });
}
