import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  partialRefs,
  unknownLicenses
} from "./chunk-policy-lint-values.js";
import {
  complaints,
  expectations,
  inFileOrder,
  policySchema,
  readPolicyDocument,
  registries,
  spell
} from "./chunk-policy-complaints.js";
import {
  composePolicy
} from "./chunk-policy-effective.js";
import {
  publishersOf
} from "./chunk-policy-publishers.js";
import {
  optionsOf
} from "./chunk-policy-rule-settings.js";
import {
  builtInProfiles
} from "./chunk-policy-profiles.js";
import {
  rules
} from "./chunk-rules.js";
import {
  effectiveLevel,
  isFloor,
  worstOf
} from "./chunk-judge-finding.js";
import {
  canonicalJson
} from "./chunk-judge-fingerprint.js";
import {
  elsewhereCodes,
  fileCodes
} from "./chunk-policy-waivable.js";
import {
  milliseconds,
  spelled,
  splitSelector
} from "./chunk-model-options.js";
import {
  isLocal,
  referenceOf
} from "./chunk-policy-is-gated-path.js";
import {
  GateFailure,
  asOneFailure
} from "./chunk-errors.js";
import {
  compileGlob
} from "./chunk-text-glob.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/policy/extend.ts
var lists = [
  "baselines",
  "registries",
  "provenance",
  "publishers",
  "allow",
  "deny",
  "apply",
  "exceptions",
  "proposers"
];
var isList = (key) => lists.some((one) => one === key);
function extendFile(own, other, place) {
  const { trustedRoot, extends: preset } = other.file;
  const refuse = (message) => new GateFailure("policy-invalid", `${quoted("extends")}: ${message}`, place);
  if (referenceOf(preset) !== void 0) {
    throw refuse("the policy that it names extends another policy file; it may only extend a preset");
  }
  if (trustedRoot !== void 0 && !isLocal(own.file.extends)) {
    throw refuse(
      "the policy that it names has a `trustedRoot`, which is a file of its own repository; set `trustedRoot` here instead"
    );
  }
  const file = {
    ...other.file,
    ...own.file,
    extends: preset,
    ...lockfilesOf(own.file, other.file),
    ...own.file.sources ?? other.file.sources ? { sources: { ...other.file.sources, ...own.file.sources } } : {},
    ...rulesOf(own, other),
    ...own.file.profiles ?? other.file.profiles ? { profiles: { ...other.file.profiles, ...own.file.profiles } } : {},
    ...Object.fromEntries(lists.flatMap((key) => listOf(key, own.file, other.file)))
  };
  demandConsistent(file, refuse);
  const resolve = (members) => ownerOf(members, own, other);
  return {
    file,
    written: (rule, profile) => profile === void 0 ? Object.keys(file.rules?.[rule] ?? {}) : (hasProfile(own, profile) ? own : other).written(rule, profile),
    lineOf: (members) => {
      const { file: owner, path } = resolve(members);
      return owner === own ? own.lineOf(path) : 0;
    },
    placeOf: (members, of) => {
      const { file: owner, path } = resolve(members);
      return owner.placeOf(path, of);
    },
    originOf: (members) => {
      const { file: owner, path } = resolve(members);
      return owner.originOf(path);
    }
  };
}
var hasProfile = ({ file }, name) => Object.hasOwn(file.profiles ?? {}, name);
function listOf(key, own, other) {
  const [mine, theirs] = [own[key], other[key]];
  return mine === void 0 && theirs === void 0 ? [] : [[key, [...mine ?? [], ...theirs ?? []]]];
}
function lockfilesOf({ lockfiles: own }, { lockfiles: other }) {
  if (own === void 0 && other === void 0) return {};
  const [include, exclude] = [own?.include ?? other?.include, own?.exclude ?? other?.exclude];
  return { lockfiles: { ...include && { include }, ...exclude && { exclude } } };
}
function rulesOf(own, other) {
  const ids = [...new Set([own, other].flatMap(({ file }) => Object.keys(file.rules ?? {})))];
  if (ids.length === 0) return {};
  const part = (of, id) => {
    const entry = of.file.rules?.[id];
    if (entry === void 0) return {};
    if (typeof entry === "string") return { level: entry };
    return Object.fromEntries(of.written(id).map((key) => [key, entry[key]]));
  };
  const beneath = (id, mine) => {
    const theirs = part(other, id);
    if (mine.level === void 0) return theirs;
    return Object.fromEntries(Object.entries(theirs).filter(([key]) => !isCode(id, key)));
  };
  const both = ids.map((id) => {
    const mine = part(own, id);
    return [id, { ...beneath(id, mine), ...mine }];
  });
  return { rules: Object.fromEntries(both) };
}
function isCode(id, key) {
  const rule = rules.find((one) => one.id === id);
  return rule !== void 0 && Object.hasOwn(rule.messages, key) && !Object.hasOwn(rule.defaults ?? {}, key);
}
function demandConsistent({ registries: all, exceptions = [], apply = [], profiles = {}, proposers = [] }, refuse) {
  const found = registries.safeParse(all ?? []).error?.issues ?? [];
  const ids = exceptions.flatMap(({ id }) => id ?? []);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const accounts = proposers.map(({ login, id }) => String(id ?? login.toLowerCase()));
  const doubled = accounts.filter((one, index) => accounts.indexOf(one) !== index);
  const known = { ...profiles, ...builtInProfiles };
  const missing = apply.filter(({ profile }) => !Object.hasOwn(known, profile)).map(({ profile }) => profile);
  const [first, ...others] = [
    ...found.map(
      (issue) => `together with the policy that it names, ${quoted("registries")} is invalid: ${issue.message}`
    ),
    ...[...new Set(twice)].map((id) => `the policy that it names already has the exception ${quoted(id)}`),
    ...[...new Set(doubled)].map(
      (one) => `the policy that it names already lists ${quoted(one)} under ${quoted("proposers")}`
    ),
    ...[...new Set(missing)].map((one) => `there is no profile ${quoted(one)}, here or in the policy that it names`)
  ].map(refuse);
  if (first !== void 0) throw asOneFailure([first, ...others]);
}
function ownerOf(members, own, other) {
  const [key, name, option] = members;
  const from = (file, path = members) => ({ file, path });
  const has = (file, one) => one !== void 0 && Object.hasOwn(file, one);
  if (isList(key) && typeof name === "number") {
    const count = own.file[key]?.length ?? 0;
    return name < count ? from(own) : from(other, [key, name - count, ...members.slice(2)]);
  }
  if (key === "rules" && typeof name === "string") {
    const entry = own.file.rules?.[name];
    if (entry === void 0) return from(other);
    const wanted = option === void 0 || own.written(name).includes(String(option));
    return from(wanted || option === "level" && typeof entry === "string" ? own : other);
  }
  if (key === "profiles" && name !== void 0) return from(hasProfile(own, name) ? own : other);
  if ((key === "lockfiles" || key === "sources") && name !== void 0) {
    return from(has(own.file[key] ?? {}, name) ? own : other);
  }
  return from(has(own.file, key) && key !== "extends" ? own : other);
}

