import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/policy/rule-settings.ts
function optionsOf({ options }) {
  return options;
}
function laidOver(setting, entry, written) {
  if (entry === void 0) return setting;
  if (typeof entry === "string") return atLevel(setting, entry);
  const options = { ...optionsOf(setting) };
  const levelled = entry.level === void 0 ? setting : atLevel(setting, entry.level);
  const codes = { ...levelled.codes };
  for (const one of written) {
    if (one === "level") continue;
    if (Object.hasOwn(options, one)) options[one] = entry[one];
    else codes[one] = entry[one];
  }
  return { ...levelled, ...Object.keys(codes).length > 0 && { codes }, options };
}
function atLevel({ advice, stays, options }, level) {
  return { level, advice, ...stays !== void 0 && { stays }, options };
}

export {
  optionsOf,
  laidOver
};
