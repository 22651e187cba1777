import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readFlags
} from "./chunk-cli-flags.js";
import {
  extendedReader
} from "./chunk-cli-extended-policy.js";
import {
  endOf,
  isExpired
} from "./chunk-policy-exceptions.js";
import {
  acceptPolicy,
  composeAccepted,
  extendsOf,
  policyJsonSchema
} from "./chunk-policy-load.js";
import "./chunk-yaml.js";
import "./chunk-policy-nearest.js";
import "./chunk-platform-github-policy-of.js";
import {
  openPolicy,
  readExtendedPolicy
} from "./chunk-policy-open.js";
import {
  jsonText
} from "./chunk-report-formats-json.js";
import "./chunk-policy-schema-names.js";
import "./chunk-policy-registries.js";
import {
  errorLine,
  plural
} from "./chunk-report-view-words.js";
import {
  logText
} from "./chunk-report-escape.js";
import {
  isPackageName
} from "./chunk-lockfile-names.js";
import "./chunk-validate-npm-package-name.js";
import {
  GateFailure
} from "./chunk-errors.js";
import "./chunk-policy-effective.js";
import {
  effectiveLevel,
  listKeys,
  optionsOf,
  publishersOf,
  worstOf
} from "./chunk-policy-lists.js";
import {
  fileCodes
} from "./chunk-policy-waivable.js";
import {
  isInForce,
  milliseconds,
  rules,
  spansScopes,
  spelled,
  splitSelector
} from "./chunk-rules.js";
import "./chunk-model-sri.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-max-satisfying.js";
import {
  canonicalJson
} from "./chunk-judge-fingerprint.js";
import "./chunk-policy-is-gated-path.js";
import "./chunk-model-evidence-values.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-model-identity.js";
import "./chunk-text-group-by.js";
import "./chunk-model-effect.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-zod.js";
import {
  compileGlob
} from "./chunk-text-glob.js";
import {
  quoted,
  visible
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/cli/policy.ts
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";

// src/policy/explain.ts
function whatIsExcepted(exception) {
  if (exception.about === "file") {
    const { path, codes, fingerprint } = exception;
    return { path, codes, fingerprint };
  }
  const { package: selector, rules: rules2, advisories } = exception;
  return { package: selector, rules: rules2, ...advisories && { advisories } };
}
function explainPolicy(policy) {
  const at = (path, value, origin = policy.origins.get(path) ?? "default") => ({
    path,
    value,
    origin
  });
  const listed = (name, items) => items.length === 0 ? [at(name, [])] : items.flatMap(
    ([entry, origin], index) => Object.entries(entry).map(
      ([key, value]) => at(`${name}[${index}].${key}`, value, origin ?? policy.origins.get(name))
    )
  );
  return [
    at("extends", policy.preset),
    ...Object.entries(policy.extended ?? {}).filter(([key]) => key !== "text").map(([key, value]) => at(`extends.${key}`, value, policy.origins.get("extends.repository"))),
    at("baselines", policy.baselines),
    at("mode", policy.mode),
    at("unavailable", policy.unavailable),
    at("lockfiles.include", policy.lockfiles.include),
    at("lockfiles.exclude", policy.lockfiles.exclude),
    ...listed(
      "registries",
      policy.registries.map((entry) => [entry])
    ),
    ...Object.entries(policy.sources).map(([key, value]) => at(`sources.${key}`, value)),
    ...policy.trustedRoot === void 0 ? [] : [at("trustedRoot", policy.trustedRoot)],
    at("report.review", policy.review),
    ...[...policy.settings].flatMap(([id, setting]) => [
      at(`rules.${id}.level`, setting.level),
      ...Object.entries(optionsOf(setting)).map(([option, value]) => at(`rules.${id}.${option}`, value))
    ]),
    ...[...policy.profiles.values()].flatMap(({ name, rules: rules2, settings, origin }) => {
      const of = (path) => policy.origins.get(path) ?? origin;
      return rules2.flatMap((id) => {
        const setting = settings.get(id);
        if (setting === void 0) return [];
        const own = Object.entries(optionsOf(setting)).filter(
          ([option, value]) => optionsOf(policy.settings.get(id) ?? setting)[option] !== value
        );
        return [
          ...[["level", setting.level], ...own].map(
            ([key, value]) => at(`profiles.${name}.rules.${id}.${key}`, value, of(`profiles.${name}.rules.${id}.${key}`))
          )
        ];
      });
    }),
    ...listed(
      "apply",
      policy.apply.map(({ profile, paths, workspaces, dependencyTypes, packages, origin }) => {
        const conditions = {
          ...paths && { paths },
          ...workspaces && { workspaces },
          ...dependencyTypes && { dependencyTypes },
          ...packages && { packages }
        };
        return [{ profile, ...conditions }, origin];
      })
    ),
    ...listed(
      "exceptions",
      policy.exceptions.map((exception) => {
        const { id, reason, owner, expires, origin } = exception;
        const entry = {
          ...{ id, ...whatIsExcepted(exception), reason },
          ...owner === void 0 ? {} : { owner },
          expires
        };
        return [entry, origin];
      })
    )
  ];
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
function shortPublishers(policy, { file, lineOf }, cooldown) {
  const count = (file.publishers ?? []).length;
  return publishersOf(policy).slice(0, count).flatMap(({ packages, start, end, waives }, index) => {
    const length = Date.parse(end) + day - Date.parse(start);
    if (waives.length === 0 || waives.includes("cooldown") || length > milliseconds(cooldown)) return [];
    const window = `${length / day} ${length === day ? "day" : "days"}`;
    const message = `the publisher of ${quoted(packages.join(", "))} is listed for ${window}, but the cooldown blocks new releases for ${spelled(cooldown)}: waive \`cooldown\` too, or list the publisher for longer`;
    return [{ message, line: lineOf(["publishers", index]) }];
  });
}
function shortAges(policy, { written, lineOf }, cooldown) {
  const setting = policy.settings.get("new-package");
  if (setting === void 0 || setting.level === "off") return [];
  return ["minimumPackageAge", "unusedFor"].flatMap((option) => {
    const age = optionsOf(setting)[option];
    if (typeof age !== "string" || !written("new-package").includes(option)) return [];
    if (milliseconds(age) === 0 || milliseconds(age) > milliseconds(cooldown)) return [];
    const message = `${quoted(`rules.new-package.${option}`)} is ${spelled(age)}, no longer than the cooldown (${spelled(cooldown)}), which already blocks all of these; make it longer`;
    return [{ message, line: lineOf(["rules", "new-package", option]) }];
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
  if (rule === void 0 || severity === void 0) return [];
  const all = [settings, ...[...profiles.values()].map((one) => one.settings)];
  const isReported = all.some((one) => {
    const setting = one.get(rule.id);
    return setting !== void 0 && effectiveLevel(rule.floor, severity, setting, code).level !== "off";
  });
  return isReported ? [] : [`waives ${quoted(code)} of the rule ${quoted(rule.id)}, which is off`];
}
function uselessWaiver(id, policy, rules2) {
  const rule = rules2.find((one) => one.id === id);
  if (rule === void 0 || isEverCoverable(rule, policy)) return void 0;
  return rule.floor === "part" ? `waives ${quoted(id)}, whose findings under this policy cannot be waived` : `waives ${quoted(id)}, which is off`;
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

// src/policy/lint-lists.ts
function listWarnings(policy, accepted, { rules: rules2, now }) {
  return [
    ...silentLists(policy, accepted, rules2),
    ...publisherWarnings(policy, accepted, { rules: rules2, now }),
    ...profileWarnings(policy),
    ...redundantEntries(accepted)
  ];
}
function silentLists({ settings }, { file, lineOf }, rules2) {
  return listKeys.filter(({ key }) => key === "allow" || key === "deny").flatMap(({ key, rule: id }) => {
    const rule = rules2.find((one) => one.id === id);
    const setting = settings.get(id);
    if (file[key] === void 0 || rule === void 0 || setting === void 0) return [];
    const { level } = worstOf(rule, setting);
    if (level === "error") return [];
    return [
      {
        message: `the rule ${quoted(id)} is ${level}, so ${quoted(key)} blocks nothing; set the rule to error`,
        line: lineOf([key])
      }
    ];
  });
}
function publisherWarnings(policy, { file, lineOf }, { rules: rules2, now }) {
  const count = (file.publishers ?? []).length;
  const listed = publishersOf(policy).slice(0, count);
  return listed.flatMap((entry, index) => {
    const { packages, end, start, waives } = entry;
    const ended = Date.parse(now) > Date.parse(start) && !isInForce(entry, now);
    const shadow = shadowOf(entry, listed.slice(0, index));
    const problems = [
      ...ended ? [`expired on ${end}: it no longer matches any publisher or waives any rule; remove it or set a new end`] : [],
      ...waives.flatMap((id) => uselessWaiver(id, policy, rules2) ?? []),
      ...shadow === -1 ? [] : [`adds nothing: the entry in line ${lineOf(["publishers", shadow])} already covers all of it`]
    ];
    return problems.map((message) => ({
      message: `the publisher of ${quoted(packages.join(", "))} ${message}`,
      line: lineOf(["publishers", index])
    }));
  });
}
function shadowOf(entry, earlier) {
  const { packages, identity, start, end, waives } = entry;
  return earlier.findIndex(
    (other) => canonicalJson(other.identity) === canonicalJson(identity) && other.start <= start && other.end >= end && waives.every((rule) => other.waives.includes(rule)) && packages.every((one) => other.packages.some((wide) => coversAll(wide, one)))
  );
}
function redundantEntries({ file, lineOf }) {
  const denied = (file.deny ?? []).map((entry) => entry.package);
  const lists = { deny: denied, allow: file.allow ?? [] };
  return Object.entries(lists).flatMap(
    ([key, selectors]) => redundantSelectors(selectors).filter(({ index, by }) => key === "allow" || selectors[index] === selectors[by]).map(({ index, by }) => ({
      message: `${quoted(selectors[index])} in ${quoted(key)} is already covered by ${quoted(selectors[by])} in line ${lineOf([key, by])}; keep one`,
      line: lineOf([key, index])
    }))
  );
}
function profileWarnings({ profiles, apply, settings }) {
  const unused = [...profiles.values()].flatMap(({ name, rules: rules2, settings: own, line }) => {
    if (line === 0) return [];
    const applied = apply.some(({ profile }) => profile === name);
    const same = rules2.every((id) => JSON.stringify(own.get(id)) === JSON.stringify(settings.get(id)));
    return [
      ...applied ? [] : [{ message: `the profile ${quoted(name)} is not applied anywhere; add it to \`apply\``, line }],
      ...same ? [{ message: `the profile ${quoted(name)} has no effect: its settings are the policy's own`, line }] : []
    ];
  });
  const shadowed = apply.flatMap((entry, index) => {
    const shadow = apply.slice(0, index).find((earlier) => matchesAll(earlier, entry));
    return shadow === void 0 ? [] : [
      {
        message: `this entry for the profile ${quoted(entry.profile)} can never apply: the earlier entry in line ${shadow.line} matches all of it`,
        line: entry.line
      }
    ];
  });
  return [...unused, ...shadowed];
}
function matchesAll(earlier, later) {
  return ["paths", "workspaces", "dependencyTypes", "packages"].every((key) => {
    const [wide, narrow] = [earlier[key], later[key]];
    return wide === void 0 || narrow?.every((one) => wide.includes(one)) === true;
  });
}

// src/policy/lint.ts
var year = 366 * 24 * 36e5;
function lintPolicy(file, { now, ...options }) {
  const rules2 = options.rules ?? rules;
  let acceptance;
  try {
    acceptance = acceptPolicy(file, rules2);
  } catch (cause) {
    if (cause instanceof GateFailure) return { failures: [cause], warnings: [] };
    throw cause;
  }
  const { accepted, failures } = acceptance;
  if (accepted === void 0) return { failures, warnings: [] };
  let policy;
  try {
    policy = composeAccepted(file, accepted, options);
  } catch (cause) {
    if (cause instanceof GateFailure) return { failures: [cause], warnings: [] };
    throw cause;
  }
  const warnings = [
    ...silentRules(policy, accepted, rules2),
    ...silentExpectations(policy, accepted, rules2),
    ...emptyIncludes(policy, accepted),
    ...windowWarnings(policy, accepted),
    ...listWarnings(policy, accepted, { rules: rules2, now }),
    ...policy.exceptions.flatMap(
      (exception, index) => exceptionWarnings(exception, policy.exceptions.slice(0, index), { policy, rules: rules2, now }).map((message) => ({
        message: `the exception for ${quoted(exception.about === "file" ? exception.path : exception.package)} ${message}`,
        line: exception.line
      }))
    )
  ];
  const own = warnings.filter(({ line }) => line > 0);
  return { failures: [], warnings: own.sort((a, b) => a.line - b.line), policy };
}
function silentRules(policy, accepted, rules2) {
  return rules2.flatMap((rule) => {
    const setting = policy.settings.get(rule.id);
    const options = accepted.written(rule.id).filter((key) => key !== "level");
    if (setting === void 0 || options.length === 0 || worstOf(rule, setting).level !== "off") return [];
    const message = `the rule ${quoted(rule.id)} is off, so its options have no effect; give it a level`;
    return [{ message, line: accepted.lineOf(["rules", rule.id]) }];
  });
}
function silentExpectations({ settings }, { file, lineOf }, rules2) {
  const rule = rules2.find(({ id }) => id === "provenance");
  const setting = settings.get("provenance");
  if (file.provenance === void 0 || rule === void 0 || setting === void 0) return [];
  if (worstOf(rule, setting).level === "error") return [];
  const message = `the rule \`provenance\` is ${setting.level}, so what \`provenance\` expects never fails a run; set the rule to error`;
  return [{ message, line: lineOf(["provenance"]) }];
}
function emptyIncludes({ lockfiles }, accepted) {
  return lockfiles.include.flatMap(
    (pattern, index) => lockfiles.exclude.includes(pattern) ? [
      {
        message: `${quoted(pattern)} is both included and excluded; the exclusion wins`,
        line: accepted.lineOf(["lockfiles", "include", index])
      }
    ] : []
  );
}
function exceptionWarnings(exception, earlier, { policy, rules: rules2, now }) {
  const warnings = [];
  const { expires } = exception;
  const expired = isExpired(exception, now);
  const long = Date.parse(endOf(exception)) - Date.parse(now) > year;
  const shadow = earlier.find((other) => isShadowedBy(exception, other) && !isExpired(other, now));
  if (expired) warnings.push(`expired on ${expires} and is ignored; remove it or renew it`);
  if (long) warnings.push(`lasts until ${expires}, longer than a year; choose an earlier date for a review`);
  if (exception.about === "package" && spansScopes(exception.package)) {
    warnings.push("matches names that anybody can publish; name the packages, or limit the wildcard to one scope");
  }
  if (shadow !== void 0) {
    warnings.push(`is never used: the earlier one in line ${shadow.line} covers all of it`);
  }
  if (exception.about === "file") warnings.push(...exception.codes.flatMap((code) => uselessCode(code, policy, rules2)));
  else warnings.push(...exception.rules.flatMap((id) => uselessWaiver(id, policy, rules2) ?? []));
  return warnings;
}
function isShadowedBy(exception, other) {
  if (other.expires < exception.expires) return false;
  if (exception.about === "file" || other.about === "file") {
    return exception.about === "file" && other.about === "file" && other.path === exception.path && other.fingerprint === exception.fingerprint && exception.codes.every((code) => other.codes.includes(code));
  }
  return exception.rules.every((rule) => other.rules.includes(rule)) && (other.advisories === void 0 || exception.advisories?.every((id) => other.advisories?.includes(id) === true) === true) && coversAll(other.package, exception.package);
}

// src/cli/policy.ts
var usualPath = ".github/dependency-policy.yml";
async function run([command, ...args]) {
  switch (command) {
    case "check":
      return check(readFlags(args, "policy check"));
    case "explain":
      return explain(args);
    case "schema":
      process.stdout.write(`${JSON.stringify(policyJsonSchema(rules), null, 2)}
`);
      return 0;
    default:
      throw new GateFailure("usage", "policy takes check, explain or schema: lockgate policy check [FILE]");
  }
}
async function check(flags) {
  const file = await readPolicy(flags);
  if (file === void 0) {
    throw new GateFailure("usage", "no such file; name the policy: lockgate policy check FILE", { path: usualPath });
  }
  const reference = extendsOf(file);
  const extended = reference === void 0 ? {} : { extended: await readExtendedPolicy(reference, extendedReader(flags)) };
  const { failures, warnings, policy } = lintPolicy(file, { now: flags.now ?? (/* @__PURE__ */ new Date()).toISOString(), ...extended });
  for (const { code, message, line, column } of failures) {
    const place = column === void 0 ? {} : { column };
    process.stderr.write(
      `lockgate: ${errorLine({ code, message, path: file.source, ...line && { line }, ...place })}
`
    );
  }
  for (const { message, line } of warnings) {
    process.stdout.write(logText(`${visible(file.source)}:${line}: ${visible(message)}
`));
  }
  if (policy === void 0) return 2;
  const found = warnings.length === 0 ? "without warnings" : `with ${plural(warnings.length, "warning")}`;
  process.stdout.write(`${visible(file.source)}: a valid policy ${found} (${policy.digest})
`);
  return 0;
}
async function explain(args) {
  const all = readFlags(args, "policy explain PACKAGE");
  const [asked] = all.positionals;
  if (asked !== void 0 && isPackage(asked)) return (await import("./cli-explain-policy.js")).run(all);
  const flags = readFlags(args, "policy explain");
  const preset = flags.preset === void 0 ? {} : { preset: flags.preset };
  const policy = await openPolicy(await readPolicy(flags), { ...preset, readExtended: extendedReader(flags) });
  const values = explainPolicy(policy);
  if (flags.format === "json") {
    process.stdout.write(jsonText({ source: policy.source, digest: policy.digest, values }));
    return 0;
  }
  const shown = values.map(({ path, value, origin }) => [
    `${path} = ${visible(JSON.stringify(value))}`,
    visible(origin)
  ]);
  const width = Math.min(72, Math.max(...shown.map(([left = ""]) => left.length)));
  const lines = shown.map(([left = "", right = ""]) => `${left.padEnd(width)}  ${right}
`);
  process.stdout.write(logText(`${visible(policy.source)} (${policy.digest})

${lines.join("")}`));
  return 0;
}
function isPackage(text) {
  const { name } = splitSelector(text);
  return isPackageName(name) && !/\.ya?ml$/i.test(text);
}
async function readPolicy({ positionals: [path, ...more] }) {
  if (more.length > 0) throw new GateFailure("usage", "name one policy file");
  if (path === void 0 && !existsSync(usualPath)) return void 0;
  const source = path ?? usualPath;
  try {
    return { source, text: await readFile(source) };
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown reason";
    throw new GateFailure("usage", `cannot be read (${reason})`, { path: source });
  }
}
export {
  run
};
