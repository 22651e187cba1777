import { describe, expect, test } from '@jest/globals';

import signature from '../../src/rules/signature.ts';
import { absent, dossierOf, present, unavailable } from '../support/dossier.ts';
import { codesOf, judge } from '../support/judge.ts';

const invalid = (check: string) => dossierOf({ evidence: { registrySignature: present({ state: 'invalid', check }) } });

describe('a signature that does not count', () => {
  const checks = ['integrity', 'malformed', 'signature', 'key-period', 'publish-time-unknown', 'unknown-key'];

  test('each check has words and a fingerprint of its own, and is an error', () => {
    const findings = checks.flatMap((check) => judge(signature, [invalid(check)]));
    expect(findings.map(({ level }) => level)).toEqual(checks.map(() => 'error'));
    expect(new Set(findings.map(({ message }) => message)).size).toBe(checks.length);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(checks.length);
    for (const { message } of findings) expect(message).not.toContain('fails the check');
  });

  test.each(['tomorrow', 'constructor'])('a check without words is named: %s', (check) => {
    expect(judge(signature, [invalid(check)])[0]?.message).toContain(`fails the check \`${check}\``);
  });
});

test('a missing signature is an error, one that could not be read is indeterminate, none to expect is nothing', () => {
  const of = (registrySignature: Parameters<typeof unavailable>[0] | 'absent' | 'not-applicable') =>
    dossierOf({
      evidence: {
        registrySignature:
          registrySignature === 'absent'
            ? absent
            : registrySignature === 'not-applicable'
              ? present({ state: 'not-applicable' })
              : unavailable(registrySignature),
      },
    });
  expect(codesOf(signature, of('absent'))).toEqual(['absent']);
  expect(codesOf(signature, of('not-applicable'))).toEqual([]);
  expect(judge(signature, [of('not-provided')])[0]).toMatchObject({ outcome: 'indeterminate', level: 'error' });
});
