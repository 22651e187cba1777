import { describe, expect, test } from '@jest/globals';

import type { Dossier, Finding, Level } from '../../src/model/index.ts';
import type { AppliedProfiles, Settings } from '../../src/judge/engine.ts';
import { runRules } from '../../src/judge/engine.ts';
import type { Rule } from '../../src/model/rule.ts';
import { defineLockfileRule } from '../../src/model/rule.ts';
import { dossierOf, exampleNow, without } from '../support/dossier.ts';
import { lockfileRule, packageRule, says } from '../support/speaking-rules.ts';

const at = (rules: readonly Rule[], level: Level): Settings =>
  new Map(rules.map(({ id }) => [id, { level, advice: 'warn', options: {} }]));

function run(rules: readonly Rule[], dossiers: readonly Dossier[], profiles?: AppliedProfiles): readonly Finding[] {
  return runRules({
    rules,
    settings: at(rules, 'error'),
    ...(profiles && { profiles }),
    dossiers,
    observations: dossiers.length > 0 ? [] : [{ code: 'deleted', path: 'package-lock.json', line: 1, args: {} }],
    context: { now: exampleNow, mode: 'check' },
    unavailable: 'error',
  });
}

const spoken = (findings: readonly Finding[]) => findings.map(({ rule, codes }) => [rule, ...codes].join(' '));

describe('a package that the registry does not have is judged by nothing else', () => {
  const existence = (code: 'missing' | 'moved') =>
    packageRule({
      ...{ id: 'existence', messages: { missing: 'mandatory', moved: 'configured' }, needs: ['existence'] },
      check: () => says(code),
    });
  const rule = (id: string, needs: readonly ('history' | 'existence')[]) =>
    packageRule({ id, needs, messages: { poor: 'configured' } });

  test('but where existence merely complains of one that is there, the other rules judge it too', () => {
    const rules = [existence('moved'), rule('age', ['history'])];
    expect(spoken(run(rules, [dossierOf()]))).toEqual(['existence moved', 'age poor']);
  });

  test('and no rule that speaks without evidence opens the way for those that need some', () => {
    const rules = [existence('missing'), rule('address', []), rule('age', ['history'])];
    expect(spoken(run(rules, [dossierOf()]))).toEqual(['existence missing', 'address poor']);
  });

  test('and rules that need no more than existence judge it all the same', () => {
    const rules = [existence('missing'), rule('name', ['existence'])];
    expect(spoken(run(rules, [dossierOf()]))).toEqual(['existence missing', 'name poor']);
  });

  test('while the mandatory finding of another rule leaves the rest to be judged', () => {
    const rules = [packageRule({ id: 'bytes', messages: { bad: 'mandatory' } }), rule('age', ['history'])];
    expect(spoken(run(rules, [dossierOf()]))).toEqual(['bytes bad', 'age poor']);
  });
});

describe('where several profiles apply', () => {
  const rule = packageRule({ messages: { poor: 'configured' } });
  const under = (...levels: readonly Level[]) =>
    run([rule], [dossierOf()], {
      ofChange: () => levels.map((level) => at([rule], level)),
      ofPath: () => [],
    });

  test('the strictest counts, in whatever order the ways to the package are read', () => {
    const verdicts = [under('error', 'warn', 'off'), under('off', 'warn', 'error'), under('warn', 'error', 'off')];
    expect(verdicts.map((findings) => findings.map(({ level }) => level))).toEqual([['error'], ['error'], ['error']]);
  });

  test('a package for which none applies ends the run: nobody may be let in because no settings were found', () => {
    expect(() => under()).toThrow('no settings apply to left-pad');
  });

  test('a lockfile is judged under the profile of its own path', () => {
    const locks = lockfileRule({ messages: { deleted: 'configured' } });
    const profiles: AppliedProfiles = {
      ofChange: () => [],
      ofPath: (path) => [at([locks], path === 'package-lock.json' ? 'warn' : 'off')],
    };
    expect(run([locks], [], profiles)).toMatchObject([{ level: 'warn' }]);
  });
});

describe('evidence that could not be had', () => {
  const caught = (read: () => unknown) => {
    try {
      read();
    } catch {
      // As a careless rule would.
    }
  };

  test('what a rule says after it was interrupted does not hide that evidence was missing', () => {
    const careless = packageRule({
      ...{ messages: { bad: 'configured' }, needs: ['history'] },
      check: ({ evidence }) => {
        caught(() => evidence.history.state);
        return says('bad');
      },
    });
    expect(run([careless], [without(dossierOf(), 'history')])).toMatchObject([
      { outcome: 'indeterminate', codes: ['unavailable-history'] },
    ]);
  });

  test('the finding names the evidence at which the rule was first interrupted', () => {
    const careless = packageRule({
      ...{ messages: { bad: 'configured' }, needs: ['history', 'release'] },
      check: ({ evidence }) => {
        caught(() => evidence.history.state);
        caught(() => evidence.release.state);
        return [];
      },
    });
    expect(spoken(run([careless], [without(dossierOf(), 'history', 'release')]))).toEqual([
      'speaking unavailable-history',
    ]);
  });

  test('evidence that could only excuse a package counts as absent where it is unavailable, and excuses nothing', () => {
    const excusing = packageRule({
      ...{ messages: { bad: 'configured' }, optionalEvidence: ['advisories'] },
      check: ({ evidence }) => (evidence.advisories.state === 'absent' ? says('bad') : []),
    });
    expect(run([excusing], [dossierOf()])).toEqual([]);
    expect(run([excusing], [without(dossierOf(), 'advisories')])).toMatchObject([
      { outcome: 'violation', codes: ['bad'] },
    ]);
  });

  const needing = packageRule({
    ...{ messages: { bad: 'configured' }, needs: ['history'] },
    check: ({ evidence }) => (evidence.history.state === 'absent' ? says('bad') : []),
  });
  const unknownOf = (change: Parameters<typeof dossierOf>[0]) =>
    run([needing], [without(dossierOf(change), 'history')]);

  test('a reader learns how many entries of the lockfile could not be judged', () => {
    const pins = [
      { integrity: 'sha512-a', line: 10, places: 2 },
      { integrity: 'sha512-b', line: 20, places: 3 },
    ];
    expect(unknownOf({ change: { pins } })).toMatchObject([{ places: 5 }]);
  });

  test('a package without a pin that could not be judged counts as one entry and not as none', () => {
    expect(unknownOf({ change: { pins: [] } })).toMatchObject([{ places: 1 }]);
  });
});

test('a rule about lockfiles that the policy switched off is not asked', () => {
  const deleted = { severity: 'configured', text: () => 'It is gone.', remediation: () => 'Restore it.' } as const;
  let asked = 0;
  const rule = defineLockfileRule({
    ...({ id: 'locks', summary: 's', why: 'w', recommended: 'error', floor: 'none', examples: [] } as const),
    messages: { deleted },
    check: () => {
      asked++;
      return [];
    },
  });
  const under = (level: Level) => run([rule], [], { ofChange: () => [], ofPath: () => [at([rule], level)] });
  under('warn');
  expect(asked).toBe(1);
  under('off');
  expect(asked).toBe(1);
});

test('an exception for a folder does not cover what is fetched by git from the same address', () => {
  const rule = packageRule({ messages: { bad: 'configured' }, sources: 'any' });
  const from = (kind: 'file' | 'git') => dossierOf({ change: { source: { kind, spec: 'https://git.example/a' } } });
  const findings = run([rule], [from('file'), from('git')]);
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});
