import type { AdvisorySource, Change } from '../model/index.ts';
import { unneeded } from '../model/evidence-values.ts';
import { askAdvisories } from '../advisories/ask-advisories.ts';
import { advisoryEvidence, notAdvised } from '../advisories/select.ts';
import type { AdvisoryAnswer } from '../registry/answer.ts';
import type { Broker } from '../registry/broker.ts';
import { defaultDemand } from '../registry/capabilities.ts';
import { type RegistryMap, registryOf } from '../registry/registry-map.ts';
import { isPublicName } from './elsewhere.ts';
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
    const wanted = [...(asksMalware ? sources.malware : []), ...(asksAdvisories ? sources.advisories : [])];
    const asked = askAll(wanted, run);
    return async (change) => {
      const answers = await asked;
      const registry = registryOf(registries, change.name);
      const own = (all: readonly AdvisorySource[]) => sourcesFor(change.name, all, run);
      const answered = (source: AdvisorySource) => answers.get(keyOf(source, registry))?.get(change.name);
      const known = advisoryEvidence(change, answered, {
        ...{ sources: { ...sources, malware: own(sources.malware), advisories: own(sources.advisories) } },
        ...{ demand: demandOf('advisories', registry, registries, change.name) },
      });
      return { ...(asksAdvisories ? known : notAdvised), malware: asksMalware ? known.malware : unneeded };
    };
  },
});

type Versions = ReadonlyMap<string, readonly string[]>;

const keyOf = (source: AdvisorySource, registry: string) => `${source} ${registry}`;

async function askAll(
  sources: readonly AdvisorySource[],
  run: Run,
): Promise<ReadonlyMap<string, ReadonlyMap<string, AdvisoryAnswer>>> {
  const { changes, registries, broker, demand: demandOf = defaultDemand } = run;
  const answers = new Map<string, ReadonlyMap<string, AdvisoryAnswer>>();
  await Promise.all(
    [...byRegistry(changes, registries, broker)].flatMap(([registry, versions]) =>
      [...new Set<AdvisorySource>(['registry', ...sources])].map(async (source) => {
        const asked = namesAt(source, registry, versions);
        if (asked.size > 0) answers.set(keyOf(source, registry), await askAdvisories(broker, source, registry, asked));
      }),
    ),
  );
  return answers;

  function namesAt(source: AdvisorySource, registry: string, versions: Versions): Versions {
    const isAsked = (name: string) =>
      sourcesFor(name, sources, run).includes(source) &&
      (source === 'registry' ? demandOf('advisories', registry, registries, name) !== 'none' : isPublicName(name, run));
    return new Map([...versions].filter(([name]) => isAsked(name)));
  }
}

/** The sources about one name: another registry is asked about public names, and about others the one that serves them. */
function sourcesFor(name: string, sources: readonly AdvisorySource[], run: Run): readonly AdvisorySource[] {
  if (isPublicName(name, run)) return sources;
  return [...new Set(sources.map((one): AdvisorySource => (one === 'osv' ? one : 'registry')))];
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
