import type { Absent, BuildIdentity, EarlierBuilds, Present, ReleaseHistory } from '../model/index.ts';
import type { Violation } from '../model/rule.ts';
import { isSameOwner, isSameRepository, spelledRepository } from './builds.ts';
import { pastOf } from './publishers.ts';

/** Where a package came from before a version: what its earlier releases declare, and where they were built. */
export interface KnownSources {
  /** In the notation of `Release.repository`, the newest declaration first. */
  readonly declared: readonly string[];
  readonly builds: readonly BuildIdentity[];
}

/** @param predecessor the build of the version on the base branch, where it verifies */
export function knownSources(
  version: string,
  predecessor: BuildIdentity | undefined,
  history: Present<ReleaseHistory> | Absent,
  earlier: Present<EarlierBuilds> | Absent,
  base: string | undefined,
): KnownSources {
  const past = history.state === 'present' ? pastOf(history.value, version).earlier : [];
  const declared = [...past].reverse().flatMap(({ repository }) => repository ?? []);
  return {
    declared: [...new Set([...(base === undefined ? [] : [base]), ...declared])],
    builds: [
      ...(predecessor === undefined ? [] : [predecessor]),
      ...(earlier.state === 'present' ? earlier.value.builds.map(({ build }) => build) : []),
    ],
  };
}

/** The owner of a declared repository: `host/owner`. */
const ownerOf = (repository: string): string => spelledRepository(repository).split('/').slice(0, 2).join('/');

/** Where it was built, against what is known. */
export function repositoryOf(
  build: BuildIdentity,
  declared: string | undefined,
  { declared: earlier, builds }: KnownSources,
  before: BuildIdentity | undefined,
  base: string | undefined,
): readonly Violation[] {
  const built = spelledRepository(build.sourceRepository);
  const stable = { built };
  const isOwn = declared === undefined || spelledRepository(declared) === built;
  const isNew = builds.length === 0 && earlier.length === 0;
  if (isNew) return isOwn ? [] : [{ code: 'other-repository', args: { declared }, stable: { ...stable, declared } }];
  // A name counts only where no certificate shows that somebody else has it now.
  const hasChangedHands = builds.some(
    (one) => spelledRepository(one.sourceRepository) === built && !isSameRepository(build, one),
  );
  const same = builds.find((one) => isSameRepository(build, one));
  const isKnown = same !== undefined || (!hasChangedHands && earlier.some((one) => spelledRepository(one) === built));
  if (!isKnown) {
    const was = before?.sourceRepository ?? builds[0]?.sourceRepository ?? earlier[0] ?? '';
    const isOwners =
      !hasChangedHands &&
      (builds.some((one) => isSameOwner(build, one) === true) ||
        (builds.length === 0 && earlier.some((one) => ownerOf(one) === ownerOf(built))));
    const code = isOwners ? 'same-owner' : before === undefined ? 'unknown-repository' : 'changed-repository';
    return [{ code, args: { before: was }, stable: { ...stable, before: was } }];
  }
  const found: Violation[] = [];
  if (!isOwn && declared !== base) {
    found.push({ code: 'declares-another', args: { declared }, stable: { ...stable, declared } });
  }
  if (same === undefined) return found;
  if (isSameOwner(build, same) === false) {
    const owners = { owner: build.ownerId ?? build.owner ?? '', before: same.ownerId ?? same.owner ?? '' };
    found.push({ code: 'changed-owner', args: {}, stable: owners });
  } else if (spelledRepository(same.sourceRepository) !== built) {
    const names = { before: same.sourceRepository };
    found.push({ code: 'renamed', args: names, stable: { ...stable, ...names } });
  }
  return found;
}
