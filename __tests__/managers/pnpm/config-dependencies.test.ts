import { describe, expect, test } from '@jest/globals';

import { compareSnapshots } from '../../../src/compare/compare.ts';
import type { MemoryFile } from '../../support/memory-snapshot.ts';
import { memorySnapshot } from '../../support/memory-snapshot.ts';

/** pnpm downloads its config dependencies before all else, and runs their pnpmfile. */

type Files = Readonly<Record<string, MemoryFile>>;
const lockfile = "lockfileVersion: '9.0'\nimporters:\n  .: {}\n";
const digest = (letter: string) => `sha512-${letter.repeat(86)}==`;
const pin = (version: string, letter = 'A') => `"${version}+${digest(letter)}"`;

function project(workspace = '', more: Files = {}): Files {
  return { 'package.json': { name: 'app' }, 'pnpm-lock.yaml': lockfile, 'pnpm-workspace.yaml': workspace, ...more };
}
const asks = (value: string) => project(`configDependencies:\n  hooks: ${value}\n`);

async function said(base: Files, head: Files) {
  const snapshots = [memorySnapshot(base), memorySnapshot(head)] as const;
  const { changes, observations, lockfiles } = await compareSnapshots(...snapshots, {
    isGated: () => true,
    mode: 'check',
  });
  return {
    changes: changes.map(({ kind, name, version, changed, pins }) => [
      `${kind} ${name}@${version}`,
      ...changed,
      ...pins.flatMap(({ resolved }) => resolved ?? []),
    ]),
    observations: observations.map(({ code, args }) => [code, args['added'] ?? args['changed'] ?? args['removed']]),
    status: lockfiles.map(({ status }) => status),
  };
}
const nothing = { changes: [], observations: [], status: ['unchanged'] };

describe('R17: a config dependency of pnpm 10 is a package', () => {
  test('a new one is judged, and the settings are not told beside it', async () => {
    const changes = [['added hooks@1.0.0']];
    expect(await said(project(), asks(pin('1.0.0')))).toEqual({ changes, observations: [], status: ['changed'] });
  });

  test('other bytes, another version and another address are changes; the same is none', async () => {
    const base = asks(pin('1.0.0'));
    const changesOf = async (head: Files) => (await said(base, head)).changes;
    expect(await changesOf(asks(pin('1.0.0', 'B')))).toEqual([['updated hooks@1.0.0', 'integrity']]);
    expect(await changesOf(asks(pin('1.1.0')))).toEqual([['updated hooks@1.1.0', 'version']]);
    const address = `{integrity: ${pin('1.0.0')}, tarball: "https://evil.example/x.tgz"}`;
    expect(await changesOf(asks(address))).toEqual([['updated hooks@1.0.0', 'resolved', 'https://evil.example/x.tgz']]);
    expect(await said(base, asks(`{integrity: ${pin('1.0.0')}}`))).toEqual(nothing);
  });

  test('one in package.json is judged too', async () => {
    const manifest = { name: 'app', pnpm: { configDependencies: { hooks: `1.0.0+${digest('A')}` } } };
    const { changes, observations } = await said(project(), project('', { 'package.json': manifest }));
    expect([changes, observations]).toEqual([[['added hooks@1.0.0']], []]);
  });

  test('one that is taken away is removed', async () => {
    const { changes, observations } = await said(asks(pin('1.0.0')), project());
    expect([changes, observations]).toEqual([[['removed hooks@1.0.0']], []]);
  });

  test('the attack beside: what pins nothing stays a finding of the settings', async () => {
    const finding = [['setting-changed', 'configDependencies.hooks']];
    for (const value of ['1.0.0', '"^1.0.0+x"', '"latest"', '[1]']) {
      expect(await said(project(), asks(value))).toMatchObject({ changes: [], observations: finding });
      expect((await said(asks(pin('1.0.0')), asks(value))).observations).toEqual(finding);
    }
    const alone = { 'pnpm-workspace.yaml': `configDependencies:\n  hooks: ${pin('1.0.0')}\n` };
    expect((await said({}, alone)).observations).toEqual(finding);
  });
});

describe('a config dependency of pnpm 11, whose pin is in the first document of the lockfile', () => {
  const locked = (specifier: string, version: string) =>
    `---\nlockfileVersion: '9.0'\nimporters:\n  .:\n    configDependencies:\n      hooks:\n        specifier: ${specifier}\n` +
    `        version: ${version}\npackages:\n  hooks@${version}:\n    resolution: {integrity: ${digest('A')}}\n` +
    `snapshots:\n  hooks@${version}: {}\n---\n${lockfile}`;
  const head = (value: string, text: string) => ({ ...asks(value), 'pnpm-lock.yaml': text });

  test('is judged by the lockfile, and the settings are not told beside it', async () => {
    const { changes, observations } = await said(project(), head('1.0.0', locked('1.0.0', '1.0.0')));
    expect([changes, observations]).toEqual([[['added hooks@1.0.0']], []]);
  });

  test('the attack beside: a version that the lockfile does not pin stays a finding of the settings', async () => {
    const base = head('1.0.0', locked('1.0.0', '1.0.0'));
    const { observations } = await said(base, head('2.0.0', locked('1.0.0', '1.0.0')));
    expect(observations).toEqual([['setting-changed', 'configDependencies.hooks']]);
  });
});
