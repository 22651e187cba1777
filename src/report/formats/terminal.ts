import type { Effect } from '../../model/effect.ts';
import { effectOf } from '../../model/effect.ts';
import type { Finding, Report } from '../../model/index.ts';
import { limits, quoted, visible } from '../../text/visible.ts';
import { logText } from '../escape.ts';
import type { Group } from '../view/grouping.ts';
import { withOneDate } from '../view/one-date.ts';
import { coverVerb, coverWords } from '../view/cover-words.ts';
import { groupFindings } from '../view/grouping.ts';
import { comparedWords, missingGroups, missingWords, shownInTheList } from '../view/missing-provenance.ts';
import type { Paint } from './paint.ts';
import { painter } from './paint.ts';
import { decisionLines } from './terminal-decisions.ts';
import { isOutage, rulesWords, tallies, tallyWords } from '../view/tally.ts';
import type { Project } from '../view/project.ts';
import { aboutRules, rulesUrlOf, wrongResult } from '../view/project.ts';
import { waitsUntil } from '../view/verdict-words.ts';
import { checkedWords, errorLine, number, packageTitle, plural } from '../view/words.ts';
import { proposerWords } from '../view/proposer.ts';
import { sourcesWords } from '../view/sources.ts';
import { noteLines, section, titled } from './terminal-findings.ts';
import type { SectionOptions } from './terminal-findings.ts';
import { wrap } from './wrap.ts';

export interface TerminalOptions {
  /** ANSI colours. Off for pipes and under NO_COLOR; the words alone say everything. */
  readonly colour?: boolean;
  /** Columns to wrap sentences at. Default: none, so that every statement of a piped report is one line. */
  readonly width?: number;
  /** How many packages each section shows; the rest is counted. Default 200. */
  readonly maxPackages?: number;
  /** Where lockgate's own repository is, for addresses of its pages and forms; absent: there are none. */
  readonly project?: Project | undefined;
  /** Whether the terminal shows hyperlinks. */
  readonly hyperlinks?: boolean;
  /** The version, for whoever reports a wrong result. */
  readonly version?: string;
  /** How the reader starts lockgate, and so can ask it about a rule; absent: that is not known. */
  readonly program?: string;
}

/** Above this many lines the verdict has scrolled off the screen and is repeated at the end. */
const screen = 40;

/** The report for a person at a terminal or in a job's log: the verdict first, then what to do about it, worst first. */
export function terminalReport(given: Report, options: TerminalOptions = {}): string {
  const report = withOneDate(given);
  const { colour = false, width = Infinity, maxPackages = 200, project, hyperlinks = false } = options;
  const paint = painter(colour, hyperlinks && project !== undefined ? rulesUrlOf(project) : undefined);
  const listed = shownInTheList(report);
  const groups = (wanted: Effect) =>
    groupFindings(
      report,
      report.findings.filter((finding) => effectOf(finding, report.policy.mode) === wanted && !listed(finding)),
      { equal: true },
    );
  const until = waitsUntil(report);
  const waits = until === undefined ? '' : `waiting until ${until}, and nothing has to be done: `;
  const word = report.verdict.toUpperCase();
  const verdict = wrap(`${word}  lockgate: ${waits}${tallyWords(report)}`, '', width, '      ').map((line, index) =>
    index === 0 ? line.replace(word, () => paint.verdict(report.verdict, word)) : line,
  );
  const byRule = rulesWords(report, visible);
  const asked = sourcesWords(report, visible);
  const proposer = proposerWords(report, quoted);
  const body = [
    ...(asked === '' ? [] : wrap(asked, '      ', width)),
    ...(proposer === '' ? [] : wrap(proposer, '      ', width)),
    ...(byRule === '' ? [] : wrap(`blocked by ${byRule}`, '      ', width)),
    ...evaluationErrors(report, paint, width),
    ...section(blockedTitle(report), groups('blocks'), { report, paint, width, max: maxPackages }),
    ...decisionLines(report, paint, width),
    ...section(warningsTitle(report), groups('warns'), { report, paint, width, max: maxPackages }),
    ...notedFindings(groups('notes'), { paint, width, max: maxPackages }),
    ...coveredFindings(groups('covered'), { paint, width, max: maxPackages }),
    ...missingLines(report, paint, width),
    ...withoutFindings(report, paint, width),
    '',
    ...wrap(`Checked: ${checkedWords(report, visible)}.`, '', width).map(paint.faint),
  ];
  const further = furtherLines(report, options, paint);
  return logText(`${[...verdict, ...body, ...further, ...(body.length > screen ? verdict : [])].join('\n')}\n`);
}

