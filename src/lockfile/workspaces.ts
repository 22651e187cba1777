import { GateFailure } from '../errors.ts';
import { compileGlobs } from '../text/glob.ts';
import { normalise } from '../text/paths.ts';

/** The most comparisons that matching may take before the patterns are refused: about a second. */
const MAX_STEPS = 20_000_000;
const MAX_PATTERNS = 1_000;
const MAX_LENGTH = 1_000;

/** How globs are read of which only text is known. */
interface GlobReading {
  /** Whether what this matcher does not know (classes, groups, escapes, `..`) matches all that it may; else it matches nothing. */
  readonly mayMatch: boolean;
  /** Whether a `!` in front leaves folders out; else such a pattern matches nothing. */
  readonly negates: boolean;
}

interface Pattern {
  readonly negated: boolean;
  readonly matches: (folder: string) => boolean;
}

/**
 * Matches npm's `workspaces` globs against paths, by text alone: `*`, `?`, `**`, `{a,b}` and `!`. The last pattern that matches
 * decides, nothing matches below `node_modules`, and no star matches a leading dot. Hand-written because the library
 * that npm uses takes seconds on patterns made for it (docs/decisions/0012); what it knows beyond that (character
 * classes) makes a folder no workspace here, which is the careful answer.
 * @param reading the careful answer where links may lead to workspaces: nothing matches that is not known to
 * @throws GateFailure `lockfile-too-large` where the patterns are too many or too costly.
 */
export function workspaceMatcher(
  globs: readonly string[],
  path: string,
  reading: GlobReading = { mayMatch: false, negates: true },
): (folder: string) => boolean {
  let steps = 0;
  const spend = (more: number) => {
    steps += more;
    if (steps > MAX_STEPS) tooCostly(path);
  };
  if (globs.some((glob) => glob.length > MAX_LENGTH)) tooCostly(path);
  const patterns = globs.flatMap((glob) => patternsOf(glob, spend, reading));
  if (patterns.length > MAX_PATTERNS) tooCostly(path);
  return (folder) => {
    if (folder.split('/').includes('node_modules')) return false;
    const deciding = patterns.findLast(({ matches }) => matches(folder));
    return deciding !== undefined && !deciding.negated;
  };
}

function patternsOf(glob: string, spend: (steps: number) => void, { mayMatch, negates }: GlobReading): Pattern[] {
  const marks = mayMatch && glob.startsWith('!(') ? 0 : (/^!*/.exec(glob)?.[0].length ?? 0);
  if (marks > 0 && (!negates || (mayMatch && isOdd(glob.slice(marks))))) return [];
  const bare = glob
    .slice(marks)
    .replace(/^\.?\/+/, '')
    .replace(/\/+$/, '');
  return expandBraces(bare).map((text) => ({
    negated: marks % 2 === 1,
    matches: compileGlobs(spellings(mayMatch ? widened(text) : text), { hidesDots: true, spend }),
  }));
}

const isOdd = (glob: string): boolean => /[\\[\]()]|\{[^{}]*\.\.|\/\/|(?:^|\/)\.\.?(?:\/|$)/.test(glob);

/** A glob of known parts that matches at least what this one does. */
function widened(glob: string): string {
  let text = glob.replace(/\\./g, '?');
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/[!?*+@]?\([^()]*\)/g, '*');
  }
  text = text.replace(/\[!?\]?[^\]]*\]|\{[^{}]*\}/g, '*');
  return normalise(text);
}

/** Only a segment that is exactly two stars crosses segments; at the end it also matches no segment. */
function spellings(text: string): string[] {
  const glob = text
    .split('/')
    .map((segment) => (segment === '**' ? segment : segment.replace(/\*+/g, '*')))
    .join('/');
  const folder = glob.replace(/(\/\*\*)+$/, '');
  return folder === glob ? [glob] : [folder, `${folder}/**`];
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

function tooCostly(path: string): never {
  throw new GateFailure(
    'lockfile-too-large',
    'The `workspaces` patterns are too many, too long or too costly to match; simplify them.',
    { path },
  );
}
