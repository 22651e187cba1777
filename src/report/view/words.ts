/** The phrases that the reports share, so that the terminal, the comment and the annotations say the same thing. */
import type { GateError, Report, ReportedChange, ReportedPolicy, ReportedRegistry } from '../../model/index.ts';
import { compareVersion } from '../../text/order.ts';
import { limits, visible } from '../../text/visible.ts';
import { logText } from '../escape.ts';
import type { Subject } from './subject.ts';
import type { Place } from './statements.ts';
import type { Show } from './text-words.ts';
import { list, minute, number, plural } from './text-words.ts';
import { silentRegistries, silentWords } from './silent-registries.ts';

export type { Named, Show } from './text-words.ts';
export { levelWords, list, minute, number, packageTitle, plural } from './text-words.ts';

/** `14 changes (9 added, 4 updated, 1 removed) in 2 lockfiles`; in an audit `1,204 locked packages in 2 lockfiles`. */
export function scopeWords({ mode, counts, changes, lockfiles }: Report): string {
  if (lockfiles.length === 0) return 'no lockfile was read';
  const where = `in ${plural(lockfiles.length, 'lockfile')}`;
  if (mode === 'audit') return `${plural(changes.length, 'locked package')} ${where}`;
  if (changes.length === 0) return `no dependency changed ${where}`;
  const { added, updated, removed } = counts;
  const locked = changes.filter(({ alreadyLocked }) => alreadyLocked === true).length;
  const kinds = Object.entries({ added, updated, removed, 'already locked': locked }).filter(([, count]) => count > 0);
  const [only] = kinds;
  if (only !== undefined && kinds.length === 1) return `${plural(changes.length, 'package')} ${only[0]} ${where}`;
  const what = locked > 0 ? 'package' : 'change';
  return `${plural(changes.length, what)} (${kinds.map(([kind, count]) => `${number(count)} ${kind}`).join(', ')}) ${where}`;
}

/** `new`; `updated from 4.18.2`; `downgraded from 4.18.2`; `same version, integrity changed`; `removed`. Empty in an audit, where nothing changed. */
export function changeWords(change: ReportedChange, mode: Report['mode'], show: Show): string {
  if (change.kind === 'removed') return 'removed';
  if (mode === 'audit') return '';
  if (change.kind === 'added') return 'new';
  if (change.alreadyLocked === true) return 'already locked';
  const { previousVersion, version, changed } = change;
  if (previousVersion !== null && previousVersion !== version) {
    const how = compareVersion(version, previousVersion) < 0 ? 'downgraded' : 'updated';
    return `${how} from ${show(previousVersion, limits.version)}`;
  }
  const aspects = changed.filter((aspect) => aspect !== 'version');
  return aspects.length === 0 ? 'updated' : `same version, ${list(aspects.map(aspectWords))} changed`;
}

const wordsOfAspects: Readonly<Record<string, string>> = {
  ...{ 'dependency-types': 'dependency types', 'in-bundle': 'whether it is bundled', bin: 'programs (`bin`)' },
  ...{ 'has-shrinkwrap': 'shrinkwrap flag', 'has-install-script': 'install script flag' },
  'other-fields': 'other fields',
  'folder-scripts': 'install scripts',
};
const aspectWords = (aspect: string) => wordsOfAspects[aspect] ?? aspect;

/** `direct dependency (prod)`; for a transitive one its types, `dev, optional`; `nothing depends on it`. */
export function roleWords({ direct, dependencyTypes, via }: ReportedChange): string {
  const types = dependencyTypes.join(', ');
  if (direct) return types === '' ? 'direct dependency' : `direct dependency (${types})`;
  return via.length === 0 ? 'nothing depends on it' : types;
}

/** A why-path by name; of a long one the start, how many names are left out, and the end. */
export function pathWords(path: readonly string[], show: Show, arrow: string): string {
  const names = path.map((name) => show(name, limits.name));
  const shown =
    names.length <= 8 ? names : [...names.slice(0, 4), `… ${number(names.length - 7)} more …`, ...names.slice(-3)];
  return shown.join(` ${arrow} `);
}

const existenceWords = new Map([
  ['listed', 'listed in'],
  ['absent', 'not in'],
  ['version-missing', 'version missing in'],
  ['no-versions', 'without versions in'],
  ['security-placeholder', 'security placeholder in'],
  ['refused', 'refused by'],
  ['unavailable', 'no answer from'],
]);
const silent = ['not-evaluated', 'not-applicable'];

/** Ids of advisories shown per package; the JSON report has all. */
const namedAdvisories = 5;

/**
 * What was asked of the registry about a change and its answers, without what was not evaluated; for a version that the
 * registry does not list, only that and the records about it.
 */
export function evidenceWords({ registry, evidence }: ReportedChange, show: Show): string[] {
  const existence = existenceWords.get(evidence.existence);
  const place = registry === null || existence === undefined ? [] : [`${existence} ${show(registry)}`];
  const verified = {
    'registry signature': evidence.registrySignature,
    provenance: evidence.provenance,
    // If a rule needs it and it is unknown, the rule itself says so.
    'trust level': evidence.trust === 'unavailable' ? 'not-evaluated' : evidence.trust,
  };
  const { ids } = evidence.advisories;
  const named = ids.slice(0, namedAdvisories).map((id) => show(id));
  const others = ids.length > named.length ? [`${number(ids.length - named.length)} more`] : [];
  const recorded = ids.length === 0 ? [] : [`advisories: ${list([...named, ...others])}`];
  if (!['listed', 'unavailable', ...silent].includes(evidence.existence)) return [...place, ...recorded];
  return [
    ...place,
    ...(evidence.publishedAt === null ? [] : [`published ${show(minute(evidence.publishedAt))}`]),
    ...Object.entries(verified).flatMap(([what, word]) => (silent.includes(word) ? [] : [`${what} ${show(word)}`])),
    ...recorded,
  ];
}

