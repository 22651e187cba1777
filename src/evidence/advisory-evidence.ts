import type { AdvisorySource, Change } from '../model/index.ts';
import { unneeded } from '../model/evidence-values.ts';
import { askAdvisories } from '../advisories/ask-advisories.ts';
import { advisoryEvidence, notAdvised } from '../advisories/select.ts';
import type { AdvisoryAnswer } from '../registry/answer.ts';
import type { Broker } from '../registry/broker.ts';
import { defaultDemand } from '../registry/capabilities.ts';
import { type RegistryMap, registryOf, scopeOf } from '../registry/registry-map.ts';
import { type Run, provider } from './provider.ts';

/** Malware records and advisories for the packages of all changes: each source is asked once about all of its packages. */
export const advisories = provider({
  kinds: ['malware', 'advisories', 'predecessorAdvisories'],
  needs: [],
  onlyFor: ['malware', 'advisories', 'predecessorAdvisories'],
  collect: (run) => {
    const { needs, sources, registries, demand: demandOf = defaultDemand } = run;
    const asksMalware = needs.has('malware');
    const asksAdvisories = needs.has('advisories') || needs.has('predecessorAdvisories');
    const wanted = new Set([...(asksMalware ? sources.malware : []), ...(asksAdvisories ? sources.advisories : [])]);
    const asked = askAll(wanted, run);
    return async (change) => {
      const answers = await asked;
      const registry = registryOf(registries, change.name);
      const answered = (source: AdvisorySource) => answers.get(keyOf(source, registry))?.get(change.name);
      const known = advisoryEvidence(change, answered, {
        ...{ sources, demand: demandOf('advisories', registry, registries, change.name) },
      });
      return { ...(asksAdvisories ? known : notAdvised), malware: asksMalware ? known.malware : unneeded };
    };
  },
});

type Versions = ReadonlyMap<string, readonly string[]>;

const keyOf = (source: AdvisorySource, registry: string) => `${source} ${registry}`;

async function askAll(
  sources: ReadonlySet<AdvisorySource>,
  { changes, registries, broker, demand: demandOf = defaultDemand }: Run,
): Promise<ReadonlyMap<string, ReadonlyMap<string, AdvisoryAnswer>>> {
  const answers = new Map<string, ReadonlyMap<string, AdvisoryAnswer>>();
  await Promise.all(
    [...byRegistry(changes, registries, broker)].flatMap(([registry, versions]) =>
      [...sources].map(async (source) => {
        const asked = source === 'registry' ? ofRegistry(registry, versions) : ofOsv(versions);
        if (asked.size > 0) answers.set(keyOf(source, registry), await askAdvisories(broker, source, registry, asked));
      }),
    ),
  );
  return answers;

  function ofRegistry(registry: string, versions: Versions): Versions {
    return new Map([...versions].filter(([name]) => demandOf('advisories', registry, registries, name) !== 'none'));
  }

  function ofOsv(versions: Versions): Versions {
    return new Map([...versions].filter(([name]) => isPublicName(name, registries)));
  }
}

/**
 * Whether a name may be sent to other services: one of the public registry, or one that any registry could serve. The names of a
 * scope that has a registry of its own may be private, and another package may have the same.
 */
function isPublicName(name: string, registries: RegistryMap): boolean {
  const scope = scopeOf(name);
  const own = registries.scopes.find((entry) => entry.scope === scope)?.url;
  return own === undefined || own === registries.publicRegistry;
}

/** For each registry the names and versions to ask about, those that the base locks among them. */
function byRegistry(changes: readonly Change[], registries: RegistryMap, { alsoAbout }: Pick<Broker, 'alsoAbout'>) {
  const found = new Map<string, Map<string, readonly string[]>>();
  for (const { name, version, baseVersions } of changes) {
    const registry = registryOf(registries, name);
    const names = found.get(registry) ?? new Map<string, readonly string[]>();
    found.set(registry, names);
    names.set(name, [...new Set([...(names.get(name) ?? alsoAbout(name)), version, ...baseVersions])]);
  }
  return found;
}
