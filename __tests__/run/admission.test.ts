import { createHash } from 'node:crypto';

import { expect, test } from '@jest/globals';

import { admissionTexts } from '../../src/run/admission.ts';
import type { Run } from '../../src/run/request.ts';
import { loadPolicy } from '../support/load-policy.ts';
import { dossierOf, exampleNow } from '../support/dossier.ts';

const place = { repository: 'https://github.com/octo/shop', commit: '1'.repeat(40), version: '0.1.0' };
const source = '.github/dependency-policy.yml';

function runOf(patch: Partial<Run> = {}, text = 'version: 1\n'): Run {
  const effective = loadPolicy({ source, text });
  return {
    ...{ now: exampleNow, failed: false, effective, file: { source, text }, policy: { source } },
    ...{ collected: { dossiers: [dossierOf()], answers: [] }, judgement: { verdict: 'pass', findings: [] } },
    ...patch,
  } as unknown as Run;
}
const texts = (run: Run) => admissionTexts(run, place, '2'.repeat(40));
const summaryOf = (run: Run) => {
  const made = texts(run);
  const [summary = '{}'] = 'none' in made ? [] : made.statements;
  return JSON.parse(summary) as { readonly predicate: { readonly policy: Readonly<Record<string, unknown>> } };
};
const verdict = (word: string) => runOf({ judgement: { verdict: word, findings: [] } } as unknown as Partial<Run>);

test('there is one for each package and one for all, in canonical JSON', () => {
  const made = texts(verdict('warn'));
  expect('none' in made ? [] : made.statements).toEqual([
    expect.stringMatching(/^\{"_type":"https:\/\/in-toto\.io\/Statement\/v1","predicate":\{"inputAttestations":\[\],/),
    expect.stringContaining('"predicateType":"https://slsa.dev/dependency/v1"'),
  ]);
});

test.each(['fail', 'error'])('there are none for a verdict that lets nothing in: %s', (word) => {
  expect(texts(verdict(word))).toEqual({ none: `the verdict is ${word}` });
});

test('there are none for a run that ended without a judgement', () => {
  expect(texts(runOf({ failed: true }))).toHaveProperty('none');
});

test('there are none under a policy that keeps nothing out', () => {
  expect(texts(runOf({}, 'version: 1\nmode: observe\n'))).toEqual({ none: expect.stringContaining('`mode: observe`') });
});

test('there are none where nothing came in', () => {
  const nothing = { none: 'nothing came in' };
  expect(texts(runOf({ collected: { dossiers: [], answers: [] } }))).toEqual(nothing);
  expect(texts(runOf({ effective: undefined } as unknown as Partial<Run>))).toEqual(nothing);
});

test('the policy is named by its file at the commit that it was read from, by its bytes, and by what it means', () => {
  const { predicate } = summaryOf(runOf());
  expect(predicate.policy).toEqual({
    uri: `git+https://github.com/octo/shop@${'2'.repeat(40)}#${source}`,
    digest: { sha256: createHash('sha256').update('version: 1\n').digest('hex') },
    annotations: { effective: loadPolicy({ source, text: 'version: 1\n' }).digest },
  });
});

test('the policy of another repository is named there', () => {
  const from = { repository: 'acme/policies', ref: 'main', commit: '3'.repeat(40) };
  const home = { path: 'gate.yml', isJudged: () => Promise.resolve(false) };
  const run = runOf({ file: { source: 'acme/policies/gate.yml@main', text: 'version: 1\n', from, home } });
  expect(summaryOf(run).predicate.policy['uri']).toBe(
    `git+https://github.com/acme/policies@${'3'.repeat(40)}#gate.yml`,
  );
});

test('a preset has a name and no bytes', () => {
  const run = runOf({ file: undefined, policy: { source: 'preset recommended' } } as unknown as Partial<Run>);
  expect(summaryOf(run).predicate.policy).toMatchObject({ uri: 'urn:lockgate:preset:recommended' });
  expect(summaryOf(run).predicate.policy).not.toHaveProperty('digest');
});
