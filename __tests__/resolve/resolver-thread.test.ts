import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { transformSync } from '@swc/core';

import { GateFailure } from '../../src/errors.ts';
import { idealTree } from '../../src/resolve/ideal-tree.ts';
import type { ThreadBounds } from '../../src/resolve/resolver-thread.ts';
import { runResolver } from '../../src/resolve/resolver-thread.ts';
import { repositoryRoot } from '../support/cli.ts';

const program = (text: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort as port, workerData } from 'node:worker_threads';${text}`)}`,
  );
const order = { folder: '/nowhere', asks: [], held: [] };
const run = (text: string, bounds: Partial<ThreadBounds> = {}, answer = () => Promise.resolve(undefined)) =>
  runResolver(program(text), order, answer, { patience: 600_000, silence: 600_000, memory: 64, ...bounds });
/** Ended at its own bound: the others are longer than a test may take. */
const expectEnd = async (running: Promise<unknown>) => {
  await expect(running).rejects.toMatchObject({ name: 'GateFailure', code: 'budget' });
};

describe('the thread of the resolver', () => {
  test.each([
    ['spins', 'for (;;);', { patience: 300 }],
    ['spins after a question', "port.postMessage({ kind: 'ask', name: 'a' }); for (;;);", { silence: 300 }],
    ['spins in promises, as Arborist does', 'for (;;) await undefined;', { silence: 300 }],
    ['waits without a question', "port.on('message', () => undefined);", { silence: 300 }],
    [
      'takes all the memory that there is',
      'const all = []; for (;;) all.push(new Array(10_000).fill(all.length));',
      // Of less, V8 of Node 24 can fail to tell in time and ends the process: no pass either, but no test.
      { memory: 512 },
    ],
  ])(
    'is ended where it %s',
    async (_, text, bounds) => {
      await expectEnd(run(text, bounds));
    },
    60_000,
  );

  test('is not ended while a registry keeps it waiting', async () => {
    const answer = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 3_300));
    const text = `port.on('message', ({ name }) => port.postMessage({ kind: 'failed', error: name }));
      port.postMessage({ kind: 'ask', name: 'slow' });`;
    expect(await run(text, { silence: 3_000 }, answer)).toEqual({ kind: 'failed', error: 'slow' });
    await expectEnd(run(text, { patience: 300 }, answer));
  });

  test('gets its order and nothing else: no environment, no argument, no stream of ours', async () => {
    const text = `process.stdout.write('unseen');
      port.postMessage({ kind: 'failed', error: JSON.stringify([process.env, process.argv.slice(2), process.execArgv, workerData]) });`;
    const outcome = await run(text);
    expect(outcome).toEqual({ kind: 'failed', error: JSON.stringify([{}, [], [], order]) });
  });

  test.each([
    ['throws', "throw new RangeError('x')"],
    ['ends without an outcome', ''],
    ['exits', 'process.exit(0)'],
  ])('leaves no tree behind where it %s', async (_, text) => {
    await expect(run(text)).rejects.toThrow();
  });

  test.each([
    [{ kind: 'past' }, 'budget', 'more packages than any honest tree'],
    [{ kind: 'overridden', asked: 'left-pad@1' }, 'unresolvable', '`left-pad@1`'],
    [{ kind: 'failed', error: 'TypeError' }, 'unresolvable', '`TypeError`'],
    [{ kind: 'conflict', name: 'react', spec: '^17', by: 'x\u001b[31m' }, 'unresolvable', '`x\\u{1B}[31m`'],
  ])('%j is an error that says so', async (outcome, code, words) => {
    const text = `port.postMessage(${JSON.stringify(outcome)})`;
    const ask = () => Promise.resolve({ state: 'absent' });
    const failure = await idealTree({ asks: [], held: [], ask, program: program(text) }).catch(
      (cause: unknown) => cause,
    );
    expect(failure).toBeInstanceOf(GateFailure);
    expect(failure).toMatchObject({ code, message: expect.stringContaining(words) });
  });
});

test('the sealed thread starts no process and reaches no host', async () => {
  const source = readFileSync(join(repositoryRoot, 'src/resolve/thread-sandbox.ts'), 'utf8');
  const { code } = transformSync(source, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'es6' },
  });
  const attempts = {
    spawn: "childProcess.spawn('true')",
    spawnSync: "childProcess.spawnSync('true')",
    exec: "childProcess.exec('true')",
    execFile: "childProcess.execFile('true')",
    execSync: "childProcess.execSync('true')",
    fork: "childProcess.fork('x.js')",
    named: "(await import('node:child_process')).spawnSync('true')",
    connect: 'net.connect(1)',
    tls: "(await import('node:tls')).connect(1)",
    http: "(await import('node:http')).get('http://127.0.0.1:1/')",
    fetch: "await fetch('http://127.0.0.1:65000/').catch((cause) => { throw cause.cause })",
    listen: 'net.createServer().listen(0)',
    lookup: "dns.lookup('registry.example', () => undefined)",
    resolve: "await dns.promises.resolve('registry.example')",
    datagram: "dgram.createSocket('udp4')",
  };
  const tried = Object.entries(attempts).map(
    ([name, attempt]) => `try { ${attempt}; codes.${name} = 'done'; } catch (cause) { codes.${name} = cause.code; }`,
  );
  // In the module's own scope, among its imports.
  const outcome = await run(`${code.replace('export function', 'function')}
    const codes = {}; blockThreadAccess(); ${tried.join('\n')}
    port.postMessage({ kind: 'failed', error: JSON.stringify(codes) });`);
  expect(outcome.kind === 'failed' && JSON.parse(outcome.error)).toEqual(
    Object.fromEntries(Object.keys(attempts).map((name) => [name, 'ESEALED'])),
  );
});
