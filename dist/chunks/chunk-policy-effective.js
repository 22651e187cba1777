import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  approvalsMeaning,
  approvalsOf
} from "./chunk-policy-approvals.js";
import {
  presetDefaults
} from "./chunk-policy-presets.js";
import {
  exceptedBy
} from "./chunk-policy-schema-exceptions.js";
import {
  publishersOf
} from "./chunk-policy-publishers.js";
import {
  addLists
} from "./chunk-policy-lists.js";
import {
  laidOver,
  optionsOf
} from "./chunk-policy-rule-settings.js";
import {
  builtInProfiles,
  compileConditions
} from "./chunk-policy-profiles.js";
import {
  rules
} from "./chunk-rules.js";
import {
  compileSelector
} from "./chunk-text-selectors.js";
import {
  worstOf
} from "./chunk-judge-finding.js";
import {
  canonicalJson,
  fingerprintOf
} from "./chunk-judge-fingerprint.js";
import {
  isGatedPath,
  isLocal
} from "./chunk-policy-is-gated-path.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  compileGlobs
} from "./chunk-text-glob.js";

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
    const details = { ...description === void 0 ? {} : { description }, line, origin };
    return [name, { name, ...details, rules: set.map(({ id }) => id), settings: new Map([...settings, ...own]) }];
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

// src/policy/proposers.ts
function proposersOf(given) {
  return given.map(({ login, id, owner, may }) => ({ login, ...id === void 0 ? {} : { id }, owner, may }));
}
function proposersMeaning(listed2) {
  const meant = listed2.map(({ login, id, owner, may }) => ({ who: id ?? login.toLowerCase(), owner, may }));
  return meant.sort((a, b) => compareText(String(a.who), String(b.who)));
}
function withoutProposers(approvals, listed2) {
  const known = new Set(approvals.never.map(({ id }) => id));
  const more = listed2.flatMap(({ login, id }) => id === void 0 || known.has(id) ? [] : [{ login, id }]);
  return { ...approvals, never: [...approvals.never, ...more] };
}

// src/policy/sources.ts
var defaultSources = {
  malware: ["registry"],
  advisories: ["registry"],
  popularity: "downloads"
};
function sourcesOf({ sources = {} }) {
  const { malware, advisories, popularity = defaultSources.popularity, attestations = "registry" } = sources;
  const asked = typeof attestations === "string" ? attestations : addressOf(attestations.registry);
  return {
    malware: listed(malware) ?? defaultSources.malware,
    advisories: listed(advisories) ?? defaultSources.advisories,
    popularity: typeof popularity === "string" ? popularity : addressOf(popularity.downloads),
    ...asked === "registry" ? {} : { attestations: asked }
  };
}
var addressOf = (url) => url;
function listed(written) {
  if (written === void 0) return void 0;
  if (written === "none") return [];
  const all = Array.isArray(written) ? written : [written];
  const named = all.map((one) => typeof one === "string" ? one : addressOf(one.registry));
  return [...named].sort((a, b) => rankOf(a) - rankOf(b) || compareText(a, b));
}
var words = ["registry", "osv"];
var rankOf = (source) => words.includes(source) ? words.indexOf(source) : words.length;
function sourcesMeaning(sources) {
  return JSON.stringify(sources) === JSON.stringify(defaultSources) ? {} : { sources: { ...sources } };
}

