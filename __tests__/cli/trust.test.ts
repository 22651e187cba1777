import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { Finding, Report } from '../../src/model/index.ts';
import { checkFolders, runCli, temporaryFolder } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { integrityOf as servedIntegrity, pkg, startRegistry } from '../support/loopback-registry.ts';
import type { AttestationEntry, PrivateSigstore, ProvenanceOptions } from '../support/private-sigstore.ts';
import { attestationsDocument, integrityOf, privateSigstore, registryKey } from '../support/private-sigstore.ts';
import { pullRequest } from '../support/pull-request.ts';

/** Trust through the front door: a registry that signs, a Sigstore of its own, and everything that can be wrong. */

const key = registryKey();
const expired = registryKey({ expires: '2026-01-15T00:00:00.000Z' });
const stranger = registryKey();
let sigstore: PrivateSigstore;
let registry: LoopbackRegistry;
let folder: ReturnType<typeof temporaryFolder>;

type Told = Partial<ProvenanceOptions>;
const artifactOf = (name: string, version: string) => ({ name, version, integrity: servedIntegrity(name, version) });
const repositoryOf = (name: string) => `acme/${name.replace(/^@.*\//, '')}`;

/** Both attestations of a version, as an honest build of the package's own repository would have them. */
async function attestations(name: string, version: string, told: Told = {}): Promise<AttestationEntry[]> {
  const artifact = { ...artifactOf(name, version), ...told };
  const identity = { repository: repositoryOf(name), ...told.identity };
  return [
    await sigstore.provenance({ ...artifact, identity }),
    await sigstore.publishAttestation({ ...artifactOf(name, version), key }),
  ];
}

interface Publication {
  /** `unsigned`: without a signature. Default: the registry's own key. */
  readonly signer?: typeof key | 'unsigned';
  /** What the attestations endpoint answers; `unserved`: claimed, and not there; `unclaimed`: neither. */
  readonly served?: readonly AttestationEntry[] | 'unserved' | 'unclaimed';
}

/** Publishes 1.0.0 as it should be, and 1.1.0 as told. */
async function publish(name: string, { signer = key, served }: Publication = {}): Promise<void> {
  const documents = {
    '1.0.0': await attestations(name, '1.0.0'),
    '1.1.0': served ?? (await attestations(name, '1.1.0')),
  };
  const versionOf = (version: '1.0.0' | '1.1.0', publishedAt: string) => {
    const artifact = artifactOf(name, version);
    const by = version === '1.0.0' ? key : signer;
    const document = documents[version];
    return {
      publishedAt,
      integrity: artifact.integrity,
      ...(document === 'unclaimed'
        ? {}
        : { attestations: document === 'unserved' ? null : attestationsDocument(...document) }),
      signed: by !== 'unsigned',
      dist: by === 'unsigned' ? {} : { signatures: [by.sign(artifact)] },
      manifest: {
        _npmUser: { name: 'octocat' },
        repository: { url: `git+https://github.com/${repositoryOf(name)}.git` },
      },
    };
  };
  registry.publish(
    name,
    pkg({
      '1.0.0': versionOf('1.0.0', '2026-01-01T00:00:00.000Z'),
      '1.1.0': versionOf('1.1.0', '2026-05-20T00:00:00.000Z'),
    }),
  );
}

beforeAll(async () => {
  sigstore = await privateSigstore();
  const document = { keys: [...key.document.keys, ...expired.document.keys] };
  registry = await startRegistry({ signing: { ...key, document } });
  folder = temporaryFolder({
    'root.json': sigstore.trustedRoot,
    'keys.json': JSON.stringify(key.document),
    'strangers.json': JSON.stringify(stranger.document),
  });
});
afterAll(async () => {
  folder.remove();
  await registry.close();
});

const trusting = () => ['--registry', registry.url, '--trusted-root', join(folder.path, 'root.json')];

/** An upgrade of these packages from 1.0.0 to 1.1.0. */
function upgrade(
  names: readonly string[],
  { integrity, files }: { integrity?: string; files?: Record<string, string> } = {},
) {
  const side = (version: string, own: object) => ({
    dependencies: Object.fromEntries(names.map((name) => [name, '^1.0.0'])),
    packages: Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version, ...own }])),
  });
  return pullRequest(
    registry,
    { ...side('1.0.0', {}), ...(files === undefined ? {} : { files }) },
    side('1.1.0', integrity === undefined ? {} : { integrity }),
  );
}

