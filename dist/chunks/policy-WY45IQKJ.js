import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readFlags
} from "./chunk-745XFHM2.js";
import {
  acceptPolicy,
  loadPolicy,
  policyJsonSchema
} from "./chunk-3CVRT7EQ.js";
import "./chunk-UXJPLSW4.js";
import {
  endOf,
  isExpired
} from "./chunk-NM5EGU6R.js";
import {
  composePolicy,
  optionsOf,
  rules,
  worstOf
} from "./chunk-WQKYRBDP.js";
import {
  compilePattern,
  spansScopes,
  splitSelector
} from "./chunk-ZHQBSZ64.js";
import {
  errorLine
} from "./chunk-73Y34TDA.js";
import "./chunk-7SLC6WMQ.js";
import "./chunk-KTROGWWY.js";
import "./chunk-K7X7A25H.js";
import "./chunk-ZF7KUDMO.js";
import {
  quoted,
  visible
} from "./chunk-VVPQZMOF.js";
import {
  GateFailure
} from "./chunk-NAH4THA5.js";
import "./chunk-EGBZGZ5D.js";

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
    ...policy.trustedRoot === void 0 ? [] : [at("trustedRoot", policy.trustedRoot)],
    ...[...policy.settings].flatMap(([id, setting]) => [
      at(`rules.${id}.level`, setting.level),
      ...Object.entries(optionsOf(setting)).map(([option, value]) => at(`rules.${id}.${option}`, value))
    ]),
    ...listed(
      "exceptions",
      policy.exceptions.map(({ id, package: selector, rules: rules2, reason, owner, expires, line }) => {
        const entry = { id, package: selector, rules: rules2, reason, ...owner === void 0 ? {} : { owner }, expires };
        return [entry, `${policy.source}:${line}`];
      })
    )
  ];
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
  return sameVersions && other.expires >= exception.expires && exception.rules.every((rule) => other.rules.includes(rule)) && sameName();
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
