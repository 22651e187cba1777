import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  fileSource
} from "./chunk-lockfile-source.js";
import {
  follow
} from "./chunk-text-paths.js";
import {
  isAnswerable,
  specKind
} from "./chunk-lockfile-spec.js";
import {
  require_valid
} from "./chunk-semver-functions-valid.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/resolve/sanitize-packument.ts
var import_valid = __toESM(require_valid(), 1);
var MAX_REQUIRES = 1e3;
var maps = ["dependencies", "optionalDependencies", "peerDependencies"];
var types = {
  dependencies: "prod",
  optionalDependencies: "optional",
  peerDependencies: "peer"
};
var kept = ["deprecated", "engines", "os", "cpu", "libc", "peerDependenciesMeta"];
function sanitizePackument(document, name, replace) {
  if (!isRecord(document) || document.name !== name || !isRecord(document.versions ?? {})) return void 0;
  const refused = /* @__PURE__ */ new Map();
  const tarballClaims = /* @__PURE__ */ new Map();
  const versions = {};
  for (const [version, manifest] of Object.entries(document.versions ?? {})) {
    if ((0, import_valid.default)(version) !== version || !isRecord(manifest)) continue;
    const out = [];
    versions[version] = sanitizeVersion(name, version, manifest, out, replace);
    if (out.length > 0) refused.set(version, out);
    const [bundles, bringsShrinkwrap] = [bundlesAny(manifest), manifest._hasShrinkwrap === true];
    if (bundles || bringsShrinkwrap) {
      tarballClaims.set(version, { ...bundles && { bundles }, ...bringsShrinkwrap && { bringsShrinkwrap } });
    }
  }
  const tags = isRecord(document["dist-tags"]) ? Object.entries(document["dist-tags"]) : [];
  const packument = {
    name,
    "dist-tags": Object.fromEntries(
      tags.filter(([tag, version]) => tag !== "__proto__" && typeof version === "string" && version in versions)
    ),
    versions
  };
  return { packument, refused, tarballClaims };
}
function bundlesAny(manifest) {
  return [manifest.bundleDependencies, manifest.bundledDependencies].some(
    (bundled) => Array.isArray(bundled) ? bundled.length > 0 : bundled === true || isRecord(bundled) && Object.keys(bundled).length > 0
  );
}
function sanitizeVersion(name, version, manifest, refused, replace) {
  const sanitized = { name, version };
  for (const key of kept) if (manifest[key] !== void 0) sanitized[key] = manifest[key];
  for (const map of maps) {
    const asked = manifest[map];
    if (!isRecord(asked)) continue;
    const entries = Object.entries(asked);
    if (entries.length > MAX_REQUIRES) {
      refused.push({ name: "", spec: "", type: types[map] });
      continue;
    }
    const allowed = [];
    for (const [dependency, own] of entries) {
      const asked2 = { name: dependency, spec: typeof own === "string" ? own : "", type: types[map] };
      const requirement = replace === void 0 ? asked2 : replace(asked2, { name, version });
      if (requirement === void 0) continue;
      const isRead = typeof own === "string" || requirement !== asked2;
      if (isRead && isAnswerable(dependency, requirement.spec)) allowed.push([dependency, requirement.spec]);
      else refused.push(requirement);
    }
    sanitized[map] = Object.fromEntries(allowed);
  }
  const dist = isRecord(manifest.dist) ? manifest.dist : {};
  sanitized.dist = Object.fromEntries(
    ["tarball", "integrity", "shasum"].flatMap((key) => typeof dist[key] === "string" ? [[key, dist[key]]] : [])
  );
  return sanitized;
}
function refusedSource(spec) {
  const protocol = /^\s*(portal|link|patch|exec|workspace):/i.exec(spec)?.[1]?.toLowerCase();
  if (protocol === "workspace") return { kind: "link", spec };
  if (protocol !== void 0) return { kind: protocol, spec };
  switch (specKind(spec)) {
    case "git":
      return { kind: "git", spec };
    case "file":
    case "directory":
      return { kind: "file", spec, outside: true };
    case "remote":
    case "unknown":
    case "registry":
    case "alias":
      return { kind: "remote", spec };
  }
}
function refusedOwnSource(spec, folder) {
  const source = refusedSource(spec);
  const path = /^\s*(?:link|portal):(.*)$/is.exec(spec)?.[1] ?? spec;
  if (source.kind === "portal") return { ...source, outside: follow(folder, path).outside };
  if (source.kind !== "file" && source.kind !== "link") return source;
  if (/^\s*workspace:/i.test(spec)) return source;
  const own = fileSource("", source.kind === "link" ? `file:${path}` : spec, folder);
  return own.kind === "link" || source.kind === "link" ? { ...own, kind: "link", spec, declared: true } : own;
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export {
  sanitizePackument,
  refusedSource,
  refusedOwnSource
};
