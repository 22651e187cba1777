import { standingOf } from '../decisions/ledger/standing.ts';
import { GateFailure } from '../errors.ts';
import { purlOf } from '../model/identity.ts';
import type { Change, DecisionsDocument, LedgerEntry, Snapshot } from '../model/index.ts';
import { approvalsOf } from '../policy/approvals.ts';
import { pinnedSha512s } from '../decisions/preimage.ts';
import { bytesIn } from './bytes-in.ts';
import { readWholeLedger } from './ledger.ts';
import { ledgerPlace } from './ledger-place.ts';
import type { Opened } from './open.ts';

export interface ListRecords {
  readonly trusted: Snapshot;
  readonly branch: string;
  readonly commit: string;
  readonly opened: Opened;
  readonly repositoryId: number | undefined;
}

/**
 * The records of a state, and what each comes to by its policy and by what it locks.
 * @throws GateFailure `configuration-invalid` where something stands in the place of their folder
 */
export async function standingRecords(asked: ListRecords): Promise<DecisionsDocument> {
  const { trusted, branch, commit, opened, repositoryId } = asked;
  const { now } = opened;
  const place = await ledgerPlace(trusted);
  if (typeof place !== 'string') {
    const message = 'stands where the records of decisions lie, and is no folder: put the folder back';
    throw new GateFailure('configuration-invalid', message, { path: place.path });
  }
  const head = { schema: 'lockgate-decisions/1', branch, commit, evaluatedAt: now } as const;
  const none = { ...head, repositoryId: repositoryId ?? null, records: [], notes: [] };
  if (place === 'nothing') return none;
  const ledger = await readWholeLedger(trusted);
  const { approvals = approvalsOf({}) } = await opened.policy.compose();
  const ids = new Set(ledger.entries.map(({ record }) => record.about.repositoryId));
  // It is for readers, and lets nothing in: where all are of one repository, that is nearly always this one.
  const assumed = repositoryId ?? (ids.size === 1 ? [...ids][0] : undefined);
  const { isUsed, isUnread } = await usedIn(asked, ledger.entries);
  const records = standingOf({ ledger, approvals, repositoryId: assumed, now, isUsed });
  const unknown = 'The repository’s id is not known here (`--repository-id`)';
  const notes = [
    ...(repositoryId !== undefined || ids.size === 0
      ? []
      : ids.size === 1
        ? [`${unknown}: listed as if the records, which name ${[...ids].join('')}, were its own.`]
        : [`${unknown}, and the records name several: which of them count is not known.`]),
    ...(isUnread ? ['A lockfile could not be read: that nothing locks a package any more is not said.'] : []),
    ...(records.some(({ state, decision }) => state === 'unreadable' && decision === 'deny')
      ? ['A file that denies by its name and cannot be read still denies.']
      : []),
  ];
  return { ...none, records, notes };
}

type Used = (record: LedgerEntry['record']) => boolean | undefined;

/** Whether the state locks the bytes that a record is about, or has the file as it was approved. */
async function usedIn(
  { trusted, opened }: ListRecords,
  entries: readonly LedgerEntry[],
): Promise<{ readonly isUsed: Used; readonly isUnread: boolean }> {
  const files = entries.flatMap(({ record }) => (record.decision === 'approve-file' ? [record.about.path] : []));
  const bytesOf = await bytesIn(trusted, files);
  const { changes = [], errors = [] } = (await opened.locked?.(trusted)) ?? {};
  const locked = lockedBytes(changes);
  const isUnread = errors.length > 0 || opened.locked === undefined;
  const isUsed: Used = (record) => {
    switch (record.decision) {
      case 'approve': {
        const all = locked.get(record.about.purl);
        if (all?.has(record.about.sha512) === true || all?.has('') === true) return true;
        return isUnread ? undefined : false;
      }
      case 'approve-file': {
        const { path, mode, sha256 } = record.about;
        // The digest of several files does not say which they are.
        if (mode === '040000') return undefined;
        const now = bytesOf(path);
        return now === undefined ? undefined : (now?.mode ?? null) === mode && (now?.sha256 ?? null) === sha256;
      }
      default:
        return undefined;
    }
  };
  return { isUsed, isUnread };
}

/** By purl, each SHA-512 that a pin has; an empty text where one has none: it may be any. */
function lockedBytes(changes: readonly Change[]): ReadonlyMap<string, ReadonlySet<string>> {
  const locked = new Map<string, Set<string>>();
  for (const change of changes) {
    const purl = purlOf(change.name, change.version);
    const own = locked.get(purl) ?? new Set();
    locked.set(purl, own);
    for (const sha512 of pinnedSha512s(change)) own.add(sha512);
  }
  return locked;
}
