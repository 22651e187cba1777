import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  applyExceptions
} from "./chunk-NM5EGU6R.js";
import {
  missingProvenance
} from "./chunk-T3TAPKYO.js";
import {
  bytesToHex,
  composePolicy,
  mergeUtterances,
  neededEvidence,
  rules,
  sha256,
  utf8ToBytes,
  utter,
  worstOf
} from "./chunk-WQKYRBDP.js";
import {
  canonicalRegistry,
  isPrivateChannel,
  registryOf,
  scopeOf
} from "./chunk-WLHVLVJZ.js";
import {
  require_lib
} from "./chunk-ZOPFF5VP.js";
import {
  require_satisfies,
  require_semver,
  require_valid
} from "./chunk-K7X7A25H.js";
import {
  require_parse
} from "./chunk-ZF7KUDMO.js";
import {
  limits,
  quoted,
  visible
} from "./chunk-VVPQZMOF.js";
import {
  GateFailure,
  asGateError
} from "./chunk-NAH4THA5.js";
import {
  isBounded
} from "./chunk-ODT43KEI.js";
import {
  __toESM
} from "./chunk-EGBZGZ5D.js";

// src/evidence/answer.ts
function subjectOf(answer) {
  if ("keys" in answer) return keysSubject(answer.registry);
  return "attestations" in answer ? attestationsSubject(answer.registry, answer.name, answer.version) : packumentSubject(answer.registry, answer.name);
}
var keysSubject = (registry) => registry;
var packumentSubject = (registry, name) => `${registry} ${name}`;
var attestationsSubject = (registry, name, version) => `${registry} ${name} ${version}`;

// src/evidence/evidence.ts
var absent = { state: "absent" };
function present(value) {
  return { state: "present", value };
}
function unavailable(reason, detail) {
  return { state: "unavailable", reason, detail };
}
var unneeded = unavailable("not-recorded", "no enabled rule needs it");

// src/evidence/limiter.ts
function createLimiter(limit) {
  const waiting = [];
  let running = 0;
  return async (task) => {
    if (running >= limit) await new Promise((resolve2) => waiting.push(resolve2));
    else running += 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === void 0) running -= 1;
      else next();
    }
  };
}

// src/evidence/packument.ts
var import_semver = __toESM(require_semver(), 1);

