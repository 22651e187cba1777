import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  LEDGER
} from "./chunk-text-record-name.js";
import {
  stateOf
} from "./chunk-repository-state.js";
import {
  foldersAbove
} from "./chunk-text-paths.js";

// src/run/ledger-place.ts
async function ledgerPlace(snapshot) {
  const { listed } = await stateOf(snapshot);
  for (const path of foldersAbove(LEDGER)) {
    const file = listed.get(path);
    if (file !== void 0 && file.mode !== "folder") return file;
  }
  for (const path of listed.keys()) if (path.startsWith(LEDGER)) return "records";
  return "nothing";
}

export {
  ledgerPlace
};
