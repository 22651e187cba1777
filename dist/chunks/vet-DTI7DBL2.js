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
  openSnapshot
} from "./chunk-ADFSOME3.js";
import "./chunk-GXDIVOBA.js";
import "./chunk-NPLASTQN.js";
import "./chunk-DNZ5CTB3.js";
import {
  readFlags
} from "./chunk-QI5LDF74.js";
import {
  isAnswerable
} from "./chunk-LCBCVT2G.js";
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
import {
  specKind
} from "./chunk-VTOMZJTM.js";
import {
  isPackageName
} from "./chunk-Q6AXKTGL.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-CUKYAOOO.js";
import "./chunk-BMOTMKJN.js";
import {
  GateFailure
} from "./chunk-NAH4THA5.js";
import "./chunk-7JFQJWGL.js";
import "./chunk-42HRFHYH.js";
import "./chunk-B2H6ZP7V.js";
import "./chunk-Y7MRUCIH.js";
import "./chunk-MEKMSZS7.js";
import {
  limits,
  quoted
} from "./chunk-JO6EBNEY.js";
import "./chunk-U2RJDSLN.js";

// src/cli/vet.ts
import { resolve } from "node:path";
async function run(args) {
  const flags = readFlags(args, "vet");
  const vet = readSpecs(flags.positionals);
  const head = await openProject(flags);
  return judgeSubject(
    { mode: "check", base: head, head, trusted: head, vet, isLookedAt: (path) => !path.includes("/") },
    flags,
    withNearest
  );
}
function readSpecs(specs) {
  if (specs.length === 0) throw new GateFailure("usage", "vet takes specs: lockgate vet express@^5 @acme/x");
  const requires = specs.map(readSpec);
  const twice = requires.find(({ name }, at) => requires.findIndex((each) => each.name === name) !== at);
  if (twice === void 0) return requires;
  throw new GateFailure(
    "usage",
    `${quoted(twice.name, limits.name)} is asked for twice; vet one spec of it at a time.`
  );
}
function readSpec(text) {
  const at = text.indexOf("@", 1);
  const name = at < 0 ? text : text.slice(0, at);
  const spec = at < 0 || at === text.length - 1 ? "*" : text.slice(at + 1);
  if (isPackageName(name) && isAnswerable(name, spec)) return { name, spec, type: "prod" };
  throw new GateFailure("usage", `${quoted(text, limits.name)} is not vetted: ${whyNot(text, name, spec)}`);
}
function whyNot(text, name, spec) {
  const kind = isPackageName(name) ? specKind(spec) : specKind(text);
  switch (kind) {
    case "git":
      return "a git dependency has no publish time, signature or history to judge, and lockgate never fetches one; name a package of a registry.";
    case "remote":
      return "an address is no package of a registry, and lockgate never requests one that it is given; name a package of a registry.";
    case "file":
    case "directory":
      return "a file or folder is nothing that a registry can vouch for, and lockgate never opens one; name a package of a registry.";
    case "registry":
    case "alias":
    case "unknown":
      return "npm accepts no such name or spec; write NAME or NAME@RANGE.";
  }
}
async function openProject({ dir, repo }) {
  if (dir !== void 0 && repo !== void 0) throw new GateFailure("usage", "--dir and --repo exclude each other.");
  if (repo !== void 0) {
    return openSnapshot({ repo });
  }
  const { openProjectFolder } = await import("./project-folder-M5ST2MOG.js");
  return openProjectFolder(resolve(dir ?? "."));
}
async function withNearest(report) {
  const unknown = new Set(report.findings.flatMap((each) => isUnknown(each) ? each.name ?? "" : []));
  if (unknown.size === 0) return { report };
  const { meantBy } = await import("./well-known-names-O7HA7U26.js");
  const meant = /* @__PURE__ */ new Map();
  for (const name of unknown) {
    const near = meantBy(name, 3);
    const shown = near.map((each) => quoted(each, limits.name)).join(", ");
    meant.set(name, near.length === 0 ? "" : ` Did you mean ${shown}?`);
  }
  const lines = [...meant].map(([name, words]) => `${quoted(name, limits.name)} does not exist.${words}
`);
  const findings = report.findings.map(
    (each) => isUnknown(each) ? { ...each, remediation: `${each.remediation}${meant.get(each.name ?? "") ?? ""}` } : each
  );
  return { report: { ...report, findings }, preface: `${lines.join("")}
` };
}
function isUnknown({ rule, outcome, codes }) {
  const says = codes.some((code) => code.startsWith("unknown-name") || code === "unknown-transitive");
  return rule === "existence" && outcome === "violation" && says;
}
export {
  run
};
