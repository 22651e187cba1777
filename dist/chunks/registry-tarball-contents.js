import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  integrityOf,
  readTarball
} from "./chunk-registry-read-tarball.js";
import {
  contentInParts,
  contentOf,
  contentsDigest,
  embeddedTexts,
  sha512Of
} from "./chunk-repository-contents.js";
import {
  normalise
} from "./chunk-text-paths.js";
import "./chunk-net-exchange-failure.js";
import "./chunk-runtime.js";

// src/registry/tarball-contents.ts
async function unpackTarball(packed, limits = {}) {
  const contents = /* @__PURE__ */ new Map();
  const embedded = [];
  const read = await readTarball(packed, limits, (entry) => {
    const path = placeOf(entry);
    if (path === void 0) entry.resume();
    else if (entry.type === "SymbolicLink") {
      contents.set(path, contentOf("link", Buffer.from(entry.linkpath ?? "")));
      entry.resume();
    } else {
      const content = contentInParts(((entry.mode ?? 0) & 73) === 0 ? "file" : "executable");
      const kept = PROGRAM.test(path) && entry.size <= MAX_PROGRAM ? [] : void 0;
      entry.on("data", (chunk) => {
        content.add(chunk);
        kept?.push(chunk);
      });
      entry.on("end", () => {
        contents.set(path, content.end());
        if (kept === void 0) return;
        const texts = embeddedTexts(Buffer.concat(kept).toString());
        embedded.push(...texts.map((text) => sha512Of(Buffer.from(text))));
      });
    }
    return void 0;
  });
  if (read.state === "unreadable") return read;
  return { state: "unpacked", digest: contentsDigest(contents), embedded, integrity: integrityOf(packed) };
}
var MAX_PROGRAM = 16 * 1024 * 1024;
var PROGRAM = /^bin\/[^/]+\.js$/;
var taken = /* @__PURE__ */ new Set(["File", "OldFile", "SymbolicLink"]);
function placeOf({ path, type }) {
  if (!taken.has(type) || path.startsWith("/") || path.split("/").includes("..")) return void 0;
  const parts = normalise(path).split("/");
  return parts.length < 2 ? void 0 : parts.slice(1).join("/");
}
export {
  unpackTarball
};
