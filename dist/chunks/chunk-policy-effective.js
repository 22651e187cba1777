import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  denyRule,
  isCoverable
} from "./chunk-policy-waivable.js";
import {
  isAbout,
  isBuiltBy,
  isInForce,
  isPublishedBy,
  rules
} from "./chunk-rules.js";
import {
  canonicalJson,
  fingerprintOf
} from "./chunk-rules-fingerprint.js";
import {
  isOutsideModules
} from "./chunk-policy-gated.js";
import {
  compilePattern,
  compileSelector
} from "./chunk-rules-selectors.js";

// src/rules/finding.ts
function weigh(floor, weight, setting) {
  if (weight === "floor" || weight === "level" && floor === "whole") return { level: "error", floor: true };
  if (typeof weight === "object") {
    return { level: stricter(setting.level, optionLevel(setting, weight.option)), floor: false };
  }
  const advised = weight === "advice" && setting.level === "error" ? setting.advice : setting.level;
  return { level: advised, floor: false };
}
var strictness = ["off", "warn", "error"];
function stricter(a, b) {
  return strictness.indexOf(a) > strictness.indexOf(b) ? a : b;
}
function optionLevel({ options }, option) {
  const value = strictness.find((level) => level === options[option]);
  if (value === void 0) throw new TypeError(`the option ${option} is no level`);
  return value;
}
function worstOf(speaker, setting) {
  const all = Object.values(speaker.messages).map(({ weight }) => weigh(speaker.floor, weight, setting));
  return all.find(({ floor }) => floor) ?? all.find(({ level }) => level === "error") ?? all.find(({ level }) => level === "warn") ?? { level: "off", floor: false };
}
function utter(speaker, setting, violation, subject) {
  const { code, args } = violation;
  const rank = Object.keys(speaker.messages).indexOf(code);
  const message = rank === -1 ? void 0 : speaker.messages[code];
  if (message === void 0) throw new TypeError(`the rule ${speaker.id} has no message ${code}`);
  const { level, floor } = weigh(speaker.floor, message.weight, setting);
  if (level === "off") return void 0;
  return {
    code,
    rank,
    level,
    floor,
    outcome: "violation",
    message: message.text(args),
    remediation: message.remediation(args),
    line: violation.line ?? subject.line,
    places: violation.places ?? 1,
    stable: violation.stable ?? {},
    ...violation.about === void 0 ? {} : { about: violation.about, aliases: violation.aliases ?? {} }
  };
}
var urgency = ({ floor, level, outcome }) => (floor ? 0 : level === "error" ? 2 : 4) + (outcome === "violation" ? 0 : 1);
function isWorse(one, other) {
  const worst = (utterances) => Math.min(6, ...utterances.map(urgency));
  return worst(one) < worst(other) || worst(one) === worst(other) && one.length > other.length;
}
function worstFirst(a, b) {
  const order = urgency(a) - urgency(b) || a.rank - b.rank || a.line - b.line;
  return order !== 0 ? order : a.message < b.message ? -1 : a.message > b.message ? 1 : 0;
}
var distinct = (texts) => [...new Set(texts)];
function placesOf(utterances) {
  const sums = /* @__PURE__ */ new Map();
  for (const { code, places } of utterances) sums.set(code, (sums.get(code) ?? 0) + places);
  return Math.max(...sums.values());
}
var ownOf = (aliases, id) => (Object.hasOwn(aliases, id) ? aliases[id] : void 0) ?? [];
function aboutOf(utterances) {
  if (utterances.some(({ about: about2 = [] }) => about2.length === 0)) return {};
  const about = distinct(utterances.flatMap((each) => each.about ?? [])).sort();
  const others = about.flatMap((id) => {
    const aliases = distinct(utterances.flatMap(({ aliases: aliases2 = {} }) => ownOf(aliases2, id))).sort();
    return aliases.length === 0 ? [] : [[id, aliases]];
  });
  return { about, ...others.length === 0 ? {} : { aliases: Object.fromEntries(others) } };
}
function mergeUtterances(rule, subject, utterances) {
  const sorted = [...utterances].sort(worstFirst);
  const [worst] = sorted;
  if (worst === void 0) throw new TypeError(`the rule ${rule} says nothing`);
  const { name, version, source, lockfile } = subject;
  const codes = distinct(sorted.map(({ code }) => code));
  const stable = distinct(sorted.map(({ code, stable: stable2 }) => fingerprintOf([code, stable2]))).sort();
  return {
    rule,
    level: worst.level,
    floor: worst.floor,
    outcome: worst.outcome,
    codes,
    name,
    version,
    message: distinct(sorted.map(({ message }) => message)).join(" "),
    remediation: distinct(sorted.map(({ remediation }) => remediation)).join(" "),
    lockfile,
    line: worst.line,
    places: placesOf(sorted),
    ...aboutOf(sorted),
    fingerprint: fingerprintOf({ rule, name, version, source: source ?? null, lockfile, said: stable }),
    status: "reported",
    decision: null
  };
}

