import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  MAX_RECORD_BYTES,
  readRecord
} from "./chunk-decisions-ledger-record.js";
import {
  LEDGER,
  readName
} from "./chunk-text-record-name.js";
import {
  stateOf
} from "./chunk-repository-state.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/run/ledger.ts
import { createHash } from "node:crypto";
var MAX_RECORDS = 300;
async function readLedger(trusted, stems) {
  const { listed, reader } = await stateOf(trusted);
  const named = [...listed.values()].flatMap((file) => {
    const name = readName(file.path);
    return name === void 0 ? [] : [{ file, ...name }];
  });
  const denied = new Set(named.flatMap(({ stem, decision }) => decision === "deny" ? [stem] : []));
  const wanted = named.filter(
    ({ stem, decision }) => stems.blocked.has(stem) || decision !== "approve" && denied.has(stem) && stems.brought.has(stem)
  );
  if (wanted.length > MAX_RECORDS) {
    const message = `${wanted.length} records of decisions are about what is judged, and no more than ${MAX_RECORDS} are read in one run; propose the change in parts`;
    throw new GateFailure("budget", message, { path: LEDGER });
  }
  return ledgerOf(await Promise.all(wanted.map(({ file }) => readFile(file, (one) => reader.read(one)))));
}
async function readWholeLedger(trusted) {
  const { listed, reader } = await stateOf(trusted);
  const files = [...listed.values()].filter(({ path, mode }) => path.startsWith(LEDGER) && mode !== "folder");
  const found = [];
  for (const file of files) {
    const isNamed = readName(file.path) !== void 0;
    found.push(isNamed ? await readFile(file, (one) => reader.read(one)) : { path: file.path, why: "misnamed" });
  }
  return ledgerOf(found);
}
var ledgerOf = (read) => ({
  entries: read.flatMap((one) => "record" in one ? [one] : []),
  unusable: read.flatMap((one) => "why" in one ? [one] : [])
});
async function readFile(file, read) {
  const { path, mode, size = 0 } = file;
  if (mode !== "file") return { path, why: "not-a-file" };
  if (size > MAX_RECORD_BYTES) return { path, why: "too-large" };
  const bytes = await read(file);
  const record = readRecord(path, bytes);
  return typeof record === "string" ? { path, why: record, sha256: createHash("sha256").update(bytes).digest("hex") } : record;
}

export {
  readLedger,
  readWholeLedger
};
