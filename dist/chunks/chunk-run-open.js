import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  botPaths,
  programName,
  updateBots
} from "./chunk-repository-update-bots.js";
import {
  nodeOptionsDo,
  nodeOptionsFiles
} from "./chunk-managers-node-options.js";
import {
  foldersBelow,
  openWithManifests,
  projectOverrides,
  requestsOf,
  withOwnNames,
  withScriptsLeftOut
} from "./chunk-compare-open-with-manifests.js";
import {
  foldUnshown,
  managerChange,
  readTrust
} from "./chunk-run-trust-settings.js";
import {
  readBaseFiles
} from "./chunk-run-base-files.js";
import {
  readName
} from "./chunk-text-record-name.js";
import {
  OpenLockfile,
  auditLockfile,
  bounded,
  diffLockfiles,
  inOrder,
  introduced,
  manifestIn,
  unreachable
} from "./chunk-compare-open-lockfile.js";
import {
  isSame,
  stateOf
} from "./chunk-repository-state.js";
import {
  actionsLockPath,
  homeOf,
  isIdle,
  isProgram,
  isRead,
  isSettingsName,
  isUsualPolicy,
  settingsNames,
  tablesOf,
  watchedAs,
  watchedSettings
} from "./chunk-managers-watched.js";
import {
  LONGEST_POINTER,
  MAX_BYTES,
  NOWHERE,
  ON_OFF,
  WHOLE_FILE,
  amountOf,
  berryRoles,
  bunRoles,
  caretClass,
  catalogEntry,
  classIn,
  classOf,
  classicRoles,
  defaultAgeOf,
  harmless,
  hasOthers,
  isLfsPointer,
  isStricter,
  knownLockfileNames,
  limiting,
  listOf,
  lockfileName,
  managerOf,
  managers,
  namedManagers,
  npm,
  objectOf,
  overrideTarget,
  parseLockfile,
  pathsIn,
  pnpmRoles,
  pnpmTable,
  roles,
  scalarOf,
  settingValue,
  settingsTable,
  stricter,
  unknownKeys,
  workspaceMatcher,
  written
} from "./chunk-managers.js";
import {
  folderInRepository
} from "./chunk-lockfile-source.js";
import {
  areSameBytes,
  contentOf,
  contentsDigest,
  differingPaths,
  embeddedTexts,
  sha512Of
} from "./chunk-repository-contents.js";
import {
  JsonObject
} from "./chunk-managers-bin.js";
import {
  loosenings
} from "./chunk-model-loosening.js";
import {
  bytesToHex,
  sha256,
  utf8ToBytes
} from "./chunk-noble-hashes-sha2.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  identityOf
} from "./chunk-model-identity.js";
import {
  require_satisfies
} from "./chunk-semver-functions-satisfies.js";
import {
  require_valid
} from "./chunk-semver-functions-valid.js";
import {
  extendedUnavailable,
  outlinePolicy
} from "./chunk-policy-open.js";
import {
  encodePath
} from "./chunk-repository-path-bytes.js";
import {
  folderOf,
  foldersAbove,
  follow,
  join,
  normalise,
  prefixOf
} from "./chunk-text-paths.js";
import {
  aliasTarget,
  isOfRegistry
} from "./chunk-lockfile-spec.js";
import {
  require_valid as require_valid2
} from "./chunk-semver-ranges-valid.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  GateFailure,
  asGateError
} from "./chunk-errors.js";
import {
  quoted
} from "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/repository/zip.ts
import { crc32, inflateRawSync } from "node:zlib";
var zipLimits = { entries: 5e4, unpacked: 512 * 1024 * 1024, file: 256 * 1024 * 1024 };
var UnusualZip = class extends Error {
};
var unusual = (why) => {
  throw new UnusualZip(why);
};
var endSize = 22;
var endMark = Buffer.from("PK", "latin1");
var searched = endSize + 65535;
function zipContents(archive, prefix, given = {}) {
  const limits = { ...zipLimits, ...given };
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.length);
  const { count, start, end } = readEnd(bytes);
  if (count > limits.entries) unusual(`has more than ${limits.entries} entries`);
  const contents = /* @__PURE__ */ new Map();
  const folders = /* @__PURE__ */ new Set();
  let [at, place, left] = [start, 0, limits.unpacked];
  for (let read = 0; read < count; read += 1) {
    const entry = readEntry(bytes, at, end);
    if (entry.offset !== place) unusual("does not hold its entries one after the other");
    place = checkLocal(bytes, entry, start);
    at = entry.next;
    left -= entry.size;
    if (entry.size > limits.file) unusual(`has a file of more than ${limits.file} bytes`);
    if (left < 0) unusual(`unpacks to more than ${limits.unpacked} bytes`);
    const data = unpack(bytes.subarray(place - entry.packed, place), entry);
    take(entry, data);
  }
  if (at !== end || place !== start) unusual("has bytes that belong to no entry");
  for (const folder of folders) if (contents.has(folder)) unusual("has a file and a folder of one name");
  return contents;
  function take({ path, mode }, data) {
    const isFolder = path.endsWith("/");
    const name = isFolder ? path.slice(0, -1) : path;
    if (name.split("/").some((part) => part === "" || part === "." || part === "..") || name.includes("\\")) {
      unusual("has a path that leads elsewhere");
    }
    if (isFolder) {
      if ((mode & 61440) !== 16384 || data.length > 0) unusual("has a folder that is none");
      if (!prefix.startsWith(path) && !path.startsWith(prefix)) unusual("has a folder of another package");
      if (folders.has(name.slice(prefix.length)) && path.startsWith(prefix)) unusual("names a folder twice");
      if (path.startsWith(prefix)) folders.add(name.slice(prefix.length));
      return;
    }
    if (!path.startsWith(prefix)) unusual("has a file of another package");
    const own = path.slice(prefix.length);
    if (contents.has(own)) unusual("names a file twice");
    contents.set(own, contentOf(kindOf(mode), data));
    for (let cut = own.indexOf("/"); cut !== -1; cut = own.indexOf("/", cut + 1)) folders.add(own.slice(0, cut));
  }
}
function kindOf(mode) {
  if ((mode & 61440) === 40960) return "link";
  if (mode === 33188) return "file";
  return mode === 33261 ? "executable" : unusual("has an entry with a mode that Yarn does not write");
}
function readEnd(bytes) {
  const end = bytes.length - endSize;
  if (end < 0 || bytes.readUInt32LE(end) !== 101010256) return unusual("does not end as an archive of Yarn does");
  if (bytes.indexOf(endMark, Math.max(0, bytes.length - searched)) !== end) unusual("has more than one end record");
  const count = bytes.readUInt16LE(end + 10);
  const [size, start] = [bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)];
  const isSplit = bytes.readUInt32LE(end + 4) !== 0 || bytes.readUInt16LE(end + 8) !== count;
  if (isSplit || count === 65535 || start + size !== end) unusual("has a directory that does not fit its end record");
  return { count, start, end };
}
function readEntry(bytes, at, end) {
  if (at + 46 > end || bytes.readUInt32LE(at) !== 33639248) unusual("has a broken directory");
  const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
  const next = at + 46 + bytes.readUInt16LE(at + 28);
  const extra = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  if (next > end || extra > 0) unusual("has extra fields or comments");
  if (bytes.readUInt8(at + 5) !== 3) unusual("was not written for Unix");
  if ((flags & ~(utf8Flag | levelFlags)) !== 0) {
    unusual("has an entry that is encrypted, streamed or otherwise special");
  }
  const name = bytes.subarray(at + 46, next);
  const mode = bytes.readUInt32LE(at + 38) >>> 16;
  return {
    ...{ path: textOf(name, (flags & utf8Flag) !== 0), name, mode, method, next },
    header: bytes.subarray(at + 8, at + 28),
    crc: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42)
  };
}
var utf8Flag = 2048;
var levelFlags = 6;
function textOf(name, isUtf8) {
  if (!isUtf8 && name.some((byte) => byte >= 128)) unusual("has a name in an old code page");
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(name);
    return text.includes("\0") ? unusual("has a name that is no text") : text;
  } catch {
    return unusual("has a name that is no text");
  }
}
function checkLocal(bytes, { offset, header, name, packed }, start) {
  const named2 = offset + 30;
  const data = named2 + name.length;
  if (data + packed > start || bytes.readUInt32LE(offset) !== 67324752) unusual("has an entry without a header");
  const isSame2 = bytes.subarray(offset + 6, offset + 26).equals(header) && bytes.readUInt16LE(offset + 26) === name.length;
  if (!isSame2 || !bytes.subarray(named2, data).equals(name)) unusual("has headers that contradict each other");
  if (bytes.readUInt16LE(offset + 28) !== 0) unusual("has extra fields or comments");
  return data + packed;
}
function unpack(packed, { method, size, crc }) {
  const data = method === 0 ? packed : method === 8 ? inflated(packed, size) : unusual("has an unknown compression");
  if (data.length !== size || crc32(data) !== crc) unusual("has an entry that is not what its header says");
  return data;
}
function inflated(packed, size) {
  try {
    const { buffer, engine } = inflateRawSync(packed, { maxOutputLength: size + 1, info: true });
    return engine.bytesWritten === packed.length ? buffer : unusual("has bytes that belong to no entry");
  } catch (cause) {
    if (cause instanceof UnusualZip) throw cause;
    return unusual("has an entry that does not unpack");
  }
}

// src/compare/committed/budget.ts
var most = { remote: 150, local: 1e5 };
var ReadingBudget = class {
  #left;
  constructor(isRemote) {
    this.#left = isRemote ? most.remote : most.local;
  }
  /** @throws BudgetSpent */
  async read(reader, file) {
    if (this.#left <= 0) throw new BudgetSpent();
    this.#left -= 1;
    try {
      return await reader.read(file);
    } finally {
      reader.forget(file);
    }
  }
};
var BudgetSpent = class extends Error {
};

// src/compare/committed/places.ts
async function placesOf(lockfiles2, { settings }) {
  const archives = /* @__PURE__ */ new Map();
  const stores = /* @__PURE__ */ new Set();
  for (const found of [...lockfiles2].sort((a, b) => compareText(a.path, b.path))) {
    const folders = found.folder === "" ? [""] : ["", ...foldersAbove(found.folder), found.folder];
    for (const { committed } of found.kind.reading?.managers ?? []) {
      for (const folder of folders) {
        const places = await committed.places(settings.in(folder));
        for (const each of places.stores) stores.add(each);
        if (committed.archives === void 0) continue;
        for (const each of new Set(places.archives)) {
          archives.set(each, [...archives.get(each) ?? [], { found, read: committed.archives }]);
        }
      }
    }
  }
  return { archives, stores };
}
function* filesBelow(files, folders) {
  if (folders.size === 0) return;
  const known = /* @__PURE__ */ new Map();
  for (const file of files) {
    const parent = folderOf(file.path);
    if (!known.has(parent)) {
      known.set(
        parent,
        ["", ...foldersAbove(parent), parent].find((each) => folders.has(each))
      );
    }
    const folder = known.get(parent) ?? (folders.has(file.path) ? file.path : void 0);
    if (folder !== void 0) yield [folder, file];
  }
}

// src/compare/committed/reading.ts
async function lockedIn(reader, lockfiles2) {
  const byPath = new Map(lockfiles2.map((each) => [each.found.path, each]));
  const locked = /* @__PURE__ */ new Map();
  for (const { found, read } of byPath.values()) {
    try {
      const text = new TextDecoder().decode(await reader.read(found.file));
      for (const each of read(found.path, text)) locked.set(JSON.stringify(each), each);
    } catch (cause) {
      if (!(cause instanceof GateFailure) || cause.code === "repository-unavailable") throw cause;
    } finally {
      reader.forget(found.file);
    }
  }
  return [...locked.values()];
}
async function textOf2({ files, reader }, path) {
  const file = files.get(path);
  if (file?.mode !== "file") return void 0;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await reader.read(file));
  } catch (cause) {
    if (cause instanceof TypeError) return void 0;
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return void 0;
    throw cause;
  } finally {
    reader.forget(file);
  }
}

// src/compare/committed/archives.ts
var MAX_NAMED = 5;
async function archiveObservations(places, states) {
  const budget = new ReadingBudget(states.head.reader.isRemote);
  const before = archivesIn(states.base, places.base);
  const after = archivesIn(states.head, places.head);
  const observations = [];
  const unshown = [];
  for (const [folder, files] of after) {
    const known = new Map((before.get(folder) ?? []).map((file) => [file.path, file]));
    const open2 = [];
    for (const file of files) {
      const old = known.get(file.path);
      if (old === void 0 || !await isUnchanged(states, old, file, budget)) open2.push(file);
    }
    if (open2.length === 0) continue;
    const comparing = {
      ...{ states, budget, files },
      locked: byHash(await lockedIn(states.head.reader, places.head.archives.get(folder) ?? [])),
      formerLocked: byHash(await lockedIn(states.base.reader, [...places.base.archives.values()].flat())),
      formerFiles: [...before.values()].flat()
    };
    for (const file of open2) {
      const found = await look(comparing, file);
      if ("reason" in found) unshown.push(found);
      else observations.push(...found.observations);
    }
  }
  return [...observations, ...folded(unshown)];
}
var NAME = /^(.+)-([0-9a-f]{10})-([^-]+)\.zip$/s;
var byHash = (archives) => groupBy(archives, ({ hash }) => hash);
function archivesIn({ files }, { archives }) {
  const found = [...filesBelow(files.values(), new Set(archives.keys()))];
  const zips = found.filter(([folder, { path }]) => /\.zip$/i.test(path) && folderOf(path) === folder);
  return new Map(
    [...groupBy(zips, ([folder]) => folder)].map(([folder, each]) => [folder, each.map(([, file]) => file)])
  );
}
function entryOf(path, locked) {
  const [, slug = "", hash = ""] = NAME.exec(path.slice(path.lastIndexOf("/") + 1)) ?? [];
  const found = (locked.get(hash) ?? []).filter((each) => slug.startsWith(`${each.slug}-`));
  const isOne = new Set(found.map(({ name, version }) => `${name}@${version}`)).size === 1;
  return isOne ? found[0] : void 0;
}
var archiveOf = (files, { slug, hash }) => files.filter(({ path }) => {
  const [, start = "", digits] = NAME.exec(path.slice(path.lastIndexOf("/") + 1)) ?? [];
  return digits === hash && start.startsWith(`${slug}-`);
});
async function look(comparing, file) {
  const { states, locked, formerLocked, formerFiles, budget } = comparing;
  const entry = entryOf(file.path, locked);
  if (entry === void 0) return { file, reason: "no-entry" };
  if (file.mode !== "file") return { file, reason: "not-regular" };
  try {
    const bytes = await archiveBytes(budget, states.head.reader, file);
    const sum = sha512Of(bytes);
    const past = (formerLocked.get(entry.hash) ?? []).filter(({ slug }) => slug === entry.slug);
    if (past.some(({ checksum }) => checksum === sum)) return { observations: [] };
    const contents = contentsOf(bytes, entry.name);
    const digest = contentsDigest(contents);
    for (const old of archiveOf(formerFiles, entry)) {
      if (await digestOf(comparing, old, entry.name) === digest) return { observations: [] };
    }
    if (entry.origin === "registry") return { observations: [pending(file, entry, digest)] };
    if (entry.patched === void 0) return { file, reason: "no-tarball" };
    if (past.length > 0 && archiveOf(formerFiles, entry).length > 0) return { file, reason: "changed-alone" };
    return await patched(comparing, file, contents, entry);
  } catch (cause) {
    return { file, reason: reasonOf(cause) };
  }
}
function pending({ path }, { name, version }, contents) {
  const reason = "not-asked";
  return { code: "archive-unshown", path, line: 1, args: { package: name, release: version, contents, reason } };
}
async function digestOf({ states, budget }, file, name) {
  try {
    return contentsDigest(contentsOf(await archiveBytes(budget, states.base.reader, file), name));
  } catch (cause) {
    if (cause instanceof UnusualZip) return void 0;
    throw cause;
  }
}
async function patched({ states, budget, files }, file, contents, { name, patched: { from, patches } = { from: { slug: "", hash: "" }, patches: [] } }) {
  const [source, another] = archiveOf(files, from);
  if (source === void 0 || another !== void 0) return { file, reason: "no-original" };
  const original = contentsOf(await archiveBytes(budget, states.head.reader, source), name);
  const differing = differingPaths(original, contents);
  if (differing.length === 0) return { observations: [] };
  if (patches.length > 0) {
    const declared = await filesOfPatches(states.head, patches);
    if (!differing.every((path) => declared.has(path))) {
      return { file, reason: "outside-the-patch" };
    }
  }
  const shown4 = differing.slice(0, MAX_NAMED).join(", ");
  const args = { package: name, count: differing.length, shown: shown4 };
  return { observations: [{ code: "archive-patched", path: file.path, line: 1, args }] };
}
async function filesOfPatches({ files, reader }, patches) {
  const named2 = await Promise.all(
    patches.map(async (path) => {
      const file = files.get(path);
      if (file?.mode !== "file") return [];
      const text = new TextDecoder().decode(await reader.read(file));
      reader.forget(file);
      return [...text.matchAll(/^(?:--- a|\+\+\+ b)\/(.+?)\r?$/gm)].map(([, name = ""]) => name);
    })
  );
  return new Set(named2.flat());
}
var contentsOf = (bytes, name) => zipContents(bytes, `node_modules/${name}/`);
var LfsPointer = class extends Error {
};
async function archiveBytes(budget, reader, file) {
  const bytes = await budget.read(reader, file);
  if (isLfsPointer(bytes)) throw new LfsPointer();
  return bytes;
}
function reasonOf(cause) {
  if (cause instanceof UnusualZip) return `it ${cause.message}`;
  if (cause instanceof LfsPointer) return "lfs";
  if (cause instanceof BudgetSpent) return "budget";
  if (cause instanceof GateFailure && cause.code === "lockfile-too-large") return "too-large";
  throw cause;
}
async function isUnchanged({ base, head }, before, after, budget) {
  if (before.mode !== after.mode) return false;
  if (before.id !== void 0 && after.id !== void 0) return before.id === after.id;
  if (before.mode !== "file") return false;
  try {
    return areSameBytes(await budget.read(base.reader, before), await budget.read(head.reader, after));
  } catch (cause) {
    reasonOf(cause);
    return false;
  }
}
function folded(unshown) {
  const each = unshown.map(({ file: { path }, reason }) => {
    return { code: "archive-unshown", path, line: 1, args: { reason } };
  });
  return foldUnshown(each, (path, args, group) => {
    return { code: "archive-unshown", path, line: 1, args, otherFiles: group.map((one) => one.path) };
  });
}

