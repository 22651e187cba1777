import type { JsonValue } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';

export const emptyObject = new JsonObject(0, [], [], []);

/** An empty object for whatever is none. */
export const objectOf = (value: JsonValue | undefined): JsonObject =>
  value instanceof JsonObject ? value : emptyObject;
