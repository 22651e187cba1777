import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { checkFolders } from '../support/cli.ts';
import { type LoopbackRegistry, type VersionDescription, pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding, pullRequest } from '../support/pull-request.ts';

/** Two releases of a package: one without anything to say, and one as it is given. */
const then = (after: VersionDescription) => pkg({ '1.0.0': {}, '1.1.0': after });
const hook = { postinstall: 'node steal.js' };
const build = { install: 'node-gyp rebuild' };

const packages = {
  hidden: then({ packed: { scripts: hook } }),
  beside: then({ scripts: { install: 'node ok.js' }, packed: { scripts: { install: 'node ok.js', ...hook } } }),
  program: then({ packed: { bin: { node: 'other.js' } } }),
  bundles: then({ packed: { bundleDependencies: ['evil'] } }),
  pulls: then({ packed: { dependencies: { evil: '^1.0.0' } } }),
  offers: then({ packed: { optionalDependencies: { evil: '^1.0.0' } } }),
  moves: pkg({
    '1.0.0': { dependencies: { hidden: '^1.0.0' } },
    '1.1.0': { dependencies: { hidden: '^1.0.0' }, packed: { dependencies: { hidden: 'https://evil.example/x.tgz' } } },
  }),
  renamed: then({ packed: { name: 'evil' } }),
  reissued: then({ packed: { version: '6.6.6' } }),
  fsevents: then({ scripts: build, packed: { scripts: {} } }),
  mirrored: then({ packed: { scripts: {} } }),
  pretty: then({ manifest: { bin: { pretty: 'bin/pretty.cjs' } }, packed: { bin: { pretty: './bin/pretty.cjs' } } }),
  '@babel/parser': then({ manifest: { bin: { parser: 'bin/p.js' } }, packed: { bin: './bin/p.js' } }),
  spelled: then({ packed: { version: 'v1.1.0' } }),
  iconv: pkg({
    '1.0.0': { scripts: build, gypfile: true, packed: { scripts: {} } },
    '1.1.0': { files: ['binding.gyp'] },
  }),
};

let registry: LoopbackRegistry;
beforeAll(async () => {
  registry = await startRegistry({ packages });
});
afterAll(() => registry.close());

async function said(name: string, more: Readonly<Record<string, unknown>> = {}) {
  const side = (version: string, fields = {}) => {
    const entry = { version, ...fields };
    return { dependencies: { [name]: '^1.0.0' }, packages: { [`node_modules/${name}`]: entry } };
  };
  const { report } = await checkFolders(pullRequest(registry, side('1.0.0'), side('1.1.0', more)), [
    ...['--registry', registry.url],
  ]);
  const about = report.findings.filter(({ rule }) => rule === 'install-scripts');
  return about.map(({ level, codes, message }) => ({ level, codes, message }));
}

test.each([['hidden'], ['beside']])('%s: a hook that only the tarball has is a hook', async (name) => {
  expect(await said(name)).toMatchObject([{ level: 'error', codes: ['new-hook'] }]);
});

test('a hook that only the tarball has is found whatever the flag of the lockfile says', async () => {
  expect(await said('hidden', { hasInstallScript: true })).toMatchObject([{ level: 'error', codes: ['new-hook'] }]);
});

test.each([
  ['program', 'program node (other.js)'],
  ['bundles', 'bundled package evil'],
  ['pulls', 'dependency evil@^1.0.0'],
  ['offers', 'dependency evil@^1.0.0'],
  ['moves', 'dependency hidden@https://evil.example/x.tgz'],
  ['renamed', 'name evil'],
  ['reissued', 'version 6.6.6'],
])('%s: what only the tarball has is a finding', async (name, difference) => {
  const [finding, ...others] = await said(name);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ level: 'error', codes: ['unstated'] });
  expect(finding?.message).toContain(difference);
});

test.each<[string, string, Readonly<Record<string, unknown>>]>([
  ['row 5: fsevents, whose document has a script that the tarball lacks', 'fsevents', { hasInstallScript: true }],
  ['row 6: the same through a mirror that has it from the tarball', 'mirrored', { hasInstallScript: true }],
  ['row 7: a program whose path begins with a dot', 'pretty', {}],
  ['row 7: a program that is given as a text', '@babel/parser', {}],
  ['a version with a v in front', 'spelled', {}],
  ['a build that an earlier document writes as a script', 'iconv', {}],
])('quiet list, %s', async (_, name, fields) => {
  expect(await said(name, fields)).toEqual([]);
});

test('a package that is new here and hides a hook is held', async () => {
  const sides = adding(registry, 'hidden', { version: '1.1.0' });
  const { report } = await checkFolders(sides, ['--registry', registry.url]);
  expect(report.findings.filter(({ rule }) => rule === 'install-scripts')).toMatchObject([
    { level: 'error', codes: ['first-seen'] },
  ]);
});
