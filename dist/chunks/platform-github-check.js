import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  int,
  object
} from "./chunk-zod.js";
import "./chunk-runtime.js";

// src/platform/github/check.ts
var checkName = "lockgate annotations";
var perRequest = 50;
var checkReply = object({ id: int().positive() });
async function publishCheck(client, order) {
  const { owner, repo, headSha, passed, title, summary, annotations, detailsUrl } = order;
  const outputFrom = (start) => ({
    title,
    summary,
    annotations: annotations.slice(start, start + perRequest).map(sent)
  });
  const { data } = await client.request("POST /repos/{owner}/{repo}/check-runs", {
    ...{ owner, repo, name: checkName, head_sha: headSha, status: "completed" },
    conclusion: passed ? "success" : "failure",
    ...detailsUrl === void 0 ? {} : { details_url: detailsUrl },
    output: outputFrom(0)
  });
  let taken = Math.min(perRequest, annotations.length);
  try {
    while (taken < annotations.length) {
      const check = { owner, repo, check_run_id: checkReply.parse(data).id };
      await client.request("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", {
        ...check,
        output: outputFrom(taken)
      });
      taken = Math.min(taken + perRequest, annotations.length);
    }
  } catch (failure) {
    return { taken, failure };
  }
  return { taken };
}
var sent = ({ path, line, column, level, title, message }) => ({
  ...{ path, start_line: line, end_line: line, title, message },
  ...column === void 0 ? {} : { start_column: column, end_column: column },
  annotation_level: level === "error" ? "failure" : level
});
export {
  checkName,
  publishCheck
};
