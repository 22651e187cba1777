/** Every bound of the conversation with a registry. Tests shorten them; nothing else should. */
export interface ClientLimits {
  /** Milliseconds that one request may take with all of its retries and redirects. */
  readonly deadline: number;
  /** Milliseconds without a byte after which an attempt is given up. */
  readonly idle: number;
  readonly attempts: number;
  /** Milliseconds before the second attempt; doubled for each further one. */
  readonly backOff: number;
  /** Bytes of one document, on the wire and decompressed. */
  readonly documentBytes: number;
  /** Bytes of one tarball, packed. */
  readonly tarballBytes: number;
  /** Bytes of all documents that are being received at one time. */
  readonly bytesInFlight: number;
  readonly redirects: number;
  /** Requests to one registry that may fail in a row before it is not asked any more. */
  readonly failuresInRow: number;
}

export const clientLimits: ClientLimits = {
  deadline: 20_000,
  idle: 8_000,
  attempts: 4,
  backOff: 250,
  documentBytes: 64 * 1024 * 1024,
  tarballBytes: 20 * 1024 * 1024,
  bytesInFlight: 256 * 1024 * 1024,
  redirects: 3,
  failuresInRow: 32,
};

/** What one run asks of all registries together: requests, at one time, and milliseconds after which nothing more is asked for. */
export const runLimits = { requests: 10_000, concurrency: 32, patience: 8 * 60_000 } as const;
