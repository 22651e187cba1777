/** What a pointer begins with (git-lfs, docs/spec.md), in each spelling that Git LFS still reads. */
const versions = ['https://git-lfs.github.com/spec/', 'https://hawser.github.com/spec/', 'http://git-media.io/v/'];
const magic = versions.map((version) => new TextEncoder().encode(`version ${version}`));

/** A pointer is at most this long, in bytes. */
export const LONGEST_POINTER = 1024;

/** Whether a file is a pointer to content that Git LFS keeps elsewhere. */
export function isLfsPointer(bytes: Uint8Array): boolean {
  return magic.some((each) => each.every((byte, at) => bytes[at] === byte));
}
