import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import Arborist from '@npmcli/arborist';

/** What is read of Arborist's nodes here; its published types lack some of it. */
export interface ArboristNode {
  readonly location: string;
  readonly isLink: boolean;
  readonly dev: boolean;
  readonly optional: boolean;
  readonly devOptional: boolean;
  readonly peer: boolean;
  readonly extraneous: boolean;
  readonly edgesOut: ReadonlyMap<string, { readonly name: string; readonly to: ArboristNode | null }>;
  resetDepFlags(): void;
}

const require = createRequire(import.meta.url);
const entry = require.resolve('@npmcli/arborist');
const calcDepFlags = require(join(dirname(entry), 'calc-dep-flags.js')) as (tree: ArboristNode) => void;

/**
 * The tree that npm itself reads from a lockfile, by location, the root under ''. The flags are computed anew, as npm
 * does when it doubts those of the lockfile.
 *
 * npm takes what the folders of the project ask for from their manifests, which must be on disk: they are written from
 * the lockfile's own entries, those marked as extraneous (folders that are gone) aside.
 * @param manifest of the root; without one npm believes the lockfile
 */
export async function arboristTree(
  lockfile: Uint8Array,
  manifest?: Uint8Array | string,
): Promise<ReadonlyMap<string, ArboristNode>> {
  const folder = mkdtempSync(join(tmpdir(), 'lockgate-arborist-'));
  try {
    writeFileSync(join(folder, 'package-lock.json'), lockfile);
    if (manifest !== undefined) writeFileSync(join(folder, 'package.json'), manifest);
    writeManifests(folder, lockfile);
    const tree = (await new Arborist({ path: folder }).loadVirtual()) as unknown as ArboristNode & {
      readonly inventory: { values(): Iterable<ArboristNode> };
    };
    const nodes = new Map([...tree.inventory.values()].map((node) => [node.location, node]));
    for (const [location, node] of nodes) if (location !== '') node.resetDepFlags();
    calcDepFlags(tree);
    return nodes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeManifests(folder: string, lockfile: Uint8Array): void {
  const { packages = {} } = JSON.parse(new TextDecoder().decode(lockfile)) as {
    packages?: Record<string, { name?: string; extraneous?: boolean }>;
  };
  for (const [key, { extraneous, ...fields }] of Object.entries(packages)) {
    if (key === '' || key.includes('node_modules') || key.startsWith('..') || extraneous === true) continue;
    mkdirSync(join(folder, key), { recursive: true });
    const name = fields.name ?? key.slice(key.lastIndexOf('/') + 1);
    writeFileSync(join(folder, key, 'package.json'), JSON.stringify({ ...fields, name }));
  }
}
