import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  applyExceptions
} from "./chunk-CNGNTMXY.js";
import {
  FileReader,
  JsonObject,
  NOWHERE,
  OpenLockfile,
  auditLockfile,
  collect,
  compareText,
  concernsRegistry,
  defaultDemand,
  descriptorLinker,
  diffLockfiles,
  folderOf,
  foldersAbove,
  groupBy,
  isSame,
  join,
  linked,
  lockfileKind,
  nameLinker,
  normalise,
  oneFault,
  parseJson,
  parseLockfile,
  parseManifest,
  prefixOf,
  splitDescriptor,
  treeOf,
  unsupported,
  workspaceMatcher
} from "./chunk-KELXXIN2.js";
import {
  aliasTarget,
  specKind
} from "./chunk-DPUHDEVI.js";
import {
  missingProvenance
} from "./chunk-YK5BSETI.js";
import {
  applyPublishers,
  composePolicy,
  isWorse,
  mergeUtterances,
  neededEvidence,
  occurrencesOf,
  optionsOf,
  settingsOf,
  utter,
  worstOf
} from "./chunk-UY47Z6Q4.js";
import {
  concerns,
  rules
} from "./chunk-HJGNOL2G.js";
import {
  canonicalRegistry,
  isPrivateChannel
} from "./chunk-WLHVLVJZ.js";
import {
  require_satisfies,
  require_valid
} from "./chunk-6VP46QZ3.js";
import {
  quoted,
  visible
} from "./chunk-VVPQZMOF.js";
import {
  GateFailure,
  asGateError
} from "./chunk-NAH4THA5.js";
import {
  __toESM
} from "./chunk-U2RJDSLN.js";

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
function header(scheme, secret2, registry) {
  if (/^[\x21-\x7e]+$/.test(secret2)) return `${scheme} ${secret2}`;
  throw new GateFailure(
    "configuration-invalid",
    `The credential for ${quoted(registry)} holds characters that no header can carry; set it anew without spaces or line breaks.`
  );
}

