import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  registryOf,
  scopeOf
} from "./chunk-registry-registry-map.js";
import {
  advisoriesSubject,
  downloadsSubject,
  installHooks,
  isRecord,
  normalizeRepository,
  packumentSubject,
  readRelease,
  recordedAdvisories,
  subjectOf,
  tarballSubject
} from "./chunk-registry-release.js";
import {
  absent,
  present,
  unavailable,
  unneeded
} from "./chunk-model-evidence-values.js";
import {
  isBounded
} from "./chunk-trust-bounds.js";
import {
  concernsRegistry
} from "./chunk-managers.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  bytesToHex,
  sha256,
  utf8ToBytes
} from "./chunk-noble-hashes-sha2.js";
import {
  require_semver
} from "./chunk-semver.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/advisories/advisory-names.ts
function namesOf(records) {
  const groups = /* @__PURE__ */ new Map();
  for (const { id, aliases = [] } of records) {
    const joined = /* @__PURE__ */ new Set([id, ...aliases]);
    for (const one of [id, ...aliases]) for (const other of groups.get(one) ?? []) joined.add(other);
    for (const one of joined) groups.set(one, joined);
  }
  return (id) => {
    const [first = id, ...aliases] = [...groups.get(id) ?? []].sort(byFame);
    return { id: first, aliases: aliases.sort() };
  };
}
var prefixes = ["MAL-", "GHSA-"];
var fameOf = (id) => {
  const at = prefixes.findIndex((prefix) => id.startsWith(prefix));
  return at === -1 ? prefixes.length : at;
};
var byFame = (a, b) => fameOf(a) - fameOf(b) || (a < b ? -1 : 1);

// src/advisories/advisories.ts
var import_semver = __toESM(require_semver(), 1);
var severities = ["low", "moderate", "high", "critical"];
var maxRecords = 1e3;
var maxRange = 1e4;
function readAdvisories(document) {
  if (!Array.isArray(document) || document.length > maxRecords) return void 0;
  const records = document.map(readAdvisory);
  return records.every((record) => record !== void 0) ? records : void 0;
}
function readAdvisory(record) {
  if (!isRecord(record)) return void 0;
  const { severity: word, vulnerable_versions: range, cwe = [] } = record;
  const id = idOf(record);
  const severity = word === "info" ? "low" : severities.find((known) => known === word);
  if (id === void 0 || severity === void 0 || typeof range !== "string" || range.length > maxRange) {
    return void 0;
  }
  if (import_semver.default.validRange(range, reading) === null) return void 0;
  const weaknesses = typeof cwe === "string" ? [cwe] : cwe;
  if (!Array.isArray(weaknesses)) return void 0;
  return { id, severity, malware: weaknesses.includes("CWE-506"), range };
}
function idOf({ id, url }) {
  const known = typeof url === "string" ? /\b(?:GHSA(?:-[0-9a-z]{4}){3}|MAL-\d{4}-\d{1,9})$/.exec(url)?.[0] : void 0;
  if (known !== void 0) return known;
  if (typeof id === "number" && Number.isSafeInteger(id)) return `npm-${id}`;
  return typeof id === "string" && /^[A-Za-z0-9-]{1,64}$/.test(id) ? id : void 0;
}
var reading = { includePrerelease: true, loose: true };
function advisoriesFor(versions, listed) {
  const found = /* @__PURE__ */ new Map();
  for (const record of listed) {
    for (const version of versions) {
      const sets = setsHolding(version, record.range);
      if (sets.length > 0) found.set(record.id, withRecord(found.get(record.id), record, sets));
    }
  }
  return [...found.values()].sort((a, b) => a.id < b.id ? -1 : 1);
}
function withRecord(before, { id, severity, malware, aliases = [], unread }, sets) {
  const fixedIn = [before?.fixedIn, fixOf(sets)].filter((one) => one !== void 0).sort(import_semver.default.compare).at(-1);
  return {
    id,
    severity: before === void 0 ? severity : worse(severity, before.severity),
    malware: malware || before?.malware === true,
    exact: sets.some(isExact) || before?.exact === true,
    ...fixedIn === void 0 ? {} : { fixedIn },
    ...aliases.length === 0 ? {} : { aliases },
    ...unread === true && (before === void 0 || before.unread === true) ? { unread } : {}
  };
}
var worse = (a, b) => severities.indexOf(a) > severities.indexOf(b) ? a : b;
function setsHolding(version, range) {
  const parsed = import_semver.default.parse(version, reading);
  if (parsed === null) return [];
  return new import_semver.default.Range(range, reading).set.filter((set) => set.every((comparator) => comparator.test(parsed)));
}
var isExact = (set) => set.length === 1 && set[0]?.operator === "" && set[0].value !== "";
function fixOf(sets) {
  const ends = sets.flatMap((set) => set.flatMap(({ operator, semver: end }) => operator === "<" ? [end] : []));
  return ends.sort((a, b) => a.compare(b))[0]?.version.replace(/-0$/, "");
}

