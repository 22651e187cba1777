import { daysToWait } from '../managers/bots/bot.ts';
import type { Finding, Rehearsal, RehearsedAdvice } from '../model/index.ts';
import { milliseconds } from '../model/options.ts';
import { type PolicyText, acceptPolicy } from '../policy/load.ts';
import { isCoverable } from '../policy/waivable.ts';
import { compareText } from '../text/order.ts';
import type { HistoryCommit } from '../repository/git-history.ts';
import type { Opened } from './open.ts';
import { type PolicyEdit, editLines, withEdits } from './policy-edits.ts';
import { type Candidate, candidatesFor } from './rehearsal-candidates.ts';
import { type Judged, type Obstacle, obstaclesOf } from './rehearsal-outcome.ts';
import { totalsOf } from './rehearsal-totals.ts';
import type { GateRequest } from './request.ts';

/**
 * The lines that would have let changes through, each with what it covers and costs, and all lines for the policy together,
 * judged again. None is for what cannot be waived, and none for a rule that looks for attacks.
 * @param judge judges a change again, without requests
 */
export async function adviceOf(
  judged: readonly Judged[],
  { file, preset, policy, now: clock }: Opened,
  judge: (commit: HistoryCommit, instead: Partial<GateRequest>) => Promise<Judged>,
): Promise<Pick<Rehearsal, 'advice' | 'rest' | 'together'>> {
  const obstacles = new Map(judged.map((each) => [each, obstaclesOf(each.run)] as const));
  const open = judged.filter(({ change }) => change.outcome !== 'passed');
  const policyText = textOf(file) ?? `version: 1\nextends: ${preset ?? 'recommended'}\n`;
  const edited = (edits: readonly PolicyEdit[]): PolicyText => ({
    source: policy.source,
    text: withEdits(policyText, edits),
  });
  // Not every code has a level of its own.
  const candidates = candidatesFor(
    open.map((each) => (obstacles.get(each) ?? []).filter(([finding]) => isCoverable(finding))),
    clock,
  ).filter(({ edit }) => acceptPolicy(edited([edit])).accepted !== undefined);
  const countOf = (covers: Candidate['covers']) => {
    const covered = open.map((each) => (obstacles.get(each) ?? []).filter((pair) => covers(...pair)).length);
    return {
      changes: covered.filter((count) => count > 0).length,
      findings: covered.reduce((sum, count) => sum + count, 0),
    };
  };
  const advice = candidates.map(({ edit, rule, cost, covers }): RehearsedAdvice => ({
    ...{ kind: 'policy', lines: editLines([edit]), rule, cost, ...countOf(covers) },
    letsThrough: open.filter((each) => isFreed(each.change, obstacles.get(each) ?? [], covers)).length,
  }));
  const isLeft = (finding: Finding, obstacle: Obstacle) =>
    obstacle.kind === 'blocks' &&
    finding.outcome === 'violation' &&
    !candidates.some(({ covers }) => covers(finding, obstacle));
  const left = open.flatMap((each) =>
    (obstacles.get(each) ?? []).flatMap((pair) => (isLeft(...pair) ? pair[0].rule : [])),
  );
  const rest = [...new Set(left)].sort(compareText).map((rule) => ({
    ...{ rule, ...countOf((finding, obstacle) => finding.rule === rule && isLeft(finding, obstacle)) },
  }));
  const waiting = botAdvice(open);
  const all = [...advice, ...waiting].sort((a, b) => b.letsThrough - a.letsThrough || b.changes - a.changes);
  if (candidates.length === 0) return { advice: all, rest, together: null };
  const edits = candidates.map(({ edit }) => edit);
  const isCovered = (each: Judged) =>
    (obstacles.get(each) ?? []).some((pair) => candidates.some(({ covers }) => covers(...pair)));
  const changes = [];
  for (const each of judged) {
    const again = isCovered(each) ? await judge(each.commit, againBy(edited(edits), edits)) : each;
    changes.push(again.change);
  }
  return { advice: all, rest, together: { lines: editLines(edits), totals: totalsOf(changes) } };
}

/** Other lockfiles may be left out, so that the comparison is another one. */
const againBy = (policy: PolicyText, edits: readonly PolicyEdit[]): Partial<GateRequest> => ({
  policy,
  ...(edits.some(({ exclude }) => exclude !== undefined) && { compared: undefined }),
});

const textOf = (file: PolicyText | undefined) =>
  typeof file?.text === 'object' ? new TextDecoder().decode(file.text) : file?.text;

/** Whether nothing else keeps a change from passing. */
function isFreed(
  { unanswered, pastJudging }: Judged['change'],
  obstacles: readonly (readonly [Finding, Obstacle])[],
  covers: Candidate['covers'],
): boolean {
  const isRead = !pastJudging.some(({ reason }) => reason === 'unreadable' || reason === 'not-evaluated');
  return unanswered === 0 && isRead && obstacles.length > 0 && obstacles.every((pair) => covers(...pair));
}

/** What waits because it is young would not be proposed yet by an update bot that waits as `init` makes it wait. */
function botAdvice(open: readonly Judged[]): readonly RehearsedAdvice[] {
  const waiting = open.filter(({ change: { waits } }) => waits?.rules.includes('cooldown') === true);
  const ages = waiting.flatMap(({ run: { effective } }) => {
    const options = effective?.settings.get('cooldown')?.options as { minimumReleaseAge?: string } | undefined;
    return options?.minimumReleaseAge === undefined ? [] : [milliseconds(options.minimumReleaseAge)];
  });
  if (ages.length === 0) return [];
  const days = daysToWait(Math.max(...ages));
  const freed = waiting.filter(({ change }) => change.outcome === 'waits' && change.waits?.rules.length === 1);
  return [
    {
      ...{ kind: 'bot', rule: 'cooldown' },
      lines: `Renovate: "minimumReleaseAge": "${days} days"\nDependabot: cooldown: { default-days: ${days} }`,
      ...{ changes: waiting.length, letsThrough: freed.length },
      findings: waiting.reduce(
        (sum, { run }) =>
          sum + obstaclesOf(run).filter(([{ rule }, { kind }]) => rule === 'cooldown' && kind === 'waits').length,
        0,
      ),
      cost: `The bot proposes updates ${days} days later; the policy stays as it is.`,
    },
  ];
}
