import type { Source } from '../../model/index.ts';
import type { EntryFields } from '../../lockfile/entry.ts';
import { isExact } from '../../lockfile/entry.ts';
import type { JsonObject } from '../../text/json-object.ts';
import { folderOf, follow, join } from '../../text/paths.ts';
import { fileSource } from '../../lockfile/source.ts';
import type { KeyParts } from './keys.ts';

export interface Resolution {
  readonly source: Source;
  readonly resolved?: string;
  readonly integrity?: string;
  /** The fields of the resolution that all this was read from. */
  readonly isRead: ReadonlySet<string>;
}

/** Where the paths of a lockfile start, relative to its folder, and the folders of its importers. */
export interface Place {
  readonly home: string;
  readonly importers: ReadonlySet<string>;
}

const gitFields = new Set(['type', 'repo', 'commit', 'path']);
const directoryFields = new Set(['type', 'directory']);
const otherFields = new Set(['type', 'integrity']);
const tarballFields = new Set(['tarball', 'integrity', 'registry', 'gitHosted']);

/** Archives that git hosts make of a commit: another form of a git dependency (pnpm, `git-resolver`). */
const FORGE_ARCHIVE = /^https:\/\/(?:codeload\.github\.com\/|gitlab\.com\/.*\/archive\.|bitbucket\.org\/.*\/get\/)/i;

/**
 * Where a package comes from, by its key and its `resolution`: `{integrity}`, `{tarball}`, `{type: git | directory}`.
 * Any other type (pnpm's runtimes, custom fetchers) is fetched from an address that no registry vouches for.
 */
export function readResolution(
  lockfilePath: string,
  key: KeyParts,
  resolution: JsonObject,
  fields: EntryFields,
  place: Place,
): Resolution {
  const text = (name: string): string | undefined => fields.string(name, resolution.get(name));
  const [type, tarball, integrity] = [text('type'), text('tarball'), text('integrity')];
  const pinned = integrity === undefined ? {} : { integrity };
  if (type === 'git') {
    const folder = text('path');
    const spec = `${text('repo') ?? ''}#${text('commit') ?? ''}${folder === undefined ? '' : `&path:${folder}`}`;
    return { source: { kind: 'git', spec }, isRead: gitFields };
  }
  if (type === 'directory') {
    return { source: directory(lockfilePath, text('directory') ?? '', place), isRead: directoryFields };
  }
  if (type !== undefined) {
    return { source: { kind: 'remote', spec: `${type}:${key.version}` }, ...pinned, isRead: otherFields };
  }
  const shared = { ...pinned, isRead: tarballFields };
  if (tarball !== undefined && /^\s*file:/i.test(tarball)) {
    return { source: fileSource(lockfilePath, tarball, join(folderOf(lockfilePath), place.home)), ...shared };
  }
  if (!isExact(key.version)) {
    const spec = tarball ?? key.version;
    const kind = FORGE_ARCHIVE.test(spec) || text('gitHosted') !== undefined ? 'git' : 'remote';
    return { source: { kind, spec }, ...shared };
  }
  const resolved = tarball ?? text('registry') ?? (key.host === undefined ? undefined : hostAddress(key, key.host));
  return { source: { kind: 'registry' }, ...(resolved !== undefined && { resolved }), ...shared };
}

/** A copy of a workspace (`injectWorkspacePackages`, `dependenciesMeta`) or of another folder. */
function directory(lockfilePath: string, folder: string, { home, importers }: Place): Source {
  const { path, outside } = follow(
    folderOf(lockfilePath),
    /^(?:[/\\~]|[a-z]:)/i.test(folder) ? folder : join(home, folder),
  );
  if (!outside && importers.has(path)) return { kind: 'workspace', spec: path, outside, workspace: true };
  return { kind: 'link', spec: `file:${folder}`, outside, workspace: false };
}

/** The usual address of a tarball at a host, for the rule `registry`. */
function hostAddress({ name, version }: KeyParts, host: string): string {
  return `https://${host}/${name}/-/${name.slice(name.lastIndexOf('/') + 1)}-${version}.tgz`;
}
