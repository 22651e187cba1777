import type { Report } from '../model.ts';
import { limits, visible } from '../text.ts';
import { logText } from './escape.ts';
import type { Group, Statement, Subject } from './grouping.ts';
import { groupFindings, standing } from './grouping.ts';
import { comparedWords, missingGroups, missingWords, saidByTheList } from './missing-provenance.ts';
import type { Paint } from './paint.ts';
import { painter } from './paint.ts';
import {
  changeWords,
  checkedWords,
  errorLine,
  number,
  pathWords,
  placesWords,
  plural,
  roleWords,
  rulesWords,
  subjectPlaces,
  tallyWords,
} from './words.ts';
import { wrap } from './wrap.ts';

export interface TerminalOptions {
  /** ANSI colours. Off for pipes and under NO_COLOR; the words alone say everything. */
  readonly colour?: boolean;
  /** Columns to wrap sentences at. Default: none, so that every statement of a piped report is one line. */
  readonly width?: number;
  /** How many packages each section shows; the rest is counted. Default 200. */
  readonly maxPackages?: number;
}

/** Above this many lines the verdict has left the screen and is said again at the end. */
const screen = 40;

/** The report for a person at a terminal or in a job's log: the verdict first, then what to do about it, worst first. */
export function terminalReport(report: Report, options: TerminalOptions = {}): string {
  const { colour = false, width = Infinity, maxPackages = 200 } = options;
  const paint = painter(colour);
  const listed = saidByTheList(report);
  const groups = (wanted: ReturnType<typeof standing>) =>
    groupFindings(
      report,
      report.findings.filter((finding) => standing(finding, report.policy.mode) === wanted && !listed(finding)),
    );
  const verdict = `${paint.verdict(report.verdict, report.verdict.toUpperCase())}  lockgate: ${tallyWords(report)}`;
  const byRule = rulesWords(report, visible);
  const body = [
    ...(byRule === '' ? [] : [`      blocked by ${byRule}`]),
    ...evaluationErrors(report, paint),
    ...section('Blocked', groups('blocks'), { report, paint, width, max: maxPackages }),
    ...section(warningsTitle(report), groups('warns'), { report, paint, width, max: maxPackages }),
    ...coveredFindings(groups('covered'), paint, maxPackages),
    ...missingLines(report, paint),
    ...withoutFindings(report, paint, width),
    '',
    paint.faint(`Checked: ${checkedWords(report, visible)}.`),
  ];
  return logText(`${[verdict, ...body, ...(body.length > screen ? [verdict] : [])].join('\n')}\n`);
}

/** In mode `observe` what would block stands among the warnings. */
const warningsTitle = ({ policy }: Report) => (policy.mode === 'observe' ? 'Not blocking in mode observe' : 'Warnings');

/** Names that a reason shows on a terminal; the JSON report has all. */
const namedMissing = 5;

function missingLines(report: Report, paint: Paint): string[] {
  const groups = missingGroups(report);
  if (groups.length === 0) return [];
  const lines = groups.flatMap(({ title, entries }) => {
    const named = entries.slice(0, namedMissing).map((entry) => {
      const words = [entry.direct ? 'direct' : '', comparedWords(entry, report.mode, visible)];
      const said = words.filter((word) => word !== '').join(', ');
      return `    ${packageTitle(entry)}${said === '' ? '' : `  ${paint.faint(said)}`}`;
    });
    const rest = entries.length - named.length;
    return [`  ${title}`, ...named, ...(rest === 0 ? [] : [`    … and ${number(rest)} more; --format json shows all`])];
  });
  return ['', paint.strong(`Without verified provenance: ${missingWords(report)}`), '', ...lines];
}

const namedPasses = 8;

/** What passed, by name, so that a reader sees that it was looked at. */
function withoutFindings({ changes, findings, errors }: Report, paint: Paint, width: number): string[] {
  const spoken = new Set(findings.map(({ name, version }) => JSON.stringify([name, version])));
  const passed = new Map<string, string>();
  for (const { kind, name, version } of changes) {
    const key = JSON.stringify([name, version]);
    if (kind !== 'removed' && !spoken.has(key)) passed.set(key, packageTitle({ name, version }));
  }
  if (passed.size === 0 || errors.length > 0) return [];
  const named = [...passed.values()].slice(0, namedPasses).join(', ');
  const rest = passed.size > namedPasses ? ` and ${number(passed.size - namedPasses)} more` : '';
  const lines = wrap(`Without findings: ${named}${rest}`, '', width).split('\n');
  return ['', ...lines.map(paint.faint)];
}

function evaluationErrors({ errors }: Report, paint: Paint): string[] {
  if (errors.length === 0) return [];
  return [
    '',
    paint.strong(`Could not evaluate: ${plural(errors.length, 'input')}`),
    '',
    ...errors.map((error) => `  ${errorLine(error)}`),
  ];
}

interface SectionOptions {
  readonly report: Report;
  readonly paint: Paint;
  readonly width: number;
  readonly max: number;
}

