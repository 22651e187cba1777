import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  defaultBranch
} from "./chunk-repository-git-range.js";
import {
  resolveCommit
} from "./chunk-repository-git.js";
import {
  gitRecords
} from "./chunk-repository-git-process.js";
import {
  knownLockfileNames,
  lockfileName
} from "./chunk-managers.js";
import {
  isObjectId
} from "./chunk-repository-object-id.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/repository/git-history.ts
var separator = "";
var format = ["%H", "%P", "%ct", "%s"].join("%x1f");
var furtherNames = ["pnpm-lock.*.yaml", "aube-lock.*.yaml"];
async function lockfileHistory(repository, tip, { most, isGated }) {
  const commits = [];
  for await (const { commit, parent, paths } of commitsOfLockfiles(repository, tip)) {
    if (!paths.some((path) => isLockfile(path) && isGated(path))) continue;
    if (parent === void 0) {
      if (repository.shallow) return { commits, isCut: true };
      continue;
    }
    commits.push({ ...commit, parent });
    if (commits.length === most) break;
  }
  return { commits, isCut: false };
}
async function* commitsOfLockfiles(repository, tip) {
  const patterns = [...knownLockfileNames, ...furtherNames].map((file) => `:(top,glob)**/${file}`);
  const args = [
    ...["--no-literal-pathspecs", "log", "-z", "--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames"],
    ...["--no-show-signature", "--no-color", "--no-ext-diff", "--no-textconv", `--format=tformat:${format}`],
    ...["--end-of-options", tip, "--", ...patterns]
  ];
  let current;
  let isPath = false;
  for await (const records of gitRecords(repository.root, args)) {
    for (const record of records) {
      if (isPath) {
        current?.paths.push(record);
        isPath = false;
      } else if (/^\n?:/.test(record)) {
        isPath = true;
      } else {
        if (current !== void 0) yield current;
        current = listedOf(record);
      }
    }
  }
  if (current !== void 0) yield current;
}
var isLockfile = (path) => lockfileName(path) !== void 0 && !path.startsWith("node_modules/") && !path.includes("/node_modules/");
function listedOf(record) {
  const [id = "", parents = "", seconds = "", ...subject] = record.split(separator);
  const time = new Date(Number(seconds) * 1e3);
  if (!isObjectId(id) || Number.isNaN(time.getTime())) {
    throw new GateFailure("repository-unavailable", "git log gave a malformed answer: run git fsck, and update git");
  }
  const [parent] = parents.split(" ");
  return {
    commit: { id, committedAt: time.toISOString(), subject: subject.join(separator) },
    parent: parent === "" ? void 0 : parent,
    paths: []
  };
}
async function branchTip(repository, branch) {
  if (branch === void 0) {
    const { ref, commit } = await defaultBranch(repository).catch(noBranch);
    return { branch: ref.replace(/^refs\/(?:heads|remotes)\//, ""), tip: commit };
  }
  try {
    return { branch, tip: await resolveCommit(repository, branch, "--branch") };
  } catch (cause) {
    const remote = `refs/remotes/origin/${branch}`;
    const tip = await resolveCommit(repository, remote).catch(() => void 0);
    if (tip === void 0) throw cause;
    return { branch: `origin/${branch}`, tip };
  }
}
function noBranch(cause) {
  if (!(cause instanceof GateFailure) || cause.code !== "usage") throw cause;
  throw new GateFailure(
    "usage",
    "this repository has no branch that looks like its default: name one with --branch, or make a first commit"
  );
}

export {
  lockfileHistory,
  branchTip
};
