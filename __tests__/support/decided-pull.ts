import { runAction } from './action-runner.ts';
import type { ActionOutcome, ActionRun } from './action-runner.ts';
import { pullRequestEvent } from './github-events.ts';
import type { Files } from './github-objects.ts';
import type { Comment, LoopbackRepository, Manner, Person, PullRequest } from './github-repository.ts';
import { allow, person } from './github-talk.ts';
import type { LoopbackGitHub } from './loopback-github.ts';
import { startGitHub } from './loopback-github.ts';
import type { LoopbackRegistry, PackageDescription } from './loopback-registry.ts';
import { pkg, startRegistry } from './loopback-registry.ts';
import type { EntryDescription } from './npm-lockfile.ts';
import { pullRequest } from './pull-request.ts';

/** A repository whose policy names approvers, and pull requests that add packages to it, through the bundled action. */

/** Listed as approvers, with the permission `write`; eve is not listed. */
export const [ann, bob, eve] = [person('ann', 20), person('bob', 30), person('eve', 40)];

export const policyOf = (approvals = '', rest = ''): string => `version: 1
${rest}approvals:
  approvers:
    users: [{ login: ann, id: 20 }, { login: bob, id: 30 }]
${approvals}`;

/** As GitHub writes times: to the second. */
export const instant = (hoursAgo = 0): string =>
  new Date(Date.now() - hoursAgo * 3_600_000).toISOString().replace(/\.\d+/, '');

/** Packages that were published a day ago. */
export const young = (
  names: readonly string[] = ['young'],
  hoursAgo = 24,
): Readonly<Record<string, PackageDescription>> =>
  Object.fromEntries(names.map((name) => [name, pkg({ '1.0.0': { publishedAt: instant(hoursAgo) } })]));

/** What the report says of decisions, as a test reads it. */
export interface Told {
  readonly asked: boolean;
  readonly required: number;
  readonly because?: string;
  readonly proposers: readonly { readonly account: Person; readonly as: string; readonly commit?: string }[];
  readonly offers: readonly {
    readonly name: string | null;
    readonly path: string | null;
    readonly line: string;
    readonly codes: readonly string[];
    readonly digest: string;
    readonly isApproved: boolean;
    readonly approvals: readonly { readonly id: number }[];
  }[];
  readonly undecidable: readonly {
    readonly name: string | null;
    readonly why: string;
    readonly codes: readonly string[];
  }[];
  readonly denials: readonly { readonly id: number; readonly reason: string; readonly name: string }[];
  readonly refusals: readonly {
    readonly why: string;
    readonly comment: string;
    readonly fix: string;
    readonly line: string;
    readonly commit?: string;
    readonly account: Person | null;
  }[];
  readonly deleted: readonly { readonly author: Person; readonly by: Person }[];
  readonly proofs?: readonly { readonly record: string; readonly state: string; readonly why?: string }[];
}

export interface Judged extends ActionOutcome {
  readonly decisions: Told | undefined;
  readonly errors: readonly { readonly code: string; readonly message: string }[];
  readonly findings: readonly { readonly rule: string; readonly status: string; readonly name: string | null }[];
  /** What was asked of GitHub, by route without the repository's part. */
  readonly requests: Readonly<Record<string, number>>;
  /** The text of lockgate's comment after the run. */
  readonly comment: string;
}

export interface Proposal {
  readonly author?: Person;
  readonly openedBy?: Person;
  readonly fork?: boolean;
  readonly files?: Files;
  readonly by?: Person;
  readonly with?: readonly Person[];
  readonly base?: string;
}

export class DecidedPulls {
  readonly github: LoopbackGitHub;
  readonly registry: LoopbackRegistry;
  readonly repository: LoopbackRepository;
  /** The last one that was proposed. */
  pull!: PullRequest;
  #sides: { readonly base: Files; readonly head: Files } = { base: {}, head: {} };
  #count = 0;

