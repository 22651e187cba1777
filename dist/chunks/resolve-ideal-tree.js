import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  refusedSource,
  sanitizePackument
} from "./chunk-resolve-sanitize-packument.js";
import "./chunk-lockfile-source.js";
import "./chunk-text-paths.js";
import {
  aliasTarget
} from "./chunk-lockfile-spec.js";
import "./chunk-lockfile-names.js";
import "./chunk-validate-npm-package-name.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  require_max_satisfying
} from "./chunk-semver-ranges-max-satisfying.js";
import {
  require_satisfies
} from "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-semver-functions-parse.js";
import {
  limits,
  quoted
} from "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/resolve/ideal-tree.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/resolve/document-source.ts
var import_max_satisfying = __toESM(require_max_satisfying(), 1);
var import_satisfies = __toESM(require_satisfies(), 1);
var DocumentSource = class {
  #sanitized = /* @__PURE__ */ new Map();
  #pending = /* @__PURE__ */ new Map();
  #asked = /* @__PURE__ */ new Set();
  #expected = /* @__PURE__ */ new Set();
  #ask;
  #held;
  #maxNames;
  #replace;
  /** @param held folders of what is locked: it may not be asked for at all, and so is not expected */
  constructor(ask, held, { maxNames = 2e3, replace } = {}) {
    this.#ask = ask;
    this.#held = held;
    this.#maxNames = maxNames;
    this.#replace = replace;
  }
  /**
   * Asks for a name before the thread does, and then for what the version asks for that would be chosen. A wrong guess costs a
   * request to a registry that is trusted for the name, and nothing else: only the thread decides, and is told of failures.
   */
  expect(name, spec) {
    const { name: real, spec: range } = aliasTarget(spec) ?? { name, spec };
    if (this.#held.has(name) || this.#expected.has(real) || this.#pending.size >= this.#maxNames) return;
    this.#expected.add(real);
    this.#document(real).then((packument) => this.#expectBelow(packument, range)).catch(() => void 0);
  }
  /** @throws GateFailure `budget` */
  packument = (name) => {
    this.#asked.add(name);
    if (this.#asked.size > this.#maxNames) {
      const why = `The dependencies that are not in the lockfile pull in more than ${this.#maxNames} packages; lock them and split the change.`;
      return Promise.reject(new GateFailure("budget", why));
    }
    return this.#document(name);
  };
  /** The requirements of a version that no registry can answer. */
  refusedOf({ name, version }) {
    const refused = this.#sanitized.get(name)?.refused.get(version) ?? [];
    if (refused.some((each) => each.name === "")) {
      const shown = quoted(`${name}@${version}`, limits.name);
      throw new GateFailure(
        "budget",
        `${shown} has more dependencies than any honest package, so nothing was resolved; remove it.`
      );
    }
    return refused;
  }
  /** What a version claims to have in its tarball, which is not opened here. */
  tarballClaimsOf({ name, version }) {
    return this.#sanitized.get(name)?.tarballClaims.get(version) ?? {};
  }
  #document(name) {
    const pending = this.#pending.get(name) ?? this.#load(name);
    this.#pending.set(name, pending);
    return pending;
  }
  async #load(name) {
    const reply = await this.#ask(name);
    const sanitized = reply.state === "document" ? sanitizePackument(reply.document, name, this.#replace) : void 0;
    if (sanitized !== void 0) this.#sanitized.set(name, sanitized);
    return sanitized?.packument;
  }
  #expectBelow(packument, spec) {
    const manifest = packument && likely(packument, spec);
    const optional = manifest?.peerDependenciesMeta;
    for (const map of ["dependencies", "optionalDependencies", "peerDependencies"]) {
      for (const [name, range] of Object.entries(manifest?.[map] ?? {})) {
        if (map !== "peerDependencies" || optional?.[name]?.optional !== true) this.expect(name, range);
      }
    }
  }
};
function likely(packument, spec) {
  const tags = packument["dist-tags"];
  const versions = packument.versions;
  const { latest } = tags;
  const tagged = Object.hasOwn(tags, spec) ? tags[spec] : void 0;
  if (tagged !== void 0) return versions[tagged];
  if (latest !== void 0 && (0, import_satisfies.default)(latest, spec)) return versions[latest];
  const highest = (0, import_max_satisfying.default)(Object.keys(versions), spec);
  return highest === null ? void 0 : versions[highest];
}

