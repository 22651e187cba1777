/**
 * Which of a tool's own limits on new packages a setting is part of: how long a version has to be out (`waiting`), whether
 * install scripts run, whether packages come from git repositories and addresses (`sources`), and what a package has to
 * show beside its digest (`trust`).
 */
export const ownLimits = ['waiting', 'scripts', 'sources', 'trust'] as const;
export type OwnLimit = (typeof ownLimits)[number];

/**
 * What an edit does to a limit.
 *
 * - `off`: it is switched off.
 * - `lower`: it asks for less.
 * - `wider`: more packages are excepted from it.
 * - `unset`: the setting is removed, so that the tool's default counts.
 * - `changed`: which of these is not known.
 */
export const loosened = ['off', 'lower', 'wider', 'unset', 'changed'] as const;

/** One edit of a tool's own limits that is not seen to make it stricter. */
export interface Loosening {
  readonly limit: OwnLimit;
  readonly how: (typeof loosened)[number];
  /** The tools that read the setting. */
  readonly of: readonly string[];
  readonly key: string;
  /** As they are shown; undefined: it is not set. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The most that one message names; the rest are counted. */
const MAX_NAMED = 6;
const UNSET = '-';

/** Loosenings as one argument of an observation. No word of one may hold a space or a semicolon. */
export function loosenings(all: readonly Loosening[]): string {
  const words = all
    .slice(0, MAX_NAMED)
    .map(({ limit, how, of, key, before = UNSET, after = UNSET }) =>
      [limit, how, of.join('+'), key, before, after].join(' '),
    );
  return [...words, ...(all.length > MAX_NAMED ? [`+${all.length - MAX_NAMED}`] : [])].join('; ');
}

/** What `loosenings` wrote, and how many it left out. */
export function readLoosenings(text: string): { readonly named: readonly Loosening[]; readonly more: number } {
  const parts = text === '' ? [] : text.split('; ');
  const named = parts.flatMap((part): readonly Loosening[] => {
    const [limit, how, of = '', key = '', before = UNSET, after = UNSET] = part.split(' ');
    const [known, way] = [ownLimits.find((each) => each === limit), loosened.find((each) => each === how)];
    if (known === undefined || way === undefined) return [];
    const value = (word: string) => (word === UNSET ? undefined : word);
    return [{ limit: known, how: way, of: of.split('+'), key, before: value(before), after: value(after) }];
  });
  return { named, more: Number(/^\+(\d+)$/.exec(parts.at(-1) ?? '')?.[1] ?? 0) };
}
