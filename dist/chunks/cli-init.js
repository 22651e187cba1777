import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  inColumns,
  limitsText
} from "./chunk-report-formats-limits-table.js";
import {
  minimumAgeOf,
  readAgreement
} from "./chunk-policy-agreement.js";
import {
  ownersOf,
  ownersPaths,
  readOwners
} from "./chunk-platform-doctor-owners.js";
import {
  daysToWait,
  waitsEnough
} from "./chunk-managers-bots-bot.js";
import {
  commentsTwiceWords,
  gatePath,
  personWords,
  policyPath,
  readFlags,
  workflowsFor
} from "./chunk-cli-flags.js";
import {
  openSnapshot
} from "./chunk-cli-subject.js";
import {
  startProgress
} from "./chunk-cli-progress.js";
import {
  hostOf
} from "./chunk-cli-repository-id.js";
import {
  connectionFromEnv
} from "./chunk-cli-github-connection.js";
import {
  originPlace
} from "./chunk-cli-judged-repository.js";
import {
  resolveFolder
} from "./chunk-repository-directory.js";
import {
  programName
} from "./chunk-cli-program.js";
import {
  waitingMinutes
} from "./chunk-managers-waiting-time.js";
import {
  isLicense
} from "./chunk-policy-lint-values.js";
import {
  require_dist
} from "./chunk-yaml.js";
import {
  keyLine,
  readKeyLine
} from "./chunk-text-security-key.js";
import {
  rules
} from "./chunk-rules.js";
import "./chunk-rules-package-lists.js";
import "./chunk-text-selectors.js";
import "./chunk-model-sri.js";
import {
  nearest
} from "./chunk-policy-nearest.js";
import "./chunk-spdx-expression-parse.js";
import {
  reportOf
} from "./chunk-run-report-of.js";
import {
  runGate
} from "./chunk-run-pipeline.js";
import {
  tablesIn
} from "./chunk-run-open.js";
import {
  botText,
  dependabotUpdates,
  readDependabot,
  readRenovate,
  renovateDocument,
  updateBots
} from "./chunk-repository-update-bots.js";
import "./chunk-managers-node-options.js";
import "./chunk-compare-open-with-manifests.js";
import "./chunk-run-trust-settings.js";
import "./chunk-run-base-files.js";
import "./chunk-run-verdict-of.js";
import "./chunk-text-record-name.js";
import "./chunk-compare-open-lockfile.js";
import {
  stateOf
} from "./chunk-repository-state.js";
import {
  readSettings
} from "./chunk-managers-watched.js";
import {
  bunfigEntries,
  classIn,
  decodeText,
  lockfileName,
  managers,
  manifestSettings,
  npmrcEntries,
  objectOf,
  oneFault,
  parseYamlDocuments,
  scalarOf,
  settingValue,
  yamlEntries
} from "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-repository-contents.js";
import {
  JsonObject,
  placeIn
} from "./chunk-managers-bin.js";
import {
  wrap
} from "./chunk-report-formats-wrap.js";
import "./chunk-report-view-links.js";
import "./chunk-report-view-tally.js";
import "./chunk-report-view-not-judged.js";
import "./chunk-report-view-words.js";
import {
  plural
} from "./chunk-report-view-text-words.js";
import {
  presetNames
} from "./chunk-policy-schema-names.js";
import "./chunk-policy-registries.js";
import "./chunk-model-loosening.js";
import "./chunk-text-registry-part.js";
import "./chunk-model-evidence-values.js";
import "./chunk-noble-hashes-sha2.js";
import {
  isWaivable
} from "./chunk-policy-waivable.js";
import {
  milliseconds,
  spelled
} from "./chunk-model-options.js";
import "./chunk-text-group-by.js";
import "./chunk-model-identity.js";
import {
  require_semver
} from "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import {
  openPolicy
} from "./chunk-policy-open.js";
import "./chunk-policy-is-gated-path.js";
import "./chunk-repository-refusals.js";
import "./chunk-repository-path-bytes.js";
import "./chunk-repository-listing.js";
import "./chunk-repository-object-id.js";
import {
  readPolicyFile
} from "./chunk-policy-policy-file.js";
import {
  folderOf
} from "./chunk-text-paths.js";
import "./chunk-report-escape.js";
import {
  isPackageName
} from "./chunk-lockfile-spec.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import {
  describeFailure
} from "./chunk-platform-github-failure.js";
import "./chunk-net-http-exchange.js";
import "./chunk-net-exchange-failure.js";
import "./chunk-net-loopback.js";
import "./chunk-zod.js";
import {
  GateFailure
} from "./chunk-errors.js";
import "./chunk-report-view-rule-words.js";
import "./chunk-model-effect.js";
import {
  compileGlobs
} from "./chunk-text-glob.js";
import {
  quoted,
  visible
} from "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/init/steps.ts
var steps = {
  audit: {
    blocks: "only what no policy can let in: known malware, packages that do not exist, lockfiles that contradict themselves",
    until: "a week of pull requests has been reported on, and the list of registries is right"
  },
  attacks: {
    blocks: "the same, and signs of a takeover and install scripts that are seen for the first time",
    until: "the warnings of a week hold nothing that you would have let in"
  },
  recommended: {
    blocks: "the same, and what is too young, unsigned, from another source, or has a severe advisory",
    until: "every finding is acted on, and the team wants the remaining warnings to block as well"
  },
  strict: {
    blocks: "the same, every warning, and what is younger than 7 days",
    until: "there is no further step"
  }
};
var after = (name) => presetNames[presetNames.indexOf(name) + 1];
function stepLines(name) {
  return [
    "# The steps: take the next one when you trust this one.",
    ...presetNames.map((preset) => `# - ${preset}: blocks ${steps[preset].blocks}.`),
    `extends: ${name}`
  ];
}
function stepWords(name) {
  const { blocks, until } = steps[name];
  const next = after(name);
  const before = presetNames[presetNames.indexOf(name) - 1];
  const whole = before === void 0 ? blocks : blocks.replace(/^the same/, `what ${before} blocks`);
  const then = next === void 0 ? "" : ` Write \`extends: ${next}\` when ${until}.`;
  return `The policy extends ${name}: it blocks ${whole}.${then}`;
}

// src/init/plan.ts
var maxCarried = 400;
function baselineOf(report, isWaivable2) {
  const reported = report.findings.filter(({ level, status }) => level === "error" && status === "reported");
  const blocking = reported.filter(({ outcome }) => outcome === "violation");
  const canBeCovered = ({ floor, name, version, rule }) => !floor && name !== null && version !== null && isWaivable2(rule);
  const keyOf = ({ name, version }) => `${name ?? ""}@${version ?? ""}`;
  const broken = new Set(blocking.filter(({ floor }) => floor).map(keyOf));
  const rules2 = /* @__PURE__ */ new Map();
  for (const finding of blocking.filter(canBeCovered)) {
    const key = keyOf(finding);
    if (broken.has(key)) continue;
    rules2.set(key, (rules2.get(key) ?? /* @__PURE__ */ new Set()).add(finding.rule));
  }
  const carried = [...rules2].sort(([a], [b]) => a < b ? -1 : 1);
  return {
    carried: carried.map(([key, names2]) => ({ package: key, rules: [...names2].sort() })),
    open: blocking.filter((finding) => !canBeCovered(finding)),
    unjudged: reported.filter(({ outcome }) => outcome === "indeterminate")
  };
}
var maxBranches = 100;
var grace = 90;
var fixturePatterns = ["**/fixtures/**", "**/__fixtures__/**", "**/test-fixtures/**"];
var isFixture = compileGlobs(fixturePatterns);
function hasFixtures(paths) {
  return [...paths].some(
    (path) => isFixture(path) && (/\/package\.json$/.test(path) || lockfileName(path) !== void 0)
  );
}
function isOwnManifest(path) {
  return /(?:^|\/)package\.json$/.test(path) && !/(?:^|\/)node_modules\//.test(path) && !isFixture(path);
}
var fixtureLines = [
  "# Input of tests: nothing is installed from it. A project that a pull request moves there is an error.",
  "lockfiles:",
  `  exclude: [${fixturePatterns.map((pattern) => JSON.stringify(pattern)).join(", ")}]`
];
function policyText(baseline, today, extras) {
  const { leavesOut: leavesOutFixtures, branches, step, own, approvals = [], from } = extras;
  const expires = new Date(Date.parse(today) + grace * 864e5).toISOString().slice(0, 10);
  const carried = baseline?.carried ?? [];
  const lines = [
    "# Which dependencies this repository admits. `lockgate policy explain` prints every effective value.",
    "# It is read from the default branch: a pull request that changes it is judged by the version there.",
    "version: 1",
    ...stepLines(step),
    ...leavesOutFixtures ? fixtureLines : [],
    ...from?.lines ?? []
  ];
  if (branches.length > 0) {
    const shown2 = branches.slice(0, maxBranches).map((name) => JSON.stringify(name));
    lines.push(
      "# Branches that you maintain beside the default branch: what they lock counts as the past. Keep those that are protected like the",
      "# default branch, and remove the comment sign. A pull request into any other branch is also compared with the default branch.",
      `# baselines: [${shown2.join(", ")}]`
    );
  }
  lines.push(...approvals, ...own, ...leftLines(baseline, today));
  if (baseline === void 0) {
    lines.push("# What is already locked was not audited. `lockgate audit` lists what the rules would block.");
  } else if (carried.length > maxCarried) {
    lines.push(
      `# ${carried.length} of the packages that were locked on ${today} would be blocked: too many for exceptions. A pull request is`,
      "# judged by what it changes only; `lockgate audit` lists them."
    );
  }
  const translated = from?.exceptions ?? [];
  const waived = carried.length > maxCarried ? [] : carried;
  const locked = `# Already locked on ${today}. Each entry expires on ${expires}: review it before, and remove it or give it its own reason.`;
  if (translated.length > 0) lines.push("exceptions:", ...translated, ...waived.length > 0 ? [`  ${locked}`] : []);
  if (waived.length > 0) {
    lines.push(
      ...translated.length > 0 ? [] : [locked, "exceptions:"],
      ...waived.map(
        ({ package: name, rules: rules2 }) => `  - { package: ${JSON.stringify(name)}, rules: [${rules2.join(", ")}], reason: "Locked before the gate was added (${today}).", expires: ${expires} }`
      )
    );
  }
  return `${lines.join("\n")}
`;
}
function leftLines(baseline, today) {
  if (baseline === void 0) return [];
  const { carried, open: open2, unjudged } = baseline;
  if (carried.length + open2.length + unjudged.length === 0) {
    return [`# These rules block nothing that was locked on ${today}.`];
  }
  return [
    ...open2.length > 0 ? [
      `# ${plural(open2.length, "finding")} about what was locked on ${today} must be fixed first, because no exception can cover`,
      "# them: `lockgate audit` lists them."
    ] : [],
    ...unjudged.length > 0 ? [
      `# ${plural(unjudged.length, "finding")} could not be judged on ${today}, because evidence was unavailable: nothing is waived for`,
      "# them. `lockgate audit` lists them."
    ] : []
  ];
}
var guarded = [
  "/.github/dependency-policy.yml",
  "/.github/dependency-approvals/",
  "/.github/workflows/",
  "/.github/CODEOWNERS",
  "/CODEOWNERS"
];
function ownersLines(owners, isOwned) {
  const missing = guarded.filter((path) => !isOwned(path.slice(1) + (path.endsWith("/") ? "file" : "")));
  return missing.map((path) => `${path} ${owners.join(" ")}`);
}

