import * as z from 'zod';

import type { Account } from '../../../model/index.ts';

/** What is asked of every account in GraphQL. Only these kinds have a number. */
export const who =
  '__typename login ... on User { databaseId } ... on Bot { databaseId } ... on Organization { databaseId } ... on Mannequin { databaseId }';

const types = z.enum(['User', 'Bot', 'Organization', 'Mannequin', 'EnterpriseUserAccount']);

/** An account as GraphQL tells it. One without a number cannot be told from another, and is as good as gone. */
export const actor = z
  .object({ __typename: types, login: z.string().min(1), databaseId: z.int().positive().nullish() })
  .nullable()
  .transform((found): Account | null => {
    if (typeof found?.databaseId !== 'number') return null;
    const { __typename: type, login, databaseId: id } = found;
    // GraphQL leaves out of a Bot's login what REST and everybody else writes.
    return { id, login: type === 'Bot' && !login.endsWith('[bot]') ? `${login}[bot]` : login, type };
  });

/** An account as REST tells it. */
export const restAccount = z
  .object({ id: z.int().positive(), login: z.string().min(1), type: types })
  .transform(({ id, login, type }): Account => ({ id, login, type }));

/** The address that GitHub gives to the commits of an App, which it links to no account in GraphQL. */
export function appOfAddress(email: string): Account | null {
  const [, id = '', login = ''] = /^(\d{1,15})\+([A-Za-z0-9-]+\[bot\])@users\.noreply\.github\.com$/.exec(email) ?? [];
  return id === '' ? null : { id: Number(id), login, type: 'Bot' };
}