// src/policy/profiles.ts
function maySet({ id, subject }) {
  return (subject === "package" || subject === "lockfile") && id !== denyRule;
}
var builtInProfiles = {
  sandbox: {
    description: "Short-lived experiments without secrets or production data.",
    rules: { cooldown: "warn", "new-package": "warn", provenance: "off", license: "off", abandonment: "off" }
  }
};
function compileConditions({ paths, workspaces, dependencyTypes, packages }) {
  const path = paths?.map(compilePattern);
  const workspace = workspaces?.map(compilePattern);
  const selects = packages?.map(compileSelector);
  return ({ lockfile, importer, dependencyType, name, version }) => (path === void 0 || pathsOf(lockfile, importer).some((one) => path.some((matches) => matches(one)))) && (workspace === void 0 || importer !== void 0 && workspace.some((matches) => matches(importer))) && (dependencyTypes === void 0 || dependencyType !== void 0 && dependencyTypes.includes(dependencyType)) && (selects === void 0 || name !== void 0 && version !== void 0 && selects.some((matches) => matches(name, version)));
}
function pathsOf(lockfile, importer) {
  if (importer === void 0) return [lockfile];
  const folder = lockfile.slice(0, lockfile.lastIndexOf("/") + 1);
  const manifest = importer === "" ? "package.json" : `${importer}/package.json`;
  return manifest.startsWith(folder) ? [manifest, ...importer === "" ? [] : [importer], lockfile] : [manifest];
}
function occurrencesOf(change) {
  const { lockfile, name, version, importers, dependencyTypes } = change;
  const ways = importers.length === 0 ? [{}] : importers.map((importer) => ({ importer }));
  const types = dependencyTypes.length === 0 ? [{}] : dependencyTypes.map((dependencyType) => ({ dependencyType }));
  return ways.flatMap((way) => types.map((type) => ({ lockfile, name, version, ...way, ...type })));
}
function applicationOf(apply, occurrence) {
  return apply.find(({ fits }) => fits(occurrence));
}
function settingsOf({ settings, profiles, apply }, occurrences) {
  const applied = occurrences.map((occurrence) => {
    const application = applicationOf(apply, occurrence);
    if (application === void 0) return settings;
    const profile = profiles.get(application.profile);
    if (profile === void 0) throw new TypeError(`there is no profile ${application.profile}`);
    return profile.settings;
  });
  return [...new Set(applied)];
}

// src/policy/rule-settings.ts
function optionsOf({ options }) {
  return options;
}
function laidOver(setting, entry, written) {
  if (entry === void 0) return setting;
  if (typeof entry === "string") return { ...setting, level: entry };
  const options = { ...optionsOf(setting) };
  for (const option of written) if (option !== "level") options[option] = entry[option];
  return { ...setting, ...entry.level === void 0 ? {} : { level: entry.level }, options };
}

// src/policy/compose-profiles.ts
function profilesOf(accepted, settings, rules2, origins) {
  if (accepted === void 0) return /* @__PURE__ */ new Map();
  const { file, written, lineOf, originOf } = accepted;
  const defined = Object.entries(file.profiles ?? {});
  const builtIn = Object.entries(builtInProfiles).filter(
    ([name]) => !defined.some(([one]) => one === name) && (file.apply ?? []).some(({ profile }) => profile === name)
  );
  const compose = ([name, { description, rules: entries }], isBuiltIn) => {
    const set = rules2.filter(({ id }) => Object.hasOwn(entries, id) && entries[id] !== void 0);
    for (const { id } of set) {
      const path = `profiles.${name}.rules.${id}`;
      const members = ["profiles", name, "rules", id];
      if (isBuiltIn) origins.set(`${path}.level`, "built in");
      else if (typeof entries[id] === "string") origins.set(`${path}.level`, originOf(members));
      else for (const one of written(id, name)) origins.set(`${path}.${one}`, originOf([...members, one]));
    }
    const own = set.flatMap(({ id }) => {
      const setting = settings.get(id);
      return setting === void 0 ? [] : [[id, laidOver(setting, entries[id], isBuiltIn ? [] : written(id, name))]];
    });
    const line = isBuiltIn ? 0 : lineOf(["profiles", name]);
    const origin = isBuiltIn ? "built in" : originOf(["profiles", name]);
    const told = { ...description === void 0 ? {} : { description }, line, origin };
    return [name, { name, ...told, rules: set.map(({ id }) => id), settings: new Map([...settings, ...own]) }];
  };
  return new Map([...defined.map((one) => compose(one, false)), ...builtIn.map((one) => compose(one, true))]);
}
function applicationsOf(accepted) {
  return (accepted?.file.apply ?? []).map(({ profile, paths, workspaces, dependencyTypes, packages }, index) => {
    const conditions = {
      ...paths && { paths },
      ...workspaces && { workspaces },
      ...dependencyTypes && { dependencyTypes },
      ...packages && { packages }
    };
    return {
      ...conditions,
      profile,
      line: accepted?.lineOf(["apply", index]) ?? 1,
      origin: accepted?.originOf(["apply", index]) ?? "",
      fits: compileConditions(conditions)
    };
  });
}

