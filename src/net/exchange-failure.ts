/** Why there is no answer. `code` is Node's own word for it, or a clause of our own. */
export class ExchangeFailure extends Error {
  readonly reason: 'network' | 'timeout' | 'too-large' | 'malformed' | 'redirected';
  readonly code: string;

  constructor(reason: ExchangeFailure['reason'], code: string) {
    super(code);
    this.reason = reason;
    this.code = code;
  }
}

/** Node's code of an error, whatever it is made of. */
export function codeOf(error: unknown): string | undefined {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
