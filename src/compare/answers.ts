import satisfies from 'semver/functions/satisfies.js';
import valid from 'semver/functions/valid.js';
import validRange from 'semver/ranges/valid.js';

import { aliasTarget, isOfRegistry } from '../lockfile/spec.ts';
import { NOWHERE } from '../lockfile/tree.ts';
import { managerOf } from '../managers/index.ts';
import type { LockedPackage, Observation, Requirement } from '../model/index.ts';
import { groupBy } from '../text/group-by.ts';
import { bounded } from './observations.ts';
import type { OverriddenNames } from './overridden-names.ts';
import type { OpenLockfile } from './open-lockfile.ts';

/** A requirement of a locked package that its lockfile does not answer, or answers with a version outside its range. */
interface Edge {
  /** Equal in base and head if it is the same fact, whatever version of its package asks. */
  readonly fact: string;
  readonly from: LockedPackage;
  readonly asked: Requirement;
}

interface Unmet {
  readonly missing: readonly Edge[];
  /** Missing ones that no manager installs for their own sake, or that one loses on another platform. */
  readonly missingOptional: readonly Edge[];
  readonly outOfRange: readonly (Edge & { readonly pinned: LockedPackage })[];
}

/**
 * What this change makes unmet: one observation for each name and range that is missing, one for all optional dependencies
 * and peers together, and one for each package version that is out of range.
 * @param namesOverridden the names that the project's settings may give another version; asked only if needed
 */
export async function unmetRequirements(
  base: OpenLockfile | undefined,
  head: OpenLockfile,
  namesOverridden: () => Promise<Pick<OverriddenNames, 'has'>>,
): Promise<readonly Observation[]> {
  const [before, after] = [base === undefined ? none : unmetIn(base), unmetIn(head)];
  const added = <E extends Edge>(old: readonly E[], all: readonly E[]): readonly E[] => {
    const known = new Set(old.map(({ fact }) => fact));
    return all.filter(({ fact }) => !known.has(fact));
  };
  const missing = added(before.missing, after.missing);
  const optional = added(before.missingOptional, after.missingOptional);
  const strays = added(before.outOfRange, after.outOfRange);
  const overridden = strays.length === 0 ? { has: () => false } : await namesOverridden();
  const { path } = head.lockfile;
  return [
    ...bounded(
      oneEach(
        missing,
        ({ asked }) => `${asked.name}@${asked.spec}`,
        (first) => missingFrom(path, first),
      ),
    ),
    ...optional.slice(0, 1).map(({ from }): Observation => ({
      code: 'missing-optional',
      path,
      line: from.line,
      args: { edges: optional.length },
    })),
    ...bounded(
      oneEach(
        strays.filter(({ asked }) => !overridden.has(asked.name)),
        ({ pinned }) => `${pinned.name}@${pinned.version}`,
        ({ pinned: { name, version, line }, from, asked }, places): Observation => ({
          ...{ code: 'out-of-range', path, line, name, version },
          args: { by: `${from.name}@${from.version}`, asked: asked.meant ?? asked.spec, places },
        }),
      ),
    ),
  ];
}

const none: Unmet = { missing: [], missingOptional: [], outOfRange: [] };

function missingFrom(path: string, { from, asked: { name, spec } }: Edge): Observation {
  return {
    code: 'missing-dependency',
    path,
    line: from.line,
    name,
    args: { asked: spec, by: `${from.name}@${from.version}` },
  };
}

function oneEach<E>(edges: readonly E[], keyOf: (edge: E) => string, say: (first: E, places: number) => Observation) {
  return [...groupBy(edges, keyOf).values()].flatMap((same) =>
    same.slice(0, 1).map((first) => say(first, same.length)),
  );
}

function unmetIn({ lockfile: { format, packages }, graph: { tree } }: OpenLockfile): Unmet {
  const { reportsMissing } = managerOf(format).lockfile;
  const [missing, missingOptional, outOfRange]: [Edge[], Edge[], (Edge & { readonly pinned: LockedPackage })[]] = [
    [],
    [],
    [],
  ];
  for (const [at, from] of packages.entries()) {
    if (!isJudged(from)) continue;
    for (const asked of from.requires) {
      const to = tree.resolve(tree.nodeOf(at), asked.name);
      const pinned = tree.packageAt(to);
      const fact = JSON.stringify([from.name, asked.name]);
      const isLenient = asked.type === 'optional' || asked.type === 'peer';
      if (to === NOWHERE) {
        if (reportsMissing || asked.optionalPeer === true) continue;
        if (isLenient && isOfRegistry(asked.spec)) missingOptional.push({ fact, from, asked });
        else missing.push({ fact: JSON.stringify([fact, asked.spec]), from, asked });
      } else if (pinned !== undefined && isOutside(asked, pinned)) {
        outOfRange.push({ fact: JSON.stringify([fact, asked.spec, pinned.name, pinned.version]), from, asked, pinned });
      }
    }
  }
  return { missing, missingOptional, outOfRange };
}

/**
 * Whether the lockfile must answer what an entry asks for: not where it only contradicts another entry, stands for a folder of the
 * repository (whose entries go stale), or lies in a tarball together with what answers it.
 */
function isJudged({ place, source: { kind }, claims }: LockedPackage): boolean {
  const isOwn = kind === 'workspace' || kind === 'link' || kind === 'portal';
  return place === undefined && !isOwn && claims.inBundle !== true && claims.hasShrinkwrap !== true;
}

/** Peers get what their parents provide, whatever they ask for. */
function isOutside(
  { type, spec, meant = spec, isOpen }: Requirement,
  { version, source, claims }: LockedPackage,
): boolean {
  if (type === 'peer' || isOpen === true || !isOfRegistry(meant)) return false;
  if (source.kind === 'workspace' || source.workspace === true || claims.inBundle === true) return false;
  // A dist-tag says nothing about versions, and any version means the tag `latest`.
  const range = validRange(aliasTarget(meant)?.spec ?? meant, true);
  if (range === null || range === '*' || valid(version, true) === null) return false;
  return !satisfies(version, range, { loose: true, includePrerelease: true });
}
