import { compared, compareField, ignored, read, reasons, writesField } from '../../lockfile/fields.ts';
import type { FieldTable, FieldUse } from '../../lockfile/fields.ts';
import type { ComparedField, ComparedFields } from '../../model/index.ts';
import type { JsonObject } from '../../text/json-object.ts';

const edges = ignored('What it is linked with: entries of their own, in whose keys the peers stand.');
/** Versions of the format that do not write what the registry says of a package. */
const older = ['3', '4'];

/** The fields of an entry of deno.lock's `npm`, and of `jsr` (deno 1.46, 2.2 and 2.9 as they write it). */
export const denoFields: FieldTable = new Map<string, FieldUse>([
  ['integrity', read],
  ['tarball', read],
  ['dependencies', edges],
  ['optionalDependencies', edges],
  ['optionalPeers', ignored(reasons.peers)],
  ['deprecated', ignored(reasons.shown)],
  ['os', compared('platforms', older)],
  ['cpu', compared('platforms', older)],
  ['bin', compared('bin', older)],
  ['scripts', compared('has-install-script', older)],
]);

/** The compared fields of a lockfile of deno. */
export function denoComparedFields(
  formatVersion: string,
  entryOf: (key: string) => JsonObject | undefined,
): ComparedFields {
  return {
    of(key) {
      const fields = new Map<string, ComparedField>();
      entryOf(key)?.forEach((field, value) => compareField(fields, denoFields, field, value));
      return fields;
    },
    writes: writesField(denoFields, formatVersion),
  };
}
