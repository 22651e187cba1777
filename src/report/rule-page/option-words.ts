import type * as z from 'zod';

/** The type of a rule's option in words, from its JSON Schema; durations and numbers with their unit. */
export function optionType({
  type,
  pattern,
  enum: words,
  items,
  minimum,
  maximum,
}: z.core.JSONSchema.BaseSchema): string {
  if (words !== undefined) return words.map((word) => `\`${String(word)}\``).join(', ');
  if (pattern?.endsWith('([hd])$') === true) return 'duration in whole hours or days: `72h`, `7d`';
  if (type === 'array') return `list of ${isOfMappings(items) ? 'mappings' : 'strings'}`;
  if (type === 'integer') {
    const isBounded = (minimum ?? 0) > 0 || (maximum ?? Infinity) < Number.MAX_SAFE_INTEGER;
    return `whole number${isBounded ? ` from ${minimum}` : ''}`;
  }
  if (type === 'boolean') return '`true`, `false`';
  throw new Error(`no words for an option of type ${String(type)}`);
}

const isOfMappings = (items: unknown) =>
  typeof items === 'object' && items !== null && 'type' in items && items.type === 'object';
