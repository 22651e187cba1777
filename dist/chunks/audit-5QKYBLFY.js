import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  judgeSubject
} from "./chunk-QN6QDFXX.js";
import "./chunk-G7XYUZ67.js";
import {
  openState
} from "./chunk-ADFSOME3.js";
import "./chunk-GXDIVOBA.js";
import "./chunk-NPLASTQN.js";
import "./chunk-DNZ5CTB3.js";
import {
  readFlags
} from "./chunk-QI5LDF74.js";
import "./chunk-MGEQCNQ3.js";
import "./chunk-SMCWEHAN.js";
import "./chunk-NXCQWFWZ.js";
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
import "./chunk-CUKYAOOO.js";
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

// src/cli/audit.ts
async function run(args) {
  const flags = readFlags(args, "audit");
  if (flags.positionals.length > 0) {
    throw new GateFailure(
      "usage",
      `audit takes no arguments: ${JSON.stringify(flags.positionals[0])}; use --rev or --dir`
    );
  }
  return judgeSubject(await openState(flags), flags);
}
export {
  run
};
