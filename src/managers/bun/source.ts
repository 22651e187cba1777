import type { Source } from '../../model/index.ts';
import { isExact } from '../../lockfile/entry.ts';
import { folderOf, follow } from '../../text/paths.ts';
import { fileSource } from '../../lockfile/source.ts';
import { specKind } from '../../lockfile/spec.ts';

/**
 * Where a package comes from, by the resolution in its entry. A resolution that is neither an
 * exact version nor of a known kind counts as a registry's, and its version is then refused.
 * @param importers their folders, relative to the lockfile's
 */
export function bunSource(lockfilePath: string, resolution: string, importers: ReadonlySet<string>): Source {
  const linked = /^(workspace|link|root):(.*)$/s.exec(resolution);
  if (linked !== null) {
    const { path, outside } = follow(folderOf(lockfilePath), linked[1] === 'root' ? '' : (linked[2] ?? ''));
    const workspace = linked[1] !== 'link' && !outside && importers.has(path);
    return { kind: workspace ? 'workspace' : 'link', spec: path, outside, workspace };
  }
  if (isExact(resolution)) return { kind: 'registry' };
  // bun writes the host of each repository (`github:owner/repository`): a path without a protocol lies in the repository.
  const kind = /^[^:@]*\/[^:@]*$/.test(resolution) ? specKind(`./${resolution}`) : specKind(resolution);
  if (kind === 'git') return { kind: 'git', spec: resolution };
  if (kind === 'file' || kind === 'directory') {
    return fileSource(lockfilePath, /^file:/i.test(resolution) ? resolution : `file:${resolution}`);
  }
  return kind === 'remote' || kind === 'unknown' ? { kind: 'remote', spec: resolution } : { kind: 'registry' };
}
