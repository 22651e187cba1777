import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { GateFailure } from '../errors.ts';

/** Writes a new file. Nothing is written through a symbolic link, and nothing is overwritten. */
export async function writeNew(folder: string, path: string, text: string): Promise<string> {
  await demandFolders(folder, path);
  try {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { flag: 'wx' });
    return `wrote ${path}`;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
    if (code === 'EEXIST') return keptWords(path);
    throw new GateFailure('usage', `cannot be written (${code})`, { path });
  }
}

/** @throws GateFailure `usage` where something else than a folder is in the way to a path */
export async function demandFolders(folder: string, path: string): Promise<void> {
  const segments = path.split('/');
  for (let length = 1; length < segments.length; length += 1) {
    const part = segments.slice(0, length).join('/');
    const found = await lstat(join(folder, part)).catch(() => undefined);
    if (found !== undefined && !found.isDirectory()) {
      throw new GateFailure('usage', 'is not a folder; nothing is written there', { path: part });
    }
  }
}

/** What is said of a file that is there already. */
export const keptWords = (path: string): string => `kept ${path}: it exists already`;

/** Whether something is at a path, whatever it is. */
export async function isThere(folder: string, path: string): Promise<boolean> {
  return (await lstat(join(folder, path)).catch(() => undefined)) !== undefined;
}
