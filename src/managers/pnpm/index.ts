import { PinnedTree } from '../../lockfile/pinned-tree.ts';
import { statedImporters } from '../importers.ts';
import type { LockfileName, Manager } from '../manager.ts';
import { readBy } from '../manager.ts';
import { parsePnpmLockfile } from './lockfile.ts';
import { pnpmReadings } from './readings.ts';
import { pnpmSettings } from './settings.ts';

export const pnpm: Manager<'pnpm'> = {
  id: 'pnpm',
  program: 'pnpm',
  isNamedBy: (program) => program === 'pnpm',
  lockfile: {
    parse: parsePnpmLockfile,
    versions: 'the versions 5.2 to 9.0',
    withImporters: statedImporters,
    treeOf: (lockfile) => new PinnedTree(lockfile),
    containerOf: () => undefined,
    topLevels: () => [],
    namesWorkspaces: false,
    // pnpm-workspace.yaml names them.
    workspacesIn: 'no manifest',
    // By a setting that is not in the manifest (`autoInstallPeers`).
    locksOptional: false,
    keepsWorkspaceSpecs: false,
    mayLockPeers: true,
    readings: pnpmReadings,
  },
  settings: pnpmSettings,
};

export const pnpmLockfiles: readonly LockfileName[] = [
  { program: 'pnpm', names: ['pnpm-lock.yaml'], reading: readBy(pnpm) },
  // `gitBranchLockfile` puts the branch into the name.
  { program: 'pnpm', names: ['shrinkwrap.yaml'], pattern: /^pnpm-lock\..+\.yaml$/ },
];
