import type { Importer, LockedPackage, Lockfile, Requirement } from '../../model/index.ts';
import { refuseTooMany } from '../../lockfile/bounds.ts';
import { refuser } from '../../lockfile/requirements.ts';
import { lockfileFaults } from '../../text/decode.ts';
import { parseJson } from '../../text/json.ts';
import type { JsonDocument, JsonValue } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { folderOf, join, normalise } from '../../text/paths.ts';
import { limits, quoted } from '../../text/visible.ts';
import { emptyObject, objectOf } from '../object-of.ts';
import { denoComparedFields } from './fields.ts';
import { jsrKey, readImports, readJsr } from './modules.ts';
import { readNpmEntries, splitKey } from './npm-entries.ts';
import type { Specifier } from './specifiers.ts';
import { specifierOf } from './specifiers.ts';

const common = ['version', 'redirects', 'remote', 'workspace'];
/** The fields of each version. */
const FIELDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['3', new Set([...common, 'packages'])],
  ...['4', '5'].map((version) => [version, new Set([...common, 'specifiers', 'jsr', 'npm'])] as const),
]);

/** Lockfiles that answer for a `package.json` in the place of deno's. */
const OTHERS = ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb'];

/**
 * Reads `deno.lock`, versions 3 to 5. Its `npm` part is judged like any other lockfile; packages of JSR and origins of
 * modules are entries with sources of their own (docs/decisions/0206). The importers get what `workspace` lists, which is neither
 * as the manifests write it nor by their names; `withDenoImporters` completes them.
 * @param text decoded (see `decodeText`)
 * @throws GateFailure `lockfile-syntax`, `-duplicate-key`, `-depth`, `-version`, `-shape`, `-invalid-name`, `-value`
 *   or `-too-large`, with path, line and column.
 */
export function parseDenoLockfile(path: string, text: string, has: (file: string) => boolean = () => false): Lockfile {
  const document = parseJson(text, path, lockfileFaults);
  const root = document.value;
  if (!(root instanceof JsonObject)) return refuser(document, 'lockfile-shape')(0, 'A deno.lock must be a JSON object');
  const formatVersion = root.get('version');
  if (typeof formatVersion !== 'string' || !FIELDS.has(formatVersion)) {
    return refuser(
      document,
      'lockfile-version',
      'write it with a version of deno that writes one of these',
    )(root.offsetOf('version'), '`version` of a deno.lock must be "3", "4" or "5", the versions that lockgate reads');
  }
  // Deno converts an older version field by field: what an older version has no place for would count after that.
  const known = FIELDS.get(formatVersion) ?? new Set();
  root.forEach((field, _value, offset) => {
    if (known.has(field)) return;
    refuser(document, 'lockfile-shape')(
      offset,
      `A deno.lock of version ${formatVersion} has no field ${quoted(field, limits.name)}`,
    );
  });
  const map = (name: string, within = root): JsonObject => {
    const value = within.get(name);
    if (value === undefined || value instanceof JsonObject) return value ?? emptyObject;
    return refuser(document, 'lockfile-shape')(within.offsetOf(name), `\`${name}\` must be an object`);
  };
  const body = formatVersion === '3' ? map('packages') : root;
  const [npm, jsr, specifiers] = [map('npm', body), map('jsr', body), map('specifiers', body)];
  const answers = readSpecifiers(document, specifiers, npm, jsr);
  const workspace = map('workspace');
  const links = map('links', workspace);
  const isLinked = (name: string, version: string): boolean => links.has(`npm:${name}@${version}`);
  const packages = [
    ...readNpmEntries(document, npm, isLinked),
    ...readJsr(document, jsr, answerer(answers)),
    ...readImports(document, map('remote'), map('redirects')),
    ...readLinks(document, links, npm),
  ];
  const importers = readImporters(document, workspace, answers, packages);
  const requirements = [...packages, ...importers].reduce((sum, { requires }) => sum + requires.length, 0);
  refuseTooMany(path, packages.length, requirements);
  const folder = folderOf(path);
  return {
    ...{ path, format: 'deno', formatVersion, packages, importers, observations: [] },
    descriptors: new Map([...answers].map(([specifier, { to }]) => [specifier, to])),
    fields: denoComparedFields(formatVersion, (key) => {
      const entry = key.startsWith('jsr:') ? jsr.get(key.slice('jsr:'.length)) : npm.get(key);
      return entry instanceof JsonObject ? entry : undefined;
    }),
    ...(OTHERS.some((name) => has(join(folder, name))) && { isSecond: true }),
  };
}

interface Answer {
  readonly specifier: Specifier;
  readonly to: string;
}
type Answers = ReadonlyMap<string, Answer>;

