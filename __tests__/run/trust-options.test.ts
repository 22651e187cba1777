import { describe, expect, test } from '@jest/globals';

import type { Capability } from '../../src/model/index.ts';
import { trustOptions } from '../../src/run/trust-options.ts';
import { loadPolicy } from '../support/load-policy.ts';

const publicRegistry = 'https://public.example/';
const own = 'https://registry.example/';
const registries = { publicRegistry, defaultRegistry: own, scopes: [], replaceRegistryHost: 'npmjs' };
const key = {
  ...{ keyid: `SHA256:${'A'.repeat(43)}`, keytype: 'ecdsa-sha2-nistp256', scheme: 'ecdsa-sha2-nistp256' },
  ...{ key: 'A'.repeat(64), expires: null },
};

const unscoped = 'left-pad';

function optionsOf(entries: readonly object[], trust: { readonly registryKeys?: unknown } = {}) {
  const text = `version: 1\nregistries: ${JSON.stringify(entries)}`;
  const { demand, registryKeys } = trustOptions(loadPolicy({ source: 'policy.yml', text }), trust);
  return (registry: string, name = unscoped) => [
    demand?.('signatures', registry, registries, name),
    registryKeys?.(registry, registries, name),
  ];
}

function demandsOf(entries: readonly object[]) {
  const text = `version: 1\nregistries: ${JSON.stringify(entries)}`;
  const { demand } = trustOptions(loadPolicy({ source: 'policy.yml', text }), {});
  return (capability: Capability, name: string, registry = own) => demand?.(capability, registry, registries, name);
}

describe('what is demanded of a registry, and with which keys', () => {
  test('the public one must sign, any other is asked', () => {
    const of = optionsOf([]);
    expect([of(publicRegistry), of(own)]).toEqual([
      ['required', undefined],
      ['auto', undefined],
    ]);
  });

  test('naming the public one in the policy does not lower it, unless the policy says so', () => {
    expect(optionsOf([{ url: publicRegistry }])(publicRegistry)[0]).toBe('required');
    expect(optionsOf([{ url: publicRegistry, signatures: 'auto' }])(publicRegistry)[0]).toBe('required');
    expect(optionsOf([{ url: publicRegistry, signatures: 'unsupported' }])(publicRegistry)[0]).toBe('none');
    expect(optionsOf([{ url: publicRegistry, signatures: 'none' }])(publicRegistry)[0]).toBe('none');
  });

  test('the policy decides for its registry alone', () => {
    const of = optionsOf([{ url: own, signatures: 'required' }]);
    expect([of(own)[0], of('https://other.example/')[0]]).toEqual(['required', 'auto']);
  });

  test('an entry with scopes speaks for its scopes only, also where its address is the default registry', () => {
    const scoped = { url: own, scopes: ['@acme'], signatures: 'unsupported' };
    const of = demandsOf([scoped]);
    expect([of('signatures', '@acme/tool'), of('attestations', '@acme/tool')]).toEqual(['none', 'none']);
    for (const name of ['left-pad', '@other/tool', '@acme2/tool', 'acme']) {
      expect([name, of('signatures', name), of('attestations', name)]).toEqual([name, 'auto', 'auto']);
    }
    const ofPublic = demandsOf([{ ...scoped, url: publicRegistry }]);
    expect(ofPublic('signatures', 'left-pad', publicRegistry)).toBe('required');
  });

  test('one address stands in several entries, and each speaks for its own scopes', () => {
    const of = optionsOf([
      { url: own, scopes: ['@acme'], keys: [key] },
      { url: own, scopes: ['@tools'], signatures: 'none' },
      { url: own, mirrors: 'public' },
    ]);
    expect(of(own, '@acme/tool')).toEqual(['required', { keys: { keys: [key] }, alone: true }]);
    expect(of(own, '@tools/x')).toEqual(['none', undefined]);
    expect(of(own)).toEqual(['required', 'public']);
    expect(of(own, '@else/x')).toEqual(['required', 'public']);
  });

  test('each of the seven capabilities can be said, and the others stay as they were', () => {
    const all = [
      ...(['signatures', 'attestations', 'publishers', 'publishTimes', 'advisories', 'scripts', 'digests'] as const),
    ];
    for (const word of ['required', 'none', 'unsupported'] as const) {
      for (const capability of all) {
        const of = demandsOf([{ url: own, signatures: 'auto', [capability]: word }]);
        const said = word === 'required' ? 'required' : 'none';
        const follows = capability === 'signatures' && said === 'none' ? ['attestations'] : [];
        expect(all.map((each) => [each, of(each, unscoped)])).toEqual(
          all.map((each) => [each, each === capability || follows.includes(each) ? said : 'auto']),
        );
      }
    }
  });

  test('one that does not sign can still be asked for attestations', () => {
    const of = demandsOf([{ url: own, signatures: 'none', attestations: 'auto' }]);
    expect([of('signatures', unscoped), of('attestations', unscoped)]).toEqual(['none', 'auto']);
  });

  test('keys of the policy make signatures required', () => {
    const given = optionsOf([{ url: own, keys: [key] }])(own);
    expect(given).toEqual(['required', { keys: { keys: [key] }, alone: false }]);
  });

  test("the operator's keys are the default registry's, whatever the policy says", () => {
    const of = optionsOf([{ url: own, signatures: 'unsupported' }], { registryKeys: { keys: [] } });
    expect(of(own)).toEqual(['required', { keys: { keys: [] }, alone: false }]);
    expect(of(publicRegistry)).toEqual(['required', undefined]);
    expect(of('https://other.example/')).toEqual(['auto', undefined]);
  });
});
