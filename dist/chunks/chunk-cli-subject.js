import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  GateFailure
} from "./chunk-errors.js";

// src/cli/subject.ts
async function openChange(flags) {
  const { base, head, authorship } = await openSnapshots(flags);
  return { mode: "check", base, head, trusted: base, ...authorship && { authorship } };
}
async function openState(flags) {
  const head = await openSnapshot(flags);
  return { mode: "audit", head, trusted: head };
}
async function openAsked(flags) {
  const { base, head, baseDir, headDir, rev, dir } = flags;
  if ([base, head, baseDir, headDir].every((flag) => flag === void 0)) return openState(flags);
  if (rev === void 0 && dir === void 0) return openChange(flags);
  throw new GateFailure("usage", "--rev and --dir read one state; leave them out to compare two");
}
async function openSnapshots(flags) {
  const { baseDir, headDir, base, head, repo } = flags;
  if (baseDir === void 0 && headDir === void 0) {
    const [{ openRepository }, { chooseRange }] = await Promise.all([
      import("./repository-git.js"),
      import("./repository-git-range.js")
    ]);
    const repository = await openRepository(repo ?? ".");
    const range = await chooseRange(repository, base, head);
    const authorship = async () => {
      const { gitAuthorship } = await import("./repository-git-authorship.js");
      return gitAuthorship(repository, range.from, head);
    };
    return { base: range.base, head: range.head, authorship };
  }
  if (baseDir === void 0 || headDir === void 0) {
    throw new GateFailure("usage", "--base-dir and --head-dir go together: name both folders");
  }
  if (base !== void 0 || head !== void 0 || repo !== void 0) {
    throw new GateFailure("usage", "--base-dir and --head-dir compare folders; leave out --base, --head and --repo");
  }
  const { openDirectory } = await import("./repository-directory.js");
  const [before, after] = await Promise.all([openDirectory(baseDir), openDirectory(headDir)]);
  return { base: before, head: after };
}
async function openSnapshot({ rev, repo, dir }) {
  if (dir !== void 0) {
    if (rev !== void 0 || repo !== void 0) {
      throw new GateFailure("usage", "--dir reads a folder; leave out --rev and --repo");
    }
    const { openDirectory } = await import("./repository-directory.js");
    return openDirectory(dir);
  }
  const { openRepository, openRevision } = await import("./repository-git.js");
  const repository = await openRepository(repo ?? ".");
  if (rev !== void 0 || !repository.hasWorkTree) return openRevision(repository, rev ?? "HEAD");
  const { openWorkTree } = await import("./repository-git-work-tree.js");
  return openWorkTree(repository);
}

export {
  openChange,
  openState,
  openAsked,
  openSnapshot
};
