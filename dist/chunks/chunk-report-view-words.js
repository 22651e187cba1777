import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  logText
} from "./chunk-report-escape.js";
import {
  effectOf
} from "./chunk-model-effect.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  limits,
  visible
} from "./chunk-text-visible.js";

// src/report/view/not-judged.ts
var kinds = ["malware", "advisories", "signatures", "provenance", "publishers", "publishTimes"];
var words = {
  ...{ malware: "malware", advisories: "advisories", signatures: "signatures", provenance: "provenance" },
  ...{ publishers: "publishers", publishTimes: "publish times" }
};
function missingOf({ evidence, unprovided = [], change }) {
  const { existence, malware, advisories, registrySignature, provenance, trust } = evidence;
  const isListed = existence.state === "present" && existence.value.answer === "listed";
  if (change.kind === "removed" || !isListed) return [];
  const lacks = (piece) => piece.state === "present" && piece.value?.state === "not-applicable";
  const isUnnamed = lacks(provenance) && trust.state === "unavailable";
  const missing = {
    ...{ malware: lacks(malware), advisories: lacks(advisories), signatures: lacks(registrySignature) },
    // Who signs, and attests to nothing here, was judged: that is missing provenance.
    provenance: lacks(provenance) && (lacks(registrySignature) || unprovided.includes("attestations")),
    ...{ publishers: isUnnamed || unprovided.includes("publishers") },
    publishTimes: unprovided.includes("publishTimes")
  };
  return kinds.filter((kind) => missing[kind]);
}
function notJudged(dossiers) {
  const packages = /* @__PURE__ */ new Map();
  for (const dossier of dossiers) {
    const { name, version } = dossier.change;
    for (const kind of missingOf(dossier)) {
      packages.set(kind, (packages.get(kind) ?? /* @__PURE__ */ new Set()).add(JSON.stringify([name, version])));
    }
  }
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const found = packages.get(kind);
      return found === void 0 ? [] : [[kind, found.size]];
    })
  );
}
function notJudgedGroups({
  registries
}) {
  const groups = /* @__PURE__ */ new Map();
  for (const kind of kinds) {
    const sum = registries.reduce((total, { notJudged: missing = {} }) => total + (missing[kind] ?? 0), 0);
    if (sum > 0) groups.set(sum, [...groups.get(sum) ?? [], words[kind]]);
  }
  return [...groups].map(([packages, what]) => ({ what, packages }));
}

// src/report/view/silent-registries.ts
function silentRegistries({ changes }) {
  const silent2 = /* @__PURE__ */ new Set();
  const providing = /* @__PURE__ */ new Set();
  for (const { kind, registry, evidence } of changes) {
    if (kind === "removed" || registry === null || evidence.existence !== "listed") continue;
    const { provenance, trust } = evidence;
    (provenance === "not-applicable" && trust === "unavailable" ? silent2 : providing).add(registry);
  }
  return new Set([...silent2].filter((registry) => !providing.has(registry)));
}
var silentWords = "it provides no signatures, publishers or provenance, so those were not checked";

