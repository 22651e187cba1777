import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  fileSource
} from "./chunk-lockfile-source.js";
import {
  require_max_satisfying,
  require_prerelease
} from "./chunk-semver-functions-prerelease.js";
import {
  require_satisfies
} from "./chunk-semver-functions-satisfies.js";
import {
  require_valid
} from "./chunk-semver-functions-valid.js";
import {
  follow
} from "./chunk-text-paths.js";
import {
  aliasTarget,
  isAnswerable,
  specKind
} from "./chunk-lockfile-spec.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  limits,
  quoted
} from "./chunk-text-visible.js";
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

// src/resolve/document-source.ts
var import_max_satisfying2 = __toESM(require_max_satisfying(), 1);
var import_satisfies = __toESM(require_satisfies(), 1);

// src/resolve/held-back.ts
var import_max_satisfying = __toESM(require_max_satisfying(), 1);
var import_prerelease = __toESM(require_prerelease(), 1);
function withoutHeldBack(packument, name, times, holdsBack) {
  const timeOf = (version) => typeof times === "object" && times !== null && Object.hasOwn(times, version) ? times[version] : void 0;
  const versions = Object.entries(packument.versions);
  const left = versions.filter(([version]) => !holdsBack(name, version, timeOf(version)));
  if (left.length === versions.length) return packument;
  const names = left.map(([version]) => version);
  const tags = Object.entries(packument["dist-tags"]).flatMap(([tag, version]) => {
    const moved = names.includes(version) ? version : highestUpTo(version, names);
    return moved === void 0 ? [] : [[tag, moved]];
  });
  return { ...packument, "dist-tags": Object.fromEntries(tags), versions: Object.fromEntries(left) };
}
function highestUpTo(version, names) {
  const isPrerelease = (0, import_prerelease.default)(version) !== null;
  const candidates = isPrerelease ? names : names.filter((each) => (0, import_prerelease.default)(each) === null);
  return (0, import_max_satisfying.default)(candidates, `<=${version}`, { includePrerelease: isPrerelease }) ?? void 0;
}

// src/resolve/document-source.ts
var DocumentSource = class {
  #sanitized = /* @__PURE__ */ new Map();
  #pending = /* @__PURE__ */ new Map();
  #asked = /* @__PURE__ */ new Set();
  #expected = /* @__PURE__ */ new Set();
  #ask;
  #held;
  #maxNames;
  #replace;
  #holdsBack;
  #lacking = /* @__PURE__ */ new Set();
  /** @param held folders of what is locked: it may not be asked for at all, and so is not expected */
  constructor(ask, held, { maxNames = 2e3, replace, holdsBack } = {}) {
    this.#ask = ask;
    this.#held = held;
    this.#maxNames = maxNames;
    this.#replace = replace;
    this.#holdsBack = holdsBack;
  }
  /**
   * Asks for a name before the thread does, and then for what the version asks for that would be chosen. A wrong guess costs a
   * request to a registry that is trusted for the name, and nothing else: only the thread decides, and is told of failures.
   */
  expect(name, spec) {
    const { name: real, spec: range } = aliasTarget(spec) ?? { name, spec };
    if (this.#held.has(name) || this.#expected.has(real) || this.#pending.size >= this.#maxNames) return;
    this.#expected.add(real);
    this.#document(real).then((packument) => this.#expectBelow(packument, range)).catch(() => void 0);
  }
  /** @throws GateFailure `budget` */
  packument = (name) => {
    this.#asked.add(name);
    if (this.#asked.size > this.#maxNames) {
      const why = `The dependencies that are not in the lockfile pull in more than ${this.#maxNames} packages; lock them and split the change.`;
      return Promise.reject(new GateFailure("budget", why));
    }
    return this.#document(name);
  };
  /** The requirements of a version that no registry can answer. */
  refusedOf({ name, version }) {
    const refused = this.#sanitized.get(name)?.refused.get(version) ?? [];
    if (refused.some((each) => each.name === "")) {
      const shown = quoted(`${name}@${version}`, limits.name);
      throw new GateFailure(
        "budget",
        `${shown} has more dependencies than any honest package, so nothing was resolved; remove it.`
      );
    }
    return refused;
  }
  /** What a version claims to have in its tarball, which is not opened here. */
  tarballClaimsOf({ name, version }) {
    return this.#sanitized.get(name)?.tarballClaims.get(version) ?? {};
  }
  #document(name) {
    const pending = this.#pending.get(name) ?? this.#load(name);
    this.#pending.set(name, pending);
    return pending;
  }
  async #load(name) {
    const reply = await this.#ask(name);
    const sanitized = reply.state === "document" ? sanitizePackument(reply.document, name, this.#replace) : void 0;
    if (sanitized === void 0) return void 0;
    this.#sanitized.set(name, sanitized);
    if (this.#holdsBack === void 0) return sanitized.packument;
    const { time } = reply.document ?? {};
    const seen = withoutHeldBack(sanitized.packument, name, time, this.#holdsBack);
    if (seen !== sanitized.packument) this.#lacking.add(name);
    return seen;
  }
  /** Whether versions of a name were left out, because the project's manager would not take them yet. */
  lacksVersionsOf(name) {
    return this.#lacking.has(name);
  }
  #expectBelow(packument, spec) {
    const manifest = packument && likely(packument, spec);
    const optional = manifest?.peerDependenciesMeta;
    for (const map of ["dependencies", "optionalDependencies", "peerDependencies"]) {
      for (const [name, range] of Object.entries(manifest?.[map] ?? {})) {
        if (map !== "peerDependencies" || optional?.[name]?.optional !== true) this.expect(name, range);
      }
    }
  }
};
function likely(packument, spec) {
  const tags = packument["dist-tags"];
  const versions = packument.versions;
  const { latest } = tags;
  const tagged = Object.hasOwn(tags, spec) ? tags[spec] : void 0;
  if (tagged !== void 0) return versions[tagged];
  if (latest !== void 0 && (0, import_satisfies.default)(latest, spec)) return versions[latest];
  const highest = (0, import_max_satisfying2.default)(Object.keys(versions), spec);
  return highest === null ? void 0 : versions[highest];
}

export {
  refusedSource,
  refusedOwnSource,
  DocumentSource,
  likely
};
