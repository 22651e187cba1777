import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  number,
  plural
} from "./chunk-report-view-text-words.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  effectOf
} from "./chunk-model-effect.js";
import {
  limits
} from "./chunk-text-visible.js";

// src/report/view/missing-provenance.ts
var reasonOf = /* @__PURE__ */ new Map([
  ["absent", "missing"],
  ["unavailable", "unavailable"],
  ["invalid", "invalid"]
]);
var reasons = ["invalid", "missing", "unavailable"];
var titles = {
  invalid: "Invalid: does not verify",
  missing: "Missing: none is claimed",
  unavailable: "Could not be checked"
};
function missingProvenance(changes) {
  const entries = /* @__PURE__ */ new Map();
  for (const change of changes) {
    const { name, version, direct, lockfile, evidence } = change;
    const reason = reasonOf.get(evidence.provenance);
    if (change.kind === "removed" || evidence.existence !== "listed" || reason === void 0) continue;
    const before = change.alreadyLocked === true ? { version, provenance: evidence.provenance } : evidence.previous;
    const key = JSON.stringify([reason, name, version]);
    const known = entries.get(key);
    entries.set(key, {
      reason,
      name,
      version,
      direct: direct || known?.direct === true,
      previousVersion: known?.previousVersion ?? before?.version ?? null,
      previously: worse(known?.previously, previously(before)),
      lockfiles: [.../* @__PURE__ */ new Set([...known?.lockfiles ?? [], lockfile])]
    });
  }
  return [...entries.values()].sort(
    (a, b) => reasons.indexOf(a.reason) - reasons.indexOf(b.reason) || Number(b.direct) - Number(a.direct) || compareText(a.name, b.name) || compareText(a.version, b.version)
  );
}
var comparisons = ["had", "unknown", "had-none", "new"];
function worse(a, b) {
  return a !== void 0 && comparisons.indexOf(a) < comparisons.indexOf(b) ? a : b;
}
function previously(previous) {
  if (previous === null) return "new";
  if (["verified", "claimed", "invalid"].includes(previous.provenance)) return "had";
  return ["absent", "not-applicable"].includes(previous.provenance) ? "had-none" : "unknown";
}
function missingGroups({ missingProvenance: all }) {
  return reasons.map((reason) => ({ title: titles[reason], entries: all.filter((entry) => entry.reason === reason) })).filter(({ entries }) => entries.length > 0);
}
function comparedWords({ previously: previously2, previousVersion, version }, mode, show) {
  if (mode === "audit") return "";
  if (previousVersion === version) return "already locked";
  const before = previousVersion === null ? "the previous version" : show(previousVersion, limits.version);
  switch (previously2) {
    case "had":
      return `${before} had provenance`;
    case "had-none":
      return `${before} had none either`;
    case "unknown":
      return `unknown for ${before}`;
    case "new":
      return "new here";
  }
}
var asBefore = ({ previously: previously2, reason }, mode) => mode === "check" && reason === "missing" && previously2 === "had-none";
function isNoteworthy({ missingProvenance: all, mode }) {
  return mode === "check" && all.some(({ direct, previously: previously2 }) => direct || previously2 === "new" || previously2 === "had");
}
function missingWords({ missingProvenance: all }) {
  const count = (reason) => all.filter((entry) => entry.reason === reason).length;
  const words2 = { invalid: "invalid", missing: "missing", unavailable: "could not be checked" };
  const counted = reasons.filter((reason) => count(reason) > 0).map((reason) => `${number(count(reason))} ${words2[reason]}`);
  const had = all.filter((entry) => entry.previously === "had").length;
  return `${counted.join(", ")}${had === 0 ? "" : `; ${plural(had, "package")} had provenance before`}`;
}
function shownInTheList({ missingProvenance: all, policy }) {
  const listed = new Set(all.map(({ reason, name, version }) => JSON.stringify([reason, name, version])));
  return (finding) => finding.rule === "provenance" && finding.outcome === "violation" && finding.codes.every((code) => code === "missing") && ["warns", "notes"].includes(effectOf(finding, policy.mode)) && listed.has(JSON.stringify(["missing", finding.name, finding.version]));
}

