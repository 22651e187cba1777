import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  extendedUnavailable,
  outlinePolicy
} from "./chunk-policy-open.js";
import {
  readBaseFiles,
  readTrust,
  verdictOf
} from "./chunk-run-trust-settings.js";
import {
  auditLockfile,
  diffLockfiles,
  foldersBelow,
  manifestIn,
  openWithManifests,
  withOwnNames,
  withScriptsLeftOut
} from "./chunk-compare-open-with-manifests.js";
import {
  NOWHERE,
  WHOLE_FILE,
  bounded,
  catalogEntry,
  inOrder,
  introduced,
  isSame,
  isSettingsName,
  lockfileName,
  managerOf,
  managers,
  manifestSettings,
  npm,
  overrideTarget,
  parseLockfile,
  stateOf,
  unreachable,
  workspaceMatcher
} from "./chunk-managers.js";
import {
  folderOf,
  foldersAbove,
  follow,
  join,
  normalise,
  prefixOf
} from "./chunk-lockfile-source.js";
import {
  canonicalRegistryUrl
} from "./chunk-policy-registries.js";
import {
  missingProvenance
} from "./chunk-report-view-missing-provenance.js";
import {
  aliasTarget,
  specKind
} from "./chunk-lockfile-spec.js";
import {
  GateFailure,
  asGateError
} from "./chunk-errors.js";
import {
  unneeded
} from "./chunk-model-evidence-values.js";
import {
  require_satisfies
} from "./chunk-semver-functions-satisfies.js";
import {
  bytesToHex,
  sha256,
  utf8ToBytes
} from "./chunk-noble-hashes-sha2.js";
import {
  groupBy,
  identityOf,
  identityOfChange
} from "./chunk-model-identity.js";
import {
  require_valid
} from "./chunk-semver-ranges-valid.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  __toESM
} from "./chunk-runtime.js";

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
  const manager = managerOf(lockfile.format).lockfile;
  const tree = manager.treeOf(lockfile);
  const root = manifests.get("");
  const isWorkspace = root === void 0 ? () => true : declaredWorkspaces(manager, root, manifests);
  return tree.importers.flatMap((importer, node) => {
    const manifest = manifests.get(importer.path);
    const strangers = importer.path === "" || isWorkspace(importer.path) ? [] : [notAWorkspace(lockfile, importer, root?.path ?? "")];
    if (manifest === void 0) return strangers;
    strangers.push(...publishedOtherwise(lockfile, importer, manifest));
    const mayDiffer = (name) => root?.resolutions.has(name) === true || importer.path !== "" && root?.overridden.has(name) !== false;
    return [...strangers, ...compareImporter(lockfile, tree, node, manifest, mayDiffer)];
  });
}
function declaredWorkspaces({ workspacesIn }, root, manifests) {
  if (workspacesIn === "no manifest") return () => true;
  const declaring = workspacesIn === "every manifest" ? [...manifests] : [["", root]];
  const matchers = declaring.flatMap(
    ([folder, { workspaces, path }]) => workspaces.length === 0 ? [] : [{ prefix: prefixOf(folder), isBelow: workspaceMatcher(workspaces, path) }]
  );
  return (folder) => matchers.some(({ prefix, isBelow }) => folder.startsWith(prefix) && isBelow(folder.slice(prefix.length)));
}
function notAWorkspace(lockfile, importer, manifest) {
  const args = { manifest, workspace: importer.path };
  return { code: "manifest-disagrees", path: lockfile.path, line: importer.line, args };
}
function publishedOtherwise({ path }, { path: folder, line, publishDirectory: locked }, { path: manifest, publishDirectory: asked }) {
  if (locked === void 0 || normalise(asked ?? "") === locked) return [];
  const args = { list: "publishDirectory", key: folder, locked, ...asked !== void 0 && { asked, manifest } };
  return [{ code: "setting-disagrees", path, line, args }];
}
function compareImporter(lockfile, tree, node, manifest, mayDiffer) {
  const importer = tree.importers[node];
  const specs = declaredSpecs(lockfile);
  const { readings } = managerOf(lockfile.format).lockfile;
  const asked = groupBy(manifest.requires, ({ name }) => name);
  const locked = groupBy(importer.requires, ({ name }) => name);
  return [.../* @__PURE__ */ new Set([...asked.keys(), ...locked.keys()])].flatMap((name) => {
    const given = { lockfile, tree, node, manifest, specs, name, locked: locked.get(name) ?? [] };
    const ways = readings?.(manifest, name, lockfile.settings ?? {}) ?? [];
    const [first = asked.get(name) ?? [], ...others] = ways.map(({ requires }) => requires);
    const said2 = compareName(given, first, mayDiffer(name));
    if (said2.length === 0) return [];
    const agreeing = others.findIndex((wanted) => compareName(given, wanted, mayDiffer(name)).length === 0);
    if (agreeing < 0) return said2;
    return ways[agreeing + 1]?.isSure === true ? [] : said2.map((each) => ({ ...each, code: "manifest-may-disagree" }));
  });
}
function compareName(given, wanted, mayDiffer) {
  const { lockfile, tree, node, manifest, specs, name } = given;
  const overriding = specs.overriding(name);
  const recorded = recordedFor(wanted, given.locked, overriding);
  const { mayLockPeers, locksOptional } = managerOf(lockfile.format).lockfile;
  const isPeer = mayLockPeers && wanted.length > 0 && wanted.every(({ type }) => type === "peer");
  if (isPeer && recorded.length === 0) return [];
  const to = tree.resolve(node, name);
  const pinned = tree.packageAt(to);
  const say = isPeer ? specsOnly : shown;
  const args = { manifest: manifest.path, asked: say(wanted), locked: say(recorded) };
  const line = pinned?.line ?? tree.importers[node]?.line ?? 1;
  const about = { path: lockfile.path, line, name };
  const mustBePinned = wanted.some(
    ({ type }) => type === "prod" || type === "dev" || locksOptional && type === "optional"
  );
  const isOpen = recorded.some((each) => each.isOpen === true);
  const meant = new Map(recorded.flatMap((each) => each.meant === void 0 ? [] : [[each.type, each.meant]]));
  const isPinned2 = (each, as) => (meant.has(each.type) ? [meant.get(each.type) ?? ""] : meanings(each, specs)).some(
    (spec) => isMet({ ...each, ...isPeer && { type: "prod" }, spec }, as)
  );
  if (mustBePinned && to === NOWHERE) {
    return [{ ...about, code: isOpen ? "manifest-may-disagree" : "not-locked", args }];
  }
  const isWanted = pinned !== void 0 && wanted.every((each) => isPinned2(each, pinned));
  if (args.asked !== args.locked) {
    const isEither = isWanted && pinned.source.kind === "registry" && isAlike(wanted, recorded) && [...wanted, ...recorded].every(({ spec }) => isOfRegistry(spec)) && recorded.every((each) => isMet({ ...each, type: "prod" }, pinned));
    return [{ ...about, code: isEither ? "manifest-may-disagree" : "manifest-disagrees", args }];
  }
  if (pinned === void 0 || isWanted || overriding?.anything === true) return [];
  if (mayDiffer && meant.size === 0) return [];
  const pin = `${pinned.name}@${pinned.version}`;
  const code = isOpen ? "manifest-may-disagree" : "manifest-disagrees";
  return [{ ...about, code, args: { ...args, pinned: pin } }];
}
function isAlike(wanted, recorded) {
  const typesOf = (requires) => requires.map(({ type }) => type).sort().join();
  return wanted.length > 0 && typesOf(wanted) === typesOf(recorded);
}
function isOfRegistry(spec) {
  const kind = specKind(spec);
  return kind === "registry" || kind === "alias";
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
  return requires.map(({ type, spec }) => `${type} ${spec.trim() || "*"}`).sort().join(", ");
}
function specsOnly(requires) {
  return requires.map(({ spec }) => `peer ${spec.trim() || "*"}`).join(", ");
}
function isMet(requirement, pinned) {
  const { kind } = pinned.source;
  if (requirement.type === "peer" || kind === "workspace" || pinned.source.workspace === true) return true;
  const alias = aliasTarget(requirement.spec);
  const spec = alias?.spec ?? requirement.spec;
  if (!isOfRegistry(requirement.spec)) return true;
  if (kind !== "registry" || pinned.name !== (alias?.name ?? requirement.name)) return false;
  const range = (0, import_valid.default)(spec, true);
  return range === null || range === "*" || (0, import_satisfies.default)(pinned.version, range, { loose: true });
}

