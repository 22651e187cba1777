import type { Effect } from '../../model/effect.ts';
import { effectOf } from '../../model/effect.ts';
import type { Finding, Report } from '../../model/index.ts';
import { codeSpan, prose } from '../escape.ts';
import type { Item } from '../view/fit.ts';
import type { Group } from '../view/grouping.ts';
import type { Subject } from '../view/subject.ts';
import type { Place, Statement } from '../view/statements.ts';
import { packageUrl, recordUrl } from '../view/links.ts';
import { coverVerb, coverWords } from '../view/cover-words.ts';
import { blockedRows } from '../view/blocked.ts';
import { groupFindings } from '../view/grouping.ts';
import type { Links } from './markdown-blocked.ts';
import { recordLabel, ruleLabel } from './markdown-blocked.ts';
import { changeMarkdown, longest, packageSpan } from './markdown-parts.ts';
import { shownInTheList } from '../view/missing-provenance.ts';
import type { SharedStep } from '../view/next-step.ts';
import { byNextStep, sharedStep } from '../view/next-step.ts';
import {
  changeWords,
  evidenceWords,
  levelWords,
  number,
  pathWords,
  placesWords,
  plural,
  roleWords,
  subjectPlaces,
} from '../view/words.ts';

/** A report, and where the pages of its rules are. */
type Linked = Report & Links;

/** The findings of one effect, package by package, under the direct dependencies that pull them in. */
export function findingItems(report: Linked, wanted: Effect): Item[] {
  const listed = shownInTheList(report);
  const findings = report.findings.filter(
    (finding) => effectOf(finding, report.policy.mode) === wanted && !listed(finding),
  );
  const groups = groupFindings(report, findings, { equal: true });
  return (wanted === 'blocks' ? asInTable(groups, report) : groups).flatMap((group) => groupItems(group, report));
}

/** In the order of the table of what blocks, as far as packages of one direct dependency stay together below it. */
function asInTable(groups: readonly Group[], report: Report): readonly Group[] {
  const rows = new Map<Finding, number>();
  for (const [at, { subject }] of blockedRows(report).entries()) {
    for (const { findings } of subject.statements) for (const finding of findings) rows.set(finding, at);
  }
  const rowOf = ({ statements }: Subject) =>
    Math.min(...statements.flatMap(({ findings }) => findings.map((each) => rows.get(each) ?? Infinity)));
  const firstOf = ({ subjects }: Group) => Math.min(...subjects.map(rowOf));
  return groups
    .map((group) => {
      const [head, ...rest] = group.subjects;
      const sorted = group.headed && head !== undefined ? [head, ...byRow(rest, rowOf)] : byRow(group.subjects, rowOf);
      return { ...group, subjects: sorted };
    })
    .sort((a, b) => firstOf(a) - firstOf(b));
}

const byRow = (subjects: readonly Subject[], rowOf: (subject: Subject) => number) =>
  [...subjects].sort((a, b) => rowOf(a) - rowOf(b));

/** A direct dependency with findings of its own stands above the packages that it pulls in. */
function groupItems(group: Group, report: Linked): Item[] {
  const { root, headed, subjects } = group;
  const step = sharedStep(group);
  const shared = step === undefined ? '' : `  - ${sharedWords(step)}\n`;
  const [first] = subjects;
  if (headed && first !== undefined) {
    const heading = `${titleLine('- ', first, report)}${shared}`;
    return subjects.map((subject) => ({
      heading,
      text:
        subject === first
          ? statementLines(subject, '  ', step, report)
          : `${titleLine('  - pulls in ', subject, report)}${statementLines(subject, '    ', step, report)}`,
      findings: subject.findings,
    }));
  }
  const indent = root === undefined || subjects.every(({ name }) => name === root) ? '' : '  ';
  const heading = indent === '' ? {} : { heading: `${pulledIn(group, report)}${shared}` };
  const below = indent === '' ? undefined : step;
  return subjects.map((subject) => ({
    ...heading,
    text: `${titleLine(`${indent}- `, subject, report)}${statementLines(subject, `${indent}  `, below, report)}`,
    findings: subject.findings,
  }));
}

const sharedWords = ({ remediation, ofAll }: SharedStep) =>
  `**${ofAll ? 'Next for all of these' : 'Next, unless stated otherwise'}:** ${prose(remediation, longest)}`;

function pulledIn({ root = '', change }: Group, { mode }: Report): string {
  const how = change === undefined ? '' : changeMarkdown(change, mode);
  const what = packageSpan({ name: root, version: change?.version ?? null });
  return `- Pulled in by **${what}**${how === '' ? '' : `, ${how}`}\n`;
}

