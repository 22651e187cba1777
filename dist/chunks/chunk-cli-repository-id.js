import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  connectionFromEnv
} from "./chunk-cli-github-connection.js";
import {
  originPlace
} from "./chunk-cli-judged-repository.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/cli/repository-id.ts
async function repositoryIdOf({
  repositoryId,
  offline,
  repo,
  headDir,
  dir
}) {
  if (repositoryId !== void 0) return repositoryId;
  const origin = await originPlace(repo ?? headDir ?? dir ?? ".").catch(noRepository);
  const { GITHUB_REPOSITORY: name, GITHUB_REPOSITORY_ID: own } = process.env;
  const isOwn = origin !== void 0 && origin.name.toLowerCase() === name?.toLowerCase();
  if (isOwn && own !== void 0 && /^[1-9]\d{0,15}$/.test(own)) return Number(own);
  const { apiUrl, token } = connectionFromEnv();
  if (offline || !token || origin === void 0 || origin.host !== hostOf(apiUrl)) return void 0;
  const [{ connect }, { idOf }] = await Promise.all([
    import("./platform-github-api.js"),
    import("./platform-github-same-repository.js")
  ]);
  const { request } = await connect({ apiUrl, token });
  return idOf(origin.name, request).catch(() => void 0);
}
function hostOf(apiUrl) {
  const host = URL.canParse(apiUrl) ? new URL(apiUrl).hostname : void 0;
  return host === "api.github.com" ? "github.com" : host;
}
function noRepository(cause) {
  if (!(cause instanceof GateFailure)) throw cause;
}

export {
  repositoryIdOf,
  hostOf
};