// src/graph/bundles.ts
function bundlesOf(opened, changes) {
  const { lockfile } = opened;
  const { containerOf } = managerOf(lockfile.format).lockfile;
  const entries = lockfile.packages.filter(({ claims, place }) => claims.inBundle === true && place === void 0);
  if (entries.length === 0) return [];
  const byKey2 = new Map(lockfile.packages.map((each) => [each.key, each]));
  const known = /* @__PURE__ */ new Map();
  for (const entry of [...entries].sort((a, b) => a.key.length - b.key.length)) {
    const container = byKey2.get(containerOf(entry.key) ?? "");
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

// src/compare/locked-folders.ts
function lockedFolders(opened) {
  const { lockfile } = opened;
  const home = folderOf(lockfile.path);
  return lockfile.packages.flatMap((each) => {
    const { kind, workspace, outside, spec = "" } = each.source;
    if (kind !== "link" && kind !== "portal" || workspace === true || outside === true) return [];
    const path = spec.replace(/^(?:link|portal):/i, "file:").replace(/(?:#|::).*$/s, "");
    const answers = (requirement) => {
      const { graph } = opened;
      const pinned = graph.tree.packageAt(graph.tree.resolve(graph.nodeOf(each), requirement.name));
      return requirement.type !== "dev" && pinned !== void 0 && isMet(requirement, pinned);
    };
    return [{ folder: normalise(join(home, follow(home, path).path)), answers }];
  });
}

// src/compare/changed-settings.ts
var MAX_NAMED = 8;
var MAX_KEY = 100;
var secret = /auth|password|token|username|email|otp|cert|key/i;
function wholeFile(text) {
  return { affects: "gate", key: WHOLE_FILE, value: text, line: 1 };
}
function changedSettings(path, base, head) {
  return ["override", "gate"].flatMap((affects) => {
    const before = byKey(base, affects);
    const after = byKey(head, affects);
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
    const code = affects === "override" ? "override-changed" : "setting-changed";
    return [{ code, path, line: lines.sort((a, b) => a - b)[0] ?? 1, args }];
  });
}
var byKey = (settings, affects) => groupBy(
  settings.filter((each) => each.affects === affects),
  ({ key }) => key
);
function valuesOf(settings, key) {
  return JSON.stringify(settings.get(key)?.map(({ value }) => value) ?? null);
}
function listed(keys) {
  const shown2 = keys.slice(0, MAX_NAMED).map((key) => key.length > MAX_KEY ? `${key.slice(0, MAX_KEY)}\u2026` : key);
  const more = keys.length - shown2.length;
  return [...shown2, ...more > 0 ? [`${more} more`] : []].join(", ");
}
function digestOf(keys, head) {
  const said2 = [...keys].sort().map((key) => [key, secret.test(key) ? "" : valuesOf(head, key)]);
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(said2))));
}

// src/compare/settings-agreement.ts
var LISTS = ["overrides", "catalogs", "trustedDependencies", "patchedDependencies"];
var agreed = { observations: [], errors: [] };
async function settingsAgreement(base, head, states) {
  if (managerOf(head.format).settings.repeats === "nothing") return agreed;
  try {
    const declared = await declaredIn(states.head, head);
    const after = disagreements2(head, declared);
    if (base === void 0) return { observations: bounded(after), errors: [] };
    const patches = changedPatches(base, head, declared);
    if (after.length === 0) return { observations: patches, errors: [] };
    const before = disagreements2(base, await declaredInBase(states.base, base));
    return { observations: [...bounded(introduced(before, after)), ...patches], errors: [] };
  } catch (cause) {
    if (!(cause instanceof GateFailure) || cause.code === "repository-unavailable") throw cause;
    const path = cause.path ?? "";
    const [old, now] = [states.base.files.get(path), states.head.files.get(path)];
    const readers = { base: states.base.reader, head: states.head.reader };
    const isOld = old !== void 0 && now !== void 0 && await isSame(readers, old, now);
    return isOld ? agreed : { observations: [], errors: [asGateError(cause)] };
  }
}
async function declaredInBase(state, lockfile) {
  try {
    return await declaredIn(state, lockfile);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return void 0;
    throw cause;
  }
}
async function declaredIn({ settings }, lockfile) {
  const { repeats } = managerOf(lockfile.format).settings;
  return repeats === "nothing" ? void 0 : repeats(settings.in(folderOf(lockfile.path)), lockfile);
}
function changedPatches(base, head, declared) {
  const [before, after] = [base, head].map(({ settings }) => settings?.patchedDependencies ?? /* @__PURE__ */ new Map());
  const isStated = (key) => declared?.patchedDependencies.get(key)?.value !== void 0;
  const asSettings = (of, others) => [...of].flatMap(
    ([key, { value, line }]) => others.has(key) && !isStated(key) ? [{ affects: "override", key: `patchedDependencies.${key}`, value, line }] : []
  );
  return before === void 0 || after === void 0 ? [] : changedSettings(head.path, asSettings(before, after), asSettings(after, before));
}
function disagreements2(lockfile, declared) {
  if (declared === void 0) return [];
  const { path, settings = {} } = lockfile;
  return LISTS.flatMap((list) => {
    const locked = settings[list] ?? /* @__PURE__ */ new Map();
    const required = [...declared[list]].flatMap(([key, each]) => each.required ? [key] : []);
    return [.../* @__PURE__ */ new Set([...locked.keys(), ...required])].flatMap((key) => {
      const [said2, asked] = [locked.get(key), declared[list].get(key)];
      if (said2 !== void 0 && asked !== void 0 && (asked.value ?? said2.value) === said2.value) return [];
      const args = {
        ...{ list, key },
        ...asked !== void 0 && { asked: asked.value ?? "", manifest: asked.file },
        ...said2 !== void 0 && { locked: said2.value }
      };
      return [{ code: "setting-disagrees", path, line: said2?.line ?? 1, args }];
    });
  });
}

// src/compare/compare-lockfile.ts
var nothing = { changes: [], observations: [], errors: [], importers: [], folders: [] };
async function compareLockfile(pair) {
  const { base, head, manifests, readers, mode } = pair;
  let isUnchanged2 = false;
  try {
    refuseIrregular(head);
    isUnchanged2 = base?.path === head.path && await isSame(readers, base.file, head.file);
    const source = {
      of: (importer) => manifests.ofHead(importer),
      settings: pair.states.head.settings.in(folderOf(head.path)),
      folders: manifests.foldersOf("head")
    };
    const opened = await open(head, pair.states.head, source, isUnchanged2 || await isFirst(pair));
    const before = isUnchanged2 ? opened : await openBase(pair);
    const status = isUnchanged2 || mode === "audit" ? "unchanged" : base?.path === head.path ? "changed" : "added";
    const outcome = await (isUnchanged2 && mode === "check" ? compareManifests(pair, opened) : compareContents(pair, before, opened));
    const { path, format, formatVersion, importers } = opened.lockfile;
    const agreement = mode === "audit" ? agreed : await settingsAgreement(before?.lockfile, opened.lockfile, pair.states);
    const former = before && formerOf(before, opened);
    return {
      summary: { path, format, formatVersion, status, packages: opened.packageCount, ...former && { former } },
      ...outcome,
      observations: [...outcome.observations, ...agreement.observations],
      errors: [...manifests.errors, ...agreement.errors.filter((error) => !isAmong(error, manifests.errors))],
      importers: importers.map((importer) => importer.path),
      folders: lockedFolders(opened)
    };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    const isOld = isUnchanged2 && mode === "check" && !await manifests.isChanged("");
    return { ...nothing, errors: isOld ? [] : [asGateError(cause)] };
  } finally {
    readers.head.forget(head.file);
    readers.base.forget(base?.file);
  }
}
function formerOf({ lockfile: base }, { lockfile: head }) {
  const { path, format } = base;
  return path === head.path && format === head.format ? void 0 : { path, format };
}
async function removedLockfile(base, reader) {
  try {
    const opened = await open(
      base,
      { reader, files: /* @__PURE__ */ new Map() },
      { of: () => Promise.resolve(void 0), folders: [] }
    );
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
  const what = { symlink: "a symbolic link", gitlink: "a submodule", folder: "a folder", special: "not a file" }[file.mode];
  throw new GateFailure(
    "lockfile-not-regular",
    `The lockfile is ${what}, which lockgate never follows; commit a regular file.`,
    {
      path
    }
  );
}
async function open(found, { reader, files }, manifests, mayBeEmpty = false) {
  refuseIrregular(found);
  return openWithManifests(
    parseLockfile(found.path, await reader.read(found.file), mayBeEmpty, (path) => files.has(path)),
    manifests
  );
}
async function isFirst({ base, head, readers, isKept }) {
  if ((await readers.head.read(head.file)).length > 0) return false;
  if (base === void 0 || isKept) return true;
  return base.file.mode === "file" && (await readers.base.read(base.file)).length === 0;
}
async function openBase({ base, manifests, states }) {
  if (base === void 0) return void 0;
  try {
    const source = {
      of: (importer) => manifests.ofBase(importer),
      settings: states.base.settings.in(folderOf(base.path)),
      folders: manifests.foldersOf("base")
    };
    return await open(base, states.base, source, true);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return void 0;
    throw cause;
  }
}
async function compareManifests(pair, opened) {
  const changed = new Set(await changedManifests(pair, opened.lockfile.importers));
  const isSettled = changed.size === 0 && !await pair.manifests.isChanged("") && !await hasOtherSettings(pair, opened);
  if (isSettled) return { changes: [], observations: [] };
  const before = await openBase(pair) ?? opened;
  const { importers, observations } = opened.lockfile;
  for (const { path } of changedImporters(before.lockfile.importers, importers)) changed.add(path);
  return {
    changes: [],
    observations: [
      ...introduced(before.lockfile.observations, observations),
      ...await manifestObservations(pair, before, opened, changed)
    ]
  };
}
async function hasOtherSettings({ base, head, readers, states }, { lockfile }) {
  const names = Object.keys(managerOf(lockfile.format).settings.watched);
  const differ = await Promise.all(
    names.map(async (name) => {
      const [before, after] = [base, head].map((each, at) => {
        const { files } = at === 0 ? states.base : states.head;
        return files.get(join(folderOf(each?.path ?? ""), name));
      });
      if (before === void 0 || after === void 0) return before !== after;
      return !await isSame(readers, before, after);
    })
  );
  return differ.includes(true);
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
  const read = async (of) => {
    const manifests = await Promise.all(folders.map((folder) => of(folder)));
    return new Map(folders.flatMap((folder, at) => manifests[at] === void 0 ? [] : [[folder, manifests[at]]]));
  };
  const after = disagreements(head.lockfile, await read((folder) => pair.manifests.ofHead(folder)));
  if (after.length === 0 || base === void 0 || pair.mode === "audit") return after;
  return introduced(disagreements(base.lockfile, await read((folder) => pair.manifests.ofBaseInPlace(folder))), after);
}

// src/managers/watched.ts
var owners = /* @__PURE__ */ new Set(["CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS"]);
function watchedAs({ path, mode, id }, policyPath) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name === "node_modules") return mode === "folder" && id !== void 0 ? { what: "modules" } : void 0;
  if (path === policyPath || /^\.github\/dependency-policy\.ya?ml$/i.test(path)) return { what: "policy" };
  if (path.startsWith(".github/dependency-approvals/")) return { what: "approval" };
  if (/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) return { what: "workflow" };
  if (owners.has(path)) return { what: "owners" };
  if (managers.some(({ settings }) => settings.isProgram(path))) return { what: "program" };
  return isSettingsName(name) ? { what: "settings", name } : void 0;
}
function isIdle(path, projects) {
  return /(?:^|\/)package\.json$/.test(path) && !projects.has(folderOf(path));
}
var manifestKeys = managers.flatMap(({ settings }) => settings.manifestKeys).filter((key, at, keys) => keys.findIndex((each) => each.join() === key.join()) === at);
function watchedSettings(file) {
  return isManifest(file) ? manifestSettings(file.value, manifestKeys) : ownSettings(file);
}
var isManifest = (file) => file.name === "package.json";
function ownSettings({ name, value }) {
  const said2 = managers.map(({ settings: { watched } }) => watched[name] === void 0 ? [] : watched[name](value));
  return said2.every((settings) => settings !== void 0) ? said2.flat() : void 0;
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
    const kind = mode === "folder" ? void 0 : lockfileName(path);
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
  for (const { names } of new Set(current.map(({ kind }) => kind))) {
    const there = names.flatMap((name) => current.find(({ path, folder }) => path === join(folder, name)) ?? []);
    const winner = there.pop();
    if (winner === void 0) continue;
    const args = { winner: winner.path };
    observations.push(...there.map(({ path }) => ({ code: "shadowed", path, line: 1, args })));
  }
  const rivalling = current.filter(({ kind }) => kind.sharesFolders !== true);
  const programs = groupBy(rivalling, ({ kind }) => kind.program);
  if (programs.size > 1) {
    const inOrder2 = [...programs.get(npm.program) ?? [], ...rivalling];
    const subject = inOrder2.find(({ path }) => touched.has(path));
    if (subject === void 0) return observations;
    const others = rivalling.filter(({ kind }) => kind.program !== subject.kind.program).map(({ path }) => path);
    const args = { others: others.sort().join(", ") };
    observations.push({ code: "competes", path: subject.path, line: 1, args, otherFiles: others });
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
    if (current.some((each) => each.kind.program === kind.program)) return [];
    const [successor] = arrived;
    if (successor !== void 0) {
      const args = { from: kind.program, to: successor.kind.program, former: path };
      return [{ code: "moved-manager", path: successor.path, line: 1, args, otherFiles: [path] }];
    }
    const isPinned2 = current.some((each) => each.kind.reading !== void 0);
    return isPinned2 || !isLeft && succeeded.has(path) ? [] : [{ code: "deleted", path, line: 1, args: {} }];
  });
}
function moveObservations(formers) {
  return [...formers].flatMap(
    ([path, former]) => folderOf(path) === former.folder ? [] : [{ code: "moved-folder", path, line: 1, args: { former: former.path }, otherFiles: [former.path] }]
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
  #states;
  #parsed = /* @__PURE__ */ new Map();
  /** @param formerPath the path of the base's lockfile that the head's is compared with */
  constructor(formerPath, lockfilePath, base, head, states) {
    this.#formerFolder = folderOf(formerPath);
    this.#folder = folderOf(lockfilePath);
    this.#base = base;
    this.#head = head;
    this.#states = states;
  }
  /** Every folder, relative to the lockfile's, in and below which the base or the head has a manifest. */
  foldersOf(side) {
    return side === "base" ? foldersBelow(this.#formerFolder, this.#base.manifests.keys()) : foldersBelow(this.#folder, this.#head.manifests.keys());
  }
  /** @param importer its path, relative to the lockfile's folder */
  ofBase(importer) {
    return this.#once(`base:${importer}`, async () => {
      try {
        return await manifestAt(this.#states.base, pathIn(this.#formerFolder, importer));
      } catch {
        return void 0;
      }
    });
  }
  /** The base's manifest with its path in the head, so that the two can be compared. */
  async ofBaseInPlace(importer) {
    const manifest = await this.ofBase(importer);
    return manifest && { ...manifest, path: pathIn(this.#folder, importer) };
  }
  ofHead(importer) {
    return this.#once(`head:${importer}`, async () => {
      try {
        return await manifestAt(this.#states.head, pathIn(this.#folder, importer));
      } catch (cause) {
        if (await this.isChanged(importer)) this.errors.push(asGateError(cause));
        return void 0;
      }
    });
  }
  /** Whether the head's manifest differs from the base's. A removed one changes nothing: its content is unknown. */
  async isChanged(importer) {
    const base = this.#base.manifests.get(pathIn(this.#formerFolder, importer));
    const head = this.#head.manifests.get(pathIn(this.#folder, importer));
    if (head === void 0) return false;
    const readers = { base: this.#states.base.reader, head: this.#states.head.reader };
    return base === void 0 || !await isSame(readers, base, head);
  }
  #once(key, read) {
    let manifest = this.#parsed.get(key);
    if (manifest === void 0) {
      manifest = read();
      this.#parsed.set(key, manifest);
    }
    return manifest;
  }
};
async function manifestAt({ settings }, path) {
  return manifestIn(await settings.at(folderOf(path), "package.json"));
}
function pathIn(folder, importer) {
  return normalise(join(folder, join(importer, "package.json")));
}

// src/compare/owners-settings.ts
var gatePattern = /^\/?\*|\*\*|^\/$|\.github|codeowners|lock|shrinkwrap|package\.json|\.npmrc|\.yarnrc|bunfig|pnpm|\.yarn|\*\.(?:json|ya?ml|lock|toml)/i;
var ownersSettings = (text) => text.split(/\r?\n/).map((raw, at) => ({ line: at + 1, content: raw.replace(/(^|\s)#.*$/s, "").trim() })).map(({ line, content }) => ({ line, words: content.split(/\s+/) })).filter(({ words: [pattern = ""] }) => gatePattern.test(pattern)).map(({ line, words: [pattern = "", ...owners2] }, place) => ({
  affects: "gate",
  key: pattern,
  value: `${place} ${owners2.join(" ")}`,
  line
}));

// src/compare/compare-settings.ts
var MAX_BYTES = 256 * 1024;
async function settingObservations(base, head, states, policyPath) {
  const projects = /* @__PURE__ */ new Set([
    "",
    ...[base, head].flatMap((side) => [...side.lockfiles.values()].map((each) => each.folder))
  ]);
  const paths = [.../* @__PURE__ */ new Set([...base.settings.keys(), ...head.settings.keys()])].sort(compareText);
  const readers = { base: states.base.reader, head: states.head.reader };
  const observations = [];
  for (const path of paths) {
    const [before, after] = [base.settings.get(path), head.settings.get(path)];
    const file = after ?? before;
    const watched = file && watchedAs(file, policyPath);
    if (watched === void 0 || isIdle(path, projects)) continue;
    if (before !== void 0 && after !== void 0 && await isUnchanged(watched, readers, before, after)) continue;
    observations.push(...await observe(path, watched, before, after, states));
    readers.base.forget(before);
    readers.head.forget(after);
  }
  return observations;
}
async function isUnchanged({ what }, readers, before, after) {
  if (what === "modules") return true;
  try {
    return await isSame(readers, before, after);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return false;
    throw cause;
  }
}
async function observe(path, watched, before, after, { base, head }) {
  const how = before === void 0 ? "added" : after === void 0 ? "removed" : "changed";
  const whole = (code) => [{ code, path, line: 1, args: { how } }];
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
      const texts = await Promise.all([textOf(base.reader, before), textOf(head.reader, after)]);
      return texts.some((text) => text === void 0 || usesGate(text)) ? whole("workflow-changed") : [];
    }
    case "owners": {
      const [old, now] = await Promise.all([textOf(base.reader, before), textOf(head.reader, after)]);
      const owned = (text, side) => text === void 0 ? [wholeFile(side)] : ownersSettings(text);
      return changedSettings(path, owned(old, "base"), owned(now, "head"));
    }
    case "settings": {
      const [folder, { name }] = [folderOf(path), watched];
      const [old, now] = await Promise.all([base.settings.at(folder, name), head.settings.at(folder, name)]);
      return changedSettings(path, said(old, "base"), said(now, "head"));
    }
  }
}
var usesGate = (text) => /lockgate/i.test(text.replaceAll(/^\s*#.*$/gm, ""));
var MAY_OVERRIDE = /overrides|packageExtensions|patchedDependencies|catalog/;
function said(file, side) {
  if (file.state === "absent" || file.text === "") return [];
  const { path, text = "" } = file;
  const isLarge = (file.size ?? Infinity) > MAX_BYTES;
  const settings = file.state === "read" && !isLarge ? watchedSettings(file) : void 0;
  if (settings !== void 0) return settings;
  const whole = wholeFile(isLarge || text.includes("\uFFFD") ? side : text);
  return /\.ya?ml$/.test(path) && MAY_OVERRIDE.test(text) ? [whole, { ...whole, affects: "override" }] : [whole];
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
async function findPredecessors(options) {
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
var readable = ({ lockfiles }) => [...lockfiles.values()].filter(({ kind }) => kind.reading !== void 0);
function sibling(found, siblings, { head, isJudgedAlike }) {
  const rank = ({ path, kind }) => (head.lockfiles.has(path) ? 2 : 0) + (kind === found.kind ? 0 : 1);
  return siblings.filter(({ path }) => isJudgedAlike(path, found.path)).sort((a, b) => rank(a) - rank(b))[0];
}
async function moved(arrived, departed2, { states }) {
  const [old, current] = await Promise.all([byName(departed2, states.base), byName(arrived, states.head)]);
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
  const [now, then] = await Promise.all([lockedBy(one, states.head.reader), lockedBy(former, states.base.reader)]);
  const common = [...now].filter((each) => then.has(each)).length;
  return common > now.size / 2 ? [...named, [one, former]] : named;
}
async function byName(lockfiles, { settings }) {
  const named = await Promise.all(
    lockfiles.map(async (found) => {
      const name = await orElse(
        async () => manifestIn(await settings.at(found.folder, "package.json"))?.name,
        void 0
      );
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
async function orElse(read, otherwise) {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof GateFailure) return otherwise;
    throw cause;
  }
}

// src/compare/unlocked.ts
async function unlockedManifests(base, head, states, { answered, locked }, isGated) {
  const readers = { base: states.base.reader, head: states.head.reader };
  const folders = new Map([...head.lockfiles.values()].map((found2) => [found2.folder, found2.path]));
  const anywhere = new Set(
    [...answered].flatMap(
      ([path, importers]) => importers.map((importer) => normalise(join(folderOf(path), importer)))
    )
  );
  const candidates = [...head.manifests.values()].filter((file) => {
    const folder = folderOf(file.path);
    return isGated(join(folder, "package-lock.json")) && !anywhere.has(folder) && !isAnswered(folder, folders, answered);
  });
  const found = await Promise.all(
    candidates.map(async (file) => {
      const old = base.manifests.get(file.path);
      return old !== void 0 && await isSame(readers, old, file) ? [] : gained(states, file.path, locked);
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
    if (!answered.has(lockfile)) return true;
  }
  return false;
}
async function gained({ base, head }, path, locked) {
  const answering = locked.filter(({ folder }) => folder === folderOf(path));
  const after = await tryManifest(head, path);
  const before = await tryManifest(base, path);
  const known = new Set(before?.requires.map(({ name, spec }) => `${name}
${spec}`));
  const asked = (after?.requires ?? []).filter(
    (each) => each.type !== "peer" && !known.has(`${each.name}
${each.spec}`) && !answering.some(({ answers }) => answers(each))
  );
  const [first] = asked;
  if (after === void 0 || first === void 0) return [];
  const line = after.lineOf(first.name) ?? 1;
  return [{ code: "no-lockfile", path, line, name: first.name, args: { asked: asked.length } }];
}
async function tryManifest({ settings }, path) {
  try {
    return manifestIn(await settings.at(folderOf(path), "package.json"));
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code === "manifest-invalid") return void 0;
    throw cause;
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
  const states = { base: await stateOf(base), head: await stateOf(head) };
  const readers = { base: states.base.reader, head: states.head.reader };
  const formers = await findPredecessors({ base: before, head: after, states, isJudgedAlike });
  const comparing = { before, after, formers, readers, states, mode };
  const outcomes = await eachOf(paths, (path) => comparePath(comparing, path));
  const touched = new Set(outcomes.flatMap((each, at) => each.touched ? paths[at] : []));
  const check = mode === "check";
  const bundles = outcomes.flatMap((each) => each.bundles ?? []);
  const answered = new Map(
    outcomes.flatMap((each, at) => each.importers.length > 0 ? [[paths[at], each.importers]] : [])
  );
  const locked = outcomes.flatMap(({ folders }) => folders);
  return {
    ...about,
    lockfiles: outcomes.flatMap(({ summary }) => summary ?? []),
    changes: outcomes.flatMap(({ changes }) => changes),
    observations: [
      ...outcomes.flatMap(({ observations }) => observations),
      ...folderObservations(check ? before : emptyInventory(), after, touched, formers),
      ...check ? moveObservations(formers) : [],
      ...check ? submoduleObservations(before, after) : [],
      ...check && base !== void 0 ? await settingObservations(before, after, states, policyPath) : [],
      ...check ? await unlockedManifests(before, after, states, { answered, locked }, isGated) : []
    ].sort(inOrder),
    errors: outcomes.flatMap(({ errors }) => errors),
    ...bundles.length > 0 && { bundles }
  };
}
var nothing2 = { changes: [], observations: [], errors: [], importers: [], folders: [], touched: false };
async function comparePath(comparing, path) {
  const { before, after, formers, readers, states, mode } = comparing;
  const head = after.lockfiles.get(path);
  const old = before.lockfiles.get(path);
  if (head === void 0) return old === void 0 ? nothing2 : departed(comparing, old);
  if (head.kind.reading === void 0) return unreadable(comparing, old, head);
  const base = formers.get(path);
  const manifests = new ImporterManifests(base?.path ?? path, path, before, after, states);
  const isKept = base !== void 0 && base.path !== path && after.lockfiles.has(base.path);
  const outcome = await compareLockfile({ base, head, manifests, readers, states, mode, isKept });
  const { summary, errors } = outcome;
  const isTouched = summary === void 0 ? errors.length > 0 : summary.status !== "unchanged";
  const changes = mode === "check" ? await withScripts(comparing, head, outcome) : outcome.changes;
  return { ...outcome, changes, touched: mode === "audit" || isTouched };
}
function withScripts({ states }, { folder }, { changes, importers, summary }) {
  return summary === void 0 ? changes : withScriptsLeftOut(changes, { format: summary.format, folder, importers, states });
}
async function departed({ formers, readers }, old) {
  if (old.kind.reading === void 0) return nothing2;
  const { summary, changes } = await removedLockfile(old, readers.base);
  const isSucceeded = [...formers.values()].includes(old);
  return { ...nothing2, ...summary && { summary }, changes: isSucceeded ? [] : changes };
}
async function unreadable({ readers, mode }, old, head) {
  const { program } = head.kind;
  try {
    if (mode === "check" && old !== void 0 && await isSame(readers, old.file, head.file)) return nothing2;
    return {
      ...nothing2,
      observations: [{ code: "unsupported", path: head.path, line: 1, args: { program } }],
      touched: true
    };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return { ...nothing2, errors: [asGateError(cause)], touched: true };
  } finally {
    readers.head.forget(head.file);
    readers.base.forget(old?.file);
  }
}
function tooMany(count) {
  return asGateError(
    new GateFailure(
      "too-many-lockfiles",
      `There are ${count} lockfiles, more than ${MAX_LOCKFILES}; leave some out by \`lockfiles\` in the policy.`
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

// src/run/extended-policy.ts
function recordedExtended(recorded, read) {
  const { extended } = recorded ?? {};
  if (extended === void 0) return read;
  return async (reference) => {
    const isSame2 = ["repository", "path", "commit"].every((key) => extended[key] === reference[key]);
    if (isSame2) return extended.text;
    if (read !== void 0) return read(reference);
    throw extendedUnavailable(
      reference,
      "the recorded evidence has a different one; judge again without recorded evidence"
    );
  };
}

// src/run/open.ts
function openSubject(request) {
  return "replay" in request ? openRecording(request) : openSnapshots(request);
}
async function openSnapshots(request) {
  const { mode, base, head, trusted, policyPath, now, preset, focus, recorded, readExtended } = request;
  const baseFiles = await readBaseFiles(trusted, policyPath);
  const file = request.policy ?? (baseFiles.policy && { source: policyPath, text: baseFiles.policy });
  const policy = await outlinePolicy(file, {
    ...preset === void 0 ? {} : { preset },
    readExtended: recordedExtended(recorded?.policy, readExtended)
  });
  const trust = await readTrust(request.trust ?? {}, policy, trusted, recorded?.trust);
  const isGated = gatedPaths(request, policy);
  const { isJudgedAlike } = policy;
  return {
    ...{ now, preset, file, policy, trust, focus, subject: { request, baseFiles } },
    compare: () => compareSnapshots(base, head, { mode, isGated, isJudgedAlike, policyPath })
  };
}
function gatedPaths({ isLookedAt }, { isGated }) {
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
    if (hasNothingToJudge(compared, opened.policy, request)) return nothingToJudge(compared, opened);
    const { complete, collectEvidence, judgeEvidence } = await import("./run-stages.js");
    const completed = await complete(compared, opened);
    const collected = await collectEvidence(completed, opened);
    return await judgeEvidence(collected, opened);
  } catch (cause) {
    const error = asGateError(cause);
    if (error.code === "internal") request.onDefect?.(cause);
    return endedBy(error, request, opened?.policy);
  }
}
function hasNothingToJudge({ changes, observations }, { isPreset }, request) {
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
  return [...packages].map(([url, ofRegistry]) => ({ url, role: role(url), packages: ofRegistry.size })).sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || compareText(a.url, b.url));
}

// src/report/view/evidence-words.ts
function reportedEvidence(change, dossier) {
  if (dossier === void 0 || change.source.kind !== "registry") {
    const unasked = change.source.kind === "registry" ? "not-evaluated" : "not-applicable";
    return {
      existence: unasked,
      registrySignature: unasked,
      provenance: unasked,
      trust: "not-evaluated",
      publishedAt: null,
      advisories: { state: unasked, ids: [] },
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
function withoutValue(evidence) {
  return evidence.state === "unavailable" && evidence.detail === unneeded.detail ? "not-evaluated" : evidence.state;
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

// src/report/view/reported-change.ts
function inReportOrder(a, b) {
  return compareText(a.lockfile, b.lockfile) || compareText(a.name, b.name) || compareText(a.version, b.version) || a.line - b.line || compareText(a.kind, b.kind);
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

// src/report/view/build.ts
function buildReport(parts) {
  const { comparison, dossiers, judgement, policy, policyRegistries = [], now, trust } = parts;
  const dossierOf = new Map(dossiers.map((dossier) => [identityOfChange(dossier.change), dossier]));
  const changes = comparison.changes.map((change) => reportedChange(change, dossierOf.get(identityOfChange(change)))).sort(inReportOrder);
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
    })).sort((a, b) => compareText(a.path, b.path)),
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
      findings: judgement.findings.filter(({ level }) => level !== "note").length,
      notes: judgement.findings.filter(({ level }) => level === "note").length,
      unjudged: judgement.findings.filter(({ outcome }) => outcome === "indeterminate").length,
      errors: comparison.errors.length
    }
  };
}
var causeInOrder = ({ evidence, asked, reason, detail }) => ({ evidence, asked, reason, detail });
function inContractOrder(finding) {
  return {
    rule: finding.rule,
    level: finding.level,
    floor: finding.floor,
    outcome: finding.outcome,
    ...finding.cause === void 0 ? {} : { cause: causeInOrder(finding.cause) },
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
    ...finding.ofFiles === void 0 ? {} : { ofFiles: finding.ofFiles },
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
  inReportOrder,
  reportedChange,
  reportOf
};
