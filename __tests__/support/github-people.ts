import { userReply } from './github-replies.ts';
import type { LoopbackRepository, Permission, Person } from './github-repository.ts';
import type { Answer } from './github-operations.ts';
import type { Credential } from './loopback-github.ts';
import type { Operation } from './openapi.ts';
import { paged } from './github-pages.ts';
import { skeleton } from './openapi.ts';

/** Who may do what, who is in which team, and who pushed: what decisions ask of REST. */

interface Question {
  readonly operation: Operation;
  readonly query: URLSearchParams;
  readonly repository: LoopbackRepository;
  readonly credential: Credential;
}

/** Of the owner of every repository here. */
export const organisationId = 583_231;

const noAccess: Answer = { status: 403, body: { message: 'Resource not accessible by integration', status: '403' } };
const notFound: Answer = { status: 404, body: { message: 'Not Found', documentation_url: '', status: '404' } };

/** The answer for a question about people, or `undefined` where it is another. */
export function answerPeople(question: Question): Answer | undefined {
  const { operation, repository, credential } = question;
  switch (operation.id) {
    case 'repos/get-collaborator-permission-level':
      return permissionOf(repository, operation.path['username'] ?? '');
    case 'teams/get-by-name':
    case 'teams/get-by-id':
    case 'teams/list-members-in-org':
    case 'teams/get-membership-by-id':
      // A workflow's own token has no permission on the organisation.
      return credential.members === 'read' ? teamAnswer(question) : noAccess;
    case 'users/get-by-id':
      return personAnswer(repository, Number(operation.path['account_id']));
    case 'repos/list-collaborators':
      return collaborators(question);
    case 'repos/list-activities':
      return credential.contents === 'none' ? noAccess : activityOf(question);
    default:
      return undefined;
  }
}

function permissionOf(repository: LoopbackRepository, login: string): Answer {
  const who = repository.people.get(login.toLowerCase());
  if (who === undefined) return notFound;
  const byDefault: Permission = { permission: repository.isPrivate ? 'none' : 'read' };
  const { permission, role = permission, triage, maintain } = repository.permissions.get(who.id) ?? byDefault;
  const [admin, push] = [permission === 'admin', ['admin', 'write'].includes(permission)];
  const permissions = {
    ...{ admin, push, pull: permission !== 'none' },
    ...{ maintain: maintain ?? admin, triage: triage ?? push },
  };
  const user = { ...skeleton('nullable-collaborator'), ...who, permissions, role_name: role };
  return { status: 200, body: { permission, role_name: role, user } };
}

/** An account by its id; one that is gone is not there. */
function personAnswer({ people }: LoopbackRepository, id: number): Answer {
  const who = [...people.values()].find((one) => one.id === id);
  if (who === undefined) return notFound;
  return { status: 200, body: { ...skeleton('public-user'), ...who, user_view_type: 'public' } };
}

/** GitHub lists collaborators to those who may push; `permission` asks for that and more. */
function collaborators({ operation, query, repository, credential }: Question): Answer {
  if (credential.contents !== 'write') return noAccess;
  const most = query.get('permission');
  const listed = [...repository.people.values()].flatMap((who) => {
    const byDefault: Permission = { permission: 'none' };
    const { permission, role = permission } = repository.permissions.get(who.id) ?? byDefault;
    const mayPush = permission === 'admin' || permission === 'write';
    if (permission === 'none' || (most === 'push' && !mayPush)) return [];
    const permissions = { pull: true, push: mayPush, admin: permission === 'admin' };
    return [{ ...skeleton('collaborator'), ...who, permissions, role_name: role }];
  });
  return paged(listed, query, operation);
}

function teamAnswer({ operation, query, repository }: Question): Answer {
  const { team_slug: slug, team_id: id, username } = operation.path;
  const team = repository.teams.find((one) => one.slug === slug || one.id === Number(id));
  if (team === undefined) return notFound;
  if (operation.id === 'teams/list-members-in-org') {
    // Of a pending invitation GitHub lists nobody.
    const members = [...repository.people.values()].filter((who) => team.members.get(who.id) === 'active');
    return paged(
      members.map((who) => ({ ...skeleton('team-member'), ...who })),
      query,
      operation,
    );
  }
  if (username === undefined) {
    const organization = { ...skeleton('team-organization'), id: organisationId, login: repository.owner };
    return { status: 200, body: { ...skeleton('team-full'), id: team.id, slug: team.slug, organization } };
  }
  const member: Person | undefined = repository.people.get(username.toLowerCase());
  const state = team.members.get(member?.id ?? 0);
  if (state === undefined) return { status: 404 };
  return { status: 200, body: { ...skeleton('team-membership'), state } };
}

/** Newest first, with cursors in the place of page numbers; null ids are zeros. */
function activityOf({ operation, query, repository }: Question): Answer {
  const home = `${operation.path['owner'] ?? ''}/${operation.path['repo'] ?? ''}`;
  if (home !== repository.fullName && !repository.areForksPublic) return notFound;
  const listed = repository.activity
    .filter((entry) => entry.home === home && (query.get('ref') ?? entry.ref) === entry.ref)
    .reverse()
    .slice(0, repository.activityLimit);
  const size = Number(query.get('per_page') ?? 30);
  const from = Number(Buffer.from(query.get('after') ?? '', 'base64url').toString() || 0);
  const cursor = Buffer.from(String(from + size)).toString('base64url');
  const address = `https://github.example/repositories/1/activity?per_page=${size}&after=${cursor}`;
  const body = listed.slice(from, from + size).map((entry, index) => ({
    ...skeleton('activity'),
    ...{ id: from + index + 1, ref: entry.ref, activity_type: entry.kind },
    ...{ before: entry.before ?? '0'.repeat(40), after: entry.after ?? '0'.repeat(40) },
    ...{ actor: entry.actor === null ? null : userReply(entry.actor), timestamp: entry.at },
  }));
  const headers = listed.length > from + size ? { link: `<${address}>; rel="next"` } : {};
  return { status: 200, body, headers };
}
