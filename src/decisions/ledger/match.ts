import type {
  Approvals,
  Blocked,
  BlockedPackage,
  CountedApproval,
  Dossier,
  Instant,
  LedgerEntry,
  Proposers,
  RecordedDenial,
  RecordedPerson,
  RecordNotCounted,
} from '../../model/index.ts';
import { purlOf } from '../../model/identity.ts';
import type { Rule } from '../../model/rule.ts';
import type { Decidable } from '../apply.ts';
import { isApproved } from '../apply.ts';
import { isFloorOfFile } from '../blocked-file.ts';
import { coversCodes } from '../codes.ts';
import { compareAfter } from '../compare-after.ts';
import { digestOf } from '../digest.ts';
import { everySha512 } from '../preimage.ts';
import { markOf } from '../who.ts';
import type { Asked, NotCounted } from './in-force.ts';
import { inForce } from './in-force.ts';
import { fileStem, packageStem } from './names.ts';
import { readName } from '../../text/record-name.ts';

/** What the ledger says about what is judged. */

/** An approval that a record holds, by somebody who may still approve. */
export interface RecordedApproval extends CountedApproval {
  readonly record: string;
  readonly expiresAt: Instant | null;
  /** Whether its own signature says so, where the policy lets people decide about their own changes by key. */
  readonly isOwn: boolean;
  /** Whether its own signature says so: that takes the place of one more person where not every proposer is known. */
  readonly isSigned: boolean;
}

export interface MatchLedger extends Asked {
  readonly blocked: readonly Blocked[];
  readonly dossiers: readonly Dossier[];
  readonly rules: readonly Rule[];
  /** The ids of those whose signature a record holds. Default: of nobody. */
  readonly signedBy?: (entry: LedgerEntry) => readonly number[];
  /** The paths of those that the change itself brings along, signed: they decide about its own files, once. */
  readonly riding?: ReadonlySet<string>;
}

export interface Matched {
  /** By digest of what blocks: who approved it, in records in force. Whether that is enough says `isLetIn`. */
  readonly covering: ReadonlyMap<string, readonly RecordedApproval[]>;
  readonly denials: readonly RecordedDenial[];
  readonly notCounted: readonly NotCounted[];
  readonly elsewhere: number;
}

/** The records whose files begin with a stem of what is judged: of what blocks, and of everything that comes in. */
export interface Stems {
  /** Each record about these is wanted. */
  readonly blocked: ReadonlySet<string>;
  /** Of these, whether they are denied. */
  readonly brought: ReadonlySet<string>;
}

/** What the names begin with of all records that could say something. */
export function stemsOf({ blocked, dossiers }: Pick<MatchLedger, 'blocked' | 'dossiers'>): Stems {
  const bytes = bytesIn(dossiers);
  const stems = (entry: Blocked): readonly string[] => {
    if (entry.kind === 'package') return [packageStem(entry.preimage)];
    if (entry.kind === 'file') return [fileStem(entry.path, entry.digest)];
    // Nothing is let in, but who wrote a record is told why.
    const { why, name, version } = entry;
    return why !== 'no-repository'
      ? []
      : bytes.filter((one) => one.name === name && one.version === version).map(packageStem);
  };
  return { blocked: new Set(blocked.flatMap(stems)), brought: new Set(bytes.map(packageStem)) };
}

/** Name and version of everything that comes in, with each SHA-512 that may be installed for it. */
function bytesIn(dossiers: readonly Dossier[]) {
  return dossiers.flatMap((dossier) => {
    const { kind, name, version } = dossier.change;
    const purl = purlOf(name, version);
    return kind === 'removed' ? [] : everySha512(dossier).map((sha512) => ({ name, version, purl, sha512 }));
  });
}

/**
 * Which records are about what blocks, and what they deny of everything that comes in. A record approves what its own digest is
 * about, and the same artifact where there is no version before it, or another (docs/decisions/0318).
 */
export function matchLedger(given: MatchLedger): Matched {
  const { blocked, dossiers } = given;
  const found = inForce(given);
  const notCounted: NotCounted[] = [...found.notCounted];
  const covering = new Map<string, readonly RecordedApproval[]>();
  const about = new Set<string>();
  const refused = new Map<string, RecordNotCounted>();
  for (const entry of blocked) {
    if (entry.kind === 'undecidable') continue;
    const own = found.approvals.flatMap((record) => {
      const why = whyNot(record, entry, given);
      if (why === 'other-artifact') return [];
      const people = why === undefined ? approvalsIn(record, entry, given) : [];
      const reason = why ?? (people.length === 0 ? 'not-listed' : undefined);
      if (reason !== undefined) refused.set(record.path, reason);
      else about.add(record.path);
      return people;
    });
    if (own.length > 0) covering.set(entry.digest, own);
  }
  for (const [record, why] of refused) if (!about.has(record)) notCounted.push({ record, why });
  return { covering, denials: denialsOf(found, dossiers), notCounted, elsewhere: found.elsewhere };
}