// src/init/own-packages.ts
var MAX_NAMES = 10;
var NAME = /^(?:@[a-z0-9][\w.~-]*\/)?[a-z0-9][\w.~-]*$/i;
function ownPatterns(manifests) {
  const names2 = manifests.flatMap(({ name, isPrivate }) => isPrivate || !NAME.test(name ?? "") ? [] : [name ?? ""]);
  const scoped = names2.flatMap((name) => name.startsWith("@") ? [`${name.split("/", 1)[0] ?? ""}/*`] : []);
  const others2 = names2.filter((name) => !name.startsWith("@"));
  return [.../* @__PURE__ */ new Set([...scoped, ...others2])].sort().slice(0, MAX_NAMES);
}
function repositoryAddress(remote) {
  const [, host, path] = /^(?:https:\/\/(?:[^@/]+@)?|ssh:\/\/git@|git@)([\w.-]+)(?::\d+)?[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
    remote ?? ""
  ) ?? [];
  return host === void 0 || path === void 0 ? void 0 : `https://${host}/${path}`;
}
var DAYS = 364;
function ownLines(patterns, address, today) {
  if (patterns.length === 0) return [];
  const end = new Date(Date.parse(today) + DAYS * 864e5).toISOString().slice(0, 10);
  return [
    "# Your own packages: with these lines, what this repository publishes with provenance need not wait. Name the workflow that",
    "# publishes, and remove the comment signs.",
    "# publishers:",
    `#   - packages: [${patterns.map((each) => JSON.stringify(each)).join(", ")}]`,
    `#     identity: { sourceRepository: "${address ?? "https://github.com/OWNER/NAME"}", workflow: ".github/workflows/release.yml", ref: "refs/heads/main" }`,
    `#     start: ${today}`,
    `#     end: ${end}`,
    "#     waives: [cooldown, new-package]",
    "#     reason: Our own packages, released from a reviewed branch."
  ];
}

// src/init/from/option.ts
var severities = ["low", "moderate", "high", "critical"];
var nothing = (why) => ({ is: "nothing", why });
var noCounterpart = (why) => ({ is: "no-counterpart", why });
var looser = (why) => ({ is: "looser", why });
var ruled = (rule, option) => ({
  is: "rule",
  wish: { rule, ...option && { option } }
});
function shown(value) {
  const one = (each) => scalarOf(each) ?? "\u2026";
  return visible(Array.isArray(value) ? value.map(one).join(", ") : one(value ?? null), 60);
}

// src/init/from/settle.ts
var MAX_ENTRIES = 100;
function settle(translations, policy) {
  const options = translations.flatMap(({ path, options: all }) => all.map((option) => ({ ...option, path })));
  const strictest = strictestOf(options);
  const rules2 = /* @__PURE__ */ new Map();
  const entries = { deny: /* @__PURE__ */ new Map(), exceptions: /* @__PURE__ */ new Map() };
  const comments = [];
  const settled = options.map((option) => {
    const about = { option: wordsOf(option), from: placeOf(option) };
    const { becomes } = option;
    switch (becomes.is) {
      case "nothing":
        return { ...about, without: "nothing needed", why: becomes.why };
      case "no-counterpart":
        return { ...about, without: "no counterpart", why: becomes.why };
      case "looser":
        return { ...about, without: "not taken over", why: becomes.why };
      case "unknown":
        return { ...about, without: "unknown option", why: becomes.why };
      case "comment": {
        if (becomes.value === policy.comment) return { ...about, without: "nothing needed", why: hasIt(policy) };
        if (comments.length > 0) return { ...about, without: "not taken over", why: "an earlier file says it already" };
        comments.push(option);
        return { ...about, line: `report.comment: ${becomes.value}`, why: "" };
      }
      case "entry": {
        const list = entries[becomes.list];
        if (!list.has(becomes.text) && list.size >= MAX_ENTRIES) {
          const why = `more than ${MAX_ENTRIES} entries are not taken over; write it by hand`;
          return { ...about, without: "not taken over", why };
        }
        if (!list.has(becomes.text)) list.set(becomes.text, option);
        const [, selector = ""] = /^\{ package: ("(?:[^"\\]|\\.)*")/.exec(becomes.text) ?? [];
        return { ...about, line: `${becomes.list}: ${selector}`, why: "" };
      }
      case "rule": {
        const { wish } = becomes;
        const found = judge(wish, policy, strictest);
        if ("why" in found) return { ...about, ...found };
        rules2.set(wish.rule, [...rules2.get(wish.rule) ?? [], { ...found.taken, option }]);
        return { ...about, line: found.says, why: "" };
      }
    }
  });
  const [comment] = comments;
  const [firstDenied] = entries.deny.values();
  if (firstDenied !== void 0 && policy.settings.get("deny")?.level !== "error") {
    rules2.set("deny", [{ wish: { rule: "deny" }, raises: true, option: firstDenied }]);
  }
  return {
    settled,
    lines: [
      ...rules2.size === 0 ? [] : ["rules:", ...[...rules2].flatMap(([rule, all]) => ruleLines(rule, all))],
      ...listLines("deny", entries.deny),
      ...comment?.becomes.is === "comment" ? ["report:", `  # ${origin(comment)}`, `  comment: ${comment.becomes.value}`] : []
    ],
    exceptions: listLines("exceptions", entries.exceptions).slice(1)
  };
}
var placeOf = ({ path, line }) => visible(line === void 0 ? path : `${path}:${line}`);
var wordsOf = ({ name, value, line }) => visible(`${name}${value === void 0 ? "" : `: ${value}`}`, 120) + (line === void 0 && value !== void 0 ? " (default)" : "");
var origin = (option) => `${placeOf(option)}, ${wordsOf(option)}`;
function strictestOf(options) {
  const found = /* @__PURE__ */ new Map();
  for (const { becomes } of options) {
    if (becomes.is !== "rule" || becomes.wish.option === void 0) continue;
    const { rule, option } = becomes.wish;
    const before = found.get(rule);
    if (before === void 0 || isStricter(option, before)) found.set(rule, option);
  }
  return found;
}
function isStricter(one, other) {
  if (one.name === "minimumSeverity") {
    return severities.indexOf(one.value) < severities.findIndex((each) => each === other.value);
  }
  if (one.name === "minimumReleaseAge") return milliseconds(one.value) > milliseconds(String(other.value));
  return false;
}
var isSame = (one, other) => {
  if (one.name === "minimumReleaseAge") return milliseconds(one.value) === milliseconds(String(other.value));
  return JSON.stringify([one.value].flat().toSorted()) === JSON.stringify([other.value].flat().toSorted());
};
function judge({ rule, option }, policy, strictest) {
  const setting = policy.settings.get(rule);
  const isError = setting?.level === "error";
  const same = { without: "nothing needed", why: hasIt(policy) };
  if (option === void 0) {
    return isError ? same : { taken: { wish: { rule }, raises: true }, says: `rules.${rule}: error` };
  }
  const most2 = strictest.get(rule);
  if (most2 !== void 0 && !isSame(option, most2)) {
    const why = `another value of the same option is ${option.name === "allow" ? "taken over; join the lists by hand" : "stricter and counts"}`;
    return { without: "not taken over", why };
  }
  const theirs = setting?.options?.[option.name];
  const taken = { wish: { rule, option }, raises: !isError };
  const says = `rules.${rule}.${option.name}: ${flow(option.value)}`;
  if (setting === void 0 || setting.level === "off") return { taken, says };
  const before = { name: option.name, value: theirs };
  if (isSame(option, before)) return isError ? same : { taken, says: `rules.${rule}: error` };
  if (isStricter(option, before) || !isError && option.name !== "allow") return { taken, says };
  const line = `rules: { ${rule}: { ${option.name}: ${flow(option.value)} } }`;
  const less = option.name === "allow" ? `the policy has another list; join them by hand: ${line}` : `it would let more through than ${policy.source}, which asks for ${wordsOfValue(theirs)}; if you mean it, write ${line}`;
  return { without: "not taken over", why: less };
}
var hasIt = ({ source }) => `${source} has it`;
var wordsOfValue = (value) => typeof value === "string" && /^\d+[hd]$/.test(value) ? spelled(value) : quoted(String(value), 40);
var flow = (value) => typeof value === "string" ? value : `[${value.map((each) => JSON.stringify(each)).join(", ")}]`;
function ruleLines(rule, all) {
  const option = all.find(({ wish }) => wish.option !== void 0)?.wish.option;
  const comments = [...new Set(all.map(({ option: of }) => `  # ${origin(of)}`))];
  const level = all.some(({ raises }) => raises) ? "level: error, " : "";
  const setting = option === void 0 ? "error" : `{ ${level}${option.name}: ${flow(option.value)} }`;
  return [...comments, `  ${rule}: ${setting}`];
}
function listLines(name, entries) {
  if (entries.size === 0) return [];
  const lines = [`${name}:`];
  let before = "";
  for (const [text, option] of entries) {
    const comment = `  # ${origin(option)}`;
    if (comment !== before) lines.push(comment);
    before = comment;
    lines.push(`  - ${text}`);
  }
  return lines;
}

// src/init/from/words.ts
function fromWords(translations, settled) {
  const files = [...new Map(translations.map((each) => [each.path, each])).values()];
  const said = (is) => settled.filter(is).length;
  const isSame2 = ({ option, from }, before) => before?.option === option && before.from === from;
  const rows = settled.map(({ option, from, line, without, why }, at, all) => [
    ...isSame2({ option, from, why }, all[at - 1]) ? [[""], [""]] : [wrap(option, "", 30), wrap(from, "", 30)],
    wrap(line ?? `${without ?? ""}: ${why}`, "", 60)
  ]);
  const left = ["not taken over", "no counterpart", "unknown option"].map(
    (each) => [each, said(({ without }) => without === each)]
  );
  return [
    ...files.map(({ tool, page, path }) => `Read ${quoted(path)} of ${tool}; ${page} of lockgate says more.`),
    "",
    ...rows.length === 0 ? ["There is no option in it."] : inColumns([[["option"], ["from"], ["becomes"]], ...rows]),
    "",
    `In all: ${said(({ line }) => line !== void 0)} in the policy, ${said(({ without }) => without === "nothing needed")} not needed${left.filter(([, count]) => count > 0).map(([each, count]) => `, ${count} ${each}`).join("")}.`
  ];
}

