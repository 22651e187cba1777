import { groupBy } from '../text/group-by.ts';
import { compareText } from '../text/order.ts';
import type { Observation } from '../model/index.ts';
import type { OpenLockfile } from './open-lockfile.ts';

/** The most observations reported one by one; the rest are counted. */
const MAX_NAMED = 20;

/** Observations of the head that the base did not have, wherever they are now. */
export function introduced(base: readonly Observation[], head: readonly Observation[]): readonly Observation[] {
  const known = new Set(base.map(factOf));
  return head.filter((each) => !known.has(factOf(each)));
}

function factOf({ code, name, version, args }: Observation): string {
  return JSON.stringify([code, name ?? null, version ?? null, Object.entries(args).sort()]);
}

/**
 * One observation for each name and version that nothing depends on and that the base did not have, or had as a
 * dependency. Real lockfiles carry such entries for years, so those of the base do not count. None if the root's
 * dependencies are not known.
 */
export function unreachable(base: OpenLockfile | undefined, head: OpenLockfile): readonly Observation[] {
  if (!head.isRootKnown) return [];
  const known = new Set((base?.unreached() ?? []).map(({ name, version }) => `${name}\n${version}`));
  const found = groupBy(head.unreached(), ({ name, version }) => `${name}\n${version}`);
  const { path } = head.lockfile;
  const named = [...found]
    .filter(([key]) => !known.has(key))
    .flatMap(([, places]) =>
      places.slice(0, 1).map(({ name, version, line }): Observation => ({
        code: 'unreachable',
        path,
        line,
        name,
        version,
        args: { places: places.length },
      })),
    );
  const more = named.length - MAX_NAMED;
  if (more <= 0) return named;
  const rest: Observation = { code: 'unreachable', path, line: named[MAX_NAMED]?.line ?? 1, args: { more } };
  return [...named.slice(0, MAX_NAMED), rest];
}

/** The first observations, and how many more there are. */
export function bounded(observations: readonly Observation[]): readonly Observation[] {
  const [first] = observations.slice(MAX_NAMED);
  if (first === undefined) return observations;
  const { code, path, line } = first;
  return [...observations.slice(0, MAX_NAMED), { code, path, line, args: { more: observations.length - MAX_NAMED } }];
}

/** The order of a comparison's observations: by place, then by content. */
export function inOrder(a: Observation, b: Observation): number {
  return (
    compareText(a.path, b.path) ||
    a.line - b.line ||
    compareText(a.code, b.code) ||
    compareText(a.name ?? '', b.name ?? '') ||
    compareText(a.version ?? '', b.version ?? '')
  );
}
