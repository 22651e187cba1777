import { setTimeout as sleep } from 'node:timers/promises';

import { readFailure } from './failure.ts';

/** Time as the client sees it; a test gives its own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(ms: number): Promise<unknown>;
}

export const systemClock: Clock = { now: () => Date.now(), sleep: (ms) => sleep(ms) };

const retries = 3;
const firstBackOffMs = 500;
/** GitHub REST docs, "Rate limits": without `retry-after`, wait at least one minute. */
const secondaryLimitMs = 60_000;
/** The total of all waits of one run: the job has minutes, not hours. */
const patienceMs = 120_000;

export type Patience = <T>(attempt: () => Promise<T>, repeatable: boolean) => Promise<T>;

/**
 * Retries temporary failures: after no reply or a 5xx up to three times with back-off,
 * and only what may be done twice (`repeatable`); after a rate limit once, since nothing was done, waiting as long as
 * GitHub asks, at most a minute. Then the last error is thrown. All waits together stay under two minutes.
 */
export function createPatience(clock: Clock = systemClock): Patience {
  let left = patienceMs;
  return async (attempt, repeatable) => {
    let waitedForLimit = false;
    for (let failures = 0; ; failures += 1) {
      try {
        return await attempt();
      } catch (error) {
        const { kind, temporary, waitMs } = readFailure(error, clock.now());
        const limited = kind === 'rate-limited';
        const wait = limited
          ? Math.max(waitMs ?? secondaryLimitMs, 1000)
          : firstBackOffMs * 2 ** failures * (1 + Math.random() / 4);
        const again = limited ? !waitedForLimit && wait <= secondaryLimitMs : repeatable && failures < retries;
        if (!temporary || !again || wait > left) throw error;
        waitedForLimit ||= limited;
        left -= wait;
        await clock.sleep(wait);
      }
    }
  };
}
