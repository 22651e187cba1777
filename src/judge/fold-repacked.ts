import type { Dossier, Finding } from '../model/index.ts';
import { compareText } from '../text/order.ts';
import { groupBy } from '../text/group-by.ts';
import { limits, quoted } from '../text/visible.ts';
import { fingerprintOf } from './fingerprint.ts';

/** Package versions that the folded finding names; the changes of the report have all. */
const named = 5;

/**
 * One finding for each registry that serves other bytes than were signed: of a mirror that repacks tarballs every package is the
 * same finding. Its level stays, and its fingerprint is over the whole list: one package more is another finding.
 */
export function foldRepacked(findings: readonly Finding[], dossiers: readonly Dossier[]): readonly Finding[] {
  const registries = new Map(dossiers.map(({ change, registry = '' }) => [keyOf(change), registry]));
  const repacked = findings.filter(isRepacked);
  const folded = [...groupBy(repacked, (finding) => registries.get(keyOf(finding)) ?? '')].filter(
    ([, { length }]) => length > 1,
  );
  const gone = new Set(folded.flatMap(([, own]) => own));
  return [...findings.filter((finding) => !gone.has(finding)), ...folded.map(([registry, own]) => fold(registry, own))];
}

const keyOf = ({ lockfile, name, version }: Pick<Finding, 'lockfile' | 'name' | 'version'>) =>
  JSON.stringify([lockfile, name, version]);

const isRepacked = ({ rule, codes, status, name }: Finding) =>
  rule === 'signature' && codes.length === 1 && codes[0] === 'repacked' && status === 'reported' && name !== null;

function fold(registry: string, findings: readonly Finding[]): Finding {
  const sorted = [...findings].sort((a, b) => compareText(a.lockfile, b.lockfile) || compareText(keyOf(a), keyOf(b)));
  const [first] = sorted;
  if (first === undefined) throw new TypeError('no finding to fold');
  const packages = [...new Set(sorted.map(({ name, version }) => `${name ?? ''}@${version ?? ''}`))];
  const shown = packages.slice(0, named).map((each) => quoted(each, limits.name));
  const others = packages.length - shown.length;
  return {
    ...first,
    ...{ name: null, version: null },
    message: `${quoted(registry)} serves other bytes than were signed, for ${packages.length} package versions (${shown.join(', ')}${others > 0 ? ` and ${others} more` : ''}): it repacks tarballs, or they were replaced.`,
    places: sorted.reduce((sum, { places }) => sum + places, 0),
    fingerprint: fingerprintOf({ rule: first.rule, code: 'repacked', registry, packages: [...packages].sort() }),
  };
}
