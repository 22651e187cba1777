import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { terminalReport } from '../../src/report/formats/terminal.ts';
import { checkFolders, runCli, temporaryFolder } from '../support/cli.ts';
import { judgeImpatiently } from '../support/judge-impatiently.ts';
import { startOsv } from '../support/loopback-osv.ts';
import type { LoopbackRegistry, VersionDescription } from '../support/loopback-registry.ts';
import { integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import type { PrivateSigstore } from '../support/private-sigstore.ts';
import { attestationsDocument, privateSigstore, registryKey } from '../support/private-sigstore.ts';
import { adding, pullRequest } from '../support/pull-request.ts';

/** hostile-inputs: evidence, through the command line. What the registry's failures come to is in registry-failures.test.ts. */

const key = registryKey();
let sigstore: PrivateSigstore;
let registry: LoopbackRegistry;
let folder: ReturnType<typeof temporaryFolder>;
const old = '2024-01-01T00:00:00.000Z';

beforeAll(async () => {
  sigstore = await privateSigstore();
  registry = await startRegistry({ signing: key, downloads: { orchard: 1_000_000 } });
  folder = temporaryFolder({ 'root.json': sigstore.trustedRoot });
});
afterAll(async () => {
  folder.remove();
  await registry.close();
});

const trusting = () => ['--registry', registry.url, '--trusted-root', join(folder.path, 'root.json')];
const locks = (name: string, version: string) => ({
  dependencies: { [name]: '*' },
  packages: { [`node_modules/${name}`]: { version } },
});
const upgrade = (name: string) => pullRequest(registry, locks(name, '1.0.0'), locks(name, '1.1.0'));
const saidOf = async (sides: Parameters<typeof checkFolders>[0], args = trusting()) => {
  const { report, status } = await checkFolders(sides, args);
  return { status, said: report.findings.map(({ rule, level, outcome }) => `${rule} ${level} ${outcome}`) };
};

test.each([
  ['another name', { name: 'somebody-else' }],
  ['another version', { version: '1.0.1' }],
  ['no name', { name: undefined }],
])('a version that says that it is another, by %s, is a floor finding', async (_title, manifest) => {
  registry.publish('orchard', pkg({ '1.0.0': { publishedAt: old, manifest } }));
  const { said, status } = await saidOf(adding(registry, 'orchard', { version: '1.0.0' }));
  expect(said).toContain('integrity error violation');
  expect(status).toBe(1);
});

test.each(['yesterday', '', '2024-13-01T00:00:00.000Z', 7, null])('a publish time of %j is none', async (time) => {
  registry.publish(
    'orchard',
    pkg({ '1.0.0': { publishedAt: old } }, { document: { time: { created: old, '1.0.0': time } } }),
  );
  const { said, status } = await saidOf(adding(registry, 'orchard', { version: '1.0.0' }));
  expect(said.some((one) => one.startsWith('cooldown error'))).toBe(true);
  expect(status).toBe(1);
});

/** 1.0.0 by a trusted publisher with provenance, 1.1.0 by somebody's token. */
async function publishLost(name: string, publishedAt: string): Promise<void> {
  const artifact = { name, version: '1.0.0', integrity: integrityOf(name, '1.0.0') };
  const repository = `acme/${name}`;
  const declared = { url: `git+https://github.com/${repository}.git` };
  const trusted: VersionDescription = {
    publishedAt: '2023-06-01T00:00:00.000Z',
    attestations: attestationsDocument(await sigstore.provenance({ ...artifact, identity: { repository } })),
    manifest: {
      _npmUser: { name: 'octocat', trustedPublisher: { id: 'github', oidcConfigId: 'oidc:1' } },
      repository: declared,
    },
  };
  const plain = { publishedAt, manifest: { _npmUser: { name: 'octocat' }, repository: declared } };
  registry.publish(name, pkg({ '1.0.0': trusted, '1.1.0': plain }));
}

test.each([
  ['two hours', '2026-05-31T22:00:00.000Z', 'error'],
  ['two years', '2024-05-31T22:00:00.000Z', 'warn'],
])('a trusted publisher that is lost: %s later', async (_title, publishedAt, level) => {
  await publishLost('orchard', publishedAt);
  const { said } = await saidOf(upgrade('orchard'));
  expect(said).toContain(`trust-downgrade ${level} violation`);
});

test.each([
  ['its keys', '-/npm/v1/keys', 'signature', [{ text: '{"keys":7}' }, { text: '{"keys":' }]],
  [
    'its attestations',
    '-/npm/v1/attestations/orchard@1.0.0',
    'provenance',
    [{ redirect: 'http://localhost:1/elsewhere' }, { html: true }, { text: '{"keys":7}' }],
  ],
] as const)(
  'a registry that sends %s in no form that can be read leaves it unknown',
  async (_title, path, rule, failures) => {
    const artifact = { name: 'orchard', version: '1.0.0', integrity: integrityOf('orchard', '1.0.0') };
    const attestations = attestationsDocument(
      await sigstore.provenance({ ...artifact, identity: { repository: 'acme/orchard' } }),
    );
    registry.publish('orchard', pkg({ '1.0.0': { publishedAt: old, attestations } }));
    for (const failure of failures) {
      registry.fail(path, { ...failure, times: 1 });
      const { said, status } = await saidOf(adding(registry, 'orchard', { version: '1.0.0' }));
      expect(said.filter((one) => one.startsWith(`${rule} error`))).toHaveLength(1);
      expect(status).toBe(1);
    }
  },
);

test('an outage of attestations and one of advisories are told as two, each with what was asked', async () => {
  const artifact = { name: 'orchard', version: '1.0.0', integrity: integrityOf('orchard', '1.0.0') };
  const attestations = attestationsDocument(
    await sigstore.provenance({ ...artifact, identity: { repository: 'acme/orchard' } }),
  );
  registry.publish('orchard', pkg({ '1.0.0': { publishedAt: old, attestations } }));
  registry.fail('-/npm/v1/attestations/orchard@1.0.0', { text: '[]x', times: 1 });
  registry.fail('-/npm/v1/security/advisories/bulk', { text: '[]x', times: 1 });
  const { report } = await checkFolders(adding(registry, 'orchard', { version: '1.0.0' }), trusting());
  const told = report.findings.flatMap(({ rule, cause }) => (cause ? `${rule}: ${cause.asked} ${cause.reason}` : []));
  expect(told.sort()).toEqual([
    'advisory: advisories malformed',
    'cooldown: attestations malformed',
    'malware: advisories malformed',
    'provenance: attestations malformed',
    'source-identity: attestations malformed',
  ]);
  // The headline has one too: this registry names no publishers.
  expect(terminalReport(report).match(/not judged:/g)).toHaveLength(3);
});

test('nothing is taken from a cache on disk, and nothing is left in one', async () => {
  registry.publish('orchard', pkg({ '1.0.0': { publishedAt: old } }));
  const sides = adding(registry, 'orchard', { version: '1.0.0' });
  const home = temporaryFolder({ '.npm/_cacache/index-v5/aa/bb/cc': '\nnot what the registry says\n' });
  try {
    for (const [side, files] of Object.entries({ base: sides.base, head: sides.head })) {
      mkdirSync(join(home.path, side));
      for (const [path, text] of Object.entries(files)) writeFileSync(join(home.path, side, path), text);
    }
    const listed = () => (readdirSync(home.path, { recursive: true }) as string[]).sort();
    const before = listed();
    const asked = registry.requests.length;
    const env = { HOME: home.path, npm_config_cache: join(home.path, '.npm'), XDG_CACHE_HOME: home.path };
    const args = ['check', '--base-dir', 'base', '--head-dir', 'head', '--now', '2026-06-01T00:00:00Z', ...trusting()];
    const [first, second] = [await runCli(args, { cwd: home.path, env }), await runCli(args, { cwd: home.path, env })];
    expect(second).toEqual(first);
    expect(first.stdout).toContain('orchard');
    const packuments = registry.requests.slice(asked).filter(({ path }) => path === '/orchard');
    expect(packuments).toHaveLength(2);
    expect(listed()).toEqual(before);
  } finally {
    home.remove();
  }
});

test('a recording that was altered is verified again like what a registry says, and does not pass', async () => {
  registry.publish('orchard', pkg({ '1.0.0': { publishedAt: old, manifest: { _npmUser: { name: 'octocat' } } } }));
  const evidence = join(folder.path, 'evidence.json');
  const sides = adding(registry, 'orchard', { version: '1.0.0' });
  expect((await checkFolders(sides, [...trusting(), '--evidence-out', evidence])).status).toBe(0);
  const recorded = readFileSync(evidence, 'utf8');
  const [real, other] = [integrityOf('orchard', '1.0.0'), integrityOf('orchard', '6.6.6')];
  expect(recorded).toContain(real);
  writeFileSync(evidence, recorded.replaceAll(real, other));
  const replayed = await runCli(['replay', evidence, '--format', 'json']);
  expect(replayed.status).toBe(1);
  expect(JSON.parse(replayed.stdout)).toMatchObject({
    findings: expect.arrayContaining([expect.objectContaining({ rule: 'signature', outcome: 'violation' })]) as unknown,
  });
});

test('a service that never answers is given up in time, whichever it is', async () => {
  const osv = await startOsv([]);
  osv.fail('v1/querybatch', { hang: true });
  registry.publish('orchard', pkg({ '1.0.0': { publishedAt: old } }));
  registry.fail('-/npm/v1/security/advisories/bulk', { hang: true });
  const text = 'version: 1\nsources: { malware: osv, advisories: [registry, osv] }\n';
  try {
    const { findings, verdict } = await judgeImpatiently(adding(registry, 'orchard', { version: '1.0.0' }), {
      ...{ registry: registry.url, osv: osv.url, policy: { source: 'policy.yml', text } },
    });
    const said = findings.map(({ rule, level, outcome }) => `${rule} ${level} ${outcome}`);
    expect(said).toContain('malware error indeterminate');
    expect(said).toContain('advisory error indeterminate');
    expect(verdict).toBe('fail');
  } finally {
    await osv.close();
  }
});
