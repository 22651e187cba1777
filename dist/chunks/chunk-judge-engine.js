import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  isExpired
} from "./chunk-policy-exceptions.js";
import {
  isWorse,
  listKeys,
  mergeUtterances,
  optionsOf,
  utter,
  worstOf
} from "./chunk-policy-lists.js";
import {
  admits,
  isInForce,
  keepsOut,
  splitSelector
} from "./chunk-rules.js";
import {
  compileGlob
} from "./chunk-text-glob.js";
import {
  quoted,
  visible
} from "./chunk-text-visible.js";

// src/policy/mentions.ts
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
function takesIn(matcher) {
  return (selector, { name, version }) => version === void 0 ? compileGlob(splitSelector(selector).name)(name) : matcher(selector)(name, version);
}
var isAdmitted = takesIn(admits);
var isKeptOut = takesIn(keepsOut);
function mentionsOf(policy, named, now) {
  const denied = listedIn(policy, "deny").filter(({ entry }) => isKeptOut(entry.package, named)).map(({ entry, id, origin }) => {
    const instead = entry.useInstead === void 0 ? "" : ` Use ${quoted(entry.useInstead)} instead.`;
    const says = `Denied: ${quoted(entry.reason)}.${instead}`;
    return { key: "deny", id, selector: entry.package, origin, says };
  });
  const allowed = listedIn(policy, "allow").filter(({ entry }) => isAdmitted(entry, named)).map(({ entry, id, origin }) => {
    const says = "On the list of what may come in; every other rule judges it as well.";
    return { key: "allow", id, selector: entry, origin, says };
  });
  const published = listedIn(policy, "publishers").flatMap(({ entry, id, origin }) => {
    const selector = entry.packages.find((one) => isAdmitted(one, named));
    if (selector === void 0) return [];
    const waives = entry.waives.length === 0 ? "waives nothing" : `waives ${entry.waives.join(", ")}`;
    const state = isInForce(entry, now) ? "" : " Not in force on this day.";
    const says = `A publisher is listed from ${entry.start} to ${entry.end} and ${waives} for what it publishes.${state}`;
    return [{ key: "publishers", id, selector, origin, says }];
  });
  const excepted = policy.exceptions.filter((one) => isAdmitted(one.package, named)).map((one) => {
    const state = isExpired(one, now) ? `expired on ${one.expires}` : `until ${one.expires}`;
    const says = `Waives ${one.rules.join(", ")}, ${state}: ${quoted(one.reason)}.`;
    return { key: "exceptions", id: one.id, selector: one.package, origin: one.origin, says };
  });
  return [...denied, ...allowed, ...published, ...excepted];
}

