import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  isHeldBack,
  waitingTimeOf
} from "./chunk-managers-waiting-time.js";
import {
  DocumentSource,
  likely,
  refusedOwnSource,
  refusedSource
} from "./chunk-resolve-document-source.js";
import {
  packumentSubject
} from "./chunk-registry-answer.js";
import {
  runLimits
} from "./chunk-registry-limits.js";
import {
  registryOf
} from "./chunk-registry-registry-map.js";
import {
  foldersBelow,
  managerOfProject,
  manifestPaths,
  openWithManifests,
  projectOverrides,
  requestsOf,
  withOwnNames,
  withScriptsLeftOut
} from "./chunk-compare-open-with-manifests.js";
import {
  OpenLockfile,
  bounded,
  diffLockfiles,
  manifestIn
} from "./chunk-compare-open-lockfile.js";
import {
  stateOf
} from "./chunk-repository-state.js";
import "./chunk-managers-watched.js";
import {
  managerOf,
  npm,
  npmLockfiles,
  parseLockfile,
  replacing,
  workspaceMatcher
} from "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-managers-bin.js";
import "./chunk-text-registry-part.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-model-options.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  identityOf
} from "./chunk-model-identity.js";
import {
  require_semver
} from "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-repository-path-bytes.js";
import "./chunk-repository-object-id.js";
import {
  folderOf,
  join,
  normalise,
  prefixOf
} from "./chunk-text-paths.js";
import {
  shownSpec
} from "./chunk-resolve-shown-spec.js";
import {
  aliasTarget,
  isAnswerable
} from "./chunk-lockfile-spec.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import {
  compareText,
  compareVersion
} from "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import {
  createLimiter
} from "./chunk-net-limiter.js";
import "./chunk-net-loopback.js";
import {
  GateFailure,
  asGateError
} from "./chunk-errors.js";
import "./chunk-text-glob.js";
import "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/registry/packument-source.ts
function packumentSource(configure, progress, limits, replies = /* @__PURE__ */ new Map()) {
  const { concurrency } = runLimits;
  const inTurn = createLimiter(concurrency);
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
    const known = replies.get(packumentSubject(registry, name));
    if (known?.state === "document") return known;
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
  const { createRegistryClient } = await import("./registry-client.js");
  return createRegistryClient(concurrency, limits);
}

