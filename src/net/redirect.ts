import { ExchangeFailure } from './exchange-failure.ts';

/** `most`: how many are followed. `follows`: only reads, or also what 307 and 308 allow to be sent again. */
export interface Redirects {
  readonly most: number;
  readonly follows: 'reads' | 'reads-and-repeats';
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Where an answer sends a request to; undefined: nowhere.
 * @throws ExchangeFailure for an address that is none or is at another origin, and for what may not be sent again there.
 */
export function nextAddress(
  from: { readonly url: URL; readonly method: string },
  {
    status,
    headers: { location },
  }: { readonly status: number; readonly headers: { readonly location?: string | undefined } },
  follows: Redirects['follows'],
): URL | undefined {
  const { url, method } = from;
  if (!redirects.has(status)) return undefined;
  if (location === undefined || !URL.canParse(location, url.href)) {
    throw new ExchangeFailure('malformed', `HTTP ${status}`);
  }
  const next = new URL(location, url);
  if (next.origin !== url.origin) {
    throw new ExchangeFailure('redirected', `HTTP ${status} to another origin, which is not followed`);
  }
  // RFC 9110, 15.4: only 307 and 308 keep the method and what was sent.
  if (method !== 'GET' && (follows === 'reads' || status < 307)) {
    throw new ExchangeFailure('redirected', `HTTP ${status} for a ${method}`);
  }
  return next;
}
