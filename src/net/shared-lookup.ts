import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';

type Answer = Parameters<Parameters<LookupFunction>[2]>;

/**
 * Looks each host up once, however many connections are opened at the same time, and again after a failure. Of
 * thirty questions at once to the system's resolver one is lost now and then, and is asked again after five seconds
 * (resolv.conf(5), `timeout`).
 */
export function sharedLookup(ask: LookupFunction = lookup): LookupFunction {
  const known = new Map<string, Promise<Answer>>();
  return (hostname, options, callback) => {
    const key = JSON.stringify([hostname, options]);
    const answer =
      known.get(key) ?? new Promise<Answer>((resolve) => ask(hostname, options, (...answered) => resolve(answered)));
    known.set(key, answer);
    void answer.then((answered) => {
      if (answered[0] !== null) known.delete(key);
      callback(...answered);
    });
  };
}
