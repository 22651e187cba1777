import parse from 'semver/functions/parse.js';

import { GateFailure } from '../errors.ts';
import type { LockedPackage } from '../model/index.ts';
import { lockfileFaults } from '../text/decode.ts';
import { limits, quoted } from '../text/visible.ts';
import type { JsonDocument } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';
import { refuser } from './requirements.ts';

/** Longest version that is accepted; semver's own limit. */
export const MAX_VERSION = 256;

/** Reads the fields of one lockfile entry; every error names the entry and its line. */
export class EntryFields {
  readonly object: JsonObject;
  protected readonly document: JsonDocument;
  protected readonly key: string;

  constructor(document: JsonDocument, key: string, object: JsonObject) {
    this.document = document;
    this.key = key;
    this.object = object;
  }

  refuse(field: string, expected: string): never {
    return refuser(this.document, 'lockfile-shape')(
      this.object.offsetOf(field),
      `\`${field}\` of ${quoted(this.key)} must be ${expected}`,
    );
  }

  /** @param value the field's value, if it is already known */
  string(field: string, value = this.object.get(field)): string | undefined {
    if (value === undefined || typeof value === 'string') return value;
    return this.refuse(field, 'a string');
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

  /** A version is data. The version of a registry package must be exact, or no registry can be asked about it. */
  checkVersion(version: string, fromRegistry: boolean): string {
    if (version.length <= MAX_VERSION && (!fromRegistry || isExact(version))) return version;
    const { path, line, column } = this.document.place(this.object.offsetOf('version'));
    const shown = quoted(version, limits.version);
    const fault =
      version.length > MAX_VERSION
        ? `has more than ${MAX_VERSION} characters`
        : version === ''
          ? 'is missing'
          : `${shown} is not an exact version`;
    throw new GateFailure('lockfile-value', `The version of ${quoted(this.key)} ${fault}; ${lockfileFaults.fix}.`, {
      path,
      line,
      column,
    });
  }
}

/** An installed package, without empty optional fields. Without spreads: they cost the most here. */
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

/** Matches nearly every version, without loading the library. */
const PLAIN_VERSION = /^(?:0|[1-9]\d{0,14})(?:\.(?:0|[1-9]\d{0,14})){2}$/;

/** Exact as semver 2.0.0 defines it: no leading `v` or `=`, no white space, no part missing. */
export function isExact(version: string): boolean {
  if (PLAIN_VERSION.test(version)) return true;
  const parsed = parse(version);
  return parsed !== null && (parsed.version === version || version.startsWith(`${parsed.version}+`));
}
