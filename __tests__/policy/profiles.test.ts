import { describe, expect, test } from '@jest/globals';

import type { Change } from '../../src/model/index.ts';
import { neededEvidence } from '../../src/policy/effective.ts';
import { defineLockfileRule, definePackageRule } from '../../src/model/rule.ts';
import type { Zod } from '../../src/model/rule.ts';
import { absent, dossierOf, present } from '../support/dossier.ts';
import { brief, judgeUnder } from '../support/judge-policy.ts';
import { lockfileRule, packageRule, says } from '../support/speaking-rules.ts';
import { loadPolicy } from '../support/load-policy.ts';

const poor = packageRule({ id: 'poor', messages: { poor: 'configured' } });
const floored = packageRule({ id: 'floored', messages: { bad: 'mandatory', odd: 'configured' } });
const lenient = 'profiles: { sandbox: { rules: { poor: warn } } }\n';
const levels = (policy: string, change: Partial<Change>, rules = [poor]) =>
  judgeUnder(policy, { dossiers: [dossierOf({ change })], rules }).findings.map(({ level }) => level);

describe('where a profile applies', () => {
  test.each<[string, string, Partial<Change>, boolean]>([
    ['the workspace lies there', 'paths: ["experiments/**"]', { importers: ['experiments/a'] }, true],
    ['the manifest is named', 'paths: ["experiments/a/package.json"]', { importers: ['experiments/a'] }, true],
    ['the workspace lies elsewhere', 'paths: ["experiments/**"]', { importers: ['apps/a'] }, false],
    [
      'the lockfile lies there, with its own root',
      'paths: ["experiments/**"]',
      { importers: ['experiments'], lockfile: 'experiments/package-lock.json' },
      true,
    ],
    [
      'the lockfile is named',
      'paths: ["experiments/package-lock.json"]',
      { importers: ['experiments/a'], lockfile: 'experiments/package-lock.json' },
      true,
    ],
    [
      'the lockfile lies there and takes in a workspace from outside',
      'paths: ["experiments/**"]',
      { importers: ['apps/a'], lockfile: 'experiments/package-lock.json' },
      false,
    ],
    ['nothing asks for it, and the lockfile lies elsewhere', 'paths: ["experiments/**"]', { importers: [] }, false],
    ['the workspace is named', 'workspaces: ["experiments/*"]', { importers: ['experiments/a'] }, true],
    ['another workspace is named', 'workspaces: ["experiments/*"]', { importers: ['experiments/a/b'] }, false],
    ['nothing asks for it', 'workspaces: ["**"]', { importers: [] }, false],
    ['the type', 'dependencyTypes: [dev, optional]', { dependencyTypes: ['dev'] }, true],
    ['another type', 'dependencyTypes: [dev]', { dependencyTypes: ['prod'] }, false],
    ['no type', 'dependencyTypes: [dev, prod, optional, peer]', { dependencyTypes: [] }, false],
    ['the package', 'packages: ["left-*@^1.0.0"]', {}, true],
    ['another version', 'packages: ["left-pad@^2.0.0"]', {}, false],
    ['both conditions', 'packages: [left-pad], dependencyTypes: [prod]', {}, true],
    ['one condition of two', 'packages: [left-pad], dependencyTypes: [dev]', {}, false],
  ])('%s', (_, conditions, change, applies) => {
    expect(levels(`${lenient}apply: [{ profile: sandbox, ${conditions} }]`, change)).toEqual([
      applies ? 'warn' : 'error',
    ]);
  });

  test('a package that is reached several ways gets the strictest', () => {
    const policy = `${lenient}apply: [{ profile: sandbox, paths: ["experiments/**"] }]`;
    expect(levels(policy, { importers: ['experiments/a', 'apps/b'] })).toEqual(['error']);
    const dev = `${lenient}apply: [{ profile: sandbox, dependencyTypes: [dev] }]`;
    expect(levels(dev, { dependencyTypes: ['prod', 'dev'] })).toEqual(['error']);
    expect(levels(dev, { dependencyTypes: ['dev'], importers: ['a', 'b'] })).toEqual(['warn']);
  });

  test('of each way the first entry that fits counts', () => {
    const two = 'profiles: { lax: { rules: { poor: off } }, mild: { rules: { poor: warn } } }\n';
    const apply = (...names: string[]) =>
      `${two}apply: [${names.map((profile) => `{ profile: ${profile}, packages: [left-pad] }`).join(', ')}]`;
    expect(levels(apply('lax', 'mild'), {})).toEqual([]);
    expect(levels(apply('mild', 'lax'), {})).toEqual(['warn']);
  });

  test('may tighten as well, and asks for the evidence that it needs', () => {
    const rule = packageRule({
      id: 'quiet',
      messages: { poor: 'configured' },
      recommended: 'off',
      needs: ['publishedAt'],
    });
    const text = 'profiles: { tight: { rules: { quiet: error } } }\napply: [{ profile: tight, packages: [left-pad] }]';
    expect(levels(text, {}, [rule])).toEqual(['error']);
    const policy = loadPolicy({ source: 'p', text: `version: 1\n${text}` }, { rules: [rule] });
    expect(neededEvidence(policy, [rule])).toEqual(new Set(['publishedAt']));
  });
});

