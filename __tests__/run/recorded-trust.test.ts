import { expect, test } from '@jest/globals';

import type { RegistryMap } from '../../src/registry/registry-map.ts';
import { demandPast, demandSameRegistries, demandSameSources, demandSameTrust } from '../../src/run/recorded-trust.ts';

/** What a recording may not bring; through the command line in cli/recorded-trust.test.ts. */

const map = (patch: Partial<RegistryMap> = {}): RegistryMap => ({
  publicRegistry: 'https://public.example/',
  defaultRegistry: 'https://own.example/',
  scopes: [],
  replaceRegistryHost: 'npmjs',
  ...patch,
});
const invalid = expect.objectContaining({ code: 'evidence-invalid' }) as unknown as Error;
const judge = (configured: RegistryMap, registries: RegistryMap | null, names = ['left-pad']) => {
  demandSameRegistries(configured, { registries, answers: [] }, names);
};

test('a recording that has a name from another registry is refused', () => {
  expect(() => judge(map(), map({ defaultRegistry: 'https://evil.example/' }))).toThrow(invalid);
  const scoped = map({ scopes: [{ scope: '@acme', url: 'https://evil.example/' }] });
  expect(() => judge(map(), scoped, ['@acme/tool'])).toThrow(invalid);
  expect(() => judge(map(), scoped)).not.toThrow();
});

test('a recording that calls another registry the public one is refused', () => {
  expect(() => judge(map(), map({ publicRegistry: 'https://own.example/' }))).toThrow(invalid);
  expect(() => judge(map(), map({ publicRegistry: 'https://else.example/' }))).not.toThrow();
});

test('a recording without registries is judged', () => {
  expect(() => judge(map(), null)).not.toThrow();
});

test('a root, keys or refreshed material that this run does not have is refused', () => {
  const root = { path: 'root.json', text: '{}' };
  for (const recorded of [
    { trustedRoot: root },
    { registryKeys: { keys: [] } },
    { refreshed: { trustedRoot: '{}', registryKeys: {} } },
  ]) {
    expect(() => demandSameTrust({}, recorded)).toThrow(invalid);
  }
  expect(() => demandSameTrust({ trustedRoot: root, registryKeys: { keys: [] } }, {})).not.toThrow();
  expect(() => demandSameTrust({ trustedRoot: { ...root, path: 'other.json' } }, { trustedRoot: root })).not.toThrow();
});

test('recorded answers of an address that the policy does not name are refused', () => {
  const at = 'https://second.example/';
  const own = { registry: 'https://own.example/', name: 'left-pad' };
  const gone = { state: 'absent', authenticated: false } as const;
  const answers = [
    { ...own, at, version: '1.0.0', attestations: gone } as const,
    { ...own, at, downloads: gone } as const,
    { ...own, source: at, versions: ['1.0.0'], advisories: gone } as const,
  ];
  const usual = { malware: ['registry'], advisories: ['registry'], popularity: 'downloads' } as const;
  for (const answer of answers) {
    expect(() => demandSameSources(usual, { answers: [answer] })).toThrow(invalid);
    expect(() => demandSameSources({ ...usual, attestations: at }, { answers: [answer] })).not.toThrow();
  }
  const ofOsv = { ...own, source: 'osv', versions: ['1.0.0'], advisories: gone } as const;
  expect(() => demandSameSources(usual, { answers: [ofOsv] })).not.toThrow();
});

test('a recording of the future is refused', () => {
  const evaluatedAt = '2026-06-01T00:00:00.001Z';
  expect(() => demandPast({ evaluatedAt }, '2026-06-01T00:00:00.000Z')).toThrow(invalid);
  expect(() => demandPast({ evaluatedAt }, evaluatedAt)).not.toThrow();
});
