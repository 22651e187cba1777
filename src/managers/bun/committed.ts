import type { CommittedBytes } from '../committed.ts';
import { foldersNamed } from '../committed.ts';
import { patchesOfManifest } from '../patch-files.ts';

type Table = Readonly<Record<string, unknown>>;
const tableOf = (value: unknown): Table => (typeof value === 'object' && value !== null ? (value as Table) : {});

/** bun: only a cache or a folder of packages that a setting puts into the repository. */
export const bunCommitted: CommittedBytes = {
  places: async (files) => {
    const file = await files.at('bunfig.toml');
    const install = file.state === 'read' ? tableOf(file.value.root['install']) : {};
    const named = [tableOf(install['cache'])['dir'], install['cache'], install['globalDir']];
    const texts = named.map((value) => (typeof value === 'string' ? value : undefined));
    return { archives: [], stores: foldersNamed(files.pathOf(''), texts) };
  },
  patches: patchesOfManifest,
};
