import { compared, compareField, read, writesField } from '../../lockfile/fields.ts';
import type { FieldTable, FieldUse } from '../../lockfile/fields.ts';
import type { ComparedField, ComparedFields } from '../../model/index.ts';
import type { JsonValue } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { normalBin } from '../bin.ts';
import { splitIdent } from './keys.ts';

const asked: FieldUse = compared('requirements');

/** The members of an entry of bun's `packages`, and its items by what they are (bun, `bun.lock.zig`). */
export const bunFields: FieldTable = new Map<string, FieldUse>([
  ...['ident', 'address', 'pin'].map((item) => [item, read] as const),
  // Of git: the tag of the commit that was fetched, and the integrity of its archive.
  ['commit', compared('integrity')],
  ['archive', compared('integrity')],
  ['bin', compared('bin')],
  ['binDir', compared('bin')],
  ['bundled', compared('in-bundle')],
  ['os', compared('platforms')],
  ['cpu', compared('platforms')],
  ['libc', compared('platforms')],
  ['dependencies', asked],
  ['devDependencies', asked],
  ['optionalDependencies', asked],
  ['peerDependencies', asked],
  ['optionalPeers', asked],
]);

/** The compared fields of a lockfile of bun. */
export function bunComparedFields(
  formatVersion: string,
  packages: JsonObject,
  isGit: (key: string) => boolean,
): ComparedFields {
  return {
    of(key) {
      const fields = new Map<string, ComparedField>();
      const items = packages.get(key);
      if (!Array.isArray(items)) return fields;
      const entry = items as readonly JsonValue[];
      const members = entry.find((item) => item instanceof JsonObject);
      members?.forEach((field, value) => compareField(fields, bunFields, field, value));
      if (isGit(key)) {
        const [commit, archive] = entry.slice(1).filter((item) => typeof item === 'string');
        compareField(fields, bunFields, 'commit', commit);
        compareField(fields, bunFields, 'archive', archive);
      }
      const stated = fields.get('bin');
      const name = typeof entry[0] === 'string' ? splitIdent(entry[0])?.name : undefined;
      if (stated !== undefined && name !== undefined) {
        const bin = normalBin(name, members?.get('bin'));
        fields.set('bin', { ...stated, value: JSON.stringify(bin), bin });
      }
      return fields;
    },
    writes: writesField(bunFields, formatVersion),
  };
}
