import type { Address } from '../model/index.ts';
import type { RegistryMap } from './registry-map.ts';

/** Yarn classic writes this alias of the public registry into its lockfiles; npm rewrites it (Arborist: shrinkwrap.js). */
const yarnAlias = 'registry.yarnpkg.com';

/** Whether a registry's canonical URL is Yarn's own name for the public registry: the same packages, signed by the same keys. */
export const isYarnAlias = (registry: string): boolean => registry === `https://${yarnAlias}/`;

/**
 * How one pin's `resolved` relates to the trusted registry of its package.
 * Whatever is wrong first decides: no URL, user info, another place, another spelling of the right place.
 * @param resolved as the lockfile has it; undefined where it has none.
 * @param registry the trusted registry, canonical.
 * @param tarball `dist.tarball` of that version, where the trusted registry's packument was read. Some registries serve
 *   tarballs beside their base (GitLab) or from another host (Cloudsmith): what the packument says word for word is trusted.
 * @param isFollowed whether its manager asks the address as it stands and pins no bytes: then no other place stands for the
 *   registry (replace-registry-host is npm's alone), but for the two names of the public one.
 */
export function classifyAddress(
  resolved: string | undefined,
  registry: string,
  map: RegistryMap,
  tarball?: string,
  isFollowed = false,
): Address {
  if (resolved === undefined) return { verdict: 'omitted' };
  const shown = maskUserInfo(resolved);
  if (!URL.canParse(resolved)) return { verdict: 'invalid', shown };
  const url = new URL(resolved);
  if (url.username !== '' || url.password !== '') return { verdict: 'credentials', shown };
  const canonical = url.href === resolved && !hasNeedlessEscape(url.pathname);
  const path = isFollowed ? pathAsItStands(url, registry, map) : pathBelow(url, registry, map);
  if (path === undefined) {
    if (resolved !== tarball || !canonical || !/^https?:$/.test(url.protocol)) return { verdict: 'elsewhere', shown };
    return { verdict: 'trusted', shown, path: comparable(url, url.origin.length + 1) };
  }
  return { verdict: canonical ? 'trusted' : 'not-canonical', shown, path };
}

/**
 * Where to ask for a tarball that a packument names: below the registry, as npm's replace-registry-host has it, or beside
 * it at the same origin. Undefined for any other place, which is never asked.
 */
export function tarballAddress(tarball: string, registry: string, map: RegistryMap): URL | undefined {
  if (!URL.canParse(tarball)) return undefined;
  const given = new URL(tarball);
  const path = pathBelow(given, registry, map);
  const url = path === undefined ? given : new URL(registry + path);
  const own = url.origin === new URL(registry).origin && url.username === '' && url.password === '';
  return own ? url : undefined;
}

/** The address with any user info replaced, also where no URL parser accepts it. */
export function maskUserInfo(address: string): string {
  if (URL.canParse(address)) {
    const url = new URL(address);
    if (url.username !== '' || url.password !== '') {
      url.username = '***';
      url.password = '';
      return url.href;
    }
    if (!/^[a-z][a-z\d+.-]*:[/\\\s]/i.test(address)) return address;
  }
  const from = /^[^/\\?#@]*[/\\\s]+/.exec(address)?.[0].length ?? 0;
  const authority = /^[^/\\?#]*/.exec(address.slice(from))?.[0] ?? '';
  const at = authority.lastIndexOf('@');
  return at === -1 ? address : `${address.slice(0, from)}***${address.slice(from + at)}`;
}

function pathAsItStands(url: URL, registry: string, map: RegistryMap): string | undefined {
  const isPublic = registry === map.publicRegistry || isYarnAlias(registry);
  const places = isPublic ? [registry, map.publicRegistry, `https://${yarnAlias}/`] : [registry];
  const place = places.find((each) => url.href.startsWith(each));
  return place === undefined ? undefined : comparable(url, place.length);
}

function pathBelow(url: URL, registry: string, map: RegistryMap): string | undefined {
  if (url.href.startsWith(registry)) return comparable(url, registry.length);
  if (registry !== map.defaultRegistry) return undefined;
  const prefix = standIn(url, map);
  return prefix === undefined ? undefined : comparable(url, prefix.length);
}

/**
 * The start of an address that npm replaces by the configured default registry (Arborist: reify.js, registryResolved),
 * or undefined where it replaces nothing. Stricter than npm: the public registry and its alias count by https on
 * the default port only, because a plain-http address was not always upgraded and a port is never honest there.
 */
function standIn(url: URL, map: RegistryMap): string | undefined {
  const setting = map.replaceRegistryHost;
  const below = (base: string) => (url.href.startsWith(base) ? base : undefined);
  if (setting === 'never') return undefined;
  if (setting === 'npmjs') return below(map.publicRegistry) ?? below(`https://${yarnAlias}/`);
  const registry = new URL(map.defaultRegistry);
  if (url.protocol !== 'https:' && url.protocol !== registry.protocol) return undefined;
  const whole = URL.canParse(setting) ? new URL(setting) : undefined;
  if (setting !== 'always' && url.hostname !== (whole?.hostname ?? setting)) return undefined;
  const kept = (whole ?? registry).pathname.replace(/\/?$/, '/');
  return below(url.origin + kept) ?? (whole === undefined ? `${url.origin}/` : undefined);
}

/**
 * Path and query from there on, without fragment (Yarn classic's is the shasum), with the escapes that npm's own clients
 * put into a scoped name undone: `@scope%2fname` and `%40scope/name` are `@scope/name`.
 */
function comparable(url: URL, from: number): string {
  const end = url.href.indexOf('#');
  return url.href
    .slice(from, end === -1 ? undefined : end)
    .replaceAll(/%2f/gi, '/')
    .replaceAll('%40', '@');
}

/**
 * Whether a path holds an escape that honest clients do not write: of an unreserved character (RFC 3986, 2.3: equal to
 * the character itself), of a backslash, or a dot segment that appears once `%2f` is undone.
 */
function hasNeedlessEscape(pathname: string): boolean {
  if (/%(?:2[de]|3\d|4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\dae]|5c|00)/i.test(pathname)) return true;
  return /(?:^|\/)\.\.?(?:\/|$)/.test(pathname.replaceAll(/%2f/gi, '/'));
}
