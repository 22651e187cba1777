import semver from 'semver';

import type { Advisory, ListedAdvisory, Severity } from '../model/index.ts';
import { isRecord } from '../registry/release.ts';

const severities: readonly Severity[] = ['low', 'moderate', 'high', 'critical'];
/** No name has had more than a few dozen. */
const maxRecords = 1000;
const maxRange = 10_000;

/**
 * The records about one name in the bulk endpoint's answer (https://docs.npmjs.com/cli/v11/commands/npm-audit, "Bulk
 * Advisory Endpoint"): undefined where they are no list of records. One that cannot be read makes all of them unreadable:
 * a record that is left out would be a pass.
 */
export function readAdvisories(document: unknown): readonly ListedAdvisory[] | undefined {
  if (!Array.isArray(document) || document.length > maxRecords) return undefined;
  const records = document.map(readAdvisory);
  return records.every((record) => record !== undefined) ? records : undefined;
}

function readAdvisory(record: unknown): ListedAdvisory | undefined {
  if (!isRecord(record)) return undefined;
  const { severity: word, vulnerable_versions: range, cwe = [] } = record;
  const id = idOf(record);
  // `info` was npm's lowest level; the records that still have it are about no vulnerability.
  const severity = word === 'info' ? 'low' : severities.find((known) => known === word);
  if (id === undefined || severity === undefined || typeof range !== 'string' || range.length > maxRange) {
    return undefined;
  }
  if (semver.validRange(range, reading) === null) return undefined;
  const weaknesses: unknown = typeof cwe === 'string' ? [cwe] : cwe;
  if (!Array.isArray(weaknesses)) return undefined;
  // CWE-506: embedded malicious code, which is how the database marks a malicious package.
  return { id, severity, malware: weaknesses.includes('CWE-506'), range };
}

function idOf({ id, url }: Readonly<Record<string, unknown>>): string | undefined {
  const known = typeof url === 'string' ? /\b(?:GHSA(?:-[0-9a-z]{4}){3}|MAL-\d{4}-\d{1,9})$/.exec(url)?.[0] : undefined;
  if (known !== undefined) return known;
  if (typeof id === 'number' && Number.isSafeInteger(id)) return `npm-${id}`;
  return typeof id === 'string' && /^[A-Za-z0-9-]{1,64}$/.test(id) ? id : undefined;
}

/** As npm itself matches advisories: a range matches prereleases. */
const reading = { includePrerelease: true, loose: true } as const;

/** The records that apply to any of these versions, each id once, ascending by id. */
export function advisoriesFor(versions: readonly string[], listed: readonly ListedAdvisory[]): readonly Advisory[] {
  const found = new Map<string, Advisory>();
  for (const record of listed) {
    for (const version of versions) {
      const sets = setsHolding(version, record.range);
      if (sets.length > 0) found.set(record.id, withRecord(found.get(record.id), record, sets));
    }
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What is known by an id with one record more: the worst of all that they say. */
function withRecord(
  before: Advisory | undefined,
  { id, severity, malware, aliases = [], unread }: ListedAdvisory,
  sets: readonly ComparatorSet[],
): Advisory {
  const fixedIn = [before?.fixedIn, fixOf(sets)]
    .filter((one) => one !== undefined)
    .sort(semver.compare)
    .at(-1);
  return {
    id,
    severity: before === undefined ? severity : worse(severity, before.severity),
    malware: malware || before?.malware === true,
    exact: sets.some(isExact) || before?.exact === true,
    ...(fixedIn === undefined ? {} : { fixedIn }),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(unread === true && (before === undefined || before.unread === true) ? { unread } : {}),
  };
}

const worse = (a: Severity, b: Severity) => (severities.indexOf(a) > severities.indexOf(b) ? a : b);

type ComparatorSet = readonly semver.Comparator[];

/** The alternatives of a range (between its `||`) that hold a version. */
function setsHolding(version: string, range: string): readonly ComparatorSet[] {
  const parsed = semver.parse(version, reading);
  if (parsed === null) return [];
  return new semver.Range(range, reading).set.filter((set) => set.every((comparator) => comparator.test(parsed)));
}

const isExact = (set: ComparatorSet) => set.length === 1 && set[0]?.operator === '' && set[0].value !== '';

/** The lowest excluded upper end. */
function fixOf(sets: readonly ComparatorSet[]): string | undefined {
  const ends = sets.flatMap((set) => set.flatMap(({ operator, semver: end }) => (operator === '<' ? [end] : [])));
  return ends.sort((a, b) => a.compare(b))[0]?.version.replace(/-0$/, '');
}
