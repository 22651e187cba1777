import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/model/loosening.ts
var ownLimits = ["waiting", "scripts", "sources", "trust"];
var loosened = ["off", "lower", "wider", "unset", "changed"];
var MAX_NAMED = 6;
var UNSET = "-";
function loosenings(all) {
  const words = all.slice(0, MAX_NAMED).map(
    ({ limit, how, of, key, before = UNSET, after = UNSET }) => [limit, how, of.join("+"), key, before, after].join(" ")
  );
  return [...words, ...all.length > MAX_NAMED ? [`+${all.length - MAX_NAMED}`] : []].join("; ");
}
function readLoosenings(text) {
  const parts = text === "" ? [] : text.split("; ");
  const named = parts.flatMap((part) => {
    const [limit, how, of = "", key = "", before = UNSET, after = UNSET] = part.split(" ");
    const [known, way] = [ownLimits.find((each) => each === limit), loosened.find((each) => each === how)];
    if (known === void 0 || way === void 0) return [];
    const value = (word) => word === UNSET ? void 0 : word;
    return [{ limit: known, how: way, of: of.split("+"), key, before: value(before), after: value(after) }];
  });
  return { named, more: Number(/^\+(\d+)$/.exec(parts.at(-1) ?? "")?.[1] ?? 0) };
}

export {
  loosenings,
  readLoosenings
};
