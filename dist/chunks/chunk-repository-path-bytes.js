import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/repository/path-bytes.ts
import { isUtf8 } from "node:buffer";
var escaped = /([\udc80-\udcff])/u;
function sequenceLength(first) {
  if (first >= 240) return 4;
  if (first >= 224) return 3;
  return first >= 192 ? 2 : 1;
}
function decodePath(bytes) {
  if (isUtf8(bytes)) return bytes.toString("utf8");
  let path = "";
  for (let at = 0; at < bytes.length; ) {
    const first = bytes.readUInt8(at);
    const sequence = bytes.subarray(at, at + sequenceLength(first));
    const valid = isUtf8(sequence);
    path += valid ? sequence.toString("utf8") : String.fromCharCode(56320 + first);
    at += valid ? sequence.length : 1;
  }
  return path;
}
function encodePath(path) {
  if (!escaped.test(path)) return Buffer.from(path, "utf8");
  return Buffer.concat(
    path.split(escaped).map((part) => escaped.test(part) ? Buffer.of(part.charCodeAt(0) - 56320) : Buffer.from(part, "utf8"))
  );
}

export {
  decodePath,
  encodePath
};
