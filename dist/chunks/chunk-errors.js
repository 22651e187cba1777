import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/errors.ts
var GateFailure = class extends Error {
  code;
  path;
  line;
  column;
  constructor(code, message, place = {}) {
    super(message);
    this.name = "GateFailure";
    this.code = code;
    this.path = place.path;
    this.line = place.line;
    this.column = place.column;
  }
};
function asGateError(cause) {
  if (!(cause instanceof GateFailure)) {
    return {
      code: "internal",
      message: "lockgate itself failed and judged nothing; run it again with --verbose and report what it prints."
    };
  }
  const { code, message, path, line } = cause;
  return { code, message, ...path === void 0 ? {} : { path }, ...line === void 0 ? {} : { line } };
}

export {
  GateFailure,
  asGateError
};
