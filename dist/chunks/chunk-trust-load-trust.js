import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/trust/load-trust.ts
async function loadTrust({
  trustedRoot,
  refreshed
}) {
  const { embeddedTrust, trustFrom } = await import("./trust-trust-material.js");
  if (trustedRoot !== void 0) return trustFrom(trustedRoot.text, trustedRoot.path);
  return refreshed === void 0 ? embeddedTrust : trustFrom(refreshed.trustedRoot, "trusted_root.json");
}

export {
  loadTrust
};
