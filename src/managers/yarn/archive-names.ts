import { sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** How Yarn 2 and later names the archive of a locator: a slug of the name, a digest of the locator, and a digest of the archive. */

const digest = (text: string): string => bytesToHex(sha512(utf8ToBytes(text)));

/** The digits of a locator's digest that a file name has. */
const DIGITS = 10;

/** The start of the file name, and the digest in it, by the name and reference of a locator. */
export function archiveName(name: string, reference: string): { readonly slug: string; readonly hash: string } {
  const [, scope = '', bare = name] = /^@([^/]+)\/(.+)$/.exec(name) ?? [];
  const ident = digest(scope + bare);
  return { slug: scope === '' ? bare : `@${scope}-${bare}`, hash: digest(ident + reference).slice(0, DIGITS) };
}
