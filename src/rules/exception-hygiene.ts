import { quoted } from '../text/visible.ts';
import { definePolicyRule } from '../model/rule.ts';
import type { Args } from '../model/rule.ts';
import { minute } from './time.ts';

/**
 * Arguments of every message about an exception: `package` (the selector) and `rules`, or `path` and `codes` (each list joined by commas),
 * and `id` where the exception has one.
 */
const exception = ({ id, package: selector, rules, path, codes }: Args) => {
  const named = id === undefined ? '' : ` ${quoted(id)}`;
  return `The exception${named} for ${quoted(selector ?? path)} (${quoted(rules ?? codes)})`;
};

export default definePolicyRule({
  id: 'exception-hygiene',
  summary:
    'Exceptions and listed publishers are valid today, in use, and no broader than the case that they were made for, and every entry of the policy can have an effect.',
  why:
    'An exception is a decision about one case at one time. Exceptions that nobody removes add up to a second policy that nobody ' +
    'reads. Only an audit judges every locked package, so only an audit reports `unused`. An exception from a rule that speaks of ' +
    'changes (`cooldown`, `new-package` and the like) is in use as long as its version is locked, although nothing is found after ' +
    'the merge. A listed publisher is in use as long as one of its packages is locked, whether or not it waives anything today.',
  recommended: 'warn',
  floor: 'none',
  messages: {
    expired: {
      severity: 'configured',
      text: (args) => `${exception(args)} expired on ${minute(args.expires)} and is ignored.`,
      remediation: () => 'Remove it, or renew it with a new date and a current reason.',
    },
    'too-wide': {
      severity: 'configured',
      text: (args) => `${exception(args)} matches names that anybody can publish.`,
      remediation: () => 'Name the intended packages, or limit the wildcard to one scope.',
    },
    unused: {
      severity: 'configured',
      text: (args) =>
        `${exception(args)} covers ${args.path === undefined ? 'no locked package' : 'no finding of this audit'}.`,
      remediation: ({ path }) =>
        path === undefined
          ? 'Remove it: the version is no longer locked, or passes without the exception.'
          : 'Remove it: the change that it was made for is merged or gone.',
    },
    'publisher-ended': {
      severity: 'configured',
      text: (args) =>
        `The ${quoted(args.id)} entry for ${quoted(args.packages)} expired on ${quoted(args.end)}; it no longer matches any publisher or waives any rule.`,
      remediation: () => 'Remove it, or renew it with a new `end` and a current reason.',
    },
    'publisher-unused': {
      severity: 'configured',
      text: (args) => `No locked package matches ${quoted(args.id)} (${quoted(args.packages)}).`,
      remediation: () => 'Remove it, or name the intended packages.',
    },
    'no-effect': {
      severity: 'configured',
      text: ({ entry, line, column, others }) =>
        `The entry ${quoted(entry)} of the policy (line ${Number(line)}, column ${Number(column)}) can never have an effect${Number(others) > 0 ? `, and neither can ${Number(others)} more` : ''}.`,
      remediation: () =>
        'Fix or remove what `lockgate policy check` lists, with the reason; until then the policy applies without it.',
    },
  },
  examples: [
    {
      title: 'An entry that can never have an effect',
      violation: {
        code: 'no-effect',
        args: { entry: 'rules.license.allow[1]', line: 7, column: 14, others: 1 },
      },
    },
    {
      title: 'An expired exception',
      violation: {
        code: 'expired',
        args: {
          id: 'SEC-1412',
          package: 'semver-regex@3.1.4',
          rules: 'abandonment',
          expires: '2026-06-01T00:00:00.000Z',
        },
      },
    },
    {
      title: 'A wildcard that matches unscoped names',
      violation: { code: 'too-wide', args: { package: 'acme-*', rules: 'cooldown, new-package' } },
    },
    {
      title: 'In an audit: the package is no longer locked',
      violation: { code: 'unused', args: { id: 'SEC-1412', package: 'semver-regex@3.1.4', rules: 'abandonment' } },
    },
    {
      title: 'In an audit: the change of the file that it was made for is merged',
      violation: {
        code: 'unused',
        args: { path: '.yarnrc.yml', codes: 'setting-changed', fingerprint: 'a'.repeat(64) },
      },
    },
    {
      title: 'A publisher entry that has expired',
      violation: { code: 'publisher-ended', args: { id: 'publishers[0]', packages: '@acme/*', end: '2026-05-31' } },
    },
    {
      title: 'In an audit: a publisher entry without a locked package',
      violation: { code: 'publisher-unused', args: { id: 'publishers[1]', packages: '@acme/*', end: '2026-12-31' } },
    },
  ],
});
