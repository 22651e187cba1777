import { compileGlobs, globProblem } from '../../text/glob.ts';

/** Where GitHub looks for the file, the first that is there (docs, "About code owners"). */
export const ownersPaths = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

export interface OwnersLine {
  readonly line: number;
  readonly owners: readonly string[];
  readonly owns: (path: string) => boolean;
}

/**
 * The lines of a CODEOWNERS file: gitignore's patterns without negation and character ranges, which GitHub does not read
 * either. A pattern that cannot be read owns nothing, which is the safe assumption.
 */
export function readOwners(text: string): readonly OwnersLine[] {
  return text.split(/\r?\n/).flatMap((written, index) => {
    const [pattern, ...owners] = written
      .replace(/(^|\s)#.*$/, '')
      .trim()
      .split(/\s+/);
    if (pattern === undefined || pattern === '') return [];
    return { line: index + 1, owners, owns: matcherOf(pattern) };
  });
}

/** Who owns a path: the last line that matches decides; a line without owners leaves the path unowned. */
export function ownersOf(lines: readonly OwnersLine[], path: string): readonly string[] {
  return lines.findLast(({ owns }) => owns(path))?.owners ?? [];
}

/** A pattern with a slash anywhere but at its end is anchored at the root; what matches a folder owns all below it. */
function matcherOf(pattern: string): (path: string) => boolean {
  const bare = pattern.replace(/^\/+/, '').replace(/\/+$/, '');
  const anchored = pattern.replace(/\/+$/, '').includes('/');
  const start = anchored || bare.startsWith('**/') ? bare : `**/${bare}`;
  // `docs/*` owns the files in docs, and nothing deeper.
  const below = bare === '*' || !bare.endsWith('/*') ? [`${start}/**`] : [];
  const patterns = [...(pattern.endsWith('/') ? [] : [start]), ...below];
  if (bare === '' || patterns.some((each) => globProblem(each) !== undefined)) return () => false;
  return compileGlobs(patterns);
}
