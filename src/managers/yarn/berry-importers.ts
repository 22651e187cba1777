import type { Importer, LockedPackage, Lockfile, Observation, Requirement } from '../../model/index.ts';
import type { ManifestSource, WithImporters } from '../importers.ts';
import type { Manifest } from '../manifest.ts';
import { BerryDescriptors } from './berry-descriptors.ts';
import type { BerryProject, Locator, Meaning } from './berry-project.ts';
import { berryProject, extendedBy, meaningOf, withoutDefaultProtocol } from './berry-project.ts';
import { isPlain, unanswered } from './incomplete.ts';
import { nameLinker } from './link.ts';

/**
 * Links everything that a `yarn.lock` of Yarn 2 and later holds to what answers it, by the descriptors that Yarn makes of
 * the specs in manifests and entries (`resolutions`, catalogs, package extensions, locators). It names its importers, and
 * holds one map of what each asks for: which part is for development is its manifest's to say.
 */
export async function withBerryImporters(parsed: Lockfile, manifests: ManifestSource): Promise<WithImporters> {
  const root = await manifests.of('');
  const linking = new Linking(parsed, await berryProject(parsed.formatVersion, root, manifests.settings));
  const packages = parsed.packages.map((each) => linking.package(each));
  const importers = await Promise.all(
    parsed.importers.map(async (importer): Promise<Importer> => {
      const manifest = await manifests.of(importer.path);
      const requires = linking.importer(importer, manifest);
      const pulls = linking.mayAnswer(requires);
      return { ...importer, requires, ...(pulls.length > 0 && { pulls }) };
    }),
  );
  const lockfile = { ...parsed, packages, importers };
  const observations = [...parsed.observations, ...missing(lockfile, linking, root)];
  return { lockfile: { ...lockfile, observations }, isRootKnown: parsed.importers.length > 0 || root !== undefined };
}

/** What entries ask for and no entry answers; without the root's manifest, what the lockfile says of importers too. */
function missing(lockfile: Lockfile, linking: Linking, root: Manifest | undefined): readonly Observation[] {
  const { path, packages, importers } = lockfile;
  const workspaces = new Set(packages.flatMap(({ name, source }) => (source.kind === 'workspace' ? name : [])));
  const isAnswered = (each: Requirement): boolean => workspaces.has(each.name) || linking.isAnswered(each);
  return unanswered(path, root === undefined ? [...packages, ...importers] : packages, isAnswered);
}

class Linking {
  readonly #project: BerryProject;
  readonly #descriptors: BerryDescriptors;
  readonly #byName: ReturnType<typeof nameLinker>;
  readonly #names: ReadonlySet<string>;
  /** A patch names what it changes by its locator. */
  readonly #exact: ReadonlyMap<string, string>;
  readonly #root: string;
  readonly #unanswered = new Set<Requirement>();

  constructor({ path, packages, importers, descriptors = new Map<string, string>() }: Lockfile, project: BerryProject) {
    this.#project = project;
    this.#descriptors = new BerryDescriptors(descriptors);
    this.#names = this.#descriptors.names;
    this.#byName = nameLinker(packages, descriptors, path);
    this.#exact = new Map(packages.map(({ name, version, key }) => [`${name}@npm:${version}`, key]));
    const root = importers.find((each) => each.path === '');
    this.#root = locatorText({ name: root?.name ?? '', reference: 'workspace:.' });
  }

  isAnswered(each: Requirement): boolean {
    return !this.#unanswered.has(each);
  }

  /** Every entry that may answer what is left open: none of them counts as left behind. */
  mayAnswer(requires: readonly Requirement[]): readonly string[] {
    const open = requires.filter(({ isOpen, to }) => isOpen === true && to === undefined);
    return [...new Set(open.flatMap(({ name }) => this.#descriptors.keysOf(name)))];
  }

  /** An entry, with what package extensions add to it; what nothing answers stays linked by its name, for the graph. */
  package(each: LockedPackage): LockedPackage {
    if (each.source.kind === 'workspace') return each;
    const { name, version, source } = each;
    const owner = { name, reference: source.kind === 'registry' ? `npm:${version}` : '' };
    const requires = [...each.requires, ...extendedBy(each, this.#project)].map((asked) => {
      // What a patch changes is named as it stands.
      if (asked.type === 'peer' || (source.kind === 'patch' && asked.name === name)) return asked;
      const linked = this.#link(asked, owner);
      if (linked.to !== undefined || linked.isOpen === true) return linked;
      const to = this.#byName(asked.name, asked.spec);
      const kept = { ...linked, ...(to !== undefined && { to }) };
      this.#unanswered.add(kept);
      return kept;
    });
    return { ...each, requires };
  }

  /** What an importer asks for, by its manifest where that is known. */
  importer({ path, name = '', requires }: Importer, manifest: Manifest | undefined): readonly Requirement[] {
    const owner = { name, reference: `workspace:${path === '' ? '.' : path}` };
    return (manifest?.requires ?? requires).map((asked) => {
      if (asked.type === 'peer') {
        const to = this.#descriptors.find(asked.name, asked.spec, []) ?? this.#byName(asked.name, asked.spec);
        return { ...asked, ...(to !== undefined && { to }) };
      }
      const linked = this.#link(asked, owner);
      if (linked.to === undefined && linked.isOpen !== true) this.#unanswered.add(linked);
      return linked;
    });
  }

  #link({ name, spec, type, optionalPeer }: Requirement, owner: Locator): Requirement {
    const asked = { name, spec, type, ...(optionalPeer && { optionalPeer }) };
    const meaning = meaningOf(asked, owner, this.#project);
    const meant = meaning.spec === undefined ? spec : withoutDefaultProtocol(meaning.spec);
    const isNamed = this.#project.resolutions?.some((each) => each.name === name) === true;
    const said = { ...asked, ...((isNamed || meant !== spec) && { meant }) };
    const to = this.#find(name, meaning, owner);
    if (to !== undefined) return { ...said, to };
    if (!this.#names.has(name) || this.#isDecided(name, meaning)) return said;
    const candidate = this.#byName(name, meant);
    return { ...said, ...(candidate !== undefined && { to: candidate }), isOpen: true };
  }

  #find(name: string, { spec }: Meaning, owner: Locator): string | undefined {
    if (spec === undefined) return undefined;
    return this.#descriptors.find(name, spec, [locatorText(owner), this.#root]) ?? this.#exact.get(`${name}@${spec}`);
  }

  /** Whether the descriptor that Yarn makes of it is known for certain, so that no other can be its answer. */
  #isDecided(name: string, { spec, isRewritten, isKnown }: Meaning): boolean {
    if (!isKnown) return false;
    if (spec === undefined || isPlain(spec)) return true;
    if (/^patch:/i.test(spec)) return this.#descriptors.keysOf(name, 'patch:').length === 0;
    return isRewritten || /^(?:file|link|portal|exec):/i.test(spec);
  }
}

const locatorText = ({ name, reference }: Locator): string => `${name}@${reference}`;
