import type {
  Absent,
  BuildIdentity,
  EarlierBuilds,
  Instant,
  Present,
  Release,
  ReleaseHistory,
} from '../model/index.ts';
import type { Violation } from '../model/rule.ts';
import { isSameOwner, isSameRepository, spelledRepository } from './builds.ts';
import { isSettled, pastOf } from './publishers.ts';
import { between } from './time.ts';

/** Where a package came from before a version: what its earlier releases declare, and where they were built. */
export interface KnownSources {
  /** In the notation of `Release.repository`, the newest declaration first. */
  readonly declared: readonly string[];
  readonly builds: readonly BuildIdentity[];
}

/**
 * A release since the version on the base branch, or of a package that is new here, vouches only after 30 days: who can publish one version that names their
 * repository can publish the next one from there.
 * @param predecessor the build of the version on the base branch, where it verifies
 */
export function knownSources(
  { version, base, now }: { readonly version: string; readonly base: Release | undefined; readonly now: Instant },
  predecessor: BuildIdentity | undefined,
  history: Present<ReleaseHistory> | Absent,
  earlier: Present<EarlierBuilds> | Absent,
): KnownSources {
  const releases = history.state === 'present' ? history.value.releases : [];
  const past = history.state === 'present' ? pastOf(history.value, version).earlier : [];
  const timeOf = (one: string | undefined) => releases.find((release) => release.version === one)?.publishedAt;
  const since = timeOf(base?.version);
  // Without a version on the base branch, a package that has a longer past is known by that.
  const isYoung = base === undefined && !past.some(({ publishedAt }) => isSettled(publishedAt, now));
  const vouches = (at: Instant | undefined) => {
    if (at === undefined || isYoung || isSettled(at, now)) return true;
    return base !== undefined && (since === undefined || between(since, at) <= 0);
  };
  const declared = past.filter(({ publishedAt }) => vouches(publishedAt)).flatMap(({ repository }) => repository ?? []);
  const builds = earlier.state === 'present' ? earlier.value.builds : [];
  const own = base?.repository;
  return {
    declared: [...new Set([...(own === undefined ? [] : [own]), ...declared.reverse()])],
    builds: [
      ...(predecessor === undefined ? [] : [predecessor]),
      ...builds.filter((one) => vouches(timeOf(one.version))).map(({ build }) => build),
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
  if (same === undefined) {
    // A name that was given up can be taken by anybody, and only certificates say who has it.
    const was = builds[0]?.sourceRepository;
    if (was !== undefined && (base === undefined || spelledRepository(base) !== built)) {
      found.push({ code: 'declared-before', args: { before: was }, stable: { ...stable, before: was } });
    }
    return found;
  }
  if (isSameOwner(build, same) === false) {
    const owners = { owner: build.ownerId ?? build.owner ?? '', before: same.ownerId ?? same.owner ?? '' };
    found.push({ code: 'changed-owner', args: {}, stable: owners });
  } else if (spelledRepository(same.sourceRepository) !== built) {
    const names = { before: same.sourceRepository };
    found.push({ code: 'renamed', args: names, stable: { ...stable, ...names } });
  }
  return found;
}
