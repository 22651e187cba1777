/** Where a registry keeps a tarball. Registries use different paths, so the packument's own address decides (docs/decisions/0043). */

interface Place {
  readonly path: string;
  readonly query: string;
}

/** The address with percent-encoding decoded once (`%2f`, `%40`), without leading slash and fragment. Case is kept: `JSONStream` and `jsonstream` are two packages. */
function placeOf(text: string): Place {
  const [address = ''] = text.split('#', 1);
  const mark = address.indexOf('?');
  const raw = (mark === -1 ? address : address.slice(0, mark)).replace(/^\/+/, '');
  const query = mark === -1 ? '' : address.slice(mark + 1);
  try {
    return { path: decodeURIComponent(raw), query };
  } catch {
    return { path: raw, query };
  }
}

/**
 * The paths of an address: relative to the registry's path, and in full, because some registries keep tarballs outside
 * their own path or on another host. Empty where the text is not an address.
 */
function placesOf(tarball: string, registry: string): readonly Place[] {
  if (!URL.canParse(tarball) || !URL.canParse(registry)) return [];
  const { pathname, search } = new URL(tarball);
  const base = new URL(registry).pathname;
  const whole = placeOf(pathname + search);
  return pathname.startsWith(base) ? [placeOf(pathname.slice(base.length) + search), whole] : [whole];
}

export interface TarballAddress {
  readonly name: string;
  readonly version: string;
  readonly registry: string;
  /** The packument's `dist.tarball`. */
  readonly tarball: string | undefined;
  /** `Address.path`: path and query of `resolved`, below the registry. */
  readonly path: string;
}

/**
 * Whether `resolved` is the tarball of this exact version. `unknown`: the packument gives no address, and the path is not
 * npm's usual one.
 *
 * The usual path `name/-/basename-version.tgz` always matches: npm requests it where a lockfile written against the public
 * registry is installed through a mirror with another layout. Queries are compared only where the path alone does not
 * distinguish packages, because registries put expiring tokens into queries.
 */
export function pointsAtTarball({
  name,
  version,
  registry,
  tarball,
  path,
}: TarballAddress): 'same' | 'other' | 'unknown' {
  const actual = placeOf(path);
  const basename = name.slice(name.lastIndexOf('/') + 1);
  const [released = ''] = version.split('+', 1); // npm leaves build metadata out of a tarball's name
  if (actual.path === `${name}/-/${basename}-${released}.tgz`) return 'same';
  const stated = tarball === undefined ? [] : placesOf(tarball, registry);
  if (stated.length === 0) return 'unknown';
  const isDistinct = actual.path.includes(basename);
  return stated.some((place) => place.path === actual.path && (isDistinct || place.query === actual.query))
    ? 'same'
    : 'other';
}
