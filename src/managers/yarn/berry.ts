import type { Importer, LockedPackage, Lockfile, Requirement, Source } from '../../model/index.ts';
import { aliased } from '../../lockfile/aliases.ts';
import { refuseTooMany } from '../../lockfile/bounds.ts';
import { JsonObject } from '../../text/json-object.ts';
import type { JsonDocument } from '../../text/json-object.ts';
import { isExact } from '../../lockfile/entry.ts';
import { join, normalise } from '../../text/paths.ts';
import { refuser } from '../../lockfile/requirements.ts';
import { fileSource } from '../../lockfile/source.ts';
import { specKind } from '../../lockfile/spec.ts';
import type { Linker } from './entry.ts';
import { splitDescriptor, YarnEntry } from './entry.ts';
import { berryComparedFields } from './fields.ts';
import { descriptorLinker, linked, nameLinker } from './link.ts';
import { parseYarnText } from './text.ts';

const VERSIONS = ['4', '5', '6', '7', '8', '9', '10'];
/** Yarn's own patches: `~builtin<compat/fsevents>`. */
const BUILTIN = /^(?:~|optional!)*builtin<[\w/-]+>$/;

/**
 * Reads `yarn.lock` of Yarn 2 and later. Its `checksum` is of an archive that Yarn packs itself, never the
 * registry's integrity. Workspaces are importers; only their manifests say which dependencies are for development. A patch of
 * Yarn's own is not an entry; the package that it patches is.
 * @throws GateFailure what `parseYarnText` throws, and `lockfile-version`, `-shape`, `-invalid-name`, `-value` or
 *   `-duplicate-key`.
 */
export function parseYarnBerry(path: string, text: string): Lockfile {
  const document = parseYarnText(text, path, 'berry');
  const root = document.value as JsonObject;
  const { version: formatVersion, cacheKey } = readMetadata(document, root);
  const descriptors = new Map<string, string>();
  const entries: { readonly key: string; readonly entry: YarnEntry; readonly locator: Locator }[] = [];
  const builtin: { readonly asked: readonly string[]; readonly patched: string }[] = [];
  root.forEach((key, value, offset) => {
    if (key === '__metadata') return;
    if (!(value instanceof JsonObject)) {
      return refuser(document, 'lockfile-shape')(offset, 'An entry must be a block with fields');
    }
    const entry = new YarnEntry(document, key, value, offset);
    const locator = readLocator(entry.needed('resolution'));
    const asked = key.split(/ *, */);
    for (const descriptor of asked) {
      if (descriptors.has(descriptor)) {
        refuser(document, 'lockfile-duplicate-key')(offset, `${entry.shown(descriptor)} appears twice`);
      }
      descriptors.set(descriptor, key);
    }
    const patched = patchedBy(locator.reference);
    if (patched?.builtin === true) builtin.push({ asked, patched: patched.descriptor });
    else entries.push({ key, entry, locator });
  });
  const byDescriptor = descriptorLinker(descriptors);
  const exact = new Map(entries.map(({ key, locator }) => [`${locator.name}@${locator.reference}`, key]));
  const to: Linker = (name, spec) => exact.get(`${name}@${spec}`) ?? byDescriptor(name, spec);
  for (const { asked, patched } of builtin) {
    const { name, spec } = splitDescriptor(patched);
    const key = to(name, spec);
    for (const descriptor of asked) {
      if (key === undefined) descriptors.delete(descriptor);
      else descriptors.set(descriptor, key);
    }
  }
  const made = entries.map(({ key, entry, locator }) => lockedPackage(path, key, entry, locator, to, cacheKey));
  refuseTooMany(
    path,
    made.length,
    made.reduce((sum, each) => sum + each.requires.length, 0),
  );
  const byName = nameLinker(made, descriptors, path);
  const all = made.map((each) => ({ ...each, requires: linked(each.requires, byName) }));
  const importers = all.flatMap((each): Importer[] => {
    const { source, name, line, requires } = each;
    if (source.kind !== 'workspace') return [];
    return [{ path: source.spec ?? '', name, line, requires: requires.filter(({ type }) => type !== 'peer') }];
  });
  // A workspace's dependencies belong to its importer.
  const packages = all.map((each) => (each.source.kind === 'workspace' ? { ...each, requires: [] } : each));
  const written = new Map(
    entries.map(({ key, entry, locator: { name, bound } }) => [key, { object: entry.object, name, bound }]),
  );
  return {
    ...{ path, format: 'yarn-berry', formatVersion, packages, importers, descriptors, observations: [] },
    fields: berryComparedFields(formatVersion, (key) => written.get(key)),
  };
}

