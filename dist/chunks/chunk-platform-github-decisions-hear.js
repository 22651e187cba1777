import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  approvalsUnavailable,
  approvalsUnusable,
  queryForDecision,
  readStandings
} from "./chunk-platform-github-decisions-standing.js";
import {
  actor,
  appOfAddress,
  assignmentsDocument,
  commitsDocument,
  conversationDocument,
  editsDocument,
  restAccount
} from "./chunk-platform-github-decisions-documents.js";
import {
  peopleToAsk,
  sayingsOf
} from "./chunk-decisions-count.js";
import {
  isCandidate,
  isListed,
  isNobodyListed,
  mayDeny,
  whyNoWord
} from "./chunk-decisions-who.js";
import {
  mergesToAsk,
  proposersOf,
  proposersSurely,
  statesToAsk
} from "./chunk-decisions-proposers.js";
import {
  objectId
} from "./chunk-platform-github-ask.js";
import {
  readPages
} from "./chunk-platform-github-pages.js";
import {
  commentMarker
} from "./chunk-report-formats-markdown.js";
import {
  readTree
} from "./chunk-platform-github-tree.js";
import {
  readFailure
} from "./chunk-platform-github-failure.js";
import {
  _enum,
  array,
  boolean,
  discriminatedUnion,
  int,
  iso_exports,
  literal,
  object,
  record,
  string
} from "./chunk-zod.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/platform/github/decisions/commits.ts
var maxCommits = 250;
var maxPeople = 100;
var gitActor = object({
  email: string().nullable(),
  user: object({ __typename: literal("User"), login: string().min(1), databaseId: int().positive().nullable() }).nullable()
});
var tree = object({ oid: objectId });
var gitCommit = object({
  oid: objectId,
  tree,
  parents: object({ totalCount: int(), nodes: array(object({ oid: objectId, tree })) }),
  authors: object({ totalCount: int(), nodes: array(gitActor) }),
  committer: gitActor.nullable(),
  signature: object({ isValid: boolean(), wasSignedByGitHub: boolean() }).nullable()
});
var commits = object({
  totalCount: int(),
  pageInfo: object({ hasNextPage: boolean(), endCursor: string().nullable() }),
  nodes: array(object({ commit: gitCommit }))
});
function commitOf(found2) {
  const { oid: id, parents, authors, committer, signature } = found2;
  if (authors.totalCount !== authors.nodes.length || parents.totalCount !== parents.nodes.length) {
    const what = `GitHub does not list all parents and all ${authors.totalCount} authors of the commit ${id}`;
    throw approvalsUnusable(what, `write it again with at most ${maxPeople}`);
  }
  const people = authors.nodes.map(accountOf);
  const by = committer === null ? null : accountOf(committer);
  const isMadeByGitHub = signature?.isValid === true && signature.wasSignedByGitHub;
  return {
    ...{ id, parents: parents.nodes.map(({ oid }) => oid), isMadeByGitHub },
    authors: people.flatMap((account) => account ?? []),
    hasAuthor: people.length > 0 && people[0] !== null,
    ...by === null || isMadeByGitHub ? {} : { committer: by }
  };
}
var treesOf = ({ oid, tree: tree2, parents }) => [
  [oid, tree2.oid],
  ...parents.nodes.map((parent) => [parent.oid, parent.tree.oid])
];
function accountOf({ email, user }) {
  if (typeof user?.databaseId === "number") return { id: user.databaseId, login: user.login, type: "User" };
  return appOfAddress(email ?? "");
}

