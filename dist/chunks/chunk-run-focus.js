import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  lockedVersion
} from "./chunk-model-identity.js";

// src/run/focus.ts
function isAbout({ name, version, aliases }, wanted) {
  return (name === wanted.name || aliases.includes(wanted.name)) && (wanted.version === void 0 || version === wanted.version);
}
function focusOn(comparison, focus) {
  if (focus === void 0) return comparison;
  const own = comparison.changes.filter((change) => isAbout(change, focus.wanted));
  const askingFor = new Set(
    own.flatMap(
      ({ baseVersions, via, lockfile }) => baseVersions.length > 0 ? [] : via.flatMap((path) => keyOf(lockfile, path.at(-2)) ?? [])
    )
  );
  const above = dependentsOf(own, comparison.changes);
  const locked = new Set(own.map((change) => lockedVersion(change)));
  const { bundles, ...rest } = comparison;
  const concerned = bundles?.filter(
    ({ lockfile, members }) => members.some(({ name, version }) => locked.has(lockedVersion({ lockfile, name, version })))
  );
  return {
    ...rest,
    changes: comparison.changes.filter(
      (change) => own.includes(change) || above.has(change) || askingFor.has(keyOf(change.lockfile, change.name) ?? "")
    ),
    ...concerned !== void 0 && concerned.length > 0 && { bundles: concerned }
  };
}
function dependentsOf(own, changes) {
  const found = new Set(own);
  for (const { lockfile, dependents = [] } of found) {
    const keys = new Set(dependents.map(({ name, version }) => lockedVersion({ lockfile, name, version })));
    for (const change of changes) if (keys.has(lockedVersion(change))) found.add(change);
  }
  return found;
}
var keyOf = (lockfile, name) => name === void 0 ? void 0 : JSON.stringify([lockfile, name]);

export {
  isAbout,
  focusOn
};
