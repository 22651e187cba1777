import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  NOWHERE,
  aliasesOf,
  changedFields,
  managerOf,
  mapNames,
  overrideTarget,
  readMaps,
  refuser,
  regular,
  requirementsOf,
  workspaceGlobs
} from "./chunk-managers.js";
import {
  fileSource,
  pathOfFolder
} from "./chunk-lockfile-source.js";
import {
  JsonObject
} from "./chunk-managers-bin.js";
import {
  registryPart
} from "./chunk-text-registry-part.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  identityOf
} from "./chunk-model-identity.js";
import {
  folderOf,
  join,
  normalise
} from "./chunk-text-paths.js";
import {
  specKind
} from "./chunk-lockfile-spec.js";
import {
  compareText,
  compareVersion
} from "./chunk-text-order.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/compare/observations.ts
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
function bounded(observations) {
  const [first] = observations.slice(MAX_NAMED);
  if (first === void 0) return observations;
  const { code, path, line } = first;
  return [...observations.slice(0, MAX_NAMED), { code, path, line, args: { more: observations.length - MAX_NAMED } }];
}
function inOrder(a, b) {
  return compareText(a.path, b.path) || a.line - b.line || compareText(a.code, b.code) || compareText(a.name ?? "", b.name ?? "") || compareText(a.version ?? "", b.version ?? "");
}

// src/managers/manifest.ts
function manifestIn(file) {
  const found = regular(file);
  return found && manifestOf(found.path, found.value);
}
function manifestOf(path, document) {
  const refuse = refuser(document, "manifest-invalid");
  const root = document.value;
  if (!(root instanceof JsonObject)) return refuse(0, "A manifest must be a JSON object");
  const maps = readMaps(root, refuse);
  const globs = workspaceGlobs(root.get("workspaces"));
  if (globs === void 0) return refuse(root.offsetOf("workspaces"), "`workspaces` must be an array of strings");
  return {
    path,
    name: textOf(root.get("name")),
    version: textOf(root.get("version")),
    private: root.get("private") === true,
    requires: requirementsOf(maps, true),
    declared: entriesOf(maps),
    publishDirectory: publishDirectoryOf(root.get("publishConfig")),
    workspaces: globs,
    overridden: overriddenNames(root.get("overrides")),
    resolutionEntries: textsOf(root.get("resolutions")),
    resolutions: resolvedNames(root.get("resolutions")),
    lineOf: (dependency) => {
      const map = [...mapNames].map((each) => maps[each]).find((each) => each?.has(dependency) === true);
      return map && document.line(map.offsetOf(dependency));
    }
  };
}
var textOf = (value) => typeof value === "string" ? value : void 0;
function textsOf(map) {
  if (!(map instanceof JsonObject)) return [];
  return map.keys.flatMap((key) => {
    const value = map.get(key);
    return typeof value === "string" ? [[key, value]] : [];
  });
}
var TYPES = {
  dependencies: "prod",
  devDependencies: "dev",
  optionalDependencies: "optional",
  peerDependencies: "peer"
};
function entriesOf(maps) {
  return mapNames.flatMap(
    (map) => (maps[map]?.keys ?? []).map((name) => ({ name, spec: maps[map]?.get(name), type: TYPES[map] }))
  );
}
function publishDirectoryOf(config) {
  const folder = config instanceof JsonObject ? config.get("directory") : void 0;
  return typeof folder === "string" ? folder : void 0;
}
function overriddenNames(overrides, names = /* @__PURE__ */ new Set()) {
  if (!(overrides instanceof JsonObject)) return names;
  overrides.forEach((key, value) => {
    const at = key.indexOf("@", 1);
    names.add(at < 0 ? key : key.slice(0, at));
    overriddenNames(value, names);
  });
  return names;
}
function resolvedNames(resolutions) {
  if (!(resolutions instanceof JsonObject)) return /* @__PURE__ */ new Set();
  return new Set(resolutions.keys.flatMap((key) => /(?:^|\/)((?:@[^/@]+\/)?[^/@]+)(?:@.*)?$/.exec(key)?.[1] ?? []));
}

// src/lockfile/checksum.ts
function isOtherChecksum(checksum, known) {
  if (checksum === void 0 || checksum === "") return false;
  const key = checksum.slice(0, checksum.indexOf("/") + 1);
  const comparable = known.filter((each) => each?.startsWith(key) === true);
  return comparable.length > 0 && !comparable.includes(checksum);
}

// src/lockfile/direct-before.ts
function directByName(base, before) {
  const known = /* @__PURE__ */ new Map();
  let named;
  return (name) => {
    named ??= groupBy([...before.values()], (group) => group.name);
    const found = known.get(name) ?? (named.get(name) ?? []).filter(({ packages }) => base?.isDirect(packages) === true);
    known.set(name, found);
    return found;
  };
}
function directBefore(groups, base, stays) {
  if (groups.length === 0) return void 0;
  const left = groups.filter((group) => !stays(group));
  const replaced2 = left.length > 0 ? left : groups;
  const packages = replaced2.flatMap((group) => group.packages);
  const registries = packages.map(({ name, resolved }) => registryPart(resolved, name));
  return {
    versions: [...new Set(replaced2.map(({ version }) => version))].sort(compareVersion),
    sources: [...new Set(replaced2.map(({ source }) => source.kind))].sort(compareText),
    dependencyTypes: base?.typesOf(packages) ?? [],
    registries: [...new Set(registries)].sort(compareText)
  };
}

