import type { Finding, Report } from '../../model/index.ts';
import { limits, visible } from '../../text/visible.ts';
import type { Group } from '../view/grouping.ts';
import { compareUrlOf } from '../view/links.ts';
import type { Subject } from '../view/subject.ts';
import type { Statement } from '../view/statements.ts';
import type { SharedStep } from '../view/next-step.ts';
import { coverVerb, coverWords } from '../view/cover-words.ts';
import { byNextStep, sharedStep } from '../view/next-step.ts';
import type { Paint } from './paint.ts';
import {
  changeWords,
  levelWords,
  number,
  packageTitle,
  pathWords,
  placesWords,
  plural,
  roleWords,
  subjectPlaces,
} from '../view/words.ts';
import { wrap } from './wrap.ts';

export interface SectionOptions {
  readonly report: Report;
  readonly paint: Paint;
  readonly width: number;
  readonly max: number;
}

/** The packages of one effect under a title, at most `max` of them; the rest is counted. */
export function section(title: string, groups: readonly Group[], options: SectionOptions): string[] {
  if (groups.length === 0) return [];
  const { paint, max } = options;
  const blocks = groups.flatMap((group) => {
    const step = sharedStep(group);
    return group.subjects.map((subject, index) => ({
      lines: ['', ...blockLines(group, subject, index === 0, step, options)],
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

/** One package; before the first of a group, what pulls it and the others in, and their shared next step. */
function blockLines(
  group: Group,
  subject: Subject,
  isFirst: boolean,
  step: SharedStep | undefined,
  options: SectionOptions,
): string[] {
  const { root, headed, subjects } = group;
  const { width } = options;
  const next = step === undefined ? [] : wrap(sharedWords(step), '    ', width);
  if (headed) {
    if (!isFirst) return subjectLines(subject, { indent: '    ', start: 'pulls in ', step }, options);
    const [title = [], ...rest] = subjectParts(subject, { indent: '  ', start: '', step }, options);
    return [title, next, ...rest].flat();
  }
  if (root === undefined || subjects.every(({ name }) => name === root)) {
    return subjectLines(subject, { indent: '  ', start: '', step: undefined }, options);
  }
  const heading = isFirst ? [...pulledIn(root, group, options), ...next, ''] : [];
  return [...heading, ...subjectLines(subject, { indent: '    ', start: '', step }, options)];
}

const sharedWords = ({ remediation, ofAll }: SharedStep) =>
  `${ofAll ? 'next for all of these' : 'next, unless stated otherwise'}: ${visible(remediation)}`;

/** Says once which direct dependency pulls in the next packages, if it has no findings of its own. */
function pulledIn(root: string, { change }: Group, { report, paint, width }: SectionOptions): string[] {
  const version = change === undefined ? '' : ` ${visible(change.version, limits.version)}`;
  const how = change === undefined ? '' : changeWords(change, report.mode, visible);
  return titled('  ', `Pulled in by ${visible(root, limits.name)}${version}`, how, width, paint.strong);
}

/** How a package's lines begin, and the next step that its group has already named. */
interface BlockStart {
  readonly indent: string;
  readonly start: string;
  readonly step: SharedStep | undefined;
}

const subjectLines = (...parts: Parameters<typeof subjectParts>) => subjectParts(...parts).flat();

function subjectParts(subject: Subject, { indent, start, step }: BlockStart, options: SectionOptions): string[][] {
  const { paint, width } = options;
  const { change, statements, alike } = subject;
  const facts = [`at  ${placesWords(subjectPlaces(subject), 3, visible)}`];
  const [path, ...others] = change?.direct === false && alike.length === 0 ? change.via : [];
  if (path !== undefined) {
    const more = others.length === 0 ? '' : ` (and ${plural(others.length, 'more path')})`;
    facts.push(`why ${pathWords(path, visible, '>')}${more}`);
  }
  const compared = change === undefined || alike.length > 0 ? undefined : compareUrlOf(change);
  if (compared !== undefined) facts.push(`compare ${compared}`);
  return [
    [
      ...header(subject, indent, start, options),
      ...facts.flatMap((fact) => wrap(fact, `${indent}  `, width).map(paint.faint)),
    ],
    ...byNextStep(statements).map((together) =>
      statementLines(together, `${indent}  `, step, { ...options, isOfSeveral: alike.length > 0 }),
    ),
  ];
}

function header(subject: Subject, indent: string, start: string, { report, paint, width }: SectionOptions): string[] {
  const { name, version, lockfile, change, alike, family } = subject;
  const title = name === null ? visible(lockfile, limits.path) : packageTitle({ name, version }, visible);
  if (family !== undefined) {
    const several = plural(alike.length + 1, 'platform package');
    return titled(indent, packageTitle({ name: family, version }, visible), several, width, paint.strong);
  }
  if (alike.length > 0) {
    const named = [title, ...alike.slice(0, 5).map((each) => packageTitle(each, visible))].join(', ');
    const rest = alike.length > 5 ? ` and ${number(alike.length - 5)} more` : '';
    return titled(indent, plural(alike.length + 1, 'package'), `${named}${rest}`, width, paint.strong);
  }
  const words = change === undefined ? [] : [changeWords(change, report.mode, visible), roleWords(change)];
  const description = words.filter((word) => word !== '').join(', ');
  return titled(`${indent}${start}`, title, description, width, paint.strong);
}

/** A title and its description, on one line if there is room. */
export function titled(indent: string, title: string, words: string, width: number, painted: (text: string) => string) {
  if (words === '') return [`${indent}${painted(title)}`];
  const line = `${indent}${title}  ${words}`;
  if (line.length <= width) return [`${indent}${painted(title)}  ${words}`];
  const inner = ' '.repeat(indent.length - indent.trimStart().length + 2);
  return [`${indent}${painted(title)}`, ...wrap(words, inner, width)];
}

function statementLines(
  together: readonly Statement[],
  indent: string,
  step: SharedStep | undefined,
  { width, paint, isOfSeveral }: SectionOptions & { readonly isOfSeveral: boolean },
): string[] {
  const [{ decision, remediation, findings }] = together as [Statement];
  const [finding] = findings as [Finding];
  const isSaid = decision === null && remediation === step?.remediation;
  const next =
    decision === null ? `next: ${visible(remediation)}` : `${coverVerb(finding)} ${coverWords(finding, visible)}`;
  return [
    ...together.flatMap((statement) =>
      messageLines(
        statement,
        indent,
        width,
        paint,
        isOfSeveral && statement.outcome === 'violation' ? 'for example: ' : '',
      ),
    ),
    ...(isSaid ? [] : wrap(next, `${indent}  `, width)),
  ];
}

function messageLines(
  { rules, level, outcome, message }: Statement,
  indent: string,
  width: number,
  paint: Paint,
  about = '',
) {
  const names = rules.map((rule) => visible(rule, limits.name)).join(', ');
  const label = `${levelWords[level]}[${names}]`;
  const lines = wrap(
    `${label} ${about}${outcome === 'indeterminate' ? 'not judged: ' : ''}${visible(message)}`,
    indent,
    width,
  );
  const painted = `${levelWords[level]}[${rules.map((rule) => paint.rule(rule, visible(rule, limits.name))).join(', ')}]`;
  return lines.map((line, index) => (index === 0 ? line.replace(label, () => paint.level(level, painted)) : line));
}

/** One note, with the package or file that it is about. */
export function noteLines(subject: Subject, statement: Statement, width: number, paint: Paint): string[] {
  const { name, version, lockfile, alike } = subject;
  const title = name === null ? visible(lockfile, limits.path) : packageTitle({ name, version }, visible);
  const others = alike.length === 0 ? '' : ` and ${plural(alike.length, 'more package')}`;
  return messageLines(statement, '  ', width, paint, `${title}${others}: `);
}