// src/report/view/words.ts
function number(count) {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}
function plural(count, one, many = `${one}s`) {
  return `${number(count)} ${count === 1 ? one : many}`;
}
function packageTitle({ name, version }, show) {
  const shown = show(name, limits.name);
  return version === null ? shown : `${shown} ${show(version, limits.version)}`;
}
function list(words2) {
  return words2.length < 2 ? words2.join("") : `${words2.slice(0, -1).join(", ")} and ${words2.at(-1) ?? ""}`;
}
var levelWords = { error: "error", warn: "warning", note: "note" };
var verdictMeaning = {
  pass: "passed",
  warn: "passed with warnings",
  fail: "blocked",
  error: "could not evaluate"
};
function waitsUntil({ mode, verdict, findings, policy }) {
  if (mode !== "check" || verdict !== "fail") return void 0;
  const blocking = findings.filter((finding) => effectOf(finding, policy.mode) === "blocks");
  const times = blocking.map(({ passesAt }) => Date.parse(passesAt ?? ""));
  if (times.length === 0 || times.some((time) => Number.isNaN(time))) return void 0;
  return minute(new Date(Math.ceil(Math.max(...times) / minuteLength) * minuteLength).toISOString());
}
var minuteLength = 6e4;
function titleWords(report) {
  const until = waitsUntil(report);
  return until === void 0 ? verdictMeaning[report.verdict] : `waiting until ${until}`;
}
function tally({ findings, policy }) {
  const counts = { blocks: 0, warns: 0, notes: 0, covered: 0 };
  for (const finding of findings) counts[effectOf(finding, policy.mode)] += 1;
  return counts;
}
function tallyWords(report) {
  const { blocks, warns, notes, covered } = tally(report);
  const found = [
    blocks > 0 ? plural(blocks, "blocking finding") : "",
    warns > 0 ? plural(warns, "warning") : "",
    notes > 0 ? plural(notes, "note") : "",
    covered > 0 ? plural(covered, "covered finding") : ""
  ].filter((word) => word !== "");
  const failed = report.errors.length > 0 ? `could not evaluate ${plural(report.errors.length, "input")}` : "";
  const said = [failed, list(found)].filter((word) => word !== "").join("; ") || "nothing to report";
  const missing = notJudgedGroups(report).map(
    ({ what, packages }) => `${list(what)} of ${plural(packages, "package")}`
  );
  return missing.length === 0 ? said : `${said}; not judged: ${missing.join("; ")}`;
}
function rulesWords({ findings, policy }, show) {
  const counts = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    if (effectOf(finding, policy.mode) === "blocks") counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
  }
  const rules = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  const total = rules.reduce((sum, [, count]) => sum + count, 0);
  return total < 2 ? "" : rules.map(([rule, count]) => `${show(rule, limits.name)} ${number(count)}`).join(", ");
}
function scopeWords({ mode, counts, changes, lockfiles }) {
  if (lockfiles.length === 0) return "no lockfile was read";
  const where = `in ${plural(lockfiles.length, "lockfile")}`;
  if (mode === "audit") return `${plural(changes.length, "locked package")} ${where}`;
  if (changes.length === 0) return `no dependency changed ${where}`;
  const kinds2 = ["added", "updated", "removed"].filter((kind) => counts[kind] > 0);
  if (kinds2.length === 1) return `${plural(changes.length, "package")} ${kinds2.join("")} ${where}`;
  return `${plural(changes.length, "change")} (${kinds2.map((kind) => `${number(counts[kind])} ${kind}`).join(", ")}) ${where}`;
}
function changeWords(change, mode, show) {
  if (change.kind === "removed") return "removed";
  if (mode === "audit") return "";
  if (change.kind === "added") return "new";
  const { previousVersion, version, changed } = change;
  if (previousVersion !== null && previousVersion !== version) {
    return `updated from ${show(previousVersion, limits.version)}`;
  }
  const aspects = changed.filter((aspect) => aspect !== "version");
  return aspects.length === 0 ? "updated" : `same version, ${list(aspects.map(aspectWords))} changed`;
}
var wordsOfAspects = {
  ...{ "dependency-types": "dependency types", "in-bundle": "whether it is bundled", bin: "programs (`bin`)" },
  ...{ "has-shrinkwrap": "shrinkwrap flag", "has-install-script": "install script flag" },
  "other-fields": "other fields",
  "folder-scripts": "install scripts"
};
var aspectWords = (aspect) => wordsOfAspects[aspect] ?? aspect;
function roleWords({ direct, dependencyTypes, via }) {
  const types = dependencyTypes.join(", ");
  if (direct) return types === "" ? "direct dependency" : `direct dependency (${types})`;
  return via.length === 0 ? "nothing depends on it" : types;
}
function pathWords(path, show, arrow) {
  const names = path.map((name) => show(name, limits.name));
  const shown = names.length <= 8 ? names : [...names.slice(0, 4), `\u2026 ${number(names.length - 7)} more \u2026`, ...names.slice(-3)];
  return shown.join(` ${arrow} `);
}
var existenceWords = /* @__PURE__ */ new Map([
  ["listed", "listed in"],
  ["absent", "not in"],
  ["version-missing", "version missing in"],
  ["no-versions", "without versions in"],
  ["security-placeholder", "security placeholder in"],
  ["refused", "refused by"],
  ["unavailable", "no answer from"]
]);
var silent = ["not-evaluated", "not-applicable"];
var namedAdvisories = 5;
function evidenceWords({ registry, evidence }, show) {
  const existence = existenceWords.get(evidence.existence);
  const place = registry === null || existence === void 0 ? [] : [`${existence} ${show(registry)}`];
  const verified = {
    "registry signature": evidence.registrySignature,
    provenance: evidence.provenance,
    // If a rule needs it and it is unknown, the rule itself says so.
    "trust level": evidence.trust === "unavailable" ? "not-evaluated" : evidence.trust
  };
  const { ids } = evidence.advisories;
  const named = ids.slice(0, namedAdvisories).map((id) => show(id));
  const others = ids.length > named.length ? [`${number(ids.length - named.length)} more`] : [];
  const recorded = ids.length === 0 ? [] : [`advisories: ${list([...named, ...others])}`];
  if (!["listed", "unavailable", ...silent].includes(evidence.existence)) return [...place, ...recorded];
  return [
    ...place,
    ...evidence.publishedAt === null ? [] : [`published ${show(minute(evidence.publishedAt))}`],
    ...Object.entries(verified).flatMap(([what, word]) => silent.includes(word) ? [] : [`${what} ${show(word)}`]),
    ...recorded
  ];
}
var registryRoles = {
  public: "the public registry",
  policy: "from the policy",
  operator: "from your npm configuration or --registry"
};
function registryWords({ role, url, packages }, show) {
  const named = role === "public" ? `${registryRoles[role]} ${show(url)}` : `registry ${show(url)} (${registryRoles[role]})`;
  return `${named} for ${plural(packages, "package")}`;
}
function minute(instant) {
  return visible(instant, limits.version).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/u, "$1 $2 UTC");
}
function placeWords({ path, line }) {
  const shown = visible(path, limits.path);
  return line === void 0 || line < 1 ? shown : `${shown}:${line}`;
}
function placesWords(places, most, show) {
  const named = places.slice(0, most).map((place) => show(placeWords(place)));
  const others = places.length - named.length;
  return others === 0 ? named.join(", ") : `${named.join(", ")} and ${plural(others, "more place")}`;
}
function subjectPlaces({ statements, change, alike }) {
  const locked = statements.flatMap((statement) => statement.places);
  const places = alike.length > 0 ? locked.map(({ path }) => ({ path, line: 0 })) : [...locked, ...change?.direct ? change.manifests : []];
  return [...new Map(places.map((place) => [placeWords(place), place])).values()];
}
function errorLine({ code, message, path, line }) {
  const where = path === void 0 ? "" : `${placeWords(line === void 0 ? { path } : { path, line })}: `;
  return logText(`${where}${visible(message)} (${visible(code, limits.name)})`);
}
function policyWords({ policy }, show) {
  const mode = policy.mode === "observe" ? ", mode observe: only findings that cannot be waived block" : "";
  return `policy ${show(policy.source)} (${show(policy.digest.slice(0, "sha256:".length + 12))}${mode})`;
}
function trustWords({ trust }) {
  if (trust === void 0) return void 0;
  const { material, date, old } = trust;
  const named = { embedded: "built-in", refreshed: "refreshed", given: "given" }[material];
  const [day] = /^\d{4}-\d\d-\d\d/u.exec(date ?? "") ?? [];
  const of = day === void 0 ? "" : ` of ${day}`;
  const advice = old ? ", which is old: update lockgate, or run with --refresh-trust (action: refresh-trust)" : "";
  return `verified with ${named} trust material${of}${advice}`;
}
var namedRegistries = 3;
function checkedWords(report, show) {
  const { registries } = report;
  const others = registries.length - namedRegistries;
  const silent2 = silentRegistries(report);
  const asked = [
    ...registries.slice(0, namedRegistries).map((registry) => {
      const words3 = registryWords(registry, show);
      return silent2.has(registry.url) ? `${words3} (${silentWords})` : words3;
    }),
    ...others > 0 ? [plural(others, "more registry", "more registries")] : []
  ];
  const trusted = asked.length === 0 ? void 0 : `trusted ${list(asked)}`;
  const words2 = [scopeWords(report), trusted, policyWords(report, show), trustWords(report)];
  return words2.filter((word) => word !== void 0).join("; ");
}

export {
  notJudged,
  silentRegistries,
  silentWords,
  number,
  plural,
  packageTitle,
  list,
  levelWords,
  verdictMeaning,
  waitsUntil,
  titleWords,
  tally,
  tallyWords,
  rulesWords,
  scopeWords,
  changeWords,
  roleWords,
  pathWords,
  evidenceWords,
  registryRoles,
  registryWords,
  minute,
  placeWords,
  placesWords,
  subjectPlaces,
  errorLine,
  policyWords,
  trustWords,
  checkedWords
};
