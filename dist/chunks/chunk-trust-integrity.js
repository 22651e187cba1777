import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/trust/integrity.ts
var sha512Form = /^sha512-([A-Za-z0-9+/]{85}[AQgw]==)$/;
function sha512Hex(integrity) {
  const base64 = sha512Form.exec(integrity)?.[1];
  return base64 === void 0 ? void 0 : Buffer.from(base64, "base64").toString("hex");
}

export {
  sha512Hex
};