describe('the strictest of options is the worst that comes of them', () => {
  const meta = {
    ...({ summary: 's', why: 'w', recommended: 'error', floor: 'none' } as const),
    ...{ defaults: { at: 5 }, options: (z: Zod) => ({ at: z.number() }), examples: [] },
    messages: { low: { severity: 'configured', text: () => 'Low.', remediation: () => 'Raise it.' } },
  } as const;
  const threshold = definePackageRule({
    ...meta,
    ...{ id: 'threshold', sources: 'any', needs: ['publisher'] },
    check: ({ evidence, options: { at } }) =>
      evidence.publisher.state === 'absent' || at > 7 ? [{ code: 'low', args: {} }] : [],
  });

  test('under one profile quiet, under the other not', () => {
    const policy = (at: number) =>
      `profiles: { own: { rules: { threshold: { level: warn, at: ${at} } } } }\napply: [{ profile: own, workspaces: [a] }]`;
    const codes = (at: number, importers: readonly string[]) => levels(policy(at), { importers }, [threshold]);
    expect(codes(8, ['a'])).toEqual(['warn']);
    expect(codes(8, ['a', 'b'])).toEqual(['warn']);
    expect(codes(1, ['a', 'b'])).toEqual([]);
  });

  test('what a profile leaves out is what the policy says, options and all', () => {
    const policy =
      'rules: { threshold: { at: 9 } }\nprofiles: { own: { rules: { threshold: { level: warn } } } }\napply: [{ profile: own, packages: [left-pad] }]';
    expect(levels(policy, {}, [threshold])).toEqual(['warn']);
  });

  test('a rule about lockfiles goes by the path of the lockfile', () => {
    const rule = defineLockfileRule({
      ...meta,
      id: 'whole',
      messages: { deleted: meta.messages.low },
      check: () => says('deleted'),
    });
    const policy = 'profiles: { own: { rules: { whole: off } } }\napply: [{ profile: own, paths: ["experiments/**"] }]';
    const observed = (path: string) =>
      judgeUnder(policy, {
        dossiers: [],
        rules: [rule],
        comparison: { observations: [{ code: 'deleted', path, line: 1, args: {} }] },
      }).findings.length;
    expect([observed('experiments/package-lock.json'), observed('package-lock.json')]).toEqual([0, 1]);
  });
});

test('no profile lowers the floor, nor hides it', () => {
  const rules = [floored, poor, lockfileRule({ id: 'locks', messages: { deleted: 'mandatory', moved: 'configured' } })];
  const policy =
    'profiles: { none: { rules: { floored: off, poor: off, locks: off } } }\napply: [{ profile: none, packages: ["left-*"] }, { profile: none, paths: ["**"] }]';
  const judged = judgeUnder(policy, {
    dossiers: [dossierOf()],
    rules,
    comparison: { observations: [{ code: 'deleted', path: 'package-lock.json', line: 1, args: {} }] },
  });
  expect(brief(judged)).toEqual([
    ['locks', 'reported', 'error', null],
    ['floored', 'reported', 'error', null],
  ]);
});

test.each([
  ['a rule that is wholly floor', 'profiles: { a: { rules: { existence: warn } } }', /part of the floor/],
  ['what the policy denies', 'profiles: { a: { rules: { deny: off } } }', /unknown key `deny`/],
  ['a rule about the policy', 'profiles: { a: { rules: { exception-hygiene: off } } }', /unknown key/],
  ['an unknown rule', 'profiles: { a: { rules: { cooldwon: off } } }', /did you mean `cooldown`/],
  ['a profile that is not there', 'apply: [{ profile: sandbux, paths: ["a/**"] }]', /did you mean `sandbox`/],
  ['nothing to apply to', 'apply: [{ profile: sandbox }]', /expected `paths`, `workspaces`/],
  ['a name that is none', 'profiles: { "A B": { rules: {} } }', /expected the name of a profile/],
])('a profile with %s is refused', (_, text, message) => {
  expect(() => loadPolicy({ source: 'p', text: `version: 1\n${text}` })).toThrow(message);
});

test('the built-in sandbox lowers cooldown, new-package, provenance and abandonment, and nothing else', () => {
  const text = 'version: 1\napply: [{ profile: sandbox, paths: ["experiments/**"] }]';
  const policy = loadPolicy({ source: 'p', text });
  const sandbox = policy.profiles.get('sandbox');
  const lowered = [...policy.settings].filter(([id, setting]) => sandbox?.settings.get(id) !== setting);
  const expected = ['abandonment', 'cooldown', 'license', 'new-package', 'provenance'];
  expect(lowered.map(([id]) => id).sort()).toEqual(expected.filter((id) => policy.settings.has(id)));
  expect(sandbox?.settings.get('cooldown')?.level).toBe('warn');
  const young = dossierOf({
    change: { importers: ['experiments/a'] },
    evidence: { publishedAt: present('2026-06-15T00:00:00.000Z'), existence: absent },
  });
  expect(judgeUnder(text.slice(11), { dossiers: [young] }).verdict).toBe('fail');
});
