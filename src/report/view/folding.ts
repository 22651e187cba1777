/** Says once what holds for several packages: one cause, one family of platform packages, equal violations. Counts stay exact. */
import type { Finding } from '../../model/index.ts';
import { groupBy } from '../../text/group-by.ts';
import { familyOf } from './families.ts';
import { sameStatement, toStatements } from './statements.ts';
import type { Statement } from './statements.ts';
import type { Subject } from './subject.ts';

/** From this many packages on, what they share is said once instead of package by package. */
const shared = 4;

/** Why a subject could not be judged, if there is no other statement about it. */
function causeOf({ name, statements }: Subject): string | undefined {
  if (name === null || statements.some(({ outcome }) => outcome !== 'indeterminate')) return undefined;
  return JSON.stringify(
    statements.map(({ floor, level, findings }) => [floor, level, ...findings.slice(0, 1).map(sameStatement)]),
  );
}

/** What is said about a package, without its own name and version, and without the time that it waits for. */
function saidOf({ name, version, statements }: Subject): string | undefined {
  if (name === null) return undefined;
  const own = new Map([
    [name, 'name'],
    [version ?? '', 'version'],
    [`${name}@${version ?? ''}`, 'both'],
  ]);
  const bare = (text: string) => text.replace(/`([^`]*)`/gu, (span, inner: string) => `\`\`${own.get(inner) ?? span}`);
  const said = ({ findings }: Statement) => findings.map((finding) => equalTo(finding, bare));
  return JSON.stringify(statements.map(said));
}

/** What equal findings have in common. Of what cannot be waived also the words: no malware hides behind another's record. */
function equalTo(finding: Finding, bare: (text: string) => string) {
  const { rule, codes, level, floor, outcome, cause, message, remediation, about, passesAt, status, decision } =
    finding;
  const next = passesAt === undefined ? bare(remediation) : bare(remediation).replace(untilTime, 'until');
  const said = floor ? [sameStatement(finding), bare(message)] : [];
  return [
    ...[rule, codes, level, floor, outcome, cause ?? null, next, about ?? null],
    ...[passesAt === undefined, status, decision, said],
  ];
}
const untilTime = /\buntil \d{4}-\d\d-\d\d \d\d:\d\d UTC/gu;

/** A platform family of one parent, in one version, about which the same is said. */
function familyKey(subject: Subject): string | undefined {
  const { name, version, change } = subject;
  const family = name === null || change?.direct === true ? undefined : familyOf(name);
  return family && JSON.stringify([family, version, change?.via[0]?.slice(0, -1) ?? null, saidOf(subject)]);
}

/** @param isEqual also folds equal violations of packages that are no family */
export function fold(subjects: readonly Subject[], isEqual: boolean): readonly Subject[] {
  const families = foldBy(subjects, familyKey, 2).map((subject) =>
    subject.alike.length === 0 ? subject : { ...subject, family: familyOf(subject.name ?? '') },
  );
  const causes = foldBy(families, causeOf, shared);
  return isEqual ? foldBy(causes, saidOf, shared) : causes;
}

/** Folded packages first, then the others in their order. */
function foldBy(
  subjects: readonly Subject[],
  keyOf: (subject: Subject) => string | undefined,
  least: number,
): readonly Subject[] {
  const keyed = new Map(subjects.map((subject) => [subject, keyOf(subject)]));
  const groups = [...groupBy(subjects, (subject) => keyed.get(subject))].filter(([key]) => key !== undefined);
  const alike = groups.map(([, group]) => group).filter((group) => sizeOf(group) >= least && group.length > 1);
  const folded = new Set(alike.flat());
  return [...alike.map(merge), ...subjects.filter((subject) => !folded.has(subject))];
}

const sizeOf = (group: readonly Subject[]) => group.reduce((sum, { alike }) => sum + alike.length + 1, 0);

function merge(group: readonly Subject[]): Subject {
  const [first, ...rest] = [...group].sort((a, b) => lastOf(b) - lastOf(a)) as [Subject, ...Subject[]];
  const findings = [first, ...rest].flatMap(({ statements }) => statements.flatMap((statement) => statement.findings));
  return {
    ...first,
    statements: together(first, findings),
    alike: group
      .filter((subject) => subject !== first)
      .flatMap(({ name, version, alike }) => [{ name: name ?? '', version }, ...alike])
      .concat(first.alike),
    findings: findings.length,
  };
}

/** When the last of its findings passes: of several packages the words of the one that waits longest are true of all. */
const lastOf = ({ statements }: Subject) =>
  Math.max(0, ...statements.flatMap(({ findings }) => findings.map(({ passesAt }) => Date.parse(passesAt ?? '') || 0)));

/** The statements of the first, each with the findings of all that are equal to it. */
function together(first: Subject, findings: readonly Finding[]): Statement[] {
  const causes = toStatements(findings);
  if (first.statements.every(({ outcome }) => outcome === 'indeterminate')) return causes;
  const ofRule = groupBy(findings, ({ rule, codes }) => JSON.stringify([rule, codes]));
  return first.statements.map((statement) => {
    const keys = new Set(statement.findings.map(({ rule, codes }) => JSON.stringify([rule, codes])));
    const own = [...keys].flatMap((key) => ofRule.get(key) ?? []);
    return { ...statement, findings: own, places: causes.flatMap(({ places }) => places) };
  });
}