// src/resolve/resolver-thread.ts
import { Worker } from "node:worker_threads";
var threadBounds = { patience: 12e4, silence: 3e4, memory: 768 };
var resolverProgram = new URL("../resolver.js", import.meta.url);
async function runResolver(program, order, answer, { patience, silence, memory }) {
  const thread = new Worker(program, {
    ...{ workerData: order, env: {}, argv: [], execArgv: [], stdout: true, stderr: true },
    resourceLimits: { maxOldGenerationSizeMb: memory }
  });
  const timers = [];
  try {
    return await new Promise((resolve, reject) => {
      let [open, quiet] = [0, void 0];
      const end = () => reject(tooLong());
      const listen = () => {
        clearTimeout(quiet);
        if (open === 0) timers.push(quiet = setTimeout(end, silence));
      };
      timers.push(setTimeout(end, patience));
      listen();
      thread.on("message", (message) => {
        if (message.kind !== "ask") {
          resolve(message);
          return;
        }
        const { name } = message;
        open += 1;
        listen();
        answer(name).then((packument) => {
          open -= 1;
          listen();
          thread.postMessage({ name, ...packument && { packument } });
        }, reject);
      });
      thread.on("error", (cause) => reject(isOutOfMemory(cause) ? tooMuch(memory) : cause));
      thread.on("exit", () => reject(new Error("the resolver ended without an outcome")));
    });
  } finally {
    for (const timer of timers) clearTimeout(timer);
    await thread.terminate();
  }
}
var isOutOfMemory = ({ code }) => code === "ERR_WORKER_OUT_OF_MEMORY";
function tooLong() {
  return new GateFailure(
    "budget",
    "Resolving the dependencies that are not in the lockfile takes too long; lock them with the package manager first."
  );
}
function tooMuch(memory) {
  return new GateFailure(
    "budget",
    `Resolving the dependencies that are not in the lockfile takes more than ${memory} MiB; lock them with the package manager first.`
  );
}

// src/resolve/ideal-tree.ts
async function idealTree({
  asks,
  held,
  overrides,
  ...options
}) {
  const source = new DocumentSource(options.ask, new Set(held.map((each) => each.folder)), options);
  for (const { name, spec } of asks) source.expect(name, spec);
  const folder = await mkdtemp(join(tmpdir(), "lockgate-"));
  try {
    const { program = resolverProgram } = options;
    const outcome = await runResolver(
      program,
      { folder, asks, held, ...overrides && { overrides } },
      source.packument,
      {
        ...threadBounds,
        ...options
      }
    );
    return packagesOf(outcome, source);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
function packagesOf(outcome, source) {
  switch (outcome.kind) {
    case "tree":
      return [
        ...outcome.known,
        ...outcome.placed.flatMap((each) => {
          const refused = source.refusedOf(each);
          const claims = source.tarballClaimsOf(each);
          return [{ ...each, claims, requires: [...each.requires, ...refused] }, ...elsewhere(each, refused)];
        })
      ];
    case "conflict": {
      const by = outcome.by === "" ? "" : ` of ${quoted(outcome.by, limits.name)}`;
      const [name, spec] = [quoted(outcome.name, limits.name), quoted(outcome.spec, limits.version)];
      throw new GateFailure(
        "unresolvable",
        `Peer dependencies conflict: no tree satisfies ${name} ${spec}${by} together with the rest; choose compatible versions.`
      );
    }
    case "overridden":
      throw new GateFailure(
        "unresolvable",
        `An override conflicts with the direct dependency ${quoted(outcome.asked, limits.name)}, and npm then refuses to install; use the same spec in both.`
      );
    case "past":
      throw new GateFailure(
        "budget",
        "The dependencies that are not in the lockfile pull in more packages than any honest tree; lock them with the package manager first."
      );
    case "failed":
      throw new GateFailure(
        "unresolvable",
        `npm could not resolve the dependencies that are not in the lockfile (${quoted(outcome.error, limits.name)}); lock them with the package manager first.`
      );
  }
}
function elsewhere({ key }, refused) {
  return refused.map(({ name, spec }) => ({
    ...{ key: `${key}/node_modules/${name}`, name, version: "", source: refusedSource(spec) },
    ...{ line: 1, requires: [], claims: {} }
  }));
}
export {
  idealTree
};
