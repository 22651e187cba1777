import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  approvalsUnavailable,
  approvalsUnusable,
  askPeople,
  heldOtherWords,
  isUnasked,
  queryForDecision,
  queuedDocument,
  readConversation,
  readProposers,
  withApp
} from "./chunk-platform-github-decisions-hear.js";
import "./chunk-decisions-count.js";
import "./chunk-judge-finding.js";
import "./chunk-judge-fingerprint.js";
import {
  entryOf,
  queueOf,
  queueRefs
} from "./chunk-platform-github-queue.js";
import {
  objectId
} from "./chunk-platform-github-ask.js";
import {
  readPages
} from "./chunk-platform-github-pages.js";
import "./chunk-report-formats-markdown.js";
import "./chunk-report-view-grouping.js";
import "./chunk-report-view-links.js";
import "./chunk-report-view-one-date.js";
import "./chunk-report-view-cover-words.js";
import "./chunk-report-view-tally.js";
import "./chunk-report-view-not-judged.js";
import "./chunk-report-view-words.js";
import "./chunk-report-view-text-words.js";
import "./chunk-policy-remote.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-text-group-by.js";
import "./chunk-model-identity.js";
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
import "./chunk-net-loopback.js";
import "./chunk-net-exchange-failure.js";
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
import "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/platform/github/decisions/pushed.ts
var perPage = 100;
var maxCommits = 100;
var waits = [2e3, 6e3, 16e3, 36e3];
var waitsOf = { long: waits, short: waits.slice(0, 2), none: [] };
var grant = "the token `contents: read` and `pull-requests: read`";
var comparison = object({
  total_commits: int(),
  commits: array(object({ sha: objectId, parents: array(object({ sha: objectId })) }))
});
var pulls = array(
  object({
    number: int().positive(),
    merged_at: iso_exports.datetime().nullable(),
    base: object({ ref: string(), repo: object({ id: int() }).nullable() })
  })
);
async function pullsOfPush(request, client, {
  branch,
  before,
  after,
  patience = "long"
}) {
  const line = await ownLine(request, client, before, after);
  if (line === void 0) return void 0;
  const found = /* @__PURE__ */ new Map();
  for (const wait of [0, ...waitsOf[patience]]) {
    const open = line.filter(({ commit }) => (found.get(commit) ?? []).length === 0);
    if (open.length === 0) break;
    if (wait > 0) await client.pause(wait);
    for (const { commit } of open) found.set(commit, await mergedBy(request, client, branch, commit));
  }
  return line.map((one) => ({ ...one, pulls: found.get(one.commit) ?? [] }));
}
async function ownLine({ owner, repo }, client, before, after) {
  const firstParents = /* @__PURE__ */ new Map();
  let isWhole = false;
  try {
    for (let page = 1; page <= 10; page += 1) {
      const where = { owner, repo, basehead: `${before}...${after}`, per_page: perPage, page };
      const { data } = await client.request("GET /repos/{owner}/{repo}/compare/{basehead}", where);
      const { commits, total_commits: total } = comparison.parse(data);
      for (const { sha, parents } of commits) firstParents.set(sha, parents[0]?.sha);
      isWhole = firstParents.size >= total;
      if (isWhole || commits.length === 0) break;
    }
  } catch (error) {
    throw approvalsUnavailable(error, "the commits of the push", grant);
  }
  if (!isWhole) return void 0;
  const line = [];
  for (let at = after; at !== before && firstParents.has(at); at = line[0]?.base ?? before) {
    const base = firstParents.get(at);
    if (base === void 0 || line.length === maxCommits) return void 0;
    line.unshift({ commit: at, base });
  }
  return line;
}
async function mergedBy({ owner, repo, repositoryId }, client, branch, commit) {
  const route = "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls";
  try {
    const found = await readPages(client, route, { owner, repo, commit_sha: commit }, pulls);
    return found.flatMap(
      ({ number, merged_at: mergedAt, base }) => mergedAt !== null && base.ref === branch && base.repo?.id === repositoryId ? [{ number, mergedAt }] : []
    );
  } catch (error) {
    throw approvalsUnavailable(error, `the pull requests of the commit ${commit}`, grant);
  }
}

