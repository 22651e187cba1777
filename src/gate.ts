import { collect, withAnswersOf } from './evidence/collect.ts';
import type { Collected, CollectOptions } from './evidence/collect.ts';
import { loadConfiguration, recordedConfiguration } from './evidence/configuration.ts';
import type { RegistryConfiguration } from './evidence/configuration.ts';
import type { EvidenceFile } from './evidence/evidence-file.ts';
import { trustUsed } from './evidence/trust-used.ts';
import { asGateError, GateFailure } from './errors.ts';
import type {
  Authorship,
  Comparison,
  Evidence,
  EvidenceKind,
  Instant,
  Report,
  Requirement,
  Snapshot,
} from './model.ts';
import { judgesAlike } from './policy/alike.ts';
import { neededEvidence } from './policy/effective.ts';
import type { EffectivePolicy, PolicyText, Preset } from './policy/load.ts';
import { openPolicy } from './policy/open.ts';
import { buildReport } from './report/build.ts';
import type { Resolved } from './resolve-missing.ts';
import { settleRespelled } from './respelled.ts';
import { compareSnapshots } from './resolve/compare.ts';
import { readSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import { readTrust, refreshedTrust, trustOptions } from './trust-settings.ts';
import type { GivenTrust, TrustSettings } from './trust-settings.ts';
import { judge } from './verdict.ts';

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
  /** Replaces the public registry. */
  readonly registry?: string;
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
  /** Told what was thrown and not meant to be. */
  readonly onDefect?: (cause: unknown) => void;
}

export interface Outcome {
  readonly report: Report;
  /** All that the report was judged from; absent where nothing was judged. */
  readonly evidence?: EvidenceFile;
}

/** The whole pipeline, from two snapshots to a report. Never throws: what goes wrong is among the report's errors. */
export async function runGate(request: GateRequest): Promise<Outcome> {
  const { mode, base, head, trusted, policyPath, preset, now } = request;
  let policy: EffectivePolicy | undefined;
  try {
    const settings = await readSettings(trusted, policyPath);
    const file = request.policy ?? (settings.policy && { source: policyPath, text: settings.policy });
    policy = await openPolicy(file, preset === undefined ? {} : { preset });
    const given = await readTrust(request.trust ?? {}, policy, trusted, request.recorded?.trust);
    const isGated = lookedAt(request, policy);
    const isJudgedAlike = judgesAlike(policy.apply);
    const compared = await compareSnapshots(base, head, { mode, isGated, isJudgedAlike, policyPath });
    const resolved = await resolveUnpinned(compared, request, settings, policy);
    const settled = await settleRespelled(resolved.comparison, (part, needs) =>
      collect(part, { ...collectOptions(request, settings, policy as EffectivePolicy), needs }),
    );
    const comparison = await withAuthorship(settled.comparison, request);
    const trust = await refreshedTrust(given, request.trust?.refresh, comparison);
    const judged = await collectEvidence(request, settings, policy, trust, comparison, [], resolved.fetched);
    const collected = withAnswersOf(settled.asked, judged);
    const report = await reportOn(comparison, collected, policy, trust, now);
    return { report, evidence: record(file, preset, trust, comparison, collected, now) };
  } catch (cause) {
    if (asGateError(cause).code === 'internal') request.onDefect?.(cause);
    return { report: failed(cause, request, policy) };
  }
}

/** Judges recorded evidence again. The same policy gives the same report, byte for byte. */
export async function replay(
  evidence: EvidenceFile,
  own?: PolicyText,
  preset?: Preset,
  now?: Instant,
): Promise<Report> {
  const { policy: recorded, comparison, answers, registries } = evidence;
  const file = own ?? (recorded.text === null ? undefined : { source: recorded.source, text: recorded.text });
  const chosen = preset ?? (own === undefined ? (recorded.preset ?? undefined) : undefined);
  const policy = await openPolicy(file, chosen === undefined ? {} : { preset: chosen });
  const collected = await collect(comparison, {
    needs: neededEvidence(policy),
    ...trustOptions(policy, evidence.trust ?? {}),
    now: now ?? evidence.evaluatedAt,
    configure: () => Promise.resolve(recordedConfiguration(requireRegistries(registries))),
    offline: true,
    recorded: answers,
  });
  return reportOn(comparison, collected, policy, evidence.trust ?? {}, now ?? evidence.evaluatedAt);
}