// src/platform/github/decisions/texts.ts
var maxEditPages = 20;
var pageInfo = object({ hasNextPage: boolean(), endCursor: string().nullable() });
var edits = object({
  totalCount: int(),
  nodes: array(
    object({
      diff: string().nullable(),
      editedAt: iso_exports.datetime(),
      deletedAt: iso_exports.datetime().nullable(),
      editor: actor
    })
  ),
  pageInfo
});
var text = object({
  fullDatabaseId: string().regex(/^\d{1,20}$/),
  author: actor,
  body: string(),
  createdAt: iso_exports.datetime(),
  lastEditedAt: iso_exports.datetime().nullable(),
  editor: actor,
  isMinimized: boolean(),
  createdViaEmail: boolean()
});
var comment = text.extend({ id: string().min(1), userContentEdits: edits.nullable() });
var comments = object({ nodes: array(comment), pageInfo });
var reviews = object({ nodes: array(text), pageInfo });
async function commentOf(client, found2, isWanted) {
  const { fullDatabaseId: id, author, body, createdAt, editor, isMinimized, createdViaEmail } = found2;
  const isApp = author?.type === "Bot";
  const known = found2.userContentEdits?.nodes ?? [];
  const isOwn = isApp && ([body, ...known.map(({ diff }) => diff ?? "")].some(isReport) || known.some((one) => one.editor?.id !== author.id));
  let failure;
  const edits2 = await editsOf(client, found2, isApp || isWanted(author)).catch(async (cause) => {
    if (isOwn || !(cause instanceof GateFailure)) throw cause;
    failure = cause;
    return editsOf(client, found2, false);
  });
  const isEdited = found2.lastEditedAt !== null || edits2.some(({ body: former, editedAt }) => former !== body || editedAt !== createdAt);
  const lastEditedAt = found2.lastEditedAt ?? (isEdited ? edits2.at(-1)?.editedAt ?? createdAt : null);
  const comment2 = {
    ...{ id, author, body, createdAt, lastEditedAt, editor, isMinimized, createdViaEmail },
    viaApp: true,
    edits: isEdited ? edits2 : []
  };
  return { comment: comment2, ...failure && { failure } };
}
var isReport = (body) => body.startsWith(commentMarker);
async function editsOf(client, { id, fullDatabaseId, lastEditedAt, userContentEdits: first }, isAll) {
  if (first === void 0) return [];
  if (first === null) return lastEditedAt === null ? [] : [{ body: null, editedAt: lastEditedAt, editor: null }];
  const nodes = [...first.nodes];
  const what = `the former texts of comment ${fullDatabaseId}`;
  let page = first.pageInfo;
  for (let count = 1; isAll && page.hasNextPage; count += 1) {
    if (count > maxEditPages) {
      throw approvalsUnusable(`GitHub holds more than can be read of ${what}`, "delete the comment");
    }
    const reply3 = object({ node: object({ userContentEdits: edits }) });
    const variables = { id, after: page.endCursor };
    const grant5 = "the token `pull-requests: read`";
    const { node } = await queryForDecision(client, [editsDocument, variables], reply3, [what, grant5]);
    nodes.push(...node.userContentEdits.nodes);
    page = node.userContentEdits.pageInfo;
  }
  if (isAll && nodes.length !== first.totalCount) {
    throw approvalsUnusable(`GitHub did not give all of ${what}`, "run the workflow again");
  }
  return nodes.reverse().map(({ diff, editedAt, deletedAt, editor }) => ({
    ...{ body: deletedAt === null ? diff : null, editedAt, editor },
    ...deletedAt === null ? {} : { deletedAt }
  })).sort((a, b) => Date.parse(a.editedAt) - Date.parse(b.editedAt));
}

// src/platform/github/decisions/conversation.ts
var grant = "the token `pull-requests: read` and `contents: read`";
var maxPages = 40;
var pageInfo2 = object({ hasNextPage: boolean(), endCursor: string().nullable() });
var event = discriminatedUnion("__typename", [
  object({
    __typename: literal("CommentDeletedEvent"),
    createdAt: iso_exports.datetime(),
    actor,
    deletedCommentAuthor: actor
  }),
  object({ __typename: literal("AddedToMergeQueueEvent") }),
  object({ __typename: literal("RemovedFromMergeQueueEvent") })
]);
var timeline = object({ nodes: array(event), pageInfo: pageInfo2 });
var reply = object({
  repository: object({
    databaseId: int(),
    pullRequest: object({
      state: _enum(["OPEN", "CLOSED", "MERGED"]),
      createdAt: iso_exports.datetime(),
      author: actor,
      baseRefName: string().min(1),
      headRefName: string().min(1),
      headRefOid: objectId,
      headRepository: object({ databaseId: int(), nameWithOwner: string().regex(/^[^/]+\/[^/]+$/) }).nullable(),
      comments: comments.optional(),
      reviews: reviews.optional(),
      commits: commits.optional(),
      timelineItems: timeline.optional()
    })
  })
});
async function readConversation({ owner, repo, repositoryId }, client, number, approvals) {
  const what = `the conversation of pull request #${number}`;
  const lists = { comments: [], reviews: [], commits: [] };
  const deleted = [];
  const trees = /* @__PURE__ */ new Map();
  let isQueued = false;
  let first;
  let next = { comments: true, reviews: true, commits: true, timeline: true };
  for (let page = 1; ; page += 1) {
    if (page > maxPages) throw approvalsUnusable(`Pull request #${number} holds more than can be read`, "open another");
    const variables = { owner, repo, number, ...next };
    const { repository } = await queryForDecision(client, [conversationDocument, variables], reply, [what, grant]);
    const pull = repository.pullRequest;
    if (repository.databaseId !== repositoryId) {
      throw approvalsUnusable(`${owner}/${repo} is another repository now`, again);
    }
    first ??= pull;
    if (!isSame(first, pull)) throw approvalsUnusable(`Pull request #${number} changed while it was read`, again);
    lists.comments.push(...pull.comments?.nodes ?? []);
    lists.reviews.push(...pull.reviews?.nodes ?? []);
    for (const { commit } of pull.commits?.nodes ?? []) {
      lists.commits.push(commitOf(commit));
      for (const [id, tree2] of treesOf(commit)) trees.set(id, tree2);
    }
    for (const one of pull.timelineItems?.nodes ?? []) {
      if (one.__typename !== "CommentDeletedEvent") isQueued = one.__typename === "AddedToMergeQueueEvent";
      else deleted.push({ author: one.deletedCommentAuthor, by: one.actor, at: one.createdAt });
    }
    const more = moreOf(pull);
    if (more === void 0) break;
    next = more;
  }
  const { state, createdAt, author, baseRefName: baseRef, headRefName: headRef, headRefOid: headSha } = first;
  const isWanted = (by) => isCandidate(by, approvals);
  const read = await Promise.all(lists.comments.map((one) => commentOf(client, one, isWanted)));
  const reviewed = await Promise.all(lists.reviews.map((one) => commentOf(client, one, isWanted)));
  return {
    ...{ number, state, createdAt, author, baseRef, headRef, headSha, head: homeOf(first), deleted, trees, isQueued },
    comments: read.map(({ comment: comment2 }) => comment2),
    unread: read.flatMap(
      ({ comment: { author: by }, failure }) => failure === void 0 ? [] : [{ author: by, failure }]
    ),
    reviews: reviewed.map(({ comment: comment2 }) => comment2),
    commits: new Map(lists.commits.map((commit) => [commit.id, commit])),
    commitCount: first.commits?.totalCount ?? 0
  };
}
var again = "run the workflow again";
var isSame = (a, b) => a.headRefOid === b.headRefOid && a.baseRefName === b.baseRefName && a.state === b.state;
function moreOf({ comments: comments2, reviews: reviews2, commits: commits2, timelineItems }) {
  const lists = [
    ["comments", comments2],
    ["reviews", reviews2],
    ["commits", commits2],
    ["timeline", timelineItems]
  ];
  const next = Object.fromEntries(
    lists.flatMap(([name, list]) => {
      const { hasNextPage = false, endCursor = null } = list?.pageInfo ?? {};
      return [[name, hasNextPage], ...hasNextPage ? [[`${name}After`, endCursor]] : []];
    })
  );
  return Object.values(next).includes(true) ? next : void 0;
}
function demandCommits({ number, commits: commits2, commitCount: total, headSha }) {
  if (total < maxCommits && commits2.size === total && commits2.has(headSha)) return;
  const what = `GitHub does not list all ${total} commits of pull request #${number}, so who proposed it is not known`;
  throw approvalsUnusable(what, `squash them: fewer than ${maxCommits} are listed`);
}
function homeOf({ headRepository: home }) {
  if (home === null) return null;
  const [owner = "", repo = ""] = home.nameWithOwner.split("/");
  return { repositoryId: home.databaseId, owner, repo };
}

