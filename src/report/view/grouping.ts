/** Puts a report's findings in the order in which a person can act on them. */
import { lockedVersion } from '../../model/identity.ts';
import type { Finding, Report, ReportedChange } from '../../model/index.ts';
import { groupBy } from '../../text/group-by.ts';
import { compareText } from '../../text/order.ts';
import { fold } from './folding.ts';
import { toStatements } from './statements.ts';
import type { Declaration, Subject } from './subject.ts';
import { worstOf } from './subject.ts';

/** Subjects that one direct dependency pulls in. */
export interface Group {
  /** Name of the direct dependency; absent for what is not about a package, or about packages of several ones. */
  readonly root: string | undefined;
  /** How the direct dependency itself changed, where it did. */
  readonly change: ReportedChange | undefined;
  /** Whether the first subject is the direct dependency itself, which pulls in the others. */
  readonly headed: boolean;
  readonly subjects: readonly Subject[];
  readonly findings: number;
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
  const lockfiles = name === null ? [] : [...new Set(findings.map((finding) => finding.lockfile))];
  return {
    name,
    version,
    lockfile,
    change: name === null ? undefined : changes.get(lockedVersion({ lockfile, name, version })),
    statements: toStatements(findings),
    declared: lockfiles.flatMap((each) =>
      declarationsOf(changes.get(lockedVersion({ lockfile: each, name, version }))),
    ),
    alike: [],
    findings: findings.length,
  };
}

function declarationsOf(change: ReportedChange | undefined): readonly Declaration[] {
  if (change === undefined) return [];
  const { name, direct, manifests, roots = [] } = change;
  return direct
    ? manifests.map((place) => ({ ...place, name, isRoot: false }))
    : roots.map((root) => ({ ...root, isRoot: true }));
}

/**
 * Findings grouped under the direct dependency that pulls their package in (the first name of the first why-path),
 * then by package version over all lockfiles. Worst first at every step, except that a direct dependency heads its
 * own group; equal ones by name. One cause, and one family of platform packages, is one subject.
 * @param options `equal`: packages with equal violations are one subject too
 */
export function groupFindings(
  report: Pick<Report, 'changes'>,
  findings: readonly Finding[],
  { equal = false }: { readonly equal?: boolean } = {},
): Group[] {
  const changes = firstChanges(report.changes, lockedVersion);
  const directChanges = report.changes.filter(({ direct }) => direct);
  const changed = firstChanges(directChanges, ({ lockfile, name }) => JSON.stringify([lockfile, name]));
  const bySubject = groupBy(findings, ({ name, version, lockfile }) =>
    JSON.stringify(name === null ? [lockfile] : [name, version]),
  );
  const subjects = [...bySubject.values()].map((ofSubject) => toSubject(ofSubject, changes));

  const rooted = fold(subjects, equal).map((subject) => ({ subject, root: rootOf(subject, changed) }));
  const byRoot = groupBy(rooted, ({ root: { name, change } }) =>
    JSON.stringify([name ?? null, change?.version ?? null]),
  );
  return [...byRoot.values()]
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
