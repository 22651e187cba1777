import { createHash } from 'node:crypto';

/** One file of a package as it is installed: what kind of file, whether it can be executed, and what it holds. */
export type ContentKind = 'file' | 'executable' | 'link';

/** The files of a package by path, below its own folder. The value names kind and content: equal values mean equal files. */
export type Contents = ReadonlyMap<string, string>;

/** @param bytes the content of a file, or the target of a link */
export function contentOf(kind: ContentKind, bytes: Uint8Array): string {
  return `${kind} ${sha512Of(bytes)}`;
}

/** The same of a content that arrives in parts, of which none is kept. */
export function contentInParts(kind: ContentKind): { add: (part: Uint8Array) => void; end: () => string } {
  const digest = createHash('sha512');
  return { add: (part) => void digest.update(part), end: () => `${kind} ${digest.digest('hex')}` };
}

/** In hexadecimal digits. */
export const sha512Of = (bytes: Uint8Array): string => createHash('sha512').update(bytes).digest('hex');

/** Whether two files hold the same. */
export const areSameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** One digest of all files: equal digests mean the same paths, kinds, executable bits and contents. */
export function contentsDigest(contents: Contents): string {
  const digest = createHash('sha512');
  const lines = [...contents].map(([path, content]) => JSON.stringify([path, content])).sort();
  for (const line of lines) digest.update(`${line}\n`);
  return digest.digest('hex');
}

/** The paths that only one of the two has, or that differ, in code-unit order. */
export function differingPaths(before: Contents, after: Contents): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort();
}
