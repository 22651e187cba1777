import { describe, expect, test } from '@jest/globals';

import type { RuleMessage } from '../../src/judge/finding.ts';
import { mergeMessages } from '../../src/judge/finding.ts';
import cooldown from '../../src/rules/cooldown.ts';
import newPackage from '../../src/rules/new-package.ts';
import { absent, present } from '../../src/model/example.ts';
import { dossierOf } from '../support/dossier.ts';
import { judge } from '../support/judge.ts';

/** A finding says when it disappears by itself; nobody is told to wait for one that does not. */

const message = (parts: Partial<RuleMessage>): RuleMessage => ({
  ...{ code: 'a', rank: 0, level: 'error', floor: false, outcome: 'violation', message: 'm', remediation: 'r' },
  ...{ line: 1, places: 1, stable: {} },
  ...parts,
});
const passesAt = (...messages: readonly RuleMessage[]) =>
  mergeMessages('r', { name: 'x', version: '1.0.0', lockfile: 'l', line: 1 }, messages).passesAt;
const [early, late] = ['2026-01-02T00:00:00.000Z', '2026-01-10T00:00:00.000Z'];

describe('a finding of several messages disappears', () => {
  test('with the last of them', () => {
    expect(passesAt(message({ passesAt: late }), message({ code: 'b', passesAt: early }))).toBe(late);
  });

  test('not by itself if one as bad as the worst stays', () => {
    expect(passesAt(message({ passesAt: late }), message({ code: 'b' }))).toBeUndefined();
  });

  test('as what blocks, if only a warning stays', () => {
    expect(passesAt(message({ passesAt: late }), message({ code: 'b', level: 'warn' }))).toBe(late);
  });
});

describe('of the rules', () => {
  const young = present('2026-06-15T10:00:00.000Z');

  test('an age that is too low passes', () => {
    const [tooYoung] = judge(cooldown, [dossierOf({ evidence: { publishedAt: young } })]);
    expect(tooYoung).toMatchObject({ codes: ['too-young'], passesAt: '2026-06-18T10:00:00.000Z' });
    const [name] = judge(newPackage, [dossierOf({ evidence: { firstPublishedAt: young } })]);
    expect(name).toMatchObject({ codes: ['young-name'], passesAt: '2026-07-15T10:00:00.000Z' });
  });

  test('an age that is not known does not', () => {
    const [unknown] = judge(cooldown, [dossierOf({ evidence: { publishedAt: absent } })]);
    expect(unknown).toMatchObject({ codes: ['no-time'] });
    expect(unknown).not.toHaveProperty('passesAt');
  });
});
