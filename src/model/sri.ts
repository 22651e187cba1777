/**
 * Subresource Integrity (https://www.w3.org/TR/sri-2/) as lockfiles and packuments write it, read strictly.
 *
 * Written by hand, because npm's own reader needs Node's crypto, silently drops what it cannot parse, and lets a pin that
 * lists several digests of one algorithm match any of them (docs/decisions/0041).
 */

/** Strongest first. */
export const algorithms = ['sha512', 'sha384', 'sha256', 'sha1', 'md5'] as const;
export type Algorithm = (typeof algorithms)[number];

/** Canonical base64 of exactly the algorithm's digest length: the last letter's unused bits are zero. */
const digestForm: Readonly<Record<Algorithm, RegExp>> = {
  sha512: /^[A-Za-z0-9+/]{85}[AQgw]==$/,
  sha384: /^[A-Za-z0-9+/]{64}$/,
  sha256: /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/,
  sha1: /^[A-Za-z0-9+/]{26}[AEIMQUYcgkosw048]=$/,
  md5: /^[A-Za-z0-9+/]{21}[AQgw]==$/,
};

export interface Integrity {
  readonly digests: ReadonlyMap<Algorithm, ReadonlySet<string>>;
  /** Present algorithms, strongest first. */
  readonly algorithms: readonly Algorithm[];
  /** Whether any part of the text is not a well-formed digest of a known algorithm. */
  readonly malformed: boolean;
}

const isAlgorithm = (word: string): word is Algorithm => (algorithms as readonly string[]).includes(word);

function assemble(parts: readonly (readonly [Algorithm, string])[], malformed: boolean): Integrity {
  const digests = new Map<Algorithm, Set<string>>();
  for (const [algorithm, digest] of parts) {
    digests.set(algorithm, (digests.get(algorithm) ?? new Set()).add(digest));
  }
  return { digests, algorithms: algorithms.filter((algorithm) => digests.has(algorithm)), malformed };
}

/** Reads an integrity text. Never throws: malformed parts are left out and set `malformed`. */
export function parseIntegrity(text: string): Integrity {
  const parts: (readonly [Algorithm, string])[] = [];
  let malformed = false;
  for (const token of text.split(/[\t\n\f\r ]+/).filter((part) => part !== '')) {
    const [expression = ''] = token.split('?', 1); // what follows `?` are options, of which the standard defines none
    const dash = expression.indexOf('-');
    const algorithm = expression.slice(0, Math.max(dash, 0));
    const digest = expression.slice(dash + 1);
    if (isAlgorithm(algorithm) && digestForm[algorithm].test(digest)) parts.push([algorithm, digest]);
    else malformed = true;
  }
  return assemble(parts, malformed || parts.length === 0);
}

/** The digests that a packument states for a tarball: `dist.integrity`, and `dist.shasum` (hex SHA-1) where it is well formed. */
export function statedIntegrity(release: { readonly integrity?: string; readonly shasum?: string }): Integrity {
  const stated = parseIntegrity(release.integrity ?? '');
  const parts = [...stated.digests].flatMap(([algorithm, set]) =>
    [...set].map((digest) => [algorithm, digest] as const),
  );
  if (release.shasum !== undefined && /^[0-9a-f]{40}$/i.test(release.shasum)) {
    const bytes = release.shasum.replaceAll(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
    parts.push(['sha1', btoa(bytes)]);
  }
  return assemble(parts, stated.malformed);
}

/** A flaw of a pin. The codes are those of the rule `integrity`'s messages. */
export type PinFlaw =
  | { readonly code: 'malformed' }
  /** The pin lists a digest of this algorithm that the registry does not state; the registry states others. */
  | { readonly code: 'differs'; readonly algorithm: Algorithm }
  /** The pin has no digest stronger than this algorithm. */
  | { readonly code: 'weak'; readonly algorithm: Algorithm }
  /** The pin is a SHA-1 that the registry states as well. `isAlone`: the registry states nothing stronger. */
  | { readonly code: 'sha1'; readonly isAlone: boolean }
  /** The registry states no digest of the pin's strongest algorithm. */
  | { readonly code: 'unbound'; readonly algorithm: Algorithm }
  | { readonly code: 'several-algorithms' };

/**
 * Compares the digests that a lockfile pins with those that a registry states; flaws worst first. A pin that lists several
 * digests of one algorithm matches only where each of them is the registry's: package managers accept any of them.
 */
export function flawsOf(pinned: Integrity, stated: Integrity): readonly PinFlaw[] {
  const [algorithm, another] = pinned.algorithms;
  const malformed: readonly PinFlaw[] = pinned.malformed ? [{ code: 'malformed' }] : [];
  if (algorithm === undefined) return malformed;
  const differing = pinned.algorithms.find((each) => {
    const known = stated.digests.get(each);
    return known !== undefined && [...(pinned.digests.get(each) ?? [])].some((digest) => !known.has(digest));
  });
  if (differing !== undefined) return [{ code: 'differs', algorithm: differing }, ...malformed];
  if (!isStrong(algorithm)) {
    // Which of several weak digests a package manager compares is its own choice, so they are one flaw.
    const isKnown = algorithm === 'sha1' && another === undefined && stated.digests.has(algorithm);
    const isAlone = !stated.algorithms.some(isStrong);
    return [isKnown ? { code: 'sha1', isAlone } : { code: 'weak', algorithm }, ...malformed];
  }
  return [
    ...(stated.digests.has(algorithm) ? [] : [{ code: 'unbound', algorithm } as const]),
    ...malformed,
    ...(another === undefined ? [] : [{ code: 'several-algorithms' } as const]),
  ];
}

/** Whether it is infeasible to make other bytes with the same digest. */
export const isStrong = (algorithm: Algorithm): boolean => algorithm !== 'sha1' && algorithm !== 'md5';

/** The digests in the notation of an integrity text. */
export function spellDigests({ digests }: Integrity, algorithm: Algorithm): string {
  return [...(digests.get(algorithm) ?? [])].map((digest) => `${algorithm}-${digest}`).join(' ');
}
