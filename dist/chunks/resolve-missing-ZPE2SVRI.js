import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  collectLimits,
  createLimiter
} from "./chunk-43HLEPCV.js";
import {
  isAnswerable,
  refusedSource
} from "./chunk-LCBCVT2G.js";
import {
  packumentSubject
} from "./chunk-2DQDPISE.js";
import {
  registryOf
} from "./chunk-2I3Q2UTJ.js";
import "./chunk-M444A4HK.js";
import "./chunk-32SLBMN6.js";
import {
  FileReader,
  OpenLockfile,
  PNPMFILES,
  bunDeclares,
  diffLockfiles,
  foldersBelow,
  identityOf,
  manifestPaths,
  manifestSettings,
  openWithManifests,
  overrideTarget,
  parseJson,
  parseLockfile,
  parseManifest,
  pnpmDeclares,
  wholeFile,
  withOwnNames,
  withScriptsLeftOut,
  workspaceMatcher,
  yamlSettings
} from "./chunk-EJVY6KSL.js";
import {
  JsonObject,
  bounded,
  decodeText,
  folderOf,
  groupBy,
  join,
  normalise,
  oneFault
} from "./chunk-IL3BD5R5.js";
import {
  shownSpec
} from "./chunk-2X5O7Q3O.js";
import {
  compareText,
  compareVersion
} from "./chunk-2QE6CAAY.js";
import {
  aliasTarget
} from "./chunk-VTOMZJTM.js";
import {
  isPackageName
} from "./chunk-Q6AXKTGL.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-5LD4M3G5.js";
import {
  GateFailure,
  asGateError
} from "./chunk-NAH4THA5.js";
import {
  require_intersects
} from "./chunk-52DKX7ES.js";
import "./chunk-HPFHOESS.js";
import "./chunk-7JFQJWGL.js";
import {
  require_satisfies
} from "./chunk-42HRFHYH.js";
import {
  require_valid
} from "./chunk-B2H6ZP7V.js";
import "./chunk-Y7MRUCIH.js";
import "./chunk-MEKMSZS7.js";
import "./chunk-JO6EBNEY.js";
import {
  __toESM
} from "./chunk-U2RJDSLN.js";

// src/registry/packument-source.ts
function packumentSource(configure, progress, limits) {
  const { concurrency } = collectLimits;
  const inTurn = createLimiter(concurrency);
  const replies = /* @__PURE__ */ new Map();
  const pending = /* @__PURE__ */ new Map();
  const connections = /* @__PURE__ */ new Map();
  let client;
  return {
    ask: (name) => {
      const asked = pending.get(name) ?? request(name);
      pending.set(name, asked);
      return asked;
    },
    replies,
    close: () => void client?.then((opened) => opened.close())
  };
  async function request(name) {
    const { registries, connect } = await configure();
    const registry = registryOf(registries, name);
    if (connect === void 0) return { state: "unavailable", reason: "offline", detail: "no request was allowed" };
    const connection = connections.get(registry) ?? connect(registry);
    connections.set(registry, connection);
    const reply = await inTurn(async () => {
      client ??= open(concurrency, limits);
      return (await client).packument(connection, name);
    });
    replies.set(packumentSubject(registry, name), reply);
    progress?.(replies.size, pending.size);
    return reply;
  }
}
async function open(concurrency, limits) {
  const { createRegistryClient } = await import("./client-Q5ZM6MU5.js");
  return createRegistryClient(concurrency, limits);
}

