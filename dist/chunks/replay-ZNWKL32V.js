import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readEvidence,
  readPolicyFlag
} from "./chunk-BEXYYWF7.js";
import {
  writeReport
} from "./chunk-7TOMWFDF.js";
import {
  judgingFlags,
  readFlags
} from "./chunk-JBVXWKUH.js";
import {
  replay
} from "./chunk-YNAFWPU4.js";
import "./chunk-O5FV3HIG.js";
import "./chunk-KUYEJK3U.js";
import "./chunk-KPCFTMGI.js";
import "./chunk-WLHVLVJZ.js";
import "./chunk-LFVT4GCH.js";
import "./chunk-2KL5BDDY.js";
import "./chunk-DPUHDEVI.js";
import "./chunk-X2SHRFAA.js";
import "./chunk-YK5BSETI.js";
import "./chunk-F5APZ5GK.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-ODT43KEI.js";
import "./chunk-O3CFRBIM.js";
import {
  GateFailure
} from "./chunk-NAH4THA5.js";
import "./chunk-2FU7QYTI.js";
import "./chunk-2CDHEGBJ.js";
import "./chunk-ON57WLYR.js";
import "./chunk-33S63ABY.js";
import "./chunk-TGW5JD3U.js";
import "./chunk-32SLBMN6.js";
import "./chunk-AN77JZH3.js";
import "./chunk-7OO4MMI6.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-AB7D7C3D.js";
import "./chunk-EITPHCUU.js";
import "./chunk-FZO4NCJX.js";
import "./chunk-4UAX2OY4.js";
import "./chunk-VVPQZMOF.js";
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
