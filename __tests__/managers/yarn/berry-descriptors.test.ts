import { describe, expect, test } from '@jest/globals';

import { compareSnapshots } from '../../../src/compare/compare.ts';
import type { MemoryFile } from '../../support/memory-snapshot.ts';
import { memorySnapshot } from '../../support/memory-snapshot.ts';

/** Yarn 2 and later looks up another descriptor than the spec of a manifest or entry, by its settings. */

type Files = Readonly<Record<string, MemoryFile>>;

const check = (base: Files, head: Files) =>
  compareSnapshots(memorySnapshot(base), memorySnapshot(head), { isGated: () => true, mode: 'check' });
const said = async (base: Files, head: Files) =>
  (await check(base, head)).observations
    .filter(({ code }) => code !== 'override-changed' && code !== 'setting-changed')
    .map(({ code, name, version, args }) => {
      const pinned = args['pinned'] === undefined ? '' : ` ${args['pinned']}`;
      return `${code} ${name ?? ''}@${version ?? args['asked'] ?? ''}${pinned}`;
    });
const arrived = async (base: Files, head: Files) =>
  (await check(base, head)).changes
    .filter(({ kind }) => kind !== 'removed')
    .map(({ name, version, direct, source }) =>
      [`${name}@${version}`, direct ? 'direct' : 'transitive', source.kind, source.outside === true ? 'outside' : '']
        .join(' ')
        .trim(),
    );

type Requires = Readonly<Record<string, string>>;

function block(keys: string, resolution: string, version: string, requires: Requires = {}): string {
  const asked = Object.entries(requires).map(([name, spec]) => `    ${name}: "${spec}"\n`);
  const map = asked.length > 0 ? `  dependencies:\n${asked.join('')}` : '';
  return `"${keys}":\n  version: ${version}\n  resolution: "${resolution}"\n${map}  linkType: hard\n\n`;
}
const workspace = (name: string, folder: string, requires: Requires = {}) =>
  block(`${name}@workspace:${folder}`, `${name}@workspace:${folder}`, '0.0.0-use.local', requires);
const entry = (name: string, specs: string | readonly string[], version: string, requires: Requires = {}) =>
  block(
    [specs]
      .flat()
      .map((spec) => `${name}@${spec}`)
      .join(', '),
    `${name}@npm:${version}`,
    version,
    requires,
  );
const lockfile = (...entries: readonly string[]) =>
  `__metadata:\n  version: 8\n  cacheKey: 10c0\n\n${entries.join('')}`;

/** A project whose root asks for these, and says more in its manifest and in `.yarnrc.yml`. */
function project(dependencies: Requires, entries: readonly string[], more: object = {}, yarnrc?: string): Files {
  return {
    'package.json': { name: 'shop', dependencies, ...more },
    'yarn.lock': lockfile(workspace('shop', '.', dependencies), ...entries),
    ...(yarnrc !== undefined && { '.yarnrc.yml': yarnrc }),
  };
}
const empty = project({}, []);

describe('the default protocol written out', () => {
  test.each(['npm:^1.0.0', 'npm:latest', 'npm:*'])('%s is the range or tag alone', async (spec) => {
    const head = project({ many: spec }, [entry('many', spec, '1.2.3')]);
    expect(await said(empty, head)).toEqual([]);
    expect(await arrived(empty, head)).toEqual(['many@1.2.3 direct registry']);
  });

  test('a version outside its range disagrees', async () => {
    const head = project({ many: 'npm:^1.0.0' }, [entry('many', 'npm:^1.0.0', '2.0.0')]);
    expect(await said(empty, head)).toEqual(['manifest-disagrees many@prod npm:^1.0.0 many@2.0.0']);
  });

  test('another package under the name disagrees, and is one where the manifest says so', async () => {
    const other = block('many@npm:^1.0.0', 'evil@npm:1.0.0', '1.0.0');
    expect(await said(empty, project({ many: 'npm:^1.0.0' }, [other]))).toEqual([
      'manifest-disagrees many@prod npm:^1.0.0 evil@1.0.0',
    ]);
    const alias = block('many@npm:evil@^1.0.0', 'evil@npm:1.0.0', '1.0.0');
    expect(await said(empty, project({ many: 'npm:evil@^1.0.0' }, [alias]))).toEqual([]);
  });
});