/** Where to read on about the rules, and where to say that the result is wrong; an address stays whole on its line. */
function furtherLines(
  report: Report,
  { width = Infinity, project, version, program }: TerminalOptions,
  paint: Paint,
): string[] {
  const says =
    program === undefined || paint.link !== undefined
      ? ''
      : aboutRules(report, (rule) => `${program} explain --rule ${rule}`);
  const about = says === '' ? [] : wrap(says, '', width);
  const wrong = project === undefined || version === undefined ? undefined : wrongResult(report, project.url, version);
  if (wrong === undefined) return about.map(paint.faint);
  const { falseAlarm, shortAlarm, falsePass } = wrong;
  const { link } = paint;
  const words =
    link === undefined
      ? `Wrong result? A false alarm: ${shortAlarm} or, in private, what should have been blocked: ${falsePass}`
      : `Wrong result? ${link('Report a false alarm', falseAlarm)}, or ${link('report in private', falsePass)} what should have been blocked`;
  return [...about, words].map(paint.faint);
}

/** Above what blocks: what could only not be judged is never counted as something that was found. */
function blockedTitle(report: Report): string {
  if (isOutage(report)) return 'Could not judge';
  const unjudged = tallies(report).couldNotJudge.blocks;
  return unjudged === 0 ? 'Blocked' : `Blocked, ${number(unjudged)} of them because it could not be judged`;
}

/** In mode `observe` blocking findings are listed among the warnings. */
const warningsTitle = ({ policy }: Report) => (policy.mode === 'observe' ? 'Not blocking in mode observe' : 'Warnings');

/** Names per reason on a terminal; the JSON report has all. */
const namedMissing = 5;

function missingLines(report: Report, paint: Paint, width: number): string[] {
  const groups = missingGroups(report);
  if (groups.length === 0) return [];
  const lines = groups.flatMap(({ title, entries }) => {
    const named = entries.slice(0, namedMissing);
    const lines = named.flatMap((entry) => {
      const words = [entry.direct ? 'direct' : '', comparedWords(entry, report.mode, visible)];
      const description = words.filter((word) => word !== '').join(', ');
      return titled('    ', packageTitle(entry, visible), description, width, (title) => title);
    });
    const rest = entries.length - named.length;
    return [`  ${title}`, ...lines, ...(rest === 0 ? [] : [`    … and ${number(rest)} more; --format json shows all`])];
  });
  return ['', paint.strong(`Without verified provenance: ${missingWords(report)}`), '', ...lines];
}

const namedPasses = 8;

/** What passed, by name, so that a reader sees that it was judged. */
function withoutFindings({ changes, findings, errors }: Report, paint: Paint, width: number): string[] {
  const withFindings = new Set(findings.map(({ name, version }) => JSON.stringify([name, version])));
  const passed = new Map<string, string>();
  for (const { kind, name, version } of changes) {
    const key = JSON.stringify([name, version]);
    if (kind !== 'removed' && !withFindings.has(key)) passed.set(key, packageTitle({ name, version }, visible));
  }
  if (passed.size === 0 || errors.length > 0) return [];
  const named = [...passed.values()].slice(0, namedPasses).join(', ');
  const rest = passed.size > namedPasses ? ` and ${number(passed.size - namedPasses)} more` : '';
  return ['', ...wrap(`Without findings: ${named}${rest}`, '', width).map(paint.faint)];
}

function evaluationErrors({ errors }: Report, paint: Paint, width: number): string[] {
  if (errors.length === 0) return [];
  return [
    '',
    paint.strong(`Could not evaluate: ${plural(errors.length, 'input')}`),
    '',
    ...errors.flatMap((error) => wrap(errorLine(error), '  ', width)),
  ];
}

/** Notes, one paragraph each, without a next step: nothing has to be done. */
function notedFindings(groups: readonly Group[], { paint, width, max }: Omit<SectionOptions, 'report'>): string[] {
  const noted = groups.flatMap(({ subjects }) =>
    subjects.flatMap((subject) => subject.statements.map((statement) => noteLines(subject, statement, width, paint))),
  );
  if (noted.length === 0) return [];
  const findings = groups.reduce((sum, group) => sum + group.findings, 0);
  const rest =
    noted.length > max ? [`  … and ${plural(noted.length - max, 'more note')}; --format json shows all`] : [];
  return ['', paint.strong(`Notes: ${number(findings)}`), '', ...noted.slice(0, max).flat(), ...rest];
}

/** Findings that an exception or an approval covers, one line each: a reviewer should know what was admitted. */
function coveredFindings(groups: readonly Group[], { paint, width, max }: Omit<SectionOptions, 'report'>): string[] {
  const lines = groups.flatMap(({ subjects }) =>
    subjects.flatMap(({ name, version, lockfile, statements }) =>
      statements.map(({ rules, findings }) => {
        const [first] = findings as [Finding];
        const title = name === null ? visible(lockfile, limits.path) : packageTitle({ name, version }, visible);
        return `${title}: ${rules.map((rule) => visible(rule, limits.name)).join(', ')}, ${coverVerb(first)} ${coverWords(first, visible)}`;
      }),
    ),
  );
  if (lines.length === 0) return [];
  const findings = groups.reduce((sum, group) => sum + group.findings, 0);
  const rest = lines.length > max ? [`  … and ${plural(lines.length - max, 'more line')}`] : [];
  return [
    '',
    paint.strong(`Covered: ${plural(findings, 'finding')}`),
    '',
    ...lines.slice(0, max).flatMap((line) => wrap(line, '  ', width)),
    ...rest,
  ];
}
