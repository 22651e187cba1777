import type { JsonValue } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';

export const emptyObject = new JsonObject(0, [], [], []);

/** An empty object for any value that is not an object. */
export const objectOf = (value: JsonValue | undefined): JsonObject =>
  value instanceof JsonObject ? value : emptyObject;
