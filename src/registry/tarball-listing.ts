import { createHash } from 'node:crypto';
import { win32 } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import { Parser, type ReadEntry } from 'tar';

import type { OwnManifest } from '../model/index.ts';
import { codeOf } from '../net/exchange-failure.ts';
import { readOwnManifest } from './own-manifest.ts';
import { type Places, TarHeaders } from './tar-headers.ts';

/** Bytes that are unpacked at a time: of sixteen KiB, which is usual, most of the time goes into handing them on. */
const chunkSize = 256 * 1024;

/** Bounds of one tarball. Packed bytes are bounded where it is received. */
export const listingLimits = { unpacked: 512 * 1024 * 1024, entries: 50_000, milliseconds: 10_000 } as const;

/** Bytes of one `package.json`; the largest of the 626 packages that this was tried on has 30 KiB. */
const longestManifest = 1024 * 1024;

/** What a tarball's listing tells. `integrity` is the SHA-512 of the packed bytes, in SRI form. */
export type Listing =
  | {
      readonly state: 'listed';
      readonly bindingGyp: boolean;
      readonly manifest: OwnManifest;
      readonly integrity: string;
    }
  | { readonly state: 'unreadable'; readonly reason: 'too-large' | 'timeout' | 'malformed' };

class Exceeded extends Error {}

/**
 * What a package's tarball holds where package managers look for it: a `binding.gyp`, and its `package.json`. Entries are
 * read in a stream to the end, because the last of several files in one place counts; nothing is unpacked to a disk.
 */
export async function listTarball(
  packed: Buffer,
  limits: Partial<Record<keyof typeof listingLimits, number>> = {},
): Promise<Listing> {
  const { unpacked, entries, milliseconds } = { ...listingLimits, ...limits };
  const parser = new Parser({ strict: true });
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(milliseconds)]);
  const files: string[] = [];
  const manifests: Promise<Buffer | 'no file'>[] = [];
  const links = new Set<string>();
  let count = 0;
  let bindingGyp = false;
  /** What readers may take for the manifest: how often there is something, and whether they disagree on where. */
  const walk = { manifests: 0, isAmbiguous: false };
  const headers = new TarHeaders((paths: Places) => {
    const hits = paths.map((path) => isIn(placesOf(path), 'package.json'));
    if (hits.some(Boolean)) walk.manifests += 1;
    if (new Set(hits).size > 1) walk.isAmbiguous = true;
    if (paths.some((path) => isIn(placesOf(path), 'binding.gyp'))) bindingGyp = true;
  });
  let refuse: (why: Error) => void = () => undefined;
  const refused = new Promise<never>((_, reject) => {
    refuse = reject;
    parser.on('error', reject);
    parser.on('entry', (entry: ReadEntry) => {
      count += 1;
      if (count > entries) reject(new Exceeded());
      const places = placesOf(entry.path);
      const isManifest = isIn(places, 'package.json');
      if (entry.type !== 'Directory' && isIn(places, 'binding.gyp')) bindingGyp = true;
      files.push(...places.slice(0, 1));
      // Some managers write through a link: what is written at or below one may end up anywhere.
      if (places.some((place) => isBelow(place, links))) walk.isAmbiguous = true;
      if (entry.type === 'SymbolicLink' || entry.type === 'Link') {
        for (const place of places) links.add(foldedName(place));
      }
      if (entry.type === 'Directory' || !isManifest) entry.resume();
      else if (entry.type !== 'File' && entry.type !== 'OldFile' && entry.type !== 'ContiguousFile') {
        manifests.push(Promise.resolve('no file'));
        entry.resume();
      } else if (entry.size > longestManifest) reject(new Exceeded());
      else manifests.push(entry.concat());
    });
  });
  try {
    const write = (chunk: Buffer) => {
      headers.write(chunk);
      parser.write(chunk);
    };
    await Promise.race([feed(packed, parser, write, unpacked, signal, refuse), refused]);
    if (count === 0) return { state: 'unreadable', reason: 'malformed' };
    const read = await Promise.all(manifests);
    const manifest: OwnManifest =
      walk.isAmbiguous || walk.manifests !== read.length ? { state: 'several' } : manifestOf(read, files);
    return {
      ...{ state: 'listed', bindingGyp, manifest },
      integrity: `sha512-${createHash('sha512').update(packed).digest('base64')}`,
    };
  } catch (cause) {
    if (cause instanceof Exceeded) return { state: 'unreadable', reason: 'too-large' };
    return { state: 'unreadable', reason: codeOf(cause) === 'ABORT_ERR' ? 'timeout' : 'malformed' };
  } finally {
    stop.abort();
  }
}

function manifestOf(manifests: readonly (Buffer | 'no file')[], files: readonly string[]): OwnManifest {
  const last = manifests.at(-1);
  if (last === undefined) return { state: 'missing' };
  const isOne = manifests.every((each) => each !== 'no file' && last !== 'no file' && each.equals(last));
  if (last === 'no file' || !isOne) return { state: 'several' };
  return readOwnManifest(last.toString(), files);
}

async function feed(
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

const isIn = (places: readonly string[], name: string): boolean => places.some((place) => foldedName(place) === name);

/** Whether a place is that of one of these links, or lies below one. */
const isBelow = (place: string, links: ReadonlySet<string>): boolean => {
  if (links.size === 0) return false;
  const parts = foldedName(place).split('/');
  return parts.some((_, at) => links.has(parts.slice(0, at + 1).join('/')));
};

const isCompressed = (chunk: Buffer) =>
  chunk.length < 4 || chunk.readUInt16BE(0) === 0x1f8b || chunk.readUInt32BE(0) === 0x28b52ffd;

/**
 * Where an entry may be unpacked, in the package's folder. npm drops the first folder, whatever its name, before it looks at
 * the rest (pacote: `strip: 1`), and then every root: a slash, a drive, a share (tar: strip-absolute-path.js), on each
 * system with its own idea of what a backslash is.
 */
function placesOf(path: string): readonly string[] {
  // No system has such paths, and roots are dropped one by one.
  if (path.length > longestPath) return /binding\.gyp|package\.json/i.exec(path)?.slice(0, 1) ?? [];
  const given = path.includes('\\') ? [path, path.replaceAll('\\', '/')] : [path];
  return given.map((each) => {
    const rest: string[] = [];
    for (const part of withoutRoots(each.split('/').slice(1).join('/')).split('/')) {
      if (part === '..') rest.pop();
      else if (part !== '' && part !== '.') rest.push(part);
    }
    return rest.join('/');
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