// src/policy/lists.ts
var listKeys = [
  { key: "provenance", rule: "provenance", option: "expect" },
  { key: "publishers", rule: "publisher", option: "listed" },
  { key: "allow", rule: "allow", option: "packages" },
  { key: "deny", rule: "deny", option: "packages" }
];
function addLists(settings, file, from) {
  for (const { key, rule, option } of listKeys) {
    const listed2 = file[key] ?? [];
    const setting = settings.get(rule);
    if (setting === void 0 || listed2.length === 0) continue;
    const options = optionsOf(setting);
    const own = options[option] ?? [];
    settings.set(rule, { ...setting, options: { ...options, [option]: [...listed2, ...own] } });
    for (const index of listed2.keys()) from(`${key}[${index}]`, [key, index]);
    if (own.length === 0) from(`rules.${rule}.${option}`, [key]);
  }
}

// src/policy/presets.ts
var levelOf = {
  recommended: (level) => level,
  strict: (level) => level === "warn" ? "error" : level,
  audit: (level) => level === "error" ? "warn" : level
};
function presetDefaults(name, rules2) {
  const setting = (rule) => ({
    level: levelUnder(name, rule),
    advice: name === "strict" ? "error" : "warn",
    options: {
      ...asObject(rule.defaults ?? {}),
      ...asObject((name === "recommended" ? void 0 : rule[name]) ?? {})
    }
  });
  return {
    unavailable: name === "audit" ? "warn" : "error",
    settings: new Map(rules2.map((rule) => [rule.id, setting(rule)]))
  };
}
function levelUnder(name, rule) {
  if (rule.floor === "whole") return "error";
  return (name === "strict" ? rule.strictLevel : void 0) ?? levelOf[name](rule.recommended);
}
function asObject(options) {
  if (typeof options !== "object" || options === null) throw new TypeError("the options of a rule are no object");
  return options;
}

// src/policy/publishers.ts
function publishersOf({ settings }) {
  const setting = settings.get("publisher");
  return setting === void 0 ? [] : optionsOf(setting)["listed"] ?? [];
}
var publisherId = (index) => `publishers[${index}]`;
function applyPublishers({
  findings,
  dossiers,
  policy,
  now
}) {
  const counting = publishersOf(policy).map((entry, index) => ({ entry, id: publisherId(index) })).filter(({ entry }) => entry.waives.length > 0 && isInForce(entry, now));
  if (counting.length === 0) return findings;
  const about = /* @__PURE__ */ new Map();
  for (const dossier of dossiers) {
    const key = keyOf(dossier.change);
    about.set(key, [...about.get(key) ?? [], dossier]);
  }
  return findings.map((finding) => {
    if (finding.status !== "reported" || !isCoverable(finding)) return finding;
    const concerned = about.get(keyOf(finding)) ?? [];
    const waiver = counting.find(
      ({ entry }) => entry.waives.includes(finding.rule) && concerned.length > 0 && concerned.every((dossier) => isAbout(entry, dossier.change) && isPublisherOf(entry, dossier))
    );
    return waiver === void 0 ? finding : { ...finding, status: "excepted", decision: waiver.id };
  });
}
var keyOf = ({ lockfile, name, version }) => JSON.stringify([lockfile, name, version]);
function isPublisherOf(entry, { change, evidence }) {
  if (change.source.kind !== "registry") return false;
  const { provenance, publisher } = evidence;
  const outcome = provenance.state === "present" ? provenance.value : void 0;
  return outcome?.state === "verified" && isBuiltBy(entry, outcome.identity) || publisher.state === "present" && isPublishedBy(entry, publisher.value);
}

