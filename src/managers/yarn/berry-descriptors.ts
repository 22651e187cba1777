import { splitDescriptor } from './entry.ts';

/** What Yarn binds to a folder before it writes it: `./x` of a manifest is `file:./x`. */
const FOLDER = /^(?:[a-z]:[\\/]|\.{0,2}\/)/i;

/**
 * The descriptors of a `yarn.lock` of Yarn 2 and later. Those of `file:`, `link:`, `portal:`, `exec:` and `patch:` end in
 * the locator of the package whose manifest they are relative to: `lib@file:./lib::locator=app%40workspace%3A.`.
 */
export class BerryDescriptors {
  readonly #keys: ReadonlyMap<string, string>;
  readonly #bound = new Map<string, string>();

  /** @param keys of the entries, by descriptor */
  constructor(keys: ReadonlyMap<string, string>) {
    this.#keys = keys;
    for (const [descriptor, key] of keys) {
      const at = descriptor.indexOf('::');
      const locator = at < 0 ? null : new URLSearchParams(descriptor.slice(at + 2)).get('locator');
      if (locator === null) continue;
      const bound = `${descriptor.slice(0, at)}\n`;
      this.#bound.set(bound + locator, key);
      // The locator of a folder holds a hash, which a requirement of its own does not tell.
      this.#bound.set(`${bound}${splitDescriptor(locator).name}@`, key);
    }
  }

  /**
   * Key of the entry that answers a spec.
   * @param locators of those whose folder it may be relative to, in their order
   */
  find(name: string, spec: string, locators: readonly string[]): string | undefined {
    const specs = spec === '' ? ['npm:', 'npm:*', '*', ''] : [spec, `npm:${spec}`];
    if (FOLDER.test(spec)) specs.push(`file:${spec}`);
    for (const each of specs) {
      const descriptor = `${name}@${each}`;
      const bound = locators.map((locator) => this.#bound.get(`${descriptor}\n${locator}`));
      const key = this.#keys.get(descriptor) ?? bound.find((found) => found !== undefined);
      if (key !== undefined) return key;
    }
    return spec === '' ? this.#keys.get(name) : undefined;
  }

  /** Every name that is asked for. */
  get names(): ReadonlySet<string> {
    return new Set([...this.#keys.keys()].map((each) => splitDescriptor(each).name));
  }

  /** The keys of all entries that a name is asked for by, with a spec that begins so. */
  keysOf(name: string, protocol = ''): readonly string[] {
    return [...this.#keys].flatMap(([each, key]) => (each.startsWith(`${name}@${protocol}`) ? key : []));
  }
}
