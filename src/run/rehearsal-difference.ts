import { effectOf } from '../model/effect.ts';
import type {
  ComparedPolicy,
  DifferenceEffect,
  RehearsedChange,
  RehearsedComparison,
  RehearsedDifference,
} from '../model/index.ts';
import { groupBy } from '../text/group-by.ts';
import { compareText } from '../text/order.ts';
import { reportedPolicy } from '../report/view/words.ts';
import type { Opened } from './open.ts';
import { type Judged, aboutOf, namedAtMost, obstaclesOf } from './rehearsal-outcome.ts';
import { totalsOf } from './rehearsal-totals.ts';

type Rehearsed = readonly [opened: Opened, judged: readonly Judged[]];

/**
 * What two policies say of the same changes.
 * @param first and second with the same changes in the same order
 */
export function comparedPolicies(first: Rehearsed, second: Rehearsed): RehearsedComparison {
  const [[a, ones], [b, others]] = [first, second];
  const pairs = ones.flatMap((one, at) => {
    const other = others[at];
    return other === undefined ? [] : [pairOf(one, other)];
  });
  const changes = others.map(({ change }) => change);
  return {
    ...{ a: titleOf(a), b: titleOf(b), changes, totals: totalsOf(changes) },
    differences: pairs.flatMap(({ commit, effect }) => (effect === undefined ? [] : [{ commit, effect }])),
    warningsOnly: pairs.filter(({ effect, haveOtherWarnings }) => effect === undefined && haveOtherWarnings).length,
    letsIn: byRule(pairs.map(({ effect, before }) => (effect === 'lets-in' ? before : []))),
    stops: byRule(pairs.map(({ effect, after }) => (effect === 'stops' ? after : []))),
  };
}

const titleOf = ({ policy, preset }: Opened): ComparedPolicy => ({
  ...reportedPolicy({ ...policy, ...policy.from }),
  preset: preset ?? null,
});

/** What keeps a change from passing under one policy. */
interface Stop {
  readonly rule: string;
  readonly about: string;
  /** Why, and until when. */
  readonly how: string;
}

function pairOf(one: Judged, other: Judged) {
  const [before, after] = [stopsOf(one), stopsOf(other)];
  const isAlike = before.size === after.size && [...before].every(([key, { how }]) => after.get(key)?.how === how);
  return {
    commit: one.change.commit,
    effect: isAlike ? undefined : effectBetween(one.change, other.change),
    haveOtherWarnings: warningsOf(one) !== warningsOf(other),
    before: [...before.values()],
    after: [...after.values()],
  };
}

function effectBetween(one: RehearsedChange, other: RehearsedChange): DifferenceEffect {
  const [first, second] = [one.outcome, other.outcome];
  if (first === 'unanswered' || second === 'unanswered') return 'unknown';
  // What the registry of today cannot tell was neither stopped nor let in.
  if (isOpen(one) !== isOpen(other)) return 'unknown';
  if (first === second || (first !== 'passed' && second !== 'passed')) return 'otherwise';
  return second === 'passed' ? 'lets-in' : 'stops';
}

/** A lockfile that cannot be read is stopped today as it was then. */
const isOpen = ({ outcome, pastJudging }: RehearsedChange): boolean =>
  outcome === 'past-judging' && pastJudging.some(({ reason }) => reason !== 'unreadable');

/** By what it is about: two policies may find the same with other words. */
function stopsOf({ run }: Judged): ReadonlyMap<string, Stop> {
  const found = obstaclesOf(run).map(([finding, obstacle]) => {
    const { rule, name, version, lockfile } = finding;
    const how = [obstacle.kind, 'until' in obstacle && obstacle.until, 'reason' in obstacle && obstacle.reason];
    const stop = { rule, about: aboutOf(finding), how: JSON.stringify(how) };
    return [JSON.stringify([rule, lockfile, name, version]), stop] as const;
  });
  const failed = run.comparison.errors.map(({ code, path = '' }) => {
    const stop = { rule: code, about: path === '' ? code : path, how: 'error' };
    return [JSON.stringify([code, path]), stop] as const;
  });
  return new Map([...found, ...failed]);
}

const warningsOf = ({ run: { judgement, policy } }: Judged) =>
  JSON.stringify(
    judgement.findings
      .filter((finding) => effectOf(finding, policy?.mode ?? 'enforce') === 'warns')
      .map(({ rule, name, version, lockfile }) => [rule, lockfile, name, version]),
  );

/** @param stops those of each change */
function byRule(stops: readonly (readonly Stop[])[]): readonly RehearsedDifference[] {
  const all = stops.flatMap((each, change) => each.map((stop) => ({ ...stop, change })));
  return [...groupBy(all, ({ rule }) => rule)]
    .map(([rule, those]) => ({
      ...{ rule, findings: those.length, changes: new Set(those.map(({ change }) => change)).size },
      about: [...new Set(those.map(({ about }) => about))].slice(0, namedAtMost),
    }))
    .sort((x, y) => y.changes - x.changes || compareText(x.rule, y.rule));
}
