import intersects from 'semver/ranges/intersects.js';
import satisfies from 'semver/functions/satisfies.js';
import validRange from 'semver/ranges/valid.js';

import { groupBy } from '../text/group-by.ts';
import { aliasTarget } from '../lockfile/spec.ts';
import type { Requirement } from '../model/index.ts';

/** One entry of a project's settings that replaces the specs that packages depend on. */
export interface Replacement {
  readonly name: string;
  /** Which specs for the name it replaces; absent: all. */
  readonly asked?: {
    readonly spec: string;
    /** Whether the two must be the same text (Yarn), or need only have a version in common (npm, pnpm). */
    readonly exactly: boolean;
  };
  /** Whose dependencies; absent: everybody's. */
  readonly parent?: { readonly name: string; readonly range?: string };
  /** `removed`: the dependency is dropped. */
  readonly spec: string | typeof removed;
}

export const removed = Symbol('removed');

/** The package or importer that has the dependency; no rule can be about an importer's version. */
export interface Owner {
  readonly name?: string | undefined;
  readonly version?: string;
}

/** The requirement that replaces another; undefined if it is dropped. */
export type Replace = (requirement: Requirement, owner: Owner) => Requirement | undefined;

/** If several entries match a requirement, those about its parent win, then those about its spec, as in pnpm. */
export function replacing(replacements: readonly Replacement[]): Replace {
  const rank = ({ parent, asked }: Replacement) =>
    (parent === undefined ? 2 : 0) + (asked === undefined && parent?.range === undefined ? 1 : 0);
  const byName = groupBy(
    [...replacements].sort((a, b) => rank(a) - rank(b)),
    ({ name }) => name,
  );
  return (requirement, owner) => {
    const found = byName.get(requirement.name)?.find((each) => isAbout(each, requirement.spec, owner));
    if (found === undefined) return requirement;
    return found.spec === removed ? undefined : { ...requirement, spec: found.spec };
  };
}

function isAbout({ asked, parent }: Replacement, spec: string, owner: Owner): boolean {
  if (parent !== undefined) {
    if (parent.name !== owner.name) return false;
    if (parent.range !== undefined && !satisfies(owner.version ?? '', parent.range)) return false;
  }
  if (asked === undefined) return true;
  return asked.exactly ? asked.spec.trim() === spec.trim() : overlap(asked.spec, aliasTarget(spec)?.spec ?? spec);
}

function overlap(one: string, other: string): boolean {
  if (one === other) return true;
  return validRange(one) !== null && validRange(other) !== null && intersects(one, other);
}
