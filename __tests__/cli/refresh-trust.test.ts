import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { seedTexts } from '../../src/trust/seeds.ts';
import type { Report } from '../../src/model/index.ts';
import { runCli, temporaryFolder } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { attestationsDocument, integrityOf, privateSigstore, registryKey } from '../support/private-sigstore.ts';
import { pullRequest } from '../support/pull-request.ts';
import { startTufRepository } from '../support/tuf-repository.ts';

/** Trust material is refreshed where that is asked for, recorded, and never silently the older one. */

const artifact = { name: 'tool', version: '1.0.0', integrity: integrityOf('tool 1.0.0') };
const named = { ...artifact, name: 'named', integrity: integrityOf('named 1.0.0') };
const issuer = 'https://gitlab.acme.example';
let tuf: Awaited<ReturnType<typeof startTufRepository>>;
let registry: LoopbackRegistry;
let folder: ReturnType<typeof temporaryFolder>;

beforeAll(async () => {
  const [sigstore, key] = [await privateSigstore(), registryKey()];
  tuf = await startTufRepository({
    'trusted_root.json': sigstore.trustedRoot,
    [seedTexts.keysTarget]: JSON.stringify(key.document),
  });
  // A mirror of a registry: it serves attestations, and offers no keys of its own.
  const version = (name: string, integrity: string, attestations: unknown) =>
    pkg({
      '1.0.0': {
        ...{ integrity, attestations, publishedAt: '2026-01-01T00:00:00.000Z' },
        manifest: { repository: { url: `git+https://github.com/acme/${name}.git` } },
      },
    });
  const identity = (repository: string) => ({ repository: `acme/${repository}` });
  registry = await startRegistry({
    packages: {
      tool: version(
        'tool',
        artifact.integrity,
        attestationsDocument(
          await sigstore.provenance({ ...artifact, identity: identity('tool') }),
          await sigstore.publishAttestation({ ...artifact, key }),
        ),
      ),
      named: version(
        'named',
        named.integrity,
        attestationsDocument(
          await sigstore.provenance({
            ...named,
            predicateType: 'https://slsa.dev/provenance/v0.2',
            identity: { ...identity('named'), platform: 'gitlab', issuer },
          }),
        ),
      ),
    },
  });
  const adding = ({ name, integrity }: typeof artifact) =>
    pullRequest(
      registry,
      {},
      { dependencies: { [name]: '^1.0.0' }, packages: { [`node_modules/${name}`]: { version: '1.0.0', integrity } } },
    );
  const below = (side: string, files: Readonly<Record<string, string | Uint8Array>>) =>
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${side}/${path}`, text]));
  folder = temporaryFolder({
    ...below('before', adding(artifact).base),
    ...below('after', adding(artifact).head),
    ...below('named', adding(named).head),
    'root.json': tuf.root,
    'sigstore.json': sigstore.trustedRoot,
    'issuer.yml': `version: 1\nprovenance: [{ packages: [named], issuer: "${issuer}" }]\n`,
    'other.yml': `version: 1\nprovenance: [{ packages: [named], issuer: "${issuer}.evil.example" }]\n`,
    'elsewhere.yml': `version: 1\nprovenance: [{ packages: [tool], issuer: "${issuer}" }]\n`,
  });
});
afterAll(async () => {
  folder.remove();
  await Promise.all([registry.close(), tuf.close()]);
});

const refreshing = () => ['--refresh-trust', '--tuf-mirror', tuf.url, '--tuf-root', 'root.json'];
const check = (args: readonly string[], head = 'after', env = {}) =>
  runCli(
    [
      ...['check', '--base-dir', 'before', '--head-dir', head, '--registry', registry.url],
      ...['--format', 'json', '--now', '2026-06-01T00:00:00Z', ...args],
    ],
    { cwd: folder.path, env },
  );
const reportOf = ({ stdout }: { stdout: string }) => JSON.parse(stdout) as Report;

test('what is fetched is what verifies; recorded, it verifies again without a request', async () => {
  const live = await check([...refreshing(), '--evidence-out', 'evidence.json']);
  expect(live.stderr).toBe('');
  const report = reportOf(live);
  expect(report.changes[0]?.evidence.provenance).toBe('verified');
  expect(report.trust).toEqual({ material: 'refreshed', date: null, old: false });
  const requests = [tuf.requests.length, registry.requests.length];
  const again = await runCli(['replay', 'evidence.json', '--format', 'json'], { cwd: folder.path });
  expect(again).toEqual(live);
  const checked = await check(['--evidence', 'evidence.json']);
  expect(checked.status).toBe(2);
  expect(checked.stderr).toContain('was judged with refreshed trust material');
  expect([tuf.requests.length, registry.requests.length]).toEqual(requests);
});

test('without it the built-in material is used, nobody is asked, and the report says its date', async () => {
  const requests = tuf.requests.length;
  const report = reportOf(await check([]));
  expect(report.changes[0]?.evidence.provenance).toBe('invalid');
  expect(report.trust).toMatchObject({ material: 'embedded', old: false });
  expect(tuf.requests).toHaveLength(requests);
  const text = await check(['--format', 'text', '--now', '2028-01-01T00:00:00Z']);
  expect(text.stdout).toMatch(/built-in trust material of \d{4}-\d\d-\d\d, which is old: update lockgate, or run with/);
  const markdown = await check(['--format', 'markdown', ...refreshing()]);
  expect(markdown.stdout).toContain('refreshed trust material');
});

test('explain says which material it was', async () => {
  const args = ['explain', 'tool', '--dir', 'after', '--registry', registry.url];
  const { stdout } = await runCli([...args, ...refreshing()], { cwd: folder.path });
  expect(stdout).toContain('verified with refreshed trust material');
});

test('a change that brings in nothing asks nobody', async () => {
  const requests = tuf.requests.length;
  expect(await check(refreshing(), 'before')).toMatchObject({ status: 0 });
  expect(tuf.requests).toHaveLength(requests);
});

describe('it cannot be refreshed:', () => {
  test('an error, and not the older material', async () => {
    // The public repository, behind a proxy that nobody serves.
    const env = { HTTPS_PROXY: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9' };
    const ended = await check(['--refresh-trust'], 'after', env);
    expect(reportOf(ended)).toMatchObject({ verdict: 'error', changes: [], errors: [{ code: 'trust-unavailable' }] });
    expect(ended.status).toBe(2);
    expect(ended.stderr).toMatch(/^lockgate: .*could not be refreshed.*\n$/);
  });

  test.each([
    [['--tuf-mirror', 'https://tuf.example'], /add --refresh-trust/],
    [['--refresh-trust', '--tuf-root', 'root.json'], /name that repository with --tuf-mirror/],
    [['--refresh-trust', '--offline'], /--offline and --evidence rule out/],
    [
      ['--refresh-trust', '--tuf-mirror', 'https://tuf.example', '--tuf-root', 'none.json'],
      /none\.json.*cannot be read/,
    ],
  ])('%j', async (args, message) => {
    const { status, stderr } = await check(args);
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});

describe('an issuer that is not public', () => {
  const provenance = async (policy: readonly string[]) => {
    const report = reportOf(await check([...policy, '--trusted-root', 'sigstore.json'], 'named'));
    return [
      report.changes[0]?.evidence.provenance,
      report.findings.filter(({ rule, level }) => rule === 'provenance' && level === 'error').length,
    ];
  };

  test('counts for the packages of which the policy expects it, exactly as it is written', async () => {
    expect(await provenance(['--policy', 'issuer.yml'])).toEqual(['verified', 0]);
  });

  test.each([[[]], [['--policy', 'other.yml']], [['--policy', 'elsewhere.yml']]])(
    'not otherwise: %j',
    async (policy) => {
      expect(await provenance(policy)).toEqual(['invalid', 1]);
    },
  );
});
