import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/net/exchange-failure.ts
var ExchangeFailure = class extends Error {
  reason;
  code;
  constructor(reason, code) {
    super(code);
    this.reason = reason;
    this.code = code;
  }
};
function codeOf(error) {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : void 0;
  return typeof code === "string" ? code : void 0;
}

export {
  ExchangeFailure,
  codeOf
};
