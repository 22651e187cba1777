import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  mayPropose
} from "./chunk-model-proposal.js";
import {
  optionsSchema
} from "./chunk-policy-schema-options.js";
import {
  require_dist
} from "./chunk-yaml.js";
import {
  distinctBy,
  exception,
  maxExceptions,
  pathPatterns,
  sentence,
  textThat,
  waivableIds,
  waiverProblem
} from "./chunk-policy-schema-exceptions.js";
import {
  keyLine,
  readKeyLine
} from "./chunk-text-security-key.js";
import {
  listKeys
} from "./chunk-policy-lists.js";
import {
  builtInProfiles,
  maySet
} from "./chunk-policy-profiles.js";
import {
  plainRepository
} from "./chunk-rules.js";
import {
  selectorProblem
} from "./chunk-text-selectors.js";
import {
  isFloor
} from "./chunk-judge-finding.js";
import {
  nearest
} from "./chunk-policy-nearest.js";
import {
  laterKeys,
  levels,
  presetNames
} from "./chunk-policy-schema-names.js";
import {
  canonicalRegistryUrl,
  registryUrlProblem
} from "./chunk-policy-registries.js";
import {
  repositoryProblem
} from "./chunk-policy-remote.js";
import {
  duration
} from "./chunk-model-options.js";
import {
  rootPathProblem
} from "./chunk-text-paths.js";
import {
  ZodArray,
  ZodDefault,
  ZodObject,
  ZodOptional,
  ZodRecord,
  ZodUnion,
  _enum,
  array,
  boolean,
  int,
  iso_exports,
  literal,
  never,
  record,
  strictObject,
  string,
  toJSONSchema,
  union,
  zod_exports
} from "./chunk-zod.js";
import {
  GateFailure,
  asOneFailure
} from "./chunk-errors.js";
import {
  globProblem
} from "./chunk-text-glob.js";
import {
  quoted,
  visible
} from "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/policy/schema/admissions.ts
var expected = "expected a URL, such as `https://sigstore.example`";
var server = (what) => textThat((text) => URL.canParse(text) ? registryUrlProblem(text) : expected, expected).overwrite((text) => text.replace(/\/+$/, "")).describe(what);
var admissions = strictObject(
  {
    publicLog: boolean({ error: "expected `true` or `false`" }).optional().describe(
      "Whether a repository that is not public may sign through the public Sigstore, whose log shows its name, its workflow and its packages to everybody for ever. Default: `false`."
    ),
    fulcio: server("Your own Sigstore's certificate authority, instead of the public one. With `rekor`.").optional(),
    rekor: server("Your own Sigstore's transparency log. With `fulcio`.").optional()
  },
  {
    error: ({ code }) => code === "invalid_type" ? "expected a mapping, such as `{ publicLog: true }`" : void 0
  }
).check(({ value, issues }) => {
  const { fulcio, rekor } = value;
  if (fulcio === void 0 === (rekor === void 0)) return;
  const [has, lacks] = fulcio === void 0 ? ["rekor", "fulcio"] : ["fulcio", "rekor"];
  const message = `expected \`${lacks}\` beside it: a certificate of one Sigstore does not belong into the log of another`;
  issues.push({ code: "custom", message, input: value, path: [has] });
}).describe("Where the documents about what came in (`admissions: sign` of the action) may be signed.");

