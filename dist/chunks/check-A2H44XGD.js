import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  judgeSnapshots
} from "./chunk-4HLQP75P.js";
import {
  collectingFlags,
  readFlags
} from "./chunk-745XFHM2.js";
import "./chunk-AP2LW2GY.js";
import "./chunk-PAXP74W3.js";
import "./chunk-T3TAPKYO.js";
import "./chunk-LXMHEFD5.js";
import "./chunk-73Y34TDA.js";
import "./chunk-KTROGWWY.js";
import "./chunk-N2XUL63D.js";
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
  const { base, head } = await openSnapshots(flags);
  return judgeSnapshots("check", { base, head, trusted: base }, flags);
}
async function openSnapshots(flags) {
  const { baseDir, headDir, base, head, repo } = flags;
  if (baseDir === void 0 && headDir === void 0) {
    const [{ openRepository }, { chooseRange }] = await Promise.all([
      import("./git-FV4CI3N5.js"),
      import("./git-range-MJDKR276.js")
    ]);
    return chooseRange(await openRepository(repo ?? "."), base, head);
  }
  if (baseDir === void 0 || headDir === void 0) {
    throw new GateFailure("usage", "--base-dir and --head-dir go together: name both folders");
  }
  if (base !== void 0 || head !== void 0 || repo !== void 0) {
    throw new GateFailure("usage", "--base-dir and --head-dir compare folders; leave out --base, --head and --repo");
  }
  const { openDirectory } = await import("./directory-BZ23YQEZ.js");
  const [before, after] = await Promise.all([openDirectory(baseDir), openDirectory(headDir)]);
  return { base: before, head: after };
}
export {
  run
};