// src/lockfile/folder-scripts.ts
var none = /* @__PURE__ */ new Map();
function newFolderScripts({ packages }, head = none, previous, base = none) {
  const found = packages.flatMap(({ key }) => head.get(key) ?? [])[0];
  if (found === void 0) return void 0;
  const before = previous?.packages.flatMap(({ key }) => base.get(key) ?? []) ?? [];
  const added = Object.entries(found.scripts).filter(
    ([hook, command]) => !before.some(({ scripts }) => Object.hasOwn(scripts, hook) && scripts[hook] === command)
  );
  return added.length === 0 ? void 0 : { ...found, scripts: Object.fromEntries(added) };
}

// src/lockfile/groups.ts
function groupPackages(packages) {
  const groups = /* @__PURE__ */ new Map();
  for (const each of packages) {
    if (each.source.kind === "workspace") continue;
    const identity = identityOf(each);
    const group = groups.get(identity);
    if (group !== void 0) group.packages.push(each);
    else {
      const { name, version, source } = each;
      groups.set(identity, { identity, name, version, source, packages: [each] });
    }
  }
  return groups;
}
function pinsOf({ packages }) {
  const pins = /* @__PURE__ */ new Map();
  for (const { resolved, integrity, checksum, line } of packages) {
    const key = `${pinKey({ resolved, integrity })}
${checksum ?? ""}`;
    const pin = pins.get(key);
    if (pin === void 0) {
      pins.set(key, {
        ...resolved !== void 0 && { resolved },
        ...integrity !== void 0 && { integrity },
        ...checksum !== void 0 && { checksum },
        line,
        places: 1
      });
    } else {
      pin.line = Math.min(pin.line, line);
      pin.places++;
    }
  }
  return [...pins.values()].sort((a, b) => a.line - b.line);
}
function pinKey({
  resolved,
  integrity
}) {
  return `${resolved?.length ?? -1} ${resolved ?? ""}${integrity === void 0 ? "" : ` ${integrity}`}`;
}
function claimsOf({ packages }) {
  const claims = {};
  for (const claim of ["dev", "optional", "devOptional", "peer", "extraneous", "inBundle"]) {
    if (packages.every((each) => each.claims[claim] === true)) claims[claim] = true;
  }
  for (const claim of [
    "hasInstallScript",
    "hasShrinkwrap",
    "shrinkwrapUnlisted",
    "bundles",
    "bringsShrinkwrap"
  ]) {
    if (packages.some((each) => each.claims[claim] === true)) claims[claim] = true;
  }
  return claims;
}

// src/lockfile/predecessor.ts
function matchPredecessors(base, head) {
  const gone = new Set([...base.values()].filter(({ identity }) => !head.has(identity)));
  const added = [...head.values()].filter(({ identity }) => !base.has(identity)).sort(inOrder2);
  const atPlace = new Map(
    [...base.values()].flatMap((group) => group.packages.map(({ key }) => [key, group]))
  );
  const matched = /* @__PURE__ */ new Map();
  for (const group of added) {
    const previous = group.packages.map(({ key }) => atPlace.get(key)).filter((each) => each?.name === group.name && (gone.has(each) || head.has(each.identity))).sort((a, b) => Number(gone.has(b)) - Number(gone.has(a)))[0];
    if (previous === void 0) continue;
    matched.set(group, previous);
    gone.delete(previous);
  }
  const remaining = new Map(
    [...groupBy(gone, ({ name }) => name)].map(([name, groups]) => [
      name,
      { lower: [], higher: groups.sort(inOrder2).reverse() }
    ])
  );
  for (const group of added) {
    const same = matched.has(group) ? void 0 : remaining.get(group.name);
    const previous = same && takeNearest(same, group.version);
    if (previous !== void 0) matched.set(group, previous);
  }
  return matched;
}
function takeNearest({ lower, higher }, version) {
  for (let next = higher.at(-1); next !== void 0 && compareVersion(next.version, version) <= 0; next = higher.at(-1)) {
    lower.push(next);
    higher.pop();
  }
  return lower.pop() ?? higher.pop();
}
function inOrder2(a, b) {
  return compareText(a.name, b.name) || compareVersion(a.version, b.version) || compareText(a.identity, b.identity);
}

