import { isApproved } from '../decisions/apply.ts';
import type { Hearing } from '../decisions/count.ts';
import { count } from '../decisions/count.ts';
import type { Proposing } from '../decisions/ledger/match.ts';
import { GateFailure } from '../errors.ts';
import type { Proposers } from '../model/index.ts';
import type { DecisionPort, Heard, HearOrder } from '../platform/port.ts';
import { rules } from '../rules/index.ts';
import type { Decided } from './decided-each.ts';
import type { Recorded } from './recorded.ts';

/** What people have decided on one pull request, or where there is none; of several: decided-each.ts. */

const silence = { comments: [], deleted: [], reviews: [], standings: new Map(), tampered: [] } as const;

interface Alone extends Pick<Hearing, 'approvals' | 'blocked' | 'brought' | 'now'> {
  readonly records: Recorded;
  readonly author: Proposers;
  readonly isAsked: boolean;
  /** Who signed a record that the change brings along: whether they proposed it matters though nobody says anything. */
  readonly signers: readonly number[];
}

/** On one pull request, whose words are about all that it brings in; or where there is none. */
export async function decidedAlone(
  port: DecisionPort | undefined,
  order: HearOrder,
  { author, records, isAsked, signers, ...known }: Alone,
): Promise<Decided> {
  const isOpen = records.open.size + signers.length > 0;
  const { heard, why } = isAsked ? await heardBy(port, order, isOpen) : {};
  const proposers = heard?.proposers ?? author;
  const proposing: Proposing = heard !== undefined && isOpen ? proposers : 'unknown';
  const recorded = new Set(
    known.blocked.flatMap((entry) =>
      entry.kind !== 'undecidable' && records.letsIn(entry, proposing) ? [entry.digest] : [],
    ),
  );
  const blocked = known.blocked.filter((entry) => entry.kind === 'undecidable' || !recorded.has(entry.digest));
  const counted = count({ ...silence, ...heard, ...known, blocked, proposers, rules });
  return {
    ...{ asked: heard !== undefined, counted, proposers, recorded },
    ...(heard && { said: { ...heard, now: known.now }, standings: heard.standings }),
    ...{ proposing: () => proposing, ...(why === undefined ? {} : { unproposed: why }) },
    letsIn: (entry) => recorded.has(entry.digest) || isApproved(entry, { counted, rules }),
  };
}

/**
 * Where nobody has said anything, only who proposed it is asked, for the records: what they do not let in blocks, and is no error.
 * @throws GateFailure where somebody has said something and that cannot be read
 */
async function heardBy(
  port: DecisionPort | undefined,
  order: HearOrder,
  isOpen: boolean,
): Promise<{ readonly heard?: Heard; readonly why?: string }> {
  if (port?.hear === undefined || (port.isSilent === true && !isOpen)) return {};
  if (port.isSilent !== true) return { heard: await port.hear(order) };
  try {
    return { heard: await port.hear(order) };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return { why: `Records did not count, because it is not known who proposed the change: ${cause.message}` };
  }
}
