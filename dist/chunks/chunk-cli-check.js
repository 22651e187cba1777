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

// src/cli/check.ts
async function run(args) {
  const flags = readFlags(args, "check");
  if (flags.positionals.length > 0) {
    throw new GateFailure(
      "usage",
      `check takes no arguments: ${JSON.stringify(flags.positionals[0])}; use --base and --head`
    );
  }
  const { base, head, authorship } = await openSnapshots(flags);
  return judgeSnapshots("check", { base, head, trusted: base, ...authorship && { authorship } }, flags);
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

export {
  run,
  openSnapshots
};