// src/policy/exception-words.ts
function exceptionWords(exception) {
  return `the exception for ${quoted(exception.about === "file" ? exception.path : exception.package)}`;
}

// src/policy/lint-reasons.ts
var isUnwritten = ({ reason }) => /^\s*TODO(?![\w-])/.test(reason);
function unwrittenReasons({ exceptions }) {
  return exceptions.flatMap((exception, index) => {
    if (!isUnwritten(exception)) return [];
    const message = `${exceptionWords(exception)} does not count: its reason begins with \`TODO\`; say why it is acceptable`;
    return [{ grade: "refused", message, at: ["exceptions", index] }];
  });
}
function withoutUnwritten(policy) {
  const exceptions = policy.exceptions.filter((exception) => !isUnwritten(exception));
  return exceptions.length === policy.exceptions.length ? policy : { ...policy, exceptions };
}

// src/policy/lint-floor.ts
function loweredFloors({ file }, rules2) {
  const profiles = Object.entries(file.profiles ?? {});
  const places = [
    { members: ["rules"], entries: file.rules ?? {} },
    ...profiles.map(([name, { rules: own }]) => ({ members: ["profiles", name, "rules"], entries: own }))
  ];
  return places.flatMap(
    ({ members, entries }) => rules2.filter(({ id, floor }) => floor === "part" && Object.hasOwn(entries, id)).flatMap((rule) => {
      const entry = entries[rule.id];
      const level = typeof entry === "object" ? entry["level"] : entry;
      const at = [...members, rule.id, ...typeof entry === "object" ? ["level"] : []];
      return level === void 0 || level === "error" ? [] : lowered(rule, level, at);
    })
  );
}
function lowered(rule, level, at) {
  const all = Object.entries(rule.messages);
  const stays = all.filter(([, { severity }]) => isFloor(rule.floor, severity));
  const settable = all.filter(([, { severity }]) => severity !== "mandatory" && severity !== "advisory");
  const codes = stays.map(([code]) => quoted(code)).join(", ");
  const what = `${quoted(level)} for the rule ${quoted(rule.id)}`;
  if (settable.length === 0) {
    return [
      {
        ...{ grade: level === "off" ? "weakening" : "advice", at, of: "value" },
        message: `${what} has no effect on ${codes}, which cannot be waived and stays an error; remove it`
      }
    ];
  }
  if (level !== "off") return [];
  return [
    {
      ...{ grade: "advice", at, of: "value" },
      message: `${what} turns off only a part of it: ${codes} cannot be waived and ${stays.length === 1 ? "stays an error" : "stay errors"}`
    }
  ];
}

