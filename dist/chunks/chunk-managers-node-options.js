import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/managers/node-options.ts
var HARMLESS = /^--(?:max-old-space-size|max-semi-space-size|max-http-header-size|stack-trace-limit|stack-size|dns-result-order|unhandled-rejections|use-system-ca|use-openssl-ca|use-bundled-ca|no-warnings|no-deprecation|trace-[a-z-]+|pending-deprecation|enable-source-maps|openssl-legacy-provider|no-experimental-[a-z-]+|network-family-autoselection(?:-attempt-timeout)?|no-network-family-autoselection)$/;
var LOADS = /^(?:-[rCpe]|-pe|--(?:require|import|loader|experimental-loader|env-file|env-file-if-exists|eval|print|conditions|openssl-config|openssl-shared-config|build-snapshot|snapshot-blob|experimental-config-file|experimental-default-config-file|icu-data-dir|test|run|experimental-policy|policy-integrity))$/;
function nodeOptionsDo(text, isFile) {
  if (/["'\\]/.test(text)) return "loads";
  const words = text.trim().split(/\s+/).filter((word) => word !== "");
  let worst = "harmless";
  for (const word of words) {
    const [flag, value] = parted(word);
    const name = flag.startsWith("--") ? flag.replaceAll("_", "-") : flag;
    if (LOADS.test(name) || /^-[rCpe]./.test(word) || names(value ?? flag, isFile)) return "loads";
    const isTuned = HARMLESS.test(name) || !word.startsWith("-") && /^[\w-]+$/.test(word);
    if (!isTuned) worst = "other";
  }
  return worst;
}
function nodeOptionsFiles(text) {
  return text.trim().split(/\s+/).flatMap((word) => word.startsWith("-") ? parted(word)[1] ?? /^-[rC](.+)$/.exec(word)?.[1] ?? [] : word);
}
function parted(word) {
  const sign = word.indexOf("=");
  return sign < 0 ? [word] : [word.slice(0, sign), word.slice(sign + 1)];
}
var names = (value, isFile) => /^\.{0,2}[\\/]|^file:/.test(value) || /[\\/]|\.[cm]?[jt]s$/.test(value) || !value.startsWith("-") && isFile(value);

export {
  nodeOptionsDo,
  nodeOptionsFiles
};
