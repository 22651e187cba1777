import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  optionsOf
} from "./chunk-policy-rule-settings.js";
import {
  applicationOf
} from "./chunk-policy-profiles.js";
import {
  isWorse,
  mergeMessages,
  messageOf,
  worstOf
} from "./chunk-judge-finding.js";
import {
  causeOf,
  missingMessage,
  missingRemediation
} from "./chunk-judge-unavailable.js";

// src/policy/settings-in-force.ts
function appliedProfiles(policy, occurrences) {
  const found = /* @__PURE__ */ new Map();
  for (const occurrence of occurrences) {
    const application = applicationOf(policy.apply, occurrence);
    const [profile, entry] = [application?.profile ?? null, application?.origin ?? null];
    const way = { importer: occurrence.importer ?? null, dependencyType: occurrence.dependencyType ?? null };
    const key = JSON.stringify([profile, entry]);
    found.set(key, { profile, entry, ways: [...found.get(key)?.ways ?? [], way] });
  }
  return [...found.values()];
}
function settingsUnder(policy, profile) {
  return (profile === null ? void 0 : policy.profiles.get(profile)?.settings) ?? policy.settings;
}
function originUnder(policy, profile, rule, key) {
  const own = profile === null ? void 0 : policy.origins.get(`profiles.${profile}.rules.${rule}.${key}`);
  return own ?? policy.origins.get(`rules.${rule}.${key}`) ?? "default";
}
function rulesUnder(policy, profile, rules) {
  const settings = settingsUnder(policy, profile);
  return rules.flatMap(({ id, floor }) => {
    const setting = settings.get(id);
    if (setting === void 0) return [];
    const options = Object.entries({ ...setting.codes, ...optionsOf(setting) }).map(([name, value]) => ({
      name,
      value,
      origin: originUnder(policy, profile, id, name)
    }));
    return [{ id, level: setting.level, floor, origin: originUnder(policy, profile, id, "level"), options }];
  });
}
function contextUnder({ settings, proposers: listed }, given) {
  const about = listed === void 0 ? given : { ...given, listed };
  const setting = settings.get("new-direct-dependency");
  if (setting === void 0) return about;
  const { marks, dependencyBots, formatters } = optionsOf(setting);
  return { ...about, proposers: { marks, dependencyBots, formatters } };
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
  const reported = /* @__PURE__ */ new Map();
  const report = (rule, subject, messages) => {
    const { lockfile, name, version, source } = subject;
    for (const message of messages) {
      const key = JSON.stringify([rule, lockfile, name, version, source ?? null, message.level === "note"]);
      const entry = reported.get(key);
      if (entry === void 0) reported.set(key, { rule, subject, messages: [message] });
      else entry.messages.push(message);
    }
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
      const messages = worstUnder(
        applied,
        rule,
        subject,
        (setting) => applies(rule, setting, dossier) ? runPackageRule({ rule, setting, dossier, subject, context, unavailable }) : []
      );
      missing ||= rule.id === existenceRule && messages.some(({ floor, outcome }) => floor && outcome === "violation");
      report(rule.id, subject, messages);
    }
  }
  for (const observation of observations) {
    const { path, line, name, version } = observation;
    const subject = { name: name ?? null, version: version ?? null, lockfile: path, line };
    const applied = ofPath(path);
    for (const rule of rules) {
      if (rule.subject !== "lockfile" || !Object.hasOwn(rule.messages, observation.code)) continue;
      const messages = worstUnder(
        applied,
        rule,
        subject,
        (setting) => worstOf(rule, setting).level === "off" ? [] : runLockfileRule({ rule, setting, observation, subject, context })
      );
      report(rule.id, subject, messages);
    }
  }
  return [...reported.values()].map(({ rule, subject, messages }) => mergeMessages(rule, subject, messages));
}
function worstUnder(applied, rule, subject, run) {
  const [first, ...others] = new Set(applied.map((settings) => settingOf(settings, rule)));
  if (first === void 0) throw new TypeError(`no settings apply to ${subject.name ?? subject.lockfile}`);
  return others.map(run).reduce((worst, messages) => isWorse(messages, worst) ? messages : worst, run(first));
}
var rankOf = (rule) => rule.id === existenceRule ? 0 : 1;
function settingOf(settings, rule) {
  const setting = settings.get(rule.id);
  if (setting === void 0) throw new TypeError(`the policy sets nothing for the rule ${rule.id}`);
  return setting;
}
var applies = (rule, setting, { change, unprovided = [] }) => (rule.sources === "any" || change.source.kind === "registry") && (rule.restsOn === void 0 || !unprovided.includes(rule.restsOn)) && worstOf(rule, setting).level !== "off";
function subjectOf({ name, version, source, lockfile, line }) {
  const spec = source.kind === "registry" ? {} : { source: JSON.stringify([source.kind, source.spec ?? null]) };
  return { name, version, ...spec, lockfile, line };
}
function runPackageRule({
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
  return violations.flatMap((violation) => messageOf(rule, setting, violation, subject) ?? []);
}
var UnavailableRead = class extends Error {
};
function readingOf(rule, evidence) {
  const known = {};
  let missing;
  for (const kind of rule.optionalEvidence ?? []) {
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
    level: level !== "error" ? reportedLevel(level) : floor || unavailable === "error" ? "error" : "warn",
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
function reportedLevel(level) {
  if (level === "off") throw new TypeError("a rule that is off has run");
  return level;
}
function runLockfileRule({
  rule,
  setting,
  observation,
  subject,
  context
}) {
  return rule.check({ observation, options: setting.options, context }).flatMap((violation) => messageOf(rule, setting, violation, subject) ?? []).map((message) => observation.files === void 0 ? message : boundTo(observation.files, message));
}
function boundTo(files, message) {
  const facts = Object.entries(message.stable).filter(([, value]) => typeof value !== "number");
  return { ...message, stable: Object.fromEntries(facts), files };
}

export {
  appliedProfiles,
  settingsUnder,
  originUnder,
  rulesUnder,
  contextUnder,
  runRules
};
