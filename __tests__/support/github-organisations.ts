import type { LoopbackRepository } from './github-repository.ts';
import { repositoryReply } from './github-replies.ts';
import type { Answer } from './github-operations.ts';
import type { Credential } from './loopback-github.ts';
import type { Operation } from './openapi.ts';
import { skeleton } from './openapi.ts';
import { organisationId } from './github-people.ts';
import { paged } from './github-pages.ts';

/** A ruleset beyond its rules, which `LoopbackRepository.rules` has. */
export interface LoopbackRuleset {
  readonly name: string;
  readonly bypass_actors: readonly object[];
}

export interface LoopbackOrganisation {
  plan: 'free' | 'team' | 'enterprise';
  readonly teams: Map<number, string>;
  readonly rulesets: Map<number, LoopbackRuleset>;
}

interface Question {
  readonly operation: Operation;
  readonly query: URLSearchParams;
  readonly credential: Credential;
  readonly organisations: ReadonlyMap<string, LoopbackOrganisation>;
  readonly people: ReadonlySet<string>;
  readonly repositories: readonly LoopbackRepository[];
}

const notFound: Answer = { status: 404, body: { message: 'Not Found', documentation_url: '', status: '404' } };

/** Whether a token sees a repository at all; one that it does not see is answered as one that is not there. */
export const sees = ({ seesPrivate = true }: Credential, { isPrivate, fullName }: LoopbackRepository): boolean =>
  !isPrivate || seesPrivate === true || (Array.isArray(seesPrivate) && seesPrivate.includes(fullName));

/** What GitHub says of accounts and of what an organisation has; undefined for an operation about something else. */
export function answerOrganisation(question: Question): Answer | undefined {
  const { operation, query, credential, organisations, people, repositories } = question;
  const { id, path } = operation;
  const login = path['org'] ?? path['username'] ?? '';
  const organisation = organisations.get(login.toLowerCase());
  const own = repositories.filter(({ owner }) => owner.toLowerCase() === login.toLowerCase());
  const visible = own.filter((repository) => sees(credential, repository));
  const isOwner = credential.owner === true;
  switch (id) {
    case 'users/get-by-username': {
      const known = repositories.flatMap((one) => one.people.get(login.toLowerCase()) ?? []).at(0);
      const type = organisation !== undefined ? 'Organization' : people.has(login) ? 'User' : known?.type;
      if (type === undefined) return notFound;
      const own = organisation === undefined ? known : { id: organisationId };
      const who = { ...skeleton('public-user'), ...own, login: known?.login ?? login, type };
      return { status: 200, body: { ...who, user_view_type: 'public' } };
    }
    case 'repos/get-by-id': {
      const found = repositories.find((each) => each.id === Number(path['repository_id']));
      if (found === undefined || !sees(credential, found)) return notFound;
      return { status: 200, body: repositoryReply(found) };
    }
    case 'orgs/get': {
      if (organisation === undefined) return notFound;
      const { plan } = organisation;
      const owners = {
        total_private_repos: own.filter(({ isPrivate }) => isPrivate).length,
        plan: { name: plan, space: 0, private_repos: 0 },
      };
      const body = { ...skeleton('organization-full'), id: organisationId, login, type: 'Organization' };
      const public_repos = own.filter(({ isPrivate }) => !isPrivate).length;
      return { status: 200, body: { ...body, public_repos, ...(isOwner ? owners : {}) } };
    }
    case 'repos/list-for-org':
      if (organisation === undefined) return notFound;
      return paged(
        visible.map((repository) => repositoryReply(repository, 'minimal-repository')),
        query,
        operation,
      );
    case 'teams/list': {
      const teams = [...(organisation?.teams ?? [])];
      return paged(
        teams.map(([team, slug]) => ({ ...skeleton('team'), id: team, slug, name: slug })),
        query,
        operation,
      );
    }
    case 'repos/get-org-ruleset': {
      const ruleset = organisation?.rulesets.get(Number(path['ruleset_id']));
      if (ruleset === undefined || !isOwner) return notFound;
      return { status: 200, body: rulesetReply(Number(path['ruleset_id']), login, ruleset, true) };
    }
    default:
      return undefined;
  }
}

/** A ruleset of a repository: who may bypass it is shown to those alone who may edit it. */
export function answerRuleset(
  { path }: Operation,
  { rulesets, fullName, owner }: LoopbackRepository,
  { administration = false }: Credential,
  organisations: ReadonlyMap<string, LoopbackOrganisation>,
): Answer {
  const id = Number(path['ruleset_id']);
  const ruleset = rulesets.get(id);
  // `includes_parents`, which is the default; those are edited elsewhere.
  const above = organisations.get(owner.toLowerCase())?.rulesets.get(id);
  if (above !== undefined) return { status: 200, body: rulesetReply(id, owner, above, false) };
  return ruleset === undefined ? notFound : { status: 200, body: rulesetReply(id, fullName, ruleset, administration) };
}

function rulesetReply(id: number, source: string, { name, bypass_actors }: LoopbackRuleset, mayEdit: boolean) {
  return { id, name, source, enforcement: 'active', target: 'branch', ...(mayEdit ? { bypass_actors } : {}) };
}
