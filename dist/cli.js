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
  check: () => import("./chunks/check-GANCPMMC.js"),
  audit: () => import("./chunks/audit-VLTUFSDH.js"),
  vet: () => import("./chunks/vet-KFURIJD3.js"),
  explain: () => import("./chunks/explain-W42FEW63.js"),
  replay: () => import("./chunks/replay-7T5S234X.js"),
  policy: () => import("./chunks/policy-XVTZEK6T.js"),
  init: () => import("./chunks/init-FPT7Y3N7.js"),
  doctor: () => import("./chunks/doctor-E3HXT45T.js")
};
async function main([command, ...args]) {
  if (command === "--version") return print(`${"0.1.0"}
`);
  if (command === void 0 || command === "--help" || command === "help" || args.includes("--help")) {
    const { usage } = await import("./chunks/usage-LMDGRRRD.js");
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
  const { errorLine } = await import("./chunks/words-MFBWUYKH.js");
  process.stderr.write(`lockgate: ${errorLine(asGateError(cause))}
`);
  if (!(cause instanceof GateFailure) && process.argv.includes("--verbose")) console.error(cause);
  process.exitCode = 2;
}
