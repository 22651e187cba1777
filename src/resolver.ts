import { parentPort, workerData } from 'node:worker_threads';

import { place } from './resolve/arborist.ts';
import type { Answer, FromThread, Order, Outcome, Packument } from './resolve/resolver-messages.ts';
import { blockThreadAccess } from './resolve/thread-sandbox.ts';

/** The entry of the thread in which Arborist runs (see `runResolver`): an order in, questions for packuments, an outcome. */

const waiting = new Map<string, (packument: Packument | undefined) => void>();
const asked = new Map<string, Promise<Packument | undefined>>();

function tell(message: FromThread): void {
  parentPort?.postMessage(message);
}

function packument(name: string): Promise<Packument | undefined> {
  const found =
    asked.get(name) ??
    new Promise<Packument | undefined>((resolve) => {
      waiting.set(name, resolve);
      tell({ kind: 'ask', name });
    });
  asked.set(name, found);
  return found;
}

parentPort?.on('message', ({ name, packument: found }: Answer) => waiting.get(name)?.(found));

async function resolve(): Promise<Outcome> {
  try {
    blockThreadAccess();
    const { default: Arborist } = await import('@npmcli/arborist');
    return await place(Arborist, { ...(workerData as Order), packument, onPast: () => tell({ kind: 'past' }) });
  } catch (cause) {
    return { kind: 'failed', error: cause instanceof Error ? cause.name : typeof cause };
  }
}

tell(await resolve());
