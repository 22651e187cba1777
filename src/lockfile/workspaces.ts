import { GateFailure } from '../errors.ts';

/** What matching may cost, in comparisons, before the patterns are refused: half a second. */
const MAX_STEPS = 20_000_000;
const MAX_PATTERNS = 1_000;
const MAX_LENGTH = 1_000;

interface Pattern {
  readonly negated: boolean;
  readonly segments: readonly string[];
}

/**
 * npm's `workspaces` globs over paths, by text alone: `*`, `?`, `**`, `{a,b}` and `!`; the last pattern that matches
 * decides, nothing matches below `node_modules`, and no star matches a leading dot. Hand-written because the library
 * that npm uses takes seconds on patterns made for it (docs/decisions/0012); what it knows beyond that (character
 * classes) makes a folder no workspace here, which is the careful answer.
 * @throws GateFailure `lockfile-too-large` where the patterns are too many or too costly.
 */
export function workspaceMatcher(globs: readonly string[], path: string): (folder: string) => boolean {
  const budget = { path, steps: MAX_STEPS };
  if (globs.some((glob) => glob.length > MAX_LENGTH)) tooCostly(path);
  const patterns = globs.flatMap((glob) => patternsOf(glob));
  if (patterns.length > MAX_PATTERNS) tooCostly(path);
  return (folder) => {
    const segments = folder.split('/');
    if (segments.includes('node_modules')) return false;
    const deciding = patterns.findLast((pattern) => matchSegments(pattern.segments, segments, budget));
    return deciding !== undefined && !deciding.negated;
  };
}

function patternsOf(glob: string): Pattern[] {
  const marks = /^!*/.exec(glob)?.[0].length ?? 0;
  const bare = glob
    .slice(marks)
    .replace(/^\.?\/+/, '')
    .replace(/\/+$/, '');
  return expandBraces(bare).map((text) => ({ negated: marks % 2 === 1, segments: text.split('/') }));
}

/** `a/{b,c}` to `a/b` and `a/c`, from left to right, up to `MAX_PATTERNS` of them. */
function expandBraces(text: string): string[] {
  const done: string[] = [];
  const open = [text];
  while (open.length > 0 && done.length + open.length <= MAX_PATTERNS) {
    const next = open.shift() as string;
    const braces = /\{([^{}]*,[^{}]*)\}/.exec(next);
    if (braces === null) {
      done.push(next);
      continue;
    }
    const [before, after] = [next.slice(0, braces.index), next.slice(braces.index + braces[0].length)];
    open.push(
      ...braces[0]
        .slice(1, -1)
        .split(',')
        .map((each) => before + each + after),
    );
  }
  return [...done, ...open];
}

interface Budget {
  readonly path: string;
  steps: number;
}

function matchSegments(pattern: readonly string[], segments: readonly string[], budget: Budget): boolean {
  return matchSequence(pattern, segments, budget, {
    star: (part) => part === '**',
    swallows: (segment) => !segment.startsWith('.'),
    one: (part, segment) =>
      !(segment.startsWith('.') && /^[*?]/.test(part)) &&
      matchSequence(Array.from(part), Array.from(segment), budget, {
        star: (character) => character === '*',
        swallows: () => true,
        one: (character, other) => character === '?' || character === other,
      }),
  });
}

interface Steps {
  readonly star: (part: string) => boolean;
  /** Whether a star may stand for it. */
  readonly swallows: (subject: string) => boolean;
  readonly one: (part: string, subject: string) => boolean;
}

/** Only the last star is ever tried again, so the cost is at most the product of the two lengths. */
function matchSequence(pattern: readonly string[], subject: readonly string[], budget: Budget, by: Steps): boolean {
  let p = 0;
  let s = 0;
  let star = -1;
  let resume = 0;
  while (s < subject.length) {
    if (--budget.steps < 0) tooCostly(budget.path);
    const part = pattern[p];
    const current = subject[s] as string;
    if (part !== undefined && by.star(part)) {
      star = p++;
      resume = s;
    } else if (part !== undefined && by.one(part, current)) {
      p++;
      s++;
    } else if (star >= 0 && by.swallows(subject[resume] as string)) {
      p = star + 1;
      s = ++resume;
    } else return false;
  }
  while (p < pattern.length && by.star(pattern[p] as string)) p++;
  return p === pattern.length;
}

function tooCostly(path: string): never {
  throw new GateFailure(
    'lockfile-too-large',
    `The workspace patterns are too many, too long or too costly to match; simplify them.`,
    { path },
  );
}
