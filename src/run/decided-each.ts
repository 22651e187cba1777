import type { Decidable } from '../decisions/apply.ts';
import type { Each, Origin } from '../decisions/each.ts';
import { countEach, proposersToAsk } from '../decisions/each.ts';
import { mayDecide } from '../decisions/lines.ts';
import type { Blocked, Counted, Proposers } from '../model/index.ts';
import type { HeardEach } from '../platform/port.ts';
import { rules } from '../rules/index.ts';
import type { FindOrigins } from './origins.ts';
import { findOrigins } from './origins.ts';

/** What people have decided, and what is said of it. */
export interface Decided {
  /** Whether comments were read. */
  readonly asked: boolean;
  readonly counted: Counted;
  readonly proposers: Proposers;
  readonly letsIn: (entry: Decidable) => boolean;
  /** Of several: their numbers. */
  readonly pulls?: readonly number[];
  /** Why not for everything. Sentences of ours. */
  readonly notCounted?: string;
  /** Whether it has been merged, so that nothing said now could let it in. */
  readonly isMerged?: boolean;
}

type Given = Omit<FindOrigins, 'heard' | 'entries'> &
  Pick<Each, 'approvals' | 'now'> & {
    readonly blocked: readonly Blocked[];
    /** `name@version` of everything that comes in from a registry. */
    readonly brought: ReadonlySet<string>;
  };

/**
 * What was said on the pull requests of a merge group or a push. Which of them brings what in is looked up only where something
 * blocks that somebody wrote a line about.
 */
export async function decidedEach(
  heard: HeardEach,
  { approvals, now, blocked, brought: all, ...given }: Given,
): Promise<Decided> {
  const { pulls, steps, unknown, isMerged } = heard;
  const entries = blocked.filter((entry) => entry.kind !== 'undecidable');
  const isSaid = pulls.some(({ comments }) => comments.some(({ body }) => mayDecide(body)));
  const { origins, brought } =
    isSaid && entries.length > 0 && unknown === undefined
      ? await findOrigins({ ...given, heard, entries })
      : { origins: new Map<string, Origin>(), brought: new Map(pulls.map(({ number }) => [number, all])) };
  const asked = proposersToAsk({ pulls, approvals, origins });
  const proposed = pulls
    .filter(({ number }) => asked.pulls.includes(number))
    .map(async (pull) => [pull.number, await pull.proposers(asked.settle)] as const);
  const proposers = new Map(await Promise.all(proposed));
  const each = countEach({ pulls, approvals, blocked, origins, brought, proposers, now, rules });
  const isOpen = entries.some((entry) => !each.letsIn(entry));
  const words = [
    ...(unknown === undefined ? [] : [`${unknown} So nothing that is approved by comment counts here.`]),
    ...(isOpen && unknown === undefined && steps.some((step) => step.pulls.length === 0) ? [pushedWords] : []),
    ...(isOpen && [...origins.values()].some(isElsewhere) ? [elsewhereWords] : []),
    ...(isOpen && isMerged ? [mergedWords] : []),
  ].join(' ');
  return {
    ...{
      ...each,
      isMerged,
      asked: unknown === undefined || pulls.length > 0,
      pulls: pulls.map(({ number }) => number),
    },
    ...(words === '' ? {} : { notCounted: words }),
  };
}

const pushedWords =
  'Not everything came with a pull request: for what was pushed without one no decision by comment counts.';
const elsewhereWords =
  'Not everything that blocks is in the head of a pull request as it stands here: for what is not, no decision by comment counts.';
const mergedWords = 'It is merged already: what is approved now lets nothing in.';

const isElsewhere = ({ covering, isUnknown }: Origin): boolean =>
  !isUnknown && (covering.length === 0 || covering.some((numbers) => numbers.length === 0));
