import { describe, expect, test } from '@jest/globals';

import { admissionOf } from '../../src/admission/statements.ts';
import type { AdmittingRun } from '../../src/admission/run.ts';
import { fingerprintOf } from '../../src/judge/fingerprint.ts';
import type { Statement } from '../../src/model/admission.ts';
import { exampleIntegrity, otherIntegrity } from '../../src/model/example.ts';
import type { Dossier, Finding } from '../../src/model/index.ts';
import { absent, dossierOf, exampleNow, present, release, unavailable } from '../support/dossier.ts';
import { slsaProblems } from '../support/slsa-schemas.ts';

const place = {
  repository: 'https://github.com/octo/shop',
  commit: '1'.repeat(40),
  workflow: 'https://github.com/octo/shop/.github/workflows/gate.yml@refs/heads/main',
  version: '0.1.0',
};
const policy = {
  uri: `git+https://github.com/octo/shop@${'2'.repeat(40)}#.github/dependency-policy.yml`,
  digest: `sha256:${'a'.repeat(64)}`,
  file: 'b'.repeat(64),
};
const zeros = '0'.repeat(128);

const admit = (dossiers: readonly Dossier[], more: Partial<AdmittingRun> = {}) => {
  const admission = admissionOf({ now: exampleNow, dossiers, findings: [], answers: [], policy, place, ...more });
  for (const statement of admission.statements) expect(slsaProblems(statement)).toBe('');
  return admission;
};
/** The predicate of the only package. */
const ingested = (dossier: Dossier, more: Partial<AdmittingRun> = {}): Statement['predicate'] => {
  const { statements } = admit([dossier], more);
  expect(statements).toHaveLength(2);
  return statements[1]?.predicate ?? {};
};
const finding = (patch: Partial<Finding>): Finding => ({
  ...{ rule: 'cooldown', level: 'warn', floor: false, outcome: 'violation', codes: ['too-young'], name: 'left-pad' },
  ...{ version: '1.3.0', message: '', remediation: '', lockfile: 'package-lock.json', line: 1, places: 1 },
  ...{ fingerprint: '', status: 'reported', decision: null, ...patch },
});
const pinned = (integrity: string | undefined) => [
  { ...(integrity === undefined ? {} : { integrity }), line: 10, places: 1 },
];

const listed = (integrity: string) => ({
  ...{ registry: 'https://registry.example/', name: 'left-pad', version: '1.3.0' },
  tarball: { state: 'listed', bindingGyp: false, integrity } as const,
});
const bundle = { mediaType: 'x', dsseEnvelope: { payload: 'e30=' } } as const;
const served = {
  ...{ registry: 'https://registry.example/', name: 'left-pad', version: '1.3.0' },
  attestations: {
    state: 'document',
    document: { attestations: [{ predicateType: 'https://slsa.dev/provenance/v1', bundle }] },
  } as const,
};
const provenance = present({
  ...{ state: 'verified', predicateType: 'https://slsa.dev/provenance/v1', signedAt: exampleNow, boundTo: 'lockfile' },
  identity: {},
} as never);

test('one summary over the set, then one statement for each package, in an order that the run does not choose', () => {
  const dossiers = [dossierOf({ change: { name: 'zebra' } }), dossierOf(), dossierOf({ change: { name: '@acme/x' } })];
  const { statements } = admit(dossiers);
  expect(statements).toEqual(admit(dossiers.toReversed()).statements);
  const names = ['pkg:npm/%40acme/x@1.3.0', 'pkg:npm/left-pad@1.3.0', 'pkg:npm/zebra@1.3.0'];
  const [summary, ...others] = statements;
  expect(summary?.subject.map(({ name }) => name)).toEqual(names);
  expect(others.map(({ subject }) => subject)).toEqual(names.map((name) => [{ name, digest: { sha512: zeros } }]));
  expect(summary).toMatchObject({
    predicateType: 'https://slsa.dev/verification_summary/v1',
    predicate: {
      verifier: { id: place.workflow, version: { lockgate: '0.1.0' } },
      timeVerified: exampleNow,
      resourceUri: `git+https://github.com/octo/shop@${'1'.repeat(40)}`,
      policy: { uri: policy.uri, digest: { sha256: policy.file }, annotations: { effective: policy.digest } },
      verificationResult: 'PASSED',
      verifiedLevels: ['SLSA_BUILD_LEVEL_UNEVALUATED'],
    },
  });
});

