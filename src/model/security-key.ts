/** Signatures of security keys (FIDO authenticators), as OpenSSH makes them. */

/** The types of public keys that count: both are of a key that a security key keeps. Certificates are none of them. */
export const securityKeyTypes = ['sk-ssh-ed25519@openssh.com', 'sk-ecdsa-sha2-nistp256@openssh.com'] as const;
export type SecurityKeyType = (typeof securityKeyTypes)[number];

/** One signature as the curve has it, with everything around it taken off. */
export interface CurveSignature {
  readonly type: SecurityKeyType;
  /** Ed25519: 32 bytes. P-256: the uncompressed point, 65 bytes. */
  readonly point: Uint8Array;
  /** What was signed, before any hash of the curve's own scheme. */
  readonly data: Uint8Array;
  /** Both halves, 64 bytes: R and S, or r and s. */
  readonly signature: Uint8Array;
}

/** Whether a signature is right. Pure rooms are given one: cryptography is Node's. */
export type VerifiesCurve = (signature: CurveSignature) => boolean;
