import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  fingerprintOf
} from "./chunk-judge-fingerprint.js";
import {
  sameText
} from "./chunk-platform-github-same-text.js";
import {
  readPages
} from "./chunk-platform-github-pages.js";
import {
  capital,
  errorItems,
  fit,
  signOf,
  subjectItem
} from "./chunk-report-formats-markdown.js";
import "./chunk-report-view-proposed-exceptions.js";
import "./chunk-report-view-next-step.js";
import "./chunk-report-view-decisions.js";
import {
  groupFindings
} from "./chunk-report-view-blocked.js";
import "./chunk-report-view-links.js";
import {
  withOneDate
} from "./chunk-report-view-one-date.js";
import {
  titleWords
} from "./chunk-report-view-verdict-words.js";
import "./chunk-report-view-cover-words.js";
import {
  tallyWords
} from "./chunk-report-view-tally.js";
import "./chunk-report-view-not-judged.js";
import "./chunk-report-view-words.js";
import {
  plural
} from "./chunk-report-view-text-words.js";
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
import "./chunk-text-paths.js";
import "./chunk-report-escape.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import {
  readFailure
} from "./chunk-platform-github-failure.js";
import "./chunk-net-http-exchange.js";
import "./chunk-net-exchange-failure.js";
import "./chunk-net-loopback.js";
import {
  _enum,
  array,
  boolean,
  int,
  object,
  string
} from "./chunk-zod.js";
import "./chunk-errors.js";
import "./chunk-report-view-project.js";
import "./chunk-report-view-rule-words.js";
import "./chunk-judge-unavailable.js";
import {
  effectOf
} from "./chunk-model-effect.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/report/view/remarks.ts
var fileLength = 2e4;
var marker = (key) => `<!-- lockgate:remark ${key} -->
`;
var keyOf = (...subject) => fingerprintOf(subject).slice(0, 32);
function remarksOf(given) {
  const report = withOneDate(given);
  const blocking = report.findings.filter((finding) => effectOf(finding, report.policy.mode) === "blocks");
  const subjects = groupFindings(report, blocking).flatMap((group) => group.subjects);
  return [...report.errors.flatMap(ofError), ...subjects.map((subject) => ofSubject(subject, report))];
}
function ofSubject(subject, report) {
  const { name, version, lockfile, alike, findings, declared } = subject;
  const locked = subject.statements.flatMap(({ places }) => places);
  const own = declared.filter(({ isRoot }) => !isRoot);
  const roots = declared.filter(({ isRoot }) => isRoot);
  const lines = name === null || alike.length > 0 ? [] : [...own, ...locked.map((place) => ({ ...place, name })), ...roots];
  return {
    key: name === null ? keyOf("file", lockfile) : keyOf("package", name, version),
    lines,
    files: [...new Set([...locked, ...own, ...roots].map(({ path }) => path))],
    alone: subjectItem(subject, report, []),
    item: { text: subjectItem(subject, report), findings }
  };
}
function ofError(error) {
  const { code, path } = error;
  const [item] = errorItems({ errors: [error] });
  if (path === void 0 || item === void 0) return [];
  return [{ key: keyOf("error", code, path), lines: [], files: [path], alone: item.text, item }];
}
function lineRemark({ key, alone }) {
  return `${marker(key)}${alone}`;
}
var fileKey = (path) => keyOf("lines of", path);
function fileRemark(path, remarks) {
  const open = `${marker(fileKey(path))}Findings about this file without a line in the diff:

`;
  const more = (_left, findings) => `- \u2026 left out here for length: ${plural(findings, "finding")}; the comment and the JSON report have the rest.
`;
  const section = { open, items: remarks.map(({ item }) => item), close: "", more };
  return fit([section], fileLength, (text) => text.length);
}
function keyIn(body) {
  return /^<!-- lockgate:remark ([0-9a-f]{32}) -->\r?\n/.exec(body)?.[1];
}
function resolvedRemark(isClosed) {
  const rest = isClosed ? "" : " The token is not allowed to resolve this conversation; a person can.";
  return `<!-- lockgate:resolved -->
\u2705 **Resolved:** lockgate no longer finds anything here that blocks.${rest}
`;
}
function reviewText(report, { lines, files, leftOut }) {
  const marked = [
    `${plural(lines, "package")} marked on a line of the diff`,
    ...files === 0 ? [] : [`${plural(files, "file")} marked as a whole`],
    ...leftOut === 0 ? [] : [`${plural(leftOut, "finding")} in the comment only`]
  ];
  const heading = `${signOf(report)} **lockgate: ${titleWords(report)}.**`;
  return `<!-- lockgate:review -->
${heading} ${capital(tallyWords(report))}: ${marked.join(", ")}.
`;
}

