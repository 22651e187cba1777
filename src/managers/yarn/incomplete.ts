import { descriptorLinker } from './link.ts';
import { splitDescriptor } from './entry.ts';
import { specKind } from '../../lockfile/spec.ts';
import type { Lockfile, Observation, Requirement } from '../../model/index.ts';
import type { Manifest } from '../manifest.ts';

/**
 * Dependencies of `yarn.lock` entries that no entry answers: one observation for each name and spec, at the first entry
 * that has it. A file that was cut off between two blocks is well-formed, and only this reveals it.
 *
 * Yarn writes every descriptor into some entry's key, except those that `resolutions` rewrite and,
 * in classic, those that a workspace answers. Without the root's manifest neither is known; then only a name without
 * any entry is reported. Optional dependencies may be left out, and peers are provided by parents.
 * @param parsed before its importers are made
 * @param root the manifest of the lockfile's own folder
 * @param workspaces names of the packages that are folders of this repository
 */
export function unanswered(
  parsed: Lockfile,
  root: Manifest | undefined,
  workspaces: ReadonlySet<string>,
): readonly Observation[] {
  const { path, packages, importers, descriptors = new Map<string, string>() } = parsed;
  const byDescriptor = descriptorLinker(descriptors);
  // A patch names the package that it changes by its locator.
  const exact = new Set(packages.map(({ name, version }) => `${name}@npm:${version}`));
  const known = new Set([...descriptors.keys()].map((each) => splitDescriptor(each).name));
  const isAnswered = ({ name, spec, to }: Requirement): boolean => {
    if (byDescriptor(name, spec) !== undefined || workspaces.has(name) || exact.has(`${name}@${spec}`)) return true;
    if (root === undefined) return known.has(name);
    return root.resolutions.has(name) ? known.has(name) : to !== undefined && !isPlain(spec);
  };
  const found = new Map<string, Observation>();
  const look = (line: number, requires: readonly Requirement[]): void => {
    for (const each of requires) {
      const { name, spec, type } = each;
      const key = `${name}@${spec}`;
      if (type === 'optional' || type === 'peer' || found.has(key) || isAnswered(each)) continue;
      found.set(key, { code: 'incomplete', path, line, name, args: { asked: spec } });
    }
  };
  for (const { line, requires } of packages) look(line, requires);
  // An importer's dependencies are compared with its manifest elsewhere; here the lockfile's own record counts.
  if (root === undefined) for (const { line, requires } of importers) look(line, requires);
  return [...found.values()];
}

/** Whether Yarn copies a spec into a key unchanged. */
function isPlain(spec: string): boolean {
  const kind = specKind(spec);
  return kind === 'registry' || kind === 'alias';
}
