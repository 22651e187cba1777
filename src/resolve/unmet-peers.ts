import type ArboristModule from '@npmcli/arborist';
import validRange from 'semver/ranges/valid.js';

import { aliasTarget } from '../lockfile/spec.ts';
import type { LockedPackage, Requirement } from '../model/index.ts';
import type { Outcome, Tree } from './resolver-messages.ts';

type Node = ArboristModule.Node;

/** A requirement of a placed package, and the package's place. */
interface Unmet {
  readonly location: string;
  readonly requirement: Requirement;
}

/** No honest tree has more. */
const MAX_UNMET = 100;

/**
 * The requirements that Arborist left unmet below a root. If two peers are placed at once and need versions of one name that
 * exclude each other, it gives both the first without an error; npm would notice at the next install.
 * Peers are ignored: if they conflict below the root, npm picks one, and that one is in the tree.
 */
export function unmetBelow(tree: Node | null | undefined): readonly Unmet[] {
  const unmet: Unmet[] = [];
  for (const node of tree?.inventory.values() ?? []) {
    if (node.errors.length > 0) continue;
    for (const { name, spec, type, to, valid } of node.edgesOut.values()) {
      if (type === 'peerOptional' || name === node.packageName) continue;
      // Arborist leaves out an optional dependency that is not available, together with its peers.
      const isMet =
        to === null
          ? type === 'optional'
          : to.errors.length > 0
            ? isFailureFor(to, spec)
            : valid || type === 'peer' || isTag(spec);
      if (!isMet) {
        unmet.push({ location: node.location, requirement: { name, spec, type: type === 'optional' ? type : 'prod' } });
      }
    }
  }
  return unmet;
}

/** Whether a spec is a dist-tag: Arborist cannot tell afterwards whether the tag meant this version. */
const isTag = (spec: string) => validRange(specOf(spec), true) === null;

const specOf = (spec: string) => (aliasTarget(spec)?.spec ?? spec).trim();

/** Whether a failed node is the failure of this spec: Arborist gives it to every dependent on the name. */
function isFailureFor(to: Node, spec: string): boolean {
  const failed = failedSpec(to);
  return failed === undefined || failed === specOf(spec);
}

/** The range or tag that no version satisfies; undefined if the name has no document at all. */
export function failedSpec({ errors }: Node): string | undefined {
  const [cause] = errors as readonly { readonly code?: unknown; readonly wanted?: unknown }[];
  return cause?.code === 'ETARGET' && typeof cause.wanted === 'string' ? cause.wanted.trim() : undefined;
}

/**
 * The tree with each unmet requirement resolved separately, below its dependent.
 * @param place resolves requirements on an empty root; undefined if that was already done too often
 */
export async function withUnmet(
  tree: Tree,
  unmet: readonly Unmet[],
  place: ((asks: readonly Requirement[]) => Promise<Outcome>) | undefined,
): Promise<Outcome> {
  if (unmet.length === 0) return tree;
  if (place === undefined || unmet.length > MAX_UNMET) return { kind: 'past' };
  let { known, placed } = tree;
  const taken = new Set([...known, ...placed].map(({ key }) => key));
  for (const { location, requirement } of unmet) {
    const below = await place([requirement]);
    if (below.kind !== 'tree') return below;
    const moved = (each: LockedPackage) => ({ ...each, key: location === '' ? each.key : `${location}/${each.key}` });
    const [more, others] = [below.placed.map(moved), below.known.map(moved)];
    if ([...more, ...others].some(({ key }) => taken.has(key))) {
      return {
        kind: 'conflict',
        name: requirement.name,
        spec: requirement.spec,
        by: location.slice(location.lastIndexOf('node_modules/') + 'node_modules/'.length),
      };
    }
    for (const { key } of [...more, ...others]) taken.add(key);
    placed = [...placed, ...more];
    known = [...known, ...others];
  }
  return { kind: 'tree', known, placed };
}
