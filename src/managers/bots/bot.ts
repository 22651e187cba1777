/** How long an update bot waits before it proposes a new version of an npm package, as far as its file says. */
export interface BotWaiting {
  readonly bot: 'Dependabot' | 'Renovate';
  readonly file: string;
  /** The setting that says so, for messages. */
  readonly key: 'cooldown' | 'minimumReleaseAge';
  /** The least that it waits, packages in `exceptions` aside; 0: it does not wait. Undefined: the file does not tell. */
  readonly hours: number | undefined;
  /** Whether the file says it; otherwise it is the bot's default, or a preset's. */
  readonly isSet: boolean;
  /** Which packages wait less, as the file writes it: third-party text, in code-unit order. */
  readonly exceptions: readonly string[];
  /** Why it may be otherwise: third-party text in our words. */
  readonly doubt?: string;
}

const HOURS_A_DAY = 24;

/**
 * The days that a bot has to wait so that its pull requests are never too young for a policy. One more than the policy asks
 * for: a tool that counts in days may compare dates, and then `n` days are over after a little more than `n - 1` times 24
 * hours. The same day covers provenance that is signed after the publish time, from which the policy counts.
 * @param minimum the policy's minimum age, in milliseconds
 * @returns 0 where the policy asks for no age
 */
export function daysToWait(minimum: number): number {
  return minimum <= 0 ? 0 : Math.ceil(minimum / (HOURS_A_DAY * 3_600_000)) + 1;
}

/** Whether what a bot waits is enough for a policy, whichever packages are excepted. */
export function waitsEnough({ bot, hours }: BotWaiting, minimum: number): boolean {
  if (hours === undefined) return false;
  // Renovate counts elapsed time; of Dependabot's days, see `daysToWait`.
  const needed = bot === 'Renovate' ? minimum / 3_600_000 : daysToWait(minimum) * HOURS_A_DAY;
  return hours >= needed;
}
