import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  recordedOrigin
} from "./chunk-run-open.js";

// src/run/evidence-recording.ts
function recordingOf({
  now,
  preset,
  file,
  effective,
  trust,
  comparison,
  collected,
  failed
}) {
  if (failed) return void 0;
  const { answers, registries } = collected;
  const text = typeof file?.text === "object" ? new TextDecoder().decode(file.text) : file?.text ?? null;
  const extended = effective?.extended;
  return {
    schema: "lockgate-evidence/1",
    evaluatedAt: now,
    policy: {
      source: file?.source ?? "preset",
      text,
      preset: preset ?? null,
      ...recordedOrigin(file),
      ...extended && { extended }
    },
    comparison,
    registries: registries ?? null,
    ...Object.keys(trust).length === 0 ? {} : { trust },
    answers
  };
}

export {
  recordingOf
};
