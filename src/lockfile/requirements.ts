import type { ErrorCode } from '../errors.ts';
import { GateFailure } from '../errors.ts';
import type { Requirement } from '../model/index.ts';
import { lockfileFaults } from '../text/decode.ts';
import { limits, quoted } from '../text/visible.ts';
import type { JsonDocument, JsonValue } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';

/** Throws what is wrong with a member of an object: a clause, to which the fix is added. */
export type Refuse = (offset: number, what: string) => never;

/** @param fix what to do about it, as an imperative clause */
export function refuser(
  document: JsonDocument,
  code: ErrorCode,
  fix = code === 'manifest-invalid' ? 'fix the manifest' : lockfileFaults.fix,
): Refuse {
  return (offset, what) => {
    const { path, line, column } = document.place(offset);
    throw new GateFailure(code, `${what}; ${fix}.`, { path, line, column });
  };
}

/** The dependency maps of a manifest, or of an entry of npm's `packages`, which copies them. */
export interface DependencyMaps {
  readonly dependencies: JsonObject | undefined;
  readonly devDependencies: JsonObject | undefined;
  readonly optionalDependencies: JsonObject | undefined;
  readonly peerDependencies: JsonObject | undefined;
  readonly peerDependenciesMeta: JsonObject | undefined;
}

export const mapNames = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

/** Reads the maps; refuses one that is not an object of strings. `null` counts as absent, as it does for npm. */
export function readMaps(object: JsonObject, refuse: Refuse): DependencyMaps {
  const map = (name: (typeof mapNames)[number]): JsonObject | undefined => {
    const value = object.get(name);
    if (value === undefined || value === null) return undefined;
    if (!(value instanceof JsonObject)) return refuse(object.offsetOf(name), `\`${name}\` must be an object`);
    value.forEach((key, spec, offset) => {
      if (typeof spec !== 'string') refuse(offset, `${quoted(key, limits.name)} in \`${name}\` must be a string`);
    });
    return value;
  };
  const meta = object.get('peerDependenciesMeta');
  return {
    dependencies: map('dependencies'),
    devDependencies: map('devDependencies'),
    optionalDependencies: map('optionalDependencies'),
    peerDependencies: map('peerDependencies'),
    peerDependenciesMeta: meta instanceof JsonObject ? meta : undefined,
  };
}

/**
 * What npm asks for, from the maps: one requirement per name. `optionalDependencies` win over `dependencies`,
 * those over `peerDependencies`, and `devDependencies` over all (Arborist's Node, `_loadDeps`). Unlike npm, a name in
 * both `dependencies` and `devDependencies` is asked for as both: it is published as a production dependency.
 * @param top whether it is a folder's own manifest: only those have their `devDependencies` installed
 */
export function requirementsOf(maps: DependencyMaps, top: boolean): readonly Requirement[] {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = maps;
  const devDependencies = top ? maps.devDependencies : undefined;
  const requires: Requirement[] = [];
  peerDependencies?.forEach((name, spec) => {
    if ([dependencies, optionalDependencies, devDependencies].some((map) => map?.has(name))) return;
    const optionalPeer = isOptionalPeer(peerDependenciesMeta?.get(name));
    requires.push({ name, spec: spec as string, type: 'peer', ...(optionalPeer && { optionalPeer }) });
  });
  dependencies?.forEach((name, spec) => {
    if (optionalDependencies?.has(name) !== true) requires.push({ name, spec: spec as string, type: 'prod' });
  });
  optionalDependencies?.forEach((name, spec) => {
    if (devDependencies?.has(name) !== true) requires.push({ name, spec: spec as string, type: 'optional' });
  });
  devDependencies?.forEach((name, spec) => requires.push({ name, spec: spec as string, type: 'dev' }));
  return requires;
}

function isOptionalPeer(meta: JsonValue | undefined): boolean {
  return meta instanceof JsonObject && meta.get('optional') === true;
}

/** The globs of `workspaces`, in both forms that npm reads. Undefined if it has neither form. */
export function workspaceGlobs(value: JsonValue | undefined): readonly string[] | undefined {
  if (value === undefined || value === null) return [];
  const list = value instanceof JsonObject ? (value.get('packages') ?? []) : value;
  return Array.isArray(list) && list.every((each) => typeof each === 'string') ? list : undefined;
}
