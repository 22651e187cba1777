import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  judgeSnapshots
} from "./chunk-V3ORLVWD.js";
import "./chunk-6U2LDYUK.js";
import {
  collectingFlags,
  readFlags
} from "./chunk-EQNUDLEI.js";
import "./chunk-RAW5NA3P.js";
import "./chunk-2KL5BDDY.js";
import "./chunk-DPUHDEVI.js";
import "./chunk-EXS7CL3R.js";
import "./chunk-5OEJXJA7.js";
import "./chunk-F5APZ5GK.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-ALBO32AQ.js";
import {
  GateFailure
} from "./chunk-NAH4THA5.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-AB7D7C3D.js";
import "./chunk-EITPHCUU.js";
import "./chunk-UQOSLVYH.js";
import "./chunk-4UAX2OY4.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";

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
      import("./git-D5KBIB24.js"),
      import("./git-range-RGQM3WRD.js")
    ]);
    const repository = await openRepository(repo ?? ".");
    const range = await chooseRange(repository, base, head);
    const authorship = async () => {
      const { gitAuthorship } = await import("./git-authorship-NINVM7ZO.js");
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
  const { openDirectory } = await import("./directory-QSTNGTAC.js");
  const [before, after] = await Promise.all([openDirectory(baseDir), openDirectory(headDir)]);
  return { base: before, head: after };
}
export {
  run
};
