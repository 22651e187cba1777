import type { Change, EvidenceKind } from '../model.ts';
import { type AdvisoryEvidence, advisoryEvidence, notAdvised } from './advisory-evidence.ts';
import type { AdvisoryAnswer } from './answer.ts';
import type { Asking } from './asking.ts';
import { present } from './evidence.ts';
import { type RegistryMap, registryOf } from './registry-map.ts';
import { type TrustOptions, defaultAdvisoryDemand } from './trust-options.ts';

export interface AdvisingOptions extends TrustOptions {
  readonly needs: ReadonlySet<EvidenceKind>;
  readonly registries: RegistryMap;
  readonly asking: Asking;
  /** Those that concern a registry. */
  readonly changes: readonly Change[];
}

/** What is known to be wrong with the packages of all changes: each registry is asked once about all of its own. */
export interface Advising {
  readonly settled: Promise<unknown>;
  /** Once it is settled. */
  readonly of: (change: Change) => AdvisoryEvidence;
}

const none: AdvisoryEvidence = {
  advisories: present({ state: 'not-applicable' }),
  predecessorAdvisories: present({ state: 'not-applicable' }),
};

export function createAdvising(options: AdvisingOptions): Advising {
  const { needs, registries, asking, changes, advisories: demandOf = defaultAdvisoryDemand } = options;
  if (!needs.has('advisories') && !needs.has('predecessorAdvisories')) {
    return { settled: Promise.resolve(), of: () => notAdvised };
  }
  const answers = new Map<string, ReadonlyMap<string, AdvisoryAnswer>>();
  const settled = Promise.all(
    [...byRegistry(changes, registries)].map(async ([registry, versions]) => {
      if (demandOf(registry, registries) === 'none') return;
      answers.set(registry, await asking.advisories(registry, versions));
    }),
  );
  return {
    settled,
    of: (change) => {
      const registry = registryOf(registries, change.name);
      const answer = answers.get(registry)?.get(change.name);
      return answer === undefined ? none : advisoryEvidence(change, answer, demandOf(registry, registries));
    },
  };
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
