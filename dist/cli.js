import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  GateFailure,
  asGateError
} from "./chunks/chunk-NAH4THA5.js";
import "./chunks/chunk-U2RJDSLN.js";

// src/cli/readers.ts
function outliveReaders() {
  const onError = ({ code }) => {
    if (code === "EPIPE") return;
    process.once("exit", () => process.exitCode = 2);
  };
  process.stdout.on("error", onError);
  process.stderr.on("error", onError);
}

// src/cli.ts
var commands = {
  check: () => import("./chunks/check-PRT67TV3.js"),
  audit: () => import("./chunks/audit-KHXXERZB.js"),
  vet: () => import("./chunks/vet-GGCIJSBG.js"),
  explain: () => import("./chunks/explain-XZYFGCF4.js"),
  replay: () => import("./chunks/replay-EIFNWW4R.js"),
  policy: () => import("./chunks/policy-KJDGE7UY.js"),
  init: () => import("./chunks/init-M62SC64S.js"),
  doctor: () => import("./chunks/doctor-RLRAM7J4.js")
};
function helpAsked(words) {
  const [first, second, third] = words;
  if (first === void 0) return "";
  if (first === "help") return [second, third].filter((word) => word !== void 0).join(" ");
  if (!words.includes("--help") && !words.includes("-h")) return void 0;
  return first === "policy" && second !== void 0 && !second.startsWith("-") ? `policy ${second}` : first;
}
async function main([command, ...args]) {
  if (command === "--version") return print(`${"0.1.0"}
`);
  const asked = helpAsked([command, ...args]);
  if (asked !== void 0) {
    const { commandHelp, overview } = await import("./chunks/help-6KYNJXXE.js");
    return print(commandHelp(asked) ?? overview());
  }
  const load = command !== void 0 && Object.hasOwn(commands, command) ? commands[command] : void 0;
  if (load === void 0) {
    const { nearest } = await import("./chunks/nearest-OVQNVL52.js");
    const known = Object.keys(commands);
    const meant = nearest(command ?? "", [...known, "--help", "--version"]);
    const advice = meant === void 0 ? `use ${known.join(", ")}, or see` : `did you mean ${meant}? See`;
    throw new GateFailure("usage", `there is no command ${JSON.stringify(command)}: ${advice} lockgate --help`);
  }
  const { run } = await load();
  return run(args);
}
function print(text) {
  process.stdout.write(text);
  return 0;
}
outliveReaders();
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (cause) {
  const { errorLine } = await import("./chunks/words-OLCTT2PE.js");
  process.stderr.write(`lockgate: ${errorLine(asGateError(cause))}
`);
  if (!(cause instanceof GateFailure) && process.argv.includes("--verbose")) console.error(cause);
  process.exitCode = 2;
}