// src/policy/sources.ts
var defaultSources = {
  malware: ["registry"],
  advisories: ["registry"],
  popularity: "downloads"
};
function sourcesOf({ sources = {} }) {
  return {
    malware: listed(sources.malware) ?? defaultSources.malware,
    advisories: listed(sources.advisories) ?? defaultSources.advisories,
    popularity: sources.popularity ?? defaultSources.popularity
  };
}
function listed(written) {
  if (written === void 0) return void 0;
  const all = ["registry", "osv"];
  return all.filter((one) => typeof written === "string" ? written === one : written.includes(one));
}
function sourcesMeaning(sources) {
  return JSON.stringify(sources) === JSON.stringify(defaultSources) ? {} : { sources: { ...sources } };
}

// src/policy/effective.ts
function composePolicy({ source, accepted, preset, rules: rules2 = rules }) {
  const file = accepted?.file;
  const origins = /* @__PURE__ */ new Map();
  const from = (name, path, given, otherwise) => origins.set(name, given && accepted !== void 0 ? accepted.originOf(path) : otherwise);
  const chosen = preset ?? (typeof file?.extends === "string" ? file.extends : "recommended");
  from(
    "extends",
    ["extends"],
    preset === void 0 && file?.extends !== void 0,
    preset === void 0 ? "default" : "--preset"
  );
  const defaults = presetDefaults(chosen, rules2);
  const ofPreset = `preset ${chosen}`;
  from("mode", ["mode"], file?.mode !== void 0, "default");
  from("unavailable", ["unavailable"], file?.unavailable !== void 0, ofPreset);
  const { include = ["**"], exclude = [] } = file?.lockfiles ?? {};
  from("lockfiles.include", ["lockfiles", "include"], file?.lockfiles?.include !== void 0, "default");
  from("lockfiles.exclude", ["lockfiles", "exclude"], file?.lockfiles?.exclude !== void 0, "default");
  from("registries", ["registries"], file?.registries !== void 0, "default");
  for (const key of ["malware", "advisories", "popularity"]) {
    from(`sources.${key}`, ["sources", key], file?.sources?.[key] !== void 0, "default");
  }
  from("trustedRoot", ["trustedRoot"], file?.trustedRoot !== void 0, "default");
  from("exceptions", ["exceptions"], file?.exceptions !== void 0, "default");
  from("report.review", ["report", "review"], file?.report?.review !== void 0, "default");
  const settings = /* @__PURE__ */ new Map();
  for (const rule of rules2) {
    const written = accepted?.written(rule.id) ?? [];
    const setting = laidOver(presetSetting(defaults, rule.id), ruleEntry(file, rule.id), written);
    settings.set(rule.id, setting);
    const short = typeof ruleEntry(file, rule.id) === "string";
    from(
      `rules.${rule.id}.level`,
      ["rules", rule.id, ...short ? [] : ["level"]],
      short || written.includes("level"),
      ofPreset
    );
    for (const option of Object.keys(optionsOf(setting))) {
      from(`rules.${rule.id}.${option}`, ["rules", rule.id, option], written.includes(option), ofPreset);
    }
  }
  addLists(settings, file ?? {}, (name, path) => from(name, path, true, ofPreset));
  const confusion = settings.get("dependency-confusion");
  if (confusion !== void 0) settings.set("dependency-confusion", { ...confusion, options: exclusiveScopes(file) });
  const apply = applicationsOf(accepted);
  from("apply", ["apply"], apply.length > 0, "default");
  const policy = {
    mode: file?.mode ?? "enforce",
    unavailable: file?.unavailable ?? defaults.unavailable,
    lockfiles: { include, exclude },
    registries: file?.registries ?? [],
    sources: sourcesOf(file ?? {}),
    ...file?.trustedRoot === void 0 ? {} : { trustedRoot: file.trustedRoot },
    settings,
    profiles: profilesOf(accepted, settings, rules2, origins),
    apply,
    exceptions: exceptionsOf(accepted),
    review: file?.report?.review ?? false
  };
  return { source, preset: chosen, ...policy, isGated: gate(include, exclude), digest: digestOf(policy), origins };
}
function presetSetting({ settings }, rule) {
  const setting = settings.get(rule);
  if (setting === void 0) throw new TypeError("a preset leaves out a rule");
  return setting;
}
function ruleEntry(file, id) {
  return file?.rules !== void 0 && Object.hasOwn(file.rules, id) ? file.rules[id] : void 0;
}
function exclusiveScopes(file) {
  const held = (file?.registries ?? []).filter(({ exclusive: exclusive2 }) => exclusive2);
  const exclusive = held.flatMap(({ scopes, url }) => scopes.map((scope) => ({ scope, registry: url })));
  return { exclusive: exclusive.sort((a, b) => a.scope < b.scope ? -1 : 1) };
}
function gate(include, exclude) {
  const included = include.map(compilePattern);
  const excluded = exclude.map(compilePattern);
  return (path) => isOutsideModules(path) && included.some((matches) => matches(path)) && !excluded.some((matches) => matches(path));
}
function exceptionsOf(accepted) {
  return (accepted?.file.exceptions ?? []).map(({ id, owner, advisories, ...rest }, index) => ({
    ...rest,
    id: id ?? `exceptions[${index}]`,
    named: id !== void 0,
    ...owner === void 0 ? {} : { owner },
    ...advisories === void 0 ? {} : { advisories },
    line: accepted?.lineOf(["exceptions", index]) ?? 1,
    origin: accepted?.originOf(["exceptions", index]) ?? "",
    selects: compileSelector(rest.package)
  }));
}
function digestOf(policy) {
  const { mode, unavailable, lockfiles, registries, trustedRoot, settings, exceptions } = policy;
  const sorted = (texts) => [...new Set(texts)].sort();
  const meaning = {
    version: 1,
    mode,
    unavailable,
    lockfiles: { include: sorted(lockfiles.include), exclude: sorted(lockfiles.exclude) },
    registries: Object.fromEntries(
      registries.map(({ url, scopes, tokenEnv, keys, ...entry }) => [
        url,
        { ...entry, scopes: sorted(scopes), tokenEnv: tokenEnv ?? null, ...keys === void 0 ? {} : { keys } }
      ])
    ),
    ...sourcesMeaning(policy.sources),
    ...trustedRoot === void 0 ? {} : { trustedRoot },
    rules: settingsMeaning(settings),
    ...policy.apply.length === 0 ? {} : { apply: appliedMeaning(policy) },
    exceptions: exceptions.map(({ id, package: selector, rules: rules2, advisories, reason, owner, expires }) => ({
      ...{ id, package: selector, rules: sorted(rules2), reason, owner: owner ?? null, expires },
      ...advisories === void 0 ? {} : { advisories: sorted(advisories) }
    }))
  };
  return `sha256:${fingerprintOf(meaning)}`;
}
var settingsMeaning = (settings) => Object.fromEntries(
  [...settings].map(([id, { level, advice, options }]) => [id, { level, advice, options }])
);
function appliedMeaning({ apply, profiles, settings }) {
  const same = ([id, setting]) => canonicalJson(settingsMeaning([[id, setting]])) === canonicalJson(settingsMeaning([...settings].filter(([other]) => other === id)));
  const sorted = (texts) => texts === void 0 ? null : [...new Set(texts)].sort();
  return apply.map(({ profile, paths, workspaces, dependencyTypes, packages }) => ({
    ...{ paths: sorted(paths), workspaces: sorted(workspaces), packages: sorted(packages) },
    dependencyTypes: sorted(dependencyTypes),
    rules: settingsMeaning([...profiles.get(profile)?.settings ?? []].filter((one) => !same(one)))
  }));
}
function listsAllTarballs({ settings, profiles }) {
  const all = [settings, ...[...profiles.values()].map((profile) => profile.settings)];
  return all.some((each) => {
    const setting = each.get("install-scripts");
    return setting !== void 0 && optionsOf(setting).tarballs === "list";
  });
}
function neededEvidence(policy, rules2 = rules) {
  const all = [policy.settings, ...[...policy.profiles.values()].map(({ settings }) => settings)];
  const needs = rules2.flatMap((rule) => {
    if (rule.subject !== "package") return [];
    return all.flatMap((settings) => {
      const setting = settings.get(rule.id);
      if (setting === void 0 || worstOf(rule, setting).level === "off") return [];
      const spared = rule.spares?.(setting.options) ?? [];
      return [...rule.needs.filter((kind) => !spared.includes(kind)), ...rule.easedBy ?? []];
    });
  });
  const waives = publishersOf(policy).some((entry) => entry.waives.length > 0);
  return new Set(waives ? [...needs, "provenance", "publisher"] : needs);
}

export {
  weigh,
  worstOf,
  utter,
  isWorse,
  ownOf,
  mergeUtterances,
  maySet,
  builtInProfiles,
  occurrencesOf,
  applicationOf,
  settingsOf,
  optionsOf,
  listKeys,
  publishersOf,
  applyPublishers,
  isPublisherOf,
  composePolicy,
  listsAllTarballs,
  neededEvidence
};
