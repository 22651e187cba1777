import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readFlags
} from "./chunk-cli-flags.js";
import {
  extendedReader,
  operatorPolicy,
  policyFile
} from "./chunk-cli-extended-policy.js";
import "./chunk-cli-output.js";
import "./chunk-repository-directory.js";
import {
  programName
} from "./chunk-cli-program.js";
import {
  acceptPolicy,
  composeWhole,
  entryWords,
  exceptionWords,
  extendsOf,
  publisherWords,
  redundantSelectors,
  refusals,
  windowWarnings
} from "./chunk-policy-load.js";
import {
  entriesOf,
  optionsOf as optionsOf2
} from "./chunk-policy-lint-values.js";
import {
  inFileOrder,
  policyJsonSchema
} from "./chunk-policy-complaints.js";
import "./chunk-model-proposal.js";
import "./chunk-policy-schema-options.js";
import "./chunk-yaml.js";
import "./chunk-policy-effective.js";
import "./chunk-policy-approvals.js";
import "./chunk-policy-presets.js";
import "./chunk-policy-schema-exceptions.js";
import {
  fingerprintOfLine
} from "./chunk-text-security-key.js";
import {
  endOf,
  isExpired,
  publishersOf
} from "./chunk-policy-publishers.js";
import {
  listKeys
} from "./chunk-policy-lists.js";
import {
  optionsOf
} from "./chunk-policy-rule-settings.js";
import "./chunk-policy-profiles.js";
import {
  isInForce,
  repositoryPattern,
  rules
} from "./chunk-rules.js";
import "./chunk-rules-package-lists.js";
import {
  spansScopes
} from "./chunk-text-selectors.js";
import "./chunk-model-sri.js";
import {
  worstOf
} from "./chunk-judge-finding.js";
import "./chunk-judge-fingerprint.js";
import "./chunk-policy-nearest.js";
import "./chunk-spdx-expression-parse.js";
import "./chunk-platform-github-policy-of.js";
import {
  knownLockfileNames,
  lockfileName
} from "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-managers-bin.js";
import {
  jsonText
} from "./chunk-report-formats-json.js";
import {
  errorLine,
  placeWords
} from "./chunk-report-view-words.js";
import {
  plural
} from "./chunk-report-view-text-words.js";
import "./chunk-policy-schema-names.js";
import "./chunk-policy-registries.js";
import "./chunk-policy-remote.js";
import "./chunk-model-loosening.js";
import "./chunk-text-registry-part.js";
import "./chunk-model-evidence-values.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-policy-waivable.js";
import {
  splitSelector
} from "./chunk-model-options.js";
import "./chunk-text-group-by.js";
import "./chunk-model-identity.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import {
  openPolicy,
  readExtendedPolicy
} from "./chunk-policy-open.js";
import "./chunk-policy-is-gated-path.js";
import "./chunk-repository-refusals.js";
import "./chunk-repository-path-bytes.js";
import "./chunk-repository-listing.js";
import "./chunk-text-paths.js";
import {
  logText
} from "./chunk-report-escape.js";
import {
  isPackageName
} from "./chunk-lockfile-spec.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-zod.js";
import {
  GateFailure,
  asGateError,
  failuresIn
} from "./chunk-errors.js";
import "./chunk-model-effect.js";
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

