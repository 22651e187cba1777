import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  require_dist as require_dist2
} from "./chunk-trust-trust-material.js";
import {
  asList,
  asObject,
  asText,
  at
} from "./chunk-trust-json.js";
import {
  require_dist
} from "./chunk-sigstore-protobuf-specs.js";
import {
  __commonJS,
  __toESM
} from "./chunk-runtime.js";

// node_modules/@sigstore/bundle/dist/bundle.js
var require_bundle = __commonJS({
  "node_modules/@sigstore/bundle/dist/bundle.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.BUNDLE_V03_MEDIA_TYPE = exports.BUNDLE_V03_LEGACY_MEDIA_TYPE = exports.BUNDLE_V02_MEDIA_TYPE = exports.BUNDLE_V01_MEDIA_TYPE = void 0;
    exports.isBundleWithCertificateChain = isBundleWithCertificateChain;
    exports.isBundleWithPublicKey = isBundleWithPublicKey;
    exports.isBundleWithMessageSignature = isBundleWithMessageSignature;
    exports.isBundleWithDsseEnvelope = isBundleWithDsseEnvelope2;
    exports.BUNDLE_V01_MEDIA_TYPE = "application/vnd.dev.sigstore.bundle+json;version=0.1";
    exports.BUNDLE_V02_MEDIA_TYPE = "application/vnd.dev.sigstore.bundle+json;version=0.2";
    exports.BUNDLE_V03_LEGACY_MEDIA_TYPE = "application/vnd.dev.sigstore.bundle+json;version=0.3";
    exports.BUNDLE_V03_MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
    function isBundleWithCertificateChain(b) {
      return b.verificationMaterial.content.$case === "x509CertificateChain";
    }
    function isBundleWithPublicKey(b) {
      return b.verificationMaterial.content.$case === "publicKey";
    }
    function isBundleWithMessageSignature(b) {
      return b.content.$case === "messageSignature";
    }
    function isBundleWithDsseEnvelope2(b) {
      return b.content.$case === "dsseEnvelope";
    }
  }
});

// node_modules/@sigstore/bundle/dist/build.js
var require_build = __commonJS({
  "node_modules/@sigstore/bundle/dist/build.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.toMessageSignatureBundle = toMessageSignatureBundle;
    exports.toDSSEBundle = toDSSEBundle;
    var protobuf_specs_1 = require_dist();
    var bundle_1 = require_bundle();
    function toMessageSignatureBundle(options) {
      return {
        mediaType: options.certificateChain ? bundle_1.BUNDLE_V02_MEDIA_TYPE : bundle_1.BUNDLE_V03_MEDIA_TYPE,
        content: {
          $case: "messageSignature",
          messageSignature: {
            messageDigest: {
              algorithm: protobuf_specs_1.HashAlgorithm.SHA2_256,
              digest: options.digest
            },
            signature: options.signature
          }
        },
        verificationMaterial: toVerificationMaterial(options)
      };
    }
    function toDSSEBundle(options) {
      return {
        mediaType: options.certificateChain ? bundle_1.BUNDLE_V02_MEDIA_TYPE : bundle_1.BUNDLE_V03_MEDIA_TYPE,
        content: {
          $case: "dsseEnvelope",
          dsseEnvelope: toEnvelope(options)
        },
        verificationMaterial: toVerificationMaterial(options)
      };
    }
    function toEnvelope(options) {
      return {
        payloadType: options.artifactType,
        payload: options.artifact,
        signatures: [toSignature(options)]
      };
    }
    function toSignature(options) {
      return {
        keyid: options.keyHint || "",
        sig: options.signature
      };
    }
    function toVerificationMaterial(options) {
      return {
        content: toKeyContent(options),
        tlogEntries: [],
        timestampVerificationData: { rfc3161Timestamps: [] }
      };
    }
    function toKeyContent(options) {
      if (options.certificate) {
        if (options.certificateChain) {
          return {
            $case: "x509CertificateChain",
            x509CertificateChain: {
              certificates: [{ rawBytes: options.certificate }]
            }
          };
        } else {
          return {
            $case: "certificate",
            certificate: { rawBytes: options.certificate }
          };
        }
      } else {
        return {
          $case: "publicKey",
          publicKey: {
            hint: options.keyHint || ""
          }
        };
      }
    }
  }
});

