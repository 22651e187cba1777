import { expect, test } from '@jest/globals';

import { checkFolders, runCli, temporaryFolder } from '../support/cli.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { pullRequest } from '../support/pull-request.ts';

test('a binding.gyp that only the tarball shows is found, compared, recorded, and never taken for absent', async () => {
  const versions = (before: readonly string[], after: readonly string[]) =>
    pkg({ '1.0.0': { files: before }, '1.1.0': { files: after } });
  const other = await startRegistry({ packages: { x: pkg({ '1.0.0': {} }) } });
  const registry = await startRegistry({
    packages: {
      phantom: versions(['index.js'], ['index.js', 'binding.gyp']),
      native: versions(['binding.gyp'], ['binding.gyp']),
      plain: versions(['index.js'], ['index.js']),
      unserved: pkg({ '1.0.0': { files: null }, '1.1.0': { files: null } }),
      large: pkg({ '1.0.0': { files: [] }, '1.1.0': { files: ['binding.gyp'], dist: { unpackedSize: 6_000_000 } } }),
      huge: pkg(
        Object.fromEntries(
          ['1.0.0', '1.1.0'].map((version) => [
            version,
            { files: version === '1.0.0' ? [] : ['binding.gyp'], dist: { unpackedSize: 6_000_000 } },
          ]),
        ),
      ),
      swapped: pkg({ '1.0.0': { files: [] }, '1.1.0': { files: ['a.js'], integrity: `sha512-${'A'.repeat(86)}==` } }),
      away: pkg({ '1.0.0': {}, '1.1.0': { files: [], tarball: `${other.url}x/-/x-1.0.0.tgz` } }),
      sent: pkg({ '1.0.0': { files: [] }, '1.1.0': { files: [] } }),
    },
  });
  registry.fail('sent/-/sent-1.1.0.tgz', { redirect: `${other.url}x/-/x-1.0.0.tgz` });
  const names = ['phantom', 'native', 'plain', 'unserved', 'large', 'huge', 'swapped', 'away', 'sent'];
  const side = (version: string) => ({
    dependencies: Object.fromEntries(names.map((name) => [name, '1'])),
    packages: Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version }])),
  });
  const folder = temporaryFolder({
    'policy.yml': 'version: 1\nextends: recommended\nrules: { install-scripts: { level: error, tarballs: list } }\n',
    'never.yml': 'version: 1\nextends: recommended\nrules: { install-scripts: { level: error, tarballs: never } }\n',
    'small.yml': 'version: 1\nextends: recommended\n',
  });
  try {
    const sides = pullRequest(registry, side('1.0.0'), side('1.1.0'));
    const evidence = `${folder.path}/evidence.json`;
    const check = (policy: string, more: readonly string[] = []) =>
      checkFolders(sides, ['--registry', registry.url, '--policy', `${folder.path}/${policy}`, ...more]);
    const { report, stdout } = await check('policy.yml', ['--evidence-out', evidence]);
    const said = report.findings.filter(({ rule }) => rule === 'install-scripts');
    expect(Object.fromEntries(said.map(({ name, outcome, level }) => [name, `${level} ${outcome}`]))).toEqual({
      phantom: 'error violation',
      unserved: 'error indeterminate',
      large: 'error violation',
      huge: 'error violation',
      swapped: 'error indeterminate',
      away: 'error indeterminate',
      sent: 'error indeterminate',
    });
    const small = await check('small.yml');
    const told = small.report.findings.filter(({ rule }) => rule === 'install-scripts');
    expect(Object.fromEntries(told.map(({ name, outcome, level }) => [name, `${level} ${outcome}`]))).toEqual({
      phantom: 'error violation',
      large: 'error violation',
      huge: 'error violation',
      away: 'note indeterminate',
      unserved: 'warn indeterminate',
      swapped: 'error indeterminate',
      sent: 'warn indeterminate',
    });
    expect(other.requests).toEqual([]);
    const again = await runCli(['replay', evidence, '--format', 'json']);
    expect(again.stdout).toBe(stdout);
    const before = registry.requests.length;
    const silent = await check('never.yml');
    expect(silent.report.findings.filter(({ rule }) => rule === 'install-scripts')).toEqual([]);
    expect(registry.requests.slice(before).filter(({ path }) => path.endsWith('.tgz'))).toEqual([]);
  } finally {
    folder.remove();
    await Promise.all([registry.close(), other.close()]);
  }
}, 60_000);

test('where the policy says that a registry states no scripts, a tarball that is not read leaves it open what runs', async () => {
  const packages = { '@acme/tool': pkg({ '1.0.0': { files: null } }), tool: pkg({ '1.0.0': { files: null } }) };
  const registry = await startRegistry({ packages });
  const folder = temporaryFolder({
    'policy.yml': `version: 1\nextends: recommended\nregistries: [{ url: '${registry.url}', scopes: ['@acme'], scripts: none }]\n`,
  });
  try {
    const names = Object.keys(packages);
    const sides = pullRequest(
      registry,
      {},
      {
        dependencies: Object.fromEntries(names.map((name) => [name, '1'])),
        packages: Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0' }])),
      },
    );
    const { report } = await checkFolders(sides, [
      ...['--registry', registry.url, '--policy', `${folder.path}/policy.yml`],
    ]);
    const said = report.findings.filter(({ rule }) => rule === 'install-scripts');
    expect(Object.fromEntries(said.map(({ name, outcome, level }) => [name, `${level} ${outcome}`]))).toEqual({
      '@acme/tool': 'error indeterminate',
      tool: 'warn indeterminate',
    });
  } finally {
    folder.remove();
    await registry.close();
  }
});
