import { quoted } from '../text/visible.ts';
import { inKeys } from './changed-keys.ts';
import type { Args, Message } from '../model/rule.ts';
import { defineLockfileRule } from '../model/rule.ts';
import { plain } from './subject.ts';

const review = 'Have an owner of the gate review this change before it is merged.';

const configured = (text: (args: Args) => string, remediation = review): Message => ({
  severity: 'configured',
  text,
  remediation: () => remediation,
});

const is = ({ how }: Args) => `is ${plain(how)}`;

export default defineLockfileRule({
  id: 'gate-config',
  summary: 'No change to the policy, approvals, code owners, gate or install settings passes unnoticed.',
  why:
    'A pull request that loosens the rules that judge it is the oldest way around a gate. lockgate always judges it by the policy, ' +
    'approvals, registries and scopes of the default branch; the changed ones count after the merge. The same holds for the lines of ' +
    '`.npmrc` and similar files that decide where packages come from and whose scripts run: the npm worms of 2025 and 2026 added ' +
    'workflows and registry credentials to the repositories that they reached.',
  recommended: 'warn',
  floor: 'none',
  messages: {
    'policy-changed': configured(
      (args) =>
        `The policy ${quoted(args.path)} ${is(args)} here, but this change is judged by the policy on the default branch.`,
    ),
    'approval-changed': configured(
      (args) =>
        `The approval ${quoted(args.path)} ${is(args)} here, but only approvals on the default branch count for this change.`,
    ),
    'workflow-changed': configured((args) => `The workflow ${quoted(args.path)}, which affects the gate, ${is(args)}.`),
    'setting-changed': configured(
      (args) =>
        `${quoted(args.path)} changes settings that affect installs or the gate: ${inKeys(args)}. This change is judged by the settings on the default branch.`,
    ),
    'program-changed': configured(
      (args) =>
        `${quoted(args.path)}, which a package manager executes, ${is(args)}; lockgate does not execute or judge it.`,
      'Review the file, or restore it from the release that it should come from.',
    ),
    'modules-committed': configured(
      (args) =>
        `${quoted(args.path)} is committed: the packages in it are already installed, and lockgate does not judge them.`,
      'Remove the folder from the repository, and add it to `.gitignore`.',
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
        args: { how: 'changed' },
      },
      expectedCodes: ['policy-changed'],
    },
    {
      title: 'A pull request adds its own approval',
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
