import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  decodePath
} from "./chunk-repository-path-bytes.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  visible
} from "./chunk-text-visible.js";

// src/repository/git-process.ts
import { spawn } from "node:child_process";

// src/repository/git-environment.ts
import { devNull } from "node:os";
import { delimiter, isAbsolute, relative } from "node:path";
var keptVariables = /^GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|EXEC_PATH)$/;
var fixedVariables = {
  GIT_ALLOW_PROTOCOL: "none",
  GIT_ATTR_NOSYSTEM: "1",
  GIT_LITERAL_PATHSPECS: "1",
  GIT_NO_LAZY_FETCH: "1",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  LC_ALL: "C"
};
var fixedOptions = [
  "--no-pager",
  ...[
    "core.fsmonitor=false",
    `core.hooksPath=${devNull}`,
    "core.quotePath=false",
    "core.askPass=",
    "credential.helper=",
    "protocol.allow=never",
    "submodule.recurse=false",
    "advice.graftFileDeprecated=false"
  ].flatMap((setting) => ["-c", setting])
];
function gitEnvironment(own, folder) {
  const kept = Object.entries(own).filter(([name]) => !name.startsWith("GIT_") || keptVariables.test(name));
  return {
    ...Object.fromEntries(
      kept.map(([name, value]) => [name, name.toUpperCase() === "PATH" ? trustedPath(value ?? "", folder) : value])
    ),
    ...fixedVariables
  };
}
function trustedPath(path, folder) {
  const outside = (entry) => /^\.\.(?:[\\/]|$)/.test(relative(folder, entry)) || isAbsolute(relative(folder, entry));
  return path.split(delimiter).filter((entry) => isAbsolute(entry) && outside(entry) && !/[\\/]node_modules(?:[\\/]|$)/.test(entry)).join(delimiter);
}

// src/repository/git-process.ts
var patience = 12e4;
var shortAnswer = 2 ** 20;
var longestRecord = 2 ** 20;
function startGit(folder, args, endless = false) {
  const child = spawn("git", ["-C", folder, ...fixedOptions, ...args], {
    env: gitEnvironment(process.env, folder),
    stdio: "pipe",
    windowsHide: true
  });
  const clock = endless ? void 0 : setTimeout(() => child.kill("SIGKILL"), patience);
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    if (stderr.length < 4096) stderr += text;
  });
  child.stdin.on("error", () => void 0);
  const ended = new Promise((resolve, reject) => {
    child.once("error", (error) => {
      clearTimeout(clock);
      reject(notStarted(error));
    });
    child.once("close", (status) => {
      clearTimeout(clock);
      resolve({ status, stderr });
    });
  });
  ended.catch(() => void 0);
  return { child, ended };
}
async function runGit(folder, args) {
  const { child, ended } = startGit(folder, args);
  child.stdin.end();
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
    if (stdout.length > shortAnswer) child.kill("SIGKILL");
  });
  const { status, stderr } = await ended;
  return { status, stdout, stderr };
}
async function* gitRecords(folder, args) {
  const { child, ended } = startGit(folder, args);
  child.stdin.end();
  try {
    let rest = Buffer.alloc(0);
    for await (const chunk of child.stdout) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const end = bytes.lastIndexOf(0) + 1;
      rest = bytes.subarray(end);
      if (rest.length > longestRecord) throw new GateFailure("budget", "a path is longer than 1 MiB: rename it");
      if (end > 0) yield decodePath(bytes.subarray(0, end - 1)).split("\0");
    }
    const { status, stderr } = await ended;
    if (status !== 0 || rest.length > 0) throw gitFailed(args[0] ?? "", stderr);
  } finally {
    child.kill("SIGKILL");
  }
}
function gitFailed(command, stderr) {
  if (/dubious ownership|unsafe repository/.test(stderr)) {
    return new GateFailure(
      "repository-unavailable",
      "git does not trust the owner of this repository: run `git config --global --add safe.directory` with its path"
    );
  }
  const line = stderr.split("\n").find((text) => text !== "") ?? "it ended without an answer";
  const fix = /promisor|unable to read|not a tree object|bad object|missing|lazy fetch/i.test(stderr) ? ": fetch what is missing, or clone without --filter" : "";
  return new GateFailure(
    "repository-unavailable",
    `git ${command} failed (${visible(line.replace(/^(?:fatal|error): /, ""), 200)})${fix}`
  );
}
function notStarted(error) {
  return new GateFailure(
    "repository-unavailable",
    error.code === "ENOENT" ? "git was not found: install it, or compare two folders with --base-dir and --head-dir" : `git cannot be started (${error.code ?? error.name}): check that it can be run`
  );
}

export {
  startGit,
  runGit,
  gitRecords,
  gitFailed
};
