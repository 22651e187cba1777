import type { Effect } from '../../model/effect.ts';
import { effectOf } from '../../model/effect.ts';
import type { Report } from '../../model/index.ts';
import { limits } from '../../text/visible.ts';
import { codeSpan, prose } from '../escape.ts';
import type { Item } from '../view/fit.ts';
import type { Group, Subject } from '../view/grouping.ts';
import type { Place, Statement } from '../view/statements.ts';
import { groupFindings } from '../view/grouping.ts';
import { longest, packageSpan } from './markdown-parts.ts';
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

/** The findings of one effect, package by package, under the direct dependencies that pull them in. */
export function findingItems(report: Report, wanted: Effect): Item[] {
  const listed = shownInTheList(report);
  const findings = report.findings.filter(
    (finding) => effectOf(finding, report.policy.mode) === wanted && !listed(finding),
  );
  return groupFindings(report, findings).flatMap((group) => groupItems(group, report));
}

/** A direct dependency with findings of its own stands above the packages that it pulls in. */
function groupItems(group: Group, report: Report): Item[] {
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
          ? statementLines(subject, '  ', step)
          : `${titleLine('  - pulls in ', subject, report)}${statementLines(subject, '    ', step)}`,
      findings: subject.findings,
    }));
  }
  const indent = root === undefined || subjects.every(({ name }) => name === root) ? '' : '  ';
  const heading = indent === '' ? {} : { heading: `${pulledIn(group, report)}${shared}` };
  const below = indent === '' ? undefined : step;
  return subjects.map((subject) => ({
    ...heading,
    text: `${titleLine(`${indent}- `, subject, report)}${statementLines(subject, `${indent}  `, below)}`,
    findings: subject.findings,
  }));
}

const sharedWords = ({ remediation, ofAll }: SharedStep) =>
  `**${ofAll ? 'Next for all of these' : 'Next, unless stated otherwise'}:** ${prose(remediation, longest)}`;

function pulledIn({ root = '', change }: Group, { mode }: Report): string {
  const how = change === undefined ? '' : changeWords(change, mode, codeSpan);
  const what = packageSpan({ name: root, version: change?.version ?? null });
  return `- Pulled in by **${what}**${how === '' ? '' : `, ${how}`}\n`;
}

/** One list item with everything that is said about a subject, and with its `places`. */
export function subjectItem(subject: Subject, report: Report, places?: readonly Place[]): string {
  return `${titleLine('- ', subject, report, places)}${statementLines(subject, '  ', undefined)}`;
}

function titleLine(
  start: string,
  subject: Subject,
  report: Report,
  places: readonly Place[] = subjectPlaces(subject),
): string {
  const { change, alike } = subject;
  const facts = places.length === 0 ? [] : [placesWords(places, 3, codeSpan)];
  if (change !== undefined && alike.length === 0) {
    const [path] = change.direct ? [] : change.via;
    if (path !== undefined) facts.unshift(pathWords(path, codeSpan, '→'));
    facts.push(...evidenceWords(change, codeSpan));
  }
  const details = facts.length === 0 ? '' : `<br><sub>${facts.join(' · ')}</sub>`;
  return `${start}${subjectTitle(subject, report)}${details}\n`;
}

/** One line per next step, with the statements that lead to it; a step that the heading names is not repeated. */
function statementLines({ statements }: Subject, indent: string, step: SharedStep | undefined): string {
  return byNextStep(statements)
    .map((together) => {
      const [{ decision, remediation }] = together as [Statement];
      const next =
        decision !== null
          ? `<br>**Covered by** ${codeSpan(decision, limits.name)}`
          : remediation === step?.remediation
            ? ''
            : `<br>**Next:** ${prose(remediation, longest)}`;
      return `${indent}- ${together.map(statementWords).join('<br>')}${next}\n`;
    })
    .join('');
}

function subjectTitle({ name, version, lockfile, change, alike }: Subject, { mode }: Report): string {
  const title = name === null ? codeSpan(lockfile) : packageSpan({ name, version });
  if (alike.length > 0) {
    const named = [title, ...alike.slice(0, 9).map(packageSpan)].join(', ');
    const rest = alike.length > 9 ? ` and ${number(alike.length - 9)} more` : '';
    return `**${plural(alike.length + 1, 'package')}**: ${named}${rest}`;
  }
  const words = change === undefined ? [] : [changeWords(change, mode, codeSpan), roleWords(change)];
  return [`**${title}**`, ...words.filter((word) => word !== '')].join(', ');
}

const signs = { error: '🛑', warn: '⚠️', note: 'ℹ️' } as const;

function statementWords({ rules, level, floor, outcome, message }: Statement): string {
  const label = `${signs[level]} ${levelWords[level]} **${rules.map((rule) => codeSpan(rule)).join(', ')}**`;
  const unknown = outcome === 'indeterminate' ? ' could not judge' : '';
  const fixed = floor ? ' (cannot be waived)' : '';
  return `${label}${fixed}${unknown}: ${prose(message, longest)}`;
}
