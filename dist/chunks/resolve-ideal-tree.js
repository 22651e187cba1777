import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  DocumentSource,
  refusedSource
} from "./chunk-resolve-document-source.js";
import "./chunk-lockfile-source.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-text-paths.js";
import "./chunk-lockfile-spec.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-semver-functions-parse.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  limits,
  quoted
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/resolve/ideal-tree.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

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
async function idealTree(options) {
  const { holdsBack } = options;
  const taken = /* @__PURE__ */ new Set();
  for (let round = 1; round < MAX_ROUNDS && holdsBack !== void 0; round += 1) {
    const { outcome: outcome2, source: source2 } = await resolveOnce({
      ...options,
      holdsBack: (name, ...version) => !taken.has(name) && holdsBack(name, ...version)
    });
    const stuck = unansweredBy(outcome2, options.held).filter((name) => source2.lacksVersionsOf(name));
    if (stuck.length === 0) return packagesOf(outcome2, source2);
    for (const name of stuck) taken.add(name);
  }
  const { outcome, source } = await resolveOnce({ ...options, holdsBack: void 0 });
  return packagesOf(outcome, source);
}
var MAX_ROUNDS = 5;
function unansweredBy(outcome, held) {
  if (outcome.kind !== "tree") return [];
  const known = new Set(held.map(({ name, version }) => `${name}@${version}`));
  return outcome.known.filter(({ name, version }) => !known.has(`${name}@${version}`)).map(({ name }) => name);
}
async function resolveOnce({ asks, held, overrides, ...options }) {
  const source = new DocumentSource(options.ask, new Set(held.map((each) => each.folder)), options);
  for (const { name, spec } of asks) source.expect(name, spec);
  const folder = await mkdtemp(join(tmpdir(), "lockgate-"));
  try {
    const { program = resolverProgram } = options;
    const order = { folder, asks, held, ...overrides && { overrides } };
    const outcome = await runResolver(program, order, source.packument, { ...threadBounds, ...options });
    return { outcome, source };
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
