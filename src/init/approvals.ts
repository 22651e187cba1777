import type { ListedTeam, ListedUser } from '../model/index.ts';
import { plural } from '../report/view/words.ts';
import { quoted } from '../text/visible.ts';

/** Who may approve, by the ids that GitHub gave. */
export interface ProposedApprovals {
  readonly users: readonly ListedUser[];
  readonly teams: readonly ListedTeam[];
  /** Public keys of the one person of a repository of one, without comments. */
  readonly keys: readonly { readonly id: number; readonly key: string }[];
}

/** The lines of a policy that name approvers. */
export function approvalsLines({ users, teams, keys }: ProposedApprovals): readonly string[] {
  return [
    'approvals:',
    '  approvers:',
    ...listed('    teams:', teams, ({ slug, id }) => `      - { slug: ${JSON.stringify(slug)}, id: ${id} }`),
    ...listed('    users:', users, ({ login, id }) => `      - { login: ${JSON.stringify(login)}, id: ${id} }`),
    ...listed('  keys:', keys, ({ id, key }) => `    - { id: ${id}, key: ${JSON.stringify(key)} }`),
    ...(keys.length === 0 ? [] : ['  ownChanges: security-key']),
  ];
}

const listed = <T>(key: string, all: readonly T[], line: (one: T) => string): readonly string[] =>
  all.length === 0 ? [] : [key, ...all.map(line)];

/**
 * The same as comments. The first approvers have to come in a change of their own (docs/decisions/0303), and this file comes with the
 * workflow.
 */
export const proposedLines = (proposed: ProposedApprovals): readonly string[] => [
  '# Who may let in by a comment what this policy blocks. Once this file is on the default branch, remove the comment signs in a pull',
  '# request that changes nothing else: the first approvers come alone. `lockgate doctor` then compares ids, logins and teams.',
  ...approvalsLines(proposed).map((line) => `# ${line}`),
];

/** What is printed of it. */
export function proposedWords({ users, teams, keys }: ProposedApprovals, isKept: boolean): readonly string[] {
  const who = [
    ...teams.map(({ slug }) => `the team ${quoted(slug)}`),
    ...(teams.length === 0 ? users.map(({ login }) => quoted(login)) : [plural(users.length, 'account')]),
  ];
  const where = isKept
    ? 'Add these lines to the policy'
    : 'The policy has them commented out: remove the comment signs, once it is on the default branch,';
  const own = users.length === 1 && keys.length === 0;
  return [
    `Who may approve: ${who.join(', ')}. ${where} in a pull request that changes nothing else; the first approvers come alone.`,
    ...(teams.length === 0
      ? []
      : [
          'Members of a team count by their ids; the team itself is asked only where an organisation requires the workflow.',
        ]),
    ...(own
      ? ['One account cannot approve what it proposes itself: list one more under `approvals.approvers.users`.']
      : []),
    ...(keys.length === 1
      ? ['One key can be lost, and then only an administrator can merge past the check: add a second.']
      : []),
  ];
}

/** The command that makes a key for decisions. */
const makesKey = 'ssh-keygen -t ed25519-sk -O application=ssh:lockgate -O verify-required';

/** What a person alone is told who named no key. */
export const withoutKeyWords: readonly string[] = [
  `You are the only person who may write here, and nobody approves their own change. With security keys you can: make two (\`${makesKey}\`), and run init again, or list them under \`approvals.keys\`.`,
  'Without a key an exception, or a record, on the default branch is worth what write access is worth: whoever has your token, your agent too, can put one there.',
];

/** What is asked for a person alone. */
export const keysWhy: readonly string[] = [
  'You are the only person who may write here. With a security key you can decide about your own changes, which no agent with your token',
  `can: it takes your touch and PIN. Two keys, because one can be lost. Make each with \`${makesKey}\`.`,
];

/** What to type where the API was not asked, or did not tell. */
export function idWords(owners: readonly string[], why: string): readonly string[] {
  const lines = (owners.length === 0 ? ['@LOGIN'] : owners).map((owner) => {
    const [, org, team] = /^@([^/]+)\/(.+)$/.exec(owner) ?? [];
    return org === undefined || team === undefined
      ? `    gh api users/${owner.slice(1)} --jq .id`
      : `    gh api orgs/${org}/teams/${team} --jq .id`;
  });
  return [
    `Nobody may approve yet: ${why}. An approver is listed under \`approvals.approvers\` in the policy by a numeric id, in a pull request of its own:`,
    ...lines,
  ];
}
