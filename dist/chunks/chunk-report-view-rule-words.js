import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/report/view/rule-words.ts
var words = (what, reason) => ({ what, reason, isWaivable: true });
var fixed = (what, reason) => ({ what, reason, isWaivable: false });
var byRule = {
  // The three that nobody may miss are first in every sentence.
  malware: words("malware", "known as malware"),
  advisory: words("advisories", "known vulnerability"),
  signature: words("signatures", "registry signature missing or wrong"),
  provenance: words("provenance", "provenance missing or not as expected"),
  publisher: words("publishers", "unexpected publisher"),
  existence: fixed("existence", "not in the registry"),
  integrity: words("integrity", "not the bytes that the registry states"),
  source: words("sources", "not from a registry"),
  registry: fixed("registry addresses", "from another address than the registry"),
  "dependency-confusion": fixed("scopes", "private name at another registry"),
  takeover: words("signs of a takeover", "signs of a takeover"),
  "trust-downgrade": words("trust levels", "published in a weaker way than before"),
  "source-identity": words("source repositories", "built from another repository"),
  "install-scripts": words("install scripts", "new or changed install script"),
  cooldown: words("release ages", "released too recently"),
  "new-package": words("package ages", "new package"),
  "name-similarity": words("similar names", "name like a popular package"),
  "new-direct-dependency": words("new direct dependencies", "new direct dependency of an agent"),
  license: words("licenses", "license not allowed"),
  abandonment: words("maintenance", "deprecated or unmaintained"),
  alias: words("aliases", "installed under another name"),
  bundled: words("bundled packages", "bundled in another package"),
  allow: words("the allow list", "not on the allow list"),
  deny: fixed("the deny list", "denied by the policy"),
  lockfile: fixed("lockfiles", "inconsistent lockfile"),
  override: fixed("overrides", "override changed"),
  "gate-config": fixed("settings", "setting of the gate or of installs changed"),
  "approval-record": fixed("records of decisions", "record of a decision that nothing proves"),
  "committed-bytes": fixed("committed files", "committed file differs from the registry"),
  "exception-hygiene": fixed("exceptions", "expired or unused exception")
};
var knownRules = Object.keys(byRule);
function rankOfRule(rule) {
  const rank = knownRules.indexOf(rule);
  return rank === -1 ? knownRules.length : rank;
}
function wordsOfRule(rule) {
  return Object.hasOwn(byRule, rule) ? byRule[rule] : void 0;
}

export {
  rankOfRule,
  wordsOfRule
};
