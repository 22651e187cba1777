import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  parseInstant
} from "./chunk-trust-instant.js";
import {
  asList,
  asObject,
  asText,
  at
} from "./chunk-trust-json.js";
import {
  seedTexts
} from "./chunk-trust-seeds.js";

// src/trust/registry-keys.ts
import { createHash, createPublicKey } from "node:crypto";
var maxKeys = 64;
var maxKeyLength = 512;
var ecdsa = "ecdsa-sha2-nistp256";
var always = { start: -Infinity, end: Infinity };
function sshText(bytes) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
function keyidOf(publicKey) {
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, "base64url"), Buffer.from(y, "base64url")]);
  const wire = Buffer.concat([Buffer.from(ecdsa), Buffer.from("nistp256"), point].map(sshText));
  return `SHA256:${createHash("sha256").update(wire).digest("base64").replace(/=+$/, "")}`;
}
function readPublicKey(base64) {
  try {
    const key = createPublicKey({ key: Buffer.from(base64, "base64"), format: "der", type: "spki" });
    return key.asymmetricKeyDetails?.namedCurve === "prime256v1" ? key : void 0;
  } catch {
    return void 0;
  }
}
function readPeriod(start, end) {
  const from = start === void 0 || start === null ? always.start : parseInstant(start);
  const until = end === void 0 || end === null ? always.end : parseInstant(end);
  return from === void 0 || until === void 0 ? void 0 : { start: from, end: until };
}
function readEndpointKey(entry) {
  return {
    keyid: asText(entry.keyid),
    spki: asText(entry.key),
    supported: entry.keytype === ecdsa && entry.scheme === ecdsa,
    period: readPeriod(void 0, entry.expires),
    uses: ["signatures", "attestations"]
  };
}
function readTargetKey(entry) {
  const uses = { "npm:signatures": "signatures", "npm:attestations": "attestations" };
  const usage = asText(entry.keyUsage);
  const use = usage === "npm:signatures" || usage === "npm:attestations" ? [uses[usage]] : [];
  return {
    keyid: asText(entry.keyId),
    spki: asText(at(entry, "publicKey", "rawBytes")),
    supported: at(entry, "publicKey", "keyDetails") === "PKIX_ECDSA_P256_SHA_256",
    period: readPeriod(at(entry, "publicKey", "validFor", "start"), at(entry, "publicKey", "validFor", "end")),
    uses: use
  };
}
function readKey(listed) {
  if (listed === void 0) return "shape";
  const { keyid, spki, period, uses } = listed;
  if (keyid === void 0 || keyid === "" || keyid.length > maxKeyLength) return "shape";
  if (spki === void 0 || spki.length > maxKeyLength || uses.length === 0) return "shape";
  if (!listed.supported) return "algorithm";
  if (period === void 0) return "period";
  const publicKey = readPublicKey(spki);
  return publicKey === void 0 ? "material" : { key: { keyid, publicKey }, listed };
}
function readListed(entry) {
  const object = asObject(entry);
  if (object === void 0) return void 0;
  return "publicKey" in object ? readTargetKey(object) : readEndpointKey(object);
}
function admit({ key, listed: { uses, period } }, keys) {
  const before = keys.get(key.keyid);
  if (uses.some((use) => before?.[use] !== void 0)) return "duplicate";
  const periods = Object.fromEntries(uses.map((use) => [use, period]));
  keys.set(key.keyid, { ...before ?? key, ...periods });
  return void 0;
}
function parseRegistryKeys(document) {
  const entries = asList(asObject(document)?.keys);
  if (entries === void 0 || entries.length > maxKeys) return { state: "malformed" };
  const all = entries.map((entry) => {
    const listed = readListed(entry);
    return { keyid: listed?.keyid, read: readKey(listed) };
  });
  const keys = /* @__PURE__ */ new Map();
  const unusable = /* @__PURE__ */ new Map();
  const refused = [];
  for (const [position, { keyid, read }] of all.entries()) {
    const isAmbiguous = typeof read !== "string" && all.some(
      (one) => typeof one.read !== "string" && one.keyid === keyid && !one.read.key.publicKey.equals(read.key.publicKey)
    );
    const reason = typeof read === "string" ? read : isAmbiguous ? "conflict" : admit(read, keys);
    if (reason === void 0) continue;
    refused.push({ position, reason });
    if (keyid !== void 0 && !unusable.has(keyid)) unusable.set(keyid, reason);
  }
  for (const keyid of keys.keys()) unusable.delete(keyid);
  return { state: "keys", keys, refused, unusable };
}
var embedded;
function embeddedRegistryKeys() {
  if (embedded === void 0) {
    const list = parseRegistryKeys(JSON.parse(seedTexts.registryKeys));
    const isRight = list.state === "keys" && list.refused.length === 0 && [...list.keys.values()].every(({ keyid, publicKey }) => keyidOf(publicKey) === keyid);
    if (!isRight) throw new Error("the embedded registry keys are unusable");
    embedded = list.keys;
  }
  return embedded;
}

export {
  keyidOf,
  parseRegistryKeys,
  embeddedRegistryKeys
};