// src/policy/schema/approvals.ts
var accountId = int({ error: "expected the numeric id, such as `583231`" }).min(1, { error: "expected the numeric id, such as `583231`" }).max(Number.MAX_SAFE_INTEGER, { error: "expected the numeric id, such as `583231`" });
var loginExpected = "expected the login of an account, such as `octocat`";
var loginProblem = (text) => /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98})(?:\[bot\])?$/.test(text) ? void 0 : loginExpected;
var slugExpected = "expected an organisation and a team, such as `acme/appsec`";
var slugProblem = (text) => /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(text) && text.length <= 200 ? void 0 : slugExpected;
var accountLogin = textThat(loginProblem, loginExpected);
var user = strictObject(
  {
    login: accountLogin.describe("For people who read this. It is never compared."),
    id: accountId.describe(
      "The numeric id of the account, which stays when it is renamed: `gh api users/octocat --jq .id`."
    )
  },
  { error: ({ code }) => code === "invalid_type" ? userExpected : void 0 }
).describe("An account, by its id.");
var userExpected = "expected a mapping, such as `{ login: octocat, id: 583231 }`";
var users = (what) => array(user, { error: "expected a list of accounts, such as `[{ login: octocat, id: 583231 }]`" }).max(200, { error: "expected at most 200 accounts" }).check(distinctBy((one) => String(one.id), "this account is already in the list")).describe(what);
var team = strictObject({
  slug: textThat(slugProblem, slugExpected).describe("Organisation and team, for the request."),
  id: accountId.describe("The numeric id of the team: another team of the same name does not count.")
}).describe("A team, by its id.");
var keyExpected = "expected the public key of a security key, such as `sk-ssh-ed25519@openssh.com AAAA...`";
var keyProblems = {
  "other-type": "expected a key that a security key keeps, `sk-ssh-ed25519@openssh.com` or `sk-ecdsa-sha2-nistp256@openssh.com`; make one with `ssh-keygen -t ed25519-sk -O application=ssh:lockgate -O verify-required`",
  certificate: "expected the public key itself, and no certificate",
  malformed: `${keyExpected}; this one is damaged, or something stands before it`,
  "other-application": "expected a key of its own for decisions, with the application `ssh:lockgate`; make one with `ssh-keygen -t ed25519-sk -O application=ssh:lockgate -O verify-required`"
};
var keyProblem = (text) => {
  const key = text.length > 1e3 ? "malformed" : readKeyLine(text);
  return typeof key === "string" ? keyProblems[key] : void 0;
};
var sameKey = ({ key }) => {
  const read = readKeyLine(key);
  return typeof read === "string" ? void 0 : keyLine(read);
};
var keys = array(
  strictObject({
    id: accountId.describe("The numeric id of the account that has the security key."),
    key: textThat(keyProblem, keyExpected).describe(
      "The line of its `.pub` file. Type `sk-ssh-ed25519@openssh.com` or `sk-ecdsa-sha2-nistp256@openssh.com`, application `ssh:lockgate`."
    )
  }).describe("A security key's public key, and whose it is."),
  { error: 'expected a list of keys, such as `[{ id: 583231, key: "sk-ssh-ed25519@openssh.com AAAA..." }]`' }
).max(100, { error: "expected at most 100 keys" }).check(distinctBy(sameKey, "this key is already in the list: one key is one person")).describe("Security keys that approvers sign records of decisions with.");
var approvals = strictObject(
  {
    approvers: strictObject({
      users: users("Accounts that may approve.").optional(),
      teams: array(team, { error: "expected a list of teams, such as `[{ slug: acme/appsec, id: 4711 }]`" }).max(20, { error: "expected at most 20 teams" }).check(distinctBy((one) => String(one.id), "this team is already in the list")).optional().describe(
        "Teams whose active members may approve. They are asked for where an organisation requires the workflow, on `issue_comment`, `schedule` and a push to the default branch, with a token that has `Members: read`. Elsewhere only `users` count."
      ),
      minimumPermission: _enum(["write", "maintain", "admin"]).optional().describe("What an approver must be allowed to do in the repository. Default: `write`.")
    }).optional().describe("Who may approve. Without it no approval counts."),
    never: users("Accounts that never count as approvers: machine users, accounts of agents.").optional(),
    required: int({ error: "expected a number from 1 to 10" }).min(1, { error: "expected a number from 1 to 10" }).max(10, { error: "expected a number from 1 to 10" }).optional().describe("How many different people an approval needs. Default: 1."),
    keys: keys.optional(),
    ownChanges: _enum(["never", "security-key"]).optional().describe(
      "Whether an approver may decide about what they proposed themselves: `never`, or in a record that they signed with their `security-key`. Default: `never`."
    ),
    maximumAge: duration(zod_exports).optional().describe("How long an approval counts. Default: `180d`.")
  },
  {
    error: ({ code }) => code === "invalid_type" ? "expected a mapping, such as `{ approvers: { users: [{ login: octocat, id: 583231 }] } }`" : void 0
  }
).check(({ value, issues }) => {
  const { approvers: { users: listed = [], teams = [] } = {}, never: never2 = [], required = 1, keys: held = [] } = value;
  if (teams.length === 0 && listed.length > 0 && required > listed.length) {
    const message = `expected at most ${listed.length}: only so many accounts are listed under \`approvers\``;
    issues.push({ code: "custom", message, input: required, path: ["required"] });
  }
  never2.forEach((one, index) => {
    if (!listed.some((other) => other.id === one.id)) return;
    const message = "expected an account that `approvers` does not list: nobody can be both";
    issues.push({ code: "custom", message, input: one, path: ["never", index] });
  });
  held.forEach((one, index) => {
    const isNever = never2.some((other) => other.id === one.id);
    if (!isNever && (teams.length > 0 || listed.some((other) => other.id === one.id))) return;
    const message = "expected the id of an account that `approvers` lists: nobody else can decide";
    issues.push({ code: "custom", message, input: one.id, path: ["keys", index, "id"] });
  });
  if (value.ownChanges === "security-key" && held.length === 0) {
    const message = "expected `never`, because `keys` lists no security key to sign with";
    issues.push({ code: "custom", message, input: value.ownChanges, path: ["ownChanges"] });
  }
}).describe("Who may let in by a decision what the policy does not let in.");

// src/policy/schema/baselines.ts
function branchProblem(text) {
  if (text.startsWith("refs/")) return "expected the name of a branch, without `refs/heads/`";
  if (!/[^*?/]/.test(text)) return "expected a branch, or a pattern that does not match every branch";
  const isName = !/[\s~^:]/.test(text) && text.split("/").every((part) => !["", ".", ".."].includes(part));
  return isName ? globProblem(text) : "expected the name of a branch, such as `7.x` or `release/2`";
}
var baselines = array(textThat(branchProblem, "expected the name of a branch, such as `7.x` or `release/2`"), {
  error: 'expected a list of branches, such as `["7.x"]`'
}).max(100, { error: "expected at most 100 branches" }).check(distinctBy((name) => name, "this branch is already in the list")).describe(
  "Branches beside the default branch whose lockfiles count as the past. A pattern counts for a branch only if its rules restrict who may create and update it. Policy, registries and approvers always come from the default branch."
);

