import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  listKeys
} from "./chunk-policy-lists.js";
import {
  optionsOf
} from "./chunk-policy-rule-settings.js";
import {
  isAbout,
  isBuiltBy,
  isInForce,
  isPublishedBy
} from "./chunk-rules.js";
import {
  admits,
  keepsOut
} from "./chunk-rules-package-lists.js";
import {
  spansScopes
} from "./chunk-text-selectors.js";
import {
  mergeMessages,
  messageOf,
  ownOf
} from "./chunk-judge-finding.js";
import {
  isCoverable,
  isExactSelector,
  needsExactVersion
} from "./chunk-policy-waivable.js";
import {
  splitSelector
} from "./chunk-model-options.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  lockedVersion
} from "./chunk-model-identity.js";
import {
  compileGlob
} from "./chunk-text-glob.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/policy/change-rules.ts
var changeRules = /* @__PURE__ */ new Set([
  "alias",
  "bundled",
  "cooldown",
  "install-scripts",
  "name-similarity",
  "new-direct-dependency",
  "new-package",
  "provenance",
  "publisher",
  "source",
  "source-identity",
  "takeover",
  "trust-downgrade"
]);

// src/policy/exceptions.ts
var hygieneRule = "exception-hygiene";
function endOf({ expires }) {
  return `${expires}T00:00:00.000Z`;
}
function isExpired(exception, now) {
  return Date.parse(now) >= Date.parse(endOf(exception));
}
function applyExceptions({
  findings,
  policy,
  now,
  complete,
  locked,
  rules
}) {
  const valid = policy.exceptions.filter((exception) => !isExpired(exception, now));
  const used = /* @__PURE__ */ new Set();
  const covered = findings.map((finding) => {
    const exception = isCoverable(finding) ? valid.find((candidate) => covers(candidate, finding)) : void 0;
    if (exception === void 0) return finding;
    used.add(exception);
    return finding.status === "reported" ? coveredBy(finding, entryOf(exception)) : finding;
  });
  const own = policy.exceptions.filter(({ line }) => line > 0);
  const hygiene = own.flatMap((exception) => {
    const codes = [
      ...isExpired(exception, now) ? ["expired"] : [],
      ...exception.about === "package" && spansScopes(exception.package) ? ["too-wide"] : [],
      ...complete && !isExpired(exception, now) && !used.has(exception) && !isStanding(exception, locked) ? ["unused"] : []
    ];
    return hygieneFinding(exception, codes, policy, rules) ?? [];
  });
  return [...covered, ...hygiene];
}
function entryOf({ id, reason, owner, expires, origin }) {
  return { kind: "exception", id, reason, ...owner === void 0 ? {} : { owner }, expires, origin };
}
function coveredBy(finding, entry) {
  return { ...finding, status: "excepted", decision: entry.id, coveredBy: entry };
}
function isStanding(exception, locked) {
  return exception.about === "package" && exception.rules.some((rule) => changeRules.has(rule)) && locked.some(({ name, version }) => exception.selects(name, version));
}
function covers(exception, finding) {
  return exception.about === "file" ? coversFile(exception, finding) : coversPackage(exception, finding);
}
function coversFile(exception, { lockfile, codes, fingerprint, ofFiles }) {
  return ofFiles === true && exception.path === lockfile && exception.fingerprint === fingerprint && codes.every((code) => exception.codes.includes(code));
}
function coversPackage({ package: selector, rules, advisories, selects }, finding) {
  const { rule, name, version, about, aliases = {} } = finding;
  return name !== null && version !== null && rules.includes(rule) && (advisories === void 0 || about?.every((id) => [id, ...ownOf(aliases, id)].some((each) => advisories.includes(each))) === true) && (!needsExactVersion(finding) || isExactSelector(selector)) && selects(name, version);
}
function hygieneFinding(exception, codes, policy, rules) {
  const rule = rules.find(({ id }) => id === hygieneRule);
  const setting = policy.settings.get(hygieneRule);
  if (rule === void 0 || setting === void 0) return void 0;
  const subject = { name: null, version: null, lockfile: policy.source, line: exception.line };
  const named = exception.about === "file" ? { path: exception.path, codes: exception.codes.join(", "), fingerprint: exception.fingerprint } : { package: exception.package, rules: exception.rules.join(", ") };
  const stable = { ...named, ...exception.named ? { id: exception.id } : {} };
  const args = { ...stable, expires: endOf(exception) };
  const messages = codes.flatMap((code) => messageOf(rule, setting, { code, args, stable }, subject) ?? []);
  return messages.length === 0 ? void 0 : mergeMessages(rule.id, subject, messages);
}

