import { expect, test } from '@jest/globals';

import { checkFolders } from '../support/cli.ts';

/** hostile-inputs: what makes a bun.lock unreadable. One process reads them all, each in a folder of its own. */

const entry = (key: string, value: string): string =>
  `{"lockfileVersion":1,"workspaces":{"":{"name":"shop"}},"packages":{${JSON.stringify(key)}:${value},},}`;
const version = (value: string): string => `{"lockfileVersion":${value},"workspaces":{"":{}},"packages":{}}`;
const good = entry('a', '["a@1.0.0","",{},"sha512-aaaa"]');

const cases: readonly (readonly [code: string, content: string | Uint8Array])[] = [
  ['lockfile-empty', ''],
  ['lockfile-syntax', 'hello'],
  ['lockfile-syntax', good.slice(0, -10)],
  ['lockfile-syntax', good.replace(',},}', ',,},}')],
  ['lockfile-syntax', `// a comment\n${good}`],
  ['lockfile-syntax', `${good}${good}`],
  ['lockfile-encoding', new Uint8Array([0x7b, 0xff, 0x7d])],
  ['lockfile-conflict', `{\n<<<<<<< HEAD\n=======\n>>>>>>> other\n}`],
  ['lockfile-duplicate-key', good.replace('{"a"', '{"a":["a@2.0.0","",{},""],"a"')],
  ['lockfile-depth', `{"packages":${'['.repeat(100_000)}`],
  ['lockfile-invalid-name', entry('__proto__', '["a@1.0.0","",{},""]')],
  ['lockfile-invalid-name', entry('a', '["constructor@1.0.0","",{},""]')],
  ['lockfile-invalid-name', entry('../a', '["a@1.0.0","",{},""]')],
  ...['4', '"1"', 'null', '-1', '1.5', '1e999', '[]'].map((value) => ['lockfile-version', version(value)] as const),
  ['lockfile-version', '{"workspaces":{},"packages":{}}'],
  ['lockfile-shape', '[]'],
  ['lockfile-shape', '{"lockfileVersion":1,"packages":{}}'],
  ['lockfile-shape', '{"lockfileVersion":1,"workspaces":{"":{}},"packages":[]}'],
  ['lockfile-shape', '{"lockfileVersion":1,"workspaces":{"../x":[]},"packages":{}}'],
  ['lockfile-shape', '{"lockfileVersion":1,"workspaces":{"":{"dependencies":{"gone":"1"}}},"packages":{}}'],
  ...['null', '1', '"a@1.0.0"', '[]', '[1]', '["a"]', '["a@1.0.0"]', '["a@1.0.0",{}]', '["a@1.0.0","",[],""]'].map(
    (value) => ['lockfile-shape', entry('a', value)] as const,
  ),
  ['lockfile-shape', entry('a', '["a@1.0.0","",{},"",""]')],
  ['lockfile-value', entry('a', '["a@^1.0.0","",{},""]')],
  ['lockfile-value', entry('a', '["a@latest","",{},""]')],
  ['lockfile-value', entry('a', `["a@1.0.0-${'a'.repeat(300)}","",{},""]`)],
];

test('each is its error, and none of them is passed over', async () => {
  const folder = (at: number): string => `p${String(at).padStart(2, '0')}/bun.lock`;
  const head = Object.fromEntries(cases.map(([, content], at) => [folder(at), content]));
  const { status, stderr, report } = await checkFolders({ base: {}, head: { ...head, 'z/bun.lockb': 'x' } });
  expect(report.errors.map(({ code, path }) => [path, code])).toEqual([
    ...cases.map(([code], at) => [folder(at), code]),
  ]);
  const [finding] = report.findings.filter(({ rule }) => rule === 'lockfile');
  expect(finding?.remediation).toContain('bun install --save-text-lockfile');
  expect([status, report.verdict]).toEqual([2, 'error']);
  expect(stderr).not.toMatch(/\n\s+at /);
});
