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
    "evidence-out"
  ]
];
var subjectFlags = ["base", "head", "base-dir", "head-dir", "rev", "repo", "dir"];
var askingFlags = collectingFlags.filter((flag) => flag !== "evidence-out");
var flagsOf = {
  check: ["base", "head", "repo", "base-dir", "head-dir", "history", "branch", ...collectingFlags],
  audit: ["rev", "repo", "dir", ...collectingFlags],
  vet: ["as", "dir", "repo", ...collectingFlags],
  explain: [...subjectFlags, ...askingFlags],
  replay: judgingFlags,
  "policy check": ["now", "format"],
  "policy explain": ["preset", "format"],
  "policy explain PACKAGE": [...subjectFlags, ...askingFlags],
  init: ["dir", "registry", "now", "preset"],
  doctor: ["repo", "format", "output"]
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
  const isAnswer = asked === "answer" && command === "vet";
  const as = flag("as");
  const now = flag("now");
  const history = flag("history");
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
      history: history === void 0 ? void 0 : count("history", history, 1e3),
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
      now: now === void 0 ? void 0 : instant(now),
      as: as === void 0 ? void 0 : oneOf("as", as, ["agent"])
    }),
    isAnswer,
    format: isAnswer ? "json" : formatOf(asked, command),
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
  for (const name of allowed) options[name] = { type: "string" };
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
function formatOf(asked, command) {
  const format = oneOf("format", asked, command === "vet" ? [...formats, "answer"] : formats);
  return format === "answer" ? "json" : format;
}
function count(name, value, most) {
  const number = /^[1-9]\d{0,5}$/.test(value) ? Number(value) : Infinity;
  if (number > most) {
    throw new GateFailure("usage", `--${name} takes a number from 1 to ${most}; not ${JSON.stringify(value)}.`);
  }
  return number;
}
function instant(value) {
  const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(value);
  const time = iso ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new GateFailure(
      "usage",
      `--now takes an instant such as 2026-01-31T12:00:00Z; not ${JSON.stringify(value)}.`
    );
  }
  return new Date(time).toISOString();
}

export {
  flagsOf,
  readFlags
};
