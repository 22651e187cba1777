import type { ReadEntry } from 'tar';

import type { TarballContents } from '../model/index.ts';
import { contentInParts, contentOf, contentsDigest, sha512Of } from '../repository/contents.ts';
import { embeddedTexts } from '../repository/embedded.ts';
import { normalise } from '../text/paths.ts';
import { integrityOf, readTarball } from './read-tarball.ts';
import type { TarballLimits, Unreadable } from './read-tarball.ts';

/** The files that a tarball unpacks to, as one digest. `integrity` is the SHA-512 of the packed bytes, in SRI form. */
export type Unpacked = ({ readonly state: 'unpacked'; readonly integrity: string } & TarballContents) | Unreadable;

/**
 * Reads the files that Yarn takes from a tarball: below its first folder, whatever that is called, plain files and symbolic
 * links, of several entries of one path the last. Nothing is written to a disk, and of the contents only digests are kept.
 */
export async function unpackTarball(packed: Buffer, limits: Partial<TarballLimits> = {}): Promise<Unpacked> {
  const contents = new Map<string, string>();
  const embedded: string[] = [];
  const read = await readTarball(packed, limits, (entry) => {
    const path = placeOf(entry);
    if (path === undefined) entry.resume();
    else if (entry.type === 'SymbolicLink') {
      contents.set(path, contentOf('link', Buffer.from(entry.linkpath ?? '')));
      entry.resume();
    } else {
      const content = contentInParts(((entry.mode ?? 0) & 0o111) === 0 ? 'file' : 'executable');
      const kept: Uint8Array[] | undefined = PROGRAM.test(path) && entry.size <= MAX_PROGRAM ? [] : undefined;
      entry.on('data', (chunk: Uint8Array) => {
        content.add(chunk);
        kept?.push(chunk);
      });
      entry.on('end', () => {
        contents.set(path, content.end());
        if (kept === undefined) return;
        const texts = embeddedTexts(Buffer.concat(kept).toString());
        embedded.push(...texts.map((text) => sha512Of(Buffer.from(text))));
      });
    }
    return undefined;
  });
  if (read.state === 'unreadable') return read;
  return { state: 'unpacked', digest: contentsDigest(contents), embedded, integrity: integrityOf(packed) };
}

/** A larger one is not searched for texts in it. */
const MAX_PROGRAM = 16 * 1024 * 1024;
const PROGRAM = /^bin\/[^/]+\.js$/;
const taken = new Set(['File', 'OldFile', 'SymbolicLink']);

/** Undefined for an entry that Yarn leaves out. */
function placeOf({ path, type }: ReadEntry): string | undefined {
  if (!taken.has(type) || path.startsWith('/') || path.split('/').includes('..')) return undefined;
  const parts = normalise(path).split('/');
  return parts.length < 2 ? undefined : parts.slice(1).join('/');
}
