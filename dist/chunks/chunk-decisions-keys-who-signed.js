import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  verifySshsig
} from "./chunk-decisions-keys-verify-sshsig.js";

// src/decisions/keys/who-signed.ts
function whoSigned(statement, signatures, { keys }, verifies) {
  const people = /* @__PURE__ */ new Map();
  const refused = [];
  for (const { id, sshsig } of signatures) {
    const answer = verifySshsig({ id, sshsig, message: statement, keys, verifies });
    if ("ok" in answer) people.set(id, people.get(id) ?? answer.ok);
    else refused.push({ id, ...answer });
  }
  return { people: [...people.values()], refused };
}

export {
  whoSigned
};
