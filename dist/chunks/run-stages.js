import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  listedIn,
  runRules
} from "./chunk-judge-engine.js";
import {
  applyExceptions,
  hygieneRule
} from "./chunk-policy-exceptions.js";
import {
  focusOn
} from "./chunk-run-focus.js";
import {
  collect,
  defaultDemand,
  isYarnAlias,
  withAnswersOf
} from "./chunk-evidence-collect.js";
import {
  canonicalRegistry,
  isPrivateChannel
} from "./chunk-registry-registry-map.js";
import "./chunk-registry-release.js";
import "./chunk-model-evidence-values.js";
import "./chunk-trust-bounds.js";
import {
  refreshedTrust,
  verdictOf
} from "./chunk-run-trust-settings.js";
import {
  folderOf,
  foldersAbove,
  groupBy,
  inOrder,
  managerOf,
  managers,
  npmrcValues
} from "./chunk-managers.js";
import "./chunk-policy-policy-file.js";
import {
  GateFailure
} from "./chunk-errors.js";
import "./chunk-text-order.js";
import "./chunk-lockfile-spec.js";
import "./chunk-lockfile-names.js";
import "./chunk-validate-npm-package-name.js";
import {
  listsAllTarballs,
  neededEvidence
} from "./chunk-policy-effective.js";
import {
  applyPublishers,
  mergeUtterances,
  occurrencesOf,
  optionsOf,
  settingsOf,
  utter
} from "./chunk-policy-lists.js";
import "./chunk-policy-waivable.js";
import {
  algorithms,
  concerns,
  isAbout,
  isInForce,
  parseIntegrity,
  rules,
  statedIntegrity
} from "./chunk-rules.js";
import "./chunk-judge-fingerprint.js";
import "./chunk-policy-gated.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-policy-match.js";
import "./chunk-text-selectors.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-max-satisfying.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-semver-functions-parse.js";
import {
  quoted,
  visible
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/registry/given-registries.ts
function readPolicyRegistries(registries) {
  const claimed = /* @__PURE__ */ new Set();
  return registries.map(({ url: text, scopes = [], tokenEnv }) => {
    const read = canonicalRegistry(text);
    const fault = "fault" in read ? read.fault : isPrivateChannel(read.url) ? void 0 : "plain http";
    if (fault !== void 0 || "fault" in read) {
      throw new GateFailure(
        "configuration-invalid",
        `A registry of the policy has ${article(fault ?? "")}; give its https URL, and a credential by tokenEnv.`
      );
    }
    for (const scope of scopes.length === 0 ? ["every scope that no other registry names"] : scopes) {
      if (claimed.has(scope)) {
        throw new GateFailure("configuration-invalid", `Two registries of the policy claim ${quoted(scope, 100)}.`);
      }
      claimed.add(scope);
    }
    return { url: read.url, scopes, tokenEnv };
  });
}
function flagRegistry(text) {
  if (text === void 0) return void 0;
  const read = canonicalRegistry(text);
  const fault = "fault" in read ? read.fault : isPrivateChannel(read.url) ? void 0 : "plain http";
  if ("url" in read && fault === void 0) return read.url;
  throw new GateFailure(
    "usage",
    `--registry has ${article(fault ?? "")}; give the registry's https URL (plain http only on loopback).`
  );
}
function article(fault) {
  return fault.startsWith("not ") ? `a value that is ${fault}` : fault;
}

// src/advisories/osv-address.ts
var publicOsv = "https://api.osv.dev/";
function osvAddress(given, registry) {
  if (given === void 0) return registry === void 0 ? publicOsv : void 0;
  const read = canonicalRegistry(given);
  const fault = "fault" in read ? read.fault : isPrivateChannel(read.url) ? void 0 : "plain http";
  if ("url" in read && fault === void 0) return read.url;
  throw new GateFailure(
    "usage",
    `--osv has ${article(fault ?? "")}; give the https URL of an OSV API (plain http only on loopback).`
  );
}

// src/trust/trust-used.ts
async function trustUsed(dossiers, { trustedRoot, registryKeys, refreshed }, now) {
  const attested = dossiers.some(
    ({ evidence }) => isJudged(evidence.provenance) || isJudged(evidence.predecessorProvenance)
  );
  const signed = dossiers.some((dossier) => dossier.publicRegistry && isJudged(dossier.evidence.registrySignature));
  const usesSeeds = attested && trustedRoot === void 0 || signed && registryKeys === void 0;
  if (!usesSeeds) return attested ? { material: "given", date: null, old: false } : void 0;
  if (refreshed !== void 0) return { material: "refreshed", date: refreshed.date ?? null, old: false };
  const { trustSeedsAge } = await import("./trust-seeds.js");
  const { date, old } = trustSeedsAge(now);
  return { material: "embedded", date, old };
}
function isJudged(evidence) {
  return evidence.state === "present" && evidence.value.state !== "not-applicable";
}

// src/managers/registry-files.ts
function registryFiles({ mode, lockfiles, observations }, vets) {
  const speaks = new Set(observations.map(({ path }) => path));
  const concerned = lockfiles.filter(
    ({ path, status }) => status !== "removed" && (mode === "audit" || status !== "unchanged" || speaks.has(path) || vets && !path.includes("/"))
  );
  const unlocked = observations.flatMap(
    ({ code, path }) => code === "no-lockfile" ? [{ path, format: "npm" }] : []
  );
  const projects = groupBy([...concerned, ...unlocked], ({ path }) => folderOf(path));
  return [...projects].map(([folder, own]) => {
    const places = own.flatMap(({ format }) => {
      const { registries, readsAbove } = managerOf(format).settings;
      return Object.keys(registries).flatMap(
        (name) => (readsAbove(name) ? foldersDownTo(folder) : [folder]).map((each) => ({ folder: each, name }))
      );
    });
    const byPath = groupBy(places, (place) => `${place.folder}/${place.name}`);
    return [...byPath.values()].flatMap(([first]) => first ?? []);
  });
}
function foldersDownTo(folder) {
  return [.../* @__PURE__ */ new Set(["", ...foldersAbove(folder), folder])];
}

// src/registry/credentials.ts
function npmCredential(registry, flat, getAuth) {
  const settings = Object.entries(flat).filter(([key2]) => key2.startsWith("//"));
  const isUnset = ([, value]) => typeof value === "string" && value.includes("${");
  const usable = Object.fromEntries(settings.filter((setting) => !isUnset(setting)));
  const { token, auth, cert, key } = getAuth(registry, { ...usable, registry });
  const certificate = cert === null || key === null ? {} : { certificate: { cert, key } };
  if (typeof token === "string") return { ...certificate, authorization: header("Bearer", token, registry) };
  if (typeof auth === "string") return { ...certificate, authorization: header("Basic", auth, registry) };
  const bare = registry.slice(registry.indexOf("//"));
  const meant = settings.filter(isUnset).some(([setting]) => bare.startsWith(setting.slice(0, setting.lastIndexOf(":"))));
  return meant ? { ...certificate, withoutCredential: "the environment variable that npm takes its credential from is not set" } : certificate;
}
function tokenCredential(registry, tokenEnv, env) {
  const token = env[tokenEnv];
  return token === void 0 || token === "" ? { withoutCredential: `the environment variable ${quoted(tokenEnv, 100)} is not set` } : { authorization: header("Bearer", token, registry) };
}
function header(scheme, secret, registry) {
  if (/^[\x21-\x7e]+$/.test(secret)) return `${scheme} ${secret}`;
  throw new GateFailure(
    "configuration-invalid",
    `The credential for ${quoted(registry)} holds characters that no header can carry; set it anew without spaces or line breaks.`
  );
}

// src/registry/npm-settings.ts
import { homedir } from "node:os";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
var relevant = /* @__PURE__ */ new Set([
  ...["registry", "replace-registry-host", "scope", "proxy", "https-proxy", "noproxy", "local-address"],
  ...["ca", "cafile", "cert", "key", "strict-ssl"]
]);
var environmentLevel = "npm's env configuration";
var namesFile = (key) => /(?:^cafile|:certfile|:keyfile)$/.test(key);
var namesRegistry = (key) => /^(?:registry|scope|replace-registry-host|@.*:registry)$/.test(key);
var isRelevant = (key) => relevant.has(key) || /^@.*:registry$/.test(key) || key.startsWith("//");
async function loadNpmSettings(sources) {
  const [{ default: Config }, { default: npm }, { default: envReplace }] = await Promise.all([
    import("./npmcli-config.js"),
    import("./npmcli-config-definitions.js"),
    import("./npmcli-config-env-replace.js")
  ]);
  class BaseConfig extends Config {
    loadProjectConfig() {
      this.localPrefix = this.cwd;
      const project = this.data.get("project")?.data;
      const { npmrc, namesNoRegistry = false, credentials = [], workTree = process.cwd() } = sources;
      if (project === void 0) return Promise.resolve();
      for (const file of [...npmrc === void 0 ? [] : [npmrc], ...credentials]) {
        for (const [raw, { value, line }] of npmrcValues(file.value)) {
          const key = envReplace(raw, this.env);
          if (!isRelevant(key) || key === "strict-ssl") continue;
          if (namesNoRegistry && namesRegistry(key)) continue;
          if (file !== npmrc && (!key.startsWith("//") || Object.hasOwn(project, key))) continue;
          const parsed = this.parseField(value, key);
          if (namesFile(key)) refuseWorkTree(parsed, value, key, { path: file.path, line }, workTree);
          project[key] = parsed;
        }
      }
      return Promise.resolve();
    }
  }
  const config = new BaseConfig({
    ...{ definitions: npm.definitions, shorthands: npm.shorthands, flatten: npm.flatten },
    npmPath: npmFolder(),
    argv: [process.execPath, "lockgate"],
    // A copy: npm writes its own variables into the environment that it is given.
    env: { ...sources.env },
    cwd: sources.env.HOME ?? homedir(),
    warn: false
  });
  const flat = {};
  try {
    await config.load();
    for (const { data } of config.data.values()) {
      npm.flatten(Object.fromEntries(Object.entries(data).filter(([key]) => isRelevant(key))), flat);
    }
  } catch (cause) {
    if (cause instanceof GateFailure) throw cause;
    const reason = cause instanceof Error ? visible(cause.message, 200) : "unknown reason";
    throw new GateFailure("configuration-invalid", `npm's configuration cannot be loaded: ${reason}.`);
  }
  return { flat, publicRegistry: String(npm.defaults.registry), placeOf };
  function placeOf(key) {
    const level = [...config.data].findLast(([, { data }]) => Object.hasOwn(data, key))?.[0] ?? "default";
    if (level === "env") return { level: environmentLevel };
    if (level !== "project" || sources.npmrc === void 0) return { level: `npm's ${level} configuration` };
    return { level: "the base", path: sources.npmrc.path, ...lineOf(sources.npmrc, key) };
  }
}
function refuseWorkTree(parsed, raw, key, place, workTree) {
  if (typeof parsed !== "string" || typeof raw !== "string") return;
  const named = raw.startsWith("~/") || /^\$\{[^}]+\}/.test(raw) || isAbsolute(raw);
  const inside = relative(workTree, resolve(workTree, parsed));
  if (named && (inside.startsWith("..") || isAbsolute(inside))) return;
  throw new GateFailure(
    "configuration-invalid",
    `${visible(key, 100)} names a file of the work tree, which a pull request can change; set it in npm's user configuration or in NODE_EXTRA_CA_CERTS instead.`,
    place
  );
}
function lineOf({ value }, key) {
  const line = npmrcValues(value).get(key)?.line;
  return line === void 0 ? {} : { line };
}
function npmFolder() {
  const bin = dirname(process.execPath);
  return process.platform === "win32" ? join(bin, "node_modules/npm") : join(bin, "../lib/node_modules/npm");
}