// src/decisions/hidden.ts
function hiddenWord(comments2, approvals, standings) {
  const hidden = comments2.filter(
    ({ author, edits: edits2 }) => edits2.some(({ body }) => body === null) && mayDeny(author, approvals, standings)
  );
  if (hidden.length === 0) return void 0;
  const authors = new Set(hidden.map(({ author }) => author?.id));
  const { said } = sayingsOf(comments2.filter(({ author }) => authors.has(author?.id)));
  return hidden.find(({ author, edits: edits2 }) => {
    const gone = edits2.flatMap(({ body, editedAt, deletedAt }) => body === null ? [deletedAt ?? editedAt] : []);
    const last = Math.max(...gone.map((at2) => Date.parse(at2)));
    return !said.some(
      (one) => one.comment.author?.id === author?.id && Date.parse(one.comment.createdAt) > last && isUntouched(one.comment) && whyNoWord(one, one.statement.say !== "deny") === void 0
    );
  });
}
var isUntouched = ({ lastEditedAt, edits: edits2 }) => lastEditedAt === null && edits2.length === 0;

// src/platform/github/decisions/people.ts
var maxStrangers = 10;
async function askPeople(request, client, talks, approvals) {
  const isOpen = isNobodyListed(approvals);
  const deniers = new Map(isOpen ? talks.flatMap(denied).map((account) => [account.id, account]) : []);
  const unread = talks.flatMap((talk) => talk.unread.filter(({ author }) => isCandidate(author, approvals)));
  const each = talks.map(
    ({ comments: comments2 }) => peopleToAsk({ comments: comments2 }, approvals).filter(({ account }) => !isOpen || deniers.has(account.id))
  );
  const hidden = talks.flatMap(
    ({ comments: comments2 }) => comments2.flatMap(
      ({ author, edits: edits2 }) => author !== null && isCandidate(author, approvals) && !isListed(author, approvals) && edits2.some(({ body }) => body === null) ? [author] : []
    )
  );
  const asked = [
    ...each.flat().map(({ account }) => account),
    ...unread.flatMap(({ author }) => author ?? []),
    ...hidden
  ];
  const people = new Map(asked.map((account) => [account.id, account]));
  if (isOpen && people.size > maxStrangers) {
    const what = `More than ${maxStrangers} people deny something here, and the policy does not say whose word counts`;
    throw approvalsUnusable(what, "name who may decide under `approvals.approvers` in the policy");
  }
  const standings = await readStandings(request, client, [...people.values()], approvals);
  for (const { author, failure } of unread) {
    if (mayDeny(author, approvals, standings)) throw failure;
  }
  for (const { comments: comments2 } of talks) demandRead(comments2, approvals, standings);
  return { each, standings };
}
function demandWords({ number, comments: comments2 }, approvals, standings) {
  const hidden = hiddenWord(comments2, approvals, standings);
  if (hidden === void 0) return;
  const who = quoted(hidden.author?.login ?? "");
  throw approvalsUnusable(
    `A former text of comment ${hidden.id} by ${who} on pull request #${number} was deleted, and a denial may have stood in it`,
    `${who} has to write a line in a new comment: \`/approve\`, \`/deny\` or \`/withdraw\``
  );
}
function demandRead(comments2, approvals, standings) {
  const isOfWeight = ({ author }) => mayDeny(author, approvals, standings);
  if (!sayingsOf(comments2.filter(isOfWeight)).unread.some(isOfWeight)) return;
  throw approvalsUnusable(
    "People who may deny have written more here than can be read",
    "delete what they can do without"
  );
}
function denied({ comments: comments2 }) {
  const { said, unread } = sayingsOf(
    comments2.filter(({ author }) => author?.type === "User"),
    () => false
  );
  return [
    ...said.flatMap(({ statement, comment: comment2 }) => statement.say === "deny" ? [comment2.author] : []),
    ...unread.map(({ author }) => author)
  ].flatMap((author) => author ?? []);
}

