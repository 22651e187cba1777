import { parseIntegrity } from '../model/sri.ts';

/**
 * The SHA-512 digest, in lower-case hex, of an integrity that is exactly one SHA-512 hash in canonical base64
 * (https://www.w3.org/TR/sri-2/, RFC 4648 section 3.5); undefined for every other text. Registries sign this one
 * form, byte for byte, so a looser reading would only blur what was verified.
 */
export function sha512Hex(integrity: string): string | undefined {
  const [digest] = parseIntegrity(integrity).digests.get('sha512') ?? [];
  if (digest === undefined || integrity !== `sha512-${digest}`) return undefined;
  return Buffer.from(digest, 'base64').toString('hex');
}
