import type { CommittedBytes } from '../committed.ts';
import { foldersNamed } from '../committed.ts';
import { patchesOfManifest } from '../patch-files.ts';

const FOLDERS = /^(?:--(?:[a-z]+\.)?)?(?:cache-folder|modules-folder|global-folder)$/;

/** Yarn 1: only what a setting puts into the repository. */
export const classicCommitted: CommittedBytes = {
  places: async (files) => {
    const file = await files.at('.yarnrc');
    const lines = file.state === 'read' ? file.value : [];
    const named = lines.flatMap(({ key, value }) => (FOLDERS.test(key) ? [value.replaceAll(/^["']|["']$/g, '')] : []));
    return { archives: [], stores: foldersNamed(files.pathOf(''), named) };
  },
  patches: patchesOfManifest,
};
