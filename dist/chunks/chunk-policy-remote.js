import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  rootPathProblem
} from "./chunk-text-paths.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/policy/remote.ts
var REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9-]*\/(?!\.{1,2}$)[A-Za-z0-9._-]+$/;
var REF = /^[A-Za-z0-9_][A-Za-z0-9_.+-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.+-]*)*$/;
var repositoryProblem = (text) => REPOSITORY.test(text) ? void 0 : "expected a repository of GitHub, such as `acme/policies`";
function policyPlace(text) {
  if (!text.includes("@") || /^(?:\.{0,2}\/|[A-Za-z]:[\\/])/.test(text)) return { path: text };
  const remote = remoteOf(text);
  if (typeof remote !== "string") return { remote };
  return {
    problem: `${quoted(text)} names no policy: ${remote}; write OWNER/REPO/PATH@REF for a file of another repository, or begin with \`./\` for a path`
  };
}
function remoteOf(text) {
  const [file = "", ref = "", ...more] = text.split("@");
  if (more.length > 0) return "it has more than one `@`";
  const [owner = "", repo = "", ...segments] = file.split("/");
  const [repository, path] = [`${owner}/${repo}`, segments.join("/")];
  if (repositoryProblem(repository) !== void 0) return "it does not begin with a repository of GitHub";
  if (rootPathProblem(path) !== void 0) return "the path of the file in that repository is missing or malformed";
  if (ref.length > 200 || !REF.test(ref) || /\.\.|\.(?:lock)?(?:\/|$)/.test(ref)) {
    return "behind the `@` there is no branch, tag or full commit id";
  }
  return { name: text, repository, path, ref };
}
var commitOf = ({ ref }) => /^[0-9a-f]{40}$/i.test(ref) ? ref.toLowerCase() : void 0;
function refNames({ ref }) {
  const named = ref.replace(/^refs\//, "");
  return /^(?:heads|tags)\//.test(named) ? [named] : [`heads/${named}`, `tags/${named}`];
}

export {
  repositoryProblem,
  policyPlace,
  commitOf,
  refNames
};
