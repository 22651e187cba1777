import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  _enum,
  int,
  object,
  string
} from "./chunk-zod.js";

// src/platform/github/decisions/accounts.ts
var who = "__typename login ... on User { databaseId } ... on Bot { databaseId } ... on Organization { databaseId } ... on Mannequin { databaseId }";
var types = _enum(["User", "Bot", "Organization", "Mannequin", "EnterpriseUserAccount"]);
var actor = object({ __typename: types, login: string().min(1), databaseId: int().positive().nullish() }).nullable().transform((found) => {
  if (typeof found?.databaseId !== "number") return null;
  const { __typename: type, login, databaseId: id } = found;
  return { id, login: type === "Bot" && !login.endsWith("[bot]") ? `${login}[bot]` : login, type };
});
var restAccount = object({ id: int().positive(), login: string().min(1), type: types }).transform(({ id, login, type }) => ({ id, login, type }));
function appOfAddress(email) {
  const [, id = "", login = ""] = /^(\d{1,15})\+([A-Za-z0-9-]+\[bot\])@users\.noreply\.github\.com$/.exec(email) ?? [];
  return id === "" ? null : { id: Number(id), login, type: "Bot" };
}

// src/platform/github/decisions/documents.ts
var page = "pageInfo { hasNextPage endCursor }";
var text = `fullDatabaseId author { ${who} } body createdAt lastEditedAt editor { ${who} } isMinimized createdViaEmail`;
var edits = `totalCount nodes { diff editedAt deletedAt editor { ${who} } } ${page}`;
var person = "email user { __typename login databaseId }";
var commit = `oid tree { oid } parents(first: 10) { totalCount nodes { oid tree { oid } } }
        authors(first: 100) { totalCount nodes { ${person} } } committer { ${person} }
        signature { isValid wasSignedByGitHub }`;
var conversationDocument = `query (
  $owner: String!, $repo: String!, $number: Int!,
  $comments: Boolean!, $commentsAfter: String, $reviews: Boolean!, $reviewsAfter: String,
  $commits: Boolean!, $commitsAfter: String, $timeline: Boolean!, $timelineAfter: String
) {
  repository(owner: $owner, name: $repo) { databaseId pullRequest(number: $number) {
    state createdAt author { ${who} } baseRefName headRefName headRefOid headRepository { databaseId nameWithOwner }
    comments(first: 100, after: $commentsAfter) @include(if: $comments) {
      nodes { id ${text} userContentEdits(first: 20) { ${edits} } } ${page}
    }
    reviews(first: 100, after: $reviewsAfter) @include(if: $reviews) { nodes { ${text} } ${page} }
    commits(first: 100, after: $commitsAfter) @include(if: $commits) {
      totalCount ${page}
      nodes { commit { ${commit} } }
    }
    timelineItems(first: 100, after: $timelineAfter, itemTypes: [
      COMMENT_DELETED_EVENT, ADDED_TO_MERGE_QUEUE_EVENT, REMOVED_FROM_MERGE_QUEUE_EVENT
    ]) @include(if: $timeline) {
      nodes {
        __typename
        ... on CommentDeletedEvent { createdAt actor { ${who} } deletedCommentAuthor { ${who} } }
      } ${page}
    }
  } }
}`;
var editsDocument = `query ($id: ID!, $after: String) {
  node(id: $id) { ... on IssueComment { userContentEdits(first: 100, after: $after) { ${edits} } } }
}`;
var assignment = `__typename
  ... on AssignedEvent { createdAt actor { ${who} } assignee { __typename ... on User { login databaseId } ... on Bot { login databaseId } ... on Organization { login databaseId } ... on Mannequin { login databaseId } } }
  ... on UnassignedEvent { createdAt actor { ${who} } assignee { __typename ... on User { login databaseId } ... on Bot { login databaseId } ... on Organization { login databaseId } ... on Mannequin { login databaseId } } }`;
var issue = `__typename ... on Issue { id author { ${who} }
  timelineItems(first: 50, itemTypes: [ASSIGNED_EVENT, UNASSIGNED_EVENT]) { nodes { ${assignment} } ${page} } }`;
var assignmentsDocument = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) {
    timelineItems(first: 50, after: $after, itemTypes: [
      ASSIGNED_EVENT, UNASSIGNED_EVENT, CONNECTED_EVENT, DISCONNECTED_EVENT, CROSS_REFERENCED_EVENT
    ]) {
      nodes {
        ${assignment}
        ... on ConnectedEvent { actor { ${who} } source { ${issue} } subject { ${issue} } }
        ... on DisconnectedEvent { actor { ${who} } source { ${issue} } subject { ${issue} } }
        ... on CrossReferencedEvent { actor { ${who} } source { ${issue} } }
      } ${page}
    }
  } }
}`;
var commitsDocument = (ids) => `query ($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) {
    ${ids.map((id, index) => `c${index}: object(oid: "${id}") { ... on Commit { ${commit} } }`).join("\n    ")}
  }
}`;
var queuedDocument = (numbers) => `query ($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) { databaseId ${numbers.map(
  (number) => `p${number}: pullRequest(number: ${number}) {
    number state baseRefName headRefOid comments(first: 1) { totalCount }
    timelineItems(last: 1, itemTypes: [ADDED_TO_MERGE_QUEUE_EVENT, REMOVED_FROM_MERGE_QUEUE_EVENT]) { nodes { __typename } }
  }`
).join("\n")} }
}`;
var documents = [
  ...[
    conversationDocument,
    editsDocument,
    assignmentsDocument,
    commitsDocument(["a".repeat(40)]),
    queuedDocument([1, 2])
  ]
];

export {
  actor,
  restAccount,
  appOfAddress,
  conversationDocument,
  editsDocument,
  assignmentsDocument,
  commitsDocument,
  queuedDocument
};