describe('catalogs', () => {
  const rc = (spec: string) => `catalog:\n  beta: ${spec}\ncatalogs:\n  old:\n    beta: ^1.0.0\n`;
  const two = entry('beta', 'npm:^2.0.0', '2.1.0');
  const one = entry('beta', 'npm:^1.0.0', '1.5.0');
  const base = project({ beta: 'catalog:' }, [two, one], {}, rc('^2.0.0'));

  test('an entry is the range that it says, where two versions are locked too', async () => {
    const head = project({ beta: 'catalog:' }, [entry('beta', 'npm:^2.1.0', '2.1.5'), one], {}, rc('^2.1.0'));
    expect((await said(base, head)).filter((each) => !each.startsWith('unreachable'))).toEqual([]);
    expect(await arrived(base, head)).toEqual(['beta@2.1.5 direct registry']);
    expect(await said(empty, project({ beta: 'catalog:old' }, [one], {}, rc('^2.0.0')))).toEqual([]);
  });

  test.each([
    ['another range', '^3.0.0'],
    ['another package', 'npm:evil@1.0.0'],
    ['a repository', 'git+https://git.example/evil.git'],
    ['no such entry', ''],
  ])('one that moves while the lockfile stays is not locked: %s', async (_, spec) => {
    const text = spec === '' ? 'catalog:\n  gamma: 1.0.0\n' : rc(spec);
    const head = project({ beta: 'catalog:' }, [two, one], {}, text);
    expect((await said(base, head)).filter((each) => !each.startsWith('unreachable'))).toEqual([
      'not-locked beta@prod catalog:',
    ]);
  });

  test('a version outside the range of the entry disagrees', async () => {
    const head = project({ beta: 'catalog:' }, [entry('beta', 'npm:^2.0.0', '9.0.0')], {}, rc('^2.0.0'));
    expect(await said(empty, head)).toEqual(['manifest-disagrees beta@prod catalog: beta@9.0.0']);
  });

  test('where the catalogs are not known, one entry of the name may be it, and of several any', async () => {
    expect(await said(empty, project({ beta: 'catalog:' }, [two]))).toEqual([
      'manifest-may-disagree beta@prod catalog: beta@2.1.0',
    ]);
    expect(await said(empty, project({ beta: 'catalog:' }, [two, one]))).toEqual([
      'manifest-may-disagree beta@prod catalog:',
    ]);
    expect(await said(empty, project({ beta: 'catalog:' }, []))).toEqual(['not-locked beta@prod catalog:']);
  });
});