function section(title: string, groups: readonly Group[], options: SectionOptions): string[] {
  if (groups.length === 0) return [];
  const { paint, max } = options;
  const blocks = groups.flatMap((group) => {
    const through = broughtIn(group, options);
    const indent = through.length === 0 ? '  ' : '    ';
    return group.subjects.map((subject, index) => ({
      lines: [...(index === 0 ? through : []), '', ...subjectLines(subject, indent, options)],
      findings: subject.findings,
      packages: subject.name === null ? 0 : subject.alike.length + 1,
    }));
  });
  const findings = (some: typeof blocks) =>
    plural(
      some.reduce((sum, block) => sum + block.findings, 0),
      'finding',
    );
  const hidden = blocks.slice(max);
  const packages = hidden.reduce((sum, block) => sum + block.packages, 0);
  return [
    '',
    paint.strong(`${title}: ${findings(blocks)}`),
    ...blocks.slice(0, max).flatMap(({ lines }) => lines),
    ...(hidden.length === 0
      ? []
      : ['', `  … left out here: ${findings(hidden)} on ${plural(packages, 'package')}; --format json shows all`]),
  ];
}

/** Says once which direct dependency brings the next packages in, where it is not the package itself. */
function broughtIn({ root, change, subjects }: Group, { report, paint }: SectionOptions): string[] {
  if (root === undefined || subjects.every(({ name }) => name === root)) return [];
  const version = change === undefined ? '' : ` ${visible(change.version, limits.version)}`;
  const how = change === undefined ? '' : changeWords(change, report.mode, visible);
  return ['', `  ${paint.strong(`Through ${visible(root, limits.name)}${version}`)}${how === '' ? '' : `  ${how}`}`];
}

function subjectLines(subject: Subject, indent: string, { report, paint, width }: SectionOptions): string[] {
  const { change, statements, alike } = subject;
  const facts: [string, string][] = [['at', placesWords(subjectPlaces(subject), 3, visible)]];
  const [path, ...others] = change?.direct === false && alike.length === 0 ? change.via : [];
  if (path !== undefined) {
    const more = others.length === 0 ? '' : ` (and ${plural(others.length, 'more path')})`;
    facts.push(['why', `${pathWords(path, visible, '>')}${more}`]);
  }
  return [
    `${indent}${header(subject, report, paint)}`,
    ...facts.map(([label, text]) => `${indent}  ${paint.faint(`${label.padEnd(3)} ${text}`)}`),
    ...statements.flatMap((statement) => statementLines(statement, `${indent}  `, width, paint)),
  ];
}

function header({ name, version, lockfile, change, alike }: Subject, report: Report, paint: Paint): string {
  const title = name === null ? visible(lockfile, limits.path) : packageTitle({ name, version });
  if (alike.length > 0) {
    const named = [title, ...alike.slice(0, 5).map(packageTitle)].join(', ');
    const rest = alike.length > 5 ? ` and ${number(alike.length - 5)} more` : '';
    return `${paint.strong(plural(alike.length + 1, 'package'))}  ${named}${rest}`;
  }
  if (change === undefined) return paint.strong(title);
  const words = [changeWords(change, report.mode, visible), roleWords(change)].filter((word) => word !== '');
  return `${paint.strong(title)}  ${words.join(', ')}`;
}

function packageTitle({ name, version }: { readonly name: string; readonly version: string | null }): string {
  return version === null
    ? visible(name, limits.name)
    : `${visible(name, limits.name)} ${visible(version, limits.version)}`;
}

function statementLines(statement: Statement, indent: string, width: number, paint: Paint): string[] {
  const { rules, level, outcome, message, remediation, decision } = statement;
  const names = rules.map((rule) => visible(rule, limits.name)).join(', ');
  const label = `${level === 'error' ? 'error' : 'warning'}[${names}]`;
  const said = wrap(`${label} ${outcome === 'indeterminate' ? 'not judged: ' : ''}${visible(message)}`, indent, width);
  const next = decision === null ? `next: ${visible(remediation)}` : `covered by ${visible(decision)}`;
  return [said.replace(label, () => paint.level(level, label)), wrap(next, `${indent}  `, width)];
}

/** What an exception or an approval covers is named, one line each: a reviewer should know what was let in. */
function coveredFindings(groups: readonly Group[], paint: Paint, max: number): string[] {
  const lines = groups.flatMap(({ subjects }) =>
    subjects.flatMap(({ name, version, lockfile, statements }) =>
      statements.map(({ rules, decision }) => {
        const title = name === null ? visible(lockfile, limits.path) : packageTitle({ name, version });
        return `  ${title}: ${rules.map((rule) => visible(rule, limits.name)).join(', ')}, covered by ${visible(decision ?? 'a decision')}`;
      }),
    ),
  );
  if (lines.length === 0) return [];
  const findings = groups.reduce((sum, group) => sum + group.findings, 0);
  const rest = lines.length > max ? [`  … and ${plural(lines.length - max, 'more line')}`] : [];
  return ['', paint.strong(`Covered: ${plural(findings, 'finding')}`), '', ...lines.slice(0, max), ...rest];
}