// src/evidence/given-registries.ts
function readPolicyRegistries(registries) {
  const claimed = /* @__PURE__ */ new Set();
  return registries.map(({ url: text, scopes = [], tokenEnv }) => {
    const read3 = canonicalRegistry(text);
    const fault = "fault" in read3 ? read3.fault : isPrivateChannel(read3.url) ? void 0 : "plain http";
    if (fault !== void 0 || "fault" in read3) {
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
    return { url: read3.url, scopes, tokenEnv };
  });
}
function flagRegistry(text) {
  if (text === void 0) return void 0;
  const read3 = canonicalRegistry(text);
  const fault = "fault" in read3 ? read3.fault : isPrivateChannel(read3.url) ? void 0 : "plain http";
  if ("url" in read3 && fault === void 0) return read3.url;
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
import { dirname, isAbsolute, join as join2, relative, resolve } from "node:path";
var relevant = /* @__PURE__ */ new Set([
  ...["registry", "replace-registry-host", "scope", "proxy", "https-proxy", "noproxy", "local-address"],
  ...["ca", "cafile", "cert", "key", "strict-ssl"]
]);
var namesFile = (key) => /(?:^cafile|:certfile|:keyfile)$/.test(key);
var isRelevant = (key) => relevant.has(key) || /^@.*:registry$/.test(key) || key.startsWith("//");
async function loadNpmSettings(sources) {
  const [{ default: Config }, { default: npm }, { default: envReplace }, { default: ini }] = await Promise.all([
    import("./lib-W3JMFGUJ.js"),
    import("./definitions-UP5EFQ5R.js"),
    import("./env-replace-JNMWNJOA.js"),
    import("./ini-DMRHIZDP.js")
  ]);
  class BaseConfig extends Config {
    loadProjectConfig() {
      this.localPrefix = this.cwd;
      const project = this.data.get("project")?.data;
      const { npmrc, workTree = process.cwd() } = sources;
      if (project === void 0 || npmrc === void 0) return Promise.resolve();
      for (const [raw, value] of Object.entries(ini.parse(npmrc.text))) {
        const key = envReplace(raw, this.env);
        if (!isRelevant(key) || key === "strict-ssl") continue;
        const parsed = this.parseField(value, key);
        if (namesFile(key)) refuseWorkTree(parsed, value, key, npmrc, workTree);
        project[key] = parsed;
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
    if (level !== "project" || sources.npmrc === void 0) return { level: `npm's ${level} configuration` };
    return { level: "the base", path: sources.npmrc.path, ...lineOf(sources.npmrc.text, key) };
  }
}
function refuseWorkTree(parsed, raw, key, npmrc, workTree) {
  if (typeof parsed !== "string" || typeof raw !== "string") return;
  const named = raw.startsWith("~/") || /^\$\{[^}]+\}/.test(raw) || isAbsolute(raw);
  const inside = relative(workTree, resolve(workTree, parsed));
  if (named && (inside.startsWith("..") || isAbsolute(inside))) return;
  throw new GateFailure(
    "configuration-invalid",
    `${visible(key, 100)} names a file of the work tree, which a pull request can change; set it in npm's user configuration or in NODE_EXTRA_CA_CERTS instead.`,
    { path: npmrc.path, ...lineOf(npmrc.text, key) }
  );
}
function lineOf(text, key) {
  const index = text.split(/\r\n|\r|\n/).findIndex((line) => line.trim().split(/\s*=/, 1)[0] === key);
  return index === -1 ? {} : { line: index + 1 };
}
function npmFolder() {
  const bin = dirname(process.execPath);
  return process.platform === "win32" ? join2(bin, "node_modules/npm") : join2(bin, "../lib/node_modules/npm");
}

// src/evidence/configuration.ts
async function loadConfiguration(sources) {
  const settings = await loadNpmSettings(sources);
  const { default: getAuth } = await import("./auth-4KEGBJ5W.js");
  const policy = readPolicyRegistries(sources.policyRegistries ?? []);
  const registries = mapRegistries(settings, policy, flagRegistry(sources.registry));
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
function mapRegistries(settings, policy, flag) {
  const { flat, placeOf } = settings;
  const publicRegistry = configured(settings.publicRegistry, "registry", placeOf);
  const replaced = (url) => flag !== void 0 && url === publicRegistry ? flag : url;
  const scopes = /* @__PURE__ */ new Map();
  for (const [key, value] of Object.entries(flat)) {
    const scope = /^(@.*):registry$/.exec(key)?.[1];
    if (scope !== void 0) scopes.set(scope, replaced(configured(value, key, placeOf)));
  }
  const ownScope = typeof flat.scope === "string" ? scopes.get(flat.scope) : void 0;
  const npmDefault = ownScope ?? configured(flat.registry, "registry", placeOf);
  for (const { url, scopes: own } of policy) for (const scope of own) scopes.set(scope, replaced(url));
  const policyDefault = policy.find(({ scopes: own }) => own.length === 0)?.url;
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
  const read3 = typeof value !== "string" ? { fault: "not a URL" } : value.includes("${") ? { fault: "an environment variable that is not set" } : canonicalRegistry(value);
  if ("url" in read3) return read3.url;
  const { level, ...place } = placeOf(key);
  throw new GateFailure(
    "configuration-invalid",
    `${quoted(key, 100)} in ${level} has ${article(read3.fault)}; set it to the registry's https URL, and a credential by a //host/path/:_authToken line.`,
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

// src/evidence/trust-used.ts
async function trustUsed(dossiers, { trustedRoot, registryKeys, refreshed }, now) {
  const attested = dossiers.some(
    ({ evidence }) => isJudged(evidence.provenance) || isJudged(evidence.predecessorProvenance)
  );
  const signed = dossiers.some((dossier) => dossier.publicRegistry && isJudged(dossier.evidence.registrySignature));
  const usesSeeds = attested && trustedRoot === void 0 || signed && registryKeys === void 0;
  if (!usesSeeds) return attested ? { material: "given", date: null, old: false } : void 0;
  if (refreshed !== void 0) return { material: "refreshed", date: refreshed.date ?? null, old: false };
  const { trustSeedsAge } = await import("./seeds-D3SZRPMF.js");
  const { date, old } = trustSeedsAge(now);
  return { material: "embedded", date, old };
}
function isJudged(evidence) {
  return evidence.state === "present" && evidence.value.state !== "not-applicable";
}

// src/policy/open.ts
async function openPolicy(file, options = {}) {
  if (file === void 0) return composePolicy({ source: `preset ${options.preset ?? "recommended"}`, ...options });
  const { loadPolicy } = await import("./load-WZHL7EJR.js");
  return loadPolicy(file, options);
}

// src/report/evidence-words.ts
function reportedEvidence(change, dossier) {
  if (dossier === void 0 || change.source.kind !== "registry") {
    const unasked2 = change.source.kind === "registry" ? "not-evaluated" : "not-applicable";
    return {
      existence: unasked2,
      registrySignature: unasked2,
      provenance: unasked2,
      trust: "not-evaluated",
      publishedAt: null,
      provenanceIdentity: null,
      previous: null
    };
  }
  const { existence, registrySignature, provenance, trust, publishedAt } = dossier.evidence;
  return {
    existence: existenceWord(existence),
    registrySignature: outcomeWord(registrySignature),
    provenance: outcomeWord(provenance),
    trust: trustWord(trust),
    publishedAt: publishedAt.state === "present" ? publishedAt.value : null,
    provenanceIdentity: identityOf(provenance),
    previous: previousOf(change, dossier)
  };
}
function existenceWord(existence) {
  return existence.state === "present" ? existence.value.answer : existence.state;
}
function outcomeWord(evidence) {
  if (evidence.state !== "present") return withoutValue(evidence);
  return evidence.value.state === "no-provenance" ? "absent" : evidence.value.state;
}
function trustWord(trust) {
  if (trust.state !== "present") return trust.state === "absent" ? "unavailable" : withoutValue(trust);
  const { atLeast, atMost } = trust.value;
  return atLeast === atMost ? atLeast : "unavailable";
}
var unasked = "no enabled rule needs it";
function withoutValue(evidence) {
  return evidence.state === "unavailable" && evidence.detail === unasked ? "not-evaluated" : evidence.state;
}
function identityOf(provenance) {
  if (provenance.state !== "present" || provenance.value.state !== "verified") return null;
  const { sourceRepository, workflow, commit } = provenance.value.identity;
  return { repository: sourceRepository, workflow: workflow ?? null, commit: commit ?? null };
}
function previousOf({ previousVersion, version, baseVersions }, { evidence }) {
  const before = previousVersion !== void 0 && previousVersion !== version ? previousVersion : baseVersions.at(-1);
  if (before === void 0 || before === version) return null;
  const { history, predecessor, predecessorProvenance } = evidence;
  const known = predecessor.state === "present" ? predecessor.value.version : before;
  if (known === version) return null;
  const releases = history.state === "present" ? history.value.releases : [];
  const release = releases.find((each) => each.version === known);
  const verified = outcomeWord(predecessorProvenance);
  const claimed = release?.attested === true ? "claimed" : release?.attested === false ? "absent" : "unavailable";
  const decided = ["verified", "invalid", "not-applicable"].includes(verified);
  return { version: known, provenance: decided ? verified : claimed, trust: claimedTrust(release) };
}
function claimedTrust(release) {
  if (release?.publisher?.approver !== void 0) return "staged";
  if (release?.publisher?.trustedPublisher !== void 0) return "trusted-publisher";
  if (release?.attested === true) return "provenance";
  return release?.publisher === void 0 ? "unavailable" : "none";
}

// src/report/build.ts
function buildReport({ comparison, dossiers, judgement, policy, now, trust }) {
  const dossierOf = new Map(dossiers.map((dossier) => [identity(dossier.change), dossier]));
  const changes = comparison.changes.map((change) => reportedChange(change, dossierOf.get(identity(change)))).sort(
    (a, b) => compareText2(a.lockfile, b.lockfile) || compareText2(a.name, b.name) || compareText2(a.version, b.version) || a.line - b.line || compareText2(a.kind, b.kind)
  );
  const counted = (kind) => changes.filter((change) => change.kind === kind).length;
  return {
    schema: "lockgate-report/1",
    verdict: judgement.verdict,
    mode: comparison.mode,
    evaluatedAt: now,
    base: comparison.base ?? null,
    head: comparison.head,
    policy: { source: policy.source, digest: policy.digest, mode: policy.mode },
    lockfiles: comparison.lockfiles.map(({ path, format, formatVersion, status, packages }) => ({ path, format, formatVersion, status, packages })).sort((a, b) => compareText2(a.path, b.path)),
    changes,
    findings: judgement.findings.map(inContractOrder),
    errors: comparison.errors.map(({ code, message, path, line }) => ({
      code,
      message,
      ...path === void 0 ? {} : { path },
      ...line === void 0 ? {} : { line }
    })),
    missingProvenance: missingProvenance(changes),
    ...trust === void 0 ? {} : { trust },
    counts: {
      added: counted("added"),
      updated: counted("updated"),
      removed: counted("removed"),
      findings: judgement.findings.length,
      errors: comparison.errors.length
    }
  };
}
function compareText2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function identity({ lockfile, name, version, source, kind }) {
  return JSON.stringify([lockfile, name, version, source.kind, source.spec ?? null, kind === "removed"]);
}
function reportedChange(change, dossier) {
  return {
    kind: change.kind,
    name: change.name,
    version: change.version,
    previousVersion: change.previousVersion ?? null,
    changed: change.changed,
    lockfile: change.lockfile,
    line: change.line,
    direct: change.direct,
    dependencyTypes: change.dependencyTypes,
    importers: change.importers,
    via: change.via,
    manifests: change.manifests.map(({ path, line }) => ({ path, line })),
    source: change.source.kind,
    registry: dossier?.registry ?? null,
    evidence: reportedEvidence(change, dossier)
  };
}
function inContractOrder(finding) {
  return {
    rule: finding.rule,
    level: finding.level,
    floor: finding.floor,
    outcome: finding.outcome,
    codes: finding.codes,
    name: finding.name,
    version: finding.version,
    message: finding.message,
    remediation: finding.remediation,
    lockfile: finding.lockfile,
    line: finding.line,
    places: finding.places,
    ...finding.about === void 0 ? {} : { about: finding.about },
    fingerprint: finding.fingerprint,
    status: finding.status,
    decision: finding.decision
  };
}

// src/resolve/agreement.ts
var import_satisfies = __toESM(require_satisfies(), 1);
var import_valid = __toESM(require_valid(), 1);
function disagreements(lockfile, manifests) {
  if (manifests.size === 0) return [];
  const tree = treeOf(lockfile);
  const root = manifests.get("");
  const isAnywhere = root === void 0 || lockfile.format === "pnpm";
  const isWorkspace = isAnywhere ? () => true : declaredWorkspaces(lockfile, root, manifests);
  return tree.importers.flatMap((importer, node) => {
    const manifest = manifests.get(importer.path);
    const strangers = importer.path === "" || isWorkspace(importer.path) ? [] : [notAWorkspace(lockfile, importer, root?.path ?? "")];
    if (manifest === void 0) return strangers;
    const mayDiffer = (name) => lockfile.overridden?.has(name) === true || root?.resolutions.has(name) === true || importer.path !== "" && root?.overridden.has(name) !== false;
    return [...strangers, ...compareImporter(lockfile, tree, node, manifest, mayDiffer)];
  });
}
function declaredWorkspaces({ format }, root, manifests) {
  const declaring = format === "yarn-berry" ? [...manifests] : [["", root]];
  const matchers = declaring.flatMap(
    ([folder, { workspaces, path }]) => workspaces.length === 0 ? [] : [{ prefix: prefixOf(folder), isBelow: workspaceMatcher(workspaces, path) }]
  );
  return (folder) => matchers.some(({ prefix, isBelow }) => folder.startsWith(prefix) && isBelow(folder.slice(prefix.length)));
}
function notAWorkspace(lockfile, importer, manifest) {
  const args = { manifest, workspace: importer.path };
  return { code: "manifest-disagrees", path: lockfile.path, line: importer.line, args };
}
function compareImporter(lockfile, tree, node, manifest, mayDiffer) {
  const importer = tree.importers[node];
  const asked = groupBy(manifest.requires, ({ name }) => name);
  const locked = groupBy(importer.requires, ({ name }) => name);
  const observations = [];
  for (const name of /* @__PURE__ */ new Set([...asked.keys(), ...locked.keys()])) {
    const [wanted, recorded] = [asked.get(name) ?? [], locked.get(name) ?? []];
    const pinned = tree.packageAt(tree.resolve(node, name));
    const pins = tree.resolve(node, name) !== NOWHERE;
    if (lockfile.format === "pnpm" && wanted.length > 0 && wanted.every(({ type }) => type === "peer")) continue;
    const say = lockfile.overridden?.has(name) === true ? typesOnly : shown;
    const args = { manifest: manifest.path, asked: say(wanted), locked: say(recorded) };
    const about = { path: lockfile.path, line: pinned?.line ?? importer.line, name };
    const mustBePinned = wanted.some(({ type }) => type === "prod" || type === "dev");
    if (mustBePinned && !pins) observations.push({ ...about, code: "not-locked", args });
    else if (args.asked !== args.locked) observations.push({ ...about, code: "manifest-disagrees", args });
    else if (pinned !== void 0 && !mayDiffer(name) && !wanted.every((each) => isMet(each, pinned))) {
      const pin = `${pinned.name}@${pinned.version}`;
      observations.push({ ...about, code: "manifest-disagrees", args: { ...args, pinned: pin } });
    }
  }
  return observations;
}
function shown(requires) {
  return requires.map(({ type, spec }) => `${type} ${spec.trim()}`).sort().join(", ");
}
function typesOnly(requires) {
  return shown(requires.map((each) => ({ ...each, spec: "" })));
}
function isMet(requirement, pinned) {
  const { kind } = pinned.source;
  if (requirement.type === "peer" || kind === "workspace" || kind === "link") return true;
  const alias = aliasTarget(requirement.spec);
  const spec = alias?.spec ?? requirement.spec;
  const askedKind = specKind(requirement.spec);
  if (askedKind !== "registry" && askedKind !== "alias") return true;
  if (kind !== "registry" || pinned.name !== (alias?.name ?? requirement.name)) return false;
  const range = (0, import_valid.default)(spec, true);
  return range === null || (0, import_satisfies.default)(pinned.version, range, { loose: true });
}

// src/resolve/observations.ts
var MAX_NAMED = 20;
function introduced(base, head) {
  const known = new Set(base.map(factOf));
  return head.filter((each) => !known.has(factOf(each)));
}
function factOf({ code, name, version, args }) {
  return JSON.stringify([code, name ?? null, version ?? null, Object.entries(args).sort()]);
}
function unreachable(base, head) {
  if (!head.isRootKnown) return [];
  const known = new Set((base?.unreached() ?? []).map(({ name, version }) => `${name}
${version}`));
  const found = groupBy(head.unreached(), ({ name, version }) => `${name}
${version}`);
  const { path } = head.lockfile;
  const named = [...found].filter(([key]) => !known.has(key)).flatMap(
    ([, places]) => places.slice(0, 1).map(({ name, version, line }) => ({
      code: "unreachable",
      path,
      line,
      name,
      version,
      args: { places: places.length }
    }))
  );
  const more = named.length - MAX_NAMED;
  if (more <= 0) return named;
  const rest = { code: "unreachable", path, line: named[MAX_NAMED]?.line ?? 1, args: { more } };
  return [...named.slice(0, MAX_NAMED), rest];
}

// src/resolve/own-names.ts
async function withOwnNames(changes, lockfiles, manifests) {
  const asked = new Set(changes.flatMap((each) => isCandidate(each) ? each.name : []));
  if (asked.size === 0) return changes;
  const folders = new Set(lockfiles.flatMap((each) => foldersThatMayHave(each, asked)));
  const own = /* @__PURE__ */ new Map();
  for (const folder of [...folders].sort()) {
    for (const manifest of [await manifests.ofBase(folder), await manifests.ofHead(folder)]) {
      if (manifest?.private === true && manifest.name !== void 0) own.set(manifest.name, manifest.path);
    }
  }
  return changes.map((change) => {
    const workspace = isCandidate(change) ? own.get(change.name) : void 0;
    return workspace === void 0 ? change : { ...change, workspace };
  });
}
var isCandidate = ({ kind, source }) => kind !== "removed" && source.kind === "registry";
function foldersThatMayHave({ format, importers }, names) {
  return importers.filter(({ path, name }) => {
    if (path === "") return false;
    return format === "npm" ? names.has(name ?? path.slice(path.lastIndexOf("/") + 1)) : true;
  }).map(({ path }) => path);
}

// src/resolve/incomplete.ts
function unanswered(parsed, root, workspaces) {
  const { path, packages, importers, descriptors = /* @__PURE__ */ new Map() } = parsed;
  const byDescriptor = descriptorLinker(descriptors);
  const exact = new Set(packages.map(({ name, version }) => `${name}@npm:${version}`));
  const known = new Set([...descriptors.keys()].map((each) => splitDescriptor(each).name));
  const isAnswered2 = ({ name, spec, to }) => {
    if (byDescriptor(name, spec) !== void 0 || workspaces.has(name) || exact.has(`${name}@${spec}`)) return true;
    if (root === void 0) return known.has(name);
    return root.resolutions.has(name) ? known.has(name) : to !== void 0 && !isPlain(spec);
  };
  const found = /* @__PURE__ */ new Map();
  const look = (line, requires) => {
    for (const each of requires) {
      const { name, spec, type } = each;
      const key = `${name}@${spec}`;
      if (type === "optional" || type === "peer" || found.has(key) || isAnswered2(each)) continue;
      found.set(key, { code: "incomplete", path, line, name, args: { asked: spec } });
    }
  };
  for (const { line, requires } of packages) look(line, requires);
  if (root === void 0) for (const { line, requires } of importers) look(line, requires);
  return [...found.values()];
}
function isPlain(spec) {
  const kind = specKind(spec);
  return kind === "registry" || kind === "alias";
}

// src/resolve/yarn-importers.ts
async function withYarnImporters(parsed, manifests) {
  const root = await manifests.of("");
  const made = await makeImporters(parsed, manifests, root);
  const workspaces = made.lockfile.packages.flatMap(({ name, source }) => source.kind === "workspace" ? name : []);
  const missing = unanswered(parsed, root, new Set(workspaces));
  const observations = [...parsed.observations, ...missing];
  return { ...made, lockfile: { ...made.lockfile, observations } };
}
async function makeImporters(lockfile, manifests, root) {
  const { descriptors = /* @__PURE__ */ new Map() } = lockfile;
  const byDescriptor = descriptorLinker(descriptors);
  const byName = nameLinker(lockfile.packages, descriptors);
  const requiresOf = ({ requires, resolutions }) => requires.map((each) => {
    const mayRewrite = each.type === "peer" || resolutions.has(each.name) || root?.resolutions.has(each.name) === true;
    const own = byDescriptor(each.name, each.spec);
    if (own !== void 0) return { ...each, to: own };
    return mayRewrite || isProtocol(each.spec) ? linked([each], byName)[0] ?? each : each;
  });
  if (lockfile.importers.length > 0) {
    const importers2 = await Promise.all(
      lockfile.importers.map(async (importer) => {
        const manifest = await manifests.of(importer.path);
        return manifest === void 0 ? importer : { ...importer, requires: requiresOf(manifest) };
      })
    );
    return { lockfile: { ...lockfile, importers: importers2 }, isRootKnown: true };
  }
  if (root === void 0) return { lockfile: { ...lockfile, importers: [inferred(lockfile)] }, isRootKnown: false };
  const isWorkspace = root.workspaces.length === 0 ? () => false : workspaceMatcher(root.workspaces, root.path);
  const folders = manifests.folders.filter((folder) => folder !== "" && isWorkspace(folder));
  const others = await Promise.all(folders.map(async (path) => [path, await manifests.of(path)]));
  const known = [["", root], ...others].flatMap(
    ([path, manifest]) => manifest === void 0 ? [] : [{ path, manifest }]
  );
  const links = known.flatMap(
    ({ path, manifest: { name } }) => path === "" || name === void 0 ? [] : [{ path, name }]
  );
  const importers = known.map(({ path, manifest }) => {
    const requires = requiresOf(manifest).map((each) => {
      const own = each.to === void 0 && links.some(({ name }) => name === each.name);
      return own ? { ...each, to: `link:${links.find(({ name }) => name === each.name)?.path ?? ""}` } : each;
    });
    return { path, ...manifest.name !== void 0 && { name: manifest.name }, line: 1, requires };
  });
  const workspaces = links.map(({ path, name }) => ({
    ...{ key: `link:${path}`, name, version: "", line: 1, requires: [], claims: {} },
    source: { kind: "workspace", spec: path, outside: false, workspace: true }
  }));
  return {
    lockfile: { ...lockfile, importers, packages: [...lockfile.packages, ...workspaces] },
    isRootKnown: known.length === folders.length + 1 && (root.workspaces.length === 0 || folders.length > 0)
  };
}
function isProtocol(spec) {
  return /^(?:patch|catalog|workspace|portal|link|file|exec):/i.test(spec) || /[/:]/.test(spec);
}
function inferred({ packages }) {
  const asked = new Set(packages.flatMap((each) => each.requires.flatMap(({ to }) => to ?? [])));
  const requires = packages.filter(({ key }) => !asked.has(key)).map(({ key, name, alias }) => ({ name: alias ?? name, spec: "*", type: "prod", to: key }));
  return { path: "", line: 1, requires };
}
function foldersBelow(folder, manifests) {
  const prefix = folder === "" ? "" : `${folder}/`;
  return [...manifests].flatMap((path) => path.startsWith(prefix) ? [folderOf(path.slice(prefix.length))] : []).sort();
}

// src/resolve/compare-lockfile.ts
var nothing = { changes: [], observations: [], errors: [], importers: [] };
async function compareLockfile(pair) {
  const { base, head, manifests, readers: readers2, mode } = pair;
  let isUnchanged2 = false;
  try {
    refuseIrregular(head);
    isUnchanged2 = base?.path === head.path && await isSame(readers2, base.file, head.file);
    const opened = await open(head, readers2.head, {
      of: (importer) => manifests.ofHead(importer),
      folders: manifests.foldersOf("head")
    });
    const before = isUnchanged2 ? opened : await openBase(pair);
    const status = isUnchanged2 || mode === "audit" ? "unchanged" : base?.path === head.path ? "changed" : "added";
    const outcome = await (isUnchanged2 && mode === "check" ? compareManifests(pair, opened) : compareContents(pair, before, opened));
    const { path, format, formatVersion, importers } = opened.lockfile;
    return {
      summary: { path, format, formatVersion, status, packages: opened.packageCount },
      ...outcome,
      errors: manifests.errors,
      importers: importers.map((importer) => importer.path)
    };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    const isOld = isUnchanged2 && mode === "check" && !await manifests.isChanged("");
    return { ...nothing, errors: isOld ? [] : [asGateError(cause)] };
  } finally {
    readers2.head.forget(head.file);
    readers2.base.forget(base?.file);
  }
}
async function removedLockfile(base, reader) {
  try {
    const opened = await open(base, reader, { of: () => Promise.resolve(void 0), folders: [] });
    const { path, format, formatVersion } = opened.lockfile;
    return {
      summary: { path, format, formatVersion, status: "removed", packages: opened.packageCount },
      changes: diffLockfiles(path, opened, void 0)
    };
  } catch (cause) {
    if (cause instanceof GateFailure) return { changes: [] };
    throw cause;
  } finally {
    reader.forget(base.file);
  }
}
function refuseIrregular({ path, file }) {
  if (file.mode === "file") return;
  const what = { symlink: "a symbolic link", gitlink: "a submodule", folder: "a folder", special: "no file" }[file.mode];
  throw new GateFailure("lockfile-not-regular", `The lockfile is ${what}, which is never followed; commit a file.`, {
    path
  });
}
async function open(found, reader, manifests) {
  refuseIrregular(found);
  const parsed = parseLockfile(found.path, await reader.read(found.file));
  if (parsed.descriptors !== void 0) {
    const { lockfile, isRootKnown } = await withYarnImporters(parsed, manifests);
    return new OpenLockfile(lockfile, void 0, isRootKnown);
  }
  return new OpenLockfile(parsed, parsed.importers.length > 0 ? void 0 : await manifests.of(""));
}
async function openBase({ base, readers: readers2, manifests }) {
  if (base === void 0) return void 0;
  try {
    return await open(base, readers2.base, {
      of: (importer) => manifests.ofBase(importer),
      folders: manifests.foldersOf("base")
    });
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return void 0;
    throw cause;
  }
}
async function compareManifests(pair, opened) {
  const changed = await changedManifests(pair, opened.lockfile.importers);
  return { changes: [], observations: await manifestObservations(pair, opened, opened, changed) };
}
async function compareContents(pair, base, head) {
  const { path, importers } = head.lockfile;
  const audit = pair.mode === "audit";
  const changes = audit ? auditLockfile(head) : diffLockfiles(path, base, head);
  const relevant2 = new Set(audit ? importers.map((each) => each.path) : await changedManifests(pair, importers));
  for (const { path: folder } of changedImporters(base?.lockfile.importers ?? [], importers)) relevant2.add(folder);
  const asking = new Map(changes.map((change) => [change, change.kind === "removed" ? [] : head.askingFor(change)]));
  for (const { importer } of [...asking.values()].flat()) relevant2.add(importer);
  const declared = await Promise.all(
    changes.map(async (change) => ({ ...change, manifests: await declarations(pair, asking.get(change) ?? []) }))
  );
  const lockfiles = [...base === void 0 ? [] : [base.lockfile], head.lockfile];
  return {
    changes: await withOwnNames(declared, lockfiles, pair.manifests),
    observations: [
      ...introduced(base?.lockfile.observations ?? [], head.lockfile.observations),
      ...unreachable(base, head),
      ...await manifestObservations(pair, base, head, relevant2)
    ]
  };
}
async function changedManifests({ manifests }, importers) {
  const changed = await Promise.all(importers.map(({ path }) => manifests.isChanged(path)));
  return new Set(importers.flatMap(({ path }, at) => changed[at] === true ? path : []));
}
function changedImporters(base, head) {
  const before = new Map(base.map(({ path, requires }) => [path, JSON.stringify(requires)]));
  return head.filter(({ path, requires }) => before.get(path) !== JSON.stringify(requires));
}
async function declarations({ manifests }, asking) {
  const declared = await Promise.all(
    asking.map(async ({ importer, name }) => {
      const manifest = await manifests.ofHead(importer);
      const line = manifest?.lineOf(name);
      return manifest === void 0 || line === void 0 ? [] : [{ path: manifest.path, line }];
    })
  );
  const places = groupBy(declared.flat(), ({ path, line }) => `${path}
${line}`);
  return [...places.values()].flatMap((same) => same.slice(0, 1)).sort((a, b) => compareText(a.path, b.path) || a.line - b.line);
}
async function manifestObservations(pair, base, head, importers) {
  if (importers.size === 0) return [];
  const known = new Set(head.lockfile.importers.map(({ path }) => path));
  const above = [...importers].flatMap(foldersAbove).filter((folder) => known.has(folder));
  const folders = [.../* @__PURE__ */ new Set(["", ...importers, ...above])];
  const read3 = async (of) => {
    const manifests = await Promise.all(folders.map((folder) => of(folder)));
    return new Map(folders.flatMap((folder, at) => manifests[at] === void 0 ? [] : [[folder, manifests[at]]]));
  };
  const after = disagreements(head.lockfile, await read3((folder) => pair.manifests.ofHead(folder)));
  if (after.length === 0 || base === void 0 || pair.mode === "audit") return after;
  return introduced(disagreements(base.lockfile, await read3((folder) => pair.manifests.ofBase(folder))), after);
}

// src/resolve/settings/line-settings.ts
var npmKey = /^(?:@[^:]*:)?registry$|^\/\/|auth|^username$|^email$|password|^otp$|proxy|^ca$|cafile|^cert|^key|strict-ssl|ignore-scripts|^scripts?-|script-shell|allow-scripts|replace-registry-host|^before$|min-release-age|minimum-release-age|^git$|node-options|^userconfig$|^globalconfig$|^prefix$|only-built|never-built|allow-all-builds|allow-builds|trust-policy|block-exotic|pnpmfile|^package-lock$|lockfile|shrinkwrap|omit-lockfile|install-strategy|^node-version$|use-node-version|manage-package-manager|config-dependencies|verify-deps|^dry-run$|allow-git|allow-remote|allow-file|allow-directory/i;
var npmrcSettings = (text) => linesOf(text).flatMap(({ line, content }) => {
  if (/^[;#]/.test(content)) return [];
  const { key, value } = parted(content);
  const name = unquoted(key.replace(/\[\]$/, ""));
  return npmKey.test(name) ? [{ bears: "gate", key: name, value, line }] : [];
});
var yarnKey = /registry$|proxy|strict-ssl|cafile|^ca$|auth|ignore-scripts|yarn-path|offline-mirror|unsafe-|^--|lockfile|^plugin|^env$/i;
var yarnrcSettings = (text) => linesOf(text).flatMap(({ line, content }) => {
  if (content.startsWith("#")) return [];
  const [, key = content, value = ""] = /^("[^"]*"|[^\s:]+(?::registry)?):?\s+(.*)$/s.exec(content) ?? [];
  return yarnKey.test(unquoted(key)) ? [{ bears: "gate", key: unquoted(key), value, line }] : [];
});
var bunfigSettings = (text) => {
  const settings = [];
  let table = "";
  for (const { line, content } of linesOf(text)) {
    if (content.startsWith("#")) continue;
    const header2 = /^\[\[?\s*([^\]]*?)\s*\]/.exec(content)?.[1];
    if (header2 !== void 0) {
      table = header2.replaceAll(/["'\s]/g, "");
      continue;
    }
    const { key, value } = parted(content);
    const last = settings.at(-1);
    if (!content.includes("=")) {
      if (last !== void 0) settings[settings.length - 1] = { ...last, value: `${last.value}
${content}` };
      continue;
    }
    const name = [table, key.replaceAll(/["'\s]/g, "")].filter((part) => part !== "").join(".");
    settings.push({ bears: "gate", key: name, value, line });
  }
  return settings.filter(({ key }) => /^(?:install|run)(?:\.|$)|^preload$|registry/.test(key));
};
function linesOf(text) {
  return text.replace(/^\uFEFF/, "").split(/\r\n|[\r\n]/).map((content, at) => ({ line: at + 1, content: content.trim() })).filter(({ content }) => content !== "");
}
function parted(content) {
  const at = content.indexOf("=");
  return at < 0 ? { key: content, value: "" } : { key: content.slice(0, at).trimEnd(), value: content.slice(at + 1).trimStart() };
}
var unquoted = (text) => text.trim().replaceAll(/^["']|["']$/g, "");

// src/resolve/settings/manifest-settings.ts
var watched = [
  ["override", "overrides"],
  ["override", "resolutions"],
  ["override", "patchedDependencies"],
  ["override", "catalog"],
  ["override", "catalogs"],
  ["override", "workspaces", "catalog"],
  ["override", "workspaces", "catalogs"],
  ["override", "pnpm", "overrides"],
  ["override", "pnpm", "packageExtensions"],
  ["override", "pnpm", "patchedDependencies"],
  ["gate", "allowScripts"],
  ["gate", "trustedDependencies"],
  ["gate", "packageManager"],
  ["gate", "devEngines", "packageManager"],
  ["gate", "dependenciesMeta"],
  ["gate", "pnpm", "allowBuilds"],
  ["gate", "pnpm", "onlyBuiltDependencies"],
  ["gate", "pnpm", "onlyBuiltDependenciesFile"],
  ["gate", "pnpm", "neverBuiltDependencies"],
  ["gate", "pnpm", "ignoredBuiltDependencies"],
  ["gate", "pnpm", "dangerouslyAllowAllBuilds"],
  ["gate", "pnpm", "configDependencies"]
];
var faults = oneFault("manifest-invalid", "mend the manifest");
function manifestSettings(text) {
  try {
    const document = parseJson(text, "package.json", faults);
    return watched.flatMap(([bears, ...path]) => settingsAt(document, bears, path));
  } catch (cause) {
    if (cause instanceof GateFailure) return void 0;
    throw cause;
  }
}
function settingsAt(document, bears, path) {
  let value = document.value;
  let line = 1;
  for (const key of path) {
    if (!(value instanceof JsonObject) || !value.has(key)) return [];
    line = document.line(value.offsetOf(key));
    value = value.get(key);
  }
  const name = path.join(".");
  if (!(value instanceof JsonObject)) return [{ bears, key: name, value: written(value), line }];
  const object = value;
  return object.keys.map((key) => ({
    bears,
    key: `${name}.${key}`,
    value: written(object.get(key)),
    line: document.line(object.offsetOf(key))
  }));
}
function written(value) {
  if (value instanceof JsonObject) {
    return `{${value.keys.map((key) => `${JSON.stringify(key)}:${written(value.get(key))}`).join()}}`;
  }
  return Array.isArray(value) ? `[${value.map(written).join()}]` : JSON.stringify(value ?? null);
}

// src/resolve/settings/owners-settings.ts
var bearing = /^\/?\*|\*\*|^\/$|\.github|codeowners|lock|shrinkwrap|package\.json|\.npmrc|\.yarnrc|bunfig|pnpm|\.yarn|\*\.(?:json|ya?ml|lock|toml)/i;
var ownersSettings = (text) => text.split(/\r?\n/).map((raw, at) => ({ line: at + 1, content: raw.replace(/(^|\s)#.*$/s, "").trim() })).map(({ line, content }) => ({ line, words: content.split(/\s+/) })).filter(({ words: [pattern = ""] }) => bearing.test(pattern)).map(({ line, words: [pattern = "", ...owners2] }, place) => ({
  bears: "gate",
  key: pattern,
  value: `${place} ${owners2.join(" ")}`,
  line
}));

// src/resolve/settings/yaml-settings.ts
var overrides = /^(?:overrides|packageExtensions|patchedDependencies|catalogs?)$/;
var gate = {
  pnpm: /built|builds|scripts?|script|minimumReleaseAge|trust|registr|auth|proxy|^ca$|cafile|^cert|^key|strictSsl|pnpmfile|configDependencies|blockExotic|verifyDeps|lockfile|packageManager|nodeVersion|dangerously|^git|nodeOptions/i,
  yarn: /^npm|registr|auth|proxy|^ca|cert|ssl|^http|unsafe|script|yarnPath|plugins|checksum|immutable|hardened|network|^enableNetwork|AgeGate|Preapproved|ignorePath|cacheMigration|injectEnvironment|initScope|dependenciesMeta/i
};
var MAX_LINE = 1e3;
var topKey = /^(?:"([^"\\]+)"|'([^']+)'|([\w$./@][^#\s:'"{}[\],&*!|>%`]*))\s*:(?:\s+(.*))?$/;
function yamlSettings(manager) {
  return (text) => {
    const blocks = blocksOf(text);
    return blocks?.flatMap((block) => {
      if (overrides.test(block.key)) return entriesOf(block, "override");
      return gate[manager].test(block.key) ? entriesOf(block, "gate") : [];
    });
  };
}
function blocksOf(text) {
  const blocks = [];
  for (const [at, raw] of text.split(/\r\n|[\r\n]/).entries()) {
    const line = at + 1;
    if (raw.length > MAX_LINE) return void 0;
    const content = raw.trimEnd();
    if (content === "" || /^\s*#/.test(content) || /^(?:---|\.\.\.)$/.test(content)) continue;
    const last = blocks.at(-1);
    if (last !== void 0 && /^(?:[ \t]|-(?: |$))/.test(content)) {
      last.below.push({ line, content });
      continue;
    }
    const match = topKey.exec(content);
    const key = match?.[1] ?? match?.[2] ?? match?.[3];
    if (match === null || key === void 0 || /^[&*!]/.test(match[4] ?? "")) return void 0;
    blocks.push({ line, content, key: key.trim(), value: withoutComment(match[4] ?? ""), below: [] });
  }
  return blocks;
}
function entriesOf({ key, value, line, below }, bears) {
  const indent = indentOf(below[0]);
  const entries = [];
  const whole = { bears, key, line, value: [value, ...below.map(plain)].join("\n") };
  if (value !== "" || below.length === 0) return [whole];
  for (const each of below) {
    if (indentOf(each) > indent) {
      entries.at(-1)?.text.push(plain(each));
      continue;
    }
    const found = /^\s*(?:"([^"\\]+)"|'([^']+)'|([^\s"'#&*!?|>{[\]%`-][^"'#{}[\]]*?))\s*:(?:\s+(.*))?$/.exec(
      each.content
    );
    const name = found?.[1] ?? found?.[2] ?? found?.[3];
    if (indentOf(each) !== indent || name === void 0) return [whole];
    entries.push({ key: `${key}.${name}`, line: each.line, text: [withoutComment(found?.[4] ?? "")] });
  }
  return entries.map((entry) => ({ bears, key: entry.key, line: entry.line, value: entry.text.join("\n") }));
}
var plain = ({ content }) => withoutComment(content);
var withoutComment = (text) => text.replace(/(^|\s)#.*$/, "").trimEnd();
var indentOf = (line) => line?.content.search(/\S/) ?? 0;

// src/resolve/settings/watched.ts
var readers = {
  "package.json": manifestSettings,
  ".npmrc": npmrcSettings,
  ".yarnrc": yarnrcSettings,
  ".yarnrc.yml": yamlSettings("yarn"),
  "pnpm-workspace.yaml": yamlSettings("pnpm"),
  "bunfig.toml": bunfigSettings
};
var owners = /* @__PURE__ */ new Set(["CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS"]);
function watchedAs({ path, mode, id }, policyPath) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name === "node_modules") return mode === "folder" && id !== void 0 ? { what: "modules" } : void 0;
  if (path === policyPath || /^\.github\/dependency-policy\.ya?ml$/i.test(path)) return { what: "policy" };
  if (path.startsWith(".github/dependency-approvals/")) return { what: "approval" };
  if (/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) return { what: "workflow" };
  if (owners.has(path)) return { what: "settings", read: ownersSettings };
  if (/^\.pnpmfile\.[cm]?js$/.test(name) || /(?:^|\/)\.yarn\/(?:releases|plugins)\//.test(path)) {
    return { what: "program" };
  }
  const read3 = Object.hasOwn(readers, name) ? readers[name] : void 0;
  return read3 && { what: "settings", read: read3 };
}
function isIdle(path, projects) {
  return /(?:^|\/)package\.json$/.test(path) && !projects.has(folderOf(path));
}

// src/resolve/discover.ts
async function takeInventory(snapshot, isGated, policyPath) {
  const lockfiles = /* @__PURE__ */ new Map();
  const manifests = /* @__PURE__ */ new Map();
  const gitlinks = /* @__PURE__ */ new Map();
  const settings = /* @__PURE__ */ new Map();
  for (const file of await snapshot.list()) {
    const { path, mode } = file;
    if (path.startsWith("node_modules/") || path.includes("/node_modules/")) continue;
    if (watchedAs(file, policyPath) !== void 0) settings.set(path, file);
    const kind = mode === "folder" ? void 0 : lockfileKind(path);
    if (kind !== void 0) {
      if (isGated(path)) lockfiles.set(path, { path, folder: folderOf(path), kind, file });
    } else if (mode === "gitlink") gitlinks.set(path, file);
    else if (mode === "file" && (path === "package.json" || path.endsWith("/package.json"))) manifests.set(path, file);
  }
  return { snapshot, lockfiles, manifests, gitlinks, settings };
}
function emptyInventory() {
  return { lockfiles: /* @__PURE__ */ new Map(), manifests: /* @__PURE__ */ new Map(), gitlinks: /* @__PURE__ */ new Map(), settings: /* @__PURE__ */ new Map() };
}

// src/resolve/folders.ts
function folderObservations(base, head, touched) {
  const before = groupBy(base.lockfiles.values(), ({ folder }) => folder);
  const after = groupBy(head.lockfiles.values(), ({ folder }) => folder);
  const folders = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].sort();
  return folders.flatMap((folder) => {
    const [old, current] = [before.get(folder) ?? [], after.get(folder) ?? []];
    return [
      ...current.some(({ path }) => touched.has(path)) ? rivals(current, touched) : [],
      ...departures(folder, old, current, base, head)
    ];
  });
}
function rivals(current, touched) {
  const observations = [];
  const winner = current.find(({ path }) => path.endsWith("npm-shrinkwrap.json"));
  const loser = current.find(({ path }) => path.endsWith("package-lock.json"));
  if (winner !== void 0 && loser !== void 0) {
    observations.push({ code: "shadowed", path: loser.path, line: 1, args: { winner: winner.path } });
  }
  const managers = groupBy(current, ({ kind }) => kind.manager);
  if (managers.size > 1) {
    const inOrder2 = [...managers.get("npm") ?? [], ...current];
    const subject = inOrder2.find(({ path }) => touched.has(path));
    const others = current.filter(({ kind }) => kind.manager !== subject.kind.manager).map(({ path }) => path);
    observations.push({ code: "competes", path: subject.path, line: 1, args: { others: others.sort().join(", ") } });
  }
  return observations;
}
function departures(folder, old, current, base, head) {
  const gone = old.filter(({ path }) => !head.lockfiles.has(path));
  const arrived = current.filter(({ path }) => !base.lockfiles.has(path));
  const manifest = join(folder, "package.json");
  if (base.manifests.has(manifest) && !head.manifests.has(manifest)) return [];
  return gone.flatMap(({ path, kind }) => {
    if (current.some((each) => each.kind.manager === kind.manager)) return [];
    const [successor] = arrived;
    if (successor !== void 0) {
      const args = { from: kind.manager, to: successor.kind.manager, former: path };
      return [{ code: "moved-manager", path: successor.path, line: 1, args }];
    }
    return current.length > 0 ? [] : [{ code: "deleted", path, line: 1, args: {} }];
  });
}
function submoduleObservations(base, head) {
  return [...head.gitlinks.values()].filter(({ path, id }) => {
    const before = base.gitlinks.get(path);
    return before === void 0 || before.id !== id;
  }).map(({ path }) => ({ code: "submodule-changed", path, line: 1, args: {} }));
}

// src/resolve/manifests.ts
var ImporterManifests = class {
  errors = [];
  #folder;
  #base;
  #head;
  #readers;
  #parsed = /* @__PURE__ */ new Map();
  constructor(lockfilePath, base, head, readers2) {
    this.#folder = folderOf(lockfilePath);
    this.#base = base;
    this.#head = head;
    this.#readers = readers2;
  }
  /** Every folder, relative to the lockfile's, in and below which the base or the head has a manifest. */
  foldersOf(side) {
    return foldersBelow(this.#folder, (side === "base" ? this.#base : this.#head).manifests.keys());
  }
  /** @param importer its path, relative to the lockfile's folder */
  ofBase(importer) {
    return this.#once(`base:${importer}`, async () => {
      const file = this.#base.manifests.get(this.#path(importer));
      try {
        return file && parseManifest(file.path, await this.#readers.base.read(file));
      } catch {
        return void 0;
      }
    });
  }
  ofHead(importer) {
    return this.#once(`head:${importer}`, async () => {
      const file = this.#head.manifests.get(this.#path(importer));
      try {
        return file && parseManifest(file.path, await this.#readers.head.read(file));
      } catch (cause) {
        if (await this.isChanged(importer)) this.errors.push(asGateError(cause));
        return void 0;
      }
    });
  }
  /** Whether the head's manifest is not the base's. One that is gone changes nothing: what it said is unknown. */
  async isChanged(importer) {
    const path = this.#path(importer);
    const [base, head] = [this.#base.manifests.get(path), this.#head.manifests.get(path)];
    if (head === void 0) return false;
    return base === void 0 || !await isSame(this.#readers, base, head);
  }
  #path(importer) {
    return normalise(join(this.#folder, join(importer, "package.json")));
  }
  #once(key, read3) {
    let manifest = this.#parsed.get(key);
    if (manifest === void 0) {
      manifest = read3();
      this.#parsed.set(key, manifest);
    }
    return manifest;
  }
};

// src/resolve/settings/changed-settings.ts
import { createHash } from "node:crypto";
var MAX_NAMED2 = 8;
var MAX_KEY = 100;
var secret = /auth|password|token|username|email|otp|cert|key/i;
function wholeFile(text) {
  return { bears: "gate", key: "the whole file", value: text, line: 1 };
}
function changedSettings(path, base, head) {
  return ["override", "gate"].flatMap((bears) => {
    const before = byKey(base, bears);
    const after = byKey(head, bears);
    const differing = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter(
      (key) => valuesOf(before, key) !== valuesOf(after, key)
    );
    if (differing.length === 0) return [];
    const lines = differing.flatMap((key) => after.get(key)?.[0]?.line ?? []);
    const named = (how, keys) => keys.length === 0 ? {} : { [how]: listed(keys) };
    const args = {
      ...named(
        "added",
        differing.filter((key) => !before.has(key))
      ),
      ...named(
        "changed",
        differing.filter((key) => before.has(key) && after.has(key))
      ),
      ...named(
        "removed",
        differing.filter((key) => !after.has(key))
      ),
      digest: digestOf(differing, after)
    };
    const code = bears === "override" ? "override-changed" : "setting-changed";
    return [{ code, path, line: lines.sort((a, b) => a - b)[0] ?? 1, args }];
  });
}
var byKey = (settings, bears) => groupBy(
  settings.filter((each) => each.bears === bears),
  ({ key }) => key
);
function valuesOf(settings, key) {
  return JSON.stringify(settings.get(key)?.map(({ value }) => value) ?? null);
}
function listed(keys) {
  const shown2 = keys.slice(0, MAX_NAMED2).map((key) => key.length > MAX_KEY ? `${key.slice(0, MAX_KEY)}\u2026` : key);
  const more = keys.length - shown2.length;
  return [...shown2, ...more > 0 ? [`${more} more`] : []].join(", ");
}
function digestOf(keys, head) {
  const said = [...keys].sort().map((key) => [key, secret.test(key) ? "" : valuesOf(head, key)]);
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

// src/resolve/settings/compare-settings.ts
var MAX_BYTES = 256 * 1024;
async function settingObservations(base, head, readers2, policyPath) {
  const projects = /* @__PURE__ */ new Set([
    "",
    ...[base, head].flatMap((side) => [...side.lockfiles.values()].map((each) => each.folder))
  ]);
  const paths = [.../* @__PURE__ */ new Set([...base.settings.keys(), ...head.settings.keys()])].sort(compareText);
  const observations = [];
  for (const path of paths) {
    const [before, after] = [base.settings.get(path), head.settings.get(path)];
    const file = after ?? before;
    const watched2 = file && watchedAs(file, policyPath);
    if (watched2 === void 0 || isIdle(path, projects)) continue;
    if (before !== void 0 && after !== void 0 && await isUnchanged(watched2, readers2, before, after)) continue;
    observations.push(...await observe(path, watched2, before, after, readers2));
    readers2.base.forget(before);
    readers2.head.forget(after);
  }
  return observations;
}
async function isUnchanged({ what }, readers2, before, after) {
  if (what === "modules") return true;
  try {
    return await isSame(readers2, before, after);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return false;
    throw cause;
  }
}
async function observe(path, watched2, before, after, readers2) {
  const how = before === void 0 ? "added" : after === void 0 ? "removed" : "changed";
  const bytes = `${before?.id ?? ""} ${after?.id ?? ""}`.trim();
  const whole = (code) => [
    { code, path, line: 1, args: { how, ...bytes === "" ? {} : { bytes } } }
  ];
  switch (watched2.what) {
    case "policy":
      return whole("policy-changed");
    case "approval":
      return whole("approval-changed");
    case "program":
      return whole("program-changed");
    case "modules":
      return after === void 0 ? [] : [{ code: "modules-committed", path, line: 1, args: {} }];
    case "workflow": {
      const texts = await Promise.all([textOf(readers2.base, before), textOf(readers2.head, after)]);
      return texts.some((text) => text === void 0 || usesGate(text)) ? whole("workflow-changed") : [];
    }
    case "settings": {
      const [old, now] = await Promise.all([textOf(readers2.base, before), textOf(readers2.head, after)]);
      return changedSettings(path, read(watched2, old, "base"), read(watched2, now, "head"));
    }
  }
}
var usesGate = (text) => /lockgate/i.test(text.replaceAll(/^\s*#.*$/gm, ""));
function read({ read: read3 }, text, side) {
  if (text === void 0) return [wholeFile(side)];
  return text === "" ? [] : read3(text) ?? [wholeFile(text)];
}
async function textOf(reader, file) {
  if (file === void 0) return "";
  if (file.mode !== "file" || (file.size ?? 0) > MAX_BYTES) return void 0;
  try {
    const bytes = await reader.read(file);
    return bytes.length > MAX_BYTES ? void 0 : utf8(bytes);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return void 0;
    throw cause;
  }
}
function utf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return void 0;
  }
}

// src/resolve/unlocked.ts
async function unlockedManifests(base, head, readers2, answered, isGated) {
  const folders = new Map([...head.lockfiles.values()].map((found2) => [found2.folder, found2.path]));
  const candidates = [...head.manifests.values()].filter((file) => {
    const folder = folderOf(file.path);
    return isGated(join(folder, "package-lock.json")) && !isAnswered(folder, folders, answered);
  });
  const found = await Promise.all(
    candidates.map(async (file) => {
      const old = base.manifests.get(file.path);
      return old !== void 0 && await isSame(readers2, old, file) ? [] : gained(readers2, old, file);
    })
  );
  return found.flat();
}
function isAnswered(folder, lockfiles, answered) {
  if (lockfiles.has(folder)) return true;
  for (let above = folder; above !== ""; ) {
    above = folderOf(above);
    const lockfile = lockfiles.get(above);
    if (lockfile === void 0) continue;
    const importers = answered.get(lockfile);
    if (importers === void 0) return true;
    if (importers.some((importer) => normalise(join(above, importer)) === folder)) return true;
  }
  return false;
}
async function gained(readers2, old, file) {
  const after = await tryManifest(readers2.head, file);
  const before = await tryManifest(readers2.base, old);
  const known = new Set(before?.requires.map(({ name, spec }) => `${name}
${spec}`));
  const asked = (after?.requires ?? []).filter(
    ({ name, spec, type }) => type !== "peer" && !known.has(`${name}
${spec}`)
  );
  const [first] = asked;
  if (after === void 0 || first === void 0) return [];
  const line = after.lineOf(first.name) ?? 1;
  return [{ code: "no-lockfile", path: file.path, line, name: first.name, args: { asked: asked.length } }];
}
async function tryManifest(reader, file) {
  if (file === void 0) return void 0;
  try {
    return parseManifest(file.path, await reader.read(file));
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code === "manifest-invalid") return void 0;
    throw cause;
  } finally {
    reader.forget(file);
  }
}

// src/resolve/compare.ts
var MAX_LOCKFILES = 1e3;
var AT_A_TIME = 8;
async function compareSnapshots(base, head, { isGated, mode, policyPath = ".github/dependency-policy.yml" }) {
  const [before, after] = await Promise.all([
    base === void 0 ? emptyInventory() : takeInventory(base, isGated, policyPath),
    takeInventory(head, isGated, policyPath)
  ]);
  const about = { mode, ...base !== void 0 && { base: base.label }, head: head.label };
  const paths = [.../* @__PURE__ */ new Set([...before.lockfiles.keys(), ...after.lockfiles.keys()])].sort(compareText);
  if (paths.length > MAX_LOCKFILES) {
    return { ...about, lockfiles: [], changes: [], observations: [], errors: [tooMany(paths.length)] };
  }
  const readers2 = { base: new FileReader(base), head: new FileReader(head) };
  const comparing = { before, after, readers: readers2, mode };
  const outcomes = await eachOf(paths, (path) => comparePath(comparing, path));
  const touched = new Set(outcomes.flatMap((each, at) => each.touched ? paths[at] : []));
  const check = mode === "check";
  const answered = new Map(
    outcomes.flatMap((each, at) => each.importers.length > 0 ? [[paths[at], each.importers]] : [])
  );
  return {
    ...about,
    lockfiles: outcomes.flatMap(({ summary }) => summary ?? []),
    changes: outcomes.flatMap(({ changes }) => changes),
    observations: [
      ...outcomes.flatMap(({ observations }) => observations),
      ...folderObservations(check ? before : emptyInventory(), after, touched),
      ...check ? submoduleObservations(before, after) : [],
      ...check && base !== void 0 ? await settingObservations(before, after, readers2, policyPath) : [],
      ...check ? await unlockedManifests(before, after, readers2, answered, isGated) : []
    ].sort(inOrder),
    errors: outcomes.flatMap(({ errors }) => errors)
  };
}
var nothing2 = { changes: [], observations: [], errors: [], importers: [], touched: false };
async function comparePath(comparing, path) {
  const { before, after, readers: readers2, mode } = comparing;
  const head = after.lockfiles.get(path);
  const old = before.lockfiles.get(path);
  if (head === void 0) return old === void 0 ? nothing2 : departed(comparing, old);
  if (head.kind.parse === void 0) return unreadable(comparing, old, head);
  const base = old ?? twin(before, after, head);
  const manifests = new ImporterManifests(path, before, after, readers2);
  const outcome = await compareLockfile({ base, head, manifests, readers: readers2, mode });
  const { summary, errors } = outcome;
  const isTouched = summary === void 0 ? errors.length > 0 : summary.status !== "unchanged";
  return { ...outcome, touched: mode === "audit" || isTouched };
}
function twin(before, after, head) {
  const gone = [...before.lockfiles.values()].filter(
    ({ folder, kind, path }) => folder === head.folder && kind.parse !== void 0 && !after.lockfiles.has(path)
  );
  return gone.find(({ kind }) => kind === head.kind) ?? gone[0];
}
async function departed({ before, after, readers: readers2 }, old) {
  if (old.kind.parse === void 0) return nothing2;
  const { summary, changes } = await removedLockfile(old, readers2.base);
  const isSucceeded = [...after.lockfiles.values()].some(
    (each) => !before.lockfiles.has(each.path) && each.kind.parse !== void 0 && twin(before, after, each) === old
  );
  return { ...nothing2, ...summary && { summary }, changes: isSucceeded ? [] : changes };
}
async function unreadable({ readers: readers2, mode }, old, head) {
  try {
    if (mode === "check" && old !== void 0 && await isSame(readers2, old.file, head.file)) return nothing2;
    return { ...nothing2, errors: [asGateError(unsupported(head.path))], touched: true };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return { ...nothing2, errors: [asGateError(cause)], touched: true };
  } finally {
    readers2.head.forget(head.file);
    readers2.base.forget(old?.file);
  }
}
function tooMany(count) {
  return asGateError(
    new GateFailure(
      "too-many-lockfiles",
      `There are ${count} lockfiles, more than ${MAX_LOCKFILES}; leave some of them out in the policy (\`lockfiles\`).`
    )
  );
}
async function eachOf(items, work) {
  const outcomes = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [at, item] of queue) outcomes[at] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return outcomes;
}
function inOrder(a, b) {
  return compareText(a.path, b.path) || a.line - b.line || compareText(a.code, b.code) || compareText(a.name ?? "", b.name ?? "") || compareText(a.version ?? "", b.version ?? "");
}

// src/policy/locate.ts
function locatePolicy(files, path) {
  const exact = files.find((file) => file.path === path);
  const refuse = (file, message) => new GateFailure("policy-invalid", message, { path: file.path });
  if (exact?.mode === "file") return exact;
  if (exact !== void 0) {
    throw refuse(exact, `the policy is a ${exact.mode}, which is not followed; put a regular file there`);
  }
  const plain2 = (text) => text.toLowerCase().replace(/\.yaml$/, ".yml");
  const misspelt = files.find((file) => plain2(file.path) === plain2(path));
  if (misspelt !== void 0) {
    throw refuse(misspelt, `the policy is looked for under another name; rename this file to \`${path}\``);
  }
  const link = files.find((file) => file.mode !== "file" && path.startsWith(`${file.path}/`));
  if (link !== void 0) {
    throw refuse(
      link,
      `the policy is looked for in here, and a ${link.mode} is not entered; make it an ordinary folder`
    );
  }
  return void 0;
}

// src/settings.ts
var maxPolicyBytes = 256 * 1024 + 1;
var maxNpmrcBytes = 256 * 1024;
var maxTrustedRootBytes = 1024 * 1024;
async function readSettings(snapshot, policyPath) {
  const files = await snapshot.list();
  const npmrcFile = files.find(({ path }) => path === ".npmrc");
  const [policy, npmrc] = await Promise.all([
    read2(snapshot, locatePolicy(files, policyPath), "policy-invalid", maxPolicyBytes),
    read2(snapshot, npmrcFile, "configuration-invalid", maxNpmrcBytes)
  ]);
  return {
    ...policy === void 0 ? {} : { policy },
    ...npmrc === void 0 ? {} : { npmrc: { path: ".npmrc", text: new TextDecoder().decode(npmrc) } }
  };
}
async function readTrustedRoot(snapshot, path) {
  const file = (await snapshot.list()).find((one) => one.path === path);
  const bytes = await read2(snapshot, file, "configuration-invalid", maxTrustedRootBytes);
  if (bytes !== void 0) return new TextDecoder().decode(bytes);
  throw new GateFailure(
    "configuration-invalid",
    "the policy names this file as its `trustedRoot`, and the base does not have it; add it there first",
    { path }
  );
}
async function read2(snapshot, file, code, maxBytes) {
  if (file === void 0) return void 0;
  const { path, mode } = file;
  if (mode !== "file") {
    throw new GateFailure(code, `This is a ${mode}, which is not followed; put a regular file there.`, { path });
  }
  try {
    return await snapshot.read(file, maxBytes);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code === "lockfile-too-large") {
      throw new GateFailure(code, `The file is larger than ${Math.floor(maxBytes / 1024)} KiB.`, { path });
    }
    throw cause;
  }
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

// src/trust-settings.ts
async function readTrust(given, policy, trusted, recorded = {}) {
  const { trustedRoot: path } = policy;
  const named = path === void 0 ? void 0 : { path, text: await readTrustedRoot(trusted, path) };
  const trustedRoot = given.trustedRoot ?? named ?? recorded.trustedRoot;
  if (trustedRoot !== void 0) {
    const { trustFrom } = await import("./trust-material-WLUI5EFB.js");
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
  const { refreshTrust } = await import("./refresh-VHEJVLE5.js");
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
  const { parseRegistryKeys } = await import("./registry-keys-Q7BHBAZS.js");
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
  advisories: "which advisories there are about this version",
  downloads: "how often the name was downloaded",
  prominence: "how popular the name is",
  lookalike: "whether the name is close to a popular one",
  implicitBuild: "whether its tarball holds a binding.gyp, which npm builds on install",
  predecessorImplicitBuild: "whether the tarball of the version that was locked before holds a binding.gyp",
  predecessorAdvisories: "which advisories there were about what was locked before",
  authorship: "who made this change",
  license: "which license this version declares"
};
var because = {
  offline: "no request was allowed",
  "not-recorded": "the recorded evidence does not hold it",
  "not-provided": "the registry leaves it out of its document",
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
  "not-provided": "Use a registry that passes the field on, or decide in the policy how this rule counts here.",
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
function missingMessage({ kind, evidence: { reason, detail } }) {
  return `It is unknown ${unknown[kind]}: ${because[reason]} (${visible(detail, 200)}).`;
}
function missingRemediation({ evidence }) {
  return mend[evidence.reason];
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
  const hear = (rule, subject, utterances) => {
    if (utterances.length === 0) return;
    const { lockfile, name, version, source } = subject;
    const key = JSON.stringify([rule, lockfile, name, version, source ?? null]);
    const entry = heard.get(key);
    if (entry === void 0) heard.set(key, { rule, subject, utterances: [...utterances] });
    else entry.utterances.push(...utterances);
  };
  for (const rule of rules2) settingOf(settings, rule);
  const existenceFirst = [...rules2].sort((a, b) => rankOf(a) - rankOf(b));
  for (const dossier of dossiers.filter(({ change }) => change.kind !== "removed")) {
    const subject = subjectOf(dossier.change);
    const applied = ofChange(dossier.change);
    let missing = false;
    for (const rule of existenceFirst) {
      if (rule.subject !== "package") continue;
      if (missing && rule.needs.some((kind) => kind !== "existence")) continue;
      const utterances = worstUnder(
        applied,
        rule,
        subject,
        (setting) => applies(rule, setting, dossier) ? askPackageRule({ rule, setting, dossier, subject, context, unavailable }) : []
      );
      missing ||= rule.id === existenceRule && utterances.some(({ floor, outcome }) => floor && outcome === "violation");
      hear(rule.id, subject, utterances);
    }
  }
  for (const observation of observations) {
    const { path, line, name, version } = observation;
    const subject = { name: name ?? null, version: version ?? null, lockfile: path, line };
    const applied = ofPath(path);
    for (const rule of rules2) {
      if (rule.subject !== "lockfile" || !Object.hasOwn(rule.messages, observation.code)) continue;
      const utterances = worstUnder(
        applied,
        rule,
        subject,
        (setting) => worstOf(rule, setting).level === "off" ? [] : askLockfileRule({ rule, setting, observation, subject, context })
      );
      hear(rule.id, subject, utterances);
    }
  }
  return [...heard.values()].map(({ rule, subject, utterances }) => mergeUtterances(rule, subject, utterances));
}
function worstUnder(applied, rule, subject, ask) {
  const [first, ...others] = new Set(applied.map((settings) => settingOf(settings, rule)));
  if (first === void 0) throw new TypeError(`no settings apply to ${subject.name ?? subject.lockfile}`);
  return others.map(ask).reduce((worst, said) => isWorse(said, worst) ? said : worst, ask(first));
}
var rankOf = (rule) => rule.id === existenceRule ? 0 : 1;
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
  const findings = [...applyExceptions({ findings: waived, policy, now, complete, rules: rules2 })].sort(worstFirst);
  return { verdict: verdictOf(comparison, findings, policy.mode), findings };
}
function verdictOf({ errors }, findings, mode) {
  if (errors.length > 0) return "error";
  const reported = findings.filter(({ status }) => status === "reported");
  if (reported.some(({ level, floor }) => level === "error" && (floor || mode === "enforce"))) return "fail";
  return reported.length > 0 ? "warn" : "pass";
}
function isComplete({ mode, lockfiles, errors }) {
  const current = lockfiles.filter(({ status }) => status !== "removed");
  return errors.length === 0 && (mode === "audit" || current.length > 0 && current.every(({ status }) => status === "added"));
}
var identity2 = ({ lockfile, name, version, source }) => JSON.stringify([lockfile, name, version, source.kind, source.spec ?? null]);
function assertAllCollected(changes, dossiers) {
  const collected = new Set(dossiers.map(({ change }) => identity2(change)));
  const left = changes.find((change) => change.kind !== "removed" && !collected.has(identity2(change)));
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

// src/gate.ts
async function runGate(request) {
  const { mode, base, head, trusted, policyPath, preset, now } = request;
  let policy;
  try {
    const settings = await readSettings(trusted, policyPath);
    const file = request.policy ?? (settings.policy && { source: policyPath, text: settings.policy });
    policy = await openPolicy(file, preset === void 0 ? {} : { preset });
    const given = await readTrust(request.trust ?? {}, policy, trusted, request.recorded?.trust);
    const isGated = lookedAt(request, policy);
    const compared = await compareSnapshots(base, head, { mode, isGated, policyPath });
    const resolved = await resolveUnpinned(compared, request, settings, policy);
    const comparison = await withAuthorship(resolved.comparison, request);
    const trust = await refreshedTrust(given, request.trust?.refresh, comparison);
    const collected = await collectEvidence(request, settings, policy, trust, comparison, [], resolved.fetched);
    const report = await reportOn(comparison, collected, policy, trust, now);
    return { report, evidence: record(file, preset, trust, comparison, collected, now) };
  } catch (cause) {
    if (asGateError(cause).code === "internal") request.onDefect?.(cause);
    return { report: failed(cause, request, policy) };
  }
}
async function replay(evidence, own, preset, now) {
  const { policy: recorded, comparison, answers, registries } = evidence;
  const file = own ?? (recorded.text === null ? void 0 : { source: recorded.source, text: recorded.text });
  const chosen = preset ?? (own === void 0 ? recorded.preset ?? void 0 : void 0);
  const policy = await openPolicy(file, chosen === void 0 ? {} : { preset: chosen });
  const collected = await collect(comparison, {
    needs: neededEvidence(policy),
    ...trustOptions(policy, evidence.trust ?? {}),
    now: now ?? evidence.evaluatedAt,
    configure: () => Promise.resolve(recordedConfiguration(requireRegistries(registries))),
    offline: true,
    recorded: answers
  });
  return reportOn(comparison, collected, policy, evidence.trust ?? {}, now ?? evidence.evaluatedAt);
}
function lookedAt({ isLookedAt }, { isGated }) {
  return isLookedAt === void 0 ? isGated : (path) => isLookedAt(path) && isGated(path);
}
async function resolveUnpinned(compared, request, settings, policy) {
  const { mode, vet } = request;
  const { observations } = compared;
  if (vet === void 0 && (mode === "audit" || !observations.some(({ code }) => unpinned.has(code)))) {
    return { comparison: compared };
  }
  const { resolveMissing } = await import("./resolve-missing-NZE2OBSS.js");
  return resolveMissing(compared, request, configuring(request, settings, policy));
}
function configuring({ registry, env, recorded, workTree }, settings, policy) {
  const { registries } = recorded ?? {};
  return () => registries ? Promise.resolve(recordedConfiguration(registries)) : loadConfiguration({
    env,
    workTree,
    policyRegistries: policy.registries,
    ...settings.npmrc === void 0 ? {} : { npmrc: settings.npmrc },
    ...registry === void 0 ? {} : { registry }
  });
}
var unpinned = /* @__PURE__ */ new Set(["not-locked", "manifest-disagrees", "no-lockfile"]);
async function withAuthorship(comparison, { authorship }) {
  const isAsked = comparison.changes.some(({ kind, direct }) => kind === "added" && direct);
  return authorship === void 0 || !isAsked ? comparison : { ...comparison, authorship: await authorship() };
}
function collectEvidence(request, settings, policy, trust, comparison, also = [], fetched) {
  const { offline, recorded, progress, now } = request;
  return collect(comparison, {
    needs: /* @__PURE__ */ new Set([...neededEvidence(policy), ...also]),
    ...trustOptions(policy, trust),
    now,
    configure: configuring(request, settings, policy),
    offline,
    ...fetched === void 0 ? {} : { fetched },
    ...recorded === void 0 ? {} : { recorded: recorded.answers },
    ...progress === void 0 ? {} : { progress }
  });
}
async function reportOn(comparison, { dossiers }, policy, trust, now) {
  const judgement = judge({ comparison, dossiers, policy, now });
  return buildReport({ comparison, dossiers, judgement, policy, now, trust: await trustUsed(dossiers, trust, now) });
}
function record(file, preset, trust, comparison, { answers, registries }, now) {
  const text = typeof file?.text === "object" ? new TextDecoder().decode(file.text) : file?.text ?? null;
  return {
    schema: "lockgate-evidence/1",
    evaluatedAt: now,
    policy: { source: file?.source ?? "preset", text, preset: preset ?? null },
    comparison,
    registries: registries ?? null,
    ...Object.keys(trust).length === 0 ? {} : { trust },
    answers
  };
}
function failed(cause, { mode, base, head, now }, policy) {
  const comparison = {
    ...{ mode, head: head.label, lockfiles: [], changes: [], observations: [], errors: [asGateError(cause)] },
    ...base === void 0 ? {} : { base: base.label }
  };
  return buildReport({
    comparison,
    dossiers: [],
    judgement: { verdict: "error", findings: [] },
    policy: policy ?? { source: "none", digest: "", mode: "enforce" },
    now
  });
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
  openPolicy,
  outcomeWord,
  buildReport,
  compareSnapshots,
  readSettings,
  readTrust,
  refreshedTrust,
  judge,
  runGate,
  replay,
  collectEvidence
};
