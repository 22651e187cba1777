import type { Effect } from '../../model/effect.ts';
import { effectOf } from '../../model/effect.ts';
import type { Finding, Report } from '../../model/index.ts';
import { subjectKey } from './tally.ts';
import { minuteUp, waitsUntil } from './verdict-words.ts';

/** As the rules write when a finding passes. */
const untilTime = /\b([Uu]ntil) \d{4}-\d\d-\d\d \d\d:\d\d UTC/gu;
/** What is no longer true of one rule when the time is that of several. */
const ofOneRule = / \(this rule then passes\)|; this rule then passes\b/gu;

/**
 * The report with one date: if several findings say until when to wait, only the last of the times is true. Of a change that waits
 * for nothing else it is the time from which the check can pass; otherwise each package has its own. Whoever waits for a package
 * that blocks need not know when it no longer warns.
 */
export function withOneDate(report: Report): Report {
  const whole = waitsUntil(report);
  const ofSubject = whole === undefined ? lastTimes(report) : undefined;
  return {
    ...report,
    findings: report.findings.map((finding) => {
      const time = whole ?? ofSubject?.get(subjectKey(finding));
      if (finding.passesAt === undefined || finding.status !== 'reported' || time === undefined) return finding;
      const own = Date.parse(finding.passesAt);
      const isOwn = !Number.isNaN(own) && minuteUp(own) === time;
      const dated = (text: string) => {
        const one = text.replace(untilTime, (_, word: string) => `${word} ${time}`);
        return isOwn ? one : one.replace(ofOneRule, '');
      };
      return { ...finding, message: dated(finding.message), remediation: dated(finding.remediation) };
    }),
  };
}

/** By subject: when what blocks has passed; where nothing of it blocks, what warns. */
function lastTimes({ findings, policy }: Report): ReadonlyMap<string, string> {
  const last = new Map<string, { readonly rank: number; readonly passesAt: string }>();
  for (const finding of findings) {
    const { passesAt } = finding;
    if (passesAt === undefined || Number.isNaN(Date.parse(passesAt))) continue;
    const rank = ranks[effectOf(finding, policy.mode)];
    const known = last.get(subjectKey(finding));
    const isLater = known === undefined || rank > known.rank || (rank === known.rank && isAfter(finding, known));
    if (isLater) last.set(subjectKey(finding), { rank, passesAt });
  }
  return new Map([...last].map(([key, { passesAt }]) => [key, minuteUp(Date.parse(passesAt))]));
}

const ranks: Readonly<Record<Effect, number>> = { blocks: 3, warns: 2, notes: 1, covered: 0 };

const isAfter = (one: Pick<Finding, 'passesAt'>, other: { readonly passesAt: string }) =>
  Date.parse(one.passesAt ?? '') > Date.parse(other.passesAt);
