import { PinnedTree } from '../../lockfile/pinned-tree.ts';
import type { LockfileName, Manager } from '../manager.ts';
import { readBy } from '../manager.ts';
import { denoCommitted } from './committed.ts';
import { denoReadings, withDenoImporters } from './importers.ts';
import { parseDenoLockfile } from './lockfile.ts';
import { denoManagerSettings } from './settings.ts';

export const deno: Manager<'deno'> = {
  id: 'deno',
  program: 'deno',
  isNamedBy: (program) => program === 'deno',
  published: { name: 'deno' },
  lockfile: {
    parse: parseDenoLockfile,
    versions: 'the versions 3 to 5',
    withImporters: withDenoImporters,
    treeOf: (lockfile) => new PinnedTree(lockfile),
    containerOf: () => undefined,
    topLevels: () => [],
    namesWorkspaces: false,
    // deno.json names them, and the lockfile repeats the list.
    workspacesIn: 'no manifest',
    locksOptional: false,
    installsDevOfFolders: false,
    folderScripts: () => [],
    keepsWorkspaceSpecs: false,
    repeatsRanges: false,
    reportsMissing: true,
    mayLockPeers: false,
    readings: denoReadings,
  },
  settings: denoManagerSettings,
  committed: denoCommitted,
};

/** It stands beside npm's lockfile as a rule: each program installs something else. */
export const denoLockfiles: readonly LockfileName[] = [
  { program: 'deno', names: ['deno.lock'], sharesFolders: true, faultsAreFindings: true, reading: readBy(deno) },
];
