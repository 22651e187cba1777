import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openSubject
} from "./chunk-run-open.js";
import {
  verdictOf
} from "./chunk-run-verdict-of.js";
import {
  asGateErrors
} from "./chunk-errors.js";

// src/run/pipeline.ts
async function runGate(request) {
  return runOnce(request, true);
}
async function runOnce(request, isShown) {
  let opened;
  try {
    opened = await openSubject(request);
    const compared = await opened.compare();
    if (hasNothingToJudge(compared, opened.policy, request)) return nothingToJudge(compared, opened);
    const { complete, collectEvidence, judgeEvidence, judgeFurther, withRootPlaces } = await import("./run-stages.js");
    const completed = await complete(compared, opened);
    const collected = await collectEvidence(completed, opened);
    const run = await judgeEvidence(collected, opened);
    if (!("head" in request)) return run;
    const judged = await judgeFurther(run, request, opened, (look) => runOnce(look, false));
    return isShown && request.session === void 0 ? await withRootPlaces(judged, request.head) : judged;
  } catch (cause) {
    const errors = asGateErrors(cause);
    if (errors.some(({ code }) => code === "internal")) request.onDefect?.(cause);
    return endedBy(errors, request, opened?.policy);
  }
}
function hasNothingToJudge({ changes, observations }, { isPreset }, request) {
  const isAsked = request.focus !== void 0 || "vet" in request || isJudgedFurther(request);
  return isPreset && !isAsked && changes.length === 0 && observations.length === 0;
}
function isJudgedFurther(request) {
  return "head" in request && (request.queue !== void 0 || (request.also ?? []).length > 0);
}
function nothingToJudge(comparison, { now, preset, policy, trust }) {
  const judgement = { verdict: verdictOf(comparison, [], policy.mode), findings: [] };
  const collected = { dossiers: [], answers: [] };
  return { ...{ now, preset, policy, trust, comparison, whole: comparison }, collected, judgement, failed: false };
}
function endedBy(errors, request, policy) {
  const { mode, head, base } = "replay" in request ? request.replay.comparison : { mode: request.mode, head: request.head.label, base: request.base?.label };
  const comparison = {
    ...{ mode, head, lockfiles: [], changes: [], observations: [], errors },
    ...base === void 0 ? {} : { base }
  };
  return {
    now: "replay" in request ? request.now ?? request.replay.evaluatedAt : request.now,
    ...{ policy, trust: {}, comparison, whole: comparison, collected: { dossiers: [], answers: [] } },
    ...{ judgement: { verdict: "error", findings: [] }, failed: true }
  };
}

export {
  runGate
};
