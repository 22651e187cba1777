import { describe, expect, test } from '@jest/globals';

import { runRules } from '../../src/judge/engine.ts';
import { effectiveLevel, worstOf } from '../../src/judge/finding.ts';
import { effectOf, severityOf } from '../../src/model/effect.ts';
import type { Level } from '../../src/model/index.ts';
import { presetDefaults } from '../../src/policy/presets.ts';
import { presetNames } from '../../src/policy/schema/names.ts';
import { brief, judgeUnder } from '../support/judge-policy.ts';
import { dossierOf, exampleNow, without } from '../support/dossier.ts';
import { packageRule, says } from '../support/speaking-rules.ts';

const dossiers = [dossierOf()];
const mixed = packageRule({
  id: 'mixed',
  messages: { poor: 'configured', odd: 'advisory', aside: 'note' },
  check: () => says('poor', 'aside'),
});
const noted = packageRule({ id: 'noted', messages: { aside: 'note' } });

describe('a message that is only a note', () => {
  test.each<[Level, Level]>([
    ['off', 'off'],
    ['note', 'note'],
    ['warn', 'note'],
    ['error', 'note'],
  ])('under level %s is %s', (level, expected) => {
    const setting = { level, advice: 'error', options: {} } as const;
    expect(effectiveLevel('none', 'note', setting, 'code')).toEqual({ level: expected, floor: false });
    expect(effectiveLevel('whole', 'note', setting, 'code')).toEqual({ level: expected, floor: false });
  });

  test('is a separate finding, so that a blocking one does not absorb it', () => {
    const { verdict, findings } = judgeUnder('', { dossiers, rules: [mixed] });
    expect(verdict).toBe('fail');
    expect(findings.map(({ level, codes }) => [level, ...codes])).toEqual([
      ['error', 'poor'],
      ['note', 'aside'],
    ]);
  });

  test.each(['', 'extends: strict', 'extends: audit', 'mode: observe'])('passes under the policy `%s`', (policy) => {
    const judged = judgeUnder(policy, { dossiers, rules: [noted] });
    expect(judged.verdict).toBe('pass');
    expect(brief(judged)).toEqual([['noted', 'reported', 'note', null]]);
  });
});

describe('a rule at level note', () => {
  const policy = 'rules: { speaking: note }';
  const rule = (severity: 'configured' | 'advisory' | 'mandatory') => packageRule({ messages: { poor: severity } });

  test.each(['configured', 'advisory'] as const)(
    'reports a message of severity %s as a note, and the verdict passes',
    (severity) => {
      const judged = judgeUnder(policy, { dossiers, rules: [rule(severity)] });
      expect(judged.verdict).toBe('pass');
      expect(brief(judged)).toEqual([['speaking', 'reported', 'note', null]]);
    },
  );

  test('still reports floor findings as errors', () => {
    expect(judgeUnder(policy, { dossiers, rules: [rule('mandatory')] }).verdict).toBe('fail');
  });

  test.each(['error', 'warn'])('that could not judge is a note too, under `unavailable: %s`', (unavailable) => {
    const asking = packageRule({
      messages: { poor: 'configured' },
      needs: ['publishedAt'],
      check: ({ evidence }) => (evidence.publishedAt.state === 'present' ? [] : []),
    });
    const judged = judgeUnder(`${policy}\nunavailable: ${unavailable}`, {
      dossiers: [without(dossierOf(), 'publishedAt')],
      rules: [asking],
    });
    expect(judged).toMatchObject({ verdict: 'pass', findings: [{ outcome: 'indeterminate', level: 'note' }] });
  });

  test('has notes as the worst that it could report', () => {
    expect(worstOf(rule('configured'), { level: 'note', advice: 'warn', options: {} }).level).toBe('note');
    expect(worstOf(mixed, { level: 'warn', advice: 'warn', options: {} }).level).toBe('warn');
    expect(worstOf(noted, { level: 'error', advice: 'warn', options: {} }).level).toBe('note');
  });

  test('is not what a profile that warns is overruled by', () => {
    const settings = (level: Level) => new Map([['speaking', { level, advice: 'warn', options: {} } as const]]);
    const [found] = runRules({
      ...{ rules: [rule('configured')], settings: settings('note'), dossiers, observations: [], unavailable: 'error' },
      profiles: { ofChange: () => [settings('note'), settings('warn')], ofPath: () => [settings('note')] },
      context: { now: exampleNow, mode: 'check' },
    });
    expect(found?.level).toBe('warn');
  });
});

test('a level that an option names may be a note, and only ever tightens', () => {
  const option = { option: 'how' } as const;
  const weighed = (level: Level, how: Level) =>
    effectiveLevel('none', option, { level, advice: 'warn', options: { how } }, 'code').level;
  expect(weighed('off', 'note')).toBe('note');
  expect(weighed('warn', 'note')).toBe('warn');
  expect(weighed('note', 'warn')).toBe('warn');
});

test('a note is the least severe, and has no effect, in every mode', () => {
  const one = { floor: false, outcome: 'violation' } as const;
  const severities = (['note', 'warn', 'error'] as const).map((level) => severityOf({ ...one, level }));
  expect(severities).toEqual([...severities].sort((a, b) => a - b));
  expect(new Set(severities).size).toBe(3);
  for (const mode of ['enforce', 'observe'] as const) {
    expect(effectOf({ status: 'reported', level: 'note', floor: false }, mode)).toBe('notes');
    expect(effectOf({ status: 'excepted', level: 'note', floor: false }, mode)).toBe('covered');
  }
});

test('no preset makes a warning, or an error, a note, or a note anything else', () => {
  const rule = (recommended: Level) => packageRule({ messages: { poor: 'configured' }, recommended });
  const levels = (recommended: Level) =>
    presetNames.map((name) => presetDefaults(name, [rule(recommended)]).settings.get('speaking')?.level);
  expect(levels('note')).toEqual(presetNames.map(() => 'note'));
  for (const level of ['warn', 'error'] as const) expect(levels(level)).not.toContain('note');
});