describe('folders', () => {
  const registry = entry('beta', 'npm:^2.0.0', '2.1.0');
  const alpha = entry('alpha', 'npm:1.0.0', '1.0.0', { beta: 'npm:^2.0.0' });
  const folder = (spec: string, locator: string, rest = '') =>
    block(
      `beta@${spec}::locator=${encodeURIComponent(locator)}`,
      `beta@${spec}${rest}::locator=${encodeURIComponent(locator)}`,
      '0.0.0-use.local',
    );

  test.each([
    ['file:lib/beta', 'link', '#lib/beta'],
    ['link:lib/beta', 'link', ''],
    ['portal:./lib/beta', 'portal', ''],
  ])('%s is the entry that is bound to the importer, where the name is locked twice', async (spec, kind, rest) => {
    const head = project({ alpha: '1.0.0', beta: spec }, [alpha, folder(spec, 'shop@workspace:.', rest), registry]);
    expect(await said(empty, head)).toEqual([]);
    expect(await arrived(empty, head)).toContain(`beta@0.0.0-use.local direct ${kind}`);
  });

  test('one that no entry answers is not locked, whatever else the name is locked as', async () => {
    const head = project({ alpha: '1.0.0', beta: 'file:lib/evil' }, [
      alpha,
      folder('file:lib/beta', 'shop@workspace:.', '#lib/beta'),
      registry,
    ]);
    expect(await said(empty, head)).toContain('not-locked beta@prod file:lib/evil');
    expect(await said(empty, project({ beta: 'file:lib/evil' }, [registry]))).toContain(
      'not-locked beta@prod file:lib/evil',
    );
  });

  test('a folder that a folder asks for is bound to that one, and read from there', async () => {
    const outer = 'q@file:./lib/q#./lib/q::hash=82a340&locator=shop%40workspace%3A.';
    const q = block('q@file:./lib/q::locator=shop%40workspace%3A.', outer, '1.0.0', { beta: 'file:../beta' });
    const head = project({ q: 'file:./lib/q' }, [q, folder('file:../beta', outer, '#../beta')]);
    expect(await said(empty, head)).toEqual([]);
    expect(await arrived(empty, head)).toContain('beta@0.0.0-use.local transitive link');
  });

  test('a path of a workspace is read from its folder, and may leave the repository', async () => {
    const files = (spec: string): Files => ({
      'package.json': { name: 'shop', workspaces: ['packages/*'] },
      'packages/a/package.json': { name: 'a', dependencies: { beta: spec } },
      'yarn.lock': lockfile(
        workspace('shop', '.'),
        workspace('a', 'packages/a', { beta: spec }),
        folder(spec, 'a@workspace:packages/a'),
      ),
    });
    expect(await said(empty, files('link:../../lib/beta'))).toEqual([]);
    expect(await arrived(empty, files('link:../../lib/beta'))).toEqual(['beta@0.0.0-use.local direct link']);
    expect(await arrived(empty, files('link:../../../lib/beta'))).toEqual(['beta@0.0.0-use.local direct link outside']);
  });
});

