import type { Args, Message } from '../model/rule.ts';
import { defineLockfileRule } from '../model/rule.ts';
import { quoted } from '../text/visible.ts';
import { plain } from './subject.ts';

const release = ({ package: name, release: version }: Args) => quoted(`${plain(name)}@${plain(version)}`);

const restore =
  'Restore the file, or let the package manager write it again from the registry, and commit what it writes.';
const byHand =
  'Run `yarn install --immutable --check-cache` on the head branch: it compares every archive with the registry. If it passes, record an exception for the file.';

const configured = (text: (args: Args) => string, remediation: string): Message => ({
  severity: 'configured',
  text,
  remediation: () => remediation,
});

/** Why an archive could not be compared, or how a loader differs. */
const reasons: Readonly<Record<string, string>> = {
  'no-entry': 'no entry of the lockfile has an archive of this name',
  lfs: 'it is a pointer of Git LFS, and the bytes are not in the repository',
  budget: 'lockgate reads no more archives in one run',
  'too-large': 'it is larger than lockgate reads',
  'not-regular': 'it is not a regular file',
  'no-tarball': 'it was not made from a tarball of a registry',
  'no-original': 'the archive that its patch changes is not beside it',
  'outside-the-patch': 'it differs from the archive that its patch changes in files that the patch does not name',
  'changed-alone': 'the base branch has the same entry in its lockfile, and another content in its archive',
  several: 'they are pointers of Git LFS, past a limit of this run, or their tarballs could not be had',
  'not-asked': 'the tarball was not requested',
  program:
    'its program is neither the one on the base branch nor the one in the release of Yarn that `yarnPath` or `packageManager` names',
  'state-malformed': 'lockgate cannot read its state',
  'state-settings': 'settings in its state differ from those on the base branch',
  'state-locator': 'its state has a package that the lockfile does not have',
  'state-edge': 'its state gives a package a dependency that the lockfile does not give it, or leaves one out',
  'state-location': 'its state has a package at a place that is not its own',
  'no-lockfile': 'lockgate cannot read the lockfile beside it',
  'not-in-registry': 'the registry does not have this version',
};

const why = ({ reason }: Args): string => reasons[plain(reason)] ?? quoted(reason);

function subjectOf(args: Args): string {
  if (args.package !== undefined) return `${quoted(args.path)} (${release(args)})`;
  return args.count === undefined ? quoted(args.path) : `Archives in ${quoted(args.path)} (${plain(args.count)})`;
}

export default defineLockfileRule({
  id: 'committed-bytes',
  summary: 'What a repository commits of its dependencies is what the registry has.',
  why:
    'A repository that commits its dependencies (an archive in `.yarn/cache`, a store, a vendored tarball) installs and runs ' +
    'those bytes, whatever the lockfile and the registry say. Yarn accepts an archive whose checksum the pull request itself ' +
    'wrote into the lockfile, and an archive of a platform package has no checksum at all. So lockgate compares the files in a new or ' +
    "changed archive with those of the registry's tarball.",
  recommended: 'error',
  floor: 'part',
  messages: {
    'archive-differs': {
      severity: 'mandatory',
      text: (args) =>
        `${quoted(args.path)} is not what the registry has: its files differ from those of the tarball of ${release(args)} in path, kind, executable bit or content.`,
      remediation: () => restore,
    },
    'loader-differs': configured(
      (args) =>
        `${quoted(args.path)}, which runs in every process that Yarn starts, is not what Yarn would write: ${why(args)}.`,
      'Run `yarn install` and commit the file that it writes. If a new version of Yarn wrote it, review the change and record an exception for the file.',
    ),
    'archive-unshown': configured(
      (args) => `${subjectOf(args)} could not be compared with the registry's tarball: ${why(args)}.`,
      byHand,
    ),
    'store-changed': configured(
      (args) =>
        `This change adds or changes files (${plain(args.count)}) in ${quoted(args.path)}, from where a package manager installs without asking the registry; lockgate does not judge them.`,
      'Remove the folder from the repository, and add it to `.gitignore`. If it is meant to be there, review its files and record an exception.',
    ),
    'tarball-changed': configured(
      (args) =>
        `${quoted(args.lockfile)} installs ${quoted(args.path)}, a tarball that this change adds or changes; lockgate does not judge what is in it.`,
      'Install the package from a registry. If the tarball is meant to be in the repository, review it and record an exception for the file.',
    ),
    'archive-patched': {
      severity: 'advisory',
      text: (args) =>
        `${quoted(args.path)} is ${quoted(args.package)} with a patch that changes files in it (${plain(args.count)}): ${quoted(args.shown)}.`,
      remediation: () => 'Review the files that differ from the package in the registry.',
    },
    'patch-changed': {
      severity: 'advisory',
      text: (args) =>
        `${quoted(args.path)}, which patches a dependency, is ${plain(args.how)} (lines added: ${plain(args.added)}, removed: ${plain(args.removed)})${args.shown === '' ? '' : `: ${quoted(args.shown)}`}.`,
      remediation: () => 'Review the patch: its text becomes part of the package that is installed.',
    },
  },
  check: ({ observation: { code, path, line, args } }) => {
    const { reason = '', ...stable } = args;
    // A reason that is one of the run, such as a registry that did not answer, does not belong to the content.
    return [
      { code, args: { ...args, path }, stable: code === 'archive-unshown' ? stable : { ...stable, reason }, line },
    ];
  },
  examples: [
    {
      title: 'An archive whose files are not those of the tarball',
      observation: {
        code: 'archive-differs',
        path: '.yarn/cache/left-pad-npm-1.3.0-3811c3ed43-876cf62ccb.zip',
        line: 1,
        args: { package: 'left-pad', release: '1.3.0', contents: 'a'.repeat(128) },
      },
      expectedCodes: ['archive-differs'],
    },
    {
      title: 'A loader with a program that is not the one of the base branch',
      observation: {
        code: 'loader-differs',
        path: '.pnp.cjs',
        line: 1,
        args: { reason: 'program' },
      },
      expectedCodes: ['loader-differs'],
    },
    {
      title: 'Archives that Git LFS keeps elsewhere',
      observation: {
        code: 'archive-unshown',
        path: '.yarn/cache',
        line: 1,
        args: { reason: 'lfs', count: 12 },
      },
      expectedCodes: ['archive-unshown'],
    },
    {
      title: 'A store in the repository',
      observation: { code: 'store-changed', path: '.store', line: 1, args: { count: 7 } },
      expectedCodes: ['store-changed'],
    },
    {
      title: 'A new vendored tarball',
      observation: {
        code: 'tarball-changed',
        path: 'vendor/xlsx-0.20.3.tgz',
        line: 1,
        args: { lockfile: 'package-lock.json' },
      },
      expectedCodes: ['tarball-changed'],
    },
    {
      title: "Yarn's own patch of a compiler",
      observation: {
        code: 'archive-patched',
        path: '.yarn/cache/typescript-patch-2a0e8e3c4d-5f0c1a9b2e.zip',
        line: 1,
        args: { package: 'typescript', count: 2, shown: 'lib/tsc.js, lib/typescript.js' },
      },
      expectedCodes: ['archive-patched'],
    },
    {
      title: 'A patch with another text',
      observation: {
        code: 'patch-changed',
        path: 'patches/left-pad@1.3.0.patch',
        line: 1,
        args: { how: 'changed', added: 2, removed: 1, shown: 'index.js' },
      },
      expectedCodes: ['patch-changed'],
    },
  ],
});
