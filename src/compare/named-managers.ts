import type { Manager, Program } from '../managers/manager.ts';
import { managers } from '../managers/index.ts';
import type { NamedManager } from '../managers/named-manager.ts';
import { namedManagers } from '../managers/named-manager.ts';
import type { Change, FileObservation } from '../model/index.ts';
import type { State, States } from '../repository/state.ts';
import { folderOf, join } from '../text/paths.ts';
import { digestOfText } from './digest-of.ts';
import { managerChange } from './manager-change.ts';

/** Edits of the package manager that manifests name, and what they pull in. */
export interface NamedManagerEdits {
  readonly observations: readonly FileObservation[];
  readonly changes: readonly Change[];
}

/**
 * What a manifest changes about the package manager that it names (docs/decisions/0197).
 * @param path of the manifest
 * @param programs whose lockfiles its folder has, in base and head
 */
export async function namedManagerEdits(
  path: string,
  { base, head }: States,
  programs: ReadonlySet<Program>,
): Promise<NamedManagerEdits> {
  const [before, after] = await Promise.all([namedAt(base, path), namedAt(head, path)]);
  const edits = [...new Set([...before.keys(), ...after.keys()])].map((key) =>
    editOf(path, before.get(key), after.get(key), [...before.values()], programs),
  );
  const changes = edits.flatMap((each) => each.changes);
  const known = new Set<string>();
  return {
    observations: edits.flatMap((each) => each.observations),
    // `packageManager` and `devEngines` mostly name the same version.
    changes: changes.filter(({ name, version }) => {
      const isFirst = !known.has(`${name}\n${version}`);
      known.add(`${name}\n${version}`);
      return isFirst;
    }),
  };
}

/** The exact versions that a folder's manifest names for its package manager. */
export async function namedVersions(state: State, folder: string): Promise<readonly string[]> {
  const named = await namedAt(state, join(folder, 'package.json'));
  return [...new Set([...named.values()].flatMap(({ version }) => version ?? []))];
}

async function namedAt({ settings }: State, path: string): Promise<ReadonlyMap<string, NamedManager>> {
  const file = await settings.at(folderOf(path), 'package.json');
  return file.state === 'read' ? namedManagers(file.value) : new Map();
}

const nothing: NamedManagerEdits = { observations: [], changes: [] };

function editOf(
  path: string,
  before: NamedManager | undefined,
  after: NamedManager | undefined,
  all: readonly NamedManager[],
  programs: ReadonlySet<Program>,
): NamedManagerEdits {
  if (before?.text === after?.text) return nothing;
  const said = (
    code: FileObservation['code'],
    named: NamedManager,
    args: FileObservation['args'],
  ): NamedManagerEdits => ({
    observations: [{ code, path, line: named.line, args: { key: named.key, ...args } }],
    changes: [],
  });
  if (after === undefined) {
    return before === undefined
      ? nothing
      : {
          ...nothing,
          observations: [
            { code: 'setting-changed', path, line: 1, args: { removed: before.key, digest: digestOfText('') } },
          ],
        };
  }
  const { program, version, hash } = after;
  const replaced = (why: string) => said('manager-replaced', after, { why, digest: digestOfText(after.text) });
  const manager = managerNamed(program, version);
  if (manager === undefined || version === undefined) return replaced(isKnown(program) ? 'not-exact' : 'not-known');
  const former = before ?? all.find((each) => each.program !== undefined);
  if (former !== undefined && former.program !== program) return replaced('other-manager');
  if (former === undefined && !programs.has(manager.program)) {
    if (programs.size > 0) return replaced('other-manager');
    return said('setting-changed', after, { added: after.key, digest: digestOfText(after.text) });
  }
  return {
    ...hashEdit(after, version, manager, hash, said),
    changes: changesOf(path, former, after, version, manager),
  };
}

/** Which hash is held against the registry's bytes later, and which is a pin that the rules judge. */
function hashEdit(
  after: NamedManager,
  version: string,
  { program, published }: Manager,
  hash: string | undefined,
  said: (code: FileObservation['code'], named: NamedManager, args: FileObservation['args']) => NamedManagerEdits,
): NamedManagerEdits {
  const isPinned = hash === undefined || integrityOf(hash, published.isHashOfMember === true) !== undefined;
  return isPinned
    ? said('manager-updated', after, { program, version })
    : said('manager-unverified', after, { program, version, hash });
}

function changesOf(
  path: string,
  former: NamedManager | undefined,
  after: NamedManager,
  version: string,
  { published }: Manager,
): readonly Change[] {
  const { name, isHashOfMember = false } = published;
  const integrity = after.hash === undefined ? undefined : integrityOf(after.hash, isHashOfMember);
  const old = former?.version;
  const oldName = managerNamed(former?.program, old)?.published.name;
  // Under one version a hash may be gained or written with another algorithm: only that of the head counts.
  const before = old === undefined || oldName !== name || old === version ? undefined : { name, version: old };
  if (old === version && oldName === name && integrity === undefined) return [];
  return managerChange(path, after.line, before, {
    ...{ name, version },
    ...(integrity !== undefined && { integrity }),
  });
}

/** The pin that a hash is, where it is the SHA-512 of the tarball; any other is computed from the bytes. */
function integrityOf(hash: string, isOfMember: boolean): string | undefined {
  const [, digits] = /^sha512\.([0-9a-f]{128})$/.exec(hash) ?? [];
  if (digits === undefined || isOfMember) return undefined;
  const bytes = digits.match(/../g)?.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))) ?? [];
  return `sha512-${btoa(bytes.join(''))}`;
}

function managerNamed(program: string | undefined, version: string | undefined): Manager | undefined {
  if (program === undefined || version === undefined) return undefined;
  return managers.find(({ isNamedBy }) => isNamedBy(program, Number.parseInt(version, 10)));
}

const isKnown = (program: string | undefined) => managers.some((each) => each.program === program);
