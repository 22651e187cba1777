import { describe, expect, test } from '@jest/globals';

import { GateFailure } from '../../src/errors.ts';
import { explainPolicy } from '../../src/policy/explain.ts';
import { lintPolicy } from '../../src/policy/lint.ts';
import { definePackageRule } from '../../src/model/rule.ts';
import { loadPolicy } from '../support/load-policy.ts';

/** The key `provenance` is the option `expect` of the rule, whatever that option looks like. */
const rule = definePackageRule({
  ...{ id: 'provenance', summary: 'p', why: 'p', recommended: 'error', floor: 'none' },
  defaults: { depth: 'all', expect: [] },
  options: (z) => ({
    depth: z.enum(['direct', 'all']),
    expect: z.array(z.strictObject({ packages: z.array(z.string()), ref: z.string().optional() })),
  }),
  messages: { wrong: { severity: 'configured', text: () => 'w', remediation: () => 'r' } },
  ...{ sources: 'registry', needs: [], examples: [], check: () => [] },
});
const load = (text: string) => loadPolicy({ source: 'p.yml', text: `version: 1\n${text}` }, { rules: [rule] });
const optionsOf = (text: string) => load(text).settings.get('provenance')?.options;
const acme = { packages: ['@acme/*'], ref: 'refs/heads/main' };
const left = { packages: ['left-pad'] };

describe('the key `provenance`', () => {
  test('becomes what the rule expects, beside its own option', () => {
    expect(optionsOf('')).toEqual({ depth: 'all', expect: [] });
    expect(optionsOf(`provenance: [${JSON.stringify(acme)}]`)).toEqual({ depth: 'all', expect: [acme] });
    const both = `provenance: [${JSON.stringify(acme)}]\nrules: { provenance: { depth: direct, expect: [${JSON.stringify(left)}] } }`;
    expect(optionsOf(both)).toEqual({ depth: 'direct', expect: [acme, left] });
  });

  test('is part of what the policy means, however it is written', () => {
    const one = load(`provenance: [${JSON.stringify(acme)}]`).digest;
    expect(one).toBe(load(`rules: { provenance: { expect: [${JSON.stringify(acme)}] } }`).digest);
    expect(one).not.toBe(load('').digest);
    expect(one).not.toBe(load(`provenance: [${JSON.stringify(left)}]`).digest);
  });

  test('says where it comes from', () => {
    const values = explainPolicy(load(`provenance: [${JSON.stringify(acme)}]`));
    expect(values).toContainEqual({ path: 'rules.provenance.expect', value: [acme], origin: 'p.yml:2' });
  });

  test.each([
    'provenance: {}',
    'provenance: [{ package: a }]',
    'provenance: [{ packages: [a], branch: main }]',
    'provenance: yes',
  ])('%s is refused with its place', (text) => {
    expect(() => load(text)).toThrow(GateFailure);
    expect(() => load(text)).toThrow(expect.objectContaining({ code: 'policy-invalid', line: 2 }));
  });

  test('the linter says when a level keeps it from failing a run', () => {
    const warnings = (level: string) =>
      lintPolicy(
        { source: 'p.yml', text: `version: 1\nprovenance: [${JSON.stringify(acme)}]\nrules: { provenance: ${level} }` },
        { now: '2026-06-01T00:00:00.000Z', rules: [rule] },
      ).warnings;
    expect(warnings('error')).toEqual([]);
    expect(warnings('warn')).toMatchObject([
      { line: 2, column: 1, grade: 'advice', message: expect.stringMatching(/is warn, so .* never fails a run/) },
    ]);
    expect(warnings('off')).toMatchObject([{ line: 2, message: expect.stringMatching(/is off, so/) }]);
  });
});
