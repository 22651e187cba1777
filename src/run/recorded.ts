import type { Decidable } from '../decisions/apply.ts';
import type { Matched, Proposing } from '../decisions/ledger/match.ts';
import { matchLedger, stemsOf, whyNotLetIn } from '../decisions/ledger/match.ts';
import type { NotCounted } from '../decisions/ledger/in-force.ts';
import { readName } from '../text/record-name.ts';
import { lockedSha512, profilesOf } from '../decisions/preimage.ts';
import { purlOf } from '../model/identity.ts';
import type {
  Approvals,
  Blocked,
  BlockedPackage,
  Comparison,
  CountedApproval,
  Dossier,
  LedgerEntry,
  RecordedDenial,
  ReportedLedger,
  Snapshot,
  SnapshotFile,
} from '../model/index.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { rules } from '../rules/index.ts';
import { stateOf } from '../repository/state.ts';
import { compareText } from '../text/order.ts';
import { GateFailure } from '../errors.ts';
import { readLedger } from './ledger.ts';
import { ledgerPlace } from './ledger-place.ts';
import { signersOf } from './signed-records.ts';
import type { GateRequest } from './request.ts';

/** What the ledger makes of what a run has found. */
export interface Recorded {
  /** By digest: what records let in whoever proposes it, because nobody does here, or because it is locked already. */
  readonly settled: ReadonlySet<string>;
  /** By digest: what records let in, if none of their people proposes it. */
  readonly open: ReadonlySet<string>;
  /** Everybody whose part in the change matters for that. */
  readonly people: ReadonlySet<number>;
  readonly denials: readonly RecordedDenial[];
  /** The approvals of what they let in. */
  readonly approvalsOf: (letIn: ReadonlySet<string>) => readonly CountedApproval[];
  /** Whether the records let it in. */
  readonly letsIn: (entry: Decidable, proposing: Proposing) => boolean;
  /** @param letIn by digest; @param whys why the proposers of what is open are not known */
  readonly report: (
    letIn: ReadonlySet<string>,
    proposing: (entry: Decidable) => Proposing,
    why?: string,
  ) => ReportedLedger | undefined;
}

export interface RecordedAbout {
  readonly blocked: readonly Blocked[];
  readonly dossiers: readonly Dossier[];
  readonly policy: EffectivePolicy;
  readonly approvals: Approvals;
  readonly repositoryId: number | undefined;
  readonly now: string;
  /** Records that the change itself brings along and that count for it. */
  readonly riding: readonly LedgerEntry[];
  /** Everything that a state locks. */
  readonly locked: (snapshot: Snapshot) => Promise<Comparison>;
}

/**
 * Reads the records that are about what a run has found, from the state that the policy is read from.
 * @throws GateFailure `configuration-invalid` where something stands in the place of the folder, and as `readLedger` does
 */
export async function recordedAbout(request: GateRequest, given: RecordedAbout): Promise<Recorded> {
  const { ledger: asked, trusted, mode } = request;
  const { riding } = given;
  const place = asked === undefined ? 'nothing' : await ledgerPlace(trusted);
  if (asked === undefined || (place === 'nothing' && riding.length === 0)) return nothing;
  // Who has no approvers, and keeps `.github` elsewhere, has no ledger either.
  const isOther = typeof place !== 'string' && place.path === '.github' && given.policy.approvals === undefined;
  if (isOther) return nothing;
  if (typeof place !== 'string') throw displaced(place);
  const { blocked, dossiers, approvals, repositoryId, now } = given;
  const lying = await readLedger(trusted, stemsOf({ blocked, dossiers }));
  const ledger = { ...lying, entries: [...lying.entries, ...riding] };
  if (ledger.entries.length + ledger.unusable.length === 0) return nothing;
  const carried = new Set(riding.map(({ path }) => path));
  const signedBy = (entry: LedgerEntry) => signersOf(entry, approvals);
  const matched = matchLedger({
    ledger,
    approvals,
    repositoryId,
    now,
    blocked,
    dossiers,
    rules,
    signedBy,
    riding: carried,
  });
  const whyNot = (entry: Decidable, proposing: Proposing) =>
    whyNotLetIn(entry, matched, proposing, { approvals, rules });
  const decidable = blocked.filter((entry) => entry.kind !== 'undecidable');
  const candidates = decidable.filter(
    (entry) => whyNot(entry, 'nobody') === undefined && !isDenied(entry, matched.denials),
  );
  const isProposed = mode === 'check' && asked.isLocal !== true;
  const settled = new Set<string>();
  const open = new Set<string>();
  for (const entry of candidates) {
    const isSettled = !isProposed || (await isLockedAlready(entry, request, given));
    (isSettled ? settled : open).add(entry.digest);
  }
  const people = new Set(
    [...open].flatMap((digest) => (matched.covering.get(digest) ?? []).map(({ account }) => account.id)),
  );
  return {
    ...{ settled, open, people, denials: matched.denials },
    approvalsOf: (letIn) => [...letIn].flatMap((digest) => matched.covering.get(digest) ?? []),
    letsIn: (entry, proposing) =>
      settled.has(entry.digest) || (open.has(entry.digest) && whyNot(entry, proposing) === undefined),
    report: (letIn, proposing, why) => {
      const used = usedIn(decidable, letIn, matched);
      const refused = decidable.flatMap((entry): readonly NotCounted[] => {
        if (letIn.has(entry.digest)) return [];
        const reason = whyNot(entry, settled.has(entry.digest) ? 'nobody' : proposing(entry));
        const paths = new Set((matched.covering.get(entry.digest) ?? []).map(({ record }) => record));
        return reason === undefined ? [] : [...paths].map((record) => ({ record, why: reason }));
      });
      const notCounted = distinct([...matched.notCounted, ...refused]).filter(
        ({ record }) => !used.some((one) => one.record === record),
      );
      const isUnknown = notCounted.some((one) => one.why === 'proposers-unknown');
      const isLetIn = used.some(({ decision }) => decision === 'approve');
      const notes = [
        ...(repositoryId === undefined ? [unknownRepository] : []),
        ...(isUnknown && why !== undefined ? [why] : []),
        ...(isLetIn && mode === 'check' && asked.isLocal === true ? [unknownProposer] : []),
      ];
      if (used.length + notCounted.length + matched.elsewhere === 0) return undefined;
      return { commit: trusted.label, used, notCounted, elsewhere: matched.elsewhere, notes };
    },
  };
}

