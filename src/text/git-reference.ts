/**
 * The repository and the commit that a git dependency names, read from any of the spellings that package managers use, so that
 * all spellings of one repository are one text. What is not understood to the last character is no repository: a policy names
 * repositories by this text, and `docs/decisions/0225` says what never matches.
 */
export interface GitReference {
  /** `github.com/acme/tool`: host in lower case; of the hosts that ignore case the path too. */
  readonly repository: string;
  /** 40 hexadecimal digits in lower case. Absent: it is not pinned to a full commit. */
  readonly commit?: string;
  /** What else it is pinned to, as written: a branch, a tag, a short commit, a range. Empty: to nothing. */
  readonly other?: string;
}

/** Far above any real address. */
const longest = 1024;

/** Hosts on which a path means the same in every case, with the number of segments that name a repository. */
const forges: Readonly<Record<string, { readonly least: number; readonly most: number }>> = {
  'github.com': { least: 2, most: 2 },
  'bitbucket.org': { least: 2, most: 2 },
  'gitlab.com': { least: 2, most: 20 },
};
const shortcuts: Readonly<Record<string, string>> = {
  github: 'github.com',
  gitlab: 'gitlab.com',
  bitbucket: 'bitbucket.org',
};

const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const SEGMENT = /^[\w.-]+$/;

/** @returns undefined where no repository can be told: user info (but ssh's usual `git@`), a port, an encoded or empty segment. */
export function gitReference(spec: string): GitReference | undefined {
  if (spec.length > longest) return undefined;
  const mark = spec.indexOf('#');
  const address = mark === -1 ? spec : spec.slice(0, mark);
  const fragment = mark === -1 ? '' : spec.slice(mark + 1);
  const archive = ARCHIVES.map((form) => form.exec(address)?.groups).find((groups) => groups !== undefined);
  if (archive !== undefined) {
    const { host = '', path = '', commit = '' } = archive;
    const isPlain = fragment.split('&').every((part) => part === '' || isFolder(part));
    const repository = isPlain ? repositoryOf(host.toLowerCase(), path) : undefined;
    return repository === undefined ? undefined : { repository, ...pinnedTo(commit) };
  }
  const [host, path] = hostAndPath(address) ?? [];
  const repository = host === undefined || path === undefined ? undefined : repositoryOf(host, path);
  return repository === undefined ? undefined : { repository, ...pinnedTo(committish(fragment)) };
}

/** Archives of one commit that forges serve; managers install a repository from them. */
const ARCHIVES = [
  /^https:\/\/codeload\.(?<host>github\.com)\/(?<path>[^/]+\/[^/]+)\/tar\.gz\/(?<commit>[^/?]+)$/i,
  /^https:\/\/(?<host>bitbucket\.org)\/(?<path>[^/]+\/[^/]+)\/get\/(?<commit>[^/?]+)\.tar\.gz$/i,
  /^https:\/\/(?<host>gitlab\.com)\/(?<path>[^?]+)\/-\/archive\/(?<commit>[^/?]+)\/[^/?]+\.tar\.gz$/i,
];

function hostAndPath(address: string): readonly [string, string] | undefined {
  const short = /^(github|gitlab|bitbucket):(?!\/)(.+)$/i.exec(address);
  if (short !== null) return [shortcuts[short[1]?.toLowerCase() ?? ''] ?? '', short[2] ?? ''];
  if (/^[\w.-]+\/[\w.-]+$/.test(address)) return ['github.com', address];
  const url = /^(?:git\+)?(https?|git|ssh):\/\/(?:(git)@)?([^/:@]+)([/:])(.+)$/i.exec(address);
  if (url !== null) {
    const [, scheme = '', user, host = '', mark, path = ''] = url;
    const isSsh = scheme.toLowerCase() === 'ssh';
    if (user !== undefined && !isSsh) return undefined;
    // npm writes `git+ssh://git@host:owner/name`; a colon elsewhere starts a port.
    return mark === ':' && !isSsh ? undefined : [host.toLowerCase(), path];
  }
  const scp = /^git@([^/:@]+):(.+)$/i.exec(address);
  return scp === null ? undefined : [(scp[1] ?? '').toLowerCase(), scp[2] ?? ''];
}

function repositoryOf(host: string, path: string): string | undefined {
  if (!HOST.test(host)) return undefined;
  const segments = path.replace(/\.git$/i, '').split('/');
  const forge = Object.hasOwn(forges, host) ? forges[host] : undefined;
  const { least, most } = forge ?? { least: 1, most: 20 };
  if (segments.length < least || segments.length > most) return undefined;
  // A first segment of digits behind a colon is a port.
  if (/^\d+$/.test(segments[0] ?? '')) return undefined;
  // GitLab keeps what is no repository behind `/-/`.
  if (!segments.every((segment) => SEGMENT.test(segment) && !/^(?:\.*|-)$/.test(segment))) return undefined;
  if (/\.(?:tgz|tar|gz|zip)$/i.test(path)) return undefined;
  const repository = segments.join('/');
  return `${host}/${forge === undefined ? repository : repository.toLowerCase()}`;
}

const isFolder = (part: string) => /^(?:path[:=]|workspace=)/.test(part);

/** What a fragment pins, its folders aside; Yarn and pnpm join several parts with `&`. */
function committish(fragment: string): string {
  const parts = fragment.split('&').filter((part) => part !== '' && !isFolder(part));
  const [only = '', another] = parts;
  return another === undefined ? only.replace(/^commit=/, '') : parts.join('&');
}

const pinnedTo = (text: string): Pick<GitReference, 'commit' | 'other'> =>
  /^[0-9a-f]{40}$/i.test(text) ? { commit: text.toLowerCase() } : { other: text };

/** A pattern of repositories in the same notation as `GitReference.repository`. */
export function repositoryPattern(pattern: string): string {
  const [host = '', ...path] = pattern.replace(/\.git$/i, '').split('/');
  const lower = host.toLowerCase();
  return [lower, ...(Object.hasOwn(forges, lower) ? path.map((one) => one.toLowerCase()) : path)].join('/');
}

/** Why a text names no repositories (`github.com/acme/tool`, `github.com/acme/*`), or undefined where it does. */
export function repositoryPatternProblem(pattern: string): string | undefined {
  const [host = '', ...path] = pattern.split('/');
  const expected =
    'expected a host (`deno.land`), or repositories such as `github.com/acme/tool` or `github.com/acme/*`';
  if (!HOST.test(host.toLowerCase()) || path.length === 0) return expected;
  if (!path.every((segment) => /^[\w.*?-]+$/.test(segment) && !/^\.+$/.test(segment)) || pattern.includes('***')) {
    return expected;
  }
  if (Object.hasOwn(forges, host.toLowerCase()) && /^[*?.-]*$/.test(path[0] ?? '')) {
    return `expected an owner: anybody can have a repository on ${host.toLowerCase()}`;
  }
  return undefined;
}
