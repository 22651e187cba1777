import { GateFailure } from '../errors.ts';
import type { SnapshotFile } from '../model/index.ts';
import { decodeText, oneFault } from '../text/decode.ts';
import { parseJson } from '../text/json.ts';
import { foldersAbove, join } from '../text/paths.ts';
import { readBunfig } from './bun/bunfig.ts';
import { readDenoJson } from './deno/deno-json.ts';
import { readNpmrc } from './npm/npmrc.ts';
import { readYaml } from './settings-yaml.ts';
import type { Contents, ProjectFiles, Readable, SettingsName, UnreadableFile } from './settings-file.ts';
import { readYarnrc } from './yarn/yarnrc.ts';
import { readYarnrcYml } from './yarn/yarnrc-yml.ts';

/** Gives the bytes of a state's files. */
export interface ByteReader {
  /** @throws GateFailure */
  read(file: SnapshotFile): Promise<Uint8Array>;
  /** Releases a file that is no longer needed. */
  forget(file: SnapshotFile): void;
}

/** The largest settings file that is read for registries; real ones are a few lines. */
export const MAX_SETTINGS_BYTES = 256 * 1024;
/** Files that are read only up to that size; a lockfile may have to agree with the others. */
const bounded: ReadonlySet<SettingsName> = new Set(['.npmrc', '.yarnrc', 'bunfig.toml']);

const faults = oneFault('manifest-invalid', 'fix the file');
const manifestFaults = oneFault('manifest-invalid', 'fix the manifest');

type Reader<N extends SettingsName> = (text: string, path: string) => Contents[N] | Promise<Contents[N]>;

/** The one reader of each settings file. */
const readers: { readonly [N in SettingsName]: Reader<N> } = {
  'package.json': (text, path) => parseJson(text, path, manifestFaults),
  '.npmrc': readNpmrc,
  '.yarnrc': (text, path) => readYarnrc(text, path, faults),
  '.yarnrc.yml': (text, path) => readYarnrcYml(text, path, faults),
  'pnpm-workspace.yaml': (text, path) => readYaml(text, path, faults, 'core'),
  'bunfig.toml': (text, path) => readBunfig(text, path, faults),
  'deno.json': readDenoJson,
  'deno.jsonc': readDenoJson,
};

export const settingsNames = Object.keys(readers) as readonly SettingsName[];

export const isSettingsName = (name: string): name is SettingsName => Object.hasOwn(readers, name);

/** The settings files of one state of a repository. Each is read and parsed on first use, and then kept. */
export class SettingsFiles {
  readonly #files: ReadonlyMap<string, SnapshotFile>;
  readonly #reader: ByteReader;
  readonly #read = new Map<string, Promise<Readable<SettingsName>>>();

  /** @param files every settings file of the state, by path; other files are ignored */
  constructor(files: ReadonlyMap<string, SnapshotFile>, reader: ByteReader) {
    this.#files = files;
    this.#reader = reader;
  }

  /**
   * @param folder of the file, from the repository's root
   * @throws GateFailure `repository-unavailable`
   */
  at<N extends SettingsName>(folder: string, name: N): Promise<Readable<N>> {
    const path = join(folder, name);
    let found = this.#read.get(path);
    if (found === undefined) {
      const file = this.#files.get(path);
      found = file === undefined ? Promise.resolve({ state: 'absent' }) : this.#open(file, name);
      this.#read.set(path, found);
    }
    // A path has one file name, so its content has the type of that name.
    return found as Promise<Readable<N>>;
  }

  /** The settings files of one project. */
  in(folder: string): ProjectFiles {
    return {
      at: (name) => this.at(folder, name),
      has: (name) => this.#files.has(join(folder, name)),
      pathOf: (name) => join(folder, name),
      in: (below) => this.in(join(folder, below)),
      above: () => (folder === '' ? [] : ['', ...foldersAbove(folder)].reverse().map((above) => this.in(above))),
    };
  }

  async #open<N extends SettingsName>(file: SnapshotFile, name: N): Promise<Readable<N>> {
    const { path, mode, size = 0 } = file;
    const unreadable = (why: UnreadableFile['why'], fault: GateFailure | string): UnreadableFile => ({
      ...{ state: 'unreadable', path, why },
      fault: typeof fault === 'string' ? new GateFailure('manifest-invalid', fault, { path }) : fault,
    });
    if (mode !== 'file') return unreadable('not-regular', NOT_REGULAR);
    const limit = bounded.has(name) ? MAX_SETTINGS_BYTES : Infinity;
    if (size > limit) return unreadable('too-large', TOO_LARGE);
    try {
      const bytes = await this.#reader.read(file);
      return bytes.length > limit ? unreadable('too-large', TOO_LARGE) : await readSettings(name, path, bytes);
    } catch (cause) {
      if (!(cause instanceof GateFailure) || cause.code === 'repository-unavailable') throw cause;
      return unreadable('too-large', cause);
    } finally {
      this.#reader.forget(file);
    }
  }
}

const NOT_REGULAR = 'This is not a regular file, and lockgate does not follow it; commit a regular file.';
const TOO_LARGE = `The file is larger than ${MAX_SETTINGS_BYTES / 1024} KiB, the most that lockgate reads; shorten it.`;

/** Parses the bytes of a settings file. White space alone is an empty file, except for a manifest. */
export async function readSettings<N extends SettingsName>(
  name: N,
  path: string,
  bytes: Uint8Array,
): Promise<Readable<N>> {
  const known = { path, text: new TextDecoder().decode(bytes), size: bytes.length };
  let why: UnreadableFile['why'] = 'not-text';
  try {
    const isBlank = name !== 'package.json' && known.text.trim() === '';
    if (!isBlank) decodeText(bytes, path, name === 'package.json' ? manifestFaults : faults);
    why = 'malformed';
    return { state: 'read', name, ...known, value: await readers[name](known.text, path) };
  } catch (cause) {
    if (cause instanceof GateFailure) return { state: 'unreadable', why, ...known, fault: cause };
    throw cause;
  }
}
