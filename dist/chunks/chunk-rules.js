import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  admits,
  keepsOut,
  selector,
  sentence
} from "./chunk-rules-package-lists.js";
import {
  flawsOf,
  isStrong,
  parseIntegrity,
  spellDigests,
  statedIntegrity
} from "./chunk-model-sri.js";
import {
  readLoosenings
} from "./chunk-model-loosening.js";
import {
  registryPart
} from "./chunk-text-registry-part.js";
import {
  absent,
  isUnneeded,
  present,
  unavailable
} from "./chunk-model-evidence-values.js";
import {
  bytesToHex,
  sha256,
  utf8ToBytes
} from "./chunk-noble-hashes-sha2.js";
import {
  duration,
  milliseconds,
  packageSelectors,
  selects,
  spelled
} from "./chunk-model-options.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  require_semver
} from "./chunk-semver.js";
import {
  require_satisfies
} from "./chunk-semver-functions-satisfies.js";
import {
  require_valid
} from "./chunk-semver-ranges-valid.js";
import {
  compareVersion
} from "./chunk-text-order.js";
import {
  compileGlobs
} from "./chunk-text-glob.js";
import {
  limits,
  quoted,
  visible
} from "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/model/example.ts
var exampleNow = "2026-06-15T12:00:00.000Z";
var exampleName = "left-pad";
var exampleVersion = "1.3.0";
var exampleRegistry = "https://registry.example/";
var exampleIntegrity = `sha512-${"A".repeat(86)}==`;
var otherIntegrity = `sha512-${"B".repeat(85)}A==`;
var weakIntegrity = "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=";
var weakShasum = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
function release(patch = {}) {
  return present({
    version: exampleVersion,
    documentMatches: true,
    integrity: exampleIntegrity,
    tarball: `${exampleRegistry}${exampleName}/-/${exampleName}-${exampleVersion}.tgz`,
    hooks: {},
    deprecated: false,
    dependencies: {},
    optionalDependencies: {},
    peerDependencies: {},
    bundled: [],
    ...patch
  });
}
function tarball(patch = {}, bindingGyp = false) {
  const none = { hooks: {}, bin: {}, bundled: [], dependencies: {}, optionalDependencies: {} };
  const manifest = { state: "read", name: exampleName, version: exampleVersion, ...none, ...patch };
  return present({ bindingGyp, manifest });
}
function history(times, more = {}) {
  const releases = Object.entries(times).map(([version, publishedAt]) => ({
    version,
    deprecated: false,
    ...publishedAt === "" ? {} : { publishedAt },
    ...more[version]
  }));
  return present({ distTags: { latest: releases.at(-1)?.version ?? "" }, releases });
}
var buildIdentity = {
  platform: "github",
  issuer: "https://token.actions.githubusercontent.com",
  subjectAlternativeName: "https://github.com/acme/left-pad/.github/workflows/release.yml@refs/heads/main",
  sourceRepository: "https://github.com/acme/left-pad",
  sourceRepositoryId: "1001",
  owner: "https://github.com/acme",
  ownerId: "11",
  workflow: ".github/workflows/release.yml",
  ref: "refs/heads/main",
  commit: "c".repeat(40),
  buildSigner: "https://github.com/acme/left-pad/.github/workflows/release.yml@refs/heads/main",
  builder: "https://github.com/actions/runner/github-hosted",
  runner: "hosted",
  trigger: "push",
  claimed: ["builder"]
};
function verifiedProvenance(identity2 = {}) {
  return present({
    state: "verified",
    identity: { ...buildIdentity, ...identity2 },
    predicateType: "https://slsa.dev/provenance/v1",
    signedAt: "2025-06-01T08:00:00.000Z",
    boundTo: "lockfile"
  });
}
function bundling(claim = {}) {
  return present({
    claims: [{ line: 10, pinned: false, held: false, by: { name: "pads", version: "2.0.0" }, ...claim }]
  });
}

// src/rules/releases.ts
var import_semver = __toESM(require_semver(), 1);
function latestPublish(history2) {
  return history2.releases.flatMap(({ publishedAt }) => publishedAt ?? []).reduce(
    (latest, time) => latest !== void 0 && Date.parse(latest) >= Date.parse(time) ? latest : time,
    void 0
  );
}
function proposeInstead(history2, version, accepts) {
  const major = import_semver.default.parse(version)?.major;
  const candidates = history2.releases.flatMap((release3) => {
    const parsed = import_semver.default.parse(release3.version);
    const fit = parsed?.prerelease.length === 0 && !release3.deprecated && release3.version !== version;
    return fit && accepts(release3) ? { release: release3, parsed } : [];
  });
  const highestFirst = candidates.sort((a, b) => b.parsed.compare(a.parsed));
  return (highestFirst.find(({ parsed }) => parsed.major === major) ?? highestFirst[0])?.release;
}

// src/rules/builds.ts
function spelledRepository(address) {
  return address.toLowerCase().replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "").replace(/\.git$/, "");
}
var withoutRef = (workflow) => workflow.replace(/(?<=\.ya?ml)@.*$/s, "");
function certified(build, field) {
  return build.claimed.includes(field) ? void 0 : build[field];
}
function isSame(one, other2, id, name) {
  const [a, b] = [certified(one, id), certified(other2, id)];
  if (a !== void 0 && b !== void 0 && one.issuer === other2.issuer) return a === b;
  const [nameOfOne, nameOfOther] = [name(one), name(other2)];
  return nameOfOne === void 0 || nameOfOther === void 0 ? void 0 : spelledRepository(nameOfOne) === spelledRepository(nameOfOther);
}
function isSameRepository(one, other2) {
  return isSame(one, other2, "sourceRepositoryId", ({ sourceRepository }) => sourceRepository) === true;
}
function isSameOwner(one, other2) {
  return isSame(one, other2, "ownerId", ({ owner }) => owner);
}

// src/rules/facts.ts
function fact(evidence, kind, name, tell) {
  const piece = evidence[kind];
  switch (piece.state) {
    case "present":
      return { [name]: tell(piece.value) };
    case "absent":
      return { [name]: null };
    case "unavailable":
      if (isUnneeded(piece)) return {};
      return { [name]: piece.unoffered === "publishers" ? null : { unread: kind } };
  }
}
function halves(before, after2) {
  return {
    ...Object.keys(before).length > 0 ? { before } : {},
    ...Object.keys(after2).length > 0 ? { after: after2 } : {}
  };
}
function defined(members) {
  return Object.fromEntries(
    Object.entries(members).flatMap(([key, value]) => value === void 0 ? [] : [[key, value]])
  );
}
function buildFacts(build) {
  const { issuer, sourceRepository, owner, workflow, ref, commit, buildSigner, runner, trigger, claimed } = build;
  return defined({
    ...{ issuer, workflow, ref, commit, runner, trigger, signer: buildSigner },
    repository: certified(build, "sourceRepositoryId") ?? spelledRepository(sourceRepository),
    owner: certified(build, "ownerId") ?? owner,
    claimed: [...claimed].sort()
  });
}
function provenanceFacts(outcome) {
  const { state } = outcome;
  if (state === "verified") return { state, build: buildFacts(outcome.identity) };
  if (state !== "invalid") return { state };
  return { state, failed: outcome.failed.map(({ kind, check }) => `${kind} ${check}`).sort() };
}

// src/model/rule.ts
function definePackageRule(rule) {
  return { ...rule, subject: "package" };
}
function defineLockfileRule(rule) {
  return { ...rule, subject: "lockfile" };
}
function definePolicyRule(rule) {
  return { ...rule, subject: "policy" };
}

// src/rules/subject.ts
function identity(change) {
  return { name: change.name, version: change.version };
}
function named(args) {
  const { name, version } = args;
  if (name === void 0 || version === void 0) throw new TypeError("a message lacks the package that it is about");
  return quoted(`${name}@${version}`, limits.name + limits.version + 1);
}
function plain(value) {
  if (value === void 0) throw new TypeError("a message lacks one of its arguments");
  return visible(String(value), limits.name);
}
function withCommas(value) {
  return plain(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
function registryOf(dossier) {
  if (dossier.registry === void 0) throw new TypeError(`no registry was assigned to ${dossier.change.name}`);
  return dossier.registry;
}
function pinsOf(dossier) {
  if (dossier.addresses.length !== dossier.change.pins.length) {
    throw new TypeError(`${dossier.change.name} has a different number of pins and addresses`);
  }
  return dossier.addresses.map((address, index) => ({ pin: dossier.change.pins[index], address }));
}

// src/rules/time.ts
var minuteLength = 6e4;
var hourLength = 36e5;
function minute(instant, rounding = "down") {
  const time = typeof instant === "string" ? Date.parse(instant) : Number.NaN;
  const minutes = rounding === "up" ? Math.ceil(time / minuteLength) : Math.floor(time / minuteLength);
  const [day4 = "", clock = ""] = new Date(minutes * minuteLength).toISOString().split("T");
  return `${day4} ${clock.slice(0, 5)} UTC`;
}
function between(from, to) {
  return Date.parse(to) - Date.parse(from);
}
function after(instant, milliseconds2) {
  return new Date(Date.parse(instant) + milliseconds2).toISOString();
}
function length(milliseconds2) {
  const hours = Math.floor(milliseconds2 / hourLength);
  if (hours < 1) return "under 1 h";
  if (hours < 120) return `${hours} h`;
  const days = Math.floor(hours / 24);
  return days < 730 ? `${days} days` : `${Math.floor(days / 365)} years`;
}

// src/rules/abandonment.ts
var orReplace = (args) => args.instead === void 0 ? `Replace ${quoted(args.name)}: every release of it is deprecated.` : `Use ${quoted(args.instead)}, the newest release that is not deprecated, or replace ${quoted(args.name)}.`;
var ownTime = ({ publishedAt }) => publishedAt.state === "present" ? publishedAt.value : void 0;
var abandonment_default = definePackageRule({
  id: "abandonment",
  summary: "The package is maintained: it is not deprecated, and it had a release within two years.",
  why: "Nobody fixes a vulnerability in an abandoned package, and attackers take over its dormant accounts: coa (2021), is (2025) and node-ipc (2026, through an expired e-mail domain) had had no release for years. The deprecation text of the author is not repeated here: it is third-party text, and agents read these reports.",
  incident: {
    date: "2021-11-04",
    what: "coa had not had a release since 2018 when its account was hijacked. Six versions came within little more than an hour, with a preinstall script. Nobody watches the account of a package that nobody maintains."
  },
  recommended: "warn",
  floor: "none",
  defaults: { dormantAfter: "730d", depth: "direct" },
  options: (z) => ({
    depth: z.enum(["direct", "all"], { error: "expected `direct` or `all`" }).describe("Whether only direct dependencies are reported that had no release for so long, or all packages."),
    dormantAfter: duration(z).describe("How long a package may go without a release.")
  }),
  sources: "registry",
  needs: ["release", "history", "publishedAt"],
  messages: {
    deprecated: {
      severity: "configured",
      text: (args) => `${named(args)} is deprecated by its authors.`,
      remediation: orReplace
    },
    dormant: {
      severity: "configured",
      text: (args) => `${quoted(args.name)} has had no release for ${plain(args.dormant)}; the last one was published ${minute(args.latest)}.`,
      remediation: (args) => `Check that ${quoted(args.name)} is still maintained, or choose a maintained package.`
    },
    "no-times": {
      severity: "configured",
      text: (args) => `The registry gives no publish time for any release of ${quoted(args.name)}, so it is unknown whether the package is maintained.`,
      remediation: (args) => `Check the repository of ${quoted(args.name)}, or ask the operator of the registry for publish times.`
    }
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (evidence.release.state === "absent" || evidence.history.state === "absent") return [];
    const releases = evidence.history.value;
    const found2 = [];
    if (evidence.release.value.deprecated) {
      const instead = proposeInstead(releases, change.version, () => true);
      const args = { ...identity(change), ...instead === void 0 ? {} : { instead: instead.version } };
      found2.push({ code: "deprecated", args });
    }
    if (options.depth === "direct" && !change.direct) return found2;
    const latest = latestPublish(releases) ?? ownTime(evidence);
    if (latest === void 0) return [...found2, { code: "no-times", args: identity(change) }];
    const silence = between(latest, context.now);
    if (silence > milliseconds(options.dormantAfter)) {
      found2.push({
        code: "dormant",
        args: { ...identity(change), latest, dormant: length(silence) },
        stable: { latest }
      });
    }
    return found2;
  },
  facts: ({ evidence }) => halves(
    {},
    fact(evidence, "release", "deprecated", ({ deprecated }) => deprecated)
  ),
  examples: [
    {
      title: "An old version of a package that had a release last year",
      dossier: {
        evidence: { history: history({ "1.3.0": "2019-01-01T00:00:00.000Z", "2.0.0": "2025-06-01T00:00:00.000Z" }) }
      },
      expectedCodes: []
    },
    {
      title: "A deprecated version, with a newer release that is not deprecated",
      dossier: {
        evidence: {
          release: release({ deprecated: true }),
          history: history(
            { "1.3.0": "2025-01-01T00:00:00.000Z", "1.3.1": "2025-06-01T00:00:00.000Z" },
            { "1.3.0": { deprecated: true } }
          )
        }
      },
      expectedCodes: ["deprecated"]
    },
    {
      title: "The last release was eight years ago, and it is deprecated",
      dossier: {
        evidence: {
          release: release({ deprecated: true }),
          history: history({ "1.3.0": "2018-04-09T00:00:00.000Z" }, { "1.3.0": { deprecated: true } })
        }
      },
      expectedCodes: ["deprecated", "dormant"]
    },
    {
      title: "A transitive dependency without a release for eight years",
      dossier: { change: { direct: false }, evidence: { history: history({ "1.3.0": "2018-04-09T00:00:00.000Z" }) } },
      expectedCodes: []
    },
    {
      title: "The same, where all packages count",
      dossier: { change: { direct: false }, evidence: { history: history({ "1.3.0": "2018-04-09T00:00:00.000Z" }) } },
      options: { depth: "all" },
      expectedCodes: ["dormant"]
    },
    {
      title: "A registry that gives the package's times, but none for a release",
      dossier: { evidence: { history: history({ "1.3.0": "" }), publishedAt: { state: "absent" } } },
      expectedCodes: ["no-times"]
    },
    {
      title: "A policy that allows ten years without a release",
      dossier: {
        evidence: {
          publishedAt: present("2018-04-09T00:00:00.000Z"),
          history: history({ "1.3.0": "2018-04-09T00:00:00.000Z" })
        }
      },
      options: { dormantAfter: "3650d" },
      expectedCodes: []
    }
  ]
});

// src/rules/advisory-words.ts
function advisoryArgs({ id, aliases = [], unread = false }) {
  return {
    advisory: id,
    ...aliases.length === 0 ? {} : { aliases: aliases.slice(0, shown).join(" ") },
    ...unread ? { unread: 1 } : {}
  };
}
var shown = 5;
function advisoryIds({ advisory, aliases }) {
  const others2 = aliases === void 0 ? [] : String(aliases).split(" ").map((one) => quoted(one));
  return others2.length === 0 ? quoted(advisory) : `${quoted(advisory)} (also ${others2.join(", ")})`;
}
function unreadableRange({ unread }) {
  return unread === void 0 ? "" : " (its affected versions cannot be read, so it counts for this version)";
}

// src/rules/advisory.ts
var severities = ["low", "moderate", "high", "critical"];
var known = (...records) => present({
  state: "known",
  records: records.map((one) => ({
    ...{ id: "GHSA-aaaa-bbbb-cccc", severity: "high", malware: false, exact: false },
    ...one
  }))
});
var affected = (args) => `${named(args)} has a known vulnerability of severity ${plain(args.severity)}: ${advisoryIds(args)}${unreadableRange(args)}.`;
var upgrade = (args) => args.fixedIn === void 0 ? `Check ${quoted(args.advisory)} for a version that is not affected, or replace ${quoted(args.name)}.` : `Use ${quoted(args.fixedIn)} or a later version of ${quoted(args.name)}.`;
var advisory_default = definePackageRule({
  id: "advisory",
  summary: "The change pulls in no version with a known vulnerability.",
  why: "A version that is known to be vulnerable when it is proposed should not be merged. Only advisories that the change introduces count: one that also affects a version of this package on the base branch is not caused by this pull request, and an audit reports it. Each record counts once, by its id.",
  recommended: "error",
  floor: "none",
  defaults: { minimumSeverity: "high", belowMinimum: "warn" },
  options: (z) => ({
    minimumSeverity: z.enum(severities, { error: "expected `low`, `moderate`, `high` or `critical`" }).describe("The lowest severity at which an advisory has the rule's level."),
    belowMinimum: z.enum(["off", "warn"], { error: "expected `off` or `warn`" }).describe("The level of an advisory with a lower severity.")
  }),
  strict: { minimumSeverity: "moderate" },
  sources: "registry",
  needs: ["advisories", "predecessorAdvisories"],
  messages: {
    vulnerable: { severity: "configured", text: affected, remediation: upgrade },
    minor: { severity: "advisory", text: affected, remediation: upgrade }
  },
  check({ dossier, evidence, options, context }) {
    if (evidence.advisories.state === "absent" || evidence.advisories.value.state !== "known") return [];
    const records = evidence.advisories.value.records.filter(({ malware }) => !malware);
    if (records.length === 0) return [];
    const before = context.mode === "audit" ? /* @__PURE__ */ new Set() : idsOf(evidence.predecessorAdvisories);
    return records.flatMap((record2) => {
      const { id, aliases = [], severity, fixedIn } = record2;
      if (before.has(id)) return [];
      const counts = severities.indexOf(severity) >= severities.indexOf(options.minimumSeverity);
      if (!counts && options.belowMinimum === "off") return [];
      const args = {
        ...{ ...identity(dossier.change), ...advisoryArgs(record2), severity },
        ...fixedIn === void 0 ? {} : { fixedIn }
      };
      return [
        {
          code: counts ? "vulnerable" : "minor",
          args,
          stable: { advisory: id, severity },
          about: [id],
          aliases: { [id]: aliases }
        }
      ];
    });
  },
  facts: ({ evidence }) => halves(
    // Of the version before only what it shares: an advisory about that one alone says nothing of this one.
    fact(evidence, "predecessorAdvisories", "shared", (before) => {
      const own = evidence.advisories.state === "present" ? recordsOf(evidence.advisories.value) : [];
      const had = new Set(recordsOf(before).map(({ id }) => id));
      return own.flatMap(({ id }) => had.has(id) ? id : []).sort();
    }),
    fact(
      evidence,
      "advisories",
      "advisories",
      (advisories) => advisories.state === "known" ? recordsOf(advisories).map(({ id, severity }) => `${id} ${severity}`).sort() : advisories.state
    )
  ),
  examples: [
    { title: "No advisory", dossier: {}, expectedCodes: [] },
    {
      title: "A registry that has no advisories",
      dossier: { evidence: { advisories: present({ state: "not-applicable" }) } },
      expectedCodes: []
    },
    {
      title: "A new package with an advisory of high severity and one of low severity",
      dossier: {
        evidence: {
          advisories: known({ fixedIn: "1.3.1" }, { id: "GHSA-dddd-eeee-ffff", severity: "low" })
        }
      },
      expectedCodes: ["vulnerable", "minor"]
    },
    {
      title: "An advisory that affects the base branch too",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.0", baseVersions: ["1.2.0"] },
        evidence: { advisories: known({}), predecessorAdvisories: known({}) }
      },
      expectedCodes: []
    },
    {
      title: "The same advisory in an audit",
      mode: "audit",
      dossier: { evidence: { advisories: known({}) } },
      expectedCodes: ["vulnerable"]
    },
    {
      title: "An advisory of lower severity, where the policy turns those off",
      dossier: { evidence: { advisories: known({ severity: "moderate" }) } },
      options: { belowMinimum: "off" },
      expectedCodes: []
    }
  ]
});
var recordsOf = (advisories) => advisories.state === "known" ? advisories.records.filter(({ malware }) => !malware) : [];
function idsOf(evidence) {
  if (evidence.state === "absent" || evidence.value.state !== "known") return /* @__PURE__ */ new Set();
  return new Set(evidence.value.records.map(({ id }) => id));
}

// src/rules/alias.ts
var alias_default = definePackageRule({
  id: "alias",
  summary: "No package is installed under the name of another unnoticed.",
  why: 'An alias (`"lodash": "npm:lodahs@1"`) installs one package where the code imports another: whoever reads the imports, or searches the manifest for a name, sees the trusted name. Every rule of lockgate judges the real name; this rule reports that there is an alias.',
  recommended: "warn",
  floor: "none",
  sources: "any",
  needs: [],
  messages: {
    "new-alias": {
      severity: "configured",
      text: (args) => `${named(args)} is installed under a new alias: ${quoted(args.alias)}. lockgate judges it under its real name.`,
      remediation: () => "Confirm that the package behind the alias is the intended one."
    }
  },
  check({ dossier: { change }, context }) {
    if (context.mode === "audit") return [];
    const known2 = change.baseAliases ?? [];
    return change.aliases.filter((alias) => !known2.includes(alias)).map((alias) => ({ code: "new-alias", args: { ...identity(change), alias }, stable: { alias } }));
  },
  facts: ({ dossier: { change } }) => ({ after: { aliases: [...change.aliases].sort() } }),
  examples: [
    { title: "A package under its own name", dossier: {}, expectedCodes: [] },
    {
      title: "An alias that the base branch has too, for another version",
      dossier: {
        change: {
          kind: "updated",
          previousVersion: "1.2.0",
          baseVersions: ["1.2.0"],
          aliases: ["pad"],
          baseAliases: ["pad"]
        }
      },
      expectedCodes: []
    },
    { title: "An alias in an audit", mode: "audit", dossier: { change: { aliases: ["pad"] } }, expectedCodes: [] },
    {
      title: "A new package under another name",
      dossier: { change: { aliases: ["lodash"] } },
      expectedCodes: ["new-alias"]
    }
  ]
});

// src/rules/allow.ts
var allow_default = definePackageRule({
  id: "allow",
  summary: "Where the policy lists the allowed packages, the package is on the list.",
  why: "With a list of allowed packages, a package that nobody has reviewed is refused. The list waives no other rule: every other rule still judges a listed package. Without a list every package is allowed. The packages of the repository itself need no entry.",
  recommended: "error",
  floor: "none",
  defaults: { packages: [], depth: "all" },
  options: (z) => ({
    packages: z.array(selector(z), { error: 'expected a list of packages, such as `["@acme/*", "left-pad@^1.2.0"]`' }).max(2e4, { error: "expected at most 20000 packages" }).describe(
      "The only allowed packages; if empty, all are allowed. The key `allow` of the policy is the same list."
    ),
    depth: z.enum(["direct", "all"], { error: "expected `direct` or `all`" }).describe("Whether the packages that direct dependencies pull in must be on the list too.")
  }),
  sources: "any",
  needs: [],
  messages: {
    "not-listed": {
      severity: "configured",
      text: (args) => `${named(args)} is not on the policy's list of allowed packages.`,
      remediation: () => "Use a package that is on the list, or propose this one for the list in a separate pull request."
    }
  },
  check({ dossier: { change }, options: { packages, depth } }) {
    const own = change.source.kind === "workspace" || change.source.kind === "link" && !change.source.outside;
    if (packages.length === 0 || own || depth === "direct" && !change.direct) return [];
    if (packages.some((text3) => admits(text3)(change.name, change.version))) return [];
    return [{ code: "not-listed", args: identity(change) }];
  },
  examples: [
    { title: "No list", dossier: {}, expectedCodes: [] },
    { title: "On the list", dossier: {}, options: { packages: ["left-pad@^1.2.0"] }, expectedCodes: [] },
    { title: "Not on the list", dossier: {}, options: { packages: ["@acme/*"] }, expectedCodes: ["not-listed"] },
    {
      title: "A package that another one pulls in, where only direct dependencies must be listed",
      dossier: { change: { direct: false, via: [["express", "left-pad"]] } },
      options: { packages: ["express"], depth: "direct" },
      expectedCodes: []
    }
  ]
});

// src/rules/approval-record.ts
var put = "Take it out of this pull request, unless approvers let it in here: docs/ledger.md says how a record comes in.";
var approval_record_default = defineLockfileRule({
  id: "approval-record",
  summary: "No record of a decision comes in that nobody made, and none is changed or removed.",
  why: "A record in `.github/dependency-approvals/` lets a package in, or keeps it out, in every later pull request. It is believed because it was verified on its way in, and not because it lies there: so it has to follow from what approvers wrote on the pull request that it names, or approvers have to let this very file in, or it is signed by their security keys. A record that could be changed or taken out would be no record.",
  recommended: "error",
  floor: "whole",
  messages: {
    "record-unproven": {
      severity: "mandatory",
      text: ({ path }) => `${quoted(path)} says that people decided about a dependency, and nothing proves it: only the check on the pull request can ask for that.`,
      remediation: () => put
    },
    "record-altered": {
      severity: "mandatory",
      text: ({ path, how }) => `${quoted(path)} is ${plain(how)}, and records of decisions are neither changed nor removed.`,
      remediation: () => "Restore the file as the base branch has it. A record ends by another one that revokes it."
    },
    "record-misplaced": {
      severity: "mandatory",
      text: ({ path }) => `${quoted(path)} lies where records of decisions lie, and is none.`,
      remediation: () => put
    }
  },
  check: ({ observation: { code, path, line, args } }) => [
    { code, args: { ...args, path }, stable: { ...args, path }, line }
  ],
  examples: [
    {
      title: "A pull request brings its own record",
      observation: {
        code: "record-unproven",
        path: ".github/dependency-approvals/b30ee03e92f7236d59c2afa9e0289879-approve-2419077311.json",
        line: 1,
        args: { how: "added" }
      },
      expectedCodes: ["record-unproven"]
    },
    {
      title: "A record of a denial is removed",
      observation: {
        code: "record-altered",
        path: ".github/dependency-approvals/b30ee03e92f7236d59c2afa9e0289879-deny-2419077312.json",
        line: 1,
        args: { how: "removed" }
      },
      expectedCodes: ["record-altered"]
    },
    {
      title: "The folder of records is made a link",
      observation: { code: "record-misplaced", path: ".github/dependency-approvals", line: 1, args: { how: "added" } },
      expectedCodes: ["record-misplaced"]
    }
  ]
});

// src/rules/bundled.ts
var bundler = ({ by, byVersion }) => quoted(`${by ?? ""}@${byVersion ?? ""}`, limits.name + limits.version + 1);
var lockAgain = "Remove the entry from the lockfile and lock again, so that the package manager pins what it installs.";
var bringsIn = ({ version, baseVersions, changed: changed2 }) => !baseVersions.includes(version) || changed2.includes("has-shrinkwrap");
var bundled_default = definePackageRule({
  id: "bundled",
  summary: "A package that the lockfile calls bundled is in the tarball of another package, and is reported.",
  why: "A bundled package is not fetched from a registry: it is in the tarball of another package, and the lockfile pins no bytes of its own. What the registry says about its name and version need not be true of what is installed. The claim is also a way to omit a pin: if the other package does not bundle it, npm fetches it from the registry and accepts any bytes.",
  recommended: "warn",
  floor: "none",
  defaults: { falseClaim: "error" },
  options: (z) => ({
    falseClaim: z.enum(["warn", "error"], { error: "expected `warn` or `error`" }).describe("The level where the lockfile calls a package bundled and no published manifest bundles it.")
  }),
  audit: { falseClaim: "warn" },
  sources: "registry",
  needs: ["bundling"],
  messages: {
    "not-bundled": {
      severity: { option: "falseClaim" },
      text: (args) => `The lockfile says that ${named(args)} is bundled in the tarball of ${bundler(args)}, but the published manifest of that package does not bundle it.`,
      remediation: () => lockAgain
    },
    "no-bundler": {
      severity: { option: "falseClaim" },
      text: (args) => `The lockfile says that ${named(args)} is bundled and pins no bytes for it, but it is not in the folder of any package from a registry.`,
      remediation: () => lockAgain
    },
    bundled: {
      severity: "configured",
      text: (args) => `${named(args)} is bundled in the tarball of ${bundler(args)}: the installed code may differ from what the registry has under this name.`,
      remediation: (args) => `Confirm that you trust ${bundler(args)} with what it bundles.`
    },
    shrinkwrap: {
      severity: "configured",
      text: (args) => `${named(args)} has its own \`npm-shrinkwrap.json\`, which decides which versions are installed below it.`,
      remediation: () => "Confirm the versions that are locked below it; every rule judges these packages too."
    },
    "shrinkwrap-unlisted": {
      severity: { option: "falseClaim" },
      text: (args) => `The lockfile says that ${named(args)} has an \`npm-shrinkwrap.json\`, and lists nothing below it: npm installs what that file names, from wherever it says, and none of it was checked.`,
      remediation: () => "Remove the entry from the lockfile and lock again: npm then lists below it what the shrinkwrap names."
    },
    "bundles-unseen": {
      severity: "configured",
      text: (args) => `${named(args)} bundles packages in its tarball. lockgate judged the registry's versions of its dependencies; the bundled code may differ.`,
      remediation: () => "Lock it with the package manager: the lockfile lists what is bundled, and lockgate judges each of these packages as bundled."
    },
    "shrinkwrap-unseen": {
      severity: "configured",
      text: (args) => `${named(args)} has an \`npm-shrinkwrap.json\` in its tarball, which decides which versions are installed below it; they may differ from the versions that were judged.`,
      remediation: () => "Lock it with the package manager and run the check on the lockfile, which lists the versions that are installed."
    }
  },
  check({ dossier: { change }, evidence, context }) {
    const { hasShrinkwrap, shrinkwrapUnlisted, bundles, bringsShrinkwrap } = change.claims;
    const args = identity(change);
    const claims = evidence.bundling.state === "present" ? evidence.bundling.value.claims : [];
    const found2 = claims.flatMap(({ line, by, held }) => {
      if (held && context.mode === "audit") return [];
      const code = by === void 0 ? "no-bundler" : held ? "bundled" : "not-bundled";
      const holder = by === void 0 ? {} : { by: by.name, byVersion: by.version };
      return [{ code, args: { ...args, ...holder }, stable: holder, line }];
    });
    if (shrinkwrapUnlisted === true && bringsIn(change)) found2.push({ code: "shrinkwrap-unlisted", args });
    else if (hasShrinkwrap === true && context.mode === "check") found2.push({ code: "shrinkwrap", args });
    if (bundles === true) found2.push({ code: "bundles-unseen", args });
    if (bringsShrinkwrap === true) found2.push({ code: "shrinkwrap-unseen", args });
    return found2;
  },
  examples: [
    { title: "A package with a pin of its own", dossier: {}, expectedCodes: [] },
    {
      title: "A bundled package in an audit",
      mode: "audit",
      dossier: { evidence: { bundling: bundling({ held: true }) } },
      expectedCodes: []
    },
    {
      title: "A package in the tarball of another package",
      dossier: { change: { claims: { inBundle: true } }, evidence: { bundling: bundling({ held: true }) } },
      expectedCodes: ["bundled"]
    },
    {
      title: "A package whose own shrinkwrap decides what is below it",
      dossier: { change: { claims: { hasShrinkwrap: true } } },
      expectedCodes: ["shrinkwrap"]
    },
    {
      title: "A package with a shrinkwrap of which the lockfile lists nothing",
      dossier: { change: { claims: { hasShrinkwrap: true, shrinkwrapUnlisted: true } } },
      expectedCodes: ["shrinkwrap-unlisted"]
    },
    {
      title: "A known package that gains the flag alone",
      dossier: {
        change: {
          ...{ kind: "updated", previousVersion: "1.3.0", baseVersions: ["1.3.0"], changed: ["has-shrinkwrap"] },
          claims: { hasShrinkwrap: true, shrinkwrapUnlisted: true }
        }
      },
      expectedCodes: ["shrinkwrap-unlisted"]
    },
    {
      title: "One whose shrinkwrap is listed nowhere, as in the base",
      dossier: {
        change: {
          ...{ kind: "updated", previousVersion: "1.3.0", baseVersions: ["1.3.0"], changed: ["dependency-types"] },
          claims: { hasShrinkwrap: true, shrinkwrapUnlisted: true }
        }
      },
      expectedCodes: ["shrinkwrap"]
    },
    {
      title: "A package that is not in a lockfile, with copies of others in its tarball",
      dossier: { change: { claims: { bundles: true } } },
      expectedCodes: ["bundles-unseen"]
    },
    {
      title: "A package that is not in a lockfile, with a shrinkwrap in its tarball",
      dossier: { change: { claims: { bringsShrinkwrap: true } } },
      expectedCodes: ["shrinkwrap-unseen"]
    },
    {
      title: "The other package does not bundle it",
      dossier: { change: { claims: { inBundle: true } }, evidence: { bundling: bundling() } },
      expectedCodes: ["not-bundled"]
    },
    {
      title: "There is no other package that could bundle it",
      dossier: {
        change: { claims: { inBundle: true } },
        evidence: { bundling: present({ claims: [{ line: 10, pinned: false, held: false }] }) }
      },
      expectedCodes: ["no-bundler"]
    }
  ]
});

// src/rules/committed-bytes.ts
var release2 = ({ package: name, release: version }) => quoted(`${plain(name)}@${plain(version)}`);
var restore = "Restore the file, or let the package manager write it again from the registry, and commit what it writes.";
var byHand = "Run `yarn install --immutable --check-cache` on the head branch: it compares every archive with the registry. If it passes, record an exception for the file.";
var configured = (text3, remediation5) => ({
  severity: "configured",
  text: text3,
  remediation: () => remediation5
});
var reasons = {
  "no-entry": "no entry of the lockfile has an archive of this name",
  lfs: "it is a pointer of Git LFS, and the bytes are not in the repository",
  budget: "lockgate reads no more archives in one run",
  "too-large": "it is larger than lockgate reads",
  "not-regular": "it is not a regular file",
  "no-tarball": "it was not made from a tarball of a registry",
  "no-original": "the archive that its patch changes is not beside it",
  "outside-the-patch": "it differs from the archive that its patch changes in files that the patch does not name",
  "changed-alone": "the base branch has the same entry in its lockfile, and another content in its archive",
  several: "they are pointers of Git LFS, past a limit of this run, or their tarballs could not be had",
  "not-asked": "the tarball was not requested",
  program: "its program is neither the one on the base branch nor the one in the release of Yarn that `yarnPath` or `packageManager` names",
  "state-malformed": "lockgate cannot read its state",
  "state-settings": "settings in its state differ from those on the base branch",
  "state-locator": "its state has a package that the lockfile does not have",
  "state-edge": "its state gives a package a dependency that the lockfile does not give it, or leaves one out",
  "state-location": "its state has a package at a place that is not its own",
  "no-lockfile": "lockgate cannot read the lockfile beside it",
  "not-in-registry": "the registry does not have this version"
};
var why = ({ reason }) => reasons[plain(reason)] ?? quoted(reason);
function subjectOf(args) {
  if (args.package !== void 0) return `${quoted(args.path)} (${release2(args)})`;
  return args.count === void 0 ? quoted(args.path) : `Archives in ${quoted(args.path)} (${plain(args.count)})`;
}
var committed_bytes_default = defineLockfileRule({
  id: "committed-bytes",
  summary: "What a repository commits of its dependencies is what the registry has.",
  why: "A repository that commits its dependencies (an archive in `.yarn/cache`, a store, a vendored tarball) installs and runs those bytes, whatever the lockfile and the registry say. Yarn accepts an archive whose checksum the pull request itself wrote into the lockfile, and an archive of a platform package has no checksum at all. So lockgate compares the files in a new or changed archive with those of the registry's tarball.",
  recommended: "error",
  floor: "part",
  messages: {
    "archive-differs": {
      severity: "mandatory",
      text: (args) => `${quoted(args.path)} is not what the registry has: its files differ from those of the tarball of ${release2(args)} in path, kind, executable bit or content.`,
      remediation: () => restore
    },
    "loader-differs": configured(
      (args) => `${quoted(args.path)}, which runs in every process that Yarn starts, is not what Yarn would write: ${why(args)}.`,
      "Run `yarn install` and commit the file that it writes. If a new version of Yarn wrote it, review the change and record an exception for the file."
    ),
    "archive-unshown": configured(
      (args) => `${subjectOf(args)} could not be compared with the registry's tarball: ${why(args)}.`,
      byHand
    ),
    "store-changed": configured(
      (args) => `This change adds or changes files (${plain(args.count)}) in ${quoted(args.path)}, from where a package manager installs without asking the registry; lockgate does not judge them.`,
      "Remove the folder from the repository, and add it to `.gitignore`. If it is meant to be there, review its files and record an exception."
    ),
    "tarball-changed": configured(
      (args) => `${quoted(args.lockfile)} installs ${quoted(args.path)}, a tarball that this change adds or changes; lockgate does not judge what is in it.`,
      "Install the package from a registry. If the tarball is meant to be in the repository, review it and record an exception for the file."
    ),
    "archive-patched": {
      severity: "advisory",
      text: (args) => `${quoted(args.path)} is ${quoted(args.package)} with a patch that changes files in it (${plain(args.count)}): ${quoted(args.shown)}.`,
      remediation: () => "Review the files that differ from the package in the registry."
    },
    "patch-changed": {
      severity: "advisory",
      text: (args) => `${quoted(args.path)}, which patches a dependency, is ${plain(args.how)} (lines added: ${plain(args.added)}, removed: ${plain(args.removed)})${args.shown === "" ? "" : `: ${quoted(args.shown)}`}.`,
      remediation: () => "Review the patch: its text becomes part of the package that is installed."
    }
  },
  check: ({ observation: { code, path, line, args } }) => {
    const { reason = "", ...stable } = args;
    return [
      { code, args: { ...args, path }, stable: code === "archive-unshown" ? stable : { ...stable, reason }, line }
    ];
  },
  examples: [
    {
      title: "An archive whose files are not those of the tarball",
      observation: {
        code: "archive-differs",
        path: ".yarn/cache/left-pad-npm-1.3.0-3811c3ed43-876cf62ccb.zip",
        line: 1,
        args: { package: "left-pad", release: "1.3.0", contents: "a".repeat(128) }
      },
      expectedCodes: ["archive-differs"]
    },
    {
      title: "A loader with a program that is not the one of the base branch",
      observation: {
        code: "loader-differs",
        path: ".pnp.cjs",
        line: 1,
        args: { reason: "program" }
      },
      expectedCodes: ["loader-differs"]
    },
    {
      title: "Archives that Git LFS keeps elsewhere",
      observation: {
        code: "archive-unshown",
        path: ".yarn/cache",
        line: 1,
        args: { reason: "lfs", count: 12 }
      },
      expectedCodes: ["archive-unshown"]
    },
    {
      title: "A store in the repository",
      observation: { code: "store-changed", path: ".store", line: 1, args: { count: 7 } },
      expectedCodes: ["store-changed"]
    },
    {
      title: "A new vendored tarball",
      observation: {
        code: "tarball-changed",
        path: "vendor/xlsx-0.20.3.tgz",
        line: 1,
        args: { lockfile: "package-lock.json" }
      },
      expectedCodes: ["tarball-changed"]
    },
    {
      title: "Yarn's own patch of a compiler",
      observation: {
        code: "archive-patched",
        path: ".yarn/cache/typescript-patch-2a0e8e3c4d-5f0c1a9b2e.zip",
        line: 1,
        args: { package: "typescript", count: 2, shown: "lib/tsc.js, lib/typescript.js" }
      },
      expectedCodes: ["archive-patched"]
    },
    {
      title: "A patch with another text",
      observation: {
        code: "patch-changed",
        path: "patches/left-pad@1.3.0.patch",
        line: 1,
        args: { how: "changed", added: 2, removed: 1, shown: "index.js" }
      },
      expectedCodes: ["patch-changed"]
    }
  ]
});

// src/rules/cooldown.ts
var import_semver2 = __toESM(require_semver(), 1);

// src/model/fixed-advisories.ts
function fixedBy(before, now) {
  if (before.state !== "present" || now.state !== "present") return [];
  if (before.value.state !== "known" || now.value.state !== "known") return [];
  const [had, has] = [before.value.records, now.value.records].map((records) => records.map(({ id }) => id));
  if (had === void 0 || has === void 0 || has.some((id) => !had.includes(id))) return [];
  return had.filter((id) => !has.includes(id));
}

// src/rules/cooldown.ts
var tolerance = 15 * 6e4;
function meanwhile(change, releases, publishedBefore) {
  const instead = proposeInstead(
    releases,
    change.version,
    ({ publishedAt }) => publishedAt !== void 0 && between(publishedAt, publishedBefore) >= 0
  );
  const { previousVersion } = change;
  const previous = previousVersion === void 0 || previousVersion === change.version ? null : import_semver2.default.parse(previousVersion);
  if (previous !== null && (instead === void 0 || previous.compare(instead.version) >= 0)) {
    return { keep: previous.version };
  }
  return instead?.publishedAt === void 0 ? {} : { instead: instead.version, insteadAt: instead.publishedAt };
}
function orUse(args) {
  if (args.keep !== void 0) return `, or keep ${quoted(args.keep)} until then`;
  if (args.instead === void 0) return "; no other release is old enough";
  return `, or use ${quoted(args.instead)} (published ${minute(args.insteadAt)}), the newest release that is old enough`;
}
var cooldown_default = definePackageRule({
  id: "cooldown",
  summary: "The version was published some time ago, so others had the chance to notice an attack.",
  why: "Of 41 catalogued takeovers of npm packages, 38 were live for at most 24 hours and all 41 for at most 72; the median was 6. Waiting until a release is three days old would have kept out every one of them. No other sign would have caught four of them, among them @solana/web3.js in 2024.",
  incident: {
    date: "2024-12-02",
    what: "The publisher of @solana/web3.js was phished; 1.95.6 and 1.95.7 sent off private keys when they were used. They were up for five hours. No public record showed a script, a new name or a change of publisher: their age was the only sign."
  },
  recommended: "error",
  floor: "none",
  defaults: { minimumReleaseAge: "72h", securityFixBypass: true },
  options: (z) => ({
    minimumReleaseAge: duration(z).describe(
      "How long ago a version must have been published. `0h` only requires a publish time that is not in the future."
    ),
    securityFixBypass: z.boolean({ error: "expected `true` or `false`" }).describe("Whether a version that fixes an advisory about the version on the base branch is only a warning.")
  }),
  strict: { minimumReleaseAge: "7d" },
  sources: "registry",
  needs: ["publishedAt", "history", "signedAt"],
  restsOn: "publishTimes",
  optionalEvidence: ["advisories", "predecessorAdvisories"],
  messages: {
    future: {
      severity: "configured",
      becomes: ["too-young", "young-fix"],
      text: (args) => `The registry gives ${named(args)} a publish time in the future: ${minute(args.publishedAt)}.`,
      remediation: (args) => `Wait until ${minute(args.passesAt, "up")}${orUse(args)}. A publish time in the future is an error of the registry or its mirror.`
    },
    "too-young": {
      severity: "configured",
      text: (args) => `${named(args)} was published ${minute(args.publishedAt)}, ${plain(args.age)} ago: less than the ${plain(args.minimum)} that the policy requires.`,
      remediation: (args) => `Wait until ${minute(args.passesAt, "up")} (this rule then passes)${orUse(args)}.`
    },
    "young-fix": {
      severity: "advisory",
      text: (args) => `${named(args)} was published ${minute(args.publishedAt)}, ${plain(args.age)} ago; it fixes ${quoted(args.fixes)}, which affects the version on the base branch.`,
      remediation: (args) => `Review what else ${named(args)} changes, or wait until ${minute(args.passesAt, "up")} (this rule then passes)${orUse(args)}.`
    },
    "contradicted-time": {
      severity: "advisory",
      text: (args) => `The registry says that ${named(args)} was published ${minute(args.stated)}, but ${args.by === "publish" ? "its publish was approved and logged" : "its provenance was signed"} ${minute(args.signed)}; the age counts from then.`,
      remediation: () => "Ask the operator of the registry why its times contradict signed ones; a mirror may have made them up."
    },
    "unwitnessed-approval": {
      severity: "note",
      text: (args) => `${named(args)} is a staged release that ${quoted(args.approver)} approved, and nothing but the registry's own word says when: its age counts from ${minute(args.publishedAt)}, and it may have become installable later.`,
      remediation: () => "Nothing needs to be done. If it matters here, wait until its approval is old enough as well."
    },
    "no-time": {
      severity: "configured",
      text: (args) => `The registry gives publish times, but none for ${named(args)}, so its age is unknown.`,
      remediation: (args) => `Use a version of ${quoted(args.name)} that has a publish time, or ask the operator of the registry for it.`
    }
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (evidence.publishedAt.state === "absent") return [{ code: "no-time", args: identity(change) }];
    const stated = evidence.publishedAt.value;
    const minimum = milliseconds(options.minimumReleaseAge);
    const isOldEnough = (at2) => between(at2, context.now) >= Math.max(minimum, 0);
    const times = isOldEnough(stated) && evidence.signedAt.state === "present" ? evidence.signedAt.value : {};
    const { time: signed, unwitnessedApprover: approver } = times;
    const isContradicted = signed !== void 0 && between(stated, signed.at) > tolerance;
    const contradiction2 = isContradicted ? [{ code: "contradicted-time", args: { ...identity(change), stated, signed: signed.at, by: signed.by } }] : [];
    const publishedAt = isContradicted ? signed.at : stated;
    const age = between(publishedAt, context.now);
    if (isOldEnough(publishedAt)) {
      if (approver === void 0) return contradiction2;
      const note2 = { ...identity(change), approver, publishedAt };
      return [...contradiction2, { code: "unwitnessed-approval", args: note2, stable: { publishedAt } }];
    }
    const oldEnough = after(context.now, -minimum);
    const releases = evidence.history.state === "present" ? evidence.history.value : { distTags: {}, releases: [] };
    const args = {
      ...identity(change),
      publishedAt,
      passesAt: after(publishedAt, minimum),
      age: length(age),
      minimum: spelled(options.minimumReleaseAge),
      ...meanwhile(change, releases, oldEnough)
    };
    if (age < 0) return [{ code: "future", args, stable: { publishedAt } }, ...contradiction2];
    const fixes = options.securityFixBypass ? fixedBy(evidence.predecessorAdvisories, evidence.advisories) : [];
    if (fixes.length === 0) return [{ code: "too-young", args, stable: { publishedAt } }, ...contradiction2];
    return [
      { code: "young-fix", args: { ...args, fixes: fixes.join(", ") }, stable: { publishedAt } },
      ...contradiction2
    ];
  },
  facts: ({ evidence }) => halves(
    {},
    {
      ...fact(evidence, "publishedAt", "publishedAt", (at2) => at2),
      ...fact(
        evidence,
        "signedAt",
        "signedAt",
        ({ time, unwitnessedApprover: approver }) => defined({ at: time?.at, by: time?.by, approver })
      )
    }
  ),
  examples: [
    {
      title: "Exactly 72 hours old",
      dossier: { evidence: { publishedAt: present("2026-06-12T12:00:00.000Z") } },
      expectedCodes: []
    },
    {
      title: "Two hours old, with an older release of the same major version",
      dossier: {
        change: { version: "1.3.1" },
        evidence: {
          publishedAt: present("2026-06-15T10:00:30.000Z"),
          history: history({
            "1.3.0": "2024-03-01T09:00:00.000Z",
            "1.3.1": "2026-06-15T10:00:30.000Z",
            "2.0.0": "2025-01-01T00:00:00.000Z"
          })
        }
      },
      expectedCodes: ["too-young"]
    },
    {
      title: "An upgrade to a release of yesterday: the version on the base branch can stay",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.9", baseVersions: ["1.2.9"] },
        evidence: {
          publishedAt: present("2026-06-14T12:00:00.000Z"),
          history: history({ "1.2.9": "2024-03-01T09:00:00.000Z", "1.3.0": "2026-06-14T12:00:00.000Z" })
        }
      },
      expectedCodes: ["too-young"]
    },
    {
      title: "A fix of yesterday for an advisory about the version on the base branch: a warning",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.9", baseVersions: ["1.2.9"] },
        evidence: {
          publishedAt: present("2026-06-14T12:00:00.000Z"),
          predecessorAdvisories: present({
            state: "known",
            records: [{ id: "GHSA-aaaa-bbbb-cccc", severity: "high", malware: false, exact: false, fixedIn: "1.3.0" }]
          })
        }
      },
      expectedCodes: ["young-fix"]
    },
    {
      title: "Four days old, where the policy requires seven",
      dossier: { evidence: { publishedAt: present("2026-06-11T12:00:00.000Z") } },
      options: { minimumReleaseAge: "7d" },
      expectedCodes: ["too-young"]
    },
    {
      title: "A publish time in the future",
      dossier: { evidence: { publishedAt: present("2026-06-16T12:00:00.000Z") } },
      expectedCodes: ["future"]
    },
    {
      title: "A publish time of last year, and a provenance that was signed yesterday",
      dossier: {
        evidence: {
          publishedAt: present("2025-06-15T12:00:00.000Z"),
          signedAt: present({ time: { at: "2026-06-14T12:00:00.000Z", by: "provenance" } })
        }
      },
      expectedCodes: ["too-young", "contradicted-time"]
    },
    {
      title: "A provenance that was signed two seconds before the publish time, as honest ones are",
      dossier: {
        evidence: {
          publishedAt: present("2026-06-12T12:00:00.000Z"),
          signedAt: present({ time: { at: "2026-06-12T11:59:58.000Z", by: "provenance" } })
        }
      },
      expectedCodes: []
    },
    {
      title: "A staged release of last year, and nothing that is signed says when it was approved: a note",
      dossier: { evidence: { signedAt: present({ unwitnessedApprover: "ann" }) } },
      expectedCodes: ["unwitnessed-approval"]
    },
    {
      title: "No publish time for this version",
      dossier: { evidence: { publishedAt: absent } },
      expectedCodes: ["no-time"]
    }
  ]
});

