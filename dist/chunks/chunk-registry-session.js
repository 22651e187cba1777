import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  runLimits
} from "./chunk-registry-limits.js";

// src/registry/session.ts
function openSession(options = {}) {
  const { answers = [], versionsOf = () => [], limits } = options;
  const { maxRequests = runLimits.requests, patience = runLimits.patience } = options;
  let client;
  return {
    ...{ answers: new Map(answers), versionsOf, left: maxRequests, end: performance.now() + patience },
    client: () => client ??= openClient(options.concurrency ?? runLimits.concurrency, limits),
    close: () => void client?.then((opened) => opened.close())
  };
}
async function openClient(concurrency, limits) {
  const { createRegistryClient } = await import("./registry-client.js");
  return createRegistryClient(concurrency, limits);
}
function coversVersions(answer, versions) {
  if (answer.state !== "packument") return true;
  const { wanted } = answer.packument;
  return [...versions].every((version) => Object.hasOwn(wanted, version));
}

export {
  openSession,
  coversVersions
};
