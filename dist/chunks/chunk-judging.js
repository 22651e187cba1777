import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  applyExceptions,
  hygieneRule,
  isExpired
} from "./chunk-policy-exceptions.js";
import {
  collect,
  defaultDemand,
  isYarnAlias,
  withAnswersOf
} from "./chunk-evidence-collect.js";
import {
  canonicalRegistry,
  isPrivateChannel
} from "./chunk-evidence-registry-map.js";
import {
  canonicalRegistryUrl
} from "./chunk-policy-registries.js";
import {
  applyPublishers,
  isWorse,
  listKeys,
  listsAllTarballs,
  mergeUtterances,
  neededEvidence,
  occurrencesOf,
  optionsOf,
  settingsOf,
  utter,
  worstOf
} from "./chunk-policy-effective.js";
import {
  admits,
  algorithms,
  concerns,
  isAbout,
  isInForce,
  keepsOut,
  parseIntegrity,
  rules,
  statedIntegrity
} from "./chunk-rules.js";
import {
  buildReport,
  record,
  refreshedTrust,
  verdictOf
} from "./chunk-report-build.js";
import {
  openPolicy,
  recordedExtended
} from "./chunk-policy-open.js";
import {
  JsonObject,
  folderOf,
  groupBy,
  inOrder,
  oneFault,
  parseYamlDocuments,
  prefixOf
} from "./chunk-lockfile-yaml.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  compilePattern,
  splitSelector
} from "./chunk-rules-selectors.js";
import {
  quoted,
  visible
} from "./chunk-text.js";

// src/evidence/credentials.ts
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

// src/evidence/given-registries.ts
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

