import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { parseReport } from '../../src/report/schema.ts';
import { runCli, temporaryFolder } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import type { EntryDescription } from '../support/npm-lockfile.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';

/** `vet` says of a name that an upgrade pulls in what `check` will say. The name here is ten days old: enough for an upgrade only. */

let registry: LoopbackRegistry;
const old = '2025-01-01T00:00:00.000Z';
const tenDays = '2026-05-31T00:00:00.000Z';

beforeAll(async () => {
  const needs = { publishedAt: old, dependencies: { nd: '^1.0.0' } };
  registry = await startRegistry({
    packages: {
      nd: pkg({ '1.0.0': { publishedAt: tenDays } }),
      up: pkg({ '0.9.0': needs, '1.0.0': { publishedAt: old }, '1.1.0': needs }),
      mid: pkg({ '1.0.0': needs }),
      'up-by-mid': pkg({ '1.0.0': { publishedAt: old }, '1.1.0': { publishedAt: old, dependencies: { mid: '1' } } }),
      newcomer: pkg({ '1.0.0': needs }),
      stays: pkg({ '1.0.0': needs }),
      replaced: pkg({ '1.0.0': { publishedAt: old }, '1.1.0': { publishedAt: old, dependencies: { other: '1.0.0' } } }),
      other: pkg({ '1.0.0': { publishedAt: old } }),
    },
    advisories: {},
  });
});
afterAll(() => registry.close());

type Packages = Readonly<Record<string, EntryDescription>>;

function project(
  dependencies: Readonly<Record<string, string>>,
  packages: Packages,
  more: Readonly<Record<string, unknown>> = {},
) {
  const manifest = { ...(JSON.parse(npmManifest({ dependencies })) as object), ...more };
  return {
    'package.json': JSON.stringify(manifest),
    'package-lock.json': npmLockfile(registry, { dependencies, packages }),
  };
}

const base = () => project({ up: '^1.0.0' }, { 'node_modules/up': { version: '1.0.0' } });
const flags = () => ['--format', 'json', '--now', '2026-06-10T00:00:00Z', '--registry', registry.url];

const youngIn = (stdout: string) => {
  const report = parseReport(stdout);
  expect(report.errors).toEqual([]);
  return report.findings.flatMap(({ rule, name, version }) =>
    rule === 'new-package' ? [`${name ?? ''}@${version ?? ''}`] : [],
  );
};

async function vet(files: Readonly<Record<string, string>>, ...specs: readonly string[]) {
  const folder = temporaryFolder(files);
  try {
    return youngIn((await runCli(['vet', ...specs, ...flags()], { cwd: folder.path })).stdout);
  } finally {
    folder.remove();
  }
}

test('the answer is that of the lockfile that npm writes then', async () => {
  const sides = [
    temporaryFolder(base()),
    temporaryFolder(
      project(
        { up: '^1.1.0' },
        {
          'node_modules/up': { version: '1.1.0', dependencies: { nd: '^1.0.0' } },
          'node_modules/nd': { version: '1.0.0' },
        },
      ),
    ),
  ] as const;
  try {
    const args = ['check', '--base-dir', sides[0].path, '--head-dir', sides[1].path, ...flags()];
    expect(youngIn((await runCli(args)).stdout)).toEqual([]);
  } finally {
    for (const side of sides) side.remove();
  }
  expect(await vet(base(), 'up@1.1.0')).toEqual([]);
  expect(await vet(base(), 'up')).toEqual([]);
});

test('through a name that is new itself', async () => {
  const files = project({ 'up-by-mid': '1' }, { 'node_modules/up-by-mid': { version: '1.0.0' } });
  expect(await vet(files, 'up-by-mid@1.1.0')).toEqual([]);
});

describe('it is no upgrade that pulls the name in', () => {
  test('where the package is new, also beside one', async () => {
    expect(await vet({}, 'up@1.1.0')).toEqual(['nd@1.0.0']);
    expect(await vet(base(), 'newcomer')).toEqual(['nd@1.0.0']);
    expect(await vet(base(), 'up@1.1.0', 'newcomer')).toEqual(['nd@1.0.0']);
  });

  test('where it is named itself', async () => {
    expect(await vet(base(), 'up@1.1.0', 'nd')).toEqual(['nd@1.0.0']);
  });

  test('in a step back', async () => {
    expect(await vet(base(), 'up@0.9.0')).toEqual(['nd@1.0.0']);
  });

  test('where a locked package that stays asks for it too, or the project does', async () => {
    const withStaying = project(
      { up: '^1.0.0', stays: '1.0.0' },
      {
        'node_modules/up': { version: '1.0.0' },
        'node_modules/stays': { version: '1.0.0', dependencies: { nd: '^1.0.0' } },
      },
    );
    expect(await vet(withStaying, 'up@1.1.0')).toEqual(['nd@1.0.0']);
    const asks = project({ up: '^1.0.0', nd: '^1.0.0' }, { 'node_modules/up': { version: '1.0.0' } });
    expect(await vet(asks, 'up@1.1.0')).toEqual(['nd@1.0.0']);
  });

  test('where an override puts it in the place of what the upgrade needs', async () => {
    const files = project(
      { replaced: '^1.0.0' },
      { 'node_modules/replaced': { version: '1.0.0' } },
      { overrides: { other: 'npm:nd@1.0.0' } },
    );
    expect(await vet(files, 'replaced@1.1.0')).toEqual(['nd@1.0.0']);
  });
});
