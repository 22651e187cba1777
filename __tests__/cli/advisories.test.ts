import { afterEach, expect, test } from '@jest/globals';

import { checkFolders, temporaryFolder, runCli } from '../support/cli.ts';
import type { LoopbackRegistry, RegistryOptions } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding, pullRequest } from '../support/pull-request.ts';

/** Advisories, downloads and names close to popular ones, through the command line against a registry of our own. */

const bulk = '-/npm/v1/security/advisories/bulk';
const old = pkg({ '1.0.0': {}, '1.0.1': {} });
const vulnerable = {
  ...{ id: 7, url: 'https://github.example/advisories/GHSA-aaaa-bbbb-cccc', title: '<img> @everyone' },
  ...{ severity: 'high', vulnerable_versions: '<1.0.1', cwe: ['CWE-79'], cvss: {} },
};
const malicious = { ...vulnerable, cwe: ['CWE-506'], vulnerable_versions: '1.0.0' };

const started: LoopbackRegistry[] = [];
async function start(options: RegistryOptions) {
  const registry = await startRegistry(options);
  started.push(registry);
  const check = async (sides: Parameters<typeof checkFolders>[0], ...more: readonly string[]) =>
    checkFolders(sides, ['--registry', registry.url, ...more]);
  return { registry, check };
}
afterEach(async () => {
  await Promise.all(started.splice(0).map((registry) => registry.close()));
});

test('malware is floor, a vulnerability an error; one request asks about all, and replay gives the same bytes', async () => {
  const { registry, check } = await start({
    packages: { 'bad-apple': old, 'weak-apple': old, 'good-apple': old },
    advisories: { 'bad-apple': [malicious], 'weak-apple': [vulnerable] },
  });
  const names = ['bad-apple', 'weak-apple', 'good-apple'];
  const sides = pullRequest(
    registry,
    {},
    {
      dependencies: Object.fromEntries(names.map((name) => [name, '*'])),
      packages: Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0' }])),
    },
  );
  const folder = temporaryFolder();
  try {
    const evidence = `${folder.path}/evidence.json`;
    const { report, status, stdout } = await check(sides, '--evidence-out', evidence);
    const said = report.findings.filter(({ rule }) => rule === 'malware' || rule === 'advisory');
    expect(said.map(({ rule, name, level, floor, about }) => [rule, name, level, floor, about])).toEqual([
      ['malware', 'bad-apple', 'error', true, ['GHSA-aaaa-bbbb-cccc']],
      ['advisory', 'weak-apple', 'error', false, ['GHSA-aaaa-bbbb-cccc']],
    ]);
    expect(stdout).not.toContain('everyone');
    expect(status).toBe(1);
    expect(registry.requests.filter(({ path }) => path.endsWith(bulk))).toHaveLength(1);
    const replayed = await runCli(['replay', evidence, '--format', 'json']);
    expect(replayed.stdout).toBe(stdout);
  } finally {
    folder.remove();
  }
});

test('what the base has too is not the fault of the change, and a fresh fix of it is a warning', async () => {
  const fresh = pkg({ '0.9.0': {}, '1.0.0': {}, '1.0.1': { publishedAt: '2026-05-31T22:00:00.000Z' } });
  const { registry, check } = await start({ packages: { pear: fresh }, advisories: { pear: [vulnerable] } });
  const locks = (version: string) => ({ dependencies: { pear: '*' }, packages: { 'node_modules/pear': { version } } });
  const kept = await check(pullRequest(registry, locks('0.9.0'), locks('1.0.0')));
  expect(kept.report.findings.filter(({ rule }) => rule === 'advisory')).toEqual([]);
  const fixed = await check(pullRequest(registry, locks('1.0.0'), locks('1.0.1')));
  expect(fixed.report.findings).toContainEqual(
    expect.objectContaining({ rule: 'cooldown', level: 'warn', codes: ['young-fix'] }),
  );
});

