import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  ask,
  objectId,
  unavailable
} from "./chunk-platform-github-status.js";
import {
  sameText
} from "./chunk-platform-github-same-text.js";
import {
  readPages
} from "./chunk-platform-github-pages.js";
import {
  commentMarker
} from "./chunk-report-formats-markdown.js";
import {
  array,
  int,
  object,
  string
} from "./chunk-zod.js";

// src/platform/github/comment.ts
var commentReply = object({
  id: int().positive(),
  body: string().nullish(),
  user: object({ login: string(), id: int() }).nullable()
});
var pullReply = object({ head: object({ sha: string() }), base: object({ ref: string() }) });
async function publishComment(client, order) {
  const { owner, repo, number } = order;
  const { data } = await client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
    owner,
    repo,
    pull_number: number
  });
  const { head, base } = pullReply.parse(data);
  const { headSha, baseRef = base.ref } = order;
  if (head.sha !== headSha || base.ref !== baseRef) return { outcome: "outdated" };
  const mine = await firstOf(client, await findMarked(client, order));
  if (mine !== void 0) return await update(client, order, mine);
  return order.worthCreating ? await create(client, order) : { outcome: "not-needed" };
}
async function ownComment(client, { owner, repo, number }) {
  const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
  const { data } = await client.request(route, { owner, repo, issue_number: number, per_page: 100 });
  return (await firstOf(client, marked(array(commentReply).parse(data), commentMarker)))?.body;
}
async function findMarked(client, { owner, repo, number, body: own }) {
  const [marker = ""] = own.split("\n", 1);
  const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
  const all = await readPages(client, route, { owner, repo, issue_number: number }, array(commentReply));
  return marked(all, marker);
}
function marked(all, marker) {
  return all.map(({ id, body, user }) => ({ id, body: body ?? "", ...user === null ? {} : { author: user } })).filter(({ body }) => body.startsWith(marker)).sort((x, y) => x.id - y.id);
}
async function firstOf(client, marked2) {
  if (marked2.length === 0) return void 0;
  const viewer = await client.viewer();
  return marked2.find(({ author }) => viewer.id === null ? author?.login === viewer.login : author?.id === viewer.id);
}
async function update(client, order, comment) {
  const { id } = comment;
  if (sameText(comment.body, order.body)) return { outcome: "unchanged", id };
  const { owner, repo, body } = order;
  const route = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
  await client.request(route, { owner, repo, comment_id: id, body });
  return { outcome: "updated", id };
}
async function create(client, order) {
  const { owner, repo, number, body } = order;
  const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
  const { data } = await client.request(route, { owner, repo, issue_number: number, body });
  const { id, user } = commentReply.parse(data);
  const older = (await findMarked(client, order)).find((comment) => comment.id < id && comment.author?.id === user?.id);
  if (older === void 0) return { outcome: "created", id };
  await client.request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", { owner, repo, comment_id: id });
  return await update(client, order, older);
}

// src/platform/github/pulls.ts
var account = object({ login: string().min(1), id: int().positive(), type: string().min(1) });
var side = object({ ref: string().min(1), sha: objectId, repo: object({ id: int().positive() }).nullable() });
var pulls = array(object({ number: int().positive(), user: account.nullable(), head: side, base: side }));
async function listPulls(client, { owner, repo }, where, what) {
  const parameters = { owner, repo, ...where, per_page: 100 };
  const found = await ask(client, "GET /repos/{owner}/{repo}/pulls", parameters, pulls, what);
  return found.flatMap(eventsOf);
}
async function listAllPulls(client, { owner, repo }) {
  const where = { owner, repo, state: "open", sort: "created", direction: "asc" };
  try {
    return (await readPages(client, "GET /repos/{owner}/{repo}/pulls", where, pulls)).flatMap(eventsOf);
  } catch (error) {
    throw unavailable(error, "the open pull requests");
  }
}
function eventsOf({ number, user, head, base }) {
  if (user === null) return [];
  const fork = head.repo?.id !== base.repo?.id;
  const heads = { headSha: head.sha, headRef: head.ref };
  return [{ kind: "pull_request", number, ...heads, baseRef: base.ref, author: user, fork }];
}
var proposals = array(object({ number: int().positive(), state: string(), head: side, base: side }));
async function pullsWithHead(request, client, head, own) {
  const place = { owner: request.owner, repo: request.repo };
  const route = "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls";
  const named = await withHead(client, route, { ...place, commit_sha: head }, head);
  if (own === void 0 || named.some(({ number }) => number === own)) return named;
  return withHead(client, "GET /repos/{owner}/{repo}/pulls", { ...place, state: "open" }, head);
}
async function withHead(client, route, parameters, head) {
  try {
    const found = await readPages(client, route, parameters, proposals);
    const own = found.filter((pull) => pull.state === "open" && pull.head.sha === head);
    return own.map(({ number, base }) => ({ number, baseRef: base.ref, base: base.sha }));
  } catch (error) {
    throw unavailable(error, "the pull requests of the head");
  }
}
async function whyOutdated(request, client, head, before, own) {
  const now = await pullsWithHead(request, client, head, own);
  const judged = new Set(before.map(placeOf));
  return now.length === before.length && now.every((each) => judged.has(placeOf(each))) ? void 0 : "Superseded: while this run was under way, the pull requests of its head, or their base branches, changed. Run the workflow again if no other run judges them.";
}
var placeOf = ({ number, baseRef }) => JSON.stringify([number, baseRef]);
async function pullOfBranch(request, client, branch) {
  const where = { state: "open", head: `${request.owner}:${branch}` };
  const found = await listPulls(client, request, where, "the pull requests of the base branch");
  return found.find(({ fork, headRef }) => !fork && headRef === branch)?.number;
}
async function pullsOfRun(request, client, { headSha, headBranch, headOwner }) {
  const where = { state: "open", head: `${headOwner}:${headBranch}` };
  const found = await listPulls(client, request, where, "the pull requests of the run");
  return found.filter((pull) => pull.headSha === headSha);
}

export {
  publishComment,
  ownComment,
  listAllPulls,
  pullsWithHead,
  whyOutdated,
  pullOfBranch,
  pullsOfRun
};
