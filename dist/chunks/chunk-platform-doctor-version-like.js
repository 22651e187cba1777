import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/platform/doctor/version-like.ts
function isVersionLike(branch) {
  return /^(?:v?\d+(?:\.\d+)*(?:\.x)?|.*\.x|v\d.*|release\/.+|.+-legacy|develop|next)$/.test(branch);
}

export {
  isVersionLike
};
