import { quoted } from '../text/visible.ts';
import { inKeys } from './changed-keys.ts';
import { defineLockfileRule } from '../model/rule.ts';
import { plain } from './subject.ts';

export default defineLockfileRule({
  id: 'override',
  summary: 'No override, patch, package extension or catalog entry comes in or changes unseen.',
  why:
    'An override decides which version, and which package, everything in the tree gets, whatever the packages themselves ' +
    'ask for: one line can put an old release with a known hole, or a fork under a trusted name, below a hundred packages. ' +
    'What is installed because of it is in the lockfile and is judged as always; this rule makes sure that the line is read.',
  recommended: 'warn',
  floor: 'none',
  messages: {
    'override-changed': {
      severity: 'configured',
      text: (args) => `${quoted(args.path)} changes which packages are installed: ${inKeys(args)}.`,
      remediation: () =>
        'Make sure that each of these entries is meant, and why; what they bring in is judged as always.',
    },
    'override-unapplied': {
      severity: 'configured',
      text: (args) =>
        args.more === undefined
          ? `${quoted(args.key)} of ${quoted(args.path)} bears on what is installed${args.name === undefined ? '' : ` of ${quoted(args.name)}`}, and what no lockfile pins was resolved without it: something else may be installed than was judged.`
          : `${plain(args.more)} more entries of ${quoted(args.path)} bear on what is installed, and what no lockfile pins was resolved without them.`,
      remediation: () =>
        'Lock with the package manager, and let the lockfile be judged: it says what this entry comes to.',
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
      title: 'What nothing pins was resolved without an override that lockgate cannot apply',
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
