import { effectOf } from '../../model/effect.ts';
import type { Report, VerdictWord } from '../../model/index.ts';
import { isOutage } from './tally.ts';
import { minute } from './text-words.ts';

/** What the verdict means, in words. */
export const verdictMeaning: Readonly<Record<VerdictWord, string>> = {
  pass: 'passed',
  warn: 'passed with warnings',
  fail: 'blocked',
  error: 'could not evaluate',
};

/**
 * Until when a blocked change waits, if nothing but the age of what it pulls in blocks it; undefined for everything else.
 * To the minute and rounded up, so that whoever waits until then has waited long enough.
 */
export function waitsUntil({ mode, verdict, findings, policy }: Report): string | undefined {
  if (mode !== 'check' || verdict !== 'fail') return undefined;
  const blocking = findings.filter((finding) => effectOf(finding, policy.mode) === 'blocks');
  const times = blocking.map(({ passesAt }) => Date.parse(passesAt ?? ''));
  if (times.length === 0 || times.some((time) => Number.isNaN(time))) return undefined;
  return minuteUp(times.reduce((a, b) => Math.max(a, b)));
}

/** A time in milliseconds, rounded up to the minute. */
export const minuteUp = (time: number): string =>
  minute(new Date(Math.ceil(time / minuteLength) * minuteLength).toISOString());
const minuteLength = 60_000;

/**
 * What a title says of the verdict: `blocked`; `waiting until 2026-01-31 12:00 UTC`; `could not judge` where nothing is known
 * against what is proposed, and what is needed to know could not be read.
 */
export function titleWords(report: Report): string {
  const until = waitsUntil(report);
  if (until !== undefined) return `waiting until ${until}`;
  return isOutage(report) ? 'could not judge' : verdictMeaning[report.verdict];
}
