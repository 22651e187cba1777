import * as z from 'zod';

import type { GitHubClient } from '../github/api.ts';
import { describeFailure, readFailure } from '../github/failure.ts';
import { originOf, readRules } from './branch-rules.ts';
import type { ListedRepository } from './listed.ts';
import type { Once } from './once.ts';
import { isWithoutRules } from './plan.ts';
import type { RulesetOrigin } from './rulesets.ts';

/** A check that must succeed before a merge. */
export interface RequiredCheck {
  readonly context: string;
  /** The App that must report it; absent: whoever may write statuses. */
  readonly appId?: number;
  /** The ruleset that requires it; absent: classic branch protection. */
  readonly ruleset?: RulesetOrigin;
}

/** A workflow that a ruleset requires. It runs as it is in its own repository. */
export interface RequiredWorkflow {
  readonly path: string;
  readonly repositoryId: number;
  /** A branch or tag, and a commit; absent: the default branch. */
  readonly ref?: string;
  readonly sha?: string;
  readonly ruleset?: RulesetOrigin;
}

/** What a merge to the default branch requires, by rulesets and classic branch protection together. */
export interface Protection {
  readonly repositoryId: number;
  readonly defaultBranch: string;
  readonly isPrivate: boolean;
  /** The commit that the branch points at. */
  readonly tip: string;
  readonly isProtected: boolean;
  /** Whether the owner's plan enforces none of its rules. */
  readonly isWithoutRules: boolean;
  /** Whether administrators are held to the classic protection too; `unknown` where GitHub did not say. */
  readonly enforcesAdmins: boolean | 'unknown';
  readonly checks: readonly RequiredCheck[];
  readonly workflows: readonly RequiredWorkflow[];
  readonly mergeQueue: boolean;
  /** Each is true where any rule requires it; `unknown` where none does and GitHub did not provide all rules. */
  readonly reviews: Readonly<Record<'codeOwners' | 'dismissStale' | 'lastPush', boolean | 'unknown'>>;
  /** Errors that GitHub finds in the CODEOWNERS file; `none`: there is no such file. */
  readonly ownersFaults: number | 'none' | 'unknown';
  /** What GitHub did not provide, each with the reason. */
  readonly unread: readonly string[];
}

const id = z.int().positive();
const check = z.object({ context: z.string(), app_id: z.int().nullish() });
const branch = z.object({
  commit: z.object({ sha: z.string() }),
  protected: z.boolean(),
  protection: z
    .object({
      enabled: z.boolean().optional(),
      required_status_checks: z
        .object({
          enforcement_level: z.string().optional(),
          contexts: z.array(z.string()).optional(),
          checks: z.array(check).optional(),
        })
        .nullish(),
    })
    .optional(),
});
const reviewParameters = z.object({
  dismiss_stale_reviews_on_push: z.boolean(),
  require_code_owner_review: z.boolean(),
  require_last_push_approval: z.boolean(),
});
const statusParameters = z.object({
  required_status_checks: z.array(z.object({ context: z.string(), integration_id: z.int().nullish() })),
});
const workflowParameters = z.object({
  workflows: z.array(
    z.object({ path: z.string(), repository_id: id, ref: z.string().nullish(), sha: z.string().nullish() }),
  ),
});
const classic = z.object({
  enforce_admins: z.object({ enabled: z.boolean() }).nullish(),
  required_pull_request_reviews: z
    .object({
      dismiss_stale_reviews: z.boolean().optional(),
      require_code_owner_reviews: z.boolean().optional(),
      require_last_push_approval: z.boolean().optional(),
    })
    .nullish(),
});
const ownersErrors = z.object({ errors: z.array(z.unknown()) });

export type BranchReply = z.infer<typeof branch>;

/** The default branch: where it points and what protects it. @throws what the client throws */
export async function readDefaultBranch(
  client: GitHubClient,
  { owner, repo, defaultBranch }: ListedRepository,
): Promise<BranchReply> {
  const where = { owner, repo, branch: defaultBranch };
  return branch.parse((await client.request('GET /repos/{owner}/{repo}/branches/{branch}', where)).data);
}

/**
 * Reads what protects the default branch (REST, "Get rules for a branch", "Get a branch", "Get branch protection", "List
 * CODEOWNERS errors"). Only the third needs a token with administration rights, and only for classic protection.
 * @throws GateFailure `repository-unavailable` where GitHub does not provide the rules.
 */
