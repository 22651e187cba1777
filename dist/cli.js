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
  check: () => import("./chunks/check-XOOHS6CH.js"),
  audit: () => import("./chunks/audit-7NHMSV7O.js"),
  vet: () => import("./chunks/vet-LYNJVZTO.js"),
  explain: () => import("./chunks/explain-4ZNLJAMH.js"),
  replay: () => import("./chunks/replay-MEIEJWO6.js"),
  policy: () => import("./chunks/policy-F6W7JFX2.js"),
  init: () => import("./chunks/init-ETDKPGKP.js"),
  doctor: () => import("./chunks/doctor-4VXM2OLP.js")
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
