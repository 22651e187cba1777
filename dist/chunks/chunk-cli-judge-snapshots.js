import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  extendedReader
} from "./chunk-cli-extended-policy.js";
import {
  readText,
  shownPath,
  writeReport,
  writeText
} from "./chunk-cli-output.js";
import {
  runGate
} from "./chunk-gate.js";
import {
  serializeEvidence
} from "./chunk-evidence-evidence-file.js";
import {
  GateFailure
} from "./chunk-errors.js";

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

// src/cli/trust-flags.ts
async function givenTrust(flags) {
  const { trustedRoot, registryKeys, refreshTrust, tufMirror, tufRoot } = flags;
  if (!refreshTrust && (tufMirror ?? tufRoot) !== void 0) {
    throw new GateFailure("usage", "--tuf-mirror and --tuf-root say where --refresh-trust asks: add --refresh-trust.");
  }
  if (tufRoot !== void 0 && tufMirror === void 0) {
    throw new GateFailure("usage", "--tuf-root is the root of another TUF repository: name that with --tuf-mirror.");
  }
  if (refreshTrust && (flags.offline || flags.evidence !== void 0)) {
    throw new GateFailure("usage", "--refresh-trust makes requests, which --offline and --evidence rule out.");
  }
  return {
    ...trustedRoot === void 0 ? {} : { trustedRoot: await readGiven(trustedRoot) },
    ...registryKeys === void 0 ? {} : { registryKeys: await readGiven(registryKeys) },
    ...refreshTrust ? {
      refresh: {
        ...tufMirror === void 0 ? {} : { mirror: tufMirror },
        ...tufRoot === void 0 ? {} : { root: await readText(tufRoot) }
      }
    } : {}
  };
}
async function readGiven(path) {
  return { path: shownPath(path), text: await readText(path) };
}

// src/cli/judge-snapshots.ts
import { resolve } from "node:path";
async function judgeSnapshots(mode, snapshots, flags, addTo = (report) => Promise.resolve({ report })) {
  const recorded = flags.evidence === void 0 ? void 0 : await readEvidence(flags.evidence);
  const readExtended = extendedReader(flags);
  const progress = startProgress(process.stderr, "Asking the registry");
  const { report, evidence } = await runGate({
    mode,
    ...snapshots,
    policyPath: ".github/dependency-policy.yml",
    ...flags.policy === void 0 ? {} : { policy: await readPolicyFlag(flags.policy) },
    ...flags.preset === void 0 ? {} : { preset: flags.preset },
    ...readExtended && { readExtended },
    ...flags.registry === void 0 ? {} : { registry: flags.registry },
    ...flags.osv === void 0 ? {} : { osv: flags.osv },
    trust: await givenTrust(flags),
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
  const { report: whole, preface = "" } = await addTo(report);
  if (flags.format === "text" && flags.output === void 0) process.stdout.write(preface);
  return writeReport(whole, flags);
}
async function readEvidence(path) {
  const { maxEvidenceBytes, parseEvidence } = await import("./evidence-evidence-file.js");
  return parseEvidence(await readText(path, maxEvidenceBytes), path);
}
async function readPolicyFlag(path) {
  return { source: shownPath(path), text: await readText(path) };
}

export {
  startProgress,
  givenTrust,
  judgeSnapshots,
  readEvidence,
  readPolicyFlag
};
