import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
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

export {
  publishComment,
  ownComment
};