// src/managers/replacing.ts
var import_intersects = __toESM(require_intersects(), 1);
var import_satisfies = __toESM(require_satisfies(), 1);
var import_valid = __toESM(require_valid(), 1);
var removed = /* @__PURE__ */ Symbol("removed");
function replacing(replacements) {
  const rank = ({ parent, asked }) => (parent === void 0 ? 2 : 0) + (asked === void 0 && parent?.range === void 0 ? 1 : 0);
  const byName = groupBy(
    [...replacements].sort((a, b) => rank(a) - rank(b)),
    ({ name }) => name
  );
  return (requirement, owner) => {
    const found = byName.get(requirement.name)?.find((each) => isAbout(each, requirement.spec, owner));
    if (found === void 0) return requirement;
    return found.spec === removed ? void 0 : { ...requirement, spec: found.spec };
  };
}
function isAbout({ asked, parent }, spec, owner) {
  if (parent !== void 0) {
    if (parent.name !== owner.name) return false;
    if (parent.range !== void 0 && !(0, import_satisfies.default)(owner.version ?? "", parent.range)) return false;
  }
  if (asked === void 0) return true;
  return asked.exactly ? asked.spec.trim() === spec.trim() : overlap(asked.spec, aliasTarget(spec)?.spec ?? spec);
}
function overlap(one, other) {
  if (one === other) return true;
  return (0, import_valid.default)(one) !== null && (0, import_valid.default)(other) !== null && (0, import_intersects.default)(one, other);
}

