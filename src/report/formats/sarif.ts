import type { Location, Notification, ReportingDescriptor, Result } from 'sarif';

import { effectOf } from '../../model/effect.ts';
import type { Finding, GateError, Report } from '../../model/index.ts';
import { rules } from '../../rules/index.ts';
import type { Rule } from '../../model/rule.ts';
import { limits, visible } from '../../text/visible.ts';
import { logText, prose } from '../escape.ts';
import { coverVerb, coverWords } from '../view/cover-words.ts';
import { withOneDate } from '../view/one-date.ts';
import { jsonText } from './json.ts';

/** GitHub refuses a run with more than 25,000 results and shows the first 5,000 (GitHub Docs, SARIF support: validation). */
const maxResults = 25_000;
/** Characters of a message or a remedy; the JSON report has all of it. */
const longest = 1000;

/**
 * The report as SARIF 2.1.0: one run, one result a finding, worst first. What an exception or an approval covers is a
 * suppressed result; what could not be evaluated is a notification, with `executionSuccessful: false`. Results past
 * `max` are left out, and a notification counts them.
 * @param rulesUrl the folder with the rules' pages, which `helpUri` points into; without it the help names the pages
 */
export function sarifReport(
  given: Report,
  { max = maxResults, rulesUrl }: { readonly max?: number; readonly rulesUrl?: string } = {},
): string {
  const report = withOneDate(given);
  const results = [...report.findings].sort((a, b) => rank(report, a) - rank(report, b));
  const descriptors = describe(results, rulesUrl);
  const indexes = new Map(descriptors.map(({ id }, index) => [id, index]));
  const notifications = [...report.errors.map(ofError), ...leftOut(results.length - max)];
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'lockgate', rules: descriptors } },
        automationDetails: { id: 'lockgate/' },
        invocations: [{ executionSuccessful: report.errors.length === 0, toolExecutionNotifications: notifications }],
        columnKind: 'utf16CodeUnits',
        results: results.slice(0, max).map((finding) => ofFinding(report, finding, indexes.get(finding.rule) ?? -1)),
        properties: {
          verdict: report.verdict,
          evaluatedAt: report.evaluatedAt,
          found: report.counts.found,
          couldNotJudge: report.counts.couldNotJudge,
          policyDigest: visible(report.policy.digest, limits.version),
        },
      },
    ],
  });
}

/** A stable sort keeps the report's own order within an effect. */
function rank({ policy }: Report, finding: Finding): number {
  return ['blocks', 'warns', 'notes', 'covered'].indexOf(effectOf(finding, policy.mode));
}

function ofFinding(report: Report, finding: Finding, ruleIndex: number): Result {
  const { rule, outcome, message, remediation, lockfile, line, fingerprint, name, version } = finding;
  const wanted = effectOf(finding, report.policy.mode);
  const unknown = outcome === 'indeterminate' ? 'Could not judge: ' : '';
  return {
    ruleId: rule,
    ruleIndex,
    level: effectLevel[wanted] ?? sarifLevels[finding.level],
    message: {
      text: plain(`${unknown}${visible(message, longest)} Next: ${visible(remediation, longest)}`),
      markdown: `${unknown}${prose(message, longest)} **Next:** ${prose(remediation, longest)}`,
    },
    locations: [place(lockfile, line)],
    // GitHub matches alerts by the first of the two only, and derives it from the line if it is missing.
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'lockgate/v1': fingerprint },
    ...(wanted === 'covered' ? { suppressions: [suppression(finding)] } : {}),
    properties: {
      outcome,
      ...(name === null ? {} : { package: visible(name, limits.name) }),
      ...(version === null ? {} : { version: visible(version, limits.version) }),
    },
  };
}

const suppression = (finding: Finding) => ({
  kind: 'external' as const,
  status: 'accepted' as const,
  ...(finding.decision === null
    ? {}
    : {
        justification: plain(
          `${finding.status === 'approved' ? `${coverVerb(finding)} ` : ''}${coverWords(finding, visible)}`,
        ),
      }),
});

const sarifLevels = { error: 'error', warn: 'warning', note: 'note' } as const;
/** A covered finding has the level that it would have without the exception or approval. */
const effectLevel = { blocks: 'error', warns: 'warning', notes: 'note', covered: undefined } as const;

function ofError({ code, message, path, line, column }: GateError): Notification {
  return {
    level: 'error',
    descriptor: { id: code },
    message: { text: plain(visible(message, longest)) },
    ...(path === undefined ? {} : { locations: [place(path, line ?? 1, column)] }),
  };
}

function leftOut(count: number): Notification[] {
  if (count <= 0) return [];
  const text = `Left out here for length: ${count} findings; the JSON report has them all.`;
  return [{ level: 'warning', descriptor: { id: 'left-out' }, message: { text } }];
}

/** A path becomes a relative reference (RFC 3986), so that nothing in it can be read as a scheme, a host or a query. */
function place(path: string, line: number, column?: number): Location {
  const uri = path
    .split('/')
    .map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\uFFFD')))
    .join('/');
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
      region: { startLine: Math.max(line, 1), ...(column === undefined ? {} : { startColumn: column }) },
    },
  };
}

/**
 * Plain text of a SARIF message, in which `[words](target)` is a link and `{0}` a placeholder (SARIF 2.1.0, 3.11.5 and
 * 3.11.6). Readers disagree about the escapes, so a space breaks both.
 */
function plain(text: string): string {
  return logText(text)
    .replaceAll('](', '] (')
    .replace(/\{(?=\d+\})/gu, '{ ');
}

/** Every rule that there is, and any other that a finding names: a report may come from another version. */
function describe(findings: readonly Finding[], rulesUrl: string | undefined): ReportingDescriptor[] {
  const known = new Set(rules.map(({ id }) => id));
  const others = new Set(findings.map(({ rule }) => rule).filter((rule) => !known.has(rule)));
  return [...rules.map((rule) => ofRule(rule, rulesUrl)), ...[...others].map((id) => ({ id }))];
}

function ofRule({ id, summary, why, recommended, floor }: Rule, rulesUrl?: string): ReportingDescriptor {
  const fixed = floor === 'none' ? '' : floor === 'whole' ? ' It cannot be waived.' : ' Parts of it cannot be waived.';
  const off = recommended === 'off';
  const page = `docs/rules/${id}.md`;
  const link = rulesUrl === undefined ? `\`${page}\`` : `[${page}](${rulesUrl}/${id}.md)`;
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    ...(rulesUrl === undefined ? {} : { helpUri: `${rulesUrl}/${id}.md` }),
    help: {
      text: `${summary}\n\n${why}${fixed}\n\nOptions, messages, examples and exceptions: ${page} of lockgate.`,
      markdown: `**${summary}**\n\n${why}${fixed}\n\nSet its level and options under \`rules.${id}\` of the policy; \`lockgate explain\` shows what is known about a package, and ${link} describes the rule's messages and how to fix each.`,
    },
    defaultConfiguration: { enabled: !off, level: sarifLevels[recommended === 'off' ? 'warn' : recommended] },
    properties: { tags: ['dependencies', 'supply-chain'], precision: 'high' },
  };
}
