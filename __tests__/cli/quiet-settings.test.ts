import { expect, test } from '@jest/globals';

import { checkFolders } from '../support/cli.ts';

/** Edits of settings files that honest projects make must pass without a warning; the attacks beside them must not. */

const project = {
  'package.json': '{"name":"app","version":"1.0.0","private":true}\n',
  'package-lock.json':
    '{"name":"app","version":"1.0.0","lockfileVersion":3,"requires":true,"packages":{"":{"name":"app","version":"1.0.0"}}}\n',
};
// Nothing has to be asked: no package changes.
const nowhere = ['--registry', 'http://127.0.0.1:9/'];

async function findings(path: string, base: string, head: string): Promise<readonly string[]> {
  const sides = { base: { ...project, [path]: base }, head: { ...project, [path]: head } };
  const { report, status } = await checkFolders(sides, nowhere);
  expect([status, report.errors, report.verdict]).toEqual([0, [], 'pass']);
  return report.findings.map(({ rule, level }) => `${rule} ${level}`);
}

test('quiet list, row 16: an .npmrc gains settings of presentation, saving, hoisting and engines', async () => {
  const head = [
    ...['engine-strict=true', 'legacy-peer-deps=true', 'save-exact=true', 'fund=false', 'audit=false'],
    ...['provenance=true', 'node-linker=hoisted', 'public-hoist-pattern[]=*eslint*', 'shamefully-hoist=true'],
    ...['auto-install-peers=true', 'update-notifier=false', 'strict-peer-dependencies=false', ''],
  ].join('\n');
  expect(await findings('.npmrc', 'fund=true\n', head)).toEqual([]);
  expect(await findings('.npmrc', 'fund=true\n', `\uFEFF# ours\r\n${head.replaceAll('\n', '\r\n')}`)).toEqual([]);
});

test('quiet list, row 17: a comment is edited beside a token whose variable is not set', async () => {
  const token = '//host.example/:_authToken=${NPM_TOKEN}\n';
  expect(await findings('.npmrc', `# a\n${token}`, `; another\n${token}`)).toEqual([]);
});

test('quiet list, row 22: a .yarnrc.yml gains settings of linking, presentation, saving and of a plugin', async () => {
  const head = [
    ...['nodeLinker: node-modules', 'compressionLevel: mixed', 'enableTelemetry: false'],
    ...['defaultSemverRangePrefix: ""', 'releaseTool: yarn release', ''],
  ].join('\n');
  expect(await findings('.yarnrc.yml', 'nmMode: classic\n', head)).toEqual([]);
});

test.each([
  ['.npmrc', 'fund=false\nuserconfig ;x=./tools/rc\n'],
  ['.npmrc', 'fund=false\n${NOPE?}script-shell=./tools/sh\n'],
  ['.npmrc', 'fund=false\nnode-gyp=./tools/gyp.js\n'],
  ['.npmrc', 'fund=false\na-setting-of-tomorrow=1\n'],
  ['.yarnrc', 'lastUpdateCheck 1 yarn-path "./tools/y.js"\n'],
  ['.yarnrc', '"y\\u0061rn-path" "./tools/y.js"\n'],
  ['.yarnrc.yml', '# yarn lockfile v1\nenableColors, yarnPath: "./tools/y.js"\n'],
  ['.yarnrc.yml', 'nodeLinker: pnp\nyarn-path: ./tools/y.js\n'],
  ['pnpm-workspace.yaml', 'symlink: true\n"${NOPE:-scriptShell}": ./tools/sh\n'],
  ['bunfig.toml', '[install]\nexact = true\n["inst\\u0061ll".security]\nscanner = "./tools/s.js"\n'],
])('beside them, %s %j is a finding', async (path, text) => {
  const sides = { base: project, head: { ...project, [path]: text } };
  const { report } = await checkFolders(sides, nowhere);
  const told = report.findings.map(({ rule, lockfile }) => [rule, lockfile]);
  expect(told).toEqual([['gate-config', path]]);
});
