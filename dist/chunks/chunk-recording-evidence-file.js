import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  GateFailure
} from "./chunk-errors.js";
import {
  quoted,
  visible
} from "./chunk-text-visible.js";

// src/recording/evidence-file.ts
var maxEvidenceBytes = 256 * 1024 * 1024;
function serializeEvidence(file) {
  return `${print(file, "")}
`;
}
async function parseEvidence(text, path) {
  const [{ evidenceFileSchema }, parsed] = await Promise.all([import("./recording-evidence-schema.js"), parseJson(text, path)]);
  if (typeof parsed === "object" && parsed !== null && "schema" in parsed && typeof parsed.schema === "string") {
    if (parsed.schema !== "lockgate-evidence/1") {
      const found = quoted(parsed.schema, 60);
      throw invalid(
        `Its format is ${found}, but this version of lockgate reads lockgate-evidence/1; record it again.`,
        path
      );
    }
  }
  const checked = evidenceFileSchema.safeParse(parsed);
  if (checked.success) return checked.data;
  const { place, message } = nearestIssue(checked.error.issues);
  const shown = place.length === 0 ? "the file" : quoted(place.join("."), 200);
  throw invalid(`${shown} does not match lockgate-evidence/1 (${visible(message, 200)}); record it again.`, path);
}
function nearestIssue([issue]) {
  if (issue === void 0) return { place: [], message: "" };
  const [nearest] = [...issue.errors ?? []].sort((a, b) => a.length - b.length);
  if (nearest === void 0 || nearest.length === 0) return { place: issue.path, message: issue.message };
  const inner = nearestIssue(nearest);
  return { place: [...issue.path, ...inner.place], message: inner.message };
}
function parseJson(text, path) {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid("It is not JSON; record the evidence again with --evidence-out.", path);
  }
}
var invalid = (message, path) => new GateFailure("evidence-invalid", message, { path });
function print(value, indent) {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const inner = indent === void 0 ? void 0 : `${indent}  `;
  const members = isList ? value.map((entry) => print(entry, void 0)) : Object.entries(value).filter(([, member]) => member !== void 0).sort(([a], [b]) => a < b ? -1 : 1).map(([key, member]) => `${JSON.stringify(key)}:${inner === void 0 ? "" : " "}${print(member, inner)}`);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  if (members.length === 0) return open + close;
  return inner === void 0 ? `${open}${members.join(",")}${close}` : `${open}
${inner}${members.join(`,
${inner}`)}
${indent ?? ""}${close}`;
}

export {
  maxEvidenceBytes,
  serializeEvidence,
  parseEvidence
};
