import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  FileReader,
  JsonObject,
  NOWHERE,
  OpenLockfile,
  auditLockfile,
  compareText,
  descriptorLinker,
  diffLockfiles,
  folderOf,
  foldersAbove,
  groupBy,
  isSame,
  join,
  linked,
  lockfileKind,
  nameLinker,
  normalise,
  oneFault,
  parseJson,
  parseLockfile,
  parseManifest,
  prefixOf,
  splitDescriptor,
  treeOf,
  unsupported,
  workspaceMatcher
} from "./chunk-2KL5BDDY.js";
import {
  aliasTarget,
  specKind
} from "./chunk-DPUHDEVI.js";
import {
  buildReport,
  outlinePolicy,
  readSettings,
  readTrust,
  record,
  verdictOf
} from "./chunk-EXS7CL3R.js";
import {
  GateFailure,
  asGateError
} from "./chunk-NAH4THA5.js";
import {
  require_satisfies,
  require_valid
} from "./chunk-AB7D7C3D.js";
import {
  __toESM
} from "./chunk-U2RJDSLN.js";

// src/resolve/agreement.ts
var import_satisfies = __toESM(require_satisfies(), 1);
var import_valid = __toESM(require_valid(), 1);
function disagreements(lockfile, manifests) {
  if (manifests.size === 0) return [];
  const tree = treeOf(lockfile);
  const root = manifests.get("");
  const isAnywhere = root === void 0 || lockfile.format === "pnpm";
  const isWorkspace = isAnywhere ? () => true : declaredWorkspaces(lockfile, root, manifests);
  return tree.importers.flatMap((importer, node) => {
    const manifest = manifests.get(importer.path);
    const strangers = importer.path === "" || isWorkspace(importer.path) ? [] : [notAWorkspace(lockfile, importer, root?.path ?? "")];
    if (manifest === void 0) return strangers;
    const mayDiffer = (name) => lockfile.overridden?.has(name) === true || root?.resolutions.has(name) === true || importer.path !== "" && root?.overridden.has(name) !== false;
    return [...strangers, ...compareImporter(lockfile, tree, node, manifest, mayDiffer)];
  });
}
function declaredWorkspaces({ format }, root, manifests) {
  const declaring = format === "yarn-berry" ? [...manifests] : [["", root]];
  const matchers = declaring.flatMap(
    ([folder, { workspaces, path }]) => workspaces.length === 0 ? [] : [{ prefix: prefixOf(folder), isBelow: workspaceMatcher(workspaces, path) }]
  );
  return (folder) => matchers.some(({ prefix, isBelow }) => folder.startsWith(prefix) && isBelow(folder.slice(prefix.length)));
}
function notAWorkspace(lockfile, importer, manifest) {
  const args = { manifest, workspace: importer.path };
  return { code: "manifest-disagrees", path: lockfile.path, line: importer.line, args };
}
function compareImporter(lockfile, tree, node, manifest, mayDiffer) {
  const importer = tree.importers[node];
  const asked = groupBy(manifest.requires, ({ name }) => name);
  const locked = groupBy(importer.requires, ({ name }) => name);
  const observations = [];
  for (const name of /* @__PURE__ */ new Set([...asked.keys(), ...locked.keys()])) {
    const [wanted, recorded] = [asked.get(name) ?? [], locked.get(name) ?? []];
    const pinned = tree.packageAt(tree.resolve(node, name));
    const pins = tree.resolve(node, name) !== NOWHERE;
    if (lockfile.format === "pnpm" && wanted.length > 0 && wanted.every(({ type }) => type === "peer")) continue;
    const say = lockfile.overridden?.has(name) === true ? typesOnly : shown;
    const args = { manifest: manifest.path, asked: say(wanted), locked: say(recorded) };
    const about = { path: lockfile.path, line: pinned?.line ?? importer.line, name };
    const mustBePinned = wanted.some(({ type }) => type === "prod" || type === "dev");
    if (mustBePinned && !pins) observations.push({ ...about, code: "not-locked", args });
    else if (args.asked !== args.locked) observations.push({ ...about, code: "manifest-disagrees", args });
    else if (pinned !== void 0 && !mayDiffer(name) && !wanted.every((each) => isMet(each, pinned))) {
      const pin = `${pinned.name}@${pinned.version}`;
      observations.push({ ...about, code: "manifest-disagrees", args: { ...args, pinned: pin } });
    }
  }
  return observations;
}
function shown(requires) {
  return requires.map(({ type, spec }) => `${type} ${spec.trim()}`).sort().join(", ");
}
function typesOnly(requires) {
  return shown(requires.map((each) => ({ ...each, spec: "" })));
}
function isMet(requirement, pinned) {
  const { kind } = pinned.source;
  if (requirement.type === "peer" || kind === "workspace" || kind === "link") return true;
  const alias = aliasTarget(requirement.spec);
  const spec = alias?.spec ?? requirement.spec;
  const askedKind = specKind(requirement.spec);
  if (askedKind !== "registry" && askedKind !== "alias") return true;
  if (kind !== "registry" || pinned.name !== (alias?.name ?? requirement.name)) return false;
  const range = (0, import_valid.default)(spec, true);
  return range === null || (0, import_satisfies.default)(pinned.version, range, { loose: true });
}

// src/resolve/observations.ts
var MAX_NAMED = 20;
function introduced(base, head) {
  const known = new Set(base.map(factOf));
  return head.filter((each) => !known.has(factOf(each)));
}
function factOf({ code, name, version, args }) {
  return JSON.stringify([code, name ?? null, version ?? null, Object.entries(args).sort()]);
}
function unreachable(base, head) {
  if (!head.isRootKnown) return [];
  const known = new Set((base?.unreached() ?? []).map(({ name, version }) => `${name}
${version}`));
  const found = groupBy(head.unreached(), ({ name, version }) => `${name}
${version}`);
  const { path } = head.lockfile;
  const named = [...found].filter(([key]) => !known.has(key)).flatMap(
    ([, places]) => places.slice(0, 1).map(({ name, version, line }) => ({
      code: "unreachable",
      path,
      line,
      name,
      version,
      args: { places: places.length }
    }))
  );
  const more = named.length - MAX_NAMED;
  if (more <= 0) return named;
  const rest = { code: "unreachable", path, line: named[MAX_NAMED]?.line ?? 1, args: { more } };
  return [...named.slice(0, MAX_NAMED), rest];
}