// src/policy/lint-warning.ts
function entryWords(accepted, at) {
  const line = accepted.lineOf(at);
  return line > 0 ? `line ${line}` : accepted.originOf(at);
}

// src/policy/unreachable-entries.ts
function coversAll(wide, narrow) {
  const [theirs, mine] = [splitSelector(wide), splitSelector(narrow)];
  const sameVersions = theirs.range === void 0 || theirs.range === mine.range;
  return sameVersions && (mine.name === theirs.name || !hasWildcard(mine.name) && compileGlob(theirs.name)(mine.name));
}
var hasWildcard = (name) => /[*?]/.test(name);
function redundantSelectors(selectors) {
  const byName = /* @__PURE__ */ new Map();
  const wild = [];
  selectors.forEach((text, index) => {
    const { name } = splitSelector(text);
    if (hasWildcard(name)) wild.push(index);
    byName.set(name, [...byName.get(name) ?? [], index]);
  });
  return selectors.flatMap((text, index) => {
    const near = [...byName.get(splitSelector(text).name) ?? [], ...wild];
    const by = near.find((other) => {
      const wide = selectors[other] ?? "";
      return other !== index && coversAll(wide, text) && (other < index || !coversAll(text, wide));
    });
    return by === void 0 ? [] : [{ index, by }];
  });
}
function matchesAll(earlier, later) {
  return ["paths", "workspaces", "dependencyTypes", "packages"].every((key) => {
    const [wide, narrow] = [earlier[key], later[key]];
    return wide === void 0 || narrow?.every((one) => wide.includes(one)) === true;
  });
}

