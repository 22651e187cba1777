import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { runCli, temporaryFolder } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { pullRequest } from '../support/pull-request.ts';

/** The same snapshots, evidence, policy and clock give the same report, byte for byte; evidence can be judged again. */

let registry: LoopbackRegistry;
let folder: ReturnType<typeof temporaryFolder>;
const now = ['--now', '2026-06-01T00:00:00Z'];
const folders = ['--base-dir', 'base', '--head-dir', 'head'];

beforeAll(async () => {
  registry = await startRegistry({
    packages: Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `package-${index}`,
        pkg({
          '1.0.0': {},
          '2.0.0': { publishedAt: index % 3 === 0 ? '2026-05-31T00:00:00.000Z' : '2024-01-01T00:00:00.000Z' },
        }),
      ]),
    ),
  });
  const names = Array.from({ length: 40 }, (_, index) => `package-${index}`);
  const side = (version: string) => ({
    dependencies: Object.fromEntries(names.map((name) => [name, '*'])),
    packages: Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version }])),
  });
  const { base, head } = pullRequest(registry, side('1.0.0'), side('2.0.0'));
  const policy = 'version: 1\nextends: recommended\nrules:\n  abandonment: error\n';
  folder = temporaryFolder();
  const put = (side: string, files: typeof base) =>
    folder.write(Object.fromEntries(Object.entries(files).map(([path, text]) => [`${side}/${path}`, text])));
  put('base', { ...base, '.github/dependency-policy.yml': policy });
  put('head', head);
});
afterAll(async () => {
  folder.remove();
  await registry.close();
});

const run = (args: readonly string[]) => runCli(args, { cwd: folder.path });
const recorded = ['evidence.json'];

test('two runs give the same bytes, in every format', async () => {
  for (const format of ['json', 'markdown', 'text']) {
    const args = ['check', ...folders, ...now, '--registry', registry.url, '--format', format];
    const [first, second] = await Promise.all([run(args), run(args)]);
    expect(first.stdout).not.toBe('');
    expect(second).toEqual(first);
  }
});

test('a replay gives the same bytes without a request, and another verdict under another policy', async () => {
  const evidence = ['--evidence-out', 'evidence.json'];
  const live = await run(['check', ...folders, ...now, '--registry', registry.url, '--format', 'json', ...evidence]);
  const requests = registry.requests.length;
  const replayed = await run(['replay', ...recorded, '--format', 'json']);
  expect(replayed).toEqual(live);
  expect(live.status).toBe(1);
  writeFileSync(join(folder.path, 'lenient.yml'), 'version: 1\nrules: { cooldown: warn }\n');
  const lenient = await run(['replay', ...recorded, '--policy', 'lenient.yml', '--format', 'json']);
  expect(lenient.status).toBe(0);
  expect(registry.requests).toHaveLength(requests);
});

test('a check takes recorded evidence in the place of the registry', async () => {
  const evidence = ['--evidence-out', 'evidence.json'];
  const live = await run(['check', ...folders, ...now, '--registry', registry.url, '--format', 'json', ...evidence]);
  const again = await run([
    'check',
    ...folders,
    '--registry',
    registry.url,
    '--evidence',
    'evidence.json',
    '--format',
    'json',
  ]);
  expect(again.stdout).toBe(live.stdout);
});

test('evidence holds no path of this machine, and a broken one is refused', async () => {
  await run(['check', ...folders, ...now, '--registry', registry.url, '--evidence-out', 'evidence.json']);
  const text = readFileSync(join(folder.path, 'evidence.json'), 'utf8');
  expect(text).not.toContain(folder.path);
  for (const broken of ['', '{}', text.slice(0, -20), text.replace('"answers"', '"asnwers"')]) {
    writeFileSync(join(folder.path, 'broken.json'), broken);
    const { status, stderr, stdout } = await run(['replay', 'broken.json', '--format', 'json']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^lockgate: broken\.json.*\(evidence-invalid\)\n$/);
  }
});
