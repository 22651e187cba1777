import { describe, expect, test } from '@jest/globals';

import { compareSnapshots } from '../../../src/compare/compare.ts';
import type { Snapshot } from '../../../src/model/index.ts';
import { memorySnapshot } from '../../support/memory-snapshot.ts';
import { yarnPairs } from '../../support/yarn-lockfiles.ts';

/** A yarn.lock of which a block is gone is well-formed all the same: only what asks for it tells. */

const check = (base: Snapshot, head: Snapshot) => compareSnapshots(base, head, { isGated: () => true, mode: 'check' });
const said = async (base: Record<string, string>, head: Record<string, string>) =>
  (await check(memorySnapshot(base), memorySnapshot(head))).observations.map(
    ({ code, name, line, args }) => `${code} ${name ?? ''}@${args['asked'] ?? ''}:${line}`,
  );

const classicHead = '# yarn lockfile v1\n\n';
const berryHead = '__metadata:\n  version: 8\n  cacheKey: 10c0\n\n';
const written = {
  classic: {
    head: classicHead,
    entry: (name: string, spec: string, version: string, maps = '') =>
      `${name}@${spec}:\n  version "${version}"\n  resolved "https://registry.example/${name}.tgz"\n  integrity sha512-x\n${maps.replaceAll(': ', ' ')}\n`,
  },
  berry: {
    head: berryHead,
    entry: (name: string, spec: string, version: string, maps = '') =>
      `"${name}@npm:${spec}":\n  version: ${version}\n  resolution: "${name}@npm:${version}"\n${maps}  checksum: 10c0/x\n  languageName: node\n  linkType: hard\n\n`,
  },
} as const;
const root =
  '"shop@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "shop@workspace:."\n  dependencies:\n    a: "npm:^1.0.0"\n  languageName: unknown\n  linkType: soft\n\n';

describe.each(['classic', 'berry'] as const)('Yarn %s', (format) => {
  const { head, entry } = written[format];
  const spec = (range: string) => (format === 'berry' ? `"npm:${range}"` : `"${range}"`);
  const asks = `  dependencies:\n    b: ${spec('^2.0.0')}\n`;
  const start = head + (format === 'berry' ? root : '');
  const manifest = (more = '') => `{"name":"shop","dependencies":{"a":"^1.0.0"}${more}}`;
  const files = (lockfile: string, more = '') => ({ 'package.json': manifest(more), 'yarn.lock': start + lockfile });
  const a = entry('a', '^1.0.0', '1.0.0', asks);
  const b = entry('b', '^2.0.0', '2.0.0');
  const old = entry('b', '^1.0.0', '1.0.0');
  const asked = format === 'berry' ? 'npm:^2.0.0' : '^2.0.0';

  test('a block that is gone is missed, at the entry that asks for it', async () => {
    const found = await said(files(a + b), files(a));
    expect(found).toEqual([`incomplete b@${asked}:${start.split('\n').length}`]);
  });

  test('another version of the name does not answer', async () => {
    const found = await said(files(a + b), files(a + old));
    expect(found.filter((each) => each.startsWith('incomplete'))).toEqual([
      `incomplete b@${asked}:${start.split('\n').length}`,
    ]);
  });

  test('what the base lacked already is not the change of the head', async () => {
    expect(await said(files(a), files(a.replaceAll('1.0.0', '1.0.1').replaceAll('^1.0.1', '^1.0.0')))).toEqual([]);
  });

  test("the root's `resolutions` may answer with another version, and not with none", async () => {
    const resolutions = ',"resolutions":{"b":"1.0.0"}';
    const fixed = entry('b', '1.0.0', '1.0.0');
    expect(await said(files(a + fixed, resolutions), files(a + fixed + '\n', resolutions))).toEqual([]);
    const cut = await said(files(a + fixed, resolutions), files(a, resolutions));
    expect(cut.filter((each) => each.startsWith('incomplete'))).toEqual([
      `incomplete b@${asked}:${start.split('\n').length}`,
    ]);
  });

  test('without the manifests, a name that is nowhere is missed', async () => {
    const only = (lockfile: string) => ({ 'yarn.lock': start + lockfile });
    expect(await said(only(a + b), only(a))).toContain(`incomplete b@${asked}:${start.split('\n').length}`);
    expect(await said(only(a + b), only(a + old))).not.toContain(`incomplete b@${asked}:${start.split('\n').length}`);
  });
});