// src/policy/explain.ts
function whatIsExcepted(exception) {
  if (exception.about === "file") {
    const { path, codes, fingerprint } = exception;
    return { path, codes, fingerprint };
  }
  const { package: selector, rules: rules2, advisories } = exception;
  return { package: selector, rules: rules2, ...advisories && { advisories } };
}
function explainApprovals({ approvals, origins }) {
  if (approvals === void 0) return [];
  const origin = origins.get("approvals") ?? "default";
  const { users, teams, minimumPermission, never, required, keys, ownChanges, maximumAge } = approvals;
  const listed = (all) => all.map(({ id, login, slug }) => `${login ?? slug ?? ""} (${id})`);
  return Object.entries({
    ...{ "approvers.users": listed(users), "approvers.teams": listed(teams) },
    ...{ "approvers.minimumPermission": minimumPermission, never: listed(never), required },
    ...{ keys: keys.map(({ id, key }) => `${id} ${fingerprintOfLine(key)}`), ownChanges },
    maximumAge: `${maximumAge / 36e5}h`
  }).map(([key, value]) => ({ path: `approvals.${key}`, value, origin }));
}
var explained = (value) => Array.isArray(value) && value.length === 0 ? "none" : value;
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
    ...Object.entries(policy.extended ?? {}).filter(([key]) => key !== "text" && key !== "source").map(([key, value]) => at(`extends.${key}`, value, policy.origins.get("extends.path"))),
    at("baselines", policy.baselines),
    at("mode", policy.mode),
    at("unavailable", policy.unavailable),
    at("lockfiles.include", policy.lockfiles.include),
    at("lockfiles.exclude", policy.lockfiles.exclude),
    ...listed(
      "registries",
      policy.registries.map((entry) => [entry])
    ),
    ...Object.entries(policy.sources).map(([key, value]) => at(`sources.${key}`, explained(value))),
    ...policy.trustedRoot === void 0 ? [] : [at("trustedRoot", policy.trustedRoot)],
    ...explainApprovals(policy),
    ...policy.proposers === void 0 ? [] : listed(
      "proposers",
      policy.proposers.map((entry) => [entry])
    ),
    ...Object.entries(policy.admissions ?? {}).map(
      ([key, value]) => at(`admissions.${key}`, value, policy.origins.get("admissions"))
    ),
    at("report.review", policy.review),
    at("report.comment", policy.comment),
    at("report.notices", policy.notices),
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

// src/policy/lint-approvals.ts
function approvalWarnings({ approvals }) {
  if (approvals === void 0) return [];
  const { users, teams, required, keys, ownChanges } = approvals;
  const advice = (message, at) => [{ grade: "advice", message, at }];
  if (users.length + teams.length === 0) {
    return advice(
      "`approvals` names nobody under `approvers`, so no approval counts; list accounts there, each with its numeric id",
      ["approvals"]
    );
  }
  if (teams.length > 0 || users.length > required) return [];
  const signs = (id) => keys.some((key) => key.id === id);
  if (ownChanges === "security-key" && users.every(({ id }) => signs(id))) return [];
  const accounts = users.length === 1 ? "one account is" : `${users.length} accounts are`;
  const needed = required === 1 ? "one approver" : `${required} approvers`;
  return advice(
    `${accounts} listed, and an approval needs ${needed}: what a listed account proposes can never be approved, because nobody approves their own change; list one more account`,
    ["approvals", "approvers"]
  );
}

// src/policy/lint-lists.ts
function listWarnings(policy, accepted, { rules: rules2, now }) {
  return [
    ...silentLists(policy, accepted, rules2),
    ...endedPublishers(policy, accepted, now),
    ...profileWarnings(policy)
  ];
}
function silentLists({ settings }, { file }, rules2) {
  return listKeys.filter(({ key }) => key === "allow" || key === "deny").flatMap(({ key, rule: id }) => {
    const rule = rules2.find((one) => one.id === id);
    const setting = settings.get(id);
    if (file[key] === void 0 || rule === void 0 || setting === void 0) return [];
    const { level } = worstOf(rule, setting);
    if (level === "error") return [];
    return [
      {
        ...{ grade: "advice", at: [key] },
        message: `the rule ${quoted(id)} is ${level}, so ${quoted(key)} blocks nothing; set the rule to error`
      }
    ];
  });
}
function endedPublishers(policy, { file }, now) {
  const count = (file.publishers ?? []).length;
  return publishersOf(policy).slice(0, count).flatMap((entry, index) => {
    const { end, start } = entry;
    if (Date.parse(now) <= Date.parse(start) || isInForce(entry, now)) return [];
    const message = `${publisherWords(entry)} expired on ${end}: it no longer matches any publisher or waives any rule; remove it or set a new end`;
    return [{ grade: "advice", message, at: ["publishers", index] }];
  });
}
function profileWarnings({ profiles, apply, settings }) {
  return [...profiles.values()].flatMap(({ name, rules: rules2, settings: own, line }) => {
    if (line === 0) return [];
    const applied = apply.some(({ profile }) => profile === name);
    const same = rules2.every((id) => JSON.stringify(own.get(id)) === JSON.stringify(settings.get(id)));
    const messages = [
      ...applied ? [] : [`the profile ${quoted(name)} is not applied anywhere; add it to \`apply\``],
      ...same ? [`the profile ${quoted(name)} has no effect: its settings are the policy's own`] : []
    ];
    return messages.map((message) => ({ grade: "advice", message, at: ["profiles", name] }));
  });
}

