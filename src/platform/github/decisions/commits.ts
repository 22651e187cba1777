import * as z from 'zod';

import type { KnownCommit } from '../../../decisions/changed-files.ts';
import type { Account } from '../../../model/index.ts';
import { objectId } from '../ask.ts';
import { appOfAddress } from './accounts.ts';
import { approvalsUnusable } from './unavailable.ts';

/** The commits of a pull request as GraphQL tells them. */

/** GitHub lists 250 commits of a pull request; where there are as many, there may be more. */
export const maxCommits = 250;
const maxPeople = 100;

const gitActor = z.object({
  email: z.string().nullable(),
  user: z
    .object({ __typename: z.literal('User'), login: z.string().min(1), databaseId: z.int().positive().nullable() })
    .nullable(),
});
const tree = z.object({ oid: objectId });
export const gitCommit = z.object({
  oid: objectId,
  tree,
  parents: z.object({ totalCount: z.int(), nodes: z.array(z.object({ oid: objectId, tree })) }),
  authors: z.object({ totalCount: z.int(), nodes: z.array(gitActor) }),
  committer: gitActor.nullable(),
  signature: z.object({ isValid: z.boolean(), wasSignedByGitHub: z.boolean() }).nullable(),
});

export const commits = z.object({
  totalCount: z.int(),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  nodes: z.array(z.object({ commit: gitCommit })),
});

/**
 * A commit with the accounts behind its names. Of Apps GraphQL has none: theirs are read from the address that GitHub gives
 * them.
 * @throws GateFailure `approvals-unavailable` for a commit of more people or parents than are listed
 */
export function commitOf(found: z.infer<typeof gitCommit>): KnownCommit {
  const { oid: id, parents, authors, committer, signature } = found;
  if (authors.totalCount !== authors.nodes.length || parents.totalCount !== parents.nodes.length) {
    const what = `GitHub does not list all parents and all ${authors.totalCount} authors of the commit ${id}`;
    throw approvalsUnusable(what, `write it again with at most ${maxPeople}`);
  }
  const people = authors.nodes.map(accountOf);
  const by = committer === null ? null : accountOf(committer);
  const isMadeByGitHub = signature?.isValid === true && signature.wasSignedByGitHub;
  return {
    ...{ id, parents: parents.nodes.map(({ oid }) => oid), isMadeByGitHub },
    authors: people.flatMap((account) => account ?? []),
    hasAuthor: people.length > 0 && people[0] !== null,
    ...(by === null || isMadeByGitHub ? {} : { committer: by }),
  };
}

/** The trees of a commit and of its parents, by the commits' ids. */
export const treesOf = ({ oid, tree, parents }: z.infer<typeof gitCommit>): readonly (readonly [string, string])[] => [
  [oid, tree.oid],
  ...parents.nodes.map((parent) => [parent.oid, parent.tree.oid] as const),
];

function accountOf({ email, user }: z.infer<typeof gitActor>): Account | null {
  if (typeof user?.databaseId === 'number') return { id: user.databaseId, login: user.login, type: 'User' };
  return appOfAddress(email ?? '');
}