// src/evidence/repository-url.ts
var hosts = {
  github: { host: "github.com", segments: 2 },
  bitbucket: { host: "bitbucket.org", segments: 2 },
  gist: { host: "gist.github.com", segments: Infinity },
  gitlab: { host: "gitlab.com", segments: Infinity }
};
var known = new Map(Object.values(hosts).map(({ host, segments }) => [host, segments]));
var maxLength = 1024;
function normalizeRepository(declared) {
  const text3 = typeof declared === "string" ? declared : urlOf(declared);
  if (text3 === void 0 || text3.length > maxLength) return void 0;
  const url = URL.parse(asHttps(text3.trim()));
  if (url === null || url.hostname === "") return void 0;
  const host = url.host.toLowerCase().replace(/^www\./, "");
  const segments = url.pathname.toLowerCase().split("/").filter((segment) => segment !== "").slice(0, known.get(host));
  const tree = host === "gitlab.com" ? segments.findIndex((one, at) => at > 1 && /^(?:-|tree|blob)$/.test(one)) : -1;
  const named = tree === -1 ? segments : segments.slice(0, tree);
  const least = host === "gist.github.com" || !known.has(host) ? 1 : 2;
  const path = named.map((segment, at) => at === named.length - 1 ? segment.replace(/\.git$/, "") : segment);
  return path.length < least || path.at(-1) === "" ? void 0 : `${host}/${path.join("/")}`;
}
function urlOf(declared) {
  if (typeof declared !== "object" || declared === null || !Object.hasOwn(declared, "url")) return void 0;
  const { url } = declared;
  return typeof url === "string" ? url : void 0;
}
function asHttps(text3) {
  const short = /^(github|gitlab|bitbucket|gist):(?!\/\/)(.*)$/i.exec(text3);
  const name = short?.[1]?.toLowerCase();
  if (name !== void 0) return `https://${hosts[name]?.host ?? ""}/${short?.[2] ?? ""}`;
  if (/^[\w.-]+\/[\w.-]+(?:#.*)?$/.test(text3)) return `https://${hosts.github?.host ?? ""}/${text3}`;
  const scheme = /^(?:git\+)?(https?|git|ssh|rsync|file):\/\//i.exec(text3);
  if (scheme !== null) {
    const rest = text3.slice(scheme[0].length);
    const isRemote = !/^(?:rsync|file)$/i.test(scheme[1] ?? "");
    return isRemote ? `https://${withoutColon(rest)}` : "";
  }
  return /^[\w.-]+@[\w.-]+:(?!\d+\/)/.test(text3) ? `https://${withoutColon(text3)}` : "";
}
function withoutColon(rest) {
  const end = rest.search(/[/\\?#]|$/);
  const authority = rest.slice(0, end);
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  const [, name, port] = /^([^:[\]]+):(.*)$/.exec(host) ?? [];
  const isPath = name !== void 0 && port !== void 0 && !/^\d+$/.test(port);
  return (isPath ? `${name}/${port}` : host) + rest.slice(end);
}

// src/evidence/release.ts
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function readRelease(name, version, manifest) {
  if (!isRecord(manifest)) return "manifest";
  const dist = manifest.dist ?? {};
  if (!isRecord(dist)) return "dist";
  const hooks = installHooks(manifest);
  if (hooks === void 0) return "scripts";
  const dependencies = specs(manifest.dependencies);
  if (dependencies === void 0) return "dependencies";
  const optionalDependencies = specs(manifest.optionalDependencies);
  if (optionalDependencies === void 0) return "optionalDependencies";
  const peerDependencies = specs(manifest.peerDependencies);
  if (peerDependencies === void 0) return "peerDependencies";
  const bundled = bundledNames(manifest.bundledDependencies, manifest.bundleDependencies);
  if (bundled === void 0) return "bundledDependencies";
  for (const key of ["integrity", "shasum", "tarball"]) {
    if (dist[key] !== void 0 && dist[key] !== null && typeof dist[key] !== "string") return `dist.${key}`;
  }
  const repository = normalizeRepository(manifest.repository);
  return {
    version,
    documentMatches: manifest.name === name && sameVersion(manifest.version, version),
    ...text(dist, "integrity"),
    ...text(dist, "shasum"),
    ...text(dist, "tarball"),
    hooks,
    deprecated: Boolean(manifest.deprecated),
    dependencies,
    optionalDependencies,
    peerDependencies,
    bundled,
    ...repository === void 0 ? {} : { repository }
  };
}
function installHooks(manifest) {
  if (!isRecord(manifest)) return void 0;
  const scripts = manifest.scripts ?? {};
  if (!isRecord(scripts)) return void 0;
  const hooks = {};
  for (const hook of ["preinstall", "install", "postinstall"]) {
    const command = scripts[hook];
    if (command === void 0 || command === null || command === "") continue;
    if (typeof command !== "string") return void 0;
    hooks[hook] = command;
  }
  const ownBuild = hooks.preinstall !== void 0 || hooks.install !== void 0;
  return Boolean(manifest.gypfile) && !ownBuild ? { ...hooks, "implicit-gyp": "node-gyp rebuild" } : hooks;
}
function sameVersion(own, asked) {
  return typeof own === "string" && (own === asked || own.split("+", 1)[0] === asked.split("+", 1)[0]);
}
function text(from, key) {
  const value = from[key];
  return typeof value === "string" ? { [key]: value } : {};
}
function specs(value) {
  if (value === void 0 || value === null) return {};
  if (!isRecord(value)) return void 0;
  const entries = Object.entries(value);
  return entries.every((entry) => typeof entry[1] === "string") ? Object.fromEntries(entries) : void 0;
}
function bundledNames(...fields) {
  const names = /* @__PURE__ */ new Set();
  for (const field2 of fields) {
    if (field2 === true) return true;
    if (field2 === void 0 || field2 === null || field2 === false) continue;
    const listed = isRecord(field2) ? Object.keys(field2) : field2;
    if (!Array.isArray(listed) || !listed.every((name) => typeof name === "string")) return void 0;
    for (const name of listed) names.add(name);
  }
  return [...names].sort();
}

// src/evidence/trust/trust-rank.ts
var trustRanks = ["none", "provenance", "trusted-publisher", "staged"];
var text2 = (value) => typeof value === "string" && value !== "" ? value : void 0;
var field = (value, name) => typeof value === "object" && value !== null && Object.hasOwn(value, name) ? value[name] : void 0;
function readPublisher(npmUser) {
  if (typeof npmUser !== "object" || npmUser === null || Array.isArray(npmUser)) return void 0;
  const trusted = field(npmUser, "trustedPublisher");
  const id = text2(field(trusted, "id"));
  const approver = field(npmUser, "approver");
  return {
    name: text2(field(npmUser, "name")),
    trustedPublisher: id === void 0 ? void 0 : { id, oidcConfigId: text2(field(trusted, "oidcConfigId")) },
    approver: text2(approver) ?? text2(field(approver, "name"))
  };
}
var exactly = (rank2) => ({ atLeast: rank2, atMost: rank2 });
function agrees({ publisher, provenance, platform }) {
  const id = publisher?.trustedPublisher?.id;
  return provenance !== "verified" || id === void 0 || platform === void 0 || platform === "other" || id === platform;
}
function trustStanding(evidence) {
  const { publisher, provenance } = evidence;
  if (provenance === "invalid") return exactly("none");
  const proven = provenance === "verified" ? "provenance" : "none";
  if (publisher === void 0) return { atLeast: proven, atMost: "staged" };
  if (!agrees(evidence)) return exactly(proven);
  const word = publisher.approver !== void 0 ? "staged" : publisher.trustedPublisher !== void 0 ? "trusted-publisher" : "none";
  if (provenance === "unavailable") {
    return { atLeast: "none", atMost: word === "none" ? "provenance" : word };
  }
  return exactly(word === "none" ? proven : word);
}

// src/evidence/claims.ts
var maxSignatures = 16;
var maxLength2 = 512;
function readSignatures(manifest) {
  const listed = distOf(manifest)?.signatures;
  if (listed === void 0 || listed === null) return void 0;
  if (!Array.isArray(listed) || listed.length > maxSignatures) return "malformed";
  const signatures = [];
  for (const entry of listed) {
    if (!isRecord(entry) || !isShort(entry.keyid) || !isShort(entry.sig)) return "malformed";
    signatures.push({ keyid: entry.keyid, sig: entry.sig });
  }
  return signatures.length === 0 ? void 0 : signatures;
}
function claimsAttestations(manifest) {
  const claim = distOf(manifest)?.attestations;
  return claim !== void 0 && claim !== null && claim !== false;
}
function readPublisherClaim(manifest) {
  const publisher = isRecord(manifest) ? readPublisher(manifest._npmUser) : void 0;
  if (publisher === void 0) return void 0;
  const { name, trustedPublisher, approver } = publisher;
  if (name === void 0 && trustedPublisher === void 0 && approver === void 0) return void 0;
  return {
    ...name === void 0 ? {} : { name },
    ...trustedPublisher === void 0 ? {} : {
      trustedPublisher: {
        id: trustedPublisher.id,
        ...trustedPublisher.oidcConfigId === void 0 ? {} : { oidcConfigId: trustedPublisher.oidcConfigId }
      }
    },
    ...approver === void 0 ? {} : { approver }
  };
}
function distOf(manifest) {
  return isRecord(manifest) && isRecord(manifest.dist) ? manifest.dist : void 0;
}
function isShort(value) {
  return typeof value === "string" && value !== "" && value.length <= maxLength2;
}

// src/evidence/packument.ts
function readPackument(document, name, wanted) {
  if (!isRecord(document)) return { malformed: "the document" };
  if (typeof document.name !== "string") return { malformed: "name" };
  const manifests = document.versions ?? {};
  if (!isRecord(manifests)) return { malformed: "versions" };
  const time = document.time ?? {};
  if (!isRecord(time)) return { malformed: "time" };
  const tags = document["dist-tags"] ?? {};
  if (!isRecord(tags)) return { malformed: "dist-tags" };
  const listed = ascending(Object.keys(manifests).filter((version) => isRecord(manifests[version])));
  const created = instant(time.created);
  return {
    documentMatches: document.name === name,
    empty: Object.keys(manifests).length === 0,
    placeholder: listed.length > 0 && listed.every((version) => isPlaceholder(version, manifests[version])),
    distTags: readDistTags(tags),
    timesProvided: Object.keys(time).some((key) => key !== "created" && key !== "modified" && key !== "unpublished"),
    ...created === void 0 ? {} : { created },
    versions: listed.map((version) => [version, readTime(time, version).publishedAt ?? null]),
    hooks: Object.fromEntries(listed.flatMap((version) => hooksEntry(version, manifests[version]))),
    deprecated: listed.filter((version) => Boolean(fieldOf(manifests[version], "deprecated"))),
    signed: listed.some((version) => readSignatures(manifests[version]) !== void 0),
    publishers: entriesOf(listed, (version) => readPublisherClaim(manifests[version])),
    attested: listed.filter((version) => claimsAttestations(manifests[version])),
    repositories: entriesOf(listed, repositoryReader(manifests)),
    wanted: Object.fromEntries(
      [...new Set(wanted)].map((version) => [version, readWanted(name, version, manifests, time)])
    )
  };
}
function readWanted(name, version, manifests, time) {
  const key = keyOf(version, manifests);
  if (key === void 0) {
    return { listing: Object.hasOwn(time, version) ? "unpublished" : "missing", ...readTime(time, version) };
  }
  const release = readRelease(name, version, manifests[key]);
  if (typeof release === "string") return { listing: "malformed", field: release, ...readTime(time, key) };
  const listing = isPlaceholder(key, manifests[key]) ? "placeholder" : "listed";
  const signatures = readSignatures(manifests[key]);
  return {
    ...{ listing, release, ...readTime(time, key) },
    ...key === version ? {} : { listedAs: key },
    ...signatures === void 0 ? {} : { signatures }
  };
}
function repositoryReader(manifests) {
  const known3 = /* @__PURE__ */ new Map();
  return (version) => {
    const declared = fieldOf(manifests[version], "repository");
    const text3 = isRecord(declared) ? declared.url : declared;
    if (!known3.has(text3)) known3.set(text3, normalizeRepository(text3));
    return known3.get(text3);
  };
}
function entriesOf(versions, read2) {
  const entries = {};
  for (const version of versions) {
    const value = read2(version);
    if (value !== void 0) entries[version] = value;
  }
  return entries;
}
function keyOf(version, manifests) {
  if (Object.hasOwn(manifests, version)) return version;
  const plain = import_semver.default.valid(version);
  return plain !== null && Object.hasOwn(manifests, plain) ? plain : void 0;
}
function isPlaceholder(version, manifest) {
  if (/^0\.0\.\d+-security(?:\.\d+)?$/.test(version)) return true;
  const repository = fieldOf(manifest, "repository");
  const address2 = typeof repository === "string" ? repository : fieldOf(repository, "url");
  return typeof address2 === "string" && /^[^?#]{0,40}\bnpm\/security-holder(?:\.git)?$/.test(address2);
}
function hooksEntry(version, manifest) {
  const hooks = installHooks(manifest);
  if (hooks === void 0 || Object.keys(hooks).length === 0) return [];
  return [[version, hooksDigest(hooks)]];
}
function hooksDigest(hooks) {
  const text3 = JSON.stringify(Object.entries(hooks).sort(([a], [b]) => a < b ? -1 : 1));
  return bytesToHex(sha256(utf8ToBytes(text3)));
}
function readDistTags(tags) {
  return Object.fromEntries(
    Object.entries(tags).filter(
      (tag) => tag[0] !== "__proto__" && typeof tag[1] === "string" && import_semver.default.valid(tag[1]) !== null
    )
  );
}
function ascending(versions) {
  return versions.flatMap((version) => import_semver.default.parse(version) ?? []).filter(({ raw, version }) => raw === version).sort((a, b) => a.compare(b)).map(({ raw }) => raw);
}
function readTime(time, version) {
  if (!Object.hasOwn(time, version)) return {};
  const publishedAt = instant(time[version]);
  return publishedAt === void 0 ? { malformedTime: true } : { publishedAt };
}
function instant(value) {
  if (typeof value !== "string") return void 0;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})$/.test(value)) return void 0;
  const milliseconds = Date.parse(value);
  return Number.isNaN(milliseconds) ? void 0 : new Date(milliseconds).toISOString();
}
function fieldOf(value, field2) {
  return isRecord(value) ? value[field2] : void 0;
}

// src/evidence/asking.ts
function createAsking(options) {
  const { connect, recorded } = options;
  const recording = new Map(recorded?.map((answer) => [subjectOf(answer), answer]));
  const inTurn = createLimiter(options.concurrency);
  const end = performance.now() + options.patience;
  const connections = /* @__PURE__ */ new Map();
  const documents = /* @__PURE__ */ new Map();
  const pending = /* @__PURE__ */ new Map();
  let left = options.maxRequests;
  let client;
  return {
    known: (subject) => recording.get(subject),
    packument: async (registry, name, versions) => {
      const reply = await request(registry, (connected, connection) => connected.packument(connection, name));
      return reply.state === "document" ? readDocument(reply.document, name, versions) : reply;
    },
    keys: (registry) => document({ registry, keys: notAsked }),
    attestations: (registry, name, version) => document({ registry, name, version, attestations: notAsked }),
    documents: () => [...documents.values()],
    close: () => void client?.then((opened) => opened.close())
  };
  function document(question) {
    const subject = subjectOf(question);
    const before = pending.get(subject);
    if (before !== void 0) return before;
    const answer = (async () => {
      const found = answerIn(recording.get(subject)) ?? bounded(await askFor(question));
      documents.set(subject, "keys" in question ? { ...question, keys: found } : { ...question, attestations: found });
      return found;
    })();
    pending.set(subject, answer);
    return answer;
  }
  async function askFor(question) {
    if (left <= 0) return unavailable("budget", "this run had asked for as much as one run may");
    return request(
      question.registry,
      (connected, connection) => "keys" in question ? connected.keys(connection) : connected.attestations(connection, question.name, question.version)
    );
  }
  function request(registry, ask) {
    if (connect === void 0) {
      return Promise.resolve(
        recorded === void 0 ? unavailable("offline", "no request was allowed") : unavailable("not-recorded", "the recorded evidence does not hold it")
      );
    }
    left -= 1;
    return inTurn(async () => {
      if (performance.now() > end) return unavailable("budget", "this run had no time left to ask");
      const connection = connections.get(registry) ?? connect(registry);
      connections.set(registry, connection);
      client ??= open(options);
      return ask(await client, connection);
    });
  }
}
var notAsked = unavailable("not-recorded", "it was not asked for");
async function open({ concurrency, limits: limits2 }) {
  const { createRegistryClient } = await import("./registry-client-QSDLZGR7.js");
  return createRegistryClient(concurrency, limits2);
}
function answerIn(recorded) {
  if (recorded === void 0) return void 0;
  if ("keys" in recorded) return recorded.keys;
  return "attestations" in recorded ? recorded.attestations : void 0;
}
function bounded(reply) {
  return reply.state !== "document" || isBounded(reply.document) ? reply : unavailable("too-large", "the document is larger or deeper than any honest one");
}
function readDocument(document, name, versions) {
  const packument = readPackument(document, name, versions);
  return "malformed" in packument ? unavailable("malformed", `the registry's document is no packument: ${packument.malformed}`) : { state: "packument", packument };
}

// src/evidence/address.ts
var yarnAlias = "registry.yarnpkg.com";
function classifyAddress(resolved, registry, map, tarball) {
  if (resolved === void 0) return { verdict: "omitted" };
  const shown3 = maskUserInfo(resolved);
  if (!URL.canParse(resolved)) return { verdict: "invalid", shown: shown3 };
  const url = new URL(resolved);
  if (url.username !== "" || url.password !== "") return { verdict: "credentials", shown: shown3 };
  const canonical = url.href === resolved && !hasNeedlessEscape(url.pathname);
  const path = pathBelow(url, registry, map);
  if (path === void 0) {
    if (resolved !== tarball || !canonical || !/^https?:$/.test(url.protocol)) return { verdict: "elsewhere", shown: shown3 };
    return { verdict: "trusted", shown: shown3, path: comparable(url, url.origin.length + 1) };
  }
  return { verdict: canonical ? "trusted" : "not-canonical", shown: shown3, path };
}
function maskUserInfo(address2) {
  if (URL.canParse(address2)) {
    const url = new URL(address2);
    if (url.username !== "" || url.password !== "") {
      url.username = "***";
      url.password = "";
      return url.href;
    }
    if (!/^[a-z][a-z\d+.-]*:[/\\\s]/i.test(address2)) return address2;
  }
  const from = /^[^/\\?#@]*[/\\\s]+/.exec(address2)?.[0].length ?? 0;
  const authority = /^[^/\\?#]*/.exec(address2.slice(from))?.[0] ?? "";
  const at = authority.lastIndexOf("@");
  return at === -1 ? address2 : `${address2.slice(0, from)}***${address2.slice(from + at)}`;
}
function pathBelow(url, registry, map) {
  if (url.href.startsWith(registry)) return comparable(url, registry.length);
  if (registry !== map.defaultRegistry) return void 0;
  const prefix = standIn(url, map);
  return prefix === void 0 ? void 0 : comparable(url, prefix.length);
}
function standIn(url, map) {
  const setting = map.replaceRegistryHost;
  const below = (base) => url.href.startsWith(base) ? base : void 0;
  if (setting === "never") return void 0;
  if (setting === "npmjs") return below(map.publicRegistry) ?? below(`https://${yarnAlias}/`);
  const registry = new URL(map.defaultRegistry);
  if (url.protocol !== "https:" && url.protocol !== registry.protocol) return void 0;
  const whole = URL.canParse(setting) ? new URL(setting) : void 0;
  if (setting !== "always" && url.hostname !== (whole?.hostname ?? setting)) return void 0;
  const kept = (whole ?? registry).pathname.replace(/\/?$/, "/");
  return below(url.origin + kept) ?? (whole === void 0 ? `${url.origin}/` : void 0);
}
function comparable(url, from) {
  const end = url.href.indexOf("#");
  return url.href.slice(from, end === -1 ? void 0 : end).replaceAll(/%2f/gi, "/").replaceAll("%40", "@");
}
function hasNeedlessEscape(pathname) {
  if (/%(?:2[de]|3\d|4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\dae]|5c|00)/i.test(pathname)) return true;
  return /(?:^|\/)\.\.?(?:\/|$)/.test(pathname.replaceAll(/%2f/gi, "/"));
}

// src/evidence/packument-evidence.ts
function existenceOf(version, packument) {
  const wanted = wantedOf(packument, version);
  if (packument.empty) return present({ answer: "no-versions" });
  if (packument.placeholder) return present({ answer: "security-placeholder" });
  if (wanted === void 0) return notRecorded(version);
  switch (wanted.listing) {
    case "listed":
      return present({ answer: "listed" });
    case "placeholder":
      return present({ answer: "security-placeholder" });
    case "missing":
      return present({ answer: "version-missing", unpublished: false });
    case "unpublished":
      return present({ answer: "version-missing", unpublished: true });
    case "malformed":
      return malformed(version, wanted.field);
  }
}
function releaseOf(version, packument) {
  const wanted = wantedOf(packument, version);
  if (wanted === void 0) return notRecorded(version);
  if (wanted.listing === "malformed") return malformed(version, wanted.field);
  if (wanted.release === void 0) return absent;
  const documentMatches = packument.documentMatches && wanted.release.documentMatches;
  return present({ ...wanted.release, documentMatches });
}
function previousReleaseOf(version, packument) {
  const previous = releaseOf(version, packument);
  return previous.state === "absent" ? notListed(version) : previous;
}
function publishedAtOf(version, packument) {
  const wanted = wantedOf(packument, version);
  if (wanted === void 0) return notRecorded(version);
  if (wanted.malformedTime) return unavailable("malformed", "its publish time is no instant");
  if (wanted.publishedAt !== void 0) return present(wanted.publishedAt);
  return packument.timesProvided ? absent : unavailable("not-provided", "the registry gives no publish times");
}
function firstPublishedAtOf({ created, versions, timesProvided }) {
  const times = versions.map(([, time]) => time).filter((time) => time !== null);
  if (created !== void 0) times.push(created);
  const [first] = times.sort();
  if (first !== void 0) return present(first);
  return timesProvided ? absent : unavailable("not-provided", "the registry gives no publish times");
}
var histories = /* @__PURE__ */ new WeakMap();
function historyOf(packument) {
  const known3 = histories.get(packument);
  if (known3 !== void 0) return known3;
  const { hooks, publishers, repositories } = packument;
  const [deprecated, attested] = [new Set(packument.deprecated), new Set(packument.attested)];
  const history = {
    distTags: packument.distTags,
    releases: packument.versions.map(([version, time]) => {
      const [digest, publisher, repository] = [hooks[version], publishers[version], repositories[version]];
      return {
        version,
        ...time === null ? {} : { publishedAt: time },
        ...digest === void 0 ? {} : { hooksDigest: digest },
        deprecated: deprecated.has(version),
        ...publisher === void 0 ? {} : { publisher },
        attested: attested.has(version),
        ...repository === void 0 ? {} : { repository }
      };
    })
  };
  histories.set(packument, history);
  return history;
}
function publisherOf(version, packument) {
  const found = releaseOf(version, packument);
  if (found.state !== "present") return found;
  const { publishers } = packument;
  const key = listedVersion(version, packument);
  const publisher = Object.hasOwn(publishers, key) ? publishers[key] : void 0;
  if (publisher !== void 0) return present(publisher);
  return Object.keys(publishers).length > 0 ? absent : unavailable("not-provided", "the registry names no publisher of any version");
}
function isAttested(version, packument) {
  return packument.attested.includes(listedVersion(version, packument));
}
function listedVersion(version, packument) {
  return wantedOf(packument, version)?.listedAs ?? version;
}
function wantedOf({ wanted }, version) {
  return Object.hasOwn(wanted, version) ? wanted[version] : void 0;
}
var notListed = (version) => unavailable("not-provided", `the registry no longer lists ${version}`);
var notRecorded = (version) => unavailable("not-recorded", `version ${version} was not asked for`);
var malformed = (version, field2 = "manifest") => unavailable("malformed", `what the registry says of ${version} cannot be read: ${field2}`);

// src/evidence/predecessor.ts
var import_semver2 = __toESM(require_semver(), 1);
function predecessorVersion({ version, previousVersion, baseVersions }) {
  if (previousVersion !== void 0 && baseVersions.includes(previousVersion)) return previousVersion;
  const descending = [...baseVersions].sort((a, b) => import_semver2.default.compareBuild(b, a));
  return descending.find((candidate) => import_semver2.default.lt(candidate, version)) ?? descending[0];
}

// src/evidence/standing.ts
var import_semver3 = __toESM(require_semver(), 1);
function trustOf(version, packument, publisher, provenance) {
  const found = releaseOf(version, packument);
  if (found.state !== "present") return found;
  if (saysNothing(packument)) return nothingSaid;
  const outcome = provenance.state === "present" ? provenance.value : void 0;
  return present(
    trustStanding({
      publisher: publisher.state === "present" ? complete(publisher.value) : void 0,
      provenance: outcome === void 0 ? withoutOutcome(provenance) : wordOf(outcome),
      platform: outcome?.state === "verified" ? outcome.identity.platform : void 0
    })
  );
}
function priorTrustOf(version, packument, provenance) {
  const found = releaseOf(version, packument);
  if (found.state !== "present") return found;
  if (saysNothing(packument)) return isPlain(provenance) ? absent : nothingSaid;
  const key = listedVersion(version, packument);
  const published = publishedAtOf(version, packument);
  const since = published.state === "present" ? published.value : void 0;
  if (import_semver3.default.valid(key) === null) return absent;
  const major = key.slice(0, key.indexOf(".") + 1);
  let strongest;
  for (const release of historyOf(packument).releases) {
    const { version: listed } = release;
    if (!listed.startsWith(major) || listed.includes("-") || listed === key) continue;
    const { publishedAt } = release;
    const isEarlier = since !== void 0 && publishedAt !== void 0 ? publishedAt < since : import_semver3.default.lt(listed, key);
    if (!isEarlier) continue;
    const standing = claimedStanding(release);
    if (strongest !== void 0 && compare(standing, strongest.standing) < 0) continue;
    strongest = { version: listed, ...publishedAt === void 0 ? {} : { publishedAt }, standing };
  }
  return strongest === void 0 ? absent : present(strongest);
}
function isPlain(provenance) {
  return provenance.state === "present" && provenance.value.state === "not-applicable";
}
function saysNothing({ publishers, attested }) {
  return attested.length === 0 && Object.keys(publishers).length === 0;
}
var nothingSaid = unavailable(
  "not-provided",
  "the registry names neither publishers nor attestations of any version"
);
function claimedStanding({ publisher = {}, attested = false }) {
  return trustStanding({ publisher: complete(publisher), provenance: attested ? "verified" : "absent" });
}
function compare(a, b) {
  const height = (rank2) => trustRanks.indexOf(rank2);
  return height(a.atLeast) - height(b.atLeast) || height(a.atMost) - height(b.atMost);
}
function wordOf({ state }) {
  return state === "no-provenance" ? "absent" : state;
}
function withoutOutcome({ state }) {
  return state === "absent" ? "absent" : "unavailable";
}
function complete({ name, trustedPublisher, approver }) {
  const { id, oidcConfigId } = trustedPublisher ?? {};
  return { name, trustedPublisher: id === void 0 ? void 0 : { id, oidcConfigId }, approver };
}

// src/evidence/dossier.ts
function concernsRegistry(change) {
  return change.kind !== "removed" && change.source.kind === "registry";
}
function registryDossier(change, registry, map, answer, mode, proofs) {
  const evidence = evidenceOf(change, answer, mode, proofs);
  const tarball = evidence.release.state === "present" ? evidence.release.value.tarball : void 0;
  return {
    change,
    registry,
    publicRegistry: registry === map.publicRegistry,
    addresses: change.pins.map(({ resolved }) => classifyAddress(resolved, registry, map, tarball)),
    evidence
  };
}
function otherDossier(change) {
  const why = change.kind === "removed" ? "it is removed; nothing was asked" : "it does not come from a registry; nothing was asked";
  return {
    change,
    publicRegistry: false,
    addresses: change.pins.map(
      ({ resolved }) => resolved === void 0 ? { verdict: "omitted" } : { verdict: "elsewhere", shown: maskUserInfo(resolved) }
    ),
    evidence: nothingBut(unavailable("not-provided", why))
  };
}
function evidenceOf(change, answer, mode, proofs) {
  const predecessor = predecessorVersion(change);
  switch (answer.state) {
    case "packument":
      return fromPackument(change.version, predecessor, answer.packument, proofs);
    case "unavailable": {
      const { reason, detail } = answer;
      return withPredecessor(nothingBut(unavailable(reason, detail)), predecessor);
    }
    case "refused": {
      const refused = unavailable("unauthorized", `HTTP ${answer.status}`);
      const existence = present({ answer: "refused", status: answer.status });
      return withPredecessor({ ...nothingBut(refused), existence }, predecessor);
    }
    case "absent": {
      const alreadyLocked = mode === "audit" || change.baseVersions.length > 0;
      if (alreadyLocked && !answer.authenticated && scopeOf(change.name) !== void 0) {
        const hidden = unavailable("unauthorized", "HTTP 404 without a credential, which may hide a private package");
        return withPredecessor(nothingBut(hidden), predecessor);
      }
      const gone = predecessor === void 0 ? absent : notListed(predecessor);
      return { ...nothingBut(absent), predecessor: gone, predecessorProvenance: gone };
    }
  }
}
function fromPackument(version, predecessor, packument, proofs) {
  const provenance = proofs?.provenance ?? unneeded;
  const named = publisherOf(version, packument);
  const publisher = named.state === "unavailable" && named.reason === "not-provided" && isPlain(provenance) ? absent : named;
  return {
    existence: existenceOf(version, packument),
    release: releaseOf(version, packument),
    publishedAt: publishedAtOf(version, packument),
    firstPublishedAt: firstPublishedAtOf(packument),
    history: present(historyOf(packument)),
    predecessor: predecessor === void 0 ? absent : previousReleaseOf(predecessor, packument),
    registrySignature: proofs?.registrySignature ?? unneeded,
    provenance,
    publisher,
    trust: provenance === unneeded ? unneeded : trustOf(version, packument, publisher, provenance),
    priorTrust: priorTrustOf(version, packument, provenance),
    predecessorProvenance: predecessor === void 0 ? absent : proofs?.predecessorProvenance ?? unneeded,
    authorship: absent
  };
}
function nothingBut(same) {
  return {
    existence: same,
    release: same,
    publishedAt: same,
    firstPublishedAt: same,
    history: same,
    predecessor: same,
    registrySignature: same,
    provenance: same,
    publisher: same,
    trust: same,
    priorTrust: same,
    predecessorProvenance: same,
    authorship: same
  };
}
function withPredecessor(evidence, predecessor) {
  return predecessor === void 0 ? { ...evidence, predecessor: absent, predecessorProvenance: absent } : evidence;
}

// src/evidence/binding.ts
function bindingsOf(pins, stated) {
  const bindings = /* @__PURE__ */ new Map();
  const integrities = pins.length === 0 ? [void 0] : pins.map(({ integrity }) => integrity);
  for (const integrity of integrities) {
    const pinned = sha512sOf(integrity);
    const [hashes, boundTo] = pinned.length > 0 ? [pinned, "lockfile"] : [sha512sOf(stated), "registry"];
    for (const hash of hashes) bindings.set(`${boundTo} ${hash}`, { integrity: hash, boundTo });
    if (hashes.length === 0) bindings.set("", void 0);
  }
  return [...bindings.values()];
}
function sha512sOf(integrity = "") {
  return integrity.split(/\s+/).filter((hash) => hash.startsWith("sha512-")).map((hash) => hash.split("?", 1)[0] ?? "");
}

// src/evidence/provenance-outcome.ts
function provenanceOutcome(judged, boundTo) {
  const { attestations, provenance } = judged;
  if (provenance.state === "invalid") {
    const failed2 = attestations.flatMap((one) => one.state === "invalid" ? [failedOf(one.kind, one)] : []);
    return { state: "invalid", failed: failed2.length > 0 ? failed2 : [failedOf(provenance.kind, provenance)] };
  }
  const verified = attestations.flatMap((one) => one.state === "verified" ? [one] : []);
  if (verified.length === 0) return void 0;
  const published = verified.find((one) => one.kind === "publish");
  const publish = published === void 0 ? {} : { publishKeyid: published.keyid };
  const built = verified.find((one) => one.kind === "provenance");
  if (built === void 0) return { state: "no-provenance", ...publish };
  const { predicateType, signedAt, identity: identity3 } = built;
  return { state: "verified", identity: identityOf(identity3), predicateType, signedAt, boundTo, ...publish };
}
function failedOf(kind, { check, expected, found }) {
  return {
    kind: kind ?? "document",
    check,
    ...expected === void 0 ? {} : { expected },
    ...found === void 0 ? {} : { found }
  };
}
function identityOf(identity3) {
  const known3 = Object.entries(identity3).filter(([, value]) => value !== void 0);
  return Object.fromEntries(known3);
}

// src/evidence/trust-options.ts
function defaultDemand(registry, { publicRegistry }) {
  return registry === publicRegistry ? "required" : "auto";
}

// src/evidence/signing-keys.ts
async function signingKeys(registry, registries, options, asking) {
  const demand = (options.signatures ?? defaultDemand)(registry, registries);
  if (demand === "unsupported") return { state: "unsupported" };
  const { embeddedRegistryKeys, parseRegistryKeys } = await import("./registry-keys-ND6HOEYX.js");
  const given = options.registryKeys?.(registry, registries);
  if (given === void 0 && registry === registries.publicRegistry) {
    return { state: "keys", keys: embeddedRegistryKeys() };
  }
  const answer = given === void 0 ? await asking.keys(registry) : { state: "document", document: given };
  const none = demand === "required" ? unavailable("not-provided", "the registry is required to sign, and offers no keys") : { state: "none" };
  switch (answer.state) {
    case "absent":
      return none;
    case "refused":
      return unavailable("unauthorized", `HTTP ${answer.status} for the registry's keys`);
    case "unavailable":
      return unavailable(answer.reason, `the registry's keys: ${answer.detail}`);
    case "document": {
      const list = parseRegistryKeys(answer.document);
      if (list.state === "malformed") return unavailable("malformed", "the registry's keys are no list of keys");
      if (list.keys.size > 0) return { state: "keys", keys: list.keys };
      return list.refused.length === 0 ? none : unavailable("malformed", "none of the registry's keys is one to verify with");
    }
  }
}

// src/evidence/verifying.ts
function createVerifying({ trustedRoot, now }) {
  const signatures = /* @__PURE__ */ new Map();
  const attestations = /* @__PURE__ */ new Map();
  const oneAtATime = createLimiter(1);
  let trust;
  return {
    signature: (subject, listed, publishedAt, keys) => once(signatures, subject, async () => {
      const { verifyRegistrySignature } = await import("./registry-signature-4HHOVYOI.js");
      return inTurn(() => verifyRegistrySignature({ ...subject, signatures: listed, publishedAt, now, keys }));
    }),
    attestations: (subject, document, keys) => once(attestations, subject, async () => {
      const [{ verifyAttestations }, { embeddedRegistryKeys }, trusted] = await Promise.all([
        import("./attestation-YXWZF25S.js"),
        import("./registry-keys-ND6HOEYX.js"),
        trust ??= loadTrust()
      ]);
      return inTurn(
        () => verifyAttestations({ ...subject, document, trust: trusted, registryKeys: keys ?? embeddedRegistryKeys() })
      );
    })
  };
  function inTurn(verify) {
    return oneAtATime(async () => {
      await new Promise((resolve2) => setImmediate(resolve2));
      return verify();
    });
  }
  async function loadTrust() {
    const { embeddedTrust, trustFrom } = await import("./trust-material-3KCZDZKM.js");
    return trustedRoot === void 0 ? embeddedTrust : trustFrom(trustedRoot.text, trustedRoot.path);
  }
}
function once(done, subject, verify) {
  const key = `${subject.registry} ${subject.name} ${subject.version} ${subject.integrity}`;
  const before = done.get(key);
  if (before !== void 0) return before;
  const outcome = verify();
  done.set(key, outcome);
  return outcome;
}

// src/evidence/proofs.ts
function needsProofs(needs) {
  return ["registrySignature", "provenance", "trust", "predecessorProvenance"].some(
    (kind) => needs.has(kind)
  );
}
function createProver(options) {
  const { needs, registries, asking } = options;
  const verifying = createVerifying(options);
  const keysByRegistry = /* @__PURE__ */ new Map();
  return async (change, registry, packument) => {
    const { name, version, pins } = change;
    const current = { registry, name, version, packument };
    const [registrySignature, provenance, predecessorProvenance] = await Promise.all([
      needs.has("registrySignature") ? whereListed(current, pins, proveSignature) : unneeded,
      needs.has("provenance") || needs.has("trust") ? whereListed(current, pins, proveProvenance) : unneeded,
      needs.has("predecessorProvenance") ? provePredecessor(change, current) : unneeded
    ]);
    return { registrySignature, provenance, predecessorProvenance };
  };
  async function proveSignature(subject, bindings) {
    const { registry, name, version, packument } = subject;
    const signing = await keysOf(registry);
    if (signing.state === "unavailable") return signing;
    if (signing.state !== "keys") return present({ state: "not-applicable" });
    if (!packument.signed) return unavailable("not-provided", "the registry gives signatures of no version");
    const wanted = wantedOf(packument, version);
    const signatures = wanted?.signatures;
    if (signatures === void 0) return absent;
    const outcomes = bindings.map(async (binding) => {
      if (binding === void 0) return unbound;
      const { integrity, boundTo } = binding;
      const listed = { registry, name, version: listedVersion(version, packument), integrity };
      const outcome = await verifying.signature(listed, signatures, wanted?.publishedAt, signing.keys);
      if (outcome.state === "absent") return absent;
      return present(outcome.state === "verified" ? { ...outcome, boundTo } : outcome);
    });
    return worst(await Promise.all(outcomes));
  }
  async function proveProvenance(subject, bindings) {
    const { registry, name, packument } = subject;
    const signing = await keysOf(registry);
    if (signing.state === "unavailable") return signing;
    if (signing.state === "unsupported") return present({ state: "not-applicable" });
    if (!isAttested(subject.version, packument)) {
      if (signing.state === "none") return present({ state: "not-applicable" });
      const strips = !packument.signed && packument.attested.length === 0;
      return strips ? unavailable("not-provided", "the registry gives signatures and attestations of no version") : absent;
    }
    const version = listedVersion(subject.version, packument);
    const answer = await asking.attestations(registry, name, version);
    if (answer.state === "absent") return withheld;
    if (answer.state === "refused") return unavailable("unauthorized", `HTTP ${answer.status} for its attestations`);
    if (answer.state === "unavailable") return unavailable(answer.reason, `its attestations: ${answer.detail}`);
    const keys = signing.state === "keys" ? signing.keys : void 0;
    const outcomes = bindings.map(async (binding) => {
      if (binding === void 0) return unbound;
      const { integrity, boundTo } = binding;
      const judged = await verifying.attestations({ registry, name, version, integrity }, answer.document, keys);
      const outcome = provenanceOutcome(judged, boundTo);
      if (outcome === void 0) return withheld;
      return keys === void 0 && lacksOnlyKeys(outcome) ? keyless : present(outcome);
    });
    return worst(await Promise.all(outcomes));
  }
  async function provePredecessor(change, current) {
    const version = predecessorVersion(change);
    if (version === void 0) return absent;
    const release = previousReleaseOf(version, current.packument);
    if (release.state !== "present") return release.state === "absent" ? absent : release;
    const pins = version === change.version ? change.basePins : [];
    return whereListed({ ...current, version }, pins, proveProvenance);
  }
  function keysOf(registry) {
    const keys = keysByRegistry.get(registry) ?? signingKeys(registry, registries, options, asking);
    keysByRegistry.set(registry, keys);
    return keys;
  }
}
async function whereListed(subject, pins, prove) {
  const release = releaseOf(subject.version, subject.packument);
  return release.state === "present" ? prove(subject, bindingsOf(pins, release.value.integrity)) : release;
}
function worst(outcomes) {
  const rank2 = (evidence) => {
    if (evidence.state === "unavailable") return 1;
    if (evidence.state === "absent") return 2;
    const { value } = evidence;
    if (value.state === "invalid") return 0;
    return value.state !== "verified" || value.boundTo === "registry" ? 3 : 4;
  };
  const [first = absent] = [...outcomes].sort((a, b) => rank2(a) - rank2(b));
  return first;
}
function lacksOnlyKeys(outcome) {
  return outcome.state === "invalid" && outcome.failed.every(({ check }) => check === "unknown-key");
}
var unbound = unavailable("not-provided", "neither lockfile nor registry states a SHA-512 integrity");
var withheld = unavailable("not-provided", "the registry claims attestations, and serves none");
var keyless = unavailable("not-provided", "the registry offers no key to verify its attestation with");

// src/evidence/collect.ts
var collectLimits = { requests: 1e4, concurrency: 32, patience: 8 * 6e4 };
async function collect(comparison, options) {
  const { changes, mode, authorship = absent } = comparison;
  const madeBy = (dossier) => ({ ...dossier, evidence: { ...dossier.evidence, authorship } });
  if (!changes.some(concernsRegistry)) {
    return { dossiers: changes.map((change) => madeBy(otherDossier(change))), answers: [] };
  }
  const { registries, connect } = await options.configure();
  const { needs, recorded, limits: limits2 } = options;
  const questions = questionsOf(changes, registries);
  const maxRequests = options.maxRequests ?? collectLimits.requests;
  const asking = createAsking({
    connect: options.offline ? void 0 : connect,
    concurrency: options.concurrency ?? collectLimits.concurrency,
    patience: options.patience ?? collectLimits.patience,
    ...{ recorded, limits: limits2, maxRequests }
  });
  const open3 = questions.filter(({ registry, name }) => asking.known(packumentSubject(registry, name)) === void 0);
  const asks = connect !== void 0 && !options.offline && needs.size > 0;
  if (asks) demandBudget(open3.length, maxRequests);
  const answers = /* @__PURE__ */ new Map();
  const proofs = /* @__PURE__ */ new Map();
  const prove = needsProofs(needs) ? createProver({ ...options, registries, asking }) : void 0;
  let done = 0;
  const settle = async ({ registry, name, changes: own }) => {
    const subject = packumentSubject(registry, name);
    const known3 = asking.known(subject);
    const isKnown = known3 !== void 0 && "answer" in known3;
    const answer = isKnown ? known3.answer : await answerTo({ registry, name, changes: own }, needs, asking);
    answers.set(subject, answer);
    if (!isKnown && asks) options.progress?.(done += 1, open3.length);
    if (prove === void 0 || answer.state !== "packument") return;
    const { packument } = answer;
    await Promise.all(own.map(async (change) => proofs.set(change, await prove(change, registry, packument))));
  };
  try {
    await Promise.all(questions.map(settle));
  } finally {
    asking.close();
  }
  const dossiers = changes.map((change) => {
    if (!concernsRegistry(change)) return madeBy(otherDossier(change));
    const registry = registryOf(registries, change.name);
    const answer = answers.get(packumentSubject(registry, change.name)) ?? unneeded;
    return madeBy(registryDossier(change, registry, registries, answer, mode, proofs.get(change)));
  });
  return { dossiers, answers: recordable(questions, answers, asking), registries };
}
function questionsOf(changes, registries) {
  const questions = /* @__PURE__ */ new Map();
  for (const change of changes) {
    if (!concernsRegistry(change)) continue;
    const { name } = change;
    const registry = registryOf(registries, name);
    const subject = packumentSubject(registry, name);
    const question = questions.get(subject) ?? { registry, name, changes: [] };
    questions.set(subject, question);
    question.changes.push(change);
  }
  return [...questions.values()];
}
function demandBudget(open3, bound) {
  if (open3 <= bound) return;
  throw new GateFailure(
    "budget",
    `${open3} packages would have to be asked for, and one run asks for at most ${bound}; split the change.`
  );
}
async function answerTo({ registry, name, changes }, needs, asking) {
  if (needs.size === 0) return unneeded;
  const versions = changes.flatMap((change) => {
    const predecessor = predecessorVersion(change);
    return predecessor === void 0 ? [change.version] : [change.version, predecessor];
  });
  return asking.packument(registry, name, versions);
}
function recordable(questions, answers, asking) {
  const packuments = questions.map(({ registry, name }) => ({
    ...{ registry, name },
    answer: answers.get(packumentSubject(registry, name)) ?? unavailable("not-recorded", "it was not asked for")
  }));
  return [...packuments, ...asking.documents()].sort((a, b) => subjectOf(a) < subjectOf(b) ? -1 : 1);
}

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
  return registries.map(({ url: text3, scopes = [], tokenEnv }) => {
    const read2 = canonicalRegistry(text3);
    const fault2 = "fault" in read2 ? read2.fault : isPrivateChannel(read2.url) ? void 0 : "plain http";
    if (fault2 !== void 0 || "fault" in read2) {
      throw new GateFailure(
        "configuration-invalid",
        `A registry of the policy has ${article(fault2 ?? "")}; give its https URL, and a credential by tokenEnv.`
      );
    }
    for (const scope of scopes.length === 0 ? ["every scope that no other registry names"] : scopes) {
      if (claimed.has(scope)) {
        throw new GateFailure("configuration-invalid", `Two registries of the policy claim ${quoted(scope, 100)}.`);
      }
      claimed.add(scope);
    }
    return { url: read2.url, scopes, tokenEnv };
  });
}
function flagRegistry(text3) {
  if (text3 === void 0) return void 0;
  const read2 = canonicalRegistry(text3);
  const fault2 = "fault" in read2 ? read2.fault : isPrivateChannel(read2.url) ? void 0 : "plain http";
  if ("url" in read2 && fault2 === void 0) return read2.url;
  throw new GateFailure(
    "usage",
    `--registry has ${article(fault2 ?? "")}; give the registry's https URL (plain http only on loopback).`
  );
}
function article(fault2) {
  return fault2.startsWith("not ") ? `a value that is ${fault2}` : fault2;
}

// src/evidence/npm-settings.ts
import { homedir } from "node:os";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
var relevant = /* @__PURE__ */ new Set([
  ...["registry", "replace-registry-host", "scope", "proxy", "https-proxy", "noproxy", "local-address"],
  ...["ca", "cafile", "cert", "key", "strict-ssl"]
]);
var namesFile = (key) => /(?:^cafile|:certfile|:keyfile)$/.test(key);
var isRelevant = (key) => relevant.has(key) || /^@.*:registry$/.test(key) || key.startsWith("//");
async function loadNpmSettings(sources) {
  const [{ default: Config }, { default: npm2 }, { default: envReplace }, { default: ini }] = await Promise.all([
    import("./lib-UPCEEPUU.js"),
    import("./definitions-YYNXUQJW.js"),
    import("./env-replace-BZV4IUL7.js"),
    import("./ini-AKIQZ5OL.js")
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
        const parsed2 = this.parseField(value, key);
        if (namesFile(key)) refuseWorkTree(parsed2, value, key, npmrc, workTree);
        project[key] = parsed2;
      }
      return Promise.resolve();
    }
  }
  const config = new BaseConfig({
    ...{ definitions: npm2.definitions, shorthands: npm2.shorthands, flatten: npm2.flatten },
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
      npm2.flatten(Object.fromEntries(Object.entries(data).filter(([key]) => isRelevant(key))), flat);
    }
  } catch (cause) {
    if (cause instanceof GateFailure) throw cause;
    const reason = cause instanceof Error ? visible(cause.message, 200) : "unknown reason";
    throw new GateFailure("configuration-invalid", `npm's configuration cannot be loaded: ${reason}.`);
  }
  return { flat, publicRegistry: String(npm2.defaults.registry), placeOf };
  function placeOf(key) {
    const level = [...config.data].findLast(([, { data }]) => Object.hasOwn(data, key))?.[0] ?? "default";
    if (level !== "project" || sources.npmrc === void 0) return { level: `npm's ${level} configuration` };
    return { level: "the base", path: sources.npmrc.path, ...lineOf(sources.npmrc.text, key) };
  }
}
function refuseWorkTree(parsed2, raw, key, npmrc, workTree) {
  if (typeof parsed2 !== "string" || typeof raw !== "string") return;
  const named = raw.startsWith("~/") || /^\$\{[^}]+\}/.test(raw) || isAbsolute(raw);
  const inside = relative(workTree, resolve(workTree, parsed2));
  if (named && (inside.startsWith("..") || isAbsolute(inside))) return;
  throw new GateFailure(
    "configuration-invalid",
    `${visible(key, 100)} names a file of the work tree, which a pull request can change; set it in npm's user configuration or in NODE_EXTRA_CA_CERTS instead.`,
    { path: npmrc.path, ...lineOf(npmrc.text, key) }
  );
}
function lineOf(text3, key) {
  const index = text3.split(/\r\n|\r|\n/).findIndex((line) => line.trim().split(/\s*=/, 1)[0] === key);
  return index === -1 ? {} : { line: index + 1 };
}
function npmFolder() {
  const bin = dirname(process.execPath);
  return process.platform === "win32" ? join(bin, "node_modules/npm") : join(bin, "../lib/node_modules/npm");
}

