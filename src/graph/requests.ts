import type { Dependence, LockedPackage, Requirement } from '../model/index.ts';
import { specKind } from '../lockfile/spec.ts';
import type { NodeIndex } from '../lockfile/tree.ts';
import type { Graph } from './graph.ts';

/** What requires a package of a lockfile. */
export interface Requests {
  /** Specs by address (git, http), distinct, in the lockfile's order. */
  readonly addresses: readonly string[];
  /** Every package that requires it; undefined where anything but a package of a registry does, or nothing. */
  readonly dependents: readonly Dependence[] | undefined;
}

interface Request {
  readonly from: NodeIndex;
  readonly requirement?: Requirement;
}

/** Finds what requires the packages of one lockfile. Optional peers require nothing, and neither does what is not reached. */
export class RequestReader {
  readonly #graph: Graph;
  readonly #requests = new Map<NodeIndex, Request[]>();

  constructor(graph: Graph) {
    this.#graph = graph;
    const { tree, edges } = graph;
    const nodes: readonly { readonly requires: readonly Requirement[] }[] = [...tree.importers, ...tree.packages];
    for (const [from, { requires }] of nodes.entries()) {
      if (!graph.isReached(from)) continue;
      const declared = new Set<NodeIndex>();
      for (const requirement of requires) {
        const to = tree.resolve(from, requirement.name);
        declared.add(to);
        if (requirement.optionalPeer !== true) this.#add(to, { from, requirement });
      }
      // What settings pull in, and the folder behind a link, no package asks for.
      for (const { to, weak } of edges[from] ?? []) if (!weak && !declared.has(to)) this.#add(to, { from });
    }
  }

  /** @param nodes all entries of one package version */
  of(nodes: readonly NodeIndex[]): Requests {
    const requests = [...new Set(nodes)].flatMap((node) => this.#requests.get(node) ?? []);
    const specs = requests.flatMap(({ requirement }) => requirement?.meant ?? requirement?.spec ?? []);
    const addresses = specs.filter((spec) => ['git', 'remote'].includes(specKind(spec)));
    return { addresses: [...new Set(addresses)], dependents: this.#dependentsOf(requests) };
  }

  #dependentsOf(requests: readonly Request[]): readonly Dependence[] | undefined {
    const found = new Map<string, Dependence>();
    for (const { from, requirement } of requests) {
      const by = this.#graph.tree.packageAt(from);
      if (requirement === undefined || by === undefined || !isOfRegistry(by)) return undefined;
      const dependence = { name: by.name, version: by.version, as: requirement.name };
      found.set(JSON.stringify(dependence), dependence);
    }
    return found.size === 0 ? undefined : [...found.values()];
  }

  #add(to: NodeIndex, request: Request): void {
    const known = this.#requests.get(to);
    if (known === undefined) this.#requests.set(to, [request]);
    else known.push(request);
  }
}

const isOfRegistry = ({ source }: LockedPackage): boolean => source.kind === 'registry';
