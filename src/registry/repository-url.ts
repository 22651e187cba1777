/** Hosts of which npm knows short forms (hosted-git-info), and how many segments of a path name a repository there. */
const hosts: Readonly<Record<string, { readonly host: string; readonly segments: number }>> = {
  github: { host: 'github.com', segments: 2 },
  bitbucket: { host: 'bitbucket.org', segments: 2 },
  gist: { host: 'gist.github.com', segments: Infinity },
  gitlab: { host: 'gitlab.com', segments: Infinity },
};
const known = new Map(Object.values(hosts).map(({ host, segments }) => [host, segments]));

/** Far above any real address. */
const maxLength = 1024;

/**
 * A manifest's `repository` as `host/path` in lower case (`github.com/owner/name`), so that two spellings of one
 * repository are the same text. Understood are the forms that npm understands (npm docs, package.json, "repository"):
 * an object with a `url`, URLs of git, ssh and https with or without `git+`, scp-like addresses, `owner/name` and the
 * short forms of hosts. User info, `directory`, a commit, `.git` and what points into a tree do not count.
 * @returns undefined where no repository can be told. Third-party text otherwise.
 */
export function normalizeRepository(declared: unknown): string | undefined {
  const text = typeof declared === 'string' ? declared : urlOf(declared);
  if (text === undefined || text.length > maxLength) return undefined;
  const url = URL.parse(asHttps(text.trim()));
  if (url === null || url.hostname === '') return undefined;
  const host = url.host.toLowerCase().replace(/^www\./, '');
  const segments = url.pathname
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '')
    .slice(0, known.get(host));
  const tree = host === 'gitlab.com' ? segments.findIndex((one, at) => at > 1 && /^(?:-|tree|blob)$/.test(one)) : -1;
  const named = tree === -1 ? segments : segments.slice(0, tree);
  const least = host === 'gist.github.com' || !known.has(host) ? 1 : 2;
  const path = named.map((segment, at) => (at === named.length - 1 ? segment.replace(/\.git$/, '') : segment));
  return path.length < least || path.at(-1) === '' ? undefined : `${host}/${path.join('/')}`;
}

function urlOf(declared: unknown): string | undefined {
  if (typeof declared !== 'object' || declared === null || !Object.hasOwn(declared, 'url')) return undefined;
  const { url } = declared as { readonly url: unknown };
  return typeof url === 'string' ? url : undefined;
}

/** The address in a form that one URL parser reads; what has no such form comes out as no URL. */
function asHttps(text: string): string {
  const short = /^(github|gitlab|bitbucket|gist):(?!\/\/)(.*)$/i.exec(text);
  const name = short?.[1]?.toLowerCase();
  if (name !== undefined) return `https://${hosts[name]?.host ?? ''}/${short?.[2] ?? ''}`;
  if (/^[\w.-]+\/[\w.-]+(?:#.*)?$/.test(text)) return `https://${hosts.github?.host ?? ''}/${text}`;
  const scheme = /^(?:git\+)?(https?|git|ssh|rsync|file):\/\//i.exec(text);
  if (scheme !== null) {
    const rest = text.slice(scheme[0].length);
    const isRemote = !/^(?:rsync|file)$/i.test(scheme[1] ?? '');
    return isRemote ? `https://${withoutColon(rest)}` : '';
  }
  // git's scp-like form, user@host:path: the colon is no port.
  return /^[\w.-]+@[\w.-]+:(?!\d+\/)/.test(text) ? `https://${withoutColon(text)}` : '';
}

/**
 * Without user info, and with a slash where a colon is no port: npm writes scp-like addresses as
 * `ssh://git@host:owner/name`, which is no URL. The authority ends where a URL parser ends it.
 */
function withoutColon(rest: string): string {
  const end = rest.search(/[/\\?#]|$/);
  const authority = rest.slice(0, end);
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const [, name, port] = /^([^:[\]]+):(.*)$/.exec(host) ?? [];
  const isPath = name !== undefined && port !== undefined && !/^\d+$/.test(port);
  return (isPath ? `${name}/${port}` : host) + rest.slice(end);
}
