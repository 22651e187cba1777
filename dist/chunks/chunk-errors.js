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
  /** What else is wrong with the same input, in the order of the file. */
  others;
  constructor(code, message, place = {}, others = []) {
    super(message);
    this.name = "GateFailure";
    this.code = code;
    this.path = place.path;
    this.line = place.line;
    this.column = place.column;
    this.others = others;
  }
};
function asOneFailure([first, ...others]) {
  const { code, message, path, line, column } = first;
  const place = {
    ...path === void 0 ? {} : { path },
    ...line === void 0 ? {} : { line },
    ...column === void 0 ? {} : { column }
  };
  return others.length === 0 ? first : new GateFailure(code, message, place, [...first.others, ...others]);
}
function failuresIn(failure) {
  return [failure, ...failure.others];
}
function asGateError(cause) {
  if (!(cause instanceof GateFailure)) {
    return {
      code: "internal",
      message: "lockgate itself failed and judged nothing; run it again with --verbose and report what it prints."
    };
  }
  const { code, message, path, line, column } = cause;
  return {
    ...{ code, message },
    ...path === void 0 ? {} : { path },
    ...line === void 0 ? {} : { line },
    ...column === void 0 ? {} : { column }
  };
}
function asGateErrors(cause) {
  return cause instanceof GateFailure ? failuresIn(cause).map(asGateError) : [asGateError(cause)];
}

export {
  GateFailure,
  asOneFailure,
  failuresIn,
  asGateError,
  asGateErrors
};