// src/init/what-is-left.ts
var maxNamed = 5;
var notAudited = "What is already locked could not be audited: run `lockgate audit` where the registry can be reached.";
var notAuditedUnderKept = "What is already locked was not audited: `lockgate audit` judges it under the policy that is kept.";
function whatIsLeft({ baseline, errors, isKept }) {
  const { carried = [], open: open2 = [], unjudged = [] } = baseline ?? {};
  return [
    "",
    ...errors.map((error) => `not read: ${error}`),
    ...baseline === void 0 ? [isKept ? notAuditedUnderKept : notAudited] : [],
    ...carriedLines(carried.length, isKept),
    ...unjudgedLines(unjudged),
    ...openLines(open2)
  ];
}
function carriedLines(count, isKept) {
  if (count === 0) return [];
  if (isKept) {
    return [
      `${plural(count, "already locked package version")} would be blocked under the policy that is kept: run \`lockgate audit\` to see them.`
    ];
  }
  return count > maxCarried ? [
    `${count} packages that are already locked would be blocked, too many for exceptions: run \`lockgate audit\` to see them.`
  ] : [`${plural(count, "already locked package version")} waived by name for 90 days.`];
}
function unjudgedLines(unjudged) {
  if (unjudged.length === 0) return [];
  const [example] = [...byCause(unjudged)].sort((one, other) => other.length - one.length);
  return [
    `${plural(unjudged.length, "finding")} could not be judged, because evidence was unavailable; nothing is waived for them. Run \`lockgate audit\` to see them.`,
    ...example === void 0 ? [] : [`not judged, for example: ${causeOf(example)}`]
  ];
}
function openLines(open2) {
  const shown2 = byCause(open2).slice(0, maxNamed);
  return [...shown2.map((group) => `fix first, no exception can cover it: ${causeOf(group)}`), ...moreLine(open2, shown2)];
}
function byCause(findings) {
  const groups = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const key = [finding.rule, ...finding.codes].join(" ");
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}
function causeOf(group) {
  const [{ rule, message }] = group;
  const named = [...new Set(group.map(subjectOf))];
  const more = named.length > maxNamed ? ` and ${named.length - maxNamed} more` : "";
  const isOfFirst = group.some((other) => other.message !== message);
  return `${named.slice(0, maxNamed).join(", ")}${more} [${rule}] ${isOfFirst ? "the first: " : ""}${message}`;
}
var subjectOf = ({ name, version, lockfile }) => name === null ? quoted(lockfile) : quoted(`${name}@${version ?? ""}`);
function moreLine(all, shown2) {
  const rest = all.length - shown2.flat().length;
  if (rest === 0) return [];
  const others2 = `${rest} more ${rest === 1 ? "finding" : "findings"}`;
  return [`${others2} must be fixed first (${all.length} in all): run \`lockgate audit\` to see them.`];
}

// src/cli/init-files.ts
import { lstat, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
async function writeNew(folder, path, text) {
  await demandFolders(folder, path);
  try {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { flag: "wx" });
    return `wrote ${path}`;
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown reason";
    if (code === "EEXIST") return keptWords(path);
    throw new GateFailure("usage", `cannot be written (${code})`, { path });
  }
}
async function demandFolders(folder, path) {
  const segments = path.split("/");
  for (let length = 1; length < segments.length; length += 1) {
    const part = segments.slice(0, length).join("/");
    const found = await lstat(join(folder, part)).catch(() => void 0);
    if (found !== void 0 && !found.isDirectory()) {
      throw new GateFailure("usage", "is not a folder; nothing is written there", { path: part });
    }
  }
}
var keptWords = (path) => `kept ${path}: it exists already`;
async function isThere(folder, path) {
  return await lstat(join(folder, path)).catch(() => void 0) !== void 0;
}

// src/cli/init-from.ts
import { readFile, realpath, stat } from "node:fs/promises";
import { basename, isAbsolute, relative, resolve, sep } from "node:path";

// src/init/from/purls.ts
var import_semver = __toESM(require_semver(), 1);
function selectedBy(purl) {
  const [, type, rest] = /^pkg:\/*([A-Za-z][\w.+-]*)\/(.*)$/s.exec(purl.trim()) ?? [];
  if (type === void 0 || rest === void 0) return { is: "unclear" };
  if (!/^npm$/i.test(type)) return { is: "other" };
  if (/[?#]/.test(rest)) return { is: "unclear" };
  const text = decoded(rest);
  if (text === void 0) return { is: "unclear" };
  const group = /^(@[^/@]+)\/?$/.exec(text)?.[1];
  if (group !== void 0) {
    return isPackageName(`${group}/x`) && !/[*?]/.test(group) ? { is: "group", scope: group } : { is: "unclear" };
  }
  const at = text.indexOf("@", 1);
  const name = at < 0 ? text : text.slice(0, at);
  const version = at < 0 ? void 0 : text.slice(at + 1);
  if (!isPackageName(name) || /[*?]/.test(name)) return { is: "unclear" };
  if (version === void 0) return { is: "package", name };
  return import_semver.default.valid(version) === version ? { is: "package", name, version } : { is: "unclear" };
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return void 0;
  }
}

// src/init/from/values.ts
function switchOf(value) {
  if (typeof value === "boolean") return value;
  const text = typeof value === "string" ? value.trim().toLowerCase() : "";
  return text === "true" ? true : text === "false" ? false : void 0;
}
function textsOf(value) {
  if (typeof value === "string") {
    return value.split(",").map((each) => each.trim()).filter((each) => each !== "");
  }
  if (!Array.isArray(value)) return void 0;
  const all = value;
  const texts = all.filter((each) => typeof each === "string").map((each) => each.trim());
  return texts.length === all.length ? texts : void 0;
}
var isExpression = (value) => typeof value === "string" && value.includes("${{");

// src/init/from/dependency-review.ts
function givenIn(object, line) {
  const given = /* @__PURE__ */ new Map();
  object.forEach((key, value, offset) => given.set(key.replaceAll("_", "-"), { value, line: line(offset) }));
  return given;
}
var tokens = nothing("the token of the workflow is enough: nothing else is read");
var retries = nothing("lockfiles are read from the commits themselves, so there is no snapshot to wait for");
var refs = nothing("the action reads them from the event; on the command line they are `check --base` and `--head`");
var scorecard = noCounterpart(
  "a Scorecard rates a repository, and lockgate judges the published version; keep the other action with `warn-only` for it"
);
var trusty = noCounterpart("the service is gone, and the action has no such option any more; remove it");
var grace2 = 90;
var known = {
  "fail-on-severity": (value) => {
    const severity = severities.find((each) => each === value);
    return severity === void 0 ? unclear("`low`, `moderate`, `high` or `critical`") : failFrom(severity);
  },
  "fail-on-scopes": (value) => {
    const scopes = textsOf(value);
    if (scopes === void 0) return unclear("a list of scopes");
    return ["runtime", "development"].every((each) => scopes.includes(each)) ? nothing("dependencies of every type are judged") : allTypes;
  },
  "allow-licenses": (value, { given }) => allowedLicenses(value, given),
  "deny-licenses": (value) => textsOf(value) === void 0 ? unclear("a list of licenses") : noCounterpart(
    "a list of what is forbidden lets every unknown license in; list what is allowed: `rules: { license: { level: error, allow: [MIT, ISC] } }`"
  ),
  "allow-dependencies-licenses": licenseExceptions,
  "allow-ghsas": (value) => {
    const ids = textsOf(value) ?? [];
    if (ids.length === 0) return nothing("the list is empty");
    return looser(
      "it accepts an advisory for every package and for ever; an exception names the package and a day: `exceptions: [{ package, rules: [advisory], advisories, reason, expires }]`"
    );
  },
  "license-check": (value, { given }) => {
    const isOn2 = switchOf(value);
    if (isOn2 === void 0) return unclear("`true` or `false`");
    if (isOn2) return nothing("the rule `license` is on where a list says what is allowed");
    return nothing(
      given.has("allow-licenses") ? "the list of licenses is not written" : "the rule `license` is off without a list"
    );
  },
  "vulnerability-check": (value) => {
    const isOn2 = switchOf(value);
    if (isOn2 === void 0) return unclear("`true` or `false`");
    return isOn2 ? nothing("advisories are always asked for") : looser("it would switch off the rule `advisory`; if you mean it, write `rules: { advisory: off }`");
  },
  "deny-packages": (value, { pathOf }) => denied(value, pathOf, "deny-packages"),
  "deny-groups": (value, { pathOf }) => denied(value, pathOf, "deny-groups"),
  "comment-summary-in-pr": (value) => {
    const when = {
      always: "always",
      true: "always",
      "on-failure": "findings",
      never: "never",
      false: "never"
    };
    const text = scalarOf(value) ?? "";
    return Object.hasOwn(when, text) ? { is: "comment", value: when[text] } : unclear("`always`, `on-failure` or `never`");
  },
  "warn-only": (value) => {
    const isOn2 = switchOf(value);
    if (isOn2 === void 0) return unclear("`true` or `false`");
    return isOn2 ? looser("nothing would fail; to begin like that, run `init --preset audit`, or write `mode: observe`") : nothing("the check fails where the policy says so");
  },
  "show-openssf-scorecard": (value) => switchOf(value) === false ? nothing("no scores are shown") : scorecard,
  "warn-on-openssf-scorecard-level": () => scorecard,
  "show-patched-versions": () => nothing("a finding about an advisory always names the versions that fix it"),
  "retry-on-snapshot-warnings": () => retries,
  "retry-on-snapshot-warnings-timeout": () => retries,
  "base-ref": () => refs,
  "head-ref": () => refs,
  "repo-token": () => tokens,
  "external-repo-token": () => tokens,
  "config-file": () => nothing("its options are in this table"),
  "trusty-scores": () => trusty,
  "trusty-retries": () => trusty,
  "trusty-show": () => trusty,
  "trusty-warn": () => trusty,
  "trusty-fail": () => trusty,
  "trusty-api": () => trusty,
  "trusty-ui": () => trusty
};
var secret = /* @__PURE__ */ new Set(["repo-token", "external-repo-token"]);
var isReviewOption = (name) => Object.hasOwn(known, name.replaceAll("_", "-"));
var unclear = (expected) => noCounterpart(`its value is not understood: expected ${expected}`);
var allTypes = looser(
  "it does not fail on other types; lockgate judges all, because development dependencies run on your machines and in CI. For less, write a profile with `apply: [{ profile, dependencyTypes: [dev] }]`"
);
var failFrom = (severity) => ruled("advisory", { name: "minimumSeverity", value: severity });
var defaults = [
  ["fail-on-severity", "low"],
  ["fail-on-scopes", "runtime"]
];
function reviewOptions(given, context, isWhole) {
  const options = [...given].flatMap(([name, { value, line }]) => {
    const translate2 = Object.hasOwn(known, name) ? known[name] : void 0;
    const option = { name, line, ...!secret.has(name) && { value: shown(value) } };
    if (translate2 === void 0) return [{ name, line, becomes: unknownOption(name) }];
    const fates = isExpression(value) ? [noCounterpart("its value is known only when the workflow runs; run `init --from` on a file with the value")] : [translate2(value, { ...context, given })].flat();
    return fates.map((becomes) => ({ ...option, becomes }));
  });
  if (!isWhole || switchOf(given.get("vulnerability-check")?.value) === false) return options;
  const assumed = defaults.filter(([name]) => !given.has(name));
  return [
    ...options,
    ...assumed.map(([name, value]) => ({
      ...{ name, value },
      becomes: name === "fail-on-severity" ? failFrom("low") : allTypes
    }))
  ];
}
function unknownOption(name) {
  const meant = nearest(name, Object.keys(known));
  return {
    is: "unknown",
    why: `the action has no such option${meant === void 0 ? "" : `; did you mean ${meant}?`} Nothing is written for it`
  };
}
var LICENSE = /^[A-Za-z0-9.-]+\+?(?: WITH [A-Za-z0-9.-]+)?$/;
function allowedLicenses(value, given) {
  const licenses = textsOf(value);
  if (licenses === void 0 || licenses.length === 0) return [unclear("a list of licenses")];
  if (switchOf(given.get("license-check")?.value) === false) return [nothing("`license-check` is false")];
  const isOne = (each) => LICENSE.test(each) && isLicense(each) && !each.startsWith("LicenseRef-");
  const taken = [...new Set(licenses.filter(isOne))];
  const left = licenses.filter((each) => !isOne(each));
  return [
    ...taken.length === 0 ? [] : [ruled("license", { name: "allow", value: taken })],
    ...left.map(
      (each) => noCounterpart(
        `${quoted(each, 60)} is not one license of the SPDX list, and the policy lists single ones; name those that it is made of`
      )
    )
  ];
}
function licenseExceptions(value, { today, pathOf, given }) {
  const purls = textsOf(value);
  if (purls === void 0) return [unclear("a list of package URLs")];
  const isOn2 = given.has("allow-licenses") && switchOf(given.get("license-check")?.value) !== false;
  if (!isOn2) return [nothing("the rule `license` is off without a list")];
  const expires = new Date(Date.parse(today) + grace2 * 864e5).toISOString().slice(0, 10);
  return purls.map((purl) => {
    const selected = selectedBy(purl);
    const selector = selected.is === "package" ? selectorOf(selected) : void 0;
    if (selector === void 0) return notOfNpm(purl, selected.is);
    return {
      is: "entry",
      list: "exceptions",
      text: `{ package: ${JSON.stringify(selector)}, rules: [license], reason: ${reason("allow-dependencies-licenses", pathOf)}, expires: ${expires} }`
    };
  });
}
function denied(value, pathOf, name) {
  const purls = textsOf(value);
  if (purls === void 0) return [unclear("a list of package URLs")];
  return purls.map((purl) => {
    const selected = selectedBy(purl);
    const isWanted = selected.is === (name === "deny-groups" ? "group" : "package");
    const selector = isWanted ? selectorOf(selected) : void 0;
    if (selector === void 0) return notOfNpm(purl, selected.is);
    const text = `{ package: ${JSON.stringify(selector)}, reason: ${reason(name, pathOf)} }`;
    return { is: "entry", list: "deny", text };
  });
}
function selectorOf(selected) {
  if (selected.is === "group") return `${selected.scope}/*`;
  if (selected.is !== "package") return void 0;
  return selected.version === void 0 ? selected.name : `${selected.name}@${selected.version}`;
}
var reason = (option, pathOf) => JSON.stringify(visible(`From ${option} in ${pathOf(option)}.`, 400));
function notOfNpm(purl, is) {
  return is === "other" ? noCounterpart(
    `${quoted(purl, 60)} is of another ecosystem, and lockgate judges packages of npm; keep the other action for it`
  ) : noCounterpart(`${quoted(purl, 60)} is not understood; write the entry by hand`);
}