const wordsOf = ({ changes }: Report, name: string) => {
  const { registrySignature, provenance, trust } = changes.find((change) => change.name === name)?.evidence ?? {};
  return [registrySignature, provenance, trust];
};
const said = (findings: readonly Finding[], name: string) =>
  findings
    .filter((finding) => finding.name === name)
    .map(({ rule, level, outcome }) => `${rule} ${level} ${outcome}`)
    .sort();

test('a package that is what it says is verified end to end, and passes', async () => {
  await publish('@acme/good');
  const { report, status } = await checkFolders(upgrade(['@acme/good']), trusting());
  expect(wordsOf(report, '@acme/good')).toEqual(['verified', 'verified', 'provenance']);
  expect(report.findings).toEqual([]);
  expect([report.verdict, status]).toEqual(['pass', 0]);
});

/** What a case publishes, and the finding that it must come to. */
type Case = readonly [
  what: string,
  name: string,
  publication: () => Promise<Publication>,
  finding: string,
  words: string[],
];

const built = (name: string, told: Told) => async (): Promise<Publication> => ({
  served: await attestations(name, '1.1.0', told),
});
const error = (rule: string) => `${rule} error violation`;

const cases: readonly Case[] = [
  [
    'a stripped attestation',
    '@acme/stripped',
    () => Promise.resolve({ served: 'unclaimed' }),
    error('trust-downgrade'),
    ['verified', 'absent'],
  ],
  [
    'an attestation that is claimed and not there',
    '@acme/unserved',
    () => Promise.resolve({ served: 'unserved' }),
    'provenance error indeterminate',
    ['verified', 'unavailable'],
  ],
  [
    'the attestation of another package',
    '@acme/swapped',
    async () => ({ served: await attestations('@acme/good', '1.1.0') }),
    error('provenance'),
    ['verified', 'invalid'],
  ],
  [
    'the attestation of another version',
    '@acme/older',
    async () => ({ served: await attestations('@acme/older', '1.0.0') }),
    error('provenance'),
    ['verified', 'invalid'],
  ],
  [
    'a build of another repository',
    '@acme/moved',
    built('@acme/moved', { identity: { repository: 'evil/moved', repositoryId: '666', ownerId: '66' } }),
    error('source-identity'),
    ['verified', 'verified'],
  ],
  [
    'a build of a look-alike repository',
    '@acme/lookalike',
    built('@acme/lookalike', { identity: { repository: 'acrne/lookalike', repositoryId: '667', ownerId: '67' } }),
    error('source-identity'),
    ['verified', 'verified'],
  ],
  [
    'a certificate of an e-mail address',
    '@acme/email',
    built('@acme/email', { identity: { email: 'release@acme.example' } }),
    error('provenance'),
    ['verified', 'invalid'],
  ],
  [
    'an issuer that only begins like the right one',
    '@acme/issuer',
    built('@acme/issuer', { identity: { issuer: 'https://token.actions.githubusercontent.com.evil.example' } }),
    error('provenance'),
    ['verified', 'invalid'],
  ],
  [
    'a log that nobody trusts',
    '@acme/otherlog',
    built('@acme/otherlog', { defect: 'other-log' }),
    error('provenance'),
    ['verified', 'invalid'],
  ],
  [
    'a key that had ended before',
    '@acme/expired',
    () => Promise.resolve({ signer: expired }),
    error('signature'),
    ['invalid', 'verified'],
  ],
  [
    'a key that is not the registry’s',
    '@acme/stranger',
    () => Promise.resolve({ signer: stranger }),
    error('signature'),
    ['invalid', 'verified'],
  ],
  [
    'no signature',
    '@acme/unsigned',
    () => Promise.resolve({ signer: 'unsigned' }),
    error('signature'),
    ['absent', 'verified'],
  ],
];

describe('is blocked by the rule that it is about', () => {
  let report: Report;
  let status: number | null;
  beforeAll(async () => {
    for (const [, name, publication] of cases) await publish(name, await publication());
    ({ report, status } = await checkFolders(upgrade(cases.map(([, name]) => name)), trusting()));
  });

  test.each(cases)('%s', (_, name, __, finding, words) => {
    expect(said(report.findings, name)).toContain(finding);
    expect(wordsOf(report, name).slice(0, 2)).toEqual(words);
  });

  test('and the run fails', () => {
    expect(report.errors).toEqual([]);
    expect([report.verdict, status]).toEqual(['fail', 1]);
  });
});