// src/compare/committed/loaders.ts
async function loaderObservations(lockfiles2, { archives }, states) {
  const observations = [];
  for (const found of lockfiles2) {
    for (const { committed } of found.kind.reading?.managers ?? []) {
      if (committed.loaders === void 0) continue;
      const folders = [...archives].flatMap(
        ([folder, of]) => of.some((each) => each.found === found) ? [folder] : []
      );
      observations.push(...await ofLockfile(found, committed.loaders, folders, states));
    }
  }
  return observations;
}
async function ofLockfile({ folder, file }, loaders, archives, { base, head }) {
  const names = loaders.names.filter((name) => isTouched({ base, head }, join(folder, name)));
  if (names.length === 0) return [];
  const texts = async (state) => {
    const read = loaders.names.map(async (name) => [name, await textOf2(state, join(folder, name))]);
    return new Map((await Promise.all(read)).flatMap(([name, text]) => text === void 0 ? [] : [[name, text]]));
  };
  const [before, after] = [await texts(base), await texts(head)];
  const changed = names.filter((name) => before.get(name) !== after.get(name) || after.get(name) === void 0);
  if (changed.length === 0) return [];
  const release = await loaders.release(head.settings.in(folder));
  const program = release === void 0 ? void 0 : await textOf2(head, release);
  const lockfile = { path: file.path, text: await textOf2(head, file.path) ?? "" };
  const given = { base: before, head: after, lockfile, archives };
  const released = program === void 0 ? [] : embeddedTexts(program);
  const from = await loaders.published(head.settings.in(folder));
  return changed.flatMap((name) => {
    const fault = after.has(name) ? faultOf(() => loaders.fault({ ...given, name })) : { reason: "not-regular" };
    if (fault === void 0 || fault.program !== void 0 && released.includes(fault.program)) return [];
    const { reason, program: text } = fault;
    const asked = text === void 0 || from === void 0 ? {} : { package: from.name, release: from.version, program: sha512Of(new TextEncoder().encode(text)) };
    return [{ code: "loader-differs", path: join(folder, name), line: 1, args: { reason, ...asked } }];
  });
}
function isTouched({ base, head }, path) {
  const [before, after] = [base.files.get(path), head.files.get(path)];
  if (after === void 0) return false;
  return before === void 0 || before.mode !== after.mode || before.id === void 0 || before.id !== after.id;
}
function faultOf(ask) {
  try {
    return ask();
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return { reason: "no-lockfile" };
    throw cause;
  }
}

// src/compare/committed/patches.ts
var MAX_LINKS = 200;
var PATCH = /\.(?:patch|diff)$/i;
var MAX_NAMED2 = 5;
async function patchObservations(lockfiles2, states) {
  const paths = /* @__PURE__ */ new Set();
  const linked = await belowLinks(states.head);
  for (const found of lockfiles2) for (const path of await patchesOf(found, states.head, linked)) paths.add(path);
  const observations = [];
  for (const path of [...paths].sort()) {
    const [before, after] = [await fileBehind(states.base, path), await fileBehind(states.head, path)];
    if (after === void 0 || before?.id !== void 0 && before.id === after.id) continue;
    const old = before && await textOf2(states.base, before.path);
    const text = await textOf2(states.head, after.path);
    if (text !== void 0 && text === old) continue;
    const how = before === void 0 ? "added" : "changed";
    const args = { how, ...summaryOf(text ?? "") };
    const behind = after.path === path ? {} : { otherFiles: [after.path] };
    observations.push({ code: "patch-changed", path, line: 1, args, ...behind });
  }
  return observations;
}
async function fileBehind({ files, links }, path) {
  const own = files.get(path);
  if (own?.mode === "file") return own;
  const { to } = await links.follow(path);
  return to.kind === "file" ? to.file : own;
}
async function belowLinks({ listed: listed2, links }) {
  const all = [...listed2.values()].filter(({ mode }) => mode === "symlink").slice(0, MAX_LINKS);
  const ways = await Promise.all(all.map(async ({ path }) => ({ path, to: (await links.follow(path)).to })));
  return ways.flatMap(({ path, to }) => {
    if (to.kind !== "folder") return [];
    const prefix = prefixOf(to.path);
    const below = [...listed2.keys()].filter((each) => each.startsWith(prefix) && PATCH.test(each));
    return below.map((each) => prefixOf(path) + each.slice(prefix.length));
  });
}
async function patchesOf(found, state, linked) {
  const paths = [];
  const all = [...state.files.keys(), ...linked];
  for (const { committed } of found.kind.reading?.managers ?? []) {
    paths.push(...await committed.patches(state.settings.in(found.folder), all));
    if (committed.archives === void 0) continue;
    const locked = await lockedIn(state.reader, [{ found, read: committed.archives }]);
    paths.push(...locked.flatMap(({ patched: patched2 }) => patched2?.patches ?? []));
  }
  return paths;
}
function summaryOf(text) {
  const lines = text.split("\n");
  const names = lines.flatMap((line) => /^\+\+\+ (?:b\/)?([^\t\r]+)/.exec(line)?.[1] ?? []);
  const more = names.length - MAX_NAMED2;
  return {
    added: lines.filter((line) => /^\+(?!\+\+ )/.test(line)).length,
    removed: lines.filter((line) => /^-(?!-- )/.test(line)).length,
    shown: [...names.slice(0, MAX_NAMED2), ...more > 0 ? [`${more} more`] : []].join(", ")
  };
}

// src/compare/committed/stores.ts
async function storeObservations(places, states) {
  const known = new Map(
    [...filesBelow(states.base.files.values(), places.base.stores)].map(([, file]) => [file.path, file])
  );
  const changed = /* @__PURE__ */ new Map();
  for (const [folder, file] of filesBelow(states.head.files.values(), places.head.stores)) {
    const before = known.get(file.path);
    if (before === void 0 || !await isUnchanged2(states, before, file)) changed.set(file.path, [folder, file]);
  }
  for (const link of linksTo([...places.head.archives.keys(), ...places.head.stores], states.head.files)) {
    const before = states.base.files.get(link.path);
    if (before === void 0 || !await isUnchanged2(states, before, link)) changed.set(link.path, [link.path, link]);
  }
  return [...groupBy([...changed.values()], ([folder]) => folder)].map(([path, files]) => ({
    ...{ code: "store-changed", path, line: 1, args: { count: files.length } },
    otherFiles: files.map(([, file]) => file.path)
  }));
}
function linksTo(folders, files) {
  const above = folders.flatMap((folder) => [...foldersAbove(folder), folder]);
  const found = above.flatMap((path) => files.get(path) ?? []);
  return new Set(found.filter(({ mode }) => mode === "symlink" || mode === "gitlink"));
}
async function isUnchanged2({ base, head }, before, after) {
  if (after.mode === "folder") return before.mode === "folder" && before.id === after.id;
  const readers = { base: base.reader, head: head.reader };
  try {
    return await isSame(readers, before, after);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return false;
    throw cause;
  } finally {
    readers.base.forget(before);
    readers.head.forget(after);
  }
}

// src/compare/committed/index.ts
async function committedObservations(base, head, states) {
  const changed = [...states.head.files.values()].filter(
    (file) => !isKnownSame(states.base.files.get(file.path), file)
  );
  const names = changed.map(({ path }) => path.slice(path.lastIndexOf("/") + 1));
  if (names.every((name) => name === "package.json" || lockfileName(name) !== void 0)) return [];
  const places = {
    base: await placesOf(base.lockfiles.values(), states.base),
    head: await placesOf(head.lockfiles.values(), states.head)
  };
  return [
    ...await archiveObservations(places, states),
    ...await storeObservations(places, states),
    ...await loaderObservations(head.lockfiles.values(), places.head, states),
    ...await patchObservations(patching([...head.lockfiles.values()], changed, states), states)
  ];
}
var isKnownSame = (before, { mode, id }) => before !== void 0 && before.mode === mode && before.id !== void 0 && before.id === id;
function patching(lockfiles2, changed, { head }) {
  const isLink = ({ path, mode }) => mode === "symlink" && (PATCH.test(path) || !/\.[^/]*$/.test(path));
  if (changed.some(({ path }) => PATCH.test(path)) || [...head.listed.values()].some(isLink)) return lockfiles2;
  const folders = new Set(
    changed.flatMap(({ path }) => isSettingsName(path.slice(path.lastIndexOf("/") + 1)) ? [folderOf(path)] : [])
  );
  return lockfiles2.filter(({ folder }) => folders.has(folder));
}

