import * as z from 'zod';

import type { BypassActor } from '../../model/index.ts';
import type { GitHubClient } from '../github/api.ts';
import { describeFailure, readFailure } from '../github/failure.ts';
import { readPages } from '../github/pages.ts';
import type { Once } from './once.ts';

/** The ruleset that a rule is from. */
export interface RulesetOrigin {
  readonly id: number;
  readonly level: 'repository' | 'organisation' | 'enterprise';
  /** The organisation or repository that has it. */
  readonly source: string;
}

/** What can be known of a ruleset beyond its rules. */
export interface RulesetFacts {
  readonly name: string | null;
  /** Null where GitHub does not say. */
  readonly bypass: readonly BypassActor[] | null;
  readonly why: string | null;
  /** Whether the question itself failed, so that asking again may answer it. */
  readonly failed: boolean;
}

const actorsReply = z.array(
  z.object({
    actor_id: z.int().nullish(),
    actor_type: z.string(),
    bypass_mode: z.enum(['always', 'pull_request', 'exempt']).default('always'),
  }),
);
const rulesetReply = z.object({ name: z.string(), bypass_actors: actorsReply.optional() });
const teamsReply = z.array(z.object({ id: z.int(), slug: z.string() }));

/** The roles of GitHub's own that can be on a bypass list (docs of its Terraform provider); a custom role has another id. */
const roles: Readonly<Record<number, string>> = { 2: 'maintain', 4: 'write', 5: 'admin' };
const kinds: Readonly<Record<string, BypassActor['kind']>> = {
  ...{ RepositoryRole: 'role', Team: 'team', Integration: 'app', User: 'user' },
  ...{ OrganizationAdmin: 'organisation-owners', EnterpriseOwner: 'enterprise-owners', DeployKey: 'deploy-keys' },
};

const grants = {
  repository: "a token that may edit the repository's rulesets (Administration: write)",
  organisation:
    "a token that may edit the organisation's rulesets (`admin:org`, or organisation permission Administration: write)",
  enterprise: 'a token of an enterprise owner',
} as const;

/**
 * Who may bypass a ruleset. GitHub shows that to those alone who may edit it (REST, "Get a repository ruleset"). A ruleset of
 * an organisation is asked about once.
 */
export function readRuleset(
  client: GitHubClient,
  once: Once,
  place: { readonly owner: string; readonly repo: string },
  origin: RulesetOrigin,
): Promise<RulesetFacts> {
  const { id, level, source } = origin;
  const ofRepository = () =>
    client.request('GET /repos/{owner}/{repo}/rulesets/{ruleset_id}', {
      ...place,
      ...{ ruleset_id: id, includes_parents: true },
    });
  const ofOrganisation = () =>
    client.request('GET /orgs/{org}/rulesets/{ruleset_id}', { org: source, ruleset_id: id }).catch((error: unknown) => {
      // The repository's own answer has the name at least, for everybody who reads it.
      if (isRefusal(error)) return ofRepository();
      throw error;
    });
  const ask = async (): Promise<RulesetFacts> => {
    try {
      const { data } = await (level === 'organisation' ? ofOrganisation() : ofRepository());
      const { name, bypass_actors: actors } = rulesetReply.parse(data);
      const why = `GitHub shows it only to ${grants[level]}`;
      if (actors === undefined) return { name, bypass: null, why, failed: false };
      const bypass = await Promise.all(actors.map((actor) => named(client, once, place.owner, actor)));
      return { name, bypass, why: null, failed: false };
    } catch (error) {
      const failed = !isRefusal(error);
      const why = failed ? describeFailure(error) : `${describeFailure(error)}; it takes ${grants[level]}`;
      return { name: null, bypass: null, why, failed };
    }
  };
  return level === 'repository' ? ask() : once(`ruleset ${id}`, ask);
}

const isRefusal = (error: unknown): boolean => ['refused', 'missing'].includes(readFailure(error, 0).kind);

async function named(
  client: GitHubClient,
  once: Once,
  org: string,
  { actor_id: id, actor_type: type, bypass_mode: mode }: z.infer<typeof actorsReply>[number],
): Promise<BypassActor> {
  const kind = kinds[type] ?? 'other';
  const shown = typeof id === 'number' ? String(id) : null;
  if (kind === 'role') return { kind, name: (typeof id === 'number' ? roles[id] : undefined) ?? `id ${shown}`, mode };
  if (kind === 'team') {
    const slugs = await once(`teams ${org}`, () => readTeams(client, org));
    return { kind, name: slugs.get(id ?? 0) ?? `id ${shown}`, mode };
  }
  if (kind === 'app' || kind === 'user') return { kind, name: `id ${shown}`, mode };
  return { kind, name: kind === 'other' ? type : null, mode };
}

/** The names of teams by id; none where GitHub does not list them: an id says who it is, too. */
async function readTeams(client: GitHubClient, org: string): Promise<ReadonlyMap<number, string>> {
  try {
    const teams = await readPages(client, 'GET /orgs/{org}/teams', { org }, teamsReply);
    return new Map(teams.map(({ id, slug }) => [id, slug]));
  } catch {
    return new Map();
  }
}
