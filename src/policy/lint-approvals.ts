import type { EffectivePolicy } from './effective-policy.ts';
import type { Warning } from './lint-warning.ts';

/** Approvals that nobody can give, or that an approver's own pull request can never have. */
export function approvalWarnings({ approvals }: Pick<EffectivePolicy, 'approvals'>): readonly Warning[] {
  if (approvals === undefined) return [];
  const { users, teams, required, keys, ownChanges } = approvals;
  const advice = (message: string, at: Warning['at']): readonly Warning[] => [{ grade: 'advice', message, at }];
  if (users.length + teams.length === 0) {
    return advice(
      '`approvals` names nobody under `approvers`, so no approval counts; list accounts there, each with its numeric id',
      ['approvals'],
    );
  }
  if (teams.length > 0 || users.length > required) return [];
  const signs = (id: number) => keys.some((key) => key.id === id);
  if (ownChanges === 'security-key' && users.every(({ id }) => signs(id))) return [];
  const accounts = users.length === 1 ? 'one account is' : `${users.length} accounts are`;
  const needed = required === 1 ? 'one approver' : `${required} approvers`;
  return advice(
    `${accounts} listed, and an approval needs ${needed}: what a listed account proposes can never be approved, because nobody approves their own change; list one more account`,
    ['approvals', 'approvers'],
  );
}
