import type { Report, ReportedChange, VerdictWord } from '../model.ts';
import { limits } from '../text.ts';
import { codeSpan, prose, tableCell } from './escape.ts';
import type { Item, Section } from './fit.ts';
import { fit } from './fit.ts';
import type { Group, Standing, Statement, Subject } from './grouping.ts';
import { groupFindings, standing } from './grouping.ts';
import { comparedWords, missingGroups, missingWords, saidByTheList } from './missing-provenance.ts';
import {
  changeWords,
  evidenceWords,
  minute,
  number,
  pathWords,
  placesWords,
  placeWords,
  plural,
  policyWords,
  roleWords,
  rulesWords,
  scopeWords,
  subjectPlaces,
  tally,
  tallyWords,
  trustWords,
  verdictMeaning,
} from './words.ts';

/** The first line of every comment of lockgate, by which (and by its author) the comment is found again. */
export const commentMarker = '<!-- lockgate:report -->';

/** Characters of a comment: GitHub takes 65,536 (REST API, "body is too long"), and a little is kept back. */
const commentLength = 60_000;
/** Bytes of a step's summary: above 1 MiB GitHub drops it and the step stays green. */
const summaryBytes = 1_000_000;

/**
 * The report as one comment on a pull request, at most `maxLength` UTF-16 units. Two reports that differ only in the
 * commits and the time of judgement give the same text, so that a push that changes no dependency leaves the comment
 * alone. `all` is the address of the run whose summary and report hold what is left out; it must be of validated parts.
 */
export function commentMarkdown(
  report: Report,
  { maxLength = commentLength, all }: { readonly maxLength?: number; readonly all?: string } = {},
): string {
  const measure = (text: string) => text.length;
  const whole = fit(sections(report), Infinity, measure);
  return whole.length <= maxLength ? whole : fit(sections(report, { cut: cutWords(all) }), maxLength, measure);
}

/** The report as a step's summary, at most `maxBytes` of UTF-8, with the time of judgement. */
export function summaryMarkdown(report: Report, { maxBytes = summaryBytes } = {}): string {
  const encoder = new TextEncoder();
  const judged = `${revisions(report)} at ${codeSpan(minute(report.evaluatedAt))}`;
  return fit(sections(report, { judged }), maxBytes, (text) => encoder.encode(text).length);
}

/** The whole report, however long, for a file or a pipe. */
export function markdownReport(report: Report): string {
  return fit(sections(report), Infinity, (text) => text.length);
}

const cutWords = (all: string | undefined) =>
  `This comment is cut for length; ${all === undefined ? 'the JSON report has everything' : `[the summary and the report of the run](${all}) have the rest`}.\n\n`;

const sign: Readonly<Record<VerdictWord, string>> = { pass: '✅', warn: '⚠️', fail: '❌', error: '❌' };

function sections(report: Report, { judged = '', cut = '' } = {}): Section[] {
  const { blocks, warns, covered } = tally(report);
  const folds = report.findings.filter(saidByTheList(report)).length;
  const items = (wanted: Standing) => findingItems(report, wanted);
  const byRule = rulesWords(report, codeSpan);
  const trust = trustWords(report);
  const warnings = report.policy.mode === 'observe' ? 'Not blocking in mode observe' : 'Warnings';
  return [
    text(`${commentMarker}\n### ${sign[report.verdict]} lockgate: ${verdictMeaning[report.verdict]}\n\n`),
    text(`**${capital(tallyWords(report))}.** ${capital(scopeWords(report))}.\n\n`),
    text(cut),
    text(byRule === '' ? '' : `Blocked by ${byRule}.\n\n`),
    list('#### Could not be evaluated\n\n', errorItems(report), '', 'input'),
    list('#### What blocks\n\n', items('blocks'), ''),
    list(folded(`${warnings}: ${plural(warns - folds, 'finding')}`), items('warns'), foldedEnd),
    missingList(report),
    list(folded(`Covered by exceptions and approvals: ${plural(covered, 'finding')}`), items('covered'), foldedEnd),
    changeTable(report),
    lockfileTable(report),
    text(
      `${blocks > 0 && report.mode === 'check' ? nextStep : ''}Judged${judged === '' ? '' : ` ${judged}`} by ${policyWords(report, codeSpan)}${trust === undefined ? '' : `; ${trust}`}.\n`,
    ),
  ];
}