/** What each specifier was resolved to. Version 3 writes the whole specifier again, later ones the version and the peers. */
function readSpecifiers(document: JsonDocument, specifiers: JsonObject, npm: JsonObject, jsr: JsonObject): Answers {
  const answers = new Map<string, Answer>();
  specifiers.forEach((written, value, offset) => {
    const specifier = specifierOf(written);
    const shown = quoted(written, limits.path);
    if (specifier === undefined || typeof value !== 'string') {
      return refuser(document, 'lockfile-shape')(
        offset,
        `${shown} in \`specifiers\` must be of npm or JSR, its version a string`,
      );
    }
    const { protocol, name } = specifier;
    const prefix = `${protocol}:${name}@`;
    const key = `${name}@${value.startsWith(prefix) ? value.slice(prefix.length) : value}`;
    const to = protocol === 'jsr' ? jsrKey(key) : key;
    // One that leads to a linked folder of JSR has no entry.
    if (protocol === 'jsr' && !jsr.has(key)) return;
    if (protocol === 'npm' && !npm.has(key)) {
      return refuser(document, 'lockfile-shape')(offset, `${shown} in \`specifiers\` has no entry ${quoted(key)}`);
    }
    answers.set(written, { specifier, to });
  });
  return answers;
}

/** JSR's packages name a dependency without its range where only one is locked. */
function answerer(answers: Answers): (written: string) => string | undefined {
  const byName = new Map<string, Set<string>>();
  for (const { specifier, to } of answers.values()) {
    const name = `${specifier.protocol}:${specifier.name}`;
    byName.set(name, (byName.get(name) ?? new Set()).add(to));
  }
  return (written) => {
    const [only, another] = byName.get(written) ?? [];
    return answers.get(written)?.to ?? (another === undefined ? only : undefined);
  };
}

/** Folders that take the place of packages, where the package has no entry of its own. */
function readLinks(document: JsonDocument, links: JsonObject, npm: JsonObject): readonly LockedPackage[] {
  const names = new Set(npm.keys.map((key) => splitKey(key)?.name));
  return links.keys.flatMap((key): readonly LockedPackage[] => {
    const specifier = specifierOf(key);
    const offset = links.offsetOf(key);
    if (specifier === undefined) {
      return refuser(document, 'lockfile-shape')(offset, `${quoted(key)} in \`links\` must be a package`);
    }
    const { name, range } = specifier;
    if (names.has(name)) return [];
    const source = { kind: 'link', spec: name, workspace: false } as const;
    const line = document.line(offset);
    return [{ key: `link:${key}`, name, version: range, source, line, requires: [], claims: {} }];
  });
}

/** The root and the members, with what `workspace` lists for each; the root also with what only modules ask for. */
function readImporters(
  document: JsonDocument,
  workspace: JsonObject,
  answers: Answers,
  packages: readonly LockedPackage[],
): readonly Importer[] {
  const members = workspace.get('members') ?? emptyObject;
  const refuse = refuser(document, 'lockfile-shape');
  if (!(members instanceof JsonObject)) return refuse(workspace.offsetOf('members'), '`members` must be an object');
  const folders: (readonly [path: string, listed: readonly string[], offset: number])[] = [
    ['', listedIn(workspace), workspace.offset],
  ];
  members.forEach((path, value, offset) => {
    if (path === '' || path !== normalise(path)) {
      refuse(offset, `${quoted(path, limits.path)} is not a normalised path`);
    }
    folders.push([path, listedIn(objectOf(value)), offset]);
  });
  const ofJsr = packages.flatMap(({ source, requires }) =>
    source.kind === 'jsr' ? requires.map(({ name }) => name) : [],
  );
  const taken = new Set([...folders.flatMap(([, listed]) => listed), ...ofJsr]);
  const others = [...answers.keys()].filter((each) => !taken.has(each));
  const answered = new Set([...answers.values()].map(({ to }) => to));
  const modules = packages.filter(
    ({ source, key }) =>
      source.kind === 'import' || key.startsWith('link:') || (source.kind === 'jsr' && !answered.has(key)),
  );
  return folders.map(([path, listed, offset]): Importer => {
    const asked = path === '' ? [...listed, ...others] : listed;
    const requires = [...new Set(asked)].flatMap((specifier): readonly Requirement[] => {
      const to = answers.get(specifier)?.to;
      return [{ name: specifier, spec: '*', type: 'prod', isElsewhere: true, ...(to !== undefined && { to }) }];
    });
    const own = path === '' ? modules : [];
    const imported = own.map(({ key }): Requirement => ({
      name: key,
      spec: '*',
      type: 'prod',
      isElsewhere: true,
      to: key,
    }));
    return { path, line: document.line(offset), requires: [...requires, ...imported] };
  });
}

/** What one folder asks for: in its deno.json, and in its package.json. */
function listedIn(folder: JsonObject): readonly string[] {
  return [folder.get('dependencies'), objectOf(folder.get('packageJson')).get('dependencies')].flatMap((list) =>
    Array.isArray(list) ? (list as readonly JsonValue[]).filter((each) => typeof each === 'string') : [],
  );
}
