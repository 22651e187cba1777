import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { managers } from '../managers/index.ts';
import type { NamedCredential } from '../managers/named-credential.ts';
import type { Environment } from '../managers/named-registry.ts';
import type { ReadFile, SettingsName, UnreadableFile } from '../managers/settings-file.ts';
import { MAX_SETTINGS_BYTES, readSettings } from '../managers/settings-files.ts';
import { canonicalRegistry } from './registry-map.ts';

/** The files of the user in which package managers other than npm look for credentials, in the home folder. */
const usersFiles = [
  ['.yarnrc.yml', '.yarnrc.yml'],
  ['.bunfig.toml', 'bunfig.toml'],
] as const;

/**
 * The credentials of Yarn's and bun's own files, of the base branch and then of the user, in npm's notation. What npm's settings
 * say about the same address counts alone.
 * @param flat npm's settings
 */
export async function managerCredentials(
  base: readonly (ReadFile<SettingsName> | UnreadableFile)[],
  { env, publicRegistry, flat }: Sources,
): Promise<Readonly<Record<string, string>>> {
  const files = [...base, ...(await filesOfUser(env.HOME ?? homedir()))];
  const found: Record<string, string> = {};
  const isTaken = (at: string) => [...Object.keys(flat), ...Object.keys(found)].some((key) => key.startsWith(`${at}:`));
  for (const file of files) {
    const own: Record<string, string> = {};
    for (const { registry = publicRegistry, key, value } of credentialsIn(file, env)) {
      const at = addressOf(registry);
      if (at !== undefined && !isTaken(at) && !Object.keys(own).some((one) => one.startsWith(`${at}:`))) {
        own[`${at}:${key}`] = value;
      }
    }
    Object.assign(found, own);
  }
  return found;
}

interface Sources {
  readonly env: Environment;
  readonly publicRegistry: string;
  readonly flat: Readonly<Record<string, unknown>>;
}

/** `//host/path/`, as npm's keys begin; undefined for what is no address of a registry. */
function addressOf(registry: string): string | undefined {
  const read = canonicalRegistry(registry.startsWith('//') ? `https:${registry}` : registry);
  return 'url' in read ? read.url.slice(read.url.indexOf('//')) : undefined;
}

function credentialsIn<N extends SettingsName>(
  file: ReadFile<N> | UnreadableFile,
  env: Environment,
): readonly NamedCredential[] {
  if (file.state === 'unreadable') return [];
  const [read] = managers.flatMap(({ settings: { credentials = {} } }) => credentials[file.name] ?? []);
  return read?.(file, env) ?? [];
}

async function filesOfUser(home: string): Promise<readonly (ReadFile<SettingsName> | UnreadableFile)[]> {
  const found = await Promise.all(
    usersFiles.map(async ([file, name]) => {
      const bytes = await bytesOf(join(home, file));
      const read = bytes && (await readSettings(name, `~/${file}`, bytes));
      return read === undefined || read.state === 'absent' ? [] : [read];
    }),
  );
  return found.flat();
}

/** Undefined where there is no such file that could be meant. */
async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  try {
    const about = await stat(path);
    return about.isFile() && about.size <= MAX_SETTINGS_BYTES ? await readFile(path) : undefined;
  } catch {
    return undefined;
  }
}
