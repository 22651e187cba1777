import { describe, expect, test } from '@jest/globals';
import semver from 'semver';

import type { Observation } from '../../src/model/index.ts';
import { optionsSchema } from '../../src/policy/schema/options.ts';
import { rules } from '../../src/rules/index.ts';
import type { Rule, Violation } from '../../src/model/rule.ts';
import { dossierOf, evidenceKinds, exampleNow, without } from '../support/dossier.ts';
import { judge } from '../support/judge.ts';

interface Played {
  readonly title: string;
  readonly expected: readonly string[];
  readonly violations: readonly Violation[];
}

function play(rule: Rule): readonly Played[] {
  const context = { now: exampleNow, mode: 'check' as const };
  if (rule.subject === 'policy') {
    return rule.examples.map(({ title, violation }) => ({
      title,
      expected: [violation.code],
      violations: [violation],
    }));
  }
  if (rule.subject === 'lockfile') {
    return rule.examples.map(({ title, observation, expectedCodes, options }) => ({
      title,
      expected: expectedCodes,
      violations: rule.check({ observation, options: optionsSchema(rule).parse({ ...(options as object) }), context }),
    }));
  }
  return rule.examples.map((example) => {
    const { evidence, ...dossier } = dossierOf(example.dossier);
    const options = optionsSchema(rule).parse({ ...(example.options as object) });
    const known = Object.fromEntries(
      [...rule.needs, ...(rule.optionalEvidence ?? [])].map((kind) => {
        const isUnread = evidence[kind].state === 'unavailable' && rule.optionalEvidence?.includes(kind) === true;
        return [kind, isUnread ? { state: 'absent', unread: true } : evidence[kind]];
      }),
    );
    const check = rule.check as (subject: object) => readonly Violation[];
    const violations = check({
      dossier,
      evidence: known,
      options,
      context: { ...context, mode: example.mode ?? 'check', denials: example.denials ?? [] },
    });
    return { title: example.title, expected: example.expectedCodes, violations };
  });
}

/** Downloads that cannot be read never make a rule harsher than age alone does (docs/decisions/0226). */
const decidesByAge = (rule: string, kind: string) => rule === 'new-package' && kind === 'downloads';

