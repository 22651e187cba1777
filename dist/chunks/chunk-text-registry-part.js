import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/text/registry-part.ts
function registryPart(address, name) {
  if (address === void 0) return "";
  const url = URL.parse(address);
  if (url === null || url.origin === "null") return address;
  const path = url.pathname.replaceAll(/%2f/gi, "/").replaceAll(/%40/g, "@");
  const at = path.indexOf(`/${name}/`);
  return `${url.origin}${path.slice(0, at === -1 ? path.lastIndexOf("/") : at)}/`;
}

export {
  registryPart
};
