import { causeWords } from '../../judge/unavailable.ts';
import type { Effect } from '../../model/effect.ts';
import { effectOf } from '../../model/effect.ts';
import type { Finding, Report } from '../../model/index.ts';
import { ruleCodes } from './rule-codes.ts';
import { rankOfRule, wordsOfRule } from './rule-words.ts';

/** Addresses in lockgate's own repository, built from our own words and digests alone. */

/** Where lockgate's own repository is, and what of it runs. */
export interface Project {
  /** The repository's page, of validated parts. */
  readonly url: string;
  /** The tag or commit that runs. */
  readonly ref: string;
}

/**
 * The repository that a manifest names.
 * @returns undefined where it is the placeholder `OWNER`, which would be somebody else's account
 */
export function projectOf(repository: string, version: string): Project | undefined {
  const [, owner, name] =
    /^git\+https:\/\/github\.com\/([A-Za-z\d-]{1,39})\/([\w.-]{1,100})\.git$/.exec(repository) ?? [];
  if (owner === undefined || name === undefined || owner === 'OWNER') return undefined;
  return { url: `https://github.com/${owner}/${name}`, ref: `v${version}` };
}

/** The folder with the rules' pages. */
export const rulesUrlOf = ({ url, ref }: Project): string => `${url}/blob/${ref}/docs/rules`;

/** The page of a rule; undefined for a rule of another version, whose id is third-party text. */
export const ruleUrl = (rule: string, rulesUrl: string | undefined): string | undefined =>
  rulesUrl === undefined || wordsOfRule(rule) === undefined ? undefined : `${rulesUrl}/${rule}.md`;

/** The rules of these findings that we know, in the order in which a sentence names them. */
export function rulesOf(findings: readonly Pick<Finding, 'rule'>[]): string[] {
  const known = new Set(findings.map(({ rule }) => rule).filter((rule) => wordsOfRule(rule) !== undefined));
  return [...known].sort((a, b) => rankOfRule(a) - rankOfRule(b));
}

/**
 * How to read on about the rules that have findings, those that block first. Empty where there are none.
 * @param explain the command that prints a rule's page, as it is to be shown
 */
export function aboutRules({ findings, policy }: Report, explain: (rule: string) => string): string {
  const ofEffect = (...wanted: readonly Effect[]) =>
    rulesOf(findings.filter((finding) => wanted.includes(effectOf(finding, policy.mode))));
  const [first, ...others] = new Set([...ofEffect('blocks'), ...ofEffect('warns', 'notes')]);
  if (first === undefined) return '';
  return `About a rule: ${explain(first)}${others.length > 0 ? ` (or ${others.join(', ')})` : ''}`;
}

/** Longest lists in an address. */
const most = { codes: 8, fingerprints: 3 };

/** Where somebody says that a result is wrong. */
export interface WrongResult {
  /** The form for a false alarm, filled in with rules, codes, digests and the version. */
  readonly falseAlarm: string;
  /** The same with rules and codes alone, for where an address is read and copied. */
  readonly shortAlarm: string;
  /** Private: what should have been blocked is a vulnerability. */
  readonly falsePass: string;
}

/**
 * Where to say that the report is wrong. The addresses have rules and codes of ours, digests, and the version: no name, no path and no
 * message, whatever the report says.
 * @param url lockgate's repository, of validated parts
 * @returns undefined for a report without a finding that blocks or warns
 */
export function wrongResult(report: Report, url: string, version: string): WrongResult | undefined {
  const { findings, policy } = report;
  const open = findings.filter((finding) => ['blocks', 'warns'].includes(effectOf(finding, policy.mode)));
  if (open.length === 0) return undefined;
  const codes = new Set(
    open.flatMap(({ rule, codes: own }) => own.filter(isCodeOf(rule)).map((code) => `${rule}/${code}`)),
  );
  const prints = new Set(open.map(({ fingerprint }) => fingerprint).filter((text) => /^[\da-f]{64}$/.test(text)));
  const digest = /^sha256:[\da-f]{64}$/.test(policy.digest) ? `, policy ${policy.digest}` : '';
  const short = { template: 'false-alarm.yml', codes: [...codes].slice(0, most.codes).join(', ') };
  const fields = {
    ...short,
    fingerprint: [...prints].slice(0, most.fingerprints).join(', '),
    versions: `lockgate ${version}${digest}`,
  };
  const form = (filledIn: Readonly<Record<string, string>>) =>
    `${url}/issues/new?${new URLSearchParams(filledIn).toString()}`;
  return {
    falseAlarm: form(fields),
    shortAlarm: form(short),
    falsePass: `${url}/security/advisories/new`,
  };
}

const isCodeOf = (rule: string) => (code: string) =>
  Object.hasOwn(ruleCodes, rule) && ((ruleCodes[rule] ?? '').split(' ').includes(code) || unavailable.has(code));

/** The codes of the engine: evidence of one kind could not be read. */
const unavailable: ReadonlySet<string> = new Set(causeWords.evidence.map((kind) => `unavailable-${kind}`));
