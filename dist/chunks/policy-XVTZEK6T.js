import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readFlags
} from "./chunk-EQNUDLEI.js";
import {
  endOf,
  isExpired
} from "./chunk-PTSMBBZR.js";
import {
  acceptPolicy,
  loadPolicy,
  policyJsonSchema
} from "./chunk-PNMUD6NZ.js";
import "./chunk-7V5C7FJ5.js";
import "./chunk-F3ASNJOH.js";
import {
  GateFailure
} from "./chunk-NAH4THA5.js";
import {
  composePolicy,
  listKeys,
  optionsOf,
  publishersOf,
  worstOf
} from "./chunk-YWI3HA45.js";
import "./chunk-2CDHEGBJ.js";
import "./chunk-ON57WLYR.js";
import {
  isInForce,
  rules
} from "./chunk-4AJNMMZB.js";
import {
  compilePattern,
  spansScopes,
  splitSelector
} from "./chunk-TGW5JD3U.js";
import "./chunk-32SLBMN6.js";
import "./chunk-AN77JZH3.js";
import "./chunk-7OO4MMI6.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-AB7D7C3D.js";
import "./chunk-EITPHCUU.js";
import {
  errorLine
} from "./chunk-UQOSLVYH.js";
import "./chunk-4UAX2OY4.js";
import {
  quoted,
  visible
} from "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";

// src/cli/policy.ts
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";

// src/policy/explain.ts
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
    ...[...policy.settings].flatMap(([id, setting]) => [
      at(`rules.${id}.level`, setting.level),
      ...Object.entries(optionsOf(setting)).map(([option, value]) => at(`rules.${id}.${option}`, value))
    ]),
    ...[...policy.profiles.values()].flatMap(({ name, rules: rules2, settings, line }) => {
      const origin = line === 0 ? "built in" : `${policy.source}:${line}`;
      return rules2.flatMap((id) => {
        const setting = settings.get(id);
        if (setting === void 0) return [];
        const own = Object.entries(optionsOf(setting)).filter(
          ([option, value]) => optionsOf(policy.settings.get(id) ?? setting)[option] !== value
        );
        return [
          at(`profiles.${name}.rules.${id}.level`, setting.level, origin),
          ...own.map(([option, value]) => at(`profiles.${name}.rules.${id}.${option}`, value, origin))
        ];
      });
    }),
    ...listed(
      "apply",
      policy.apply.map(({ profile, paths, workspaces, dependencyTypes, packages, line }) => {
        const conditions = {
          ...paths && { paths },
          ...workspaces && { workspaces },
          ...dependencyTypes && { dependencyTypes },
          ...packages && { packages }
        };
        return [{ profile, ...conditions }, `${policy.source}:${line}`];
      })
    ),
    ...listed(
      "exceptions",
      policy.exceptions.map(({ id, package: selector, rules: rules2, advisories, reason, owner, expires, line }) => {
        const entry = {
          ...{ id, package: selector, rules: rules2, ...advisories && { advisories }, reason },
          ...owner === void 0 ? {} : { owner },
          expires
        };
        return [entry, `${policy.source}:${line}`];
      })
    )
  ];
}