// src/lockfile/diff.ts
var STRICTEST = ["prod", "peer", "optional", "dev"];
function diffLockfiles(path, base, head) {
  const before = groupPackages(base?.lockfile.packages ?? []);
  const after = groupPackages(head?.lockfile.packages ?? []);
  const predecessors = matchPredecessors(before, after);
  const versions = registryVersions(before);
  const aliases = aliasesByName(base?.lockfile.packages ?? []);
  const directOf = directByName(base, before);
  const stays = ({ identity }) => {
    const now = after.get(identity);
    return now !== void 0 && head?.isDirect(now.packages) === true;
  };
  const drafts = [];
  for (const group of after.values()) {
    const same = before.get(group.identity);
    const previous = same ?? predecessors.get(group);
    const scripts = newFolderScripts(group, head?.scripts, previous, base?.scripts);
    const others = same === void 0 ? replaced(group, previous) : altered(group, same, base, head);
    const changed = previous && scripts ? [...others, "folder-scripts"] : others;
    if (same === void 0 || changed.length > 0) drafts.push({ group, previous, same, changed, scripts });
  }
  const positions = head?.positionsOf(drafts.map(({ group }) => group.packages)) ?? [];
  const changes = drafts.map(({ group, previous, same, changed, scripts }, at) => {
    const pins = pinsOf(group);
    const position = positions[at];
    const replaces = position.direct ? directBefore(directOf(group.name), base, stays) : void 0;
    return {
      kind: previous === void 0 ? "added" : "updated",
      ...described(path, group, versions),
      ...previous !== void 0 && { previousVersion: previous.version },
      ...changed.includes("source") && previous !== void 0 && { previousSource: previous.source },
      changed,
      line: pins[0]?.line ?? 1,
      ...baseAliases(group, aliases),
      ...(same === void 0 || changed.includes("bin")) && binsOf(group, head),
      ...scripts && { folderScripts: scripts },
      pins,
      basePins: same === void 0 ? [] : pinsOf(same),
      baseDependencyTypes: same === void 0 ? [] : base?.typesOf(same.packages) ?? [],
      ...position,
      ...replaces && { directBefore: replaces },
      manifests: []
    };
  });
  return [...changes, ...removedChanges(path, base, before, after, predecessors, versions)].sort(inOrder3);
}
function auditLockfile(head) {
  const { lockfile } = head;
  const added = diffLockfiles(lockfile.path, void 0, head);
  return added.map((change) => ({ ...change, baseVersions: [change.version] }));
}
function replaced(group, previous) {
  const changed = [];
  if (previous === void 0) return changed;
  if (previous.version !== group.version) changed.push("version");
  if (previous.source.kind !== group.source.kind || previous.source.spec !== group.source.spec) changed.push("source");
  return changed;
}
function altered(group, same, base, head) {
  const changed = /* @__PURE__ */ new Set();
  const before = same.packages;
  const isKnown = knownPins(before);
  const isMoved = base !== void 0 && head !== void 0 && base.lockfile.format !== head.lockfile.format;
  for (const pin of group.packages) {
    if (isKnown(pin) || isMoved && leavesOutAddress(pin, before)) continue;
    const newAddress = !before.some(({ resolved }) => resolved === pin.resolved);
    const newBytes = !before.some(({ integrity }) => integrity === pin.integrity);
    if (newAddress) changed.add("resolved");
    if (newBytes || !newAddress) changed.add("integrity");
  }
  const checksums = before.map(({ checksum }) => checksum);
  if (group.packages.some(({ checksum }) => isOtherChecksum(checksum, checksums))) changed.add("integrity");
  const from = strictest(base?.typesOf(same.packages));
  const to = strictest(head?.typesOf(group.packages));
  const declared = base?.isDirect(same.packages) === true && head?.isDirect(group.packages) === true;
  if (to < from || to > from && declared) changed.add("dependency-types");
  for (const aspect of alteredFields(group, before, base, head)) changed.add(aspect);
  const known = new Set(before.flatMap(aliasesOf));
  if (group.packages.flatMap(aliasesOf).some((alias) => !known.has(alias))) changed.add("alias");
  return [...changed];
}
function alteredFields(group, before, base, head) {
  const changed = /* @__PURE__ */ new Set();
  const [former, current] = [fieldsOf(base), fieldsOf(head)];
  if (former === void 0 || current === void 0 || group.source.kind === "link") return changed;
  for (const entry of group.packages) {
    const inPlace = before.filter(({ key }) => key === entry.key);
    let least;
    for (const each of [...inPlace, ...before.filter((one) => one.key !== entry.key)]) {
      const found = changedFields(former(each.key), current(entry.key));
      least ??= found;
      if (found.size === 0) least = found;
      if (found.size === 0) break;
    }
    for (const aspect of least ?? []) changed.add(aspect);
    if (entry.claims.shrinkwrapUnlisted === true && !before.some(({ claims }) => claims.hasShrinkwrap === true)) {
      changed.add("has-shrinkwrap");
    }
  }
  return changed;
}
function fieldsOf(side) {
  const fields = side?.lockfile.fields;
  if (side === void 0 || fields === void 0) return void 0;
  const { format, formatVersion } = side.lockfile;
  return (key) => ({ fields: fields.of(key), writes: fields.writes, format, formatVersion });
}
function binsOf({ packages }, head) {
  const stated = new Map(
    packages.flatMap(({ key }) => {
      const field = head?.lockfile.fields?.of(key).get("bin");
      return field?.bin === void 0 ? [] : [[JSON.stringify(field.bin), field.bin]];
    })
  );
  return stated.size === 0 ? {} : { bins: [...stated.values()] };
}
function aliasesByName(packages) {
  return groupBy(
    packages.filter((each) => aliasesOf(each).length > 0),
    ({ name }) => name
  );
}
function baseAliases({ name, packages }, base) {
  const current = new Set(packages.flatMap(aliasesOf));
  const both = (base.get(name) ?? []).flatMap(aliasesOf).filter((alias) => current.has(alias));
  return both.length === 0 ? {} : { baseAliases: [...new Set(both)].sort(compareText) };
}
function knownPins(packages) {
  const [only, another] = packages;
  if (another === void 0) return (pin) => pin.resolved === only?.resolved && pin.integrity === only?.integrity;
  const known = new Set(packages.map(pinKey));
  return (pin) => known.has(pinKey(pin));
}
function leavesOutAddress({ resolved, integrity }, before) {
  return resolved === void 0 && integrity?.startsWith("sha512-") === true && before.some((each) => each.integrity === integrity);
}
function strictest(types = []) {
  return STRICTEST.findIndex((type) => types.includes(type));
}
function removedChanges(path, base, before, after, predecessors, versions) {
  const replacedGroups = new Set(predecessors.values());
  const removed = [...before.values()].filter((group) => !after.has(group.identity) && !replacedGroups.has(group));
  const positions = base?.positionsOf(removed.map(({ packages }) => packages)) ?? [];
  return removed.map((group, at) => {
    const pins = pinsOf(group);
    const position = positions[at];
    return {
      kind: "removed",
      ...described(path, group, versions),
      changed: [],
      line: pins[0]?.line ?? 1,
      pins: [],
      basePins: pins,
      baseDependencyTypes: position.dependencyTypes,
      ...position,
      manifests: []
    };
  });
}
function described(lockfile, group, versions) {
  const { name, version, source, packages } = group;
  const aliases = [...new Set(packages.flatMap(aliasesOf))].sort(compareText);
  return { name, version, aliases, source, baseVersions: versions.get(name) ?? [], lockfile, claims: claimsOf(group) };
}
function registryVersions(groups) {
  const fromRegistries = [...groups.values()].filter(({ source }) => source.kind === "registry");
  const named = groupBy(fromRegistries, ({ name }) => name);
  return new Map([...named].map(([name, same]) => [name, same.map(({ version }) => version).sort(compareVersion)]));
}
function inOrder3(a, b) {
  return compareText(a.name, b.name) || compareVersion(a.version, b.version) || compareText(a.source.kind, b.source.kind) || compareText(a.source.spec ?? "", b.source.spec ?? "") || compareText(a.kind, b.kind);
}