// src/advisories/select.ts
var notAdvised = {
  malware: unneeded,
  advisories: unneeded,
  predecessorAdvisories: unneeded
};
function advisoryEvidence(change, answered, { sources, demand }) {
  const read = new Map(
    [.../* @__PURE__ */ new Set([...sources.malware, ...sources.advisories])].map((source) => [
      source,
      recordsOf(source, answered(source), demand)
    ])
  );
  const listed = [...read].flatMap(
    ([source, records]) => records !== void 0 && "length" in records ? records.map((record) => ({ ...record, source })) : []
  );
  const nameOf = namesOf(listed);
  const malicious = new Set(
    listed.flatMap(({ id, malware, source }) => malware && sources.malware.includes(source) ? [nameOf(id).id] : [])
  );
  const named = listed.map((record) => {
    const name = nameOf(record.id);
    return { ...record, ...name, malware: malicious.has(name.id) };
  });
  const about = (kind, versions, counts) => {
    const own = sources[kind].map((source) => read.get(source));
    const missing = own.find(isUnavailable);
    if (missing !== void 0) return missing;
    if (own.every((records2) => records2 === void 0)) return present({ state: "not-applicable" });
    const records = named.filter((record) => sources[kind].includes(record.source) && counts(record));
    return present({ state: "known", records: advisoriesFor(versions, records) });
  };
  return {
    malware: about("malware", [change.version], ({ malware }) => malware),
    advisories: about("advisories", [change.version], () => true),
    // What cannot be read is held against what comes in, and never excuses it as something that was there before.
    predecessorAdvisories: change.baseVersions.length === 0 ? absent : about("advisories", change.baseVersions, ({ unread }) => unread === void 0)
  };
}
var isUnavailable = (records) => records !== void 0 && "state" in records;
function recordsOf(source, answer, demand) {
  if (answer === void 0) return void 0;
  switch (answer.state) {
    case "listed":
      return answer.advisories;
    case "absent":
      return source === "registry" && demand !== "required" ? void 0 : unavailable("not-provided", "the registry has no advisories to ask for");
    case "refused":
      return unavailable("unauthorized", `HTTP ${answer.status} for its advisories`);
    case "unavailable":
      return unavailable(answer.reason, `its advisories: ${answer.detail}`);
  }
}

// src/trust/trust-options.ts
function defaultDemand(registry, { publicRegistry }) {
  return registry === publicRegistry ? "required" : "auto";
}
function defaultAdvisoryDemand(registry, { publicRegistry }) {
  return registry === publicRegistry ? "required" : "auto";
}

// src/evidence/advisory-evidence.ts
function createAdvising(options) {
  const { needs, sources, registries, asking, changes, advisories: demandOf = defaultAdvisoryDemand } = options;
  const asks = {
    malware: needs.has("malware"),
    advisories: needs.has("advisories") || needs.has("predecessorAdvisories")
  };
  const wanted = /* @__PURE__ */ new Set([...asks.malware ? sources.malware : [], ...asks.advisories ? sources.advisories : []]);
  if (wanted.size === 0) return { settled: Promise.resolve(), of: () => notAdvised };
  const answers = /* @__PURE__ */ new Map();
  const keyOf4 = (source, registry) => `${source} ${registry}`;
  const settled = Promise.all(
    [...byRegistry(changes, registries)].flatMap(
      ([registry, versions]) => [...wanted].map(async (source) => {
        const asked = source === "registry" ? ofRegistry(registry, versions) : ofOsv(versions);
        if (asked.size > 0) answers.set(keyOf4(source, registry), await asking.advisories(source, registry, asked));
      })
    )
  );
  return {
    settled,
    of: (change) => {
      const registry = registryOf(registries, change.name);
      const answered = (source) => answers.get(keyOf4(source, registry))?.get(change.name);
      const known = advisoryEvidence(change, answered, { sources, demand: demandOf(registry, registries) });
      return { ...asks.advisories ? known : notAdvised, malware: asks.malware ? known.malware : unneeded };
    }
  };
  function ofRegistry(registry, versions) {
    return demandOf(registry, registries) === "none" ? /* @__PURE__ */ new Map() : versions;
  }
  function ofOsv(versions) {
    return new Map([...versions].filter(([name]) => isPublicName(name, registries)));
  }
}
function isPublicName(name, registries) {
  const scope = scopeOf(name);
  const own = registries.scopes.find((entry) => entry.scope === scope)?.url;
  return own === void 0 || own === registries.publicRegistry;
}
function byRegistry(changes, registries) {
  const found = /* @__PURE__ */ new Map();
  for (const { name, version, baseVersions } of changes) {
    const registry = registryOf(registries, name);
    const names = found.get(registry) ?? /* @__PURE__ */ new Map();
    found.set(registry, names);
    names.set(name, [.../* @__PURE__ */ new Set([...names.get(name) ?? [], version, ...baseVersions])]);
  }
  return found;
}

