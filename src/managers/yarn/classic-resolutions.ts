import validRange from 'semver/ranges/valid.js';

import type { LockedPackage, Lockfile, Observation } from '../../model/index.ts';
import { groupBy } from '../../text/group-by.ts';
import type { Manifest } from '../manifest.ts';
import { blockOf } from './classic.ts';
import { splitDescriptor } from './entry.ts';

/** An entry of the root's `resolutions` that Yarn 1 obeys. */
export interface ForcedSpec {
  readonly name: string;
  readonly spec: string;
  /** Whether it is about the name wherever it is asked for, and not only below some parents. */
  readonly isEverywhere: boolean;
}

/** What Yarn 1 makes of the root's `resolutions`: it asks for each of them at the top level, whether anything else does or not. */
export function forcedSpecs(root: Manifest | undefined): readonly ForcedSpec[] {
  return (root?.resolutionEntries ?? []).flatMap(([path, spec]) => {
    const name = path.match(/@[^/]+\/[^/]+|[^/]+/g)?.at(-1);
    // It passes over a dist-tag with a warning.
    if (name === undefined || (validRange(spec, true) === null && !/[:/]/.test(spec))) return [];
    return [{ name, spec, isEverywhere: path === name || path === `**/${name}` }];
  });
}

/** Each of the root's `resolutions` that no entry answers: Yarn 1 installs what it finds for it, frozen or not. */
export function unlockedResolutions(
  { path, descriptors }: Lockfile,
  root: Manifest | undefined,
): readonly Observation[] {
  return forcedSpecs(root).flatMap(({ name, spec }): readonly Observation[] => {
    if (descriptors?.has(`${name}@${spec}`) !== false) return [];
    const args = { manifest: root?.path ?? '', asked: spec, locked: '' };
    return [{ code: 'not-locked', path, line: 1, name, args }];
  });
}

/**
 * The same lockfile where one block stands for a name and for the package that `resolutions` put in its place
 * (`beta@^2.0.0, "beta@npm:lodash@4.17.21"`): what is installed is that package alone. Without the root's word for it the
 * block stays what it is judged as, each of its names.
 */
export function withAliasesOfResolutions(lockfile: Lockfile, forced: readonly ForcedSpec[]): Lockfile {
  const { packages, descriptors = new Map<string, string>() } = lockfile;
  const blocks = [...groupBy(packages, ({ key }) => blockOf(key)).values()].filter((each) => each.length > 1);
  const instead = new Map<string, string>();
  for (const block of blocks) {
    for (const each of block) {
      const target = targetOf(each, block, forced, descriptors);
      if (target !== undefined) instead.set(each.key, target);
    }
  }
  if (instead.size === 0) return lockfile;
  const now = (key: string): string => instead.get(key) ?? key;
  return {
    ...lockfile,
    descriptors: new Map([...descriptors].map(([descriptor, key]) => [descriptor, now(key)])),
    packages: packages
      .filter(({ key }) => !instead.has(key))
      .map((each) => ({
        ...each,
        requires: each.requires.map((asked) => (asked.to === undefined ? asked : { ...asked, to: now(asked.to) })),
      })),
  };
}

/** Key of the package of the same block that a resolution names in a package's place. */
function targetOf(
  { key, name }: LockedPackage,
  block: readonly LockedPackage[],
  forced: readonly ForcedSpec[],
  descriptors: ReadonlyMap<string, string>,
): string | undefined {
  const isOwn = [...descriptors].every(
    ([descriptor, each]) => each !== key || splitDescriptor(descriptor).name === name,
  );
  if (!isOwn) return undefined;
  const answers = forced.flatMap((each) => (each.name === name ? (descriptors.get(`${name}@${each.spec}`) ?? []) : []));
  return answers.find((answer) => answer !== key && block.some((each) => each.key === answer));
}
