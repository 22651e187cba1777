import type { HealthDocument } from '../../model/index.ts';
import { limits, quoted } from '../../text/visible.ts';
import { logText } from '../escape.ts';
import { plural } from '../view/words.ts';
import { csvText } from './decisions-csv.ts';
import { wrap } from './wrap.ts';

/** Whether decisions are more than a formality: numbers, and no judgement. */
export function healthText(health: HealthDocument, width: number): string {
  const { approved, denied, shareOfYes, timeToYes, people, mostInOneComment, repeatedReasons, notes } = health;
  const since = health.since === null ? '' : ` since ${health.since.slice(0, 10)}`;
  const all = approved + denied;
  const sentences = [
    `${plural(all, 'decision')} recorded on ${quoted(health.branch)}${since}, at ${health.commit.slice(0, 12)}: ${approved} yes, ${denied} no${shareOfYes === null ? '' : ` (${Math.round(shareOfYes * 100)} % yes)`}.`,
    timeToYes === null
      ? 'Time to yes: not known.'
      : `Time to yes, from the opening of the pull request: ${spell(timeToYes.medianSeconds)} in the middle of ${timeToYes.of}; ${timeToYes.withinAMinute} within a minute.`,
    ...(mostInOneComment === null
      ? []
      : [
          `Most decisions in one comment: ${mostInOneComment.decisions}, by ${quoted(mostInOneComment.login, limits.name)} in comment ${mostInOneComment.comment}.`,
        ]),
    ...people.map(
      ({ login, id, approved: yes, denied: no, medianSeconds }) =>
        `  ${quoted(login, limits.name)} (${id}): ${yes} yes, ${no} no${medianSeconds === null ? '' : `, ${spell(medianSeconds)} in the middle`}`,
    ),
    ...repeatedReasons.map(
      ({ reason, times }) => `  ${times} times ${reason === '' ? 'no reason' : `the reason ${quoted(reason, 600)}`}`,
    ),
    ...notes,
  ];
  return logText(`${sentences.flatMap((sentence) => wrap(sentence, '', width)).join('\n')}\n`);
}

/** The people, for a spreadsheet. */
export const healthCsv = ({ people }: HealthDocument): string =>
  csvText([
    ['login', 'id', 'approved', 'denied', 'medianSeconds'],
    ...people.map(({ login, id, approved, denied, medianSeconds }) => [login, id, approved, denied, medianSeconds]),
  ]);

function spell(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}
