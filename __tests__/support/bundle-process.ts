import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';

import { afterAll } from '@jest/globals';

/**
 * Runs a bundled entry, by default in a process that this test file shares: see bundle-host.mjs. New for each case are
 * arguments, environment, working directory, what is written, the exit status and the listeners. Left from the case before
 * are loaded modules with what they memorise (of names, versions and what is embedded in the bundle) and idle connections.
 * A case that ends its process ends it for itself only: the next one gets a new one.
 *
 * A process of its own has: what asks for it, what sets a variable that Node or a client reads once in a process, and with
 * LOCKGATE_PROCESSES=1 everything, which is how the cases are known to agree with processes of their own
 * (`npm test -- --all`).
 */
export interface BundleRun {
  readonly script: string;
  readonly args?: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A process that nothing ran in before, and that ends by itself. */
  readonly ownProcess?: boolean;
}

export interface BundleEnd {
  /** `null` where it was killed. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** @actions/github reads proxies when it is loaded, Node its own variables when it starts. */
const readOnce = /^NODE_|^(?:https?_|no_|all_)?proxy$|^SSL_CERT_|^(?:TZ|LANG|LC_\w+)$/i;

export function runBundle(run: BundleRun): Promise<BundleEnd> {
  const alone =
    run.ownProcess === true ||
    process.env['LOCKGATE_PROCESSES'] === '1' ||
    Object.keys(run.env).some((name) => readOnce.test(name));
  return alone ? runAlone(run) : runShared(run);
}

/** Another Node to run the bundle with than the one that runs the tests. */
const node = () => process.env['LOCKGATE_TEST_NODE'] ?? process.execPath;

/** Milliseconds after which a process that hangs is killed: before the test that waits for it is given up. */
const patience = 100_000;

async function runAlone({ script, args = [], cwd, env }: BundleRun): Promise<BundleEnd> {
  const child = spawn(node(), [script, ...args], {
    ...{ cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: patience, killSignal: 'SIGKILL' },
  });
  const output = readOutput(child);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  return { status, ...output };
}

function readOutput(child: ChildProcess, onText = () => {}): { stdout: string; stderr: string } {
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
      onText();
    });
  }
  return output;
}

interface Host {
  readonly run: (run: BundleRun) => Promise<BundleEnd>;
  readonly end: () => Promise<void>;
  readonly isOver: () => boolean;
}

let host: Promise<Host> | undefined;
let last: Promise<unknown> = Promise.resolve();
afterAll(async () => {
  await (await host)?.end();
  host = undefined;
});

/** One after another: a working directory and an environment are the whole process's. */
function runShared(run: BundleRun): Promise<BundleEnd> {
  const ended = last.then(async () => {
    if (host === undefined || (await host).isOver()) host = startHost();
    return (await host).run(run);
  });
  last = ended.catch(() => undefined);
  return ended;
}

async function startHost(): Promise<Host> {
  const child = spawn(node(), [fileURLToPath(new URL('bundle-host.mjs', import.meta.url))], {
    env: {},
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const over = new Promise<number | null>((resolve) => child.once('close', resolve));
  let onText: () => void = () => {};
  const output = readOutput(child, () => onText());
  await new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve).once('error', reject);
    void over.then((status) => reject(new Error(`the host ended with ${status}: ${output.stderr}`)));
  });
  /** Up to the mark that the host writes after a case, which is taken out; undefined where it is still to come. */
  const take = (id: string): BundleEnd | undefined => {
    const mark = new RegExp(`${id} (\\d+)\0$`);
    const [out, error] = [mark.exec(output.stdout), mark.exec(output.stderr)];
    if (out === null || error === null) return undefined;
    const ended = { stdout: output.stdout.slice(0, out.index), stderr: output.stderr.slice(0, error.index) };
    Object.assign(output, { stdout: '', stderr: '' });
    return { status: Number(out[1]), ...ended };
  };
  const run = ({ script, args = [], cwd, env }: BundleRun) =>
    new Promise<BundleEnd>((resolve) => {
      const id = randomUUID();
      onText = () => {
        const ended = take(id);
        if (ended !== undefined) resolve(ended);
      };
      void over.then((status) => resolve({ status, ...output }));
      child.send({ id, script, args, cwd, env });
    });
  const end = async () => {
    child.kill('SIGKILL');
    await over;
  };
  return { run, end, isOver: () => !child.connected || child.exitCode !== null || child.signalCode !== null };
}
