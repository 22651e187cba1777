import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  shownSpec
} from "./chunk-2X5O7Q3O.js";
import {
  offer,
  refusedSource
} from "./chunk-CEZVGOTL.js";
import {
  isPackageName
} from "./chunk-DPUHDEVI.js";
import "./chunk-UGDQMIYZ.js";
import {
  GateFailure
} from "./chunk-NAH4THA5.js";
import "./chunk-7OO4MMI6.js";
import "./chunk-EITPHCUU.js";
import {
  limits,
  quoted
} from "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";

// src/resolve/arborist.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
var MAX_PLACED = 5e4;
var defaults = { maxNames: 2e3, patience: 12e4 };
async function idealTree(options) {
  const { default: Arborist } = await import("./lib-IHVSEKTP.js");
  const folder = await mkdtemp(join(tmpdir(), "lockgate-"));
  const source = new DocumentSource(options);
  try {
    const arborist = new Arborist({
      path: folder,
      // Nobody is asked at this address: the cache has an answer, or an error, for every name.
      registry: "http://registry.invalid/",
      packumentCache: source,
      ...{ offline: true, cache: join(folder, "cache"), ignoreScripts: true, audit: false, save: false },
      ...{ allowGit: "none", allowRemote: "none", allowFile: "none", allowDirectory: "none" }
    });
    arborist.virtualTree = source.bound(await heldTree(Arborist, folder, options));
    try {
      await arborist.buildIdealTree({});
    } catch (cause) {
      source.demandBounds();
      if (!hasFailures(arborist.idealTree)) throw unresolvable(cause);
    }
    source.demandBounds();
    return packagesOf(arborist.idealTree, source, new Set(options.held.map(identityOfHeld)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
var identityOfHeld = ({ folder, name, version }) => `${folder}
${name}
${version}`;
async function heldTree(Arborist, path, { asks, held }) {
  const maps = { dependencies: {}, optionalDependencies: {} };
  for (const { name, spec, type } of asks) {
    const map = maps[type === "optional" ? "optionalDependencies" : "dependencies"];
    map[name] = spec;
  }
  const { Node, Shrinkwrap } = Arborist;
  const root = new Node({ path, realpath: path, pkg: maps });
  const meta = await Shrinkwrap.reset({ path, lockfileVersion: 3 });
  Object.assign(meta, { loadedFromDisk: true, originalLockfileVersion: 3, lockfileVersion: 3 });
  Object.assign(root, { meta });
  for (const { folder, name, version } of held) {
    new Node({ name: folder, parent: root, pkg: { name, version } });
  }
  return root;
}
var DocumentSource = class {
  offered = /* @__PURE__ */ new Map();
  #pending = /* @__PURE__ */ new Map();
  #ask;
  #maxNames;
  #end;
  #past;
  constructor({ ask, maxNames = defaults.maxNames, patience = defaults.patience }) {
    this.#ask = ask;
    this.#maxNames = maxNames;
    this.#end = performance.now() + patience;
  }
  /** @param key `full:` or `corgi:`, and the address of the packument */
  has = (key) => key.length > 0;
  set = () => this;
  delete = () => false;
  get = (key) => {
    const name = decodeURIComponent(key.slice(key.indexOf("registry.invalid/") + "registry.invalid/".length));
    let pending = this.#pending.get(name);
    if (pending === void 0) {
      pending = this.#load(name);
      this.#pending.set(name, pending);
    }
    return pending;
  };
  /** Counts what is placed below a root: packages that ask for one another in a ring can be nested without end. */
  bound(root) {
    const { inventory } = root;
    const add = inventory.add.bind(inventory);
    let placed = 0;
    inventory.add = (node) => {
      placed += 1;
      if (placed > MAX_PLACED || performance.now() > this.#end) {
        this.#past ??= `What is not locked would be placed more than ${MAX_PLACED} times, or takes too long; lock it first.`;
        throw failure("EBUDGET");
      }
      return add(node);
    };
    return root;
  }
  /** @throws GateFailure `budget` where a bound was met on the way. */
  demandBounds() {
    if (this.#past !== void 0) throw new GateFailure("budget", this.#past);
  }
  /** What a version asks for that no registry answers. */
  refusedOf(name, version) {
    const refused = this.offered.get(name)?.refused.get(version) ?? [];
    if (refused.some((each) => each.name === "")) {
      const shown = quoted(`${name}@${version}`, limits.name);
      throw new GateFailure("budget", `${shown} asks for more packages than any honest one; nothing was resolved.`);
    }
    return refused;
  }
  async #load(name) {
    if (this.#pending.size >= this.#maxNames) {
      this.#past = `What is not locked would bring in more than ${this.#maxNames} packages; lock it and split the change.`;
    } else if (performance.now() > this.#end) {
      this.#past = "Resolving what is not locked takes too long; lock it with the package manager first.";
    }
    if (this.#past !== void 0) throw failure("EBUDGET");
    const reply = await this.#ask(name);
    const offered = reply.state === "document" ? offer(reply.document, name) : void 0;
    if (offered === void 0) throw failure("E404");
    this.offered.set(name, offered);
    return offered.packument;
  }
};
var failure = (code) => Object.assign(new Error(code), { code });
function hasFailures(tree) {
  return [...tree?.inventory.values() ?? []].some(({ errors }) => errors.length > 0);
}
function packagesOf(tree, source, held) {
  const packages = [];
  for (const node of tree?.inventory.values() ?? []) {
    if (node.isRoot || node.extraneous) continue;
    const { version } = node;
    const name = node.packageName;
    if (held.has(identityOfHeld({ folder: node.name, name, version })) && node.parent?.isRoot === true) {
      packages.push(entry(node, name, version, []));
      continue;
    }
    if (node.errors.length > 0) {
      packages.push(...unanswered(node));
      continue;
    }
    const refused = source.refusedOf(name, version);
    packages.push(entry(node, name, version, [...requirementsOf(node), ...refused]), ...elsewhere(node, refused));
  }
  return packages;
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
  const spec = asking?.rawSpec ?? "";
  const alias = /^npm:(@?[^@]+)(?:@(.*))?$/.exec(spec);
  const name = alias?.[1] ?? node.name;
  if (!isPackageName(name)) return [];
  return [entry(node, name, shownSpec(alias === null ? spec : alias[2] ?? ""), [])];
}
function elsewhere(node, refused) {
  return refused.map(({ name, spec }) => ({
    ...{ key: `${node.location}/node_modules/${name}`, name, version: "", source: refusedSource(spec) },
    ...{ line: 1, requires: [], claims: {} }
  }));
}
function unresolvable(cause) {
  const { code, edge } = typeof cause === "object" && cause !== null ? cause : {};
  if (code !== "ERESOLVE") return cause;
  const text = (value) => quoted(typeof value === "string" ? value : "", limits.name);
  const asking = edge?.from?.name;
  const by = typeof asking === "string" && asking !== "" ? ` of ${text(asking)}` : "";
  return new GateFailure(
    "unresolvable",
    `Peer dependencies conflict: no tree satisfies ${text(edge?.name)} ${text(edge?.spec)}${by} together with the rest; choose versions that go together.`
  );
}
export {
  idealTree
};
