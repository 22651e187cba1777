import { packumentSubject } from './answer.ts';
import type { Connection, RegistryConfiguration } from './configuration.ts';
import { createLimiter } from '../net/limiter.ts';
import { type ClientLimits, runLimits } from './limits.ts';
import type { DocumentAnswer } from './answer.ts';
import { registryOf } from './registry-map.ts';

/** Full packuments, each asked for once, of the registry that is trusted for its name. */
export interface PackumentSource {
  readonly ask: (name: string) => Promise<DocumentAnswer>;
  /** What was answered, by `packumentSubject`: for the collection of evidence, which then asks for none of it again. */
  readonly replies: ReadonlyMap<string, DocumentAnswer>;
  readonly close: () => void;
}

/**
 * Asks through lockgate's own client, so that no redirect leaves a registry's origin, no token leaves its registry,
 * and every bound of that client holds.
 * @param configure called if something is requested
 * @param progress called with the numbers of names answered and requested so far
 * @param replies what is known already, and where answers are added. Failures are asked for again.
 */
export function packumentSource(
  configure: () => Promise<RegistryConfiguration>,
  progress?: (done: number, total: number) => void,
  limits?: Partial<ClientLimits>,
  replies = new Map<string, DocumentAnswer>(),
): PackumentSource {
  const { concurrency } = runLimits;
  const inTurn = createLimiter(concurrency);
  const pending = new Map<string, Promise<DocumentAnswer>>();
  const connections = new Map<string, Connection>();
  let client: ReturnType<typeof open> | undefined;

  return {
    ask: (name) => {
      const asked = pending.get(name) ?? request(name);
      pending.set(name, asked);
      return asked;
    },
    replies,
    close: () => void client?.then((opened) => opened.close()),
  };

  async function request(name: string): Promise<DocumentAnswer> {
    const { registries, connect } = await configure();
    const registry = registryOf(registries, name);
    const known = replies.get(packumentSubject(registry, name));
    if (known?.state === 'document') return known;
    if (connect === undefined) return { state: 'unavailable', reason: 'offline', detail: 'no request was allowed' };
    const connection = connections.get(registry) ?? connect(registry);
    connections.set(registry, connection);
    const reply = await inTurn(async () => {
      client ??= open(concurrency, limits);
      return (await client).packument(connection, name);
    });
    replies.set(packumentSubject(registry, name), reply);
    progress?.(replies.size, pending.size);
    return reply;
  }
}

async function open(concurrency: number, limits: Partial<ClientLimits> | undefined) {
  const { createRegistryClient } = await import('./client.ts');
  return createRegistryClient(concurrency, limits);
}