// src/policy/schema/extends.ts
var commitExpected = "expected the full id of a commit: 40 hexadecimal digits, since a branch or a tag can move";
var localExpected = "expected a preset, or the path of a policy file from the folder of this one, such as `./base.yml`";
var reference = strictObject({
  repository: textThat(repositoryProblem, "expected a repository of GitHub, such as `acme/policies`").describe(
    "The repository on GitHub: `owner/name`."
  ),
  path: textThat(rootPathProblem, "expected the path of a policy file").describe(
    "The path of the policy file, from the root of that repository."
  ),
  commit: textThat((text) => /^[0-9a-f]{40}$/.test(text) ? void 0 : commitExpected, commitExpected).describe(
    "The full id of the commit: 40 hexadecimal digits."
  )
});
var local = string().max(256, { abort: true }).regex(/^\.{1,2}\/[^\\\p{Cc}]+$/u, { error: localExpected, abort: true });
var preset = _enum(presetNames, {
  error: ({ input }) => typeof input === "string" && /[/.]/.test(input) ? localExpected : void 0
});
var extendsKey = union([preset, local, reference]).describe(
  "The settings that this file builds on: a preset (default: `recommended`), a policy file beside this one (`./base.yml`), or the policy file of another repository on GitHub. The other file may itself extend a preset. Lists of both files are combined; for single values, this file wins."
);

// src/policy/schema/lists.ts
function listKey(key, rules) {
  const [{ rule: id, option }] = listKeys.filter((one) => one.key === key);
  const rule = rules.find((one) => one.id === id);
  if (rule === void 0) return never({ error: `expected nothing: there is no rule \`${id}\`` });
  const list = rule.options?.(zod_exports)[option];
  if (list === void 0) throw new TypeError(`the rule ${id} has no option \`${option}\``);
  return list;
}

// src/policy/schema/lockfiles.ts
var lockfiles = strictObject({
  include: pathPatterns("gated").min(1, { error: "expected at least one pattern: an empty list gates nothing" }).optional(),
  exclude: pathPatterns("left out").refine((patterns) => patterns.every((pattern) => /[^*?/]/.test(pattern)), {
    error: "expected patterns that leave something to gate"
  }).optional()
}).describe(
  "Which lockfiles are gated. Default: all of them; never those under `node_modules`. In a folder in which `exclude` leaves out lockfiles of every name, settings, programs, links, `.gitattributes` and manifests are not looked at either, unless the settings of a gated lockfile name them or it has a workspace there."
);

// src/policy/schema/rules.ts
function ruleEntry(rule) {
  const fixed = "expected `error`: the rule is part of the floor, which nothing can lower";
  const level = rule.floor === "whole" ? literal("error", { error: fixed }) : _enum(levels);
  const options = optionsSchema(rule);
  const settings = options.safeExtend({
    ...codeLevels(rule, Object.keys(options.shape)),
    level: level.optional().describe(`The level; \`${rule.recommended}\` under the preset \`recommended\`.`)
  });
  return union([level, settings]).optional().describe(rule.summary);
}
function codeLevels({ floor, messages }, taken) {
  const shape = Object.entries(messages).filter(([code]) => !taken.includes(code)).map(([code, { severity }]) => {
    const level = isFloor(floor, severity) ? literal("error", { error: "expected `error`: the code is part of the floor, which nothing can lower" }) : _enum(levels);
    return [code, level.optional()];
  });
  return Object.fromEntries(shape);
}

// src/policy/schema/profiles.ts
var nameExpected = "expected the name of a profile, such as `sandbox`: small letters, digits and `-`";
var profileName = () => textThat((text) => /^[a-z][a-z0-9-]{0,63}$/.test(text) ? void 0 : nameExpected, nameExpected);
function profiles(rules) {
  const entries = Object.fromEntries(rules.filter(maySet).map((rule) => [rule.id, ruleEntry(rule)]));
  const profile = strictObject(
    {
      description: sentence("expected what the profile is for, in words").optional().describe("What it is for."),
      rules: strictObject(entries).describe("The level, and the options, of single rules where the profile applies.")
    },
    { error: ({ code }) => code === "invalid_type" ? "expected a profile: `description` and `rules`" : void 0 }
  );
  return record(profileName(), profile).describe(
    "Settings that replace those of `rules` for some packages. They may be stricter or more lenient, but cannot lower the floor."
  );
}
var selectors = array(textThat(selectorProblem, "expected a package, such as `left-pad`"), { error: "expected a list of packages" }).min(1, { error: "expected at least one package" });
var folder = textThat(
  (text) => text === "" ? void 0 : globProblem(text),
  "expected a pattern of folders, such as `experiments/*`"
);
function applications() {
  const entry2 = strictObject({
    profile: profileName().describe("Which profile: one of `profiles`, or the built-in `sandbox`."),
    paths: pathPatterns("matched").min(1, { error: "expected at least one pattern" }).optional().describe(
      "Patterns of paths: the folder or `package.json` of the workspace that depends on a package, or the path of the lockfile, which covers the workspaces below its folder."
    ),
    workspaces: array(folder, { error: 'expected a list of folders, such as `["experiments/*"]`' }).min(1, { error: "expected at least one folder" }).optional().describe("Folders of the workspaces that depend on a package, from the root of the repository."),
    dependencyTypes: array(_enum(["prod", "dev", "optional", "peer"]), { error: "expected a list such as `[dev]`" }).min(1, { error: "expected at least one type of dependency" }).check(distinctBy((one) => one, "the type is listed twice")).optional().describe("Types of dependency, computed from the dependency graph."),
    packages: selectors.optional().describe("Packages: `name`, `name@version` or `name@range`, with wildcards.")
  }).refine((one) => Object.keys(one).length > 1, {
    error: "expected `paths`, `workspaces`, `dependencyTypes` or `packages`: what applies everywhere belongs in `rules`"
  });
  return array(entry2, { error: 'expected a list such as `[{ profile: sandbox, paths: ["experiments/**"] }]`' }).max(200, { error: "expected at most 200 entries" }).describe(
    "Where profiles apply. For each path by which a package is reached, the first matching entry applies; if several paths apply, the strictest result wins."
  );
}

