import { collect, withAnswersOf } from '../evidence/collect.ts';
import type { Collected, CollectOptions } from '../evidence/collect.ts';
import { loadConfiguration, recordedConfiguration } from '../registry/configuration.ts';
import type { RegistryConfiguration } from '../registry/configuration.ts';
import type { EvidenceFile } from '../recording/evidence-file.ts';
import { osvAddress } from '../advisories/osv-address.ts';
import { trustUsed } from '../trust/trust-used.ts';
import { GateFailure } from '../errors.ts';
import { recordedExtended } from './extended-policy.ts';
import type { GateRequest, Outcome } from './pipeline.ts';
import type { Comparison, EvidenceKind, Instant, Report } from '../model/index.ts';
import { listsAllTarballs, neededEvidence } from '../policy/effective.ts';
import type { EffectivePolicy, PolicyText, Preset } from '../policy/load.ts';
import { openPolicy } from '../policy/open.ts';
import { canonicalRegistryUrl } from '../policy/registries.ts';
import { record } from './evidence-recording.ts';
import { registryFiles } from '../managers/registry-files.ts';
import { buildReport } from '../report/view/build.ts';
import type { Resolved } from './resolve-missing.ts';
import { settleRespelled } from './drop-reformatted.ts';
import type { Settings } from './base-files.ts';
import { trustOptions } from './trust-options.ts';
import { refreshedTrust } from './trust-settings.ts';
import type { TrustSettings } from './trust-settings.ts';
import { judge } from './verdict.ts';

/** What was read before anything was compared. */
export interface Given {
  readonly settings: Settings;
  readonly file: PolicyText | undefined;
  readonly policy: EffectivePolicy;
  readonly trust: TrustSettings;
}

/** From what has changed to the report: resolves, collects and judges. Loaded only where there is something to judge. */
export async function judgeComparison(
  compared: Comparison,
  request: GateRequest,
  { settings, file, policy, trust: given }: Given,
): Promise<Outcome> {
  const { preset, now } = request;
  const resolved = await resolveUnpinned(compared, request, settings, policy);
  const settled = await settleRespelled(resolved.comparison, (part, needs) =>
    collect(part, { ...collectOptions(request, settings, policy, part), needs }),
  );
  const comparison = await withAuthorship(settled.comparison, request);
  const trust = await refreshedTrust(given, request.trust?.refresh, comparison);
  const judged = await collectEvidence(request, settings, policy, trust, comparison, [], resolved.fetched);
  const collected = withAnswersOf(settled.asked, judged);
  const report = await reportOn(comparison, collected, policy, trust, now);
  return { report, evidence: record(file, preset, trust, comparison, collected, now, policy.extended) };
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
  const readExtended = recordedExtended(recorded, undefined);
  const policy = await openPolicy(file, { ...(chosen === undefined ? {} : { preset: chosen }), readExtended });
  const collected = await collect(comparison, {
    needs: neededEvidence(policy),
    sources: policy.sources,
    listings: listsAllTarballs(policy) ? 'all' : 'small',
    ...trustOptions(policy, evidence.trust ?? {}),
    now: now ?? evidence.evaluatedAt,
    configure: () => Promise.resolve(recordedConfiguration(requireRegistries(registries))),
    offline: true,
    recorded: answers,
  });
  return reportOn(comparison, collected, policy, evidence.trust ?? {}, now ?? evidence.evaluatedAt);
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
  return resolveMissing(compared, request, configuring(request, settings, policy, compared));
}

/** How registries are configured, read once for a run that asks more than once. */
function configuring(
  { registry, env, recorded, workTree, vet }: GateRequest,
  { npmrc, filesOf }: Settings,
  policy: EffectivePolicy,
  comparison: Comparison,
): () => Promise<RegistryConfiguration> {
  const { registries } = recorded ?? {};
  if (registries) return () => Promise.resolve(recordedConfiguration(registries));
  return async () =>
    loadConfiguration({
      ...{ env, workTree, policyRegistries: policy.registries },
      projects: await filesOf(registryFiles(comparison, vet !== undefined)),
      ...(npmrc === undefined ? {} : { npmrc }),
      ...(registry === undefined ? {} : { registry }),
    });
}

const unpinned: ReadonlySet<string> = new Set(['not-locked', 'manifest-disagrees', 'no-lockfile']);

/** Nobody is asked who made a change that brings in nothing of its own. */
export async function withAuthorship(comparison: Comparison, { authorship }: GateRequest): Promise<Comparison> {
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
    ...collectOptions(request, settings, policy, comparison),
    ...trustOptions(policy, trust),
    needs: new Set([...neededEvidence(policy), ...also]),
    ...(fetched === undefined ? {} : { fetched }),
  });
}

function collectOptions(
  request: GateRequest,
  settings: Settings,
  policy: EffectivePolicy,
  comparison: Comparison,
): Omit<CollectOptions, 'needs'> {
  const { offline, recorded, progress, limits, now } = request;
  return {
    sources: policy.sources,
    listings: listsAllTarballs(policy) ? 'all' : 'small',
    osv: osvAddress(request.osv, request.registry),
    now,
    configure: configuring(request, settings, policy, comparison),
    offline,
    ...(recorded === undefined ? {} : { recorded: recorded.answers }),
    ...(progress === undefined ? {} : { progress }),
    ...(limits === undefined ? {} : { limits }),
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
  const policyRegistries = policy.registries.map(({ url }) => canonicalRegistryUrl(url));
  const used = await trustUsed(dossiers, trust, now);
  return buildReport({ comparison, dossiers, judgement, policy, policyRegistries, now, trust: used });
}

/** Only a file that was written by hand holds answers without saying which registries they are of. */
function requireRegistries(registries: EvidenceFile['registries']): NonNullable<EvidenceFile['registries']> {
  if (registries !== null) return registries;
  throw new GateFailure(
    'evidence-invalid',
    'The evidence names no registries although changes come from one; record it again.',
  );
}
