import semver from 'semver';

import type { Finding } from '../model/index.ts';
import { splitSelector } from '../model/options.ts';
import type { Rule } from '../model/rule.ts';

/** What the policy denies by name stays denied: no exception, publisher or approval covers it. */
export const denyRule = 'deny';

/** Whether an exception, a publisher or an approval may cover a finding at all. */
export function isCoverable({ floor, rule, codes }: Pick<Finding, 'floor' | 'rule' | 'codes'>): boolean {
  return !floor && rule !== denyRule && !codes.some((code) => nameless.has(`${rule}/${code}`));
}

/** Of what no name and version stands for: an exception made for one content would cover any that comes later. */
const nameless: ReadonlySet<string> = new Set(
  ['git-elsewhere', 'git-unmerged', 'git-bytes', 'git-unpinned'].map((code) => `source/${code}`),
);

/** Codes about the policy and the records of decisions: people decide about those files, never an exception. */
export const decidedFileCodes: ReadonlySet<string> = new Set([
  ...['policy-changed', 'approvals-not-alone', 'record-unproven', 'record-altered', 'record-misplaced'],
]);

/** Codes that stand for what another comparison of the head finds, wherever that is: they are reported at the policy's path. */
export const elsewhereCodes: ReadonlySet<string> = new Set(['base-not-a-baseline', 'same-head-blocked']);

/**
 * The codes of findings about files that an exception may name, each with its rule. Codes that are always floor are not
 * among them, and neither are those that are only ever a note, or that people decide about.
 */
export function fileCodes(rules: readonly Rule[]): ReadonlyMap<string, Rule> {
  return new Map(
    rules.flatMap((rule) =>
      rule.subject !== 'lockfile' || rule.floor === 'whole'
        ? []
        : Object.entries(rule.messages).flatMap(([code, { severity }]) =>
            severity === 'mandatory' || severity === 'note' || decidedFileCodes.has(code)
              ? []
              : [[code, rule] as const],
          ),
    ),
  );
}

/** Whether a rule may be named among those that are waived for a package. */
export function isWaivable({ id, floor, subject }: Pick<Rule, 'id' | 'floor' | 'subject'>): boolean {
  return floor !== 'whole' && subject === 'package' && id !== denyRule;
}

/** Codes that ask for a decision on one version: neither a range or a pattern nor a publisher's entry stands for that. */
const decidedByVersion: ReadonlySet<string> = new Set(['provenance/agent-unproven']);

/**
 * Whether only an exception for exactly this name and version covers a finding. What could not be judged may have been one of those
 * codes: it must not be easier to cover than they are.
 */
export function needsExactVersion({ rule, codes, outcome }: Pick<Finding, 'rule' | 'codes' | 'outcome'>): boolean {
  const isUnknown = outcome === 'indeterminate' && [...decidedByVersion].some((each) => each.startsWith(`${rule}/`));
  return isUnknown || codes.some((code) => decidedByVersion.has(`${rule}/${code}`));
}

/** Whether a selector is one name at one version. */
export function isExactSelector(selector: string): boolean {
  const { name, range } = splitSelector(selector);
  return !/[*?]/.test(name) && range !== undefined && semver.valid(range) !== null;
}
