import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  programName
} from "./chunk-cli-program.js";
import {
  GateFailure
} from "./chunk-errors.js";
import "./chunk-runtime.js";

// src/cli/decisions.ts
var commands = {
  list: () => import("./cli-decisions-list.js"),
  verify: () => import("./cli-decisions-verify.js")
};
async function run(args) {
  const [named = "list", ...rest] = args;
  const isFlag = named.startsWith("-");
  const command = isFlag ? "list" : named;
  const load = Object.hasOwn(commands, command) ? commands[command] : void 0;
  if (load === void 0) {
    throw new GateFailure(
      "usage",
      `decisions takes ${Object.keys(commands).join(", ")}; not ${JSON.stringify(command)}: ${programName()} decisions list`
    );
  }
  return (await load()).run(isFlag ? args : rest);
}
export {
  run
};
