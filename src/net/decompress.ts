import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { ExchangeFailure, codeOf } from './exchange-failure.ts';

/**
 * Synchronous on purpose: one document at a time is in memory twice, and an ordinary one takes well under a millisecond.
 * @throws ExchangeFailure for more than `maxOutputLength` and for an encoding that was not asked for; else what zlib throws.
 */
export function decompress(body: Buffer, encoding: string | undefined, maxOutputLength: number): Buffer {
  try {
    switch (encoding?.toLowerCase()) {
      case undefined:
      case '':
      case 'identity':
        return body;
      case 'gzip':
      case 'x-gzip':
        return gunzipSync(body, { maxOutputLength });
      case 'br':
        return brotliDecompressSync(body, { maxOutputLength });
      default:
        throw new ExchangeFailure('malformed', 'content-encoding');
    }
  } catch (cause) {
    if (codeOf(cause) === 'ERR_BUFFER_TOO_LARGE') throw new ExchangeFailure('too-large', 'too large');
    throw cause;
  }
}
