import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  describeFailure,
  readFailure
} from "./chunk-platform-github-failure.js";
import {
  string
} from "./chunk-zod.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/platform/github/ask.ts
var objectId = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, "not a commit id");
async function ask(client, route, parameters, schema, what) {
  try {
    const { data } = await client.request(route, parameters);
    return schema.parse(data);
  } catch (error) {
    throw unavailable(error, what);
  }
}
function unavailable(error, what) {
  const { kind } = readFailure(error, 0);
  const fix = kind === "refused" || kind === "missing" ? "give the token `contents: read` and, on pull requests, `pull-requests: read`" : "run it again";
  const why = describeFailure(error);
  return new GateFailure("repository-unavailable", `GitHub did not provide ${what}: ${why}; ${fix}.`);
}

export {
  objectId,
  ask,
  unavailable
};