// src/resolve/own-names.ts
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
  return importers.filter(({ path, name }) => {
    if (path === "") return false;
    return format === "npm" ? names.has(name ?? path.slice(path.lastIndexOf("/") + 1)) : true;
  }).map(({ path }) => path);
}

// src/resolve/incomplete.ts
function unanswered(parsed, root, workspaces) {
  const { path, packages, importers, descriptors = /* @__PURE__ */ new Map() } = parsed;
  const byDescriptor = descriptorLinker(descriptors);
  const exact = new Set(packages.map(({ name, version }) => `${name}@npm:${version}`));
  const known = new Set([...descriptors.keys()].map((each) => splitDescriptor(each).name));
  const isAnswered2 = ({ name, spec, to }) => {
    if (byDescriptor(name, spec) !== void 0 || workspaces.has(name) || exact.has(`${name}@${spec}`)) return true;
    if (root === void 0) return known.has(name);
    return root.resolutions.has(name) ? known.has(name) : to !== void 0 && !isPlain(spec);
  };
  const found = /* @__PURE__ */ new Map();
  const look = (line, requires) => {
    for (const each of requires) {
      const { name, spec, type } = each;
      const key = `${name}@${spec}`;
      if (type === "optional" || type === "peer" || found.has(key) || isAnswered2(each)) continue;
      found.set(key, { code: "incomplete", path, line, name, args: { asked: spec } });
    }
  };
  for (const { line, requires } of packages) look(line, requires);
  if (root === void 0) for (const { line, requires } of importers) look(line, requires);
  return [...found.values()];
}
function isPlain(spec) {
  const kind = specKind(spec);
  return kind === "registry" || kind === "alias";
}

// src/resolve/yarn-importers.ts
async function withYarnImporters(parsed, manifests) {
  const root = await manifests.of("");
  const made = await makeImporters(parsed, manifests, root);
  const workspaces = made.lockfile.packages.flatMap(({ name, source }) => source.kind === "workspace" ? name : []);
  const missing = unanswered(parsed, root, new Set(workspaces));
  const observations = [...parsed.observations, ...missing];
  return { ...made, lockfile: { ...made.lockfile, observations } };
}
async function makeImporters(lockfile, manifests, root) {
  const { descriptors = /* @__PURE__ */ new Map() } = lockfile;
  const byDescriptor = descriptorLinker(descriptors);
  const byName = nameLinker(lockfile.packages, descriptors);
  const requiresOf = ({ requires, resolutions }) => requires.map((each) => {
    const mayRewrite = each.type === "peer" || resolutions.has(each.name) || root?.resolutions.has(each.name) === true;
    const own = byDescriptor(each.name, each.spec);
    if (own !== void 0) return { ...each, to: own };
    return mayRewrite || isProtocol(each.spec) ? linked([each], byName)[0] ?? each : each;
  });
  if (lockfile.importers.length > 0) {
    const importers2 = await Promise.all(
      lockfile.importers.map(async (importer) => {
        const manifest = await manifests.of(importer.path);
        return manifest === void 0 ? importer : { ...importer, requires: requiresOf(manifest) };
      })
    );
    return { lockfile: { ...lockfile, importers: importers2 }, isRootKnown: true };
  }
  if (root === void 0) return { lockfile: { ...lockfile, importers: [inferred(lockfile)] }, isRootKnown: false };
  const isWorkspace = root.workspaces.length === 0 ? () => false : workspaceMatcher(root.workspaces, root.path);
  const folders = manifests.folders.filter((folder) => folder !== "" && isWorkspace(folder));
  const others = await Promise.all(folders.map(async (path) => [path, await manifests.of(path)]));
  const known = [["", root], ...others].flatMap(
    ([path, manifest]) => manifest === void 0 ? [] : [{ path, manifest }]
  );
  const links = known.flatMap(
    ({ path, manifest: { name } }) => path === "" || name === void 0 ? [] : [{ path, name }]
  );
  const importers = known.map(({ path, manifest }) => {
    const requires = requiresOf(manifest).map((each) => {
      const own = each.to === void 0 && links.some(({ name }) => name === each.name);
      return own ? { ...each, to: `link:${links.find(({ name }) => name === each.name)?.path ?? ""}` } : each;
    });
    return { path, ...manifest.name !== void 0 && { name: manifest.name }, line: 1, requires };
  });
  const workspaces = links.map(({ path, name }) => ({
    ...{ key: `link:${path}`, name, version: "", line: 1, requires: [], claims: {} },
    source: { kind: "workspace", spec: path, outside: false, workspace: true }
  }));
  return {
    lockfile: { ...lockfile, importers, packages: [...lockfile.packages, ...workspaces] },
    isRootKnown: known.length === folders.length + 1 && (root.workspaces.length === 0 || folders.length > 0)
  };
}
function isProtocol(spec) {
  return /^(?:patch|catalog|workspace|portal|link|file|exec):/i.test(spec) || /[/:]/.test(spec);
}
function inferred({ packages }) {
  const asked = new Set(packages.flatMap((each) => each.requires.flatMap(({ to }) => to ?? [])));
  const requires = packages.filter(({ key }) => !asked.has(key)).map(({ key, name, alias }) => ({ name: alias ?? name, spec: "*", type: "prod", to: key }));
  return { path: "", line: 1, requires };
}
function foldersBelow(folder, manifests) {
  const prefix = folder === "" ? "" : `${folder}/`;
  return [...manifests].flatMap((path) => path.startsWith(prefix) ? [folderOf(path.slice(prefix.length))] : []).sort();
}