// src/policy/schema/consistency.ts
function consistency(rules) {
  return ({ value, issues }) => {
    const refuse = (message, path, input) => issues.push({ code: "custom", message, path, input });
    const known = [...Object.keys(value.profiles ?? {}), ...Object.keys(builtInProfiles)];
    const applied = typeof value.extends === "object" ? [] : value.apply ?? [];
    for (const [index, { profile }] of applied.entries()) {
      if (known.includes(profile)) continue;
      const meant = nearest(profile, known);
      const advice = meant === void 0 ? "" : `; did you mean ${quoted(meant)}?`;
      refuse(`there is no profile ${quoted(profile, 64)}${advice}`, ["apply", index, "profile"], profile);
    }
    const waivable = waivableIds(rules);
    const listed = value.rules?.["publisher"];
    const lists = [
      [["publishers"], value.publishers],
      [["rules", "publisher", "listed"], typeof listed === "object" ? listed.listed : void 0]
    ];
    for (const [path, list] of lists) {
      for (const [index, { waives }] of (list ?? []).entries()) {
        const at = waives.findIndex((id) => !waivable.includes(id));
        if (at === -1) continue;
        const problem = waiverProblem(waives[at], rules) ?? "expected the id of a rule";
        refuse(problem, [...path, index, "waives", at], waives[at]);
      }
    }
  };
}

// src/policy/schema/registries.ts
var scope = textThat(
  (text) => /^@[a-z0-9~-][a-z0-9._~-]*$/.test(text) ? void 0 : "expected a scope, such as `@acme`",
  "expected a scope, such as `@acme`"
);
var keyScheme = "ecdsa-sha2-nistp256";
var keyidExpected = "expected the keyid that the registry gives the key: up to 512 visible characters";
var registryKey = strictObject({
  keyid: textThat((text) => /^[!-~]{1,512}$/.test(text) ? void 0 : keyidExpected, keyidExpected).describe(
    "The name that the registry gives the key, and that its signatures have: a fingerprint or any other text."
  ),
  keytype: literal(keyScheme).describe("The one type of key that npm registries sign with."),
  scheme: literal(keyScheme).describe("The one scheme that npm registries sign with."),
  key: textThat(
    (text) => /^[A-Za-z0-9+/]{16,500}={0,2}$/.test(text) ? void 0 : "expected a public key in base64",
    "expected a public key in base64"
  ).describe("The public key: DER (SubjectPublicKeyInfo) in base64."),
  expires: iso_exports.datetime({ offset: true, error: "expected an instant, such as `2030-01-01T00:00:00.000Z`, or null" }).nullable().default(null).describe("When it expired: it remains valid for what was published before. Null: it does not expire.")
});
var demands = ["required", "auto", "none", "unsupported"];
var canonicalDemand = (word) => word === "unsupported" ? "none" : word;
var demand = (what) => _enum(demands).overwrite(canonicalDemand).describe(
  `${what} \`required\`: what is missing counts as unavailable. \`auto\` (the default): required of the public registry and of a mirror of it, judged where another registry offers it. \`none\` (or \`unsupported\`): not asked for.`
);
var registry = strictObject({
  url: textThat(registryUrlProblem, "expected the URL of a registry").overwrite(canonicalRegistryUrl).describe("The registry: https, or http on loopback."),
  scopes: array(scope, { error: 'expected a list of scopes, such as `["@acme"]`' }).check(distinctBy((one) => one, "the scope is listed twice")).default([]).describe("The scopes that it serves. None: it serves everything that no other entry does."),
  exclusive: boolean({ error: "expected `true` or `false`" }).default(false).describe("Whether the scopes may come from no other registry."),
  mirrors: literal("public", { error: "expected `public`: the registry that it mirrors" }).optional().describe("It mirrors the public registry and passes on all that this one provides: the built-in keys verify it."),
  signatures: demand(
    "Whether it signs what it serves. An entry with `keys` is required to. What carries a signature of the public registry is verified by the built-in keys."
  ).default("auto"),
  attestations: _enum(demands).overwrite(canonicalDemand).optional().describe(
    "Whether it serves attestations, in the words of `signatures`. Default: `none` with `signatures: none`, else `auto`."
  ),
  publishers: demand("Whether it names who published a version.").optional(),
  publishTimes: demand("Whether it says when a version was published.").optional(),
  advisories: demand("Whether it serves advisories and records of malware.").optional(),
  scripts: demand(
    "Whether its documents say which install scripts a version has. With `none` the tarball's own `package.json` is the only source: every tarball must be read, whatever its size and address, unless `install-scripts` has `tarballs: never`. A script that a document names still counts where the tarball is not read."
  ).optional(),
  digests: demand(
    "Whether it states digests of what it serves. With `none` a pin that it states no digest for is not reported; what a lockfile or another entry states is still compared."
  ).optional(),
  keys: array(registryKey, { error: "expected a list of keys, as the `keys` of `/-/npm/v1/keys` are" }).min(1, { error: "expected at least one key" }).check(distinctBy(({ keyid }) => keyid, "the key is listed twice")).optional().describe(
    "The keys that it signs with, as its own `/-/npm/v1/keys` lists them. The registry is then not asked for them."
  ),
  tokenEnv: textThat(
    (text) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) ? void 0 : "expected the name of an environment variable",
    "expected the name of an environment variable"
  ).optional().describe("The environment variable that holds its token. It is sent to this registry only."),
  tokenScheme: _enum(["bearer", "basic"]).optional().describe(
    "How the token is sent: `bearer` (the default), or `basic`: the variable holds `user:password`, as it is or in base64."
  )
});
var registries = array(
  registry.refine(({ exclusive, scopes }) => !exclusive || scopes.length > 0, {
    error: "expected `scopes`: without any, nothing is exclusive",
    path: ["exclusive"]
  }).refine(({ signatures, keys: keys2 }) => signatures !== "none" || keys2 === void 0, {
    error: "expected no keys for a registry with `signatures: none`",
    path: ["keys"]
  }).refine(({ tokenScheme, tokenEnv }) => tokenScheme === void 0 || tokenEnv !== void 0, {
    error: "expected `tokenEnv`: without a token there is nothing to send",
    path: ["tokenScheme"]
  }).refine(({ mirrors, keys: keys2 }) => mirrors === void 0 || keys2 === void 0, {
    error: "expected no keys for a mirror of the public registry: the built-in keys verify it",
    path: ["keys"]
  }),
  { error: "expected a list of registries" }
).check(
  distinctBy(({ scopes }) => scopes.length === 0 ? "" : void 0, "there is already a registry without scopes")
).check((context) => {
  const seen = /* @__PURE__ */ new Set();
  context.value.forEach(({ scopes }, index) => {
    const taken = scopes.find((one) => seen.has(one));
    const message = `the scope ${quoted(taken ?? "", 64)} already belongs to an earlier registry`;
    if (taken !== void 0) context.issues.push({ code: "custom", message, input: scopes, path: [index, "scopes"] });
    scopes.forEach((one) => seen.add(one));
  });
}).check((context) => {
  const tokens = /* @__PURE__ */ new Map();
  context.value.forEach(({ url, tokenEnv }, index) => {
    if (tokenEnv === void 0) return;
    const before = tokens.get(url) ?? tokenEnv;
    tokens.set(url, before);
    const message = `an earlier entry names ${quoted(before, 64)} for the same address: one address has one token`;
    if (before !== tokenEnv) {
      context.issues.push({ code: "custom", message, input: tokenEnv, path: [index, "tokenEnv"] });
    }
  });
}).describe(
  "Which registry is trusted for which packages. Without it, npm's own configuration decides, with the settings files next to each lockfile on the default branch (`.npmrc`, `.yarnrc.yml`, `.yarnrc`, `bunfig.toml`, `pnpm-workspace.yaml`)."
);

