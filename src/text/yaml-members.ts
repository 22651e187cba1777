import type { JsonValue } from './json-object.ts';
import { JsonObject } from './json-object.ts';

/** Up to this many members a scan for a key is cheaper than a map. */
const FEW = 16;

/** A map that is being read. */
export class YamlMembers {
  readonly #offset: number;
  readonly #keys: string[] = [];
  readonly #values: JsonValue[] = [];
  readonly #offsets: number[] = [];
  #index: Map<string, number> | undefined;

  constructor(offset: number) {
    this.#offset = offset;
  }

  has(key: string): boolean {
    return this.#index?.has(key) ?? this.#keys.includes(key);
  }

  add(key: string, value: JsonValue, offset: number): void {
    const position = this.#keys.push(key) - 1;
    this.#values.push(value);
    this.#offsets.push(offset);
    if (position === FEW) this.#index = new Map(this.#keys.map((each, at) => [each, at]));
    else this.#index?.set(key, position);
  }

  made(): JsonObject {
    return new JsonObject(this.#offset, this.#keys, this.#values, this.#offsets, this.#index);
  }
}
