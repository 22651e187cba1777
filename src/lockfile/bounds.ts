import { GateFailure } from '../errors.ts';
import type { Lockfile } from '../model/index.ts';

/** More than any project has, few enough to be judged in time; the largest real one that this was tried on has 2,080. */
const MAX_PACKAGES = 100_000;
const MAX_REQUIREMENTS = 1_000_000;

/**
 * The same lockfile, of whatever format.
 * @throws GateFailure `lockfile-too-large` where it has more entries, or they ask for more, than is evaluated
 */
export function withinBounds(lockfile: Lockfile): Lockfile {
  const { path, packages } = lockfile;
  refuseTooMany(
    path,
    packages.length,
    packages.reduce((sum, each) => sum + each.requires.length, 0),
  );
  return lockfile;
}

/** For a format whose requirements must be linked before it is a lockfile, which takes time itself. */
export function refuseTooMany(path: string, packages: number, requirements: number): void {
  if (packages <= MAX_PACKAGES && requirements <= MAX_REQUIREMENTS) return;
  throw new GateFailure(
    'lockfile-too-large',
    `The lockfile has ${packages} entries that ask for ${requirements} packages; at most ${MAX_PACKAGES} and ${MAX_REQUIREMENTS} are evaluated.`,
    { path },
  );
}
