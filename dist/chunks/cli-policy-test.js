import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  changesAbout,
  findingsAbout
} from "./chunk-run-findings-about.js";
import {
  isOfRehearsal
} from "./chunk-run-rehearsal-evidence.js";
import {
  readEvidence
} from "./chunk-cli-request.js";
import "./chunk-cli-trust-flags.js";
import {
  extendedReader
} from "./chunk-cli-extended-policy.js";
import "./chunk-cli-repository-id.js";
import "./chunk-cli-github-connection.js";
import {
  demandRegular,
  readBytes,
  shownPath,
  textStyle
} from "./chunk-cli-output.js";
import "./chunk-cli-judged-repository.js";
import "./chunk-repository-directory.js";
import {
  programName
} from "./chunk-cli-program.js";
import "./chunk-run-focus.js";
import "./chunk-registry-answer.js";
import "./chunk-run-recorded-trust.js";
import {
  registryOf,
  scopeOf
} from "./chunk-registry-registry-map.js";
import {
  complaints,
  expectations,
  readPolicyDocument
} from "./chunk-policy-complaints.js";
import "./chunk-model-proposal.js";
import "./chunk-policy-schema-options.js";
import "./chunk-yaml.js";
import "./chunk-policy-schema-exceptions.js";
import "./chunk-text-security-key.js";
import "./chunk-policy-lists.js";
import "./chunk-policy-rule-settings.js";
import "./chunk-policy-profiles.js";
import {
  rules
} from "./chunk-rules.js";
import "./chunk-rules-package-lists.js";
import "./chunk-text-selectors.js";
import "./chunk-model-sri.js";
import "./chunk-judge-finding.js";
import "./chunk-judge-fingerprint.js";
import "./chunk-policy-nearest.js";
import "./chunk-platform-github-policy-of.js";
import {
  runGate
} from "./chunk-run-pipeline.js";
import "./chunk-run-open.js";
import "./chunk-repository-update-bots.js";
import "./chunk-managers-node-options.js";
import "./chunk-compare-open-with-manifests.js";
import {
  concernsRegistry
} from "./chunk-run-trust-settings.js";
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
  errorLine,
  policyWords,
  reportedPolicy
} from "./chunk-report-view-words.js";
import {
  list,
  minute,
  packageTitle,
  plural
} from "./chunk-report-view-text-words.js";
import "./chunk-policy-schema-names.js";
import "./chunk-policy-registries.js";
import "./chunk-policy-remote.js";
import "./chunk-model-loosening.js";
import "./chunk-text-registry-part.js";
import "./chunk-model-evidence-values.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import "./chunk-text-group-by.js";
import "./chunk-model-identity.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
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
import {
  compareText
} from "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-net-loopback.js";
import {
  _enum,
  array,
  iso_exports,
  literal,
  strictObject,
  string,
  union
} from "./chunk-zod.js";
import {
  GateFailure,
  asOneFailure
} from "./chunk-errors.js";
import "./chunk-report-view-project.js";
import "./chunk-report-view-rule-words.js";
import "./chunk-judge-unavailable.js";
import {
  effectOf
} from "./chunk-model-effect.js";
import "./chunk-text-glob.js";
import {
  limits,
  quoted,
  visible
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/cli/policy-test.ts
import { dirname, isAbsolute, join } from "node:path";

// src/policy/cases.ts
var packageExpected = "expected a package with its version, such as `left-pad@1.3.0`";
var instantExpected = "expected an instant such as `2026-01-31T12:00:00Z`, or a date";
var evidenceExpected = "expected the path of an evidence file, as `--evidence-out` writes it";
var ids = rules.map(({ id }) => id);
var allCodes = [
  ...new Set(
    rules.flatMap((rule) => [
      ...Object.keys(rule.messages),
      ...rule.subject === "package" ? rule.needs.map((kind) => `unavailable-${kind}`) : []
    ])
  )
];
var evidence = string({ error: evidenceExpected }).min(1, { error: evidenceExpected }).max(1024);
var oneCase = strictObject({
  name: string().trim().min(1).max(200).optional().describe("What the case is about, for a reader."),
  package: string({ error: packageExpected }).regex(/^(?:@[^/@\s]+\/)?[^/@\s]+@[^@\s]+$/, { error: packageExpected }).describe("The package and its version, as `name@version`."),
  expect: _enum(["pass", "warn", "fail"]).describe("What becomes of it under the policy."),
  rules: array(_enum(ids)).optional().describe("Exactly the rules that have a finding at warn or error."),
  codes: array(_enum(allCodes, { error: "expected the code of a finding, as `--format json` shows it" })).optional().describe("Exactly the codes of these findings."),
  at: union([iso_exports.datetime({ offset: true }), iso_exports.date()], { error: instantExpected }).optional().describe("When it is judged. Default: when the evidence was recorded."),
  evidence: evidence.optional().describe("Recorded evidence of this case alone.")
});
var casesSchema = strictObject({
  version: literal(1),
  evidence: evidence.optional().describe("The evidence file of all cases, a path from the folder of this file."),
  cases: array(oneCase).min(1, { error: "expected at least one case: a test of nothing proves nothing" }).check(({ value, issues }) => {
    value.forEach(({ expect: wanted, rules: named2, codes }, index) => {
      if (wanted !== "pass" || (named2 ?? codes ?? []).length === 0) return;
      const message = "expected no `rules` and `codes` beside `expect: pass`: what passes has no finding at warn or error";
      issues.push({ code: "custom", message, input: value, path: [index, "expect"] });
    });
  })
});
function readCases(bytes, path) {
  const document = readPolicyDocument(bytes, path, "the file of cases");
  const schema = casesSchema.check(({ value, issues: issues2 }) => {
    if (value.evidence !== void 0) return;
    value.cases.forEach(({ evidence: own }, index) => {
      if (own !== void 0) return;
      issues2.push({ code: "custom", message: evidenceExpected, input: own, path: ["cases", index, "evidence"] });
    });
  });
  const parsed = schema.safeParse(document.value, { error: expectations });
  const issues = parsed.success ? [] : complaints(parsed.error.issues, { schema, document, path });
  const [first, ...others] = [...document.failures, ...issues];
  if (first !== void 0) throw asOneFailure([first, ...others]);
  if (!parsed.success) throw new TypeError("the schema refuses cases without a word");
  const { cases, evidence: shared = "" } = parsed.data;
  return cases.map(({ package: selector, at, evidence: own = shared, ...one }, index) => {
    const mark = selector.lastIndexOf("@");
    return {
      ...one,
      package: { name: selector.slice(0, mark), version: selector.slice(mark + 1) },
      at: at === void 0 ? void 0 : new Date(at).toISOString(),
      ...{ evidence: own, line: document.place(["cases", index]).line }
    };
  });
}

// src/report/formats/policy-test.ts
function policyTestText(test, options) {
  const paint = painter(options.colour);
  const { cases, counts, source } = test;
  const titles = cases.map((one) => packageTitle({ name: one.package, version: one.version }, visible));
  const column = Math.min(48, Math.max(0, ...titles.map(({ length }) => length)));
  const lines = cases.flatMap(
    (one, index) => caseLines(one, (titles[index] ?? "").padEnd(column), paint, options.width)
  );
  const tally = `${plural(counts.cases, "case")}: ${counts.ok} as expected${counts.failed === 0 ? "" : `, ${counts.failed} not`}`;
  const word = counts.failed === 0 ? "pass" : "fail";
  const verdict = paint.verdict(word, word.toUpperCase());
  const closing = `Judged ${visible(source)} by ${policyWords(test, visible)}, from recorded evidence.`;
  return logText(
    [`${verdict}  ${tally}`, "", ...lines, "", ...wrap(closing, "", options.width).map(paint.faint), ""].join("\n")
  );
}
function caseLines(one, title, paint, width) {
  const { ok, name, line, verdict, expected, findings } = one;
  const sign = ok ? paint.verdict("pass", "ok    ") : paint.verdict("fail", "not ok");
  const what = name === null ? "" : `  ${visible(name, limits.message)}`;
  if (ok) return [`  ${sign}  ${title}  ${(verdict ?? "").padEnd(4)}${what}`.trimEnd()];
  return [
    `  ${sign}  ${title}  ${(verdict ?? "-").padEnd(4)}${what}`.trimEnd(),
    ...wrap(`line ${line}, as of ${minute(one.at)}: ${differences(one).join("; ")}`, "          ", width),
    ...findings.flatMap(
      ({ rule, level, message }) => wrap(`${level} ${visible(rule, limits.name)}: ${visible(message, limits.message)}`, "          ", width)
    ),
    ...verdict === "pass" && expected.verdict !== "pass" ? ["          no rule has a finding at warn or error"] : []
  ];
}
function differences({ differs, expected, verdict, ...said }) {
  return differs.map((what) => {
    if (what === "evidence") {
      return verdict === null ? `the evidence does not have this package: correct the name and version, or ${record(said)}` : `the evidence lacks what a rule needs to judge it as newly added: ${record(said)}`;
    }
    if (what === "lockfiles" || what === "registries") return unjudged[what];
    if (what === "verdict") return `expected ${expected.verdict}, but it is ${verdict ?? "not judged"}`;
    const [wanted, found] = [named(expected[what]), named(said[what])];
    return what === "rules" ? `expected findings of ${wanted ?? "no rule"}, found ${found === void 0 ? "none" : `those of ${found}`}` : `expected ${wanted === void 0 ? "no code" : `the codes ${wanted}`}, found ${found ?? "none"}`;
  });
}
var record = (one) => `record it with \`vet ${visible(`${one.package}@${one.version}`, limits.name)} --preset strict --evidence-out FILE\``;
var unjudged = {
  lockfiles: "this policy does not judge the lockfile of the evidence; see its key `lockfiles`",
  registries: "this policy names another registry for it than the evidence has; record it again with this policy"
};
var named = (ids2) => ids2 === void 0 || ids2.length === 0 ? void 0 : list(ids2.map((id) => visible(id, limits.name)));

// src/run/case-subject.ts
function unjudgedBecause(run2, wanted, replay) {
  const changes = changesAbout(run2, wanted);
  if (changes.length === 0) {
    return changesAbout({ ...run2, comparison: replay.comparison }, wanted).length === 0 ? "evidence" : "lockfiles";
  }
  return changes.some((change) => isFromAnother(change, replay, run2.policy)) ? "registries" : void 0;
}
function isFromAnother(change, { registries: recorded }, policy) {
  if (recorded === null || policy === void 0 || !concernsRegistry(change)) return false;
  const scope = scopeOf(change.name);
  const ofScope = policy.registries.find(({ scopes }) => scope !== void 0 && scopes.includes(scope));
  const isScoped = recorded.scopes.some((one) => one.scope === scope);
  const ofRest = isScoped ? void 0 : policy.registries.find(({ scopes }) => scopes.length === 0);
  const named2 = ofScope ?? ofRest;
  return named2 !== void 0 && named2.url !== registryOf(recorded, change.name);
}

// src/run/policy-cases.ts
async function testPolicy(policy, cases, readExtended, readEvidence2) {
  const files = /* @__PURE__ */ new Map();
  const runs = /* @__PURE__ */ new Map();
  const outcomes = [];
  for (const one of cases) {
    const file = files.get(one.evidence) ?? await readEvidence2(one.evidence);
    files.set(one.evidence, file);
    if (isOfRehearsal(file)) throw new GateFailure("evidence-invalid", rehearsed, { path: one.evidence });
    const isAudited = file.comparison.mode === "audit";
    const replay = isAudited ? { ...file, comparison: asAdded(file.comparison) } : file;
    const now = one.at ?? replay.evaluatedAt;
    const key = JSON.stringify([one.evidence, now]);
    const run2 = runs.get(key) ?? await runGate({ replay, policy, now, isEach: true, readExtended });
    runs.set(key, run2);
    const { errors } = run2.comparison;
    if (errors.length > 0) return { policy: run2.policy, outcomes: [], errors };
    outcomes.push(outcomeOf(one, run2, { isAudited, replay }));
  }
  return { policy: [...runs.values()][0]?.policy, outcomes, errors: [] };
}
var rehearsed = "This is the evidence of a rehearsal (check --history), which does not keep what each change locks. Record each package with `vet NAME@VERSION --preset strict --evidence-out FILE`, or a change with `check`.";
var asAdded = (comparison) => ({
  ...comparison,
  mode: "check",
  changes: comparison.changes.map((change) => ({ ...change, baseVersions: [], basePins: [], baseDependencyTypes: [] }))
});
function outcomeOf(one, run2, { isAudited, replay }) {
  const { name, package: wanted, expect, rules: rules2, codes, line } = one;
  const about = {
    ...{ name: name ?? null, package: wanted.name, version: wanted.version, line, at: run2.now },
    expected: { verdict: expect, ...rules2 && { rules: rules2 }, ...codes && { codes } }
  };
  const unjudged2 = unjudgedBecause(run2, wanted, replay);
  if (unjudged2 !== void 0) {
    return { ...about, ok: false, verdict: null, differs: [unjudged2], rules: [], codes: [], findings: [] };
  }
  const mode = run2.policy?.mode ?? "enforce";
  const speaking = findingsAbout(run2, wanted).filter((finding) => isSpeaking(finding, mode));
  const isUnrecorded = ({ cause, outcome }) => cause === void 0 ? isAudited && outcome === "indeterminate" : cause.reason === "not-recorded";
  const blocking = speaking.filter((finding) => effectOf(finding, mode) === "blocks");
  const verdict = blocking.length > 0 ? "fail" : speaking.length > 0 ? "warn" : "pass";
  const said = {
    rules: distinct(speaking.map(({ rule }) => rule)),
    codes: distinct(speaking.flatMap((each) => each.codes))
  };
  const isCertain = blocking.some((finding) => !isUnrecorded(finding)) && rules2 === void 0 && codes === void 0;
  const isNamed = codes !== void 0 && distinct(codes).join() === said.codes.join();
  const lacks = isCertain || isNamed ? [] : speaking.filter(isUnrecorded);
  const differs = [
    ...lacks.length === 0 ? [] : ["evidence"],
    ...verdict === expect ? [] : ["verdict"],
    ...["rules", "codes"].filter((key) => {
      const named2 = one[key];
      return named2 !== void 0 && distinct(named2).join() !== said[key].join();
    })
  ];
  const findings = speaking.map(({ rule, level, codes: own, message }) => ({ rule, level, codes: own, message }));
  return { ...about, ok: differs.length === 0, verdict, differs, ...said, findings };
}
var isSpeaking = (finding, mode) => ["blocks", "warns"].includes(effectOf(finding, mode));
var distinct = (texts) => [...new Set(texts)].sort(compareText);

// src/cli/policy-test.ts
var maxBytes = 256 * 1024 + 1;
async function run(flags, file, named2) {
  if (flags.format !== "text" && flags.format !== "json") {
    throw new GateFailure("usage", `policy test writes text or json; not ${flags.format}.`);
  }
  if (file === void 0) {
    throw new GateFailure("usage", `no such file; name the policy: ${programName()} policy test FILE`, { path: named2 });
  }
  const path = flags.cases ?? casesBeside(file, named2);
  const source = shownPath(path);
  const cases = readCases(await readBytes(path, maxBytes), source);
  const folder = dirname(path);
  const { policy, outcomes, errors } = await testPolicy(file, cases, extendedReader(flags), async (evidence2) => {
    const at = isAbsolute(evidence2) ? evidence2 : join(folder, evidence2);
    await demandRegular(at);
    return readEvidence(at);
  });
  const ok = outcomes.filter((one) => one.ok).length;
  const test = {
    schema: "lockgate-policy-test/1",
    policy: reportedPolicy({ ...policy ?? { source: file.source, digest: "", mode: "enforce" }, ...file.from }),
    source,
    cases: outcomes,
    counts: { cases: cases.length, ok, failed: outcomes.length - ok },
    errors
  };
  for (const error of errors) process.stderr.write(`lockgate: ${errorLine(error)}
`);
  if (flags.format === "json") process.stdout.write(jsonText(test));
  else if (errors.length === 0) process.stdout.write(policyTestText(test, textStyle(void 0)));
  if (errors.length > 0) return 2;
  return ok === cases.length ? 0 : 1;
}
function casesBeside({ from }, named2) {
  if (from === void 0) return `${named2.replace(/\.ya?ml$/i, "")}.cases.yml`;
  throw new GateFailure(
    "usage",
    `name the cases for ${quoted(named2)}: ${programName()} policy test ${named2} --cases FILE`
  );
}
export {
  run
};
