import { quoted } from '../text/visible.ts';
import { inKeys } from './changed-keys.ts';
import { defineLockfileRule } from '../model/rule.ts';
import { plain } from './subject.ts';

export default defineLockfileRule({
  id: 'override',
  summary: 'No override, patch, package extension or catalog entry is added or changed unnoticed.',
  why:
    'An override decides which version, and which package, the whole tree gets, whatever the packages themselves declare: one line ' +
    'can put an old release with a known vulnerability, or a fork under a trusted name, below a hundred packages. The other rules ' +
    'judge what the lockfile then pins; this rule makes sure that somebody reads the line.',
  recommended: 'warn',
  floor: 'none',
  messages: {
    'override-changed': {
      severity: 'configured',
      text: (args) => `${quoted(args.path)} changes which packages are installed: ${inKeys(args)}.`,
      remediation: () =>
        'Confirm that each of these entries is intended, and why. The other rules judge the packages that the entries pull in.',
    },
    'override-unapplied': {
      severity: 'configured',
      text: (args) =>
        args.more === undefined
          ? `${quoted(args.key)} in ${quoted(args.path)} affects which ${args.name === undefined ? 'packages are' : `${quoted(args.name)} is`} installed; lockgate could not apply it when resolving dependencies that are not in the lockfile, so other versions may be installed than were judged.`
          : `${plain(args.more)} more entries in ${quoted(args.path)} affect what is installed; lockgate could not apply them when resolving dependencies that are not in the lockfile.`,
      remediation: () =>
        'Lock with the package manager and run the check on the lockfile, which shows the effect of this entry.',
    },
  },
  check: ({ observation: { code, path, line, name, args } }) => [
    { code, args: { ...args, path, ...(name !== undefined && { name }) }, stable: args, line },
  ],
  examples: [
    {
      title: 'package.json gains an override and loses another',
      observation: {
        code: 'override-changed',
        path: 'package.json',
        line: 12,
        args: { added: 'overrides.left-pad', removed: 'overrides.minimist', digest: 'a'.repeat(64) },
      },
      expectedCodes: ['override-changed'],
    },
    {
      title: 'A catalog entry changes',
      observation: {
        code: 'override-changed',
        path: 'pnpm-workspace.yaml',
        line: 3,
        args: { changed: 'catalog.left-pad', digest: 'a'.repeat(64) },
      },
      expectedCodes: ['override-changed'],
    },
    {
      title: 'An override that lockgate cannot apply to dependencies that are not in the lockfile',
      observation: {
        code: 'override-unapplied',
        path: 'package.json',
        line: 12,
        name: 'left-pad',
        args: { key: 'resolutions.a/**/left-pad' },
      },
      expectedCodes: ['override-unapplied'],
    },
  ],
});
