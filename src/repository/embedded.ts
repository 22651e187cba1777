import { brotliDecompressSync } from 'node:zlib';

const PACKED = /"([A-Za-z0-9+/=]{64,4000000})"/g;
/** Texts that are unpacked, and the largest. */
const most = { texts: 16, bytes: 8 * 1024 * 1024 } as const;

/** The texts that a program holds compressed by Brotli, in Base64. */
export function embeddedTexts(program: string): readonly string[] {
  const texts: string[] = [];
  for (const [, packed = ''] of program.matchAll(PACKED)) {
    if (texts.length === most.texts) break;
    try {
      texts.push(brotliDecompressSync(Buffer.from(packed, 'base64'), { maxOutputLength: most.bytes }).toString());
    } catch {
      // Base64 of something else.
    }
  }
  return texts;
}
