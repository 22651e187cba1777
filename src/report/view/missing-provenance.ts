import { effectOf } from '../../model/effect.ts';
import type { Finding, MissingProvenance, Report, ReportedChange } from '../../model/index.ts';
import type { Show } from './words.ts';
import { number, plural } from './words.ts';
import { compareText } from '../../text/order.ts';
import { limits } from '../../text/visible.ts';

const reasonOf = new Map<string, MissingProvenance['reason']>([
  ['absent', 'missing'],
  ['unavailable', 'unavailable'],
  ['invalid', 'invalid'],
]);

/** Most alarming first. */
const reasons = ['invalid', 'missing', 'unavailable'] as const;

const titles: Readonly<Record<MissingProvenance['reason'], string>> = {
  invalid: 'Invalid: does not verify',
  missing: 'Missing: none is claimed',
  unavailable: 'Could not be checked',
};

/**
 * The package versions that their registry lists and whose provenance is not verified, once each over all lockfiles:
 * by reason, direct dependencies first. If no rule needs provenance, or the registry has none, nothing is missing.
 */
export function missingProvenance(changes: readonly ReportedChange[]): MissingProvenance[] {
  const entries = new Map<string, MissingProvenance>();
  for (const change of changes) {
    const { name, version, direct, lockfile, evidence } = change;
    const reason = reasonOf.get(evidence.provenance);
    if (change.kind === 'removed' || evidence.existence !== 'listed' || reason === undefined) continue;
    // The version before one that stays is itself.
    const before = change.alreadyLocked === true ? { version, provenance: evidence.provenance } : evidence.previous;
    const key = JSON.stringify([reason, name, version]);
    const known = entries.get(key);
    entries.set(key, {
      reason,
      name,
      version,
      direct: direct || known?.direct === true,
      previousVersion: known?.previousVersion ?? before?.version ?? null,
      previously: worse(known?.previously, previously(before)),
      lockfiles: [...new Set([...(known?.lockfiles ?? []), lockfile])],
    });
  }
  return [...entries.values()].sort(
    (a, b) =>
      reasons.indexOf(a.reason) - reasons.indexOf(b.reason) ||
      Number(b.direct) - Number(a.direct) ||
      compareText(a.name, b.name) ||
      compareText(a.version, b.version),
  );
}

type Evidence = ReportedChange['evidence'];
type Previously = MissingProvenance['previously'];
const comparisons: readonly Previously[] = ['had', 'unknown', 'had-none', 'new'];

function worse(a: Previously | undefined, b: Previously): Previously {
  return a !== undefined && comparisons.indexOf(a) < comparisons.indexOf(b) ? a : b;
}

function previously(previous: Pick<NonNullable<Evidence['previous']>, 'provenance'> | null): Previously {
  if (previous === null) return 'new';
  // An invalid one counts: the previous version had something that this version lacks.
  if (['verified', 'claimed', 'invalid'].includes(previous.provenance)) return 'had';
  return ['absent', 'not-applicable'].includes(previous.provenance) ? 'had-none' : 'unknown';
}

/** The list by reason, each with its heading. */
export function missingGroups({ missingProvenance: all }: Pick<Report, 'missingProvenance'>) {
  return reasons
    .map((reason) => ({ title: titles[reason], entries: all.filter((entry) => entry.reason === reason) }))
    .filter(({ entries }) => entries.length > 0);
}

/** How an entry compares with the previous version. Empty in an audit, which has none. */
export function comparedWords(
  { previously, previousVersion, version }: MissingProvenance,
  mode: Report['mode'],
  show: Show,
): string {
  if (mode === 'audit') return '';
  if (previousVersion === version) return 'already locked';
  const before = previousVersion === null ? 'the previous version' : show(previousVersion, limits.version);
  switch (previously) {
    case 'had':
      return `${before} had provenance`;
    case 'had-none':
      return `${before} had none either`;
    case 'unknown':
      return `unknown for ${before}`;
    case 'new':
      return 'new here';
  }
}

/** Whether the change leaves a package as it was: the version before had no provenance either. In an audit nothing is before. */
export const asBefore = ({ previously, reason }: MissingProvenance, mode: Report['mode']): boolean =>
  mode === 'check' && reason === 'missing' && previously === 'had-none';

/** Whether a reviewer has to see the list: an entry is direct, new to the lockfile, or had a provenance before. */
export function isNoteworthy({ missingProvenance: all, mode }: Pick<Report, 'missingProvenance' | 'mode'>): boolean {
  return (
    mode === 'check' && all.some(({ direct, previously }) => direct || previously === 'new' || previously === 'had')
  );
}

/** `2 missing, 1 could not be checked; 1 had provenance before`. */
export function missingWords({ missingProvenance: all }: Report): string {
  const count = (reason: MissingProvenance['reason']) => all.filter((entry) => entry.reason === reason).length;
  const words = { invalid: 'invalid', missing: 'missing', unavailable: 'could not be checked' };
  const counted = reasons
    .filter((reason) => count(reason) > 0)
    .map((reason) => `${number(count(reason))} ${words[reason]}`);
  const had = all.filter((entry) => entry.previously === 'had').length;
  return `${counted.join(', ')}${had === 0 ? '' : `; ${plural(had, 'package')} had provenance before`}`;
}

/**
 * Findings that need no block of their own because the list shows them: warnings, or notes, that a listed package has no provenance.
 * Blocking findings, and those that an exception covers, keep their own block.
 */
export function shownInTheList({ missingProvenance: all, policy }: Report): (finding: Finding) => boolean {
  const listed = new Set(all.map(({ reason, name, version }) => JSON.stringify([reason, name, version])));
  return (finding) =>
    finding.rule === 'provenance' &&
    finding.outcome === 'violation' &&
    finding.codes.every((code) => code === 'missing') &&
    ['warns', 'notes'].includes(effectOf(finding, policy.mode)) &&
    listed.has(JSON.stringify(['missing', finding.name, finding.version]));
}
