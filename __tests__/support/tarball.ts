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
