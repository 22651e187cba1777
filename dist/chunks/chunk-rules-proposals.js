import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/rules/agents.ts
var knownAgents = [
  { name: "Aider", accounts: [], emails: ["noreply@aider.chat", "aider@aider.chat"], branches: [] },
  { name: "Amazon Q", accounts: ["amazon-q-developer[bot]"], emails: [], branches: [] },
  { name: "Amp", accounts: [], emails: ["amp@ampcode.com"], branches: ["amp/"] },
  { name: "Claude Code", accounts: ["claude[bot]"], emails: ["noreply@anthropic.com"], branches: ["claude/"] },
  { name: "Codex", accounts: ["chatgpt-codex-connector[bot]"], emails: ["codex@openai.com"], branches: ["codex/"] },
  { name: "Copilot", accounts: ["copilot", "copilot-swe-agent[bot]"], emails: [], branches: ["copilot/"] },
  { name: "Cursor", accounts: ["cursor[bot]"], emails: ["cursoragent@cursor.com"], branches: ["cursor/"] },
  { name: "Devin", accounts: ["devin-ai-integration[bot]"], emails: [], branches: ["devin/"] },
  { name: "Gemini", accounts: ["gemini-code-assist[bot]", "gemini-cli[bot]"], emails: [], branches: [] },
  { name: "Jules", accounts: ["google-labs-jules[bot]"], emails: [], branches: ["jules/"] },
  { name: "OpenHands", accounts: [], emails: ["openhands@all-hands.dev"], branches: ["openhands/"] }
];
var knownDependencyBots = [
  "dependabot[bot]",
  "dependabot-preview[bot]",
  "depfu[bot]",
  "greenkeeper[bot]",
  "renovate[bot]",
  "snyk-bot"
];
var knownFormatters = [
  { account: "autofix-ci[bot]", branches: [] },
  { account: "pre-commit-ci[bot]", branches: ["pre-commit-ci-update-config"] },
  { account: "prettierci[bot]", branches: [] }
];
function marksOf({ account, branch, people, declared }, own) {
  const { dependencyBots } = own;
  const bots = new Set((dependencyBots === "none" ? [] : [...knownDependencyBots, ...dependencyBots]).map(folded));
  const ofName = (name) => {
    const wanted = folded(name);
    const agent = knownAgents.find(({ accounts }) => accounts.includes(wanted));
    if (agent !== void 0) return agent.name;
    return own.marks.some((mark) => folded(mark) === wanted) ? name : void 0;
  };
  const ofBot = (name) => isBot(name) && !bots.has(folded(name)) ? name : void 0;
  const ofEmail = (email) => {
    const wanted = folded(email);
    const agent = knownAgents.find(({ emails }) => emails.includes(wanted));
    if (agent !== void 0) return agent.name;
    const login = NOREPLY.exec(email)?.[1];
    if (login !== void 0) return ofName(login) ?? ofBot(login);
    return own.marks.some((mark) => folded(mark) === wanted) ? email : void 0;
  };
  const formatters = new Set([...knownFormatters.map((one) => one.account), ...own.formatters].map(folded));
  const ofPerson = ({ name, email }) => ofEmail(email) ?? ofName(name) ?? ofBot(name);
  const isFormatter = ({ name, email }) => formatters.has(folded(name)) && ofName(name) === void 0 && (email === "" || folded(NOREPLY.exec(email)?.[1] ?? "") === folded(name));
  const isListed = ({ name }) => bots.has(folded(name));
  const isOfAnother = people.some((one) => one.role === "author" && !isFormatter(one) && !isListed(one));
  const marks = [];
  if (account !== void 0) {
    const { login, type } = account;
    const unlisted = type !== "User" && !bots.has(folded(login)) ? login : void 0;
    push("account", ofName(login) ?? unlisted ?? ofBot(login));
  }
  if (branch !== void 0) push("branch", branchMark(branch, own));
  for (const person of people) if (!isOfAnother || !isFormatter(person)) push(person.role, ofPerson(person));
  if (declared !== void 0) push("declared", "an agent");
  return marks;
  function push(on, who) {
    if (who !== void 0 && !marks.some((mark) => mark.on === on && mark.who === who)) marks.push({ on, who });
  }
}
var NOREPLY = /^(?:\d+\+)?([^@+]+)@users\.noreply\.github\.com$/i;
var isBot = (name) => folded(name).endsWith("[bot]");
function branchMark(branch, { marks }) {
  const wanted = folded(branch);
  const agent = knownAgents.find(({ branches }) => branches.some((start) => wanted.startsWith(start)));
  if (agent !== void 0) return agent.name;
  const formatter = knownFormatters.find(({ branches }) => branches.some((start) => wanted.startsWith(start)));
  if (formatter !== void 0) return formatter.account;
  return marks.some((mark) => mark.endsWith("/") && wanted.startsWith(folded(mark))) ? branch : void 0;
}
var folded = (text) => text.trim().toLowerCase();

// src/rules/proposals.ts
function proposalOf(authorship, { listed, ...lists }) {
  const { account } = authorship;
  const names = listed.map(({ login }) => login);
  const marks = marksOf(authorship, { ...lists, marks: [...lists.marks, ...names], dependencyBots: "none" });
  const entry = account === void 0 ? void 0 : entryOf(account, listed);
  const own = account && entry ? { on: "account", who: account.login } : void 0;
  const mark = marks[0] ?? own;
  if (mark === void 0) return void 0;
  const why = whyStrictest(authorship, marks, entry);
  return {
    mark,
    ...entry === void 0 ? {} : { entry },
    may: why === void 0 ? entry?.may ?? "nothing" : "nothing",
    ...why === void 0 ? {} : { why }
  };
}
function entryOf({ id, login }, listed) {
  const byId = id === void 0 ? void 0 : listed.find((one) => one.id === id);
  return byId ?? listed.find((one) => one.id === void 0 && one.login.toLowerCase() === login.toLowerCase());
}
var webFlow = 19864447;
var otherProposer = ({ accounts }, id) => accounts.find((one) => one.id !== id && one.id !== webFlow)?.login;
function whyStrictest({ account, proposers }, marks, entry) {
  if (account === void 0) return { why: "no-account" };
  if (entry === void 0) return { why: "not-listed", ...account.id === void 0 ? {} : { id: account.id } };
  if (entry.may === "nothing" || entry.id === void 0) return void 0;
  const [of] = marks.filter(({ on }) => on === "account");
  const other = marks.find(({ who: who2 }) => who2 !== of?.who && who2.toLowerCase() !== account.login.toLowerCase());
  if (other !== void 0) return { why: "other-mark", who: other.who };
  if (proposers === void 0) return { why: "not-told" };
  if (proposers.unknown !== void 0) return { why: "not-told", detail: proposers.unknown };
  if (!proposers.accounts.some(({ id }) => id === entry.id)) return { why: "not-told" };
  const who = otherProposer(proposers, entry.id);
  return who === void 0 ? void 0 : { why: "other-proposer", who };
}

export {
  knownAgents,
  knownDependencyBots,
  knownFormatters,
  marksOf,
  proposalOf,
  entryOf
};