// src/policy/lint-lists.ts
function listWarnings(policy, accepted, { rules: rules2, now }) {
  return [
    ...silentLists(policy, accepted, rules2),
    ...publisherWarnings(policy, accepted, { rules: rules2, now }),
    ...profileWarnings(policy)
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
        message: `the rule ${quoted(id)} is ${level}, so ${quoted(key)} keeps nothing out; set the rule to error`,
        line: lineOf([key])
      }
    ];
  });
}
function publisherWarnings(policy, { file, lineOf }, { rules: rules2, now }) {
  const count = (file.publishers ?? []).length;
  return publishersOf(policy).slice(0, count).flatMap((entry, index) => {
    const { packages, end, start, waives } = entry;
    const ended = Date.parse(now) > Date.parse(start) && !isInForce(entry, now);
    const silent = waives.filter((id) => isSilent(id, policy, rules2));
    const told = [
      ...ended ? [`ended on ${end}: it waives nothing and recognises nobody; remove it or decide anew`] : [],
      ...silent.map((id) => `waives ${quoted(id)}, which is off`)
    ];
    return told.map((message) => ({
      message: `the publisher of ${quoted(packages.join(", "))} ${message}`,
      line: lineOf(["publishers", index])
    }));
  });
}
function isSilent(id, { settings, profiles }, rules2) {
  const rule = rules2.find((one) => one.id === id);
  const all = [settings, ...[...profiles.values()].map((one) => one.settings)];
  return rule !== void 0 && all.every((one) => {
    const setting = one.get(id);
    return setting === void 0 || worstOf(rule, setting).level === "off";
  });
}
function profileWarnings({ profiles, apply, settings }) {
  const unused = [...profiles.values()].flatMap(({ name, rules: rules2, settings: own, line }) => {
    if (line === 0) return [];
    const applied = apply.some(({ profile }) => profile === name);
    const same = rules2.every((id) => JSON.stringify(own.get(id)) === JSON.stringify(settings.get(id)));
    return [
      ...applied ? [] : [{ message: `the profile ${quoted(name)} is applied nowhere; add it to \`apply\``, line }],
      ...same ? [{ message: `the profile ${quoted(name)} sets nothing otherwise than the policy does`, line }] : []
    ];
  });
  const shadowed = apply.flatMap((entry, index) => {
    const shadow = apply.slice(0, index).find((earlier) => takesAll(earlier, entry));
    return shadow === void 0 ? [] : [
      {
        message: `the profile ${quoted(entry.profile)} can never apply by this entry: the one in line ${shadow.line} fits all of it and stands first`,
        line: entry.line
      }
    ];
  });
  return [...unused, ...shadowed];
}
function takesAll(earlier, later) {
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
  const policy = composePolicy({ source: file.source, accepted, ...options });
  const warnings = [
    ...silentRules(policy, accepted, rules2),
    ...silentExpectations(policy, accepted, rules2),
    ...emptyIncludes(policy, accepted),
    ...listWarnings(policy, accepted, { rules: rules2, now }),
    ...policy.exceptions.flatMap(
      (exception, index) => exceptionWarnings(exception, policy.exceptions.slice(0, index), { policy, rules: rules2, now }).map((message) => ({
        message: `the exception for ${quoted(exception.package)} ${message}`,
        line: exception.line
      }))
    )
  ];
  return { failures: [], warnings: warnings.sort((a, b) => a.line - b.line), policy };
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
        message: `${quoted(pattern)} is included and excluded; the exclusion counts`,
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
  if (expired) warnings.push(`expired on ${expires} and is ignored; remove it or decide anew`);
  if (long) warnings.push(`lasts until ${expires}, longer than a year; choose a date at which somebody looks again`);
  if (spansScopes(exception.package)) {
    warnings.push("takes in names that anybody can publish; name the packages, or confine the wildcard to one scope");
  }
  if (shadow !== void 0) {
    warnings.push(`can never count: the one in line ${shadow.line} covers all of it and stands first`);
  }
  for (const id of exception.rules) {
    const rule = rules2.find((one) => one.id === id);
    const setting = policy.settings.get(id);
    const silent = rule !== void 0 && setting !== void 0 && worstOf(rule, setting).level === "off";
    if (silent) warnings.push(`waives ${quoted(id)}, which is off`);
  }
  return warnings;
}
function isShadowedBy(exception, other) {
  const mine = splitSelector(exception.package);
  const theirs = splitSelector(other.package);
  const sameVersions = theirs.range === void 0 || theirs.range === mine.range;
  const sameName = () => mine.name === theirs.name || !/[*?]/.test(mine.name) && compilePattern(theirs.name)(mine.name);
  return sameVersions && other.expires >= exception.expires && exception.rules.every((rule) => other.rules.includes(rule)) && (other.advisories === void 0 || exception.advisories?.every((id) => other.advisories?.includes(id) === true) === true) && sameName();
}

// src/cli/policy.ts
var usualPath = ".github/dependency-policy.yml";
async function run([command, ...args]) {
  switch (command) {
    case "check":
      return check(readFlags(args, ["now"]));
    case "explain":
      return explain(readFlags(args, ["preset", "format"]));
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
  const { failures, warnings, policy } = lintPolicy(file, { now: flags.now ?? (/* @__PURE__ */ new Date()).toISOString() });
  for (const { code, message, line, column } of failures) {
    const place = column === void 0 ? {} : { column };
    process.stderr.write(
      `lockgate: ${errorLine({ code, message, path: file.source, ...line && { line }, ...place })}
`
    );
  }
  for (const { message, line } of warnings) process.stdout.write(`${visible(file.source)}:${line}: ${message}
`);
  if (policy === void 0) return 2;
  const found = warnings.length === 0 ? "nothing to say against it" : `${warnings.length} to look at`;
  process.stdout.write(`${visible(file.source)}: a valid policy, ${found} (${policy.digest})
`);
  return 0;
}
async function explain(flags) {
  const policy = loadPolicy(await readPolicy(flags), flags.preset === void 0 ? {} : { preset: flags.preset });
  const values = explainPolicy(policy);
  if (flags.format === "json") {
    process.stdout.write(`${JSON.stringify({ source: policy.source, digest: policy.digest, values }, null, 2)}
`);
    return 0;
  }
  const shown = values.map(({ path, value, origin }) => [
    `${path} = ${visible(JSON.stringify(value))}`,
    visible(origin)
  ]);
  const width = Math.min(72, Math.max(...shown.map(([left = ""]) => left.length)));
  process.stdout.write(`${visible(policy.source)} (${policy.digest})

`);
  process.stdout.write(shown.map(([left = "", right = ""]) => `${left.padEnd(width)}  ${right}
`).join(""));
  return 0;
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
