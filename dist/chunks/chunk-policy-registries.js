import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/policy/registries.ts
var loopback = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;
function registryUrlProblem(text) {
  const url = URL.parse(text);
  if (url === null) return "expected the URL of a registry, such as `https://registry.example/`";
  if (url.protocol !== "https:" && !(url.protocol === "http:" && loopback.test(url.hostname))) {
    return "expected https (plain http only on loopback)";
  }
  const named = url.username !== "" || url.password !== "";
  if (named) return "expected a URL without user info; name the variable that holds the token with `tokenEnv`";
  if (url.href.includes("?") || url.href.includes("#")) return "expected a URL without query and fragment";
  return void 0;
}
function canonicalRegistryUrl(text) {
  const href = URL.parse(text)?.href;
  return href === void 0 ? text : href.replace(/\/?$/, "/");
}

export {
  registryUrlProblem,
  canonicalRegistryUrl
};
