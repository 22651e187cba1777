import { collect } from './evidence/collect.ts';
import type { Collected } from './evidence/collect.ts';
import { loadConfiguration, recordedConfiguration } from './evidence/configuration.ts';
import type { EvidenceFile } from './evidence/evidence-file.ts';
import { asGateError, GateFailure } from './errors.ts';
import type { Authorship, Comparison, Evidence, EvidenceKind, Instant, Report, Snapshot } from './model.ts';
import { neededEvidence } from './policy/effective.ts';
import type { EffectivePolicy, PolicyText, Preset } from './policy/load.ts';
import { openPolicy } from './policy/open.ts';
import { buildReport } from './report/build.ts';
import { compareSnapshots } from './resolve/compare.ts';
import { readSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import { readTrust, trustOptions } from './trust-settings.ts';
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
    const trust = await readTrust(request.trust ?? {}, policy, trusted, request.recorded?.trust);
    const compared = await compareSnapshots(base, head, { mode, isGated: policy.isGated });
    const comparison = await withAuthorship(compared, request);
    const collected = await collectEvidence(request, settings, policy, trust, comparison);
    const report = reportOn(comparison, collected, policy, now);
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
  return reportOn(comparison, collected, policy, now ?? evidence.evaluatedAt);
}

/** Nobody is asked who made a change that brings in nothing of its own. */
async function withAuthorship(comparison: Comparison, { authorship }: GateRequest): Promise<Comparison> {
  const isAsked = comparison.changes.some(({ kind, direct }) => kind === 'added' && direct);
  return authorship === undefined || !isAsked ? comparison : { ...comparison, authorship: await authorship() };
}

/** @param also evidence to collect beside what the policy's rules need. */
export function collectEvidence(
  { registry, env, offline, recorded, progress, workTree, now }: GateRequest,
  settings: Settings,
  policy: EffectivePolicy,
  trust: TrustSettings,
  comparison: Comparison,
  also: readonly EvidenceKind[] = [],
): Promise<Collected> {
  const { registries } = recorded ?? {};
  return collect(comparison, {
    needs: new Set([...neededEvidence(policy), ...also]),
    ...trustOptions(policy, trust),
    now,
    configure: () =>
      registries
        ? Promise.resolve(recordedConfiguration(registries))
        : loadConfiguration({
            env,
            workTree,
            policyRegistries: policy.registries,
            ...(settings.npmrc === undefined ? {} : { npmrc: settings.npmrc }),
            ...(registry === undefined ? {} : { registry }),
          }),
    offline,
    ...(recorded === undefined ? {} : { recorded: recorded.answers }),
    ...(progress === undefined ? {} : { progress }),
  });
}

function reportOn(comparison: Comparison, { dossiers }: Collected, policy: EffectivePolicy, now: Instant): Report {
  const judgement = judge({ comparison, dossiers, policy, now });
  return buildReport({ comparison, dossiers, judgement, policy, now });
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
