import { describe, expect, test } from '@jest/globals';

import { checkFolders } from '../support/cli.ts';

/** hostile-inputs: lockfile bytes. Each cannot be evaluated: exit 2, one line that names the file, no stack. */

const manifest = '{"name":"shop","version":"1.0.0"}';
const good = lock('"packages":{"":{"name":"shop","version":"1.0.0"}}');

function lock(members: string, version = '3'): string {
  return `{"name":"shop","version":"1.0.0","lockfileVersion":${version},"requires":true,${members}}`;
}
const entry = (key: string, value: string) => lock(`"packages":{"":{"name":"shop"},${JSON.stringify(key)}:${value}}`);
const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));
const invalidUtf8 = new Uint8Array([...bytes('{"name":"', 'utf8'), 0xff, ...bytes('"}', 'utf8')]);

const cases: readonly (readonly [string, string, string | Uint8Array])[] = [
  ['0 bytes', 'lockfile-empty', ''],
  ['not JSON', 'lockfile-syntax', 'hello'],
  ['truncated', 'lockfile-syntax', good.slice(0, -10)],
  ['two documents', 'lockfile-syntax', `${good}${good}`],
  ['invalid UTF-8', 'lockfile-encoding', invalidUtf8],
  ['NUL', 'lockfile-encoding', good.replace('shop', 'sh\0op')],
  ['UTF-16', 'lockfile-encoding', bytes(`\uFEFF${good}`, 'utf16le')],
  ['conflict markers', 'lockfile-conflict', `{\n<<<<<<< HEAD\n"a":1\n=======\n"a":2\n>>>>>>> other\n}`],
  [
    'conflict markers in strings',
    'lockfile-conflict',
    lock('"x":"<<<<<<< ======= >>>>>>>","packages":{"":{"name":"shop"}}'),
  ],
  [
    'duplicate key in packages',
    'lockfile-duplicate-key',
    lock('"packages":{"":{},"node_modules/a":{"version":"1.0.0"},"node_modules/a":{"version":"2.0.0"}}'),
  ],
  ['__proto__ as an entry', 'lockfile-invalid-name', entry('__proto__', '{"version":"1.0.0"}')],
  ['constructor as an entry', 'lockfile-invalid-name', entry('constructor', '{"version":"1.0.0"}')],
  ['__proto__ as a package', 'lockfile-invalid-name', entry('node_modules/__proto__', '{"version":"1.0.0"}')],
  ['100,000 deep', 'lockfile-depth', lock(`"packages":{"":{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`)],
  ['packages is an array', 'lockfile-shape', lock('"packages":[]')],
  ['packages is null', 'lockfile-shape', lock('"packages":null')],
  ['packages is a string', 'lockfile-shape', lock('"packages":"none"')],
  ['an entry is null', 'lockfile-shape', entry('node_modules/a', 'null')],
  ['an entry is a string', 'lockfile-shape', entry('node_modules/a', '"1.0.0"')],
  ['an entry is a number', 'lockfile-shape', entry('node_modules/a', '1')],
  ['the document is an array', 'lockfile-shape', '[]'],
  ['no version', 'lockfile-version', '{"name":"shop","packages":{}}'],
  ...['"2"', '"x"', '[]', '99', 'null', '-1', '2.5', '1e999', '0', 'true'].map(
    (version) => [`lockfileVersion ${version}`, 'lockfile-version', lock('"packages":{"":{}}', version)] as const,
  ),
  ['a version that is a range', 'lockfile-value', entry('node_modules/a', '{"version":"^1.0.0"}')],
  ['a version of 300 characters', 'lockfile-value', entry('node_modules/a', `{"version":"1.0.0-${'a'.repeat(300)}"}`)],
  ['an LFS pointer', 'lockfile-not-regular', 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n'],
];

describe('a lockfile that cannot be read', () => {
  test.each(cases)('%s: %s', async (_title, code, content) => {
    const { status, stderr, report } = await checkFolders({
      base: { 'package.json': manifest, 'package-lock.json': good },
      head: { 'package.json': manifest, 'package-lock.json': content },
    });
    expect(report.errors.map((error) => [error.code, error.path])).toEqual([[code, 'package-lock.json']]);
    expect(report.verdict).toBe('error');
    expect(status).toBe(2);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain('package-lock.json');
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(({} as Record<string, unknown>)['version']).toBeUndefined();
  });

  test('more than 64 MiB is refused before it is parsed', async () => {
    const { status, report } = await checkFolders({
      base: { 'package-lock.json': good },
      head: { 'package-lock.json': `${good}${' '.repeat(64 * 1024 * 1024)}` },
    });
    expect(report.errors.map(({ code }) => code)).toEqual(['lockfile-too-large']);
    expect(status).toBe(2);
  });

  test('one bad lockfile does not hide what another one brings in', async () => {
    const other = lock(
      '"packages":{"":{"name":"other","dependencies":{"a":"git+ssh://git@host.example/a.git"}},' +
        '"node_modules/a":{"version":"1.0.0","resolved":"git+ssh://git@host.example/a.git#0123456789012345678901234567890123456789"}}',
    );
    const { status, report } = await checkFolders({
      base: { 'package-lock.json': good },
      head: { 'package-lock.json': 'hello', 'other/package-lock.json': other },
    });
    expect(report.errors.map(({ code }) => code)).toEqual(['lockfile-syntax']);
    expect(report.findings.map(({ rule }) => rule)).toContain('source');
    expect(status).toBe(2);
  });

  test('an unsupported lockfile that changed is a finding, which names the supported form', async () => {
    const { status, report } = await checkFolders({ base: {}, head: { 'bun.lockb': 'x' } });
    expect(report.errors).toEqual([]);
    expect(report.findings).toMatchObject([{ rule: 'lockfile', level: 'error', floor: false, lockfile: 'bun.lockb' }]);
    expect(report.findings[0]?.remediation).toContain('bun.lock');
    expect(status).toBe(1);
  });
});