// src/platform/github/diff.ts
var maxPages = 30;
var maxLength = 2e6;
var maxHunks = 2e4;
var filesReply = array(object({ filename: string(), patch: string().optional() }));
async function readDiff(client, { owner, repo, number }, wanted) {
  const found = /* @__PURE__ */ new Map();
  for (let page = 1; page <= maxPages && found.size < wanted.size; page += 1) {
    const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}/files";
    const { data } = await client.request(route, { owner, repo, pull_number: number, per_page: 100, page });
    const files = filesReply.parse(data);
    for (const { filename, patch = "" } of files) {
      if (wanted.has(filename)) found.set(filename, linesOfPatch(patch) ?? /* @__PURE__ */ new Map());
    }
    if (files.length < 100) break;
  }
  return found;
}
function linesOfPatch(patch) {
  if (patch.length > maxLength) return void 0;
  const shown = /* @__PURE__ */ new Map();
  const lines = patch.replace(/\n$/, "").split("\n");
  let at = 0;
  for (let hunks = 0, next = 1; at < lines.length; hunks += 1) {
    const header = /^@@ -\d{1,9}(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/.exec(lines[at] ?? "");
    if (header === null || hunks === maxHunks) return void 0;
    let [before, after] = [Number(header[1] ?? 1), Number(header[3] ?? 1)];
    let line = Number(header[2]);
    if (line < next && after > 0) return void 0;
    for (at += 1; before > 0 || after > 0; at += 1) {
      const text = lines[at];
      const side = text?.charAt(0);
      if (text === void 0 || !["+", "-", " ", "\\"].includes(side ?? "")) return void 0;
      if (side === "\\") continue;
      if (side !== "+") before -= 1;
      if (side !== "-") {
        after -= 1;
        shown.set(line, text.slice(1));
        line += 1;
      }
      if (before < 0 || after < 0) return void 0;
    }
    while (lines[at]?.startsWith("\\") === true) at += 1;
    next = line;
  }
  return shown;
}

// src/platform/github/review-comments.ts
var comments = array(
  object({
    id: int().positive(),
    node_id: string(),
    body: string(),
    pull_request_review_id: int().nullable(),
    // Servers from before 2023 support comments on lines only.
    subject_type: _enum(["line", "file"]).optional(),
    user: object({ login: string(), id: int() }).nullable()
  })
);
async function openRemarks(client, { owner, repo, number }) {
  const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}/comments";
  const all = await readPages(client, route, { owner, repo, pull_number: number }, comments);
  const marked = all.flatMap(
    ({ id, node_id: node, body, user, pull_request_review_id: review, subject_type: type }) => {
      const key = keyIn(body);
      return key === void 0 ? [] : [{ user, remark: { id, node, key, body, review, isOnLine: type !== "file" } }];
    }
  );
  if (marked.length === 0) return [];
  const viewer = await client.viewer();
  return marked.filter(({ user }) => viewer.id === null ? user?.login === viewer.login : user?.id === viewer.id).map(({ remark }) => remark).sort((a, b) => a.id - b.id);
}

// src/platform/github/review-plan.ts
var maxLines = 20;
var maxFiles = 10;
function planOf(remarks, diff, room) {
  const lines = [];
  const files = /* @__PURE__ */ new Map();
  let leftOut = 0;
  for (const remark of remarks) {
    const place = lines.length < room ? placeOf(remark, diff) : void 0;
    if (place !== void 0) {
      lines.push({ remark, ...place });
      continue;
    }
    const file = remark.files.find((path) => diff.has(path) && (files.has(path) || files.size < maxFiles));
    if (file === void 0) leftOut += remark.item.findings;
    else files.set(file, [...files.get(file) ?? [], remark]);
  }
  return { lines, files, leftOut };
}
function placeOf({ lines }, diff) {
  const place = lines.find(({ path, line, name }) => diff.get(path)?.get(line)?.includes(name) === true);
  return place && { path: place.path, line: place.line };
}