test('other bytes than the registry signed: the lockfile’s integrity is what counts', async () => {
  await publish('@acme/tampered');
  const sides = upgrade(['@acme/tampered'], { integrity: integrityOf('something else') });
  const { report, status } = await checkFolders(sides, trusting());
  expect(said(report.findings, '@acme/tampered')).toEqual(
    expect.arrayContaining([error('integrity'), error('signature'), error('provenance')]),
  );
  expect(wordsOf(report, '@acme/tampered').slice(0, 2)).toEqual(['invalid', 'invalid']);
  expect(status).toBe(1);
});

test('without the root of its Sigstore nothing verifies', async () => {
  await publish('@acme/public');
  const { report, status } = await checkFolders(upgrade(['@acme/public']), ['--registry', registry.url]);
  expect(wordsOf(report, '@acme/public').slice(0, 2)).toEqual(['verified', 'invalid']);
  expect(status).toBe(1);
});

describe('a registry without keys', () => {
  let plain: LoopbackRegistry;
  beforeAll(async () => {
    const version = { publishedAt: '2026-01-01T00:00:00.000Z' };
    plain = await startRegistry({ packages: { 'unkeyed-thing': pkg({ '1.0.0': version }) } });
  });
  afterAll(() => plain.close());
  const sides = () =>
    pullRequest(
      plain,
      {},
      { dependencies: { 'unkeyed-thing': '^1.0.0' }, packages: { 'node_modules/unkeyed-thing': { version: '1.0.0' } } },
    );

  test('is asked for nothing more, and nothing is said', async () => {
    const { report, status } = await checkFolders(sides(), ['--registry', plain.url]);
    expect(wordsOf(report, 'unkeyed-thing').slice(0, 2)).toEqual(['not-applicable', 'not-applicable']);
    expect(report.findings).toEqual([]);
    expect(status).toBe(0);
    expect(plain.requests.filter(({ path }) => path.includes('attestations'))).toEqual([]);
  });

  test('must sign once keys are given for it', async () => {
    const keys = ['--registry-keys', join(folder.path, 'keys.json')];
    const { report, status } = await checkFolders(sides(), ['--registry', plain.url, ...keys]);
    expect(wordsOf(report, 'unkeyed-thing')[0]).toBe('unavailable');
    expect(said(report.findings, 'unkeyed-thing')).toContain('signature error indeterminate');
    expect(status).toBe(1);
  });

  test('must sign where the policy of the base says so', async () => {
    const policy = `version: 1\nregistries: [{ url: "${plain.url}", signatures: required }]`;
    const { base, head } = sides();
    const { report, status } = await checkFolders({
      base: { ...base, '.github/dependency-policy.yml': policy },
      head: { ...head, '.github/dependency-policy.yml': 'version: 1\nrules: { signature: off }' },
    });
    expect(said(report.findings, 'unkeyed-thing')).toContain('signature error indeterminate');
    expect(status).toBe(1);
  });
});

test('keys that are given are the only ones that count, and the registry is not asked for its own', async () => {
  await publish('@acme/pinned');
  const before = registry.requests.length;
  const keysFile = (name: string) => ['--registry-keys', join(folder.path, name)];
  const own = await checkFolders(upgrade(['@acme/pinned']), [...trusting(), ...keysFile('keys.json')]);
  expect(wordsOf(own.report, '@acme/pinned')[0]).toBe('verified');
  const others = await checkFolders(upgrade(['@acme/pinned']), [...trusting(), ...keysFile('strangers.json')]);
  expect(said(others.report.findings, '@acme/pinned')).toContain(error('signature'));
  expect(registry.requests.slice(before).filter(({ path }) => path.endsWith('/keys'))).toEqual([]);
});

