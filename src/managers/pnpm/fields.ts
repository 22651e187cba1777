import { compared, compareField, ignored, read, reasons, saysNothing, writesField } from '../../lockfile/fields.ts';
import type { FieldTable, FieldUse } from '../../lockfile/fields.ts';
import type { ComparedField, ComparedFields, Requirement } from '../../model/index.ts';
import { JsonObject } from '../../text/json-object.ts';
import { edgesOf } from './edges.ts';
import type { Resolution } from './source.ts';

/** The fields of an entry of pnpm's `packages` and `snapshots` (pnpm, `lockfile/types`). */
export const pnpmFields: FieldTable = new Map<string, FieldUse>([
  ['name', read],
  ['version', read],
  // Its fields that are not read into the source and the pins: variants of a runtime, the archive of a binary, a path.
  ['resolution', compared('source')],
  ['hasBin', compared('bin')],
  ['requiresBuild', compared('has-install-script', ['7.0', '9.0'])],
  ['prepare', compared('has-install-script', ['7.0', '9.0'])],
  ['bundledDependencies', compared('in-bundle')],
  ['peerDependencies', ignored('Extensions rewrite it under one version; what answers a peer stands in the key.')],
  ...['os', 'cpu', 'libc'].map(
    (field) => [field, compared('platforms', field === 'libc' ? ['5.2', '5.3'] : [])] as const,
  ),
  ['patched', compared('other-fields', ['5.2', '5.3', '5.4', '5.4-inlineSpecifiers', '6.0', '6.1', '7.0'])],
  ['id', compared('other-fields', ['9.0'])],
  ['dependencies', read],
  ['optionalDependencies', read],
  ['transitivePeerDependencies', ignored('Computed from the edges of what it is linked with.')],
  ['dev', ignored(reasons.type)],
  ['optional', ignored(reasons.type)],
  ['deprecated', ignored(reasons.shown)],
  ['engines', ignored(reasons.engines)],
  ['peerDependenciesMeta', ignored(reasons.peers)],
]);

/** One entry as its document has it: of `packages`, and of `snapshots` where the version has that map. */
export interface WrittenEntry {
  readonly objects: readonly JsonObject[];
  readonly resolution: Resolution;
}

/** The compared fields of a document of pnpm's lockfile. */
export function pnpmComparedFields(
  formatVersion: string,
  entryOf: (key: string) => WrittenEntry | undefined,
  requiresOf: (key: string) => readonly Requirement[],
): ComparedFields {
  return {
    of(key) {
      const fields = new Map<string, ComparedField>();
      const entry = entryOf(key);
      for (const object of new Set(entry?.objects)) {
        object.forEach((field, value) => {
          if (field === 'resolution' && value instanceof JsonObject) value = unread(value, entry as WrittenEntry);
          compareField(fields, pnpmFields, field, value);
        });
      }
      const linked = edgesOf(requiresOf(key));
      if (linked.length > 0) fields.set('dependencies', { aspect: 'requirements', value: linked });
      return fields;
    },
    writes: (field) => field === 'dependencies' || writesField(pnpmFields, formatVersion)(field),
  };
}

function unread(resolution: JsonObject, { resolution: { isRead } }: WrittenEntry): JsonObject {
  const kept = resolution.keys.filter((key) => !isRead.has(key) && !saysNothing(resolution.get(key)));
  return new JsonObject(
    resolution.offset,
    kept,
    kept.map((key) => resolution.get(key) ?? null),
    kept.map((key) => resolution.offsetOf(key)),
  );
}
