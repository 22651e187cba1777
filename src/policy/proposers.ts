import type { Approvals, ListedProposer } from '../model/index.ts';
import type { Json } from '../model/json.ts';
import { compareText } from '../text/order.ts';
import type { PolicyFile } from './schema.ts';

/** Bots and agents as the policy lists them. */
export function proposersOf(given: NonNullable<PolicyFile['proposers']>): readonly ListedProposer[] {
  return given.map(({ login, id, owner, may }) => ({ login, ...(id === undefined ? {} : { id }), owner, may }));
}

/** What the policy's digest says of them: an id or, where there is none, a login; in no order of the file. */
export function proposersMeaning(listed: readonly ListedProposer[]): Json {
  const meant = listed.map(({ login, id, owner, may }) => ({ who: id ?? login.toLowerCase(), owner, may }));
  return meant.sort((a, b) => compareText(String(a.who), String(b.who)));
}

/** Who may decide, without the accounts of bots and agents: a machine user is of type User, and could be listed by a team. */
export function withoutProposers(approvals: Approvals, listed: readonly ListedProposer[]): Approvals {
  const known = new Set(approvals.never.map(({ id }) => id));
  const more = listed.flatMap(({ login, id }) => (id === undefined || known.has(id) ? [] : [{ login, id }]));
  return { ...approvals, never: [...approvals.never, ...more] };
}
