import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readEvidence,
  readPolicyFlag
} from "./chunk-V3ORLVWD.js";
import {
  writeReport
} from "./chunk-6U2LDYUK.js";
import {
  judgingFlags,
  readFlags
} from "./chunk-EQNUDLEI.js";
import {
  replay
} from "./chunk-WDAVHKXY.js";
import "./chunk-PTSMBBZR.js";
import "./chunk-KO5YH57X.js";
import "./chunk-WLHVLVJZ.js";
import "./chunk-DZYFZIBG.js";
import "./chunk-KPCFTMGI.js";
import "./chunk-RAW5NA3P.js";
import "./chunk-2KL5BDDY.js";
import "./chunk-DPUHDEVI.js";
import "./chunk-EXS7CL3R.js";
import "./chunk-5OEJXJA7.js";
import "./chunk-F5APZ5GK.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-ODT43KEI.js";
import "./chunk-ALBO32AQ.js";
import {
  GateFailure
} from "./chunk-NAH4THA5.js";
import "./chunk-YWI3HA45.js";
import "./chunk-2CDHEGBJ.js";
import "./chunk-ON57WLYR.js";
import "./chunk-4AJNMMZB.js";
import "./chunk-TGW5JD3U.js";
import "./chunk-32SLBMN6.js";
import "./chunk-AN77JZH3.js";
import "./chunk-7OO4MMI6.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-AB7D7C3D.js";
import "./chunk-EITPHCUU.js";
import "./chunk-UQOSLVYH.js";
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
