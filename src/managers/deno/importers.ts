import satisfies from 'semver/functions/satisfies.js';
import validRange from 'semver/ranges/valid.js';

import type { Importer, LockedPackage, Lockfile, Observation, Requirement } from '../../model/index.ts';
import { aliased } from '../../lockfile/aliases.ts';
import { fileSource } from '../../lockfile/source.ts';
import { normalise } from '../../text/paths.ts';
import type { ManifestSource, WithImporters } from '../importers.ts';
import type { Reading } from '../manager.ts';
import type { Manifest } from '../manifest.ts';
import { objectOf } from '../object-of.ts';
import type { ProjectFiles } from '../settings-file.ts';
import type { DenoJson } from './deno-json.ts';
import { denoJsonIn } from './deno-json.ts';
import type { Specifier } from './specifiers.ts';
import { requestOf, specifierFor, specifierOf } from './specifiers.ts';

/**
 * Gives the importers of a deno.lock the names, ranges and types of their manifests: the lockfile has one list for all types,
 * without aliases, and writes ranges anew.
 */
export async function withDenoImporters(parsed: Lockfile, manifests: ManifestSource): Promise<WithImporters> {
  const known = await Promise.all(
    parsed.importers.map(async (importer): Promise<Known> => {
      const files = manifests.settings?.in(importer.path);
      const denoJson = files && (await denoJsonIn(files));
      return { importer, manifest: await manifests.of(importer.path), denoJson };
    }),
  );
  const folderOfName = new Map<string, string>();
  for (const { importer, manifest, denoJson } of known) {
    for (const name of [manifest?.name, denoJson?.name]) {
      if (name !== undefined && importer.path !== '') folderOfName.set(name, importer.path);
    }
  }
  const entries = new Map(parsed.packages.map((each) => [each.key, each]));
  const locked = new Map<string, Locked>();
  for (const [text, to] of parsed.descriptors ?? []) {
    const specifier = specifierOf(text);
    const request = specifier && requestOf(specifier);
    const pinned = entries.get(to);
    if (request !== undefined && pinned !== undefined && !locked.has(request)) locked.set(request, { text, pinned });
  }
  const importers = known.map((each) => completed(each, locked, folderOfName, parsed.isSecond === true));
  const root = known.find(({ importer }) => importer.path === '');
  const places = root?.denoJson === undefined ? [] : await linkedFolders(root.denoJson, manifests.settings);
  const asked = namesAsked([...importers, ...parsed.packages]);
  const packages = parsed.packages.map((each) => linkedTo(withAliases(each, asked), parsed.path, places));
  const workspaces = [...folderOfName].map(([name, path]): LockedPackage => ({
    ...{ key: `workspace:${path}`, name, version: '', line: 1, requires: [], claims: {} },
    source: { kind: 'workspace', spec: path, outside: false, workspace: true },
  }));
  const observations = [...parsed.observations, ...known.flatMap((each) => doubts(each, locked, parsed, folderOfName))];
  return {
    lockfile: { ...parsed, importers, packages: [...packages, ...workspaces], observations },
    isRootKnown: true,
  };
}

interface Known {
  readonly importer: Importer;
  readonly manifest: Manifest | undefined;
  readonly denoJson: DenoJson | undefined;
}

/** A specifier that the lockfile resolves, and the entry that answers it. */
interface Locked {
  readonly text: string;
  readonly pinned: LockedPackage;
}
/** By what they ask for (see `requestOf`). */
type AllLocked = ReadonlyMap<string, Locked>;

function completed(
  { importer, manifest, denoJson }: Known,
  locked: AllLocked,
  folderOfName: ReadonlyMap<string, string>,
  isSecond: boolean,
): Importer {
  const used = new Set<string>();
  const answer = (name: string, asked: Specifier | undefined): Pick<Requirement, 'to' | 'isOpen'> => {
    const own = folderOfName.get(name);
    if (own !== undefined) return { to: `workspace:${own}` };
    const found = asked && locked.get(requestOf(asked));
    if (found === undefined) return { isOpen: true };
    used.add(found.text);
    return { to: found.pinned.key };
  };
  const declared = (manifest?.requires ?? []).flatMap((each): readonly Requirement[] => {
    const asked = specifierFor(each.name, each.spec);
    if (each.type === 'peer' || (asked === undefined && !folderOfName.has(each.name))) return [];
    const found = answer(each.name, asked);
    // Another program's lockfile answers for what deno has not locked.
    if (found.to === undefined && isSecond) return [];
    const isOverridden = manifest?.overridden.has(each.name) === true;
    return [{ ...each, ...found, ...(isOverridden && { isOpen: true }) }];
  });
  const names = new Set(declared.map(({ name }) => name));
  const imported = (denoJson?.imports ?? []).map(({ name, spec }): Requirement => {
    const { to } = answer(name, specifierOf(spec));
    // A folder may ask for one name twice, in both of its files.
    const as = names.has(name) ? `deno.json:${name}` : name;
    names.add(as);
    return { name: as, spec, type: 'prod', isElsewhere: true, ...(to !== undefined && { to }) };
  });
  const rest = importer.requires.filter(({ name }) => !used.has(name));
  const name = manifest?.name ?? denoJson?.name;
  return { ...importer, ...(name !== undefined && { name }), requires: [...declared, ...imported, ...rest] };
}

