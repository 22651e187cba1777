import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  number,
  plural
} from "./chunk-report-view-words.js";
import {
  effectOf
} from "./chunk-model-effect.js";
import {
  compareText
} from "./chunk-text-order.js";
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
    const key = JSON.stringify([reason, name, version]);
    const known = entries.get(key);
    entries.set(key, {
      reason,
      name,
      version,
      direct: direct || known?.direct === true,
      previousVersion: known?.previousVersion ?? evidence.previous?.version ?? null,
      previously: worse(known?.previously, previously(evidence.previous)),
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
function comparedWords({ previously: previously2, previousVersion }, mode, show) {
  if (mode === "audit") return "";
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
function missingWords({ missingProvenance: all }) {
  const count = (reason) => all.filter((entry) => entry.reason === reason).length;
  const words = { invalid: "invalid", missing: "missing", unavailable: "could not be checked" };
  const counted = reasons.filter((reason) => count(reason) > 0).map((reason) => `${number(count(reason))} ${words[reason]}`);
  const had = all.filter((entry) => entry.previously === "had").length;
  return `${counted.join(", ")}${had === 0 ? "" : `; ${plural(had, "package")} had provenance before`}`;
}
function shownInTheList({ missingProvenance: all, policy }) {
  const listed = new Set(all.map(({ reason, name, version }) => JSON.stringify([reason, name, version])));
  return (finding) => finding.rule === "provenance" && finding.outcome === "violation" && finding.codes.every((code) => code === "missing") && ["warns", "notes"].includes(effectOf(finding, policy.mode)) && listed.has(JSON.stringify(["missing", finding.name, finding.version]));
}

export {
  missingProvenance,
  missingGroups,
  comparedWords,
  missingWords,
  shownInTheList
};
