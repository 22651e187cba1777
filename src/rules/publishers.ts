import semver from 'semver';

import type { Publisher, ReleaseHistory, ReleaseSummary } from '../model/index.ts';
import { between } from './time.ts';

const day = 86_400_000;

/** From this age on, others have had time to notice an attack: findings about how a release was published become advisory. */
export const settledAge = 30 * day;

/**
 * A key for the publisher, which two releases share only where the same one published them. All releases by OIDC have the
 * same account name ("GitHub Actions"), so there the configuration counts instead of the name. Undefined where the
 * packument names no publisher.
 */
export function publisherKey(publisher: Publisher | undefined): string | undefined {
  const { name, trustedPublisher } = publisher ?? {};
  if (trustedPublisher !== undefined) {
    return JSON.stringify(['oidc', trustedPublisher.id, trustedPublisher.oidcConfigId ?? null]);
  }
  return name === undefined ? undefined : JSON.stringify(['account', name]);
}

/** The publisher's name for a reader. Third-party text: to be quoted. */
export function publisherName({ name, trustedPublisher }: Publisher): string {
  if (trustedPublisher === undefined) return name ?? '';
  const { id, oidcConfigId } = trustedPublisher;
  return oidcConfigId === undefined ? `${id} by OIDC` : `${id} by OIDC, configuration ${oidcConfigId}`;
}

/**
 * Releases this shortly before another one do not count as its past: attackers publish in bursts (node-ipc, May 2026: three
 * lines in minutes), and the second release must not vouch for the third. No known takeover stayed up for longer.
 */
const burst = 3 * day;

/** The release of a version, and the releases that were published before it and before its burst, oldest first. */
export interface Past {
  readonly release: ReleaseSummary | undefined;
  readonly earlier: readonly ReleaseSummary[];
}

/** Where a publish time is unknown, the order of versions is used instead. */
export function pastOf(history: ReleaseHistory, version: string): Past {
  const release = history.releases.find((one) => one.version === version);
  const isEarlier = (one: ReleaseSummary, byAtLeast: number) =>
    one.publishedAt !== undefined && release?.publishedAt !== undefined
      ? between(one.publishedAt, release.publishedAt) > byAtLeast
      : isBelow(one.version, version);
  const others = history.releases.filter((one) => one.version !== version && isEarlier(one, 0));
  const settled = others.filter((one) => isEarlier(one, burst));
  // A package that is itself younger than a burst has no other past.
  return { release, earlier: inOrder(settled.length > 0 ? settled : others) };
}

/** Whether the publisher published no earlier release. An unknown publisher counts as unseen. */
export function isUnseen(publisher: Publisher | undefined, { earlier }: Past): boolean {
  const key = publisherKey(publisher);
  return key === undefined || earlier.every((one) => publisherKey(one.publisher) !== key);
}

/** Whether a release is old enough for findings about it to be advisory; one without a publish time is not. */
export function isSettled(publishedAt: string | undefined, now: string): boolean {
  return publishedAt !== undefined && between(publishedAt, now) >= settledAge;
}

function isBelow(one: string, other: string): boolean {
  const [a, b] = [semver.parse(one), semver.parse(other)];
  return a !== null && b !== null && a.compare(b) < 0;
}

/** Oldest first, releases without a time before all others; the sort is stable, so equal times stay in version order. */
function inOrder(releases: readonly ReleaseSummary[]): readonly ReleaseSummary[] {
  const timed = releases.map((release) => ({ release, at: release.publishedAt ? Date.parse(release.publishedAt) : 0 }));
  return timed.sort((a, b) => a.at - b.at).map(({ release }) => release);
}

/** Whether the registry names any publisher. If it names none, there is nothing to compare with. */
export function namesPublishers(history: ReleaseHistory): boolean {
  return history.releases.some((one) => publisherKey(one.publisher) !== undefined);
}
