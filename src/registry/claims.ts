import type { Publisher } from '../model/index.ts';
import { isRecord } from './release.ts';
import { readPublisher } from '../trust/trust-rank.ts';

/** One entry of `dist.signatures`. Third-party text, nothing of it verified. */
export interface ListedSignature {
  readonly keyid: string;
  readonly sig: string;
}

const maxSignatures = 16;
const maxLength = 512;

/**
 * `dist.signatures` of one manifest: undefined where there is none, `malformed` where it is no list of signatures. Only
 * their two fields are kept.
 */
export function readSignatures(manifest: unknown): readonly ListedSignature[] | 'malformed' | undefined {
  const listed = distOf(manifest)?.signatures;
  if (listed === undefined || listed === null) return undefined;
  if (!Array.isArray(listed) || listed.length > maxSignatures) return 'malformed';
  const signatures: ListedSignature[] = [];
  for (const entry of listed as readonly unknown[]) {
    if (!isRecord(entry) || !isShort(entry.keyid) || !isShort(entry.sig)) return 'malformed';
    signatures.push({ keyid: entry.keyid, sig: entry.sig });
  }
  return signatures.length === 0 ? undefined : signatures;
}

/** Whether a manifest claims attestations: whatever stands in their place is a claim, and none of it is believed. */
export function claimsAttestations(manifest: unknown): boolean {
  const claim = distOf(manifest)?.attestations;
  return claim !== undefined && claim !== null && claim !== false;
}

/** Who published a version, by its manifest; undefined where that does not say. */
export function readPublisherClaim(manifest: unknown): Publisher | undefined {
  const publisher = isRecord(manifest) ? readPublisher(manifest._npmUser) : undefined;
  if (publisher === undefined) return undefined;
  const { name, trustedPublisher, approver } = publisher;
  if (name === undefined && trustedPublisher === undefined && approver === undefined) return undefined;
  return {
    ...(name === undefined ? {} : { name }),
    ...(trustedPublisher === undefined
      ? {}
      : {
          trustedPublisher: {
            id: trustedPublisher.id,
            ...(trustedPublisher.oidcConfigId === undefined ? {} : { oidcConfigId: trustedPublisher.oidcConfigId }),
          },
        }),
    ...(approver === undefined ? {} : { approver }),
  };
}

function distOf(manifest: unknown): Readonly<Record<string, unknown>> | undefined {
  return isRecord(manifest) && isRecord(manifest.dist) ? manifest.dist : undefined;
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= maxLength;
}
