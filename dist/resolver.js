import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  shownSpec
} from "./chunks/chunk-resolve-shown-spec.js";
import {
  aliasTarget,
  isPackageName
} from "./chunks/chunk-lockfile-spec.js";
import "./chunks/chunk-validate-npm-package-name.js";
import {
  require_valid
} from "./chunks/chunk-semver-ranges-valid.js";
import "./chunks/chunk-semver-classes-comparator.js";
import {
  compareText
} from "./chunks/chunk-text-order.js";
import "./chunks/chunk-semver-functions-parse.js";
import {
  __toESM
} from "./chunks/chunk-runtime.js";

// src/resolver.ts
import { parentPort, workerData } from "node:worker_threads";

// src/resolve/unmet-peers.ts
var import_valid = __toESM(require_valid(), 1);
var MAX_UNMET = 100;
function unmetBelow(tree) {
  const unmet = [];
  for (const node of tree?.inventory.values() ?? []) {
    if (node.errors.length > 0) continue;
    for (const { name, spec, type, to, valid } of node.edgesOut.values()) {
      if (type === "peerOptional" || name === node.packageName) continue;
      const isMet = to === null ? type === "optional" : to.errors.length > 0 ? isFailureFor(to, spec) : valid || type === "peer" || isTag(spec);
      if (!isMet) {
        unmet.push({ location: node.location, requirement: { name, spec, type: type === "optional" ? type : "prod" } });
      }
    }
  }
  return unmet;
}
var isTag = (spec) => (0, import_valid.default)(specOf(spec), true) === null;
var specOf = (spec) => (aliasTarget(spec)?.spec ?? spec).trim();
function isFailureFor(to, spec) {
  const failed = failedSpec(to);
  return failed === void 0 || failed === specOf(spec);
}
function failedSpec({ errors }) {
  const [cause] = errors;
  return cause?.code === "ETARGET" && typeof cause.wanted === "string" ? cause.wanted.trim() : void 0;
}
async function withUnmet(tree, unmet, place2) {
  if (unmet.length === 0) return tree;
  if (place2 === void 0 || unmet.length > MAX_UNMET) return { kind: "past" };
  let { known, placed } = tree;
  const taken = new Set([...known, ...placed].map(({ key }) => key));
  for (const { location, requirement } of unmet) {
    const below = await place2([requirement]);
    if (below.kind !== "tree") return below;
    const moved = (each) => ({ ...each, key: location === "" ? each.key : `${location}/${each.key}` });
    const [more, others] = [below.placed.map(moved), below.known.map(moved)];
    if ([...more, ...others].some(({ key }) => taken.has(key))) {
      return {
        kind: "conflict",
        name: requirement.name,
        spec: requirement.spec,
        by: location.slice(location.lastIndexOf("node_modules/") + "node_modules/".length)
      };
    }
    for (const { key } of [...more, ...others]) taken.add(key);
    placed = [...placed, ...more];
    known = [...known, ...others];
  }
  return { kind: "tree", known, placed };
}

