import semver from 'semver';

const day = 86_400_000;

/**
 * Releases this shortly before another one do not count as its past: attackers publish in bursts (node-ipc, May 2026: three
 * lines in minutes), and the second release must not vouch for the third. No known takeover stayed up for longer.
 */
const burst = 3 * day;

/** A version and when it was published, where that is known. */
interface Timed {
  readonly version: string;
  readonly publishedAt?: string;
}

/** The release of a version, and the releases that were published before it and before its burst, oldest first. */
export interface PastOf<Release extends Timed> {
  readonly release: Release | undefined;
  readonly earlier: readonly Release[];
}

/** Where a publish time is unknown, the order of versions is used instead. */
export function pastAmong<Release extends Timed>(releases: readonly Release[], version: string): PastOf<Release> {
  const release = releases.find((one) => one.version === version);
  const isEarlier = (one: Release, byAtLeast: number) =>
    one.publishedAt !== undefined && release?.publishedAt !== undefined
      ? Date.parse(release.publishedAt) - Date.parse(one.publishedAt) > byAtLeast
      : isBelow(one.version, version);
  const others = releases.filter((one) => one.version !== version && isEarlier(one, 0));
  const settled = others.filter((one) => isEarlier(one, burst));
  // A package that is itself younger than a burst has no other past.
  return { release, earlier: inOrder(settled.length > 0 ? settled : others) };
}

function isBelow(one: string, other: string): boolean {
  const [a, b] = [semver.parse(one), semver.parse(other)];
  return a !== null && b !== null && a.compare(b) < 0;
}

/** Oldest first, releases without a time before all others; the sort is stable, so equal times stay in version order. */
function inOrder<Release extends Timed>(releases: readonly Release[]): readonly Release[] {
  const timed = releases.map((release) => ({ release, at: release.publishedAt ? Date.parse(release.publishedAt) : 0 }));
  return timed.sort((a, b) => a.at - b.at).map(({ release }) => release);
}
