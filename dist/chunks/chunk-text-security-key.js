import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  sha256
} from "./chunk-noble-hashes-sha2.js";

// src/model/security-key.ts
var securityKeyTypes = ["sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com"];

// src/text/base64.ts
function bytesOfBase64(text) {
  let binary;
  try {
    binary = atob(text);
  } catch {
    return void 0;
  }
  return btoa(binary) === text ? Uint8Array.from(binary, (byte) => byte.charCodeAt(0)) : void 0;
}
function base64Of(bytes) {
  return btoa(latin1(bytes));
}
function latin1(bytes) {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

// src/text/curves.ts
var hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
var bigEndian = (bytes) => BigInt(`0x${hex(bytes)}`);
var littleEndian = (bytes) => bigEndian(Uint8Array.from(bytes).reverse());
var p256 = {
  p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
  b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
};
function isP256Point(bytes) {
  if (bytes.length !== 65 || bytes[0] !== 4) return false;
  const [x, y] = [bigEndian(bytes.subarray(1, 33)), bigEndian(bytes.subarray(33))];
  const { p: p2, b } = p256;
  return x < p2 && y < p2 && (y * y - (x * x * x - 3n * x + b)) % p2 === 0n;
}
function isP256Scalar(bytes) {
  const scalar = bigEndian(bytes);
  return scalar > 0n && scalar < p256.n;
}
var p = 2n ** 255n - 19n;
var d = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;
var order = 2n ** 252n + 27742317777372353535851937790883648493n;
var eighth = 2707385501144840649318225287225658788936804267575313519463743609750303402022n;
var smallOrders = /* @__PURE__ */ new Set([0n, 1n, p - 1n, eighth, p - eighth]);
function isEd25519Point(bytes) {
  if (bytes.length !== 32) return false;
  const y = littleEndian(bytes) & 2n ** 255n - 1n;
  if (y >= p || smallOrders.has(y)) return false;
  const [u, v] = [y * y - 1n, d * y * y + 1n];
  return power(u * v % p, (p - 1n) / 2n) === 1n;
}
function isEd25519Scalar(bytes) {
  return littleEndian(bytes) < order;
}
function power(base, exponent) {
  let [result, square] = [1n, base];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = result * square % p;
    square = square * square % p;
  }
  return result;
}

// src/text/ssh-wire.ts
function sshReader(all) {
  let at = 0;
  const bytes = (count) => {
    if (count > all.length - at) return void 0;
    at += count;
    return all.subarray(at - count, at);
  };
  const uint32 = () => bytes(4)?.reduce((number, byte) => number * 256 + byte, 0);
  const string = () => {
    const length = uint32();
    return length === void 0 ? void 0 : bytes(length);
  };
  const text = () => {
    const read = string();
    return read === void 0 ? void 0 : latin1(read);
  };
  return { bytes, uint32, string, text, isAtEnd: () => at === all.length };
}
function sshString(content) {
  const written = new Uint8Array(4 + content.length);
  new DataView(written.buffer).setUint32(0, content.length);
  written.set(content, 4);
  return written;
}
function readMpint(content, size) {
  const [first = 0, second = 0] = content;
  const isPadded = first === 0;
  if (content.length === 0 || first > 127 || isPadded && second < 128) return void 0;
  const digits = isPadded ? content.subarray(1) : content;
  if (digits.length > size) return void 0;
  const number = new Uint8Array(size);
  number.set(digits, size - digits.length);
  return number;
}

// src/text/security-key.ts
var KEY_APPLICATION = "ssh:lockgate";
function readKeyBlob(blob) {
  const reader = sshReader(blob);
  const named = reader.text();
  const type = securityKeyTypes.find((one) => one === named);
  if (type === void 0) return /-cert-v\d+@/.test(named ?? "") ? "certificate" : "other-type";
  const curve = type === "sk-ecdsa-sha2-nistp256@openssh.com" ? reader.text() : void 0;
  const point = reader.string();
  const application = reader.text();
  if (point === void 0 || application === void 0 || !reader.isAtEnd()) return "malformed";
  const isPoint = type === "sk-ssh-ed25519@openssh.com" ? isEd25519Point(point) : curve === "nistp256" && isP256Point(point);
  if (!isPoint) return "malformed";
  return application === KEY_APPLICATION ? { type, blob, point } : "other-application";
}
function readKeyLine(line) {
  const [, type, base64 = ""] = /^(\S+) (\S+)(?: [\x20-\x7e]*)?$/.exec(line) ?? [];
  if (type === void 0) return "malformed";
  const blob = bytesOfBase64(base64);
  if (/-cert-v\d+@/.test(type)) return "certificate";
  if (!securityKeyTypes.some((one) => one === type)) return "other-type";
  if (blob === void 0) return "malformed";
  const key = readKeyBlob(blob);
  return typeof key === "object" && key.type !== type ? "malformed" : key;
}
function keyLine({ type, blob }) {
  return `${type} ${base64Of(blob)}`;
}
function keyFingerprint({ blob }) {
  return `SHA256:${base64Of(sha256(blob)).replace(/=+$/, "")}`;
}
function fingerprintOfLine(line) {
  const key = readKeyLine(line);
  return typeof key === "string" ? "" : keyFingerprint(key);
}

export {
  bytesOfBase64,
  base64Of,
  isP256Scalar,
  isEd25519Scalar,
  sshReader,
  sshString,
  readMpint,
  KEY_APPLICATION,
  readKeyBlob,
  readKeyLine,
  keyLine,
  keyFingerprint,
  fingerprintOfLine
};
