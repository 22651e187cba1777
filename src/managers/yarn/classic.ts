import type { LockedPackage, Lockfile, Observation, Source } from '../../model/index.ts';
import { aliased } from '../../lockfile/aliases.ts';
import { refuseTooMany } from '../../lockfile/bounds.ts';
import { JsonObject } from '../../text/json-object.ts';
import { refuser } from '../../lockfile/requirements.ts';
import { fileSource, resolvedSource } from '../../lockfile/source.ts';
import { aliasTarget, specKind } from '../../lockfile/spec.ts';
import { splitDescriptor, YarnEntry } from './entry.ts';
import { classicComparedFields } from './fields.ts';
import { descriptorLinker, linked, nameLinker } from './link.ts';
import { BETWEEN_KEYS, parseYarnText } from './text.ts';

/** What Yarn classic appends to `resolved`: the tarball's SHA-1. */
const SHASUM = /#([0-9a-f]{40})$/;

/**
 * Reads `yarn.lock` of Yarn 1. It does not list its importers; `descriptors` says which entry answers which spec in their
 * manifests. The SHA-1 after `resolved`'s `#` counts as the integrity if the entry has none: it is what
 * Yarn compares a download with.
 * @throws GateFailure what `parseYarnText` throws, and `lockfile-shape`, `-invalid-name` or `-value`.
 */
export function parseYarnClassic(path: string, text: string): Lockfile {
  const document = parseYarnText(text, path, 'classic');
  const root = document.value as JsonObject;
  const descriptors = new Map<string, string>();
  const entries: { readonly key: string; readonly entry: YarnEntry; readonly asked: readonly string[] }[] = [];
  root.forEach((key, value, offset) => {
    if (!(value instanceof JsonObject)) {
      return refuser(document, 'lockfile-shape')(offset, 'An entry must be a block with fields');
    }
    const asked = key.split(BETWEEN_KEYS);
    const entry = new YarnEntry(document, key, value, offset);
    for (const [name, same] of namesOf(entry, asked)) {
      const own = entryKey(key, asked, name);
      for (const descriptor of same) descriptors.set(descriptor, own);
      entries.push({ key: own, entry, asked: same });
    }
  });
  const to = descriptorLinker(descriptors);
  const made = entries.map(({ key, entry, asked }) => lockedPackage(path, key, entry, asked, to));
  refuseTooMany(
    path,
    made.length,
    made.reduce((sum, each) => sum + each.requires.length, 0),
  );
  const byName = nameLinker(made, descriptors, path);
  const packages = made.map((each) => ({ ...each, requires: linked(each.requires, byName) }));
  const observations = packages.flatMap((each) => pinsNothing(path, each));
  const objects = new Map(entries.map(({ key, entry }) => [key, entry.object]));
  return {
    ...{ path, format: 'yarn-classic', formatVersion: '1', packages, importers: [], descriptors, observations },
    fields: classicComparedFields((key) => objects.get(key)),
  };
}

/** Yarn 1 passes over an entry without `resolved`, and asks anew for what the entry answers. Folders have none. */
function pinsNothing(path: string, { name, version, line, source, resolved }: LockedPackage): readonly Observation[] {
  if (resolved !== undefined || source.kind === 'file' || source.kind === 'link') return [];
  return [{ code: 'pins-nothing', path, line, name, version, args: {} }];
}

/** The descriptors of a block by real package name. One block may answer an alias and the name itself. */
function namesOf(entry: YarnEntry, asked: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const descriptor of asked) {
    const { name, spec } = splitDescriptor(descriptor);
    entry.checkName(name);
    const real = entry.checkName(aliasTarget(spec)?.name ?? name);
    names.set(real, [...(names.get(real) ?? []), descriptor]);
  }
  return names;
}

/** A block with several real names is judged as each of them, unless the root's `resolutions` explain them. */
function entryKey(key: string, asked: readonly string[], name: string): string {
  const { name: first, spec } = splitDescriptor(asked[0] ?? '');
  return (aliasTarget(spec)?.name ?? first) === name ? key : `${key}${BETWEEN_KEYS}${BETWEEN_KEYS}${name}`;
}

/** The key that all packages of one block have in common. */
export const blockOf = (key: string): string => key.split(`${BETWEEN_KEYS}${BETWEEN_KEYS}`, 1)[0] ?? key;

function lockedPackage(
  path: string,
  key: string,
  entry: YarnEntry,
  asked: readonly string[],
  to: ReturnType<typeof descriptorLinker>,
): LockedPackage {
  const specs = asked.map(splitDescriptor);
  const { name: folder, spec } = specs[0] as (typeof specs)[number];
  const name = aliasTarget(spec)?.name ?? folder;
  const written = entry.string('resolved');
  const address = written === '' ? undefined : written;
  const source = specs.map((each) => specSource(path, each.spec, address)).find((each) => each !== undefined);
  const where = source ?? resolvedSource(path, address);
  // Behind the address of a git repository stands the commit.
  const shasum = where.kind === 'git' ? undefined : SHASUM.exec(address ?? '')?.[1];
  const resolved = shasum === undefined ? address : address?.slice(0, -shasum.length - 1);
  const version = entry.checkVersion(entry.needed('version'), where.kind === 'registry');
  const integrity = entry.string('integrity') ?? (shasum === undefined ? undefined : sha1Integrity(shasum));
  const names = specs.map((each) => each.name);
  const optional = new Set(entry.map('optionalDependencies')?.keys);
  const requires = [
    ...entry.requires('dependencies', () => 'prod', to).filter((each) => !optional.has(each.name)),
    ...entry.requires('optionalDependencies', () => 'optional', to),
  ];
  return {
    ...{ key, name, version, source: where, line: entry.line, requires, claims: {} },
    ...aliased(name, names),
    ...(resolved !== undefined && { resolved }),
    ...(integrity !== undefined && { integrity }),
  };
}

/** The source that a descriptor's spec names; undefined if that is a registry. */
function specSource(path: string, spec: string, resolved: string | undefined): Source | undefined {
  if (/^link:/i.test(spec)) return { ...fileSource(path, `file:${spec.slice('link:'.length)}`), kind: 'link', spec };
  switch (specKind(spec)) {
    case 'git':
      return { kind: 'git', spec: resolved ?? spec };
    case 'remote':
      return { kind: 'remote', spec: resolved ?? spec };
    case 'file':
    case 'directory':
      return spec === '' ? undefined : fileSource(path, spec);
    default:
      return undefined;
  }
}

function sha1Integrity(hex: string): string {
  const bytes = hex.replaceAll(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return `sha1-${btoa(bytes)}`;
}