// src/managers/project-registries.ts
var mentionsRegistry = /registr|scopes/i;
async function namedRegistries(files, env) {
  const speaking = files.filter(({ text }) => text === void 0 || mentionsRegistry.test(text));
  return (await Promise.all(speaking.map((file) => namedIn(understood(file), env)))).flat();
}
async function namedIn(file, env) {
  const [one] = managers.flatMap(({ settings: { registries } }) => registries[file.name] ?? []);
  return await one?.(file, env) ?? [];
}
function understood(file) {
  if (file.state === "read") return file;
  const { message, line } = file.fault;
  throw new GateFailure("configuration-invalid", message, { path: file.path, ...line !== void 0 && { line } });
}

// src/registry/agreed-registries.ts
function agreedRegistries(projects, decided, readsNpmrc = () => true) {
  const agreed = /* @__PURE__ */ new Map();
  for (const by of projects.flat()) {
    const { scope = "" } = by;
    if (decided.has(scope)) continue;
    const before = agreed.get(scope);
    const url = addressOf(by);
    if (before === void 0) agreed.set(scope, { url, by });
    else if (before.url !== url) throw contradiction(scope, before.by, by);
    const open = [...projects.keys()].filter((at) => projects[at]?.every((each) => (each.scope ?? "") !== scope));
    const isStranger = (at) => by.path.includes("/") || /(?:^|\/)\.npmrc$/.test(by.path) && !readsNpmrc(at);
    if (open.some(isStranger)) throw contradiction(scope, void 0, by);
  }
  return new Map([...agreed].map(([scope, { url }]) => [scope, url]));
}
function addressOf(named) {
  const { url, path, line } = named;
  const read = url.includes("${") ? { fault: "an environment variable that is not set" } : canonicalRegistry(url);
  if ("url" in read) return read.url;
  throw new GateFailure(
    "configuration-invalid",
    `The registry${named.scope === void 0 ? "" : ` of ${quoted(named.scope, 100)}`} has ${article(read.fault)}; set it to the registry's https URL.`,
    { path, ...line === void 0 ? {} : { line } }
  );
}
function contradiction(scope, one, other) {
  const what = scope === "" ? "the default registry" : `the registry of ${quoted(scope, 100)}`;
  const at = one?.line === void 0 ? "" : `, line ${one.line}`;
  const { path, line } = other;
  const differ = one === void 0 ? `This file names ${what}, and beside another lockfile of the same change nothing does` : `This file and ${quoted(one.path, 200)}${at} name different addresses for ${what}, and one change asks for both`;
  return new GateFailure(
    "configuration-invalid",
    `${differ}; name the one to trust under \`registries\` of the policy, leave one of them out by \`lockfiles.exclude\`, or change them apart.`,
    { path, ...line === void 0 ? {} : { line } }
  );
}

