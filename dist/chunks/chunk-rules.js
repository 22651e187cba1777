import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  flawsOf,
  parseIntegrity,
  spellDigests,
  statedIntegrity
} from "./chunk-model-sri.js";
import {
  require_semver
} from "./chunk-semver.js";
import {
  absent,
  present
} from "./chunk-model-evidence-values.js";
import {
  compileGlob,
  globProblem
} from "./chunk-text-glob.js";
import {
  limits,
  quoted,
  visible
} from "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/model/options.ts
var import_semver = __toESM(require_semver(), 1);
var hour = 36e5;
var durationForm = /^(0|[1-9]\d{0,4})([hd])$/;
var durationExpected = "expected a duration in hours or days, such as `72h` or `7d`";
function hoursOf(duration2) {
  const [, count, unit] = durationForm.exec(duration2) ?? [];
  if (count === void 0) throw new TypeError(`not a duration: ${duration2}`);
  return Number(count) * (unit === "d" ? 24 : 1);
}
function canonicalDuration(duration2) {
  if (!durationForm.test(duration2)) return duration2;
  const hours = hoursOf(duration2);
  return hours > 72 && hours % 24 === 0 ? `${hours / 24}d` : `${hours}h`;
}
function duration(z) {
  return z.string({ error: durationExpected }).regex(durationForm, { error: durationExpected }).overwrite(canonicalDuration);
}
function milliseconds(duration2) {
  return hoursOf(duration2) * hour;
}
function spelled(duration2) {
  const canonical = canonicalDuration(duration2);
  const count = canonical.slice(0, -1);
  return canonical.endsWith("d") ? `${count} days` : `${count} h`;
}
function splitSelector(text3) {
  const at = text3.lastIndexOf("@");
  return at > 0 ? { name: text3.slice(0, at), range: text3.slice(at + 1) } : { name: text3 };
}
function selectorProblem(text3) {
  const { name, range } = splitSelector(text3);
  if (/[*?{}[\]()!]/.test(name)) return "expected the name of one package, without wildcards";
  if (!/^(@[^\s@/]+\/)?[^\s@/]+$/.test(name)) return "expected a package name, such as `esbuild` or `@acme/tool`";
  if (range !== void 0 && (range.trim() === "" || import_semver.default.validRange(range) === null)) {
    return "expected a version or a range after `@`, such as `sharp@0.34.1` or `sharp@>=0.33.0`";
  }
  return void 0;
}
function packageSelectors(z) {
  const selector2 = z.string({ error: "expected a package, such as `esbuild` or `sharp@>=0.33.0`" }).check((context) => {
    const problem = selectorProblem(context.value);
    if (problem !== void 0) context.issues.push({ code: "custom", message: problem, input: context.value });
  });
  return z.array(selector2, { error: 'expected a list of packages, such as `["esbuild", "sharp@>=0.33.0"]`' });
}
function selects(selectors, name, version) {
  return selectors.some((text3) => {
    const selector2 = splitSelector(text3);
    return selector2.name === name && (selector2.range === void 0 || import_semver.default.satisfies(version, selector2.range));
  });
}

// src/text/selectors.ts
var import_semver2 = __toESM(require_semver(), 1);
var longest = 256;
function selectorProblem2(text3) {
  const { name, range } = splitSelector(text3);
  const problem = globProblem(name);
  if (problem !== void 0) return problem;
  if (!/^(@[^\s@/]+\/)?[^\s@/]+$/.test(name)) {
    return "expected a package, such as `left-pad`, `@acme/*`, `left-pad@1.3.0` or `left-pad@^1.2.0`";
  }
  if (range !== void 0 && range.length > longest) return `expected a range of at most ${longest} characters`;
  if (range !== void 0 && (range.trim() === "" || import_semver2.default.validRange(range) === null)) {
    return "expected a version or a range after `@`, such as `left-pad@1.3.0` or `left-pad@^1.2.0`";
  }
  return void 0;
}
function namesNothing(selector2) {
  return !/[^*?@/]/.test(splitSelector(selector2).name);
}
function spansScopes(selector2) {
  const { name } = splitSelector(selector2);
  return /[*?]/.test(name) && !/^@[^*?/]+\//.test(name);
}
function compileSelector(selector2) {
  const { name: pattern, range } = splitSelector(selector2);
  const named2 = compileGlob(pattern);
  return (name, version) => named2(name) && (range === void 0 || import_semver2.default.satisfies(version, range));
}

