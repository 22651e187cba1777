import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readEvidence,
  readPolicyFlag
} from "./chunk-PNM7E5J7.js";
import {
  writeReport
} from "./chunk-HDADKQ4I.js";
import {
  judgingFlags,
  readFlags
} from "./chunk-JBVXWKUH.js";
import {
  replay
} from "./chunk-TOMYY7Z3.js";
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

// src/cli/replay.ts
async function run(args) {
  const flags = readFlags(args, judgingFlags);
  const [path, ...more] = flags.positionals;
  if (path === void 0 || more.length > 0) {
    throw new GateFailure("usage", "replay takes one evidence file: lockgate replay EVIDENCE [--policy FILE]");
  }
  const evidence = await readEvidence(path);
  const own = flags.policy === void 0 ? void 0 : await readPolicyFlag(flags.policy);
  return writeReport(await replay(evidence, own, flags.preset, flags.now), flags);
}
export {
  run
};
