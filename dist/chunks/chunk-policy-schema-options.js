import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  strictObject,
  zod_exports
} from "./chunk-zod.js";

// src/policy/schema/options.ts
function optionsSchema({ id, options, defaults = {} }) {
  const shape = Object.entries(options?.(zod_exports) ?? {}).map(([name, schema]) => {
    const preset = Object.entries(defaults).find(([key]) => key === name);
    if (preset === void 0) throw new TypeError(`the option \`${name}\` of the rule ${id} has no default`);
    const optional = schema.default(preset[1]);
    return [name, schema.description === void 0 ? optional : optional.describe(schema.description)];
  });
  return strictObject(Object.fromEntries(shape));
}

export {
  optionsSchema
};
