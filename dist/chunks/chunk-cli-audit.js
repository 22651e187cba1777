import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  judgeSnapshots
} from "./chunk-cli-judge-snapshots.js";
import {
  readFlags
} from "./chunk-cli-flags.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/cli/audit.ts
async function run(args) {
  const flags = readFlags(args, "audit");
  if (flags.positionals.length > 0) {
    throw new GateFailure(
      "usage",
      `audit takes no arguments: ${JSON.stringify(flags.positionals[0])}; use --rev or --dir`
    );
  }
  const head = await openSnapshot(flags);
  return judgeSnapshots("audit", { head, trusted: head }, flags);
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
  run,
  openSnapshot
};