// node_modules/@sigstore/bundle/dist/error.js
var require_error = __commonJS({
  "node_modules/@sigstore/bundle/dist/error.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ValidationError = void 0;
    var ValidationError = class extends Error {
      fields;
      constructor(message, fields) {
        super(message);
        this.fields = fields;
      }
    };
    exports.ValidationError = ValidationError;
  }
});

// node_modules/@sigstore/bundle/dist/validate.js
var require_validate = __commonJS({
  "node_modules/@sigstore/bundle/dist/validate.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.assertBundle = assertBundle;
    exports.assertBundleV01 = assertBundleV01;
    exports.isBundleV01 = isBundleV01;
    exports.assertBundleV02 = assertBundleV02;
    exports.assertBundleLatest = assertBundleLatest;
    var error_1 = require_error();
    function assertBundle(b) {
      const invalidValues = validateBundleBase(b);
      if (invalidValues.length > 0) {
        throw new error_1.ValidationError("invalid bundle", invalidValues);
      }
    }
    function assertBundleV01(b) {
      const invalidValues = [];
      invalidValues.push(...validateBundleBase(b));
      invalidValues.push(...validateInclusionPromise(b));
      if (invalidValues.length > 0) {
        throw new error_1.ValidationError("invalid v0.1 bundle", invalidValues);
      }
    }
    function isBundleV01(b) {
      try {
        assertBundleV01(b);
        return true;
      } catch (e) {
        return false;
      }
    }
    function assertBundleV02(b) {
      const invalidValues = [];
      invalidValues.push(...validateBundleBase(b));
      invalidValues.push(...validateInclusionProof(b));
      if (invalidValues.length > 0) {
        throw new error_1.ValidationError("invalid v0.2 bundle", invalidValues);
      }
    }
    function assertBundleLatest(b) {
      const invalidValues = [];
      invalidValues.push(...validateBundleBase(b));
      invalidValues.push(...validateInclusionProof(b));
      invalidValues.push(...validateNoCertificateChain(b));
      if (invalidValues.length > 0) {
        throw new error_1.ValidationError("invalid bundle", invalidValues);
      }
    }
    function validateBundleBase(b) {
      const invalidValues = [];
      if (b.mediaType === void 0 || !b.mediaType.match(/^application\/vnd\.dev\.sigstore\.bundle\+json;version=\d\.\d/) && !b.mediaType.match(/^application\/vnd\.dev\.sigstore\.bundle\.v\d\.\d\+json/)) {
        invalidValues.push("mediaType");
      }
      if (b.content === void 0) {
        invalidValues.push("content");
      } else {
        switch (b.content.$case) {
          case "messageSignature":
            if (b.content.messageSignature.messageDigest === void 0) {
              invalidValues.push("content.messageSignature.messageDigest");
            } else {
              if (b.content.messageSignature.messageDigest.digest.length === 0) {
                invalidValues.push("content.messageSignature.messageDigest.digest");
              }
            }
            if (b.content.messageSignature.signature.length === 0) {
              invalidValues.push("content.messageSignature.signature");
            }
            break;
          case "dsseEnvelope":
            if (b.content.dsseEnvelope.payload.length === 0) {
              invalidValues.push("content.dsseEnvelope.payload");
            }
            if (b.content.dsseEnvelope.signatures.length !== 1) {
              invalidValues.push("content.dsseEnvelope.signatures");
            } else {
              if (b.content.dsseEnvelope.signatures[0].sig.length === 0) {
                invalidValues.push("content.dsseEnvelope.signatures[0].sig");
              }
            }
            break;
        }
      }
      if (b.verificationMaterial === void 0) {
        invalidValues.push("verificationMaterial");
      } else {
        if (b.verificationMaterial.content === void 0) {
          invalidValues.push("verificationMaterial.content");
        } else {
          switch (b.verificationMaterial.content.$case) {
            case "x509CertificateChain":
              if (b.verificationMaterial.content.x509CertificateChain.certificates.length === 0) {
                invalidValues.push("verificationMaterial.content.x509CertificateChain.certificates");
              }
              b.verificationMaterial.content.x509CertificateChain.certificates.forEach((cert, i) => {
                if (cert.rawBytes.length === 0) {
                  invalidValues.push(`verificationMaterial.content.x509CertificateChain.certificates[${i}].rawBytes`);
                }
              });
              break;
            case "certificate":
              if (b.verificationMaterial.content.certificate.rawBytes.length === 0) {
                invalidValues.push("verificationMaterial.content.certificate.rawBytes");
              }
              break;
          }
        }
        if (b.verificationMaterial.tlogEntries === void 0) {
          invalidValues.push("verificationMaterial.tlogEntries");
        } else {
          if (b.verificationMaterial.tlogEntries.length > 0) {
            b.verificationMaterial.tlogEntries.forEach((entry, i) => {
              if (entry.logId === void 0) {
                invalidValues.push(`verificationMaterial.tlogEntries[${i}].logId`);
              }
              if (entry.kindVersion === void 0) {
                invalidValues.push(`verificationMaterial.tlogEntries[${i}].kindVersion`);
              }
            });
          }
        }
      }
      return invalidValues;
    }
    function validateInclusionPromise(b) {
      const invalidValues = [];
      if (b.verificationMaterial && b.verificationMaterial.tlogEntries?.length > 0) {
        b.verificationMaterial.tlogEntries.forEach((entry, i) => {
          if (entry.inclusionPromise === void 0) {
            invalidValues.push(`verificationMaterial.tlogEntries[${i}].inclusionPromise`);
          }
        });
      }
      return invalidValues;
    }
    function validateInclusionProof(b) {
      const invalidValues = [];
      if (b.verificationMaterial && b.verificationMaterial.tlogEntries?.length > 0) {
        b.verificationMaterial.tlogEntries.forEach((entry, i) => {
          if (entry.inclusionProof === void 0) {
            invalidValues.push(`verificationMaterial.tlogEntries[${i}].inclusionProof`);
          } else {
            if (entry.inclusionProof.checkpoint === void 0) {
              invalidValues.push(`verificationMaterial.tlogEntries[${i}].inclusionProof.checkpoint`);
            }
          }
        });
      }
      return invalidValues;
    }
    function validateNoCertificateChain(b) {
      const invalidValues = [];
      if (b.verificationMaterial?.content?.$case === "x509CertificateChain") {
        invalidValues.push("verificationMaterial.content.$case");
      }
      return invalidValues;
    }
  }
});

