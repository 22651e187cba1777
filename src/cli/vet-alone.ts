import { effectOf } from '../model/effect.ts';
import type { Finding, Requirement } from '../model/index.ts';
import type { Run } from '../run/request.ts';
import type { Spec } from './vet-specs.ts';

/** Of more specs than this, no one is judged by itself: what blocks any of them then counts for each. */
const MAX_ALONE = 20;

/** Judges one spec by itself. */
export type Judge = (requirement: Requirement) => Promise<Run>;

/** A spec's own run, and the findings that count for it. */
export interface Alone {
  readonly run: Run;
  readonly findings: readonly Finding[];
}

/**
 * What each spec comes to by itself, on the same documents. What is found only of all of them together counts for each; where
 * nothing blocks, one run says it all.
 */
export async function aloneOf(specs: readonly Spec[], run: Run, judge: Judge): Promise<ReadonlyMap<Spec, Alone>> {
  const asked = specs.filter(({ requirement }) => requirement !== undefined);
  const { findings } = run.judgement;
  const isApart = asked.length > 1 && asked.length <= MAX_ALONE && run.judgement.verdict === 'fail';
  if (!isApart) return new Map(asked.map((spec) => [spec, { run, findings: shared(spec, asked, run) }]));
  const found = new Map<Spec, Run>();
  for (const spec of asked) if (spec.requirement !== undefined) found.set(spec, await judge(spec.requirement));
  const blocking = (some: readonly Finding[]) => some.filter((each) => effectOf(each, modeOf(run)) === 'blocks');
  const known = new Set([...found.values()].flatMap(({ judgement }) => blocking(judgement.findings).map(keyOf)));
  const together = blocking(findings).filter((each) => !known.has(keyOf(each)));
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
export const modeOf = ({ policy }: Run) => policy?.mode ?? 'enforce';
