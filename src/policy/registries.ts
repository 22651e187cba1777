/** What a policy's `registries` may name. */

const loopback = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

/**
 * Why a text is not a registry URL, or undefined where it is one: https (or http on this machine), no user info, no
 * query, no fragment. A policy never contains credentials; `tokenEnv` names the variable that holds one.
 */
export function registryUrlProblem(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null) return 'expected the URL of a registry, such as `https://registry.example/`';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback.test(url.hostname))) {
    return 'expected https (plain http only on loopback)';
  }
  const named = url.username !== '' || url.password !== '';
  if (named) return 'expected a URL without user info; name the variable that holds the token with `tokenEnv`';
  if (url.href.includes('?') || url.href.includes('#')) return 'expected a URL without query and fragment';
  return undefined;
}

/** The canonical form, ending in `/`. A text that is not a URL is returned unchanged: `registryUrlProblem` reports it. */
export function canonicalRegistryUrl(text: string): string {
  const href = URL.parse(text)?.href;
  return href === undefined ? text : href.replace(/\/?$/, '/');
}
