import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/text/group-by.ts
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

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

export {
  identityOf,
  identityOfChange,
  lockedVersion,
  groupBy
};