// src/policy/effective.ts
function composePolicy({ source, accepted, preset, rules: rules2 = rules }) {
  const file = accepted?.file;
  const origins = /* @__PURE__ */ new Map();
  const from = (name, path, given, otherwise) => origins.set(name, given && accepted !== void 0 ? accepted.originOf(path) : otherwise);
  const named = file?.extends;
  const chosen = preset ?? (typeof named === "string" && !isLocal(named) ? named : "recommended");
  from(
    "extends",
    ["extends"],
    preset === void 0 && file?.extends !== void 0,
    preset === void 0 ? "default" : "--preset"
  );
  const defaults = presetDefaults(chosen, rules2);
  const ofPreset = `preset ${chosen}`;
  from("baselines", ["baselines"], file?.baselines !== void 0, "default");
  from("mode", ["mode"], file?.mode !== void 0, "default");
  from("unavailable", ["unavailable"], file?.unavailable !== void 0, ofPreset);
  const { include = ["**"], exclude = [] } = file?.lockfiles ?? {};
  from("lockfiles.include", ["lockfiles", "include"], file?.lockfiles?.include !== void 0, "default");
  from("lockfiles.exclude", ["lockfiles", "exclude"], file?.lockfiles?.exclude !== void 0, "default");
  from("registries", ["registries"], file?.registries !== void 0, "default");
  for (const key of ["malware", "advisories", "popularity", "attestations"]) {
    from(`sources.${key}`, ["sources", key], file?.sources?.[key] !== void 0, "default");
  }
  from("trustedRoot", ["trustedRoot"], file?.trustedRoot !== void 0, "default");
  from("exceptions", ["exceptions"], file?.exceptions !== void 0, "default");
  from("approvals", ["approvals"], file?.approvals !== void 0, "default");
  from("proposers", ["proposers"], file?.proposers !== void 0, "default");
  from("admissions", ["admissions"], file?.admissions !== void 0, "default");
  for (const key of ["review", "comment", "notices"]) {
    from(`report.${key}`, ["report", key], file?.report?.[key] !== void 0, "default");
  }
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
    for (const option of [...Object.keys(setting.codes ?? {}), ...Object.keys(optionsOf(setting))]) {
      from(`rules.${rule.id}.${option}`, ["rules", rule.id, option], written.includes(option), ofPreset);
    }
  }
  addLists(settings, file ?? {}, (name, path) => from(name, path, true, ofPreset));
  const confusion = settings.get("dependency-confusion");
  if (confusion !== void 0) settings.set("dependency-confusion", { ...confusion, options: exclusiveScopes(file) });
  const apply = applicationsOf(accepted);
  const proposers = proposersOf(file?.proposers ?? []);
  from("apply", ["apply"], apply.length > 0, "default");
  const policy = {
    baselines: file?.baselines ?? [],
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
    ...file?.approvals === void 0 ? {} : { approvals: withoutProposers(approvalsOf(file.approvals), proposers) },
    ...proposers.length === 0 ? {} : { proposers },
    ...file?.admissions === void 0 ? {} : { admissions: admissionsOf(file.admissions) },
    review: file?.report?.review ?? false,
    comment: file?.report?.comment ?? "always",
    notices: file?.report?.notices ?? false
  };
  const isExcluded = compileGlobs(exclude);
  const isGated = gate(include, isExcluded);
  return { source, preset: chosen, ...policy, isGated, isExcluded, digest: digestOf(policy), origins };
}
function admissionsOf({ publicLog = false, fulcio, rekor }) {
  return { publicLog, ...fulcio === void 0 || rekor === void 0 ? {} : { fulcio, rekor } };
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
  return { exclusive: exclusive.sort((a, b) => compareText(a.scope, b.scope)) };
}
function gate(include, isExcluded) {
  const isIncluded = compileGlobs(include);
  return (path) => isGatedPath(path) && isIncluded(path) && !isExcluded(path);
}
function exceptionsOf(accepted) {
  return (accepted?.file.exceptions ?? []).map((entry, index) => {
    const { id, reason, owner, expires } = entry;
    const excepting = {
      id: id ?? `exceptions[${index}]`,
      named: id !== void 0,
      reason,
      ...owner === void 0 ? {} : { owner },
      expires,
      line: accepted?.lineOf(["exceptions", index]) ?? 1,
      origin: accepted?.originOf(["exceptions", index]) ?? ""
    };
    const excepted = exceptedBy(entry);
    return excepted.about === "file" ? { ...excepting, ...excepted } : { ...excepting, ...excepted, selects: compileSelector(excepted.package) };
  });
}
var digestOf = (policy) => `sha256:${fingerprintOf(meaningOf(policy))}`;
function meaningOf(policy) {
  const { baselines, mode, unavailable, lockfiles, registries, trustedRoot, settings, exceptions } = policy;
  const sorted = (texts) => [...new Set(texts)].sort();
  return {
    version: 1,
    ...baselines.length === 0 ? {} : { baselines: sorted(baselines) },
    mode,
    unavailable,
    lockfiles: { include: sorted(lockfiles.include), exclude: sorted(lockfiles.exclude) },
    registries: Object.fromEntries(
      registries.map(({ url, scopes, exclusive, signatures, tokenEnv, keys, mirrors, ...capabilities }, at) => {
        const key = registries.findIndex((one) => one.url === url) === at ? url : `${url} ${sorted(scopes).join(" ")}`;
        const said = Object.entries(capabilities).filter(([, demand]) => demand !== "auto" && demand !== void 0);
        const named = { ...keys && { keys }, ...mirrors && { mirrors }, ...Object.fromEntries(said) };
        return [key, { exclusive, signatures, scopes: sorted(scopes), tokenEnv: tokenEnv ?? null, ...named }];
      })
    ),
    ...sourcesMeaning(policy.sources),
    ...trustedRoot === void 0 ? {} : { trustedRoot },
    rules: settingsMeaning(settings),
    ...policy.apply.length === 0 ? {} : { apply: appliedMeaning(policy) },
    ...policy.approvals === void 0 ? {} : { approvals: approvalsMeaning(policy.approvals) },
    ...policy.proposers === void 0 ? {} : { proposers: proposersMeaning(policy.proposers) },
    ...policy.admissions === void 0 ? {} : { admissions: { ...policy.admissions } },
    exceptions: exceptions.map((exception) => {
      const { id, reason, owner = null, expires } = exception;
      const shared = { id, reason, owner, expires };
      if (exception.about === "file") {
        const { path, codes, fingerprint } = exception;
        return { ...shared, path, codes: sorted(codes), fingerprint };
      }
      const { package: selector, rules: rules2, advisories } = exception;
      return {
        ...{ ...shared, package: selector, rules: sorted(rules2) },
        ...advisories === void 0 ? {} : { advisories: sorted(advisories) }
      };
    })
  };
}
var settingsMeaning = (settings) => Object.fromEntries(
  [...settings].map(([id, { level, advice, codes, stays, options }]) => [
    id,
    {
      level,
      advice,
      ...codes !== void 0 && { codes },
      ...stays !== void 0 && { stays },
      options
    }
  ])
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
      const spared = rule.unusedEvidence?.(setting.options) ?? [];
      return [...rule.needs.filter((kind) => !spared.includes(kind)), ...rule.optionalEvidence ?? []];
    });
  });
  const waives = publishersOf(policy).some((entry) => entry.waives.length > 0);
  return new Set(waives ? [...needs, "provenance", "publisher"] : needs);
}

export {
  composePolicy,
  meaningOf,
  listsAllTarballs,
  neededEvidence
};