// src/registry/configuration.ts
async function loadConfiguration(sources) {
  const { projects = [], npmrc: given, ...others } = sources;
  const { env } = others;
  const npmrc = given && understood(given);
  const npmrcs = new Map(projects.flat().flatMap((file) => isNpmrc(file) ? [[file.path, understood(file)]] : []));
  const credentials = [...npmrcs.values()].filter(({ path }) => path !== npmrc?.path);
  const isOthers = projects.length > 0 && npmrcs.size === 0;
  const own = { ...others, ...npmrc !== void 0 && { npmrc } };
  const settings = await loadNpmSettings({ ...own, credentials, namesNoRegistry: isOthers });
  const names = await Promise.all(projects.map((files) => namedRegistries(files, env)));
  const readsNpmrc = (project) => projects[project]?.some(({ path }) => npmrcs.has(path)) === true;
  const { default: getAuth } = await import("./npm-registry-fetch-auth.js");
  const policy = readPolicyRegistries(sources.policyRegistries ?? []);
  const registries = mapRegistries(settings, { names, readsNpmrc }, policy, flagRegistry(sources.registry));
  const agent = agentOptions(settings.flat);
  return { registries, connect };
  function connect(url) {
    if (!isPrivateChannel(url)) return { url, agent, withoutCredential: "no credential is sent over plain http" };
    const tokenEnv = policy.find((given2) => given2.url === url)?.tokenEnv;
    const { certificate, ...credential } = {
      ...npmCredential(url, settings.flat, getAuth),
      ...tokenEnv === void 0 ? {} : tokenCredential(url, tokenEnv, sources.env)
    };
    return { url, ...credential, agent: { ...agent, ...certificate } };
  }
}
var isNpmrc = (file) => /(?:^|\/)\.npmrc$/.test(file.path);
function recordedConfiguration(registries) {
  return { registries };
}
function mapRegistries(settings, { names, readsNpmrc }, policy, flag) {
  const { flat, placeOf } = settings;
  const publicRegistry = configured(settings.publicRegistry, "registry", placeOf);
  const replaced = (url) => flag !== void 0 && url === publicRegistry ? flag : url;
  const scopes = /* @__PURE__ */ new Map();
  for (const [key, value] of Object.entries(flat)) {
    const scope = /^(@.*):registry$/.exec(key)?.[1];
    if (scope !== void 0) scopes.set(scope, replaced(configured(value, key, placeOf)));
  }
  const policyDefault = policy.find(({ scopes: own }) => own.length === 0)?.url;
  const decided = /* @__PURE__ */ new Set([...policy.flatMap(({ scopes: own }) => own), ...flag ?? policyDefault ? [""] : []]);
  const agreed = new Map(
    [...agreedRegistries(names, decided, readsNpmrc)].map(([scope, url]) => [
      scope,
      isYarnAlias(url) ? publicRegistry : url
    ])
  );
  const isOperators = (key) => placeOf(key).level === environmentLevel;
  for (const [scope, url] of agreed) {
    if (scope !== "" && !isOperators(`${scope}:registry`)) scopes.set(scope, replaced(url));
  }
  const ownScope = typeof flat.scope === "string" ? scopes.get(flat.scope) : void 0;
  const projectDefault = isOperators("registry") ? void 0 : agreed.get("");
  const npmDefault = ownScope ?? projectDefault ?? configured(flat.registry, "registry", placeOf);
  for (const { url, scopes: own } of policy) for (const scope of own) scopes.set(scope, replaced(url));
  return {
    publicRegistry,
    defaultRegistry: flag ?? policyDefault ?? npmDefault,
    scopes: [...scopes].map(([scope, url]) => ({ scope, url })).sort((a, b) => a.scope < b.scope ? -1 : 1),
    replaceRegistryHost: replaceRegistryHost(flat.replaceRegistryHost, publicRegistry)
  };
}
function replaceRegistryHost(setting, publicRegistry) {
  if (typeof setting !== "string" || setting === "" || setting === new URL(publicRegistry).hostname) return "npmjs";
  return setting;
}
function configured(value, key, placeOf) {
  const read = typeof value !== "string" ? { fault: "not a URL" } : value.includes("${") ? { fault: "an environment variable that is not set" } : canonicalRegistry(value);
  if ("url" in read) return read.url;
  const { level, ...place } = placeOf(key);
  throw new GateFailure(
    "configuration-invalid",
    `${quoted(key, 100)} in ${level} has ${article(read.fault)}; set it to the registry's https URL, and a credential by a //host/path/:_authToken line.`,
    place
  );
}
function agentOptions(flat) {
  const string = (key) => {
    const value = flat[key];
    return typeof value === "string" && value !== "" ? value : void 0;
  };
  const { ca } = flat;
  const proxy = string("httpsProxy") ?? string("proxy");
  const options = {
    proxy,
    noProxy: string("noProxy"),
    cert: string("cert"),
    key: string("key"),
    localAddress: string("localAddress"),
    ca: typeof ca === "string" || isTexts(ca) ? ca : void 0
  };
  if (proxy !== void 0 && !URL.canParse(proxy)) {
    throw new GateFailure("configuration-invalid", "npm's proxy setting is not a URL; set it to one, or remove it.");
  }
  return {
    ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== void 0)),
    rejectUnauthorized: flat.strictSSL !== false
  };
}
function isTexts(value) {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}

