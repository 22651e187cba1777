import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  startProgress
} from "./chunk-cli-progress.js";
import {
  connectionFromEnv
} from "./chunk-cli-github-connection.js";
import {
  textStyle,
  writeText
} from "./chunk-cli-output.js";
import "./chunk-cli-program.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  quoted
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/cli/doctor-fleet.ts
async function runFleet(flags) {
  const { org, format, output, positionals, repo } = flags;
  if (positionals.length > 0 || repo !== void 0) {
    throw new GateFailure(
      "usage",
      "--org examines all repositories of an organisation: leave out OWNER/NAME and --repo"
    );
  }
  if (format === "sarif") throw new GateFailure("usage", "doctor --org writes text, json or markdown; not sarif.");
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(org)) {
    throw new GateFailure("usage", `${quoted(org)} is not the name of an organisation; write --org ORG`);
  }
  const { apiUrl, token } = connectionFromEnv();
  if (!token) {
    throw new GateFailure(
      "usage",
      "doctor asks GitHub and needs a token: set GITHUB_TOKEN to one that may read every repository of the organisation (an owner's also sees who may bypass its rulesets)"
    );
  }
  const [{ connect }, { examineFleet }] = await Promise.all([
    import("./platform-github-api.js"),
    import("./platform-doctor-fleet.js")
  ]);
  const progress = startProgress(process.stderr, "Examining repositories");
  const fleet = await examineFleet(await connect({ apiUrl, token }), org, progress.step).finally(progress.end);
  const text = await render(fleet, flags);
  if (output === void 0) process.stdout.write(text);
  else await writeText(output, text);
  return statusOf(fleet);
}
async function render(fleet, { format, output }) {
  switch (format) {
    case "json":
      return (await import("./report-formats-json.js")).jsonText(fleet);
    case "markdown":
      return (await import("./report-formats-fleet-markdown.js")).fleetMarkdown(fleet);
    default:
      return (await import("./report-formats-fleet-text.js")).fleetText(fleet, textStyle(output));
  }
}
function statusOf({ counts, hidden }) {
  if (counts.open > 0) return 1;
  return counts.unknown > 0 || hidden !== 0 ? 2 : 0;
}
export {
  runFleet
};
