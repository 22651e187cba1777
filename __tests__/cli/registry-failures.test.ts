import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { checkFolders } from '../support/cli.ts';
import { judgeImpatiently } from '../support/judge-impatiently.ts';
import type { Failure, LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding, pullRequest } from '../support/pull-request.ts';

/** hostile-inputs: evidence. Whatever a registry does, what is not known is never a pass. */

const failures: Readonly<Record<string, Failure>> = {
  'answers-500': { status: 500 },
  'answers-429': { status: 429, headers: { 'retry-after': '600' } },
  'answers-401': { status: 401 },
  hangs: { hang: true },
  drips: { drip: 1000 },
  'sends-html': { html: true },
  'sends-half': { truncate: true },
  'sends-nonsense': { text: '[1,2,3]' },
  'sends-too-much': { huge: 500 * 1024 * 1024, gzip: true },
  'redirects-away': { redirect: 'http://localhost:1/elsewhere' },
  'hangs-up': { reset: true },
};
const names = Object.keys(failures);
let registry: LoopbackRegistry;

beforeAll(async () => {
  const healthy = pkg({ '1.0.0': { publishedAt: '2026-01-01T00:00:00.000Z' } });
  registry = await startRegistry({
    packages: Object.fromEntries([...names, 'healthy'].map((name) => [name, healthy])),
    // So that it is no imitation of `health`.
    downloads: { healthy: 1_000_000, health: 20_000_000 },
  });
  for (const [name, failure] of Object.entries(failures)) registry.fail(name, failure);
});
afterAll(() => registry.close());

const everything = () => {
  const all = [...names, 'healthy'];
  return pullRequest(
    registry,
    {},
    {
      dependencies: Object.fromEntries(all.map((name) => [name, '*'])),
      packages: Object.fromEntries(all.map((name) => [`node_modules/${name}`, { version: '1.0.0' }])),
    },
  );
};

test('slow, down, throttling or answering nonsense: every package is indeterminate, in bounded time', async () => {
  const report = await judgeImpatiently(everything(), { registry: registry.url });
  const unknown = report.findings.filter(({ rule, level }) => rule === 'existence' && level === 'error');
  expect(unknown.map(({ name }) => name).sort()).toEqual([...names].sort());
  expect(new Set(unknown.map(({ outcome }) => outcome))).toEqual(new Set(['indeterminate']));
  expect(report.findings.filter(({ name }) => name === 'healthy')).toEqual([]);
  expect(report.verdict).toBe('fail');
});

test('a registry that nobody answers for', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const sides = adding(registry, 'healthy', { version: '1.0.0', resolved: null });
  const { report, status } = await checkFolders(sides, ['--registry', `http://127.0.0.1:${port}/`]);
  expect(report.findings[0]).toMatchObject({ rule: 'existence', outcome: 'indeterminate', level: 'error' });
  expect(status).toBe(1);
});

test('offline nothing is asked, and nothing passes', async () => {
  const before = registry.requests.length;
  const sides = adding(registry, 'healthy', { version: '1.0.0' });
  const { report, status } = await checkFolders(sides, ['--registry', registry.url, '--offline']);
  expect(registry.requests).toHaveLength(before);
  expect(report.lockfiles).toMatchObject([{ path: 'package-lock.json', packages: 1, status: 'changed' }]);
  expect(report.findings[0]).toMatchObject({ rule: 'existence', outcome: 'indeterminate' });
  expect(status).toBe(1);
});

test('a mirror without publish times leaves the age unknown, never old enough', async () => {
  registry.publish('timeless', pkg({ '1.0.0': {} }, { document: { time: undefined } }));
  registry.publish('untimed', pkg({ '1.0.0': { publishedAt: null }, '0.9.0': {} }));
  const check = async (name: string) =>
    (await checkFolders(adding(registry, name, { version: '1.0.0' }), ['--registry', registry.url])).report.findings;
  expect(await check('timeless')).toContainEqual(
    expect.objectContaining({ rule: 'cooldown', outcome: 'indeterminate', level: 'error' }),
  );
  expect(await check('untimed')).toContainEqual(
    expect.objectContaining({ rule: 'cooldown', outcome: 'violation', level: 'error' }),
  );
});

test("a document that is another package's is an integrity finding", async () => {
  registry.publish('impostor', pkg({ '1.0.0': {} }, { document: { name: 'somebody-else' } }));
  const { report } = await checkFolders(adding(registry, 'impostor', { version: '1.0.0' }), [
    '--registry',
    registry.url,
  ]);
  expect(report.findings).toContainEqual(expect.objectContaining({ rule: 'integrity', level: 'error', floor: true }));
});

test('`unavailable: warn` lowers what is not floor, and never the floor', async () => {
  const sides = adding(registry, 'timeless', { version: '1.0.0' });
  const policy = { '.github/dependency-policy.yml': 'version: 1\nunavailable: warn\n' };
  const lowered = await checkFolders({ ...sides, base: { ...sides.base, ...policy } }, ['--registry', registry.url]);
  expect(lowered.report.findings.map(({ rule, level }) => [rule, level])).toContainEqual(['cooldown', 'warn']);
  expect(lowered.status).toBe(0);
  const down = adding(registry, 'answers-401', { version: '1.0.0' });
  const floor = await checkFolders({ ...down, base: { ...down.base, ...policy } }, ['--registry', registry.url]);
  expect(floor.report.findings.map(({ rule, level }) => [rule, level])).toContainEqual(['existence', 'error']);
  expect(floor.status).toBe(1);
});