// src/rules/deny.ts
var entry = (z) => z.strictObject({
  package: selector(z).describe("`name`, `name@version` or `name@range`; `*` and `?` match parts of the name."),
  reason: sentence(z, "expected the reason, in words").describe(
    "Why the package is denied; shown to whoever proposes it."
  ),
  useInstead: sentence(z, "expected the name of another package").optional().describe("What to use instead.")
});
var deny_default = definePackageRule({
  id: "deny",
  summary: "The policy does not deny the package.",
  why: "Some packages are known and unwanted: unmaintained, replaced, or with a license or an owner that the organisation has decided against. A denial is the most specific statement in a policy, so no exception and no approval covers it: remove the entry, or narrow its range. It applies to a package from any source, and a range matches prereleases too. What an approver denied in a comment is an error too, whatever the level of this rule.",
  incident: {
    date: "2022-01-05",
    what: "The owner of faker published 6.6.6 with all code removed. The account was the right one and no code was hostile, so only its age counted against the release: whoever knew about it could only deny it by name."
  },
  recommended: "error",
  floor: "none",
  defaults: { packages: [] },
  options: (z) => ({
    packages: z.array(entry(z), { error: "expected a list of packages with a reason each" }).max(5e3, { error: "expected at most 5000 packages" }).describe("The packages that are denied. The key `deny` of the policy is the same list.")
  }),
  sources: "any",
  needs: [],
  messages: {
    denied: {
      severity: "configured",
      text: (args) => `${named(args)} is denied by the policy (${quoted(args.entry)}): ${quoted(args.reason, 1e3)}.`,
      remediation: ({ useInstead }) => useInstead === void 0 ? "Remove the package, or ask the owner of the policy." : `Use ${quoted(useInstead, 1e3)} instead.`
    },
    "denied-by-decision": {
      severity: "configured",
      text: (args) => `${named(args)} was denied by ${quoted(args.who)}: ${quoted(args.reason, 1e3)}.`,
      remediation: (args) => `Remove the package, or use another version. No approval lets it in while the denial by ${quoted(args.who)} stands.`
    }
  },
  check({ dossier: { change }, options, context: { denials = [] } }) {
    const names2 = [change.name, ...change.aliases];
    const byPeople = denials.filter(({ name, version }) => name === change.name && version === change.version).map(({ by, reason, id }) => ({
      code: "denied-by-decision",
      args: { ...identity(change), who: by, reason },
      stable: { denial: id },
      standsFor: { level: "error", floor: false }
    }));
    const byPolicy = options.packages.filter(({ package: text3 }) => names2.some((name) => keepsOut(text3)(name, change.version))).map(({ package: text3, reason, useInstead }) => ({
      code: "denied",
      args: { ...identity(change), entry: text3, reason, ...useInstead === void 0 ? {} : { useInstead } },
      stable: { entry: text3 }
    }));
    return [...byPolicy, ...byPeople];
  },
  examples: [
    {
      title: "A package that the policy denies",
      dossier: { change: { name: "request", version: "2.88.2" } },
      options: { packages: [{ package: "request", reason: "Unmaintained since 2020.", useInstead: "undici" }] },
      expectedCodes: ["denied"]
    },
    {
      title: "A prerelease within a denied range",
      dossier: { change: { version: "1.3.0-rc.1" } },
      options: { packages: [{ package: "left-pad@<1.3.0", reason: "Loses characters." }] },
      expectedCodes: ["denied"]
    },
    {
      title: "A version that an approver denied in a comment",
      dossier: {},
      denials: [{ name: "left-pad", version: "1.3.0", by: "ann", reason: "Loses characters.", id: "1" }],
      expectedCodes: ["denied-by-decision"]
    },
    {
      title: "A version outside the denied range",
      dossier: {},
      options: { packages: [{ package: "left-pad@<1.3.0", reason: "Loses characters." }] },
      expectedCodes: []
    }
  ]
});

// src/rules/dependency-confusion.ts
var scopeOf = (name) => name.startsWith("@") ? name.slice(0, name.indexOf("/")) : "";
var dependency_confusion_default = definePackageRule({
  id: "dependency-confusion",
  summary: "No package from elsewhere has a name that belongs to this repository, or a scope that is exclusive to one registry.",
  why: "In 2021 packages with the names of internal packages were published to the public registry and installed inside thirty-five companies: where a name can come from two registries, the higher version wins. A private workspace is never published, so a package with its name in a registry belongs to somebody else. A scope that `registries` marks `exclusive: true` must come from that registry and from no other.",
  recommended: "error",
  floor: "whole",
  defaults: { exclusive: [] },
  options: (z) => ({
    exclusive: z.array(z.strictObject({ scope: z.string(), registry: z.string() })).describe("Always the scopes that `registries` marks with `exclusive: true`.")
  }),
  sources: "registry",
  needs: [],
  messages: {
    workspace: {
      severity: "mandatory",
      text: (args) => `${named(args)} comes from a registry but has the name of a private workspace of this repository, ${quoted(args.workspace)}.`,
      remediation: (args) => `Depend on the workspace itself (\`workspace:*\`, or a range that its version satisfies), and lock again. If you mean another package, rename the workspace in ${quoted(args.workspace)} first.`
    },
    scope: {
      severity: "mandatory",
      text: (args) => `${named(args)} does not come from ${quoted(args.holder)}, which the policy makes the only registry for the scope ${quoted(args.scope)}.`,
      remediation: (args) => `Lock again with ${quoted(args.scope)} mapped to ${quoted(args.holder)}, and find out why it came from elsewhere.`
    }
  },
  check({ dossier, options }) {
    const { change } = dossier;
    const about2 = identity(change);
    const { workspace } = change;
    const own = workspace === void 0 ? [] : [{ code: "workspace", args: { ...about2, workspace }, stable: { workspace } }];
    const held = options.exclusive.find(({ scope: scope3 }) => scope3 === scopeOf(change.name));
    if (held === void 0) return own;
    const { scope: scope2, registry: holder } = held;
    const strays = pinsOf(dossier).filter(({ address }) => !["trusted", "omitted"].includes(address.verdict));
    if (registryOf(dossier) === holder && strays.length === 0) return own;
    return [...own, { code: "scope", args: { ...about2, scope: scope2, holder }, stable: { scope: scope2, holder } }];
  },
  examples: [
    { title: "A name that no workspace has", dossier: {}, expectedCodes: [] },
    {
      title: "A package of an exclusive scope, from its registry",
      dossier: { change: { name: "@acme/tool" } },
      options: { exclusive: [{ scope: "@acme", registry: exampleRegistry }] },
      expectedCodes: []
    },
    {
      title: "A package from a registry with the name of a private workspace",
      dossier: { change: { workspace: "packages/left-pad/package.json" } },
      expectedCodes: ["workspace"]
    },
    {
      title: "An exclusive scope, assigned to another registry",
      dossier: { change: { name: "@acme/tool" } },
      options: { exclusive: [{ scope: "@acme", registry: "https://registry.acme.example/" }] },
      expectedCodes: ["scope"]
    },
    {
      title: "An exclusive scope, downloaded from another registry",
      dossier: {
        change: { name: "@acme/tool" },
        addresses: [{ verdict: "elsewhere", shown: "https://packages.test/" }]
      },
      options: { exclusive: [{ scope: "@acme", registry: exampleRegistry }] },
      expectedCodes: ["scope"]
    }
  ]
});

// src/rules/exception-hygiene.ts
var exception = ({ id, package: selector2, rules: rules2, path, codes }) => {
  const named2 = id === void 0 ? "" : ` ${quoted(id)}`;
  return `The exception${named2} for ${quoted(selector2 ?? path)} (${quoted(rules2 ?? codes)})`;
};
var exception_hygiene_default = definePolicyRule({
  id: "exception-hygiene",
  summary: "Exceptions and listed publishers are valid today, in use, and no broader than the case that they were made for, and every entry of the policy can have an effect.",
  why: "An exception is a decision about one case at one time. Exceptions that nobody removes add up to a second policy that nobody reads. Only an audit judges every locked package, so only an audit reports `unused`. An exception from a rule that speaks of changes (`cooldown`, `new-package` and the like) is in use as long as its version is locked, although nothing is found after the merge. A listed publisher is in use as long as one of its packages is locked, whether or not it waives anything today.",
  recommended: "warn",
  floor: "none",
  messages: {
    expired: {
      severity: "configured",
      text: (args) => `${exception(args)} expired on ${minute(args.expires)} and is ignored.`,
      remediation: () => "Remove it, or renew it with a new date and a current reason."
    },
    "too-wide": {
      severity: "configured",
      text: (args) => `${exception(args)} matches names that anybody can publish.`,
      remediation: () => "Name the intended packages, or limit the wildcard to one scope."
    },
    unused: {
      severity: "configured",
      text: (args) => `${exception(args)} covers ${args.path === void 0 ? "no locked package" : "no finding of this audit"}.`,
      remediation: ({ path }) => path === void 0 ? "Remove it: the version is no longer locked, or passes without the exception." : "Remove it: the change that it was made for is merged or gone."
    },
    "publisher-ended": {
      severity: "configured",
      text: (args) => `The ${quoted(args.id)} entry for ${quoted(args.packages)} expired on ${quoted(args.end)}; it no longer matches any publisher or waives any rule.`,
      remediation: () => "Remove it, or renew it with a new `end` and a current reason."
    },
    "publisher-unused": {
      severity: "configured",
      text: (args) => `No locked package matches ${quoted(args.id)} (${quoted(args.packages)}).`,
      remediation: () => "Remove it, or name the intended packages."
    },
    "no-effect": {
      severity: "configured",
      text: ({ entry: entry2, line, column, others: others2 }) => `The entry ${quoted(entry2)} of the policy (line ${Number(line)}, column ${Number(column)}) can never have an effect${Number(others2) > 0 ? `, and neither can ${Number(others2)} more` : ""}.`,
      remediation: () => "Fix or remove what `lockgate policy check` lists, with the reason; until then the policy applies without it."
    }
  },
  examples: [
    {
      title: "An entry that can never have an effect",
      violation: {
        code: "no-effect",
        args: { entry: "rules.license.allow[1]", line: 7, column: 14, others: 1 }
      }
    },
    {
      title: "An expired exception",
      violation: {
        code: "expired",
        args: {
          id: "SEC-1412",
          package: "semver-regex@3.1.4",
          rules: "abandonment",
          expires: "2026-06-01T00:00:00.000Z"
        }
      }
    },
    {
      title: "A wildcard that matches unscoped names",
      violation: { code: "too-wide", args: { package: "acme-*", rules: "cooldown, new-package" } }
    },
    {
      title: "In an audit: the package is no longer locked",
      violation: { code: "unused", args: { id: "SEC-1412", package: "semver-regex@3.1.4", rules: "abandonment" } }
    },
    {
      title: "In an audit: the change of the file that it was made for is merged",
      violation: {
        code: "unused",
        args: { path: ".yarnrc.yml", codes: "setting-changed", fingerprint: "a".repeat(64) }
      }
    },
    {
      title: "A publisher entry that has expired",
      violation: { code: "publisher-ended", args: { id: "publishers[0]", packages: "@acme/*", end: "2026-05-31" } }
    },
    {
      title: "In an audit: a publisher entry without a locked package",
      violation: { code: "publisher-unused", args: { id: "publishers[1]", packages: "@acme/*", end: "2026-12-31" } }
    }
  ]
});

// src/rules/existence.ts
var existence_default = definePackageRule({
  id: "existence",
  summary: "The name and the version exist in the registry that is trusted for them.",
  why: "Coding agents write package names that nobody has published: 205,474 distinct names in a study of 2025, 5 % of the references by commercial models. Whoever registers such a name first controls every build that installs it; in January 2026 one such name was found in 237 repositories before anybody had registered it.",
  incident: {
    date: "2026-01",
    what: "react-codeshift was found in 237 repositories, most of them files that agents had written, before anybody had registered the name. Whoever registered it first could have run code in each."
  },
  recommended: "error",
  floor: "whole",
  sources: "registry",
  needs: ["existence"],
  messages: {
    "unknown-name": {
      severity: "mandatory",
      text: (args) => `${quoted(args.name)} does not exist in ${quoted(args.registry)}: nobody has published a package with this name there.`,
      remediation: (args) => `Remove ${quoted(args.name)}, or correct its name. Anyone can register an invented name, so do not wait for it to appear.`
    },
    "unknown-transitive": {
      severity: "mandatory",
      text: (args) => `${quoted(args.name)}, a dependency of ${quoted(args.path)}, does not exist in ${quoted(args.registry)}.`,
      remediation: (args) => `Pin a version of ${quoted(args.parent)} that does not depend on ${quoted(args.name)}, or remove ${quoted(args.parent)}. Anyone can register the missing name.`
    },
    "removed-name": {
      severity: "mandatory",
      text: (args) => `${quoted(args.name)} no longer exists in ${quoted(args.registry)}, although the base branch locks it.`,
      remediation: (args) => `Find out why the registry removed ${quoted(args.name)}, and replace it. Whoever registers the name next decides what is installed.`
    },
    "unknown-version": {
      severity: "mandatory",
      text: (args) => `${named(args)} was never published: ${quoted(args.registry)} has the package, but not this version.`,
      remediation: (args) => `Choose a version of ${quoted(args.name)} that the registry lists, and lock again.`
    },
    "unpublished-version": {
      severity: "mandatory",
      text: (args) => `${named(args)} was unpublished: ${quoted(args.registry)} still lists its publish time, but no longer has the version.`,
      remediation: (args) => `Choose a version of ${quoted(args.name)} that the registry lists. Before you keep the package, find out why this version was withdrawn.`
    },
    "no-versions": {
      severity: "mandatory",
      text: (args) => `${quoted(args.name)} has no versions in ${quoted(args.registry)}: all were unpublished.`,
      remediation: (args) => `Replace ${quoted(args.name)}: there is nothing to install.`
    },
    "security-placeholder": {
      severity: "mandatory",
      text: (args) => `${quoted(args.name)} is a security placeholder in ${quoted(args.registry)}: the registry removed the package.`,
      remediation: (args) => `Remove ${quoted(args.name)}. Treat the secrets of every machine that installed it as compromised.`
    },
    refused: {
      severity: "mandatory",
      text: (args) => `${quoted(args.registry)} refuses ${named(args)} (HTTP ${plain(args.status)}).`,
      remediation: () => "Ask the operator of the registry why it is refused, or choose a package that the registry allows."
    }
  },
  check({ dossier, evidence, context }) {
    const { change } = dossier;
    const args = { ...identity(change), registry: registryOf(dossier) };
    if (evidence.existence.state === "absent") {
      if (context.mode === "check" && change.baseVersions.length > 0) return [{ code: "removed-name", args }];
      const path = change.via[0]?.slice(0, -1) ?? [];
      const parent = path.at(-1);
      if (change.direct || parent === void 0) return [{ code: "unknown-name", args }];
      return [{ code: "unknown-transitive", args: { ...args, parent, path: path.join(" > ") } }];
    }
    const existence = evidence.existence.value;
    switch (existence.answer) {
      case "listed":
        return [];
      case "version-missing":
        return [{ code: existence.unpublished ? "unpublished-version" : "unknown-version", args }];
      case "no-versions":
      case "security-placeholder":
        return [{ code: existence.answer, args }];
      case "refused":
        return [{ code: "refused", args: { ...args, status: existence.status } }];
    }
  },
  examples: [
    { title: "The registry lists the version", dossier: {}, expectedCodes: [] },
    {
      title: "A direct dependency that an agent made up",
      dossier: { change: { name: "react-codeshift", direct: true }, evidence: { existence: absent } },
      expectedCodes: ["unknown-name"]
    },
    {
      title: "A dependency on a name that nobody has registered",
      dossier: {
        change: { direct: false, via: [["webpack-helper", "tiny-loader", "left-pad"]] },
        evidence: { existence: absent }
      },
      expectedCodes: ["unknown-transitive"]
    },
    {
      title: "A name that the base branch locks and the registry no longer has",
      dossier: { change: { baseVersions: ["1.2.0"] }, evidence: { existence: absent } },
      expectedCodes: ["removed-name"]
    },
    {
      title: "A version that never existed",
      dossier: { evidence: { existence: present({ answer: "version-missing", unpublished: false }) } },
      expectedCodes: ["unknown-version"]
    },
    {
      title: "A version that was withdrawn",
      dossier: { evidence: { existence: present({ answer: "version-missing", unpublished: true }) } },
      expectedCodes: ["unpublished-version"]
    },
    {
      title: "A name without any version left",
      dossier: { evidence: { existence: present({ answer: "no-versions" }) } },
      expectedCodes: ["no-versions"]
    },
    {
      title: "A name that the registry replaced by a placeholder after an attack",
      dossier: { evidence: { existence: present({ answer: "security-placeholder" }) } },
      expectedCodes: ["security-placeholder"]
    },
    {
      title: "A curated mirror refuses the version",
      dossier: { evidence: { existence: present({ answer: "refused", status: 403 }) } },
      expectedCodes: ["refused"]
    }
  ]
});

// src/rules/changed-keys.ts
var longest = 1e3;
function inKeys({ added, changed: changed2, removed }) {
  const list = (what, keys) => keys === void 0 ? [] : [`${what} ${quoted(keys, longest)}`];
  return [...list("added", added), ...list("changed", changed2), ...list("removed", removed)].join("; ");
}

// src/rules/loosening-words.ts
var subjects = {
  waiting: "waiting time",
  scripts: "limit on install scripts",
  sources: "limit on git repositories and addresses",
  trust: "check of trust"
};
var verbs = {
  off: "is switched off",
  lower: "is lowered",
  wider: "has more exceptions",
  unset: "is no longer set here",
  changed: "is changed"
};
function looseningWords(text3) {
  const { named: named2, more } = readLoosenings(String(text3 ?? ""));
  const sentences = named2.map(({ limit, how, of, key, before, after: after2 }) => {
    const who = visible(of.join(", "), limits.name);
    return `The ${subjects[limit]} of ${who} ${verbs[how]}: ${quoted(key)} ${shown2(before)} \u2192 ${shown2(after2)}. `;
  });
  return [...sentences, ...more > 0 ? [`${more} more of such settings are changed. `] : []].join("");
}
var shown2 = (value) => value === void 0 ? "not set" : value === "?" ? "a value that is not shown" : quoted(value);

// src/rules/gate-config.ts
var review = "Have an owner of the gate review this change before it is merged.";
var configured2 = (text3, remediation5 = review) => ({
  severity: "configured",
  text: text3,
  remediation: () => remediation5
});
var raised = (text3, remediation5) => ({
  ...configured2(text3, remediation5),
  severity: { presets: { audit: "warn", attacks: "warn", recommended: "error", strict: "error" } }
});
var note = (text3) => ({
  ...configured2(text3, "Nothing has to be done."),
  severity: "note"
});
var versions = ({ versions: all, version }) => quoted(all ?? version);
function replaced(args) {
  const { path, why: why3, key, program, by } = args;
  switch (why3) {
    case "not-exact":
      return `${quoted(key)} in ${quoted(path)} does not name one exact version, so what runs as package manager is chosen at install time or comes from an address.`;
    case "not-known":
      return `${quoted(key)} in ${quoted(path)} names no package manager that lockgate knows.`;
    case "other-manager":
      return `${quoted(key)} in ${quoted(path)} names another package manager than the project uses.`;
    case "hash":
      return `The hash in ${quoted(key)} of ${quoted(path)} is not that of ${quoted(`${plain(program)}@${plain(args.version)}`)} in the registry.`;
    case "differs":
      return `${quoted(path)} runs as ${quoted(program)}, and is not what the registry publishes for ${versions(args)}.`;
    case "file":
      return by === void 0 ? `${quoted(path)}, from which the package manager is chosen, ${is(args)}.` : `${quoted(path)} ${is(args)}: ${quoted(by)} in ${quoted(args.in)} makes it part of the package manager.`;
    default:
      return `${quoted(path)} changes settings that replace the package manager or run code in it: ${inKeys(args)}.`;
  }
}
var is = ({ how }) => `is ${plain(how)}`;
function policyWords({ path, how, by, parts, approvers, required: required2, keys, unread, narrows }) {
  const where = by === void 0 ? "" : ` (by ${quoted(by)})`;
  const what = parts === void 0 ? "" : `; what changes: ${quoted(parts, limits.message)}`;
  const only = narrows === void 0 ? "" : ", and only tightens who may approve";
  const who = approvers === void 0 ? "" : ` Approvers after the merge, with their ids: ${quoted(approvers, limits.message)}; required: ${plain(required2)}.`;
  const signers = keys === void 0 ? "" : ` Security keys, by account id: ${quoted(keys, limits.message)}.`;
  const open = unread === void 0 ? "" : " What it would extend is not read, and may name approvers.";
  return `The policy ${quoted(path)} is ${plain(how)} here${where}${what}${only}.${who}${signers}${open}`;
}
function besideWords({ parts, others: others2, other: other2, ledger }) {
  const all = [
    ...parts === void 0 ? [] : [`other values of the policy (${quoted(parts)})`],
    ...other2 === void 0 ? [] : [
      `${plain(others2)} other changed ${others2 === 1 ? "file" : "files"} (${others2 === 1 ? "" : "such as "}${quoted(other2)})`
    ],
    ...ledger === void 0 ? [] : [`records of decisions that are on the default branch already (${quoted(ledger)})`]
  ];
  return all.join(", and ");
}
var gate_config_default = defineLockfileRule({
  id: "gate-config",
  summary: "No change to the policy, code owners, gate or install settings passes unnoticed.",
  why: "A pull request that loosens the rules that judge it is the oldest way around a gate. lockgate always judges it by the policy, approvals, registries and scopes of the default branch; the changed ones count after the merge. The same holds for the lines of `.npmrc` and similar files that decide where packages come from and whose scripts run: the npm worms of 2025 and 2026 added workflows and registry credentials to the repositories that they reached.",
  recommended: "warn",
  floor: "part",
  messages: {
    "approvals-not-alone": {
      severity: "mandatory",
      text: (args) => `${policyWords(args)} The policy on the default branch names no approvers, and the first ones come together with ${besideWords(args)}.`,
      remediation: ({ ledger }) => ledger === void 0 ? "Split the pull request: name the first approvers in one that changes nothing else, neither in the policy nor in any other file." : "Nobody can approve this: approvers were named before. An administrator has to merge it past the check."
    },
    "policy-changed": {
      severity: "configured",
      text: (args) => args.decided === void 0 && args.approvers === void 0 && args.unread === void 0 ? `The policy ${quoted(args.path)} ${is(args)} here, but no change is judged by a policy that it brings along.` : `${policyWords(args)} No change is judged by a policy that it brings along.`,
      remediation: ({ decided, narrows }) => decided === void 0 ? review : narrows === void 0 ? "Let approvers who did not propose it decide: the check on the pull request offers the line `/approve-file`. No exception, level or mode lets it in." : "Let one approver decide, who may have proposed it: the check on the pull request offers the line `/approve-file`."
    },
    "policy-noted": note(
      (args) => `The policy ${quoted(args.path)} is ${plain(args.how)} here${args.by === void 0 ? "" : ` (by ${quoted(args.by)})`}, and every value stays as it is.`
    ),
    "workflow-changed": configured2((args) => `The workflow ${quoted(args.path)}, which affects the gate, ${is(args)}.`),
    "setting-changed": configured2(
      (args) => `${looseningWords(args.loosens)}${quoted(args.path)} changes settings that affect installs or the gate: ${inKeys(args)}. This change is judged by the settings on the default branch.`
    ),
    "manager-replaced": raised(
      replaced,
      "Use the package manager as its registry publishes it, or record an exception for the file."
    ),
    "manager-unverified": raised(
      (args) => `${quoted(args.path)} runs as ${quoted(args.program)}, and was not compared with what the registry publishes for ${versions(args)}${args.reason === void 0 ? "" : ` (${plain(args.reason)})`}.`,
      "Run the check where the registry can be reached, or compare the file with the published package and record an exception for the file."
    ),
    "program-added": raised(
      (args) => args.keys === void 0 ? `${quoted(args.path)}, which a package manager executes or reads, is the first file of its kind in this repository; lockgate does not execute or judge it.` : `${quoted(args.path)} adds the first install hook of this repository: ${quoted(args.keys)}.`,
      "Review what it does, then record an exception for the file."
    ),
    "program-changed": configured2(
      (args) => args.keys === void 0 ? `${quoted(args.path)}, which a package manager executes, ${is(args)}; lockgate does not execute or judge it.` : `${quoted(args.path)} changes what an install runs of the project itself: ${quoted(args.keys)}.`,
      "Review the file, or restore it from the release that it should come from."
    ),
    "modules-committed": configured2(
      (args) => `${quoted(args.path)} is committed${args.how === void 0 ? "" : ", and this change alters what is in it"}: the packages in it are already installed, and lockgate does not judge them.`,
      "Remove the folder from the repository, and add it to `.gitignore`."
    ),
    "manager-unjudged": configured2(
      (args) => `${quoted(args.path)} uses ${quoted(`${plain(args.program)}@${plain(args.version)}`)}, which was not judged: the registry that is trusted for it has no such package.`,
      "Have an owner of the gate compare the version with what the manager publishes, or trust a registry that has it."
    ),
    "manager-updated": note(
      (args) => `${quoted(args.path)} uses ${quoted(`${plain(args.program)}@${plain(args.version)}`)}, which is judged like a package of the registry.`
    ),
    "setting-noted": note(
      (args) => `${quoted(args.path)} only changes settings that make installs stricter or tune them: ${inKeys(args)}.`
    )
  },
  check: ({ observation: { code, path, line, args } }) => {
    const stable = Object.fromEntries(Object.entries(args).filter(([name]) => name !== "reason" && name !== "loosens"));
    const decided = args.decided === "yes" ? { standsFor: { level: "error", floor: true } } : {};
    return [{ code, args: { ...args, path }, stable, line, ...decided }];
  },
  examples: [
    {
      title: "The policy changes",
      observation: {
        code: "policy-changed",
        path: ".github/dependency-policy.yml",
        line: 1,
        args: { how: "changed" }
      },
      expectedCodes: ["policy-changed"]
    },
    {
      title: "The policy names approvers, and its mode changes",
      observation: {
        code: "policy-changed",
        path: ".github/dependency-policy.yml",
        line: 1,
        args: { how: "changed", parts: "mode", decided: "yes" }
      },
      expectedCodes: ["policy-changed"]
    },
    {
      title: "A comment in a policy that names approvers",
      observation: { code: "policy-noted", path: ".github/dependency-policy.yml", line: 1, args: { how: "changed" } },
      expectedCodes: ["policy-noted"]
    },
    {
      title: "The first approvers, together with a dependency",
      observation: {
        code: "approvals-not-alone",
        path: ".github/dependency-policy.yml",
        line: 1,
        args: { how: "changed", approvers: "octocat (583231)", required: 1, others: 1, other: "package-lock.json" }
      },
      expectedCodes: ["approvals-not-alone"]
    },
    {
      title: "The workflow that runs the gate is removed",
      observation: {
        code: "workflow-changed",
        path: ".github/workflows/dependencies.yml",
        line: 1,
        args: { how: "removed" }
      },
      expectedCodes: ["workflow-changed"]
    },
    {
      title: "`.npmrc` names another registry",
      observation: {
        code: "setting-changed",
        path: ".npmrc",
        line: 1,
        args: { added: "@acme:registry", digest: "a".repeat(64) }
      },
      expectedCodes: ["setting-changed"]
    },
    {
      title: "The waiting time of pnpm is switched off",
      observation: {
        code: "setting-changed",
        path: "pnpm-workspace.yaml",
        line: 4,
        args: {
          changed: "minimumReleaseAge",
          digest: "a".repeat(64),
          loosens: "waiting off pnpm minimumReleaseAge 4320 0"
        }
      },
      expectedCodes: ["setting-changed"]
    },
    {
      title: "A pnpmfile, which pnpm runs on every install",
      observation: { code: "program-changed", path: ".pnpmfile.cjs", line: 1, args: { how: "added" } },
      expectedCodes: ["program-changed"]
    },
    {
      title: "The first pnpmfile of a repository",
      observation: { code: "program-added", path: ".pnpmfile.cjs", line: 1, args: { how: "added" } },
      expectedCodes: ["program-added"]
    },
    {
      title: "`.npmrc` makes a file of the repository the shell of all scripts",
      observation: {
        code: "manager-replaced",
        path: ".npmrc",
        line: 1,
        args: { why: "settings", added: "script-shell", digest: "a".repeat(64) }
      },
      expectedCodes: ["manager-replaced"]
    },
    {
      title: "A committed release of Yarn that could not be compared",
      observation: {
        code: "manager-unverified",
        path: ".yarn/releases/yarn-4.18.0.cjs",
        line: 1,
        args: { program: "yarn", versions: "4.18.0", by: "yarnPath", in: ".yarnrc.yml" }
      },
      expectedCodes: ["manager-unverified"]
    },
    {
      title: "A later version of the same package manager",
      observation: {
        code: "manager-updated",
        path: "package.json",
        line: 3,
        args: { key: "packageManager", program: "pnpm", version: "10.34.5" }
      },
      expectedCodes: ["manager-updated"]
    },
    {
      title: "A package manager that the registry does not have",
      observation: {
        code: "manager-unjudged",
        path: "package.json",
        line: 3,
        args: { key: "packageManager", program: "pnpm", version: "10.34.5" }
      },
      expectedCodes: ["manager-unjudged"]
    },
    {
      title: "A minimum age for packages",
      observation: {
        code: "setting-noted",
        path: "pnpm-workspace.yaml",
        line: 4,
        args: { added: "minimumReleaseAge", digest: "a".repeat(64) }
      },
      expectedCodes: ["setting-noted"]
    },
    {
      title: "A committed `node_modules`",
      observation: { code: "modules-committed", path: "node_modules", line: 1, args: {} },
      expectedCodes: ["modules-committed"]
    },
    {
      title: "A change in a committed `node_modules`",
      observation: { code: "modules-committed", path: "node_modules", line: 1, args: { how: "changed" } },
      expectedCodes: ["modules-committed"]
    }
  ]
});

