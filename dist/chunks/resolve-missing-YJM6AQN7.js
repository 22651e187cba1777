import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  collectLimits,
  createLimiter
} from "./chunk-W75UQMHS.js";
import {
  isAnswerable,
  refusedSource
} from "./chunk-RERZJKZM.js";
import {
  packumentSubject
} from "./chunk-YXANEPCW.js";
import "./chunk-KPCFTMGI.js";
import {
  registryOf
} from "./chunk-WLHVLVJZ.js";
import "./chunk-32SLBMN6.js";
import {
  FileReader,
  OpenLockfile,
  diffLockfiles,
  foldersBelow,
  identityOf,
  manifestPaths,
  openWithManifests,
  parseLockfile,
  parseManifest,
  workspaceMatcher
} from "./chunk-JYKL4GA3.js";
import {
  compareText,
  compareVersion,
  folderOf,
  groupBy,
  join,
  normalise
} from "./chunk-CHNXLZWJ.js";
import {
  shownSpec
} from "./chunk-2X5O7Q3O.js";
import "./chunk-VTOMZJTM.js";
import "./chunk-Q6AXKTGL.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-ODT43KEI.js";
import {
  GateFailure,
  asGateError
} from "./chunk-NAH4THA5.js";
import "./chunk-HIMMMOSU.js";
import "./chunk-ZHNJLSFZ.js";
import "./chunk-EGDYKJ2M.js";
import "./chunk-4WADSORX.js";
import "./chunk-YZYRIZVM.js";
import "./chunk-UQ7G5AEI.js";
import "./chunk-ADPKC4VG.js";
import "./chunk-43IQ2AWU.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";

// src/evidence/packument-source.ts
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
  const { createRegistryClient } = await import("./registry-client-RFNGR6Z2.js");
  return createRegistryClient(concurrency, limits);
}

// src/resolve/asked.ts
async function changesAsked(asked, ask) {
  const { path, requires, locked } = asked;
  const answerable = requires.filter(({ name, spec }) => isAnswerable(name, spec));
  const refused = requires.filter(({ name, spec }) => !isAnswerable(name, spec));
  const held = locked === void 0 ? /* @__PURE__ */ new Map() : heldPackages(locked);
  const found = await resolved(asked, answerable, held, ask);
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
  return diffLockfiles(path, locked?.lockfile, new OpenLockfile(ideal, void 0)).filter((change) => change.kind !== "removed" && !known.has(identityOf(change))).map((change) => {
    const line = lines.get(change.via[0]?.[0] ?? change.name) ?? 1;
    const placed = {
      ...{ ...change, line, pins: change.pins.map((pin) => ({ ...pin, line })) },
      ...asked.declared && change.direct ? { manifests: [{ path, line }] } : {}
    };
    return specs.has(identityOf(change)) ? withoutVersion(placed) : placed;
  });
}
var topLevel = (folder) => `node_modules/${folder}`;
var isVersion = (text) => /^\d+\.\d+\.\d+/.test(text) && !/\s/.test(text);
function withoutVersion(change) {
  const added = { ...change, kind: "added", changed: [], baseVersions: [], pins: [] };
  return Object.fromEntries(Object.entries(added).filter(([key]) => key !== "previousVersion"));
}
async function resolved({ locked }, answerable, held, ask) {
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
  const { idealTree } = await import("./ideal-tree-22ME2SQP.js");
  const names = new Set(answerable.map(({ name }) => name));
  const importer = locked?.lockfile.lockfile.importers.find(({ path }) => path === locked.importer);
  const beside = (importer?.requires ?? []).filter(
    ({ name, spec, type }) => type !== "peer" && !names.has(name) && held.has(name) && isAnswerable(name, spec)
  );
  const packages = await idealTree({ asks: [...beside, ...answerable], held: [...held].map(asHeld), ask });
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

// src/resolve/unpinned.ts
var isUnpinned = ({ code, name }) => name !== void 0 && (code === "not-locked" || code === "manifest-disagrees" || code === "no-lockfile");
async function withUnpinned(comparison, base, head, ask) {
  const sides = { base: await sideOf(base), head: await sideOf(head) };
  const groups = groupBy(comparison.observations.filter(isUnpinned), manifestPath);
  const changes = [];
  const errors = [];
  for (const [path, observations] of [...groups].sort(([a], [b]) => compareText(a, b))) {
    try {
      const asked = await askedBy(path, observations, sides.base, sides.head);
      if (asked !== void 0) changes.push(...await changesAsked(asked, ask));
    } catch (cause) {
      if (!(cause instanceof GateFailure)) throw cause;
      errors.push({ ...asGateError(cause), path });
    }
  }
  return { ...comparison, changes: [...comparison.changes, ...changes], errors: [...comparison.errors, ...errors] };
}
async function sideOf(snapshot) {
  const files = await snapshot?.list() ?? [];
  return { reader: new FileReader(snapshot), files: new Map(files.map((file) => [file.path, file])) };
}
var manifestPath = ({ code, path, args }) => code === "no-lockfile" ? path : String(args.manifest);
async function askedBy(path, observations, base, head) {
  const manifest = await manifestAt(head, path);
  if (manifest === void 0) return void 0;
  const [first] = observations;
  const lockfile = observations.find(({ code }) => code !== "no-lockfile")?.path;
  const wanted = await wantedOf(manifest, observations, base);
  const locked = lockfile === void 0 ? void 0 : await lockedBy(lockfile, path, wanted, base, head);
  const local = await workspaceNames(lockfile ?? first?.path ?? path, head);
  const requires = manifest.requires.filter(
    ({ name, spec, type }) => type !== "peer" && wanted.has(name) && !local.has(name) && !/^\s*(?:workspace|catalog):/i.test(spec)
  );
  if (requires.length === 0) return void 0;
  return { path, requires, lineOf: manifest.lineOf, declared: true, ...locked && { locked } };
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
async function workspaceNames(lockfile, head) {
  const folder = folderOf(lockfile);
  const prefix = folder === "" ? "" : `${folder}/`;
  const root = await manifestAt(head, `${prefix}package.json`);
  if (root === void 0 || root.workspaces.length === 0) return /* @__PURE__ */ new Set();
  const isWorkspace = workspaceMatcher(root.workspaces, root.path);
  const paths = manifestPaths(head.files).filter(
    (path) => path.startsWith(prefix) && isWorkspace(folderOf(path.slice(prefix.length)))
  );
  const manifests = await Promise.all(paths.map((path) => manifestAt(head, path)));
  return new Set(manifests.flatMap((each) => each?.name ?? []));
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

// src/resolve/vetted.ts
async function withVetted(comparison, requires, head, ask) {
  const reader = new FileReader(head);
  const files = new Map((await head.list()).map((file) => [file.path, file]));
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
  const locked = path === void 0 || bytes === void 0 ? {} : { locked: { lockfile: await openWithManifests(parseLockfile(path, bytes), manifests), importer: "" } };
  const asked = { path: path ?? "package.json", requires, lineOf: () => void 0, declared: false, ...locked };
  return { ...comparison, changes: [...comparison.changes, ...await changesAsked(asked, ask)] };
}
function rootLockfile({ lockfiles }) {
  const paths = lockfiles.map(({ path }) => path).filter((path) => !path.includes("/"));
  return paths.find((path) => path === "npm-shrinkwrap.json") ?? paths.find((path) => path === "package-lock.json") ?? paths[0];
}

// src/resolve-missing.ts
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
  return { ...offline, changes: [...compared.changes, ...changes] };
}
function once(make) {
  let made;
  return () => made ??= make();
}
export {
  resolveMissing
};
