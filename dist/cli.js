#!/usr/bin/env node
import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  GateFailure,
  asGateErrors
} from "./chunks/chunk-errors.js";
import "./chunks/chunk-runtime.js";

// src/cli/broken-pipe.ts
function ignoreBrokenPipe() {
  const onError = ({ code }) => {
    if (code === "EPIPE") return;
    process.once("exit", () => process.exitCode = 2);
  };
  process.stdout.on("error", onError);
  process.stderr.on("error", onError);
}

// src/cli.ts
var commands = {
  check: () => import("./chunks/cli-check.js"),
  audit: () => import("./chunks/cli-audit.js"),
  vet: () => import("./chunks/cli-vet.js"),
  explain: () => import("./chunks/cli-explain.js"),
  replay: () => import("./chunks/cli-replay.js"),
  policy: () => import("./chunks/cli-policy.js"),
  init: () => import("./chunks/cli-init.js"),
  doctor: () => import("./chunks/cli-doctor.js"),
  approve: () => import("./chunks/cli-approve.js"),
  decisions: () => import("./chunks/cli-decisions.js")
};
function helpAsked(words) {
  const [first, second, third] = words;
  if (first === void 0) return "";
  if (first === "help") return [second, third].filter((word) => word !== void 0).join(" ");
  if (!words.includes("--help") && !words.includes("-h")) return void 0;
  const hasParts = first === "policy" || first === "decisions";
  return hasParts && second !== void 0 && !second.startsWith("-") ? `${first} ${second}` : first;
}
async function main([command, ...args]) {
  if (command === "--version") return print(`${"0.1.0"}
`);
  const asked = helpAsked([command, ...args]);
  if (asked !== void 0) {
    const { commandHelp, overview } = await import("./chunks/cli-help.js");
    const { programName } = await import("./chunks/cli-program.js");
    return print(commandHelp(asked, programName()) ?? overview(programName()));
  }
  const load = command !== void 0 && Object.hasOwn(commands, command) ? commands[command] : void 0;
  if (load === void 0) {
    const { nearest } = await import("./chunks/policy-nearest.js");
    const known = Object.keys(commands);
    const meant = nearest(command ?? "", [...known, "--help", "--version"]);
    const advice = meant === void 0 ? `use ${known.join(", ")}, or see` : `did you mean ${meant}? See`;
    const { programName } = await import("./chunks/cli-program.js");
    throw new GateFailure("usage", `there is no command ${JSON.stringify(command)}: ${advice} ${programName()} --help`);
  }
  const { run } = await load();
  return run(args);
}
function print(text) {
  process.stdout.write(text);
  return 0;
}
ignoreBrokenPipe();
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (cause) {
  const { errorLine } = await import("./chunks/report-view-words.js");
  for (const error of asGateErrors(cause)) process.stderr.write(`lockgate: ${errorLine(error)}
`);
  if (!(cause instanceof GateFailure) && process.argv.includes("--verbose")) console.error(cause);
  process.exitCode = 2;
}
