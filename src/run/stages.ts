import { collect, withAnswersOf } from '../evidence/collect.ts';
import type { Collected, CollectOptions } from '../evidence/collect.ts';
import { collectPrograms } from '../evidence/programs.ts';
import type { Comparison } from '../model/index.ts';
import { listsAllTarballs, neededEvidence } from '../policy/effective.ts';
import type { EffectivePolicy } from '../policy/load.ts';
import { osvAddress } from '../advisories/osv-address.ts';
import { reportedProposer } from './reported-proposer.ts';
import { trustUsed } from '../trust/trust-used.ts';
import { configuring } from './configuring.ts';
import type { Collect } from './drop-reformatted.ts';
import { dropReformatted } from './drop-reformatted.ts';
import { focusOn } from './focus.ts';
import { ledgerPlace } from './ledger-place.ts';
import type { Opened } from './open.ts';
import { withEntries } from './queue-entries.ts';
import { withPolicyChange } from './policy-change.ts';
import type { GateRequest, Run, RunRequest } from './request.ts';
import type { Resolved } from './resolve-missing.ts';
import { showArchives } from './show-archives.ts';
import { withSecondLooks } from './second-looks.ts';
import { withAuthorship } from './with-authorship.ts';
import { trustOptions } from './trust-options.ts';
import { stateOf } from '../repository/state.ts';
import { refreshedTrust } from './trust-settings.ts';
import { verifyManagers } from './verify-managers.ts';
import type { TrustSettings } from './trust-settings.ts';
import { judge } from './verdict.ts';
import { withFiles } from './with-files.ts';

export { withRootPlaces } from './root-places.ts';

/** The stages of the pipeline that are loaded only if there is something to judge. */

/** All that will be judged, with the policy that it is judged by. */
export interface Completed {
  readonly policy: EffectivePolicy;
  readonly trust: TrustSettings;
  readonly whole: Comparison;
  readonly comparison: Comparison;
  /** Answers that were needed to complete it. */
  readonly asked?: Collected;
  readonly fetched?: Resolved['fetched'];
}

/**
 * From what differs to what is judged: resolves dependencies that are not in the lockfile, drops unchanged packages that were
 * only rewritten by a lockfile format conversion, and adds who proposes the change.
 */
export async function complete(compared: Comparison, opened: Opened): Promise<Completed> {
  const { subject, focus, trust } = opened;
  const policy = await opened.policy.compose();
  if ('recording' in subject) return { policy, trust, whole: compared, comparison: focusOn(compared, focus) };
  const verified = await verifyManagers(
    await withPolicyChange(compared, opened),
    { base: await stateOf(subject.request.base), head: await stateOf(subject.request.head) },
    (questions) => collectPrograms(questions, collectOptions(opened, policy, compared)),
  );
  const resolved = await resolveUnpinned(verified.comparison, opened, policy);
  const compare: Collect = (part, needs) =>
    collect(part, { ...collectOptions(opened, policy, part), ...trustOptions(policy, trust), needs });
  const read = await withFiles(await withAuthorship(resolved.comparison, subject.request, policy), subject.request);
  const { comparison: whole, asked: archives } = await showArchives(read, compare);
  const dropped = await dropReformatted(focusOn(whole, focus), compare);
  const answered = dropped.asked === undefined ? archives : withAnswersOf(archives, dropped.asked);
  const asked = verified.asked === undefined ? answered : withAnswersOf(verified.asked, answered ?? nothing);
  const comparison = await withFiles(dropped.comparison, subject.request);
  return {
    ...{ policy, whole, comparison, trust: await refreshedTrust(trust, subject.request.trust?.refresh, comparison) },
    ...(asked && { asked }),
    ...(resolved.fetched && { fetched: resolved.fetched }),
  };
}

/** Collects the evidence that the policy's rules and the run's focus need. */
export async function collectEvidence(
  completed: Completed,
  opened: Opened,
): Promise<Completed & { readonly collected: Collected }> {
  const { policy, trust, comparison, asked, fetched } = completed;
  const judged = await collect(comparison, {
    ...collectOptions(opened, policy, comparison),
    ...trustOptions(policy, trust),
    needs: new Set([...neededEvidence(policy), ...(opened.focus?.also ?? [])]),
    ...(fetched === undefined ? {} : { fetched }),
  });
  return { ...completed, collected: withAnswersOf(asked, judged) };
}

/** Judges the collected evidence under the policy. */
export async function judgeEvidence(
  { policy, trust, whole, comparison, collected }: Completed & { readonly collected: Collected },
  opened: Opened,
): Promise<Run> {
  const { now, preset, file, focus, isEach = focus !== undefined } = opened;
  const { dossiers } = collected;
  return {
    ...{ now, preset, file, trust, whole, comparison, collected },
    ...{ policy: opened.policy, effective: policy },
    judgement: judge({ comparison, dossiers, policy, now, ...(isEach && { isPart: true }) }),
    trusted: await trustUsed(dossiers, trust, now),
    proposer: reportedProposer(comparison, policy, now),
    failed: false,
  };
}

/** Judges the other comparisons of the same head too, applies what people have decided, and says which entry of a merge queue each finding comes with. */
export async function judgeFurther(
  run: Run,
  request: GateRequest,
  opened: Opened,
  runGate: (request: RunRequest) => Promise<Run>,
): Promise<Run> {
  const looked = await withSecondLooks(run, request, runGate);
  const isHeard = request.decisions !== undefined && request.mode === 'check';
  const isDecided = isHeard || (request.ledger !== undefined && (await ledgerPlace(request.trusted)) !== 'nothing');
  const decided = isDecided
    ? await (await import('./with-decisions.ts')).withDecisions(looked, request, opened)
    : looked;
  return withEntries(decided, request, opened);
}

/** Resolves dependencies not in the lockfile, on top of what is locked: if a manifest asks for more in a check, and for `vet`. */
async function resolveUnpinned(compared: Comparison, opened: Opened, policy: EffectivePolicy): Promise<Resolved> {
  if (!('request' in opened.subject)) return { comparison: compared };
  const { request } = opened.subject;
  const isMissing = request.mode === 'check' && compared.observations.some(({ code }) => unpinned.has(code));
  if (request.vet === undefined && !isMissing) return { comparison: compared };
  const { resolveMissing } = await import('./resolve-missing.ts');
  return resolveMissing(compared, request, configuring(opened, policy, compared));
}

const unpinned: ReadonlySet<string> = new Set(['not-locked', 'manifest-disagrees', 'no-lockfile']);

const nothing: Collected = { dossiers: [], answers: [] };

function collectOptions(
  opened: Opened,
  policy: EffectivePolicy,
  comparison: Comparison,
): Omit<CollectOptions, 'needs'> {
  const { subject, now } = opened;
  const shared = {
    ...{ sources: policy.sources, now, configure: configuring(opened, policy, comparison) },
    listings: listsAllTarballs(policy) ? ('all' as const) : ('small' as const),
  };
  if ('recording' in subject) return { ...shared, offline: true, recorded: subject.recording.answers };
  const { osv, registry, offline, recorded, progress, limits, session } = subject.request;
  return {
    ...{ ...shared, osv: osvAddress(osv, registry), only: registry, offline },
    ...(recorded === undefined ? {} : { recorded: recorded.answers, trustsServedKeys: false }),
    ...(progress === undefined ? {} : { progress }),
    ...(limits === undefined ? {} : { limits }),
    ...(session === undefined ? {} : { session }),
  };
}