/** One list item with everything that is said about a subject, and with its `places`. */
export function subjectItem(subject: Subject, report: Linked, places?: readonly Place[]): string {
  return `${titleLine('- ', subject, report, places)}${statementLines(subject, '  ', undefined, report)}`;
}

function titleLine(
  start: string,
  subject: Subject,
  report: Report,
  places: readonly Place[] = subjectPlaces(subject),
): string {
  const { change, alike, family } = subject;
  const facts = places.length === 0 ? [] : [placesWords(places, 3, codeSpan)];
  if (change !== undefined && alike.length === 0) {
    const [path] = change.direct ? [] : change.via;
    if (path !== undefined) facts.unshift(pathWords(path, codeSpan, '→'));
    facts.push(...evidenceWords(change, codeSpan));
  } else if (family !== undefined && change !== undefined) {
    const parents = (change.via[0] ?? []).slice(0, -1);
    if (parents.length > 0) facts.unshift(pathWords(parents, codeSpan, '→'));
  }
  const details = facts.length === 0 ? '' : `<br><sub>${facts.join(' · ')}</sub>`;
  return `${start}${subjectTitle(subject, report)}${details}\n`;
}

/** One line per next step, with the statements that lead to it; a step that the heading names is not repeated. */
function statementLines(
  { statements, alike }: Subject,
  indent: string,
  step: SharedStep | undefined,
  report: Linked,
): string {
  return byNextStep(statements)
    .map((together) => {
      const [{ decision, remediation, findings }] = together as [Statement];
      const [finding] = findings as [Finding];
      const next =
        decision !== null
          ? `<br>**${coverVerb(finding) === 'approved by' ? 'Approved by' : 'Covered by'}** ${coverWords(finding, codeSpan)}`
          : remediation === step?.remediation
            ? ''
            : `<br>**Next:** ${prose(remediation, longest)}`;
      return `${indent}- ${together.map((each) => statementWords(each, alike.length > 0, report)).join('<br>')}${next}\n`;
    })
    .join('');
}

function subjectTitle({ name, version, lockfile, change, alike, family }: Subject, report: Report): string {
  const { mode } = report;
  const title = name === null ? codeSpan(lockfile) : packageSpan({ name, version });
  if (family !== undefined) {
    const how = change === undefined ? '' : changeWords(change, mode, codeSpan);
    const several = `${plural(alike.length + 1, 'platform package')}${how === '' ? '' : `, ${how}`}`;
    return `**${packageSpan({ name: family, version })}**, ${several}`;
  }
  if (alike.length > 0) {
    return `**${plural(alike.length + 1, 'package')}**: ${namesOf([title, ...alike.map(packageSpan)])}`;
  }
  const words = change === undefined ? [] : [changeMarkdown(change, mode), roleWords(change)];
  const url = change === undefined ? undefined : packageUrl(report, change);
  const linked = url === undefined ? title : `[${title}](${url})`;
  return [`**${linked}**`, ...words.filter((word) => word !== '')].join(', ');
}

/** Five names, and the others folded, as far as anybody reads them. */
function namesOf(titles: readonly string[]): string {
  const [first, rest] = [titles.slice(0, namedPackages), titles.slice(namedPackages)];
  if (rest.length === 0) return first.join(', ');
  const left = rest.length > foldedNames ? `, … and ${number(rest.length - foldedNames)} more` : '';
  const others = `${rest.slice(0, foldedNames).join(', ')}${left}`;
  return `${first.join(', ')}<details><summary>and ${number(rest.length)} more</summary>${others}</details>`;
}
const namedPackages = 5;
const foldedNames = 100;

const signs = { error: '🛑', warn: '⚠️', note: 'ℹ️' } as const;

function statementWords(
  { rules, level, floor, outcome, message, findings }: Statement,
  isOfSeveral: boolean,
  { rulesUrl }: Links,
): string {
  const named = rules.map((rule) => ruleLabel(rule, rulesUrl)).join(', ');
  const label = `${signs[level]} ${levelWords[level]} **${named}**`;
  const unknown = outcome === 'indeterminate' ? ' could not judge' : isOfSeveral ? ', for example' : '';
  const fixed = floor ? ' (cannot be waived)' : '';
  return `${label}${fixed}${unknown}: ${prose(message, longest)}${recordLinks(findings)}`;
}

/** Records that are linked; the message names them all. */
const linkedRecords = 5;

function recordLinks(findings: Statement['findings']): string {
  const known = [...new Set(findings.flatMap(({ about = [] }) => about))].filter((id) => recordUrl(id) !== undefined);
  return known.length === 0 ? '' : `<br>See ${known.slice(0, linkedRecords).map(recordLabel).join(', ')}.`;
}