// src/model/own-words.ts
var MARK = "\0";
var DIGEST = "(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128}|sha(?:1|256|384|512)-[A-Za-z0-9+/]{27,86}={0,2})(?![\\w+/=.-])";
function withoutOwnWords(text3, name, version) {
  if (text3.includes(MARK) || version === "" || !(text3.includes(version) || text3.includes(name))) return void 0;
  const [own, itself] = [version, name].map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const end = "(?![\\w.+/-])";
  const words2 = new RegExp(
    `(?<![\\w.+@/-])(?<name>${itself})(?:@(?<at>${own}))?${end}(?:(?<nameGap> +|[:#=])${DIGEST})?|(?<![\\w.+@-]|//|:/)${own}(?![\\w.+-])(?:(?<gap> +|[@:#=])${DIGEST})?`,
    "g"
  );
  const changed2 = text3.replaceAll(words2, (whole, ...rest) => {
    const groups = rest.at(-1);
    const gap = groups.nameGap ?? groups.gap;
    const digest = gap === void 0 ? "" : `${gap}${MARK}digest${MARK}`;
    if (groups.name === void 0) return `${MARK}version${MARK}${digest}`;
    return `${groups.name}${groups.at === void 0 ? "" : `@${MARK}version${MARK}`}${digest}`;
  });
  return changed2 === text3 ? void 0 : changed2;
}
function isSameCommand(name, one, other2) {
  if (one.text === other2.text) return true;
  if (one.text === void 0 || other2.text === void 0) return false;
  const changed2 = withoutOwnWords(one.text, name, one.version);
  return changed2 !== void 0 && changed2 === withoutOwnWords(other2.text, name, other2.version);
}

// src/model/install-hooks.ts
var runOnInstall = ["preinstall", "install", "postinstall", "implicit-gyp"];
var BUILD = "node-gyp rebuild";
function runsOf(hooks) {
  return new Map(runOnInstall.flatMap((hook) => hooks[hook] === void 0 ? [] : [[hook, hooks[hook]]]));
}
function ownHooks(tarball2) {
  if (!("manifest" in tarball2) || tarball2.manifest.state !== "read") return void 0;
  const { hooks } = tarball2.manifest;
  return tarball2.bindingGyp ? withBuild(hooks) : hooks;
}
function withBuild(hooks) {
  return hooks.install === void 0 && hooks.preinstall === void 0 ? { ...hooks, "implicit-gyp": BUILD } : hooks;
}
function runTheSame(one, other2) {
  return digestOf(asScript(one)) === digestOf(asScript(other2));
}
function runAlike(one, other2) {
  if (runTheSame(one.hooks, other2.hooks)) return true;
  const [own, others2] = [one, other2].map((each) => ownDigestOf({ ...each, hooks: asScript(each.hooks) }));
  return own !== void 0 && own === others2;
}
function haveSameHooks(one, other2) {
  if (one?.hooksDigest === other2?.hooksDigest) return true;
  return one?.ownHooksDigest !== void 0 && one.ownHooksDigest === other2?.ownHooksDigest;
}
function ownDigestOf({ name, version, hooks }) {
  const entries = Object.entries(hooks).map(
    ([hook, text3]) => [hook, text3, withoutOwnWords(text3, name, version)]
  );
  if (entries.every(([, , changed2]) => changed2 === void 0)) return void 0;
  return hashOf(["own", ...entries.map(([hook, text3, changed2]) => [hook, changed2 ?? text3]).sort(byHook)]);
}
var byHook = ([a], [b]) => a < b ? -1 : 1;
function digestOf(hooks) {
  return hashOf(Object.entries(hooks).sort(byHook));
}
var hashOf = (value) => bytesToHex(sha256(utf8ToBytes(JSON.stringify(value))));
function digestsOf(hooks) {
  return variantsOf(hooks).map(digestOf);
}
function ownDigestsOf(release3) {
  return variantsOf(release3.hooks).flatMap((hooks) => ownDigestOf({ ...release3, hooks }) ?? []);
}
var variantsOf = (hooks) => [hooks, asScript(hooks), asFlag(hooks)];
function asScript(hooks) {
  const build = hooks.install ?? hooks["implicit-gyp"];
  return { ...besideInstall(hooks), ...build === void 0 ? {} : { install: build } };
}
function asFlag(hooks) {
  return hooks.install === BUILD && hooks.preinstall === void 0 ? withBuild(besideInstall(hooks)) : hooks;
}
function besideInstall({ preinstall, postinstall }) {
  return {
    ...preinstall === void 0 ? {} : { preinstall },
    ...postinstall === void 0 ? {} : { postinstall }
  };
}

// src/rules/hook-messages.ts
var special = /* @__PURE__ */ new Map([
  ["implicit-gyp", "node-gyp for its binding.gyp"],
  ["unreadable", "scripts of a manifest that cannot be read"]
]);
var inWords = (hooks) => hooks.map((hook) => special.get(hook) ?? `its ${hook} script`).join(" and ");
var reviewScripts = (args) => `Review the scripts in the published tarball, then allow them in the policy on the default branch (\`allow\` of \`install-scripts\`: ${named(args)}), or choose a package without install scripts.`;
var sinceWhen = (since) => since === void 0 ? "no publish time shows since when" : `no release published before ${minute(since)} has the same install scripts`;
var hookMessages = {
  "new-hook": {
    severity: "configured",
    text: (args) => `${named(args)} runs ${plain(args.hooks)} on install; ${quoted(args.previous)} on the base branch does not.`,
    remediation: reviewScripts
  },
  "changed-hook": {
    severity: "configured",
    text: (args) => `${named(args)} runs ${plain(args.hooks)} on install, which differs from what ${quoted(args.previous)} on the base branch runs.`,
    remediation: reviewScripts
  },
  "first-seen": {
    severity: "configured",
    becomes: ["established"],
    text: (args) => `${named(args)} is new to this lockfile and runs ${plain(args.hooks)} on install; ${sinceWhen(args.since)}.`,
    remediation: reviewScripts
  },
  unestablished: {
    severity: "configured",
    text: (args) => `${named(args)} runs ${plain(args.hooks)} on install; ${sinceWhen(args.since)}.`,
    remediation: reviewScripts
  },
  "flag-gained": {
    severity: "configured",
    text: (args) => `The lockfile now says that ${named(args)}, which the base branch locks too, runs an install script, and npm then runs what the tarball says. The registry's manifest names no such script.`,
    remediation: (args) => `Remove the entry of ${named(args)} from the lockfile and lock again: the package manager sets the flag itself. If it stays, read the tarball's \`package.json\` and allow the package in the policy (\`install-scripts\` with \`allow\`).`
  },
  "folder-script": {
    severity: "configured",
    text: (args) => `${quoted(args.name)} is a folder of the repository that is not a workspace, and an install runs ${plain(args.hooks)}, which the base branch does not have so.`,
    remediation: (args) => `Review what it runs in ${quoted(args.path)}. If it is expected, allow ${quoted(args.name)} in the policy on the base branch (\`allow\` of \`install-scripts\`), or declare the folder as a workspace.`
  },
  "left-out": {
    severity: "advisory",
    text: (args) => `${named(args)} would run ${plain(args.hooks)} on install, but ${quoted(args.file)} on the base branch (unchanged here) tells the package manager not to.`,
    remediation: (args) => `Do not add ${named(args)} to the allowed scripts in ${quoted(args.file)}. An install with other settings still runs the script.`
  },
  "flag-unread": {
    severity: "configured",
    isUnknown: true,
    text: (args) => `The lockfile says that ${named(args)} runs an install script. The registry's manifest names none, and its tarball was not read.`,
    remediation: (args) => `Read the tarball's \`package.json\`, and allow the package in the policy (\`install-scripts\` with \`allow\`: ${named(args)}) if its script is harmless.`
  },
  unstated: {
    severity: "configured",
    text: (args) => `The \`package.json\` in the tarball of ${named(args)} has what the registry's manifest does not state: ${quoted(args.differences)}. Package managers go by the tarball.`,
    remediation: () => "Do not install it before somebody has read the tarball: the registry shows another package than the one that is installed."
  },
  "own-manifest": {
    severity: "configured",
    text: (args) => `The tarball of ${named(args)} ${args.state === "several" ? "holds several files that differ in the place of its" : args.state === "missing" ? "holds no" : "holds an invalid"} \`package.json\`, so what it runs on install is unknown.`,
    remediation: () => "Choose another version, or report the package to the registry."
  },
  unread: {
    severity: "note",
    isUnknown: true,
    text: (args) => `The tarball of ${named(args)} was not read: ${args.why === "platform" ? "it is a large program for one platform" : args.why === "large" ? "it is larger than lockgate reads, as the version on the base branch is" : "the registry serves it from another origin"}.`,
    remediation: () => "Nothing needs to be done; `tarballs: list` for `install-scripts` requires that it is read."
  },
  unlisted: {
    severity: "advisory",
    isUnknown: true,
    text: (args) => `It is unknown what the tarball of ${named(args)} runs on install, because it was not read: ${plain(args.detail)}.`,
    remediation: () => "Run the check again. If it still fails, ask the operator of the registry to serve the tarball, or set `tarballs: never` for `install-scripts`."
  },
  established: {
    severity: "advisory",
    text: (args) => `${named(args)} is new to this lockfile and runs ${plain(args.hooks)} on install, as its releases have since ${minute(args.since)}.`,
    remediation: reviewScripts
  }
};

// src/rules/hooks.ts
function carriedSince({ releases }, own, isStated) {
  const stated = isStated ? releases.find(({ version }) => version === own.version) : void 0;
  const digests = [...digestsOf(own.hooks), stated?.hooksDigest];
  const ownDigests = [...ownDigestsOf(own), stated?.ownHooksDigest];
  const times = releases.flatMap(({ hooksDigest, ownHooksDigest, publishedAt }) => {
    const isSame2 = hooksDigest !== void 0 && digests.includes(hooksDigest);
    const isAlike = ownHooksDigest !== void 0 && ownDigests.includes(ownHooksDigest);
    return isSame2 || isAlike ? publishedAt ?? [] : [];
  });
  return times.sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}
function hooksOf(stated, tarball2) {
  if (tarball2.state === "absent") return stated;
  const own = ownHooks(tarball2.value);
  if (own !== void 0) return runTheSame(own, stated) ? stated : own;
  return "bindingGyp" in tarball2.value && tarball2.value.bindingGyp ? withBuild(stated) : stated;
}

// src/rules/own-manifest.ts
var import_semver3 = __toESM(require_semver(), 1);
var isElsewhere = (spec) => /[:/]/.test(spec) && !/^workspace:/.test(spec);
function unstatedIn(name, release3, own) {
  const stated = { ...release3.peerDependencies, ...release3.dependencies, ...release3.optionalDependencies };
  const bundles = release3.bundled === true ? [...Object.keys(release3.dependencies), ...Object.keys(release3.optionalDependencies)] : release3.bundled;
  const asked = Object.entries({ ...own.dependencies, ...own.optionalDependencies });
  const { bin } = release3;
  return [
    ...own.name === void 0 || own.name === name ? [] : [{ what: "name", text: own.name }],
    ...own.version === void 0 || isSameVersion(own.version, release3.version) ? [] : [{ what: "version", text: own.version }],
    ...Object.entries(own.bin).filter(([program, file]) => bin !== void 0 && bin[program] !== file).map(([program, file]) => ({ what: "program", text: `${program} (${file})` })),
    ...own.bundled.filter((each) => !bundles.includes(each)).map((text3) => ({ what: "bundled package", text: text3 })),
    ...asked.filter(([each, spec]) => !Object.hasOwn(stated, each) || isElsewhere(spec) && !isElsewhere(stated[each] ?? "")).map(([each, spec]) => ({ what: "dependency", text: `${each}@${spec}` }))
  ];
}
function isSameVersion(own, stated) {
  const [one, other2] = [import_semver3.default.clean(own, { loose: true }), import_semver3.default.clean(stated, { loose: true })];
  return own === stated || one !== null && one === other2;
}
var mostNamed = 5;
function besideHooks(change, release3, tarball2) {
  const about2 = identity(change);
  if ("unlisted" in tarball2) {
    return tarball2.unlisted === "failed" ? [{ code: "unlisted", args: { ...about2, detail: tarball2.detail } }] : [{ code: "unread", args: { ...about2, why: tarball2.unlisted }, stable: { why: tarball2.unlisted } }];
  }
  const { manifest } = tarball2;
  if (manifest.state !== "read") {
    return [{ code: "own-manifest", args: { ...about2, state: manifest.state }, stable: { state: manifest.state } }];
  }
  const found2 = unstatedIn(change.name, release3, manifest).map(({ what, text: text3 }) => `${what} ${text3}`);
  if (found2.length === 0) return [];
  const more = found2.length > mostNamed ? [`${found2.length - mostNamed} more`] : [];
  const differences = [...found2.slice(0, mostNamed), ...more].join(", ");
  return [{ code: "unstated", args: { ...about2, differences }, stable: { unstated: found2.join("\n") } }];
}

// src/rules/install-scripts.ts
function ofFolder(change) {
  const { folderScripts, scriptsLeftOutBy: file } = change;
  if (folderScripts === void 0) return [];
  const { path, line, scripts } = folderScripts;
  const hooks = inWords(Object.keys(scripts));
  const stable = { ...scripts };
  return file === void 0 ? [{ code: "folder-script", args: { ...identity(change), hooks, path, line }, stable }] : [{ code: "left-out", args: { ...identity(change), hooks, file }, stable }];
}
var textOf = (hooks) => digestOf(Object.fromEntries(runsOf(hooks)));
function tarballFacts(change, evidence) {
  const { release: release3, tarball: tarball2 } = evidence;
  if (tarball2.state === "present" && "unlisted" in tarball2.value) {
    return tarball2.value.unlisted === "failed" ? { tarball: { unread: "tarball" } } : {};
  }
  if (tarball2.state !== "present") {
    return tarball2.state === "absent" ? {} : fact(evidence, "tarball", "tarball", () => null);
  }
  if (release3.state !== "present") return {};
  const hooks = hooksOf(release3.value.hooks, tarball2);
  const beside = besideHooks(change, release3.value, tarball2.value).map(({ code, stable = {} }) => ({ code, stable }));
  const isSame2 = runTheSame(hooks, release3.value.hooks) && beside.length === 0;
  return isSame2 ? {} : { tarball: { hooks: textOf(hooks), beside } };
}
var notAsked = { state: "absent" };
var install_scripts_default = definePackageRule({
  id: "install-scripts",
  summary: "No install script is added or changed unnoticed.",
  why: "An install script runs with the rights of whoever installs, before any code of the package is imported. ua-parser-js, nx and both Shai-Hulud worms added one; Phantom Gyp (June 2026) used a `binding.gyp`, which needs no entry in `scripts`. Of 22,479 releases 0.14 % added a hook and 0.41 % changed one. Hooks are read from the registry's manifest and from the tarball of what is new, never from the lockfile's flag. In an audit every package is already locked, so only hooks younger than `establishedAfter` are reported: a list of every package that builds native code would tell an auditor nothing new.",
  incident: {
    date: "2021-10-22",
    what: "ua-parser-js 0.7.29, 0.8.0 and 1.0.0 came from a hijacked account within minutes, with a preinstall script that earlier releases did not have: a miner and a credential stealer. They were up for four hours."
  },
  recommended: "error",
  levels: { attacks: "error" },
  floor: "none",
  defaults: { allow: [], establishedAfter: "90d", tarballs: "small" },
  options: (z) => ({
    allow: packageSelectors(z).describe(
      "Packages whose install scripts are expected: `name`, `name@version` or `name@range`."
    ),
    establishedAfter: duration(z).describe(
      "How long releases must have had exactly the same hooks for a package that is new to the lockfile to be only a warning."
    ),
    tarballs: z.enum(["list", "small", "never"]).describe(
      "Whether a check reads the tarball of each new version, to find hooks, programs and dependencies that the manifest in the registry does not state. `list`: every tarball; a failed download is indeterminate. `small`: every tarball at the registry's own origin, except large programs for one platform; a failed download is a warning. `never`: no tarball; only what the registry states is found. A tarball of more than 20 MiB is indeterminate, unless that of the version on the base branch is as large."
    )
  }),
  sources: "any",
  strict: { tarballs: "list" },
  needs: ["release", "history", "predecessor", "tarball"],
  // A hook that the version before had too, although its document does not say so, is none that is new.
  optionalEvidence: ["predecessorTarball"],
  unusedEvidence: ({ tarballs }) => tarballs === "never" ? ["tarball", "predecessorTarball"] : [],
  messages: hookMessages,
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (selects(options.allow, change.name, change.version)) return [];
    if (change.source.kind !== "registry") return context.mode === "check" ? ofFolder(change) : [];
    if (evidence.release.state === "absent") return [];
    const { scriptsLeftOutBy: file } = change;
    const isFlagged = change.claims.hasInstallScript === true && change.changed.includes("has-install-script");
    const isListed2 = options.tarballs !== "never" && context.mode === "check" && (isFlagged || !change.baseVersions.includes(change.version));
    const stated = evidence.release.value.hooks;
    const tarball2 = isListed2 ? evidence.tarball : notAsked;
    const hooks = hooksOf(stated, tarball2);
    const runs = runsOf(hooks);
    const beside = tarball2.state === "absent" ? [] : besideHooks(change, evidence.release.value, tarball2.value);
    if (runs.size === 0) {
      const isRead = tarball2.state === "present" && "manifest" in tarball2.value;
      if (isRead || change.claims.hasInstallScript !== true || file !== void 0) return beside;
      if (isFlagged) return [{ code: "flag-gained", args: identity(change), stable: {} }, ...beside];
      return tarball2.state === "present" ? [{ code: "flag-unread", args: identity(change), stable: {} }, ...beside] : beside;
    }
    const violation = (code2, hooks2, more) => ({
      code: file === void 0 ? code2 : "left-out",
      args: { ...identity(change), hooks: inWords(hooks2), ...more, ...file === void 0 ? {} : { file } },
      stable: Object.fromEntries(hooks2.map((hook) => [hook, runs.get(hook) ?? ""]))
    });
    if (context.mode === "check" && !isFlagged && evidence.predecessor.state === "present") {
      const previous = evidence.predecessor.value;
      const { name, version } = change;
      if (runAlike({ name, ...previous }, { name, version, hooks })) return beside;
      const before = runsOf(isListed2 ? hooksOf(previous.hooks, evidence.predecessorTarball) : previous.hooks);
      const added = [...runs.keys()].filter((hook) => !before.has(hook));
      const isSame2 = (hook) => isSameCommand(name, { text: before.get(hook), version: previous.version }, { text: runs.get(hook), version });
      const changed2 = [...runs.keys()].filter((hook) => before.has(hook) && !isSame2(hook));
      return [
        ...added.length > 0 ? [violation("new-hook", added, { previous: previous.version })] : [],
        ...changed2.length > 0 ? [violation("changed-hook", changed2, { previous: previous.version })] : [],
        ...beside
      ];
    }
    const releases = evidence.history.state === "present" ? evidence.history.value : { distTags: {}, releases: [] };
    const since = carriedSince(releases, { name: change.name, version: change.version, hooks }, hooks === stated);
    const established = since !== void 0 && between(since, context.now) >= milliseconds(options.establishedAfter);
    if (established && context.mode === "audit") return [];
    const code = established ? "established" : context.mode === "audit" ? "unestablished" : "first-seen";
    return [violation(code, [...runs.keys()], since === void 0 ? {} : { since }), ...beside];
  },
  facts: ({ dossier: { change }, evidence }) => halves(
    fact(evidence, "predecessor", "hooks", ({ version, hooks }) => ({ version, text: textOf(hooks) })),
    { ...fact(evidence, "release", "hooks", ({ hooks }) => textOf(hooks)), ...tarballFacts(change, evidence) }
  ),
  examples: [
    { title: "No install script", dossier: {}, expectedCodes: [] },
    {
      title: "A folder of the repository gains a script that npm runs",
      dossier: {
        change: {
          source: { kind: "link", spec: "tools/left-pad", workspace: false, declared: true },
          folderScripts: { path: "tools/left-pad/package.json", line: 4, scripts: { postinstall: "node build.js" } }
        }
      },
      expectedCodes: ["folder-script"]
    },
    {
      title: "A known package gains the flag, and its manifest names no script",
      dossier: {
        change: {
          ...{ kind: "updated", previousVersion: "1.3.0", baseVersions: ["1.3.0"], changed: ["has-install-script"] },
          claims: { hasInstallScript: true }
        }
      },
      expectedCodes: ["flag-gained"]
    },
    {
      title: "A known package gains the flag, and its releases have had the script for years",
      dossier: {
        change: {
          ...{ kind: "updated", previousVersion: "1.3.0", baseVersions: ["1.3.0"], changed: ["has-install-script"] },
          claims: { hasInstallScript: true }
        },
        evidence: {
          release: release({ hooks: { install: "node-gyp rebuild" } }),
          history: history({ "1.3.0": "2020-06-08T07:30:00.000Z" }, { "1.3.0": { hooksDigest: "d" } })
        }
      },
      expectedCodes: ["established"]
    },
    {
      title: "A known package loses the flag",
      dossier: {
        change: {
          ...{ kind: "updated", previousVersion: "1.3.0", baseVersions: ["1.3.0"], changed: ["has-install-script"] },
          claims: { hasInstallScript: false }
        }
      },
      expectedCodes: []
    },
    {
      title: "An upgrade that keeps the hook unchanged",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.0", baseVersions: ["1.2.0"] },
        evidence: {
          release: release({ hooks: { install: "node-gyp rebuild" } }),
          predecessor: release({ version: "1.2.0", hooks: { install: "node-gyp rebuild" } })
        }
      },
      expectedCodes: []
    },
    {
      title: "An upgrade whose hook holds the version, and nothing else of it changed",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.0", baseVersions: ["1.2.0"] },
        evidence: {
          release: release({ hooks: { postinstall: "check left-pad 1.3.0" } }),
          predecessor: release({ version: "1.2.0", hooks: { postinstall: "check left-pad 1.2.0" } })
        }
      },
      expectedCodes: []
    },
    {
      title: "An upgrade whose hook holds a version that is not its own",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.0", baseVersions: ["1.2.0"] },
        evidence: {
          release: release({ hooks: { postinstall: "check left-pad 9.9.9" } }),
          predecessor: release({ version: "1.2.0", hooks: { postinstall: "check left-pad 1.2.0" } })
        }
      },
      expectedCodes: ["changed-hook"]
    },
    {
      title: "A package on the allow-list",
      dossier: { evidence: { release: release({ hooks: { postinstall: "node install.js" } }) } },
      options: { allow: ["left-pad@>=1.2.0"] },
      expectedCodes: []
    },
    {
      title: "A script that npm does not run for a package from a registry",
      dossier: { evidence: { release: release({ hooks: { prepare: "tsc" } }) } },
      expectedCodes: []
    },
    {
      title: "An upgrade that adds a hook",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.0", baseVersions: ["1.2.0"] },
        evidence: {
          release: release({ hooks: { postinstall: "node setup.js" } }),
          predecessor: release({ version: "1.2.0" })
        }
      },
      expectedCodes: ["new-hook"]
    },
    {
      title: "A new `binding.gyp` and a changed script",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.0", baseVersions: ["1.2.0"] },
        evidence: {
          release: release({ hooks: { preinstall: "node setup_bun.js", "implicit-gyp": "node-gyp rebuild" } }),
          predecessor: release({ version: "1.2.0", hooks: { preinstall: "node check.js" } })
        }
      },
      expectedCodes: ["new-hook", "changed-hook"]
    },
    {
      title: "An upgrade with a `binding.gyp` that only the tarball shows",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.0", baseVersions: ["1.2.0"] },
        evidence: {
          release: release({ hooks: {} }),
          predecessor: release({ version: "1.2.0" }),
          tarball: tarball({}, true),
          predecessorTarball: tarball()
        }
      },
      expectedCodes: ["new-hook"]
    },
    {
      title: "A tarball that could not be downloaded: a warning, and indeterminate with `tarballs: list`",
      dossier: {
        evidence: { tarball: present({ unlisted: "failed", detail: "HTTP 503" }) }
      },
      expectedCodes: ["unlisted"]
    },
    {
      title: "A postinstall that the tarball has and the registry's manifest has not",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.0", baseVersions: ["1.2.0"] },
        evidence: {
          release: release(),
          predecessor: release({ version: "1.2.0" }),
          tarball: tarball({ hooks: { postinstall: "node steal.js" } }),
          predecessorTarball: tarball({ version: "1.2.0" })
        }
      },
      expectedCodes: ["new-hook"]
    },
    {
      title: "A script that only the registry's manifest has, as fsevents 2.3.3: nothing runs",
      dossier: {
        change: { claims: { hasInstallScript: true } },
        evidence: { release: release({ hooks: { install: "node-gyp rebuild" } }), tarball: tarball() }
      },
      expectedCodes: []
    },
    {
      title: "A program that the registry's manifest does not state",
      dossier: { evidence: { release: release({ bin: {} }), tarball: tarball({ bin: { node: "other.js" } }) } },
      expectedCodes: ["unstated"]
    },
    {
      title: "Two manifests in one tarball that differ",
      dossier: { evidence: { tarball: present({ bindingGyp: false, manifest: { state: "several" } }) } },
      expectedCodes: ["own-manifest"]
    },
    {
      title: "A flag for what was not read",
      dossier: {
        change: { claims: { hasInstallScript: true } },
        evidence: { tarball: present({ unlisted: "failed", detail: "HTTP 503" }) }
      },
      expectedCodes: ["flag-unread", "unlisted"]
    },
    {
      title: "A binary of 40 MiB for one platform, whose tarball is not listed",
      dossier: { evidence: { tarball: present({ unlisted: "platform" }) } },
      expectedCodes: ["unread"]
    },
    {
      title: "A new package whose hook is two weeks old",
      dossier: {
        evidence: {
          release: release({ hooks: { postinstall: "node install.js" } }),
          predecessor: absent,
          history: history(
            { "1.2.0": "2024-01-01T00:00:00.000Z", "1.3.0": "2026-06-01T00:00:00.000Z" },
            { "1.3.0": { hooksDigest: "a" } }
          )
        }
      },
      expectedCodes: ["first-seen"]
    },
    {
      title: "A new package that has had the same build for years: a warning",
      dossier: {
        evidence: {
          release: release({ hooks: { "implicit-gyp": "node-gyp rebuild" } }),
          predecessor: absent,
          history: history(
            { "1.2.0": "2024-01-01T00:00:00.000Z", "1.3.0": "2026-06-01T00:00:00.000Z" },
            { "1.2.0": { hooksDigest: "a" }, "1.3.0": { hooksDigest: "a" } }
          )
        }
      },
      expectedCodes: ["established"]
    },
    {
      title: "A hook that the base branch tells the package manager not to run: a warning",
      dossier: {
        change: { scriptsLeftOutBy: "package.json" },
        evidence: {
          release: release({ hooks: { postinstall: "node install.js" } }),
          predecessor: absent,
          history: history({ "1.3.0": "2026-06-01T00:00:00.000Z" }, { "1.3.0": { hooksDigest: "a" } })
        }
      },
      expectedCodes: ["left-out"]
    },
    {
      title: "The same package in an audit",
      mode: "audit",
      dossier: {
        evidence: {
          release: release({ hooks: { "implicit-gyp": "node-gyp rebuild" } }),
          history: history(
            { "1.2.0": "2024-01-01T00:00:00.000Z", "1.3.0": "2026-06-01T00:00:00.000Z" },
            { "1.2.0": { hooksDigest: "a" }, "1.3.0": { hooksDigest: "a" } }
          )
        }
      },
      expectedCodes: []
    },
    {
      title: "A hook from last week, in an audit",
      mode: "audit",
      dossier: {
        evidence: {
          release: release({ hooks: { postinstall: "node install.js" } }),
          history: history({ "1.3.0": "2026-06-08T00:00:00.000Z" }, { "1.3.0": { hooksDigest: "a" } })
        }
      },
      expectedCodes: ["unestablished"]
    }
  ]
});

// src/rules/edges.ts
var import_satisfies = __toESM(require_satisfies(), 1);
var import_valid = __toESM(require_valid(), 1);
function strayEdges({ edges = [], changed: changed2 }, published) {
  const { dependencies, optionalDependencies, peerDependencies = {} } = published;
  if (dependencies === void 0) return [];
  const declared = { ...dependencies, ...optionalDependencies };
  return edges.flatMap(({ name, to, version }) => {
    const pinned = `${to}@${version}`;
    if (!Object.hasOwn(declared, name)) {
      if (!changed2.includes("requirements") || Object.hasOwn(peerDependencies, name)) return [];
      return [
        { code: "undeclared-dependency", args: { dependency: name, pinned }, stable: { dependency: name, pinned } }
      ];
    }
    const asked = declared[name] ?? "";
    const [, alias = name, spec = asked] = /^npm:(@?[^@]+)(?:@(.*))?$/.exec(asked) ?? [];
    const range = (0, import_valid.default)(spec, true);
    if (to === alias && (range === null || range === "*")) return [];
    if (to === alias && (0, import_satisfies.default)(version, range ?? "", { loose: true, includePrerelease: true })) return [];
    return [
      {
        code: "dependency-out-of-range",
        args: { dependency: name, pinned, asked },
        stable: { dependency: name, pinned, asked }
      }
    ];
  });
}

// src/rules/pin-messages.ts
var lockAgain2 = "Remove the entry from the lockfile and lock again, so that the package manager records a sha512 from the registry.";
var fileName = ({ lockfile }) => {
  const path = plain(lockfile);
  return path.slice(path.lastIndexOf("/") + 1);
};
function renew(args) {
  switch (fileName(args)) {
    case "package-lock.json":
    case "npm-shrinkwrap.json":
      return `Delete the whole entry of ${named(args)} from the lockfile (not only its \`integrity\`) and run \`npm install\`: npm then records a SHA-512.`;
    case "yarn.lock":
      return `Delete the entry of ${named(args)} from \`yarn.lock\` and run \`yarn install\`: Yarn then records a SHA-512.`;
    case "pnpm-lock.yaml":
      return `Delete the entry of ${named(args)} under \`packages\` of \`pnpm-lock.yaml\` and run \`pnpm install --fix-lockfile\`: pnpm then records a SHA-512.`;
    default:
      return lockAgain2;
  }
}
function restore2(args) {
  switch (fileName(args)) {
    case "package-lock.json":
    case "npm-shrinkwrap.json":
      return "Restore the lockfile from the base branch, delete `node_modules`, and run `npm install` again: npm records no digests when it makes a lockfile from an existing `node_modules` folder.";
    default:
      return "Restore the lockfile from the base branch and lock again.";
  }
}
var weaknesses = {
  missing: {
    text: (args) => `${named(args)} is locked without \`integrity\`: any bytes that its address serves are installed.`,
    remediation: () => lockAgain2
  },
  malformed: {
    text: (args) => `The \`integrity\` of ${named(args)} is malformed: ${quoted(args.pinned)}. Package managers skip what they cannot parse.`,
    remediation: () => lockAgain2
  },
  weak: {
    text: (args) => `${named(args)} is pinned by ${plain(args.algorithm)} only, which is weak: other bytes with the same digest can be made.`,
    remediation: () => lockAgain2
  },
  unbound: {
    text: (args) => `The pin of ${named(args)} cannot be compared: it is a ${plain(args.algorithm)} digest, but ${quoted(args.registry)} states ${plain(args.stated)}.`,
    remediation: () => "Ask the operator of the registry to state the digests of its tarballs (`dist.integrity`), or lock again with a digest that the registry states."
  },
  "no-tarball": {
    text: (args) => `The \`resolved\` of ${named(args)} cannot be compared: ${quoted(args.registry)} states no address for the tarball.`,
    remediation: () => "Ask the operator of the registry to state the addresses of its tarballs (`dist.tarball`), or omit `resolved` from the lockfile."
  }
};
var equalSha1 = {
  sha1: {
    severity: "advisory",
    text: (args) => `${named(args)} is pinned by SHA-1 only. It is the SHA-1 that the registry states, and the registry states a SHA-512 too.`,
    remediation: renew
  },
  "sha1-alone": {
    severity: "note",
    text: (args) => `${named(args)} is pinned by SHA-1 only. It is the SHA-1 that the registry states, and the registry states nothing stronger.`,
    remediation: (args) => `Nothing needs to be done. A newer version of ${quoted(args.name)} may have a SHA-512 in the registry.`
  }
};
var droppedDigest = {
  severity: "mandatory",
  text: (args) => `${named(args)} lost the digest that the base branch pins (${quoted(args.before)}): any bytes that its address serves are installed.`,
  remediation: restore2
};
var withSeverity = (severity, prefix) => Object.fromEntries(Object.entries(weaknesses).map(([code, message]) => [prefix + code, { ...message, severity }]));

// src/rules/pins.ts
function judgePin(pinned, pin, stated, basePins) {
  if (pin.integrity === void 0) return pin.checksum === void 0 ? [{ code: "missing" }] : [];
  return flawsOf(pinned, stated).map((flaw) => {
    const { code } = flaw;
    switch (code) {
      case "malformed":
        return { code };
      case "differs":
        return { code, args: { expected: spellDigests(stated, flaw.algorithm) } };
      case "weak":
        return { code, args: { algorithm: flaw.algorithm } };
      case "sha1":
        if (wasStrong(basePins)) return { code: "weak", args: { algorithm: "sha1" } };
        return { code: flaw.isAlone ? "sha1-alone" : code };
      case "unbound": {
        const known2 = stated.algorithms.length === 0 ? "no digest" : `only ${stated.algorithms.join(" and ")}`;
        return { code, args: { algorithm: flaw.algorithm, stated: known2 } };
      }
      case "several-algorithms":
        return { code, args: { algorithms: pinned.algorithms.join(" and ") } };
    }
  });
}
var wasStrong = (basePins) => basePins.some(
  ({ integrity = "", checksum }) => checksum !== void 0 || parseIntegrity(integrity).algorithms.some(isStrong)
);
function changedSince(basePins, pinned) {
  const before = basePins.map((pin) => parseIntegrity(pin.integrity ?? ""));
  return pinned.algorithms.some((algorithm) => {
    const known2 = before.flatMap((integrity) => [...integrity.digests.get(algorithm) ?? []]);
    return known2.length > 0 && [...pinned.digests.get(algorithm) ?? []].some((digest) => !known2.includes(digest));
  });
}
function droppedSince(basePins, { integrity, checksum }) {
  const isBound = ({ integrity: text3 = "" }) => parseIntegrity(text3).algorithms.length > 0;
  const isUnbound = integrity === void 0 && checksum === void 0;
  const isCarried = basePins.some((base) => base.integrity === void 0 && base.checksum === void 0);
  return isUnbound && !isCarried && basePins.some(isBound);
}
function isBundledElsewhere(pin, bundling2) {
  if (pin.resolved !== void 0 || pin.integrity !== void 0 || pin.checksum !== void 0) return false;
  const read = bundling2();
  if (read.state !== "present") return false;
  return read.value.claims.filter(({ pinned, held }) => held && !pinned).length >= pin.places;
}
function otherChecksum({ changed: changed2, basePins }, { checksum }) {
  if (!changed2.includes("integrity") || checksum === void 0 || checksum === "") return false;
  const before = basePins.filter((base) => base.checksum !== void 0 && base.checksum !== "");
  return before.length > 0 && before.every((base) => base.checksum !== checksum);
}

// src/rules/tarball.ts
function placeOf(text3) {
  const [address = ""] = text3.split("#", 1);
  const mark = address.indexOf("?");
  const raw = (mark === -1 ? address : address.slice(0, mark)).replace(/^\/+/, "");
  const query = mark === -1 ? "" : address.slice(mark + 1);
  try {
    return { path: decodeURIComponent(raw), query };
  } catch {
    return { path: raw, query };
  }
}
function placesOf(tarball2, registry) {
  if (!URL.canParse(tarball2) || !URL.canParse(registry)) return [];
  const { pathname, search } = new URL(tarball2);
  const base = new URL(registry).pathname;
  const whole = placeOf(pathname + search);
  return pathname.startsWith(base) ? [placeOf(pathname.slice(base.length) + search), whole] : [whole];
}
function pointsAtTarball({
  name,
  version,
  registry,
  tarball: tarball2,
  path
}) {
  const actual = placeOf(path);
  const basename = name.slice(name.lastIndexOf("/") + 1);
  const [released = ""] = version.split("+", 1);
  if (actual.path === `${name}/-/${basename}-${released}.tgz`) return "same";
  const stated = tarball2 === void 0 ? [] : placesOf(tarball2, registry);
  if (stated.length === 0) return "unknown";
  const isDistinct = actual.path.includes(basename);
  return stated.some((place) => place.path === actual.path && (isDistinct || place.query === actual.query)) ? "same" : "other";
}

