import { who } from './accounts.ts';

/**
 * The GraphQL documents that decisions are read by. The tests hold them to GitHub's schema
 * (`node scripts/cut-graphql.mjs` after a change).
 */

const page = 'pageInfo { hasNextPage endCursor }';
const text = `fullDatabaseId author { ${who} } body createdAt lastEditedAt editor { ${who} } isMinimized createdViaEmail`;
const edits = `totalCount nodes { diff editedAt deletedAt editor { ${who} } } ${page}`;
const person = 'email user { __typename login databaseId }';
const commit = `oid tree { oid } parents(first: 10) { totalCount nodes { oid tree { oid } } }
        authors(first: 100) { totalCount nodes { ${person} } } committer { ${person} }
        signature { isValid wasSignedByGitHub }`;

/**
 * One pull request and all that was said and done on it. Each list has a cursor of its own, and is asked for again only while
 * it has more.
 */
export const conversationDocument = `query (
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

/** The further former texts of one comment. */
export const editsDocument = `query ($id: ID!, $after: String) {
  node(id: $id) { ... on IssueComment { userContentEdits(first: 100, after: $after) { ${edits} } } }
}`;

const assignment = `__typename
  ... on AssignedEvent { createdAt actor { ${who} } assignee { __typename ... on User { login databaseId } ... on Bot { login databaseId } ... on Organization { login databaseId } ... on Mannequin { login databaseId } } }
  ... on UnassignedEvent { createdAt actor { ${who} } assignee { __typename ... on User { login databaseId } ... on Bot { login databaseId } ... on Organization { login databaseId } ... on Mannequin { login databaseId } } }`;
const issue = `__typename ... on Issue { id author { ${who} }
  timelineItems(first: 50, itemTypes: [ASSIGNED_EVENT, UNASSIGNED_EVENT]) { nodes { ${assignment} } ${page} } }`;

/** Who had a hand in what an App was asked for: on the pull request, and on each issue that it was ever linked to. */
export const assignmentsDocument = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
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

/** Commits that the pull request does not bring in, or does no more. Their ids are GitHub's and validated. */
export const commitsDocument = (ids: readonly string[]): string => `query ($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) {
    ${ids.map((id, index) => `c${index}: object(oid: "${id}") { ... on Commit { ${commit} } }`).join('\n    ')}
  }
}`;

/** The last word of the timeline about the merge queue, of one pull request each. */
export const queuedDocument = (numbers: readonly number[]): string => `query ($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) { databaseId ${numbers
    .map(
      (number) => `p${number}: pullRequest(number: ${number}) {
    number state baseRefName headRefOid comments(first: 1) { totalCount }
    timelineItems(last: 1, itemTypes: [ADDED_TO_MERGE_QUEUE_EVENT, REMOVED_FROM_MERGE_QUEUE_EVENT]) { nodes { __typename } }
  }`,
    )
    .join('\n')} }
}`;

/** All of them, for the schema that the tests keep. */
export const documents: readonly string[] = [
  ...[
    conversationDocument,
    editsDocument,
    assignmentsDocument,
    commitsDocument(['a'.repeat(40)]),
    queuedDocument([1, 2]),
  ],
];
