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

/**
 * The same lockfile without the blocks that a `link:` of the root's `resolutions` replaces. Yarn 1 writes such a block
 * (`x@^2.0.0` with version 0.0.0 and without `resolved`) and never uses it: below the top level it requests the link.
 * It does not rewrite the root's own dependencies, so a block that one of them needs stays.
 */
export function withLinksOfResolutions(lockfile: Lockfile, forced: readonly ForcedSpec[], root: Manifest): Lockfile {
  const { packages, descriptors = new Map<string, string>(), observations } = lockfile;
  const links = new Map<string, string>();
  for (const [name, [first]] of groupBy(forced, (each) => each.name)) {
    const isLink = first?.isEverywhere === true && first.spec.startsWith('link:');
    const key = isLink ? descriptors.get(`${name}@${first.spec}`) : undefined;
    if (key !== undefined) links.set(name, key);
  }
  if (links.size === 0) return lockfile;
  const ofRoot = new Set(root.requires.map(({ name, spec }) => `${name}@${spec}`));
  const replaced = new Map<string, string>();
  for (const [key, own] of groupBy([...descriptors], ([, key]) => key)) {
    const targets = new Set(
      own.map(([each]) => (ofRoot.has(each) ? undefined : links.get(splitDescriptor(each).name))),
    );
    const [target] = targets;
    if (target !== undefined && targets.size === 1 && target !== key) replaced.set(key, target);
  }
  const gone = packages.filter(({ key, resolved }) => resolved === undefined && replaced.has(key));
  const keys = new Set(gone.map(({ key }) => key));
  const now = (key: string): string => (keys.has(key) ? (replaced.get(key) ?? key) : key);
  return {
    ...lockfile,
    descriptors: new Map([...descriptors].map(([descriptor, key]) => [descriptor, now(key)])),
    packages: packages
      .filter(({ key }) => !keys.has(key))
      .map((each) => ({
        ...each,
        requires: each.requires.map((asked) => (asked.to === undefined ? asked : { ...asked, to: now(asked.to) })),
      })),
    observations: observations.filter(
      ({ code, name, line }) =>
        code !== 'pins-nothing' || !gone.some((each) => each.name === name && each.line === line),
    ),
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