// src/rules/integrity.ts
function otherPrograms({ bins = [], changed: changed2 }, published) {
  if (published === void 0) return [];
  const isSilent = Object.keys(published).length === 0;
  if (isSilent && !changed2.includes("bin")) return [];
  return bins.flatMap((bin) => {
    const [other2] = Object.entries(bin).filter(
      ([program2, file]) => !Object.hasOwn(published, program2) || published[program2] !== file
    );
    if (other2 === void 0) return [];
    const [program, pinned] = other2;
    const expected = Object.hasOwn(published, program) ? published[program] ?? "" : "";
    const stable = { program, pinned };
    return [{ code: isSilent ? "unstated-bin" : "other-bin", args: { program, pinned, expected }, stable }];
  });
}
function distinct(all) {
  return [...new Map(all.map((one) => [JSON.stringify(one), one]))].sort(([a], [b]) => a < b ? -1 : 1).map(([, one]) => one);
}
var integrity_default = definePackageRule({
  id: "integrity",
  summary: "The lockfile pins the bytes that the registry states for this exact version.",
  why: "Package managers compare a download with the lockfile, but not the lockfile with the registry: whoever edits both `resolved` and `integrity` installs other bytes under a trusted name, and the usual audit commands report the tree as verified. A pin without a strong digest does not decide what is installed.",
  recommended: "error",
  floor: "part",
  sources: "registry",
  needs: ["release", "bundling"],
  messages: {
    differs: {
      severity: "mandatory",
      text: (args) => `${named(args)} is pinned to different bytes than the registry's: the lockfile has ${quoted(args.pinned)}, the registry has ${quoted(args.expected)}.`,
      remediation: (args) => `Do not install it. Remove the entry of ${named(args)}, lock again from the trusted registry, and find out why the lockfile differs.`
    },
    "changed-bytes": {
      severity: "mandatory",
      text: (args) => `${named(args)} has different bytes than on the base branch: its pin changed from ${quoted(args.before)} to ${quoted(args.pinned)}, but a published version never changes.`,
      remediation: (args) => `Restore the pin of ${named(args)} from the base branch, or use another version. If the registry itself now serves different bytes, report it to the registry.`
    },
    dropped: droppedDigest,
    "another-tarball": {
      severity: "mandatory",
      text: (args) => `The \`resolved\` of ${named(args)} points to a different tarball of its registry: ${quoted(args.path)}. The registry has this version at ${quoted(args.tarball)}.`,
      remediation: () => lockAgain2
    },
    "other-document": {
      severity: "mandatory",
      text: (args) => `The document of ${quoted(args.registry)} for ${named(args)} is about a different package or version.`,
      remediation: () => "Do not install it. Report it to the operator of the registry."
    },
    "other-bin": {
      severity: "mandatory",
      text: (args) => `The lockfile gives ${named(args)} other programs than it was published with: ${quoted(args.program)} runs ${quoted(args.pinned)}, and the registry's manifest says ${args.expected === "" ? "no such program" : quoted(args.expected)}. Package managers link what the lockfile says.`,
      remediation: () => "Do not install it. Remove the entry from the lockfile and lock again."
    },
    "unstated-bin": {
      severity: "configured",
      text: (args) => `The lockfile says that ${named(args)} has the program ${quoted(args.program)} (${quoted(args.pinned)}), and the registry's manifest lists no program at all. Package managers link what the lockfile says.`,
      remediation: () => "Remove the entry from the lockfile and lock again; if it stays, inspect the tarball."
    },
    "dependency-out-of-range": {
      severity: "advisory",
      text: (args) => `The lockfile links ${named(args)} with ${quoted(args.pinned)}, but its published manifest declares ${quoted(args.asked)} for ${quoted(args.dependency)}.`,
      remediation: () => "Lock again with the package manager. If the version is intended, declare an override for it."
    },
    "undeclared-dependency": {
      severity: "advisory",
      text: (args) => `The lockfile now links ${named(args)} with ${quoted(args.pinned)}, but its published manifest does not depend on ${quoted(args.dependency)}.`,
      remediation: () => "Lock again with the package manager. If the package lacks this dependency, declare a package extension for it."
    },
    ...withSeverity("configured", ""),
    ...withSeverity("advisory", "carried-"),
    ...equalSha1,
    "several-algorithms": {
      severity: "advisory",
      text: (args) => `${named(args)} is pinned by several algorithms (${plain(args.algorithms)}), and each package manager compares the one it prefers. The strongest digest matches the registry's.`,
      remediation: () => lockAgain2
    }
  },
  check({ dossier, evidence, context }) {
    const { change } = dossier;
    const registry = registryOf(dossier);
    const args = { ...identity(change), registry, lockfile: change.lockfile };
    const published = evidence.release.state === "present" ? evidence.release.value : {};
    const stated = statedIntegrity(published);
    const document = published.documentMatches === false ? [{ code: "other-document", args, stable: {} }] : [];
    const { tarball: tarball2 } = published;
    const pins = pinsOf(dossier).flatMap(({ pin, address }) => {
      if (isBundledElsewhere(pin, () => evidence.bundling)) return [];
      const text3 = pin.integrity ?? "";
      const pinned = parseIntegrity(text3);
      const isUnstated = dossier.unprovided?.includes("digests") === true;
      const before = change.basePins.flatMap((base) => base.integrity ?? []).join(" ");
      const isDropped = droppedSince(change.basePins, pin);
      const found2 = isDropped ? [{ code: "dropped", args: { before } }] : [...judgePin(pinned, pin, stated, change.basePins)].filter(({ code }) => code !== "unbound" || !isUnstated);
      if (changedSince(change.basePins, pinned)) found2.push({ code: "changed-bytes", args: { before } });
      if (otherChecksum(change, pin)) {
        const checksums = change.basePins.map(({ checksum }) => checksum ?? "").join(" ");
        found2.push({ code: "changed-bytes", args: { before: checksums, pinned: pin.checksum ?? "" } });
      }
      if (address.verdict === "trusted" && address.path !== void 0) {
        const answer = pointsAtTarball({ ...args, tarball: tarball2, path: address.path });
        if (answer === "other") {
          found2.push({ code: "another-tarball", args: { path: address.path, tarball: tarball2 ?? "" } });
        }
        if (answer === "unknown") found2.push({ code: "no-tarball" });
      }
      const carried = context.mode === "audit" || change.basePins.some((base) => base.integrity === pin.integrity && base.resolved === pin.resolved);
      return found2.map(({ code, args: more }) => ({
        code: carried && code in weaknesses ? `carried-${code}` : code,
        args: { ...args, pinned: text3, ...more },
        stable: {
          pinned: code === "changed-bytes" ? pin.integrity ?? pin.checksum ?? "" : text3,
          ...code === "another-tarball" ? { resolved: pin.resolved ?? "" } : {}
        },
        line: pin.line,
        places: pin.places
      }));
    });
    return [
      ...document,
      ...pins,
      ...[...otherPrograms(change, published.bin), ...strayEdges(change, published)].map((one) => ({
        ...one,
        args: { ...args, ...one.args }
      }))
    ];
  },
  facts: ({ dossier: { change }, evidence }) => {
    const published = evidence.release.state === "present" ? evidence.release.value : {};
    const stray = [...otherPrograms(change, published.bin), ...strayEdges(change, published)];
    return halves(
      {},
      {
        pins: distinct(change.pins.map(({ integrity, checksum }) => defined({ integrity, checksum }))),
        ...fact(evidence, "release", "stated", ({ integrity, shasum }) => defined({ integrity, shasum })),
        ...Object.fromEntries(
          [...groupBy(stray, ({ code }) => code)].map(([code, own]) => [
            code,
            distinct(own.map(({ stable = {} }) => stable))
          ])
        )
      }
    );
  },
  examples: [
    { title: "The pin is the registry's digest", dossier: {}, expectedCodes: [] },
    {
      title: "A sha1 pin becomes the registry's sha512",
      dossier: { change: { basePins: [{ integrity: weakIntegrity, line: 10, places: 1 }] } },
      expectedCodes: []
    },
    {
      title: "A registry with another tarball path, and a scope written with `%2f`",
      dossier: {
        change: { name: "@acme/tool" },
        addresses: [{ verdict: "trusted", path: "download/@acme%2Ftool/1.3.0/tool.tgz?token=1" }],
        evidence: { release: release({ tarball: `${exampleRegistry}download/@acme/tool/1.3.0/tool.tgz?token=2` }) }
      },
      expectedCodes: []
    },
    {
      title: "The lockfile pins different bytes than the registry states",
      dossier: { change: { pins: [{ integrity: otherIntegrity, line: 10, places: 1 }] } },
      expectedCodes: ["differs"]
    },
    {
      title: "The lockfile links another file of the package as `node`",
      dossier: {
        change: { bins: [{ "left-pad": "cli.js", node: "other.js" }] },
        evidence: { release: release({ bin: { "left-pad": "cli.js" } }) }
      },
      expectedCodes: ["other-bin"]
    },
    {
      title: "A lockfile of pnpm links a package with a version outside the range that it declares",
      dossier: {
        change: { edges: [{ name: "many", to: "many", version: "2.0.0" }] },
        evidence: { release: release({ dependencies: { many: "^1.0.0" } }) }
      },
      expectedCodes: ["dependency-out-of-range"]
    },
    {
      title: "A known package is linked with another that its manifest does not depend on",
      dossier: {
        change: {
          ...{ kind: "updated", previousVersion: "1.3.0", baseVersions: ["1.3.0"], changed: ["requirements"] },
          edges: [{ name: "many", to: "many", version: "2.0.0" }]
        },
        evidence: { release: release({ dependencies: {} }) }
      },
      expectedCodes: ["undeclared-dependency"]
    },
    {
      title: "A new package with a dependency that pnpm adds to what its manifest declares",
      dossier: {
        change: { edges: [{ name: "many", to: "many", version: "2.0.0" }] },
        evidence: { release: release({ dependencies: {} }) }
      },
      expectedCodes: []
    },
    {
      title: "A new package whose document names no programs",
      dossier: { change: { bins: [{ "left-pad": "cli.js" }] }, evidence: { release: release({ bin: {} }) } },
      expectedCodes: []
    },
    {
      title: "A known package gains a program, and its document names none",
      dossier: {
        change: {
          ...{ kind: "updated", previousVersion: "1.3.0", baseVersions: ["1.3.0"], changed: ["bin"] },
          bins: [{ node: "other.js" }]
        },
        evidence: { release: release({ bin: {} }) }
      },
      expectedCodes: ["unstated-bin"]
    },
    {
      title: "Programs as they were published, and one that the lockfile leaves out",
      dossier: {
        change: { bins: [{ "left-pad": "cli.js" }] },
        evidence: { release: release({ bin: { "left-pad": "cli.js", lp: "cli.js" } }) }
      },
      expectedCodes: []
    },
    {
      title: "Programs of a folder (`directories.bin`), which the manifest does not list",
      dossier: { change: { bins: [{ "left-pad": "bin/left-pad" }] } },
      expectedCodes: []
    },
    {
      title: "A second digest that would allow other bytes",
      dossier: { change: { pins: [{ integrity: `${exampleIntegrity} ${otherIntegrity}`, line: 10, places: 1 }] } },
      expectedCodes: ["differs"]
    },
    {
      title: "Lockfile and registry agree, but the base branch had different bytes for the same version",
      dossier: { change: { basePins: [{ integrity: otherIntegrity, line: 10, places: 1 }] } },
      expectedCodes: ["changed-bytes"]
    },
    {
      title: "The base branch pinned bytes for this version, and the lockfile no longer does",
      dossier: {
        change: { pins: [{ line: 10, places: 1 }], basePins: [{ integrity: otherIntegrity, line: 10, places: 1 }] }
      },
      expectedCodes: ["dropped"]
    },
    {
      title: "The address is another package's tarball",
      dossier: { addresses: [{ verdict: "trusted", path: "left-pads/-/left-pads-1.3.0.tgz" }] },
      expectedCodes: ["another-tarball"]
    },
    {
      title: "The registry's document is about another package",
      dossier: { evidence: { release: release({ documentMatches: false }) } },
      expectedCodes: ["other-document"]
    },
    {
      title: "Yarn berry has no integrity: its checksum is of an archive that it packs itself",
      dossier: { change: { pins: [{ checksum: "10c0/0a", line: 10, places: 1 }] } },
      expectedCodes: []
    },
    {
      title: "Yarn berry's checksum changed for the same version",
      dossier: {
        change: {
          changed: ["integrity"],
          pins: [{ checksum: "10c0/0a", line: 10, places: 1 }],
          basePins: [{ checksum: "10c0/0b", line: 10, places: 1 }]
        }
      },
      expectedCodes: ["changed-bytes"]
    },
    {
      title: "No integrity, for a package in the tarball of another",
      dossier: {
        change: { pins: [{ line: 10, places: 1 }], claims: { inBundle: true } },
        evidence: { bundling: bundling({ held: true }) }
      },
      expectedCodes: []
    },
    {
      title: "From npm to Yarn berry: a checksum instead of an integrity is not a change of bytes",
      dossier: {
        change: {
          changed: ["integrity", "dependency-types"],
          pins: [{ checksum: "10c0/0a", line: 10, places: 1 }],
          basePins: [{ integrity: exampleIntegrity, line: 10, places: 1 }]
        }
      },
      expectedCodes: []
    },
    { title: "No integrity", dossier: { change: { pins: [{ line: 10, places: 1 }] } }, expectedCodes: ["missing"] },
    {
      title: "A sha1 pin, equal to the registry's, which states a SHA-512 too: a warning",
      dossier: {
        change: { pins: [{ integrity: weakIntegrity, line: 10, places: 1 }] },
        evidence: { release: release({ shasum: weakShasum }) }
      },
      expectedCodes: ["sha1"]
    },
    {
      title: "The same of a registry that states nothing stronger: a note",
      dossier: {
        change: { pins: [{ integrity: weakIntegrity, line: 10, places: 1 }] },
        evidence: { release: release({ integrity: weakIntegrity }) }
      },
      expectedCodes: ["sha1-alone"]
    },
    {
      title: "A sha1 pin of a version that the base branch pins by SHA-512",
      dossier: {
        change: {
          pins: [{ integrity: weakIntegrity, line: 10, places: 1 }],
          basePins: [{ integrity: exampleIntegrity, line: 10, places: 1 }]
        },
        evidence: { release: release({ shasum: weakShasum }) }
      },
      expectedCodes: ["weak"]
    },
    {
      title: "A sha1 pin, and a registry that states no SHA-1",
      dossier: { change: { pins: [{ integrity: weakIntegrity, line: 10, places: 1 }] } },
      expectedCodes: ["weak"]
    },
    {
      title: "An integrity that is not base64 of the right length",
      dossier: { change: { pins: [{ integrity: "sha512-abc", line: 10, places: 1 }] } },
      expectedCodes: ["malformed"]
    },
    {
      title: "An old registry states only a sha1",
      dossier: { evidence: { release: release({ integrity: weakIntegrity }) } },
      expectedCodes: ["unbound"]
    },
    {
      title: "A registry that states neither digest nor address",
      dossier: {
        addresses: [{ verdict: "trusted", path: "download/left-pad-1.3.0.tgz" }],
        evidence: { release: absent }
      },
      expectedCodes: ["unbound", "no-tarball"]
    },
    {
      title: "Two algorithms, both the registry's",
      dossier: {
        change: { pins: [{ integrity: `${weakIntegrity} ${exampleIntegrity}`, line: 10, places: 1 }] },
        evidence: { release: release({ shasum: weakShasum }) }
      },
      expectedCodes: ["several-algorithms"]
    },
    {
      title: "Without integrity already on the base branch: a warning, because this change did not introduce it",
      dossier: { change: { pins: [{ line: 10, places: 1 }], basePins: [{ line: 9, places: 1 }] } },
      expectedCodes: ["carried-missing"]
    },
    {
      title: "A sha1 pin in an audit",
      mode: "audit",
      dossier: { change: { pins: [{ integrity: weakIntegrity, line: 10, places: 1 }] } },
      expectedCodes: ["carried-weak"]
    },
    {
      title: "A malformed pin in an audit",
      mode: "audit",
      dossier: { change: { pins: [{ integrity: "md5", line: 10, places: 1 }] } },
      expectedCodes: ["carried-malformed"]
    },
    {
      title: "Nothing to compare with, in an audit",
      mode: "audit",
      dossier: {
        addresses: [{ verdict: "trusted", path: "download/left-pad-1.3.0.tgz" }],
        evidence: { release: absent }
      },
      expectedCodes: ["carried-unbound", "carried-no-tarball"]
    }
  ]
});

// src/rules/license.ts
var listed = (z) => z.string({ error: "expected a license, such as `MIT`" }).regex(/^[A-Za-z0-9.-]+\+?(?: WITH [A-Za-z0-9.-]+)?$/, {
  error: "expected one license of the SPDX list, such as `MIT` or `GPL-2.0-only WITH Classpath-exception-2.0`"
});
function isSatisfied(expression, allowed) {
  if ("license" in expression) return allowed.has(expression.license);
  const { join, left, right } = expression;
  return join === "or" ? isSatisfied(left, allowed) || isSatisfied(right, allowed) : isSatisfied(left, allowed) && isSatisfied(right, allowed);
}
var ask = (args) => `Ask the person responsible for licenses whether ${quoted(args.name)} may be used, then allow its license or record an exception with the reason.`;
var unclear = (args) => args.declared === void 0 ? `${named(args)} declares no license.` : `${named(args)} declares ${quoted(args.declared)} as its license, which is not an SPDX expression.`;
var license_default = definePackageRule({
  id: "license",
  summary: "The policy allows the license that the version declares.",
  why: "Each organisation decides which licenses it allows, so the rule is off until the policy lists them. It reads what the version declares (SPDX expressions, and the older forms of `license` and `licenses`), not the files of the package, so a wrong declaration misleads it. Identifiers are compared as written. For `OR` one side must be allowed, for `AND` both.",
  recommended: "off",
  floor: "none",
  defaults: { allow: [], unknown: "warn" },
  options: (z) => ({
    allow: z.array(listed(z), { error: "expected a list of licenses, such as `[MIT, ISC]`" }).describe("The allowed licenses, each an identifier from the SPDX list."),
    unknown: z.enum(["off", "warn", "error"]).describe(
      "The level of a license that is missing or not an SPDX expression; never more than the level of the rule."
    )
  }),
  sources: "registry",
  needs: ["license"],
  messages: {
    "not-allowed": {
      severity: "configured",
      text: (args) => `${named(args)} declares the license ${quoted(args.declared)}, which the policy does not allow.`,
      remediation: ask
    },
    unclear: { severity: "configured", text: unclear, remediation: ask },
    "unclear-warning": { severity: "advisory", text: unclear, remediation: ask }
  },
  check({ dossier, evidence, options }) {
    const about2 = identity(dossier.change);
    const license = evidence.license.state === "present" ? evidence.license.value : void 0;
    if (license?.expression === void 0) {
      if (options.unknown === "off") return [];
      const code = options.unknown === "error" ? "unclear" : "unclear-warning";
      const args = license === void 0 ? about2 : { ...about2, declared: license.declared };
      return [{ code, args, stable: { declared: license?.declared ?? "" } }];
    }
    const { declared, expression } = license;
    if (isSatisfied(expression, new Set(options.allow))) return [];
    return [{ code: "not-allowed", args: { ...about2, declared }, stable: { declared } }];
  },
  facts: ({ evidence }) => halves(
    {},
    fact(evidence, "license", "license", ({ declared }) => declared)
  ),
  examples: [
    {
      title: "An allowed license",
      dossier: { evidence: { license: spdx("MIT") } },
      options: { allow: ["MIT"] },
      expectedCodes: []
    },
    {
      title: "A choice of two licenses, one of them allowed",
      dossier: { evidence: { license: spdx("MIT", "or", "GPL-3.0-only") } },
      options: { allow: ["MIT"] },
      expectedCodes: []
    },
    {
      title: "Two licenses that both apply, one of them not allowed",
      dossier: { evidence: { license: spdx("MIT", "and", "GPL-3.0-only") } },
      options: { allow: ["MIT"] },
      expectedCodes: ["not-allowed"]
    },
    {
      title: "A package that its owner licenses to nobody",
      dossier: { evidence: { license: spdx("UNLICENSED") } },
      options: { allow: ["MIT"] },
      expectedCodes: ["not-allowed"]
    },
    {
      title: "A text that is not an SPDX expression",
      dossier: { evidence: { license: present({ declared: "SEE LICENSE IN LICENSE.md" }) } },
      options: { allow: ["MIT"] },
      expectedCodes: ["unclear-warning"]
    },
    {
      title: "No license, where the policy requires one",
      dossier: { evidence: { license: absent } },
      options: { allow: ["MIT"], unknown: "error" },
      expectedCodes: ["unclear"]
    }
  ]
});
function spdx(license, join, other2) {
  if (join === void 0 || other2 === void 0) return present({ declared: license, expression: { license } });
  const expression = { join, left: { license }, right: { license: other2 } };
  return present({ declared: `${license} ${join.toUpperCase()} ${other2}`, expression });
}

