import { describe, expect, test } from '@jest/globals';

import type { RecordedAnswer } from '../../src/registry/answer.ts';
import { type CollectOptions, collect } from '../../src/evidence/collect.ts';
import { recordedConfiguration } from '../../src/registry/configuration.ts';
import { readPackument } from '../../src/registry/packument.ts';
import type { Change, EvidenceSet } from '../../src/model/index.ts';
import { recordedEvidence } from '../support/corpus.ts';
import { dossierOf } from '../support/dossier.ts';

/** What the public registry served, judged as the gate judges it: packuments, signatures, attestations. */
const textOf = recordedEvidence();
const registry = 'https://registry.example/';
const read = (file: string): unknown => JSON.parse(textOf(file));

interface Recorded {
  readonly id: string;
  readonly file: string;
  readonly kind: string;
  readonly package: string;
  readonly signatureCheck?: { readonly valid: number; readonly invalid: number; readonly missing: number };
}
const packuments = (read('manifest.json') as readonly Recorded[])
  .filter(({ kind }) => kind === 'packument')
  .map((one) => [one.id, one] as const);

interface Document {
  readonly versions: Readonly<Record<string, { readonly dist: { readonly integrity?: string } }>>;
}

/** Judges these versions, pinned as the packument states them, from recorded answers alone. */
async function judge(
  file: string,
  name: string,
  attestations: readonly (readonly [version: string, file: string])[] = [],
  options: Partial<CollectOptions> = {},
  only?: readonly string[],
): Promise<ReadonlyMap<string, EvidenceSet>> {
  const document = read(file) as Document;
  const versions = only ?? Object.keys(document.versions);
  const packument = readPackument(document, name, versions);
  if ('malformed' in packument) throw new Error(packument.malformed);
  const recorded: RecordedAnswer[] = [
    { registry, name, answer: { state: 'packument', packument } },
    ...attestations.map(([version, path]) => ({
      ...{ registry, name, version },
      attestations: { state: 'document' as const, document: read(path) },
    })),
  ];
  const changes = versions.map((version): Change => {
    const integrity = document.versions[version]?.dist.integrity;
    const pins = [{ ...(integrity === undefined ? {} : { integrity }), line: 1, places: 1 }];
    return dossierOf({ change: { name, version, pins } }).change;
  });
  const map = { publicRegistry: registry, defaultRegistry: registry, scopes: [], replaceRegistryHost: 'npmjs' };
  const { dossiers } = await collect(
    { mode: 'check', head: 'head', lockfiles: [], changes, observations: [], errors: [] },
    {
      needs: new Set(['registrySignature', 'provenance', 'publisher', 'trust', 'priorTrust']),
      configure: () => Promise.resolve(recordedConfiguration(map)),
      offline: true,
      recorded,
      ...options,
    },
  );
  return new Map(dossiers.map(({ change, evidence }) => [change.version, evidence]));
}

describe('signatures of the public registry', () => {
  test.each(packuments)('%s', async (_, one) => {
    const counts = { valid: 0, invalid: 0, missing: 0 };
    const options = { now: '2024-12-01T00:00:00.000Z' };
    for (const { registrySignature: found } of (await judge(one.file, one.package, [], options)).values()) {
      if (found.state === 'absent') counts.missing += 1;
      else if (found.state === 'present' && found.value.state === 'verified') counts.valid += 1;
      else if (found.state === 'present' && found.value.state === 'invalid') counts.invalid += 1;
    }
    expect(counts).toEqual(one.signatureCheck);
  });
});

describe('attestations of the public registry', () => {
  const file = 'packuments/provenance-action_nuxt.json';
  const served = (version: string) => [version, `attestations/provenance-action/nuxt-${version}.json`] as const;
  const versions = ['3.13.0', '4.1.2'];

  test('are verified, and say where the package was built', async () => {
    const found = await judge(file, 'nuxt', versions.map(served), {}, versions);
    for (const version of versions) {
      expect(found.get(version)?.provenance).toMatchObject({
        state: 'present',
        value: {
          ...{ state: 'verified', boundTo: 'lockfile' },
          identity: {
            issuer: 'https://token.actions.githubusercontent.com',
            sourceRepository: 'https://github.com/nuxt/nuxt',
          },
        },
      });
    }
  });

  test('are verified through a mirror without keys that passes them on', async () => {
    const options = { demand: () => 'auto' as const };
    const map = {
      publicRegistry: 'https://public.example/',
      defaultRegistry: registry,
      scopes: [],
      replaceRegistryHost: 'npmjs',
    };
    const configure = () => Promise.resolve(recordedConfiguration(map));
    const keys: RecordedAnswer = { registry, keys: { state: 'absent', authenticated: false } };
    const packument = readPackument(read(file), 'nuxt', ['4.1.2']);
    if ('malformed' in packument) throw new Error(packument.malformed);
    const [version, path] = served('4.1.2');
    const recorded: RecordedAnswer[] = [
      keys,
      { registry, name: 'nuxt', answer: { state: 'packument', packument } },
      { registry, name: 'nuxt', version, attestations: { state: 'document', document: read(path) } },
    ];
    const found = await judge(file, 'nuxt', [], { ...options, configure, recorded }, ['4.1.2']);
    expect(found.get('4.1.2')).toMatchObject({
      registrySignature: { value: { state: 'verified' } },
      provenance: { value: { state: 'verified' } },
    });
  });

  test("another version's are invalid, also where its bytes are claimed", async () => {
    const swapped = await judge(file, 'nuxt', [['4.1.2', served('3.13.0')[1]]], {}, ['4.1.2']);
    expect(swapped.get('4.1.2')).toMatchObject({
      provenance: { value: { state: 'invalid' } },
      trust: { value: { atLeast: 'none', atMost: 'none' } },
    });
  });

  test('that are claimed and were not recorded are not recorded', async () => {
    const found = await judge(file, 'nuxt', [], {}, ['4.1.2', '3.0.0']);
    expect(found.get('4.1.2')?.provenance).toMatchObject({ state: 'unavailable', reason: 'not-recorded' });
    expect(found.get('3.0.0')?.provenance).toEqual({ state: 'absent' });
  });
});
