import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/**
 * Runs one bundled entry after another in one process: a start loads for a fifth of a second what a case then uses for a
 * fiftieth. Started by bundle-process.ts, which says what is new for each case and what is left from the one before.
 */

/** What may hold a listener that a case leaves behind. */
const emitters = [process, process.stdout, process.stderr];
process.on('message', (request) => void run(request));
process.on('disconnect', () => process.exit());
const before = emitters.map((emitter) => new Set(listenersOf(emitter).map(([, listener]) => listener)));
/** What keeps this process alive between two cases: its two outputs and the channel to the test. */
const idle = 3;
await settle();
process.send('ready');

async function settle() {
  while (process.getActiveResourcesInfo().length !== idle) await setTimeout(1);
}

function listenersOf(emitter) {
  return emitter.eventNames().flatMap((name) => emitter.rawListeners(name).map((listener) => [name, listener]));
}

async function run({ id, script, args, cwd, env }) {
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.argv = [process.execPath, script, ...args];
  process.exitCode = undefined;
  // The query makes the entry a module of its own, which runs again; the chunks that it imports stay loaded.
  await import(`${pathToFileURL(script)}?${id}`);
  // A process ends when nothing is left to wait for, and not when its last statement has run.
  await settle();
  const status = process.exitCode ?? 0;
  for (const [at, emitter] of emitters.entries()) {
    for (const [name, listener] of listenersOf(emitter)) if (!before[at].has(listener)) emitter.off(name, listener);
  }
  for (const stream of [process.stdout, process.stderr]) stream.write(`${id} ${status}\0`);
}