const nextStep =
  'The check passes when everything above is resolved or, where it can be waived, covered by an exception in the policy of the base.\n\n';

const text = (open: string): Section => ({ open, items: [], close: '', more: () => '' });

/** Room that a long section leaves for those below it. */
const reserve = 4000;

function list(open: string, items: readonly Item[], close: string, counted = 'finding'): Section {
  const more = (_left: number, findings: number) =>
    `- … left out here for length: ${plural(findings, counted)}; the JSON report has them all.\n`;
  return items.length === 0 ? text('') : { open, items, close: `\n${close}`, more, reserve };
}

/** Summaries of folded parts are HTML and hold our own words only. */
const folded = (summary: string) => `<details><summary>${summary}</summary>\n\n`;
const foldedEnd = '</details>\n\n';

const capital = (words: string) => words.replace(/^[a-z]/u, (letter) => letter.toUpperCase());

function revisions({ base, head, mode }: Report): string {
  const judged = head === null ? 'what was given' : codeSpan(head);
  return mode === 'audit' || base === null ? judged : `${judged} against ${codeSpan(base)}`;
}

function errorItems({ errors }: Report): Item[] {
  return errors.map(({ code, message, path, line }) => {
    const place = path === undefined ? '' : `${codeSpan(placeWords(line === undefined ? { path } : { path, line }))}: `;
    return { text: `- ${place}${prose(message, longest)} (${codeSpan(code)})\n`, findings: 1 };
  });
}

/** Of a message or a remedy; the JSON report has the whole. */
const longest = 1000;

function findingItems(report: Report, wanted: Standing): Item[] {
  const listed = saidByTheList(report);
  const findings = report.findings.filter(
    (finding) => standing(finding, report.policy.mode) === wanted && !listed(finding),
  );
  return groupFindings(report, findings).flatMap((group) => {
    const heading = broughtIn(group, report);
    return group.subjects.map((subject) => ({
      text: subjectItem(subject, report, heading === '' ? '' : '  '),
      ...(heading === '' ? {} : { heading }),
      findings: subject.findings,
    }));
  });
}

/** Every package without a verified provenance on one line: what a reviewer is to know, and no finding by itself. */
function missingList(report: Report): Section {
  const items = missingGroups(report).flatMap(({ title, entries }) =>
    entries.map((entry): Item => {
      const words = [entry.direct ? 'direct dependency' : '', comparedWords(entry, report.mode, codeSpan)];
      const said = words.filter((word) => word !== '').map((word) => ` · ${word}`);
      return {
        heading: `**${title}** (${number(entries.length)})\n\n`,
        text: `- ${packageTitle(entry)}${said.join('')}\n`,
        findings: 1,
      };
    }),
  );
  return list(folded(`Without verified provenance: ${missingWords(report)}`), withBreaks(items), foldedEnd, 'package');
}

/** A list that follows another needs a line between. */
function withBreaks(items: readonly Item[]): Item[] {
  return items.map((item, index) =>
    index === 0 || items[0]?.heading === item.heading ? item : { ...item, heading: `\n${item.heading ?? ''}` },
  );
}

function broughtIn({ root, change, subjects }: Group, { mode }: Report): string {
  if (root === undefined || subjects.every(({ name }) => name === root)) return '';
  const how = change === undefined ? '' : changeWords(change, mode, codeSpan);
  const what = packageTitle({ name: root, version: change?.version ?? null });
  return `- Brought in by **${what}**${how === '' ? '' : `, ${how}`}\n`;
}

