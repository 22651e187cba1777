import { PinnedTree } from '../../lockfile/pinned-tree.ts';
import type { Lockfile } from '../../model/index.ts';
import { scriptsOfCopies } from '../folder-scripts.ts';
import type { ManifestSource, WithImporters } from '../importers.ts';
import { statedImporters } from '../importers.ts';
import type { LockfileName, Manager } from '../manager.ts';
import { readBy } from '../manager.ts';
import { withConfigDependencies } from './config-dependencies.ts';
import { unreadDocuments } from './documents.ts';
import { CONFIG_FOLDER, parsePnpmLockfile } from './lockfile.ts';
import { mayRewrite } from './pnpmfile.ts';
import { pnpmReadings } from './readings.ts';
import { pnpmCommitted } from './committed.ts';
import { pnpmSettings } from './settings.ts';

/** What the lockfile and the config dependencies state, and whether the project's pnpm reads all of it. */
async function withImporters(parsed: Lockfile, manifests: ManifestSource): Promise<WithImporters> {
  const { settings } = manifests;
  const stated = await withConfigDependencies(await statedImporters(parsed, manifests), settings);
  if (settings === undefined) return stated;
  const isRewritten = await mayRewrite(settings);
  const lockfile = isRewritten ? { ...stated.lockfile, isRewritten } : stated.lockfile;
  if (!parsed.importers.some(({ path }) => path === CONFIG_FOLDER)) return { ...stated, lockfile };
  const unread = await unreadDocuments(parsed.path, settings);
  return { ...stated, lockfile: { ...lockfile, observations: [...parsed.observations, ...unread] } };
}

export const pnpm: Manager<'pnpm'> = {
  id: 'pnpm',
  program: 'pnpm',
  isNamedBy: (program) => program === 'pnpm',
  published: { name: 'pnpm' },
  lockfile: {
    parse: parsePnpmLockfile,
    versions: 'the versions 5.2 to 9.0',
    withImporters,
    treeOf: (lockfile) => new PinnedTree(lockfile),
    containerOf: () => undefined,
    topLevels: () => [],
    namesWorkspaces: false,
    // pnpm-workspace.yaml names them.
    workspacesIn: 'no manifest',
    // By a setting that is not in the manifest (`autoInstallPeers`).
    locksOptional: false,
    installsDevOfFolders: false,
    folderScripts: scriptsOfCopies,
    keepsWorkspaceSpecs: false,
    repeatsRanges: false,
    reportsMissing: true,
    mayLockPeers: true,
    readings: pnpmReadings,
  },
  settings: pnpmSettings,
  committed: pnpmCommitted,
};

/** pnpm 11 and 12 split the text at this mark, not at every mark of YAML: with other line ends they find one document. */
const hasMark = (text: string): boolean => /(?:^|\n)---\n/.test(text);

export const pnpmLockfiles: readonly LockfileName[] = [
  { program: 'pnpm', names: ['pnpm-lock.yaml'], mergesConflicts: true, reading: readBy(pnpm), needsLineFeeds: hasMark },
  // `gitBranchLockfile` puts the branch into the name.
  { program: 'pnpm', names: ['shrinkwrap.yaml'], pattern: /^pnpm-lock\..+\.yaml$/ },
];