describe('resolutions', () => {
  const alpha = entry('alpha', 'npm:1.0.0', '1.0.0', { beta: 'npm:^2.0.0' });
  const asked = { alpha: '1.0.0', beta: '2.1.0' };
  const two = entry('beta', ['npm:2.1.0', 'npm:^2.0.0'], '2.1.0');
  const base = project(asked, [alpha, two]);
  const exact = entry('beta', 'npm:2.1.0', '2.1.0');
  const forced = entry('beta', 'npm:2.0.0', '2.0.0');

  test.each([
    ['below a parent', { 'alpha/beta': '2.0.0' }],
    ['below a version of a parent', { 'alpha@npm:1.0.0/beta': 'npm:2.0.0' }],
    ['below a version without protocol', { 'alpha@1.0.0/beta': 'npm:2.0.0' }],
    ['of one spec', { 'beta@npm:^2.0.0': '2.0.0' }],
    ['of one spec without protocol', { 'beta@^2.0.0': '2.0.0' }],
  ])('%s', async (_, resolutions) => {
    const head = project(asked, [alpha, exact, forced], { resolutions });
    expect(await said(base, head)).toEqual([]);
    expect(await arrived(base, head)).toEqual(['beta@2.0.0 transitive registry']);
  });

  test('the first that fits counts, as it does for Yarn', async () => {
    const head = project(asked, [alpha, exact, forced], { resolutions: { 'alpha/beta': '2.0.0', beta: '2.1.0' } });
    expect(await said(base, head)).toEqual([]);
  });

  test.each([
    ['of another parent', { 'gamma/beta': '2.0.0' }],
    ['of another version of the parent', { 'alpha@npm:2.0.0/beta': '2.0.0' }],
    ['of another spec', { 'beta@npm:^1.0.0': '2.0.0' }],
  ])('one %s answers nothing that another entry asks for', async (_, resolutions) => {
    const head = project(asked, [alpha, exact, forced], { resolutions });
    expect(await said(base, head)).toContain('incomplete beta@npm:^2.0.0');
  });

  test.each([
    ['a version', '2.0.0', ['incomplete beta@npm:^2.0.0', 'not-locked beta@prod 2.1.0']],
    ['a repository', 'git+https://git.example/evil.git', ['incomplete beta@npm:^2.0.0', 'not-locked beta@prod 2.1.0']],
  ])('one that no entry answers is not locked, of a lockfile that stays as it was: %s', async (_, spec, codes) => {
    const found = await said(base, project(asked, [alpha, two], { resolutions: { beta: spec } }));
    expect(found.filter((each) => !each.startsWith('unreachable')).sort()).toEqual(codes);
  });

  test('one below a parent does not let the root have another version than it asks for', async () => {
    const head = project(asked, [alpha, entry('beta', 'npm:2.1.0', '9.9.9'), forced], {
      resolutions: { 'alpha/beta': '2.0.0' },
    });
    expect(await said(base, head)).toContain('manifest-disagrees beta@prod 2.1.0 beta@9.9.9');
  });

  describe('of Yarn 3, which compares ranges as both are written', () => {
    const three = (files: Files): Files => {
      const lock = files['yarn.lock'];
      if (typeof lock !== 'string') throw new Error('There is no yarn.lock.');
      return { ...files, 'yarn.lock': lock.replace('version: 8', 'version: 6') };
    };
    const own = { beta: '2.1.0' };
    const before = three(project(own, [exact]));
    const protocol = { resolutions: { 'beta@npm:2.1.0': '2.0.0' } };

    test('one of `npm:2.1.0` leaves the dependency `2.1.0` as it was', async () => {
      expect(await said(before, three(project(own, [exact], protocol)))).toEqual([]);
    });

    test('one of `npm:2.1.0` lets no other version answer `2.1.0`', async () => {
      expect(await said(before, three(project(own, [forced], protocol)))).toContain('not-locked beta@prod 2.1.0');
    });

    test('one of `2.1.0` is about the dependency `2.1.0`', async () => {
      const head = three(project(own, [forced], { resolutions: { 'beta@2.1.0': '2.0.0' } }));
      expect(await said(before, head)).toEqual([]);
      expect(await arrived(before, head)).toEqual(['beta@2.0.0 direct registry']);
    });
  });

  describe('by a patch', () => {
    const spec = 'patch:beta@npm:^2.0.0#~/.yarn/patches/beta.patch';
    const plain = entry('beta', 'npm:^2.0.0', '2.1.0');
    const patch = block(
      `beta@${spec}`,
      'beta@patch:beta@npm%3A2.1.0#~/.yarn/patches/beta.patch::version=2.1.0',
      '2.1.0',
    );
    const only = { alpha: '1.0.0' };

    test('of a range: what it patches and the patch are both asked for', async () => {
      const before = project(only, [alpha, plain]);
      const head = project(only, [alpha, plain, patch], { resolutions: { 'beta@npm:^2.0.0': spec } });
      expect(await said(before, head)).toEqual([]);
      expect(await arrived(before, head)).toContain('beta@2.1.0 transitive patch');
    });

    test('that no entry has', async () => {
      const before = project(only, [alpha, plain]);
      const head = project(only, [alpha, plain], { resolutions: { 'beta@npm:^2.0.0': spec } });
      expect(await said(before, head)).toContain('incomplete beta@npm:^2.0.0');
    });
  });
});

describe('package extensions', () => {
  const alpha = entry('alpha', 'npm:1.0.0', '1.0.0');
  const many = entry('many', 'npm:^1.0.0', '1.2.3');
  const rc = (key: string, spec = '^1.0.0') =>
    `packageExtensions:\n  "${key}":\n    dependencies:\n      many: "${spec}"\n`;
  const base = project({ alpha: '1.0.0' }, [alpha]);

  test.each(['alpha@*', 'alpha@^1.0.0'])('%s asks for what it adds', async (key) => {
    const head = project({ alpha: '1.0.0' }, [alpha, many], {}, rc(key));
    expect(await said(base, head)).toEqual([]);
    expect(await arrived(base, head)).toEqual(['many@1.2.3 transitive registry']);
  });

  test.each([
    ['another package', 'gamma@*'],
    ['another version', 'alpha@^2.0.0'],
  ])('of %s it adds nothing', async (_, key) => {
    const head = project({ alpha: '1.0.0' }, [alpha, many], {}, rc(key));
    expect(await said(base, head)).toEqual(['unreachable many@1.2.3']);
  });

  test('one that no entry answers is missed, of a lockfile that stays as it was', async () => {
    for (const spec of ['^1.0.0', 'https://evil.example/evil.tgz']) {
      const head = project({ alpha: '1.0.0' }, [alpha], {}, rc('alpha@*', spec));
      expect(await said(base, head)).toEqual([`incomplete many@${spec}`]);
    }
  });

  test('it does not change what the package asks for itself', async () => {
    const own = entry('alpha', 'npm:1.0.0', '1.0.0', { many: 'npm:^1.0.0' });
    const before = project({ alpha: '1.0.0' }, [own, many]);
    expect(await said(before, project({ alpha: '1.0.0' }, [own, many], {}, rc('alpha@*', '^9.0.0')))).toEqual([]);
  });
});

