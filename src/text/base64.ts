/** The bytes of a base64 text; undefined for one that is not written as an encoder writes it (RFC 4648, padded, no space). */
export function bytesOfBase64(text: string): Uint8Array | undefined {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    return undefined;
  }
  return btoa(binary) === text ? Uint8Array.from(binary, (byte) => byte.charCodeAt(0)) : undefined;
}

export function base64Of(bytes: Uint8Array): string {
  return btoa(latin1(bytes));
}

/** One character for each byte. */
export function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
