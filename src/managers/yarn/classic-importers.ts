import satisfies from 'semver/functions/satisfies.js';

import { specKind } from '../../lockfile/spec.ts';
import { workspaceMatcher } from '../../lockfile/workspaces.ts';
import type { Importer, LockedPackage, Lockfile, Observation, Requirement } from '../../model/index.ts';
import { groupBy } from '../../text/group-by.ts';
import type { ManifestSource, WithImporters } from '../importers.ts';
import type { Manifest } from '../manifest.ts';
import type { ForcedSpec } from './classic-resolutions.ts';
import {
  forcedSpecs,
  unlockedResolutions,
  withAliasesOfResolutions,
  withLinksOfResolutions,
} from './classic-resolutions.ts';
import { splitDescriptor } from './entry.ts';
import { isPlain, unanswered } from './incomplete.ts';
import { descriptorLinker, nameLinker } from './link.ts';

/**
 * Gives a lockfile of Yarn 1, which says nothing of them, its importers: the root's manifest and those that its
 * `workspaces` name. Without the root's, what no entry asks for is taken to be asked for, in production.
 */
export async function withClassicImporters(parsed: Lockfile, manifests: ManifestSource): Promise<WithImporters> {
  const root = await manifests.of('');
  if (root === undefined) {
    const missing = lacking(parsed, undefined, [], []);
    const importers = [inferred(parsed)];
    return {
      lockfile: { ...parsed, importers, observations: [...parsed.observations, ...missing] },
      isRootKnown: false,
    };
  }
  const forced = forcedSpecs(root);
  const lockfile = withLinksOfResolutions(withAliasesOfResolutions(parsed, forced), forced, root);
  // Yarn 1 knows no negation.
  const reading = { mayMatch: true, negates: false };
  const isWorkspace =
    root.workspaces.length === 0 ? () => false : workspaceMatcher(root.workspaces, root.path, reading);
  const folders = manifests.folders.filter((folder) => folder !== '' && isWorkspace(folder));
  const others = await Promise.all(folders.map(async (path) => [path, await manifests.of(path)] as const));
  const known = [['', root] as const, ...others].flatMap(([path, manifest]) =>
    manifest === undefined ? [] : [{ path, manifest }],
  );
  const linked = linkedBy(lockfile, forced);
  const folderOfName = new Map(
    known
      .toReversed()
      .flatMap(({ path, manifest: { name } }) => (path === '' || name === undefined ? [] : [[name, path]])),
  );
  const importers = known.map(({ path, manifest }): Importer => {
    const requires = manifest.requires.map(linked).map((each) => {
      const own = each.to === undefined ? folderOfName.get(each.name) : undefined;
      return own === undefined ? each : { ...each, to: `link:${own}` };
    });
    return { path, ...(manifest.name !== undefined && { name: manifest.name }), line: 1, requires };
  });
  const workspaces = known.flatMap(({ path, manifest: { name } }): readonly LockedPackage[] =>
    path === '' || name === undefined
      ? []
      : [
          {
            ...{ key: `link:${path}`, name, version: '', line: 1, requires: [], claims: {} },
            source: { kind: 'workspace', spec: path, outside: false, workspace: true },
          },
        ],
  );
  const locked = lockfile.packages.map((each) => ({ ...each, requires: each.requires.map(linked) }));
  const own = known.flatMap(({ path, manifest }) => (path === '' ? [] : manifest));
  const made = { ...lockfile, packages: [...locked, ...workspaces] };
  return {
    lockfile: {
      ...made,
      importers: withPulled(made, importers, forced),
      observations: [
        ...lockfile.observations,
        ...lacking({ ...lockfile, packages: locked }, root, forced, own),
        ...unlockedResolutions(lockfile, root),
      ],
    },
    isRootKnown: known.length === folders.length + 1 && (root.workspaces.length === 0 || folders.length > 0),
  };
}

