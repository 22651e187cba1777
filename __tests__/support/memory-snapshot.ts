import { createHash } from 'node:crypto';

import { GateFailure } from '../../src/errors.ts';
import type { FileMode, Snapshot } from '../../src/model/index.ts';

export type MemoryFile =
  string | Uint8Array | object | { readonly mode: FileMode; readonly id?: string; readonly target?: string };

/**
 * A snapshot of files given by path: text, bytes, an object to be written as JSON, or something that is no regular
 * file. `reads` tells which files were read.
 * @param ids whether it knows content addresses, as a git tree does
 */
export function memorySnapshot(
  files: Readonly<Record<string, MemoryFile>>,
  { ids = true, label = 'memory' }: { readonly ids?: boolean; readonly label?: string } = {},
): Snapshot & { readonly reads: string[] } {
  const reads: string[] = [];
  return {
    label,
    reads,
    list: () =>
      Promise.resolve(
        Object.entries(files)
          .map(([path, content]) => {
            if (isIrregular(content)) {
              const { mode, id, target } = content;
              const own = id ?? (ids && target !== undefined ? blobId(new TextEncoder().encode(target)) : undefined);
              return { path, mode, ...(own !== undefined && { id: own }) };
            }
            const bytes = bytesOf(content);
            const id = blobId(bytes);
            return { path, mode: 'file' as const, ...(ids && { id, size: bytes.length }) };
          })
          .sort((a, b) => (a.path < b.path ? -1 : 1)),
      ),
    read: ({ path }, maxBytes) => {
      reads.push(path);
      const content = files[path];
      if (content === undefined || isIrregular(content)) throw new Error(`${path} is not to be read`);
      const bytes = bytesOf(content);
      if (bytes.length > maxBytes) throw new GateFailure('lockfile-too-large', 'Too large.', { path });
      return Promise.resolve(bytes);
    },
    readLink: ({ path }) => {
      const content = files[path];
      return Promise.resolve(content !== undefined && isIrregular(content) ? content.target : undefined);
    },
  };
}

function isIrregular(
  file: MemoryFile,
): file is { readonly mode: FileMode; readonly id?: string; readonly target?: string } {
  return typeof file === 'object' && 'mode' in file;
}

const blobId = (bytes: Uint8Array): string =>
  createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');

function bytesOf(file: string | Uint8Array | object): Uint8Array {
  if (file instanceof Uint8Array) return file;
  return new TextEncoder().encode(typeof file === 'string' ? file : JSON.stringify(file, null, 2));
}
