import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  isLoopback
} from "./chunk-net-loopback.js";

// src/registry/registry-map.ts
function registryOf(map, name) {
  const scope = scopeOf(name);
  return map.scopes.find((entry) => entry.scope === scope)?.url ?? map.defaultRegistry;
}
function scopeOf(name) {
  return /^(@[^/]+)\/./.exec(name)?.[1];
}
function canonicalRegistry(text) {
  if (!URL.canParse(text.trim())) return { fault: "not a URL" };
  const url = new URL(text.trim());
  if (url.protocol !== "https:" && url.protocol !== "http:") return { fault: "not http or https" };
  if (url.username !== "" || url.password !== "") return { fault: "user info" };
  if (url.href.includes("?") || url.href.includes("#")) return { fault: "query or fragment" };
  return { url: url.href.endsWith("/") ? url.href : `${url.href}/` };
}
function isPrivateChannel(url) {
  return new URL(url).protocol === "https:" || isLoopback(url);
}

export {
  registryOf,
  scopeOf,
  canonicalRegistry,
  isPrivateChannel
};
