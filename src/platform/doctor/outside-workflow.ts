import * as z from 'zod';

import { describeFailure } from '../github/failure.ts';
import type { GitHubClient } from '../github/api.ts';
import { openGitHubTree } from '../github/snapshot.ts';
import { GateFailure } from '../../errors.ts';
import { isOpenBranch } from './baselines.ts';
import type { GateWorkflow } from './gate-workflow.ts';
import type { InstallJob } from './install-jobs.ts';
import type { Once } from './once.ts';
import type { RequiredWorkflow } from './protection.ts';
import { asMap, parseWorkflow } from './workflow-file.ts';

/** A workflow that a ruleset requires from another repository, and whether it runs the gate. */
export interface OutsideWorkflow {
  readonly required: RequiredWorkflow;
  /** Undefined where the token does not see it. */
  readonly repository: string | undefined;
  /** Its jobs that run lockgate; none where it does something else. Their paths begin with the repository. */
  readonly gates: readonly GateWorkflow[];
  /** Its jobs that install what a pull request locks. Their paths begin with the repository. */
  readonly installs: readonly InstallJob[];
  /** Why it is not known what it runs; absent where it is known. */
  readonly unread?: string;
  /** Whether everybody with write access there can change it without a review. */
  readonly isOpen: boolean;
}

const maxBytes = 3 * 1024 * 1024;
const about = z.object({
  name: z.string(),
  owner: z.object({ login: z.string() }),
  default_branch: z.string().min(1),
});
const tip = z.object({ sha: z.string() });

/**
 * Reads a required workflow where it is: an organisation may require any workflow, and one that only lints keeps no package
 * out. The repository is asked for by its id, which is all that the rule says.
 */
export function readOutsideWorkflow(
  client: GitHubClient,
  once: Once,
  required: RequiredWorkflow,
): Promise<OutsideWorkflow> {
  const { repositoryId, path, ref, sha } = required;
  return once(`workflow ${JSON.stringify([repositoryId, path, ref, sha])}`, async () => {
    let repository: string | undefined;
    try {
      const { data } = await client.request('GET /repositories/{repository_id}', { repository_id: repositoryId });
      const { name: repo, owner, default_branch: branch } = about.parse(data);
      const place = { owner: owner.login, repo };
      repository = `${owner.login}/${repo}`;
      const commit = sha ?? (await commitOf(client, place, ref ?? branch));
      const tree = await openGitHubTree({ request: client.request, ...place, commit });
      const file = (await tree.list()).find((each) => each.path === path && each.mode === 'file');
      if (file === undefined) {
        return { required, repository, gates: [], installs: [], isOpen: false, unread: 'there is no such file' };
      }
      const found = await gatesIn(repository, path, await tree.read(file, maxBytes));
      const read = ref?.replace(/^refs\/heads\//, '') ?? branch;
      const canMove = found.gates.length > 0 && sha === undefined && !read.startsWith('refs/');
      const isOpen = canMove && (await isOpenBranch(client, { ...place, branch: read }));
      return { required, repository, isOpen, ...found };
    } catch (error) {
      const unread = error instanceof GateFailure ? error.message : describeFailure(error);
      return { required, repository, gates: [], installs: [], isOpen: false, unread };
    }
  });
}

async function commitOf(client: GitHubClient, place: { owner: string; repo: string }, ref: string): Promise<string> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/commits/{ref}', {
    ...place,
    ref: ref.replace(/^refs\//, ''),
  });
  return tip.parse(data).sha;
}

async function gatesIn(
  repository: string,
  path: string,
  bytes: Uint8Array,
): Promise<Pick<OutsideWorkflow, 'gates' | 'installs' | 'unread'>> {
  const { readWorkflowJobs } = await import('./workflow-jobs.ts');
  const text = new TextDecoder().decode(bytes);
  const { gates, installs } = readWorkflowJobs(`${repository}/${path}`, text);
  if (gates === undefined) return { gates: [], installs, unread: 'it cannot be read as YAML' };
  const jobs = Object.values(asMap(parseWorkflow(text)?.['jobs'])).map(asMap);
  const calls = gates.length === 0 && jobs.some(({ uses }) => typeof uses === 'string');
  return { gates, installs, ...(calls && { unread: 'it calls another workflow, which doctor does not read' }) };
}

/** What the required workflows install, each once: two rulesets may require the same. */
export function installsOutside(outside: readonly OutsideWorkflow[]): readonly InstallJob[] {
  const all = outside.flatMap(({ installs }) => installs);
  return [...new Map(all.map((each) => [JSON.stringify([each.path, each.job]), each])).values()];
}
