import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/platform/github/same-text.ts
function sameText(a, b) {
  const normal = (text) => text.replaceAll("\r\n", "\n").trimEnd();
  return normal(a) === normal(b);
}

export {
  sameText
};