test('a statement says who let it in, whence and where, by which policy, and that no code ran', () => {
  expect(ingested(dossierOf())).toMatchObject({
    ingestor: { id: 'https://github.com/octo' },
    ingestionPlatform: { id: place.workflow, version: '0.1.0' },
    upstream: {
      ...{ registry: 'https://registry.example/', name: 'left-pad', version: '1.3.0', digest: { sha512: zeros } },
    },
    ingestion: {
      timestamp: exampleNow,
      path: `git+https://github.com/octo/shop@${'1'.repeat(40)}#package-lock.json`,
    },
    policyEvaluations: [{ policy: { id: policy.uri, version: policy.digest }, timestamp: exampleNow, result: 'allow' }],
    publisherSignature: { method: 'npm-registry-signature', keyId: 'SHA256:example', result: 'verified' },
    ingestionIsolation: { method: 'no-dep-code-executed' },
  });
});

describe('integrity is verified only where this run has read the bytes', () => {
  test('read, and those that the lockfile pins', () => {
    const { integrity } = ingested(dossierOf(), { answers: [listed(exampleIntegrity)] });
    expect(integrity).toEqual({ method: 'hash', expected: { sha512: zeros }, result: 'verified' });
  });

  test('not read: the package manager checks it later', () => {
    expect(ingested(dossierOf()).integrity).toEqual({ expected: { sha512: zeros }, result: 'unverified' });
  });

  test('other bytes were read', () => {
    const { integrity } = ingested(dossierOf(), { answers: [listed(otherIntegrity)] });
    expect(integrity).toEqual({ expected: { sha512: zeros }, result: 'unverified' });
  });

  test('of another registry', () => {
    const elsewhere = { ...listed(exampleIntegrity), registry: 'https://other.example/' };
    expect(ingested(dossierOf(), { answers: [elsewhere] }).integrity).toMatchObject({ result: 'unverified' });
  });

  test('read, and the lockfile expects nothing', () => {
    const { integrity } = ingested(dossierOf({ change: { pins: pinned(undefined) } }), {
      answers: [listed(exampleIntegrity)],
    });
    expect(integrity).toEqual({ result: 'unverified' });
  });
});

describe('a signature', () => {
  test.each<[string, Dossier['evidence']['registrySignature'], object]>([
    [
      'that the registry does not offer is unavailable',
      present({ state: 'not-applicable' }),
      { availability: 'unavailable' },
    ],
    ['that it has not is unavailable', absent, { availability: 'unavailable' }],
    ['that could not be read is unverified', unavailable(), { result: 'unverified' }],
  ])('%s', (_, registrySignature, expected) => {
    expect(ingested(dossierOf({ evidence: { registrySignature } })).publisherSignature).toEqual(expected);
  });
});

describe('upstream provenance', () => {
  test('that was verified is referred to by the digest of its bundle, in the summary too', () => {
    const dossier = dossierOf({ evidence: { provenance } });
    const sha256 = fingerprintOf(bundle);
    expect(ingested(dossier, { answers: [served] }).upstreamProvenance).toEqual({
      ...{
        predicateType: 'https://slsa.dev/provenance/v1',
        ref: `sha256:${sha256}`,
        verification: { result: 'verified' },
      },
    });
    expect(admit([dossier], { answers: [served] }).statements[0]?.predicate['inputAttestations']).toEqual([
      { uri: 'https://registry.example/-/npm/v1/attestations/left-pad@1.3.0', digest: { sha256 } },
    ]);
  });

  test('whose bundle is not known here is not called verified', () => {
    const { upstreamProvenance } = ingested(dossierOf({ evidence: { provenance } }));
    expect(upstreamProvenance).toEqual({ verification: { result: 'not-attempted' } });
  });

  test.each<[string, Dossier['evidence']['provenance'], object]>([
    ['that is not published is unavailable', absent, { availability: 'unavailable' }],
    ['that could not be read was not attempted', unavailable(), { verification: { result: 'not-attempted' } }],
    [
      'that nobody asked for was not attempted',
      present({ state: 'not-applicable' }),
      { verification: { result: 'not-attempted' } },
    ],
  ])('%s', (_, state, expected) => {
    const dossier = dossierOf({ evidence: { provenance: state } });
    expect(ingested(dossier, { answers: [served] }).upstreamProvenance).toEqual(expected);
    expect(admit([dossier], { answers: [served] }).statements[0]?.predicate['inputAttestations']).toEqual([]);
  });
});