// src/resolve/resolve-specs.ts
async function changesAsked(asked, ask) {
  const { path, locked, overrides, isRoot, owner } = asked;
  const replace = replacing(isRoot ? overrides.replacements : overrides.ofWorkspaces);
  const requires = [...asked.requires].sort((a, b) => compareText(a.name, b.name)).flatMap((each) => replace(each, owner) ?? []);
  const answerable = requires.filter(({ name, spec }) => isAnswerable(name, spec));
  const refused = requires.filter(({ name, spec }) => !isAnswerable(name, spec));
  const held = locked === void 0 ? /* @__PURE__ */ new Map() : heldPackages(locked);
  const found = await resolved(asked, answerable, held, replace, ask);
  const places = new Set(found.map(({ key }) => key));
  const replaced = new Set([...held].flatMap(([folder, each]) => places.has(topLevel(folder)) ? [each] : []));
  const base = locked?.lockfile.lockfile.packages ?? [];
  const stays = base.filter((each) => each.source.kind === "registry" && !replaced.has(each));
  const ideal = {
    ...{ path, format: "npm", formatVersion: "3", observations: [] },
    importers: [{ path: "", line: 1, requires }],
    packages: [
      ...found,
      ...refused.map(({ name, spec }) => elsewhere(name, spec)),
      // They answer no one here: they are listed so that they do not count as gone.
      ...stays.map((each, at) => ({
        ...each,
        key: each.key.startsWith("node_modules/") && !places.has(each.key) ? each.key : `held/${at}`,
        requires: []
      }))
    ]
  };
  const known = new Set(base.map(identityOf));
  const lines = new Map(requires.map(({ name }) => [name, asked.lineOf(name) ?? 1]));
  for (const { name, alias } of found) {
    const line = alias === void 0 ? void 0 : lines.get(alias);
    if (line !== void 0) lines.set(name, line);
  }
  const unanswered = new Set(found.filter(({ resolved: resolved2, version }) => resolved2 === void 0 && !isVersion(version)));
  const specs = new Set([...unanswered].map(identityOf));
  const changes = diffLockfiles(path, locked?.lockfile, new OpenLockfile(ideal, void 0)).filter((change) => change.kind !== "removed" && !known.has(identityOf(change))).map((change) => {
    const line = lines.get(change.via[0]?.[0] ?? change.name) ?? 1;
    const placed = {
      ...{ ...change, line, pins: change.pins.map((pin) => ({ ...pin, line })) },
      ...asked.declared && change.direct ? { manifests: [{ path, line }] } : {}
    };
    return specs.has(identityOf(change)) ? withoutVersion(placed) : placed;
  });
  const names = new Set(
    [...asked.requires, ...found, ...found.flatMap((each) => each.requires)].map(({ name }) => name)
  );
  return { changes, observations: unappliedTo(names, overrides) };
}
function unappliedTo(names, { unapplied }) {
  return bounded(
    unapplied.filter(({ name }) => name === void 0 || names.has(name)).map(({ path, line, key, name }) => ({
      ...{ code: "override-unapplied", path, line, args: { key } },
      ...name !== void 0 && { name }
    }))
  );
}
var topLevel = (folder) => `node_modules/${folder}`;
var isVersion = (text) => /^\d+\.\d+\.\d+/.test(text) && !/\s/.test(text);
function withoutVersion(change) {
  const added = { ...change, kind: "added", changed: [], baseVersions: [], pins: [] };
  return Object.fromEntries(Object.entries(added).filter(([key]) => key !== "previousVersion"));
}
async function resolved({ locked, overrides, owner }, answerable, held, replace, ask) {
  if (answerable.length === 0) return [];
  if (ask === void 0) {
    return answerable.map(({ name, spec }) => {
      const { name: real, spec: version } = realSpec(name, spec);
      const entry = {
        ...elsewhere(name, ""),
        name: real,
        version: shownSpec(version),
        source: { kind: "registry" }
      };
      return real === name ? entry : { ...entry, alias: name };
    });
  }
  const { idealTree } = await import("./ideal-tree-CQJUSIKH.js");
  const names = new Set(answerable.map(({ name }) => name));
  const importer = locked?.lockfile.lockfile.importers.find(({ path }) => path === locked.importer);
  const beside = (importer?.requires ?? []).flatMap((each) => replace(each, owner) ?? []).filter(
    ({ name, spec, type }) => type !== "peer" && !names.has(name) && held.has(name) && isAnswerable(name, spec)
  );
  const packages = await idealTree({
    ...{ asks: [...beside, ...answerable], held: [...held].map(asHeld), ask },
    ...overrides.npm && { overrides: overrides.npm },
    ...overrides.replacements.length > 0 && { replace: replacing(overrides.replacements) }
  });
  const besides = new Set(beside.map(({ name }) => topLevel(name)));
  return packages.filter(({ key, name, version }) => {
    const same = held.get(key.slice("node_modules/".length));
    const isHeld = same !== void 0 && same.name === name && same.version === version;
    return !isHeld && !besides.has(key);
  });
}
var asHeld = ([folder, { name, version }]) => ({ folder, name, version });
function realSpec(name, spec) {
  const alias = /^\s*npm:(@?[^@]+)(?:@(.*))?$/i.exec(spec);
  return alias?.[1] === void 0 ? { name, spec } : { name: alias[1], spec: alias[2] ?? "" };
}
function elsewhere(name, spec) {
  return {
    ...{ key: topLevel(name), name, version: "", source: refusedSource(spec) },
    line: 1,
    requires: [],
    claims: {}
  };
}
function heldPackages({
  lockfile: { lockfile, graph },
  importer
}) {
  const packages = lockfile.packages.filter(({ source, place }) => source.kind === "registry" && place === void 0);
  const held = /* @__PURE__ */ new Map();
  if (lockfile.format === "npm") {
    for (const prefix of /* @__PURE__ */ new Set(["node_modules/", importer === "" ? "node_modules/" : `${importer}/node_modules/`])) {
      for (const each of packages) {
        const folder = each.alias ?? each.name;
        if (each.key === prefix + folder) held.set(folder, each);
      }
    }
    return held;
  }
  for (const each of packages) {
    const before = held.get(each.name);
    if (before === void 0 || compareVersion(each.version, before.version) > 0) held.set(each.name, each);
  }
  const node = lockfile.importers.findIndex(({ path }) => path === importer);
  for (const { name } of lockfile.importers[node]?.requires ?? []) {
    const own = graph.tree.packageAt(graph.tree.resolve(node, name));
    if (own?.source.kind === "registry") held.set(name, own);
  }
  return held;
}