describe('the .yarnrc.yml of the folders above', () => {
  const near = 'catalog:\n  beta: ^2.0.0\n';
  const far = 'catalog:\n  beta: ^1.0.0\n  gamma: ^3.0.0\n';
  const below = (files: Files, above: Files): Files => ({
    ...above,
    ...Object.fromEntries(Object.entries(files).map(([path, file]) => [`apps/shop/${path}`, file])),
  });
  const asking = (name: string, entries: readonly string[]) => project({ [name]: 'catalog:' }, entries, {}, near);
  const [beta, gamma] = [entry('beta', 'npm:^2.0.0', '2.1.0'), entry('gamma', 'npm:^3.0.0', '3.1.0')];
  const base = below(empty, {});

  test('a catalog there has what the nearest has not', async () => {
    const head = asking('gamma', [gamma]);
    expect(await said(base, below(head, { '.yarnrc.yml': far }))).toEqual([]);
    expect(await said(base, below(head, { 'apps/.yarnrc.yml': far }))).toEqual([]);
    expect(await said(base, below(head, {}))).toContain('not-locked gamma@prod catalog:');
  });

  test('the nearest has the last word', async () => {
    expect(await said(base, below(asking('beta', [beta]), { '.yarnrc.yml': far }))).toEqual([]);
    const old = asking('beta', [entry('beta', 'npm:^1.0.0', '1.1.0')]);
    expect(await said(base, below(old, { '.yarnrc.yml': far }))).toContain('not-locked beta@prod catalog:');
  });

  test.each([
    ['cannot be read', 'catalog: &a\n'],
    ['says how it is merged', 'catalog:\n  onConflict: hardReset\n  value: {}\n'],
  ])('of an entry that only a file that %s may have, nothing is sure', async (_, above) => {
    expect(await said(base, below(asking('gamma', [gamma]), { '.yarnrc.yml': above }))).toEqual([
      'manifest-may-disagree gamma@prod catalog: gamma@3.1.0',
    ]);
  });

  test('a catalog that changes above an unchanged lockfile is compared with it', async () => {
    const files = asking('gamma', [gamma]);
    const [before, after] = [far, far.replace('^3.0.0', '^4.0.0')].map((text) => below(files, { '.yarnrc.yml': text }));
    expect(await said(before as Files, after as Files)).toEqual(['not-locked gamma@prod catalog:']);
  });

  test('package extensions are merged, and the nearest has the last word', async () => {
    const extension = (asks: string) => `packageExtensions:\n  "many@*":\n    dependencies:\n${asks}`;
    const files = (...requires: readonly string[]) =>
      project(
        { many: '^1.0.0' },
        [entry('many', 'npm:^1.0.0', '1.2.3'), ...requires],
        {},
        extension('      beta: ^2.0.0\n'),
      );
    const above = { '.yarnrc.yml': extension('      beta: ^1.0.0\n      gamma: ^3.0.0\n') };
    const changes = await arrived(base, below(files(beta, gamma), above));
    expect(changes).toEqual([
      'beta@2.1.0 transitive registry',
      'gamma@3.1.0 transitive registry',
      'many@1.2.3 direct registry',
    ]);
  });
});