// src/resolve/arborist.ts
var MAX_PLACED = 5e4;
var MAX_DEPTH = 4;
async function place(Arborist, options, depth = 0) {
  const { folder, held } = options;
  const arborist = new Arborist({
    path: folder,
    // No request goes to this address: the cache has an answer, or an error, for every name.
    registry: "http://registry.invalid/",
    packumentCache: packumentCache(options),
    ...{ offline: true, cache: `${folder}/cache`, ignoreScripts: true, audit: false, save: false },
    ...{ allowGit: "none", allowRemote: "none", allowFile: "none", allowDirectory: "none" }
  });
  const root = await heldTree(Arborist, options);
  countPlaced(root, options.onPast);
  arborist.virtualTree = root;
  try {
    await arborist.buildIdealTree({});
  } catch (cause) {
    if (!isFailureOf(arborist.idealTree, cause)) return conflictOf(cause);
  }
  const tree = treeOf(arborist.idealTree, new Set(held.map(identityOfHeld)));
  const placeOne = (asks) => place(Arborist, { ...options, asks, held: [] }, depth + 1);
  return withUnmet(tree, unmetBelow(arborist.idealTree), depth < MAX_DEPTH ? placeOne : void 0);
}
var identityOfHeld = ({ folder, name, version }) => `${folder}
${name}
${version}`;
async function heldTree(Arborist, order) {
  const { folder: path, asks, held, overrides } = order;
  const maps = { dependencies: {}, optionalDependencies: {} };
  for (const { name, spec, type } of [...asks].sort((a, b) => compareText(a.name, b.name))) {
    const map = maps[type === "optional" ? "optionalDependencies" : "dependencies"];
    map[name] = spec;
  }
  const { Node, Shrinkwrap } = Arborist;
  const pkg = { ...maps, ...overrides && { overrides } };
  const root = new Node({ path, realpath: path, pkg, loadOverrides: true });
  const meta = await Shrinkwrap.reset({ path, lockfileVersion: 3 });
  Object.assign(meta, { loadedFromDisk: true, originalLockfileVersion: 3, lockfileVersion: 3 });
  Object.assign(root, { meta });
  for (const { folder, name, version } of held) {
    new Node({ name: folder, parent: root, pkg: { name, version } });
  }
  return root;
}
function packumentCache({ packument: packument2 }) {
  return {
    has: () => true,
    set: () => void 0,
    delete: () => false,
    get: async (key) => {
      const found = await packument2(decodeURIComponent(key.slice(key.indexOf(HOST) + HOST.length)));
      if (found === void 0) throw Object.assign(new Error("E404"), { code: "E404" });
      return found;
    }
  };
}
var HOST = "registry.invalid/";
function countPlaced(root, onPast) {
  const { inventory } = root;
  const add = inventory.add.bind(inventory);
  let placed = 0;
  inventory.add = (node) => {
    placed += 1;
    if (placed <= MAX_PLACED) return add(node);
    onPast?.();
    throw new Error("EBUDGET");
  };
}
function isFailureOf(tree, cause) {
  return [...tree?.inventory.values() ?? []].some(({ errors }) => errors.some((each) => each === cause));
}
function treeOf(tree, held) {
  const known = [];
  const placed = [];
  for (const node of tree?.inventory.values() ?? []) {
    if (node.isRoot) continue;
    const { version } = node;
    const name = node.packageName;
    const isHeld = held.has(identityOfHeld({ folder: node.name, name, version })) && node.parent?.isRoot === true;
    if (node.extraneous && (isHeld || node.errors.length > 0)) continue;
    if (isHeld) known.push(entry(node, name, version, []));
    else if (node.errors.length > 0) known.push(...unanswered(node));
    else placed.push(entry(node, name, version, requirementsOf(node)));
  }
  return { kind: "tree", known, placed };
}
function entry(node, name, version, requires) {
  return {
    ...{ key: node.location, name, version, source: { kind: "registry" }, line: 1, requires, claims: {} },
    ...node.name === name ? {} : { alias: node.name },
    ...typeof node.resolved === "string" ? { resolved: node.resolved } : {},
    ...typeof node.integrity === "string" ? { integrity: node.integrity } : {}
  };
}
function requirementsOf(node) {
  return [...node.edgesOut.values()].map(({ name, rawSpec, type }) => ({
    ...{ name, spec: rawSpec, type: type === "optional" ? "optional" : type.startsWith("peer") ? "peer" : "prod" },
    ...type === "peerOptional" ? { optionalPeer: true } : {}
  }));
}
function unanswered(node) {
  const [asking] = [...node.edgesIn];
  const spec = asking?.spec ?? "";
  const alias = /^npm:(@?[^@]+)(?:@(.*))?$/.exec(spec);
  const name = alias?.[1] ?? node.name;
  if (!isPackageName(name)) return [];
  return [entry(node, name, shownSpec(failedSpec(node) ?? (alias === null ? spec : alias[2] ?? "")), [])];
}
function conflictOf(cause) {
  const { code, edge, message } = typeof cause === "object" && cause !== null ? cause : {};
  const text = (value) => typeof value === "string" ? value : "";
  if (code === "EOVERRIDE") {
    return { kind: "overridden", asked: /^Override for (.*) conflicts/s.exec(text(message))?.[1] ?? "" };
  }
  if (code !== "ERESOLVE") throw cause;
  return { kind: "conflict", name: text(edge?.name), spec: text(edge?.spec), by: text(edge?.from?.name) };
}

// src/resolve/thread-sandbox.ts
import childProcess from "node:child_process";
import dgram from "node:dgram";
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
function blockThreadAccess() {
  const { ChildProcess } = childProcess;
  for (const each of [childProcess, ChildProcess.prototype, dns, dns.promises, dgram]) {
    refuseAll(each);
  }
  refuse(net.Socket.prototype, "connect");
  refuse(net.Server.prototype, "listen");
  syncBuiltinESMExports();
}
function refuseAll(holder) {
  for (const [name, value] of Object.entries(holder)) if (isPlainFunction(name, value)) refuse(holder, name);
}
var isPlainFunction = (name, value) => typeof value === "function" && !/^[A-Z]/.test(name);
function refuse(holder, name) {
  const refused = () => {
    throw Object.assign(new Error(`${name} is refused where dependencies are resolved`), { code: "ESEALED" });
  };
  Object.defineProperty(holder, name, { value: refused, configurable: true, enumerable: true, writable: true });
}

// src/resolver.ts
var waiting = /* @__PURE__ */ new Map();
var asked = /* @__PURE__ */ new Map();
function tell(message) {
  parentPort?.postMessage(message);
}
function packument(name) {
  const found = asked.get(name) ?? new Promise((resolve2) => {
    waiting.set(name, resolve2);
    tell({ kind: "ask", name });
  });
  asked.set(name, found);
  return found;
}
parentPort?.on("message", ({ name, packument: found }) => waiting.get(name)?.(found));
async function resolve() {
  try {
    blockThreadAccess();
    const { default: Arborist } = await import("./chunks/npmcli-arborist.js");
    return await place(Arborist, { ...workerData, packument, onPast: () => tell({ kind: "past" }) });
  } catch (cause) {
    return { kind: "failed", error: cause instanceof Error ? cause.name : typeof cause };
  }
}
tell(await resolve());
