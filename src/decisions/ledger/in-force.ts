import type { Approvals, Instant, LedgerEntry, RecordNotCounted } from '../../model/index.ts';
import { isNobodyListed } from '../who.ts';
import type { NoRecord } from './record.ts';
import { readName } from '../../text/record-name.ts';

/** Which records say something now. */

/** What lies under the name of a record and is none. */
export interface Unusable {
  readonly path: string;
  readonly why: NoRecord | 'not-a-file';
  /** Of its bytes; absent where they are not read. */
  readonly sha256?: string;
}

/** What the ledger of the trusted state has about what is judged. */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  readonly unusable: readonly Unusable[];
}

/** A record that does not count, and why. */
export interface NotCounted {
  readonly record: string;
  readonly why: RecordNotCounted;
}

export interface InForce {
  readonly approvals: readonly LedgerEntry[];
  readonly denials: readonly LedgerEntry[];
  /** Files that deny by their name and cannot be read: what they deny stays denied. */
  readonly unreadDenials: readonly Unusable[];
  readonly notCounted: readonly NotCounted[];
  /** Records of other repositories. */
  readonly elsewhere: number;
}

export interface Asked {
  readonly ledger: Ledger;
  readonly approvals: Approvals;
  /** Undefined: not known. Then nothing is approved, and what any repository's record denies is denied. */
  readonly repositoryId: number | undefined;
  readonly now: Instant;
}

/**
 * The records of this repository that are in force. A revocation voids the file of exactly these bytes for ever. Approvals end by
 * the earlier of their own end and what the policy's `maximumAge` allows now; denials do not end.
 *
 * What cannot be read loosens nothing: a file that denies by its name denies, and one that revokes by its name may be about each
 * approval of the same artifact.
 */
export function inForce({ ledger, approvals, repositoryId, now }: Asked): InForce {
  const { entries, unusable } = ledger;
  const isHere = ({ record: { about } }: LedgerEntry) =>
    repositoryId === undefined || about.repositoryId === repositoryId;
  const here = entries.filter(isHere);
  const revoked = revocationsIn(here);
  const unread = unusable.map((one) => ({ ...one, name: readName(one.path) }));
  const doubtful = new Set(unread.flatMap(({ name }) => (name?.decision === 'revoke' ? [name.stem] : [])));
  const standing = here.map((entry) => [entry, whyNot(entry)] as const);
  const kept = (decision: LedgerEntry['record']['decision']) =>
    standing.flatMap(([entry, why]) => (why === undefined && entry.record.decision === decision ? [entry] : []));
  const isRevoked = ({ path, sha256 }: Pick<Unusable, 'path' | 'sha256'>) =>
    sha256 !== undefined && repositoryId !== undefined && revoked.has(keyOf(repositoryId, path, sha256));
  return {
    approvals: [...kept('approve'), ...kept('approve-file')],
    denials: kept('deny'),
    unreadDenials: unread.filter((one) => one.name?.decision === 'deny' && !isRevoked(one)),
    notCounted: [
      ...standing.flatMap(([{ path: record }, why]) => (why === undefined ? [] : [{ record, why }])),
      ...unusable.map((one) => ({ record: one.path, why: isRevoked(one) ? ('revoked' as const) : one.why })),
    ],
    elsewhere: entries.length - here.length,
  };

  function whyNot({ path, sha256, record }: LedgerEntry): RecordNotCounted | undefined {
    if (record.decision === 'revoke') return undefined;
    if (revoked.has(keyOf(record.about.repositoryId, path, sha256))) return 'revoked';
    if (record.decision === 'deny') return undefined;
    if (repositoryId === undefined) return 'no-repository';
    if (doubtful.has(readName(path)?.stem ?? '')) return 'maybe-revoked';
    if (isNobodyListed(approvals) || !approvals.accept.includes('ledger')) return 'no-approvers';
    const [at, issued] = [Date.parse(now), Date.parse(record.issuedAt)];
    const until = Math.min(endOf(record.expiresAt), issued + approvals.maximumAge);
    // What is no time is no time in force.
    if (!(at <= until)) return 'expired';
    return at >= issued ? undefined : 'not-yet';
  }
}

const endOf = (expiresAt: Instant | null): number => (expiresAt === null ? Infinity : Date.parse(expiresAt));

function revocationsIn(entries: readonly LedgerEntry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ path, record: { decision, about } }) =>
      decision === 'revoke' ? [keyOf(about.repositoryId, besides(path, about.file), about.record)] : [],
    ),
  );
}

const besides = (path: string, file: string): string => path.slice(0, path.lastIndexOf('/') + 1) + file;

const keyOf = (repositoryId: number, path: string, sha256: string): string =>
  JSON.stringify([repositoryId, path, sha256]);
