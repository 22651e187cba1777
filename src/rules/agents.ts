import type { Authorship, Person } from '../model/index.ts';

/** The marks of one coding agent: accounts and commit names (exact), e-mail addresses (exact), prefixes of branch names. */
interface Agent {
  readonly name: string;
  readonly accounts: readonly string[];
  readonly emails: readonly string[];
  readonly branches: readonly string[];
}

/**
 * Coding agents that leave marks by default. The docs print the list; a policy can extend it (`marks`). Comparisons ignore
 * case.
 */
export const knownAgents: readonly Agent[] = [
  { name: 'Aider', accounts: [], emails: ['noreply@aider.chat', 'aider@aider.chat'], branches: [] },
  { name: 'Amazon Q', accounts: ['amazon-q-developer[bot]'], emails: [], branches: [] },
  { name: 'Amp', accounts: [], emails: ['amp@ampcode.com'], branches: ['amp/'] },
  { name: 'Claude Code', accounts: ['claude[bot]'], emails: ['noreply@anthropic.com'], branches: ['claude/'] },
  { name: 'Codex', accounts: ['chatgpt-codex-connector[bot]'], emails: ['codex@openai.com'], branches: ['codex/'] },
  { name: 'Copilot', accounts: ['copilot', 'copilot-swe-agent[bot]'], emails: [], branches: ['copilot/'] },
  { name: 'Cursor', accounts: ['cursor[bot]'], emails: ['cursoragent@cursor.com'], branches: ['cursor/'] },
  { name: 'Devin', accounts: ['devin-ai-integration[bot]'], emails: [], branches: ['devin/'] },
  { name: 'Gemini', accounts: ['gemini-code-assist[bot]', 'gemini-cli[bot]'], emails: [], branches: [] },
  { name: 'Jules', accounts: ['google-labs-jules[bot]'], emails: [], branches: ['jules/'] },
  { name: 'OpenHands', accounts: [], emails: ['openhands@all-hands.dev'], branches: ['openhands/'] },
];

/** Bots that update versions and do not add direct dependencies by themselves. */
export const knownDependencyBots: readonly string[] = [
  'dependabot[bot]',
  'dependabot-preview[bot]',
  'depfu[bot]',
  'greenkeeper[bot]',
  'renovate[bot]',
  'snyk-bot',
];

/**
 * Bots that only format what somebody else committed. `github-actions[bot]` is none: anything can be behind it.
 * `branches`: prefixes of the branches that they propose from by themselves.
 */
export const knownFormatters: readonly { readonly account: string; readonly branches: readonly string[] }[] = [
  { account: 'autofix-ci[bot]', branches: [] },
  { account: 'pre-commit-ci[bot]', branches: ['pre-commit-ci-update-config'] },
  { account: 'prettierci[bot]', branches: [] },
];

/** One sign that an agent, or a bot other than a dependency bot, contributed to the change. */
export interface Mark {
  readonly on: 'account' | 'branch' | 'declared' | Person['role'];
  /** The name of a known agent; otherwise the account, name, address or branch that matched. Third-party text. */
  readonly who: string;
}

/** What a policy adds: accounts, commit names, e-mail addresses, and prefixes of branch names that end in `/`; accounts of bots. */
export interface OwnLists {
  readonly marks: readonly string[];
  readonly dependencyBots: readonly string[];
  readonly formatters: readonly string[];
}

/** The same; where the policy lists proposers, no bot is known to update dependencies by its name alone. */
export interface MarkLists extends Omit<OwnLists, 'dependencyBots'> {
  readonly dependencyBots: OwnLists['dependencyBots'] | 'none';
}

/**
 * Every mark of a change, in the order account, branch, people, and last what whoever asks says. Marks can be omitted or forged,
 * so they only make the result stricter, and their absence proves nothing. A formatter that is named beside another author leaves
 * none; as the account, the branch or the only author it is the proposer.
 */
export function marksOf({ account, branch, people, declared }: Authorship, own: MarkLists): readonly Mark[] {
  const { dependencyBots } = own;
  const bots = new Set((dependencyBots === 'none' ? [] : [...knownDependencyBots, ...dependencyBots]).map(folded));
  const ofName = (name: string): string | undefined => {
    const wanted = folded(name);
    const agent = knownAgents.find(({ accounts }) => accounts.includes(wanted));
    if (agent !== undefined) return agent.name;
    return own.marks.some((mark) => folded(mark) === wanted) ? name : undefined;
  };
  const ofBot = (name: string): string | undefined => (isBot(name) && !bots.has(folded(name)) ? name : undefined);
  const ofEmail = (email: string): string | undefined => {
    const wanted = folded(email);
    const agent = knownAgents.find(({ emails }) => emails.includes(wanted));
    if (agent !== undefined) return agent.name;
    const login = NOREPLY.exec(email)?.[1];
    if (login !== undefined) return ofName(login) ?? ofBot(login);
    return own.marks.some((mark) => folded(mark) === wanted) ? email : undefined;
  };
  const formatters = new Set([...knownFormatters.map((one) => one.account), ...own.formatters].map(folded));
  const ofPerson = ({ name, email }: Person): string | undefined => ofEmail(email) ?? ofName(name) ?? ofBot(name);
  const isFormatter = ({ name, email }: Person): boolean =>
    formatters.has(folded(name)) &&
    ofName(name) === undefined &&
    (email === '' || folded(NOREPLY.exec(email)?.[1] ?? '') === folded(name));
  const isListed = ({ name }: Person) => bots.has(folded(name));
  const isOfAnother = people.some((one) => one.role === 'author' && !isFormatter(one) && !isListed(one));
  const marks: Mark[] = [];
  if (account !== undefined) {
    const { login, type } = account;
    const unlisted = type !== 'User' && !bots.has(folded(login)) ? login : undefined;
    push('account', ofName(login) ?? unlisted ?? ofBot(login));
  }
  if (branch !== undefined) push('branch', branchMark(branch, own));
  for (const person of people) if (!isOfAnother || !isFormatter(person)) push(person.role, ofPerson(person));
  if (declared !== undefined) push('declared', 'an agent');
  return marks;

  function push(on: Mark['on'], who: string | undefined): void {
    if (who !== undefined && !marks.some((mark) => mark.on === on && mark.who === who)) marks.push({ on, who });
  }
}

/** The address that GitHub uses for an account's web commits: `ID+LOGIN@users.noreply.github.com` (docs, "Commit email address"). */
const NOREPLY = /^(?:\d+\+)?([^@+]+)@users\.noreply\.github\.com$/i;

/** GitHub Apps sign with their slug and `[bot]`, which no person's login can contain. */
const isBot = (name: string) => folded(name).endsWith('[bot]');

function branchMark(branch: string, { marks }: Pick<OwnLists, 'marks'>): string | undefined {
  const wanted = folded(branch);
  const agent = knownAgents.find(({ branches }) => branches.some((start) => wanted.startsWith(start)));
  if (agent !== undefined) return agent.name;
  const formatter = knownFormatters.find(({ branches }) => branches.some((start) => wanted.startsWith(start)));
  if (formatter !== undefined) return formatter.account;
  return marks.some((mark) => mark.endsWith('/') && wanted.startsWith(folded(mark))) ? branch : undefined;
}

const folded = (text: string) => text.trim().toLowerCase();
