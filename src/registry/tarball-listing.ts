import { createHash } from 'node:crypto';
import { win32 } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import { Parser, type ReadEntry } from 'tar';

import { codeOf } from '../net/exchange-failure.ts';

/** Bytes that are unpacked at a time: of sixteen KiB, which is usual, most of the time goes into handing them on. */
const chunkSize = 256 * 1024;

/** Bounds of one tarball. Packed bytes are bounded where it is received. */
export const listingLimits = { unpacked: 512 * 1024 * 1024, entries: 50_000, milliseconds: 10_000 } as const;

/** What a tarball's listing tells. `integrity` is the SHA-512 of the packed bytes, in SRI form. */
export type Listing =
  { readonly state: 'listed'; readonly bindingGyp: boolean; readonly integrity: string } | Unreadable;

class Found extends Error {}
class Exceeded extends Error {}

/**
 * Whether a package's tarball holds a `binding.gyp` where npm looks for it. Entries are read in a stream as far as the
 * first such file; nothing is unpacked to a disk, and no content is kept.
 */
export async function listTarball(
  packed: Buffer,
  limits: Partial<Record<keyof typeof listingLimits, number>> = {},
): Promise<Listing> {
  const found = await readTarball(packed, limits, (entry) => {
    const isBuild = entry.type !== 'Directory' && isBindingGyp(entry.path);
    entry.resume();
    return isBuild;
  });
  if (found.state === 'unreadable') return found;
  return { state: 'listed', bindingGyp: found.state === 'stopped', integrity: integrityOf(packed) };
}

/** The SHA-512 of packed bytes, in SRI form. */
export const integrityOf = (packed: Buffer): string => `sha512-${createHash('sha512').update(packed).digest('base64')}`;

/** Why a tarball was not read to its end. */
export interface Unreadable {
  readonly state: 'unreadable';
  readonly reason: 'too-large' | 'timeout' | 'malformed';
}

/**
 * Gives each entry of a tarball in turn, within bounds, until one is said to be the last that is wanted.
 * @param take reads or resumes the entry; whether to stop
 */
export async function readTarball(
  packed: Buffer,
  limits: Partial<Record<keyof typeof listingLimits, number>>,
  take: (entry: ReadEntry) => boolean,
): Promise<{ readonly state: 'read' | 'stopped' } | Unreadable> {
  const { unpacked, entries, milliseconds } = { ...listingLimits, ...limits };
  const parser = new Parser({ strict: true });
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(milliseconds)]);
  let count = 0;
  let refuse: (why: Error) => void = () => undefined;
  const refused = new Promise<never>((_, reject) => {
    refuse = reject;
    parser.on('error', reject);
    parser.on('entry', (entry: ReadEntry) => {
      count += 1;
      if (count > entries) reject(new Exceeded());
      if (take(entry)) reject(new Found());
    });
  });
  try {
    await Promise.race([feed(packed, parser, unpacked, signal, refuse), refused]);
    return count === 0 ? { state: 'unreadable', reason: 'malformed' } : { state: 'read' };
  } catch (cause) {
    if (cause instanceof Found) return { state: 'stopped' };
    if (cause instanceof Exceeded) return { state: 'unreadable', reason: 'too-large' };
    return { state: 'unreadable', reason: codeOf(cause) === 'ABORT_ERR' ? 'timeout' : 'malformed' };
  } finally {
    stop.abort();
  }
}

/**
 * Unpacks a tarball into a parser, within bounds.
 * @param refuse told of a bound that is exceeded
 */
export async function feed(
  packed: Buffer,
  parser: Parser,
  most: number,
  signal: AbortSignal,
  refuse: (why: Error) => void,
): Promise<void> {
  const ended = new Promise<void>((resolve) => parser.on('end', resolve));
  let received = 0;
  await pipeline(
    Readable.from([packed]),
    createGunzip({ chunkSize }),
    async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        // A parser that is given something compressed unpacks it once more, past every bound.
        if (received === 0 && isCompressed(chunk)) throw new Error('compressed twice');
        received += chunk.length;
        if (received > most) {
          // Reported here, because the pipeline reports its own end instead of the cause.
          refuse(new Exceeded());
          return;
        }
        parser.write(chunk);
      }
    },
    { signal },
  );
  parser.end();
  await ended;
}

const isCompressed = (chunk: Buffer) =>
  chunk.length < 4 || chunk.readUInt16BE(0) === 0x1f8b || chunk.readUInt32BE(0) === 0x28b52ffd;

/**
 * npm drops the first folder, whatever its name, before it looks at the rest (pacote: `strip: 1`), and then every root: a
 * slash, a drive, a share (tar: strip-absolute-path.js), on each system with its own idea of what a backslash is.
 */
function isBindingGyp(path: string): boolean {
  // No system has such paths, and roots are dropped one by one.
  if (path.length > longestPath) return /binding\.gyp/i.test(path);
  return [path, path.replaceAll('\\', '/')].some((given) => {
    const rest: string[] = [];
    for (const part of withoutRoots(given.split('/').slice(1).join('/')).split('/')) {
      if (part === '..') rest.pop();
      else if (part !== '' && part !== '.') rest.push(part);
    }
    return rest.length === 1 && foldedName(rest[0] ?? '') === 'binding.gyp';
  });
}

const longestPath = 4096;

function withoutRoots(path: string): string {
  let rest = path;
  for (let { root } = win32.parse(rest); root !== ''; { root } = win32.parse(rest)) {
    rest = rest.slice(rest.startsWith('/') && !rest.startsWith('//?/') ? 1 : root.length);
  }
  return rest;
}

/** File systems that fold case also drop what cannot be seen (HFS+), or dots and spaces at the end (Windows). */
const foldedName = (name: string) =>
  name
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[. ]+$/, '')
    .toLowerCase();
