import { Worker } from 'node:worker_threads';

import { GateFailure } from '../errors.ts';
import type { Answer, FromThread, Order, Outcome, Packument } from './resolver-messages.ts';

/** The thread's bounds. */
export interface ThreadBounds {
  /** Milliseconds in all. */
  readonly patience: number;
  /** Milliseconds that it may work without requesting a name or giving its outcome. */
  readonly silence: number;
  /** Of its heap, in MiB. */
  readonly memory: number;
}

export const threadBounds: ThreadBounds = { patience: 120_000, silence: 30_000, memory: 768 };

/** Beside the entry points of dist/; this module is loaded dynamically, and so is in a folder below them. */
export const resolverProgram = new URL('../resolver.js', import.meta.url);

/**
 * Runs a program as a thread that gets an order and answers, and nothing else: no environment, no argument, no
 * stream. It is ended at its bounds whatever it does, even in a loop that never yields.
 * @param answer gives the packument of a name, or undefined; where it throws, the thread is ended and that is thrown
 * @throws GateFailure `budget`
 */
export async function runResolver(
  program: URL,
  order: Order,
  answer: (name: string) => Promise<Packument | undefined>,
  { patience, silence, memory }: ThreadBounds,
): Promise<Outcome> {
  const thread = new Worker(program, {
    ...{ workerData: order, env: {}, argv: [], execArgv: [], stdout: true, stderr: true },
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const timers: NodeJS.Timeout[] = [];
  try {
    return await new Promise<Outcome>((resolve, reject) => {
      let [open, quiet]: [number, NodeJS.Timeout | undefined] = [0, undefined];
      const end = () => reject(tooLong());
      const listen = () => {
        clearTimeout(quiet);
        if (open === 0) timers.push((quiet = setTimeout(end, silence)));
      };
      timers.push(setTimeout(end, patience));
      listen();
      thread.on('message', (message: FromThread) => {
        if (message.kind !== 'ask') {
          resolve(message);
          return;
        }
        const { name } = message;
        open += 1;
        listen();
        answer(name).then((packument) => {
          open -= 1;
          listen();
          thread.postMessage({ name, ...(packument && { packument }) } satisfies Answer);
        }, reject);
      });
      thread.on('error', (cause) => reject(isOutOfMemory(cause) ? tooMuch(memory) : cause));
      thread.on('exit', () => reject(new Error('the resolver ended without an outcome')));
    });
  } finally {
    for (const timer of timers) clearTimeout(timer);
    await thread.terminate();
  }
}

const isOutOfMemory = ({ code }: NodeJS.ErrnoException) => code === 'ERR_WORKER_OUT_OF_MEMORY';

function tooLong(): GateFailure {
  return new GateFailure(
    'budget',
    'Resolving the dependencies that are not in the lockfile takes too long; lock them with the package manager first.',
  );
}

function tooMuch(memory: number): GateFailure {
  return new GateFailure(
    'budget',
    `Resolving the dependencies that are not in the lockfile takes more than ${memory} MiB; lock them with the package manager first.`,
  );
}