// src/run/configuring.ts
function configuring({ subject }, policy, comparison) {
  if ("recording" in subject) {
    return () => Promise.resolve().then(() => recordedConfiguration(demand(subject.recording.registries)));
  }
  const { registry, env, recorded, workTree, vet } = subject.request;
  const { registries } = recorded ?? {};
  if (registries) return () => Promise.resolve(recordedConfiguration(registries));
  return async () => {
    const npmrc = await subject.settings.npmrc();
    return loadConfiguration({
      ...{ env, workTree, policyRegistries: policy.registries },
      projects: await subject.settings.filesOf(registryFiles(comparison, vet !== void 0)),
      ...npmrc === void 0 ? {} : { npmrc },
      ...registry === void 0 ? {} : { registry }
    });
  };
}
function demand(registries) {
  if (registries !== null) return registries;
  throw new GateFailure(
    "evidence-invalid",
    "The evidence names no registries although changes come from one; record it again."
  );
}

// src/rules/same-bytes.ts
function compareBytes({ integrity, checksum }, basePins) {
  if (integrity === void 0) return checksum === void 0 ? "other" : "unknown";
  const pinned = parseIntegrity(integrity);
  const [algorithm, another] = pinned.algorithms;
  if (algorithm === void 0 || another !== void 0 || pinned.malformed) return "other";
  const known = basePins.map((pin) => parseIntegrity(pin.integrity ?? "")).filter((base) => base.algorithms.length > 0);
  const alike = known.filter((base) => base.algorithms[0] === algorithm);
  const digests = [...pinned.digests.get(algorithm) ?? []];
  if (alike.length > 0) {
    return digests.every((digest) => alike.some((base) => base.digests.get(algorithm)?.has(digest))) ? "same" : "other";
  }
  const isWeaker = known.some(({ algorithms: [base] }) => rankOf(algorithm) > rankOf(base));
  return isStrong(algorithm) && !isWeaker ? "unknown" : "other";
}
function isSameByRegistry({ integrity }, basePins, release) {
  if (!release.documentMatches) return false;
  const stated = statedIntegrity(release);
  if (!stated.algorithms.some(isStrong)) return false;
  const isStated = (text) => agrees(parseIntegrity(text), stated);
  const vouching = basePins.filter((pin) => pin.integrity !== void 0 || isLeftToRegistry(pin));
  return (integrity === void 0 || isStated(integrity)) && vouching.length > 0 && vouching.every((pin) => pin.integrity === void 0 || isStated(pin.integrity));
}
var rankOf = (algorithm) => algorithms.indexOf(algorithm);
var isStrong = (algorithm) => algorithm !== "sha1" && algorithm !== "md5";
var isLeftToRegistry = ({ checksum, resolved }) => checksum !== void 0 && resolved === void 0;
function agrees({ algorithms: [algorithm], digests, malformed }, stated) {
  if (algorithm === void 0 || malformed) return false;
  return [...digests.get(algorithm) ?? []].every((digest) => stated.digests.get(algorithm)?.has(digest) === true);
}

