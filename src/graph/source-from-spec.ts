import { fileSource } from '../lockfile/source.ts';
import { specKind } from '../lockfile/spec.ts';
import type { LockedPackage, Lockfile, Requirement, Source } from '../model/index.ts';
import { NOWHERE } from '../lockfile/tree.ts';
import { managerOf } from '../managers/index.ts';

/**
 * Corrects the source of entries that look like a registry's but that some spec requests by address: npm installs
 * what the spec says at its next resolution, whatever `resolved` says now.
 */
export function sourcesFromSpecs(lockfile: Lockfile): Lockfile {
  const asksElsewhere = ({ requires }: { readonly requires: readonly Requirement[] }): boolean =>
    requires.some(({ spec }) => sourceOf(lockfile.path, spec) !== undefined);
  if (!lockfile.importers.some(asksElsewhere) && !lockfile.packages.some(asksElsewhere)) return lockfile;
  const tree = managerOf(lockfile.format).lockfile.treeOf(lockfile);
  const corrected = new Map<LockedPackage, Source>();
  const nodes = [...tree.importers, ...tree.packages];
  for (const [from, { requires }] of nodes.entries()) {
    for (const { name, spec } of requires) {
      const source = sourceOf(lockfile.path, spec);
      const to = source === undefined ? NOWHERE : tree.resolve(from, name);
      const asked = tree.packageAt(to);
      if (source !== undefined && asked?.source.kind === 'registry') corrected.set(asked, source);
    }
  }
  if (corrected.size === 0) return lockfile;
  return {
    ...lockfile,
    packages: lockfile.packages.map((each) => {
      const source = corrected.get(each);
      return source === undefined ? each : { ...each, source };
    }),
  };
}

/** The source that a spec names; undefined if it leaves the choice to a registry, or if npm does not accept the spec. */
function sourceOf(lockfilePath: string, spec: string): Source | undefined {
  switch (specKind(spec)) {
    case 'git':
      return { kind: 'git', spec };
    case 'remote':
      return { kind: 'remote', spec };
    case 'file':
    case 'directory':
      return fileSource(lockfilePath, spec);
    case 'registry':
    case 'alias':
    case 'unknown':
      return undefined;
  }
}