// src/init/from/lockfile-lint.ts
var addresses = nothing(
  "every address is compared with the whole one that the registry of its scope has; nothing lowers that"
);
var unclear2 = (expected) => noCounterpart(`its value is not understood: expected ${expected}`);
var publicHosts = /^(?:npm|yarn|registry\.(?:npmjs\.org|yarnpkg\.com))$/;
var gitHosts = /* @__PURE__ */ new Set([
  "github.com",
  "codeload.github.com",
  "gitlab.com",
  "bitbucket.org",
  "git@github.com"
]);
var fromGit = "dependencies from git are findings of the rule `source`; to let a repository in at a full commit, write `rules: { source: { allow: [github.com/OWNER/NAME] } }`";
var known2 = {
  path: () => nothing("every lockfile of the repository is judged"),
  type: () => nothing("the format is read from the file itself"),
  format: () => nothing("the output is chosen on the command line: `--format`"),
  "validate-https": (value) => isOff(value) ? nothing("it is always checked") : addresses,
  "validate-package-names": (value) => isOff(value) ? nothing("it is always checked") : [addresses, ruled("alias")],
  "validate-integrity": (value) => isOff(value) ? nothing("it is always checked") : ruled("integrity"),
  "validate-integrity-strict": (value) => isOff(value) ? nothing("it is always checked") : ruled("integrity"),
  "integrity-exclude": (value) => {
    const names2 = textsOf(value);
    if (names2 === void 0) return unclear2("a list of packages");
    return names2.length === 0 ? nothing("the list is empty") : looser(
      "it waives integrity of every version for ever; what is locked already is not judged again, and for a change write `exceptions: [{ package, rules: [integrity], reason, expires }]`"
    );
  },
  "empty-hostname": (value) => isOff(value) ? ruled("source") : nothing("a dependency that has no address is judged by the rule `source`"),
  "allowed-hosts": (value) => {
    const hosts = textsOf(value);
    return hosts === void 0 ? unclear2("a list of hosts") : [...new Map(hosts.map((each) => [each, hostFate(each)])).values()];
  },
  "allowed-schemes": (value) => {
    const schemes = textsOf(value);
    if (schemes === void 0) return unclear2("a list of schemes");
    const others2 = schemes.filter((each) => each !== "https:");
    if (others2.length === 0) return [addresses, ruled("source")];
    return others2.map(
      (each) => each.startsWith("git") ? looser(fromGit) : looser(`${quoted(each, 40)} stays a finding: an address that is not https is never compared with less`)
    );
  },
  "allowed-urls": (value) => {
    const urls = textsOf(value);
    return urls === void 0 ? unclear2("a list of addresses") : urls.map(() => looser(fromGit));
  },
  "allowed-package-name-aliases": () => nothing("an alias that is locked already is not judged again; a new one is a finding of the rule `alias`")
};
var isOff = (value) => switchOf(value) === false;
function hostFate(host) {
  const name = host.replace(/^https?:\/\//, "").replace(/\/+$/, "");
  if (publicHosts.test(name)) return addresses;
  if (gitHosts.has(name)) return looser(fromGit);
  return noCounterpart(
    `a host is not an address: where ${quoted(name, 60)} is a registry that the committed settings (\`.npmrc\` and the like) name, nothing is needed; else write \`registries: [{ url, scopes }]\` with its whole address`
  );
}
var short = {
  ...{ p: "path", t: "type", s: "validate-https", n: "validate-package-names", i: "validate-integrity", f: "format" },
  ...{
    e: "empty-hostname",
    a: "allowed-hosts",
    o: "allowed-schemes",
    u: "allowed-urls",
    l: "allowed-package-name-aliases"
  }
};
function optionName(written) {
  const name = written.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return Object.hasOwn(short, name) ? short[name] : name;
}
var isLintOption = (written) => Object.hasOwn(known2, optionName(written));
function lintOption(written, value, line) {
  const name = optionName(written);
  const option = { name: written.length === 1 ? name : written, value: shown(value), line };
  const translate2 = Object.hasOwn(known2, name) ? known2[name] : void 0;
  if (translate2 !== void 0) return [translate2(value)].flat().map((becomes) => ({ ...option, becomes }));
  const meant = nearest(name, Object.keys(known2));
  const hint = meant === void 0 ? "" : `; did you mean ${meant}?`;
  return [
    {
      name: written,
      line,
      becomes: { is: "unknown", why: `lockfile-lint has no such option${hint} Nothing is written for it` }
    }
  ];
}
var lists = new Set(
  Object.keys(known2).filter((name) => name.startsWith("allowed-") || name === "integrity-exclude")
);
function lintFlags(script) {
  const words = [...script.matchAll(/"([^"]*)"|'([^']*)'|(&&|\|\||[;|])|([^\s"';&|]+)/g)].map(
    ([, double, single, end2, bare]) => ({ text: double ?? single ?? bare ?? "", isEnd: end2 !== void 0 })
  );
  const start = words.findIndex(({ text }) => /(?:^|\/)lockfile-lint(?:@[\w.^~-]+)?$/.test(text));
  if (start < 0) return void 0;
  const rest = words.slice(start + 1);
  const end = rest.findIndex(({ isEnd }) => isEnd);
  const options = /* @__PURE__ */ new Map();
  let current;
  for (const { text } of end < 0 ? rest : rest.slice(0, end)) {
    const [, flag, given] = /^--?([A-Za-z][\w-]*)(?:=(.*))?$/s.exec(text) ?? [];
    if (flag === void 0) {
      (current ?? (current = options.set("", []).get("") ?? [])).push(text);
      continue;
    }
    const isNegated = flag.startsWith("no-") && isLintOption(flag.slice(3));
    const name = isNegated ? flag.slice(3) : flag;
    current = options.get(name) ?? [];
    options.set(name, current);
    if (isNegated) current.push("false");
    if (given !== void 0) current.push(given);
  }
  return [...options].map(([name, values]) => [name, valueOf(name, values)]);
}
function valueOf(name, values) {
  if (lists.has(optionName(name))) return values;
  return values.length === 0 ? true : values.join(" ");
}