// src/decisions/activity-chain.ts
function followChain(head, known) {
  const { activity, isAll, commits: commits2, ofBase, isPast } = known;
  const moves = [];
  let at2 = head;
  let index = startOf(head, activity, isPast);
  if (index === void 0) return isPast && !isAll ? { state: "more" } : { state: "broken", why: "head-not-listed" };
  for (; ; ) {
    const entry = activity[index];
    if (entry?.after !== at2) {
      if (entry === void 0 && !isAll) return { state: "more" };
      if (moves.length === 0) return { state: "broken", why: "head-not-listed" };
      return endingAt(at2, moves, index, known);
    }
    const { kind, before, actor: actor2 } = entry;
    if (actor2 === null || kind === "branch_deletion") return { state: "broken", why: "no-actor" };
    moves.push({ kind, before, after: at2, actor: actor2 });
    if (before === null) {
      const older = activity[index + 1];
      if (older === void 0 && !isAll) return { state: "more" };
      if (older?.kind !== "branch_deletion" || older.before !== at2) {
        return withFormer(moves, index + 1, known);
      }
      index += 2;
      continue;
    }
    if (kind !== "force_push" && (at2 === head || commits2.has(at2)) && !commits2.has(before)) {
      if (ofBase.get(before) !== false) return endingAt(before, moves, index + 1, known);
    }
    at2 = before;
    index += 1;
  }
}
function startOf(head, activity, isPast) {
  const [newest] = activity;
  if (newest?.kind === "branch_deletion" && newest.before === head) return 1;
  if (!isPast) return newest?.after === head ? 0 : void 0;
  const index = activity.findIndex(({ after }) => after === head);
  return index === -1 ? void 0 : index;
}
function withFormer(moves, from, { activity, isAll, isEnough, commits: commits2, since }) {
  const isSince = ({ at: at2 }) => Date.parse(at2) >= Date.parse(since);
  const former = [];
  let isSameBranch = moves.at(-1)?.before !== null;
  let isTakenOff = false;
  for (const [index, entry] of activity.entries()) {
    if (index < from) continue;
    const { kind, before, after, actor: actor2 } = entry;
    isTakenOff ||= isSameBranch && kind === "force_push";
    const isMarked = isTakenOff && isSameBranch || isSince(entry) || after !== null && commits2.has(after);
    const older = activity[index + 1];
    if (before === null && !(older?.kind === "branch_deletion" && older.before === after)) isSameBranch = false;
    if (kind === "branch_deletion" || after === null || !isMarked) continue;
    if (actor2 === null) return { state: "broken", why: "no-actor" };
    former.push({ kind, before, after, actor: actor2 });
  }
  const oldest = activity.at(-1);
  const isMissing = oldest !== void 0 && isSince(oldest) || isSameBranch && isEnough !== true;
  if (!isAll && isMissing) return { state: "more" };
  return { state: "whole", moves: [...moves, ...former] };
}
function endingAt(commit, moves, from, known) {
  const { commits: commits2, ofBase } = known;
  if (commits2.has(commit)) return { state: "broken", why: "gap" };
  const isOfBase = ofBase.get(commit);
  if (isOfBase === void 0) return { state: "ask", commit };
  return isOfBase ? withFormer(moves, from, known) : { state: "broken", why: "gap" };
}

