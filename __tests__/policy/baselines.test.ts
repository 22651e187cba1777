import { describe, expect, test } from '@jest/globals';

import { GateFailure } from '../../src/errors.ts';
import { declaredBaselines } from '../../src/policy/declared-baselines.ts';
import { openPolicyFile } from '../../src/policy/policy-file.ts';
import { explainPolicy } from '../../src/policy/explain.ts';
import { openPolicy } from '../../src/policy/open.ts';
import { loadPolicy } from '../support/load-policy.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** The branches whose lockfiles count as the past, as a policy names them. */

const source = '.github/dependency-policy.yml';
const load = (baselines: string) => loadPolicy({ source, text: `version: 1\nbaselines: ${baselines}\n` });

describe('baselines', () => {
  test('are names and patterns of branches', () => {
    const policy = load("[7.x, release/2, 'release/*', v?]");
    expect(policy.baselines).toEqual(['7.x', 'release/2', 'release/*', 'v?']);
    expect(explainPolicy(policy).find(({ path }) => path === 'baselines')).toMatchObject({ origin: `${source}:2` });
  });

  test.each([
    ["['*']", 'does not match every branch'],
    ["['**']", 'does not match every branch'],
    ["['*/*']", 'does not match every branch'],
    ["['?*']", 'does not match every branch'],
    ['[refs/heads/main]', 'without `refs/heads/`'],
    ["['a b']", 'the name of a branch'],
    ["['a//b']", 'the name of a branch'],
    ["['{a,b}']", 'braces'],
    ["['']", 'expected'],
    ['[a, a]', 'already in the list'],
    ['7.x', 'expected a list of branches'],
    ['[1]', 'expected the name of a branch'],
  ])('%s is refused', (written, message) => {
    let failure: unknown;
    try {
      load(written);
    } catch (cause) {
      failure = cause;
    }
    expect(failure).toBeInstanceOf(GateFailure);
    expect(failure).toMatchObject({ code: 'policy-invalid', message: expect.stringContaining(message), line: 2 });
  });

  test('are part of the meaning of a policy, in any order; none are as before', () => {
    const none = loadPolicy({ source, text: 'version: 1\n' }).digest;
    expect(load('[a, b]').digest).toBe(load('[b, a]').digest);
    expect(load('[a]').digest).not.toBe(none);
    expect(load('[]').digest).toBe(none);
  });

  test('of a policy that is extended count too', async () => {
    const reference = `{ repository: acme/policies, path: npm.yml, commit: ${'a'.repeat(40)} }`;
    const policy = await openPolicy(
      { source, text: `version: 1\nextends: ${reference}\nbaselines: [7.x]\n` },
      { readExtended: () => Promise.resolve("version: 1\nbaselines: ['release/*']\n") },
    );
    expect(policy.baselines).toEqual(['7.x', 'release/*']);
  });

  test('are none where there is no policy, and where it cannot be read: the run ends in that error', async () => {
    const read = (files: Parameters<typeof memorySnapshot>[0]) =>
      declaredBaselines(
        () => openPolicyFile(memorySnapshot(files), source),
        () => Promise.reject(new GateFailure('usage', 'unused')),
      );
    expect(await read({})).toEqual([]);
    expect(await read({ [source]: 'version: 1\nbaselines: [7.x]\n' })).toEqual(['7.x']);
    expect(await read({ [source]: 'version: 2\nbaselines: [7.x]\n' })).toEqual([]);
  });
});
