import { GateFailure } from '../../errors.ts';
import { PinnedTree } from '../../lockfile/pinned-tree.ts';
import { scriptsOfCopies, scriptsUnlessLinked } from '../folder-scripts.ts';
import type { LockfileName, Manager, ManagerLockfile } from '../manager.ts';
import { berrySettings } from './berry-settings.ts';
import { withBerryImporters } from './berry-importers.ts';
import { parseYarnBerry } from './berry.ts';
import { berryCommitted } from './berry-committed.ts';
import { classicCommitted } from './classic-committed.ts';
import { classicSettings } from './classic-settings.ts';
import { withClassicImporters } from './classic-importers.ts';
import { parseYarnClassic } from './classic.ts';

const both = {
  treeOf: (lockfile) => new PinnedTree(lockfile),
  containerOf: () => undefined,
  topLevels: () => [],
  namesWorkspaces: false,
  locksOptional: true,
  installsDevOfFolders: false,
  keepsWorkspaceSpecs: false,
  repeatsRanges: true,
  reportsMissing: true,
  mayLockPeers: false,
} satisfies Partial<ManagerLockfile>;

/** Yarn 1. */
export const yarnClassic: Manager<'yarn-classic'> = {
  id: 'yarn-classic',
  program: 'yarn',
  isNamedBy: (program, major) => program === 'yarn' && major < 2,
  published: { name: 'yarn', member: 'lib/cli.js' },
  lockfile: {
    ...both,
    parse: parseYarnClassic,
    withImporters: withClassicImporters,
    folderScripts: scriptsUnlessLinked,
    versions: 'Yarn 1',
    // Its lockfile lists none, so that nothing can disagree.
    workspacesIn: 'no manifest',
  },
  settings: classicSettings,
  committed: classicCommitted,
};

/** Yarn 2 and later. A workspace of it may have workspaces of its own. */
export const yarnBerry: Manager<'yarn-berry'> = {
  id: 'yarn-berry',
  program: 'yarn',
  isNamedBy: (program, major) => program === 'yarn' && major >= 2,
  published: { name: '@yarnpkg/cli-dist', member: 'bin/yarn.js', isHashOfMember: true },
  lockfile: {
    ...both,
    parse: parseYarnBerry,
    withImporters: withBerryImporters,
    folderScripts: scriptsOfCopies,
    versions: 'the metadata versions 4 to 10',
    workspacesIn: 'every manifest',
  },
  settings: berrySettings,
  committed: berryCommitted,
};

/** The comment by which every Yarn recognises the classic format (berry: @yarnpkg/parsers, syml.ts). */
const CLASSIC_HEADER = /^(?:#[^\n]*\n)*#\s+yarn\s+lockfile\s+v([^\s]+)\s*(?:\r?\n|$)/i;

export const yarnLockfiles: readonly LockfileName[] = [
  {
    program: 'yarn',
    names: ['yarn.lock'],
    mergesConflicts: true,
    reading: { managers: [yarnClassic, yarnBerry], managerOf, empty: '# yarn lockfile v1\n' },
  },
];

/** Decides by the first comments or `__metadata`. */
function managerOf(path: string, text: string): Manager {
  const header = CLASSIC_HEADER.exec(text)?.[1];
  if (header === '1') return yarnClassic;
  if (header === undefined && /^__metadata:/m.test(text)) return yarnBerry;
  throw new GateFailure(
    'lockfile-version',
    'The file has neither `# yarn lockfile v1` (Yarn 1) nor `__metadata` with a version from 4 to 10 (Yarn 2 and later); let Yarn write it again.',
    { path, line: 1 },
  );
}