// src/rules/masked.ts
function masked(spec, remote) {
  const withoutUser = (whole, before, user) => user === "git" ? whole : `${before ?? ""}***@`;
  const start = remote ? spec.replace(/^([a-z][a-z0-9+.-]*:)?([^\\/?#]*)@/i, withoutUser) : spec;
  return start.replaceAll(/(:[\\/]+)([^\\/?#]*)@/g, withoutUser).replace(/\?[^#]*/, "?***");
}

// src/rules/lockfile-on-disk.ts
function others(more) {
  if (more === void 0 || Number(more) <= 0) return "";
  return ` and ${plain(more)} more ${Number(more) === 1 ? "file" : "files"}`;
}
function notRegular({ path, what, file, target }) {
  const kind = what === "gitlink" ? "a submodule" : "a symbolic link";
  if (file === path && target === void 0) {
    return `${quoted(path)} becomes ${kind}: package managers read what it leads to, and lockgate did not judge that.`;
  }
  return target === void 0 ? `${quoted(path)} becomes ${kind}, and package managers read ${quoted(file)} through it: lockgate did not judge that.` : `${quoted(path)} becomes ${kind}: package managers read ${quoted(target)} as ${quoted(file)}, a file of another name.`;
}
var onDiskMessages = {
  "rewritten-on-checkout": {
    severity: "configured",
    text: (args) => `${quoted(args.path)} gives ${quoted(args.file)}${others(args.more)} the attribute ${quoted(args.attribute)}: git then ${args.attribute === "export-subst" ? "puts into an archive" : "checks out"} another text than the one that lockgate judged.`,
    remediation: (args) => `Take the attribute from lockfiles, manifests and settings files (${quoted(`${plain(args.file)} -ident -export-subst !filter !working-tree-encoding`)} below the line), and commit them as plain text.`
  },
  "lfs-pointer": {
    severity: "configured",
    text: (args) => `${quoted(args.path)} is a Git LFS pointer: what is checked out is stored elsewhere, and lockgate did not judge it.`,
    remediation: () => "Commit the file itself, and leave it out of Git LFS in `.gitattributes`."
  },
  "not-regular": {
    severity: "configured",
    text: notRegular,
    remediation: (args) => `Commit a regular file or folder instead of ${quoted(args.path)}.`
  },
  "submodule-read": {
    severity: "configured",
    text: (args) => `The submodule ${quoted(args.path)} is added or points to another commit, and package managers read ${quoted(args.file)} in it: lockgate does not fetch or judge its content.`,
    remediation: () => "Review the change in the submodule's own repository, and run lockgate there; or commit the files themselves."
  },
  "link-followed": {
    severity: "advisory",
    text: (args) => `${quoted(args.path)} is a new symbolic link: package managers now read ${quoted(args.target)} as ${quoted(args.file)}. lockgate judged that file.`,
    remediation: () => "Confirm that the link is intended; a change of the file it leads to counts from now on."
  },
  "line-ends": {
    severity: "advisory",
    text: (args) => `\`.gitattributes\` ask for CRLF in ${quoted(args.path)}, which has two documents: pnpm 11 and later then do not find the second.`,
    remediation: (args) => `Use ${quoted(`${plain(args.path)} eol=lf`)} in \`.gitattributes\`.`
  },
  "rewritten-before": {
    severity: "note",
    text: (args) => `Not judged: ${quoted(args.path)} on the base branch gives ${quoted(args.file)}${others(args.more)} the attribute ${quoted(args.attribute)}, so git checks out another text than lockgate reads.`,
    remediation: () => "Take the attribute from lockfiles, manifests and settings files on the base branch."
  },
  "submodule-changed": {
    severity: "note",
    text: (args) => `The submodule ${quoted(args.path)} is added or points to another commit; lockgate does not judge its content.`,
    remediation: () => "Review the change in the submodule's own repository, and run lockgate there."
  }
};
var onDiskExamples = [
  {
    title: "`.gitattributes` that change the lockfile at checkout",
    observation: {
      code: "rewritten-on-checkout",
      path: ".gitattributes",
      line: 1,
      args: { attribute: "ident", file: "package-lock.json", more: 0 }
    },
    expectedCodes: ["rewritten-on-checkout"]
  },
  {
    title: "Attributes that the base branch has, for files that the change leaves alone",
    observation: {
      code: "rewritten-before",
      path: ".gitattributes",
      line: 3,
      args: { attribute: "filter", file: "package.json", more: 2 }
    },
    expectedCodes: ["rewritten-before"]
  },
  {
    title: "CRLF in a lockfile of two documents",
    observation: { code: "line-ends", path: "pnpm-lock.yaml", line: 1, args: {} },
    expectedCodes: ["line-ends"]
  },
  {
    title: "A manifest that moves to Git LFS",
    observation: { code: "lfs-pointer", path: "packages/a/package.json", line: 1, args: {} },
    expectedCodes: ["lfs-pointer"]
  },
  {
    title: "A manifest that becomes a link to a file of another name",
    observation: {
      code: "not-regular",
      path: "packages/a/package.json",
      line: 1,
      args: { what: "symlink", file: "packages/a/package.json", target: "packages/a/a.json" }
    },
    expectedCodes: ["not-regular"]
  },
  {
    title: "`node_modules` that becomes a link",
    observation: {
      code: "not-regular",
      path: "src/node_modules",
      line: 1,
      args: { what: "symlink", file: "src/node_modules" }
    },
    expectedCodes: ["not-regular"]
  },
  {
    title: "A workspace that becomes a link to another folder",
    observation: {
      code: "link-followed",
      path: "packages/a",
      line: 1,
      args: { file: "packages/a/package.json", target: "packages/b/package.json" }
    },
    expectedCodes: ["link-followed"]
  },
  {
    title: "A submodule that holds a workspace, at another commit",
    observation: {
      code: "submodule-read",
      path: "vendor/library",
      line: 1,
      args: { file: "vendor/library/package.json" }
    },
    expectedCodes: ["submodule-read"]
  },
  {
    title: "A submodule at another commit",
    observation: { code: "submodule-changed", path: "vendor/library", line: 1, args: {} },
    expectedCodes: ["submodule-changed"]
  }
];

// src/rules/lockfile.ts
var WRITERS = [
  [/(?:^|\/)yarn\.lock$/, "yarn install"],
  [/(?:^|\/)pnpm-lock[^/]*\.yaml$/, "pnpm install --lockfile-only"],
  [/(?:^|\/)bun\.lock$/, "bun install --lockfile-only"],
  [/(?:^|\/)deno\.lock$/, "deno install"]
];
function writerOf(path) {
  return WRITERS.find(([name]) => name.test(path))?.[1] ?? "npm install --package-lock-only";
}
var lockAgain3 = (args) => `Lock again with the package manager (\`${writerOf(plain(args.path))}\`), and commit the ${quoted(args.path)} that it writes; do not edit the file by hand.`;
function about({ name, version }) {
  if (name === void 0) return "";
  return ` about ${quoted(version === void 0 ? name : `${name}@${version}`)}`;
}
function difference({ field, packages, dependencies }) {
  if (field === "presence") return "only `dependencies` has this entry";
  const shown3 = (value) => quoted(field === "resolved" && value !== void 0 ? masked(String(value), true) : value);
  return `${quoted(field)} is ${shown3(packages)} in \`packages\` and ${shown3(dependencies)} in \`dependencies\``;
}
function manifestDifference(args) {
  const { manifest, workspace, asked, locked, pinned } = args;
  const spec = (value) => value === "" ? "nothing" : quoted(masked(plain(value), false));
  if (workspace !== void 0) {
    return `${quoted(args.path)} has the workspace ${quoted(workspace)}, but ${quoted(manifest)} does not declare it.`;
  }
  if (pinned !== void 0) {
    return `${quoted(manifest)} declares ${spec(asked)} for ${quoted(args.name)}, but ${quoted(args.path)} pins ${quoted(pinned)}, which does not satisfy it.`;
  }
  return `${quoted(manifest)} declares ${spec(asked)} for ${quoted(args.name)}, but ${quoted(args.path)} records ${spec(locked)}.`;
}
function settingDifference({ path, list, key, manifest, asked, locked, more }) {
  if (more !== void 0) return `${plain(more)} more settings in ${quoted(path)} differ from the project's settings.`;
  const withValue = (value) => value === "" ? "" : ` as ${quoted(masked(plain(value), false))}`;
  const entry2 = `${quoted(key)} in its ${quoted(list)}`;
  if (manifest === void 0) {
    return `${quoted(path)} has ${entry2}${withValue(locked)}, but no project setting has it: only the lockfile decides this.`;
  }
  return locked === void 0 ? `${quoted(manifest)} has ${entry2}${withValue(asked)}, but ${quoted(path)} was locked without it.` : `${quoted(manifest)} has ${entry2}${withValue(asked)}, but ${quoted(path)} has it${withValue(locked)}.`;
}
function foundElsewhere(args) {
  const worst = [1, 2, 3, 4, 5].flatMap((at2) => {
    const [what, rule] = [args[`what${at2}`], args[`rule${at2}`]];
    return what === void 0 ? [] : [`${quoted(what)} (${quoted(rule)})`];
  });
  const count = Number(args.findings);
  const more = count > worst.length ? ` and ${count - worst.length} more` : "";
  return `${count === 1 ? "1 finding" : `${count} findings`}: ${worst.join(", ")}${more}`;
}
var listed2 = (branch) => quoted(`baselines: [${JSON.stringify(plain(branch))}]`);
var lockfile_default = defineLockfileRule({
  id: "lockfile",
  summary: "The lockfile is consistent, agrees with the manifests, and is the one that the package manager reads.",
  why: "Reviewers and tools may read one map, one lockfile or the manifest while npm installs from another. npm prefers `packages` to `dependencies` whatever the lockfile version, and `npm-shrinkwrap.json` to `package-lock.json`; a dependency that no lockfile pins is chosen at install time. A disagreement between manifest and lockfile counts only where the change introduced it.",
  recommended: "error",
  floor: "part",
  messages: {
    "maps-disagree": {
      severity: "mandatory",
      text: (args) => `The two maps of ${quoted(args.path)}, \`packages\` and \`dependencies\`, disagree${about(args)}: ${difference(args)}. lockgate judged both.`,
      remediation: lockAgain3
    },
    "manifest-disagrees": {
      severity: "mandatory",
      text: manifestDifference,
      remediation: lockAgain3
    },
    "base-not-a-baseline": {
      severity: "configured",
      text: (args) => `The branch ${quoted(args.branch)} is not a baseline, so what it locks does not count as the past. Compared with the default branch ${quoted(args.against)}, the same head has ${foundElsewhere(args)}.${args.stacked === void 0 ? "" : ` ${quoted(args.branch)} is the head of #${args.stacked}.`}`,
      remediation: (args) => args.stacked === void 0 ? `If ${quoted(args.branch)} is a branch that you maintain, add ${listed2(args.branch)} to ${quoted(args.path)} on ${quoted(args.against)}. Otherwise fix the findings, or propose the change into ${quoted(args.against)}.` : `Merge #${args.stacked} first: this pull request then goes into another branch, and is judged again.`
    },
    "same-head-blocked": {
      severity: "configured",
      text: (args) => `This head is also proposed into ${quoted(args.branch)} (#${args.pull}), and GitHub shows one check for both. Compared with ${quoted(args.branch)}, it has ${foundElsewhere(args)}.`,
      remediation: (args) => `Fix the findings, or close #${args.pull} and run the workflow again.`
    },
    "manifest-may-disagree": {
      severity: "advisory",
      text: (args) => args.pinned === void 0 ? `${quoted(args.manifest)} declares ${quoted(masked(plain(args.asked), false))} for ${quoted(args.name)}, and the settings that lockgate knows do not decide which entry of ${quoted(args.path)} provides it.` : `${quoted(args.manifest)} declares ${quoted(masked(plain(args.asked), false))} for ${quoted(args.name)}, and ${quoted(args.path)} pins ${quoted(args.pinned)}: the settings that lockgate knows do not decide whether that satisfies it.`,
      remediation: (args) => `Run \`${writerOf(plain(args.path))}\` and check that it does not change ${quoted(args.path)}.`
    },
    "pins-nothing": {
      severity: "mandatory",
      text: (args) => `The entry for ${quoted(`${plain(args.name)}@${plain(args.version)}`)} in ${quoted(args.path)} has no \`resolved\`: Yarn 1 ignores such an entry and installs the newest version in range at install time.`,
      remediation: lockAgain3
    },
    "setting-disagrees": {
      severity: "mandatory",
      text: settingDifference,
      remediation: lockAgain3
    },
    "not-locked": {
      severity: "mandatory",
      text: (args) => `${quoted(args.manifest)} depends on ${quoted(args.name)}, but ${quoted(args.path)} does not pin it: the version is chosen at install time.`,
      remediation: lockAgain3
    },
    incomplete: {
      severity: "mandatory",
      text: (args) => `An entry of ${quoted(args.path)} depends on ${quoted(masked(`${plain(args.name)}@${plain(args.asked)}`, false))}, but no entry provides it: the version is chosen at install time.`,
      remediation: lockAgain3
    },
    "unread-documents": {
      severity: "configured",
      text: (args) => `${quoted(args.path)} has two documents, but ${quoted(args.manifest)} names ${quoted(args.manager)}: pnpm before version 11 may ignore such a lockfile and choose versions at install time.`,
      remediation: (args) => `Name the pnpm that wrote ${quoted(args.path)} in \`packageManager\`, or lock again with the one that is named.`
    },
    "missing-dependency": {
      severity: "advisory",
      text: (args) => args.more === void 0 ? `${quoted(args.by)} in ${quoted(args.path)} depends on ${quoted(masked(`${plain(args.name)}@${plain(args.asked)}`, false))}, but no entry provides it: the package manager refuses the lockfile, or chooses a version at install time.` : `In ${quoted(args.path)}, ${plain(args.more)} more dependencies have no entry that provides them.`,
      remediation: lockAgain3
    },
    "missing-optional": {
      severity: "note",
      text: (args) => `Some optional or peer dependencies (${plain(args.edges)}) have no entry in ${quoted(args.path)}: they are not installed from it.`,
      remediation: (args) => `If a platform lacks its binaries, remove \`node_modules\` and ${quoted(args.path)}, and lock again: npm leaves out what the former tree did not have.`
    },
    "out-of-range": {
      severity: "advisory",
      text: (args) => args.more === void 0 ? `${quoted(args.by)} depends on ${quoted(masked(plain(args.asked), false))} of ${quoted(args.name)}, but ${quoted(args.path)} provides ${quoted(`${plain(args.name)}@${plain(args.version)}`)}, which is outside that range${args.places === 1 ? "" : ` (${plain(args.places)} such dependencies on it)`}.` : `In ${quoted(args.path)}, ${plain(args.more)} more packages are outside the range that another package declares for them.`,
      remediation: (args) => `Lock again with the package manager (\`${writerOf(plain(args.path))}\`). If the version is intended, declare an override or resolution for it.`
    },
    shadowed: {
      severity: "mandatory",
      text: (args) => `${quoted(args.path)} is ignored: npm reads ${quoted(args.winner)} instead. lockgate judged both.`,
      remediation: (args) => `Keep one of the two: remove ${quoted(args.path)} or ${quoted(args.winner)}.`
    },
    unsupported: {
      severity: "configured",
      text: (args) => `${quoted(args.path)} is a lockfile of ${quoted(args.program)} that lockgate cannot read; nothing in it was checked.`,
      remediation: (args) => /(?:^|\/)bun\.lockb$/.test(plain(args.path)) ? `Run \`bun install --save-text-lockfile\`, which writes bun.lock, and delete ${quoted(args.path)}.` : `If nothing is installed from ${quoted(args.path)}, remove it, or exclude its path in the policy (\`lockfiles\` with \`exclude\`). Otherwise review by hand what it installs, and record an exception for the file.`
    },
    "no-lockfile": {
      severity: "configured",
      text: (args) => `${quoted(args.path)} adds a dependency on ${quoted(args.name)}${args.asked === 1 ? "" : ` and other packages (${plain(args.asked)} in all)`}, but no lockfile pins what is installed.`,
      remediation: () => "Commit the lockfile of that folder, or exclude the folder in the policy on the default branch (`lockfiles` with `exclude`)."
    },
    deleted: {
      severity: "configured",
      text: (args) => `${quoted(args.path)} is deleted: no lockfile pins its packages any more, so lockgate cannot judge what is installed.`,
      remediation: (args) => `Restore ${quoted(args.path)}. If the folder is no longer used, first exclude it in the policy on the default branch (\`lockfiles\` with \`exclude\`).`
    },
    "moved-out": {
      severity: "configured",
      text: (args) => `${quoted(args.former)}, which was judged on the base branch, moves to ${quoted(args.path)}, which the policy leaves out (\`lockfiles\` with \`exclude\`): lockgate did not judge it there.`,
      remediation: () => "Keep the project in a folder that the policy includes, or change the policy on the base branch first."
    },
    "moved-manager": {
      severity: "advisory",
      text: (args) => `${quoted(args.path)} replaces ${quoted(args.former)}: the folder moves from ${quoted(args.from)} to ${quoted(args.to)}.`,
      remediation: () => "Confirm that the move is intended, and that the build no longer uses the former package manager."
    },
    "moved-folder": {
      severity: "advisory",
      text: (args) => `${quoted(args.path)} was compared with ${quoted(args.former)}, which this change removes: lockgate judged only the packages that differ.`,
      remediation: () => "Confirm that the project was moved, and that nothing else is installed from the former folder."
    },
    "not-comparable": {
      severity: "advisory",
      text: (args) => `For ${plain(args.packages)} packages whose version does not change, ${quoted(args.path)} has no digest in common with ${quoted(args.former)} on the base branch. lockgate compared both with the registry instead, and every digest matches.`,
      remediation: () => "Nothing to fix: the format of one lockfile cannot store the digests of the other."
    },
    competes: {
      severity: "advisory",
      text: (args) => `Lockfiles of different package managers are present (${quoted(args.others)}, ${quoted(args.path)}); which one is used depends on who runs the install.`,
      remediation: () => "Keep the lockfile of one package manager, and remove the others from the folder."
    },
    unreachable: {
      severity: "advisory",
      text: (args) => args.more === void 0 ? `Nothing depends on ${quoted(`${plain(args.name)}@${plain(args.version)}`)} in ${quoted(args.path)}; lockgate judges it as a production dependency.` : `Nothing depends on ${plain(args.more)} more packages in ${quoted(args.path)}; lockgate judges them as production dependencies.`,
      remediation: lockAgain3
    },
    "workspace-replaces": {
      severity: "advisory",
      text: (args) => args.more === void 0 ? `${quoted(args.workspace)} is a new workspace with the name of ${quoted(args.name)}, which the base branch locks from a registry: what depends on that name may now get the workspace.` : `In ${quoted(args.path)}, ${plain(args.more)} more new workspaces have the name of a package that the base branch locks from a registry.`,
      remediation: () => "Review the workspace as a replacement of the published package, or give it another name."
    },
    ...onDiskMessages
  },
  check({ observation }) {
    const { code, path, line, name, version, args } = observation;
    const subject = { path, ...name === void 0 ? {} : { name }, ...version === void 0 ? {} : { version } };
    const places2 = typeof args.places === "number" ? args.places : 1;
    const violation = { code, args: { ...args, ...subject }, stable: args, line, places: places2 };
    if (code !== "base-not-a-baseline" && code !== "same-head-blocked") return [violation];
    const level = args.level === "warn" ? "warn" : "error";
    return [{ ...violation, standsFor: { level, floor: args.floor === "yes" } }];
  },
  examples: [
    {
      title: "Another version in `dependencies` than in `packages`",
      observation: {
        code: "maps-disagree",
        path: "package-lock.json",
        line: 40,
        name: "left-pad",
        version: "1.2.0",
        args: { place: "node_modules/left-pad", field: "version", packages: "1.3.0", dependencies: "1.2.0" }
      },
      expectedCodes: ["maps-disagree"]
    },
    {
      title: "The lockfile's root has another range than package.json",
      observation: {
        code: "manifest-disagrees",
        path: "package-lock.json",
        line: 7,
        name: "left-pad",
        args: { manifest: "package.json", asked: "prod ^1.3.0", locked: "prod ^1.2.0" }
      },
      expectedCodes: ["manifest-disagrees"]
    },
    {
      title: "A catalog that lockgate cannot read, of which the lockfile may hold the entry",
      observation: {
        code: "manifest-may-disagree",
        path: "yarn.lock",
        line: 7,
        name: "left-pad",
        args: { manifest: "package.json", asked: "prod catalog:", locked: "prod catalog:", pinned: "left-pad@1.2.0" }
      },
      expectedCodes: ["manifest-may-disagree"]
    },
    {
      title: "A branch that the policy does not name, and that locks what the default branch does not",
      observation: {
        code: "base-not-a-baseline",
        path: ".github/dependency-policy.yml",
        line: 1,
        args: {
          ...{ branch: "7.x", against: "main", findings: 2, level: "error", floor: "no", found: "e3b0c442" },
          ...{ what1: "left-pad@1.3.0", rule1: "cooldown", what2: "yarn.lock", rule2: "lockfile" }
        }
      },
      expectedCodes: ["base-not-a-baseline"]
    },
    {
      title: "A commit that is proposed into two branches, and blocked in the other one",
      observation: {
        code: "same-head-blocked",
        path: ".github/dependency-policy.yml",
        line: 1,
        args: {
          ...{ branch: "main", pull: 7, findings: 1, level: "error", floor: "no", found: "e3b0c442" },
          ...{ what1: "left-pad@1.3.0", rule1: "cooldown" }
        }
      },
      expectedCodes: ["same-head-blocked"]
    },
    {
      title: "An entry of Yarn 1 without `resolved`",
      observation: { code: "pins-nothing", path: "yarn.lock", line: 5, name: "left-pad", version: "1.3.0", args: {} },
      expectedCodes: ["pins-nothing"]
    },
    {
      title: "An override that only the lockfile has",
      observation: {
        code: "setting-disagrees",
        path: "pnpm-lock.yaml",
        line: 7,
        args: { list: "overrides", key: "left-pad", locked: "1.2.0" }
      },
      expectedCodes: ["setting-disagrees"]
    },
    {
      title: "A catalog entry that differs in the lockfile",
      observation: {
        code: "setting-disagrees",
        path: "pnpm-lock.yaml",
        line: 9,
        args: {
          ...{ list: "catalogs", key: "default left-pad", manifest: "pnpm-workspace.yaml" },
          ...{ asked: "^1.3.0", locked: "^1.2.0" }
        }
      },
      expectedCodes: ["setting-disagrees"]
    },
    {
      title: "The pinned version does not satisfy the range that both have",
      observation: {
        code: "manifest-disagrees",
        path: "package-lock.json",
        line: 7,
        name: "left-pad",
        args: { manifest: "package.json", asked: "prod ^1.3.0", locked: "prod ^1.3.0", pinned: "left-pad@1.2.0" }
      },
      expectedCodes: ["manifest-disagrees"]
    },
    {
      title: "The lockfile has another range, and the pinned version answers both",
      observation: {
        code: "manifest-may-disagree",
        path: "package-lock.json",
        line: 7,
        name: "left-pad",
        args: { manifest: "package.json", asked: "prod ^1.3.0", locked: "prod ^1.2.0" }
      },
      expectedCodes: ["manifest-may-disagree"]
    },
    {
      title: "An override of a range that may remove a dependency",
      observation: {
        code: "manifest-may-disagree",
        path: "pnpm-lock.yaml",
        line: 7,
        name: "left-pad",
        args: { manifest: "package.json", asked: "prod ^1.3.0", locked: "" }
      },
      expectedCodes: ["manifest-may-disagree"]
    },
    {
      title: "A workspace that package.json does not declare",
      observation: {
        code: "manifest-disagrees",
        path: "package-lock.json",
        line: 7,
        args: { manifest: "package.json", workspace: "packages/stray" }
      },
      expectedCodes: ["manifest-disagrees"]
    },
    {
      title: "package.json gains a dependency and the lockfile does not change",
      observation: {
        code: "not-locked",
        path: "package-lock.json",
        line: 1,
        name: "left-pad",
        args: { manifest: "package.json", asked: "prod ^1.3.0", locked: "" }
      },
      expectedCodes: ["not-locked"]
    },
    {
      title: "An entry is removed from yarn.lock",
      observation: { code: "incomplete", path: "yarn.lock", line: 5, name: "left-pad", args: { asked: "^1.3.0" } },
      expectedCodes: ["incomplete"]
    },
    {
      title: "Two documents in the lockfile of a project that names pnpm 9",
      observation: {
        ...{ code: "unread-documents", path: "pnpm-lock.yaml", line: 1 },
        args: { manager: "pnpm@9.15.0", manifest: "package.json" }
      },
      expectedCodes: ["unread-documents"]
    },
    {
      title: "An entry of package-lock.json depends on what no entry provides",
      observation: {
        ...{ code: "missing-dependency", path: "package-lock.json", line: 5, name: "left-pad" },
        args: { asked: "^1.3.0", by: "app@2.0.0" }
      },
      expectedCodes: ["missing-dependency"]
    },
    {
      title: "Binaries of other platforms, which npm lost",
      observation: { code: "missing-optional", path: "package-lock.json", line: 5, args: { edges: 10 } },
      expectedCodes: ["missing-optional"]
    },
    {
      title: "A lockfile moves a dependency to a version outside its range",
      observation: {
        ...{ code: "out-of-range", path: "yarn.lock", line: 9, name: "left-pad", version: "2.0.0" },
        args: { asked: "^1.3.0", by: "app@2.0.0", places: 2 }
      },
      expectedCodes: ["out-of-range"]
    },
    {
      title: "More of them than are listed one by one",
      observation: { code: "out-of-range", path: "yarn.lock", line: 1, args: { more: 40 } },
      expectedCodes: ["out-of-range"]
    },
    {
      title: "Both `npm-shrinkwrap.json` and `package-lock.json`",
      observation: { code: "shadowed", path: "package-lock.json", line: 1, args: { winner: "npm-shrinkwrap.json" } },
      expectedCodes: ["shadowed"]
    },
    {
      title: "A manifest that gains dependencies without a lockfile",
      observation: { code: "no-lockfile", path: "tools/package.json", line: 4, name: "left-pad", args: { asked: 2 } },
      expectedCodes: ["no-lockfile"]
    },
    {
      title: "A lockfile of a package manager that lockgate does not know",
      observation: { code: "unsupported", path: "vlt-lock.json", line: 1, args: { program: "vlt" } },
      expectedCodes: ["unsupported"]
    },
    {
      title: "bun's binary lockfile",
      observation: {
        code: "unsupported",
        path: "bun.lockb",
        line: 1,
        args: { program: "bun" }
      },
      expectedCodes: ["unsupported"]
    },
    {
      title: "A deleted lockfile",
      observation: { code: "deleted", path: "package-lock.json", line: 1, args: {} },
      expectedCodes: ["deleted"]
    },
    {
      title: "From npm to pnpm",
      observation: {
        code: "moved-manager",
        path: "pnpm-lock.yaml",
        line: 1,
        args: { from: "npm", to: "pnpm", former: "package-lock.json" }
      },
      expectedCodes: ["moved-manager"]
    },
    {
      title: "A project that moved to another folder",
      observation: {
        code: "moved-folder",
        path: "apps/web/package-lock.json",
        line: 1,
        args: { former: "web/package-lock.json" }
      },
      expectedCodes: ["moved-folder"]
    },
    {
      title: "From npm to Yarn berry, whose checksums are of archives that it packs itself",
      observation: {
        code: "not-comparable",
        path: "yarn.lock",
        line: 1,
        args: { former: "package-lock.json", packages: 42 }
      },
      expectedCodes: ["not-comparable"]
    },
    {
      title: "Both yarn.lock and package-lock.json",
      observation: { code: "competes", path: "package-lock.json", line: 1, args: { others: "yarn.lock" } },
      expectedCodes: ["competes"]
    },
    {
      title: "An entry that nothing depends on",
      observation: {
        code: "unreachable",
        path: "package-lock.json",
        line: 90,
        name: "left-pad",
        version: "1.3.0",
        args: { places: 2 }
      },
      expectedCodes: ["unreachable"]
    },
    {
      title: "More unused entries than are listed one by one",
      observation: { code: "unreachable", path: "package-lock.json", line: 400, args: { more: 12 } },
      expectedCodes: ["unreachable"]
    },
    {
      title: "A workspace with the name of a published package that others depend on",
      observation: {
        code: "workspace-replaces",
        path: "package-lock.json",
        line: 20,
        name: "left-pad",
        args: { workspace: "packages/left-pad" }
      },
      expectedCodes: ["workspace-replaces"]
    },
    {
      title: "More such workspaces than are listed one by one",
      observation: { code: "workspace-replaces", path: "package-lock.json", line: 1, args: { more: 4 } },
      expectedCodes: ["workspace-replaces"]
    },
    {
      title: "A project that moves to a folder that the policy leaves out",
      observation: {
        code: "moved-out",
        path: "test/fixtures/app/package-lock.json",
        line: 1,
        args: { former: "app/package-lock.json" }
      },
      expectedCodes: ["moved-out"]
    },
    ...onDiskExamples
  ]
});

// src/rules/malware.ts
var record = (patch = {}) => present({
  state: "known",
  records: [{ id: "GHSA-aaaa-bbbb-cccc", severity: "critical", malware: true, exact: true, ...patch }]
});
var malware_default = definePackageRule({
  id: "malware",
  summary: "No record says that this version is malicious.",
  why: "Advisories follow attacks by 2.5 hours to 23 days, so this rule stops a late merge, and a daily audit finds what is already merged. Records can be wrong: `debug` and `ngx-bootstrap` have had ranges that match every version ever published. So a record that names no exact version, about an old version of a package that thousands depend on, is a warning and does not block.",
  incident: {
    date: "2025-08",
    what: "PhantomRaven: 126 packages, many under names that agents find plausible, stayed up for about sixty days. For most of that time no record named them; once a record does, this rule refuses them."
  },
  recommended: "error",
  floor: "part",
  defaults: { reviewAfter: "90d" },
  options: (z) => ({
    reviewAfter: duration(z).describe(
      "How old a version of a high-impact package must be for a record that names a range, not this exact version, to be a warning."
    )
  }),
  sources: "registry",
  needs: ["malware", "prominence", "publishedAt"],
  messages: {
    malicious: {
      severity: "mandatory",
      text: (args) => `${named(args)} is recorded as malicious: ${advisoryIds(args)}${unreadableRange(args)}.`,
      remediation: (args) => `Remove ${named(args)}. Treat the secrets of every machine that installed it as compromised.`
    },
    review: {
      severity: "advisory",
      text: (args) => `${named(args)} is in the range of a malware record that does not name this exact version: ${advisoryIds(args)}${unreadableRange(args)}. It is an old version of a widely used package.`,
      remediation: (args) => `Check ${quoted(args.advisory)}. If it is about ${named(args)}, remove that version; if its range is wrong, ask for a correction.`
    }
  },
  check({ dossier, evidence, options, context }) {
    if (evidence.malware.state === "absent" || evidence.malware.value.state !== "known") return [];
    return evidence.malware.value.records.map((record2) => {
      const { id, exact } = record2;
      const code = exact || !isEstablished() ? "malicious" : "review";
      const args = { ...identity(dossier.change), ...advisoryArgs(record2) };
      return { code, args, stable: { advisory: id }, about: [id] };
    });
    function isEstablished() {
      if (evidence.prominence.state === "absent" || evidence.publishedAt.state === "absent") return false;
      return between(evidence.publishedAt.value, context.now) >= milliseconds(options.reviewAfter);
    }
  },
  facts: ({ evidence }) => halves(
    {},
    fact(
      evidence,
      "malware",
      "records",
      (malware) => malware.state === "known" ? malware.records.map(({ id, exact }) => `${id} ${exact ? "exact" : "range"}`).sort() : malware.state
    )
  ),
  examples: [
    { title: "No record", dossier: {}, expectedCodes: [] },
    {
      title: "A vulnerability is not malware",
      dossier: { evidence: { advisories: record({ malware: false }) } },
      expectedCodes: []
    },
    {
      title: "A registry that has no advisories",
      dossier: { evidence: { malware: present({ state: "not-applicable" }) } },
      expectedCodes: []
    },
    {
      title: "A record that names this version",
      dossier: { evidence: { malware: record(), prominence: present(3) } },
      expectedCodes: ["malicious"]
    },
    {
      title: "A record of every version of a package that few people use",
      dossier: { evidence: { malware: record({ exact: false }) } },
      expectedCodes: ["malicious"]
    },
    {
      title: "A record of every version, about an old release of a package that thousands depend on",
      dossier: {
        change: { name: "debug" },
        evidence: { malware: record({ exact: false }), prominence: present(3) }
      },
      expectedCodes: ["review"]
    },
    {
      title: "The same record about its release of this week",
      dossier: {
        change: { name: "debug" },
        evidence: {
          malware: record({ exact: false }),
          prominence: present(3),
          publishedAt: present("2026-06-12T12:00:00.000Z")
        }
      },
      expectedCodes: ["malicious"]
    }
  ]
});

// src/rules/name-similarity.ts
function resemblance({ name, popular, likeness, rank }) {
  const known2 = `${quoted(popular)} (${ordinal(Number(rank))} most used package)`;
  const start = `${quoted(name)} is new to this lockfile and`;
  if (likeness === "same") {
    return `${start} looks like ${known2}, from which it differs only in punctuation, affixes, word order or look-alike characters`;
  }
  return `${start} differs by ${likeness === "one-edit" ? "one letter" : "two letters"} from ${known2}`;
}
function ordinal(rank) {
  const isTeen = Math.floor(rank / 10) % 10 === 1;
  const ending = ["th", "st", "nd", "rd"][isTeen ? 0 : rank % 10] ?? "th";
  return `${withCommas(rank)}${ending}`;
}
var remediation = (args) => `Confirm that you mean ${quoted(args.name)} and not ${quoted(args.popular)}. If you do, allow it in the policy on the default branch: \`allow\` of \`name-similarity\`.`;
var name_similarity_default = definePackageRule({
  id: "name-similarity",
  summary: "A name that is new to the lockfile does not resemble the name of a far more popular package.",
  why: "A misspelt or disguised name installs whatever its owner published: crossenv (2017) waited for people who meant cross-env, and sent off their environment variables. Names are compared with a bundled list of the names that most projects depend on; a name on that list is not an imitation. Only 13 % of the names that models invent resemble a real one this closely; age and existence catch the others.",
  recommended: "error",
  floor: "none",
  defaults: { timesLessPopular: 1e3, allow: [] },
  options: (z) => ({
    timesLessPopular: z.int({ error: "expected a whole number, such as `1000`" }).min(1, { error: "expected at least 1" }).describe("How many times fewer downloads the name must have than the one that it resembles."),
    allow: packageSelectors(z).describe("Packages whose names are intended: `name` or `name@range`.")
  }),
  sources: "registry",
  needs: ["lookalike"],
  messages: {
    similar: {
      severity: "configured",
      text: (args) => `${resemblance(args)}: ${withCommas(args.own)} downloads last month versus ${withCommas(args.monthly)}.`,
      remediation
    },
    unmeasured: {
      severity: "advisory",
      isUnknown: true,
      text: (args) => `${resemblance(args)}; the downloads of the two packages could not be read.`,
      remediation
    }
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (context.mode === "audit" || change.baseVersions.length > 0) return [];
    if (selects(options.allow, change.name, change.version) || evidence.lookalike.state === "absent") return [];
    const { name, rank, likeness, monthly, own } = evidence.lookalike.value;
    const args = { ...identity(change), popular: name, rank, likeness };
    if (monthly === void 0 || own === void 0) {
      return [{ code: "unmeasured", args, stable: { popular: name } }];
    }
    if (own * options.timesLessPopular > monthly) return [];
    return [{ code: "similar", args: { ...args, own, monthly }, stable: { popular: name } }];
  },
  // Only where there is one: whether the list was looked at depends on the rest of the change.
  facts: ({ evidence: { lookalike } }) => lookalike.state === "present" ? { after: { lookalike: { name: lookalike.value.name, likeness: lookalike.value.likeness } } } : {},
  examples: [
    { title: "A name that resembles no other", dossier: {}, expectedCodes: [] },
    {
      title: "Two letters swapped",
      dossier: {
        change: { name: "lodahs" },
        evidence: {
          lookalike: present({ name: "lodash", rank: 31, likeness: "one-edit", monthly: 2e8, own: 12 })
        }
      },
      expectedCodes: ["similar"]
    },
    {
      title: "The same where the downloads cannot be read: a warning",
      dossier: {
        change: { name: "lodahs" },
        evidence: { lookalike: present({ name: "lodash", rank: 31, likeness: "one-edit", own: 12 }) }
      },
      expectedCodes: ["unmeasured"]
    },
    {
      title: "The same where only its own downloads cannot be read",
      dossier: {
        change: { name: "lodahs" },
        evidence: { lookalike: present({ name: "lodash", rank: 31, likeness: "one-edit", monthly: 2e8 }) }
      },
      expectedCodes: ["unmeasured"]
    },
    {
      title: "A similar name that is popular itself",
      dossier: {
        change: { name: "preact" },
        evidence: {
          lookalike: present({
            ...{ name: "react", rank: 200, likeness: "one-edit" },
            ...{ monthly: 1e8, own: 2e7 }
          })
        }
      },
      expectedCodes: []
    },
    {
      title: "A name that the base branch has",
      dossier: {
        change: { name: "lodahs", baseVersions: ["1.0.0"] },
        evidence: {
          lookalike: present({ name: "lodash", rank: 31, likeness: "one-edit", monthly: 2e8, own: 12 })
        }
      },
      expectedCodes: []
    },
    {
      title: "A name that the policy allows",
      dossier: {
        change: { name: "lodahs" },
        evidence: {
          lookalike: present({ name: "lodash", rank: 31, likeness: "one-edit", monthly: 2e8, own: 12 })
        }
      },
      options: { allow: ["lodahs"] },
      expectedCodes: []
    }
  ]
});

// src/rules/agents.ts
var knownAgents = [
  { name: "Aider", accounts: [], emails: ["noreply@aider.chat", "aider@aider.chat"], branches: [] },
  { name: "Amazon Q", accounts: ["amazon-q-developer[bot]"], emails: [], branches: [] },
  { name: "Amp", accounts: [], emails: ["amp@ampcode.com"], branches: ["amp/"] },
  { name: "Claude Code", accounts: ["claude[bot]"], emails: ["noreply@anthropic.com"], branches: ["claude/"] },
  { name: "Codex", accounts: ["chatgpt-codex-connector[bot]"], emails: ["codex@openai.com"], branches: ["codex/"] },
  { name: "Copilot", accounts: ["copilot", "copilot-swe-agent[bot]"], emails: [], branches: ["copilot/"] },
  { name: "Cursor", accounts: ["cursor[bot]"], emails: ["cursoragent@cursor.com"], branches: ["cursor/"] },
  { name: "Devin", accounts: ["devin-ai-integration[bot]"], emails: [], branches: ["devin/"] },
  { name: "Gemini", accounts: ["gemini-code-assist[bot]", "gemini-cli[bot]"], emails: [], branches: [] },
  { name: "Jules", accounts: ["google-labs-jules[bot]"], emails: [], branches: ["jules/"] },
  { name: "OpenHands", accounts: [], emails: ["openhands@all-hands.dev"], branches: ["openhands/"] }
];
var knownDependencyBots = [
  "dependabot[bot]",
  "dependabot-preview[bot]",
  "depfu[bot]",
  "greenkeeper[bot]",
  "renovate[bot]",
  "snyk-bot"
];
var knownFormatters = [
  { account: "autofix-ci[bot]", branches: [] },
  { account: "pre-commit-ci[bot]", branches: ["pre-commit-ci-update-config"] },
  { account: "prettierci[bot]", branches: [] }
];
function marksOf({ account, branch, people, declared }, own) {
  const { dependencyBots } = own;
  const bots = new Set((dependencyBots === "none" ? [] : [...knownDependencyBots, ...dependencyBots]).map(folded));
  const ofName = (name) => {
    const wanted = folded(name);
    const agent = knownAgents.find(({ accounts }) => accounts.includes(wanted));
    if (agent !== void 0) return agent.name;
    return own.marks.some((mark) => folded(mark) === wanted) ? name : void 0;
  };
  const ofBot = (name) => isBot(name) && !bots.has(folded(name)) ? name : void 0;
  const ofEmail = (email) => {
    const wanted = folded(email);
    const agent = knownAgents.find(({ emails }) => emails.includes(wanted));
    if (agent !== void 0) return agent.name;
    const login = NOREPLY.exec(email)?.[1];
    if (login !== void 0) return ofName(login) ?? ofBot(login);
    return own.marks.some((mark) => folded(mark) === wanted) ? email : void 0;
  };
  const formatters = new Set([...knownFormatters.map((one) => one.account), ...own.formatters].map(folded));
  const ofPerson = ({ name, email }) => ofEmail(email) ?? ofName(name) ?? ofBot(name);
  const isFormatter = ({ name, email }) => formatters.has(folded(name)) && ofName(name) === void 0 && (email === "" || folded(NOREPLY.exec(email)?.[1] ?? "") === folded(name));
  const isListed2 = ({ name }) => bots.has(folded(name));
  const isOfAnother = people.some((one) => one.role === "author" && !isFormatter(one) && !isListed2(one));
  const marks = [];
  if (account !== void 0) {
    const { login, type } = account;
    const unlisted = type !== "User" && !bots.has(folded(login)) ? login : void 0;
    push("account", ofName(login) ?? unlisted ?? ofBot(login));
  }
  if (branch !== void 0) push("branch", branchMark(branch, own));
  for (const person of people) if (!isOfAnother || !isFormatter(person)) push(person.role, ofPerson(person));
  if (declared !== void 0) push("declared", "an agent");
  return marks;
  function push(on, who) {
    if (who !== void 0 && !marks.some((mark) => mark.on === on && mark.who === who)) marks.push({ on, who });
  }
}
var NOREPLY = /^(?:\d+\+)?([^@+]+)@users\.noreply\.github\.com$/i;
var isBot = (name) => folded(name).endsWith("[bot]");
function branchMark(branch, { marks }) {
  const wanted = folded(branch);
  const agent = knownAgents.find(({ branches }) => branches.some((start) => wanted.startsWith(start)));
  if (agent !== void 0) return agent.name;
  const formatter = knownFormatters.find(({ branches }) => branches.some((start) => wanted.startsWith(start)));
  if (formatter !== void 0) return formatter.account;
  return marks.some((mark) => mark.endsWith("/") && wanted.startsWith(folded(mark))) ? branch : void 0;
}
var folded = (text3) => text3.trim().toLowerCase();

// src/rules/proposed-change.ts
var decisive = /* @__PURE__ */ new Set([
  ...["version", "resolved", "integrity", "source", "dependency-types", "alias", "folder-scripts"]
]);
function isProposed({ kind, direct, changed: changed2 }) {
  return direct && (kind === "added" || kind === "updated" && changed2.some((aspect) => decisive.has(aspect)));
}
function isWithin(change, may) {
  if (!isProposed(change)) return true;
  if (may === "nothing" || change.source.kind !== "registry" || hasNewAlias(change)) return false;
  const { directBefore: before, dependencyTypes } = change;
  if (before === void 0) return may !== "updates" && isOfKind(dependencyTypes, may);
  const isOfSameKind = dependencyTypes.length > 0 && dependencyTypes.every((type) => before.dependencyTypes.includes(type));
  return rises(change) && (isOfSameKind || may !== "updates" && isOfKind(dependencyTypes, may));
}
var hasNewAlias = ({ aliases, baseAliases = [] }) => aliases.some((alias) => !baseAliases.includes(alias));
var isOfKind = (types, may) => may === "prod" || types.length > 0 && types.every((type) => type === "dev");
function rises({ name, version, pins, directBefore: before }) {
  if (before === void 0) return false;
  return before.versions.every((former) => compareVersion(version, former) > 0) && before.sources.every((kind) => kind === "registry") && pins.every(({ resolved }) => before.registries.includes(registryPart(resolved, name)));
}

// src/rules/proposals.ts
function proposalOf(authorship, { listed: listed3, ...lists }) {
  const { account } = authorship;
  const names2 = listed3.map(({ login }) => login);
  const marks = marksOf(authorship, { ...lists, marks: [...lists.marks, ...names2], dependencyBots: "none" });
  const entry2 = account === void 0 ? void 0 : entryOf(account, listed3);
  const own = account && entry2 ? { on: "account", who: account.login } : void 0;
  const mark = marks[0] ?? own;
  if (mark === void 0) return void 0;
  const why3 = whyStrictest(authorship, marks, entry2);
  return {
    mark,
    ...entry2 === void 0 ? {} : { entry: entry2 },
    may: why3 === void 0 ? entry2?.may ?? "nothing" : "nothing",
    ...why3 === void 0 ? {} : { why: why3 }
  };
}
function entryOf({ id, login }, listed3) {
  const byId = id === void 0 ? void 0 : listed3.find((one) => one.id === id);
  return byId ?? listed3.find((one) => one.id === void 0 && one.login.toLowerCase() === login.toLowerCase());
}
var webFlow = 19864447;
var otherProposer = ({ accounts }, id) => accounts.find((one) => one.id !== id && one.id !== webFlow)?.login;
function whyStrictest({ account, proposers }, marks, entry2) {
  if (account === void 0) return { why: "no-account" };
  if (entry2 === void 0) return { why: "not-listed", ...account.id === void 0 ? {} : { id: account.id } };
  if (entry2.may === "nothing" || entry2.id === void 0) return void 0;
  const [of] = marks.filter(({ on }) => on === "account");
  const other2 = marks.find(({ who: who2 }) => who2 !== of?.who && who2.toLowerCase() !== account.login.toLowerCase());
  if (other2 !== void 0) return { why: "other-mark", who: other2.who };
  if (proposers === void 0) return { why: "not-told" };
  if (proposers.unknown !== void 0) return { why: "not-told", detail: proposers.unknown };
  if (!proposers.accounts.some(({ id }) => id === entry2.id)) return { why: "not-told" };
  const who = otherProposer(proposers, entry2.id);
  return who === void 0 ? void 0 : { why: "other-proposer", who };
}

// src/rules/proposal-words.ts
function proposalArgs({ entry: entry2, why: why3 }) {
  return {
    ...entry2 === void 0 ? {} : { owner: entry2.owner, may: entry2.may },
    ...why3 === void 0 ? {} : { why: why3.why },
    ...why3?.who === void 0 ? {} : { other: why3.who },
    ...why3?.id === void 0 ? {} : { id: why3.id },
    ...why3?.detail === void 0 ? {} : { detail: why3.detail }
  };
}
var updates = "a higher version of a direct dependency (same name, registry and kind)";
var without = {
  nothing: "nothing",
  updates,
  dev: `${updates}, and new ones for development`,
  prod: `${updates}, and new ones`
};
function proposalWords(args) {
  const { owner, may, why: why3 } = args;
  if (owner === void 0 && why3 === void 0) return "";
  const because3 = why3 === void 0 ? void 0 : becauseOf(args);
  if (owner === void 0) return ` ${because3 ?? ""}`;
  const listed3 = `${quoted(owner, 1e3)} answers for it. The policy lets it propose without a decision: ${without[String(may)] ?? "nothing"}`;
  return because3 === void 0 ? ` ${listed3}.` : ` ${listed3}. That does not count here: ${because3}`;
}
function becauseOf({ why: why3, other: other2, id, detail }) {
  switch (why3) {
    case "not-listed":
      return `The policy does not list the account that opened the pull request${id === void 0 ? "" : ` (id ${id})`} under \`proposers\`, so a bot or an agent may propose nothing without a decision.`;
    case "other-mark":
      return `the change has the mark of ${quoted(other2)} too.`;
    case "other-proposer":
      return `${quoted(other2)} is a proposer of the change too.`;
    case "not-told":
      return detail === void 0 ? "who else proposed the change was not asked." : `who else proposed the change is not known (${quoted(detail, 1e3)}).`;
    default:
      return "Which account proposed the change is not known here, so it may propose nothing without a decision.";
  }
}

// src/rules/new-direct-dependency.ts
var names = (z, expected) => z.array(z.string({ error: expected }).trim().min(1, { error: expected }).max(200, { error: expected }), {
  error: `expected a list; ${expected}`
});
var remediation2 = (args) => `Ask somebody who did not propose ${quoted(args.name)} to decide: use a package that the project already has, or record an exception with the reason in the policy on the default branch.`;
var new_direct_dependency_default = definePackageRule({
  id: "new-direct-dependency",
  summary: "A person decided on each direct dependency that is new to the lockfile.",
  why: "Coding agents invent package names, and suggest real packages that were taken over: a study of 2025 (USENIX Security) found 205,474 invented names, in 5 % of the suggestions of commercial models and 22 % of those of open models. Whoever proposes a dependency must not be the one who approves it. So a change with the mark of an agent, or of a bot that is not known to update dependencies, needs a decision for each direct dependency that it adds. Marks are what the pull request and its commits say about themselves. They can be omitted, so their absence proves nothing; the preset `strict` requires a decision for every change.",
  incident: {
    date: "2025-08",
    what: "Many of the 126 names of PhantomRaven were names that a model invents when it is asked for a library. Each waited for somebody to merge a dependency that no person had chosen."
  },
  recommended: "off",
  levels: { strict: "error" },
  floor: "none",
  defaults: { agents: "error", marks: [], dependencyBots: [], formatters: [] },
  options: (z) => ({
    agents: z.enum(["off", "warn", "error"]).describe("The level where the change has the mark of an agent or bot, if that is stricter than the rule's own."),
    marks: names(
      z,
      "expected an account, a name, an e-mail address, or the prefix of a branch name with `/` at its end"
    ).describe(
      `Marks of further agents: accounts or commit names, e-mail addresses, and prefixes of branch names that end in \`/\`. Built in: ${knownAgents.map(({ name }) => name).join(", ")}.`
    ),
    dependencyBots: names(z, "expected the account of a bot, such as `acme-updates[bot]`").describe(
      `Further bots that are trusted to update dependencies: their own marks do not count. Built in: ${knownDependencyBots.join(", ")}.`
    ),
    formatters: names(z, "expected the account of a bot, such as `acme-format[bot]`").describe(
      `Further bots that only format: beside another author of the commits their marks do not count. As the account that opened the pull request, or as the only author, such a bot is its proposer. Built in: ${knownFormatters.map(({ account }) => account).join(", ")}.`
    )
  }),
  audit: { agents: "warn" },
  attacks: { agents: "warn" },
  sources: "any",
  needs: ["authorship"],
  messages: {
    "by-agent": {
      severity: { option: "agents" },
      asksForDecision: true,
      text: (args) => `${named(args)} is a new direct dependency, and the change has the mark of ${quoted(args.who)} (${placeOf2(args.on)}): nobody but its proposer has decided on it.${proposalWords(args)}`,
      remediation: remediation2
    },
    "changed-by-agent": {
      severity: { option: "agents" },
      asksForDecision: true,
      text: (args) => `${named(args)} is another direct dependency than before, and the change has the mark of ${quoted(args.who)} (${placeOf2(args.on)}): nobody but its proposer has decided on it.${proposalWords(args)}`,
      remediation: (args) => `Ask somebody who did not propose ${quoted(args.name)} to decide: approve it, or record an exception with the reason in the policy on the default branch.`
    },
    undecided: {
      severity: "configured",
      asksForDecision: true,
      text: (args) => `${named(args)} is a new direct dependency, and nobody but its proposer has decided on it.`,
      remediation: remediation2
    }
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (context.mode === "audit") return [];
    const isNew = change.kind === "added" && change.direct && change.baseVersions.length === 0;
    if (context.listed !== void 0 && isProposed(change)) {
      const { authorship } = evidence;
      const lists = { ...options, listed: context.listed };
      const proposal = authorship.state === "present" ? proposalOf(authorship.value, lists) : void 0;
      if (proposal !== void 0) {
        if (isWithin(change, proposal.may)) return [];
        const { who: who2, on: on2 } = proposal.mark;
        const args = { ...identity(change), who: who2, on: on2, ...proposalArgs(proposal) };
        const code = isNew || change.directBefore === void 0 ? "by-agent" : "changed-by-agent";
        return [{ code, args, stable: { who: who2 } }];
      }
    }
    if (!isNew) return [];
    const [mark] = evidence.authorship.state === "present" ? marksOf(evidence.authorship.value, options) : [];
    const about2 = identity(change);
    if (mark === void 0) return [{ code: "undecided", args: about2 }];
    const { who, on } = mark;
    return [{ code: "by-agent", args: { ...about2, who, on }, stable: { who } }];
  },
  examples: [
    {
      title: "A person adds a direct dependency: reported only where the rule is not off",
      dossier: { evidence: { authorship: made({ account: { login: "octocat", type: "User" } }) } },
      expectedCodes: ["undecided"]
    },
    {
      title: "A dependency bot adds a package that an update needs",
      dossier: { evidence: { authorship: made({ account: { login: "dependabot[bot]", type: "Bot" } }) } },
      expectedCodes: ["undecided"]
    },
    {
      title: "An agent updates an existing dependency",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.0", baseVersions: ["1.2.0"] },
        evidence: { authorship: made({ branch: "claude/bump-left-pad" }) }
      },
      expectedCodes: []
    },
    {
      title: "A commit names an agent as its co-author",
      dossier: {
        evidence: {
          authorship: made({
            people: [{ role: "co-author", name: "Claude", email: "noreply@anthropic.com" }]
          })
        }
      },
      expectedCodes: ["by-agent"]
    },
    {
      title: "A bot formatted what a person committed",
      dossier: {
        evidence: {
          authorship: made({
            account: { login: "octocat", type: "User" },
            people: [
              { role: "author", name: "Mona", email: "mona@example.com" },
              { role: "co-author", name: "pre-commit-ci[bot]", email: "" }
            ]
          })
        }
      },
      expectedCodes: ["undecided"]
    },
    {
      title: "A bot that is not known to update dependencies opened the pull request",
      dossier: { evidence: { authorship: made({ account: { login: "acme-helper[bot]", type: "Bot" } }) } },
      expectedCodes: ["by-agent"]
    },
    {
      title: "A bot proposes more than the policy lets it: an older version",
      dossier: {
        change: {
          ...{ kind: "updated", version: "1.2.0", previousVersion: "1.3.0", baseVersions: ["1.3.0"] },
          changed: ["version"],
          directBefore: {
            ...{ versions: ["1.3.0"], sources: ["registry"], dependencyTypes: ["prod"] },
            registries: ["https://registry.npmjs.org/"]
          }
        },
        evidence: {
          authorship: made({
            account: { login: "renovate[bot]", type: "Bot", id: 29139614 },
            proposers: { accounts: [{ login: "renovate[bot]", id: 29139614 }] }
          })
        }
      },
      listed: [{ login: "renovate[bot]", id: 29139614, owner: "@acme/platform", may: "updates" }],
      expectedCodes: ["changed-by-agent"]
    },
    {
      title: "It is not known who made the change",
      dossier: { evidence: { authorship: absent } },
      expectedCodes: ["undecided"]
    }
  ]
});
var places = {
  account: "the account that opened the pull request",
  branch: "the name of the branch",
  author: "the author of a commit",
  committer: "the committer of a commit",
  "co-author": "a co-author of a commit",
  declared: "the flag --as agent"
};
var placeOf2 = (on) => places[String(on)] ?? "the change";
function made(authorship) {
  return present({ people: [], ...authorship });
}

// src/rules/new-package.ts
var downloaded = ({ count }) => `it had ${withCommas(count)} downloads last month`;
function required(args) {
  if (args.upgrade !== void 0) {
    return `The policy requires an age of ${plain(args.minimum)} of a name that only an upgrade pulls in (here ${quoted(args.upgrade)}).`;
  }
  if (args.count === void 0) return `The policy requires an age of ${plain(args.minimum)}.`;
  return `It had ${withCommas(args.count)} downloads last month: under ${withCommas(args.least)} the policy requires an age of ${plain(args.minimum)}.`;
}
function fixesOf(upgrades) {
  if (upgrades.some(({ fixes }) => fixes.length === 0)) return [];
  return [...new Set(upgrades.flatMap(({ fixes }) => fixes))].sort();
}
function sibling(own, dependents) {
  if (own.state === "absent" || own.value.state !== "verified" || dependents.state === "absent") return void 0;
  const { identity: build } = own.value;
  const isCertified = ({ claimed }) => !claimed.includes("sourceRepository");
  return dependents.value.find(
    (each) => isCertified(build) && isCertified(each.build) && isSameRepository(build, each.build)
  );
}
var recycledWithin = milliseconds("90d");
var sameMoment = milliseconds("1d");
function recycledSince(first, history2, now) {
  const oldest = history2.state === "present" ? oldestOf(history2.value) : void 0;
  if (oldest === void 0 || between(oldest, now) >= recycledWithin) return void 0;
  return between(first, oldest) > sameMoment ? oldest : void 0;
}
function oldestOf({ releases }) {
  const times = releases.flatMap(({ publishedAt }) => publishedAt ?? []);
  return times.sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}
var new_package_default = definePackageRule({
  id: "new-package",
  summary: "A name that is new to the lockfile was first published some time ago.",
  why: "Packages made for an attack are young when they are proposed: an invented name that somebody registered, or a dependency that a hijacked release pulls in. flatmap-stream (event-stream, 2018) and plain-crypto-js (axios, March 2026) were new names in an ordinary upgrade. Such packages stay up for weeks, longer than any cooldown. An honest upgrade can add a new name too, for example for a new platform: if verified provenance shows that it was built in the same repository as the package that pulls it in, it is a warning. In an audit every name is already locked, so this rule reports nothing.",
  incident: {
    date: "2026-03-31",
    what: "axios 1.14.1 and 0.30.4, published from the machine of a maintainer, differed from the releases before by one dependency: plain-crypto-js, a name that was hours old and had a postinstall script. They were up for three hours."
  },
  recommended: "error",
  floor: "none",
  defaults: { minimumPackageAge: "30d", pulledInAge: "7d", unusedFor: "90d", minimumDownloads: 1e3 },
  options: (z) => ({
    minimumPackageAge: duration(z).describe("How long ago the name must have been first published."),
    pulledInAge: duration(z).describe(
      "The same for a name that only upgrades pull in: every path to it goes through a package that the base branch has in a lower version."
    ),
    unusedFor: duration(z).describe("The same for a name with fewer downloads than `minimumDownloads`."),
    minimumDownloads: z.int({ error: "expected a whole number, such as `1000`" }).min(0, { error: "expected no less than 0" }).describe("Downloads of the last month that a name needs to count as used.")
  }),
  sources: "registry",
  needs: ["firstPublishedAt", "history"],
  restsOn: "publishTimes",
  optionalEvidence: ["downloads", "provenance", "bringers", "upgrades", "advisories", "predecessorAdvisories"],
  messages: {
    "young-name": {
      severity: "configured",
      becomes: ["unused"],
      text: (args) => `${quoted(args.name)} is new to this lockfile and was first published ${minute(args.firstPublishedAt)}. ${required(args)}`,
      remediation: (args) => `Confirm that you mean ${quoted(args.name)} and who publishes it, or wait until ${minute(args.passesAt, "up")}; this rule then passes.`
    },
    unused: {
      severity: "configured",
      text: (args) => `${quoted(args.name)} is new to this lockfile and was first published ${minute(args.firstPublishedAt)}; ${downloaded(args)}. The policy requires an age of ${plain(args.minimum)}, or ${withCommas(args.least)} downloads.`,
      remediation: (args) => `Confirm that you mean ${quoted(args.name)} and who publishes it, or wait until ${minute(args.passesAt, "up")}; this rule then passes.`
    },
    recycled: {
      severity: "configured",
      text: (args) => `${quoted(args.name)} is new to this lockfile. The name is older, but the registry lists no version from before ${minute(args.firstPublishedAt)}: a name that was given up can be registered by anybody. It counts as that old. ${required(args)}`,
      remediation: (args) => `Confirm that you mean ${quoted(args.name)} and who publishes it now, or wait until ${minute(args.passesAt, "up")}; this rule then passes.`
    },
    sibling: {
      severity: "advisory",
      text: (args) => `${quoted(args.name)} is new to this lockfile and was first published ${minute(args.firstPublishedAt)}, but it was built in the same repository as ${quoted(args.dependent)}, which pulls it in.`,
      remediation: (args) => `Check what the release notes of ${quoted(args.dependent)} say about ${quoted(args.name)}, or wait until ${minute(args.passesAt, "up")}; this rule then passes.`
    },
    "pulled-in-fix": {
      severity: "advisory",
      text: (args) => `${quoted(args.name)} is new to this lockfile and was first published ${minute(args.firstPublishedAt)}; ${quoted(args.upgrade)} pulls it in, and fixes ${quoted(args.fixes)}, which affects the version on the base branch.`,
      remediation: (args) => `Review ${quoted(args.name)} and why ${quoted(args.upgrade)} needs it, or wait until ${minute(args.passesAt, "up")}; this rule then passes.`
    },
    "use-unknown": {
      severity: "note",
      isUnknown: true,
      text: (args) => `${quoted(args.name)} is new to this lockfile and was first published ${minute(args.firstPublishedAt)}; how often it is downloaded could not be read, so only its age was judged.`,
      remediation: () => "Nothing needs to be done. Run the check again if the use of the package matters here."
    },
    "no-time": {
      severity: "configured",
      text: (args) => `${named(args)} is new to this lockfile, and the registry does not say when the package was first published.`,
      remediation: (args) => `Confirm that you mean ${quoted(args.name)}, and record an exception with the reason.`
    }
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (context.mode === "audit" || change.baseVersions.length > 0) return [];
    if (evidence.firstPublishedAt.state === "absent") return [{ code: "no-time", args: identity(change) }];
    const listedSince = recycledSince(evidence.firstPublishedAt.value, evidence.history, context.now);
    const firstPublishedAt = listedSince ?? evidence.firstPublishedAt.value;
    const upgrades = listedSince === void 0 && evidence.upgrades.state === "present" ? evidence.upgrades.value : [];
    const count = evidence.downloads.state === "present" ? evidence.downloads.value : 0;
    const isUseKnown = evidence.downloads.state === "present";
    const [needed, unused] = [options.minimumPackageAge, options.unusedFor].map(milliseconds);
    const isUnused = upgrades.length === 0 && isUseKnown && count < options.minimumDownloads && unused > needed;
    const pulledIn = upgrades.length > 0 && milliseconds(options.pulledInAge) < needed ? options.pulledInAge : void 0;
    const minimum = pulledIn ?? (isUnused ? options.unusedFor : options.minimumPackageAge);
    const passesAt = after(firstPublishedAt, milliseconds(minimum));
    const upgrade2 = upgrades[0] === void 0 ? {} : { upgrade: upgrades.map(({ name }) => name).join(", ") };
    const use = isUnused ? { count, least: options.minimumDownloads } : {};
    const args = { ...identity(change), firstPublishedAt, minimum: spelled(minimum), passesAt, ...upgrade2, ...use };
    const stable = { firstPublishedAt };
    const age = between(firstPublishedAt, context.now);
    if (age >= milliseconds(minimum)) {
      const mayBeUnused = upgrades.length === 0 && !isUseKnown && age < unused && options.minimumDownloads > 0;
      return mayBeUnused ? [{ code: "use-unknown", args, stable }] : [];
    }
    const dependent = sibling(evidence.provenance, evidence.bringers)?.name;
    if (dependent !== void 0) {
      return [{ code: "sibling", args: { ...args, dependent }, stable: { ...stable, bringer: dependent } }];
    }
    if (listedSince !== void 0) return [{ code: "recycled", args, stable }];
    const fixes = fixesOf(upgrades);
    if (fixes.length > 0) return [{ code: "pulled-in-fix", args: { ...args, fixes: fixes.join(", ") }, stable }];
    return [{ code: age < needed ? "young-name" : "unused", args, stable }];
  },
  facts: ({ evidence }) => halves(
    {},
    {
      ...fact(evidence, "firstPublishedAt", "firstPublishedAt", (at2) => at2),
      ...fact(evidence, "history", "oldestListed", (known2) => oldestOf(known2) ?? null)
    }
  ),
  examples: [
    {
      title: "A new name that was published exactly 30 days ago",
      dossier: { evidence: { firstPublishedAt: present("2026-05-16T12:00:00.000Z") } },
      expectedCodes: []
    },
    {
      title: "A young name that the base branch already has: an ordinary upgrade",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.0", baseVersions: ["1.2.0"] },
        evidence: { firstPublishedAt: present("2026-06-10T00:00:00.000Z") }
      },
      expectedCodes: []
    },
    {
      title: "Two months old and used",
      dossier: { evidence: { firstPublishedAt: present("2026-04-15T00:00:00.000Z"), downloads: present(1e3) } },
      expectedCodes: []
    },
    {
      title: "Two months old, with few downloads",
      dossier: { evidence: { firstPublishedAt: present("2026-04-15T00:00:00.000Z"), downloads: present(999) } },
      expectedCodes: ["unused"]
    },
    {
      title: "Two months old, and the service knows no such name",
      dossier: { evidence: { firstPublishedAt: present("2026-04-15T00:00:00.000Z"), downloads: present(0) } },
      expectedCodes: ["unused"]
    },
    {
      title: "Two months old, and its downloads cannot be read: a note, because its age alone is enough",
      dossier: {
        evidence: {
          firstPublishedAt: present("2026-04-15T00:00:00.000Z"),
          downloads: unavailable("server-error", "HTTP 503")
        }
      },
      expectedCodes: ["use-unknown"]
    },
    {
      title: "Ten days old, and an upgrade pulls it in",
      dossier: {
        change: { name: "tiny", direct: false, via: [["left-pad", "tiny"]] },
        evidence: {
          firstPublishedAt: present("2026-06-05T12:00:00.000Z"),
          upgrades: present([{ name: "left-pad", version: "1.3.0", previous: "1.2.0", fixes: [] }])
        }
      },
      expectedCodes: []
    },
    {
      title: "Five days old, and an upgrade pulls it in",
      dossier: {
        change: { name: "tiny", direct: false, via: [["left-pad", "tiny"]] },
        evidence: {
          firstPublishedAt: present("2026-06-10T12:00:00.000Z"),
          upgrades: present([{ name: "left-pad", version: "1.3.0", previous: "1.2.0", fixes: [] }])
        }
      },
      expectedCodes: ["young-name"]
    },
    {
      title: "Five days old, and an upgrade that fixes an advisory pulls it in: a warning",
      dossier: {
        change: { name: "tiny", direct: false, via: [["left-pad", "tiny"]] },
        evidence: {
          firstPublishedAt: present("2026-06-10T12:00:00.000Z"),
          upgrades: present([
            { name: "left-pad", version: "1.3.0", previous: "1.2.0", fixes: ["GHSA-aaaa-bbbb-cccc"] }
          ])
        }
      },
      expectedCodes: ["pulled-in-fix"]
    },
    {
      title: "A young name in an audit",
      mode: "audit",
      dossier: { evidence: { firstPublishedAt: present("2026-06-10T00:00:00.000Z") } },
      expectedCodes: []
    },
    {
      title: "A name from last week that an upgrade pulls in",
      dossier: {
        change: { name: "plain-crypto-js", direct: false, via: [["axios", "plain-crypto-js"]] },
        evidence: { firstPublishedAt: present("2026-06-08T07:30:00.000Z") }
      },
      expectedCodes: ["young-name"]
    },
    {
      title: "A package from last week for a new platform, built in the same repository",
      dossier: {
        change: { name: "left-pad-linux", direct: false, via: [["left-pad", "left-pad-linux"]] },
        evidence: {
          firstPublishedAt: present("2026-06-08T07:30:00.000Z"),
          provenance: verifiedProvenance(),
          bringers: present([{ name: "left-pad", version: "1.3.0", build: buildIdentity }])
        }
      },
      expectedCodes: ["sibling"]
    },
    {
      title: "The same, built in another repository",
      dossier: {
        change: { name: "left-pad-linux", direct: false, via: [["left-pad", "left-pad-linux"]] },
        evidence: {
          firstPublishedAt: present("2026-06-08T07:30:00.000Z"),
          provenance: verifiedProvenance({
            sourceRepository: "https://github.com/zeta/linux",
            sourceRepositoryId: "2002"
          }),
          bringers: present([{ name: "left-pad", version: "1.3.0", build: buildIdentity }])
        }
      },
      expectedCodes: ["young-name"]
    },
    {
      title: "A new name without a publish time",
      dossier: { evidence: { firstPublishedAt: absent } },
      expectedCodes: ["no-time"]
    },
    {
      title: "A name of 2015 of which only a version of last week is left",
      dossier: {
        evidence: {
          firstPublishedAt: present("2015-03-01T00:00:00.000Z"),
          history: history({ "2.0.0": "2026-06-08T07:30:00.000Z" })
        }
      },
      expectedCodes: ["recycled"]
    },
    {
      title: "The same, with a version of four months left",
      dossier: {
        evidence: {
          firstPublishedAt: present("2015-03-01T00:00:00.000Z"),
          history: history({ "1.9.0": "2026-02-08T07:30:00.000Z", "2.0.0": "2026-06-08T07:30:00.000Z" })
        }
      },
      expectedCodes: []
    }
  ]
});

// src/rules/override.ts
var override_default = defineLockfileRule({
  id: "override",
  summary: "No override, patch, package extension or catalog entry is added or changed unnoticed.",
  why: "An override decides which version, and which package, the whole tree gets, whatever the packages themselves declare: one line can put an old release with a known vulnerability, or a fork under a trusted name, below a hundred packages. The other rules judge what the lockfile then pins; this rule makes sure that somebody reads the line.",
  recommended: "warn",
  floor: "none",
  messages: {
    "override-changed": {
      severity: "configured",
      text: (args) => `${quoted(args.path)} changes which packages are installed: ${inKeys(args)}.`,
      remediation: () => "Confirm that each of these entries is intended, and why. The other rules judge the packages that the entries pull in."
    },
    "override-unapplied": {
      severity: "configured",
      text: (args) => args.more === void 0 ? `${quoted(args.key)} in ${quoted(args.path)} affects which ${args.name === void 0 ? "packages are" : `${quoted(args.name)} is`} installed; lockgate could not apply it when resolving dependencies that are not in the lockfile, so other versions may be installed than were judged.` : `${plain(args.more)} more entries in ${quoted(args.path)} affect what is installed; lockgate could not apply them when resolving dependencies that are not in the lockfile.`,
      remediation: () => "Lock with the package manager and run the check on the lockfile, which shows the effect of this entry."
    }
  },
  check: ({ observation: { code, path, line, name, args } }) => [
    { code, args: { ...args, path, ...name !== void 0 && { name } }, stable: args, line }
  ],
  examples: [
    {
      title: "package.json gains an override and loses another",
      observation: {
        code: "override-changed",
        path: "package.json",
        line: 12,
        args: { added: "overrides.left-pad", removed: "overrides.minimist", digest: "a".repeat(64) }
      },
      expectedCodes: ["override-changed"]
    },
    {
      title: "A catalog entry changes",
      observation: {
        code: "override-changed",
        path: "pnpm-workspace.yaml",
        line: 3,
        args: { changed: "catalog.left-pad", digest: "a".repeat(64) }
      },
      expectedCodes: ["override-changed"]
    },
    {
      title: "An override that lockgate cannot apply to dependencies that are not in the lockfile",
      observation: {
        code: "override-unapplied",
        path: "package.json",
        line: 12,
        name: "left-pad",
        args: { key: "resolutions.a/**/left-pad" }
      },
      expectedCodes: ["override-unapplied"]
    }
  ]
});

// src/rules/agent-provenance.ts
var agentDemands = ["off", "decision", "decision-for-all"];
function unprovenProposal({ dossier, evidence, agents, context }) {
  const { change } = dossier;
  const isNew = context.mode === "check" && change.kind === "added" && change.baseVersions.length === 0;
  const isConcerned = agents === "decision-for-all" || agents === "decision" && change.direct;
  if (!isNew || !isConcerned) return [];
  const lists = context.proposers ?? { marks: [], dependencyBots: [], formatters: [] };
  const [mark] = evidence.authorship.state === "present" ? marksOf(evidence.authorship.value, lists) : [];
  if (mark === void 0) return [];
  const outcome = evidence.provenance.state === "present" ? evidence.provenance.value : void 0;
  const built = outcome?.state === "verified" ? outcome.identity.sourceRepository : void 0;
  const declared = evidence.release.state === "present" ? evidence.release.value.repository : void 0;
  if (built !== void 0 && declared !== void 0 && spelledRepository(built) === spelledRepository(declared)) {
    return [];
  }
  const about2 = {
    ...built === void 0 ? {} : { built },
    ...declared === void 0 ? {} : { declared }
  };
  return [{ code: "agent-unproven", args: { ...identity(change), ...about2, who: mark.who }, stable: about2 }];
}

// src/rules/expectation.ts
var scopeForm = /^@[^\s@/*?{}[\]()!]+\/\*$/;
function expectations(z) {
  const oneSelector = packageSelectors(z);
  const text3 = (error) => z.string({ error }).regex(/^\S{1,2048}$/, { error });
  const selector2 = text3("expected a package, such as `esbuild`, `@acme/*` or `sharp@>=0.33.0`").refine(
    (one) => scopeForm.test(one) || oneSelector.safeParse([one]).success,
    { error: "expected a package, such as `esbuild`, `@acme/*` or `sharp@>=0.33.0`" }
  );
  const repository2 = "expected the address of a repository, such as `https://github.com/acme/tool`";
  const entry2 = z.strictObject({
    packages: z.array(selector2).min(1, { error: "expected at least one package" }).describe("The packages that the expectation applies to."),
    builder: text3("expected the id of a builder").optional().describe("The id of the builder, as in the statement."),
    repository: text3(repository2).regex(/^https:\/\/[^\s/@]+\/.*(?<!\/|\.git)$/, { error: `${repository2}, without \`.git\` and \`/\` at the end` }).optional().describe("The address of the repository that the build ran in."),
    workflow: text3("expected the path of a workflow, such as `.github/workflows/release.yml`").optional().describe("The path of the top-level workflow within the repository."),
    ref: text3("expected a full ref, such as `refs/heads/main`").optional().describe("The full git ref of the build."),
    issuer: text3("expected the address of an OIDC issuer, such as `https://gitlab.acme.example`").regex(/^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
      error: "expected the address of an OIDC issuer, such as `https://gitlab.acme.example`"
    }).optional().describe(
      "The OIDC issuer that vouches for the build, exactly as in the certificate. To name a private issuer here is to trust it for these packages."
    ),
    trigger: text3("expected the event that starts the build, such as `push` or `release`").optional().describe("The event that started the build."),
    signer: text3("expected the address of a workflow, such as `https://github.com/acme/ci/.github/workflows/npm.yml`").regex(/^https:\/\/[^\s/@]+\/[^\s@]+$/, {
      error: "expected the address of a workflow without its ref, such as `https://github.com/acme/ci/.github/workflows/npm.yml`"
    }).optional().describe("The workflow that signed, which is another one where it is reusable: its address without the ref."),
    repositoryId: text3("expected the numeric id of a repository").regex(/^\d+$/, { error: "expected the numeric id of a repository, as a text" }).optional().describe("The numeric id of the repository, which nobody can take over as a name can be."),
    ownerId: text3("expected the numeric id of an owner").regex(/^\d+$/, { error: "expected the numeric id of an owner, as a text" }).optional().describe("The numeric id of the repository's owner."),
    runner: z.enum(["hosted", "self-hosted"], { error: "expected `hosted` or `self-hosted`" }).optional().describe("Whether the CI service hosts the runner.")
  });
  return z.array(entry2, { error: "expected a list of expectations" });
}
function concerns({ packages }, { name, version }) {
  const scopes = packages.filter((one) => scopeForm.test(one));
  return scopes.some((one) => name.startsWith(one.slice(0, -1))) || selects(
    packages.filter((one) => !scopeForm.test(one)),
    name,
    version
  );
}
var isProvable = (builder) => builder.includes("/.github/workflows/");
function mismatches(expected, identity2) {
  const fields = [
    ["builder", "builder"],
    ["repository", "sourceRepository"],
    ["workflow", "workflow"],
    ["ref", "ref"],
    ["issuer", "issuer"],
    ["trigger", "trigger"],
    ["signer", "buildSigner"],
    ["repositoryId", "sourceRepositoryId"],
    ["ownerId", "ownerId"],
    ["runner", "runner"]
  ];
  return fields.flatMap(([field, of]) => {
    const wanted = expected[field];
    if (wanted === void 0) return [];
    const found2 = of === "buildSigner" ? withoutRef(identity2[of]) : identity2[of];
    const claimed = identity2.claimed.includes(of) && (of !== "builder" || isProvable(wanted));
    if (found2 === wanted && !claimed) return [];
    return [{ field, expected: wanted, ...found2 === void 0 ? {} : { found: found2 }, claimed: found2 === wanted }];
  });
}

// src/rules/provenance.ts
var because = {
  document: "the document is not an attestation document",
  bundle: "it cannot be read as a Sigstore bundle",
  "payload-type": "it holds no statement",
  statement: "its statement cannot be read",
  "predicate-type": "its label is not that of its statement",
  signer: "it was signed by another kind of signer",
  timestamp: "nothing trusted says when it was signed",
  integrity: "the lockfile pins no single SHA-512 to compare it with",
  "subject-count": "it is not about exactly one package",
  bounds: "it exceeds the limits on size or nesting",
  "unknown-key": "it was signed by a key that is not trusted",
  "key-period": "its key was not valid at the time of signing",
  certificate: "its certificate was not issued by a trusted authority",
  "transparency-log": "no trusted transparency log contains it",
  "log-entry": "the log entry is about something else",
  signature: "its signature is invalid",
  "subject-name": "it is about a different package or version",
  "subject-digest": "it is about different bytes than the lockfile pins",
  "publish-predicate": "it is about a different package or version",
  issuer: "the issuer of its identity is not trusted",
  identity: "its identity is not that of a CI build",
  contradiction: "its statement contradicts its certificate",
  "identity-conflict": "its attestations disagree about where the package was built"
};
var inWords2 = ({ check }) => {
  const words2 = Object.hasOwn(because, String(check)) ? because[String(check)] : void 0;
  return `${words2 === void 0 ? "" : `${words2} `}(check ${quoted(check ?? "")})`;
};
var failedArgs = ({ kind, check, expected, found: found2 }) => ({
  kind,
  check,
  ...expected === void 0 ? {} : { expected },
  ...found2 === void 0 ? {} : { found: found2 }
});
var comparison = ({ expected, found: found2 }) => expected === void 0 ? found2 === void 0 ? "" : `; found ${quoted(found2)}` : `; expected ${quoted(expected)}, found ${found2 === void 0 ? "nothing" : quoted(found2)}`;
function contradiction(args) {
  const { field, expected, found: found2, claimed } = args;
  const wanted = `${named(args)} must be built with ${quoted(field ?? "")} ${quoted(expected ?? "")}`;
  if (claimed === 1) return `${wanted}, but only its own statement says so; its certificate does not.`;
  return `${wanted}, but its verified provenance says ${found2 === void 0 ? "nothing about it" : quoted(found2)}.`;
}
function unproven({ built, declared }) {
  if (built === void 0) return "no verified provenance says where it was built";
  const was = `its verified provenance is from ${quoted(built)}`;
  return declared === void 0 ? `${was}, but it declares no repository` : `${was}, not from the repository ${quoted(declared)} that it declares`;
}
var mismatchArgs = ({ field, expected, found: found2, claimed }) => ({
  field,
  expected,
  ...found2 === void 0 ? {} : { found: found2 },
  claimed: claimed ? 1 : 0
});
var wrong = {
  presets: { audit: "warn", attacks: "error", recommended: "error", strict: "error" },
  stays: true
};
function attestedBefore({ previousVersion, baseVersions }, { history: history2 }) {
  if (baseVersions.length === 0 && previousVersion === void 0) return void 0;
  const releases = history2.state === "present" ? history2.value.releases : [];
  const attested = new Set(releases.filter((one) => one.attested === true).map(({ version }) => version));
  return [previousVersion, ...[...baseVersions].reverse()].find((one) => one !== void 0 && attested.has(one));
}
function found(change, evidence, options) {
  const args = identity(change);
  const outcome = evidence.provenance.state === "present" ? evidence.provenance.value : void 0;
  if (outcome?.state === "invalid") {
    return outcome.failed.map((failed) => ({
      code: "invalid",
      args: { ...args, ...failedArgs(failed) },
      stable: { kind: failed.kind, check: failed.check }
    }));
  }
  const expected = options.expect.filter((one) => concerns(one, change));
  if (outcome?.state === "verified") {
    return expected.flatMap((one) => mismatches(one, outcome.identity)).map((one) => ({
      code: "contradicts",
      args: { ...args, ...mismatchArgs(one) },
      stable: mismatchArgs(one)
    }));
  }
  if (expected.length > 0) return [{ code: "expected-missing", args }];
  if (outcome?.state === "not-applicable") return [];
  if (!change.direct) return options.depth === "all" ? [{ code: "missing", args }] : [];
  const before = attestedBefore(change, evidence);
  return [before === void 0 ? { code: "missing", args } : { code: "lost", args: { ...args, before } }];
}
var provenance_default = definePackageRule({
  id: "provenance",
  summary: "Verified provenance says where the package was built, and that matches the expectations of the policy.",
  why: "Provenance ties the bytes to a repository, a commit and a workflow. lockgate verifies it and never trusts a mere claim: an attestation that does not verify, or is about another package or other bytes, is worse than none. Many honest packages have no provenance, so a missing one is a note, and under `strict` a warning; there it is an error where the version before had it. Valid provenance says where a package was built, not that it is harmless: the malicious @tanstack releases of 2026 had it.",
  incident: {
    date: "2025-08-26",
    what: "A token of nx was stolen through a workflow of pull requests. The releases that it was used for, 20.9.0 and others, had no provenance, although earlier releases had it; their postinstall script searched the machine with the help of the coding agents that were installed there."
  },
  recommended: "error",
  levels: { attacks: "error" },
  floor: "none",
  defaults: { depth: "all", expect: [], agents: "decision" },
  options: (z) => ({
    depth: z.enum(["direct", "all"], { error: "expected `direct` or `all`" }).describe(
      "Whether a missing provenance is reported for direct dependencies only, or for all packages. An invalid one is always reported."
    ),
    expect: expectations(z).describe(
      "What the provenance of some packages must say. A package without verified provenance does not match, and a package must match every entry that applies to it."
    ),
    agents: z.enum(agentDemands, { error: "expected `off`, `decision` or `decision-for-all`" }).describe(
      "What a change with the mark of an agent or bot (see `new-direct-dependency`) may not add by itself: with `decision`, a new direct dependency without verified provenance from the repository that it declares; with `decision-for-all`, also what that pulls in. The decision is an exception of this rule for the exact version."
    )
  }),
  strict: { agents: "decision-for-all" },
  audit: { agents: "off" },
  attacks: { agents: "off" },
  sources: "registry",
  needs: ["provenance", "history", "release", "authorship"],
  unusedEvidence: ({ agents }) => agents === "off" ? ["release", "authorship"] : [],
  messages: {
    invalid: {
      severity: wrong,
      text: (args) => `${named(args)} has an invalid attestation: ${inWords2(args)}${comparison(args)}.`,
      remediation: () => "Do not install it. Keep the previous version, and tell the registry or the maintainers."
    },
    contradicts: {
      severity: wrong,
      text: contradiction,
      remediation: () => "Do not install it until its maintainers confirm where it is built; then change the expectation in the policy."
    },
    "expected-missing": {
      severity: "configured",
      text: (args) => `${named(args)} has no verified provenance, which the policy requires for this package.`,
      remediation: () => "Use a version with provenance, or change the expectation in the policy."
    },
    "agent-unproven": {
      severity: "configured",
      asksForDecision: true,
      text: (args) => `${named(args)} is new, the change has the mark of ${quoted(args.who)}, and ${unproven(args)}.`,
      remediation: (args) => `Ask somebody who did not propose ${quoted(args.name)} to decide on this version, or use one that is built where it says. The decision is an exception in the policy on the default branch, for exactly this version and the rule \`provenance\`.`
    },
    lost: {
      severity: {
        presets: { audit: "note", attacks: "note", recommended: "note", strict: "error" },
        atLeast: "missing"
      },
      text: (args) => `${named(args)} has no provenance: nothing says where it was built. ${quoted(args.before)} had it.`,
      remediation: (args) => `Ask its maintainers why it was not published like ${quoted(args.before)}; until then keep that version.`
    },
    missing: {
      severity: { presets: { audit: "note", attacks: "note", recommended: "note", strict: "warn" } },
      text: (args) => `${named(args)} has no provenance: nothing says where it was built.`,
      remediation: () => "Ask its maintainers to publish with provenance, or accept that the origin is unknown."
    }
  },
  check({ dossier, evidence, options, context }) {
    const own = found(dossier.change, evidence, options);
    const asked = unprovenProposal({ dossier, evidence, agents: options.agents, context });
    return asked.length === 0 ? own : [...own.filter(({ code }) => code !== "missing"), ...asked];
  },
  facts: ({ dossier: { change }, evidence }) => halves(
    fact(evidence, "history", "attested", (history2) => {
      const attested = attestedBefore(change, { history: present(history2) });
      return attested ?? null;
    }),
    fact(evidence, "provenance", "provenance", provenanceFacts)
  ),
  examples: [
    {
      title: "Verified provenance, and no expectations",
      dossier: { evidence: { provenance: verifiedProvenance() } },
      expectedCodes: []
    },
    {
      title: "A registry that has no attestations",
      dossier: { evidence: { provenance: present({ state: "not-applicable" }) } },
      expectedCodes: []
    },
    {
      title: "Provenance from the repository and the workflow that are expected",
      dossier: { evidence: { provenance: verifiedProvenance() } },
      options: {
        expect: [
          {
            packages: ["left-pad"],
            repository: buildIdentity.sourceRepository,
            workflow: ".github/workflows/release.yml",
            runner: "hosted"
          }
        ]
      },
      expectedCodes: []
    },
    {
      title: "An attestation about other bytes",
      dossier: {
        evidence: {
          provenance: present({
            state: "invalid",
            failed: [{ kind: "provenance", check: "subject-digest", expected: "aa", found: "bb" }]
          })
        }
      },
      expectedCodes: ["invalid"]
    },
    {
      title: "Built in a repository whose name looks like the expected one",
      dossier: {
        evidence: { provenance: verifiedProvenance({ sourceRepository: "https://github.com/acrne/left-pad" }) }
      },
      options: { expect: [{ packages: ["left-pad"], repository: "https://github.com/acme/left-pad" }] },
      expectedCodes: ["contradicts"]
    },
    {
      title: "The expected repository by its id, and another event than the one that should start the build",
      dossier: { evidence: { provenance: verifiedProvenance({ trigger: "workflow_dispatch" }) } },
      options: { expect: [{ packages: ["left-pad"], repositoryId: "1001", ownerId: "11", trigger: "push" }] },
      expectedCodes: ["contradicts"]
    },
    {
      title: "No provenance where the policy requires it",
      dossier: { evidence: { provenance: absent } },
      options: { expect: [{ packages: ["left-pad"] }] },
      expectedCodes: ["expected-missing"]
    },
    { title: "No provenance: a note", dossier: { evidence: { provenance: absent } }, expectedCodes: ["missing"] },
    {
      title: "No provenance of a direct dependency, where the version on the base branch has it: an error under `strict`",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.0", baseVersions: ["1.2.0"] },
        evidence: {
          provenance: absent,
          history: history({ "1.2.0": "2025-06-01T00:00:00.000Z" }, { "1.2.0": { attested: true } })
        }
      },
      expectedCodes: ["lost"]
    },
    {
      title: "The same of a transitive dependency",
      dossier: {
        change: { kind: "updated", direct: false, previousVersion: "1.2.0", baseVersions: ["1.2.0"] },
        evidence: {
          provenance: absent,
          history: history({ "1.2.0": "2025-06-01T00:00:00.000Z" }, { "1.2.0": { attested: true } })
        }
      },
      expectedCodes: ["missing"]
    },
    {
      title: "An agent adds a direct dependency that was built in another repository than it declares",
      dossier: {
        evidence: {
          provenance: verifiedProvenance(),
          release: release({ repository: "github.com/acme/right-pad" }),
          authorship: present({ branch: "claude/add-left-pad", people: [] })
        }
      },
      expectedCodes: ["agent-unproven"]
    },
    {
      title: "An agent adds a direct dependency that was built where it says",
      dossier: {
        evidence: {
          provenance: verifiedProvenance(),
          release: release({ repository: "github.com/acme/left-pad" }),
          authorship: present({ branch: "claude/add-left-pad", people: [] })
        }
      },
      expectedCodes: []
    },
    {
      title: "No provenance of a transitive dependency, where only direct ones count",
      dossier: { change: { direct: false }, evidence: { provenance: absent } },
      options: { depth: "direct" },
      expectedCodes: []
    }
  ]
});

// src/rules/listed-publishers.ts
var repository = "expected the address of a repository, such as `https://github.com/acme/tool`, without `.git` and `/` at the end";
var maximum = 366 * 864e5;
var identityExpected = "expected `sourceRepository` (with `workflow` and `ref`), `account`, or `trustedPublisher` with `oidcConfigId`";
var textOf2 = (z) => (error) => z.string({ error }).regex(/^\S{1,2048}$/, { error });
function identities(z) {
  const text3 = textOf2(z);
  const build = z.strictObject({
    sourceRepository: text3(repository).regex(/^https:\/\/[^\s/@]+\/.*(?<!\/|\.git)$/, { error: repository }).describe("The address of the repository that a verified provenance must name."),
    workflow: text3("expected the path of a workflow, such as `.github/workflows/release.yml`").optional().describe("The path of the workflow."),
    ref: text3("expected a full ref, such as `refs/heads/main`").optional().describe("The full git ref of the build.")
  });
  const account = z.strictObject({
    account: text3("expected the name of an account").describe(
      "The account's name, as the registry's document states it."
    )
  });
  const oidc2 = z.strictObject({
    trustedPublisher: text3("expected the id of a CI service, such as `github`").describe("The CI service."),
    oidcConfigId: text3("expected the id of a configuration").describe("The trusted publisher's configuration.")
  });
  return [build, account, oidc2];
}
function listedPublishers(z) {
  const text3 = textOf2(z);
  const entry2 = z.strictObject({
    packages: z.array(selector(z)).min(1, { error: "expected at least one package" }).describe("Which packages."),
    identity: z.union(identities(z), {
      error: ({ input }) => typeof input === "object" && input !== null ? void 0 : identityExpected
    }).describe(
      "Who publishes them, compared exactly: the identity in a verified provenance, or the publisher that the registry names."
    ),
    start: z.iso.date("expected a date, such as `2026-01-01`").describe("The first day (UTC) on which the entry is valid."),
    end: z.iso.date("expected a date, such as `2026-12-31`").describe("The last day (UTC) on which the entry is valid: at most a year after `start`."),
    waives: z.array(text3("expected a rule, such as `cooldown`"), { error: "expected a list of rules, such as `[cooldown]`" }).default([]).describe(
      "Rules to waive for packages that this identity published. Findings that are floor cannot be waived."
    ),
    reason: sentence(z, "expected the reason, in words").describe(
      "Why the entry exists, for whoever reads it in a year."
    )
  }).refine(({ start, end }) => Date.parse(end) >= Date.parse(start), {
    error: "expected a day that is not before `start`",
    path: ["end"]
  }).refine(({ start, end }) => !(Date.parse(end) - Date.parse(start) > maximum), {
    error: "expected a day at most a year after `start`, so that somebody reviews the entry",
    path: ["end"]
  });
  return z.array(entry2, { error: "expected a list of publishers" }).max(500, { error: "expected at most 500 publishers" });
}
function isAbout({ packages }, { name, version }) {
  return packages.some((one) => admits(one)(name, version));
}
function isInForce({ start, end }, now) {
  const [from, to, at2] = [start, end, now].map((one) => Date.parse(one));
  return at2 >= from && at2 < to + 864e5;
}
function isByProvenance({ identity: identity2 }) {
  return "sourceRepository" in identity2;
}
function isBuiltBy({ packages, identity: identity2 }, built) {
  if (!("sourceRepository" in identity2)) return false;
  const { sourceRepository, workflow, ref } = identity2;
  const expected = { packages, repository: sourceRepository, ...workflow && { workflow }, ...ref && { ref } };
  return mismatches(expected, built).length === 0;
}
function isPublishedBy({ identity: identity2 }, { name, trustedPublisher }) {
  if ("account" in identity2) return trustedPublisher === void 0 && name === identity2.account;
  if (!("trustedPublisher" in identity2)) return false;
  return trustedPublisher?.id === identity2.trustedPublisher && trustedPublisher.oidcConfigId === identity2.oidcConfigId;
}

// src/model/past.ts
var import_semver4 = __toESM(require_semver(), 1);
var day = 864e5;
var burst = 3 * day;
function pastAmong(releases, version) {
  const release3 = releases.find((one) => one.version === version);
  const isEarlier = (one, byAtLeast) => one.publishedAt !== void 0 && release3?.publishedAt !== void 0 ? Date.parse(release3.publishedAt) - Date.parse(one.publishedAt) > byAtLeast : isBelow(one.version, version);
  const others2 = releases.filter((one) => one.version !== version && isEarlier(one, 0));
  const settled = others2.filter((one) => isEarlier(one, burst));
  return { release: release3, earlier: inOrder(settled.length > 0 ? settled : others2) };
}
function isBelow(one, other2) {
  const [a, b] = [import_semver4.default.parse(one), import_semver4.default.parse(other2)];
  return a !== null && b !== null && a.compare(b) < 0;
}
function inOrder(releases) {
  const timed = releases.map((release3) => ({ release: release3, at: release3.publishedAt ? Date.parse(release3.publishedAt) : 0 }));
  return timed.sort((a, b) => a.at - b.at).map(({ release: release3 }) => release3);
}

// src/rules/publishers.ts
var day2 = 864e5;
var settledAge = 30 * day2;
function publisherKey(publisher) {
  const { name, trustedPublisher } = publisher ?? {};
  if (trustedPublisher !== void 0) {
    return JSON.stringify(["oidc", trustedPublisher.id, trustedPublisher.oidcConfigId ?? null]);
  }
  return name === void 0 ? void 0 : JSON.stringify(["account", name]);
}
function publisherName({ name, trustedPublisher }) {
  if (trustedPublisher === void 0) return name ?? "";
  const { id, oidcConfigId } = trustedPublisher;
  return oidcConfigId === void 0 ? `${id} by OIDC` : `${id} by OIDC, configuration ${oidcConfigId}`;
}
var pastOf = ({ releases }, version) => pastAmong(releases, version);
function isUnseen(publisher, { earlier }) {
  if (publisher?.maintains === true) return false;
  const key = publisherKey(publisher);
  return key === void 0 || earlier.every((one) => publisherKey(one.publisher) !== key);
}
function isSettled(publishedAt, now) {
  return publishedAt !== void 0 && between(publishedAt, now) >= settledAge;
}
function namesPublishers(history2) {
  return history2.releases.some((one) => publisherKey(one.publisher) !== void 0);
}

// src/rules/publisher.ts
var ask2 = () => "Ask the maintainers whether that publisher is one of them; until then keep the previous version.";
var twoReleases = { "1.2.0": "2024-01-01T00:00:00.000Z", "1.3.0": "2025-06-01T08:00:00.000Z" };
var alice = { publisher: { name: "alice" } };
var oidc = (oidcConfigId) => ({ name: "GitHub Actions", trustedPublisher: { id: "github", oidcConfigId } });
var acme = {
  packages: ["left-pad"],
  identity: { sourceRepository: "https://github.com/acme/left-pad", workflow: ".github/workflows/release.yml" },
  start: "2026-01-01",
  end: "2026-12-31",
  waives: [],
  reason: "Ours."
};
function isListed(entries, evidence) {
  const { publisher } = evidence;
  if (publisher.state === "present" && entries.some((entry2) => isPublishedBy(entry2, publisher.value))) return true;
  const byProvenance = entries.filter(isByProvenance);
  if (byProvenance.length === 0 || evidence.provenance.state === "absent") return false;
  const outcome = evidence.provenance.value;
  return outcome.state === "verified" && byProvenance.some((entry2) => isBuiltBy(entry2, outcome.identity));
}
var publisher_default = definePackageRule({
  id: "publisher",
  summary: "The publisher of the version has published this package before.",
  why: "An attacker who takes over a package often publishes from another account: event-stream in 2018, node-ipc in 2026. Of 22,479 releases 2.9 % had a new publisher, so by itself that is a warning. All releases that CI publishes by OIDC have the same account name, so there the configuration of the trusted publisher is compared. A first release has nothing to compare with.",
  incident: {
    date: "2018-09-09",
    what: "The owner of event-stream handed it to somebody who had asked for it. The new maintainer added flatmap-stream, a four-day-old name, to 3.3.6; its payload came later, inside the range. The malicious release was up for 52 days."
  },
  recommended: "warn",
  floor: "none",
  defaults: { listed: [] },
  options: (z) => ({
    listed: listedPublishers(z).describe(
      "Who may publish some packages: any other publisher is reported. The key `publishers` of the policy is the same list."
    )
  }),
  sources: "registry",
  needs: ["history", "publisher", "provenance"],
  messages: {
    unlisted: {
      severity: "configured",
      text: (args) => `${named(args)} was not published by any publisher that the policy lists for it and that is valid today.`,
      remediation: () => "Find out who published it. If that publisher is right, list it in the policy with a new `start` and `end`."
    },
    unseen: {
      severity: "configured",
      text: (args) => `${named(args)} was published by ${quoted(args.publisher)}, who had published no earlier release (releases from the preceding 72 h are ignored).`,
      remediation: ask2
    },
    unnamed: {
      severity: "configured",
      text: (args) => `The registry names the publisher of other releases but not of ${named(args)}.`,
      remediation: ask2
    }
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    const listed3 = options.listed.filter((entry2) => isAbout(entry2, change));
    if (listed3.length > 0) {
      const counting = listed3.filter((entry2) => isInForce(entry2, context.now));
      if (isListed(counting, evidence)) return [];
      const by = evidence.publisher.state === "present" ? publisherKey(evidence.publisher.value) : void 0;
      return [{ code: "unlisted", args: identity(change), stable: { publisher: by ?? "" } }];
    }
    if (evidence.history.state === "absent") return [];
    const past = pastOf(evidence.history.value, change.version);
    if (past.earlier.length === 0) return [];
    const args = identity(change);
    if (evidence.publisher.state === "absent") {
      return namesPublishers(evidence.history.value) ? [{ code: "unnamed", args }] : [];
    }
    const publisher = evidence.publisher.value;
    const key = publisherKey(publisher);
    if (key === void 0) return [{ code: "unnamed", args }];
    if (!isUnseen(publisher, past)) return [];
    return [{ code: "unseen", args: { ...args, publisher: publisherName(publisher) }, stable: { publisher: key } }];
  },
  facts: ({ dossier: { change }, evidence }) => {
    const publisher = evidence.publisher.state === "present" ? evidence.publisher.value : void 0;
    const { predecessor } = evidence;
    const before = predecessor.state === "present" ? predecessor.value.version : void 0;
    return halves(
      before === void 0 ? {} : fact(
        evidence,
        "history",
        "publisher",
        ({ releases }) => publisherKey(releases.find(({ version }) => version === before)?.publisher) ?? null
      ),
      {
        ...fact(
          evidence,
          "publisher",
          "publisher",
          ({ name, trustedPublisher, approver, maintains }) => defined({
            ...{ name, approver, maintains },
            trustedPublisher: trustedPublisher && [trustedPublisher.id, trustedPublisher.oidcConfigId ?? null]
          })
        ),
        ...fact(evidence, "history", "isUnseen", (history2) => isUnseen(publisher, pastOf(history2, change.version)))
      }
    );
  },
  examples: [
    { title: "Published by the same account as before", dossier: {}, expectedCodes: [] },
    {
      title: "The first release of a package",
      dossier: {
        evidence: { history: history({ "1.3.0": "2025-06-01T08:00:00.000Z" }), publisher: present(oidc("a")) }
      },
      expectedCodes: []
    },
    {
      title: "An account that has not published the package before",
      dossier: {
        evidence: { publisher: present({ name: "mallory" }), history: history(twoReleases, { "1.2.0": alice }) }
      },
      expectedCodes: ["unseen"]
    },
    {
      title: "Trusted publishing from another configuration under the same account name",
      dossier: {
        evidence: {
          publisher: present(oidc("b")),
          history: history(twoReleases, { "1.2.0": { publisher: oidc("a") } })
        }
      },
      expectedCodes: ["unseen"]
    },
    {
      title: "Built in the repository that the policy lists",
      dossier: { evidence: { provenance: verifiedProvenance() } },
      options: { listed: [acme] },
      expectedCodes: []
    },
    {
      title: "Built in a repository that the policy does not list",
      dossier: {
        evidence: { provenance: verifiedProvenance({ sourceRepository: "https://github.com/acme-fork/left-pad" }) }
      },
      options: { listed: [acme] },
      expectedCodes: ["unlisted"]
    },
    {
      title: "The entry of the publisher has expired",
      dossier: { evidence: { provenance: verifiedProvenance() } },
      options: { listed: [{ ...acme, start: "2025-01-01", end: "2025-12-31" }] },
      expectedCodes: ["unlisted"]
    },
    {
      title: "The registry names the publisher of every version but this one",
      dossier: { evidence: { publisher: absent, history: history(twoReleases, { "1.2.0": alice }) } },
      expectedCodes: ["unnamed"]
    }
  ]
});

// src/rules/registry.ts
function differingPart(shown3, registry) {
  if (!URL.canParse(shown3) || !URL.canParse(registry)) return "address";
  const [one, other2] = [new URL(shown3), new URL(registry)];
  if (one.hostname !== other2.hostname) return "host";
  if (one.protocol !== other2.protocol) return "scheme";
  return one.port === other2.port ? "path" : "port";
}
var lockAgain4 = (args) => `Remove the entry from the lockfile and lock again with the registry set to ${quoted(args.registry)}; do not edit the address by hand.`;
var registry_default = definePackageRule({
  id: "registry",
  summary: "The `resolved` address is in the registry that is trusted for the name, and has its canonical form.",
  why: "A lockfile decides where a package manager downloads from, and few reviewers read it: one changed `resolved` among thousands of lines installs from an attacker's server. Look-alike hosts, user info before the host, ports, plain http and forms that URL parsers read differently are all ways to write such an address.",
  recommended: "error",
  floor: "whole",
  sources: "registry",
  needs: [],
  messages: {
    credentials: {
      severity: "mandatory",
      text: (args) => `The \`resolved\` of ${named(args)} contains user info before the host: ${quoted(args.shown)}.`,
      remediation: (args) => `${lockAgain4(args)} If the user info is a credential, revoke it: it is in the git history.`
    },
    elsewhere: {
      severity: "mandatory",
      text: (args) => `The \`resolved\` of ${named(args)} is ${quoted(args.shown)}, which is outside ${quoted(args.registry)}: another ${plain(args.part)}.`,
      remediation: (args) => `${lockAgain4(args)} If the address is right, first name its registry in the policy on the default branch (\`registries\`).`
    },
    invalid: {
      severity: "mandatory",
      text: (args) => `The \`resolved\` of ${named(args)} is not a valid address: ${quoted(args.shown)}.`,
      remediation: lockAgain4
    },
    "not-canonical": {
      severity: "mandatory",
      text: (args) => `The \`resolved\` of ${named(args)} is not in canonical form, so two programs may read it as different addresses: ${quoted(args.shown)}.`,
      remediation: lockAgain4
    }
  },
  check(subject) {
    const { dossier } = subject;
    const registry = registryOf(dossier);
    return pinsOf(dossier).flatMap(({ pin, address }) => {
      if (address.verdict === "trusted" || address.verdict === "omitted") return [];
      const shown3 = address.shown ?? "";
      return [
        {
          code: address.verdict,
          args: { ...identity(dossier.change), registry, shown: shown3, part: differingPart(shown3, registry) },
          stable: { shown: shown3 },
          line: pin.line,
          places: pin.places
        }
      ];
    });
  },
  examples: [
    { title: "The address is the trusted registry's", dossier: {}, expectedCodes: [] },
    {
      title: "The lockfile omits the address: the registry that applies to the name is used",
      dossier: { addresses: [{ verdict: "omitted" }] },
      expectedCodes: []
    },
    {
      title: "A look-alike host",
      dossier: {
        addresses: [
          { verdict: "elsewhere", shown: "https://registry.example.evil.test/left-pad/-/left-pad-1.3.0.tgz" }
        ]
      },
      expectedCodes: ["elsewhere"]
    },
    {
      title: "Plain http",
      dossier: {
        addresses: [
          { verdict: "elsewhere", shown: `${exampleRegistry.replace("https", "http")}left-pad/-/left-pad-1.3.0.tgz` }
        ]
      },
      expectedCodes: ["elsewhere"]
    },
    {
      title: "The registry's name as user info of another host",
      dossier: {
        addresses: [{ verdict: "credentials", shown: "https://***@evil.test/left-pad/-/left-pad-1.3.0.tgz" }]
      },
      expectedCodes: ["credentials"]
    },
    {
      title: "An address that is not a valid URL",
      dossier: { addresses: [{ verdict: "invalid", shown: "https://[::1/left-pad-1.3.0.tgz" }] },
      expectedCodes: ["invalid"]
    },
    {
      title: "An address that differs from its canonical form",
      dossier: {
        addresses: [{ verdict: "not-canonical", shown: "https:\\\\registry.example\\left-pad\\-\\left-pad-1.3.0.tgz" }]
      },
      expectedCodes: ["not-canonical"]
    }
  ]
});

// src/rules/signature.ts
var because2 = {
  integrity: "the integrity that the lockfile pins is not exactly one SHA-512 hash",
  malformed: "it is malformed",
  signature: "it does not match the integrity that the lockfile pins",
  "key-period": "its key was not valid when the version was published",
  "publish-time-unknown": "its key has an expiry date, and it is unknown whether the version was published before that date",
  "unknown-key": "its key is not one of the registry"
};
function why2({ check }) {
  const words2 = Object.hasOwn(because2, String(check)) ? because2[String(check)] : void 0;
  return words2 ?? `it fails the check ${quoted(check ?? "")}`;
}
function isServed({ pins }, release3) {
  const stated = release3.state === "present" ? release3.value.integrity : void 0;
  return stated !== void 0 && pins.every(({ integrity = stated }) => integrity === stated);
}
var signature_default = definePackageRule({
  id: "signature",
  summary: "The registry's signature covers the name, the version and the exact bytes that the lockfile pins.",
  why: "A registry that signs vouches for each version with a key that no mirror, proxy or attacker who rewrites a lockfile has. lockgate verifies the signature over the integrity in the lockfile, not over the one that the registry states today. So it finds a lockfile that pins other bytes even where every document agrees with it.",
  recommended: "error",
  floor: "none",
  sources: "registry",
  needs: ["registrySignature"],
  optionalEvidence: ["release"],
  messages: {
    invalid: {
      severity: { presets: { audit: "warn", attacks: "error", recommended: "error", strict: "error" } },
      text: (args) => `${named(args)} has an invalid registry signature: ${why2(args)}.`,
      remediation: () => "Do not install it until you know why. Compare the lockfile with the registry, and the keys with those that the registry publishes."
    },
    repacked: {
      severity: "configured",
      text: (args) => `${named(args)} has an invalid registry signature: ${quoted(args.registry)} serves other bytes than were signed, and the lockfile pins them. It repacks tarballs, or this one was replaced.`,
      remediation: () => "Ask the operator of the registry whether it repacks tarballs, and have it pass them through as they were signed: nothing vouches for other bytes."
    },
    absent: {
      severity: "configured",
      text: (args) => `${named(args)} has no registry signature, although other versions of it are signed.`,
      remediation: () => "Use the registry itself instead of a mirror, or use another version. If this is a package of your own that its registry does not sign, docs/private-registries.md says how to declare that for its scope."
    }
  },
  check({ dossier, evidence }) {
    const { registrySignature } = evidence;
    if (registrySignature.state === "absent") return [{ code: "absent", args: identity(dossier.change) }];
    const outcome = registrySignature.value;
    if (outcome.state !== "invalid") return [];
    const { check } = outcome;
    if (check === "signature" && !dossier.publicRegistry && isServed(dossier.change, evidence.release)) {
      const args = { ...identity(dossier.change), registry: registryOf(dossier) };
      return [{ code: "repacked", args, stable: { check } }];
    }
    return [{ code: "invalid", args: { ...identity(dossier.change), check }, stable: { check } }];
  },
  facts: ({ evidence }) => halves(
    {},
    fact(
      evidence,
      "registrySignature",
      "signature",
      (outcome) => defined({
        state: outcome.state,
        keyid: "keyid" in outcome ? outcome.keyid : void 0,
        check: "check" in outcome ? outcome.check : void 0
      })
    )
  ),
  examples: [
    { title: "A signature that verifies", dossier: {}, expectedCodes: [] },
    {
      title: "A registry that offers no keys",
      dossier: { evidence: { registrySignature: present({ state: "not-applicable" }) } },
      expectedCodes: []
    },
    {
      title: "A lockfile that pins different bytes than the registry signed",
      dossier: {
        evidence: { registrySignature: present({ state: "invalid", check: "signature", keyid: "SHA256:a" }) }
      },
      expectedCodes: ["invalid"]
    },
    {
      title: "A signature by a key that the registry does not have",
      dossier: {
        evidence: { registrySignature: present({ state: "invalid", check: "unknown-key", keyid: "SHA256:b" }) }
      },
      expectedCodes: ["invalid"]
    },
    {
      title: "A mirror that serves, and states, other bytes than the public registry signed",
      dossier: {
        ...{ registry: "https://mirror.example/", publicRegistry: false },
        evidence: {
          registrySignature: present({ state: "invalid", check: "signature", keyid: "SHA256:a" }),
          release: release()
        }
      },
      expectedCodes: ["repacked"]
    },
    {
      title: "A version without a signature on a registry that signs",
      dossier: { evidence: { registrySignature: absent } },
      expectedCodes: ["absent"]
    }
  ]
});

// src/text/git-reference.ts
var longest2 = 1024;
var forges = {
  "github.com": { least: 2, most: 2 },
  "bitbucket.org": { least: 2, most: 2 },
  "gitlab.com": { least: 2, most: 20 }
};
var shortcuts = {
  github: "github.com",
  gitlab: "gitlab.com",
  bitbucket: "bitbucket.org"
};
var HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
var SEGMENT = /^[\w.-]+$/;
function gitReference(spec) {
  if (spec.length > longest2) return void 0;
  const mark = spec.indexOf("#");
  const address = mark === -1 ? spec : spec.slice(0, mark);
  const fragment = mark === -1 ? "" : spec.slice(mark + 1);
  const archive = ARCHIVES.map((form) => form.exec(address)?.groups).find((groups) => groups !== void 0);
  if (archive !== void 0) {
    const { host: host2 = "", path: path2 = "", commit = "" } = archive;
    const isPlain = fragment.split("&").every((part) => part === "" || isFolder(part));
    const repository3 = isPlain ? repositoryOf(host2.toLowerCase(), path2) : void 0;
    return repository3 === void 0 ? void 0 : { repository: repository3, ...pinnedTo(commit) };
  }
  const [host, path] = hostAndPath(address) ?? [];
  const repository2 = host === void 0 || path === void 0 ? void 0 : repositoryOf(host, path);
  return repository2 === void 0 ? void 0 : { repository: repository2, ...pinnedTo(committish(fragment)) };
}
var ARCHIVES = [
  /^https:\/\/codeload\.(?<host>github\.com)\/(?<path>[^/]+\/[^/]+)\/tar\.gz\/(?<commit>[^/?]+)$/i,
  /^https:\/\/(?<host>bitbucket\.org)\/(?<path>[^/]+\/[^/]+)\/get\/(?<commit>[^/?]+)\.tar\.gz$/i,
  /^https:\/\/(?<host>gitlab\.com)\/(?<path>[^?]+)\/-\/archive\/(?<commit>[^/?]+)\/[^/?]+\.tar\.gz$/i
];
function hostAndPath(address) {
  const short = /^(github|gitlab|bitbucket):(?!\/)(.+)$/i.exec(address);
  if (short !== null) return [shortcuts[short[1]?.toLowerCase() ?? ""] ?? "", short[2] ?? ""];
  if (/^[\w.-]+\/[\w.-]+$/.test(address)) return ["github.com", address];
  const url = /^(?:git\+)?(https?|git|ssh):\/\/(?:(git)@)?([^/:@]+)([/:])(.+)$/i.exec(address);
  if (url !== null) {
    const [, scheme = "", user, host = "", mark, path = ""] = url;
    const isSsh = scheme.toLowerCase() === "ssh";
    if (user !== void 0 && !isSsh) return void 0;
    return mark === ":" && !isSsh ? void 0 : [host.toLowerCase(), path];
  }
  const scp = /^git@([^/:@]+):(.+)$/i.exec(address);
  return scp === null ? void 0 : [(scp[1] ?? "").toLowerCase(), scp[2] ?? ""];
}
function repositoryOf(host, path) {
  if (!HOST.test(host)) return void 0;
  const segments = path.replace(/\.git$/i, "").split("/");
  const forge = Object.hasOwn(forges, host) ? forges[host] : void 0;
  const { least, most } = forge ?? { least: 1, most: 20 };
  if (segments.length < least || segments.length > most) return void 0;
  if (/^\d+$/.test(segments[0] ?? "")) return void 0;
  if (!segments.every((segment) => SEGMENT.test(segment) && !/^(?:\.*|-)$/.test(segment))) return void 0;
  if (/\.(?:tgz|tar|gz|zip)$/i.test(path)) return void 0;
  const repository2 = segments.join("/");
  return `${host}/${forge === void 0 ? repository2 : repository2.toLowerCase()}`;
}
var isFolder = (part) => /^(?:path[:=]|workspace=)/.test(part);
function committish(fragment) {
  const parts = fragment.split("&").filter((part) => part !== "" && !isFolder(part));
  const [only = "", another] = parts;
  return another === void 0 ? only.replace(/^commit=/, "") : parts.join("&");
}
var pinnedTo = (text3) => /^[0-9a-f]{40}$/i.test(text3) ? { commit: text3.toLowerCase() } : { other: text3 };
function repositoryPattern(pattern) {
  const [host = "", ...path] = pattern.replace(/\.git$/i, "").split("/");
  const lower = host.toLowerCase();
  return [lower, ...Object.hasOwn(forges, lower) ? path.map((one) => one.toLowerCase()) : path].join("/");
}
function repositoryPatternProblem(pattern) {
  const [host = "", ...path] = pattern.split("/");
  const expected = "expected a host (`deno.land`), or repositories such as `github.com/acme/tool` or `github.com/acme/*`";
  if (!HOST.test(host.toLowerCase()) || path.length === 0) return expected;
  if (!path.every((segment) => /^[\w.*?-]+$/.test(segment) && !/^\.+$/.test(segment)) || pattern.includes("***")) {
    return expected;
  }
  if (Object.hasOwn(forges, host.toLowerCase()) && /^[*?.-]*$/.test(path[0] ?? "")) {
    return `expected an owner: anybody can have a repository on ${host.toLowerCase()}`;
  }
  return void 0;
}

// src/text/plain-repository.ts
function plainRepository(text3) {
  if (text3.length > 512) return void 0;
  const [, authority = "", path = ""] = /^(?:[a-z+]+:\/\/)?(?:[^/@\s]*@)?([\w-]+(?:\.[\w-]+)+(?::\d+(?=\/))?)[/:]([^\s@?#]+)$/i.exec(text3) ?? [];
  const plain2 = path.replace(/\/+$/, "").replace(/\.git$/i, "");
  return authority === "" || plain2 === "" ? void 0 : `${authority}/${plain2}`;
}

// src/rules/git-source.ts
var useRegistry = "Depend on a version that a trusted registry publishes, and lock again.";
var at = (args) => args.before === void 0 ? `at the commit ${quoted(args.commit)}` : `now at the commit ${quoted(args.commit)}, and at ${quoted(args.before)} on the base branch`;
var nobodyVouches = "No registry vouches for its content, and an install may run its `prepare` script.";
var forks = "forges also serve the commits of forks under the name of the repository.";
var gitMessages = {
  "git-elsewhere": {
    severity: "configured",
    text: (args) => `${quoted(args.name)} is requested as ${quoted(args.asked)}, but the lockfile has another repository or commit for it: ${quoted(args.locked)}.`,
    remediation: () => "Remove the entry from the lockfile and lock again."
  },
  "git-unmerged": {
    severity: "configured",
    text: (args) => `${quoted(args.name)} is requested from a pull request of the repository ${quoted(args.repository)}: ${quoted(args.asked)}. Anybody can open one.`,
    remediation: () => "Depend on a commit of a branch or a tag of the repository, by its 40 digits."
  },
  "git-bytes": {
    severity: "configured",
    text: (args) => `${quoted(args.name)} comes from the same commit as on the base branch (${quoted(args.commit)}), but the lockfile pins other bytes for it, or none.`,
    remediation: () => "Do not install it before somebody knows why: an archive of one commit has the same content. Restore the entry."
  },
  "git-unpinned": {
    severity: "configured",
    text: (args) => `${quoted(args.name)} comes from a git repository and is not pinned to a full commit (${args.other === "" ? "to nothing" : quoted(args.other)}), so other content can be installed later: ${quoted(args.spec)}. ${nobodyVouches}`,
    remediation: () => "Pin it to a full commit of 40 digits, or depend on a version that a trusted registry publishes."
  },
  git: {
    severity: "configured",
    text: (args) => args.commit === void 0 ? `${quoted(args.name)} comes from a git repository: ${quoted(args.spec)}. ${nobodyVouches}` : `${quoted(args.name)} comes from the git repository ${quoted(args.repository)}, ${at(args)}. ${nobodyVouches}`,
    remediation: (args) => args.repository === void 0 ? useRegistry : `${useRegistry} If the repository is trusted, name it in the policy on the default branch (${quoted(`source: { allow: ["${args.repository}"] }`)}): the commit is then a warning.`
  },
  "git-moved": {
    severity: "advisory",
    text: (args) => `${quoted(args.name)} comes from the git repository ${quoted(args.repository)}, which the policy names, ${at(args)}. ${nobodyVouches}`,
    remediation: (args) => `Review what changed in ${quoted(args.repository)} between the two commits, and that the new one is in a branch of it: ${forks}`
  },
  "git-allowed": {
    severity: "advisory",
    text: (args) => `${quoted(args.name)} comes from the git repository ${quoted(args.repository)}, which the policy names, ${at(args)}. ${nobodyVouches}`,
    remediation: (args) => `Review the content of ${quoted(args.repository)} at this commit, and that the commit is in a branch of it: ${forks}`
  }
};
function isOfGit({ source: { kind, spec = "" } }) {
  return kind === "git" || kind === "remote" && gitReference(spec)?.repository !== void 0 && isArchive(spec);
}
var isArchive = (spec) => /^https:\/\/(?:codeload\.github\.com|bitbucket\.org|gitlab\.com)\//i.test(spec);
function judgeGit(change, allow) {
  const spec = change.source.spec ?? "";
  const pinned = [...new Set(change.pins.flatMap(({ resolved }) => resolved ?? []))];
  const [locked, ...others2] = (pinned.length > 0 ? pinned : [spec]).map((each) => gitReference(each));
  const asked = [...pinned.length > 0 ? [spec] : [], ...change.requestedAs ?? []];
  if (locked === void 0 || others2.includes(void 0)) return { code: "git", args: {} };
  const other2 = asked.find((each) => !mayMean(gitReference(each), locked));
  if (other2 !== void 0) return { code: "git-elsewhere", args: { asked: other2, locked: pinned[0] ?? spec } };
  const { repository: repository2, commit } = locked;
  const unmerged = asked.find((each) => ofRequest.test(gitReference(each)?.other ?? ""));
  if (unmerged !== void 0) return { code: "git-unmerged", args: { repository: repository2, asked: unmerged } };
  const differs = others2.some((each) => each?.repository !== repository2 || each.commit !== commit);
  if (differs) return { code: "git-elsewhere", args: { asked: pinned[0] ?? spec, locked: pinned[1] ?? spec } };
  if (commit === void 0) return { code: "git-unpinned", args: { other: locked.other ?? "" } };
  const before = gitReference(change.previousSource?.spec ?? "");
  if (hasOtherBytes(change, commit)) return { code: "git-bytes", args: { repository: repository2, commit } };
  const hasMoved = before?.repository === repository2 && before.commit !== void 0 && before.commit !== commit;
  const moved = hasMoved ? { before: before.commit } : {};
  const args = { repository: repository2, commit, ...moved };
  if (!isAllowed(repository2, allow)) return { code: "git", args };
  return { code: "before" in moved ? "git-moved" : "git-allowed", args };
}
var ofRequest = /^(?:refs\/)?(?:pull|pull-requests|merge-requests)\//i;
function hasOtherBytes({ basePins, pins, changed: changed2, source, previousSource = source }, commit) {
  const digestOf2 = ({ integrity, checksum }) => integrity ?? (changed2.includes("integrity") ? checksum : void 0);
  const digests = basePins.filter(({ resolved = previousSource.spec ?? "" }) => gitReference(resolved)?.commit === commit).flatMap((pin) => digestOf2(pin) ?? []);
  return digests.length > 0 && pins.some((pin) => !digests.includes(digestOf2(pin) ?? ""));
}
function mayMean(asked, locked) {
  if (asked?.repository !== locked.repository) return false;
  return asked.commit === void 0 || asked.commit === locked.commit;
}
function isAllowed(repository2, allow) {
  const patterns = allow.filter((each) => each.includes("/")).map(repositoryPattern);
  return compileGlobs(patterns)(repository2);
}

// src/rules/source.ts
var useRegistry2 = "Depend on a version that a trusted registry publishes, and lock again.";
var reviewFolder = "Review the folder like the rest of the repository, or declare it as a workspace.";
var exampleCommit = "a".repeat(40);
var exampleArchive = `https://codeload.github.com/acme/left-pad/tar.gz/${exampleCommit}`;
var bytes = /* @__PURE__ */ new Set(["version", "resolved", "integrity", "source"]);
var configured3 = (what, remediation5 = useRegistry2) => ({
  severity: "configured",
  text: typeof what === "string" ? (args) => `${quoted(args.name)} ${what}: ${quoted(args.spec)}.` : what,
  remediation: () => remediation5
});
var source_default = definePackageRule({
  id: "source",
  summary: "Packages come from a registry: no git, http, file, exec, patch or portal dependency, no link to a folder that the repository does not name itself.",
  why: "A package that does not come from a registry has no publish time, no signature, no history and no advisories, so most other rules cannot judge it. In 2025, 126 packages hid their payload behind http dependencies; in May 2026 a worm entered 84 releases through a git dependency whose `prepare` script ran on install.",
  incident: {
    date: "2026-05-11",
    what: "84 versions of @tanstack packages were released by their own workflow, from a poisoned cache, with valid provenance. The sign was an optional dependency on a git commit, whose prepare script runs on install."
  },
  recommended: "error",
  floor: "none",
  defaults: { allow: [] },
  options: (z) => ({
    allow: z.array(
      z.string().check((context) => {
        const problem = /^[\w.-]+(?::\d+)?$/.test(context.value) ? void 0 : repositoryPatternProblem(context.value);
        if (problem === void 0) return;
        const repository2 = plainRepository(context.value);
        const isOne = repository2 !== void 0 && repositoryPatternProblem(repository2) === void 0;
        const params = isOne ? { repository: repository2 } : {};
        context.issues.push({ code: "custom", message: problem, input: context.value, params });
      })
    ).describe(
      "Git repositories whose full commits are only a warning (`github.com/acme/tool`, `github.com/acme/*`), and hosts that deno.lock may pin imported modules of (`deno.land`): new ones are then only a warning."
    )
  }),
  sources: "any",
  needs: ["namesake"],
  messages: {
    outside: configured3(
      "comes from a path outside the repository",
      "Move it into the repository as a workspace, or publish it to a trusted registry."
    ),
    exec: configured3("is generated by a script of the repository at install time"),
    ...gitMessages,
    remote: configured3("is downloaded from an address outside any registry"),
    portal: configured3("is a portal to a folder"),
    patch: configured3(
      "is patched at install time",
      "Use an unpatched release, or record an exception that names who reviewed the patch."
    ),
    link: configured3(
      "is a link to a folder that is not a workspace, instead of a registry package",
      "Declare the folder as a workspace, or depend on the published package."
    ),
    folder: {
      severity: "note",
      text: (args) => `${quoted(args.name)} is a folder of the repository that is not a workspace: ${quoted(args.spec)}. No registry confirms its content.`,
      remediation: () => reviewFolder
    },
    "folder-replaces": {
      severity: "advisory",
      text: (args) => `${quoted(args.name)}, which the base branch locks from a registry, is now a folder of the repository: ${quoted(args.spec)}. No registry confirms its content.`,
      remediation: () => reviewFolder
    },
    "folder-namesake": {
      severity: "advisory",
      text: (args) => `${quoted(args.name)} is a folder of the repository (${quoted(args.spec)}), and a registry has a package of that name: an install by name alone gets that one.`,
      remediation: () => `${reviewFolder} Better still, give it a name that you hold, such as one in your scope.`
    },
    "folder-unasked": {
      severity: "advisory",
      isUnknown: true,
      text: (args) => `${quoted(args.name)} is a folder of the repository (${quoted(args.spec)}); it is unknown whether a registry has a package of that name: ${plain(args.detail)}.`,
      remediation: () => "Run the check again where the registry can be asked, or declare the folder as a workspace."
    },
    jsr: {
      severity: "note",
      text: (args) => `${named(args)} is a package of JSR; lockgate does not judge it.`,
      remediation: () => "Review it at JSR as you would a package of npm."
    },
    import: {
      severity: "advisory",
      text: (args) => `Modules that are imported from ${quoted(args.spec)} are new or changed in deno.lock; nothing but their digests is known of them.`,
      remediation: () => "Review the modules at their addresses."
    },
    "new-import": configured3(
      (args) => `Modules are imported from ${quoted(args.spec)}, an origin that the base branch does not pin.`,
      "Review the modules, and let their host in by the policy on the base branch (`source` with `allow`), or import a published package instead."
    ),
    file: configured3("is a tarball in the repository, which cannot be compared with a published one")
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    const { kind, outside, workspace, declared } = change.source;
    if (kind === "registry" || kind === "workspace") return [];
    const isFolder2 = kind === "link" || kind === "portal";
    if (isFolder2 && workspace === true && outside !== true) return [];
    const isRecurring = change.kind === "updated" || context.mode === "audit" || options.allow.includes(change.name);
    const isRemote = kind === "git" || kind === "remote";
    const spec = masked(change.source.spec ?? "", isRemote);
    const places2 = Math.max(
      change.pins.reduce((sum, pin) => sum + pin.places, 0),
      1
    );
    const violation = (code, more = {}) => [
      { code, args: { ...identity(change), spec, ...more }, stable: { spec }, places: places2 }
    ];
    if (outside === true) return violation("outside");
    if (isOfGit(change)) {
      const { code, args } = judgeGit(change, options.allow);
      const shown3 = Object.entries(args).map(([key, text3]) => [key, masked(String(text3), true)]);
      return violation(code, Object.fromEntries(shown3));
    }
    if (kind === "import") return violation(isRecurring ? "import" : "new-import");
    const isKnown = change.basePins.length > 0 && !change.changed.some((aspect) => bytes.has(aspect));
    if (kind === "file" && isKnown && change.pins.every(({ integrity }) => integrity !== void 0)) return [];
    if (!isFolder2 || declared !== true) return violation(kind);
    if (change.kind === "updated" && !change.changed.includes("source")) return [];
    if (context.mode === "check" && change.baseVersions.length > 0) return violation("folder-replaces");
    const found2 = evidence.namesake.state === "present" ? evidence.namesake.value : { answer: "none" };
    if (found2.answer === "unknown") return violation("folder-unasked", { detail: found2.detail });
    return violation(found2.answer === "exists" ? "folder-namesake" : "folder");
  },
  examples: [
    { title: "A package from the registry", dossier: {}, expectedCodes: [] },
    {
      title: "A link to a workspace of this repository",
      dossier: { change: { source: { kind: "link", spec: "packages/left-pad", workspace: true } } },
      expectedCodes: []
    },
    {
      title: "A git dependency, its token masked",
      dossier: { change: { source: { kind: "git", spec: "git+https://user:token@git.example/left-pad.git#main" } } },
      expectedCodes: ["git"]
    },
    {
      title: "A git dependency on a branch",
      dossier: {
        change: { source: { kind: "git", spec: "git+https://git.example/acme/left-pad.git#main" }, pins: [] },
        addresses: []
      },
      expectedCodes: ["git-unpinned"]
    },
    {
      title: "A full commit of a repository that the policy does not name",
      dossier: {
        change: { source: { kind: "git", spec: `github:acme/left-pad#${exampleCommit}` }, pins: [] },
        addresses: []
      },
      expectedCodes: ["git"]
    },
    {
      title: "A full commit of a repository that the policy names: a warning",
      dossier: {
        change: { source: { kind: "git", spec: `github:acme/left-pad#${exampleCommit}` }, pins: [] },
        addresses: []
      },
      options: { allow: ["github.com/acme/*"] },
      expectedCodes: ["git-allowed"]
    },
    {
      title: "Such a repository moves from one commit to another",
      dossier: {
        change: {
          ...{ kind: "updated", changed: ["source"], pins: [] },
          source: { kind: "git", spec: `github:acme/left-pad#${exampleCommit}` },
          previousSource: { kind: "git", spec: `github:acme/left-pad#${"b".repeat(40)}` }
        },
        addresses: []
      },
      options: { allow: ["github.com/acme/*"] },
      expectedCodes: ["git-moved"]
    },
    {
      title: "The manifest asks for a pull request of a repository that the policy names",
      dossier: {
        change: {
          source: { kind: "git", spec: `github:acme/left-pad#${exampleCommit}` },
          ...{ pins: [], requestedAs: ["github:acme/left-pad#refs/pull/5/head"] }
        },
        addresses: []
      },
      options: { allow: ["github.com/acme/*"] },
      expectedCodes: ["git-unmerged"]
    },
    {
      title: "Another digest for the archive of the same commit",
      dossier: {
        change: {
          ...{ kind: "updated", changed: ["integrity"] },
          source: { kind: "remote", spec: exampleArchive },
          pins: [{ resolved: exampleArchive, integrity: otherIntegrity, line: 10, places: 1 }],
          basePins: [{ resolved: exampleArchive, integrity: exampleIntegrity, line: 10, places: 1 }]
        },
        addresses: []
      },
      options: { allow: ["github.com/acme/*"] },
      expectedCodes: ["git-bytes"]
    },
    {
      title: "The manifest asks for another repository than the lockfile has",
      dossier: {
        change: {
          source: { kind: "git", spec: `github:acme/left-pad#${exampleCommit}` },
          ...{ pins: [], requestedAs: ["zeta/left-pad"] }
        },
        addresses: []
      },
      options: { allow: ["github.com/acme/*"] },
      expectedCodes: ["git-elsewhere"]
    },
    {
      title: "A tarball from a URL",
      dossier: { change: { source: { kind: "remote", spec: "http://packages.evil.test/left-pad.tgz" } } },
      expectedCodes: ["remote"]
    },
    {
      title: "A tarball in the repository",
      dossier: { change: { source: { kind: "file", spec: "file:vendor/left-pad-1.3.0.tgz" } } },
      expectedCodes: ["file"]
    },
    {
      title: "A path outside the repository",
      dossier: { change: { source: { kind: "link", spec: "../../etc", outside: true } } },
      expectedCodes: ["outside"]
    },
    {
      title: "A folder that is not a workspace, with the name of a registry package",
      dossier: { change: { source: { kind: "link", spec: "tools/left-pad", workspace: false } } },
      expectedCodes: ["link"]
    },
    {
      title: "A folder that a manifest of the repository declares",
      dossier: { change: { source: { kind: "link", spec: "file:lib/left-pad", workspace: false, declared: true } } },
      expectedCodes: ["folder"]
    },
    {
      title: "A folder that takes the place of a package from a registry",
      dossier: {
        change: {
          source: { kind: "link", spec: "file:lib/left-pad", workspace: false, declared: true },
          ...{ kind: "updated", previousVersion: "1.2.0", changed: ["source"], baseVersions: ["1.2.0"] }
        }
      },
      expectedCodes: ["folder-replaces"]
    },
    {
      title: "A folder with the name of a package that a registry has",
      dossier: {
        change: { source: { kind: "link", spec: "file:lib/left-pad", workspace: false, declared: true } },
        evidence: { namesake: present({ answer: "exists" }) }
      },
      expectedCodes: ["folder-namesake"]
    },
    {
      title: "A folder whose name no registry could be asked about",
      dossier: {
        change: { source: { kind: "link", spec: "file:lib/left-pad", workspace: false, declared: true } },
        evidence: { namesake: present({ answer: "unknown", detail: "HTTP 503" }) }
      },
      expectedCodes: ["folder-unasked"]
    },
    {
      title: "A package of JSR in deno.lock",
      dossier: { change: { name: "@std/path", source: { kind: "jsr", spec: "jsr:@std/path" } } },
      expectedCodes: ["jsr"]
    },
    {
      title: "deno.lock pins modules of an origin that it did not pin before",
      dossier: { change: { name: "modules.example", source: { kind: "import", spec: "https://modules.example" } } },
      expectedCodes: ["new-import"]
    },
    {
      title: "The policy allows the host",
      dossier: { change: { name: "modules.example", source: { kind: "import", spec: "https://modules.example" } } },
      options: { allow: ["modules.example"] },
      expectedCodes: ["import"]
    },
    {
      title: "deno.lock pins other modules of an origin that the base has",
      dossier: {
        change: {
          ...{ name: "modules.example", kind: "updated", previousVersion: "", changed: ["integrity"] },
          source: { kind: "import", spec: "https://modules.example" }
        }
      },
      expectedCodes: ["import"]
    },
    {
      title: "A script generates the package",
      dossier: { change: { source: { kind: "exec", spec: "exec:./generate.js" } } },
      expectedCodes: ["exec"]
    },
    {
      title: "A patched package",
      dossier: { change: { source: { kind: "patch", spec: "patch:left-pad@npm%3A1.3.0#./left-pad.patch" } } },
      expectedCodes: ["patch"]
    },
    {
      title: "A portal",
      dossier: { change: { source: { kind: "portal", spec: "portal:./vendor/left-pad" } } },
      expectedCodes: ["portal"]
    }
  ]
});

// src/rules/source-identity.ts
var import_semver5 = __toESM(require_semver(), 1);

// src/rules/build-signals.ts
var byStrangers = /^(?:pull_request(?:_target|_review(?:_comment)?)?|merge_request_event|issues|issue_comment|discussion(?:_comment)?|fork|watch|gollum)$/;
var isUnmerged = ({ ref = "" }) => /^refs\/(?:pull|merge-requests)\//.test(ref);
function startedByStrangers(build, before) {
  if (build.trigger === void 0 || !byStrangers.test(build.trigger)) return "no";
  return before.some(({ trigger }) => trigger === build.trigger) ? "as before" : "yes";
}
function isKnownWorkflow(build, before) {
  return before.some(
    (one) => one.workflow === build.workflow && signerOf(one)?.path === signerOf(build)?.path && isSaid(build)
  );
}
var isSaid = ({ workflow, buildSigner }) => workflow !== void 0 || buildSigner !== "";
function signerOf({ platform, buildSigner }) {
  if (platform !== "github") return void 0;
  const path = spelledRepository(withoutRef(buildSigner));
  const [host, owner, repository2] = path.split("/");
  return host === void 0 || owner === void 0 || repository2 === void 0 ? void 0 : { path, owner: `${host}/${owner}` };
}
function foreignSigner(build, before) {
  const signer = signerOf(build);
  const known2 = before.flatMap((one) => signerOf(one)?.owner ?? []);
  if (signer === void 0 || known2.length === 0) return void 0;
  const [host, owner] = spelledRepository(build.sourceRepository).split("/");
  return signer.owner === `${host ?? ""}/${owner ?? ""}` || known2.includes(signer.owner) ? void 0 : signer.owner;
}
var usual = /^refs\/heads\/(?:main|master)$/;
var kindOfRef = (ref) => ref.startsWith("refs/tags/") ? "a tag" : usual.test(ref) ? "the main branch" : "another branch";
function changesBetween(before, now) {
  const differing = (what, was, is2) => was === void 0 || is2 === void 0 || was === is2 ? [] : [{ what, before: was, now: is2 }];
  const workflow = differing("workflow", before.workflow, now.workflow);
  return [
    ...workflow,
    ...workflow.length > 0 && isSameOwner(before, now) !== false ? [] : differing("signing workflow", signerOf(before)?.path, signerOf(now)?.path),
    ...differing("ref", before.ref && kindOfRef(before.ref), now.ref && kindOfRef(now.ref)),
    ...before.runner === "hosted" ? differing("runner", before.runner, now.runner) : []
  ];
}
function startOf(build, known2, isMild, sign) {
  const { ref = "", workflow = "", trigger = "" } = build;
  if (isUnmerged(build)) return [{ code: "unmerged", args: { ref } }];
  const found2 = [];
  const signer = foreignSigner(build, known2);
  if (signer !== void 0) found2.push({ code: "foreign-signer", args: { signer } });
  const open = startedByStrangers(build, known2);
  const isUnknown = known2.length > 0 && !isKnownWorkflow(build, known2);
  const about2 = { trigger, ...workflow === "" ? {} : { workflow } };
  if (open !== "no" && (isUnknown || sign !== void 0)) {
    const why3 = isUnknown || sign === void 0 ? {} : { sign };
    return [...found2, { code: "unknown-trigger", args: { ...about2, ...why3 }, stable: about2 }];
  }
  if (open === "yes") found2.push({ code: isMild ? "open-trigger-settled" : "open-trigger", args: about2 });
  const same = known2.find((one) => isSameRepository(build, one));
  const [first] = same === void 0 || signer !== void 0 ? [] : changesBetween(same, build);
  if (first !== void 0) {
    const differing = { what: first.what, workflow: first.now, before: first.before };
    found2.push({ code: isMild ? "changed-workflow-settled" : "changed-workflow", args: differing });
  }
  return found2;
}
function signIn(past) {
  const { release: own, earlier } = past;
  const former = earlier.at(-1);
  if (own === void 0 || former === void 0) return void 0;
  if (own.hooksDigest !== void 0 && !haveSameHooks(own, former)) return "hook";
  return own.publisher !== void 0 && isUnseen(own.publisher, past) ? "publisher" : void 0;
}

// src/rules/known-sources.ts
function knownSources({ version, base, now }, predecessor, history2, earlier) {
  const releases = history2.state === "present" ? history2.value.releases : [];
  const past = history2.state === "present" ? pastOf(history2.value, version).earlier : [];
  const timeOf = (one) => releases.find((release3) => release3.version === one)?.publishedAt;
  const since = timeOf(base?.version);
  const isYoung = base === void 0 && !past.some(({ publishedAt }) => isSettled(publishedAt, now));
  const vouches = (at2) => {
    if (at2 === void 0 || isYoung || isSettled(at2, now)) return true;
    return base !== void 0 && (since === void 0 || between(since, at2) <= 0);
  };
  const declared = past.filter(({ publishedAt }) => vouches(publishedAt)).flatMap(({ repository: repository2 }) => repository2 ?? []);
  const builds = earlier.state === "present" ? earlier.value.builds : [];
  const own = base?.repository;
  return {
    declared: [.../* @__PURE__ */ new Set([...own === void 0 ? [] : [own], ...declared.reverse()])],
    builds: [
      ...predecessor === void 0 ? [] : [predecessor],
      ...builds.filter((one) => vouches(timeOf(one.version))).map(({ build }) => build)
    ]
  };
}
var ownerOf = (repository2) => spelledRepository(repository2).split("/").slice(0, 2).join("/");
function repositoryOf2(build, declared, { declared: earlier, builds }, before, base) {
  const built = spelledRepository(build.sourceRepository);
  const stable = { built };
  const isOwn = declared === void 0 || spelledRepository(declared) === built;
  const isNew = builds.length === 0 && earlier.length === 0;
  if (isNew) return isOwn ? [] : [{ code: "other-repository", args: { declared }, stable: { ...stable, declared } }];
  const hasChangedHands = builds.some(
    (one) => spelledRepository(one.sourceRepository) === built && !isSameRepository(build, one)
  );
  const same = builds.find((one) => isSameRepository(build, one));
  const isKnown = same !== void 0 || !hasChangedHands && earlier.some((one) => spelledRepository(one) === built);
  if (!isKnown) {
    const was = before?.sourceRepository ?? builds[0]?.sourceRepository ?? earlier[0] ?? "";
    const isOwners = !hasChangedHands && (builds.some((one) => isSameOwner(build, one) === true) || builds.length === 0 && earlier.some((one) => ownerOf(one) === ownerOf(built)));
    const code = isOwners ? "same-owner" : before === void 0 ? "unknown-repository" : "changed-repository";
    return [{ code, args: { before: was }, stable: { ...stable, before: was } }];
  }
  const found2 = [];
  if (!isOwn && declared !== base) {
    found2.push({ code: "declares-another", args: { declared }, stable: { ...stable, declared } });
  }
  if (same === void 0) {
    const was = builds[0]?.sourceRepository;
    if (was !== void 0 && (base === void 0 || spelledRepository(base) !== built)) {
      found2.push({ code: "declared-before", args: { before: was }, stable: { ...stable, before: was } });
    }
    return found2;
  }
  if (isSameOwner(build, same) === false) {
    const owners = { owner: build.ownerId ?? build.owner ?? "", before: same.ownerId ?? same.owner ?? "" };
    found2.push({ code: "changed-owner", args: {}, stable: owners });
  } else if (spelledRepository(same.sourceRepository) !== built) {
    const names2 = { before: same.sourceRepository };
    found2.push({ code: "renamed", args: names2, stable: { ...stable, ...names2 } });
  }
  return found2;
}

// src/rules/source-identity.ts
var ask3 = () => "Ask the maintainers whether the repository moved; until then keep the previous version.";
var review2 = () => "Review the workflow in its repository, at the commit that the provenance names.";
var builtIn = (args) => `${named(args)} was built in ${quoted(args.built)}`;
var started = (args) => `${named(args)} was built by ${quoted(args.workflow ?? "an unnamed workflow")}, started by ${quoted(args.trigger)}, which people who are no maintainers can cause`;
var whats = {
  workflow: "workflow",
  "signing workflow": "signing workflow",
  ref: "kind of ref",
  runner: "kind of runner"
};
var signs = {
  hook: "it has an install script that the release before it had not",
  publisher: "its publisher had published no earlier release"
};
var changed = (args) => `${named(args)} was built by another ${whats[String(args.what)] ?? "build"} than the version on the base branch: ${quoted(args.workflow)} instead of ${quoted(args.before)}.`;
var builtFrom = (build) => build === void 0 ? void 0 : spelledRepository(build.sourceRepository);
var verified = (provenance) => provenance.state === "present" && provenance.value.state === "verified" ? provenance.value.identity : void 0;
var stranger = {
  sourceRepository: "https://github.com/mallory/left-pad",
  sourceRepositoryId: "2002",
  owner: "https://github.com/mallory",
  ownerId: "22"
};
var other = {
  workflow: ".github/workflows/publish.yml",
  buildSigner: "https://github.com/acme/left-pad/.github/workflows/publish.yml@refs/heads/main"
};
var source_identity_default = definePackageRule({
  id: "source-identity",
  summary: "The package is built where earlier releases were built or say that they come from, and in the way that they were.",
  why: "Verified provenance says where a package was built, but an attacker can build in their own repository and declare it. So the repository is compared with those that the version on the base branch and earlier releases were built in or declare: by numeric id where the certificates have it, because somebody else can take a name that its owner gives up. The certificate also says how the build was started and by which workflow; attackers came in through workflows that a pull request can start.",
  recommended: "error",
  levels: { attacks: "error" },
  floor: "none",
  sources: "registry",
  needs: [
    ...["provenance", "release", "predecessor", "predecessorProvenance", "history", "earlierBuilds"],
    ...["publishedAt"]
  ],
  messages: {
    "other-repository": {
      severity: "configured",
      text: (args) => `${builtIn(args)}, but declares the repository ${quoted(args.declared)}.`,
      remediation: ask3
    },
    "declares-another": {
      severity: "advisory",
      text: (args) => `${builtIn(args)}, as earlier releases were, but now declares the repository ${quoted(args.declared)}.`,
      remediation: ask3
    },
    "changed-repository": {
      severity: "configured",
      text: (args) => `${builtIn(args)}, which is a different repository from that of the version on the base branch (${quoted(args.before)}).`,
      remediation: ask3
    },
    "unknown-repository": {
      severity: "configured",
      text: (args) => `${builtIn(args)}. Neither the version on the base branch nor an earlier release declares that repository or was built there; they name ${quoted(args.before)}.${args.asked === void 0 ? "" : ` Of ${plain(args.attested)} earlier releases with an attestation, ${plain(args.asked)} were asked about.`}`,
      remediation: ask3
    },
    "declared-before": {
      severity: "advisory",
      text: (args) => `${builtIn(args)}, a repository that an earlier release declares, but earlier releases were built in ${quoted(args.before)}: a name that its owner gave up can be taken by somebody else.`,
      remediation: ask3
    },
    "same-owner": {
      severity: "advisory",
      text: (args) => `${builtIn(args)}, another repository of the owner of ${quoted(args.before)}.`,
      remediation: ask3
    },
    "changed-owner": {
      severity: "advisory",
      text: (args) => `${builtIn(args)}, whose owner has changed since the version on the base branch.`,
      remediation: ask3
    },
    renamed: {
      severity: "note",
      text: (args) => `${builtIn(args)}, which was called ${quoted(args.before)} before: it has the same numeric id.`,
      remediation: () => "Nothing needs to be done."
    },
    "declared-elsewhere": {
      severity: "advisory",
      text: (args) => `${named(args)} declares the repository ${quoted(args.declared)} instead of ${quoted(args.before)}, and nothing proves where it was built.`,
      remediation: ask3
    },
    unmerged: {
      severity: "configured",
      text: (args) => `${builtIn(args)} from the unmerged code of a pull request (${quoted(args.ref)}).`,
      remediation: ask3
    },
    "unknown-trigger": {
      severity: "configured",
      text: (args) => `${started(args)}. ${args.sign === void 0 ? "No earlier release was built by that workflow" : `Also, ${signs[String(args.sign)] ?? "there is another sign of a takeover"}`}.`,
      remediation: ask3
    },
    "open-trigger": { severity: "advisory", text: (args) => `${started(args)}.`, remediation: review2 },
    "open-trigger-settled": { severity: "note", text: (args) => `${started(args)}.`, remediation: review2 },
    "foreign-signer": {
      severity: "configured",
      text: (args) => `${builtIn(args)} by a workflow of ${quoted(args.signer)}, who owns neither that repository nor the workflow that built earlier releases.`,
      remediation: ask3
    },
    "changed-workflow": { severity: "advisory", text: changed, remediation: review2 },
    "changed-workflow-settled": { severity: "note", text: changed, remediation: review2 }
  },
  check({ dossier, evidence, context }) {
    const { change } = dossier;
    const build = verified(evidence.provenance);
    const declared = evidence.release.state === "present" ? evidence.release.value.repository : void 0;
    if (build === void 0) {
      const past = evidence.history.state === "present" ? pastOf(evidence.history.value, change.version).earlier : [];
      if (declared === void 0 || past.some((one) => one.repository === declared)) return [];
    }
    const predecessor = evidence.predecessor.state === "present" ? evidence.predecessor.value : void 0;
    const base = predecessor?.repository;
    if (build === void 0) {
      const former = base ?? builtFrom(verified(evidence.predecessorProvenance));
      if (former === void 0 || declared === former) return [];
      const moved = { declared: declared ?? "", before: former };
      return [{ code: "declared-elsewhere", args: { ...identity(change), ...moved }, stable: moved }];
    }
    const before = verified(evidence.predecessorProvenance);
    const about2 = { version: change.version, base: predecessor, now: context.now };
    const known2 = knownSources(about2, before, evidence.history, evidence.earlierBuilds);
    const publishedAt = evidence.publishedAt.state === "present" ? evidence.publishedAt.value : void 0;
    const isPrerelease = (import_semver5.default.parse(change.version)?.prerelease.length ?? 0) > 0;
    const isMild = isPrerelease || isSettled(publishedAt, context.now);
    const sign = evidence.history.state === "present" ? signIn(pastOf(evidence.history.value, change.version)) : void 0;
    const asked = evidence.earlierBuilds.state === "present" ? evidence.earlierBuilds.value : void 0;
    const found2 = [
      ...repositoryOf2(build, declared, known2, before, base),
      ...startOf(build, known2.builds, isMild, sign)
    ];
    return found2.map(({ code, args, stable }) => ({
      code,
      args: {
        ...{ ...identity(change), built: build.sourceRepository },
        ...asked === void 0 ? {} : { asked: asked.asked, attested: asked.attested },
        ...args
      },
      stable: stable ?? args
    }));
  },
  facts: ({ evidence }) => halves(
    {
      ...fact(evidence, "predecessor", "declared", ({ repository: repository2 }) => repository2 ?? null),
      ...fact(evidence, "predecessorProvenance", "attested", provenanceFacts)
    },
    {
      ...fact(evidence, "release", "declared", ({ repository: repository2 }) => repository2 ?? null),
      ...fact(evidence, "provenance", "attested", provenanceFacts)
    }
  ),
  examples: [
    { title: "No provenance: nothing to compare", dossier: {}, expectedCodes: [] },
    {
      title: "Built in the declared repository, as before; letter case does not matter",
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ sourceRepository: "https://github.com/Acme/Left-Pad" }),
          predecessorProvenance: verifiedProvenance(),
          release: release({ repository: "github.com/acme/left-pad" })
        }
      },
      expectedCodes: []
    },
    {
      title: "Built in a repository that it does not declare",
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ sourceRepository: "https://github.com/acrne/left-pad" }),
          release: release({ repository: "github.com/acme/left-pad" })
        }
      },
      expectedCodes: ["other-repository"]
    },
    {
      title: "A new repository with the same name",
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ sourceRepositoryId: "2002" }),
          predecessorProvenance: verifiedProvenance()
        }
      },
      expectedCodes: ["changed-repository"]
    },
    {
      title: "The repository has another owner: a warning",
      dossier: {
        evidence: {
          provenance: verifiedProvenance({
            sourceRepository: "https://github.com/zeta/left-pad",
            owner: "https://github.com/zeta",
            ownerId: "99"
          }),
          predecessorProvenance: verifiedProvenance()
        }
      },
      expectedCodes: ["changed-owner"]
    },
    {
      title: "The same repository under another name: a note",
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ sourceRepository: "https://github.com/acme/pad" }),
          predecessorProvenance: verifiedProvenance()
        }
      },
      expectedCodes: ["renamed"]
    },
    {
      title: "Built in a stranger's repository and declaring it, where the version on the base branch has no attestation",
      dossier: {
        evidence: {
          provenance: verifiedProvenance(stranger),
          release: release({ repository: "github.com/mallory/left-pad" }),
          predecessor: release({ version: "1.2.0", repository: "github.com/acme/left-pad" })
        }
      },
      expectedCodes: ["unknown-repository"]
    },
    {
      title: "Built in a repository that only a release of years ago declares: a warning",
      dossier: {
        evidence: {
          provenance: verifiedProvenance(stranger),
          predecessorProvenance: verifiedProvenance(),
          history: history(
            { "0.1.0": "2015-01-01T00:00:00.000Z", "1.3.0": "2026-06-01T00:00:00.000Z" },
            { "0.1.0": { repository: "github.com/mallory/left-pad" } }
          )
        }
      },
      expectedCodes: ["declared-before"]
    },
    {
      title: "Built in another repository of the same owner: a warning",
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ sourceRepository: "https://github.com/acme/pads", sourceRepositoryId: "3" }),
          predecessorProvenance: verifiedProvenance()
        }
      },
      expectedCodes: ["same-owner"]
    },
    {
      title: "Built where it always was, and declaring another repository now: a warning",
      dossier: {
        evidence: {
          provenance: verifiedProvenance(),
          predecessorProvenance: verifiedProvenance(),
          release: release({ repository: "github.com/acme/docs" })
        }
      },
      expectedCodes: ["declares-another"]
    },
    {
      title: "Another repository is declared, and nothing is attested: a warning",
      dossier: {
        evidence: {
          release: release({ repository: "github.com/zeta/left-pad" }),
          predecessor: release({ version: "1.2.0", repository: "github.com/acme/left-pad" })
        }
      },
      expectedCodes: ["declared-elsewhere"]
    },
    {
      title: "Nothing is attested any more, and another repository is declared than the one that built the release before",
      dossier: {
        evidence: {
          release: release({ repository: "github.com/acme/docs" }),
          predecessor: release({ version: "1.2.0" }),
          predecessorProvenance: verifiedProvenance()
        }
      },
      expectedCodes: ["declared-elsewhere"]
    },
    {
      title: "Built from an unmerged pull request",
      dossier: { evidence: { provenance: verifiedProvenance({ ref: "refs/pull/7/merge", trigger: "pull_request" }) } },
      expectedCodes: ["unmerged"]
    },
    {
      title: "Started by a pull request, from a workflow that built no earlier release",
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ trigger: "pull_request_target", ...other }),
          predecessorProvenance: verifiedProvenance()
        }
      },
      expectedCodes: ["unknown-trigger"]
    },
    {
      title: "The same workflow, started by a merged pull request two days ago: a warning",
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ trigger: "pull_request_target" }),
          predecessorProvenance: verifiedProvenance(),
          publishedAt: present("2026-06-13T12:00:00.000Z")
        }
      },
      expectedCodes: ["open-trigger"]
    },
    {
      title: "The same, forty days ago: a note",
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ trigger: "pull_request_target" }),
          predecessorProvenance: verifiedProvenance(),
          publishedAt: present("2026-05-06T12:00:00.000Z")
        }
      },
      expectedCodes: ["open-trigger-settled"]
    },
    {
      title: "Built by a stranger's reusable workflow",
      dossier: {
        evidence: {
          provenance: verifiedProvenance({
            buildSigner: "https://github.com/mallory/ci/.github/workflows/npm.yml@refs/heads/main"
          }),
          predecessorProvenance: verifiedProvenance()
        }
      },
      expectedCodes: ["foreign-signer"]
    },
    {
      title: "Another workflow of the same repository, two days ago: a warning",
      dossier: {
        evidence: {
          provenance: verifiedProvenance(other),
          predecessorProvenance: verifiedProvenance(),
          publishedAt: present("2026-06-13T12:00:00.000Z")
        }
      },
      expectedCodes: ["changed-workflow"]
    },
    {
      title: "Another workflow of the same repository, a year ago: a note",
      dossier: { evidence: { provenance: verifiedProvenance(other), predecessorProvenance: verifiedProvenance() } },
      expectedCodes: ["changed-workflow-settled"]
    },
    {
      title: "The version on the base branch has an attestation that does not verify: nothing to compare",
      dossier: {
        evidence: {
          provenance: verifiedProvenance(),
          predecessorProvenance: present({ state: "invalid", failed: [{ kind: "provenance", check: "signature" }] })
        }
      },
      expectedCodes: []
    }
  ]
});

