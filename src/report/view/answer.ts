import { effectOf } from '../../model/effect.ts';
import type { Answer, Dossier, Finding, GateError, Report } from '../../model/index.ts';
import { notJudged, notJudgedKinds } from './not-judged.ts';

type Decided = Pick<Answer, 'decision' | 'codes' | 'passesAt'>;

/** Rules whose findings no exception covers, beside the floor. */
const undecidable: ReadonlySet<string> = new Set(['deny', 'existence']);

/** The answer that the findings about a spec and what it pulls in come to. */
export function decided(
  findings: readonly Finding[],
  errors: readonly GateError[],
  mode: Report['policy']['mode'],
): Decided {
  if (errors.length > 0) return refused(...errors.map(({ code }) => `error/${code}`));
  const blocking = findings.filter((finding) => effectOf(finding, mode) === 'blocks');
  if (blocking.length === 0) {
    const warning = findings.filter((finding) => effectOf(finding, mode) === 'warns');
    return { decision: 'allow', codes: codesOf(warning), passesAt: null };
  }
  const isFinal = blocking.some(({ floor, rule }) => floor || undecidable.has(rule));
  return { decision: isFinal ? 'deny' : 'ask', codes: codesOf(blocking), passesAt: isFinal ? null : lastOf(blocking) };
}

/** The answer where nothing was judged. */
export function refused(...codes: readonly string[]): Decided {
  return { decision: 'deny', codes: [...new Set(codes)], passesAt: null };
}

/** What an answer says nothing about, of any of the packages that it covers. */
export function leftOut(dossiers: readonly Dossier[]): Answer['notJudged'] {
  const missing = notJudged(dossiers);
  return notJudgedKinds.filter((kind) => missing[kind] !== undefined);
}

const codesOf = (findings: readonly Finding[]) => [
  ...new Set(findings.flatMap(({ rule, codes }) => codes.map((code) => `${rule}/${code}`))),
];

/** When all of them have disappeared; null where one does not by itself. */
function lastOf(findings: readonly Finding[]): Answer['passesAt'] {
  const times = findings.flatMap(({ passesAt }) => passesAt ?? []);
  if (times.length < findings.length) return null;
  return times.reduce((last, time) => (Date.parse(time) > Date.parse(last) ? time : last));
}
