import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { checkFolders } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding, pullRequest } from '../support/pull-request.ts';
import type { Sides } from '../support/cli.ts';
import type { EntryDescription } from '../support/npm-lockfile.ts';
import { registryKey } from '../support/private-sigstore.ts';

/** What an entry of a lockfile says of itself under one version, through the front door. */

let registry: LoopbackRegistry;
const twelveDaysAgo = '2026-05-20T00:00:00.000Z';
const fourMonthsAgo = '2026-02-01T00:00:00.000Z';
const former = { time: { created: '2015-01-01T00:00:00.000Z', '1.0.0': '2015-01-01T00:00:00.000Z' } };

beforeAll(async () => {
  registry = await startRegistry({
    packages: {
      tool: pkg({ '1.0.0': { manifest: { bin: './bin/tool.cjs' } } }),
      '@babel/parser': pkg({ '1.0.0': { manifest: { bin: './bin/babel-parser.js' } } }),
      folder: pkg({ '1.0.0': { manifest: { directories: { bin: './bin' } } } }),
      plain: pkg({ '1.0.0': {} }),
      hiding: pkg({ '1.0.0': { packed: { scripts: { postinstall: 'node steal.js' } } } }),
      built: pkg({ '1.0.0': { scripts: { install: 'node-gyp rebuild' } } }),
      gyp: pkg({ '1.0.0': { files: ['binding.gyp'] } }),
      recycled: pkg(
        { '2.0.0': { publishedAt: twelveDaysAgo } },
        { document: { time: { ...former.time, '2.0.0': twelveDaysAgo } } },
      ),
      pruned: pkg(
        { '1.9.0': { publishedAt: fourMonthsAgo }, '2.0.0': { publishedAt: twelveDaysAgo } },
        { document: { time: { ...former.time, '1.9.0': fourMonthsAgo, '2.0.0': twelveDaysAgo } } },
      ),
    },
  });
});
afterAll(() => registry.close());

async function judge(sides: Sides, { url } = registry) {
  const { report, status } = await checkFolders(sides, ['--registry', url]);
  expect(report.errors).toEqual([]);
  return {
    status,
    changes: report.changes.map(({ name, kind, changed }) => [name, kind, ...changed].join(' ')),
    blocking: report.findings
      .filter(({ level }) => level === 'error')
      .map(({ rule, floor, name }) => `${rule}${floor ? ' floor' : ''} ${name ?? ''}`),
  };
}

/** A pull request that changes nothing but the fields of an entry that the base has. */
function altering(name: string, before: EntryDescription, after: EntryDescription, at = registry): Sides {
  const side = (entry: EntryDescription) => ({
    dependencies: { [name]: '*' },
    packages: { [`node_modules/${name}`]: { version: '1.0.0', ...entry } },
  });
  return pullRequest(at, side(before), side(after));
}

describe('programs', () => {
  test('case 11: a known package that links another file as `node` is blocked at the floor', async () => {
    const bin = { tool: 'bin/tool.cjs', node: 'other.js' };
    const { changes, blocking, status } = await judge(altering('tool', { bin: { tool: 'bin/tool.cjs' } }, { bin }));
    expect([changes, blocking, status]).toEqual([['tool updated bin'], ['integrity floor tool'], 1]);
  });

  test('so is a new one', async () => {
    const { blocking } = await judge(adding(registry, 'tool', { version: '1.0.0', bin: { tool: 'other.js' } }));
    expect(blocking).toEqual(['integrity floor tool']);
  });

  test('a package without programs gains none', async () => {
    const { blocking, status } = await judge(altering('plain', {}, { bin: { node: 'other.js' } }));
    expect([blocking, status]).toEqual([['integrity plain'], 1]);
  });

  test.each<[string, object]>([
    ['tool', { tool: 'bin/tool.cjs' }],
    ['@babel/parser', { parser: 'bin/babel-parser.js' }],
    ['folder', { anything: 'bin/anything' }],
  ])('what npm makes of the manifest of %s passes', async (name, bin) => {
    const { blocking, status } = await judge(adding(registry, name, { version: '1.0.0', bin }));
    expect([blocking, status]).toEqual([[], 0]);
  });
});