// src/policy/lint-shadows.ts
function shadowedEntries(policy, accepted) {
  return [
    ...shadowedExceptions(policy, accepted),
    ...shadowedPublishers(policy, accepted),
    ...shadowedApplications(policy, accepted),
    ...redundantEntries(accepted)
  ];
}
var publisherWords = ({ packages }) => `the publisher of ${quoted(packages.join(", "))}`;
function shadowedExceptions({ exceptions }, accepted) {
  return exceptions.flatMap((exception, index) => {
    const by = exceptions.slice(0, index).findIndex((other) => !isUnwritten(other) && isShadowedBy(exception, other));
    if (by === -1) return [];
    const earlier = entryWords(accepted, ["exceptions", by]);
    const message = `${exceptionWords(exception)} is never used: the earlier one in ${earlier} covers all of it`;
    return [{ grade: "refused", message, at: ["exceptions", index] }];
  });
}
function isShadowedBy(exception, other) {
  if (other.expires < exception.expires) return false;
  if (exception.about === "file" || other.about === "file") {
    return exception.about === "file" && other.about === "file" && other.path === exception.path && other.fingerprint === exception.fingerprint && exception.codes.every((code) => other.codes.includes(code));
  }
  return exception.rules.every((rule) => other.rules.includes(rule)) && (other.advisories === void 0 || exception.advisories?.every((id) => other.advisories?.includes(id) === true) === true) && coversAll(other.package, exception.package);
}
function shadowedPublishers(policy, accepted) {
  const count = (accepted.file.publishers ?? []).length;
  const listed = publishersOf(policy).slice(0, count);
  return listed.flatMap((entry, index) => {
    const by = shadowOf(entry, listed.slice(0, index));
    if (by === -1) return [];
    const earlier = entryWords(accepted, ["publishers", by]);
    const message = `${publisherWords(entry)} adds nothing: the entry in ${earlier} already covers all of it`;
    return [{ grade: "refused", message, at: ["publishers", index] }];
  });
}
function shadowOf(entry, earlier) {
  const { packages, identity, start, end, waives } = entry;
  return earlier.findIndex(
    (other) => canonicalJson(other.identity) === canonicalJson(identity) && other.start <= start && other.end >= end && waives.every((rule) => other.waives.includes(rule)) && packages.every((one) => other.packages.some((wide) => coversAll(wide, one)))
  );
}
function shadowedApplications({ apply }, accepted) {
  return apply.flatMap((entry, index) => {
    const by = apply.slice(0, index).findIndex((earlier) => matchesAll(earlier, entry));
    if (by === -1) return [];
    const message = `this entry for the profile ${quoted(entry.profile)} can never apply: the earlier entry in ${entryWords(accepted, ["apply", by])} matches all of it`;
    return [{ grade: "refused", message, at: ["apply", index] }];
  });
}
function redundantEntries(accepted) {
  const { file } = accepted;
  const denied = (file.deny ?? []).map((entry) => entry.package);
  const lists2 = { deny: denied, allow: file.allow ?? [] };
  return Object.entries(lists2).flatMap(
    ([key, selectors]) => redundantSelectors(selectors).filter(({ index, by }) => key === "allow" || selectors[index] === selectors[by]).map(({ index, by }) => ({
      ...{ grade: "refused", at: [key, index] },
      message: `${quoted(selectors[index])} in ${quoted(key)} is already covered by ${quoted(selectors[by])} in ${entryWords(accepted, [key, by])}; keep one`
    }))
  );
}

// src/policy/lint-windows.ts
var day = 864e5;
function cooldownOf({ settings }) {
  const setting = settings.get("cooldown");
  if (setting?.level !== "error") return void 0;
  const { minimumReleaseAge } = optionsOf(setting);
  return typeof minimumReleaseAge === "string" ? minimumReleaseAge : void 0;
}
function windowWarnings(policy, accepted) {
  const cooldown = cooldownOf(policy);
  return cooldown === void 0 ? [] : [...shortPublishers(policy, accepted, cooldown), ...shortAges(policy, accepted, cooldown)];
}
function shortPublishers(policy, { file }, cooldown) {
  const count = (file.publishers ?? []).length;
  return publishersOf(policy).slice(0, count).flatMap(({ packages, start, end, waives }, index) => {
    const length = Date.parse(end) + day - Date.parse(start);
    if (waives.length === 0 || waives.includes("cooldown") || length > milliseconds(cooldown)) return [];
    const window = `${length / day} ${length === day ? "day" : "days"}`;
    const message = `the publisher of ${quoted(packages.join(", "))} is listed for ${window}, but the cooldown blocks new releases for ${spelled(cooldown)}: waive \`cooldown\` too, or list the publisher for longer`;
    return [{ grade: "advice", message, at: ["publishers", index] }];
  });
}
function shortAges(policy, { written }, cooldown) {
  const setting = policy.settings.get("new-package");
  if (setting === void 0 || setting.level === "off") return [];
  return ["minimumPackageAge", "unusedFor"].flatMap((option) => {
    const age = optionsOf(setting)[option];
    if (typeof age !== "string" || !written("new-package").includes(option)) return [];
    if (milliseconds(age) === 0 || milliseconds(age) > milliseconds(cooldown)) return [];
    const message = `${quoted(`rules.new-package.${option}`)} is ${spelled(age)}, no longer than the cooldown (${spelled(cooldown)}), which already blocks all of these; make it longer`;
    return [{ grade: "advice", message, at: ["rules", "new-package", option] }];
  });
}
function isEverCoverable(rule, { settings, profiles }) {
  const all = [settings, ...[...profiles.values()].map((one) => one.settings)];
  return all.some((one) => {
    const setting = one.get(rule.id);
    return setting !== void 0 && Object.entries(rule.messages).some(([code, { severity }]) => {
      const { level, floor } = effectiveLevel(rule.floor, severity, setting, code);
      return !floor && level !== "off";
    });
  });
}
function uselessCode(code, { settings, profiles }, rules2) {
  const rule = fileCodes(rules2).get(code);
  const severity = rule?.messages[code]?.severity;
  if (rule === void 0 || severity === void 0) return void 0;
  const all = [settings, ...[...profiles.values()].map((one) => one.settings)];
  const isReported = all.some((one) => {
    const setting = one.get(rule.id);
    return setting !== void 0 && effectiveLevel(rule.floor, severity, setting, code).level !== "off";
  });
  return isReported ? void 0 : { grade: "refused", message: `waives ${quoted(code)} of the rule ${quoted(rule.id)}, which is off` };
}
function uselessWaiver(id, policy, rules2) {
  const rule = rules2.find((one) => one.id === id);
  if (rule === void 0 || isEverCoverable(rule, policy)) return void 0;
  return rule.floor === "part" ? { grade: "refused", message: `waives ${quoted(id)}, whose findings under this policy cannot be waived` } : { grade: "refused", message: `waives ${quoted(id)}, which is off` };
}

