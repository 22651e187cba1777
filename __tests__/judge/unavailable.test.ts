import { describe, expect, test } from '@jest/globals';

import { missingMessage, missingRemediation } from '../../src/judge/unavailable.ts';
import type { MissingEvidence } from '../../src/judge/unavailable.ts';

const left = (kind: MissingEvidence['kind'], detail: string): MissingEvidence => ({
  kind,
  evidence: { state: 'unavailable', reason: 'not-provided', detail },
});

describe('what a finding says of evidence that a registry leaves out', () => {
  test('is one reason, and for signatures and publishers a fix that the policy knows', () => {
    const publisher = left('publisher', 'the registry names no publisher of any version');
    expect(missingMessage(publisher)).toBe(
      'It is unknown who published this version: the registry names no publisher of any version.',
    );
    expect(missingRemediation(publisher)).toContain('registries: [{ url, publishers: none }]');
    const unsigned = left('registrySignature', 'the registry serves no signature of any version');
    expect(missingRemediation(unsigned)).toContain('keys: [...]');
    expect(missingRemediation(unsigned)).not.toMatch(/signatures: (?:none|unsupported)/);
  });

  test('shows nothing of the reason that could move a terminal', () => {
    expect(missingMessage(left('publishedAt', 'HTTP 418\u001b[2K'))).toBe(
      'It is unknown when this version was published: HTTP 418\\u{1B}[2K.',
    );
  });

  test('for advisories and malware names another source, and for the rest no key that would not help', () => {
    const none = 'the registry serves no advisories';
    const osv = '`malware: [osv]` and `advisories: [osv]` under `sources`';
    expect(missingRemediation(left('malware', none))).toContain(osv);
    // The same words for both: the reporters show them once.
    expect(missingRemediation(left('predecessorAdvisories', none))).toBe(missingRemediation(left('malware', none)));
    expect(missingRemediation(left('publishedAt', 'the registry gives no publish times'))).not.toContain('signatures');
  });
});