// src/init/from/manager-settings.ts
var scriptList = looser(
  "the list says whose scripts run, not that a new script is fine: the policy goes on judging hooks that are new or changed. To let a package have any, write `rules: { install-scripts: { allow: [NAME] } }`"
);
var read = nothing(
  "lockgate reads the setting itself, from the default branch: a hook that the manager would not run is a warning"
);
var allScripts = looser("every script would run; the policy judges hooks whatever the manager runs");
var names = looser(
  "the list exempts names, whoever publishes them; to let known publishers in without waiting, write `publishers`, and for one version an exception"
);
var installs = nothing("it is about what the manager does with its own store; lockgate judges the lockfile");
var gitSources = looser(
  "git repositories that the manager takes are still findings; to let one in at a full commit, write `rules: { source: { allow: [github.com/OWNER/NAME] } }`"
);
var isOff2 = (value) => scalarOf(value) === "false";
var isOn = (value) => scalarOf(value) === "true";
var known3 = {
  minReleaseAge: age,
  minimumReleaseAge: age,
  npmMinimalAgeGate: age,
  ...Object.fromEntries(
    ["minReleaseAgeExclude", "minimumReleaseAgeExclude", "minimumReleaseAgeExcludes", "npmPreapprovedPackages"].map(
      (key) => [key, () => names]
    )
  ),
  before: () => noCounterpart(
    "a fixed day keeps out every later fix; the policy has an age instead: `rules: { cooldown: { minimumReleaseAge: 7d } }`"
  ),
  minimumReleaseAgeStrict: () => nothing("the age is always required"),
  minimumReleaseAgeIgnoreMissingTime: ({ value }) => isOff2(value) ? nothing("a version without a publish time is a finding") : looser("a version without a publish time would pass; it stays a finding"),
  ignoreScripts: ({ value }) => isOn(value) ? read : allScripts,
  ignoreDepScripts: ({ value }) => isOn(value) ? read : allScripts,
  enableScripts: ({ value }) => isOff2(value) ? read : allScripts,
  dangerouslyAllowAllScripts: ({ value }) => isOff2(value) ? read : allScripts,
  dangerouslyAllowAllBuilds: ({ value }) => isOff2(value) ? read : allScripts,
  strictAllowScripts: () => read,
  strictDepBuilds: () => read,
  allowScripts: ({ value }) => isOff2(value) ? read : scriptList,
  allowBuilds: ({ value }) => isOff2(value) ? read : scriptList,
  onlyBuiltDependencies: () => scriptList,
  trustedDependencies: () => scriptList,
  neverBuiltDependencies: () => read,
  ignoredBuiltDependencies: () => read,
  blockExoticSubdeps: ({ value }) => isOn(value) ? ruled("source") : gitSources,
  allowGit: ({ value }) => scalarOf(value) === "none" ? ruled("source") : gitSources,
  allowRemote: ({ value }) => scalarOf(value) === "none" ? ruled("source") : gitSources,
  approvedGitRepositories: ({ value }) => Array.isArray(value) && value.length === 0 ? ruled("source") : gitSources,
  trustPolicy: ({ value }) => scalarOf(value) === "no-downgrade" ? ruled("trust-downgrade") : looser("less proof than before would pass; the rule `trust-downgrade` stays"),
  trustPolicyExclude: () => looser("the names would be exempt for ever; for one version write an exception with `rules: [trust-downgrade]`"),
  trustPolicyIgnoreAfter: () => looser(
    "old versions would pass with less proof; the rule `trust-downgrade` only warns about releases of 30 days and more"
  )
};
var prefixes = /^(?:install|pnpm)\./;
function spelled2(key) {
  const own = key.replace(prefixes, "");
  const [first = ""] = own.split(".", 1);
  return first.replace(/\[\]$/, "").replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
var MAX_HOURS = 87600;
function age({ file, key, value }) {
  const minutes = file === "package.json" ? waitingMinutes("pnpm-workspace.yaml", key.replace(prefixes, ""), value) : waitingMinutes(file, key, value);
  const hours = minutes === void 0 ? Infinity : Math.ceil(minutes / 60);
  if (hours > MAX_HOURS) {
    return noCounterpart(
      "its value is not understood as an age; write `rules: { cooldown: { minimumReleaseAge: 7d } }`"
    );
  }
  return ruled("cooldown", {
    name: "minimumReleaseAge",
    value: hours % 24 === 0 && hours > 0 ? `${hours / 24}d` : `${hours}h`
  });
}
var others = nothing(
  "they are not about ages, scripts, git sources or trust; lockgate reads registries and credentials itself"
);
function managerOptions(file, entries) {
  const options = [];
  let rest = 0;
  const seen = /* @__PURE__ */ new Set();
  for (const { key, line } of entries) {
    const name = spelled2(key);
    const translate2 = Object.hasOwn(known3, name) ? known3[name] : void 0;
    const found = classIn(tablesIn(file.name), key);
    if (translate2 !== void 0) {
      const own = key.replace(/\[\]$/, "");
      if (seen.has(own)) continue;
      seen.add(own);
      const value = settingValue(file, own);
      options.push({
        name: own,
        value: shown(value),
        line,
        becomes: translate2({ key: own, value, file: file.name })
      });
    } else if (found === "unknown") {
      options.push({
        name: key,
        line,
        becomes: {
          is: "unknown",
          why: "no package manager that reads this file is known to have it. Nothing is written for it"
        }
      });
    } else if (found.is === "install" && found.limits !== void 0) {
      options.push({ name: key, line, becomes: installs });
    } else rest += 1;
  }
  if (rest > 0) options.push({ name: `${rest} other ${rest === 1 ? "setting" : "settings"}`, becomes: others });
  return options;
}

// src/init/from/workflow.ts
var listOf = (value) => Array.isArray(value) ? value : [];
function reviewSteps({ value, line }) {
  if (!(value instanceof JsonObject) || !(value.get("jobs") instanceof JsonObject)) return void 0;
  return objectOf(value.get("jobs")).values.flatMap(
    (job) => listOf(objectOf(job).get("steps")).flatMap((step) => {
      const uses = objectOf(step).get("uses");
      if (typeof uses !== "string" || !/^actions\/dependency-review-action(?:@|$)/i.test(uses)) return [];
      return [{ line: line(objectOf(step).offsetOf("uses")), options: objectOf(objectOf(step).get("with")) }];
    })
  );
}

// src/init/from/yaml-file.ts
var import_yaml = __toESM(require_dist(), 1);
var MAX_DEPTH = 50;
var MAX_VALUES = 2e4;
function readYamlFile(text, path) {
  const refuse = (message, offset) => {
    throw new GateFailure("usage", message, { ...placeIn(path, text, offset) });
  };
  let document;
  try {
    document = (0, import_yaml.parseDocument)(text, { version: "1.2", schema: "core", uniqueKeys: false, logLevel: "error" });
  } catch {
    return refuse("This is not YAML that can be read; fix the file", 0);
  }
  const [problem] = document.errors;
  if (problem !== void 0) {
    const [sentence = ""] = problem.message.split("\n");
    return refuse(`This is not well-formed YAML: ${visible(sentence, 200)}; fix the file`, problem.pos[0]);
  }
  let values = 0;
  const valueOf2 = (node, depth) => {
    const offset = node?.range?.[0] ?? 0;
    if (depth > MAX_DEPTH || ++values > MAX_VALUES) refuse("The YAML is nested too deep, or repeats too much", offset);
    if ((0, import_yaml.isAlias)(node)) return valueOf2(node.resolve(document), depth + 1);
    if ((0, import_yaml.isScalar)(node)) return scalarOf2(node.value);
    if ((0, import_yaml.isSeq)(node)) return node.items.map((item) => valueOf2(item, depth + 1));
    return (0, import_yaml.isMap)(node) ? mapOf(node, depth) : null;
  };
  const mapOf = (node, depth) => {
    const members = /* @__PURE__ */ new Map();
    for (const { key, value: value2 } of node.items) {
      const offset = key.range?.[0] ?? 0;
      const name = (0, import_yaml.isScalar)(key) ? String(key.value) : refuse("A key of the YAML is no text", offset);
      if (members.has(name)) refuse(`The key ${quoted(name, 64)} is given twice; keep one`, offset);
      members.set(name, { value: valueOf2(value2, depth + 1), offset });
    }
    const all = [...members.values()];
    return new JsonObject(
      node.range?.[0] ?? 0,
      [...members.keys()],
      all.map(({ value: value2 }) => value2),
      all.map(({ offset }) => offset)
    );
  };
  const value = valueOf2(document.contents, 0);
  return { path, value, line: (offset) => placeIn(path, text, offset).line };
}
var scalarOf2 = (value) => typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;

// src/init/from/recognise.ts
var faults = oneFault("usage", "fix the file");
var review = { tool: "actions/dependency-review-action", page: "docs/from-dependency-review.md" };
var lint = { tool: "lockfile-lint", page: "docs/from-lockfile-lint.md" };
var manager = { tool: "a package manager", page: "docs/from-manager-settings.md" };
var recognised = "init --from reads a configuration of actions/dependency-review-action or a workflow that uses it, .lockfile-lintrc (.json, .yaml, .yml), package.json, .npmrc, pnpm-workspace.yaml, .yarnrc.yml and bunfig.toml";
async function translate(file, today, named) {
  const { path } = file;
  const name = path.slice(path.lastIndexOf("/") + 1);
  const context = { today, pathOf: () => path };
  if (/^(?:\.lockfile-lintrc|lockfile-lint\.config)\.[cm]?js$/.test(name)) {
    throw new GateFailure(
      "usage",
      "This is a program, which lockgate does not run; write its options as .lockfile-lintrc.json",
      { path }
    );
  }
  if (/^\.lockfile-lintrc(?:\.json|\.ya?ml)?$/.test(name)) {
    return [{ ...lint, path, options: lintMembers(rootOf(readYamlFile(textOf(file), path))) }];
  }
  if (name === "package.json") return ofManifest(file);
  if (isManagerFile(name)) return [{ ...manager, path, options: await ofManager(file, name) }];
  if (!/\.ya?ml$/.test(name)) throw unknown(path);
  const keyed = readYamlFile(textOf(file), path);
  const steps2 = reviewSteps(keyed);
  if (steps2 !== void 0) {
    if (steps2.length === 0) {
      throw new GateFailure(
        "usage",
        "This workflow does not use actions/dependency-review-action; name the file that does",
        { path }
      );
    }
    return (await Promise.all(steps2.map(({ options }) => ofStep(keyed, options, context, named)))).flat();
  }
  const root = keyed.value;
  if (!(root instanceof JsonObject) || !root.keys.some(isReviewOption)) throw unknown(path);
  return [{ ...review, path, options: reviewOptions(givenIn(root, keyed.line), context, true) }];
}
var unknown = (path) => new GateFailure("usage", `This file is not recognised: ${recognised}`, { path });
function textOf({ path, bytes }) {
  return decodeText(bytes, path, faults);
}
function rootOf(file) {
  if (file.value instanceof JsonObject) return { ...file, value: file.value };
  throw new GateFailure("usage", "This is not a mapping of options; fix the file", { path: file.path });
}
var lintMembers = ({ value, line }) => value.keys.flatMap((key, at) => lintOption(key, value.values[at] ?? null, line(value.offsets[at] ?? 0)));
async function ofStep(keyed, options, context, named) {
  const { path } = keyed;
  const own = givenIn(options, keyed.line);
  const config = own.get("config-file");
  if (config === void 0) return [{ ...review, path, options: reviewOptions(own, context, true) }];
  const local = localPath(config.value);
  if (local === void 0) {
    const rest = reviewOptions(new Map([...own].filter(([name]) => name !== "config-file")), context, false);
    const elsewhere = {
      ...{ name: "config-file", value: shown(config.value), line: config.line },
      becomes: {
        is: "no-counterpart",
        why: "the file is in another repository, or its path is known only when the workflow runs; fetch it, and run `init --from` on it too"
      }
    };
    return [{ ...review, path, options: [elsewhere, ...rest] }];
  }
  const file = await named(local);
  const root = rootOf(readYamlFile(textOf(file), file.path));
  const written = givenIn(root.value, root.line);
  const theirs = new Map([...written].filter(([name]) => !own.has(name)));
  const replaced = [...written].filter(([name]) => own.has(name));
  const both = new Map([...theirs, ...own]);
  const all = reviewOptions(both, { ...context, pathOf: (name) => theirs.has(name) ? file.path : path }, true);
  const isTheirs = ({ name, line }) => theirs.get(name)?.line === line && theirs.has(name);
  return [
    { ...review, path, options: all.filter((option) => !isTheirs(option)) },
    { ...review, path: file.path, options: [...all.filter(isTheirs), ...replaced.map(replacedOption)] }
  ];
}
var replacedOption = ([name, { line }]) => ({
  ...{ name, line },
  becomes: nothing("the workflow has the option itself, and its value counts")
});
function localPath(value) {
  if (typeof value !== "string" || value.includes("${{") || /^[^/]+\/[^/]+\/[^@]+@./.test(value)) return void 0;
  return value.replace(/^\.\//, "");
}
async function ofManifest(file) {
  const { path } = file;
  const found = await readSettings("package.json", path, file.bytes);
  if (found.state !== "read") throw notRead(found.state === "unreadable" ? found.fault : void 0, path);
  const root = objectOf(found.value.value);
  const lineOf = (object, key) => found.value.line(object.offsetOf(key));
  const linting = objectOf(root.get("lockfile-lint"));
  const scripts = objectOf(root.get("scripts"));
  const options = [
    ...linting.keys.flatMap((key) => lintOption(key, linting.get(key) ?? null, lineOf(linting, key))),
    ...scripts.keys.flatMap((key) => {
      const script = scripts.get(key);
      const flags = typeof script === "string" ? lintFlags(script) : void 0;
      return (flags ?? []).flatMap(([name, value]) => lintOption(name, value, lineOf(scripts, key)));
    })
  ];
  const keys = managers.flatMap(({ settings }) => settings.manifestKeys).filter(([, key = ""]) => /^(?:pnpm|allowScripts|trustedDependencies)$/.test(key));
  const own = managerOptions(found, manifestSettings(found.value, keys));
  const both = [
    ...options.length === 0 ? [] : [{ ...lint, path, options }],
    ...own.length === 0 ? [] : [{ ...manager, path, options: own }]
  ];
  if (both.length > 0) return both;
  throw new GateFailure(
    "usage",
    "This manifest has no options of lockfile-lint (a key `lockfile-lint`, or a script that runs it) and no settings about install scripts; name the file that has them",
    { path }
  );
}
var isManagerFile = (name) => [".npmrc", "pnpm-workspace.yaml", ".yarnrc.yml", "bunfig.toml"].includes(name);
async function ofManager({ path, bytes }, name) {
  const found = await readSettings(name, path, bytes);
  if (found.state !== "read") throw notRead(found.state === "unreadable" ? found.fault : void 0, path);
  const entries = entriesOf(found);
  if (entries === void 0) {
    throw new GateFailure(
      "usage",
      "The file has a key that package managers read in different ways (an escape, or a variable); write it plainly",
      { path }
    );
  }
  return managerOptions(found, entries);
}
function entriesOf(file) {
  const { value } = file;
  if (isOf(file, ".npmrc")) return npmrcEntries(file.value);
  if (isOf(file, "bunfig.toml")) return bunfigEntries(file.value);
  return "root" in value && "isOneMapping" in value ? yamlEntries(value) : void 0;
}
var isOf = (file, name) => file.name === name;
function notRead(fault, path) {
  const { message = "the file cannot be read", line, column } = fault ?? {};
  return new GateFailure("usage", message, {
    path,
    ...line !== void 0 && { line },
    ...column !== void 0 && { column }
  });
}

// src/cli/init-from.ts
var MAX_BYTES = 256 * 1024;
async function readFrom(files, folder, today) {
  const translations = [];
  for (const file of files) {
    translations.push(...await translate(await open(resolve(file), folder), today, (path) => inside(folder, path)));
  }
  return translations;
}
async function inside(folder, path) {
  const place = { path: pathIn(folder, resolve(folder, path)) };
  const refuse = () => new GateFailure("usage", "is named by the workflow as `config-file`, and is not in the repository", place);
  const whole = await realpath(resolve(folder, path)).catch(() => void 0);
  if (whole === void 0 || !whole.startsWith(await realpath(folder) + sep)) throw refuse();
  return open(resolve(folder, path), folder);
}
async function open(file, folder) {
  const path = pathIn(folder, file);
  const found = await stat(file).catch(() => void 0);
  if (found?.isFile() !== true) {
    throw new GateFailure(
      "usage",
      `${found === void 0 ? "There is no such file" : "This is no file"}; name one with --from FILE`,
      { path }
    );
  }
  if (found.size > MAX_BYTES) {
    throw new GateFailure(
      "usage",
      `The file is larger than ${MAX_BYTES / 1024} KiB, the most that is read; name a smaller one`,
      { path }
    );
  }
  try {
    return { path, bytes: await readFile(file) };
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown reason";
    throw new GateFailure("usage", `cannot be read (${code})`, { path });
  }
}
function pathIn(folder, file) {
  const path = relative(folder, file);
  return path.startsWith("..") || isAbsolute(path) ? basename(file) : path.split(sep).join("/");
}

// src/cli/init-questions.ts
import { createInterface } from "node:readline";

// src/init/approvals.ts
function approvalsLines({ users, teams, keys }) {
  return [
    "approvals:",
    "  approvers:",
    ...listed("    teams:", teams, ({ slug, id }) => `      - { slug: ${JSON.stringify(slug)}, id: ${id} }`),
    ...listed("    users:", users, ({ login, id }) => `      - { login: ${JSON.stringify(login)}, id: ${id} }`),
    ...listed("  keys:", keys, ({ id, key }) => `    - { id: ${id}, key: ${JSON.stringify(key)} }`),
    ...keys.length === 0 ? [] : ["  ownChanges: security-key"]
  ];
}
var listed = (key, all, line) => all.length === 0 ? [] : [key, ...all.map(line)];
var proposedLines = (proposed) => [
  "# Who may let in by a comment what this policy blocks. Once this file is on the default branch, remove the comment signs in a pull",
  "# request that changes nothing else: the first approvers come alone. `lockgate doctor` then compares ids, logins and teams.",
  ...approvalsLines(proposed).map((line) => `# ${line}`)
];
function proposedWords({ users, teams, keys }, isKept) {
  const who = [
    ...teams.map(({ slug }) => `the team ${quoted(slug)}`),
    ...teams.length === 0 ? users.map(({ login }) => quoted(login)) : [plural(users.length, "account")]
  ];
  const where = isKept ? "Add these lines to the policy" : "The policy has them commented out: remove the comment signs, once it is on the default branch,";
  const own = users.length === 1 && keys.length === 0;
  return [
    `Who may approve: ${who.join(", ")}. ${where} in a pull request that changes nothing else; the first approvers come alone.`,
    ...teams.length === 0 ? [] : [
      "Members of a team count by their ids; the team itself is asked only where an organisation requires the workflow."
    ],
    ...own ? ["One account cannot approve what it proposes itself: list one more under `approvals.approvers.users`."] : [],
    ...keys.length === 1 ? ["One key can be lost, and then only an administrator can merge past the check: add a second."] : []
  ];
}
var makesKey = "ssh-keygen -t ed25519-sk -O application=ssh:lockgate -O verify-required";
var withoutKeyWords = [
  `You are the only person who may write here, and nobody approves their own change. With security keys you can: make two (\`${makesKey}\`), and run init again, or list them under \`approvals.keys\`.`,
  "Without a key an exception, or a record, on the default branch is worth what write access is worth: whoever has your token, your agent too, can put one there."
];
var keysWhy = [
  "You are the only person who may write here. With a security key you can decide about your own changes, which no agent with your token",
  `can: it takes your touch and PIN. Two keys, because one can be lost. Make each with \`${makesKey}\`.`
];
function idWords(owners, why) {
  const lines = (owners.length === 0 ? ["@LOGIN"] : owners).map((owner) => {
    const [, org, team] = /^@([^/]+)\/(.+)$/.exec(owner) ?? [];
    return org === void 0 || team === void 0 ? `    gh api users/${owner.slice(1)} --jq .id` : `    gh api orgs/${org}/teams/${team} --jq .id`;
  });
  return [
    `Nobody may approve yet: ${why}. An approver is listed under \`approvals.approvers\` in the policy by a numeric id, in a pull request of its own:`,
    ...lines
  ];
}

// src/init/questions.ts
var stepQuestion = {
  why: [
    "What shall the check block to begin with? Everything else is reported. You can take the next step at any time.",
    ...presetNames.map((name, at) => `  ${at + 1}  ${name.padEnd(13)}${steps[name].blocks}`)
  ],
  asks: "Step",
  byDefault: "recommended",
  read: (answer) => presetNames.find((name, at) => name === answer.toLowerCase() || `${at + 1}` === answer),
  expected: `${presetNames.join(", ")}, or its number`
};
var audienceQuestion = (isTeam) => ({
  why: [
    "Who works on this repository? One person needs two files: the policy and the workflow. A team also needs code owners (else",
    "whoever proposes a dependency can change the policy), comments on forks, the hourly rerun and the daily audit."
  ],
  asks: "Person or team",
  byDefault: isTeam ? "team" : "person",
  read: (answer) => {
    const word = answer.toLowerCase();
    return ["person", "team"].find((each) => each === word || each[0] === word);
  },
  expected: "person or team"
});
var ownerQuestion = (known4) => ({
  why: [
    "Who decides about the policy? This user or team owns its files in CODEOWNERS, and GitHub asks them for a review. They may also let in",
    "by a comment what the policy blocks."
  ],
  asks: "Owner",
  byDefault: known4 ?? "decide later",
  read: (answer) => isOwner(answer) || answer === "decide later" ? answer : void 0,
  expected: "a user or a team, such as @octocat or @acme/security"
});
var keysQuestion = (read2) => ({
  why: keysWhy,
  asks: "Files of two public keys (.pub)",
  byDefault: "none",
  read: read2,
  expected: "the paths of .pub files of security keys that were made so, or none"
});
var botsQuestion = (bots) => ({
  why: [
    `May the settings of ${bots} be edited, so that a release is proposed once it is old enough for the policy? Else such pull requests wait.`
  ],
  asks: "Edit, yes or no",
  byDefault: "yes",
  read: (answer) => /^y(?:es)?$/i.test(answer) ? true : /^no?$/i.test(answer) ? false : void 0,
  expected: "yes or no"
});
var isOwner = (text) => /^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\/[A-Za-z0-9][\w.-]{0,99})?$/.test(text);

// src/cli/init-questions.ts
var ownTerminal = () => process.stdin.isTTY && process.stdout.isTTY ? { input: process.stdin, output: process.stdout, isRaw: true } : void 0;
var MAX_TRIES = 3;
async function askAll({ hasPolicy, owner, bots, ...known4 }, terminal) {
  const { input, output, isRaw } = terminal;
  const reader = createInterface({ input, output, terminal: isRaw });
  let isOpen = true;
  reader.once("close", () => {
    isOpen = false;
  });
  const lines = reader[Symbol.asyncIterator]();
  const asked = async (question) => {
    output.write(`
${question.why.join("\n")}
`);
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const prompt = `${question.asks} [${question.byDefault}]: `;
      reader.setPrompt(prompt);
      if (isOpen) reader.prompt();
      else output.write(prompt);
      const line = await lines.next();
      if (line.done === true) throw unanswered("The questions were not answered");
      const answer = question.read(line.value.trim() === "" ? question.byDefault : line.value.trim());
      if (answer !== void 0) return answer;
      output.write(`Answer ${question.expected}, or press Enter for ${question.byDefault}.
`);
    }
    throw unanswered(`No answer was ${question.expected}`);
  };
  try {
    output.write("Press Enter to take what is in brackets, Ctrl-C to leave without writing anything.\n");
    const step = hasPolicy ? stepQuestion.byDefault : await asked(stepQuestion);
    const { writers = 0, readKeys: readKeys2 } = known4;
    const audience = await asked(audienceQuestion(writers > 1));
    const named = audience === "team" ? await asked(ownerQuestion(owner)) : void 0;
    const isAlone = audience === "person" && writers === 1 && !hasPolicy;
    const keys = isAlone && readKeys2 !== void 0 ? await asked(keysQuestion(readKeys2)) : [];
    const setsUpBots = bots.length === 0 || await asked(botsQuestion(bots.join(" and ")));
    output.write("\n");
    return { step, audience, owner: named?.startsWith("@") === true ? named : void 0, setsUpBots, keys };
  } finally {
    reader.close();
  }
}
var unanswered = (why) => new GateFailure("usage", `${why}: nothing was written; run it again, or take the defaults with --yes`);

