import { isAtLeast } from '../../decisions/who.ts';
import type { Problem } from '../../model/index.ts';
import { plural } from '../../report/view/words.ts';
import { quoted } from '../../text/visible.ts';
import type { ApprovalFacts, KnownPerson, KnownTeam } from './approvals.ts';

/**
 * What keeps people from deciding as the policy says: those who are gone, may do too little, or are too few; and where ids and teams differ.
 * @param asksTeams whether the check asks for teams at all (docs/decisions/0328)
 */
export const approverProblems = (facts: ApprovalFacts, asksTeams: boolean): readonly Problem[] => [
  ...peopleProblems(facts),
  ...teamProblems(facts),
  ...tooFew(facts, asksTeams),
  ...drift(facts),
];

const isKnown = (person: ApprovalFacts['people'][number]): person is KnownPerson => 'permission' in person;
const isTeam = (team: ApprovalFacts['teams'][number]): team is KnownTeam => 'members' in team;
const isActive = ({ account }: KnownPerson): boolean => account?.type === 'User' && !account.isSuspended;

/** Those of the listed accounts who can approve. */
const able = ({ approvals, people }: ApprovalFacts): readonly KnownPerson[] =>
  people.filter(isKnown).filter((one) => isActive(one) && isAtLeast(one.permission, approvals.minimumPermission));

function peopleProblems({ approvals, people }: ApprovalFacts): readonly Problem[] {
  const known = people.filter(isKnown);
  const active = known.filter(isActive);
  const weak = active.filter(({ permission }) => !isAtLeast(permission, approvals.minimumPermission));
  const renamed = active.filter(({ user, account }) => account?.login.toLowerCase() !== user.login.toLowerCase());
  const unread = people.flatMap((one) => ('unread' in one ? [one] : []));
  const takeOff = 'Take them off `approvals.approvers` in the policy.';
  return [
    ...each(
      known.filter((one) => !isActive(one)),
      (all) => ({
        ...{ code: 'approver-not-active', level: 'warn' },
        message: `${names(all)} may approve by the policy, and ${all.length === 1 ? 'is no active account of a person' : 'are no active accounts of people'}: deleted, suspended, or no User.`,
        fix: takeOff,
      }),
    ),
    ...each(weak, (all) => ({
      ...{ code: 'approver-without-permission', level: 'warn' },
      message: `${names(all)} may approve by the policy, and may do less in this repository than \`minimumPermission: ${approvals.minimumPermission}\` asks (${[...new Set(all.map(({ permission }) => permission))].join(', ')}): what they approve does not count.`,
      fix: `Give them the permission \`${approvals.minimumPermission}\` here. Or: ${takeOff}`,
    })),
    ...each(renamed, (all) => ({
      ...{ code: 'approver-renamed', level: 'note' },
      message: `The policy has another login beside the id of ${all.map(({ user, account }) => `${quoted(account?.login ?? '')} (${user.id}: ${quoted(user.login)})`).join(', ')}. The id counts.`,
      fix: 'Correct the login in the policy, for those who read it; make sure that the account is the one that is meant.',
    })),
    ...each(unread, (all) => ({
      ...{ code: 'approver-unread', level: 'unknown' },
      message: `Whether ${names(all)} can approve is not known: ${all[0]?.unread ?? ''}.`,
      fix: 'Run doctor with a token that may read the metadata of this repository (Metadata: read), or run it again.',
    })),
  ];
}

function each<T>(all: readonly T[], problem: (all: readonly T[]) => Problem): readonly Problem[] {
  return all.length === 0 ? [] : [problem(all)];
}

const mostNamed = 5;

function names(all: readonly { readonly user: { readonly login: string; readonly id: number } }[]): string {
  const shown = all.slice(0, mostNamed).map(({ user }) => `${quoted(user.login)} (id ${user.id})`);
  return [...shown, ...(all.length > mostNamed ? [`${all.length - mostNamed} more`] : [])].join(', ');
}