// src/evidence/configuration.ts
async function loadConfiguration(sources) {
  const settings = await loadNpmSettings(sources);
  const { default: getAuth } = await import("./auth-MO3KOPTD.js");
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
  const replaced2 = (url) => flag !== void 0 && url === publicRegistry ? flag : url;
  const scopes = /* @__PURE__ */ new Map();
  for (const [key, value] of Object.entries(flat)) {
    const scope = /^(@.*):registry$/.exec(key)?.[1];
    if (scope !== void 0) scopes.set(scope, replaced2(configured(value, key, placeOf)));
  }
  const ownScope = typeof flat.scope === "string" ? scopes.get(flat.scope) : void 0;
  const npmDefault = ownScope ?? configured(flat.registry, "registry", placeOf);
  for (const { url, scopes: own } of policy) for (const scope of own) scopes.set(scope, replaced2(url));
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
  const read2 = typeof value !== "string" ? { fault: "not a URL" } : value.includes("${") ? { fault: "an environment variable that is not set" } : canonicalRegistry(value);
  if ("url" in read2) return read2.url;
  const { level, ...place } = placeOf(key);
  throw new GateFailure(
    "configuration-invalid",
    `${quoted(key, 100)} in ${level} has ${article(read2.fault)}; set it to the registry's https URL, and a credential by a //host/path/:_authToken line.`,
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

// src/policy/open.ts
async function openPolicy(file, options = {}) {
  if (file === void 0) return composePolicy({ source: `preset ${options.preset ?? "recommended"}`, ...options });
  const { loadPolicy } = await import("./load-LP6I35PL.js");
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
    provenanceIdentity: identityOf2(provenance),
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
function identityOf2(provenance) {
  if (provenance.state !== "present" || provenance.value.state !== "verified") return null;
  const { sourceRepository, workflow, commit } = provenance.value.identity;
  return { repository: sourceRepository, workflow: workflow ?? null, commit: commit ?? null };
}
function previousOf({ previousVersion, version, baseVersions }, { evidence }) {
  const before = previousVersion !== void 0 && previousVersion !== version ? previousVersion : baseVersions.at(-1);
  if (before === void 0 || before === version) return null;
  const { history, predecessor, predecessorProvenance } = evidence;
  const known3 = predecessor.state === "present" ? predecessor.value.version : before;
  if (known3 === version) return null;
  const releases = history.state === "present" ? history.value.releases : [];
  const release = releases.find((each) => each.version === known3);
  const verified = outcomeWord(predecessorProvenance);
  const claimed = release?.attested === true ? "claimed" : release?.attested === false ? "absent" : "unavailable";
  const decided = ["verified", "invalid", "not-applicable"].includes(verified);
  return { version: known3, provenance: decided ? verified : claimed, trust: claimedTrust(release) };
}
function claimedTrust(release) {
  if (release?.publisher?.approver !== void 0) return "staged";
  if (release?.publisher?.trustedPublisher !== void 0) return "trusted-publisher";
  if (release?.attested === true) return "provenance";
  return release?.publisher === void 0 ? "unavailable" : "none";
}

// src/report/build.ts
function buildReport({ comparison, dossiers, judgement, policy, now }) {
  const dossierOf = new Map(dossiers.map((dossier) => [identity(dossier.change), dossier]));
  const changes = comparison.changes.map((change) => reportedChange(change, dossierOf.get(identity(change)))).sort(
    (a, b) => compareText(a.lockfile, b.lockfile) || compareText(a.name, b.name) || compareText(a.version, b.version) || a.line - b.line || compareText(a.kind, b.kind)
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
    lockfiles: comparison.lockfiles.map(({ path, format, formatVersion, status, packages }) => ({ path, format, formatVersion, status, packages })).sort((a, b) => compareText(a.path, b.path)),
    changes,
    findings: judgement.findings.map(inContractOrder),
    errors: comparison.errors.map(({ code, message, path, line }) => ({
      code,
      message,
      ...path === void 0 ? {} : { path },
      ...line === void 0 ? {} : { line }
    })),
    missingProvenance: missingProvenance(changes),
    counts: {
      added: counted("added"),
      updated: counted("updated"),
      removed: counted("removed"),
      findings: judgement.findings.length,
      errors: comparison.errors.length
    }
  };
}
function compareText(a, b) {
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
    fingerprint: finding.fingerprint,
    status: finding.status,
    decision: finding.decision
  };
}

// src/lockfile/json-object.ts
var JsonObject = class {
  keys;
  values;
  /** Offset of each key's opening quote in the text. */
  offsets;
  /** Offset of the opening brace. */
  offset;
  index;
  /** @param index position of each key; may be left out where a scan over few keys is cheaper */
  constructor(offset, keys, values, offsets, index) {
    this.offset = offset;
    this.keys = keys;
    this.values = values;
    this.offsets = offsets;
    this.index = index;
  }
  position(key) {
    return this.index === void 0 ? this.keys.indexOf(key) : this.index.get(key) ?? -1;
  }
  has(key) {
    return this.position(key) >= 0;
  }
  get(key) {
    return this.values[this.position(key)];
  }
  /** Offset of a member's key; the object's own where it has no such member. */
  offsetOf(key) {
    return this.offsets[this.position(key)] ?? this.offset;
  }
  /** Calls back for each member, in the order of the text. */
  forEach(visit) {
    for (let at = 0; at < this.keys.length; at++) {
      visit(this.keys[at], this.values[at], this.offsets[at]);
    }
  }
};
var JsonDocument = class {
  path;
  value;
  text;
  lineStarts;
  /** @param lineStarts offset of the first character of each line, ascending */
  constructor(path, text3, value, lineStarts) {
    this.path = path;
    this.value = value;
    this.text = text3;
    this.lineStarts = lineStarts;
  }
  /** 1-based line of an offset. */
  line(offset) {
    let low = 0;
    let high = this.lineStarts.length;
    while (high - low > 1) {
      const middle = low + high >> 1;
      if (this.lineStarts[middle] <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
  place(offset) {
    return placeIn(this.path, this.text, offset);
  }
};
function placeIn(path, text3, offset) {
  let line = 1;
  let start = 0;
  for (let at = text3.indexOf("\n"); at >= 0 && at < offset; at = text3.indexOf("\n", at + 1)) {
    line++;
    start = at + 1;
  }
  return { path, line, column: offset - start + 1 };
}

// src/lockfile/decode.ts
var MAX_BYTES = 64 * 1024 * 1024;
var lockfileFaults = {
  empty: "lockfile-empty",
  tooLarge: "lockfile-too-large",
  encoding: "lockfile-encoding",
  conflict: "lockfile-conflict",
  syntax: "lockfile-syntax",
  duplicateKey: "lockfile-duplicate-key",
  depth: "lockfile-depth",
  mend: "restore the file or let its package manager write it again"
};
function oneFault(code, mend2) {
  const codes = { empty: code, tooLarge: code, encoding: code, conflict: code };
  return { ...codes, syntax: code, duplicateKey: code, depth: code, mend: mend2 };
}
function decodeText(bytes, path, faults2) {
  if (bytes.length > MAX_BYTES) {
    throw new GateFailure(faults2.tooLarge, `The file has ${bytes.length} bytes, more than ${MAX_BYTES}.`, { path });
  }
  const text3 = utf8(bytes, path, faults2);
  if (text3.trim() === "") throw new GateFailure(faults2.empty, `The file is empty; ${faults2.mend}.`, { path });
  const nul = text3.indexOf("\0");
  if (nul >= 0) {
    const { line } = placeIn(path, text3, nul);
    throw new GateFailure(faults2.encoding, `The file holds a NUL character; ${faults2.mend}.`, { path, line });
  }
  refuseConflict(text3, path, faults2);
  return text3;
}
function utf8(bytes, path, faults2) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new GateFailure(faults2.encoding, `The file is not UTF-8; ${faults2.mend}.`, { path });
  }
}
function refuseConflict(text3, path, faults2) {
  const ours = text3.indexOf("<<<<<<<");
  if (ours < 0 || !text3.includes("=======") || !text3.includes(">>>>>>>")) return;
  const { line } = placeIn(path, text3, ours);
  throw new GateFailure(
    faults2.conflict,
    "The file holds merge-conflict markers, between which npm would choose by itself; resolve the conflict.",
    { path, line }
  );
}

// src/lockfile/json.ts
var MAX_DEPTH = 200;
var FEW = 16;
var LINE_FEED = 10;
var QUOTE = 34;
var COMMA = 44;
var COLON = 58;
var OPEN_BRACKET = 91;
var BACKSLASH = 92;
var CLOSE_BRACKET = 93;
var LETTER_F = 102;
var LETTER_N = 110;
var LETTER_T = 116;
var OPEN_BRACE = 123;
var CLOSE_BRACE = 125;
var NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
var CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
var ESCAPE = /\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt])?/g;
function parseJson(text3, path, faults2) {
  let at = 0;
  let depth = 0;
  const keys = [];
  const values = [];
  const offsets = [];
  let top = 0;
  let backslash = -1;
  let lineFeed = -1;
  let carriageReturn = -1;
  let tab = -1;
  const lineStarts = [0];
  function refuse(what, offset = at, code = faults2.syntax) {
    const { line, column } = placeIn(path, text3, offset);
    const sentence = `${what} at ${line}:${column}; ${faults2.mend}.`;
    throw new GateFailure(code, sentence, { path, line, column });
  }
  function notJson(expected, offset = at) {
    return refuse(
      offset >= text3.length ? "The JSON breaks off" : `This is not JSON: ${expected} is expected`,
      Math.min(offset, text3.length)
    );
  }
  function find(character, from) {
    const found = text3.indexOf(character, from);
    return found < 0 ? text3.length : found;
  }
  function skip() {
    let unit = text3.charCodeAt(at);
    while (unit === 32 || unit === LINE_FEED || unit === 13 || unit === 9) {
      at++;
      if (unit === LINE_FEED) lineStarts.push(at);
      unit = text3.charCodeAt(at);
    }
    return unit;
  }
  function string() {
    const start = at + 1;
    let end = find('"', start);
    if (backslash < start) backslash = find("\\", start);
    const escaped = backslash < end;
    if (escaped) end = closingQuote(end);
    if (end === text3.length) notJson("a closing quote", end);
    if (lineFeed < start) lineFeed = find("\n", start);
    if (carriageReturn < start) carriageReturn = find("\r", start);
    if (tab < start) tab = find("	", start);
    if (lineFeed < end || carriageReturn < end || tab < end) {
      notJson("an escape in the place of a control character", Math.min(lineFeed, carriageReturn, tab));
    }
    at = end + 1;
    const raw = text3.slice(start, end);
    return escaped ? unescape(raw, start) : raw;
  }
  function unescape(raw, start) {
    try {
      return JSON.parse(`"${raw}"`);
    } catch {
      for (const { 0: escape, index } of raw.matchAll(ESCAPE)) {
        if (escape.length === 1) notJson("a known escape", start + index);
      }
      return notJson("a string", start);
    }
  }
  function closingQuote(end) {
    for (; end < text3.length; end = find('"', end + 1)) {
      let backslashes = 0;
      while (text3.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++;
      if (backslashes % 2 === 0) return end;
    }
    return end;
  }
  function enter() {
    if (++depth > MAX_DEPTH) refuse(`The JSON is nested deeper than ${MAX_DEPTH} levels`, at, faults2.depth);
    at++;
  }
  function isAmong(key, base) {
    for (let at2 = base; at2 < top; at2++) if (keys[at2] === key) return true;
    return false;
  }
  function object() {
    const opening = at;
    const base = top;
    let index;
    enter();
    let unit = skip();
    while (unit !== CLOSE_BRACE) {
      if (unit !== QUOTE) notJson("a key in double quotes");
      const offset = at;
      const key = string();
      const known3 = index === void 0 ? isAmong(key, base) : index.has(key);
      if (known3) refuse(`${quoted(key, limits.name)} is a key twice in one object`, offset, faults2.duplicateKey);
      if (skip() !== COLON) notJson("a colon");
      at++;
      const member = value();
      index?.set(key, top - base);
      keys[top] = key;
      values[top] = member;
      offsets[top++] = offset;
      if (top - base === FEW + 1) index = new Map(keys.slice(base, top).map((each, position) => [each, position]));
      unit = skip();
      if (unit === CLOSE_BRACE) break;
      if (unit !== COMMA) notJson("a comma or a closing brace");
      at++;
      unit = skip();
      if (unit === CLOSE_BRACE) notJson("a key in double quotes");
    }
    at++;
    depth--;
    const made = new JsonObject(
      opening,
      keys.slice(base, top),
      values.slice(base, top),
      offsets.slice(base, top),
      index
    );
    top = base;
    return made;
  }
  function array() {
    const items = [];
    enter();
    let unit = skip();
    while (unit !== CLOSE_BRACKET) {
      items.push(value());
      unit = skip();
      if (unit === CLOSE_BRACKET) break;
      if (unit !== COMMA) notJson("a comma or a closing bracket");
      at++;
      unit = skip();
      if (unit === CLOSE_BRACKET) notJson("a value");
    }
    at++;
    depth--;
    return items;
  }
  function value() {
    const unit = skip();
    if (unit === QUOTE) return string();
    if (unit === OPEN_BRACE) return object();
    if (unit === OPEN_BRACKET) return array();
    if (unit === LETTER_T) return word("true", true);
    if (unit === LETTER_F) return word("false", false);
    if (unit === LETTER_N) return word("null", null);
    NUMBER.lastIndex = at;
    const digits = NUMBER.exec(text3)?.[0] ?? notJson("a value");
    at += digits.length;
    return Number(digits);
  }
  function word(spelled, meant) {
    if (!text3.startsWith(spelled, at)) notJson("a value");
    at += spelled.length;
    return meant;
  }
  const control = text3.search(CONTROL);
  if (control >= 0) notJson("an escape in the place of a control character", control);
  const root = value();
  skip();
  if (at < text3.length) notJson("the end of the file");
  return new JsonDocument(path, text3, root, lineStarts);
}

// src/lockfile/npm-disagree.ts
function compareMaps(path, read2, legacy) {
  if (legacy === void 0) return { ...read2, observations: [] };
  const places = new Map(read2.packages.map((each) => [each.key, each]));
  const extra = [];
  const observations = [];
  for (const old of legacy) {
    const current = places.get(old.key);
    const field2 = current === void 0 ? "presence" : difference(current, old);
    if (field2 === void 0) continue;
    extra.push({ ...old, key: `dependencies:${old.key}`, place: old.key, requires: [] });
    observations.push({
      code: "maps-disagree",
      path,
      line: old.line,
      name: old.name,
      version: old.version,
      args: {
        place: old.key,
        field: field2,
        packages: current === void 0 ? "" : shown(current, field2),
        dependencies: shown(old, field2)
      }
    });
  }
  return { packages: [...read2.packages, ...extra], importers: read2.importers, observations };
}
function difference(current, old) {
  if (isLink(current) || isLink(old)) return isLink(current) && isLink(old) ? void 0 : "resolved";
  if (current.name !== old.name) return "name";
  if (old.version !== "" && current.version !== old.version) return "version";
  if (address(current) !== address(old)) return "resolved";
  if (current.integrity !== old.integrity) return "integrity";
  return void 0;
}
function isLink({ source }) {
  return source.kind === "link" || source.kind === "workspace";
}
function address({ source, resolved }) {
  return source.spec ?? resolved;
}
function shown(entry, field2) {
  if (field2 === "resolved") return address(entry) ?? "";
  if (field2 === "integrity") return entry.integrity ?? "";
  return field2 === "name" ? entry.name : entry.version;
}

// src/lockfile/npm-entry.ts
var import_parse = __toESM(require_parse(), 1);

// src/lockfile/names.ts
var import_validate_npm_package_name = __toESM(require_lib(), 1);
var MAX_KEY = 4096;
var MARKER = "node_modules/";
var INNER_MARKER = `/${MARKER}`;
var valid = /* @__PURE__ */ new Map();
var PLAIN_NAME = /^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/;
var NO_NAMES = /* @__PURE__ */ new Set(["node_modules", "favicon.ico", "constructor"]);
function isPackageName(name) {
  if (PLAIN_NAME.test(name)) return !NO_NAMES.has(name);
  let known3 = valid.get(name);
  if (known3 === void 0) {
    if (valid.size > 5e4) valid.clear();
    known3 = !NO_NAMES.has(name) && (0, import_validate_npm_package_name.default)(name).validForOldPackages;
    valid.set(name, known3);
  }
  return known3;
}
function readKey(key) {
  if (key === "") return { kind: "root" };
  const at = lastMarker(key);
  if (at === 0 && isPackageName(key.slice(MARKER.length))) return { kind: "package", name: key.slice(MARKER.length) };
  const why = fault(key);
  if (why !== void 0) return { kind: "invalid", why };
  if (at < 0) return { kind: "folder" };
  const rest = key.slice(at + MARKER.length);
  if (isPackageName(rest)) return { kind: "package", name: rest };
  const segments = rest.split("/");
  const owner = segments.slice(0, rest.startsWith("@") ? 2 : 1);
  if (owner.length < segments.length && isPackageName(owner.join("/"))) return { kind: "folder" };
  return { kind: "invalid", why: "npm accepts no such package name" };
}
function lastMarker(key) {
  let last = key.startsWith(MARKER) ? 0 : -1;
  for (let at = key.indexOf(INNER_MARKER); at >= 0; at = key.indexOf(INNER_MARKER, at + 1)) last = at + 1;
  return last;
}
function fault(key) {
  if (key.length > MAX_KEY) return `it has more than ${MAX_KEY} characters`;
  if (/[\\\p{Cc}\p{Cs}]/u.test(key)) return "it holds a backslash or a control character";
  if (/^(?:\/|[a-z]:)/i.test(key)) return "it is an absolute path";
  const segments = key.split("/");
  const below = segments.findIndex((segment) => segment !== "..");
  for (const [at, segment] of segments.entries()) {
    if (segment === "" || segment === ".") return "it is not a normalised path";
    if (segment === ".." && below >= 0 && at > below) return "it climbs with `..`";
    if (segment === "__proto__" || segment === "constructor") return "it names a member of every object";
  }
  if (segments.at(-1) === "node_modules") return "it ends without a package name";
  return void 0;
}

// src/lockfile/requirements.ts
function refuser(document, code) {
  return (offset, sentence) => {
    const { path, line, column } = document.place(offset);
    throw new GateFailure(code, sentence, { path, line, column });
  };
}
var mapNames = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];
function readMaps(object, refuse) {
  const map = (name) => {
    const value = object.get(name);
    if (value === void 0 || value === null) return void 0;
    if (!(value instanceof JsonObject)) return refuse(object.offsetOf(name), `\`${name}\` must be an object.`);
    value.forEach((key, spec, offset) => {
      if (typeof spec !== "string") refuse(offset, `${quoted(key, limits.name)} in \`${name}\` must be a string.`);
    });
    return value;
  };
  const meta = object.get("peerDependenciesMeta");
  return {
    dependencies: map("dependencies"),
    devDependencies: map("devDependencies"),
    optionalDependencies: map("optionalDependencies"),
    peerDependencies: map("peerDependencies"),
    peerDependenciesMeta: meta instanceof JsonObject ? meta : void 0
  };
}
function requirementsOf(maps, top) {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = maps;
  const devDependencies = top ? maps.devDependencies : void 0;
  const requires = [];
  peerDependencies?.forEach((name, spec) => {
    if ([dependencies, optionalDependencies, devDependencies].some((map) => map?.has(name))) return;
    const optionalPeer = isOptionalPeer(peerDependenciesMeta?.get(name));
    requires.push({ name, spec, type: "peer", ...optionalPeer && { optionalPeer } });
  });
  dependencies?.forEach((name, spec) => {
    if (optionalDependencies?.has(name) !== true) requires.push({ name, spec, type: "prod" });
  });
  optionalDependencies?.forEach((name, spec) => {
    if (devDependencies?.has(name) !== true) requires.push({ name, spec, type: "optional" });
  });
  devDependencies?.forEach((name, spec) => requires.push({ name, spec, type: "dev" }));
  return requires;
}
function isOptionalPeer(meta) {
  return meta instanceof JsonObject && meta.get("optional") === true;
}
function workspaceGlobs(value) {
  if (value === void 0 || value === null) return [];
  const list = value instanceof JsonObject ? value.get("packages") ?? [] : value;
  return Array.isArray(list) && list.every((each) => typeof each === "string") ? list : void 0;
}

// src/lockfile/npm-entry.ts
var MAX_VERSION = 256;
var CLAIMS = [
  "dev",
  "optional",
  "devOptional",
  "peer",
  "extraneous",
  "inBundle",
  "hasInstallScript",
  "hasShrinkwrap"
];
var EntryFields = class {
  object;
  document;
  key;
  constructor(document, key, object) {
    this.document = document;
    this.key = key;
    this.object = object;
  }
  refuse(field2, expected) {
    return refuser(this.document, "lockfile-shape")(
      this.object.offsetOf(field2),
      `\`${field2}\` of ${quoted(this.key)} must be ${expected}.`
    );
  }
  /** @param value of the field, where it is known already */
  string(field2, value = this.object.get(field2)) {
    if (value === void 0 || typeof value === "string") return value;
    return this.refuse(field2, "a string");
  }
  /** A string that npm 5 and 6 may have written as `false` for "none". */
  stringOrFalse(field2, value = this.object.get(field2)) {
    return value === false ? void 0 : this.string(field2, value);
  }
  boolean(field2, value = this.object.get(field2)) {
    if (value === void 0 || typeof value === "boolean") return value;
    return this.refuse(field2, "true or false");
  }
  map(field2) {
    const value = this.object.get(field2);
    if (value === void 0 || value instanceof JsonObject) return value;
    return this.refuse(field2, "an object");
  }
  /** @param legacy the name that lockfile version 1 has for a claim */
  claims(legacy = {}) {
    const claims = {};
    for (const claim of CLAIMS) {
      const value = this.boolean(legacy[claim] ?? claim);
      if (value !== void 0) claims[claim] = value;
    }
    return claims;
  }
  requires(top) {
    const refuse = refuser(this.document, "lockfile-shape");
    return requirementsOf(
      readMaps(this.object, (offset, sentence) => refuse(offset, `In ${quoted(this.key)}: ${sentence}`)),
      top
    );
  }
  /** The real name of what is installed under another. */
  checkName(name) {
    if (isPackageName(name)) return;
    refuser(this.document, "lockfile-invalid-name")(
      this.object.offsetOf("name"),
      `${quoted(this.key)} has the name ${quoted(name, limits.name)}, which npm does not accept.`
    );
  }
  /** A version is data; that of a registry package must be exact, or nobody can ask a registry about it. */
  checkVersion(version, fromRegistry) {
    if (version.length <= MAX_VERSION && (!fromRegistry || isExact(version))) return version;
    const { path, line, column } = this.document.place(this.object.offsetOf("version"));
    const shown3 = quoted(version, limits.version);
    const fault2 = version.length > MAX_VERSION ? `has more than ${MAX_VERSION} characters` : version === "" ? "is missing" : `${shown3} is no exact version`;
    throw new GateFailure("lockfile-value", `The version of ${quoted(this.key)} ${fault2}; lock it again.`, {
      path,
      line,
      column
    });
  }
};
function readEntry(fields, top) {
  const claims = {};
  const entry = { link: false, claims, requires: NONE };
  let asks = false;
  fields.object.forEach((field2, value) => {
    const known3 = FIELDS.get(field2);
    if (known3 === void 0) return;
    if (known3 === "string") entry[field2] = fields.string(field2, value);
    else if (known3 === "string or false") entry[field2] = fields.stringOrFalse(field2, value);
    else if (known3 === "map") asks = true;
    else if (known3 === "link") entry.link = fields.boolean(field2, value) === true;
    else claims[field2] = fields.boolean(field2, value) === true;
  });
  if (asks) entry.requires = fields.requires(top);
  return entry;
}
var NONE = [];
var FIELDS = new Map([
  ["name", "string"],
  ["version", "string"],
  ["resolved", "string or false"],
  ["integrity", "string or false"],
  ["link", "link"],
  ...mapNames.map((name) => [name, "map"]),
  ...CLAIMS.map((name) => [name, "claim"])
]);
function lockedPackage(made, folderName, resolved, integrity) {
  if (made.name !== folderName) made.alias = folderName;
  if (resolved !== void 0) made.resolved = resolved;
  if (integrity !== void 0) made.integrity = integrity;
  return made;
}
var PLAIN_VERSION = /^(?:0|[1-9]\d{0,14})(?:\.(?:0|[1-9]\d{0,14})){2}$/;
function isExact(version) {
  if (PLAIN_VERSION.test(version)) return true;
  const parsed2 = (0, import_parse.default)(version);
  return parsed2 !== null && (parsed2.version === version || version.startsWith(`${parsed2.version}+`));
}

// src/lockfile/paths.ts
function folderOf(path) {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}
function join2(folder, path) {
  return folder === "" || path === "" ? folder + path : `${folder}/${path}`;
}
function follow(folder, spec) {
  const isUrl = /^file:/i.test(spec);
  const bare = isUrl ? decoded(spec.slice("file:".length)) : spec;
  if (bare === void 0) return { path: spec, outside: true };
  const path = bare.replaceAll("\\", "/");
  const relative2 = isUrl ? path.replace(/^\/{1,3}(?=\.\.?(?:\/|$))/, "") : path;
  const depth = folder === "" ? 0 : folder.split("/").length;
  if (/^(?:\/|~(?:\/|$)|[a-z]:)/i.test(relative2)) return { path: relative2, outside: true };
  const normal = normalise(relative2);
  return { path: normal, outside: climbs(normal) > depth };
}
function decoded(text3) {
  try {
    return decodeURIComponent(text3);
  } catch {
    return void 0;
  }
}
function normalise(path) {
  const kept = [];
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment === ".." && kept.length > 0 && kept.at(-1) !== "..") kept.pop();
    else kept.push(segment);
  }
  return kept.join("/");
}
function climbs(path) {
  let count = 0;
  while (path === ".." || path.startsWith("../")) {
    count++;
    path = path.slice(3);
  }
  return count;
}