// src/policy/lint-covered.ts
var lists = [
  ["install-scripts", redundantSelectors],
  ["name-similarity", redundantSelectors],
  ["source", redundantRepositories]
];
function coveredEntries(accepted) {
  return lists.flatMap(
    ([rule, redundant]) => optionsOf2(accepted, rule, "allow").flatMap((list) => {
      const texts = entriesOf(list).map(({ value }) => String(value));
      return redundant(texts).map(({ index, by }) => ({
        ...{ grade: "advice", at: [...list.at, index], of: "value" },
        message: `${quoted(texts[index])} in \`allow\` of the rule ${quoted(rule)} is already covered by ${quoted(texts[by])} in ${entryWords(accepted, [...list.at, by])}; keep the one that you mean`
      }));
    })
  );
}
function redundantRepositories(patterns) {
  const plain = patterns.map(repositoryPattern);
  return plain.flatMap((narrow, index) => {
    const folder = /[*?]/.test(narrow) ? void 0 : `${narrow.slice(0, narrow.lastIndexOf("/"))}/*`;
    const by = plain.findIndex((wide, other) => other !== index && (wide === narrow ? other < index : wide === folder));
    return by === -1 ? [] : [{ index, by }];
  });
}

// src/policy/lint-lockfiles.ts
function emptyIncludes({ lockfiles }) {
  return lockfiles.include.flatMap((pattern, index) => {
    const why = lockfiles.exclude.includes(pattern) ? "is both included and excluded; the exclusion wins" : matchesNoLockfile(pattern) ? `matches no lockfile, whatever the repository has; end it with \`**\` or with the name of one, such as \`package-lock.json\`` : void 0;
    const at = ["lockfiles", "include", index];
    return why === void 0 ? [] : [{ grade: "advice", message: `${quoted(pattern)} ${why}`, at }];
  });
}
function matchesNoLockfile(pattern) {
  const segments = pattern.split("/");
  if (segments.includes("node_modules")) return true;
  const last = segments.at(-1) ?? "";
  if (last.includes("**")) return false;
  const matches = compileGlob(last);
  const example = last.replace(/[*?]/gu, "x");
  return !knownLockfileNames.some((name) => matches(name)) && lockfileName(example) === void 0;
}

// src/policy/lint.ts
var year = 366 * 24 * 36e5;
function lintPolicy(file, { now, ...options }) {
  const rules2 = options.rules ?? rules;
  try {
    const { accepted, failures } = acceptPolicy(file, rules2);
    if (accepted === void 0) return { failures, warnings: [] };
    const { policy, whole } = composeWhole(file, accepted, options);
    const found = [
      ...refusals(policy, whole, rules2),
      ...silentExpectations(policy, whole, rules2),
      ...emptyIncludes(policy),
      ...coveredEntries(whole),
      ...windowWarnings(policy, whole),
      ...approvalWarnings(policy),
      ...listWarnings(policy, whole, { rules: rules2, now }),
      ...policy.exceptions.flatMap((exception, index) => exceptionWarnings(exception, index, now))
    ];
    return { failures: [], warnings: placed(found, whole), policy };
  } catch (cause) {
    if (cause instanceof GateFailure) return { failures: failuresIn(cause), warnings: [] };
    throw cause;
  }
}
function placed(found, whole) {
  const own = (at) => whole.lineOf(at) > 0;
  return found.filter(({ grade, at }) => grade === "weakening" || own(at)).map(({ grade, message, at, of }) => ({ grade, message, ...whole.placeOf(at, of) })).sort(inFileOrder);
}
function silentExpectations({ settings }, { file }, rules2) {
  const rule = rules2.find(({ id }) => id === "provenance");
  const setting = settings.get("provenance");
  if (file.provenance === void 0 || rule === void 0 || setting === void 0) return [];
  if (worstOf(rule, setting).level === "error") return [];
  const message = `the rule \`provenance\` is ${setting.level}, so what \`provenance\` expects never fails a run; set the rule to error`;
  return [{ grade: "advice", message, at: ["provenance"] }];
}
function exceptionWarnings(exception, index, now) {
  const { expires } = exception;
  const isLong = Date.parse(endOf(exception)) - Date.parse(now) > year;
  const isWide = exception.about === "package" && spansScopes(exception.package);
  return [
    ...isExpired(exception, now) ? [`expired on ${expires} and is ignored; remove it or renew it`] : [],
    ...isLong ? [`lasts until ${expires}, longer than a year; choose an earlier date for a review`] : [],
    ...isWide ? ["matches names that anybody can publish; name the packages, or limit the wildcard to one scope"] : []
  ].map((problem) => ({
    ...{ grade: "advice", at: ["exceptions", index] },
    message: `${exceptionWords(exception)} ${problem}`
  }));
}

