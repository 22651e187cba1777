import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  sha512Hex
} from "./chunk-trust-integrity.js";
import {
  parseInstant
} from "./chunk-trust-instant.js";
import {
  asList,
  asObject,
  asText
} from "./chunk-trust-json.js";
import "./chunk-model-sri.js";
import "./chunk-runtime.js";

// src/trust/registry-signature.ts
import { verify } from "node:crypto";
var maxSignatures = 16;
var maxSignatureLength = 512;
function readEntries(list) {
  if (list.length > maxSignatures) return void 0;
  const entries = [];
  for (const item of list) {
    const object = asObject(item);
    const keyid = asText(object?.keyid);
    const sig = asText(object?.sig);
    if (keyid === void 0 || sig === void 0 || sig.length > maxSignatureLength) return void 0;
    entries.push({ keyid, sig });
  }
  return entries;
}
function judgePeriod(period, release) {
  if (period === void 0) return "key-period";
  const publishedAt = parseInstant(release.publishedAt);
  if (publishedAt !== void 0) {
    return period.start <= publishedAt && publishedAt < period.end ? void 0 : "key-period";
  }
  const now = parseInstant(release.now);
  const stillValid = period.end === Infinity || now !== void 0 && now < period.end;
  return stillValid ? void 0 : "publish-time-unknown";
}
function isSignedBy(key, entry, message) {
  try {
    return verify("sha256", message, key.publicKey, Buffer.from(entry.sig, "base64"));
  } catch {
    return false;
  }
}
function verifyRegistrySignature(release) {
  const { signatures } = release;
  if (signatures === void 0 || signatures === null) return { state: "absent" };
  const list = asList(signatures);
  if (list?.length === 0) return { state: "absent" };
  if (sha512Hex(release.integrity) === void 0) return { state: "invalid", check: "integrity" };
  const entries = list === void 0 ? void 0 : readEntries(list);
  if (entries === void 0) return { state: "invalid", check: "malformed" };
  const message = Buffer.from(`${release.name}@${release.version}:${release.integrity}`, "utf8");
  let verified;
  let doubt;
  for (const entry of entries) {
    const { keyid } = entry;
    const key = release.keys.get(keyid);
    if (key === void 0) {
      doubt ??= { check: "unknown-key", keyid };
    } else if (!isSignedBy(key, entry, message)) {
      return { state: "invalid", check: "signature", keyid };
    } else {
      const check = judgePeriod(key.signatures, release);
      if (check === void 0) verified ??= keyid;
      else if (doubt === void 0 || doubt.check === "unknown-key") doubt = { check, keyid };
    }
  }
  if (verified !== void 0) return { state: "verified", keyid: verified };
  return doubt === void 0 ? { state: "absent" } : { state: "invalid", ...doubt };
}
export {
  verifyRegistrySignature
};
