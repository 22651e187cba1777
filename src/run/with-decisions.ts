import { applyDecisions, isApproved, reportedDecision } from '../decisions/apply.ts';
import { blockedOf } from '../decisions/blocked.ts';
import { pathsOf } from '../decisions/blocked-file.ts';
import type { Hearing } from '../decisions/count.ts';
import { count } from '../decisions/count.ts';
import { decidableEverywhere } from '../decisions/elsewhere.ts';
import { offeredLine } from '../decisions/offer.ts';
import type {
  Approvals,
  Blocked,
  Comparison,
  Counted,
  Dossier,
  Finding,
  Proposers,
  ReportedDecisions,
} from '../model/index.ts';
import type { Heard } from '../platform/port.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { contextUnder } from '../policy/settings-in-force.ts';
import { rules } from '../rules/index.ts';
import { asGateError, GateFailure } from '../errors.ts';
import { bytesIn } from './bytes-in.ts';
import type { Decided } from './decided-each.ts';
import { decidedEach } from './decided-each.ts';
import type { Opened } from './open.ts';
import type { GateRequest, Run } from './request.ts';
import { withoutPermitted } from './without-permitted.ts';
import { concluded, judgedEach } from './verdict.ts';
import { watching } from './watched-paths.ts';

/**
 * A run with what people have decided about it: what enough of them approved no longer blocks, and what one of them denied does.
 * They are asked only if something blocks, or if a package comes in that could be denied. Where the platform does not say, that is an error of
 * the run, and what the rules found stands: a denial may be among the words that were not read.
 */
export async function withDecisions(run: Run, request: GateRequest, { compare }: Opened): Promise<Run> {
  const { decisions: port, focus } = request;
  const { effective: policy, comparison, collected, now } = run;
  if (port === undefined || policy === undefined || focus !== undefined) return run;
  const { dossiers } = collected;
  const { observations } = comparison;
  const judged = { comparison, dossiers, policy, now };
  const found = judgedEach(judged);
  const { repositoryId, author } = port;
  const paths = pathsOf({ findings: found, observations, policy, rules });
  const bytesOf = await bytesIn(request.head, paths);
  const elsewhere = blockedElsewhere(run, policy, repositoryId);
  const blockedIn = (findings: readonly Finding[]): readonly Blocked[] =>
    decidableEverywhere(
      blockedOf({ findings, observations, policy, rules, dossiers, repositoryId, bytesOf }),
      elsewhere,
    );
  const all = blockedIn(found);
  const brought = broughtIn(dossiers);
  if (all.length === 0 && brought.size === 0) return run;
  const approvals = policy.approvals ?? nobody;
  const files = all.flatMap((one) => (one.kind === 'file' ? [one.path] : []));
  const { extended } = run.policy ?? {};
  const beside = extended !== undefined && 'source' in extended ? [extended.source] : [];
  const isWatched = watching([request.policyPath, ...beside], [...paths, ...files]);
  const order = { approvals, isWatched, patience: patienceFor({ approvals, blocked: all }) };
  const about = { observations, dossiers, policy, base: request.base, head: request.head, compare };
  try {
    const each = await port.hearEach?.(order);
    const findings =
      each === undefined ? found : await withoutPermitted({ ...about, now, heard: each, findings: found, all });
    const blocked = findings === found ? all : blockedIn(findings);
    const known = { approvals, blocked };
    const { counted, proposers, letsIn, ...said } =
      each === undefined
        ? decidedAlone(await port.hear?.(order), { ...known, author, brought, now })
        : await decidedEach(each, { ...known, ...about, brought, findings, now });
    const context = contextUnder(policy, { now, mode: comparison.mode });
    const decided = applyDecisions({ findings, blocked, counted, letsIn, dossiers, policy, context, rules });
    const decisions = reported({ ...known, ...said, counted, letsIn, proposers });
    return { ...run, judgement: concluded(judged, decided), ...(decisions && { decisions }) };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    const unknown = { approvals, blocked: all, asked: false, counted: nothing, letsIn: () => false, proposers: author };
    return unheard(run, cause, reported(unknown));
  }
}