// src/run/drop-reformatted.ts
async function dropReformatted(comparison, collect2) {
  const candidates = candidatesOf(comparison);
  if (candidates.length === 0) return { comparison };
  const unknown = candidates.filter(
    (change) => change.pins.some((pin) => compareBytes(pin, change.basePins) === "unknown")
  );
  const known = candidates.filter((change) => !unknown.includes(change));
  const about = (changes) => ({ ...comparison, changes });
  const placed = known.length === 0 ? [] : (await collect2(about(known), /* @__PURE__ */ new Set())).dossiers;
  const asked = unknown.length === 0 ? void 0 : await collect2(about(unknown), /* @__PURE__ */ new Set(["release"]));
  const bridged = (asked?.dossiers ?? []).filter(isRespelled);
  const gone = new Set([...placed.filter(isRespelled), ...bridged].map(({ change }) => change));
  return {
    comparison: {
      ...comparison,
      changes: comparison.changes.filter((change) => !gone.has(change)),
      observations: [...comparison.observations, ...told(comparison, bridged)].sort(inOrder)
    },
    ...asked && { asked }
  };
}
function candidatesOf({ lockfiles, changes }) {
  const respelling = new Set(
    lockfiles.flatMap(({ path, format, former }) => former === void 0 || former.format === format ? [] : path)
  );
  return changes.filter(
    ({ lockfile, source, changed, basePins, pins }) => respelling.has(lockfile) && source.kind === "registry" && basePins.length > 0 && changed.length > 0 && changed.every((aspect) => aspect === "resolved" || aspect === "integrity") && pins.every((pin) => compareBytes(pin, basePins) !== "other")
  );
}
function isRespelled({ change, addresses, evidence: { release } }) {
  return change.pins.every((pin, at) => {
    if (!isPlain(addresses[at], change)) return false;
    if (compareBytes(pin, change.basePins) === "same") return true;
    return release.state === "present" && isSameByRegistry(pin, change.basePins, release.value);
  });
}
function isPlain({ verdict, path }, { name, version }) {
  const usual = `${name}/-/${name.slice(name.lastIndexOf("/") + 1)}-${version}.tgz`;
  return verdict === "omitted" || verdict === "trusted" && path === usual;
}
function told({ lockfiles }, bridged) {
  const formers = new Map(lockfiles.map(({ path, former }) => [path, former?.path ?? path]));
  return [...groupBy(bridged, ({ change }) => change.lockfile)].map(([path, { length: packages }]) => {
    const args = { former: formers.get(path) ?? path, packages };
    return { code: "not-comparable", path, line: 1, args };
  });
}

