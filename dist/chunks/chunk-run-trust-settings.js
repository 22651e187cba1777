import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readTrustedRoot
} from "./chunk-run-base-files.js";
import {
  OpenLockfile,
  diffLockfiles
} from "./chunk-compare-open-lockfile.js";
import {
  npm
} from "./chunk-managers.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  folderOf
} from "./chunk-text-paths.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/registry/concerns.ts
function concernsRegistry(change) {
  return change.kind !== "removed" && change.source.kind === "registry";
}

// src/run/trust-settings.ts
async function readTrust(given, policy, trusted) {
  const { trustedRoot: path } = policy;
  const named = path === void 0 ? void 0 : { path, text: await readTrustedRoot(trusted, path) };
  const trustedRoot = given.trustedRoot ?? named;
  if (trustedRoot !== void 0) {
    const { trustFrom } = await import("./trust-trust-material.js");
    trustFrom(trustedRoot.text, trustedRoot.path);
  }
  for (const { url, keys } of policy.registries) {
    if (keys !== void 0) await demandKeys({ keys }, policy.source, `the keys of ${url} in the policy`);
  }
  const registryKeys = given.registryKeys === void 0 ? void 0 : await readKeys(given.registryKeys);
  return {
    ...trustedRoot === void 0 ? {} : { trustedRoot },
    ...registryKeys === void 0 ? {} : { registryKeys }
  };
}
async function refreshedTrust(trust, source, { changes }) {
  if (source === void 0 || !changes.some(concernsRegistry)) return trust;
  const { refreshTrust } = await import("./trust-refresh.js");
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
  shape: "lacks a field, or has a field of the wrong type",
  algorithm: "is not of the type ecdsa-sha2-nistp256",
  material: "contains no P-256 public key",
  period: "has an `expires` that is not an ISO 8601 instant",
  conflict: "has the keyid of another key in the list",
  duplicate: "is listed twice"
};
async function demandKeys(document, path, what) {
  const { parseRegistryKeys } = await import("./trust-registry-keys.js");
  const list = parseRegistryKeys(document);
  const invalid = (message) => new GateFailure("configuration-invalid", message, { path });
  if (list.state === "malformed") {
    throw invalid(`${what} has no list of keys; give what the registry answers at /-/npm/v1/keys: {"keys": [...]}`);
  }
  const [refused] = list.refused;
  if (refused !== void 0) {
    throw invalid(`key ${refused.position + 1} of ${what} ${refusals[refused.reason]}; get it from the registry again`);
  }
  if (list.keys.size === 0) throw invalid(`${what} lists no key, so nothing could be verified; add one`);
}

// src/compare/committed/fold.ts
var MAX_SINGLE = 5;
function foldUnshown(observations, join) {
  const unshown = new Set(observations.filter(({ code }) => code === "archive-unshown"));
  const rest = observations.filter((each) => !unshown.has(each));
  const groups = groupBy([...unshown], ({ path, args }) => args.count === void 0 ? folderOf(path) : path);
  const joined = [...groups].flatMap(([path, group]) => {
    const count = group.reduce((sum, { args }) => sum + Number(args.count ?? 1), 0);
    if (count <= MAX_SINGLE || group.length === 1) return group;
    const reasons = new Set(group.map(({ args }) => args.reason ?? ""));
    const [reason = ""] = reasons;
    return [join(path, { reason: reasons.size === 1 ? reason : "several", count }, group)];
  });
  return [...rest, ...joined];
}

// src/compare/manager-change.ts
function managerChange(path, line, before, after) {
  const side = (named) => named && new OpenLockfile(asLockfile(path, line, named));
  return diffLockfiles(path, side(before), side(after)).filter(({ kind }) => kind !== "removed").map((change) => ({
    ...change,
    // Without a hash there is nothing pinned that could differ from the registry's.
    ...after.integrity === void 0 && { pins: [] },
    manifests: [{ path, line }]
  }));
}
function asLockfile(path, line, { name, version, integrity }) {
  const entry = {
    ...{ key: `node_modules/${name}`, name, version, source: { kind: "registry" }, line, requires: [], claims: {} },
    ...integrity !== void 0 && { integrity }
  };
  return {
    ...{ path, format: npm.id, formatVersion: "3", observations: [], packages: [entry] },
    importers: [{ path: "", line, requires: [{ name, spec: version, type: "prod" }] }]
  };
}

export {
  foldUnshown,
  managerChange,
  concernsRegistry,
  readTrust,
  refreshedTrust
};
