import { scriptsOfEveryFolder } from '../folder-scripts.ts';
import { statedImporters } from '../importers.ts';
import type { LockfileName, Manager } from '../manager.ts';
import { readBy } from '../manager.ts';
import { parseNpmLockfile } from './lockfile.ts';
import { npmCommitted } from './committed.ts';
import { npmSettings } from './settings.ts';
import { NpmTree } from './tree.ts';

export const npm: Manager<'npm'> = {
  id: 'npm',
  program: 'npm',
  isNamedBy: (program) => program === 'npm',
  published: { name: 'npm' },
  lockfile: {
    parse: parseNpmLockfile,
    versions: 'the versions 1 to 3',
    withImporters: statedImporters,
    treeOf: (lockfile) => new NpmTree(lockfile),
    containerOf: (key) => {
      const at = key.lastIndexOf('/node_modules/');
      return at < 0 ? undefined : key.slice(0, at);
    },
    topLevels: (importer) => ['node_modules/', ...(importer === '' ? [] : [`${importer}/node_modules/`])],
    namesWorkspaces: true,
    workspacesIn: 'the root manifest',
    locksOptional: false,
    installsDevOfFolders: true,
    folderScripts: scriptsOfEveryFolder,
    keepsWorkspaceSpecs: false,
    repeatsRanges: true,
    reportsMissing: false,
    mayLockPeers: false,
  },
  settings: npmSettings,
  committed: npmCommitted,
};

/** If both exist, npm uses the shrinkwrap and ignores the lockfile. */
export const npmLockfiles: readonly LockfileName[] = [
  {
    program: 'npm',
    names: ['package-lock.json', 'npm-shrinkwrap.json'],
    mergesConflicts: true,
    reading: readBy(npm),
  },
];
