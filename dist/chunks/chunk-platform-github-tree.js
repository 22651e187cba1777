import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  executableOf,
  isUnentered,
  modeOfOctal,
  startListing
} from "./chunk-repository-listing.js";
import {
  isEmptyTree,
  isObjectId,
  isTreeOf,
  shortId
} from "./chunk-repository-object-id.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/platform/github/client.ts
function askAbout(request, owner, repo) {
  return async (route, parameters, subject) => {
    try {
      return (await request(route, { owner, repo, ...parameters })).data;
    } catch (error) {
      throw refused(subject, error);
    }
  };
}
function asRecord(value) {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
function refused(subject, error) {
  const { status, response } = asRecord(error);
  const answered = typeof status === "number" && response !== void 0;
  const answer = answered ? `answered ${status}` : "gave no answer";
  const fix = answered ? fixFor(status, asRecord(asRecord(response).headers)) : "run the job again when it can be reached";
  return new GateFailure("repository-unavailable", `GitHub ${answer} when asked for ${subject}: ${fix}`);
}
function fixFor(status, headers) {
  if (status >= 500) return "run the job again when GitHub has recovered";
  if (status === 401) return "the token is not valid; pass a valid one";
  if (status === 429 || headers["retry-after"] !== void 0 || String(headers["x-ratelimit-remaining"]) === "0") {
    return "the token has reached its rate limit; run the job again later";
  }
  if (status === 403 || status === 404) {
    return "grant the job `contents: read`, and check that its token can read this repository";
  }
  return "check that the commit still exists, for example after a force-push";
}

// src/platform/github/tree.ts
var maxRequests = 300;
var concurrency = 8;
async function readTree(get, root) {
  const listing = startListing();
  let requests = 0;
  async function fetchTree(id, recursive) {
    requests += 1;
    if (requests > maxRequests) {
      throw beyond(`listing this repository takes more than ${maxRequests} requests`);
    }
    const parameters = { tree_sha: id, ...recursive && { recursive: "1" } };
    const route = "GET /repos/{owner}/{repo}/git/trees/{tree_sha}";
    const tree = parseTree(await get(route, parameters, `tree ${shortId(id)}`), id);
    if (!tree.truncated) confirm(id, tree.entries, recursive);
    return tree;
  }
  function take(prefix, entries) {
    for (const { path, mode, id, size } of entries) {
      const full = prefix + path;
      if (isFolder(mode)) listing.addFolder(full, id);
      else {
        listing.add({
          path: full,
          mode: modeOfOctal(mode),
          id,
          ...executableOf(mode),
          ...size !== void 0 && { size }
        });
      }
    }
  }
  async function visit({ prefix, id }) {
    const whole = await fetchTree(id, true);
    if (!whole.truncated) {
      take(prefix, whole.entries);
      return [];
    }
    const own = await fetchTree(id, false);
    if (own.truncated) throw beyond("one folder of this repository holds more entries than GitHub lists");
    take(prefix, own.entries);
    return own.entries.filter(({ path, mode }) => isFolder(mode) && !isUnentered(path)).map(({ path, id: child }) => ({ prefix: `${prefix}${path}/`, id: child }));
  }
  let pending = isEmptyTree(root) ? [] : [{ prefix: "", id: root }];
  while (pending.length > 0) {
    const found = await Promise.all(pending.splice(0, concurrency).map(visit));
    pending = [...found.flat(), ...pending];
  }
  return listing.finish();
}
var isFolder = (mode) => /^0*40000$/.test(mode);
function beyond(what) {
  return new GateFailure("budget", `${what}: check it out and use the command line's --base and --head`);
}
function parseTree(answer, id) {
  const { sha, tree, truncated } = asRecord(answer);
  if (sha !== id || !Array.isArray(tree) || typeof truncated !== "boolean") throw notATree(id);
  return { truncated, entries: tree.map((entry) => parseEntry(entry, id)) };
}
function parseEntry(entry, tree) {
  const { path, mode, sha, size } = asRecord(entry);
  if (typeof path !== "string" || typeof mode !== "string") throw notATree(tree);
  if (typeof sha !== "string" || !isObjectId(sha)) throw notATree(tree);
  return { path, mode, id: sha, ...typeof size === "number" && { size } };
}
function confirm(root, entries, recursive) {
  const folders = /* @__PURE__ */ new Map([
    ["", { id: root, members: [] }]
  ]);
  for (const { path, mode, id } of recursive ? entries : []) {
    if (isFolder(mode)) folders.set(path, { id, members: [] });
  }
  for (const { path, mode, id } of entries) {
    const end = path.lastIndexOf("/");
    const folder = folders.get(end === -1 ? "" : path.slice(0, end));
    if (folder === void 0) throw notATree(root);
    folder.members.push({ name: path.slice(end + 1), mode, id });
  }
  for (const [path, { id, members }] of folders) {
    if (isTreeOf(id, members)) continue;
    const unreadable = members.find(({ name }) => name.includes("\uFFFD"));
    if (unreadable === void 0) throw notATree(root);
    const message = `GitHub does not give this name as it is in git, so the list of its folder cannot be confirmed; rename the file in UTF-8, or check it out and use the command line's --base and --head`;
    throw new GateFailure("repository-unavailable", message, {
      path: path === "" ? unreadable.name : `${path}/${unreadable.name}`
    });
  }
}
function notATree(id) {
  return new GateFailure("repository-unavailable", `GitHub's answer for tree ${shortId(id)} is not that tree`);
}

export {
  askAbout,
  asRecord,
  readTree
};
