import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  GateFailure
} from "./chunk-NAH4THA5.js";

// src/cli/flags.ts
import { parseArgs } from "node:util";
var presets = ["audit", "recommended", "strict"];
var formats = ["text", "json", "markdown", "sarif"];
function readFlags(args, allowed) {
  const { values, positionals } = parse(args, allowed);
  const flag = (name) => {
    const value = values[name];
    if (value === "") throw new GateFailure("usage", `--${name} needs a value.`);
    return typeof value === "string" ? value : void 0;
  };
  const preset = flag("preset");
  const format = flag("format") ?? "text";
  const now = flag("now");
  return {
    ...defined({
      base: flag("base"),
      head: flag("head"),
      repo: flag("repo"),
      baseDir: flag("base-dir"),
      headDir: flag("head-dir"),
      rev: flag("rev"),
      dir: flag("dir"),
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
      preset: preset === void 0 ? void 0 : oneOf("preset", preset, presets),
      now: now === void 0 ? void 0 : instant(now)
    }),
    format: oneOf("format", format, formats),
    offline: values.offline === true,
    verbose: values.verbose === true,
    refreshTrust: values["refresh-trust"] === true,
    positionals
  };
}
var judgingFlags = ["policy", "preset", "now", "format", "output"];
var collectingFlags = [
  ...judgingFlags,
  ...[
    "registry",
    "osv",
    "evidence",
    "evidence-out",
    "trusted-root",
    "registry-keys",
    "tuf-mirror",
    "tuf-root"
  ]
];
function parse(args, allowed) {
  const options = {
    offline: { type: "boolean" },
    verbose: { type: "boolean" }
  };
  for (const name of allowed) options[name] = { type: "string" };
  if (allowed.includes("tuf-mirror")) options["refresh-trust"] = { type: "boolean" };
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return parsed;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split(/\. To specify|\n/)[0] ?? "" : "";
    throw new GateFailure("usage", `${reason.replace(/\.?$/, ".")} See: lockgate --help`);
  }
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
  readFlags,
  judgingFlags,
  collectingFlags
};
