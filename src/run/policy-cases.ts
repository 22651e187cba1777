import { effectOf } from '../model/effect.ts';
import type { CaseOutcome, Finding, GateError } from '../model/index.ts';
import type { PolicyCase } from '../policy/cases.ts';
import type { PolicyText } from '../policy/load.ts';
import type { PolicyOutline, ReadExtended } from '../policy/open.ts';
import type { EvidenceFile } from '../recording/evidence-types.ts';
import { compareText } from '../text/order.ts';
import { unjudgedBecause } from './case-subject.ts';
import { findingsAbout } from './findings-about.ts';
import { runGate } from './pipeline.ts';
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
    const replay = files.get(one.evidence) ?? (await readEvidence(one.evidence));
    files.set(one.evidence, replay);
    const now = one.at ?? replay.evaluatedAt;
    const key = JSON.stringify([one.evidence, now]);
    const run = runs.get(key) ?? (await runGate({ replay, policy, now, isEach: true, readExtended }));
    runs.set(key, run);
    const { errors } = run.comparison;
    if (errors.length > 0) return { policy: run.policy, outcomes: [], errors };
    outcomes.push(outcomeOf(one, run, replay));
  }
  return { policy: [...runs.values()][0]?.policy, outcomes, errors: [] };
}

function outcomeOf(one: PolicyCase, run: Run, replay: EvidenceFile): CaseOutcome {
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
  const verdict = speaking.some((finding) => effectOf(finding, mode) === 'blocks')
    ? 'fail'
    : speaking.length > 0
      ? 'warn'
      : 'pass';
  const said = {
    rules: distinct(speaking.map(({ rule }) => rule)),
    codes: distinct(speaking.flatMap((each) => each.codes)),
  };
  const differs = [
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
