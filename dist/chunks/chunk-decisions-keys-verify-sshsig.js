import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  KEY_APPLICATION,
  base64Of,
  bytesOfBase64,
  isEd25519Scalar,
  isP256Scalar,
  keyFingerprint,
  keyLine,
  readKeyBlob,
  readMpint,
  sshReader,
  sshString
} from "./chunk-text-security-key.js";
import {
  concatBytes,
  sha256,
  sha512,
  utf8ToBytes
} from "./chunk-noble-hashes-sha2.js";

// src/trust/security-key.ts
import { createPublicKey, verify } from "node:crypto";
function verifiesCurve({ type, point, data, signature }) {
  if (signature.length !== 64) return false;
  try {
    switch (type) {
      case "sk-ssh-ed25519@openssh.com":
        return verify(null, data, publicKey({ kty: "OKP", crv: "Ed25519", x: base64url(point) }), signature);
      case "sk-ecdsa-sha2-nistp256@openssh.com": {
        const [x, y] = [point.subarray(1, 33), point.subarray(33)].map(base64url);
        const key = publicKey({ kty: "EC", crv: "P-256", x: x ?? "", y: y ?? "" });
        return verify("sha256", data, { key, dsaEncoding: "ieee-p1363" }, signature);
      }
    }
  } catch {
    return false;
  }
}
var publicKey = (key) => createPublicKey({ key, format: "jwk" });
var base64url = (bytes) => Buffer.from(bytes).toString("base64url");

// src/decisions/keys/key-signature.ts
function readKeySignature(blob, type) {
  const reader = sshReader(blob);
  if (reader.text() !== type) return "other-type";
  const inner = reader.string();
  const told = reader.bytes(5);
  if (inner === void 0 || told === void 0 || !reader.isAtEnd()) return "malformed";
  const signature = type === "sk-ssh-ed25519@openssh.com" ? ed25519(inner) : p256(inner);
  return signature === void 0 ? "malformed" : { signature, flags: told[0] ?? 0, told };
}
function ed25519(inner) {
  return inner.length === 64 && isEd25519Scalar(inner.subarray(32)) ? inner : void 0;
}
function p256(inner) {
  const reader = sshReader(inner);
  const [r, s] = [reader.string(), reader.string()].map((one) => one && readMpint(one, 32));
  if (r === void 0 || s === void 0 || !reader.isAtEnd()) return void 0;
  return isP256Scalar(r) && isP256Scalar(s) ? concatBytes(r, s) : void 0;
}

// src/decisions/keys/sshsig.ts
var DECISION_NAMESPACE = "lockgate-decision@v1";
var magic = utf8ToBytes("SSHSIG");
var [head, tail] = ["-----BEGIN SSH SIGNATURE-----\n", "-----END SSH SIGNATURE-----\n"];
var hash = "sha512";
function readSshsig(armoured) {
  const bytes = bytesOfBase64(armoured.slice(head.length, -tail.length).replaceAll("\n", ""));
  if (bytes === void 0 || armour(bytes) !== armoured) return "no-signature";
  const reader = sshReader(bytes);
  const isMarked = reader.bytes(magic.length)?.every((byte, at) => byte === magic[at]) === true;
  const version = reader.uint32();
  if (!isMarked || version === void 0) return "no-signature";
  if (version !== 1) return "other-version";
  const publicKey2 = reader.string();
  const [namespace, reserved, algorithm] = [reader.text(), reader.text(), reader.text()];
  const signature = reader.string();
  if (publicKey2 === void 0 || signature === void 0 || !reader.isAtEnd()) return "no-signature";
  if (namespace !== DECISION_NAMESPACE) return "other-namespace";
  if (reserved !== "") return "reserved";
  return algorithm === hash ? { publicKey: publicKey2, signature } : "other-hash";
}
function armour(bytes) {
  const lines = base64Of(bytes).match(/.{1,70}/g) ?? [];
  return `${head}${lines.map((line) => `${line}
`).join("")}${tail}`;
}
function signedData(message) {
  const strings = [utf8ToBytes(DECISION_NAMESPACE), new Uint8Array(), utf8ToBytes(hash), sha512(message)];
  return concatBytes(magic, ...strings.map(sshString));
}

// src/decisions/keys/verify-sshsig.ts
function verifySshsig(signed) {
  const answer = signerOf(signed);
  return typeof answer === "string" ? { code: answer, why: words[answer] } : { ok: answer };
}
var [present, verified] = [1, 4];
function signerOf({ sshsig, id, message, keys, verifies }) {
  const read = readSshsig(sshsig);
  if (typeof read === "string") return read;
  const key = readKeyBlob(read.publicKey);
  if (typeof key === "string") return `key-${key}`;
  const listed = keys.filter((one) => one.key === keyLine(key));
  const owner = listed.find((one) => id === void 0 || one.id === id);
  if (owner === void 0) return listed.length > 0 ? "key-of-another" : "key-not-listed";
  const made2 = readKeySignature(read.signature, key.type);
  if (typeof made2 === "string") return `signature-${made2}`;
  const { signature, flags, told } = made2;
  if ((flags & present) === 0) return "not-touched";
  if ((flags & verified) === 0) return "not-verified";
  if (flags !== (present | verified)) return "other-flags";
  const data = concatBytes(sha256(utf8ToBytes(KEY_APPLICATION)), told, sha256(signedData(message)));
  const isRight = verifies({ type: key.type, point: key.point, data, signature });
  return isRight ? { id: owner.id, fingerprint: keyFingerprint(key) } : "wrong";
}
var again = "sign again with `ssh-keygen -Y sign -n lockgate-decision@v1`";
var made = "a key made by `ssh-keygen -t ed25519-sk -O application=ssh:lockgate -O verify-required`";
var words = {
  "no-signature": `It is no SSH signature as \`ssh-keygen\` writes it; ${again}.`,
  "other-version": `It has another version than 1; ${again}.`,
  "other-namespace": `It was made for another purpose than decisions (namespace \`lockgate-decision@v1\`); ${again}.`,
  reserved: `It says something in a field that is reserved; ${again}.`,
  "other-hash": `It was made over another hash than SHA-512; ${again}.`,
  "key-other-type": `It was not made by a security key; use ${made}.`,
  "key-certificate": `It was made with a certificate; use ${made}.`,
  "key-malformed": `Its public key is damaged; use ${made}.`,
  "key-other-application": `Its key was made for another application than \`ssh:lockgate\`; use ${made}.`,
  "key-not-listed": "The policy lists its key for nobody; add the key to `approvals.keys` first.",
  "key-of-another": "The policy lists its key for another account; sign with a key of your own.",
  "signature-other-type": `The signature is of another type than its key; ${again}.`,
  "signature-malformed": `The signature is damaged; ${again}.`,
  "not-touched": `Nobody touched the security key; use ${made}.`,
  "not-verified": `The security key did not verify who touched it (PIN or finger); use ${made}.`,
  "other-flags": `The security key says more than that it was touched and verified who did; use ${made}.`,
  wrong: `It is not a signature of these bytes by its key; ${again}.`
};

export {
  DECISION_NAMESPACE,
  verifySshsig,
  verifiesCurve
};
