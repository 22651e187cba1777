import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  canonicalJson,
  fingerprintOf
} from "./chunk-judge-fingerprint.js";
import {
  LEDGER,
  readName
} from "./chunk-text-record-name.js";
import {
  bytesToHex,
  sha256,
  utf8ToBytes
} from "./chunk-noble-hashes-sha2.js";
import {
  _enum,
  array,
  discriminatedUnion,
  exactOptional,
  int,
  iso_exports,
  json,
  literal,
  record,
  strictObject,
  string
} from "./chunk-zod.js";

// src/decisions/digest.ts
function digestOf(preimage) {
  const value = preimage;
  return isWellFormed(value) ? fingerprintOf(value) : void 0;
}
function isWellFormed(value) {
  if (typeof value === "string") return !new RegExp("\\p{Surrogate}", "u").test(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, member]) => isWellFormed(key) && isWellFormed(member));
}

// src/decisions/ledger/names.ts
function packageStem({ purl: purl2, sha512 }) {
  return digits(purl2 + sha512);
}
function fileStem(path, digest) {
  return `file-${digits(`${path}\0${digest}`)}`;
}
var digits = (text2) => bytesToHex(sha256(utf8ToBytes(text2))).slice(0, 32);
function nameOf(record2, statement) {
  const stem = stemOf(record2);
  if (stem === void 0) return void 0;
  const id = record2.by.at(-1)?.comment ?? `s${bytesToHex(sha256(statement)).slice(0, 32)}`;
  return `${stem}-${record2.decision === "approve-file" ? "approve" : record2.decision}-${id}.json`;
}
function stemOf(record2) {
  switch (record2.decision) {
    case "approve":
    case "deny":
      return packageStem(record2.about);
    case "approve-file": {
      const digest = digestOf(record2.about);
      return digest === void 0 ? void 0 : fileStem(record2.about.path, digest);
    }
    case "revoke":
      return readName(LEDGER + record2.about.file)?.stem;
  }
}

// src/decisions/ledger/schema.ts
var hex = (digits2) => string().regex(new RegExp(`^[0-9a-f]{${digits2}}$`));
var text = (most) => string().max(most);
var instant = iso_exports.datetime({ offset: false });
var code = string().regex(/^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/);
var positive = int().min(1);
var person = strictObject({
  id: positive,
  login: text(100),
  team: exactOptional(positive),
  authenticated: _enum(["comment", "security-key", "claim"]),
  comment: string().regex(/^[1-9][0-9]{0,19}$/).nullable(),
  codes: array(code).max(100),
  reason: text(500),
  at: instant
});
var purl = string().regex(/^pkg:npm\/[\x21-\x7e]{1,500}$/);
var packagePreimage = strictObject({
  v: literal(1),
  purl,
  sha512: hex(128),
  registry: text(2e3),
  repositoryId: positive,
  use: array(text(20)).max(10),
  profile: array(text(100)).max(100),
  facts: record(text(60), strictObject({ before: json().optional(), after: json().optional() }))
});
var filePreimage = strictObject({
  v: literal(1),
  repositoryId: positive,
  path: text(4096),
  mode: string().regex(/^[0-7]{6}$/).nullable(),
  sha256: hex(64).nullable(),
  rule: text(60),
  codes: array(text(60)).max(100)
});
var about = discriminatedUnion("decision", [
  strictObject({ decision: literal("approve"), about: packagePreimage }),
  strictObject({ decision: literal("approve-file"), about: filePreimage }),
  strictObject({
    decision: literal("deny"),
    about: strictObject({ repositoryId: positive, purl, sha512: hex(128) })
  }),
  strictObject({
    decision: literal("revoke"),
    about: strictObject({ repositoryId: positive, record: hex(64), file: text(120) })
  })
]);
var predicate = strictObject({
  decision: about,
  by: array(person).min(1).max(20),
  pull: positive.nullable(),
  policy: text(128),
  use: literal("pin"),
  issuedAt: instant,
  expiresAt: instant.nullable()
});
var envelope = strictObject({
  statement: string().max(7e5),
  signatures: array(strictObject({ id: positive, sshsig: text(4e3) })).max(20)
});

// src/decisions/ledger/record.ts
var STATEMENT = "https://in-toto.io/Statement/v1";
var PREDICATE = "urn:lockgate:decision:v1";
var MAX_RECORD_BYTES = 1e6;
function statementOf({ decision, about: about2, by, ...said }) {
  const statement = {
    _type: STATEMENT,
    subject: [subjectOf({ decision, about: about2 })],
    predicateType: PREDICATE,
    predicate: { decision: { decision, about: about2 }, by, use: "pin", ...said }
  };
  return utf8ToBytes(canonicalJson(statement));
}
function subjectOf(record2) {
  const { decision, about: about2 } = record2;
  switch (decision) {
    case "approve":
    case "deny":
      return { name: about2.purl, digest: { sha512: about2.sha512 } };
    case "approve-file":
      return {
        name: about2.path,
        digest: { ...about2.sha256 === null ? {} : { sha256: about2.sha256 }, decision: digestOf(about2) ?? "" }
      };
    case "revoke":
      return { name: about2.file, digest: { sha256: about2.record } };
  }
}
function writeRecord(record2, signatures = []) {
  const statement = statementOf(record2);
  const name = nameOf(record2, statement);
  if (name === void 0) return void 0;
  return { path: LEDGER + name, bytes: enveloped(statement, signatures) };
}
function enveloped(statement, signatures) {
  const base64 = btoa(Array.from(statement, (byte) => String.fromCharCode(byte)).join(""));
  const signed = signatures.map(({ id, sshsig }) => ({ id, sshsig }));
  return utf8ToBytes(`${canonicalJson({ statement: base64, signatures: signed })}
`);
}
function readRecord(path, bytes) {
  if (bytes.length > MAX_RECORD_BYTES) return "too-large";
  const outer = jsonOf(bytes);
  if (outer === void 0) return "not-json";
  const { data: file } = envelope.safeParse(outer);
  const statement = file && bytesOf(file.statement);
  const inner = statement && jsonOf(statement);
  if (file === void 0 || statement === void 0 || inner === void 0) return "not-a-record";
  const record2 = recordOf(inner);
  if (record2 === void 0) return "not-a-record";
  const { signatures } = file;
  if (!isEqual(statement, statementOf(record2)) || !isEqual(bytes, enveloped(statement, signatures))) {
    return "not-a-record";
  }
  const name = nameOf(record2, statement);
  if (name === void 0 || path !== LEDGER + name) return "misnamed";
  return { path, sha256: bytesToHex(sha256(bytes)), record: record2, statement, signatures };
}
function recordOf(statement) {
  if (typeof statement !== "object" || statement === null || Array.isArray(statement)) return void 0;
  const { data } = predicate.safeParse(statement.predicate);
  if (data === void 0) return void 0;
  const { decision, by, pull, policy, issuedAt, expiresAt } = data;
  return { ...decision, by, pull, policy, issuedAt, expiresAt };
}
function jsonOf(bytes) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return void 0;
  }
}
function bytesOf(base64) {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return void 0;
  }
}
var isEqual = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);

export {
  digestOf,
  packageStem,
  fileStem,
  MAX_RECORD_BYTES,
  statementOf,
  writeRecord,
  readRecord
};
