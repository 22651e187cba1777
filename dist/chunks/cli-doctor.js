import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  gateWords
} from "./chunk-report-fleet-words.js";
import {
  limitsOrWhyNot
} from "./chunk-report-formats-limits-table.js";
import {
  readFlags
} from "./chunk-cli-flags.js";
import {
  connectionFromEnv
} from "./chunk-cli-github-connection.js";
import {
  textStyle,
  writeText
} from "./chunk-cli-output.js";
import {
  originOf
} from "./chunk-cli-judged-repository.js";
import {
  programName
} from "./chunk-cli-program.js";
import "./chunk-policy-nearest.js";
import {
  jsonText
} from "./chunk-report-formats-json.js";
import {
  wrap
} from "./chunk-report-formats-wrap.js";
import "./chunk-report-view-text-words.js";
import "./chunk-policy-schema-names.js";
import {
  logText
} from "./chunk-report-escape.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  quoted,
  visible
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/cli/doctor.ts
async function run(args) {
  const flags = readFlags(args, "doctor");
  if (flags.org !== void 0) return (await import("./cli-doctor-fleet.js")).runFleet({ ...flags, org: flags.org });
  if (flags.positionals.length > 1) throw new GateFailure("usage", "doctor takes one repository: OWNER/NAME");
  if (flags.format !== "text" && flags.format !== "json") {
    throw new GateFailure("usage", `doctor writes text or json; not ${flags.format}.`);
  }
  const { apiUrl, token } = connectionFromEnv();
  if (!token && flags.format === "text" && flags.output === void 0) await sayLocalLimits(flags);
  const [owner, repo] = await chooseRepository(flags.positionals[0], flags.repo ?? ".");
  if (!token) {
    throw new GateFailure(
      "usage",
      "doctor asks GitHub and needs a token: set GITHUB_TOKEN to one that may read the repository (and its administration settings, if it has classic branch protection)"
    );
  }
  const [{ connect }, { examine }] = await Promise.all([
    import("./platform-github-api.js"),
    import("./platform-doctor-examine.js")
  ]);
  const examination = await examine(await connect({ apiUrl, token }), owner, repo);
  const { width } = textStyle(flags.output);
  const text = flags.format === "json" ? jsonText(examination) : examinationText(examination, width);
  if (flags.output === void 0) process.stdout.write(text);
  else await writeText(flags.output, text);
  return statusOf(examination);
}
function statusOf({ problems }) {
  if (problems.some(({ level }) => level === "error")) return 1;
  return problems.some(({ level }) => level === "unknown") ? 2 : 0;
}
var words = { error: "open", unknown: "unknown", warn: "weak", note: "note" };
function examinationText({ repository, defaultBranch, problems, requiredBy, limits }, width) {
  const open = problems.filter(({ level }) => level === "error").length;
  const unread = problems.filter(({ level }) => level === "unknown").length;
  const verdict = open > 0 ? `A pull request can get past the gate in ${open === 1 ? "one way" : `${open} ways`}.` : unread > 0 ? "Some settings could not be read." : `The check is effective: a pull request that fails it cannot be merged${requiredBy.every(({ bypass }) => bypass?.length === 0) ? "" : ", except by those who may bypass it"}.`;
  const found = problems.flatMap(({ level, message, fix }) => [
    "",
    ...wrap(`${words[level]}: ${visible(message)}`, "", width),
    ...wrap(`next: ${visible(fix)}`, "  ", width)
  ]);
  const title = wrap(`${quoted(repository)}, branch ${quoted(defaultBranch)}: ${verdict}`, "", width);
  const own = limitsOrWhyNot(limits, width);
  const gate = requiredBy.length === 0 ? [] : ["", ...wrap(`${gateWords(requiredBy, quoted)}.`, "", width)];
  return logText(`${[...title, ...gate, ...found, "", ...own].join("\n")}
`);
}
async function sayLocalLimits({ positionals: [named], repo: folder = ".", output }) {
  const { localLimits } = await import("./cli-local-limits.js");
  const isAnother = named !== void 0 && named !== await originOf(folder).catch(() => void 0);
  const limits = isAnother ? void 0 : await localLimits(folder);
  if (limits === void 0) return;
  const lines = limitsOrWhyNot(limits.agreement, textStyle(output).width);
  process.stdout.write(logText(`${[...lines, ""].join("\n")}
`));
}
async function chooseRepository(named, folder) {
  const text = named ?? process.env["GITHUB_REPOSITORY"] ?? await originOf(folder);
  const [, owner, repo] = /^([A-Za-z0-9_.-]+)\/([A-Za-z0-9_.-]+)$/.exec(text ?? "") ?? [];
  if (owner !== void 0 && repo !== void 0) return [owner, repo];
  throw new GateFailure(
    "usage",
    text === void 0 ? `doctor does not know which repository to examine; name it: ${programName()} doctor OWNER/NAME` : `${quoted(text)} is not a repository; write OWNER/NAME`
  );
}
export {
  run
};