// src/trust/issuer.ts
var githubForms = [
  /^https:\/\/token\.actions\.githubusercontent\.com\/[^/]+$/,
  /^https:\/\/[^/]+\/_services\/token$/,
  /^https:\/\/token\.actions\.[a-z0-9-]+\.ghe\.com$/
];
function namedIssuer(issuer) {
  return { issuer, platform: githubForms.some((form) => form.test(issuer)) ? "github" : "other" };
}

// src/run/trusted-issuers.ts
function expectedIssuers({ settings }) {
  const provenance = settings.get("provenance");
  const expected = provenance === void 0 ? [] : optionsOf(provenance)["expect"];
  const naming = expected.flatMap(
    (one) => one.issuer === void 0 ? [] : [{ one, issuer: namedIssuer(one.issuer) }]
  );
  if (naming.length === 0) return void 0;
  return (name, version) => naming.filter(({ one }) => concerns(one, { name, version })).map(({ issuer }) => issuer);
}

// src/run/trust-options.ts
function trustOptions(policy, { trustedRoot, registryKeys, refreshed }) {
  const issuers = expectedIssuers(policy);
  const entryOf = (registry) => policy.registries.find(({ url }) => url === registry);
  const hasOperatorKeys = (registry, { defaultRegistry }) => registryKeys !== void 0 && registry === defaultRegistry;
  return {
    signatures: (registry, registries) => {
      if (hasOperatorKeys(registry, registries)) return "required";
      const { signatures = "auto", keys } = entryOf(registry) ?? {};
      if (signatures !== "auto") return signatures;
      return keys === void 0 ? defaultDemand(registry, registries) : "required";
    },
    registryKeys: (registry, registries) => {
      if (hasOperatorKeys(registry, registries)) return registryKeys;
      const keys = entryOf(registry)?.keys;
      return keys === void 0 ? void 0 : { keys };
    },
    ...trustedRoot === void 0 ? {} : { trustedRoot },
    ...refreshed === void 0 ? {} : { refreshed },
    ...issuers === void 0 ? {} : { issuers }
  };
}

