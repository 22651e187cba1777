import { describe, expect, test } from '@jest/globals';

import { trustOptions } from '../../src/run/trust-options.ts';
import { loadPolicy } from '../support/load-policy.ts';

const publicRegistry = 'https://public.example/';
const own = 'https://registry.example/';
const registries = { publicRegistry, defaultRegistry: own, scopes: [], replaceRegistryHost: 'npmjs' };
const key = {
  ...{ keyid: `SHA256:${'A'.repeat(43)}`, keytype: 'ecdsa-sha2-nistp256', scheme: 'ecdsa-sha2-nistp256' },
  ...{ key: 'A'.repeat(64), expires: null },
};

function optionsOf(entries: readonly object[], trust: { readonly registryKeys?: unknown } = {}) {
  const text = `version: 1\nregistries: ${JSON.stringify(entries)}`;
  const { signatures, registryKeys } = trustOptions(loadPolicy({ source: 'policy.yml', text }), trust);
  return (registry: string) => [signatures?.(registry, registries), registryKeys?.(registry, registries)];
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
    expect(optionsOf([{ url: publicRegistry, signatures: 'unsupported' }])(publicRegistry)[0]).toBe('unsupported');
  });

  test('the policy decides for its registry alone', () => {
    const of = optionsOf([{ url: own, signatures: 'required' }]);
    expect([of(own)[0], of('https://other.example/')[0]]).toEqual(['required', 'auto']);
  });

  test('keys of the policy make signatures required', () => {
    expect(optionsOf([{ url: own, keys: [key] }])(own)).toEqual(['required', { keys: [key] }]);
  });

  test("the operator's keys are the default registry's, whatever the policy says", () => {
    const of = optionsOf([{ url: own, signatures: 'unsupported' }], { registryKeys: { keys: [] } });
    expect(of(own)).toEqual(['required', { keys: [] }]);
    expect(of(publicRegistry)).toEqual(['required', undefined]);
    expect(of('https://other.example/')).toEqual(['auto', undefined]);
  });
});
