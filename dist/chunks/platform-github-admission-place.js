import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import "./chunk-runtime.js";

// src/platform/github/admission-place.ts
function admissionPlace({ serverUrl, owner, repo, workflowRef }, commit, version) {
  if (serverUrl === void 0) return void 0;
  return {
    ...{ repository: `${serverUrl}/${owner}/${repo}`, commit, version },
    ...workflowRef === void 0 ? {} : { workflow: `${serverUrl}/${workflowRef}` }
  };
}
export {
  admissionPlace
};
