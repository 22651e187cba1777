import type { JsonValue } from '../../src/text/json-object.ts';
import { JsonObject } from '../../src/text/json-object.ts';

/** A value that knows where it stands, as `JSON.parse` would give it. */
export function plainJson(value: JsonValue): unknown {
  if (value instanceof JsonObject) {
    const object = {};
    value.forEach((key, member) => {
      Object.defineProperty(object, key, {
        value: plainJson(member),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    });
    return object;
  }
  return Array.isArray(value) ? value.map((item: JsonValue) => plainJson(item)) : value;
}
