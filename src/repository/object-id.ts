import { Buffer } from 'node:buffer';
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

/** What a tree says about one of its entries. */
export interface TreeMember {
  readonly name: string;
  /** In octal: `100644`; of a folder `40000` or `040000`. */
  readonly mode: string;
  readonly id: string;
}

/**
 * Whether these entries, in any order, are those of the tree with this id: for each its mode without leading zeros, its
 * name, a NUL and its id, in the order of names, where a folder's name ends in a slash (Pro Git, "Git Objects";
 * gitformat: `base_name_compare`).
 */
export function isTreeOf(id: string, members: readonly TreeMember[]): boolean {
  const written = members.map(({ name, mode, id: member }) => {
    const octal = mode.replace(/^0+/, '');
    return {
      key: Buffer.from(octal === '40000' ? `${name}/` : name),
      bytes: Buffer.concat([Buffer.from(`${octal} ${name}\0`), Buffer.from(member, 'hex')]),
    };
  });
  written.sort((a, b) => Buffer.compare(a.key, b.key));
  return objectId(id.length, 'tree', Buffer.concat(written.map(({ bytes }) => bytes))) === id;
}

function objectId(digits: number, type: 'blob' | 'tree', bytes: Uint8Array): string {
  const digest = createHash(digits === 64 ? 'sha256' : 'sha1');
  return digest.update(`${type} ${bytes.length}\0`).update(bytes).digest('hex');
}

/** A short commit id for people: its first twelve digits, the same on every machine (git's own abbreviation is not). */
export function shortId(id: string): string {
  return id.slice(0, 12);
}
