import { workflowText } from '../../src/init/workflows.ts';
import { runAction } from './action-runner.ts';
import type { ActionOutcome, ActionRun } from './action-runner.ts';
import { policyPath, startProject } from './decided-project.ts';
import type { DecidedProject } from './decided-project.ts';
import { issueCommentEvent, pullRequestEvent, scheduleEvent } from './github-events.ts';
import type { Comment, LoopbackRepository, Person, PullRequest, WorkflowRun } from './github-repository.ts';

/** A project whose default branch has the gate's workflow and the round's, and one pull request of eve's that blocks. */

export const gatePath = '.github/workflows/dependency-gate.yml';
const roundPath = '.github/workflows/dependency-round.yml';

export interface Round extends ActionOutcome {
  /** What was asked of GitHub, in order: method and route without the repository's part. */
  readonly asked: readonly string[];
  /** lockgate's comment. */
  readonly comment: string;
}

export interface RoundProject extends DecidedProject {
  readonly pull: PullRequest;
  /** The lines that approve all that the pull request brings in. */
  readonly line: string;
  /** Says something on the pull request and runs the round for it. */
  readonly comment: (who: Person, text: string, more?: Partial<ActionRun>) => Promise<Round & { said: Comment }>;
  readonly round: (
    comment: Comment,
    change?: Parameters<typeof issueCommentEvent>[3],
    more?: Partial<ActionRun>,
  ) => Promise<Round>;
  /** The daily run. */
  readonly daily: (more?: Partial<ActionRun>) => Promise<Round>;
  /** Runs the check as GitHub would where it was asked to; its run then has this conclusion. */
  readonly check: () => Promise<'success' | 'failure'>;
  /** The gate's run on the head, changed as told. */
  readonly gate: (change?: Partial<WorkflowRun>) => void;
}

export async function startRound(policy?: string): Promise<RoundProject> {
  const project = await startProject();
  const { github, registry, repository } = project;
  const tip = repository.branches.get('main')?.sha ?? '';
  const own = policy === undefined ? {} : { [policyPath]: policy };
  repository.commit({ files: { ...repository.filesOf(tip), ...own, [gatePath]: workflowText }, branch: 'main' });
  const pull = project.propose(project.locking('a', 'young'));
  const lines = await project.linesOf(pull);
  const token = github.issueToken({ actions: 'write' });
  const env = { GITHUB_RUN_ID: '900', GITHUB_WORKFLOW_REF: `octo/shop/${roundPath}@refs/heads/main` };
  const run = async (event: ActionRun['event'], { inputs = {}, ...more }: Partial<ActionRun>): Promise<Round> => {
    const before = github.requests.length;
    const given = { registry: registry.url, ...inputs };
    const outcome = await runAction({ github, repository, event, token, env, inputs: given, ...more });
    const asked = github.requests.slice(before).map(({ route }) => route.replace('/repos/{owner}/{repo}', ''));
    return { ...outcome, asked, comment: commentOf(pull) };
  };
  const round: RoundProject['round'] = (comment, change = {}, more = {}) =>
    run(issueCommentEvent(repository, pull, comment, change), more);
  const gate = (change: Partial<WorkflowRun> = {}) => {
    const [known = { id: 11, headSha: pull.head, path: gatePath, conclusion: 'failure' as const }] = repository.runs;
    repository.runs = [{ ...known, ...change }];
  };
  gate();
  return {
    ...{ ...project, pull, line: lines.join('\n'), round, gate },
    comment: async (who, text, more) => {
      const said = project.say(pull, who, text);
      return { ...(await round(said, {}, more)), said };
    },
    daily: (more = {}) =>
      run(scheduleEvent(repository), {
        ...more,
        inputs: { 'gate-workflow': gatePath, audit: 'false', ...more.inputs },
      }),
    check: async () => {
      const { exitCode } = await project.run(pullRequestEvent(repository, pull));
      const conclusion = exitCode === 0 ? 'success' : 'failure';
      gate({ conclusion });
      return conclusion;
    },
  };
}

const commentOf = ({ comments }: PullRequest): string =>
  comments.find(({ body }) => body.startsWith('<!-- lockgate:report -->'))?.body ?? '';

/** What was run again: the failed jobs of these, all of those. */
export const reruns = ({ rerun, rerunWhole }: LoopbackRepository) => [rerun, rerunWhole];
