import type { Instant } from '../model/index.ts';

const minuteLength = 60_000;
const hourLength = 3_600_000;

/**
 * `2026-01-31 12:05 UTC`. Rounded down for the past; `up` for the future, so that whoever waits until then has waited long
 * enough.
 * @throws RangeError where the text is not an instant.
 */
export function minute(instant: string | number | undefined, rounding: 'down' | 'up' = 'down'): string {
  const time = typeof instant === 'string' ? Date.parse(instant) : Number.NaN;
  const minutes = rounding === 'up' ? Math.ceil(time / minuteLength) : Math.floor(time / minuteLength);
  const [day = '', clock = ''] = new Date(minutes * minuteLength).toISOString().split('T');
  return `${day} ${clock.slice(0, 5)} UTC`;
}

/** Milliseconds from one instant to another; negative where the second is the earlier one. */
export function between(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** The instant that many milliseconds after another. */
export function after(instant: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

/** A duration in the most readable unit: `under 1 h`, `71 h`, `29 days`, `3 years`. Always rounded down. */
export function length(milliseconds: number): string {
  const hours = Math.floor(milliseconds / hourLength);
  if (hours < 1) return 'under 1 h';
  if (hours < 120) return `${hours} h`;
  const days = Math.floor(hours / 24);
  return days < 730 ? `${days} days` : `${Math.floor(days / 365)} years`;
}
