import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { readCases } from '../../src/policy/cases.ts';
import { parseEvidence } from '../../src/recording/evidence-file.ts';
import { runGate } from '../../src/run/pipeline.ts';
import { testPolicy } from '../../src/run/policy-cases.ts';
import { reportOf } from '../../src/run/report-of.ts';
import type { GateRequest } from '../../src/run/request.ts';
import { repositoryRoot } from '../support/cli.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** A policy that is not the repository's own, and one in two files: what is read, what is watched, what is said. */

const path = '.github/dependency-policy.yml';
type Files = Parameters<typeof memorySnapshot>[0];

async function check(base: Files, head: Files, more: Partial<GateRequest> = {}) {
  const trusted = memorySnapshot(base);
  const run = await runGate({
    ...{ mode: 'check', base: trusted, head: memorySnapshot(head), trusted, policyPath: path },
    ...{ now: '2026-06-01T00:00:00.000Z', offline: true, env: {}, workTree: '/', ...more },
  });
  return { ...reportOf(run), trusted };
}

const from = { repository: 'acme/policies', ref: 'v1', commit: 'a'.repeat(40) };
const remote = (text: string, files: Files = {}): GateRequest['policy'] => ({
  ...{ source: 'acme/policies/npm.yml@v1', text, from, tree: memorySnapshot(files) },
});

describe('a policy of another repository', () => {
  test('the own one is not read, and the report names it', async () => {
    const files = { [path]: 'version: 7' };
    const { errors, policy, trusted } = await check(files, files, { policy: remote('version: 1\n') });
    expect([errors, policy.unused, policy.commit]).toEqual([[], path, from.commit]);
    expect(trusted.reads).toEqual([]);
  });

  test('a change of the own one is still reported', async () => {
    const { findings } = await check({}, { [path]: 'version: 1\n' }, { policy: remote('version: 1\n') });
    expect(findings.map(({ codes, lockfile }) => [codes, lockfile])).toEqual([[['policy-changed'], path]]);
  });

  describe('at a path that this one has too', () => {
    const text = 'version: 1\nextends: ./base.yml\n';
    const files = (base: string) => ({ 'ci/npm.yml': text, 'ci/base.yml': base });
    const changed = async (isJudged: boolean) => {
      const policy = {
        ...{ source: 'acme/shop/ci/npm.yml@main', text, from: { ...from, repository: 'acme/shop' } },
        beside: () => Promise.resolve({ source: 'acme/shop/ci/base.yml@main', text: 'version: 1\n' }),
        home: { path: 'ci/npm.yml', isJudged: () => Promise.resolve(isJudged) },
      };
      const { findings } = await check(files('version: 1\n'), files('version: 1\nmode: observe\n'), { policy });
      return findings.map(({ codes, lockfile }) => [codes, lockfile]);
    };

    test('a change of what it extends is reported where it is this repository', async () => {
      expect(await changed(true)).toEqual([[['policy-changed'], 'ci/base.yml']]);
    });

    test('no change is reported where it is another one', async () => {
      expect(await changed(false)).toEqual([]);
    });
  });

  test('its trusted root is a file of that repository', async () => {
    const files = { 'root.json': 'not JSON' };
    const text = 'version: 1\ntrustedRoot: root.json\n';
    const { errors } = await check(files, files, { policy: remote(text) });
    expect(errors[0]?.message).toContain('not in the state that the policy was read from');
  });
});

test('a change of the file that the policy extends is reported', async () => {
  const base = { [path]: 'version: 1\nextends: ../ci/base.yml\n', 'ci/base.yml': 'version: 1\n' };
  const { findings } = await check(base, { ...base, 'ci/base.yml': 'version: 1\nmode: observe\n' });
  expect(findings.map(({ codes, lockfile }) => [codes, lockfile])).toEqual([[['policy-changed'], 'ci/base.yml']]);
});

describe('a case of a policy', () => {
  const text = readFileSync(join(repositoryRoot, 'examples/takeover/evidence.json'), 'utf8');
  const outcomeOf = async (one: string, recorded = text, policy = 'version: 1\n') => {
    const cases = readCases(new TextEncoder().encode(`version: 1\nevidence: e\ncases: [${one}]\n`), 'c.yml');
    const tested = await testPolicy({ source: 'p.yml', text: policy }, cases, undefined, () =>
      parseEvidence(recorded, 'e'),
    );
    expect(tested.errors).toEqual([]);
    return tested.outcomes[0];
  };

  test('whose package the evidence does not have is not as expected', async () => {
    expect(await outcomeOf('{ package: axios@9.9.9, expect: pass }')).toMatchObject({ ok: false, verdict: null });
  });

  test.each([
    ['lockfiles', 'lockfiles: { include: ["apps/**"] }'],
    ['registries', 'registries: [{ url: "https://r.acme.example/" }]'],
  ])('whose package the policy does not judge for its %s is not as expected', async (differs, key) => {
    const told = await outcomeOf('{ package: axios@1.14.1, expect: fail }', text, `version: 1\n${key}\n`);
    expect(told).toMatchObject({ ok: false, differs: [differs] });
  });

  test('hears what many packages share', async () => {
    const down = { state: 'unavailable', reason: 'unauthorized', detail: 'answered 401', asked: 'document' };
    const { answers, ...rest } = JSON.parse(text) as { readonly answers: readonly object[] };
    const outage = { ...rest, answers: answers.map((one) => ('answer' in one ? { ...one, answer: down } : one)) };
    const one = '{ package: ms@2.1.3, expect: fail }';
    expect(await outcomeOf(one, JSON.stringify(outage))).toMatchObject({
      ok: true,
      rules: expect.arrayContaining(['existence']),
    });
  });

  test('names exactly the rules that speak', async () => {
    const one = (rules: string) => outcomeOf(`{ package: axios@1.14.1, expect: fail, rules: [${rules}] }`);
    expect(await one('cooldown')).toMatchObject({ ok: true });
    expect(await one('cooldown, license')).toMatchObject({ ok: false, differs: ['rules'] });
  });

  test('is needed', () => {
    expect(() => readCases(new TextEncoder().encode('version: 1\nevidence: e\ncases: []\n'), 'c.yml')).toThrow(
      /expected at least one case/,
    );
  });
});
