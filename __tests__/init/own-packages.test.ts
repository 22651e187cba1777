import { describe, expect, test } from '@jest/globals';

import { ownLines, ownPatterns, repositoryAddress } from '../../src/init/own-packages.ts';
import type { PolicyExtras } from '../../src/init/plan.ts';
import { policyText } from '../../src/init/plan.ts';
import { stepWords } from '../../src/init/steps.ts';
import { presetNames } from '../../src/policy/schema/names.ts';
import { loadPolicy } from '../support/load-policy.ts';

/** What `init` writes into a first policy of the steps and of the team's own packages. */

const extras: PolicyExtras = { leavesOut: false, branches: [], step: 'recommended', own: [] };

describe('how the team’s own packages are named', () => {
  test('each scope once, other names as they are, and nothing private or unnamed', () => {
    expect(
      ownPatterns([
        { name: '@acme/a', isPrivate: false },
        { name: '@acme/b', isPrivate: false },
        { name: 'shop', isPrivate: false },
        { name: '@secret/x', isPrivate: true },
        { name: undefined, isPrivate: false },
      ]),
    ).toEqual(['@acme/*', 'shop']);
  });

  test('a name that is none is not proposed', () => {
    const names = ['*', '@*/x', 'a"\n- b', '../x', '@a/b/c', ''];
    expect(ownPatterns(names.map((name) => ({ name, isPrivate: false })))).toEqual([]);
  });

  test.each([
    ['git@github.com:acme/shop.git', 'https://github.com/acme/shop'],
    ['https://github.com/acme/shop', 'https://github.com/acme/shop'],
    ['https://token@github.com/acme/shop.git', 'https://github.com/acme/shop'],
    ['ssh://git@forge.example:22/acme/shop.git', 'https://forge.example/acme/shop'],
    ['/srv/git/shop.git', undefined],
    ['git@github.com:acme/"x', undefined],
    [undefined, undefined],
  ])('the repository of the remote %s', (remote, address) => {
    expect(repositoryAddress(remote)).toBe(address);
  });

  test('the lines are comments, and without their signs a policy that is valid for a year', () => {
    const own = ownLines(['@acme/*', 'shop'], 'https://github.com/acme/shop', '2026-06-01');
    const text = policyText(undefined, '2026-06-01', { ...extras, own });
    expect(loadPolicy({ source: 'p', text }).settings.get('publisher')?.options).toMatchObject({ listed: [] });
    const uncommented = text.replaceAll(/^# (?=publishers:|  )/gm, '');
    const policy = loadPolicy({ source: 'p', text: uncommented });
    expect(policy.settings.get('publisher')?.options).toMatchObject({
      listed: [
        {
          packages: ['@acme/*', 'shop'],
          identity: { sourceRepository: 'https://github.com/acme/shop' },
          end: '2027-05-31',
          waives: ['cooldown', 'new-package'],
        },
      ],
    });
  });

  test('a repository that publishes nothing gets no such lines', () => {
    expect(ownLines([], 'https://github.com/acme/shop', '2026-06-01')).toEqual([]);
  });
});

describe('the steps', () => {
  test.each(presetNames)('%s is what the policy extends, below what each step blocks', (step) => {
    const text = policyText(undefined, '2026-06-01', { ...extras, step });
    expect(text).toContain(`\nextends: ${step}\n`);
    for (const name of presetNames) expect(text).toMatch(new RegExp(`^# - ${name}: blocks `, 'm'));
    expect(loadPolicy({ source: 'p', text }).preset).toBe(step);
  });

  test('each is told with the next one and when to take it; the last has none', () => {
    expect(stepWords('audit')).toContain('Write `extends: attacks` when ');
    expect(stepWords('attacks')).toContain('Write `extends: recommended` when ');
    expect(stepWords('recommended')).toContain('Write `extends: strict` when ');
    expect(stepWords('strict')).not.toContain('extends:');
  });
});
