import { effectOf } from '../../model/effect.ts';
import type { Finding, GateError, Report } from '../../model/index.ts';
import { limits, visible } from '../../text/visible.ts';
import { logText } from '../escape.ts';
import type { Subject } from '../view/subject.ts';
import type { Place } from '../view/statements.ts';
import { withOneDate } from '../view/one-date.ts';
import { groupFindings } from '../view/grouping.ts';
import { worstOf } from '../view/subject.ts';
import { pathWords, placeWords, plural } from '../view/words.ts';

/** One note on a line of a file. All text is on one line and inert in a log; path and line are for the sender to encode. */
export interface Annotation {
  /** From the root of the repository; null for what concerns no file. */
  readonly path: string | null;
  /** 1-based. */
  readonly line: number;
  /** 1-based; absent where only the line is known. */
  readonly column?: number;
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

export interface Annotations {
  /** Worst first. */
  readonly shown: readonly Annotation[];
  /** Findings and evaluation errors that no shown annotation is about. */
  readonly leftOut: { readonly errors: number; readonly warnings: number };
}

/** Of a step's workflow commands GitHub shows 10 errors and 10 warnings, and silently drops the others. */
const perLevel = 10;
/** A check run's annotation takes 64 KB and its title 255 characters; nobody reads that much in the margin of a diff. */
const longest = 2000;

interface Candidate {
  readonly annotation: Annotation;
  /** Findings or evaluation errors that it is about. */
  readonly count: number;
}

/**
 * What to write on lines of files, whether or not the diff has them: evaluation errors first, then findings, worst first.
 * Each package version has one annotation per level with the messages of all its rules, on the line of the manifest that
 * asks for it, or for the direct dependency that pulls it in; where that is not known on its line of the lockfile. If
 * there is room, it is repeated on its other lines. With `notices`, notes are annotated as well.
 */
export function annotate(
  given: Report,
  { max = perLevel, notices = false }: { readonly max?: number; readonly notices?: boolean } = {},
): Annotations {
  const report = withOneDate(given);
  const subjects = (wanted: 'blocks' | 'warns' | 'notes') =>
    groupFindings(
      report,
      report.findings.filter((finding) => effectOf(finding, report.policy.mode) === wanted),
    )
      .flatMap((group) => group.subjects)
      .sort((a, b) => worstOf(b) - worstOf(a));
  const blocking = subjects('blocks').map((subject) => ofSubject(subject, 'error'));
  const errors = choose([...report.errors.map(ofError), ...blocking], max);
  const warnings = choose(
    subjects('warns').map((subject) => ofSubject(subject, 'warning')),
    max,
  );
  const noted = choose(
    (notices ? subjects('notes') : []).map((subject) => ofSubject(subject, 'notice')),
    max,
  );
  return {
    shown: [...errors.shown, ...warnings.shown, ...noted.shown],
    leftOut: { errors: errors.leftOut, warnings: warnings.leftOut },
  };
}

/** Every subject once before any is repeated. */
function choose(candidates: readonly (readonly Candidate[])[], max: number) {
  const first = candidates.flatMap((ofOne) => ofOne.slice(0, 1));
  const repeated = candidates.flatMap((ofOne) => ofOne.slice(1));
  return {
    shown: [...first, ...repeated].slice(0, max).map(({ annotation }) => annotation),
    leftOut: first.slice(max).reduce((sum, { count }) => sum + count, 0),
  };
}

function ofError({ code, message, path, line, column }: GateError): Candidate[] {
  const annotation: Annotation = {
    path: path ?? null,
    line: Math.max(line ?? 1, 1),
    ...(column === undefined ? {} : { column }),
    level: 'error',
    title: inert(`lockgate: ${code}`, limits.name),
    message: inert(message, longest),
  };
  return [{ annotation, count: 1 }];
}

function ofSubject(subject: Subject, level: Annotation['level']): Candidate[] {
  const others =
    subject.alike.length === 0 ? '' : ` The same holds for ${plural(subject.alike.length, 'more package')}.`;
  const messages = subject.statements.map(({ message, remediation }) => `${message} Next: ${remediation}`).join(' ');
  return placesOf(subject).map(({ path, line, isRoot }) => ({
    annotation: {
      path,
      line: Math.max(line, 1),
      level,
      title: inert(titleOf(subject), limits.name),
      message: inert(`${isRoot ? pulledIn(subject) : ''}${messages}${others}`, longest),
    },
    count: subject.findings,
  }));
}

/** `lockgate: source; could not judge: malware`: what was found, and what is only not known. */
function titleOf({ statements }: Subject): string {
  const rulesOf = (outcome: Finding['outcome']) =>
    [...new Set(statements.filter((each) => each.outcome === outcome).flatMap(({ rules }) => rules))].join(', ');
  const found = rulesOf('violation');
  const unjudged = rulesOf('indeterminate');
  if (unjudged === '') return `lockgate: ${found}`;
  return found === '' ? `lockgate could not judge: ${unjudged}` : `lockgate: ${found}; could not judge: ${unjudged}`;
}

interface Placed extends Place {
  /** Whether the line names another package, which pulls this one in. */
  readonly isRoot: boolean;
}

/** Packages that share one cause are annotated once, on the line of the first. */
function placesOf({ statements, declared, alike, family }: Subject): readonly Placed[] {
  const locked = statements.flatMap(({ places }) => places).map((place) => ({ ...place, isRoot: false }));
  if (alike.length > 0) return [...(family === undefined ? [] : declared), ...locked].slice(0, 1);
  const places = new Map<string, Placed>();
  for (const place of [...declared, ...locked]) {
    const key = placeWords(place);
    if (!places.has(key)) places.set(key, place);
  }
  return [...places.values()];
}

/** On the line of another package: how that one pulls in what is found. */
function pulledIn({ change }: Subject): string {
  const [path] = change?.via ?? [];
  return path === undefined ? '' : `${pathWords(path, visible, '>')}: `;
}

const inert = (text: string, max: number) => logText(visible(text, max));
