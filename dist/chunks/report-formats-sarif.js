import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  rules
} from "./chunk-rules.js";
import "./chunk-rules-package-lists.js";
import "./chunk-text-selectors.js";
import "./chunk-model-sri.js";
import {
  jsonText
} from "./chunk-report-formats-json.js";
import {
  withOneDate
} from "./chunk-report-view-one-date.js";
import "./chunk-report-view-verdict-words.js";
import {
  coverVerb,
  coverWords
} from "./chunk-report-view-cover-words.js";
import "./chunk-report-view-tally.js";
import "./chunk-report-view-not-judged.js";
import "./chunk-report-view-text-words.js";
import "./chunk-model-loosening.js";
import "./chunk-text-registry-part.js";
import "./chunk-model-evidence-values.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-model-options.js";
import "./chunk-text-group-by.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import {
  logText,
  prose
} from "./chunk-report-escape.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-report-view-rule-words.js";
import {
  effectOf
} from "./chunk-model-effect.js";
import "./chunk-text-glob.js";
import {
  limits,
  visible
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/report/formats/sarif.ts
var maxResults = 25e3;
var longest = 1e3;
function sarifReport(given, { max = maxResults, rulesUrl } = {}) {
  const report = withOneDate(given);
  const results = [...report.findings].sort((a, b) => rank(report, a) - rank(report, b));
  const descriptors = describe(results, rulesUrl);
  const indexes = new Map(descriptors.map(({ id }, index) => [id, index]));
  const notifications = [...report.errors.map(ofError), ...leftOut(results.length - max)];
  return jsonText({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "lockgate", rules: descriptors } },
        automationDetails: { id: "lockgate/" },
        invocations: [{ executionSuccessful: report.errors.length === 0, toolExecutionNotifications: notifications }],
        columnKind: "utf16CodeUnits",
        results: results.slice(0, max).map((finding) => ofFinding(report, finding, indexes.get(finding.rule) ?? -1)),
        properties: {
          verdict: report.verdict,
          evaluatedAt: report.evaluatedAt,
          found: report.counts.found,
          couldNotJudge: report.counts.couldNotJudge,
          policyDigest: visible(report.policy.digest, limits.version)
        }
      }
    ]
  });
}
function rank({ policy }, finding) {
  return ["blocks", "warns", "notes", "covered"].indexOf(effectOf(finding, policy.mode));
}
function ofFinding(report, finding, ruleIndex) {
  const { rule, outcome, message, remediation, lockfile, line, fingerprint, name, version } = finding;
  const wanted = effectOf(finding, report.policy.mode);
  const unknown = outcome === "indeterminate" ? "Could not judge: " : "";
  return {
    ruleId: rule,
    ruleIndex,
    level: effectLevel[wanted] ?? sarifLevels[finding.level],
    message: {
      text: plain(`${unknown}${visible(message, longest)} Next: ${visible(remediation, longest)}`),
      markdown: `${unknown}${prose(message, longest)} **Next:** ${prose(remediation, longest)}`
    },
    locations: [place(lockfile, line)],
    // GitHub matches alerts by the first of the two only, and derives it from the line if it is missing.
    partialFingerprints: { primaryLocationLineHash: fingerprint, "lockgate/v1": fingerprint },
    ...wanted === "covered" ? { suppressions: [suppression(finding)] } : {},
    properties: {
      outcome,
      ...name === null ? {} : { package: visible(name, limits.name) },
      ...version === null ? {} : { version: visible(version, limits.version) }
    }
  };
}
var suppression = (finding) => ({
  kind: "external",
  status: "accepted",
  ...finding.decision === null ? {} : {
    justification: plain(
      `${finding.status === "approved" ? `${coverVerb(finding)} ` : ""}${coverWords(finding, visible)}`
    )
  }
});
var sarifLevels = { error: "error", warn: "warning", note: "note" };
var effectLevel = { blocks: "error", warns: "warning", notes: "note", covered: void 0 };
function ofError({ code, message, path, line, column }) {
  return {
    level: "error",
    descriptor: { id: code },
    message: { text: plain(visible(message, longest)) },
    ...path === void 0 ? {} : { locations: [place(path, line ?? 1, column)] }
  };
}
function leftOut(count) {
  if (count <= 0) return [];
  const text = `Left out here for length: ${count} findings; the JSON report has them all.`;
  return [{ level: "warning", descriptor: { id: "left-out" }, message: { text } }];
}
function place(path, line, column) {
  const uri = path.split("/").map((segment) => encodeURIComponent(segment.replace(new RegExp("\\p{Cs}", "gu"), "\uFFFD"))).join("/");
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
      region: { startLine: Math.max(line, 1), ...column === void 0 ? {} : { startColumn: column } }
    }
  };
}
function plain(text) {
  return logText(text).replaceAll("](", "] (").replace(/\{(?=\d+\})/gu, "{ ");
}
function describe(findings, rulesUrl) {
  const known = new Set(rules.map(({ id }) => id));
  const others = new Set(findings.map(({ rule }) => rule).filter((rule) => !known.has(rule)));
  return [...rules.map((rule) => ofRule(rule, rulesUrl)), ...[...others].map((id) => ({ id }))];
}
function ofRule({ id, summary, why, recommended, floor }, rulesUrl) {
  const fixed = floor === "none" ? "" : floor === "whole" ? " It cannot be waived." : " Parts of it cannot be waived.";
  const off = recommended === "off";
  const page = `docs/rules/${id}.md`;
  const link = rulesUrl === void 0 ? `\`${page}\`` : `[${page}](${rulesUrl}/${id}.md)`;
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    ...rulesUrl === void 0 ? {} : { helpUri: `${rulesUrl}/${id}.md` },
    help: {
      text: `${summary}

${why}${fixed}

Options, messages, examples and exceptions: ${page} of lockgate.`,
      markdown: `**${summary}**

${why}${fixed}

Set its level and options under \`rules.${id}\` of the policy; \`lockgate explain\` shows what is known about a package, and ${link} describes the rule's messages and how to fix each.`
    },
    defaultConfiguration: { enabled: !off, level: sarifLevels[recommended === "off" ? "warn" : recommended] },
    properties: { tags: ["dependencies", "supply-chain"], precision: "high" }
  };
}
export {
  sarifReport
};
