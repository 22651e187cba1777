import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  programName
} from "./chunk-cli-program.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  visible
} from "./chunk-text-visible.js";

// src/cli/output.ts
import { createReadStream } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import { basename, isAbsolute } from "node:path";

// src/cli/hyperlinks.ts
var programs = /* @__PURE__ */ new Set(["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "WarpTerminal"]);
var terms = /^(?:xterm-kitty|xterm-ghostty|alacritty|foot|wezterm|contour)/;
var firstVte = 5e3;
function showsHyperlinks(env) {
  const { FORCE_HYPERLINK: forced, TERM = "", TERM_PROGRAM: program = "", VTE_VERSION: vte = "" } = env;
  if (forced !== void 0 && forced !== "") return forced !== "0";
  if (TERM === "dumb" || ["CI", "TMUX", "STY"].some((name) => Boolean(env[name]))) return false;
  const isNamed = programs.has(program) || terms.test(TERM);
  const isMarked = ["WT_SESSION", "KONSOLE_VERSION", "DOMTERM"].some((name) => Boolean(env[name]));
  return isNamed || isMarked || Number(vte) >= firstVte;
}

// src/cli/output.ts
var statuses = { pass: 0, warn: 0, fail: 1, error: 2 };
async function writeReport(report, flags, basis) {
  const { format, output } = flags;
  return writeInstead(await withSaid(await render(report, format, output), format, basis), report, flags);
}
async function writeInstead(text, report, { format, output }) {
  if (output === void 0) process.stdout.write(text);
  else await writeText(output, text);
  const bothSeen = format === "text" && output === void 0 && process.stdout.isTTY && process.stderr.isTTY;
  if (report.errors.length > 0 && !bothSeen) {
    const { errorLine } = await import("./report-view-words.js");
    for (const error of report.errors) process.stderr.write(`lockgate: ${errorLine(error)}
`);
  }
  return statuses[report.verdict];
}
async function withSaid(text, format, basis) {
  if (basis === void 0 || format === "json" || format === "sarif") return text;
  const [{ basisWords, withBasis }, { codeSpan }] = await Promise.all([
    import("./report-view-basis.js"),
    import("./report-escape.js")
  ]);
  return withBasis(text, basisWords(basis, format === "markdown" ? codeSpan : visible), format);
}
async function render(report, format, output) {
  switch (format) {
    case "json":
      return (await import("./report-formats-json.js")).jsonReport(report);
    case "markdown":
      return (await import("./report-formats-markdown.js")).commentMarkdown(report, await projectLinks());
    case "sarif":
      return (await import("./report-formats-sarif.js")).sarifReport(report);
    case "text":
      return (await import("./report-formats-terminal.js")).terminalReport(report, {
        ...textStyle(output),
        ...await projectStyle(output),
        program: programName()
      });
  }
}
function textStyle(output) {
  const terminal = output === void 0 && process.stdout.isTTY;
  const { NO_COLOR: never, FORCE_COLOR: always } = process.env;
  return {
    colour: !never && (terminal || Boolean(always)),
    width: terminal ? Math.max(60, process.stdout.columns) : Infinity
  };
}
async function projectLinks() {
  const { projectOf, rulesUrlOf } = await import("./report-view-project.js");
  const project = projectOf("git+https://github.com/OWNER/lockgate.git", "0.1.0");
  if (project === void 0) return { program: programName() };
  return { rulesUrl: rulesUrlOf(project), project: { url: project.url, version: "0.1.0" } };
}
async function projectStyle(output) {
  const { projectOf } = await import("./report-view-project.js");
  const project = projectOf("git+https://github.com/OWNER/lockgate.git", "0.1.0");
  const isTerminal = output === void 0 && process.stdout.isTTY;
  return { project, version: "0.1.0", hyperlinks: isTerminal && showsHyperlinks(process.env) };
}
async function writeText(path, text) {
  try {
    await writeFile(path, text);
  } catch (cause) {
    throw new GateFailure("usage", `cannot be written (${codeOf(cause)})`, { path });
  }
}
async function readText(path, maxBytes = Infinity) {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await readBytes(path, maxBytes));
}
async function readBytes(path, maxBytes = Infinity) {
  try {
    const stats = await stat(path);
    if (stats.isFile() && stats.size > maxBytes) throw largerThan(maxBytes, path);
    if (maxBytes === Infinity) return await readFile(path);
    const chunks = [];
    let length = 0;
    for await (const chunk of createReadStream(path)) {
      length += chunk.length;
      if (length > maxBytes) throw largerThan(maxBytes, path);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (cause) {
    if (cause instanceof GateFailure) throw cause;
    throw new GateFailure("usage", `cannot be read (${codeOf(cause)})`, { path });
  }
}
var largerThan = (maxBytes, path) => new GateFailure("usage", `is larger than ${maxBytes} bytes`, { path });
async function demandRegular(path) {
  const stats = await stat(path).catch(() => void 0);
  if (stats?.isFile() === false) throw new GateFailure("usage", "is not a regular file; name one", { path });
}
function shownPath(path) {
  return isAbsolute(path) ? basename(path) : path;
}
function codeOf(cause) {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "unknown reason";
}

export {
  writeReport,
  writeInstead,
  textStyle,
  writeText,
  readText,
  readBytes,
  demandRegular,
  shownPath
};
