import { reportedDecision } from '../decisions/apply.ts';
import { offeredLine } from '../decisions/offer.ts';
import type {
  Approvals,
  Blocked,
  RecordedDenial,
  ReportedDecisions,
  ReportedLedger,
  ReportedProof,
} from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import type { Decided } from './decided-each.ts';
import { isDenied } from './recorded.ts';

/** What a report says of decisions. */

export interface DecidedRun extends Decided {
  readonly approvals: Approvals;
  readonly blocked: readonly Blocked[];
  /** Whether nobody could write a comment about it. */
  readonly isLocal: boolean;
  /** Whether members of teams cannot count in this run. */
  readonly cannotAskTeams: boolean;
  readonly repositoryId: number | undefined;
  readonly ledger?: ReportedLedger | undefined;
  readonly denied?: readonly RecordedDenial[];
  /** What became of the records that the change brings along. */
  readonly proofs?: readonly ReportedProof[];
}

function notCountedWords(words: string | undefined, teams: Approvals['teams']): Pick<ReportedDecisions, 'notCounted'> {
  const of = teams.map(({ slug }) => quoted(slug)).join(', ');
  const ofTeams = `Members of ${of} do not count in this run: who is in a team is asked only where an organisation requires the workflow. Accounts that the policy lists by their ids count.`;
  const all = [...(words === undefined ? [] : [words]), ...(teams.length === 0 ? [] : [ofTeams])];
  return all.length === 0 ? {} : { notCounted: all.join(' ') };
}

/** What the report says of it; undefined where there is nothing to say. */
export function reportedDecisions({
  approvals,
  blocked,
  counted,
  proposers,
  letsIn,
  ledger,
  ...said
}: DecidedRun): ReportedDecisions | undefined {
  const { refusals, deleted, denials, required } = counted;
  const { asked, repositoryId, pulls, notCounted, isMerged = false, isLocal, denied = [], proofs = [] } = said;
  const { users, keys, ownChanges } = approvals;
  const unasked = said.cannotAskTeams ? approvals.teams : [];
  const teams = approvals.teams.filter((team) => !unasked.includes(team));
  // Where the policy names nobody there is nothing to offer, and what only people who look for it would miss is not said.
  const isOpen = !isLocal && users.length + approvals.teams.length > 0 && blocked.length > 0;
  const isSaid =
    refusals.length + deleted.length + denials.length + proofs.length > 0 || (notCounted ?? ledger) !== undefined;
  if (!isOpen && !isSaid) return undefined;
  return {
    ...{ asked, required },
    ...(repositoryId === undefined ? {} : { repositoryId }),
    ...(pulls === undefined ? {} : { pulls }),
    ...notCountedWords(notCounted, isOpen ? unasked : []),
    ...(proposers.because === undefined ? {} : { because: proposers.because }),
    approvers: { users, teams },
    ...(keys.length === 0
      ? {}
      : {
          keyHolders: { ids: [...new Set(keys.map(({ id: holder }) => holder))], own: ownChanges === 'security-key' },
        }),
    proposers: proposers.marks,
    offers: blocked.flatMap((entry) => {
      if (entry.kind === 'undecidable') return [];
      const { digest, codes, unread } = entry;
      const named = entry.kind === 'file' ? null : entry;
      const isLetIn = letsIn(entry);
      const isUseless = isLocal || (isMerged && !isLetIn) || (entry.kind === 'package' && isDenied(entry, denied));
      const line = isUseless ? null : (offeredLine(entry) ?? null);
      return {
        ...{ kind: entry.kind, name: named?.name ?? null, version: named?.version ?? null },
        ...{ path: entry.kind === 'file' ? entry.path : null, digest, codes, line, unread },
        ...(entry.kind === 'file' && entry.byOne === true ? { byOne: true } : {}),
        approvals: counted.approvals.filter((one) => one.digest === digest).map(reportedDecision),
        isApproved: isLetIn,
      };
    }),
    undecidable: blocked.flatMap((entry) => {
      if (entry.kind !== 'undecidable') return [];
      const { name, version, lockfile, codes, why } = entry;
      return { name, version, lockfile, codes, why };
    }),
    denials: denials.map((denial) => ({ ...reportedDecision(denial), name: denial.name, version: denial.version })),
    ...{ refusals, deleted },
    ...(ledger === undefined ? {} : { ledger }),
    ...(proofs.length === 0 ? {} : { proofs }),
  };
}
