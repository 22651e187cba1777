import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  judgeSnapshots
} from "./chunk-7ZWIUXU7.js";
import "./chunk-FSQ7YRW6.js";
import {
  collectingFlags,
  readFlags
} from "./chunk-745XFHM2.js";
import "./chunk-O5YFYGMB.js";
import "./chunk-NM5EGU6R.js";
import "./chunk-T3TAPKYO.js";
import "./chunk-WQKYRBDP.js";
import "./chunk-ZHQBSZ64.js";
import "./chunk-73Y34TDA.js";
import "./chunk-KTROGWWY.js";
import "./chunk-CVSSHSRM.js";
import "./chunk-WLHVLVJZ.js";
import "./chunk-ZOPFF5VP.js";
import "./chunk-K7X7A25H.js";
import "./chunk-ZF7KUDMO.js";
import "./chunk-VVPQZMOF.js";
import {
  GateFailure
} from "./chunk-NAH4THA5.js";
import "./chunk-ODT43KEI.js";
import "./chunk-EGBZGZ5D.js";

// src/cli/check.ts
async function run(args) {
  const flags = readFlags(args, [...collectingFlags, "base", "head", "repo", "base-dir", "head-dir"]);
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
      import("./git-2XZCKU4F.js"),
      import("./git-range-R6XWE53X.js")
    ]);
    const repository = await openRepository(repo ?? ".");
    const range = await chooseRange(repository, base, head);
    const authorship = async () => {
      const { gitAuthorship } = await import("./git-authorship-6E5ET7CW.js");
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
  const { openDirectory } = await import("./directory-YINYIOA3.js");
  const [before, after] = await Promise.all([openDirectory(baseDir), openDirectory(headDir)]);
  return { base: before, head: after };
}
export {
  run
};