// node_modules/@sigstore/bundle/dist/serialized.js
var require_serialized = __commonJS({
  "node_modules/@sigstore/bundle/dist/serialized.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.envelopeToJSON = exports.envelopeFromJSON = exports.bundleToJSON = exports.bundleFromJSON = void 0;
    var protobuf_specs_1 = require_dist();
    var bundle_1 = require_bundle();
    var validate_1 = require_validate();
    var bundleFromJSON2 = (obj) => {
      const bundle = protobuf_specs_1.Bundle.fromJSON(obj);
      switch (bundle.mediaType) {
        case bundle_1.BUNDLE_V01_MEDIA_TYPE:
          (0, validate_1.assertBundleV01)(bundle);
          break;
        case bundle_1.BUNDLE_V02_MEDIA_TYPE:
          (0, validate_1.assertBundleV02)(bundle);
          break;
        default:
          (0, validate_1.assertBundleLatest)(bundle);
          break;
      }
      return bundle;
    };
    exports.bundleFromJSON = bundleFromJSON2;
    var bundleToJSON2 = (bundle) => {
      return protobuf_specs_1.Bundle.toJSON(bundle);
    };
    exports.bundleToJSON = bundleToJSON2;
    var envelopeFromJSON = (obj) => {
      return protobuf_specs_1.Envelope.fromJSON(obj);
    };
    exports.envelopeFromJSON = envelopeFromJSON;
    var envelopeToJSON = (envelope) => {
      return protobuf_specs_1.Envelope.toJSON(envelope);
    };
    exports.envelopeToJSON = envelopeToJSON;
  }
});

