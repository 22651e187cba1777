import maxSatisfying from 'semver/ranges/max-satisfying.js';

import type { LockedPackage, Requirement } from '../model.ts';
import { groupBy } from './group-by.ts';
import type { Linker } from './yarn-entry.ts';
import { splitDescriptor } from './yarn-entry.ts';

/** Key of the entry that has a descriptor. Berry writes the protocol that a manifest may leave out, and may not. */
export function descriptorLinker(descriptors: ReadonlyMap<string, string>): Linker {
  return (name, spec) =>
    descriptors.get(`${name}@${spec}`) ??
    descriptors.get(`${name}@npm:${spec}`) ??
    (spec === '' ? (descriptors.get(name) ?? descriptors.get(`${name}@*`)) : undefined);
}

/**
 * Links what has no descriptor of its own, because `resolutions` gave it another: by name where one entry has it, else
 * the highest version that the spec allows. Peers too: Yarn gives them what those above provide.
 */
export function nameLinker(
  packages: readonly Pick<LockedPackage, 'key' | 'name' | 'alias' | 'version'>[],
  descriptors: ReadonlyMap<string, string>,
): Linker {
  const keys = new Map<string, Set<string>>();
  for (const [descriptor, key] of descriptors) {
    const { name } = splitDescriptor(descriptor);
    const known = keys.get(name);
    if (known === undefined) keys.set(name, new Set([key]));
    else known.add(key);
  }
  const versions = groupBy(packages, ({ key }) => key);
  return (name, spec) => {
    const candidates = [...(keys.get(name) ?? [])];
    if (candidates.length < 2) return candidates[0];
    const range = spec.replace(/^npm:/, '');
    const byVersion = new Map(candidates.map((key) => [versions.get(key)?.[0]?.version ?? '', key]));
    const best = maxSatisfying([...byVersion.keys()].filter(Boolean), range, { loose: true });
    return best === null ? undefined : byVersion.get(best);
  };
}

/** The same requirements, those without an answer linked where another linker knows one. */
export function linked(requires: readonly Requirement[], to: Linker): readonly Requirement[] {
  return requires.map((each) => {
    const key = each.to ?? to(each.name, each.spec);
    return key === undefined || key === each.to ? each : { ...each, to: key };
  });
}
