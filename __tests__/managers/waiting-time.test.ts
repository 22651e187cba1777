import { expect, test } from '@jest/globals';

import { SettingsFiles } from '../../src/managers/settings-files.ts';
import { isHeldBack, waitingTimeOf } from '../../src/managers/waiting-time.ts';
import type { ManagerId } from '../../src/model/index.ts';

/** How long each package manager waits before it takes a release: its setting in its unit, its default, its exemptions. */

const now = '2026-06-10T00:00:00.000Z';
const ago = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString();

function filesOf(texts: Readonly<Record<string, string>>, folder = '') {
  const bytes = new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const files = new Map(
    [...bytes].map(([path, { length }]) => [path, { path, mode: 'file', size: length, id: path } as const]),
  );
  const reader = {
    read: ({ path }: { path: string }) => Promise.resolve(bytes.get(path) as Uint8Array),
    forget: () => {},
  };
  return new SettingsFiles(files, reader).in(folder);
}

const minutes = async (manager: ManagerId, texts: Readonly<Record<string, string>> = {}, folder = '') =>
  (await waitingTimeOf(manager, filesOf(texts, folder))).minutes;

test('each setting in its own unit', async () => {
  expect(await minutes('npm', { '.npmrc': 'min-release-age=3\n' })).toBe(3 * 1_440);
  expect(await minutes('pnpm', { 'pnpm-workspace.yaml': 'minimumReleaseAge: 4320\n' })).toBe(4_320);
  expect(await minutes('pnpm', { '.npmrc': 'minimum-release-age=60\n' })).toBe(60);
  expect(await minutes('yarn-berry', { '.yarnrc.yml': 'npmMinimalAgeGate: 3d\n' })).toBe(4_320);
  expect(await minutes('yarn-berry', { '.yarnrc.yml': 'npmMinimalAgeGate: 90\n' })).toBe(90);
  expect(await minutes('bun', { 'bunfig.toml': '[install]\nminimumReleaseAge = 259200\n' })).toBe(4_320);
});

test('without a setting the default, unless an older version is named', async () => {
  expect(await minutes('npm')).toBe(0);
  expect(await minutes('bun')).toBe(0);
  expect(await minutes('yarn-classic')).toBe(0);
  expect(await minutes('pnpm')).toBe(1_440);
  expect(await minutes('pnpm', { 'package.json': '{"packageManager":"pnpm@12.1.0"}' })).toBe(1_440);
  expect(await minutes('pnpm', { 'package.json': '{"packageManager":"pnpm@10.34.4"}' })).toBe(0);
  expect(await minutes('yarn-berry')).toBe(1_440);
  expect(await minutes('yarn-berry', { 'package.json': '{"packageManager":"yarn@4.14.1"}' })).toBe(0);
  expect(await minutes('yarn-berry', { '.yarnrc.yml': 'yarnPath: .yarn/releases/yarn-4.9.1.cjs\n' })).toBe(0);
});

test('a setting of 0 switches a default off, and what is no duration does not', async () => {
  expect(await minutes('pnpm', { 'pnpm-workspace.yaml': 'minimumReleaseAge: 0\n' })).toBe(0);
  expect(await minutes('pnpm', { 'pnpm-workspace.yaml': 'minimumReleaseAge: never\n' })).toBe(1_440);
  expect(await minutes('pnpm', { 'pnpm-workspace.yaml': 'minimumReleaseAge: [\n' })).toBe(1_440);
});

test("Yarn's file of a folder above counts, the nearest first", async () => {
  const above = { '.yarnrc.yml': 'npmMinimalAgeGate: 7d\n', 'apps/a/package.json': '{}' };
  expect(await minutes('yarn-berry', above, 'apps/a')).toBe(7 * 1_440);
  expect(await minutes('yarn-berry', { ...above, 'apps/.yarnrc.yml': 'npmMinimalAgeGate: 1h\n' }, 'apps/a')).toBe(60);
});

test('what is younger is held back; what is exempt, as old, or without a time is not', async () => {
  const waiting = await waitingTimeOf(
    'pnpm',
    filesOf({
      'pnpm-workspace.yaml':
        "minimumReleaseAge: 60\nminimumReleaseAgeExclude: ['@acme/*', '!@acme/out', 'vite@7.1.0 || 7.1.1', '[', 'x@y z']\n",
    }),
  );
  const held = (name: string, version: string, publishedAt: unknown) =>
    isHeldBack(waiting, { name, version, publishedAt }, now);
  expect(held('react', '1.0.0', ago(59))).toBe(true);
  expect(held('react', '1.0.0', ago(60))).toBe(false);
  expect(held('react', '1.0.0', undefined)).toBe(false);
  expect(held('@acme/ui', '1.0.0', ago(1))).toBe(false);
  expect(held('@acme/out', '1.0.0', ago(1))).toBe(true);
  expect(held('vite', '7.1.1', ago(1))).toBe(false);
  expect(held('vite', '7.2.0', ago(1))).toBe(true);
  expect(held('x', '1.0.0', ago(1))).toBe(true);
});

test("npm's `before` holds back what was released later", async () => {
  const waiting = await waitingTimeOf('npm', filesOf({ '.npmrc': 'before=2026-01-01\n' }));
  const held = (publishedAt: string) => isHeldBack(waiting, { name: 'x', version: '1.0.0', publishedAt }, now);
  expect([held('2025-12-31T23:59:59.000Z'), held('2026-01-01T00:00:01.000Z')]).toEqual([false, true]);
});
