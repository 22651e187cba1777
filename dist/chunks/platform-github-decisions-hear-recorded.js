import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  mergedBy
} from "./chunk-platform-github-decisions-pushed.js";
import {
  askPeople,
  demandWords,
  heldOtherWords,
  isUnasked,
  readConversation,
  readProposers,
  withApp
} from "./chunk-platform-github-decisions-hear.js";
import {
  approvalsUnavailable,
  readStandings
} from "./chunk-platform-github-decisions-standing.js";
import "./chunk-platform-github-decisions-documents.js";
import "./chunk-decisions-count.js";
import "./chunk-decisions-codes.js";
import "./chunk-decisions-who.js";
import "./chunk-decisions-lines.js";
import "./chunk-decisions-proposers.js";
import "./chunk-judge-finding.js";
import "./chunk-judge-fingerprint.js";
import {
  objectId
} from "./chunk-platform-github-ask.js";
import "./chunk-platform-github-pages.js";
import "./chunk-report-formats-markdown.js";
import "./chunk-report-view-proposed-exceptions.js";
import "./chunk-report-view-next-step.js";
import "./chunk-report-view-decisions.js";
import "./chunk-report-view-blocked.js";
import "./chunk-report-view-links.js";
import "./chunk-report-view-one-date.js";
import "./chunk-report-view-verdict-words.js";
import "./chunk-report-view-cover-words.js";
import "./chunk-report-view-tally.js";
import "./chunk-report-view-not-judged.js";
import "./chunk-report-view-words.js";
import "./chunk-report-view-text-words.js";
import "./chunk-policy-remote.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import "./chunk-text-group-by.js";
import "./chunk-model-identity.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-platform-github-tree.js";
import "./chunk-repository-listing.js";
import "./chunk-repository-object-id.js";
import "./chunk-text-paths.js";
import "./chunk-report-escape.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-platform-github-failure.js";
import "./chunk-net-http-exchange.js";
import "./chunk-net-exchange-failure.js";
import "./chunk-net-loopback.js";
import {
  array,
  int,
  iso_exports,
  object,
  string
} from "./chunk-zod.js";
import "./chunk-errors.js";
import "./chunk-report-view-project.js";
import "./chunk-report-view-rule-words.js";
import "./chunk-judge-unavailable.js";
import "./chunk-model-effect.js";
import {
  quoted
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/platform/github/decisions/hear-recorded.ts
var grant = "the token `pull-requests: read` and `contents: read`";
var maxRebased = 100;
var maxFormer = 20;
var pullReply = object({
  merged_at: iso_exports.datetime().nullable(),
  merge_commit_sha: objectId.nullable(),
  created_at: iso_exports.datetime(),
  head: object({
    sha: objectId,
    ref: string().min(1),
    repo: object({ name: string().min(1), owner: object({ login: string().min(1) }) }).nullable()
  }),
  base: object({
    ref: string().min(1),
    repo: object({ id: int().positive(), default_branch: string().min(1) })
  })
});
var activityReply = array(
  object({ ref: string(), before: objectId, after: objectId, timestamp: iso_exports.datetime({ offset: true }) })
);
var commitReply = object({ parents: array(object({ sha: objectId })) });
async function readRecorded(request, client, number, open) {
  const { owner, repo, repositoryId } = request;
  const where = { owner, repo, pull_number: number };
  let reply;
  try {
    const { data } = await client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", where);
    reply = pullReply.parse(data);
  } catch (error) {
    if (typeof error === "object" && error !== null && "status" in error && error.status === 404) return void 0;
    throw approvalsUnavailable(error, `pull request #${number}, which a record names`, grant);
  }
  const { base, head, created_at: createdAt, merged_at: mergedAt, merge_commit_sha: commit } = reply;
  if (base.repo.id !== repositoryId) return void 0;
  const isMerged = mergedAt !== null && commit !== null;
  const merged = isMerged ? {
    ...{ at: mergedAt, into: base.ref, isDefault: base.ref === base.repo.default_branch, commit },
    before: await stateBefore(request, client, { number, into: base.ref, commit })
  } : void 0;
  return {
    ...{ number, head: head.sha, open },
    formerHeads: () => readFormerHeads(client, head, createdAt),
    ...merged && { merged },
    hear: async ({ approvals, isWatched }) => {
      const pull = await readConversation(request, client, number, approvals);
      const { each, standings } = await askPeople(request, client, [pull], approvals);
      const [people = []] = each;
      const { comments, deleted, reviews } = pull;
      const ids = people.flatMap((one) => one.comments);
      const settle = new Set(people.flatMap(({ account, approves }) => approves ? [account.id] : []));
      const proposers = settle.size === 0 ? { marks: [], extra: 0 } : await readProposers(request, client, { pull, trusted: base.ref, isWatched, settle, isUnasked });
      const known = await withApp(request, client, { number, comments }, ids);
      demandWords({ number, comments: known }, approvals, standings);
      return {
        ...{ deleted, reviews, standings, proposers, tampered: comments.flatMap(heldOtherWords) },
        ...mergedAt === null ? {} : { mergedAt },
        comments: known
      };
    }
  };
}
function standingsOf(request, client, accounts, approvals) {
  return readStandings(request, client, accounts, approvals);
}
async function readFormerHeads(client, { ref: branch, repo }, since) {
  if (repo === null) return [];
  const ref = `refs/heads/${branch}`;
  try {
    const where = { owner: repo.owner.login, repo: repo.name, ref, per_page: 100 };
    const { data } = await client.request("GET /repos/{owner}/{repo}/activity", where);
    const own = activityReply.parse(data).filter((one) => one.ref === ref && Date.parse(one.timestamp) >= Date.parse(since));
    const heads = own.flatMap(({ after, before }) => [after, before]).filter((id) => !/^0+$/.test(id));
    return [...new Set(heads)].slice(0, maxFormer);
  } catch (error) {
    throw approvalsUnavailable(error, `what was pushed to ${quoted(branch)}`, grant);
  }
}
async function stateBefore(request, client, { number, into, commit }) {
  const { owner, repo } = request;
  let at = commit;
  for (let count = 0; count < maxRebased; count += 1) {
    let parents;
    try {
      const route = "GET /repos/{owner}/{repo}/git/commits/{commit_sha}";
      ({ parents } = commitReply.parse((await client.request(route, { owner, repo, commit_sha: at })).data));
    } catch (error) {
      throw approvalsUnavailable(error, `the commit ${at}`, grant);
    }
    const [first, ...others] = parents;
    if (first === void 0) return void 0;
    if (others.length > 0) return first.sha;
    const merged = await mergedBy(request, client, into, first.sha);
    if (!merged.some((pull) => pull.number === number)) return first.sha;
    at = first.sha;
  }
  return void 0;
}
export {
  readRecorded,
  standingsOf
};
