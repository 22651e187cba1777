import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  presetDefaults
} from "./chunk-policy-presets.js";
import {
  addLists,
  publishersOf
} from "./chunk-policy-publishers.js";
import {
  builtInProfiles,
  compileConditions,
  worstOf
} from "./chunk-judge-finding.js";
import {
  laidOver,
  optionsOf
} from "./chunk-policy-rule-settings.js";
import {
  rules
} from "./chunk-rules.js";
import {
  compileSelector,
  namesNothing,
  selectorProblem
} from "./chunk-rules-package-lists.js";
import {
  canonicalJson,
  fingerprintOf
} from "./chunk-judge-fingerprint.js";
import {
  fileCodes,
  isWaivable
} from "./chunk-policy-waivable.js";
import {
  isGatedPath
} from "./chunk-policy-is-gated-path.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  _enum,
  array,
  iso_exports,
  strictObject,
  string
} from "./chunk-zod.js";
import {
  compileGlobs,
  pathGlobProblem
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

// src/policy/schema/parts.ts
function textThat(problem, expected) {
  return string({ error: expected }).check((context) => {
    const message = problem(context.value);
    if (message !== void 0) context.issues.push({ code: "custom", message, input: context.value });
  });
}
var sentence = (expected) => string({ error: expected }).trim().min(1, { error: expected }).max(1e3, { error: "expected at most 1000 characters" });
function distinctBy(keyOf, message) {
  return (context) => {
    const seen = /* @__PURE__ */ new Set();
    context.value.forEach((item, index) => {
      const key = keyOf(item);
      if (key === void 0) return;
      if (seen.has(key)) context.issues.push({ code: "custom", message, input: item, path: [index] });
      seen.add(key);
    });
  };
}
function rootPathProblem(text) {
  const inside = text.split("/").every((segment) => !["", ".", ".."].includes(segment));
  return inside && !/[\\\p{Cc}]/u.test(text) && text.length <= 256 ? void 0 : "expected a path from the root of the repository, without `/` in front and without empty, `.` or `..` segments";
}
var pathPatterns = (which) => array(textThat(pathGlobProblem, "expected a pattern of paths, such as `apps/**`"), {
  error: 'expected a list of patterns, such as `["apps/**"]`'
}).describe(`Patterns of the lockfiles that are ${which}: \`*\`, \`**\` and \`?\`, from the root of the repository.`);

// src/policy/schema/waivable.ts
var unwaivable = "expected a rule that can be waived: this one is part of the floor, which nothing can lower";
function waiverProblem(id, rules2) {
  const rule = rules2.find((one) => one.id === id);
  if (rule === void 0) return void 0;
  if (rule.floor === "whole") return unwaivable;
  if (rule.subject !== "package") return "expected a rule about packages";
  return isWaivable(rule) ? void 0 : "expected a rule that can be waived: remove the entry from `deny` instead";
}
var waivableIds = (rules2) => rules2.filter(isWaivable).map(({ id }) => id);
function codeProblem(code, rules2) {
  const reporter = rules2.find(({ messages }) => typeof code === "string" && Object.hasOwn(messages, code));
  const severity = typeof code === "string" ? reporter?.messages[code]?.severity : void 0;
  if (reporter === void 0 || severity === void 0) return void 0;
  if (reporter.subject !== "lockfile") return "expected a code of findings about files";
  if (severity === "note") return "expected a code that blocks or warns: this one is only ever a note";
  return severity === "mandatory" || reporter.floor === "whole" ? "expected a code that can be waived: this one is part of the floor, which nothing can lower" : void 0;
}
var waivableCodes = (rules2) => [...fileCodes(rules2).keys()];

// src/policy/schema/exceptions.ts
var maxExceptions = 500;
var advisoryExpected = "expected the id of an advisory, such as `GHSA-44c6-4v22-4mhx`";
var pathExpected = "expected the path of the file, such as `.yarnrc.yml`";
var fingerprintExpected = "expected the fingerprint of the finding, as `--format json` prints it: 64 hex digits";
var ofPackage = ["package", "rules", "advisories"];
var ofFile = ["path", "codes", "fingerprint"];
var isOfFile = (entry) => ofFile.some((key) => entry[key] !== void 0);
function exceptedBy(entry) {
  const { package: selector, rules: rules2, advisories, path, codes, fingerprint } = entry;
  if (path !== void 0 && codes !== void 0 && fingerprint !== void 0) {
    return { about: "file", path, codes, fingerprint };
  }
  if (selector === void 0 || rules2 === void 0) {
    throw new TypeError("an exception names neither a package nor a file");
  }
  return { about: "package", package: selector, rules: rules2, ...advisories === void 0 ? {} : { advisories } };
}
function exception(rules2) {
  const about = array(
    textThat(
      (text) => /^[A-Z]{2,16}(-[A-Za-z0-9]{1,32}){1,8}$/.test(text) ? void 0 : advisoryExpected,
      advisoryExpected
    ),
    { error: "expected a list of advisories, such as `[GHSA-44c6-4v22-4mhx]`" }
  ).min(1, { error: "expected at least one advisory; leave the key out to waive all of them" }).max(100, { error: "expected at most 100 advisories" }).check(distinctBy((one) => one, "the advisory is listed twice"));
  const fields = strictObject({
    id: textThat(
      (text) => /^[A-Za-z0-9][A-Za-z0-9._/#-]{0,63}$/.test(text) ? void 0 : "expected an id, such as `SEC-1412`",
      "expected an id, such as `SEC-1412`"
    ).optional().describe("The id that reports use."),
    package: textThat(
      (text) => selectorProblem(text) ?? (namesNothing(text) ? "expected a name: wildcards alone would cover every package" : void 0),
      "expected a package, such as `left-pad@1.3.0`"
    ).optional().describe(
      "`name`, `name@version` or `name@range`; `*` and `?` stand for parts of the name. Required, with `rules`, where there is no `path`."
    ),
    rules: array(_enum(waivableIds(rules2), { error: ({ input }) => waiverProblem(input, rules2) }), {
      error: "expected a list of rules, such as `[cooldown]`"
    }).min(1, { error: "expected at least one rule" }).check(distinctBy((one) => one, "the rule is listed twice")).optional().describe("The rules that it waives for the package."),
    advisories: about.optional().describe(
      "The advisories that it waives, where the rule is `advisory`: a finding is covered only where each of its advisories is listed, by any of its ids (GHSA, CVE)."
    ),
    path: textThat((text) => rootPathProblem(text) === void 0 ? void 0 : pathExpected, pathExpected).optional().describe(
      "Instead of `package` and `rules`: the file that a finding is about, from the root of the repository, without wildcards. Needs `codes` and `fingerprint`."
    ),
    codes: array(_enum(waivableCodes(rules2), { error: ({ input }) => codeProblem(input, rules2) }), {
      error: "expected a list of codes, such as `[setting-changed]`"
    }).min(1, { error: "expected at least one code" }).check(distinctBy((one) => one, "the code is listed twice")).optional().describe("The codes that it waives for the file: a finding is covered only where each of its codes is listed."),
    fingerprint: textThat(
      (text) => /^[0-9a-f]{64}$/.test(text) ? void 0 : fingerprintExpected,
      fingerprintExpected
    ).optional().describe(
      "The fingerprint of the finding about the file. It is over the content of the files that the finding is about, before and after: other content is another finding."
    ),
    reason: sentence("expected the reason, in words").describe("Why, for whoever reads it in a year."),
    owner: sentence("expected who answers for it").optional().describe("Who answers for it."),
    expires: iso_exports.date({ error: "expected a date, such as `2026-12-31`" }).describe("The first day (UTC) on which it no longer applies.")
  });
  return fields.check(ofOneKind).meta({
    oneOf: [{ required: ofPackage.slice(0, 2) }, { required: ofFile }]
  });
}
function ofOneKind({ value, issues }) {
  const refuse = (key, message) => issues.push({ code: "custom", message, path: [key], input: value[key] });
  if (!isOfFile(value)) {
    if (value.package === void 0) {
      refuse("package", "expected a package with `rules`, or a `path` with `codes` and `fingerprint`");
    }
    if (value.rules === void 0) refuse("rules", "expected a list of rules, such as `[cooldown]`");
    if (value.advisories !== void 0 && value.rules?.some((rule) => rule !== "advisory") === true) {
      refuse("advisories", "expected `rules: [advisory]` with it: no other rule is about advisories");
    }
    return;
  }
  for (const key of ofPackage) {
    if (value[key] !== void 0) {
      refuse(key, "expected no such key with `path`, `codes` and `fingerprint`: it is about a file");
    }
  }
  if (value.path === void 0) refuse("path", pathExpected);
  if (value.codes === void 0) refuse("codes", "expected a list of codes, such as `[setting-changed]`");
  if (value.fingerprint === void 0) refuse("fingerprint", fingerprintExpected);
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
  const chosen = preset ?? (typeof file?.extends === "string" ? file.extends : "recommended");
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
    review: file?.report?.review ?? false,
    comment: file?.report?.comment ?? "always",
    notices: file?.report?.notices ?? false
  };
  const isExcluded = compileGlobs(exclude);
  const isGated = gate(include, isExcluded);
  return { source, preset: chosen, ...policy, isGated, isExcluded, digest: digestOf(policy), origins };
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
function digestOf(policy) {
  const { baselines, mode, unavailable, lockfiles, registries, trustedRoot, settings, exceptions } = policy;
  const sorted = (texts) => [...new Set(texts)].sort();
  const meaning = {
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
    exceptions: exceptions.map((exception2) => {
      const { id, reason, owner = null, expires } = exception2;
      const shared = { id, reason, owner, expires };
      if (exception2.about === "file") {
        const { path, codes, fingerprint } = exception2;
        return { ...shared, path, codes: sorted(codes), fingerprint };
      }
      const { package: selector, rules: rules2, advisories } = exception2;
      return {
        ...{ ...shared, package: selector, rules: sorted(rules2) },
        ...advisories === void 0 ? {} : { advisories: sorted(advisories) }
      };
    })
  };
  return `sha256:${fingerprintOf(meaning)}`;
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
  textThat,
  sentence,
  distinctBy,
  rootPathProblem,
  pathPatterns,
  waiverProblem,
  waivableIds,
  maxExceptions,
  exception,
  composePolicy,
  listsAllTarballs,
  neededEvidence
};
