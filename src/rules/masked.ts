/**
 * A spec or an address without what may be a secret: user info (`git`, ssh's customary user, aside) and the query.
 * Works on the text and not on a parsed URL, because a spec need not be one and must be shown anyway.
 * @param remote whether it names a host even where no `//` says so (`user@host:owner/repository`).
 */
export function masked(spec: string, remote: boolean): string {
  const withoutUser = (whole: string, before: string | undefined, user: string) =>
    user === 'git' ? whole : `${before ?? ''}***@`;
  const start = remote ? spec.replace(/^([a-z][a-z0-9+.-]*:)?([^\\/?#]*)@/i, withoutUser) : spec;
  return start.replaceAll(/(:[\\/]+)([^\\/?#]*)@/g, withoutUser).replace(/\?[^#]*/, '?***');
}