// src/judge/unavailable.ts
var unknown = {
  existence: "whether the registry has it",
  release: "what the registry's document says of this version",
  publishedAt: "when this version was published",
  firstPublishedAt: "when this name was first published",
  history: "which other versions of this name were released",
  predecessor: "what the registry's document says of the version that was locked before",
  registrySignature: "whether the registry signed what is locked",
  provenance: "where this version was built",
  publisher: "who published this version",
  trust: "with what trust this version was published",
  priorTrust: "with what trust earlier releases were published",
  predecessorProvenance: "where the version that was locked before was built",
  bringers: "where the packages that bring it in were built",
  malware: "whether this version is recorded as malicious",
  advisories: "which advisories there are about this version",
  downloads: "how often the name was downloaded",
  prominence: "how popular the name is",
  lookalike: "whether the name is close to a popular one",
  implicitBuild: "whether its tarball holds a binding.gyp, which npm builds on install",
  predecessorImplicitBuild: "whether the tarball of the version that was locked before holds a binding.gyp",
  predecessorAdvisories: "which advisories there were about what was locked before",
  bundling: "whether it comes in the tarball of another package, as the lockfile says",
  authorship: "who made this change",
  license: "which license this version declares"
};
var because = {
  offline: "no request was allowed",
  "not-recorded": "the recorded evidence does not hold it",
  network: "the registry could not be reached",
  timeout: "the registry did not answer in time",
  throttled: "the registry took no more requests",
  "server-error": "the registry failed to answer",
  unauthorized: "the registry asks for a credential",
  redirected: "the registry sent the request to another origin, which is not followed",
  "too-large": "the answer is larger than lockgate reads",
  malformed: "the answer is not what a registry sends",
  budget: "a bound of this run was reached before it could be asked for"
};
var causeWords = {
  evidence: Object.keys(unknown),
  reason: ["not-provided", ...Object.keys(because)],
  asked: Object.keys({
    document: true,
    keys: true,
    attestations: true,
    advisories: true,
    osv: true,
    downloads: true,
    tarball: true,
    authorship: true
  })
};
var again = "Run the check again; if it stays so, look at the state of the registry.";
var mend = {
  offline: "Run again with requests allowed, or with evidence that holds it.",
  "not-recorded": "Record the evidence again with this version of lockgate and this policy.",
  network: again,
  timeout: again,
  throttled: "Wait, then run the check again.",
  "server-error": again,
  unauthorized: "Give lockgate a token that may read this package from its registry.",
  redirected: "Configure the address that the registry answers at itself.",
  "too-large": "Ask the keeper of the registry why the document is so large.",
  malformed: "See what answers at the address of the registry: a proxy or a login page is not a registry.",
  budget: "Split the change into smaller ones."
};
var restsOnSigning = /* @__PURE__ */ new Set([
  "registrySignature",
  "provenance",
  "predecessorProvenance",
  "publisher",
  "trust",
  "priorTrust"
]);
var fromSources = /* @__PURE__ */ new Set(["malware", "advisories", "predecessorAdvisories"]);
function mendNotProvided(kind) {
  if (restsOnSigning.has(kind)) {
    return "Use a registry that passes it on. Of a private one that never has it the policy can say so: `signatures: unsupported` under `registries`.";
  }
  if (fromSources.has(kind)) {
    return "Use a registry that has them, or ask OSV instead: `malware: [osv]` and `advisories: [osv]` under `sources` in the policy.";
  }
  return "Use a registry that passes it on, or decide in the policy how this rule counts here.";
}
function causeOf({ kind, evidence: { reason, detail, asked } }) {
  const usual = kind === "authorship" ? kind : "document";
  return { evidence: kind, asked: asked ?? usual, reason, detail: visible(detail, 200) };
}
function missingMessage({ kind, evidence: { reason, detail } }) {
  if (reason === "not-provided") return `It is unknown ${unknown[kind]}: ${visible(detail, 200)}.`;
  const more = detail.endsWith(because[reason]) ? "" : ` (${visible(detail, 200)})`;
  return `It is unknown ${unknown[kind]}: ${because[reason]}${more}.`;
}
function missingRemediation({ kind, evidence: { reason } }) {
  return reason === "not-provided" ? mendNotProvided(kind) : mend[reason];
}