// src/platform/github/decisions/activity.ts
var kinds = _enum(["push", "force_push", "branch_creation", "branch_deletion", "pr_merge", "merge_queue_merge"]);
var entries = array(
  object({
    ref: string(),
    activity_type: kinds,
    before: objectId,
    after: objectId,
    actor: restAccount.nullable(),
    timestamp: iso_exports.datetime({ offset: true })
  }).transform(({ ref, activity_type: kind, before, after, actor: actor2, timestamp: at2 }) => {
    const entry = { kind, before: idOf(before), after: idOf(after), actor: actor2, at: at2 };
    return { ref, entry };
  })
);
var idOf = (id) => /^0+$/.test(id) ? null : id;
var maxPages2 = 20;
var maxFormerPages = 10;
var waits = [2e3, 6e3, 16e3, 36e3];
var grant2 = "the token `contents: read`";
async function readMoves({ owner, repo }, client, pull, place2) {
  const ofBase = /* @__PURE__ */ new Map();
  const commits2 = new Set(pull.commits.keys());
  const isPast = pull.state === "MERGED";
  for (const wait of [0, ...waits]) {
    if (wait > 0) await client.pause(wait);
    const activity = [];
    let next = { isAll: false };
    let pages = 0;
    const follow = () => followChain(pull.headSha, {
      ...{ activity, isAll: next.isAll, isEnough: pages >= maxFormerPages },
      ...{ commits: commits2, ofBase, isPast, since: pull.createdAt }
    });
    for (let chain = { state: "more" }; ; chain = follow()) {
      if (chain.state === "whole") return chain.moves;
      if (chain.state === "ask") {
        ofBase.set(chain.commit, await hasCommit({ owner, repo }, client, pull.baseRef, chain.commit));
      } else if (chain.state === "broken") {
        if (chain.why === "head-not-listed" && wait !== waits.at(-1)) break;
        throw broken(chain.why, pull);
      } else {
        if (pages === maxPages2) throw broken("gap", pull);
        next = await readPage(client, pull, place2, next.after);
        activity.push(...next.entries ?? []);
        pages += 1;
      }
    }
  }
  throw broken("head-not-listed", pull);
}
async function readPage(client, { headRef }, { owner, repo, isElsewhere }, after) {
  const ref = `refs/heads/${headRef}`;
  const parameters = { owner, repo, ref, per_page: 100, ...after === void 0 ? {} : { after } };
  try {
    const { data, headers } = await client.request("GET /repos/{owner}/{repo}/activity", parameters);
    const own = entries.parse(data).flatMap((one) => one.ref === ref ? [one.entry] : []);
    const [, address = ""] = /<([^<>]*)>;\s*rel="next"/.exec(String(headers["link"] ?? "")) ?? [];
    const cursor = /[?&]after=([^&]+)/.exec(address)?.[1];
    if (cursor === void 0) return { entries: own, isAll: address === "" };
    return { entries: own, isAll: false, after: decodeURIComponent(cursor) };
  } catch (error) {
    if (isElsewhere && after === void 0) throw error;
    throw approvalsUnavailable(error, `who pushed to ${quoted(headRef)}`, grant2);
  }
}
var comparison = object({ merge_base_commit: object({ sha: objectId }) });
async function hasCommit({ owner, repo }, client, base, commit) {
  const where = { owner, repo, basehead: `${base}...${commit}`, per_page: 1, page: 2 };
  try {
    const { data } = await client.request("GET /repos/{owner}/{repo}/compare/{basehead}", where);
    return comparison.parse(data).merge_base_commit.sha === commit;
  } catch (error) {
    throw approvalsUnavailable(error, `whether ${quoted(base)} has the commit ${commit}`, grant2);
  }
}
function broken(why, { number, headRef }) {
  const told = {
    "head-not-listed": "does not list who pushed its head",
    gap: "lists the pushes to its branch with a gap",
    "no-actor": "does not say who made one of the pushes to its branch"
  }[why];
  const what = `GitHub ${told} (${quoted(headRef)}), so who proposed pull request #${number} is not known`;
  return approvalsUnusable(what, "push the branch anew under a new name, and open another pull request from it");
}