// src/graph/graph.ts
var bit = { dev: 1, optional: 2, peer: 4, weak: 8 };
var MASKS = {
  prod: 0,
  dev: bit.dev,
  optional: bit.optional,
  peer: bit.peer
};
var HAVING = [
  { mask: bit.dev, having: 43690, shift: 1 },
  { mask: bit.optional, having: 52428, shift: 2 },
  { mask: bit.peer, having: 61680, shift: 4 },
  { mask: bit.weak, having: 65280, shift: 8 }
];
var [DEV, OPTIONAL, PEER, WEAK] = HAVING.map(({ having }) => having);
var PROD_ONLY = 1;
var Graph = class {
  tree;
  edges;
  #classes;
  #places;
  /** @param lockfile with its importers (see `withRoot`) */
  constructor(lockfile) {
    this.tree = managerOf(lockfile.format).lockfile.treeOf(lockfile);
    this.#places = new Map(this.tree.packages.map((each, at) => [each.key, this.tree.nodeOf(at)]));
    this.edges = readEdges(this.tree, this.#places);
    this.#classes = classify(this.tree, this.edges);
  }
  /** The node of a package; for an entry that only contradicts another, the node of the other. */
  nodeOf(each) {
    return this.#places.get(each.place ?? each.key) ?? NOWHERE;
  }
  isReached(node) {
    return this.classesOf(node) !== 0;
  }
  /** The classes of path by which a node is reached; none if nothing depends on it. */
  classesOf(node) {
    return this.#classes[node] ?? 0;
  }
  /**
   * The types by which any of the packages is reached, in the order prod, dev, optional, peer:
   *
   * - `prod`: by a path of nothing but `dependencies` (and workspaces);
   * - `dev`: by a path that goes through the `devDependencies` of the root, a workspace or a linked folder;
   * - `optional`, `peer`: by a path that does not, and goes through `optionalDependencies` or `peerDependencies`.
   *
   * A package that nothing depends on counts as `prod`; one that only optional peers depend on, as a peer.
   */
  typesOf(packages) {
    let classes = 0;
    for (const each of packages) {
      const node = this.nodeOf(each);
      classes |= this.isReached(node) ? this.classesOf(node) : PROD_ONLY;
    }
    const types = [];
    if ((classes & PROD_ONLY) !== 0) types.push("prod");
    if ((classes & DEV) !== 0) types.push("dev");
    const isKept = (classes & ~WEAK) === 0;
    if (!isKept && (classes & OPTIONAL & ~DEV) !== 0) types.push("optional");
    if ((classes & PEER & ~DEV) !== 0) types.push("peer");
    return types;
  }
};
function readEdges(tree, places) {
  const nodes = [...tree.importers, ...tree.packages];
  const edges = nodes.map(({ requires }, from) => {
    const found = [];
    for (const { name, type, optionalPeer } of requires) {
      const to = tree.resolve(from, name);
      const mask = optionalPeer === true ? bit.peer | bit.optional | bit.weak : MASKS[type];
      if (to !== NOWHERE) found.push({ to, mask, weak: optionalPeer === true, implied: false });
    }
    for (const key of tree.importers[from]?.pulls ?? []) {
      const to = places.get(key);
      if (to !== void 0) found.push({ to, mask: 0, weak: false, implied: true });
    }
    const behind = tree.behind(from);
    if (behind !== from) found.push({ to: behind, mask: 0, weak: false, implied: false });
    return found;
  });
  const roots = new Set(tree.roots);
  const [root = NOWHERE] = roots;
  for (const [node, { name }] of tree.importers.entries()) {
    const to = roots.has(node) || name === void 0 ? NOWHERE : tree.resolve(root, name);
    if (to !== NOWHERE) edges[root]?.push({ to, mask: 0, weak: false, implied: true });
  }
  return edges;
}
function classify(tree, edges) {
  const classes = new Uint16Array(tree.size);
  for (const root of tree.roots) classes[root] = PROD_ONLY;
  const queue = [...tree.roots];
  for (let node = queue.pop(); node !== void 0; node = queue.pop()) {
    const from = classes[node];
    for (const { to, mask } of edges[node]) {
      const before = classes[to];
      const after = before | along(from, mask);
      if (after === before) continue;
      classes[to] = after;
      queue.push(to);
    }
  }
  return classes;
}
function along(classes, mask) {
  for (const { mask: one, having, shift } of HAVING) {
    if ((mask & one) !== 0) classes = classes & having | (classes & ~having) << shift;
  }
  return classes;
}

// src/graph/requests.ts
var RequestReader = class {
  #graph;
  #requests = /* @__PURE__ */ new Map();
  constructor(graph) {
    this.#graph = graph;
    const { tree, edges } = graph;
    const nodes = [...tree.importers, ...tree.packages];
    for (const [from, { requires }] of nodes.entries()) {
      if (!graph.isReached(from)) continue;
      const declared = /* @__PURE__ */ new Set();
      for (const requirement of requires) {
        const to = tree.resolve(from, requirement.name);
        declared.add(to);
        if (requirement.optionalPeer !== true) this.#add(to, { from, requirement });
      }
      for (const { to, weak } of edges[from] ?? []) if (!weak && !declared.has(to)) this.#add(to, { from });
    }
  }
  /** @param nodes all entries of one package version */
  of(nodes) {
    const requests = [...new Set(nodes)].flatMap((node) => this.#requests.get(node) ?? []);
    const specs = requests.flatMap(({ requirement }) => requirement?.meant ?? requirement?.spec ?? []);
    const addresses = specs.filter((spec) => ["git", "remote"].includes(specKind(spec)));
    return { addresses: [...new Set(addresses)], dependents: this.#dependentsOf(requests) };
  }
  #dependentsOf(requests) {
    const found = /* @__PURE__ */ new Map();
    for (const { from, requirement } of requests) {
      const by = this.#graph.tree.packageAt(from);
      if (requirement === void 0 || by === void 0 || !isOfRegistry(by)) return void 0;
      const dependence = { name: by.name, version: by.version, as: requirement.name };
      found.set(JSON.stringify(dependence), dependence);
    }
    return found.size === 0 ? void 0 : [...found.values()];
  }
  #add(to, request) {
    const known = this.#requests.get(to);
    if (known === void 0) this.#requests.set(to, [request]);
    else known.push(request);
  }
};
var isOfRegistry = ({ source }) => source.kind === "registry";

// src/graph/source-from-spec.ts
function sourcesFromSpecs(lockfile) {
  const asksElsewhere = ({ requires }) => requires.some(({ spec }) => sourceOf(lockfile.path, spec, "") !== void 0);
  const links = lockfile.packages.some(isForeignFolder);
  if (!links && !lockfile.importers.some(asksElsewhere) && !lockfile.packages.some(asksElsewhere)) return lockfile;
  const importers = new Set(lockfile.importers.map(({ path }) => path));
  const declared = (source) => source.outside !== true && importers.has(pathOfFolder(lockfile.path, source) ?? "..") ? { ...source, kind: "link", workspace: true } : { ...source, declared: true };
  const tree = managerOf(lockfile.format).lockfile.treeOf(lockfile);
  const corrected = /* @__PURE__ */ new Map();
  const nodes = [...tree.importers, ...tree.packages];
  for (const [from, node] of nodes.entries()) {
    const folder = join(folderOf(lockfile.path), "path" in node ? node.path : "");
    for (const { name, spec } of node.requires) {
      const source = sourceOf(lockfile.path, spec, folder);
      const asksForFolder = links && isOwn(node) && (source?.kind === "link" || /^\s*(?:link|portal):/i.test(spec));
      const to = source === void 0 && !asksForFolder ? NOWHERE : tree.resolve(from, name);
      const asked = tree.packageAt(to);
      if (asked === void 0) continue;
      if (source !== void 0 && asked.source.kind === "registry") corrected.set(asked, source);
      else if (asksForFolder && isForeignFolder(asked)) corrected.set(asked, declared(asked.source));
    }
  }
  const overrides = [...lockfile.settings?.overrides ?? []].filter(
    ([, { value }]) => /^(?:link|file|portal):/.test(value)
  );
  const overridden = new Set(overrides.map(([key]) => overrideTarget(key)));
  for (const each of overridden.size > 0 ? lockfile.packages : []) {
    const named = overridden.has(each.alias ?? each.name);
    if (named && isForeignFolder(each)) corrected.set(each, declared(each.source));
  }
  if (corrected.size === 0) return lockfile;
  return {
    ...lockfile,
    packages: lockfile.packages.map((each) => {
      const source = corrected.get(each);
      return source === void 0 ? each : { ...each, source };
    })
  };
}
function isForeignFolder({ source }) {
  return isFolder(source) && source.workspace !== true;
}
var isFolder = ({ kind }) => kind === "link" || kind === "portal";
function isOwn(node) {
  return !("source" in node) || (isFolder(node.source) || node.source.kind === "workspace") && node.source.outside !== true;
}
function sourceOf(lockfilePath, spec, folder) {
  switch (specKind(spec)) {
    case "git":
      return { kind: "git", spec };
    case "remote":
      return { kind: "remote", spec };
    case "file":
    case "directory":
      return fileSource(lockfilePath, spec, folder);
    case "registry":
    case "alias":
    case "unknown":
      return void 0;
  }
}

// src/graph/why.ts
var MAX_PATHS = 3;
var MAX_ASKING = 32;
var MAX_NAMES = 32;
var WhyPaths = class {
  #graph;
  #asking = /* @__PURE__ */ new Map();
  #nearestKnown = /* @__PURE__ */ new Map();
  #beginnings = /* @__PURE__ */ new Map();
  #distances;
  #names;
  constructor(graph) {
    this.#graph = graph;
    this.#names = graph.tree.packages.map(({ name }) => name);
    this.#distances = this.#measure();
  }
  /**
   * At most three paths of package names that end at one of the nodes, shortest first, each through another package
   * that depends on it. Optional peers count only if nothing else depends on it. None if nothing depends on it.
   */
  to(nodes) {
    const paths = /* @__PURE__ */ new Map();
    const add = (length, path) => {
      paths.set(path.names.join("\n"), { length, path });
    };
    for (const node of nodes) {
      if (this.#distances[node] === 1) add(1, { first: node, names: [this.#nameOf(node)] });
      for (const from of this.#nearest(node)) {
        const length = this.#distanceOf(from) + 1;
        if (!this.#leadsThrough(from, node)) add(length, this.#shortest(from, node));
      }
    }
    return [...paths].sort(([keyA, a], [keyB, b]) => a.length - b.length || compareText(keyA, keyB)).slice(0, MAX_PATHS).map(([, { path }]) => path);
  }
  #nameOf(node) {
    return this.#names[node - this.#graph.tree.importers.length] ?? "";
  }
  #distanceOf(node) {
    return this.#distances[node] ?? 0;
  }
  /** Distances from the nearest importer, which is at 0; -1 if no path leads there. Also records all dependents. */
  #measure() {
    const { tree, edges } = this.#graph;
    const distances = new Int32Array(tree.size).fill(-1);
    const queue = [];
    for (const importer of tree.importers.keys()) {
      if (!this.#graph.isReached(importer)) continue;
      distances[importer] = 0;
      queue.push(importer);
    }
    for (const node of queue) {
      for (const { to, weak } of edges[node] ?? []) {
        if (weak || tree.isImporter(to)) continue;
        const asking = this.#asking.get(to);
        if (asking === void 0) this.#asking.set(to, [node]);
        else asking.push(node);
        if (distances[to] !== -1) continue;
        distances[to] = distances[node] + 1;
        queue.push(to);
      }
    }
    this.#measureKept(queue, distances);
    return distances;
  }
  /** Continues with packages that only optional peers depend on. */
  #measureKept(reached, distances) {
    const { tree, edges } = this.#graph;
    const isKept = distances.map((distance) => distance === -1 ? 1 : 0);
    const queue = [...reached];
    for (const node of queue) {
      for (const { to } of edges[node] ?? []) {
        if (isKept[to] !== 1 || tree.isImporter(to)) continue;
        this.#asking.set(to, [...this.#asking.get(to) ?? [], node]);
        if (distances[to] !== -1) continue;
        distances[to] = distances[node] + 1;
        queue.push(to);
      }
    }
  }
  /** The dependents of a node, nearest first, then by name. */
  #nearest(node) {
    let nearest = this.#nearestKnown.get(node);
    if (nearest === void 0) {
      nearest = (this.#asking.get(node) ?? []).filter((from) => !this.#graph.tree.isImporter(from)).sort((a, b) => this.#compare(a, b)).slice(0, MAX_ASKING);
      this.#nearestKnown.set(node, nearest);
    }
    return nearest;
  }
  #compare(a, b) {
    const near = this.#distanceOf(a) - this.#distanceOf(b);
    return near || compareText(this.#nameOf(a), this.#nameOf(b)) || compareText(this.#keyOf(a), this.#keyOf(b));
  }
  #keyOf(node) {
    return this.#graph.tree.packageAt(node)?.key ?? "";
  }
  /** Whether the shortest path to `from` goes through a node. One that is much longer than the node's is not followed. */
  #leadsThrough(from, node) {
    const detour = this.#distanceOf(from) - this.#distanceOf(node);
    return detour > MAX_NAMES || this.#ending(from, detour + 1).includes(node);
  }
  /** The shortest path that ends with `from` and `to`; the middle of a long path is left out. */
  #shortest(from, to) {
    const half = MAX_NAMES / 2;
    const length = this.#distanceOf(from) + 1;
    const names = (path) => path.map((node) => this.#nameOf(node));
    if (length <= MAX_NAMES) {
      const path = this.#ending(from, length);
      return { first: path[0] ?? from, names: names([...path, to]) };
    }
    const beginning = this.#beginning(from);
    const end = names([...this.#ending(from, half - 1), to]);
    return { first: beginning[0] ?? from, names: [...names(beginning), "\u2026", ...end] };
  }
  /** The last nodes of the shortest path to a node, at most `count` of them. */
  #ending(node, count) {
    const path = [];
    for (let at = node; at !== void 0 && path.length < count; at = this.#before(at)) {
      path.push(at);
    }
    return path.reverse();
  }
  /** The first nodes of the shortest path to a distant node; cached for all nodes on the way. */
  #beginning(node) {
    const count = MAX_NAMES / 2 - 1;
    const way = [];
    let at = node;
    for (; this.#distanceOf(at) > count && !this.#beginnings.has(at); at = this.#before(at)) way.push(at);
    const beginning = this.#beginnings.get(at) ?? this.#ending(at, count);
    for (const each of way) this.#beginnings.set(each, beginning);
    return beginning;
  }
  /** The node before a node on its shortest path: one step nearer to an importer. None for a direct dependency. */
  #before(node) {
    return this.#distanceOf(node) > 1 ? this.#nearest(node)[0] : void 0;
  }
};