describe('what pulled it in', () => {
  const root = dossierOf({ change: { name: 'root', pins: pinned(otherIntegrity) } });
  const transitive = (change: Partial<Dossier['change']> = {}) =>
    dossierOf({ change: { direct: false, via: [['root', 'left-pad']], ...change } });
  const resolvedFrom = (...dossiers: readonly Dossier[]) =>
    admit(dossiers)
      .statements.slice(1)
      .find(({ subject: [one] }) => one?.name === 'pkg:npm/left-pad@1.3.0')?.predicate['resolvedFrom'];
  const [, digest] = admit([root]).statements.map(({ subject: [one] }) => one?.digest);

  test('is the direct dependency that comes in with it, by its bytes', () => {
    expect(resolvedFrom(root, transitive())).toEqual({ subject: digest, relationship: 'runtime-dependency' });
    const dev = transitive({ dependencyTypes: ['dev'] });
    expect(resolvedFrom(root, dev)).toEqual({ subject: digest, relationship: 'dev-dependency' });
  });

  test('is not said of a direct dependency', () => {
    expect(ingested(dossierOf())).not.toHaveProperty('resolvedFrom');
  });

  test('is not said where the base branch has it already', () => {
    expect(ingested(transitive())).not.toHaveProperty('resolvedFrom');
  });

  test('is not guessed where another lockfile has one of the name, or there are two', () => {
    const elsewhere = dossierOf({
      change: { name: 'root', lockfile: 'a/package-lock.json', pins: pinned(otherIntegrity) },
    });
    const second = dossierOf({ change: { name: 'root', version: '2.0.0' } });
    expect([resolvedFrom(elsewhere, transitive()), resolvedFrom(root, second, transitive())]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('what let it in', () => {
  const description = (...findings: readonly Finding[]) => {
    const { policyEvaluations } = ingested(dossierOf(), { findings });
    return (policyEvaluations as unknown as readonly { readonly description: string }[])[0]?.description;
  };

  test('is the policy, with the decisions and exceptions that cover something, and no text of theirs', () => {
    expect(description(finding({}))).toBe('Let in by the policy.');
    const digest = 'c'.repeat(64);
    const decided = { kind: 'decision', id: digest, by: [] } as const;
    const excepted = {
      kind: 'exception',
      ...{ id: 'SEC-1', reason: 'Read.', expires: '2027-01-01', origin: 'policy.yml:12' },
    } as const;
    const said = description(
      finding({ level: 'error', status: 'approved', decision: digest, coveredBy: decided }),
      finding({ level: 'error', status: 'excepted', decision: 'SEC-1', coveredBy: excepted }),
    );
    expect(said).toBe(`Let in by the policy with the decision ${digest}, the exception policy.yml:12.`);
  });
});

describe('left out, and named', () => {
  const left = (...dossiers: readonly Dossier[]) => admit(dossiers);
  const nothing = { statements: [], left: [{ name: 'left-pad', version: '1.3.0' }] };

  test('what is not from a registry', () => {
    expect(left(dossierOf({ change: { source: { kind: 'git', spec: 'x' } } }))).toEqual(nothing);
  });

  test('what has no SHA-512, or two', () => {
    const none = dossierOf({ change: { pins: pinned(undefined) }, evidence: { release: absent } });
    const two = dossierOf({ change: { pins: [...pinned(exampleIntegrity), ...pinned(otherIntegrity)] } });
    expect([left(none), left(two)]).toEqual([nothing, nothing]);
  });

  test('what evidence contradicts, whatever the policy makes of it', () => {
    const signature = dossierOf({ evidence: { registrySignature: present({ state: 'invalid', check: 'signature' }) } });
    const built = dossierOf({ evidence: { provenance: present({ state: 'invalid', failed: [] }) } });
    expect([left(signature), left(built)]).toEqual([nothing, nothing]);
  });

  test('what has an error that nobody waived', () => {
    expect(admit([dossierOf()], { findings: [finding({ level: 'error' })] })).toEqual(nothing);
  });

  test('in every lockfile what is in doubt in one', () => {
    const other = dossierOf({
      change: { lockfile: 'a/package-lock.json', pins: pinned(undefined) },
      evidence: { release: absent },
    });
    expect(left(dossierOf(), other)).toEqual(nothing);
  });
});

test('what is removed does not come in', () => {
  expect(admit([dossierOf({ change: { kind: 'removed' } })])).toEqual({ statements: [], left: [] });
});

test('one artifact in two lockfiles is one subject', () => {
  const other = dossierOf({ change: { lockfile: 'a/package-lock.json' } });
  expect(admit([dossierOf(), other]).statements.map(({ subject }) => subject.length)).toEqual([1, 1]);
});

test('names and paths of others stay data', () => {
  const path = 'a#b ?/package-lock.json';
  const { ingestion } = ingested(dossierOf({ change: { lockfile: path } }));
  expect(ingestion).toMatchObject({ path: expect.stringMatching(/#a%23b%20%3F\/package-lock\.json$/) });
  expect(ingested(dossierOf({ evidence: { release: release({ integrity: exampleIntegrity }) } }))).toBeDefined();
});
