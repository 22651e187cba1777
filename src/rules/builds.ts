import type { BuildIdentity } from '../model/index.ts';

/** Comparing where packages were built. */

/** An address as `Release.repository` spells it: `host/path` in lower case. */
export function spelledRepository(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '')
    .replace(/\.git$/, '');
}

/** An id counts where the certificate has it: who controls the build can write any id into the statement. */
function certified(build: BuildIdentity, field: 'sourceRepositoryId' | 'ownerId'): string | undefined {
  return build.claimed.includes(field) ? undefined : build[field];
}

/** By numeric id where both have one of the same service: names can be given to others. Undefined: it cannot be told. */
function isSame(
  one: BuildIdentity,
  other: BuildIdentity,
  id: 'sourceRepositoryId' | 'ownerId',
  name: (build: BuildIdentity) => string | undefined,
): boolean | undefined {
  const [a, b] = [certified(one, id), certified(other, id)];
  if (a !== undefined && b !== undefined && one.issuer === other.issuer) return a === b;
  const [nameOfOne, nameOfOther] = [name(one), name(other)];
  return nameOfOne === undefined || nameOfOther === undefined
    ? undefined
    : spelledRepository(nameOfOne) === spelledRepository(nameOfOther);
}

/** Whether two builds ran in one repository. */
export function isSameRepository(one: BuildIdentity, other: BuildIdentity): boolean {
  return isSame(one, other, 'sourceRepositoryId', ({ sourceRepository }) => sourceRepository) === true;
}

/** Whether the repositories of two builds have one owner. Undefined: it cannot be told. */
export function isSameOwner(one: BuildIdentity, other: BuildIdentity): boolean | undefined {
  return isSame(one, other, 'ownerId', ({ owner }) => owner);
}
