import type { Importer, LockedPackage, Lockfile } from '../model/index.ts';

/** A node is identified by its position: importers come first, then packages. */
export type NodeIndex = number;
export const NOWHERE: NodeIndex = -1;

/** Which package each name resolves to, from each importer and package of a lockfile, whatever its format. */
export abstract class Tree {
  readonly importers: readonly Importer[];
  readonly packages: readonly LockedPackage[];
  /** For a link: the importer that it leads to, or the node that stands for its folder. */
  protected readonly homes = new Map<NodeIndex, NodeIndex>();

  constructor({ importers, packages }: Lockfile) {
    this.importers = importers;
    this.packages = packages;
  }

  /** The importers that are installed for their own sake; an importer that is not among them is reached through one. */
  abstract get roots(): readonly NodeIndex[];

  /** What `name` leads to from a node (for a link: from the folder that it leads to), or `NOWHERE`. */
  abstract resolve(from: NodeIndex, name: string): NodeIndex;

  /** Importers and packages together. */
  get size(): number {
    return this.importers.length + this.packages.length;
  }

  nodeOf(packagePosition: number): NodeIndex {
    return this.importers.length + packagePosition;
  }

  isImporter(node: NodeIndex): boolean {
    return node < this.importers.length;
  }

  /** The package of a node; undefined for an importer. */
  packageAt(node: NodeIndex): LockedPackage | undefined {
    return this.packages[node - this.importers.length];
  }

  /** The node that stands for the folder that a link leads to; the link's own where nothing else does. */
  behind(node: NodeIndex): NodeIndex {
    return this.homes.get(node) ?? node;
  }
}
