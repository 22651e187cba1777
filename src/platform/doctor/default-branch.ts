import type { Snapshot, SnapshotFile } from '../../model/index.ts';
import { quoted } from '../../text/visible.ts';
import type { GitHubClient } from '../github/api.ts';
import { unavailable } from '../github/ask.ts';
import { openGitHubTree } from '../github/snapshot.ts';
import type { ListedRepository } from './listed.ts';
import type { BranchReply } from './protection.ts';
import { readDefaultBranch } from './protection.ts';

/** The default branch of a repository, and what is in it. */
export interface ReadBranch {
  readonly reply: BranchReply;
  readonly tree: Snapshot;
  readonly files: readonly SnapshotFile[];
}

/** @throws GateFailure `repository-unavailable`, `budget` */
export async function openDefaultBranch(client: GitHubClient, listed: ListedRepository): Promise<ReadBranch> {
  const { owner, repo, defaultBranch } = listed;
  const reply = await readDefaultBranch(client, listed).catch((error: unknown) => {
    throw unavailable(error, `the default branch ${quoted(defaultBranch)} of ${owner}/${repo}`);
  });
  const tree = await openGitHubTree({ request: client.request, owner, repo, commit: reply.commit.sha });
  return { reply, tree, files: (await tree.list()).filter(({ mode }) => mode === 'file') };
}