// src/policy/publisher-hygiene.ts
function publisherHygiene({ policy, dossiers, now, complete: complete2, rules: rules2 }) {
  const rule = rules2.find(({ id }) => id === hygieneRule);
  const setting = policy.settings.get(hygieneRule);
  if (rule === void 0 || setting === void 0) return [];
  return listedIn(policy, "publishers").flatMap((listed) => {
    const { entry, id, origin } = listed;
    const line = ownLine(policy, origin);
    if (line === void 0) return [];
    const ended = Date.parse(now) > Date.parse(entry.start) && !isInForce(entry, now);
    const unused = complete2 && !ended && !dossiers.some(({ change }) => isAbout(entry, change));
    const code = ended ? "publisher-ended" : unused ? "publisher-unused" : void 0;
    if (code === void 0) return [];
    const subject = { name: null, version: null, lockfile: policy.source, line };
    const violation = { code, args: { ...argsOf(listed), id }, stable: argsOf(listed) };
    return utterances(rule, setting, violation, subject);
  });
}
function utterances(rule, setting, violation, subject) {
  const said = utter(rule, setting, violation, subject);
  return said === void 0 ? [] : [mergeUtterances(rule.id, subject, [said])];
}
var argsOf = ({ entry }) => ({ packages: entry.packages.join(", "), end: entry.end });
function ownLine({ source }, origin) {
  const line = origin.startsWith(`${source}:`) ? Number(origin.slice(source.length + 1)) : Number.NaN;
  return Number.isSafeInteger(line) ? line : void 0;
}

// src/run/verdict.ts
function judge({ comparison, dossiers, policy, now, isPart = false, rules: rules2 = rules }) {
  assertAllCollected(comparison.changes, dossiers);
  const found = runRules({
    rules: rules2,
    settings: policy.settings,
    ...policy.apply.length === 0 ? {} : {
      profiles: {
        ofChange: (change) => settingsOf(policy, occurrencesOf(change)),
        ofPath: (lockfile) => settingsOf(policy, [{ lockfile }])
      }
    },
    dossiers,
    observations: comparison.observations,
    context: { now, mode: comparison.mode },
    unavailable: policy.unavailable
  });
  const complete2 = !isPart && isComplete(comparison);
  const waived = applyPublishers({ findings: found, dossiers, policy, now });
  const excepted = applyExceptions({ findings: waived, policy, now, complete: complete2, rules: rules2 });
  const hygiene = publisherHygiene({ policy, dossiers, now, complete: complete2, rules: rules2 });
  const findings = [...excepted, ...hygiene].sort(worstFirst);
  return { verdict: verdictOf(comparison, findings, policy.mode), findings };
}
function isComplete({ mode, lockfiles, errors }) {
  const current = lockfiles.filter(({ status }) => status !== "removed");
  return errors.length === 0 && (mode === "audit" || current.length > 0 && current.every(({ status }) => status === "added"));
}
var identity = ({ lockfile, name, version, source }) => JSON.stringify([lockfile, name, version, source.kind, source.spec ?? null]);
function assertAllCollected(changes, dossiers) {
  const collected = new Set(dossiers.map(({ change }) => identity(change)));
  const left = changes.find((change) => change.kind !== "removed" && !collected.has(identity(change)));
  if (left !== void 0) throw new TypeError(`no evidence was collected about ${left.name}@${left.version}`);
}
var rank = ({ status, floor, level }) => (status === "reported" ? 0 : 4) + (floor ? 0 : level === "error" ? 1 : 2);
function worstFirst(a, b) {
  const keys = ({ lockfile, name, version, rule, fingerprint }) => [
    lockfile,
    name ?? "",
    version ?? "",
    rule,
    fingerprint
  ];
  const theirs = keys(b);
  const differing = keys(a).map((key, index) => [key, theirs[index] ?? ""]).find(([one, other]) => one !== other);
  return rank(a) - rank(b) || (differing === void 0 ? 0 : differing[0] < differing[1] ? -1 : 1);
}

