import type { Importer, LockedPackage } from '../model.ts';

/** Importers come first in the order of nodes, then packages; a node is known by its position. */
export type NodeIndex = number;
export const NOWHERE: NodeIndex = -1;

/** Where each name leads from each importer and package of a lockfile, whatever its format. */
export interface Tree {
  readonly importers: readonly Importer[];
  readonly packages: readonly LockedPackage[];
  /** Importers and packages together. */
  readonly size: number;
  /** The importers that are installed for their own sake; an importer that is not among them is reached through one. */
  readonly roots: readonly NodeIndex[];
  nodeOf(packagePosition: number): NodeIndex;
  /** The package of a node; undefined for an importer. */
  packageAt(node: NodeIndex): LockedPackage | undefined;
  isImporter(node: NodeIndex): boolean;
  /** The node that stands for the folder that a link leads to; the link's own where nothing else does. */
  behind(node: NodeIndex): NodeIndex;
  /** What `name` leads to from a node (for a link: from the folder that it leads to), or `NOWHERE`. */
  resolve(from: NodeIndex, name: string): NodeIndex;
}
