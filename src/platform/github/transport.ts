/** A fetch whose every exchange is bounded in time and bytes and stays at one origin. */

/** What a request may take, its body included. GitHub itself ends requests after 10 s (Troubleshooting the REST API). */
const timeoutMs = 30_000;
/** A blob of 100 MB, GitHub's own limit, as base64 in JSON. */
const maxBytes = 144_000_000;
const maxRedirects = 3;

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** An exchange that would go wrong again: it is not retried. */
export class TransportRefusal extends Error {}

/**
 * Octokit's own fetch follows redirects wherever they lead and takes a body that ends early for an empty one. This
 * one follows a redirect only on reads, only within the origin, and gives a reply only once it is complete.
 * @throws TransportRefusal for a redirect to another origin or a body beyond the bound; else what `fetch` throws.
 */
export function boundedFetch(fetch: Fetch): Fetch {
  return async (url, init = {}) => {
    const signal = AbortSignal.timeout(timeoutMs);
    let target = url;
    for (let redirects = 0; ; redirects += 1) {
      const reply = await fetch(target, { ...init, redirect: 'manual', signal });
      const location = [301, 302, 307, 308].includes(reply.status) ? reply.headers.get('location') : null;
      if (location === null) return await complete(reply);
      await reply.body?.cancel();
      target = redirected(target, location, init.method ?? 'GET');
      if (redirects === maxRedirects) throw new TransportRefusal(`more than ${maxRedirects} redirects`);
    }
  };
}

function redirected(from: string, location: string, method: string): string {
  const to = URL.canParse(location, from) ? new URL(location, from) : undefined;
  if (method !== 'GET' || to?.origin !== new URL(from).origin) {
    throw new TransportRefusal('redirected to another address');
  }
  return to.href;
}

async function complete(reply: Response): Promise<Response> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (reply.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > maxBytes) throw new TransportRefusal(`a reply of more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  const { status, statusText, headers } = reply;
  return new Response(length === 0 ? null : Buffer.concat(chunks), { status, statusText, headers: [...headers] });
}