// node_modules/@sigstore/bundle/dist/index.js
var require_dist3 = __commonJS({
  "node_modules/@sigstore/bundle/dist/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.isBundleV01 = exports.assertBundleV02 = exports.assertBundleV01 = exports.assertBundleLatest = exports.assertBundle = exports.envelopeToJSON = exports.envelopeFromJSON = exports.bundleToJSON = exports.bundleFromJSON = exports.ValidationError = exports.isBundleWithPublicKey = exports.isBundleWithMessageSignature = exports.isBundleWithDsseEnvelope = exports.isBundleWithCertificateChain = exports.BUNDLE_V03_MEDIA_TYPE = exports.BUNDLE_V03_LEGACY_MEDIA_TYPE = exports.BUNDLE_V02_MEDIA_TYPE = exports.BUNDLE_V01_MEDIA_TYPE = exports.toMessageSignatureBundle = exports.toDSSEBundle = void 0;
    var build_1 = require_build();
    Object.defineProperty(exports, "toDSSEBundle", { enumerable: true, get: function() {
      return build_1.toDSSEBundle;
    } });
    Object.defineProperty(exports, "toMessageSignatureBundle", { enumerable: true, get: function() {
      return build_1.toMessageSignatureBundle;
    } });
    var bundle_1 = require_bundle();
    Object.defineProperty(exports, "BUNDLE_V01_MEDIA_TYPE", { enumerable: true, get: function() {
      return bundle_1.BUNDLE_V01_MEDIA_TYPE;
    } });
    Object.defineProperty(exports, "BUNDLE_V02_MEDIA_TYPE", { enumerable: true, get: function() {
      return bundle_1.BUNDLE_V02_MEDIA_TYPE;
    } });
    Object.defineProperty(exports, "BUNDLE_V03_LEGACY_MEDIA_TYPE", { enumerable: true, get: function() {
      return bundle_1.BUNDLE_V03_LEGACY_MEDIA_TYPE;
    } });
    Object.defineProperty(exports, "BUNDLE_V03_MEDIA_TYPE", { enumerable: true, get: function() {
      return bundle_1.BUNDLE_V03_MEDIA_TYPE;
    } });
    Object.defineProperty(exports, "isBundleWithCertificateChain", { enumerable: true, get: function() {
      return bundle_1.isBundleWithCertificateChain;
    } });
    Object.defineProperty(exports, "isBundleWithDsseEnvelope", { enumerable: true, get: function() {
      return bundle_1.isBundleWithDsseEnvelope;
    } });
    Object.defineProperty(exports, "isBundleWithMessageSignature", { enumerable: true, get: function() {
      return bundle_1.isBundleWithMessageSignature;
    } });
    Object.defineProperty(exports, "isBundleWithPublicKey", { enumerable: true, get: function() {
      return bundle_1.isBundleWithPublicKey;
    } });
    var error_1 = require_error();
    Object.defineProperty(exports, "ValidationError", { enumerable: true, get: function() {
      return error_1.ValidationError;
    } });
    var serialized_1 = require_serialized();
    Object.defineProperty(exports, "bundleFromJSON", { enumerable: true, get: function() {
      return serialized_1.bundleFromJSON;
    } });
    Object.defineProperty(exports, "bundleToJSON", { enumerable: true, get: function() {
      return serialized_1.bundleToJSON;
    } });
    Object.defineProperty(exports, "envelopeFromJSON", { enumerable: true, get: function() {
      return serialized_1.envelopeFromJSON;
    } });
    Object.defineProperty(exports, "envelopeToJSON", { enumerable: true, get: function() {
      return serialized_1.envelopeToJSON;
    } });
    var validate_1 = require_validate();
    Object.defineProperty(exports, "assertBundle", { enumerable: true, get: function() {
      return validate_1.assertBundle;
    } });
    Object.defineProperty(exports, "assertBundleLatest", { enumerable: true, get: function() {
      return validate_1.assertBundleLatest;
    } });
    Object.defineProperty(exports, "assertBundleV01", { enumerable: true, get: function() {
      return validate_1.assertBundleV01;
    } });
    Object.defineProperty(exports, "assertBundleV02", { enumerable: true, get: function() {
      return validate_1.assertBundleV02;
    } });
    Object.defineProperty(exports, "isBundleV01", { enumerable: true, get: function() {
      return validate_1.isBundleV01;
    } });
  }
});

