import type { Source } from '../model/index.ts';
import { folderOf, follow, join, normalise } from '../text/paths.ts';
import { specKind } from './spec.ts';

/**
 * Where an installed entry comes from, according to its `resolved`. Every http address counts as a registry's unless
 * the spec that requests it says otherwise (`graph/source-from-spec.ts`), and so does an address that no parser accepts: the rule
 * `registry` judges the address, and no setting can lower that.
 */
export function resolvedSource(lockfilePath: string, resolved: string | undefined): Source {
  if (resolved === undefined || /^https?:/i.test(resolved)) return { kind: 'registry' };
  if (/^\s*file:/i.test(resolved)) return fileSource(lockfilePath, resolved);
  return specKind(resolved) === 'git' && resolved.includes(':')
    ? { kind: 'git', spec: resolved }
    : { kind: 'registry' };
}

/**
 * A tarball, or a folder that is linked or packed: package managers tell the two by the name.
 * @param folder what the spec is relative to; by default the lockfile's
 */
export function fileSource(lockfilePath: string, spec: string, folder = folderOf(lockfilePath)): Source {
  const { outside } = follow(folder, spec);
  return specKind(spec) === 'file'
    ? { kind: 'file', spec, outside }
    : { kind: 'link', spec, outside, workspace: false };
}

/**
 * The folder of the repository, from its root, that an entry links or copies; undefined for a workspace and for what is
 * no folder of the repository.
 */
export function folderInRepository(lockfilePath: string, source: Source): string | undefined {
  if (source.workspace === true || source.outside === true) return undefined;
  const path = pathOfFolder(lockfilePath, source);
  return path === undefined ? undefined : normalise(join(folderOf(lockfilePath), path));
}

/** The same from the lockfile's folder, whether or not it is a workspace; undefined for what is no folder. */
export function pathOfFolder(lockfilePath: string, { kind, spec = '', folder }: Source): string | undefined {
  if (kind !== 'link' && kind !== 'portal') return undefined;
  if (folder !== undefined) return folder;
  // Yarn writes where the spec stands behind it.
  const path = spec.replace(/^(?:link|portal):/i, 'file:').replace(/(?:#|::).*$/s, '');
  return follow(folderOf(lockfilePath), path).path;
}
