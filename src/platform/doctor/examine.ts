import { actionsLockPath } from '../../managers/watched.ts';
import { GateFailure } from '../../errors.ts';
import type { Agreement } from '../../policy/agreement.ts';
import type { GitHubClient } from '../github/api.ts';
import type { PolicyText } from '../../policy/load.ts';
import { policyPlace } from '../../policy/remote.ts';
import type { Snapshot, SnapshotFile } from '../../model/index.ts';
import { policyOf } from '../github/policy-of.ts';
import { openGitHubTree } from '../github/snapshot.ts';
import type { Facts, Problem } from './diagnose.ts';
import { diagnose, policyPath } from './diagnose.ts';
import { readBaselines } from './baselines.ts';
import { readExecutionRules } from './execution-rules.ts';
import { ownersPaths, readOwners } from './owners.ts';
import { isPinned } from './pinned.ts';
import { readProtection } from './protection.ts';

/** GitHub refuses a CODEOWNERS above 3 MB (docs, "About code owners"), and nobody writes a workflow file of that size. */
const maxBytes = 3 * 1024 * 1024;

export interface Examination {
  readonly repository: string;
  readonly defaultBranch: string;
  readonly problems: readonly Problem[];
  /** What the policy, the package managers and the update bots keep out; undefined where the policy cannot be read. */
  readonly limits?: Agreement;
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
  const lockFile = files.find(({ path }) => path === actionsLockPath);
  const { workflows, unreadable, installs } = await readWorkflows(files, read);
  const named = workflows.find((workflow) => workflow.policy !== undefined)?.policy ?? policyPath;
  const readPolicy = () => readNamedPolicy(client, tree, named);
  const [owners, baselines, executionRules, lock, limits] = await Promise.all([
    ownersFile === undefined ? undefined : read(ownersFile).then(readOwners),
    readBaselines(client, place, readPolicy),
    readExecutionRules(client, { owner, repo }),
    lockFile === undefined ? undefined : read(lockFile),
    readLimits(client, tree, readPolicy),
  ]);
  const pinned = await Promise.all(workflows.map((workflow) => isPinned(client, workflow, lock)));
  const movable = workflows.filter((_, at) => pinned[at] === false);
  return {
    repository: `${owner}/${repo}`,
    defaultBranch: protection.defaultBranch,
    problems: diagnose({ protection, workflows, movable, installs, executionRules, unreadable, owners, baselines }),
    ...(limits !== undefined && { limits }),
  };
}

/** What a workflow's input `policy` names: a file of the default branch, or of another repository. */
async function readNamedPolicy(client: GitHubClient, tree: Snapshot, named: string): Promise<PolicyText | undefined> {
  const place = policyPlace(named);
  if ('problem' in place) throw new GateFailure('policy-unavailable', place.problem);
  if ('path' in place) {
    const { openPolicyFile } = await import('../../policy/policy-file.ts');
    return openPolicyFile(tree, place.path.replace(/^\.\//, ''));
  }
  const { readRemotePolicy } = await import('../github/remote-policy.ts');
  return readRemotePolicy(place.remote, client.request);
}

/** A policy that cannot be read ends every run in an error of its own; a file that cannot be read is not compared. */
async function readLimits(
  client: GitHubClient,
  tree: Snapshot,
  readPolicy: () => Promise<PolicyText | undefined>,
): Promise<Agreement | undefined> {
  const [{ readAgreement }, { openPolicy }] = await Promise.all([
    import('../../policy/agreement.ts'),
    import('../../policy/open.ts'),
  ]);
  try {
    const readExtended = policyOf(() => Promise.resolve(client.request));
    return await readAgreement(await openPolicy(await readPolicy(), { readExtended }), tree);
  } catch (cause) {
    if (cause instanceof GateFailure) return undefined;
    throw cause;
  }
}

async function readWorkflows(
  files: Awaited<ReturnType<Snapshot['list']>>,
  read: (file: SnapshotFile) => Promise<string>,
): Promise<Pick<Facts, 'workflows' | 'unreadable' | 'installs'>> {
  const [{ readGateWorkflows }, { readInstallJobs }] = await Promise.all([
    import('./gate-workflow.ts'),
    import('./install-jobs.ts'),
  ]);
  const found = await Promise.all(
    files
      .filter(({ path }) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
      .map(async (file) => {
        const { path } = file;
        const text = await read(file);
        return { path, jobs: readGateWorkflows(path, text), installs: readInstallJobs(path, text) };
      }),
  );
  return {
    workflows: found.flatMap(({ jobs }) => jobs ?? []),
    installs: found.flatMap(({ installs }) => installs),
    unreadable: found.flatMap(({ path, jobs }) => (jobs === undefined ? path : [])),
  };
}
