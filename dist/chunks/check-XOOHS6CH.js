import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  judgeSnapshots
} from "./chunk-PNM7E5J7.js";
import "./chunk-HDADKQ4I.js";
import {
  collectingFlags,
  readFlags
} from "./chunk-JBVXWKUH.js";
import "./chunk-TOMYY7Z3.js";
import "./chunk-CNGNTMXY.js";
import "./chunk-KELXXIN2.js";
import "./chunk-DPUHDEVI.js";
import "./chunk-YK5BSETI.js";
import "./chunk-UY47Z6Q4.js";
import "./chunk-O5PVGSKQ.js";
import "./chunk-HJGNOL2G.js";
import "./chunk-7TACTPN7.js";
import "./chunk-32SLBMN6.js";
import "./chunk-FZO4NCJX.js";
import "./chunk-4UAX2OY4.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-WLHVLVJZ.js";
import "./chunk-6VP46QZ3.js";
import "./chunk-PAL72GAG.js";
import "./chunk-KPCFTMGI.js";
import "./chunk-ODT43KEI.js";
import "./chunk-TS5RSFI5.js";
import "./chunk-VVPQZMOF.js";
import {
  GateFailure
} from "./chunk-NAH4THA5.js";
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
      import("./git-ZWHOK4EP.js"),
      import("./git-range-DRELQHTF.js")
    ]);
    const repository = await openRepository(repo ?? ".");
    const range = await chooseRange(repository, base, head);
    const authorship = async () => {
      const { gitAuthorship } = await import("./git-authorship-J7QHPTXV.js");
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
  const { openDirectory } = await import("./directory-72N7NHQF.js");
  const [before, after] = await Promise.all([openDirectory(baseDir), openDirectory(headDir)]);
  return { base: before, head: after };
}
export {
  run
};
