import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { checkFolders, temporaryFolder } from '../support/cli.ts';
import {
  type LoopbackRegistry,
  type VersionDescription,
  integrityOf,
  pkg,
  startRegistry,
} from '../support/loopback-registry.ts';
import {
  type PrivateSigstore,
  attestationsDocument,
  privateSigstore,
  registryKey,
} from '../support/private-sigstore.ts';
import { pullRequest } from '../support/pull-request.ts';

/** The three forms in which a staged publish is reported (npm/cli 9397, pnpm/pnpm 11887 and 12056). */
const direct = { name: 'GitHub Actions', trustedPublisher: { id: 'github', oidcConfigId: 'oidc:1' } };
const forms = {
  both: { ...direct, approver: { name: 'ann' } },
  approver: { name: 'ann', approver: { name: 'ann' } },
  name: { name: 'ann' },
};
/** An hour before the changes are judged. */
const approvedAt = new Date('2026-06-09T23:00:00.000Z');
const maintainers = [{ name: 'ann' }, { name: 'bob' }];

let registry: LoopbackRegistry;
let sigstore: PrivateSigstore;
let folder: ReturnType<typeof temporaryFolder>;

beforeAll(async () => {
  sigstore = await privateSigstore();
  const describeOne = async (
    name: string,
    version: string,
    more: object,
    proven: boolean,
    repository = 'acme/pad',
  ): Promise<VersionDescription> => ({
    ...(proven
      ? {
          attestations: attestationsDocument(
            await sigstore.provenance({
              name,
              version,
              integrity: integrityOf(name, version),
              identity: { repository },
            }),
          ),
        }
      : {}),
    manifest: { repository: `github:${repository}`, maintainers, ...more },
  });
  const packageOf = async (name: string, form: object, [before, now]: readonly [boolean, boolean]) =>
    pkg({
      '1.0.0': {
        publishedAt: '2024-01-01T00:00:00.000Z',
        ...(await describeOne(name, '1.0.0', { _npmUser: direct }, before)),
      },
      '1.1.0': {
        publishedAt: '2026-06-01T00:00:00.000Z',
        ...(await describeOne(name, '1.1.0', { _npmUser: form }, now)),
      },
    });
  registry = await startRegistry({
    signing: registryKey(),
    packages: {
      'both-proven': await packageOf('both-proven', forms.both, [true, true]),
      'approver-proven': await packageOf('approver-proven', forms.approver, [true, true]),
      'name-proven': await packageOf('name-proven', forms.name, [true, true]),
      'both-plain': await packageOf('both-plain', forms.both, [false, false]),
      'approver-plain': await packageOf('approver-plain', forms.approver, [false, false]),
      'name-plain': await packageOf('name-plain', forms.name, [false, false]),
      'both-lost': await packageOf('both-lost', forms.both, [true, false]),
      'name-thief': pkg({
        '1.0.0': {
          publishedAt: '2024-01-01T00:00:00.000Z',
          ...(await describeOne('name-thief', '1.0.0', { _npmUser: direct, repository: undefined }, false)),
        },
        '1.1.0': {
          publishedAt: '2026-06-01T00:00:00.000Z',
          ...(await describeOne('name-thief', '1.1.0', { _npmUser: forms.name }, true, 'mallory/pad')),
        },
      }),
      'approver-stranger': await packageOf('approver-stranger', { name: 'eve', approver: { name: 'eve' } }, [
        false,
        false,
      ]),
    },
  });
  folder = temporaryFolder({ 'root.json': sigstore.trustedRoot });
});

test('an approval that nothing signed dates is one note, and not in the verdict', async () => {
  expect(await judgedBy(registry, 'both-plain', `${folder.path}/root.json`, ['cooldown'])).toEqual([
    'cooldown note unwitnessed-approval',
  ]);
});

test('the age of a staged release counts from the approval that the registry attested', async () => {
  const later = await privateSigstore(approvedAt);
  const key = registryKey();
  const named = { name: 'approved', version: '1.1.0' };
  const integrity = integrityOf(named.name, named.version);
  const attestation = await later.publishAttestation({ ...named, integrity, key });
  const own = await startRegistry({
    signing: key,
    packages: {
      approved: pkg({
        '1.0.0': { publishedAt: '2024-01-01T00:00:00.000Z', manifest: { _npmUser: forms.both } },
        '1.1.0': {
          publishedAt: '2026-06-01T00:00:00.000Z',
          manifest: { _npmUser: forms.both },
          attestations: attestationsDocument(attestation),
        },
      }),
    },
  });
  const roots = temporaryFolder({ 'root.json': later.trustedRoot });
  try {
    const found = await judgedBy(own, 'approved', `${roots.path}/root.json`, ['cooldown']);
    expect(found).toEqual(['cooldown error too-young contradicted-time']);
  } finally {
    roots.remove();
    await own.close();
  }
});