/** A denial turns what passes; approvals turn what blocks, if somebody may give them and nothing else blocks. */
function patienceFor({ approvals, blocked }: Pick<Hearing, 'approvals' | 'blocked'>): 'long' | 'short' | 'none' {
  if (blocked.length === 0) return 'short';
  const isOpen = approvals.users.length + approvals.teams.length > 0;
  return isOpen && blocked.every(({ kind }) => kind !== 'undecidable') ? 'long' : 'none';
}

/** On one pull request, whose words are about all that it brings in. */
function decidedAlone(
  heard: Heard | undefined,
  { author, ...known }: Pick<Hearing, 'approvals' | 'blocked' | 'brought' | 'now'> & { readonly author: Proposers },
): Decided {
  const proposers = heard?.proposers ?? author;
  const counted = count({ ...silence, ...heard, ...known, proposers, rules });
  return { asked: heard !== undefined, counted, proposers, letsIn: (entry) => isApproved(entry, { counted, rules }) };
}

/** What blocks in the other comparisons of the same head, each package by itself. */
function blockedElsewhere(
  { looks = [], now }: Run,
  policy: EffectivePolicy,
  repositoryId: number | undefined,
): readonly Blocked[] {
  return looks.flatMap(({ comparison, collected: { dossiers } }) => {
    const findings = judgedEach({ comparison, dossiers, policy, now });
    const { observations } = comparison;
    return blockedOf({ findings, observations, policy, rules, dossiers, repositoryId, bytesOf: () => undefined });
  });
}

/** What a platform does not tell must not look like a no: the run is in error, and keeps its findings. */
function unheard(run: Run, cause: GateFailure, decisions: ReportedDecisions | undefined): Run {
  const failed = (comparison: Comparison): Comparison => ({
    ...comparison,
    errors: [...comparison.errors, asGateError(cause)],
  });
  const { findings } = run.judgement;
  return {
    ...{ ...run, comparison: failed(run.comparison), whole: failed(run.whole) },
    judgement: { verdict: 'error', findings },
    ...(decisions && { decisions }),
  };
}

/** `name@version` of all that comes in from a registry. */
const broughtIn = (dossiers: readonly Dossier[]): ReadonlySet<string> =>
  new Set(
    dossiers.flatMap(({ change: { kind, source, name, version } }) =>
      kind === 'removed' || source.kind !== 'registry' ? [] : [`${name}@${version}`],
    ),
  );

/** Where the policy does not say: nobody may approve, and whoever may write may deny. */
const nobody: Approvals = {
  ...({ accept: ['comment'], users: [], teams: [], minimumPermission: 'write', never: [], required: 1 } as const),
  ...({ keys: [], ownChanges: 'never', maximumAge: 180 * 86_400_000 } as const),
};

const silence = { comments: [], deleted: [], reviews: [], standings: new Map(), tampered: [] } as const;

const nothing: Counted = { approvals: [], denials: [], refusals: [], required: 1, deleted: [] };

interface Known extends Decided {
  readonly approvals: Approvals;
  readonly blocked: readonly Blocked[];
}

/** What the report says of it; undefined where there is nothing to say. */
function reported({ approvals, blocked, counted, proposers, letsIn, ...said }: Known): ReportedDecisions | undefined {
  const { refusals, deleted, denials, required } = counted;
  const { asked, pulls, notCounted, isMerged = false } = said;
  const { users, teams } = approvals;
  // Where the policy names nobody there is nothing to offer, and what only people who look for it would miss is not said.
  const isOpen = users.length + teams.length > 0 && blocked.length > 0;
  const isSaid = refusals.length + deleted.length + denials.length > 0 || notCounted !== undefined;
  if (!isOpen && !isSaid) return undefined;
  return {
    ...{ asked, required },
    ...(pulls === undefined ? {} : { pulls }),
    ...(notCounted === undefined ? {} : { notCounted }),
    ...(proposers.because === undefined ? {} : { because: proposers.because }),
    approvers: { users, teams },
    proposers: proposers.marks,
    offers: blocked.flatMap((entry) => {
      if (entry.kind === 'undecidable') return [];
      const { digest, codes, unread } = entry;
      const named = entry.kind === 'file' ? null : entry;
      const isLetIn = letsIn(entry);
      const line = isMerged && !isLetIn ? null : (offeredLine(entry) ?? null);
      return {
        ...{ kind: entry.kind, name: named?.name ?? null, version: named?.version ?? null },
        ...{ path: entry.kind === 'file' ? entry.path : null, digest, codes, line, unread },
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
  };
}
