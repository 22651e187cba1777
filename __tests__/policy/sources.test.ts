import { expect, test } from '@jest/globals';

import { explainPolicy } from '../../src/policy/explain.ts';
import { failureOf } from '../support/failure.ts';
import { loadPolicy } from '../support/load-policy.ts';

const load = (sources: string) => loadPolicy({ source: 'p', text: `version: 1\nsources: ${sources}\n` });

test.each([
  ['{}', { malware: ['registry'], advisories: ['registry'], popularity: 'downloads' }],
  ['{ malware: osv }', { malware: ['osv'], advisories: ['registry'], popularity: 'downloads' }],
  ['{ advisories: [osv, registry] }', { malware: ['registry'], advisories: ['registry', 'osv'] }],
  ['{ popularity: none }', { malware: ['registry'], popularity: 'none' }],
])('%s', (text, expected) => {
  expect(load(text).sources).toMatchObject(expected);
});

test.each([
  ['{ malware: osw }', 'did you mean `osv`?'],
  ['{ advisories: [registry, regisry] }', 'did you mean `registry`?'],
  ['{ malvare: osv }', 'did you mean `malware`?'],
  ['{ popularity: nothing }', 'one of `downloads`, `none`'],
  ['{ malware: [] }', '`sources.malware`'],
  ['{ malware: [osv, osv] }', 'the source is listed twice'],
  ['osv', 'expected a mapping'],
])('%s is refused, with what was meant', (text, expected) => {
  const { code, message, line } = failureOf(() => load(text));
  expect([code, line]).toEqual(['policy-invalid', 2]);
  expect(message).toContain(expected);
});

test('one word and a list of it mean the same, and so does the order; another source does not', () => {
  const digest = (text: string) => load(text).digest;
  expect(digest('{ malware: osv }')).toBe(digest('{ malware: [osv] }'));
  expect(digest('{ malware: [osv, registry] }')).toBe(digest('{ malware: [registry, osv] }'));
  expect(digest('{ malware: [osv, registry] }')).not.toBe(digest('{ malware: osv }'));
  expect(digest('{ popularity: none }')).not.toBe(digest('{}'));
});

test('explain says each with its origin', () => {
  const values = explainPolicy(load('{ malware: [osv] }')).filter(({ path }) => path.startsWith('sources.'));
  expect(values).toEqual([
    { path: 'sources.malware', value: ['osv'], origin: 'p:2' },
    { path: 'sources.advisories', value: ['registry'], origin: 'default' },
    { path: 'sources.popularity', value: 'downloads', origin: 'default' },
  ]);
});