// src/platform/github/decisions/assignments.ts
var maxPages3 = 10;
var pageInfo3 = object({ hasNextPage: boolean(), endCursor: string().nullable() });
var at = iso_exports.datetime();
var assigned = { createdAt: at, actor, assignee: actor };
var assignmentEvents = [
  object({ __typename: literal("AssignedEvent"), ...assigned }),
  object({ __typename: literal("UnassignedEvent"), ...assigned })
];
var assignmentEvent = discriminatedUnion("__typename", assignmentEvents);
var linked = discriminatedUnion("__typename", [
  object({ __typename: literal("PullRequest") }),
  object({
    __typename: literal("Issue"),
    id: string().min(1),
    author: actor,
    timelineItems: object({ nodes: array(assignmentEvent), pageInfo: pageInfo3 })
  })
]);
var event2 = discriminatedUnion("__typename", [
  ...assignmentEvents,
  object({ __typename: literal("ConnectedEvent"), actor, source: linked, subject: linked }),
  object({ __typename: literal("DisconnectedEvent"), actor, source: linked, subject: linked }),
  object({ __typename: literal("CrossReferencedEvent"), actor, source: linked })
]);
var timeline2 = object({ nodes: array(event2), pageInfo: pageInfo3 });
var reply2 = object({ repository: object({ pullRequest: object({ timelineItems: timeline2 }) }) });
async function readAssignments({ owner, repo }, client, number) {
  const assignments = [];
  const issues = /* @__PURE__ */ new Map();
  const what = `who asked for pull request #${number}`;
  const grant5 = "the token `pull-requests: read` and `issues: read`: an App opened the pull request";
  let after = null;
  for (let page = 1; ; page += 1) {
    if (page > maxPages3) throw approvalsUnusable(`Pull request #${number} is linked more often than can be read`, open);
    const variables = { owner, repo, number, after };
    const { repository } = await queryForDecision(client, [assignmentsDocument, variables], reply2, [what, grant5]);
    const { nodes, pageInfo: next } = repository.pullRequest.timelineItems;
    for (const one of nodes) {
      if ("assignee" in one) {
        assignments.push(assignmentOf(one, []));
        continue;
      }
      for (const issue of "subject" in one ? [one.source, one.subject] : [one.source]) {
        if (issue.__typename !== "Issue") continue;
        const known = issues.get(issue.id) ?? { issue, linkedBy: [] };
        if (one.actor !== null && one.__typename !== "DisconnectedEvent") known.linkedBy.push(one.actor);
        issues.set(issue.id, known);
      }
    }
    if (!next.hasNextPage) break;
    after = next.endCursor;
  }
  for (const { issue, linkedBy } of issues.values()) {
    const { nodes, pageInfo: rest } = issue.timelineItems;
    if (rest.hasNextPage) throw approvalsUnusable(`An issue of pull request #${number} was assigned too often`, open);
    assignments.push(...nodes.map((one) => assignmentOf(one, linkedBy)));
  }
  const issueAuthors = [...issues.values()].flatMap(({ issue }) => issue.author ?? []);
  return { assignments, issueAuthors };
}
var open = "let a person open the pull request";
var assignmentOf = ({ __typename, createdAt, actor: actor2, assignee }, linkedBy) => ({ actor: actor2, assignee, isUnassigned: __typename === "UnassignedEvent", at: createdAt, linkedBy });

// src/platform/github/decisions/other-commits.ts
var perPage = 100;
var comparison2 = object({ total_commits: int(), commits: array(object({ sha: objectId })) });
var grant3 = "the token `contents: read`";
async function idsOver({ owner, repo }, client, base, commit) {
  const ids = [];
  try {
    for (let page = 1; ; page += 1) {
      const where = { owner, repo, basehead: `${base}...${commit}`, per_page: perPage, page };
      const { data } = await client.request("GET /repos/{owner}/{repo}/compare/{basehead}", where);
      const { total_commits: total, commits: commits2 } = comparison2.parse(data);
      ids.push(...commits2.map(({ sha }) => sha));
      if (total >= maxCommits) return void 0;
      if (ids.length === total) return ids;
      if (commits2.length < perPage) return void 0;
    }
  } catch (error) {
    if (readFailure(error, 0).kind === "missing") return void 0;
    throw approvalsUnavailable(error, `the commits that ${commit} brings in`, grant3);
  }
}
async function readCommits({ owner, repo }, client, ids) {
  const commits2 = /* @__PURE__ */ new Map();
  const trees = /* @__PURE__ */ new Map();
  const reply3 = object({ repository: record(string(), gitCommit.nullable()) });
  for (let from = 0; from < ids.length; from += perPage) {
    const document = commitsDocument(ids.slice(from, from + perPage));
    const what = "the commits that the pull request rests on";
    const { repository } = await queryForDecision(client, [document, { owner, repo }], reply3, [what, grant3]);
    for (const found2 of Object.values(repository)) {
      if (found2 === null) continue;
      commits2.set(found2.oid, commitOf(found2));
      for (const [id, tree2] of treesOf(found2)) trees.set(id, tree2);
    }
  }
  return { commits: commits2, trees };
}

// src/platform/github/decisions/runs.ts
var perPage2 = 100;
var maxPages4 = 10;
var runs = object({
  workflow_runs: array(
    object({
      event: string(),
      head_sha: string(),
      head_repository: object({ id: int() }).nullish(),
      // Who caused the event. `triggering_actor` is whoever ran it again, which proposes nothing.
      actor: restAccount.nullish()
    })
  )
});
async function readStarters({ owner, repo }, client, { number, headRef, headSha, head }) {
  const found2 = [];
  const grant5 = "the token `actions: read`: who pushed to the fork itself it may not read";
  try {
    for (let page = 1; page <= maxPages4; page += 1) {
      const where = { owner, repo, branch: headRef, per_page: perPage2, page };
      const { data } = await client.request("GET /repos/{owner}/{repo}/actions/runs", where);
      const { workflow_runs: listed } = runs.parse(data);
      found2.push(...listed);
      if (listed.length < perPage2) break;
    }
  } catch (error) {
    throw approvalsUnavailable(error, `the runs on pull request #${number}`, grant5);
  }
  const own = found2.filter(
    ({ event: event3, head_repository: home }) => /^pull_request(?:_target)?$/.test(event3) && (home ?? null)?.id === head?.repositoryId
  );
  const starters = own.flatMap(({ actor: actor2 }) => actor2 ?? []);
  const isKnown = own.some(({ head_sha: sha, actor: actor2 }) => sha === headSha && actor2 !== null && actor2 !== void 0);
  if (!isKnown || own.some(({ actor: actor2 }) => actor2 === null || actor2 === void 0)) {
    const what = `GitHub does not say who pushed to the fork of pull request #${number}`;
    throw approvalsUnusable(what, "push the branch to this repository, and open another pull request from it");
  }
  return [...new Map(starters.map((account) => [account.id, account])).values()];
}

