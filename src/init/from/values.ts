import type { JsonValue } from '../../text/json-object.ts';

/** A switch, as these tools take it: `true`, `'false'`. Undefined for anything else. */
export function switchOf(value: JsonValue | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

/** A list, or texts between commas. Undefined for anything else. */
export function textsOf(value: JsonValue | undefined): readonly string[] | undefined {
  if (typeof value === 'string') {
    return value
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '');
  }
  if (!Array.isArray(value)) return undefined;
  const all = value as readonly JsonValue[];
  const texts = all.filter((each) => typeof each === 'string').map((each) => each.trim());
  return texts.length === all.length ? texts : undefined;
}

/** A value that is known only when a workflow runs. */
export const isExpression = (value: JsonValue | undefined): boolean =>
  typeof value === 'string' && value.includes('${{');
