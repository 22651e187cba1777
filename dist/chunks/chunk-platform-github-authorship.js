import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  authorshipOf,
  coAuthorsIn
} from "./chunk-model-co-authors.js";
import {
  objectId
} from "./chunk-platform-github-ask.js";
import {
  describeFailure
} from "./chunk-platform-github-failure.js";
import {
  array,
  object,
  string
} from "./chunk-zod.js";

// src/platform/github/authorship.ts
var pages = [1, 2, 3];
var perPage = 100;
var signature = object({ name: string().optional(), email: string().optional() }).nullable();
var account = object({ login: string().optional() }).nullable().optional();
var commits = array(
  object({
    commit: object({ message: string(), author: signature, committer: signature }),
    author: account,
    committer: account
  })
);
async function readAuthorship({ owner, repo, event }, client, range) {
  const isPull = event.kind === "pull_request";
  if (!isPull && range.base === void 0) return { state: "absent" };
  const [route, where] = isPull ? ["GET /repos/{owner}/{repo}/pulls/{pull_number}/commits", { pull_number: event.number }] : [
    "GET /repos/{owner}/{repo}/compare/{basehead}",
    { basehead: `${String(range.base)}...${range.head}` }
  ];
  const found = [];
  try {
    for (const page of pages) {
      const { data } = await client.request(route, { owner, repo, ...where, per_page: perPage, page });
      const read = isPull ? commits.parse(data) : object({ commits }).parse(data).commits;
      found.push(...read);
      if (read.length < perPage) break;
    }
  } catch (cause) {
    return {
      state: "unavailable",
      reason: "not-provided",
      detail: `the commits of the change: ${describeFailure(cause)}`
    };
  }
  const opened = isPull ? { account: event.author, branch: event.headRef } : {};
  const { account: opener, branch } = opened;
  return {
    state: "present",
    value: authorshipOf({
      people: found.flatMap(peopleOf),
      ...opener === void 0 ? {} : { account: { login: opener.login, type: opener.type, id: opener.id } },
      ...branch === void 0 ? {} : { branch }
    })
  };
}
function peopleOf({ commit, author, committer }) {
  const named = (role, signed, login) => [
    { role, name: signed?.name ?? "", email: signed?.email ?? "" },
    ...login === void 0 ? [] : [{ role, name: login, email: "" }]
  ];
  return [
    ...named("author", commit.author, author?.login),
    ...named("committer", commit.committer, committer?.login),
    ...coAuthorsIn(commit.message)
  ];
}

// src/platform/github/queue.ts
var queueRefs = array(object({ ref: string(), object: object({ sha: objectId }) }));
var most = 10;
var entryOf = (ref) => {
  const name = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-(\d{1,9})-([0-9a-f]+)$/.exec(ref);
  const [, target = "", number = "", base = ""] = name ?? [];
  return name === null ? void 0 : { target, number: Number(number), base };
};
var queueOf = (baseRef) => `heads/gh-readonly-queue/${baseRef.slice("refs/heads/".length)}/`;
function queueAhead(request, client, { baseSha, baseRef, headRef }, tip) {
  if (baseSha === tip) return void 0;
  const own = entryOf(headRef)?.number;
  return {
    entries: () => entriesAhead(request, client, { baseSha, baseRef, tip }),
    ...own === void 0 ? {} : { own }
  };
}
async function entriesAhead({ owner, repo }, client, { baseSha, baseRef, tip }) {
  const ref = queueOf(baseRef);
  const ahead = [];
  try {
    const { data } = await client.request("GET /repos/{owner}/{repo}/git/matching-refs/{ref}", { owner, repo, ref });
    const entries = queueRefs.parse(data).flatMap((found) => {
      const entry = entryOf(found.ref);
      return entry === void 0 ? [] : [{ ...entry, head: found.object.sha }];
    });
    for (let at = baseSha; at !== tip && ahead.length < most; ) {
      const entry = entries.find(({ head }) => head === at);
      if (entry === void 0) break;
      ahead.unshift({ commit: entry.head, pull: entry.number });
      at = entry.base;
    }
  } catch {
  }
  return ahead.length === 0 ? [{ commit: baseSha }] : ahead;
}

export {
  readAuthorship,
  queueRefs,
  entryOf,
  queueOf,
  queueAhead
};
