import type { BuildIdentity } from '../model/index.ts';

/** Compares where packages were built. */

/** An address in the notation of `Release.repository`: `host/path` in lower case. */
export function spelledRepository(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '')
    .replace(/\.git$/, '');
}

/** The address of a workflow without the ref or commit that it was taken at. */
export const withoutRef = (workflow: string): string => workflow.replace(/(?<=\.ya?ml)@.*$/s, '');

/** The id, if the certificate has it: whoever controls the build can write any id into the statement. */
export function certified(build: BuildIdentity, field: 'sourceRepositoryId' | 'ownerId'): string | undefined {
  return build.claimed.includes(field) ? undefined : build[field];
}

/** Compares numeric ids where both have one of the same service, because a name can change hands. Undefined: unknown. */
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

/** Whether two builds ran in the same repository. */
export function isSameRepository(one: BuildIdentity, other: BuildIdentity): boolean {
  return isSame(one, other, 'sourceRepositoryId', ({ sourceRepository }) => sourceRepository) === true;
}

/** Whether the repositories of two builds have the same owner. Undefined: unknown. */
export function isSameOwner(one: BuildIdentity, other: BuildIdentity): boolean | undefined {
  return isSame(one, other, 'ownerId', ({ owner }) => owner);
}
