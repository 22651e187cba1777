import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  outlinePolicy,
  recordedExtended
} from "./chunk-AIOM5EZN.js";
import {
  readTrust,
  verdictOf
} from "./chunk-BNPVKOIF.js";
import {
  missingProvenance
} from "./chunk-4GIOWBEC.js";
import {
  FileReader,
  NOWHERE,
  agreed,
  auditLockfile,
  catalogEntry,
  changedSettings,
  diffLockfiles,
  foldersBelow,
  identityOf,
  isSame,
  lockfileKind,
  manifestSettings,
  namesIn,
  openWithManifests,
  overrideTarget,
  parseLockfile,
  parseManifest,
  settingsAgreement,
  treeOf,
  unsupported,
  wholeFile,
  withOwnNames,
  withScriptsLeftOut,
  workspaceMatcher,
  yamlSettings
} from "./chunk-EJVY6KSL.js";
import {
  folderOf,
  foldersAbove,
  groupBy,
  inOrder,
  introduced,
  join,
  normalise,
  prefixOf,
  unreachable
} from "./chunk-IL3BD5R5.js";
import {
  canonicalRegistryUrl
} from "./chunk-ARM3DZ3Q.js";
import {
  compareText
} from "./chunk-2QE6CAAY.js";
import {
  aliasTarget,
  specKind
} from "./chunk-VTOMZJTM.js";
import {
  readSettings
} from "./chunk-BMOTMKJN.js";
import {
  GateFailure,
  asGateError
} from "./chunk-NAH4THA5.js";
import {
  require_satisfies
} from "./chunk-42HRFHYH.js";
import {
  require_valid
} from "./chunk-B2H6ZP7V.js";
import {
  __toESM
} from "./chunk-U2RJDSLN.js";

// src/compare/agreement.ts
var import_satisfies = __toESM(require_satisfies(), 1);
var import_valid = __toESM(require_valid(), 1);

// src/compare/declared-specs.ts
function declaredSpecs({ settings = {} }) {
  const names = /* @__PURE__ */ new Map();
  for (const [key, { value }] of settings.overrides ?? []) {
    const name = overrideTarget(key);
    const known = names.get(name) ?? { specs: /* @__PURE__ */ new Set(), anything: false };
    names.set(name, known);
    known.specs.add(value);
    known.anything ||= /^(?:link|file|portal):|^-$|^\$/.test(value);
  }
  return {
    overriding: (name) => names.get(name),
    specOf: ({ name, spec }) => {
      const entry = catalogEntry(spec, name);
      return entry === void 0 ? spec : settings.catalogs?.get(entry)?.value;
    }
  };
}