// src/compare/agreement.ts
var import_satisfies = __toESM(require_satisfies(), 1);
var import_valid = __toESM(require_valid2(), 1);

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
function disagreements(lockfile, manifests2) {
  if (manifests2.size === 0) return [];
  const manager = managerOf(lockfile.format).lockfile;
  const tree = manager.treeOf(lockfile);
  const root = manifests2.get("");
  const isWorkspace = root === void 0 ? () => true : declaredWorkspaces(manager, root, manifests2);
  return tree.importers.flatMap((importer, node) => {
    const manifest = manifests2.get(importer.path);
    const strangers = importer.path === "" || isWorkspace(importer.path) ? [] : [notAWorkspace(lockfile, importer, root?.path ?? "")];
    if (manifest === void 0) return strangers;
    strangers.push(...publishedOtherwise(lockfile, importer, manifest));
    const mayDiffer = (name) => root?.resolutions.has(name) === true || importer.path !== "" && root?.overridden.has(name) !== false;
    const compared = compareImporter(lockfile, tree, node, manifest, mayDiffer);
    return [...strangers, ...lockfile.isRewritten === true ? compared.map(asDoubt) : compared];
  });
}
function asDoubt(observation) {
  return observation.code === "manifest-disagrees" ? { ...observation, code: "manifest-may-disagree" } : observation;
}
function declaredWorkspaces({ workspacesIn }, root, manifests2) {
  if (workspacesIn === "no manifest") return () => true;
  const declaring = workspacesIn === "every manifest" ? [...manifests2] : [["", root]];
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
  const recorded = importer.requires.filter(({ isElsewhere }) => isElsewhere !== true);
  const locked = groupBy(recorded, ({ name }) => name);
  return [.../* @__PURE__ */ new Set([...asked.keys(), ...locked.keys()])].flatMap((name) => {
    const given = { lockfile, tree, node, manifest, specs, name, locked: locked.get(name) ?? [] };
    const ways = readings?.(manifest, name, lockfile) ?? [];
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
  const { mayLockPeers, locksOptional, keepsWorkspaceSpecs } = managerOf(lockfile.format).lockfile;
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
    if (keepsWorkspaceSpecs && pinned?.source.kind === "workspace" && areOfWorkspaces(wanted, recorded)) return [];
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
function areOfWorkspaces(wanted, recorded) {
  return [...wanted, ...recorded].every(({ spec }) => /^workspace:/i.test(spec.trim())) && isAlike(wanted, recorded);
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

// src/compare/answers.ts
var import_satisfies2 = __toESM(require_satisfies(), 1);
var import_valid2 = __toESM(require_valid(), 1);
var import_valid3 = __toESM(require_valid2(), 1);
async function unmetRequirements(base, head, namesOverridden2) {
  const [before, after] = [base === void 0 ? none : unmetIn(base), unmetIn(head)];
  const added = (old, all) => {
    const known = new Set(old.map(({ fact }) => fact));
    return all.filter(({ fact }) => !known.has(fact));
  };
  const missing = added(before.missing, after.missing);
  const optional = added(before.missingOptional, after.missingOptional);
  const strays = added(before.outOfRange, after.outOfRange);
  const overridden = strays.length === 0 ? { has: () => false } : await namesOverridden2();
  const { path } = head.lockfile;
  return [
    ...bounded(
      oneEach(
        missing,
        ({ asked }) => `${asked.name}@${asked.spec}`,
        (first) => missingFrom(path, first)
      )
    ),
    ...optional.slice(0, 1).map(({ from }) => ({
      code: "missing-optional",
      path,
      line: from.line,
      args: { edges: optional.length }
    })),
    ...bounded(
      oneEach(
        strays.filter(({ asked }) => !overridden.has(asked.name)),
        ({ pinned }) => `${pinned.name}@${pinned.version}`,
        ({ pinned: { name, version, line }, from, asked }, places) => ({
          ...{ code: "out-of-range", path, line, name, version },
          args: { by: `${from.name}@${from.version}`, asked: asked.meant ?? asked.spec, places }
        })
      )
    )
  ];
}
var none = { missing: [], missingOptional: [], outOfRange: [] };
function missingFrom(path, { from, asked: { name, spec } }) {
  return {
    code: "missing-dependency",
    path,
    line: from.line,
    name,
    args: { asked: spec, by: `${from.name}@${from.version}` }
  };
}
function oneEach(edges, keyOf, say) {
  return [...groupBy(edges, keyOf).values()].flatMap(
    (same) => same.slice(0, 1).map((first) => say(first, same.length))
  );
}
function unmetIn({ lockfile: { format, packages }, graph: { tree } }) {
  const { reportsMissing } = managerOf(format).lockfile;
  const [missing, missingOptional, outOfRange] = [
    [],
    [],
    []
  ];
  for (const [at, from] of packages.entries()) {
    if (!isJudged(from)) continue;
    for (const asked of from.requires) {
      const to = tree.resolve(tree.nodeOf(at), asked.name);
      const pinned = tree.packageAt(to);
      const fact = JSON.stringify([from.name, asked.name]);
      const isLenient = asked.type === "optional" || asked.type === "peer";
      if (to === NOWHERE) {
        if (reportsMissing || asked.optionalPeer === true) continue;
        if (isLenient && isOfRegistry(asked.spec)) missingOptional.push({ fact, from, asked });
        else missing.push({ fact: JSON.stringify([fact, asked.spec]), from, asked });
      } else if (pinned !== void 0 && isOutside(asked, pinned)) {
        outOfRange.push({ fact: JSON.stringify([fact, asked.spec, pinned.name, pinned.version]), from, asked, pinned });
      }
    }
  }
  return { missing, missingOptional, outOfRange };
}
function isJudged({ place, source: { kind }, claims }) {
  const isOwn = kind === "workspace" || kind === "link" || kind === "portal";
  return place === void 0 && !isOwn && claims.inBundle !== true && claims.hasShrinkwrap !== true;
}
function isOutside({ type, spec, meant = spec, isOpen }, { version, source, claims }) {
  if (type === "peer" || isOpen === true || !isOfRegistry(meant)) return false;
  if (source.kind === "workspace" || source.workspace === true || claims.inBundle === true) return false;
  const range = (0, import_valid3.default)(aliasTarget(meant)?.spec ?? meant, true);
  if (range === null || range === "*" || (0, import_valid2.default)(version, true) === null) return false;
  return !(0, import_satisfies2.default)(version, range, { loose: true, includePrerelease: true });
}

// src/compare/overridden-names.ts
async function overriddenNames({ format, settings }, root, files) {
  const names = /* @__PURE__ */ new Set([...root?.overridden ?? [], ...root?.resolutions ?? []]);
  for (const key of settings?.overrides?.keys() ?? []) names.add(overrideTarget(key));
  let isOpen = false;
  try {
    const { npm: npm2 = {}, replacements, ofWorkspaces, unapplied } = await projectOverrides(format, files);
    for (const name of namesIn(npm2)) names.add(name);
    for (const { name } of [...replacements, ...ofWorkspaces]) names.add(name);
    for (const { name } of unapplied) {
      if (name === void 0) isOpen = true;
      else names.add(name);
    }
  } catch (cause) {
    if (!(cause instanceof GateFailure) || cause.code === "repository-unavailable") throw cause;
  }
  return { has: (name) => names.has(name), isOpen };
}
function namesIn(overrides) {
  return Object.entries(overrides).flatMap(([key, value]) => {
    const at = key.indexOf("@", 1);
    return [at < 0 ? key : key.slice(0, at), ...typeof value === "string" ? [] : namesIn(value)];
  });
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

// src/compare/linked-edges.ts
async function withLinkedEdges(changes, { lockfile }, names) {
  const isInQuestion = ({ kind, source }) => kind !== "removed" && source.kind === "registry";
  if (managerOf(lockfile.format).lockfile.repeatsRanges || !changes.some(isInQuestion)) return changes;
  const { isOpen, has } = await names();
  if (isOpen) return changes;
  const byKey2 = new Map(lockfile.packages.map((each) => [each.key, each]));
  const entries = groupBy(lockfile.packages, identityOf);
  return changes.map((change) => {
    if (!isInQuestion(change) || has(change.name)) return change;
    const edges = (entries.get(identityOf(change)) ?? []).flatMap((entry) => edgesOf(entry, byKey2, has));
    const distinct = new Map(edges.map((each) => [`${each.name}
${each.to}@${each.version}`, each]));
    return distinct.size === 0 ? change : { ...change, edges: [...distinct.values()] };
  });
}
function edgesOf({ requires }, byKey2, isNamed, peers = false) {
  return requires.flatMap(({ name, type, to = "" }) => {
    const found = byKey2.get(to);
    if (type === "peer" && !peers || isNamed(name) || found?.source.kind !== "registry") return [];
    return [{ name, to: found.name, version: found.version }];
  });
}
async function withoutRewritten(changes, base, head, names) {
  const isInQuestion = ({ kind, changed }) => kind === "updated" && changed.join() === "requirements";
  const { repeatsRanges } = managerOf(head.lockfile.format).lockfile;
  if (repeatsRanges || base === void 0 || !changes.some(isInQuestion)) return changes;
  const { has, isOpen } = await names();
  if (isOpen) return changes;
  const [before, after] = [edgesIn(base, has, true), edgesIn(head, has)];
  const gains = (change) => {
    const had = new Set(before(change));
    return after(change).some((edge) => !had.has(edge));
  };
  return changes.filter((change) => !isInQuestion(change) || !has(change.name) && gains(change));
}
function edgesIn({ lockfile: { packages } }, isNamed, peers = false) {
  const byKey2 = new Map(packages.map((each) => [each.key, each]));
  const entries = groupBy(packages, identityOf);
  return (change) => (entries.get(identityOf(change)) ?? []).flatMap(
    (entry) => edgesOf(entry, byKey2, isNamed, peers).map((each) => `${each.name}
${each.to}@${caretClass(each.version)}`)
  );
}

// src/compare/locked-tarballs.ts
function lockedTarballs({ lockfile }) {
  const home = folderOf(lockfile.path);
  return lockfile.packages.flatMap(({ source: { kind, outside, spec = "" } }) => {
    if (kind !== "file" || outside === true) return [];
    const file = /^file:/i.test(spec) ? spec : `file:${spec}`;
    return [{ path: normalise(join(home, follow(home, file.replace(/(?:#|::).*$/s, "")).path)), spec }];
  });
}
async function tarballObservations(lockfile, tarballs, changes, { base, head }) {
  const judged = new Set(changes.flatMap(({ source }) => source.kind === "file" ? [source.spec] : []));
  const observations = [];
  for (const path of new Set(tarballs.flatMap((each) => judged.has(each.spec) ? [] : [each.path]))) {
    const [before, after] = [base.files.get(path), head.files.get(path)];
    if (after === void 0) continue;
    const readers = { base: base.reader, head: head.reader };
    const isUnchanged5 = before !== void 0 && await isSame(readers, before, after).catch(unreadable);
    readers.base.forget(before);
    readers.head.forget(after);
    if (!isUnchanged5) observations.push({ code: "tarball-changed", path, line: 1, args: { lockfile } });
  }
  return observations;
}
function unreadable(cause) {
  if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return false;
  throw cause;
}

// src/compare/locked-folders.ts
function lockedFolders(opened) {
  const { lockfile } = opened;
  return lockfile.packages.flatMap((each) => {
    const folder = folderInRepository(lockfile.path, each.source);
    if (folder === void 0) return [];
    const answers = (requirement) => {
      const { graph } = opened;
      const pinned = graph.tree.packageAt(graph.tree.resolve(graph.nodeOf(each), requirement.name));
      const { installsDevOfFolders } = managerOf(lockfile.format).lockfile;
      const counts2 = requirement.type !== "dev" || installsDevOfFolders;
      return counts2 && pinned !== void 0 && isMet(requirement, pinned);
    };
    return [{ folder, answers }];
  });
}

// src/managers/own-build.ts
var BINDING_GYP = "binding.gyp";
var NODE_GYP = "node-gyp rebuild";
function isBuilt(manifest, heedsGypfile) {
  const scripts = objectOf(manifest.get("scripts"));
  const isOwn = (name) => typeof scripts.get(name) === "string" && scripts.get(name) !== "";
  return !isOwn("preinstall") && !isOwn("install") && !(heedsGypfile && manifest.get("gypfile") === false);
}

// src/compare/folder-scripts.ts
async function folderScriptsIn(lockfile, { settings, files }) {
  const manager = managerOf(lockfile.format);
  const { folderScripts } = manager.lockfile;
  const { builds } = manager.settings;
  const heedsGypfile = builds !== "nothing" && builds.heedsGypfile;
  const found = /* @__PURE__ */ new Map();
  for (const { key, source } of lockfile.packages) {
    const folder = folderInRepository(lockfile.path, source);
    const names = folder === void 0 ? [] : folderScripts(source);
    if (folder === void 0 || names.length === 0) continue;
    const manifest = await settings.at(folder, "package.json");
    const above = [...foldersAbove(folder), folder].some((each) => isLeaf(files.get(each)));
    if (above || manifest.state === "unreadable") {
      const unreadable3 = manifest.state === "unreadable" ? manifest.why : "not-regular";
      found.set(key, { path: join(folder, "package.json"), line: 1, scripts: { unreadable: unreadable3 } });
      continue;
    }
    if (manifest.state === "absent") continue;
    const root = objectOf(manifest.value.value);
    const written2 = objectOf(root.get("scripts"));
    const present = names.filter((name) => typeof written2.get(name) === "string" && written2.get(name) !== "");
    const scripts = Object.fromEntries(present.map((name) => [name, written2.get(name)]));
    if (isBuilt(root, heedsGypfile) && files.has(join(folder, BINDING_GYP))) scripts["implicit-gyp"] = NODE_GYP;
    if (Object.keys(scripts).length === 0) continue;
    const [first] = present;
    const line = first === void 0 ? 1 : manifest.value.line(written2.offsetOf(first));
    found.set(key, { path: manifest.path, line, scripts });
  }
  return found;
}
var isLeaf = (file) => file !== void 0 && file.mode !== "folder";

// src/compare/digest-of.ts
var digestOfText = (text) => bytesToHex(sha256(utf8ToBytes(text)));

// src/compare/changed-settings.ts
var MAX_NAMED3 = 8;
var MAX_KEY = 100;
var secret = /auth|password|token|username|email|otp|cert|key/i;
function wholeFile(text) {
  return { affects: "gate", key: WHOLE_FILE, value: text, line: 1 };
}
var codes = ["override-changed", "setting-changed", "manager-replaced", "setting-noted"];
var byAffects = (_, affects) => affects === "override" ? "override-changed" : affects === "gate" ? "setting-changed" : void 0;
function changedSettings(path, base, head, gradeOf2 = byAffects) {
  const graded = ["override", "gate"].flatMap((affects) => {
    const [before, after] = [byKey(base, affects), byKey(head, affects)];
    const differing = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter(
      (key) => valuesOf(before, key) !== valuesOf(after, key)
    );
    return differing.map((key) => ({ key, before, after, code: gradeOf2(key, affects) }));
  });
  return codes.flatMap((code) => {
    const said2 = graded.filter((each) => each.code === code);
    const lines = said2.flatMap(({ key, after }) => after.get(key)?.[0]?.line ?? []);
    const keysOf = (isOne) => said2.filter(isOne).map(({ key }) => key);
    const named2 = (how, keys) => keys.length === 0 ? {} : { [how]: listed(keys) };
    if (said2.length === 0) return [];
    const args = {
      ...code === "manager-replaced" && { why: "settings" },
      ...named2(
        "added",
        keysOf(({ key, before }) => !before.has(key))
      ),
      ...named2(
        "changed",
        keysOf(({ key, before, after }) => before.has(key) && after.has(key))
      ),
      ...named2(
        "removed",
        keysOf(({ key, after }) => !after.has(key))
      ),
      digest: digestOf2(said2)
    };
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
  const shown4 = keys.slice(0, MAX_NAMED3).map((key) => key.length > MAX_KEY ? `${key.slice(0, MAX_KEY)}\u2026` : key);
  const more = keys.length - shown4.length;
  return [...shown4, ...more > 0 ? [`${more} more`] : []].join(", ");
}
function digestOf2(said2) {
  const values = [...said2].sort((a, b) => compareText(a.key, b.key)).map(({ key, after }) => [key, secret.test(key) ? "" : valuesOf(after, key)]);
  return digestOfText(JSON.stringify(values));
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

// src/compare/replacing-workspaces.ts
function workspaceOf({ source: { kind, workspace, outside, spec = "" } }) {
  if (kind !== "workspace" && workspace !== true || outside === true) return void 0;
  const folder = normalise(spec.replace(/^(?:workspace|link|file|portal):/i, ""));
  return folder === "" ? void 0 : folder;
}
function replacingWorkspaces(base, head) {
  const before = base?.lockfile.packages ?? [];
  const published = new Set(before.flatMap(({ name, source }) => source.kind === "registry" ? name : []));
  const known = new Set(before.flatMap((each) => workspaceOf(each) === void 0 ? [] : each.name));
  const found = /* @__PURE__ */ new Map();
  for (const each of head.lockfile.packages) {
    const { name, line } = each;
    const workspace = workspaceOf(each);
    if (workspace === void 0 || !published.has(name) || known.has(name) || found.has(name)) continue;
    found.set(name, { code: "workspace-replaces", path: head.lockfile.path, line, name, args: { workspace } });
  }
  return bounded([...found.values()]);
}

// src/compare/compare-lockfile.ts
var nothing = { changes: [], observations: [], errors: [], importers: [], baseImporters: [], folders: [] };
async function compareLockfile(pair) {
  const { base, head, manifests: manifests2, readers, mode } = pair;
  let isUnchanged5 = false;
  try {
    refuseIrregular(head);
    isUnchanged5 = base?.path === head.path && await isSame(readers, base.file, head.file);
    const source = {
      of: (importer) => manifests2.ofHead(importer),
      settings: pair.states.head.settings.in(folderOf(head.path)),
      folders: manifests2.foldersOf("head")
    };
    const parsed = await open(head, pair.states.head, source, isUnchanged5 || await isFirst(pair));
    const opened = parsed.with(await folderScriptsIn(parsed.lockfile, pair.states.head));
    const before = isUnchanged5 ? opened : await openBase(pair);
    const outcome = await (isUnchanged5 && mode === "check" ? compareManifests(pair, opened) : compareContents(pair, before, opened));
    const isSettled = isUnchanged5 && outcome.changes.length === 0;
    const status = isSettled || mode === "audit" ? "unchanged" : base?.path === head.path ? "changed" : "added";
    const { path, format, formatVersion, importers } = opened.lockfile;
    const agreement = mode === "audit" ? agreed : await settingsAgreement(before?.lockfile, opened.lockfile, pair.states);
    const former = before && formerOf(before, opened);
    const old = isUnchanged5 && manifests2.hasLost() ? await openBase(pair) : before;
    return {
      summary: { path, format, formatVersion, status, packages: opened.packageCount, ...former && { former } },
      ...outcome,
      observations: [...outcome.observations, ...agreement.observations],
      errors: [...manifests2.errors, ...agreement.errors.filter((error) => !isAmong(error, manifests2.errors))],
      importers: importers.map((importer) => importer.path),
      baseImporters: old === void 0 ? [] : importerFolders(old.lockfile),
      folders: lockedFolders(opened),
      tarballs: lockedTarballs(opened),
      settings: { base: outcome.settings?.base ?? before?.settings ?? [], head: opened.settings }
    };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    const isFinding = head.kind.faultsAreFindings === true && cause.code.startsWith("lockfile-");
    const isSecond = isFinding && hasOthers(head.folder, head.kind, (path) => pair.states.head.files.has(path));
    const isOld = isUnchanged5 && mode === "check" && (isSecond || !await manifests2.isChanged(""));
    if (isOld) return nothing;
    if (isFinding) {
      const { line = 1 } = cause;
      const args = { program: head.kind.program };
      return { ...nothing, isTouched: true, observations: [{ code: "unsupported", path: head.path, line, args }] };
    }
    return { ...nothing, errors: [asGateError(cause)] };
  } finally {
    readers.head.forget(head.file);
    readers.base.forget(base?.file);
  }
}
function importerFolders({ path, importers }) {
  return importers.map((importer) => normalise(join(folderOf(path), importer.path)));
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
async function open(found, { reader, files }, manifests2, mayBeEmpty = false) {
  refuseIrregular(found);
  return openWithManifests(
    parseLockfile(found.path, await reader.read(found.file), mayBeEmpty, (path) => files.has(path)),
    manifests2
  );
}
async function isFirst({ base, head, readers, isKept }) {
  if ((await readers.head.read(head.file)).length > 0) return false;
  if (base === void 0 || isKept) return true;
  return base.file.mode === "file" && (await readers.base.read(base.file)).length === 0;
}
async function openBase({ base, manifests: manifests2, states }) {
  if (base === void 0) return void 0;
  try {
    const source = {
      of: (importer) => manifests2.ofBase(importer),
      settings: states.base.settings.in(folderOf(base.path)),
      folders: manifests2.foldersOf("base")
    };
    const opened = await open(base, states.base, source, true);
    return opened.with(await folderScriptsIn(opened.lockfile, states.base));
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return void 0;
    throw cause;
  }
}
async function compareManifests(pair, opened) {
  const changed = new Set(await changedManifests(pair, opened.lockfile.importers));
  const isSettled = changed.size === 0 && !await pair.manifests.isChanged("") && !await hasOtherSettings(pair, opened);
  const changes = await changesInFolders(pair, opened);
  if (isSettled) return { changes, observations: [] };
  const before = await openBase(pair) ?? opened;
  if (before.settings.length + opened.settings.length > 0) {
    return {
      ...await compareContents(pair, before, opened),
      settings: { base: before.settings, head: opened.settings }
    };
  }
  const { importers, observations } = opened.lockfile;
  for (const { path } of changedImporters(before.lockfile.importers, importers)) changed.add(path);
  return {
    changes,
    observations: [
      ...introduced(before.lockfile.observations, observations),
      ...replacingWorkspaces(before, opened),
      ...await manifestObservations(pair, before, opened, changed)
    ]
  };
}
async function changesInFolders({ states }, opened) {
  if (opened.scripts === void 0) return [];
  const { lockfile, isRootKnown } = opened;
  const before = new OpenLockfile(lockfile, isRootKnown, opened.settings, await folderScriptsIn(lockfile, states.base));
  return diffLockfiles(lockfile.path, before, opened);
}
var foldersUp = (folder) => [
  .../* @__PURE__ */ new Set([folder, ...foldersAbove(folder).toReversed(), ""])
];
async function hasOtherSettings({ base, head, readers, states }, { lockfile }) {
  const { files: names, readsAbove } = managerOf(lockfile.format).settings;
  const old = foldersUp(folderOf(base?.path ?? ""));
  const now = foldersUp(folderOf(head.path));
  const places = names.flatMap((name) => {
    const folders = readsAbove(name) ? Math.max(old.length, now.length) : 1;
    return Array.from({ length: folders }, (_, at) => ({ name, at }));
  });
  const differ = await Promise.all(
    places.map(async ({ name, at }) => {
      const [before, after] = [[states.base, old], [states.head, now]].map(
        ([{ files }, folders]) => folders[at] === void 0 ? void 0 : files.get(join(folders[at], name))
      );
      if (before === void 0 || after === void 0) return before !== after;
      return !await isSame(readers, before, after);
    })
  );
  return differ.includes(true);
}
async function compareContents(pair, base, head) {
  const { path, importers } = head.lockfile;
  const audit = pair.mode === "audit";
  const ofHead = () => namesOverridden(pair, head);
  const all = audit ? auditLockfile(head) : diffLockfiles(path, base, head);
  const kept = pair.isKept ? all.filter(({ kind }) => kind !== "removed") : all;
  const changes = audit ? kept : await withLinkedEdges(await unexplained(pair, base, head, kept), head, ofHead);
  const relevant = new Set(audit ? importers.map((each) => each.path) : await changedManifests(pair, importers));
  for (const { path: folder } of changedImporters(base?.lockfile.importers ?? [], importers)) relevant.add(folder);
  const asking = new Map(changes.map((change) => [change, change.kind === "removed" ? [] : head.askingFor(change)]));
  for (const { importer } of [...asking.values()].flat()) relevant.add(importer);
  const declared = await Promise.all(
    changes.map(async (change) => ({
      ...change,
      ...audit ? {} : requestsOf(change, head),
      manifests: await declarations(pair, asking.get(change) ?? [])
    }))
  );
  const lockfiles2 = [...base === void 0 ? [] : [base.lockfile], head.lockfile];
  return {
    changes: await withOwnNames(declared, lockfiles2, pair.manifests),
    bundles: bundlesOf(head, changes),
    observations: [
      ...introduced(base?.lockfile.observations ?? [], head.lockfile.observations),
      ...unreachable(base, head),
      ...replacingWorkspaces(base, head),
      ...await unmetRequirements(base, head, ofHead),
      ...await manifestObservations(pair, base, head, relevant)
    ]
  };
}
async function namesOverridden({ manifests: manifests2, states, head }, { lockfile }) {
  return overriddenNames(lockfile, await manifests2.ofHead(""), states.head.settings.in(folderOf(head.path)));
}
function unexplained(pair, base, head, changes) {
  return withoutRewritten(changes, base, head, async () => {
    const now = await namesOverridden(pair, head);
    const before = base && await namesOverriddenBefore(pair, base);
    return {
      has: (name) => now.has(name) || before?.has(name) === true,
      isOpen: now.isOpen || before?.isOpen === true
    };
  });
}
async function namesOverriddenBefore({ manifests: manifests2, states, base }, { lockfile }) {
  const folder = folderOf(base?.path ?? lockfile.path);
  return overriddenNames(lockfile, await manifests2.ofBase(""), states.base.settings.in(folder));
}
async function changedManifests({ manifests: manifests2 }, importers) {
  const changed = await Promise.all(importers.map(({ path }) => manifests2.isChanged(path)));
  return new Set(importers.flatMap(({ path }, at) => changed[at] === true ? path : []));
}
function changedImporters(base, head) {
  const before = new Map(base.map(({ path, requires }) => [path, JSON.stringify(requires)]));
  return head.filter(({ path, requires }) => before.get(path) !== JSON.stringify(requires));
}
async function declarations({ manifests: manifests2 }, asking) {
  const declared = await Promise.all(
    asking.map(async ({ importer, name }) => {
      const manifest = await manifests2.ofHead(importer);
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
    const manifests2 = await Promise.all(folders.map((folder) => of(folder)));
    return new Map(folders.flatMap((folder, at) => manifests2[at] === void 0 ? [] : [[folder, manifests2[at]]]));
  };
  const after = disagreements(head.lockfile, await read((folder) => pair.manifests.ofHead(folder)));
  if (after.length === 0 || base === void 0 || pair.mode === "audit") return after;
  return introduced(disagreements(base.lockfile, await read((folder) => pair.manifests.ofBaseInPlace(folder))), after);
}

// src/compare/discover.ts
var ofManagers = /* @__PURE__ */ new Set(["settings", "program", "modules"]);
function takeInventory({ files, listed: listed2 }, { isGated, isLeftOut, policyPaths }, named2) {
  const lockfiles2 = /* @__PURE__ */ new Map();
  const excluded = /* @__PURE__ */ new Map();
  const manifests2 = /* @__PURE__ */ new Map();
  const settings = /* @__PURE__ */ new Map();
  for (const file of files.values()) {
    const { path, mode, leadsTo } = file;
    if (path.startsWith("node_modules/") || path.includes("/node_modules/")) continue;
    const watched = watchedAs(file, policyPaths);
    if (watched !== void 0 && !(ofManagers.has(watched.what) && isLeftOut(folderOf(path)) && !named2.has(path))) {
      settings.set(path, file);
    }
    const kind = mode === "folder" ? void 0 : lockfileName(path);
    if (kind !== void 0) {
      const found = { path, folder: folderOf(path), kind, file };
      const isSeen = leadsTo !== void 0 && !listed2.has(path) && isGated(leadsTo.path);
      if (isGated(path) && !isSeen) lockfiles2.set(path, found);
      else if (isLeftOut(found.folder)) excluded.set(path, found);
    } else if (mode === "file" && (path === "package.json" || path.endsWith("/package.json"))) {
      manifests2.set(path, file);
    }
  }
  return { lockfiles: lockfiles2, excluded, manifests: manifests2, settings };
}
function emptyInventory() {
  const none3 = /* @__PURE__ */ new Map();
  return { lockfiles: none3, excluded: none3, manifests: none3, settings: none3 };
}

// src/compare/excluded-folders.ts
function excludedFolders(isExcluded) {
  const known = /* @__PURE__ */ new Map();
  return (folder) => {
    let answer = known.get(folder);
    if (answer === void 0) {
      answer = knownLockfileNames.every((name) => isExcluded(join(folder, name)));
      known.set(folder, answer);
    }
    return answer;
  };
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
  const gone2 = old.filter(({ path }) => !head.lockfiles.has(path));
  const rivals2 = current.filter((each) => each.kind.sharesFolders !== true);
  const arrived = rivals2.filter(({ path }) => !base.lockfiles.has(path));
  const manifest = join(folder, "package.json");
  const isLeft = head.manifests.has(manifest);
  if (base.manifests.has(manifest) && !isLeft) return [];
  return gone2.flatMap(({ path, kind }) => {
    if (current.some((each) => each.kind.program === kind.program)) return [];
    const [successor] = arrived;
    if (successor !== void 0) {
      const args = { from: kind.program, to: successor.kind.program, former: path };
      return [{ code: "moved-manager", path: successor.path, line: 1, args, otherFiles: [path] }];
    }
    const isPinned2 = rivals2.some((each) => each.kind.reading !== void 0);
    return isPinned2 || !isLeft && succeeded.has(path) ? [] : [{ code: "deleted", path, line: 1, args: {} }];
  });
}
function moveObservations(formers) {
  return [...formers].flatMap(
    ([path, former]) => folderOf(path) === former.folder ? [] : [{ code: "moved-folder", path, line: 1, args: { former: former.path }, otherFiles: [former.path] }]
  );
}

// src/compare/linked-folders.ts
var MAX_UNTOUCHED = 64;
async function enterLinkedFolders(states, isLeftOut) {
  const { base, head } = states;
  const linksOf = ({ listed: listed2, files }) => [...listed2.values()].filter(
    ({ path, mode }) => mode === "symlink" && files.get(path)?.leadsTo === void 0 && !isLeftOut(folderOf(path))
  );
  const enter = async (state, other) => {
    const links = await Promise.all(
      linksOf(state).map(async (link) => ({ link, isSame: await isSameLink(link, state, other) }))
    );
    const touched = other.listed.size === 0 ? [] : links.filter(({ isSame: isSame2 }) => !isSame2);
    const rest = links.filter((link) => !touched.includes(link));
    const untouched = [...rest.filter(isBare), ...rest.filter((each) => !isBare(each))].slice(0, MAX_UNTOUCHED);
    await state.enter([...touched, ...untouched].map(({ link }) => link.path));
  };
  await enter(base, head);
  await enter(head, base);
}
var isBare = ({ link: { path } }) => !/\.[^/]*$/.test(path);
async function isSameLink({ path, id }, state, other) {
  const there = other.listed.get(path);
  if (there?.mode !== "symlink") return false;
  if (id !== void 0 && there.id !== void 0 && id.length === there.id.length) return id === there.id;
  const [one, another] = await Promise.all([state.links.targetOf(path), other.links.targetOf(path)]);
  return one !== void 0 && one === another;
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
  /** Whether a folder in which the base had a manifest has none in the head. */
  hasLost() {
    const kept = new Set(this.foldersOf("head"));
    return this.foldersOf("base").some((folder) => !kept.has(folder));
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

// src/managers/named-paths.ts
var LONGEST = 4096;
var MAX_TEXTS = 2e4;
function pathsNamedIn(file) {
  if (file.state === "absent" || file.path.endsWith("package.json")) return [];
  const folder = folderOf(file.path);
  const values = file.state === "read" ? textsOf([file.value]) : [];
  const words = [...values, file.text ?? ""].flatMap((text) => text.split(/[\s=,;:"'[\]{}()]+/));
  const named2 = [.../* @__PURE__ */ new Set([...values.map((value) => value.trim()), ...words])].filter((text) => text !== "" && text.length <= LONGEST).slice(0, MAX_TEXTS).map((text) => follow(folder, text)).flatMap(({ path, outside }) => outside ? [] : [normalise(join(folder, path))]);
  return [...new Set(named2)];
}
function textsOf(values) {
  return values.flatMap((value) => {
    if (typeof value === "string") return [value];
    if (value instanceof JsonObject) return textsOf(value.values);
    if (Array.isArray(value)) return textsOf(value);
    return typeof value === "object" && value !== null ? textsOf(Object.values(value)) : [];
  });
}

// src/compare/named-files.ts
async function namedWhereAsked({ base, head }, { isGated, isLeftOut }) {
  const isAsked = [...head.listed.values(), ...base.listed.values()].some(
    ({ path, mode }) => mode === "symlink" || mode === "gitlink" || path.toLowerCase().endsWith(".gitattributes") || isRead(path) && isLeftOut(folderOf(path))
  );
  if (!isAsked) return /* @__PURE__ */ new Set();
  const named2 = await Promise.all([namedFiles(base, isGated), namedFiles(head, isGated)]);
  return new Set(named2.flatMap((paths) => [...paths]));
}
async function namedFiles(state, isGated) {
  const { files, listed: listed2, settings } = state;
  const isSubmodule = (path) => listed2.get(path)?.mode === "gitlink";
  const folders = /* @__PURE__ */ new Set([""]);
  for (const path of files.keys()) {
    if (lockfileName(path) === void 0 || !isGated(path)) continue;
    for (const folder of [folderOf(path), ...foldersAbove(folderOf(path))]) folders.add(folder);
  }
  const named2 = /* @__PURE__ */ new Set();
  let open2 = [...files.keys()].filter((path) => isSettingsName(nameOf(path)) && folders.has(folderOf(path)));
  const seen = new Set(open2);
  while (open2.length > 0) {
    const paths = await Promise.all(
      open2.map(async (path) => {
        const name = nameOf(path);
        return isSettingsName(name) && name !== "package.json" ? pathsNamedIn(await settings.at(folderOf(path), name)) : [];
      })
    );
    const all = [...new Set(paths.flat())];
    for (const path of all) if (foldersAbove(path).some((folder) => isSubmodule(folder))) named2.add(path);
    open2 = all.filter((path) => files.has(path) && !seen.has(path));
    for (const path of open2) {
      named2.add(path);
      seen.add(path);
    }
  }
  return named2;
}
var nameOf = (path) => path.slice(path.lastIndexOf("/") + 1);

// src/compare/own-builds.ts
async function unlistedWorkspaces({ summary }, { settings }, manifests2) {
  if (summary === void 0) return [];
  const own = settings.in(folderOf(summary.path));
  const found = [];
  for (const files of [own, ...own.above()]) {
    const globs = await managerOf(summary.format).settings.workspaces(files);
    const path = files.pathOf("package.json");
    const prefix = prefixOf(folderOf(path));
    const below = globs.length === 0 ? [] : manifests2.map(folderOf).filter((folder) => folder.startsWith(prefix));
    found.push(...matched(globs, path, below, prefix.length));
  }
  return found;
}
function matched(globs, path, folders, from) {
  try {
    const matches = workspaceMatcher(globs, path, { mayMatch: true, negates: true });
    return folders.filter((folder) => matches(folder.slice(from)));
  } catch (cause) {
    if (cause instanceof GateFailure) return folders;
    throw cause;
  }
}
async function hookFolders(outcomes, head, manifests2) {
  const folders = /* @__PURE__ */ new Set();
  const built = /* @__PURE__ */ new Map();
  for (const outcome of outcomes) {
    const { summary, importers } = outcome;
    if (summary === void 0) continue;
    const root = folderOf(summary.path);
    const listed2 = importers.map((importer) => normalise(join(root, importer)));
    const own = [...listed2, ...await unlistedWorkspaces(outcome, head, manifests2)];
    for (const folder of own) folders.add(folder);
    const { builds } = managerOf(summary.format).settings;
    if (builds === "nothing") continue;
    for (const folder of builds.of === "the root" ? [root] : own) {
      const { heedsGypfile } = builds;
      built.set(folder, { heedsGypfile: heedsGypfile && built.get(folder)?.heedsGypfile !== false });
    }
  }
  return { folders: [...folders], builds: built };
}
async function ownBuild({ settings, files }, folder, builds) {
  const built = builds.get(folder);
  if (built === void 0 || !files.has(join(folder, BINDING_GYP))) return void 0;
  const manifest = await settings.at(folder, "package.json");
  if (manifest.state !== "read" || !isBuilt(objectOf(manifest.value.value), built.heedsGypfile)) return void 0;
  return { affects: "hook", key: BINDING_GYP, value: NODE_GYP, line: 1 };
}

// src/text/wildmatch.ts
var SLASH = 47;
var notSlash = (byte) => byte !== SLASH;
var anyByte = () => true;
function compileWildmatch(pattern, { ignoresCase }) {
  const fold = (text) => ignoresCase ? text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()) : text;
  const [plain2] = /^[^*?[\\]*/.exec(pattern);
  const tokens = tokenise(pattern.slice(plain2.length), ignoresCase);
  if (tokens === void 0) return () => false;
  return (text) => fold(text).startsWith(fold(plain2)) && runs(tokens, fold(text.slice(plain2.length)));
}
function runs(tokens, text) {
  let places = reach(tokens, /* @__PURE__ */ new Set([0]));
  for (let at = 0; at < text.length && places.size > 0; at += 1) {
    const byte = text.charCodeAt(at);
    const next = /* @__PURE__ */ new Set();
    for (const place of places) {
      const token = tokens[place];
      if (token === void 0 || token.kind === "optional" || !token.takes(byte)) continue;
      next.add(token.kind === "run" ? place : place + 1);
    }
    places = reach(tokens, next);
  }
  return places.has(tokens.length);
}
function reach(tokens, places) {
  for (const place of places) {
    const token = tokens[place];
    if (token?.kind === "run" || token?.kind === "optional") places.add(place + 1);
    if (token?.kind === "optional") places.add(place + token.skip);
  }
  return places;
}
function tokenise(pattern, ignoresCase) {
  const tokens = [];
  for (let at = 0; at < pattern.length; ) {
    const character = pattern.charAt(at);
    if (character === "*") {
      const [stars] = /^\*+/.exec(pattern.slice(at));
      const end = at + stars.length;
      const isWhole = (at === 0 || pattern[at - 1] === "/") && /^(?:$|\\?\/)/.test(pattern.slice(end));
      const isDeep = stars.length > 1 && isWhole;
      if (isDeep && pattern[end] === "/") tokens.push({ kind: "optional", skip: 3 });
      tokens.push({ kind: "run", takes: isDeep ? anyByte : notSlash });
      at = end;
    } else if (character === "?") {
      tokens.push({ kind: "one", takes: notSlash });
      at += 1;
    } else if (character === "[") {
      const found = classAt(pattern, at + 1, ignoresCase);
      if (found === void 0) return void 0;
      tokens.push({ kind: "one", takes: found.takes });
      at = found.end;
    } else {
      if (character === "\\") at += 1;
      if (at === pattern.length) return void 0;
      const literal = pattern.charAt(at);
      const byte = (ignoresCase && /[A-Z]/.test(literal) ? literal.toLowerCase() : literal).charCodeAt(0);
      tokens.push({ kind: "one", takes: (given) => given === byte });
      at += 1;
    }
  }
  return tokens;
}
var named = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: new RegExp("[\\u0000-\\u001f\\u007f]"),
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t\n\v\f\r]/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/
};
function classAt(pattern, start, ignoresCase) {
  const isNegated = /[!^]/.test(pattern.charAt(start));
  const parts = [];
  let at = isNegated ? start + 1 : start;
  let previous;
  for (let isFirst2 = true; isFirst2 || pattern[at] !== "]"; isFirst2 = false) {
    const rest = pattern.slice(at);
    if (rest === "") return void 0;
    const name = /^\[:([^\]]*?):\]/.exec(rest);
    if (name !== null) {
      const matcher = Object.hasOwn(named, name[1]) ? named[name[1]] : void 0;
      if (matcher === void 0) return void 0;
      const isUpper = name[1] === "upper" && ignoresCase;
      parts.push(
        (byte) => matcher.test(String.fromCharCode(byte)) || isUpper && /[a-z]/.test(String.fromCharCode(byte))
      );
      previous = void 0;
      at += name[0].length;
    } else if (rest.startsWith("-") && previous !== void 0 && rest.length > 1 && rest[1] !== "]") {
      const isEscaped = rest[1] === "\\";
      const [low, high] = [previous, rest.charCodeAt(isEscaped ? 2 : 1)];
      if (Number.isNaN(high)) return void 0;
      parts.push((byte) => byte >= low && byte <= high);
      previous = void 0;
      at += isEscaped ? 3 : 2;
    } else {
      const isEscaped = rest.startsWith("\\");
      const byte = rest.charCodeAt(isEscaped ? 1 : 0);
      if (Number.isNaN(byte)) return void 0;
      parts.push((given) => given === byte);
      previous = byte;
      at += isEscaped ? 2 : 1;
    }
  }
  const isIn = (byte) => parts.some((part) => part(byte));
  const upper = (byte) => byte >= 97 && byte <= 122 ? byte - 32 : byte;
  const takes = (byte) => byte !== SLASH && (isIn(byte) || ignoresCase && isIn(upper(byte))) !== isNegated;
  return { takes, end: at + 1 };
}

// src/repository/git-attributes.ts
var LONGEST2 = 2048;
function readAttributes(files) {
  const lines = [...files].sort((a, b) => a.path.split("/").length - b.path.split("/").length || (a.path < b.path ? -1 : 1)).flatMap(linesOf);
  const strict = lines.filter(({ isDoubtful }) => !isDoubtful);
  const readings = (strict.length === lines.length ? [lines] : [strict, lines]).map((some) => ({
    lines: some.filter(({ macro }) => macro === void 0),
    macros: new Map([
      ["binary", binary],
      ...some.flatMap(({ macro, given }) => macro === void 0 ? [] : [[macro, given]])
    ])
  }));
  const found = ({ lines: some, macros }, path, ignoresCase) => {
    const states = /* @__PURE__ */ new Map();
    const fill = (given, by) => {
      for (const [name, state] of given.toReversed()) {
        if (states.has(name)) continue;
        states.set(name, { state, by });
        const macro = state === true ? macros.get(name) : void 0;
        if (macro !== void 0) fill(macro, by);
      }
    };
    for (const line of some.toReversed()) if (line.matches(path, ignoresCase)) fill(line.given, line);
    return states;
  };
  return {
    stateOf: (path, attribute) => readings.slice(0, 1).map((each) => found(each, path, false).get(attribute)?.state)[0] ?? void 0,
    rewritingOf: (path) => {
      if (lines.length === 0) return [];
      const all = readings.flatMap((each) => [false, true].map((ignoresCase) => found(each, path, ignoresCase)));
      return rewriting.flatMap(([attribute, value]) => {
        const [first] = all.flatMap((states) => {
          const state = states.get(attribute);
          const text = state === void 0 ? void 0 : value(state.state);
          return state === void 0 || text === void 0 ? [] : [{ value: text, by: state.by }];
        });
        return first === void 0 ? [] : [{ attribute, value: first.value, file: first.by.file, line: first.by.line }];
      });
    }
  };
}
var binary = [
  ["diff", false],
  ["merge", false],
  ["text", false]
];
var rewriting = [
  ["ident", (state) => state === true ? "" : void 0],
  // Of archives alone, which some jobs take in place of a clone; a placeholder of the message may hold whole lines.
  ["export-subst", (state) => state === true ? "" : void 0],
  ["filter", (state) => typeof state === "string" ? state : void 0],
  [
    "working-tree-encoding",
    (state) => typeof state === "string" && state !== "" && !/^utf-?8$/i.test(state) ? state : void 0
  ]
];
function linesOf({ path, bytes }) {
  const text = Buffer.from(bytes).toString("latin1").replace(/^\xEF\xBB\xBF/, "");
  let isCut = false;
  return text.split("\n").flatMap((raw, at) => {
    const isDoubtful = isCut || raw.length >= LONGEST2;
    const nul = raw.indexOf("\0");
    isCut ||= nul >= 0;
    const parsed = parseLine(nul < 0 ? raw : raw.slice(0, nul), path);
    return parsed === void 0 ? [] : [{ ...parsed, file: path, line: at + 1, isDoubtful }];
  });
}
function parseLine(raw, path) {
  const content = raw.replace(/^[ \t\r]+/, "");
  if (content === "" || content.startsWith("#")) return void 0;
  const quoted2 = content.startsWith('"') ? unquoted(content) : void 0;
  const [plain2] = /^[^ \t\r]*/.exec(content);
  const { text, rest } = quoted2 ?? { text: plain2, rest: content.slice(plain2.length) };
  const folder = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
  const isMacro = text.startsWith("[attr]") && text.length > "[attr]".length;
  const given = statesOf(rest);
  if (given === void 0) return void 0;
  if (isMacro) {
    const macro = text.slice("[attr]".length);
    return folder !== "" || !isName(macro) ? void 0 : { given, macro, matches: () => false };
  }
  return text.startsWith("!") ? void 0 : { given, matches: matcherOf(text, folder) };
}
var isName = (text) => /^[A-Za-z0-9_.][-A-Za-z0-9_.]*$/.test(text);
function statesOf(text) {
  const states = text.split(/[ \t\r]+/).flatMap((word) => {
    if (word === "") return [];
    const [, sign, name = "", value] = /^([-!]?)([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (!isName(name)) return [void 0];
    return [[name, sign === "-" ? false : sign === "!" ? null : value ?? true]];
  });
  return states.every((state) => state !== void 0) ? states : void 0;
}
function matcherOf(pattern, folder) {
  if (pattern.endsWith("/")) return () => false;
  const isPath = pattern.includes("/");
  const bare = pattern.startsWith("/") ? pattern.slice(1) : pattern;
  const compiled = [false, true].map((ignoresCase) => compileWildmatch(bare, { ignoresCase }));
  const prefix = bytesOf(prefixOf(folder));
  return (path, ignoresCase) => {
    const bytes = bytesOf(path);
    const [given, own] = ignoresCase ? [bytes.toLowerCase(), prefix.toLowerCase()] : [bytes, prefix];
    if (!given.startsWith(own)) return false;
    const below = bytes.slice(prefix.length);
    const matches = compiled[ignoresCase ? 1 : 0];
    return matches(isPath ? below : below.slice(below.lastIndexOf("/") + 1));
  };
}
var bytesOf = (path) => encodePath(path).toString("latin1");
var escapes = {
  ...{ a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "	", v: "\v" },
  ...{ "\\": "\\", '"': '"' }
};
function unquoted(text) {
  let read = "";
  for (let at = 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') return { text: read, rest: text.slice(at + 1) };
    if (character !== "\\") {
      read += character;
      continue;
    }
    const octal = /^[0-3][0-7]{2}/.exec(text.slice(at + 1))?.[0];
    const escape = escapes[text.charAt(at + 1)];
    if (octal === void 0 && escape === void 0) return void 0;
    read += octal === void 0 ? escape ?? "" : String.fromCharCode(Number.parseInt(octal, 8));
    at += octal?.length ?? 1;
  }
  return void 0;
}

// src/compare/same-file.ts
async function isSameFile({ base, head }, before, after) {
  try {
    return await isSame({ base: base.reader, head: head.reader }, before, after);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return false;
    throw cause;
  } finally {
    base.reader.forget(before);
    head.reader.forget(after);
  }
}

// src/compare/checkout.ts
var MAX_BYTES2 = 1024 * 1024;
var UNREAD = "* filter=unread";
async function checkoutObservations(states, watched, lockfiles2) {
  const files = [...watched].sort(compareText).flatMap((path) => {
    const file = states.head.files.get(path);
    return file?.mode === "file" ? [{ path, file }] : [];
  });
  return [
    ...await rewritten(states, files, lockfiles2),
    ...await pointers(states, files, (path) => lockfiles2.has(path))
  ];
}
var placeOf = ({ path, leadsTo }) => leadsTo?.path ?? path;
async function rewritten(states, files, lockfiles2) {
  const { base, head } = states;
  const places = files.flatMap(({ path, file }) => [
    placeOf(file),
    ...[base.files.get(path)].flatMap((old) => old === void 0 ? [] : placeOf(old))
  ]);
  const before = await attributesOf(base, places);
  const after = await attributesOf(head, places);
  const found = [];
  for (const { path, file } of files) {
    const given = after.rewritingOf(placeOf(file));
    const isPlain = given.some(({ attribute }) => attribute === "export-subst") && !await hasPlaceholder(head, file);
    const now = isPlain ? given.filter(({ attribute }) => attribute !== "export-subst") : given;
    if (now.length === 0) continue;
    const old = base.files.get(path);
    const had = old?.mode === "file" ? before.rewritingOf(placeOf(old)) : [];
    const isUntouched2 = old !== void 0 && placeOf(old) === placeOf(file) && await isSameFile(states, old, file);
    for (const each of now) {
      const wasThere = had.some(({ attribute, value }) => attribute === each.attribute && value === each.value);
      found.push({ ...each, path, isOld: isUntouched2 && wasThere });
    }
  }
  const lineEnds = [];
  for (const { path, file } of files) {
    const { needsLineFeeds } = lockfiles2.get(path)?.kind ?? {};
    if (needsLineFeeds === void 0 || !endsInCrlf(after, placeOf(file))) continue;
    const old = base.files.get(path);
    const isOld = old !== void 0 && endsInCrlf(before, placeOf(old)) && await isSameFile(states, old, file);
    const text = new TextDecoder().decode(await bytesOf2(head, file, MAX_BYTES));
    if (!isOld && needsLineFeeds(text)) lineEnds.push({ code: "line-ends", path, line: 1, args: {} });
    head.reader.forget(file);
  }
  const fresh = groupBy(
    found.filter(({ isOld }) => !isOld),
    ({ file, attribute }) => `${file}
${attribute}`
  );
  const [known] = found.filter(({ isOld }) => isOld);
  const count = new Set(found.filter(({ isOld }) => isOld).map(({ path }) => path)).size;
  return [
    ...lineEnds,
    ...[...fresh.values()].flatMap((same) => same.slice(0, 1).map((first) => observationOf(first, same))),
    ...known === void 0 ? [] : [
      {
        ...{ code: "rewritten-before", path: known.file, line: known.line },
        args: { attribute: known.attribute, file: known.path, more: count - 1 }
      }
    ]
  ];
}
async function hasPlaceholder(state, file) {
  const text = new TextDecoder("latin1").decode(await bytesOf2(state, file, MAX_BYTES));
  state.reader.forget(file);
  return text.includes("$Format:") || text === UNREAD;
}
var endsInCrlf = (attributes, path) => attributes.stateOf(path, "eol") === "crlf" && attributes.stateOf(path, "text") !== false;
function observationOf({ attribute, value, file, line, path }, same) {
  return {
    ...{ code: "rewritten-on-checkout", path: file, line },
    args: { attribute: value === "" ? attribute : `${attribute}=${value}`, file: path, more: same.length - 1 },
    otherFiles: same.map((each) => each.path)
  };
}
async function attributesOf(state, paths) {
  const above = paths.flatMap((path) => [folderOf(path), ...foldersAbove(folderOf(path))]);
  const folders = new Set(["", ...above].map((each) => each.toLowerCase()));
  const found = [...state.listed.values()].filter(
    ({ path }) => /(?:^|\/)\.gitattributes$/i.test(path) && folders.has(folderOf(path).toLowerCase())
  );
  const read = await Promise.all(found.map((file) => attributesFile(state, file)));
  return readAttributes(read.flat());
}
async function attributesFile(state, file) {
  const { path } = file;
  if (file.mode === "symlink") {
    const target = await state.links.targetOf(path);
    const { to } = await state.links.follow(path);
    const own = target === void 0 ? [] : [{ path, bytes: encodePath(target) }];
    return to.kind === "file" ? [...own, { path, bytes: await bytesOf2(state, to.file) }] : own;
  }
  return file.mode === "file" ? [{ path, bytes: await bytesOf2(state, file) }] : [];
}
async function bytesOf2(state, file, limit = MAX_BYTES2) {
  const unread = new TextEncoder().encode(UNREAD);
  if ((file.size ?? 0) > limit) return unread;
  try {
    const bytes = await state.reader.read(file);
    return bytes.length > limit ? unread : bytes;
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return unread;
    throw cause;
  }
}
async function pointers(states, files, isLockfile) {
  const found = [];
  for (const { path, file } of files) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const old = states.base.files.get(path);
    const isKnown2 = old?.id !== void 0 && old.id === file.id && old.mode === file.mode;
    if (isKnown2 || isLockfile(path) || !isSettingsName(name) || (file.size ?? 0) > LONGEST_POINTER) continue;
    const read = await states.head.settings.at(folderOf(path), name);
    if (read.state === "absent" || !isLfsPointer(new TextEncoder().encode(read.text ?? ""))) continue;
    const isOld = old !== void 0 && await isSameFile(states, old, file);
    if (!isOld) found.push({ code: "lfs-pointer", path, line: 1, args: {} });
  }
  return found;
}

// src/compare/links.ts
var nameOf2 = (path) => path.slice(path.lastIndexOf("/") + 1);
async function linkObservations(states, watched, isLeftOut) {
  const { base, head } = states;
  const found = /* @__PURE__ */ new Map();
  const report = (observation) => {
    const { code, path } = observation;
    const known = found.get(path);
    if (known === void 0 || known.code === "link-followed" && code !== "link-followed") {
      found.set(path, observation);
    }
  };
  for (const path of [...watched].sort(compareText)) {
    if (head.listed.get(path)?.mode === "file") continue;
    const way = await head.links.follow(path);
    for (const link of way.links) {
      const file = head.listed.get(link);
      if (file !== void 0 && !await isSameLink(file, head, base)) report(linkObservation(path, link, way));
    }
    if (way.to.kind === "submodule" && isChangedSubmodule(way.to.path, states)) {
      report({ code: "submodule-read", path: way.to.path, line: 1, args: { file: path } });
    }
  }
  for (const file of head.listed.values()) {
    const { path, mode } = file;
    if (mode !== "symlink" && mode !== "gitlink") continue;
    if (!/^node_modules$/i.test(nameOf2(path)) || isLeftOut(folderOf(path))) continue;
    const isSame2 = mode === "symlink" ? await isSameLink(file, head, base) : !isChangedSubmodule(path, states);
    if (!isSame2) report({ code: "not-regular", path, line: 1, args: { what: mode, file: path } });
    else if (mode === "symlink" && await leadsToChange(path, states)) {
      report({ code: "modules-committed", path, line: 1, args: {} });
    }
  }
  return [...found.values()];
}
async function leadsToChange(link, { base, head }) {
  const { to } = await head.links.follow(link);
  if (to.kind !== "folder") return false;
  const below = ({ listed: listed2 }) => [...listed2.values()].filter(({ path }) => path.startsWith(prefixOf(to.path)));
  const [before, after] = [below(base), below(head)];
  if (before.length !== after.length) return true;
  for (const file of after) {
    const old = base.listed.get(file.path);
    if (old === void 0) return true;
    if (file.mode === "symlink" && old.mode === "symlink") {
      if (!await isSameLink(file, head, base)) return true;
    } else if (!await isSameFile({ base, head }, old, file)) return true;
  }
  return false;
}
function linkObservation(path, link, { to }) {
  const target = to.kind === "file" ? to.file.path : void 0;
  if (target === void 0 || nameOf2(target) !== nameOf2(path)) {
    const args = { what: "symlink", file: path, ...target !== void 0 && { target } };
    return {
      code: "not-regular",
      path: link,
      line: 1,
      args,
      otherFiles: [path, ...target === void 0 ? [] : [target]]
    };
  }
  return { code: "link-followed", path: link, line: 1, args: { file: path, target }, otherFiles: [path, target] };
}
function isChangedSubmodule(path, { base, head }) {
  const [before, after] = [base.listed.get(path), head.listed.get(path)];
  return after?.mode === "gitlink" && (before?.mode !== "gitlink" || before.id !== after.id);
}
function submoduleObservations(states, reported) {
  const known = new Set(reported.map(({ path }) => path));
  return [...states.head.listed.values()].filter(({ path }) => isChangedSubmodule(path, states) && !known.has(path)).map(({ path }) => ({ code: "submodule-changed", path, line: 1, args: {} }));
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
var readable = ({ lockfiles: lockfiles2 }) => [...lockfiles2.values()].filter(({ kind }) => kind.reading !== void 0);
function sibling(found, siblings, { head, isJudgedAlike }) {
  const rank = ({ path, kind }) => (head.lockfiles.has(path) ? 2 : 0) + (kind === found.kind ? 0 : 1);
  return siblings.filter(({ path }) => isJudgedAlike(path, found.path)).sort((a, b) => rank(a) - rank(b))[0];
}
async function moved(arrived, departed2, { states }) {
  const [old, current] = await Promise.all([byName(departed2, states.base), byName(arrived, states.head)]);
  const named2 = [...current].flatMap(([name, found]) => {
    const [one2, another2] = found;
    const [former2, rival2] = old.get(name) ?? [];
    const isOnly = another2 === void 0 && rival2 === void 0;
    return isOnly && one2 !== void 0 && former2 !== void 0 ? [[one2, former2]] : [];
  });
  const taken = new Set(named2.flat());
  const [one, another] = arrived.filter((each) => !taken.has(each));
  const [former, rival] = departed2.filter((each) => !taken.has(each));
  if (one === void 0 || former === void 0 || another !== void 0 || rival !== void 0) return named2;
  const [now, then] = await Promise.all([lockedBy(one, states.head.reader), lockedBy(former, states.base.reader)]);
  const common = [...now].filter((each) => then.has(each)).length;
  return common > now.size / 2 ? [...named2, [one, former]] : named2;
}
async function byName(lockfiles2, { settings }) {
  const named2 = await Promise.all(
    lockfiles2.map(async (found) => {
      const name = await orElse(
        async () => manifestIn(await settings.at(found.folder, "package.json"))?.name,
        void 0
      );
      return name === void 0 ? [] : [{ name, found }];
    })
  );
  const groups = groupBy(named2.flat(), ({ name }) => name);
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

// src/compare/moved-out.ts
async function movedOut(moved2) {
  return [...await lockfiles(moved2), ...await manifests(moved2)];
}
async function lockfiles({ before, after, states }) {
  const gone2 = [...before.lockfiles].filter(([path]) => !after.lockfiles.has(path));
  const arrived = [...after.excluded].filter(([path]) => !before.excluded.has(path) && !before.lockfiles.has(path));
  if (gone2.length === 0 || arrived.length === 0) return [];
  const formers = await findPredecessors({
    ...{ base: { lockfiles: new Map(gone2) }, head: { lockfiles: new Map(arrived) } },
    ...{ states, isJudgedAlike: () => true }
  });
  return [...formers].map(([path, former]) => observationOf2(former.path, path));
}
async function manifests({
  before,
  after,
  states,
  isLeftOut,
  importers
}) {
  const kept = new Set(importers.head);
  const gone2 = importers.base.filter(
    (folder) => !kept.has(folder) && before.manifests.has(manifestOf(folder)) && !after.manifests.has(manifestOf(folder))
  );
  const arrived = [...after.manifests.keys()].filter(
    (path) => isLeftOut(folderOf(path)) && !kept.has(folderOf(path)) && !before.manifests.has(path)
  );
  if (gone2.length === 0 || arrived.length === 0) return [];
  const readers = { base: states.base.reader, head: states.head.reader };
  const found = [];
  for (const folder of gone2) {
    const from = manifestOf(folder);
    const old = before.manifests.get(from);
    const name = await nameAt(states.base, folder);
    for (const path of arrived) {
      const file = after.manifests.get(path);
      if (old === void 0 || file === void 0) continue;
      const isMoved = name !== void 0 && name === await nameAt(states.head, folderOf(path)) || await isSame(readers, old, file);
      if (isMoved) found.push(observationOf2(from, path));
    }
  }
  return found;
}
var manifestOf = (folder) => join(folder, "package.json");
async function nameAt({ settings }, folder) {
  try {
    return manifestIn(await settings.at(folder, "package.json"))?.name;
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code === "manifest-invalid") return void 0;
    throw cause;
  }
}
var observationOf2 = (former, path) => ({
  ...{ code: "moved-out", path, line: 1, args: { former }, otherFiles: [former] }
});

// src/compare/unknown-importers.ts
async function unknownImporters({ lockfiles: lockfiles2 }, { base, head }, isLeftOut) {
  const { listed: listed2, files, links } = head;
  const unknown = [];
  for (const link of listed2.values()) {
    const { path, mode } = link;
    if (mode !== "symlink" || isLeftOut(folderOf(path)) || files.get(path)?.leadsTo !== void 0) continue;
    if (await isSameLink(link, head, base)) continue;
    const { to } = await links.follow(path);
    const isManifest2 = /(?:^|\/)package\.json$/.test(path);
    if (isManifest2) unknown.push(folderOf(path));
    else if (to.kind === "nowhere" || to.kind === "submodule") unknown.push(path);
  }
  if (unknown.length === 0) return [];
  const found = [];
  for (const folder of new Set([...lockfiles2.values()].map((each) => each.folder))) {
    const isWorkspace = await workspacesOf(head, folder);
    const below = unknown.filter((each) => each.startsWith(prefixOf(folder)));
    found.push(...below.filter((each) => isWorkspace(each.slice(prefixOf(folder).length))));
  }
  return found;
}
async function workspacesOf({ settings }, folder) {
  try {
    const globs = manifestIn(await settings.at(folder, "package.json"))?.workspaces ?? [];
    return globs.length === 0 ? () => false : workspaceMatcher(globs, join(folder, "package.json"));
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return () => false;
    throw cause;
  }
}

// src/compare/watched-paths.ts
function watchedPaths({ inventory, state, importers, folders, named: named2 }) {
  const own = [...inventory.lockfiles.values()].map(({ folder }) => folder);
  const projects = /* @__PURE__ */ new Set([...own, ...importers]);
  const reading = /* @__PURE__ */ new Set(["", ...projects, ...own.flatMap(foldersAbove)]);
  const settings = [...reading].flatMap(
    (folder) => settingsNames.flatMap((name) => {
      const path = join(folder, name);
      return name !== "package.json" && state.files.has(path) ? [path] : [];
    })
  );
  return /* @__PURE__ */ new Set([
    ...inventory.lockfiles.keys(),
    ...[...projects, ...folders].map((folder) => join(folder, "package.json")),
    ...settings,
    ...[...inventory.settings.keys()].filter(
      (path) => isProgram(path) && (state.listed.has(path) || reading.has(homeOf(path)))
    ),
    ...named2
  ]);
}

// src/compare/on-disk.ts
async function onDiskObservations(base, head, states, isLeftOut) {
  const before = watchedPaths({ ...base, state: states.base });
  const unknown = await unknownImporters(head.inventory, states, isLeftOut);
  const after = watchedPaths({ ...head, importers: [...head.importers, ...unknown], state: states.head });
  const attributes = [...states.head.listed.keys()].filter((path) => /(?:^|\/)\.gitattributes$/i.test(path));
  const ways = /* @__PURE__ */ new Set([...before, ...after, ...attributes.filter((path) => !isLeftOut(folderOf(path)))]);
  const links = await linkObservations(states, ways, isLeftOut);
  return [
    ...await checkoutObservations(states, after, head.inventory.lockfiles),
    ...links,
    ...submoduleObservations(states, links),
    ...await movedOut({
      ...{ before: base.inventory, after: head.inventory, states, isLeftOut },
      importers: { base: base.importers, head: head.importers }
    })
  ];
}

// src/compare/bot-observations.ts
async function botObservations({ base, head }) {
  if (botPaths.every((path) => isUntouched(base.files.get(path), head.files.get(path)))) return [];
  const before = await updateBots(base);
  if (before.length === 0) return [];
  const after = await updateBots(head);
  return before.flatMap((old) => {
    const now = after.find(({ bot }) => bot === old.bot);
    const found = now && waitsLess(old, now);
    if (found === void 0) return [];
    const { file: path, key, hours, exceptions } = now;
    const digest = digestOfText(JSON.stringify([hours ?? null, exceptions]));
    return [{ code: "setting-changed", path, line: 1, args: { changed: key, digest, loosens: loosenings([found]) } }];
  });
}
var isUntouched = (before, after) => before === void 0 ? after === void 0 : before.id !== void 0 && before.id === after?.id;
function waitsLess(old, now) {
  const what = { limit: "waiting", of: [now.bot], key: now.key };
  const change = { ...what, before: shown2(old.hours), after: shown2(now.hours) };
  if (old.hours !== void 0 && old.hours > 0) {
    if (now.hours === void 0) return { ...change, how: "changed" };
    if (now.hours === 0) return { ...change, how: now.isSet ? "off" : "unset" };
    if (now.hours < old.hours) return { ...change, how: "lower" };
  } else if (old.hours === void 0 && now.hours === 0 && now.isSet) {
    return { ...change, how: "off" };
  }
  const added = now.hours === 0 ? [] : now.exceptions.filter((each) => !old.exceptions.includes(each));
  if (added.length === 0) return void 0;
  return { ...what, how: "wider", before: `${old.exceptions.length}`, after: `${now.exceptions.length}` };
}
function shown2(hours) {
  if (hours === void 0) return "?";
  return hours % 24 === 0 ? `${hours / 24}d` : `${Number(hours.toFixed(2))}h`;
}

// src/compare/catalog-edits.ts
var import_valid4 = __toESM(require_valid2(), 1);
var CATALOG = /^(?:workspaces\.)?(catalogs?)\.(.+)$/s;
var isCatalog = (key) => CATALOG.test(key);
function isPlainCatalogEdit(key, before, after, uses) {
  const [, map, name] = CATALOG.exec(key) ?? [];
  if (map === void 0 || name === void 0) return false;
  const [old, now] = [before, after].map(
    (file) => entriesOf(isRead2(file) ? settingValue(file, key) : void 0, map, name)
  );
  if (old === void 0 || now === void 0) return false;
  return [.../* @__PURE__ */ new Set([...old.keys(), ...now.keys()])].filter((entry) => old.get(entry) !== now.get(entry)).every((entry) => {
    const spec = now.get(entry);
    return spec === void 0 || isRange(spec) && uses.has(entry);
  });
}
var isRead2 = (file) => file.state === "read";
function entriesOf(value, map, name) {
  if (map === "catalog") return new Map(value === void 0 ? [] : [[entryOf2("default", name), value]]);
  if (value === void 0) return /* @__PURE__ */ new Map();
  return value instanceof JsonObject ? new Map(value.keys.map((each) => [entryOf2(name, each), value.get(each)])) : void 0;
}
var entryOf2 = (catalog, name) => `${catalog}
${name}`;
var isRange = (spec) => typeof spec === "string" && spec.trim() !== "" && (0, import_valid4.default)(spec.replace(/^npm:(?=[\d^~<>=*xv])/, "")) !== null;
async function catalogUses({ settings }, folders) {
  const uses = /* @__PURE__ */ new Set();
  for (const folder of folders) {
    const file = await settings.at(folder, "package.json");
    if (file.state !== "read" || !(file.value.value instanceof JsonObject)) continue;
    for (const [name, spec] of specsOf(file.value.value)) {
      const [, catalog] = /^catalog:(.*)$/s.exec(spec.trim()) ?? [];
      if (catalog !== void 0) uses.add(entryOf2(catalog.trim() || "default", name));
    }
  }
  return uses;
}
var maps = [
  "dependencies",
  "devDependencies",
  "optionalDependencies",
  "peerDependencies",
  "resolutions",
  "overrides"
];
function specsOf(manifest) {
  return maps.flatMap((map) => {
    const value = manifest.get(map);
    if (!(value instanceof JsonObject)) return [];
    return value.keys.flatMap((name) => {
      const spec = value.get(name);
      return typeof spec === "string" ? [[name, spec]] : [];
    });
  });
}

// src/compare/named-managers.ts
async function namedManagerEdits(path, { base, head }, programs) {
  const [before, after] = await Promise.all([namedAt(base, path), namedAt(head, path)]);
  const edits = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].map(
    (key) => editOf(path, before.get(key), after.get(key), [...before.values()], programs)
  );
  const changes = edits.flatMap((each) => each.changes);
  const known = /* @__PURE__ */ new Set();
  return {
    observations: edits.flatMap((each) => each.observations),
    // `packageManager` and `devEngines` mostly name the same version.
    changes: changes.filter(({ name, version }) => {
      const isFirst2 = !known.has(`${name}
${version}`);
      known.add(`${name}
${version}`);
      return isFirst2;
    })
  };
}
async function namedVersions(state, folder) {
  const named2 = await namedAt(state, join(folder, "package.json"));
  return [...new Set([...named2.values()].flatMap(({ version }) => version ?? []))];
}
async function namedAt({ settings }, path) {
  const file = await settings.at(folderOf(path), "package.json");
  return file.state === "read" ? namedManagers(file.value) : /* @__PURE__ */ new Map();
}
var nothing2 = { observations: [], changes: [] };
function editOf(path, before, after, all, programs) {
  if (before?.text === after?.text) return nothing2;
  const said2 = (code, named2, args) => ({
    observations: [{ code, path, line: named2.line, args: { key: named2.key, ...args } }],
    changes: []
  });
  if (after === void 0) {
    return before === void 0 ? nothing2 : {
      ...nothing2,
      observations: [
        { code: "setting-changed", path, line: 1, args: { removed: before.key, digest: digestOfText("") } }
      ]
    };
  }
  const { program, version, hash } = after;
  const replaced = (why) => said2("manager-replaced", after, { why, digest: digestOfText(after.text) });
  const manager = managerNamed(program, version);
  if (manager === void 0 || version === void 0) return replaced(isKnown(program) ? "not-exact" : "not-known");
  const former = before ?? all.find((each) => each.program !== void 0);
  if (former !== void 0 && former.program !== program) return replaced("other-manager");
  if (former === void 0 && !programs.has(manager.program)) {
    if (programs.size > 0) return replaced("other-manager");
    return said2("setting-changed", after, { added: after.key, digest: digestOfText(after.text) });
  }
  return {
    ...hashEdit(after, version, manager, hash, said2),
    changes: changesOf(path, former, after, version, manager)
  };
}
function hashEdit(after, version, { program, published }, hash, said2) {
  const isPinned2 = hash === void 0 || integrityOf(hash, published.isHashOfMember === true) !== void 0;
  return isPinned2 ? said2("manager-updated", after, { program, version }) : said2("manager-unverified", after, { program, version, hash });
}
function changesOf(path, former, after, version, { published }) {
  const { name, isHashOfMember = false } = published;
  const integrity = after.hash === void 0 ? void 0 : integrityOf(after.hash, isHashOfMember);
  const old = former?.version;
  const oldName = managerNamed(former?.program, old)?.published.name;
  const before = old === void 0 || oldName !== name || old === version ? void 0 : { name, version: old };
  if (old === version && oldName === name && integrity === void 0) return [];
  return managerChange(path, after.line, before, {
    ...{ name, version },
    ...integrity !== void 0 && { integrity }
  });
}
function integrityOf(hash, isOfMember) {
  const [, digits] = /^sha512\.([0-9a-f]{128})$/.exec(hash) ?? [];
  if (digits === void 0 || isOfMember) return void 0;
  const bytes = digits.match(/../g)?.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))) ?? [];
  return `sha512-${btoa(bytes.join(""))}`;
}
function managerNamed(program, version) {
  if (program === void 0 || version === void 0) return void 0;
  return managers.find(({ isNamedBy }) => isNamedBy(program, Number.parseInt(version, 10)));
}
var isKnown = (program) => managers.some((each) => each.program === program);

// src/compare/owners-settings.ts
var gatePattern = /^\/?\*|\*\*|^\/$|\.github|codeowners|lock|shrinkwrap|package\.json|\.npmrc|\.yarnrc|bunfig|pnpm|\.yarn|\*\.(?:json|ya?ml|lock|toml)/i;
var ownersSettings = (text) => text.split(/\r?\n/).map((raw, at) => ({ line: at + 1, content: raw.replace(/(^|\s)#.*$/s, "").trim() })).map(({ line, content }) => ({ line, words: content.split(/\s+/) })).filter(({ words: [pattern = ""] }) => gatePattern.test(pattern)).map(({ line, words: [pattern = "", ...owners] }, place) => ({
  affects: "gate",
  key: pattern,
  value: `${place} ${owners.join(" ")}`,
  line
}));

// src/compare/program-edits.ts
async function programEdits({ base, head }, states, versionsIn) {
  const kinds = new Set([...base.values()].map(({ role }) => kindOf2(role)));
  const paths = [.../* @__PURE__ */ new Set([...base.keys(), ...head.keys()])].sort(compareText);
  const found = await Promise.all(
    paths.map(async (path) => {
      const [old, now] = [base.get(path), head.get(path)];
      const [before, after] = [states.base.files.get(path), states.head.files.get(path)];
      if (now === void 0 || after === void 0) return gone(path, old, after);
      if (old !== void 0 && await isUnchanged3(states, before, after)) return [];
      if (isBuild(now) && (old === void 0 || before === void 0)) return [];
      const how = before === void 0 ? "added" : old === void 0 ? "newly used" : "changed";
      return edited(path, now, after, { how, isFirst: !kinds.has(kindOf2(now.role)) }, states, versionsIn);
    })
  );
  return found.flat();
}
var isBuild = ({ role }) => role.as === "code" && role.kind === "build";
var kindOf2 = (role) => role.as === "code" ? role.kind : role.as;
async function isUnchanged3(states, before, after) {
  if (before === void 0) return false;
  const readers = { base: states.base.reader, head: states.head.reader };
  try {
    return await isSame(readers, before, after);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return false;
    throw cause;
  } finally {
    readers.base.forget(before);
    readers.head.forget(after);
  }
}
function gone(path, old, after) {
  return old?.role.as === "code" && !isBuild(old) && after === void 0 ? [{ code: "program-changed", path, line: 1, args: { how: "removed" } }] : [];
}
async function edited(path, { role, named: named2 }, file, { how, isFirst: isFirst2 }, states, versionsIn) {
  const naming = named2 === void 0 ? {} : { otherFiles: [named2.path] };
  const said2 = (code, args) => [
    { code, path, line: 1, args, ...naming }
  ];
  if (role.as === "code") return said2(isFirst2 ? "program-added" : "program-changed", { how });
  if (role.as !== "manager") {
    return said2("manager-replaced", { why: "file", how, ...named2 && { by: named2.key, in: named2.path } });
  }
  if (named2 === void 0) return said2("program-changed", { how });
  const text = file.mode === "file" ? await textOf3(states, file) : void 0;
  const candidates = [.../* @__PURE__ */ new Set([...versionsIn(folderOf(named2.path)), ...role.versionsOf(path, text ?? "")])];
  return text === void 0 || candidates.length === 0 ? said2("manager-replaced", { why: "file", how, by: named2.key, in: named2.path }) : said2("manager-unverified", {
    program: role.program,
    versions: candidates.slice(0, 3).join(" "),
    by: named2.key,
    in: named2.path
  });
}
async function textOf3({ head: { reader } }, file) {
  try {
    return new TextDecoder("latin1").decode(await reader.read(file));
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return void 0;
    throw cause;
  } finally {
    reader.forget(file);
  }
}

// src/managers/deno/roles.ts
var denoRoles = roles([{ as: "lockfile", usual: "deno.lock" }, "lock"]);

// src/managers/npm/manifest-table.ts
var manifestTable = settingsTable([
  harmless("plugins", "config.commitizen", "config.cz-customizable", "config.cz-conventional-changelog"),
  harmless("plugins", "config.ghooks", "config.validate-commit-msg"),
  limiting("scripts", stricter(ON_OFF, "allowScripts"), stricter("fewer", "trustedDependencies"))
]);

// src/managers/npm/roles.ts
var npmRoles = roles(
  [{ as: "settings" }, "userconfig", "globalconfig"],
  [{ as: "shell" }, "script-shell", "shell", "git", "node-gyp", "python"],
  [{ as: "options" }, "node-options"],
  [{ as: "code", kind: "extension" }, "extension-file", "onload-script"]
);

// src/managers/tables.ts
var merged = (...all) => new Map(all.flatMap((each) => [...each]));
var roles2 = {
  ".npmrc": merged(pnpmRoles, npmRoles),
  ".yarnrc": classicRoles,
  ".yarnrc.yml": berryRoles,
  "pnpm-workspace.yaml": pnpmRoles,
  "bunfig.toml": bunRoles,
  "deno.json": denoRoles,
  "deno.jsonc": denoRoles,
  "package.json": pnpmRoles
};
var tablesIn = (name) => name === "package.json" ? [pnpmTable, manifestTable] : tablesOf(name);
var rolesIn = (name) => roles2[name];

// src/compare/programs.ts
function programsByName(inventory, where) {
  const found = /* @__PURE__ */ new Map();
  for (const [path, file] of inventory.settings) {
    const watched = watchedAs(file, where.policyPaths);
    if (watched?.what === "program" && counts(path, watched, where)) found.set(path, { role: watched.role });
  }
  return found;
}
function counts(path, { besideLockfile, besideImporter, program }, { lockfiles: lockfiles2, importers }) {
  if (besideImporter !== void 0) return importers.has(folderOf(path));
  if (besideLockfile === void 0) return true;
  const above = /* @__PURE__ */ new Set(["", ...foldersAbove(folderOf(path)), folderOf(path)]);
  return [...lockfiles2.values()].some(
    ({ folder, kind }) => above.has(folder) && (program === void 0 || kind.program === program)
  );
}
async function programsNamed({ files, settings, reach: reach2 }, { projects, manifests: manifests2 }) {
  const folders = new Set([...projects].flatMap((folder) => ["", ...foldersAbove(folder), folder]));
  const found = /* @__PURE__ */ new Map();
  for (const path of [...files.keys()]) {
    const [folder, name] = [folderOf(path), path.slice(path.lastIndexOf("/") + 1)];
    if (!isSettingsName(name) || !folders.has(folder)) continue;
    if (name === "package.json" && !(manifests2 && projects.has(folder))) continue;
    const file = await settings.at(folder, name);
    if (file.state !== "read") continue;
    for (const each of namedIn(file, folder)) if (await reach2(each.target)) found.set(each.target, each);
  }
  return found;
}
function namedIn(file, folder) {
  return [...rolesIn(file.name)].flatMap(([key, role]) => {
    const value = settingValue(file, key);
    if (role.as === "lockfile" && value === role.usual) return [];
    const texts = pathsIn(value).flatMap(withoutVariables);
    const specs = role.as === "options" ? texts.flatMap(nodeOptionsFiles).flatMap(asModule) : texts;
    return specs.flatMap((spec) => {
      const { path, outside } = follow(folder, spec.replace(/\?$/, ""));
      const target = normalise(join(folder, path));
      return outside || target === "" ? [] : [{ role, target, named: { path: file.path, key } }];
    });
  });
}
function withoutVariables(text) {
  const unset = text.replaceAll(
    /\$\{[^${}]*?(?::?-([^${}]*)|\?)?\}/g,
    (_, fallback) => fallback ?? ""
  );
  return unset === text ? [text] : [text, unset];
}
var asModule = (spec) => [spec, ...[".js", ".json", "/index.js"].map((end) => spec + end)];

// src/compare/program-observations.ts
var none2 = /* @__PURE__ */ new Map();
async function programObservations(base, head, states, { projects, ...where }) {
  const byName2 = {
    base: programsByName(base, where),
    head: programsByName(head, where)
  };
  const changed = changedFiles(states);
  const folders = { projects, manifests: changed.some((path) => /\.json$/i.test(path)) };
  const named2 = changed.length > 0 ? { base: await programsNamed(states.base, folders), head: await programsNamed(states.head, folders) } : { base: none2, head: none2 };
  const sides = {
    base: await counting(new Map([...byName2.base, ...named2.base]), states, "base"),
    head: await counting(new Map([...byName2.head, ...named2.head]), states, "head")
  };
  const versions = /* @__PURE__ */ new Map();
  for (const { named: by } of sides.head.values()) {
    const folder = by && folderOf(by.path);
    if (folder === void 0 || versions.has(folder)) continue;
    versions.set(folder, await namedVersions(states.head, folder));
  }
  return programEdits(sides, states, (folder) => versions.get(folder) ?? []);
}
async function counting(programs, states, side) {
  const found = await Promise.all(
    [...programs].map(async ([path, program]) => {
      const counts2 = program.role.as === "code" ? program.role.counts : void 0;
      if (counts2 === void 0) return [[path, program]];
      const [before, after] = [states.base.files.get(path), states.head.files.get(path)];
      if (before?.id !== void 0 && before.id === after?.id) return [];
      const text = states[side].files.get(path)?.mode === "file" ? await textOf2(states[side], path) : void 0;
      return text === void 0 || counts2(text) ? [[path, program]] : [];
    })
  );
  return new Map(found.flat());
}
function changedFiles({ base, head }) {
  const differs = (path) => {
    const [before, after] = [base.files.get(path), head.files.get(path)];
    return before?.id === void 0 || before.id !== after?.id || before.mode !== after.mode;
  };
  return [.../* @__PURE__ */ new Set([...base.files.keys(), ...head.files.keys()])].filter(
    (path) => differs(path) && !/(?:^|\/)package\.json$/.test(path) && lockfileName(path) === void 0
  );
}
function withoutNaming(observations) {
  const told = new Set(
    observations.flatMap(
      ({ code, args }) => code === "manager-unverified" && "in" in args ? [`${args.in}
${args.by}`] : []
    )
  );
  return observations.filter(({ code, path, args }) => {
    const only = args.added ?? args.changed;
    const isOne = args.added === void 0 !== (args.changed === void 0) && args.removed === void 0;
    return code !== "manager-replaced" || !isOne || !told.has(`${path}
${only}`);
  });
}

// src/managers/grading.ts
function gradeOf(edit, beside) {
  const { name, key, before, after } = edit;
  const own = name === "package.json" ? key.replace(/^pnpm\./, "") : key;
  const role = roleOf(name, own);
  const ofRole = role && gradeOfRole(role, edit, beside);
  if (ofRole !== void 0) return ofRole;
  const found = classIn(tablesIn(name), own);
  if (found === "unknown") return "gate";
  if (found.is === "harmless") return "nothing";
  const { tightens } = found;
  return tightens !== void 0 && isStricter(own, tightens, before, after, beside.isLocked) ? "note" : "gate";
}
var plain = (key) => key.replaceAll(/[-_]/g, "").toLowerCase();
function roleOf(name, key) {
  const wanted = /* @__PURE__ */ new Set([plain(key), plain(key.split(".", 1)[0] ?? "")]);
  return [...rolesIn(name)].find(([each]) => wanted.has(plain(each)))?.[1];
}
function gradeOfRole(role, { after }, { isFile }) {
  const text = typeof after === "string" ? after : void 0;
  switch (role.as) {
    case "manager":
    case "settings":
      return isSet(after) ? "manager" : "gate";
    case "lockfile":
      if (!isSet(after)) return "gate";
      if (after === true) return "note";
      return role.usual !== void 0 && text === role.usual ? "nothing" : "manager";
    case "shell":
      if (!isSet(after)) return "gate";
      return text !== void 0 && isOfSystem(text, isFile) ? "gate" : "manager";
    case "options": {
      if (!isSet(after)) return "gate";
      const does = text === void 0 ? "loads" : nodeOptionsDo(text, isFile);
      return { harmless: "note", other: "gate", loads: "manager" }[does];
    }
    case "code":
      return pathsIn(after).every((path) => !follow("", path).outside) ? void 0 : "gate";
  }
}
var isSet = (value) => value !== void 0 && value !== null && value !== "" && !(value instanceof JsonObject && value.keys.length === 0);
var SYSTEM = /^(?:\/(?:usr|bin|sbin|opt|nix|Applications|Library)\/|[a-z]:[\\/](?:Program Files(?: \(x86\))?|Windows|msys64|Git|tools)[\\/])/i;
function isOfSystem(program, isFile) {
  if (/\$|%|(?:^|[\\/])\.\.(?:[\\/]|$)/.test(program)) return false;
  if (SYSTEM.test(program)) return true;
  return /^[\w.+-]+(?: .*)?$/.test(program) && !isFile(program) && !/\s\S*[\\/]/.test(program);
}

// src/managers/loosening.ts
function looseningOf(edit) {
  const { name, before, after } = edit;
  const key = name === "package.json" ? edit.key.replace(/^pnpm\./, "") : edit.key;
  const found = classesOf(edit).filter(({ setting: { limits } }) => limits !== void 0);
  const [first] = found;
  if (first?.setting.limits === void 0) return void 0;
  return {
    limit: first.setting.limits,
    how: howOf(key, first.setting, before, after),
    of: [...new Set(found.map(({ of }) => of))],
    key: shown3(edit.key) ?? OTHER,
    before: shownValue(before),
    after: shownValue(after)
  };
}
function classesOf({ name, key }) {
  if (name === "package.json") {
    const setting = classOf(manifestTable, key);
    if (setting !== "unknown") return [{ of: key.startsWith("trusted") ? "bun" : "npm", setting }];
    if (!key.startsWith("pnpm.")) return [];
  }
  const own = key.replace(/^pnpm\./, "");
  return managers.flatMap(({ program, settings: { files, table } }) => {
    const reads = name === "package.json" ? program === "pnpm" : files.includes(name);
    const setting = reads ? classOf(table, own) : "unknown";
    return setting === "unknown" ? [] : [{ of: programName(program), setting }];
  });
}
var SECONDARY = /strict|verify|trustLockfile|missingTime|checksum/i;
var EVERYTHING = /* @__PURE__ */ new Set(["*", "**", "*/*", "**/*", ".*"]);
function howOf(key, { tightens, limits }, before, after) {
  if (after === void 0) return "unset";
  if (tightens === "greater") {
    const [old = defaultAgeOf(key), now] = [amountOf(before), amountOf(after)];
    if (now === void 0 || before !== void 0 && amountOf(before) === void 0) return "changed";
    return now === 0 ? "off" : old !== void 0 && now < old ? "lower" : "changed";
  }
  if (tightens === "fewer") {
    const [old, now] = [listOf(before) ?? [], listOf(after)];
    if (now === void 0) return "changed";
    const added = now.filter((one) => !old.includes(one));
    return added.some((one) => EVERYTHING.has(one)) ? "off" : added.length > 0 ? "wider" : "changed";
  }
  if (tightens === void 0 || tightens === "more") return "changed";
  const [from, to] = [tightens.indexOf(scalarOf(before) ?? ""), tightens.indexOf(scalarOf(after) ?? "")];
  if (to < 0) return "changed";
  if (/^(?:allowBuilds|allowScripts)\./.test(key)) return "wider";
  if (to === 0) return limits === "waiting" ? "wider" : SECONDARY.test(key) ? "lower" : "off";
  return to < from ? "lower" : "changed";
}
var OTHER = "?";
var PLAIN = /^(?!-$)[\w.:@/*+#-]{1,60}$/;
var MAX_SHOWN = 3;
var shown3 = (text) => PLAIN.test(text) ? text : void 0;
function shownValue(value) {
  if (value === void 0 || value === null) return void 0;
  const scalar = scalarOf(value);
  if (scalar !== void 0) return shown3(scalar) ?? OTHER;
  const list = listOf(value);
  if (list === void 0 || list.length === 0 || !list.every((one) => PLAIN.test(one))) return OTHER;
  return [...list.slice(0, MAX_SHOWN), ...list.length > MAX_SHOWN ? [`+${list.length - MAX_SHOWN}`] : []].join(",");
}

// src/compare/setting-observations.ts
var MAX_BYTES3 = 256 * 1024;
async function observeSettings(path, name, judging) {
  const { base, head } = judging.states;
  const folder = folderOf(path);
  const [old, now] = await Promise.all([base.settings.at(folder, name), head.settings.at(folder, name)]);
  const { judged } = judging;
  const without = (settings, some) => settings.filter(({ key }) => !some.some((each) => each.path === path && each.key === key));
  const before = without(said(old, "base"), [...judged.base, ...judged.head]);
  const after = without(said(now, "head"), judged.head);
  const uses = after.some(({ key }) => isCatalog(key)) ? await judging.uses() : /* @__PURE__ */ new Set();
  const looser = [];
  const grade = (key, affects) => {
    if (affects === "override") return isPlainCatalogEdit(key, old, now, uses) ? void 0 : "override-changed";
    if (key === WHOLE_FILE) {
      return mayReplaceManager(name, old, now, judging.beside(folder)) ? "manager-replaced" : "setting-changed";
    }
    const edit = { name, key, before: valueIn(old, key), after: valueIn(now, key) };
    const code = codeOf[gradeOf(edit, judging.beside(folder))];
    const found = code === "setting-changed" ? looseningOf(edit) : void 0;
    if (found !== void 0) looser.push(found);
    return code;
  };
  const hooks = await hookEdits(path, before, after, judging);
  const changed = changedSettings(path, before, after, grade);
  return [...looser.length === 0 ? changed : changed.map((each) => withLoosenings(each, looser)), ...hooks];
}
function withLoosenings(observation, looser) {
  if (observation.code !== "setting-changed") return observation;
  return { ...observation, args: { ...observation.args, loosens: loosenings(looser) } };
}
function mayReplaceManager(name, old, now, beside) {
  if (now.state === "absent" || name === "package.json") return false;
  const keys = [...rolesIn(name).keys()];
  if (now.state === "unreadable") {
    const { why, text } = now;
    const isNamed = text === void 0 || text.includes("\\") || keys.some((key) => text.split(/[^\w-]+/).includes(key.replace(/^-+/, "")));
    return old.state !== "unreadable" && why !== "not-regular" && isNamed;
  }
  const known = new Set(old.state === "read" ? unknownKeys(old) : []);
  if (unknownKeys(now).some((key) => !known.has(key))) return true;
  return keys.some((key) => {
    const [before, after] = [valueIn(old, key), settingValue(now, key)];
    return written(before) !== written(after) && gradeOf({ name, key, before, after }, beside) === "manager";
  });
}
var codeOf = {
  nothing: void 0,
  note: "setting-noted",
  gate: "setting-changed",
  manager: "manager-replaced"
};
var valueIn = (file, key) => file.state === "read" ? settingValue(file, key) : void 0;
var isHook = ({ affects }) => affects === "hook";
async function hasHooks(own, { states: { base }, manifests: manifests2, builds }) {
  if (own.length > 0) return true;
  for (const folder of manifests2) {
    const file = await base.settings.at(folder, "package.json");
    if (file.state === "read" && watchedSettings(file)?.some(isHook) === true) return true;
    if (await ownBuild(base, folder, builds) !== void 0) return true;
  }
  return false;
}
async function hooksOf(path, settings, state, builds) {
  const build = path.endsWith("package.json") ? await ownBuild(state, folderOf(path), builds) : void 0;
  return [...settings.filter(isHook), ...build === void 0 ? [] : [build]];
}
async function hookEdits(path, before, after, judging) {
  const { states, builds } = judging;
  const [old, now] = [
    await hooksOf(path, before, states.base, builds),
    await hooksOf(path, after, states.head, builds)
  ];
  const edited2 = now.filter((each) => !old.some(({ key, value }) => key === each.key && value === each.value));
  const [first] = edited2;
  if (first === void 0) return [];
  const code = await hasHooks(old, judging) ? "program-changed" : "program-added";
  const keys = edited2.map(({ key }) => key).join(", ");
  const digest = digestOfText(JSON.stringify(edited2.map(({ key, value }) => [key, value])));
  return [{ code, path, line: first.line, args: { keys, digest } }];
}
var MAY_OVERRIDE = /overrides|packageExtensions|patchedDependencies|catalog/;
function said(file, side) {
  if (file.state === "absent" || file.text === "") return [];
  const { path, text = "" } = file;
  const isLarge = (file.size ?? Infinity) > MAX_BYTES3;
  const settings = file.state === "read" && !isLarge ? watchedSettings(file) : void 0;
  if (settings !== void 0) return settings;
  const whole = wholeFile(isLarge || text.includes("\uFFFD") ? side : text);
  return /\.ya?ml$/.test(path) && MAY_OVERRIDE.test(text) ? [whole, { ...whole, affects: "override" }] : [whole];
}

// src/compare/compare-settings.ts
var MAX_BYTES4 = 256 * 1024;
async function settingEdits(base, head, states, policyPaths, { changes, importers, judged, builds }) {
  const lockfiles2 = new Map([...base.lockfiles, ...head.lockfiles]);
  const projects = /* @__PURE__ */ new Set(["", ...[...lockfiles2.values()].map(({ folder }) => folder)]);
  const readers = { base: states.base.reader, head: states.head.reader };
  const locked = new Set(
    changes.flatMap(({ kind, name, version }) => kind === "removed" ? [] : `${name}@${version}`)
  );
  const installed = /* @__PURE__ */ new Set([...projects, ...importers]);
  const manifests2 = [...installed];
  let uses;
  const judging = {
    states,
    beside: (folder) => ({
      isFile: (path) => states.head.files.has(normalise(join(folder, path))),
      isLocked: (name, version) => locked.has(`${name}@${version}`)
    }),
    uses: () => uses ??= catalogUses(states.head, manifests2),
    manifests: manifests2,
    judged,
    builds
  };
  const observations = [];
  const managers2 = [];
  const own = importers.map((folder) => join(folder, "package.json"));
  const paths = [.../* @__PURE__ */ new Set([...base.settings.keys(), ...head.settings.keys(), ...own])].sort(compareText);
  for (const path of paths) {
    const [before, after] = [base, head].map(({ settings, manifests: all }) => settings.get(path) ?? all.get(path));
    const file = after ?? before;
    const watched = file && watchedAs(file, policyPaths);
    if (watched === void 0 || watched.what === "program") continue;
    const isRoot = !isIdle(path, projects);
    if (!isRoot && !installed.has(folderOf(path))) continue;
    if (isSeenElsewhere(before, after, states, installed)) continue;
    const isSettled = !isBuiltAnew(path, states, builds) && before !== void 0 && after !== void 0;
    if (isSettled && await isUnchanged4(watched, readers, before, after)) continue;
    const found = await observe(path, watched, before, after, judging);
    observations.push(...isRoot ? found : found.filter(({ code }) => isOfHook(code)));
    if (watched.what === "settings" && watched.name === "package.json") {
      const own2 = new Set(isRoot ? [folderOf(path)] : ["", ...foldersAbove(folderOf(path))]);
      const programs2 = [...lockfiles2.values()].flatMap(({ folder, kind }) => own2.has(folder) ? [kind.program] : []);
      const named2 = await namedManagerEdits(path, states, new Set(programs2));
      observations.push(...named2.observations);
      managers2.push(...named2.changes);
    }
    readers.base.forget(before);
    readers.head.forget(after);
  }
  const where = { projects, lockfiles: lockfiles2, importers: installed, policyPaths };
  const programs = await programObservations(base, head, states, where);
  const bots = await botObservations(states);
  return { observations: withoutNaming([...observations, ...programs, ...bots]), changes: managers2 };
}
function isSeenElsewhere(before, after, { base, head }, installed) {
  const [was, is] = [before?.leadsTo?.path, after?.leadsTo?.path];
  if (was === void 0 && is === void 0) return false;
  const { path } = after ?? before;
  const isLink = base.listed.has(path) || head.listed.has(path);
  if (!isLink && !installed.has(homeOf(path))) return true;
  return was === is && is !== void 0 && isRead(is) && !isIdle(is, installed);
}
function isBuiltAnew(path, { base, head }, builds) {
  const file = join(folderOf(path), BINDING_GYP);
  return isManifest(path) && builds.has(folderOf(path)) && head.files.has(file) && !base.files.has(file);
}
var isManifest = (path) => /(?:^|\/)package\.json$/.test(path);
var isOfHook = (code) => code === "program-added" || code === "program-changed";
async function isUnchanged4({ what }, readers, before, after) {
  if (what === "modules") return before.mode === after.mode && before.id === after.id;
  try {
    return await isSame(readers, before, after);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return false;
    throw cause;
  }
}
async function observe(path, watched, before, after, judging) {
  const { base, head } = judging.states;
  const how = before === void 0 ? "added" : after === void 0 ? "removed" : "changed";
  const whole = (code) => [{ code, path, line: 1, args: { how } }];
  switch (watched.what) {
    case "policy":
      return whole("policy-changed");
    case "approval":
      return [{ code: recordCode(path, before, after), path, line: 1, args: { how } }];
    case "modules":
      return after === void 0 ? [] : [{ code: "modules-committed", path, line: 1, args: before === void 0 ? {} : { how } }];
    case "workflow": {
      const texts = await Promise.all([textOf4(base.reader, before), textOf4(head.reader, after)]);
      const parts = path === actionsLockPath ? texts.map((text) => text && gateEntries(text)) : texts;
      if (parts.every((part) => part !== void 0) && parts[0] === parts[1]) return [];
      return parts.some((part) => part === void 0 || usesGate(part)) ? whole("workflow-changed") : [];
    }
    case "owners": {
      const [old, now] = await Promise.all([textOf4(base.reader, before), textOf4(head.reader, after)]);
      const owned = (text, side) => text === void 0 ? [wholeFile(side)] : ownersSettings(text);
      return changedSettings(path, owned(old, "base"), owned(now, "head"));
    }
    case "settings":
      return observeSettings(path, watched.name, judging);
  }
}
function recordCode(path, before, after) {
  if (before !== void 0 || after === void 0) return "record-altered";
  const isRecord = after.mode === "file" && after.executable !== true && after.leadsTo === void 0;
  return isRecord && readName(path) !== void 0 ? "record-unproven" : "record-misplaced";
}
var usesGate = (text) => /lockgate/i.test(text.replaceAll(/^\s*#.*$/gm, ""));
function gateEntries(text) {
  const plain2 = text.replaceAll(/^\s*#.*$/gm, "");
  if (/[{[&*|>\\]/.test(plain2)) return text;
  const lines = plain2.split("\n").filter((line) => line.trim() !== "");
  const depths = lines.map((line) => line.length - line.trimStart().length);
  const first = Math.min(...depths.filter((depth) => depth > 0));
  const entries = [];
  for (const [at, line] of lines.entries()) {
    if ((depths[at] ?? 0) <= first) entries.push([]);
    entries.at(-1)?.push(line);
  }
  return entries.map((entry) => entry.join("\n")).filter(usesGate).join("\n");
}
async function textOf4(reader, file) {
  if (file === void 0) return "";
  if (file.mode !== "file" || (file.size ?? 0) > MAX_BYTES4) return void 0;
  try {
    const bytes = await reader.read(file);
    return bytes.length > MAX_BYTES4 ? void 0 : utf8(bytes);
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

// src/compare/unlocked.ts
async function unlockedManifests(base, head, states, { answered, locked }, { isGated, isLeftOut }) {
  const readers = { base: states.base.reader, head: states.head.reader };
  const folders = new Map([...head.lockfiles.values()].map((found2) => [found2.folder, found2.path]));
  const anywhere = new Set(
    [...answered].flatMap(
      ([path, importers]) => importers.map((importer) => normalise(join(folderOf(path), importer)))
    )
  );
  const candidates = [...head.manifests.values()].filter((file) => {
    const folder = folderOf(file.path);
    const isGatedFolder = isGated(join(folder, "package-lock.json")) && !isLeftOut(folder);
    return file.leadsTo === void 0 && isGatedFolder && !anywhere.has(folder) && !isAnswered(folder, folders, answered);
  });
  const found = await Promise.all(
    candidates.map(async (file) => {
      const old = base.manifests.get(file.path);
      return old !== void 0 && await isSame(readers, old, file) ? [] : gained(states, file.path, locked);
    })
  );
  return found.flat();
}
function isAnswered(folder, lockfiles2, answered) {
  if (lockfiles2.has(folder)) return true;
  for (let above = folder; above !== ""; ) {
    above = folderOf(above);
    const lockfile = lockfiles2.get(above);
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
async function compareSnapshots(base, head, options) {
  const { isGated, mode, isJudgedAlike = () => true, policyPaths = [".github/dependency-policy.yml"] } = options;
  const isLeftOut = excludedFolders(options.isExcluded ?? (() => false));
  const states = { base: await stateOf(base), head: await stateOf(head) };
  await enterLinkedFolders(states, isLeftOut);
  const scope = { isGated, isLeftOut, policyPaths };
  const named2 = await namedWhereAsked(states, scope);
  const before = takeInventory(states.base, scope, named2);
  const after = takeInventory(states.head, scope, named2);
  const about = { mode, ...base !== void 0 && { base: base.label }, head: head.label };
  const paths = [.../* @__PURE__ */ new Set([...before.lockfiles.keys(), ...after.lockfiles.keys()])].sort(compareText);
  if (paths.length > MAX_LOCKFILES) {
    return { ...about, lockfiles: [], changes: [], observations: [], errors: [tooMany(paths.length)] };
  }
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
  const tarballs = [];
  for (const [at, { tarballs: locked2 = [], changes: changes2 }] of check && base !== void 0 ? outcomes.entries() : []) {
    tarballs.push(...await tarballObservations(paths[at], locked2, changes2, states));
  }
  const locked = outcomes.flatMap(({ folders }) => folders);
  const changes = outcomes.flatMap((each) => each.changes);
  const { folders: importers, builds } = await hookFolders(outcomes, states.head, [...after.manifests.keys()]);
  const judged = {
    base: outcomes.flatMap((each) => each.settings?.base ?? []),
    head: outcomes.flatMap((each) => each.settings?.head ?? [])
  };
  const settings = check && base !== void 0 ? await settingEdits(before, after, states, policyPaths, { changes, importers, judged, builds }) : { observations: [], changes: [] };
  return {
    ...about,
    lockfiles: outcomes.flatMap(({ summary }) => summary ?? []),
    changes: [...changes, ...settings.changes],
    observations: [
      ...outcomes.flatMap(({ observations }) => observations),
      ...tarballs,
      ...folderObservations(check ? before : emptyInventory(), after, touched, formers),
      ...check ? moveObservations(formers) : [],
      ...check ? await onDiskObservations(...readBy(outcomes, before, after, named2, paths), states, isLeftOut) : [],
      ...check && base !== void 0 ? await committedObservations(before, after, states) : [],
      ...settings.observations,
      ...check ? await unlockedManifests(before, after, states, { answered, locked }, scope) : []
    ].sort(inOrder),
    errors: outcomes.flatMap(({ errors }) => errors),
    ...bundles.length > 0 && { bundles }
  };
}
var nothing3 = {
  ...{ changes: [], observations: [], errors: [], importers: [], baseImporters: [], folders: [] },
  touched: false
};
function readBy(outcomes, before, after, named2, paths) {
  const importers = outcomes.flatMap(
    (each, at) => each.importers.map((importer) => normalise(join(folderOf(paths[at]), importer)))
  );
  const folders = outcomes.flatMap((each) => each.folders.map(({ folder }) => folder));
  return [
    { inventory: before, importers: outcomes.flatMap(({ baseImporters }) => baseImporters), folders: [], named: named2 },
    { inventory: after, importers, folders, named: named2 }
  ];
}
async function comparePath(comparing, path) {
  const { before, after, formers, readers, states, mode } = comparing;
  const head = after.lockfiles.get(path);
  const old = before.lockfiles.get(path);
  if (head === void 0) return old === void 0 ? nothing3 : departed(comparing, old);
  if (head.kind.reading === void 0) return unreadable2(comparing, old, head);
  const base = formers.get(path);
  const manifests2 = new ImporterManifests(base?.path ?? path, path, before, after, states);
  const isKept = base !== void 0 && base.path !== path && after.lockfiles.has(base.path);
  const outcome = await compareLockfile({ base, head, manifests: manifests2, readers, states, mode, isKept });
  const { summary, errors } = outcome;
  const isFaulty = errors.length > 0 || outcome.isTouched === true;
  const isTouched2 = summary === void 0 ? isFaulty : summary.status !== "unchanged";
  const changes = mode === "check" ? await withScripts(comparing, head, outcome) : outcome.changes;
  return { ...outcome, changes, touched: mode === "audit" || isTouched2 };
}
function withScripts({ states }, { folder }, { changes, importers, summary }) {
  return summary === void 0 ? changes : withScriptsLeftOut(changes, { format: summary.format, folder, importers, states });
}
async function departed({ formers, readers }, old) {
  if (old.kind.reading === void 0) return nothing3;
  const { summary, changes } = await removedLockfile(old, readers.base);
  const isSucceeded = [...formers.values()].includes(old);
  return { ...nothing3, ...summary && { summary }, changes: isSucceeded ? [] : changes };
}
async function unreadable2({ readers, mode }, old, head) {
  const { program } = head.kind;
  try {
    if (mode === "check" && old !== void 0 && await isSame(readers, old.file, head.file)) return nothing3;
    return {
      ...nothing3,
      observations: [{ code: "unsupported", path: head.path, line: 1, args: { program } }],
      touched: true
    };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return { ...nothing3, errors: [asGateError(cause)], touched: true };
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
  if (extended === void 0 || !("commit" in extended)) return read;
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
function recordedFile({ source, text, from, extended }) {
  if (text === null) return void 0;
  const file = { source, text, ...from && { from } };
  if (extended === void 0 || "commit" in extended) return file;
  const beside = (path, place) => path === extended.path ? Promise.resolve({ source: extended.source, text: extended.text }) : Promise.reject(new GateFailure("policy-unavailable", `the evidence does not have ${quoted(path)}`, place));
  return { ...file, beside };
}
var recordedOrigin = (file) => file?.from === void 0 ? {} : { from: file.from };

// src/run/open.ts
function openSubject(request) {
  return "replay" in request ? openRecording(request) : openSnapshots(request);
}
async function openSnapshots(request) {
  const { mode, base, head, trusted, policyPath, now, focus, recorded, readExtended } = request;
  const own = await givenPolicy(request);
  const baseFiles = await readBaseFiles(trusted, own?.from === void 0 ? policyPath : void 0);
  const file = own === void 0 ? baseFiles.policy : await notingUnused(own, trusted);
  if (file === void 0) await requireNamedPolicy(request);
  const preset = file !== void 0 && request.presetYields === true ? void 0 : request.preset;
  const policy = await outlinePolicy(file, {
    ...preset === void 0 ? {} : { preset },
    readExtended
  });
  const trust = await readTrust(request.trust ?? {}, policy, file?.tree ?? trusted);
  if (recorded !== void 0) (await import("./run-recorded-trust.js")).demandSameTrust(trust, recorded.trust ?? {});
  const isGated = gatedPaths(request, policy);
  const { isJudgedAlike, isExcluded } = policy;
  const { files: policyPaths, home } = await policyFiles(own, policy, request);
  return {
    ...{ now, preset, file, policy, trust, focus, home, subject: { request, baseFiles } },
    compare: (other, from = base) => other === void 0 && request.compared !== void 0 ? Promise.resolve(request.compared) : compareSnapshots(from, other ?? head, { mode, isGated, isExcluded, isJudgedAlike, policyPaths }),
    locked: (state) => compareSnapshots(void 0, state, {
      mode: "audit",
      isGated: policy.isGated,
      isExcluded,
      isJudgedAlike,
      policyPaths
    })
  };
}
var givenPolicy = async ({ policy }) => typeof policy === "function" ? policy() : policy;
async function policyFiles(own, { extended }, { policyPath, base, head }) {
  const beside = extended !== void 0 && "source" in extended ? extended : void 0;
  if (own === void 0) return { files: [policyPath, ...beside ? [beside.source] : []], home: policyPath };
  if (own.home === void 0) return { files: [policyPath] };
  const { path, isJudged: isJudged2 } = own.home;
  const files = [path, ...beside ? [normalise(join(folderOf(path), beside.path))] : []];
  const here = await Promise.all(files.flatMap((file) => [hasFile(base, file), hasFile(head, file)]));
  const isOwn = here.includes(true) && await isJudged2();
  return { files: [policyPath, ...isOwn ? files : []], ...isOwn && { home: path } };
}
async function notingUnused(file, trusted) {
  if (file.from === void 0) return file;
  const unused = (await trusted.list()).find(({ path }) => isUsualPolicy(path));
  if (unused?.path === file.home?.path && await file.home?.isJudged() === true) return file;
  return unused === void 0 ? file : { ...file, from: { ...file.from, unused: unused.path } };
}
async function requireNamedPolicy({ isPolicyNamed = false, policyPath, base, head }) {
  if (!isPolicyNamed) return;
  const [before, after] = await Promise.all([hasFile(base, policyPath), hasFile(head, policyPath)]);
  if (!before && after) return;
  const message = `The workflow names this file as the policy (input \`policy\`), but the default branch does not have it; add it there, or correct the input.`;
  throw new GateFailure("policy-unavailable", message, { path: policyPath });
}
var hasFile = async (snapshot, path) => (await stateOf(snapshot)).files.get(path) !== void 0;
function gatedPaths({ isLookedAt }, { isGated }) {
  return isLookedAt === void 0 ? isGated : (path) => isLookedAt(path) && isGated(path);
}
async function openRecording(request) {
  const { replay, preset: given, now, focus, isEach } = request;
  const own = await givenPolicy(request);
  const { preset: recorded } = replay.policy;
  const file = own ?? recordedFile(replay.policy);
  const preset = given ?? (own === void 0 ? recorded ?? void 0 : void 0);
  const policy = await outlinePolicy(file, {
    ...preset === void 0 ? {} : { preset },
    readExtended: recordedExtended(replay.policy, own && request.readExtended)
  });
  return {
    ...{ now: now ?? replay.evaluatedAt, preset, file, policy, trust: replay.trust ?? {}, focus, isEach },
    subject: { recording: replay },
    compare: () => Promise.resolve(isEach === true ? gatedOf(replay.comparison, policy) : replay.comparison)
  };
}
function gatedOf(comparison, { isGated }) {
  return {
    ...comparison,
    lockfiles: comparison.lockfiles.filter(({ path }) => isGated(path)),
    changes: comparison.changes.filter(({ lockfile }) => isGated(lockfile))
  };
}

export {
  recordedOrigin,
  tablesIn,
  openSubject
};