test.each([
  ['500', { status: 500 }],
  ['a record that cannot be read', { text: JSON.stringify({ pear: [{ severity: 'dire' }] }) }],
  ['500 MB', { huge: 500 * 1024 * 1024, gzip: true }],
  ['a busy registry', { status: 429, headers: { 'retry-after': '60' } }],
] as const)(
  'advisories that cannot be read are no absence: %s',
  async (_title, failure) => {
    const { registry, check } = await start({ packages: { pear: old }, advisories: {} });
    registry.fail(bulk, failure);
    const { report, status } = await check(adding(registry, 'pear', { version: '1.0.0' }));
    const unknown = report.findings.filter(({ outcome }) => outcome === 'indeterminate').map(({ rule }) => rule);
    expect(unknown.sort()).toEqual(['advisory', 'malware']);
    expect(status).toBe(1);
  },
  40_000,
);

test.each([
  ['Nexus and Azure Artifacts: 400', { status: 400 }],
  ['GitHub Packages: 405', { status: 405 }],
  ['a refusal', { status: 403 }],
  ['GitLab: the public registry instead', { redirect: 'http://localhost:1/elsewhere', status: 307 }],
  ['a page for people', { html: true }],
] as const)('advisories that a registry does not offer are said once in the headline: %s', async (_title, failure) => {
  const { registry } = await start({ packages: { pear: old }, advisories: {} });
  registry.fail(bulk, failure);
  const { base, head } = adding(registry, 'pear', { version: '1.0.0' });
  const [before, after] = [temporaryFolder(base), temporaryFolder(head)];
  try {
    const args = ['--base-dir', before.path, '--head-dir', after.path, '--now', '2026-06-01T00:00:00Z'];
    const { stdout, status } = await runCli(['check', ...args, '--registry', registry.url]);
    expect(stdout.split('\n')[0]).toMatch(
      /^WARN {2}lockgate: .*; not judged: malware, advisories, signatures, provenance and publishers of 1 package$/,
    );
    expect(status).toBe(0);
  } finally {
    before.remove();
    after.remove();
  }
});

test('another registry without the endpoint keeps no advisories; without a network nothing is known', async () => {
  const { registry, check } = await start({ packages: { pear: old } });
  const sides = adding(registry, 'pear', { version: '1.0.0' });
  const quiet = await check(sides);
  expect(quiet.report.findings.filter(({ rule }) => ['malware', 'advisory'].includes(rule))).toEqual([]);
  const offline = await check(sides, '--offline');
  expect(offline.report.findings).toContainEqual(
    expect.objectContaining({ rule: 'malware', outcome: 'indeterminate', floor: true }),
  );
});

const bothNames = 'downloads/point/last-month/lodahs,lodash';
const similarity = { rule: 'name-similarity' };

test('a name close to a far more popular one: an error by its downloads, a warning without them', async () => {
  const downloads = { lodash: 200_000_000, lodahs: 12 };
  const { registry, check } = await start({ packages: { lodahs: old }, downloads });
  const sides = adding(registry, 'lodahs', { version: '1.0.0' });
  const found = expect.objectContaining({ ...similarity, level: 'error', codes: ['similar'] }) as unknown;
  expect((await check(sides)).report.findings).toContainEqual(found);
  expect(registry.requests.filter(({ path }) => path.includes('downloads'))).toHaveLength(1);
  for (const failure of [
    { status: 429 },
    { text: JSON.stringify({ lodash: { downloads: 200_000_000, package: 'lodash' } }) },
    { text: JSON.stringify({ lodahs: { downloads: 12, package: 'lodahs' } }) },
  ]) {
    registry.fail(bothNames, failure);
    expect((await check(sides)).report.findings).toContainEqual(
      expect.objectContaining({ ...similarity, level: 'warn', codes: ['unmeasured'] }),
    );
  }
});

test('a name that the service does not know is one that nobody downloads; a service without batches is asked for each', async () => {
  const downloads = { lodash: 200_000_000 };
  for (const bulkDownloads of [true, false]) {
    const { registry, check } = await start({ packages: { lodahs: old }, downloads, bulkDownloads });
    const { report } = await check(adding(registry, 'lodahs', { version: '1.0.0' }));
    expect(report.findings).toContainEqual(expect.objectContaining({ ...similarity, codes: ['similar'] }));
    const asked = registry.requests.filter(({ path }) => path.includes('downloads'));
    expect(asked).toHaveLength(bulkDownloads ? 1 : 3);
  }
});
