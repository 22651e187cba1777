import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { readCases } from '../../src/policy/cases.ts';
import { parseEvidence } from '../../src/recording/evidence-file.ts';
import type { EvidenceFile } from '../../src/recording/evidence-types.ts';
import { testPolicy } from '../../src/run/policy-cases.ts';
import { repositoryRoot } from '../support/cli.ts';

/** Which recordings the cases of a policy can be judged from, and as what. */

const recorded = JSON.parse(
  readFileSync(join(repositoryRoot, 'examples/takeover/evidence.json'), 'utf8'),
) as EvidenceFile;
const outcomeOf = async (one: string, evidence: EvidenceFile, policy = 'version: 1\n') => {
  const cases = readCases(new TextEncoder().encode(`version: 1\nevidence: e\ncases: [${one}]\n`), 'c.yml');
  const tested = await testPolicy({ source: 'p.yml', text: policy }, cases, undefined, () =>
    parseEvidence(JSON.stringify(evidence), 'e'),
  );
  expect(tested.errors).toEqual([]);
  return tested.outcomes[0];
};

describe('evidence of an audit', () => {
  const { comparison, answers } = recorded;
  /** As `audit` records it: everything is in the base already, and no tarball is read. */
  const audited: EvidenceFile = {
    ...recorded,
    comparison: {
      ...comparison,
      mode: 'audit',
      changes: comparison.changes.map((change) => ({
        ...{ ...change, kind: 'added', changed: [], baseVersions: [change.version], basePins: change.pins },
      })),
    },
    answers: answers.filter((answer) => !('tarball' in answer)),
  };

  test('is judged as a change that adds each package', async () => {
    const outcome = await outcomeOf('{ package: plain-crypto-js@4.2.1, expect: fail }', audited);
    expect(outcome).toMatchObject({ ok: true, rules: ['cooldown', 'install-scripts', 'new-package'] });
  });

  test('has its direct dependencies as new ones', async () => {
    const direct = 'version: 1\nextends: audit\nrules: { new-direct-dependency: { level: error } }\n';
    const one = '{ package: ms@2.1.3, expect: fail }';
    expect(await outcomeOf(one, audited, direct)).toMatchObject({
      ok: true,
      rules: expect.arrayContaining(['new-direct-dependency']),
    });
  });

  test('is no basis for what it lacks, unless the case names that code', async () => {
    const lacking = { ok: false, verdict: 'warn', differs: ['evidence'] };
    expect(await outcomeOf('{ package: ms@2.1.3, expect: warn }', audited)).toMatchObject(lacking);
    expect(await outcomeOf('{ package: ms@2.1.3, expect: warn, rules: [install-scripts] }', audited)).toMatchObject(
      lacking,
    );
    expect(await outcomeOf('{ package: ms@2.1.3, expect: warn, codes: [unlisted] }', audited)).toMatchObject({
      ok: true,
    });
    expect(await outcomeOf('{ package: axios@1.14.1, expect: fail }', audited)).toMatchObject({ ok: true });
  });
});

test('evidence of a change is judged as that change', async () => {
  const { comparison } = recorded;
  expect(comparison.changes.find(({ name }) => name === 'ms')).toMatchObject({ kind: 'updated' });
  const direct = 'version: 1\nextends: audit\nrules: { new-direct-dependency: { level: error } }\n';
  expect(await outcomeOf('{ package: ms@2.1.3, expect: pass }', recorded, direct)).toMatchObject({ ok: true });
});

test('evidence of a rehearsal is refused', async () => {
  const errors = [{ code: 'evidence-invalid', message: 'This is the evidence of a rehearsal.' }];
  const comparison: EvidenceFile['comparison'] = {
    ...{ mode: 'check', head: 'history', lockfiles: [], changes: [], observations: [], errors },
  };
  await expect(outcomeOf('{ package: axios@1.14.1, expect: fail }', { ...recorded, comparison })).rejects.toThrow(
    /rehearsal .*Record each package with `vet NAME@VERSION --preset strict --evidence-out FILE`/,
  );
});
