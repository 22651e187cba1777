import { isPackageName } from './names.ts';

/**
 * What npm does for a dependency spec or a lockfile's `resolved`. Hand-written instead of npm-package-arg, which is the
 * oracle of the tests, because that library asks for the working directory and the home folder, throws for what it does
 * not know, and costs 30 ms to load (docs/decisions/0011).
 */
export type SpecKind = 'registry' | 'alias' | 'git' | 'remote' | 'file' | 'directory' | 'unknown';

const TARBALL = /[.](?:tgz|tar\.gz|tar)$/i;
const PATH = /^(?:file:|[.]|~[/\\]|[/\\]|[a-z]:)/i;
const GIT_PROTOCOL = /^(?:git[+][a-z]+|git|ssh):/i;
const GIT_SHORTCUT = /^(?:github|gitlab|bitbucket|gist|sourcehut):/i;
/** `owner/repository`, which means GitHub. */
const GITHUB_SHORTHAND = /^[^@/\s:.#~][^@/\s:#]*[/][^@/\s:#]+(?:#.*)?$/;
/** `git@host:owner/repository` */
const SCP = /^[^@\s:/]+@[^:\s/]+:./;
const URL_LIKE = /^[a-z][a-z0-9+.-]*:/i;

/** Never returns `registry` if npm would look anywhere but in a registry. */
export function specKind(spec: string): SpecKind {
  const text = spec.trim();
  if (!/[/\\:@]/.test(text) && !text.startsWith('.') && !TARBALL.test(text)) return 'registry';
  if (/^npm:/i.test(text)) return 'alias';
  if (PATH.test(text)) return TARBALL.test(text) ? 'file' : 'directory';
  if (GIT_PROTOCOL.test(text) || GIT_SHORTCUT.test(text)) return 'git';
  if (/^https?:/i.test(text)) return isHostedRepository(text) ? 'git' : 'remote';
  if (SCP.test(text) || GITHUB_SHORTHAND.test(text)) return 'git';
  if (URL_LIKE.test(text)) return 'unknown';
  return TARBALL.test(text) ? 'file' : 'directory';
}

/** Whether npm asks a registry for it. */
export function isOfRegistry(spec: string): boolean {
  const kind = specKind(spec);
  return kind === 'registry' || kind === 'alias';
}

/** The real name and spec of `npm:name@spec`. Undefined if the text is not an alias. */
export function aliasTarget(spec: string): { readonly name: string; readonly spec: string } | undefined {
  const target = /^\s*npm:(@?[^@]+)(?:@(.*))?$/i.exec(spec);
  if (target?.[1] === undefined) return undefined;
  return { name: target[1], spec: target[2]?.trim() ?? '' };
}

/** Nobody writes longer specs. */
const MAX_SPEC = 1_000;

/** Whether a registry can answer for it: a name that npm accepts, with a range, a tag or an alias of one as its spec. */
export function isAnswerable(name: string, spec: string): boolean {
  if (!isPackageName(name) || name === '__proto__' || spec.length > MAX_SPEC) return false;
  const kind = specKind(spec);
  if (kind === 'registry') return true;
  const target = kind === 'alias' ? aliasTarget(spec) : undefined;
  return target !== undefined && isPackageName(target.name) && specKind(target.spec) === 'registry';
}

/** For each host that npm knows (hosted-git-info): whether an address is a repository and not an archive in it. */
const HOSTED: ReadonlyMap<string, (segments: readonly string[], path: string) => boolean> = new Map([
  ['github.com', ([owner, project, kind]) => owner !== undefined && !!project && (!kind || kind === 'tree')],
  ['bitbucket.org', ([owner, project, kind]) => owner !== undefined && !!project && kind !== 'get'],
  ['gitlab.com', (segments, path) => segments.length > 1 && !path.includes('/-/') && !path.includes('/archive.tar.gz')],
  ['gist.github.com', ([owner, , kind]) => !!owner && kind !== 'raw'],
  ['git.sr.ht', ([owner, project, kind]) => owner !== undefined && !!project && kind !== 'archive'],
]);

/** Whether npm treats an http address as a git repository because it knows the host. */
function isHostedRepository(address: string): boolean {
  // Checked before parsing a URL, which is slow for thousands of tarball addresses:
  if (!/(?:github|bitbucket|gitlab|sr\.ht)/i.test(address)) return false;
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const isRepository = HOSTED.get(url.hostname.replace(/^www\./, ''));
  return isRepository?.(url.pathname.slice(1).split('/'), url.pathname) ?? false;
}
