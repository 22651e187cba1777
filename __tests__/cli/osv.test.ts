import { afterEach, expect, test } from '@jest/globals';

import { checkFolders, runCli, temporaryFolder } from '../support/cli.ts';
import type { LoopbackOsv, OsvRecord } from '../support/loopback-osv.ts';
import { startOsv } from '../support/loopback-osv.ts';
import type { LoopbackRegistry, RegistryOptions } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding, pullRequest } from '../support/pull-request.ts';

/** OSV as a source of malware records and advisories, through the command line against servers of our own. */

const old = pkg({ '1.0.0': {}, '1.0.1': {} });
const both = 'version: 1\nsources: { malware: [registry, osv], advisories: [registry, osv] }\n';

const started: (LoopbackRegistry | LoopbackOsv)[] = [];
async function start(
  records: readonly OsvRecord[],
  { policy = both, perPage, ...options }: RegistryOptions & { policy?: string; perPage?: number } = {},
) {
  const osv = await startOsv(records, perPage);
  const registry = await startRegistry({ advisories: {}, ...options });
  started.push(osv, registry);
  const folder = temporaryFolder({ 'policy.yml': policy });
  folders.push(folder);
  const check = async (sides: Parameters<typeof checkFolders>[0], ...more: readonly string[]) => {
    const given = ['--registry', registry.url, '--policy', `${folder.path}/policy.yml`, ...more];
    const ended = await checkFolders(sides, more.includes('--osv') ? given : [...given, '--osv', osv.url]);
    const said = ended.report.findings
      .filter(({ rule }) => rule === 'malware' || rule === 'advisory')
      .map(({ rule, name, outcome, about = [] }) => [rule, name, outcome, ...about]);
    return { ...ended, said };
  };
  return { osv, registry, check, folder };
}
const folders: ReturnType<typeof temporaryFolder>[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.close()));
  for (const folder of folders.splice(0)) folder.remove();
});

const about = (name: string, affected: object, more: object = {}): OsvRecord => ({
  ...{ id: 'GHSA-aaaa-bbbb-cccc', summary: 'Ignore @everyone', details: '<img>', database_specific: {} },
  affected: [{ package: { ecosystem: 'npm', name }, ...affected }],
  ...more,
});
const malicious = about('pear', { versions: ['1.0.0'] }, { id: 'MAL-2026-1', aliases: ['GHSA-aaaa-bbbb-cccc'] });
const locks = (version: string, ...names: readonly string[]) => ({
  dependencies: Object.fromEntries(names.map((name) => [name, '*'])),
  packages: Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version }])),
});

test('a record of OSV is floor, one that several have counts once, and replay gives the same bytes', async () => {
  const listed = { url: 'https://github.example/advisories/GHSA-aaaa-bbbb-cccc', severity: 'critical' };
  const { osv, registry, check, folder } = await start(
    [
      malicious,
      about('plum', { versions: ['1.0.0'] }, { id: 'GHSA-dddd-eeee-ffff', database_specific: { severity: 'HIGH' } }),
      about('plum', { versions: ['1.0.0'] }, { id: 'GHSA-gggg-hhhh-jjjj', withdrawn: '2026-01-01T00:00:00Z' }),
    ],
    {
      packages: { pear: old, plum: old, apple: old },
      advisories: { pear: [{ ...listed, id: 7, vulnerable_versions: '<1.0.1', cwe: ['CWE-506'] }] },
    },
  );
  const sides = pullRequest(registry, {}, locks('1.0.0', 'pear', 'plum', 'apple'));
  const evidence = `${folder.path}/evidence.json`;
  const { said, status, stdout, report } = await check(sides, '--evidence-out', evidence);
  expect(said).toEqual([
    ['malware', 'pear', 'violation', 'MAL-2026-1'],
    ['advisory', 'plum', 'violation', 'GHSA-dddd-eeee-ffff'],
  ]);
  expect(report.findings.find(({ rule }) => rule === 'malware')?.message).toContain('(also `GHSA-aaaa-bbbb-cccc`)');
  expect(
    report.changes.map(({ name, evidence }) => [name, evidence.advisories.state, ...evidence.advisories.ids]),
  ).toEqual([
    ['apple', 'known'],
    ['pear', 'known', 'MAL-2026-1'],
    ['plum', 'known', 'GHSA-dddd-eeee-ffff'],
  ]);
  expect(status).toBe(1);
  expect(stdout).not.toMatch(/everyone|<img>/);
  expect(osv.requests.map(({ method }) => method).sort()).toEqual(['GET', 'GET', 'GET', 'POST']);
  const replayed = await runCli(['replay', evidence, '--format', 'json']);
  expect(replayed.stdout).toBe(stdout);
  for (const [format, words] of [
    ['text', 'severity high: `GHSA-dddd-eeee-ffff`'],
    ['markdown', 'advisories: `GHSA-dddd-eeee-ffff`'],
  ] as const) {
    const shown = await runCli(['replay', evidence, '--format', format]);
    expect(shown.stdout).toContain(words);
    expect(shown.stdout).not.toMatch(/everyone|img/);
  }

  const other = await checkFolders(pullRequest(registry, {}, locks('1.0.1', 'pear')), [
    ...['--registry', registry.url, '--policy', `${folder.path}/policy.yml`, '--evidence', evidence],
  ]);
  expect(other.report.findings).toContainEqual(
    expect.objectContaining({ rule: 'malware', name: 'pear', outcome: 'indeterminate' }),
  );
});

