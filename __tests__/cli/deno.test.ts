import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { Sides } from '../support/cli.ts';
import { checkFolders } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';

/** What the verdict says of a deno.lock. */

let registry: LoopbackRegistry;
beforeAll(async () => {
  registry = await startRegistry({
    packages: {
      other: pkg({ '1.0.0': {} }),
      leaf: pkg({ '1.0.0': {}, '1.1.0': { publishedAt: '2026-05-31T20:00:00.000Z' } }),
    },
  });
});
afterAll(() => registry.close());

type Side = Sides['base'];
interface Lock {
  readonly jsr?: object;
  readonly remote?: object;
  readonly redirects?: object;
  readonly version?: string;
  readonly more?: object;
  /** Laid over the entry of `leaf`. */
  readonly entry?: object;
}

/** A project that asks for `leaf` in its deno.json. */
function deno(version: string, { entry, more, ...lock }: Lock = {}, files: Side = {}): Side {
  const { integrity } = registry.lockEntry('leaf', version);
  return {
    'deno.json': '{\n  // what modules import\n  "imports": { "leaf": "npm:leaf@1" },\n}\n',
    'deno.lock': JSON.stringify({
      version: '5',
      specifiers: { 'npm:leaf@1': version },
      ...lock,
      npm: { [`leaf@${version}`]: { integrity, ...entry } },
      workspace: { dependencies: ['npm:leaf@1'] },
      ...more,
    }),
    ...files,
  };
}
const one = { '@std/path@1.0.0': { integrity: 'aa' } };
const two = { '@std/path@1.1.0': { integrity: 'bb' } };

async function said(base: Side, head: Side, args: readonly string[] = []) {
  const { report } = await checkFolders({ base, head }, ['--registry', registry.url, ...args]);
  expect(report.errors).toEqual([]);
  const found = report.findings.map(({ rule, codes, level }) => `${level} ${rule}/${codes.join()}`);
  return { verdict: report.verdict, found: found.sort() };
}

describe('quiet list, row 26', () => {
  test('deno.lock: only `jsr` changes, a note', async () => {
    const ended = await said(deno('1.0.0', { jsr: one }), deno('1.0.0', { jsr: two }));
    expect(ended).toEqual({ verdict: 'pass', found: ['note source/jsr'] });
  });

  test('deno.lock: a whole state that deno wrote gains a package of JSR', async () => {
    const states = JSON.parse(
      readFileSync(new URL('../fixtures/deno/states.json', import.meta.url), 'utf8'),
    ) as Readonly<Record<string, Readonly<Record<string, string>>>>;
    for (const version of ['v3', 'v4', 'v5']) {
      const head = states[`full-${version}`] ?? {};
      const lock = head['deno.lock'] ?? '';
      const before = lock
        .replaceAll('@o/one@1.1.0', '@o/one@1.0.0')
        .replace('"jsr:@o/one@1": "1.1.0"', '"jsr:@o/one@1": "1.0.0"');
      expect(before).not.toBe(lock);
      const ended = await said({ ...head, 'deno.lock': before }, head);
      expect(ended).toEqual({ verdict: 'pass', found: ['note source/jsr'] });
    }
  });

  test('its attack: a package of npm changes with it, which is judged', async () => {
    const { verdict, found } = await said(deno('1.0.0', { jsr: one }), deno('1.1.0', { jsr: two }));
    expect(verdict).toBe('fail');
    expect(found.filter((each) => !each.startsWith('warn'))).toEqual(['error cooldown/too-young', 'note source/jsr']);
  });

  test.each(['Cargo.lock', 'uv.lock', 'composer.lock'])('%s of another ecosystem', async (name) => {
    expect(await said({ [name]: 'a' }, { [name]: 'b' })).toEqual({ verdict: 'pass', found: [] });
  });
});

