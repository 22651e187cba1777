import type { Severity } from '../model/index.ts';
import type { ListedAdvisory } from '../model/index.ts';
import { severityOfVector } from './cvss.ts';
import { readOsvRange } from './osv-ranges.ts';
import { isRecord } from '../registry/release.ts';

/** An id of OSV's databases: `GHSA-...`, `MAL-2026-1`, `CVE-...`. Nothing in it has a meaning in an address or a sentence. */
export const isOsvId = (id: unknown): id is string =>
  typeof id === 'string' && /^[A-Za-z][A-Za-z0-9]{0,15}-[A-Za-z0-9:_-]{1,64}$/.test(id);

const maxAliases = 100;
const maxAffected = 1000;
const maxVersions = 50_000;
const maxRange = 10_000;

type Json = Readonly<Record<string, unknown>>;

/**
 * What a record (https://ossf.github.io/osv-schema/) says of a name, as far as it affects these versions: nothing that is
 * prose. `withdrawn`: it does not count any more. Undefined: it is no such record.
 */
export function readOsvRecord(
  document: unknown,
  { id, name, versions }: { readonly id: string; readonly name: string; readonly versions: readonly string[] },
): ListedAdvisory | 'withdrawn' | undefined {
  if (!isRecord(document) || document.id !== id) return undefined;
  const { withdrawn, aliases = [], affected } = document;
  if (withdrawn !== undefined && withdrawn !== null) {
    return typeof withdrawn === 'string' && !Number.isNaN(Date.parse(withdrawn)) ? 'withdrawn' : undefined;
  }
  if (!Array.isArray(aliases) || aliases.length > maxAliases || !Array.isArray(affected)) return undefined;
  if (affected.length > maxAffected) return undefined;
  const known = aliases.filter(isOsvId);
  const own = affected.filter(isRecord).filter((entry) => isAbout(entry, name));
  const malware = [id, ...known].some((one) => one.startsWith('MAL-')) || weaknessesOf(document).includes('CWE-506');
  return {
    ...{ id, severity: malware ? 'critical' : severityOf(document, own), malware },
    ...(known.length === 0 ? {} : { aliases: [...new Set(known)].sort() }),
    ...reachOf(own, versions),
  };
}

function isAbout({ package: about }: Json, name: string): boolean {
  if (!isRecord(about) || about.name !== name || typeof about.ecosystem !== 'string') return false;
  return about.ecosystem.split(':')[0] === 'npm';
}

/**
 * Which versions it is about. OSV gave the record for a version of the name, so where that cannot be read of the record
 * itself it counts for all of them.
 */
function reachOf(affected: readonly Json[], versions: readonly string[]): Pick<ListedAdvisory, 'range' | 'unread'> {
  const parts = affected.flatMap((entry) => {
    const { versions: listed = [], ranges = [] } = entry;
    const readable = Array.isArray(listed) && listed.length <= maxVersions && Array.isArray(ranges);
    if (!readable || listed.length + ranges.length === 0) return [undefined];
    return [...versions.filter((version) => listed.includes(version)), ...ranges.map(readOsvRange)];
  });
  const range = parts.join(' || ');
  if (affected.length === 0 || parts.includes(undefined) || range.length > maxRange) {
    return { range: '*', unread: true };
  }
  return { range: range === '' ? nothing : range };
}

/** A range that holds no version. */
const nothing = '<0.0.0-0';

const words: Readonly<Record<string, Severity>> = {
  LOW: 'low',
  MODERATE: 'moderate',
  MEDIUM: 'moderate',
  HIGH: 'high',
  CRITICAL: 'critical',
};
const order: readonly Severity[] = ['low', 'moderate', 'high', 'critical'];

/** The database's own word, which its people chose; else the worst vector that can be read; else the worst that there is. */
function severityOf(document: Json, affected: readonly Json[]): Severity {
  const { database_specific: own } = document;
  const word = isRecord(own) && typeof own.severity === 'string' ? own.severity.toUpperCase() : '';
  if (Object.hasOwn(words, word)) return words[word] as Severity;
  const listed = [document, ...affected].flatMap(({ severity }): unknown[] =>
    Array.isArray(severity) ? severity : [],
  );
  const found = listed.slice(0, maxAffected).flatMap((entry) => {
    const score = isRecord(entry) && typeof entry.score === 'string' ? severityOfVector(entry.score) : undefined;
    return score === undefined ? [] : [score];
  });
  return found.sort((a, b) => order.indexOf(b) - order.indexOf(a))[0] ?? 'critical';
}

function weaknessesOf({ database_specific: own }: Json): readonly unknown[] {
  return isRecord(own) && Array.isArray(own.cwe_ids) ? own.cwe_ids : [];
}
