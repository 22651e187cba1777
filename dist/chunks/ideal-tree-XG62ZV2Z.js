import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  offer,
  refusedSource
} from "./chunk-RERZJKZM.js";
import {
  aliasTarget
} from "./chunk-VTOMZJTM.js";
import "./chunk-Q6AXKTGL.js";
import "./chunk-UGDQMIYZ.js";
import {
  GateFailure
} from "./chunk-NAH4THA5.js";
import "./chunk-EGDYKJ2M.js";
import "./chunk-YZYRIZVM.js";
import "./chunk-43IQ2AWU.js";
import {
  limits,
  quoted
} from "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";

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
    "Resolving what is not locked takes too long; lock it with the package manager first."
  );
}
function tooMuch(memory) {
  return new GateFailure(
    "budget",
    `Resolving what is not locked takes more than ${memory} MiB; lock it with the package manager first.`
  );
}

// src/resolve/ideal-tree.ts
async function idealTree({ asks, held, ...options }) {
  const source = new DocumentSource(options.ask, options.maxNames);
  for (const { name, spec } of asks) if (!held.some(({ folder: folder2 }) => folder2 === name)) source.expect(name, spec);
  const folder = await mkdtemp(join(tmpdir(), "lockgate-"));
  try {
    const { program = resolverProgram } = options;
    const outcome = await runResolver(program, { folder, asks, held }, source.packument, {
      ...threadBounds,
      ...options
    });
    return packagesOf(outcome, source);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
var DocumentSource = class {
  #offered = /* @__PURE__ */ new Map();
  #pending = /* @__PURE__ */ new Map();
  #ask;
  #maxNames;
  constructor(ask, maxNames = 2e3) {
    this.#ask = ask;
    this.#maxNames = maxNames;
  }
  /** Asks for a name before the thread does; what comes of it is told to the thread alone. */
  expect(name, spec) {
    this.packument(aliasTarget(spec)?.name ?? name).catch(() => void 0);
  }
  /** @throws GateFailure `budget` */
  packument = (name) => {
    const pending = this.#pending.get(name) ?? this.#load(name);
    this.#pending.set(name, pending);
    return pending;
  };
  /** What a version asks for that no registry answers. */
  refusedOf({ name, version }) {
    const refused = this.#offered.get(name)?.refused.get(version) ?? [];
    if (refused.some((each) => each.name === "")) {
      const shown = quoted(`${name}@${version}`, limits.name);
      throw new GateFailure("budget", `${shown} asks for more packages than any honest one; nothing was resolved.`);
    }
    return refused;
  }
  async #load(name) {
    if (this.#pending.size >= this.#maxNames) {
      throw new GateFailure(
        "budget",
        `What is not locked would bring in more than ${this.#maxNames} packages; lock it and split the change.`
      );
    }
    const reply = await this.#ask(name);
    const offered = reply.state === "document" ? offer(reply.document, name) : void 0;
    if (offered !== void 0) this.#offered.set(name, offered);
    return offered?.packument;
  }
};
function packagesOf(outcome, source) {
  switch (outcome.kind) {
    case "tree":
      return [
        ...outcome.known,
        ...outcome.placed.flatMap((each) => {
          const refused = source.refusedOf(each);
          return [{ ...each, requires: [...each.requires, ...refused] }, ...elsewhere(each, refused)];
        })
      ];
    case "conflict": {
      const by = outcome.by === "" ? "" : ` of ${quoted(outcome.by, limits.name)}`;
      const [name, spec] = [quoted(outcome.name, limits.name), quoted(outcome.spec, limits.version)];
      throw new GateFailure(
        "unresolvable",
        `Peer dependencies conflict: no tree satisfies ${name} ${spec}${by} together with the rest; choose versions that go together.`
      );
    }
    case "past":
      throw new GateFailure(
        "budget",
        "What is not locked would be placed more often than in any honest tree; lock it with the package manager first."
      );
    case "failed":
      throw new GateFailure(
        "unresolvable",
        `npm's own resolution of what is not locked failed (${quoted(outcome.error, limits.name)}); lock it with the package manager first.`
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
