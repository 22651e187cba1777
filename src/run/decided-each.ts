import type { Decidable } from '../decisions/apply.ts';
import type { Each, Origin } from '../decisions/each.ts';
import { countEach, proposersToAsk, together } from '../decisions/each.ts';
import { mayDecide } from '../decisions/lines.ts';
import type { Blocked, Counted, Proposers } from '../model/index.ts';
import type { HeardEach } from '../platform/port.ts';
import type { Proposing } from '../decisions/ledger/match.ts';
import type { Conversation } from '../decisions/ledger/derive.ts';
import { rules } from '../rules/index.ts';
import type { FindOrigins } from './origins.ts';
import { findOrigins } from './origins.ts';
import type { Recorded } from './recorded.ts';

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
  /** By digest: what records of the ledger let in. */
  readonly recorded: ReadonlySet<string>;
  /** Who proposes what records are about, as far as that was asked. */
  readonly proposing?: (entry: Decidable) => Proposing;
  /** Why that is not known. A sentence of ours. */
  readonly unproposed?: string;
  /** Of one pull request: what was said on it. */
  readonly said?: Conversation;
  /** Whether it has been merged, so that nothing said now could let it in. */
  readonly isMerged?: boolean;
}

type Given = Omit<FindOrigins, 'heard' | 'entries'> &
  Pick<Each, 'approvals' | 'now'> & {
    readonly blocked: readonly Blocked[];
    readonly records: Recorded;
    /** `name@version` of everything that comes in from a registry. */
    readonly brought: ReadonlySet<string>;
  };

/**
 * What was said on the pull requests of a merge group or a push. Which of them brings what in is looked up only where something
 * blocks that somebody wrote a line about.
 */
export async function decidedEach(
  heard: HeardEach,
  { approvals, now, blocked: all, brought: allBrought, records, ...given }: Given,
): Promise<Decided> {
  const { pulls, steps, unknown, isMerged } = heard;
  const decidable = all.filter((entry) => entry.kind !== 'undecidable' && !records.settled.has(entry.digest));
  const entries = decidable as readonly Decidable[];
  const isSaid = pulls.some(({ comments }) => comments.some(({ body }) => mayDecide(body)));
  const { origins, brought } =
    (isSaid || records.open.size > 0) && entries.length > 0 && unknown === undefined
      ? await findOrigins({ ...given, heard, entries })
      : { origins: new Map<string, Origin>(), brought: new Map(pulls.map(({ number }) => [number, allBrought])) };
  const asked = proposersToAsk({ pulls, approvals, origins });
  const byRecord = new Set([...records.open].flatMap((digest) => origins.get(digest)?.proposing ?? []));
  const settle = new Set([...asked.settle, ...records.people]);
  const proposed = pulls
    .filter(({ number }) => asked.pulls.includes(number) || byRecord.has(number))
    .map(async (pull) => [pull.number, await pull.proposers(settle)] as const);
  const proposers = new Map(await Promise.all(proposed));
  const proposing = (entry: Decidable): Proposing => proposersIn(origins.get(entry.digest), proposers);
  const recorded = new Set(
    all.flatMap((entry) =>
      entry.kind !== 'undecidable' && records.letsIn(entry, proposing(entry)) ? [entry.digest] : [],
    ),
  );
  const blocked = all.filter((entry) => entry.kind === 'undecidable' || !recorded.has(entry.digest));
  const each = countEach({ pulls, approvals, blocked, origins, brought, proposers, now, rules });
  const isOpen = entries.some((entry) => !recorded.has(entry.digest) && !each.letsIn(entry));
  const words = [
    ...(unknown === undefined ? [] : [`${unknown} So nothing that is approved by comment counts here.`]),
    ...(isOpen && unknown === undefined && steps.some((step) => step.pulls.length === 0) ? [pushedWords] : []),
    ...(isOpen && isSaid && [...origins.values()].some(isElsewhere) ? [elsewhereWords] : []),
    ...(isOpen && isMerged ? [mergedWords] : []),
  ].join(' ');
  return {
    ...{ ...each, isMerged, recorded, proposing, unproposed: unknownWords },
    letsIn: (entry) => recorded.has(entry.digest) || each.letsIn(entry),
    ...{ asked: unknown === undefined || pulls.length > 0, pulls: pulls.map(({ number }) => number) },
    ...(words === '' ? {} : { notCounted: words }),
  };
}

/**
 * All that bring it in, together. Unknown where somebody pushed it, where one of them was not asked, and where no head of them has
 * it as it stands: whoever made the merge may have added it.
 */
function proposersIn(origin: Origin | undefined, known: ReadonlyMap<number, Proposers>): Proposing {
  if (origin === undefined || origin.isUnknown || isElsewhere(origin)) return 'unknown';
  const all = origin.proposing.map((pull) => known.get(pull));
  return all.every((one) => one !== undefined) ? together(all) : 'unknown';
}

const unknownWords =
  'Records did not count where it is not known who proposed the change: what was pushed without a pull request, or a pull request that is not known.';
const pushedWords =
  'Not everything came with a pull request: for what was pushed without one no decision by comment counts.';
const elsewhereWords =
  'Not everything that blocks is in the head of a pull request as it stands here: for what is not, no decision by comment counts.';
const mergedWords = 'It is merged already: what is approved now lets nothing in.';

const isElsewhere = ({ covering, isUnknown }: Origin): boolean =>
  !isUnknown && (covering.length === 0 || covering.some((numbers) => numbers.length === 0));
