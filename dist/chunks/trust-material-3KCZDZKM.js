import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  GateFailure
} from "./chunk-NAH4THA5.js";
import {
  seedTexts
} from "./chunk-Q5RMK4RW.js";
import {
  require_dist,
  require_dist2
} from "./chunk-XWSEVZET.js";
import {
  __toESM
} from "./chunk-EGBZGZ5D.js";

// src/evidence/trust/trust-material.ts
var import_protobuf_specs = __toESM(require_dist(), 1);
var import_verify = __toESM(require_dist2(), 1);
var publicIssuers = [
  { issuer: "https://token.actions.githubusercontent.com", platform: "github" },
  { issuer: "https://gitlab.com", platform: "gitlab" }
];
var mediaTypes = [
  "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
  "application/vnd.dev.sigstore.trustedroot.v0.1+json",
  "application/vnd.dev.sigstore.trustedroot.v0.2+json"
];
function readRoot(text) {
  const root = import_protobuf_specs.TrustedRoot.fromJSON(JSON.parse(text));
  return {
    mediaType: root.mediaType,
    material: (0, import_verify.toTrustMaterial)(root),
    thresholds: {
      ctlogThreshold: Math.min(root.ctlogs.length, 1),
      tlogThreshold: Math.min(root.tlogs.length, 1),
      timestampThreshold: 1
    }
  };
}
function keyFinder(keys) {
  return (hint) => {
    const key = keys.get(hint);
    const period = key?.attestations;
    if (key === void 0) throw new Error("no such registry key");
    return {
      publicKey: key.publicKey,
      validFor: (date) => period !== void 0 && period.start <= date.getTime() && date.getTime() < period.end
    };
  };
}
function makeTrust(origin, issuers, root) {
  const verifiers = /* @__PURE__ */ new WeakMap();
  return {
    origin,
    issuers,
    verifierFor(keys) {
      let verifier = verifiers.get(keys);
      if (verifier === void 0) {
        const { material, thresholds } = root();
        verifier = new import_verify.Verifier({ ...material, publicKey: keyFinder(keys) }, thresholds);
        verifiers.set(keys, verifier);
      }
      return verifier;
    }
  };
}
var embeddedRoot;
var embeddedTrust = makeTrust(
  "embedded",
  publicIssuers,
  () => embeddedRoot ??= readRoot(seedTexts.trustedRoot)
);
function trustFrom(text, path, issuers = publicIssuers) {
  const invalid = (why) => new GateFailure("configuration-invalid", `The trusted root ${why}.`, { path });
  let root;
  try {
    root = readRoot(text);
  } catch {
    throw invalid("is no trusted_root.json: it does not parse, or holds a key or certificate that does not");
  }
  if (!mediaTypes.includes(root.mediaType)) throw invalid(`needs the mediaType \`${mediaTypes.join("`, `")}\``);
  const { certificateAuthorities, tlogs, timestampAuthorities } = root.material;
  if (certificateAuthorities.length === 0) {
    throw invalid("names no certificate authority, so it cannot verify provenance");
  }
  if (tlogs.length + timestampAuthorities.length === 0) {
    throw invalid(
      "names neither a transparency log nor a timestamp authority, so nothing can say when a signature was made"
    );
  }
  return makeTrust("given", issuers, () => root);
}
export {
  embeddedTrust,
  publicIssuers,
  trustFrom
};
