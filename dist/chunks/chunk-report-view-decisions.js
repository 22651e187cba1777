import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  blockedRows
} from "./chunk-report-view-blocked.js";
import {
  number,
  plural
} from "./chunk-report-view-text-words.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/report/view/decisions.ts
var offeredLines = 50;
var namedPeople = 5;
var openOffers = ({ offers, denials }) => offers.filter(
  ({ name, version, line, isApproved }) => !isApproved && line !== null && !denials.some((one) => one.name === name && one.version === version)
);
var denialsHere = ({
  denials,
  refusals,
  offers,
  undecidable
}) => denials.filter(
  ({ name, version, comment }) => [...offers, ...undecidable].some((one) => one.name === name && one.version === version) || !refusals.some((one) => one.why === "not-here" && one.comment === comment && isOf(one.line, name, version))
);
var isOf = (line, name, version) => /^\/deny/i.test(line) && line.includes(`${name}@`) && line.includes(version);
var isByOne = ({ byOne }) => byOne === true;
function openLines(report) {
  const { decisions } = report;
  if (decisions === void 0) return [];
  const rows = new Map(
    blockedRows(report).flatMap(
      ({ subject }, row) => subject.statements.flatMap(({ findings }) => findings).map((one) => ({ one, row }))
    ).reverse().map(({ one: { name, version, lockfile }, row }) => [keyOf(name, version, lockfile), row])
  );
  const rowOf = ({ name, version, path }) => rows.get(keyOf(name, version, path ?? "")) ?? rows.size;
  return [...giveable(decisions)].sort((a, b) => rowOf(a) - rowOf(b)).flatMap(linesOf);
}
var giveable = (decisions) => openOffers(decisions).filter((offer) => isByOne(offer) || isOtherLeft(decisions));
var keyOf = (name, version, path) => JSON.stringify(name === null ? [path] : [name, version]);
var linesOf = ({ line }) => line === null || !isLine.test(line) ? [] : [line];
var isLine = /^\/approve(?:-file)? [\x21-\x7e]+ [\x20-\x7e]+$/;
var isOpen = (decisions) => canApprove(decisions) && openOffers(decisions).flatMap(linesOf).length > 0;
var isOffered = ({ decisions }) => decisions !== void 0 && canApprove(decisions) && giveable(decisions).flatMap(linesOf).length > 0;
function isOfferedFor({ decisions }, {
  name,
  version,
  lockfile
}) {
  const offers = decisions === void 0 ? [] : openOffers(decisions);
  return offers.some((one) => name === null ? one.path === lockfile : one.name === name && one.version === version);
}
var canApprove = ({ approvers }) => approvers.users.length + approvers.teams.length > 0;
function whoIsLeft({ approvers, proposers }) {
  const marked = new Set(proposers.map(({ account }) => account.id));
  return approvers.users.filter(({ id }) => !marked.has(id));
}
var isOtherLeft = (decisions) => decisions.approvers.teams.length > 0 || whoIsLeft(decisions).length > 0;
var isShort = (decisions) => decisions.approvers.teams.length === 0 && whoIsLeft(decisions).length < decisions.required && !isAllByOne(decisions);
var isAllByOne = (decisions) => {
  const open = openOffers(decisions);
  return open.length > 0 && open.every(isByOne);
};
function approverWords(decisions) {
  const { approvers, required, because, proposers, pulls } = decisions;
  const tightening = "tightens who may approve: one listed approver can let that in, even one who proposed it.";
  if (isAllByOne(decisions)) return [`The change of the policy only ${tightening}`];
  const where = pulls === void 0 ? "this pull request" : "the pull request that brings it in";
  const left = whoIsLeft(decisions);
  const people = several(
    [...left.map(({ login }) => quoted(login)), ...approvers.teams.map(({ slug }) => `a member of ${quoted(slug)}`)],
    namedPeople
  );
  const listed = new Set(approvers.users.map(({ id }) => id));
  const kept = [...new Map(proposers.map((mark) => [mark.account.id, mark])).values()].filter(
    ({ account }) => listed.has(account.id)
  );
  const signing = new Set(isShort(decisions) ? signers(decisions).map(({ id }) => id) : []);
  return [
    ...isShort(decisions) && signers(decisions).length > 0 ? [signWords(decisions)] : [],
    ...isShort(decisions) && signers(decisions).length === 0 ? [
      `This needs ${plural(required, "approver")}, and ${left.length === 0 ? "none" : `only ${number(left.length)}`} of those whom the policy lists is left${left.length === 0 ? "" : ` (${people.join(", ")})`}: a proposer cannot approve.`,
      "Another approver has to be listed in the policy on the default branch, or somebody else has to propose the change.",
      ...approvers.users.length === 1 ? [
        "Whoever is alone in a repository can decide by a security key: `approvals.keys` and `ownChanges` in the policy."
      ] : []
    ] : isShort(decisions) ? [] : [
      `${either(people)} can let this in, by a comment on ${where}.`,
      required === 1 ? "" : `It takes ${number(required)} of them.`
    ],
    because ?? "",
    openOffers(decisions).some(isByOne) ? `The change of the policy only ${tightening}` : "",
    ...kept.filter(({ account }) => !signing.has(account.id)).map((mark) => `${quoted(mark.account.login)} cannot: the account ${markWords(mark)}.`)
  ].filter((words) => words !== "");
}
function signers({ keyHolders, approvers }) {
  return keyHolders?.own === true ? approvers.users.filter(({ id }) => keyHolders.ids.includes(id)) : [];
}
function signWords(decisions) {
  const people = several(
    signers(decisions).map(({ login }) => quoted(login)),
    namedPeople
  );
  const [first] = openOffers(decisions);
  const named = first?.path ?? `${first?.name ?? ""}@${first?.version ?? ""}`;
  const what = /^[\w@/.+-]+$/.test(named) && !named.startsWith("-") ? named : "NAME@VERSION";
  return `${either(people)} can let this in by a signed record, also their own change: run ${quoted(`lockgate approve ${what} --sign KEY --reason TEXT`)} for each on a terminal where no agent types, and commit the file that it writes to this branch.`;
}
var either = (words) => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
function several(words, most) {
  return words.length <= most ? words : [...words.slice(0, most), `${number(words.length - most)} more`];
}
var marks = {
  author: "opened this pull request",
  requester: "asked for this change",
  pusher: "pushed to this branch",
  "commit-author": "is the author of a commit of it",
  committer: "committed to it",
  "co-author": "is named as a co-author in it",
  assigner: "assigned whoever made it"
};
var markWords = ({ as, commit }) => `${marks[as]}${commit === void 0 ? "" : ` (commit ${quoted(commit.slice(0, 12))})`}`;
var reasons = {
  "not-a-user": "an App wrote it",
  "not-listed": "the policy does not list the account",
  "team-not-asked": "the policy does not list the account, and who is in its teams is not asked in this run",
  "no-permission": "the account may do too little in this repository",
  never: "the policy says that this account never counts",
  proposer: "a proposer of the change wrote it",
  edited: "the comment was edited",
  minimized: "the comment is hidden",
  "by-mail": "it came by mail",
  "by-app": "an App wrote it for the person",
  malformed: "it cannot be read",
  "unclear-text": "the comment holds marks that can hide or strike out text",
  "not-alone": "it stands in a list, directly under a quote, or in other text that is no plain paragraph",
  "other-digest": "it is about another state of the package",
  "other-codes": "something else blocks the package now",
  "not-here": "this change does not bring it in",
  "not-decidable": "nobody can approve what blocks it",
  "contradicts-itself": "the comment says both of the same",
  superseded: "the same person said otherwise later",
  denied: "the package is denied",
  expired: "it is too old",
  "after-report-was-edited": "the comment of lockgate held words of somebody else then",
  "no-approvers": "the policy names no approvers",
  "account-gone": "the account is gone",
  "after-merge": "it was said after the merge",
  "in-a-review": "it stands in a review"
};
var fileReasons = {
  "other-digest": "it is about another state of the file",
  "not-here": "nothing about this file blocks here"
};
var reasonOf = (line, why) => (line.startsWith("/approve-file") ? fileReasons[why] : void 0) ?? reasons[why];
var unrecorded = {
  "not-a-file": "it is a link or a submodule, which is not followed: put the file itself there",
  "too-large": "it is too large for a record",
  "not-json": "it is no JSON",
  "not-a-record": "it is no record, or was written in another way",
  misnamed: "its name is not the one that follows from what it says",
  revoked: "it was revoked",
  "maybe-revoked": "a revocation beside it cannot be read, and may be about it",
  expired: "it has expired: approve it again on the pull request",
  "not-yet": "it was issued later than the time that is judged",
  "no-approvers": "the policy names no approvers",
  "not-listed": "none of its people is an approver any more",
  "other-facts": "what it approved has changed: bytes, use, profile, or what was known of them",
  "other-codes": "something else blocks the package now",
  "too-few": "more people are needed than approved it",
  "decided-here-alone": "a change of the policy or the records is let in on its own pull request alone",
  proposer: "whoever approved it proposes this change: another approver has to",
  "proposers-unknown": "it is not known who proposes this change",
  "no-repository": "the id of this repository is not known"
};
var unproven = {
  "too-large": "it is too large for a record",
  "not-json": "it is no JSON",
  "not-a-record": "it is no record, or was written in another way",
  misnamed: "its name is not the one that follows from what it says",
  "other-repository": "it is about another repository",
  "too-many": "one run asks about no more records: bring them in parts",
  "no-platform": "only the check on the pull request can ask for what proves it",
  "no-pull": "it names no pull request of this repository",
  "not-merged": "the pull request that it names is not merged",
  "careless-branch": "the pull request that it names was merged into a branch that is neither the default branch nor a baseline",
  "policy-unknown": "the policy that it names is not the one that was in force",
  "not-brought-in": "the merge that it names does not bring in what it is about",
  "not-derived": "what approvers wrote on the pull request that it names comes to another record, or to none",
  "not-derivable": "nothing on a pull request says this: approvers let the file in, or sign it",
  signature: "a signature does not verify, or is by no key of the policy",
  signer: "it names others than those who signed it, or somebody who may not decide",
  proposer: "whoever signed it proposed this change",
  "proposers-unknown": "it is not known who proposed this change, so whoever signed it may have",
  "too-few": "more people are needed",
  "wrong-time": "it begins later than now, ends later than the policy allows, or has ended",
  "not-as-named": "approvers let it in, and it names other people, or other codes than those that block now",
  "says-more": "approvers let it in, and it names a comment, a key, a team, a pull request or an account in a way that they cannot prove: write it with `lockgate approve`",
  "recorded-already": "the ledger has a record of this approval, and a decision has one record",
  revoked: "it was approved before an approval of the same bytes was revoked: let it be approved again"
};
var provenBy = {
  kept: "the default branch has the same record",
  derived: "what approvers wrote on the pull request that it names comes to the same",
  signed: "signed by a security key of the policy",
  "decided-here": "approvers let this very file in"
};
var provenRecords = ({ proofs = [] }) => proofs.flatMap(({ record, state }) => state === "unproven" ? [] : [`${quoted(record)}: ${provenBy[state]}`]);
var unprovenRecords = ({ proofs = [] }) => proofs.flatMap(
  ({ record, why, says }) => why === void 0 ? [] : [`${quoted(record)}: ${unproven[why]}.${says === void 0 ? "" : ` ${saysWords(says)}`}`]
);
var verbs = { approve: "approves", "approve-file": "approves", deny: "denies", revoke: "revokes" };
function saysWords({ decision, subject, by, reason, expiresAt }) {
  const until = expiresAt === null ? "" : `, until ${expiresAt.slice(0, 10)}`;
  return `It says: ${several(
    by.map((login) => quoted(login)),
    namedPeople
  ).join(", ")} ${verbs[decision]} ${quoted(subject)}${until}${reason === "" ? "" : `: ${quoted(reason)}`}.`;
}
var whyNoRecord = (why) => unrecorded[why];
var recordWords = ({ record, why }) => `${quoted(record)}: ${unrecorded[why]}`;
var deniedBy = ({ by, reason }) => by.length === 0 ? reason : `by ${by.map((login) => quoted(login)).join(", ")}${reason === "" ? "" : `: ${quoted(reason)}`}`;
var ledgerNotes = ({ notes, elsewhere }) => [
  ...notes,
  ...elsewhere === 0 ? [] : [`${plural(elsewhere, "record")} of other repositories ${elsewhere === 1 ? "says" : "say"} nothing here.`]
];
function refusalWords({ account, line, why, fix, commit, pull }) {
  const where = commit === void 0 ? "" : ` (commit ${quoted(commit.slice(0, 12))})`;
  const short = line.replaceAll(/(?<![0-9a-f])([0-9a-f]{12})[0-9a-f]{52}(?![0-9a-f])/g, "$1\u2026");
  return `${pull === void 0 ? "" : `on pull request ${pull}, `}${who(account)}: ${quoted(short)}: ${reasonOf(line, why)}${where}. ${fix}`;
}
var who = (account) => account === null ? "a deleted account" : quoted(account.login);

export {
  offeredLines,
  openOffers,
  denialsHere,
  openLines,
  isOpen,
  isOffered,
  isOfferedFor,
  isShort,
  approverWords,
  provenRecords,
  unprovenRecords,
  whyNoRecord,
  recordWords,
  deniedBy,
  ledgerNotes,
  refusalWords
};
