import { workspaceMatcher } from '../../lockfile/workspaces.ts';
import { descriptorLinker, linked, nameLinker } from './link.ts';
import type { Importer, Lockfile } from '../../model/index.ts';
import { unanswered } from './incomplete.ts';
import type { ManifestSource, WithImporters } from '../importers.ts';
import type { Manifest } from '../manifest.ts';

/**
 * Adds importers to a Yarn lockfile. Classic does not list them: they are the root's manifest and those that its
 * `workspaces` match; without the root's, an entry that no other depends on counts as a production dependency. Berry lists
 * them, with one map of dependencies each; only the manifest says which of them are for development.
 */
export async function withYarnImporters(parsed: Lockfile, manifests: ManifestSource): Promise<WithImporters> {
  const root = await manifests.of('');
  const made = await makeImporters(parsed, manifests, root);
  const workspaces = made.lockfile.packages.flatMap(({ name, source }) => (source.kind === 'workspace' ? name : []));
  const missing = unanswered(parsed, root, new Set(workspaces));
  const observations = [...parsed.observations, ...missing];
  return { ...made, lockfile: { ...made.lockfile, observations } };
}

async function makeImporters(
  lockfile: Lockfile,
  manifests: ManifestSource,
  root: Manifest | undefined,
): Promise<WithImporters> {
  const { descriptors = new Map<string, string>() } = lockfile;
  const byDescriptor = descriptorLinker(descriptors);
  const byName = nameLinker(lockfile.packages, descriptors, lockfile.path);
  const requiresOf = ({ requires, resolutions }: Manifest): Importer['requires'] =>
    requires.map((each) => {
      // An unpinned dependency must not count as pinned because another version of the name is.
      const mayRewrite =
        each.type === 'peer' || resolutions.has(each.name) || root?.resolutions.has(each.name) === true;
      const own = byDescriptor(each.name, each.spec);
      if (own !== undefined) return { ...each, to: own };
      return mayRewrite || isProtocol(each.spec) ? (linked([each], byName)[0] ?? each) : each;
    });
  if (lockfile.importers.length > 0) {
    const importers = await Promise.all(
      lockfile.importers.map(async (importer): Promise<Importer> => {
        const manifest = await manifests.of(importer.path);
        return manifest === undefined ? importer : { ...importer, requires: requiresOf(manifest) };
      }),
    );
    return { lockfile: { ...lockfile, importers }, isRootKnown: true };
  }
  if (root === undefined) return { lockfile: { ...lockfile, importers: [inferred(lockfile)] }, isRootKnown: false };
  const isWorkspace = root.workspaces.length === 0 ? () => false : workspaceMatcher(root.workspaces, root.path);
  const folders = manifests.folders.filter((folder) => folder !== '' && isWorkspace(folder));
  const others = await Promise.all(folders.map(async (path) => [path, await manifests.of(path)] as const));
  const known = [['', root] as const, ...others].flatMap(([path, manifest]) =>
    manifest === undefined ? [] : [{ path, manifest }],
  );
  const links = known.flatMap(({ path, manifest: { name } }) =>
    path === '' || name === undefined ? [] : [{ path, name }],
  );
  const folderOfName = new Map(links.toReversed().map(({ path, name }) => [name, path]));
  const importers = known.map(({ path, manifest }): Importer => {
    const requires = requiresOf(manifest).map((each) => {
      const own = each.to === undefined ? folderOfName.get(each.name) : undefined;
      return own === undefined ? each : { ...each, to: `link:${own}` };
    });
    return { path, ...(manifest.name !== undefined && { name: manifest.name }), line: 1, requires };
  });
  const workspaces = links.map(({ path, name }) => ({
    ...{ key: `link:${path}`, name, version: '', line: 1, requires: [], claims: {} },
    source: { kind: 'workspace', spec: path, outside: false, workspace: true } as const,
  }));
  return {
    lockfile: { ...lockfile, importers, packages: [...lockfile.packages, ...workspaces] },
    isRootKnown: known.length === folders.length + 1 && (root.workspaces.length === 0 || folders.length > 0),
  };
}

/** Specs that Yarn rewrites in descriptors: `patch:`, `catalog:`, `workspace:`. */
function isProtocol(spec: string): boolean {
  return /^(?:patch|catalog|workspace|portal|link|file|exec):/i.test(spec) || /[/:]/.test(spec);
}

function inferred({ packages }: Lockfile): Importer {
  const asked = new Set(packages.flatMap((each) => each.requires.flatMap(({ to }) => to ?? [])));
  const requires = packages
    .filter(({ key }) => !asked.has(key))
    .map(({ key, name, alias }) => ({ name: alias ?? name, spec: '*', type: 'prod' as const, to: key }));
  return { path: '', line: 1, requires };
}