// src/cli/init-owners.ts
import { readFile as readFile2, writeFile as writeFile2 } from "node:fs/promises";
import { join as join2 } from "node:path";
async function guardGate(folder, dryRun, owner) {
  const texts = await ownersTexts(folder);
  const at = texts.findIndex((text2) => text2 !== void 0);
  const path = ownersPaths[at] ?? ownersPaths[0];
  const text = texts[at] ?? "";
  const lines = readOwners(text);
  const specific = lines.filter(({ owns }) => !owns("lockgate-owns-this-only-by-a-line-for-everything"));
  const known4 = owner === void 0 ? await knownOwners(folder) : [owner];
  const missing = ownersLines(known4.length > 0 ? known4 : ["@OWNER"], (each) => ownersOf(specific, each).length > 0);
  if (missing.length === 0) return [`kept ${path}: the gate already has code owners`];
  const block = `# The dependency gate: whoever may change these files decides what is admitted.
${missing.join("\n")}
`;
  if (dryRun || known4.length === 0) {
    return [`add to ${path}${known4.length === 0 ? ", with a user or team instead of @OWNER" : ""}:`, block];
  }
  const whole = text === "" || text.endsWith("\n") ? text : `${text}
`;
  await demandFolders(folder, path);
  if (at < 0) return [await writeNew(folder, path, block)];
  await writeFile2(join2(folder, path), `${whole}${whole === "" ? "" : "\n"}${block}`);
  return [`added ${plural(missing.length, "line")} to ${path}`];
}
var ownersTexts = (folder) => Promise.all(ownersPaths.map((path) => readFile2(join2(folder, path), "utf8").catch(() => void 0)));
async function knownOwners(folder) {
  const text = (await ownersTexts(folder)).find((each) => each !== void 0) ?? "";
  const owners = ownersOf(readOwners(text), ".github/CODEOWNERS");
  return owners.length > 0 ? owners : ownerOfOrigin(folder);
}
async function addressOfOrigin(folder) {
  try {
    const [{ openRepository }, { originAddress }] = await Promise.all([
      import("./repository-git.js"),
      import("./repository-git-origin.js")
    ]);
    return await originAddress(await openRepository(folder));
  } catch {
    return void 0;
  }
}
async function ownerOfOrigin(folder) {
  const owner = /[/:]([A-Za-z0-9-]+)\/[^/:]+?(?:\.git)?\/?$/.exec(await addressOfOrigin(folder) ?? "")?.[1];
  return owner === void 0 ? [] : [`@${owner}`];
}

