import { createHash } from 'node:crypto';

import { applyDecisions, isApproved } from '../decisions/apply.ts';
import { blockedOf } from '../decisions/blocked.ts';
import { pathsOf } from '../decisions/blocked-file.ts';
import type { FileBytes } from '../decisions/blocking.ts';
import { count } from '../decisions/count.ts';
import { decidableEverywhere } from '../decisions/elsewhere.ts';
import { offeredLine } from '../decisions/offer.ts';
import type {
  Approvals,
  Blocked,
  Counted,
  CountedApproval,
  CountedDenial,
  Comparison,
  Dossier,
  Proposers,
  ReportedDecision,
  ReportedDecisions,
  Snapshot,
} from '../model/index.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { contextUnder } from '../policy/settings-in-force.ts';
import { encodePath } from '../repository/path-bytes.ts';
import { stateOf } from '../repository/state.ts';
import { rules } from '../rules/index.ts';
import { asGateError, GateFailure } from '../errors.ts';
import type { GateRequest, Run } from './request.ts';
import { concluded, judgedEach } from './verdict.ts';
import { watching } from './watched-paths.ts';

/**
 * A run with what people have decided about it: what enough of them approved no longer blocks, and what one of them denied does.
 * They are asked only if something blocks, or if a package comes in that could be denied. Where the platform does not say, that
 * is an error of the run, and what the rules found stands.
 */
export async function withDecisions(run: Run, request: GateRequest): Promise<Run> {
  const { decisions: port, focus } = request;
  const { effective: policy, comparison, collected, now } = run;
  if (port === undefined || policy === undefined || focus !== undefined) return run;
  const { dossiers } = collected;
  const judged = { comparison, dossiers, policy, now };
  const findings = judgedEach(judged);
  const blocking = { findings, observations: comparison.observations, policy, rules };
  const { repositoryId, author } = port;
  const paths = pathsOf(blocking);
  const bytesOf = await bytesIn(request.head, paths);
  const blocked = decidableEverywhere(
    blockedOf({ ...blocking, dossiers, repositoryId, bytesOf }),
    blockedElsewhere(run, policy, repositoryId),
  );
  const brought = broughtIn(dossiers);
  if (blocked.length === 0 && brought.size === 0) return run;
  const approvals = policy.approvals ?? nobody;
  const known = { approvals, blocked };
  try {
    const files = blocked.flatMap((one) => (one.kind === 'file' ? [one.path] : []));
    const { extended } = run.policy ?? {};
    const beside = extended !== undefined && 'source' in extended ? [extended.source] : [];
    const isWatched = watching([request.policyPath, ...beside], [...paths, ...files]);
    const heard = await port.hear?.({ approvals, isWatched });
    const proposers = heard?.proposers ?? author;
    const counted = count({ ...silence, ...heard, ...known, proposers, brought, now, rules });
    const context = contextUnder(policy, { now, mode: comparison.mode });
    const decided = applyDecisions({ findings, blocked, counted, dossiers, policy, context, rules });
    const decisions = reported({ ...known, asked: heard !== undefined, counted, proposers });
    return { ...run, judgement: concluded(judged, decided), ...(decisions && { decisions }) };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return unheard(run, cause, reported({ ...known, asked: false, counted: nothing, proposers: author }));
  }
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

/** Of each path its mode and the digest of its bytes; null where the head has nothing there, undefined where it cannot be read. */
async function bytesIn(
  head: Snapshot,
  paths: readonly string[],
): Promise<(path: string) => FileBytes | null | undefined> {
  if (paths.length === 0) return () => undefined;
  const { listed, reader, links } = await stateOf(head);
  const read = paths.map(async (path): Promise<readonly [string, FileBytes | null | undefined]> => {
    const file = listed.get(path);
    if (file === undefined) return [path, null];
    if (file.mode === 'symlink') {
      const target = await links.targetOf(path);
      return [path, target === undefined ? undefined : { mode: '120000', sha256: sha256Of(encodePath(target)) }];
    }
    if (file.mode !== 'file') return [path, undefined];
    try {
      return [path, { mode: '100644', sha256: sha256Of(await reader.read(file)) }];
    } catch (cause) {
      if (cause instanceof GateFailure) return [path, undefined];
      throw cause;
    }
  });
  const found = new Map(await Promise.all(read));
  return (path) => found.get(path);
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Known {
  readonly asked: boolean;
  readonly approvals: Approvals;
  readonly blocked: readonly Blocked[];
  readonly counted: Counted;
  readonly proposers: Proposers;
}

/** What the report says of it; undefined where there is nothing to say. */
function reported({ asked, approvals, blocked, counted, proposers }: Known): ReportedDecisions | undefined {
  const { refusals, deleted, denials, required } = counted;
  if (blocked.length + refusals.length + deleted.length + denials.length === 0) return undefined;
  const { users, teams } = approvals;
  return {
    ...{ asked, required },
    ...(proposers.because === undefined ? {} : { because: proposers.because }),
    approvers: { users, teams },
    proposers: proposers.marks,
    offers: blocked.flatMap((entry) => {
      if (entry.kind === 'undecidable') return [];
      const { digest, codes, unread } = entry;
      const named = entry.kind === 'file' ? null : entry;
      return {
        ...{ kind: entry.kind, name: named?.name ?? null, version: named?.version ?? null },
        ...{ path: entry.kind === 'file' ? entry.path : null, digest, codes, line: offeredLine(entry) ?? null, unread },
        approvals: counted.approvals.filter((one) => one.digest === digest).map(decisionOf),
        isApproved: isApproved(entry, { counted, rules }),
      };
    }),
    undecidable: blocked.flatMap((entry) => {
      if (entry.kind !== 'undecidable') return [];
      const { name, version, lockfile, codes, why } = entry;
      return { name, version, lockfile, codes, why };
    }),
    denials: denials.map((denial) => ({ ...decisionOf(denial), name: denial.name, version: denial.version })),
    ...{ refusals, deleted },
  };
}

function decisionOf({ account, comment, reason, at }: CountedApproval | CountedDenial): ReportedDecision {
  return { login: account.login, id: account.id, comment, reason, at };
}
