/** Where a registry keeps a tarball. Registries lay paths out differently, so the packument's own address is the measure (docs/decisions/0043). */

interface Place {
  readonly path: string;
  readonly query: string;
}

/** Percent-encoding undone once (`%2f`, `%40`), no slash in front, no fragment. Case is kept: `JSONStream` and `jsonstream` are two packages. */
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
 * What an address is called without its registry: below the registry's path, and all of its path, because some
 * registries keep tarballs beside their own path or on another host. Empty where it is no address.
 */
function placesOf(tarball: string, registry: string): readonly Place[] {
  if (!URL.canParse(tarball) || !URL.canParse(registry)) return [];
  const { pathname, search } = new URL(tarball);
  const base = new URL(registry).pathname;
  const whole = placeOf(pathname + search);
  return pathname.startsWith(base) ? [placeOf(pathname.slice(base.length) + search), whole] : [whole];
}

export interface TarballQuestion {
  readonly name: string;
  readonly version: string;
  readonly registry: string;
  /** The packument's `dist.tarball`. */
  readonly tarball: string | undefined;
  /** `Address.path`: path and query of `resolved`, below the registry. */
  readonly path: string;
}

/**
 * Whether `resolved` names the tarball of this very version. `unknown`: the packument gives no address, and the path
 * is not npm's customary one.
 *
 * The customary path `name/-/basename-version.tgz` always counts: npm asks for it where a lockfile written against the
 * public registry is installed through a mirror with another layout. Queries are compared only where the path alone
 * does not tell packages apart, because registries put tokens that expire into them.
 */
export function pointsAtTarball({
  name,
  version,
  registry,
  tarball,
  path,
}: TarballQuestion): 'same' | 'other' | 'unknown' {
  const asked = placeOf(path);
  const basename = name.slice(name.lastIndexOf('/') + 1);
  const [released = ''] = version.split('+', 1); // npm leaves build metadata out of a tarball's name
  if (asked.path === `${name}/-/${basename}-${released}.tgz`) return 'same';
  const stated = tarball === undefined ? [] : placesOf(tarball, registry);
  if (stated.length === 0) return 'unknown';
  const told = asked.path.includes(basename);
  return stated.some((place) => place.path === asked.path && (told || place.query === asked.query)) ? 'same' : 'other';
}
