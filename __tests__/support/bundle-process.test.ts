import { afterAll, describe, expect, test } from '@jest/globals';

import { type BundleRun, runBundle } from './bundle-process.ts';
import { temporaryFolder } from './cli.ts';

/** What one case does to the process that it shares, the next one does not see. */

Reflect.deleteProperty(process.env, 'LOCKGATE_PROCESSES');
const folder = temporaryFolder();
afterAll(() => folder.remove());
let count = 0;

function run(code: string, more: Partial<BundleRun> = {}) {
  count += 1;
  const name = `entry-${count}.mjs`;
  folder.write({ [name]: code });
  return runBundle({ script: `${folder.path}/${name}`, cwd: folder.path, env: {}, ...more });
}
const pid = async (more?: Partial<BundleRun>) => (await run('console.log(process.pid)', more)).stdout;
const ended = (status: number | null, stdout = '', stderr = '') => ({ status, stdout, stderr });

describe('in the process that cases share', () => {
  test('each has its own arguments, folder, environment, output and exit status', async () => {
    const code = `console.log(JSON.stringify([process.argv.slice(2), process.cwd(), { ...process.env }]));
      console.error('said'); process.exitCode = 3; process.env.LEFT = '1'; process.chdir('/');`;
    for (const word of ['a', 'b']) {
      const env = { [word]: word };
      expect(await run(code, { args: [word], env })).toEqual(
        ended(3, `${JSON.stringify([[word], folder.path, env])}\n`, 'said\n'),
      );
    }
    expect(await run('')).toEqual(ended(0));
    expect(await pid()).toBe(await pid());
  });

  test('an entry runs again each time that it is asked for', async () => {
    folder.write({ 'again.mjs': "console.log('ran');" });
    const again = { script: `${folder.path}/again.mjs`, cwd: folder.path, env: {} };
    expect([await runBundle(again), await runBundle(again)]).toEqual([ended(0, 'ran\n'), ended(0, 'ran\n')]);
  });

  test('a listener that is left behind hears nothing of the next', async () => {
    await run("process.on('warning', () => console.log('heard'));");
    expect((await run("process.emitWarning('w'); await new Promise((resolve) => setTimeout(resolve));")).stdout).toBe(
      '',
    );
  });

  test('it ends when nothing is left to wait for, as a process does', async () => {
    expect(await run("setTimeout(() => { console.log('late'); process.exitCode = 4; }, 50);")).toEqual(
      ended(4, 'late\n'),
    );
  });

  test.each([
    ['exits', 'process.exit(5)', 5, /^$/],
    ['is killed', 'process.kill(process.pid, "SIGKILL"); await new Promise(() => {})', null, /^$/],
    ['throws', 'throw new Error("defect")', 1, /Error: defect/],
    ['throws later', 'setTimeout(() => { throw new Error("defect") }, 20)', 1, /Error: defect/],
    ['rejects later', 'setTimeout(() => Promise.reject(new Error("defect")), 20)', 1, /Error: defect/],
  ])('one that %s ends like a process, and only for itself', async (_, code, status, words) => {
    const before = await pid();
    const outcome = await run(`console.log('begun'); ${code}`);
    expect(outcome).toMatchObject({ status, stdout: 'begun\n' });
    expect(outcome.stderr).toMatch(words);
    expect(await pid()).not.toBe(before);
  });
});

test.each<[string, Partial<BundleRun>]>([
  ['what asks for it', { ownProcess: true }],
  ['what sets a variable of Node', { env: { NODE_OPTIONS: '--no-warnings' } }],
  ['what sets a proxy', { env: { https_proxy: 'http://127.0.0.1:9' } }],
])('%s has a process of its own', async (_, more) => {
  expect(await pid(more)).not.toBe(await pid());
});