// src/evidence/npm-settings.ts
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
  const [{ default: Config }, { default: npm }, { default: envReplace }, { default: ini }] = await Promise.all([
    import("./npmcli-config.js"),
    import("./npmcli-config-definitions.js"),
    import("./npmcli-config-env-replace.js"),
    import("./ini.js")
  ]);
  class BaseConfig extends Config {
    loadProjectConfig() {
      this.localPrefix = this.cwd;
      const project = this.data.get("project")?.data;
      const { npmrc: npmrc2, namesNoRegistry = false, credentials = [], workTree = process.cwd() } = sources;
      if (project === void 0) return Promise.resolve();
      for (const file of [...npmrc2 === void 0 ? [] : [npmrc2], ...credentials]) {
        for (const [raw, value] of Object.entries(ini.parse(file.text))) {
          const key = envReplace(raw, this.env);
          if (!isRelevant(key) || key === "strict-ssl") continue;
          if (namesNoRegistry && namesRegistry(key)) continue;
          if (file !== npmrc2 && (!key.startsWith("//") || Object.hasOwn(project, key))) continue;
          const parsed = this.parseField(value, key);
          if (namesFile(key)) refuseWorkTree(parsed, value, key, file, workTree);
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
    return { level: "the base", path: sources.npmrc.path, ...lineOf(sources.npmrc.text, key) };
  }
}
function refuseWorkTree(parsed, raw, key, npmrc2, workTree) {
  if (typeof parsed !== "string" || typeof raw !== "string") return;
  const named2 = raw.startsWith("~/") || /^\$\{[^}]+\}/.test(raw) || isAbsolute(raw);
  const inside = relative(workTree, resolve(workTree, parsed));
  if (named2 && (inside.startsWith("..") || isAbsolute(inside))) return;
  throw new GateFailure(
    "configuration-invalid",
    `${visible(key, 100)} names a file of the work tree, which a pull request can change; set it in npm's user configuration or in NODE_EXTRA_CA_CERTS instead.`,
    { path: npmrc2.path, ...lineOf(npmrc2.text, key) }
  );
}
function lineOf(text, key) {
  const index = text.split(/\r\n|\r|\n/).findIndex((line) => line.trim().split(/\s*=/, 1)[0] === key);
  return index === -1 ? {} : { line: index + 1 };
}
function npmFolder() {
  const bin = dirname(process.execPath);
  return process.platform === "win32" ? join(bin, "node_modules/npm") : join(bin, "../lib/node_modules/npm");
}

// src/evidence/project-registries.ts
var faults = oneFault("configuration-invalid", "mend the file");
var mentionsRegistry = /registr|scopes/i;
async function namedRegistries(files, env) {
  const speaking = files.filter(({ text }) => mentionsRegistry.test(text));
  return (await Promise.all(speaking.map(async (file) => await readers[nameOf(file)]?.(file, env) ?? []))).flat();
}
var nameOf = ({ path }) => path.slice(path.lastIndexOf("/") + 1);
var readers = {
  ".npmrc": npmrc,
  ".yarnrc": yarnrc,
  ".yarnrc.yml": yarnrcYml,
  "pnpm-workspace.yaml": pnpmWorkspace,
  "bunfig.toml": bunfig
};
async function npmrc({ path, text }, env) {
  const [{ default: ini }, { default: envReplace }] = await Promise.all([
    import("./ini.js"),
    import("./npmcli-config-env-replace.js")
  ]);
  return Object.entries(ini.parse(text)).flatMap(([raw, value]) => {
    const key = envReplace(raw, { ...env });
    const scope = /^(@.+):registry$/.exec(key)?.[1];
    if (scope === void 0 && key !== "registry") return [];
    const url = typeof value === "string" ? envReplace(value, { ...env }) : "";
    return [{ ...scoped(scope), url, path, ...lineWith(text, raw) }];
  });
}
function yarnrc({ path, text }) {
  return text.split(/\r\n|[\r\n]/).flatMap((line, at) => {
    if (!/^\s*"?(?:@[^"]*:)?registry\b/.test(line)) return [];
    const found = /^\s*"?(?:(@[^:"\s]+):)?registry"?:?\s+"?([^"\s]+)"?\s*(?:#.*)?$/.exec(line);
    if (found === null) throw notUnderstood(path, at + 1);
    return [{ ...scoped(found[1]), url: found[2] ?? "", path, line: at + 1 }];
  });
}
function yarnrcYml({ path, text }, env) {
  const { document, root } = yamlMap(text, path, "failsafe");
  const server = (of, scope) => {
    const value = of.get("npmRegistryServer");
    if (value === void 0) return [];
    const line = document.line(of.offsetOf("npmRegistryServer"));
    return [{ ...scoped(scope), url: inYarn(value, env), path, line }];
  };
  const scopes = mapOf(root.get("npmScopes"), path);
  return [...server(root), ...scopes.keys.flatMap((key) => server(mapOf(scopes.get(key), path), `@${key}`))];
}
function pnpmWorkspace({ path, text }, env) {
  const { document, root } = yamlMap(text, path, "core");
  const listed = mapOf(root.get("registries"), path);
  const named2 = (of, key, scope) => ({
    ...scoped(scope),
    ...{ url: inYarn(of.get(key), env), path, line: document.line(of.offsetOf(key)) }
  });
  return [
    ...root.has("registry") ? [named2(root, "registry")] : [],
    ...listed.keys.map((key) => named2(listed, key, key === "default" ? void 0 : key))
  ];
}
async function bunfig({ path, text }, env) {
  const { parse } = await import("./smol-toml.js");
  let root;
  try {
    root = parse(text);
  } catch (cause) {
    const line = typeof cause.line === "number" ? cause.line : void 0;
    const place = { path, ...line === void 0 ? {} : { line } };
    throw new GateFailure("configuration-invalid", "This is no TOML; mend the file.", place);
  }
  const install = tableOf(tableOf(root).install);
  if (install.scopes !== void 0 && !isTable(install.scopes)) throw notUnderstood(path);
  const one = (value, key, scope) => {
    const url = typeof value === "string" ? value : tableOf(value).url;
    return { ...scoped(scope), url: inBun(url, env), path, ...lineWith(text, key) };
  };
  return [
    ...install.registry === void 0 ? [] : [one(install.registry, "registry")],
    ...Object.entries(tableOf(install.scopes)).map(([key, value]) => one(value, key, `@${key.replace(/^@/, "")}`))
  ];
}
var scoped = (scope) => scope === void 0 ? {} : { scope };
function inYarn(value, env) {
  if (typeof value !== "string") return "";
  return value.replace(/\$\{([A-Za-z_]\w*)(?:(:?-)([^}]*))?\}/g, (whole, name, kind, instead = "") => {
    const set = env[name];
    const counts = set !== void 0 && !(kind === ":-" && set === "");
    return counts ? set : kind === void 0 ? whole : String(instead);
  });
}
function inBun(value, env) {
  if (typeof value !== "string") return "";
  return value.replace(/\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g, (_, braced, plain) => {
    const name = braced ?? plain ?? "";
    return env[name] ?? `\${${name}}`;
  });
}
function yamlMap(text, path, schema) {
  const [document, more] = parseYamlDocuments(text, path, faults, schema);
  if (document === void 0 || more !== void 0) throw notUnderstood(path);
  return { document, root: mapOf(document.value ?? void 0, path) };
}
function mapOf(value, path) {
  if (value === void 0 || value === null) return new JsonObject(0, [], [], []);
  if (value instanceof JsonObject) return value;
  throw notUnderstood(path);
}
function notUnderstood(path, line) {
  return new GateFailure(
    "configuration-invalid",
    "What this says of registries is not understood; write it as its package manager documents it.",
    { path, ...line === void 0 ? {} : { line } }
  );
}
var isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function tableOf(value) {
  return typeof value === "object" && value !== null ? value : {};
}
function lineWith(text, key) {
  const at = text.split(/\r\n|\r|\n/).findIndex((line) => {
    const before = line.split("=", 1)[0] ?? "";
    return before.trim().replaceAll(/["']/g, "") === key;
  });
  return at === -1 ? {} : { line: at + 1 };
}
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
    const isStranger = (at) => by.path.includes("/") || nameOf(by) === ".npmrc" && !readsNpmrc(at);
    if (open.some(isStranger)) throw contradiction(scope, void 0, by);
  }
  return new Map([...agreed].map(([scope, { url }]) => [scope, url]));
}
function addressOf(named2) {
  const { url, path, line } = named2;
  const read = url.includes("${") ? { fault: "an environment variable that is not set" } : canonicalRegistry(url);
  if ("url" in read) return read.url;
  throw new GateFailure(
    "configuration-invalid",
    `The registry${named2.scope === void 0 ? "" : ` of ${quoted(named2.scope, 100)}`} has ${article(read.fault)}; set it to the registry's https URL.`,
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

// src/evidence/configuration.ts
async function loadConfiguration(sources) {
  const { projects = [], env, npmrc: npmrc2 } = sources;
  const npmrcs = new Map(
    projects.flat().flatMap((file) => /(?:^|\/)\.npmrc$/.test(file.path) ? [[file.path, file]] : [])
  );
  const credentials = [...npmrcs.values()].filter(({ path }) => path !== npmrc2?.path);
  const isOthers = projects.length > 0 && npmrcs.size === 0;
  const settings = await loadNpmSettings({ ...sources, credentials, namesNoRegistry: isOthers });
  const names = await Promise.all(projects.map((files) => namedRegistries(files, env)));
  const readsNpmrc = (project) => projects[project]?.some(({ path }) => npmrcs.has(path)) === true;
  const { default: getAuth } = await import("./npm-registry-fetch-auth.js");
  const policy = readPolicyRegistries(sources.policyRegistries ?? []);
  const registries = mapRegistries(settings, { names, readsNpmrc }, policy, flagRegistry(sources.registry));
  const agent = agentOptions(settings.flat);
  return { registries, connect };
  function connect(url) {
    if (!isPrivateChannel(url)) return { url, agent, withoutCredential: "no credential is sent over plain http" };
    const tokenEnv = policy.find((given) => given.url === url)?.tokenEnv;
    const { certificate, ...credential } = {
      ...npmCredential(url, settings.flat, getAuth),
      ...tokenEnv === void 0 ? {} : tokenCredential(url, tokenEnv, sources.env)
    };
    return { url, ...credential, agent: { ...agent, ...certificate } };
  }
}
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

// src/evidence/osv-address.ts
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

// src/evidence/trust-used.ts
async function trustUsed(dossiers, { trustedRoot, registryKeys, refreshed }, now) {
  const attested = dossiers.some(
    ({ evidence }) => isJudged(evidence.provenance) || isJudged(evidence.predecessorProvenance)
  );
  const signed = dossiers.some((dossier) => dossier.publicRegistry && isJudged(dossier.evidence.registrySignature));
  const usesSeeds = attested && trustedRoot === void 0 || signed && registryKeys === void 0;
  if (!usesSeeds) return attested ? { material: "given", date: null, old: false } : void 0;
  if (refreshed !== void 0) return { material: "refreshed", date: refreshed.date ?? null, old: false };
  const { trustSeedsAge } = await import("./evidence-trust-seeds.js");
  const { date, old } = trustSeedsAge(now);
  return { material: "embedded", date, old };
}
function isJudged(evidence) {
  return evidence.state === "present" && evidence.value.state !== "not-applicable";
}

// src/registry-files.ts
var named = {
  npm: [".npmrc"],
  pnpm: [".npmrc", "pnpm-workspace.yaml"],
  "yarn-classic": [".npmrc", ".yarnrc"],
  "yarn-berry": [".yarnrc.yml"],
  bun: [".npmrc", "bunfig.toml"]
};
function registryFiles({ mode, lockfiles, observations }, vets) {
  const speaks = new Set(observations.map(({ path }) => path));
  const concerned = lockfiles.filter(
    ({ path, status }) => status !== "removed" && (mode === "audit" || status !== "unchanged" || speaks.has(path) || vets && !path.includes("/"))
  );
  const unlocked = observations.flatMap(
    ({ code, path }) => code === "no-lockfile" ? [{ path, format: "npm" }] : []
  );
  const projects = groupBy([...concerned, ...unlocked], ({ path }) => prefixOf(folderOf(path)));
  return [...projects].map(([prefix, own]) => [
    ...new Set(own.flatMap(({ format }) => named[format].flatMap((file) => pathsOf(file, prefix))))
  ]);
}
function pathsOf(file, prefix) {
  if (!file.startsWith(".yarnrc")) return [prefix + file];
  const folders = prefix.split("/").slice(0, -1);
  return ["", ...folders.map((_, at) => `${folders.slice(0, at + 1).join("/")}/`)].map((above) => above + file);
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

// src/respelled.ts
async function settleRespelled(comparison, collect2) {
  const candidates = candidatesOf(comparison);
  if (candidates.length === 0) return { comparison };
  const unknown2 = candidates.filter(
    (change) => change.pins.some((pin) => compareBytes(pin, change.basePins) === "unknown")
  );
  const known = candidates.filter((change) => !unknown2.includes(change));
  const about = (changes) => ({ ...comparison, changes });
  const placed = known.length === 0 ? [] : (await collect2(about(known), /* @__PURE__ */ new Set())).dossiers;
  const asked = unknown2.length === 0 ? void 0 : await collect2(about(unknown2), /* @__PURE__ */ new Set(["release"]));
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

// src/evidence/trust/issuer.ts
var githubForms = [
  /^https:\/\/token\.actions\.githubusercontent\.com\/[^/]+$/,
  /^https:\/\/[^/]+\/_services\/token$/,
  /^https:\/\/token\.actions\.[a-z0-9-]+\.ghe\.com$/
];
function namedIssuer(issuer) {
  return { issuer, platform: githubForms.some((form) => form.test(issuer)) ? "github" : "other" };
}

// src/trusted-issuers.ts
function expectedIssuers({ settings }) {
  const provenance = settings.get("provenance");
  const expected = provenance === void 0 ? [] : optionsOf(provenance)["expect"];
  const naming = expected.flatMap(
    (one) => one.issuer === void 0 ? [] : [{ one, issuer: namedIssuer(one.issuer) }]
  );
  if (naming.length === 0) return void 0;
  return (name, version) => naming.filter(({ one }) => concerns(one, { name, version })).map(({ issuer }) => issuer);
}

// src/trust-options.ts
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

// src/policy/mentions.ts
function listedIn({ settings, origins }, key) {
  return listKeys.filter((one) => one.key === key).flatMap(({ rule, option }) => {
    const setting = settings.get(rule);
    const entries = setting === void 0 ? [] : optionsOf(setting)[option] ?? [];
    const otherwise = origins.get(`rules.${rule}.${option}`) ?? "default";
    return entries.map((entry, index) => {
      const id = `${key}[${index}]`;
      return { entry, id, origin: origins.get(id) ?? otherwise };
    });
  });
}
function takesIn(matcher) {
  return (selector, { name, version }) => version === void 0 ? compilePattern(splitSelector(selector).name)(name) : matcher(selector)(name, version);
}
var isAdmitted = takesIn(admits);
var isKeptOut = takesIn(keepsOut);
function mentionsOf(policy, named2, now) {
  const denied = listedIn(policy, "deny").filter(({ entry }) => isKeptOut(entry.package, named2)).map(({ entry, id, origin }) => {
    const instead = entry.useInstead === void 0 ? "" : ` Use ${quoted(entry.useInstead)} instead.`;
    const says = `Denied: ${quoted(entry.reason)}.${instead}`;
    return { key: "deny", id, selector: entry.package, origin, says };
  });
  const allowed = listedIn(policy, "allow").filter(({ entry }) => isAdmitted(entry, named2)).map(({ entry, id, origin }) => {
    const says = "On the list of what may come in; every other rule judges it as well.";
    return { key: "allow", id, selector: entry, origin, says };
  });
  const published = listedIn(policy, "publishers").flatMap(({ entry, id, origin }) => {
    const selector = entry.packages.find((one) => isAdmitted(one, named2));
    if (selector === void 0) return [];
    const waives = entry.waives.length === 0 ? "waives nothing" : `waives ${entry.waives.join(", ")}`;
    const state = isInForce(entry, now) ? "" : " Not in force on this day.";
    const says = `A publisher is listed from ${entry.start} to ${entry.end} and ${waives} for what it publishes.${state}`;
    return [{ key: "publishers", id, selector, origin, says }];
  });
  const excepted = policy.exceptions.filter((one) => isAdmitted(one.package, named2)).map((one) => {
    const state = isExpired(one, now) ? `expired on ${one.expires}` : `until ${one.expires}`;
    const says = `Waives ${one.rules.join(", ")}, ${state}: ${quoted(one.reason)}.`;
    return { key: "exceptions", id: one.id, selector: one.package, origin: one.origin, says };
  });
  return [...denied, ...allowed, ...published, ...excepted];
}

// src/policy/publisher-hygiene.ts
function publisherHygiene({ policy, dossiers, now, complete, rules: rules2 }) {
  const rule = rules2.find(({ id }) => id === hygieneRule);
  const setting = policy.settings.get(hygieneRule);
  if (rule === void 0 || setting === void 0) return [];
  return listedIn(policy, "publishers").flatMap((listed) => {
    const { entry, id, origin } = listed;
    const line = ownLine(policy, origin);
    if (line === void 0) return [];
    const ended = Date.parse(now) > Date.parse(entry.start) && !isInForce(entry, now);
    const unused = complete && !ended && !dossiers.some(({ change }) => isAbout(entry, change));
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

// src/rules/unavailable.ts
var unknown = {
  existence: "whether the registry has it",
  release: "what the registry's document says of this version",
  publishedAt: "when this version was published",
  firstPublishedAt: "when this name was first published",
  history: "which other versions of this name were released",
  predecessor: "what the registry's document says of the version that was locked before",
  registrySignature: "whether the registry signed what is locked",
  provenance: "where this version was built",
  publisher: "who published this version",
  trust: "with what trust this version was published",
  priorTrust: "with what trust earlier releases were published",
  predecessorProvenance: "where the version that was locked before was built",
  bringers: "where the packages that bring it in were built",
  malware: "whether this version is recorded as malicious",
  advisories: "which advisories there are about this version",
  downloads: "how often the name was downloaded",
  prominence: "how popular the name is",
  lookalike: "whether the name is close to a popular one",
  implicitBuild: "whether its tarball holds a binding.gyp, which npm builds on install",
  predecessorImplicitBuild: "whether the tarball of the version that was locked before holds a binding.gyp",
  predecessorAdvisories: "which advisories there were about what was locked before",
  bundling: "whether it comes in the tarball of another package, as the lockfile says",
  authorship: "who made this change",
  license: "which license this version declares"
};
var because = {
  offline: "no request was allowed",
  "not-recorded": "the recorded evidence does not hold it",
  network: "the registry could not be reached",
  timeout: "the registry did not answer in time",
  throttled: "the registry took no more requests",
  "server-error": "the registry failed to answer",
  unauthorized: "the registry asks for a credential",
  redirected: "the registry sent the request to another origin, which is not followed",
  "too-large": "the answer is larger than lockgate reads",
  malformed: "the answer is not what a registry sends",
  budget: "a bound of this run was reached before it could be asked for"
};
var again = "Run the check again; if it stays so, look at the state of the registry.";
var mend = {
  offline: "Run again with requests allowed, or with evidence that holds it.",
  "not-recorded": "Record the evidence again with this version of lockgate and this policy.",
  network: again,
  timeout: again,
  throttled: "Wait, then run the check again.",
  "server-error": again,
  unauthorized: "Give lockgate a token that may read this package from its registry.",
  redirected: "Configure the address that the registry answers at itself.",
  "too-large": "Ask the keeper of the registry why the document is so large.",
  malformed: "See what answers at the address of the registry: a proxy or a login page is not a registry.",
  budget: "Split the change into smaller ones."
};
var restsOnSigning = /* @__PURE__ */ new Set([
  "registrySignature",
  "provenance",
  "predecessorProvenance",
  "publisher",
  "trust",
  "priorTrust"
]);
var fromSources = /* @__PURE__ */ new Set(["malware", "advisories", "predecessorAdvisories"]);
function mendNotProvided(kind) {
  if (restsOnSigning.has(kind)) {
    return "Use a registry that passes it on. Of a private one that never has it the policy can say so: `signatures: unsupported` under `registries`.";
  }
  if (fromSources.has(kind)) {
    return "Use a registry that has them, or ask OSV instead: `malware: [osv]` and `advisories: [osv]` under `sources` in the policy.";
  }
  return "Use a registry that passes it on, or decide in the policy how this rule counts here.";
}
function missingMessage({ kind, evidence: { reason, detail } }) {
  if (reason === "not-provided") return `It is unknown ${unknown[kind]}: ${visible(detail, 200)}.`;
  const more = detail.endsWith(because[reason]) ? "" : ` (${visible(detail, 200)})`;
  return `It is unknown ${unknown[kind]}: ${because[reason]}${more}.`;
}
function missingRemediation({ kind, evidence: { reason } }) {
  return reason === "not-provided" ? mendNotProvided(kind) : mend[reason];
}

// src/rules/engine.ts
var existenceRule = "existence";
function runRules({
  rules: rules2,
  settings,
  profiles,
  dossiers,
  observations,
  context,
  unavailable
}) {
  const { ofChange = () => [settings], ofPath = () => [settings] } = profiles ?? {};
  const heard = /* @__PURE__ */ new Map();
  const hear = (rule, subject, utterances2) => {
    if (utterances2.length === 0) return;
    const { lockfile, name, version, source } = subject;
    const key = JSON.stringify([rule, lockfile, name, version, source ?? null]);
    const entry = heard.get(key);
    if (entry === void 0) heard.set(key, { rule, subject, utterances: [...utterances2] });
    else entry.utterances.push(...utterances2);
  };
  for (const rule of rules2) settingOf(settings, rule);
  const existenceFirst = [...rules2].sort((a, b) => rankOf2(a) - rankOf2(b));
  for (const dossier of dossiers.filter(({ change }) => change.kind !== "removed")) {
    const subject = subjectOf(dossier.change);
    const applied = ofChange(dossier.change);
    let missing = false;
    for (const rule of existenceFirst) {
      if (rule.subject !== "package") continue;
      if (missing && rule.needs.some((kind) => kind !== "existence")) continue;
      const utterances2 = worstUnder(
        applied,
        rule,
        subject,
        (setting) => applies(rule, setting, dossier) ? askPackageRule({ rule, setting, dossier, subject, context, unavailable }) : []
      );
      missing ||= rule.id === existenceRule && utterances2.some(({ floor, outcome }) => floor && outcome === "violation");
      hear(rule.id, subject, utterances2);
    }
  }
  for (const observation of observations) {
    const { path, line, name, version } = observation;
    const subject = { name: name ?? null, version: version ?? null, lockfile: path, line };
    const applied = ofPath(path);
    for (const rule of rules2) {
      if (rule.subject !== "lockfile" || !Object.hasOwn(rule.messages, observation.code)) continue;
      const utterances2 = worstUnder(
        applied,
        rule,
        subject,
        (setting) => worstOf(rule, setting).level === "off" ? [] : askLockfileRule({ rule, setting, observation, subject, context })
      );
      hear(rule.id, subject, utterances2);
    }
  }
  return [...heard.values()].map(({ rule, subject, utterances: utterances2 }) => mergeUtterances(rule, subject, utterances2));
}
function worstUnder(applied, rule, subject, ask) {
  const [first, ...others] = new Set(applied.map((settings) => settingOf(settings, rule)));
  if (first === void 0) throw new TypeError(`no settings apply to ${subject.name ?? subject.lockfile}`);
  return others.map(ask).reduce((worst, said) => isWorse(said, worst) ? said : worst, ask(first));
}
var rankOf2 = (rule) => rule.id === existenceRule ? 0 : 1;
function settingOf(settings, rule) {
  const setting = settings.get(rule.id);
  if (setting === void 0) throw new TypeError(`the policy sets nothing for the rule ${rule.id}`);
  return setting;
}
var applies = (rule, setting, { change }) => (rule.sources === "any" || change.source.kind === "registry") && worstOf(rule, setting).level !== "off";
function subjectOf({ name, version, source, lockfile, line }) {
  const spec = source.kind === "registry" ? {} : { source: JSON.stringify([source.kind, source.spec ?? null]) };
  return { name, version, ...spec, lockfile, line };
}
function askPackageRule({
  rule,
  setting,
  dossier,
  subject,
  context,
  unavailable
}) {
  const { evidence, ...rest } = dossier;
  const reading = readingOf(rule, evidence);
  let violations = [];
  try {
    violations = rule.check({ dossier: rest, evidence: reading.known, options: setting.options, context });
  } catch (cause) {
    if (!(cause instanceof UnavailableRead)) throw cause;
  }
  const missing = reading.missing();
  if (missing !== void 0) return [indeterminate(rule, setting, missing, dossier.change, unavailable)];
  return violations.flatMap((violation) => utter(rule, setting, violation, subject) ?? []);
}
var UnavailableRead = class extends Error {
};
function readingOf(rule, evidence) {
  const known = {};
  let missing;
  for (const kind of rule.easedBy ?? []) {
    known[kind] = evidence[kind].state === "unavailable" ? { state: "absent" } : evidence[kind];
  }
  for (const kind of rule.needs) {
    const piece = evidence[kind];
    if (piece.state !== "unavailable") {
      known[kind] = piece;
      continue;
    }
    Object.defineProperty(known, kind, {
      enumerable: true,
      get: () => {
        missing ??= { kind, evidence: piece };
        throw new UnavailableRead(kind);
      }
    });
  }
  return { known, missing: () => missing };
}
function indeterminate(rule, setting, missing, change, unavailable) {
  const { level, floor } = worstOf(rule, setting);
  return {
    code: `unavailable-${missing.kind}`,
    rank: 0,
    level: level === "error" && (floor || unavailable === "error") ? "error" : "warn",
    floor,
    outcome: "indeterminate",
    message: missingMessage(missing),
    remediation: missingRemediation(missing),
    line: change.line,
    places: change.pins.reduce((sum, pin) => sum + pin.places, 0) || 1,
    stable: {}
  };
}
function askLockfileRule({
  rule,
  setting,
  observation,
  subject,
  context
}) {
  return rule.check({ observation, options: setting.options, context }).flatMap((violation) => utter(rule, setting, violation, subject) ?? []);
}

// src/verdict.ts
function judge({ comparison, dossiers, policy, now, rules: rules2 = rules }) {
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
  const complete = isComplete(comparison);
  const waived = applyPublishers({ findings: found, dossiers, policy, now });
  const excepted = applyExceptions({ findings: waived, policy, now, complete, rules: rules2 });
  const hygiene = publisherHygiene({ policy, dossiers, now, complete, rules: rules2 });
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

// src/judging.ts
async function judgeComparison(compared, request, { settings, file, policy, trust: given }) {
  const { preset, now } = request;
  const resolved = await resolveUnpinned(compared, request, settings, policy);
  const settled = await settleRespelled(
    resolved.comparison,
    (part, needs) => collect(part, { ...collectOptions(request, settings, policy, part), needs })
  );
  const comparison = await withAuthorship(settled.comparison, request);
  const trust = await refreshedTrust(given, request.trust?.refresh, comparison);
  const judged = await collectEvidence(request, settings, policy, trust, comparison, [], resolved.fetched);
  const collected = withAnswersOf(settled.asked, judged);
  const report = await reportOn(comparison, collected, policy, trust, now);
  return { report, evidence: record(file, preset, trust, comparison, collected, now, policy.extended) };
}
async function replay(evidence, own, preset, now) {
  const { policy: recorded, comparison, answers, registries } = evidence;
  const file = own ?? (recorded.text === null ? void 0 : { source: recorded.source, text: recorded.text });
  const chosen = preset ?? (own === void 0 ? recorded.preset ?? void 0 : void 0);
  const readExtended = recordedExtended(recorded, void 0);
  const policy = await openPolicy(file, { ...chosen === void 0 ? {} : { preset: chosen }, readExtended });
  const collected = await collect(comparison, {
    needs: neededEvidence(policy),
    sources: policy.sources,
    listings: listsAllTarballs(policy) ? "all" : "small",
    ...trustOptions(policy, evidence.trust ?? {}),
    now: now ?? evidence.evaluatedAt,
    configure: () => Promise.resolve(recordedConfiguration(requireRegistries(registries))),
    offline: true,
    recorded: answers
  });
  return reportOn(comparison, collected, policy, evidence.trust ?? {}, now ?? evidence.evaluatedAt);
}
async function resolveUnpinned(compared, request, settings, policy) {
  const { mode, vet } = request;
  const { observations } = compared;
  if (vet === void 0 && (mode === "audit" || !observations.some(({ code }) => unpinned.has(code)))) {
    return { comparison: compared };
  }
  const { resolveMissing } = await import("./resolve-missing.js");
  return resolveMissing(compared, request, configuring(request, settings, policy, compared));
}
function configuring({ registry, env, recorded, workTree, vet }, { npmrc: npmrc2, filesOf }, policy, comparison) {
  const { registries } = recorded ?? {};
  if (registries) return () => Promise.resolve(recordedConfiguration(registries));
  return async () => loadConfiguration({
    ...{ env, workTree, policyRegistries: policy.registries },
    projects: await filesOf(registryFiles(comparison, vet !== void 0)),
    ...npmrc2 === void 0 ? {} : { npmrc: npmrc2 },
    ...registry === void 0 ? {} : { registry }
  });
}
var unpinned = /* @__PURE__ */ new Set(["not-locked", "manifest-disagrees", "no-lockfile"]);
async function withAuthorship(comparison, { authorship }) {
  const isAsked = comparison.changes.some(({ kind, direct }) => kind === "added" && direct);
  return authorship === void 0 || !isAsked ? comparison : { ...comparison, authorship: await authorship() };
}
function collectEvidence(request, settings, policy, trust, comparison, also = [], fetched) {
  return collect(comparison, {
    ...collectOptions(request, settings, policy, comparison),
    ...trustOptions(policy, trust),
    needs: /* @__PURE__ */ new Set([...neededEvidence(policy), ...also]),
    ...fetched === void 0 ? {} : { fetched }
  });
}
function collectOptions(request, settings, policy, comparison) {
  const { offline, recorded, progress, limits, now } = request;
  return {
    sources: policy.sources,
    listings: listsAllTarballs(policy) ? "all" : "small",
    osv: osvAddress(request.osv, request.registry),
    now,
    configure: configuring(request, settings, policy, comparison),
    offline,
    ...recorded === void 0 ? {} : { recorded: recorded.answers },
    ...progress === void 0 ? {} : { progress },
    ...limits === void 0 ? {} : { limits }
  };
}
async function reportOn(comparison, { dossiers }, policy, trust, now) {
  const judgement = judge({ comparison, dossiers, policy, now });
  const policyRegistries = policy.registries.map(({ url }) => canonicalRegistryUrl(url));
  const used = await trustUsed(dossiers, trust, now);
  return buildReport({ comparison, dossiers, judgement, policy, policyRegistries, now, trust: used });
}
function requireRegistries(registries) {
  if (registries !== null) return registries;
  throw new GateFailure(
    "evidence-invalid",
    "The evidence names no registries although changes come from one; record it again."
  );
}

export {
  trustUsed,
  listedIn,
  mentionsOf,
  runRules,
  judge,
  judgeComparison,
  replay,
  withAuthorship,
  collectEvidence
};
