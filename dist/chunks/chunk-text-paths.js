import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/text/paths.ts
function folderOf(path) {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}
function prefixOf(folder) {
  return folder === "" ? "" : `${folder}/`;
}
function foldersAbove(folder) {
  const segments = folder.split("/");
  return segments.slice(1).map((_, at) => segments.slice(0, at + 1).join("/"));
}
function join(folder, path) {
  return folder === "" || path === "" ? folder + path : `${folder}/${path}`;
}
function follow(folder, spec) {
  const isUrl = /^file:/i.test(spec);
  const bare = isUrl ? decoded(spec.slice("file:".length)) : spec;
  if (bare === void 0) return { path: spec, outside: true };
  const path = bare.replaceAll("\\", "/");
  const relative = isUrl ? path.replace(/^\/{1,3}(?=\.\.?(?:\/|$))/, "") : path;
  const depth = folder === "" ? 0 : folder.split("/").length;
  if (/^(?:\/|~(?:\/|$)|[a-z]:)/i.test(relative)) return { path: relative, outside: true };
  const normal = normalise(relative);
  return { path: normal, outside: climbs(normal) > depth };
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return void 0;
  }
}
function normalise(path) {
  const kept = [];
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment === ".." && kept.length > 0 && kept.at(-1) !== "..") kept.pop();
    else kept.push(segment);
  }
  return kept.join("/");
}
function climbs(path) {
  let count = 0;
  while (path === ".." || path.startsWith("../")) {
    count++;
    path = path.slice(3);
  }
  return count;
}
function rootPathProblem(text) {
  const inside = text.split("/").every((segment) => !["", ".", ".."].includes(segment));
  return inside && !/[\\\p{Cc}]/u.test(text) && text.length <= 256 ? void 0 : "expected a path from the root of the repository, without `/` in front and without empty, `.` or `..` segments";
}

export {
  folderOf,
  prefixOf,
  foldersAbove,
  join,
  follow,
  normalise,
  rootPathProblem
};
