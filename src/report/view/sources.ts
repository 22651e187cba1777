import type { EvidenceSources, Report, ReportedSources } from '../../model/index.ts';
import { groupBy } from '../../text/group-by.ts';
import type { Show } from './words.ts';

const kinds = ['malware', 'advisories', 'attestations', 'popularity'] as const;

const words = {
  ...{ malware: 'malware records', advisories: 'advisories', attestations: 'attestations' },
  popularity: 'downloads',
} as const;

/** The sources that the policy names beside the registries of the packages; undefined where it names none. */
export function reportedSources(sources: EvidenceSources | undefined): ReportedSources | undefined {
  if (sources === undefined) return undefined;
  const named = kinds.flatMap((kind) => {
    const own = [sources[kind] ?? []].flat().filter((one) => one === 'osv' || one.includes('://'));
    return own.length === 0 ? [] : [[kind, own] as const];
  });
  return named.length === 0 ? undefined : Object.fromEntries(named);
}

/** Which address answered for what, if it is not the registry of the packages: the policy trusts it for that. */
export function sourcesWords({ sources = {} }: Pick<Report, 'sources'>, show: Show): string {
  const asked = kinds.flatMap((kind) => (sources[kind] ?? []).map((address) => ({ kind, address })));
  return [...groupBy(asked, ({ address }) => address)]
    .map(([address, own]) => {
      const what = own.map(({ kind }) => words[kind]).join(' and ');
      return `${what} from ${address === 'osv' ? 'OSV' : show(address)}`;
    })
    .join('; ');
}