// src/policy/policy-mentions.ts
function listedIn({ settings, origins }, key) {
  return listKeys.filter((one) => one.key === key).flatMap(({ rule, option }) => {
    const setting = settings.get(rule);
    const entries = setting === void 0 ? [] : optionsOf(setting)[option] ?? [];
    const otherwise = origins.get(`rules.${rule}.${option}`) ?? "default";
    return entries.map((entry, index) => {
      const id = `${key}[${index}]`;
      return { entry, id, origin: origins.get(id) ?? otherwise };
    });
  });
}
function matching(matcher) {
  return (selector, { name, version }) => version === void 0 ? compileGlob(splitSelector(selector).name)(name) : matcher(selector)(name, version);
}
var isAdmitted = matching(admits);
var isKeptOut = matching(keepsOut);
function mentionsOf(policy, named, now) {
  const denied = listedIn(policy, "deny").filter(({ entry }) => isKeptOut(entry.package, named)).map(({ entry, id, origin }) => {
    const instead = entry.useInstead === void 0 ? "" : ` Use ${quoted(entry.useInstead)} instead.`;
    const says = `Denied: ${quoted(entry.reason)}.${instead}`;
    return { key: "deny", id, selector: entry.package, origin, says };
  });
  const allowed = listedIn(policy, "allow").filter(({ entry }) => isAdmitted(entry, named)).map(({ entry, id, origin }) => {
    const says = "On the list of allowed packages; every other rule still applies.";
    return { key: "allow", id, selector: entry, origin, says };
  });
  const published = listedIn(policy, "publishers").flatMap(({ entry, id, origin }) => {
    const selector = entry.packages.find((one) => isAdmitted(one, named));
    if (selector === void 0) return [];
    const waives = entry.waives.length === 0 ? "waives nothing" : `waives ${entry.waives.join(", ")}`;
    const state = isInForce(entry, now) ? "" : " It does not apply on this day.";
    const says = `A publisher is listed from ${entry.start} to ${entry.end} and ${waives} for what it publishes.${state}`;
    return [{ key: "publishers", id, selector, origin, says }];
  });
  const excepted = policy.exceptions.filter((one) => one.about === "package").filter((one) => isAdmitted(one.package, named)).map((one) => {
    const state = isExpired(one, now) ? `expired on ${one.expires}` : `until ${one.expires}`;
    const says = `Waives ${one.rules.join(", ")}, ${state}: ${quoted(one.reason)}.`;
    return { key: "exceptions", id: one.id, selector: one.package, origin: one.origin, says };
  });
  return [...denied, ...allowed, ...published, ...excepted];
}

// src/policy/publishers.ts
function publishersOf({ settings }) {
  const setting = settings.get("publisher");
  return setting === void 0 ? [] : optionsOf(setting)["listed"] ?? [];
}
var day = 864e5;
function entryOf2({ entry, id, origin }) {
  const expires = new Date(Date.parse(entry.end) + day).toISOString().slice(0, 10);
  return { kind: "publisher", id, reason: entry.reason, expires, origin };
}
function applyPublishers({
  findings,
  dossiers,
  policy,
  now
}) {
  const inForce = listedIn(policy, "publishers").filter(
    ({ entry }) => entry.waives.length > 0 && isInForce(entry, now)
  );
  if (inForce.length === 0) return findings;
  const about = groupBy(dossiers, ({ change }) => lockedVersion(change));
  return findings.map((finding) => {
    if (finding.status !== "reported" || !isCoverable(finding) || needsExactVersion(finding)) return finding;
    const concerned = about.get(lockedVersion(finding)) ?? [];
    const waiver = inForce.find(
      ({ entry }) => entry.waives.includes(finding.rule) && concerned.length > 0 && concerned.every((dossier) => isAbout(entry, dossier.change) && isPublisherOf(entry, dossier))
    );
    return waiver === void 0 ? finding : coveredBy(finding, entryOf2(waiver));
  });
}
function isPublisherOf(entry, { change, evidence }) {
  if (change.source.kind !== "registry") return false;
  const { provenance, publisher } = evidence;
  const outcome = provenance.state === "present" ? provenance.value : void 0;
  return outcome?.state === "verified" && isBuiltBy(entry, outcome.identity) || publisher.state === "present" && isPublishedBy(entry, publisher.value);
}

export {
  hygieneRule,
  endOf,
  isExpired,
  applyExceptions,
  covers,
  listedIn,
  mentionsOf,
  publishersOf,
  applyPublishers,
  isPublisherOf
};