/** Why a record is not about something that blocks; undefined where it is. */
function whyNot(
  { path, record }: LedgerEntry,
  entry: Decidable,
  { rules, riding }: Pick<MatchLedger, 'rules' | 'riding'>,
): RecordNotCounted | 'other-artifact' | undefined {
  if (record.decision === 'approve-file') {
    if (entry.kind !== 'file' || digestOf(record.about) !== entry.digest) return 'other-artifact';
    // What was let in once would let a former policy in again.
    return entry.codes.some(isFloorOfFile) && riding?.has(path) !== true ? 'decided-here-alone' : undefined;
  }
  if (record.decision !== 'approve' || entry.kind !== 'package' || !isSameBytes(record.about, entry)) {
    return 'other-artifact';
  }
  const isAbout = ({ codes }: RecordedPerson) => isHeld(record.about, codes, entry);
  if (!record.by.some(isAbout)) return 'other-facts';
  return record.by.some(({ codes }) => coversCodes(codes, entry.codes, rules)) ? undefined : 'other-codes';
}

const isSameBytes = (about: BlockedPackage['preimage'], { preimage }: BlockedPackage): boolean =>
  about.purl === preimage.purl && about.sha512 === preimage.sha512;

const isHeld = (preimage: BlockedPackage['preimage'], codes: readonly string[], entry: BlockedPackage): boolean =>
  digestOf(preimage) === entry.digest || compareAfter({ preimage, codes }, entry.preimage);

/** The people of a record who may still approve, each with what they named. */
function approvalsIn(
  entry: LedgerEntry,
  about: Decidable,
  { approvals, signedBy = () => [] }: MatchLedger,
): readonly RecordedApproval[] {
  const { path, record } = entry;
  const signers = new Set(signedBy(entry));
  const mayBeOwn = approvals.ownChanges === 'security-key';
  return record.by
    .filter((person) => isStillListed(person, approvals))
    .filter(
      ({ codes }) => about.kind === 'file' || (record.decision === 'approve' && isHeld(record.about, codes, about)),
    )
    .map(({ id, login, comment, codes, reason, at }) => ({
      account: { id, login, type: 'User' },
      ...{ comment, record: path, digest: about.digest, codes, reason, at },
      ...{ expiresAt: record.expiresAt, isOwn: mayBeOwn && signers.has(id), isSigned: signers.has(id) },
    }));
}

/** By themselves, or by the team that they were counted as a member of. */
export function isStillListed({ id, team }: RecordedPerson, { users, teams, never }: Approvals): boolean {
  if (never.some((one) => one.id === id)) return false;
  return users.some((one) => one.id === id) || teams.some((one) => one.id === team);
}

/** Who proposes what is judged. `nobody`: it was there before. */
export type Proposing = Proposers | 'nobody' | 'unknown';

/** Why records do not let something in; undefined where they do. */
export function whyNotLetIn(
  entry: Decidable,
  { covering }: Pick<Matched, 'covering'>,
  proposing: Proposing,
  { approvals, rules }: Pick<MatchLedger, 'approvals' | 'rules'>,
): 'too-few' | 'proposer' | 'proposers-unknown' | undefined {
  const all = covering.get(entry.digest) ?? [];
  const isEnough = (some: readonly RecordedApproval[], extra = 0) =>
    isApproved(entry, { counted: { approvals: some, denials: [], required: approvals.required + extra }, rules });
  if (!isEnough(all)) return 'too-few';
  if (proposing === 'nobody') return undefined;
  if (proposing === 'unknown') {
    return isEnough(all.filter(({ isOwn }) => isOwn)) ? undefined : 'proposers-unknown';
  }
  const others = all.filter(({ account, isOwn }) => isOwn || markOf(account, proposing) === undefined);
  if (!isEnough(others)) return 'proposer';
  const extra = others.some(({ isSigned }) => isSigned) ? 0 : proposing.extra;
  return isEnough(others, extra) ? undefined : 'proposers-unknown';
}

function denialsOf(
  { denials, unreadDenials }: ReturnType<typeof inForce>,
  dossiers: readonly Dossier[],
): readonly RecordedDenial[] {
  const brought = new Map(bytesIn(dossiers).map((one) => [packageStem(one), one]));
  const said = denials.flatMap(({ path, record }): RecordedDenial[] => {
    const found = record.decision === 'deny' ? brought.get(packageStem(record.about)) : undefined;
    if (found === undefined) return [];
    const { name, version, sha512 } = found;
    const [first] = record.by;
    return [
      { name, version, sha512, record: path, by: record.by.map(({ login }) => login), reason: first?.reason ?? '' },
    ];
  });
  const unread = unreadDenials.flatMap(({ path }): RecordedDenial[] => {
    const found = brought.get(readName(path)?.stem ?? '');
    return found === undefined
      ? []
      : [
          {
            ...{ name: found.name, version: found.version, sha512: found.sha512 },
            record: path,
            by: [],
            reason: unreadWords,
          },
        ];
  });
  return [...said, ...unread];
}

const unreadWords = 'the name of this file denies it, and the record cannot be read';
