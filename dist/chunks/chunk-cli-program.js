import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/cli/program.ts
import { existsSync, readFileSync } from "node:fs";
import { basename, isAbsolute, join, relative, resolve, sep } from "node:path";
function programName(script = process.argv[1] ?? "", cwd = process.cwd()) {
  const name = basename(script).replace(/\.(?:cmd|exe)$/, "");
  const folders = script.split(sep);
  const ofNpx = folders.lastIndexOf("_npx");
  if (ofNpx >= 0) {
    const packed = packedFile(folders.slice(0, ofNpx + 2).join(sep));
    const shown2 = packed === void 0 ? void 0 : shownPath(packed, cwd);
    return shown2 === void 0 ? installed : `npx --yes --offline ${shown2}`;
  }
  if (!/^cli\.[cm]?js$/.test(name)) return installed;
  const shown = shownPath(script, cwd);
  return shown === void 0 ? installed : `node ${shown}`;
}
var installed = "lockgate";
function packedFile(folder) {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const [spec, ...others] = Object.values(manifest.dependencies ?? {});
    if (typeof spec !== "string" || others.length > 0 || !/^file:.*\.tgz$/.test(spec)) return void 0;
    const path = resolve(folder, spec.slice("file:".length));
    return existsSync(path) ? path : void 0;
  } catch {
    return void 0;
  }
}
function shownPath(path, cwd) {
  const from = relative(cwd, path);
  const near = from.startsWith("..") || isAbsolute(from) || !path.endsWith(".tgz") ? from : `.${sep}${from}`;
  const shown = near.length < path.length ? near : path;
  if (/^[\w./:\\@+,=-]+$/.test(shown)) return shown;
  return /^[ -~]+$/.test(shown) && !shown.includes("'") ? `'${shown}'` : void 0;
}

export {
  programName,
  installed
};