/**
 * What a deno.json asks npm for and the lockfile does not answer, or answers outside of the range: deno resolves it anew,
 * unless it is told to keep to the lockfile.
 */
function doubts(
  { importer, denoJson }: Known,
  locked: AllLocked,
  { path }: Lockfile,
  folderOfName: ReadonlyMap<string, string>,
): readonly Observation[] {
  return (denoJson?.imports ?? []).flatMap(({ name, spec }): readonly Observation[] => {
    const asked = specifierOf(spec);
    if (denoJson === undefined || asked?.protocol !== 'npm' || folderOfName.has(asked.name)) return [];
    const found = locked.get(requestOf(asked));
    const pinned = found?.pinned;
    const range = validRange(asked.range, true);
    if (
      pinned !== undefined &&
      (range === null || range === '*' || satisfies(pinned.version, range, { loose: true }))
    ) {
      return [];
    }
    const pin = pinned && { pinned: `${pinned.name}@${pinned.version}` };
    const args = { manifest: denoJson.path, asked: spec, locked: found?.text ?? '', ...pin };
    return [{ code: 'manifest-may-disagree', path, line: pinned?.line ?? importer.line, name, args }];
  });
}

/** The names under which manifests and other entries ask for each entry. */
function namesAsked(nodes: readonly (Importer | LockedPackage)[]): ReadonlyMap<string, readonly string[]> {
  const asked = new Map<string, string[]>();
  for (const { requires, ...node } of nodes) {
    // A package of JSR and a module name what they ask for by its specifier.
    if ('source' in node && node.source.kind !== 'registry') continue;
    for (const { name, to, isElsewhere } of requires) {
      if (to === undefined || isElsewhere === true) continue;
      const known = asked.get(to);
      if (known === undefined) asked.set(to, [name]);
      else known.push(name);
    }
  }
  return asked;
}

function withAliases(each: LockedPackage, asked: ReadonlyMap<string, readonly string[]>): LockedPackage {
  const names = each.source.kind === 'registry' ? asked.get(each.key) : undefined;
  return names === undefined ? each : { ...each, ...aliased(each.name, names) };
}

interface Place {
  readonly name: string;
  readonly folder: string;
}

/** The folders that `links` of the root's deno.json puts in the place of packages, by the name in their manifests. */
async function linkedFolders({ links }: DenoJson, files: ProjectFiles | undefined): Promise<readonly Place[]> {
  if (files === undefined) return [];
  const found = await Promise.all(
    links.map(async (written): Promise<readonly Place[]> => {
      const folder = normalise(written);
      const below = files.in(folder);
      const manifest = await below.at('package.json');
      const names = [
        manifest.state === 'read' ? objectOf(manifest.value.value).get('name') : undefined,
        (await denoJsonIn(below))?.name,
      ];
      return names.flatMap((name) => (typeof name === 'string' ? [{ name, folder }] : []));
    }),
  );
  return found.flat();
}

/** A link is declared where deno.json names its folder; else only the lockfile puts a folder in the place of a package. */
function linkedTo(each: LockedPackage, path: string, places: readonly Place[]): LockedPackage {
  if (each.source.kind !== 'link') return each;
  const place = places.find(({ name }) => name === each.name);
  if (place === undefined) return each;
  const spec = `file:${place.folder}`;
  return { ...each, source: { ...fileSource(path, spec), kind: 'link', spec, declared: true } };
}

/**
 * What deno may write for one name of a `package.json`: one requirement, or nothing where another program's lockfile
 * answers for the manifest, because deno locks only what a module imports until it installs.
 */
export function denoReadings(manifest: Manifest, name: string, { isSecond, packages }: Lockfile): readonly Reading[] {
  const isOwn = packages.some(({ key, ...each }) => key.startsWith('workspace:') && each.name === name);
  const requires = manifest.requires.filter(
    (each) => each.name === name && each.type !== 'peer' && (isOwn || specifierFor(each.name, each.spec) !== undefined),
  );
  return [{ requires, isSure: true }, ...(isSecond === true ? [{ requires: [], isSure: true }] : [])];
}