// src/judge/engine.ts
var existenceRule = "existence";
function runRules({
  rules,
  settings,
  profiles,
  dossiers,
  observations,
  context,
  unavailable
}) {
  const { ofChange = () => [settings], ofPath = () => [settings] } = profiles ?? {};
  const heard = /* @__PURE__ */ new Map();
  const hear = (rule, subject, utterances) => {
    if (utterances.length === 0) return;
    const { lockfile, name, version, source } = subject;
    const key = JSON.stringify([rule, lockfile, name, version, source ?? null]);
    const entry = heard.get(key);
    if (entry === void 0) heard.set(key, { rule, subject, utterances: [...utterances] });
    else entry.utterances.push(...utterances);
  };
  for (const rule of rules) settingOf(settings, rule);
  const existenceFirst = [...rules].sort((a, b) => rankOf(a) - rankOf(b));
  for (const dossier of dossiers.filter(({ change }) => change.kind !== "removed")) {
    const subject = subjectOf(dossier.change);
    const applied = ofChange(dossier.change);
    let missing = false;
    for (const rule of existenceFirst) {
      if (rule.subject !== "package") continue;
      if (missing && rule.needs.some((kind) => kind !== "existence")) continue;
      const utterances = worstUnder(
        applied,
        rule,
        subject,
        (setting) => applies(rule, setting, dossier) ? askPackageRule({ rule, setting, dossier, subject, context, unavailable }) : []
      );
      missing ||= rule.id === existenceRule && utterances.some(({ floor, outcome }) => floor && outcome === "violation");
      hear(rule.id, subject, utterances);
    }
  }
  for (const observation of observations) {
    const { path, line, name, version } = observation;
    const subject = { name: name ?? null, version: version ?? null, lockfile: path, line };
    const applied = ofPath(path);
    for (const rule of rules) {
      if (rule.subject !== "lockfile" || !Object.hasOwn(rule.messages, observation.code)) continue;
      const utterances = worstUnder(
        applied,
        rule,
        subject,
        (setting) => worstOf(rule, setting).level === "off" ? [] : askLockfileRule({ rule, setting, observation, subject, context })
      );
      hear(rule.id, subject, utterances);
    }
  }
  return [...heard.values()].map(({ rule, subject, utterances }) => mergeUtterances(rule, subject, utterances));
}
function worstUnder(applied, rule, subject, ask) {
  const [first, ...others] = new Set(applied.map((settings) => settingOf(settings, rule)));
  if (first === void 0) throw new TypeError(`no settings apply to ${subject.name ?? subject.lockfile}`);
  return others.map(ask).reduce((worst, said) => isWorse(said, worst) ? said : worst, ask(first));
}
var rankOf = (rule) => rule.id === existenceRule ? 0 : 1;
function settingOf(settings, rule) {
  const setting = settings.get(rule.id);
  if (setting === void 0) throw new TypeError(`the policy sets nothing for the rule ${rule.id}`);
  return setting;
}
var applies = (rule, setting, { change }) => (rule.sources === "any" || change.source.kind === "registry") && worstOf(rule, setting).level !== "off";
function subjectOf({ name, version, source, lockfile, line }) {
  const spec = source.kind === "registry" ? {} : { source: JSON.stringify([source.kind, source.spec ?? null]) };
  return { name, version, ...spec, lockfile, line };
}
function askPackageRule({
  rule,
  setting,
  dossier,
  subject,
  context,
  unavailable
}) {
  const { evidence, ...rest } = dossier;
  const reading = readingOf(rule, evidence);
  let violations = [];
  try {
    violations = rule.check({ dossier: rest, evidence: reading.known, options: setting.options, context });
  } catch (cause) {
    if (!(cause instanceof UnavailableRead)) throw cause;
  }
  const missing = reading.missing();
  if (missing !== void 0) return [indeterminate(rule, setting, missing, dossier.change, unavailable)];
  return violations.flatMap((violation) => utter(rule, setting, violation, subject) ?? []);
}
var UnavailableRead = class extends Error {
};
function readingOf(rule, evidence) {
  const known = {};
  let missing;
  for (const kind of rule.easedBy ?? []) {
    known[kind] = evidence[kind].state === "unavailable" ? { state: "absent" } : evidence[kind];
  }
  for (const kind of rule.needs) {
    const piece = evidence[kind];
    if (piece.state !== "unavailable") {
      known[kind] = piece;
      continue;
    }
    Object.defineProperty(known, kind, {
      enumerable: true,
      get: () => {
        missing ??= { kind, evidence: piece };
        throw new UnavailableRead(kind);
      }
    });
  }
  return { known, missing: () => missing };
}
function indeterminate(rule, setting, missing, change, unavailable) {
  const { level, floor } = worstOf(rule, setting);
  return {
    code: `unavailable-${missing.kind}`,
    rank: 0,
    level: level === "error" && (floor || unavailable === "error") ? "error" : "warn",
    floor,
    outcome: "indeterminate",
    cause: causeOf(missing),
    message: missingMessage(missing),
    remediation: missingRemediation(missing),
    line: change.line,
    places: change.pins.reduce((sum, pin) => sum + pin.places, 0) || 1,
    stable: {}
  };
}
function askLockfileRule({
  rule,
  setting,
  observation,
  subject,
  context
}) {
  return rule.check({ observation, options: setting.options, context }).flatMap((violation) => utter(rule, setting, violation, subject) ?? []);
}

export {
  listedIn,
  mentionsOf,
  runRules
};
