import { fingerprintOf } from '../judge/fingerprint.ts';
import type { Comparison, FileObservation, Finding, LookReason, Observation } from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import type { GateRequest, Run, RunRequest } from './request.ts';
import { judge } from './verdict.ts';
import { withFiles } from './with-files.ts';

/** Findings of another comparison that are named; the rest is counted. */
const named = 5;

/**
 * A run with what the further comparisons of the same head find in addition, as one finding for each comparison: a branch
 * that is hundreds of packages apart must not bury what the change itself does. What one of them cannot evaluate is an
 * error of the run.
 * @param run the judged comparison itself
 * @param runGate judges one more comparison, by the same policy
 */
export async function withSecondLooks(
  run: Run,
  request: GateRequest,
  runGate: (request: RunRequest) => Promise<Run>,
): Promise<Run> {
  const { also = [] } = request;
  const { effective: policy, judgement, comparison, collected, now } = run;
  if (also.length === 0 || policy === undefined) return run;
  const known = new Map(judgement.findings.map((finding) => [finding.fingerprint, weightOf(finding)]));
  const looks: Pick<Run, 'comparison' | 'collected'>[] = [];
  const folded: Observation[] = [];
  const errors: Comparison['errors'][number][] = [];
  for (const { base, head, reason } of also) {
    const look = await runGate({
      ...request,
      base,
      head,
      also: [],
      queue: undefined,
      decisions: undefined,
      ledger: undefined,
    });
    const against = quoted(reason.kind === 'same-head' ? reason.branch : reason.defaultBranch);
    errors.push(
      ...look.comparison.errors.map((error) => ({ ...error, message: `compared with ${against}: ${error.message}` })),
    );
    looks.push(look);
    const isWorse = (finding: Finding) => weightOf(finding) > (known.get(finding.fingerprint) ?? 0);
    const found = look.judgement.findings.filter((finding) => counts(finding) && isWorse(finding));
    for (const finding of found) known.set(finding.fingerprint, weightOf(finding));
    if (found.length > 0) folded.push(fold(found, reason, request.policyPath));
  }
  if (folded.length + errors.length === 0) return { ...run, looks };
  const { observations } = await withFiles({ ...comparison, observations: folded }, request);
  const joined = (one: Comparison): Comparison => ({
    ...one,
    observations: [...one.observations, ...observations],
    errors: [...one.errors, ...errors],
  });
  const whole = joined(comparison);
  return {
    ...{ ...run, comparison: whole, whole: joined(run.whole), looks },
    judgement: judge({ comparison: whole, dossiers: collected.dossiers, policy, now }),
  };
}

/** What a policy has waived, and what only informs, blocks nobody; an unused exception is not of the head. */
function counts({ status, level, rule }: Finding): boolean {
  return status === 'reported' && level !== 'note' && rule !== 'exception-hygiene';
}

/** The same is worse where a profile or an exception that applies here does not apply there. */
function weightOf({ status, level, floor }: Finding): number {
  if (status !== 'reported' || level === 'note') return 0;
  return floor ? 3 : level === 'error' ? 2 : 1;
}

/** When everything that blocks has disappeared by itself; none where something does not. */
function passesAtOf(blocking: readonly Finding[]): { readonly passesAt?: string } {
  const times = blocking.flatMap(({ passesAt }) => passesAt ?? []).sort((a, b) => Date.parse(a) - Date.parse(b));
  const last = times.at(-1);
  return last === undefined || times.length < blocking.length ? {} : { passesAt: last };
}

/** One observation for all of them, as bad as the worst, and of exactly these. */
function fold(found: readonly Finding[], reason: LookReason, path: string): FileObservation {
  const worst = found.slice(0, named).flatMap(({ name, version, lockfile, rule }, at) => [
    [`what${at + 1}`, name === null ? lockfile : version === null ? name : `${name}@${version}`],
    [`rule${at + 1}`, rule],
  ]);
  const args = {
    findings: found.length,
    level: found.some(({ level }) => level === 'error') ? 'error' : 'warn',
    floor: found.some(({ floor }) => floor) ? 'yes' : 'no',
    ...passesAtOf(found.filter(({ level }) => level === 'error')),
    found: fingerprintOf(found.map(({ fingerprint }) => fingerprint).sort()),
    ...(Object.fromEntries(worst) as Readonly<Record<string, string>>),
  };
  const { branch } = reason;
  if (reason.kind === 'same-head') {
    return { code: 'same-head-blocked', path, line: 1, args: { ...args, branch, pull: reason.pull } };
  }
  const { defaultBranch: against, stackedOn: stacked } = reason;
  const stack = stacked === undefined ? {} : { stacked };
  return { code: 'base-not-a-baseline', path, line: 1, args: { ...args, branch, against, ...stack } };
}