// src/run/stages.ts
async function complete(compared, opened) {
  const { subject, focus, trust } = opened;
  const policy = await opened.policy.compose();
  if ("recording" in subject) return { policy, trust, whole: compared, comparison: focusOn(compared, focus) };
  const resolved = await resolveUnpinned(compared, opened, policy);
  const whole = await withAuthorship(resolved.comparison, subject.request);
  const { comparison, asked } = await dropReformatted(
    focusOn(whole, focus),
    (part, needs) => collect(part, { ...collectOptions(opened, policy, part), needs })
  );
  return {
    ...{ policy, whole, comparison, trust: await refreshedTrust(trust, subject.request.trust?.refresh, comparison) },
    ...asked && { asked },
    ...resolved.fetched && { fetched: resolved.fetched }
  };
}
async function collectEvidence(completed, opened) {
  const { policy, trust, comparison, asked, fetched } = completed;
  const judged = await collect(comparison, {
    ...collectOptions(opened, policy, comparison),
    ...trustOptions(policy, trust),
    needs: /* @__PURE__ */ new Set([...neededEvidence(policy), ...opened.focus?.also ?? []]),
    ...fetched === void 0 ? {} : { fetched }
  });
  return { ...completed, collected: withAnswersOf(asked, judged) };
}
async function judgeEvidence({ policy, trust, whole, comparison, collected }, opened) {
  const { now, preset, file, focus } = opened;
  const { dossiers } = collected;
  return {
    ...{ now, preset, file, trust, whole, comparison, collected },
    ...{ policy: opened.policy, effective: policy },
    judgement: judge({ comparison, dossiers, policy, now, ...focus !== void 0 && { isPart: true } }),
    trusted: await trustUsed(dossiers, trust, now),
    failed: false
  };
}
async function resolveUnpinned(compared, opened, policy) {
  if (!("request" in opened.subject)) return { comparison: compared };
  const { request } = opened.subject;
  const isMissing = request.mode === "check" && compared.observations.some(({ code }) => unpinned.has(code));
  if (request.vet === void 0 && !isMissing) return { comparison: compared };
  const { resolveMissing } = await import("./run-resolve-missing.js");
  return resolveMissing(compared, request, configuring(opened, policy, compared));
}
var unpinned = /* @__PURE__ */ new Set(["not-locked", "manifest-disagrees", "no-lockfile"]);
async function withAuthorship(comparison, { authorship }) {
  const isAsked = comparison.changes.some(({ kind, direct }) => kind === "added" && direct);
  return authorship === void 0 || !isAsked ? comparison : { ...comparison, authorship: await authorship() };
}
function collectOptions(opened, policy, comparison) {
  const { subject, now } = opened;
  const shared = {
    ...{ sources: policy.sources, now, configure: configuring(opened, policy, comparison) },
    listings: listsAllTarballs(policy) ? "all" : "small"
  };
  if ("recording" in subject) return { ...shared, offline: true, recorded: subject.recording.answers };
  const { osv, registry, offline, recorded, progress, limits } = subject.request;
  return {
    ...{ ...shared, osv: osvAddress(osv, registry), offline },
    ...recorded === void 0 ? {} : { recorded: recorded.answers },
    ...progress === void 0 ? {} : { progress },
    ...limits === void 0 ? {} : { limits }
  };
}
export {
  collectEvidence,
  complete,
  judgeEvidence
};