// src/trust/checks.ts
var maxShown = 512;
var CheckFailure = class extends Error {
  failed;
  constructor(check, difference = {}) {
    super(check);
    this.name = "CheckFailure";
    const { expected, found } = difference;
    this.failed = {
      check,
      ...expected === void 0 ? {} : { expected: expected.slice(0, maxShown) },
      ...found === void 0 ? {} : { found: found.slice(0, maxShown) }
    };
  }
};
function demand(held, check) {
  if (!held) throw new CheckFailure(check);
}
function demandEqual(check, expected, found) {
  if (found !== expected) throw new CheckFailure(check, found === void 0 ? { expected } : { expected, found });
}

// src/trust/bundle.ts
var import_bundle = __toESM(require_dist3(), 1);
var import_verify = __toESM(require_dist2(), 1);
var mediaTypes = /* @__PURE__ */ new Set([
  "application/vnd.dev.sigstore.bundle+json;version=0.1",
  "application/vnd.dev.sigstore.bundle+json;version=0.2",
  "application/vnd.dev.sigstore.bundle+json;version=0.3",
  "application/vnd.dev.sigstore.bundle.v0.3+json"
]);
var inTotoPayload = "application/vnd.in-toto+json";
var bounds = { entries: 4, timestamps: 4, certificates: 16, hashes: 64, blob: 16384, number: 32 };
function certificatesOf(content2) {
  switch (content2.$case) {
    case "publicKey":
      return [];
    case "certificate":
      return [content2.certificate.rawBytes];
    case "x509CertificateChain":
      return content2.x509CertificateChain.certificates.map((certificate) => certificate.rawBytes);
  }
}
function demandBounds({ verificationMaterial: material }) {
  const { content: content2, tlogEntries } = material;
  const certificates = certificatesOf(content2);
  const timestamps = material.timestampVerificationData?.rfc3161Timestamps ?? [];
  const proofs = tlogEntries.map((entry) => entry.inclusionProof).filter((proof) => proof !== void 0);
  const blobs = [...certificates, ...timestamps.map((timestamp) => timestamp.signedTimestamp)];
  const numbers = [
    ...tlogEntries.flatMap((entry) => [entry.logIndex, entry.integratedTime]),
    ...proofs.map((proof) => proof.logIndex)
  ];
  demand(
    tlogEntries.length <= bounds.entries && timestamps.length <= bounds.timestamps && certificates.length <= bounds.certificates && proofs.every((proof) => proof.hashes.length <= bounds.hashes) && proofs.every((proof) => (proof.checkpoint?.envelope.length ?? 0) <= bounds.blob) && blobs.every((blob) => blob.length <= bounds.blob) && numbers.every((number) => number.length <= bounds.number),
    "bounds"
  );
  demand(
    numbers.every((number) => /^(?:0|[1-9]\d*)$/.test(number)),
    "bundle"
  );
}
function decode(value) {
  try {
    return (0, import_bundle.bundleFromJSON)(value);
  } catch {
    throw new CheckFailure("bundle");
  }
}
function isFaithful(written, decoded) {
  const list = asList(decoded);
  if (list !== void 0) {
    const items = asList(written);
    return items?.length === list.length && list.every((item, index) => isFaithful(items[index], item));
  }
  const object = asObject(decoded);
  if (object !== void 0) {
    return Object.entries(object).every(([name, value]) => isFaithful(at(written, name), value));
  }
  return written === decoded || Number.isSafeInteger(written) && String(written) === decoded;
}
function readEntity(bundle) {
  try {
    return (0, import_verify.toSignedEntity)(bundle);
  } catch {
    throw new CheckFailure("bundle");
  }
}
function decodeBundle(value) {
  demand(asObject(value) !== void 0 && mediaTypes.has(at(value, "mediaType")), "bundle");
  const bundle = decode(value);
  demandBounds(bundle);
  demand((0, import_bundle.isBundleWithDsseEnvelope)(bundle), "bundle");
  const { dsseEnvelope } = bundle.content;
  const { content: content2 } = bundle.verificationMaterial;
  if (dsseEnvelope.payloadType !== inTotoPayload) {
    throw new CheckFailure("payload-type", { expected: inTotoPayload, found: dsseEnvelope.payloadType });
  }
  const hint = content2.$case === "publicKey" ? content2.publicKey.hint : "";
  const keyid = dsseEnvelope.signatures[0]?.keyid;
  if (keyid !== hint) throw new CheckFailure("signer", { expected: hint, found: keyid ?? "" });
  return {
    keyid: content2.$case === "publicKey" ? hint : void 0,
    payload: dsseEnvelope.payload,
    certificate: certificatesOf(content2)[0],
    entity: readEntity(bundle),
    faithful: isFaithful(value, (0, import_bundle.bundleToJSON)(bundle))
  };
}

