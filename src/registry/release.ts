import type { InstallHooks, Release } from '../model/index.ts';
import { normalBin } from '../managers/bin.ts';
import { normalizeRepository } from './repository-url.ts';

/** A JSON object of which nothing is known yet. */
export type Json = Readonly<Record<string, unknown>>;

/** A JSON object: no null, no array. */
export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * One version's manifest in the packument as a `Release`, or the name of the field that has a wrong type.
 * A missing field is missing; a wrong one is never replaced by a default.
 * Name and version are the ones that were asked for: what the manifest says of itself is compared, not used.
 */
export function readRelease(name: string, version: string, manifest: unknown): Release | string {
  if (!isRecord(manifest)) return 'manifest';
  const dist = manifest.dist ?? {};
  if (!isRecord(dist)) return 'dist';
  const hooks = installHooks(manifest);
  if (hooks === undefined) return 'scripts';
  const dependencies = specs(manifest.dependencies);
  if (dependencies === undefined) return 'dependencies';
  const optionalDependencies = specs(manifest.optionalDependencies);
  if (optionalDependencies === undefined) return 'optionalDependencies';
  const peerDependencies = specs(manifest.peerDependencies);
  if (peerDependencies === undefined) return 'peerDependencies';
  const bundled = bundledNames(manifest.bundledDependencies, manifest.bundleDependencies);
  if (bundled === undefined) return 'bundledDependencies';
  for (const key of ['integrity', 'shasum', 'tarball']) {
    if (dist[key] !== undefined && dist[key] !== null && typeof dist[key] !== 'string') return `dist.${key}`;
  }
  const repository = normalizeRepository(manifest.repository);
  const license = licenseText(manifest);
  return {
    version,
    documentMatches: manifest.name === name && sameVersion(manifest.version, version),
    ...text(dist, 'integrity'),
    ...text(dist, 'shasum'),
    ...text(dist, 'tarball'),
    ...size(dist.unpackedSize),
    hooks,
    ...(isListOfTexts(manifest.os) && isListOfTexts(manifest.cpu) ? { platform: true as const } : {}),
    ...programs(name, manifest),
    deprecated: Boolean(manifest.deprecated),
    dependencies,
    optionalDependencies,
    peerDependencies,
    bundled,
    ...(license === undefined ? {} : { license }),
    ...(repository === undefined ? {} : { repository }),
  };
}

/**
 * The hooks that npm runs when it installs a package from a registry; undefined where `scripts` cannot be read.
 * `prepare` is not among them: npm runs it for git dependencies and in the package's own folder, never for a
 * registry tarball (npm docs, using-npm/scripts, "Life Cycle Operation Order"). See docs/decisions/0021.
 */
export function installHooks(manifest: unknown): InstallHooks | undefined {
  if (!isRecord(manifest)) return undefined;
  const scripts = manifest.scripts ?? {};
  if (!isRecord(scripts)) return undefined;
  const hooks: { -readonly [K in keyof InstallHooks]: string } = {};
  for (const hook of ['preinstall', 'install', 'postinstall'] as const) {
    const command = scripts[hook];
    if (command === undefined || command === null || command === '') continue;
    if (typeof command !== 'string') return undefined;
    hooks[hook] = command;
  }
  const ownBuild = hooks.preinstall !== undefined || hooks.install !== undefined;
  return Boolean(manifest.gypfile) && !ownBuild ? { ...hooks, 'implicit-gyp': 'node-gyp rebuild' } : hooks;
}

/** No license expression that anybody reads is longer. */
const longestLicense = 512;

/**
 * The declared license as one text: `license`, its old form `{type}`, or a list of either there or in the older `licenses`,
 * any of which may be chosen (npm docs, package.json, "license"). Undefined where there is none that is a text.
 */
function licenseText({ license, licenses }: Json): string | undefined {
  const one = (value: unknown): string | undefined => {
    const type = isRecord(value) ? value.type : value;
    return typeof type === 'string' && type.trim() !== '' ? type.trim() : undefined;
  };
  const any = (list: unknown): string | undefined => {
    const listed = Array.isArray(list) ? list.flatMap((each) => one(each) ?? []) : [];
    return listed.length > 0 ? listed.join(' OR ') : undefined;
  };
  const text = one(license) ?? any(license) ?? any(licenses);
  return text?.slice(0, longestLicense);
}

const isListOfTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string' && !each.startsWith('!'));

/** Equal but for build metadata, which registries drop from their keys. */
function sameVersion(own: unknown, asked: string): boolean {
  return typeof own === 'string' && (own === asked || own.split('+', 1)[0] === asked.split('+', 1)[0]);
}

function text<K extends string>(from: Json, key: K): { [P in K]?: string } {
  const value = from[key];
  return typeof value === 'string' ? ({ [key]: value } as { [P in K]?: string }) : {};
}

/**
 * Its programs as npm normalises them. Not known where `directories.bin` names a folder: npm looks into it when it
 * unpacks, and the document need not list what lies there.
 */
function programs(name: string, { bin, directories }: Json): Pick<Release, 'bin'> {
  const normal = normalBin(name, bin);
  if (Object.keys(normal).length > 0) return { bin: normal };
  return isRecord(directories) && directories.bin !== undefined ? {} : { bin: {} };
}

/** No more than a number that can be trusted to be one: it decides only how much is looked into. */
function size(value: unknown): Pick<Release, 'unpackedSize'> {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? { unpackedSize: value as number } : {};
}

/** Names, each with its spec; none where there are none; undefined where one is no text. */
export function specs(value: unknown): Readonly<Record<string, string>> | undefined {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value);
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
    ? Object.fromEntries(entries)
    : undefined;
}

/** Both spellings are in use; npm takes either, `true` for all dependencies, and an object for its keys. */
export function bundledNames(...fields: readonly unknown[]): readonly string[] | true | undefined {
  const names = new Set<string>();
  for (const field of fields) {
    if (field === true) return true;
    if (field === undefined || field === null || field === false) continue;
    const listed: unknown = isRecord(field) ? Object.keys(field) : field;
    if (!Array.isArray(listed) || !listed.every((name) => typeof name === 'string')) return undefined;
    for (const name of listed) names.add(name);
  }
  return [...names].sort();
}
