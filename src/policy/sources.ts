import type { AdvisorySource, EvidenceSources } from '../model/index.ts';
import type { Json } from '../judge/fingerprint.ts';
import type { PolicyFile } from './schema.ts';

export const defaultSources: EvidenceSources = {
  malware: ['registry'],
  advisories: ['registry'],
  popularity: 'downloads',
};

/** The file's sources over the defaults; the order in which it names them has no meaning. */
export function sourcesOf({ sources = {} }: Pick<PolicyFile, 'sources'>): EvidenceSources {
  return {
    malware: listed(sources.malware) ?? defaultSources.malware,
    advisories: listed(sources.advisories) ?? defaultSources.advisories,
    popularity: sources.popularity ?? defaultSources.popularity,
  };
}

function listed(written: AdvisorySource | readonly AdvisorySource[] | undefined) {
  if (written === undefined) return undefined;
  const all: readonly AdvisorySource[] = ['registry', 'osv'];
  return all.filter((one) => (typeof written === 'string' ? written === one : written.includes(one)));
}

/** What a policy's digest covers of its sources: nothing where they are the default ones. */
export function sourcesMeaning(sources: EvidenceSources): { readonly sources?: Json } {
  return JSON.stringify(sources) === JSON.stringify(defaultSources) ? {} : { sources: { ...sources } };
}
