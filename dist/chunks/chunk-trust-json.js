import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/trust/json.ts
function asObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
}
function asList(value) {
  return Array.isArray(value) ? value : void 0;
}
function asText(value) {
  return typeof value === "string" && value !== "" ? value : void 0;
}
function at(value, ...path) {
  let here = value;
  for (const name of path) {
    const object = asObject(here);
    if (object === void 0 || !Object.hasOwn(object, name)) return void 0;
    here = object[name];
  }
  return here;
}

export {
  asObject,
  asList,
  asText,
  at
};
