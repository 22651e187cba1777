import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readEvidence,
  readPolicyFlag
} from "./chunk-GXDIVOBA.js";
import "./chunk-NPLASTQN.js";
import {
  writeReport
} from "./chunk-DNZ5CTB3.js";
import {
  readFlags
} from "./chunk-QI5LDF74.js";
import "./chunk-MGEQCNQ3.js";
import {
  reportOf,
  runGate
} from "./chunk-NXCQWFWZ.js";
import "./chunk-AIOM5EZN.js";
import "./chunk-BNPVKOIF.js";
import "./chunk-4GIOWBEC.js";
import "./chunk-QSEYOCBE.js";
import "./chunk-3IZPLR3Y.js";
import "./chunk-DDQOX6VS.js";
import "./chunk-EJVY6KSL.js";
import "./chunk-IL3BD5R5.js";
import "./chunk-ARM3DZ3Q.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-2QE6CAAY.js";
import "./chunk-VTOMZJTM.js";
import "./chunk-Q6AXKTGL.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-BMOTMKJN.js";
import {
  GateFailure
} from "./chunk-NAH4THA5.js";
import "./chunk-42HRFHYH.js";
import "./chunk-B2H6ZP7V.js";
import "./chunk-Y7MRUCIH.js";
import "./chunk-MEKMSZS7.js";
import "./chunk-JO6EBNEY.js";
import "./chunk-U2RJDSLN.js";

// src/cli/replay.ts
async function run(args) {
  const flags = readFlags(args, "replay");
  const [path, ...more] = flags.positionals;
  if (path === void 0 || more.length > 0) {
    throw new GateFailure("usage", "replay takes one evidence file: lockgate replay EVIDENCE [--policy FILE]");
  }
  const run2 = await runGate({
    replay: await readEvidence(path),
    ...flags.policy === void 0 ? {} : { policy: await readPolicyFlag(flags.policy) },
    ...flags.preset === void 0 ? {} : { preset: flags.preset },
    ...flags.now === void 0 ? {} : { now: flags.now },
    ...flags.verbose ? { onDefect: (cause) => console.error(cause) } : {}
  });
  return writeReport(reportOf(run2), flags);
}
export {
  run
};
