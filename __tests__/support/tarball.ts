import { gzipSync } from 'node:zlib';

import { Header } from 'tar';

/** A tar archive of files with one line each, by their whole paths; the same bytes for the same paths. */
export function tarOf(paths: readonly string[]): Buffer {
  const body = Buffer.alloc(512);
  body.write('{}\n');
  const blocks = paths.flatMap((path) => {
    const block = Buffer.alloc(512);
    new Header({ path, size: 3, mode: 0o644, type: 'File', mtime: new Date(0) }).encode(block, 0);
    return [block, body];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** A package's tarball with a manifest and these files below its folder. */
export const tarballOf = (files: readonly string[]): Buffer =>
  gzipSync(tarOf(['package.json', ...files].map((file) => `package/${file}`)));
