import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/repository/contents.ts
import { createHash } from "node:crypto";
function contentOf(kind, bytes) {
  return `${kind} ${sha512Of(bytes)}`;
}
function contentInParts(kind) {
  const digest = createHash("sha512");
  return { add: (part) => void digest.update(part), end: () => `${kind} ${digest.digest("hex")}` };
}
var sha512Of = (bytes) => createHash("sha512").update(bytes).digest("hex");
var areSameBytes = (a, b) => Buffer.compare(a, b) === 0;
function contentsDigest(contents) {
  const digest = createHash("sha512");
  const lines = [...contents].map(([path, content]) => JSON.stringify([path, content])).sort();
  for (const line of lines) digest.update(`${line}
`);
  return digest.digest("hex");
}
function differingPaths(before, after) {
  return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path)).sort();
}

// src/repository/embedded.ts
import { brotliDecompressSync } from "node:zlib";
var PACKED = /"([A-Za-z0-9+/=]{64,4000000})"/g;
var most = { texts: 16, bytes: 8 * 1024 * 1024 };
function embeddedTexts(program) {
  const texts = [];
  for (const [, packed = ""] of program.matchAll(PACKED)) {
    if (texts.length === most.texts) break;
    try {
      texts.push(brotliDecompressSync(Buffer.from(packed, "base64"), { maxOutputLength: most.bytes }).toString());
    } catch {
    }
  }
  return texts;
}

export {
  contentOf,
  contentInParts,
  sha512Of,
  areSameBytes,
  contentsDigest,
  differingPaths,
  embeddedTexts
};