export async function readProtection(
  client: GitHubClient,
  once: Once,
  listed: ListedRepository,
  found: BranchReply,
): Promise<Protection> {
  const place = { owner: listed.owner, repo: listed.repo };
  const where = { ...place, branch: listed.defaultBranch };
  const [given, faults, isUnenforced] = await Promise.all([
    readRules(client, where),
    readOwnersFaults(client, place),
    isWithoutRules(client, once, listed),
  ]);
  const all = given ?? [];
  const parametersOf = <T>(type: string, shape: z.ZodType<T>): readonly T[] =>
    all.filter((rule) => rule.type === type).map(({ parameters }) => shape.parse(parameters));
  const withOrigin = <T>(type: string, shape: z.ZodType<T>) =>
    all
      .filter((rule) => rule.type === type)
      .map((rule) => ({ ...originOf(rule), parameters: shape.parse(rule.parameters) }));
  const asked = parametersOf('pull_request', reviewParameters);
  const isClassic = found.protection?.enabled === true;
  const own = isClassic ? await readClassic(client, where) : { state: 'read' as const, value: undefined };
  const reviews = own.value?.required_pull_request_reviews;
  const settle = (inRules: boolean, inClassic: boolean | undefined): boolean | 'unknown' => {
    if (inRules || inClassic === true) return true;
    return own.state === 'unread' ? 'unknown' : false;
  };
  const unread = [
    ...(own.state === 'unread' ? [`the classic protection of the default branch: ${own.why}`] : []),
    ...(faults.state === 'unread' ? [`the errors in CODEOWNERS: ${faults.why}`] : []),
  ];
  const status = found.protection?.required_status_checks;
  return {
    repositoryId: listed.id,
    defaultBranch: listed.defaultBranch,
    isPrivate: listed.isPrivate,
    tip: found.commit.sha,
    isProtected: found.protected || all.length > 0,
    isWithoutRules: isUnenforced || given === undefined,
    enforcesAdmins: admins(status?.enforcement_level) ?? own.value?.enforce_admins?.enabled ?? 'unknown',
    checks: [
      ...withOrigin('required_status_checks', statusParameters).flatMap(({ parameters, ...origin }) =>
        parameters.required_status_checks.map(({ context, integration_id: app }) => ({
          ...requiredCheck(context, app),
          ...origin,
        })),
      ),
      ...(status?.checks?.map(({ context, app_id: app }) => requiredCheck(context, app)) ??
        status?.contexts?.map((context) => requiredCheck(context)) ??
        []),
    ],
    workflows: withOrigin('workflows', workflowParameters).flatMap(({ parameters, ...origin }) =>
      parameters.workflows.map(({ path, repository_id: repositoryId, ref, sha }) => ({
        ...{ path, repositoryId, ...origin },
        ...(ref && { ref }),
        ...(sha && { sha }),
      })),
    ),
    mergeQueue: all.some(({ type }) => type === 'merge_queue'),
    reviews: {
      codeOwners: settle(
        asked.some((each) => each.require_code_owner_review),
        reviews?.require_code_owner_reviews,
      ),
      dismissStale: settle(
        asked.some((each) => each.dismiss_stale_reviews_on_push),
        reviews?.dismiss_stale_reviews,
      ),
      lastPush: settle(
        asked.some((each) => each.require_last_push_approval),
        reviews?.require_last_push_approval,
      ),
    },
    ownersFaults: faults.state === 'unread' ? 'unknown' : faults.value,
    unread,
  };
}

/** An App id below zero means any App (REST, "Update status check protection"). */
function requiredCheck(context: string, app?: number | null): RequiredCheck {
  return typeof app === 'number' && app > 0 ? { context, appId: app } : { context };
}

type Place = Readonly<Record<string, string>>;
type Read<T> =
  | { readonly state: 'read'; readonly value: T }
  | { readonly state: 'unread'; readonly value?: never; readonly why: string };

/** The level of classic protection that the branch itself tells: `non_admins` or `everyone`. */
function admins(level: string | undefined): boolean | undefined {
  return level === 'everyone' || level === 'non_admins' ? level === 'everyone' : undefined;
}

async function readClassic(client: GitHubClient, where: Place): Promise<Read<z.infer<typeof classic> | undefined>> {
  return attempt(async () => {
    const { data } = await client.request('GET /repos/{owner}/{repo}/branches/{branch}/protection', where);
    return classic.parse(data);
  });
}

async function readOwnersFaults(client: GitHubClient, place: Place): Promise<Read<number | 'none'>> {
  return attempt(async () => {
    try {
      const { data } = await client.request('GET /repos/{owner}/{repo}/codeowners/errors', place);
      return ownersErrors.parse(data).errors.length;
    } catch (error) {
      if (readFailure(error, 0).kind === 'missing') return 'none';
      throw error;
    }
  });
}

async function attempt<T>(read: () => Promise<T>): Promise<Read<T>> {
  try {
    return { state: 'read', value: await read() };
  } catch (error) {
    return { state: 'unread', why: describeFailure(error) };
  }
}
