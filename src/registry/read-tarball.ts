import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import { Parser, type ReadEntry } from 'tar';

import { codeOf } from '../net/exchange-failure.ts';

/** Bytes that are unpacked at a time: of sixteen KiB, which is usual, most of the time goes into handing them on. */
const chunkSize = 256 * 1024;

/** Bounds of one tarball. Packed bytes are bounded where it is received. */
export const listingLimits = { unpacked: 512 * 1024 * 1024, entries: 50_000, milliseconds: 10_000 } as const;
export type TarballLimits = Readonly<Record<keyof typeof listingLimits, number>>;

/** Why a tarball was not read to its end. */
export interface Unreadable {
  readonly state: 'unreadable';
  readonly reason: 'too-large' | 'timeout' | 'malformed';
}

class Exceeded extends Error {}

/** The SHA-512 of packed bytes, in SRI form. */
export const integrityOf = (packed: Buffer): string => `sha512-${createHash('sha512').update(packed).digest('base64')}`;

/** The SHA-1 of packed bytes, in SRI form: some lockfiles and registries have nothing stronger. */
export const sha1Of = (packed: Buffer): string => `sha1-${createHash('sha1').update(packed).digest('base64')}`;

/**
 * Gives each entry of a tarball in turn, within bounds. Nothing is unpacked to a disk.
 * @param take reads or resumes the entry; says of one that is larger than it reads
 * @param peek sees the unpacked bytes before the entries in them; an error that it throws ends the reading
 */
export async function readTarball(
  packed: Buffer,
  limits: Partial<TarballLimits>,
  take: (entry: ReadEntry) => 'too-large' | undefined,
  peek: (chunk: Buffer) => void = () => undefined,
): Promise<{ readonly state: 'read' } | Unreadable> {
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
      if (take(entry) === 'too-large') reject(new Exceeded());
    });
  });
  try {
    const write = (chunk: Buffer) => {
      peek(chunk);
      parser.write(chunk);
    };
    await Promise.race([feed(packed, parser, write, unpacked, signal, refuse), refused]);
    return count === 0 ? { state: 'unreadable', reason: 'malformed' } : { state: 'read' };
  } catch (cause) {
    if (cause instanceof Exceeded) return { state: 'unreadable', reason: 'too-large' };
    return { state: 'unreadable', reason: codeOf(cause) === 'ABORT_ERR' ? 'timeout' : 'malformed' };
  } finally {
    stop.abort();
  }
}

/**
 * Unpacks a tarball into a parser, within bounds.
 * @param write gives the parser each part
 * @param refuse told of a bound that is exceeded
 */
export async function feed(
  packed: Buffer,
  parser: Parser,
  write: (chunk: Buffer) => void,
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
        try {
          write(chunk);
        } catch (cause) {
          refuse(new Error('not an archive that every reader reads alike', { cause }));
          return;
        }
      }
    },
    { signal },
  );
  parser.end();
  await ended;
}

const isCompressed = (chunk: Buffer) =>
  chunk.length < 4 || chunk.readUInt16BE(0) === 0x1f8b || chunk.readUInt32BE(0) === 0x28b52ffd;
