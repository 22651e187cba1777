import type { Place } from '../errors.ts';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** An object as it was written: members in order, keys unique, and nothing inherited from any prototype. */
export class JsonObject {
  readonly keys: readonly string[];
  readonly values: readonly JsonValue[];
  /** Offset of each key's opening quote in the text. */
  readonly offsets: readonly number[];
  /** Offset of the opening brace. */
  readonly offset: number;
  private readonly index: ReadonlyMap<string, number> | undefined;

  /** @param index position of each key; may be left out where a scan over few keys is cheaper */
  constructor(
    offset: number,
    keys: readonly string[],
    values: readonly JsonValue[],
    offsets: readonly number[],
    index?: ReadonlyMap<string, number>,
  ) {
    this.offset = offset;
    this.keys = keys;
    this.values = values;
    this.offsets = offsets;
    this.index = index;
  }

  private position(key: string): number {
    return this.index === undefined ? this.keys.indexOf(key) : (this.index.get(key) ?? -1);
  }

  has(key: string): boolean {
    return this.position(key) >= 0;
  }

  get(key: string): JsonValue | undefined {
    return this.values[this.position(key)];
  }

  /** Offset of a member's key; the object's own where it has no such member. */
  offsetOf(key: string): number {
    return this.offsets[this.position(key)] ?? this.offset;
  }

  /** Calls back for each member, in the order of the text. */
  forEach(visit: (key: string, value: JsonValue, offset: number) => void): void {
    for (let at = 0; at < this.keys.length; at++) {
      visit(this.keys[at] as string, this.values[at] as JsonValue, this.offsets[at] as number);
    }
  }
}

/** A parsed text: its value, and where in the text an offset lies. */
export class JsonDocument {
  readonly path: string;
  readonly value: JsonValue;
  private readonly text: string;
  private readonly lineStarts: readonly number[];

  /** @param lineStarts offset of the first character of each line, ascending */
  constructor(path: string, text: string, value: JsonValue, lineStarts: readonly number[]) {
    this.path = path;
    this.value = value;
    this.text = text;
    this.lineStarts = lineStarts;
  }

  /** 1-based line of an offset. */
  line(offset: number): number {
    let low = 0;
    let high = this.lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.lineStarts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  place(offset: number): Required<Place> {
    return placeIn(this.path, this.text, offset);
  }
}

/** Path, 1-based line and 1-based column (in UTF-16 units) of an offset in a text. */
export function placeIn(path: string, text: string, offset: number): Required<Place> {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    start = at + 1;
  }
  return { path, line, column: offset - start + 1 };
}
