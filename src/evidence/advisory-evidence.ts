import type { AdvisorySource, Change, EvidenceKind, EvidenceSources } from '../model/index.ts';
import { type AdvisoryEvidence, advisoryEvidence, notAdvised } from '../advisories/select.ts';
import type { AdvisoryAnswer } from '../recording/answer.ts';
import type { Asking } from '../registry/broker.ts';
import { unneeded } from '../model/evidence-values.ts';
import { type RegistryMap, registryOf, scopeOf } from '../registry/registry-map.ts';
import { type TrustOptions, defaultAdvisoryDemand } from '../trust/trust-options.ts';

export interface AdvisingOptions extends TrustOptions {
  readonly needs: ReadonlySet<EvidenceKind>;
  readonly sources: EvidenceSources;
  readonly registries: RegistryMap;
  readonly asking: Asking;
  /** Those that concern a registry. */
  readonly changes: readonly Change[];
}

/** What is known to be wrong with the packages of all changes: each source is asked once about all that are its own. */
export interface Advising {
  readonly settled: Promise<unknown>;
  /** Once it is settled. */
  readonly of: (change: Change) => AdvisoryEvidence;
}

export function createAdvising(options: AdvisingOptions): Advising {
  const { needs, sources, registries, asking, changes, advisories: demandOf = defaultAdvisoryDemand } = options;
  const asks = {
    malware: needs.has('malware'),
    advisories: needs.has('advisories') || needs.has('predecessorAdvisories'),
  };
  const wanted = new Set([...(asks.malware ? sources.malware : []), ...(asks.advisories ? sources.advisories : [])]);
  if (wanted.size === 0) return { settled: Promise.resolve(), of: () => notAdvised };
  const answers = new Map<string, ReadonlyMap<string, AdvisoryAnswer>>();
  const keyOf = (source: AdvisorySource, registry: string) => `${source} ${registry}`;
  const settled = Promise.all(
    [...byRegistry(changes, registries)].flatMap(([registry, versions]) =>
      [...wanted].map(async (source) => {
        const asked = source === 'registry' ? ofRegistry(registry, versions) : ofOsv(versions);
        if (asked.size > 0) answers.set(keyOf(source, registry), await asking.advisories(source, registry, asked));
      }),
    ),
  );
  return {
    settled,
    of: (change) => {
      const registry = registryOf(registries, change.name);
      const answered = (source: AdvisorySource) => answers.get(keyOf(source, registry))?.get(change.name);
      const known = advisoryEvidence(change, answered, { sources, demand: demandOf(registry, registries) });
      return { ...(asks.advisories ? known : notAdvised), malware: asks.malware ? known.malware : unneeded };
    },
  };

  function ofRegistry(registry: string, versions: Versions): Versions {
    return demandOf(registry, registries) === 'none' ? new Map() : versions;
  }

  function ofOsv(versions: Versions): Versions {
    return new Map([...versions].filter(([name]) => isPublicName(name, registries)));
  }
}

type Versions = ReadonlyMap<string, readonly string[]>;

/**
 * Whether a name may be told to others: one of the public registry, or one that any registry could serve. The names of a
 * scope that has a registry of its own may be private, and another package may have the same.
 */
function isPublicName(name: string, registries: RegistryMap): boolean {
  const scope = scopeOf(name);
  const own = registries.scopes.find((entry) => entry.scope === scope)?.url;
  return own === undefined || own === registries.publicRegistry;
}

/** For each registry the names and versions to ask about, those that the base locks among them. */
function byRegistry(changes: readonly Change[], registries: RegistryMap) {
  const found = new Map<string, Map<string, readonly string[]>>();
  for (const { name, version, baseVersions } of changes) {
    const registry = registryOf(registries, name);
    const names = found.get(registry) ?? new Map<string, readonly string[]>();
    found.set(registry, names);
    names.set(name, [...new Set([...(names.get(name) ?? []), version, ...baseVersions])]);
  }
  return found;
}
