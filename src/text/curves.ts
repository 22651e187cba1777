/** What a public key and the halves of a signature must be, whoever verifies: libraries differ about the rest. */

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bigEndian = (bytes: Uint8Array) => BigInt(`0x${hex(bytes)}`);
const littleEndian = (bytes: Uint8Array) => bigEndian(Uint8Array.from(bytes).reverse());

/** FIPS 186-5: the field, the constant and the order of P-256. */
const p256 = {
  p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
  b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
};

/** Whether 65 bytes are an uncompressed point on P-256. */
export function isP256Point(bytes: Uint8Array): boolean {
  if (bytes.length !== 65 || bytes[0] !== 4) return false;
  const [x, y] = [bigEndian(bytes.subarray(1, 33)), bigEndian(bytes.subarray(33))];
  const { p, b } = p256;
  return x < p && y < p && (y * y - (x * x * x - 3n * x + b)) % p === 0n;
}

/** Whether 32 bytes are r or s of a signature: neither zero nor the order or more. */
export function isP256Scalar(bytes: Uint8Array): boolean {
  const scalar = bigEndian(bytes);
  return scalar > 0n && scalar < p256.n;
}

/** RFC 8032: the field, the constant and the order of edwards25519. */
const p = 2n ** 255n - 19n;
const d = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;
const order = 2n ** 252n + 27742317777372353535851937790883648493n;

/** The y of the eight points whose signatures anybody can make; ±`eighth` of those of order 8. */
const eighth = 2707385501144840649318225287225658788936804267575313519463743609750303402022n;
const smallOrders: ReadonlySet<bigint> = new Set([0n, 1n, p - 1n, eighth, p - eighth]);

/** Whether 32 bytes are a point of edwards25519, written in the one way, that is not of a small order. */
export function isEd25519Point(bytes: Uint8Array): boolean {
  if (bytes.length !== 32) return false;
  const y = littleEndian(bytes) & (2n ** 255n - 1n);
  if (y >= p || smallOrders.has(y)) return false;
  // x² = u / v is a square where u · v is one.
  const [u, v] = [y * y - 1n, d * y * y + 1n];
  return power((u * v) % p, (p - 1n) / 2n) === 1n;
}

/** Whether 32 bytes are the second half of a signature: S below the order, so that no second one follows from it. */
export function isEd25519Scalar(bytes: Uint8Array): boolean {
  return littleEndian(bytes) < order;
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % p;
    square = (square * square) % p;
  }
  return result;
}