// src/policy/refusals.ts
function refusals(policy, accepted, rules2) {
  return [
    ...silentRules(policy, accepted, rules2),
    ...loweredFloors(accepted, rules2),
    ...partialRefs(accepted),
    ...unknownLicenses(accepted),
    ...unwrittenReasons(policy),
    ...shadowedEntries(policy, accepted),
    ...uselessWaivers(policy, accepted, rules2),
    ...ownExceptions(policy)
  ];
}
function ownExceptions({ source, extended, exceptions }) {
  const own = [source, ...extended !== void 0 && "source" in extended ? [extended.source] : []];
  return exceptions.flatMap(
    (exception, index) => exception.about === "file" && own.includes(exception.path) && !exception.codes.every((code) => elsewhereCodes.has(code)) ? [
      {
        ...{ grade: "weakening", at: ["exceptions", index, "path"], of: "value" },
        message: `${exceptionWords(exception)} is about the policy itself, about which people decide (\`/approve-file\`), never an exception; remove it`
      }
    ] : []
  );
}
function silentRules(policy, accepted, rules2) {
  const all = [policy.settings, ...[...policy.profiles.values()].map(({ settings }) => settings)];
  return rules2.flatMap((rule) => {
    const options = accepted.written(rule.id).filter((key) => key !== "level");
    const isOff = all.every((settings) => {
      const setting = settings.get(rule.id);
      return setting === void 0 || worstOf(rule, setting).level === "off";
    });
    const levels = Object.values(rule.messages).flatMap(
      ({ severity }) => typeof severity === "object" && "option" in severity ? [severity.option] : []
    );
    if (options.length === 0 || !isOff || options.some((option) => levels.includes(option))) return [];
    const message = `the rule ${quoted(rule.id)} is off, so its options have no effect; give it a level`;
    return [{ grade: "refused", message, at: ["rules", rule.id] }];
  });
}
function uselessWaivers(policy, accepted, rules2) {
  const count = (accepted.file.publishers ?? []).length;
  const excepted = policy.exceptions.flatMap((exception, index) => {
    const at = ["exceptions", index, exception.about === "file" ? "codes" : "rules"];
    const found = exception.about === "file" ? exception.codes.map((code) => uselessCode(code, policy, rules2)) : exception.rules.map((id) => uselessWaiver(id, policy, rules2));
    return found.map((useless, nth) => ({ useless, who: exceptionWords(exception), at: [...at, nth] }));
  });
  const listed = publishersOf(policy).slice(0, count).flatMap(
    (entry, index) => entry.waives.map((id, nth) => ({
      ...{ useless: uselessWaiver(id, policy, rules2), who: publisherWords(entry) },
      at: ["publishers", index, "waives", nth]
    }))
  );
  return [...excepted, ...listed].flatMap(
    ({ useless, who, at }) => useless === void 0 ? [] : [{ grade: useless.grade, message: `${who} ${useless.message}`, at }]
  );
}
function refusedEntries(policy, accepted, rules2) {
  const found = refusals(policy, accepted, rules2).map((warning) => ({
    ...warning,
    place: accepted.placeOf(warning.at, warning.of)
  }));
  const [first, ...others] = found.filter(({ grade }) => grade === "weakening").map(({ message, place }) => new GateFailure("policy-invalid", message, place)).sort(inFileOrder);
  if (first !== void 0) throw asOneFailure([first, ...others]);
  return found.filter(({ grade, at }) => grade === "refused" && accepted.lineOf(at) > 0).map(({ at, place }) => ({ entry: spell(at), line: place.line, column: place.column })).sort(inFileOrder);
}

