import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readBytes,
  shownPath
} from "./chunk-cli-output.js";
import {
  policyOf
} from "./chunk-platform-github-policy-of.js";
import {
  policyPlace
} from "./chunk-policy-remote.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/cli/extended-policy.ts
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { join } from "node:path/posix";
function extendedReader({ offline }) {
  if (offline) return refuseOffline;
  const connect = connection();
  return connect && policyOf(async () => (await connect()).request);
}
function connection() {
  const { GITHUB_API_URL: apiUrl = "https://api.github.com", GITHUB_TOKEN, GH_TOKEN } = process.env;
  const token = GITHUB_TOKEN || GH_TOKEN;
  if (!token) return void 0;
  return async () => {
    const { connect } = await import("./platform-github-api.js");
    return connect({ apiUrl: apiUrl.replace(/\/+$/, ""), token });
  };
}
var refuseOffline = ({ repository }) => Promise.reject(
  new GateFailure(
    "policy-unavailable",
    `the policy extends one of ${repository}, and --offline allows no request; run without --offline, or give --policy a file that extends a preset`
  )
);
var maxBytes = 256 * 1024 + 1;
async function operatorPolicy(text, asking) {
  const place = policyPlace(text);
  if ("path" in place || "problem" in place && existsSync(text)) return policyFile(text);
  if ("problem" in place) throw new GateFailure("usage", place.problem);
  if (existsSync(text)) {
    const message = `this is a file here, and names a policy of another repository too; write ${quoted(`./${text}`)} for the file`;
    throw new GateFailure("usage", message, { path: text });
  }
  let policy;
  return () => policy ??= readRemote(place.remote, asking);
}
async function readRemote(remote, { offline }) {
  const refuse = (why) => new GateFailure("policy-unavailable", `the policy ${quoted(remote.name)} is read through GitHub${why}`);
  if (offline) throw refuse(", and --offline allows no request; run without --offline, or give --policy a file");
  const connect = connection();
  if (connect === void 0) throw refuse("; set GITHUB_TOKEN to a token that may read it, or give --policy a file");
  const { readRemotePolicy } = await import("./platform-github-remote-policy.js");
  return readRemotePolicy(remote, (await connect()).request);
}
async function policyFile(path, source = shownPath(path)) {
  const beside = async (other, place) => {
    const at = `${dirname(path)}/${other}`;
    try {
      return { source: join(dirname(source), other), text: await readBytes(at, maxBytes) };
    } catch (cause) {
      if (!(cause instanceof GateFailure)) throw cause;
      const message = `the policy extends ${quoted(other)}, which ${cause.message}; put it beside the policy`;
      throw new GateFailure("policy-unavailable", message, place);
    }
  };
  return { source, text: await readBytes(path, maxBytes), beside };
}

export {
  extendedReader,
  operatorPolicy,
  policyFile
};
