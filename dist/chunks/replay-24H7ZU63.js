import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readEvidence,
  readPolicyFlag
} from "./chunk-7ZWIUXU7.js";
import {
  writeReport
} from "./chunk-FSQ7YRW6.js";
import {
  judgingFlags,
  readFlags
} from "./chunk-745XFHM2.js";
import {
  replay
} from "./chunk-O5YFYGMB.js";
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