// src/platform/github/decisions/queue.ts
var maxEntries = 100;
var grant2 = "the token `contents: read` and `pull-requests: read`";
async function pullsOfQueue({ owner, repo, repositoryId }, client, event, tip) {
  const target = event.baseRef.slice("refs/heads/".length);
  const own = entryOf(event.headRef);
  if (own?.target !== target || own.base !== event.baseSha) {
    return { unknown: "The name of the merge group does not say which pull request it is for." };
  }
  const ref = queueOf(event.baseRef);
  const route = "GET /repos/{owner}/{repo}/git/matching-refs/{ref}";
  let refs;
  try {
    refs = queueRefs.parse((await client.request(route, { owner, repo, ref })).data);
  } catch (error) {
    throw approvalsUnavailable(error, "the refs of the merge queue", grant2);
  }
  const others = refs.filter(({ ref: name }) => name !== event.headRef);
  const chain = [{ number: own.number, commit: event.headSha, base: own.base }];
  for (let at = own.base; at !== tip; at = chain[0]?.base ?? tip) {
    const [found, another] = others.filter(({ object: object2 }) => object2.sha === at);
    const entry = found === void 0 ? void 0 : entryOf(found.ref);
    if (another !== void 0) return { unknown: "Two entries of the merge queue have the same commit." };
    if (entry?.target !== target || chain.length >= maxEntries || chain.some(({ commit }) => commit === at)) {
      return { unknown: "The entries of the merge queue do not lead to the target branch's tip." };
    }
    chain.unshift({ number: entry.number, commit: at, base: entry.base });
  }
  if (others.some(({ object: object2 }) => object2.sha === event.headSha)) {
    return { unknown: "Two entries of the merge queue have the same commit." };
  }
  return await asQueued({ owner, repo, repositoryId }, client, chain, target);
}
var pullReply = object({
  number: int(),
  state: string(),
  baseRefName: string(),
  headRefOid: objectId,
  timelineItems: object({ nodes: array(object({ __typename: string() })) })
});
async function asQueued({ owner, repo, repositoryId }, client, chain, target) {
  const numbers = [...new Set(chain.map(({ number }) => number))];
  if (numbers.length < chain.length) return { unknown: "One pull request stands in the merge queue twice." };
  const fields = Object.fromEntries(numbers.map((number) => [`p${number}`, pullReply]));
  const reply = object({ repository: object({ databaseId: int(), ...fields }) });
  const what = "the pull requests of the merge queue";
  const document = [queuedDocument(numbers), { owner, repo }];
  const { repository } = await queryForDecision(client, document, reply, [what, grant2]);
  if (repository.databaseId !== repositoryId) {
    throw approvalsUnusable(`${owner}/${repo} is another repository now`, "run the workflow again");
  }
  const pulls2 = [];
  for (const { number, commit, base } of chain) {
    const pull = pullReply.parse(repository[`p${number}`]);
    const isQueued = pull.timelineItems.nodes[0]?.__typename === "AddedToMergeQueueEvent";
    if (pull.state !== "OPEN" || pull.baseRefName !== target || !isQueued) {
      return { unknown: `Pull request #${number} is not open, not for this branch, or not in the merge queue.` };
    }
    pulls2.push({ number, commit, base, headSha: pull.headRefOid });
  }
  return { pulls: pulls2 };
}

// src/platform/github/decisions/hear-each.ts
var maxPulls = 30;
async function hearEach(request, client, { where, trusted, open }, { approvals, isWatched, patience }) {
  const found = await stepsOf(request, client, where, patience);
  const nothing = { steps: [], pulls: [], isMerged: where.kind === "push", open };
  if ("unknown" in found) return { ...nothing, unknown: found.unknown };
  if (found.pulls.length > maxPulls) {
    return {
      ...nothing,
      unknown: `It brings in ${found.pulls.length} pull requests, more than the ${maxPulls} that are asked.`
    };
  }
  const each = await Promise.all(
    found.pulls.map(async (one) => {
      const pull = await readConversation(request, client, one.number, approvals);
      demandSame(pull, one);
      return { one, pull };
    })
  );
  const talks = each.map(({ pull }) => pull);
  const { each: people, standings } = await askPeople(request, client, talks, approvals);
  const pulls2 = each.map(async ({ one: { number, mergedAt }, pull }, index) => {
    const { comments, deleted, reviews, headSha: head } = pull;
    const ids = (people[index] ?? []).flatMap((one) => one.comments);
    return {
      ...{ number, head, deleted, reviews, standings, tampered: comments.flatMap(heldOtherWords) },
      ...mergedAt === void 0 ? {} : { mergedAt },
      comments: await withApp(request, client, { number, comments }, ids),
      proposers: (settle) => readProposers(request, client, { pull, trusted, isWatched, settle, isUnasked })
    };
  });
  return { ...nothing, steps: found.steps, pulls: await Promise.all(pulls2) };
}
async function stepsOf(request, client, where, patience) {
  if (where.kind === "queue") {
    const found = await pullsOfQueue(request, client, where.event, where.tip);
    if ("unknown" in found) return found;
    const steps2 = found.pulls.map(({ number, commit, base }) => ({ base, commit, pulls: [number] }));
    return { steps: steps2, pulls: found.pulls };
  }
  const line = await pullsOfPush(request, client, { ...where, patience });
  if (line === void 0) return { unknown: "The push holds more commits than can be asked about." };
  const steps = line.map(({ base, commit, pulls: pulls2 }) => ({ base, commit, pulls: pulls2.map(({ number }) => number) }));
  const merged = new Map(line.flatMap(({ pulls: pulls2 }) => pulls2.map((pull) => [pull.number, pull])));
  return { steps, pulls: [...merged.values()] };
}
function demandSame({ number, headSha, state }, brought) {
  if (brought.headSha === void 0 ? state === "MERGED" : headSha === brought.headSha) return;
  throw approvalsUnusable(`Pull request #${number} changed while it was read`, "run the workflow again");
}
export {
  hearEach
};