// src/policy/schema/proposers.ts
var example = '`{ login: "renovate[bot]", id: 29139614, owner: "@acme/platform", may: updates }`';
var entry = strictObject(
  {
    login: accountLogin.describe(
      "For people who read this. Where there is no id it is compared, and lets nothing through."
    ),
    id: accountId.optional().describe(
      'The numeric id of the account: `gh api "users/renovate[bot]" --jq .id`. Needed for more than `nothing`.'
    ),
    owner: sentence('expected who answers for it, such as `"@acme/platform"`').describe(
      "Who answers for what it proposes. An owner is no proposer."
    ),
    may: _enum(mayPropose).describe(
      "What it may change of direct dependencies without a decision. `nothing`; `updates`: to a higher version of the same name, registry and kind; `dev`: also new ones for development alone; `prod`: also new ones of any kind."
    )
  },
  { error: ({ code }) => code === "invalid_type" ? `expected a mapping, such as ${example}` : void 0 }
).check(({ value: { id, may }, issues }) => {
  if (may === "nothing" || id !== void 0) return;
  const message = `expected an \`id\` beside \`may: ${may}\`: a login can be renamed and taken by somebody else, so more than \`nothing\` counts for a numeric id alone`;
  issues.push({ code: "custom", message, input: may, path: ["may"] });
});
var proposers = array(entry, { error: `expected a list, such as \`[${example.slice(1, -1)}]\`` }).min(1, { error: "expected at least one entry; leave out `proposers` to keep the built-in list of dependency bots" }).max(200, { error: "expected at most 200 entries" }).check(distinctBy(({ id }) => id === void 0 ? void 0 : String(id), "another entry already has this id")).check(
  distinctBy(
    ({ id, login }) => id === void 0 ? login.toLowerCase() : void 0,
    "another entry already has this login"
  )
).describe(
  "Bots and agents, each with who answers for it and what it may propose without a decision. Every other bot and agent may propose nothing then."
);

