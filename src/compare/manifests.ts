import { asGateError } from '../errors.ts';
import { folderOf, join, normalise } from '../text/paths.ts';
import type { GateError } from '../model/index.ts';
import type { Inventory } from './discover.ts';
import type { Manifest } from '../managers/manifest.ts';
import { manifestIn } from '../managers/manifest.ts';
import { isSame } from '../repository/reader.ts';
import type { State, States } from '../repository/state.ts';
import { foldersBelow } from '../lockfile/manifest-paths.ts';

type Manifests = Pick<Inventory, 'manifests'>;

/**
 * The manifests of a lockfile's importers in base and head, read on demand. A missing manifest is unknown,
 * and so is one of the base that cannot be read; one of the head that cannot be read is an error if this change made
 * it so.
 */
export class ImporterManifests {
  readonly errors: GateError[] = [];
  readonly #formerFolder: string;
  readonly #folder: string;
  readonly #base: Manifests;
  readonly #head: Manifests;
  readonly #states: States;
  readonly #parsed = new Map<string, Promise<Manifest | undefined>>();

  /** @param formerPath the path of the base's lockfile that the head's is compared with */
  constructor(formerPath: string, lockfilePath: string, base: Manifests, head: Manifests, states: States) {
    this.#formerFolder = folderOf(formerPath);
    this.#folder = folderOf(lockfilePath);
    this.#base = base;
    this.#head = head;
    this.#states = states;
  }

  /** Every folder, relative to the lockfile's, in and below which the base or the head has a manifest. */
  foldersOf(side: 'base' | 'head'): readonly string[] {
    return side === 'base'
      ? foldersBelow(this.#formerFolder, this.#base.manifests.keys())
      : foldersBelow(this.#folder, this.#head.manifests.keys());
  }

  /** Whether a folder in which the base had a manifest has none in the head. */
  hasLost(): boolean {
    const kept = new Set(this.foldersOf('head'));
    return this.foldersOf('base').some((folder) => !kept.has(folder));
  }

  /** @param importer its path, relative to the lockfile's folder */
  ofBase(importer: string): Promise<Manifest | undefined> {
    return this.#once(`base:${importer}`, async () => {
      try {
        return await manifestAt(this.#states.base, pathIn(this.#formerFolder, importer));
      } catch {
        return undefined;
      }
    });
  }

  /** The base's manifest with its path in the head, so that the two can be compared. */
  async ofBaseInPlace(importer: string): Promise<Manifest | undefined> {
    const manifest = await this.ofBase(importer);
    return manifest && { ...manifest, path: pathIn(this.#folder, importer) };
  }

  ofHead(importer: string): Promise<Manifest | undefined> {
    return this.#once(`head:${importer}`, async () => {
      try {
        return await manifestAt(this.#states.head, pathIn(this.#folder, importer));
      } catch (cause) {
        if (await this.isChanged(importer)) this.errors.push(asGateError(cause));
        return undefined;
      }
    });
  }

  /** Whether the head's manifest differs from the base's. A removed one changes nothing: its content is unknown. */
  async isChanged(importer: string): Promise<boolean> {
    const base = this.#base.manifests.get(pathIn(this.#formerFolder, importer));
    const head = this.#head.manifests.get(pathIn(this.#folder, importer));
    if (head === undefined) return false;
    const readers = { base: this.#states.base.reader, head: this.#states.head.reader };
    return base === undefined || !(await isSame(readers, base, head));
  }

  #once(key: string, read: () => Promise<Manifest | undefined>): Promise<Manifest | undefined> {
    let manifest = this.#parsed.get(key);
    if (manifest === undefined) {
      manifest = read();
      this.#parsed.set(key, manifest);
    }
    return manifest;
  }
}

async function manifestAt({ settings }: State, path: string): Promise<Manifest | undefined> {
  return manifestIn(await settings.at(folderOf(path), 'package.json'));
}

function pathIn(folder: string, importer: string): string {
  return normalise(join(folder, join(importer, 'package.json')));
}
