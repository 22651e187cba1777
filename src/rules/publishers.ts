import type { KnownPublisher, Publisher, ReleaseHistory, ReleaseSummary } from '../model/index.ts';
import { type PastOf, pastAmong } from '../model/past.ts';
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

export type Past = PastOf<ReleaseSummary>;

/** See `pastAmong`. */
export const pastOf = ({ releases }: ReleaseHistory, version: string): Past => pastAmong(releases, version);

/** Whether the publisher neither published an earlier release nor approved this one as a maintainer. An unknown publisher counts as unseen. */
export function isUnseen(publisher: KnownPublisher | undefined, { earlier }: Past): boolean {
  if (publisher?.maintains === true) return false;
  const key = publisherKey(publisher);
  return key === undefined || earlier.every((one) => publisherKey(one.publisher) !== key);
}

/** Whether a release is old enough for findings about it to be advisory; one without a publish time is not. */
export function isSettled(publishedAt: string | undefined, now: string): boolean {
  return publishedAt !== undefined && between(publishedAt, now) >= settledAge;
}

/** Whether the registry names any publisher. If it names none, there is nothing to compare with. */
export function namesPublishers(history: ReleaseHistory): boolean {
  return history.releases.some((one) => publisherKey(one.publisher) !== undefined);
}
