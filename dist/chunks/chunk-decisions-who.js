import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/decisions/who.ts
var loosens = ({ statement }, endsDenial) => statement.say === "approve" || statement.say === "approve-file" || statement.say === "withdraw" && endsDenial;
function isCandidate(account, approvals) {
  if (account?.type !== "User" || approvals.never.some(({ id }) => id === account.id)) return false;
  return isListed(account, approvals) || approvals.teams.length > 0 || isNobodyListed(approvals);
}
var isListed = ({ id }, { users }) => users.some((user) => user.id === id);
var isNobodyListed = ({ users, teams }) => users.length + teams.length === 0;
var ranks = ["none", "read", "triage", "write", "maintain", "admin"];
var isAtLeast = (permission, minimum) => ranks.indexOf(permission) >= ranks.indexOf(minimum);
function whyNoApprover(account, approvals, standings, to) {
  if (account === null) return { why: "account-gone", fix: "Let somebody whose account exists write the line." };
  if (account.type !== "User") return { why: "not-a-user", fix: "A person has to write the line, no App." };
  if (approvals.never.some(({ id }) => id === account.id)) {
    return { why: "never", fix: "The policy lists this account under `approvals.never`: let a person write the line." };
  }
  const open = isNobodyListed(approvals);
  if (open && to === "approve") {
    return { why: "no-approvers", fix: "Name who may approve under `approvals.approvers` in the policy." };
  }
  if (to === "deny" && isListed(account, approvals)) return void 0;
  const standing = standings.get(account.id);
  const memberOf = standing?.teams ?? [];
  const mayBeMember = approvals.teams.length > 0 && memberOf === "not-asked";
  const isMember = memberOf !== "not-asked" && approvals.teams.some(({ id }) => memberOf.includes(id));
  if (mayBeMember && to === "approve" && !isListed(account, approvals)) {
    return { why: "team-not-asked", fix: whereTeamsCount };
  }
  if (!open && !isListed(account, approvals) && !isMember && !mayBeMember) {
    return { why: "not-listed", fix: "Somebody that `approvals.approvers` lists has to write the line." };
  }
  if (standing === void 0 || ranks.indexOf(standing.permission) < ranks.indexOf(approvals.minimumPermission)) {
    return {
      why: "no-permission",
      fix: `The account needs the permission \`${approvals.minimumPermission}\` on this repository, as \`approvals.minimumPermission\` asks.`
    };
  }
  return void 0;
}
var whereTeamsCount = "Members of teams count where an organisation requires the workflow: list the account by its id in the policy, or let somebody whom it lists write the line.";
var mayDeny = (account, approvals, standings) => whyNoApprover(account, approvals, standings, "deny") === void 0;
function whyNoWord({ comment, ...said }, endsDenial = true) {
  if (!loosens({ comment, ...said }, endsDenial)) return void 0;
  const again = "Write the line again in a new comment, on GitHub itself, and do not edit it.";
  if (comment.lastEditedAt !== null || comment.edits.length > 0) return { why: "edited", fix: again };
  if (comment.isMinimized) return { why: "minimized", fix: again };
  if (comment.createdViaEmail) return { why: "by-mail", fix: again };
  if (comment.viaApp) return { why: "by-app", fix: again };
  return void 0;
}
function markOf({ id }, { marks }) {
  const order = [
    ...["author", "requester", "pusher", "commit-author", "committer", "co-author", "assigner"]
  ];
  return marks.filter(({ account }) => account.id === id).sort((a, b) => order.indexOf(a.as) - order.indexOf(b.as)).at(0);
}
function whyProposer(account, proposers) {
  const mark = markOf(account, proposers);
  if (mark === void 0) return void 0;
  const fix = "Whoever proposes a change cannot approve it: let another approver write the line.";
  return { why: "proposer", fix, ...mark.commit === void 0 ? {} : { commit: mark.commit } };
}

export {
  isCandidate,
  isListed,
  isNobodyListed,
  isAtLeast,
  whyNoApprover,
  mayDeny,
  whyNoWord,
  markOf,
  whyProposer
};