// src/policy/load.ts
function extendsOf(file, rules2) {
  try {
    const { accepted } = acceptPolicy(file, rules2);
    const reference = referenceOf(accepted?.file.extends);
    return accepted && reference && { reference, place: accepted.placeOf(["extends"]) };
  } catch (cause) {
    if (cause instanceof GateFailure) return void 0;
    throw cause;
  }
}
function composeAccepted(file, accepted, options) {
  const { policy, whole } = composeWhole(file, accepted, options);
  const refused = refusedEntries(policy, whole, options.rules ?? rules);
  const counted = withoutUnwritten(policy);
  return refused.length === 0 ? counted : { ...counted, refused };
}
function composeWhole({ source }, accepted, { extended, ...options }) {
  const reference = referenceOf(accepted.file.extends);
  if (reference === void 0) {
    return { policy: composePolicy({ source, accepted, ...options }), whole: accepted };
  }
  const place = accepted.placeOf(["extends"]);
  if (extended === void 0) {
    const message = "the policy that it extends was not read";
    throw new GateFailure("policy-unavailable", message, place);
  }
  const other = acceptPolicy(extended, options.rules);
  if (other.accepted === void 0) throw asOneFailure(other.failures);
  const whole = extendFile(accepted, other.accepted, place);
  const text = typeof extended.text === "string" ? extended.text : new TextDecoder().decode(extended.text);
  const policy = composePolicy({ source, accepted: whole, ...options });
  const origins = new Map([...policy.origins, ["extends.path", accepted.originOf(["extends"])]]);
  const named = isLocal(reference) ? { path: reference, source: extended.source } : reference;
  return { policy: { ...policy, origins, extended: { ...named, text } }, whole };
}
var schemas = /* @__PURE__ */ new WeakMap();
function acceptPolicy({ source: path, text }, rules2 = rules) {
  const document = readPolicyDocument(typeof text === "string" ? new TextEncoder().encode(text) : text, path);
  const schema = schemas.get(rules2) ?? policySchema(rules2);
  schemas.set(rules2, schema);
  const parsed = schema.safeParse(document.value, { error: expectations });
  const issues = parsed.success ? [] : complaints(parsed.error.issues, { schema, document, path });
  const [first, ...others] = [...document.failures, ...issues];
  if (first !== void 0) return { failures: [first, ...others] };
  if (!parsed.success) throw new TypeError("the schema refuses a policy without a word");
  const { place } = document;
  return {
    accepted: {
      file: parsed.data,
      lineOf: (members) => place(members).line,
      placeOf: (members, of) => ({ path, ...place(members, of) }),
      originOf: (members) => `${path}:${place(members).line}`,
      written: (rule, profile) => writtenIn(document, rule, profile)
    },
    failures: []
  };
}
function writtenIn({ value }, rule, profile) {
  const file = value;
  const entry = (profile === void 0 ? file : file.profiles?.[profile])?.rules?.[rule];
  return typeof entry === "object" && entry !== null ? Object.keys(entry) : [];
}

export {
  exceptionWords,
  entryWords,
  redundantSelectors,
  publisherWords,
  windowWarnings,
  refusals,
  extendsOf,
  composeAccepted,
  composeWhole,
  acceptPolicy
};
