import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  nearest
} from "./chunk-policy-nearest.js";
import {
  presetNames
} from "./chunk-policy-schema-names.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/init/workflows.ts
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
var silentWorkflowText = `${workflowText.replace("pull-requests: write", "pull-requests: read")}        with: { comment: false } # dependency-gate-comment.yml writes it, for forks too
`;
var commentText = `# Writes the comment, also where the pull request comes from a fork, whose own run can only read. It judges the same commit again and
# uses no output of the first run. Replace OWNER and <40 hex> as in dependency-gate.yml.
name: dependency-gate-comment
on:
  workflow_run: { workflows: [dependency-gate], types: [completed] }
permissions: { contents: read, pull-requests: write }
jobs:
  dependency-gate-comment:
    if: github.event.workflow_run.event == 'pull_request'
    runs-on: ubuntu-latest
    timeout-minutes: 15
    steps:
      - uses: OWNER/lockgate@<40 hex>
`;
var auditText = `# Judges every day everything that is locked. Replace OWNER and <40 hex> as in dependency-gate.yml.
name: dependency-audit
on:
  schedule: [{ cron: '41 4 * * *' }]
  workflow_dispatch:
permissions: { contents: read, pull-requests: read }
jobs:
  dependency-audit:
    runs-on: ubuntu-latest
    timeout-minutes: 30
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
var roundText = `# Runs the check again where a comment of somebody who may decide changes what it says, and once a day where it is green by such a
# comment. Replace OWNER and <40 hex> as in dependency-gate.yml.
name: dependency-round
on:
  issue_comment: { types: [created, edited, deleted] }
  workflow_run: { workflows: [dependency-gate], types: [completed] }
  schedule: [{ cron: '17 4 * * *' }]
permissions: { contents: read, pull-requests: write, actions: write }
jobs:
  decide: # somebody decides, or asks with \`/lockgate check\`
    if: >-
      github.event_name == 'issue_comment' && github.event.issue.pull_request && github.event.comment.user.type == 'User' && (
      startsWith(github.event.comment.body, '/deny') || startsWith(github.event.changes.body.from, '/deny') ||
      (github.event.issue.state == 'open' && (
      startsWith(github.event.comment.body, '/approve') || startsWith(github.event.changes.body.from, '/approve') ||
      startsWith(github.event.comment.body, '/withdraw') || startsWith(github.event.changes.body.from, '/withdraw') ||
      startsWith(github.event.comment.body, '/lockgate check') || startsWith(github.event.changes.body.from, '/lockgate check'))))
    # Of each person's comments on a pull request the newest may wait. Those of others never take its place.
    concurrency:
      group: dependency-round-\${{ github.event.issue.number }}-\${{ github.event.comment.user.id }}
      cancel-in-progress: false
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
      - uses: OWNER/lockgate@<40 hex>
        with: { gate-workflow: .github/workflows/dependency-gate.yml }
  tell: # writes the comment where the check's own token could only read
    if: >-
      github.event_name == 'workflow_run' && github.event.workflow_run.event == 'pull_request' &&
      github.event.workflow_run.head_repository && github.event.workflow_run.head_repository.full_name != github.repository
    runs-on: ubuntu-latest
    timeout-minutes: 15
    steps:
      - uses: OWNER/lockgate@<40 hex>
  daily: # judges again what is green because somebody let it in
    if: github.event_name == 'schedule'
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: OWNER/lockgate@<40 hex>
        with: { gate-workflow: .github/workflows/dependency-gate.yml, audit: false }
