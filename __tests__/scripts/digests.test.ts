import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const committed = join(root, 'scripts/digests/digests.json');
const digests = JSON.parse(readFileSync(committed, 'utf8')) as Readonly<Record<string, string>>;

/** Each kind once, and each format: of what lies in this repository. */
const sample = [
  '^policy/',
  '^example/(check|audit|replay)/(recommended|strict)/takeover$',
  '^attack/[^/]+/(axios-1|nx-21)',
  '^compare/check/same-change/',
  '^report/(recommended|policy)/same-change/(npm|yarn-berry|bun)$',
];

const { canonicalText } = (await import(new URL('../../scripts/digests/canonical.mjs', import.meta.url).href)) as {
  readonly canonicalText: (value: unknown) => string;
};

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Without the data that is shared beside the repository, as on a machine that has only this repository. */
function run(...args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, LOCKGATE_SHARED: '/nonexistent' };
  const child = spawn(process.execPath, [join(root, 'scripts/digests.mjs'), ...args], { env });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...output }));
  });
}

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'lockgate-digests-test-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the committed digests with these changes; `undefined` takes one out. */
function fileWith(changes: Readonly<Record<string, string | undefined>>): string {
  const path = join(folder, `${Object.keys(changes).length}.json`);
  writeFileSync(path, JSON.stringify({ ...digests, ...changes }));
  return path;
}

test('no verdict of the sample has changed', async () => {
  const ended = await run('--check', ...sample.flatMap((pattern) => ['--only', pattern]));

  const keys = Object.keys(digests).filter((key) => sample.some((pattern) => new RegExp(pattern, 'u').test(key)));
  expect(keys.length).toBeGreaterThanOrEqual(20);
  expect(ended).toMatchObject({ status: 0, stdout: '' });
  expect(ended.stderr).toMatch(new RegExp(`^${keys.length} digests, all as they were$`, 'm'));
}, 120_000);

test('what differs is named, and only what was asked about', async () => {
  const [changed, fresh, gone] = ['example/replay/strict/harmless', 'example/replay/strict/takeover', 'example/none'];
  const file = fileWith({ [changed]: '0', [fresh]: undefined, [gone]: '0', 'policy/audit': '0' });
  const ended = await run('--check', '--file', file, '--only', '^example/(replay/strict|none)');

  const lines = [`gone    ${gone}`, `changed ${changed}`, `new     ${fresh}`];
  expect(ended).toMatchObject({ status: 1, stdout: `${lines.join('\n')}\n` });
  expect(ended.stderr).toMatch(/^3 of 4 digests differ/m);
}, 120_000);

test('writes what was asked for into the file, and leaves the others', async () => {
  const file = fileWith({ 'policy/audit': '0', 'policy/strict': '0' });
  const ended = await run('--file', file, '--only', '^policy/audit$');

  expect(ended).toMatchObject({ status: 0, stdout: '' });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ ...digests, 'policy/strict': '0' });
}, 120_000);

describe('the text behind a digest', () => {
  test('has the same words on every port, and no prose', async () => {
    const { status, stdout } = await run('--show', 'report/recommended/same-change/npm');

    expect(status).toBe(0);
    expect(stdout).toContain('"registry": "https://registry.example/"');
    expect(stdout).toContain('"rule": "cooldown"');
    expect(stdout).not.toMatch(/127\.0\.0\.1|"message"|"remediation"|lockgate-digests/);
  }, 120_000);

  test('leaves out the fingerprint that is over the port, and no other', () => {
    const text = (name: string | null, fingerprint: string) =>
      canonicalText({ rule: 'signature', codes: ['repacked'], name, fingerprint });
    expect(text(null, 'a')).toBe(text(null, 'b'));
    expect(text('left-pad', 'a')).not.toBe(text('left-pad', 'b'));
  });

  test('is written below the folder that is named', async () => {
    const key = 'example/replay/strict/harmless';
    const ended = await run('--check', '--only', `^${key}$`, '--out', join(folder, 'out'));

    expect(ended).toMatchObject({ status: 0, stdout: '' });
    const { report } = JSON.parse(readFileSync(join(folder, 'out', `${key}.json`), 'utf8')) as { report: object };
    expect(report).toMatchObject({ schema: 'lockgate-report/1', verdict: 'pass' });
  }, 120_000);
});

describe('refuses to call it fine', () => {
  test.each([
    ['everything, without the real lockfiles', []],
    ['real pull requests, without the real lockfiles', ['--only', '^report/strict/pairs/']],
    ['one of them, without the real lockfiles', ['--show', 'compare/check/pairs/npm/npm+cli-cad6a624d1']],
  ])(
    '%s',
    async (_, args) => {
      const file = join(folder, 'digests.json');
      writeFileSync(file, readFileSync(committed));
      const ended = await run('--check', '--file', file, ...args);

      expect(ended).toMatchObject({ status: 2, stdout: '' });
      expect(ended.stderr).toMatch(/^These are needed and not there: .*lockfile-pairs\.tar\.gz/m);
    },
    120_000,
  );

  test('a pattern that matches nothing', async () => {
    const ended = await run('--check', '--only', '^nothing/of/this/name$');
    expect(ended).toEqual({ status: 2, stdout: '', stderr: 'There is no digest of such a key.\n' });
  }, 120_000);
});

test('the committed digests cover the real pull requests and lockfiles', () => {
  const count = (start: string) => Object.keys(digests).filter((key) => key.startsWith(start)).length;
  expect(['compare/check/pairs/', 'report/strict/pairs/'].map(count)).toEqual([66, 66]);
  expect(['compare/audit/evidence/', 'report/recommended/evidence/'].map(count)).toEqual([54, 54]);
  expect(['compare/check/lockfiles/', 'compare/audit/lockfiles/'].map(count)).toEqual([43, 43]);
});
