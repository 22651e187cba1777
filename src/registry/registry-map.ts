import { isLoopback } from '../net/loopback.ts';

/**
 * Which registry is trusted for which package name: plain data, so that evidence can be judged again elsewhere.
 */
export interface RegistryMap {
  /** The registry that npm's own clients use by default: canonical URL ending in `/`, like all of them here. */
  readonly publicRegistry: string;
  /** What applies to a name whose scope is not listed. */
  readonly defaultRegistry: string;
  /** Ascending by scope. */
  readonly scopes: readonly ScopedRegistry[];
  /** npm's `replace-registry-host`: `npmjs`, `never`, `always`, a host name, or a URL. */
  readonly replaceRegistryHost: string;
}

export interface ScopedRegistry {
  /** With its `@`. */
  readonly scope: string;
  readonly url: string;
}

/** The registry that applies to a name, as npm-registry-fetch's pickRegistry chooses it. */
export function registryOf(map: RegistryMap, name: string): string {
  const scope = scopeOf(name);
  return map.scopes.find((entry) => entry.scope === scope)?.url ?? map.defaultRegistry;
}

/** `@scope` of `@scope/name`; undefined for a name without one. */
export function scopeOf(name: string): string | undefined {
  return /^(@[^/]+)\/./.exec(name)?.[1];
}

export type UrlFault = 'not a URL' | 'not http or https' | 'user info' | 'query or fragment' | 'plain http';

/**
 * A registry's base URL in its canonical form, ending in `/`; or what keeps it from being one.
 * Credentials belong in npm's `//host/path/:_authToken` keys, never in the URL: it is printed and recorded.
 */
export function canonicalRegistry(text: string): { readonly url: string } | { readonly fault: UrlFault } {
  if (!URL.canParse(text.trim())) return { fault: 'not a URL' };
  const url = new URL(text.trim());
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { fault: 'not http or https' };
  if (url.username !== '' || url.password !== '') return { fault: 'user info' };
  if (url.href.includes('?') || url.href.includes('#')) return { fault: 'query or fragment' };
  return { url: url.href.endsWith('/') ? url.href : `${url.href}/` };
}

/** Whether nobody between us and the registry could read or forge what is said: https, or this machine itself. */
export function isPrivateChannel(url: string): boolean {
  return new URL(url).protocol === 'https:' || isLoopback(url);
}
