import type { Report } from '../../model/index.ts';

/**
 * The registries that tell nothing of who published or built anything, and need not: of none of the packages that were
 * judged by them. The rules that rest on it stay silent there (docs/decisions/0086), so a reader is told once.
 */
export function silentRegistries({ changes }: Pick<Report, 'changes'>): ReadonlySet<string> {
  const silent = new Set<string>();
  const telling = new Set<string>();
  for (const { kind, registry, evidence } of changes) {
    if (kind === 'removed' || registry === null || evidence.existence !== 'listed') continue;
    const { provenance, trust } = evidence;
    (provenance === 'not-applicable' && trust === 'unavailable' ? silent : telling).add(registry);
  }
  return new Set([...silent].filter((registry) => !telling.has(registry)));
}

/** Follows the words for such a registry. */
export const silentWords = 'which neither signs nor names publishers or builders: none of that was judged';
