import { expect, test } from '@jest/globals';

import type { Finding } from '../../src/model/index.ts';
import { coverageReasons } from '../../src/policy/coverage-reasons.ts';
import { exampleNow } from '../support/dossier.ts';
import { loadPolicy } from '../support/load-policy.ts';
import { finding } from '../report/sample.ts';

const policy = loadPolicy({ source: 'p.yml', text: 'version: 1\n' });
const reasons = (parts: Partial<Finding>) =>
  coverageReasons({ policy, finding: finding(parts), dossiers: [], now: exampleNow });
const digest = 'ab'.repeat(32);

test('what people approved is explained by who did, where and why', () => {
  const one = { login: 'ann', id: 1, comment: '11', reason: 'I read it', at: exampleNow };
  const by = [one, { ...one, login: 'bob', comment: '12', reason: '' }];
  expect(reasons({ status: 'approved', decision: digest, coveredBy: { kind: 'decision', id: digest, by } })).toEqual([
    {
      because: 'approval',
      says: '`ann` approved it in comment `11`: `I read it`; `bob` approved it in comment `12`.',
      origin: digest,
    },
  ]);
});

test('an approval without people is explained by what was decided', () => {
  expect(reasons({ status: 'approved', decision: digest })).toMatchObject([{ because: 'approval', origin: digest }]);
  expect(reasons({})).toEqual([]);
});
