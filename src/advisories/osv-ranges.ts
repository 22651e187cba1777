import semver from 'semver';

import { isRecord } from '../registry/release.ts';

/** Within one version: what ends there comes first, and what ends after it last. */
const kinds = ['fixed', 'introduced', 'last_affected'] as const;

interface Event {
  readonly kind: (typeof kinds)[number];
  readonly at: semver.SemVer;
}

/** An OSV database writes a few; a record of thousands is nobody's. */
const maxEvents = 1000;

/**
 * One entry of `affected[].ranges` as npm's own spelling of a range (https://ossf.github.io/osv-schema/,
 * "affected[].ranges[].events"); undefined if it is not clear which versions it matches: another type than SEMVER,
 * an event that is no version, `limit`, or nothing that is introduced.
 */
export function readOsvRange(range: unknown): string | undefined {
  if (!isRecord(range) || range.type !== 'SEMVER' || !Array.isArray(range.events)) return undefined;
  if (range.events.length > maxEvents) return undefined;
  const events = range.events.map(readEvent);
  if (!isComplete(events)) return undefined;
  const ascending = [...events].sort((a, b) => a.at.compare(b.at) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  const sets: string[] = [];
  let from: string | undefined;
  for (const { kind, at } of ascending) {
    if (kind === 'introduced') from ??= at.version;
    else if (from !== undefined) {
      sets.push(`>=${from} ${kind === 'fixed' ? '<' : '<='}${at.version}`);
      from = undefined;
    }
  }
  if (from !== undefined) sets.push(`>=${from}`);
  return sets.length === 0 ? undefined : sets.join(' || ');
}

function readEvent(event: unknown): Event | undefined {
  if (!isRecord(event)) return undefined;
  const [[kind, version] = ['', ''], ...others] = Object.entries(event);
  const known = kinds.find((one) => one === kind);
  if (known === undefined || others.length > 0 || typeof version !== 'string') return undefined;
  // `0` means before all versions.
  const at = semver.parse(known === 'introduced' && version === '0' ? '0.0.0-0' : version);
  return at === null ? undefined : { kind: known, at };
}

function isComplete(events: readonly (Event | undefined)[]): events is readonly Event[] {
  return events.every((event) => event !== undefined);
}
