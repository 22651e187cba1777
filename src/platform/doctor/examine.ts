import { actionsLockPath } from '../../managers/watched.ts';
import { GateFailure } from '../../errors.ts';
import type { Agreement } from '../../policy/agreement.ts';
import type { GitHubClient } from '../github/api.ts';
import type { GateRequirement, Problem, Snapshot, SnapshotFile } from '../../model/index.ts';
import type { PolicyText } from '../../policy/load.ts';
import { policyPlace } from '../../policy/remote.ts';
import { policyOf } from '../github/policy-of.ts';
import type { ReadBranch } from './default-branch.ts';
import { openDefaultBranch } from './default-branch.ts';
import { diagnose } from './diagnose.ts';
import type { Facts } from './facts.ts';
import { policyPath } from './facts.ts';
import { readApprovals } from './approvals.ts';
import { readBaselines } from './baselines.ts';
import { readExecutionRules } from './execution-rules.ts';
import type { ListedRepository } from './listed.ts';
import { askRepository } from './listed.ts';
import type { Once } from './once.ts';
import { createOnce } from './once.ts';
import { installsOutside, readOutsideWorkflow } from './outside-workflow.ts';
import { ownersPaths, readOwners } from './owners.ts';
import { isPinned } from './pinned.ts';
import { readProtection } from './protection.ts';
import { readRulesets, requirementsOf } from './requirements.ts';
import { parseWorkflow } from './workflow-file.ts';

/** GitHub refuses a CODEOWNERS above 3 MB (docs, "About code owners"), and nobody writes a workflow file of that size. */
const maxBytes = 3 * 1024 * 1024;

/** How a repository stands, in `lockgate doctor` of it and in its line of `lockgate doctor --org`. */
export interface Standing {
  readonly repository: string;
  readonly defaultBranch: string;
  readonly problems: readonly Problem[];
  /** What makes a merge wait for the gate. */
  readonly requiredBy: readonly GateRequirement[];
}

export interface Examination extends Standing {
  /** What the policy, the package managers and the update bots keep out; undefined where the policy cannot be read. */
  readonly limits?: Agreement;
}

/**
 * Whether the repository's settings make the check effective: reads the protection of its default branch, and that
 * branch's workflows and CODEOWNERS by object id.
 * @throws GateFailure `repository-unavailable` where GitHub does not provide what is indispensable.
 */
export async function examine(client: GitHubClient, owner: string, repo: string): Promise<Examination> {
  const listed = await askRepository(client, owner, repo);
  const branch = await openDefaultBranch(client, listed);
  const { standing, policy } = await examineListed(client, createOnce(), listed, branch);
  const limits = await readLimits(client, branch.tree, policy);
  return { ...standing, repository: `${owner}/${repo}`, ...(limits !== undefined && { limits }) };
}

/**
 * The same of a repository whose default branch is open already.
 * @param once answers that other repositories of the owner share
 */
export async function examineListed(
  client: GitHubClient,
  once: Once,
  listed: ListedRepository,
  { reply, tree, files }: ReadBranch,
): Promise<{
  readonly standing: Standing;
  readonly facts: Facts;
  readonly policy: () => Promise<PolicyText | undefined>;
}> {
  const { owner, repo, defaultBranch } = listed;
  const read = async (file: SnapshotFile): Promise<string> => new TextDecoder().decode(await tree.read(file, maxBytes));
  const ownersFile = ownersPaths.map((path) => files.find((file) => file.path === path)).find(Boolean);
  const lockFile = files.find(({ path }) => path === actionsLockPath);
  const [protection, { workflows, unreadable, installs }] = await Promise.all([
    readProtection(client, once, listed, reply),
    readWorkflows(files, read),
  ]);
  const named = workflows.find((workflow) => workflow.policy !== undefined)?.policy ?? policyPath;
  const asked = createOnce();
  const policy = (): Promise<PolicyText | undefined> => asked('policy', () => readNamedPolicy(client, tree, named));
  const elsewhere = protection.workflows.filter(({ repositoryId }) => repositoryId !== listed.id);
  const [owners, baselines, approvals, executionRules, lock, outside] = await Promise.all([
    ownersFile === undefined ? undefined : read(ownersFile).then(readOwners),
    readBaselines(client, { owner, repo, defaultBranch }, policy),
    readApprovals(client, once, listed, policy),
    readExecutionRules(client, { owner, repo }),
    lockFile === undefined ? undefined : read(lockFile),
    Promise.all(elsewhere.map((required) => readOutsideWorkflow(client, once, required))),
  ]);
  const [pinned, rulesets] = await Promise.all([
    Promise.all(workflows.map((workflow) => isPinned(client, workflow, lock))),
    readRulesets(client, once, { owner, repo }, { protection, workflows, outside }),
  ]);
  const movable = workflows.filter((_, at) => pinned[at] === false);
  const isLocal = [...workflows, ...outside.flatMap(({ gates }) => gates)].some(({ local }) => local !== undefined);
  const isHome = isLocal && (await isActionsHome(files, read));
  const facts: Facts = {
    ...{ protection, workflows, movable, executionRules, unreadable, owners, isHome, baselines, outside, rulesets },
    approvals,
    installs: [...installs, ...installsOutside(outside)],
  };
  const requiredBy = requirementsOf(facts);
  return {
    standing: { repository: `${owner}/${repo}`, defaultBranch, problems: diagnose(facts), requiredBy },
    facts,
    policy,
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

/** Whether this is the action's own repository: what `./` names is its root. */
async function isActionsHome(
  files: Awaited<ReturnType<Snapshot['list']>>,
  read: (file: SnapshotFile) => Promise<string>,
): Promise<boolean> {
  const file = files.find(({ path }) => path === 'action.yml') ?? files.find(({ path }) => path === 'action.yaml');
  return file !== undefined && parseWorkflow(await read(file))?.['name'] === 'lockgate';
}

async function readWorkflows(
  files: Awaited<ReturnType<Snapshot['list']>>,
  read: (file: SnapshotFile) => Promise<string>,
): Promise<Pick<Facts, 'workflows' | 'unreadable' | 'installs'>> {
  const { readWorkflowJobs } = await import('./workflow-jobs.ts');
  const found = await Promise.all(
    files
      .filter(({ path }) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
      .map(async (file) => {
        const { path } = file;
        return { path, ...readWorkflowJobs(path, await read(file)) };
      }),
  );
  return {
    workflows: found.flatMap(({ gates }) => gates ?? []),
    installs: found.flatMap(({ installs }) => installs),
    unreadable: found.flatMap(({ path, gates }) => (gates === undefined ? path : [])),
  };
}
