import type { Authorship } from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import { knownAgents, knownDependencyBots, knownFormatters, marksOf } from './agents.ts';
import { absent, present } from '../model/example.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args, Violation, Zod } from '../model/rule.ts';
import { isProposed, isWithin } from './proposed-change.ts';
import { proposalOf } from './proposals.ts';
import { proposalArgs, proposalWords } from './proposal-words.ts';
import { identity, named } from './subject.ts';

const names = (z: Zod, expected: string) =>
  z.array(z.string({ error: expected }).trim().min(1, { error: expected }).max(200, { error: expected }), {
    error: `expected a list; ${expected}`,
  });

const remediation = (args: Args) =>
  `Ask somebody who did not propose ${quoted(args.name)} to decide: use a package that the project already has, or record an exception with the reason in the policy on the default branch.`;

export default definePackageRule({
  id: 'new-direct-dependency',
  summary: 'A person decided on each direct dependency that is new to the lockfile.',
  why:
    'Coding agents invent package names, and suggest real packages that were taken over: a study of 2025 (USENIX Security) found ' +
    '205,474 invented names, in 5 % of the suggestions of commercial models and 22 % of those of open models. Whoever proposes a ' +
    'dependency must not be the one who approves it. So a change with the mark of an agent, or of a bot that is not known to update ' +
    'dependencies, needs a decision for each direct dependency that it adds. Marks are what the pull request and its commits say ' +
    'about themselves. They can be omitted, so their absence proves nothing; the preset `strict` requires a decision for every change.',
  incident: {
    date: '2025-08',
    what:
      'Many of the 126 names of PhantomRaven were names that a model invents when it is asked for a library. ' +
      'Each waited for somebody to merge a dependency that no person had chosen.',
  },
  recommended: 'off',
  levels: { strict: 'error' },
  floor: 'none',
  defaults: { agents: 'error', marks: [], dependencyBots: [], formatters: [] },
  options: (z) => ({
    agents: z
      .enum(['off', 'warn', 'error'])
      .describe("The level where the change has the mark of an agent or bot, if that is stricter than the rule's own."),
    marks: names(
      z,
      'expected an account, a name, an e-mail address, or the prefix of a branch name with `/` at its end',
    ).describe(
      `Marks of further agents: accounts or commit names, e-mail addresses, and prefixes of branch names that end in \`/\`. Built in: ${knownAgents.map(({ name }) => name).join(', ')}.`,
    ),
    dependencyBots: names(z, 'expected the account of a bot, such as `acme-updates[bot]`').describe(
      `Further bots that are trusted to update dependencies: their own marks do not count. Built in: ${knownDependencyBots.join(', ')}.`,
    ),
    formatters: names(z, 'expected the account of a bot, such as `acme-format[bot]`').describe(
      `Further bots that only format: beside another author of the commits their marks do not count. As the account that opened the pull request, or as the only author, such a bot is its proposer. Built in: ${knownFormatters.map(({ account }) => account).join(', ')}.`,
    ),
  }),
  audit: { agents: 'warn' },
  attacks: { agents: 'warn' },
  sources: 'any',
  needs: ['authorship'],
  messages: {
    'by-agent': {
      severity: { option: 'agents' },
      asksForDecision: true,
      text: (args) =>
        `${named(args)} is a new direct dependency, and the change has the mark of ${quoted(args.who)} (${placeOf(args.on)}): nobody but its proposer has decided on it.${proposalWords(args)}`,
      remediation,
    },
    'changed-by-agent': {
      severity: { option: 'agents' },
      asksForDecision: true,
      text: (args) =>
        `${named(args)} is another direct dependency than before, and the change has the mark of ${quoted(args.who)} (${placeOf(args.on)}): nobody but its proposer has decided on it.${proposalWords(args)}`,
      remediation: (args) =>
        `Ask somebody who did not propose ${quoted(args.name)} to decide: approve it, or record an exception with the reason in the policy on the default branch.`,
    },
    undecided: {
      severity: 'configured',
      asksForDecision: true,
      text: (args) => `${named(args)} is a new direct dependency, and nobody but its proposer has decided on it.`,
      remediation,
    },
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (context.mode === 'audit') return [];
    const isNew = change.kind === 'added' && change.direct && change.baseVersions.length === 0;
    if (context.listed !== undefined && isProposed(change)) {
      const { authorship } = evidence;
      const lists = { ...options, listed: context.listed };
      const proposal = authorship.state === 'present' ? proposalOf(authorship.value, lists) : undefined;
      if (proposal !== undefined) {
        if (isWithin(change, proposal.may)) return [];
        const { who, on } = proposal.mark;
        const args = { ...identity(change), who, on, ...proposalArgs(proposal) };
        const code = isNew || change.directBefore === undefined ? 'by-agent' : 'changed-by-agent';
        return [{ code, args, stable: { who } } satisfies Violation];
      }
    }
    if (!isNew) return [];
    const [mark] = evidence.authorship.state === 'present' ? marksOf(evidence.authorship.value, options) : [];
    const about = identity(change);
    if (mark === undefined) return [{ code: 'undecided', args: about }];
    const { who, on } = mark;
    return [{ code: 'by-agent', args: { ...about, who, on }, stable: { who } }];
  },
  examples: [
    {
      title: 'A person adds a direct dependency: reported only where the rule is not off',
      dossier: { evidence: { authorship: made({ account: { login: 'octocat', type: 'User' } }) } },
      expectedCodes: ['undecided'],
    },
    {
      title: 'A dependency bot adds a package that an update needs',
      dossier: { evidence: { authorship: made({ account: { login: 'dependabot[bot]', type: 'Bot' } }) } },
      expectedCodes: ['undecided'],
    },
    {
      title: 'An agent updates an existing dependency',
      dossier: {
        change: { kind: 'updated', previousVersion: '1.2.0', baseVersions: ['1.2.0'] },
        evidence: { authorship: made({ branch: 'claude/bump-left-pad' }) },
      },
      expectedCodes: [],
    },
    {
      title: 'A commit names an agent as its co-author',
      dossier: {
        evidence: {
          authorship: made({
            people: [{ role: 'co-author', name: 'Claude', email: 'noreply@anthropic.com' }],
          }),
        },
      },
      expectedCodes: ['by-agent'],
    },
    {
      title: 'A bot formatted what a person committed',
      dossier: {
        evidence: {
          authorship: made({
            account: { login: 'octocat', type: 'User' },
            people: [
              { role: 'author', name: 'Mona', email: 'mona@example.com' },
              { role: 'co-author', name: 'pre-commit-ci[bot]', email: '' },
            ],
          }),
        },
      },
      expectedCodes: ['undecided'],
    },
    {
      title: 'A bot that is not known to update dependencies opened the pull request',
      dossier: { evidence: { authorship: made({ account: { login: 'acme-helper[bot]', type: 'Bot' } }) } },
      expectedCodes: ['by-agent'],
    },
    {
      title: 'A bot proposes more than the policy lets it: an older version',
      dossier: {
        change: {
          ...{ kind: 'updated', version: '1.2.0', previousVersion: '1.3.0', baseVersions: ['1.3.0'] },
          changed: ['version'],
          directBefore: {
            ...{ versions: ['1.3.0'], sources: ['registry'], dependencyTypes: ['prod'] },
            registries: ['https://registry.npmjs.org/'],
          },
        },
        evidence: {
          authorship: made({
            account: { login: 'renovate[bot]', type: 'Bot', id: 29_139_614 },
            proposers: { accounts: [{ login: 'renovate[bot]', id: 29_139_614 }] },
          }),
        },
      },
      listed: [{ login: 'renovate[bot]', id: 29_139_614, owner: '@acme/platform', may: 'updates' }],
      expectedCodes: ['changed-by-agent'],
    },
    {
      title: 'It is not known who made the change',
      dossier: { evidence: { authorship: absent } },
      expectedCodes: ['undecided'],
    },
  ],
});

const places: Readonly<Partial<Record<string, string>>> = {
  account: 'the account that opened the pull request',
  branch: 'the name of the branch',
  author: 'the author of a commit',
  committer: 'the committer of a commit',
  'co-author': 'a co-author of a commit',
  declared: 'the flag --as agent',
};

const placeOf = (on: Args[string] | undefined) => places[String(on)] ?? 'the change';

function made(authorship: Partial<Authorship>) {
  return present({ people: [], ...authorship });
}
