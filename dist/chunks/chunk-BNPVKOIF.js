import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  concernsRegistry
} from "./chunk-IL3BD5R5.js";
import {
  readTrustedRoot
} from "./chunk-BMOTMKJN.js";
import {
  GateFailure
} from "./chunk-NAH4THA5.js";

// src/run/trust-settings.ts
async function readTrust(given, policy, trusted, recorded = {}) {
  const { trustedRoot: path } = policy;
  const named = path === void 0 ? void 0 : { path, text: await readTrustedRoot(trusted, path) };
  const trustedRoot = given.trustedRoot ?? named ?? recorded.trustedRoot;
  if (trustedRoot !== void 0) {
    const { trustFrom } = await import("./trust-material-ZI7NDATP.js");
    trustFrom(trustedRoot.text, trustedRoot.path);
  }
  for (const { url, keys } of policy.registries) {
    if (keys !== void 0) await demandKeys({ keys }, policy.source, `the keys of ${url} in the policy`);
  }
  const { registryKeys = recorded.registryKeys } = given.registryKeys === void 0 ? {} : { registryKeys: await readKeys(given.registryKeys) };
  return {
    ...trustedRoot === void 0 ? {} : { trustedRoot },
    ...registryKeys === void 0 ? {} : { registryKeys },
    ...recorded.refreshed === void 0 ? {} : { refreshed: recorded.refreshed }
  };
}
async function refreshedTrust(trust, source, { changes }) {
  if (source === void 0 || !changes.some(concernsRegistry)) return trust;
  const { refreshTrust } = await import("./refresh-6WKE2OGI.js");
  return { ...trust, refreshed: await refreshTrust(source) };
}
async function readKeys({ path, text }) {
  let document;
  try {
    document = JSON.parse(text);
  } catch {
    throw new GateFailure(
      "configuration-invalid",
      'is not JSON; give what the registry answers at /-/npm/v1/keys: {"keys": [...]}',
      { path }
    );
  }
  await demandKeys(document, path, "the file");
  return document;
}
var refusals = {
  shape: "lacks a field, or has one of another type",
  algorithm: "is not of the type ecdsa-sha2-nistp256",
  material: "holds no P-256 public key",
  keyid: "has a keyid that is not its own fingerprint",
  period: "has an `expires` that is no ISO 8601 instant",
  duplicate: "is listed twice"
};
async function demandKeys(document, path, what) {
  const { parseRegistryKeys } = await import("./registry-keys-NXNQFZU5.js");
  const list = parseRegistryKeys(document);
  const invalid = (message) => new GateFailure("configuration-invalid", message, { path });
  if (list.state === "malformed") {
    throw invalid(`${what} holds no list of keys; give what the registry answers at /-/npm/v1/keys: {"keys": [...]}`);
  }
  const [refused] = list.refused;
  if (refused !== void 0) {
    throw invalid(`key ${refused.position + 1} of ${what} ${refusals[refused.reason]}; take it from the registry anew`);
  }
  if (list.keys.size === 0) throw invalid(`${what} lists no key; without one nothing could be verified`);
}

// src/run/verdict-of.ts
function verdictOf({ errors }, findings, mode) {
  if (errors.length > 0) return "error";
  const reported = findings.filter(({ status }) => status === "reported");
  if (reported.some(({ level, floor }) => level === "error" && (floor || mode === "enforce"))) return "fail";
  return reported.length > 0 ? "warn" : "pass";
}

export {
  readTrust,
  refreshedTrust,
  verdictOf
};
