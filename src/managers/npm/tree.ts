import { folderOf, follow } from '../../text/paths.ts';
import type { LockedPackage, Lockfile } from '../../model/index.ts';
import type { NodeIndex } from '../../lockfile/tree.ts';
import { NOWHERE, Tree } from '../../lockfile/tree.ts';

/**
 * What each name resolves to from each place: Node's search through `node_modules` folders over the lockfile's entries,
 * nearest first, as Arborist does it (Node, `resolve`). A name is looked up in the places listed for the nearest
 * listed folder above, so nothing finds a package that is nested below a missing entry.
 */
export class NpmTree extends Tree {
  readonly #parents: readonly NodeIndex[];
  readonly #children = new Map<NodeIndex, Map<string, NodeIndex>>();

  constructor(lockfile: Lockfile) {
    super(lockfile);
    const places = new Map<string, NodeIndex>();
    for (const [at, importer] of this.importers.entries()) places.set(importer.path, at);
    for (const [at, each] of this.packages.entries()) {
      if (each.place === undefined) places.set(each.key, this.nodeOf(at));
    }
    for (const [at, each] of this.packages.entries()) this.#addLink(places, lockfile.path, each, this.nodeOf(at));
    const parents: NodeIndex[] = new Array<NodeIndex>(this.size).fill(NOWHERE);
    for (const [path, node] of places) parents[node] = this.#adopt(places, path, node);
    this.#parents = parents;
  }

  /** npm installs from its root, which depends on every workspace. */
  get roots(): readonly NodeIndex[] {
    const root = this.importers.findIndex(({ path }) => path === '');
    return root < 0 ? [] : [root];
  }

  /** What `name` leads to from a node's own folder (for a link: from the folder that it leads to), or `NOWHERE`. */
  resolve(from: NodeIndex, name: string): NodeIndex {
    for (let at = this.behind(from); at !== NOWHERE; at = this.#parents[at] ?? NOWHERE) {
      const found = this.#children.get(at)?.get(name);
      if (found !== undefined) return found;
    }
    return NOWHERE;
  }

  /** A link's folder is a place of its own; the first link to it represents it, unless an importer does. */
  #addLink(places: Map<string, NodeIndex>, lockfilePath: string, each: LockedPackage, node: NodeIndex): void {
    if (each.source.kind !== 'link' && each.source.kind !== 'workspace') return;
    // What has an address of its own is a copy (`install-links`), which stands where its key says.
    if (each.resolved !== undefined) return;
    const { path } = follow(folderOf(lockfilePath), each.source.spec ?? '');
    const home = places.get(path);
    if (home === undefined) places.set(path, node);
    this.homes.set(node, home ?? node);
  }

  /** Finds the nearest listed folder above a place, and enters the place there if it is directly installed in it. */
  #adopt(places: ReadonlyMap<string, NodeIndex>, path: string, node: NodeIndex): NodeIndex {
    if (path === '') return NOWHERE;
    const beside = /^\.\.(?:\/|$)/.test(path); // a folder outside the lockfile's own, whose root is not above it
    for (let above = folderOf(path); ; above = folderOf(above)) {
      if (above === '' && beside) return NOWHERE;
      const parent = places.get(above);
      if (parent !== undefined && parent !== node) {
        const prefix = above === '' ? 'node_modules/' : `${above}/node_modules/`;
        if (path.startsWith(prefix)) this.#enter(parent, path.slice(prefix.length), node);
        return parent;
      }
      if (above === '') return NOWHERE;
    }
  }

  #enter(parent: NodeIndex, name: string, node: NodeIndex): void {
    // Deeper paths are not directly installed: `a/node_modules/b`, or `a/vendor/b` in the tarball of `a`.
    if (name.split('/').length > (name.startsWith('@') ? 2 : 1)) return;
    const children = this.#children.get(parent);
    if (children === undefined) this.#children.set(parent, new Map([[name, node]]));
    else children.set(name, node);
  }
}
