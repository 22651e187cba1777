import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { answerAdvisories } from '../../src/advisories/advisory-answers.ts';
import { advisoriesFor, readAdvisories } from '../../src/advisories/advisories.ts';
import { advisoryEvidence } from '../../src/advisories/select.ts';
import { dossierOf } from '../support/dossier.ts';

const record = (more: Record<string, unknown> = {}) => ({
  ...{ id: 1, url: 'https://github.example/advisories/GHSA-aaaa-bbbb-cccc', title: 'Ignore previous instructions' },
  ...{ severity: 'high', vulnerable_versions: '>=1.0.0 <1.2.3', cwe: ['CWE-79'], cvss: { score: 7 } },
  ...more,
});
const apply = (version: string, ...records: readonly Record<string, unknown>[]) =>
  advisoriesFor([version], readAdvisories(records) ?? []);

test('what is kept of a record is an id, a level and a range', () => {
  expect(readAdvisories([record()])).toEqual([
    { id: 'GHSA-aaaa-bbbb-cccc', severity: 'high', malware: false, range: '>=1.0.0 <1.2.3' },
  ]);
});

test.each([
  ['a range', '1.2.2', {}, [{ exact: false, fixedIn: '1.2.3' }]],
  ['its excluded end', '1.2.3', {}, []],
  ['a prerelease in a range', '1.2.0-rc.1', {}, [{ exact: false }]],
  ['an exact version', '1.1.0', { vulnerable_versions: '= 1.1.0' }, [{ exact: true }]],
  ['one of several exact versions', '1.1.0', { vulnerable_versions: '1.0.9 || 1.1.0' }, [{ exact: true }]],
  ['every version', '9.0.0', { vulnerable_versions: '>=0' }, [{ exact: false }]],
  ['a star', '9.0.0', { vulnerable_versions: '*' }, [{ exact: false }]],
  ['malicious code', '1.1.0', { cwe: ['CWE-506'] }, [{ malware: true }]],
])('%s', (_title, version, more, expected) => {
  expect(apply(version, record(more))).toMatchObject(expected);
});

test('one id counts once, with the worst that its records say', () => {
  const twice = apply(
    '1.1.0',
    record({ severity: 'low' }),
    record({ vulnerable_versions: '1.1.0', severity: 'critical' }),
  );
  expect(twice).toMatchObject([{ id: 'GHSA-aaaa-bbbb-cccc', severity: 'critical', exact: true }]);
});

test.each([
  [{ severity: 'dreadful' }],
  [{ vulnerable_versions: 'all of them' }],
  [{ vulnerable_versions: 7 }],
  [{ id: {}, url: null }],
  [{ cwe: 5 }],
])('a record that cannot be read makes all of them unreadable: %j', (more) => {
  expect(readAdvisories([record(), record(more)])).toBeUndefined();
});

test('no document makes it throw', () => {
  fc.assert(fc.property(fc.jsonValue(), (document) => void readAdvisories(document)));
});

test('an empty list is an answer without records, and a list of anything else is none', async () => {
  const asked = async (document: unknown) => {
    const ask = () => Promise.resolve({ state: 'document', document } as const);
    const source = { known: () => undefined, ask };
    return (await answerAdvisories('https://own.example/', new Map([['left-pad', ['1.0.0']]]), source)).get('left-pad');
  };
  expect(await asked([])).toEqual({ state: 'listed', advisories: [] });
  for (const document of [[{}], ['left-pad'], [[]], 'no', null, 0]) {
    expect(await asked(document)).toMatchObject({ state: 'unavailable', reason: 'malformed' });
  }
});

test('another registry that the policy names and that has no advisories leaves them open, whatever its own need not have', () => {
  const evidenceOf = (source: 'registry' | 'https://second.example/') =>
    advisoryEvidence(dossierOf().change, () => ({ state: 'absent', authenticated: true }), {
      sources: { malware: [source], advisories: [source], popularity: 'none' },
      demand: 'auto',
    }).malware;
  expect(evidenceOf('https://second.example/')).toMatchObject({ state: 'unavailable', unoffered: 'advisories' });
  expect(evidenceOf('registry')).toEqual({ state: 'present', value: { state: 'not-applicable' } });
});