// src/rules/takeover.ts
var import_semver6 = __toESM(require_semver(), 1);
var day3 = 864e5;
var dormancy = 365 * day3;
function lineOf(version) {
  const parsed = import_semver6.default.parse(version);
  if (parsed === null || parsed.prerelease.length > 0) return void 0;
  return parsed.major === 0 ? `0.${parsed.minor}` : String(parsed.major);
}
function linesAround({ releases }, at2) {
  const near = releases.filter(
    ({ publishedAt }) => publishedAt !== void 0 && Math.abs(between(publishedAt, at2)) <= day3
  );
  return new Set(near.flatMap(({ version }) => lineOf(version) ?? [])).size;
}
function formerOf({ earlier }, version) {
  const own = import_semver6.default.parse(version);
  let former;
  for (const release3 of earlier) {
    const other2 = import_semver6.default.parse(release3.version);
    if (own === null || other2 === null || other2.compare(own) >= 0) continue;
    if (former === void 0 || other2.compare(former.version) > 0) former = { release: release3, version: other2 };
  }
  return former?.release ?? earlier.at(-1);
}
function signsOf(past, releases) {
  const { release: release3, earlier } = past;
  if (release3 === void 0 || earlier.length === 0) return {};
  const at2 = release3.publishedAt;
  const latest = earlier.at(-1)?.publishedAt;
  const quiet = at2 === void 0 || latest === void 0 ? 0 : between(latest, at2);
  const lines = at2 === void 0 ? 0 : linesAround(releases, at2);
  const former = formerOf(past, release3.version);
  const was = former?.repository;
  const moved = was !== void 0 && release3.repository !== was;
  const hook = release3.hooksDigest !== void 0 && !haveSameHooks(release3, former);
  return {
    ...quiet >= dormancy ? { dormant: length(quiet) } : {},
    ...lines > 1 ? { lines } : {},
    ...moved ? { was, ...release3.repository === void 0 ? {} : { repository: release3.repository } } : {},
    ...hook ? { hook: 1 } : {}
  };
}
function inWords3({ dormant, lines, was, repository: repository2, hook }) {
  const signs2 = [
    ...dormant === void 0 ? [] : [`there was no release for ${plain(dormant)} before it`],
    ...lines === void 0 ? [] : [`${plain(lines)} release lines were published within a day of it`],
    ...was === void 0 ? [] : [
      repository2 === void 0 ? `it no longer declares the repository ${quoted(was)}` : `it declares the repository ${quoted(repository2)} instead of ${quoted(was)}`
    ],
    ...hook === void 0 ? [] : ["it has an install script that the previous release did not have"]
  ];
  return signs2.join(", and ");
}
var text = (args) => {
  const who = args.publisher === void 0 ? "by a publisher that the registry does not name" : `by ${quoted(args.publisher)}, who had published no earlier release (releases from the preceding 72 h are ignored)`;
  return `${named(args)} was published ${who}, and ${inWords3(args)}.`;
};
var remediation3 = () => "Treat the package as taken over until its maintainers say otherwise: keep the previous version, and review the changes.";
var yearsApart = { "1.2.0": "2019-01-01T00:00:00.000Z", "1.3.0": "2026-06-14T00:00:00.000Z" };
var alice2 = { publisher: { name: "alice" } };
var mallory = present({ name: "mallory" });
var takeover_default = definePackageRule({
  id: "takeover",
  summary: "No new publisher of the package coincides with another sign of a takeover.",
  why: "A new publisher alone is common. Most takeovers combined it with another sign: a year or more without releases (event-stream, node-ipc), several release lines within a day (ua-parser-js published three), another repository, or a new install script. Only 0.36 % of 22,479 releases were dormant with a new publisher. After 30 days the finding is a warning.",
  incident: {
    date: "2026-05-14",
    what: "The e-mail domain of a dormant maintainer of node-ipc had expired; whoever registered it could reset the password. 9.1.6, 9.2.3 and 12.0.1 were published on three lines at once, without a script, and were up for three hours."
  },
  recommended: "error",
  levels: { attacks: "error" },
  floor: "none",
  sources: "registry",
  needs: ["history", "publisher"],
  messages: {
    recent: { severity: "configured", becomes: ["settled"], text, remediation: remediation3 },
    settled: { severity: "advisory", text, remediation: remediation3 }
  },
  check({ dossier, evidence, context }) {
    const { change } = dossier;
    if (evidence.history.state === "absent") return [];
    const past = pastOf(evidence.history.value, change.version);
    const signs2 = signsOf(past, evidence.history.value);
    if (Object.keys(signs2).length === 0) return [];
    if (evidence.publisher.state === "absent" && !namesPublishers(evidence.history.value)) return [];
    const publisher = evidence.publisher.state === "present" ? evidence.publisher.value : void 0;
    if (!isUnseen(publisher, past)) return [];
    const key = publisherKey(publisher);
    const who = publisher === void 0 || key === void 0 ? {} : { publisher: publisherName(publisher) };
    return [
      {
        code: isSettled(past.release?.publishedAt, context.now) ? "settled" : "recent",
        args: { ...identity(change), ...who, ...signs2 },
        stable: { publisher: key ?? "", signs: Object.keys(signs2).sort().join(" ") }
      }
    ];
  },
  // Signs count only beside a publisher who was not seen before: of others, a release on another line is no news.
  facts: ({ dossier: { change }, evidence }) => halves(
    {},
    fact(evidence, "history", "signs", (history2) => {
      const past = pastOf(history2, change.version);
      const publisher = evidence.publisher.state === "present" ? evidence.publisher.value : void 0;
      return isUnseen(publisher, past) ? Object.keys(signsOf(past, history2)).sort() : [];
    })
  ),
  examples: [
    { title: "A known publisher", dossier: {}, expectedCodes: [] },
    {
      title: "A new publisher, and nothing else",
      dossier: {
        evidence: {
          publisher: mallory,
          history: history(
            { "1.2.0": "2026-05-01T00:00:00.000Z", "1.3.0": "2026-06-14T00:00:00.000Z" },
            { "1.2.0": alice2 }
          )
        }
      },
      expectedCodes: []
    },
    {
      title: "A new publisher after seven years without a release",
      dossier: { evidence: { publisher: mallory, history: history(yearsApart, { "1.2.0": alice2 }) } },
      expectedCodes: ["recent"]
    },
    {
      title: "A new publisher on two release lines within an hour",
      dossier: {
        evidence: {
          publisher: mallory,
          history: history(
            {
              "0.8.0": "2026-06-14T00:30:00.000Z",
              "1.2.0": "2026-05-01T00:00:00.000Z",
              "1.3.0": "2026-06-14T00:00:00.000Z"
            },
            { "1.2.0": alice2 }
          )
        }
      },
      expectedCodes: ["recent"]
    },
    {
      title: "A new publisher whose first release came minutes before: one release of a burst does not vouch for the next",
      dossier: {
        evidence: {
          publisher: mallory,
          history: history(
            { ...yearsApart, "1.2.1": "2026-06-13T23:50:00.000Z" },
            { "1.2.0": alice2, "1.2.1": { publisher: { name: "mallory" } } }
          )
        }
      },
      expectedCodes: ["recent"]
    },
    {
      title: "A new publisher, another repository and a new install script, half a year ago: a warning",
      dossier: {
        evidence: {
          publisher: mallory,
          history: history(
            { "1.2.0": "2025-11-01T00:00:00.000Z", "1.3.0": "2025-12-14T00:00:00.000Z" },
            {
              "1.2.0": { ...alice2, repository: "github.com/acme/left-pad" },
              "1.3.0": { repository: "github.com/mallory/left-pad", hooksDigest: "a" }
            }
          )
        }
      },
      expectedCodes: ["settled"]
    }
  ]
});

