import { gzipSync } from 'node:zlib';

import { Header } from 'tar';

/** A tar archive of files, by their whole paths: with one line each, or with the text that is given; the same bytes for the same files. */
export function tarOf(files: readonly (string | readonly [path: string, text: string])[]): Buffer {
  const blocks = files.flatMap((file) => {
    const [path, text] = typeof file === 'string' ? [file, '{}\n'] : file;
    const bytes = Buffer.from(text);
    const header = Buffer.alloc(512);
    new Header({ path, size: bytes.length, mode: 0o644, type: 'File', mtime: new Date(0) }).encode(header, 0);
    return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** A package's tarball with its manifest and these files below its folder. */
export const tarballOf = (files: readonly string[], manifest: Readonly<Record<string, unknown>> = {}): Buffer =>
  gzipSync(tarOf([['package/package.json', JSON.stringify(manifest)], ...files.map((file) => `package/${file}`)]));

/** One entry of a hand-made archive: fields of its header as they are, whatever a writer of archives would do. */
export interface RawEntry {
  readonly name: string;
  readonly type?: string;
  readonly text?: string;
  readonly prefix?: string;
  readonly link?: string;
  /** Default: `ustar\0` and `00`. */
  readonly magic?: string;
}

/** An archive of entries that are written byte by byte, without an end. */
export function rawTarOf(...entries: readonly RawEntry[]): Buffer {
  const blocks = entries.flatMap(({ name, type = '0', text = '', prefix = '', link = '', magic = 'ustar\u000000' }) => {
    const header = Buffer.alloc(512);
    const body = Buffer.from(text);
    header.write(name, 0);
    header.write('0000644\0', 100);
    header.write(body.length.toString(8).padStart(11, '0'), 124);
    header.write('00000000000\0', 136);
    header.write(type, 156);
    header.write(link, 157);
    header.write(magic, 257);
    header.write(prefix, 345);
    header.write('        ', 148);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [header, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return Buffer.concat(blocks);
}

/** A record of a pax header. */
export function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const length = [1, 2, 3, 4, 5, 6, 7].map((digits) => digits + Buffer.byteLength(rest));
  const own = length.find((one, at) => String(one).length === at + 1) ?? 0;
  return `${own}${rest}`;
}
