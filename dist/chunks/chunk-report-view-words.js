import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  list,
  minute,
  number,
  plural
} from "./chunk-report-view-text-words.js";
import {
  logText
} from "./chunk-report-escape.js";
import {
  compareVersion
} from "./chunk-text-order.js";
import {
  limits,
  visible
} from "./chunk-text-visible.js";

// src/report/view/silent-registries.ts
function silentRegistries({ changes }) {
  const silent2 = /* @__PURE__ */ new Set();
  const providing = /* @__PURE__ */ new Set();
  for (const { kind, registry, evidence } of changes) {
    if (kind === "removed" || registry === null || evidence.existence !== "listed") continue;
    const { registrySignature, provenance, trust } = evidence;
    const isPlain = registrySignature === "not-applicable" && provenance === "not-applicable";
    (isPlain && trust === "unavailable" ? silent2 : providing).add(registry);
  }
  return new Set([...silent2].filter((registry) => !providing.has(registry)));
}
var silentWords = "it provides no signatures, publishers or provenance of what was judged, so those were not checked";

// src/report/view/words.ts
function scopeWords({ mode, counts, changes, lockfiles }) {
  if (lockfiles.length === 0) return "no lockfile was read";
  const where = `in ${plural(lockfiles.length, "lockfile")}`;
  if (mode === "audit") return `${plural(changes.length, "locked package")} ${where}`;
  if (changes.length === 0) return `no dependency changed ${where}`;
  const { added, updated, removed } = counts;
  const locked = changes.filter(({ alreadyLocked }) => alreadyLocked === true).length;
  const kinds = Object.entries({ added, updated, removed, "already locked": locked }).filter(([, count]) => count > 0);
  const [only] = kinds;
  if (only !== void 0 && kinds.length === 1) return `${plural(changes.length, "package")} ${only[0]} ${where}`;
  const what = locked > 0 ? "package" : "change";
  return `${plural(changes.length, what)} (${kinds.map(([kind, count]) => `${number(count)} ${kind}`).join(", ")}) ${where}`;
}
function changeWords(change, mode, show) {
  if (change.kind === "removed") return "removed";
  if (mode === "audit") return "";
  if (change.kind === "added") return "new";
  if (change.alreadyLocked === true) return "already locked";
  const { previousVersion, version, changed } = change;
  if (previousVersion !== null && previousVersion !== version) {
    const how = compareVersion(version, previousVersion) < 0 ? "downgraded" : "updated";
    return `${how} from ${show(previousVersion, limits.version)}`;
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
function placeWords({ path, line = 0, column }) {
  const shown = visible(path, limits.path);
  if (line < 1) return shown;
  return column === void 0 ? `${shown}:${line}` : `${shown}:${line}:${column}`;
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
function errorLine(error) {
  const { code, message, path } = error;
  const where = path === void 0 ? "" : `${placeWords({ ...error, path })}: `;
  return logText(`${where}${visible(message)} (${visible(code, limits.name)})`);
}
function reportedPolicy({
  source,
  digest,
  mode,
  repository,
  ref,
  commit,
  unused
}) {
  const from = repository !== void 0 && ref !== void 0 && commit !== void 0 ? { repository, ref, commit } : {};
  return { ...{ source, digest, mode }, ...from, ...unused === void 0 ? {} : { unused } };
}
function policyWords({ policy }, show, commitOf = (commit) => show(commit.slice(0, 12))) {
  const { repository, commit, unused } = policy;
  const mode = policy.mode === "observe" ? ", mode observe: only findings that cannot be waived block" : "";
  const at = repository === void 0 || commit === void 0 ? "" : ` at commit ${commitOf(commit, repository)}`;
  const not = unused === void 0 ? "" : `; ${show(unused)} of this repository is not used`;
  return `policy ${show(policy.source)}${at} (${show(policy.digest.slice(0, "sha256:".length + 12))}${mode})${not}`;
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
      const words2 = registryWords(registry, show);
      return silent2.has(registry.url) ? `${words2} (${silentWords})` : words2;
    }),
    ...others > 0 ? [plural(others, "more registry", "more registries")] : []
  ];
  const trusted = asked.length === 0 ? void 0 : `trusted ${list(asked)}`;
  const words = [scopeWords(report), trusted, policyWords(report, show), trustWords(report)];
  return words.filter((word) => word !== void 0).join("; ");
}

export {
  silentRegistries,
  silentWords,
  scopeWords,
  changeWords,
  roleWords,
  pathWords,
  evidenceWords,
  registryRoles,
  registryWords,
  placeWords,
  placesWords,
  subjectPlaces,
  errorLine,
  reportedPolicy,
  policyWords,
  trustWords,
  checkedWords
};
