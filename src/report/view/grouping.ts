/** Puts a report's findings in the order in which a person can act on them. */
import type { Finding, FindingLevel, Report, ReportedChange } from '../../model/index.ts';

/**
 * What a finding does to this run: it `blocks`, it `warns` (also an error that the policy's mode `observe` lets
 * through), or it is `covered` by an exception or an approval.
 */
export type Standing = 'blocks' | 'warns' | 'covered';

export function standing(finding: Finding, mode: Report['policy']['mode']): Standing {
  if (finding.status !== 'reported') return 'covered';
  return finding.level === 'error' && (mode === 'enforce' || finding.floor) ? 'blocks' : 'warns';
}

export interface Place {
  readonly path: string;
  readonly line: number;
}

/** One thing to say about a package: one finding, or several that say the same. */
export interface Statement {
  readonly rules: readonly string[];
  readonly level: FindingLevel;
  readonly floor: boolean;
  readonly outcome: Finding['outcome'];
  readonly message: string;
  readonly remediation: string;
  readonly decision: string | null;
  /** Where, without repetition, in the report's order. */
  readonly places: readonly Place[];
  /** Lockfile entries concerned, over all places. */
  readonly entries: number;
  readonly findings: readonly Finding[];
}

/** Everything that is said about one package version, over all lockfiles; or, without a name, about one lockfile. */
export interface Subject {
  readonly name: string | null;
  readonly version: string | null;
  readonly lockfile: string;
  /** The first change that the findings are about; absent for findings about no change. */
  readonly change: ReportedChange | undefined;
  readonly statements: readonly Statement[];
  /** Further packages that could not be judged for the same cause; its statement and findings are theirs as well. */
  readonly alike: readonly { readonly name: string; readonly version: string | null }[];
  readonly findings: number;
}

/** Subjects that one direct dependency brings in. */
export interface Group {
  /** Name of the direct dependency; absent for what is not about a package, or about packages of several ones. */
  readonly root: string | undefined;
  /** How the direct dependency itself changed, where it did. */
  readonly change: ReportedChange | undefined;
  /** Whether the first subject is the direct dependency itself, which brings in the others. */
  readonly headed: boolean;
  readonly subjects: readonly Subject[];
  readonly findings: number;
}

const byPackage = (lockfile: string, name: string, version: string) => JSON.stringify([lockfile, name, version]);

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** Higher is worse: floor, error, warning; what is known weighs more than what could not be judged. */
function weight(finding: Pick<Finding, 'floor' | 'level' | 'outcome'>): number {
  return (finding.floor ? 4 : 0) + (finding.level === 'error' ? 2 : 0) + (finding.outcome === 'violation' ? 1 : 0);
}

/**
 * Indeterminate findings of one package that share a cause are one statement, which names every rule that could not
 * judge. The cause is what the engine's sentence says after its last colon. Violations are one statement where every
 * word is equal.
 */
function sameStatement({ rule, outcome, message, remediation, decision }: Finding): string {
  return outcome === 'indeterminate'
    ? JSON.stringify([outcome, message.slice(message.lastIndexOf(': ') + 1), remediation, decision])
    : JSON.stringify([outcome, rule, message, remediation, decision]);
}

function toStatement(findings: readonly Finding[]): Statement {
  const [worst] = [...findings].sort((a, b) => weight(b) - weight(a)) as [Finding];
  const places = groupBy(findings, ({ lockfile, line }) => JSON.stringify([lockfile, line]));
  return {
    rules: [...new Set(findings.map(({ rule }) => rule))],
    level: worst.level,
    floor: worst.floor,
    outcome: worst.outcome,
    message: worst.message,
    remediation: worst.remediation,
    decision: worst.decision,
    places: places.flatMap(([first]) => (first === undefined ? [] : [{ path: first.lockfile, line: first.line }])),
    entries: places.reduce((sum, here) => sum + Math.max(...here.map(({ places }) => places)), 0),
    findings,
  };
}

/** How bad the worst is that is said about a subject: higher is worse. */
export const worstOf = ({ statements }: Subject) => Math.max(...statements.map(weight));

/** From this many packages on, one shared cause is said once instead of package by package. */
const shared = 4;

/** What keeps a subject from being judged, where nothing else is said about it. */
function causeOf({ name, statements }: Subject): string | undefined {
  if (name === null || statements.some(({ outcome }) => outcome !== 'indeterminate')) return undefined;
  return JSON.stringify(
    statements.map(({ floor, level, findings }) => [floor, level, ...findings.slice(0, 1).map(sameStatement)]),
  );
}

