import type { EvidenceKind } from '../model/index.ts';
import { chainOf } from '../report/view/chain.ts';
import type { Explanation } from '../report/formats/explain.ts';
import { inReportOrder, reportedChange } from '../report/view/reported-change.ts';
import { similarNames } from '../report/view/similar-names.ts';
import { changesAbout, findingsAbout, isOf } from './findings-about.ts';
import { reportOf } from './report-of.ts';
import type { Focus, Run, Wanted } from './request.ts';

/** Evidence that every explanation shows, whatever the policy needs. */
const always: readonly EvidenceKind[] = [
  ...(['existence', 'release', 'publishedAt', 'history', 'registrySignature', 'provenance', 'publisher'] as const),
  'trust',
];

export const explaining = (wanted: Wanted): Focus => ({ wanted, also: always });

/**
 * Everything that is known about one package, from a run that was asked about it: its findings are those that a check or
 * an audit of the same input prints.
 */
export function explanationOf(run: Run, wanted: Wanted): Explanation {
  const { effective, comparison, collected, whole, now } = run;
  const report = reportOf(run);
  const rules = [...(effective?.settings ?? [])].filter(([, { level }]) => level !== 'off').map(([id]) => id);
  const changes = changesAbout(run, wanted);
  const findings = findingsAbout(run, wanted);
  const packages = [...changes].sort(inReportOrder).map((change) => {
    const dossier = collected.dossiers.find((each) => each.change === change);
    const about = findings.filter((finding) => isOf(finding, change));
    const chain = dossier === undefined ? [] : chainOf(dossier, about, rules.length);
    return { ...reportedChange(change, dossier), findings: about, chain };
  });
  return {
    schema: 'lockgate-explanation/1',
    wanted: { name: wanted.name, version: wanted.version ?? null },
    evaluatedAt: now,
    head: comparison.head,
    policy: report.policy,
    rules: rules.sort(),
    ...(report.trust === undefined ? {} : { trust: report.trust }),
    packages,
    findings: findings.filter((finding) => !changes.some((change) => isOf(finding, change))),
    similar: changes.length > 0 ? [] : similarNames(wanted.name, whole.changes),
    errors: report.errors,
  };
}
