import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  number,
  object
} from "./chunk-zod.js";

// src/platform/github/same-repository.ts
var repositoryReply = object({ id: number().int().positive() });
async function isJudgedRepository(repository, { names, id }, request) {
  if (names.length === 0) return true;
  if (names.some((name) => name.toLowerCase() === repository.toLowerCase())) return true;
  try {
    const ids = id === void 0 ? await Promise.all(names.map((name) => idOf(name, request))) : [id];
    return ids.includes(await idOf(repository, request));
  } catch {
    return true;
  }
}
async function idOf(name, request) {
  const [owner = "", repo = ""] = name.split("/");
  return repositoryReply.parse((await request("GET /repos/{owner}/{repo}", { owner, repo })).data).id;
}

export {
  isJudgedRepository,
  idOf
};