/** Where a registry is configured. */
export const registryRoles = {
  public: 'the public registry',
  policy: 'from the policy',
  operator: 'from your npm configuration or --registry',
} as const;

/** A registry by its URL, where it is configured, and how many package versions it was trusted for. */
export function registryWords({ role, url, packages }: ReportedRegistry, show: Show): string {
  const named =
    role === 'public' ? `${registryRoles[role]} ${show(url)}` : `registry ${show(url)} (${registryRoles[role]})`;
  return `${named} for ${plural(packages, 'package')}`;
}

type WithPath<T extends { readonly path?: string }> = Required<Pick<T, 'path'>> & Omit<Partial<T>, 'path'>;

/** `path:line`, or `path:line:column`. Line 0 means the file as a whole. */
export function placeWords({ path, line = 0, column }: WithPath<GateError>): string {
  const shown = visible(path, limits.path);
  if (line < 1) return shown;
  return column === undefined ? `${shown}:${line}` : `${shown}:${line}:${column}`;
}

/** At most `most` places by name and the number of the others. */
export function placesWords(places: readonly Place[], most: number, show: Show): string {
  const named = places.slice(0, most).map((place) => show(placeWords(place)));
  const others = places.length - named.length;
  return others === 0 ? named.join(', ') : `${named.join(', ')} and ${plural(others, 'more place')}`;
}

/**
 * Where a person finds a subject: its places in lockfiles, and for a direct dependency its manifests' lines. Of several
 * packages at once, the lockfiles.
 */
export function subjectPlaces({ statements, change, alike }: Subject): Place[] {
  const locked = statements.flatMap((statement) => statement.places);
  const places =
    alike.length > 0
      ? locked.map(({ path }) => ({ path, line: 0 }))
      : [...locked, ...(change?.direct ? change.manifests : [])];
  return [...new Map(places.map((place) => [placeWords(place), place])).values()];
}

/** `path:line:column: message (code)` on one line, inert in a log, as every format shows evaluation errors. */
export function errorLine(error: GateError): string {
  const { code, message, path } = error;
  const where = path === undefined ? '' : `${placeWords({ ...error, path })}: `;
  return logText(`${where}${visible(message)} (${visible(code, limits.name)})`);
}

/** What a report of another policy than one of another repository has not. */
export function reportedPolicy({
  source,
  digest,
  mode,
  repository,
  ref,
  commit,
  unused,
}: ReportedPolicy): ReportedPolicy {
  const from = repository !== undefined && ref !== undefined && commit !== undefined ? { repository, ref, commit } : {};
  return { ...{ source, digest, mode }, ...from, ...(unused === undefined ? {} : { unused }) };
}

/**
 * The policy by its source and the first twelve hex digits of its digest; of another repository's, the commit too, and the file that
 * does not apply.
 * @param commitOf how the commit is shown
 */
export function policyWords(
  { policy }: Pick<Report, 'policy'>,
  show: Show,
  commitOf: (commit: string, repository: string) => string = (commit) => show(commit.slice(0, 12)),
): string {
  const { repository, commit, unused } = policy;
  const mode = policy.mode === 'observe' ? ', mode observe: only findings that cannot be waived block' : '';
  const at = repository === undefined || commit === undefined ? '' : ` at commit ${commitOf(commit, repository)}`;
  const not = unused === undefined ? '' : `; ${show(unused)} of this repository is not used`;
  return `policy ${show(policy.source)}${at} (${show(policy.digest.slice(0, 'sha256:'.length + 12))}${mode})${not}`;
}

/** Which trust material was used, and what to do if it is old; undefined if nothing was verified with any. */
export function trustWords({ trust }: Pick<Report, 'trust'>): string | undefined {
  if (trust === undefined) return undefined;
  const { material, date, old } = trust;
  const named = { embedded: 'built-in', refreshed: 'refreshed', given: 'given' }[material];
  const [day] = /^\d{4}-\d\d-\d\d/u.exec(date ?? '') ?? [];
  const of = day === undefined ? '' : ` of ${day}`;
  const advice = old ? ', which is old: update lockgate, or run with --refresh-trust (action: refresh-trust)' : '';
  return `verified with ${named} trust material${of}${advice}`;
}

/** Registries named in a sentence; the comment's table and the JSON report have all. */
const namedRegistries = 3;

/** What was checked: lockfiles and changes, the registries that were trusted, the policy, the trust material. */
export function checkedWords(report: Report, show: Show): string {
  const { registries } = report;
  const others = registries.length - namedRegistries;
  const silent = silentRegistries(report);
  const asked = [
    ...registries.slice(0, namedRegistries).map((registry) => {
      const words = registryWords(registry, show);
      return silent.has(registry.url) ? `${words} (${silentWords})` : words;
    }),
    ...(others > 0 ? [plural(others, 'more registry', 'more registries')] : []),
  ];
  const trusted = asked.length === 0 ? undefined : `trusted ${list(asked)}`;
  const words = [scopeWords(report), trusted, policyWords(report, show), trustWords(report)];
  return words.filter((word) => word !== undefined).join('; ');
}
