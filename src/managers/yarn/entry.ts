import type { DependencyType, Requirement } from '../../model/index.ts';
import { limits, quoted } from '../../text/visible.ts';
import type { JsonDocument } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { isPackageName } from '../../lockfile/names.ts';
import { isExact, MAX_VERSION } from '../../lockfile/entry.ts';
import { refuser } from '../../lockfile/requirements.ts';

/** The fields of one entry of a `yarn.lock`; every error names the entry and its place. */
export class YarnEntry {
  readonly #document: JsonDocument;
  readonly object: JsonObject;
  readonly #shown: string;
  readonly line: number;

  constructor(document: JsonDocument, key: string, object: JsonObject, offset: number) {
    this.#document = document;
    this.object = object;
    this.#shown = quoted(key.replaceAll('\n', ', '));
    this.line = document.line(offset);
  }

  /** A descriptor of this entry, for messages. */
  shown(descriptor: string): string {
    return quoted(descriptor, limits.name);
  }

  /** @throws GateFailure `lockfile-shape` if it is a block. */
  string(field: string): string | undefined {
    const value = this.object.get(field);
    if (value === undefined || typeof value === 'string') return value;
    return refuser(this.#document, 'lockfile-shape')(
      this.object.offsetOf(field),
      `\`${field}\` of ${this.#shown} must be a string`,
    );
  }

  /** @throws GateFailure `lockfile-shape` if it is missing. */
  needed(field: string): string {
    return (
      this.string(field) ??
      refuser(this.#document, 'lockfile-shape')(this.object.offset, `${this.#shown} has no \`${field}\``)
    );
  }

  map(field: string): JsonObject | undefined {
    const value = this.object.get(field);
    if (value === undefined || value instanceof JsonObject) return value;
    return refuser(this.#document, 'lockfile-shape')(
      this.object.offsetOf(field),
      `\`${field}\` of ${this.#shown} must be a block`,
    );
  }

  requires(field: string, type: (name: string) => DependencyType, to: Linker): readonly Requirement[] {
    const found: Requirement[] = [];
    this.map(field)?.forEach((name, spec, offset) => {
      if (typeof spec !== 'string') {
        return refuser(this.#document, 'lockfile-shape')(offset, `${quoted(name)} of ${this.#shown} must be a string`);
      }
      const key = to(name, spec);
      found.push({ name, spec, type: type(name), ...(key !== undefined && { to: key }) });
    });
    return found;
  }

  /** @throws GateFailure `lockfile-invalid-name` */
  checkName(name: string): string {
    if (isPackageName(name)) return name;
    return this.refuse('lockfile-invalid-name', `has the name ${quoted(name, limits.name)}, which npm does not accept`);
  }

  /** @throws GateFailure `lockfile-value` if a registry package's version is not exact, or any version is too long. */
  checkVersion(version: string, fromRegistry: boolean): string {
    if (version.length <= MAX_VERSION && (!fromRegistry || isExact(version))) return version;
    return this.refuse('lockfile-value', `has the version ${quoted(version, limits.version)}, which is not exact`);
  }

  refuse(code: 'lockfile-invalid-name' | 'lockfile-value' | 'lockfile-shape', what: string): never {
    return refuser(this.#document, code)(this.object.offset, `${this.#shown} ${what}`);
  }
}

/** The key of the entry that answers a name and a spec, if there is one. */
export type Linker = (name: string, spec: string) => string | undefined;

/** Name and spec of `name@spec`; the spec is empty if there is none. */
export function splitDescriptor(descriptor: string): { readonly name: string; readonly spec: string } {
  const at = descriptor.indexOf('@', 1);
  return at < 0 ? { name: descriptor, spec: '' } : { name: descriptor.slice(0, at), spec: descriptor.slice(at + 1) };
}