function lookedAt({ isLookedAt }: GateRequest, { isGated }: EffectivePolicy): (path: string) => boolean {
  return isLookedAt === undefined ? isGated : (path) => isLookedAt(path) && isGated(path);
}

/** What nothing pins yet, resolved on top of what is locked: in a check where a manifest asks for more, and for `vet`. */
async function resolveUnpinned(
  compared: Comparison,
  request: GateRequest,
  settings: Settings,
  policy: EffectivePolicy,
): Promise<Resolved> {
  const { mode, vet } = request;
  const { observations } = compared;
  if (vet === undefined && (mode === 'audit' || !observations.some(({ code }) => unpinned.has(code)))) {
    return { comparison: compared };
  }
  const { resolveMissing } = await import('./resolve-missing.ts');
  return resolveMissing(compared, request, configuring(request, settings, policy));
}

/** How registries are configured, read once for a run that asks more than once. */
function configuring(
  { registry, env, recorded, workTree }: GateRequest,
  settings: Settings,
  policy: EffectivePolicy,
): () => Promise<RegistryConfiguration> {
  const { registries } = recorded ?? {};
  return () =>
    registries
      ? Promise.resolve(recordedConfiguration(registries))
      : loadConfiguration({
          env,
          workTree,
          policyRegistries: policy.registries,
          ...(settings.npmrc === undefined ? {} : { npmrc: settings.npmrc }),
          ...(registry === undefined ? {} : { registry }),
        });
}

const unpinned: ReadonlySet<string> = new Set(['not-locked', 'manifest-disagrees', 'no-lockfile']);

/** Nobody is asked who made a change that brings in nothing of its own. */
async function withAuthorship(comparison: Comparison, { authorship }: GateRequest): Promise<Comparison> {
  const isAsked = comparison.changes.some(({ kind, direct }) => kind === 'added' && direct);
  return authorship === undefined || !isAsked ? comparison : { ...comparison, authorship: await authorship() };
}

/** @param also evidence to collect beside what the policy's rules need. */
export function collectEvidence(
  request: GateRequest,
  settings: Settings,
  policy: EffectivePolicy,
  trust: TrustSettings,
  comparison: Comparison,
  also: readonly EvidenceKind[] = [],
  fetched?: Resolved['fetched'],
): Promise<Collected> {
  return collect(comparison, {
    ...collectOptions(request, settings, policy),
    ...trustOptions(policy, trust),
    needs: new Set([...neededEvidence(policy), ...also]),
    ...(fetched === undefined ? {} : { fetched }),
  });
}

function collectOptions(
  request: GateRequest,
  settings: Settings,
  policy: EffectivePolicy,
): Pick<CollectOptions, 'now' | 'configure' | 'offline' | 'recorded' | 'progress'> {
  const { offline, recorded, progress, now } = request;
  return {
    now,
    configure: configuring(request, settings, policy),
    offline,
    ...(recorded === undefined ? {} : { recorded: recorded.answers }),
    ...(progress === undefined ? {} : { progress }),
  };
}

async function reportOn(
  comparison: Comparison,
  { dossiers }: Collected,
  policy: EffectivePolicy,
  trust: TrustSettings,
  now: Instant,
): Promise<Report> {
  const judgement = judge({ comparison, dossiers, policy, now });
  return buildReport({ comparison, dossiers, judgement, policy, now, trust: await trustUsed(dossiers, trust, now) });
}

function record(
  file: PolicyText | undefined,
  preset: Preset | undefined,
  trust: TrustSettings,
  comparison: Comparison,
  { answers, registries }: Collected,
  now: Instant,
): EvidenceFile {
  const text = typeof file?.text === 'object' ? new TextDecoder().decode(file.text) : (file?.text ?? null);
  return {
    schema: 'lockgate-evidence/1',
    evaluatedAt: now,
    policy: { source: file?.source ?? 'preset', text, preset: preset ?? null },
    comparison,
    registries: registries ?? null,
    ...(Object.keys(trust).length === 0 ? {} : { trust }),
    answers,
  };
}

/** The report of a run that came to no judgement. */
function failed(cause: unknown, { mode, base, head, now }: GateRequest, policy: EffectivePolicy | undefined): Report {
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

/** Only a file that was written by hand holds answers without saying which registries they are of. */
function requireRegistries(registries: EvidenceFile['registries']): NonNullable<EvidenceFile['registries']> {
  if (registries !== null) return registries;
  throw new GateFailure(
    'evidence-invalid',
    'The evidence names no registries although changes come from one; record it again.',
  );
}