// src/lockfile/spec.ts
var TARBALL = /[.](?:tgz|tar\.gz|tar)$/i;
var PATH = /^(?:file:|[.]|~[/\\]|[/\\]|[a-z]:)/i;
var GIT_PROTOCOL = /^(?:git[+][a-z]+|git|ssh):/i;
var GIT_SHORTCUT = /^(?:github|gitlab|bitbucket|gist|sourcehut):/i;
var GITHUB_SHORTHAND = /^[^@/\s:.#~][^@/\s:#]*[/][^@/\s:#]+(?:#.*)?$/;
var SCP = /^[^@\s:/]+@[^:\s/]+:./;
var URL_LIKE = /^[a-z][a-z0-9+.-]*:/i;
function specKind(spec) {
  const text3 = spec.trim();
  if (!/[/\\:@]/.test(text3) && !text3.startsWith(".") && !TARBALL.test(text3)) return "registry";
  if (/^npm:/i.test(text3)) return "alias";
  if (PATH.test(text3)) return TARBALL.test(text3) ? "file" : "directory";
  if (GIT_PROTOCOL.test(text3) || GIT_SHORTCUT.test(text3)) return "git";
  if (/^https?:/i.test(text3)) return isHostedRepository(text3) ? "git" : "remote";
  if (SCP.test(text3) || GITHUB_SHORTHAND.test(text3)) return "git";
  if (URL_LIKE.test(text3)) return "unknown";
  return TARBALL.test(text3) ? "file" : "directory";
}
function aliasTarget(spec) {
  const target = /^\s*npm:(@?[^@]+)(?:@(.*))?$/i.exec(spec);
  if (target?.[1] === void 0) return void 0;
  return { name: target[1], spec: target[2]?.trim() ?? "" };
}
var HOSTED = /* @__PURE__ */ new Map([
  ["github.com", ([owner, project, kind]) => owner !== void 0 && !!project && (!kind || kind === "tree")],
  ["bitbucket.org", ([owner, project, kind]) => owner !== void 0 && !!project && kind !== "get"],
  ["gitlab.com", (segments, path) => segments.length > 1 && !path.includes("/-/") && !path.includes("/archive.tar.gz")],
  ["gist.github.com", ([owner, , kind]) => !!owner && kind !== "raw"],
  ["git.sr.ht", ([owner, project, kind]) => owner !== void 0 && !!project && kind !== "archive"]
]);
function isHostedRepository(address2) {
  if (!/(?:github|bitbucket|gitlab|sr\.ht)/i.test(address2)) return false;
  if (!URL.canParse(address2)) return false;
  const url = new URL(address2);
  const isRepository = HOSTED.get(url.hostname.replace(/^www\./, ""));
  return isRepository?.(url.pathname.slice(1).split("/"), url.pathname) ?? false;
}

// src/lockfile/source.ts
function resolvedSource(lockfilePath, resolved) {
  if (resolved === void 0 || /^https?:/i.test(resolved)) return { kind: "registry" };
  if (/^\s*file:/i.test(resolved)) return fileSource(lockfilePath, resolved);
  return specKind(resolved) === "git" && resolved.includes(":") ? { kind: "git", spec: resolved } : { kind: "registry" };
}
function fileSource(lockfilePath, spec) {
  return { kind: "file", spec, outside: follow(folderOf(lockfilePath), spec).outside };
}

// src/lockfile/npm-legacy.ts
function readLegacyMap(document, dependencies) {
  const packages = [];
  readLevel(dependencies, "");
  return packages;
  function readLevel(level, folder) {
    level.forEach((name, value, offset) => {
      const key = join2(folder, `node_modules/${name}`);
      if (!isPackageName(name)) {
        refuser(document, "lockfile-invalid-name")(offset, `npm accepts no package name ${quoted(name)}.`);
      }
      if (!(value instanceof JsonObject)) {
        return refuser(document, "lockfile-shape")(offset, `The entry ${quoted(key)} must be an object.`);
      }
      const fields = new EntryFields(document, key, value);
      const nested = fields.map("dependencies");
      const made = readLegacyEntry(document.path, fields, key, name, document.line(offset), nested);
      packages.push(made);
      const home = made.source.kind === "link" ? follow(folderOf(document.path), made.source.spec).path : key;
      if (nested !== void 0) readLevel(nested, home);
    });
  }
}
function readLegacyEntry(path, fields, key, folderName, line, nested) {
  const spec = fields.stringOrFalse("version") ?? "";
  const resolved = fields.stringOrFalse("resolved");
  const integrity = fields.stringOrFalse("integrity");
  const alias = aliasTarget(spec);
  const source = alias ? resolvedSource(path, resolved) : legacySource(path, spec, resolved, integrity, fields);
  const name = alias?.name ?? folderName;
  if (name !== folderName) fields.checkName(name);
  const fromRegistry = source.kind === "registry";
  const version = alias?.spec ?? (specKind(spec) === "registry" ? spec : "");
  fields.checkVersion(version, fromRegistry);
  const [requires, claims] = [legacyRequires(fields, nested), fields.claims({ inBundle: "bundled" })];
  return lockedPackage({ key, name, version, source, line, requires, claims }, folderName, resolved, integrity);
}
function legacySource(path, spec, resolved, integrity, fields) {
  const kind = specKind(spec);
  if (kind === "registry" || kind === "alias") {
    const from = integrity === void 0 && resolved === void 0 ? fields.string("from") : void 0;
    const asked = from?.slice(from.indexOf("@", 1) + 1);
    const fromGit = asked !== void 0 && specKind(asked) === "git";
    return fromGit ? { kind: "git", spec: asked } : resolvedSource(path, resolved);
  }
  if (kind === "file") return fileSource(path, spec);
  if (kind === "directory") {
    const { outside } = follow(folderOf(path), spec);
    return { kind: "link", spec, outside, workspace: false };
  }
  return kind === "git" ? { kind, spec } : { kind: "remote", spec };
}
function legacyRequires(fields, nested) {
  const requires = fields.object.get("requires");
  if (requires === void 0 || typeof requires === "boolean") {
    return (nested?.keys ?? []).map((name) => ({ name, spec: "*", type: "prod" }));
  }
  if (!(requires instanceof JsonObject)) return fields.refuse("requires", "an object, true or false");
  const asked = [];
  requires.forEach((name, spec) => {
    if (typeof spec !== "string") fields.refuse("requires", "an object of strings");
    asked.push({ name, spec, type: "prod" });
  });
  return asked;
}

// src/lockfile/workspaces.ts
var MAX_STEPS = 2e7;
var MAX_PATTERNS = 1e3;
var MAX_LENGTH = 1e3;
function workspaceMatcher(globs, path) {
  const budget = { path, steps: MAX_STEPS };
  if (globs.some((glob) => glob.length > MAX_LENGTH)) tooCostly(path);
  const patterns = globs.flatMap((glob) => patternsOf(glob));
  if (patterns.length > MAX_PATTERNS) tooCostly(path);
  return (folder) => {
    const segments = folder.split("/");
    if (segments.includes("node_modules")) return false;
    const deciding = patterns.findLast((pattern) => matchSegments(pattern.segments, segments, budget));
    return deciding !== void 0 && !deciding.negated;
  };
}
function patternsOf(glob) {
  const marks = /^!*/.exec(glob)?.[0].length ?? 0;
  const bare = glob.slice(marks).replace(/^\.?\/+/, "").replace(/\/+$/, "");
  return expandBraces(bare).map((text3) => ({ negated: marks % 2 === 1, segments: text3.split("/") }));
}
function expandBraces(text3) {
  const done = [];
  const open3 = [text3];
  while (open3.length > 0 && done.length + open3.length <= MAX_PATTERNS) {
    const next = open3.shift();
    const braces = /\{([^{}]*,[^{}]*)\}/.exec(next);
    if (braces === null) {
      done.push(next);
      continue;
    }
    const [before, after] = [next.slice(0, braces.index), next.slice(braces.index + braces[0].length)];
    open3.push(
      ...braces[0].slice(1, -1).split(",").map((each) => before + each + after)
    );
  }
  return [...done, ...open3];
}
function matchSegments(pattern, segments, budget) {
  return matchSequence(pattern, segments, budget, {
    star: (part) => part === "**",
    swallows: (segment) => !segment.startsWith("."),
    one: (part, segment) => !(segment.startsWith(".") && /^[*?]/.test(part)) && matchSequence(Array.from(part), Array.from(segment), budget, {
      star: (character) => character === "*",
      swallows: () => true,
      one: (character, other) => character === "?" || character === other
    })
  });
}
function matchSequence(pattern, subject, budget, by) {
  let p = 0;
  let s = 0;
  let star = -1;
  let resume = 0;
  while (s < subject.length) {
    if (--budget.steps < 0) tooCostly(budget.path);
    const part = pattern[p];
    const current = subject[s];
    if (part !== void 0 && by.star(part)) {
      star = p++;
      resume = s;
    } else if (part !== void 0 && by.one(part, current)) {
      p++;
      s++;
    } else if (star >= 0 && by.swallows(subject[resume])) {
      p = star + 1;
      s = ++resume;
    } else return false;
  }
  while (p < pattern.length && by.star(pattern[p])) p++;
  return p === pattern.length;
}
function tooCostly(path) {
  throw new GateFailure(
    "lockfile-too-large",
    `The workspace patterns are too many, too long or too costly to match; simplify them.`,
    { path }
  );
}

// src/lockfile/npm.ts
var MAX_PACKAGES = 1e5;
var MAX_REQUIREMENTS = 1e6;
function parseNpmLockfile(path, text3) {
  const document = parseJson(text3, path, lockfileFaults);
  const refuse = refuser(document, "lockfile-shape");
  const root = document.value;
  if (!(root instanceof JsonObject)) return refuse(0, "A lockfile must be a JSON object.");
  const version = readVersion(document, root);
  const packages = mapOf("packages");
  const dependencies = mapOf("dependencies");
  if (packages === void 0 && dependencies === void 0 && version > 1) {
    return refuse(root.offsetOf("lockfileVersion"), "The lockfile has neither `packages` nor `dependencies`.");
  }
  const legacy = dependencies && readLegacyMap(document, dependencies);
  const made = packages === void 0 ? { packages: legacy ?? [], importers: [], observations: [] } : compareMaps(path, readPackages(document, packages), legacy);
  refuseTooMany(path, made.packages);
  return { path, format: "npm", formatVersion: String(version), ...made };
  function mapOf(name) {
    const map = root.get(name);
    return map === void 0 || map instanceof JsonObject ? map : refuse(root.offsetOf(name), `\`${name}\` must be an object.`);
  }
}
function readVersion(document, root) {
  const version = root.get("lockfileVersion");
  if (version === 1 || version === 2 || version === 3) return version;
  return refuser(document, "lockfile-version")(
    root.offsetOf("lockfileVersion"),
    version === void 0 ? "The lockfile has no `lockfileVersion`; it must be 1, 2 or 3." : "`lockfileVersion` must be the number 1, 2 or 3."
  );
}
function readPackages(document, map) {
  const folders = /* @__PURE__ */ new Map();
  const installed = [];
  map.forEach((key, value, offset) => {
    const meaning = readKey(key);
    if (meaning.kind === "invalid") {
      refuser(document, "lockfile-invalid-name")(offset, `The key ${quoted(key)} is refused: ${meaning.why}.`);
    }
    if (!(value instanceof JsonObject)) {
      return refuser(document, "lockfile-shape")(offset, `The entry ${quoted(key)} must be an object.`);
    }
    const fields = new EntryFields(document, key, value);
    const line = document.line(offset);
    const entry = readEntry(fields, meaning.kind !== "package");
    if (meaning.kind === "package") installed.push({ key, line, entry, folderName: meaning.name, fields });
    else folders.set(key, { key, line, entry });
  });
  const importers = readImporters(document, map, folders);
  const importerPaths = new Set(importers.map((importer) => importer.path));
  return {
    importers,
    packages: installed.map(
      (each) => each.entry.link ? linkPackage(document.path, each, folders, importerPaths) : installedPackage(document, each, each.fields)
    )
  };
}
function readImporters(document, map, folders) {
  const root = folders.get("");
  if (root === void 0) return [];
  const entry = map.get("");
  const globs = workspaceGlobs(entry.get("workspaces"));
  if (globs === void 0) {
    return refuser(document, "lockfile-shape")(
      entry.offsetOf("workspaces"),
      "`workspaces` must be an array of strings."
    );
  }
  const isWorkspace = workspaceMatcher(globs, document.path);
  return [...folders.values()].filter(({ key }) => key === "" || isWorkspace(key)).map(({ key, line, entry: { name, requires } }) => {
    const known3 = name ?? (key === "" ? void 0 : /(?:@[^/]+\/)?[^/]+$/.exec(key)?.[0]);
    return { path: key, ...known3 !== void 0 && { name: known3 }, line, requires };
  });
}
function linkPackage(path, { key, line, entry, folderName, fields }, folders, importerPaths) {
  const spec = entry.resolved ?? fields.refuse("resolved", "the folder that the link leads to");
  const target = follow(folderOf(path), spec);
  const workspace = importerPaths.has(target.path) && !target.outside;
  const folder = folders.get(target.path)?.entry;
  const source = { kind: workspace ? "workspace" : "link", spec, outside: target.outside, workspace };
  const version = fields.checkVersion(folder?.version ?? "", false);
  const requires = workspace ? [] : folder?.requires ?? [];
  return { key, name: folderName, version, source, line, requires, claims: entry.claims };
}
function installedPackage(document, { key, line, entry, folderName }, fields) {
  const name = entry.name ?? folderName;
  if (name !== folderName) fields.checkName(name);
  const source = resolvedSource(document.path, entry.resolved);
  const version = fields.checkVersion(entry.version ?? "", source.kind === "registry");
  const { resolved, integrity, requires, claims } = entry;
  return lockedPackage({ key, name, version, source, line, requires, claims }, folderName, resolved, integrity);
}
function refuseTooMany(path, packages) {
  const requirements = packages.reduce((sum, each) => sum + each.requires.length, 0);
  if (packages.length <= MAX_PACKAGES && requirements <= MAX_REQUIREMENTS) return;
  throw new GateFailure(
    "lockfile-too-large",
    `The lockfile has ${packages.length} entries that ask for ${requirements} packages; at most ${MAX_PACKAGES} and ${MAX_REQUIREMENTS} are evaluated.`,
    { path }
  );
}

// src/lockfile/index.ts
var npm = { manager: "npm", parse: parseNpmLockfile };
var byName = /* @__PURE__ */ new Map([
  ["package-lock.json", npm],
  ["npm-shrinkwrap.json", npm],
  ["yarn.lock", { manager: "yarn" }],
  ["pnpm-lock.yaml", { manager: "pnpm" }],
  ["shrinkwrap.yaml", { manager: "pnpm" }],
  ["bun.lock", { manager: "bun" }],
  ["bun.lockb", { manager: "bun" }]
]);
var PNPM_BRANCH = /^pnpm-lock\..+\.yaml$/;
function lockfileKind(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return byName.get(name) ?? (PNPM_BRANCH.test(name) ? { manager: "pnpm" } : void 0);
}
function isLfsPointer(bytes) {
  const magic = new TextEncoder().encode("version https://git-lfs.github.com/spec/");
  return magic.every((byte, at) => bytes[at] === byte);
}
function parseLockfile(path, bytes) {
  const kind = lockfileKind(path);
  if (kind?.parse === void 0) throw unsupported(path);
  if (isLfsPointer(bytes)) {
    throw new GateFailure("lockfile-not-regular", "The file is a Git LFS pointer; commit the lockfile itself.", {
      path
    });
  }
  return kind.parse(path, decodeText(bytes, path, lockfileFaults));
}
function unsupported(path) {
  return new GateFailure(
    "lockfile-unsupported",
    "This version of lockgate cannot read this lockfile: it reads package-lock.json and npm-shrinkwrap.json of the versions 1, 2 and 3. Nothing in it was evaluated; exclude its path in the policy if it needs no gate.",
    { path }
  );
}

// src/lockfile/order.ts
var import_parse2 = __toESM(require_parse(), 1);
function compareText2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function compareVersion(a, b) {
  const [versionA, versionB] = [parsed(a), parsed(b)];
  if (versionA === null || versionB === null) {
    return Number(versionA !== null) - Number(versionB !== null) || compareText2(a, b);
  }
  return versionA.compare(versionB) || versionA.compareBuild(versionB) || compareText2(a, b);
}
var known2 = /* @__PURE__ */ new Map();
var MAX_KNOWN = 2e5;
function parsed(version) {
  let found = known2.get(version);
  if (found === void 0) {
    if (known2.size >= MAX_KNOWN) known2.clear();
    found = (0, import_parse2.default)(version);
    known2.set(version, found);
  }
  return found;
}

// src/lockfile/group-by.ts
function groupBy(items, keyOf2) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf2(item);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

// src/lockfile/groups.ts
function groupPackages(packages) {
  const groups = /* @__PURE__ */ new Map();
  for (const each of packages) {
    if (each.source.kind === "workspace") continue;
    const identity3 = identityOf3(each);
    const group = groups.get(identity3);
    if (group !== void 0) group.packages.push(each);
    else {
      const { name, version, source } = each;
      groups.set(identity3, { identity: identity3, name, version, source, packages: [each] });
    }
  }
  return groups;
}
function identityOf3({
  name,
  version,
  source: { kind, spec }
}) {
  return kind === "registry" ? `${name}
${version}` : JSON.stringify([name, version, kind, spec ?? null]);
}
function pinsOf({ packages }) {
  const pins = /* @__PURE__ */ new Map();
  for (const { resolved, integrity, line } of packages) {
    const key = pinKey({ resolved, integrity });
    const pin = pins.get(key);
    if (pin === void 0) {
      pins.set(key, {
        ...resolved !== void 0 && { resolved },
        ...integrity !== void 0 && { integrity },
        line,
        places: 1
      });
    } else {
      pin.line = Math.min(pin.line, line);
      pin.places++;
    }
  }
  return [...pins.values()].sort((a, b) => a.line - b.line);
}
function pinKey({
  resolved,
  integrity
}) {
  return `${resolved?.length ?? -1} ${resolved ?? ""}${integrity === void 0 ? "" : ` ${integrity}`}`;
}
function claimsOf({ packages }) {
  const claims = {};
  for (const claim of ["dev", "optional", "devOptional", "peer", "extraneous", "inBundle"]) {
    if (packages.every((each) => each.claims[claim] === true)) claims[claim] = true;
  }
  for (const claim of ["hasInstallScript", "hasShrinkwrap"]) {
    if (packages.some((each) => each.claims[claim] === true)) claims[claim] = true;
  }
  return claims;
}

// src/lockfile/predecessor.ts
function matchPredecessors(base, head) {
  const gone = new Set([...base.values()].filter(({ identity: identity3 }) => !head.has(identity3)));
  const added = [...head.values()].filter(({ identity: identity3 }) => !base.has(identity3)).sort(inOrder);
  const atPlace = new Map(
    [...base.values()].flatMap((group) => group.packages.map(({ key }) => [key, group]))
  );
  const matched = /* @__PURE__ */ new Map();
  for (const group of added) {
    const previous = group.packages.map(({ key }) => atPlace.get(key)).filter((each) => each?.name === group.name && (gone.has(each) || head.has(each.identity))).sort((a, b) => Number(gone.has(b)) - Number(gone.has(a)))[0];
    if (previous === void 0) continue;
    matched.set(group, previous);
    gone.delete(previous);
  }
  const remaining = new Map(
    [...groupBy(gone, ({ name }) => name)].map(([name, groups]) => [
      name,
      { lower: [], higher: groups.sort(inOrder).reverse() }
    ])
  );
  for (const group of added) {
    const same = matched.has(group) ? void 0 : remaining.get(group.name);
    const previous = same && takeNearest(same, group.version);
    if (previous !== void 0) matched.set(group, previous);
  }
  return matched;
}
function takeNearest({ lower, higher }, version) {
  for (let next = higher.at(-1); next !== void 0 && compareVersion(next.version, version) <= 0; next = higher.at(-1)) {
    lower.push(next);
    higher.pop();
  }
  return lower.pop() ?? higher.pop();
}
function inOrder(a, b) {
  return compareText2(a.name, b.name) || compareVersion(a.version, b.version) || compareText2(a.identity, b.identity);
}

// src/lockfile/diff.ts
var STRICTEST = ["prod", "peer", "optional", "dev"];
function diffLockfiles(path, base, head) {
  const before = groupPackages(base?.lockfile.packages ?? []);
  const after = groupPackages(head?.lockfile.packages ?? []);
  const predecessors = matchPredecessors(before, after);
  const versions = registryVersions(before);
  const drafts = [];
  for (const group of after.values()) {
    const same = before.get(group.identity);
    const previous = same ?? predecessors.get(group);
    const changed = same === void 0 ? replaced(group, previous) : altered(group, same, base, head);
    if (same === void 0 || changed.length > 0) drafts.push({ group, previous, same, changed });
  }
  const standings = head?.standingsOf(drafts.map(({ group }) => group.packages)) ?? [];
  const changes = drafts.map(({ group, previous, same, changed }, at) => {
    const pins = pinsOf(group);
    return {
      kind: previous === void 0 ? "added" : "updated",
      ...described(path, group, versions),
      ...previous !== void 0 && { previousVersion: previous.version },
      changed,
      line: pins[0]?.line ?? 1,
      pins,
      basePins: same === void 0 ? [] : pinsOf(same),
      baseDependencyTypes: same === void 0 ? [] : base?.typesOf(same.packages) ?? [],
      ...standings[at],
      manifests: []
    };
  });
  return [...changes, ...removedChanges(path, base, before, after, predecessors, versions)].sort(inOrder2);
}
function auditLockfile(head) {
  const { lockfile } = head;
  const added = diffLockfiles(lockfile.path, void 0, head);
  return added.map((change) => ({ ...change, baseVersions: [change.version] }));
}
function replaced(group, previous) {
  const changed = [];
  if (previous === void 0) return changed;
  if (previous.version !== group.version) changed.push("version");
  if (previous.source.kind !== group.source.kind || previous.source.spec !== group.source.spec) changed.push("source");
  return changed;
}
function altered(group, same, base, head) {
  const changed = /* @__PURE__ */ new Set();
  const before = same.packages;
  const isKnown = knownPins(before);
  for (const pin of group.packages) {
    if (isKnown(pin)) continue;
    const newAddress = !before.some(({ resolved }) => resolved === pin.resolved);
    const newBytes = !before.some(({ integrity }) => integrity === pin.integrity);
    if (newAddress) changed.add("resolved");
    if (newBytes || !newAddress) changed.add("integrity");
  }
  const from = strictest(base?.typesOf(same.packages));
  const to = strictest(head?.typesOf(group.packages));
  const declared = base?.isDirect(same.packages) === true && head?.isDirect(group.packages) === true;
  if (to < from || to > from && declared) changed.add("dependency-types");
  return [...changed];
}
function knownPins(packages) {
  const [only, another] = packages;
  if (another === void 0) return (pin) => pin.resolved === only?.resolved && pin.integrity === only?.integrity;
  const known3 = new Set(packages.map(pinKey));
  return (pin) => known3.has(pinKey(pin));
}
function strictest(types = []) {
  return STRICTEST.findIndex((type) => types.includes(type));
}
function removedChanges(path, base, before, after, predecessors, versions) {
  const replacedGroups = new Set(predecessors.values());
  const removed = [...before.values()].filter((group) => !after.has(group.identity) && !replacedGroups.has(group));
  const standings = base?.standingsOf(removed.map(({ packages }) => packages)) ?? [];
  return removed.map((group, at) => {
    const pins = pinsOf(group);
    const standing = standings[at];
    return {
      kind: "removed",
      ...described(path, group, versions),
      changed: [],
      line: pins[0]?.line ?? 1,
      pins: [],
      basePins: pins,
      baseDependencyTypes: standing.dependencyTypes,
      ...standing,
      manifests: []
    };
  });
}
function described(lockfile, group, versions) {
  const { name, version, source, packages } = group;
  const aliases = [...new Set(packages.flatMap(({ alias }) => alias ?? []))].sort(compareText2);
  return { name, version, aliases, source, baseVersions: versions.get(name) ?? [], lockfile, claims: claimsOf(group) };
}
function registryVersions(groups) {
  const fromRegistries = [...groups.values()].filter(({ source }) => source.kind === "registry");
  const named = groupBy(fromRegistries, ({ name }) => name);
  return new Map([...named].map(([name, same]) => [name, same.map(({ version }) => version).sort(compareVersion)]));
}
function inOrder2(a, b) {
  return compareText2(a.name, b.name) || compareVersion(a.version, b.version) || compareText2(a.source.kind, b.source.kind) || compareText2(a.source.spec ?? "", b.source.spec ?? "") || compareText2(a.kind, b.kind);
}

// src/resolve/agreement.ts
var import_satisfies = __toESM(require_satisfies(), 1);
var import_valid = __toESM(require_valid(), 1);

// src/resolve/tree.ts
var NOWHERE = -1;

// src/resolve/npm-tree.ts
var NpmTree = class {
  importers;
  packages;
  #parents;
  #children = /* @__PURE__ */ new Map();
  /** For a link: the importer it leads to, or the node that stands for its folder. */
  #homes = /* @__PURE__ */ new Map();
  constructor(lockfile) {
    this.importers = lockfile.importers;
    this.packages = lockfile.packages;
    const places = /* @__PURE__ */ new Map();
    for (const [at, importer] of this.importers.entries()) places.set(importer.path, at);
    for (const [at, each] of this.packages.entries()) {
      if (each.place === void 0) places.set(each.key, this.nodeOf(at));
    }
    for (const [at, each] of this.packages.entries()) this.#addLink(places, lockfile.path, each, this.nodeOf(at));
    const parents = new Array(this.size).fill(NOWHERE);
    for (const [path, node] of places) parents[node] = this.#adopt(places, path, node);
    this.#parents = parents;
  }
  get size() {
    return this.importers.length + this.packages.length;
  }
  /** npm installs from its root, which asks for every workspace. */
  get roots() {
    const root = this.importers.findIndex(({ path }) => path === "");
    return root < 0 ? [] : [root];
  }
  nodeOf(packagePosition) {
    return this.importers.length + packagePosition;
  }
  isImporter(node) {
    return node < this.importers.length;
  }
  /** The package of a node; undefined for an importer. */
  packageAt(node) {
    return this.packages[node - this.importers.length];
  }
  /** The node that stands for the folder that a link leads to; the link's own where nothing else does. */
  behind(node) {
    return this.#homes.get(node) ?? node;
  }
  /** What `name` leads to from a node's own folder (for a link: from the folder that it leads to), or `NOWHERE`. */
  resolve(from, name) {
    for (let at = this.#homes.get(from) ?? from; at !== NOWHERE; at = this.#parents[at] ?? NOWHERE) {
      const found = this.#children.get(at)?.get(name);
      if (found !== void 0) return found;
    }
    return NOWHERE;
  }
  /** A link's folder is a place of its own; the first link to it stands for it, unless an importer does. */
  #addLink(places, lockfilePath, each, node) {
    if (each.source.kind !== "link" && each.source.kind !== "workspace") return;
    const { path } = follow(folderOf(lockfilePath), each.source.spec ?? "");
    const home = places.get(path);
    if (home === void 0) places.set(path, node);
    this.#homes.set(node, home ?? node);
  }
  /** Finds the nearest listed folder above a place, and enters the place there if it is directly installed in it. */
  #adopt(places, path, node) {
    if (path === "") return NOWHERE;
    const beside = /^\.\.(?:\/|$)/.test(path);
    for (let above = folderOf(path); ; above = folderOf(above)) {
      if (above === "" && beside) return NOWHERE;
      const parent = places.get(above);
      if (parent !== void 0 && parent !== node) {
        const prefix = above === "" ? "node_modules/" : `${above}/node_modules/`;
        if (path.startsWith(prefix)) this.#enter(parent, path.slice(prefix.length), node);
        return parent;
      }
      if (above === "") return NOWHERE;
    }
  }
  #enter(parent, name, node) {
    if (name.split("/").length > (name.startsWith("@") ? 2 : 1)) return;
    const children = this.#children.get(parent);
    if (children === void 0) this.#children.set(parent, /* @__PURE__ */ new Map([[name, node]]));
    else children.set(name, node);
  }
};

