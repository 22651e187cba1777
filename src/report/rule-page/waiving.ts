import type { Rule } from '../../model/rule.ts';
import { maySet } from '../../policy/profiles.ts';
import { denyRule, fileCodes, isWaivable } from '../../policy/waivable.ts';
import type { Block } from './blocks.ts';
import { paragraph } from './blocks.ts';

const policy = (...lines: readonly string[]): Block => ({
  kind: 'code',
  language: 'yaml',
  text: ['version: 1', ...lines].join('\n'),
});

/** Policies that change or waive the rule. Each is complete, and a test loads it. */
export function waivingBlocks(rule: Rule): Block[] {
  if (rule.floor === 'whole') {
    return [paragraph('You cannot: its findings cannot be waived (floor). Change what the finding names.')];
  }
  const level = rule.recommended === 'warn' ? 'error' : 'warn';
  const other = rule.floor === 'part' ? ' (not for floor findings)' : '';
  const profile = [
    paragraph('To set it only for some folders, dependency types or packages, use a profile:'),
    policy(
      'profiles:',
      '  experiment:',
      '    rules:',
      `      ${rule.id}: ${level}`,
      'apply:',
      "  - { profile: experiment, paths: ['experiments/**'] }",
    ),
  ];
  return [
    paragraph(`To set another level everywhere${other}:`),
    policy('rules:', `  ${rule.id}: ${level}`),
    ...(maySet(rule) ? profile : []),
    ...(rule.subject === 'lockfile' ? fileExceptions(rule) : exceptions(rule, other)),
  ];
}

/** Findings about a file are waived only for the content that they are about. */
function fileExceptions(rule: Rule): Block[] {
  const codes = [...fileCodes([rule]).keys()];
  const named = codes.map((one) => `\`${one}\``).join(', ');
  return [
    paragraph(
      `To waive a finding about one change of a file, add an exception with the fingerprint that \`--format json\` prints for it: other content is another finding. The exception may name ${named}. It covers no finding that names a package version.`,
    ),
    policy(
      'exceptions:',
      '  - id: SEC-1413',
      "    path: 'path/to/the/file'",
      `    codes: [${codes[0] ?? ''}]`,
      `    fingerprint: ${'0123456789abcdef'.repeat(4)}`,
      '    reason: Why this change is acceptable.',
      "    owner: '@acme/appsec'",
      '    expires: 2026-12-31',
    ),
  ];
}

function exceptions(rule: Rule, other: string): Block[] {
  if (!isWaivable(rule)) return [paragraph(`This rule has no exceptions: ${whyNone(rule)}.`)];
  const advisories = rule.id === 'advisory' ? ['    advisories: [GHSA-44c6-4v22-4mhx]'] : [];
  return [
    paragraph(
      `To waive the rule for one package${other}, add an exception with a reason and an expiry date on the base branch:`,
    ),
    policy(
      'exceptions:',
      '  - id: SEC-1412',
      '    package: left-pad@1.3.0',
      `    rules: [${rule.id}]`,
      ...advisories,
      '    reason: Why this case is acceptable.',
      "    owner: '@acme/appsec'",
      '    expires: 2026-12-31',
    ),
  ];
}

function whyNone({ id, subject }: Rule): string {
  if (subject === 'policy') return 'fix the entry that the finding names';
  if (id === denyRule) return 'remove the entry from `deny`, or narrow its range';
  throw new Error(`${id}: no text that says why there are no exceptions`);
}