// src/model/example.ts
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
var import_semver3 = __toESM(require_semver(), 1);
function latestPublish(history2) {
  return history2.releases.flatMap(({ publishedAt }) => publishedAt ?? []).reduce(
    (latest, time) => latest !== void 0 && Date.parse(latest) >= Date.parse(time) ? latest : time,
    void 0
  );
}
function proposeInstead(history2, version, accepts) {
  const major = import_semver3.default.parse(version)?.major;
  const candidates = history2.releases.flatMap((release2) => {
    const parsed = import_semver3.default.parse(release2.version);
    const fit = parsed?.prerelease.length === 0 && !release2.deprecated && release2.version !== version;
    return fit && accepts(release2) ? { release: release2, parsed } : [];
  });
  const highestFirst = candidates.sort((a, b) => b.parsed.compare(a.parsed));
  return (highestFirst.find(({ parsed }) => parsed.major === major) ?? highestFirst[0])?.release;
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
function registryOf(dossier) {
  if (dossier.registry === void 0) throw new TypeError(`no registry was assigned to ${dossier.change.name}`);
  return dossier.registry;
}
function pinsOf(dossier) {
  if (dossier.addresses.length !== dossier.change.pins.length) {
    throw new TypeError(`${dossier.change.name} has another number of pins than of judged addresses`);
  }
  return dossier.addresses.map((address, index) => ({ pin: dossier.change.pins[index], address }));
}

// src/rules/time.ts
var minuteLength = 6e4;
var hourLength = 36e5;
function minute(instant, rounding = "down") {
  const time = typeof instant === "string" ? Date.parse(instant) : Number.NaN;
  const minutes = rounding === "up" ? Math.ceil(time / minuteLength) : Math.floor(time / minuteLength);
  const [day3 = "", clock = ""] = new Date(minutes * minuteLength).toISOString().split("T");
  return `${day3} ${clock.slice(0, 5)} UTC`;
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
var orReplace = (args) => args.instead === void 0 ? `Replace ${quoted(args.name)}: no release of it is without that mark.` : `Use ${quoted(args.instead)}, the newest release that is not deprecated, or replace ${quoted(args.name)}.`;
var ownTime = ({ publishedAt }) => publishedAt.state === "present" ? publishedAt.value : void 0;
var abandonment_default = definePackageRule({
  id: "abandonment",
  summary: "Somebody still looks after the package: it is not deprecated, and there was a release within two years.",
  why: "Nobody fixes an abandoned package when a vulnerability is found, and its dormant accounts are taken over: coa (2021), is (2025) and node-ipc (2026, through an expired e-mail domain) had been quiet for years. The author's deprecation text is not repeated here: it is a stranger's prose, and agents read these reports.",
  incident: {
    date: "2021-11-04",
    what: "coa had not had a release since 2018 when its account was hijacked. Six versions came within little more than an hour, with a preinstall script. A dependency that nobody looks after is one whose account nobody watches."
  },
  recommended: "warn",
  floor: "none",
  defaults: { dormantAfter: "730d" },
  options: (z) => ({
    dormantAfter: duration(z).describe("How long a name may be without a release.")
  }),
  sources: "registry",
  needs: ["release", "history", "publishedAt"],
  messages: {
    deprecated: {
      weight: "level",
      text: (args) => `${named(args)} is deprecated by its authors.`,
      remediation: orReplace
    },
    dormant: {
      weight: "level",
      text: (args) => `${quoted(args.name)} has had no release for ${plain(args.dormant)}: the last one was ${minute(args.latest)}.`,
      remediation: (args) => `Make sure that somebody would fix ${quoted(args.name)}, or choose a package that is looked after.`
    },
    "no-times": {
      weight: "level",
      text: (args) => `The registry gives no publish time for any release of ${quoted(args.name)}: whether it is looked after cannot be told.`,
      remediation: (args) => `Look at the repository of ${quoted(args.name)}, or ask those who run the registry for the times.`
    }
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (evidence.release.state === "absent" || evidence.history.state === "absent") return [];
    const releases = evidence.history.value;
    const found = [];
    if (evidence.release.value.deprecated) {
      const instead = proposeInstead(releases, change.version, () => true);
      const args = { ...identity(change), ...instead === void 0 ? {} : { instead: instead.version } };
      found.push({ code: "deprecated", args });
    }
    const latest = latestPublish(releases) ?? ownTime(evidence);
    if (latest === void 0) return [...found, { code: "no-times", args: identity(change) }];
    const silence = between(latest, context.now);
    if (silence > milliseconds(options.dormantAfter)) {
      found.push({
        code: "dormant",
        args: { ...identity(change), latest, dormant: length(silence) },
        stable: { latest }
      });
    }
    return found;
  },
  examples: [
    {
      title: "An old version of a package that had a release last year",
      dossier: {
        evidence: { history: history({ "1.3.0": "2019-01-01T00:00:00.000Z", "2.0.0": "2025-06-01T00:00:00.000Z" }) }
      },
      speaks: []
    },
    {
      title: "A deprecated version with a successor",
      dossier: {
        evidence: {
          release: release({ deprecated: true }),
          history: history(
            { "1.3.0": "2025-01-01T00:00:00.000Z", "1.3.1": "2025-06-01T00:00:00.000Z" },
            { "1.3.0": { deprecated: true } }
          )
        }
      },
      speaks: ["deprecated"]
    },
    {
      title: "The last release was eight years ago, and it is deprecated",
      dossier: {
        evidence: {
          release: release({ deprecated: true }),
          history: history({ "1.3.0": "2018-04-09T00:00:00.000Z" }, { "1.3.0": { deprecated: true } })
        }
      },
      speaks: ["deprecated", "dormant"]
    },
    {
      title: "A registry that gives the name's times and none of a release",
      dossier: { evidence: { history: history({ "1.3.0": "" }), publishedAt: { state: "absent" } } },
      speaks: ["no-times"]
    },
    {
      title: "A policy that waits for ten years",
      dossier: {
        evidence: {
          publishedAt: present("2018-04-09T00:00:00.000Z"),
          history: history({ "1.3.0": "2018-04-09T00:00:00.000Z" })
        }
      },
      options: { dormantAfter: "3650d" },
      speaks: []
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
  const others = aliases === void 0 ? [] : String(aliases).split(" ").map((one) => quoted(one));
  return others.length === 0 ? quoted(advisory) : `${quoted(advisory)} (also ${others.join(", ")})`;
}
function reach({ unread }) {
  return unread === void 0 ? "" : ", whose affected versions cannot be read, so that it counts for this one";
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
var affected = (args) => `${named(args)} has a vulnerability of severity ${plain(args.severity)}: ${advisoryIds(args)}${reach(args)}.`;
var upgrade = (args) => args.fixedIn === void 0 ? `Read ${quoted(args.advisory)} for a version without it, or replace ${quoted(args.name)}.` : `Use ${quoted(args.fixedIn)} or a later version of ${quoted(args.name)}.`;
var advisory_default = definePackageRule({
  id: "advisory",
  summary: "A change brings in no version with a known vulnerability.",
  why: "What is known to be vulnerable when it is proposed need not come in. Only what the change introduces counts: an advisory that also covers a version of this name in the base is not the fault of this pull request, and an audit names it. Each record counts once, by its id.",
  recommended: "error",
  floor: "none",
  defaults: { minimumSeverity: "high", belowMinimum: "warn" },
  options: (z) => ({
    minimumSeverity: z.enum(severities, { error: "expected `low`, `moderate`, `high` or `critical`" }).describe("The severity from which an advisory counts at the rule's level."),
    belowMinimum: z.enum(["off", "warn"], { error: "expected `off` or `warn`" }).describe("What a lesser one counts as.")
  }),
  strict: { minimumSeverity: "moderate" },
  sources: "registry",
  needs: ["advisories", "predecessorAdvisories"],
  messages: {
    vulnerable: { weight: "level", text: affected, remediation: upgrade },
    minor: { weight: "advice", text: affected, remediation: upgrade }
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
  examples: [
    { title: "No advisory", dossier: {}, speaks: [] },
    {
      title: "A registry that keeps no advisories",
      dossier: { evidence: { advisories: present({ state: "not-applicable" }) } },
      speaks: []
    },
    {
      title: "A new package with a high and a low one",
      dossier: {
        evidence: {
          advisories: known({ fixedIn: "1.3.1" }, { id: "GHSA-dddd-eeee-ffff", severity: "low" })
        }
      },
      speaks: ["vulnerable", "minor"]
    },
    {
      title: "What the base has already",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.0", baseVersions: ["1.2.0"] },
        evidence: { advisories: known({}), predecessorAdvisories: known({}) }
      },
      speaks: []
    },
    {
      title: "The same in an audit",
      mode: "audit",
      dossier: { evidence: { advisories: known({}) } },
      speaks: ["vulnerable"]
    },
    {
      title: "A lesser one, where the policy does not ask for it",
      dossier: { evidence: { advisories: known({ severity: "moderate" }) } },
      options: { belowMinimum: "off" },
      speaks: []
    }
  ]
});
function idsOf(evidence) {
  if (evidence.state === "absent" || evidence.value.state !== "known") return /* @__PURE__ */ new Set();
  return new Set(evidence.value.records.map(({ id }) => id));
}

// src/rules/alias.ts
var alias_default = definePackageRule({
  id: "alias",
  summary: "No package comes in under the name of another unseen.",
  why: 'An alias (`"lodash": "npm:lodahs@1"`) installs one package where the code asks for another: whoever reads the imports, or greps the manifest for a name, sees the trusted one. lockgate judges the real name in every rule; this one says that there is another.',
  recommended: "warn",
  floor: "none",
  sources: "any",
  needs: [],
  messages: {
    "new-alias": {
      weight: "level",
      text: (args) => `${named(args)} is newly installed under another name: ${quoted(args.alias)}. It is judged under its real name.`,
      remediation: () => "Make sure that the package behind the alias is the one that is meant."
    }
  },
  check({ dossier: { change }, context }) {
    if (context.mode === "audit") return [];
    const known2 = change.baseAliases ?? [];
    return change.aliases.filter((alias) => !known2.includes(alias)).map((alias) => ({ code: "new-alias", args: { ...identity(change), alias }, stable: { alias } }));
  },
  examples: [
    { title: "A package under its own name", dossier: {}, speaks: [] },
    {
      title: "An alias that the base has too, in another version",
      dossier: {
        change: {
          kind: "updated",
          previousVersion: "1.2.0",
          baseVersions: ["1.2.0"],
          aliases: ["pad"],
          baseAliases: ["pad"]
        }
      },
      speaks: []
    },
    { title: "An alias in an audit", mode: "audit", dossier: { change: { aliases: ["pad"] } }, speaks: [] },
    { title: "A new package under another name", dossier: { change: { aliases: ["lodash"] } }, speaks: ["new-alias"] }
  ]
});

// src/rules/package-lists.ts
var import_semver4 = __toESM(require_semver(), 1);
var expected = "expected a package, such as `request`, `@acme/*` or `request@<3`";
function selector(z) {
  return z.string({ error: expected }).check((context) => {
    const wide = namesNothing(context.value) ? "expected a name: wildcards alone would take in every package" : void 0;
    const message = selectorProblem2(context.value) ?? wide;
    if (message !== void 0) context.issues.push({ code: "custom", message, input: context.value });
  });
}
function sentence(z, error) {
  return z.string({ error }).trim().min(1, { error }).max(1e3, { error: "expected at most 1000 characters" });
}
function once(compile) {
  const kept = /* @__PURE__ */ new Map();
  return (text3) => {
    const known2 = kept.get(text3) ?? compile(text3);
    kept.set(text3, known2);
    return known2;
  };
}
var admits = once(compileSelector);
var keepsOut = once((text3) => {
  const { name: pattern, range } = splitSelector(text3);
  const named2 = compileGlob(pattern);
  return (name, version) => named2(name) && (range === void 0 || import_semver4.default.valid(version) === null || import_semver4.default.satisfies(version, range, { includePrerelease: true }));
});

// src/rules/allow.ts
var allow_default = definePackageRule({
  id: "allow",
  summary: "Where the policy lists what may come in, the package is on the list.",
  why: "A list of what may come in turns the question round: what nobody has looked at stays out. It waives nothing: a package on the list is judged by every other rule. Without a list everything may come in. The packages of the repository itself are not asked about.",
  recommended: "error",
  floor: "none",
  defaults: { packages: [], depth: "all" },
  options: (z) => ({
    packages: z.array(selector(z), { error: 'expected a list of packages, such as `["@acme/*", "left-pad@^1.2.0"]`' }).max(2e4, { error: "expected at most 20000 packages" }).describe("The only packages that may come in; empty: all. The key `allow` of the policy is the same list."),
    depth: z.enum(["direct", "all"], { error: "expected `direct` or `all`" }).describe("Whether what the direct dependencies bring in has to be on the list too.")
  }),
  sources: "any",
  needs: [],
  messages: {
    "not-listed": {
      weight: "level",
      text: (args) => `${named(args)} is not among the packages that the policy lets in.`,
      remediation: () => "Use a package that is on the list, or propose this one for the list in a change of its own."
    }
  },
  check({ dossier: { change }, options: { packages, depth } }) {
    const own = change.source.kind === "workspace" || change.source.kind === "link" && !change.source.outside;
    if (packages.length === 0 || own || depth === "direct" && !change.direct) return [];
    if (packages.some((text3) => admits(text3)(change.name, change.version))) return [];
    return [{ code: "not-listed", args: identity(change) }];
  },
  examples: [
    { title: "No list", dossier: {}, speaks: [] },
    { title: "On the list", dossier: {}, options: { packages: ["left-pad@^1.2.0"] }, speaks: [] },
    { title: "Not on the list", dossier: {}, options: { packages: ["@acme/*"] }, speaks: ["not-listed"] },
    {
      title: "A package that another one brings in, where only direct dependencies are listed",
      dossier: { change: { direct: false, via: [["express", "left-pad"]] } },
      options: { packages: ["express"], depth: "direct" },
      speaks: []
    }
  ]
});

// src/rules/bundled.ts
var bundler = ({ by, byVersion }) => quoted(`${by ?? ""}@${byVersion ?? ""}`, limits.name + limits.version + 1);
var lockAgain = "Remove the entry from the lockfile and lock again, so that the package manager pins what it installs.";
var bundled_default = definePackageRule({
  id: "bundled",
  summary: "What the lockfile calls bundled comes in the tarball of another package, and is seen.",
  why: "A bundled package is not fetched from a registry: it lies in the tarball of another, and the lockfile pins no bytes of its own. Whatever the registry says of its name and version need not be true of what is installed. And the claim is a way to leave out a pin: where the other package does not bundle it, npm fetches it from the registry after all, and takes whatever bytes it gets.",
  recommended: "warn",
  floor: "none",
  defaults: { falseClaim: "error" },
  options: (z) => ({
    falseClaim: z.enum(["warn", "error"], { error: "expected `warn` or `error`" }).describe("What it counts as that a package is called bundled and no published manifest bundles it.")
  }),
  audit: { falseClaim: "warn" },
  sources: "registry",
  needs: ["bundling"],
  messages: {
    "not-bundled": {
      weight: { option: "falseClaim" },
      text: (args) => `The lockfile says that ${named(args)} comes in the tarball of ${bundler(args)}, and no published manifest of that bundles it.`,
      remediation: () => lockAgain
    },
    "no-bundler": {
      weight: { option: "falseClaim" },
      text: (args) => `The lockfile says that ${named(args)} is bundled and pins no bytes of it, and it lies in the folder of no package that comes from a registry.`,
      remediation: () => lockAgain
    },
    bundled: {
      weight: "level",
      text: (args) => `${named(args)} comes in the tarball of ${bundler(args)}: what the registry holds under its name need not be what is installed.`,
      remediation: (args) => `Make sure that ${bundler(args)} is trusted with what it bundles.`
    },
    shrinkwrap: {
      weight: "level",
      text: (args) => `${named(args)} brings an \`npm-shrinkwrap.json\` of its own: it decides which versions are installed below it.`,
      remediation: () => "Make sure that what is locked below it is meant; each of these packages is judged as always."
    },
    "bundles-unseen": {
      weight: "level",
      text: (args) => `${named(args)} has packages of its own in its tarball: what it names was judged as the registry has it, and what it carries need not be that.`,
      remediation: () => "Lock it with the package manager: the lockfile says what is bundled, and each of these packages is judged as such."
    },
    "shrinkwrap-unseen": {
      weight: "level",
      text: (args) => `${named(args)} has an \`npm-shrinkwrap.json\` in its tarball: it, and not what was judged, decides which versions are installed below it.`,
      remediation: () => "Lock it with the package manager, and let the lockfile be judged: it says which versions come in."
    }
  },
  check({ dossier: { change }, evidence, context }) {
    const { hasShrinkwrap, bundles, bringsShrinkwrap } = change.claims;
    const args = identity(change);
    const claims = evidence.bundling.state === "present" ? evidence.bundling.value.claims : [];
    const spoken = claims.flatMap(({ line, by, held }) => {
      if (held && context.mode === "audit") return [];
      const code = by === void 0 ? "no-bundler" : held ? "bundled" : "not-bundled";
      const holder = by === void 0 ? {} : { by: by.name, byVersion: by.version };
      return [{ code, args: { ...args, ...holder }, stable: holder, line }];
    });
    if (hasShrinkwrap === true && context.mode === "check") spoken.push({ code: "shrinkwrap", args });
    if (bundles === true) spoken.push({ code: "bundles-unseen", args });
    if (bringsShrinkwrap === true) spoken.push({ code: "shrinkwrap-unseen", args });
    return spoken;
  },
  examples: [
    { title: "A package with a pin of its own", dossier: {}, speaks: [] },
    {
      title: "A bundled package in an audit",
      mode: "audit",
      dossier: { evidence: { bundling: bundling({ held: true }) } },
      speaks: []
    },
    {
      title: "A package that another brings along in its tarball",
      dossier: { change: { claims: { inBundle: true } }, evidence: { bundling: bundling({ held: true }) } },
      speaks: ["bundled"]
    },
    {
      title: "A package whose own shrinkwrap decides what is below it",
      dossier: { change: { claims: { hasShrinkwrap: true } } },
      speaks: ["shrinkwrap"]
    },
    {
      title: "A package that no lockfile pins, with copies of others in its tarball",
      dossier: { change: { claims: { bundles: true } } },
      speaks: ["bundles-unseen"]
    },
    {
      title: "A package that no lockfile pins, with a shrinkwrap in its tarball",
      dossier: { change: { claims: { bringsShrinkwrap: true } } },
      speaks: ["shrinkwrap-unseen"]
    },
    {
      title: "The other package bundles nothing of the name",
      dossier: { change: { claims: { inBundle: true } }, evidence: { bundling: bundling() } },
      speaks: ["not-bundled"]
    },
    {
      title: "There is no other package that could",
      dossier: {
        change: { claims: { inBundle: true } },
        evidence: { bundling: present({ claims: [{ line: 10, pinned: false, held: false }] }) }
      },
      speaks: ["no-bundler"]
    }
  ]
});

// src/rules/cooldown.ts
var import_semver5 = __toESM(require_semver(), 1);
function meanwhile(change, releases, publishedBefore) {
  const instead = proposeInstead(
    releases,
    change.version,
    ({ publishedAt }) => publishedAt !== void 0 && between(publishedAt, publishedBefore) >= 0
  );
  const { previousVersion } = change;
  const previous = previousVersion === void 0 || previousVersion === change.version ? null : import_semver5.default.parse(previousVersion);
  if (previous !== null && (instead === void 0 || previous.compare(instead.version) >= 0)) {
    return { keep: previous.version };
  }
  return instead?.publishedAt === void 0 ? {} : { instead: instead.version, insteadAt: instead.publishedAt };
}
function orUse(args) {
  if (args.keep !== void 0) return `, or keep ${quoted(args.keep)} until then`;
  if (args.instead === void 0) return "; no other release of it is old enough";
  return `, or use ${quoted(args.instead)} (published ${minute(args.insteadAt)}), the newest release that is old enough`;
}
function fixedBy(before, now2) {
  if (before.state === "absent" || now2.state === "absent") return [];
  if (before.value.state !== "known" || now2.value.state !== "known") return [];
  const [had, has] = [before.value.records, now2.value.records].map((records) => records.map(({ id }) => id));
  if (had === void 0 || has === void 0 || has.some((id) => !had.includes(id))) return [];
  return had.filter((id) => !has.includes(id));
}
var cooldown_default = definePackageRule({
  id: "cooldown",
  summary: "The version has been published for some time, so that others had the chance to notice an attack.",
  why: "Of 41 takeovers of npm packages that were catalogued, 38 were live for at most 24 hours and all 41 for at most 72, the median 6: a release that is three days old would have kept every one of them out. Four of them, among them @solana/web3.js in 2024, no other sign would have caught.",
  incident: {
    date: "2024-12-02",
    what: "The publisher of @solana/web3.js was phished; 1.95.6 and 1.95.7 sent off private keys when they were used. They were up for five hours. No script, no new name, no change of publisher could be seen in any public record: their age was the only thing that told them apart."
  },
  recommended: "error",
  floor: "none",
  defaults: { minimumReleaseAge: "72h", securityFixBypass: true },
  options: (z) => ({
    minimumReleaseAge: duration(z).describe(
      "How long a version must have been published. `0h` asks only for a publish time that is not in the future."
    ),
    securityFixBypass: z.boolean({ error: "expected `true` or `false`" }).describe("Whether a version that fixes an advisory of the base version counts as a warning only.")
  }),
  strict: { minimumReleaseAge: "7d" },
  sources: "registry",
  needs: ["publishedAt", "history"],
  easedBy: ["advisories", "predecessorAdvisories"],
  messages: {
    future: {
      weight: "level",
      text: (args) => `${named(args)} is said to be published ${minute(args.publishedAt)}, which is still to come.`,
      remediation: (args) => `Wait until ${minute(args.passesAt, "up")}${orUse(args)}; a time in the future is the registry's or its mirror's error.`
    },
    "too-young": {
      weight: "level",
      text: (args) => `${named(args)} was published ${minute(args.publishedAt)}, ${plain(args.age)} ago: less than the ${plain(args.minimum)} that the policy asks for.`,
      remediation: (args) => `Wait until ${minute(args.passesAt, "up")}, when it passes${orUse(args)}.`
    },
    "young-fix": {
      weight: "advice",
      text: (args) => `${named(args)} was published ${minute(args.publishedAt)}, ${plain(args.age)} ago; it fixes ${quoted(args.fixes)}, which what the base locks has.`,
      remediation: (args) => `Look at what else ${named(args)} changes, or wait until ${minute(args.passesAt, "up")}, when it passes${orUse(args)}.`
    },
    "no-time": {
      weight: "level",
      text: (args) => `The registry gives publish times and none for ${named(args)}: how old it is cannot be told.`,
      remediation: (args) => `Use a version of ${quoted(args.name)} that has a publish time, or ask those who run the registry for it.`
    }
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (evidence.publishedAt.state === "absent") return [{ code: "no-time", args: identity(change) }];
    const publishedAt = evidence.publishedAt.value;
    const minimum = milliseconds(options.minimumReleaseAge);
    const age = between(publishedAt, context.now);
    if (age >= Math.max(minimum, 0)) return [];
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
    if (age < 0) return [{ code: "future", args, stable: { publishedAt } }];
    const fixes = options.securityFixBypass ? fixedBy(evidence.predecessorAdvisories, evidence.advisories) : [];
    if (fixes.length === 0) return [{ code: "too-young", args, stable: { publishedAt } }];
    return [{ code: "young-fix", args: { ...args, fixes: fixes.join(", ") }, stable: { publishedAt } }];
  },
  examples: [
    {
      title: "Exactly 72 hours old",
      dossier: { evidence: { publishedAt: present("2026-06-12T12:00:00.000Z") } },
      speaks: []
    },
    {
      title: "Two hours old, while an older release of the same major is there",
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
      speaks: ["too-young"]
    },
    {
      title: "An upgrade to a version of yesterday: what is locked may stay",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.9", baseVersions: ["1.2.9"] },
        evidence: {
          publishedAt: present("2026-06-14T12:00:00.000Z"),
          history: history({ "1.2.9": "2024-03-01T09:00:00.000Z", "1.3.0": "2026-06-14T12:00:00.000Z" })
        }
      },
      speaks: ["too-young"]
    },
    {
      title: "A fix of yesterday for an advisory about what the base locks: a warning",
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
      speaks: ["young-fix"]
    },
    {
      title: "Four days old, where the policy asks for seven",
      dossier: { evidence: { publishedAt: present("2026-06-11T12:00:00.000Z") } },
      options: { minimumReleaseAge: "7d" },
      speaks: ["too-young"]
    },
    {
      title: "A publish time that is still to come",
      dossier: { evidence: { publishedAt: present("2026-06-16T12:00:00.000Z") } },
      speaks: ["future"]
    },
    { title: "No publish time for this version", dossier: { evidence: { publishedAt: absent } }, speaks: ["no-time"] }
  ]
});

// src/rules/deny.ts
var entry = (z) => z.strictObject({
  package: selector(z).describe("`name`, `name@version` or `name@range`; `*` and `?` stand for parts of the name."),
  reason: sentence(z, "expected the reason, in words").describe("Why; it is shown to whoever proposes the package."),
  useInstead: sentence(z, "expected the name of another package").optional().describe("What to use in its place.")
});
var deny_default = definePackageRule({
  id: "deny",
  summary: "The package is not one that the policy denies.",
  why: "Some packages are known and not wanted: unmaintained, replaced, of a licence or an owner that the organisation has decided against. A denial is the most specific thing that a policy can say, so no exception and no approval covers it: take the entry out, or narrow its range. It counts for a package from any source, and a range takes in prereleases too.",
  incident: {
    date: "2022-01-05",
    what: "The owner of faker published 6.6.6 with everything taken out. The account was the right one and no code was hostile, so nothing but its age speaks against such a release: who knew of it could only name it."
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
      weight: "level",
      text: (args) => `${named(args)} is denied by the policy (${quoted(args.entry)}): ${quoted(args.reason, 1e3)}.`,
      remediation: ({ useInstead }) => useInstead === void 0 ? "Leave it out, or ask whoever keeps the policy." : `Use ${quoted(useInstead, 1e3)} instead.`
    }
  },
  check({ dossier: { change }, options }) {
    const names2 = [change.name, ...change.aliases];
    return options.packages.filter(({ package: text3 }) => names2.some((name) => keepsOut(text3)(name, change.version))).map(({ package: text3, reason, useInstead }) => ({
      code: "denied",
      args: { ...identity(change), entry: text3, reason, ...useInstead === void 0 ? {} : { useInstead } },
      stable: { entry: text3 }
    }));
  },
  examples: [
    {
      title: "A package that the policy denies",
      dossier: { change: { name: "request", version: "2.88.2" } },
      options: { packages: [{ package: "request", reason: "Unmaintained since 2020.", useInstead: "undici" }] },
      speaks: ["denied"]
    },
    {
      title: "A prerelease of a range that is denied",
      dossier: { change: { version: "1.3.0-rc.1" } },
      options: { packages: [{ package: "left-pad@<1.3.0", reason: "Loses characters." }] },
      speaks: ["denied"]
    },
    {
      title: "A version outside the range that is denied",
      dossier: {},
      options: { packages: [{ package: "left-pad@<1.3.0", reason: "Loses characters." }] },
      speaks: []
    }
  ]
});

// src/rules/dependency-confusion.ts
var scopeOf = (name) => name.startsWith("@") ? name.slice(0, name.indexOf("/")) : "";
var dependency_confusion_default = definePackageRule({
  id: "dependency-confusion",
  summary: "Nothing takes a name that belongs to this repository, or a scope that one registry holds alone, from elsewhere.",
  why: "In 2021 packages under the names of internal ones were published to the public registry and were installed inside thirty-five companies: where a name can come from two places, whoever publishes the higher version wins. A private workspace is never published, so its name from a registry is somebody else. A scope that `registries` marks `exclusive: true` comes from that registry and from no other.",
  recommended: "error",
  floor: "whole",
  defaults: { exclusive: [] },
  options: (z) => ({
    exclusive: z.array(z.strictObject({ scope: z.string(), registry: z.string() })).describe("Always what `registries` with `exclusive: true` says.")
  }),
  sources: "registry",
  needs: [],
  messages: {
    workspace: {
      weight: "floor",
      text: (args) => `${named(args)} comes from a registry under the name of a private workspace of this repository, ${quoted(args.workspace)}.`,
      remediation: (args) => `Depend on the workspace itself (\`workspace:*\`, or a range that its version meets), and lock again; if another package is meant, rename the workspace in ${quoted(args.workspace)} first.`
    },
    scope: {
      weight: "floor",
      text: (args) => `${named(args)} does not come from ${quoted(args.holder)}, which by the policy holds the scope ${quoted(args.scope)} alone.`,
      remediation: (args) => `Lock again with ${quoted(args.scope)} mapped to ${quoted(args.holder)}, and find out how it came from elsewhere.`
    }
  },
  check({ dossier, options }) {
    const { change } = dossier;
    const about2 = identity(change);
    const { workspace } = change;
    const own = workspace === void 0 ? [] : [{ code: "workspace", args: { ...about2, workspace }, stable: { workspace } }];
    const held = options.exclusive.find(({ scope: scope2 }) => scope2 === scopeOf(change.name));
    if (held === void 0) return own;
    const { scope, registry: holder } = held;
    const strays = pinsOf(dossier).filter(({ address }) => !["trusted", "omitted"].includes(address.verdict));
    if (registryOf(dossier) === holder && strays.length === 0) return own;
    return [...own, { code: "scope", args: { ...about2, scope, holder }, stable: { scope, holder } }];
  },
  examples: [
    { title: "A name that no workspace has", dossier: {}, speaks: [] },
    {
      title: "A package of an exclusive scope, from its registry",
      dossier: { change: { name: "@acme/tool" } },
      options: { exclusive: [{ scope: "@acme", registry: exampleRegistry }] },
      speaks: []
    },
    {
      title: "The name of a private workspace comes from a registry",
      dossier: { change: { workspace: "packages/left-pad/package.json" } },
      speaks: ["workspace"]
    },
    {
      title: "An exclusive scope, assigned to another registry",
      dossier: { change: { name: "@acme/tool" } },
      options: { exclusive: [{ scope: "@acme", registry: "https://registry.acme.example/" }] },
      speaks: ["scope"]
    },
    {
      title: "An exclusive scope, downloaded from another registry",
      dossier: {
        change: { name: "@acme/tool" },
        addresses: [{ verdict: "elsewhere", shown: "https://packages.test/" }]
      },
      options: { exclusive: [{ scope: "@acme", registry: exampleRegistry }] },
      speaks: ["scope"]
    }
  ]
});

// src/rules/exception-hygiene.ts
var exception = (args) => args.id === void 0 ? `The exception for ${quoted(args.package)} (${quoted(args.rules)})` : `The exception ${quoted(args.id)} for ${quoted(args.package)} (${quoted(args.rules)})`;
var exception_hygiene_default = definePolicyRule({
  id: "exception-hygiene",
  summary: "Exceptions and listed publishers are in force, in use, and no wider than the case that they were made for.",
  why: "An exception is a decision about one case at one time. Those that nobody removes add up to a second, unread policy. Whether one is in use shows only where everything that is locked is judged, so `unused` is spoken in audits. A publisher that is listed is in use as long as one of its packages is locked, whether or not it waives anything today.",
  recommended: "warn",
  floor: "none",
  messages: {
    expired: {
      weight: "level",
      text: (args) => `${exception(args)} expired ${minute(args.expires)} and is ignored.`,
      remediation: () => "Remove it, or decide anew: with a new date, and the reason as it stands today."
    },
    "too-wide": {
      weight: "level",
      text: (args) => `${exception(args)} takes in names that anybody can publish.`,
      remediation: () => "Name the packages that are meant, or confine the wildcard to one scope."
    },
    unused: {
      weight: "level",
      text: (args) => `${exception(args)} covers nothing that is locked.`,
      remediation: () => "Remove it: what it was made for is gone, or passes by itself."
    },
    "publisher-ended": {
      weight: "level",
      text: (args) => `The publisher of ${quoted(args.packages)} (${quoted(args.id)}) ended on ${quoted(args.end)}: it recognises nobody and waives nothing.`,
      remediation: () => "Remove it, or decide anew: with a new end, and the reason as it stands today."
    },
    "publisher-unused": {
      weight: "level",
      text: (args) => `The publisher of ${quoted(args.packages)} (${quoted(args.id)}) is about nothing that is locked.`,
      remediation: () => "Remove it, or name the packages that are meant."
    }
  },
  examples: [
    {
      title: "An exception whose day has come",
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
      title: "A wildcard over all unscoped names",
      violation: { code: "too-wide", args: { package: "acme-*", rules: "cooldown, new-package" } }
    },
    {
      title: "In an audit: the package is no longer locked",
      violation: { code: "unused", args: { id: "SEC-1412", package: "semver-regex@3.1.4", rules: "abandonment" } }
    },
    {
      title: "A publisher whose last day is over",
      violation: { code: "publisher-ended", args: { id: "publishers[0]", packages: "@acme/*", end: "2026-05-31" } }
    },
    {
      title: "In an audit: a publisher none of whose packages is locked",
      violation: { code: "publisher-unused", args: { id: "publishers[1]", packages: "@acme/*", end: "2026-12-31" } }
    }
  ]
});

// src/rules/existence.ts
var existence_default = definePackageRule({
  id: "existence",
  summary: "The name and the version exist in the registry that is trusted for them.",
  why: "Coding agents write package names that nobody has published: 205,474 distinct ones in a study of 2025, 5 % of the references by commercial models. Whoever registers such a name first owns every build that asks for it; in January 2026 one such name was found in 237 repositories before anybody had registered it.",
  incident: {
    date: "2026-01",
    what: "react-codeshift was found in 237 repositories, most of them files that agents had written, before anybody had registered the name. Whoever had registered it would have run code in each."
  },
  recommended: "error",
  floor: "whole",
  sources: "registry",
  needs: ["existence"],
  messages: {
    "unknown-name": {
      weight: "floor",
      text: (args) => `${quoted(args.name)} is not in ${quoted(args.registry)}: nobody has published a package of this name there.`,
      remediation: (args) => `Remove ${quoted(args.name)}, or correct its name; an invented name can be registered by anyone, so do not wait for it to appear.`
    },
    "unknown-transitive": {
      weight: "floor",
      text: (args) => `${quoted(args.name)}, asked for by ${quoted(args.path)}, is not in ${quoted(args.registry)}.`,
      remediation: (args) => `Pin a version of ${quoted(args.parent)} that does not ask for ${quoted(args.name)}, or remove it; the name is free for anyone to register.`
    },
    "removed-name": {
      weight: "floor",
      text: (args) => `${quoted(args.name)} is no longer in ${quoted(args.registry)}, although the base locks it.`,
      remediation: (args) => `Find out why the registry removed ${quoted(args.name)} and replace it; whoever registers the name next decides what it installs.`
    },
    "unknown-version": {
      weight: "floor",
      text: (args) => `${named(args)} was never published: ${quoted(args.registry)} has the name and not this version.`,
      remediation: (args) => `Choose a version of ${quoted(args.name)} that the registry lists, and lock again.`
    },
    "unpublished-version": {
      weight: "floor",
      text: (args) => `${named(args)} was unpublished: ${quoted(args.registry)} still records its time and no longer has it.`,
      remediation: (args) => `Choose a version of ${quoted(args.name)} that the registry lists; find out why this one was withdrawn before you keep the package.`
    },
    "no-versions": {
      weight: "floor",
      text: (args) => `${quoted(args.name)} has no version at all in ${quoted(args.registry)}: all were unpublished.`,
      remediation: (args) => `Replace ${quoted(args.name)}: there is nothing to install.`
    },
    "security-placeholder": {
      weight: "floor",
      text: (args) => `${quoted(args.name)} is held by a security placeholder in ${quoted(args.registry)}: the registry took the package down.`,
      remediation: (args) => `Remove ${quoted(args.name)}; where it was ever installed, treat that machine's secrets as known to others.`
    },
    refused: {
      weight: "floor",
      text: (args) => `${quoted(args.registry)} refuses ${named(args)} (HTTP ${plain(args.status)}).`,
      remediation: () => "Ask those who curate the registry why it is refused, or choose a package that they admit."
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
    { title: "The registry lists the version", dossier: {}, speaks: [] },
    {
      title: "A direct dependency that an agent made up",
      dossier: { change: { name: "react-codeshift", direct: true }, evidence: { existence: absent } },
      speaks: ["unknown-name"]
    },
    {
      title: "A package that asks for a name that nobody has registered",
      dossier: {
        change: { direct: false, via: [["webpack-helper", "tiny-loader", "left-pad"]] },
        evidence: { existence: absent }
      },
      speaks: ["unknown-transitive"]
    },
    {
      title: "A name that the base locks and the registry no longer has",
      dossier: { change: { baseVersions: ["1.2.0"] }, evidence: { existence: absent } },
      speaks: ["removed-name"]
    },
    {
      title: "A version that never was",
      dossier: { evidence: { existence: present({ answer: "version-missing", unpublished: false }) } },
      speaks: ["unknown-version"]
    },
    {
      title: "A version that was withdrawn",
      dossier: { evidence: { existence: present({ answer: "version-missing", unpublished: true }) } },
      speaks: ["unpublished-version"]
    },
    {
      title: "A name without any version left",
      dossier: { evidence: { existence: present({ answer: "no-versions" }) } },
      speaks: ["no-versions"]
    },
    {
      title: "A name that the registry took over after an attack",
      dossier: { evidence: { existence: present({ answer: "security-placeholder" }) } },
      speaks: ["security-placeholder"]
    },
    {
      title: "A curated mirror says no",
      dossier: { evidence: { existence: present({ answer: "refused", status: 403 }) } },
      speaks: ["refused"]
    }
  ]
});

// src/rules/changed-keys.ts
var longest2 = 1e3;
function inKeys({ added, changed, removed }) {
  const said = (what, keys) => keys === void 0 ? [] : [`${what} ${quoted(keys, longest2)}`];
  return [...said("added", added), ...said("changed", changed), ...said("removed", removed)].join("; ");
}

// src/rules/gate-config.ts
var readBySomeone = "Let someone who answers for the gate read this change before it is merged.";
var says = (text3, remediation4 = readBySomeone) => ({
  weight: "level",
  text: text3,
  remediation: () => remediation4
});
var is = ({ how }) => `is ${plain(how)}`;
var gate_config_default = defineLockfileRule({
  id: "gate-config",
  summary: "No change to the policy, the approvals, the owners, the gate or the settings of an install passes unseen.",
  why: "A pull request that loosens the rules by which it is judged is the oldest way around a gate. This one is judged by the base's policy, approvals, registries and scopes in any case; from the merge on the changed ones count. The same holds for the lines of `.npmrc` and its kin that say where packages come from and whose scripts run: the npm worms of 2025 and 2026 added workflows and registry credentials to the repositories that they reached.",
  recommended: "warn",
  floor: "none",
  messages: {
    "policy-changed": says(
      (args) => `The policy ${quoted(args.path)} ${is(args)} here; this change is judged by the one of the base.`
    ),
    "approval-changed": says(
      (args) => `The record ${quoted(args.path)} ${is(args)} here; only the records of the base count for this change.`
    ),
    "workflow-changed": says(
      (args) => `The workflow ${quoted(args.path)}, which has to do with the gate, ${is(args)}.`
    ),
    "setting-changed": says(
      (args) => `${quoted(args.path)} changes settings that bear on what is installed or on the gate: ${inKeys(args)}. This change is judged by the settings of the base.`
    ),
    "program-changed": says(
      (args) => `${quoted(args.path)}, which a package manager runs, ${is(args)}; it is not executed here, and not judged.`,
      "Read the file, or restore it from the release that it is said to be."
    ),
    "modules-committed": says(
      (args) => `${quoted(args.path)} is committed: what lies in it is installed already, and is not judged.`,
      "Remove the folder from the repository, and ignore it."
    )
  },
  check: ({ observation: { code, path, line, args } }) => [{ code, args: { ...args, path }, stable: args, line }],
  examples: [
    {
      title: "The policy changes",
      observation: {
        code: "policy-changed",
        path: ".github/dependency-policy.yml",
        line: 1,
        args: { how: "changed", bytes: "a".repeat(40) }
      },
      speaks: ["policy-changed"]
    },
    {
      title: "A pull request brings its own approval",
      observation: {
        code: "approval-changed",
        path: ".github/dependency-approvals/left-pad.json",
        line: 1,
        args: { how: "added" }
      },
      speaks: ["approval-changed"]
    },
    {
      title: "The workflow that runs the gate is removed",
      observation: {
        code: "workflow-changed",
        path: ".github/workflows/dependencies.yml",
        line: 1,
        args: { how: "removed" }
      },
      speaks: ["workflow-changed"]
    },
    {
      title: "`.npmrc` names another registry",
      observation: {
        code: "setting-changed",
        path: ".npmrc",
        line: 1,
        args: { added: "@acme:registry", digest: "a".repeat(64) }
      },
      speaks: ["setting-changed"]
    },
    {
      title: "A pnpmfile, which pnpm runs on every install",
      observation: { code: "program-changed", path: ".pnpmfile.cjs", line: 1, args: { how: "added" } },
      speaks: ["program-changed"]
    },
    {
      title: "A committed `node_modules`",
      observation: { code: "modules-committed", path: "node_modules", line: 1, args: {} },
      speaks: ["modules-committed"]
    }
  ]
});

// src/rules/install-scripts.ts
var installHooks = ["preinstall", "install", "postinstall", "implicit-gyp"];
function runsOf(hooks) {
  return new Map(installHooks.flatMap((hook) => hooks[hook] === void 0 ? [] : [[hook, hooks[hook]]]));
}
var buildsItself = (hooks) => ["preinstall", "install", "implicit-gyp"].some((hook) => hooks[hook] !== void 0);
var withBuild = (hooks) => ({ ...hooks, "implicit-gyp": "node-gyp rebuild" });
var inWords = (hooks) => hooks.map((hook) => hook === "implicit-gyp" ? "node-gyp for its binding.gyp" : `its ${hook} script`).join(" and ");
function carriedSince({ releases }, version) {
  const digest = releases.find((one) => one.version === version)?.hooksDigest;
  if (digest === void 0) return void 0;
  const times = releases.flatMap(({ hooksDigest, publishedAt }) => hooksDigest === digest ? publishedAt ?? [] : []);
  return times.sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}
var readIt = (args) => `Read what it runs in the published tarball, then allow it in the policy of the base: \`install-scripts\` with \`allow\` and ${named(args)}; or choose a package without install scripts.`;
var sinceWhen = (since) => since === void 0 ? "no publish time tells since when" : `no release published before ${minute(since)} has the same install scripts`;
var install_scripts_default = definePackageRule({
  id: "install-scripts",
  summary: "No install script comes in or changes unseen.",
  why: "An install script runs with the rights of whoever installs, before a line of the package is imported. ua-parser-js, nx and both Shai-Hulud worms came with a new one; Phantom Gyp (June 2026) used a `binding.gyp`, which needs no entry in `scripts`. Of 22,479 releases 0.14 % added a hook and 0.41 % changed one. Hooks are read from the registry's manifest, never from the lockfile's flag. In an audit every package is already locked: only hooks younger than `establishedAfter` are named, because a list of every package that ever built native code tells an auditor nothing new.",
  incident: {
    date: "2021-10-22",
    what: "ua-parser-js 0.7.29, 0.8.0 and 1.0.0 came from a hijacked account within minutes, with a preinstall script that the releases before did not have: a miner and a stealer. They were up for four hours."
  },
  recommended: "error",
  floor: "none",
  defaults: { allow: [], establishedAfter: "90d", tarballs: "small" },
  options: (z) => ({
    allow: packageSelectors(z).describe(
      "Packages whose install scripts are expected: `name`, `name@version` or `name@range`."
    ),
    establishedAfter: duration(z).describe(
      "How long releases must have carried the very same hooks for a package that is new here to count as a warning."
    ),
    tarballs: z.enum(["list", "small", "never"]).describe(
      "Whether a check lists the tarball of each new version without an install or preinstall script, to find a `binding.gyp` that its manifest does not tell of. `list`: all; one that cannot be had is indeterminate. `small`: those that unpack to at most 5 MiB by the registry\u2019s word, or did before, and that it serves from its own origin; one that cannot be had is a warning. `never` finds only what the registry tells."
    )
  }),
  sources: "registry",
  strict: { tarballs: "list" },
  needs: ["release", "history", "predecessor", "implicitBuild", "predecessorImplicitBuild"],
  spares: ({ tarballs }) => tarballs === "never" ? ["implicitBuild", "predecessorImplicitBuild"] : [],
  messages: {
    "new-hook": {
      weight: "level",
      text: (args) => `${named(args)} runs ${plain(args.hooks)} on install; ${quoted(args.previous)}, which the base locks, does not.`,
      remediation: readIt
    },
    "changed-hook": {
      weight: "level",
      text: (args) => `${named(args)} runs ${plain(args.hooks)} on install, which is not what ${quoted(args.previous)}, which the base locks, runs.`,
      remediation: readIt
    },
    "first-seen": {
      weight: "level",
      text: (args) => `${named(args)} is new to this lockfile and runs ${plain(args.hooks)} on install; ${sinceWhen(args.since)}.`,
      remediation: readIt
    },
    unestablished: {
      weight: "level",
      text: (args) => `${named(args)} runs ${plain(args.hooks)} on install; ${sinceWhen(args.since)}.`,
      remediation: readIt
    },
    "left-out": {
      weight: "advice",
      text: (args) => `${named(args)} has ${plain(args.hooks)} for installs, and ${quoted(args.file)} of the base, which this change leaves as it is, tells the package manager not to run it.`,
      remediation: (args) => `Keep ${named(args)} out of the lists in ${quoted(args.file)}; whoever installs with other settings runs it.`
    },
    unlisted: {
      weight: "advice",
      text: (args) => `It is unknown whether the tarball of ${named(args)} holds a \`binding.gyp\`, which npm builds on install: ${plain(args.detail)}.`,
      remediation: () => "Run the check again; if it stays so, ask the registry to serve the tarball, or set `tarballs: never` for `install-scripts`."
    },
    established: {
      weight: "advice",
      text: (args) => `${named(args)} is new to this lockfile and runs ${plain(args.hooks)} on install, as its releases have since ${minute(args.since)}.`,
      remediation: readIt
    }
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (selects(options.allow, change.name, change.version)) return [];
    if (evidence.release.state === "absent") return [];
    const lists = options.tarballs !== "never" && context.mode === "check";
    const isListed2 = lists && !change.baseVersions.includes(change.version) && !buildsItself(evidence.release.value.hooks);
    const build = isListed2 && evidence.implicitBuild.state === "present" ? evidence.implicitBuild.value : void 0;
    const unlisted = build !== void 0 && "detail" in build ? [{ code: "unlisted", args: { ...identity(change), detail: build.detail } }] : [];
    const builds = build !== void 0 && "file" in build;
    const runs = runsOf(builds ? withBuild(evidence.release.value.hooks) : evidence.release.value.hooks);
    if (runs.size === 0) return unlisted;
    const { scriptsLeftOutBy: file } = change;
    const say = (code2, hooks, more) => ({
      code: file === void 0 ? code2 : "left-out",
      args: { ...identity(change), hooks: inWords(hooks), ...more, ...file === void 0 ? {} : { file } },
      stable: Object.fromEntries(hooks.map((hook) => [hook, runs.get(hook) ?? ""]))
    });
    if (context.mode === "check" && evidence.predecessor.state === "present") {
      const previous = evidence.predecessor.value;
      const built = builds && !buildsItself(previous.hooks) && evidence.predecessorImplicitBuild.state === "present";
      const before = runsOf(built ? withBuild(previous.hooks) : previous.hooks);
      const added = [...runs.keys()].filter((hook) => !before.has(hook));
      const changed = [...runs.keys()].filter((hook) => before.has(hook) && before.get(hook) !== runs.get(hook));
      return [
        ...added.length > 0 ? [say("new-hook", added, { previous: previous.version })] : [],
        ...changed.length > 0 ? [say("changed-hook", changed, { previous: previous.version })] : [],
        ...unlisted
      ];
    }
    const releases = evidence.history.state === "present" ? evidence.history.value : { distTags: {}, releases: [] };
    const since = carriedSince(releases, change.version);
    const established = since !== void 0 && between(since, context.now) >= milliseconds(options.establishedAfter);
    if (established && context.mode === "audit") return [];
    const code = established ? "established" : context.mode === "audit" ? "unestablished" : "first-seen";
    return [say(code, [...runs.keys()], since === void 0 ? {} : { since }), ...unlisted];
  },
  examples: [
    { title: "No install script", dossier: {}, speaks: [] },
    {
      title: "An upgrade that keeps the hook as it was",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.0", baseVersions: ["1.2.0"] },
        evidence: {
          release: release({ hooks: { install: "node-gyp rebuild" } }),
          predecessor: release({ version: "1.2.0", hooks: { install: "node-gyp rebuild" } })
        }
      },
      speaks: []
    },
    {
      title: "A package on the allow-list",
      dossier: { evidence: { release: release({ hooks: { postinstall: "node install.js" } }) } },
      options: { allow: ["left-pad@>=1.2.0"] },
      speaks: []
    },
    {
      title: "A script that npm does not run for a package from a registry",
      dossier: { evidence: { release: release({ hooks: { prepare: "tsc" } }) } },
      speaks: []
    },
    {
      title: "An upgrade brings in a hook",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.0", baseVersions: ["1.2.0"] },
        evidence: {
          release: release({ hooks: { postinstall: "node setup.js" } }),
          predecessor: release({ version: "1.2.0" })
        }
      },
      speaks: ["new-hook"]
    },
    {
      title: "A `binding.gyp` and a changed script at once",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.0", baseVersions: ["1.2.0"] },
        evidence: {
          release: release({ hooks: { preinstall: "node setup_bun.js", "implicit-gyp": "node-gyp rebuild" } }),
          predecessor: release({ version: "1.2.0", hooks: { preinstall: "node check.js" } })
        }
      },
      speaks: ["new-hook", "changed-hook"]
    },
    {
      title: "An upgrade whose tarball alone shows a `binding.gyp`",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.0", baseVersions: ["1.2.0"] },
        evidence: {
          release: release({ hooks: {} }),
          predecessor: release({ version: "1.2.0" }),
          implicitBuild: { state: "present", value: { file: "binding.gyp" } },
          predecessorImplicitBuild: absent
        }
      },
      speaks: ["new-hook"]
    },
    {
      title: "A tarball that could not be had: a warning, and with `tarballs: list` indeterminate",
      dossier: {
        evidence: { implicitBuild: { state: "present", value: { unlisted: "failed", detail: "HTTP 503" } } }
      },
      speaks: ["unlisted"]
    },
    {
      title: "A program of 40 MiB for one platform, which is not looked into",
      dossier: { evidence: { implicitBuild: { state: "present", value: { unlisted: "large" } } } },
      speaks: []
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
      speaks: ["first-seen"]
    },
    {
      title: "A new package that has built itself the same way for years: a warning",
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
      speaks: ["established"]
    },
    {
      title: "A hook that the base's package manager is told not to run: a warning",
      dossier: {
        change: { scriptsLeftOutBy: "package.json" },
        evidence: {
          release: release({ hooks: { postinstall: "node install.js" } }),
          predecessor: absent,
          history: history({ "1.3.0": "2026-06-01T00:00:00.000Z" }, { "1.3.0": { hooksDigest: "a" } })
        }
      },
      speaks: ["left-out"]
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
      speaks: []
    },
    {
      title: "A hook of last week in an audit",
      mode: "audit",
      dossier: {
        evidence: {
          release: release({ hooks: { postinstall: "node install.js" } }),
          history: history({ "1.3.0": "2026-06-08T00:00:00.000Z" }, { "1.3.0": { hooksDigest: "a" } })
        }
      },
      speaks: ["unestablished"]
    }
  ]
});

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
function placesOf(tarball, registry) {
  if (!URL.canParse(tarball) || !URL.canParse(registry)) return [];
  const { pathname, search } = new URL(tarball);
  const base = new URL(registry).pathname;
  const whole = placeOf(pathname + search);
  return pathname.startsWith(base) ? [placeOf(pathname.slice(base.length) + search), whole] : [whole];
}
function pointsAtTarball({
  name,
  version,
  registry,
  tarball,
  path
}) {
  const asked = placeOf(path);
  const basename = name.slice(name.lastIndexOf("/") + 1);
  const [released = ""] = version.split("+", 1);
  if (asked.path === `${name}/-/${basename}-${released}.tgz`) return "same";
  const stated = tarball === void 0 ? [] : placesOf(tarball, registry);
  if (stated.length === 0) return "unknown";
  const told = asked.path.includes(basename);
  return stated.some((place) => place.path === asked.path && (told || place.query === asked.query)) ? "same" : "other";
}

// src/rules/integrity.ts
var lockAgain2 = "Remove the entry from the lockfile and lock again, so that the package manager records a sha512 from the registry.";
var weaknesses = {
  missing: {
    text: (args) => `${named(args)} is locked without \`integrity\`: whatever its address serves is installed.`,
    remediation: () => lockAgain2
  },
  malformed: {
    text: (args) => `The \`integrity\` of ${named(args)} is not well formed, and package managers skip what they cannot read: ${quoted(args.pinned)}.`,
    remediation: () => lockAgain2
  },
  weak: {
    text: (args) => `${named(args)} is pinned by nothing stronger than ${plain(args.algorithm)}, of which other bytes with the same digest can be made.`,
    remediation: () => lockAgain2
  },
  unbound: {
    text: (args) => `The pin of ${named(args)} cannot be compared: it is a ${plain(args.algorithm)}, and ${quoted(args.registry)} states ${plain(args.stated)}.`,
    remediation: () => "Ask the registry to state the digests of its tarballs (`dist.integrity`), or lock again with a digest that it states."
  },
  "no-tarball": {
    text: (args) => `The \`resolved\` of ${named(args)} cannot be compared: ${quoted(args.registry)} states no address for its tarball.`,
    remediation: () => "Ask the registry to state the addresses of its tarballs (`dist.tarball`), or leave `resolved` out of the lockfile."
  }
};
var weighed = (weight, prefix) => Object.fromEntries(Object.entries(weaknesses).map(([code, message]) => [prefix + code, { ...message, weight }]));
function judgePin(pinned, pin, stated) {
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
      case "unbound": {
        const known2 = stated.algorithms.length === 0 ? "no digest" : `only ${stated.algorithms.join(" and ")}`;
        return { code, args: { algorithm: flaw.algorithm, stated: known2 } };
      }
      case "several-algorithms":
        return { code, args: { algorithms: pinned.algorithms.join(" and ") } };
    }
  });
}
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
function comesInAnother(pin, bundling2) {
  if (pin.resolved !== void 0 || pin.integrity !== void 0 || pin.checksum !== void 0) return false;
  const read = bundling2();
  if (read.state !== "present") return false;
  return read.value.claims.filter(({ pinned, held }) => held && !pinned).length >= pin.places;
}
function otherChecksum({ changed, basePins }, { checksum }) {
  if (!changed.includes("integrity") || checksum === void 0 || checksum === "") return false;
  const before = basePins.filter((base) => base.checksum !== void 0 && base.checksum !== "");
  return before.length > 0 && before.every((base) => base.checksum !== checksum);
}
var integrity_default = definePackageRule({
  id: "integrity",
  summary: "The bytes that the lockfile pins are the bytes that the registry states for this very version.",
  why: "Package managers check a download against the lockfile, and not the lockfile against the registry: whoever edits both `resolved` and `integrity` installs other bytes under a trusted name, and the usual audit commands report the tree as verified. A pin without a strong digest does not decide what is installed at all.",
  recommended: "error",
  floor: "part",
  sources: "registry",
  needs: ["release", "bundling"],
  messages: {
    differs: {
      weight: "floor",
      text: (args) => `${named(args)} is pinned to other bytes than the registry's: the lockfile has ${quoted(args.pinned)}, the registry ${quoted(args.expected)}.`,
      remediation: (args) => `Do not install it. Remove the entry of ${named(args)}, lock again from the trusted registry, and find out how the lockfile came to differ.`
    },
    "changed-bytes": {
      weight: "floor",
      text: (args) => `${named(args)} has other bytes than in the base: a published version never changes, and its pin went from ${quoted(args.before)} to ${quoted(args.pinned)}.`,
      remediation: (args) => `Restore the base's pin of ${named(args)}, or move to another version; if the registry itself serves other bytes now, report it there.`
    },
    "another-tarball": {
      weight: "floor",
      text: (args) => `The \`resolved\` of ${named(args)} points at another tarball of its registry: ${quoted(args.path)}; the registry keeps this version at ${quoted(args.tarball)}.`,
      remediation: () => lockAgain2
    },
    "other-document": {
      weight: "floor",
      text: (args) => `What ${quoted(args.registry)} answers for ${named(args)} names another package or version inside.`,
      remediation: () => "Do not install it; report it to those who run the registry."
    },
    ...weighed("level", ""),
    ...weighed("advice", "carried-"),
    "several-algorithms": {
      weight: "advice",
      text: (args) => `${named(args)} is pinned by several algorithms (${plain(args.algorithms)}): each program compares the one it prefers; the registry's strongest matches.`,
      remediation: () => lockAgain2
    }
  },
  check({ dossier, evidence, context }) {
    const { change } = dossier;
    const registry = registryOf(dossier);
    const args = { ...identity(change), registry };
    const published = evidence.release.state === "present" ? evidence.release.value : {};
    const stated = statedIntegrity(published);
    const document = published.documentMatches === false ? [{ code: "other-document", args, stable: {} }] : [];
    const { tarball } = published;
    const pins = pinsOf(dossier).flatMap(({ pin, address }) => {
      if (comesInAnother(pin, () => evidence.bundling)) return [];
      const text3 = pin.integrity ?? "";
      const pinned = parseIntegrity(text3);
      const found = [...judgePin(pinned, pin, stated)];
      if (changedSince(change.basePins, pinned) || droppedSince(change.basePins, pin)) {
        found.push({
          code: "changed-bytes",
          args: { before: change.basePins.map((base) => base.integrity ?? "").join(" ") }
        });
      }
      if (otherChecksum(change, pin)) {
        const before = change.basePins.map(({ checksum }) => checksum ?? "").join(" ");
        found.push({ code: "changed-bytes", args: { before, pinned: pin.checksum ?? "" } });
      }
      if (address.verdict === "trusted" && address.path !== void 0) {
        const answer = pointsAtTarball({ ...args, tarball, path: address.path });
        if (answer === "other") {
          found.push({ code: "another-tarball", args: { path: address.path, tarball: tarball ?? "" } });
        }
        if (answer === "unknown") found.push({ code: "no-tarball" });
      }
      const carried = context.mode === "audit" || change.basePins.some((base) => base.integrity === pin.integrity && base.resolved === pin.resolved);
      return found.map(({ code, args: more }) => ({
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
    return [...document, ...pins];
  },
  examples: [
    { title: "The pin is the registry's digest", dossier: {}, speaks: [] },
    {
      title: "A sha1 pin becomes the registry's sha512",
      dossier: { change: { basePins: [{ integrity: weakIntegrity, line: 10, places: 1 }] } },
      speaks: []
    },
    {
      title: "A registry that keeps its tarballs elsewhere, and a scope written with `%2f`",
      dossier: {
        change: { name: "@acme/tool" },
        addresses: [{ verdict: "trusted", path: "download/@acme%2Ftool/1.3.0/tool.tgz?token=1" }],
        evidence: { release: release({ tarball: `${exampleRegistry}download/@acme/tool/1.3.0/tool.tgz?token=2` }) }
      },
      speaks: []
    },
    {
      title: "The lockfile pins other bytes than the registry states",
      dossier: { change: { pins: [{ integrity: otherIntegrity, line: 10, places: 1 }] } },
      speaks: ["differs"]
    },
    {
      title: "A second digest that would let other bytes in",
      dossier: { change: { pins: [{ integrity: `${exampleIntegrity} ${otherIntegrity}`, line: 10, places: 1 }] } },
      speaks: ["differs"]
    },
    {
      title: "Lockfile and registry agree, and the base had other bytes under the same version",
      dossier: { change: { basePins: [{ integrity: otherIntegrity, line: 10, places: 1 }] } },
      speaks: ["changed-bytes"]
    },
    {
      title: "The base pinned bytes for this version, and the lockfile no longer does",
      dossier: {
        change: { pins: [{ line: 10, places: 1 }], basePins: [{ integrity: otherIntegrity, line: 10, places: 1 }] }
      },
      speaks: ["missing", "changed-bytes"]
    },
    {
      title: "The address is another package's tarball",
      dossier: { addresses: [{ verdict: "trusted", path: "left-pads/-/left-pads-1.3.0.tgz" }] },
      speaks: ["another-tarball"]
    },
    {
      title: "The registry's document is about another package",
      dossier: { evidence: { release: release({ documentMatches: false }) } },
      speaks: ["other-document"]
    },
    {
      title: "Yarn berry has no place for an integrity: its checksum is of an archive that it packs itself",
      dossier: { change: { pins: [{ checksum: "10c0/0a", line: 10, places: 1 }] } },
      speaks: []
    },
    {
      title: "Yarn berry's checksum changed under one version",
      dossier: {
        change: {
          changed: ["integrity"],
          pins: [{ checksum: "10c0/0a", line: 10, places: 1 }],
          basePins: [{ checksum: "10c0/0b", line: 10, places: 1 }]
        }
      },
      speaks: ["changed-bytes"]
    },
    {
      title: "No integrity, of what comes in the tarball of another package",
      dossier: {
        change: { pins: [{ line: 10, places: 1 }], claims: { inBundle: true } },
        evidence: { bundling: bundling({ held: true }) }
      },
      speaks: []
    },
    {
      title: "From npm to Yarn berry: a checksum where there was an integrity is no other bytes",
      dossier: {
        change: {
          changed: ["integrity", "dependency-types"],
          pins: [{ checksum: "10c0/0a", line: 10, places: 1 }],
          basePins: [{ integrity: exampleIntegrity, line: 10, places: 1 }]
        }
      },
      speaks: []
    },
    { title: "No integrity", dossier: { change: { pins: [{ line: 10, places: 1 }] } }, speaks: ["missing"] },
    {
      title: "A sha1 pin, equal to the registry's",
      dossier: {
        change: { pins: [{ integrity: weakIntegrity, line: 10, places: 1 }] },
        evidence: { release: release({ shasum: weakShasum }) }
      },
      speaks: ["weak"]
    },
    {
      title: "Not base64 of the right length",
      dossier: { change: { pins: [{ integrity: "sha512-abc", line: 10, places: 1 }] } },
      speaks: ["malformed"]
    },
    {
      title: "An old registry states only a sha1",
      dossier: { evidence: { release: release({ integrity: weakIntegrity }) } },
      speaks: ["unbound"]
    },
    {
      title: "A registry that states neither digest nor address",
      dossier: {
        addresses: [{ verdict: "trusted", path: "download/left-pad-1.3.0.tgz" }],
        evidence: { release: absent }
      },
      speaks: ["unbound", "no-tarball"]
    },
    {
      title: "Two algorithms, both the registry's",
      dossier: {
        change: { pins: [{ integrity: `${weakIntegrity} ${exampleIntegrity}`, line: 10, places: 1 }] },
        evidence: { release: release({ shasum: weakShasum }) }
      },
      speaks: ["several-algorithms"]
    },
    {
      title: "Without integrity already in the base: a warning, since this change did not bring it",
      dossier: { change: { pins: [{ line: 10, places: 1 }], basePins: [{ line: 9, places: 1 }] } },
      speaks: ["carried-missing"]
    },
    {
      title: "A sha1 pin in an audit",
      mode: "audit",
      dossier: { change: { pins: [{ integrity: weakIntegrity, line: 10, places: 1 }] } },
      speaks: ["carried-weak"]
    },
    {
      title: "A malformed pin in an audit",
      mode: "audit",
      dossier: { change: { pins: [{ integrity: "md5", line: 10, places: 1 }] } },
      speaks: ["carried-malformed"]
    },
    {
      title: "Nothing to compare with, in an audit",
      mode: "audit",
      dossier: {
        addresses: [{ verdict: "trusted", path: "download/left-pad-1.3.0.tgz" }],
        evidence: { release: absent }
      },
      speaks: ["carried-unbound", "carried-no-tarball"]
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
var ask = (args) => `Ask whoever answers for licenses whether ${quoted(args.name)} may be used, then allow its license or record an exception with the reason.`;
var unclear = (args) => args.declared === void 0 ? `${named(args)} declares no license.` : `${named(args)} declares ${quoted(args.declared)} as its license, which is no SPDX expression.`;
var license_default = definePackageRule({
  id: "license",
  summary: "The license that a version declares is one of those that the policy allows.",
  why: "Whether a license may be used is for each organisation to say, so the rule is off until the policy lists what is allowed. It reads what the version declares (SPDX expressions; the older forms of `license` and `licenses` too), not the files of the package: a declaration can be wrong. Identifiers are compared as they are written; of `OR` one side has to be allowed, of `AND` both.",
  recommended: "off",
  floor: "none",
  defaults: { allow: [], unknown: "warn" },
  options: (z) => ({
    allow: z.array(listed(z), { error: "expected a list of licenses, such as `[MIT, ISC]`" }).describe("The licenses that are allowed, each an identifier of the SPDX list."),
    unknown: z.enum(["off", "warn", "error"]).describe(
      "What a license counts as that is missing or no SPDX expression; never more than the level of the rule."
    )
  }),
  sources: "registry",
  needs: ["license"],
  messages: {
    "not-allowed": {
      weight: "level",
      text: (args) => `${named(args)} declares the license ${quoted(args.declared)}, which the policy does not allow.`,
      remediation: ask
    },
    unclear: { weight: "level", text: unclear, remediation: ask },
    "unclear-warning": { weight: "advice", text: unclear, remediation: ask }
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
  examples: [
    {
      title: "An allowed license",
      dossier: { evidence: { license: spdx("MIT") } },
      options: { allow: ["MIT"] },
      speaks: []
    },
    {
      title: "One of two that may be chosen is allowed",
      dossier: { evidence: { license: spdx("MIT", "or", "GPL-3.0-only") } },
      options: { allow: ["MIT"] },
      speaks: []
    },
    {
      title: "One of two that both hold is not",
      dossier: { evidence: { license: spdx("MIT", "and", "GPL-3.0-only") } },
      options: { allow: ["MIT"] },
      speaks: ["not-allowed"]
    },
    {
      title: "A text that is no SPDX expression",
      dossier: { evidence: { license: present({ declared: "SEE LICENSE IN LICENSE.md" }) } },
      options: { allow: ["MIT"] },
      speaks: ["unclear-warning"]
    },
    {
      title: "No license, where the policy wants one",
      dossier: { evidence: { license: absent } },
      options: { allow: ["MIT"], unknown: "error" },
      speaks: ["unclear"]
    }
  ]
});
function spdx(license, join, other) {
  if (join === void 0 || other === void 0) return present({ declared: license, expression: { license } });
  const expression = { join, left: { license }, right: { license: other } };
  return present({ declared: `${license} ${join.toUpperCase()} ${other}`, expression });
}

// src/rules/masked.ts
function masked(spec, remote) {
  const withoutUser = (whole, before, user) => user === "git" ? whole : `${before ?? ""}***@`;
  const start = remote ? spec.replace(/^([a-z][a-z0-9+.-]*:)?([^\\/?#]*)@/i, withoutUser) : spec;
  return start.replaceAll(/(:[\\/]+)([^\\/?#]*)@/g, withoutUser).replace(/\?[^#]*/, "?***");
}

// src/rules/lockfile.ts
var WRITERS = [
  [/(?:^|\/)yarn\.lock$/, "yarn install"],
  [/(?:^|\/)pnpm-lock[^/]*\.yaml$/, "pnpm install --lockfile-only"],
  [/(?:^|\/)bun\.lock$/, "bun install --lockfile-only"]
];
function writerOf(path) {
  return WRITERS.find(([name]) => name.test(path))?.[1] ?? "npm install --package-lock-only";
}
var lockAgain3 = (args) => `Lock again with the package manager (\`${writerOf(plain(args.path))}\`), and commit ${quoted(args.path)} as it writes it; do not edit it by hand.`;
function about({ name, version }) {
  if (name === void 0) return "";
  return ` about ${quoted(version === void 0 ? name : `${name}@${version}`)}`;
}
function difference({ field, packages, dependencies }) {
  if (field === "presence") return "only `dependencies` has it";
  const shown2 = (value) => quoted(field === "resolved" && value !== void 0 ? masked(String(value), true) : value);
  return `${quoted(field)} is ${shown2(packages)} in the one and ${shown2(dependencies)} in the other`;
}
function manifestDifference(args) {
  const { manifest, workspace, asked, locked, pinned } = args;
  const spec = (value) => value === "" ? "nothing" : quoted(masked(plain(value), false));
  if (workspace !== void 0) {
    return `${quoted(args.path)} has ${quoted(workspace)} as a workspace, and ${quoted(manifest)} does not declare it.`;
  }
  if (pinned !== void 0) {
    return `${quoted(manifest)} asks for ${spec(asked)} of ${quoted(args.name)}, and ${quoted(args.path)} pins ${quoted(pinned)}, which is not what was asked for.`;
  }
  return `For ${quoted(args.name)}, ${quoted(manifest)} asks for ${spec(asked)}, and by ${quoted(args.path)} it asks for ${spec(locked)}.`;
}
function settingDifference({ path, list, key, manifest, asked, locked, more }) {
  if (more !== void 0) return `${quoted(path)} repeats ${plain(more)} more of the project's settings otherwise.`;
  const said = (value) => value === "" ? "" : ` as ${quoted(masked(plain(value), false))}`;
  const entry2 = `${quoted(key)} among its ${quoted(list)}`;
  if (manifest === void 0) {
    return `${quoted(path)} has ${entry2}${said(locked)}, and none of the project's settings says so: the lockfile alone decides it.`;
  }
  return locked === void 0 ? `${quoted(manifest)} has ${entry2}${said(asked)}, and ${quoted(path)} was not locked with it.` : `${quoted(manifest)} has ${entry2}${said(asked)}, and ${quoted(path)} has it${said(locked)}.`;
}
var lockfile_default = defineLockfileRule({
  id: "lockfile",
  summary: "The lockfile says one thing, says the same as the manifests, and is the one that counts.",
  why: "Reviewers and tools read one of two maps, one of two lockfiles, or the manifest; npm installs from another. npm prefers `packages` to `dependencies` whatever the version says, and `npm-shrinkwrap.json` to `package-lock.json`; a dependency that no lockfile pins is chosen on the day it is installed. A disagreement between manifest and lockfile counts only where the change introduced it.",
  recommended: "error",
  floor: "part",
  messages: {
    "maps-disagree": {
      weight: "floor",
      text: (args) => `The two maps of ${quoted(args.path)}, \`packages\` and \`dependencies\`, disagree${about(args)}: ${difference(args)}. Both were judged.`,
      remediation: lockAgain3
    },
    "manifest-disagrees": {
      weight: "floor",
      text: manifestDifference,
      remediation: lockAgain3
    },
    "setting-disagrees": {
      weight: "floor",
      text: settingDifference,
      remediation: lockAgain3
    },
    "not-locked": {
      weight: "floor",
      text: (args) => `${quoted(args.manifest)} asks for ${quoted(args.name)}, and ${quoted(args.path)} does not pin it: what is installed is decided on the day of the install.`,
      remediation: lockAgain3
    },
    incomplete: {
      weight: "floor",
      text: (args) => `An entry of ${quoted(args.path)} asks for ${quoted(masked(`${plain(args.name)}@${plain(args.asked)}`, false))}, and no entry answers it: what is installed is decided on the day of the install.`,
      remediation: lockAgain3
    },
    shadowed: {
      weight: "floor",
      text: (args) => `${quoted(args.path)} is not the lockfile that counts: npm reads ${quoted(args.winner)}. Both were judged.`,
      remediation: (args) => `Keep one of the two: remove ${quoted(args.path)} or ${quoted(args.winner)}.`
    },
    "no-lockfile": {
      weight: "level",
      text: (args) => `${quoted(args.path)} newly asks for ${quoted(args.name)}${args.asked === 1 ? "" : ` and other packages (${plain(args.asked)} in all)`}, and no lockfile pins what is installed.`,
      remediation: () => "Commit the lockfile of that folder, or leave the folder out of the gate in the policy of the base (`lockfiles` with `exclude`)."
    },
    deleted: {
      weight: "level",
      text: (args) => `${quoted(args.path)} is deleted: what it pinned is no longer decided by anything that can be judged.`,
      remediation: (args) => `Restore ${quoted(args.path)}; if the folder is given up, leave it out of the gate in the policy of the base first (\`lockfiles\` with \`exclude\`).`
    },
    "moved-manager": {
      weight: "advice",
      text: (args) => `${quoted(args.former)} gives way to ${quoted(args.path)}: the folder moves from ${quoted(args.from)} to ${quoted(args.to)}.`,
      remediation: () => "Make sure that the move is meant, and that the build no longer uses the former manager."
    },
    "moved-folder": {
      weight: "advice",
      text: (args) => `${quoted(args.path)} is compared with ${quoted(args.former)}, which is gone: only what is not locked alike there was judged.`,
      remediation: () => "Make sure that the project was moved, and that nothing else is installed from the former folder."
    },
    "not-comparable": {
      weight: "advice",
      text: (args) => `For ${plain(args.packages)} of the packages that stay in the same version, ${quoted(args.path)} has no digest in common with the base's ${quoted(args.former)}. The registry was asked instead: every digest of either is what it states.`,
      remediation: () => "Nothing to mend: the format of one of the two lockfiles has no place for the digests of the other."
    },
    competes: {
      weight: "advice",
      text: (args) => `${quoted(args.others)} of another package manager stands beside ${quoted(args.path)}: which one is installed from depends on who installs.`,
      remediation: () => "Keep the lockfile of one package manager in the folder."
    },
    unreachable: {
      weight: "advice",
      text: (args) => args.more === void 0 ? `Nothing asks for ${quoted(`${plain(args.name)}@${plain(args.version)}`)} in ${quoted(args.path)}; it is judged as a production dependency.` : `Nothing asks for ${plain(args.more)} more of the packages in ${quoted(args.path)}; they are judged as production dependencies.`,
      remediation: lockAgain3
    },
    "submodule-changed": {
      weight: "advice",
      text: (args) => `The submodule ${quoted(args.path)} is added or points at another commit: what it holds is not judged here.`,
      remediation: () => "Look at the change in the submodule's own repository, and run lockgate there."
    }
  },
  check({ observation }) {
    const { code, path, line, name, version, args } = observation;
    const subject = { path, ...name === void 0 ? {} : { name }, ...version === void 0 ? {} : { version } };
    const places2 = typeof args.places === "number" ? args.places : 1;
    return [{ code, args: { ...args, ...subject }, stable: args, line, places: places2 }];
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
      speaks: ["maps-disagree"]
    },
    {
      title: "The lockfile's root asks for another range than package.json",
      observation: {
        code: "manifest-disagrees",
        path: "package-lock.json",
        line: 7,
        name: "left-pad",
        args: { manifest: "package.json", asked: "prod ^1.3.0", locked: "prod ^1.2.0" }
      },
      speaks: ["manifest-disagrees"]
    },
    {
      title: "An override that only the lockfile has",
      observation: {
        code: "setting-disagrees",
        path: "pnpm-lock.yaml",
        line: 7,
        args: { list: "overrides", key: "left-pad", locked: "1.2.0" }
      },
      speaks: ["setting-disagrees"]
    },
    {
      title: "A catalog entry that the lockfile has otherwise",
      observation: {
        code: "setting-disagrees",
        path: "pnpm-lock.yaml",
        line: 9,
        args: {
          ...{ list: "catalogs", key: "default left-pad", manifest: "pnpm-workspace.yaml" },
          ...{ asked: "^1.3.0", locked: "^1.2.0" }
        }
      },
      speaks: ["setting-disagrees"]
    },
    {
      title: "What is pinned is not what both ask for",
      observation: {
        code: "manifest-disagrees",
        path: "package-lock.json",
        line: 7,
        name: "left-pad",
        args: { manifest: "package.json", asked: "prod ^1.3.0", locked: "prod ^1.3.0", pinned: "left-pad@1.2.0" }
      },
      speaks: ["manifest-disagrees"]
    },
    {
      title: "A workspace that package.json does not know",
      observation: {
        code: "manifest-disagrees",
        path: "package-lock.json",
        line: 7,
        args: { manifest: "package.json", workspace: "packages/stray" }
      },
      speaks: ["manifest-disagrees"]
    },
    {
      title: "package.json gains a dependency and the lockfile stays as it was",
      observation: {
        code: "not-locked",
        path: "package-lock.json",
        line: 1,
        name: "left-pad",
        args: { manifest: "package.json", asked: "prod ^1.3.0", locked: "" }
      },
      speaks: ["not-locked"]
    },
    {
      title: "A block is cut out of yarn.lock",
      observation: { code: "incomplete", path: "yarn.lock", line: 5, name: "left-pad", args: { asked: "^1.3.0" } },
      speaks: ["incomplete"]
    },
    {
      title: "`npm-shrinkwrap.json` beside `package-lock.json`",
      observation: { code: "shadowed", path: "package-lock.json", line: 1, args: { winner: "npm-shrinkwrap.json" } },
      speaks: ["shadowed"]
    },
    {
      title: "A manifest that gains dependencies and has no lockfile",
      observation: { code: "no-lockfile", path: "tools/package.json", line: 4, name: "left-pad", args: { asked: 2 } },
      speaks: ["no-lockfile"]
    },
    {
      title: "A deleted lockfile",
      observation: { code: "deleted", path: "package-lock.json", line: 1, args: {} },
      speaks: ["deleted"]
    },
    {
      title: "From npm to pnpm",
      observation: {
        code: "moved-manager",
        path: "pnpm-lock.yaml",
        line: 1,
        args: { from: "npm", to: "pnpm", former: "package-lock.json" }
      },
      speaks: ["moved-manager"]
    },
    {
      title: "A project that moved to another folder",
      observation: {
        code: "moved-folder",
        path: "apps/web/package-lock.json",
        line: 1,
        args: { former: "web/package-lock.json" }
      },
      speaks: ["moved-folder"]
    },
    {
      title: "From npm to Yarn berry, whose checksums are of archives that it packs itself",
      observation: {
        code: "not-comparable",
        path: "yarn.lock",
        line: 1,
        args: { former: "package-lock.json", packages: 42 }
      },
      speaks: ["not-comparable"]
    },
    {
      title: "yarn.lock beside package-lock.json",
      observation: { code: "competes", path: "package-lock.json", line: 1, args: { others: "yarn.lock" } },
      speaks: ["competes"]
    },
    {
      title: "An entry left behind",
      observation: {
        code: "unreachable",
        path: "package-lock.json",
        line: 90,
        name: "left-pad",
        version: "1.3.0",
        args: { places: 2 }
      },
      speaks: ["unreachable"]
    },
    {
      title: "More of them than are named one by one",
      observation: { code: "unreachable", path: "package-lock.json", line: 400, args: { more: 12 } },
      speaks: ["unreachable"]
    },
    {
      title: "A submodule at another commit",
      observation: { code: "submodule-changed", path: "vendor/library", line: 1, args: {} },
      speaks: ["submodule-changed"]
    }
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
  why: "Advisories follow attacks by 2.5 hours to 23 days, so this rule stops what is merged late, and a daily audit finds what is in already. Records can be wrong: `debug` and `ngx-bootstrap` have had ranges that take in every version ever published. So a record that names no exact version, about an old version of a package that thousands depend on, asks for a look and blocks nothing.",
  incident: {
    date: "2025-08",
    what: "PhantomRaven: 126 packages, many under names that agents find plausible, stayed up for about sixty days. For most of that time nobody had recorded them; from then on a record keeps out whoever would still merge one."
  },
  recommended: "error",
  floor: "part",
  defaults: { reviewAfter: "90d" },
  options: (z) => ({
    reviewAfter: duration(z).describe(
      "How old a version of a high-impact package must be for a record that names a range, and not this version, to be a warning."
    )
  }),
  sources: "registry",
  needs: ["malware", "prominence", "publishedAt"],
  messages: {
    malicious: {
      weight: "floor",
      text: (args) => `${named(args)} is recorded as malicious: ${advisoryIds(args)}${reach(args)}.`,
      remediation: (args) => `Remove ${named(args)}; where it was ever installed, treat that machine's secrets as known to others.`
    },
    review: {
      weight: "advice",
      text: (args) => `${named(args)} lies in the range of a malware record that does not name it: ${advisoryIds(args)}${reach(args)}; it is an old version of a package that many use.`,
      remediation: (args) => `Read ${quoted(args.advisory)}: if it is about ${named(args)}, remove that; if its range is wrong, have it corrected.`
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
  examples: [
    { title: "No record", dossier: {}, speaks: [] },
    {
      title: "A vulnerability is not malware",
      dossier: { evidence: { advisories: record({ malware: false }) } },
      speaks: []
    },
    {
      title: "A registry that keeps no advisories",
      dossier: { evidence: { malware: present({ state: "not-applicable" }) } },
      speaks: []
    },
    {
      title: "A record that names this version",
      dossier: { evidence: { malware: record(), prominence: present(3) } },
      speaks: ["malicious"]
    },
    {
      title: "A record of every version of a package that hardly anybody uses",
      dossier: { evidence: { malware: record({ exact: false }) } },
      speaks: ["malicious"]
    },
    {
      title: "A record of every version, about an old release of a package that thousands depend on",
      dossier: {
        change: { name: "debug" },
        evidence: { malware: record({ exact: false }), prominence: present(3) }
      },
      speaks: ["review"]
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
      speaks: ["malicious"]
    }
  ]
});

// src/rules/name-similarity.ts
var likenesses = {
  same: "differs in nothing but punctuation, affixes, the order of words or characters that look alike",
  "one-edit": "is one letter away",
  "two-edits": "is two letters away"
};
var sureOf = (args) => `Make sure that ${quoted(args.name)} is meant and not ${quoted(args.popular)}; if it is, allow it in the policy of the base: \`name-similarity\` with \`allow\`.`;
var name_similarity_default = definePackageRule({
  id: "name-similarity",
  summary: "A name that the base did not have is not close to the name of a far more popular package.",
  why: "A misspelt or disguised name installs whatever its owner chose: crossenv (2017) waited for those who meant cross-env, and sent off what it found in the environment. Names are held against the bundled list of those that most projects depend on; a name on that list is no imitation. Of names that models invent only 13 % are that close to a real one: age and existence catch the others.",
  recommended: "error",
  floor: "none",
  defaults: { timesLessPopular: 1e3, allow: [] },
  options: (z) => ({
    timesLessPopular: z.int({ error: "expected a whole number, such as `1000`" }).min(1, { error: "expected at least 1" }).describe("How many times less often the name must be downloaded than the one that it is close to."),
    allow: packageSelectors(z).describe("Packages whose names are known to be meant: `name` or `name@range`.")
  }),
  sources: "registry",
  needs: ["lookalike"],
  messages: {
    similar: {
      weight: "level",
      text: (args) => `${quoted(args.name)} is new to this lockfile and ${plain(args.likeness)} from ${quoted(args.popular)}, number ${plain(args.rank)} of the most used names: ${plain(args.own)} downloads in the last month against ${plain(args.monthly)}.`,
      remediation: sureOf
    },
    unmeasured: {
      weight: "advice",
      text: (args) => `${quoted(args.name)} is new to this lockfile and ${plain(args.likeness)} from ${quoted(args.popular)}, number ${plain(args.rank)} of the most used names; how often the two are downloaded could not be read.`,
      remediation: sureOf
    }
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (context.mode === "audit" || change.baseVersions.length > 0) return [];
    if (selects(options.allow, change.name, change.version) || evidence.lookalike.state === "absent") return [];
    const { name, rank, likeness, monthly, own } = evidence.lookalike.value;
    const args = { ...identity(change), popular: name, rank, likeness: likenesses[likeness] };
    if (monthly === void 0 || own === void 0) {
      return [{ code: "unmeasured", args, stable: { popular: name } }];
    }
    if (own * options.timesLessPopular > monthly) return [];
    return [{ code: "similar", args: { ...args, own, monthly }, stable: { popular: name } }];
  },
  examples: [
    { title: "A name like no other", dossier: {}, speaks: [] },
    {
      title: "Two letters swapped",
      dossier: {
        change: { name: "lodahs" },
        evidence: {
          lookalike: present({ name: "lodash", rank: 31, likeness: "one-edit", monthly: 2e8, own: 12 })
        }
      },
      speaks: ["similar"]
    },
    {
      title: "The same where no downloads are to be had: a warning",
      dossier: {
        change: { name: "lodahs" },
        evidence: { lookalike: present({ name: "lodash", rank: 31, likeness: "one-edit", own: 12 }) }
      },
      speaks: ["unmeasured"]
    },
    {
      title: "The same where only its own downloads are not to be had",
      dossier: {
        change: { name: "lodahs" },
        evidence: { lookalike: present({ name: "lodash", rank: 31, likeness: "one-edit", monthly: 2e8 }) }
      },
      speaks: ["unmeasured"]
    },
    {
      title: "A name of its own standing",
      dossier: {
        change: { name: "preact" },
        evidence: {
          lookalike: present({
            ...{ name: "react", rank: 200, likeness: "one-edit" },
            ...{ monthly: 1e8, own: 2e7 }
          })
        }
      },
      speaks: []
    },
    {
      title: "A name that the base has",
      dossier: {
        change: { name: "lodahs", baseVersions: ["1.0.0"] },
        evidence: {
          lookalike: present({ name: "lodash", rank: 31, likeness: "one-edit", monthly: 2e8, own: 12 })
        }
      },
      speaks: []
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
      speaks: []
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
function marksOf({ account, branch, people }, own) {
  const bots = new Set([...knownDependencyBots, ...own.dependencyBots].map(folded));
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
  const marks = [];
  if (account !== void 0) {
    const { login, type } = account;
    const unlisted = type !== "User" && !bots.has(folded(login)) ? login : void 0;
    push("account", ofName(login) ?? unlisted ?? ofBot(login));
  }
  if (branch !== void 0) push("branch", branchMark(branch, own));
  for (const { role, name, email } of people) push(role, ofEmail(email) ?? ofName(name) ?? ofBot(name));
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
  return marks.some((mark) => mark.endsWith("/") && wanted.startsWith(folded(mark))) ? branch : void 0;
}
var folded = (text3) => text3.trim().toLowerCase();

// src/rules/new-direct-dependency.ts
var names = (z, expected2) => z.array(z.string({ error: expected2 }).trim().min(1, { error: expected2 }).max(200, { error: expected2 }), {
  error: `expected a list; ${expected2}`
});
var remediation = (args) => `Ask somebody who did not propose ${quoted(args.name)} to decide: use what the project has already, or record an exception on the base branch with the reason.`;
var new_direct_dependency_default = definePackageRule({
  id: "new-direct-dependency",
  summary: "A direct dependency that the base did not have was decided on by a person.",
  why: "Coding agents invent package names, and name real ones that were taken over: a study of 2025 (USENIX Security) found 205,474 invented names, in 5 % of what commercial models named and 22 % of what open ones did. Whoever proposes a dependency must not be the one who admits it. So a change that bears the mark of an agent, or of a bot that is not known to update dependencies, needs a decision for each direct dependency that it adds. Marks are what the pull request and its commits say of themselves: they can be left out, so that there is none proves nothing; the preset `strict` asks for a decision from everybody.",
  incident: {
    date: "2025-08",
    what: "Many of the 126 names of PhantomRaven were such as a model makes up when it is asked for a library. Each waited for somebody to accept a manifest that nobody had chosen."
  },
  recommended: "off",
  strictLevel: "error",
  floor: "none",
  defaults: { agents: "error", marks: [], dependencyBots: [] },
  options: (z) => ({
    agents: z.enum(["off", "warn", "error"]).describe(
      "The level where the change bears the mark of an agent or bot, if that is stricter than the rule's own."
    ),
    marks: names(
      z,
      "expected an account, a name, an e-mail address, or the beginning of a branch name with `/` at its end"
    ).describe(
      `What gives away further agents: accounts or commit names, e-mail addresses, and beginnings of branch names that end in \`/\`. Known already: ${knownAgents.map(({ name }) => name).join(", ")}.`
    ),
    dependencyBots: names(z, "expected the account of a bot, such as `acme-updates[bot]`").describe(
      `Further bots that are trusted to update dependencies: their own marks do not count. Known already: ${knownDependencyBots.join(", ")}.`
    )
  }),
  audit: { agents: "warn" },
  sources: "any",
  needs: ["authorship"],
  messages: {
    "by-agent": {
      weight: { option: "agents" },
      text: (args) => `${named(args)} is a new direct dependency, and the change bears the mark of ${quoted(args.who)} (${placeOf2(args.on)}): nobody but its proposer has decided on it.`,
      remediation
    },
    undecided: {
      weight: "level",
      text: (args) => `${named(args)} is a new direct dependency, and nobody but its proposer has decided on it.`,
      remediation
    }
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (context.mode === "audit" || change.kind !== "added" || !change.direct || change.baseVersions.length > 0) {
      return [];
    }
    const [mark] = evidence.authorship.state === "present" ? marksOf(evidence.authorship.value, options) : [];
    const about2 = identity(change);
    if (mark === void 0) return [{ code: "undecided", args: about2 }];
    const { who, on } = mark;
    return [{ code: "by-agent", args: { ...about2, who, on }, stable: { who } }];
  },
  examples: [
    {
      title: "A person adds a direct dependency: said only where the rule is not off",
      dossier: { evidence: { authorship: made({ account: { login: "octocat", type: "User" } }) } },
      speaks: ["undecided"]
    },
    {
      title: "A dependency bot brings in a name that an update needs",
      dossier: { evidence: { authorship: made({ account: { login: "dependabot[bot]", type: "Bot" } }) } },
      speaks: ["undecided"]
    },
    {
      title: "An agent updates what is there already",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.0", baseVersions: ["1.2.0"] },
        evidence: { authorship: made({ branch: "claude/bump-left-pad" }) }
      },
      speaks: []
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
      speaks: ["by-agent"]
    },
    {
      title: "A bot that is not known to update dependencies opened the pull request",
      dossier: { evidence: { authorship: made({ account: { login: "acme-helper[bot]", type: "Bot" } }) } },
      speaks: ["by-agent"]
    },
    {
      title: "Nothing is known of who made the change",
      dossier: { evidence: { authorship: absent } },
      speaks: ["undecided"]
    }
  ]
});
var places = {
  account: "the account that opened the pull request",
  branch: "the name of the branch",
  author: "the author of a commit",
  committer: "the committer of a commit",
  "co-author": "a co-author of a commit"
};
var placeOf2 = (on) => places[String(on)] ?? "the change";
function made(authorship) {
  return present({ people: [], ...authorship });
}

// src/rules/builds.ts
function spelledRepository(address) {
  return address.toLowerCase().replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "").replace(/\.git$/, "");
}
function certified(build, field) {
  return build.claimed.includes(field) ? void 0 : build[field];
}
function isSame(one, other, id, name) {
  const [a, b] = [certified(one, id), certified(other, id)];
  if (a !== void 0 && b !== void 0 && one.issuer === other.issuer) return a === b;
  const [nameOfOne, nameOfOther] = [name(one), name(other)];
  return nameOfOne === void 0 || nameOfOther === void 0 ? void 0 : spelledRepository(nameOfOne) === spelledRepository(nameOfOther);
}
function isSameRepository(one, other) {
  return isSame(one, other, "sourceRepositoryId", ({ sourceRepository }) => sourceRepository) === true;
}
function isSameOwner(one, other) {
  return isSame(one, other, "ownerId", ({ owner }) => owner);
}

// src/rules/new-package.ts
var downloaded = ({ count }) => count === void 0 ? "how often it is downloaded could not be read" : `it was downloaded ${plain(count)} times in the last month`;
function sibling(own, bringers) {
  if (own.state === "absent" || own.value.state !== "verified" || bringers.state === "absent") return void 0;
  const { identity: build } = own.value;
  const isCertified = ({ claimed }) => !claimed.includes("sourceRepository");
  return bringers.value.find(
    (each) => isCertified(build) && isCertified(each.build) && isSameRepository(build, each.build)
  );
}
var new_package_default = definePackageRule({
  id: "new-package",
  summary: "A name that the lockfile did not have before was first published some time ago.",
  why: "Packages made for an attack are young when they are proposed: an invented name that somebody registered, or a dependency that a hijacked release brings in. flatmap-stream (event-stream, 2018) and plain-crypto-js (axios, March 2026) were new names inside an ordinary upgrade. Such packages stay up for weeks, longer than any cooldown. What an honest upgrade splits off is a new name too, a platform that it builds for since then among them: built in the same repository as the package that brings it in, by provenance that verifies, it is a warning. In an audit every name is already there, and this rule has nothing to say.",
  incident: {
    date: "2026-03-31",
    what: "axios 1.14.1 and 0.30.4, published from the machine of a maintainer, differed from the releases before by one dependency: plain-crypto-js, a name that was hours old and had a postinstall script. They were up for three hours."
  },
  recommended: "error",
  floor: "none",
  defaults: { minimumPackageAge: "30d", unusedFor: "90d", minimumDownloads: 1e3 },
  options: (z) => ({
    minimumPackageAge: duration(z).describe("How long ago the name must have been published for the first time."),
    unusedFor: duration(z).describe("The same for a name that is downloaded less than `minimumDownloads`."),
    minimumDownloads: z.int({ error: "expected a whole number, such as `1000`" }).min(0, { error: "expected no less than 0" }).describe("Downloads of the last month from which a name counts as used.")
  }),
  sources: "registry",
  needs: ["firstPublishedAt"],
  easedBy: ["downloads", "provenance", "bringers"],
  messages: {
    "young-name": {
      weight: "level",
      text: (args) => `${quoted(args.name)} is new to this lockfile, and its name was first published ${minute(args.firstPublishedAt)}: less than the ${plain(args.minimum)} that the policy asks for.`,
      remediation: (args) => `Make sure that ${quoted(args.name)} is the package that is meant and who is behind it, or wait until ${minute(args.passesAt, "up")}, when it passes.`
    },
    unused: {
      weight: "level",
      text: (args) => `${quoted(args.name)} is new to this lockfile; its name was first published ${minute(args.firstPublishedAt)}, and ${downloaded(args)}, where the policy asks for ${plain(args.minimum)} or ${plain(args.least)} downloads.`,
      remediation: (args) => `Make sure that ${quoted(args.name)} is the package that is meant and who is behind it, or wait until ${minute(args.passesAt, "up")}, when it passes.`
    },
    sibling: {
      weight: "advice",
      text: (args) => `${quoted(args.name)} is new to this lockfile, and its name was first published ${minute(args.firstPublishedAt)}; it was built in the same repository as ${quoted(args.bringer)}, which brings it in.`,
      remediation: (args) => `See what the release of ${quoted(args.bringer)} says of ${quoted(args.name)}; from ${minute(args.passesAt, "up")} on it is not new any more.`
    },
    "no-time": {
      weight: "level",
      text: (args) => `${named(args)} is new to this lockfile, and the registry does not say when the name was first published.`,
      remediation: (args) => `Make sure that ${quoted(args.name)} is the package that is meant, and record an exception with the reason.`
    }
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (context.mode === "audit" || change.baseVersions.length > 0) return [];
    if (evidence.firstPublishedAt.state === "absent") return [{ code: "no-time", args: identity(change) }];
    const firstPublishedAt = evidence.firstPublishedAt.value;
    const age = between(firstPublishedAt, context.now);
    const count = evidence.downloads.state === "present" ? evidence.downloads.value : void 0;
    const isYoung = age < milliseconds(options.minimumPackageAge);
    const isUsed = (count ?? -1) >= options.minimumDownloads;
    if (!isYoung && (age >= milliseconds(options.unusedFor) || isUsed)) return [];
    const minimum = isYoung ? options.minimumPackageAge : options.unusedFor;
    const passesAt = after(firstPublishedAt, milliseconds(minimum));
    const args = { ...identity(change), firstPublishedAt, minimum: spelled(minimum), passesAt };
    const bringer = sibling(evidence.provenance, evidence.bringers)?.name;
    if (bringer !== void 0) {
      return [{ code: "sibling", args: { ...args, bringer }, stable: { firstPublishedAt, bringer } }];
    }
    if (isYoung) return [{ code: "young-name", args, stable: { firstPublishedAt } }];
    const use = { least: options.minimumDownloads, ...count === void 0 ? {} : { count } };
    return [{ code: "unused", args: { ...args, ...use }, stable: { firstPublishedAt } }];
  },
  examples: [
    {
      title: "A new name that has been there for exactly 30 days",
      dossier: { evidence: { firstPublishedAt: present("2026-05-16T12:00:00.000Z") } },
      speaks: []
    },
    {
      title: "A young name that the base already has: an ordinary upgrade",
      dossier: {
        change: { kind: "updated", previousVersion: "1.2.0", baseVersions: ["1.2.0"] },
        evidence: { firstPublishedAt: present("2026-06-10T00:00:00.000Z") }
      },
      speaks: []
    },
    {
      title: "Two months old and used",
      dossier: { evidence: { firstPublishedAt: present("2026-04-15T00:00:00.000Z"), downloads: present(1e3) } },
      speaks: []
    },
    {
      title: "Two months old, and hardly anybody uses it",
      dossier: { evidence: { firstPublishedAt: present("2026-04-15T00:00:00.000Z"), downloads: present(999) } },
      speaks: ["unused"]
    },
    {
      title: "Two months old, and its downloads cannot be read",
      dossier: { evidence: { firstPublishedAt: present("2026-04-15T00:00:00.000Z"), downloads: absent } },
      speaks: ["unused"]
    },
    {
      title: "A young name in an audit",
      mode: "audit",
      dossier: { evidence: { firstPublishedAt: present("2026-06-10T00:00:00.000Z") } },
      speaks: []
    },
    {
      title: "A name of last week that an upgrade brings in",
      dossier: {
        change: { name: "plain-crypto-js", direct: false, via: [["axios", "plain-crypto-js"]] },
        evidence: { firstPublishedAt: present("2026-06-08T07:30:00.000Z") }
      },
      speaks: ["young-name"]
    },
    {
      title: "A platform that an upgrade builds for since last week, built in the same repository",
      dossier: {
        change: { name: "left-pad-linux", direct: false, via: [["left-pad", "left-pad-linux"]] },
        evidence: {
          firstPublishedAt: present("2026-06-08T07:30:00.000Z"),
          provenance: verifiedProvenance(),
          bringers: present([{ name: "left-pad", version: "1.3.0", build: buildIdentity }])
        }
      },
      speaks: ["sibling"]
    },
    {
      title: "The same, built in a repository of its own",
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
      speaks: ["young-name"]
    },
    { title: "A new name without any time", dossier: { evidence: { firstPublishedAt: absent } }, speaks: ["no-time"] }
  ]
});

// src/rules/override.ts
var override_default = defineLockfileRule({
  id: "override",
  summary: "No override, patch, package extension or catalog entry comes in or changes unseen.",
  why: "An override decides which version, and which package, everything in the tree gets, whatever the packages themselves ask for: one line can put an old release with a known hole, or a fork under a trusted name, below a hundred packages. What is installed because of it is in the lockfile and is judged as always; this rule makes sure that the line is read.",
  recommended: "warn",
  floor: "none",
  messages: {
    "override-changed": {
      weight: "level",
      text: (args) => `${quoted(args.path)} changes which packages are installed: ${inKeys(args)}.`,
      remediation: () => "Make sure that each of these entries is meant, and why; what they bring in is judged as always."
    },
    "override-unapplied": {
      weight: "level",
      text: (args) => args.more === void 0 ? `${quoted(args.key)} of ${quoted(args.path)} bears on what is installed${args.name === void 0 ? "" : ` of ${quoted(args.name)}`}, and what no lockfile pins was resolved without it: something else may be installed than was judged.` : `${plain(args.more)} more entries of ${quoted(args.path)} bear on what is installed, and what no lockfile pins was resolved without them.`,
      remediation: () => "Lock with the package manager, and let the lockfile be judged: it says what this entry comes to."
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
      speaks: ["override-changed"]
    },
    {
      title: "A catalog entry changes",
      observation: {
        code: "override-changed",
        path: "pnpm-workspace.yaml",
        line: 3,
        args: { changed: "catalog.left-pad", digest: "a".repeat(64) }
      },
      speaks: ["override-changed"]
    },
    {
      title: "What nothing pins was resolved without an override that lockgate cannot apply",
      observation: {
        code: "override-unapplied",
        path: "package.json",
        line: 12,
        name: "left-pad",
        args: { key: "resolutions.a/**/left-pad" }
      },
      speaks: ["override-unapplied"]
    }
  ]
});

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
    packages: z.array(selector2).min(1, { error: "expected at least one package" }).describe("Which packages it is about."),
    builder: text3("expected the id of a builder").optional().describe("The id of the builder, as the statement has it."),
    repository: text3(repository2).regex(/^https:\/\/[^\s/@]+\/.*(?<!\/|\.git)$/, { error: `${repository2}, without \`.git\` and \`/\` at the end` }).optional().describe("The address of the repository that the build ran in."),
    workflow: text3("expected the path of a workflow, such as `.github/workflows/release.yml`").optional().describe("The path of the top-level workflow within the repository."),
    ref: text3("expected a full ref, such as `refs/heads/main`").optional().describe("The full git ref of the build."),
    issuer: text3("expected the address of an OIDC issuer, such as `https://gitlab.acme.example`").regex(/^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
      error: "expected the address of an OIDC issuer, such as `https://gitlab.acme.example`"
    }).optional().describe(
      "The OIDC issuer that vouched for the build, exactly as certificates name it. One that is not public is trusted for these packages by being named here."
    ),
    runner: z.enum(["hosted", "self-hosted"], { error: "expected `hosted` or `self-hosted`" }).optional().describe("Whether the runner was one of the CI service.")
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
function mismatches(expected2, identity2) {
  const fields = [
    ["builder", "builder"],
    ["repository", "sourceRepository"],
    ["workflow", "workflow"],
    ["ref", "ref"],
    ["issuer", "issuer"],
    ["runner", "runner"]
  ];
  return fields.flatMap(([field, of]) => {
    const wanted = expected2[field];
    if (wanted === void 0) return [];
    const found = identity2[of];
    const claimed = of !== "builder" && identity2.claimed.includes(of);
    if (found === wanted && !claimed) return [];
    return [{ field, expected: wanted, ...found === void 0 ? {} : { found }, claimed: found === wanted }];
  });
}

// src/rules/provenance.ts
var because = {
  document: "the document is not what a registry sends",
  bounds: "it is larger or deeper than any honest one",
  "unknown-key": "it was signed by a key that is not trusted",
  "key-period": "its key was not valid at that time",
  certificate: "its certificate was not issued by a trusted authority",
  "transparency-log": "no trusted log vouches for it",
  "log-entry": "the log vouches for something else",
  signature: "its signature is wrong",
  "subject-name": "it is about another package or version",
  "subject-digest": "it is about other bytes than those that are locked",
  "publish-predicate": "it is about another package or version",
  issuer: "its identity was vouched for by an issuer that is not trusted",
  identity: "its identity is not that of a build",
  contradiction: "its statement contradicts its certificate",
  "identity-conflict": "its attestations disagree about where it was built"
};
var inWords2 = ({ check }) => {
  const words2 = Object.hasOwn(because, String(check)) ? because[String(check)] : void 0;
  return `${words2 === void 0 ? "" : `${words2} `}(check ${quoted(check ?? "")})`;
};
var failedArgs = ({ kind, check, expected: expected2, found }) => ({
  kind,
  check,
  ...expected2 === void 0 ? {} : { expected: expected2 },
  ...found === void 0 ? {} : { found }
});
var comparison = ({ expected: expected2, found }) => expected2 === void 0 ? found === void 0 ? "" : `; found ${quoted(found)}` : `; expected ${quoted(expected2)}, found ${found === void 0 ? "nothing" : quoted(found)}`;
function contradiction(args) {
  const { field, expected: expected2, found, claimed } = args;
  const wanted = `${named(args)} must be built with ${quoted(field ?? "")} ${quoted(expected2 ?? "")}`;
  if (claimed === 1) return `${wanted}; only its own statement says so, and its certificate does not.`;
  return `${wanted}; its verified provenance says ${found === void 0 ? "nothing of it" : quoted(found)}.`;
}
var mismatchArgs = ({ field, expected: expected2, found, claimed }) => ({
  field,
  expected: expected2,
  ...found === void 0 ? {} : { found },
  claimed: claimed ? 1 : 0
});
var provenance_default = definePackageRule({
  id: "provenance",
  summary: "Verified provenance says where the package was built, and that is where it is expected to be built.",
  why: "Provenance ties the bytes to a repository, a commit and a workflow. It is verified, never read: an attestation that does not verify, or is about another package or other bytes, is worse than none. Many honest packages have none, so a missing one is advice. A valid one says where something was built, not that it is good: @tanstack in 2026 had it.",
  incident: {
    date: "2025-08-26",
    what: "A token of nx was stolen through a workflow of pull requests. The releases that it was used for, 20.9.0 and others, had no provenance, while those before had one; their postinstall script searched the machine with the help of the coding agents that it found there."
  },
  recommended: "error",
  floor: "none",
  defaults: { depth: "all", expect: [] },
  options: (z) => ({
    depth: z.enum(["direct", "all"], { error: "expected `direct` or `all`" }).describe(
      "Of which packages a missing provenance is spoken of: of direct dependencies, or of all. An invalid one always is."
    ),
    expect: expectations(z).describe(
      "What the provenance of some packages must say. One without verified provenance does not meet it, and every entry that is about a package must be met."
    )
  }),
  sources: "registry",
  needs: ["provenance"],
  messages: {
    invalid: {
      weight: "level",
      text: (args) => `${named(args)} has an attestation that does not count: ${inWords2(args)}${comparison(args)}.`,
      remediation: () => "Do not install it: use the version that was locked before, and tell the registry or the maintainers."
    },
    contradicts: {
      weight: "level",
      text: contradiction,
      remediation: () => "Do not install it before its maintainers confirm where it is built; then change what the policy expects."
    },
    "expected-missing": {
      weight: "level",
      text: (args) => `${named(args)} has no verified provenance, which the policy demands of it.`,
      remediation: () => "Use a version that has it, or change what the policy expects."
    },
    missing: {
      weight: "advice",
      text: (args) => `${named(args)} has no provenance: nothing says where it was built.`,
      remediation: () => "Ask its maintainers to publish with provenance, or accept that its origin is not known."
    }
  },
  check({ dossier, evidence, options }) {
    const { change } = dossier;
    const args = identity(change);
    const { provenance } = evidence;
    const outcome = provenance.state === "present" ? provenance.value : void 0;
    if (outcome?.state === "invalid") {
      return outcome.failed.map((failed) => ({
        code: "invalid",
        args: { ...args, ...failedArgs(failed) },
        stable: { kind: failed.kind, check: failed.check }
      }));
    }
    const expected2 = options.expect.filter((one) => concerns(one, change));
    if (outcome?.state === "verified") {
      return expected2.flatMap((one) => mismatches(one, outcome.identity)).map((one) => ({
        code: "contradicts",
        args: { ...args, ...mismatchArgs(one) },
        stable: mismatchArgs(one)
      }));
    }
    if (expected2.length > 0) return [{ code: "expected-missing", args }];
    if (outcome?.state === "not-applicable") return [];
    return options.depth === "all" || change.direct ? [{ code: "missing", args }] : [];
  },
  examples: [
    {
      title: "Verified provenance, and no expectations",
      dossier: { evidence: { provenance: verifiedProvenance() } },
      speaks: []
    },
    {
      title: "A registry that gives no attestations",
      dossier: { evidence: { provenance: present({ state: "not-applicable" }) } },
      speaks: []
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
      speaks: []
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
      speaks: ["invalid"]
    },
    {
      title: "Built in a repository whose name looks like the one that is expected",
      dossier: {
        evidence: { provenance: verifiedProvenance({ sourceRepository: "https://github.com/acrne/left-pad" }) }
      },
      options: { expect: [{ packages: ["left-pad"], repository: "https://github.com/acme/left-pad" }] },
      speaks: ["contradicts"]
    },
    {
      title: "No provenance where the policy demands one",
      dossier: { evidence: { provenance: absent } },
      options: { expect: [{ packages: ["left-pad"] }] },
      speaks: ["expected-missing"]
    },
    { title: "No provenance: a warning", dossier: { evidence: { provenance: absent } }, speaks: ["missing"] },
    {
      title: "No provenance of an indirect dependency, where only direct ones count",
      dossier: { change: { direct: false }, evidence: { provenance: absent } },
      options: { depth: "direct" },
      speaks: []
    }
  ]
});

// src/rules/listed-publishers.ts
var repository = "expected the address of a repository, such as `https://github.com/acme/tool`, without `.git` and `/` at the end";
var maximum = 366 * 864e5;
var identityExpected = "expected `sourceRepository` (with `workflow` and `ref`), `account`, or `trustedPublisher` with `oidcConfigId`";
var textOf = (z) => (error) => z.string({ error }).regex(/^\S{1,2048}$/, { error });
function identities(z) {
  const text3 = textOf(z);
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
  const text3 = textOf(z);
  const entry2 = z.strictObject({
    packages: z.array(selector(z)).min(1, { error: "expected at least one package" }).describe("Which packages."),
    identity: z.union(identities(z), {
      error: ({ input }) => typeof input === "object" && input !== null ? void 0 : identityExpected
    }).describe(
      "Who publishes them, compared exactly: the identity of a verified provenance, or what the registry says of the publisher."
    ),
    start: z.iso.date("expected a date, such as `2026-01-01`").describe("The first day (UTC) on which it counts."),
    end: z.iso.date("expected a date, such as `2026-12-31`").describe("The last day (UTC) on which it counts: at most a year on."),
    waives: z.array(text3("expected a rule, such as `cooldown`"), { error: "expected a list of rules, such as `[cooldown]`" }).default([]).describe("Rules that are waived for what this identity published; never what is floor."),
    reason: sentence(z, "expected the reason, in words").describe("Why, for whoever reads it in a year.")
  }).refine(({ start, end }) => Date.parse(end) >= Date.parse(start), {
    error: "expected a day that is not before `start`",
    path: ["end"]
  }).refine(({ start, end }) => !(Date.parse(end) - Date.parse(start) > maximum), {
    error: "expected a day at most a year after `start`: somebody has to look again",
    path: ["end"]
  });
  return z.array(entry2, { error: "expected a list of publishers" }).max(500, { error: "expected at most 500 publishers" });
}
function isAbout({ packages }, { name, version }) {
  return packages.some((one) => admits(one)(name, version));
}
function isInForce({ start, end }, now2) {
  const [from, to, at] = [start, end, now2].map((one) => Date.parse(one));
  return at >= from && at < to + 864e5;
}
function isByProvenance({ identity: identity2 }) {
  return "sourceRepository" in identity2;
}
function isBuiltBy({ packages, identity: identity2 }, built) {
  if (!("sourceRepository" in identity2)) return false;
  const { sourceRepository, workflow, ref } = identity2;
  const expected2 = { packages, repository: sourceRepository, ...workflow && { workflow }, ...ref && { ref } };
  return mismatches(expected2, built).length === 0;
}
function isPublishedBy({ identity: identity2 }, { name, trustedPublisher }) {
  if ("account" in identity2) return trustedPublisher === void 0 && name === identity2.account;
  if (!("trustedPublisher" in identity2)) return false;
  return trustedPublisher?.id === identity2.trustedPublisher && trustedPublisher.oidcConfigId === identity2.oidcConfigId;
}

// src/rules/publishers.ts
var import_semver6 = __toESM(require_semver(), 1);
var day = 864e5;
var settledAge = 30 * day;
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
var burst = 3 * day;
function pastOf(history2, version) {
  const release2 = history2.releases.find((one) => one.version === version);
  const isEarlier = (one, byAtLeast) => one.publishedAt !== void 0 && release2?.publishedAt !== void 0 ? between(one.publishedAt, release2.publishedAt) > byAtLeast : isBelow(one.version, version);
  const others = history2.releases.filter((one) => one.version !== version && isEarlier(one, 0));
  const settled = others.filter((one) => isEarlier(one, burst));
  return { release: release2, earlier: inOrder(settled.length > 0 ? settled : others) };
}
function isUnseen(publisher, { earlier }) {
  const key = publisherKey(publisher);
  return key === void 0 || earlier.every((one) => publisherKey(one.publisher) !== key);
}
function isSettled(publishedAt, now2) {
  return publishedAt !== void 0 && between(publishedAt, now2) >= settledAge;
}
function isBelow(one, other) {
  const [a, b] = [import_semver6.default.parse(one), import_semver6.default.parse(other)];
  return a !== null && b !== null && a.compare(b) < 0;
}
function inOrder(releases) {
  const timed = releases.map((release2) => ({ release: release2, at: release2.publishedAt ? Date.parse(release2.publishedAt) : 0 }));
  return timed.sort((a, b) => a.at - b.at).map(({ release: release2 }) => release2);
}
function namesPublishers(history2) {
  return history2.releases.some((one) => publisherKey(one.publisher) !== void 0);
}

// src/rules/publisher.ts
var ask2 = () => "Find out from its maintainers whether that publisher is one of theirs; until then keep the version that was locked before.";
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
  summary: "The version was published by one who has published this package before.",
  why: "Who takes a package over often does it from an account of their own: event-stream in 2018, node-ipc in 2026. Of 22,479 releases 2.9 % had a publisher that was new, so by itself it is a warning. Whatever CI publishes by OIDC goes by one account name, so there the configuration of the trusted publisher is compared. A first release has nobody to be compared with.",
  incident: {
    date: "2018-09-09",
    what: "event-stream was handed to somebody who had asked for it. The new maintainer added flatmap-stream, a name of four days, to 3.3.6; its payload came later, inside the range. The malicious release was up for 52 days."
  },
  recommended: "warn",
  floor: "none",
  defaults: { listed: [] },
  options: (z) => ({
    listed: listedPublishers(z).describe(
      "Who publishes some packages: whatever else publishes them is spoken of. The key `publishers` of the policy is the same list."
    )
  }),
  sources: "registry",
  needs: ["history", "publisher", "provenance"],
  messages: {
    unlisted: {
      weight: "level",
      text: (args) => `${named(args)} was not published by anyone that the policy lists for it and that counts today.`,
      remediation: () => "Find out who published it. If that is right, list the publisher in the policy, with a new start and end."
    },
    unseen: {
      weight: "level",
      text: (args) => `${named(args)} was published by ${quoted(args.publisher)}, who published no earlier release of it, those of the 72 h before aside.`,
      remediation: ask2
    },
    unnamed: {
      weight: "level",
      text: (args) => `The registry does not say who published ${named(args)}, and does of other releases.`,
      remediation: ask2
    }
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    const listed2 = options.listed.filter((entry2) => isAbout(entry2, change));
    if (listed2.length > 0) {
      const counting = listed2.filter((entry2) => isInForce(entry2, context.now));
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
  examples: [
    { title: "Published by the same account as before", dossier: {}, speaks: [] },
    {
      title: "The first release of a package",
      dossier: {
        evidence: { history: history({ "1.3.0": "2025-06-01T08:00:00.000Z" }), publisher: present(oidc("a")) }
      },
      speaks: []
    },
    {
      title: "An account that published none of it before",
      dossier: {
        evidence: { publisher: present({ name: "mallory" }), history: history(twoReleases, { "1.2.0": alice }) }
      },
      speaks: ["unseen"]
    },
    {
      title: "Trusted publishing from another configuration under the same account name",
      dossier: {
        evidence: {
          publisher: present(oidc("b")),
          history: history(twoReleases, { "1.2.0": { publisher: oidc("a") } })
        }
      },
      speaks: ["unseen"]
    },
    {
      title: "Built where the policy says that it is built",
      dossier: { evidence: { provenance: verifiedProvenance() } },
      options: { listed: [acme] },
      speaks: []
    },
    {
      title: "Built elsewhere than the policy lists",
      dossier: {
        evidence: { provenance: verifiedProvenance({ sourceRepository: "https://github.com/acme-fork/left-pad" }) }
      },
      options: { listed: [acme] },
      speaks: ["unlisted"]
    },
    {
      title: "The entry of the publisher has ended",
      dossier: { evidence: { provenance: verifiedProvenance() } },
      options: { listed: [{ ...acme, start: "2025-01-01", end: "2025-12-31" }] },
      speaks: ["unlisted"]
    },
    {
      title: "Only of this version the registry does not say who published it",
      dossier: { evidence: { publisher: absent, history: history(twoReleases, { "1.2.0": alice }) } },
      speaks: ["unnamed"]
    }
  ]
});

// src/rules/registry.ts
function differingPart(shown2, registry) {
  if (!URL.canParse(shown2) || !URL.canParse(registry)) return "address";
  const [one, other] = [new URL(shown2), new URL(registry)];
  if (one.hostname !== other.hostname) return "host";
  if (one.protocol !== other.protocol) return "scheme";
  return one.port === other.port ? "path" : "port";
}
var lockAgain4 = (args) => `Remove the entry from the lockfile and lock again with the registry set to ${quoted(args.registry)}; do not edit the address by hand.`;
var registry_default = definePackageRule({
  id: "registry",
  summary: "The `resolved` address lies in the registry that is trusted for the name, and is written in its canonical form.",
  why: "A lockfile decides where a package manager downloads from, and few reviewers read it: one changed `resolved` among thousands of lines installs from an attacker's server. Lookalike hosts, user info in front of the host, ports, plain http and spellings that only some URL parsers read alike are all ways to write such an address.",
  recommended: "error",
  floor: "whole",
  sources: "registry",
  needs: [],
  messages: {
    credentials: {
      weight: "floor",
      text: (args) => `The \`resolved\` of ${named(args)} holds user info in front of its host: ${quoted(args.shown)}.`,
      remediation: (args) => `${lockAgain4(args)} If the user info was a credential, revoke it: it is in the history now.`
    },
    elsewhere: {
      weight: "floor",
      text: (args) => `The \`resolved\` of ${named(args)} is ${quoted(args.shown)}, outside ${quoted(args.registry)}: another ${plain(args.part)}.`,
      remediation: (args) => `${lockAgain4(args)} If that address is right, the base's policy must name its registry first (\`registries\`).`
    },
    invalid: {
      weight: "floor",
      text: (args) => `The \`resolved\` of ${named(args)} is no address that can be read: ${quoted(args.shown)}.`,
      remediation: lockAgain4
    },
    "not-canonical": {
      weight: "floor",
      text: (args) => `The \`resolved\` of ${named(args)} is not in canonical form, so that two programs may read it as two addresses: ${quoted(args.shown)}.`,
      remediation: lockAgain4
    }
  },
  check(subject) {
    const { dossier } = subject;
    const registry = registryOf(dossier);
    return pinsOf(dossier).flatMap(({ pin, address }) => {
      if (address.verdict === "trusted" || address.verdict === "omitted") return [];
      const shown2 = address.shown ?? "";
      return [
        {
          code: address.verdict,
          args: { ...identity(dossier.change), registry, shown: shown2, part: differingPart(shown2, registry) },
          stable: { shown: shown2 },
          line: pin.line,
          places: pin.places
        }
      ];
    });
  },
  examples: [
    { title: "The address is the trusted registry's", dossier: {}, speaks: [] },
    {
      title: "The lockfile omits the address: the registry that applies to the name is meant",
      dossier: { addresses: [{ verdict: "omitted" }] },
      speaks: []
    },
    {
      title: "A lookalike host",
      dossier: {
        addresses: [
          { verdict: "elsewhere", shown: "https://registry.example.evil.test/left-pad/-/left-pad-1.3.0.tgz" }
        ]
      },
      speaks: ["elsewhere"]
    },
    {
      title: "Plain http",
      dossier: {
        addresses: [
          { verdict: "elsewhere", shown: `${exampleRegistry.replace("https", "http")}left-pad/-/left-pad-1.3.0.tgz` }
        ]
      },
      speaks: ["elsewhere"]
    },
    {
      title: "The registry's name as user info of another host",
      dossier: {
        addresses: [{ verdict: "credentials", shown: "https://***@evil.test/left-pad/-/left-pad-1.3.0.tgz" }]
      },
      speaks: ["credentials"]
    },
    {
      title: "An address that no parser accepts",
      dossier: { addresses: [{ verdict: "invalid", shown: "https://[::1/left-pad-1.3.0.tgz" }] },
      speaks: ["invalid"]
    },
    {
      title: "An address that differs from its canonical form",
      dossier: {
        addresses: [{ verdict: "not-canonical", shown: "https:\\\\registry.example\\left-pad\\-\\left-pad-1.3.0.tgz" }]
      },
      speaks: ["not-canonical"]
    }
  ]
});

// src/rules/signature.ts
var because2 = {
  integrity: "the integrity that the lockfile pins is not exactly one SHA-512 hash",
  malformed: "it is not what a registry writes",
  signature: "it was not made over the integrity that is locked",
  "key-period": "its key was not valid when the version was published",
  "publish-time-unknown": "its key has an end, and nothing says whether the version was published before it",
  "unknown-key": "it was made by a key that is not one of the registry"
};
function why({ check }) {
  const words2 = Object.hasOwn(because2, String(check)) ? because2[String(check)] : void 0;
  return words2 ?? `it fails the check ${quoted(check ?? "")}`;
}
var signature_default = definePackageRule({
  id: "signature",
  summary: "The registry's signature covers the name, the version and the very bytes that the lockfile pins.",
  why: "A registry that signs vouches for each version with a key that a mirror, a proxy or whoever rewrites a lockfile does not have. lockgate verifies the signature over the integrity of the lockfile, not over the one that the registry states today, so that a lockfile that pins other bytes is found even where every document agrees with it.",
  recommended: "error",
  floor: "none",
  sources: "registry",
  needs: ["registrySignature"],
  messages: {
    invalid: {
      weight: "level",
      text: (args) => `${named(args)} has a registry signature that does not count: ${why(args)}.`,
      remediation: () => "Do not install it before you know why: compare the lockfile with the registry, and the keys with the ones that the registry publishes."
    },
    absent: {
      weight: "level",
      text: (args) => `${named(args)} is not signed, although its registry signs.`,
      remediation: () => "Ask the registry directly instead of through a mirror, or use another version; a registry that does not sign is `signatures: unsupported` in the policy."
    }
  },
  check({ dossier, evidence }) {
    const { registrySignature } = evidence;
    if (registrySignature.state === "absent") return [{ code: "absent", args: identity(dossier.change) }];
    const outcome = registrySignature.value;
    if (outcome.state !== "invalid") return [];
    const { check } = outcome;
    return [{ code: "invalid", args: { ...identity(dossier.change), check }, stable: { check } }];
  },
  examples: [
    { title: "A signature that verifies", dossier: {}, speaks: [] },
    {
      title: "A registry that offers no keys",
      dossier: { evidence: { registrySignature: present({ state: "not-applicable" }) } },
      speaks: []
    },
    {
      title: "A lockfile that pins other bytes than the registry signed",
      dossier: {
        evidence: { registrySignature: present({ state: "invalid", check: "signature", keyid: "SHA256:a" }) }
      },
      speaks: ["invalid"]
    },
    {
      title: "A signature by a key that the registry does not have",
      dossier: {
        evidence: { registrySignature: present({ state: "invalid", check: "unknown-key", keyid: "SHA256:b" }) }
      },
      speaks: ["invalid"]
    },
    {
      title: "A version without a signature on a registry that signs",
      dossier: { evidence: { registrySignature: absent } },
      speaks: ["absent"]
    }
  ]
});

// src/rules/source.ts
var useRegistry = "Depend on a version that a trusted registry publishes, and lock again.";
var says2 = (what, remediation4 = useRegistry) => ({
  weight: "level",
  text: (args) => `${quoted(args.name)} ${what}: ${quoted(args.spec)}.`,
  remediation: () => remediation4
});
var source_default = definePackageRule({
  id: "source",
  summary: "Packages come from a registry: no git, http, file, exec, patch or portal dependency, no link to what is not a workspace.",
  why: "What does not come from a registry has no publish time, no signature, no history and no advisories: none of the other rules can speak about it. In 2025 126 packages hid their payload behind http dependencies; in May 2026 a worm entered 84 releases through a git dependency whose `prepare` script ran on install.",
  incident: {
    date: "2026-05-11",
    what: "84 versions of @tanstack packages were released by their own workflow, out of a poisoned cache, with valid provenance. What gave them away was an optional dependency on a git commit, whose prepare script runs on install."
  },
  recommended: "error",
  floor: "none",
  sources: "any",
  needs: [],
  messages: {
    outside: says2(
      "is taken from a path outside the repository",
      "Move it into the repository as a workspace, or publish it to a trusted registry."
    ),
    exec: says2("is made by a script of the repository at install time"),
    git: says2(
      "is taken from a git repository, where a branch or a tag can be moved and a `prepare` script runs on install"
    ),
    remote: says2("is downloaded from an address that is no registry's"),
    portal: says2("is a portal to a folder"),
    patch: says2(
      "is changed by a patch at install time",
      "Use an unpatched release, or record an exception that names who reviewed the patch."
    ),
    link: says2(
      "is a link to a folder that is no workspace, in the place of a registry package",
      "Declare the folder as a workspace, or depend on the published package."
    ),
    file: says2("is a tarball that lies in the repository, which nobody can compare with a published one")
  },
  check({ dossier }) {
    const { change } = dossier;
    const { kind, outside, workspace } = change.source;
    if (kind === "registry" || kind === "workspace") return [];
    if (kind === "link" && workspace === true && outside !== true) return [];
    const spec = masked(change.source.spec ?? "", kind === "git" || kind === "remote");
    const places2 = change.pins.reduce((sum, pin) => sum + pin.places, 0);
    return [
      {
        code: outside === true ? "outside" : kind,
        args: { ...identity(change), spec },
        stable: { spec },
        places: Math.max(places2, 1)
      }
    ];
  },
  examples: [
    { title: "A package from the registry", dossier: {}, speaks: [] },
    {
      title: "A link to a workspace of this repository",
      dossier: { change: { source: { kind: "link", spec: "packages/left-pad", workspace: true } } },
      speaks: []
    },
    {
      title: "A git dependency, its token masked",
      dossier: { change: { source: { kind: "git", spec: "git+https://user:token@git.example/left-pad.git#main" } } },
      speaks: ["git"]
    },
    {
      title: "A tarball from an address",
      dossier: { change: { source: { kind: "remote", spec: "http://packages.evil.test/left-pad.tgz" } } },
      speaks: ["remote"]
    },
    {
      title: "A tarball in the repository",
      dossier: { change: { source: { kind: "file", spec: "file:vendor/left-pad-1.3.0.tgz" } } },
      speaks: ["file"]
    },
    {
      title: "A path that leaves the repository",
      dossier: { change: { source: { kind: "link", spec: "../../etc", outside: true } } },
      speaks: ["outside"]
    },
    {
      title: "A folder that is no workspace takes the name of a registry package",
      dossier: { change: { source: { kind: "link", spec: "tools/left-pad", workspace: false } } },
      speaks: ["link"]
    },
    {
      title: "A script makes the package",
      dossier: { change: { source: { kind: "exec", spec: "exec:./generate.js" } } },
      speaks: ["exec"]
    },
    {
      title: "A patched package",
      dossier: { change: { source: { kind: "patch", spec: "patch:left-pad@npm%3A1.3.0#./left-pad.patch" } } },
      speaks: ["patch"]
    },
    {
      title: "A portal",
      dossier: { change: { source: { kind: "portal", spec: "portal:./vendor/left-pad" } } },
      speaks: ["portal"]
    }
  ]
});

// src/rules/source-identity.ts
var ask3 = () => "Find out from its maintainers whether it moved; until then keep the version that was locked before.";
var now = (args) => `${named(args)} was built in ${quoted(args.built)}`;
var source_identity_default = definePackageRule({
  id: "source-identity",
  summary: "The package is built in the repository that it declares, and in the one that the base version was built in.",
  why: "Provenance that verifies says where a package was built, and an attacker can build in a repository of their own. So the repository is compared with the one that the package declares, and with the one of the version that the base locks: by numeric id where the certificates have it, because a name can be taken over once its owner lets go of it.",
  recommended: "error",
  floor: "none",
  sources: "registry",
  needs: ["provenance", "release", "predecessorProvenance"],
  messages: {
    "other-repository": {
      weight: "level",
      text: (args) => `${now(args)}, and declares ${quoted(args.declared)} as its repository.`,
      remediation: ask3
    },
    "changed-repository": {
      weight: "level",
      text: (args) => `${now(args)}, which is not the repository that the version in the base was built in: ${quoted(args.before)}.`,
      remediation: ask3
    },
    "changed-owner": {
      weight: "level",
      text: (args) => `${now(args)}, whose owner is not the one that it had for the version in the base.`,
      remediation: ask3
    },
    "changed-workflow": {
      weight: "advice",
      text: (args) => `${named(args)} was built by ${quoted(args.workflow)}; the version in the base was built by ${quoted(args.before)}.`,
      remediation: () => "Look at the workflow in its repository, at the commit that the provenance names."
    }
  },
  check({ dossier, evidence }) {
    const { provenance } = evidence;
    if (provenance.state === "absent" || provenance.value.state !== "verified") return [];
    const build = provenance.value.identity;
    const args = { ...identity(dossier.change), built: build.sourceRepository };
    const built = { built: spelledRepository(build.sourceRepository) };
    const said = [];
    const declared = evidence.release.state === "present" ? evidence.release.value.repository : void 0;
    if (declared !== void 0 && spelledRepository(declared) !== built.built) {
      said.push({ code: "other-repository", args: { ...args, declared }, stable: { ...built, declared } });
    }
    const { predecessorProvenance } = evidence;
    if (predecessorProvenance.state === "absent" || predecessorProvenance.value.state !== "verified") return said;
    const before = predecessorProvenance.value.identity;
    const was = { before: before.sourceRepository };
    if (!isSameRepository(build, before)) {
      said.push({ code: "changed-repository", args: { ...args, ...was }, stable: { ...built, ...was } });
    } else if (isSameOwner(build, before) === false) {
      const owners = { owner: build.ownerId ?? build.owner ?? "", before: before.ownerId ?? before.owner ?? "" };
      said.push({ code: "changed-owner", args, stable: owners });
    } else if (build.workflow !== void 0 && before.workflow !== void 0 && build.workflow !== before.workflow) {
      const workflows = { workflow: build.workflow, before: before.workflow };
      said.push({ code: "changed-workflow", args: { ...args, ...workflows }, stable: workflows });
    }
    return said;
  },
  examples: [
    { title: "No provenance: nothing to compare", dossier: {}, speaks: [] },
    {
      title: "Built where it is declared and where it was built before; letter case does not count",
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ sourceRepository: "https://github.com/Acme/Left-Pad" }),
          predecessorProvenance: verifiedProvenance(),
          release: release({ repository: "github.com/acme/left-pad" })
        }
      },
      speaks: []
    },
    {
      title: "Built in a repository that it does not declare",
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ sourceRepository: "https://github.com/acrne/left-pad" }),
          release: release({ repository: "github.com/acme/left-pad" })
        }
      },
      speaks: ["other-repository"]
    },
    {
      title: "A repository of the same name that was made anew",
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ sourceRepositoryId: "2002" }),
          predecessorProvenance: verifiedProvenance()
        }
      },
      speaks: ["changed-repository"]
    },
    {
      title: "The repository was handed to another owner",
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
      speaks: ["changed-owner"]
    },
    {
      title: "Another workflow of the same repository: a warning",
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ workflow: ".github/workflows/publish.yml" }),
          predecessorProvenance: verifiedProvenance()
        }
      },
      speaks: ["changed-workflow"]
    },
    {
      title: "The version in the base had an attestation that does not verify: nothing to compare",
      dossier: {
        evidence: {
          provenance: verifiedProvenance(),
          predecessorProvenance: present({ state: "invalid", failed: [{ kind: "provenance", check: "signature" }] })
        }
      },
      speaks: []
    }
  ]
});

// src/rules/takeover.ts
var import_semver7 = __toESM(require_semver(), 1);
var day2 = 864e5;
var dormancy = 365 * day2;
function lineOf(version) {
  const parsed = import_semver7.default.parse(version);
  if (parsed === null || parsed.prerelease.length > 0) return void 0;
  return parsed.major === 0 ? `0.${parsed.minor}` : String(parsed.major);
}
function linesAround({ releases }, at) {
  const near = releases.filter(
    ({ publishedAt }) => publishedAt !== void 0 && Math.abs(between(publishedAt, at)) <= day2
  );
  return new Set(near.flatMap(({ version }) => lineOf(version) ?? [])).size;
}
function formerOf({ earlier }, version) {
  const own = import_semver7.default.parse(version);
  let former;
  for (const release2 of earlier) {
    const other = import_semver7.default.parse(release2.version);
    if (own === null || other === null || other.compare(own) >= 0) continue;
    if (former === void 0 || other.compare(former.version) > 0) former = { release: release2, version: other };
  }
  return former?.release ?? earlier.at(-1);
}
function signsOf(past, releases) {
  const { release: release2, earlier } = past;
  if (release2 === void 0 || earlier.length === 0) return {};
  const at = release2.publishedAt;
  const latest = earlier.at(-1)?.publishedAt;
  const quiet = at === void 0 || latest === void 0 ? 0 : between(latest, at);
  const lines = at === void 0 ? 0 : linesAround(releases, at);
  const former = formerOf(past, release2.version);
  const was = former?.repository;
  const moved = was !== void 0 && release2.repository !== was;
  const hook = release2.hooksDigest !== void 0 && release2.hooksDigest !== former?.hooksDigest;
  return {
    ...quiet >= dormancy ? { dormant: length(quiet) } : {},
    ...lines > 1 ? { lines } : {},
    ...moved ? { was, ...release2.repository === void 0 ? {} : { repository: release2.repository } } : {},
    ...hook ? { hook: 1 } : {}
  };
}
function inWords3({ dormant, lines, was, repository: repository2, hook }) {
  const signs = [
    ...dormant === void 0 ? [] : [`nothing was released for ${plain(dormant)} before it`],
    ...lines === void 0 ? [] : [`${plain(lines)} release lines were published within a day of it`],
    ...was === void 0 ? [] : [
      repository2 === void 0 ? `it does not declare the repository ${quoted(was)} any more` : `it declares ${quoted(repository2)} in the place of ${quoted(was)} as its repository`
    ],
    ...hook === void 0 ? [] : ["it has an install script that the release before did not have"]
  ];
  return signs.join(", and ");
}
var text = (args) => {
  const who = args.publisher === void 0 ? "by one that the registry does not name" : `by ${quoted(args.publisher)}, who published no earlier release of it, those of the 72 h before aside`;
  return `${named(args)} was published ${who}, and ${inWords3(args)}.`;
};
var remediation2 = () => "Treat it as taken over until its maintainers say otherwise: keep the version that was locked before, and read what changed.";
var yearsApart = { "1.2.0": "2019-01-01T00:00:00.000Z", "1.3.0": "2026-06-14T00:00:00.000Z" };
var alice2 = { publisher: { name: "alice" } };
var mallory = present({ name: "mallory" });
var takeover_default = definePackageRule({
  id: "takeover",
  summary: "No publisher who is new to the package comes together with another sign of a takeover.",
  why: "A new publisher alone is common. Together with a year or more without releases (event-stream, node-ipc), several release lines within a day (ua-parser-js published three), another repository or an install script that is new, it is what most takeovers looked like: 0.36 % of 22,479 releases were dormant with a new publisher. After 30 days it is a warning.",
  incident: {
    date: "2026-05-14",
    what: "The e-mail domain of a dormant maintainer of node-ipc had expired; who registered it could have the password set anew. 9.1.6, 9.2.3 and 12.0.1 came on three lines at once, without a script, and were up for three hours."
  },
  recommended: "error",
  floor: "none",
  sources: "registry",
  needs: ["history", "publisher"],
  messages: {
    recent: { weight: "level", text, remediation: remediation2 },
    settled: { weight: "advice", text, remediation: remediation2 }
  },
  check({ dossier, evidence, context }) {
    const { change } = dossier;
    if (evidence.history.state === "absent") return [];
    const past = pastOf(evidence.history.value, change.version);
    const signs = signsOf(past, evidence.history.value);
    if (Object.keys(signs).length === 0) return [];
    if (evidence.publisher.state === "absent" && !namesPublishers(evidence.history.value)) return [];
    const publisher = evidence.publisher.state === "present" ? evidence.publisher.value : void 0;
    if (!isUnseen(publisher, past)) return [];
    const key = publisherKey(publisher);
    const who = publisher === void 0 || key === void 0 ? {} : { publisher: publisherName(publisher) };
    return [
      {
        code: isSettled(past.release?.publishedAt, context.now) ? "settled" : "recent",
        args: { ...identity(change), ...who, ...signs },
        stable: { publisher: key ?? "", signs: Object.keys(signs).sort().join(" ") }
      }
    ];
  },
  examples: [
    { title: "A known publisher", dossier: {}, speaks: [] },
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
      speaks: []
    },
    {
      title: "A new publisher after seven years without a release",
      dossier: { evidence: { publisher: mallory, history: history(yearsApart, { "1.2.0": alice2 }) } },
      speaks: ["recent"]
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
      speaks: ["recent"]
    },
    {
      title: "A new publisher whose first release came minutes before: one of a burst does not vouch for the next",
      dossier: {
        evidence: {
          publisher: mallory,
          history: history(
            { ...yearsApart, "1.2.1": "2026-06-13T23:50:00.000Z" },
            { "1.2.0": alice2, "1.2.1": { publisher: { name: "mallory" } } }
          )
        }
      },
      speaks: ["recent"]
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
      speaks: ["settled"]
    }
  ]
});

// src/rules/trust-downgrade.ts
var import_semver8 = __toESM(require_semver(), 1);

// src/model/trust-rank.ts
var trustRanks = ["none", "provenance", "trusted-publisher", "staged"];
var heightOf = (rank) => trustRanks.indexOf(rank);
function isDowngrade(earlier, current) {
  if (heightOf(current.atMost) < heightOf(earlier.atLeast)) return "yes";
  return heightOf(current.atLeast) >= heightOf(earlier.atMost) ? "no" : "unknown";
}
function compareTrust(a, b) {
  return heightOf(a.atLeast) - heightOf(b.atLeast) || heightOf(a.atMost) - heightOf(b.atMost);
}

// src/rules/trust-downgrade.ts
var words = {
  none: "without provenance and by no trusted publisher",
  provenance: "with provenance",
  "trusted-publisher": "by a trusted publisher",
  staged: "by an approved, staged publish"
};
var inWords4 = (rank) => words[String(rank)] ?? quoted(rank);
var text2 = (args) => `${named(args)} was published ${inWords4(args.now)}; ${quoted(args.earlier)}, an earlier release of the same major, ${inWords4(args.then)}.`;
var remediation3 = (args) => `Find out from its maintainers why it was not published like ${quoted(args.earlier)}; until then keep the version that was locked before.`;
var trust_downgrade_default = definePackageRule({
  id: "trust-downgrade",
  summary: "The version was published with no less trust than an earlier release of the same major.",
  why: "Who steals a token can publish, but not from the workflow of the project: axios 1.14.1 and @solana/web3.js 1.95.6 came without the trusted publishing or the provenance of the release before. The order is staged publish, trusted publisher, provenance, none; what the registry claims of an earlier release suffices to demand the same of this one, and of this one counts what could be verified. Known false alarms are maintenance releases by hand (chokidar 4.0.3, semver 5.7.2 and 6.3.1, vite 6.4.1) and prereleases, which are therefore warnings, as is whatever is older than 30 days.",
  incident: {
    date: "2026-03-31",
    what: "axios was released by trusted publishing from its workflow. 1.14.1 was published with a token instead: the bytes were malicious, and the way they came in was already weaker than that of the version before."
  },
  recommended: "error",
  floor: "none",
  sources: "registry",
  needs: ["priorTrust", "trust", "publishedAt", "provenance", "publisher"],
  messages: {
    weaker: { weight: "level", text: text2, remediation: remediation3 },
    "weaker-settled": { weight: "advice", text: text2, remediation: remediation3 },
    "weaker-prerelease": { weight: "advice", text: text2, remediation: remediation3 },
    unclear: {
      weight: "advice",
      text: (args) => `${named(args)} may have been published with less trust than ${quoted(args.earlier)}, an earlier release of the same major: what the registry says of it leaves that open.`,
      remediation: remediation3
    }
  },
  check({ dossier, evidence, context }) {
    const { change } = dossier;
    if (evidence.priorTrust.state === "absent") return [];
    const { version: earlier, standing: then } = evidence.priorTrust.value;
    if (then.atMost === "none" || evidence.trust.state === "absent") return [];
    const { value: now2 } = evidence.trust;
    const isWeaker = isDowngrade(then, now2);
    if (isWeaker === "no") return [];
    const say = (code, was, is2, why2 = {}) => [
      { code, args: { ...identity(change), earlier, then: was, now: is2 }, stable: { then: was, now: is2, ...why2 } }
    ];
    if (isWeaker === "unknown") {
      const { provenance, publisher } = evidence;
      const read = { provenance: provenance.state, publisher: publisher.state };
      return say("unclear", then.atLeast, now2.atLeast, read);
    }
    if ((import_semver8.default.parse(change.version)?.prerelease.length ?? 0) > 0) {
      return say("weaker-prerelease", then.atLeast, now2.atMost);
    }
    const publishedAt = evidence.publishedAt.state === "present" ? evidence.publishedAt.value : void 0;
    return say(isSettled(publishedAt, context.now) ? "weaker-settled" : "weaker", then.atLeast, now2.atMost);
  },
  examples: [
    { title: "No trust before, and none now", dossier: {}, speaks: [] },
    {
      title: "The first release of its major",
      dossier: { evidence: { priorTrust: absent } },
      speaks: []
    },
    {
      title: "As trusted as before",
      dossier: {
        evidence: {
          provenance: verifiedProvenance(),
          trust: present({ atLeast: "provenance", atMost: "provenance" }),
          priorTrust: present({ version: "1.2.0", standing: { atLeast: "provenance", atMost: "provenance" } })
        }
      },
      speaks: []
    },
    {
      title: "A release of yesterday by a token, where the one before was by a trusted publisher",
      dossier: {
        evidence: {
          publishedAt: present("2026-06-14T12:00:00.000Z"),
          priorTrust: present({
            version: "1.2.0",
            standing: { atLeast: "trusted-publisher", atMost: "trusted-publisher" }
          })
        }
      },
      speaks: ["weaker"]
    },
    {
      title: "The same a year ago: a warning",
      dossier: {
        evidence: {
          publishedAt: present("2025-06-14T12:00:00.000Z"),
          priorTrust: present({ version: "1.2.0", standing: { atLeast: "provenance", atMost: "provenance" } })
        }
      },
      speaks: ["weaker-settled"]
    },
    {
      title: "A prerelease: a warning",
      dossier: {
        change: { version: "1.3.0-rc.1" },
        evidence: {
          publishedAt: present("2026-06-14T12:00:00.000Z"),
          priorTrust: present({ version: "1.2.0", standing: { atLeast: "provenance", atMost: "provenance" } })
        }
      },
      speaks: ["weaker-prerelease"]
    },
    {
      title: "The registry does not say who published the version: a warning",
      dossier: {
        evidence: {
          publisher: absent,
          trust: present({ atLeast: "none", atMost: "staged" }),
          priorTrust: present({ version: "1.2.0", standing: { atLeast: "provenance", atMost: "provenance" } })
        }
      },
      speaks: ["unclear"]
    }
  ]
});

// src/rules/index.ts
var rules = [
  abandonment_default,
  advisory_default,
  alias_default,
  allow_default,
  bundled_default,
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
  milliseconds,
  spelled,
  splitSelector,
  selectorProblem2 as selectorProblem,
  namesNothing,
  spansScopes,
  compileSelector,
  admits,
  keepsOut,
  concerns,
  isAbout,
  isInForce,
  isBuiltBy,
  isPublishedBy,
  compareTrust,
  rules
};
