import type { CommittedBytes } from '../committed.ts';

/** Deno: it installs from its own cache, and has no patches but folders, which `links` shows. */
export const denoCommitted: CommittedBytes = {
  places: () => Promise.resolve({ archives: [], stores: [] }),
  patches: () => Promise.resolve([]),
};
