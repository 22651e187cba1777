import { PinnedTree } from '../../lockfile/pinned-tree.ts';
import { scriptsOfCopies } from '../folder-scripts.ts';
import { statedImporters } from '../importers.ts';
import type { LockfileName, Manager } from '../manager.ts';
import { readBy } from '../manager.ts';
import { namesIn } from './keys.ts';
import { parseBunLockfile } from './lockfile.ts';
import { bunCommitted } from './committed.ts';
import { bunSettings } from './settings.ts';

export const bun: Manager<'bun'> = {
  id: 'bun',
  program: 'bun',
  isNamedBy: (program) => program === 'bun',
  published: { name: 'bun' },
  lockfile: {
    parse: parseBunLockfile,
    versions: 'the versions 0 to 3',
    withImporters: statedImporters,
    treeOf: (lockfile) => new PinnedTree(lockfile),
    containerOf: (key) => {
      const name = namesIn(key)?.at(-1) ?? key;
      return name.length < key.length ? key.slice(0, key.length - name.length - 1) : undefined;
    },
    topLevels: () => [],
    namesWorkspaces: false,
    workspacesIn: 'the root manifest',
    locksOptional: false,
    installsDevOfFolders: false,
    folderScripts: scriptsOfCopies,
    keepsWorkspaceSpecs: true,
    repeatsRanges: true,
    reportsMissing: false,
    mayLockPeers: false,
  },
  settings: bunSettings,
  committed: bunCommitted,
};

export const bunLockfiles: readonly LockfileName[] = [
  { program: 'bun', names: ['bun.lock'], reading: readBy(bun) },
  { program: 'bun', names: ['bun.lockb'] },
];
