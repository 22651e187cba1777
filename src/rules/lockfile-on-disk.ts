import type { Args, LockfileRule, Message } from '../model/rule.ts';
import { quoted } from '../text/visible.ts';
import { plain } from './subject.ts';

/*
 * The part of the rule `lockfile` about files of which a checkout, or a link or submodule on their path, may give a
 * package manager another text than the one that lockgate judged.
 */

/** ` and 3 more files`, where a message names only the first. */
function others(more: string | number | undefined): string {
  if (more === undefined || Number(more) <= 0) return '';
  return ` and ${plain(more)} more ${Number(more) === 1 ? 'file' : 'files'}`;
}

/** What stands on the way to a file that package managers read. */
function notRegular({ path, what, file, target }: Args): string {
  const kind = what === 'gitlink' ? 'a submodule' : 'a symbolic link';
  if (file === path && target === undefined) {
    return `${quoted(path)} becomes ${kind}: package managers read what it leads to, and lockgate did not judge that.`;
  }
  return target === undefined
    ? `${quoted(path)} becomes ${kind}, and package managers read ${quoted(file)} through it: lockgate did not judge that.`
    : `${quoted(path)} becomes ${kind}: package managers read ${quoted(target)} as ${quoted(file)}, a file of another name.`;
}

export const onDiskMessages = {
  'rewritten-on-checkout': {
    severity: 'configured',
    text: (args) =>
      `${quoted(args.path)} gives ${quoted(args.file)}${others(args.more)} the attribute ${quoted(args.attribute)}: git then ${args.attribute === 'export-subst' ? 'puts into an archive' : 'checks out'} another text than the one that lockgate judged.`,
    remediation: (args) =>
      `Take the attribute from lockfiles, manifests and settings files (${quoted(`${plain(args.file)} -ident -export-subst !filter !working-tree-encoding`)} below the line), and commit them as plain text.`,
  },
  'lfs-pointer': {
    severity: 'configured',
    text: (args) =>
      `${quoted(args.path)} is a Git LFS pointer: what is checked out is stored elsewhere, and lockgate did not judge it.`,
    remediation: () => 'Commit the file itself, and leave it out of Git LFS in `.gitattributes`.',
  },
  'not-regular': {
    severity: 'configured',
    text: notRegular,
    remediation: (args) => `Commit a regular file or folder instead of ${quoted(args.path)}.`,
  },
  'submodule-read': {
    severity: 'configured',
    text: (args) =>
      `The submodule ${quoted(args.path)} is added or points to another commit, and package managers read ${quoted(args.file)} in it: lockgate does not fetch or judge its content.`,
    remediation: () =>
      "Review the change in the submodule's own repository, and run lockgate there; or commit the files themselves.",
  },
  'link-followed': {
    severity: 'advisory',
    text: (args) =>
      `${quoted(args.path)} is a new symbolic link: package managers now read ${quoted(args.target)} as ${quoted(args.file)}. lockgate judged that file.`,
    remediation: () => 'Confirm that the link is intended; a change of the file it leads to counts from now on.',
  },
  'line-ends': {
    severity: 'advisory',
    text: (args) =>
      `\`.gitattributes\` ask for CRLF in ${quoted(args.path)}, which has two documents: pnpm 11 and later then do not find the second.`,
    remediation: (args) => `Use ${quoted(`${plain(args.path)} eol=lf`)} in \`.gitattributes\`.`,
  },
  'rewritten-before': {
    severity: 'note',
    text: (args) =>
      `Not judged: ${quoted(args.path)} on the base branch gives ${quoted(args.file)}${others(args.more)} the attribute ${quoted(args.attribute)}, so git checks out another text than lockgate reads.`,
    remediation: () => 'Take the attribute from lockfiles, manifests and settings files on the base branch.',
  },
  'submodule-changed': {
    severity: 'note',
    text: (args) =>
      `The submodule ${quoted(args.path)} is added or points to another commit; lockgate does not judge its content.`,
    remediation: () => "Review the change in the submodule's own repository, and run lockgate there.",
  },
} as const satisfies Readonly<Record<string, Message>>;

export const onDiskExamples: LockfileRule['examples'] = [
  {
    title: '`.gitattributes` that change the lockfile at checkout',
    observation: {
      code: 'rewritten-on-checkout',
      path: '.gitattributes',
      line: 1,
      args: { attribute: 'ident', file: 'package-lock.json', more: 0 },
    },
    expectedCodes: ['rewritten-on-checkout'],
  },
  {
    title: 'Attributes that the base branch has, for files that the change leaves alone',
    observation: {
      code: 'rewritten-before',
      path: '.gitattributes',
      line: 3,
      args: { attribute: 'filter', file: 'package.json', more: 2 },
    },
    expectedCodes: ['rewritten-before'],
  },
  {
    title: 'CRLF in a lockfile of two documents',
    observation: { code: 'line-ends', path: 'pnpm-lock.yaml', line: 1, args: {} },
    expectedCodes: ['line-ends'],
  },
  {
    title: 'A manifest that moves to Git LFS',
    observation: { code: 'lfs-pointer', path: 'packages/a/package.json', line: 1, args: {} },
    expectedCodes: ['lfs-pointer'],
  },
  {
    title: 'A manifest that becomes a link to a file of another name',
    observation: {
      code: 'not-regular',
      path: 'packages/a/package.json',
      line: 1,
      args: { what: 'symlink', file: 'packages/a/package.json', target: 'packages/a/a.json' },
    },
    expectedCodes: ['not-regular'],
  },
  {
    title: '`node_modules` that becomes a link',
    observation: {
      code: 'not-regular',
      path: 'src/node_modules',
      line: 1,
      args: { what: 'symlink', file: 'src/node_modules' },
    },
    expectedCodes: ['not-regular'],
  },
  {
    title: 'A workspace that becomes a link to another folder',
    observation: {
      code: 'link-followed',
      path: 'packages/a',
      line: 1,
      args: { file: 'packages/a/package.json', target: 'packages/b/package.json' },
    },
    expectedCodes: ['link-followed'],
  },
  {
    title: 'A submodule that holds a workspace, at another commit',
    observation: {
      code: 'submodule-read',
      path: 'vendor/library',
      line: 1,
      args: { file: 'vendor/library/package.json' },
    },
    expectedCodes: ['submodule-read'],
  },
  {
    title: 'A submodule at another commit',
    observation: { code: 'submodule-changed', path: 'vendor/library', line: 1, args: {} },
    expectedCodes: ['submodule-changed'],
  },
];
