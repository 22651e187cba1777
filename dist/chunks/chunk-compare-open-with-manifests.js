import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  OpenLockfile
} from "./chunk-compare-open-lockfile.js";
import {
  filled,
  leavesOut,
  managerOf,
  managers,
  manifestSettings,
  noOverrides,
  regular
} from "./chunk-managers.js";
import {
  JsonObject
} from "./chunk-managers-bin.js";
import {
  folderOf,
  join
} from "./chunk-text-paths.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/managers/project-overrides.ts
var MAX_ENTRIES = 1e3;
async function projectOverrides(format, files) {
  const manifest = regular(await files.at("package.json"));
  if (!(manifest?.value.value instanceof JsonObject)) return noOverrides;
  const manager = await managerOfProject(format, files);
  const found = await managerOf(manager).settings.overrides(manifest, files);
  const others = format === void 0 && manager === "npm" ? othersOf(manifest) : [];
  const overrides = { ...found, unapplied: [...found.unapplied, ...others] };
  const { replacements, ofWorkspaces, unapplied } = overrides;
  if (replacements.length + ofWorkspaces.length + unapplied.length <= MAX_ENTRIES * 2) return overrides;
  throw new GateFailure(
    "budget",
    `There are more than ${MAX_ENTRIES} overrides, so nothing was resolved; remove some.`,
    {
      path: manifest.path
    }
  );
}
async function managerOfProject(format, files) {
  if (format !== void 0) return format;
  const root = regular(await files.at("package.json"))?.value.value;
  const named = root instanceof JsonObject ? namedManager(root) : void 0;
  return named ?? (await hasWorkspaceFile(files) ? "pnpm" : "npm");
}
async function hasWorkspaceFile(files) {
  const file = await files.at("pnpm-workspace.yaml");
  const isMalformed = file.state === "unreadable" && file.why === "malformed";
  return isMalformed || filled(regular(file)) !== void 0;
}
function namedManager(root) {
  const said = root.get("packageManager");
  const [, program = "", major = ""] = typeof said === "string" && /^([a-z]+)@(\d+)/.exec(said) || [];
  return managers.find(({ isNamedBy }) => isNamedBy(program, Number(major)))?.id;
}
function othersOf({ path, value }) {
  const keys = [["override", "resolutions"], ["override", "pnpm", "overrides"]];
  return manifestSettings(value, keys).flatMap(({ key, line }) => {
    const entry = /^(?:resolutions|pnpm\.overrides)\.(.+)$/s.exec(key)?.[1];
    if (entry === void 0) return [];
    const name = /(?:^|[/>])((?:@[^/@>*]+\/)?[^/@>*]+)(?:@[^/>]*)?$/.exec(entry)?.[1];
    return [{ path, line, key, ...name !== void 0 && { name } }];
  });
}

// src/compare/open-with-manifests.ts
async function openWithManifests(parsed, manifests) {
  const { lockfile, isRootKnown, settings } = await managerOf(parsed.format).lockfile.withImporters(parsed, manifests);
  return new OpenLockfile(lockfile, isRootKnown, settings);
}

// src/lockfile/manifest-paths.ts
function foldersBelow(folder, manifests) {
  const prefix = folder === "" ? "" : `${folder}/`;
  return [...manifests].flatMap((path) => path.startsWith(prefix) ? [folderOf(path.slice(prefix.length))] : []).sort();
}
function manifestPaths(files) {
  return [...files.keys()].filter(
    (path) => /(?:^|\/)package\.json$/.test(path) && !/(?:^|\/)node_modules\//.test(path)
  );
}

// src/compare/requests-of.ts
function requestsOf(change, head) {
  const { kind, source, direct, baseVersions } = change;
  const isAddress = source.kind === "git" || source.kind === "remote";
  const isNewName = source.kind === "registry" && baseVersions.length === 0 && !direct;
  if (kind === "removed" || !(isAddress || isNewName)) return {};
  const { addresses, dependents } = head.requestsFor(change);
  return {
    ...isAddress && addresses.length > 0 && { requestedAs: addresses },
    ...isNewName && dependents !== void 0 && { dependents }
  };
}

// src/compare/own-names.ts
async function withOwnNames(changes, lockfiles, manifests) {
  const asked = new Set(changes.flatMap((each) => isCandidate(each) ? each.name : []));
  if (asked.size === 0) return changes;
  const folders = new Set(lockfiles.flatMap((each) => foldersThatMayHave(each, asked)));
  const own = /* @__PURE__ */ new Map();
  for (const folder of [...folders].sort()) {
    for (const manifest of [await manifests.ofBase(folder), await manifests.ofHead(folder)]) {
      if (manifest?.private === true && manifest.name !== void 0) own.set(manifest.name, manifest.path);
    }
  }
  return changes.map((change) => {
    const workspace = isCandidate(change) ? own.get(change.name) : void 0;
    return workspace === void 0 ? change : { ...change, workspace };
  });
}
var isCandidate = ({ kind, source }) => kind !== "removed" && source.kind === "registry";
function foldersThatMayHave({ format, importers }, names) {
  const isNamed = format === void 0 || managerOf(format).lockfile.namesWorkspaces;
  return importers.filter(({ path }) => path !== "").filter(({ path, name }) => !isNamed || names.has(name ?? path.slice(path.lastIndexOf("/") + 1))).map(({ path }) => path);
}

// src/compare/scripts-left-out.ts
async function withScriptsLeftOut(changes, project) {
  if (!changes.some(isConcerned)) return changes;
  const { folder, states } = project;
  const before = await settingsIn(states.base, project);
  if (before === void 0) return changes;
  const after = await settingsIn(states.head, project);
  if (JSON.stringify(before) !== JSON.stringify(after)) return changes;
  return changes.map((change) => {
    const { name, aliases, version } = change;
    const isLeftOut = isConcerned(change) && leavesOut(before, [name, ...aliases], version);
    return isLeftOut ? { ...change, scriptsLeftOutBy: join(folder, before.file) } : change;
  });
}
var isConcerned = ({ kind, source, folderScripts }) => kind !== "removed" && (source.kind === "registry" || folderScripts !== void 0);
async function settingsIn({ settings }, { format, folder, importers }) {
  try {
    return await managerOf(format).settings.scripts(settings.in(folder), importers);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return void 0;
    throw cause;
  }
}

export {
  projectOverrides,
  managerOfProject,
  requestsOf,
  openWithManifests,
  withOwnNames,
  foldersBelow,
  manifestPaths,
  withScriptsLeftOut
};
