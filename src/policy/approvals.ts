import type { Approvals } from '../model/index.ts';
import type { Json } from '../model/json.ts';
import { milliseconds } from '../model/options.ts';
import { keyLine, readKeyLine } from '../text/security-key.ts';
import { compareText } from '../text/order.ts';
import type { PolicyFile } from './schema.ts';

/** Who may decide, with a value for everything. */
export function approvalsOf({
  approvers = {},
  never = [],
  required = 1,
  maximumAge = '180d',
  ...own
}: Given): Approvals {
  const { users = [], teams = [], minimumPermission = 'write' } = approvers;
  const { keys = [], ownChanges = 'never' } = own;
  return {
    ...{ users, teams, minimumPermission, never, required, maximumAge: milliseconds(maximumAge) },
    ...({ accept: ['comment', 'ledger'], keys: keys.flatMap(withoutComment), ownChanges } as const),
  };
}

/** One that cannot be read was refused before. */
function withoutComment({ id, key }: Approvals['keys'][number]): Approvals['keys'] {
  const read = readKeyLine(key);
  return typeof read === 'string' ? [] : [{ id, key: keyLine(read) }];
}

type Given = NonNullable<PolicyFile['approvals']>;

/** What the policy's digest says of it: ids and keys, never names and comments, in no order of the file. */
export function approvalsMeaning({ users, teams, minimumPermission, never, required, ...more }: Approvals): Json {
  const { maximumAge, keys, ownChanges } = more;
  const ids = (all: readonly { readonly id: number }[]) => all.map(({ id }) => id).sort((a, b) => a - b);
  const held = keys.map(({ id, key }) => ({ id, key })).sort((a, b) => a.id - b.id || compareText(a.key, b.key));
  return {
    ...{ ...{ users: ids(users), teams: ids(teams), never: ids(never) }, minimumPermission, required, maximumAge },
    ...(held.length === 0 ? {} : { keys: held }),
    ...(ownChanges === 'never' ? {} : { ownChanges }),
  };
}
