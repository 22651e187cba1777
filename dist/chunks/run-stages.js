import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  focusOn
} from "./chunk-run-focus.js";
import {
  coversVersions,
  openSession
} from "./chunk-registry-session.js";
import {
  withAuthorship,
  withPolicyChange
} from "./chunk-run-policy-change.js";
import {
  ledgerPlace
} from "./chunk-run-ledger-place.js";
import {
  judge
} from "./chunk-run-verdict.js";
import {
  contextUnder
} from "./chunk-judge-engine.js";
import {
  hashAlgorithms,
  normalisedDigest
} from "./chunk-registry-program-digests.js";
import "./chunk-registry-read-tarball.js";
import {
  countsNone,
  downloadsService,
  readDownloads,
  readManyDownloads
} from "./chunk-registry-downloads.js";
import {
  advisoriesSubject,
  contentsSubject,
  downloadsSubject,
  packumentSubject,
  programSubject,
  recordedAdvisories,
  subjectOf,
  tarballSubject
} from "./chunk-registry-answer.js";
import {
  installHooks,
  isRecord,
  normalizeRepository,
  readRelease
} from "./chunk-registry-release.js";
import {
  loadTrust
} from "./chunk-trust-load-trust.js";
import {
  runLimits
} from "./chunk-registry-limits.js";
import {
  canonicalRegistry,
  isPrivateChannel,
  registryOf,
  scopeOf
} from "./chunk-registry-registry-map.js";
import {
  isBounded
} from "./chunk-registry-bounds.js";
import "./chunk-decisions-proposers.js";
import "./chunk-policy-load.js";
import "./chunk-policy-lint-values.js";
import "./chunk-policy-complaints.js";
import "./chunk-model-proposal.js";
import "./chunk-policy-schema-options.js";
import "./chunk-yaml.js";
import {
  listsAllTarballs,
  neededEvidence
} from "./chunk-policy-effective.js";
import "./chunk-policy-approvals.js";
import "./chunk-policy-presets.js";
import "./chunk-policy-schema-exceptions.js";
import "./chunk-text-security-key.js";
import "./chunk-policy-publishers.js";
import "./chunk-policy-lists.js";
import {
  optionsOf
} from "./chunk-policy-rule-settings.js";
import "./chunk-policy-profiles.js";
import {
  compareTrust,
  concerns,
  digestOf,
  fixedBy,
  ownDigestOf,
  ownHooks,
  pastAmong,
  proposalOf,
  rules,
  runAlike,
  runsOf
} from "./chunk-rules.js";
import "./chunk-rules-package-lists.js";
import "./chunk-text-selectors.js";
import {
  algorithms,
  isStrong,
  parseIntegrity,
  statedIntegrity
} from "./chunk-model-sri.js";
import "./chunk-judge-finding.js";
import {
  fingerprintOf
} from "./chunk-judge-fingerprint.js";
import "./chunk-policy-nearest.js";
import "./chunk-spdx-expression-parse.js";
import {
  concernsRegistry,
  foldUnshown,
  managerChange,
  refreshedTrust
} from "./chunk-run-trust-settings.js";
import "./chunk-run-base-files.js";
import "./chunk-run-verdict-of.js";
import "./chunk-text-record-name.js";
import {
  inOrder,
  manifestIn
} from "./chunk-compare-open-lockfile.js";
import {
  stateOf
} from "./chunk-repository-state.js";
import {
  MAX_SETTINGS_BYTES,
  readSettings
} from "./chunk-managers-watched.js";
import {
  basicOf,
  managerOf,
  managers,
  npmrcValues
} from "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-managers-bin.js";
import "./chunk-policy-schema-names.js";
import "./chunk-policy-registries.js";
import "./chunk-policy-remote.js";
import "./chunk-model-loosening.js";
import "./chunk-text-registry-part.js";
import {
  absent,
  present,
  unavailable,
  unneeded,
  unoffered
} from "./chunk-model-evidence-values.js";
import "./chunk-noble-hashes-sha2.js";
import {
  decidedFileCodes,
  fileCodes
} from "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  identityOfChange,
  lockedVersion
} from "./chunk-model-identity.js";
import {
  require_semver
} from "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-policy-open.js";
import "./chunk-policy-is-gated-path.js";
import "./chunk-repository-path-bytes.js";
import {
  blobIdOf
} from "./chunk-repository-object-id.js";
import "./chunk-policy-policy-file.js";
import {
  folderOf,
  foldersAbove,
  join
} from "./chunk-text-paths.js";
import {
  aliasTarget,
  isPackageName
} from "./chunk-lockfile-spec.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import {
  compareText
} from "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import {
  createLimiter
} from "./chunk-net-limiter.js";
import "./chunk-net-exchange-failure.js";
import "./chunk-net-loopback.js";
import "./chunk-zod.js";
import {
  GateFailure
} from "./chunk-errors.js";
import "./chunk-judge-unavailable.js";
import "./chunk-model-effect.js";
import "./chunk-text-glob.js";
import {
  quoted,
  visible
} from "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/registry/download-counts.ts
var batchNames = 128;
var batchLength = 4e3;
async function answerDownloads(registry, names, { known, ask, at, isOptional = false }) {
  const answers = /* @__PURE__ */ new Map();
  const open = [];
  for (const name of names) {
    const recorded = known(downloadsSubject(registry, name, at));
    if (recorded !== void 0 && "downloads" in recorded) answers.set(name, recorded.downloads);
    else open.push(name);
  }
  const isPlain3 = (name) => /^[a-z0-9._~-]+$/i.test(name);
  const batches = batchesOf(open.filter(isPlain3).sort());
  await Promise.all([...batches, ...open.filter((name) => !isPlain3(name)).map((name) => [name])].map(askFor));
  const isCounting = [...answers.values()].some(({ state }) => state === "counted");
  if (!isOptional || isCounting) return answers;
  return new Map([...answers].map(([name, answer]) => [name, answer.state === "absent" ? countsNone : answer]));
  async function askFor(batch) {
    const reply = await ask(batch);
    const [name = "", ...others] = batch;
    if (others.length === 0) answers.set(name, readDownloads(name, reply));
    else if (reply.state === "absent" || reply.state === "unavailable" && reply.reason === "not-provided") {
      await Promise.all(batch.map((one) => askFor([one])));
    } else for (const [one, answer] of readManyDownloads(batch, reply)) answers.set(one, answer);
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

// src/registry/packument.ts
var import_semver = __toESM(require_semver(), 1);

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
  const npmUser = fieldOf(manifest, "_npmUser");
  const name = textOf(fieldOf(npmUser, "name"));
  const id = textOf(fieldOf(fieldOf(npmUser, "trustedPublisher"), "id"));
  const oidcConfigId = textOf(fieldOf(fieldOf(npmUser, "trustedPublisher"), "oidcConfigId"));
  const approved = fieldOf(npmUser, "approver");
  const approver = textOf(approved) ?? textOf(fieldOf(approved, "name"));
  if (name === void 0 && id === void 0 && approver === void 0) return void 0;
  return {
    ...name === void 0 ? {} : { name },
    ...id === void 0 ? {} : { trustedPublisher: { id, ...oidcConfigId === void 0 ? {} : { oidcConfigId } } },
    ...approver === void 0 ? {} : { approver }
  };
}
function readMaintainers(manifest) {
  const listed = fieldOf(manifest, "maintainers");
  const names = Array.isArray(listed) ? listed.slice(0, mostMaintainers).flatMap((each) => textOf(fieldOf(each, "name")) ?? []) : [];
  return names.length === 0 ? void 0 : names;
}
var mostMaintainers = 512;
var textOf = (value) => typeof value === "string" && value !== "" ? value : void 0;
var fieldOf = (value, name) => isRecord(value) && Object.hasOwn(value, name) ? value[name] : void 0;
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
  const asked = new Set(wanted);
  const releases = listed.map((version) => ({ version, ...readTime(time, version) }));
  const ownHooks2 = entriesOf(listed, (version) => ownHooksOf(name, version, manifests[version]));
  const attested = listed.filter((version) => claimsAttestations(manifests[version]));
  const signatures = listed.map((version) => readSignatures(manifests[version]));
  const signers = new Set(signatures.flatMap((one = []) => one === "malformed" ? [] : one.map(({ keyid }) => keyid)));
  return {
    documentMatches: document.name === name,
    empty: Object.keys(manifests).length === 0,
    placeholder: listed.length > 0 && listed.every((version) => isPlaceholder(version, manifests[version])),
    distTags: readDistTags(tags),
    timesProvided: Object.keys(time).some((key) => key !== "created" && key !== "modified" && key !== "unpublished"),
    ...created === void 0 ? {} : { created },
    versions: releases.map(({ version, publishedAt }) => [version, publishedAt ?? null]),
    hooks: Object.fromEntries(listed.flatMap((version) => hooksEntry(version, manifests[version]))),
    ...Object.keys(ownHooks2).length === 0 ? {} : { ownHooks: ownHooks2 },
    deprecated: listed.filter((version) => Boolean(fieldOf2(manifests[version], "deprecated"))),
    signed: signatures.some((one) => one !== void 0),
    ...signers.size === 0 ? {} : { signers: [...signers].sort() },
    publishers: entriesOf(listed, (version) => readPublisherClaim(manifests[version])),
    attested,
    earlierAttested: earlierAttested(releases, attested, manifests, asked),
    maintainersBefore: entriesOf([...asked], (version) => {
      const before = pastAmong(releases, keyOf(version, manifests) ?? version).earlier.at(-1);
      return before && readMaintainers(manifests[before.version]);
    }),
    repositories: entriesOf(listed, repositoryReader(manifests)),
    wanted: Object.fromEntries([...asked].map((version) => [version, readWanted(name, version, manifests, time)]))
  };
}
var mostEarlier = 3;
function earlierAttested(releases, attested, manifests, wanted) {
  if (attested.length === 0) return {};
  const claims = new Set(attested);
  const earlier = [...new Set(wanted)].flatMap(
    (version) => pastAmong(releases, version).earlier.filter((one) => claims.has(one.version)).slice(-mostEarlier)
  );
  return entriesOf([...new Set(earlier.map(({ version }) => version))].sort(), (version) => {
    const integrity = fieldOf2(fieldOf2(manifests[version], "dist"), "integrity");
    return typeof integrity === "string" ? integrity : void 0;
  });
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
  const known = /* @__PURE__ */ new Map();
  return (version) => {
    const declared = fieldOf2(manifests[version], "repository");
    const text = isRecord(declared) ? declared.url : declared;
    if (!known.has(text)) known.set(text, normalizeRepository(text));
    return known.get(text);
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
function keyOf(version, manifests) {
  if (Object.hasOwn(manifests, version)) return version;
  const plain = import_semver.default.valid(version);
  return plain !== null && Object.hasOwn(manifests, plain) ? plain : void 0;
}
function isPlaceholder(version, manifest) {
  if (/^0\.0\.\d+-security(?:\.\d+)?$/.test(version)) return true;
  const repository = fieldOf2(manifest, "repository");
  const address = typeof repository === "string" ? repository : fieldOf2(repository, "url");
  return typeof address === "string" && /^[^?#]{0,40}\bnpm\/security-holder(?:\.git)?$/.test(address);
}
function ownHooksOf(name, version, manifest) {
  const hooks = installHooks(manifest);
  return hooks === void 0 ? void 0 : ownDigestOf({ name, version, hooks });
}
function hooksEntry(version, manifest) {
  const hooks = installHooks(manifest);
  if (hooks === void 0 || Object.keys(hooks).length === 0) return [];
  return [[version, digestOf(hooks)]];
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
function fieldOf2(value, field) {
  return isRecord(value) ? value[field] : void 0;
}

// src/registry/broker.ts
function createBroker(options) {
  const { connect, recorded } = options;
  const { session: shared } = options;
  const session = shared ?? openSession({ ...options, answers: recorded?.map((answer) => [subjectOf(answer), answer]) ?? [] });
  const { answers: recording, end } = session;
  const inTurn = createLimiter(options.concurrency);
  const connections = /* @__PURE__ */ new Map();
  const documents = /* @__PURE__ */ new Map();
  const pending = /* @__PURE__ */ new Map();
  const tarballs2 = /* @__PURE__ */ new Map();
  const contents2 = /* @__PURE__ */ new Map();
  const listing = createLimiter(tarballsAtOnce);
  return {
    known: (subject) => recording.get(subject),
    alsoAbout: (name) => session.versionsOf(name),
    packument: async (registry, name, versions) => {
      const subject = packumentSubject(registry, name);
      const ask = () => request(registry, (connected, connection) => connected.packument(connection, name));
      const reply = options.fetched?.get(subject) ?? await (shared === void 0 ? ask() : withinBudget(ask));
      const known = recording.get(subject);
      const kept = known !== void 0 && "answer" in known && known.answer.state === "packument" ? known.answer : void 0;
      if (reply.state !== "document") return kept ?? reply;
      const before = Object.keys(kept?.packument.wanted ?? {});
      return readDocument(reply.document, name, /* @__PURE__ */ new Set([...before, ...session.versionsOf(name), ...versions]));
    },
    keys: (registry) => document({ registry, keys: notAsked }),
    attestations: (registry, name, version, at) => document({ registry, name, version, ...at !== void 0 && { at }, attestations: notAsked }),
    advisories: (asked, versions) => ofSource(asked, (address) => request(address, (client, connection) => client.advisories(connection, versions))),
    osv: async (path, body) => {
      const { osv = "" } = options;
      if (osv === "" && connect !== void 0) {
        return unavailable("offline", "--registry turns off requests to other hosts; name OSV with --osv");
      }
      return withinBudget(() => request(osv, (asked, connection) => asked.osv(connection, path, body)));
    },
    downloads: async (registry, service, names) => {
      const { at, isOptional } = "at" in service ? { ...service, isOptional: false } : { ...service, at: void 0 };
      const answers = await answerDownloads(registry, names, {
        ...{ at, isOptional },
        known: (subject) => recording.get(subject),
        ask: (batch) => ofSource(
          "at" in service ? service : service.of,
          (address) => withinBudget(() => request(address, (asked, connection) => asked.downloads(connection, batch, isOptional)))
        )
      });
      for (const [name, downloads] of answers) keep({ registry, name, ...at !== void 0 && { at }, downloads });
      return answers;
    },
    tarball: (registry, name, version, address) => {
      const subject = tarballSubject(registry, name, version);
      const before = tarballs2.get(subject);
      if (before !== void 0) return before;
      const answer = (async () => {
        const known = recording.get(subject);
        const tarball = known !== void 0 && "tarball" in known ? known.tarball : await listing(() => request(registry, (asked, connection) => asked.tarball(connection, address)));
        keep({ registry, name, version, tarball });
        return tarball;
      })();
      tarballs2.set(subject, answer);
      return answer;
    },
    program: async (registry, name, version, { address, member }) => {
      const known = recording.get(programSubject(registry, name, version));
      const program = known !== void 0 && "program" in known ? known.program : await listing(() => request(registry, (asked, connection) => asked.program(connection, address, member)));
      keep({ registry, name, version, program });
      return program;
    },
    contents: (registry, name, version, address) => {
      const subject = contentsSubject(registry, name, version);
      const before = contents2.get(subject);
      if (before !== void 0) return before;
      const answer = (async () => {
        const known = recording.get(subject);
        const unpacked = known !== void 0 && "contents" in known ? known.contents : await listing(() => request(registry, (asked, connection) => asked.contents(connection, address)));
        keep({ registry, name, version, contents: unpacked });
        return unpacked;
      })();
      contents2.set(subject, answer);
      return answer;
    },
    keep,
    share: (answer) => void shared?.answers.set(subjectOf(answer), answer),
    documents: () => [...documents.values()],
    close: () => {
      if (shared === void 0) session.close();
    }
  };
  function keep(answer) {
    documents.set(subjectOf(answer), answer);
    shared?.answers.set(subjectOf(answer), answer);
  }
  function document(question) {
    const subject = subjectOf(question);
    const before = pending.get(subject);
    if (before !== void 0) return before;
    const answer = (async () => {
      const found = answerIn(recording.get(subject)) ?? bounded(await askFor(question));
      keep("keys" in question ? { ...question, keys: found } : { ...question, attestations: found });
      return found;
    })();
    pending.set(subject, answer);
    return answer;
  }
  async function askFor(question) {
    const asked = "at" in question ? { at: question.at } : question.registry;
    return ofSource(
      asked,
      (address) => withinBudget(
        () => request(
          address,
          (connected, connection) => "keys" in question ? connected.keys(connection) : connected.attestations(connection, question.name, question.version)
        )
      )
    );
  }
  async function ofSource(asked, ask) {
    if (typeof asked === "string") return ask(asked);
    const { only } = options;
    const isOff = connect !== void 0 && only !== void 0 && new URL(asked.at).origin !== new URL(only).origin;
    return isOff ? unavailable("offline", "--registry turns off requests to other hosts, also to a source that the policy names") : ask(asked.at);
  }
  async function withinBudget(ask) {
    return session.left > 0 ? ask() : unavailable("budget", "this run reached its limit of requests");
  }
  function request(registry, ask) {
    if (connect === void 0) {
      return Promise.resolve(
        recorded === void 0 ? unavailable("offline", "no request was allowed") : unavailable("not-recorded", "it is not in the recorded evidence")
      );
    }
    session.left -= 1;
    return inTurn(async () => {
      if (performance.now() > end) return unavailable("budget", "this run reached its time limit");
      const connection = connections.get(registry) ?? connect(registry);
      connections.set(registry, connection);
      return ask(await session.client(), connection);
    });
  }
}
var tarballsAtOnce = 8;
var notAsked = unavailable("not-recorded", "it was not requested");
function answerIn(recorded) {
  if (recorded === void 0) return void 0;
  if ("keys" in recorded) return recorded.keys;
  return "attestations" in recorded ? recorded.attestations : void 0;
}
function bounded(reply) {
  return reply.state !== "document" || isBounded(reply.document) ? reply : unavailable("too-large", "the document is larger or more deeply nested than lockgate accepts");
}
function readDocument(document, name, versions) {
  const packument = readPackument(document, name, versions);
  return "malformed" in packument ? unavailable("malformed", `the registry's document is not a packument: ${packument.malformed}`) : { state: "packument", packument };
}

// src/registry/capabilities.ts
var defaultDemand = (_capability, registry, { publicRegistry }) => registry === publicRegistry ? "required" : "auto";

// src/evidence/predecessor.ts
var import_semver2 = __toESM(require_semver(), 1);
function predecessorVersion({ version, previousVersion, baseVersions }) {
  if (previousVersion !== void 0 && baseVersions.includes(previousVersion)) return previousVersion;
  const descending = [...baseVersions].sort((a, b) => import_semver2.default.compareBuild(b, a));
  return descending.find((candidate) => import_semver2.default.lt(candidate, version)) ?? descending[0];
}

// src/evidence/provider.ts
function provider(given) {
  return given;
}
function fromPackument({ packuments }, collect2) {
  return async (change) => {
    const found = await packuments.find(change);
    return found && collect2(found);
  };
}

// src/evidence/packument-evidence.ts
var packumentEvidence = provider({
  kinds: ["existence", "release", "publishedAt", "firstPublishedAt", "history", "predecessor"],
  needs: [],
  collect: (run) => fromPackument(run, ({ change, registry, packument }) => {
    const { version } = change;
    const isTimed = (run.demand ?? defaultDemand)("publishTimes", registry, run.registries, change.name) !== "none";
    const predecessor = predecessorVersion(change);
    return {
      existence: existenceOf(version, packument),
      release: releaseOf(version, packument),
      publishedAt: isTimed ? publishedAtOf(version, packument) : absent,
      firstPublishedAt: isTimed ? firstPublishedAtOf(packument) : absent,
      history: present(historyOf(packument)),
      predecessor: predecessor === void 0 ? absent : previousReleaseOf(predecessor, packument)
    };
  })
});
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
  if (wanted.malformedTime) return unavailable("malformed", "its publish time is not a valid date");
  if (wanted.publishedAt !== void 0) return present(wanted.publishedAt);
  return packument.timesProvided ? absent : untimed;
}
function firstPublishedAtOf({ created, versions, timesProvided }) {
  const times = versions.map(([, time]) => time).filter((time) => time !== null);
  if (created !== void 0) times.push(created);
  const [first] = times.sort();
  if (first !== void 0) return present(first);
  return timesProvided ? absent : untimed;
}
var histories = /* @__PURE__ */ new WeakMap();
function historyOf(packument) {
  const known = histories.get(packument);
  if (known !== void 0) return known;
  const { hooks, ownHooks: ownHooks2 = {}, publishers, repositories } = packument;
  const [deprecated, attested] = [new Set(packument.deprecated), new Set(packument.attested)];
  const history = {
    distTags: packument.distTags,
    releases: packument.versions.map(([version, time]) => {
      const [digest, own] = [hooks[version], ownHooks2[version]];
      const [publisher, repository] = [publishers[version], repositories[version]];
      return {
        version,
        ...time === null ? {} : { publishedAt: time },
        ...digest === void 0 ? {} : { hooksDigest: digest },
        ...own === void 0 ? {} : { ownHooksDigest: own },
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
  return Object.keys(publishers).length > 0 ? absent : unoffered("publishers", "the registry names no publisher of any version");
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
var untimed = unoffered("publishTimes", "the registry gives no publish times");
var notRecorded = (version) => unavailable("not-recorded", `version ${version} was not asked for`);
var malformed = (version, field = "manifest") => unavailable("malformed", `what the registry says of ${version} cannot be read: ${field}`);

// src/evidence/bundling.ts
function bundlersIn(bundles) {
  return bundles.flatMap(({ by }) => by ?? []);
}
var bundling = provider({
  kinds: ["bundling"],
  needs: [],
  onlyFor: ["bundling"],
  collect: ({ bundles, packuments }) => {
    let claims;
    return async (change) => {
      const entry = (await (claims ??= claimsIn(bundles, packuments))).get(keyOf2(change));
      return { bundling: entry === void 0 ? absent : entry.unknown ?? present({ claims: entry.claims }) };
    };
  }
});
async function claimsIn(bundles, packuments) {
  const found = /* @__PURE__ */ new Map();
  for (const { lockfile, by, members } of bundles) {
    const bundled = by === void 0 ? present(/* @__PURE__ */ new Set()) : bundledBy(by.name, by.version, await packuments.answerAbout(by.name));
    const held = bundled.state === "present" ? heldIn(members, bundled.value) : /* @__PURE__ */ new Set();
    for (const [at, { name, version, line, pinned }] of members.entries()) {
      const key = keyOf2({ lockfile, name, version });
      const entry = found.get(key) ?? { claims: [] };
      found.set(key, entry);
      entry.claims.push({ line, pinned, ...by && { by }, held: held.has(at) });
      if (bundled.state === "unavailable") entry.unknown = bundled;
    }
  }
  return found;
}
var keyOf2 = ({ lockfile, name, version }) => JSON.stringify([lockfile, name, version]);
function bundledBy(name, version, answer) {
  switch (answer?.state) {
    case void 0:
      return unavailable("not-recorded", "the package that should bundle it was not requested");
    case "unavailable":
      return answer;
    case "refused":
      return unavailable("unauthorized", `HTTP ${answer.status} for the package that should bundle it`);
    case "absent":
      return !answer.authenticated && scopeOf(name) !== void 0 ? unavailable("unauthorized", "HTTP 404 without a credential for the package that should bundle it") : present(/* @__PURE__ */ new Set());
    case "packument": {
      const release = releaseOf(version, answer.packument);
      if (release.state === "unavailable") return release;
      return present(release.state === "absent" ? /* @__PURE__ */ new Set() : namesOf(release.value));
    }
  }
}
function namesOf({ bundled, dependencies, optionalDependencies, documentMatches }) {
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

// src/registry/address.ts
var yarnAlias = "registry.yarnpkg.com";
var isYarnAlias = (registry) => registry === `https://${yarnAlias}/`;
function classifyAddress(resolved, registry, map, tarball, isFollowed = false) {
  if (resolved === void 0) return { verdict: "omitted" };
  const shown = maskUserInfo(resolved);
  if (!URL.canParse(resolved)) return { verdict: "invalid", shown };
  const url = new URL(resolved);
  if (url.username !== "" || url.password !== "") return { verdict: "credentials", shown };
  const canonical = url.href === resolved && !hasNeedlessEscape(url.pathname);
  const path = isFollowed ? pathAsItStands(url, registry, map) : pathBelow(url, registry, map);
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
function pathAsItStands(url, registry, map) {
  const isPublic = registry === map.publicRegistry || isYarnAlias(registry);
  const places = isPublic ? [registry, map.publicRegistry, `https://${yarnAlias}/`] : [registry];
  const place = places.find((each) => url.href.startsWith(each));
  return place === void 0 ? void 0 : comparable(url, place.length);
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

// src/advisories/advisories.ts
var import_semver3 = __toESM(require_semver(), 1);
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
  if (import_semver3.default.validRange(range, reading) === null) return void 0;
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
  const fixedIn = [before?.fixedIn, fixOf(sets)].filter((one) => one !== void 0).sort(import_semver3.default.compare).at(-1);
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
  const parsed = import_semver3.default.parse(version, reading);
  if (parsed === null) return [];
  return new import_semver3.default.Range(range, reading).set.filter((set) => set.every((comparator) => comparator.test(parsed)));
}
var isExact = (set) => set.length === 1 && set[0]?.operator === "" && set[0].value !== "";
function fixOf(sets) {
  const ends = sets.flatMap((set) => set.flatMap(({ operator, semver: end }) => operator === "<" ? [end] : []));
  return ends.sort((a, b) => a.compare(b))[0]?.version.replace(/-0$/, "");
}

// src/advisories/advisory-answers.ts
var batchSize = 1e3;
async function answerAdvisories(registry, versions, { known, ask }, source = "registry") {
  const answers = /* @__PURE__ */ new Map();
  const open = [];
  for (const [name, own] of versions) {
    const recorded = recordedAdvisories(known(advisoriesSubject(registry, name, source)), own);
    if (recorded !== void 0) answers.set(name, recorded);
    else open.push([name, own]);
  }
  const batches = [];
  for (let start = 0; start < open.length; start += batchSize) {
    batches.push(new Map(open.slice(start, start + batchSize)));
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
  if (Array.isArray(document) && document.length === 0) return { state: "listed", advisories: [] };
  if (!isRecord(document)) return unavailable("malformed", "the advisories are not a mapping of names");
  const advisories2 = Object.hasOwn(document, name) ? readAdvisories(document[name]) : [];
  return advisories2 === void 0 ? unavailable("malformed", "an advisory of this name cannot be read") : { state: "listed", advisories: advisories2 };
}

// src/advisories/ask-advisories.ts
async function askAdvisories(broker, source, registry, versions) {
  const answers = await answersOf(broker, source, registry, versions);
  for (const [name, advisories2] of answers) {
    const asked = [...versions.get(name) ?? []].sort();
    broker.keep({ ...{ registry, name, versions: asked, advisories: advisories2 }, ...source === "registry" ? {} : { source } });
  }
  return answers;
}
async function answersOf({ known, advisories: advisories2, osv }, source, registry, versions) {
  if (source === "registry") {
    return answerAdvisories(registry, versions, { known, ask: (batch) => advisories2(registry, batch) });
  }
  if (source !== "osv") {
    const at = { at: source };
    return answerAdvisories(registry, versions, { known, ask: (batch) => advisories2(at, batch) }, source);
  }
  const { answerOsv } = await import("./advisories-osv-answers.js");
  return answerOsv(registry, versions, { known, ask: osv });
}

// src/advisories/advisory-names.ts
function namesOf2(records) {
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
  const nameOf = namesOf2(listed);
  const malicious = new Set(
    listed.flatMap(({ id, malware, source }) => malware && sources.malware.includes(source) ? [nameOf(id).id] : [])
  );
  const named2 = listed.map((record) => {
    const name = nameOf(record.id);
    return { ...record, ...name, malware: malicious.has(name.id) };
  });
  const about = (kind, versions, counts2) => {
    const own = sources[kind].map((source) => read.get(source));
    const missing = own.find(isUnavailable);
    if (missing !== void 0) return missing;
    if (own.every((records2) => records2 === void 0)) return present({ state: "not-applicable" });
    const records = named2.filter((record) => sources[kind].includes(record.source) && counts2(record));
    return present({ state: "known", records: advisoriesFor(versions, records) });
  };
  return {
    malware: about("malware", [change.version], ({ malware }) => malware),
    advisories: about("advisories", [change.version], () => true),
    // An unreadable answer counts against a new version, and never excuses it as already known.
    predecessorAdvisories: change.baseVersions.length === 0 ? absent : about("advisories", change.baseVersions, ({ unread }) => unread === void 0)
  };
}
var isUnavailable = (records) => records !== void 0 && "state" in records;
function recordsOf(source, answer, demand) {
  if (answer === void 0) return void 0;
  const asked = source === "osv" ? "osv" : "advisories";
  switch (answer.state) {
    case "listed":
      return answer.advisories;
    case "absent":
      return source === "registry" && demand !== "required" ? void 0 : unoffered("advisories", "the registry serves no advisories", asked);
    case "refused":
      return unavailable("unauthorized", `HTTP ${answer.status} for its advisories`, asked);
    case "unavailable":
      return unavailable(answer.reason, `its advisories: ${answer.detail}`, asked);
  }
}

// src/evidence/elsewhere.ts
function isPublicName(name, { registries, registryKeys }) {
  const scope = scopeOf(name);
  const own = registries.scopes.find((entry) => entry.scope === scope)?.url;
  if (own === void 0 || own === registries.publicRegistry) return true;
  return registryKeys?.(registryOf(registries, name), registries, name) === "public";
}

// src/evidence/advisory-evidence.ts
var advisories = provider({
  kinds: ["malware", "advisories", "predecessorAdvisories"],
  needs: [],
  onlyFor: ["malware", "advisories", "predecessorAdvisories"],
  collect: (run) => {
    const { needs: needs2, sources, registries, demand: demandOf = defaultDemand } = run;
    const asksMalware = needs2.has("malware");
    const asksAdvisories = needs2.has("advisories") || needs2.has("predecessorAdvisories");
    const wanted = [...asksMalware ? sources.malware : [], ...asksAdvisories ? sources.advisories : []];
    const asked = askAll(wanted, run);
    return async (change) => {
      const answers = await asked;
      const registry = registryOf(registries, change.name);
      const own = (all) => sourcesFor(change.name, all, run);
      const answered = (source) => answers.get(keyOf3(source, registry))?.get(change.name);
      const known = advisoryEvidence(change, answered, {
        ...{ sources: { ...sources, malware: own(sources.malware), advisories: own(sources.advisories) } },
        ...{ demand: demandOf("advisories", registry, registries, change.name) }
      });
      return { ...asksAdvisories ? known : notAdvised, malware: asksMalware ? known.malware : unneeded };
    };
  }
});
var keyOf3 = (source, registry) => `${source} ${registry}`;
async function askAll(sources, run) {
  const { changes, registries, broker, demand: demandOf = defaultDemand } = run;
  const answers = /* @__PURE__ */ new Map();
  await Promise.all(
    [...byRegistry(changes, registries, broker)].flatMap(
      ([registry, versions]) => [.../* @__PURE__ */ new Set(["registry", ...sources])].map(async (source) => {
        const asked = namesAt(source, registry, versions);
        if (asked.size > 0) answers.set(keyOf3(source, registry), await askAdvisories(broker, source, registry, asked));
      })
    )
  );
  return answers;
  function namesAt(source, registry, versions) {
    const isAsked = (name) => sourcesFor(name, sources, run).includes(source) && (source === "registry" ? demandOf("advisories", registry, registries, name) !== "none" : isPublicName(name, run));
    return new Map([...versions].filter(([name]) => isAsked(name)));
  }
}
function sourcesFor(name, sources, run) {
  if (isPublicName(name, run)) return sources;
  return [...new Set(sources.map((one) => one === "osv" ? one : "registry"))];
}
function byRegistry(changes, registries, { alsoAbout }) {
  const found = /* @__PURE__ */ new Map();
  for (const { name, version, baseVersions } of changes) {
    const registry = registryOf(registries, name);
    const names = found.get(registry) ?? /* @__PURE__ */ new Map();
    found.set(registry, names);
    names.set(name, [.../* @__PURE__ */ new Set([...names.get(name) ?? alsoAbout(name), version, ...baseVersions])]);
  }
  return found;
}

// src/evidence/authorship.ts
var authorship = provider({
  kinds: ["authorship"],
  needs: [],
  collect: ({ authorship: known }) => () => ({ authorship: known })
});

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

// src/evidence/contents.ts
var mostTarballs = 500;
var contents = provider({
  kinds: ["contents"],
  needs: [],
  onlyFor: ["contents"],
  collect: (run) => fromPackument(run, createUnpacking(run))
});
function createUnpacking({ broker, registries }) {
  let left = mostTarballs;
  return async ({ change: { name, version }, registry, packument }) => {
    return { contents: await unpacked() };
    async function unpacked() {
      const found = releaseOf(version, packument);
      if (found.state !== "present") return found;
      const { tarball, integrity } = found.value;
      const stated = bindingsOf([], integrity).flatMap((binding) => binding?.integrity ?? []);
      if (stated.length === 0) return unavailable("not-provided", "the registry states no SHA-512 of its tarball");
      const address = tarball === void 0 ? void 0 : tarballAddress(tarball, registry, registries);
      if (address === void 0) return unavailable("not-provided", "the registry has no address for its tarball");
      if (left <= 0) return unavailable("budget", `one run unpacks at most ${mostTarballs} tarballs`, "tarball");
      left -= 1;
      const answer = await broker.contents(registry, name, version, address);
      switch (answer.state) {
        case "unpacked":
          return stated.includes(answer.integrity) ? present({ digest: answer.digest, embedded: answer.embedded }) : unavailable("malformed", "the registry serves another tarball than it states", "tarball");
        case "absent":
          return unavailable("not-provided", "the registry does not serve its tarball", "tarball");
        case "refused":
          return unavailable("unauthorized", `HTTP ${answer.status} for its tarball`, "tarball");
        case "unavailable":
          return unavailable(answer.reason, `its tarball: ${answer.detail}`, "tarball");
      }
    }
  };
}

// src/evidence/dependents.ts
var dependents = provider({
  kinds: ["bringers"],
  needs: ["provenance"],
  onlyFor: ["bringers"],
  collect: (run, read) => {
    let builds;
    return async (change) => ({ bringers: dependentsOf(change, await (builds ??= buildsIn(run, read))) });
  }
});
async function buildsIn({ changes, packuments }, read) {
  const builds = /* @__PURE__ */ new Map();
  for (const change of changes) {
    if (await packuments.find(change) === void 0) continue;
    const { lockfile, name, version } = change;
    const build = { name, version, provenance: await read("provenance", change) };
    const same = builds.get(keyOf4(lockfile, name));
    if (same === void 0) builds.set(keyOf4(lockfile, name), [build]);
    else same.push(build);
  }
  return builds;
}
var keyOf4 = (lockfile, name) => `${lockfile}
${name}`;
function dependentsOf({ baseVersions, via, lockfile }, builds) {
  const names = baseVersions.length > 0 ? [] : new Set(via.flatMap((path) => path.at(-2) ?? []));
  const dependents2 = [...names].flatMap((name) => builds.get(keyOf4(lockfile, name)) ?? []);
  const verified = dependents2.flatMap(
    ({ name, version, provenance }) => provenance.state === "present" && provenance.value.state === "verified" ? [{ name, version, build: provenance.value.identity }] : []
  );
  if (verified.length > 0) return present(verified);
  return dependents2.some(({ provenance }) => provenance.state === "unavailable") ? unavailable("not-provided", "the provenance of its dependent is not known", "attestations") : absent;
}

// src/evidence/license.ts
var license = provider({
  kinds: ["license"],
  needs: ["release"],
  onlyFor: ["license"],
  collect: (_, read) => {
    const parser = import("./spdx-expression-parse.js");
    return async (change) => ({ license: licenseOf(await read("release", change), (await parser).default) });
  }
});
function licenseOf(release, parse) {
  if (release.state !== "present") return release;
  const { license: declared } = release.value;
  if (declared === void 0) return absent;
  const expression = expressionOf(declared, parse);
  return present({ declared, ...expression === void 0 ? {} : { expression } });
}
function expressionOf(text, parse) {
  if (text === "UNLICENSED") return { license: text };
  try {
    return asExpression(parse(text));
  } catch {
    return void 0;
  }
}
function asExpression(parsed) {
  if ("conjunction" in parsed) {
    return { join: parsed.conjunction, left: asExpression(parsed.left), right: asExpression(parsed.right) };
  }
  const exception = parsed.exception === void 0 ? "" : ` WITH ${parsed.exception}`;
  return { license: `${parsed.license}${parsed.plus === true ? "+" : ""}${exception}` };
}

// src/evidence/name-reputation.ts
var notAsked2 = { prominence: unneeded, lookalike: unneeded, downloads: unneeded };
var youngFor = 366 * 864e5;
var nameReputation = provider({
  kinds: ["prominence", "lookalike", "downloads"],
  needs: ["malware", "firstPublishedAt"],
  onlyFor: ["prominence", "lookalike", "downloads"],
  startsLast: true,
  collect: (run, read) => {
    const reputations = reputationsOf(run, read);
    return async (change) => (await reputations)(change);
  }
});
async function reputationsOf(run, read) {
  const { needs: needs2, mode, now, registries, changes } = run;
  const accused = await among(changes, async (change) => isAccused(await read("malware", change)));
  const young = await among(changes, async (change) => isYoung(await read("firstPublishedAt", change), now));
  const isNew = ({ baseVersions }) => mode === "check" && baseVersions.length === 0;
  const compares = (change) => needs2.has("lookalike") && isNew(change);
  const ranks = (change) => needs2.has("prominence") && accused.has(change);
  const counts2 = (change) => needs2.has("downloads") && isNew(change) && young.has(change);
  if (!changes.some((change) => compares(change) || ranks(change) || counts2(change))) return () => notAsked2;
  const { lookalikeOf, rankOf: rankOf2 } = await import("./names-well-known-names.js");
  const near = new Map(changes.map((change) => [change, compares(change) ? lookalikeOf(change.name) : void 0]));
  const countOf = await countAll(
    changes.flatMap((change) => {
      const lookalike = near.get(change);
      if (lookalike === void 0 && !counts2(change)) return [];
      const registry = registryOf(registries, change.name);
      return [change.name, ...lookalike === void 0 ? [] : [lookalike.name]].map((name) => ({ registry, name }));
    }),
    run
  );
  return (change) => {
    const rank = rankOf2(change.name);
    const lookalike = near.get(change);
    const registry = registryOf(registries, change.name);
    const own = countOf(registry, change.name);
    return {
      prominence: rank === void 0 ? absent : present(rank),
      lookalike: lookalike === void 0 ? absent : present(withCounts(lookalike, own, countOf(registry, lookalike.name))),
      downloads: own === void 0 ? unneeded : evidenceOf(own)
    };
  };
}
async function among(changes, isSo) {
  const answers = await Promise.all(changes.map(isSo));
  return new Set(changes.filter((_, at) => answers[at]));
}
function isYoung(first, now) {
  return first.state === "present" && now !== void 0 && Date.parse(now) - Date.parse(first.value) < youngFor;
}
async function countAll(wanted, run) {
  const counts2 = /* @__PURE__ */ new Map();
  const { sources, registries, broker } = run;
  const { popularity } = sources;
  const isNamed = popularity !== "downloads" && popularity !== "none";
  const isElsewhere = (name) => isNamed && isPublicName(name, run);
  await Promise.all(
    [...groupBy(wanted, ({ registry, name }) => `${registry} ${isElsewhere(name)}`).values()].map(async (own) => {
      const [{ registry, name: first }] = own;
      const names = new Set(own.map(({ name }) => name));
      const service = isNamed && isElsewhere(first) ? { at: popularity } : { of: downloadsService(registry, registries), isOptional: registry !== registries.publicRegistry };
      const answers = popularity === "none" ? new Map([...names].map((name) => [name, nobodyCounts])) : await broker.downloads(registry, service, names);
      for (const [name, answer] of answers) counts2.set(downloadsSubject(registry, name), answer);
    })
  );
  return (registry, name) => counts2.get(downloadsSubject(registry, name));
}
var nobodyCounts = unavailable("not-provided", "the policy names no source of popularity");
function isAccused(malware) {
  return malware.state === "present" && malware.value.state === "known" && malware.value.records.length > 0;
}
function withCounts(near, ...answers) {
  const [own, monthly] = answers.map((answer) => answer === void 0 ? unneeded : evidenceOf(answer));
  return {
    ...near,
    ...own?.state === "present" ? { own: own.value } : {},
    ...monthly?.state === "present" ? { monthly: monthly.value } : {}
  };
}
function evidenceOf(answer) {
  switch (answer.state) {
    case "counted":
      return present(answer.monthly);
    case "absent":
      return present(0);
    case "refused":
      return unavailable("unauthorized", `HTTP ${answer.status} from the downloads service`, "downloads");
    case "unavailable":
      if (answer.reason === "not-provided") return absent;
      return unavailable(answer.reason, `its downloads: ${answer.detail}`, "downloads");
  }
}

// src/evidence/namesake.ts
var namesake = provider({
  kinds: ["namesake"],
  needs: [],
  collect: () => () => ({ namesake: absent })
});
function mayHaveNamesake(change, mode) {
  const { kind, source, changed, baseVersions, name } = change;
  const isFolder = (source.kind === "link" || source.kind === "portal") && source.declared === true;
  if (kind === "removed" || !isFolder || source.workspace === true || source.outside === true) return false;
  const isNew = kind === "added" || changed.includes("source");
  return isNew && (mode === "audit" || baseVersions.length === 0) && isPackageName(name);
}
function namesakeOf(answer) {
  switch (answer?.state) {
    case "packument":
      return present({ answer: "exists" });
    case "absent":
      return present({ answer: "none" });
    case "refused":
      return present({ answer: "unknown", detail: `the registry refuses it (HTTP ${answer.status})` });
    case "unavailable":
      return present({ answer: "unknown", detail: answer.detail });
    case void 0:
      return absent;
  }
}

// src/evidence/tarball-bytes.ts
function compareTarball(bytes, release, pins) {
  const stated = sha512sOf2(release.integrity);
  const statedSha1s = sha1sOf(statedIntegrity(release));
  const isStated = stated.includes(bytes.integrity);
  const byRegistry2 = stated.length === 0 || isStated ? "same" : "other";
  const bySha1 = (digests) => {
    if (bytes.sha1 === void 0) return "unrecorded";
    return digests.every((digest) => digest === bytes.sha1) ? byRegistry2 : "other";
  };
  const places = pins.length === 0 ? [""] : pins.map(({ integrity = "" }) => integrity);
  const answers = places.map((pinned) => {
    const strong = sha512sOf2(pinned);
    if (strong.length > 0) return isStated || strong.every((digest) => digest === bytes.integrity) ? "same" : "other";
    const weak = sha1sOf(parseIntegrity(pinned));
    if (weak.length > 0) return isStated && contradicts(weak, statedSha1s) ? "same" : bySha1(weak);
    if (stated.length > 0) return byRegistry2;
    return statedSha1s.length > 0 ? bySha1(statedSha1s) : "unstated";
  });
  return ["other", "unrecorded", "unstated"].find((answer) => answers.includes(answer)) ?? "same";
}
var contradicts = (digests, stated) => stated.length > 0 && digests.some((digest) => !stated.includes(digest));
var sha512sOf2 = (text) => bindingsOf([], text).flatMap((binding) => binding?.integrity ?? []);
var sha1sOf = ({ digests }) => [...digests.get("sha1") ?? []].map((digest) => `sha1-${digest}`);

// src/evidence/tarballs.ts
var notListed2 = { tarball: unneeded, predecessorTarball: unneeded };
var mostTarballs2 = 2e3;
var small = 5 * 1024 * 1024;
var tarballs = provider({
  kinds: ["tarball", "predecessorTarball"],
  needs: [],
  collect: (run) => fromPackument(run, run.mode === "check" && run.needs.has("tarball") ? createListing(run) : () => notListed2)
});
function createListing(run) {
  const { broker, registries, listings = "all" } = run;
  let left = mostTarballs2;
  return async ({ change, registry, packument }) => {
    if (change.baseVersions.includes(change.version) && !gainsFlag(change)) return notListed2;
    const before = predecessorVersion(change);
    const isOnlySource = (run.demand ?? defaultDemand)("scripts", registry, registries, change.name) === "none";
    const tarball = statedAtLeast(await tarballOf(change.version, change.pins));
    if (before === void 0) return { tarball, predecessorTarball: absent };
    return { tarball, predecessorTarball: runsElse(tarball) ? await tarballOf(before, [], true) : unneeded };
    function statedAtLeast(found) {
      if (found.state !== "unavailable" || before === void 0) return found;
      const [now, then] = [releaseOf(change.version, packument), previousReleaseOf(before, packument)];
      if (now.state !== "present" || then.state !== "present") return found;
      const ran = runsOf(then.value.hooks);
      const isNew = [...runsOf(now.value.hooks)].some(([hook, command]) => ran.get(hook) !== command);
      return isNew && !runLikeBefore(now.value.hooks, then.value) ? present({ unlisted: "failed", detail: found.detail }) : found;
    }
    function runsElse(found) {
      const hooks = found.state === "present" ? ownHooks(found.value) : void 0;
      if (hooks === void 0 || runsOf(hooks).size === 0) return false;
      const previous = previousReleaseOf(before ?? "", packument);
      return previous.state !== "present" || !runLikeBefore(hooks, previous.value);
    }
    function runLikeBefore(hooks, previous) {
      const { name, version } = change;
      return runAlike({ name, version, hooks }, { name, version: previous.version, hooks: previous.hooks });
    }
    async function tarballOf(version, pins, previous = false) {
      const found = previous ? previousReleaseOf(version, packument) : releaseOf(version, packument);
      if (found.state !== "present") return found;
      const { tarball: tarball2, unpackedSize = 0 } = found.value;
      const isLenient = listings === "small" && !previous && !isOnlySource;
      const isBinary = !previous && !isOnlySource && await isPlatformBinary(run, change, found.value);
      if (isLenient && isBinary && unpackedSize > small) return present({ unlisted: "platform" });
      const address = tarball2 === void 0 ? void 0 : tarballAddress(tarball2, registry, registries);
      if (address === void 0 && isLenient) return present({ unlisted: "elsewhere" });
      if (address === void 0) return unavailable("not-provided", "the registry has no address for its tarball");
      const listed = await ask(version, address, { release: found.value, pins });
      if (listed.state !== "unavailable" || previous) return listed;
      if (listed.reason === "too-large") return overTheBound(listed, isBinary);
      return isLenient && listed.reason !== "malformed" ? present({ unlisted: "failed", detail: listed.detail }) : listed;
    }
    async function overTheBound(listed, isBinary) {
      if (isBinary) return present({ unlisted: "platform" });
      if (before === void 0 || before === change.version || isOnlySource) return listed;
      const previous = await tarballOf(before, [], true);
      const wasLarge = previous.state === "unavailable" && previous.reason === "too-large";
      return wasLarge && !gainsFlag(change) ? present({ unlisted: "large" }) : listed;
    }
    async function ask(version, address, expected) {
      if (left <= 0) return unavailable("budget", `one run lists at most ${mostTarballs2} tarballs`, "tarball");
      left -= 1;
      return judged(await broker.tarball(registry, change.name, version, address), expected);
    }
  };
}
async function isPlatformBinary({ packuments }, change, release) {
  const { name, via, claims } = change;
  const runs = Object.keys(release.hooks).some((hook) => hook !== "prepare");
  if (release.platform !== true || runs || claims.hasInstallScript === true || via.length === 0) return false;
  const offered = via.map(async (path) => {
    const bringer = path.at(-2);
    const answer = bringer === void 0 ? void 0 : await packuments.answerAbout(bringer);
    return answer?.state === "packument" && Object.values(answer.packument.wanted).some(
      (wanted) => Object.hasOwn(wanted.release?.optionalDependencies ?? {}, name)
    );
  });
  return (await Promise.all(offered)).every(Boolean);
}
var gainsFlag = ({ changed, claims }) => claims.hasInstallScript === true && changed.includes("has-install-script");
function judged(answer, { release, pins }) {
  switch (answer.state) {
    case "listed": {
      const { bindingGyp, manifest } = answer;
      const bytes = compareTarball(answer, release, pins);
      if (bytes === "other") {
        return unavailable("malformed", "the registry serves another tarball than the pinned one", "tarball");
      }
      if (bytes === "unstated") return unavailable("not-provided", "no digest of its tarball is pinned or stated");
      return manifest === void 0 || bytes === "unrecorded" ? unavailable("not-recorded", "its package.json is not in the recorded evidence", "tarball") : present({ bindingGyp, manifest });
    }
    case "absent":
      return unavailable("not-provided", "the registry does not serve its tarball", "tarball");
    case "refused":
      return unavailable("unauthorized", `HTTP ${answer.status} for its tarball`, "tarball");
    case "unavailable":
      return unavailable(answer.reason, `its tarball: ${answer.detail}`, "tarball");
  }
}

// src/evidence/upgrades.ts
var import_semver4 = __toESM(require_semver(), 1);
var upgrades = provider({
  kinds: ["upgrades"],
  needs: ["release", "advisories", "predecessorAdvisories"],
  onlyFor: ["upgrades"],
  collect: (run, read) => {
    const changes = new Map(run.changes.map((change) => [keyOf5(change.lockfile, change.name, change.version), change]));
    return async (change) => ({ upgrades: await upgradesOf(change, changes, run, read) });
  }
});
var keyOf5 = (lockfile, name, version) => JSON.stringify([lockfile, name, version]);
async function upgradesOf(change, changes, { packuments }, read) {
  const found = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set([change]);
  for (const each of seen) {
    if (each.dependents === void 0) return absent;
    for (const dependence of each.dependents) {
      const by = changes.get(keyOf5(each.lockfile, dependence.name, dependence.version));
      if (by === void 0) return absent;
      if (await packuments.find(by) === void 0) return absent;
      if (!needs(await read("release", by), dependence, each.name)) return absent;
      const previous = predecessorVersion(by);
      if (previous === void 0) seen.add(by);
      else if (!isHigher(by, previous)) return absent;
      else found.set(by, await upgradeOf(by, previous, read));
    }
  }
  return found.size === 0 ? absent : present([...found.values()]);
}
async function upgradeOf(change, previous, read) {
  const { name, version } = change;
  const fixes = fixedBy(await read("predecessorAdvisories", change), await read("advisories", change));
  return { name, version, previous, fixes };
}
var isHigher = ({ version, baseVersions }, previous) => !baseVersions.includes(version) && import_semver4.default.valid(version) !== null && import_semver4.default.valid(previous) !== null && import_semver4.default.gt(version, previous);
function needs(release, { as }, name) {
  if (release.state !== "present" || !release.value.documentMatches) return false;
  const { dependencies, optionalDependencies, peerDependencies } = release.value;
  return [dependencies, optionalDependencies, peerDependencies].some((each) => {
    const spec = Object.hasOwn(each, as) ? each[as] : void 0;
    return spec !== void 0 && (aliasTarget(spec)?.name ?? as) === name;
  });
}

// src/evidence/trust-level.ts
var import_semver5 = __toESM(require_semver(), 1);

// src/trust/trust-rank.ts
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

// src/evidence/trust-level.ts
var trustLevel = provider({
  kinds: ["publisher", "trust", "priorTrust", "priorProvenance", "signedAt"],
  needs: ["provenance"],
  collect: (run, read) => {
    const isNameless = namelessRegistries(run);
    return fromPackument(run, async ({ change, registry, packument }) => {
      const { version } = change;
      const provenance = await read("provenance", change);
      const named2 = knownMaintainer(publisherOf(version, packument), version, packument, provenance);
      const isUnsaid = named2.state === "unavailable" && named2.reason === "not-provided";
      const demanded = (run.demand ?? defaultDemand)("publishers", registry, run.registries, change.name);
      const isUnasked = demanded === "none" || demanded === "auto" && (isPlain(provenance) || await isNameless(registry));
      const publisher = isUnsaid && isUnasked ? absent : named2;
      return {
        publisher,
        trust: provenance === unneeded ? unneeded : trustOf(version, packument, publisher, provenance),
        priorTrust: priorTrustOf(version, packument, isUnasked),
        priorProvenance: priorProvenanceOf(version, packument, isUnasked),
        signedAt: signedAtOf(provenance, publisher)
      };
    });
  }
});
function namelessRegistries({ changes, packuments }) {
  const known = /* @__PURE__ */ new Map();
  const isNameless = async (registry) => {
    const found = await Promise.all(changes.map((change) => packuments.find(change)));
    return found.every((one) => one?.registry !== registry || Object.keys(one.packument.publishers).length === 0);
  };
  return (registry) => {
    const answer = known.get(registry) ?? isNameless(registry);
    known.set(registry, answer);
    return answer;
  };
}
function signedAtOf(provenance, publisher) {
  if (provenance.state === "unavailable" && provenance.reason !== "not-provided") return provenance;
  const outcome = provenance.state === "present" ? provenance.value : void 0;
  const by = publisher.state === "present" ? publisher.value : {};
  const isStaged = by.approver !== void 0 || isNamedAlone(by);
  const attested = outcome?.state === "verified" || outcome?.state === "no-provenance" ? outcome.publishedAt : void 0;
  const published = isStaged && attested !== void 0 ? { at: attested, by: "publish" } : void 0;
  const signed = outcome?.state === "verified" ? { at: outcome.signedAt, by: "provenance" } : void 0;
  const isLater = published !== void 0 && (signed === void 0 || published.at > signed.at);
  const time = isLater ? published : signed;
  const unwitnessedApprover = attested === void 0 ? by.approver : void 0;
  if (time === void 0 && unwitnessedApprover === void 0) return absent;
  return present({
    ...time === void 0 ? {} : { time },
    ...unwitnessedApprover === void 0 ? {} : { unwitnessedApprover }
  });
}
var isNamedAlone = ({ maintains, trustedPublisher }) => maintains === true && trustedPublisher === void 0;
function knownMaintainer(publisher, version, { maintainersBefore }, provenance) {
  if (publisher.state !== "present") return publisher;
  const { name, approver, trustedPublisher } = publisher.value;
  const isProven = provenance.state === "present" && provenance.value.state === "verified";
  const account = approver ?? (isProven && trustedPublisher === void 0 ? name : void 0);
  const maintains = account !== void 0 && maintainersBefore?.[version]?.includes(account) === true;
  return maintains ? present({ ...publisher.value, maintains: true }) : publisher;
}
function trustOf(version, packument, publisher, provenance) {
  const found = releaseOf(version, packument);
  if (found.state !== "present") return found;
  if (saysNothing(packument)) return nothingSaid;
  const outcome = provenance.state === "present" ? provenance.value : void 0;
  return present(
    trustStanding({
      publisher: publisher.state === "present" ? publisher.value : void 0,
      provenance: outcome === void 0 ? withoutOutcome(provenance) : wordOf(outcome),
      platform: outcome?.state === "verified" ? outcome.identity.platform : void 0
    })
  );
}
function priorTrustOf(version, packument, isUnasked) {
  const earlier = earlierReleases(version, packument, isUnasked);
  if (earlier.state !== "present") return earlier;
  let strongest;
  for (const { version: listed, publishedAt, ...release } of earlier.value.releases) {
    const standing = claimedStanding(release);
    if (strongest !== void 0 && compareTrust(standing, strongest.standing) < 0) continue;
    strongest = {
      version: listed,
      ...publishedAt === void 0 ? {} : { publishedAt },
      standing,
      ...earlier.value.about
    };
  }
  return strongest === void 0 ? absent : present(strongest);
}
function priorProvenanceOf(version, packument, isUnasked) {
  const earlier = earlierReleases(version, packument, isUnasked);
  if (earlier.state !== "present") return earlier;
  const inOrder3 = [...earlier.value.releases].sort(
    (a, b) => Date.parse(a.publishedAt ?? "") - Date.parse(b.publishedAt ?? "") || import_semver5.default.compare(a.version, b.version)
  );
  const newest = inOrder3.findLast(({ attested }) => attested === true);
  if (newest === void 0) return absent;
  const settled = pastAmong(historyOf(packument).releases, listedVersion(version, packument)).earlier;
  const isCounted = (one) => one.attested === true || settled.some(({ version: listed }) => listed === one.version);
  const steady = inOrder3.filter(isCounted).slice(-3).every(({ attested }) => attested === true);
  return present({ version: newest.version, steady, ...earlier.value.about });
}
function earlierReleases(version, packument, isUnasked) {
  const found = releaseOf(version, packument);
  if (found.state !== "present") return found;
  if (saysNothing(packument)) return isUnasked ? absent : nothingSaid;
  const key = listedVersion(version, packument);
  const published = publishedAtOf(version, packument);
  const since = published.state === "present" ? published.value : void 0;
  if (import_semver5.default.valid(key) === null) return absent;
  const major = import_semver5.default.major(key);
  const stable = historyOf(packument).releases.filter(({ version: listed, publishedAt }) => {
    if (listed.includes("-") || listed === key || import_semver5.default.major(listed) > major) return false;
    return since !== void 0 && publishedAt !== void 0 ? publishedAt < since : import_semver5.default.lt(listed, key);
  });
  const before = stable.map(({ version: listed }) => import_semver5.default.major(listed));
  const nearest2 = Math.max(...before);
  const releases = stable.filter((_, at) => before[at] === nearest2);
  return present({ releases, about: nearest2 === major || releases.length === 0 ? {} : { acrossMajors: true } });
}
function isPlain(provenance) {
  return provenance.state === "present" && provenance.value.state === "not-applicable";
}
function saysNothing({ publishers, attested }) {
  return attested.length === 0 && Object.keys(publishers).length === 0;
}
var nothingSaid = unoffered("publishers", "the registry names neither publishers nor attestations of any version");
function claimedStanding({
  publisher = {},
  attested = false
}) {
  return trustStanding({ publisher, provenance: attested ? "verified" : "absent" });
}
function wordOf({ state }) {
  return state === "no-provenance" ? "absent" : state;
}
function withoutOutcome({ state }) {
  return state === "absent" ? "absent" : "unavailable";
}

// src/evidence/stripped.ts
var signersOf = (signatures) => typeof signatures === "object" ? signatures.map(({ keyid }) => keyid) : [];
function withoutOwnKeys({ signed, signers = [] }, signatures, passedOn) {
  if (signatures === void 0) return signed ? absent : present({ state: "not-applicable" });
  const isPublic = [...signersOf(signatures), ...signers].some((keyid) => passedOn.has(keyid));
  return isPublic ? void 0 : present({ state: "not-applicable" });
}
function claimsNothing({ signed, attested }, mirrorsKeys) {
  return attested.length === 0 && !(signed && mirrorsKeys);
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
  const publish = published === void 0 ? {} : { publishKeyid: published.keyid, publishedAt: published.signedAt };
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
async function signingKeys({ registry, name }, registries, options, broker) {
  const isRequired = (options.demand ?? defaultDemand)("signatures", registry, registries, name) === "required";
  const given = options.registryKeys?.(registry, registries, name);
  if (given === "public" || given === void 0 && registry === registries.publicRegistry) {
    return readKeys(await publicKeysDocument(options), false, isRequired);
  }
  if (given !== void 0) return readKeys(given.keys, given.alone, isRequired);
  const answer = await broker.keys(registry);
  switch (answer.state) {
    case "absent":
      return isRequired ? keyless : none;
    case "refused":
      return unavailable("unauthorized", `HTTP ${answer.status} for the registry's keys`, "keys");
    case "unavailable":
      return unavailable(answer.reason, `the registry's keys: ${answer.detail}`, "keys");
    case "document": {
      const own = await readKeys(answer.document, false, isRequired);
      if (own.state !== "keys") return own;
      const isMirror = own.unusable.size === 0 && await areAllPublic(own.keys, options);
      if (isMirror && !isRequired) return { state: "none", mirrorsKeys: true };
      return options.trustsServedKeys === false && !isMirror ? recordedOnly : own;
    }
  }
}
var why = {
  shape: "lacks a field",
  algorithm: "is not of the type ecdsa-sha2-nistp256",
  material: "is no public key on P-256",
  period: "has a date of validity that is no instant",
  conflict: "shares its keyid with another key",
  duplicate: "is listed twice"
};
function unusableKey(reason) {
  return unavailable("not-provided", `the key that it names is listed by the registry, but ${why[reason]}`, "keys");
}
var none = { state: "none", mirrorsKeys: false };
var keyless = unoffered("signatures", "the registry must sign, but serves no keys", "keys");
var recordedOnly = unavailable(
  "not-provided",
  "the recorded evidence alone names the registry's keys; name them with --registry-keys or in the policy",
  "keys"
);
async function readKeys(document, alone, isRequired) {
  const { parseRegistryKeys } = await import("./trust-registry-keys.js");
  const list = parseRegistryKeys(document);
  if (list.state === "malformed") {
    return unavailable("malformed", "the registry's keys are not a list of keys", "keys");
  }
  const { keys, refused: refused2, unusable } = list;
  if (keys.size > 0) return { state: "keys", keys, unusable, alone };
  const [first] = refused2;
  if (first === void 0) return isRequired ? keyless : none;
  const reason = `no key that the registry lists can be used: the first ${why[first.reason]}`;
  return unavailable("not-provided", reason, "keys");
}
async function areAllPublic(keys, options) {
  const known = await publicKeys(options);
  return [...keys].every(([keyid, { publicKey }]) => known.get(keyid)?.publicKey.equals(publicKey) === true);
}
async function publicKeysDocument({ refreshed }) {
  if (refreshed !== void 0) return refreshed.registryKeys;
  const { seedTexts } = await import("./trust-seeds.js");
  return JSON.parse(seedTexts.registryKeys);
}
async function publicKeys({ refreshed }) {
  const { embeddedRegistryKeys, parseRegistryKeys } = await import("./trust-registry-keys.js");
  if (refreshed === void 0) return embeddedRegistryKeys();
  const list = parseRegistryKeys(refreshed.registryKeys);
  return list.state === "keys" ? list.keys : /* @__PURE__ */ new Map();
}

// src/trust/verifying.ts
function createVerifying({ trustedRoot, refreshed, issuers, now }) {
  const signatures = /* @__PURE__ */ new Map();
  const attestations = /* @__PURE__ */ new Map();
  const oneAtATime = createLimiter(1);
  let trust;
  return {
    signature: (subject, listed, publishedAt, keys) => once(signatures, subject, async () => {
      const { verifyRegistrySignature } = await import("./trust-registry-signature.js");
      return inTurn(() => verifyRegistrySignature({ ...subject, signatures: listed, publishedAt, now, keys }));
    }),
    attestations: (subject, document, keys) => once(attestations, subject, async () => {
      const [{ verifyAttestations }, trusted, registryKeys] = await Promise.all([
        import("./trust-attestation.js"),
        trust ??= loadTrust({ trustedRoot, refreshed }),
        keys ?? publicKeys({ ...refreshed && { refreshed } })
      ]);
      const also = issuers?.(subject.name, subject.version) ?? [];
      const trustFor = also.length === 0 ? trusted : { ...trusted, issuers: [...trusted.issuers, ...also] };
      return inTurn(() => verifyAttestations({ ...subject, document, trust: trustFor, registryKeys }));
    })
  };
  function inTurn(verify) {
    return oneAtATime(async () => {
      await new Promise((resolve2) => setImmediate(resolve2));
      return verify();
    });
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

// src/evidence/worst-outcome.ts
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

// src/evidence/verification.ts
var verification = provider({
  kinds: ["registrySignature", "provenance", "predecessorProvenance", "earlierBuilds"],
  needs: ["tarball"],
  collect: (run, read) => {
    const verify = createVerification(run);
    return fromPackument(run, async (found) => {
      await read("tarball", found.change);
      return verify(found);
    });
  }
});
function createVerification(options) {
  const { needs: needs2, registries, broker } = options;
  const verifying = createVerifying(options);
  const keysByScope = /* @__PURE__ */ new Map();
  const needsProvenance = ["provenance", "bringers", "trust"].some((kind) => needs2.has(kind));
  return async ({ change, registry, packument }) => {
    const { name, version, pins } = change;
    const current = { registry, name, version, packument };
    const [registrySignature, provenance, predecessorProvenance] = await Promise.all([
      needs2.has("registrySignature") ? whereListed(current, pins, verifySignature) : unneeded,
      needsProvenance ? whereListed(current, pins, verifyProvenance) : unneeded,
      verifyPredecessor(change, current)
    ]);
    const asks = needs2.has("earlierBuilds") && isVerified(provenance) && change.baseVersions.length > 0;
    const earlierBuilds = !needs2.has("earlierBuilds") ? unneeded : asks && !isVerified(predecessorProvenance) ? await verifyEarlier(change, current) : absent;
    return { registrySignature, provenance, predecessorProvenance, earlierBuilds };
  };
  async function verifyEarlier(change, current) {
    const { releases } = historyOf(current.packument);
    const { earlier } = pastAmong(releases, listedVersion(change.version, current.packument));
    const attested = earlier.filter((one) => one.attested === true);
    const asked = attested.slice(-mostEarlier).reverse();
    if (asked.length === 0) return absent;
    const outcomes = await Promise.all(
      asked.map(({ version }) => {
        const integrity = current.packument.earlierAttested?.[version];
        return verifyProvenance({ ...current, version }, bindingsOf([], integrity));
      })
    );
    const failed = outcomes.find((outcome) => outcome.state === "unavailable");
    if (failed !== void 0) return failed;
    const builds = outcomes.flatMap(
      (outcome, at) => outcome.state === "present" && outcome.value.state === "verified" ? [{ version: asked[at]?.version ?? "", build: outcome.value.identity }] : []
    );
    return present({ builds, asked: asked.length, attested: attested.length });
  }
  async function verifySignature(subject, bindings) {
    const { registry, name, version, packument } = subject;
    if (demanded("signatures", subject) === "none") return present({ state: "not-applicable" });
    const { signing, forSignatures, passedOn } = await keysOf(subject);
    const wanted = wantedOf(packument, version);
    const signatures = wanted?.signatures;
    const by = signersOf(signatures);
    const isPassedOn = by.length > 0 && by.every((keyid) => passedOn.has(keyid));
    if (signing.state === "unavailable" && !isPassedOn) return signing;
    const told = signing.state === "none" ? withoutOwnKeys(packument, signatures, passedOn) : void 0;
    if (told !== void 0) return told;
    if (!packument.signed) return unoffered("signatures", "the registry serves no signature of any version of it");
    if (signatures === void 0) return absent;
    const outcomes = bindings.map(async (binding) => {
      if (binding === void 0) return unbound;
      const { integrity, boundTo } = binding;
      const listed = { registry, name, version: listedVersion(version, packument), integrity };
      const outcome = await verifying.signature(listed, signatures, wanted?.publishedAt, forSignatures);
      if (outcome.state === "absent") return absent;
      if (outcome.state === "invalid" && outcome.check === "unknown-key" && signing.state === "keys") {
        const [reason] = by.flatMap((keyid) => signing.unusable.get(keyid) ?? []);
        if (reason !== void 0) return unusableKey(reason);
      }
      return present(outcome.state === "verified" ? { ...outcome, boundTo } : outcome);
    });
    return worst(await Promise.all(outcomes));
  }
  async function verifyProvenance(subject, bindings) {
    const { registry, name, packument } = subject;
    const demand = demanded("attestations", subject);
    if (demand === "none") return present({ state: "not-applicable" });
    const { signing, forAttestations: keys, passedOn } = await keysOf(subject);
    const by = signersOf(wantedOf(packument, subject.version)?.signatures);
    const isPassedOn = by.length > 0 && by.every((keyid) => passedOn.has(keyid));
    if (signing.state === "unavailable" && !isPassedOn) return signing;
    const at = elsewhere(name);
    const isClaimed = isAttested(subject.version, packument);
    if (!isClaimed && (at === void 0 || packument.signed || packument.attested.length > 0)) {
      const strips = !packument.signed && packument.attested.length === 0;
      const isSilent = signing.state === "none" && claimsNothing(packument, signing.mirrorsKeys);
      if (isSilent && demand !== "required") return present({ state: "not-applicable" });
      return strips ? unoffered("signatures", "the registry serves no signatures or attestations of any version of it") : absent;
    }
    const version = listedVersion(subject.version, packument);
    const answer = await broker.attestations(registry, name, version, at);
    if (answer.state === "absent") return isClaimed ? withheld : absent;
    if (answer.state === "refused") {
      return unavailable("unauthorized", `HTTP ${answer.status} for its attestations`, "attestations");
    }
    if (answer.state === "unavailable") {
      if (answer.unoffered !== void 0) return answer;
      return unavailable(answer.reason, `its attestations: ${answer.detail}`, "attestations");
    }
    const outcomes = bindings.map(async (binding) => {
      if (binding === void 0) return unbound;
      const { integrity, boundTo } = binding;
      const judged2 = await verifying.attestations({ registry, name, version, integrity }, answer.document, keys);
      const outcome = provenanceOutcome(judged2, boundTo);
      if (outcome === void 0) return isClaimed ? withheld : absent;
      if (!lacksOnlyKeys(outcome)) return present(outcome);
      if (signing.state !== "keys") return keyless2;
      const [reason, ...others] = outcome.failed.map(({ found = "" }) => signing.unusable.get(found));
      return reason === void 0 || others.includes(void 0) ? present(outcome) : unusableKey(reason);
    });
    return worst(await Promise.all(outcomes));
  }
  async function verifyPredecessor(change, current) {
    const version = predecessorVersion(change);
    if (version === void 0) return absent;
    if (!needs2.has("predecessorProvenance")) return unneeded;
    const release = previousReleaseOf(version, current.packument);
    if (release.state !== "present") return release.state === "absent" ? absent : release;
    const pins = version === change.version ? change.basePins : [];
    return whereListed({ ...current, version }, pins, verifyProvenance);
  }
  function elsewhere(name) {
    const { attestations } = options.sources;
    return attestations === "none" || !isPublicName(name, options) ? void 0 : attestations;
  }
  function demanded(capability, { registry, name }) {
    return (options.demand ?? defaultDemand)(capability, registry, registries, name);
  }
  function keysOf({ registry, name }) {
    const key = `${registry} ${scopeOf(name) ?? ""}`;
    const keys = keysByScope.get(key) ?? readKeys2({ registry, name });
    keysByScope.set(key, keys);
    return keys;
  }
  async function readKeys2(asked) {
    const signing = await signingKeys(asked, registries, options, broker);
    const own = signing.state === "keys" ? signing.keys : void 0;
    if (asked.registry === registries.publicRegistry || signing.state === "keys" && signing.alone) {
      return { signing, forSignatures: own ?? /* @__PURE__ */ new Map(), forAttestations: own, passedOn: /* @__PURE__ */ new Map() };
    }
    const passedOn = await publicKeys(options);
    const untimed2 = [...passedOn].map(([keyid, key]) => [keyid, { ...key, signatures: always }]);
    return {
      ...{ signing, passedOn },
      forSignatures: new Map([...own ?? [], ...untimed2]),
      forAttestations: own && new Map([...own, ...passedOn])
    };
  }
}
var isVerified = (evidence) => evidence.state === "present" && evidence.value.state === "verified";
var always = { start: -Infinity, end: Infinity };
async function whereListed(subject, pins, verify) {
  const release = releaseOf(subject.version, subject.packument);
  return release.state === "present" ? verify(subject, bindingsOf(pins, release.value.integrity)) : release;
}
var unbound = unavailable("not-provided", "neither lockfile nor registry states a SHA-512 integrity");
var withheld = unoffered(
  "attestations",
  "the registry claims attestations but serves none",
  "attestations"
);
var keyless2 = unoffered("signatures", "the registry serves no key to verify its attestation", "keys");

// src/evidence/providers.ts
var providers = [
  advisories,
  packumentEvidence,
  tarballs,
  contents,
  verification,
  trustLevel,
  license,
  bundling,
  dependents,
  upgrades,
  nameReputation,
  namesake,
  authorship
];
var kinds = providers.flatMap((provider2) => provider2.kinds);
function everyKind(same) {
  return allOf(kinds, same);
}
function allOf(kinds2, same) {
  return Object.fromEntries(kinds2.map((kind) => [kind, same]));
}

// src/evidence/dossier.ts
var everyCapability = [
  ...["signatures", "attestations", "publishers", "publishTimes", "advisories", "scripts", "digests"]
];
function registryDossier(change, map, evidence, demand = defaultDemand) {
  const registry = registryOf(map, change.name);
  const tarball = evidence.release.state === "present" ? evidence.release.value.tarball : void 0;
  const unprovided = everyCapability.filter((each) => demand(each, registry, map, change.name) === "none");
  return {
    change,
    registry,
    publicRegistry: registry === map.publicRegistry,
    ...unprovided.length > 0 && { unprovided },
    addresses: change.pins.map(
      ({ resolved, checksum }) => classifyAddress(resolved, registry, map, tarball, checksum !== void 0)
    ),
    evidence
  };
}
function otherDossier(change, authorship2, namesake2 = absent) {
  const why2 = change.kind === "removed" ? "it is removed, so nothing was requested" : "it does not come from a registry, so nothing was requested";
  return {
    change,
    publicRegistry: false,
    addresses: change.pins.map(
      ({ resolved }) => resolved === void 0 ? { verdict: "omitted" } : { verdict: "elsewhere", shown: maskUserInfo(resolved) }
    ),
    evidence: { ...everyKind(unavailable("not-provided", why2)), authorship: authorship2, namesake: namesake2 }
  };
}

// src/evidence/without-packument.ts
function withoutPackument(change, answer, mayBeHidden) {
  const predecessor = predecessorVersion(change);
  switch (answer.state) {
    case "unavailable":
      return withPredecessor(everyKind(answer), predecessor);
    case "refused": {
      const existence = present({ answer: "refused", status: answer.status });
      const refused2 = unavailable("unauthorized", `HTTP ${answer.status}`);
      return withPredecessor({ ...everyKind(refused2), existence }, predecessor);
    }
    case "absent": {
      if (mayBeHidden) {
        const how = answer.authenticated ? "with the configured credential" : "without a credential";
        const { unset } = answer;
        const why2 = unset === void 0 ? "" : `: the environment variable ${quoted(unset, 100)} is not set`;
        const hidden = {
          ...unavailable("unauthorized", `HTTP 404 ${how}, which may hide a private package${why2}`),
          ...unset === void 0 ? {} : { unset }
        };
        return withPredecessor(everyKind(hidden), predecessor);
      }
      const gone = predecessor === void 0 ? absent : notListed(predecessor);
      return { ...everyKind(absent), predecessor: gone, predecessorProvenance: gone };
    }
  }
}
async function mayHide(change, { mode, changes, registries }, refused2) {
  const scope = scopeOf(change.name);
  if (scope === void 0) return false;
  const isKnown = ({ baseVersions }) => mode === "audit" || baseVersions.length > 0;
  if (isKnown(change)) return true;
  const registry = registryOf(registries, change.name);
  const others = changes.filter(
    (each) => isKnown(each) && scopeOf(each.name) === scope && registryOf(registries, each.name) === registry
  );
  return (await Promise.all(others.map(refused2))).includes(true);
}
function withPredecessor(evidence, predecessor) {
  return predecessor === void 0 ? { ...evidence, predecessor: absent, predecessorProvenance: absent } : evidence;
}

// src/evidence/gather.ts
async function gather(run) {
  const { changes, packuments } = run;
  const byKind = /* @__PURE__ */ new Map();
  const parts = /* @__PURE__ */ new Map();
  const nothingYet = everyKind(unneeded);
  const bare = onceEach(async (change) => {
    const answer = await packuments.answerAbout(change.name) ?? unneeded;
    if (answer.state === "packument") return nothingYet;
    return withoutPackument(change, answer, answer.state === "absent" && await mayHide(change, run, isRefused));
  });
  const isRefused = async ({ name }) => {
    const answer = await packuments.answerAbout(name);
    if (answer?.state === "unavailable") return answer.reason === "unauthorized";
    return answer?.state === "absent" || answer?.state === "refused";
  };
  const read = async (kind, change) => {
    const found = await byKind.get(kind)?.(change);
    return found?.[kind] ?? (await bare(change))[kind];
  };
  for (const isLast of [false, true]) {
    const started = providers.filter(({ startsLast = false }) => startsLast === isLast).map(({ kinds: kinds2, onlyFor, collect: collect2 }) => {
      const isNeeded = onlyFor === void 0 || onlyFor.some((kind) => run.needs.has(kind));
      const left = allOf(kinds2, unneeded);
      const collector = isNeeded ? collect2(run, read) : () => left;
      const gathered = onceEach(async (change) => collector(change));
      for (const kind of kinds2) byKind.set(kind, gathered);
      return gathered;
    });
    const asked = packuments.ask();
    const collected = changes.map(async (change) => {
      const own = await Promise.all(started.map((gathered) => gathered(change)));
      parts.set(change, [...parts.get(change) ?? [], ...own]);
    });
    await Promise.all([asked, ...collected]);
  }
  const sets = /* @__PURE__ */ new Map();
  for (const change of changes) {
    sets.set(change, Object.assign({ ...await bare(change) }, ...parts.get(change) ?? []));
  }
  return sets;
}
function onceEach(collect2) {
  const known = /* @__PURE__ */ new Map();
  return (change) => {
    const before = known.get(change) ?? collect2(change);
    known.set(change, before);
    return before;
  };
}

// src/registry/as-of.ts
function packumentAsOf(packument, now, kept) {
  const end = Date.parse(now);
  if (!packument.versions.some(([, time]) => time !== null && Date.parse(time) <= end)) return packument;
  const stays = new Set(kept);
  for (const version of [...stays]) {
    const listedAs = Object.hasOwn(packument.wanted, version) ? packument.wanted[version]?.listedAs : void 0;
    if (listedAs !== void 0) stays.add(listedAs);
  }
  const later = new Set(
    packument.versions.flatMap(
      ([version, time]) => time !== null && Date.parse(time) > end && !stays.has(version) ? [version] : []
    )
  );
  if (later.size === 0) return packument;
  const without = (record) => Object.fromEntries(Object.entries(record).filter(([version]) => !later.has(version)));
  return {
    ...packument,
    distTags: Object.fromEntries(Object.entries(packument.distTags).filter(([, version]) => !later.has(version))),
    versions: packument.versions.filter(([version]) => !later.has(version)),
    hooks: without(packument.hooks),
    deprecated: packument.deprecated.filter((version) => !later.has(version)),
    publishers: without(packument.publishers),
    attested: packument.attested.filter((version) => !later.has(version)),
    repositories: without(packument.repositories)
  };
}

// src/evidence/packuments.ts
function createPackuments(options) {
  const { needs: needs2, registries, broker, asks, maxRequests, progress, namesPublishers, now } = options;
  const questions = questionsOf(options);
  const subjectOf2 = (name) => packumentSubject(registryOf(registries, name), name);
  const open = [...questions].filter((question) => knownAnswer(...question) === void 0).length;
  if (asks) demandBudget(open, maxRequests);
  const answers = /* @__PURE__ */ new Map();
  const views = /* @__PURE__ */ new Map();
  let done = 0;
  return {
    ask: () => Promise.all([...questions].map(([subject, question]) => answered(subject, question))),
    answerAbout: (name) => answerTo(subjectOf2(name)),
    find: async (change) => {
      const answer = await answerTo(subjectOf2(change.name));
      if (answer?.state !== "packument") return void 0;
      const registry = registryOf(registries, change.name);
      const { packument } = answer;
      return { change, registry, packument: namesPublishers(registry, change.name) ? packument : unnamed(packument) };
    },
    recordable: () => Promise.all(
      [...questions].map(async ([subject, question]) => {
        const { registry, name } = question;
        return { registry, name, answer: await answered(subject, question) };
      })
    )
  };
  function answerTo(subject) {
    const question = questions.get(subject);
    if (question === void 0) return void 0;
    const view = views.get(subject) ?? answered(subject, question).then((answer) => asOfThen(answer, question));
    views.set(subject, view);
    return view;
  }
  function asOfThen(answer, { versions }) {
    if (now === void 0 || answer.state !== "packument") return answer;
    const packument = packumentAsOf(answer.packument, now, versions);
    return packument === answer.packument ? answer : { ...answer, packument };
  }
  function answered(subject, question) {
    const answer = answers.get(subject) ?? request(subject, question);
    answers.set(subject, answer);
    return answer;
  }
  async function request(subject, { registry, name, versions }) {
    const known = knownAnswer(subject, { registry, name, versions });
    if (known !== void 0) return known;
    if (needs2.size === 0) return unneeded;
    const answer = await broker.packument(registry, name, versions);
    broker.share({ registry, name, answer });
    if (asks) progress?.(done += 1, open);
    return answer;
  }
  function knownAnswer(subject, { versions }) {
    const known = broker.known(subject);
    if (known === void 0 || !("answer" in known)) return void 0;
    return !asks || coversVersions(known.answer, versions) ? known.answer : void 0;
  }
}
var withoutPublishers = /* @__PURE__ */ new WeakMap();
function unnamed(packument) {
  const known = withoutPublishers.get(packument) ?? { ...packument, publishers: {} };
  withoutPublishers.set(packument, known);
  return known;
}
function questionsOf({ changes, bundlers, namesakes, registries }) {
  const questions = /* @__PURE__ */ new Map();
  const askAbout = (name, ...versions) => {
    const registry = registryOf(registries, name);
    const subject = packumentSubject(registry, name);
    const question = questions.get(subject) ?? { registry, name, versions: [] };
    questions.set(subject, question);
    question.versions.push(...versions.filter((version) => version !== void 0));
  };
  for (const change of changes) askAbout(change.name, change.version, predecessorVersion(change));
  for (const { name, version } of bundlers) askAbout(name, version);
  for (const name of namesakes) askAbout(name);
  return questions;
}
function demandBudget(open, bound) {
  if (open <= bound) return;
  throw new GateFailure(
    "budget",
    `The change needs ${open} packuments, and one run requests at most ${bound}; split the change.`
  );
}

// src/evidence/collect.ts
var usualSources = { malware: ["registry"], advisories: ["registry"], popularity: "downloads" };
async function collect(comparison, options) {
  const { mode, authorship: authorship2 = absent } = comparison;
  const changes = comparison.changes.filter(concernsRegistry);
  const folders = options.needs.has("namesake") ? comparison.changes.filter((each) => mayHaveNamesake(each, mode)) : [];
  if (changes.length + folders.length === 0) {
    return { dossiers: comparison.changes.map((change) => otherDossier(change, authorship2)), answers: [] };
  }
  const { registries, connect } = await options.configure();
  const { needs: needs2, offline, sources = usualSources, progress } = options;
  const demand = demandFor(sources, options.demand ?? defaultDemand);
  const bundles = needs2.has("bundling") ? comparison.bundles ?? [] : [];
  const maxRequests = options.maxRequests ?? runLimits.requests;
  const broker = createBroker({
    connect: offline ? void 0 : connect,
    concurrency: options.concurrency ?? runLimits.concurrency,
    patience: options.patience ?? runLimits.patience,
    ...{ recorded: options.recorded, limits: options.limits, fetched: options.fetched, osv: options.osv },
    ...{ only: options.only, maxRequests },
    session: options.session
  });
  const asks = connect !== void 0 && !offline && needs2.size > 0;
  const packuments = createPackuments({
    ...{
      needs: needs2,
      changes,
      namesakes: folders.map(({ name }) => name),
      bundlers: bundlersIn(bundles),
      registries,
      broker,
      asks,
      namesPublishers: (registry, name) => demand("publishers", registry, registries, name) !== "none",
      maxRequests,
      progress,
      now: options.now
    }
  });
  try {
    const evidence = await gather({
      ...options,
      ...{ mode, sources, demand, registries, broker, packuments, changes, bundles, authorship: authorship2 }
    });
    const namesakes = /* @__PURE__ */ new Map();
    for (const change of folders) namesakes.set(change, namesakeOf(await packuments.answerAbout(change.name)));
    const dossiers = comparison.changes.map((change) => {
      const known = evidence.get(change);
      return known === void 0 ? otherDossier(change, authorship2, namesakes.get(change)) : registryDossier(change, registries, known, demand);
    });
    return { dossiers, answers: await recordable(packuments, broker), registries };
  } finally {
    broker.close();
  }
}
var demandFor = ({ attestations }, demand) => (capability, ...about) => capability === "attestations" && attestations === "none" ? "none" : demand(capability, ...about);
async function recordable(packuments, broker) {
  return inOrder2([...await packuments.recordable(), ...broker.documents()]);
}
function withAnswersOf(before, { dossiers, answers, registries }) {
  if (before === void 0) return { dossiers, answers, ...registries && { registries } };
  const bySubject = new Map([...before.answers, ...answers].map((answer) => [subjectOf(answer), answer]));
  const known = registries ?? before.registries;
  return { dossiers, answers: inOrder2([...bySubject.values()]), ...known && { registries: known } };
}
function inOrder2(answers) {
  return [...answers].sort((a, b) => subjectOf(a) < subjectOf(b) ? -1 : 1);
}

// src/evidence/programs.ts
async function collectPrograms(questions, options) {
  const { registries, connect } = await options.configure();
  const broker = createBroker({
    connect: options.offline ? void 0 : connect,
    concurrency: runLimits.concurrency,
    patience: options.patience ?? runLimits.patience,
    maxRequests: runLimits.requests,
    ...{ recorded: options.recorded, limits: options.limits, fetched: options.fetched, osv: void 0 },
    session: options.session
  });
  try {
    const packuments = [];
    const programs = await Promise.all(
      questions.map((question) => programOf(question, broker, registries, (answer) => packuments.push(answer)))
    );
    return { programs, answers: [...packuments, ...broker.documents()], registries };
  } finally {
    broker.close();
  }
}
async function programOf({ name, version, member, isNameOnly }, broker, registries, keep) {
  const registry = registryOf(registries, name);
  const recorded = broker.known(packumentSubject(registry, name));
  const answer = recorded !== void 0 && "answer" in recorded && coversVersions(recorded.answer, [version]) ? recorded.answer : await broker.packument(registry, name, [version]);
  broker.share({ registry, name, answer });
  keep({ registry, name, answer });
  if (answer.state !== "packument") return answer.state === "refused" ? refused(answer.status) : answer;
  if (isNameOnly === true) return { state: "named" };
  const release = releaseOf(version, answer.packument);
  if (release.state === "absent") return release;
  if (release.state !== "present") return release;
  const { tarball, integrity } = release.value;
  const address = tarball === void 0 ? void 0 : tarballAddress(tarball, registry, registries);
  if (address === void 0) return unavailable("not-provided", "the registry has no address for its tarball");
  const program = await broker.program(registry, name, version, { address, member });
  if (program.state === "refused") return refused(program.status);
  if (program.state !== "read") return program.state === "absent" ? notServed() : program;
  return integrity?.split(/\s+/).includes(program.integrity) === true ? program : unavailable("malformed", "the registry serves another tarball than the one that its document states");
}
var refused = (status) => unavailable("unauthorized", `HTTP ${status}`);
var notServed = () => unavailable("not-provided", "the registry does not serve its tarball");

// src/registry/given-registries.ts
function readPolicyRegistries(registries) {
  const claimed = /* @__PURE__ */ new Set();
  return registries.map(({ url: text, scopes = [], tokenEnv, tokenScheme = "bearer" }) => {
    const read = canonicalRegistry(text);
    const fault = "fault" in read ? read.fault : isPrivateChannel(read.url) ? void 0 : "plain http";
    if (fault !== void 0 || "fault" in read) {
      throw new GateFailure(
        "configuration-invalid",
        `A registry in the policy has ${article(fault ?? "")}; give its https URL, and a credential by tokenEnv.`
      );
    }
    for (const scope of scopes.length === 0 ? ["every scope that no other registry names"] : scopes) {
      if (claimed.has(scope)) {
        throw new GateFailure(
          "configuration-invalid",
          `Two registries in the policy claim ${quoted(scope, 100)}; remove it from one of them.`
        );
      }
      claimed.add(scope);
    }
    return { url: read.url, scopes, tokenEnv, tokenScheme };
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

// src/run/reported-proposer.ts
function reportedProposer({ authorship: authorship2, mode }, policy, now) {
  const { listed, proposers: lists } = contextUnder(policy, { now, mode });
  if (listed === void 0 || lists === void 0 || authorship2?.state !== "present") return void 0;
  const proposal = proposalOf(authorship2.value, { ...lists, listed });
  if (proposal === void 0) return void 0;
  const { account } = authorship2.value;
  const { entry, mark, may } = proposal;
  const isOpener = account !== void 0 && (entry !== void 0 || mark.on === "account");
  const { login, id = null } = isOpener ? account : { login: mark.who };
  return { login, id, owner: entry?.owner ?? null, may };
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
function registryFiles({ mode, lockfiles, observations }, vetFolder) {
  const speaks = new Set(observations.map(({ path }) => path));
  const concerned = lockfiles.filter(
    ({ path, status }) => status !== "removed" && (mode === "audit" || status !== "unchanged" || speaks.has(path) || folderOf(path) === vetFolder)
  );
  const unlocked = observations.flatMap(
    ({ code, path }) => code === "no-lockfile" ? [{ path, format: void 0 }] : []
  );
  const projects = groupBy([...concerned, ...unlocked], ({ path }) => folderOf(path));
  return [...projects].map(([folder, own]) => {
    const places = own.flatMap(({ format }) => {
      if (format === void 0) return managers.flatMap(({ settings: settings2 }) => placesIn([folder], namesOf3(settings2)));
      const { settings } = managerOf(format);
      return namesOf3(settings).flatMap(
        (name) => placesIn(settings.readsAbove(name) ? foldersDownTo(folder) : [folder], [name])
      );
    });
    const byPath = groupBy(places, (place) => `${place.folder}/${place.name}`);
    return [...byPath.values()].flatMap(([first]) => first ?? []);
  });
}
var namesOf3 = ({ registries }) => Object.keys(registries);
function placesIn(folders, names) {
  return names.flatMap((name) => folders.map((folder) => ({ folder, name })));
}
function builtInRegistries({ lockfiles }) {
  const own = lockfiles.filter(({ status }) => status !== "removed").map(({ format }) => managerOf(format).settings.builtInRegistries ?? []);
  const [first = [], ...others] = own;
  return first.filter(
    ({ scope, url }) => others.every((each) => each.some((one) => one.scope === scope && one.url === url))
  );
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
  const meant = settings.filter(isUnset).find(([setting]) => bare.startsWith(setting.slice(0, setting.lastIndexOf(":"))));
  if (meant === void 0) return certificate;
  return { ...certificate, ...unsetCredential(/\$\{([A-Za-z_]\w*)/.exec(String(meant[1]))?.[1]) };
}
function unsetCredential(variable) {
  return variable === void 0 ? { withoutCredential: "the environment variable that its credential is taken from is not set" } : { withoutCredential: `the environment variable ${quoted(variable, 100)} is not set`, unset: variable };
}
function tokenCredential(registry, tokenEnv, env, scheme = "bearer") {
  const token = env[tokenEnv];
  if (token === void 0 || token === "") return unsetCredential(tokenEnv);
  return {
    authorization: scheme === "basic" ? header("Basic", basicOf(token), registry) : header("Bearer", token, registry)
  };
}
function header(scheme, secret, registry) {
  if (/^[\x21-\x7e]+$/.test(secret)) return `${scheme} ${secret}`;
  throw new GateFailure(
    "configuration-invalid",
    `The credential for ${quoted(registry)} has characters that an HTTP header cannot carry; set it again without spaces or line breaks.`
  );
}

// src/registry/npm-settings.ts
import { homedir } from "node:os";
import { dirname, isAbsolute, join as join2, relative, resolve } from "node:path";
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
    throw new GateFailure("configuration-invalid", `npm's configuration cannot be loaded (${reason}); correct it.`);
  }
  return { flat, publicRegistry: String(npm.defaults.registry), placeOf };
  function placeOf(key) {
    const level = [...config.data].findLast(([, { data }]) => Object.hasOwn(data, key))?.[0] ?? "default";
    if (level === "env") return { level: environmentLevel };
    if (level !== "project" || sources.npmrc === void 0) return { level: `npm's ${level} configuration` };
    return { level: "the base branch", path: sources.npmrc.path, ...lineOf(sources.npmrc, key) };
  }
}
function refuseWorkTree(parsed, raw, key, place, workTree) {
  if (typeof parsed !== "string" || typeof raw !== "string") return;
  const named2 = raw.startsWith("~/") || /^\$\{[^}]+\}/.test(raw) || isAbsolute(raw);
  const inside = relative(workTree, resolve(workTree, parsed));
  if (named2 && (inside.startsWith("..") || isAbsolute(inside))) return;
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
  return process.platform === "win32" ? join2(bin, "node_modules/npm") : join2(bin, "../lib/node_modules/npm");
}

// src/managers/project-registries.ts
var mentionsRegistry = /registr|scopes/i;
async function namedRegistries(files, env) {
  const naming = files.filter(({ text }) => text === void 0 || mentionsRegistry.test(text));
  return nearest((await Promise.all(naming.map((file) => namedIn(readOrRefused(file), env)))).flat());
}
function nearest(named2) {
  const isNpmrc2 = ({ path }) => /(?:^|\/)\.npmrc$/.test(path);
  return named2.filter(
    (one) => !named2.some((other) => isNpmrc2(one) && isNpmrc2(other) && one.scope === other.scope && isBelow(other, one))
  );
}
var isBelow = (one, other) => folderOf(one.path).length > folderOf(other.path).length;
async function namedIn(file, env) {
  const [one] = managers.flatMap(({ settings: { registries } }) => registries[file.name] ?? []);
  return await one?.(file, env) ?? [];
}
function readOrRefused(file) {
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
  const differ = one === void 0 ? `This file names ${what}, but no file does for another lockfile of the same change` : `This file and ${quoted(one.path, 200)}${at} name different addresses for ${what}, and this change needs both`;
  return new GateFailure(
    "configuration-invalid",
    `${differ}; name the one to trust under \`registries\` of the policy, leave one lockfile out by \`lockfiles.exclude\`, or change them in separate pull requests.`,
    { path, ...line === void 0 ? {} : { line } }
  );
}

// src/registry/manager-credentials.ts
import { readFile, stat } from "node:fs/promises";
import { homedir as homedir2 } from "node:os";
import { join as join3 } from "node:path";
var usersFiles = [
  [".yarnrc.yml", ".yarnrc.yml"],
  [".bunfig.toml", "bunfig.toml"]
];
async function managerCredentials(base, { env, publicRegistry, flat }) {
  const files = [...base, ...await filesOfUser(env.HOME ?? homedir2())];
  const found = {};
  const isTaken = (at) => [...Object.keys(flat), ...Object.keys(found)].some((key) => key.startsWith(`${at}:`));
  for (const file of files) {
    const own = {};
    for (const { registry = publicRegistry, key, value } of credentialsIn(file, env)) {
      const at = addressOf2(registry);
      if (at !== void 0 && !isTaken(at) && !Object.keys(own).some((one) => one.startsWith(`${at}:`))) {
        own[`${at}:${key}`] = value;
      }
    }
    Object.assign(found, own);
  }
  return found;
}
function addressOf2(registry) {
  const read = canonicalRegistry(registry.startsWith("//") ? `https:${registry}` : registry);
  return "url" in read ? read.url.slice(read.url.indexOf("//")) : void 0;
}
function credentialsIn(file, env) {
  if (file.state === "unreadable") return [];
  const [read] = managers.flatMap(({ settings: { credentials = {} } }) => credentials[file.name] ?? []);
  return read?.(file, env) ?? [];
}
async function filesOfUser(home) {
  const found = await Promise.all(
    usersFiles.map(async ([file, name]) => {
      const bytes = await bytesOf(join3(home, file));
      const read = bytes && await readSettings(name, `~/${file}`, bytes);
      return read === void 0 || read.state === "absent" ? [] : [read];
    })
  );
  return found.flat();
}
async function bytesOf(path) {
  try {
    const about = await stat(path);
    return about.isFile() && about.size <= MAX_SETTINGS_BYTES ? await readFile(path) : void 0;
  } catch {
    return void 0;
  }
}

// src/registry/settings-environment.ts
import { existsSync } from "node:fs";
import { join as join4 } from "node:path";
var jobSecrets = ["GITHUB_TOKEN", "ACTIONS_RUNTIME_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
function settingsEnvironment(env) {
  const names = env["GITHUB_ACTIONS"] === "true" ? jobSecrets : [];
  const withheld2 = new Set([env["INPUT_GITHUB-TOKEN"], ...names.map((name) => env[name])].filter(Boolean));
  const isOfWorkTree = mayBeOfWorkTree(env);
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name, value]) => !/^INPUT_/i.test(name) && !withheld2.has(value) && !(name.startsWith("npm_config_") && isOfWorkTree)
    )
  );
}
function mayBeOfWorkTree(env) {
  const startedBy = env["npm_config_user_agent"] ?? env["npm_execpath"];
  if (startedBy === void 0) return false;
  const folder = env["npm_config_local_prefix"];
  return folder === void 0 || !startedBy.startsWith("npm/") || existsSync(join4(folder, ".npmrc"));
}

// src/registry/configuration.ts
async function loadConfiguration(sources) {
  const { projects = [], npmrc: given, ...others } = sources;
  const env = settingsEnvironment(others.env);
  const npmrc = given && readOrRefused(given);
  const npmrcs = new Map(projects.flat().flatMap((file) => isNpmrc(file) ? [[file.path, readOrRefused(file)]] : []));
  const credentials = [...npmrcs.values()].filter(({ path }) => path !== npmrc?.path);
  const isOthers = projects.length > 0 && npmrcs.size === 0;
  const own = { ...others, env, ...npmrc !== void 0 && { npmrc } };
  const settings = await loadNpmSettings({ ...own, credentials, namesNoRegistry: isOthers });
  const names = await Promise.all(projects.map((files) => namedRegistries(files, env)));
  const readsNpmrc = (project) => projects[project]?.some(({ path }) => npmrcs.has(path)) === true;
  const { default: getAuth } = await import("./npm-registry-fetch-auth.js");
  const policy = readPolicyRegistries(sources.policyRegistries ?? []);
  const registries = mapRegistries(settings, { names, readsNpmrc }, policy, flagRegistry(sources.registry), sources);
  const agent = agentOptions(settings.flat);
  const { publicRegistry } = registries;
  const ofManagers = await managerCredentials(projects.flat(), { env, publicRegistry, flat: settings.flat });
  const flat = { ...ofManagers, ...settings.flat };
  return { registries, connect };
  function connect(url) {
    if (!isPrivateChannel(url)) return { url, agent, withoutCredential: "no credential is sent over plain http" };
    const given2 = policy.find((one) => one.url === url && one.tokenEnv !== void 0);
    const { certificate, ...credential } = {
      ...npmCredential(url, flat, getAuth),
      ...given2?.tokenEnv === void 0 ? {} : tokenCredential(url, given2.tokenEnv, sources.env, given2.tokenScheme)
    };
    return { url, ...credential, agent: { ...agent, ...certificate } };
  }
}
var isNpmrc = (file) => /(?:^|\/)\.npmrc$/.test(file.path);
function recordedConfiguration(registries) {
  return { registries };
}
function mapRegistries(settings, { names, readsNpmrc }, policy, flag, { builtIn = [] }) {
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
  for (const { scope, url } of builtIn) if (!scopes.has(scope)) scopes.set(scope, url);
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
    return () => Promise.resolve().then(() => recordedConfiguration(requireRegistries(subject.recording.registries)));
  }
  const { registry, env, recorded, workTree, vet, vetFolder = "" } = subject.request;
  return async () => {
    const npmrc = await subject.baseFiles.npmrc();
    const configuration = await loadConfiguration({
      ...{ env, workTree, policyRegistries: policy.registries, builtIn: builtInRegistries(comparison) },
      projects: await subject.baseFiles.filesOf(registryFiles(comparison, vet === void 0 ? void 0 : vetFolder)),
      ...npmrc === void 0 ? {} : { npmrc },
      ...registry === void 0 ? {} : { registry }
    });
    if (recorded === void 0) return configuration;
    const { demandSameRegistries, demandSameSources } = await import("./run-recorded-trust.js");
    demandSameSources(policy.sources, recorded);
    const names = comparison.changes.filter(concernsRegistry).map(({ name }) => name);
    demandSameRegistries(configuration.registries, recorded, names);
    return recordedConfiguration(configuration.registries);
  };
}
function requireRegistries(registries) {
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
  const isStated = (text) => agrees2(parseIntegrity(text), stated);
  const vouching = basePins.filter((pin) => pin.integrity !== void 0 || isLeftToRegistry(pin));
  return (integrity === void 0 || isStated(integrity)) && vouching.length > 0 && vouching.every((pin) => pin.integrity === void 0 || isStated(pin.integrity));
}
var rankOf = (algorithm) => algorithms.indexOf(algorithm);
var isLeftToRegistry = ({ checksum, resolved }) => checksum !== void 0 && resolved === void 0;
function agrees2({ algorithms: [algorithm], digests, malformed: malformed2 }, stated) {
  if (algorithm === void 0 || malformed2) return false;
  return [...digests.get(algorithm) ?? []].every((digest) => stated.digests.get(algorithm)?.has(digest) === true);
}

// src/run/drop-reformatted.ts
async function dropReformatted(comparison, collect2) {
  const gains = gainsOf(comparison);
  const candidates = candidatesOf(comparison);
  if (candidates.length + gains.length === 0) return { comparison };
  const unknown2 = candidates.filter(
    (change) => change.pins.some((pin) => compareBytes(pin, change.basePins) === "unknown")
  );
  const known = candidates.filter((change) => !unknown2.includes(change));
  const about = (changes) => ({ ...comparison, changes });
  const placed = known.length === 0 ? [] : (await collect2(about(known), /* @__PURE__ */ new Set())).dossiers;
  const open = [...unknown2, ...gains];
  const needs2 = gains.length === 0 ? ["release"] : ["release", "registrySignature"];
  const asked = open.length === 0 ? void 0 : await collect2(about(open), new Set(needs2));
  const gained = new Set(gains);
  const bridged = (asked?.dossiers ?? []).filter((each) => !gained.has(each.change) && isReformatted(each));
  const filled = (asked?.dossiers ?? []).filter((each) => gained.has(each.change) && isFilledIn(each));
  const gone = new Set([...placed.filter(isReformatted), ...bridged, ...filled].map(({ change }) => change));
  return {
    comparison: {
      ...comparison,
      changes: comparison.changes.filter((change) => !gone.has(change)),
      observations: [...comparison.observations, ...notComparable(comparison, bridged)].sort(inOrder)
    },
    ...asked && { asked }
  };
}
function candidatesOf({ lockfiles, changes }) {
  const reformatted = new Set(
    lockfiles.flatMap(({ path, format, former }) => former === void 0 || former.format === format ? [] : path)
  );
  return changes.filter(
    ({ lockfile, source, changed, basePins, pins }) => reformatted.has(lockfile) && source.kind === "registry" && basePins.length > 0 && changed.length > 0 && changed.every((aspect) => aspect === "resolved" || aspect === "integrity") && pins.every((pin) => compareBytes(pin, basePins) !== "other")
  );
}
function gainsOf({ lockfiles, changes }) {
  const same = new Set(lockfiles.flatMap(({ path, former }) => former === void 0 ? [path] : []));
  return changes.filter(
    ({ lockfile, source, changed, basePins, pins }) => same.has(lockfile) && source.kind === "registry" && basePins.length > 0 && changed.length > 0 && changed.every((aspect) => aspect === "resolved" || aspect === "integrity") && pins.every((pin) => basePins.some((base) => fillsIn(pin, base)))
  );
}
function fillsIn(pin, base) {
  const sameAddress = base.resolved === void 0 || base.resolved === pin.resolved;
  const sameBytes = base.integrity === void 0 || base.integrity === pin.integrity || compareBytes(pin, [base]) !== "other";
  return sameAddress && sameBytes && base.checksum === pin.checksum;
}
function isFilledIn({ change, addresses, evidence: { release, registrySignature } }) {
  if (release.state !== "present") return false;
  const isVouchedFor = registrySignature.state === "present" && registrySignature.value.state !== "invalid";
  return change.pins.every((pin, at) => {
    if (!isVouchedFor && compareBytes(pin, change.basePins) !== "same") return false;
    const isKnown = change.basePins.some((base) => base.resolved === pin.resolved);
    if (!isKnown && !isPlain2(addresses[at], change)) return false;
    const stated = change.basePins.filter(({ integrity }) => integrity !== void 0);
    return isSameByRegistry(pin, stated.length > 0 ? stated : [pin], release.value);
  });
}
function isReformatted({ change, addresses, evidence: { release } }) {
  return change.pins.every((pin, at) => {
    if (!isPlain2(addresses[at], change)) return false;
    if (compareBytes(pin, change.basePins) === "same") return true;
    return release.state === "present" && isSameByRegistry(pin, change.basePins, release.value);
  });
}
function isPlain2({ verdict, path }, { name, version }) {
  const usual = `${name}/-/${name.slice(name.lastIndexOf("/") + 1)}-${version}.tgz`;
  return verdict === "omitted" || verdict === "trusted" && path === usual;
}
function notComparable({ lockfiles }, bridged) {
  const formers = new Map(lockfiles.map(({ path, former }) => [path, former?.path ?? path]));
  return [...groupBy(bridged, ({ change }) => change.lockfile)].map(([path, { length: packages }]) => {
    const former = formers.get(path) ?? path;
    return { code: "not-comparable", path, line: 1, args: { former, packages }, otherFiles: [former] };
  });
}

// src/run/queue-entries.ts
async function withEntries(run, { queue }, { compare, home }) {
  const { judgement } = run;
  if (queue === void 0 || judgement.findings.length === 0) return run;
  const entries = [];
  for (const { snapshot, pull = null } of await queue.entries()) {
    entries.push({ pull, has: isAbout(await compare(snapshot), home) });
  }
  const own = { pull: queue.own ?? null, ahead: false };
  const findings = judgement.findings.map((finding) => {
    const first = entries.find(({ has }) => has(finding));
    const entry = first === void 0 ? own : { pull: first.pull, ahead: true };
    return { ...finding, message: `${finding.message} ${sentence(entry)}`, queueEntry: entry };
  });
  return { ...run, judgement: { ...judgement, findings } };
}
function sentence({ pull, ahead }) {
  const entry = pull === null ? ahead ? "an entry" : "this entry of the merge queue" : `#${pull}`;
  return `It comes with ${entry}${ahead ? " ahead in the merge queue" : pull === null ? "" : ", this entry of the merge queue"}.`;
}
var ofPolicy = /* @__PURE__ */ new Set(["policy-changed", "policy-noted", "approvals-not-alone"]);
function isAbout({ changes, observations }, home) {
  const locked = new Set(changes.filter(({ kind }) => kind !== "removed").map(lockedVersion));
  const observed = new Set(observations.map(({ code, path, name }) => JSON.stringify([code, path, name ?? null])));
  const isPolicyChanged = observations.some(({ code }) => code === "policy-changed");
  return (finding) => {
    const { name, version, lockfile, codes } = finding;
    if (isPolicyChanged && lockfile === home && codes.some((code) => ofPolicy.has(code))) return true;
    if (name !== null && version !== null && locked.has(lockedVersion(finding))) return true;
    return codes.some((code) => observed.has(JSON.stringify([code, lockfile, name])));
  };
}

// src/run/show-archives.ts
async function showArchives(comparison, collect2) {
  const open = comparison.observations.filter(isOpen);
  if (open.length === 0) return { comparison };
  const asked = await collect2({ ...comparison, changes: open.map(changeOf) }, /* @__PURE__ */ new Set(["release", "contents"]));
  const evidence = new Map(asked.dossiers.map((each) => [identityOfChange(each.change), each.evidence.contents]));
  const settle = (observation) => {
    if (!isOpen(observation)) return [observation];
    const found = evidence.get(identityOfChange(changeOf(observation)));
    const { contents: contents2, program } = observation.args;
    if (found?.state === "present") {
      const isShown = program === void 0 ? found.value.digest === contents2 : found.value.embedded.includes(String(program));
      if (isShown) return [];
      if (program !== void 0) return [observation];
      const args = Object.fromEntries(Object.entries(observation.args).filter(([key]) => key !== "reason"));
      return [{ ...observation, code: "archive-differs", args }];
    }
    if (program !== void 0) return [observation];
    const reason = found?.state === "unavailable" ? found.detail : "not-in-registry";
    return [{ ...observation, args: { ...observation.args, reason } }];
  };
  const settled = foldUnshown(comparison.observations.flatMap(settle), (path, args, group) => {
    return { code: "archive-unshown", path, line: 1, args, files: group.flatMap(({ files = [] }) => files) };
  });
  const observations = [...settled].sort(inOrder);
  return { comparison: { ...comparison, observations }, asked };
}
var isOpen = ({ code, args }) => code === "archive-unshown" && args["contents"] !== void 0 || code === "loader-differs" && args["program"] !== void 0;
function changeOf({ path, args }) {
  return {
    ...{ kind: "added", name: String(args["package"]), version: String(args["release"]), source: { kind: "registry" } },
    ...{ aliases: [], changed: [], baseVersions: [], lockfile: path, line: 1, pins: [], basePins: [], direct: false },
    ...{ dependencyTypes: [], baseDependencyTypes: [], importers: [], via: [], manifests: [], claims: {} }
  };
}

// src/compare/file-states.ts
async function withFileStates(observations, { base, head }, codes) {
  return Promise.all(
    observations.map(async ({ otherFiles = [], ...observation }) => {
      const { code, path, version, files } = observation;
      if (files !== void 0 || version !== void 0 || !codes.has(code)) return observation;
      const paths = [.../* @__PURE__ */ new Set([path, ...otherFiles])].sort(compareText);
      const states = paths.map(async (each) => ({
        path: each,
        before: await stateAt(base, each),
        after: await stateAt(head, each)
      }));
      return { ...observation, files: await Promise.all(states) };
    })
  );
}
async function stateAt(state, path) {
  const file = state.files.get(path);
  return file === void 0 ? null : { mode: file.mode, id: await idOf2(state, file) };
}
async function idOf2({ reader, links }, file) {
  const { mode, id, path } = file;
  if (mode === "symlink") return await links.idOf(path) ?? null;
  if (mode !== "file" || id?.length === 40) return id ?? null;
  try {
    return blobIdOf(await reader.read(file));
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return null;
    throw cause;
  } finally {
    reader.forget(file);
  }
}

// src/run/with-files.ts
async function withFiles(comparison, { base, head }) {
  if (comparison.observations.length === 0) return comparison;
  const states = { base: await stateOf(base), head: await stateOf(head) };
  const codes = /* @__PURE__ */ new Set([...fileCodes(rules).keys(), ...decidedFileCodes]);
  return { ...comparison, observations: await withFileStates(comparison.observations, states, codes) };
}

// src/run/second-looks.ts
var named = 5;
async function withSecondLooks(run, request, runGate) {
  const { also = [] } = request;
  const { effective: policy, judgement, comparison, collected, now } = run;
  if (also.length === 0 || policy === void 0) return run;
  const known = new Map(judgement.findings.map((finding) => [finding.fingerprint, weightOf(finding)]));
  const looks = [];
  const folded = [];
  const errors = [];
  for (const { base, head, reason } of also) {
    const look = await runGate({
      ...request,
      base,
      head,
      also: [],
      queue: void 0,
      decisions: void 0,
      ledger: void 0
    });
    const against = quoted(reason.kind === "same-head" ? reason.branch : reason.defaultBranch);
    errors.push(
      ...look.comparison.errors.map((error) => ({ ...error, message: `compared with ${against}: ${error.message}` }))
    );
    looks.push(look);
    const isWorse = (finding) => weightOf(finding) > (known.get(finding.fingerprint) ?? 0);
    const found = look.judgement.findings.filter((finding) => counts(finding) && isWorse(finding));
    for (const finding of found) known.set(finding.fingerprint, weightOf(finding));
    if (found.length > 0) folded.push(fold(found, reason, request.policyPath));
  }
  if (folded.length + errors.length === 0) return { ...run, looks };
  const { observations } = await withFiles({ ...comparison, observations: folded }, request);
  const joined = (one) => ({
    ...one,
    observations: [...one.observations, ...observations],
    errors: [...one.errors, ...errors]
  });
  const whole = joined(comparison);
  return {
    ...{ ...run, comparison: whole, whole: joined(run.whole), looks },
    judgement: judge({ comparison: whole, dossiers: collected.dossiers, policy, now })
  };
}
function counts({ status, level, rule }) {
  return status === "reported" && level !== "note" && rule !== "exception-hygiene";
}
function weightOf({ status, level, floor }) {
  if (status !== "reported" || level === "note") return 0;
  return floor ? 3 : level === "error" ? 2 : 1;
}
function passesAtOf(blocking) {
  const times = blocking.flatMap(({ passesAt }) => passesAt ?? []).sort((a, b) => Date.parse(a) - Date.parse(b));
  const last = times.at(-1);
  return last === void 0 || times.length < blocking.length ? {} : { passesAt: last };
}
function fold(found, reason, path) {
  const worst2 = found.slice(0, named).flatMap(({ name, version, lockfile, rule }, at) => [
    [`what${at + 1}`, name === null ? lockfile : version === null ? name : `${name}@${version}`],
    [`rule${at + 1}`, rule]
  ]);
  const args = {
    findings: found.length,
    level: found.some(({ level }) => level === "error") ? "error" : "warn",
    floor: found.some(({ floor }) => floor) ? "yes" : "no",
    ...passesAtOf(found.filter(({ level }) => level === "error")),
    found: fingerprintOf(found.map(({ fingerprint }) => fingerprint).sort()),
    ...Object.fromEntries(worst2)
  };
  const { branch } = reason;
  if (reason.kind === "same-head") {
    return { code: "same-head-blocked", path, line: 1, args: { ...args, branch, pull: reason.pull } };
  }
  const { defaultBranch: against, stackedOn: stacked } = reason;
  const stack = stacked === void 0 ? {} : { stacked };
  return { code: "base-not-a-baseline", path, line: 1, args: { ...args, branch, against, ...stack } };
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
  const hasOperatorKeys = (registry, { defaultRegistry }) => registryKeys !== void 0 && registry === defaultRegistry;
  const demand = (capability, registry, registries, name) => {
    const isSigning = capability === "signatures" || capability === "attestations";
    if (isSigning && hasOperatorKeys(registry, registries)) return "required";
    const entry = entryFor(policy, registry, name);
    if (entry === void 0) return defaultDemand(capability, registry, registries, name);
    const said = saidOf(entry, capability);
    if (said !== "auto") return said;
    const mustSign = isSigning && entry.keys !== void 0;
    return mustSign || entry.mirrors === "public" ? "required" : defaultDemand(capability, registry, registries, name);
  };
  return {
    demand,
    registryKeys: (registry, registries, name) => {
      if (hasOperatorKeys(registry, registries)) return { keys: registryKeys, alone: false };
      const { keys, mirrors, scopes = [] } = entryFor(policy, registry, name) ?? {};
      if (keys !== void 0) return { keys: { keys }, alone: scopes.length > 0 };
      return mirrors;
    },
    ...trustedRoot === void 0 ? {} : { trustedRoot },
    ...refreshed === void 0 ? {} : { refreshed },
    ...issuers === void 0 ? {} : { issuers }
  };
}
function entryFor({ registries }, registry, name) {
  const own = registries.filter(({ url }) => url === registry);
  const scope = scopeOf(name);
  const scoped = scope === void 0 ? void 0 : own.find(({ scopes }) => scopes.includes(scope));
  return scoped ?? own.find(({ scopes }) => scopes.length === 0);
}
function saidOf(entry, capability) {
  const otherwise = capability === "attestations" && entry.signatures === "none" ? "none" : "auto";
  const word = entry[capability] ?? otherwise;
  return word === "unsupported" ? "none" : word;
}

// src/run/verify-managers.ts
async function verifyManagers(comparison, states, collect2) {
  const open = comparison.observations.filter(({ code }) => code === "manager-unverified");
  const named2 = comparison.changes.filter(isNamedManager);
  if (open.length + named2.length === 0) return { comparison };
  const questions = open.flatMap((observation) => questionsOf2(observation));
  const { programs, answers, registries } = await collect2([
    ...questions.map(publishedBy),
    ...named2.map(({ name, version }) => ({ name, version, isNameOnly: true }))
  ]);
  const strangers = new Set(named2.filter((_, at) => programs[questions.length + at]?.state === "absent"));
  const settled = await Promise.all(
    open.map(async (observation) => {
      const asked = questions.flatMap(
        (each, at) => each.observation === observation ? [{ ...each, program: programs[at] }] : []
      );
      const { hash } = observation.args;
      return typeof hash === "string" ? withHash(observation, asked, hash) : withBytes(observation, asked, states.head);
    })
  );
  const known = new Set(comparison.changes.map(({ lockfile, name, version }) => `${lockfile}
${name}
${version}`));
  const changes = settled.flatMap(({ release }) => release === void 0 ? [] : releaseChange(release, states)).filter(({ lockfile, name, version }) => !known.has(`${lockfile}
${name}
${version}`));
  const rest = comparison.observations.filter((each) => !open.includes(each));
  return {
    comparison: {
      ...comparison,
      changes: [...comparison.changes.filter((change) => !strangers.has(change)), ...changes],
      observations: [
        ...rest.filter((each) => !settled.some(({ release }) => release !== void 0 && isToldBy(each, release))).map((each) => withStranger(each, strangers)),
        ...settled.map(({ observation }) => observation)
      ].sort(inOrder)
    },
    asked: { dossiers: [], answers, registries }
  };
}
var isNamedManager = ({ lockfile, name, pins, kind }) => kind !== "removed" && pins.length === 0 && /(?:^|\/)package\.json$/.test(lockfile) && managers.some(({ published }) => published.name === name);
function withStranger(observation, strangers) {
  const { code, path, args } = observation;
  const isOne = [...strangers].some(({ lockfile, version }) => lockfile === path && version === args.version);
  return code === "manager-updated" && isOne ? { ...observation, code: "manager-unjudged" } : observation;
}
function questionsOf2(observation) {
  const { program, version, versions = version } = observation.args;
  return String(versions).split(" ").flatMap((each) => {
    const manager = managers.find(({ isNamedBy }) => isNamedBy(String(program), Number.parseInt(each, 10)));
    return manager === void 0 ? [] : [{ observation, manager, version: each }];
  });
}
var publishedBy = ({ manager: { published }, version }) => ({
  ...{ name: published.name, version },
  ...published.member !== void 0 && { member: published.member }
});
async function withBytes(observation, asked, { files, reader }) {
  const file = files.get(observation.path);
  if (file === void 0) return { observation };
  const own = normalisedDigest(await reader.read(file));
  reader.forget(file);
  const same = asked.find(({ program }) => program.state === "read" && program.program?.normalised === own);
  if (same !== void 0) {
    const { by, in: where, program } = observation.args;
    return {
      observation: {
        ...observation,
        code: "manager-updated",
        args: { program, version: same.version, by, in: where }
      },
      release: same
    };
  }
  return asked.length > 0 && asked.every(({ program }) => program.state === "read") ? { observation: { ...observation, code: "manager-replaced", args: { why: "differs", ...observation.args } } } : unknown(observation, asked);
}
function withHash(observation, asked, hash) {
  const [first] = asked;
  const [algorithm, digits] = hash.split(".");
  const known = hashAlgorithms.find((each) => each === algorithm);
  if (first?.program.state !== "read" || known === void 0) return unknown(observation, asked);
  const { program, manager } = first;
  const of = manager.published.isHashOfMember === true ? program.program : program.tarball;
  const { key, program: name, version } = observation.args;
  return of?.[known] === digits ? {
    observation: {
      ...observation,
      code: "manager-updated",
      args: { key, program: name, version }
    }
  } : { observation: { ...observation, code: "manager-replaced", args: { why: "hash", ...observation.args } } };
}
function unknown(observation, asked) {
  const [failed] = asked.filter(({ program }) => program.state !== "read");
  if (failed === void 0) return { observation };
  const reason = failed.program.state === "unavailable" ? failed.program.reason : "not published";
  return { observation: { ...observation, args: { ...observation.args, reason } } };
}
var manifestOf = ({ observation }) => join(folderOf(String(observation.args.in)), "package.json");
var isToldBy = ({ code, path, args }, release) => code === "manager-updated" && path === manifestOf(release) && args.program === release.observation.args.program && args.version === release.version;
function releaseChange(release, { base }) {
  const { manager, version, observation } = release;
  const { name } = manager.published;
  const folder = folderOf(observation.path);
  const former = [...base.files.keys()].filter((path) => folderOf(path) === folder).flatMap((path) => /-(\d+\.\d+\.\d+[^/]*)\.c?js$/.exec(path.slice(path.lastIndexOf("/") + 1))?.[1] ?? []).find((each) => manager.isNamedBy(String(observation.args.program), Number.parseInt(each, 10)) && each !== version);
  return managerChange(manifestOf(release), 1, former === void 0 ? void 0 : { name, version: former }, {
    name,
    version
  });
}

// src/run/root-places.ts
var mostManifests = 20;
async function withRootPlaces(run, head) {
  const found = changesWithFindings(run);
  const folders = [...new Set(found.flatMap(({ roots = [] }) => roots.map(({ importer }) => importer)))];
  if (folders.length === 0) return run;
  const read = folders.slice(0, mostManifests).map(async (folder) => [folder, await manifestOf2(head, folder)]);
  const manifests = new Map(await Promise.all(read));
  const placed = new Map(found.map((change) => [change, withPlaces(change, manifests)]));
  const { comparison, collected } = run;
  return {
    ...run,
    comparison: { ...comparison, changes: comparison.changes.map((each) => placed.get(each) ?? each) },
    collected: {
      ...collected,
      dossiers: collected.dossiers.map((each) => ({ ...each, change: placed.get(each.change) ?? each.change }))
    }
  };
}
function changesWithFindings({ judgement, comparison }) {
  const rank = /* @__PURE__ */ new Map();
  for (const [at, { name, version, lockfile }] of judgement.findings.entries()) {
    const key = name === null ? void 0 : lockedVersion({ name, version, lockfile });
    if (key !== void 0 && !rank.has(key)) rank.set(key, at);
  }
  return comparison.changes.filter((change) => change.kind !== "removed" && change.roots !== void 0 && rank.has(lockedVersion(change))).sort((a, b) => (rank.get(lockedVersion(a)) ?? 0) - (rank.get(lockedVersion(b)) ?? 0));
}
async function manifestOf2(head, folder) {
  try {
    const { settings } = await stateOf(head);
    return manifestIn(await settings.at(folder, "package.json"));
  } catch {
    return void 0;
  }
}
function withPlaces(change, manifests) {
  const roots = (change.roots ?? []).map((root) => {
    const manifest = manifests.get(root.importer);
    const line = manifest?.lineOf(root.name);
    return manifest === void 0 || line === void 0 ? root : { ...root, place: { path: manifest.path, line } };
  });
  return { ...change, roots };
}

// src/run/stages.ts
async function complete(compared, opened) {
  const { subject, focus, trust } = opened;
  const policy = await opened.policy.compose();
  if ("recording" in subject) return { policy, trust, whole: compared, comparison: focusOn(compared, focus) };
  const verified = await verifyManagers(
    await withPolicyChange(compared, opened),
    { base: await stateOf(subject.request.base), head: await stateOf(subject.request.head) },
    (questions) => collectPrograms(questions, collectOptions(opened, policy, compared))
  );
  const resolved = await resolveUnpinned(verified.comparison, opened, policy);
  const compare = (part, needs2) => collect(part, { ...collectOptions(opened, policy, part), ...trustOptions(policy, trust), needs: needs2 });
  const read = await withFiles(await withAuthorship(resolved.comparison, subject.request, policy), subject.request);
  const { comparison: whole, asked: archives } = await showArchives(read, compare);
  const dropped = await dropReformatted(focusOn(whole, focus), compare);
  const answered = dropped.asked === void 0 ? archives : withAnswersOf(archives, dropped.asked);
  const asked = verified.asked === void 0 ? answered : withAnswersOf(verified.asked, answered ?? nothing);
  const comparison = await withFiles(dropped.comparison, subject.request);
  return {
    ...{ policy, whole, comparison, trust: await refreshedTrust(trust, subject.request.trust?.refresh, comparison) },
    ...asked && { asked },
    ...resolved.fetched && { fetched: resolved.fetched }
  };
}
async function collectEvidence(completed, opened) {
  const { policy, trust, comparison, asked, fetched } = completed;
  const judged2 = await collect(comparison, {
    ...collectOptions(opened, policy, comparison),
    ...trustOptions(policy, trust),
    needs: /* @__PURE__ */ new Set([...neededEvidence(policy), ...opened.focus?.also ?? []]),
    ...fetched === void 0 ? {} : { fetched }
  });
  return { ...completed, collected: withAnswersOf(asked, judged2) };
}
async function judgeEvidence({ policy, trust, whole, comparison, collected }, opened) {
  const { now, preset, file, focus, isEach = focus !== void 0 } = opened;
  const { dossiers } = collected;
  return {
    ...{ now, preset, file, trust, whole, comparison, collected },
    ...{ policy: opened.policy, effective: policy },
    judgement: judge({ comparison, dossiers, policy, now, ...isEach && { isPart: true } }),
    trusted: await trustUsed(dossiers, trust, now),
    proposer: reportedProposer(comparison, policy, now),
    failed: false
  };
}
async function judgeFurther(run, request, opened, runGate) {
  const looked = await withSecondLooks(run, request, runGate);
  const isHeard = request.decisions !== void 0 && request.mode === "check";
  const isDecided = isHeard || request.ledger !== void 0 && await ledgerPlace(request.trusted) !== "nothing";
  const decided = isDecided ? await (await import("./run-with-decisions.js")).withDecisions(looked, request, opened) : looked;
  return withEntries(decided, request, opened);
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
var nothing = { dossiers: [], answers: [] };
function collectOptions(opened, policy, comparison) {
  const { subject, now } = opened;
  const shared = {
    ...{ sources: policy.sources, now, configure: configuring(opened, policy, comparison) },
    listings: listsAllTarballs(policy) ? "all" : "small"
  };
  if ("recording" in subject) return { ...shared, offline: true, recorded: subject.recording.answers };
  const { osv, registry, offline, recorded, progress, limits, session } = subject.request;
  return {
    ...{ ...shared, osv: osvAddress(osv, registry), only: registry, offline },
    ...recorded === void 0 ? {} : { recorded: recorded.answers, trustsServedKeys: false },
    ...progress === void 0 ? {} : { progress },
    ...limits === void 0 ? {} : { limits },
    ...session === void 0 ? {} : { session }
  };
}
export {
  collectEvidence,
  complete,
  judgeEvidence,
  judgeFurther,
  withRootPlaces
};
