import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/repository/object-id.ts
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
function isObjectId(text) {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
function isBlobOf(id, bytes) {
  return objectId(id.length, "blob", bytes) === id;
}
function blobIdOf(bytes) {
  return objectId(40, "blob", bytes);
}
function isEmptyTree(id) {
  return objectId(id.length, "tree", new Uint8Array()) === id;
}
function isTreeOf(id, members) {
  const written = members.map(({ name, mode, id: member }) => {
    const octal = mode.replace(/^0+/, "");
    return {
      key: Buffer.from(octal === "40000" ? `${name}/` : name),
      bytes: Buffer.concat([Buffer.from(`${octal} ${name}\0`), Buffer.from(member, "hex")])
    };
  });
  written.sort((a, b) => Buffer.compare(a.key, b.key));
  return objectId(id.length, "tree", Buffer.concat(written.map(({ bytes }) => bytes))) === id;
}
function objectId(digits, type, bytes) {
  const digest = createHash(digits === 64 ? "sha256" : "sha1");
  return digest.update(`${type} ${bytes.length}\0`).update(bytes).digest("hex");
}
function shortId(id) {
  return id.slice(0, 12);
}

export {
  isObjectId,
  isBlobOf,
  blobIdOf,
  isEmptyTree,
  isTreeOf,
  shortId
};
