import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  isJudgedRepository
} from "./chunk-platform-github-same-repository.js";
import {
  commitOf,
  refNames
} from "./chunk-policy-remote.js";
import {
  openGitHubTree
} from "./chunk-platform-github-snapshot.js";
import {
  asRecord
} from "./chunk-platform-github-tree.js";
import {
  isObjectId
} from "./chunk-repository-object-id.js";
import {
  openPolicyFile
} from "./chunk-policy-policy-file.js";
import {
  describeFailure,
  readFailure
} from "./chunk-platform-github-failure.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/platform/github/remote-policy.ts
async function readRemotePolicy(remote, request, judged) {
  const { name, repository, path, ref } = remote;
  const [owner = "", repo = ""] = repository.split("/");
  const unavailable = (why) => new GateFailure("policy-unavailable", `the policy ${quoted(name)} cannot be read: ${why}`);
  try {
    const commit = commitOf(remote) ?? await resolveRef(request, { owner, repo }, remote);
    const tree = await openGitHubTree({ request, owner, repo, commit });
    const file = await openPolicyFile(tree, path, (own) => `${repository}/${own}@${ref}`);
    if (file === void 0) throw unavailable(`commit ${quoted(commit)} has no file ${quoted(path)}`);
    const home = judged && { path, isJudged: () => isJudgedRepository(repository, judged, request) };
    return { ...file, tree, from: { repository, ref, commit }, ...home && { home } };
  } catch (cause) {
    if (!(cause instanceof GateFailure) || cause.code === "policy-unavailable") throw cause;
    throw unavailable(cause.message);
  }
}
async function resolveRef(request, place, remote) {
  const names = refNames(remote);
  const asked = await Promise.allSettled(names.map((name) => commitAt(request, place, name)));
  const commits = asked.flatMap((answer) => {
    if (answer.status === "rejected") throw answer.reason;
    return answer.value ?? [];
  });
  const [commit, other] = commits;
  if (other !== void 0) {
    const [branch = "", tag = ""] = names;
    const message2 = `${quoted(remote.ref)} is a branch and a tag; write ${quoted(`@${branch}`)} or ${quoted(`@${tag}`)}`;
    throw new GateFailure("repository-unavailable", message2);
  }
  if (commit !== void 0) return commit;
  const message = `GitHub answered 404 for the ref ${quoted(remote.ref)} of ${quoted(remote.repository)}: ${grant}`;
  throw new GateFailure("repository-unavailable", message);
}
var grant = "check the names, and give a token that may read the repository (a job's own token reads no other private one: pass an App's token with `contents: read` there)";
async function commitAt(request, place, name) {
  const ref = await objectAt(request, "GET /repos/{owner}/{repo}/git/ref/{ref}", { ...place, ref: name });
  if (ref === void 0) return void 0;
  const target = ref.type === "tag" ? await peel(request, place, ref.sha) : ref;
  if (target?.type === "commit" && isObjectId(target.sha)) return target.sha;
  throw new GateFailure("repository-unavailable", `${quoted(name)} is no commit; name a branch or a tag of one`);
}
var mostTags = 5;
async function peel(request, place, id) {
  const route = "GET /repos/{owner}/{repo}/git/tags/{tag_sha}";
  let target = { type: "tag", sha: id };
  for (let count = 0; target?.type === "tag" && count < mostTags; count++) {
    target = await objectAt(request, route, { ...place, tag_sha: target.sha });
  }
  return target;
}
async function objectAt(request, route, parameters) {
  try {
    const { object } = asRecord((await request(route, parameters)).data);
    const { type, sha } = asRecord(object);
    return typeof sha === "string" ? { type, sha } : { type: void 0, sha: "" };
  } catch (error) {
    const { kind } = readFailure(error, 0);
    if (kind === "missing") return void 0;
    const advice = kind === "refused" ? grant : "run it again when GitHub answers";
    throw new GateFailure("repository-unavailable", `${describeFailure(error)}; ${advice}`);
  }
}

export {
  readRemotePolicy
};