// src/policy/schema/report.ts
var report = strictObject(
  {
    review: boolean({ error: "expected `true` or `false`" }).optional().describe(
      "Whether the action also marks what blocks on the lines of the diff, by a review; its input `review` asks for the same."
    ),
    comment: _enum(["always", "findings", "never"]).optional().describe(
      "When the action comments on a pull request: `always` on findings (warnings or errors) and where a changed package without verified provenance is direct, new to the lockfile, or had it before; `findings` only on findings; `never`. A comment that is there is kept up to date in any case. Default: `always`."
    ),
    notices: boolean({ error: "expected `true` or `false`" }).optional().describe("Whether the action annotates findings at level `note` too, as notices. Default: `false`.")
  },
  { error: ({ code }) => code === "invalid_type" ? "expected a mapping, such as `{ review: true }`" : void 0 }
).describe("Where findings are reported besides the check, the summary and the comment.");

// src/policy/schema/sources.ts
var address = (what) => textThat(registryUrlProblem, "expected the URL of a registry").overwrite(canonicalRegistryUrl).describe(what);
var another = strictObject({
  registry: address(
    "A registry that is asked instead, for the packages of the public registry, of a mirror of it and of the default registry. A scope with a registry of its own is asked there."
  )
}).describe("Another registry than the one that serves the packages.");
var source = union([_enum(["registry", "osv"]), another]);
var sourcesOf = (what) => union([
  _enum(["registry", "osv", "none"]),
  another,
  array(source).min(1, { error: "expected at least one of `registry` and `osv`" }).check(distinctBy((one) => typeof one === "string" ? one : one.registry, "the source is listed twice"))
]).optional().describe(
  `Where ${what} come from: \`registry\`, the registry's own bulk endpoint, \`{ registry: URL }\`, that of another one, \`osv\`, the OSV database, or a list of these. \`none\`: nobody is asked, and every report says so. Default: \`registry\`. If there are several, all must answer.`
);
var sources = strictObject({
  malware: sourcesOf("malware records"),
  advisories: sourcesOf("advisories"),
  popularity: union([
    _enum(["downloads", "none"]),
    strictObject({
      downloads: address("The address of a downloads service: it answers below `downloads/point/`.")
    }).describe("Another downloads service.")
  ]).optional().describe(
    "Where downloads are counted: `downloads`, the service that belongs to the registry, `{ downloads: URL }`, another one, or `none`. Default: `downloads`."
  ),
  attestations: union([_enum(["registry", "none"]), another]).optional().describe(
    "Where attestations come from: `registry`, `{ registry: URL }`, another one, or `none`: nobody is asked, and every report says so. They are verified in the same way wherever they come from. Default: `registry`."
  )
}).describe("Where malware records, advisories, download counts and attestations come from.");

// src/policy/schema.ts
function policySchema(rules) {
  const entries = Object.fromEntries(rules.map((rule) => [rule.id, ruleEntry(rule)]));
  return strictObject({
    version: literal(1, { error: "expected `1`" }).describe("The version of this format."),
    extends: extendsKey.optional(),
    baselines: baselines.optional(),
    mode: _enum(["enforce", "observe"]).optional().describe(
      "`observe` reports everything and fails only on findings that cannot be waived (the floor). Default: `enforce`."
    ),
    unavailable: _enum(["error", "warn"]).optional().describe(
      "The highest level of findings whose evidence could not be read, except those that cannot be waived (the floor)."
    ),
    lockfiles: lockfiles.optional(),
    registries: registries.optional(),
    sources: sources.optional(),
    trustedRoot: textThat(
      rootPathProblem,
      "expected the path of a `trusted_root.json`, such as `.github/trusted_root.json`"
    ).optional().describe(
      "A `trusted_root.json` of this repository, read from the default branch: the Sigstore that attestations are verified against, instead of the public one."
    ),
    provenance: listKey("provenance", rules).optional().describe(
      "Where packages must be built: what the rule `provenance` expects, in addition to its own option `expect`."
    ),
    rules: strictObject(entries, {
      error: ({ code }) => code === "invalid_type" ? "expected a mapping of rules to levels" : void 0
    }).optional().describe("The level, and the options, of single rules."),
    publishers: listKey("publishers", rules).optional().describe("Who publishes some packages, until when, and which rules are waived for what they publish."),
    allow: listKey("allow", rules).optional().describe("The only packages that are allowed. It waives nothing: every other rule still applies to them."),
    deny: listKey("deny", rules).optional().describe("Packages that are not allowed, each with a reason; no exception covers them."),
    profiles: profiles(rules).optional(),
    apply: applications().optional(),
    exceptions: array(exception(rules), { error: "expected a list of exceptions" }).max(maxExceptions, {
      error: `expected at most ${maxExceptions} exceptions; lower the level of a rule that needs more`
    }).check(distinctBy(({ id }) => id, "another exception already has this id")).optional().describe("Cases in which a rule is waived, each with a reason and an end."),
    approvals: approvals.optional(),
    proposers: proposers.optional(),
    admissions: admissions.optional(),
    report: report.optional()
  }).check(consistency(rules)).describe("The policy of lockgate: `.github/dependency-policy.yml`, read from the default branch.");
}
function policyJsonSchema(rules) {
  return toJSONSchema(policySchema(rules), { io: "input" });
}