test('R02 in Yarn berry: an optional dependency needs an entry too, because Yarn locks those of every platform', async () => {
  const { entry } = written.berry;
  const asks = '  dependencies:\n    b: "npm:^2.0.0"\n  dependenciesMeta:\n    b:\n      optional: true\n';
  const files = (text: string) => ({
    'package.json': '{"name":"shop","dependencies":{"a":"^1.0.0"}}',
    'yarn.lock': berryHead + root + text,
  });
  const some = entry('a', '^1.0.0', '1.0.0', asks);
  const whole = files(some + entry('b', '^2.0.0', '2.0.0'));
  expect((await said(whole, files(some))).map((each) => each.split(':')[0])).toEqual(['incomplete b@npm']);
  expect(await said(files(entry('a', '^1.0.0', '1.0.0')), whole)).toEqual([]);
});

test('a workspace answers what a package of a registry asks for in its name', async () => {
  const { entry } = written.classic;
  const lockfile = classicHead + entry('a', '^1.0.0', '1.0.0', '  dependencies:\n    b: "^2.0.0"\n');
  const shop = '{"name":"shop","private":true,"workspaces":["packages/*"],"dependencies":{"a":"^1.0.0"}}';
  const files = { 'package.json': shop, 'packages/b/package.json': '{"name":"b","version":"2.1.0"}' };
  expect(await said(files, { ...files, 'yarn.lock': lockfile })).toEqual([]);
});

test('workspaces of a workspace are declared by it', async () => {
  const member = (name: string, path: string, asks = '') =>
    `"${name}@workspace:${path}":\n  version: 0.0.0-use.local\n  resolution: "${name}@workspace:${path}"\n${asks}  languageName: unknown\n  linkType: soft\n\n`;
  const { entry } = written.berry;
  const one = entry('a', '^1.0.0', '1.0.0');
  const lockfile = (asks: string, more: string) =>
    berryHead + member('shop', '.') + member('p', 'packages/p') + member('q', 'packages/p/sub/q', asks) + more;
  const manifests = (q: string) => ({
    'package.json': '{"name":"shop","workspaces":["packages/*"]}',
    'packages/p/package.json': '{"name":"p","workspaces":["sub/*"]}',
    'packages/p/sub/q/package.json': q,
  });
  const base = { ...manifests('{"name":"q"}'), 'yarn.lock': lockfile('', '') };
  const asks = '  dependencies:\n    a: "npm:^1.0.0"\n';
  const head = {
    ...manifests('{"name":"q","dependencies":{"a":"^1.0.0"}}'),
    'yarn.lock': lockfile(asks, one),
  };
  expect(await said(base, head)).toEqual([]);
  const stray = { ...head, 'packages/p/package.json': '{"name":"p"}' };
  expect((await said(base, stray)).map((each) => each.split(' ')[0])).toContain('manifest-disagrees');
});

const pairs = yarnPairs();

describe('real lockfiles', () => {
  test('each that is cut at half of its blocks is told from one that is whole', async () => {
    for (const { label, after } of pairs) {
      const text = new TextDecoder().decode(after.bytes);
      const cut = text.slice(0, text.indexOf('\n\n', text.length / 2) + 1);
      const { manifest } = after;
      const { observations } = await check(
        memorySnapshot({ 'yarn.lock': text, 'package.json': manifest }),
        memorySnapshot({ 'yarn.lock': cut, 'package.json': manifest }),
      );
      expect([label, observations.some(({ code }) => code === 'incomplete')]).toEqual([label, true]);
    }
  }, 60_000);
});

describe('real lockfiles in an audit', () => {
  test('lack nothing', async () => {
    for (const { label, after } of pairs) {
      const files = memorySnapshot({ 'yarn.lock': after.bytes, 'package.json': after.manifest });
      const { observations } = await compareSnapshots(undefined, files, { isGated: () => true, mode: 'audit' });
      expect([label, observations.filter(({ code }) => code === 'incomplete')]).toEqual([label, []]);
    }
  }, 60_000);
});