// src/cli/init-policy.ts
async function policyToAudit(kept, step, leavesOutFixtures, from) {
  if (kept === void 0) {
    const { lines: more = [], exceptions = [] } = from ?? {};
    const lines = [
      ...["version: 1", `extends: ${step}`, ...leavesOutFixtures ? fixtureLines : [], ...more],
      ...exceptions.length === 0 ? [] : ["exceptions:", ...exceptions]
    ];
    return { source: `preset ${step}`, text: `${lines.join("\n")}
` };
  }
  const policy = { source: policyPath, text: kept };
  try {
    await openPolicy(policy);
    return policy;
  } catch (cause) {
    if (cause instanceof GateFailure) return void 0;
    throw cause;
  }
}
async function audit(head, folder, policy, { registry }, now) {
  const progress = startProgress(process.stderr, "Asking the registry");
  const judged = await runGate({
    mode: "audit",
    ...{ head, trusted: head, policyPath, policy, now, offline: false },
    ...registry === void 0 ? {} : { registry },
    env: process.env,
    workTree: folder,
    progress: progress.step
  });
  progress.end();
  const report = reportOf(judged);
  const covers = (id) => rules.some((rule) => rule.id === id && isWaivable(rule));
  return {
    baseline: report.errors.length > 0 ? void 0 : baselineOf(report, covers),
    errors: report.errors.map(({ message, path }) => path === void 0 ? message : `${quoted(path)}: ${message}`)
  };
}
async function keptPolicy(head) {
  try {
    return await readPolicyFile(head, policyPath);
  } catch (cause) {
    if (cause instanceof GateFailure) return "";
    throw cause;
  }
}
async function comparedWith(kept, step) {
  const preset = async () => ({ ...await openPolicy(void 0, { preset: step }), source: `the preset \`${step}\`` });
  if (kept === void 0) return preset();
  try {
    return { ...await openPolicy({ source: policyPath, text: kept }), source: `the policy in \`${policyPath}\`` };
  } catch (cause) {
    if (cause instanceof GateFailure) return preset();
    throw cause;
  }
}
function toAdd({ lines, exceptions }) {
  const all = [...lines, ...exceptions.length === 0 ? [] : ["exceptions:", ...exceptions]];
  return all.length === 0 ? [] : ["", `Add to \`${policyPath}\`, under the keys that it has already:`, ...all.map((line) => `    ${line}`)];
}

// src/cli/init-approvals.ts
import { readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join as join3, resolve as resolve2 } from "node:path";
async function openHub(folder) {
  const { apiUrl, token } = connectionFromEnv();
  if (!token) return void 0;
  const origin2 = await originPlace(folder).catch(() => void 0);
  if (origin2 === void 0 || origin2.host !== hostOf(apiUrl)) return void 0;
  const [{ connect }, { whoMayWrite }] = await Promise.all([
    import("./platform-github-api.js"),
    import("./platform-github-who-decides.js")
  ]);
  const client = await connect({ apiUrl, token });
  const [owner = "", repo = ""] = origin2.name.split("/");
  const place = { owner, repo };
  let answer;
  const ask = () => whoMayWrite(client, place).catch((error) => describeFailure(error));
  return { client, place, writers: () => answer ??= ask() };
}
async function countWriters(hub) {
  const writers = await hub?.writers();
  return typeof writers === "string" ? void 0 : writers?.length;
}
var aloneIn = (writers) => writers.length === 1 ? writers[0] : void 0;
var nothing2 = { lines: [], words: [], isOpen: false };
async function setUpApprovals(asked) {
  const { audience, kept } = asked;
  if (audience === void 0) return nothing2;
  if (kept !== void 0 && await hasApprovals(kept)) return { ...nothing2, isOpen: true };
  const found = await (audience === "team" ? ofTeam(asked) : ofPerson(asked));
  if (!("users" in found)) return { ...nothing2, words: found };
  await openPolicy({ source: "approvals", text: `version: 1
${approvalsLines(found).join("\n")}
` });
  const toAdd2 = kept === void 0 ? [] : approvalsLines(found).map((line) => `    ${line}`);
  return {
    lines: proposedLines(found),
    words: [...proposedWords(found, kept !== void 0), ...toAdd2],
    isOpen: true
  };
}
async function hasApprovals(kept) {
  try {
    return (await openPolicy({ source: "kept", text: kept })).approvals !== void 0;
  } catch (cause) {
    if (cause instanceof GateFailure) return true;
    throw cause;
  }
}
async function ofTeam({ hub, owners: named }) {
  const owners = named.filter(isOwner);
  if (hub === void 0) {
    return idWords(owners, "there is no GITHUB_TOKEN for the GitHub of this repository to ask for ids");
  }
  const { resolveOwner } = await import("./platform-github-who-decides.js");
  const all = await Promise.all(owners.map((owner) => resolveOwner(hub.client, owner)));
  const unresolved = all.flatMap((one) => "unresolved" in one ? [one.unresolved] : []);
  const found = all.flatMap((one) => "users" in one ? [one] : []);
  const users = distinct(found.flatMap((one) => one.users));
  const teams = distinct(found.flatMap((one) => one.teams));
  if (users.length + teams.length === 0 || unresolved.length > 0) {
    return idWords(owners, unresolved[0] ?? "nobody is named as owner of the gate");
  }
  return { users, teams, keys: [] };
}
var distinct = (all) => [
  ...new Map(all.map((one) => [one.id, one])).values()
];
async function ofPerson({ hub, keys }) {
  if (hub === void 0) return [];
  const writers = await hub.writers();
  if (typeof writers === "string") {
    return [
      `Whether you are the only person who may write here is not known: ${writers}. With a token that may write to the repository, init sets up approvals by security key.`
    ];
  }
  const alone = aloneIn(writers);
  if (alone === void 0) {
    return writers.length === 0 ? [] : [
      `${writers.length} people may write here: \`lockgate init --for team\` lets them approve what others propose.`
    ];
  }
  if (keys.length === 0) return withoutKeyWords;
  return { users: [alone], teams: [], keys: keys.map((key) => ({ id: alone.id, key })) };
}
var MAX_KEY_FILE = 4096;
function readKeys(answer, folder) {
  if (/^(?:none|no)$/i.test(answer)) return [];
  const keys = answer.split(/[\s,]+/).map((file) => {
    try {
      const path = file.startsWith("~/") ? join3(homedir(), file.slice(2)) : resolve2(folder, file);
      if (!statSync(path).isFile() || statSync(path).size > MAX_KEY_FILE) return void 0;
      const key = readKeyLine(readFileSync(path, "utf8").trim());
      return typeof key === "string" ? void 0 : keyLine(key);
    } catch {
      return void 0;
    }
  });
  const read2 = keys.flatMap((key) => key ?? []);
  return read2.length === keys.length && new Set(read2).size === keys.length ? read2 : void 0;
}

// src/cli/init-limits.ts
import { writeFile as writeFile3 } from "node:fs/promises";
import { join as join4 } from "node:path";

