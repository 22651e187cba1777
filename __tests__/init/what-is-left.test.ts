import { describe, expect, test } from '@jest/globals';

import type { Baseline } from '../../src/init/plan.ts';
import { baselineOf, policyText } from '../../src/init/plan.ts';
import { whatIsLeft } from '../../src/init/what-is-left.ts';
import type { Report } from '../../src/model/index.ts';

/** What `init` says, in the policy and to its user, of what is locked and neither clean nor waived. */

type Finding = Report['findings'][number];

const finding = (own: Partial<Finding>): Finding =>
  ({
    ...{ rule: 'cooldown', name: 'a', version: '1.0.0', lockfile: 'package-lock.json', message: 'is young.' },
    ...{ level: 'error', status: 'reported', outcome: 'violation', floor: false, codes: ['code'] },
    ...own,
  }) as Finding;
const baseline = (...findings: readonly Finding[]) =>
  baselineOf({ findings } as unknown as Report, (rule) => rule !== 'existence');
const written = (of: Baseline) =>
  policyText(of, '2026-06-01', { leavesOut: false, branches: [], step: 'recommended', own: [] });
const said = (of: Baseline | undefined, isKept = false) => whatIsLeft({ baseline: of, errors: [], isKept }).join('\n');
const many = (count: number, own: Partial<Finding>) =>
  Array.from({ length: count }, (_, at) => finding({ name: `p${at}`, ...own }));
const floor = { rule: 'existence', floor: true, message: 'does not exist.' } as const;

describe('the policy says the truth about what is locked', () => {
  test('nothing blocks', () => {
    expect(written(baseline())).toContain('# These rules block nothing that was locked on 2026-06-01.');
  });

  test('some could not be judged', () => {
    const text = written(baseline(...many(3, { outcome: 'indeterminate' })));
    expect(text).not.toContain('block nothing');
    expect(text).toContain('# 3 findings could not be judged on 2026-06-01, because evidence was unavailable');
  });

  test('some must be fixed first', () => {
    const text = written(baseline(...many(2, floor)));
    expect(text).not.toContain('block nothing');
    expect(text).toContain('# 2 findings about what was locked on 2026-06-01 must be fixed first');
  });

  test('beside exceptions too', () => {
    const text = written(baseline(finding({}), finding({ name: 'b', ...floor })));
    expect(text).toContain('{ package: "a@1.0.0", rules: [cooldown]');
    expect(text).toContain('# 1 finding about what was locked');
  });
});

describe('exceptions', () => {
  test('none for a package version with a floor finding', () => {
    const { carried, open } = baseline(
      finding({ rule: 'signature' }),
      finding({ rule: 'integrity', floor: true }),
      finding({ rule: 'signature', version: '2.0.0' }),
    );
    expect(carried).toEqual([{ package: 'a@2.0.0', rules: ['signature'] }]);
    expect(open.map(({ rule }) => rule)).toEqual(['integrity']);
  });

  test('are not said to be written where the policy is kept', () => {
    expect(said(baseline(finding({})))).toContain('1 already locked package version waived by name for 90 days.');
    const kept = said(baseline(finding({})), true);
    expect(kept).not.toContain('waived');
    expect(kept).toContain('1 already locked package version would be blocked under the policy that is kept');
    expect(said(undefined, true)).not.toContain('could not be audited');
  });
});

describe('hundreds of findings', () => {
  test('with one cause name five packages, the number and the cause once', () => {
    const lines = said(baseline(...many(300, floor)))
      .trim()
      .split('\n');
    expect(lines).toEqual([
      'fix first, no exception can cover it: `p0@1.0.0`, `p1@1.0.0`, `p2@1.0.0`, `p3@1.0.0`, `p4@1.0.0` and 295 more [existence] does not exist.',
    ]);
  });

  test('with a message each give the first one', () => {
    const each = many(300, floor).map((one, at) => ({ ...one, message: `has the digest ${at}.` }));
    const lines = said(baseline(...each))
      .trim()
      .split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/`p4@1.0.0` and 295 more \[existence\] the first: has the digest 0\.$/);
  });

  test('with a cause each name five of them and the number', () => {
    const each = many(300, floor).map((one, at) => ({ ...one, codes: [`code-${at}`] }));
    const lines = said(baseline(...each))
      .trim()
      .split('\n');
    expect(lines).toHaveLength(6);
    expect(lines[5]).toBe('295 more findings must be fixed first (300 in all): run `lockgate audit` to see them.');
  });

  test('that could not be judged say the cause once', () => {
    const lines = said(baseline(...many(300, { outcome: 'indeterminate', message: 'the registry did not answer.' })))
      .trim()
      .split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('300 findings could not be judged');
    expect(lines[1]).toMatch(
      /^not judged, for example: `p0@1.0.0`.* and 295 more \[cooldown\] the registry did not answer\.$/,
    );
  });
});
