import { quoted } from '../text/visible.ts';
import { inKeys } from './changed-keys.ts';
import type { Args, Message } from '../model/rule.ts';
import { defineLockfileRule } from '../model/rule.ts';
import { plain } from './subject.ts';

const readBySomeone = 'Let someone who answers for the gate read this change before it is merged.';

const says = (text: (args: Args) => string, remediation = readBySomeone): Message => ({
  severity: 'configured',
  text,
  remediation: () => remediation,
});

const is = ({ how }: Args) => `is ${plain(how)}`;

export default defineLockfileRule({
  id: 'gate-config',
  summary: 'No change to the policy, the approvals, the owners, the gate or the settings of an install passes unseen.',
  why:
    'A pull request that loosens the rules by which it is judged is the oldest way around a gate. This one is judged by the ' +
    "base's policy, approvals, registries and scopes in any case; from the merge on the changed ones count. The same holds " +
    'for the lines of `.npmrc` and its kin that say where packages come from and whose scripts run: the npm worms of 2025 ' +
    'and 2026 added workflows and registry credentials to the repositories that they reached.',
  recommended: 'warn',
  floor: 'none',
  messages: {
    'policy-changed': says(
      (args) => `The policy ${quoted(args.path)} ${is(args)} here; this change is judged by the one of the base.`,
    ),
    'approval-changed': says(
      (args) => `The record ${quoted(args.path)} ${is(args)} here; only the records of the base count for this change.`,
    ),
    'workflow-changed': says(
      (args) => `The workflow ${quoted(args.path)}, which has to do with the gate, ${is(args)}.`,
    ),
    'setting-changed': says(
      (args) =>
        `${quoted(args.path)} changes settings that bear on what is installed or on the gate: ${inKeys(args)}. This change is judged by the settings of the base.`,
    ),
    'program-changed': says(
      (args) =>
        `${quoted(args.path)}, which a package manager runs, ${is(args)}; it is not executed here, and not judged.`,
      'Read the file, or restore it from the release that it is said to be.',
    ),
    'modules-committed': says(
      (args) => `${quoted(args.path)} is committed: what lies in it is installed already, and is not judged.`,
      'Remove the folder from the repository, and ignore it.',
    ),
  },
  check: ({ observation: { code, path, line, args } }) => [{ code, args: { ...args, path }, stable: args, line }],
  examples: [
    {
      title: 'The policy changes',
      observation: {
        code: 'policy-changed',
        path: '.github/dependency-policy.yml',
        line: 1,
        args: { how: 'changed', bytes: 'a'.repeat(40) },
      },
      expectedCodes: ['policy-changed'],
    },
    {
      title: 'A pull request brings its own approval',
      observation: {
        code: 'approval-changed',
        path: '.github/dependency-approvals/left-pad.json',
        line: 1,
        args: { how: 'added' },
      },
      expectedCodes: ['approval-changed'],
    },
    {
      title: 'The workflow that runs the gate is removed',
      observation: {
        code: 'workflow-changed',
        path: '.github/workflows/dependencies.yml',
        line: 1,
        args: { how: 'removed' },
      },
      expectedCodes: ['workflow-changed'],
    },
    {
      title: '`.npmrc` names another registry',
      observation: {
        code: 'setting-changed',
        path: '.npmrc',
        line: 1,
        args: { added: '@acme:registry', digest: 'a'.repeat(64) },
      },
      expectedCodes: ['setting-changed'],
    },
    {
      title: 'A pnpmfile, which pnpm runs on every install',
      observation: { code: 'program-changed', path: '.pnpmfile.cjs', line: 1, args: { how: 'added' } },
      expectedCodes: ['program-changed'],
    },
    {
      title: 'A committed `node_modules`',
      observation: { code: 'modules-committed', path: 'node_modules', line: 1, args: {} },
      expectedCodes: ['modules-committed'],
    },
  ],
});
