import semver from 'semver';

import type { Answer, AnswerDocument, Requirement } from '../model/index.ts';
import { jsonText } from '../report/formats/json.ts';
import { decided, leftOut, refused } from '../report/view/answer.ts';
import { admissibleVersion } from '../run/admissible.ts';
import { runGate } from '../run/pipeline.ts';
import type { GateRequest } from '../run/request.ts';
import { useInstead } from '../run/use-instead.ts';
import { quoted } from '../text/visible.ts';
import type { Ran } from './judge-subject.ts';
import type { Alone, Judge } from './vet-alone.ts';
import { aloneOf, modeOf } from './vet-alone.ts';
import type { Basis, FindBasis } from './vet-required.ts';
import type { Spec } from './vet-specs.ts';

/** `lockgate-answer/1`, as text. */
export async function answersTo(specs: readonly Spec[], ran: Ran): Promise<string> {
  return textOf(await answersOf(specs, ran));
}

/** The same for whoever may take only what somebody has let in: what nothing blocks is not enough. */
export async function requiredAnswersTo(
  specs: readonly Spec[],
  ran: Ran,
  find: FindBasis,
): Promise<{ readonly text: string; readonly isRefused: boolean }> {
  const answers: Answer[] = [];
  for (const { own, answer } of await answeredOf(specs, ran, 'enforce')) {
    const { name, version, decision } = answer;
    const found: Basis =
      own === undefined || name === null || version === null
        ? { basis: null, why: 'none' }
        : await find(own.run, name, version);
    // Another version needs a decision of its own, and no time that passes is one.
    const bare = { ...answer, admissible: null, passesAt: null, basis: found.basis };
    const isMissing = decision === 'allow' && found.basis === null;
    answers.push(isMissing && 'why' in found ? { ...bare, decision: 'ask', codes: [`decision/${found.why}`] } : bare);
  }
  return { text: textOf(answers), isRefused: answers.some(({ decision }) => decision !== 'allow') };
}

async function answersOf(specs: readonly Spec[], ran: Ran): Promise<readonly Answer[]> {
  return (await answeredOf(specs, ran)).map(({ answer }) => answer);
}

interface Answered {
  readonly answer: Answer;
  /** What was judged; undefined for a spec that was refused. */
  readonly own: Alone | undefined;
}

async function answeredOf(
  specs: readonly Spec[],
  { request, run }: Ran,
  mode = modeOf(run),
): Promise<readonly Answered[]> {
  const judge = judging(request);
  const alone = await aloneOf(specs, run, judge);
  const answers: Answered[] = [];
  for (const spec of specs) {
    const own = alone.get(spec);
    answers.push(
      own === undefined || spec.requirement === undefined
        ? { answer: { ...unanswered(spec), ...refused(`spec/${spec.refused?.code ?? 'invalid'}`) }, own: undefined }
        : { answer: await answerTo(spec, spec.requirement, own, { judge, mode }), own },
    );
  }
  return answers;
}

/** The answers where nothing could be judged. */
export function unjudged(specs: readonly Spec[], code: string): Promise<string> {
  const answers = specs.map((spec) => ({
    ...unanswered(spec),
    ...refused(spec.refused === undefined ? `error/${code}` : `spec/${spec.refused.code}`),
  }));
  return Promise.resolve(textOf(answers));
}

/** For a person: the version to take in the place of each one that is blocked, a line each. */
export async function offersTo(specs: readonly Spec[], { request, run }: Ran): Promise<string> {
  if (run.judgement.verdict !== 'fail') return '';
  const judge = judging(request);
  const alone = await aloneOf(specs, run, judge);
  const lines: string[] = [];
  for (const [{ name, requirement }, own] of alone) {
    if (name === null || requirement === undefined) continue;
    const { decision } = decided(own.findings, own.run.comparison.errors, modeOf(own.run));
    const version = decision === 'allow' ? null : await admissibleVersion(own.run, requirement, judge);
    if (version !== null) {
      lines.push(`${quoted(`${name}@${version}`)} would be admitted: the newest of those that were tried.\n`);
    }
  }
  return lines.length === 0 ? '' : `\n${lines.join('')}`;
}

/** Judges another spec in the place of the request's. A run's documents serve the next; nothing is told of its progress. */
function judging(request: GateRequest): Judge {
  return (requirement) => runGate({ ...request, vet: [requirement] });
}

async function answerTo(
  spec: Spec,
  requirement: Requirement,
  { run, findings }: Alone,
  { judge, mode }: { readonly judge: Judge; readonly mode: ReturnType<typeof modeOf> },
): Promise<Answer> {
  const { comparison } = run;
  const name = spec.name ?? requirement.name;
  const changes = comparison.changes.filter((each) => each.direct && each.name === name);
  const version = (changes.find((each) => each.previousVersion !== each.version) ?? changes[0])?.version ?? '';
  const isJudged = comparison.errors.length === 0 && !run.failed && changes.length > 0;
  // What no run has judged is no `allow`, whatever the reason.
  const isUnsaid = comparison.errors.length === 0 && !isJudged;
  const answer = isUnsaid ? refused('error/not-judged') : decided(findings, comparison.errors, mode);
  return {
    ...{ spec: spec.text, name, version: semver.valid(version) === null ? null : version, ...answer },
    notJudged: isJudged ? leftOut(run.collected.dossiers) : [],
    admissible: answer.decision === 'allow' || !isJudged ? null : await admissibleVersion(run, requirement, judge),
    useInstead: isJudged ? await useInstead(run, name, version) : null,
  };
}

const unanswered = ({ text, name }: Spec) => ({
  ...{ spec: text, name, version: null, notJudged: [], admissible: null, useInstead: null },
});

function textOf(answers: readonly Answer[]): string {
  const document: AnswerDocument = { schema: 'lockgate-answer/1', answers: answers.map(inOrder) };
  return jsonText(document);
}

/** The same keys in the same order, whatever the answer was made of. */
function inOrder({
  spec,
  name,
  version,
  decision,
  codes,
  notJudged,
  admissible,
  passesAt,
  useInstead,
  basis,
}: Answer): Answer {
  const answer = { spec, name, version, decision, codes, notJudged, admissible, passesAt, useInstead };
  return basis === undefined ? answer : { ...answer, basis };
}
