import { asGateErrors } from '../errors.ts';
import type { Comparison } from '../model/index.ts';
import type { PolicyOutline } from '../policy/open.ts';
import { openSubject } from './open.ts';
import type { Opened } from './open.ts';
import type { GateRequest, Run, RunRequest } from './request.ts';
import { verdictOf } from './verdict-of.ts';

/**
 * The whole pipeline for everything that can be judged: a change, all that is locked, specs, one package, a recording. An
 * unchanged repository skips loading the rule engine.
 * Never throws: a failure is among the errors of the run's comparison.
 */
export async function runGate(request: RunRequest): Promise<Run> {
  return runOnce(request, true);
}

/** @param isShown whether anybody sees the run itself, and not what another makes of it */
async function runOnce(request: RunRequest, isShown: boolean): Promise<Run> {
  let opened: Opened | undefined;
  try {
    opened = await openSubject(request);
    const compared = await opened.compare();
    if (hasNothingToJudge(compared, opened.policy, request)) return nothingToJudge(compared, opened);
    const { complete, collectEvidence, judgeEvidence, judgeFurther, withRootPlaces } = await import('./stages.ts');
    const completed = await complete(compared, opened);
    const collected = await collectEvidence(completed, opened);
    const run = await judgeEvidence(collected, opened);
    if (!('head' in request)) return run;
    const judged = await judgeFurther(run, request, opened, (look) => runOnce(look, false));
    return isShown && request.session === undefined ? await withRootPlaces(judged, request.head) : judged;
  } catch (cause) {
    const errors = asGateErrors(cause);
    if (errors.some(({ code }) => code === 'internal')) request.onDefect?.(cause);
    return endedBy(errors, request, opened?.policy);
  }
}

/** Whether no rule or exception could have a finding, and nobody asked about a package. */
function hasNothingToJudge(
  { changes, observations }: Comparison,
  { isPreset }: PolicyOutline,
  request: RunRequest,
): boolean {
  const isAsked = request.focus !== undefined || 'vet' in request || isJudgedFurther(request);
  return isPreset && !isAsked && changes.length === 0 && observations.length === 0;
}

function isJudgedFurther(request: RunRequest): request is GateRequest {
  return 'head' in request && (request.queue !== undefined || (request.also ?? []).length > 0);
}

function nothingToJudge(comparison: Comparison, { now, preset, policy, trust }: Opened): Run {
  const judgement = { verdict: verdictOf(comparison, [], policy.mode), findings: [] };
  const collected = { dossiers: [], answers: [] };
  return { ...{ now, preset, policy, trust, comparison, whole: comparison }, collected, judgement, failed: false };
}

/** The only place where a thrown error becomes an error of the run. */
function endedBy(errors: Comparison['errors'], request: RunRequest, policy: PolicyOutline | undefined): Run {
  const { mode, head, base } =
    'replay' in request
      ? request.replay.comparison
      : { mode: request.mode, head: request.head.label, base: request.base?.label };
  const comparison: Comparison = {
    ...{ mode, head, lockfiles: [], changes: [], observations: [], errors },
    ...(base === undefined ? {} : { base }),
  };
  return {
    now: 'replay' in request ? (request.now ?? request.replay.evaluatedAt) : request.now,
    ...{ policy, trust: {}, comparison, whole: comparison, collected: { dossiers: [], answers: [] } },
    ...{ judgement: { verdict: 'error', findings: [] }, failed: true },
  };
}