function readMetadata(
  document: JsonDocument,
  root: JsonObject,
): { readonly version: string; readonly cacheKey: string } {
  const metadata = root.get('__metadata');
  const version = metadata instanceof JsonObject ? metadata.get('version') : undefined;
  const cacheKey = metadata instanceof JsonObject ? metadata.get('cacheKey') : undefined;
  if (typeof version !== 'string' || !VERSIONS.includes(version)) {
    return refuser(
      document,
      'lockfile-version',
      'write it with a version of Yarn that writes one of these',
    )(
      root.offsetOf('__metadata'),
      '`version` in `__metadata` must be one of 4 to 10 (a `yarn.lock` of Yarn 1 begins with `# yarn lockfile v1`)',
    );
  }
  return { version, cacheKey: typeof cacheKey === 'string' ? cacheKey : '' };
}

interface Locator {
  readonly name: string;
  /** `npm:1.2.3`, without its bound parameters. */
  readonly reference: string;
  /** The parameters after `::`, such as `__archiveUrl`. */
  readonly bound: URLSearchParams;
}

function readLocator(resolution: string): Locator {
  const { name, spec } = splitDescriptor(resolution);
  const [reference = '', ...rest] = spec.replace(/^virtual:[^#]*#/, '').split('::');
  return { name, reference, bound: new URLSearchParams(rest.join('::')) };
}

/** The descriptor that a `patch:` changes, and whether all of its patches are Yarn's own. */
function patchedBy(reference: string): { readonly descriptor: string; readonly builtin: boolean } | undefined {
  if (!reference.startsWith('patch:')) return undefined;
  const hash = reference.indexOf('#');
  const descriptor = decoded(reference.slice('patch:'.length, hash < 0 ? undefined : hash));
  const patches = hash < 0 ? [] : reference.slice(hash + 1).split('&');
  return { descriptor, builtin: patches.length > 0 && patches.every((each) => BUILTIN.test(each)) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function lockedPackage(
  path: string,
  key: string,
  entry: YarnEntry,
  locator: Locator,
  to: Linker,
  cacheKey: string,
): LockedPackage {
  const { reference, bound } = locator;
  const jsrName = nameAtJsr(locator);
  const source: Source =
    jsrName === undefined ? sourceOf(path, reference, bound.get('locator') ?? '') : { kind: 'registry' };
  const stated = entry.needed('version');
  const fromRegistry = source.kind === 'registry';
  const version = entry.checkVersion(fromRegistry ? reference.slice('npm:'.length) : stated, fromRegistry);
  if (fromRegistry && isExact(stated) && stated !== version) {
    entry.refuse('lockfile-value', 'has different versions in `version` and `resolution`');
  }
  const name = fromRegistry ? entry.checkName(jsrName ?? locator.name) : locator.name;
  const names = key.split(/ *, */).map((descriptor) => splitDescriptor(descriptor).name);
  const archive = bound.get('__archiveUrl');
  const checksum = entry.string('checksum') ?? '';
  const isOptional = optionalNames(entry);
  const optionalPeers = optionalNames(entry, 'peerDependenciesMeta');
  const patched = patchedBy(reference);
  // Yarn fetches it by way of an entry under the name that it has in the registry.
  const twins = jsrName === undefined ? [] : twinsOf(key, jsrName, to);
  const below = patched && splitDescriptor(patched.descriptor);
  const requires = [
    ...entry.requires('dependencies', (each) => (isOptional.has(each) ? 'optional' : 'prod'), to),
    ...entry
      .requires(
        'peerDependencies',
        () => 'peer',
        () => undefined,
      )
      .map((each) => (optionalPeers.has(each.name) ? { ...each, optionalPeer: true } : each)),
    ...twins,
    ...(below === undefined ? [] : [{ ...below, type: 'prod' as const, ...answer(to(below.name, below.spec)) }]),
  ];
  return {
    ...{ key, name, version, source, line: entry.line, requires, claims: {} },
    ...aliased(name, names),
    ...(archive !== null && { resolved: archive }),
    checksum: checksum === '' || checksum.includes('/') ? checksum : `${cacheKey}/${checksum}`,
  };
}

/** The name that JSR's registry has for `@scope/name@jsr:1.0.0`; undefined for every other locator. */
function nameAtJsr({ name, reference }: Locator): string | undefined {
  const [, scope, bare] = /^@([^/]+)\/([^/]+)$/.exec(name) ?? [];
  const isExactly = reference.startsWith('jsr:') && isExact(reference.slice('jsr:'.length));
  return isExactly && scope !== undefined && bare !== undefined ? `@jsr/${scope}__${bare}` : undefined;
}

function twinsOf(key: string, jsrName: string, to: Linker): readonly Requirement[] {
  return key.split(/ *, */).flatMap((descriptor) => {
    const { name, spec } = splitDescriptor(descriptor);
    const twin = spec.replace(/^jsr:/, `npm:${jsrName}@`);
    const found = to(name, twin);
    return found === undefined ? [] : [{ name, spec: twin, type: 'prod' as const, to: found }];
  });
}

function answer(to: string | undefined): { readonly to?: string } {
  return to === undefined ? {} : { to };
}

function optionalNames(entry: YarnEntry, field = 'dependenciesMeta'): ReadonlySet<string> {
  const names = new Set<string>();
  entry.map(field)?.forEach((name, meta) => {
    if (meta instanceof JsonObject && meta.get('optional') === 'true') names.add(name);
  });
  return names;
}

/** The folder of a workspace, or of a folder that is bound to one in its turn; else the lockfile's own. */
function folderOfLocator(locator: string): string {
  const [, kind, target = '', bound = ''] =
    /^@?[^@]*@(workspace|file|link|portal):([^#:]*)(?:#[^:]*)?(?:::(.*))?$/s.exec(locator) ?? [];
  if (kind === undefined) return '';
  const above = kind === 'workspace' ? '' : folderOfLocator(new URLSearchParams(bound).get('locator') ?? '');
  return normalise(join(above, target));
}

/** @param locator of the package whose manifest a path is relative to */
function sourceOf(path: string, reference: string, locator: string): Source {
  const [, protocol = '', rest = ''] = /^([a-z]+):(.*)$/is.exec(reference) ?? [];
  const own = folderOfLocator(locator);
  const folder = (target: string): Source => {
    const below = join(own, target);
    const source = fileSource(path, `file:${below}`);
    return own === '' || source.kind === 'file' ? source : { ...source, folder: normalise(below) };
  };
  switch (protocol) {
    case 'npm':
      return { kind: 'registry' };
    case 'workspace':
      return { kind: 'workspace', spec: normalise(rest), outside: false, workspace: true };
    case 'link':
    case 'portal':
      return { ...folder(rest), kind: protocol, spec: reference };
    case 'file':
      return { ...folder(rest.replace(/#.*$/s, '')), spec: reference };
    case 'exec':
    case 'patch':
      return { kind: protocol, spec: reference };
    default:
      if (/#(?:.*&)?commit=/s.test(reference) || specKind(reference) === 'git') return { kind: 'git', spec: reference };
      // No registry vouches for a source with an unknown protocol.
      return { kind: 'remote', spec: reference };
  }
}
