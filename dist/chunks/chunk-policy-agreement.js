import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  daysToWait,
  waitsEnough
} from "./chunk-managers-bots-bot.js";
import {
  programName,
  updateBots
} from "./chunk-repository-update-bots.js";
import {
  stateOf
} from "./chunk-repository-state.js";
import {
  lockfileName,
  spelledHours
} from "./chunk-managers.js";
import {
  milliseconds
} from "./chunk-model-options.js";
import {
  folderOf
} from "./chunk-text-paths.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  visible
} from "./chunk-text-visible.js";

// src/repository/own-limits.ts
var MAX_PROJECTS = 50;
var HEAD_BYTES = 4096;
async function ownLimits(state, isGated) {
  const lockfiles = [...state.files.values()].filter(({ path, mode }) => mode === "file" && !/(?:^|\/)node_modules\//.test(path)).filter(({ path }) => lockfileName(path)?.reading !== void 0 && isGated(path)).sort((a, b) => compareText(a.path, b.path)).sort((a, b) => depthOf(a.path) - depthOf(b.path));
  const found = [];
  for (const file of lockfiles.slice(0, MAX_PROJECTS)) {
    const manager = await managerOf(file, state);
    const folder = folderOf(file.path);
    if (manager === void 0) continue;
    const name = programName(manager.program);
    if (found.some((each) => each.manager === name && each.folder === folder)) continue;
    found.push({ manager: name, folder, limits: await manager.settings.limits(state.settings.in(folder)) });
  }
  return found;
}
var depthOf = (path) => path.split("/").length;
async function managerOf(file, { reader }) {
  const reading = lockfileName(file.path)?.reading;
  if (reading === void 0 || reading.managers.length === 1) return reading?.managers[0];
  try {
    const bytes = await reader.read(file);
    return reading.managerOf(file.path, new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES)));
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return void 0;
    throw cause;
  } finally {
    reader.forget(file);
  }
}