// src/compare/agreement.ts
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
    const mayDiffer = (name) => root?.resolutions.has(name) === true || importer.path !== "" && root?.overridden.has(name) !== false;
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
  const specs = declaredSpecs(lockfile);
  const asked = groupBy(manifest.requires, ({ name }) => name);
  const locked = groupBy(importer.requires, ({ name }) => name);
  const observations = [];
  for (const name of /* @__PURE__ */ new Set([...asked.keys(), ...locked.keys()])) {
    const wanted = asked.get(name) ?? [];
    const recorded = recordedFor(wanted, locked.get(name) ?? [], specs.overriding(name));
    const isPeer = lockfile.format === "pnpm" && wanted.length > 0 && wanted.every(({ type }) => type === "peer");
    if (isPeer && recorded.length === 0) continue;
    const pinned = tree.packageAt(tree.resolve(node, name));
    const pins = tree.resolve(node, name) !== NOWHERE;
    const say = isPeer ? specsOnly : shown;
    const args = { manifest: manifest.path, asked: say(wanted), locked: say(recorded) };
    const about = { path: lockfile.path, line: pinned?.line ?? importer.line, name };
    const mustBePinned = wanted.some(({ type }) => type === "prod" || type === "dev");
    const isAnything = specs.overriding(name)?.anything === true;
    const isPinned2 = (each, as) => meanings(each, specs).some((spec) => isMet({ ...each, ...isPeer && { type: "prod" }, spec }, as));
    if (mustBePinned && !pins) observations.push({ ...about, code: "not-locked", args });
    else if (args.asked !== args.locked) observations.push({ ...about, code: "manifest-disagrees", args });
    else if (pinned !== void 0 && !isAnything && !mayDiffer(name) && !wanted.every((each) => isPinned2(each, pinned))) {
      const pin = `${pinned.name}@${pinned.version}`;
      observations.push({ ...about, code: "manifest-disagrees", args: { ...args, pinned: pin } });
    }
  }
  return observations;
}
function recordedFor(wanted, locked, overriding) {
  if (overriding === void 0) return locked;
  if (overriding.anything && locked.length === 0) return wanted;
  return locked.map((each) => {
    const own = wanted.find(({ type }) => type === each.type);
    return own !== void 0 && (overriding.anything || overriding.specs.has(each.spec)) ? { ...each, spec: own.spec } : each;
  });
}
function meanings(requirement, { overriding, specOf }) {
  const own = specOf(requirement);
  const others = overriding(requirement.name);
  return [...own === void 0 ? [] : [own], ...others?.specs ?? []];
}
function shown(requires) {
  return requires.map(({ type, spec }) => `${type} ${spec.trim()}`).sort().join(", ");
}
function specsOnly(requires) {
  return requires.map(({ spec }) => `peer ${spec.trim()}`).join(", ");
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

// src/graph/bundles.ts
function bundlesOf(opened, changes) {
  const { lockfile } = opened;
  const entries = lockfile.packages.filter(({ claims, place }) => claims.inBundle === true && place === void 0);
  if (entries.length === 0) return [];
  const byKey = new Map(lockfile.packages.map((each) => [each.key, each]));
  const known = /* @__PURE__ */ new Map();
  for (const entry of [...entries].sort((a, b) => a.key.length - b.key.length)) {
    const container = byKey.get(containerKey(lockfile.format, entry.key) ?? "");
    const above = container && known.get(container);
    const isOwn = above !== void 0 && above.by === void 0;
    if (isOwn && isPinned(entry)) known.set(entry, { entry, container, by: void 0 });
    else known.set(entry, { entry, container, by: above?.by ?? registryOnly(container) });
  }
  const judged = [...known.values()].filter(({ by, entry }) => by !== void 0 || !isPinned(entry));
  const bundles = groupBy(judged, ({ by }) => by);
  const changed = new Set(changes.flatMap((change) => change.kind === "removed" ? [] : [identityOf(change)]));
  return [...bundles].flatMap(([by, claimed]) => {
    if (!claimed.some(({ entry }) => changed.has(identityOf(entry)))) return [];
    const members = membersOf(claimed, by);
    return [{ lockfile: lockfile.path, ...by && { by: { name: by.name, version: by.version } }, members }];
  });
  function membersOf(claimed, by) {
    const { graph } = opened;
    const positions = new Map(claimed.map(({ entry }, at) => [entry, at]));
    const brings = claimed.map(() => /* @__PURE__ */ new Set());
    for (const [at, { entry, container }] of claimed.entries()) {
      const holder = container === void 0 ? void 0 : positions.get(container);
      if (holder !== void 0) brings[holder]?.add(at);
      for (const { name } of entry.requires) {
        const found = graph.tree.packageAt(graph.tree.resolve(graph.nodeOf(entry), name));
        const position = found === void 0 ? void 0 : positions.get(found);
        if (position !== void 0 && claimed[position]?.container === by) brings[at]?.add(position);
      }
    }
    return claimed.map(({ entry, container }, at) => ({
      ...{ name: entry.name, version: entry.version, line: entry.line, pinned: isPinned(entry) },
      ...by !== void 0 && container === by && { as: entry.alias ?? entry.name },
      brings: [...brings[at] ?? []]
    }));
  }
}
var isPinned = ({ resolved, integrity }) => resolved !== void 0 || integrity !== void 0;
var registryOnly = (each) => each?.source.kind === "registry" ? each : void 0;
function containerKey(format, key) {
  if (format === "bun") {
    const name = namesIn(key)?.at(-1) ?? key;
    return name.length < key.length ? key.slice(0, key.length - name.length - 1) : void 0;
  }
  const at = key.lastIndexOf("/node_modules/");
  return at < 0 ? void 0 : key.slice(0, at);
}

// src/compare/compare-lockfile.ts
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
    const agreement = mode === "audit" ? agreed : await settingsAgreement(before?.lockfile, opened.lockfile, pair);
    const former = before && formerOf(before, opened);
    return {
      summary: { path, format, formatVersion, status, packages: opened.packageCount, ...former && { former } },
      ...outcome,
      observations: [...outcome.observations, ...agreement.observations],
      errors: [...manifests.errors, ...agreement.errors.filter((error) => !isAmong(error, manifests.errors))],
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
function formerOf({ lockfile: base }, { lockfile: head }) {
  const { path, format } = base;
  return path === head.path && format === head.format ? void 0 : { path, format };
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
var isAmong = ({ path, line }, errors) => errors.some((each) => each.path === path && each.line === line);
function refuseIrregular({ path, file }) {
  if (file.mode === "file") return;
  const what = { symlink: "a symbolic link", gitlink: "a submodule", folder: "a folder", special: "no file" }[file.mode];
  throw new GateFailure("lockfile-not-regular", `The lockfile is ${what}, which is never followed; commit a file.`, {
    path
  });
}
async function open(found, reader, manifests) {
  refuseIrregular(found);
  return openWithManifests(parseLockfile(found.path, await reader.read(found.file)), manifests);
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
  const all = audit ? auditLockfile(head) : diffLockfiles(path, base, head);
  const changes = pair.isKept ? all.filter(({ kind }) => kind !== "removed") : all;
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
    bundles: bundlesOf(head, changes),
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
  return introduced(disagreements(base.lockfile, await read2((folder) => pair.manifests.ofBaseInPlace(folder))), after);
}

// src/managers/settings/line-settings.ts
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

// src/managers/settings/owners-settings.ts
var bearing = /^\/?\*|\*\*|^\/$|\.github|codeowners|lock|shrinkwrap|package\.json|\.npmrc|\.yarnrc|bunfig|pnpm|\.yarn|\*\.(?:json|ya?ml|lock|toml)/i;
var ownersSettings = (text) => text.split(/\r?\n/).map((raw, at) => ({ line: at + 1, content: raw.replace(/(^|\s)#.*$/s, "").trim() })).map(({ line, content }) => ({ line, words: content.split(/\s+/) })).filter(({ words: [pattern = ""] }) => bearing.test(pattern)).map(({ line, words: [pattern = "", ...owners2] }, place) => ({
  bears: "gate",
  key: pattern,
  value: `${place} ${owners2.join(" ")}`,
  line
}));

// src/managers/settings/watched.ts
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

// src/compare/discover.ts
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

// src/compare/folders.ts
function folderObservations(base, head, touched, formers) {
  const succeeded = new Set([...formers.values()].map(({ path }) => path));
  const before = groupBy(base.lockfiles.values(), ({ folder }) => folder);
  const after = groupBy(head.lockfiles.values(), ({ folder }) => folder);
  const folders = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].sort();
  return folders.flatMap((folder) => {
    const [old, current] = [before.get(folder) ?? [], after.get(folder) ?? []];
    return [
      ...current.some(({ path }) => touched.has(path)) ? rivals(current, touched) : [],
      ...departures(folder, old, current, base, head, succeeded)
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
function departures(folder, old, current, base, head, succeeded) {
  const gone = old.filter(({ path }) => !head.lockfiles.has(path));
  const arrived = current.filter(({ path }) => !base.lockfiles.has(path));
  const manifest = join(folder, "package.json");
  const isLeft = head.manifests.has(manifest);
  if (base.manifests.has(manifest) && !isLeft) return [];
  return gone.flatMap(({ path, kind }) => {
    if (current.some((each) => each.kind.manager === kind.manager)) return [];
    const [successor] = arrived;
    if (successor !== void 0) {
      const args = { from: kind.manager, to: successor.kind.manager, former: path };
      return [{ code: "moved-manager", path: successor.path, line: 1, args }];
    }
    return current.length > 0 || !isLeft && succeeded.has(path) ? [] : [{ code: "deleted", path, line: 1, args: {} }];
  });
}
function moveObservations(formers) {
  return [...formers].flatMap(
    ([path, former]) => folderOf(path) === former.folder ? [] : [{ code: "moved-folder", path, line: 1, args: { former: former.path } }]
  );
}
function submoduleObservations(base, head) {
  return [...head.gitlinks.values()].filter(({ path, id }) => {
    const before = base.gitlinks.get(path);
    return before === void 0 || before.id !== id;
  }).map(({ path }) => ({ code: "submodule-changed", path, line: 1, args: {} }));
}

// src/compare/manifests.ts
var ImporterManifests = class {
  errors = [];
  #formerFolder;
  #folder;
  #base;
  #head;
  #readers;
  #parsed = /* @__PURE__ */ new Map();
  /** @param formerPath where the base has the lockfile that the head's is compared with */
  constructor(formerPath, lockfilePath, base, head, readers2) {
    this.#formerFolder = folderOf(formerPath);
    this.#folder = folderOf(lockfilePath);
    this.#base = base;
    this.#head = head;
    this.#readers = readers2;
  }
  /** Every folder, relative to the lockfile's, in and below which the base or the head has a manifest. */
  foldersOf(side) {
    return side === "base" ? foldersBelow(this.#formerFolder, this.#base.manifests.keys()) : foldersBelow(this.#folder, this.#head.manifests.keys());
  }
  /** @param importer its path, relative to the lockfile's folder */
  ofBase(importer) {
    return this.#once(`base:${importer}`, async () => {
      const file = this.#base.manifests.get(pathIn(this.#formerFolder, importer));
      try {
        return file && parseManifest(file.path, await this.#readers.base.read(file));
      } catch {
        return void 0;
      }
    });
  }
  /** The base's, with the path that it has in the head: so that what both say can be told to be the same. */
  async ofBaseInPlace(importer) {
    const manifest = await this.ofBase(importer);
    return manifest && { ...manifest, path: pathIn(this.#folder, importer) };
  }
  ofHead(importer) {
    return this.#once(`head:${importer}`, async () => {
      const file = this.#head.manifests.get(pathIn(this.#folder, importer));
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
    const base = this.#base.manifests.get(pathIn(this.#formerFolder, importer));
    const head = this.#head.manifests.get(pathIn(this.#folder, importer));
    if (head === void 0) return false;
    return base === void 0 || !await isSame(this.#readers, base, head);
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
function pathIn(folder, importer) {
  return normalise(join(folder, join(importer, "package.json")));
}

// src/compare/compare-settings.ts
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
    const watched = file && watchedAs(file, policyPath);
    if (watched === void 0 || isIdle(path, projects)) continue;
    if (before !== void 0 && after !== void 0 && await isUnchanged(watched, readers2, before, after)) continue;
    observations.push(...await observe(path, watched, before, after, readers2));
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
async function observe(path, watched, before, after, readers2) {
  const how = before === void 0 ? "added" : after === void 0 ? "removed" : "changed";
  const bytes = `${before?.id ?? ""} ${after?.id ?? ""}`.trim();
  const whole = (code) => [
    { code, path, line: 1, args: { how, ...bytes === "" ? {} : { bytes } } }
  ];
  switch (watched.what) {
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
      return changedSettings(path, read(watched, old, "base"), read(watched, now, "head"));
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

// src/compare/lockfile-predecessor.ts
async function findFormers(options) {
  const { base, head, isJudgedAlike } = options;
  const formers = /* @__PURE__ */ new Map();
  const before = groupBy(readable(base), ({ folder }) => folder);
  const after = groupBy(readable(head), ({ folder }) => folder);
  for (const found of readable(head)) {
    const same = base.lockfiles.get(found.path);
    const former = same ?? sibling(found, before.get(found.folder) ?? [], options);
    if (former !== void 0) formers.set(found.path, former);
  }
  const arrived = readable(head).filter(({ folder, path }) => !before.has(folder) && !base.lockfiles.has(path));
  const departed2 = readable(base).filter(({ folder, path }) => !after.has(folder) && !head.lockfiles.has(path));
  if (arrived.length === 0 || departed2.length === 0) return formers;
  for (const [found, former] of await moved(arrived, departed2, options)) {
    if (isJudgedAlike(former.path, found.path)) formers.set(found.path, former);
  }
  return formers;
}
var readable = ({ lockfiles }) => [...lockfiles.values()].filter(({ kind }) => kind.parse !== void 0);
function sibling(found, siblings, { head, isJudgedAlike }) {
  const rank = ({ path, kind }) => (head.lockfiles.has(path) ? 2 : 0) + (kind === found.kind ? 0 : 1);
  return siblings.filter(({ path }) => isJudgedAlike(path, found.path)).sort((a, b) => rank(a) - rank(b))[0];
}
async function moved(arrived, departed2, { base, head, readers: readers2 }) {
  const [old, current] = await Promise.all([byName(departed2, base, readers2.base), byName(arrived, head, readers2.head)]);
  const named = [...current].flatMap(([name, found]) => {
    const [one2, another2] = found;
    const [former2, rival2] = old.get(name) ?? [];
    const isOnly = another2 === void 0 && rival2 === void 0;
    return isOnly && one2 !== void 0 && former2 !== void 0 ? [[one2, former2]] : [];
  });
  const taken = new Set(named.flat());
  const [one, another] = arrived.filter((each) => !taken.has(each));
  const [former, rival] = departed2.filter((each) => !taken.has(each));
  if (one === void 0 || former === void 0 || another !== void 0 || rival !== void 0) return named;
  const [now, then] = await Promise.all([lockedBy(one, readers2.head), lockedBy(former, readers2.base)]);
  const common = [...now].filter((each) => then.has(each)).length;
  return common > now.size / 2 ? [...named, [one, former]] : named;
}
async function byName(lockfiles, { manifests }, reader) {
  const named = await Promise.all(
    lockfiles.map(async (found) => {
      const file = manifests.get(join(found.folder, "package.json"));
      const name = file && await orElse(async () => parseManifest(file.path, await reader.read(file)).name, void 0);
      return name === void 0 ? [] : [{ name, found }];
    })
  );
  const groups = groupBy(named.flat(), ({ name }) => name);
  return new Map([...groups].map(([name, same]) => [name, same.map(({ found }) => found)]));
}
function lockedBy({ path, file }, reader) {
  return orElse(async () => {
    const { packages } = parseLockfile(path, await reader.read(file));
    return new Set(packages.filter(({ source }) => source.kind !== "workspace").map(identityOf));
  }, /* @__PURE__ */ new Set());
}
async function orElse(read2, otherwise) {
  try {
    return await read2();
  } catch (cause) {
    if (cause instanceof GateFailure) return otherwise;
    throw cause;
  }
}

// src/compare/unlocked.ts
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

// src/compare/compare.ts
var MAX_LOCKFILES = 1e3;
var AT_A_TIME = 8;
async function compareSnapshots(base, head, { isGated, mode, isJudgedAlike = () => true, policyPath = ".github/dependency-policy.yml" }) {
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
  const formers = await findFormers({ base: before, head: after, readers: readers2, isJudgedAlike });
  const comparing = { before, after, formers, readers: readers2, mode };
  const outcomes = await eachOf(paths, (path) => comparePath(comparing, path));
  const touched = new Set(outcomes.flatMap((each, at) => each.touched ? paths[at] : []));
  const check = mode === "check";
  const bundles = outcomes.flatMap((each) => each.bundles ?? []);
  const answered = new Map(
    outcomes.flatMap((each, at) => each.importers.length > 0 ? [[paths[at], each.importers]] : [])
  );
  return {
    ...about,
    lockfiles: outcomes.flatMap(({ summary }) => summary ?? []),
    changes: outcomes.flatMap(({ changes }) => changes),
    observations: [
      ...outcomes.flatMap(({ observations }) => observations),
      ...folderObservations(check ? before : emptyInventory(), after, touched, formers),
      ...check ? moveObservations(formers) : [],
      ...check ? submoduleObservations(before, after) : [],
      ...check && base !== void 0 ? await settingObservations(before, after, readers2, policyPath) : [],
      ...check ? await unlockedManifests(before, after, readers2, answered, isGated) : []
    ].sort(inOrder),
    errors: outcomes.flatMap(({ errors }) => errors),
    ...bundles.length > 0 && { bundles }
  };
}
var nothing2 = { changes: [], observations: [], errors: [], importers: [], touched: false };
async function comparePath(comparing, path) {
  const { before, after, formers, readers: readers2, mode } = comparing;
  const head = after.lockfiles.get(path);
  const old = before.lockfiles.get(path);
  if (head === void 0) return old === void 0 ? nothing2 : departed(comparing, old);
  if (head.kind.parse === void 0) return unreadable(comparing, old, head);
  const base = formers.get(path);
  const manifests = new ImporterManifests(base?.path ?? path, path, before, after, readers2);
  const isKept = base !== void 0 && base.path !== path && after.lockfiles.has(base.path);
  const settings = { base: before.settings, head: after.settings };
  const outcome = await compareLockfile({ base, head, manifests, readers: readers2, settings, mode, isKept });
  const { summary, errors } = outcome;
  const isTouched = summary === void 0 ? errors.length > 0 : summary.status !== "unchanged";
  const changes = mode === "check" ? await withScripts(comparing, head, outcome) : outcome.changes;
  return { ...outcome, changes, touched: mode === "audit" || isTouched };
}
function withScripts({ before, after, readers: readers2 }, { folder, kind: { manager } }, { changes, importers, summary }) {
  if (summary === void 0 || summary.format === "yarn-classic") return changes;
  const files = { base: before.settings, head: after.settings };
  return withScriptsLeftOut(changes, { manager, folder, importers, ...files, readers: readers2 });
}
async function departed({ formers, readers: readers2 }, old) {
  if (old.kind.parse === void 0) return nothing2;
  const { summary, changes } = await removedLockfile(old, readers2.base);
  const isSucceeded = [...formers.values()].includes(old);
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

// src/run/open.ts
function openSubject(request) {
  return "replay" in request ? openRecording(request) : openSnapshots(request);
}
async function openSnapshots(request) {
  const { mode, base, head, trusted, policyPath, now, preset, focus, recorded, readExtended } = request;
  const settings = await readSettings(trusted, policyPath);
  const file = request.policy ?? (settings.policy && { source: policyPath, text: settings.policy });
  const policy = await outlinePolicy(file, {
    ...preset === void 0 ? {} : { preset },
    readExtended: recordedExtended(recorded?.policy, readExtended)
  });
  const trust = await readTrust(request.trust ?? {}, policy, trusted, recorded?.trust);
  const isGated = lookedAt(request, policy);
  const { isJudgedAlike } = policy;
  return {
    ...{ now, preset, file, policy, trust, focus, subject: { request, settings } },
    compare: () => compareSnapshots(base, head, { mode, isGated, isJudgedAlike, policyPath })
  };
}
function lookedAt({ isLookedAt }, { isGated }) {
  return isLookedAt === void 0 ? isGated : (path) => isLookedAt(path) && isGated(path);
}
async function openRecording({ replay, policy: own, preset: given, now, focus }) {
  const { source, text, preset: recorded } = replay.policy;
  const file = own ?? (text === null ? void 0 : { source, text });
  const preset = given ?? (own === void 0 ? recorded ?? void 0 : void 0);
  const policy = await outlinePolicy(file, {
    ...preset === void 0 ? {} : { preset },
    readExtended: recordedExtended(replay.policy, void 0)
  });
  return {
    ...{ now: now ?? replay.evaluatedAt, preset, file, policy, trust: replay.trust ?? {}, focus },
    subject: { recording: replay },
    compare: () => Promise.resolve(replay.comparison)
  };
}

// src/run/pipeline.ts
async function runGate(request) {
  let opened;
  try {
    opened = await openSubject(request);
    const compared = await opened.compare();
    if (isQuiet(compared, opened.policy, request)) return nothingToJudge(compared, opened);
    const { complete, collectEvidence, judgeEvidence } = await import("./stages-RBUM34F4.js");
    const completed = await complete(compared, opened);
    const collected = await collectEvidence(completed, opened);
    return await judgeEvidence(collected, opened);
  } catch (cause) {
    const error = asGateError(cause);
    if (error.code === "internal") request.onDefect?.(cause);
    return endedBy(error, request, opened?.policy);
  }
}
function isQuiet({ changes, observations }, { isPreset }, request) {
  const isAsked = request.focus !== void 0 || "vet" in request;
  return isPreset && !isAsked && changes.length === 0 && observations.length === 0;
}
function nothingToJudge(comparison, { now, preset, policy, trust }) {
  const judgement = { verdict: verdictOf(comparison, [], policy.mode), findings: [] };
  const collected = { dossiers: [], answers: [] };
  return { ...{ now, preset, policy, trust, comparison, whole: comparison }, collected, judgement, failed: false };
}
function endedBy(error, request, policy) {
  const { mode, head, base } = "replay" in request ? request.replay.comparison : { mode: request.mode, head: request.head.label, base: request.base?.label };
  const comparison = {
    ...{ mode, head, lockfiles: [], changes: [], observations: [], errors: [error] },
    ...base === void 0 ? {} : { base }
  };
  return {
    now: "replay" in request ? request.now ?? request.replay.evaluatedAt : request.now,
    ...{ policy, trust: {}, comparison, whole: comparison, collected: { dossiers: [], answers: [] } },
    ...{ judgement: { verdict: "error", findings: [] }, failed: true }
  };
}

// src/report/view/evidence-words.ts
function reportedEvidence(change, dossier) {
  if (dossier === void 0 || change.source.kind !== "registry") {
    const unasked2 = change.source.kind === "registry" ? "not-evaluated" : "not-applicable";
    return {
      existence: unasked2,
      registrySignature: unasked2,
      provenance: unasked2,
      trust: "not-evaluated",
      publishedAt: null,
      advisories: { state: unasked2, ids: [] },
      provenanceIdentity: null,
      previous: null
    };
  }
  const { existence, registrySignature, provenance, trust, publishedAt, malware, advisories } = dossier.evidence;
  return {
    existence: existenceWord(existence),
    registrySignature: outcomeWord(registrySignature),
    provenance: outcomeWord(provenance),
    trust: trustWord(trust),
    publishedAt: publishedAt.state === "present" ? publishedAt.value : null,
    advisories: knownRecords([malware, advisories]),
    provenanceIdentity: identityOf2(provenance),
    previous: previousOf(change, dossier)
  };
}
function existenceWord(existence) {
  return existence.state === "present" ? existence.value.answer : existence.state;
}
function outcomeWord(evidence) {
  if (evidence.state !== "present") return withoutValue(evidence);
  return evidence.value.state === "no-provenance" ? "absent" : evidence.value.state;
}
function knownRecords(kinds) {
  const ids = kinds.flatMap(
    (kind) => kind.state === "present" && kind.value.state === "known" ? kind.value.records.map(({ id }) => id) : []
  );
  const states = kinds.map((kind) => kind.state === "present" ? kind.value.state : withoutValue(kind));
  const order = ["unavailable", "known", "not-applicable"];
  return { state: order.find((state) => states.includes(state)) ?? "not-evaluated", ids: [...new Set(ids)].sort() };
}
function trustWord(trust) {
  if (trust.state !== "present") return trust.state === "absent" ? "unavailable" : withoutValue(trust);
  const { atLeast, atMost } = trust.value;
  return atLeast === atMost ? atLeast : "unavailable";
}
var unasked = "no enabled rule needs it";
function withoutValue(evidence) {
  return evidence.state === "unavailable" && evidence.detail === unasked ? "not-evaluated" : evidence.state;
}
function identityOf2(provenance) {
  if (provenance.state !== "present" || provenance.value.state !== "verified") return null;
  const { sourceRepository, workflow, commit } = provenance.value.identity;
  return { repository: sourceRepository, workflow: workflow ?? null, commit: commit ?? null };
}
function previousOf({ previousVersion, version, baseVersions }, { evidence }) {
  const before = previousVersion !== void 0 && previousVersion !== version ? previousVersion : baseVersions.at(-1);
  if (before === void 0 || before === version) return null;
  const { history, predecessor, predecessorProvenance } = evidence;
  const known = predecessor.state === "present" ? predecessor.value.version : before;
  if (known === version) return null;
  const releases = history.state === "present" ? history.value.releases : [];
  const release = releases.find((each) => each.version === known);
  const verified = outcomeWord(predecessorProvenance);
  const unclaimed = verified !== "unavailable" && release?.attested === false ? "absent" : "unavailable";
  const claimed = release?.attested === true ? "claimed" : unclaimed;
  const decided = ["verified", "invalid", "not-applicable"].includes(verified);
  return { version: known, provenance: decided ? verified : claimed, trust: claimedTrust(release) };
}
function claimedTrust(release) {
  if (release?.publisher?.approver !== void 0) return "staged";
  if (release?.publisher?.trustedPublisher !== void 0) return "trusted-publisher";
  if (release?.attested === true) return "provenance";
  return release?.publisher === void 0 ? "unavailable" : "none";
}

// src/report/view/registries.ts
var roles = ["public", "policy", "operator"];
function trustedRegistries(dossiers, ofPolicy) {
  const packages = /* @__PURE__ */ new Map();
  const isPublic = /* @__PURE__ */ new Set();
  for (const { registry, publicRegistry, change } of dossiers) {
    if (registry === void 0) continue;
    const known = packages.get(registry) ?? /* @__PURE__ */ new Set();
    packages.set(registry, known.add(JSON.stringify([change.name, change.version])));
    if (publicRegistry) isPublic.add(registry);
  }
  const role = (url) => isPublic.has(url) ? "public" : ofPolicy.includes(url) ? "policy" : "operator";
  return [...packages].map(([url, ofRegistry]) => ({ url, role: role(url), packages: ofRegistry.size })).sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || (a.url < b.url ? -1 : 1));
}

// src/report/view/build.ts
function buildReport(parts) {
  const { comparison, dossiers, judgement, policy, policyRegistries = [], now, trust } = parts;
  const dossierOf = new Map(dossiers.map((dossier) => [identity(dossier.change), dossier]));
  const changes = comparison.changes.map((change) => reportedChange(change, dossierOf.get(identity(change)))).sort(
    (a, b) => compareText2(a.lockfile, b.lockfile) || compareText2(a.name, b.name) || compareText2(a.version, b.version) || a.line - b.line || compareText2(a.kind, b.kind)
  );
  const counted = (kind) => changes.filter((change) => change.kind === kind).length;
  return {
    schema: "lockgate-report/1",
    verdict: judgement.verdict,
    mode: comparison.mode,
    evaluatedAt: now,
    base: comparison.base ?? null,
    head: comparison.head,
    policy: { source: policy.source, digest: policy.digest, mode: policy.mode },
    lockfiles: comparison.lockfiles.map(({ path, format, formatVersion, status, packages, former }) => ({
      ...{ path, format, formatVersion, status, packages },
      ...former === void 0 ? {} : { former }
    })).sort((a, b) => compareText2(a.path, b.path)),
    registries: trustedRegistries(dossiers, policyRegistries),
    changes,
    findings: judgement.findings.map(inContractOrder),
    errors: comparison.errors.map(({ code, message, path, line }) => ({
      code,
      message,
      ...path === void 0 ? {} : { path },
      ...line === void 0 ? {} : { line }
    })),
    missingProvenance: missingProvenance(changes),
    ...trust === void 0 ? {} : { trust },
    counts: {
      added: counted("added"),
      updated: counted("updated"),
      removed: counted("removed"),
      findings: judgement.findings.length,
      errors: comparison.errors.length
    }
  };
}
function compareText2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function identity({ lockfile, name, version, source, kind }) {
  return JSON.stringify([lockfile, name, version, source.kind, source.spec ?? null, kind === "removed"]);
}
function reportedChange(change, dossier) {
  return {
    kind: change.kind,
    name: change.name,
    version: change.version,
    previousVersion: change.previousVersion ?? null,
    changed: change.changed,
    lockfile: change.lockfile,
    line: change.line,
    direct: change.direct,
    dependencyTypes: change.dependencyTypes,
    importers: change.importers,
    via: change.via,
    manifests: change.manifests.map(({ path, line }) => ({ path, line })),
    source: change.source.kind,
    registry: dossier?.registry ?? null,
    evidence: reportedEvidence(change, dossier)
  };
}
function inContractOrder(finding) {
  return {
    rule: finding.rule,
    level: finding.level,
    floor: finding.floor,
    outcome: finding.outcome,
    codes: finding.codes,
    name: finding.name,
    version: finding.version,
    message: finding.message,
    remediation: finding.remediation,
    lockfile: finding.lockfile,
    line: finding.line,
    places: finding.places,
    ...finding.about === void 0 ? {} : { about: finding.about },
    ...finding.aliases === void 0 ? {} : { aliases: finding.aliases },
    fingerprint: finding.fingerprint,
    status: finding.status,
    decision: finding.decision
  };
}

// src/run/report-of.ts
function reportOf({ now, policy, comparison, collected, judgement, trusted }) {
  return buildReport({
    ...{ comparison, dossiers: collected.dossiers, judgement, now, trust: trusted },
    policy: policy ?? { source: "none", digest: "", mode: "enforce" },
    policyRegistries: (policy?.registries ?? []).map(({ url }) => canonicalRegistryUrl(url))
  });
}

export {
  runGate,
  outcomeWord,
  reportOf
};
