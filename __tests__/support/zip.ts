import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive. What is left out is as Yarn writes it. */
export interface ZipEntry {
  readonly path: string;
  readonly data: string | Buffer;
  readonly mode?: number;
  readonly flags?: number;
  readonly method?: 0 | 8;
  readonly system?: number;
  /** In the entry's own header, where that is not what the directory says. */
  readonly localPath?: string;
  /** As both headers state it. */
  readonly size?: number;
  readonly crc?: number;
  readonly extra?: number;
}

/** An archive in the form that Yarn writes. */
export function zipOf(
  entries: readonly ZipEntry[],
  { gap = 0, comment = '', count = entries.length }: { gap?: number; comment?: string; count?: number } = {},
): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const raw = Buffer.from(entry.data);
    const { method = 0, mode = 0o100644, system = 3, extra = 0, localPath = entry.path } = entry;
    const data = method === 8 ? deflateRawSync(raw) : raw;
    const [name, localName] = [Buffer.from(entry.path), Buffer.from(localPath)];
    const flags = entry.flags ?? (/[^\x00-\x7f]/.test(entry.path) ? 0x800 : 0);
    const shared = Buffer.alloc(20);
    shared.writeUInt16LE(flags, 0);
    shared.writeUInt16LE(method, 2);
    shared.writeUInt32LE(entry.crc ?? crc32(raw), 8);
    shared.writeUInt32LE(data.length, 12);
    shared.writeUInt32LE(entry.size ?? raw.length, 16);
    const local = Buffer.alloc(30);
    local.write('PK\x03\x04', 'latin1');
    shared.copy(local, 6);
    local.writeUInt16LE(localName.length, 26);
    parts.push(local, localName, data);
    const central = Buffer.alloc(46);
    central.write('PK\x01\x02', 'latin1');
    central.writeUInt8(system, 5);
    shared.copy(central, 8);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt16LE(extra, 30);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    directory.push(central, name, Buffer.alloc(extra));
    offset += local.length + localName.length + data.length;
  }
  const end = Buffer.alloc(22);
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset + gap, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, Buffer.alloc(gap), ...directory, end, Buffer.from(comment)]);
}

/** The same archive with another text in one of its files; of an archive that is not compressed. */
export function withFile(archive: Buffer, path: string, data: string): Buffer {
  const entries: ZipEntry[] = [];
  let at = archive.readUInt32LE(archive.length - 6);
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const [size, length] = [archive.readUInt32LE(at + 24), archive.readUInt16LE(at + 28)];
    const name = archive.subarray(at + 46, at + 46 + length).toString();
    const start = archive.readUInt32LE(at + 42) + 30 + length;
    const mode = archive.readUInt32LE(at + 38) >>> 16;
    entries.push({ path: name, mode, data: name === path ? data : archive.subarray(start, start + size) });
    at += 46 + length;
  }
  return zipOf(entries);
}