function toStatements(findings: readonly Finding[]): Statement[] {
  return groupBy(findings, sameStatement)
    .map(toStatement)
    .sort((a, b) => weight(b) - weight(a));
}

/** A registry that is down would fill the page with one sentence: the packages that it is about become one subject. */
function foldSharedCauses(subjects: readonly Subject[]): Subject[] {
  const unjudged = subjects.filter((subject) => causeOf(subject) !== undefined);
  const alike = groupBy(unjudged, (subject) => causeOf(subject) ?? '').filter(({ length }) => length >= shared);
  const folded = new Set(alike.flat());
  const merged = alike.map((ofCause): Subject => {
    const [first, ...rest] = ofCause as [Subject, ...Subject[]];
    const findings = ofCause.flatMap(({ statements }) => statements.flatMap((statement) => statement.findings));
    return {
      ...first,
      statements: toStatements(findings),
      alike: rest.map(({ name, version }) => ({ name: name ?? '', version })),
      findings: findings.length,
    };
  });
  return [...merged, ...subjects.filter((subject) => !folded.has(subject))];
}

/** The change that a person would look at first, by a key. */
function firstChanges(changes: readonly ReportedChange[], keyOf: (change: ReportedChange) => string) {
  const first = new Map<string, ReportedChange>();
  for (const change of changes) {
    const key = keyOf(change);
    if (!first.has(key) || first.get(key)?.kind === 'removed') first.set(key, change);
  }
  return first;
}

/** A direct dependency by name, and how it changed in the lockfile that a subject is of. */
interface Root {
  readonly name: string | undefined;
  readonly change: ReportedChange | undefined;
}

/** The direct dependency that a subject is shown under; none for lockfiles and for packages of several roots. */
function rootOf({ name, lockfile, change, alike }: Subject, changed: ReadonlyMap<string, ReportedChange>): Root {
  if (alike.length > 0) return { name: undefined, change: undefined };
  if (change?.direct === true) return { name: change.name, change };
  const root = change?.via[0]?.[0] ?? name ?? undefined;
  return { name: root, change: root === undefined ? undefined : changed.get(JSON.stringify([lockfile, root])) };
}

const isHead = ({ change, alike }: Subject) => alike.length === 0 && change?.direct === true;

function toGroup(ofRoot: readonly Subject[], { name: root, change }: Root): Group {
  const subjects = [...ofRoot].sort(
    (a, b) =>
      Number(isHead(b)) - Number(isHead(a)) ||
      worstOf(b) - worstOf(a) ||
      compareText(a.name ?? a.lockfile, b.name ?? b.lockfile) ||
      compareText(a.version ?? '', b.version ?? ''),
  );
  const headed = subjects.length > 1 && subjects.slice(0, 1).some(isHead);
  return { root, change, headed, subjects, findings: subjects.reduce((sum, { findings }) => sum + findings, 0) };
}

function toSubject(findings: readonly Finding[], changes: ReadonlyMap<string, ReportedChange>): Subject {
  const [{ name, version, lockfile }] = findings as [Finding];
  return {
    name,
    version,
    lockfile,
    change: name === null ? undefined : changes.get(byPackage(lockfile, name, version ?? '')),
    statements: toStatements(findings),
    alike: [],
    findings: findings.length,
  };
}

/**
 * Findings grouped under the direct dependency that brings their package in (the first name of the first why-path),
 * then by package version over all lockfiles. Worst first at every step, but that a direct dependency heads its own
 * group; equal ones by name.
 */
export function groupFindings(report: Report, findings: readonly Finding[]): Group[] {
  const changes = firstChanges(report.changes, ({ lockfile, name, version }) => byPackage(lockfile, name, version));
  const directChanges = report.changes.filter(({ direct }) => direct);
  const changed = firstChanges(directChanges, ({ lockfile, name }) => JSON.stringify([lockfile, name]));
  const subjects = groupBy(findings, ({ name, version, lockfile }) =>
    JSON.stringify(name === null ? [lockfile] : [name, version]),
  ).map((ofSubject) => toSubject(ofSubject, changes));

  const rooted = foldSharedCauses(subjects).map((subject) => ({ subject, root: rootOf(subject, changed) }));
  return groupBy(rooted, ({ root: { name, change } }) => JSON.stringify([name ?? null, change?.version ?? null]))
    .map((ofRoot) =>
      toGroup(
        ofRoot.map(({ subject }) => subject),
        (ofRoot[0] as (typeof rooted)[number]).root,
      ),
    )
    .sort(
      (a, b) =>
        Math.max(...b.subjects.map(worstOf)) - Math.max(...a.subjects.map(worstOf)) ||
        compareText(a.root ?? '', b.root ?? ''),
    );
}
