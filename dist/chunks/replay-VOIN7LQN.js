import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readEvidence,
  readPolicyFlag
} from "./chunk-TYI72W3X.js";
import "./chunk-57FLWMC2.js";
import {
  writeReport
} from "./chunk-MPWE2IU3.js";
import {
  readFlags
} from "./chunk-FJYQ5NKG.js";
import {
  replay
} from "./chunk-XTY3EBVQ.js";
import "./chunk-JWOWLINC.js";
import "./chunk-LSUZOY2L.js";
import "./chunk-DZYFZIBG.js";
import "./chunk-KPCFTMGI.js";
import "./chunk-WLHVLVJZ.js";
import "./chunk-ARM3DZ3Q.js";
import "./chunk-FFP3OGKI.js";
import "./chunk-2CDHEGBJ.js";
import "./chunk-Q7OTQRF7.js";
import "./chunk-BKJMHTCA.js";
import "./chunk-32SLBMN6.js";
import "./chunk-MGEQCNQ3.js";
import "./chunk-XEYYGBV3.js";
import "./chunk-F3KJDZOL.js";
import "./chunk-3QW7H43U.js";
import "./chunk-DI4UWZIX.js";
import "./chunk-AX26SYHL.js";
import "./chunk-C7XZNJZY.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-VBVSALPA.js";
import "./chunk-XN2YO3OY.js";
import "./chunk-HQJVKO23.js";
import "./chunk-VTOMZJTM.js";
import "./chunk-Q6AXKTGL.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-ODT43KEI.js";
import "./chunk-IJKG2CIX.js";
import "./chunk-XNMMZ7U7.js";
import {
  GateFailure
} from "./chunk-NAH4THA5.js";
import "./chunk-O6RQSSAE.js";
import "./chunk-VVGEYRLY.js";
import "./chunk-MKFFL6KO.js";
import "./chunk-EGDYKJ2M.js";
import "./chunk-K3LLOU5L.js";
import "./chunk-YZYRIZVM.js";
import "./chunk-Q2XAAZ6O.js";
import "./chunk-43IQ2AWU.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";

// src/cli/replay.ts
async function run(args) {
  const flags = readFlags(args, "replay");
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
