import { limits, quoted } from '../text/visible.ts';
import { inKeys } from './changed-keys.ts';
import type { Args, Message } from '../model/rule.ts';
import { defineLockfileRule } from '../model/rule.ts';
import { looseningWords } from './loosening-words.ts';
import { plain } from './subject.ts';

const review = 'Have an owner of the gate review this change before it is merged.';

const configured = (text: (args: Args) => string, remediation = review): Message => ({
  severity: 'configured',
  text,
  remediation: () => remediation,
});

/** An error under `recommended`, where the rule's level is a warning. */
const raised = (text: (args: Args) => string, remediation: string): Message => ({
  ...configured(text, remediation),
  severity: { presets: { audit: 'warn', attacks: 'warn', recommended: 'error', strict: 'error' } },
});

const note = (text: (args: Args) => string): Message => ({
  ...configured(text, 'Nothing has to be done.'),
  severity: 'note',
});

const versions = ({ versions: all, version }: Args) => quoted(all ?? version);

/** What takes the place of the package manager, and how. */
function replaced(args: Args): string {
  const { path, why, key, program, by } = args;
  switch (why) {
    case 'not-exact':
      return `${quoted(key)} in ${quoted(path)} does not name one exact version, so what runs as package manager is chosen at install time or comes from an address.`;
    case 'not-known':
      return `${quoted(key)} in ${quoted(path)} names no package manager that lockgate knows.`;
    case 'other-manager':
      return `${quoted(key)} in ${quoted(path)} names another package manager than the project uses.`;
    case 'hash':
      return `The hash in ${quoted(key)} of ${quoted(path)} is not that of ${quoted(`${plain(program)}@${plain(args.version)}`)} in the registry.`;
    case 'differs':
      return `${quoted(path)} runs as ${quoted(program)}, and is not what the registry publishes for ${versions(args)}.`;
    case 'file':
      return by === undefined
        ? `${quoted(path)}, from which the package manager is chosen, ${is(args)}.`
        : `${quoted(path)} ${is(args)}: ${quoted(by)} in ${quoted(args.in)} makes it part of the package manager.`;
    default:
      return `${quoted(path)} changes settings that replace the package manager or run code in it: ${inKeys(args)}.`;
  }
}

const is = ({ how }: Args) => `is ${plain(how)}`;

/** What a change of the policy does: by which files, to which values, and who could approve afterwards. */
function policyWords({ path, how, by, parts, approvers, required, keys, unread, narrows }: Args): string {
  const where = by === undefined ? '' : ` (by ${quoted(by)})`;
  const what = parts === undefined ? '' : `; what changes: ${quoted(parts, limits.message)}`;
  const only = narrows === undefined ? '' : ', and only tightens who may approve';
  const who =
    approvers === undefined
      ? ''
      : ` Approvers after the merge, with their ids: ${quoted(approvers, limits.message)}; required: ${plain(required)}.`;
  const signers = keys === undefined ? '' : ` Security keys, by account id: ${quoted(keys, limits.message)}.`;
  const open = unread === undefined ? '' : ' What it would extend is not read, and may name approvers.';
  return `The policy ${quoted(path)} is ${plain(how)} here${where}${what}${only}.${who}${signers}${open}`;
}

/** What stands beside the first approvers. */
function besideWords({ parts, others, other, ledger }: Args): string {
  const all = [
    ...(parts === undefined ? [] : [`other values of the policy (${quoted(parts)})`]),
    ...(other === undefined
      ? []
      : [
          `${plain(others)} other changed ${others === 1 ? 'file' : 'files'} (${others === 1 ? '' : 'such as '}${quoted(other)})`,
        ]),
    ...(ledger === undefined
      ? []
      : [`records of decisions that are on the default branch already (${quoted(ledger)})`]),
  ];
  return all.join(', and ');
}

