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

// src/cli.ts
var commands = {
  check: () => import("./chunks/check-S3HMLGZL.js"),
  audit: () => import("./chunks/audit-OW6763ZW.js"),
  vet: () => import("./chunks/vet-LHTSVVA2.js"),
  explain: () => import("./chunks/explain-ZDAK4C4N.js"),
  replay: () => import("./chunks/replay-ZNWKL32V.js"),
  policy: () => import("./chunks/policy-T6BS4DX5.js"),
  init: () => import("./chunks/init-JL7ZWG55.js"),
  doctor: () => import("./chunks/doctor-JWEUMXCB.js")
};
async function main([command, ...args]) {
  if (command === "--version") return print(`${"0.1.0"}
`);
  if (command === void 0 || command === "--help" || command === "help" || args.includes("--help")) {
    const { usage } = await import("./chunks/usage-4CNGWTIY.js");
    return print(usage);
  }
  const load = Object.hasOwn(commands, command) ? commands[command] : void 0;
  if (load === void 0) {
    throw new GateFailure(
      "usage",
      `there is no command ${JSON.stringify(command)}: use ${Object.keys(commands).join(", ")}, or see lockgate --help`
    );
  }
  const { run } = await load();
  return run(args);
}
function print(text) {
  process.stdout.write(text);
  return 0;
}
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (cause) {
  const { errorLine } = await import("./chunks/words-Q4FMAFBY.js");
  process.stderr.write(`lockgate: ${errorLine(asGateError(cause))}
`);
  if (!(cause instanceof GateFailure) && process.argv.includes("--verbose")) console.error(cause);
  process.exitCode = 2;
}
