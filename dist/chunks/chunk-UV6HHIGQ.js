import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  runGate
} from "./chunk-BT4SZWY5.js";
import {
  serializeEvidence
} from "./chunk-CVSSHSRM.js";
import {
  GateFailure
} from "./chunk-NAH4THA5.js";

// src/cli/output.ts
import { readFile, stat, writeFile } from "node:fs/promises";
var statuses = { pass: 0, warn: 0, fail: 1, error: 2 };
async function writeReport(report, { format, output }) {
  const text = await render(report, format, output === void 0 && process.stdout.isTTY);
  if (output === void 0) process.stdout.write(text);
  else await writeText(output, text);
  const bothSeen = format === "text" && output === void 0 && process.stdout.isTTY && process.stderr.isTTY;
  if (report.errors.length > 0 && !bothSeen) {
    const { errorLine } = await import("./words-YB4DXUY2.js");
    for (const error of report.errors) process.stderr.write(`lockgate: ${errorLine(error)}
`);
  }
  return statuses[report.verdict];
}
async function render(report, format, terminal) {
  switch (format) {
    case "json":
      return (await import("./json-ENI46LLU.js")).jsonReport(report);
    case "markdown":
      return (await import("./markdown-K4JVOITJ.js")).commentMarkdown(report);
    case "text": {
      const { terminalReport } = await import("./terminal-BEO2O6ED.js");
      const width = terminal ? { width: Math.max(60, process.stdout.columns) } : {};
      const { NO_COLOR: never, FORCE_COLOR: always } = process.env;
      return terminalReport(report, { colour: !never && (terminal || Boolean(always)), ...width });
    }
  }
}
async function writeText(path, text) {
  try {
    await writeFile(path, text);
  } catch (cause) {
    throw new GateFailure("usage", `cannot be written (${codeOf(cause)})`, { path });
  }
}
async function readText(path, maxBytes = Infinity) {
  try {
    const { size } = await stat(path);
    if (size <= maxBytes) return await readFile(path, "utf8");
  } catch (cause) {
    throw new GateFailure("usage", `cannot be read (${codeOf(cause)})`, { path });
  }
  throw new GateFailure("usage", `is larger than ${maxBytes} bytes`, { path });
}
function codeOf(cause) {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "unknown reason";
}

// src/cli/judge-snapshots.ts
import { basename, isAbsolute, resolve } from "node:path";

// src/cli/progress.ts
function startProgress(stream, what) {
  const started = performance.now();
  let drawn = false;
  return {
    step: (done, total) => {
      if (!stream.isTTY || performance.now() - started < 1e3) return;
      stream.write(`\r${what}: ${done} of ${total}\x1B[K`);
      drawn = true;
    },
    end: () => {
      if (drawn) stream.write("\r\x1B[K");
    }
  };
}

// src/cli/judge-snapshots.ts
async function judgeSnapshots(mode, snapshots, flags) {
  const recorded = flags.evidence === void 0 ? void 0 : await readEvidence(flags.evidence);
  const progress = startProgress(process.stderr, "Asking the registry");
  const { report, evidence } = await runGate({
    mode,
    ...snapshots,
    policyPath: ".github/dependency-policy.yml",
    ...flags.policy === void 0 ? {} : { policy: await readPolicyFlag(flags.policy) },
    ...flags.preset === void 0 ? {} : { preset: flags.preset },
    ...flags.registry === void 0 ? {} : { registry: flags.registry },
    trust: {
      ...flags.trustedRoot === void 0 ? {} : { trustedRoot: await readGiven(flags.trustedRoot) },
      ...flags.registryKeys === void 0 ? {} : { registryKeys: await readGiven(flags.registryKeys) }
    },
    ...recorded === void 0 ? {} : { recorded },
    now: flags.now ?? recorded?.evaluatedAt ?? (/* @__PURE__ */ new Date()).toISOString(),
    offline: flags.offline || recorded !== void 0,
    env: process.env,
    workTree: resolve(flags.headDir ?? flags.dir ?? flags.repo ?? "."),
    progress: progress.step,
    ...flags.verbose ? { onDefect: (cause) => console.error(cause) } : {}
  });
  progress.end();
  await Promise.all([snapshots.base?.close?.(), snapshots.head.close?.()]);
  if (flags.evidenceOut !== void 0 && evidence !== void 0) {
    await writeText(flags.evidenceOut, serializeEvidence(evidence));
  }
  return writeReport(report, flags);
}
async function readEvidence(path) {
  const { maxEvidenceBytes, parseEvidence } = await import("./evidence-file-52Q3N3MV.js");
  return parseEvidence(await readText(path, maxEvidenceBytes), path);
}
async function readPolicyFlag(path) {
  return { source: shownPath(path), text: await readText(path) };
}
async function readGiven(path) {
  return { path: shownPath(path), text: await readText(path) };
}
var shownPath = (path) => isAbsolute(path) ? basename(path) : path;

export {
  writeReport,
  writeText,
  judgeSnapshots,
  readEvidence,
  readPolicyFlag,
  readGiven
};