// src/init/set-up-bots.ts
var faults2 = oneFault("manifest-invalid", "fix the file");
function withWaiting(bot, text, minimum) {
  const days = daysToWait(minimum);
  if (days === 0 || bot.isSet || bot.hours === void 0 || bot.file === "package.json") return void 0;
  const isDependabot = bot.bot === "Dependabot";
  try {
    const edited = isDependabot ? withCooldown(text, bot.file, days) : withAge(text, bot.file, days);
    if (edited === void 0) return void 0;
    const now = isDependabot ? readDependabot(edited, bot.file) : readRenovate(edited, bot.file);
    const isDone = now !== void 0 && waitsEnough(now, minimum) && now.exceptions.length === bot.exceptions.length;
    return isDone && now.doubt === void 0 ? edited : void 0;
  } catch (cause) {
    if (cause instanceof GateFailure) return void 0;
    throw cause;
  }
}
function withCooldown(text, file, days) {
  const [document] = parseYamlDocuments(text, file, faults2, "core");
  const offsets = dependabotUpdates(document?.value).map((update) => update.offsetOf("package-ecosystem"));
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  let edited = text;
  for (const offset of offsets.toReversed()) {
    const start = text.lastIndexOf("\n", offset - 1) + 1;
    const stop = text.indexOf("\n", offset);
    const line = text.slice(start, stop < 0 ? text.length : stop);
    if (!/^ *(?:- +)?package-ecosystem: *["']?[a-z]+["']? *(?:#.*)?\r?$/.test(line)) return void 0;
    const indent = " ".repeat(offset - start);
    const added = `${indent}cooldown:${end}${indent}  default-days: ${days}${end}`;
    edited = stop < 0 ? `${edited}${end}${added}` : edited.slice(0, stop + 1) + added + edited.slice(stop + 1);
  }
  return edited;
}
function withAge(text, file, days) {
  const { value: root } = renovateDocument(text, file);
  if (!(root instanceof JsonObject)) return void 0;
  const member = `"minimumReleaseAge": "${days} days"`;
  const [first] = root.keys;
  if (first === void 0) return void 0;
  const at = root.offsetOf(first);
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const indent = text.slice(start, at);
  const isOwnLine = /^[ \t]*$/.test(indent);
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  return text.slice(0, at) + member + (isOwnLine ? `,${end}${indent}` : ", ") + text.slice(at);
}

// src/cli/init-limits.ts
async function setUpLimits({
  folder,
  dryRun,
  setsUpBots,
  open: open2,
  policy: file
}) {
  let policy;
  try {
    policy = await openPolicy(file);
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return ["", "The policy cannot be read: what package managers and update bots keep out was not compared with it."];
  }
  const { lines, edits } = setsUpBots ? await setUpBots(folder, dryRun, await open2(), minimumAgeOf(policy)) : { lines: [], edits: /* @__PURE__ */ new Map() };
  return [...lines, "", ...limitsText(await readAgreement(policy, withEdits(await open2(), edits)), 100)];
}
function withEdits(snapshot, edits) {
  const read2 = (file, maxBytes) => {
    const text = edits.get(file.path);
    return text === void 0 ? snapshot.read(file, maxBytes) : Promise.resolve(new TextEncoder().encode(text));
  };
  return edits.size === 0 ? snapshot : { ...snapshot, read: read2 };
}
async function setUpBots(folder, dryRun, head, minimum) {
  const state = await stateOf(head);
  const lines = [];
  const edits = /* @__PURE__ */ new Map();
  for (const bot of await updateBots(state)) {
    const text = await botText(state, bot.file);
    const edited = text === void 0 ? void 0 : withWaiting(bot, text, minimum);
    if (edited === void 0) continue;
    const what = `\`${bot.key}\` in ${bot.file}: ${bot.bot} then proposes what is old enough for the policy`;
    if (dryRun) {
      lines.push(`would add ${what}`);
      edits.set(bot.file, edited);
    } else {
      await demandFolders(folder, bot.file);
      await writeFile3(join4(folder, bot.file), edited);
      lines.push(`added ${what}`);
    }
  }
  return { lines, edits };
}

// src/cli/init-other-tools.ts
var lint2 = /^\.lockfile-lintrc(?:\.json|\.ya?ml)?$/;
var review2 = /^\.github\/dependency-review-config\.ya?ml$/;
var workflow = /^\.github\/workflows\/[\w.-]+\.ya?ml$/;
var most = { workflows: 100, bytes: 256 * 1024 };
async function otherTools(head) {
  const files = await head.list();
  const uses = async (file) => {
    const bytes = await head.read(file, most.bytes).catch(() => void 0);
    return /uses:\s*["']?actions\/dependency-review-action@/i.test(new TextDecoder().decode(bytes));
  };
  const workflows = files.filter(({ path }) => workflow.test(path)).slice(0, most.workflows);
  const using = (await Promise.all(workflows.map(async (file) => await uses(file) ? [file.path] : []))).flat();
  const reviewing = using.length > 0 ? using : files.flatMap(({ path }) => review2.test(path) ? [path] : []);
  const found = [...reviewing, ...files.flatMap(({ path }) => lint2.test(path) ? [path] : [])];
  if (found.length === 0) return [];
  const flags = found.map((path) => `--from ${path}`).join(" ");
  const what = found.length === 1 ? `${found[0]}` : plural(found.length, "file");
  return [
    `Found ${what} of other tools: \`${programName()} init ${flags}\` takes over ${found.length === 1 ? "its" : "their"} options.`
  ];
}

// src/cli/init.ts
async function run(args, terminal = ownTerminal()) {
  const isSwitch = (arg) => arg === "--dry-run" || arg === "--yes";
  const dryRun = args.includes("--dry-run");
  const flags = readFlags(
    args.filter((arg) => !isSwitch(arg)),
    "init"
  );
  if (flags.positionals.length > 0) {
    throw new GateFailure("usage", `init takes no arguments: ${quoted(flags.positionals[0] ?? "")}; use --dir`);
  }
  const folder = await resolveFolder(flags.dir ?? ".");
  const now = flags.now ?? (/* @__PURE__ */ new Date()).toISOString();
  const today = now.slice(0, 10);
  const head = await openSnapshot({ ...ofFolder, dir: folder });
  const kept = await keptPolicy(head);
  const translations = flags.from === void 0 ? void 0 : await readFrom(flags.from, folder, today);
  const hub = flags.offline ? void 0 : await openHub(folder);
  const isTold = args.some(isSwitch) || [flags.preset, flags.for, flags.from].some((each) => each !== void 0);
  const { step, audience, owner, setsUpBots, keys } = isTold || terminal === void 0 ? { step: flags.preset ?? "recommended", audience: flags.for, owner: void 0, setsUpBots: true, keys: [] } : await askAll(
    {
      ...{ hasPolicy: kept !== void 0, owner: (await knownOwners(folder))[0], bots: await botNames(head) },
      ...{ writers: await countWriters(hub), readKeys: (answer) => readKeys(answer, folder) }
    },
    terminal
  );
  const leavesOut = hasFixtures((await head.list()).map(({ path }) => path));
  const from = translations && settle(translations, await comparedWith(kept, step));
  const judgedBy = await policyToAudit(kept, step, leavesOut, from);
  const { baseline, errors } = flags.offline || judgedBy === void 0 ? { baseline: void 0, errors: [] } : await audit(head, folder, judgedBy, flags, now);
  const say = (text2) => process.stdout.write(`${text2}
`);
  const put = async (path, text2) => {
    if (dryRun) say(await isThere(folder, path) ? keptWords(path) : `--- ${path}
${text2}`);
    else say(await writeNew(folder, path, text2));
  };
  const patterns = ownPatterns(await manifestsOf(head));
  const own = ownLines(patterns, repositoryAddress(await addressOfOrigin(folder)), today);
  const owners = owner === void 0 ? await knownOwners(folder) : [owner];
  const approvals = await setUpApprovals({ hub, audience, owners, keys, kept });
  const extras = {
    ...{ leavesOut, branches: await maintainedBranches(folder), step, own, approvals: approvals.lines },
    ...from && { from }
  };
  const text = policyText(baseline, today, extras);
  await openPolicy({ source: policyPath, text });
  await put(policyPath, text);
  const isDoubled = audience === "team" && !approvals.isOpen && await isThere(folder, gatePath);
  for (const file of workflowsFor(audience, approvals.isOpen)) await put(file.path, file.text);
  if (isDoubled) say(commentsTwiceWords);
  if (audience !== "person") for (const line of await guardGate(folder, dryRun, owner)) say(line);
  const open2 = () => openSnapshot({ ...ofFolder, dir: folder });
  const policy = { source: policyPath, text: kept ?? text };
  for (const line of await setUpLimits({ folder, dryRun, setsUpBots, open: open2, policy })) say(line);
  if (from !== void 0) {
    const isKept = kept !== void 0;
    for (const line of ["", ...fromWords(translations ?? [], from.settled), ...isKept ? toAdd(from) : []]) say(line);
  }
  if (kept === void 0) say(`
${stepWords(step)}`);
  if (kept === void 0 && patterns.length > 0) say(ownWords(patterns));
  for (const line of approvals.words) say(line);
  if (audience === "person") say(personWords);
  if (flags.from === void 0) for (const line of await otherTools(head)) say(line);
  for (const line of whatIsLeft({ baseline, errors, isKept: kept !== void 0 })) say(line);
  say(
    `Next: pin the action in the workflows, commit, and require the check \`dependency-gate\`; then run \`${programName()} doctor\`.`
  );
  return errors.length > 0 ? 2 : 0;
}
var ofFolder = { format: "text", offline: false, verbose: false, refreshTrust: false, positionals: [] };
async function botNames(head) {
  return [...new Set((await updateBots(await stateOf(head))).map(({ bot }) => bot))];
}
async function maintainedBranches(folder) {
  try {
    const [{ openRepository }, { branchNames }, { isVersionLike }] = await Promise.all([
      import("./repository-git.js"),
      import("./repository-git-branches.js"),
      import("./platform-doctor-version-like.js")
    ]);
    return (await branchNames(await openRepository(folder))).filter(isVersionLike);
  } catch {
    return [];
  }
}
var MAX_MANIFESTS = 200;
async function manifestsOf(head) {
  const { files, settings } = await stateOf(head);
  const folders = [...files.keys()].flatMap((path) => isOwnManifest(path) ? [folderOf(path)] : []);
  const found = await Promise.all(folders.slice(0, MAX_MANIFESTS).map((folder) => settings.at(folder, "package.json")));
  return found.flatMap((file) => {
    if (file.state !== "read") return [];
    const manifest = objectOf(file.value.value);
    const name = manifest.get("name");
    return [{ name: typeof name === "string" ? name : void 0, isPrivate: manifest.get("private") === true }];
  });
}
function ownWords(patterns) {
  const names2 = patterns.map((each) => quoted(each)).join(", ");
  return `This repository publishes ${names2}: \`publishers\` in the policy, commented out, lets your own releases in without waiting.`;
}
export {
  run
};