// src/trust/bundle-verification.ts
var import_verify2 = __toESM(require_dist2(), 1);
import { X509Certificate } from "node:crypto";
function checkOf(error) {
  if (!(error instanceof import_verify2.VerificationError)) return "bundle";
  switch (error.code) {
    case "TIMESTAMP_ERROR":
      return "timestamp";
    case "CERTIFICATE_ERROR":
      return "certificate";
    case "PUBLIC_KEY_ERROR":
      return "key-period";
    case "TLOG_BODY_ERROR":
      return "log-entry";
    case "TLOG_ERROR":
    case "TLOG_INCLUSION_PROOF_ERROR":
    case "TLOG_INCLUSION_PROMISE_ERROR":
    case "TLOG_MISSING_INCLUSION_ERROR":
      return "transparency-log";
    case "SIGNATURE_ERROR":
      return "signature";
    case "NOT_IMPLEMENTED_ERROR":
      return "bundle";
  }
}
function isCanonical({ certificate, entity }) {
  if (certificate === void 0 || entity.key.$case !== "certificate") return entity.key.$case === "public-key";
  const written = entity.key.certificate.root.toDER();
  return written.equals(certificate) && new X509Certificate(certificate).raw.equals(written);
}
function verifyBundle(decoded, verifier) {
  let signer;
  let canonical;
  try {
    signer = verifier.verify(decoded.entity);
    canonical = isCanonical(decoded);
  } catch (error) {
    throw new CheckFailure(checkOf(error));
  }
  demand(canonical, "certificate");
  demand(decoded.faithful, "bundle");
  return signer;
}
function signedAt({ entity }) {
  const times = entity.timestamps.flatMap((stamp) => {
    if (stamp.$case === "timestamp-authority") return [stamp.timestamp.signingTime.getTime()];
    return stamp.tlogEntry.inclusionPromise === void 0 ? [] : [Number(stamp.tlogEntry.integratedTime) * 1e3];
  });
  return new Date(Math.min(...times)).toISOString();
}