// src/policy/complaints.ts
var expectations = (issue) => {
  if (issue.code === "invalid_value") return `expected ${choice(issue.values)}`;
  if (issue.code === "invalid_type") return `expected ${article[issue.expected] ?? issue.expected}`;
  if (issue.code === "too_small") return `expected at least ${issue.minimum}`;
  if (issue.code === "too_big") return `expected at most ${issue.maximum}`;
  if (issue.code === "invalid_key") return issue.issues[0]?.message ?? "expected another name";
  return "expected another value";
};
var article = {
  object: "a mapping",
  array: "a list",
  string: "a text",
  number: "a number",
  boolean: "`true` or `false`"
};
var choice = (values) => {
  const words = values.map((value) => quoted(String(value), 64));
  return words.length < 2 ? words.join("") : `one of ${words.join(", ")}`;
};
var maxComplaints = 100;
function complaints(issues, { schema, document, path }) {
  const failures = issues.slice(0, maxComplaints).flatMap(branchMeant).flatMap(
    (issue) => issue.code === "unrecognized_keys" ? issue.keys.slice(0, maxComplaints).map((key) => {
      const message = unknownKey(issue.path, key, schema);
      return new GateFailure("policy-invalid", message, { path, ...document.place([...issue.path, key]) });
    }) : [
      new GateFailure("policy-invalid", mistake(issue, document), {
        path,
        ...document.place(issue.path, "value")
      })
    ]
  );
  return failures.sort(inFileOrder);
}
function inFileOrder({ line = 0, column = 0 }, other) {
  return line - (other.line ?? 0) || column - (other.column ?? 0);
}
function branchMeant(issue) {
  if (issue.code !== "invalid_union") return [issue];
  const progress = (branch) => Math.min(
    ...branch.map(
      ({ code, path }) => path.length > 0 || code === "unrecognized_keys" ? 2 : code === "invalid_type" ? 0 : 1
    )
  );
  const [meant = []] = [...issue.errors].sort((a, b) => progress(b) - progress(a));
  return meant.flatMap((inner) => branchMeant({ ...inner, path: [...issue.path, ...inner.path] }));
}
function unknownKey(path, key, schema) {
  const where = path.length === 0 ? "" : ` in ${quoted(spell(path))}`;
  if (laterKeys[spell(path).replaceAll(/\[\d+\]/g, "[]")]?.includes(key) === true) {
    return `the key ${quoted(key, 64)}${where} is not supported by this version yet; remove it, because it would not be enforced`;
  }
  const known = keysAt(schema, path);
  const meant = nearest(key, known);
  const advice = meant === void 0 ? `expected ${choice(known)}` : `did you mean ${quoted(meant)}?`;
  return `unknown key ${quoted(key, 64)}${where}; ${advice}`;
}
function mistake(issue, document) {
  const subject = issue.path.length === 0 ? document.what : quoted(spell(issue.path));
  const found = valueAt(document.value, issue.path);
  if (found === void 0) return `${subject} is missing: ${issue.message}`;
  const values = issue.code === "invalid_value" ? issue.values.map(String) : [];
  const meant = typeof found === "string" ? nearest(found, values) ?? respelling(found, issue) : void 0;
  const advice = meant === void 0 || meant === found ? "" : `; did you mean ${quoted(meant)}?`;
  return `${subject}: ${issue.message}; found ${describe(found)}${advice}`;
}
function respelling(found, issue) {
  const plain = plainRepository(found);
  if (plain === void 0) return void 0;
  if (issue.code === "custom") return issue.params?.["repository"] === plain ? plain : void 0;
  const address2 = `https://${plain}`;
  return issue.code === "invalid_format" && matchesFormat(address2, issue) ? address2 : void 0;
}
function matchesFormat(text, issue) {
  const [, source2] = /^\/(.*)\/$/.exec(issue.pattern ?? "") ?? [];
  return source2 !== void 0 && new RegExp(source2).test(text);
}
function describe(value) {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a mapping";
  if (typeof value === "string") return describeText(value);
  return typeof value === "number" || typeof value === "boolean" ? `the ${typeof value} ${quoted(String(value), 64)}` : "something else";
}
function describeText(text) {
  const shown = quoted(text.replaceAll(/\/\/[^/\s]*@/g, "//***@"), 64);
  return /^([-+.\d].*|true|false|null|~?)$/i.test(text) && text.length < 16 ? `the text ${shown}` : shown;
}
function spell(path) {
  return path.reduce((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? String(part) : `${text}.${String(part)}`;
  }, "");
}
function valueAt(value, path) {
  return path.reduce((at, part) => {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, part)) return void 0;
    return at[part];
  }, value);
}
function keysAt(schema, path) {
  if (schema instanceof ZodOptional || schema instanceof ZodDefault) return keysAt(schema.unwrap(), path);
  if (schema instanceof ZodUnion) return schema.options.flatMap((option) => keysAt(option, path));
  const [part, ...rest] = path;
  if (schema instanceof ZodRecord) return part === void 0 ? [] : keysAt(schema.valueType, rest);
  if (schema instanceof ZodArray) return part === void 0 ? [] : keysAt(schema.element, rest);
  if (!(schema instanceof ZodObject)) return [];
  const shape = schema.shape;
  if (part === void 0) return Object.keys(shape);
  const member = typeof part === "string" && Object.hasOwn(shape, part) ? shape[part] : void 0;
  return member === void 0 ? [] : keysAt(member, rest);
}

