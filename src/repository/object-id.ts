import { createHash } from 'node:crypto';

/** A full object id: 40 hex digits in a SHA-1 repository, 64 in a SHA-256 one (gitformat: hash-function-transition). */
export function isObjectId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

/**
 * Whether these bytes are the blob of this id: git's id of a blob is the digest over `blob <length>`, a NUL and the
 * bytes (Pro Git, "Git Objects"). An object that is requested by id is checked by id, whoever answers.
 */
export function isBlobOf(id: string, bytes: Uint8Array): boolean {
  return objectId(id.length, 'blob', bytes) === id;
}

/** The id that git gives these bytes in a SHA-1 repository. */
export function blobIdOf(bytes: Uint8Array): string {
  return objectId(40, 'blob', bytes);
}

/** Whether this is the id of the tree that holds nothing. */
export function isEmptyTree(id: string): boolean {
  return objectId(id.length, 'tree', new Uint8Array()) === id;
}

function objectId(digits: number, type: 'blob' | 'tree', bytes: Uint8Array): string {
  const digest = createHash(digits === 64 ? 'sha256' : 'sha1');
  return digest.update(`${type} ${bytes.length}\0`).update(bytes).digest('hex');
}

/** A short commit id for people: its first twelve digits, the same on every machine (git's own abbreviation is not). */
export function shortId(id: string): string {
  return id.slice(0, 12);
}
