import { trustUsed } from '../trust/trust-used.ts';
import type { GateRequest } from './pipeline.ts';
import { lookInto } from './single-package.ts';
import type { Wanted } from './single-package.ts';
import type { EvidenceKind } from '../model/index.ts';
import { buildReport } from '../report/view/build.ts';
import type { Explanation } from '../report/formats/explain.ts';
import { chainOf } from '../report/view/chain.ts';
import { similarNames } from '../report/view/similar-names.ts';

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
  const { head, now } = request;
  const { policy, whole, comparison, dossiers, judgement, trust } = await lookInto(request, wanted, always);
  const { findings } = judgement;
  const report = buildReport({
    comparison,
    dossiers,
    judgement,
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
    similar: comparison.changes.length > 0 ? [] : similarNames(wanted.name, whole.changes),
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
