import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  clientLimits
} from "./chunk-registry-limits.js";
import {
  trustFrom
} from "./chunk-trust-trust-material.js";
import {
  parseRegistryKeys
} from "./chunk-trust-registry-keys.js";
import "./chunk-trust-instant.js";
import "./chunk-trust-json.js";
import {
  seedTexts,
  signedOn
} from "./chunk-trust-seeds.js";
import {
  canonicalRegistry,
  isPrivateChannel
} from "./chunk-registry-registry-map.js";
import {
  require_dist,
  require_error
} from "./chunk-tuf-js.js";
import "./chunk-minimatch-commonjs.js";
import "./chunk-proc-log.js";
import "./chunk-sigstore-protobuf-specs.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-npmcli-agent.js";
import "./chunk-lru-cache-commonjs-node-index-min.js";
import {
  createAgent,
  exchange
} from "./chunk-net-http-exchange.js";
import {
  ExchangeFailure
} from "./chunk-net-exchange-failure.js";
import "./chunk-net-loopback.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  visible
} from "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/trust/refresh.ts
var import_tuf_js = __toESM(require_dist(), 1);
import { mkdir, mkdtemp as mkdtemp2, readFile, rm, writeFile as writeFile2 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";

// src/trust/tuf-fetcher.ts
var import_error = __toESM(require_error(), 1);
import { mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
var attempts = 3;
async function createTufFetcher(mirror, folder) {
  const end = performance.now() + clientLimits.deadline;
  const agent = await createAgent({ url: mirror, agent: { rejectUnauthorized: true } }, 4);
  const inFlight = { bytes: 0, max: clientLimits.bytesInFlight };
  async function attempt(url, maxBytes) {
    const deadline = end - performance.now();
    if (deadline <= 0) throw new ExchangeFailure("timeout", `no answer within ${clientLimits.deadline / 1e3} s`);
    const headers = () => ({ "accept-encoding": "gzip, br", "user-agent": "lockgate" });
    const { status, body } = await exchange(url, {
      ...{ agent, headers, deadline, idle: clientLimits.idle, maxBytes, inFlight }
    });
    if (status !== 200) throw new import_error.DownloadHTTPError(`HTTP ${status}`, status);
    return body;
  }
  async function downloadBytes(address, maxBytes) {
    const url = new URL(address);
    for (let count = 1; ; count += 1) {
      try {
        return await attempt(url, maxBytes);
      } catch (cause) {
        if (count >= attempts || !isPassing(cause)) throw cause;
        await new Promise((resolve) => setTimeout(resolve, clientLimits.backOff * 2 ** (count - 1)));
      }
    }
  }
  return {
    downloadBytes,
    downloadFile: async (address, maxBytes, use) => {
      const file = join(await mkdtemp(join(folder, "download-")), "target");
      await writeFile(file, await downloadBytes(address, maxBytes));
      return use(file);
    },
    close: () => agent.destroy()
  };
}
function isPassing(cause) {
  if (cause instanceof import_error.DownloadHTTPError) return cause.statusCode === 429 || cause.statusCode >= 500;
  return cause instanceof ExchangeFailure && (cause.reason === "network" || cause.reason === "timeout");
}

// src/trust/refresh.ts
var maxTargetBytes = 1024 * 1024;
async function refreshTrust(source) {
  const mirror = readMirror(source.mirror ?? seedTexts.mirror);
  const folder = await mkdtemp2(join2(tmpdir(), "lockgate-trust-"));
  const fetcher = await createTufFetcher(mirror, folder);
  try {
    await writeFile2(join2(folder, "root.json"), source.root ?? seedTexts.root);
    const targetDir = join2(folder, "targets");
    await mkdir(targetDir);
    const updater = new import_tuf_js.Updater({
      ...{ metadataDir: folder, metadataBaseUrl: mirror },
      ...{ targetDir, targetBaseUrl: `${mirror}targets/`, fetcher }
    });
    await updater.refresh();
    const trustedRoot = await readTarget(updater, "trusted_root.json");
    const registryKeys = JSON.parse(await readTarget(updater, seedTexts.keysTarget));
    trustFrom(trustedRoot, "trusted_root.json");
    const list = parseRegistryKeys(registryKeys);
    if (list.state === "malformed" || list.keys.size === 0) throw new Error("its list of registry keys is unusable");
    const date = signedOn(await readFile(join2(folder, "timestamp.json"), "utf8"));
    return { trustedRoot, registryKeys, ...date === void 0 ? {} : { date } };
  } catch (cause) {
    const why = visible(cause instanceof Error ? cause.message : String(cause), 200);
    throw new GateFailure(
      "trust-unavailable",
      `The trust material could not be refreshed from ${visible(mirror)} (${why}); run again, or leave out --refresh-trust to use the built-in trust material.`
    );
  } finally {
    fetcher.close();
    await rm(folder, { recursive: true, force: true });
  }
}
async function readTarget(updater, name) {
  const target = await updater.getTargetInfo(name);
  if (target === void 0) throw new Error(`it has no target ${name}`);
  if (target.length > maxTargetBytes) throw new Error(`its target ${name} is larger than ${maxTargetBytes} bytes`);
  return readFile(await updater.downloadTarget(target), "utf8");
}
function readMirror(text) {
  const mirror = canonicalRegistry(text);
  if ("url" in mirror && isPrivateChannel(mirror.url)) return mirror.url;
  const fault = "fault" in mirror ? mirror.fault : "plain http";
  throw new GateFailure("usage", `The TUF mirror must be an https address (plain http only on loopback): ${fault}.`);
}
export {
  refreshTrust
};
