import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  ownersOf,
  ownersPaths,
  readOwners
} from "./chunk-platform-doctor-owners.js";
import {
  limitsText
} from "./chunk-report-formats-limits-table.js";
import {
  daysToWait,
  minimumAgeOf,
  readAgreement,
  waitsEnough
} from "./chunk-policy-agreement.js";
import {
  startProgress
} from "./chunk-cli-progress.js";
import {
  openSnapshot
} from "./chunk-cli-subject.js";
import {
  readFlags
} from "./chunk-cli-flags.js";
import {
  resolveFolder
} from "./chunk-repository-directory.js";
import "./chunk-policy-nearest.js";
import {
  reportOf
} from "./chunk-run-report-of.js";
import {
  runGate
} from "./chunk-run-pipeline.js";
import {
  botText,
  dependabotUpdates,
  readDependabot,
  readRenovate,
  renovateDocument,
  updateBots
} from "./chunk-repository-update-bots.js";
import "./chunk-compare-open-with-manifests.js";
import "./chunk-run-trust-settings.js";
import "./chunk-compare-open-lockfile.js";
import {
  stateOf
} from "./chunk-repository-state.js";
import {
  lockfileName,
  objectOf,
  oneFault,
  parseYamlDocuments
} from "./chunk-managers-watched.js";
import "./chunk-lockfile-source.js";
import "./chunk-repository-contents.js";
import {
  folderOf
} from "./chunk-text-paths.js";
import {
  JsonObject
} from "./chunk-managers-bin.js";
import "./chunk-report-formats-wrap.js";
import "./chunk-report-view-missing-provenance.js";
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
import {
  openPolicy
} from "./chunk-policy-open.js";
import "./chunk-repository-listing.js";
import "./chunk-repository-object-id.js";
import "./chunk-repository-path-bytes.js";
import {
  readPolicyFile
} from "./chunk-policy-policy-file.js";
import "./chunk-report-escape.js";
import "./chunk-lockfile-spec.js";
import "./chunk-lockfile-names.js";
import "./chunk-validate-npm-package-name.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  rules
} from "./chunk-rules.js";
import "./chunk-rules-package-lists.js";
import "./chunk-model-sri.js";
import "./chunk-model-loosening.js";
import "./chunk-model-evidence-values.js";
import "./chunk-noble-hashes-sha2.js";
import {
  isWaivable
} from "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-model-effect.js";
import "./chunk-model-identity.js";
import "./chunk-text-group-by.js";
import "./chunk-policy-is-gated-path.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import {
  compileGlobs
} from "./chunk-text-glob.js";
import {
  quoted
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/cli/init.ts
import { readFile, writeFile as writeFile3 } from "node:fs/promises";
import { join as join3 } from "node:path";

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
  const then = next === void 0 ? "" : ` Write \`extends: ${next}\` when ${until}.`;
  return `The policy extends ${name}: it blocks ${blocks}.${then}`;
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
    carried: carried.map(([key, names]) => ({ package: key, rules: [...names].sort() })),
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
  const { leavesOut: leavesOutFixtures, branches, step, own } = extras;
  const expires = new Date(Date.parse(today) + grace * 864e5).toISOString().slice(0, 10);
  const carried = baseline?.carried ?? [];
  const lines = [
    "# Which dependencies this repository admits. `lockgate policy explain` prints every effective value.",
    "# It is read from the default branch: a pull request that changes it is judged by the version there.",
    "version: 1",
    ...stepLines(step),
    ...leavesOutFixtures ? fixtureLines : []
  ];
  if (branches.length > 0) {
    const shown = branches.slice(0, maxBranches).map((name) => JSON.stringify(name));
    lines.push(
      "# Branches that you maintain beside the default branch: what they lock counts as the past. Keep those that are protected like the",
      "# default branch, and remove the comment sign. A pull request into any other branch is also compared with the default branch.",
      `# baselines: [${shown.join(", ")}]`
    );
  }
  lines.push(...own, ...leftLines(baseline, today));
  if (baseline === void 0) {
    lines.push("# What is already locked was not audited. `lockgate audit` lists what the rules would block.");
  } else if (carried.length > maxCarried) {
    lines.push(
      `# ${carried.length} of the packages that were locked on ${today} would be blocked: too many for exceptions. A pull request is`,
      "# judged by what it changes only; `lockgate audit` lists them."
    );
  } else if (carried.length > 0) {
    lines.push(
      `# Already locked on ${today}. Each entry expires on ${expires}: review it before, and remove it or give it its own reason.`,
      "exceptions:",
      ...carried.map(
        ({ package: name, rules: rules2 }) => `  - { package: ${JSON.stringify(name)}, rules: [${rules2.join(", ")}], reason: "Locked before the gate was added (${today}).", expires: ${expires} }`
      )
    );
  }
  return `${lines.join("\n")}
`;
}
function leftLines(baseline, today) {
  if (baseline === void 0) return [];
  const { carried, open, unjudged } = baseline;
  if (carried.length + open.length + unjudged.length === 0) {
    return [`# These rules block nothing that was locked on ${today}.`];
  }
  return [
    ...open.length > 0 ? [
      `# ${plural(open.length, "finding")} about what was locked on ${today} must be fixed first, because no exception can cover`,
      "# them: `lockgate audit` lists them."
    ] : [],
    ...unjudged.length > 0 ? [
      `# ${plural(unjudged.length, "finding")} could not be judged on ${today}, because evidence was unavailable: nothing is waived for`,
      "# them. `lockgate audit` lists them."
    ] : []
  ];
}
var workflowText = `# Judges what a pull request's lockfiles would pull in. Replace OWNER with the owner of the action's repository, and <40 hex> with
# the 40 digits of a commit that you have reviewed.
name: dependency-gate
on:
  pull_request: { types: [opened, synchronize, reopened, ready_for_review, edited] }
  merge_group:
permissions: { contents: read, pull-requests: write }
jobs:
  dependency-gate: # no if, no needs, no path filter, no matrix: a job that is skipped satisfies a required check
    runs-on: ubuntu-latest
    timeout-minutes: 15
    steps:
      - uses: OWNER/lockgate@<40 hex>
`;
var rerunText = `# Reruns the check of a pull request that had to wait, when its time has come. Replace OWNER and <40 hex> as in dependency-gate.yml.
name: dependency-rerun
on:
  schedule: [{ cron: '17 * * * *' }]
permissions: { contents: read, actions: write, pull-requests: read }
jobs:
  dependency-rerun:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: OWNER/lockgate@<40 hex>
        with:
          rerun: .github/workflows/dependency-gate.yml
          audit: false
`;
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
  const names = manifests.flatMap(({ name, isPrivate }) => isPrivate || !NAME.test(name ?? "") ? [] : [name ?? ""]);
  const scoped = names.flatMap((name) => name.startsWith("@") ? [`${name.split("/", 1)[0] ?? ""}/*`] : []);
  const others = names.filter((name) => !name.startsWith("@"));
  return [.../* @__PURE__ */ new Set([...scoped, ...others])].sort().slice(0, MAX_NAMES);
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

