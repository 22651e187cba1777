import { describe, expect, test } from '@jest/globals';

import { explainPolicy } from '../../src/policy/explain.ts';
import { loadPolicy } from '../support/load-policy.ts';

const policyOf = (admissions: string) =>
  loadPolicy({ source: 'p.yml', text: `version: 1\nadmissions: ${admissions}\n` });
const own = '{ fulcio: "https://fulcio.acme.example/", rekor: "https://rekor.acme.example" }';

describe('admissions', () => {
  test('may be signed in the public log only where the policy says so', () => {
    expect(loadPolicy({ source: 'p.yml', text: 'version: 1\n' }).admissions).toBeUndefined();
    expect(policyOf('{}').admissions).toEqual({ publicLog: false });
    expect(policyOf('{ publicLog: true }').admissions).toEqual({ publicLog: true });
  });

  test('may have a Sigstore of their own, whose addresses have one form', () => {
    expect(policyOf(own).admissions).toEqual({
      ...{ publicLog: false, fulcio: 'https://fulcio.acme.example', rekor: 'https://rekor.acme.example' },
    });
  });

  test.each<[string, string, RegExp]>([
    ['one server without the other', '{ fulcio: "https://a.example" }', /expected `rekor` beside it/],
    ['the log alone', '{ rekor: "https://a.example" }', /expected `fulcio` beside it/],
    ['a server without TLS', '{ fulcio: "http://a.example", rekor: "https://a.example" }', /expected https/],
    ['credentials', '{ fulcio: "https://u:p@a.example", rekor: "https://a.example" }', /without user info/],
    ['what is no address', '{ fulcio: x, rekor: "https://a.example" }', /expected a URL, such as `https:\/\/sigstore/],
    ['another word than true or false', '{ publicLog: maybe }', /expected `true` or `false`/],
    ['an unknown key', '{ tsa: "https://a.example" }', /tsa/],
    ['a word alone', 'public', /expected a mapping, such as `\{ publicLog: true \}`/],
  ])('refuse %s', (_, text, message) => {
    expect(() => policyOf(text)).toThrow(message);
  });

  test('are in the digest, so that nobody opens a private repository to the public log unseen', () => {
    const digests = ['{}', '{ publicLog: true }', own].map((text) => policyOf(text).digest);
    expect(new Set([...digests, loadPolicy({ source: 'p.yml', text: 'version: 1\n' }).digest]).size).toBe(4);
    expect(policyOf('{ publicLog: false }').digest).toBe(policyOf('{}').digest);
  });

  test('are explained with their origin', () => {
    const explained = explainPolicy(policyOf('{ publicLog: true }')).filter(({ path }) =>
      path.startsWith('admissions'),
    );
    expect(explained).toEqual([{ path: 'admissions.publicLog', value: true, origin: 'p.yml:2' }]);
  });
});
