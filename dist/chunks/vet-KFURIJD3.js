import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  judgeSnapshots
} from "./chunk-V3ORLVWD.js";
import "./chunk-6U2LDYUK.js";
import {
  collectingFlags,
  readFlags
} from "./chunk-EQNUDLEI.js";
import {
  isAnswerable
} from "./chunk-CEZVGOTL.js";
import "./chunk-RAW5NA3P.js";
import "./chunk-2KL5BDDY.js";
import {
  isPackageName,
  specKind
} from "./chunk-DPUHDEVI.js";
import "./chunk-EXS7CL3R.js";
import "./chunk-5OEJXJA7.js";
import "./chunk-F5APZ5GK.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-ALBO32AQ.js";
import {
  GateFailure
} from "./chunk-NAH4THA5.js";
import "./chunk-7OO4MMI6.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-AB7D7C3D.js";
import "./chunk-EITPHCUU.js";
import "./chunk-UQOSLVYH.js";
import "./chunk-4UAX2OY4.js";
import {
  limits,
  quoted
} from "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";

// src/cli/vet.ts
import { resolve } from "node:path";
async function run(args) {
  const flags = readFlags(args, [...collectingFlags, "repo", "dir"]);
  const vet = readSpecs(flags.positionals);
  const head = await openProject(flags);
  return judgeSnapshots(
    "check",
    { base: head, head, trusted: head, vet, isLookedAt: (path) => !path.includes("/") },
    flags,
    flags.format === "text" && flags.output === void 0 ? sayUnknown : void 0
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
    const { openSnapshot } = await import("./audit-VLTUFSDH.js");
    return openSnapshot({ repo });
  }
  const { openProjectFolder } = await import("./project-folder-MGV7TUAY.js");
  return openProjectFolder(resolve(dir ?? "."));
}
async function sayUnknown(report) {
  const unknown = report.findings.filter(
    ({ rule, outcome, codes }) => rule === "existence" && outcome === "violation" && codes.some((code) => code.startsWith("unknown-name") || code === "unknown-transitive")
  );
  if (unknown.length === 0) return "";
  const { nearest } = await import("./nearest-names-MLJS6UZO.js");
  const lines = await Promise.all(
    unknown.map(async ({ name }) => {
      const near = await nearest(name ?? "", 3);
      const meant = near.length === 0 ? "" : ` Did you mean ${near.map((each) => quoted(each, limits.name)).join(", ")}?`;
      return `${quoted(name ?? "", limits.name)} does not exist.${meant}
`;
    })
  );
  return `${lines.join("")}
`;
}
export {
  run
};