function subjectItem(subject: Subject, report: Report, indent: string): string {
  const { change, alike, statements } = subject;
  const facts = [placesWords(subjectPlaces(subject), 3, codeSpan)];
  if (change !== undefined && alike.length === 0) {
    const [path] = change.direct ? [] : change.via;
    if (path !== undefined) facts.unshift(pathWords(path, codeSpan, '→'));
    facts.push(...evidenceWords(change, codeSpan));
  }
  const lines = [
    `- ${subjectTitle(subject, report)}<br><sub>${facts.join(' · ')}</sub>`,
    ...statements.map((statement) => `  - ${statementWords(statement)}`),
  ];
  return lines.map((line) => `${indent}${line}\n`).join('');
}

function subjectTitle({ name, version, lockfile, change, alike }: Subject, { mode }: Report): string {
  const title = name === null ? codeSpan(lockfile) : packageTitle({ name, version });
  if (alike.length > 0) {
    const named = [title, ...alike.slice(0, 9).map(packageTitle)].join(', ');
    const rest = alike.length > 9 ? ` and ${number(alike.length - 9)} more` : '';
    return `**${plural(alike.length + 1, 'package')}**: ${named}${rest}`;
  }
  const words = change === undefined ? [] : [changeWords(change, mode, codeSpan), roleWords(change)];
  return [`**${title}**`, ...words.filter((word) => word !== '')].join(', ');
}

function packageTitle({ name, version }: { readonly name: string; readonly version: string | null }): string {
  return version === null
    ? codeSpan(name, limits.name)
    : `${codeSpan(name, limits.name)} ${codeSpan(version, limits.version)}`;
}

function statementWords({ rules, level, floor, outcome, message, remediation, decision }: Statement): string {
  const label = `${level === 'error' ? '🛑 error' : '⚠️ warning'} **${rules.map((rule) => codeSpan(rule)).join(', ')}**`;
  const unknown = outcome === 'indeterminate' ? ' could not judge' : '';
  const next =
    decision === null
      ? `**Next:** ${prose(remediation, longest)}`
      : `**Covered by** ${codeSpan(decision, limits.name)}`;
  const fixed = floor ? ' (cannot be waived)' : '';
  return `${label}${fixed}${unknown}: ${prose(message, longest)}<br>${next}`;
}

function table(summary: string, head: readonly string[], rows: readonly (readonly string[])[]): Section {
  const row = (cells: readonly string[]) => `| ${cells.map(tableCell).join(' | ')} |\n`;
  if (rows.length === 0) return text('');
  return {
    open: `${folded(summary)}${row(head)}${row(head.map(() => '---'))}`,
    items: rows.map((cells) => ({ text: row(cells), findings: 0 })),
    more: (left) => `\n… left out here for length: ${plural(left, 'row')}; the JSON report has them all.\n`,
    close: `\n${foldedEnd}`,
    reserve,
  };
}

function changeTable({ changes, mode, counts }: Report): Section {
  const noteworthy = mode === 'audit' ? [] : changes;
  const rows = noteworthy.map((change: ReportedChange) => [
    packageTitle(change),
    changeWords(change, mode, codeSpan),
    roleWords(change),
    change.direct ? '' : codeSpanOf(change.via[0]?.[0]),
    codeSpan(placeWords({ path: change.lockfile, line: change.line })),
  ]);
  const total = counts.added + counts.updated + counts.removed;
  return table(`All changes: ${number(total)}`, ['Package', 'Change', 'Role', 'Brought in by', 'Where'], rows);
}

const codeSpanOf = (name: string | undefined) => (name === undefined ? '' : codeSpan(name, limits.name));

function lockfileTable({ lockfiles }: Report): Section {
  const rows = lockfiles.map(({ path, format, formatVersion, status, packages, former }) => [
    codeSpan(path),
    `${format} ${codeSpan(formatVersion, limits.version)}`,
    former === undefined ? status : `${status}, compared with ${codeSpan(former.path)} (${former.format})`,
    number(packages),
  ]);
  return table(`Lockfiles read: ${number(lockfiles.length)}`, ['Lockfile', 'Format', 'Status', 'Packages'], rows);
}
