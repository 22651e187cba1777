import { GateFailure } from '../errors.ts';
import type { JsonDocument } from '../text/json-object.ts';
import type { Bunfig } from './bun/bunfig.ts';
import type { NpmrcLine } from './npm/npmrc.ts';
import type { SettingsYaml } from './settings-yaml.ts';
import type { YarnrcLine } from './yarn/yarnrc.ts';

/** The parsed content of each settings file. */
export interface Contents {
  readonly 'package.json': JsonDocument;
  readonly '.npmrc': readonly NpmrcLine[];
  readonly '.yarnrc': readonly YarnrcLine[];
  readonly '.yarnrc.yml': SettingsYaml;
  readonly 'pnpm-workspace.yaml': SettingsYaml;
  readonly 'bunfig.toml': Bunfig;
  readonly 'deno.json': JsonDocument;
  readonly 'deno.jsonc': JsonDocument;
}
export type SettingsName = keyof Contents;
/** The files that only package managers read. */
export type OwnFile = Exclude<SettingsName, 'package.json'>;

export interface ReadFile<N extends SettingsName> {
  readonly state: 'read';
  readonly name: N;
  readonly path: string;
  readonly text: string;
  /** In bytes. */
  readonly size: number;
  readonly value: Contents[N];
}

export interface UnreadableFile {
  readonly state: 'unreadable';
  readonly path: string;
  readonly why: 'not-regular' | 'not-text' | 'malformed' | 'too-large';
  /** The file's text, as far as it was read; a guess if the bytes are not UTF-8. */
  readonly text?: string;
  /** In bytes, as far as it was read. */
  readonly size?: number;
  /** What is wrong, with the code `manifest-invalid`. A caller whose errors have another code rethrows it with that code. */
  readonly fault: GateFailure;
}

/** One settings file in one state of a repository. Each caller decides what `unreadable` means to it. */
export type Readable<N extends SettingsName> = { readonly state: 'absent' } | ReadFile<N> | UnreadableFile;

/** The settings files of one project in one state of the repository, each read and parsed at most once. */
export interface ProjectFiles {
  /** @param name relative to the project's folder */
  readonly at: <N extends SettingsName>(name: N) => Promise<Readable<N>>;
  /** Whether anything is at a path, regular file or not. */
  readonly has: (name: string) => boolean;
  /** A path from the repository's root. */
  readonly pathOf: (name: string) => string;
  /** The files of another folder of the project. */
  readonly in: (folder: string) => ProjectFiles;
  /** Those of the folders above, the nearest first. */
  readonly above: () => readonly ProjectFiles[];
}

/**
 * The file if it was read; undefined if there is no regular file.
 * @throws GateFailure for one that cannot be read
 */
export function regular<N extends SettingsName>(file: Readable<N>): ReadFile<N> | undefined {
  if (file.state === 'absent' || (file.state === 'unreadable' && file.why === 'not-regular')) return undefined;
  return required(file);
}

/**
 * The file if it was read; undefined if there is none.
 * @throws GateFailure for one that cannot be read
 */
export function required<N extends SettingsName>(file: Readable<N>): ReadFile<N> | undefined {
  if (file.state === 'unreadable') throw file.fault;
  return file.state === 'absent' ? undefined : file;
}

/**
 * The same, for a caller that treats a file without content as cut off.
 * @throws GateFailure for a file that cannot be read or holds only white space
 */
export function filled<F extends ReadFile<SettingsName>>(file: F | undefined): F | undefined {
  if (file === undefined || file.text.trim() !== '') return file;
  throw new GateFailure('manifest-invalid', 'The file is empty; restore or delete it.', { path: file.path });
}