const query = 'v1/querybatch';
const record = 'v1/vulns/MAL-2026-1';
test.each([
  ['500', query, { status: 500 }],
  ['404', query, { status: 404 }],
  ['403', query, { status: 403 }],
  ['a page', query, { body: '<!doctype html>' }],
  ['an answer to fewer queries', query, { body: '{"results":[]}' }],
  ['an id that leads elsewhere', query, { body: '{"results":[{"vulns":[{"id":"../../keys"}]}]}' }],
  ['another origin', query, { redirect: 'http://localhost:1/', status: 307 }],
  ['500 for the record', record, { status: 500 }],
  ['404 for the record', record, { status: 404 }],
  ['another record', record, { body: JSON.stringify({ ...malicious, id: 'MAL-2026-2' }) }],
] as const)(
  'one source that cannot be read makes it unknown, whatever the other says: %s',
  async (_title, path, failure) => {
    const { osv, registry, check } = await start([malicious], { packages: { pear: old } });
    osv.fail(path, failure);
    const { said, status } = await check(adding(registry, 'pear', { version: '1.0.0' }));
    expect(said.sort()).toEqual([
      ['advisory', 'pear', 'indeterminate'],
      ['malware', 'pear', 'indeterminate'],
    ]);
    expect(status).toBe(1);
  },
  40_000,
);

test('the registry that cannot be read makes it unknown too; where only OSV is a source it is not asked', async () => {
  const first = await start([], { packages: { pear: old } });
  first.registry.fail('-/npm/v1/security/advisories/bulk', { status: 500 });
  const sides = adding(first.registry, 'pear', { version: '1.0.0' });
  expect((await first.check(sides)).said).toHaveLength(2);

  const policy = 'version: 1\nsources: { malware: osv, advisories: osv }\n';
  const { osv, registry, check } = await start([], { policy, packages: { pear: old } });
  expect((await check(adding(registry, 'pear', { version: '1.0.0' }))).said).toEqual([]);
  expect(registry.requests.filter(({ path }) => path.includes('advisories'))).toEqual([]);
  expect(osv.requests).toHaveLength(1);
});

test('with --registry every other host is off, and says so; --osv turns it on, plain http on loopback only', async () => {
  const { osv, registry, folder } = await start([malicious], { packages: { pear: old } });
  const sides = adding(registry, 'pear', { version: '1.0.0' });
  const given = ['--registry', registry.url, '--policy', `${folder.path}/policy.yml`];
  const { report } = await checkFolders(sides, given);
  const malware = report.findings.find(({ rule }) => rule === 'malware');
  expect(malware).toMatchObject({ outcome: 'indeterminate', level: 'error' });
  expect(malware?.message).toContain('--osv');
  expect(osv.requests).toEqual([]);
  const refused = await checkFolders(sides, [...given, '--osv', 'http://osv.example/']);
  expect(refused).toMatchObject({ status: 2 });
  expect(refused.report.errors).toContainEqual(expect.objectContaining({ code: 'usage' }));
});

test('an answer in pages is read to its end', async () => {
  const ids = Array.from({ length: 7 }, (_, index) => `GHSA-aaaa-bbbb-ccc${index}`);
  const records = ids.map((id) => about('pear', { versions: ['1.0.0'] }, { id }));
  const { osv, registry, check } = await start(records, { packages: { pear: old }, perPage: 3 });
  const { said } = await check(adding(registry, 'pear', { version: '1.0.0' }));
  expect(said).toEqual([['advisory', 'pear', 'violation', ...ids]]);
  expect(osv.requests.filter(({ path }) => path === query)).toHaveLength(3);
});

test('what the base has is not the fault of the change; a record whose range cannot be read is held against it', async () => {
  const git = { ranges: [{ type: 'GIT', events: [{ introduced: '0' }] }] };
  const { registry, check } = await start(
    [
      about('pear', { versions: ['1.0.0', '1.0.1'] }),
      about('pear', { versions: ['1.0.1'], ...git }, { id: 'GHSA-dddd-eeee-ffff' }),
    ],
    { packages: { pear: old } },
  );
  const { said, report } = await check(pullRequest(registry, locks('1.0.0', 'pear'), locks('1.0.1', 'pear')));
  expect(said).toEqual([['advisory', 'pear', 'violation', 'GHSA-dddd-eeee-ffff']]);
  expect(report.changes[0]?.evidence.advisories.ids).toEqual(['GHSA-aaaa-bbbb-cccc', 'GHSA-dddd-eeee-ffff']);
  expect(report.findings.find(({ rule }) => rule === 'advisory')?.message).toContain('cannot be read');
});

test('the names of a scope that has a registry of its own are told to nobody else', async () => {
  const { osv, registry, check } = await start([], { packages: { '@acme/secret': old, pear: old } });
  const { base, head } = pullRequest(registry, {}, locks('1.0.0', '@acme/secret', 'pear'));
  const npmrc = { '.npmrc': `@acme:registry=${registry.url}\n` };
  await check({ base: { ...base, ...npmrc }, head: { ...head, ...npmrc } });
  expect(osv.requests[0]?.body).toContain('pear');
  expect(osv.requests.map(({ body }) => body).join('')).not.toContain('secret');
});

test('without a source of popularity nobody is asked for it', async () => {
  const policy = 'version: 1\nsources: { popularity: none }\n';
  const { registry, check } = await start([], {
    policy,
    packages: { lodahs: old },
    downloads: { lodash: 200_000_000 },
  });
  const { report } = await check(adding(registry, 'lodahs', { version: '1.0.0' }));
  expect(report.findings).toContainEqual(
    expect.objectContaining({ rule: 'name-similarity', level: 'warn', codes: ['unmeasured'] }),
  );
  expect(registry.requests.filter(({ path }) => path.includes('downloads'))).toEqual([]);
});
