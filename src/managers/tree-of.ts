import type { Lockfile } from '../model/index.ts';
import { NpmTree } from './npm/tree.ts';
import { PinnedTree } from '../lockfile/pinned-tree.ts';
import type { Tree } from '../lockfile/tree.ts';

/** @param lockfile with its importers */
export function treeOf(lockfile: Lockfile): Tree {
  return lockfile.format === 'npm' ? new NpmTree(lockfile) : new PinnedTree(lockfile);
}
