import type { Dossier, ReportedRegistry } from '../../model/index.ts';
import { notJudged } from './not-judged.ts';
import { compareText } from '../../text/order.ts';

const roles = ['public', 'policy', 'operator'] as const;

/**
 * The registries that were trusted for the judged packages, each with its number of package versions: the public one
 * first, then the policy's, then those of the operator (npm's configuration, or `--registry`), by address.
 * @param ofPolicy canonical addresses that the policy names
 */
export function trustedRegistries(dossiers: readonly Dossier[], ofPolicy: readonly string[]): ReportedRegistry[] {
  const packages = new Map<string, Set<string>>();
  const isPublic = new Set<string>();
  const missingOf = (url: string) => {
    const missing = notJudged(dossiers.filter(({ registry }) => registry === url));
    return Object.keys(missing).length === 0 ? {} : { notJudged: missing };
  };
  for (const { registry, publicRegistry, change } of dossiers) {
    if (registry === undefined) continue;
    const known = packages.get(registry) ?? new Set();
    packages.set(registry, known.add(JSON.stringify([change.name, change.version])));
    if (publicRegistry) isPublic.add(registry);
  }
  const role = (url: string) => (isPublic.has(url) ? 'public' : ofPolicy.includes(url) ? 'policy' : 'operator');
  return [...packages]
    .map(([url, ofRegistry]): ReportedRegistry => ({
      ...{ url, role: role(url), packages: ofRegistry.size },
      ...missingOf(url),
    }))
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || compareText(a.url, b.url));
}