export default defineLockfileRule({
  id: 'gate-config',
  summary: 'No change to the policy, code owners, gate or install settings passes unnoticed.',
  why:
    'A pull request that loosens the rules that judge it is the oldest way around a gate. lockgate always judges it by the policy, ' +
    'approvals, registries and scopes of the default branch; the changed ones count after the merge. The same holds for the lines of ' +
    '`.npmrc` and similar files that decide where packages come from and whose scripts run: the npm worms of 2025 and 2026 added ' +
    'workflows and registry credentials to the repositories that they reached.',
  recommended: 'warn',
  floor: 'part',
  messages: {
    'approvals-not-alone': {
      severity: 'mandatory',
      text: (args) =>
        `${policyWords(args)} The policy on the default branch names no approvers, and the first ones come together with ${besideWords(args)}.`,
      remediation: ({ ledger }) =>
        ledger === undefined
          ? 'Split the pull request: name the first approvers in one that changes nothing else, neither in the policy nor in any other file.'
          : 'Nobody can approve this: approvers were named before. An administrator has to merge it past the check.',
    },
    'policy-changed': {
      severity: 'configured',
      text: (args) =>
        args.decided === undefined && args.approvers === undefined && args.unread === undefined
          ? `The policy ${quoted(args.path)} ${is(args)} here, but no change is judged by a policy that it brings along.`
          : `${policyWords(args)} No change is judged by a policy that it brings along.`,
      remediation: ({ decided, narrows }) =>
        decided === undefined
          ? review
          : narrows === undefined
            ? 'Let approvers who did not propose it decide: the check on the pull request offers the line `/approve-file`. No exception, level or mode lets it in.'
            : 'Let one approver decide, who may have proposed it: the check on the pull request offers the line `/approve-file`.',
    },
    'policy-noted': note(
      (args) =>
        `The policy ${quoted(args.path)} is ${plain(args.how)} here${args.by === undefined ? '' : ` (by ${quoted(args.by)})`}, and every value stays as it is.`,
    ),
    'workflow-changed': configured((args) => `The workflow ${quoted(args.path)}, which affects the gate, ${is(args)}.`),
    'setting-changed': configured(
      (args) =>
        `${looseningWords(args.loosens)}${quoted(args.path)} changes settings that affect installs or the gate: ${inKeys(args)}. This change is judged by the settings on the default branch.`,
    ),
    'manager-replaced': raised(
      replaced,
      'Use the package manager as its registry publishes it, or record an exception for the file.',
    ),
    'manager-unverified': raised(
      (args) =>
        `${quoted(args.path)} runs as ${quoted(args.program)}, and was not compared with what the registry publishes for ${versions(args)}${args.reason === undefined ? '' : ` (${plain(args.reason)})`}.`,
      'Run the check where the registry can be reached, or compare the file with the published package and record an exception for the file.',
    ),
    'program-added': raised(
      (args) =>
        args.keys === undefined
          ? `${quoted(args.path)}, which a package manager executes or reads, is the first file of its kind in this repository; lockgate does not execute or judge it.`
          : `${quoted(args.path)} adds the first install hook of this repository: ${quoted(args.keys)}.`,
      'Review what it does, then record an exception for the file.',
    ),
    'program-changed': configured(
      (args) =>
        args.keys === undefined
          ? `${quoted(args.path)}, which a package manager executes, ${is(args)}; lockgate does not execute or judge it.`
          : `${quoted(args.path)} changes what an install runs of the project itself: ${quoted(args.keys)}.`,
      'Review the file, or restore it from the release that it should come from.',
    ),
    'modules-committed': configured(
      (args) =>
        `${quoted(args.path)} is committed${args.how === undefined ? '' : ', and this change alters what is in it'}: the packages in it are already installed, and lockgate does not judge them.`,
      'Remove the folder from the repository, and add it to `.gitignore`.',
    ),
    'manager-unjudged': configured(
      (args) =>
        `${quoted(args.path)} uses ${quoted(`${plain(args.program)}@${plain(args.version)}`)}, which was not judged: the registry that is trusted for it has no such package.`,
      'Have an owner of the gate compare the version with what the manager publishes, or trust a registry that has it.',
    ),
    'manager-updated': note(
      (args) =>
        `${quoted(args.path)} uses ${quoted(`${plain(args.program)}@${plain(args.version)}`)}, which is judged like a package of the registry.`,
    ),
    'setting-noted': note(
      (args) => `${quoted(args.path)} only changes settings that make installs stricter or tune them: ${inKeys(args)}.`,
    ),
  },
  check: ({ observation: { code, path, line, args } }) => {
    // Why a comparison failed is another reason in the next run, and the same finding. What settings loosen follows from
    // their values, of which there is a digest.
    const stable = Object.fromEntries(Object.entries(args).filter(([name]) => name !== 'reason' && name !== 'loosens'));
    const decided = args.decided === 'yes' ? ({ standsFor: { level: 'error', floor: true } } as const) : {};
    return [{ code, args: { ...args, path }, stable, line, ...decided }];
  },
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
      title: 'The policy names approvers, and its mode changes',
      observation: {
        code: 'policy-changed',
        path: '.github/dependency-policy.yml',
        line: 1,
        args: { how: 'changed', parts: 'mode', decided: 'yes' },
      },
      expectedCodes: ['policy-changed'],
    },
    {
      title: 'A comment in a policy that names approvers',
      observation: { code: 'policy-noted', path: '.github/dependency-policy.yml', line: 1, args: { how: 'changed' } },
      expectedCodes: ['policy-noted'],
    },
    {
      title: 'The first approvers, together with a dependency',
      observation: {
        code: 'approvals-not-alone',
        path: '.github/dependency-policy.yml',
        line: 1,
        args: { how: 'changed', approvers: 'octocat (583231)', required: 1, others: 1, other: 'package-lock.json' },
      },
      expectedCodes: ['approvals-not-alone'],
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
      title: 'The waiting time of pnpm is switched off',
      observation: {
        code: 'setting-changed',
        path: 'pnpm-workspace.yaml',
        line: 4,
        args: {
          changed: 'minimumReleaseAge',
          digest: 'a'.repeat(64),
          loosens: 'waiting off pnpm minimumReleaseAge 4320 0',
        },
      },
      expectedCodes: ['setting-changed'],
    },
    {
      title: 'A pnpmfile, which pnpm runs on every install',
      observation: { code: 'program-changed', path: '.pnpmfile.cjs', line: 1, args: { how: 'added' } },
      expectedCodes: ['program-changed'],
    },
    {
      title: 'The first pnpmfile of a repository',
      observation: { code: 'program-added', path: '.pnpmfile.cjs', line: 1, args: { how: 'added' } },
      expectedCodes: ['program-added'],
    },
    {
      title: '`.npmrc` makes a file of the repository the shell of all scripts',
      observation: {
        code: 'manager-replaced',
        path: '.npmrc',
        line: 1,
        args: { why: 'settings', added: 'script-shell', digest: 'a'.repeat(64) },
      },
      expectedCodes: ['manager-replaced'],
    },
    {
      title: 'A committed release of Yarn that could not be compared',
      observation: {
        code: 'manager-unverified',
        path: '.yarn/releases/yarn-4.18.0.cjs',
        line: 1,
        args: { program: 'yarn', versions: '4.18.0', by: 'yarnPath', in: '.yarnrc.yml' },
      },
      expectedCodes: ['manager-unverified'],
    },
    {
      title: 'A later version of the same package manager',
      observation: {
        code: 'manager-updated',
        path: 'package.json',
        line: 3,
        args: { key: 'packageManager', program: 'pnpm', version: '10.34.5' },
      },
      expectedCodes: ['manager-updated'],
    },
    {
      title: 'A package manager that the registry does not have',
      observation: {
        code: 'manager-unjudged',
        path: 'package.json',
        line: 3,
        args: { key: 'packageManager', program: 'pnpm', version: '10.34.5' },
      },
      expectedCodes: ['manager-unjudged'],
    },
    {
      title: 'A minimum age for packages',
      observation: {
        code: 'setting-noted',
        path: 'pnpm-workspace.yaml',
        line: 4,
        args: { added: 'minimumReleaseAge', digest: 'a'.repeat(64) },
      },
      expectedCodes: ['setting-noted'],
    },
    {
      title: 'A committed `node_modules`',
      observation: { code: 'modules-committed', path: 'node_modules', line: 1, args: {} },
      expectedCodes: ['modules-committed'],
    },
    {
      title: 'A change in a committed `node_modules`',
      observation: { code: 'modules-committed', path: 'node_modules', line: 1, args: { how: 'changed' } },
      expectedCodes: ['modules-committed'],
    },
  ],
});