`;

// src/init/files.ts
var audiences = ["person", "team"];
var policyPath = ".github/dependency-policy.yml";
var gatePath = ".github/workflows/dependency-gate.yml";
var commentPath = ".github/workflows/dependency-gate-comment.yml";
var rerun = { path: ".github/workflows/dependency-rerun.yml", text: rerunText };
function workflowsFor(audience, isOpen = false) {
  if (audience === "person") return [{ path: gatePath, text: workflowText }];
  if (audience === void 0) return [{ path: gatePath, text: workflowText }, rerun];
  const commenting = isOpen ? [
    { path: gatePath, text: workflowText },
    { path: ".github/workflows/dependency-round.yml", text: roundText }
  ] : [
    { path: gatePath, text: silentWorkflowText },
    { path: commentPath, text: commentText }
  ];
  return [...commenting, rerun, { path: ".github/workflows/dependency-audit.yml", text: auditText }];
}
var personWords = "For one person these two files are enough. When others join, `lockgate init --for team` adds code owners, comments on forks, the hourly rerun and the daily audit. Until then, rerun a check that had to wait by hand.";
var commentsTwiceWords = "The check that is kept comments by itself: if dependency-gate-comment.yml is to do it, set `comment: false` in dependency-gate.yml.";

// src/cli/flags.ts
import { parseArgs } from "node:util";
var formats = ["text", "json", "markdown", "sarif"];
var judgingFlags = ["policy", "preset", "now", "format", "output"];
var collectingFlags = [
  ...judgingFlags,
  ...[
    "registry",
    "osv",
    "registry-keys",
    "trusted-root",
    "tuf-mirror",
    "tuf-root",
    "evidence",
    "evidence-out",
    "repository-id"
  ]
];
var subjectFlags = ["base", "head", "base-dir", "head-dir", "rev", "repo", "dir"];
var askingFlags = collectingFlags.filter((flag) => flag !== "evidence-out");
var liveFlags = ["registry", "osv", "registry-keys", "trusted-root", "tuf-mirror", "tuf-root"];
var flagsOf = {
  check: [
    ...["base", "head", "repo", "base-dir", "head-dir"],
    ...["history", "branch", "compare-policy", "compare-preset"],
    ...collectingFlags
  ],
  audit: ["rev", "repo", "dir", ...collectingFlags],
  vet: ["as", "dir", "repo", ...collectingFlags, "admissions", "signer", "owner-id"],
  explain: ["rule", ...subjectFlags, ...askingFlags],
  replay: judgingFlags,
  "policy check": ["now", "format"],
  "policy explain": ["preset", "format"],
  "policy test": ["cases", "format"],
  "policy explain PACKAGE": [...subjectFlags, ...askingFlags],
  init: ["from", "for", "dir", "registry", "now", "preset"],
  doctor: ["org", "repo", "format", "output"],
  approve: [
    ...["reason", "expires", "codes", "digest", "by", "report", "sign", "repository-id"],
    ...["base", "head", "repo", "base-dir", "head-dir"],
    ...liveFlags
  ],
  "decisions list": [
    ...["since", "branch", "repo", "now", "admissions", "signer", "repository-id", "owner-id"],
    ...["trusted-root", "tuf-mirror", "tuf-root", "format", "output"]
  ],
  "decisions verify": [
    ...["policy", "signer", "repository-id", "owner-id", "trusted-root", "tuf-mirror", "tuf-root"],
    ...["format", "output"]
  ]
};
var switchesOf = {
  approve: ["deny", "revoke", "dry-run"],
  vet: ["require-decision"],
  "decisions list": ["all", "health"]
};
var ownFormats = {
  vet: [...formats, "answer"],
  "decisions list": ["text", "json", "csv"],
  "decisions verify": ["text", "json"]
};
function readFlags(args, command) {
  const { values, positionals } = parse(args, command);
  const flag = (name) => {
    const value = values[name];
    if (value === "") throw new GateFailure("usage", `--${name} needs a value.`);
    return typeof value === "string" ? value : void 0;
  };
  const preset = flag("preset");
  const asked = flag("format") ?? "text";
  const known = ownFormats[command] ?? formats;
  oneOf("format", asked, known);
  const [isAnswer, isCsv] = [asked === "answer", asked === "csv"];
  const comparePreset = flag("compare-preset");
  const as = flag("as");
  const now = flag("now");
  const history = flag("history");
  const [repositoryId, ownerId] = [flag("repository-id"), flag("owner-id")];
  const audience = flag("for");
  const switches = (switchesOf[command] ?? []).filter((name) => values[name] === true);
  const [since, codes] = [flag("since"), flag("codes")];
  const from = values.from ?? [];
  if (from.includes("")) throw new GateFailure("usage", "--from needs a value.");
  return {
    ...defined({
      base: flag("base"),
      head: flag("head"),
      repo: flag("repo"),
      baseDir: flag("base-dir"),
      headDir: flag("head-dir"),
      rev: flag("rev"),
      dir: flag("dir"),
      branch: flag("branch"),
      org: flag("org"),
      rule: flag("rule"),
      cases: flag("cases"),
      comparePolicy: flag("compare-policy"),
      comparePreset: comparePreset === void 0 ? void 0 : oneOf("compare-preset", comparePreset, presetNames),
      history: history === void 0 ? void 0 : count("history", history, 1e3),
      from: from.length === 0 ? void 0 : from,
      for: audience === void 0 ? void 0 : oneOf("for", audience, audiences),
      repositoryId: repositoryId === void 0 ? void 0 : numericId("repository-id", repositoryId),
      ownerId: ownerId === void 0 ? void 0 : numericId("owner-id", ownerId),
      admissions: flag("admissions"),
      signer: flag("signer"),
      policy: flag("policy"),
      registry: flag("registry"),
      osv: flag("osv"),
      output: flag("output"),
      evidence: flag("evidence"),
      evidenceOut: flag("evidence-out"),
      trustedRoot: flag("trusted-root"),
      registryKeys: flag("registry-keys"),
      tufMirror: flag("tuf-mirror"),
      tufRoot: flag("tuf-root"),
      preset: preset === void 0 ? void 0 : oneOf("preset", preset, presetNames),
      now: now === void 0 ? void 0 : instant("now", now),
      since: since === void 0 ? void 0 : instant("since", since),
      codes: codes === void 0 ? void 0 : codes.split(","),
      switches: switches.length === 0 ? void 0 : new Set(switches),
      reason: flag("reason"),
      expires: flag("expires"),
      digest: flag("digest"),
      by: flag("by"),
      report: flag("report"),
      sign: flag("sign"),
      as: as === void 0 ? void 0 : oneOf("as", as, ["agent"])
    }),
    ...{ isAnswer, isCsv },
    format: isAnswer ? "json" : formats.find((format) => format === asked) ?? "text",
    offline: values.offline === true,
    verbose: values.verbose === true,
    refreshTrust: values["refresh-trust"] === true,
    positionals
  };
}
function parse(args, command) {
  const options = {
    offline: { type: "boolean" },
    verbose: { type: "boolean" }
  };
  const allowed = flagsOf[command];
  for (const name of allowed) options[name] = { type: "string", multiple: name === "from" };
  for (const name of switchesOf[command] ?? []) options[name] = { type: "boolean" };
  if (allowed.includes("tuf-mirror")) options["refresh-trust"] = { type: "boolean" };
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return parsed;
  } catch (cause) {
    throw new GateFailure("usage", `${reasonOf(cause, Object.keys(options))} See: lockgate ${command} --help`);
  }
}
function reasonOf(cause, flags) {
  const reason = cause instanceof Error ? cause.message.split(/\. To specify|\n/)[0] ?? "" : "";
  const [, unknown] = /^Unknown option '--(.*)'$/s.exec(reason) ?? [];
  const meant = unknown === void 0 ? void 0 : nearest(unknown, flags);
  return `${reason.replace(/\.?$/, ".")}${meant === void 0 ? "" : ` Did you mean --${meant}?`}`;
}
function defined(members) {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== void 0)
  );
}
function oneOf(name, value, choices) {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === void 0) {
    throw new GateFailure("usage", `--${name} takes ${choices.join(", ")}; not ${JSON.stringify(value)}.`);
  }
  return choice;
}
function count(name, value, most) {
  const number = /^[1-9]\d{0,5}$/.test(value) ? Number(value) : Infinity;
  if (number > most) {
    throw new GateFailure("usage", `--${name} takes a number from 1 to ${most}; not ${JSON.stringify(value)}.`);
  }
  return number;
}
function numericId(flag, value) {
  const id = /^[1-9]\d{0,15}$/.test(value) ? Number(value) : NaN;
  if (Number.isSafeInteger(id)) return id;
  const hint = `gh api ${flag === "owner-id" ? "users/OWNER" : "repos/OWNER/REPO"} --jq .id prints it`;
  throw new GateFailure(
    "usage",
    `--${flag} takes the numeric id, such as 1296269; not ${JSON.stringify(value)}: ${hint}.`
  );
}
function instant(flag, value) {
  const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(value);
  const time = iso ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new GateFailure(
      "usage",
      `--${flag} takes an instant such as 2026-01-31T12:00:00Z; not ${JSON.stringify(value)}.`
    );
  }
  return new Date(time).toISOString();
}

export {
  policyPath,
  gatePath,
  workflowsFor,
  personWords,
  commentsTwiceWords,
  flagsOf,
  readFlags
};
