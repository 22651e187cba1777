import type { ChangedAspect, ComparedField, ComparedFields, ManagerId } from '../model/index.ts';
import type { JsonValue } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';
import { widensPlatforms } from './platforms.ts';

/** What becomes of one field of the entries of a format. A field that its table lacks is compared, as one of the other fields. */
export type FieldUse =
  /** It is read into the model, and compared there: identity, pins, types, aliases. */
  | { readonly use: 'read' }
  | {
      readonly use: 'compared';
      readonly aspect: ChangedAspect;
      /** Versions of the format that have no place for it. */
      readonly notIn?: readonly string[];
      readonly isOfVersion?: true;
    }
  | { readonly use: 'ignored'; readonly why: string };

export type FieldTable = ReadonlyMap<string, FieldUse>;

export const read: FieldUse = { use: 'read' };
export const ignored = (why: string): FieldUse => ({ use: 'ignored', why });
/** @param notIn versions of the format that have no place for the field */
export const compared = (aspect: ChangedAspect, notIn: readonly string[] = []): FieldUse => ({
  ...{ use: 'compared', aspect },
  ...(notIn.length > 0 && { notIn }),
});

/** Reasons that several formats share. */
export const reasons = {
  type: 'Computed from the edges instead: a stricter type is a change of its own.',
  shown: 'Shown to people, and nothing is installed otherwise for it.',
  engines: 'A check that ends an install or warns; it installs nothing else.',
  peers: 'Says which unmet peers are no warning; what is installed for a peer is an entry of its own.',
} as const;

const unknownField: FieldUse = compared('other-fields');

/** Adds one field of an entry to those that are compared, as its table says. */
export function compareField(
  into: Map<string, ComparedField>,
  table: FieldTable,
  field: string,
  value: JsonValue | undefined,
): void {
  const use = table.get(field) ?? unknownField;
  if (use.use !== 'compared') return;
  if (saysNothing(value)) return;
  into.set(
    field,
    use.isOfVersion === true ? { aspect: use.aspect, value, isOfVersion: true } : { aspect: use.aspect, value },
  );
}

/** Whether a version of a format has a place for a field; undefined of one that the table lacks. */
export function writesField(table: FieldTable, formatVersion: string): ComparedFields['writes'] {
  return (field) => {
    const use = table.get(field);
    if (use === undefined) return undefined;
    return use.use === 'compared' && use.notIn?.includes(formatVersion) !== true;
  };
}

/** One side of an entry whose fields are compared. */
export interface FieldsOfEntry {
  readonly fields: ReadonlyMap<string, ComparedField>;
  readonly writes: ComparedFields['writes'];
  readonly format: ManagerId;
  readonly formatVersion: string;
}

/** In which respects the fields of an entry differ. What one of the two formats has no place for differs in nothing. */
export function changedFields(base: FieldsOfEntry, head: FieldsOfEntry): ReadonlySet<ChangedAspect> {
  const changed = new Set<ChangedAspect>();
  const isOther = base.format !== head.format;
  const isMoved = isOther || base.formatVersion !== head.formatVersion;
  // What no table has is unknown to the other manager, and counts between two versions of one.
  const lacks = (writes: boolean | undefined): boolean => writes === false || (isOther && writes === undefined);
  for (const field of new Set([...base.fields.keys(), ...head.fields.keys()])) {
    const [before, after] = [base.fields.get(field), head.fields.get(field)];
    const either = after ?? before;
    if (either === undefined || isSame(before?.value, after?.value)) continue;
    // Each manager has its own words for what is asked for; what answers it is compared as entries.
    if (isOther && either.aspect === 'requirements') continue;
    if (isMoved && (either.isOfVersion === true || lacks(base.writes(field)) || lacks(head.writes(field)))) continue;
    if (either.aspect === 'platforms' && !widensPlatforms(before?.value, after?.value)) continue;
    changed.add(either.aspect);
  }
  return changed;
}

/** False, null and what is empty: the same as a field that is not there. */
export function saysNothing(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  return Array.isArray(value) ? value.length === 0 : value instanceof JsonObject && value.keys.length === 0;
}

/** Whether two values are the same, whatever the order of their keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((each, at) => isSame(each, b[at]));
  if (!(a instanceof JsonObject) || !(b instanceof JsonObject) || a.keys.length !== b.keys.length) return false;
  return a.keys.every((key, at) => isSame(a.values[at], b.keys[at] === key ? b.values[at] : b.get(key)));
}
