import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  parseIntegrity
} from "./chunk-model-sri.js";

// src/trust/integrity.ts
function sha512Hex(integrity) {
  const [digest] = parseIntegrity(integrity).digests.get("sha512") ?? [];
  if (digest === void 0 || integrity !== `sha512-${digest}`) return void 0;
  return Buffer.from(digest, "base64").toString("hex");
}

export {
  sha512Hex
};
