import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  feed,
  listingLimits,
  rt
} from "./chunk-registry-read-tarball.js";
import {
  codeOf
} from "./chunk-net-exchange-failure.js";

// src/registry/program-digests.ts
import { createHash } from "node:crypto";
var hashAlgorithms = ["sha1", "sha224", "sha256", "sha384", "sha512"];
var TooLarge = class extends Error {
};
var Ambiguous = class extends Error {
};
var maxProgram = 64 * 1024 * 1024;
async function readProgram(packed, member) {
  const tarball = digestsOf(packed);
  const integrity = `sha512-${Buffer.from(tarball.sha512, "hex").toString("base64")}`;
  if (member === void 0) return { state: "read", integrity, tarball };
  try {
    const bytes = await memberOf(packed, member);
    if (bytes === void 0) return { state: "unreadable", reason: "malformed" };
    return { state: "read", integrity, tarball, program: { ...digestsOf(bytes), normalised: normalisedDigest(bytes) } };
  } catch (cause) {
    if (cause instanceof TooLarge) return { state: "unreadable", reason: "too-large" };
    return { state: "unreadable", reason: codeOf(cause) === "ABORT_ERR" ? "timeout" : "malformed" };
  }
}
function normalisedDigest(bytes) {
  const text = Buffer.from(bytes).toString("latin1").replaceAll("\r\n", "\n");
  return createHash("sha512").update(Buffer.from(text, "latin1")).digest("hex");
}
var digestsOf = (bytes) => Object.fromEntries(
  hashAlgorithms.map((algorithm) => [algorithm, createHash(algorithm).update(bytes).digest("hex")])
);
async function memberOf(packed, member) {
  const parser = new rt({ strict: true });
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(listingLimits.milliseconds)]);
  let found;
  let [count, size] = [0, 0];
  let refuse = () => void 0;
  const refused = new Promise((_, reject) => {
    refuse = reject;
    parser.on("error", reject);
    parser.on("entry", (entry) => {
      count += 1;
      if (count > listingLimits.entries) reject(new TooLarge());
      if (entry.path.split("/").slice(1).join("/") !== member) {
        entry.resume();
        return;
      }
      if (found !== void 0 || entry.type !== "File") reject(new Ambiguous());
      const chunks = [];
      found = chunks;
      entry.on("data", (chunk) => {
        size += chunk.length;
        if (size > maxProgram) reject(new TooLarge());
        else chunks.push(chunk);
      });
    });
  });
  try {
    await Promise.race([
      feed(packed, parser, (chunk) => parser.write(chunk), listingLimits.unpacked, signal, refuse),
      refused
    ]);
    return found && Buffer.concat(found);
  } finally {
    stop.abort();
  }
}

export {
  hashAlgorithms,
  readProgram,
  normalisedDigest
};