// src/init/what-is-left.ts
var maxNamed = 5;
var notAudited = "What is already locked could not be audited: run `lockgate audit` where the registry can be reached.";
var notAuditedUnderKept = "What is already locked was not audited: `lockgate audit` judges it under the policy that is kept.";
function whatIsLeft({ baseline, errors, isKept }) {
  const { carried = [], open = [], unjudged = [] } = baseline ?? {};
  return [
    "",
    ...errors.map((error) => `not read: ${error}`),
    ...baseline === void 0 ? [isKept ? notAuditedUnderKept : notAudited] : [],
    ...carriedLines(carried.length, isKept),
    ...unjudgedLines(unjudged),
    ...openLines(open)
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
function openLines(open) {
  const shown = byCause(open).slice(0, maxNamed);
  return [...shown.map((group) => `fix first, no exception can cover it: ${causeOf(group)}`), ...moreLine(open, shown)];
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
function moreLine(all, shown) {
  const rest = all.length - shown.flat().length;
  if (rest === 0) return [];
  const others = `${rest} more ${rest === 1 ? "finding" : "findings"}`;
  return [`${others} must be fixed first (${all.length} in all): run \`lockgate audit\` to see them.`];
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

// src/cli/init-limits.ts
import { writeFile as writeFile2 } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/init/set-up-bots.ts
var faults = oneFault("manifest-invalid", "fix the file");
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
  const [document] = parseYamlDocuments(text, file, faults, "core");
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
async function setUpLimits({ folder, dryRun, open, policy: file }) {
  let policy;
  try {
    policy = await openPolicy(file);
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return ["", "The policy cannot be read: what package managers and update bots keep out was not compared with it."];
  }
  const { lines, edits } = await setUpBots(folder, dryRun, await open(), minimumAgeOf(policy));
  return [...lines, "", ...limitsText(await readAgreement(policy, withEdits(await open(), edits)), 100)];
}
function withEdits(snapshot, edits) {
  const read = (file, maxBytes) => {
    const text = edits.get(file.path);
    return text === void 0 ? snapshot.read(file, maxBytes) : Promise.resolve(new TextEncoder().encode(text));
  };
  return edits.size === 0 ? snapshot : { ...snapshot, read };
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
      await writeFile2(join2(folder, bot.file), edited);
      lines.push(`added ${what}`);
    }
  }
  return { lines, edits };
}

// src/cli/init.ts
var policyPath = ".github/dependency-policy.yml";
var workflowPath = ".github/workflows/dependency-gate.yml";
var rerunPath = ".github/workflows/dependency-rerun.yml";
async function run(args) {
  const dryRun = args.includes("--dry-run");
  const flags = readFlags(
    args.filter((arg) => arg !== "--dry-run"),
    "init"
  );
  if (flags.positionals.length > 0) {
    throw new GateFailure("usage", `init takes no arguments: ${quoted(flags.positionals[0] ?? "")}; use --dir`);
  }
  const folder = await resolveFolder(flags.dir ?? ".");
  const now = flags.now ?? (/* @__PURE__ */ new Date()).toISOString();
  const head = await openSnapshot({ ...ofFolder, dir: folder });
  const leavesOut = hasFixtures((await head.list()).map(({ path }) => path));
  const step = flags.preset ?? "recommended";
  const kept = await keptPolicy(head);
  const judgedBy = await policyToAudit(kept, step, leavesOut);
  const { baseline, errors } = flags.offline || judgedBy === void 0 ? { baseline: void 0, errors: [] } : await audit(head, folder, judgedBy, flags, now);
  const say = (text2) => process.stdout.write(`${text2}
`);
  const put = async (path, text2) => {
    if (dryRun) say(await isThere(folder, path) ? keptWords(path) : `--- ${path}
${text2}`);
    else say(await writeNew(folder, path, text2));
  };
  const today = now.slice(0, 10);
  const patterns = ownPatterns(await manifestsOf(head));
  const own = ownLines(patterns, repositoryAddress(await addressOfOrigin(folder)), today);
  const extras = { leavesOut, branches: await maintainedBranches(folder), step, own };
  const text = policyText(baseline, today, extras);
  await put(policyPath, text);
  await put(workflowPath, workflowText);
  await put(rerunPath, rerunText);
  for (const line of await guardGate(folder, dryRun)) say(line);
  const open = () => openSnapshot({ ...ofFolder, dir: folder });
  const policy = { source: policyPath, text: kept ?? text };
  for (const line of await setUpLimits({ folder, dryRun, open, policy })) say(line);
  for (const line of whatIsLeft({ baseline, errors, isKept: kept !== void 0 })) say(line);
  if (kept === void 0) say(stepWords(step));
  if (kept === void 0 && patterns.length > 0) say(ownWords(patterns));
  say(
    "Next: pin the action in the workflows, commit, and require the check `dependency-gate`; then run `lockgate doctor`."
  );
  return errors.length > 0 ? 2 : 0;
}
var ofFolder = { format: "text", offline: false, verbose: false, refreshTrust: false, positionals: [] };
async function policyToAudit(kept, step, leavesOutFixtures) {
  if (kept === void 0) {
    const lines = ["version: 1", `extends: ${step}`, ...leavesOutFixtures ? fixtureLines : []];
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
async function guardGate(folder, dryRun) {
  const texts = await Promise.all(
    ownersPaths.map((path2) => readFile(join3(folder, path2), "utf8").catch(() => void 0))
  );
  const at = texts.findIndex((text2) => text2 !== void 0);
  const path = ownersPaths[at] ?? ownersPaths[0];
  const text = texts[at] ?? "";
  const lines = readOwners(text);
  const specific = lines.filter(({ owns }) => !owns("lockgate-owns-this-only-by-a-line-for-everything"));
  const owners = ownersOf(lines, ".github/CODEOWNERS");
  const known = owners.length > 0 ? owners : await ownerOfOrigin(folder);
  const missing = ownersLines(known.length > 0 ? known : ["@OWNER"], (each) => ownersOf(specific, each).length > 0);
  if (missing.length === 0) return [`kept ${path}: the gate already has code owners`];
  const block = `# The dependency gate: whoever may change these files decides what is admitted.
${missing.join("\n")}
`;
  if (dryRun || known.length === 0) {
    return [`add to ${path}${known.length === 0 ? ", with a user or team instead of @OWNER" : ""}:`, block];
  }
  const whole = text === "" || text.endsWith("\n") ? text : `${text}
`;
  await demandFolders(folder, path);
  if (at < 0) return [await writeNew(folder, path, block)];
  await writeFile3(join3(folder, path), `${whole}${whole === "" ? "" : "\n"}${block}`);
  return [`added ${plural(missing.length, "line")} to ${path}`];
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
async function keptPolicy(head) {
  try {
    return await readPolicyFile(head, policyPath);
  } catch (cause) {
    if (cause instanceof GateFailure) return "";
    throw cause;
  }
}
async function ownerOfOrigin(folder) {
  const owner = /[/:]([A-Za-z0-9-]+)\/[^/:]+?(?:\.git)?\/?$/.exec(await addressOfOrigin(folder) ?? "")?.[1];
  return owner === void 0 ? [] : [`@${owner}`];
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
  const names = patterns.map((each) => quoted(each)).join(", ");
  return `This repository publishes ${names}: \`publishers\` in the policy, commented out, lets your own releases in without waiting.`;
}
export {
  run
};