// src/managers/declared-overrides.ts
var KEY = /^(?:((?:@[^/@>]+\/)?[^/@>]+)(?:@(.*?[^ |@]))?>)?((?:@[^/@>]+\/)?[^/@>]+)(?:@(.+))?$/s;
function declaredOverrides(manager, declared, files) {
  const replacements = [];
  const unapplied = [];
  for (const [key, { value, file }] of declared.overrides) {
    const [, parent, parentRange, name = "", asked] = KEY.exec(key) ?? [];
    const isSimple = manager === "pnpm" || isPackageName(key);
    if (value === void 0 || !isSimple || !isPackageName(name) || manager === "bun" && value === "-") {
      const target = overrideTarget(key);
      const place = placeOf(files, file, key);
      unapplied.push({ path: file, ...place, ...isPackageName(target) && { name: target } });
      continue;
    }
    replacements.push({
      name,
      ...asked !== void 0 && { asked: { spec: asked, exactly: false } },
      ...parent !== void 0 && {
        parent: { name: parent, ...parentRange !== void 0 && { range: parentRange } }
      },
      spec: value === "-" ? removed : value
    });
  }
  return { replacements, ofWorkspaces: replacements, unapplied };
}
function placeOf(files, path, key) {
  const text = files.find((file) => file.path === path)?.text ?? "";
  const settings = (path.endsWith(".json") ? manifestSettings(text) : yamlSettings("pnpm")(text)) ?? [];
  const found = settings.find(({ bears, key: full }) => bears === "override" && full.endsWith(`.${key}`));
  return { key: found?.key ?? `overrides.${key}`, line: found?.line ?? 1 };
}

// src/managers/npm/overrides.ts
var import_valid2 = __toESM(require_valid(), 1);
var references = ["devDependencies", "optionalDependencies", "dependencies", "peerDependencies"];
function npmOverrides(path, document, root) {
  const replacements = [];
  const ofWorkspaces = [];
  const unapplied = [];
  const list = root.get("overrides");
  if (list === void 0) return { replacements, ofWorkspaces, unapplied };
  const tell = (offset, key, name) => unapplied.push({ path, line: document.line(offset), key, ...name !== void 0 && { name } });
  if (!(list instanceof JsonObject)) {
    tell(root.offsetOf("overrides"), "overrides");
    return { replacements, ofWorkspaces, unapplied };
  }
  const npm = read(list, "overrides", []);
  return { ...Object.keys(npm).length > 0 && { npm }, replacements, ofWorkspaces, unapplied };
  function read(object, at, above) {
    const entries = [];
    object.forEach((written, value, offset) => {
      const own = written === "." ? above.at(-1) : void 0;
      const key = own ?? keyOf(written);
      const full = `${at}.${written}`;
      if (key === void 0) tell(offset, full);
      else if (value instanceof JsonObject && own === void 0) {
        const below = read(value, full, [...above, key]);
        if (Object.keys(below).length > 0) entries.push([written, below]);
      } else {
        const spec = meant(value, root);
        const isAtTop = above.length === (own === void 0 ? 0 : 1);
        if (spec !== void 0 && isAtTop) ofWorkspaces.push({ ...key, spec });
        if (spec !== void 0 && isAnswerable(key.name, spec)) entries.push([written, spec]);
        else if (spec !== void 0 && isAtTop) replacements.push({ ...key, spec });
        else tell(offset, full, key.name);
      }
    });
    return Object.fromEntries(entries);
  }
}
function keyOf(text) {
  const at = text.indexOf("@", 1);
  const name = at < 0 ? text : text.slice(0, at);
  if (!isPackageName(name) || name === "__proto__") return void 0;
  if (at < 0) return { name };
  const spec = text.slice(at + 1);
  return (0, import_valid2.default)(spec) === null ? void 0 : { name, asked: { spec, exactly: false } };
}
function meant(value, root) {
  if (typeof value !== "string") return void 0;
  if (!value.startsWith("$")) return value.trim() === "" ? "*" : value;
  const name = value.slice(1);
  for (const map of references) {
    const asked = root.get(map);
    const spec = asked instanceof JsonObject ? asked.get(name) : void 0;
    if (typeof spec === "string" && spec !== "") return spec;
  }
  return void 0;
}

