import type { Collected } from '../evidence/collect.ts';
import { openingOf } from './extended-policy.ts';
import type { GateRequest } from './pipeline.ts';
import { collectEvidence, withAuthorship } from './stages.ts';
import type { Comparison, EvidenceKind } from '../model/index.ts';
import type { EffectivePolicy } from '../policy/effective.ts';
import { openPolicy } from '../policy/open.ts';
import { compareSnapshots } from '../compare/compare.ts';
import { readSettings } from './base-files.ts';
import { readTrust, refreshedTrust } from './trust-settings.ts';
import type { TrustSettings } from './trust-settings.ts';
import { judge } from './verdict.ts';
import type { Judgement } from './verdict.ts';

/** A package as a person asks for it. */
export interface Wanted {
  readonly name: string;
  readonly version?: string;
}

/** A run that is restricted to one package. */
export interface Looked {
  readonly policy: EffectivePolicy;
  /** All that is locked, or that changes. */
  readonly whole: Comparison;
  /** What of it is about the package. */
  readonly comparison: Comparison;
  readonly dossiers: Collected['dossiers'];
  /** What is said about the package. */
  readonly judgement: Judgement;
  readonly trust: TrustSettings;
}

/**
 * The whole pipeline for one package. Only what is asked about is looked up at a registry.
 * @param also evidence to collect beside what the policy's rules need
 * @throws GateFailure as `readSettings`, `openPolicy`, `readTrust` and `collect` do.
 */
export async function lookInto(
  request: GateRequest,
  wanted: Wanted,
  also: readonly EvidenceKind[] = [],
): Promise<Looked> {
  const { mode, base, head, trusted, policyPath, now } = request;
  const settings = await readSettings(trusted, policyPath);
  const file = request.policy ?? (settings.policy && { source: policyPath, text: settings.policy });
  const policy = await openPolicy(file, openingOf(request));
  const given = await readTrust(request.trust ?? {}, policy, trusted, request.recorded?.trust);
  const whole = await compareSnapshots(base, head, { mode, isGated: policy.isGated, policyPath });
  const changes = whole.changes.filter(
    ({ kind, name, version, aliases }) =>
      kind !== 'removed' &&
      (name === wanted.name || aliases.includes(wanted.name)) &&
      (wanted.version === undefined || version === wanted.version),
  );
  const names = new Set(changes.map(({ name }) => name));
  const observations = whole.observations.filter(({ name }) => name !== undefined && names.has(name));
  const comparison = await withAuthorship({ ...whole, changes, observations }, request);
  const trust = await refreshedTrust(given, request.trust?.refresh, comparison);
  const { dossiers } = await collectEvidence(request, settings, policy, trust, comparison, also);
  const judgement = judge({ comparison, dossiers, policy, now });
  const findings = judgement.findings.filter(({ name }) => name !== null && names.has(name));
  return { policy, whole, comparison, dossiers, judgement: { ...judgement, findings }, trust };
}
