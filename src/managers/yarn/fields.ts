import { compared, compareField, ignored, read, reasons, writesField } from '../../lockfile/fields.ts';
import type { FieldTable, FieldUse } from '../../lockfile/fields.ts';
import type { ComparedField, ComparedFields } from '../../model/index.ts';
import type { JsonValue } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { normalBin } from '../bin.ts';

/** The fields of an entry of Yarn 1 (`lockfile/index.js`). */
export const classicFields: FieldTable = new Map<string, FieldUse>([
  ...['version', 'resolved', 'integrity'].map((field) => [field, read] as const),
  ['dependencies', compared('requirements')],
  ['optionalDependencies', compared('requirements')],
  ['uid', compared('source')],
  ['name', compared('other-fields')],
  ['registry', compared('other-fields')],
  ['permissions', compared('other-fields')],
  ['prebuiltVariants', compared('source')],
]);

/** The fields of an entry of Yarn 2 and later (`Project.ts`, `Manifest.ts`). */
export const berryFields: FieldTable = new Map<string, FieldUse>([
  ['version', read],
  ['checksum', read],
  // What is bound to the locator beside the archive's address: the hash of a patch, whose algorithm is of the version.
  ['resolution', { use: 'compared', aspect: 'source', isOfVersion: true }],
  ['bin', compared('bin')],
  ['conditions', compared('platforms', ['4', '5'])],
  ['dependencies', compared('requirements')],
  ['peerDependencies', compared('requirements')],
  ['dependenciesMeta', compared('requirements')],
  ['languageName', compared('other-fields')],
  ['linkType', compared('other-fields')],
  ['peerDependenciesMeta', ignored(reasons.peers)],
]);

/**
 * The compared fields of a lockfile of Yarn 1.
 * @param entryOf the block of an entry, by the key that it is known under
 */
export function classicComparedFields(entryOf: (key: string) => JsonObject | undefined): ComparedFields {
  return {
    of(key) {
      const fields = new Map<string, ComparedField>();
      entryOf(key)?.forEach((field, value) => compareField(fields, classicFields, field, value));
      return fields;
    },
    writes: writesField(classicFields, '1'),
  };
}

/**
 * The compared fields of a lockfile of Yarn 2 and later.
 * @param entryOf the block of an entry, and what is bound to its locator
 */
export function berryComparedFields(
  formatVersion: string,
  entryOf: (
    key: string,
  ) => { readonly object: JsonObject; readonly name: string; readonly bound: URLSearchParams } | undefined,
): ComparedFields {
  return {
    of(key) {
      const fields = new Map<string, ComparedField>();
      const entry = entryOf(key);
      entry?.object.forEach((field, value) => {
        if (field === 'resolution') value = boundText(entry.bound);
        if (field === 'conditions' && typeof value === 'string') {
          compareConditions(fields, value);
          return;
        }
        compareField(fields, berryFields, field, withoutProtocol(field, value));
      });
      const bin = fields.get('bin');
      if (entry !== undefined && bin !== undefined) {
        fields.set('bin', { ...bin, value: JSON.stringify(normalBin(entry.name, entry.object.get('bin'))) });
      }
      return fields;
    },
    writes: writesField(berryFields, formatVersion),
  };
}

function boundText(bound: URLSearchParams): string {
  const kept = [...bound].filter(([key]) => key !== '__archiveUrl').map((pair) => pair.join('='));
  return kept.sort().join('&');
}

/** Yarn 4 writes `npm:^1.0.0` where earlier versions write `^1.0.0`. */
function withoutProtocol(field: string, value: JsonValue): JsonValue {
  if (field !== 'dependencies' || !(value instanceof JsonObject)) return value;
  const { offset, keys, values, offsets } = value;
  const plain = values.map((spec) => (typeof spec === 'string' ? spec.replace(/^npm:(?![^@]+@|@)/, '') : spec));
  return new JsonObject(offset, keys, plain, offsets);
}

/** `os=linux & (cpu=x64 | cpu=arm64)`: each condition by itself, as other managers have them. */
function compareConditions(fields: Map<string, ComparedField>, text: string): void {
  for (const group of text.split('&')) {
    const names = group.split('|').map((each) => /^\s*\(?\s*(os|cpu|libc)=([^\s()]+)\s*\)?\s*$/.exec(each));
    const condition = names[0]?.[1];
    const isPlain = names.every((each) => each?.[1] === condition);
    if (condition === undefined || !isPlain) compareField(fields, berryFields, 'conditions', text);
    else {
      compareField(
        fields,
        platforms,
        condition,
        names.map((each) => each?.[2] ?? ''),
      );
    }
  }
}

const platforms: FieldTable = new Map<string, FieldUse>(
  ['os', 'cpu', 'libc'].map((field) => [field, compared('platforms')] as const),
);