// src/evidence/dependents.ts
function bringersOf(changes, proofs) {
  const byName = /* @__PURE__ */ new Map();
  for (const change of proofs.keys()) {
    const key = keyOf(change.lockfile, change.name);
    const same = byName.get(key);
    if (same === void 0) byName.set(key, [change]);
    else same.push(change);
  }
  const known = new Map(changes.map((change) => [change, bringersAmong(askingFor(change, byName), proofs)]));
  return (change) => known.get(change) ?? absent;
}
var keyOf = (lockfile, name) => `${lockfile}
${name}`;
function askingFor({ baseVersions, via, lockfile }, byName) {
  if (baseVersions.length > 0) return [];
  const names = new Set(via.flatMap((path) => path.at(-2) ?? []));
  return [...names].flatMap((name) => byName.get(keyOf(lockfile, name)) ?? []);
}
function bringersAmong(asking, proofs) {
  const provenances = asking.map(({ name, version }, at) => {
    const provenance = proofs.get(asking[at])?.provenance ?? absent;
    return { name, version, provenance };
  });
  const built = provenances.flatMap(
    ({ name, version, provenance }) => provenance.state === "present" && provenance.value.state === "verified" ? [{ name, version, build: provenance.value.identity }] : []
  );
  if (built.length > 0) return present(built);
  const unknown = provenances.find(({ provenance }) => provenance.state === "unavailable");
  return unknown === void 0 ? absent : unavailable("not-provided", `the provenance of what brings it in is not known`);
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
  const known = histories.get(packument);
  if (known !== void 0) return known;
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

// src/evidence/bundling.ts
function bundlersIn(bundles) {
  return bundles.flatMap(({ by }) => by ?? []);
}
function createBundling(bundles, answerAbout) {
  const found = /* @__PURE__ */ new Map();
  for (const { lockfile, by, members } of bundles) {
    const bundled = by === void 0 ? present(/* @__PURE__ */ new Set()) : bundledBy(by.name, by.version, answerAbout(by.name));
    const held = bundled.state === "present" ? heldIn(members, bundled.value) : /* @__PURE__ */ new Set();
    for (const [at, { name, version, line, pinned }] of members.entries()) {
      const key = keyOf2({ lockfile, name, version });
      const entry = found.get(key) ?? { claims: [] };
      found.set(key, entry);
      entry.claims.push({ line, pinned, ...by && { by }, held: held.has(at) });
      if (bundled.state === "unavailable") entry.unknown = bundled;
    }
  }
  return (change) => {
    const entry = found.get(keyOf2(change));
    return entry === void 0 ? absent : entry.unknown ?? present({ claims: entry.claims });
  };
}
var keyOf2 = ({ lockfile, name, version }) => JSON.stringify([lockfile, name, version]);
function bundledBy(name, version, answer) {
  switch (answer?.state) {
    case void 0:
      return unavailable("not-recorded", "the package that would hold it was not asked for");
    case "unavailable":
      return answer;
    case "refused":
      return unavailable("unauthorized", `HTTP ${answer.status} for the package that would hold it`);
    case "absent":
      return !answer.authenticated && scopeOf(name) !== void 0 ? unavailable("unauthorized", "HTTP 404 without a credential for the package that would hold it") : present(/* @__PURE__ */ new Set());
    case "packument": {
      const release = releaseOf(version, answer.packument);
      if (release.state === "unavailable") return release;
      return present(release.state === "absent" ? /* @__PURE__ */ new Set() : namesOf2(release.value));
    }
  }
}
function namesOf2({ bundled, dependencies, optionalDependencies, documentMatches }) {
  if (!documentMatches) return /* @__PURE__ */ new Set();
  return new Set(bundled === true ? [...Object.keys(dependencies), ...Object.keys(optionalDependencies)] : bundled);
}
function heldIn(members, bundled) {
  const queue = [...members.entries()].flatMap(([at, { as }]) => as !== void 0 && bundled.has(as) ? [at] : []);
  const held = new Set(queue);
  for (let at = queue.pop(); at !== void 0; at = queue.pop()) {
    for (const next of members[at]?.brings ?? []) {
      if (held.has(next)) continue;
      held.add(next);
      queue.push(next);
    }
  }
  return held;
}

// src/registry/downloads.ts
function downloadsService(registry, { publicRegistry }) {
  if (registry !== publicRegistry) return registry;
  const url = new URL(registry);
  url.hostname = url.hostname.replace(/^registry\./, "api.");
  return url.href;
}
function readDownloads(name, reply) {
  return reply.state === "document" ? readCount(name, reply.document) : reply;
}
function readManyDownloads(names, reply) {
  return new Map(
    names.map((name) => {
      if (reply.state !== "document") return [name, reply];
      const { document } = reply;
      const own = isRecord(document) && Object.hasOwn(document, name) ? document[name] : void 0;
      return [name, own === null ? { state: "absent", authenticated: false } : readCount(name, own)];
    })
  );
}
function readCount(name, document) {
  if (isRecord(document) && document.package === name) {
    const { downloads } = document;
    if (typeof downloads === "number" && Number.isSafeInteger(downloads) && downloads >= 0) {
      return { state: "counted", monthly: downloads };
    }
  }
  return unavailable("malformed", "the downloads service gives no count for the name");
}

// src/evidence/name-reputation.ts
var notAppraised = { prominence: unneeded, lookalike: unneeded, downloads: unneeded };
var youngFor = 366 * 864e5;
async function createAppraisal(options) {
  const { needs, mode, now, registries, changes, advisories, firstPublished } = options;
  const isNew = ({ baseVersions }) => mode === "check" && baseVersions.length === 0;
  const compares = (change) => needs.has("lookalike") && isNew(change);
  const ranks = (change) => needs.has("prominence") && isAccused(advisories(change));
  if (!changes.some((change) => compares(change) || ranks(change) || isYoung(change))) return () => notAppraised;
  const { lookalikeOf, rankOf } = await import("./names-well-known-names.js");
  const near = new Map(changes.map((change) => [change, compares(change) ? lookalikeOf(change.name) : void 0]));
  const countOf = await countAll(
    changes.flatMap((change) => {
      const lookalike = near.get(change);
      if (lookalike === void 0 && !isYoung(change)) return [];
      const registry = registryOf(registries, change.name);
      return [change.name, ...lookalike === void 0 ? [] : [lookalike.name]].map((name) => ({ registry, name }));
    }),
    options
  );
  return (change) => {
    const rank = rankOf(change.name);
    const lookalike = near.get(change);
    const registry = registryOf(registries, change.name);
    const own = countOf(registry, change.name);
    return {
      prominence: rank === void 0 ? absent : present(rank),
      lookalike: lookalike === void 0 ? absent : present(withCounts(lookalike, own, countOf(registry, lookalike.name))),
      downloads: own === void 0 ? unneeded : evidenceOf(own)
    };
  };
  function isYoung(change) {
    if (!needs.has("downloads") || !isNew(change) || now === void 0) return false;
    const first = firstPublished(change);
    return first.state === "present" && Date.parse(now) - Date.parse(first.value) < youngFor;
  }
}
async function countAll(wanted, { sources, registries, asking }) {
  const counts = /* @__PURE__ */ new Map();
  await Promise.all(
    [...new Set(wanted.map(({ registry }) => registry))].map(async (registry) => {
      const names = new Set(wanted.filter((one) => one.registry === registry).map(({ name }) => name));
      const answers = sources.popularity === "none" ? new Map([...names].map((name) => [name, nobodyCounts])) : await asking.downloads(registry, downloadsService(registry, registries), names);
      for (const [name, answer] of answers) counts.set(downloadsSubject(registry, name), answer);
    })
  );
  return (registry, name) => counts.get(downloadsSubject(registry, name));
}
var nobodyCounts = unavailable("not-provided", "the policy names no source of popularity");
function isAccused({ malware }) {
  return malware.state === "present" && malware.value.state === "known" && malware.value.records.length > 0;
}
function withCounts(near, ...answers) {
  const [own, monthly] = answers.map((answer) => answer === void 0 ? unneeded : evidenceOf(answer));
  return {
    ...near,
    // A name that the service does not know is one that nobody downloads.
    ...own?.state === "present" ? { own: own.value } : own?.state === "absent" ? { own: 0 } : {},
    ...monthly?.state === "present" ? { monthly: monthly.value } : {}
  };
}
function evidenceOf(answer) {
  switch (answer.state) {
    case "counted":
      return present(answer.monthly);
    case "absent":
      return absent;
    case "refused":
      return unavailable("unauthorized", `HTTP ${answer.status} from the downloads service`);
    case "unavailable":
      return unavailable(answer.reason, `its downloads: ${answer.detail}`);
  }
}

// src/advisories/advisory-answers.ts
var batchSize = 1e3;
async function answerAdvisories(registry, versions, { known, ask }) {
  const answers = /* @__PURE__ */ new Map();
  const open2 = [];
  for (const [name, own] of versions) {
    const recorded = recordedAdvisories(known(advisoriesSubject(registry, name)), own);
    if (recorded !== void 0) answers.set(name, recorded);
    else open2.push([name, own]);
  }
  const batches = [];
  for (let start = 0; start < open2.length; start += batchSize) {
    batches.push(new Map(open2.slice(start, start + batchSize)));
  }
  await Promise.all(
    batches.map(async (batch) => {
      const reply = await ask(batch);
      for (const name of batch.keys()) answers.set(name, answerFor(name, reply));
    })
  );
  return answers;
}
function answerFor(name, reply) {
  if (reply.state !== "document") return reply;
  const { document } = reply;
  if (!isRecord(document)) return unavailable("malformed", "the advisories are no mapping of names");
  const advisories = Object.hasOwn(document, name) ? readAdvisories(document[name]) : [];
  return advisories === void 0 ? unavailable("malformed", "an advisory of this name cannot be read") : { state: "listed", advisories };
}

// src/registry/download-counts.ts
var batchNames = 128;
var batchLength = 4e3;
async function answerDownloads(registry, names, { known, ask }) {
  const answers = /* @__PURE__ */ new Map();
  const open2 = [];
  for (const name of names) {
    const recorded = known(downloadsSubject(registry, name));
    if (recorded !== void 0 && "downloads" in recorded) answers.set(name, recorded.downloads);
    else open2.push(name);
  }
  const isPlain2 = (name) => /^[a-z0-9._~-]+$/i.test(name);
  const batches = batchesOf(open2.filter(isPlain2).sort());
  await Promise.all([...batches, ...open2.filter((name) => !isPlain2(name)).map((name) => [name])].map(askFor));
  return answers;
  async function askFor(batch) {
    const reply = await ask(batch);
    const [name = "", ...others] = batch;
    if (others.length === 0) answers.set(name, readDownloads(name, reply));
    else if (reply.state === "absent") await Promise.all(batch.map((one) => askFor([one])));
    else for (const [one, answer] of readManyDownloads(batch, reply)) answers.set(one, answer);
  }
}
function batchesOf(names) {
  const batches = [];
  let length = 0;
  for (const name of names) {
    const last = batches.at(-1);
    if (last === void 0 || last.length >= batchNames || length + name.length > batchLength) {
      batches.push([name]);
      length = name.length;
    } else {
      last.push(name);
      length += name.length + 1;
    }
  }
  return batches;
}

// src/net/limiter.ts
function createLimiter(limit) {
  const waiting = [];
  let running = 0;
  return async (task) => {
    if (running >= limit) await new Promise((resolve) => waiting.push(resolve));
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

// src/registry/packument.ts
var import_semver2 = __toESM(require_semver(), 1);

// src/trust/trust-rank.ts
var trustRanks = ["none", "provenance", "trusted-publisher", "staged"];
var text = (value) => typeof value === "string" && value !== "" ? value : void 0;
var field = (value, name) => typeof value === "object" && value !== null && Object.hasOwn(value, name) ? value[name] : void 0;
function readPublisher(npmUser) {
  if (typeof npmUser !== "object" || npmUser === null || Array.isArray(npmUser)) return void 0;
  const trusted = field(npmUser, "trustedPublisher");
  const id = text(field(trusted, "id"));
  const approver = field(npmUser, "approver");
  return {
    name: text(field(npmUser, "name")),
    trustedPublisher: id === void 0 ? void 0 : { id, oidcConfigId: text(field(trusted, "oidcConfigId")) },
    approver: text(approver) ?? text(field(approver, "name"))
  };
}
var exactly = (rank) => ({ atLeast: rank, atMost: rank });
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

// src/registry/claims.ts
var maxSignatures = 16;
var maxLength = 512;
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
  return typeof value === "string" && value !== "" && value.length <= maxLength;
}

// src/registry/packument.ts
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
  const key = keyOf3(version, manifests);
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
  const known = /* @__PURE__ */ new Map();
  return (version) => {
    const declared = fieldOf(manifests[version], "repository");
    const text2 = isRecord(declared) ? declared.url : declared;
    if (!known.has(text2)) known.set(text2, normalizeRepository(text2));
    return known.get(text2);
  };
}
function entriesOf(versions, read) {
  const entries = {};
  for (const version of versions) {
    const value = read(version);
    if (value !== void 0) entries[version] = value;
  }
  return entries;
}
function keyOf3(version, manifests) {
  if (Object.hasOwn(manifests, version)) return version;
  const plain = import_semver2.default.valid(version);
  return plain !== null && Object.hasOwn(manifests, plain) ? plain : void 0;
}
function isPlaceholder(version, manifest) {
  if (/^0\.0\.\d+-security(?:\.\d+)?$/.test(version)) return true;
  const repository = fieldOf(manifest, "repository");
  const address = typeof repository === "string" ? repository : fieldOf(repository, "url");
  return typeof address === "string" && /^[^?#]{0,40}\bnpm\/security-holder(?:\.git)?$/.test(address);
}
function hooksEntry(version, manifest) {
  const hooks = installHooks(manifest);
  if (hooks === void 0 || Object.keys(hooks).length === 0) return [];
  return [[version, hooksDigest(hooks)]];
}
function hooksDigest(hooks) {
  const text2 = JSON.stringify(Object.entries(hooks).sort(([a], [b]) => a < b ? -1 : 1));
  return bytesToHex(sha256(utf8ToBytes(text2)));
}
function readDistTags(tags) {
  return Object.fromEntries(
    Object.entries(tags).filter(
      (tag) => tag[0] !== "__proto__" && typeof tag[1] === "string" && import_semver2.default.valid(tag[1]) !== null
    )
  );
}
function ascending(versions) {
  return versions.flatMap((version) => import_semver2.default.parse(version) ?? []).filter(({ raw, version }) => raw === version).sort((a, b) => a.compare(b)).map(({ raw }) => raw);
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

// src/registry/broker.ts
function createAsking(options) {
  const { connect, recorded } = options;
  const recording = new Map(recorded?.map((answer) => [subjectOf(answer), answer]));
  const inTurn = createLimiter(options.concurrency);
  const end = performance.now() + options.patience;
  const connections = /* @__PURE__ */ new Map();
  const documents = /* @__PURE__ */ new Map();
  const pending = /* @__PURE__ */ new Map();
  const tarballs = /* @__PURE__ */ new Map();
  const listing = createLimiter(tarballsAtOnce);
  let left = options.maxRequests;
  let client;
  return {
    known: (subject) => recording.get(subject),
    packument: async (registry, name, versions) => {
      const reply = options.fetched?.get(packumentSubject(registry, name)) ?? await request(registry, (connected, connection) => connected.packument(connection, name));
      return reply.state === "document" ? readDocument(reply.document, name, versions) : reply;
    },
    keys: (registry) => document({ registry, keys: notAsked }),
    attestations: (registry, name, version) => document({ registry, name, version, attestations: notAsked }),
    advisories: async (source, registry, versions) => {
      const answers = await advisories(source, registry, versions);
      for (const [name, advisories2] of answers) {
        const asked = [...versions.get(name) ?? []].sort();
        const answer = { ...{ registry, name, versions: asked, advisories: advisories2 }, ...source === "osv" ? { source } : {} };
        documents.set(subjectOf(answer), answer);
      }
      return answers;
    },
    downloads: async (registry, service, names) => {
      const answers = await answerDownloads(registry, names, {
        known: (subject) => recording.get(subject),
        ask: (batch) => withinBudget(() => request(service, (asked, connection) => asked.downloads(connection, batch)))
      });
      for (const [name, downloads] of answers) {
        documents.set(downloadsSubject(registry, name), { registry, name, downloads });
      }
      return answers;
    },
    tarball: (registry, name, version, address) => {
      const subject = tarballSubject(registry, name, version);
      const before = tarballs.get(subject);
      if (before !== void 0) return before;
      const answer = (async () => {
        const known = recording.get(subject);
        const tarball = known !== void 0 && "tarball" in known ? known.tarball : await listing(() => request(registry, (asked, connection) => asked.tarball(connection, address)));
        documents.set(subject, { registry, name, version, tarball });
        return tarball;
      })();
      tarballs.set(subject, answer);
      return answer;
    },
    documents: () => [...documents.values()],
    close: () => void client?.then((opened) => opened.close())
  };
  async function advisories(source, registry, versions) {
    const known = (subject) => recording.get(subject);
    if (source === "registry") {
      const ask = (batch) => request(registry, (connected, connection) => connected.advisories(connection, batch));
      return answerAdvisories(registry, versions, { known, ask });
    }
    const { answerOsv } = await import("./advisories-osv-answers.js");
    return answerOsv(registry, versions, { known, ask: askOsv });
  }
  async function askOsv(...[path, body]) {
    const { osv = "" } = options;
    if (osv === "" && connect !== void 0) {
      return unavailable("offline", "--registry turns every other host off; name it with --osv");
    }
    return withinBudget(() => request(osv, (connected, connection) => connected.osv(connection, path, body)));
  }
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
    return withinBudget(
      () => request(
        question.registry,
        (connected, connection) => "keys" in question ? connected.keys(connection) : connected.attestations(connection, question.name, question.version)
      )
    );
  }
  async function withinBudget(ask) {
    return left > 0 ? ask() : unavailable("budget", "this run had asked for as much as one run may");
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
var tarballsAtOnce = 8;
var notAsked = unavailable("not-recorded", "it was not asked for");
async function open({ concurrency, limits }) {
  const { createRegistryClient } = await import("./registry-client.js");
  return createRegistryClient(concurrency, limits);
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

// src/registry/address.ts
var yarnAlias = "registry.yarnpkg.com";
var isYarnAlias = (registry) => registry === `https://${yarnAlias}/`;
function classifyAddress(resolved, registry, map, tarball) {
  if (resolved === void 0) return { verdict: "omitted" };
  const shown = maskUserInfo(resolved);
  if (!URL.canParse(resolved)) return { verdict: "invalid", shown };
  const url = new URL(resolved);
  if (url.username !== "" || url.password !== "") return { verdict: "credentials", shown };
  const canonical = url.href === resolved && !hasNeedlessEscape(url.pathname);
  const path = pathBelow(url, registry, map);
  if (path === void 0) {
    if (resolved !== tarball || !canonical || !/^https?:$/.test(url.protocol)) return { verdict: "elsewhere", shown };
    return { verdict: "trusted", shown, path: comparable(url, url.origin.length + 1) };
  }
  return { verdict: canonical ? "trusted" : "not-canonical", shown, path };
}
function tarballAddress(tarball, registry, map) {
  if (!URL.canParse(tarball)) return void 0;
  const given = new URL(tarball);
  const path = pathBelow(given, registry, map);
  const url = path === void 0 ? given : new URL(registry + path);
  const own = url.origin === new URL(registry).origin && url.username === "" && url.password === "";
  return own ? url : void 0;
}
function maskUserInfo(address) {
  if (URL.canParse(address)) {
    const url = new URL(address);
    if (url.username !== "" || url.password !== "") {
      url.username = "***";
      url.password = "";
      return url.href;
    }
    if (!/^[a-z][a-z\d+.-]*:[/\\\s]/i.test(address)) return address;
  }
  const from = /^[^/\\?#@]*[/\\\s]+/.exec(address)?.[0].length ?? 0;
  const authority = /^[^/\\?#]*/.exec(address.slice(from))?.[0] ?? "";
  const at = authority.lastIndexOf("@");
  return at === -1 ? address : `${address.slice(0, from)}***${address.slice(from + at)}`;
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

// src/evidence/predecessor.ts
var import_semver3 = __toESM(require_semver(), 1);
function predecessorVersion({ version, previousVersion, baseVersions }) {
  if (previousVersion !== void 0 && baseVersions.includes(previousVersion)) return previousVersion;
  const descending = [...baseVersions].sort((a, b) => import_semver3.default.compareBuild(b, a));
  return descending.find((candidate) => import_semver3.default.lt(candidate, version)) ?? descending[0];
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

// src/evidence/tarballs.ts
var notListedYet = { implicitBuild: unneeded, predecessorImplicitBuild: unneeded };
var mostTarballs = 2e3;
var small = 5 * 1024 * 1024;
function createTarballs(asking, registries, listings) {
  let left = mostTarballs;
  return async (change, registry, packument) => {
    if (change.baseVersions.includes(change.version)) return notListedYet;
    const before = predecessorVersion(change);
    const spares = listings === "small" && (before === void 0 || isLarge(before));
    const implicitBuild = await buildOf(change.version, change.pins);
    if (before === void 0) return { implicitBuild, predecessorImplicitBuild: absent };
    const compares = implicitBuild.state === "present" && "file" in implicitBuild.value;
    return { implicitBuild, predecessorImplicitBuild: compares ? await buildOf(before, [], true) : unneeded };
    function isLarge(version) {
      const found = previousReleaseOf(version, packument);
      return found.state === "present" && (found.value.unpackedSize ?? 0) > small;
    }
    async function buildOf(version, pins, previous = false) {
      const found = previous ? previousReleaseOf(version, packument) : releaseOf(version, packument);
      if (found.state !== "present") return found;
      const { hooks, tarball, integrity, unpackedSize = 0 } = found.value;
      const isLenient = listings === "small" && !previous;
      if (hooks["implicit-gyp"] !== void 0) return present({ file: "binding.gyp" });
      if (hooks.install !== void 0 || hooks.preinstall !== void 0) return absent;
      if (spares && !previous && unpackedSize > small) return present({ unlisted: "large" });
      const address = tarball === void 0 ? void 0 : tarballAddress(tarball, registry, registries);
      if (address === void 0 && isLenient) return present({ unlisted: "elsewhere" });
      if (address === void 0) return unavailable("not-provided", "its tarball has no address at this registry");
      const stated = bindingsOf([], integrity).flatMap((binding) => binding?.integrity ?? []);
      const pinned = bindingsOf(pins, integrity).map((binding) => binding?.integrity);
      const listed = await ask(version, address, { stated, pinned });
      return isLenient && listed.state === "unavailable" && listed.reason !== "malformed" ? present({ unlisted: "failed", detail: listed.detail }) : listed;
    }
    async function ask(version, address, hashes) {
      if (left <= 0) return unavailable("budget", `one run lists at most ${mostTarballs} tarballs`);
      left -= 1;
      return judged(await asking.tarball(registry, change.name, version, address), hashes);
    }
  };
}
function judged(answer, { stated, pinned }) {
  switch (answer.state) {
    case "listed":
      if (answer.bindingGyp) return present({ file: "binding.gyp" });
      return stated.includes(answer.integrity) || pinned.every((integrity) => integrity === answer.integrity) ? absent : unavailable("malformed", "the tarball that the registry serves is not the one that is pinned");
    case "absent":
      return unavailable("not-provided", "the registry serves no tarball of it");
    case "refused":
      return unavailable("unauthorized", `HTTP ${answer.status} for its tarball`);
    case "unavailable":
      return unavailable(answer.reason, `its tarball: ${answer.detail}`);
  }
}

// src/evidence/trust-level.ts
var import_semver4 = __toESM(require_semver(), 1);
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
  if (import_semver4.default.valid(key) === null) return absent;
  const major = key.slice(0, key.indexOf(".") + 1);
  let strongest;
  for (const release of historyOf(packument).releases) {
    const { version: listed } = release;
    if (!listed.startsWith(major) || listed.includes("-") || listed === key) continue;
    const { publishedAt } = release;
    const isEarlier = since !== void 0 && publishedAt !== void 0 ? publishedAt < since : import_semver4.default.lt(listed, key);
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
  const height = (rank) => trustRanks.indexOf(rank);
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
function registryDossier(change, registry, map, answer, mode, proofs) {
  const evidence = evidenceOf2(change, answer, mode, proofs);
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
function evidenceOf2(change, answer, mode, proofs) {
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
    bringers: unneeded,
    ...notListedYet,
    ...notAdvised,
    ...notAppraised,
    license: unneeded,
    bundling: unneeded,
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
    bringers: same,
    implicitBuild: same,
    predecessorImplicitBuild: same,
    malware: same,
    advisories: same,
    predecessorAdvisories: same,
    prominence: same,
    lookalike: same,
    downloads: same,
    license: same,
    bundling: same,
    authorship: same
  };
}
function withPredecessor(evidence, predecessor) {
  return predecessor === void 0 ? { ...evidence, predecessor: absent, predecessorProvenance: absent } : evidence;
}

// src/trust/provenance-outcome.ts
function provenanceOutcome(judged2, boundTo) {
  const { attestations, provenance } = judged2;
  if (provenance.state === "invalid") {
    const failed = attestations.flatMap((one) => one.state === "invalid" ? [failedOf(one.kind, one)] : []);
    return { state: "invalid", failed: failed.length > 0 ? failed : [failedOf(provenance.kind, provenance)] };
  }
  const verified = attestations.flatMap((one) => one.state === "verified" ? [one] : []);
  if (verified.length === 0) return void 0;
  const published = verified.find((one) => one.kind === "publish");
  const publish = published === void 0 ? {} : { publishKeyid: published.keyid };
  const built = verified.find((one) => one.kind === "provenance");
  if (built === void 0) return { state: "no-provenance", ...publish };
  const { predicateType, signedAt, identity } = built;
  return { state: "verified", identity: identityOf(identity), predicateType, signedAt, boundTo, ...publish };
}
function failedOf(kind, { check, expected, found }) {
  return {
    kind: kind ?? "document",
    check,
    ...expected === void 0 ? {} : { expected },
    ...found === void 0 ? {} : { found }
  };
}
function identityOf(identity) {
  const known = Object.entries(identity).filter(([, value]) => value !== void 0);
  return Object.fromEntries(known);
}

// src/trust/signing-keys.ts
async function signingKeys(registry, registries, options, asking) {
  const demand = (options.signatures ?? defaultDemand)(registry, registries);
  if (demand === "unsupported") return { state: "unsupported" };
  const { embeddedRegistryKeys, parseRegistryKeys } = await import("./trust-registry-keys.js");
  const given = options.registryKeys?.(registry, registries);
  const { refreshed } = options;
  if (given === void 0 && registry === registries.publicRegistry && refreshed === void 0) {
    return { state: "keys", keys: embeddedRegistryKeys() };
  }
  const document = given ?? (registry === registries.publicRegistry ? refreshed?.registryKeys : void 0);
  const answer = document === void 0 ? await asking.keys(registry) : { state: "document", document };
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

// src/trust/verifying.ts
function createVerifying({ trustedRoot, refreshed, issuers, now }) {
  const signatures = /* @__PURE__ */ new Map();
  const attestations = /* @__PURE__ */ new Map();
  const oneAtATime = createLimiter(1);
  let trust;
  let publicKeys;
  return {
    signature: (subject, listed, publishedAt, keys) => once(signatures, subject, async () => {
      const { verifyRegistrySignature } = await import("./trust-registry-signature.js");
      return inTurn(() => verifyRegistrySignature({ ...subject, signatures: listed, publishedAt, now, keys }));
    }),
    attestations: (subject, document, keys) => once(attestations, subject, async () => {
      const [{ verifyAttestations }, trusted, registryKeys] = await Promise.all([
        import("./trust-attestation.js"),
        trust ??= loadTrust(),
        keys ?? (publicKeys ??= loadPublicKeys())
      ]);
      const also = issuers?.(subject.name, subject.version) ?? [];
      const trustFor = also.length === 0 ? trusted : { ...trusted, issuers: [...trusted.issuers, ...also] };
      return inTurn(() => verifyAttestations({ ...subject, document, trust: trustFor, registryKeys }));
    })
  };
  function inTurn(verify) {
    return oneAtATime(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return verify();
    });
  }
  async function loadTrust() {
    const { embeddedTrust, trustFrom } = await import("./trust-trust-material.js");
    if (trustedRoot !== void 0) return trustFrom(trustedRoot.text, trustedRoot.path);
    return refreshed === void 0 ? embeddedTrust : trustFrom(refreshed.trustedRoot, "trusted_root.json");
  }
  async function loadPublicKeys() {
    const { embeddedRegistryKeys, parseRegistryKeys } = await import("./trust-registry-keys.js");
    if (refreshed === void 0) return embeddedRegistryKeys();
    const list = parseRegistryKeys(refreshed.registryKeys);
    return list.state === "keys" ? list.keys : /* @__PURE__ */ new Map();
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

// src/evidence/verification.ts
function needsProofs(needs) {
  return ["registrySignature", "provenance", "bringers", "trust", "predecessorProvenance"].some(
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
      needs.has("provenance") || needs.has("bringers") || needs.has("trust") ? whereListed(current, pins, proveProvenance) : unneeded,
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
      const judged2 = await verifying.attestations({ registry, name, version, integrity }, answer.document, keys);
      const outcome = provenanceOutcome(judged2, boundTo);
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
  const rank = (evidence) => {
    if (evidence.state === "unavailable") return 1;
    if (evidence.state === "absent") return 2;
    const { value } = evidence;
    if (value.state === "invalid") return 0;
    return value.state !== "verified" || value.boundTo === "registry" ? 3 : 4;
  };
  const [first = absent] = [...outcomes].sort((a, b) => rank(a) - rank(b));
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
var usualSources = { malware: ["registry"], advisories: ["registry"], popularity: "downloads" };
async function collect(comparison, options) {
  const { changes, mode, authorship = absent } = comparison;
  const madeBy = (dossier) => ({ ...dossier, evidence: { ...dossier.evidence, authorship } });
  if (!changes.some(concernsRegistry)) {
    return { dossiers: changes.map((change) => madeBy(otherDossier(change))), answers: [] };
  }
  const { registries, connect } = await options.configure();
  const { needs, recorded, limits, sources = usualSources } = options;
  const bundles = needs.has("bundling") ? comparison.bundles ?? [] : [];
  const questions = questionsOf(changes, bundles, registries);
  const maxRequests = options.maxRequests ?? collectLimits.requests;
  const asking = createAsking({
    connect: options.offline ? void 0 : connect,
    concurrency: options.concurrency ?? collectLimits.concurrency,
    patience: options.patience ?? collectLimits.patience,
    ...{ recorded, limits, maxRequests, fetched: options.fetched, osv: options.osv }
  });
  const open2 = questions.filter(({ registry, name }) => asking.known(packumentSubject(registry, name)) === void 0);
  const asks = connect !== void 0 && !options.offline && needs.size > 0;
  if (asks) demandBudget(open2.length, maxRequests);
  const answers = /* @__PURE__ */ new Map();
  const proofs = /* @__PURE__ */ new Map();
  const prove = needsProofs(needs) ? createProver({ ...options, registries, asking }) : void 0;
  const builds = /* @__PURE__ */ new Map();
  const list = mode === "check" && needs.has("implicitBuild") ? createTarballs(asking, registries, options.listings ?? "all") : void 0;
  let appraise = () => notAppraised;
  let done = 0;
  const settle = async (question) => {
    const { registry, name, changes: own } = question;
    const subject = packumentSubject(registry, name);
    const known = asking.known(subject);
    const isKnown = known !== void 0 && "answer" in known;
    const answer = isKnown ? known.answer : await answerTo(question, needs, asking);
    answers.set(subject, answer);
    if (!isKnown && asks) options.progress?.(done += 1, open2.length);
    if (answer.state !== "packument") return;
    const { packument } = answer;
    if (list !== void 0) {
      await Promise.all(own.map(async (change) => builds.set(change, await list(change, registry, packument))));
    }
    if (prove === void 0) return;
    await Promise.all(own.map(async (change) => proofs.set(change, await prove(change, registry, packument))));
  };
  const readLicense = needs.has("license") ? (await import("./evidence-license.js")).licenseOf : () => unneeded;
  const judged2 = changes.filter(concernsRegistry);
  const advising = createAdvising({ ...options, sources, registries, asking, changes: judged2 });
  try {
    await Promise.all([...questions.map(settle), advising.settled]);
    const firstPublished = (change) => {
      const answer = answers.get(packumentSubject(registryOf(registries, change.name), change.name));
      return answer?.state === "packument" ? firstPublishedAtOf(answer.packument) : unneeded;
    };
    appraise = await createAppraisal({
      ...{ needs, sources, mode, now: options.now, registries, asking, firstPublished },
      ...{ changes: judged2, advisories: advising.of }
    });
  } finally {
    asking.close();
  }
  const answerAbout = (name) => answers.get(packumentSubject(registryOf(registries, name), name));
  const bundlingOf = needs.has("bundling") ? createBundling(bundles, answerAbout) : () => unneeded;
  const bringers = needs.has("bringers") ? bringersOf(judged2, proofs) : () => unneeded;
  const dossiers = changes.map((change) => {
    if (!concernsRegistry(change)) return madeBy(otherDossier(change));
    const registry = registryOf(registries, change.name);
    const answer = answers.get(packumentSubject(registry, change.name)) ?? unneeded;
    const dossier = registryDossier(change, registry, registries, answer, mode, proofs.get(change));
    const license = readLicense(dossier.evidence.release);
    const known = {
      ...builds.get(change),
      ...advising.of(change),
      ...appraise(change),
      license,
      bundling: bundlingOf(change),
      bringers: bringers(change)
    };
    return madeBy({ ...dossier, evidence: { ...dossier.evidence, ...known } });
  });
  return { dossiers, answers: recordable(questions, answers, asking), registries };
}
function withAnswersOf(before, { dossiers, answers, registries }) {
  if (before === void 0) return { dossiers, answers, ...registries && { registries } };
  const bySubject = new Map([...before.answers, ...answers].map((answer) => [subjectOf(answer), answer]));
  const merged = [...bySubject.values()].sort((a, b) => subjectOf(a) < subjectOf(b) ? -1 : 1);
  const known = registries ?? before.registries;
  return { dossiers, answers: merged, ...known && { registries: known } };
}
function questionsOf(changes, bundles, registries) {
  const questions = /* @__PURE__ */ new Map();
  const about = (name) => {
    const registry = registryOf(registries, name);
    const subject = packumentSubject(registry, name);
    const question = questions.get(subject) ?? { registry, name, changes: [], bundlers: [] };
    questions.set(subject, question);
    return question;
  };
  for (const change of changes) {
    if (concernsRegistry(change)) about(change.name).changes.push(change);
  }
  for (const { name, version } of bundlersIn(bundles)) about(name).bundlers.push(version);
  return [...questions.values()];
}
function demandBudget(open2, bound) {
  if (open2 <= bound) return;
  throw new GateFailure(
    "budget",
    `${open2} packages would have to be asked for, and one run asks for at most ${bound}; split the change.`
  );
}
async function answerTo({ registry, name, changes, bundlers }, needs, asking) {
  if (needs.size === 0) return unneeded;
  const versions = changes.flatMap((change) => {
    const predecessor = predecessorVersion(change);
    return predecessor === void 0 ? [change.version] : [change.version, predecessor];
  });
  return asking.packument(registry, name, [...versions, ...bundlers]);
}
function recordable(questions, answers, asking) {
  const packuments = questions.map(({ registry, name }) => ({
    ...{ registry, name },
    answer: answers.get(packumentSubject(registry, name)) ?? unavailable("not-recorded", "it was not asked for")
  }));
  return [...packuments, ...asking.documents()].sort((a, b) => subjectOf(a) < subjectOf(b) ? -1 : 1);
}

export {
  defaultDemand,
  createLimiter,
  isYarnAlias,
  collectLimits,
  collect,
  withAnswersOf
};
