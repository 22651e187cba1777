import type { Report } from '../model/index.ts';
import { canonicalRegistryUrl } from '../policy/registries.ts';
import { buildReport } from '../report/view/build.ts';
import type { Run } from './request.ts';

/** The report of a run, about everything that was judged. */
export function reportOf({
  now,
  proposer,
  policy,
  effective,
  comparison,
  collected,
  judgement,
  trusted,
  decisions,
}: Run): Report {
  return buildReport({
    ...{ comparison, dossiers: collected.dossiers, judgement, now, trust: trusted, decisions },
    proposer,
    policy: policy === undefined ? { source: 'none', digest: '', mode: 'enforce' } : { ...policy, ...policy.from },
    sources: effective?.sources,
    policyRegistries: (policy?.registries ?? []).map(({ url }) => canonicalRegistryUrl(url)),
  });
}
