/** The phrases that the reports share, so that the terminal, the comment and the annotations say the same thing. */
import { effectOf } from '../../model/effect.ts';
import type {
  FindingLevel,
  GateError,
  Report,
  ReportedChange,
  ReportedRegistry,
  VerdictWord,
} from '../../model/index.ts';
import { compareText, compareVersion } from '../../text/order.ts';
import { limits, visible } from '../../text/visible.ts';
import { logText } from '../escape.ts';
import type { Subject } from './grouping.ts';
import type { Place } from './statements.ts';
import { notJudgedGroups } from './not-judged.ts';
import { silentRegistries, silentWords } from './silent-registries.ts';

/** How an output shows a piece of third-party text: `visible` on a terminal, `codeSpan` in Markdown. */
export type Show = (text: string, max?: number) => string;

/** Digits grouped by commas, the same on every machine. */
export function number(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** `1 finding`, `3,000 findings`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

export interface Named {
  readonly name: string;
  readonly version: string | null;
}

/** A package version, or a package as a whole. */
export function packageTitle({ name, version }: Named, show: Show): string {
  const shown = show(name, limits.name);
  return version === null ? shown : `${shown} ${show(version, limits.version)}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** A finding's level, in words. */
export const levelWords: Readonly<Record<FindingLevel, string>> = { error: 'error', warn: 'warning', note: 'note' };

/** What the verdict means, in words. */
export const verdictMeaning: Readonly<Record<VerdictWord, string>> = {
  pass: 'passed',
  warn: 'passed with warnings',
  fail: 'blocked',
  error: 'could not evaluate',
};

/**
 * Until when a blocked change waits, if nothing but the age of what it pulls in blocks it; undefined for everything else.
 * To the minute and rounded up, so that whoever waits until then has waited long enough.
 */
export function waitsUntil({ mode, verdict, findings, policy }: Report): string | undefined {
  if (mode !== 'check' || verdict !== 'fail') return undefined;
  const blocking = findings.filter((finding) => effectOf(finding, policy.mode) === 'blocks');
  const times = blocking.map(({ passesAt }) => Date.parse(passesAt ?? ''));
  if (times.length === 0 || times.some((time) => Number.isNaN(time))) return undefined;
  return minute(new Date(Math.ceil(Math.max(...times) / minuteLength) * minuteLength).toISOString());
}
const minuteLength = 60_000;

/** What a title says of the verdict: `blocked`; `waiting until 2026-01-31 12:00 UTC`. */
export function titleWords(report: Report): string {
  const until = waitsUntil(report);
  return until === undefined ? verdictMeaning[report.verdict] : `waiting until ${until}`;
}

export interface Tally {
  readonly blocks: number;
  readonly warns: number;
  readonly notes: number;
  readonly covered: number;
}

/** How many findings block, warn, are notes or are covered. */
export function tally({ findings, policy }: Report): Tally {
  const counts = { blocks: 0, warns: 0, notes: 0, covered: 0 };
  for (const finding of findings) counts[effectOf(finding, policy.mode)] += 1;
  return counts;
}

/**
 * `could not evaluate 2 inputs; 3 blocking findings and 1 warning`; `nothing to report`. What a registry does not offer follows,
 * every time: `nothing to report; not judged: malware and advisories of 12 packages`.
 */
export function tallyWords(report: Report): string {
  const { blocks, warns, notes, covered } = tally(report);
  const found = [
    blocks > 0 ? plural(blocks, 'blocking finding') : '',
    warns > 0 ? plural(warns, 'warning') : '',
    notes > 0 ? plural(notes, 'note') : '',
    covered > 0 ? plural(covered, 'covered finding') : '',
  ].filter((word) => word !== '');
  const failed = report.errors.length > 0 ? `could not evaluate ${plural(report.errors.length, 'input')}` : '';
  const said = [failed, list(found)].filter((word) => word !== '').join('; ') || 'nothing to report';
  const missing = notJudgedGroups(report).map(
    ({ what, packages }) => `${list(what)} of ${plural(packages, 'package')}`,
  );
  return missing.length === 0 ? said : `${said}; not judged: ${missing.join('; ')}`;
}

/** How many blocking findings each rule has, most first: `cooldown 12, existence 1`. Empty for fewer than two. */
export function rulesWords({ findings, policy }: Report, show: Show): string {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    if (effectOf(finding, policy.mode) === 'blocks') counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
  }
  const rules = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  const total = rules.reduce((sum, [, count]) => sum + count, 0);
  return total < 2 ? '' : rules.map(([rule, count]) => `${show(rule, limits.name)} ${number(count)}`).join(', ');
}

/** `14 changes (9 added, 4 updated, 1 removed) in 2 lockfiles`; in an audit `1,204 locked packages in 2 lockfiles`. */
export function scopeWords({ mode, counts, changes, lockfiles }: Report): string {
  if (lockfiles.length === 0) return 'no lockfile was read';
  const where = `in ${plural(lockfiles.length, 'lockfile')}`;
  if (mode === 'audit') return `${plural(changes.length, 'locked package')} ${where}`;
  if (changes.length === 0) return `no dependency changed ${where}`;
  const kinds = (['added', 'updated', 'removed'] as const).filter((kind) => counts[kind] > 0);
  if (kinds.length === 1) return `${plural(changes.length, 'package')} ${kinds.join('')} ${where}`;
  return `${plural(changes.length, 'change')} (${kinds.map((kind) => `${number(counts[kind])} ${kind}`).join(', ')}) ${where}`;
}

/** `new`; `updated from 4.18.2`; `downgraded from 4.18.2`; `same version, integrity changed`; `removed`. Empty in an audit, where nothing changed. */
export function changeWords(change: ReportedChange, mode: Report['mode'], show: Show): string {
  if (change.kind === 'removed') return 'removed';
  if (mode === 'audit') return '';
  if (change.kind === 'added') return 'new';
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

/** An instant to the minute, `2026-01-31 12:00 UTC`; other text unchanged. */
export function minute(instant: string): string {
  return visible(instant, limits.version).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/u, '$1 $2 UTC');
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

/** The policy by its source and the first twelve hex digits of its digest. */
export function policyWords({ policy }: Pick<Report, 'policy'>, show: Show): string {
  const mode = policy.mode === 'observe' ? ', mode observe: only findings that cannot be waived block' : '';
  return `policy ${show(policy.source)} (${show(policy.digest.slice(0, 'sha256:'.length + 12))}${mode})`;
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
