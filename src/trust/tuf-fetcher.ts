import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Fetcher } from 'tuf-js';
import { DownloadHTTPError } from 'tuf-js/dist/error.js';

import { createAgent } from '../net/agent.ts';
import { ExchangeFailure } from '../net/exchange-failure.ts';
import { exchange } from '../net/http-exchange.ts';
import { clientLimits } from '../registry/limits.ts';

const attempts = 3;

/**
 * The requests of a TUF client, made as all others are: bounded in time and bytes, no redirect followed, proxies from
 * the environment. tuf-js's own fetcher follows redirects to any origin and sets no bound on a run.
 * @param mirror canonical URL. @param folder an existing folder for what is received.
 */
export async function createTufFetcher(
  mirror: string,
  folder: string,
): Promise<Fetcher & { readonly close: () => void }> {
  const end = performance.now() + clientLimits.deadline;
  const agent = await createAgent({ url: mirror, agent: { rejectUnauthorized: true } }, 4);
  const inFlight = { bytes: 0, max: clientLimits.bytesInFlight };

  async function attempt(url: URL, maxBytes: number): Promise<Buffer> {
    const deadline = end - performance.now();
    if (deadline <= 0) throw new ExchangeFailure('timeout', `no answer within ${clientLimits.deadline / 1000} s`);
    const headers = () => ({ 'accept-encoding': 'gzip, br', 'user-agent': 'lockgate' });
    const { status, body } = await exchange(url, {
      ...{ agent, headers, deadline, idle: clientLimits.idle, maxBytes, inFlight },
    });
    // By this error, and this one only, the updater learns that there is no newer root.
    if (status !== 200) throw new DownloadHTTPError(`HTTP ${status}`, status);
    return body;
  }

  async function downloadBytes(address: string, maxBytes: number): Promise<Buffer> {
    const url = new URL(address);
    for (let count = 1; ; count += 1) {
      try {
        return await attempt(url, maxBytes);
      } catch (cause) {
        if (count >= attempts || !isPassing(cause)) throw cause;
        await new Promise((resolve) => setTimeout(resolve, clientLimits.backOff * 2 ** (count - 1)));
      }
    }
  }

  return {
    downloadBytes,
    downloadFile: async (address, maxBytes, use) => {
      const file = join(await mkdtemp(join(folder, 'download-')), 'target');
      await writeFile(file, await downloadBytes(address, maxBytes));
      return use(file);
    },
    close: () => agent.destroy(),
  };
}

function isPassing(cause: unknown): boolean {
  if (cause instanceof DownloadHTTPError) return cause.statusCode === 429 || cause.statusCode >= 500;
  return cause instanceof ExchangeFailure && (cause.reason === 'network' || cause.reason === 'timeout');
}
