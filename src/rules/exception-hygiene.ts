import { quoted } from '../text/visible.ts';
import { definePolicyRule } from '../model/rule.ts';
import type { Args } from '../model/rule.ts';
import { minute } from './time.ts';

/** Arguments of every message: `package` (the selector), `rules` (joined by commas), `id` where the exception has one. */
const exception = (args: Args) =>
  args.id === undefined
    ? `The exception for ${quoted(args.package)} (${quoted(args.rules)})`
    : `The exception ${quoted(args.id)} for ${quoted(args.package)} (${quoted(args.rules)})`;

export default definePolicyRule({
  id: 'exception-hygiene',
  summary: 'Exceptions and listed publishers are in force, in use, and no wider than the case that they were made for.',
  why:
    'An exception is a decision about one case at one time. Those that nobody removes add up to a second, ' +
    'unread policy. Whether one is in use shows only where everything that is locked is judged, so `unused` is spoken in audits. ' +
    'A publisher that is listed is in use as long as one of its packages is locked, whether or not it waives anything today.',
  recommended: 'warn',
  floor: 'none',
  messages: {
    expired: {
      severity: 'configured',
      text: (args) => `${exception(args)} expired ${minute(args.expires)} and is ignored.`,
      remediation: () => 'Remove it, or decide anew: with a new date, and the reason as it stands today.',
    },
    'too-wide': {
      severity: 'configured',
      text: (args) => `${exception(args)} takes in names that anybody can publish.`,
      remediation: () => 'Name the packages that are meant, or confine the wildcard to one scope.',
    },
    unused: {
      severity: 'configured',
      text: (args) => `${exception(args)} covers nothing that is locked.`,
      remediation: () => 'Remove it: what it was made for is gone, or passes by itself.',
    },
    'publisher-ended': {
      severity: 'configured',
      text: (args) =>
        `The publisher of ${quoted(args.packages)} (${quoted(args.id)}) ended on ${quoted(args.end)}: it recognises nobody and waives nothing.`,
      remediation: () => 'Remove it, or decide anew: with a new end, and the reason as it stands today.',
    },
    'publisher-unused': {
      severity: 'configured',
      text: (args) => `The publisher of ${quoted(args.packages)} (${quoted(args.id)}) is about nothing that is locked.`,
      remediation: () => 'Remove it, or name the packages that are meant.',
    },
  },
  examples: [
    {
      title: 'An exception whose day has come',
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
      title: 'A wildcard over all unscoped names',
      violation: { code: 'too-wide', args: { package: 'acme-*', rules: 'cooldown, new-package' } },
    },
    {
      title: 'In an audit: the package is no longer locked',
      violation: { code: 'unused', args: { id: 'SEC-1412', package: 'semver-regex@3.1.4', rules: 'abandonment' } },
    },
    {
      title: 'A publisher whose last day is over',
      violation: { code: 'publisher-ended', args: { id: 'publishers[0]', packages: '@acme/*', end: '2026-05-31' } },
    },
    {
      title: 'In an audit: a publisher none of whose packages is locked',
      violation: { code: 'publisher-unused', args: { id: 'publishers[1]', packages: '@acme/*', end: '2026-12-31' } },
    },
  ],
});
