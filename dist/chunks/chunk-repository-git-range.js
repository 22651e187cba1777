import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openWorkTree
} from "./chunk-repository-git-work-tree.js";
import {
  commitSnapshot,
  openRevision,
  resolveCommit
} from "./chunk-repository-git.js";
import {
  gitFailed,
  runGit
} from "./chunk-repository-git-process.js";
import {
  isObjectId
} from "./chunk-repository-object-id.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/repository/git-range.ts
var usualNames = ["main", "master"];
async function chooseRange(repository, base, head) {
  if (base !== void 0) {
    const from = await resolveCommit(repository, base, "--base");
    const to2 = await openHead(repository, head);
    return { base: commitSnapshot(repository, from), head: to2, from };
  }
  const branch = defaultBranch(repository);
  branch.catch(() => void 0);
  const tip = await resolveCommit(repository, head ?? "HEAD", head === void 0 ? "the current revision" : "--head");
  const left = await mergeBase(repository, (await branch).commit, tip);
  const to = head === void 0 ? await openHead(repository) : commitSnapshot(repository, tip);
  return { base: commitSnapshot(repository, left), head: to, from: left };
}
async function openHead(repository, head) {
  if (head === void 0 && repository.hasWorkTree) return openWorkTree(repository);
  return openRevision(repository, head ?? "HEAD", "--head");
}
async function mergeBase(repository, a, b) {
  if (repository.shallow) await requireJunction(repository, a, b);
  const { status, stdout, stderr } = await runGit(repository.root, ["merge-base", a, b]);
  const ancestor = stdout.trim();
  if (status === 0 && isObjectId(ancestor)) return ancestor;
  if (status !== 1) throw gitFailed("merge-base", stderr);
  throw new GateFailure("usage", "the head and the default branch share no history: name the base with --base");
}
async function requireJunction(repository, a, b) {
  const edge = ["rev-list", "--count", "--max-parents=0", `${a}...${b}`];
  const { status, stdout, stderr } = await runGit(repository.root, edge);
  if (status !== 0) throw gitFailed("rev-list", stderr);
  if (stdout.trim() === "0") return;
  throw new GateFailure(
    "repository-unavailable",
    "this shallow clone does not reach back to where the head left its base: fetch more history (git fetch --deepen=1000), or name the base with --base"
  );
}
async function defaultBranch(repository) {
  const remoteHead = "refs/remotes/origin/HEAD";
  const names = usualNames;
  const found = await commitsOf(repository, [remoteHead, ...names.flatMap(refsOf)]);
  const told = found.get(remoteHead);
  if (told !== void 0) return { ref: remoteHead, commit: told };
  const { stdout } = await runGit(repository.root, ["config", "--get", "init.defaultBranch"]);
  const configured = stdout.trim();
  const own = configured === "" ? [] : refsOf(configured);
  if (own.length > 0 && !names.includes(configured)) {
    for (const [ref, commit] of await commitsOf(repository, own)) found.set(ref, commit);
  }
  for (const ref of [...own, ...names.flatMap(refsOf)]) {
    const commit = found.get(ref);
    if (commit !== void 0) return { ref, commit };
  }
  throw new GateFailure(
    "usage",
    "this repository has no branch that looks like its default: name the base with --base"
  );
}
var refsOf = (name) => [`refs/remotes/origin/${name}`, `refs/heads/${name}`];
async function commitsOf(repository, refs) {
  const format = "--format=%(objectname) %(refname)";
  const { status, stdout, stderr } = await runGit(repository.root, ["for-each-ref", format, ...refs]);
  if (status !== 0) throw gitFailed("for-each-ref", stderr);
  const lines = stdout.split("\n").filter((line) => line !== "");
  return new Map(lines.map((line) => [line.slice(line.indexOf(" ") + 1), line.slice(0, line.indexOf(" "))]));
}

export {
  chooseRange,
  mergeBase,
  defaultBranch
};