test('the generated index holds every rule once, in order', () => {
  const ids = rules.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const played = play(rule);

  test.each(played.map((one) => [one.title, one] as const))('example: %s', (_title, { expected, violations }) => {
    expect(violations.map(({ code }) => code)).toEqual(expected);
    for (const { code, args } of violations) {
      const message = rule.messages[code];
      expect(message?.text(args)).toMatch(/^[`A-Z].*\.$/s);
      expect(message?.remediation(args)).toMatch(/^[A-Z].*\.$/s);
    }
  });

  test('has an example that passes, unless it has no check, and one that speaks each message', () => {
    const spoken = new Set(played.flatMap(({ violations }) => violations.map(({ code }) => code)));
    expect([...spoken].sort()).toEqual(Object.keys(rule.messages).sort());
    if (rule.subject === 'package') expect(played.some(({ expected }) => expected.length === 0)).toBe(true);
  });

  test('has floor messages where it says that it is part of the floor, and only there', () => {
    const severities = Object.values(rule.messages).map(({ severity }) => severity);
    expect(severities.includes('mandatory')).toBe(rule.floor !== 'none');
    if (rule.floor === 'whole') expect(new Set(severities)).toEqual(new Set(['mandatory']));
  });

  test('has options that stand by themselves, and that reading twice does not change', () => {
    const options = optionsSchema(rule).parse({});
    expect(optionsSchema(rule).parse(options)).toEqual(options);
    expect(optionsSchema(rule).parse({ ...rule.strict })).toMatchObject({ ...rule.strict });
    expect(optionsSchema(rule).safeParse({ 'no-such-option': 1 }).success).toBe(false);
  });

  test('lets no third-party text out of its backticks, and no control character through', () => {
    const hostile = '`::error::x`\n\u202e<img src=x>';
    for (const { code, args } of played.flatMap(({ violations }) => violations)) {
      const swapped = Object.fromEntries(
        Object.entries(args).map(([key, value]) => [
          key,
          typeof value === 'number' || !Number.isNaN(Date.parse(value)) || ours.has(key) ? value : hostile,
        ]),
      );
      const message = rule.messages[code];
      for (const said of [message?.text(swapped) ?? '', message?.remediation(swapped) ?? '']) {
        expect(said).not.toMatch(/[\n\u202e]/);
        const outside = said.split('`').filter((_part, index) => index % 2 === 0);
        expect(outside.join('')).not.toMatch(/::error|<img/);
      }
    }
  });
});

/** Arguments that hold words of our own, which need no backticks. */
const ours = new Set([
  ...['age', 'minimum', 'hooks', 'algorithm', 'algorithms', 'stated', 'part', 'dormant', 'how', 'severity', 'likeness'],
]);

/** Dossiers on which the rule cannot decide without each kind that it needs. */
const packageRules = rules.filter((rule) => rule.subject === 'package' && rule.needs.length > 0);

describe.each(packageRules.map((rule) => [rule.id, rule] as const))('%s without evidence', (_, rule) => {
  const speaking =
    rule.subject === 'package' ? rule.examples.filter(({ expectedCodes }) => expectedCodes.length > 0) : [];

  test('never passes a package that it would have spoken about', () => {
    // A rule that is off until a policy asks for it is asked for.
    const level = rule.recommended === 'off' ? 'error' : rule.recommended;
    for (const example of speaking) {
      const how = { level, options: example.options as Record<string, unknown>, mode: example.mode ?? 'check' };
      const dossier = dossierOf(example.dossier);
      const [known] = judge(rule, [dossier], how);
      const findings = judge(rule, [without(dossier, ...evidenceKinds)], how);
      expect(findings).toHaveLength(1);
      // What does not come from a registry is judged by what the change itself shows, as far as that decides.
      const isElsewhere = (example.dossier.change?.source?.kind ?? 'registry') !== 'registry';
      const same = isElsewhere && findings[0]?.outcome === 'violation';
      expect(findings[0]).toMatchObject({ outcome: same ? known?.outcome : 'indeterminate', rule: rule.id });
      if (known?.level === 'error') expect(findings[0]?.level).toBe('error');
      if (known?.floor === true) expect(findings[0]?.floor).toBe(true);
    }
  });

  test('says nothing better than before when any one piece goes missing', () => {
    const rank = { error: 3, warn: 2, note: 1 } as const;
    for (const example of rule.subject === 'package' ? rule.examples : []) {
      const how = { options: example.options as Record<string, unknown>, mode: example.mode ?? 'check' };
      const dossier = dossierOf(example.dossier);
      const before = judge(rule, [dossier], how).map(({ level }) => rank[level]);
      for (const kind of evidenceKinds.filter((one) => !decidesByAge(rule.id, one))) {
        const after = judge(rule, [without(dossier, kind)], how).map(({ level }) => rank[level]);
        expect(Math.max(0, ...after)).toBeGreaterThanOrEqual(Math.max(0, ...before));
      }
    }
  });
});

test('observations of every code have a message, of one rule', () => {
  const spoken = rules.flatMap((rule) => (rule.subject === 'lockfile' ? Object.keys(rule.messages) : []));
  const codes: Record<Observation['code'], true> = {
    'maps-disagree': true,
    'manifest-disagrees': true,
    'manifest-may-disagree': true,
    'pins-nothing': true,
    'setting-disagrees': true,
    'not-locked': true,
    incomplete: true,
    'unread-documents': true,
    'missing-dependency': true,
    'missing-optional': true,
    'out-of-range': true,
    unsupported: true,
    'no-lockfile': true,
    shadowed: true,
    competes: true,
    deleted: true,
    'moved-manager': true,
    'moved-folder': true,
    'not-comparable': true,
    unreachable: true,
    'submodule-changed': true,
    'submodule-read': true,
    'rewritten-on-checkout': true,
    'rewritten-before': true,
    'line-ends': true,
    'workspace-replaces': true,
    'lfs-pointer': true,
    'link-followed': true,
    'not-regular': true,
    'moved-out': true,
    'base-not-a-baseline': true,
    'same-head-blocked': true,
    'override-changed': true,
    'override-unapplied': true,
    'setting-changed': true,
    'policy-changed': true,
    'record-unproven': true,
    'record-altered': true,
    'record-misplaced': true,
    'policy-noted': true,
    'approvals-not-alone': true,
    'workflow-changed': true,
    'program-changed': true,
    'program-added': true,
    'manager-replaced': true,
    'manager-unverified': true,
    'manager-updated': true,
    'manager-unjudged': true,
    'setting-noted': true,
    'modules-committed': true,
    'archive-differs': true,
    'archive-unshown': true,
    'archive-patched': true,
    'store-changed': true,
    'tarball-changed': true,
    'loader-differs': true,
    'patch-changed': true,
  };
  expect(spoken.sort()).toEqual(Object.keys(codes).sort());
});

test('the unremarkable dossier is real: its version is semver and no rule speaks about it', () => {
  const dossier = dossierOf();
  expect(semver.valid(dossier.change.version)).toBe(dossier.change.version);
  for (const rule of rules) expect(judge(rule, [dossier])).toEqual([]);
});