/** Links a requirement: `resolutions` about its name count wherever it is asked for, whatever the spec. */
function linkedBy(
  { packages, descriptors = new Map<string, string>(), path }: Lockfile,
  forced: readonly ForcedSpec[],
): (requirement: Requirement) => Requirement {
  const byDescriptor = descriptorLinker(descriptors);
  const byName = nameLinker(packages, descriptors, path);
  const everywhere = answersEverywhere(forced, descriptors);
  return (each) => {
    const { name, spec, type, to } = each;
    const own = everywhere.get(name) ?? to ?? byDescriptor(name, spec);
    const answer = own ?? (type === 'peer' || isProtocol(spec) ? byName(name, spec) : undefined);
    return answer === undefined ? each : { ...each, to: answer };
  };
}

/** Key of the entry of each name that `resolutions` force wherever it is asked for. */
function answersEverywhere(
  forced: readonly ForcedSpec[],
  descriptors: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const answers = new Map<string, string>();
  for (const [name, [first]] of groupBy(forced, (each) => each.name)) {
    // Yarn 1 takes the first that fits; one about some parents only may be it.
    const key = first?.isEverywhere === true ? descriptors.get(`${name}@${first.spec}`) : undefined;
    if (key !== undefined) answers.set(name, key);
  }
  return answers;
}

/**
 * What entries ask for and nothing answers. Yarn 1 resolves such a pattern anew below the top level, whatever the spec
 * and whether it is optional or not.
 */
function lacking(
  { path, packages, descriptors = new Map<string, string>() }: Lockfile,
  root: Manifest | undefined,
  forced: readonly ForcedSpec[],
  workspaces: readonly Manifest[],
): readonly Observation[] {
  const everywhere = answersEverywhere(forced, descriptors);
  const known = new Set([...descriptors.keys()].map((each) => splitDescriptor(each).name));
  const versions = groupBy(workspaces, ({ name = '' }) => name);
  return unanswered(path, packages, ({ name, spec }, { source }: LockedPackage) => {
    const key = spec === '' && descriptors.has(name) ? name : `${name}@${spec}`;
    if (descriptors.has(key) || everywhere.has(name)) return true;
    if (/^link:/i.test(spec)) return true;
    // A folder of the repository asks for another by a path that Yarn writes anew.
    if (source.kind === 'file' && specKind(spec) === 'directory') return true;
    if (root === undefined) return known.has(name) && isPlain(spec);
    return (versions.get(name) ?? []).some(({ version = '' }) => satisfies(version, spec, { loose: true }));
  });
}

/** The root asks for each of its `resolutions`, and Yarn 1 leaves the entries that they replace. */
function withPulled(
  { packages, descriptors = new Map<string, string>() }: Lockfile,
  importers: readonly Importer[],
  forced: readonly ForcedSpec[],
): readonly Importer[] {
  const names = new Set(forced.map(({ name }) => name));
  const asked = new Set([...importers, ...packages].flatMap(({ requires }) => requires.flatMap(({ to }) => to ?? [])));
  const forcedKeys = [...descriptors].flatMap(([descriptor, key]) =>
    names.has(splitDescriptor(descriptor).name) && !asked.has(key) ? key : [],
  );
  const pulls = [...new Set(forcedKeys)];
  return pulls.length === 0 ? importers : importers.map((each) => (each.path === '' ? { ...each, pulls } : each));
}

/** Specs that Yarn may write in another way than the manifest does. */
const isProtocol = (spec: string): boolean => /[/:]/.test(spec);

function inferred({ packages }: Lockfile): Importer {
  const asked = new Set(packages.flatMap((each) => each.requires.flatMap(({ to }) => to ?? [])));
  const requires = packages
    .filter(({ key }) => !asked.has(key))
    .map(({ key, name, alias }) => ({ name: alias ?? name, spec: '*', type: 'prod' as const, to: key }));
  return { path: '', line: 1, requires };
}
