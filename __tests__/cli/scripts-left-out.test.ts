import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { checkFolders, runCli, temporaryFolder } from '../support/cli.ts';
import type { Sides } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

/** A hook of last week, in a project whose package manager would not run it. */

let registry: LoopbackRegistry;
beforeAll(async () => {
  const hooked = { publishedAt: '2026-05-20T00:00:00.000Z', scripts: { postinstall: 'node x.js' } };
  registry = await startRegistry({ packages: { hooked: pkg({ '1.0.0': hooked }) } });
});
afterAll(() => registry.close());

/** A pull request that adds `hooked` to a project whose `.npmrc` is this on each side. */
function withNpmrc(base: string, head: string): Sides {
  const sides = adding(registry, 'hooked', { version: '1.0.0' });
  return { base: { ...sides.base, '.npmrc': base }, head: { ...sides.head, '.npmrc': head } };
}

async function said(sides: Sides, args: readonly string[] = []) {
  const { report, stdout } = await checkFolders(sides, ['--registry', registry.url, ...args]);
  const [found, ...more] = report.findings.filter(({ rule }) => rule === 'install-scripts');
  expect(more).toEqual([]);
  return { level: found?.level, message: found?.message, stdout };
}

test("the base's setting makes it a warning, which a record repeats to the byte", async () => {
  const folder = temporaryFolder();
  const evidence = join(folder.path, 'evidence.json');
  const live = await said(withNpmrc('ignore-scripts=true\n', 'ignore-scripts=true\n'), ['--evidence-out', evidence]);
  expect(live.level).toBe('warn');
  expect(live.message).toContain('`.npmrc` on the base branch');
  const again = await runCli(['replay', evidence, '--format', 'json']);
  folder.remove();
  expect(again.stdout).toBe(live.stdout);
});

test('a setting that the pull request brings along does not', async () => {
  expect((await said(withNpmrc('\n', 'ignore-scripts=true\n'))).level).toBe('error');
  expect((await said(withNpmrc('ignore-scripts=true\n', '\n'))).level).toBe('error');
});