// src/platform/github/decisions/states.ts
var maxTrees = 60;
async function readStates({ owner, repo }, client, ids, { trees, isWatched }) {
  const known = /* @__PURE__ */ new Map();
  const states = /* @__PURE__ */ new Map();
  for (const id of ids) {
    const tree2 = trees.get(id);
    if (tree2 === void 0 || !known.has(tree2) && known.size >= maxTrees) continue;
    if (!known.has(tree2)) known.set(tree2, await readWatched(tree2));
    states.set(id, known.get(tree2));
  }
  return states;
  async function readWatched(tree2) {
    try {
      const get = async (route, parameters) => (await client.request(route, { owner, repo, ...parameters })).data;
      const files = await readTree(get, tree2);
      const watched = files.filter(({ path }) => isWatched(path));
      return new Map(
        watched.map(({ path, mode, executable = false, id = "" }) => [path, `${mode} ${executable} ${id}`])
      );
    } catch (error) {
      if (error instanceof GateFailure || readFailure(error, 0).kind === "missing") return void 0;
      throw approvalsUnavailable(error, `the files of the tree ${tree2}`, "the token `contents: read`");
    }
  }
}

// src/platform/github/decisions/proposers.ts
var grant4 = "the token `contents: read`";
var maxOver = 10;
async function readProposers(request, client, { pull, trusted, isWatched, settle, isUnasked: isUnasked2 }) {
  const { author, createdAt } = pull;
  demandCommits(pull);
  const base = await sinceTrusted(request, client, pull, trusted);
  const known = { ...pull, ...base, baseRef: trusted };
  const isUnaskedApp = author?.type === "Bot" && isUnasked2(author);
  const isAgent = author?.type === "Bot" && !isUnaskedApp;
  const asked = isAgent ? await readAssignments(request, client, pull.number) : { assignments: [], issueAuthors: [] };
  const facts = {
    ...{ author, createdAt, ...asked, commits: known.commits },
    moved: await readMoved(request, client, known),
    isUnasked: isUnaskedApp
  };
  if (isSettled(facts, settle)) return proposersOf(facts, /* @__PURE__ */ new Map());
  const over = await readOver(request, client, known, facts);
  const all = { ...facts, commits: new Map([...over.commits, ...known.commits]) };
  const trees = new Map([...over.trees, ...known.trees]);
  const states = await readStates(request, client, statesToAsk(all, settle), { trees, isWatched });
  return proposersOf({ ...all, commits: await askMerges(request, client, all.commits, states) }, states);
}
var maxMerges = 40;
async function askMerges(request, client, commits2, states) {
  const all = new Map(commits2);
  await Promise.all(
    mergesToAsk(commits2, states).slice(0, maxMerges).map(async ({ merge, branch, base }) => {
      all.set(merge.id, { ...merge, hadBase: await hasCommit(request, client, branch, base) });
    })
  );
  return all;
}
function isSettled(facts, settle) {
  if (settle === "all") return false;
  const sure = new Set(proposersSurely(facts));
  return [...settle].every((id) => sure.has(id));
}
async function sinceTrusted(request, client, { number, baseRef, headSha, commits: commits2, trees }, trusted) {
  if (baseRef === trusted) return { commits: commits2, trees };
  const ids = await idsOver(request, client, trusted, headSha);
  const missing = ids?.filter((id) => !commits2.has(id)) ?? [];
  const others = await readCommits(request, client, missing);
  if (ids === void 0 || others.commits.size !== missing.length) {
    const what = `GitHub does not list all commits of pull request #${number} since the default branch`;
    throw approvalsUnusable(`${what}, so who proposed it is not known`, "squash them");
  }
  return { commits: new Map([...commits2, ...others.commits]), trees: new Map([...trees, ...others.trees]) };
}
async function readMoved(request, client, pull) {
  const { head, headRef } = pull;
  if (head?.repositoryId === request.repositoryId) {
    return { moves: await readMoves(request, client, pull, { ...place(request), isElsewhere: false }) };
  }
  if (head === null) return { startedBy: await readStarters(request, client, pull) };
  try {
    return { moves: await readMoves(request, client, pull, { owner: head.owner, repo: head.repo, isElsewhere: true }) };
  } catch (error) {
    const { kind } = readFailure(error, 0);
    if (kind === "refused" || kind === "missing") return { startedBy: await readStarters(request, client, pull) };
    throw approvalsUnavailable(error, `who pushed to the fork's branch ${quoted(headRef)}`, grant4);
  }
}
var place = ({ owner, repo }) => ({ owner, repo });
async function readOver(request, client, { baseRef, commits: commits2 }, { moved }) {
  const pushedOver = "moves" in moved ? moved.moves.filter(isOver).map(({ before }) => before) : [];
  const tips = [...new Set(pushedOver)].flatMap((tip) => tip === null || commits2.has(tip) ? [] : [tip]);
  const ids = /* @__PURE__ */ new Set();
  for (const tip of tips.slice(0, maxOver)) {
    if (ids.has(tip)) continue;
    for (const id of await idsOver(request, client, baseRef, tip) ?? []) ids.add(id);
  }
  return await readCommits(
    request,
    client,
    [...ids].filter((id) => !commits2.has(id))
  );
}
var isOver = ({ kind }) => kind === "force_push";

