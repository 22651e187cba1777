import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** The bytes of files by their names, in the order in which they were packed. */
export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * Several files in one brotli stream: a line of JSON with the name and the length of each, then their bytes. Both sides of
 * a lockfile in one stream cost little more than one.
 */
export function packFiles(files: Files): Buffer {
  const index = [...files].map(([name, bytes]) => [name, bytes.length] as const);
  const content = Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...files.values()]);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 6,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  return brotliCompressSync(content, { params });
}

/** The files of what `packFiles` gave. Throws where bytes are missing or left over. */
export function unpackFiles(packed: Uint8Array): Files {
  const content = brotliDecompressSync(packed);
  let at = content.indexOf('\n') + 1;
  const index = JSON.parse(content.toString('utf8', 0, at)) as readonly (readonly [string, number])[];
  const files = new Map<string, Uint8Array>();
  for (const [name, length] of index) files.set(name, content.subarray(at, (at += length)));
  if (at !== content.length) throw new Error(`An archive has ${content.length} bytes; its index names ${at}.`);
  return files;
}