// src/graph/position.ts
var MAX_WORK = 5e7;
var MAX_PAIRS = 2e6;
var MAX_ROOTS = 3;
function directRequirements(graph) {
  const asked = [...graph.tree.importers.entries()].filter(([importer]) => graph.isReached(importer)).flatMap(([importer, { requires }]) => requires.map(({ name }) => ({ importer, name })));
  return groupBy(asked, ({ importer, name }) => graph.tree.resolve(importer, name));
}
function positionsOf(lockfile, graph, direct, groups) {
  const nodes = groups.map((packages) => [...new Set(packages.map((each) => graph.nodeOf(each)))]);
  const reaching = reachingImporters(lockfile, graph, new Set(nodes.flat()));
  const why = new WhyPaths(graph);
  return groups.map((packages, at) => {
    const own = nodes[at] ?? [];
    const importers = new Set(own.flatMap((node) => reaching.get(node) ?? []));
    const isDirect = own.some((node) => direct.has(node));
    const paths = why.to(own);
    const roots = isDirect ? [] : rootsOf(paths, direct);
    return {
      direct: isDirect,
      dependencyTypes: graph.typesOf(packages),
      importers: [...importers].map((importer) => folderOfImporter(lockfile, graph, importer)).sort(compareText),
      via: paths.map(({ names }) => names),
      ...roots.length > 0 && {
        roots: roots.map(({ importer, name }) => ({ importer: folderOfImporter(lockfile, graph, importer), name }))
      }
    };
  });
}
function rootsOf(paths, direct) {
  const declared = paths.map(({ first }) => (direct.get(first) ?? []).slice(0, MAX_ROOTS));
  const inTurn = [...declared.flatMap((each) => each.slice(0, 1)), ...declared.flatMap((each) => each.slice(1))];
  const distinct = new Map(inTurn.map((each) => [`${each.importer} ${each.name}`, each]));
  return [...distinct.values()].slice(0, MAX_ROOTS);
}
function folderOfImporter(lockfile, graph, importer) {
  return normalise(join(folderOf(lockfile.path), graph.tree.importers[importer]?.path ?? ""));
}
function reachingImporters(lockfile, graph, wanted) {
  const reaching = /* @__PURE__ */ new Map();
  const leading = nodesLeadingTo(graph, wanted);
  const seen = new Int32Array(graph.tree.size).fill(-1);
  let work = 0;
  let pairs = 0;
  for (const importer of graph.tree.importers.keys()) {
    if (leading[importer] === 0 || !graph.isReached(importer)) continue;
    const queue = [importer];
    seen[importer] = importer;
    for (let node = queue.pop(); node !== void 0; node = queue.pop()) {
      if (wanted.has(node)) note(node, importer);
      for (const { to, implied } of graph.edges[node] ?? []) {
        if (implied && node === importer) continue;
        work++;
        if (seen[to] === importer || leading[to] === 0) continue;
        seen[to] = importer;
        queue.push(to);
      }
    }
    if (work > MAX_WORK || pairs > MAX_PAIRS) {
      throw new GateFailure(
        "budget",
        "The lockfile has too many workspaces and packages to find which reaches which; split the change.",
        { path: lockfile.path }
      );
    }
  }
  return reaching;
  function note(node, importer) {
    pairs++;
    const known = reaching.get(node);
    if (known === void 0) reaching.set(node, [importer]);
    else known.push(importer);
  }
}
function nodesLeadingTo(graph, wanted) {
  const leading = new Uint8Array(graph.tree.size);
  if (wanted.size === 0) return leading;
  const before = graph.edges.map(() => []);
  for (const [from, edges] of graph.edges.entries()) for (const { to } of edges) before[to]?.push(from);
  const queue = [...wanted];
  for (let node = queue.pop(); node !== void 0; node = queue.pop()) {
    if (leading[node] === 1) continue;
    leading[node] = 1;
    for (const from of before[node] ?? []) queue.push(from);
  }
  return leading;
}