// src/managers/overrides.ts
var noOverrides = { replacements: [], ofWorkspaces: [], unapplied: [] };

// src/managers/yarn/resolutions.ts
var NAME = String.raw`((?:@[^/@*]+\/)?[^/@*]+)`;
var KEY2 = new RegExp(`^(?:\\*\\*/)?(?:${NAME}(?:@([^/]+))?/)?${NAME}(?:@([^/]+))?$`);
function yarnResolutions(path, document, root, isClassic) {
  const replacements = [];
  const unapplied = [];
  const list = root.get("resolutions");
  if (!(list instanceof JsonObject)) return { replacements, ofWorkspaces: replacements, unapplied };
  list.forEach((key, value, offset) => {
    const found = KEY2.exec(key);
    const [, parent, parentVersion, name, asked] = found ?? [];
    const isTold = isClassic && (parent !== void 0 || asked !== void 0);
    if (name === void 0 || typeof value !== "string" || isTold) {
      const target = name ?? /(?:^|\/)((?:@[^/@*]+\/)?[^/@*]+)$/.exec(key)?.[1];
      const line = document.line(offset);
      unapplied.push({ path, line, key: `resolutions.${key}`, ...target !== void 0 && { name: target } });
      return;
    }
    replacements.push({
      name,
      ...asked !== void 0 && { asked: { spec: withoutProtocol(asked), exactly: true } },
      ...parent !== void 0 && {
        parent: { name: parent, ...parentVersion !== void 0 && { range: withoutProtocol(parentVersion) } }
      },
      spec: withoutProtocol(value)
    });
  });
  return { replacements, ofWorkspaces: replacements, unapplied };
}
function withoutProtocol(spec) {
  const target = aliasTarget(spec);
  const isAlias = target === void 0 || /^\s*npm:@?[^@]+@/i.test(spec);
  return isAlias ? spec : target.name;
}

