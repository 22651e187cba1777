/** Records of decisions, as the ledger keeps them. */
import type { FilePreimage, PackagePreimage } from './decision.ts';
import type { Instant } from './evidence.ts';

/** Somebody's part in a decision. A file is never believed about it: GitHub or a signature says the same, or it counts nothing. */
export interface RecordedPerson {
  readonly id: number;
  /** For readers; never compared. Third-party text. */
  readonly login: string;
  /** The listed team that they were counted as an active member of; absent where the policy lists them by themselves. */
  readonly team?: number;
  /** How it is known that they said it. `claim`: it is not, before the record was let in by people or derived anew. */
  readonly authenticated: 'comment' | 'security-key' | 'claim';
  /** The comment's number, decimal; null where there is none. */
  readonly comment: string | null;
  /** `rule/code`, sorted; what they named. Empty for a denial, a revocation, and a file, whose digest is over its codes. */
  readonly codes: readonly string[];
  /** Third-party text. */
  readonly reason: string;
  readonly at: Instant;
}

interface Recorded {
  /** Sorted by time, then by id. */
  readonly by: readonly RecordedPerson[];
  /** The pull request that it was decided on; null where none was. */
  readonly pull: number | null;
  /** Digest of the policy that named the people. */
  readonly policy: string;
  readonly issuedAt: Instant;
  /** Null: it does not end (denials, revocations). */
  readonly expiresAt: Instant | null;
}

/** What is denied: bytes, whatever is known of them. */
export interface DeniedPreimage {
  readonly repositoryId: number;
  readonly purl: string;
  /** 128 hex digits. */
  readonly sha512: string;
}

export type DecisionRecord = ApprovalRecord | FileApprovalRecord | DenialRecord | RevocationRecord;

export interface ApprovalRecord extends Recorded {
  readonly decision: 'approve';
  readonly about: PackagePreimage;
}

export interface FileApprovalRecord extends Recorded {
  readonly decision: 'approve-file';
  readonly about: FilePreimage;
}

export interface DenialRecord extends Recorded {
  readonly decision: 'deny';
  readonly about: DeniedPreimage;
}

/** Voids another record for ever. */
export interface RevocationRecord extends Recorded {
  readonly decision: 'revoke';
  readonly about: RevokedRecord;
}

export interface RevokedRecord {
  readonly repositoryId: number;
  /** SHA-256 of the record's file, 64 hex digits. */
  readonly record: string;
  /** Its name without folder: so it lies beside the record, and is found with it. */
  readonly file: string;
}

/** `id`: of the account whose key made it; `sshsig`: armoured, as `ssh-keygen -Y sign` writes it. */
export interface RecordSignature {
  readonly id: number;
  readonly sshsig: string;
}

/** A file of the ledger that could be read. */
export interface LedgerEntry {
  readonly path: string;
  /** Of the file's bytes, 64 hex digits: what a revocation names. */
  readonly sha256: string;
  readonly record: DecisionRecord;
  /** The signed bytes. */
  readonly statement: Uint8Array;
  readonly signatures: readonly RecordSignature[];
}
