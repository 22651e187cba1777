import parse from 'semver/functions/parse.js';

import { GateFailure } from '../errors.ts';
import type { Claims, LockedPackage, Requirement } from '../model/index.ts';
import { limits, quoted } from '../text/visible.ts';
import type { JsonDocument } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';
import { isPackageName } from './names.ts';
import { mapNames, readMaps, refuser, requirementsOf } from './requirements.ts';

/** Longest version that is accepted; semver's own limit. */
export const MAX_VERSION = 256;

/** One entry of `packages`, its fields checked, before it is known what it stands for. */
export interface NpmEntry {
  readonly name?: string | undefined;
  readonly version?: string | undefined;
  readonly resolved?: string | undefined;
  readonly integrity?: string | undefined;
  readonly link: boolean;
  readonly claims: Claims;
  readonly requires: readonly Requirement[];
}

/** Fields that an entry claims of itself, under npm's names for them. */
const CLAIMS = [
  'dev',
  'optional',
  'devOptional',
  'peer',
  'extraneous',
  'inBundle',
  'hasInstallScript',
  'hasShrinkwrap',
] as const;

/** Reads the fields that an entry of `packages` or of `dependencies` may have; every fault names the entry and its line. */
export class EntryFields {
  readonly object: JsonObject;
  private readonly document: JsonDocument;
  private readonly key: string;

  constructor(document: JsonDocument, key: string, object: JsonObject) {
    this.document = document;
    this.key = key;
    this.object = object;
  }

  refuse(field: string, expected: string): never {
    return refuser(this.document, 'lockfile-shape')(
      this.object.offsetOf(field),
      `\`${field}\` of ${quoted(this.key)} must be ${expected}.`,
    );
  }

  /** @param value of the field, where it is known already */
  string(field: string, value = this.object.get(field)): string | undefined {
    if (value === undefined || typeof value === 'string') return value;
    return this.refuse(field, 'a string');
  }

  /** A string that npm 5 and 6 may have written as `false` for "none". */
  stringOrFalse(field: string, value = this.object.get(field)): string | undefined {
    return value === false ? undefined : this.string(field, value);
  }

  boolean(field: string, value = this.object.get(field)): boolean | undefined {
    if (value === undefined || typeof value === 'boolean') return value;
    return this.refuse(field, 'true or false');
  }

  map(field: string): JsonObject | undefined {
    const value = this.object.get(field);
    if (value === undefined || value instanceof JsonObject) return value;
    return this.refuse(field, 'an object');
  }

  /** @param legacy the name that lockfile version 1 has for a claim */
  claims(legacy: Readonly<Partial<Record<(typeof CLAIMS)[number], string>>> = {}): Claims {
    const claims: { -readonly [K in keyof Claims]: Claims[K] } = {};
    for (const claim of CLAIMS) {
      const value = this.boolean(legacy[claim] ?? claim);
      if (value !== undefined) claims[claim] = value;
    }
    return claims;
  }

  requires(top: boolean): readonly Requirement[] {
    const refuse = refuser(this.document, 'lockfile-shape');
    return requirementsOf(
      readMaps(this.object, (offset, sentence) => refuse(offset, `In ${quoted(this.key)}: ${sentence}`)),
      top,
    );
  }

  /** The real name of what is installed under another. */
  checkName(name: string): void {
    if (isPackageName(name)) return;
    refuser(this.document, 'lockfile-invalid-name')(
      this.object.offsetOf('name'),
      `${quoted(this.key)} has the name ${quoted(name, limits.name)}, which npm does not accept.`,
    );
  }

  /** A version is data; that of a registry package must be exact, or nobody can ask a registry about it. */
  checkVersion(version: string, fromRegistry: boolean): string {
    if (version.length <= MAX_VERSION && (!fromRegistry || isExact(version))) return version;
    const { path, line, column } = this.document.place(this.object.offsetOf('version'));
    const shown = quoted(version, limits.version);
    const fault =
      version.length > MAX_VERSION
        ? `has more than ${MAX_VERSION} characters`
        : version === ''
          ? 'is missing'
          : `${shown} is no exact version`;
    throw new GateFailure('lockfile-value', `The version of ${quoted(this.key)} ${fault}; lock it again.`, {
      path,
      line,
      column,
    });
  }
}

/**
 * One pass over the fields: there are thousands of entries, and most fields of each are not of interest here.
 * @param top whether it is the entry of a folder, whose `devDependencies` count
 */
export function readEntry(fields: EntryFields, top: boolean): NpmEntry {
  const claims: { -readonly [K in keyof Claims]: Claims[K] } = {};
  const entry: { -readonly [K in keyof NpmEntry]: NpmEntry[K] } = { link: false, claims, requires: NONE };
  let asks = false as boolean; // set in a callback, which the compiler does not follow
  fields.object.forEach((field, value) => {
    const known = FIELDS.get(field);
    if (known === undefined) return;
    if (known === 'string') entry[field as 'name'] = fields.string(field, value);
    else if (known === 'string or false') entry[field as 'resolved'] = fields.stringOrFalse(field, value);
    else if (known === 'map') asks = true;
    else if (known === 'link') entry.link = fields.boolean(field, value) === true;
    else claims[field as (typeof CLAIMS)[number]] = fields.boolean(field, value) === true;
  });
  if (asks) entry.requires = fields.requires(top);
  return entry;
}

const NONE: readonly Requirement[] = [];

/** How each field that matters is read. */
const FIELDS: ReadonlyMap<string, 'string' | 'string or false' | 'map' | 'link' | 'claim'> = new Map([
  ['name', 'string'],
  ['version', 'string'],
  ['resolved', 'string or false'],
  ['integrity', 'string or false'],
  ['link', 'link'],
  ...mapNames.map((name) => [name, 'map'] as const),
  ...CLAIMS.map((name) => [name, 'claim'] as const),
]);

/** An installed package, its optional fields left out where they say nothing. Without spreads: they cost the most here. */
export function lockedPackage(
  made: { -readonly [K in keyof LockedPackage]: LockedPackage[K] },
  folderName: string,
  resolved: string | undefined,
  integrity: string | undefined,
): LockedPackage {
  if (made.name !== folderName) made.alias = folderName;
  if (resolved !== undefined) made.resolved = resolved;
  if (integrity !== undefined) made.integrity = integrity;
  return made;
}

/** What nearly every version is like, told without the library. */
const PLAIN_VERSION = /^(?:0|[1-9]\d{0,14})(?:\.(?:0|[1-9]\d{0,14})){2}$/;

/** Exact as semver 2.0.0 spells it: no leading `v` or `=`, no white space, nothing left out. */
export function isExact(version: string): boolean {
  if (PLAIN_VERSION.test(version)) return true;
  const parsed = parse(version);
  return parsed !== null && (parsed.version === version || version.startsWith(`${parsed.version}+`));
}
