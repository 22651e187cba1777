import { specKind } from '../../lockfile/spec.ts';
import type { Observation, Requirement } from '../../model/index.ts';

/**
 * Requirements in a `yarn.lock` that no entry answers: one observation for each name and spec, at the first entry that has
 * it. A file that was cut off between two blocks is well-formed, and only this reveals it. Peers are provided by parents.
 * @param path of the lockfile
 */
export function unanswered<A extends { readonly line: number; readonly requires: readonly Requirement[] }>(
  path: string,
  asking: readonly A[],
  isAnswered: (requirement: Requirement, by: A) => boolean,
): readonly Observation[] {
  const found = new Map<string, Observation>();
  for (const by of asking) {
    for (const each of by.requires) {
      const { name, spec, type } = each;
      const key = `${name}@${spec}`;
      if (type === 'peer' || found.has(key) || isAnswered(each, by)) continue;
      found.set(key, { code: 'incomplete', path, line: by.line, name, args: { asked: spec } });
    }
  }
  return [...found.values()];
}

/** Whether Yarn copies a spec into a key unchanged. */
export function isPlain(spec: string): boolean {
  const kind = specKind(spec);
  return kind === 'registry' || kind === 'alias';
}