// src/resolve/resolve-specs.ts
async function changesRequested(asked, ask) {
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
    // Arborist puts packages where npm does.
    ...{ path, format: npm.id, formatVersion: "3", observations: [] },
    importers: [{ path: "", line: 1, requires }],
    packages: [
      ...found,
      ...refused.map(
        ({ name, spec }) => elsewhere(name, asked.declared ? refusedOwnSource(spec, folderOf(path)) : refusedSource(spec))
      ),
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
  const head = new OpenLockfile(ideal);
  const askedBefore = namesAskedBefore(asked, replaced);
  const changes = diffLockfiles(path, locked?.lockfile, head).filter((change) => change.kind !== "removed" && !known.has(identityOf(change))).map((change) => {
    const line = lines.get(change.via[0]?.[0] ?? change.name) ?? 1;
    const placed = {
      ...{ ...change, line, pins: change.pins.map((pin) => ({ ...pin, line })) },
      ...asked.declared && change.direct ? { manifests: [{ path, line }] } : {},
      ...asked.anew === true && !isAskedFor(change, askedBefore) && dependentsOf(change, head)
    };
    return specs.has(identityOf(change)) ? withoutVersion(placed) : placed;
  });
  const names = new Set(
    [...asked.requires, ...found, ...found.flatMap((each) => each.requires)].map(({ name }) => name)
  );
  return { changes, observations: unappliedTo(names, overrides) };
}
var isAskedFor = ({ name, aliases }, names) => [name, ...aliases].some((each) => names.has(each));
function dependentsOf(change, head) {
  const { dependents } = requestsOf(change, head);
  return dependents === void 0 ? {} : { dependents };
}
function namesAskedBefore({ locked }, replaced) {
  const { importers = [], packages = [] } = locked?.lockfile.lockfile ?? {};
  const stays = packages.filter((each) => !replaced.has(each));
  return new Set(
    [...importers, ...stays].flatMap(
      ({ requires }) => requires.flatMap(({ name, optionalPeer }) => optionalPeer === true ? [] : [name])
    )
  );
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
async function resolved({ locked, overrides, owner, anew = false, holdsBack }, answerable, held, replace, ask) {
  if (answerable.length === 0) return [];
  if (ask === void 0) {
    return answerable.map(({ name, spec }) => {
      const { name: real, spec: version } = realSpec(name, spec);
      const entry = {
        ...elsewhere(name, { kind: "registry" }),
        name: real,
        version: shownSpec(version)
      };
      return real === name ? entry : { ...entry, alias: name };
    });
  }
  const { idealTree } = await import("./resolve-ideal-tree.js");
  const names = new Set(answerable.map(({ name }) => name));
  const importer = locked?.lockfile.lockfile.importers.find(({ path }) => path === locked.importer);
  const beside = (importer?.requires ?? []).flatMap((each) => replace(each, owner) ?? []).filter(
    ({ name, spec, type }) => type !== "peer" && !names.has(name) && held.has(name) && isAnswerable(name, spec)
  );
  const packages = await idealTree({
    ...{ asks: [...beside, ...answerable], ask, holdsBack },
    held: [...held].filter(([folder]) => !anew || !names.has(folder)).map(asHeld),
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
function elsewhere(name, source) {
  return {
    ...{ key: topLevel(name), name, version: "", source },
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
  const prefixes = managerOf(lockfile.format).lockfile.topLevels(importer);
  if (prefixes.length > 0) {
    for (const prefix of prefixes) {
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

// src/resolve/project-side.ts
async function manifestAt({ settings }, path) {
  try {
    return manifestIn(await settings.at(folderOf(path), "package.json"));
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
async function withSurroundings(changes, around) {
  const { base, head, folder, format, importers } = around;
  const at = (side) => (importer) => manifestAt(side, normalise(join(folder, join(importer, "package.json"))));
  const own = await withOwnNames(changes, [{ format, importers }], {
    ofBase: at(base),
    ofHead: at(head)
  });
  if (format === void 0) return own;
  return withScriptsLeftOut(own, {
    ...{ format, folder, importers: importers.map(({ path }) => path), states: { base, head } }
  });
}

// src/resolve/resolve-unpinned.ts
var isUnpinned = ({ code, name }) => name !== void 0 && (code === "not-locked" || code === "manifest-disagrees" || code === "no-lockfile");
async function withUnpinned(comparison, base, head, ask) {
  const sides = { base: await stateOf(base), head: await stateOf(head) };
  const groups = groupBy(comparison.observations.filter(isUnpinned), manifestPath);
  const changes = [];
  const told = [];
  const errors = [];
  for (const [path, observations] of [...groups].sort(([a], [b]) => compareText(a, b))) {
    try {
      const asked = await askedBy(path, observations, sides.base, sides.head);
      if (asked === void 0) continue;
      const pulledIn = await changesRequested(asked, ask);
      changes.push(...await withSurroundings(pulledIn.changes, asked.around));
      told.push(...pulledIn.observations);
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
  const asked = new Set(manifest.requires.map(({ name }) => name));
  const forced = [...wanted].filter((name) => !asked.has(name)).flatMap((name) => forcedBy(manifest, name));
  const requires = [...manifest.requires, ...forced].filter(
    ({ name, spec, type }) => type !== "peer" && wanted.has(name) && !local.has(name) && !/^\s*(?:workspace|catalog):/i.test(spec)
  );
  if (requires.length === 0) return void 0;
  const { format, importers } = locked?.lockfile.lockfile ?? { importers: workspaces.map(asImporter(folder)) };
  return {
    ...{ path, requires, lineOf: manifest.lineOf, declared: true },
    ...{ owner: { name: manifest.name }, isRoot: folderOf(path) === folder },
    overrides: await projectOverrides(format, head.settings.in(folder)),
    ...locked && { locked },
    around: { base, head, folder, importers, ...format && { format } }
  };
}
function forcedBy({ resolutionEntries }, name) {
  return resolutionEntries.filter(([path]) => path === name || path.endsWith(`/${name}`)).slice(0, 1).map(([, spec]) => ({ name, spec, type: "prod" }));
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
  const opened = await openWithManifests(
    parseLockfile(lockfile, await head.reader.read(file), true, (path) => head.files.has(path)),
    {
      of: async (importer) => {
        const path = normalise(join(folder, join(importer, "package.json")));
        const now = await manifestAt(head, path);
        return path === manifest && now !== void 0 ? asBefore(now, await manifestAt(base, path), wanted) : now;
      },
      settings: head.settings.in(folder),
      folders: foldersBelow(folder, manifestPaths(head.files))
    }
  );
  const own = folderOf(manifest);
  return { lockfile: opened, importer: folder === "" ? own : own.slice(folder.length + 1) };
}
function asBefore(now, before, wanted) {
  const asked = new Map(before?.requires.map((each) => [each.name, each]));
  const requires = now.requires.map((each) => wanted.has(each.name) ? asked.get(each.name) ?? each : each);
  return { ...now, requires };
}

// src/resolve/vet-locked.ts
var import_semver = __toESM(require_semver(), 1);
var MAX_PATH = 32;
function lockedAnswers(named, lockfile) {
  const locked = diffLockfiles(lockfile.lockfile.path, void 0, lockfile);
  const found = /* @__PURE__ */ new Map();
  for (const { name, spec, keeps } of named) {
    const own = locked.filter((each) => each.name === name || each.aliases.includes(name));
    const answering = own.filter(({ version }) => import_semver.default.satisfies(version, spec, { includePrerelease: true }));
    const kept = own.filter(({ version }) => version === keeps);
    const answers = keeps === void 0 ? answering : kept.length > 0 ? kept : own;
    const chosen = /* @__PURE__ */ new Set([...answering, ...answers]);
    for (const change of chosen) put(found, { ...change, direct: true, via: [[change.name]] }, locked);
    if (keeps === void 0) continue;
    for (const [identity, path] of closureOf(answers, lockfile)) {
      const change = locked.find((each) => identityOf(each) === identity);
      if (change?.source.kind === "registry" && !chosen.has(change)) put(found, { ...change, via: [path] }, locked);
    }
  }
  return [...found.values()];
}
function put(found, change, locked) {
  const identity = identityOf(change);
  const before = found.get(identity);
  const same = locked.filter((each) => each.name === change.name);
  found.set(identity, {
    ...{ ...change, kind: "updated", previousVersion: change.version },
    ...{ direct: change.direct || before?.direct === true, via: [...before?.via ?? [], ...change.via].slice(0, 3) },
    ...{ baseVersions: same.map(({ version }) => version), basePins: change.pins },
    baseDependencyTypes: change.dependencyTypes
  });
}
function closureOf(changes, { lockfile, graph }) {
  const roots = new Set(changes.map(identityOf));
  const paths = /* @__PURE__ */ new Map();
  for (const each of lockfile.packages) {
    if (roots.has(identityOf(each))) paths.set(graph.nodeOf(each), [each.name]);
  }
  const queue = [...paths.keys()];
  const found = /* @__PURE__ */ new Map();
  for (const node of queue) {
    const path = paths.get(node) ?? [];
    for (const { to, weak } of graph.edges[node] ?? []) {
      const each = graph.tree.packageAt(to);
      if (weak || each === void 0 || paths.has(to)) continue;
      const names = [...path, each.name];
      paths.set(
        to,
        names.length <= MAX_PATH ? names : [...names.slice(0, MAX_PATH / 2), "\u2026", ...names.slice(-MAX_PATH / 2)]
      );
      queue.push(to);
      const identity = identityOf(each);
      if (!found.has(identity)) found.set(identity, paths.get(to) ?? []);
    }
  }
  return found;
}

// src/resolve/resolve-vet.ts
async function withVetted(comparison, { requires, folder, now }, head, ask) {
  const side = await stateOf(head);
  const { files, reader, settings } = side;
  const path = lockfileOf(comparison, folder);
  const file = path === void 0 ? void 0 : files.get(path);
  const bytes = file?.mode === "file" ? await reader.read(file) : void 0;
  const manifests = {
    of: async (importer) => manifestIn(await settings.at(normalise(join(folder, importer)), "package.json")),
    settings: settings.in(folder),
    folders: foldersBelow(folder, manifestPaths(files))
  };
  const lockfile = path === void 0 || bytes === void 0 ? void 0 : await openWithManifests(parseLockfile(path, bytes, true), manifests);
  const { format, importers } = lockfile?.lockfile ?? { importers: [] };
  const waiting = await waitingTimeOf(await managerOfProject(format, settings.in(folder)), settings.in(folder));
  const holdsBack = (name, version, publishedAt) => isHeldBack(waiting, { name, version, publishedAt }, now);
  const asked = lockfile === void 0 || ask === void 0 ? requires : await withKept(requires, lockfile, new DocumentSource(ask, /* @__PURE__ */ new Set(), { holdsBack }));
  const pulledIn = await changesRequested(
    {
      ...{ path: path ?? `${prefixOf(folder)}package.json`, lineOf: () => void 0, declared: false },
      ...{ requires: asked.filter(({ keeps }) => keeps === void 0), anew: true, holdsBack },
      ...{ owner: {}, isRoot: true, overrides: await projectOverrides(format, settings.in(folder)) },
      ...lockfile && { locked: { lockfile, importer: "" } }
    },
    ask
  );
  const news = new Set(pulledIn.changes.flatMap(({ name, aliases }) => [name, ...aliases]));
  const named = asked.map((each) => news.has(each.name) ? each : { ...each, keeps: each.keeps ?? "" });
  const kept = lockfile === void 0 ? [] : lockedAnswers(named, lockfile);
  const around = { base: side, head: side, folder, importers, ...format && { format } };
  return {
    ...comparison,
    changes: [...comparison.changes, ...await withSurroundings([...pulledIn.changes, ...kept], around)],
    observations: [...comparison.observations, ...pulledIn.observations]
  };
}
async function withKept(requires, lockfile, source) {
  const held = heldPackages({ lockfile, importer: "" });
  return Promise.all(
    requires.map(async (each) => {
      const locked = held.get(each.name);
      const { name, spec } = aliasTarget(each.spec) ?? each;
      if (locked?.name !== name) return each;
      const packument = await source.packument(name);
      const chosen = packument && likely(packument, spec)?.version;
      return chosen === locked.version ? { ...each, keeps: locked.version } : each;
    })
  );
}
function lockfileOf({ lockfiles }, folder) {
  const paths = lockfiles.map(({ path }) => path).filter((path) => folderOf(path) === folder);
  const own = npmLockfiles.flatMap(({ names }) => names.map((name) => prefixOf(folder) + name));
  return own.filter((path) => paths.includes(path)).at(-1) ?? paths[0];
}

// src/run/resolve-missing.ts
async function resolveMissing(compared, { base, head, vet, vetFolder = "", now, offline, recorded, progress, documents, session }, configure) {
  const source = packumentSource(once(configure), progress, void 0, documents);
  const ask = offline || session !== void 0 ? void 0 : source.ask;
  try {
    const comparison = await (vet === void 0 ? withUnpinned(compared, base, head, ask) : withVetted(compared, { requires: vet, folder: vetFolder, now }, head, ask));
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
  const recordedOverrides = recorded.observations.filter(({ code }) => code === "override-unapplied").map(withoutFiles);
  return {
    ...offline,
    changes: [...compared.changes, ...changes],
    observations: [
      ...compared.observations,
      ...recordedOverrides.length > 0 ? recordedOverrides : offline.observations.slice(compared.observations.length)
    ]
  };
}
function withoutFiles({ code, path, line, name, version, args }) {
  return { code, path, line, ...name !== void 0 && { name }, ...version !== void 0 && { version }, args };
}
function once(make) {
  let made;
  return () => made ??= make();
}
export {
  resolveMissing
};
