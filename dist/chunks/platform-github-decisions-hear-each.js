import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  pullsOfPush
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
  approvalsUnusable,
  queryForDecision
} from "./chunk-platform-github-decisions-standing.js";
import {
  queuedDocument
} from "./chunk-platform-github-decisions-documents.js";
import "./chunk-decisions-count.js";
import "./chunk-decisions-codes.js";
import "./chunk-decisions-who.js";
import "./chunk-decisions-lines.js";
import "./chunk-decisions-proposers.js";
import "./chunk-judge-finding.js";
import "./chunk-judge-fingerprint.js";
import {
  entryOf,
  queueOf,
  queueRefs,
  readAuthorship
} from "./chunk-platform-github-authorship.js";
import "./chunk-model-co-authors.js";
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

// src/platform/github/decisions/queue.ts
var maxEntries = 100;
var grant = "the token `contents: read` and `pull-requests: read`";
async function pullsOfQueue({ owner, repo, repositoryId }, client, event, tip) {
  const target = event.baseRef.slice("refs/heads/".length);
  const own = entryOf(event.headRef);
  if (own?.target !== target || own.base !== event.baseSha) {
    throw unknowable("The name of the merge group does not say which pull request it is for");
  }
  const ref = queueOf(event.baseRef);
  const route = "GET /repos/{owner}/{repo}/git/matching-refs/{ref}";
  let refs;
  try {
    refs = queueRefs.parse((await client.request(route, { owner, repo, ref })).data);
  } catch (error) {
    throw approvalsUnavailable(error, "the refs of the merge queue", grant);
  }
  const others = refs.filter(({ ref: name }) => name !== event.headRef);
  const first = { number: own.number, commit: event.headSha, base: own.base };
  return await asQueued({ owner, repo, repositoryId }, client, chainOf(first, others, { target, tip }), target);
}
function chainOf(own, refs, { target, tip }) {
  const at = (commits) => refs.flatMap(({ ref, object: { sha: commit } }) => {
    if (!commits.includes(commit)) return [];
    const entry = entryOf(ref);
    if (entry?.target !== target) throw unknowable(broken);
    return [{ number: entry.number, commit, base: entry.base }];
  });
  const entries = [];
  let isUnknown = false;
  for (let here = [own, ...at([own.commit])]; here.length > 0; ) {
    const before = [...new Set(here.map(({ base }) => base))].filter((base) => base !== tip);
    entries.unshift(...here);
    isUnknown ||= here.length > 1;
    here = [...at(before)];
    const isWhole = before.every((base) => here.some(({ commit }) => commit === base));
    const isRound = here.some(({ commit }) => entries.some((entry) => entry.commit === commit));
    if (!isWhole || isRound || entries.length + here.length > maxEntries) throw unknowable(broken);
  }
  return { entries, ...isUnknown && { unknown: "Two entries of the merge queue have the same commit." } };
}
var broken = "The entries of the merge queue do not lead to the target branch's tip";
var unknowable = (why) => approvalsUnusable(
  `${why}, so not all pull requests of the group are known, and one of them may hold a denial`,
  "remove the pull requests from the queue, delete refs below `gh-readonly-queue/` that are not its own, and queue them again"
);
var pullReply = object({
  number: int(),
  state: string(),
  baseRefName: string(),
  headRefOid: objectId,
  comments: object({ totalCount: int() }),
  timelineItems: object({ nodes: array(object({ __typename: string() })) })
});
async function asQueued({ owner, repo, repositoryId }, client, { entries, ...chain }, target) {
  const numbers = [...new Set(entries.map(({ number }) => number))];
  const fields = Object.fromEntries(numbers.map((number) => [`p${number}`, pullReply]));
  const reply = object({ repository: object({ databaseId: int(), ...fields }) });
  const what = "the pull requests of the merge queue";
  const document = [queuedDocument(numbers), { owner, repo }];
  const { repository } = await queryForDecision(client, document, reply, [what, grant]);
  if (repository.databaseId !== repositoryId) {
    throw approvalsUnusable(`${owner}/${repo} is another repository now`, "run the workflow again");
  }
  let unknown = chain.unknown;
  if (numbers.length < entries.length) unknown ??= "One pull request stands in the merge queue twice.";
  const pulls = /* @__PURE__ */ new Map();
  for (const { number, commit, base } of entries) {
    const pull = pullReply.parse(repository[`p${number}`]);
    const isQueued = pull.timelineItems.nodes[0]?.__typename === "AddedToMergeQueueEvent";
    if (pull.state !== "OPEN" || pull.baseRefName !== target || !isQueued) {
      unknown ??= `Pull request #${number} is not open, not for this branch, or not in the merge queue.`;
    }
    pulls.set(number, { number, commit, base, headSha: pull.headRefOid, comments: pull.comments.totalCount });
  }
  return { pulls: [...pulls.values()], ...unknown !== void 0 && { unknown } };
}

