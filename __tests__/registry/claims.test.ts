import { describe, expect, test } from '@jest/globals';

import { readPublisherClaim } from '../../src/registry/claims.ts';

const claimed = (npmUser: unknown) => readPublisherClaim({ _npmUser: npmUser });

describe('reading _npmUser', () => {
  test('as the public registry writes it', () => {
    const trustedPublisher = { id: 'github', oidcConfigId: 'oidc:d0585aa6' };
    expect(claimed({ name: 'GitHub Actions', trustedPublisher })).toEqual({ name: 'GitHub Actions', trustedPublisher });
    expect(claimed({ name: 'x', approver: { name: 'octocat' } })).toEqual({ name: 'x', approver: 'octocat' });
    expect(claimed({ approver: 'octocat' })).toEqual({ approver: 'octocat' });
  });

  test.each([undefined, null, [], 'octocat', 7, {}])('%p says nothing, which is not "nobody"', (value) => {
    expect(claimed(value)).toBeUndefined();
  });

  test.each([
    { trustedPublisher: true },
    { trustedPublisher: {} },
    { trustedPublisher: { id: '' } },
    { trustedPublisher: { id: 7 } },
    { approver: {} },
    { approver: true },
    { approver: '' },
  ])('a field of another shape is no trusted publisher and no approval: %#', (value) => {
    expect(claimed({ name: 'x', ...value })).toEqual({ name: 'x' });
  });
});
