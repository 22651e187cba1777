import type { Args, Message } from '../model/rule.ts';
import { quoted } from '../text/visible.ts';
import { named, plain } from './subject.ts';
import { minute } from './time.ts';

/** What the rule `install-scripts` says. */

const special: ReadonlyMap<string, string> = new Map([
  ['implicit-gyp', 'node-gyp for its binding.gyp'],
  ['unreadable', 'scripts of a manifest that cannot be read'],
]);
/** Hooks as a sentence names them. */
export const inWords = (hooks: readonly string[]) =>
  hooks.map((hook) => special.get(hook) ?? `its ${hook} script`).join(' and ');

const reviewScripts = (args: Args) =>
  `Review the scripts in the published tarball, then allow them in the policy on the default branch (\`allow\` of \`install-scripts\`: ${named(args)}), or choose a package without install scripts.`;

const sinceWhen = (since: string | number | undefined) =>
  since === undefined
    ? 'no publish time shows since when'
    : `no release published before ${minute(since)} has the same install scripts`;

export const hookMessages: Readonly<Record<string, Message>> = {
  'new-hook': {
    severity: 'configured',
    text: (args) =>
      `${named(args)} runs ${plain(args.hooks)} on install; ${quoted(args.previous)} on the base branch does not.`,
    remediation: reviewScripts,
  },
  'changed-hook': {
    severity: 'configured',
    text: (args) =>
      `${named(args)} runs ${plain(args.hooks)} on install, which differs from what ${quoted(args.previous)} on the base branch runs.`,
    remediation: reviewScripts,
  },
  'first-seen': {
    severity: 'configured',
    becomes: ['established'],
    text: (args) =>
      `${named(args)} is new to this lockfile and runs ${plain(args.hooks)} on install; ${sinceWhen(args.since)}.`,
    remediation: reviewScripts,
  },
  unestablished: {
    severity: 'configured',
    text: (args) => `${named(args)} runs ${plain(args.hooks)} on install; ${sinceWhen(args.since)}.`,
    remediation: reviewScripts,
  },
  'flag-gained': {
    severity: 'configured',
    text: (args) =>
      `The lockfile now says that ${named(args)}, which the base branch locks too, runs an install script, and npm then runs what the tarball says. The registry's manifest names no such script.`,
    remediation: (args) =>
      `Remove the entry of ${named(args)} from the lockfile and lock again: the package manager sets the flag itself. If it stays, read the tarball's \`package.json\` and allow the package in the policy (\`install-scripts\` with \`allow\`).`,
  },
  'folder-script': {
    severity: 'configured',
    text: (args) =>
      `${quoted(args.name)} is a folder of the repository that is not a workspace, and an install runs ${plain(args.hooks)}, which the base branch does not have so.`,
    remediation: (args) =>
      `Review what it runs in ${quoted(args.path)}. If it is expected, allow ${quoted(args.name)} in the policy on the base branch (\`allow\` of \`install-scripts\`), or declare the folder as a workspace.`,
  },
  'left-out': {
    severity: 'advisory',
    text: (args) =>
      `${named(args)} would run ${plain(args.hooks)} on install, but ${quoted(args.file)} on the base branch (unchanged here) tells the package manager not to.`,
    remediation: (args) =>
      `Do not add ${named(args)} to the allowed scripts in ${quoted(args.file)}. An install with other settings still runs the script.`,
  },
  'flag-unread': {
    severity: 'configured',
    isUnknown: true,
    text: (args) =>
      `The lockfile says that ${named(args)} runs an install script. The registry's manifest names none, and its tarball was not read.`,
    remediation: (args) =>
      `Read the tarball's \`package.json\`, and allow the package in the policy (\`install-scripts\` with \`allow\`: ${named(args)}) if its script is harmless.`,
  },
  unstated: {
    severity: 'configured',
    text: (args) =>
      `The \`package.json\` in the tarball of ${named(args)} has what the registry's manifest does not state: ${quoted(args.differences)}. Package managers go by the tarball.`,
    remediation: () =>
      'Do not install it before somebody has read the tarball: the registry shows another package than the one that is installed.',
  },
  'own-manifest': {
    severity: 'configured',
    text: (args) =>
      `The tarball of ${named(args)} ${args.state === 'several' ? 'holds several files that differ in the place of its' : args.state === 'missing' ? 'holds no' : 'holds an invalid'} \`package.json\`, so what it runs on install is unknown.`,
    remediation: () => 'Choose another version, or report the package to the registry.',
  },
  unread: {
    severity: 'note',
    isUnknown: true,
    text: (args) =>
      `The tarball of ${named(args)} was not read: ${args.why === 'platform' ? 'it is a large program for one platform' : args.why === 'large' ? 'it is larger than lockgate reads, as the version on the base branch is' : 'the registry serves it from another origin'}.`,
    remediation: () => 'Nothing needs to be done; `tarballs: list` for `install-scripts` requires that it is read.',
  },
  unlisted: {
    severity: 'advisory',
    isUnknown: true,
    text: (args) =>
      `It is unknown what the tarball of ${named(args)} runs on install, because it was not read: ${plain(args.detail)}.`,
    remediation: () =>
      'Run the check again. If it still fails, ask the operator of the registry to serve the tarball, or set `tarballs: never` for `install-scripts`.',
  },
  established: {
    severity: 'advisory',
    text: (args) =>
      `${named(args)} is new to this lockfile and runs ${plain(args.hooks)} on install, as its releases have since ${minute(args.since)}.`,
    remediation: reviewScripts,
  },
};
