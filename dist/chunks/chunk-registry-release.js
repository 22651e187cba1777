import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  normalBin
} from "./chunk-managers-bin.js";

// src/registry/repository-url.ts
var hosts = {
  github: { host: "github.com", segments: 2 },
  bitbucket: { host: "bitbucket.org", segments: 2 },
  gist: { host: "gist.github.com", segments: Infinity },
  gitlab: { host: "gitlab.com", segments: Infinity }
};
var known = new Map(Object.values(hosts).map(({ host, segments }) => [host, segments]));
var maxLength = 1024;
function normalizeRepository(declared) {
  const text2 = typeof declared === "string" ? declared : urlOf(declared);
  if (text2 === void 0 || text2.length > maxLength) return void 0;
  const url = URL.parse(asHttps(text2.trim()));
  if (url === null || url.hostname === "") return void 0;
  const host = url.host.toLowerCase().replace(/^www\./, "");
  const segments = url.pathname.toLowerCase().split("/").filter((segment) => segment !== "").slice(0, known.get(host));
  const tree = host === "gitlab.com" ? segments.findIndex((one, at) => at > 1 && /^(?:-|tree|blob)$/.test(one)) : -1;
  const named = tree === -1 ? segments : segments.slice(0, tree);
  const least = host === "gist.github.com" || !known.has(host) ? 1 : 2;
  const path = named.map((segment, at) => at === named.length - 1 ? segment.replace(/\.git$/, "") : segment);
  return path.length < least || path.at(-1) === "" ? void 0 : `${host}/${path.join("/")}`;
}
function urlOf(declared) {
  if (typeof declared !== "object" || declared === null || !Object.hasOwn(declared, "url")) return void 0;
  const { url } = declared;
  return typeof url === "string" ? url : void 0;
}
function asHttps(text2) {
  const short = /^(github|gitlab|bitbucket|gist):(?!\/\/)(.*)$/i.exec(text2);
  const name = short?.[1]?.toLowerCase();
  if (name !== void 0) return `https://${hosts[name]?.host ?? ""}/${short?.[2] ?? ""}`;
  if (/^[\w.-]+\/[\w.-]+(?:#.*)?$/.test(text2)) return `https://${hosts.github?.host ?? ""}/${text2}`;
  const scheme = /^(?:git\+)?(https?|git|ssh|rsync|file):\/\//i.exec(text2);
  if (scheme !== null) {
    const rest = text2.slice(scheme[0].length);
    const isRemote = !/^(?:rsync|file)$/i.test(scheme[1] ?? "");
    return isRemote ? `https://${withoutColon(rest)}` : "";
  }
  return /^[\w.-]+@[\w.-]+:(?!\d+\/)/.test(text2) ? `https://${withoutColon(text2)}` : "";
}
function withoutColon(rest) {
  const end = rest.search(/[/\\?#]|$/);
  const authority = rest.slice(0, end);
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  const [, name, port] = /^([^:[\]]+):(.*)$/.exec(host) ?? [];
  const isPath = name !== void 0 && port !== void 0 && !/^\d+$/.test(port);
  return (isPath ? `${name}/${port}` : host) + rest.slice(end);
}

// src/registry/release.ts
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function readRelease(name, version, manifest) {
  if (!isRecord(manifest)) return "manifest";
  const dist = manifest.dist ?? {};
  if (!isRecord(dist)) return "dist";
  const hooks = installHooks(manifest);
  if (hooks === void 0) return "scripts";
  const dependencies = specs(manifest.dependencies);
  if (dependencies === void 0) return "dependencies";
  const optionalDependencies = specs(manifest.optionalDependencies);
  if (optionalDependencies === void 0) return "optionalDependencies";
  const peerDependencies = specs(manifest.peerDependencies);
  if (peerDependencies === void 0) return "peerDependencies";
  const bundled = bundledNames(manifest.bundledDependencies, manifest.bundleDependencies);
  if (bundled === void 0) return "bundledDependencies";
  for (const key of ["integrity", "shasum", "tarball"]) {
    if (dist[key] !== void 0 && dist[key] !== null && typeof dist[key] !== "string") return `dist.${key}`;
  }
  const repository = normalizeRepository(manifest.repository);
  const license = licenseText(manifest);
  return {
    version,
    documentMatches: manifest.name === name && sameVersion(manifest.version, version),
    ...text(dist, "integrity"),
    ...text(dist, "shasum"),
    ...text(dist, "tarball"),
    ...size(dist.unpackedSize),
    hooks,
    ...isListOfTexts(manifest.os) && isListOfTexts(manifest.cpu) ? { platform: true } : {},
    ...programs(name, manifest),
    deprecated: Boolean(manifest.deprecated),
    dependencies,
    optionalDependencies,
    peerDependencies,
    bundled,
    ...license === void 0 ? {} : { license },
    ...repository === void 0 ? {} : { repository }
  };
}
function installHooks(manifest) {
  if (!isRecord(manifest)) return void 0;
  const scripts = manifest.scripts ?? {};
  if (!isRecord(scripts)) return void 0;
  const hooks = {};
  for (const hook of ["preinstall", "install", "postinstall"]) {
    const command = scripts[hook];
    if (command === void 0 || command === null || command === "") continue;
    if (typeof command !== "string") return void 0;
    hooks[hook] = command;
  }
  const ownBuild = hooks.preinstall !== void 0 || hooks.install !== void 0;
  return Boolean(manifest.gypfile) && !ownBuild ? { ...hooks, "implicit-gyp": "node-gyp rebuild" } : hooks;
}
var longestLicense = 512;
function licenseText({ license, licenses }) {
  const one = (value) => {
    const type = isRecord(value) ? value.type : value;
    return typeof type === "string" && type.trim() !== "" ? type.trim() : void 0;
  };
  const any = (list) => {
    const listed = Array.isArray(list) ? list.flatMap((each) => one(each) ?? []) : [];
    return listed.length > 0 ? listed.join(" OR ") : void 0;
  };
  const text2 = one(license) ?? any(license) ?? any(licenses);
  return text2?.slice(0, longestLicense);
}
var isListOfTexts = (value) => Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string" && !each.startsWith("!"));
function sameVersion(own, asked) {
  return typeof own === "string" && (own === asked || own.split("+", 1)[0] === asked.split("+", 1)[0]);
}
function text(from, key) {
  const value = from[key];
  return typeof value === "string" ? { [key]: value } : {};
}
function programs(name, { bin, directories }) {
  const normal = normalBin(name, bin);
  if (Object.keys(normal).length > 0) return { bin: normal };
  return isRecord(directories) && directories.bin !== void 0 ? {} : { bin: {} };
}
function size(value) {
  return Number.isSafeInteger(value) && value >= 0 ? { unpackedSize: value } : {};
}
function specs(value) {
  if (value === void 0 || value === null) return {};
  if (!isRecord(value)) return void 0;
  const entries = Object.entries(value);
  return entries.every((entry) => typeof entry[1] === "string") ? Object.fromEntries(entries) : void 0;
}
function bundledNames(...fields) {
  const names = /* @__PURE__ */ new Set();
  for (const field of fields) {
    if (field === true) return true;
    if (field === void 0 || field === null || field === false) continue;
    const listed = isRecord(field) ? Object.keys(field) : field;
    if (!Array.isArray(listed) || !listed.every((name) => typeof name === "string")) return void 0;
    for (const name of listed) names.add(name);
  }
  return [...names].sort();
}

export {
  normalizeRepository,
  isRecord,
  readRelease,
  installHooks,
  specs,
  bundledNames
};