// src/platform/github/decisions/via-app.ts
var found = object({
  id: int().positive(),
  body: string().nullish(),
  user: object({ id: int() }).nullable(),
  created_at: iso_exports.datetime(),
  performed_via_github_app: object({ id: int() }).nullish()
});
var perPage3 = 100;
async function withApp({ owner, repo }, client, { number, comments: comments2 }, ids) {
  const wanted = new Set(ids);
  if (wanted.size === 0) return comments2;
  const one = "GET /repos/{owner}/{repo}/issues/comments/{comment_id}";
  const all = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
  const known = /* @__PURE__ */ new Map();
  try {
    const read = wanted.size <= Math.ceil(comments2.length / perPage3) ? await Promise.all(
      [...wanted].map(
        async (id) => found.parse((await client.request(one, { owner, repo, comment_id: Number(id) })).data)
      )
    ) : await readPages(client, all, { owner, repo, issue_number: number }, array(found));
    for (const comment2 of read) known.set(String(comment2.id), comment2);
  } catch (error) {
    throw approvalsUnavailable(error, "the comments that approve", "the token `pull-requests: read`");
  }
  return comments2.map((comment2) => {
    if (!wanted.has(comment2.id)) return comment2;
    const rest = known.get(comment2.id);
    if (rest === void 0 || !isSame2(comment2, rest)) {
      throw approvalsUnusable(`Comment ${comment2.id} changed while it was read`, "run the workflow again");
    }
    const { performed_via_github_app: app } = rest;
    if (app === void 0) {
      const what = `This server does not say whether an App wrote comment ${comment2.id}`;
      throw approvalsUnusable(what, "GitHub Enterprise Server has to be updated before decisions can be counted");
    }
    return { ...comment2, viaApp: app !== null };
  });
}
var isSame2 = ({ author, body, createdAt }, { user, body: text2, created_at }) => user?.id === author?.id && (text2 ?? "") === body && Date.parse(created_at) === Date.parse(createdAt);

// src/platform/github/decisions/hear.ts
var apps = /* @__PURE__ */ new Set([49699333, 29139614]);
async function hearPull(request, client, { number, headSha, trusted }, { approvals, isWatched, settle: others = /* @__PURE__ */ new Set() }) {
  const pull = await readConversation(request, client, number, approvals);
  demandHead(pull, headSha);
  const { comments: comments2, deleted, reviews: reviews2, author } = pull;
  const {
    each: [people = []],
    standings
  } = await askPeople(request, client, [pull], approvals);
  const settle = /* @__PURE__ */ new Set([...others, ...people.flatMap(({ account, approves }) => approves ? [account.id] : [])]);
  const proposers = () => readProposers(request, client, { pull, trusted, isWatched, settle, isUnasked });
  const [known, proposed] = await Promise.all([
    withApp(
      request,
      client,
      { number, comments: comments2 },
      people.flatMap((one) => one.comments)
    ),
    settle.size === 0 ? openedBy(author) : proposers()
  ]);
  demandWords({ number, comments: known }, approvals, standings);
  return {
    ...{ comments: known, deleted, reviews: reviews2, standings, proposers: proposed },
    tampered: comments2.flatMap(heldOtherWords)
  };
}
async function readProposed(request, client, { number, headSha, trusted }, { approvals, isWatched }) {
  const pull = await readConversation(request, client, number, approvals);
  demandHead(pull, headSha);
  return readProposers(request, client, { pull, trusted, isWatched, settle: "all", isUnasked });
}
var openedBy = (author) => ({
  marks: author === null ? [] : [{ account: author, as: "author" }],
  extra: 0
});
var isUnasked = ({ id }) => apps.has(id);
function demandHead({ number, headSha }, judged) {
  if (headSha === judged) return;
  throw approvalsUnusable(`Pull request #${number} has a newer head than this run`, "wait for the run of that head");
}
function heldOtherWords({
  author,
  body,
  edits: edits2
}) {
  if (author?.type !== "Bot" || ![body, ...edits2.map((edit) => edit.body ?? "")].some(isReport)) return [];
  const inOrder = [...edits2].sort((a, b) => Date.parse(a.editedAt) - Date.parse(b.editedAt));
  return inOrder.flatMap(({ editor, editedAt }, at2) => {
    if (editor?.id === author.id) return [];
    const mended = inOrder.slice(at2 + 1).find((later) => later.editor?.id === author.id);
    return [{ from: editedAt, ...mended && { until: mended.editedAt } }];
  });
}

export {
  readConversation,
  askPeople,
  demandWords,
  readProposers,
  withApp,
  hearPull,
  readProposed,
  isUnasked,
  heldOtherWords
};
