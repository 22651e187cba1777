import type { Approvals } from '../model/index.ts';
import type { Json } from '../model/json.ts';
import { milliseconds } from '../model/options.ts';
import type { PolicyFile } from './schema.ts';

/** Who may decide, with a value for everything. */
export function approvalsOf({ approvers = {}, never = [], required = 1, maximumAge = '180d' }: Given): Approvals {
  const { users = [], teams = [], minimumPermission = 'write' } = approvers;
  return {
    ...{ users, teams, minimumPermission, never, required, maximumAge: milliseconds(maximumAge) },
    ...({ accept: ['comment', 'ledger'], keys: [], ownChanges: 'never' } as const),
  };
}

type Given = NonNullable<PolicyFile['approvals']>;

/** What the policy's digest says of it: ids, never names, in no order of the file. */
export function approvalsMeaning({ users, teams, minimumPermission, never, required, maximumAge }: Approvals): Json {
  const ids = (all: readonly { readonly id: number }[]) => all.map(({ id }) => id).sort((a, b) => a - b);
  return { ...{ users: ids(users), teams: ids(teams), never: ids(never) }, minimumPermission, required, maximumAge };
}