// src/managers/project-overrides.ts
var MAX_ENTRIES = 1e3;
var faults = oneFault("manifest-invalid", "mend the file");
async function projectOverrides({ format, folder, files, reader }) {
  const textAt = async (name) => {
    const file = files.get(join(folder, name));
    return file?.mode === "file" ? { path: file.path, text: decodeText(await reader.read(file), file.path, faults) } : void 0;
  };
  const manifest = await textAt("package.json");
  if (manifest === void 0) return noOverrides;
  const document = parseJson(manifest.text, manifest.path, faults);
  if (!(document.value instanceof JsonObject)) return noOverrides;
  const workspace = await textAt("pnpm-workspace.yaml");
  const manager = format ?? namedManager(document.value) ?? (workspace === void 0 ? "npm" : "pnpm");
  const found = of(manager, manifest, document, document.value, workspace);
  const programs = manager === "pnpm" ? PNPMFILES.filter((name) => files.has(join(folder, name))) : [];
  const overrides = {
    ...found,
    unapplied: [
      ...found.unapplied,
      ...programs.map((name) => ({ path: join(folder, name), line: 1, key: name })),
      ...format === void 0 && manager === "npm" ? othersOf(manifest) : [],
      ...manager === "pnpm" ? extensionsOf(manifest, manifestSettings) : [],
      ...manager === "pnpm" ? extensionsOf(workspace, yamlSettings("pnpm")) : [],
      ...manager === "yarn-berry" ? extensionsOf(await textAt(".yarnrc.yml"), yamlSettings("yarn")) : []
    ]
  };
  const { replacements, ofWorkspaces, unapplied } = overrides;
  if (replacements.length + ofWorkspaces.length + unapplied.length <= MAX_ENTRIES * 2) return overrides;
  throw new GateFailure("budget", "There are more overrides than in any honest project; nothing was resolved.", {
    path: manifest.path
  });
}
function of(manager, manifest, document, root, workspace) {
  const { path } = manifest;
  switch (manager) {
    case "npm":
      return npmOverrides(path, document, root);
    case "yarn-classic":
    case "yarn-berry":
      return yarnResolutions(path, document, root, manager === "yarn-classic");
    case "bun":
      return declaredOverrides("bun", bunDeclares(manifest, []), [manifest]);
    case "pnpm": {
      const files = workspace === void 0 ? [manifest] : [manifest, workspace];
      const declared = pnpmDeclares(manifest, workspace);
      if (declared !== void 0) return declaredOverrides("pnpm", declared, files);
      const file = workspace ?? manifest;
      return { ...noOverrides, unapplied: [{ path: file.path, line: 1, key: "configDependencies" }] };
    }
  }
}
function namedManager(root) {
  const said = root.get("packageManager");
  const named = typeof said === "string" ? /^(npm|pnpm|yarn|bun)@(\d+)/.exec(said) : null;
  if (named?.[1] === "yarn") return named[2] === "1" || named[2] === "0" ? "yarn-classic" : "yarn-berry";
  return named?.[1];
}
function extensionsOf(file, read) {
  const settings = file === void 0 ? [] : read(file.text) ?? [wholeFile(file.text)];
  return settings.flatMap(({ key, line }) => {
    const entry = /^(?:pnpm\.)?packageExtensions(?:\.(.+))?$/s.exec(key);
    if (entry === null && key !== wholeFile("").key) return [];
    const name = entry?.[1] === void 0 ? void 0 : overrideTarget(entry[1]);
    return [{ path: file?.path ?? "", line, key, ...name !== void 0 && { name } }];
  });
}
function othersOf({ path, text }) {
  return (manifestSettings(text) ?? []).flatMap(({ key, line }) => {
    const entry = /^(?:resolutions|pnpm\.overrides)\.(.+)$/s.exec(key)?.[1];
    if (entry === void 0) return [];
    const name = /(?:^|[/>])((?:@[^/@>*]+\/)?[^/@>*]+)(?:@[^/>]*)?$/.exec(entry)?.[1];
    return [{ path, line, key, ...name !== void 0 && { name } }];
  });
}

// src/resolve/project-side.ts
async function openSide(snapshot) {
  const files = await snapshot?.list() ?? [];
  return { reader: new FileReader(snapshot), files: new Map(files.map((file) => [file.path, file])) };
}
async function manifestAt({ files, reader }, path) {
  const file = files.get(path);
  if (file?.mode !== "file") return void 0;
  try {
    return parseManifest(path, await reader.read(file));
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code === "manifest-invalid") return void 0;
    throw cause;
  }
}
async function workspacesOf(folder, side) {
  const prefix = folder === "" ? "" : `${folder}/`;
  const root = await manifestAt(side, `${prefix}package.json`);
  if (root === void 0 || root.workspaces.length === 0) return [];
  const isWorkspace = workspaceMatcher(root.workspaces, root.path);
  const paths = manifestPaths(side.files).filter(
    (path) => path.startsWith(prefix) && isWorkspace(folderOf(path.slice(prefix.length)))
  );
  const manifests = await Promise.all(paths.map((path) => manifestAt(side, path)));
  return manifests.filter((each) => each !== void 0);
}
var managers = {
  npm: "npm",
  "yarn-berry": "yarn",
  pnpm: "pnpm",
  bun: "bun"
};
async function withSurroundings(changes, around) {
  const { base, head, folder, format, importers } = around;
  const at = (side) => (importer) => manifestAt(side, normalise(join(folder, join(importer, "package.json"))));
  const own = await withOwnNames(changes, [{ format: format ?? "npm", importers }], {
    ofBase: at(base),
    ofHead: at(head)
  });
  if (format === void 0 || format === "yarn-classic") return own;
  return withScriptsLeftOut(own, {
    ...{ manager: managers[format], folder, importers: importers.map(({ path }) => path) },
    ...{ base: base.files, head: head.files, readers: { base: base.reader, head: head.reader } }
  });
}

