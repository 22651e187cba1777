import semver from 'semver';

import { effectOf } from '../model/effect.ts';
import type { Answer, AnswerDocument, Finding, Requirement } from '../model/index.ts';
import { jsonText } from '../report/formats/json.ts';
import { decided, refused } from '../report/view/answer.ts';
import { admissibleVersion } from '../run/admissible.ts';
import { runGate } from '../run/pipeline.ts';
import type { GateRequest, Run } from '../run/request.ts';
import { useInstead } from '../run/use-instead.ts';
import { quoted } from '../text/visible.ts';
import type { Ran } from './judge-subject.ts';
import type { Spec } from './vet-specs.ts';

/** Of more specs than this, no one is judged by itself: what blocks any of them then counts for each. */
const MAX_ALONE = 20;

type Judge = (requirement: Requirement) => Promise<Run>;

/** `lockgate-answer/1`, as text. */
export async function answersTo(specs: readonly Spec[], { request, run }: Ran): Promise<string> {
  const judge = judging(request);
  const alone = await aloneOf(specs, run, judge);
  const answers: Answer[] = [];
  for (const spec of specs) {
    const own = alone.get(spec);
    answers.push(
      own === undefined || spec.requirement === undefined
        ? { ...unanswered(spec), ...refused(`spec/${spec.refused?.code ?? 'invalid'}`) }
        : await answerTo(spec, spec.requirement, own, judge),
    );
  }
  return textOf(answers);
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

/** A spec's own run, and the findings that count for it. */
interface Alone {
  readonly run: Run;
  readonly findings: readonly Finding[];
}

/**
 * What each spec comes to by itself, on the same documents. What is found only of all of them together counts for each; where
 * nothing blocks, one run says it all.
 */
async function aloneOf(specs: readonly Spec[], run: Run, judge: Judge): Promise<ReadonlyMap<Spec, Alone>> {
  const asked = specs.filter(({ requirement }) => requirement !== undefined);
  const { findings } = run.judgement;
  const isApart = asked.length > 1 && asked.length <= MAX_ALONE && run.judgement.verdict === 'fail';
  if (!isApart) return new Map(asked.map((spec) => [spec, { run, findings: shared(spec, asked, run) }]));
  const found = new Map<Spec, Run>();
  for (const spec of asked) if (spec.requirement !== undefined) found.set(spec, await judge(spec.requirement));
  const known = new Set([...found.values()].flatMap(({ judgement }) => judgement.findings.map(keyOf)));
  const together = findings.filter((each) => effectOf(each, modeOf(run)) === 'blocks' && !known.has(keyOf(each)));
  return new Map(
    [...found].map(([spec, own]) => [spec, { run: own, findings: [...own.judgement.findings, ...together] }]),
  );
}

/** Where nothing blocks, the findings about packages that a spec pulls in by a path that is known; else all. */
function shared({ name }: Spec, asked: readonly Spec[], { comparison, judgement }: Run): readonly Finding[] {
  if (asked.length === 1 || judgement.verdict === 'fail') return judgement.findings;
  const own = new Set(
    comparison.changes
      .filter(({ via }) => via.some(([root]) => root === name))
      .map((each) => `${each.name}@${each.version}`),
  );
  return judgement.findings.filter((each) => each.name === null || own.has(`${each.name}@${each.version ?? ''}`));
}

const keyOf = ({ rule, name, version, codes }: Finding) => JSON.stringify([rule, name, version, codes]);
const modeOf = ({ policy }: Run) => policy?.mode ?? 'enforce';

/** Judges another spec in the place of the request's. A run's documents serve the next; nothing is told of its progress. */
function judging(request: GateRequest): Judge {
  return (requirement) => runGate({ ...request, vet: [requirement] });
}

async function answerTo(spec: Spec, requirement: Requirement, { run, findings }: Alone, judge: Judge): Promise<Answer> {
  const { comparison } = run;
  const answer = decided(findings, comparison.errors, modeOf(run));
  const name = spec.name ?? requirement.name;
  const changes = comparison.changes.filter((each) => each.direct && each.name === name);
  const version = (changes.find((each) => each.previousVersion !== each.version) ?? changes[0])?.version ?? '';
  const isJudged = comparison.errors.length === 0;
  return {
    ...{ spec: spec.text, name, version: semver.valid(version) === null ? null : version, ...answer },
    admissible: answer.decision === 'allow' || !isJudged ? null : await admissibleVersion(run, requirement, judge),
    useInstead: isJudged ? await useInstead(run, name, version) : null,
  };
}

const unanswered = ({ text, name }: Spec) => ({
  ...{ spec: text, name, version: null, admissible: null, useInstead: null },
});

function textOf(answers: readonly Answer[]): string {
  const document: AnswerDocument = { schema: 'lockgate-answer/1', answers: answers.map(inOrder) };
  return jsonText(document);
}

/** The same keys in the same order, whatever the answer was made of. */
function inOrder({ spec, name, version, decision, codes, admissible, passesAt, useInstead }: Answer): Answer {
  return { spec, name, version, decision, codes, admissible, passesAt, useInstead };
}
