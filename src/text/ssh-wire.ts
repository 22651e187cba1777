import { latin1 } from './base64.ts';

/** The data types of SSH (RFC 4251 section 5), read without mercy: what is cut short is undefined, and nothing is skipped. */
export interface SshReader {
  readonly bytes: (count: number) => Uint8Array | undefined;
  readonly uint32: () => number | undefined;
  /** Bytes after their length. */
  readonly string: () => Uint8Array | undefined;
  /** The same, one character for each byte: to be compared with ASCII. */
  readonly text: () => string | undefined;
  readonly isAtEnd: () => boolean;
}

export function sshReader(all: Uint8Array): SshReader {
  let at = 0;
  const bytes = (count: number) => {
    if (count > all.length - at) return undefined;
    at += count;
    return all.subarray(at - count, at);
  };
  const uint32 = () => bytes(4)?.reduce((number, byte) => number * 256 + byte, 0);
  const string = () => {
    const length = uint32();
    return length === undefined ? undefined : bytes(length);
  };
  const text = () => {
    const read = string();
    return read === undefined ? undefined : latin1(read);
  };
  return { bytes, uint32, string, text, isAtEnd: () => at === all.length };
}

/** A string as SSH writes it: its length in front. */
export function sshString(content: Uint8Array): Uint8Array {
  const written = new Uint8Array(4 + content.length);
  new DataView(written.buffer).setUint32(0, content.length);
  written.set(content, 4);
  return written;
}

/** A number as SSH writes it, in exactly `size` bytes. Undefined for any other way to write it, for zero and less, and for more. */
export function readMpint(content: Uint8Array, size: number): Uint8Array | undefined {
  const [first = 0, second = 0] = content;
  const isPadded = first === 0;
  if (content.length === 0 || first > 127 || (isPadded && second < 128)) return undefined;
  const digits = isPadded ? content.subarray(1) : content;
  if (digits.length > size) return undefined;
  const number = new Uint8Array(size);
  number.set(digits, size - digits.length);
  return number;
}
