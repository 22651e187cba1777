import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  compileSelector
} from "./chunk-text-selectors.js";
import {
  denyRule
} from "./chunk-policy-waivable.js";
import {
  compileGlobs
} from "./chunk-text-glob.js";

// src/policy/profiles.ts
function maySet({ id, subject }) {
  return (subject === "package" || subject === "lockfile") && id !== denyRule;
}
var builtInProfiles = {
  sandbox: {
    description: "Short-lived experiments without secrets or production data.",
    rules: { cooldown: "warn", "new-package": "warn", provenance: "off", license: "off", abandonment: "off" }
  }
};
function compileConditions({ paths, workspaces, dependencyTypes, packages }) {
  const isPath = paths && compileGlobs(paths);
  const isWorkspace = workspaces && compileGlobs(workspaces);
  const selects = packages?.map(compileSelector);
  return ({ lockfile, importer, dependencyType, name, version }) => (isPath === void 0 || pathsOf(lockfile, importer).some(isPath)) && (isWorkspace === void 0 || importer !== void 0 && isWorkspace(importer)) && (dependencyTypes === void 0 || dependencyType !== void 0 && dependencyTypes.includes(dependencyType)) && (selects === void 0 || name !== void 0 && version !== void 0 && selects.some((matches) => matches(name, version)));
}
function pathsOf(lockfile, importer) {
  if (importer === void 0) return [lockfile];
  const folder = lockfile.slice(0, lockfile.lastIndexOf("/") + 1);
  const manifest = importer === "" ? "package.json" : `${importer}/package.json`;
  return manifest.startsWith(folder) ? [manifest, ...importer === "" ? [] : [importer], lockfile] : [manifest];
}
function occurrencesOf(change) {
  const { lockfile, name, version, importers, dependencyTypes } = change;
  const ways = importers.length === 0 ? [{}] : importers.map((importer) => ({ importer }));
  const types = dependencyTypes.length === 0 ? [{}] : dependencyTypes.map((dependencyType) => ({ dependencyType }));
  return ways.flatMap((way) => types.map((type) => ({ lockfile, name, version, ...way, ...type })));
}
function applicationOf(apply, occurrence) {
  return apply.find(({ fits }) => fits(occurrence));
}
function settingsOf({ settings, profiles, apply }, occurrences) {
  const applied = occurrences.map((occurrence) => {
    const application = applicationOf(apply, occurrence);
    if (application === void 0) return settings;
    const profile = profiles.get(application.profile);
    if (profile === void 0) throw new TypeError(`there is no profile ${application.profile}`);
    return profile.settings;
  });
  return [...new Set(applied)];
}

export {
  maySet,
  builtInProfiles,
  compileConditions,
  occurrencesOf,
  applicationOf,
  settingsOf
};
