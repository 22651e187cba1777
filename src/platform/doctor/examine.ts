import type { GitHubClient } from '../github/api.ts';
import type { Snapshot, SnapshotFile } from '../../model/index.ts';
import { openGitHubTree } from '../github/snapshot.ts';
import type { Problem } from './diagnose.ts';
import { diagnose, policyPath } from './diagnose.ts';
import { readBaselines } from './baselines.ts';
import type { GateWorkflow } from './gate-workflow.ts';
import { ownersPaths, readOwners } from './owners.ts';
import { readProtection } from './protection.ts';

/** GitHub refuses a CODEOWNERS above 3 MB (docs, "About code owners"), and nobody writes a workflow file of that size. */
const maxBytes = 3 * 1024 * 1024;

export interface Examination {
  readonly repository: string;
  readonly defaultBranch: string;
  readonly problems: readonly Problem[];
}

/**
 * Whether the repository's settings make the check effective: reads the protection of its default branch, and that
 * branch's workflows and CODEOWNERS by object id.
 * @throws GateFailure `repository-unavailable` where GitHub does not provide what is indispensable.
 */
export async function examine(client: GitHubClient, owner: string, repo: string): Promise<Examination> {
  const protection = await readProtection(client, owner, repo);
  const tree = await openGitHubTree({ request: client.request, owner, repo, commit: protection.tip });
  const files = (await tree.list()).filter(({ mode }) => mode === 'file');
  const read = async (file: SnapshotFile): Promise<string> => new TextDecoder().decode(await tree.read(file, maxBytes));
  const ownersFile = ownersPaths.map((path) => files.find((file) => file.path === path)).find(Boolean);
  const place = { owner, repo, defaultBranch: protection.defaultBranch };
  const [owners, { workflows, unreadable }, baselines] = await Promise.all([
    ownersFile === undefined ? undefined : read(ownersFile).then(readOwners),
    readWorkflows(files, read),
    readBaselines(client, place, { tree, policyPath }),
  ]);
  return {
    repository: `${owner}/${repo}`,
    defaultBranch: protection.defaultBranch,
    problems: diagnose({ protection, workflows, unreadable, owners, baselines }),
  };
}

async function readWorkflows(
  files: Awaited<ReturnType<Snapshot['list']>>,
  read: (file: SnapshotFile) => Promise<string>,
): Promise<{ readonly workflows: readonly GateWorkflow[]; readonly unreadable: readonly string[] }> {
  const { readGateWorkflows } = await import('./gate-workflow.ts');
  const found = await Promise.all(
    files
      .filter(({ path }) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
      .map(async (file) => ({ path: file.path, jobs: readGateWorkflows(file.path, await read(file)) })),
  );
  return {
    workflows: found.flatMap(({ jobs }) => jobs ?? []),
    unreadable: found.flatMap(({ path, jobs }) => (jobs === undefined ? path : [])),
  };
}