// src/platform/github/decisions/hear-each.ts
var maxPulls = 100;
async function hearEach(request, client, { where, trusted, open }, { approvals, isWatched, patience }) {
  const found = await stepsOf(request, client, where, patience);
  const { unknown } = found;
  const nothing = { steps: [], pulls: [], isMerged: where.kind === "push", open };
  if (found.pulls.length > maxPulls) {
    const many = `It brings in ${found.pulls.length} pull requests, more than the ${maxPulls} that are asked.`;
    return { ...nothing, unknown: many };
  }
  const read = async (one) => {
    const pull = await readConversation(request, client, one.number, approvals);
    if (unknown === void 0) demandSame(pull, one);
    return pull;
  };
  const each = await Promise.all(
    found.pulls.map(async (one) => ({ one, pull: one.comments === 0 ? void 0 : await read(one) }))
  );
  const talks = each.map(({ pull }) => pull ?? { comments: [], unread: [] });
  const { each: people, standings } = await askPeople(request, client, talks, approvals);
  const pulls = each.map(async ({ one, pull }, index) => {
    const { number, mergedAt } = one;
    const { comments, deleted, reviews } = pull ?? silent;
    const ids = (people[index] ?? []).flatMap((each2) => each2.comments);
    const known = await withApp(request, client, { number, comments }, ids);
    demandWords({ number, comments: known }, approvals, standings);
    const proposers = async (settle) => readProposers(request, client, { pull: pull ?? await read(one), trusted, isWatched, settle, isUnasked });
    return {
      ...{ number, head: pull?.headSha ?? one.headSha ?? "", deleted, reviews, standings, proposers },
      ...{ comments: known, tampered: comments.flatMap(heldOtherWords) },
      ...mergedAt === void 0 ? {} : { mergedAt },
      authorship: async () => authorshipOf(request, client, pull ?? await read(one))
    };
  });
  const steps = unknown === void 0 ? found.steps : [];
  return { ...nothing, steps, pulls: await Promise.all(pulls), ...unknown !== void 0 && { unknown } };
}
var silent = { comments: [], deleted: [], reviews: [] };
async function stepsOf(request, client, where, patience) {
  if (where.kind === "queue") {
    const found = await pullsOfQueue(request, client, where.event, where.tip);
    return { ...found, steps: found.pulls.map(({ number, commit, base }) => ({ base, commit, pulls: [number] })) };
  }
  const line = await pullsOfPush(request, client, { ...where, patience });
  if (line === void 0) {
    return { steps: [], pulls: [], unknown: "The push holds more commits than can be asked about." };
  }
  const steps = line.map(({ base, commit, pulls }) => ({ base, commit, pulls: pulls.map(({ number }) => number) }));
  const merged = new Map(line.flatMap(({ pulls }) => pulls.map((pull) => [pull.number, pull])));
  return { steps, pulls: [...merged.values()] };
}
async function authorshipOf({ owner, repo }, client, { number, author, headRef, headSha: head }) {
  if (author === null) {
    return { state: "unavailable", reason: "not-provided", detail: "the account that opened the pull request is gone" };
  }
  return readAuthorship({ owner, repo, event: { kind: "pull_request", number, author, headRef } }, client, { head });
}
function demandSame({ number, headSha, state }, brought) {
  if (brought.headSha === void 0 ? state === "MERGED" : headSha === brought.headSha) return;
  throw approvalsUnusable(`Pull request #${number} changed while it was read`, "run the workflow again");
}
export {
  hearEach
};
