import type { DownloadsAnswer } from './answer.ts';
import { unavailable } from '../model/evidence-values.ts';
import type { DocumentAnswer } from './answer.ts';
import type { RegistryMap } from './registry-map.ts';
import { isRecord } from './release.ts';

/**
 * Where the downloads of a registry's packages are counted (https://github.com/npm/registry, docs/download-counts.md):
 * the public registry has a service beside it, at `api.` instead of `registry.`; any other registry is asked itself.
 */
export function downloadsService(registry: string, { publicRegistry }: RegistryMap): string {
  if (registry !== publicRegistry) return registry;
  const url = new URL(registry);
  url.hostname = url.hostname.replace(/^registry\./, 'api.');
  return url.href;
}

/** That a registry has no downloads service: it says nothing about any name. */
export const countsNone = unavailable('not-provided', 'the registry counts no downloads', 'downloads');

/** The count for a name; an answer about another name, or without a whole number, is no answer. */
export function readDownloads(name: string, reply: DocumentAnswer): DownloadsAnswer {
  return reply.state === 'document' ? readCount(name, reply.document) : reply;
}

/** The counts in the answer to a request for several names, each under its own: null for one that the service does not know. */
export function readManyDownloads(
  names: readonly string[],
  reply: DocumentAnswer,
): ReadonlyMap<string, DownloadsAnswer> {
  return new Map(
    names.map((name) => {
      if (reply.state !== 'document') return [name, reply];
      const { document } = reply;
      const own = isRecord(document) && Object.hasOwn(document, name) ? document[name] : undefined;
      return [name, own === null ? { state: 'absent', authenticated: false } : readCount(name, own)];
    }),
  );
}

function readCount(name: string, document: unknown): DownloadsAnswer {
  if (isRecord(document) && document.package === name) {
    const { downloads } = document;
    if (typeof downloads === 'number' && Number.isSafeInteger(downloads) && downloads >= 0) {
      return { state: 'counted', monthly: downloads };
    }
  }
  return unavailable('malformed', 'the downloads service has no count for the name');
}