// src/resolve/compare-lockfile.ts
var nothing = { changes: [], observations: [], errors: [], importers: [] };
async function compareLockfile(pair) {
  const { base, head, manifests, readers: readers2, mode } = pair;
  let isUnchanged2 = false;
  try {
    refuseIrregular(head);
    isUnchanged2 = base?.path === head.path && await isSame(readers2, base.file, head.file);
    const opened = await open(head, readers2.head, {
      of: (importer) => manifests.ofHead(importer),
      folders: manifests.foldersOf("head")
    });
    const before = isUnchanged2 ? opened : await openBase(pair);
    const status = isUnchanged2 || mode === "audit" ? "unchanged" : base?.path === head.path ? "changed" : "added";
    const outcome = await (isUnchanged2 && mode === "check" ? compareManifests(pair, opened) : compareContents(pair, before, opened));
    const { path, format, formatVersion, importers } = opened.lockfile;
    return {
      summary: { path, format, formatVersion, status, packages: opened.packageCount },
      ...outcome,
      errors: manifests.errors,
      importers: importers.map((importer) => importer.path)
    };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    const isOld = isUnchanged2 && mode === "check" && !await manifests.isChanged("");
    return { ...nothing, errors: isOld ? [] : [asGateError(cause)] };
  } finally {
    readers2.head.forget(head.file);
    readers2.base.forget(base?.file);
  }
}
async function removedLockfile(base, reader) {
  try {
    const opened = await open(base, reader, { of: () => Promise.resolve(void 0), folders: [] });
    const { path, format, formatVersion } = opened.lockfile;
    return {
      summary: { path, format, formatVersion, status: "removed", packages: opened.packageCount },
      changes: diffLockfiles(path, opened, void 0)
    };
  } catch (cause) {
    if (cause instanceof GateFailure) return { changes: [] };
    throw cause;
  } finally {
    reader.forget(base.file);
  }
}
function refuseIrregular({ path, file }) {
  if (file.mode === "file") return;
  const what = { symlink: "a symbolic link", gitlink: "a submodule", folder: "a folder", special: "no file" }[file.mode];
  throw new GateFailure("lockfile-not-regular", `The lockfile is ${what}, which is never followed; commit a file.`, {
    path
  });
}
async function open(found, reader, manifests) {
  refuseIrregular(found);
  const parsed = parseLockfile(found.path, await reader.read(found.file));
  if (parsed.descriptors !== void 0) {
    const { lockfile, isRootKnown } = await withYarnImporters(parsed, manifests);
    return new OpenLockfile(lockfile, void 0, isRootKnown);
  }
  return new OpenLockfile(parsed, parsed.importers.length > 0 ? void 0 : await manifests.of(""));
}
async function openBase({ base, readers: readers2, manifests }) {
  if (base === void 0) return void 0;
  try {
    return await open(base, readers2.base, {
      of: (importer) => manifests.ofBase(importer),
      folders: manifests.foldersOf("base")
    });
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return void 0;
    throw cause;
  }
}
async function compareManifests(pair, opened) {
  const changed = await changedManifests(pair, opened.lockfile.importers);
  return { changes: [], observations: await manifestObservations(pair, opened, opened, changed) };
}
async function compareContents(pair, base, head) {
  const { path, importers } = head.lockfile;
  const audit = pair.mode === "audit";
  const changes = audit ? auditLockfile(head) : diffLockfiles(path, base, head);
  const relevant = new Set(audit ? importers.map((each) => each.path) : await changedManifests(pair, importers));
  for (const { path: folder } of changedImporters(base?.lockfile.importers ?? [], importers)) relevant.add(folder);
  const asking = new Map(changes.map((change) => [change, change.kind === "removed" ? [] : head.askingFor(change)]));
  for (const { importer } of [...asking.values()].flat()) relevant.add(importer);
  const declared = await Promise.all(
    changes.map(async (change) => ({ ...change, manifests: await declarations(pair, asking.get(change) ?? []) }))
  );
  const lockfiles = [...base === void 0 ? [] : [base.lockfile], head.lockfile];
  return {
    changes: await withOwnNames(declared, lockfiles, pair.manifests),
    observations: [
      ...introduced(base?.lockfile.observations ?? [], head.lockfile.observations),
      ...unreachable(base, head),
      ...await manifestObservations(pair, base, head, relevant)
    ]
  };
}
async function changedManifests({ manifests }, importers) {
  const changed = await Promise.all(importers.map(({ path }) => manifests.isChanged(path)));
  return new Set(importers.flatMap(({ path }, at) => changed[at] === true ? path : []));
}
function changedImporters(base, head) {
  const before = new Map(base.map(({ path, requires }) => [path, JSON.stringify(requires)]));
  return head.filter(({ path, requires }) => before.get(path) !== JSON.stringify(requires));
}
async function declarations({ manifests }, asking) {
  const declared = await Promise.all(
    asking.map(async ({ importer, name }) => {
      const manifest = await manifests.ofHead(importer);
      const line = manifest?.lineOf(name);
      return manifest === void 0 || line === void 0 ? [] : [{ path: manifest.path, line }];
    })
  );
  const places = groupBy(declared.flat(), ({ path, line }) => `${path}
${line}`);
  return [...places.values()].flatMap((same) => same.slice(0, 1)).sort((a, b) => compareText(a.path, b.path) || a.line - b.line);
}
async function manifestObservations(pair, base, head, importers) {
  if (importers.size === 0) return [];
  const known = new Set(head.lockfile.importers.map(({ path }) => path));
  const above = [...importers].flatMap(foldersAbove).filter((folder) => known.has(folder));
  const folders = [.../* @__PURE__ */ new Set(["", ...importers, ...above])];
  const read2 = async (of) => {
    const manifests = await Promise.all(folders.map((folder) => of(folder)));
    return new Map(folders.flatMap((folder, at) => manifests[at] === void 0 ? [] : [[folder, manifests[at]]]));
  };
  const after = disagreements(head.lockfile, await read2((folder) => pair.manifests.ofHead(folder)));
  if (after.length === 0 || base === void 0 || pair.mode === "audit") return after;
  return introduced(disagreements(base.lockfile, await read2((folder) => pair.manifests.ofBase(folder))), after);
}