// src/resolve/resolve-unpinned.ts
var isUnpinned = ({ code, name }) => name !== void 0 && (code === "not-locked" || code === "manifest-disagrees" || code === "no-lockfile");
async function withUnpinned(comparison, base, head, ask) {
  const sides = { base: await openSide(base), head: await openSide(head) };
  const groups = groupBy(comparison.observations.filter(isUnpinned), manifestPath);
  const changes = [];
  const told = [];
  const errors = [];
  for (const [path, observations] of [...groups].sort(([a], [b]) => compareText(a, b))) {
    try {
      const asked = await askedBy(path, observations, sides.base, sides.head);
      if (asked === void 0) continue;
      const brought = await changesAsked(asked, ask);
      changes.push(...await withSurroundings(brought.changes, asked.around));
      told.push(...brought.observations);
    } catch (cause) {
      if (!(cause instanceof GateFailure)) throw cause;
      errors.push({ ...asGateError(cause), path });
    }
  }
  const known = /* @__PURE__ */ new Set();
  const once2 = told.filter((each) => !known.has(JSON.stringify(each)) && known.add(JSON.stringify(each)));
  return {
    ...comparison,
    changes: [...comparison.changes, ...changes],
    observations: [...comparison.observations, ...once2],
    errors: [...comparison.errors, ...errors]
  };
}
var asImporter = (folder) => ({ path, name }) => ({
  path: folderOf(folder === "" ? path : path.slice(folder.length + 1)),
  ...name !== void 0 && { name }
});
var manifestPath = ({ code, path, args }) => code === "no-lockfile" ? path : String(args.manifest);
async function askedBy(path, observations, base, head) {
  const manifest = await manifestAt(head, path);
  if (manifest === void 0) return void 0;
  const [first] = observations;
  const lockfile = observations.find(({ code }) => code !== "no-lockfile")?.path;
  const wanted = await wantedOf(manifest, observations, base);
  const locked = lockfile === void 0 ? void 0 : await lockedBy(lockfile, path, wanted, base, head);
  const folder = folderOf(lockfile ?? first?.path ?? path);
  const workspaces = await workspacesOf(folder, head);
  const local = new Set(workspaces.flatMap(({ name }) => name ?? []));
  const requires = manifest.requires.filter(
    ({ name, spec, type }) => type !== "peer" && wanted.has(name) && !local.has(name) && !/^\s*(?:workspace|catalog):/i.test(spec)
  );
  if (requires.length === 0) return void 0;
  const { format, importers } = locked?.lockfile.lockfile ?? { importers: workspaces.map(asImporter(folder)) };
  const project = { format, folder, files: head.files, reader: head.reader };
  return {
    ...{ path, requires, lineOf: manifest.lineOf, declared: true },
    ...{ owner: { name: manifest.name }, isRoot: folderOf(path) === folder },
    overrides: await projectOverrides(project),
    ...locked && { locked },
    around: { base, head, folder, importers, ...format && { format } }
  };
}
async function wantedOf(manifest, observations, base) {
  if (observations.some(({ code }) => code !== "no-lockfile")) {
    return new Set(observations.flatMap(({ name }) => name ?? []));
  }
  const before = await manifestAt(base, manifest.path);
  const known = new Set(before?.requires.map(({ name, spec }) => `${name}
${spec}`));
  return new Set(manifest.requires.flatMap(({ name, spec }) => known.has(`${name}
${spec}`) ? [] : [name]));
}
async function lockedBy(lockfile, manifest, wanted, base, head) {
  const file = head.files.get(lockfile);
  if (file === void 0) return void 0;
  const folder = folderOf(lockfile);
  const opened = await openWithManifests(parseLockfile(lockfile, await head.reader.read(file)), {
    of: async (importer) => {
      const path = normalise(join(folder, join(importer, "package.json")));
      const now = await manifestAt(head, path);
      return path === manifest && now !== void 0 ? asBefore(now, await manifestAt(base, path), wanted) : now;
    },
    folders: foldersBelow(folder, manifestPaths(head.files))
  });
  const own = folderOf(manifest);
  return { lockfile: opened, importer: folder === "" ? own : own.slice(folder.length + 1) };
}
function asBefore(now, before, wanted) {
  const asked = new Map(before?.requires.map((each) => [each.name, each]));
  const requires = now.requires.map((each) => wanted.has(each.name) ? asked.get(each.name) ?? each : each);
  return { ...now, requires };
}

