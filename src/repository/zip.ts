import { crc32, inflateRawSync } from 'node:zlib';

import { contentOf } from './contents.ts';
import type { ContentKind, Contents } from './contents.ts';

/** Bounds of one archive. */
export const zipLimits = { entries: 50_000, unpacked: 512 * 1024 * 1024, file: 256 * 1024 * 1024 } as const;

/** Why an archive cannot be compared; the text completes "it ...". */
export class UnusualZip extends Error {}

const unusual = (why: string): never => {
  throw new UnusualZip(why);
};

const endSize = 22;
const endMark = Buffer.from('PK\x05\x06', 'latin1');
/** As far from the end as readers look for an end record: its own size, and the longest comment. */
const searched = endSize + 0xffff;

/**
 * The files of an archive of one package, below `prefix`. Accepts only the one form that Yarn writes: entries one after the
 * other from the first byte on, each header the same in both places, one end record and nothing behind it. Any other
 * archive may hold different files for different readers (docs/decisions/0200).
 * @throws UnusualZip
 */
export function zipContents(
  archive: Uint8Array,
  prefix: string,
  given: Partial<Record<keyof typeof zipLimits, number>> = {},
): Contents {
  const limits = { ...zipLimits, ...given };
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.length);
  const { count, start, end } = readEnd(bytes);
  if (count > limits.entries) unusual(`has more than ${limits.entries} entries`);
  const contents = new Map<string, string>();
  const folders = new Set<string>();
  let [at, place, left] = [start, 0, limits.unpacked];
  for (let read = 0; read < count; read += 1) {
    const entry = readEntry(bytes, at, end);
    if (entry.offset !== place) unusual('does not hold its entries one after the other');
    place = checkLocal(bytes, entry, start);
    at = entry.next;
    left -= entry.size;
    if (entry.size > limits.file) unusual(`has a file of more than ${limits.file} bytes`);
    if (left < 0) unusual(`unpacks to more than ${limits.unpacked} bytes`);
    const data = unpack(bytes.subarray(place - entry.packed, place), entry);
    take(entry, data);
  }
  if (at !== end || place !== start) unusual('has bytes that belong to no entry');
  for (const folder of folders) if (contents.has(folder)) unusual('has a file and a folder of one name');
  return contents;

  function take({ path, mode }: Entry, data: Buffer): void {
    const isFolder = path.endsWith('/');
    const name = isFolder ? path.slice(0, -1) : path;
    if (name.split('/').some((part) => part === '' || part === '.' || part === '..') || name.includes('\\')) {
      unusual('has a path that leads elsewhere');
    }
    if (isFolder) {
      if ((mode & 0o170000) !== 0o040000 || data.length > 0) unusual('has a folder that is none');
      if (!prefix.startsWith(path) && !path.startsWith(prefix)) unusual('has a folder of another package');
      if (folders.has(name.slice(prefix.length)) && path.startsWith(prefix)) unusual('names a folder twice');
      if (path.startsWith(prefix)) folders.add(name.slice(prefix.length));
      return;
    }
    if (!path.startsWith(prefix)) unusual('has a file of another package');
    const own = path.slice(prefix.length);
    if (contents.has(own)) unusual('names a file twice');
    contents.set(own, contentOf(kindOf(mode), data));
    for (let cut = own.indexOf('/'); cut !== -1; cut = own.indexOf('/', cut + 1)) folders.add(own.slice(0, cut));
  }
}

function kindOf(mode: number): ContentKind {
  if ((mode & 0o170000) === 0o120000) return 'link';
  if (mode === 0o100644) return 'file';
  return mode === 0o100755 ? 'executable' : unusual('has an entry with a mode that Yarn does not write');
}

function readEnd(bytes: Buffer): { readonly count: number; readonly start: number; readonly end: number } {
  const end = bytes.length - endSize;
  if (end < 0 || bytes.readUInt32LE(end) !== 0x06054b50) return unusual('does not end as an archive of Yarn does');
  if (bytes.indexOf(endMark, Math.max(0, bytes.length - searched)) !== end) unusual('has more than one end record');
  const count = bytes.readUInt16LE(end + 10);
  const [size, start] = [bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)];
  const isSplit = bytes.readUInt32LE(end + 4) !== 0 || bytes.readUInt16LE(end + 8) !== count;
  if (isSplit || count === 0xffff || start + size !== end) unusual('has a directory that does not fit its end record');
  return { count, start, end };
}

interface Entry {
  readonly path: string;
  readonly name: Buffer;
  readonly mode: number;
  /** Flags, method, time, date, CRC, and both sizes, as both headers write them. */
  readonly header: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly next: number;
}

function readEntry(bytes: Buffer, at: number, end: number): Entry {
  if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) unusual('has a broken directory');
  const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
  const next = at + 46 + bytes.readUInt16LE(at + 28);
  const extra = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  if (next > end || extra > 0) unusual('has extra fields or comments');
  if (bytes.readUInt8(at + 5) !== 3) unusual('was not written for Unix');
  if ((flags & ~(utf8Flag | levelFlags)) !== 0) {
    unusual('has an entry that is encrypted, streamed or otherwise special');
  }
  const name = bytes.subarray(at + 46, next);
  const mode = bytes.readUInt32LE(at + 38) >>> 16;
  return {
    ...{ path: textOf(name, (flags & utf8Flag) !== 0), name, mode, method, next },
    header: bytes.subarray(at + 8, at + 28),
    crc: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
}

const utf8Flag = 0x800;
/** How hard it was compressed: nothing that a reader needs. */
const levelFlags = 0x6;

/** A name without the flag is of an old code page: only where it is ASCII do all readers read the same. */
function textOf(name: Buffer, isUtf8: boolean): string {
  if (!isUtf8 && name.some((byte) => byte >= 0x80)) unusual('has a name in an old code page');
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name);
    return text.includes('\0') ? unusual('has a name that is no text') : text;
  } catch {
    return unusual('has a name that is no text');
  }
}

/** The end of an entry's data. Its own header must say what the directory says. */
function checkLocal(bytes: Buffer, { offset, header, name, packed }: Entry, start: number): number {
  const named = offset + 30;
  const data = named + name.length;
  if (data + packed > start || bytes.readUInt32LE(offset) !== 0x04034b50) unusual('has an entry without a header');
  const isSame =
    bytes.subarray(offset + 6, offset + 26).equals(header) && bytes.readUInt16LE(offset + 26) === name.length;
  if (!isSame || !bytes.subarray(named, data).equals(name)) unusual('has headers that contradict each other');
  if (bytes.readUInt16LE(offset + 28) !== 0) unusual('has extra fields or comments');
  return data + packed;
}

function unpack(packed: Buffer, { method, size, crc }: Entry): Buffer {
  const data = method === 0 ? packed : method === 8 ? inflated(packed, size) : unusual('has an unknown compression');
  if (data.length !== size || crc32(data) !== crc) unusual('has an entry that is not what its header says');
  return data;
}

function inflated(packed: Buffer, size: number): Buffer {
  try {
    // One byte more than stated, so that a larger one is noticed and no more is unpacked.
    const { buffer, engine } = inflateRawSync(packed, { maxOutputLength: size + 1, info: true }) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    return engine.bytesWritten === packed.length ? buffer : unusual('has bytes that belong to no entry');
  } catch (cause) {
    if (cause instanceof UnusualZip) throw cause;
    return unusual('has an entry that does not unpack');
  }
}
