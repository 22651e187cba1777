import type { Dossier, NotJudged, Report } from '../../model/index.ts';

/** In the order of a sentence. */
export const notJudgedKinds = [
  'malware',
  'advisories',
  'signatures',
  'provenance',
  'publishers',
  'publishTimes',
] as const satisfies readonly NotJudged[];

const words: Readonly<Record<NotJudged, string>> = {
  ...{ malware: 'malware', advisories: 'advisories', signatures: 'signatures', provenance: 'provenance' },
  ...{ publishers: 'publishers', publishTimes: 'publish times' },
};

/** What could not be judged about one package version because its registry does not have it, or is not asked for it. */
function missingOf({ evidence, unprovided = [], change }: Dossier): readonly NotJudged[] {
  const { existence, malware, advisories, registrySignature, provenance, publisher, trust, history } = evidence;
  const isListed = existence.state === 'present' && existence.value.answer === 'listed';
  if (change.kind === 'removed' || !isListed) return [];
  const lacks = (piece: { readonly state: string; readonly value?: { readonly state: string } }) =>
    piece.state === 'present' && piece.value?.state === 'not-applicable';
  const namesNobody =
    history.state === 'present' && history.value.releases.every((release) => release.publisher === undefined);
  const isUnnamed =
    (lacks(provenance) && trust.state === 'unavailable') || (publisher.state === 'absent' && namesNobody);
  const missing: Readonly<Record<NotJudged, boolean>> = {
    ...{ malware: lacks(malware), advisories: lacks(advisories), signatures: lacks(registrySignature) },
    // Who signs, and attests to nothing here, was judged: that is missing provenance.
    provenance: lacks(provenance) && (lacks(registrySignature) || unprovided.includes('attestations')),
    ...{ publishers: isUnnamed || unprovided.includes('publishers') },
    publishTimes: unprovided.includes('publishTimes'),
  };
  return notJudgedKinds.filter((kind) => missing[kind]);
}

/** What was not judged about the packages of one registry, with the number of distinct package versions. */
export function notJudged(dossiers: readonly Dossier[]): { readonly [What in NotJudged]?: number } {
  const packages = new Map<NotJudged, Set<string>>();
  for (const dossier of dossiers) {
    const { name, version } = dossier.change;
    for (const kind of missingOf(dossier)) {
      packages.set(kind, (packages.get(kind) ?? new Set()).add(JSON.stringify([name, version])));
    }
  }
  return Object.fromEntries(
    notJudgedKinds.flatMap((kind) => {
      const found = packages.get(kind);
      return found === undefined ? [] : [[kind, found.size] as const];
    }),
  );
}

/**
 * The clause of the headline: a registry that offers less than the public one must not pass without a word. What is missing of
 * equally many packages is one group; empty where everything was judged.
 */
export function notJudgedGroups({
  registries,
}: Pick<Report, 'registries'>): readonly { readonly what: readonly string[]; readonly packages: number }[] {
  const groups = new Map<number, string[]>();
  for (const kind of notJudgedKinds) {
    const sum = registries.reduce((total, { notJudged: missing = {} }) => total + (missing[kind] ?? 0), 0);
    if (sum > 0) groups.set(sum, [...(groups.get(sum) ?? []), words[kind]]);
  }
  return [...groups].map(([packages, what]) => ({ what, packages }));
}
