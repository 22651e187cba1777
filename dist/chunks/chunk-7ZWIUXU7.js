import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readText,
  writeReport,
  writeText
} from "./chunk-FSQ7YRW6.js";
import {
  runGate
} from "./chunk-O5YFYGMB.js";
import {
  serializeEvidence
} from "./chunk-CVSSHSRM.js";

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
  judgeSnapshots,
  readEvidence,
  readPolicyFlag,
  readGiven
};
