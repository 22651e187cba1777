import { trustUsed } from './evidence/trust-used.ts';
import { collectEvidence } from './judging.ts';
import type { GateRequest } from './gate.ts';
import type { EvidenceKind } from './model.ts';
import { openPolicy } from './policy/open.ts';
import { buildReport } from './report/build.ts';
import type { Explanation } from './report/explain.ts';
import { chainOf } from './report/chain.ts';
import { similarNames } from './report/similar-names.ts';
import { compareSnapshots } from './resolve/compare.ts';
import { readSettings } from './settings.ts';
import { readTrust, refreshedTrust } from './trust-settings.ts';
import { judge } from './verdict.ts';

/** A package as a person asks for it. */
export interface Wanted {
  readonly name: string;
  readonly version?: string;
}

/** What an explanation tells whatever the policy reads. */
const always: readonly EvidenceKind[] = [
  ...(['existence', 'release', 'publishedAt', 'history', 'registrySignature', 'provenance', 'publisher'] as const),
  'trust',
];

/**
 * Everything that is known of one locked package: an audit that is restricted to it. Only what is asked about is looked
 * up at a registry.
 * @throws GateFailure as `readSettings`, `openPolicy`, `readTrust` and `collect` do.
 */
export async function explain(request: GateRequest, wanted: Wanted): Promise<Explanation> {
  const { head, trusted, policyPath, preset, now } = request;
  const settings = await readSettings(trusted, policyPath);
  const file = request.policy ?? (settings.policy && { source: policyPath, text: settings.policy });
  const policy = await openPolicy(file, preset === undefined ? {} : { preset });
  const given = await readTrust(request.trust ?? {}, policy, trusted, request.recorded?.trust);
  const whole = await compareSnapshots(undefined, head, { mode: 'audit', isGated: policy.isGated });
  const changes = whole.changes.filter(
    ({ name, version, aliases }) =>
      (name === wanted.name || aliases.includes(wanted.name)) &&
      (wanted.version === undefined || version === wanted.version),
  );
  const names = new Set(changes.map(({ name }) => name));
  const observations = whole.observations.filter(({ name }) => name !== undefined && names.has(name));
  const comparison = { ...whole, changes, observations };
  const trust = await refreshedTrust(given, request.trust?.refresh, comparison);
  const { dossiers } = await collectEvidence(request, settings, policy, trust, comparison, always);
  const judgement = judge({ comparison, dossiers, policy, now });
  const findings = judgement.findings.filter(({ name }) => name !== null && names.has(name));
  const report = buildReport({
    comparison,
    dossiers,
    judgement: { ...judgement, findings },
    policy,
    now,
    trust: await trustUsed(dossiers, trust, now),
  });
  const rules = [...policy.settings].filter(([, { level }]) => level !== 'off').map(([id]) => id);
  return {
    schema: 'lockgate-explanation/1',
    wanted: { name: wanted.name, version: wanted.version ?? null },
    evaluatedAt: now,
    head: head.label,
    policy: report.policy,
    rules: rules.sort(),
    ...(report.trust === undefined ? {} : { trust: report.trust }),
    packages: report.changes.map((change) => {
      const dossier = dossiers.find(({ change: own }) => sameChange(own, change));
      const about = findings.filter(
        ({ name, version, lockfile }) =>
          name === change.name && version === change.version && lockfile === change.lockfile,
      );
      return { ...change, findings: about, chain: dossier === undefined ? [] : chainOf(dossier, about, rules.length) };
    }),
    similar: changes.length > 0 ? [] : similarNames(wanted.name, whole.changes),
    errors: report.errors,
  };
}

function sameChange(
  own: { name: string; version: string; lockfile: string; line: number; source: { kind: string } },
  change: { name: string; version: string; lockfile: string; line: number; source: string },
): boolean {
  return (
    own.name === change.name &&
    own.version === change.version &&
    own.lockfile === change.lockfile &&
    own.line === change.line &&
    own.source.kind === change.source
  );
}