  private constructor(github: LoopbackGitHub, registry: LoopbackRegistry) {
    [this.github, this.registry, this.repository] = [github, registry, github.repository('octo/shop')];
    this.allowAll();
  }

  static async start(packages = young()): Promise<DecidedPulls> {
    const [github, registry] = await Promise.all([startGitHub(), startRegistry({ packages })]);
    return new DecidedPulls(github, registry);
  }

  async close(): Promise<void> {
    await this.registry.close();
    await this.github.close();
  }

  allowAll(): void {
    for (const each of [ann, bob]) allow(this.repository, each, 'write');
  }

  /** The policy of the default branch, and what proposals add by default: each of these at 1.0.0, as a direct dependency. */
  trunk(policy: string, names: readonly string[] = ['young'], entry: EntryDescription = {}): string {
    const head = {
      [entry['dev'] === true ? 'devDependencies' : 'dependencies']: Object.fromEntries(
        names.map((name) => [name, '*']),
      ),
      packages: Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0', ...entry }])),
    };
    const sides = pullRequest(this.registry, {}, head);
    const own = { '.github/dependency-policy.yml': policy };
    this.#sides = { base: { ...sides.base, ...own }, head: { ...sides.head, ...own } };
    const tip = this.repository.commit({ files: this.#sides.base, branch: 'main' });
    this.repository.branch('main', tip, { protected: true });
    return tip;
  }

  get headFiles(): Files {
    return this.#sides.head;
  }

  get baseFiles(): Files {
    return this.#sides.base;
  }

  get tip(): string {
    return this.repository.branches.get('main')?.sha ?? '';
  }

  /** A pull request; those before it are closed. By default mona's, with one commit that no account answers to. */
  propose(proposal: Proposal = {}): PullRequest {
    for (const pull of this.repository.pulls.values()) pull.state = 'closed';
    const { files = this.#sides.head, by, with: others, base, ...more } = proposal;
    const head = this.commit({ files, parents: [this.tip], ...(by && { by }), ...(others && { with: others }) });
    this.pull = this.repository.pullRequest({ head, ...more, ...(base === undefined ? {} : { base }) });
    return this.pull;
  }

  /** A commit that no other has the id of. */
  commit(options: Parameters<LoopbackRepository['commit']>[0]): string {
    this.#count += 1;
    return this.repository.commit({ message: `Change ${this.#count}`, ...options });
  }

  say(who: Person | null, text: string, manner: Manner = {}): Comment {
    return this.repository.comment(this.pull, who, text, { createdAt: instant(), ...manner });
  }

  async run({ inputs = {}, event, ...more }: Partial<Omit<ActionRun, 'github' | 'repository'>> = {}): Promise<Judged> {
    const before = this.github.requests.length;
    const outcome = await runAction({
      ...{ github: this.github, repository: this.repository, inputs: { registry: this.registry.url, ...inputs } },
      ...{ event: event ?? pullRequestEvent(this.repository, this.pull), ...more },
    });
    const report = JSON.parse(outcome.files['report'] ?? '{}') as Partial<
      Pick<Judged, 'decisions' | 'errors' | 'findings'>
    >;
    const { decisions, errors = [], findings = [] } = report;
    const requests: Record<string, number> = {};
    for (const { route } of this.github.requests.slice(before)) {
      const short = route.replace('/repos/{owner}/{repo}', '').replace(/\/\{(?!basehead)\w+\}/g, '');
      requests[short] = (requests[short] ?? 0) + 1;
    }
    return { ...outcome, decisions, errors, findings, requests, comment: this.ours?.body ?? '' };
  }

  get ours(): Comment | undefined {
    return this.pull.comments.find(({ author, body }) => author?.type === 'Bot' && body.startsWith('<!-- lockgate:'));
  }

  /** The lines that lockgate's comment offers. */
  get offered(): readonly string[] {
    return this.ours?.body.match(/^\/approve(?:-file)? \S+ (?:\S+ )?[0-9a-f]{64}$/gm) ?? [];
  }
}
