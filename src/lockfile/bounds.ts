import { GateFailure } from '../errors.ts';
import type { Lockfile } from '../model/index.ts';

/** More than any project has, but few enough to be judged in time. The largest real lockfile tested has 2,080. */
const MAX_PACKAGES = 100_000;
const MAX_REQUIREMENTS = 1_000_000;

/**
 * Returns the lockfile, whatever its format.
 * @throws GateFailure `lockfile-too-large` if it has more entries or dependencies than lockgate evaluates
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

/** For a format whose requirements must first be linked, which takes time itself. */
export function refuseTooMany(path: string, packages: number, requirements: number): void {
  if (packages <= MAX_PACKAGES && requirements <= MAX_REQUIREMENTS) return;
  throw new GateFailure(
    'lockfile-too-large',
    `The lockfile has ${packages} entries with ${requirements} dependencies; lockgate evaluates at most ${MAX_PACKAGES} and ${MAX_REQUIREMENTS}: split the project.`,
    { path },
  );
}