// src/compare/open-lockfile.ts
var OpenLockfile = class _OpenLockfile {
  lockfile;
  /** Whether the root's dependencies are known, and not inferred. */
  isRootKnown;
  scripts;
  #graph;
  #direct;
  #requests;
  #byIdentity;
  /** See `WithImporters`. */
  settings;
  /** The same lockfile with what an install of a state runs in folders of the repository. */
  with(scripts) {
    return scripts.size === 0 ? this : new _OpenLockfile(this.lockfile, this.isRootKnown, this.settings, scripts);
  }
  /** @param lockfile with its importers */
  constructor(lockfile, isRootKnown = true, settings = [], scripts) {
    this.isRootKnown = isRootKnown;
    this.settings = settings;
    this.scripts = scripts;
    this.lockfile = sourcesFromSpecs(lockfile);
  }
  /** The number of distinct name@version pairs from registries. */
  get packageCount() {
    const { packages } = this.lockfile;
    return new Set(packages.flatMap((each) => each.source.kind === "registry" ? `${each.name}
${each.version}` : [])).size;
  }
  get graph() {
    this.#graph ??= new Graph(this.lockfile);
    return this.#graph;
  }
  get direct() {
    this.#direct ??= directRequirements(this.graph);
    return this.#direct;
  }
  typesOf = (packages) => this.graph.typesOf(packages);
  isDirect = (packages) => packages.some((each) => this.direct.has(this.graph.nodeOf(each)));
  positionsOf = (groups) => positionsOf(this.lockfile, this.graph, this.direct, groups);
  /** Which importers depend on a change's package directly, and under which names. */
  askingFor(change) {
    const nodes = new Set(this.#entriesOf(change).map((each) => this.graph.nodeOf(each)));
    return [...nodes].flatMap((node) => this.direct.get(node) ?? []).map(({ importer, name }) => ({ importer: this.#importerPath(importer), name }));
  }
  /** What of the project and its packages requires the package of a change. */
  requestsFor(change) {
    this.#requests ??= new RequestReader(this.graph);
    return this.#requests.of(this.#entriesOf(change).map((each) => this.graph.nodeOf(each)));
  }
  /** The packages that nothing depends on, in the lockfile's order. */
  unreached() {
    return this.lockfile.packages.filter(
      (each) => each.place === void 0 && each.source.kind !== "workspace" && !this.graph.isReached(this.graph.nodeOf(each))
    );
  }
  #importerPath(importer) {
    return this.graph.tree.importers[importer]?.path ?? "";
  }
  #entriesOf(change) {
    this.#byIdentity ??= groupBy(this.lockfile.packages, identityOf);
    return this.#byIdentity.get(identityOf(change)) ?? [];
  }
};

export {
  diffLockfiles,
  auditLockfile,
  introduced,
  unreachable,
  bounded,
  inOrder,
  OpenLockfile,
  manifestIn
};
