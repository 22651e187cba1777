import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/model/identity.ts
function identityOf({
  name,
  version,
  source: { kind, spec }
}) {
  return kind === "registry" ? `${name}
${version}` : JSON.stringify([name, version, kind, spec ?? null]);
}
function identityOfChange(change) {
  return JSON.stringify([change.lockfile, identityOf(change), change.kind === "removed"]);
}
function lockedVersion({ lockfile, name, version }) {
  return JSON.stringify([lockfile, name, version]);
}
function purlOf(name, version) {
  return `pkg:npm/${name.replace(/^@/, "%40")}@${version}`;
}
function ofPurl(purl) {
  const [, name = "", version = ""] = /^pkg:npm\/(.*)@([^@]*)$/s.exec(purl) ?? [];
  return { name: name.replace(/^%40/, "@"), version };
}

export {
  identityOf,
  identityOfChange,
  lockedVersion,
  purlOf,
  ofPurl
};