// src/policy/yaml.ts
var import_yaml = __toESM(require_dist(), 1);
var maxPolicyBytes = 256 * 1024;
var maxDepth = 32;
var maxFailures = 100;
function readPolicyDocument(bytes, path, what = "the policy") {
  const lines = new import_yaml.LineCounter();
  const placeAt = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const failure = (message, offset) => new GateFailure("policy-invalid", message.replace(/^the policy\b/, what), { path, ...placeAt(offset) });
  const refuse = (message, offset) => {
    throw failure(message, offset);
  };
  const text = decode(bytes, lines, refuse);
  const tokens = [...parse(text, refuse)];
  const composer = new import_yaml.Composer({ version: "1.2", schema: "core", merge: false, uniqueKeys: false, strict: true });
  const documents = [...composer.compose(tokens, true, text.length)];
  const [problem, ...others] = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]).slice(0, maxFailures).map(({ message, pos }) => failure(malformed(message), pos[0]));
  if (problem !== void 0) throw asOneFailure([problem, ...others]);
  const [document, second] = documents;
  if (second !== void 0) refuse("the policy has more than one YAML document; keep one", second.range[0]);
  const contents = document?.contents ?? null;
  if (contents === null || (0, import_yaml.isScalar)(contents) && contents.value === null) {
    return refuse("the policy is empty; write at least `version: 1`, or remove the file", 0);
  }
  const offsets = /* @__PURE__ */ new Map();
  const failures = [];
  const note = (message, offset) => {
    if (failures.length < maxFailures) failures.push(failure(message, offset));
  };
  const value = valueOf(contents, { path: [], offsets, refuse, note });
  return {
    ...{ what, value, failures },
    place: (members, of = "key") => {
      for (let length = members.length; length > 0; length--) {
        const found = offsets.get(JSON.stringify(members.slice(0, length)));
        if (found !== void 0) return placeAt(length === members.length ? found[of] : found.key);
      }
      return placeAt(contents.range[0]);
    }
  };
}
function decode(bytes, lines, refuse) {
  lines.addNewLine(0);
  if (bytes.length > maxPolicyBytes) {
    refuse(`the policy has ${bytes.length} bytes, more than the ${maxPolicyBytes} that are read`, 0);
  }
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse("the policy is not valid UTF-8; save it as UTF-8", 0);
  }
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  const [unprintable, at] = firstUnprintable(text);
  if (unprintable !== void 0) {
    const code = unprintable.toString(16).toUpperCase().padStart(4, "0");
    refuse(`the policy contains the control character U+${code}; save it as UTF-8 text without it`, at);
  }
  return text;
}
function firstUnprintable(text) {
  const found = new RegExp("(?![\\t\\n\\r\\x85])\\p{Cc}|[\\uFFFE\\uFFFF]|\\p{Cs}", "u").exec(text);
  return [found?.[0].codePointAt(0), found?.index ?? 0];
}
var forbidden = {
  alias: "an alias (`*name`); write the value out",
  anchor: "an anchor (`&name`); write the value out where it is used",
  tag: "a tag (`!name`); leave it out",
  "directive-line": "a directive (`%NAME`); leave it out"
};
function* parse(text, refuse) {
  const parser = new import_yaml.Parser();
  let isContent = false;
  for (const lexeme of new import_yaml.Lexer().lex(text)) {
    const type = isContent ? null : import_yaml.CST.tokenType(lexeme);
    const use = type === null ? void 0 : forbidden[type];
    if (use !== void 0) refuse(`the policy uses ${use}`, parser.offset);
    isContent = lexeme === import_yaml.CST.SCALAR;
    for (const token of parser.next(lexeme)) {
      if (token.type === "error") refuse(malformed(token.message), token.offset);
      yield token;
    }
    if (parser.stack.length > 2 * maxDepth) refuse(tooDeep, parser.offset);
  }
  yield* parser.end();
}
function malformed(message) {
  const [sentence2 = ""] = message.split("\n");
  return `the policy is not well-formed YAML: ${visible(sentence2, 200)}`;
}
var notText = "expected a text as the key; put it in quotes";
var tooDeep = `the policy is nested more than ${maxDepth} deep`;
function valueOf(node, walk) {
  if (node === null) return null;
  if ((0, import_yaml.isScalar)(node)) return node.value;
  const { path, refuse, note } = walk;
  if (path.length >= maxDepth) refuse(tooDeep, node.range[0]);
  if ((0, import_yaml.isSeq)(node)) return node.items.map((item, index) => memberOf(item, index, item.range[0], walk));
  if (!(0, import_yaml.isMap)(node)) return refuse("the policy uses an alias; write the value out", node.range[0]);
  const members = /* @__PURE__ */ new Map();
  for (const { key, value } of node.items) {
    const offset = key.range[0];
    if (!(0, import_yaml.isScalar)(key) || typeof key.value !== "string") note(notText, offset);
    else if (key.value === "<<") note("the policy uses a merge key (`<<`); write the members out", offset);
    else if (members.has(key.value)) note(`the key ${quoted(key.value, 64)} is given twice; keep one`, offset);
    else members.set(key.value, memberOf(value, key.value, offset, walk));
  }
  return Object.fromEntries(members);
}
function memberOf(node, name, key, walk) {
  const path = [...walk.path, name];
  walk.offsets.set(JSON.stringify(path), { key, value: node?.range[0] ?? key });
  return valueOf(node, { ...walk, path });
}

export {
  registries,
  policySchema,
  policyJsonSchema,
  expectations,
  complaints,
  inFileOrder,
  spell,
  readPolicyDocument
};
