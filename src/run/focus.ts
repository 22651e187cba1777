import { lockedVersion } from '../model/identity.ts';
import type { Change, Comparison } from '../model/index.ts';
import type { Focus, Wanted } from './request.ts';

/** Whether a change is about the package: by its name, or by one that a manifest gives it. */
export function isAbout({ name, version, aliases }: Change, wanted: Wanted): boolean {
  return (
    (name === wanted.name || aliases.includes(wanted.name)) &&
    (wanted.version === undefined || version === wanted.version)
  );
}

/**
 * A comparison with the changes that the evidence about one package needs: its own, and those of the packages that pull a new
 * name in, whose builds can vouch for it. Observations and errors stay: they need no requests.
 */
export function focusOn(comparison: Comparison, focus: Focus | undefined): Comparison {
  if (focus === undefined) return comparison;
  const own = comparison.changes.filter((change) => isAbout(change, focus.wanted));
  const askingFor = new Set(
    own.flatMap(({ baseVersions, via, lockfile }) =>
      baseVersions.length > 0 ? [] : via.flatMap((path) => keyOf(lockfile, path.at(-2)) ?? []),
    ),
  );
  const above = dependentsOf(own, comparison.changes);
  const locked = new Set(own.map((change) => lockedVersion(change)));
  const { bundles, ...rest } = comparison;
  const concerned = bundles?.filter(({ lockfile, members }) =>
    members.some(({ name, version }) => locked.has(lockedVersion({ lockfile, name, version }))),
  );
  return {
    ...rest,
    changes: comparison.changes.filter(
      (change) => own.includes(change) || above.has(change) || askingFor.has(keyOf(change.lockfile, change.name) ?? ''),
    ),
    ...(concerned !== undefined && concerned.length > 0 && { bundles: concerned }),
  };
}

/** The packages through which others of the change pull in a new name: what they need tells how the name is judged. */
function dependentsOf(own: readonly Change[], changes: readonly Change[]): ReadonlySet<Change> {
  const found = new Set(own);
  // The set grows while it is walked.
  for (const { lockfile, dependents = [] } of found) {
    const keys = new Set(dependents.map(({ name, version }) => lockedVersion({ lockfile, name, version })));
    for (const change of changes) if (keys.has(lockedVersion(change))) found.add(change);
  }
  return found;
}

const keyOf = (lockfile: string, name: string | undefined) =>
  name === undefined ? undefined : JSON.stringify([lockfile, name]);
