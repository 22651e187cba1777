import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  isRecord
} from "./chunk-registry-release.js";
import {
  unavailable
} from "./chunk-model-evidence-values.js";

// src/registry/downloads.ts
function downloadsService(registry, { publicRegistry }) {
  if (registry !== publicRegistry) return registry;
  const url = new URL(registry);
  url.hostname = url.hostname.replace(/^registry\./, "api.");
  return url.href;
}
var countsNone = unavailable("not-provided", "the registry counts no downloads", "downloads");
function readDownloads(name, reply) {
  return reply.state === "document" ? readCount(name, reply.document) : reply;
}
function readManyDownloads(names, reply) {
  return new Map(
    names.map((name) => {
      if (reply.state !== "document") return [name, reply];
      const { document } = reply;
      const own = isRecord(document) && Object.hasOwn(document, name) ? document[name] : void 0;
      return [name, own === null ? { state: "absent", authenticated: false } : readCount(name, own)];
    })
  );
}
function readCount(name, document) {
  if (isRecord(document) && document.package === name) {
    const { downloads } = document;
    if (typeof downloads === "number" && Number.isSafeInteger(downloads) && downloads >= 0) {
      return { state: "counted", monthly: downloads };
    }
  }
  return unavailable("malformed", "the downloads service has no count for the name");
}

export {
  downloadsService,
  countsNone,
  readDownloads,
  readManyDownloads
};
