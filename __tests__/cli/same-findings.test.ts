import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { Finding, Report } from '../../src/model/index.ts';
import type { Explanation } from '../../src/report/formats/explain.ts';
import { runCli, temporaryFolder } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';

/**
 * A change that moves from Yarn to npm, pins an alias and a bundle, and asks for more than it locks: whoever asks about
 * one of its packages is told what `check` says of it.
 */

const fresh = { publishedAt: '2026-05-31T20:00:00.000Z' };
const one = pkg({ '1.0.0': fresh });
let registry: LoopbackRegistry;
let folder: ReturnType<typeof temporaryFolder>;

beforeAll(async () => {
  const host = pkg({ '1.0.0': { ...fresh, scripts: { postinstall: 'node x.js' } } });
  registry = await startRegistry({ packages: { a: one, long: one, kept: one, late: one, host } });
  const { integrity, resolved } = registry.lockEntry('a', '1.0.0');
  const head = {
    dependencies: { a: '^1.0.0', short: 'npm:long@^1.0.0', host: '^1.0.0' },
    packages: {
      'node_modules/a': { version: '1.0.0' },
      'node_modules/short': { name: 'long', version: '1.0.0' },
      'node_modules/host': { version: '1.0.0' },
      'node_modules/host/node_modules/kept': { version: '1.0.0', inBundle: true, resolved: null, integrity: null },
    },
  };
  const asked = { ...head, dependencies: { ...head.dependencies, late: '^1.0.0' } };
  folder = temporaryFolder({
    'base/package.json': npmManifest({ dependencies: { a: '^1.0.0' } }),
    'base/yarn.lock': `# yarn lockfile v1\n\n\na@^1.0.0:\n  version "1.0.0"\n  resolved "${resolved}"\n  integrity ${integrity}\n`,
    'head/package.json': npmManifest(asked),
    'head/package-lock.json': npmLockfile(registry, head),
    'head/.npmrc': 'ignore-scripts=false\n',
  });
});
afterAll(async () => {
  folder.remove();
  await registry.close();
});

async function json<T>(command: readonly string[]): Promise<T> {
  const sides = ['--base-dir', join(folder.path, 'base'), '--head-dir', join(folder.path, 'head')];
  const judging = ['--registry', registry.url, '--now', '2026-06-01T00:00:00Z', '--format', 'json'];
  const { stdout, stderr } = await runCli([...command, ...sides, ...judging]);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as T;
}

type Explained = Pick<Explanation, 'findings'> & {
  readonly packages: readonly { readonly name: string; readonly findings: readonly Finding[] }[];
};
const told = (findings: readonly Finding[]) =>
  findings.map((each) => [each.rule, each.fingerprint, each.level, each.status, each.outcome].join(' ')).sort();

describe('explain and policy explain', () => {
  test('say what check says of each package: of what nothing pins, of a bundle, under an alias', async () => {
    const { findings } = await json<Report>(['check']);
    const names = new Set(findings.flatMap(({ name }) => name ?? []));
    expect([...names]).toEqual(expect.arrayContaining(['host', 'kept', 'late', 'long']));
    for (const name of names) {
      const own = told(findings.filter((finding) => finding.name === name));
      for (const command of [['explain'], ['policy', 'explain']]) {
        const explained = await json<Explained>([...command, name]);
        expect([
          ...command,
          name,
          ...told([...explained.packages.flatMap((each) => each.findings), ...explained.findings]),
        ]).toEqual([...command, name, ...own]);
      }
    }
    const { packages } = await json<Explained>(['explain', 'short']);
    expect(packages.map(({ name }) => name)).toEqual(['long']);
  });

  test('say in one line what ends the run, and exit with 2', async () => {
    const ended = await runCli([
      'explain',
      'a',
      '--dir',
      join(folder.path, 'head'),
      '--policy',
      join(folder.path, 'base/yarn.lock'),
    ]);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toMatch(/^(?:lockgate: yarn\.lock:4:1: .*\n)+$/u);
  });
});