// src/platform/github/review-threads.ts
var maxPages2 = 10;
var threadsReply = object({
  repository: object({
    pullRequest: object({
      reviewThreads: object({
        nodes: array(
          object({
            id: string().min(1),
            isResolved: boolean(),
            comments: object({ nodes: array(object({ id: string() }).nullable()).nullable() })
          })
        ),
        pageInfo: object({ hasNextPage: boolean(), endCursor: string().nullable() })
      })
    })
  })
});
var threadsQuery = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) { reviewThreads(first: 100, after: $after) {
    nodes { id isResolved comments(first: 1) { nodes { id } } } pageInfo { hasNextPage endCursor }
  } } }
}`;
async function closeConversations(client, place, comments2) {
  const resolve = (id) => `resolveReviewThread(input: { threadId: ${id} }) { clientMutationId }`;
  const fold = (id) => `minimizeComment(input: { subjectId: ${id}, classifier: RESOLVED }) { clientMutationId }`;
  const resolved = await unlessRefused(async () => mutate(client, resolve, await threadsOf(client, place, comments2)));
  if (!resolved) await unlessRefused(() => mutate(client, fold, comments2));
  return resolved;
}
async function threadsOf(client, { owner, repo, number }, comments2) {
  const wanted = new Set(comments2);
  const threads = [];
  let after = null;
  for (let page = 1; page <= maxPages2; page += 1) {
    const reply = threadsReply.parse(await client.graphql(threadsQuery, { owner, repo, number, after }));
    const { nodes, pageInfo } = reply.repository.pullRequest.reviewThreads;
    for (const { id, isResolved, comments: ofThread } of nodes) {
      if (!isResolved && wanted.has(ofThread.nodes?.[0]?.id ?? "")) threads.push(id);
    }
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  return threads;
}
async function mutate(client, field, ids) {
  if (ids.length === 0) return;
  const declared = ids.map((_, index) => `$id${index}: ID!`).join(", ");
  const fields = ids.map((_, index) => `m${index}: ${field(`$id${index}`)}`).join(" ");
  await client.graphql(
    `mutation (${declared}) { ${fields} }`,
    Object.fromEntries(ids.map((id, index) => [`id${index}`, id]))
  );
}
async function unlessRefused(task) {
  try {
    await task();
    return true;
  } catch (error) {
    const { kind } = readFailure(error, 0);
    if (kind === "refused" || kind === "missing") return false;
    throw error;
  }
}

// src/platform/github/review.ts
var pullReply = object({ head: object({ sha: string() }), base: object({ ref: string() }) });
async function publishReview(client, order) {
  const { owner, repo, number, headSha, report } = order;
  const pull = { owner, repo, pull_number: number };
  const { data } = await client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", pull);
  const { head, base } = pullReply.parse(data);
  const { baseRef = base.ref } = order;
  if (head.sha !== headSha || base.ref !== baseRef) return void 0;
  const remarks = remarksOf(report);
  const open = await deleteDuplicates(client, order, await openRemarks(client, order));
  const isOpen = (remark) => open.some(({ key, isOnLine }) => isOnLine && key === remark.key);
  const kept = remarks.filter(isOpen);
  const missing = remarks.filter((remark) => !isOpen(remark));
  const paths = new Set(missing.flatMap(({ files }) => files));
  const diff = missing.length === 0 ? /* @__PURE__ */ new Map() : await readDiff(client, order, paths);
  let plan = planOf(missing, diff, maxLines - kept.length);
  if (plan.lines.length > 0 && !await writeReview(client, order, plan)) plan = planOf(missing, diff, 0);
  const bodies = new Map([
    ...kept.map((remark) => [remark.key, lineRemark(remark)]),
    ...[...plan.files].map(([path, ofFile]) => [fileKey(path), fileRemark(path, ofFile)])
  ]);
  let written = plan.lines.length;
  for (const path of plan.files.keys()) {
    if (open.some(({ key }) => key === fileKey(path))) continue;
    await writeOnFile(client, order, path, bodies.get(fileKey(path)) ?? "");
    written += 1;
  }
  const changed = await change(client, order, open, bodies);
  const gone = report.errors.length > 0 ? [] : open.filter(({ key }) => !bodies.has(key));
  await close(client, order, gone, open);
  return { written, changed, closed: gone.length, leftOut: plan.leftOut };
}
async function deleteDuplicates(client, { owner, repo }, remarks) {
  const first = remarks.filter(({ key }, index) => remarks.findIndex((other) => other.key === key) === index);
  for (const { id } of remarks.filter((remark) => !first.includes(remark))) {
    await client.request("DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}", { owner, repo, comment_id: id });
  }
  return first;
}
async function writeReview(client, order, plan) {
  const { owner, repo, number, headSha, report } = order;
  try {
    await client.request("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
      ...{ owner, repo, pull_number: number, commit_id: headSha, event: "COMMENT" },
      body: reviewText(report, { lines: plan.lines.length, files: plan.files.size, leftOut: plan.leftOut }),
      comments: plan.lines.map(({ remark, path, line }) => ({ path, line, side: "RIGHT", body: lineRemark(remark) }))
    });
    return true;
  } catch (error) {
    if (readFailure(error, 0).kind !== "invalid") throw error;
    return false;
  }
}
async function writeOnFile(client, order, path, body) {
  const { owner, repo, number, headSha } = order;
  const file = { path, commit_id: headSha, subject_type: "file", body };
  const route = "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments";
  await client.request(route, { owner, repo, pull_number: number, ...file });
}
async function change(client, order, open, bodies) {
  let changed = 0;
  for (const { id, key, body } of open) {
    const wanted = bodies.get(key);
    if (wanted === void 0 || sameText(wanted, body)) continue;
    await rewrite(client, order, id, wanted);
    changed += 1;
  }
  return changed;
}
async function close(client, order, gone, open) {
  if (gone.length === 0) return;
  const { owner, repo, number } = order;
  const nodes = gone.map(({ node }) => node);
  const body = resolvedRemark(await closeConversations(client, order, nodes));
  for (const { id } of gone) await rewrite(client, order, id, body);
  const left = open.filter((remark) => !gone.includes(remark)).map(({ review }) => review);
  const done = new Set(gone.flatMap(({ review, isOnLine }) => isOnLine && review !== null ? [review] : []));
  for (const review of done) {
    if (left.includes(review)) continue;
    const route = "PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}";
    await client.request(route, { owner, repo, pull_number: number, review_id: review, body: resolvedRemark(true) });
  }
}
async function rewrite(client, { owner, repo }, id, body) {
  await client.request("PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}", {
    owner,
    repo,
    comment_id: id,
    body
  });
}
export {
  publishReview
};