describe('the npm part is judged like any other lockfile', () => {
  test('other bytes under one version', async () => {
    const entry = { integrity: `sha512-${'A'.repeat(86)}==` };
    expect((await said(deno('1.0.0'), deno('1.0.0', { entry }))).found).toContain(
      'error integrity/differs,changed-bytes',
    );
  });

  test('an entry without a digest', async () => {
    const { found } = await said(deno('1.0.0'), deno('1.0.0', { entry: { integrity: undefined } }));
    expect(found.some((each) => each.startsWith('error integrity/'))).toBe(true);
  });

  test('an entry that `links` of the lockfile alone turns into a folder', async () => {
    const more = { workspace: { dependencies: ['npm:leaf@1'], links: { 'npm:leaf@1.0.0': {} } } };
    const { found } = await said(deno('1.0.0'), deno('1.0.0', { more, entry: { integrity: undefined } }));
    expect(found).toContain('error source/link');
  });

  test('a tarball at another host', async () => {
    const entry = { tarball: 'https://files.example/leaf-1.0.0.tgz' };
    const { found } = await said(deno('1.0.0'), deno('1.0.0', { entry }));
    expect(found.some((each) => each.startsWith('error registry/'))).toBe(true);
  });

  test('the tarball of another package, which deno would install', async () => {
    const other = registry.lockEntry('other', '1.0.0');
    const entry = { tarball: other.resolved, integrity: other.integrity };
    const { found } = await said(deno('1.0.0'), deno('1.0.0', { entry }));
    expect(found.some((each) => each.startsWith('error integrity/'))).toBe(true);
  });

  test('a version that is published is nothing', async () => {
    expect((await said({}, deno('1.0.0', {}, { 'deno.json': '{"imports":{"leaf":"npm:leaf@1"}}' }))).found).toEqual([]);
  });
});

describe('modules that are imported by address', () => {
  const pin = (host: string, digest = 'aa') => ({ remote: { [`https://${host}/mod.ts`]: digest } });

  test('of an origin that the base pins are a warning', async () => {
    const { verdict, found } = await said(deno('1.0.0', pin('deno.land')), deno('1.0.0', pin('deno.land', 'bb')));
    expect([verdict, found]).toEqual(['warn', ['warn source/import']]);
  });

  test('of one that it does not pin are an error', async () => {
    const { verdict, found } = await said(deno('1.0.0'), deno('1.0.0', pin('evil.example')));
    expect([verdict, found]).toEqual(['fail', ['error source/new-import']]);
  });

  test('that a redirect of a known origin now takes from another are an error', async () => {
    const redirects = { 'https://deno.land/mod.ts': 'https://evil.example/mod.ts' };
    const { found } = await said(deno('1.0.0', pin('deno.land')), deno('1.0.0', { ...pin('deno.land'), redirects }));
    expect(found).toEqual(['error source/new-import', 'warn source/import']);
  });

  test('of a host that the policy allows are a warning', async () => {
    const policy = { '.github/dependency-policy.yml': 'version: 1\nrules: { source: { allow: [modules.example] } }\n' };
    const head = deno('1.0.0', pin('modules.example'), policy);
    expect((await said(deno('1.0.0', {}, policy), head)).found).toEqual(['warn source/import']);
  });

  test('that stay are nothing', async () => {
    expect((await said(deno('1.0.0', pin('deno.land')), deno('1.0.0', pin('deno.land')))).found).toEqual([]);
  });
});

describe('beside an npm lockfile', () => {
  const npm = (version: string): Side => {
    const root = { name: 'app', version: '1.0.0', dependencies: { leaf: version } };
    const entry = registry.lockEntry('leaf', version);
    return {
      'package.json': JSON.stringify(root),
      'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages: { '': root, 'node_modules/leaf': entry } }),
    };
  };

  test('a broken deno.lock is one finding at error, and the npm lockfile is judged', async () => {
    const head = { ...npm('1.0.0'), 'deno.lock': '{ not json' };
    expect(await said({}, head)).toEqual({ verdict: 'fail', found: ['error lockfile/unsupported'] });
  });

  test('which `lockfiles.exclude` leaves out', async () => {
    const policy = { '.github/dependency-policy.yml': 'version: 1\nlockfiles: { exclude: ["**/deno.lock"] }\n' };
    expect(await said(policy, { ...policy, ...npm('1.0.0'), 'deno.lock': '{ not json' })).toEqual({
      verdict: 'pass',
      found: [],
    });
  });
});

test('a deno.json that takes the lockfile away is an error', async () => {
  const without = { 'deno.json': '{ "lock": false, "imports": { "leaf": "npm:leaf@1" } }' };
  expect((await said(deno('1.0.0'), deno('1.0.0', {}, without))).found).toEqual(['error gate-config/manager-replaced']);
});
