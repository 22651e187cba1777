import type { Report } from '../../model/index.ts';

/**
 * The registries that provide neither publishers nor builders for any of the judged packages, and are not required to.
 * The rules that need these have no findings there (docs/decisions/0086), so the report says it once.
 */
export function silentRegistries({ changes }: Pick<Report, 'changes'>): ReadonlySet<string> {
  const silent = new Set<string>();
  const providing = new Set<string>();
  for (const { kind, registry, evidence } of changes) {
    if (kind === 'removed' || registry === null || evidence.existence !== 'listed') continue;
    const { provenance, trust } = evidence;
    (provenance === 'not-applicable' && trust === 'unavailable' ? silent : providing).add(registry);
  }
  return new Set([...silent].filter((registry) => !providing.has(registry)));
}

/** Follows the name of such a registry. */
export const silentWords = 'it provides no signatures, publishers or provenance, so those were not checked';
