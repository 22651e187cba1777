/**
 * Paths are bytes to git and to POSIX; to lockgate they are strings. UTF-8 reads as itself, and each byte that is not
 * part of valid UTF-8 stands as the lone surrogate U+DC00 + byte (Python's `surrogateescape`, PEP 383). No valid path
 * contains a lone surrogate, so two paths never read the same, and every path can be turned back into its bytes.
 * See docs/decisions/0060.
 */
import { isUtf8 } from 'node:buffer';

const escaped = /([\udc80-\udcff])/u; // the u flag makes it match lone surrogates only

/** How many bytes a UTF-8 sequence takes that starts with this byte; 1 for a byte that starts none. */
function sequenceLength(first: number): number {
  if (first >= 0xf0) return 4;
  if (first >= 0xe0) return 3;
  return first >= 0xc0 ? 2 : 1;
}

/** The path that these bytes spell. */
export function decodePath(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let path = '';
  for (let at = 0; at < bytes.length;) {
    const first = bytes.readUInt8(at);
    const sequence = bytes.subarray(at, at + sequenceLength(first));
    const valid = isUtf8(sequence);
    path += valid ? sequence.toString('utf8') : String.fromCharCode(0xdc00 + first);
    at += valid ? sequence.length : 1;
  }
  return path;
}

/** The bytes that `decodePath` read this path from. */
export function encodePath(path: string): Buffer {
  if (!escaped.test(path)) return Buffer.from(path, 'utf8');
  return Buffer.concat(
    path
      .split(escaped)
      .map((part) => (escaped.test(part) ? Buffer.of(part.charCodeAt(0) - 0xdc00) : Buffer.from(part, 'utf8'))),
  );
}