// src/trust/statement.ts
var statementTypes = ["https://in-toto.io/Statement/v0.1", "https://in-toto.io/Statement/v1"];
var kinds = {
  "https://slsa.dev/provenance/v0.2": "provenance",
  "https://slsa.dev/provenance/v1": "provenance",
  "https://github.com/npm/attestation/tree/main/specs/publish/v0.1": "publish"
};
function kindOf(predicateType) {
  return typeof predicateType === "string" && Object.hasOwn(kinds, predicateType) ? kinds[predicateType] ?? "other" : "other";
}
function parseStatement(payload) {
  let value;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
  } catch {
    throw new CheckFailure("statement");
  }
  const predicateType = asText(at(value, "predicateType"));
  const subjects = asList(at(value, "subject"));
  const predicate = asObject(at(value, "predicate"));
  if (predicateType === void 0 || subjects === void 0 || predicate === void 0) {
    throw new CheckFailure("statement");
  }
  if (!statementTypes.includes(at(value, "_type"))) throw new CheckFailure("statement");
  return { predicateType, subjects, predicate };
}
function demandSubject(statement, purl, sha512) {
  if (statement.subjects.length !== 1) {
    throw new CheckFailure("subject-count", { expected: "1", found: String(statement.subjects.length) });
  }
  const [subject] = statement.subjects;
  demandEqual("subject-name", purl, asText(at(subject, "name")));
  demandEqual("subject-digest", sha512, asText(at(subject, "digest", "sha512")));
}
function demandPublish(statement, name, version) {
  demandEqual("publish-predicate", name, asText(statement.predicate.name));
  demandEqual("publish-predicate", version, asText(statement.predicate.version));
  return asText(statement.predicate.registry);
}

// src/trust/extensions.ts
var fulcioArc = "1.3.6.1.4.1.57264.1.";
var subjectAlternativeName = "2.5.29.17";
var lastRawArc = 7;
var tag = { utf8String: 12, sequence: 48, uri: 134 };
function content(bytes, expectedTag) {
  const [first, length = 128] = bytes;
  if (first !== expectedTag) return void 0;
  const lengthBytes = length < 128 ? 0 : length & 127;
  const start = 2 + lengthBytes;
  if (lengthBytes > 2 || length >= 128 && lengthBytes === 0 || bytes.length < start) return void 0;
  const size = lengthBytes === 0 ? length : bytes.readUIntBE(2, lengthBytes);
  return bytes.length === start + size ? bytes.subarray(start) : void 0;
}
function decode2(bytes) {
  if (bytes === void 0 || bytes.length === 0) return void 0;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return void 0;
  }
}
function readUri(generalNames) {
  const names = generalNames === void 0 ? void 0 : content(generalNames, tag.sequence);
  return decode2(names === void 0 ? void 0 : content(names, tag.uri));
}
function readExtensions(signer) {
  const values = /* @__PURE__ */ new Map();
  for (const { oid, value } of signer.identity?.oids ?? []) {
    const name = (oid?.id ?? []).join(".");
    if (values.has(name)) throw new CheckFailure("identity");
    values.set(name, value);
  }
  const texts = /* @__PURE__ */ new Map();
  for (const [name, value] of values) {
    if (!name.startsWith(fulcioArc)) continue;
    const arc = Number(name.slice(fulcioArc.length));
    if (value.length === 0) continue;
    const bytes = arc <= lastRawArc ? value : content(value, tag.utf8String);
    const text = decode2(bytes);
    if (text !== void 0) texts.set(arc, text);
    else if (bytes?.length !== 0) throw new CheckFailure("identity");
  }
  const subject = readUri(values.get(subjectAlternativeName));
  if (subject === void 0) {
    const found = signer.identity?.subjectAlternativeName;
    throw new CheckFailure("identity", found === void 0 ? {} : { found });
  }
  return { subject, text: (arc) => texts.get(arc) };
}

export {
  CheckFailure,
  demandEqual,
  decodeBundle,
  verifyBundle,
  signedAt,
  readExtensions,
  kindOf,
  parseStatement,
  demandSubject,
  demandPublish
};