/** What is denied there would be let in unseen. */
function displaced({ path, mode }: SnapshotFile): GateFailure {
  const what = mode === 'symlink' ? 'a symbolic link' : mode === 'gitlink' ? 'a submodule' : 'no folder';
  const message = `is ${what} where the records of decisions lie, so what they deny cannot be read; put the folder back on the default branch`;
  return new GateFailure('configuration-invalid', message, { path });
}

/** Whether any record may be about what a run found, by its name alone: so nothing is asked for the others. */
export async function isMentioned(trusted: Snapshot, dossiers: readonly Dossier[]): Promise<boolean> {
  const place = await ledgerPlace(trusted);
  if (typeof place !== 'string') return true;
  const { brought } = stemsOf({ blocked: [], dossiers });
  const { listed } = await stateOf(trusted);
  return [...listed.keys()].some((path) => {
    const stem = readName(path)?.stem;
    return stem !== undefined && (stem.startsWith('file-') || brought.has(stem));
  });
}

const unknownRepository =
  "Records approved nothing: the repository's id is not known here (`--repository-id`). What they deny is denied, whichever repository they are about.";
const unknownProposer =
  'Who proposes the change is not known here: the check on the pull request lets a record count only where none of its people does.';

const nothing: Recorded = {
  ...{ settled: new Set(), open: new Set(), people: new Set(), denials: [] },
  approvalsOf: () => [],
  letsIn: () => false,
  report: () => undefined,
};

/** Whether the very bytes that would be decided about are denied. */
export const isDenied = (entry: Decidable, denials: readonly RecordedDenial[]): boolean =>
  entry.kind === 'package' &&
  denials.some(
    ({ name, version, sha512 }) => name === entry.name && version === entry.version && sha512 === entry.preimage.sha512,
  );

/** Whether the default branch or a baseline locks the same bytes already, for the same use and under the same profile. */
async function isLockedAlready(
  entry: Decidable,
  { trusted, head, ledger }: GateRequest,
  { policy, locked }: RecordedAbout,
): Promise<boolean> {
  if (entry.kind !== 'package') return false;
  // What is judged itself proves nothing: the first push of a branch has no state before it.
  if (trusted !== head && isLockedIn(await locked(trusted), entry, policy)) return true;
  for (const open of ledger?.baselines?.(policy.baselines) ?? []) {
    const snapshot = await open();
    if (snapshot !== undefined && isLockedIn(await locked(snapshot), entry, policy)) return true;
  }
  return false;
}

function isLockedIn(
  { changes }: Comparison,
  { name, version, preimage: { sha512, use, profile } }: BlockedPackage,
  policy: EffectivePolicy,
): boolean {
  return changes.some(
    (change) =>
      change.kind !== 'removed' &&
      change.source.kind === 'registry' &&
      purlOf(change.name, change.version) === purlOf(name, version) &&
      lockedSha512(change) === sha512 &&
      isSame([...new Set(change.dependencyTypes)].sort(compareText), use) &&
      isSame(profilesOf(change, policy), profile),
  );
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

function usedIn(
  entries: readonly Decidable[],
  letIn: ReadonlySet<string>,
  { covering, denials }: Pick<Matched, 'covering' | 'denials'>,
): ReportedLedger['used'] {
  const approving = entries.flatMap((entry) => {
    const all = letIn.has(entry.digest) ? (covering.get(entry.digest) ?? []) : [];
    return [...new Set(all.map(({ record }) => record))].map((record) => {
      const own = all.filter((one) => one.record === record);
      return {
        ...{ record, decision: 'approve' as const },
        name: entry.kind === 'package' ? entry.name : null,
        version: entry.kind === 'package' ? entry.version : null,
        path: entry.kind === 'file' ? entry.path : null,
        by: own.map(({ account }) => account.login),
        ...{ reason: own[0]?.reason ?? '', expiresAt: own[0]?.expiresAt ?? null },
      };
    });
  });
  const denying = denials.map(({ record, name, version, by, reason }) => ({
    ...{ record, decision: 'deny' as const, name, version, path: null, by, reason, expiresAt: null },
  }));
  return [...approving, ...denying].sort((a, b) => compareText(a.record, b.record));
}

/** Each record once, with the first reason. */
const distinct = (all: readonly NotCounted[]): readonly NotCounted[] =>
  [...new Map([...all].reverse().map((one) => [one.record, one])).values()].sort((a, b) =>
    compareText(a.record, b.record),
  );