function teamProblems({ teams }: ApprovalFacts): readonly Problem[] {
  return teams.flatMap((one): readonly Problem[] => {
    const slug = quoted(one.team.slug);
    if ('isGone' in one) {
      return [
        {
          ...{ code: 'team-gone', level: 'warn' },
          message: `Another team has the name ${slug} now, and there is none with the listed id ${one.team.id}: its members do not count, and a run that has to ask for it is an error.`,
          fix: 'List the team that is meant by its id in the policy: `gh api orgs/ORG/teams/SLUG --jq .id`.',
        },
      ];
    }
    if ('unread' in one) {
      return [
        {
          ...{ code: 'team-unread', level: 'unknown' },
          message: `Who is in the team ${slug}, and whether they can approve, is not known: ${one.unread}.`,
          fix: "Run doctor with a token that may read the organisation's members (`read:org`, or Members: read of an App).",
        },
      ];
    }
    if (one.slug.toLowerCase() === one.team.slug.toLowerCase()) return [];
    return [
      {
        ...{ code: 'team-renamed', level: 'note' },
        message: `The team with the id ${one.team.id} is called ${quoted(one.slug)} now, and ${slug} in the policy. The id counts.`,
        fix: 'Correct the slug in the policy.',
      },
    ];
  });
}

/** Nothing can be approved. Whoever could not be asked about may be able to, which is said beside this. */
function tooFew(facts: ApprovalFacts, asksTeams: boolean): readonly Problem[] {
  const { approvals, people, teams } = facts;
  const isUnread = people.some((one) => 'unread' in one) || (asksTeams && teams.some((one) => 'unread' in one));
  const ids = new Set(able(facts).map(({ user }) => user.id));
  for (const { id } of asksTeams ? membersOf(facts) : []) ids.add(id);
  if (isUnread || ids.size >= approvals.required) return [];
  const who = ids.size === 0 ? 'Nobody' : `Only ${ids.size} of the people whom the policy lists`;
  const why =
    asksTeams || teams.length === 0
      ? ''
      : ' Members of teams do not count here, because the workflow of the check can come with the pull request.';
  return [
    {
      ...{ code: 'approvers-too-few', level: 'warn' },
      message: `${who} can approve, and an approval needs ${plural(approvals.required, 'person', 'people')}: nothing can be approved.${why}`,
      fix: 'List more people by their ids under `approvals.approvers.users` in the policy (`gh api users/LOGIN --jq .id`).',
    },
  ];
}

/** Members of the listed teams who can approve where teams are asked for. */
const membersOf = ({ approvals: { never, minimumPermission }, teams }: ApprovalFacts) =>
  teams
    .filter(isTeam)
    .flatMap(({ team, members }) => members.map((member) => ({ ...member, team })))
    .filter(({ id, permission }) => isAtLeast(permission, minimumPermission) && !never.some((one) => one.id === id));

/** The ids that stand for a team where it is not asked for, held against the team. */
function drift(facts: ApprovalFacts): readonly Problem[] {
  const { users } = facts.approvals;
  const teams = facts.teams.filter(isTeam);
  if (users.length === 0 || teams.length === 0) return [];
  const joined = membersOf(facts).filter(({ id }) => !users.some((user) => user.id === id));
  const isAll = teams.length === facts.teams.length;
  const left = users.filter(({ id }) => isAll && !teams.some(({ members }) => members.some((one) => one.id === id)));
  return [
    ...each(joined, (all) => ({
      ...{ code: 'team-drift', level: 'note' },
      message: `${names(all.map((user) => ({ user })))} can approve as a member of a listed team, and not by id: that counts only where teams are asked for.`,
      fix: 'List them under `approvals.approvers.users` too, if they shall approve everywhere.',
    })),
    ...each(left, (all) => ({
      ...{ code: 'team-drift', level: 'note' },
      message: `${names(all.map((user) => ({ user })))} may approve by id, and ${all.length === 1 ? 'is' : 'are'} in none of the listed teams.`,
      fix: 'If they stand there as members of a team, take them off `approvals.approvers.users` in the policy.',
    })),
  ];
}
