import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  amountOf,
  namedManagers,
  settingValue
} from "./chunk-managers.js";
import {
  splitSelector
} from "./chunk-model-options.js";
import {
  require_semver
} from "./chunk-semver.js";
import {
  compileGlob,
  globProblem
} from "./chunk-text-glob.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/managers/waiting-time.ts
var import_semver = __toESM(require_semver(), 1);
var day = 1440;
var settings = {
  npm: [{ file: ".npmrc", key: "min-release-age", unit: day, exempt: "min-release-age-exclude" }],
  pnpm: [
    { file: "pnpm-workspace.yaml", key: "minimumReleaseAge", unit: 1, exempt: "minimumReleaseAgeExclude" },
    { file: ".npmrc", key: "minimum-release-age", unit: 1, exempt: "minimum-release-age-exclude" }
  ],
  "yarn-berry": [
    { file: ".yarnrc.yml", key: "npmMinimalAgeGate", unit: 1, exempt: "npmPreapprovedPackages", above: true }
  ],
  bun: [
    {
      ...{ file: "bunfig.toml", key: "install.minimumReleaseAge", unit: 1 / 60 },
      exempt: "install.minimumReleaseAgeExcludes"
    }
  ],
  "yarn-classic": [],
  deno: []
};
var defaults = {
  pnpm: { minutes: day, since: "11.0.0-0" },
  "yarn-berry": { minutes: day, since: "4.15.0-0" }
};
async function waitingTimeOf(manager, files) {
  const before = manager === "npm" ? instant(await valueIn(files, ".npmrc", "before")) : void 0;
  for (const said of settings[manager]) {
    for (const place of [files, ...said.above === true ? files.above() : []]) {
      const minutes = minutesOf(await valueIn(place, said.file, said.key), said.unit);
      if (minutes === void 0) continue;
      return { minutes, ...before && { before }, isExempt: listed(await valueIn(place, said.file, said.exempt)) };
    }
  }
  const exempt = await Promise.all(settings[manager].map(({ file, exempt: exempt2 }) => valueIn(files, file, exempt2)));
  return {
    ...{ minutes: await defaultOf(manager, files), ...before && { before } },
    isExempt: listed(exempt.find((list) => list !== void 0))
  };
}
function isHeldBack({ minutes, before, isExempt }, { name, version, publishedAt }, now) {
  const at = typeof publishedAt === "string" ? Date.parse(publishedAt) : Number.NaN;
  if (Number.isNaN(at)) return false;
  const isYoung = minutes > 0 && at > Date.parse(now) - minutes * 6e4;
  const isLate = before !== void 0 && at > Date.parse(before);
  return (isYoung || isLate) && !isExempt(name, version);
}
async function valueIn(files, name, key) {
  const file = await files.at(name);
  return file.state === "read" ? settingValue(file, key) : void 0;
}
function waitingMinutes(name, key, value) {
  const said = Object.values(settings).flat().find((each) => each.file === name && each.key === key);
  return said === void 0 ? void 0 : minutesOf(value, said.unit);
}
function minutesOf(value, unit) {
  const count = amountOf(value);
  const isBare = typeof value !== "string" || /^\s*[\d.]+\s*$/.test(value);
  return count === void 0 ? void 0 : count * (isBare ? unit : 1);
}
function instant(value) {
  const at = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? void 0 : new Date(at).toISOString();
}
async function defaultOf(manager, files) {
  const known = defaults[manager];
  if (known === void 0) return 0;
  const manifest = await files.at("package.json");
  const named = manifest.state === "read" ? [...namedManagers(manifest.value).values()] : [];
  const program = manager === "yarn-berry" ? "yarn" : manager;
  const version = named.find((each) => each.program === program)?.version ?? await ownRelease(manager, files);
  return version !== void 0 && import_semver.default.lt(version, known.since) ? 0 : known.minutes;
}
async function ownRelease(manager, files) {
  if (manager !== "yarn-berry") return void 0;
  const path = await valueIn(files, ".yarnrc.yml", "yarnPath");
  const [, version] = typeof path === "string" && /\/yarn-(\d+\.\d+\.\d+[\w.-]*)\.c?js$/.exec(path) || [];
  return version !== void 0 && import_semver.default.valid(version) !== null ? version : void 0;
}
var MAX_LISTED = 1e3;
function listed(value) {
  const texts = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string").slice(0, MAX_LISTED);
  const matchers = (isOut) => texts.filter((text) => text.startsWith("!") === isOut).flatMap((text) => matcherOf(isOut ? text.slice(1) : text) ?? []);
  const [inside, outside] = [matchers(false), matchers(true)];
  return (name, version) => inside.some((matches) => matches(name, version)) && !outside.some((matches) => matches(name, version));
}
function matcherOf(text) {
  const { name: pattern, range } = splitSelector(text.trim());
  if (globProblem(pattern) !== void 0 || range !== void 0 && import_semver.default.validRange(range) === null) {
    return void 0;
  }
  const named = compileGlob(pattern);
  return (name, version) => named(name) && (range === void 0 || import_semver.default.satisfies(version, range));
}

export {
  waitingTimeOf,
  isHeldBack,
  waitingMinutes
};
