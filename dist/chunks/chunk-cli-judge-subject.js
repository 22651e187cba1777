import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  startProgress
} from "./chunk-cli-progress.js";
import {
  requestOf
} from "./chunk-cli-request.js";
import {
  shownPath,
  writeInstead,
  writeReport,
  writeText
} from "./chunk-cli-output.js";
import {
  recordingOf
} from "./chunk-run-evidence-recording.js";
import {
  reportOf
} from "./chunk-run-report-of.js";
import {
  runGate
} from "./chunk-run-pipeline.js";
import {
  serializeEvidence
} from "./chunk-recording-evidence-file.js";

// src/cli/judge-subject.ts
async function judgeSubject(subject, flags, addTo = (report) => Promise.resolve({ report })) {
  const request = await requestOf(flags, subject);
  const progress = startProgress(process.stderr, "Asking the registry");
  const run = await runGate({ ...request, progress: progress.step });
  progress.end();
  const {
    report,
    preface = "",
    closing = "",
    instead,
    isRefused = false
  } = await addTo(reportOf(run), { request, run }).finally(
    () => Promise.all([subject.base?.close?.(), subject.head.close?.()])
  );
  const recording = recordingOf(run);
  if (flags.evidenceOut !== void 0 && recording !== void 0) {
    await writeText(flags.evidenceOut, serializeEvidence(recording));
  }
  const isForPerson = flags.format === "text" && flags.output === void 0;
  if (isForPerson) process.stdout.write(preface);
  const { evidence } = flags;
  const basis = evidence === void 0 ? void 0 : { path: shownPath(evidence), at: run.now };
  if (instead !== void 0) return Math.max(await writeInstead(instead, report, flags), isRefused ? 1 : 0);
  const status = await writeReport(report, flags, basis);
  if (isForPerson) process.stdout.write(closing);
  return status;
}

export {
  judgeSubject
};