describe('the policy of the base', () => {
  const policyPath = '.github/dependency-policy.yml';
  const policy = (text: string) =>
    `version: 1\ntrustedRoot: .github/trusted_root.json\nregistries: [{ url: "${registry.url}", keys: ${JSON.stringify(key.document.keys)} }]\n${text}`;
  const withPolicy = (text: string, root = sigstore.trustedRoot) =>
    upgrade(['@acme/ruled'], { files: { [policyPath]: policy(text), '.github/trusted_root.json': root } });
  beforeAll(() => publish('@acme/ruled'));

  test('names the root and the keys, and the head cannot change them', async () => {
    const { base, head } = withPolicy('');
    const { report, status } = await checkFolders({
      base,
      head: { ...head, [policyPath]: 'version: 1\nextends: audit', '.github/trusted_root.json': '{}' },
    });
    expect(wordsOf(report, '@acme/ruled').slice(0, 2)).toEqual(['verified', 'verified']);
    expect(report.findings.map(({ rule, level }) => [rule, level])).toEqual([['gate-config', 'warn']]);
    expect(status).toBe(0);
  });

  test.each([
    ['what it is', 'repository: "https://github.com/acme/ruled", workflow: .github/workflows/release.yml', 0],
    ['another repository', 'repository: "https://github.com/acme/other"', 1],
    ['another ref', 'ref: refs/heads/release', 1],
    ['another runner', 'runner: self-hosted', 1],
  ])('expects of the provenance %s', async (_, expected, exit) => {
    const { report, status } = await checkFolders(withPolicy(`provenance: [{ packages: ["@acme/*"], ${expected} }]`));
    expect(said(report.findings, '@acme/ruled')).toEqual(exit === 0 ? [] : [error('provenance')]);
    expect(status).toBe(exit);
  });

  test.each([
    ['a root that is not there', undefined, /not in the state that the policy was read from/],
    [
      'a root that is none',
      '{"mediaType": "text"}',
      /is not a valid trusted_root\.json|mediaType|certificate authority/,
    ],
  ])('%s ends the run', async (_, root, message) => {
    const { base, head } = withPolicy('', root);
    const files = { ...base };
    if (root === undefined) delete files['.github/trusted_root.json'];
    const { report, status } = await checkFolders({ base: files, head });
    expect(report.errors).toMatchObject([{ code: 'configuration-invalid', path: '.github/trusted_root.json' }]);
    expect(report.errors[0]?.message).toMatch(message);
    expect(status).toBe(2);
  });

  test('a policy file under another name is refused, not overlooked', async () => {
    const { base, head } = upgrade(['@acme/ruled'], { files: { '.github/dependency-policy.yaml': 'version: 1' } });
    const { report, status } = await checkFolders({ base, head });
    expect(report.errors).toMatchObject([{ code: 'policy-invalid', path: '.github/dependency-policy.yaml' }]);
    expect(status).toBe(2);
  });
});

describe('files that the operator names', () => {
  const wrong = registryKey();
  const [one] = wrong.document.keys;
  test.each([
    ['--registry-keys', 'none.json', undefined, /cannot be read/],
    ['--registry-keys', 'text.json', 'keys', /is not JSON/],
    ['--registry-keys', 'list.json', '[]', /has no list of keys/],
    ['--registry-keys', 'empty.json', '{"keys":[]}', /lists no key/],
    [
      '--registry-keys',
      'other.json',
      JSON.stringify({ keys: [{ ...one, keyid: key.keyid }, ...key.document.keys] }),
      /key 1 of .* has the keyid of another key in the list/,
    ],
    ['--trusted-root', 'root-none.json', undefined, /cannot be read/],
    ['--trusted-root', 'root-text.json', 'hello', /is not a valid trusted_root\.json/],
    ['--trusted-root', 'root-empty.json', '{}', /mediaType|certificate authority/],
  ])('%s %s', async (flag, name, text, message) => {
    const files = temporaryFolder({ ...(text === undefined ? {} : { [name]: text }), 'a/.keep': '', 'b/.keep': '' });
    const args = ['check', '--base-dir', 'a', '--head-dir', 'b', flag, name];
    const { status, stderr } = await runCli(args, { cwd: files.path });
    files.remove();
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(new RegExp(`^lockgate: ${name.replace('.', '\\.')}: .*\\n$`));
  });
});

test('recorded, it verifies again to the same bytes without a request', async () => {
  await publish('@acme/again');
  const { base, head } = upgrade(['@acme/again', '@acme/good', '@acme/stripped']);
  const put = (side: string, files: typeof base) =>
    folder.write(Object.fromEntries(Object.entries(files).map(([path, text]) => [`${side}/${path}`, text])));
  put('before', base);
  put('after', head);
  const cwd = { cwd: folder.path };
  const folders = ['--base-dir', 'before', '--head-dir', 'after', '--format', 'json', '--now', '2026-06-01T00:00:00Z'];
  const live = await runCli(['check', ...folders, ...trusting(), '--evidence-out', 'evidence.json'], cwd);
  const requests = registry.requests.length;
  expect(await runCli(['replay', 'evidence.json', '--format', 'json'], cwd)).toEqual(live);
  expect(registry.requests).toHaveLength(requests);
  const given = [...trusting(), '--registry-keys', 'keys.json'];
  const keyed = await runCli(['check', ...folders, ...given, '--evidence-out', 'keyed.json'], cwd);
  const before = registry.requests.length;
  const again = await runCli(['check', ...folders, ...given, '--evidence', 'keyed.json'], cwd);
  expect(again.stdout).toBe(keyed.stdout);
  expect(registry.requests).toHaveLength(before);
  expect(live.stdout).toContain('"provenance": "verified"');
});
