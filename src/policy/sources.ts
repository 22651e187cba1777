import type { AdvisorySource, AnotherRegistry, EvidenceSources } from '../model/index.ts';
import type { Json } from '../model/json.ts';
import { compareText } from '../text/order.ts';
import type { PolicyFile } from './schema.ts';

export const defaultSources: EvidenceSources = {
  malware: ['registry'],
  advisories: ['registry'],
  popularity: 'downloads',
};

type Written = NonNullable<PolicyFile['sources']>;

/** The file's sources over the defaults; the order in which it names them has no meaning. */
export function sourcesOf({ sources = {} }: Pick<PolicyFile, 'sources'>): EvidenceSources {
  const { malware, advisories, popularity = defaultSources.popularity, attestations = 'registry' } = sources;
  const asked = typeof attestations === 'string' ? attestations : addressOf(attestations.registry);
  return {
    malware: listed(malware) ?? defaultSources.malware,
    advisories: listed(advisories) ?? defaultSources.advisories,
    popularity: typeof popularity === 'string' ? popularity : addressOf(popularity.downloads),
    ...(asked === 'registry' ? {} : { attestations: asked }),
  };
}

/** The schema has accepted it as an address. */
const addressOf = (url: string) => url as AnotherRegistry;

function listed(written: Written['malware']): readonly AdvisorySource[] | undefined {
  if (written === undefined) return undefined;
  if (written === 'none') return [];
  const all = Array.isArray(written) ? written : [written];
  const named = all.map((one) => (typeof one === 'string' ? one : addressOf(one.registry)));
  return [...named].sort((a, b) => rankOf(a) - rankOf(b) || compareText(a, b));
}

const words: readonly AdvisorySource[] = ['registry', 'osv'];
const rankOf = (source: AdvisorySource) => (words.includes(source) ? words.indexOf(source) : words.length);

/** What a policy's digest covers of its sources: nothing where they are the default ones. */
export function sourcesMeaning(sources: EvidenceSources): { readonly sources?: Json } {
  return JSON.stringify(sources) === JSON.stringify(defaultSources) ? {} : { sources: { ...sources } };
}
