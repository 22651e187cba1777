import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  askAbout,
  askUntouched,
  refuseFormats,
  similarNames,
  wantedOf,
  writeExplanation
} from "./chunk-cli-ask-about.js";
import {
  changesAbout,
  findingsAbout,
  isOf
} from "./chunk-run-findings-about.js";
import {
  readFlags
} from "./chunk-cli-flags.js";
import "./chunk-cli-subject.js";
import "./chunk-cli-request.js";
import "./chunk-cli-trust-flags.js";
import "./chunk-cli-extended-policy.js";
import "./chunk-cli-repository-id.js";
import "./chunk-cli-github-connection.js";
import {
  textStyle
} from "./chunk-cli-output.js";
import "./chunk-report-view-basis.js";
import "./chunk-cli-judged-repository.js";
import "./chunk-repository-directory.js";
import {
  programName
} from "./chunk-cli-program.js";
import "./chunk-run-focus.js";
import "./chunk-run-recorded-trust.js";
import "./chunk-registry-registry-map.js";
import {
  flawsOf,
  parseIntegrity,
  spellDigests,
  statedIntegrity
} from "./chunk-model-sri.js";
import "./chunk-judge-fingerprint.js";
import "./chunk-policy-nearest.js";
import {
  inReportOrder,
  outcomeWord,
  reportOf,
  reportedChange
} from "./chunk-run-report-of.js";
import "./chunk-platform-github-policy-of.js";
import "./chunk-run-pipeline.js";
import "./chunk-run-open.js";
import "./chunk-repository-update-bots.js";
import "./chunk-managers-node-options.js";
import "./chunk-compare-open-with-manifests.js";
import "./chunk-run-trust-settings.js";
import "./chunk-run-base-files.js";
import "./chunk-run-verdict-of.js";
import "./chunk-text-record-name.js";
import "./chunk-compare-open-lockfile.js";
import "./chunk-repository-state.js";
import "./chunk-managers-watched.js";
import "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-repository-contents.js";
import "./chunk-managers-bin.js";
import {
  jsonText
} from "./chunk-report-formats-json.js";
import {
  painter
} from "./chunk-report-formats-paint.js";
import {
  wrap
} from "./chunk-report-formats-wrap.js";
import {
  compareUrlOf
} from "./chunk-report-view-links.js";
import {
  coverVerb,
  coverWords
} from "./chunk-report-view-cover-words.js";
import "./chunk-report-view-tally.js";
import "./chunk-report-view-not-judged.js";
import {
  pathWords,
  placeWords,
  policyWords,
  roleWords,
  trustWords
} from "./chunk-report-view-words.js";
import {
  levelWords,
  minute
} from "./chunk-report-view-text-words.js";
import "./chunk-policy-schema-names.js";
import "./chunk-policy-registries.js";
import "./chunk-policy-remote.js";
import "./chunk-model-loosening.js";
import "./chunk-text-registry-part.js";
import "./chunk-model-evidence-values.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-text-group-by.js";
import "./chunk-model-identity.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-policy-open.js";
import "./chunk-policy-is-gated-path.js";
import "./chunk-repository-refusals.js";
import "./chunk-repository-path-bytes.js";
import "./chunk-repository-listing.js";
import "./chunk-repository-object-id.js";
import "./chunk-policy-policy-file.js";
import "./chunk-text-paths.js";
import {
  logText
} from "./chunk-report-escape.js";
import "./chunk-lockfile-spec.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-net-loopback.js";
import "./chunk-errors.js";
import "./chunk-report-view-project.js";
import "./chunk-report-view-rule-words.js";
import "./chunk-judge-unavailable.js";
import "./chunk-model-effect.js";
import "./chunk-text-glob.js";
import {
  limits,
  visible
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/report/formats/explain.ts
function explanationText(explanation, { colour = false, width = Infinity, program = "lockgate" } = {}) {
  const paint = painter(colour);
  const { wanted, packages, head, similar, policy, touched } = explanation;
  const asked = `${visible(wanted.name, limits.name)}${wanted.version === null ? "" : ` ${visible(wanted.version, limits.version)}`}`;
  const meant = similar.map((name) => visible(name, limits.name)).join(", ");
  const others = meant === "" ? ` Run \`${program} vet\` with its name to see whether it would be admitted.` : ` Locked here: ${meant}.`;
  const lines = packages.length === 0 ? wrap(`${asked} is not locked in ${visible(head)}.${others}`, "", width) : [
    ...touched === false ? [
      ...wrap(
        `${asked} is locked, and the change leaves it as it is: an audit of ${visible(head)} says`,
        "",
        width
      ),
      ""
    ] : [],
    ...packages.flatMap((each) => [...packageLines(each, paint, width), ""])
  ];
  const other = explanation.findings.flatMap((finding) => findingLines(finding, paint, width));
  const words = [`Judged ${visible(head)}`, policyWords({ policy }, visible), trustWords(explanation)];
  const judged = `${words.filter((word) => word !== void 0).join("; ")}.`;
  const end = packages.length === 0 ? [] : wrap(judged, "", width).map(paint.faint);
  return logText(`${[...lines, ...other.length > 0 ? [...other, ""] : [], ...end].join("\n")}
`);
}
function packageLines(each, paint, width) {
  const { name, version, lockfile, line, via, direct, manifests, source, registry, evidence, chain, findings } = each;
  const compared = compareUrlOf(each);
  const declared = manifests.map((place) => placeWords(place)).join(", ");
  const published = evidence.publishedAt === null ? "" : `, published ${minute(evidence.publishedAt)}`;
  const facts = [
    ["locked at", placeWords({ path: lockfile, line })],
    ...declared === "" ? [] : [["declared", declared]],
    ...(direct ? [] : via).map((path) => ["why", pathWords(path, visible, ">")]),
    ["source", `${registry === null ? source : visible(registry)}${published}`],
    ["trust", evidence.trust],
    ...compared === void 0 ? [] : [["compare", compared]]
  ];
  return [
    `${paint.strong(`${visible(name, limits.name)} ${visible(version, limits.version)}`)}  ${roleWords(each)}`,
    ...facts.flatMap(([label, words]) => factLines(label, words, width)),
    "",
    ...chain.flatMap((link, index) => linkLines(link, index, paint, width)),
    ...findings.flatMap((finding) => findingLines(finding, paint, width))
  ];
}
var factColumn = 13;
function factLines(label, words, width) {
  const [first = "", ...more] = wrap(words, " ".repeat(factColumn), width, "");
  return [`  ${label.padEnd(factColumn - 2)}${first.slice(factColumn)}`, ...more];
}
var good = ["matches", "verified", "pass"];
var bad = ["differs", "invalid", "error"];
function linkLines({ link, state, checked, says }, index, paint, width) {
  const word = good.includes(state) ? paint.verdict("pass", state) : paint.level(bad.includes(state) ? "error" : "warn", state);
  return [
    `  ${index === 0 ? "  " : "\u2192 "}${paint.strong(link)}: ${state === "not-applicable" ? state : word}`,
    ...wrap(visible(says), "      ", width),
    ...wrap(`checked: ${checked}`, "      ", width).map(paint.faint)
  ];
}
function findingLines(finding, paint, width) {
  const { rule, level, outcome, message, remediation, status } = finding;
  const label = `${levelWords[level]}[${visible(rule, limits.name)}]`;
  const unknown = outcome === "indeterminate" ? "not judged: " : "";
  const next = status === "reported" ? `next: ${visible(remediation)}` : `${coverVerb(finding)} ${coverWords(finding, visible)}`;
  const [first = "", ...more] = wrap(`${label} ${unknown}${visible(message)}`, "    ", width);
  return [first.replace(label, () => paint.level(level, label)), ...more, ...wrap(next, "      ", width)];
}

// src/report/view/chain.ts
var quoted = (text) => `\`${text.replaceAll("`", "'")}\``;
function chainOf(dossier, findings, rules) {
  if (dossier.change.source.kind !== "registry") return [policyLink(findings, rules)];
  return [integrityLink(dossier), signatureLink(dossier), publishLink(dossier), provenanceLink(dossier)].concat(
    policyLink(findings, rules)
  );
}
var flaws = ["differs", "malformed", "weak", "sha1", "unbound"];
function integrityLink({ change: { pins }, evidence: { release } }) {
  const link = "integrity";
  const checked = "the digests that the lockfile pins against those that the registry states";
  const pinned = [...new Set(pins.flatMap(({ integrity }) => integrity ?? []))];
  const shown = pinned.map(quoted).join(", ");
  const stated = statedIntegrity(release.state === "present" ? release.value : {});
  const found = new Set(
    pinned.flatMap((each) => flawsOf(parseIntegrity(each), stated)).map(({ code }) => code)
  );
  if (!found.has("differs") && pins.some(({ integrity, checksum }) => (integrity ?? checksum) === void 0)) {
    return { link, state: "absent", checked, says: "the lockfile has an entry without integrity" };
  }
  if (pinned.length === 0) {
    const says = "Yarn berry's lockfile has no integrity; signatures and attestations are checked against the registry's";
    return { link, state: "not-applicable", checked, says };
  }
  if (release.state !== "present") {
    return { link, state: release.state, checked, says: `the lockfile pins ${shown}; ${why(release)}` };
  }
  const state = flaws.find((flaw) => found.has(flaw));
  if (state === void 0) return { link, state: "matches", checked, says: shown };
  const words = stated.algorithms.map((algorithm) => quoted(spellDigests(stated, algorithm))).join(", ");
  return { link, state, checked, says: `the lockfile pins ${shown}, the registry states ${words || "none"}` };
}
var bytes = {
  lockfile: "the integrity that the lockfile pins",
  registry: "the registry's integrity, as the lockfile pins none by SHA-512"
};
function signatureLink({ evidence: { registrySignature: evidence } }) {
  const link = "registry signature";
  const state = outcomeWord(evidence);
  const checked = "the registry's ECDSA signature over name, version and integrity";
  if (evidence.state !== "present") return { link, state, checked, says: why(evidence, "this version is not signed") };
  const outcome = evidence.value;
  switch (outcome.state) {
    case "verified":
      return { link, state, checked, says: `signed with key ${quoted(outcome.keyid)} over ${bytes[outcome.boundTo]}` };
    case "invalid": {
      const key = outcome.keyid === void 0 ? "" : `, key ${quoted(outcome.keyid)}`;
      return { link, state, checked, says: `failed at ${outcome.check}${key}` };
    }
    case "not-applicable":
      return { link, state, checked, says: "the registry offers no keys and is not required to sign" };
  }
}
function publishLink({ evidence: { provenance: evidence } }) {
  const link = "publish attestation";
  const checked = "the registry's own statement that it published these bytes under this name and version";
  if (evidence.state !== "present") return { link, ...withoutOutcome(evidence, checked) };
  const outcome = evidence.value;
  if (outcome.state === "invalid") {
    const failed = outcome.failed.filter(({ kind }) => kind === "publish" || kind === "document");
    return failed.length === 0 ? { link, state: "not-evaluated", checked, says: "other attestations of this version do not verify" } : { link, state: "invalid", checked, says: failedWords(failed) };
  }
  if (outcome.state === "not-applicable") return { link, state: outcome.state, checked, says: noAttestations };
  return outcome.publishKeyid === void 0 ? { link, state: "absent", checked, says: "none among the attestations" } : { link, state: "verified", checked, says: `signed with key ${quoted(outcome.publishKeyid)}` };
}
var noAttestations = "this registry is not asked for attestations";
function withoutOutcome(evidence, checked) {
  return { state: outcomeWord(evidence), checked, says: why(evidence, "the registry lists no attestation") };
}
function provenanceLink({ evidence: { provenance: evidence } }) {
  const link = "provenance";
  const checked = "certificate, transparency log, signature, and the statement about name, version and bytes";
  if (evidence.state !== "present") return { link, ...withoutOutcome(evidence, checked) };
  const outcome = evidence.value;
  const state = outcomeWord(evidence);
  switch (outcome.state) {
    case "verified":
      return { link, state, checked, says: builtWords(outcome) };
    case "invalid": {
      const failed = outcome.failed.filter(({ kind }) => kind !== "publish");
      return { link, state, checked, says: failedWords(failed.length === 0 ? outcome.failed : failed) };
    }
    case "no-provenance":
      return { link, state, checked, says: "the attestations verify, but none of them is a provenance" };
    case "not-applicable":
      return { link, state, checked, says: noAttestations };
  }
}
function builtWords({ identity, signedAt, boundTo }) {
  const { sourceRepository, workflow, ref, commit, runner, trigger, issuer, claimed } = identity;
  const parts = [
    `built from ${quoted(sourceRepository)}`,
    ...named("commit", commit),
    ...named("workflow", workflow),
    ...named("ref", ref),
    ...runner === void 0 ? [] : [`on a ${runner} runner`],
    ...named("triggered by", trigger),
    `issuer ${quoted(issuer)}`,
    `signed ${quoted(signedAt)}`,
    `about ${bytes[boundTo]}`,
    ...claimed.length === 0 ? [] : [`claimed only by the statement: ${claimed.map(quoted).join(", ")}`]
  ];
  return parts.join("; ");
}
var named = (what, value) => value === void 0 ? [] : [`${what} ${quoted(value)}`];
function failedWords(failed) {
  return failed.map(({ kind, check, expected, found }) => {
    const wanted = expected === void 0 ? "" : `, expected ${quoted(expected)}`;
    return `${kind} failed at ${check}${wanted}${found === void 0 ? "" : `, found ${quoted(found)}`}`;
  }).join("; ");
}
function policyLink(findings, rules) {
  const open = findings.filter(({ status }) => status === "reported");
  const levels = new Set(open.map(({ level }) => level));
  const state = levels.has("error") ? "error" : levels.has("warn") ? "warn" : "pass";
  const reporting = [
    ...new Set(
      findings.map(
        ({ rule, status, level }) => status !== "reported" ? `${rule} (${status})` : level === "note" ? `${rule} (note)` : rule
      )
    )
  ];
  const says = reporting.length === 0 ? "no findings" : reporting.join(", ");
  return { link: "policy", state, checked: `${rules} enabled rules`, says };
}
function why(evidence, gone = "the registry has no such version") {
  return evidence.state === "absent" ? gone : `not known: ${evidence.detail} (${evidence.reason})`;
}

// src/run/explain.ts
var always = [
  ...["existence", "release", "publishedAt", "history", "registrySignature", "provenance", "publisher"],
  "trust"
];
var explaining = (wanted) => ({ wanted, also: always });
function explanationOf(run2, wanted) {
  const { effective, comparison, collected, whole, now } = run2;
  const report = reportOf(run2);
  const rules = [...effective?.settings ?? []].filter(([, { level }]) => level !== "off").map(([id]) => id);
  const changes = changesAbout(run2, wanted);
  const findings = findingsAbout(run2, wanted);
  const packages = [...changes].sort(inReportOrder).map((change) => {
    const dossier = collected.dossiers.find((each) => each.change === change);
    const about = findings.filter((finding) => isOf(finding, change));
    const chain = dossier === void 0 ? [] : chainOf(dossier, about, rules.length);
    return { ...reportedChange(change, dossier), findings: about, chain };
  });
  return {
    schema: "lockgate-explanation/1",
    wanted: { name: wanted.name, version: wanted.version ?? null },
    evaluatedAt: now,
    head: comparison.head,
    policy: report.policy,
    rules: rules.sort(),
    ...report.trust === void 0 ? {} : { trust: report.trust },
    packages,
    findings: findings.filter((finding) => !changes.some((change) => isOf(finding, change))),
    similar: changes.length > 0 ? [] : similarNames(wanted.name, whole.changes),
    errors: report.errors
  };
}

// src/cli/explain.ts
async function run(args) {
  const flags = readFlags(args, "explain");
  if (flags.rule !== void 0) return (await import("./cli-explain-rule.js")).explainRule(flags.rule, flags);
  const wanted = wantedOf(flags.positionals, "explain");
  refuseFormats("explain", flags);
  const asked = await askAbout(flags, explaining(wanted));
  const untouched = asked.failed || changesAbout(asked, wanted).length > 0 ? void 0 : await askUntouched(flags, explaining(wanted));
  const isLocked = untouched !== void 0 && (untouched.failed || changesAbout(untouched, wanted).length > 0);
  const judged = isLocked ? untouched : asked;
  const explanation = {
    ...explanationOf(judged, wanted),
    ...isLocked && !judged.failed && { touched: false }
  };
  const isJson = flags.format === "json";
  const text = isJson ? jsonText(explanation) : explanationText(explanation, { ...textStyle(flags.output), program: programName() });
  const status = await writeExplanation(!isJson && judged.failed ? "" : text, explanation, flags);
  return explanation.packages.length > 0 ? status : 2;
}
export {
  run
};