// src/rules/trust-downgrade.ts
var import_semver7 = __toESM(require_semver(), 1);

// src/model/trust-rank.ts
var trustRanks = ["none", "provenance", "trusted-publisher", "staged"];
var heightOf = (rank) => trustRanks.indexOf(rank);
var publishingOf = (rank) => Math.max(heightOf(rank), heightOf("provenance"));
function isDowngrade(earlier, current) {
  if (publishingOf(current.atMost) < publishingOf(earlier.atLeast)) return "yes";
  return publishingOf(current.atLeast) >= publishingOf(earlier.atMost) ? "no" : "unknown";
}
function compareTrust(a, b) {
  return heightOf(a.atLeast) - heightOf(b.atLeast) || heightOf(a.atMost) - heightOf(b.atMost);
}

// src/rules/trust-downgrade.ts
var words = {
  none: { now: "with a token", earlier: "was published with a token" },
  provenance: { now: "with a token", earlier: "was published with a token" },
  "trusted-publisher": { now: "by a trusted publisher", earlier: "was published by a trusted publisher" },
  staged: { now: "by an approved staged publish", earlier: "was published by an approved staged publish" }
};
var wordsOf = (rank) => words[String(rank)] ?? {
  now: `with the trust level ${quoted(rank)}`,
  earlier: `had the trust level ${quoted(rank)}`
};
var scope = ({ across }) => across === 1 ? "a major version before" : "the same major version";
var text2 = (args) => `${named(args)} was published ${wordsOf(args.now).now}; ${quoted(args.earlier)}, an earlier release of ${scope(args)}, ${wordsOf(args.then).earlier}.`;
var lost = (args) => `${named(args)} has no verified provenance; ${quoted(args.earlier)}, an earlier release of ${scope(args)}, was published with provenance.`;
var remediation4 = (args) => `Ask the maintainers why it was not published like ${quoted(args.earlier)}; until then keep the previous version.`;
var trustedNow = present({ atLeast: "trusted-publisher", atMost: "trusted-publisher" });
var trusted = present({ version: "1.2.0", standing: trustedNow.value });
var yesterday = present("2026-06-14T12:00:00.000Z");
var trust_downgrade_default = definePackageRule({
  id: "trust-downgrade",
  summary: "The version was published in no weaker way than earlier releases of the same major version.",
  why: "A stolen token can publish, but not from the workflow of the project: axios 1.14.1 and @solana/web3.js 1.95.6 lacked the trusted publishing or the provenance of the previous release. Two things are compared apart: the way of publishing (staged, trusted publisher, token) and whether there is provenance. What the registry claims of an earlier release is enough to require the same of this one; for this one, only verified provenance counts, and no claim makes up for provenance that is gone. From direct to staged publishing is not weaker. A staged publish is reported in three forms: with trusted publisher and approver, with the approver alone, or under the name of the approver. Which of them the public registry serves could not be seen when this was written; the third looks like a token, so it needs provenance from the repository of earlier releases. Known false alarms are maintenance releases by hand (chokidar 4.0.3, semver 5.7.2 and 6.3.1, vite 6.4.1, undici-types 6.19.3) and prereleases. So lost provenance is an error only where the last three releases had it; prereleases are warnings, and so are releases older than 30 days.",
  incident: {
    date: "2026-03-31",
    what: "axios was released by trusted publishing from its workflow. 1.14.1 was published with a token instead: the bytes were malicious, and the trust level was lower than that of the previous version."
  },
  recommended: "error",
  levels: { attacks: "error" },
  floor: "none",
  sources: "registry",
  needs: [
    ...["priorTrust", "priorProvenance", "trust", "publishedAt", "provenance", "publisher"],
    ...["predecessorProvenance", "history"]
  ],
  messages: {
    weaker: { severity: "configured", becomes: ["weaker-settled"], text: text2, remediation: remediation4 },
    "weaker-settled": { severity: "advisory", text: text2, remediation: remediation4 },
    "weaker-prerelease": { severity: "advisory", text: text2, remediation: remediation4 },
    "weaker-across-majors": { severity: "note", text: text2, remediation: remediation4 },
    "lost-provenance": { severity: "configured", becomes: ["lost-provenance-settled"], text: lost, remediation: remediation4 },
    "lost-provenance-settled": { severity: "advisory", text: lost, remediation: remediation4 },
    "lost-provenance-across-majors": { severity: "note", text: lost, remediation: remediation4 },
    unclear: {
      severity: "advisory",
      text: (args) => `${named(args)} may have been published in a weaker way than ${quoted(args.earlier)}, an earlier release of the same major version: the registry does not say enough to tell.`,
      remediation: remediation4
    }
  },
  check({ dossier, evidence, context }) {
    const { change } = dossier;
    const isPrerelease = (import_semver7.default.parse(change.version)?.prerelease.length ?? 0) > 0;
    const isSettledNow = () => isSettled(evidence.publishedAt.state === "present" ? evidence.publishedAt.value : void 0, context.now);
    const found2 = [];
    const { priorTrust, priorProvenance: proof } = evidence;
    if (proof.state === "present" && isLost(evidence.provenance)) {
      const { version: earlier2, steady, acrossMajors: acrossMajors2 } = proof.value;
      const isMild = !steady || isPrerelease || isSettledNow();
      const code2 = acrossMajors2 ? "-across-majors" : isMild ? "-settled" : "";
      found2.push({
        code: `lost-provenance${code2}`,
        args: { ...identity(change), earlier: earlier2, ...acrossMajors2 ? { across: 1 } : {} },
        stable: { lost: "provenance" }
      });
    }
    if (priorTrust.state === "absent") return found2;
    const { version: earlier, standing: then, acrossMajors } = priorTrust.value;
    if (!isAbovePublishing(then) || evidence.trust.state === "absent") return found2;
    const { value: now } = evidence.trust;
    const isWeaker = isDowngrade(then, now);
    if (isWeaker === "no") return found2;
    if (now.atLeast === "provenance" && now.atMost === "provenance" && isBuiltAtHome(evidence, change.version)) {
      return found2;
    }
    const violation = (code2, was, is2, why3 = {}) => ({
      code: code2,
      args: { ...identity(change), earlier, then: was, now: is2, ...acrossMajors ? { across: 1 } : {} },
      stable: { then: was, now: is2, ...why3 }
    });
    if (isWeaker === "unknown") {
      if (acrossMajors) return found2;
      const { provenance, publisher } = evidence;
      const read = { provenance: provenance.state, publisher: publisher.state };
      return [...found2, violation("unclear", then.atLeast, now.atLeast, read)];
    }
    const code = acrossMajors ? "weaker-across-majors" : isPrerelease ? "weaker-prerelease" : isSettledNow() ? "weaker-settled" : "weaker";
    return [...found2, violation(code, then.atLeast, now.atMost)];
  },
  facts: ({ evidence }) => halves(
    {
      ...fact(evidence, "priorTrust", "trust", ({ version, standing }) => [
        version,
        standing.atLeast,
        standing.atMost
      ]),
      ...fact(evidence, "priorProvenance", "provenance", ({ version, steady }) => [version, steady])
    },
    {
      ...fact(evidence, "trust", "trust", ({ atLeast, atMost }) => [atLeast, atMost])
    }
  ),
  examples: [
    { title: "No trust level before, and none now", dossier: {}, expectedCodes: [] },
    {
      title: "The first release of its major version",
      dossier: { evidence: { priorTrust: absent } },
      expectedCodes: []
    },
    {
      title: "The same trust level as before",
      dossier: {
        evidence: {
          provenance: verifiedProvenance(),
          trust: present({ atLeast: "provenance", atMost: "provenance" }),
          priorTrust: present({ version: "1.2.0", standing: { atLeast: "provenance", atMost: "provenance" } }),
          priorProvenance: present({ version: "1.2.0", steady: true })
        }
      },
      expectedCodes: []
    },
    {
      title: "A release of yesterday by a token, where the one before was by a trusted publisher",
      dossier: { evidence: { publishedAt: yesterday, priorTrust: trusted } },
      expectedCodes: ["weaker"]
    },
    {
      title: "The same a year ago: a warning",
      dossier: { evidence: { publishedAt: present("2025-06-14T12:00:00.000Z"), priorTrust: trusted } },
      expectedCodes: ["weaker-settled"]
    },
    {
      title: "A prerelease: a warning",
      dossier: { change: { version: "1.3.0-rc.1" }, evidence: { publishedAt: yesterday, priorTrust: trusted } },
      expectedCodes: ["weaker-prerelease"]
    },
    {
      title: "The first release of a new major by a token: a note",
      dossier: {
        evidence: { publishedAt: yesterday, priorTrust: present({ ...trusted.value, acrossMajors: true }) }
      },
      expectedCodes: ["weaker-across-majors"]
    },
    {
      title: "A trusted publisher without the provenance that the last three releases had: a claim makes up for no proof",
      dossier: {
        evidence: {
          publishedAt: yesterday,
          provenance: absent,
          trust: trustedNow,
          priorTrust: trusted,
          priorProvenance: present({ version: "1.2.0", steady: true })
        }
      },
      expectedCodes: ["lost-provenance"]
    },
    {
      title: "No provenance, where one of the last three releases had none either: a warning",
      dossier: {
        evidence: {
          publishedAt: yesterday,
          provenance: absent,
          priorProvenance: present({ version: "1.1.0", steady: false })
        }
      },
      expectedCodes: ["lost-provenance-settled"]
    },
    {
      title: "No provenance in a new major: a note",
      dossier: {
        evidence: {
          publishedAt: yesterday,
          provenance: absent,
          priorProvenance: present({ version: "0.9.0", steady: true, acrossMajors: true })
        }
      },
      expectedCodes: ["lost-provenance-across-majors"]
    },
    {
      title: "A staged publish under the name of the account that approved it, with provenance",
      dossier: {
        evidence: {
          publishedAt: yesterday,
          provenance: verifiedProvenance(),
          predecessorProvenance: verifiedProvenance(),
          trust: present({ atLeast: "provenance", atMost: "provenance" }),
          priorTrust: trusted,
          priorProvenance: present({ version: "1.2.0", steady: true })
        }
      },
      expectedCodes: []
    },
    {
      title: "The same, but built in a stranger's repository: a token is enough for that",
      dossier: {
        evidence: {
          publishedAt: yesterday,
          provenance: verifiedProvenance({
            sourceRepository: "https://github.com/mallory/pad",
            sourceRepositoryId: "2"
          }),
          predecessorProvenance: verifiedProvenance(),
          trust: present({ atLeast: "provenance", atMost: "provenance" }),
          priorTrust: trusted
        }
      },
      expectedCodes: ["weaker"]
    },
    {
      title: "The registry does not say who published the version: a warning",
      dossier: {
        evidence: { publisher: absent, trust: present({ atLeast: "none", atMost: "staged" }), priorTrust: trusted }
      },
      expectedCodes: ["unclear"]
    }
  ]
});
var isAbovePublishing = ({ atMost }) => atMost === "trusted-publisher" || atMost === "staged";
function isBuiltAtHome(evidence, version) {
  const [build, before] = [evidence.provenance, evidence.predecessorProvenance].map(
    (one) => one.state === "present" && one.value.state === "verified" ? one.value.identity : void 0
  );
  if (build === void 0) return false;
  if (before !== void 0) return isSameRepository(build, before);
  const past = evidence.history.state === "present" ? pastOf(evidence.history.value, version).earlier : [];
  const built = spelledRepository(build.sourceRepository);
  return past.some(({ repository: repository2 }) => repository2 !== void 0 && spelledRepository(repository2) === built);
}
function isLost(provenance) {
  return provenance.state === "absent" || provenance.value.state !== "verified" && provenance.value.state !== "not-applicable";
}

// src/rules/index.ts
var rules = [
  abandonment_default,
  advisory_default,
  alias_default,
  allow_default,
  approval_record_default,
  bundled_default,
  committed_bytes_default,
  cooldown_default,
  deny_default,
  dependency_confusion_default,
  exception_hygiene_default,
  existence_default,
  gate_config_default,
  install_scripts_default,
  integrity_default,
  license_default,
  lockfile_default,
  malware_default,
  name_similarity_default,
  new_direct_dependency_default,
  new_package_default,
  override_default,
  provenance_default,
  publisher_default,
  registry_default,
  signature_default,
  source_default,
  source_identity_default,
  takeover_default,
  trust_downgrade_default
];

export {
  exampleNow,
  exampleName,
  exampleVersion,
  exampleRegistry,
  exampleIntegrity,
  release,
  history,
  fixedBy,
  runsOf,
  ownHooks,
  runAlike,
  ownDigestOf,
  digestOf,
  isProposed,
  isWithin,
  proposalOf,
  entryOf,
  concerns,
  isAbout,
  isInForce,
  isBuiltBy,
  isPublishedBy,
  pastAmong,
  repositoryPattern,
  plainRepository,
  compareTrust,
  rules
};