// src/cli/policy.ts
var usualPath = ".github/dependency-policy.yml";
async function run([command, ...args]) {
  switch (command) {
    case "check":
      return check(readFlags(args, "policy check"));
    case "explain":
      return explain(args);
    case "test": {
      const flags = readFlags(args, "policy test");
      return (await import("./cli-policy-test.js")).run(flags, await readPolicy(flags), flags.positionals[0] ?? usualPath);
    }
    case "schema":
      process.stdout.write(`${JSON.stringify(policyJsonSchema(rules), null, 2)}
`);
      return 0;
    default:
      throw new GateFailure(
        "usage",
        `policy takes check, explain, test or schema: ${programName()} policy check [FILE]`
      );
  }
}
async function check(flags) {
  if (flags.format !== "text" && flags.format !== "json") {
    throw new GateFailure("usage", `policy check writes text or json; not ${flags.format}.`);
  }
  const file = await readPolicy(flags);
  if (file === void 0) {
    throw new GateFailure("usage", `no such file; name the policy: ${programName()} policy check FILE`, {
      path: usualPath
    });
  }
  const named = extendsOf(file);
  const extended = named === void 0 ? {} : { extended: await readExtendedPolicy(file, named, extendedReader(flags)) };
  const lint = lintPolicy(file, { now: flags.now ?? (/* @__PURE__ */ new Date()).toISOString(), ...extended });
  if (flags.format === "json") process.stdout.write(jsonText(lintJson(lint, file)));
  else writeLint(lint, file);
  if (lint.policy === void 0) return 2;
  return lint.warnings.some(({ grade }) => grade !== "advice") ? 1 : 0;
}
function writeLint({ failures, warnings, policy }, file) {
  for (const failure of failures) process.stderr.write(`lockgate: ${errorLine(asGateError(failure))}
`);
  const lineOf = ({ message, ...place }) => `${placeWords(place)}: ${visible(message)}
`;
  const refused = warnings.filter(({ grade }) => grade !== "advice");
  for (const one of refused) process.stderr.write(logText(`lockgate: ${lineOf(one)}`));
  for (const one of warnings.filter(({ grade }) => grade === "advice")) process.stdout.write(logText(lineOf(one)));
  if (policy === void 0) return;
  const advice = warnings.length - refused.length;
  const found = advice === 0 ? "without warnings" : `with ${plural(advice, "warning")}`;
  const isInvalid = refused.some(({ grade }) => grade === "weakening");
  const verdict = refused.length === 0 ? `a valid policy ${found}` : `${plural(refused.length, "entry", "entries")} can never have an effect; a run ${isInvalid ? "refuses the policy" : "warns and applies the policy without what has no effect"}`;
  process.stdout.write(`${visible(file.source)}: ${verdict} (${policy.digest})
`);
}
function lintJson({ failures, warnings, policy }, { source }) {
  const placed2 = (isAdvice) => warnings.filter(({ grade }) => grade === "advice" === isAdvice).map(({ grade, message, path, line, column }) => ({
    ...isAdvice ? {} : { invalid: grade === "weakening" },
    ...{ message, path, line, column }
  }));
  return {
    ...{ source, digest: policy?.digest ?? null, errors: failures.map(asGateError) },
    ...{ refused: placed2(false), warnings: placed2(true) }
  };
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
async function readPolicy(flags) {
  const [path, ...more] = flags.positionals;
  if (more.length > 0) throw new GateFailure("usage", "name one policy file");
  if (path === void 0 && !existsSync(usualPath)) return void 0;
  const policy = path === void 0 ? await policyFile(usualPath) : await operatorPolicy(path, flags);
  return typeof policy === "function" ? policy() : policy;
}
export {
  run
};
