import { causeWords } from '../../judge/unavailable.ts';
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

/** Longest lists in an address. */
const most = { codes: 8, fingerprints: 3 };

/** Where somebody says that a result is wrong. */
export interface WrongResult {
  /** The form for a false alarm, filled in with rules, codes, digests and the version. */
  readonly falseAlarm: string;
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
  const fields = {
    template: 'false-alarm.yml',
    codes: [...codes].slice(0, most.codes).join(', '),
    fingerprint: [...prints].slice(0, most.fingerprints).join(', '),
    versions: `lockgate ${version}${digest}`,
  };
  return {
    falseAlarm: `${url}/issues/new?${new URLSearchParams(fields).toString()}`,
    falsePass: `${url}/security/advisories/new`,
  };
}

const isCodeOf = (rule: string) => (code: string) =>
  Object.hasOwn(ruleCodes, rule) && ((ruleCodes[rule] ?? '').split(' ').includes(code) || unavailable.has(code));

/** The codes of the engine: evidence of one kind could not be read. */
const unavailable: ReadonlySet<string> = new Set(causeWords.evidence.map((kind) => `unavailable-${kind}`));
