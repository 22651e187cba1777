import { fileSource, pathOfFolder } from '../lockfile/source.ts';
import { specKind } from '../lockfile/spec.ts';
import { overrideTarget } from '../lockfile/locked-settings.ts';
import { folderOf, join } from '../text/paths.ts';
import type { Importer, LockedPackage, Lockfile, Requirement, Source } from '../model/index.ts';
import { NOWHERE } from '../lockfile/tree.ts';
import { managerOf } from '../managers/index.ts';

/**
 * Corrects the source of entries that look like a registry's but that some spec requests by address: npm installs
 * what the spec says at its next resolution, whatever `resolved` says now. It also records
 * of a linked folder whether the repository itself names it, or only the lockfile puts it in the place of a package.
 */
export function sourcesFromSpecs(lockfile: Lockfile): Lockfile {
  const asksElsewhere = ({ requires }: { readonly requires: readonly Requirement[] }): boolean =>
    requires.some(({ spec }) => sourceOf(lockfile.path, spec, '') !== undefined);
  const links = lockfile.packages.some(isForeignFolder);
  if (!links && !lockfile.importers.some(asksElsewhere) && !lockfile.packages.some(asksElsewhere)) return lockfile;
  const importers = new Set(lockfile.importers.map(({ path }) => path));
  /** A folder that the repository names; an importer is a workspace, whatever the spec that leads to it. */
  const declared = (source: Source): Source =>
    source.outside !== true && importers.has(pathOfFolder(lockfile.path, source) ?? '..')
      ? { ...source, kind: 'link', workspace: true }
      : { ...source, declared: true };
  const tree = managerOf(lockfile.format).lockfile.treeOf(lockfile);
  const corrected = new Map<LockedPackage, Source>();
  const nodes = [...tree.importers, ...tree.packages];
  for (const [from, node] of nodes.entries()) {
    const folder = join(folderOf(lockfile.path), 'path' in node ? node.path : '');
    for (const { name, spec } of node.requires) {
      const source = sourceOf(lockfile.path, spec, folder);
      const asksForFolder = links && isOwn(node) && (source?.kind === 'link' || /^\s*(?:link|portal):/i.test(spec));
      const to = source === undefined && !asksForFolder ? NOWHERE : tree.resolve(from, name);
      const asked = tree.packageAt(to);
      if (asked === undefined) continue;
      if (source !== undefined && asked.source.kind === 'registry') corrected.set(asked, source);
      else if (asksForFolder && isForeignFolder(asked)) corrected.set(asked, declared(asked.source));
    }
  }
  const overrides = [...(lockfile.settings?.overrides ?? [])].filter(([, { value }]) =>
    /^(?:link|file|portal):/.test(value),
  );
  const overridden = new Set(overrides.map(([key]) => overrideTarget(key)));
  for (const each of overridden.size > 0 ? lockfile.packages : []) {
    const named = overridden.has(each.alias ?? each.name);
    if (named && isForeignFolder(each)) corrected.set(each, declared(each.source));
  }
  if (corrected.size === 0) return lockfile;
  return {
    ...lockfile,
    packages: lockfile.packages.map((each) => {
      const source = corrected.get(each);
      return source === undefined ? each : { ...each, source };
    }),
  };
}

function isForeignFolder({ source }: LockedPackage): boolean {
  return isFolder(source) && source.workspace !== true;
}

const isFolder = ({ kind }: Source): boolean => kind === 'link' || kind === 'portal';

/** An importer, or a folder of the repository that is installed: its dependencies are in a manifest of the repository. */
function isOwn(node: Importer | LockedPackage): boolean {
  return (
    !('source' in node) || ((isFolder(node.source) || node.source.kind === 'workspace') && node.source.outside !== true)
  );
}

/** The source that a spec names; undefined if it leaves the choice to a registry, or if npm does not accept the spec. */
function sourceOf(lockfilePath: string, spec: string, folder: string): Source | undefined {
  switch (specKind(spec)) {
    case 'git':
      return { kind: 'git', spec };
    case 'remote':
      return { kind: 'remote', spec };
    case 'file':
    case 'directory':
      return fileSource(lockfilePath, spec, folder);
    case 'registry':
    case 'alias':
    case 'unknown':
      return undefined;
  }
}