describe('a publish that was attested days after its publish time', () => {
  test.each([
    ['as the approver', forms.approver, ['cooldown error too-young contradicted-time']],
    ['under the name of a maintainer who approved it', forms.name, ['cooldown error too-young contradicted-time']],
    ['directly by a trusted publisher: no bound', direct, []],
  ])('%s', async (_, form, expected) => {
    const later = await privateSigstore(approvedAt);
    const key = registryKey();
    const named = { name: 'attested', version: '1.1.0' };
    const artifact = { ...named, integrity: integrityOf(named.name, named.version) };
    const built = await sigstore.provenance({ ...artifact, identity: { repository: 'acme/pad' } });
    const own = await startRegistry({
      signing: key,
      packages: {
        attested: pkg({
          '1.0.0': { publishedAt: '2024-01-01T00:00:00.000Z', manifest: { _npmUser: direct, maintainers } },
          '1.1.0': {
            publishedAt: '2026-06-01T00:00:00.000Z',
            manifest: { _npmUser: form, maintainers },
            attestations: attestationsDocument(built, await later.publishAttestation({ ...artifact, key })),
          },
        }),
      },
    });
    const roots = temporaryFolder({ 'root.json': bothRoots(sigstore.trustedRoot, later.trustedRoot) });
    try {
      expect(await judgedBy(own, 'attested', `${roots.path}/root.json`, ['cooldown'])).toEqual(expected);
    } finally {
      roots.remove();
      await own.close();
    }
  });
});

/** A root of trust that holds the authorities and logs of two. */
function bothRoots(one: string, other: string): string {
  const [first, second] = [one, other].map((text) => JSON.parse(text) as Record<string, unknown>);
  const merged = Object.entries(first ?? {}).map(([field, value]) => {
    const more = second?.[field];
    return [
      field,
      Array.isArray(value) && Array.isArray(more) ? [...(value as unknown[]), ...(more as unknown[])] : value,
    ];
  });
  return JSON.stringify(Object.fromEntries(merged));
}

test('a publish time of years ago does not make a provenance of today old', async () => {
  const today = await privateSigstore(approvedAt);
  const named = { name: 'backdated', version: '1.1.0' };
  const integrity = integrityOf(named.name, named.version);
  const attestation = await today.provenance({ ...named, integrity, identity: { repository: 'acme/pad' } });
  const own = await startRegistry({
    signing: registryKey(),
    packages: {
      backdated: pkg({
        '1.0.0': {},
        '1.1.0': { publishedAt: '2024-01-01T00:00:00.000Z', attestations: attestationsDocument(attestation) },
      }),
    },
  });
  const roots = temporaryFolder({ 'root.json': today.trustedRoot });
  try {
    const found = await judgedBy(own, 'backdated', `${roots.path}/root.json`, ['cooldown']);
    expect(found).toEqual(['cooldown error too-young contradicted-time']);
  } finally {
    roots.remove();
    await own.close();
  }
});
afterAll(async () => {
  folder.remove();
  await registry.close();
});

async function judgedBy(served: LoopbackRegistry, name: string, root: string, rules: readonly string[]) {
  const side = (version: string) => ({
    dependencies: { [name]: '1' },
    packages: { [`node_modules/${name}`]: { version } },
  });
  const { report } = await checkFolders(pullRequest(served, side('1.0.0'), side('1.1.0')), [
    ...['--registry', served.url, '--trusted-root', root, '--now', '2026-06-10T00:00:00.000Z'],
  ]);
  const about = report.findings.filter(({ rule }) => rules.includes(rule));
  return about.map(({ rule, level, codes }) => [rule, level, ...codes].join(' '));
}

async function judged(name: string) {
  const rules = ['trust-downgrade', 'takeover', 'publisher'];
  const found = await judgedBy(registry, name, `${folder.path}/root.json`, rules);
  return found.map((one) => one.split(' ').slice(0, 2).join(' '));
}

describe('from direct to staged publishing', () => {
  test.each(['both-proven', 'approver-proven', 'name-proven', 'both-plain', 'approver-plain'])(
    '%s: no downgrade, no sign of a takeover, and no unseen publisher',
    async (name) => {
      expect(await judged(name)).toEqual([]);
    },
  );

  test('a name alone without provenance cannot be told from a stolen token', async () => {
    expect(await judged('name-plain')).toContain('trust-downgrade error');
  });

  test('a name alone with a build in a repository of a thief is weaker, although it is proven', async () => {
    expect(await judged('name-thief')).toContain('trust-downgrade error');
  });

  test('a claim makes up for no proof that is gone', async () => {
    expect(await judged('both-lost')).toContain('trust-downgrade error');
  });

  test('an approver who does not maintain the package is unseen, two years after the last release', async () => {
    expect(await judged('approver-stranger')).toContain('takeover error');
  });
});