// src/resolve/settings/line-settings.ts
var npmKey = /^(?:@[^:]*:)?registry$|^\/\/|auth|^username$|^email$|password|^otp$|proxy|^ca$|cafile|^cert|^key|strict-ssl|ignore-scripts|^scripts?-|script-shell|allow-scripts|replace-registry-host|^before$|min-release-age|minimum-release-age|^git$|node-options|^userconfig$|^globalconfig$|^prefix$|only-built|never-built|allow-all-builds|allow-builds|trust-policy|block-exotic|pnpmfile|^package-lock$|lockfile|shrinkwrap|omit-lockfile|install-strategy|^node-version$|use-node-version|manage-package-manager|config-dependencies|verify-deps|^dry-run$|allow-git|allow-remote|allow-file|allow-directory/i;
var npmrcSettings = (text) => linesOf(text).flatMap(({ line, content }) => {
  if (/^[;#]/.test(content)) return [];
  const { key, value } = parted(content);
  const name = unquoted(key.replace(/\[\]$/, ""));
  return npmKey.test(name) ? [{ bears: "gate", key: name, value, line }] : [];
});
var yarnKey = /registry$|proxy|strict-ssl|cafile|^ca$|auth|ignore-scripts|yarn-path|offline-mirror|unsafe-|^--|lockfile|^plugin|^env$/i;
var yarnrcSettings = (text) => linesOf(text).flatMap(({ line, content }) => {
  if (content.startsWith("#")) return [];
  const [, key = content, value = ""] = /^("[^"]*"|[^\s:]+(?::registry)?):?\s+(.*)$/s.exec(content) ?? [];
  return yarnKey.test(unquoted(key)) ? [{ bears: "gate", key: unquoted(key), value, line }] : [];
});
var bunfigSettings = (text) => {
  const settings = [];
  let table = "";
  for (const { line, content } of linesOf(text)) {
    if (content.startsWith("#")) continue;
    const header = /^\[\[?\s*([^\]]*?)\s*\]/.exec(content)?.[1];
    if (header !== void 0) {
      table = header.replaceAll(/["'\s]/g, "");
      continue;
    }
    const { key, value } = parted(content);
    const last = settings.at(-1);
    if (!content.includes("=")) {
      if (last !== void 0) settings[settings.length - 1] = { ...last, value: `${last.value}
${content}` };
      continue;
    }
    const name = [table, key.replaceAll(/["'\s]/g, "")].filter((part) => part !== "").join(".");
    settings.push({ bears: "gate", key: name, value, line });
  }
  return settings.filter(({ key }) => /^(?:install|run)(?:\.|$)|^preload$|registry/.test(key));
};
function linesOf(text) {
  return text.replace(/^\uFEFF/, "").split(/\r\n|[\r\n]/).map((content, at) => ({ line: at + 1, content: content.trim() })).filter(({ content }) => content !== "");
}
function parted(content) {
  const at = content.indexOf("=");
  return at < 0 ? { key: content, value: "" } : { key: content.slice(0, at).trimEnd(), value: content.slice(at + 1).trimStart() };
}
var unquoted = (text) => text.trim().replaceAll(/^["']|["']$/g, "");

// src/resolve/settings/manifest-settings.ts
var watched = [
  ["override", "overrides"],
  ["override", "resolutions"],
  ["override", "patchedDependencies"],
  ["override", "catalog"],
  ["override", "catalogs"],
  ["override", "workspaces", "catalog"],
  ["override", "workspaces", "catalogs"],
  ["override", "pnpm", "overrides"],
  ["override", "pnpm", "packageExtensions"],
  ["override", "pnpm", "patchedDependencies"],
  ["gate", "allowScripts"],
  ["gate", "trustedDependencies"],
  ["gate", "packageManager"],
  ["gate", "devEngines", "packageManager"],
  ["gate", "dependenciesMeta"],
  ["gate", "pnpm", "allowBuilds"],
  ["gate", "pnpm", "onlyBuiltDependencies"],
  ["gate", "pnpm", "onlyBuiltDependenciesFile"],
  ["gate", "pnpm", "neverBuiltDependencies"],
  ["gate", "pnpm", "ignoredBuiltDependencies"],
  ["gate", "pnpm", "dangerouslyAllowAllBuilds"],
  ["gate", "pnpm", "configDependencies"]
];
var faults = oneFault("manifest-invalid", "mend the manifest");
function manifestSettings(text) {
  try {
    const document = parseJson(text, "package.json", faults);
    return watched.flatMap(([bears, ...path]) => settingsAt(document, bears, path));
  } catch (cause) {
    if (cause instanceof GateFailure) return void 0;
    throw cause;
  }
}
function settingsAt(document, bears, path) {
  let value = document.value;
  let line = 1;
  for (const key of path) {
    if (!(value instanceof JsonObject) || !value.has(key)) return [];
    line = document.line(value.offsetOf(key));
    value = value.get(key);
  }
  const name = path.join(".");
  if (!(value instanceof JsonObject)) return [{ bears, key: name, value: written(value), line }];
  const object = value;
  return object.keys.map((key) => ({
    bears,
    key: `${name}.${key}`,
    value: written(object.get(key)),
    line: document.line(object.offsetOf(key))
  }));
}
function written(value) {
  if (value instanceof JsonObject) {
    return `{${value.keys.map((key) => `${JSON.stringify(key)}:${written(value.get(key))}`).join()}}`;
  }
  return Array.isArray(value) ? `[${value.map(written).join()}]` : JSON.stringify(value ?? null);
}

// src/resolve/settings/owners-settings.ts
var bearing = /^\/?\*|\*\*|^\/$|\.github|codeowners|lock|shrinkwrap|package\.json|\.npmrc|\.yarnrc|bunfig|pnpm|\.yarn|\*\.(?:json|ya?ml|lock|toml)/i;
var ownersSettings = (text) => text.split(/\r?\n/).map((raw, at) => ({ line: at + 1, content: raw.replace(/(^|\s)#.*$/s, "").trim() })).map(({ line, content }) => ({ line, words: content.split(/\s+/) })).filter(({ words: [pattern = ""] }) => bearing.test(pattern)).map(({ line, words: [pattern = "", ...owners2] }, place) => ({
  bears: "gate",
  key: pattern,
  value: `${place} ${owners2.join(" ")}`,
  line
}));

// src/resolve/settings/yaml-settings.ts
var overrides = /^(?:overrides|packageExtensions|patchedDependencies|catalogs?)$/;
var gate = {
  pnpm: /built|builds|scripts?|script|minimumReleaseAge|trust|registr|auth|proxy|^ca$|cafile|^cert|^key|strictSsl|pnpmfile|configDependencies|blockExotic|verifyDeps|lockfile|packageManager|nodeVersion|dangerously|^git|nodeOptions/i,
  yarn: /^npm|registr|auth|proxy|^ca|cert|ssl|^http|unsafe|script|yarnPath|plugins|checksum|immutable|hardened|network|^enableNetwork|AgeGate|Preapproved|ignorePath|cacheMigration|injectEnvironment|initScope|dependenciesMeta/i
};
var MAX_LINE = 1e3;
var topKey = /^(?:"([^"\\]+)"|'([^']+)'|([\w$./@][^#\s:'"{}[\],&*!|>%`]*))\s*:(?:\s+(.*))?$/;
function yamlSettings(manager) {
  return (text) => {
    const blocks = blocksOf(text);
    return blocks?.flatMap((block) => {
      if (overrides.test(block.key)) return entriesOf(block, "override");
      return gate[manager].test(block.key) ? entriesOf(block, "gate") : [];
    });
  };
}
function blocksOf(text) {
  const blocks = [];
  for (const [at, raw] of text.split(/\r\n|[\r\n]/).entries()) {
    const line = at + 1;
    if (raw.length > MAX_LINE) return void 0;
    const content = raw.trimEnd();
    if (content === "" || /^\s*#/.test(content) || /^(?:---|\.\.\.)$/.test(content)) continue;
    const last = blocks.at(-1);
    if (last !== void 0 && /^(?:[ \t]|-(?: |$))/.test(content)) {
      last.below.push({ line, content });
      continue;
    }
    const match = topKey.exec(content);
    const key = match?.[1] ?? match?.[2] ?? match?.[3];
    if (match === null || key === void 0 || /^[&*!]/.test(match[4] ?? "")) return void 0;
    blocks.push({ line, content, key: key.trim(), value: withoutComment(match[4] ?? ""), below: [] });
  }
  return blocks;
}
function entriesOf({ key, value, line, below }, bears) {
  const indent = indentOf(below[0]);
  const entries = [];
  const whole = { bears, key, line, value: [value, ...below.map(plain)].join("\n") };
  if (value !== "" || below.length === 0) return [whole];
  for (const each of below) {
    if (indentOf(each) > indent) {
      entries.at(-1)?.text.push(plain(each));
      continue;
    }
    const found = /^\s*(?:"([^"\\]+)"|'([^']+)'|([^\s"'#&*!?|>{[\]%`-][^"'#{}[\]]*?))\s*:(?:\s+(.*))?$/.exec(
      each.content
    );
    const name = found?.[1] ?? found?.[2] ?? found?.[3];
    if (indentOf(each) !== indent || name === void 0) return [whole];
    entries.push({ key: `${key}.${name}`, line: each.line, text: [withoutComment(found?.[4] ?? "")] });
  }
  return entries.map((entry) => ({ bears, key: entry.key, line: entry.line, value: entry.text.join("\n") }));
}
var plain = ({ content }) => withoutComment(content);
var withoutComment = (text) => text.replace(/(^|\s)#.*$/, "").trimEnd();
var indentOf = (line) => line?.content.search(/\S/) ?? 0;

// src/resolve/settings/watched.ts
var readers = {
  "package.json": manifestSettings,
  ".npmrc": npmrcSettings,
  ".yarnrc": yarnrcSettings,
  ".yarnrc.yml": yamlSettings("yarn"),
  "pnpm-workspace.yaml": yamlSettings("pnpm"),
  "bunfig.toml": bunfigSettings
};
var owners = /* @__PURE__ */ new Set(["CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS"]);
function watchedAs({ path, mode, id }, policyPath) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name === "node_modules") return mode === "folder" && id !== void 0 ? { what: "modules" } : void 0;
  if (path === policyPath || /^\.github\/dependency-policy\.ya?ml$/i.test(path)) return { what: "policy" };
  if (path.startsWith(".github/dependency-approvals/")) return { what: "approval" };
  if (/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) return { what: "workflow" };
  if (owners.has(path)) return { what: "settings", read: ownersSettings };
  if (/^\.pnpmfile\.[cm]?js$/.test(name) || /(?:^|\/)\.yarn\/(?:releases|plugins)\//.test(path)) {
    return { what: "program" };
  }
  const read2 = Object.hasOwn(readers, name) ? readers[name] : void 0;
  return read2 && { what: "settings", read: read2 };
}
function isIdle(path, projects) {
  return /(?:^|\/)package\.json$/.test(path) && !projects.has(folderOf(path));
}

// src/resolve/discover.ts
async function takeInventory(snapshot, isGated, policyPath) {
  const lockfiles = /* @__PURE__ */ new Map();
  const manifests = /* @__PURE__ */ new Map();
  const gitlinks = /* @__PURE__ */ new Map();
  const settings = /* @__PURE__ */ new Map();
  for (const file of await snapshot.list()) {
    const { path, mode } = file;
    if (path.startsWith("node_modules/") || path.includes("/node_modules/")) continue;
    if (watchedAs(file, policyPath) !== void 0) settings.set(path, file);
    const kind = mode === "folder" ? void 0 : lockfileKind(path);
    if (kind !== void 0) {
      if (isGated(path)) lockfiles.set(path, { path, folder: folderOf(path), kind, file });
    } else if (mode === "gitlink") gitlinks.set(path, file);
    else if (mode === "file" && (path === "package.json" || path.endsWith("/package.json"))) manifests.set(path, file);
  }
  return { snapshot, lockfiles, manifests, gitlinks, settings };
}
function emptyInventory() {
  return { lockfiles: /* @__PURE__ */ new Map(), manifests: /* @__PURE__ */ new Map(), gitlinks: /* @__PURE__ */ new Map(), settings: /* @__PURE__ */ new Map() };
}

// src/resolve/folders.ts
function folderObservations(base, head, touched) {
  const before = groupBy(base.lockfiles.values(), ({ folder }) => folder);
  const after = groupBy(head.lockfiles.values(), ({ folder }) => folder);
  const folders = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].sort();
  return folders.flatMap((folder) => {
    const [old, current] = [before.get(folder) ?? [], after.get(folder) ?? []];
    return [
      ...current.some(({ path }) => touched.has(path)) ? rivals(current, touched) : [],
      ...departures(folder, old, current, base, head)
    ];
  });
}
function rivals(current, touched) {
  const observations = [];
  const winner = current.find(({ path }) => path.endsWith("npm-shrinkwrap.json"));
  const loser = current.find(({ path }) => path.endsWith("package-lock.json"));
  if (winner !== void 0 && loser !== void 0) {
    observations.push({ code: "shadowed", path: loser.path, line: 1, args: { winner: winner.path } });
  }
  const managers = groupBy(current, ({ kind }) => kind.manager);
  if (managers.size > 1) {
    const inOrder2 = [...managers.get("npm") ?? [], ...current];
    const subject = inOrder2.find(({ path }) => touched.has(path));
    const others = current.filter(({ kind }) => kind.manager !== subject.kind.manager).map(({ path }) => path);
    observations.push({ code: "competes", path: subject.path, line: 1, args: { others: others.sort().join(", ") } });
  }
  return observations;
}
function departures(folder, old, current, base, head) {
  const gone = old.filter(({ path }) => !head.lockfiles.has(path));
  const arrived = current.filter(({ path }) => !base.lockfiles.has(path));
  const manifest = join(folder, "package.json");
  if (base.manifests.has(manifest) && !head.manifests.has(manifest)) return [];
  return gone.flatMap(({ path, kind }) => {
    if (current.some((each) => each.kind.manager === kind.manager)) return [];
    const [successor] = arrived;
    if (successor !== void 0) {
      const args = { from: kind.manager, to: successor.kind.manager, former: path };
      return [{ code: "moved-manager", path: successor.path, line: 1, args }];
    }
    return current.length > 0 ? [] : [{ code: "deleted", path, line: 1, args: {} }];
  });
}
function submoduleObservations(base, head) {
  return [...head.gitlinks.values()].filter(({ path, id }) => {
    const before = base.gitlinks.get(path);
    return before === void 0 || before.id !== id;
  }).map(({ path }) => ({ code: "submodule-changed", path, line: 1, args: {} }));
}

// src/resolve/manifests.ts
var ImporterManifests = class {
  errors = [];
  #folder;
  #base;
  #head;
  #readers;
  #parsed = /* @__PURE__ */ new Map();
  constructor(lockfilePath, base, head, readers2) {
    this.#folder = folderOf(lockfilePath);
    this.#base = base;
    this.#head = head;
    this.#readers = readers2;
  }
  /** Every folder, relative to the lockfile's, in and below which the base or the head has a manifest. */
  foldersOf(side) {
    return foldersBelow(this.#folder, (side === "base" ? this.#base : this.#head).manifests.keys());
  }
  /** @param importer its path, relative to the lockfile's folder */
  ofBase(importer) {
    return this.#once(`base:${importer}`, async () => {
      const file = this.#base.manifests.get(this.#path(importer));
      try {
        return file && parseManifest(file.path, await this.#readers.base.read(file));
      } catch {
        return void 0;
      }
    });
  }
  ofHead(importer) {
    return this.#once(`head:${importer}`, async () => {
      const file = this.#head.manifests.get(this.#path(importer));
      try {
        return file && parseManifest(file.path, await this.#readers.head.read(file));
      } catch (cause) {
        if (await this.isChanged(importer)) this.errors.push(asGateError(cause));
        return void 0;
      }
    });
  }
  /** Whether the head's manifest is not the base's. One that is gone changes nothing: what it said is unknown. */
  async isChanged(importer) {
    const path = this.#path(importer);
    const [base, head] = [this.#base.manifests.get(path), this.#head.manifests.get(path)];
    if (head === void 0) return false;
    return base === void 0 || !await isSame(this.#readers, base, head);
  }
  #path(importer) {
    return normalise(join(this.#folder, join(importer, "package.json")));
  }
  #once(key, read2) {
    let manifest = this.#parsed.get(key);
    if (manifest === void 0) {
      manifest = read2();
      this.#parsed.set(key, manifest);
    }
    return manifest;
  }
};

// src/resolve/settings/changed-settings.ts
import { createHash } from "node:crypto";
var MAX_NAMED2 = 8;
var MAX_KEY = 100;
var secret = /auth|password|token|username|email|otp|cert|key/i;
function wholeFile(text) {
  return { bears: "gate", key: "the whole file", value: text, line: 1 };
}
function changedSettings(path, base, head) {
  return ["override", "gate"].flatMap((bears) => {
    const before = byKey(base, bears);
    const after = byKey(head, bears);
    const differing = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter(
      (key) => valuesOf(before, key) !== valuesOf(after, key)
    );
    if (differing.length === 0) return [];
    const lines = differing.flatMap((key) => after.get(key)?.[0]?.line ?? []);
    const named = (how, keys) => keys.length === 0 ? {} : { [how]: listed(keys) };
    const args = {
      ...named(
        "added",
        differing.filter((key) => !before.has(key))
      ),
      ...named(
        "changed",
        differing.filter((key) => before.has(key) && after.has(key))
      ),
      ...named(
        "removed",
        differing.filter((key) => !after.has(key))
      ),
      digest: digestOf(differing, after)
    };
    const code = bears === "override" ? "override-changed" : "setting-changed";
    return [{ code, path, line: lines.sort((a, b) => a - b)[0] ?? 1, args }];
  });
}
var byKey = (settings, bears) => groupBy(
  settings.filter((each) => each.bears === bears),
  ({ key }) => key
);
function valuesOf(settings, key) {
  return JSON.stringify(settings.get(key)?.map(({ value }) => value) ?? null);
}
function listed(keys) {
  const shown2 = keys.slice(0, MAX_NAMED2).map((key) => key.length > MAX_KEY ? `${key.slice(0, MAX_KEY)}\u2026` : key);
  const more = keys.length - shown2.length;
  return [...shown2, ...more > 0 ? [`${more} more`] : []].join(", ");
}
function digestOf(keys, head) {
  const said = [...keys].sort().map((key) => [key, secret.test(key) ? "" : valuesOf(head, key)]);
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

// src/resolve/settings/compare-settings.ts
var MAX_BYTES = 256 * 1024;
async function settingObservations(base, head, readers2, policyPath) {
  const projects = /* @__PURE__ */ new Set([
    "",
    ...[base, head].flatMap((side) => [...side.lockfiles.values()].map((each) => each.folder))
  ]);
  const paths = [.../* @__PURE__ */ new Set([...base.settings.keys(), ...head.settings.keys()])].sort(compareText);
  const observations = [];
  for (const path of paths) {
    const [before, after] = [base.settings.get(path), head.settings.get(path)];
    const file = after ?? before;
    const watched2 = file && watchedAs(file, policyPath);
    if (watched2 === void 0 || isIdle(path, projects)) continue;
    if (before !== void 0 && after !== void 0 && await isUnchanged(watched2, readers2, before, after)) continue;
    observations.push(...await observe(path, watched2, before, after, readers2));
    readers2.base.forget(before);
    readers2.head.forget(after);
  }
  return observations;
}
async function isUnchanged({ what }, readers2, before, after) {
  if (what === "modules") return true;
  try {
    return await isSame(readers2, before, after);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return false;
    throw cause;
  }
}
async function observe(path, watched2, before, after, readers2) {
  const how = before === void 0 ? "added" : after === void 0 ? "removed" : "changed";
  const bytes = `${before?.id ?? ""} ${after?.id ?? ""}`.trim();
  const whole = (code) => [
    { code, path, line: 1, args: { how, ...bytes === "" ? {} : { bytes } } }
  ];
  switch (watched2.what) {
    case "policy":
      return whole("policy-changed");
    case "approval":
      return whole("approval-changed");
    case "program":
      return whole("program-changed");
    case "modules":
      return after === void 0 ? [] : [{ code: "modules-committed", path, line: 1, args: {} }];
    case "workflow": {
      const texts = await Promise.all([textOf(readers2.base, before), textOf(readers2.head, after)]);
      return texts.some((text) => text === void 0 || usesGate(text)) ? whole("workflow-changed") : [];
    }
    case "settings": {
      const [old, now] = await Promise.all([textOf(readers2.base, before), textOf(readers2.head, after)]);
      return changedSettings(path, read(watched2, old, "base"), read(watched2, now, "head"));
    }
  }
}
var usesGate = (text) => /lockgate/i.test(text.replaceAll(/^\s*#.*$/gm, ""));
function read({ read: read2 }, text, side) {
  if (text === void 0) return [wholeFile(side)];
  return text === "" ? [] : read2(text) ?? [wholeFile(text)];
}
async function textOf(reader, file) {
  if (file === void 0) return "";
  if (file.mode !== "file" || (file.size ?? 0) > MAX_BYTES) return void 0;
  try {
    const bytes = await reader.read(file);
    return bytes.length > MAX_BYTES ? void 0 : utf8(bytes);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return void 0;
    throw cause;
  }
}
function utf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return void 0;
  }
}

// src/resolve/unlocked.ts
async function unlockedManifests(base, head, readers2, answered, isGated) {
  const folders = new Map([...head.lockfiles.values()].map((found2) => [found2.folder, found2.path]));
  const candidates = [...head.manifests.values()].filter((file) => {
    const folder = folderOf(file.path);
    return isGated(join(folder, "package-lock.json")) && !isAnswered(folder, folders, answered);
  });
  const found = await Promise.all(
    candidates.map(async (file) => {
      const old = base.manifests.get(file.path);
      return old !== void 0 && await isSame(readers2, old, file) ? [] : gained(readers2, old, file);
    })
  );
  return found.flat();
}
function isAnswered(folder, lockfiles, answered) {
  if (lockfiles.has(folder)) return true;
  for (let above = folder; above !== ""; ) {
    above = folderOf(above);
    const lockfile = lockfiles.get(above);
    if (lockfile === void 0) continue;
    const importers = answered.get(lockfile);
    if (importers === void 0) return true;
    if (importers.some((importer) => normalise(join(above, importer)) === folder)) return true;
  }
  return false;
}
async function gained(readers2, old, file) {
  const after = await tryManifest(readers2.head, file);
  const before = await tryManifest(readers2.base, old);
  const known = new Set(before?.requires.map(({ name, spec }) => `${name}
${spec}`));
  const asked = (after?.requires ?? []).filter(
    ({ name, spec, type }) => type !== "peer" && !known.has(`${name}
${spec}`)
  );
  const [first] = asked;
  if (after === void 0 || first === void 0) return [];
  const line = after.lineOf(first.name) ?? 1;
  return [{ code: "no-lockfile", path: file.path, line, name: first.name, args: { asked: asked.length } }];
}
async function tryManifest(reader, file) {
  if (file === void 0) return void 0;
  try {
    return parseManifest(file.path, await reader.read(file));
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code === "manifest-invalid") return void 0;
    throw cause;
  } finally {
    reader.forget(file);
  }
}

// src/resolve/compare.ts
var MAX_LOCKFILES = 1e3;
var AT_A_TIME = 8;
async function compareSnapshots(base, head, { isGated, mode, policyPath = ".github/dependency-policy.yml" }) {
  const [before, after] = await Promise.all([
    base === void 0 ? emptyInventory() : takeInventory(base, isGated, policyPath),
    takeInventory(head, isGated, policyPath)
  ]);
  const about = { mode, ...base !== void 0 && { base: base.label }, head: head.label };
  const paths = [.../* @__PURE__ */ new Set([...before.lockfiles.keys(), ...after.lockfiles.keys()])].sort(compareText);
  if (paths.length > MAX_LOCKFILES) {
    return { ...about, lockfiles: [], changes: [], observations: [], errors: [tooMany(paths.length)] };
  }
  const readers2 = { base: new FileReader(base), head: new FileReader(head) };
  const comparing = { before, after, readers: readers2, mode };
  const outcomes = await eachOf(paths, (path) => comparePath(comparing, path));
  const touched = new Set(outcomes.flatMap((each, at) => each.touched ? paths[at] : []));
  const check = mode === "check";
  const answered = new Map(
    outcomes.flatMap((each, at) => each.importers.length > 0 ? [[paths[at], each.importers]] : [])
  );
  return {
    ...about,
    lockfiles: outcomes.flatMap(({ summary }) => summary ?? []),
    changes: outcomes.flatMap(({ changes }) => changes),
    observations: [
      ...outcomes.flatMap(({ observations }) => observations),
      ...folderObservations(check ? before : emptyInventory(), after, touched),
      ...check ? submoduleObservations(before, after) : [],
      ...check && base !== void 0 ? await settingObservations(before, after, readers2, policyPath) : [],
      ...check ? await unlockedManifests(before, after, readers2, answered, isGated) : []
    ].sort(inOrder),
    errors: outcomes.flatMap(({ errors }) => errors)
  };
}
var nothing2 = { changes: [], observations: [], errors: [], importers: [], touched: false };
async function comparePath(comparing, path) {
  const { before, after, readers: readers2, mode } = comparing;
  const head = after.lockfiles.get(path);
  const old = before.lockfiles.get(path);
  if (head === void 0) return old === void 0 ? nothing2 : departed(comparing, old);
  if (head.kind.parse === void 0) return unreadable(comparing, old, head);
  const base = old ?? twin(before, after, head);
  const manifests = new ImporterManifests(path, before, after, readers2);
  const outcome = await compareLockfile({ base, head, manifests, readers: readers2, mode });
  const { summary, errors } = outcome;
  const isTouched = summary === void 0 ? errors.length > 0 : summary.status !== "unchanged";
  return { ...outcome, touched: mode === "audit" || isTouched };
}
function twin(before, after, head) {
  const gone = [...before.lockfiles.values()].filter(
    ({ folder, kind, path }) => folder === head.folder && kind.parse !== void 0 && !after.lockfiles.has(path)
  );
  return gone.find(({ kind }) => kind === head.kind) ?? gone[0];
}
async function departed({ before, after, readers: readers2 }, old) {
  if (old.kind.parse === void 0) return nothing2;
  const { summary, changes } = await removedLockfile(old, readers2.base);
  const isSucceeded = [...after.lockfiles.values()].some(
    (each) => !before.lockfiles.has(each.path) && each.kind.parse !== void 0 && twin(before, after, each) === old
  );
  return { ...nothing2, ...summary && { summary }, changes: isSucceeded ? [] : changes };
}
async function unreadable({ readers: readers2, mode }, old, head) {
  try {
    if (mode === "check" && old !== void 0 && await isSame(readers2, old.file, head.file)) return nothing2;
    return { ...nothing2, errors: [asGateError(unsupported(head.path))], touched: true };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return { ...nothing2, errors: [asGateError(cause)], touched: true };
  } finally {
    readers2.head.forget(head.file);
    readers2.base.forget(old?.file);
  }
}
function tooMany(count) {
  return asGateError(
    new GateFailure(
      "too-many-lockfiles",
      `There are ${count} lockfiles, more than ${MAX_LOCKFILES}; leave some of them out in the policy (\`lockfiles\`).`
    )
  );
}
async function eachOf(items, work) {
  const outcomes = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [at, item] of queue) outcomes[at] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return outcomes;
}
function inOrder(a, b) {
  return compareText(a.path, b.path) || a.line - b.line || compareText(a.code, b.code) || compareText(a.name ?? "", b.name ?? "") || compareText(a.version ?? "", b.version ?? "");
}

// src/gate.ts
async function runGate(request) {
  const { mode, base, head, trusted, policyPath, preset } = request;
  let policy;
  try {
    const settings = await readSettings(trusted, policyPath);
    const file = request.policy ?? (settings.policy && { source: policyPath, text: settings.policy });
    policy = await outlinePolicy(file, preset === void 0 ? {} : { preset });
    const trust = await readTrust(request.trust ?? {}, policy, trusted, request.recorded?.trust);
    const isGated = lookedAt(request, policy);
    const compared = await compareSnapshots(base, head, { mode, isGated, policyPath });
    if (isQuiet(compared, request, policy)) return nothingToJudge(compared, policy, trust, request);
    const { judgeComparison } = await import("./judging-CN7YW2P4.js");
    return await judgeComparison(compared, request, { settings, file, policy: await policy.compose(), trust });
  } catch (cause) {
    if (asGateError(cause).code === "internal") request.onDefect?.(cause);
    return { report: failed(cause, request, policy) };
  }
}
function lookedAt({ isLookedAt }, { isGated }) {
  return isLookedAt === void 0 ? isGated : (path) => isLookedAt(path) && isGated(path);
}
function isQuiet({ changes, observations }, { vet }, policy) {
  return policy.isPreset && vet === void 0 && changes.length === 0 && observations.length === 0;
}
function nothingToJudge(comparison, policy, trust, { preset, now }) {
  const judgement = { verdict: verdictOf(comparison, [], policy.mode), findings: [] };
  const report = buildReport({ comparison, dossiers: [], judgement, policy, now });
  return { report, evidence: record(void 0, preset, trust, comparison, { dossiers: [], answers: [] }, now) };
}
function failed(cause, { mode, base, head, now }, policy) {
  const comparison = {
    ...{ mode, head: head.label, lockfiles: [], changes: [], observations: [], errors: [asGateError(cause)] },
    ...base === void 0 ? {} : { base: base.label }
  };
  return buildReport({
    comparison,
    dossiers: [],
    judgement: { verdict: "error", findings: [] },
    policy: policy ?? { source: "none", digest: "", mode: "enforce" },
    now
  });
}

export {
  compareSnapshots,
  runGate
};
