import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { parseReport } from '../../src/report/schema.ts';
import { runCli, temporaryFolder } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';

/** `vet` judges the versions that the project's own package manager would install, and what is locked of what is named. */

let registry: LoopbackRegistry;
const old = '2025-01-01T00:00:00.000Z';
const young = '2026-06-09T18:00:00.000Z';

beforeAll(async () => {
  const two = { '1.0.0': { publishedAt: old }, '1.1.0': { publishedAt: young } };
  registry = await startRegistry({
    packages: {
      leaf: pkg(two),
      app: pkg({ '1.0.0': { publishedAt: old, dependencies: { leaf: '^1.0.0' } } }),
      'young-only': pkg({ '1.0.0': { publishedAt: young } }),
      'asks-young': pkg({ '1.0.0': { publishedAt: old, dependencies: { leaf: '^1.1.0' } } }),
    },
    advisories: {
      leaf: [
        {
          ...{ id: 7, url: 'https://github.example/advisories/GHSA-aaaa-bbbb-cccc', title: 'T', severity: 'critical' },
          ...{ vulnerable_versions: '1.0.0', cwe: ['CWE-506'], cvss: {} },
        },
      ],
    },
  });
});
afterAll(() => registry.close());

async function vet(files: Readonly<Record<string, string>>, ...specs: readonly string[]) {
  const folder = temporaryFolder(files);
  try {
    const args = ['vet', ...specs, '--format', 'json', '--now', '2026-06-10T00:00:00Z', '--registry', registry.url];
    const report = parseReport((await runCli(args, { cwd: folder.path })).stdout);
    return {
      versions: report.changes.map(({ name, version }) => `${name}@${version}`),
      said: report.findings.map(({ rule, name, version }) => `${rule} ${name ?? ''}@${version ?? ''}`),
      report,
    };
  } finally {
    folder.remove();
  }
}

const named = (packageManager: string) => JSON.stringify({ name: 'root', packageManager });

describe('waiting times', () => {
  test.each([
    ['npm waits for nothing', {}, 'leaf@1.1.0'],
    ['npm with min-release-age', { 'package.json': '{}', '.npmrc': 'min-release-age=1\n' }, 'leaf@1.0.0'],
    ['pnpm by default', { 'package.json': named('pnpm@12.1.0') }, 'leaf@1.0.0'],
    ['pnpm that had no default yet', { 'package.json': named('pnpm@10.34.4') }, 'leaf@1.1.0'],
    ['Yarn by default', { 'package.json': named('yarn@4.18.0') }, 'leaf@1.0.0'],
    [
      'Yarn for what is preapproved',
      { 'package.json': named('yarn@4.18.0'), '.yarnrc.yml': 'npmPreapprovedPackages: ["leaf"]\n' },
      'leaf@1.1.0',
    ],
  ])('%s', async (_, files, expected) => {
    expect((await vet(files, 'leaf')).versions).toEqual([expected]);
  });

  test('count for what is pulled in; and what has no other answer is judged as it is, and not called unpublished', async () => {
    const files = { 'package.json': named('pnpm@12.1.0') };
    const { versions, said } = await vet(files, 'app', 'young-only');
    expect(versions).toEqual(['app@1.0.0', 'leaf@1.0.0', 'young-only@1.0.0']);
    expect(said).toContain('cooldown young-only@1.0.0');
    expect(said.filter((each) => each.startsWith('existence'))).toEqual([]);
    expect((await vet(files, 'asks-young')).versions).toEqual(['asks-young@1.0.0', 'leaf@1.1.0']);
  });
});

describe('what is locked', () => {
  const project = (names: Readonly<Record<string, string>>) => {
    const described = {
      dependencies: names,
      packages: Object.fromEntries(
        Object.entries(names).map(([name, version]) => [
          `node_modules/${name}`,
          { version, ...(name === 'app' && { dependencies: { leaf: '^1.0.0' } }) },
        ]),
      ),
    };
    return { 'package.json': npmManifest(described), 'package-lock.json': npmLockfile(registry, described) };
  };

  test('is judged with what it pulls in, where it stays', async () => {
    const { versions, said, report } = await vet(project({ app: '1.0.0', leaf: '1.0.0' }), 'app');
    expect(versions).toEqual(['app@1.0.0', 'leaf@1.0.0']);
    expect(report.changes.map(({ via }) => via)).toEqual([[['app']], [['app', 'leaf']]]);
    expect(said).toContain('malware leaf@1.0.0');
  });

  test('is chosen anew, as add does, and the locked version that answers is judged as well', async () => {
    const { versions, said } = await vet(project({ leaf: '1.0.0' }), 'leaf');
    expect(versions).toEqual(['leaf@1.0.0', 'leaf@1.1.0']);
    expect(said).toEqual(expect.arrayContaining(['malware leaf@1.0.0', 'cooldown leaf@1.1.0']));
    const exact = await vet(project({ leaf: '1.0.0' }), 'leaf@1.1.0');
    expect(exact.versions).toEqual(['leaf@1.1.0']);
  });

  test('under another name than was asked for is not judged', async () => {
    expect((await vet(project({ leaf: '1.0.0' }), 'young-only')).versions).toEqual(['young-only@1.0.0']);
  });
});
