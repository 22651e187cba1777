import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  rankOfRule,
  wordsOfRule
} from "./chunk-report-view-rule-words.js";
import {
  causeWords
} from "./chunk-judge-unavailable.js";
import {
  effectOf
} from "./chunk-model-effect.js";

// src/report/view/rule-codes.ts
var ruleCodes = {
  abandonment: "deprecated dormant no-times",
  advisory: "vulnerable minor",
  alias: "new-alias",
  allow: "not-listed",
  "approval-record": "record-unproven record-altered record-misplaced",
  bundled: "not-bundled no-bundler bundled shrinkwrap shrinkwrap-unlisted bundles-unseen shrinkwrap-unseen",
  "committed-bytes": "archive-differs loader-differs archive-unshown store-changed tarball-changed archive-patched patch-changed",
  cooldown: "future too-young young-fix contradicted-time unwitnessed-approval no-time",
  deny: "denied denied-by-decision",
  "dependency-confusion": "workspace scope",
  "exception-hygiene": "expired too-wide unused publisher-ended publisher-unused no-effect",
  existence: "unknown-name unknown-transitive removed-name unknown-version unpublished-version no-versions security-placeholder refused",
  "gate-config": "approvals-not-alone policy-changed policy-noted workflow-changed setting-changed manager-replaced manager-unverified program-added program-changed modules-committed manager-unjudged manager-updated setting-noted",
  "install-scripts": "new-hook changed-hook first-seen unestablished flag-gained folder-script left-out flag-unread unstated own-manifest unread unlisted established",
  integrity: "differs changed-bytes dropped another-tarball other-document other-bin unstated-bin dependency-out-of-range undeclared-dependency missing malformed weak unbound no-tarball carried-missing carried-malformed carried-weak carried-unbound carried-no-tarball sha1 sha1-alone several-algorithms",
  license: "not-allowed unclear unclear-warning",
  lockfile: "maps-disagree manifest-disagrees base-not-a-baseline same-head-blocked manifest-may-disagree pins-nothing setting-disagrees not-locked incomplete unread-documents missing-dependency missing-optional out-of-range shadowed unsupported no-lockfile deleted moved-out moved-manager moved-folder not-comparable competes unreachable workspace-replaces rewritten-on-checkout lfs-pointer not-regular submodule-read link-followed line-ends rewritten-before submodule-changed",
  malware: "malicious review",
  "name-similarity": "similar unmeasured",
  "new-direct-dependency": "by-agent undecided",
  "new-package": "young-name unused recycled sibling pulled-in-fix use-unknown no-time",
  override: "override-changed override-unapplied",
  provenance: "invalid contradicts expected-missing agent-unproven lost missing",
  publisher: "unlisted unseen unnamed",
  registry: "credentials elsewhere invalid not-canonical",
  signature: "invalid repacked absent",
  source: "outside exec git-elsewhere git-unmerged git-bytes git-unpinned git git-moved git-allowed remote portal patch link folder folder-replaces folder-namesake folder-unasked jsr import new-import file",
  "source-identity": "other-repository declares-another changed-repository unknown-repository declared-before same-owner changed-owner renamed declared-elsewhere unmerged unknown-trigger open-trigger open-trigger-settled foreign-signer changed-workflow changed-workflow-settled",
  takeover: "recent settled",
  "trust-downgrade": "weaker weaker-settled weaker-prerelease weaker-across-majors lost-provenance lost-provenance-settled lost-provenance-across-majors unclear"
};

// src/report/view/project.ts
function projectOf(repository, version) {
  const [, owner, name] = /^git\+https:\/\/github\.com\/([A-Za-z\d-]{1,39})\/([\w.-]{1,100})\.git$/.exec(repository) ?? [];
  if (owner === void 0 || name === void 0 || owner === "OWNER") return void 0;
  return { url: `https://github.com/${owner}/${name}`, ref: `v${version}` };
}
var rulesUrlOf = ({ url, ref }) => `${url}/blob/${ref}/docs/rules`;
var ruleUrl = (rule, rulesUrl) => rulesUrl === void 0 || wordsOfRule(rule) === void 0 ? void 0 : `${rulesUrl}/${rule}.md`;
function rulesOf(findings) {
  const known = new Set(findings.map(({ rule }) => rule).filter((rule) => wordsOfRule(rule) !== void 0));
  return [...known].sort((a, b) => rankOfRule(a) - rankOfRule(b));
}
function aboutRules({ findings, policy }, explain) {
  const ofEffect = (...wanted) => rulesOf(findings.filter((finding) => wanted.includes(effectOf(finding, policy.mode))));
  const [first, ...others] = /* @__PURE__ */ new Set([...ofEffect("blocks"), ...ofEffect("warns", "notes")]);
  if (first === void 0) return "";
  return `About a rule: ${explain(first)}${others.length > 0 ? ` (or ${others.join(", ")})` : ""}`;
}
var most = { codes: 8, fingerprints: 3 };
function wrongResult(report, url, version) {
  const { findings, policy } = report;
  const open = findings.filter((finding) => ["blocks", "warns"].includes(effectOf(finding, policy.mode)));
  if (open.length === 0) return void 0;
  const codes = new Set(
    open.flatMap(({ rule, codes: own }) => own.filter(isCodeOf(rule)).map((code) => `${rule}/${code}`))
  );
  const prints = new Set(open.map(({ fingerprint }) => fingerprint).filter((text) => /^[\da-f]{64}$/.test(text)));
  const digest = /^sha256:[\da-f]{64}$/.test(policy.digest) ? `, policy ${policy.digest}` : "";
  const short = { template: "false-alarm.yml", codes: [...codes].slice(0, most.codes).join(", ") };
  const fields = {
    ...short,
    fingerprint: [...prints].slice(0, most.fingerprints).join(", "),
    versions: `lockgate ${version}${digest}`
  };
  const form = (filledIn) => `${url}/issues/new?${new URLSearchParams(filledIn).toString()}`;
  return {
    falseAlarm: form(fields),
    shortAlarm: form(short),
    falsePass: `${url}/security/advisories/new`
  };
}
var isCodeOf = (rule) => (code) => Object.hasOwn(ruleCodes, rule) && ((ruleCodes[rule] ?? "").split(" ").includes(code) || unavailable.has(code));
var unavailable = new Set(causeWords.evidence.map((kind) => `unavailable-${kind}`));

export {
  projectOf,
  rulesUrlOf,
  ruleUrl,
  rulesOf,
  aboutRules,
  wrongResult
};
