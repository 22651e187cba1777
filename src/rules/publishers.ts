import semver from 'semver';

import type { Publisher, ReleaseHistory, ReleaseSummary } from '../model/index.ts';
import { between } from './time.ts';

const day = 86_400_000;

/** From this age on, what a release gives away is news no more: findings about how it came to be published become advice. */
export const settledAge = 30 * day;

/**
 * Who published, as a text that two releases share only where the same one published them. Whatever is published by
 * OIDC goes by one and the same account name ("GitHub Actions"), so there the configuration counts, and not the name.
 * Undefined where the packument does not say.
 */
export function publisherKey(publisher: Publisher | undefined): string | undefined {
  const { name, trustedPublisher } = publisher ?? {};
  if (trustedPublisher !== undefined) {
    return JSON.stringify(['oidc', trustedPublisher.id, trustedPublisher.oidcConfigId ?? null]);
  }
  return name === undefined ? undefined : JSON.stringify(['account', name]);
}

/** The same for a reader. Third-party text: to be quoted. */
export function publisherName({ name, trustedPublisher }: Publisher): string {
  if (trustedPublisher === undefined) return name ?? '';
  const { id, oidcConfigId } = trustedPublisher;
  return oidcConfigId === undefined ? `${id} by OIDC` : `${id} by OIDC, configuration ${oidcConfigId}`;
}

/**
 * Releases that came so shortly before one are no past of it: a thief publishes in bursts (node-ipc, May 2026: three lines
 * in minutes), and the second of them must not vouch for the third. No takeover that is known stayed up for longer.
 */
const burst = 3 * day;

/** The release of that version, and those that were published before it and before its burst, oldest first. */
export interface Past {
  readonly release: ReleaseSummary | undefined;
  readonly earlier: readonly ReleaseSummary[];
}

/** Where a publish time is not known, the order of versions stands in for it. */
export function pastOf(history: ReleaseHistory, version: string): Past {
  const release = history.releases.find((one) => one.version === version);
  const isEarlier = (one: ReleaseSummary, byAtLeast: number) =>
    one.publishedAt !== undefined && release?.publishedAt !== undefined
      ? between(one.publishedAt, release.publishedAt) > byAtLeast
      : isBelow(one.version, version);
  const others = history.releases.filter((one) => one.version !== version && isEarlier(one, 0));
  const settled = others.filter((one) => isEarlier(one, burst));
  // A package that is itself as young as a burst has no other past.
  return { release, earlier: inOrder(settled.length > 0 ? settled : others) };
}

/** Whether no earlier release was published by the same one. A publisher that cannot be told was never seen. */
export function isUnseen(publisher: Publisher | undefined, { earlier }: Past): boolean {
  const key = publisherKey(publisher);
  return key === undefined || earlier.every((one) => publisherKey(one.publisher) !== key);
}

/** Whether a release is known to be old enough to be advice only; one without a publish time is not. */
export function isSettled(publishedAt: string | undefined, now: string): boolean {
  return publishedAt !== undefined && between(publishedAt, now) >= settledAge;
}

function isBelow(one: string, other: string): boolean {
  const [a, b] = [semver.parse(one), semver.parse(other)];
  return a !== null && b !== null && a.compare(b) < 0;
}

/** Oldest first, those without a time before all; stable, so by version among equals. */
function inOrder(releases: readonly ReleaseSummary[]): readonly ReleaseSummary[] {
  const timed = releases.map((release) => ({ release, at: release.publishedAt ? Date.parse(release.publishedAt) : 0 }));
  return timed.sort((a, b) => a.at - b.at).map(({ release }) => release);
}

/** Whether the registry names anybody at all: one that names nobody leaves nothing to compare with. */
export function namesPublishers(history: ReleaseHistory): boolean {
  return history.releases.some((one) => publisherKey(one.publisher) !== undefined);
}