// src/report/view/sources.ts
var kinds = ["malware", "advisories", "attestations", "popularity"];
var words = {
  ...{ malware: "malware records", advisories: "advisories", attestations: "attestations" },
  popularity: "downloads"
};
function reportedSources(sources) {
  if (sources === void 0) return void 0;
  const named = kinds.flatMap((kind) => {
    const own = [sources[kind] ?? []].flat().filter((one) => one === "osv" || one.includes("://"));
    return own.length === 0 ? [] : [[kind, own]];
  });
  return named.length === 0 ? void 0 : Object.fromEntries(named);
}
function sourcesWords({ sources = {} }, show) {
  const asked = kinds.flatMap((kind) => (sources[kind] ?? []).map((address) => ({ kind, address })));
  return [...groupBy(asked, ({ address }) => address)].map(([address, own]) => {
    const what = own.map(({ kind }) => words[kind]).join(" and ");
    return `${what} from ${address === "osv" ? "OSV" : show(address)}`;
  }).join("; ");
}

// src/report/view/links.ts
var publicRegistry = "https://registry.npmjs.org/";
var packagePages = "https://www.npmjs.com/package/";
var publicName = /^(?:@[a-z\d~-][a-z\d._~-]*\/)?[a-z\d~-][a-z\d._~-]*$/u;
var exactVersion = /^\d{1,9}\.\d{1,9}\.\d{1,9}(?:-[\dA-Za-z.-]{1,64})?$/u;
var isPlainName = (name) => name.length <= 214 && publicName.test(name);
var isPlainVersion = (version) => exactVersion.test(version);
function packageUrl({ registries }, { name, version, registry }) {
  const isPublic = registries.some(({ role, url }) => role === "public" && url === registry && url === publicRegistry);
  return isPublic && isPlainName(name) && isPlainVersion(version) ? `${packagePages}${name}/v/${version}` : void 0;
}
var records = [
  [/^GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}$/u, (id) => `https://github.com/advisories/${id}`],
  [/^CVE-\d{4}-\d{4,10}$/u, (id) => `https://www.cve.org/CVERecord?id=${id}`],
  [/^MAL-\d{4}-\d{1,10}$/u, (id) => `https://osv.dev/vulnerability/${id}`]
];
function recordUrl(id) {
  return records.find(([pattern]) => pattern.test(id))?.[1](id);
}
var [githubName, gitlabName] = ["[A-Za-z\\d][A-Za-z\\d_-]{0,99}", "[A-Za-z\\d_][A-Za-z\\d_.-]{0,254}"];
var commits = "[\\da-f]{40}\\.\\.\\.[\\da-f]{40}";
var comparePage = new RegExp(
  [
    `^https://github\\.com/${githubName}/(?!\\.{1,2}/)[A-Za-z\\d._-]{1,100}/compare/${commits}$`,
    `^https://gitlab\\.com/${gitlabName}(?:/${gitlabName}){1,20}/-/compare/${commits}$`
  ].join("|"),
  "u"
);
var isCompareUrl = (text) => text.length <= 2e3 && comparePage.test(text);
function compareUrlOf({ evidence: { compareUrl } }) {
  return compareUrl !== void 0 && isCompareUrl(compareUrl) ? compareUrl : void 0;
}

export {
  isPlainName,
  isPlainVersion,
  packageUrl,
  recordUrl,
  isCompareUrl,
  compareUrlOf,
  missingProvenance,
  missingGroups,
  comparedWords,
  asBefore,
  isNoteworthy,
  missingWords,
  shownInTheList,
  reportedSources,
  sourcesWords
};
