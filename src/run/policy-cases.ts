import { effectOf } from '../model/effect.ts';
import { GateFailure } from '../errors.ts';
import type { CaseOutcome, Comparison, Finding, GateError } from '../model/index.ts';
import type { PolicyCase } from '../policy/cases.ts';
import type { PolicyText } from '../policy/load.ts';
import type { PolicyOutline, ReadExtended } from '../policy/open.ts';
import type { EvidenceFile } from '../recording/evidence-types.ts';
import { compareText } from '../text/order.ts';
import { unjudgedBecause } from './case-subject.ts';
import { findingsAbout } from './findings-about.ts';
import { runGate } from './pipeline.ts';
import { isOfRehearsal } from './rehearsal-evidence.ts';
import type { Run } from './request.ts';

export interface TestedPolicy {
  readonly policy: PolicyOutline | undefined;
  readonly outcomes: readonly CaseOutcome[];
  /** What could not be evaluated: then nothing is known of the cases. */
  readonly errors: readonly GateError[];
}

/**
 * Judges each case by the policy, from its recorded evidence and at its time. What the policy does not judge is no pass.
 * @param readEvidence called once for each file
 * @throws GateFailure `evidence-invalid`, for evidence that is of no packages
 */
export async function testPolicy(
  policy: PolicyText,
  cases: readonly PolicyCase[],
  readExtended: ReadExtended | undefined,
  readEvidence: (path: string) => Promise<EvidenceFile>,
): Promise<TestedPolicy> {
  const files = new Map<string, EvidenceFile>();
  const runs = new Map<string, Run>();
  const outcomes: CaseOutcome[] = [];
  for (const one of cases) {
    const file = files.get(one.evidence) ?? (await readEvidence(one.evidence));
    files.set(one.evidence, file);
    if (isOfRehearsal(file)) throw new GateFailure('evidence-invalid', rehearsed, { path: one.evidence });
    const isAudited = file.comparison.mode === 'audit';
    const replay = isAudited ? { ...file, comparison: asAdded(file.comparison) } : file;
    const now = one.at ?? replay.evaluatedAt;
    const key = JSON.stringify([one.evidence, now]);
    const run = runs.get(key) ?? (await runGate({ replay, policy, now, isEach: true, readExtended }));
    runs.set(key, run);
    const { errors } = run.comparison;
    if (errors.length > 0) return { policy: run.policy, outcomes: [], errors };
    outcomes.push(outcomeOf(one, run, { isAudited, replay }));
  }
  return { policy: [...runs.values()][0]?.policy, outcomes, errors: [] };
}

const rehearsed =
  'This is the evidence of a rehearsal (check --history), which does not keep what each change locks. Record each package with `vet NAME@VERSION --preset strict --evidence-out FILE`, or a change with `check`.';

/** What an audit recorded, as a change that adds it: a policy is obeyed where packages come in. */
const asAdded = (comparison: Comparison): Comparison => ({
  ...comparison,
  mode: 'check',
  changes: comparison.changes.map((change) => ({ ...change, baseVersions: [], basePins: [], baseDependencyTypes: [] })),
});

interface Recorded {
  readonly isAudited: boolean;
  readonly replay: EvidenceFile;
}

function outcomeOf(one: PolicyCase, run: Run, { isAudited, replay }: Recorded): CaseOutcome {
  const { name, package: wanted, expect, rules, codes, line } = one;
  const about = {
    ...{ name: name ?? null, package: wanted.name, version: wanted.version, line, at: run.now },
    expected: { verdict: expect, ...(rules && { rules }), ...(codes && { codes }) },
  };
  const unjudged = unjudgedBecause(run, wanted, replay);
  if (unjudged !== undefined) {
    return { ...about, ok: false, verdict: null, differs: [unjudged], rules: [], codes: [], findings: [] };
  }
  const mode = run.policy?.mode ?? 'enforce';
  const speaking = findingsAbout(run, wanted).filter((finding) => isSpeaking(finding, mode));
  const isUnrecorded = ({ cause, outcome }: Finding) =>
    cause === undefined ? isAudited && outcome === 'indeterminate' : cause.reason === 'not-recorded';
  const blocking = speaking.filter((finding) => effectOf(finding, mode) === 'blocks');
  const verdict = blocking.length > 0 ? 'fail' : speaking.length > 0 ? 'warn' : 'pass';
  const said = {
    rules: distinct(speaking.map(({ rule }) => rule)),
    codes: distinct(speaking.flatMap((each) => each.codes)),
  };
  // Where something else blocks and no rules are named, or the author names that very code, what the recording lacks is no surprise.
  const isCertain = blocking.some((finding) => !isUnrecorded(finding)) && rules === undefined && codes === undefined;
  const isNamed = codes !== undefined && distinct(codes).join() === said.codes.join();
  const lacks = isCertain || isNamed ? [] : speaking.filter(isUnrecorded);
  const differs = [
    ...(lacks.length === 0 ? [] : (['evidence'] as const)),
    ...(verdict === expect ? [] : (['verdict'] as const)),
    ...(['rules', 'codes'] as const).filter((key) => {
      const named = one[key];
      return named !== undefined && distinct(named).join() !== said[key].join();
    }),
  ];
  const findings = speaking.map(({ rule, level, codes: own, message }) => ({ rule, level, codes: own, message }));
  return { ...about, ok: differs.length === 0, verdict, differs, ...said, findings };
}

const isSpeaking = (finding: Finding, mode: 'enforce' | 'observe') =>
  ['blocks', 'warns'].includes(effectOf(finding, mode));

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort(compareText);