describe('shrinkwraps', () => {
  test('R05: a flag that is gained without anything listed below is blocked', async () => {
    const { changes, blocking } = await judge(altering('plain', {}, { hasShrinkwrap: true }));
    expect([changes, blocking]).toEqual([['plain updated has-shrinkwrap'], ['bundled plain']]);
  });

  test('R05: so is a new package with the flag', async () => {
    const { blocking } = await judge(adding(registry, 'plain', { version: '1.0.0', hasShrinkwrap: true }));
    expect(blocking).toEqual(['bundled plain']);
  });

  test('a shrinkwrap that the base had so, and one that is listed, pass', async () => {
    const old = await judge(altering('plain', { hasShrinkwrap: true }, { hasShrinkwrap: true, license: 'MIT' }));
    expect([old.changes, old.status]).toEqual([[], 0]);
    const packages = { 'node_modules/plain/node_modules/tool': { version: '1.0.0' } };
    const listed = await judge(
      adding(registry, 'plain', { version: '1.0.0', hasShrinkwrap: true, dependencies: { tool: '*' } }, { packages }),
    );
    expect([listed.blocking, listed.status]).toEqual([[], 0]);
  });
});

describe('install scripts', () => {
  test('R05: a flag that a known package gains is blocked, because npm then runs what the tarball says', async () => {
    const { changes, blocking } = await judge(altering('hiding', {}, { hasInstallScript: true }));
    expect([changes, blocking]).toEqual([['hiding updated has-install-script'], ['install-scripts hiding']]);
  });

  test('one that a known package gains, and whose tarball runs nothing, passes', async () => {
    const { changes, blocking, status } = await judge(altering('plain', {}, { hasInstallScript: true }));
    expect([changes, blocking, status]).toEqual([['plain updated has-install-script'], [], 0]);
  });

  test('one that the manifest explains, and that releases have had for years, passes', async () => {
    const { changes, blocking, status } = await judge(altering('built', {}, { hasInstallScript: true }));
    expect([changes, blocking, status]).toEqual([['built updated has-install-script'], [], 0]);
  });

  test('the tarball of a known package that gains the flag is looked into', async () => {
    const { blocking } = await judge(altering('gyp', {}, { hasInstallScript: true }));
    expect(blocking).toEqual(['install-scripts gyp']);
    expect(registry.requests.some(({ path }) => path.includes('gyp-1.0.0.tgz'))).toBe(true);
  });

  test('a new package with the flag and nothing that runs passes', async () => {
    const { blocking, status } = await judge(adding(registry, 'plain', { version: '1.0.0', hasInstallScript: true }));
    expect([blocking, status]).toEqual([[], 0]);
  });
});

describe('what a pin gains', () => {
  const bare = { resolved: null, integrity: null };

  test('an address and a digest that are the registry’s are no change', async () => {
    const { changes, status } = await judge(altering('plain', bare, {}));
    expect([changes, status]).toEqual([[], 0]);
    expect((await judge(altering('plain', { resolved: null }, {}))).changes).toEqual([]);
  });

  test('a digest that is not is a change, and blocked', async () => {
    const { changes, blocking } = await judge(altering('plain', bare, { integrity: integrityOf('tool', '1.0.0') }));
    expect(changes).toEqual(['plain updated resolved integrity']);
    expect(blocking).toContain('integrity floor plain');
  });

  test('an address that is not is a change, and blocked', async () => {
    const resolved = `${registry.url}tool/-/tool-1.0.0.tgz`;
    const { changes, blocking } = await judge(altering('plain', bare, { resolved }));
    expect(changes).toEqual(['plain updated resolved integrity']);
    expect(blocking).toContain('integrity floor plain');
  });

  test('a digest that the registry states and did not sign is a change, and blocked', async () => {
    const key = registryKey();
    const others = { name: 'replaced', version: '1.0.0', integrity: integrityOf('replaced', '0.9.0') };
    const signing = await startRegistry({
      signing: key,
      packages: {
        plain: pkg({ '1.0.0': {} }),
        unsigned: pkg({ '1.0.0': { signed: false } }),
        replaced: pkg({ '1.0.0': { signed: false, dist: { signatures: [key.sign(others)] } } }),
      },
    });
    const gained = async (name: string) => {
      const { changes, blocking } = await judge(altering(name, bare, {}, signing), signing);
      return [changes, blocking.filter((each) => each.startsWith('signature'))];
    };
    const all = [await gained('plain'), await gained('unsigned'), await gained('replaced')];
    await signing.close();
    const kept = (name: string) => [[`${name} updated resolved integrity`], [`signature ${name}`]];
    expect(all).toEqual([[[], []], kept('unsigned'), kept('replaced')]);
  });
});

describe('case 22: a name whose former versions are gone', () => {
  test('is as old as the oldest version that is listed', async () => {
    const { blocking, status } = await judge(adding(registry, 'recycled', { version: '2.0.0' }));
    expect([blocking, status]).toEqual([['new-package recycled'], 1]);
  });

  test('is old where a version of more than 90 days is listed', async () => {
    const { blocking, status } = await judge(adding(registry, 'pruned', { version: '2.0.0' }));
    expect([blocking, status]).toEqual([[], 0]);
  });
});
