/**
 * A spec or an address without possible secrets: user info (except `git`, the usual ssh user) and the query. Works on the
 * text, not on a parsed URL, because a spec need not be a URL and must be shown anyway.
 * @param remote whether it names a host even without `//` (`user@host:owner/repository`).
 */
export function masked(spec: string, remote: boolean): string {
  const withoutUser = (whole: string, before: string | undefined, user: string) =>
    user === 'git' ? whole : `${before ?? ''}***@`;
  const start = remote ? spec.replace(/^([a-z][a-z0-9+.-]*:)?([^\\/?#]*)@/i, withoutUser) : spec;
  return start.replaceAll(/(:[\\/]+)([^\\/?#]*)@/g, withoutUser).replace(/\?[^#]*/, '?***');
}