// src/policy/agreement.ts
function minimumAgeOf(policy) {
  const ages = [
    ["cooldown", "minimumReleaseAge"],
    ["new-package", "pulledInAge"]
  ];
  return Math.max(
    ...ages.map(([rule, option]) => ageLevel(policy, rule) === "error" ? ageIn(policy, rule, option) : 0)
  );
}
function ageLevel({ settings }, rule) {
  const setting = settings.get(rule);
  return setting?.codes?.["too-young"] ?? setting?.level ?? "off";
}
function ageIn(policy, rule, option) {
  const setting = policy.settings.get(rule);
  const age = setting?.options?.[option];
  if (ageLevel(policy, rule) === "off" || typeof age !== "string") return 0;
  return Math.max(milliseconds(age), 0);
}
async function readAgreement(policy, snapshot) {
  const state = await stateOf(snapshot);
  return agreementOf(policy, { projects: await ownLimits(state, policy.isGated), bots: await updateBots(state) });
}
function agreementOf(policy, { projects, bots }) {
  const minimum = minimumAgeOf(policy);
  return {
    rows: [policyRow(policy, minimum), ...foldRows(projects.map(managerRow)), ...bots.map(botRow)],
    fixes: [
      ...fold(projects.flatMap((project) => managerFixes(project, minimum, policy))),
      ...bots.flatMap((bot) => botFixes(bot, minimum))
    ]
  };
}
var levelIn = ({ settings }, rule) => settings.get(rule)?.level ?? "off";
function policyRow(policy, minimum) {
  return {
    who: "policy",
    waiting: waitingWords(policy, minimum),
    scripts: levelIn(policy, "install-scripts"),
    sources: levelIn(policy, "source"),
    trust: levelIn(policy, "trust-downgrade")
  };
}
function waitingWords(policy, minimum) {
  const ofVersions = ageIn(policy, "cooldown", "minimumReleaseAge");
  const asked = Math.max(ofVersions, ageIn(policy, "new-package", "pulledInAge"));
  const [versions, names] = [ofVersions, asked].map((age) => spelledHours(age / 36e5));
  const words = versions === names ? `${versions}` : `${versions}, new names ${names}`;
  return asked > 0 && minimum === 0 ? `${words}; does not block` : words;
}
function managerRow({ manager, folder, limits }) {
  const { waiting, scripts, sources, trust } = limits;
  return {
    manager,
    who: folder === "" ? manager : `${manager} in ${visible(folder, 60)}`,
    ...{ waiting: waiting.says, scripts: scripts.says, sources: sources.says, trust: trust.says }
  };
}
function foldRows(rows) {
  const keyOf = ({ manager, waiting, scripts, sources, trust }) => [manager, waiting, scripts, sources, trust].join("\n");
  const all = [...new Set(rows.map(keyOf))].map((key) => rows.filter((row) => keyOf(row) === key));
  return all.flatMap(([first, ...more]) => {
    if (first === void 0) return [];
    const { who, waiting, scripts, sources, trust } = first;
    return [{ who: more.length === 0 ? who : `${who} and ${more.length} more`, waiting, scripts, sources, trust }];
  });
}
function botRow({ bot, hours, isSet, exceptions, doubt }) {
  const how = hours === void 0 ? "unknown" : `${spelledHours(hours)}${isSet ? "" : hours === 0 ? " (default)" : " (preset)"}`;
  const more = exceptions.length === 0 ? "" : `, ${exceptions.length} excepted`;
  return {
    who: bot,
    waiting: `${how}${more}${doubt === void 0 ? "" : `: ${visible(doubt, 100)}`}`,
    ...{ scripts: "", sources: "", trust: "" }
  };
}
function managerFixes({ manager, folder, limits }, minimum, policy) {
  const { file, waiting, waitLines, scripts, sources, trust } = limits;
  if (file === void 0) return [];
  const path = folder === "" ? file : `${folder}/${file}`;
  const hours = minimum / 36e5;
  const isShort = hours > 0 && (waiting.hours === void 0 || waiting.hours < hours);
  const fixOf = ({ fix, isSet }, rule) => fix === void 0 || levelIn(policy, rule) === "off" ? [] : [{ fix, isSet }];
  const others = [
    ...fixOf(scripts, "install-scripts"),
    ...fixOf(sources, "source"),
    ...fixOf(trust, "trust-downgrade")
  ];
  const whys = [
    ...isShort ? [`waits as long as the policy asks for${longerWords(manager, policy, hours)}`] : [],
    ...others.length > 0 ? ["keeps out what the policy keeps out"] : []
  ];
  const lines = [...isShort ? waitLines(hours) : [], ...others.map(({ fix }) => fix)];
  const isChange = [...isShort ? [waiting] : [], ...others].every(({ isSet }) => isSet === true);
  const why = `${manager} ${whys.join(" and ")}`;
  return lines.length === 0 ? [] : [{ file: path, why, lines, ...isChange && { isChange } }];
}
function longerWords(manager, policy, hours) {
  const ofVersions = ageIn(policy, "cooldown", "minimumReleaseAge") / 36e5;
  if (ofVersions === 0 || ofVersions >= hours) return "";
  return ` (${spelledHours(hours)}, not ${spelledHours(ofVersions)}: ${manager} cannot tell new names apart, which need ${spelledHours(hours)})`;
}
function fold(fixes) {
  const keyOf = ({ why, lines }) => [why, ...lines].join("\n");
  return [...new Set(fixes.map(keyOf))].flatMap((key) => {
    const [first, ...more] = fixes.filter((fix) => keyOf(fix) === key);
    if (first === void 0) return [];
    return [more.length === 0 ? first : { ...first, why: `${first.why}, and in ${more.length} more folders` }];
  });
}
function botFixes(bot, minimum) {
  if (minimum <= 0 || waitsEnough(bot, minimum)) return [];
  const days = daysToWait(minimum);
  const why = `${bot.bot} proposes what is old enough for the policy (a day more than it asks for)`;
  if (bot.bot === "Dependabot") {
    const lines = [
      "    # in every entry of `updates` for npm, bun and deno",
      "    cooldown:",
      `      default-days: ${days}`
    ];
    return [{ file: bot.file, why, lines }];
  }
  const rule = `{ "matchDatasources": ["npm"], "minimumReleaseAge": "${days} days" }`;
  return [{ file: bot.file, why, lines: [`"packageRules": [${rule}]`] }];
}

export {
  minimumAgeOf,
  readAgreement,
  agreementOf,
  botFixes
};
