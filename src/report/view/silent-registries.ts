import type { Report } from '../../model/index.ts';

/**
 * The registries that provide neither signatures, publishers nor builders for any of the judged packages, and are not required to.
 * The rules that need these have no findings there (docs/decisions/0086), so the report says it once.
 */
export function silentRegistries({ changes }: Pick<Report, 'changes'>): ReadonlySet<string> {
  const silent = new Set<string>();
  const providing = new Set<string>();
  for (const { kind, registry, evidence } of changes) {
    if (kind === 'removed' || registry === null || evidence.existence !== 'listed') continue;
    const { registrySignature, provenance, trust } = evidence;
    const isPlain = registrySignature === 'not-applicable' && provenance === 'not-applicable';
    (isPlain && trust === 'unavailable' ? silent : providing).add(registry);
  }
  return new Set([...silent].filter((registry) => !providing.has(registry)));
}

/** Follows the name of such a registry; what it has of other packages is not known. */
export const silentWords =
  'it provides no signatures, publishers or provenance of what was judged, so those were not checked';
