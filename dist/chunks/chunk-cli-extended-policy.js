import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  policyOf
} from "./chunk-platform-github-policy-of.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/cli/extended-policy.ts
function extendedReader({ offline }) {
  const { GITHUB_API_URL: apiUrl = "https://api.github.com", GITHUB_TOKEN, GH_TOKEN } = process.env;
  const token = GITHUB_TOKEN || GH_TOKEN;
  if (offline) return refuseOffline;
  if (!token) return void 0;
  return policyOf(async () => {
    const { connect } = await import("./platform-github-api.js");
    return (await connect({ apiUrl: apiUrl.replace(/\/+$/, ""), token })).request;
  });
}
var refuseOffline = ({ repository }) => Promise.reject(
  new GateFailure(
    "policy-unavailable",
    `the policy extends one of ${repository}, and --offline allows no request; run without --offline, or give --policy a file that extends a preset`
  )
);

export {
  extendedReader
};
