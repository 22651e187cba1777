import { runAction } from './action-runner.ts';
import type { ActionOutcome } from './action-runner.ts';
import { pullRequestEvent } from './github-events.ts';
import type { RunnerEvent } from './github-events.ts';
import type { Files } from './github-objects.ts';
import type { Comment, LoopbackRepository, Manner, Person, PullRequest } from './github-repository.ts';
import { allow, person } from './github-talk.ts';
import type { LoopbackGitHub } from './loopback-github.ts';
import { startGitHub } from './loopback-github.ts';
import type { LoopbackRegistry } from './loopback-registry.ts';
import { pkg, startRegistry } from './loopback-registry.ts';
import { adding } from './pull-request.ts';

/** A repository whose packages are a day old, so that each blocks, with two approvers: what decisions are tried on. */

export const [ann, bob, eve] = [person('ann', 20), person('bob', 30), person('eve', 40)];

export const policyPath = '.github/dependency-policy.yml';
export const policy = `version: 1
rules: { gate-config: error }
approvals:
  approvers:
    users: [{ login: ann, id: 20 }, { login: bob, id: 30 }]
`;

export interface DecidedProject {
  readonly github: LoopbackGitHub;
  readonly registry: LoopbackRegistry;
  readonly repository: LoopbackRepository;
  /** The files of a project in a folder that locks these packages, `young` and `fresh` among those that block. */
  readonly locking: (folder: string, ...names: readonly string[]) => Files;
  /** A pull request that has these files besides those of its parent. */
  readonly propose: (files: Files, by?: Person, parent?: string) => PullRequest;
  readonly run: (event: RunnerEvent) => Promise<Outcome>;
  readonly say: (pull: PullRequest, who: Person, text: string, manner?: Manner) => Comment;
  /** Judges a pull request by itself; the lines that its comment offers. */
  readonly linesOf: (pull: PullRequest) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

export interface Outcome extends ActionOutcome {
  readonly decisions: {
    readonly asked: boolean;
    readonly notCounted?: string;
    readonly pulls?: readonly number[];
    readonly refusals: readonly { readonly why: string; readonly pull?: number }[];
    readonly offers: readonly { readonly name: string; readonly isApproved: boolean; readonly line: string | null }[];
  };
}

/** As GitHub writes times: to the second. */
export const now = (seconds = 0) => new Date(Date.now() + seconds * 1000).toISOString().replace(/\.\d+/, '');

export async function startProject(): Promise<DecidedProject> {
  const publishedAt = new Date(Date.now() - 24 * 3_600_000).toISOString();
  const [young, fresh, old] = [
    pkg({ '1.0.0': { publishedAt } }),
    pkg({ '1.0.0': { publishedAt } }),
    pkg({ '1.0.0': { publishedAt: '2025-01-01T00:00:00Z' } }),
  ];
  const [github, registry] = await Promise.all([startGitHub(), startRegistry({ packages: { young, fresh, old } })]);
  const repository = github.repository('octo/shop');
  for (const each of [ann, bob]) allow(repository, each, 'write');
  const files = { [policyPath]: policy };
  const tip = repository.commit({ files, branch: 'main' });
  repository.branch('main', tip, { protected: true });
  const run = async (event: RunnerEvent): Promise<Outcome> => {
    const outcome = await runAction({ github, repository, event, inputs: { registry: registry.url } });
    const report = JSON.parse(outcome.files['report'] ?? '{}') as Pick<Outcome, 'decisions'>;
    return { ...outcome, decisions: report.decisions };
  };
  return {
    ...{ github, registry, repository, run },
    locking: (folder, ...names) => {
      const dependencies = Object.fromEntries(names.map((name) => [name, '*']));
      const packages = Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0' }]));
      const { head } = adding(registry, names[0] ?? '', { version: '1.0.0' }, { dependencies, packages });
      return Object.fromEntries(Object.entries(head).map(([path, text]) => [`${folder}/${path}`, text]));
    },
    propose: (more, by = eve, parent = repository.branches.get('main')?.sha ?? '') => {
      const head = repository.commit({ files: { ...repository.filesOf(parent), ...more }, parents: [parent], by });
      return repository.pullRequest({ head, author: by });
    },
    say: (pull, who, text, manner = {}) => repository.comment(pull, who, text, { createdAt: now(), ...manner }),
    linesOf: async (pull) => {
      await run(pullRequestEvent(repository, pull));
      const ours = pull.comments.find(({ body }) => body.startsWith('<!-- lockgate:report -->'))?.body ?? '';
      return [...ours.matchAll(/^\/approve(?:-file)? \S+ .*[0-9a-f]{64}$/gm)].map(([line]) => line);
    },
    close: async () => {
      await registry.close();
      await github.close();
    },
  };
}