// src/resolve/resolve-vet.ts
async function withVetted(comparison, requires, head, ask) {
  const side = await openSide(head);
  const { files, reader } = side;
  const read = async (path2) => {
    const file = files.get(path2);
    return file?.mode === "file" ? reader.read(file) : void 0;
  };
  const path = rootLockfile(comparison);
  const bytes = path === void 0 ? void 0 : await read(path);
  const manifests = {
    of: async (importer) => {
      const manifest = normalise(join(importer, "package.json"));
      const found = await read(manifest);
      return found && parseManifest(manifest, found);
    },
    folders: foldersBelow("", manifestPaths(files))
  };
  const lockfile = path === void 0 || bytes === void 0 ? void 0 : await openWithManifests(parseLockfile(path, bytes), manifests);
  const { format, importers } = lockfile?.lockfile ?? { importers: [] };
  const brought = await changesAsked(
    {
      ...{ path: path ?? "package.json", requires, lineOf: () => void 0, declared: false },
      ...{ owner: {}, isRoot: true, overrides: await projectOverrides({ format, folder: "", files, reader }) },
      ...lockfile && { locked: { lockfile, importer: "" } }
    },
    ask
  );
  const around = { base: side, head: side, folder: "", importers, ...format && { format } };
  return {
    ...comparison,
    changes: [...comparison.changes, ...await withSurroundings(brought.changes, around)],
    observations: [...comparison.observations, ...brought.observations]
  };
}
function rootLockfile({ lockfiles }) {
  const paths = lockfiles.map(({ path }) => path).filter((path) => !path.includes("/"));
  return paths.find((path) => path === "npm-shrinkwrap.json") ?? paths.find((path) => path === "package-lock.json") ?? paths[0];
}

// src/run/resolve-missing.ts
async function resolveMissing(compared, { base, head, vet, offline, recorded, progress }, configure) {
  const source = packumentSource(once(configure), progress);
  const ask = offline ? void 0 : source.ask;
  try {
    const comparison = await (vet === void 0 ? withUnpinned(compared, base, head, ask) : withVetted(compared, vet, head, ask));
    if (recorded === void 0) return { comparison, fetched: source.replies };
    return { comparison: asRecorded(compared, comparison, recorded.comparison) };
  } finally {
    source.close();
  }
}
function asRecorded(compared, offline, recorded) {
  const asked = groupBy(offline.changes.slice(compared.changes.length), ({ lockfile }) => lockfile);
  const changes = [...asked].flatMap(([path, specs]) => {
    const known = recorded.changes.filter(({ lockfile }) => lockfile === path);
    const direct = new Set(known.flatMap(({ name, direct: direct2 }) => direct2 ? [name] : []));
    return specs.every(({ name }) => direct.has(name)) ? known : specs;
  });
  const told = recorded.observations.filter(({ code }) => code === "override-unapplied");
  return {
    ...offline,
    changes: [...compared.changes, ...changes],
    observations: [
      ...compared.observations,
      ...told.length > 0 ? told : offline.observations.slice(compared.observations.length)
    ]
  };
}
function once(make) {
  let made;
  return () => made ??= make();
}
export {
  resolveMissing
};
