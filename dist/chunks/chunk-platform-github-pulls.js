import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  ask,
  objectId,
  unavailable
} from "./chunk-platform-github-ask.js";
import {
  readPages
} from "./chunk-platform-github-pages.js";
import {
  array,
  int,
  iso_exports,
  object,
  string
} from "./chunk-zod.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  limits,
  quoted
} from "./chunk-text-visible.js";

// src/platform/github/request.ts
var supportedEvents = [
  ...["pull_request", "merge_group", "push", "schedule", "workflow_dispatch", "workflow_run"],
  "issue_comment"
];

// src/platform/github/event.ts
var ref = string().min(1).max(limits.path);
var fullRef = ref.startsWith("refs/");
var identifier = int().positive();
var repository = object({
  id: identifier,
  full_name: string().min(3),
  default_branch: string().optional().catch(void 0)
});
var account = object({ login: string().min(1), id: identifier, type: string().min(1) });
var association = string().optional().catch(void 0);
var newcomer = ({ type }, word) => type === "User" && ["FIRST_TIME_CONTRIBUTOR", "FIRST_TIMER", "NONE"].includes(word ?? "") ? { isFirstTime: true } : {};
var payloads = {
  pull_request: object({
    repository,
    pull_request: object({
      number: identifier,
      // The repository of a head is null once the fork is deleted.
      head: object({ sha: objectId, ref, repo: object({ id: identifier }).nullable() }),
      base: object({ ref, repo: object({ id: identifier }) }),
      user: account,
      author_association: association
    })
  }),
  merge_group: object({
    repository,
    merge_group: object({ base_sha: objectId, head_sha: objectId, base_ref: fullRef, head_ref: fullRef })
  }),
  push: object({ repository, ref: fullRef, before: objectId, after: objectId }),
  // A scheduled run's payload may hold nothing but the schedule (octokit/webhooks issue 141).
  schedule: object({ repository: repository.optional() }),
  workflow_dispatch: object({ repository, ref: fullRef }),
  workflow_run: object({
    repository,
    workflow_run: object({
      event: string(),
      head_sha: objectId,
      head_branch: ref.nullable(),
      head_repository: object({ owner: object({ login: string().min(1) }) }).nullable()
    })
  }),
  issue_comment: object({
    repository,
    action: string(),
    // An issue that is a pull request has this member, and no other has.
    issue: object({
      number: identifier,
      state: string(),
      pull_request: object({}).optional(),
      user: object({ id: identifier }).nullable()
    }),
    comment: object({ id: identifier, body: string(), created_at: iso_exports.datetime(), user: account.nullable() }),
    changes: object({ body: object({ from: string() }).optional() }).optional()
  })
};
function parseEvent(name, payload) {
  switch (name) {
    case "pull_request": {
      const { repository: repository2, pull_request: pull2 } = read(name, payloads.pull_request, payload);
      const fork = pull2.head.repo?.id !== pull2.base.repo.id;
      const { number, head, base, user } = pull2;
      const heads = { headSha: head.sha, headRef: head.ref, baseRef: base.ref };
      const author = { author: user, ...newcomer(user, pull2.author_association) };
      return { repository: repository2, event: { kind: name, number, ...heads, fork, ...author } };
    }
    case "merge_group": {
      const { repository: repository2, merge_group: group } = read(name, payloads.merge_group, payload);
      const { base_sha: baseSha, head_sha: headSha, base_ref: baseRef, head_ref: headRef } = group;
      return { repository: repository2, event: { kind: name, baseSha, headSha, baseRef, headRef } };
    }
    case "push": {
      const { repository: repository2, ref: ref2, before, after } = read(name, payloads.push, payload);
      const tips = { ...isZero(before) ? {} : { before }, ...isZero(after) ? {} : { after } };
      return { repository: repository2, event: { kind: name, ref: ref2, ...tips } };
    }
    case "schedule": {
      const { repository: repository2 } = read(name, payloads.schedule, payload);
      return { event: { kind: name }, ...repository2 === void 0 ? {} : { repository: repository2 } };
    }
    case "workflow_dispatch": {
      const { repository: repository2, ref: ref2 } = read(name, payloads.workflow_dispatch, payload);
      return { repository: repository2, event: { kind: name, ref: ref2 } };
    }
    case "workflow_run": {
      const { repository: repository2, workflow_run: run } = read(name, payloads.workflow_run, payload);
      const { event, head_sha: headSha, head_branch: headBranch, head_repository: home } = run;
      if (event !== "pull_request" || headBranch === null || home === null) {
        throw new GateFailure(
          "event",
          "The workflow_run is not of a run on a pull request; select those with `if`: `github.event.workflow_run.event == 'pull_request'`."
        );
      }
      return { repository: repository2, event: { kind: name, headSha, headBranch, headOwner: home.owner.login } };
    }
    case "issue_comment": {
      const { repository: repository2, action, issue, comment, changes } = read(name, payloads.issue_comment, payload);
      const { id, body, created_at: createdAt, user: author } = comment;
      const { number, user: opener } = issue;
      const former = changes?.body?.from;
      const place = { number, isPull: issue.pull_request !== void 0, isOpen: issue.state === "open" };
      return {
        repository: repository2,
        event: {
          ...{ kind: name, action, ...place, comment: { id, body, createdAt, author } },
          ...opener === null ? {} : { openedBy: opener.id },
          ...former === void 0 ? {} : { former }
        }
      };
    }
    default:
      throw new GateFailure(
        "event",
        `lockgate does not judge the event ${quoted(name, limits.name)}; run it on ${supportedEvents.join(", ")}.`
      );
  }
}
function isZero(id) {
  return /^0+$/.test(id);
}
function read(name, schema, payload) {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join(".") ?? "";
  const place = field === "" ? "is not an object" : `has no valid \`${field}\``;
  throw new GateFailure(
    "event",
    `The payload of the event \`${name}\` (GITHUB_EVENT_PATH) ${place}; lockgate must run in a workflow on GitHub Actions.`
  );
}

// src/platform/github/pulls.ts
var account2 = object({ login: string().min(1), id: int().positive(), type: string().min(1) });
var side = object({ ref: string().min(1), sha: objectId, repo: object({ id: int().positive() }).nullable() });
var pull = object({ number: int().positive(), user: account2.nullable(), head: side, base: side });
var pulls = array(pull.extend({ author_association: association }));
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
var pullReply = pull.extend({ author_association: association, state: string() });
async function readPull({ owner, repo }, client, number) {
  const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
  const what = `pull request #${number}`;
  const found = await ask(client, route, { owner, repo, pull_number: number }, pullReply, what);
  return found.state === "open" ? eventsOf(found)[0] : void 0;
}
function eventsOf({
  number,
  user,
  head,
  base,
  author_association: word
}) {
  if (user === null) return [];
  const fork = head.repo?.id !== base.repo?.id;
  const home = head.repo === null ? {} : { headRepository: head.repo.id };
  const heads = { headSha: head.sha, headRef: head.ref, ...home };
  return [{ kind: "pull_request", number, ...heads, baseRef: base.ref, author: user, fork, ...newcomer(user, word) }];
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
    const own = found.filter((pull2) => pull2.state === "open" && pull2.head.sha === head);
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
  return found.filter((pull2) => pull2.headSha === headSha);
}

export {
  supportedEvents,
  parseEvent,
  listAllPulls,
  readPull,
  pullsWithHead,
  whyOutdated,
  pullOfBranch,
  pullsOfRun
};
