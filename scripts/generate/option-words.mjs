import { code } from './markdown.mjs';

/** The type of a rule's option in words, from its JSON Schema; durations and numbers with their unit. */
export function optionType({ type, pattern, enum: words, items, minimum, maximum }) {
  if (words !== undefined) return words.map(code).join(', ');
  if (pattern?.endsWith('([hd])$')) return 'duration in whole hours or days: `72h`, `7d`';
  if (type === 'array') return `list of ${items.type === 'object' ? 'mappings' : 'strings'}`;
  if (type === 'integer')
    return `whole number${minimum > 0 || maximum < Number.MAX_SAFE_INTEGER ? ` from ${minimum}` : ''}`;
  if (type === 'boolean') return '`true`, `false`';
  throw new Error(`no words for an option of type ${type}`);
}