// src/resolve/pinned-tree.ts
var PinnedTree = class {
  importers;
  packages;
  #byKey;
  /** For a link: the importer it leads to. */
  #homes = /* @__PURE__ */ new Map();
  #answers = [];
  constructor({ path, importers, packages }) {
    this.importers = importers;
    this.packages = packages;
    this.#byKey = new Map(packages.map(({ key }, at) => [key, this.nodeOf(at)]));
    const folders = new Map(importers.map((importer, at) => [importer.path, at]));
    for (const [at, { source }] of packages.entries()) {
      if (source.kind !== "link" && source.kind !== "workspace") continue;
      const home = folders.get(follow(folderOf(path), source.spec ?? "").path);
      if (home !== void 0) this.#homes.set(this.nodeOf(at), home);
    }
  }
  get size() {
    return this.importers.length + this.packages.length;
  }
  /** Each folder of such a project is installed for its own sake. */
  get roots() {
    return [...this.importers.keys()];
  }
  nodeOf(packagePosition) {
    return this.importers.length + packagePosition;
  }
  isImporter(node) {
    return node < this.importers.length;
  }
  packageAt(node) {
    return this.packages[node - this.importers.length];
  }
  behind(node) {
    return this.#homes.get(node) ?? node;
  }
  resolve(from, name) {
    const node = this.behind(from);
    let answers = this.#answers[node];
    if (answers === void 0) {
      const { requires } = this.importers[node] ?? this.packageAt(node) ?? { requires: [] };
      answers = new Map(
        requires.flatMap((each) => each.to === void 0 ? [] : [[each.name, this.#byKey.get(each.to) ?? NOWHERE]])
      );
      this.#answers[node] = answers;
    }
    return answers.get(name) ?? NOWHERE;
  }
};

// src/resolve/tree-of.ts
function treeOf(lockfile) {
  return lockfile.format === "npm" ? new NpmTree(lockfile) : new PinnedTree(lockfile);
}

// src/resolve/agreement.ts
function disagreements(lockfile, manifests) {
  if (manifests.size === 0) return [];
  const tree = treeOf(lockfile);
  const root = manifests.get("");
  const isWorkspace = root === void 0 ? () => true : workspaceMatcher(root.workspaces, root.path);
  return tree.importers.flatMap((importer, node) => {
    const manifest = manifests.get(importer.path);
    const strangers = importer.path === "" || isWorkspace(importer.path) ? [] : [notAWorkspace(lockfile, importer, root?.path ?? "")];
    if (manifest === void 0) return strangers;
    const mayDiffer = (name) => importer.path !== "" && root?.overridden.has(name) !== false;
    return [...strangers, ...compareImporter(lockfile, tree, node, manifest, mayDiffer)];
  });
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
    const args = { manifest: manifest.path, asked: shown2(wanted), locked: shown2(recorded) };
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
function shown2(requires) {
  return requires.map(({ type, spec }) => `${type} ${spec.trim()}`).sort().join(", ");
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
  const known3 = new Set(base.map(factOf));
  return head.filter((each) => !known3.has(factOf(each)));
}
function factOf({ code, name, version, args }) {
  return JSON.stringify([code, name ?? null, version ?? null, Object.entries(args).sort()]);
}
function unreachable(base, head) {
  if (!head.isRootKnown) return [];
  const known3 = new Set((base?.unreached() ?? []).map(({ name, version }) => `${name}
${version}`));
  const found = groupBy(head.unreached(), ({ name, version }) => `${name}
${version}`);
  const { path } = head.lockfile;
  const named = [...found].filter(([key]) => !known3.has(key)).flatMap(
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

// src/resolve/graph.ts
var bit = { dev: 1, optional: 2, peer: 4, weak: 8 };
var MASKS = {
  prod: 0,
  dev: bit.dev,
  optional: bit.optional,
  peer: bit.peer
};
var HAVING = [
  { mask: bit.dev, having: 43690, shift: 1 },
  { mask: bit.optional, having: 52428, shift: 2 },
  { mask: bit.peer, having: 61680, shift: 4 },
  { mask: bit.weak, having: 65280, shift: 8 }
];
var [DEV, OPTIONAL, PEER, WEAK] = HAVING.map(({ having }) => having);
var PROD_ONLY = 1;
var Graph = class {
  tree;
  edges;
  #classes;
  #places;
  /** @param lockfile with its importers (see `withRoot`) */
  constructor(lockfile) {
    this.tree = treeOf(lockfile);
    this.edges = readEdges(this.tree);
    this.#classes = classify(this.tree, this.edges);
    this.#places = new Map(this.tree.packages.map((each, at) => [each.key, this.tree.nodeOf(at)]));
  }
  /** The node of a package; for an entry that only contradicts another, the other's. */
  nodeOf(each) {
    return this.#places.get(each.place ?? each.key) ?? NOWHERE;
  }
  isReached(node) {
    return (this.classesOf(node) & ~WEAK) !== 0;
  }
  /** By which classes of path a node is reached; none where nothing asks for it. */
  classesOf(node) {
    return this.#classes[node] ?? 0;
  }
  /**
   * The types by which any of the packages is reached, in the order prod, dev, optional, peer:
   *
   * - `prod`: by a path of nothing but `dependencies` (and workspaces);
   * - `dev`: by a path that goes through the `devDependencies` of the root, a workspace or a linked folder;
   * - `optional`, `peer`: by a path that does not, and goes through `optionalDependencies` or `peerDependencies`.
   *
   * What nothing asks for, and what only optional peers ask for, counts as `prod`.
   */
  typesOf(packages) {
    let classes = 0;
    for (const each of packages) {
      const node = this.nodeOf(each);
      classes |= this.isReached(node) ? this.classesOf(node) : PROD_ONLY;
    }
    const types = [];
    if ((classes & PROD_ONLY) !== 0) types.push("prod");
    if ((classes & DEV) !== 0) types.push("dev");
    if ((classes & OPTIONAL & ~DEV) !== 0) types.push("optional");
    if ((classes & PEER & ~DEV) !== 0) types.push("peer");
    return types;
  }
};
function readEdges(tree) {
  const nodes = [...tree.importers, ...tree.packages];
  const edges = nodes.map(({ requires }, from) => {
    const found = [];
    for (const { name, type, optionalPeer } of requires) {
      const to = tree.resolve(from, name);
      const mask = optionalPeer === true ? bit.peer | bit.optional | bit.weak : MASKS[type];
      if (to !== NOWHERE) found.push({ to, mask, weak: optionalPeer === true, implied: false });
    }
    const behind = tree.behind(from);
    if (behind !== from) found.push({ to: behind, mask: 0, weak: false, implied: false });
    return found;
  });
  const roots = new Set(tree.roots);
  const [root = NOWHERE] = roots;
  for (const [node, { name }] of tree.importers.entries()) {
    const to = roots.has(node) || name === void 0 ? NOWHERE : tree.resolve(root, name);
    if (to !== NOWHERE) edges[root]?.push({ to, mask: 0, weak: false, implied: true });
  }
  return edges;
}
function classify(tree, edges) {
  const classes = new Uint16Array(tree.size);
  for (const root of tree.roots) classes[root] = PROD_ONLY;
  const queue = [...tree.roots];
  for (let node = queue.pop(); node !== void 0; node = queue.pop()) {
    const from = classes[node];
    for (const { to, mask } of edges[node]) {
      const before = classes[to];
      const after = before | along(from, mask);
      if (after === before) continue;
      classes[to] = after;
      queue.push(to);
    }
  }
  return classes;
}
function along(classes, mask) {
  for (const { mask: one, having, shift } of HAVING) {
    if ((mask & one) !== 0) classes = classes & having | (classes & ~having) << shift;
  }
  return classes;
}

// src/resolve/importers.ts
function withRoot(lockfile, requires) {
  if (lockfile.importers.length > 0) return lockfile;
  return { ...lockfile, importers: [{ path: "", line: 1, requires: requires ?? inferred(lockfile) }] };
}
function inferred({ packages }) {
  const asked = new Set(packages.flatMap((each) => each.requires.map((requirement) => requirement.name)));
  return packages.filter(({ key, place }) => place === void 0 && key.lastIndexOf("node_modules/") === 0).map(({ key }) => key.slice("node_modules/".length)).filter((name) => !asked.has(name)).map((name) => ({ name, spec: "*", type: "prod" }));
}

// src/resolve/promote.ts
function promoteSources(lockfile) {
  const asksElsewhere = ({ requires }) => requires.some(({ spec }) => sourceOf(lockfile.path, spec) !== void 0);
  if (!lockfile.importers.some(asksElsewhere) && !lockfile.packages.some(asksElsewhere)) return lockfile;
  const tree = treeOf(lockfile);
  const promoted = /* @__PURE__ */ new Map();
  const nodes = [...tree.importers, ...tree.packages];
  for (const [from, { requires }] of nodes.entries()) {
    for (const { name, spec } of requires) {
      const source = sourceOf(lockfile.path, spec);
      const to = source === void 0 ? NOWHERE : tree.resolve(from, name);
      const asked = tree.packageAt(to);
      if (source !== void 0 && asked?.source.kind === "registry") promoted.set(asked, source);
    }
  }
  if (promoted.size === 0) return lockfile;
  return {
    ...lockfile,
    packages: lockfile.packages.map((each) => {
      const source = promoted.get(each);
      return source === void 0 ? each : { ...each, source };
    })
  };
}
function sourceOf(lockfilePath, spec) {
  switch (specKind(spec)) {
    case "git":
      return { kind: "git", spec };
    case "remote":
      return { kind: "remote", spec };
    case "file":
    case "directory":
      return fileSource(lockfilePath, spec);
    case "registry":
    case "alias":
    case "unknown":
      return void 0;
  }
}

// src/resolve/why.ts
var MAX_PATHS = 3;
var MAX_ASKING = 32;
var MAX_NAMES = 32;
var WhyPaths = class {
  #graph;
  #asking = /* @__PURE__ */ new Map();
  #nearestKnown = /* @__PURE__ */ new Map();
  #beginnings = /* @__PURE__ */ new Map();
  #distances;
  #names;
  constructor(graph) {
    this.#graph = graph;
    this.#names = graph.tree.packages.map(({ name }) => name);
    this.#distances = this.#measure();
  }
  /**
   * At most three paths of package names that end at one of the nodes, shortest first, each through another package
   * that asks for it. Optional peers ask for nothing. None where nothing asks.
   */
  to(nodes) {
    const paths = /* @__PURE__ */ new Map();
    const add = (length, names) => {
      paths.set(names.join("\n"), { length, names });
    };
    for (const node of nodes) {
      if (this.#distances[node] === 1) add(1, [this.#nameOf(node)]);
      for (const from of this.#nearest(node)) {
        const length = this.#distanceOf(from) + 1;
        if (!this.#leadsThrough(from, node)) add(length, this.#shortest(from, node));
      }
    }
    return [...paths].sort(([keyA, a], [keyB, b]) => a.length - b.length || compareText2(keyA, keyB)).slice(0, MAX_PATHS).map(([, { names }]) => names);
  }
  #nameOf(node) {
    return this.#names[node - this.#graph.tree.importers.length] ?? "";
  }
  #distanceOf(node) {
    return this.#distances[node] ?? 0;
  }
  /** Steps from any importer, which is at 0; -1 where nothing leads. Notes on the way who asks for what. */
  #measure() {
    const { tree, edges } = this.#graph;
    const distances = new Int32Array(tree.size).fill(-1);
    const queue = [];
    for (const importer of tree.importers.keys()) {
      if (!this.#graph.isReached(importer)) continue;
      distances[importer] = 0;
      queue.push(importer);
    }
    for (const node of queue) {
      for (const { to, weak } of edges[node] ?? []) {
        if (weak || tree.isImporter(to)) continue;
        const asking = this.#asking.get(to);
        if (asking === void 0) this.#asking.set(to, [node]);
        else asking.push(node);
        if (distances[to] !== -1) continue;
        distances[to] = distances[node] + 1;
        queue.push(to);
      }
    }
    return distances;
  }
  /** The packages that ask for a node, nearest first, then by name. */
  #nearest(node) {
    let nearest = this.#nearestKnown.get(node);
    if (nearest === void 0) {
      nearest = (this.#asking.get(node) ?? []).filter((from) => !this.#graph.tree.isImporter(from)).sort((a, b) => this.#compare(a, b)).slice(0, MAX_ASKING);
      this.#nearestKnown.set(node, nearest);
    }
    return nearest;
  }
  #compare(a, b) {
    const near = this.#distanceOf(a) - this.#distanceOf(b);
    return near || compareText2(this.#nameOf(a), this.#nameOf(b)) || compareText2(this.#keyOf(a), this.#keyOf(b));
  }
  #keyOf(node) {
    return this.#graph.tree.packageAt(node)?.key ?? "";
  }
  /** Whether the shortest path to `from` goes through a node. One that is much longer than the node's is not followed. */
  #leadsThrough(from, node) {
    const detour = this.#distanceOf(from) - this.#distanceOf(node);
    return detour > MAX_NAMES || this.#ending(from, detour + 1).includes(node);
  }
  /** Names of the shortest path that ends with `from` and `to`, its middle left out where it is long. */
  #shortest(from, to) {
    const half = MAX_NAMES / 2;
    const length = this.#distanceOf(from) + 1;
    const names = (path) => path.map((node) => this.#nameOf(node));
    if (length <= MAX_NAMES) return names([...this.#ending(from, length), to]);
    return [...names(this.#beginning(from)), "\u2026", ...names([...this.#ending(from, half - 1), to])];
  }
  /** The last nodes of the shortest path to a node, at most `count` of them. */
  #ending(node, count) {
    const path = [];
    for (let at = node; at !== void 0 && path.length < count; at = this.#before(at)) {
      path.push(at);
    }
    return path.reverse();
  }
  /** The first nodes of the shortest path to a node that is far away; known for all nodes on its way once it is asked for. */
  #beginning(node) {
    const count = MAX_NAMES / 2 - 1;
    const way = [];
    let at = node;
    for (; this.#distanceOf(at) > count && !this.#beginnings.has(at); at = this.#before(at)) way.push(at);
    const beginning = this.#beginnings.get(at) ?? this.#ending(at, count);
    for (const each of way) this.#beginnings.set(each, beginning);
    return beginning;
  }
  /** The node before a node on its shortest path: one step nearer to an importer. None for what an importer asks for. */
  #before(node) {
    return this.#distanceOf(node) > 1 ? this.#nearest(node)[0] : void 0;
  }
};

// src/resolve/standing.ts
var MAX_WORK = 5e7;
var MAX_PAIRS = 2e6;
function directRequirements(graph) {
  const asked = [...graph.tree.importers.entries()].filter(([importer]) => graph.isReached(importer)).flatMap(([importer, { requires }]) => requires.map(({ name }) => ({ importer, name })));
  return groupBy(asked, ({ importer, name }) => graph.tree.resolve(importer, name));
}
function standingsOf(lockfile, graph, direct, groups) {
  const nodes = groups.map((packages) => [...new Set(packages.map((each) => graph.nodeOf(each)))]);
  const reaching = reachingImporters(lockfile, graph, new Set(nodes.flat()));
  const why = new WhyPaths(graph);
  return groups.map((packages, at) => {
    const own = nodes[at] ?? [];
    const importers = new Set(own.flatMap((node) => reaching.get(node) ?? []));
    return {
      direct: own.some((node) => direct.has(node)),
      dependencyTypes: graph.typesOf(packages),
      importers: [...importers].map((importer) => folderOfImporter(lockfile, graph, importer)).sort(compareText2),
      via: why.to(own)
    };
  });
}
function folderOfImporter(lockfile, graph, importer) {
  return normalise(join2(folderOf(lockfile.path), graph.tree.importers[importer]?.path ?? ""));
}
function reachingImporters(lockfile, graph, wanted) {
  const reaching = /* @__PURE__ */ new Map();
  const leading = nodesLeadingTo(graph, wanted);
  const seen = new Int32Array(graph.tree.size).fill(-1);
  let work = 0;
  let pairs = 0;
  for (const importer of graph.tree.importers.keys()) {
    if (leading[importer] === 0 || !graph.isReached(importer)) continue;
    const queue = [importer];
    seen[importer] = importer;
    for (let node = queue.pop(); node !== void 0; node = queue.pop()) {
      if (wanted.has(node)) note(node, importer);
      for (const { to, implied } of graph.edges[node] ?? []) {
        if (implied && node === importer) continue;
        work++;
        if (seen[to] === importer || leading[to] === 0) continue;
        seen[to] = importer;
        queue.push(to);
      }
    }
    if (work > MAX_WORK || pairs > MAX_PAIRS) {
      throw new GateFailure(
        "budget",
        "The lockfile has too many workspaces that reach too many packages to tell which reaches what; split the change.",
        { path: lockfile.path }
      );
    }
  }
  return reaching;
  function note(node, importer) {
    pairs++;
    const known3 = reaching.get(node);
    if (known3 === void 0) reaching.set(node, [importer]);
    else known3.push(importer);
  }
}
function nodesLeadingTo(graph, wanted) {
  const leading = new Uint8Array(graph.tree.size);
  if (wanted.size === 0) return leading;
  const before = graph.edges.map(() => []);
  for (const [from, edges] of graph.edges.entries()) for (const { to } of edges) before[to]?.push(from);
  const queue = [...wanted];
  for (let node = queue.pop(); node !== void 0; node = queue.pop()) {
    if (leading[node] === 1) continue;
    leading[node] = 1;
    for (const from of before[node] ?? []) queue.push(from);
  }
  return leading;
}

// src/resolve/open-lockfile.ts
var OpenLockfile = class {
  lockfile;
  /** Whether what the root asks for is known, and not inferred. */
  isRootKnown;
  #graph;
  #direct;
  #byIdentity;
  /** @param root the manifest of the lockfile's own folder, for one that does not say what its root asks for */
  constructor(parsed2, root) {
    this.isRootKnown = parsed2.importers.length > 0 || root !== void 0;
    this.lockfile = promoteSources(withRoot(parsed2, root?.requires));
  }
  /** Distinct name@version pairs that it locks from registries. */
  get packageCount() {
    const { packages } = this.lockfile;
    return new Set(packages.flatMap((each) => each.source.kind === "registry" ? `${each.name}
${each.version}` : [])).size;
  }
  get graph() {
    this.#graph ??= new Graph(this.lockfile);
    return this.#graph;
  }
  get direct() {
    this.#direct ??= directRequirements(this.graph);
    return this.#direct;
  }
  typesOf = (packages) => this.graph.typesOf(packages);
  isDirect = (packages) => packages.some((each) => this.direct.has(this.graph.nodeOf(each)));
  standingsOf = (groups) => standingsOf(this.lockfile, this.graph, this.direct, groups);
  /** Which importers ask for a change's package themselves, and under which names. */
  askingFor(change) {
    const nodes = new Set(this.#entriesOf(change).map((each) => this.graph.nodeOf(each)));
    return [...nodes].flatMap((node) => this.direct.get(node) ?? []).map(({ importer, name }) => ({ importer: this.#importerPath(importer), name }));
  }
  /** The packages that nothing asks for, in the lockfile's order. */
  unreached() {
    return this.lockfile.packages.filter(
      (each) => each.place === void 0 && each.source.kind !== "workspace" && !this.graph.isReached(this.graph.nodeOf(each))
    );
  }
  #importerPath(importer) {
    return this.graph.tree.importers[importer]?.path ?? "";
  }
  #entriesOf(change) {
    this.#byIdentity ??= groupBy(this.lockfile.packages, identityOf3);
    return this.#byIdentity.get(identityOf3(change)) ?? [];
  }
};

// src/resolve/reader.ts
var FileReader = class {
  #snapshot;
  #read = /* @__PURE__ */ new Map();
  constructor(snapshot) {
    this.#snapshot = snapshot;
  }
  /** @throws GateFailure what `Snapshot.read` throws */
  read(file) {
    let bytes = this.#read.get(file.path);
    if (bytes === void 0) {
      bytes = this.#snapshot?.read(file, MAX_BYTES) ?? Promise.resolve(new Uint8Array());
      this.#read.set(file.path, bytes);
    }
    return bytes;
  }
  /** Lets go of a file that is done with. */
  forget(file) {
    if (file !== void 0) this.#read.delete(file.path);
  }
};
async function isSame(readers, base, head) {
  if (base.mode !== head.mode) return false;
  if (base.id !== void 0 && base.id === head.id) return true;
  if (base.mode !== "file") return false;
  if (base.size !== void 0 && head.size !== void 0 && base.size !== head.size) return false;
  const [before, after] = await Promise.all([readers.base.read(base), readers.head.read(head)]);
  return Buffer.compare(before, after) === 0;
}

// src/resolve/compare-lockfile.ts
var nothing = { changes: [], observations: [], errors: [], importers: [] };
async function compareLockfile(pair) {
  const { base, head, manifests, readers, mode } = pair;
  let isUnchanged = false;
  try {
    refuseIrregular(head);
    isUnchanged = base?.path === head.path && await isSame(readers, base.file, head.file);
    const opened = await open2(head, readers.head, () => manifests.ofHead(""));
    const before = isUnchanged ? opened : await openBase(pair);
    const status = isUnchanged || mode === "audit" ? "unchanged" : base?.path === head.path ? "changed" : "added";
    const outcome = await (isUnchanged && mode === "check" ? compareManifests(pair, opened) : compareContents(pair, before, opened));
    const { path, format, formatVersion, importers } = opened.lockfile;
    return {
      summary: { path, format, formatVersion, status, packages: opened.packageCount },
      ...outcome,
      errors: manifests.errors,
      importers: importers.map((importer) => importer.path)
    };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    const isOld = isUnchanged && mode === "check" && !await manifests.isChanged("");
    return { ...nothing, errors: isOld ? [] : [asGateError(cause)] };
  } finally {
    readers.head.forget(head.file);
    readers.base.forget(base?.file);
  }
}
async function removedLockfile(base, reader) {
  try {
    const opened = await open2(base, reader, () => Promise.resolve(void 0));
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
async function open2(found, reader, root) {
  refuseIrregular(found);
  const parsed2 = parseLockfile(found.path, await reader.read(found.file));
  return new OpenLockfile(parsed2, parsed2.importers.length > 0 ? void 0 : await root());
}
async function openBase({ base, readers, manifests }) {
  if (base === void 0) return void 0;
  try {
    return await open2(base, readers.base, () => manifests.ofBase(""));
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
  return {
    changes: await Promise.all(
      changes.map(async (change) => ({ ...change, manifests: await declarations(pair, asking.get(change) ?? []) }))
    ),
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
  return [...places.values()].flatMap((same) => same.slice(0, 1)).sort((a, b) => compareText2(a.path, b.path) || a.line - b.line);
}
async function manifestObservations(pair, base, head, importers) {
  if (importers.size === 0) return [];
  const folders = [.../* @__PURE__ */ new Set(["", ...importers])];
  const read2 = async (of) => {
    const manifests = await Promise.all(folders.map((folder) => of(folder)));
    return new Map(folders.flatMap((folder, at) => manifests[at] === void 0 ? [] : [[folder, manifests[at]]]));
  };
  const after = disagreements(head.lockfile, await read2((folder) => pair.manifests.ofHead(folder)));
  if (after.length === 0 || base === void 0 || pair.mode === "audit") return after;
  return introduced(disagreements(base.lockfile, await read2((folder) => pair.manifests.ofBase(folder))), after);
}

// src/resolve/discover.ts
async function takeInventory(snapshot, isGated) {
  const lockfiles = /* @__PURE__ */ new Map();
  const manifests = /* @__PURE__ */ new Map();
  const gitlinks = /* @__PURE__ */ new Map();
  for (const file of await snapshot.list()) {
    const { path, mode } = file;
    if (path.startsWith("node_modules/") || path.includes("/node_modules/")) continue;
    const kind = mode === "folder" ? void 0 : lockfileKind(path);
    if (kind !== void 0) {
      if (isGated(path)) lockfiles.set(path, { path, folder: folderOf(path), kind, file });
    } else if (mode === "gitlink") gitlinks.set(path, file);
    else if (mode === "file" && (path === "package.json" || path.endsWith("/package.json"))) manifests.set(path, file);
  }
  return { snapshot, lockfiles, manifests, gitlinks };
}
function emptyInventory() {
  return { lockfiles: /* @__PURE__ */ new Map(), manifests: /* @__PURE__ */ new Map(), gitlinks: /* @__PURE__ */ new Map() };
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
    const inOrder4 = [...managers.get("npm") ?? [], ...current];
    const subject = inOrder4.find(({ path }) => touched.has(path));
    const others = current.filter(({ kind }) => kind.manager !== subject.kind.manager).map(({ path }) => path);
    observations.push({ code: "competes", path: subject.path, line: 1, args: { others: others.sort().join(", ") } });
  }
  return observations;
}
function departures(folder, old, current, base, head) {
  const gone = old.filter(({ path }) => !head.lockfiles.has(path));
  const arrived = current.filter(({ path }) => !base.lockfiles.has(path));
  const manifest = join2(folder, "package.json");
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

// src/resolve/manifest.ts
var faults = oneFault("manifest-invalid", "mend the manifest");
function parseManifest(path, bytes) {
  const document = parseJson(decodeText(bytes, path, faults), path, faults);
  const refuse = refuser(document, "manifest-invalid");
  const root = document.value;
  if (!(root instanceof JsonObject)) return refuse(0, "A manifest must be a JSON object.");
  const maps = readMaps(root, refuse);
  const name = root.get("name");
  const globs = workspaceGlobs(root.get("workspaces"));
  if (globs === void 0) return refuse(root.offsetOf("workspaces"), "`workspaces` must be an array of strings.");
  return {
    path,
    name: typeof name === "string" ? name : void 0,
    private: root.get("private") === true,
    requires: requirementsOf(maps, true),
    workspaces: globs,
    overridden: overriddenNames(root.get("overrides")),
    lineOf: (dependency) => {
      const map = [...mapNames].map((each) => maps[each]).find((each) => each?.has(dependency) === true);
      return map && document.line(map.offsetOf(dependency));
    }
  };
}
function overriddenNames(overrides, names = /* @__PURE__ */ new Set()) {
  if (!(overrides instanceof JsonObject)) return names;
  overrides.forEach((key, value) => {
    const at = key.indexOf("@", 1);
    names.add(at < 0 ? key : key.slice(0, at));
    overriddenNames(value, names);
  });
  return names;
}

// src/resolve/manifests.ts
var ImporterManifests = class {
  errors = [];
  #folder;
  #base;
  #head;
  #readers;
  #parsed = /* @__PURE__ */ new Map();
  constructor(lockfilePath, base, head, readers) {
    this.#folder = folderOf(lockfilePath);
    this.#base = base;
    this.#head = head;
    this.#readers = readers;
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
    return normalise(join2(this.#folder, join2(importer, "package.json")));
  }
  #once(key, read2) {
    let manifest = this.#parsed.get(key);
    if (manifest === void 0) {
      manifest = read2();
      this.#parsed.set(key, manifest);
    }
    return manifest;
  }
};

// src/resolve/unlocked.ts
async function unlockedManifests(base, head, readers, answered, isGated) {
  const folders = new Map([...head.lockfiles.values()].map((found2) => [found2.folder, found2.path]));
  const candidates = [...head.manifests.values()].filter((file) => {
    const folder = folderOf(file.path);
    return isGated(join2(folder, "package-lock.json")) && !isAnswered(folder, folders, answered);
  });
  const found = await Promise.all(
    candidates.map(async (file) => {
      const old = base.manifests.get(file.path);
      return old !== void 0 && await isSame(readers, old, file) ? [] : gained(readers, old, file);
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
    if (importers.some((importer) => normalise(join2(above, importer)) === folder)) return true;
  }
  return false;
}
async function gained(readers, old, file) {
  const after = await tryManifest(readers.head, file);
  const before = await tryManifest(readers.base, old);
  const known3 = new Set(before?.requires.map(({ name, spec }) => `${name}
${spec}`));
  const asked = (after?.requires ?? []).filter(
    ({ name, spec, type }) => type !== "peer" && !known3.has(`${name}
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
async function compareSnapshots(base, head, { isGated, mode }) {
  const [before, after] = await Promise.all([
    base === void 0 ? emptyInventory() : takeInventory(base, isGated),
    takeInventory(head, isGated)
  ]);
  const about = { mode, ...base !== void 0 && { base: base.label }, head: head.label };
  const paths = [.../* @__PURE__ */ new Set([...before.lockfiles.keys(), ...after.lockfiles.keys()])].sort(compareText2);
  if (paths.length > MAX_LOCKFILES) {
    return { ...about, lockfiles: [], changes: [], observations: [], errors: [tooMany(paths.length)] };
  }
  const readers = { base: new FileReader(base), head: new FileReader(head) };
  const comparing = { before, after, readers, mode };
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
      ...check ? await unlockedManifests(before, after, readers, answered, isGated) : []
    ].sort(inOrder3),
    errors: outcomes.flatMap(({ errors }) => errors)
  };
}
var nothing2 = { changes: [], observations: [], errors: [], importers: [], touched: false };
async function comparePath(comparing, path) {
  const { before, after, readers, mode } = comparing;
  const head = after.lockfiles.get(path);
  const old = before.lockfiles.get(path);
  if (head === void 0) return old === void 0 ? nothing2 : departed(comparing, old);
  if (head.kind.parse === void 0) return unreadable(comparing, old, head);
  const base = old ?? twin(before, after, head);
  const manifests = new ImporterManifests(path, before, after, readers);
  const outcome = await compareLockfile({ base, head, manifests, readers, mode });
  const { summary, errors } = outcome;
  const isTouched = summary === void 0 ? errors.length > 0 : summary.status !== "unchanged";
  return { ...outcome, touched: mode === "audit" || isTouched };
}
function twin(before, after, head) {
  return [...before.lockfiles.values()].find(
    ({ folder, kind, path }) => folder === head.folder && kind === head.kind && !after.lockfiles.has(path)
  );
}
async function departed({ before, after, readers }, old) {
  if (old.kind.parse === void 0) return nothing2;
  const { summary, changes } = await removedLockfile(old, readers.base);
  const successors = [...after.lockfiles.values()].filter(
    ({ folder, kind, path }) => folder === old.folder && kind === old.kind && !before.lockfiles.has(path)
  );
  return { ...nothing2, ...summary && { summary }, changes: successors.length > 0 ? [] : changes };
}
async function unreadable({ readers, mode }, old, head) {
  try {
    if (mode === "check" && old !== void 0 && await isSame(readers, old.file, head.file)) return nothing2;
    return { ...nothing2, errors: [asGateError(unsupported(head.path))], touched: true };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return { ...nothing2, errors: [asGateError(cause)], touched: true };
  } finally {
    readers.head.forget(head.file);
    readers.base.forget(old?.file);
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
function inOrder3(a, b) {
  return compareText2(a.path, b.path) || a.line - b.line || compareText2(a.code, b.code) || compareText2(a.name ?? "", b.name ?? "") || compareText2(a.version ?? "", b.version ?? "");
}

// src/policy/locate.ts
function locatePolicy(files, path) {
  const exact = files.find((file) => file.path === path);
  const refuse = (file, message) => new GateFailure("policy-invalid", message, { path: file.path });
  if (exact?.mode === "file") return exact;
  if (exact !== void 0) {
    throw refuse(exact, `the policy is a ${exact.mode}, which is not followed; put a regular file there`);
  }
  const plain = (text3) => text3.toLowerCase().replace(/\.yaml$/, ".yml");
  const misspelt = files.find((file) => plain(file.path) === plain(path));
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
    read(snapshot, locatePolicy(files, policyPath), "policy-invalid", maxPolicyBytes),
    read(snapshot, npmrcFile, "configuration-invalid", maxNpmrcBytes)
  ]);
  return {
    ...policy === void 0 ? {} : { policy },
    ...npmrc === void 0 ? {} : { npmrc: { path: ".npmrc", text: new TextDecoder().decode(npmrc) } }
  };
}
async function readTrustedRoot(snapshot, path) {
  const file = (await snapshot.list()).find((one) => one.path === path);
  const bytes = await read(snapshot, file, "configuration-invalid", maxTrustedRootBytes);
  if (bytes !== void 0) return new TextDecoder().decode(bytes);
  throw new GateFailure(
    "configuration-invalid",
    "the policy names this file as its `trustedRoot`, and the base does not have it; add it there first",
    { path }
  );
}
async function read(snapshot, file, code, maxBytes) {
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

// src/trust-settings.ts
async function readTrust(given, policy, trusted, recorded = {}) {
  const { trustedRoot: path } = policy;
  const named = path === void 0 ? void 0 : { path, text: await readTrustedRoot(trusted, path) };
  const trustedRoot = given.trustedRoot ?? named ?? recorded.trustedRoot;
  if (trustedRoot !== void 0) {
    const { trustFrom } = await import("./trust-material-3KCZDZKM.js");
    trustFrom(trustedRoot.text, trustedRoot.path);
  }
  for (const { url, keys } of policy.registries) {
    if (keys !== void 0) await demandKeys({ keys }, policy.source, `the keys of ${url} in the policy`);
  }
  const { registryKeys = recorded.registryKeys } = given.registryKeys === void 0 ? {} : { registryKeys: await readKeys(given.registryKeys) };
  return {
    ...trustedRoot === void 0 ? {} : { trustedRoot },
    ...registryKeys === void 0 ? {} : { registryKeys }
  };
}
async function readKeys({ path, text: text3 }) {
  let document;
  try {
    document = JSON.parse(text3);
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
  const { parseRegistryKeys } = await import("./registry-keys-ND6HOEYX.js");
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
function trustOptions(policy, { trustedRoot, registryKeys }) {
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
    ...trustedRoot === void 0 ? {} : { trustedRoot }
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
  authorship: "who made this change"
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
function runRules({ rules: rules2, settings, dossiers, observations, context, unavailable: unavailable2 }) {
  const heard = /* @__PURE__ */ new Map();
  const hear = (rule, subject, utterances) => {
    if (utterances.length === 0) return;
    const { lockfile, name, version, source } = subject;
    const key = JSON.stringify([rule, lockfile, name, version, source ?? null]);
    const entry = heard.get(key);
    if (entry === void 0) heard.set(key, { rule, subject, utterances: [...utterances] });
    else entry.utterances.push(...utterances);
  };
  const active = rules2.map((rule) => ({ rule, setting: settingOf(settings, rule) }));
  const existenceFirst = [...active].sort((a, b) => rankOf(a.rule) - rankOf(b.rule));
  for (const dossier of dossiers.filter(({ change }) => change.kind !== "removed")) {
    const subject = subjectOf2(dossier.change);
    let missing = false;
    for (const { rule, setting } of existenceFirst) {
      if (rule.subject !== "package" || !applies(rule, setting, dossier)) continue;
      if (missing && rule.needs.some((kind) => kind !== "existence")) continue;
      const utterances = askPackageRule({ rule, setting, dossier, subject, context, unavailable: unavailable2 });
      missing ||= rule.id === existenceRule && utterances.some(({ floor, outcome }) => floor && outcome === "violation");
      hear(rule.id, subject, utterances);
    }
  }
  for (const { rule, setting } of active) {
    if (rule.subject !== "lockfile" || worstOf(rule, setting).level === "off") continue;
    for (const observation of observations) {
      const { path, line, name, version } = observation;
      const subject = { name: name ?? null, version: version ?? null, lockfile: path, line };
      hear(rule.id, subject, askLockfileRule({ rule, setting, observation, subject, context }));
    }
  }
  return [...heard.values()].map(({ rule, subject, utterances }) => mergeUtterances(rule, subject, utterances));
}
var rankOf = (rule) => rule.id === existenceRule ? 0 : 1;
function settingOf(settings, rule) {
  const setting = settings.get(rule.id);
  if (setting === void 0) throw new TypeError(`the policy sets nothing for the rule ${rule.id}`);
  return setting;
}
var applies = (rule, setting, { change }) => (rule.sources === "any" || change.source.kind === "registry") && worstOf(rule, setting).level !== "off";
function subjectOf2({ name, version, source, lockfile, line }) {
  const spec = source.kind === "registry" ? {} : { source: JSON.stringify([source.kind, source.spec ?? null]) };
  return { name, version, ...spec, lockfile, line };
}
function askPackageRule({
  rule,
  setting,
  dossier,
  subject,
  context,
  unavailable: unavailable2
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
  if (missing !== void 0) return [indeterminate(rule, setting, missing, dossier.change, unavailable2)];
  return violations.flatMap((violation) => utter(rule, setting, violation, subject) ?? []);
}
var UnavailableRead = class extends Error {
};
function readingOf(rule, evidence) {
  const known3 = {};
  let missing;
  for (const kind of rule.needs) {
    const piece = evidence[kind];
    if (piece.state !== "unavailable") {
      known3[kind] = piece;
      continue;
    }
    Object.defineProperty(known3, kind, {
      enumerable: true,
      get: () => {
        missing ??= { kind, evidence: piece };
        throw new UnavailableRead(kind);
      }
    });
  }
  return { known: known3, missing: () => missing };
}
function indeterminate(rule, setting, missing, change, unavailable2) {
  const { level, floor } = worstOf(rule, setting);
  return {
    code: `unavailable-${missing.kind}`,
    rank: 0,
    level: level === "error" && (floor || unavailable2 === "error") ? "error" : "warn",
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
    dossiers,
    observations: comparison.observations,
    context: { now, mode: comparison.mode },
    unavailable: policy.unavailable
  });
  const complete2 = isComplete(comparison);
  const findings = [...applyExceptions({ findings: found, policy, now, complete: complete2, rules: rules2 })].sort(worstFirst);
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
    const trust = await readTrust(request.trust ?? {}, policy, trusted, request.recorded?.trust);
    const compared = await compareSnapshots(base, head, { mode, isGated: policy.isGated });
    const comparison = await withAuthorship(compared, request);
    const collected = await collectEvidence(request, settings, policy, trust, comparison);
    const report = reportOn(comparison, collected, policy, now);
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
  return reportOn(comparison, collected, policy, now ?? evidence.evaluatedAt);
}
async function withAuthorship(comparison, { authorship }) {
  const isAsked = comparison.changes.some(({ kind, direct }) => kind === "added" && direct);
  return authorship === void 0 || !isAsked ? comparison : { ...comparison, authorship: await authorship() };
}
function collectEvidence({ registry, env, offline, recorded, progress, workTree, now }, settings, policy, trust, comparison, also = []) {
  const { registries } = recorded ?? {};
  return collect(comparison, {
    needs: /* @__PURE__ */ new Set([...neededEvidence(policy), ...also]),
    ...trustOptions(policy, trust),
    now,
    configure: () => registries ? Promise.resolve(recordedConfiguration(registries)) : loadConfiguration({
      env,
      workTree,
      policyRegistries: policy.registries,
      ...settings.npmrc === void 0 ? {} : { npmrc: settings.npmrc },
      ...registry === void 0 ? {} : { registry }
    }),
    offline,
    ...recorded === void 0 ? {} : { recorded: recorded.answers },
    ...progress === void 0 ? {} : { progress }
  });
}
function reportOn(comparison, { dossiers }, policy, now) {
  const judgement = judge({ comparison, dossiers, policy, now });
  return buildReport({ comparison, dossiers, judgement, policy, now });
}
function record(file, preset, trust, comparison, { answers, registries }, now) {
  const text3 = typeof file?.text === "object" ? new TextDecoder().decode(file.text) : file?.text ?? null;
  return {
    schema: "lockgate-evidence/1",
    evaluatedAt: now,
    policy: { source: file?.source ?? "preset", text: text3, preset: preset ?? null },
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
  openPolicy,
  outcomeWord,
  buildReport,
  compareSnapshots,
  readSettings,
  readTrust,
  judge,
  runGate,
  replay,
  collectEvidence
};
