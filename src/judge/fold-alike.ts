import type { Dossier, Finding } from '../model/index.ts';
import { compareText } from '../text/order.ts';
import { groupBy } from '../text/group-by.ts';
import { quoted, visible } from '../text/visible.ts';
import { fingerprintOf } from './fingerprint.ts';
import { packagesOf, packagesWords } from './package-words.ts';

/** A code of which many packages have one cause: it is one finding for each place where the cause lies. */
interface Kind {
  readonly rule: string;
  readonly code: string;
  /** Where the cause lies. */
  readonly placeOf: (finding: Finding, dossier: Dossier | undefined) => Readonly<Record<string, string>>;
  /** @param packages how many, and some of them by name */
  readonly text: (place: Readonly<Record<string, string>>, packages: string) => string;
}

const kinds: readonly Kind[] = [
  // Of a mirror that repacks tarballs every package is the same finding.
  {
    ...{ rule: 'signature', code: 'repacked' },
    placeOf: (_, dossier) => ({ registry: dossier?.registry ?? '' }),
    text: ({ registry = '' }, packages) =>
      `${quoted(registry)} serves other bytes than were signed, for ${packages}: it repacks tarballs, or they were replaced.`,
  },
  // A registry that serves no tarballs, or not to us, serves none.
  {
    ...{ rule: 'install-scripts', code: 'unlisted' },
    placeOf: ({ lockfile }, dossier) => ({ registry: dossier?.registry ?? '', why: whyUnlisted(dossier), lockfile }),
    text: ({ registry = '', why = '' }, packages) =>
      `It is unknown what the tarballs of ${packages} run on install, because ${quoted(registry)} did not let them be read: ${visible(why)}.`,
  },
  // npm loses the digests of all entries at once.
  {
    ...{ rule: 'integrity', code: 'dropped' },
    placeOf: ({ lockfile }) => ({ lockfile }),
    text: ({ lockfile = '' }, packages) =>
      `${quoted(lockfile)} lost the digests that the base branch pins, for ${packages}: any bytes that their addresses serve are installed.`,
  },
];

function whyUnlisted(dossier: Dossier | undefined): string {
  const { tarball } = dossier?.evidence ?? {};
  return tarball?.state === 'present' && 'detail' in tarball.value ? tarball.value.detail : '';
}

/**
 * Folds findings of one cause into one: of each kind above, those of one place. Findings of two levels stay apart, and the fingerprint is over the
 * whole list: one package more is another finding.
 */
export function foldAlike(findings: readonly Finding[], dossiers: readonly Dossier[]): readonly Finding[] {
  const byKey = new Map(dossiers.map((dossier) => [keyOf(dossier.change), dossier]));
  return kinds.reduce((left, kind) => {
    const alike = left.filter((finding) => isOf(kind, finding));
    const place = (finding: Finding) => kind.placeOf(finding, byKey.get(keyOf(finding)));
    const folded = [...groupBy(alike, (finding) => JSON.stringify([finding.level, place(finding)])).values()].filter(
      ({ length }) => length > 1,
    );
    const gone = new Set(folded.flat());
    return [...left.filter((finding) => !gone.has(finding)), ...folded.map((own) => fold(kind, own, place))];
  }, findings);
}

const keyOf = ({ lockfile, name, version }: Pick<Finding, 'lockfile' | 'name' | 'version'>) =>
  JSON.stringify([lockfile, name, version]);

const isOf = (kind: Kind, { rule, codes, status, name }: Finding) =>
  rule === kind.rule && codes.length === 1 && codes[0] === kind.code && status === 'reported' && name !== null;

function fold(
  { rule, code, text }: Kind,
  findings: readonly Finding[],
  placeOf: (finding: Finding) => Readonly<Record<string, string>>,
): Finding {
  const sorted = [...findings].sort((a, b) => compareText(a.lockfile, b.lockfile) || compareText(keyOf(a), keyOf(b)));
  const [first] = sorted;
  if (first === undefined) throw new TypeError('no finding to fold');
  const packages = packagesOf(sorted);
  const place = placeOf(first);
  return {
    ...first,
    ...{ name: null, version: null },
    message: text(place, packagesWords(packages)),
    places: sorted.reduce((sum, { places }) => sum + places, 0),
    packages: packages.length,
    fingerprint: fingerprintOf({ rule, code, ...place, packages: [...packages].sort() }),
  };
}
